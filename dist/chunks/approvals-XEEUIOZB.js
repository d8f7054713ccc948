const __bundleUrl = new URL('cli.js', import.meta.url.replace(/chunks\/[^/]+$/, '')).href
const require = process.getBuiltinModule('node:module').createRequire(__bundleUrl)
import {
  approvalsApprove,
  approvalsList,
  approvalsRefuse,
  approvalsShow,
  requiredReason
} from "./chunk-Q4NW7DAD.js";
import "./chunk-X235TL25.js";
import "./chunk-ZFHXXJDB.js";
import "./chunk-QKEHVR3C.js";
import "./chunk-YCFJPTIN.js";
import "./chunk-II7SGZQF.js";
import "./chunk-KWERLUGH.js";
import "./chunk-PNBZD6SV.js";
import "./chunk-XMHKMNK5.js";
import "./chunk-HSV5RDCE.js";
import "./chunk-GSPZSG4H.js";
import "./chunk-LSFF2WNL.js";
import "./chunk-334BH3EO.js";
import "./chunk-4GZJ36TC.js";
import "./chunk-CU3PBIPB.js";
import "./chunk-ZYFGNLJL.js";
import "./chunk-SBZZULRJ.js";
import "./chunk-XHCMOUYR.js";
import "./chunk-7YEXSHNJ.js";
import "./chunk-V4X75XZ6.js";
import "./chunk-MWXHRMN2.js";
import "./chunk-RWTYN6AN.js";
import "./chunk-76VWPEQ4.js";
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
