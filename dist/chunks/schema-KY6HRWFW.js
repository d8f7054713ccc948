const __bundleUrl = new URL('cli.js', import.meta.url.replace(/chunks\/[^/]+$/, '')).href
const require = process.getBuiltinModule('node:module').createRequire(__bundleUrl)
import {
  AGENT_CONFIG_KEYS,
  agentConfigJsonSchema,
  agentConfigSchema
} from "./chunk-NDVWWV3U.js";
import "./chunk-373QJJLG.js";
import "./chunk-BN5YVRTE.js";
import "./chunk-DAXUDOV6.js";
import "./chunk-LRBPYAN6.js";
import "./chunk-NNHBBYKH.js";
import "./chunk-VOIAD42L.js";
import "./chunk-XELNXD6A.js";
import "./chunk-BRIVT672.js";
export {
  AGENT_CONFIG_KEYS,
  agentConfigJsonSchema,
  agentConfigSchema
};
