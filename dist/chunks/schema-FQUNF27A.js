import { createRequire as __createRequire } from 'node:module'
const __bundleUrl = new URL('cli.js', import.meta.url.replace(/chunks\/[^/]+$/, '')).href
const require = __createRequire(__bundleUrl)
import {
  AGENT_CONFIG_KEYS,
  agentConfigJsonSchema,
  agentConfigSchema
} from "./chunk-3HIDPVYU.js";
import "./chunk-TRTAZSML.js";
import "./chunk-6DY225AE.js";
import "./chunk-VTG6V5IS.js";
import "./chunk-QKGGW2IQ.js";
import "./chunk-HO7PXLR4.js";
import "./chunk-OIE2JKUE.js";
import "./chunk-N2CRB7ZG.js";
export {
  AGENT_CONFIG_KEYS,
  agentConfigJsonSchema,
  agentConfigSchema
};
