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
  decodeDocument: () => decodeDocument,
  refuseHiddenKeys: () => refuseHiddenKeys
});
module.exports = stdin_exports;
var import_chunk_CRLEFTAS = require("./chunk-CRLEFTAS.cjs");
var import_chunk_SO3KANTK = require("./chunk-SO3KANTK.cjs");
var import_chunk_TO5RH7DJ = require("./chunk-TO5RH7DJ.cjs");
function decodeDocument(schema, bytes, limits) {
  const value = (0, import_chunk_CRLEFTAS.parseStrictJson)(bytes, limits);
  refuseHiddenKeys(value, limits.source);
  return (0, import_chunk_SO3KANTK.decode)(schema, value, { source: limits.source });
}
function refuseHiddenKeys(value, source) {
  if (typeof value !== "object" || value === null) return;
  if (Object.hasOwn(value, "__proto__")) {
    throw new import_chunk_TO5RH7DJ.SallyportError("CONFIG_INVALID", {
      message: "__proto__: this key is not known",
      place: { file: source }
    });
  }
  for (const member of Object.values(value)) refuseHiddenKeys(member, source);
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  decodeDocument,
  refuseHiddenKeys
});
