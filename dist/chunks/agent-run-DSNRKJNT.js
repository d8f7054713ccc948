const __bundleUrl = new URL('cli.js', import.meta.url.replace(/chunks\/[^/]+$/, '')).href
const require = process.getBuiltinModule('node:module').createRequire(__bundleUrl)
import {
  DEFAULT_AGENT_CONFIG,
  agentRun
} from "./chunk-AFXFL6PY.js";
import "./chunk-DORCUMBR.js";
import "./chunk-M4KA4QNT.js";
import "./chunk-5VGDOCD6.js";
import "./chunk-7E6L3JRO.js";
import "./chunk-WYVYO7CE.js";
import "./chunk-NDVWWV3U.js";
import "./chunk-IEUFI6JA.js";
import "./chunk-5SZJD22L.js";
import "./chunk-HZ57PJHJ.js";
import "./chunk-HSUPV75H.js";
import "./chunk-LFFP7SDI.js";
import "./chunk-H6OXEYVP.js";
import "./chunk-ZZPR3U3W.js";
import "./chunk-E7K66ME3.js";
import "./chunk-CQ43EVWE.js";
import "./chunk-PZRER65M.js";
import "./chunk-GKX7OSAF.js";
import "./chunk-C4O7WH6Y.js";
import "./chunk-3O4KFH23.js";
import "./chunk-PK2JAWJN.js";
import "./chunk-QK7WAWI4.js";
import "./chunk-FL3KNK5Q.js";
import "./chunk-WI4HPUWC.js";
import "./chunk-GOJIKPCR.js";
import "./chunk-373QJJLG.js";
import "./chunk-PCJD5QEJ.js";
import "./chunk-F3HRIMBY.js";
import "./chunk-HSV5RDCE.js";
import "./chunk-2JVUSB3H.js";
import "./chunk-NBASVAZX.js";
import "./chunk-GSPZSG4H.js";
import "./chunk-YDARPOJS.js";
import "./chunk-AM3LEDOC.js";
import "./chunk-RGRQYRL2.js";
import "./chunk-2YG2DNBF.js";
import "./chunk-D6EZW4BP.js";
import "./chunk-BN5YVRTE.js";
import "./chunk-YZBREYNM.js";
import "./chunk-FD25I6NK.js";
import "./chunk-7YEXSHNJ.js";
import "./chunk-V4X75XZ6.js";
import "./chunk-ZYFGNLJL.js";
import "./chunk-SBZZULRJ.js";
import "./chunk-XQ66YIOG.js";
import "./chunk-MWXHRMN2.js";
import "./chunk-RWTYN6AN.js";
import "./chunk-DAXUDOV6.js";
import "./chunk-USSEVVQ4.js";
import "./chunk-LRBPYAN6.js";
import "./chunk-NNHBBYKH.js";
import "./chunk-DSLK22FF.js";
import "./chunk-MGJ2JUMM.js";
import "./chunk-VOIAD42L.js";
import "./chunk-XELNXD6A.js";
import "./chunk-BRIVT672.js";
export {
  DEFAULT_AGENT_CONFIG,
  agentRun
};
