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
  clearance_CLRX6I3Y: () => clearance_CLRX6I3Y_exports
});
module.exports = stdin_exports;
var import_chunk_VWYIW444 = require("./chunk-VWYIW444.cjs").chunk_VWYIW444;
var import_chunk_ZC2FV7IO = require("./chunk-ZC2FV7IO.cjs").chunk_ZC2FV7IO;
var import_chunk_DFF544D9 = require("./chunk-DFF544D9.cjs").chunk_UQO4JG64;
var import_chunk_DFF544D92 = require("./chunk-DFF544D9.cjs").chunk_OXQG7BCY;
var import_chunk_DFF544D93 = require("./chunk-DFF544D9.cjs").chunk_VPYVWG56;
var import_chunk_7A0A2440 = require("./chunk-7A0A2440.cjs").chunk_2QF5A3XH;
var import_vex_4DB4E7C5 = require("./vex-4DB4E7C5.cjs").chunk_CJIFYOYA;
var import_vex_4DB4E7C52 = require("./vex-4DB4E7C5.cjs").chunk_TRET7PXH;
var import_chunk_8498BE7E = require("./chunk-8498BE7E.cjs").chunk_NDPFJMXT;
var import_chunk_8498BE7E2 = require("./chunk-8498BE7E.cjs").chunk_IMTAAEPN;
var import_chunk_2AACMVZV = require("./chunk-2AACMVZV.cjs").chunk_2AACMVZV;
var import_cli = require("../cli.cjs").chunk_QW7UKFTH;
var import_cli2 = require("../cli.cjs").chunk_4NFOMFHU;
var import_cli3 = require("../cli.cjs").chunk_TO5RH7DJ;
var import_chunk_DFF544D94 = require("./chunk-DFF544D9.cjs").chunk_Z5ERJLD7;
var import_chunk_C2IEPSRS = require("./chunk-C2IEPSRS.cjs").chunk_C2IEPSRS;
var import_cli4 = require("../cli.cjs").chunk_HJAZFC2R;
var __defProp2 = Object.defineProperty;
var __export2 = (target, all) => {
  for (var name in all)
    __defProp2(target, name, { get: all[name], enumerable: true });
};
var clearance_CLRX6I3Y_exports = {};
__export2(clearance_CLRX6I3Y_exports, {
  clear: () => clear
});
function clear(vulnerability, { first }, statements) {
  const { finding, remedy } = vulnerability;
  if (statements.length === 0 || remedy.kind === "remove" || !finding.advisory) return vulnerability;
  const ids = [finding.advisory.id, ...finding.advisory.aliases];
  const statement = (0, import_vex_4DB4E7C5.findClearance)(statements, (0, import_vex_4DB4E7C52.purlOf)(first), ids);
  if (!statement) return vulnerability;
  const says = statement.status === "fixed" ? "is fixed" : "does not affect it";
  return {
    remedy: { kind: "none" },
    finding: {
      ...finding,
      rule: import_chunk_VWYIW444.CLEARED_RULE,
      severity: "none",
      title: `Not affected: ${finding.title}`,
      message: `${statement.source} says that ${finding.advisory.id} ${says}: ${statement.reason}.
${finding.message}`
    }
  };
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  clearance_CLRX6I3Y
});
