import { createRequire as __createRequire } from 'node:module'
const __bundleUrl = new URL('cli.js', import.meta.url.replace(/chunks\/[^/]+$/, '')).href
const require = __createRequire(__bundleUrl)
import {
  MAX_ENTRY_BYTES,
  emitLogEntry,
  logEntrySchema,
  parseLogEntry
} from "./chunk-QYWPSV5U.js";
import "./chunk-YGVU2H7I.js";
import "./chunk-6DY225AE.js";
import "./chunk-UOVPYECJ.js";
import "./chunk-OOBHAZL6.js";
import "./chunk-QKGGW2IQ.js";
import "./chunk-OIE2JKUE.js";
import "./chunk-N2CRB7ZG.js";
export {
  MAX_ENTRY_BYTES,
  emitLogEntry,
  logEntrySchema,
  parseLogEntry
};
