const __bundleUrl = new URL('cli.js', import.meta.url.replace(/chunks\/[^/]+$/, '')).href
const require = process.getBuiltinModule('node:module').createRequire(__bundleUrl)
import {
  coordinatorConfigure,
  coordinatorEnroll,
  coordinatorInit,
  coordinatorServe,
  dataOf,
  parseListen
} from "./chunk-UNVYF22U.js";
import "./chunk-Q3BI56NP.js";
import "./chunk-FRD2RQCI.js";
import "./chunk-Q52YI74I.js";
import "./chunk-GZLGKUCQ.js";
import "./chunk-X235TL25.js";
import "./chunk-YCFJPTIN.js";
import "./chunk-QBZHL7P2.js";
import "./chunk-EYOYTEXK.js";
import "./chunk-QKX4JEGB.js";
import "./chunk-7MY364S2.js";
import "./chunk-HSUPV75H.js";
import "./chunk-L2J2AHRJ.js";
import "./chunk-FFUEUPQZ.js";
import "./chunk-TZKVTPJR.js";
import "./chunk-PZRER65M.js";
import "./chunk-GKX7OSAF.js";
import "./chunk-BOR45FXJ.js";
import "./chunk-PK2JAWJN.js";
import "./chunk-373QJJLG.js";
import "./chunk-R52AOEL2.js";
import "./chunk-HSV5RDCE.js";
import "./chunk-CU3PBIPB.js";
import "./chunk-VKKUJFGE.js";
import "./chunk-GSPZSG4H.js";
import "./chunk-YDARPOJS.js";
import "./chunk-5WMALSKV.js";
import "./chunk-B7RW27CM.js";
import "./chunk-RMXBN5WW.js";
import "./chunk-334BH3EO.js";
import "./chunk-XHCMOUYR.js";
import "./chunk-4S2DTRWF.js";
import "./chunk-4GZJ36TC.js";
import "./chunk-7YEXSHNJ.js";
import "./chunk-V4X75XZ6.js";
import "./chunk-ZYFGNLJL.js";
import "./chunk-SBZZULRJ.js";
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
