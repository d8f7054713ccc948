import { createRequire as __createRequire } from 'node:module'
const __bundleUrl = new URL('cli.js', import.meta.url.replace(/chunks\/[^/]+$/, '')).href
const require = __createRequire(__bundleUrl)
import {
  DEFAULT_AGENT_CONFIG,
  agentRun
} from "./chunk-652OHAB6.js";
import "./chunk-SHV7FWWH.js";
import "./chunk-3FIEKSC2.js";
import "./chunk-NABEO3TX.js";
import "./chunk-TENIIAGU.js";
import "./chunk-O7A2GLMY.js";
import "./chunk-DPMWX7DL.js";
import "./chunk-BWD6W2B5.js";
import "./chunk-U7QH2RQI.js";
import "./chunk-7PWPJ5O5.js";
import "./chunk-7HL7TNIJ.js";
import "./chunk-OCEKPWYK.js";
import "./chunk-XC3Y2BJ4.js";
import "./chunk-NWNFROB5.js";
import "./chunk-GGKHAHFC.js";
import "./chunk-LFQCAWCU.js";
import "./chunk-Z32MLMNW.js";
import "./chunk-MRPH3ISA.js";
import "./chunk-JEQE5PU6.js";
import "./chunk-FKL7MCIM.js";
import "./chunk-TRTAZSML.js";
import "./chunk-CQB6IZSH.js";
import "./chunk-5GFJKN4W.js";
import "./chunk-GQKA7WVJ.js";
import "./chunk-RSVXAF6G.js";
import "./chunk-MQVQ65SU.js";
import "./chunk-7BOGLRO5.js";
import "./chunk-BHRLYK53.js";
import "./chunk-HJ2FMAFH.js";
import "./chunk-UOCZ4KCY.js";
import "./chunk-DZUW2W4R.js";
import "./chunk-G4BTR3N3.js";
import "./chunk-YGXUBW62.js";
import "./chunk-YGULZZUN.js";
import "./chunk-K3V53S5U.js";
import "./chunk-Y5LS2GJI.js";
import "./chunk-UOVPYECJ.js";
import "./chunk-WZMHCVDI.js";
import "./chunk-4BMJXN3H.js";
import "./chunk-VE7ZQ3BF.js";
import "./chunk-ZRQLZVM6.js";
import "./chunk-RN7RL3UA.js";
import "./chunk-AKSXVBID.js";
import "./chunk-A3UWPTKH.js";
import "./chunk-OOBHAZL6.js";
import "./chunk-G2DTZC7M.js";
import "./chunk-HO7PXLR4.js";
import "./chunk-FSDLIBQR.js";
import "./chunk-FAI36SC3.js";
import "./chunk-OIE2JKUE.js";
import "./chunk-N2CRB7ZG.js";
export {
  DEFAULT_AGENT_CONFIG,
  agentRun
};
