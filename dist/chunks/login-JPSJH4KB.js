import { createRequire as __createRequire } from 'node:module'
const __bundleUrl = new URL('cli.js', import.meta.url.replace(/chunks\/[^/]+$/, '')).href
const require = __createRequire(__bundleUrl)
import {
  chooseLogin,
  login,
  logout,
  notLoggedIn,
  whoami
} from "./chunk-RKSBZ42R.js";
import "./chunk-3BHEE7GZ.js";
import "./chunk-EZJYJ4NK.js";
import "./chunk-XE6VXPMV.js";
import "./chunk-Q7TQJTEA.js";
import "./chunk-V6H6REP2.js";
import "./chunk-GQKA7WVJ.js";
import "./chunk-7BOGLRO5.js";
import "./chunk-AMO7EC5R.js";
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
import "./chunk-FAI36SC3.js";
import "./chunk-OIE2JKUE.js";
import "./chunk-N2CRB7ZG.js";
export {
  chooseLogin,
  login,
  logout,
  notLoggedIn,
  whoami
};
