import { createRequire as __createRequire } from 'node:module'
const __bundleUrl = new URL('cli.js', import.meta.url.replace(/chunks\/[^/]+$/, '')).href
const require = __createRequire(__bundleUrl)
import {
  DEFAULT_AGENT_CONFIG,
  agentRun
} from "./chunk-B7ZMJNG5.js";
import "./chunk-6WWDZZFA.js";
import "./chunk-Q4GHNQLQ.js";
import "./chunk-SZ24KAVZ.js";
import "./chunk-3HIDPVYU.js";
import "./chunk-BZQUFEWB.js";
import "./chunk-Q7TQJTEA.js";
import "./chunk-JLKAGWRR.js";
import "./chunk-V6H6REP2.js";
import "./chunk-PFXWX5GC.js";
import "./chunk-7HL7TNIJ.js";
import "./chunk-OCEKPWYK.js";
import "./chunk-AM5ZDMMY.js";
import "./chunk-Z5UFFSEW.js";
import "./chunk-ZYRPJBSQ.js";
import "./chunk-LFQCAWCU.js";
import "./chunk-TJDMEUGJ.js";
import "./chunk-MRPH3ISA.js";
import "./chunk-JEQE5PU6.js";
import "./chunk-FKL7MCIM.js";
import "./chunk-TRTAZSML.js";
import "./chunk-Z6MB5LO7.js";
import "./chunk-CFTIJ3G7.js";
import "./chunk-GQKA7WVJ.js";
import "./chunk-RSVXAF6G.js";
import "./chunk-YEIL2TR6.js";
import "./chunk-7BOGLRO5.js";
import "./chunk-BHRLYK53.js";
import "./chunk-UWUE4VRW.js";
import "./chunk-AMO7EC5R.js";
import "./chunk-QYWPSV5U.js";
import "./chunk-YGVU2H7I.js";
import "./chunk-6DY225AE.js";
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
