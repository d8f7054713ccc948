const __bundleUrl = new URL('cli.js', import.meta.url.replace(/chunks\/[^/]+$/, '')).href
const require = process.getBuiltinModule('node:module').createRequire(__bundleUrl)
import {
  dataOf
} from "./chunk-LSGKGP5U.js";
import "./chunk-Q3BI56NP.js";
import "./chunk-X235TL25.js";
import {
  makeFirstAdminCode,
  openDataDirectory,
  withStore
} from "./chunk-5EJRAA7G.js";
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
import {
  formatTimestamp
} from "./chunk-NNHBBYKH.js";
import "./chunk-EQ5RKL3W.js";
import "./chunk-MGJ2JUMM.js";
import "./chunk-VOIAD42L.js";
import {
  EXIT
} from "./chunk-XELNXD6A.js";
import "./chunk-BRIVT672.js";

// src/verbs/first-admin.ts
var coordinatorFirstAdmin = {
  name: "coordinator first-admin",
  summary: "Make a code with which one login becomes an admin.",
  details: "The code goes to first-admin.code in the data directory (mode 0600): good for 15 minutes and five tries, once.\nThe account must be on the list of the login in environments.yml all the same. There is no default password.",
  options: ["data", "store", "json"],
  examples: ["sallyport coordinator first-admin --data /var/lib/sallyport"],
  async run(call) {
    const { ports, options } = call;
    const folder = dataOf(call);
    await openDataDirectory(folder);
    const { clock, random } = ports;
    const made = await withStore(
      call,
      folder,
      (store) => makeFirstAdminCode({ store, clock, random, folder })
    );
    const expiresAt = formatTimestamp(made.expiresAt);
    if (options.json) ports.stdout(`${JSON.stringify({ version: 1, file: made.file, expiresAt })}
`);
    ports.stderr(`until ${expiresAt}: sallyport login --first-admin ${made.file}
`);
    return EXIT.ok;
  }
};
export {
  coordinatorFirstAdmin
};
