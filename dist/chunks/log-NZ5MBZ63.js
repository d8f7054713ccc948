const __bundleUrl = new URL('cli.js', import.meta.url.replace(/chunks\/[^/]+$/, '')).href
const require = process.getBuiltinModule('node:module').createRequire(__bundleUrl)
import {
  expectationOf,
  logVerify,
  readLogCa
} from "./chunk-OM76RKK3.js";
import "./chunk-VKKUJFGE.js";
import "./chunk-GSPZSG4H.js";
import "./chunk-YDARPOJS.js";
import "./chunk-AM3LEDOC.js";
import "./chunk-RGRQYRL2.js";
import "./chunk-2YG2DNBF.js";
import "./chunk-D6EZW4BP.js";
import "./chunk-BN5YVRTE.js";
import "./chunk-FD25I6NK.js";
import "./chunk-7YEXSHNJ.js";
import "./chunk-V4X75XZ6.js";
import "./chunk-ZYFGNLJL.js";
import "./chunk-SBZZULRJ.js";
import "./chunk-MWXHRMN2.js";
import "./chunk-RWTYN6AN.js";
import "./chunk-USSEVVQ4.js";
import "./chunk-LRBPYAN6.js";
import "./chunk-NNHBBYKH.js";
import "./chunk-DSLK22FF.js";
import "./chunk-MGJ2JUMM.js";
import "./chunk-VOIAD42L.js";
import "./chunk-XELNXD6A.js";
import "./chunk-BRIVT672.js";
export {
  expectationOf,
  logVerify,
  readLogCa
};
