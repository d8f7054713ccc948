const __bundleUrl = new URL('cli.js', import.meta.url.replace(/chunks\/[^/]+$/, '')).href
const require = process.getBuiltinModule('node:module').createRequire(__bundleUrl)
import {
  dataOf
} from "./chunk-IJUDVM2Z.js";
import "./chunk-MNLVISV6.js";
import {
  makeFirstAdminCode,
  openDataDirectory,
  withStore
} from "./chunk-TQHC722O.js";
import "./chunk-TN4HWLOR.js";
import "./chunk-OE53DAWT.js";
import "./chunk-VMIQ2Y6V.js";
import "./chunk-EDGMPZKJ.js";
import "./chunk-KCYH6XOB.js";
import "./chunk-M4KA4QNT.js";
import "./chunk-WYVYO7CE.js";
import "./chunk-HZ57PJHJ.js";
import "./chunk-HSUPV75H.js";
import "./chunk-LFFP7SDI.js";
import "./chunk-H6OXEYVP.js";
import "./chunk-ZZPR3U3W.js";
import "./chunk-PZRER65M.js";
import "./chunk-GKX7OSAF.js";
import "./chunk-3O4KFH23.js";
import "./chunk-PK2JAWJN.js";
import "./chunk-373QJJLG.js";
import "./chunk-F3HRIMBY.js";
import "./chunk-HSV5RDCE.js";
import "./chunk-NBASVAZX.js";
import "./chunk-VKKUJFGE.js";
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
import "./chunk-MWXHRMN2.js";
import "./chunk-RWTYN6AN.js";
import "./chunk-DAXUDOV6.js";
import "./chunk-USSEVVQ4.js";
import "./chunk-LRBPYAN6.js";
import {
  formatTimestamp
} from "./chunk-NNHBBYKH.js";
import "./chunk-DSLK22FF.js";
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
