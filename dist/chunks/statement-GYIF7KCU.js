const __bundleUrl = new URL('cli.js', import.meta.url.replace(/chunks\/[^/]+$/, '')).href
const require = process.getBuiltinModule('node:module').createRequire(__bundleUrl)
import {
  APPROVAL_PREDICATE_TYPE,
  MAX_STATEMENT_BYTES,
  STATEMENT_PAYLOAD_TYPE,
  STATEMENT_TYPE,
  approvalDigest,
  approvalStatementSchema,
  emitApprovalStatement,
  parseApprovalStatement
} from "./chunk-NBASVAZX.js";
import "./chunk-BN5YVRTE.js";
import "./chunk-7YEXSHNJ.js";
import "./chunk-V4X75XZ6.js";
import "./chunk-USSEVVQ4.js";
import "./chunk-LRBPYAN6.js";
import "./chunk-NNHBBYKH.js";
import "./chunk-MGJ2JUMM.js";
import "./chunk-VOIAD42L.js";
import "./chunk-XELNXD6A.js";
import "./chunk-BRIVT672.js";
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
