const __bundleUrl = new URL('cli.js', import.meta.url.replace(/chunks\/[^/]+$/, '')).href
const require = process.getBuiltinModule('node:module').createRequire(__bundleUrl)
import {
  POLICY_KEYS,
  gatePolicyJsonSchema,
  gatePolicySchema,
  parseExpiry,
  sizeInBytes
} from "./chunk-KJFSSL6D.js";
import "./chunk-DAXUDOV6.js";
import "./chunk-LRBPYAN6.js";
import "./chunk-NNHBBYKH.js";
import "./chunk-U2LD343G.js";
import "./chunk-XELNXD6A.js";
import "./chunk-BRIVT672.js";
export {
  POLICY_KEYS,
  gatePolicyJsonSchema,
  gatePolicySchema,
  parseExpiry,
  sizeInBytes
};
