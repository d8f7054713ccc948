const __bundleUrl = new URL('cli.js', import.meta.url.replace(/chunks\/[^/]+$/, '')).href
const require = process.getBuiltinModule('node:module').createRequire(__bundleUrl)
import {
  JWKS_TIMEOUT_MS,
  MAX_JWKS_BYTES,
  consistencyRanges,
  discoveryUrl,
  joinIssuerKeys,
  parseDiscovery,
  parseJwks,
  peekToken,
  proofOf,
  verifyJwksSnapshot
} from "./chunk-TCZPFBKV.js";
import {
  EMPTY_ROOT,
  completedNodes,
  treeRoot
} from "./chunk-YDARPOJS.js";
import {
  envelopeSchema
} from "./chunk-4GZJ36TC.js";
import {
  parseStrictJson
} from "./chunk-V4X75XZ6.js";
import {
  decode
} from "./chunk-USSEVVQ4.js";
import {
  DAY,
  HOUR,
  MINUTE
} from "./chunk-NNHBBYKH.js";
import {
  decodeUtf8
} from "./chunk-VOIAD42L.js";
import {
  SallyportError
} from "./chunk-XELNXD6A.js";

// src/trust/issuer-key-source.ts
var REFETCH_MS = MINUTE;
var REFRESH_MS = HOUR;
var KEEP_MS = DAY;
function createIssuerKeySource(ports) {
  const cache = /* @__PURE__ */ new Map();
  return {
    async keysFor(issuers, token) {
      const peeked = peekToken(token);
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
    cached.seen = joinIssuerKeys(fetched, kept).keys.map((key) => before.get(key) ?? { key, seenAt });
  } catch (thrown) {
    if (!(thrown instanceof SallyportError)) throw thrown;
  } finally {
    cached.running = void 0;
  }
}
async function readSnapshot(ports, issuer) {
  const source = issuer.snapshot ?? "";
  const value = parseStrictJson(await ports.readFile(source), { source, maxBytes: 2 * MAX_JWKS_BYTES });
  const envelope = decode(envelopeSchema, value, { source });
  return verifyJwksSnapshot(envelope, { root: ports.root, issuer: issuer.issuer, now: ports.clock.now() });
}
async function fetchKeys(ports, issuer) {
  const ca = issuer.ca === void 0 ? {} : { ca: decodeUtf8(await ports.readFile(issuer.ca)) };
  const bounds = { ...ca, maxBytes: MAX_JWKS_BYTES, timeoutMs: JWKS_TIMEOUT_MS };
  const uri = parseDiscovery(await ports.fetch(discoveryUrl(issuer), bounds), issuer);
  return parseJwks(await ports.fetch(uri, bounds), issuer.issuer);
}

// src/tlog/leaf-store.ts
var LeafStore = class {
  /** By level; `levels[0]` are the leaves. */
  #levels = [[]];
  get size() {
    return this.#levels[0].length;
  }
  /** @param leaf the leaf's hash */
  append(leaf) {
    for (const { node, hash } of completedNodes(this.size, leaf, this.#read)) {
      if (this.#levels.length === node.level) this.#levels.push([]);
      this.#levels[node.level][node.index] = hash;
    }
  }
  /** The root when the log had `size` leaves. */
  rootAt(size) {
    return size === 0 ? EMPTY_ROOT : treeRoot(size, this.#read);
  }
  /** RFC 9162 \u00a72.1.4; empty for equal sizes. */
  consistency(first, second) {
    return first === second ? [] : proofOf(consistencyRanges(first, second), this.#read);
  }
  #read = ({ level, index }) => {
    const hash = this.#levels[level]?.[index];
    if (!hash) throw new Error(`the node ${index} of level ${level} is not whole`);
    return hash;
  };
};

export {
  LeafStore,
  createIssuerKeySource
};
