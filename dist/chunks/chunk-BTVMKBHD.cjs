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
  Interruption: () => Interruption,
  interruptionOf: () => interruptionOf,
  unlessAborted: () => unlessAborted
});
module.exports = stdin_exports;
var Interruption = class extends Error {
  signal;
  constructor(signal) {
    super(`interrupted by ${signal}`);
    this.name = "Interruption";
    this.signal = signal;
  }
};
var MAX_CAUSES = 16;
function interruptionOf(thrown) {
  let error = thrown;
  for (let depth = 0; depth < MAX_CAUSES && error instanceof Error; depth++) {
    if (error instanceof Interruption) return error;
    error = error.cause;
  }
  return void 0;
}
function unlessAborted(signal, work) {
  const { promise, reject } = Promise.withResolvers();
  const stop = () => reject(signal.reason);
  if (signal.aborted) stop();
  else signal.addEventListener("abort", stop, { once: true });
  return Promise.race([work, promise]).finally(() => signal.removeEventListener("abort", stop));
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  Interruption,
  interruptionOf,
  unlessAborted
});
