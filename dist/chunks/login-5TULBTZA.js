import { createRequire as __createRequire } from 'node:module'
const __bundleUrl = new URL('cli.js', import.meta.url.replace(/chunks\/[^/]+$/, '')).href
const require = __createRequire(__bundleUrl)
import {
  chooseLogin,
  login,
  logout,
  notLoggedIn,
  whoami
} from "./chunk-ZFB7FU2I.js";
import "./chunk-5WPE3Q6Z.js";
import "./chunk-GYGLOQD6.js";
import "./chunk-7EU74U6G.js";
import "./chunk-DPMWX7DL.js";
import "./chunk-U7QH2RQI.js";
import "./chunk-GQKA7WVJ.js";
import "./chunk-7BOGLRO5.js";
import "./chunk-UOCZ4KCY.js";
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
