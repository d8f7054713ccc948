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
  parseLabels: () => parseLabels
});
module.exports = stdin_exports;
var import_chunk_UESRXYTB = require("./chunk-UESRXYTB.cjs");
var import_chunk_TO5RH7DJ = require("./chunk-TO5RH7DJ.cjs");
function parseLabels(given = []) {
  const pairs = given.map((text) => {
    const equals = text.indexOf("=");
    return equals < 1 ? void 0 : [text.slice(0, equals), text.slice(equals + 1)];
  });
  const names = pairs.map((pair) => pair?.[0]);
  const parsed = import_chunk_UESRXYTB.labels.safeParse(Object.fromEntries(pairs.filter((pair) => pair !== void 0)));
  if (!parsed.success || pairs.includes(void 0) || new Set(names).size !== names.length) {
    throw new import_chunk_TO5RH7DJ.SallyportError("USAGE", {
      message: `--label ${given.join(" --label ")} is not a list of labels`,
      help: "write each once, as --label role=web"
    });
  }
  return parsed.data;
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  parseLabels
});
