import { createRequire as __createRequire } from 'node:module'
const __bundleUrl = new URL('cli.js', import.meta.url.replace(/chunks\/[^/]+$/, '')).href
const require = __createRequire(__bundleUrl)
import {
  DEFAULT_MAX_APPROVAL_AGE,
  MAX_TRUST_FILE_BYTES,
  parseTrustFile,
  trustFileSchema
} from "./chunk-UWUE4VRW.js";
import "./chunk-6DY225AE.js";
import "./chunk-Y5LS2GJI.js";
import "./chunk-UOVPYECJ.js";
import "./chunk-WZMHCVDI.js";
import "./chunk-4BMJXN3H.js";
import "./chunk-OOBHAZL6.js";
import "./chunk-QKGGW2IQ.js";
import "./chunk-VSAJ3LUZ.js";
import "./chunk-FAI36SC3.js";
import "./chunk-OIE2JKUE.js";
import "./chunk-N2CRB7ZG.js";
export {
  DEFAULT_MAX_APPROVAL_AGE,
  MAX_TRUST_FILE_BYTES,
  parseTrustFile,
  trustFileSchema
};
