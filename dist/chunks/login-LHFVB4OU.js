const __bundleUrl = new URL('cli.js', import.meta.url.replace(/chunks\/[^/]+$/, '')).href
const require = process.getBuiltinModule('node:module').createRequire(__bundleUrl)
import {
  chooseLogin,
  login,
  logout,
  notLoggedIn,
  whoami
} from "./chunk-35IAQVWX.js";
import "./chunk-OLZNCT5N.js";
import "./chunk-EDGMPZKJ.js";
import "./chunk-INJHDX6D.js";
import "./chunk-5SZJD22L.js";
import "./chunk-LFFP7SDI.js";
import "./chunk-ZZPR3U3W.js";
import "./chunk-HSV5RDCE.js";
import "./chunk-GSPZSG4H.js";
import "./chunk-RGRQYRL2.js";
import "./chunk-D6EZW4BP.js";
import "./chunk-BN5YVRTE.js";
import "./chunk-FD25I6NK.js";
import "./chunk-7YEXSHNJ.js";
import "./chunk-V4X75XZ6.js";
import "./chunk-ZYFGNLJL.js";
import "./chunk-SBZZULRJ.js";
import "./chunk-76VWPEQ4.js";
import "./chunk-MWXHRMN2.js";
import "./chunk-RWTYN6AN.js";
import "./chunk-USSEVVQ4.js";
import "./chunk-LRBPYAN6.js";
import "./chunk-NNHBBYKH.js";
import "./chunk-MGJ2JUMM.js";
import "./chunk-VOIAD42L.js";
import "./chunk-XELNXD6A.js";
import "./chunk-BRIVT672.js";
export {
  chooseLogin,
  login,
  logout,
  notLoggedIn,
  whoami
};
