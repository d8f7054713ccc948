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
  randomBelow: () => randomBelow,
  randomUint32: () => randomUint32
});
module.exports = stdin_exports;
function randomUint32(random) {
  const bytes = random.bytes(4);
  return (bytes[0] << 24 | bytes[1] << 16 | bytes[2] << 8 | bytes[3]) >>> 0;
}
function randomBelow(random, bound) {
  const limit = Math.floor(4294967296 / bound) * bound;
  for (; ; ) {
    const value = randomUint32(random);
    if (value < limit) return value % bound;
  }
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  randomBelow,
  randomUint32
});
