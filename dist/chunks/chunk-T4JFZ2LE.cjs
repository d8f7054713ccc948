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
  PeerSessions: () => PeerSessions
});
module.exports = stdin_exports;
var PeerSessions = class {
  #proven = /* @__PURE__ */ new Set();
  #waiting = /* @__PURE__ */ new Map();
  has(id) {
    return this.#proven.has(id);
  }
  /** To be told of all that the device says. */
  take(news) {
    if (news.kind === "unanswered") this.#proven.delete(news.peer);
    if (news.kind !== "session") return;
    this.#proven.add(news.peer);
    for (const waiter of this.#waiting.get(news.peer) ?? []) waiter.resolve(news.roundTripMs);
  }
  forget(id) {
    this.#proven.delete(id);
  }
  /** Nobody waits any longer, and what was awaited is refused with the error. */
  close(error) {
    for (const waiter of [...this.#waiting.values()].flatMap((set) => [...set])) waiter.reject(error);
  }
  /** @returns the round trip in ms of the handshake, where we began it. @throws what `late` makes, after the timeout */
  async wait(id, timeoutMs, late) {
    if (this.#proven.has(id)) return void 0;
    const waiter = Promise.withResolvers();
    const waiting = this.#waiting.get(id) ?? /* @__PURE__ */ new Set();
    this.#waiting.set(id, waiting);
    waiting.add(waiter);
    const timer = setTimeout(() => waiter.reject(late()), timeoutMs);
    try {
      return await waiter.promise;
    } finally {
      clearTimeout(timer);
      waiting.delete(waiter);
    }
  }
};
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  PeerSessions
});
