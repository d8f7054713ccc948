import { createRequire as __createRequire } from 'node:module'
const __bundleUrl = new URL('cli.js', import.meta.url.replace(/chunks\/[^/]+$/, '')).href
const require = __createRequire(__bundleUrl)
import {
  dataOf
} from "./chunk-TN3QHMHH.js";
import "./chunk-A53RE3R5.js";
import "./chunk-YEYIKXDN.js";
import "./chunk-GYGLOQD6.js";
import {
  makeFirstAdminCode,
  openDataDirectory,
  withStore
} from "./chunk-RFJWMNE7.js";
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
import {
  formatTimestamp
} from "./chunk-HO7PXLR4.js";
import "./chunk-FSDLIBQR.js";
import "./chunk-FAI36SC3.js";
import "./chunk-OIE2JKUE.js";
import {
  EXIT
} from "./chunk-N2CRB7ZG.js";

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
