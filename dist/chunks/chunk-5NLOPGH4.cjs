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
  deviceName: () => deviceName
});
module.exports = stdin_exports;
function deviceName(host, otherwise) {
  const label = host.split(".")[0].toLowerCase().replace(/[^a-z0-9-]/g, "-").replace(/^-+/, "");
  return label.slice(0, 63).replace(/-+$/, "") || otherwise;
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  deviceName
});
