import { createRequire as __createRequire } from 'node:module'
const __bundleUrl = new URL('cli.js', import.meta.url.replace(/chunks\/[^/]+$/, '')).href
const require = __createRequire(__bundleUrl)
import {
  coordinatorConfigure,
  coordinatorEnroll,
  coordinatorInit,
  coordinatorServe,
  dataOf,
  parseListen
} from "./chunk-TN3QHMHH.js";
import "./chunk-A53RE3R5.js";
import "./chunk-YEYIKXDN.js";
import "./chunk-GYGLOQD6.js";
import "./chunk-RFJWMNE7.js";
import "./chunk-B2OHUXV5.js";
import "./chunk-2LGQH6DV.js";
import "./chunk-47CZROGA.js";
import "./chunk-SHV7FWWH.js";
import "./chunk-NABEO3TX.js";
import "./chunk-BWD6W2B5.js";
import "./chunk-U7QH2RQI.js";
import "./chunk-7PWPJ5O5.js";
import "./chunk-GGKHAHFC.js";
import "./chunk-Z32MLMNW.js";
import "./chunk-MRPH3ISA.js";
import "./chunk-TRTAZSML.js";
import "./chunk-5GFJKN4W.js";
import "./chunk-GQKA7WVJ.js";
import "./chunk-MQVQ65SU.js";
import "./chunk-EOMB3TSP.js";
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
  coordinatorConfigure,
  coordinatorEnroll,
  coordinatorInit,
  coordinatorServe,
  dataOf,
  parseListen
};
