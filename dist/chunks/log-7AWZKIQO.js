import { createRequire as __createRequire } from 'node:module'
const __bundleUrl = new URL('cli.js', import.meta.url.replace(/chunks\/[^/]+$/, '')).href
const require = __createRequire(__bundleUrl)
import {
  expectationOf,
  logVerify,
  readLogCa
} from "./chunk-7M4W4IFB.js";
import "./chunk-EOMB3TSP.js";
import "./chunk-7BOGLRO5.js";
import "./chunk-BHRLYK53.js";
import "./chunk-HJ2FMAFH.js";
import "./chunk-UOCZ4KCY.js";
import "./chunk-DZUW2W4R.js";
import "./chunk-G4BTR3N3.js";
import "./chunk-YGXUBW62.js";
import "./chunk-K3V53S5U.js";
import "./chunk-Y5LS2GJI.js";
import "./chunk-UOVPYECJ.js";
import "./chunk-WZMHCVDI.js";
import "./chunk-4BMJXN3H.js";
import "./chunk-ZRQLZVM6.js";
import "./chunk-RN7RL3UA.js";
import "./chunk-AKSXVBID.js";
import "./chunk-OOBHAZL6.js";
import "./chunk-G2DTZC7M.js";
import "./chunk-HO7PXLR4.js";
import "./chunk-FSDLIBQR.js";
import "./chunk-FAI36SC3.js";
import "./chunk-OIE2JKUE.js";
import "./chunk-N2CRB7ZG.js";
export {
  expectationOf,
  logVerify,
  readLogCa
};
