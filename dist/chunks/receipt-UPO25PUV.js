import { createRequire as __createRequire } from 'node:module'
const __bundleUrl = new URL('cli.js', import.meta.url.replace(/chunks\/[^/]+$/, '')).href
const require = __createRequire(__bundleUrl)
import {
  RECEIPT_PREDICATE_TYPE,
  receiptSchema,
  signReceipt,
  verifyReceipt
} from "./chunk-SZ24KAVZ.js";
import "./chunk-YEIL2TR6.js";
import "./chunk-6DY225AE.js";
import "./chunk-J577H5RB.js";
import "./chunk-Y5LS2GJI.js";
import "./chunk-UOVPYECJ.js";
import "./chunk-WZMHCVDI.js";
import "./chunk-4BMJXN3H.js";
import "./chunk-OOBHAZL6.js";
import "./chunk-QKGGW2IQ.js";
import "./chunk-HO7PXLR4.js";
import "./chunk-FAI36SC3.js";
import "./chunk-OIE2JKUE.js";
import "./chunk-N2CRB7ZG.js";
export {
  RECEIPT_PREDICATE_TYPE,
  receiptSchema,
  signReceipt,
  verifyReceipt
};
