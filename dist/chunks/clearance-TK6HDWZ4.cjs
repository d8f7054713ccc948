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
  clearance_TK6HDWZ4: () => clearance_TK6HDWZ4_exports
});
module.exports = stdin_exports;
var import_chunk_Y3UZJFZ6 = require("./chunk-Y3UZJFZ6.cjs").chunk_Y3UZJFZ6;
var import_chunk_VYXZ2XSH = require("./chunk-VYXZ2XSH.cjs").chunk_VYXZ2XSH;
var import_chunk_31504B25 = require("./chunk-31504B25.cjs").chunk_GRDQR7JG;
var import_chunk_31504B252 = require("./chunk-31504B25.cjs").chunk_Z7PF3XZF;
var import_chunk_31504B253 = require("./chunk-31504B25.cjs").chunk_VPYVWG56;
var import_chunk_7A0A2440 = require("./chunk-7A0A2440.cjs").chunk_2QF5A3XH;
var import_vex_E7759C21 = require("./vex-E7759C21.cjs").chunk_U6GJAWTZ;
var import_vex_E7759C212 = require("./vex-E7759C21.cjs").chunk_M44N5T76;
var import_chunk_C3CB3CD9 = require("./chunk-C3CB3CD9.cjs").chunk_NC4COCRK;
var import_chunk_C3CB3CD92 = require("./chunk-C3CB3CD9.cjs").chunk_V5MOCF6Z;
var import_chunk_2AACMVZV = require("./chunk-2AACMVZV.cjs").chunk_2AACMVZV;
var import_cli = require("../cli.cjs").chunk_QW7UKFTH;
var import_cli2 = require("../cli.cjs").chunk_4NFOMFHU;
var import_cli3 = require("../cli.cjs").chunk_TO5RH7DJ;
var import_chunk_31504B254 = require("./chunk-31504B25.cjs").chunk_YNNKUSU3;
var import_chunk_C2IEPSRS = require("./chunk-C2IEPSRS.cjs").chunk_C2IEPSRS;
var import_cli4 = require("../cli.cjs").chunk_HJAZFC2R;
var __defProp2 = Object.defineProperty;
var __export2 = (target, all) => {
  for (var name in all)
    __defProp2(target, name, { get: all[name], enumerable: true });
};
var clearance_TK6HDWZ4_exports = {};
__export2(clearance_TK6HDWZ4_exports, {
  clear: () => clear
});
function clear(vulnerability, { first }, statements) {
  const { finding, remedy } = vulnerability;
  if (statements.length === 0 || remedy.kind === "remove" || !finding.advisory) return vulnerability;
  const ids = [finding.advisory.id, ...finding.advisory.aliases];
  const statement = (0, import_vex_E7759C21.findClearance)(statements, (0, import_vex_E7759C212.purlOf)(first), ids);
  if (!statement) return vulnerability;
  const says = statement.status === "fixed" ? "is fixed" : "does not affect it";
  return {
    remedy: { kind: "none" },
    finding: {
      ...finding,
      rule: import_chunk_Y3UZJFZ6.CLEARED_RULE,
      severity: "none",
      title: `Not affected: ${finding.title}`,
      message: `${statement.source} says that ${finding.advisory.id} ${says}: ${statement.reason}.
${finding.message}`
    }
  };
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  clearance_TK6HDWZ4
});
