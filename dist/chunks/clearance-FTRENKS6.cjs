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
  clearance_FTRENKS6: () => clearance_FTRENKS6_exports
});
module.exports = stdin_exports;
var import_chunk_WKJ4RCEI = require("./chunk-WKJ4RCEI.cjs").chunk_WKJ4RCEI;
var import_chunk_MYQI6DIX = require("./chunk-MYQI6DIX.cjs").chunk_MYQI6DIX;
var import_chunk_31504B25 = require("./chunk-31504B25.cjs").chunk_GRDQR7JG;
var import_chunk_31504B252 = require("./chunk-31504B25.cjs").chunk_Z7PF3XZF;
var import_chunk_31504B253 = require("./chunk-31504B25.cjs").chunk_VPYVWG56;
var import_chunk_7A0A2440 = require("./chunk-7A0A2440.cjs").chunk_2QF5A3XH;
var import_vex_D157757C = require("./vex-D157757C.cjs").chunk_CZKTREGC;
var import_vex_D157757C2 = require("./vex-D157757C.cjs").chunk_X3X7HG4O;
var import_chunk_8498BE7E = require("./chunk-8498BE7E.cjs").chunk_NDPFJMXT;
var import_chunk_8498BE7E2 = require("./chunk-8498BE7E.cjs").chunk_IMTAAEPN;
var import_chunk_2AACMVZV = require("./chunk-2AACMVZV.cjs").chunk_2AACMVZV;
var import_cli = require("../cli.cjs").chunk_QW7UKFTH;
var import_cli2 = require("../cli.cjs").chunk_4NFOMFHU;
var import_cli3 = require("../cli.cjs").chunk_TO5RH7DJ;
var import_chunk_31504B254 = require("./chunk-31504B25.cjs").chunk_YNNKUSU3;
var import_chunk_DG4FJPPP = require("./chunk-DG4FJPPP.cjs").chunk_DG4FJPPP;
var import_cli4 = require("../cli.cjs").chunk_HJAZFC2R;
var __defProp2 = Object.defineProperty;
var __export2 = (target, all) => {
  for (var name in all)
    __defProp2(target, name, { get: all[name], enumerable: true });
};
var clearance_FTRENKS6_exports = {};
__export2(clearance_FTRENKS6_exports, {
  clear: () => clear
});
function clear(vulnerability, { first }, statements) {
  const { finding, remedy } = vulnerability;
  if (statements.length === 0 || remedy.kind === "remove" || !finding.advisory) return vulnerability;
  const ids = [finding.advisory.id, ...finding.advisory.aliases];
  const statement = (0, import_vex_D157757C.findClearance)(statements, (0, import_vex_D157757C2.purlOf)(first), ids);
  if (!statement) return vulnerability;
  const says = statement.status === "fixed" ? "is fixed" : "does not affect it";
  return {
    remedy: { kind: "none" },
    finding: {
      ...finding,
      rule: import_chunk_WKJ4RCEI.CLEARED_RULE,
      severity: "none",
      title: `Not affected: ${finding.title}`,
      message: `${statement.source} says that ${finding.advisory.id} ${says}: ${statement.reason}.
${finding.message}`
    }
  };
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  clearance_FTRENKS6
});
