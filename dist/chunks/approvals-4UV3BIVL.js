const __bundleUrl = new URL('cli.js', import.meta.url.replace(/chunks\/[^/]+$/, '')).href
const require = process.getBuiltinModule('node:module').createRequire(__bundleUrl)
import {
  approvalsApprove,
  approvalsList,
  approvalsRefuse,
  approvalsShow,
  requiredReason
} from "./chunk-XERYNTDU.js";
import "./chunk-IOV7SP77.js";
import "./chunk-GMX5INLU.js";
import "./chunk-X235TL25.js";
import "./chunk-YCFJPTIN.js";
import "./chunk-H7BR4ZBD.js";
import "./chunk-THFT5YXB.js";
import "./chunk-L2J2AHRJ.js";
import "./chunk-TZKVTPJR.js";
import "./chunk-HSV5RDCE.js";
import "./chunk-CU3PBIPB.js";
import "./chunk-GSPZSG4H.js";
import "./chunk-B7RW27CM.js";
import "./chunk-334BH3EO.js";
import "./chunk-XHCMOUYR.js";
import "./chunk-4GZJ36TC.js";
import "./chunk-7YEXSHNJ.js";
import "./chunk-V4X75XZ6.js";
import "./chunk-ZYFGNLJL.js";
import "./chunk-SBZZULRJ.js";
import "./chunk-MWXHRMN2.js";
import "./chunk-RWTYN6AN.js";
import "./chunk-USSEVVQ4.js";
import "./chunk-SKPPTWLY.js";
import "./chunk-NNHBBYKH.js";
import "./chunk-MGJ2JUMM.js";
import "./chunk-VOIAD42L.js";
import "./chunk-XELNXD6A.js";
import "./chunk-BRIVT672.js";
export {
  approvalsApprove,
  approvalsList,
  approvalsRefuse,
  approvalsShow,
  requiredReason
};
