import { createRequire as __createRequire } from 'node:module'
const __bundleUrl = new URL('cli.js', import.meta.url.replace(/chunks\/[^/]+$/, '')).href
const require = __createRequire(__bundleUrl)
import {
  AGENT_CONFIG_KEYS,
  agentConfigJsonSchema,
  agentConfigSchema
} from "./chunk-TENIIAGU.js";
import "./chunk-TRTAZSML.js";
import "./chunk-YGXUBW62.js";
import "./chunk-A3UWPTKH.js";
import "./chunk-G2DTZC7M.js";
import "./chunk-HO7PXLR4.js";
import "./chunk-OIE2JKUE.js";
import "./chunk-N2CRB7ZG.js";
export {
  AGENT_CONFIG_KEYS,
  agentConfigJsonSchema,
  agentConfigSchema
};
