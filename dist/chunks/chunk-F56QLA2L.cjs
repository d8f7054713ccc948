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
  shortLifetime: () => shortLifetime
});
module.exports = stdin_exports;
var import_chunk_GEUJANHY = require("./chunk-GEUJANHY.cjs");
var import_chunk_TO5RH7DJ = require("./chunk-TO5RH7DJ.cjs");
function shortLifetime({ options }, leastMs = import_chunk_GEUJANHY.SECOND) {
  const lifetime = options.lifetime ?? import_chunk_GEUJANHY.HOUR;
  if (lifetime >= leastMs && lifetime <= import_chunk_GEUJANHY.HOUR) return Math.ceil(lifetime / import_chunk_GEUJANHY.SECOND);
  throw new import_chunk_TO5RH7DJ.SallyportError("USAGE", {
    message: `--lifetime is ${lifetime / import_chunk_GEUJANHY.SECOND} s, it may be ${leastMs / import_chunk_GEUJANHY.SECOND} s to an hour`,
    help: "give --lifetime 30m, or leave it out for an hour"
  });
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  shortLifetime
});
