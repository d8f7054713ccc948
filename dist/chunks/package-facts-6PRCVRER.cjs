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
  package_facts_6PRCVRER: () => package_facts_6PRCVRER_exports
});
module.exports = stdin_exports;
var import_chunk_CF656EE4 = require("./chunk-CF656EE4.cjs").chunk_PO7UBJRE;
var import_chunk_2AACMVZV = require("./chunk-2AACMVZV.cjs").chunk_2AACMVZV;
var import_cli = require("../cli.cjs").chunk_QW7UKFTH;
var import_cli2 = require("../cli.cjs").chunk_4NFOMFHU;
var import_cli3 = require("../cli.cjs").chunk_TO5RH7DJ;
var import_cli4 = require("../cli.cjs").chunk_HJAZFC2R;
var __defProp2 = Object.defineProperty;
var __export2 = (target, all) => {
  for (var name in all)
    __defProp2(target, name, { get: all[name], enumerable: true });
};
var package_facts_6PRCVRER_exports = {};
__export2(package_facts_6PRCVRER_exports, {
  readPopularNames: () => readPopularNames,
  readPublishDates: () => readPublishDates
});
var popular = (0, import_chunk_CF656EE4.object)({ source: (0, import_chunk_CF656EE4.string)(), date: (0, import_chunk_CF656EE4.string)(), names: (0, import_chunk_CF656EE4.array)((0, import_chunk_CF656EE4.string)()) });
var published = (0, import_chunk_CF656EE4.object)({
  source: (0, import_chunk_CF656EE4.string)(),
  date: (0, import_chunk_CF656EE4.string)(),
  /** Name \u2192 version \u2192 RFC 3339. */
  packages: (0, import_chunk_CF656EE4.record)((0, import_chunk_CF656EE4.string)(), (0, import_chunk_CF656EE4.record)((0, import_chunk_CF656EE4.string)(), (0, import_chunk_CF656EE4.string)()))
});
function readPopularNames(file) {
  return new Set(read(popular, file).names);
}
function readPublishDates(file) {
  const { packages } = read(published, file);
  return (name, version) => {
    const versions = Object.hasOwn(packages, name) ? packages[name] : void 0;
    const date = versions && Object.hasOwn(versions, version) ? Date.parse(versions[version]) : Number.NaN;
    return Number.isNaN(date) ? void 0 : date;
  };
}
function read(schema, file) {
  const result = schema.safeParse((0, import_chunk_2AACMVZV.parseInput)(file));
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  throw (0, import_chunk_2AACMVZV.invalidInput)(file.name, `${issue?.path.join(".") || "it"}: ${issue?.message}`);
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  package_facts_6PRCVRER
});
