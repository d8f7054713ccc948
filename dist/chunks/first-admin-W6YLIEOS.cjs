"use strict";
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __export = (target, all) => {
  for (var name in all)
    __defProp(target, name, { get: all[name], enumerable: true });
};
var __copyProps = (to, from, except, desc) => {
  if (from && typeof from === "object" || typeof from === "function") {
    for (let key of __getOwnPropNames(from))
      if (!__hasOwnProp.call(to, key) && key !== except)
        __defProp(to, key, { get: () => from[key], enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable });
  }
  return to;
};
var __toCommonJS = (mod) => __copyProps(__defProp({}, "__esModule", { value: true }), mod);
var stdin_exports = {};
__export(stdin_exports, {
  first_admin_W6YLIEOS: () => first_admin_W6YLIEOS_exports
});
module.exports = stdin_exports;
var import_coordinator_BDF496ED = require("./coordinator-BDF496ED.cjs").chunk_N3VYJGTO;
var import_chunk_C8243CDF = require("./chunk-C8243CDF.cjs").chunk_SRCGQLIE;
var import_chunk_DTS5IVSP = require("./chunk-DTS5IVSP.cjs").chunk_DTS5IVSP;
var import_chunk_C8243CDF2 = require("./chunk-C8243CDF.cjs").chunk_EXIYXH3Y;
var import_chunk_C8243CDF3 = require("./chunk-C8243CDF.cjs").chunk_YSBHH5EC;
var import_chunk_B272185E = require("./chunk-B272185E.cjs").chunk_G352BHGG;
var import_chunk_B272185E2 = require("./chunk-B272185E.cjs").chunk_Y7EQYQPN;
var import_environments_file_75064426 = require("./environments-file-75064426.cjs").chunk_NFNUYPQW;
var import_chunk_3D09AB1E = require("./chunk-3D09AB1E.cjs").chunk_6452EM42;
var import_chunk_56DE2BBB = require("./chunk-56DE2BBB.cjs").chunk_V6MQU5JI;
var import_chunk_47CB1C2A = require("./chunk-47CB1C2A.cjs").chunk_RYZFYTYQ;
var import_chunk_47CB1C2A2 = require("./chunk-47CB1C2A.cjs").chunk_ZXGMBMKT;
var import_chunk_7EB7A870 = require("./chunk-7EB7A870.cjs").chunk_AWYJ7NDG;
var import_chunk_7EB7A8702 = require("./chunk-7EB7A870.cjs").chunk_4V7FCDZI;
var import_chunk_7EB7A8703 = require("./chunk-7EB7A870.cjs").chunk_PDFIH4YN;
var import_chunk_AGUB2WUS = require("./chunk-AGUB2WUS.cjs").chunk_AGUB2WUS;
var import_chunk_A7C2DCE4 = require("./chunk-A7C2DCE4.cjs").chunk_QWNYZ5AQ;
var import_chunk_A7C2DCE42 = require("./chunk-A7C2DCE4.cjs").chunk_UWHXMD75;
var import_chunk_439F88D8 = require("./chunk-439F88D8.cjs").chunk_QAKKENVC;
var import_chunk_7EB7A8704 = require("./chunk-7EB7A870.cjs").chunk_DLDCVKX6;
var import_chunk_7EB7A8705 = require("./chunk-7EB7A870.cjs").chunk_IW4RQ534;
var import_chunk_7EB7A8706 = require("./chunk-7EB7A870.cjs").chunk_QA3SWOLL;
var import_chunk_A7C2DCE43 = require("./chunk-A7C2DCE4.cjs").chunk_5RE62PDQ;
var import_chunk_A7C2DCE44 = require("./chunk-A7C2DCE4.cjs").chunk_FZZUDDWV;
var import_chunk_0722AEF2 = require("./chunk-0722AEF2.cjs").chunk_HQJHKSVR;
var import_chunk_3D09AB1E2 = require("./chunk-3D09AB1E.cjs").chunk_K2GQJPO7;
var import_chunk_8A8057F5 = require("./chunk-8A8057F5.cjs").chunk_E3PGXMDL;
var import_chunk_439F88D82 = require("./chunk-439F88D8.cjs").chunk_W7ECAJ5W;
var import_chunk_56DE2BBB2 = require("./chunk-56DE2BBB.cjs").chunk_PZSHMVAL;
var import_chunk_56DE2BBB3 = require("./chunk-56DE2BBB.cjs").chunk_UXVXCCP6;
var import_chunk_JLNAMR5F = require("./chunk-JLNAMR5F.cjs").chunk_JLNAMR5F;
var import_chunk_D101FFC8 = require("./chunk-D101FFC8.cjs").chunk_PC4MX4V7;
var import_chunk_8A8057F52 = require("./chunk-8A8057F5.cjs").chunk_FJ74566X;
var import_chunk_8A8057F53 = require("./chunk-8A8057F5.cjs").chunk_AXK55U4L;
var import_chunk_BIEF65K5 = require("./chunk-BIEF65K5.cjs").chunk_BIEF65K5;
var import_cli = require("../cli.cjs").chunk_FZ44G4XJ;
var import_chunk_8A8057F54 = require("./chunk-8A8057F5.cjs").chunk_AY43R5RU;
var import_chunk_8A8057F55 = require("./chunk-8A8057F5.cjs").chunk_3ZQSXCLB;
var import_chunk_D101FFC82 = require("./chunk-D101FFC8.cjs").chunk_CRLEFTAS;
var import_chunk_2BC21E11 = require("./chunk-2BC21E11.cjs").chunk_COQYJIF4;
var import_chunk_D101FFC83 = require("./chunk-D101FFC8.cjs").chunk_XOEOLIE2;
var import_cli2 = require("../cli.cjs").chunk_SO3KANTK;
var import_cli3 = require("../cli.cjs").chunk_GEUJANHY;
var import_chunk_2BC21E112 = require("./chunk-2BC21E11.cjs").chunk_M3WSMIIZ;
var import_chunk_D101FFC84 = require("./chunk-D101FFC8.cjs").chunk_WXJSDXRQ;
var import_cli4 = require("../cli.cjs").chunk_QW7UKFTH;
var import_cli5 = require("../cli.cjs").chunk_4NFOMFHU;
var import_chunk_SS6UIK3I = require("./chunk-SS6UIK3I.cjs").chunk_SS6UIK3I;
var import_cli6 = require("../cli.cjs").chunk_TO5RH7DJ;
var import_cli7 = require("../cli.cjs").chunk_HJAZFC2R;
var __defProp2 = Object.defineProperty;
var __export2 = (target, all) => {
  for (var name in all)
    __defProp2(target, name, { get: all[name], enumerable: true });
};
var first_admin_W6YLIEOS_exports = {};
__export2(first_admin_W6YLIEOS_exports, {
  coordinatorFirstAdmin: () => coordinatorFirstAdmin
});
var coordinatorFirstAdmin = {
  name: "coordinator first-admin",
  summary: "Make a code with which one login becomes an admin.",
  details: "The code goes to first-admin.code in the data directory (mode 0600): good for 15 minutes and five tries, once.\nThe account must be on the list of the login in environments.yml all the same. There is no default password.",
  options: ["data", "store", "json"],
  examples: ["sallyport coordinator first-admin --data /var/lib/sallyport"],
  async run(call) {
    const { ports, options } = call;
    const folder = (0, import_coordinator_BDF496ED.dataOf)(call);
    await (0, import_chunk_DTS5IVSP.openDataDirectory)(folder);
    const { clock, random } = ports;
    const made = await (0, import_chunk_DTS5IVSP.withStore)(
      call,
      folder,
      (store) => (0, import_chunk_DTS5IVSP.makeFirstAdminCode)({ store, clock, random, folder })
    );
    const expiresAt = (0, import_cli3.formatTimestamp)(made.expiresAt);
    if (options.json) ports.stdout(`${JSON.stringify({ version: 1, file: made.file, expiresAt })}
`);
    ports.stderr(`until ${expiresAt}: sallyport login --first-admin ${made.file}
`);
    return import_cli6.EXIT.ok;
  }
};
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  first_admin_W6YLIEOS
});
