import { createRequire as __createRequire } from 'node:module'
const __bundleUrl = new URL('cli.js', import.meta.url.replace(/chunks\/[^/]+$/, '')).href
const require = __createRequire(__bundleUrl)
import {
  DEFAULT_APPROVAL_LIFETIME,
  DEFAULT_MAX_LEASE,
  MAX_ENVIRONMENTS_BYTES,
  environmentsSchema,
  findEnvironment,
  parseEnvironments
} from "./chunk-I7HDT74L.js";
import "./chunk-UWUE4VRW.js";
import "./chunk-YGVU2H7I.js";
import "./chunk-6DY225AE.js";
import "./chunk-Y5LS2GJI.js";
import "./chunk-UOVPYECJ.js";
import "./chunk-WZMHCVDI.js";
import "./chunk-4BMJXN3H.js";
import "./chunk-OOBHAZL6.js";
import "./chunk-QKGGW2IQ.js";
import "./chunk-HO7PXLR4.js";
import "./chunk-VSAJ3LUZ.js";
import "./chunk-FAI36SC3.js";
import "./chunk-OIE2JKUE.js";
import "./chunk-N2CRB7ZG.js";
export {
  DEFAULT_APPROVAL_LIFETIME,
  DEFAULT_MAX_LEASE,
  MAX_ENVIRONMENTS_BYTES,
  environmentsSchema,
  findEnvironment,
  parseEnvironments
};
