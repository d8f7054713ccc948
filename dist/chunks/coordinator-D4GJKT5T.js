const __bundleUrl = new URL('cli.js', import.meta.url.replace(/chunks\/[^/]+$/, '')).href
const require = process.getBuiltinModule('node:module').createRequire(__bundleUrl)
import {
  coordinatorConfigure,
  coordinatorEnroll,
  coordinatorInit,
  coordinatorServe,
  dataOf,
  parseListen
} from "./chunk-LSGKGP5U.js";
import "./chunk-Q3BI56NP.js";
import "./chunk-X235TL25.js";
import "./chunk-5EJRAA7G.js";
import "./chunk-Q52YI74I.js";
import "./chunk-GZLGKUCQ.js";
import "./chunk-7COOXVHN.js";
import "./chunk-2RVQGWLA.js";
import "./chunk-AF2YRSHN.js";
import "./chunk-YCFJPTIN.js";
import "./chunk-7MY364S2.js";
import "./chunk-HSUPV75H.js";
import "./chunk-JODB43BX.js";
import "./chunk-PNBZD6SV.js";
import "./chunk-XMHKMNK5.js";
import "./chunk-PZRER65M.js";
import "./chunk-373QJJLG.js";
import "./chunk-TCZPFBKV.js";
import "./chunk-HSV5RDCE.js";
import "./chunk-VKKUJFGE.js";
import "./chunk-GSPZSG4H.js";
import "./chunk-YDARPOJS.js";
import "./chunk-LSFF2WNL.js";
import "./chunk-RMXBN5WW.js";
import "./chunk-334BH3EO.js";
import "./chunk-GKX7OSAF.js";
import "./chunk-BOR45FXJ.js";
import "./chunk-PK2JAWJN.js";
import "./chunk-4S2DTRWF.js";
import "./chunk-4GZJ36TC.js";
import "./chunk-CU3PBIPB.js";
import "./chunk-P4375TVH.js";
import "./chunk-ZYFGNLJL.js";
import "./chunk-SBZZULRJ.js";
import "./chunk-XHCMOUYR.js";
import "./chunk-7YEXSHNJ.js";
import "./chunk-V4X75XZ6.js";
import "./chunk-MWXHRMN2.js";
import "./chunk-RWTYN6AN.js";
import "./chunk-NGN44GDH.js";
import "./chunk-USSEVVQ4.js";
import "./chunk-SKPPTWLY.js";
import "./chunk-NNHBBYKH.js";
import "./chunk-EQ5RKL3W.js";
import "./chunk-MGJ2JUMM.js";
import "./chunk-VOIAD42L.js";
import "./chunk-XELNXD6A.js";
import "./chunk-BRIVT672.js";
export {
  coordinatorConfigure,
  coordinatorEnroll,
  coordinatorInit,
  coordinatorServe,
  dataOf,
  parseListen
};
