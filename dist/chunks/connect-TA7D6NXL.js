import { createRequire as __createRequire } from 'node:module'
const __bundleUrl = new URL('cli.js', import.meta.url.replace(/chunks\/[^/]+$/, '')).href
const require = __createRequire(__bundleUrl)
import {
  connect,
  openFileNode
} from "./chunk-OAYREEMD.js";
import "./chunk-73D4LR6Q.js";
import "./chunk-62ULDR6S.js";
import "./chunk-JN25ZQV5.js";
import "./chunk-KNEWLVBH.js";
import "./chunk-ZYRPJBSQ.js";
import "./chunk-MRPH3ISA.js";
import "./chunk-JEQE5PU6.js";
import "./chunk-FKL7MCIM.js";
import "./chunk-W7BKROW7.js";
import "./chunk-LFQCAWCU.js";
import "./chunk-TJDMEUGJ.js";
import "./chunk-4BMJXN3H.js";
import "./chunk-VE7ZQ3BF.js";
import "./chunk-RN7RL3UA.js";
import "./chunk-AKSXVBID.js";
import "./chunk-OOBHAZL6.js";
import "./chunk-HO7PXLR4.js";
import "./chunk-OIE2JKUE.js";
import "./chunk-N2CRB7ZG.js";
export {
  connect,
  openFileNode
};
