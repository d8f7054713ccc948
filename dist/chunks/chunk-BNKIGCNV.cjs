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
  LeafStore: () => LeafStore,
  createIssuerKeySource: () => createIssuerKeySource
});
module.exports = stdin_exports;
var import_chunk_T4TT3RT5 = require("./chunk-T4TT3RT5.cjs");
var import_chunk_W7ECAJ5W = require("./chunk-W7ECAJ5W.cjs");
var import_chunk_B5YHRYI7 = require("./chunk-B5YHRYI7.cjs");
var import_chunk_CRLEFTAS = require("./chunk-CRLEFTAS.cjs");
var import_chunk_SO3KANTK = require("./chunk-SO3KANTK.cjs");
var import_chunk_GEUJANHY = require("./chunk-GEUJANHY.cjs");
var import_chunk_4NFOMFHU = require("./chunk-4NFOMFHU.cjs");
var import_chunk_TO5RH7DJ = require("./chunk-TO5RH7DJ.cjs");
var REFETCH_MS = import_chunk_GEUJANHY.MINUTE;
var REFRESH_MS = import_chunk_GEUJANHY.HOUR;
var KEEP_MS = import_chunk_GEUJANHY.DAY;
function createIssuerKeySource(ports) {
  const cache = /* @__PURE__ */ new Map();
  return {
    async keysFor(issuers, token) {
      const peeked = (0, import_chunk_T4TT3RT5.peekToken)(token);
      const issuer = issuers.find((candidate) => candidate.issuer === peeked?.issuer);
      if (!peeked || !issuer) return /* @__PURE__ */ new Map();
      const cached = cache.get(issuer.issuer) ?? newEntry(ports.clock);
      cache.set(issuer.issuer, cached);
      const age = ports.clock.monotonic() - cached.fetchedAt;
      const isKnown = goodKeys(cached, ports.clock).some(({ kid }) => kid === peeked.kid);
      if (age > (isKnown ? REFRESH_MS : REFETCH_MS)) cached.running ??= refresh(ports, issuer, cached);
      if (isKnown) cached.running?.catch(() => void 0);
      else await cached.running;
      const keys = goodKeys(cached, ports.clock);
      return keys.length === 0 ? /* @__PURE__ */ new Map() : /* @__PURE__ */ new Map([[issuer.issuer, { issuer: issuer.issuer, keys }]]);
    }
  };
}
function newEntry(clock) {
  const longAgo = clock.monotonic() - REFETCH_MS - 1;
  return { seen: [], fetchedAt: longAgo, running: void 0 };
}
function goodKeys({ seen }, clock) {
  const now = clock.monotonic();
  return seen.filter(({ seenAt }) => now - seenAt <= KEEP_MS).map(({ key }) => key);
}
async function refresh(ports, issuer, cached) {
  cached.fetchedAt = ports.clock.monotonic();
  try {
    const fetched = issuer.jwks === "snapshot" ? await readSnapshot(ports, issuer) : await fetchKeys(ports, issuer);
    const seenAt = ports.clock.monotonic();
    const before = new Map(cached.seen.map((seen) => [seen.key, seen]));
    const kept = goodKeys(cached, ports.clock);
    cached.seen = (0, import_chunk_T4TT3RT5.joinIssuerKeys)(fetched, kept).keys.map((key) => before.get(key) ?? { key, seenAt });
  } catch (thrown) {
    if (!(thrown instanceof import_chunk_TO5RH7DJ.SallyportError)) throw thrown;
  } finally {
    cached.running = void 0;
  }
}
async function readSnapshot(ports, issuer) {
  const source = issuer.snapshot ?? "";
  const value = (0, import_chunk_CRLEFTAS.parseStrictJson)(await ports.readFile(source), { source, maxBytes: 2 * import_chunk_T4TT3RT5.MAX_JWKS_BYTES });
  const envelope = (0, import_chunk_SO3KANTK.decode)(import_chunk_B5YHRYI7.envelopeSchema, value, { source });
  return (0, import_chunk_T4TT3RT5.verifyJwksSnapshot)(envelope, { root: ports.root, issuer: issuer.issuer, now: ports.clock.now() });
}
async function fetchKeys(ports, issuer) {
  const ca = issuer.ca === void 0 ? {} : { ca: (0, import_chunk_4NFOMFHU.decodeUtf8)(await ports.readFile(issuer.ca)) };
  const bounds = { ...ca, maxBytes: import_chunk_T4TT3RT5.MAX_JWKS_BYTES, timeoutMs: import_chunk_T4TT3RT5.JWKS_TIMEOUT_MS };
  const uri = (0, import_chunk_T4TT3RT5.parseDiscovery)(await ports.fetch((0, import_chunk_T4TT3RT5.discoveryUrl)(issuer), bounds), issuer);
  return (0, import_chunk_T4TT3RT5.parseJwks)(await ports.fetch(uri, bounds), issuer.issuer);
}
var LeafStore = class {
  /** By level; `levels[0]` are the leaves. */
  #levels = [[]];
  get size() {
    return this.#levels[0].length;
  }
  /** @param leaf the leaf's hash */
  append(leaf) {
    for (const { node, hash } of (0, import_chunk_W7ECAJ5W.completedNodes)(this.size, leaf, this.#read)) {
      if (this.#levels.length === node.level) this.#levels.push([]);
      this.#levels[node.level][node.index] = hash;
    }
  }
  /** The root when the log had `size` leaves. */
  rootAt(size) {
    return size === 0 ? import_chunk_W7ECAJ5W.EMPTY_ROOT : (0, import_chunk_W7ECAJ5W.treeRoot)(size, this.#read);
  }
  /** RFC 9162 \u00a72.1.4; empty for equal sizes. */
  consistency(first, second) {
    return first === second ? [] : (0, import_chunk_T4TT3RT5.proofOf)((0, import_chunk_T4TT3RT5.consistencyRanges)(first, second), this.#read);
  }
  #read = ({ level, index }) => {
    const hash = this.#levels[level]?.[index];
    if (!hash) throw new Error(`the node ${index} of level ${level} is not whole`);
    return hash;
  };
};
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  LeafStore,
  createIssuerKeySource
});
