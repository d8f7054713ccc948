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
  TAG_SIZE: () => TAG_SIZE,
  openBytes: () => openBytes,
  scratchOf: () => scratchOf,
  sealBytes: () => sealBytes
});
module.exports = stdin_exports;
var TAG_SIZE = 16;
var SCRATCH_SIZE = 65536 + 2 * TAG_SIZE;
var scratches = /* @__PURE__ */ new WeakMap();
function scratchOf(aead) {
  const known = scratches.get(aead);
  if (known) return known;
  const made = { incoming: aead.allocate(SCRATCH_SIZE), outgoing: aead.allocate(SCRATCH_SIZE) };
  scratches.set(aead, made);
  return made;
}
function sealBytes(aead, key, low, high, plaintext) {
  const arena = scratchOf(aead).outgoing;
  arena.bytes.set(plaintext);
  key.seal(low, high, arena, 0, plaintext.length);
  return new Uint8Array(arena.bytes.subarray(0, plaintext.length + TAG_SIZE));
}
function openBytes(aead, key, low, high, sealed) {
  const arena = scratchOf(aead).incoming;
  if (sealed.length > arena.bytes.length) return void 0;
  arena.bytes.set(sealed);
  if (!key.open(low, high, arena, 0, sealed.length)) return void 0;
  return new Uint8Array(arena.bytes.subarray(0, sealed.length - TAG_SIZE));
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  TAG_SIZE,
  openBytes,
  scratchOf,
  sealBytes
});
