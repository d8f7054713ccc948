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
  first_admin_7N7WEFIZ: () => first_admin_7N7WEFIZ_exports
});
module.exports = stdin_exports;
var import_coordinator_10896918 = require("./coordinator-10896918.cjs").chunk_GSPIJYX5;
var import_chunk_FACE8E31 = require("./chunk-FACE8E31.cjs").chunk_7QDTEPUY;
var import_chunk_A5BHWNUW = require("./chunk-A5BHWNUW.cjs").chunk_A5BHWNUW;
var import_chunk_FACE8E312 = require("./chunk-FACE8E31.cjs").chunk_N2CEJMOH;
var import_chunk_FACE8E313 = require("./chunk-FACE8E31.cjs").chunk_OFVEZVAZ;
var import_chunk_8BE2930D = require("./chunk-8BE2930D.cjs").chunk_P5Y3727L;
var import_chunk_8BE2930D2 = require("./chunk-8BE2930D.cjs").chunk_ZYJHKVA7;
var import_environments_file_B169AE2E = require("./environments-file-B169AE2E.cjs").chunk_7MSCG7IE;
var import_chunk_6D9B2BDF = require("./chunk-6D9B2BDF.cjs").chunk_4ZXJRBCH;
var import_chunk_E7E63261 = require("./chunk-E7E63261.cjs").chunk_LN64JXY7;
var import_chunk_38EDD590 = require("./chunk-38EDD590.cjs").chunk_Y2L2NAT7;
var import_chunk_38EDD5902 = require("./chunk-38EDD590.cjs").chunk_ZXGMBMKT;
var import_chunk_8A5887D9 = require("./chunk-8A5887D9.cjs").chunk_AXPTAZ2E;
var import_chunk_8A5887D92 = require("./chunk-8A5887D9.cjs").chunk_BBZH2QS2;
var import_chunk_8A5887D93 = require("./chunk-8A5887D9.cjs").chunk_TFFOW3OJ;
var import_chunk_T6RIR5MA = require("./chunk-T6RIR5MA.cjs").chunk_T6RIR5MA;
var import_chunk_A7C2DCE4 = require("./chunk-A7C2DCE4.cjs").chunk_QWNYZ5AQ;
var import_chunk_A7C2DCE42 = require("./chunk-A7C2DCE4.cjs").chunk_UWHXMD75;
var import_chunk_439F88D8 = require("./chunk-439F88D8.cjs").chunk_QAKKENVC;
var import_chunk_8A5887D94 = require("./chunk-8A5887D9.cjs").chunk_DLDCVKX6;
var import_chunk_8A5887D95 = require("./chunk-8A5887D9.cjs").chunk_HWYOMYN6;
var import_chunk_8A5887D96 = require("./chunk-8A5887D9.cjs").chunk_BGKKW6X2;
var import_chunk_A7C2DCE43 = require("./chunk-A7C2DCE4.cjs").chunk_5RE62PDQ;
var import_chunk_A7C2DCE44 = require("./chunk-A7C2DCE4.cjs").chunk_FZZUDDWV;
var import_chunk_0722AEF2 = require("./chunk-0722AEF2.cjs").chunk_HQJHKSVR;
var import_chunk_6D9B2BDF2 = require("./chunk-6D9B2BDF.cjs").chunk_KRZWIFVR;
var import_chunk_EA47D034 = require("./chunk-EA47D034.cjs").chunk_E3PGXMDL;
var import_chunk_439F88D82 = require("./chunk-439F88D8.cjs").chunk_W7ECAJ5W;
var import_chunk_E7E632612 = require("./chunk-E7E63261.cjs").chunk_5YZ4WNU6;
var import_chunk_E7E632613 = require("./chunk-E7E63261.cjs").chunk_OEK5FYWZ;
var import_chunk_R2HSE3F3 = require("./chunk-R2HSE3F3.cjs").chunk_R2HSE3F3;
var import_chunk_CF656EE4 = require("./chunk-CF656EE4.cjs").chunk_PC4MX4V7;
var import_chunk_EA47D0342 = require("./chunk-EA47D034.cjs").chunk_55ZXGT2M;
var import_chunk_EA47D0343 = require("./chunk-EA47D034.cjs").chunk_B5YHRYI7;
var import_chunk_BIEF65K5 = require("./chunk-BIEF65K5.cjs").chunk_BIEF65K5;
var import_cli = require("../cli.cjs").chunk_FZ44G4XJ;
var import_chunk_EA47D0344 = require("./chunk-EA47D034.cjs").chunk_UESRXYTB;
var import_chunk_EA47D0345 = require("./chunk-EA47D034.cjs").chunk_3ZQSXCLB;
var import_chunk_CF656EE42 = require("./chunk-CF656EE4.cjs").chunk_CRLEFTAS;
var import_chunk_2BC21E11 = require("./chunk-2BC21E11.cjs").chunk_COQYJIF4;
var import_chunk_CF656EE43 = require("./chunk-CF656EE4.cjs").chunk_LLW3E7RW;
var import_cli2 = require("../cli.cjs").chunk_SO3KANTK;
var import_cli3 = require("../cli.cjs").chunk_GEUJANHY;
var import_chunk_2BC21E112 = require("./chunk-2BC21E11.cjs").chunk_M3WSMIIZ;
var import_chunk_CF656EE44 = require("./chunk-CF656EE4.cjs").chunk_PO7UBJRE;
var import_cli4 = require("../cli.cjs").chunk_QW7UKFTH;
var import_cli5 = require("../cli.cjs").chunk_4NFOMFHU;
var import_chunk_LISJZMXW = require("./chunk-LISJZMXW.cjs").chunk_LISJZMXW;
var import_cli6 = require("../cli.cjs").chunk_TO5RH7DJ;
var import_cli7 = require("../cli.cjs").chunk_HJAZFC2R;
var __defProp2 = Object.defineProperty;
var __export2 = (target, all) => {
  for (var name in all)
    __defProp2(target, name, { get: all[name], enumerable: true });
};
var first_admin_7N7WEFIZ_exports = {};
__export2(first_admin_7N7WEFIZ_exports, {
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
    const folder = (0, import_coordinator_10896918.dataOf)(call);
    await (0, import_chunk_A5BHWNUW.openDataDirectory)(folder);
    const { clock, random } = ports;
    const made = await (0, import_chunk_A5BHWNUW.withStore)(
      call,
      folder,
      (store) => (0, import_chunk_A5BHWNUW.makeFirstAdminCode)({ store, clock, random, folder })
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
  first_admin_7N7WEFIZ
});
