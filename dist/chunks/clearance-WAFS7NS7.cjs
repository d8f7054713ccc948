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
  clear: () => clear
});
module.exports = stdin_exports;
var import_chunk_S225JGKB = require("./chunk-S225JGKB.cjs");
var import_chunk_ZC2FV7IO = require("./chunk-ZC2FV7IO.cjs");
var import_chunk_TQTVLQTT = require("./chunk-TQTVLQTT.cjs");
var import_chunk_VPYVWG56 = require("./chunk-VPYVWG56.cjs");
var import_chunk_2QF5A3XH = require("./chunk-2QF5A3XH.cjs");
var import_chunk_CJIFYOYA = require("./chunk-CJIFYOYA.cjs");
var import_chunk_TRET7PXH = require("./chunk-TRET7PXH.cjs");
var import_chunk_NDPFJMXT = require("./chunk-NDPFJMXT.cjs");
var import_chunk_IMTAAEPN = require("./chunk-IMTAAEPN.cjs");
var import_chunk_2AACMVZV = require("./chunk-2AACMVZV.cjs");
var import_chunk_QW7UKFTH = require("./chunk-QW7UKFTH.cjs");
var import_chunk_4NFOMFHU = require("./chunk-4NFOMFHU.cjs");
var import_chunk_TO5RH7DJ = require("./chunk-TO5RH7DJ.cjs");
var import_chunk_Z5ERJLD7 = require("./chunk-Z5ERJLD7.cjs");
var import_chunk_C2IEPSRS = require("./chunk-C2IEPSRS.cjs");
var import_chunk_HJAZFC2R = require("./chunk-HJAZFC2R.cjs");
function clear(vulnerability, { first }, statements) {
  const { finding, remedy } = vulnerability;
  if (statements.length === 0 || remedy.kind === "remove" || !finding.advisory) return vulnerability;
  const ids = [finding.advisory.id, ...finding.advisory.aliases];
  const statement = (0, import_chunk_CJIFYOYA.findClearance)(statements, (0, import_chunk_TRET7PXH.purlOf)(first), ids);
  if (!statement) return vulnerability;
  const says = statement.status === "fixed" ? "is fixed" : "does not affect it";
  return {
    remedy: { kind: "none" },
    finding: {
      ...finding,
      rule: import_chunk_S225JGKB.CLEARED_RULE,
      severity: "none",
      title: `Not affected: ${finding.title}`,
      message: `${statement.source} says that ${finding.advisory.id} ${says}: ${statement.reason}.
${finding.message}`
    }
  };
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  clear
});
