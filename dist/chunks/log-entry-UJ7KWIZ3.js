import { createRequire as __createRequire } from 'node:module'
const __bundleUrl = new URL('cli.js', import.meta.url.replace(/chunks\/[^/]+$/, '')).href
const require = __createRequire(__bundleUrl)
import {
  MAX_ENTRY_BYTES,
  emitLogEntry,
  logEntrySchema,
  parseLogEntry
} from "./chunk-DZUW2W4R.js";
import "./chunk-G4BTR3N3.js";
import "./chunk-YGXUBW62.js";
import "./chunk-UOVPYECJ.js";
import "./chunk-OOBHAZL6.js";
import "./chunk-G2DTZC7M.js";
import "./chunk-OIE2JKUE.js";
import "./chunk-N2CRB7ZG.js";
export {
  MAX_ENTRY_BYTES,
  emitLogEntry,
  logEntrySchema,
  parseLogEntry
};
