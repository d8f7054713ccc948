import { createRequire as __createRequire } from 'node:module'
const __bundleUrl = new URL('cli.js', import.meta.url.replace(/chunks\/[^/]+$/, '')).href
const require = __createRequire(__bundleUrl)
import {
  APPROVAL_PREDICATE_TYPE,
  MAX_STATEMENT_BYTES,
  STATEMENT_PAYLOAD_TYPE,
  STATEMENT_TYPE,
  approvalDigest,
  approvalStatementSchema,
  emitApprovalStatement,
  parseApprovalStatement
} from "./chunk-YEIL2TR6.js";
import "./chunk-6DY225AE.js";
import "./chunk-Y5LS2GJI.js";
import "./chunk-UOVPYECJ.js";
import "./chunk-OOBHAZL6.js";
import "./chunk-QKGGW2IQ.js";
import "./chunk-HO7PXLR4.js";
import "./chunk-FAI36SC3.js";
import "./chunk-OIE2JKUE.js";
import "./chunk-N2CRB7ZG.js";
export {
  APPROVAL_PREDICATE_TYPE,
  MAX_STATEMENT_BYTES,
  STATEMENT_PAYLOAD_TYPE,
  STATEMENT_TYPE,
  approvalDigest,
  approvalStatementSchema,
  emitApprovalStatement,
  parseApprovalStatement
};
