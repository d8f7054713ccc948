const __bundleUrl = new URL('cli.js', import.meta.url.replace(/chunks\/[^/]+$/, '')).href
const require = process.getBuiltinModule('node:module').createRequire(__bundleUrl)
import {
  expectationOf,
  logVerify,
  readLogCa
} from "./chunk-ECRPX5N5.js";
import "./chunk-VKKUJFGE.js";
import "./chunk-GSPZSG4H.js";
import "./chunk-YDARPOJS.js";
import "./chunk-LSFF2WNL.js";
import "./chunk-RMXBN5WW.js";
import "./chunk-334BH3EO.js";
import "./chunk-4GZJ36TC.js";
import "./chunk-P4375TVH.js";
import "./chunk-ZYFGNLJL.js";
import "./chunk-SBZZULRJ.js";
import "./chunk-XHCMOUYR.js";
import "./chunk-7YEXSHNJ.js";
import "./chunk-V4X75XZ6.js";
import "./chunk-MWXHRMN2.js";
import "./chunk-RWTYN6AN.js";
import "./chunk-USSEVVQ4.js";
import "./chunk-SKPPTWLY.js";
import "./chunk-NNHBBYKH.js";
import "./chunk-EQ5RKL3W.js";
import "./chunk-MGJ2JUMM.js";
import "./chunk-VOIAD42L.js";
import "./chunk-XELNXD6A.js";
import "./chunk-BRIVT672.js";
export {
  expectationOf,
  logVerify,
  readLogCa
};
