const __bundleUrl = new URL('cli.js', import.meta.url.replace(/chunks\/[^/]+$/, '')).href
const require = process.getBuiltinModule('node:module').createRequire(__bundleUrl)
import {
  MAX_ENTRY_BYTES,
  emitLogEntry,
  logEntrySchema,
  parseLogEntry
} from "./chunk-2YG2DNBF.js";
import "./chunk-D6EZW4BP.js";
import "./chunk-BN5YVRTE.js";
import "./chunk-V4X75XZ6.js";
import "./chunk-USSEVVQ4.js";
import "./chunk-LRBPYAN6.js";
import "./chunk-VOIAD42L.js";
import "./chunk-XELNXD6A.js";
import "./chunk-BRIVT672.js";
export {
  MAX_ENTRY_BYTES,
  emitLogEntry,
  logEntrySchema,
  parseLogEntry
};
