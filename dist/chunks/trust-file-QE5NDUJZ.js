const __bundleUrl = new URL('cli.js', import.meta.url.replace(/chunks\/[^/]+$/, '')).href
const require = process.getBuiltinModule('node:module').createRequire(__bundleUrl)
import {
  DEFAULT_MAX_APPROVAL_AGE,
  MAX_TRUST_FILE_BYTES,
  parseTrustFile,
  trustFileSchema
} from "./chunk-P4375TVH.js";
import "./chunk-ZYFGNLJL.js";
import "./chunk-SBZZULRJ.js";
import "./chunk-XHCMOUYR.js";
import "./chunk-7YEXSHNJ.js";
import "./chunk-V4X75XZ6.js";
import "./chunk-USSEVVQ4.js";
import "./chunk-SKPPTWLY.js";
import "./chunk-EQ5RKL3W.js";
import "./chunk-MGJ2JUMM.js";
import "./chunk-VOIAD42L.js";
import "./chunk-XELNXD6A.js";
import "./chunk-BRIVT672.js";
export {
  DEFAULT_MAX_APPROVAL_AGE,
  MAX_TRUST_FILE_BYTES,
  parseTrustFile,
  trustFileSchema
};
