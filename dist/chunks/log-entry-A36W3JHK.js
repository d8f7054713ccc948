const __bundleUrl = new URL('cli.js', import.meta.url.replace(/chunks\/[^/]+$/, '')).href
const require = process.getBuiltinModule('node:module').createRequire(__bundleUrl)
import {
  MAX_ENTRY_BYTES,
  emitLogEntry,
  logEntrySchema,
  parseLogEntry
} from "./chunk-RMXBN5WW.js";
import "./chunk-334BH3EO.js";
import "./chunk-XHCMOUYR.js";
import "./chunk-V4X75XZ6.js";
import "./chunk-USSEVVQ4.js";
import "./chunk-SKPPTWLY.js";
import "./chunk-VOIAD42L.js";
import "./chunk-XELNXD6A.js";
import "./chunk-BRIVT672.js";
export {
  MAX_ENTRY_BYTES,
  emitLogEntry,
  logEntrySchema,
  parseLogEntry
};
