const __bundleUrl = new URL('cli.js', import.meta.url.replace(/chunks\/[^/]+$/, '')).href
const require = process.getBuiltinModule('node:module').createRequire(__bundleUrl)
import {
  openRelaySocket
} from "./chunk-KOXG4ODL.js";
import "./chunk-3O4KFH23.js";
import "./chunk-PK2JAWJN.js";
import "./chunk-MGJ2JUMM.js";
import "./chunk-VOIAD42L.js";
import "./chunk-XELNXD6A.js";
import "./chunk-BRIVT672.js";
export {
  openRelaySocket
};
