const __bundleUrl = new URL('cli.js', import.meta.url.replace(/chunks\/[^/]+$/, '')).href
const require = process.getBuiltinModule('node:module').createRequire(__bundleUrl)
import {
  connect,
  openFileNode
} from "./chunk-LAUWZZRY.js";
import "./chunk-5VGDOCD6.js";
import "./chunk-X5X4SNDI.js";
import "./chunk-FL3KNK5Q.js";
import "./chunk-SYNHHKDA.js";
import "./chunk-QVSNGMYU.js";
import "./chunk-3QNQVI54.js";
import "./chunk-PZRER65M.js";
import "./chunk-QK7WAWI4.js";
import "./chunk-WI4HPUWC.js";
import "./chunk-GOJIKPCR.js";
import "./chunk-373QJJLG.js";
import "./chunk-GKX7OSAF.js";
import "./chunk-C4O7WH6Y.js";
import "./chunk-PK2JAWJN.js";
import "./chunk-SBZZULRJ.js";
import "./chunk-XQ66YIOG.js";
import "./chunk-RWTYN6AN.js";
import "./chunk-76VWPEQ4.js";
import "./chunk-USSEVVQ4.js";
import "./chunk-NNHBBYKH.js";
import "./chunk-VOIAD42L.js";
import "./chunk-XELNXD6A.js";
import "./chunk-BRIVT672.js";
export {
  connect,
  openFileNode
};
