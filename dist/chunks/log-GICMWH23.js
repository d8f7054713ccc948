import { createRequire as __createRequire } from 'node:module'
const __bundleUrl = new URL('cli.js', import.meta.url.replace(/chunks\/[^/]+$/, '')).href
const require = __createRequire(__bundleUrl)
import {
  expectationOf,
  logVerify,
  readLogCa
} from "./chunk-GNPAUW6I.js";
import "./chunk-EOMB3TSP.js";
import "./chunk-7BOGLRO5.js";
import "./chunk-BHRLYK53.js";
import "./chunk-UWUE4VRW.js";
import "./chunk-AMO7EC5R.js";
import "./chunk-QYWPSV5U.js";
import "./chunk-YGVU2H7I.js";
import "./chunk-6DY225AE.js";
import "./chunk-J577H5RB.js";
import "./chunk-Y5LS2GJI.js";
import "./chunk-UOVPYECJ.js";
import "./chunk-WZMHCVDI.js";
import "./chunk-4BMJXN3H.js";
import "./chunk-ZRQLZVM6.js";
import "./chunk-RN7RL3UA.js";
import "./chunk-AKSXVBID.js";
import "./chunk-OOBHAZL6.js";
import "./chunk-QKGGW2IQ.js";
import "./chunk-HO7PXLR4.js";
import "./chunk-VSAJ3LUZ.js";
import "./chunk-FAI36SC3.js";
import "./chunk-OIE2JKUE.js";
import "./chunk-N2CRB7ZG.js";
export {
  expectationOf,
  logVerify,
  readLogCa
};
