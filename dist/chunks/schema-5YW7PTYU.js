import { createRequire as __createRequire } from 'node:module'
const __bundleUrl = new URL('cli.js', import.meta.url.replace(/chunks\/[^/]+$/, '')).href
const require = __createRequire(__bundleUrl)
import {
  POLICY_KEYS,
  gatePolicyJsonSchema,
  gatePolicySchema,
  parseExpiry,
  sizeInBytes
} from "./chunk-QUNE6R6K.js";
import "./chunk-VTG6V5IS.js";
import "./chunk-QKGGW2IQ.js";
import "./chunk-HO7PXLR4.js";
import "./chunk-TNQSISYZ.js";
import "./chunk-N2CRB7ZG.js";
export {
  POLICY_KEYS,
  gatePolicyJsonSchema,
  gatePolicySchema,
  parseExpiry,
  sizeInBytes
};
