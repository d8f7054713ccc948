import { createRequire as __createRequire } from 'node:module'
const __bundleUrl = new URL('cli.js', import.meta.url.replace(/chunks\/[^/]+$/, '')).href
const require = __createRequire(__bundleUrl)
import {
  DEFAULT_AGENT_CONFIG,
  agentRun
} from "./chunk-FY2GFOAH.js";
import "./chunk-6IDXMKHL.js";
import "./chunk-Q4GHNQLQ.js";
import "./chunk-WKJXO4ZC.js";
import "./chunk-3SCZW2R3.js";
import "./chunk-TT53Y7CK.js";
import "./chunk-K6STYTDZ.js";
import "./chunk-3RJCE64F.js";
import "./chunk-73D4LR6Q.js";
import "./chunk-62ULDR6S.js";
import "./chunk-PFXWX5GC.js";
import "./chunk-KNEWLVBH.js";
import "./chunk-ZYRPJBSQ.js";
import "./chunk-MRPH3ISA.js";
import "./chunk-JEQE5PU6.js";
import "./chunk-FKL7MCIM.js";
import "./chunk-W7BKROW7.js";
import "./chunk-SZ24KAVZ.js";
import "./chunk-JYJDMZU5.js";
import "./chunk-RN6LNBYK.js";
import "./chunk-VHHCKMZJ.js";
import "./chunk-RSVXAF6G.js";
import "./chunk-YEIL2TR6.js";
import "./chunk-7BOGLRO5.js";
import "./chunk-QLXF5WPE.js";
import "./chunk-B3M4T2N2.js";
import "./chunk-AMO7EC5R.js";
import "./chunk-OXATQICT.js";
import "./chunk-Y5ARBLWB.js";
import "./chunk-6DY225AE.js";
import "./chunk-LFQCAWCU.js";
import "./chunk-TJDMEUGJ.js";
import "./chunk-7CGRTRJB.js";
import "./chunk-J577H5RB.js";
import "./chunk-Y5LS2GJI.js";
import "./chunk-UOVPYECJ.js";
import "./chunk-WZMHCVDI.js";
import "./chunk-4BMJXN3H.js";
import "./chunk-VE7ZQ3BF.js";
import "./chunk-ZRQLZVM6.js";
import "./chunk-RN7RL3UA.js";
import "./chunk-AKSXVBID.js";
import "./chunk-VTG6V5IS.js";
import "./chunk-OOBHAZL6.js";
import "./chunk-QKGGW2IQ.js";
import "./chunk-HO7PXLR4.js";
import "./chunk-VSAJ3LUZ.js";
import "./chunk-FAI36SC3.js";
import "./chunk-OIE2JKUE.js";
import "./chunk-N2CRB7ZG.js";
export {
  DEFAULT_AGENT_CONFIG,
  agentRun
};
