"use strict";
var __create = Object.create;
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __getProtoOf = Object.getPrototypeOf;
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
var __toESM = (mod, isNodeMode, target) => (target = mod != null ? __create(__getProtoOf(mod)) : {}, __copyProps(
  // If the importer is in node compatibility mode or this is not an ESM
  // file that has been converted to a CommonJS file using a Babel-
  // compatible transform (i.e. "__esModule" has not been set), then set
  // "default" to the CommonJS "module.exports" for node compatibility.
  isNodeMode || !mod || !mod.__esModule ? __defProp(target, "default", { value: mod, enumerable: true }) : target,
  mod
));
var __toCommonJS = (mod) => __copyProps(__defProp({}, "__esModule", { value: true }), mod);
var stdin_exports = {};
__export(stdin_exports, {
  chunk_2ZL3UNZA: () => chunk_2ZL3UNZA_exports
});
module.exports = stdin_exports;
var import_chunk_A7C2DCE4 = require("./chunk-A7C2DCE4.cjs").chunk_QWNYZ5AQ;
var import_chunk_A7C2DCE42 = require("./chunk-A7C2DCE4.cjs").chunk_UWHXMD75;
var import_chunk_0722AEF2 = require("./chunk-0722AEF2.cjs").chunk_NX2LOS6S;
var import_chunk_8C92F723 = require("./chunk-8C92F723.cjs").chunk_DB7LFUPW;
var import_chunk_8C92F7232 = require("./chunk-8C92F723.cjs").chunk_CBR347CW;
var import_chunk_A7C2DCE43 = require("./chunk-A7C2DCE4.cjs").chunk_5RE62PDQ;
var import_chunk_A7C2DCE44 = require("./chunk-A7C2DCE4.cjs").chunk_LX6I7H3G;
var import_chunk_0722AEF22 = require("./chunk-0722AEF2.cjs").chunk_HQJHKSVR;
var import_chunk_0722AEF23 = require("./chunk-0722AEF2.cjs").chunk_53KULZZP;
var import_cli = require("../cli.cjs").chunk_GEUJANHY;
var import_cli2 = require("../cli.cjs").chunk_4NFOMFHU;
var import_cli3 = require("../cli.cjs").chunk_TO5RH7DJ;
var import_node_crypto = process.getBuiltinModule("node:crypto");
var import_node_url = process.getBuiltinModule("node:url");
var import_node_crypto2 = process.getBuiltinModule("node:crypto");



var import_node_events = process.getBuiltinModule("node:events");
var __defProp2 = Object.defineProperty;
var __export2 = (target, all) => {
  for (var name in all)
    __defProp2(target, name, { get: all[name], enumerable: true });
};
var chunk_2ZL3UNZA_exports = {};
__export2(chunk_2ZL3UNZA_exports, {
  CookieChecker: () => CookieChecker,
  CookieJar: () => CookieJar,
  Transport: () => Transport,
  chooseAead: () => chooseAead,
  isStunServer: () => isStunServer,
  listTiers: () => listTiers,
  measureHandshakeCost: () => measureHandshakeCost,
  nodeAead: () => nodeAead,
  rateSource: () => rateSource,
  readWholeTier: () => readWholeTier,
  resolveServer: () => resolveServer,
  udpRemote: () => udpRemote
});
var CIPHER = "chacha20-poly1305";
var TAG = { authTagLength: import_chunk_A7C2DCE44.TAG_SIZE };
var nodeAead = {
  name: "node",
  allocate: (size) => ({ bytes: Buffer.alloc(size), address: 0 }),
  importKey: (bytes) => new NodeAeadKey(bytes)
};
var NodeAeadKey = class {
  /** Until the first packet: of the pairs that a lost response leaves behind, no key is used. */
  #bytes;
  #key;
  #nonce = new Uint8Array(12);
  constructor(bytes) {
    this.#bytes = (0, import_cli2.copyBytes)(bytes);
  }
  seal(low, high, { bytes }, at, length) {
    const cipher = (0, import_node_crypto2.createCipheriv)(CIPHER, this.#live(), this.#nonceOf(low, high), TAG);
    bytes.set(cipher.update(bytes.subarray(at, at + length)), at);
    cipher.final();
    bytes.set(cipher.getAuthTag(), at + length);
  }
  open(low, high, { bytes }, at, length) {
    const end = at + length - import_chunk_A7C2DCE44.TAG_SIZE;
    if (end < at) return false;
    const decipher = (0, import_node_crypto2.createDecipheriv)(CIPHER, this.#live(), this.#nonceOf(low, high), TAG);
    decipher.setAuthTag(bytes.subarray(end, end + import_chunk_A7C2DCE44.TAG_SIZE));
    const plaintext = decipher.update(bytes.subarray(at, end));
    try {
      decipher.final();
      bytes.set(plaintext, at);
      return true;
    } catch {
      return false;
    } finally {
      plaintext.fill(0);
    }
  }
  /** Node wipes the key's memory when the last reference is gone. */
  zero() {
    this.#key = void 0;
    this.#forgetBytes();
  }
  #live() {
    if (this.#key) return this.#key;
    if (!this.#bytes) throw new Error("a zeroed key was used");
    this.#key = (0, import_node_crypto2.createSecretKey)(this.#bytes);
    this.#forgetBytes();
    return this.#key;
  }
  #forgetBytes() {
    this.#bytes?.fill(0);
    this.#bytes = void 0;
  }
  #nonceOf(low, high) {
    (0, import_chunk_A7C2DCE43.writeUint32)(this.#nonce, 4, low);
    (0, import_chunk_A7C2DCE43.writeUint32)(this.#nonce, 8, high);
    return this.#nonce;
  }
};
var KEY_SIZE = 32;
var NONCE_SIZE = 12;
function createSodiumAead(module2) {
  if (module2._sodium_init() < 0) throw new Error("libsodium does not start");
  const heap = new SodiumHeap(module2);
  return {
    name: "sodium",
    allocate: (size) => new SodiumArena(heap, size),
    importKey: (bytes) => new SodiumAeadKey(module2, heap, bytes)
  };
}
var SodiumHeap = class {
  nonceAt;
  bytes;
  words;
  #module;
  constructor(module2) {
    this.#module = module2;
    this.nonceAt = module2._malloc(NONCE_SIZE);
    this.bytes = Buffer.from(module2.HEAPU8.buffer);
    this.words = new DataView(module2.HEAPU8.buffer);
    this.bytes.fill(0, this.nonceAt, this.nonceAt + NONCE_SIZE);
  }
  allocate(size) {
    const at = this.#module._malloc(size);
    if (at === 0) throw new Error("the heap of libsodium is full");
    if (this.bytes.buffer !== this.#module.HEAPU8.buffer) {
      this.bytes = Buffer.from(this.#module.HEAPU8.buffer);
      this.words = new DataView(this.#module.HEAPU8.buffer);
    }
    return at;
  }
  setNonce(low, high) {
    this.words.setUint32(this.nonceAt + 4, low, true);
    this.words.setUint32(this.nonceAt + 8, high, true);
  }
};
var SodiumArena = class {
  address;
  #heap;
  #size;
  #of;
  #bytes;
  constructor(heap, size) {
    this.address = heap.allocate(size);
    this.#heap = heap;
    this.#size = size;
    this.#of = heap.bytes;
    this.#bytes = heap.bytes.subarray(this.address, this.address + size).fill(0);
  }
  get bytes() {
    if (this.#of !== this.#heap.bytes) {
      this.#of = this.#heap.bytes;
      this.#bytes = this.#of.subarray(this.address, this.address + this.#size);
    }
    return this.#bytes;
  }
};
var SodiumAeadKey = class {
  #module;
  #heap;
  #at;
  constructor(module2, heap, bytes) {
    this.#module = module2;
    this.#heap = heap;
    this.#at = heap.allocate(KEY_SIZE);
    heap.bytes.set(bytes, this.#at);
  }
  seal(low, high, arena, at, length) {
    const packet = arena.address + at;
    const { nonceAt } = this.#heap;
    const key = this.#live();
    this.#heap.setNonce(low, high);
    this.#module._crypto_aead_chacha20poly1305_ietf_encrypt(
      packet,
      0,
      packet,
      length,
      0,
      0,
      0,
      0,
      0,
      nonceAt,
      key
    );
  }
  /** Libsodium verifies before it decrypts: a wrong tag leaves no plaintext anywhere. */
  open(low, high, arena, at, length) {
    if (length < import_chunk_A7C2DCE44.TAG_SIZE) return false;
    const packet = arena.address + at;
    const { nonceAt } = this.#heap;
    const key = this.#live();
    this.#heap.setNonce(low, high);
    const failed = this.#module._crypto_aead_chacha20poly1305_ietf_decrypt(
      packet,
      0,
      0,
      packet,
      length,
      0,
      0,
      0,
      0,
      nonceAt,
      key
    );
    return failed === 0;
  }
  zero() {
    if (this.#at === 0) return;
    this.#heap.bytes.fill(0, this.#at, this.#at + KEY_SIZE);
    this.#module._free(this.#at);
    this.#at = 0;
  }
  #live() {
    if (this.#at === 0) throw new Error("a zeroed key was used");
    return this.#at;
  }
};
var CTRL_GET_TAG = 16;
var PARAMETER_SIZE = 40;
var OCTET_STRING = 5;
var TAG_PARAMETER = Buffer.from("tag\0");
var TAG_PARAMETER_AT = 2 * PARAMETER_SIZE;
function createOpensslAead(koffi) {
  const evp = bindEvp(koffi);
  const nonce = (0, import_chunk_8C92F723.pinBytes)(koffi, 12);
  const words = new DataView(nonce.bytes.buffer, nonce.bytes.byteOffset, 12);
  const registers = { nonce, words, length: (0, import_chunk_8C92F723.pinBytes)(koffi, 8), tag: tagParameter(koffi) };
  const forgotten = new FinalizationRegistry((contexts) => freeContexts(evp, contexts));
  return {
    name: "openssl",
    allocate: (size) => (0, import_chunk_8C92F723.pinBytes)(koffi, size),
    importKey(bytes) {
      const key = new OpensslAeadKey(koffi, evp, registers, bytes);
      forgotten.register(key, key.contexts);
      return key;
    }
  };
}
function tagParameter(koffi) {
  const list = (0, import_chunk_8C92F723.pinBytes)(koffi, TAG_PARAMETER_AT + TAG_PARAMETER.length);
  const { bytes, address } = list;
  bytes.writeBigUInt64LE(BigInt(address + TAG_PARAMETER_AT), 0);
  bytes.writeUInt32LE(OCTET_STRING, 8);
  bytes.writeBigUInt64LE(BigInt(import_chunk_A7C2DCE44.TAG_SIZE), 24);
  bytes.set(TAG_PARAMETER, TAG_PARAMETER_AT);
  return list;
}
function bindEvp(koffi) {
  const library = koffi.load(null);
  const init = "uintptr_t ctx, uintptr_t cipher, uintptr_t key, uintptr_t nonce, uintptr_t parameters";
  const update = "uintptr_t ctx, uintptr_t out, uintptr_t outLength, uintptr_t in, int length";
  const final = "uintptr_t ctx, uintptr_t out, uintptr_t outLength";
  return {
    newContext: library.func("uintptr_t EVP_CIPHER_CTX_new()"),
    freeContext: library.func("void EVP_CIPHER_CTX_free(uintptr_t ctx)"),
    cipher: library.func("uintptr_t EVP_chacha20_poly1305()")(),
    control: library.func("int EVP_CIPHER_CTX_ctrl(uintptr_t ctx, int type, int value, uintptr_t at)"),
    sealInit: library.func(`int EVP_EncryptInit_ex2(${init})`),
    sealUpdate: library.func(`int EVP_EncryptUpdate(${update})`),
    sealFinal: library.func(`int EVP_EncryptFinal_ex(${final})`),
    openInit: library.func(`int EVP_DecryptInit_ex2(${init})`),
    openUpdate: library.func(`int EVP_DecryptUpdate(${update})`),
    openFinal: library.func(`int EVP_DecryptFinal_ex(${final})`)
  };
}
function freeContexts(evp, contexts) {
  for (const context of [contexts.seal, contexts.open]) if (context !== 0) evp.freeContext(context);
  contexts.seal = contexts.open = 0;
}
var OpensslAeadKey = class {
  contexts;
  #evp;
  #registers;
  constructor(koffi, evp, registers, bytes) {
    this.#evp = evp;
    this.#registers = registers;
    this.contexts = { seal: evp.newContext(), open: evp.newContext() };
    const key = (0, import_chunk_8C92F723.pinBytes)(koffi, 32);
    key.bytes.set(bytes);
    const { seal, open } = this.contexts;
    const armed = seal !== 0 && open !== 0 && evp.sealInit(seal, evp.cipher, key.address, 0, 0) === 1 && evp.openInit(open, evp.cipher, key.address, 0, 0) === 1;
    key.bytes.fill(0);
    if (armed) return;
    freeContexts(evp, this.contexts);
    throw new Error("OpenSSL gives no cipher context");
  }
  seal(low, high, arena, at, length) {
    const evp = this.#evp;
    const context = live(this.contexts.seal);
    const packet = arena.address + at;
    const taken = this.#registers.length.address;
    const sealed = evp.sealInit(context, 0, 0, this.#nonceOf(low, high), 0) === 1 && (length === 0 || evp.sealUpdate(context, packet, taken, packet, length) === 1) && evp.sealFinal(context, packet, taken) === 1 && evp.control(context, CTRL_GET_TAG, import_chunk_A7C2DCE44.TAG_SIZE, packet + length) === 1;
    if (!sealed) throw new Error("OpenSSL did not seal");
  }
  open(low, high, arena, at, length) {
    const evp = this.#evp;
    const context = live(this.contexts.open);
    const size = length - import_chunk_A7C2DCE44.TAG_SIZE;
    if (size < 0) return false;
    const packet = arena.address + at;
    const { length: taken, tag } = this.#registers;
    writeAddress(tag.bytes, 16, packet + size);
    const opened = evp.openInit(context, 0, 0, this.#nonceOf(low, high), tag.address) === 1 && (size === 0 || evp.openUpdate(context, packet, taken.address, packet, size) === 1) && evp.openFinal(context, packet, taken.address) === 1;
    if (!opened) arena.bytes.fill(0, at, at + length);
    return opened;
  }
  zero() {
    freeContexts(this.#evp, this.contexts);
  }
  #nonceOf(low, high) {
    const { words, nonce } = this.#registers;
    words.setUint32(4, low, true);
    words.setUint32(8, high, true);
    return nonce.address;
  }
};
function live(context) {
  if (context === 0) throw new Error("a zeroed key was used");
  return context;
}
function writeAddress(bytes, at, address) {
  const low = address >>> 0;
  const high = (address - low) / 4294967296;
  for (let i = 0; i < 4; i++) {
    bytes[at + i] = low >>> 8 * i;
    bytes[at + 4 + i] = high >>> 8 * i;
  }
}
var TIERS = [
  { name: "openssl", load: loadOpenssl },
  { name: "simd", load: loadSimd },
  { name: "sodium", load: loadSodium },
  { name: "node", load: async () => nodeAead },
  { name: "noble", load: async () => (await Promise.resolve().then(() => require("./aead-noble-TL727LAQ.cjs").aead_noble_TL727LAQ)).nobleAead }
];
async function chooseAead(among) {
  const names = typeof among === "string" ? [among] : among;
  for (const tier of TIERS) {
    if (names?.includes(tier.name) === false) continue;
    const aead = await tier.load().catch(() => void 0);
    if (aead && passesSelfTest(aead)) return aead;
  }
  throw new import_cli3.SallyportError("USAGE", {
    message: `the cipher tier ${JSON.stringify(names?.join(", ") ?? "any")} is not there, or failed its self-test`,
    help: `choose one of ${TIERS.map((tier) => tier.name).join(", ")}; "sallyport doctor" says which work here`
  });
}
var WHOLE_TIERS = {
  A: { ciphers: ["openssl"], isNative: true },
  C: { ciphers: ["simd", "sodium", "noble"], isNative: false },
  D: { ciphers: ["node"], isNative: false }
};
function readWholeTier(letter) {
  if (letter === "A" || letter === "C" || letter === "D") return WHOLE_TIERS[letter];
  throw new import_cli3.SallyportError("USAGE", {
    message: `--tier ${JSON.stringify(letter)} is not known`,
    help: "choose A (native calls), C (WebAssembly) or D (node:crypto); --cipher-tier forces the cipher alone"
  });
}
async function listTiers(clock) {
  const reports = [];
  for (const { name, load } of TIERS) reports.push(await examine(name, load, clock));
  return reports;
}
async function examine(name, load, clock) {
  try {
    const aead = await load();
    if (!passesSelfTest(aead)) return { name, works: false, why: "it failed its self-test" };
    const packetsPerSecond = measurePackets(aead, clock, 30);
    const mebibytesPerSecond = Math.round(packetsPerSecond * PACKET_SIZE / (1 << 20));
    return { name, works: true, packetsPerSecond, mebibytesPerSecond };
  } catch (error) {
    return { name, works: false, why: (0, import_cli3.messageOf)(error) };
  }
}
var PACKET_SIZE = 1420;
function measurePackets(aead, clock, forMs) {
  const key = aead.importKey(new Uint8Array(32));
  const arena = (0, import_chunk_A7C2DCE44.scratchOf)(aead).outgoing;
  let count = 0;
  const run = (until) => {
    for (count = 0; clock.monotonic() < until; count++) {
      key.seal(count, 0, arena, 0, PACKET_SIZE);
      key.open(count, 0, arena, 0, PACKET_SIZE + 16);
    }
  };
  run(clock.monotonic() + forMs / 4);
  const startedAt = clock.monotonic();
  run(startedAt + forMs);
  const seconds = (clock.monotonic() - startedAt) / 1e3;
  key.zero();
  return Math.round(count / seconds);
}
async function loadOpenssl() {
  const report2 = (0, import_chunk_8C92F723.loadKoffi)();
  if (report2.kind === "absent") throw new Error(report2.why);
  return createOpensslAead(report2.koffi);
}
async function loadSimd() {
  return (await Promise.resolve().then(() => require("./aead-simd-TCKYI3ZW.cjs").aead_simd_TCKYI3ZW)).createSimdAead();
}
async function loadSodium() {
  const loaded = await import((0, import_node_url.pathToFileURL)((0, import_chunk_0722AEF23.assetPath)("libsodium.mjs")).href);
  const { default: create } = loaded;
  return createSodiumAead(await create({ getRandomValue: () => (0, import_node_crypto.randomBytes)(4).readUInt32LE() }));
}
var KNOWN_ANSWERS = [
  [0, "0b8736f04a6b5972a81a0f99ba0ebbc10370296a30bbab86dbab3f7edf571541"],
  [1, "f7809e46e01171abb5f81165a275a65de521490d8e28c8e187fe53198cba2565"],
  [15, "2921c215e2db1d62a2f342cbf6a4af7bd79c836069b5300acd025d1be31f4ea9"],
  [63, "90745f6cec4b75b15d735b7b2eec46f3939bac77ab0530c17c07bf2687395a6b"],
  [64, "5d9227e2e1f4eebb73162e00ca5b3661df19de8dffd914b688bbcb5fa0079271"],
  [65, "6df2dbb5b7820ef3c85fb0fc6a3cdeaa81de546d26d0a4d1edb757cf58f889b8"],
  [1420, "e80f1d868f55294f13960bf6190f830c5190ecf3966ffe4f5760f8417284ea6b"],
  [8e3, "5d5c26577cbb9f8f8a2dadab773fbe5dcca005d875d08c460d1db58a20271739"]
];
function passesSelfTest(aead) {
  const counting = countingBytes(KNOWN_ANSWERS.at(-1)[0]);
  return KNOWN_ANSWERS.every(([length, sha256]) => {
    const plaintext = counting.subarray(0, length);
    const imported = aead.importKey(counting.subarray(0, 32));
    const sealed = (0, import_chunk_A7C2DCE44.sealBytes)(aead, imported, 7, 1, plaintext);
    if ((0, import_node_crypto.createHash)("sha256").update(sealed).digest("hex") !== sha256) return false;
    const opened = (0, import_chunk_A7C2DCE44.openBytes)(aead, imported, 7, 1, sealed);
    const changed = sealed.slice();
    changed[length] ^= 1;
    return opened !== void 0 && (0, import_cli2.equalBytes)(opened, plaintext) && (0, import_chunk_A7C2DCE44.openBytes)(aead, imported, 7, 1, changed) === void 0;
  });
}
function countingBytes(length) {
  const bytes = new Uint8Array(length);
  for (let i = 0; i < 256; i++) bytes[i] = i;
  for (let done = 256; done < length; done *= 2) bytes.copyWithin(done, 0, done);
  return bytes;
}
var ROUNDS = 12;
function measureHandshakeCost(clock, crypto = import_chunk_A7C2DCE4.nodePrimitives) {
  const mine = crypto.importPrivateKey(new Uint8Array(32).fill(7));
  const theirs = crypto.publicOf(mine);
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < ROUNDS; i++) {
    const startedAt = clock.monotonic();
    const shared = crypto.agree(mine, crypto.importPublicKey(theirs));
    crypto.hmac(shared, theirs);
    least = Math.min(least, clock.monotonic() - startedAt);
  }
  return Math.max(0.02, least);
}
var ROUND_MS = 25e3;
var CONFIRMED_WITHIN_MS = 3 * ROUND_MS;
var RETRANSMIT_MS = [0, 500, 1500];
var ANSWER_MS = 3500;
var MAX_OBSERVED = 8;
var MAX_SERVERS = 8;
var StunClient = class {
  #options;
  #waiting = /* @__PURE__ */ new Map();
  #observed = /* @__PURE__ */ new Map();
  #servers = [];
  #timer;
  #closed = false;
  constructor(options) {
    this.#options = options;
  }
  /** Latest first. */
  get observed() {
    const now = this.#options.clock.monotonic();
    return [...this.#observed.values()].filter(({ at }) => now - at < CONFIRMED_WITHIN_MS).map(({ endpoint }) => endpoint).reverse();
  }
  /** @param servers `HOST:PORT`; the host may be a name */
  setServers(servers) {
    const wanted = [...new Set(servers)].slice(0, MAX_SERVERS);
    if (wanted.join(" ") === this.#servers.join(" ")) return;
    this.#servers = wanted;
    clearInterval(this.#timer);
    if (wanted.length === 0) return;
    this.#askAll();
    this.#timer = setInterval(() => this.#askAll(), ROUND_MS);
    this.#timer.unref();
  }
  /** Asks one server. @returns `undefined` after the timeout */
  observe(server, timeoutMs) {
    const transaction = this.#options.random.bytes(12);
    const key = keyOf(transaction);
    const { promise, resolve } = Promise.withResolvers();
    const request = (0, import_chunk_A7C2DCE4.emitStunRequest)(transaction);
    const ask = () => {
      if (!this.#closed) this.#options.send(request, server);
    };
    const timers = RETRANSMIT_MS.map((delay) => setTimeout(ask, delay));
    timers.push(setTimeout(() => resolve(void 0), timeoutMs));
    for (const timer of timers) timer.unref();
    this.#waiting.set(key, resolve);
    return promise.finally(() => {
      for (const timer of timers) clearTimeout(timer);
      this.#waiting.delete(key);
    });
  }
  /** Takes a STUN datagram; one that answers no question of ours is dropped. */
  take(bytes) {
    const response = (0, import_chunk_A7C2DCE4.parseStunResponse)(bytes);
    const waiting = response && this.#waiting.get(keyOf(response.transaction));
    if (!waiting) return;
    this.note(response.observed);
    waiting(response.observed);
  }
  /** Somebody whom we asked saw us there. */
  note(endpoint) {
    const text = (0, import_chunk_0722AEF22.formatEndpoint)(endpoint);
    const isNew = !this.#observed.delete(text);
    this.#observed.set(text, { endpoint, at: this.#options.clock.monotonic() });
    if (this.#observed.size > MAX_OBSERVED) this.#observed.delete(this.#observed.keys().next().value);
    if (isNew) this.#options.onNew();
  }
  close() {
    this.#closed = true;
    clearInterval(this.#timer);
  }
  #askAll() {
    for (const server of this.#servers) void this.#askServer(server);
  }
  async #askServer(server) {
    const endpoints = await resolveServer(server);
    if (this.#closed) return;
    for (const endpoint of endpoints) void this.observe(endpoint, ANSWER_MS);
  }
};
var SERVER = /^(?:\[([^\]]+)\]|([^:]+)):(\d{1,5})$/;
function isStunServer(text) {
  const port = Number(SERVER.exec(text)?.[3]);
  return port > 0 && port <= 65535;
}
async function resolveServer(server) {
  const match = SERVER.exec(server);
  const host = match?.[1] ?? match?.[2];
  if (host === void 0) return [];
  const found = await (0, (process.getBuiltinModule("node:dns/promises")).lookup)(host, { all: true }).catch(() => []);
  return [4, 6].map((family) => found.find((each) => each.family === family)).filter((each) => each !== void 0).map(({ address }) => ({ address: (0, import_chunk_0722AEF22.parseIp)(address), port: Number(match?.[3]) }));
}
function keyOf(transaction) {
  return Buffer.from(transaction).toString("hex");
}
var MAGIC = Uint8Array.of(83, 80, 112, 49);
var HINT_AT = 4;
var HINT_SIZE = 8;
var NONCE_AT = 12;
var NONCE_SIZE2 = 24;
var SEALED_AT = 36;
var TAG_SIZE2 = 16;
var TRANSACTION_SIZE = 12;
var ENDPOINT_SIZE = 19;
var KIND = { ping: 1, pong: 2, candidates: 3 };
var LABEL_KEY = (0, import_cli2.encodeUtf8)("sallyport/probe/v1");
var MAX_CANDIDATES = 16;
var PROBE_SIZE_MAX = SEALED_AT + 1 + TRANSACTION_SIZE + 1 + MAX_CANDIDATES * ENDPOINT_SIZE + TAG_SIZE2;
function probeKeys(crypto, staticShared, mine, theirs) {
  const key = crypto.hmac(staticShared, LABEL_KEY);
  const hint = (sender) => crypto.hmac(key, sender).subarray(0, HINT_SIZE);
  return { key, sendHint: hint(mine), receiveHint: Buffer.from(hint(theirs)).toString("hex") };
}
function isProbe(bytes) {
  return bytes.length >= SEALED_AT + 1 + TRANSACTION_SIZE + TAG_SIZE2 && bytes.length <= PROBE_SIZE_MAX && (0, import_cli2.equalBytes)(bytes.subarray(0, HINT_AT), MAGIC);
}
function probeHint(bytes) {
  return Buffer.from(bytes.subarray(HINT_AT, HINT_AT + HINT_SIZE)).toString("hex");
}
function sealProbe(crypto, keys, probe, random) {
  const nonce = random.bytes(NONCE_SIZE2);
  const header = (0, import_cli2.concatBytes)(MAGIC, keys.sendHint);
  return (0, import_cli2.concatBytes)(header, nonce, crypto.sealExtended(keys.key, nonce, emitBody(probe), header));
}
function openProbe(crypto, keys, bytes) {
  const header = bytes.subarray(0, NONCE_AT);
  const nonce = bytes.subarray(NONCE_AT, SEALED_AT);
  const body = crypto.openExtended(keys.key, nonce, bytes.subarray(SEALED_AT), header);
  return body && parseBody(body);
}
function emitBody(probe) {
  const start = (0, import_cli2.concatBytes)(Uint8Array.of(KIND[probe.kind]), probe.transaction);
  switch (probe.kind) {
    case "ping":
      return start;
    case "pong":
      return probe.observed ? (0, import_cli2.concatBytes)(start, emitEndpoint(probe.observed)) : start;
    case "candidates": {
      const endpoints = probe.endpoints.slice(0, MAX_CANDIDATES);
      return (0, import_cli2.concatBytes)(start, Uint8Array.of(endpoints.length), ...endpoints.map(emitEndpoint));
    }
  }
}
function parseBody(body) {
  const transaction = (0, import_cli2.copyBytes)(body, 1, 1 + TRANSACTION_SIZE);
  const rest = body.subarray(1 + TRANSACTION_SIZE);
  switch (body[0]) {
    case KIND.ping:
      return rest.length === 0 ? { kind: "ping", transaction } : void 0;
    case KIND.pong: {
      if (rest.length === 0) return { kind: "pong", transaction, observed: void 0 };
      const observed = rest.length === ENDPOINT_SIZE ? parseEndpointBytes(rest) : void 0;
      return observed && { kind: "pong", transaction, observed };
    }
    case KIND.candidates:
      return parseCandidates(transaction, rest);
    default:
      return void 0;
  }
}
function parseCandidates(transaction, rest) {
  const count = rest[0] ?? MAX_CANDIDATES + 1;
  if (count > MAX_CANDIDATES || rest.length !== 1 + count * ENDPOINT_SIZE) return void 0;
  const endpoints = [];
  for (let i = 0; i < count; i++) {
    const endpoint = parseEndpointBytes(rest.subarray(1 + i * ENDPOINT_SIZE));
    if (!endpoint) return void 0;
    endpoints.push(endpoint);
  }
  return { kind: "candidates", transaction, endpoints };
}
function emitEndpoint(endpoint) {
  const bytes = new Uint8Array(ENDPOINT_SIZE);
  bytes[0] = endpoint.address.family;
  bytes[1] = endpoint.port >>> 8;
  bytes[2] = endpoint.port & 255;
  bytes.set(endpoint.address.bytes, 3);
  return bytes;
}
function parseEndpointBytes(bytes) {
  const family = bytes[0];
  const port = bytes[1] << 8 | bytes[2];
  if (family !== 4 && family !== 6 || port === 0) return void 0;
  return { address: { family, bytes: (0, import_cli2.copyBytes)(bytes, 3, family === 4 ? 7 : 19) }, port };
}
var NEVER = ["0.0.0.0/8", "224.0.0.0/3", "::/128", "ff00::/8"].map(import_chunk_0722AEF22.parsePrefix);
var NOT_ELSEWHERE = ["127.0.0.0/8", "169.254.0.0/16", "::1/128", "fe80::/10"].map(import_chunk_0722AEF22.parsePrefix);
var PRIVATE = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7"].map(import_chunk_0722AEF22.parsePrefix);
function orderCandidates(endpoints, rules) {
  const seen = /* @__PURE__ */ new Set();
  const usable = endpoints.filter((endpoint) => {
    const text = (0, import_chunk_0722AEF22.formatEndpoint)(endpoint);
    if (seen.has(text) || !isUsable(endpoint, rules)) return false;
    seen.add(text);
    return true;
  });
  return usable.sort((a, b) => rank(a) - rank(b)).slice(0, MAX_CANDIDATES);
}
function isUsable(endpoint, rules) {
  const refused = [...NEVER, ...rules.mesh, ...rules.allowLoopback ? [] : NOT_ELSEWHERE];
  return endpoint.port !== 0 && !refused.some((prefix) => (0, import_chunk_0722AEF22.prefixContains)(prefix, endpoint.address));
}
function rank(endpoint) {
  const isPrivate = PRIVATE.some((prefix) => (0, import_chunk_0722AEF22.prefixContains)(prefix, endpoint.address));
  return (isPrivate ? 0 : 2) + (endpoint.address.family === 6 ? 0 : 1);
}
var HEARTBEAT = 3e3;
var TRUST = 6500;
var DOUBT_AFTER = 500;
var PING_TIMEOUT = 5e3;
var IDLE_AFTER = 45e3;
var FAIL_AFTER = 3e4;
var ROUNDS2 = [0, 250, 500, 1e3, 2e3, 5e3, 1e4, 3e4];
var ROUND_LAST = 6e4;
var SWITCH_FACTOR = 0.7;
var MAX_OUTSTANDING = 64;
var PING_BACK_EVERY = 1e3;
var PING_BACKS_AT_ONCE = 8;
var PING_BACK_REFILL = 2e3;
var Path = class {
  #random;
  #outstanding = /* @__PURE__ */ new Map();
  #pingedBack = /* @__PURE__ */ new Map();
  #pingBacksSpentUntil = Number.NEGATIVE_INFINITY;
  #hasRelay;
  #candidates = [];
  #state;
  #lastDirect;
  /** The direct way's answers come from where the questions went. */
  #isStraight = false;
  #relayTrustedUntil = Number.NEGATIVE_INFINITY;
  #relayRoundTripMs = 0;
  #round = 0;
  #nextRoundAt;
  #nextHeartbeatAt = Number.POSITIVE_INFINITY;
  #activeUntil;
  #outputs = [];
  constructor(options) {
    this.#random = options.random;
    this.#hasRelay = options.hasRelay;
    this.#state = { kind: "connecting", since: options.now };
    this.#nextRoundAt = options.now;
    this.#activeUntil = options.now + IDLE_AFTER;
  }
  get state() {
    return this.#state;
  }
  setRelay(hasRelay, now) {
    if (this.#hasRelay === hasRelay) return;
    this.#hasRelay = hasRelay;
    if (!hasRelay) this.#relayTrustedUntil = Number.NEGATIVE_INFINITY;
    if (!hasRelay && this.#state.kind === "relayed") this.#become({ kind: "connecting", since: now });
    this.#restartRounds(now);
  }
  /** What the peer, or the coordinator, says of where the peer is. */
  setCandidates(endpoints, now) {
    const before = new Set(this.#candidates.map(import_chunk_0722AEF22.formatEndpoint));
    const isNew = endpoints.some((endpoint) => !before.has((0, import_chunk_0722AEF22.formatEndpoint)(endpoint)));
    this.#candidates = endpoints;
    if (isNew) this.#restartRounds(now);
  }
  /** To be told of data to or from the peer: an idle path is not kept alive. */
  noteActivity(now) {
    const wasIdle = now > this.#activeUntil;
    this.#activeUntil = now + IDLE_AFTER;
    if (wasIdle) this.#restartRounds(now);
  }
  /** We are seen at a new address: the peer is told with the next round. An idle path waits for its next use. */
  noteOwnAddress(now) {
    if (now <= this.#activeUntil && this.#state.kind !== "direct") this.#restartRounds(now);
  }
  /** An authenticated ping came from there: the way in works, so the way out is worth a try. */
  notePing(from, now) {
    const text = (0, import_chunk_0722AEF22.formatEndpoint)(from);
    if (this.#candidates.some((each) => (0, import_chunk_0722AEF22.formatEndpoint)(each) === text)) return;
    if (now - (this.#pingedBack.get(text) ?? Number.NEGATIVE_INFINITY) < PING_BACK_EVERY) return;
    if (!this.#mayPingBack(now)) return;
    if (this.#pingedBack.size >= MAX_OUTSTANDING) this.#pingedBack.clear();
    this.#pingedBack.set(text, now);
    this.#ping(from, now);
  }
  /**
   * An authenticated pong; it counts only for a ping of ours.
   *
   * @param from where it came from, by UDP: a NAT may have another port for our address than the one we asked,
   *   and only the way that the peer's own packets take is kept open by them
   * @returns the round trip in ms
   */
  handlePong(transaction, now, from) {
    const key = Buffer.from(transaction).toString("hex");
    const sent = this.#outstanding.get(key);
    if (!sent || now - sent.sentAt > PING_TIMEOUT) return void 0;
    this.#outstanding.delete(key);
    const roundTripMs = now - sent.sentAt;
    if (sent.to === "relay") {
      this.#trustRelay(roundTripMs, now);
      return roundTripMs;
    }
    const isStraight = from === void 0 || (0, import_chunk_0722AEF22.formatEndpoint)(from) === (0, import_chunk_0722AEF22.formatEndpoint)(sent.to);
    if (!isStraight) this.notePing(from, now);
    if (isStraight || now >= this.#relayTrustedUntil) this.#trustDirect(sent.to, roundTripMs, isStraight, now);
    return roundTripMs;
  }
  /** The relay says that the peer is not there, or the relay itself is gone. */
  noteRelayLost(now) {
    this.#relayTrustedUntil = Number.NEGATIVE_INFINITY;
    if (this.#state.kind === "relayed") this.#become({ kind: "connecting", since: now });
  }
  /** Where to send data now. */
  route(now) {
    const state = this.#state;
    if (state.kind === "direct" && now < state.trustedUntil) {
      const answeredAt = state.trustedUntil - TRUST;
      const isInDoubt = now - answeredAt > HEARTBEAT + DOUBT_AFTER + 2 * state.roundTripMs;
      return { relay: isInDoubt && this.#hasRelay, endpoints: [state.endpoint] };
    }
    if (this.#hasRelay) return { relay: true, endpoints: this.#lastDirect ? [this.#lastDirect] : [] };
    return { relay: false, endpoints: this.#lastDirect ? [this.#lastDirect] : this.#candidates };
  }
  handleTimeout(now) {
    for (const [key, sent] of this.#outstanding) {
      if (now - sent.sentAt > PING_TIMEOUT) this.#outstanding.delete(key);
    }
    this.#expire(now);
    if (now > this.#activeUntil) {
      this.#nextRoundAt = this.#nextHeartbeatAt = Number.POSITIVE_INFINITY;
      return;
    }
    if (now >= this.#nextRoundAt) this.#runRound(now);
    if (now >= this.#nextHeartbeatAt) this.#runHeartbeat(now);
  }
  nextTimeout() {
    const trust = "trustedUntil" in this.#state ? this.#state.trustedUntil : Number.POSITIVE_INFINITY;
    const failing = this.#state.kind === "connecting" ? this.#state.since + FAIL_AFTER : Number.POSITIVE_INFINITY;
    return Math.min(this.#nextRoundAt, this.#nextHeartbeatAt, trust, failing);
  }
  drain() {
    const outputs = this.#outputs;
    this.#outputs = [];
    return outputs;
  }
  #runRound(now) {
    if (this.#hasRelay) {
      this.#ping("relay", now);
      this.#outputs.push({ kind: "offer" });
    }
    for (const endpoint of this.#candidates) this.#ping(endpoint, now);
    this.#round++;
    this.#nextRoundAt = now + (ROUNDS2[this.#round] ?? ROUND_LAST);
  }
  #runHeartbeat(now) {
    if (this.#lastDirect) this.#ping(this.#lastDirect, now);
    if (this.#hasRelay) this.#ping("relay", now);
    this.#nextHeartbeatAt = now + HEARTBEAT;
  }
  /** A bucket that is full again after {@link PING_BACK_REFILL} for each ping. */
  #mayPingBack(now) {
    const spentUntil = Math.max(now, this.#pingBacksSpentUntil) + PING_BACK_REFILL;
    if (spentUntil - now > PING_BACK_REFILL * PING_BACKS_AT_ONCE) return false;
    this.#pingBacksSpentUntil = spentUntil;
    return true;
  }
  #ping(to, now) {
    if (this.#outstanding.size >= MAX_OUTSTANDING) return;
    const transaction = this.#random.bytes(12);
    this.#outstanding.set(Buffer.from(transaction).toString("hex"), { to, sentAt: now });
    this.#outputs.push({ kind: "ping", to, transaction });
  }
  #trustRelay(roundTripMs, now) {
    this.#relayTrustedUntil = now + TRUST;
    this.#relayRoundTripMs = roundTripMs;
    if (this.#state.kind !== "direct") this.#become(this.#relayedState());
    this.#startHeartbeat(now);
  }
  #trustDirect(endpoint, roundTripMs, isStraight, now) {
    const current = this.#state;
    if (current.kind === "direct" && (0, import_chunk_0722AEF22.formatEndpoint)(current.endpoint) !== (0, import_chunk_0722AEF22.formatEndpoint)(endpoint)) {
      const isQuicker = roundTripMs <= current.roundTripMs * SWITCH_FACTOR;
      if (isStraight === this.#isStraight ? !isQuicker : !isStraight) return;
    }
    this.#isStraight = isStraight;
    this.#lastDirect = endpoint;
    this.#become({ kind: "direct", endpoint, roundTripMs, trustedUntil: (0, import_cli.addMs)(now, TRUST) });
    this.#startHeartbeat(now);
  }
  #startHeartbeat(now) {
    if (this.#nextHeartbeatAt === Number.POSITIVE_INFINITY) this.#nextHeartbeatAt = now + HEARTBEAT;
  }
  #expire(now) {
    const state = this.#state;
    if (state.kind === "connecting" && now - state.since >= FAIL_AFTER)
      this.#become({ kind: "failed", since: now });
    if (!("trustedUntil" in state) || now < state.trustedUntil) return;
    if (state.kind === "direct" && now < this.#relayTrustedUntil) this.#become(this.#relayedState());
    else this.#become({ kind: "connecting", since: now });
    this.#restartRounds(now);
  }
  #relayedState() {
    const trustedUntil = this.#relayTrustedUntil;
    return { kind: "relayed", roundTripMs: this.#relayRoundTripMs, trustedUntil };
  }
  #restartRounds(now) {
    this.#round = 0;
    this.#nextRoundAt = now;
  }
  #become(state) {
    const before = this.#state;
    this.#state = state;
    const sameWay = before.kind === state.kind && (before.kind !== "direct" || (0, import_chunk_0722AEF22.formatEndpoint)(before.endpoint) === (0, import_chunk_0722AEF22.formatEndpoint)(state.endpoint));
    if (!sameWay) this.#outputs.push({ kind: "changed", state });
  }
};
var ANSWER_WITHIN = 4e3;
var TRY_EVERY = 5e3;
var RelayChoice = class {
  #relays = [];
  #notes = /* @__PURE__ */ new Map();
  /** @param relays best first */
  setRelays(relays) {
    this.#relays = [...new Set(relays)];
    this.#notes = new Map(this.#relays.map((url) => [url, this.#notes.get(url) ?? newNotes()]));
  }
  get isEmpty() {
    return this.#relays.length === 0;
  }
  /** @returns the relay to use now; `undefined` where there is none at all. */
  choose() {
    let [best] = this.#relays;
    for (const url of this.#relays) if (best !== void 0 && this.#rank(url) < this.#rank(best)) best = url;
    return best;
  }
  /** A relay in doubt that a question should go by as well, so that its answer takes the doubt away. */
  takeTry(now) {
    const used = this.choose();
    const url = this.#relays.find((each) => {
      const notes = this.#notes.get(each);
      return each !== used && notes.doubtedAt !== void 0 && !notes.isDown && now - notes.triedAt >= TRY_EVERY;
    });
    if (url !== void 0) this.#notes.get(url).triedAt = now;
    return url;
  }
  /** A ping goes out by this relay. */
  noteAsked(url, now) {
    const notes = this.#notes.get(url);
    if (!notes) return;
    notes.unansweredSince ??= now;
    if (now - notes.unansweredSince > ANSWER_WITHIN) this.noteLost(url, now);
  }
  /** The peer was heard by this relay. */
  noteAnswer(url) {
    const notes = this.#notes.get(url);
    if (notes) notes.unansweredSince = notes.doubtedAt = void 0;
  }
  /** The peer is not there, or is not heard. @returns true where no relay without doubt is left */
  noteLost(url, now) {
    const notes = this.#notes.get(url);
    if (notes) {
      notes.unansweredSince = void 0;
      notes.doubtedAt = notes.triedAt = now;
    }
    return this.#relays.every((each) => this.#notes.get(each).doubtedAt !== void 0);
  }
  /** The connection broke. @returns as {@link noteLost} */
  noteDown(url, now) {
    const notes = this.#notes.get(url);
    if (notes) notes.isDown = true;
    return this.noteLost(url, now);
  }
  /** The connection stands again; whether the peer is there is to be seen. */
  noteReady(url) {
    const notes = this.#notes.get(url);
    if (!notes) return;
    notes.isDown = false;
    notes.triedAt = Number.NEGATIVE_INFINITY;
    notes.unansweredSince = void 0;
    if (this.#relays.length === 1) notes.doubtedAt = void 0;
  }
  /** Without doubt, then those that a packet can go to, then the others; each by how long ago the doubt began. */
  #rank(url) {
    const { doubtedAt, isDown } = this.#notes.get(url);
    if (doubtedAt === void 0) return Number.NEGATIVE_INFINITY;
    return isDown ? DOWN + doubtedAt : doubtedAt;
  }
};
var DOWN = 2 ** 50;
function newNotes() {
  return {
    doubtedAt: void 0,
    isDown: false,
    unansweredSince: void 0,
    triedAt: Number.NEGATIVE_INFINITY
  };
}
function cookieKeys(crypto, receiver) {
  return {
    mac1: crypto.hash((0, import_cli2.encodeUtf8)(import_chunk_8C92F7232.LABEL_MAC1), receiver),
    cookie: crypto.hash((0, import_cli2.encodeUtf8)(import_chunk_8C92F7232.LABEL_COOKIE), receiver)
  };
}
var CookieChecker = class {
  #crypto;
  #random;
  #keys;
  #secret;
  constructor(crypto, random, publicKey) {
    this.#crypto = crypto;
    this.#random = random;
    this.#keys = cookieKeys(crypto, publicKey);
  }
  hasValidMac1(message) {
    const at = message.length - 2 * import_chunk_A7C2DCE43.MAC_SIZE;
    const mac = this.#crypto.mac(this.#keys.mac1, message.subarray(0, at));
    return (0, import_cli2.equalConstantTime)(mac, message.subarray(at, at + import_chunk_A7C2DCE43.MAC_SIZE));
  }
  /** @param subject what the cookie is bound to: address and port, or the relay and its key. */
  hasValidMac2(message, subject, now) {
    if (!this.#secret || now - this.#secret.createdAt >= import_chunk_8C92F7232.COOKIE_SECRET_LIFETIME) return false;
    const at = message.length - import_chunk_A7C2DCE43.MAC_SIZE;
    const cookie = this.#crypto.mac(this.#secret.bytes, subject);
    return (0, import_cli2.equalConstantTime)(this.#crypto.mac(cookie, message.subarray(0, at)), message.subarray(at));
  }
  /** Answers a message with valid MAC1 by a cookie that only its receiver can open. */
  createReply(message, subject, now) {
    if (!this.#secret || now - this.#secret.createdAt >= import_chunk_8C92F7232.COOKIE_SECRET_LIFETIME) {
      this.#secret = { bytes: this.#random.bytes(32), createdAt: now };
    }
    const cookie = this.#crypto.mac(this.#secret.bytes, subject);
    const nonce = this.#random.bytes(24);
    const mac1At = message.length - 2 * import_chunk_A7C2DCE43.MAC_SIZE;
    const mac1 = message.subarray(mac1At, mac1At + import_chunk_A7C2DCE43.MAC_SIZE);
    const sealedCookie = this.#crypto.sealExtended(this.#keys.cookie, nonce, cookie, mac1);
    return (0, import_chunk_A7C2DCE43.emitCookieReply)({ receiver: (0, import_chunk_A7C2DCE43.firstIndex)(message), nonce, sealedCookie });
  }
};
var CookieJar = class {
  #crypto;
  #keys;
  #lastMac1;
  #cookie;
  constructor(crypto, publicKey) {
    this.#crypto = crypto;
    this.#keys = cookieKeys(crypto, publicKey);
  }
  /** Fills in MAC1, and MAC2 while the cookie is fresh. */
  writeMacs(message, now) {
    const mac1At = message.length - 2 * import_chunk_A7C2DCE43.MAC_SIZE;
    const mac2At = message.length - import_chunk_A7C2DCE43.MAC_SIZE;
    const mac1 = this.#crypto.mac(this.#keys.mac1, message.subarray(0, mac1At));
    message.set(mac1, mac1At);
    this.#lastMac1 = mac1;
    if (!this.#cookie || now - this.#cookie.receivedAt >= import_chunk_8C92F7232.COOKIE_REFRESH_TIME) return;
    message.set(this.#crypto.mac(this.#cookie.bytes, message.subarray(0, mac2At)), mac2At);
  }
  /** Keeps the cookie for the next message; nothing is sent again at once. @returns false where it is not ours. */
  consumeReply(reply, now) {
    if (!this.#lastMac1) return false;
    const bytes = this.#crypto.openExtended(
      this.#keys.cookie,
      reply.nonce,
      reply.sealedCookie,
      this.#lastMac1
    );
    if (!bytes) return false;
    this.#cookie = { bytes, receivedAt: now };
    return true;
  }
};
function addressSubject(address, port) {
  return (0, import_cli2.concatBytes)(address, Uint8Array.of(port >>> 8, port & 255));
}
function udpRemote(endpoint) {
  const subject = addressSubject(endpoint.address.bytes, endpoint.port);
  return { kind: "udp", id: `udp ${(0, import_chunk_0722AEF22.formatEndpoint)(endpoint)}`, subject, endpoint };
}
function relayRemote(relay, peer) {
  const id = `relay ${relay} ${peer}`;
  return { kind: "relay", id, subject: (0, import_cli2.encodeUtf8)(id), relay, peer };
}
function rateSource(remote) {
  if (remote.kind === "relay") return remote.id;
  const { bytes, family } = remote.endpoint.address;
  return bytes.subarray(0, family === 4 ? 4 : 8).join(".");
}
var NEARER_SHARE = 0.2;
var NEARER_MS = 2;
function nearestFirst(order, roundTrips) {
  const distance = (url) => roundTrips.get(url) ?? Number.POSITIVE_INFINITY;
  const sorted = order.toSorted((a, b) => distance(a) === distance(b) ? 0 : distance(a) - distance(b));
  const [first] = order;
  const [nearest] = sorted;
  if (first === void 0 || nearest === void 0 || first === nearest) return sorted;
  const isClear = distance(nearest) < distance(first) * (1 - NEARER_SHARE) - NEARER_MS;
  return isClear ? sorted : [first, ...sorted.filter((url) => url !== first)];
}
var MAX_QUEUED_BYTES = 1 << 20;
var MAX_WAITING_PACKETS = 64;
var REFUSALS = {
  proof: "it could not verify who we are",
  "no-edge": "we may not be here any more",
  rate: "too many requests",
  replaced: "another session of this key has come",
  malformed: "it did not understand us",
  closing: "it is shutting down",
  token: "its token from the coordinator is missing, over, or not for this relay",
  quota: "this lease's quota of bytes by this relay is used up"
};
var BACKOFF_FIRST = 500;
var BACKOFF_LAST = 3e4;
var RelayClient = class {
  #options;
  #name;
  #socket;
  #state = { kind: "connecting" };
  #backoff = BACKOFF_FIRST;
  #retry;
  #keepalive;
  #heardAt = 0;
  #askedAt;
  /** Sent before the login was over. */
  #waiting = [];
  #credential;
  /** The list of peers that this connection was told. */
  #told;
  /** Of this connection, until it is answered: a login needs a credential. */
  #challenge;
  #hasLoggedIn = false;
  #refusal;
  constructor(options) {
    this.#options = options;
    const url = checkUrl(options.url);
    this.#name = `${url.hostname}:${url.port || (url.protocol === "wss:" ? 443 : 80)}`.toLowerCase();
    void this.#open();
  }
  get state() {
    return this.#state;
  }
  /** From now on; a connection that stands is told at once. */
  setCredential(credential) {
    const isFirst = !this.#credential;
    this.#credential = credential;
    const socket = this.#socket;
    if (!socket) {
      if (this.#state.kind === "waiting" && (this.#refusal || isFirst)) this.#openAnew();
      return;
    }
    if (this.#state.kind === "ready") {
      socket.send((0, import_chunk_A7C2DCE42.emitFrame)({ kind: "renewal", credential: credential.bytes }));
      this.#tellPeers(socket, credential);
    } else this.#logIn(socket);
  }
  /** Never waits: what cannot be sent now is lost, but for the first packets of a login. */
  send(destination, packet) {
    const frame = (0, import_chunk_A7C2DCE42.emitFrame)({ kind: "send", destination, packet });
    if (frame.length > import_chunk_A7C2DCE42.RELAY_FRAME_MAX) return;
    if (this.#state.kind === "ready" && this.#socket) {
      if (this.#socket.bufferedAmount < MAX_QUEUED_BYTES) this.#socket.send(frame);
    } else if (this.#waiting.length < MAX_WAITING_PACKETS) this.#waiting.push(frame);
  }
  close() {
    this.#become({ kind: "closed" });
    clearTimeout(this.#retry);
    clearInterval(this.#keepalive);
    this.#socket?.terminate();
  }
  async #open() {
    this.#become({ kind: "connecting" });
    const { openRelaySocket } = await Promise.resolve().then(() => require("./relay-socket-08E702CE.cjs").relay_socket_NHNLV7DK);
    if (this.#state.kind === "closed") return;
    const socket = openRelaySocket(this.#options);
    this.#socket = socket;
    this.#refusal = void 0;
    this.#challenge = void 0;
    this.#told = void 0;
    this.#hasLoggedIn = false;
    let why;
    socket.on("message", (data, isBinary) => this.#take(socket, isBinary ? toBytes(data) : void 0));
    socket.on("error", (error) => {
      why ??= error.message;
    });
    socket.on("close", () => this.#lose(socket, why ?? "the connection was closed"));
  }
  #take(socket, bytes) {
    const frame = bytes && (0, import_chunk_A7C2DCE42.parseFrame)(bytes);
    this.#heardAt = performance.now();
    if (!frame) socket.terminate();
    else this.#handle(socket, frame);
  }
  #handle(socket, frame) {
    const isOver = this.#state.kind === "ready";
    switch (frame.kind) {
      case "challenge":
        if (isOver || this.#challenge) socket.terminate();
        else {
          this.#challenge = { ephemeral: (0, import_cli2.copyBytes)(frame.ephemeral), nonce: (0, import_cli2.copyBytes)(frame.nonce) };
          this.#logIn(socket);
        }
        break;
      case "welcome":
        if (isOver) socket.terminate();
        else this.#becomeReady(socket, frame.keepaliveSeconds);
        break;
      case "receive":
        this.#options.onPacket((0, import_cli2.encodeBase64)(frame.source), frame.packet);
        break;
      case "gone":
        this.#options.onGone((0, import_cli2.encodeBase64)(frame.publicKey));
        break;
      case "refused":
        this.#refusal = frame.reason;
        break;
      case "keepalive":
        this.#measure();
        break;
      case "login":
      case "send":
      case "renewal":
      case "peers":
        socket.terminate();
    }
  }
  /** Once challenge and credential are there, whichever comes first. */
  #logIn(socket) {
    const challenge = this.#challenge;
    const credential = this.#credential;
    if (!challenge || !credential || this.#hasLoggedIn) return;
    const { privateKey, publicKey } = this.#options.identity;
    const proof = (0, import_chunk_A7C2DCE4.createProof)(import_chunk_A7C2DCE4.nodePrimitives, { privateKey, publicKey, relay: this.#name, challenge });
    this.#hasLoggedIn = true;
    if (!proof) {
      socket.terminate();
      return;
    }
    socket.send((0, import_chunk_A7C2DCE42.emitFrame)({ kind: "login", publicKey, proof, credential: credential.bytes }));
    this.#tellPeers(socket, credential);
  }
  /** The relay keeps the list for as long as the coordinator's word is about the same one. */
  #tellPeers(socket, { peers }) {
    if (this.#told && (0, import_cli2.equalBytes)(this.#told, peers)) return;
    this.#told = peers;
    const size = 32 * import_chunk_A7C2DCE42.RELAY_PEERS_MAX;
    for (let at = 0; at < peers.length; at += size)
      socket.send((0, import_chunk_A7C2DCE42.emitFrame)({ kind: "peers", keys: peers.subarray(at, at + size) }));
  }
  #becomeReady(socket, keepaliveSeconds) {
    this.#backoff = BACKOFF_FIRST;
    this.#become({ kind: "ready" });
    this.#askedAt = void 0;
    this.#ask(socket);
    for (const frame of this.#waiting.splice(0)) socket.send(frame);
    this.#keepalive = setInterval(() => {
      const silentMs = performance.now() - this.#heardAt;
      if (silentMs > keepaliveSeconds * 2500) socket.terminate();
      else this.#ask(socket);
    }, keepaliveSeconds * 1e3);
  }
  #ask(socket) {
    this.#askedAt ??= performance.now();
    socket.send((0, import_chunk_A7C2DCE42.emitFrame)({ kind: "keepalive" }));
  }
  #measure() {
    if (this.#askedAt === void 0) return;
    const ms = performance.now() - this.#askedAt;
    this.#askedAt = void 0;
    this.#options.onRoundTrip?.(ms);
  }
  #lose(socket, why) {
    if (socket !== this.#socket || this.#state.kind === "closed") return;
    clearInterval(this.#keepalive);
    this.#socket = void 0;
    const refusal = this.#refusal;
    if (!this.#credential)
      this.#become({ kind: "waiting", why: "the coordinator has given us no token for it" });
    else if (!refusal) this.#become({ kind: "waiting", why });
    else this.#become({ kind: "waiting", why: `the relay refused us: ${REFUSALS[refusal]}`, refusal });
    const jitter = (0, import_chunk_0722AEF2.randomBelow)(this.#options.random, Math.ceil(this.#backoff / 2));
    this.#retry = setTimeout(() => void this.#open(), this.#backoff + jitter);
    this.#backoff = Math.min(this.#backoff * 2, BACKOFF_LAST);
  }
  #openAnew() {
    clearTimeout(this.#retry);
    this.#backoff = BACKOFF_FIRST;
    void this.#open();
  }
  #become(state) {
    this.#state = state;
    this.#options.onState(state);
  }
};
function checkUrl(text) {
  const url = URL.parse(text);
  const isLocal = url?.protocol === "ws:" && ["127.0.0.1", "[::1]", "localhost"].includes(url.hostname);
  if (url?.protocol === "wss:" || url && isLocal) return url;
  throw new import_cli3.SallyportError("CONFIG_INVALID", {
    message: `${JSON.stringify(text.slice(0, 200))} is no relay`,
    help: "a relay is a wss: URL"
  });
}
function toBytes(data) {
  if (Array.isArray(data)) return Buffer.concat(data);
  return data instanceof ArrayBuffer ? new Uint8Array(data) : data;
}
var MAX_RELAYS = 4;
var QUIET = ["closing", "replaced"];
var RelayPool = class {
  #options;
  #clients = /* @__PURE__ */ new Map();
  /** Digests of certificates. */
  #pins = /* @__PURE__ */ new Map();
  /** In milliseconds; of several measures, what they come to. */
  #roundTrips = /* @__PURE__ */ new Map();
  #refusals = /* @__PURE__ */ new Map();
  #credential;
  #order = [];
  constructor(options) {
    this.#options = options;
  }
  /** Relays of the whole mesh, nearest first. */
  get order() {
    return this.#order;
  }
  get status() {
    return [...this.#clients].map(([url, { state }]) => {
      const pin = this.#pins.get(url);
      const why = state.kind === "waiting" ? { why: state.why } : {};
      return { url, state: state.kind, ...why, ...pin === void 0 ? {} : { pin } };
    });
  }
  /** @throws `CONFIG_INVALID` for a URL that is no relay's */
  setRelays(relays) {
    for (const { url, pin } of relays) this.#setPin(url, pin ?? void 0);
    const waited = new Set([...new Set(relays.map(({ url }) => url))].slice(0, MAX_RELAYS));
    const order = /* @__PURE__ */ new Set([...this.#order.filter((url) => waited.has(url)), ...waited]);
    this.#order = nearestFirst([...order], this.#roundTrips);
    for (const url of this.#order) this.use(url);
  }
  setCredential(credential) {
    this.#credential = credential;
    for (const client of this.#clients.values()) client.setCredential(credential);
  }
  find(url) {
    return this.#clients.get(url);
  }
  /** Opens it where it is not yet. @throws `CONFIG_INVALID` */
  use(url) {
    const known = this.#clients.get(url);
    if (known) return known;
    const { identity, random, env, ca } = this.#options;
    const pin = this.#pins.get(url);
    const client = new RelayClient({
      url,
      identity,
      random,
      ...env === void 0 ? {} : { env },
      ...ca === void 0 ? {} : { ca },
      ...pin === void 0 ? {} : { pin },
      onPacket: (source, packet) => this.#options.onPacket(url, source, packet),
      onGone: (peer) => this.#options.onGone(url, peer),
      onState: (state) => this.#noteState(url, state),
      onRoundTrip: (ms) => this.#noteRoundTrip(url, ms)
    });
    this.#clients.set(url, client);
    if (this.#credential) client.setCredential(this.#credential);
    return client;
  }
  /** Closes all that are neither the mesh's nor among these. */
  keep(others) {
    for (const url of this.#clients.keys())
      if (!this.#order.includes(url) && !others.has(url)) this.#close(url);
  }
  close() {
    for (const client of this.#clients.values()) client.close();
  }
  /** A certificate that was replaced: the connection begins anew. */
  #setPin(url, pin) {
    if (this.#pins.get(url) === pin) return;
    if (pin === void 0) this.#pins.delete(url);
    else this.#pins.set(url, pin);
    this.#close(url);
  }
  #close(url) {
    this.#clients.get(url)?.close();
    this.#clients.delete(url);
    this.#roundTrips.delete(url);
    this.#refusals.delete(url);
  }
  #noteState(url, state) {
    if (state.kind !== "waiting" && state.kind !== "ready") return;
    if (state.kind === "ready") this.#refusals.delete(url);
    else this.#noteRefusal(url, state);
    this.#options.onState(url, state.kind);
  }
  #noteRefusal(url, { refusal, why }) {
    if (!refusal || QUIET.includes(refusal) || this.#refusals.get(url) === refusal) return;
    this.#refusals.set(url, refusal);
    this.#options.onRefused(url, why);
  }
  #noteRoundTrip(url, ms) {
    const known = this.#roundTrips.get(url);
    this.#roundTrips.set(url, known === void 0 ? ms : (3 * known + ms) / 4);
    const next = nearestFirst(this.#order, this.#roundTrips);
    if (next.join() === this.#order.join()) return;
    this.#order = next;
    this.#options.onOrder();
  }
};
var UV_POLL = 8;
var UV_READABLE = 1;
var SYS_GETTID = { x64: 186, arm64: 178 };
var KEPT_AFTER_CLOSE_MS = 1e3;
var uv;
function watchReadable(koffi, fd, onReadable) {
  uv ??= bindUv(koffi);
  const { init, start, stop, close, loop, handleSize } = uv;
  const handle = (0, import_chunk_8C92F723.pinBytes)(koffi, handleSize);
  const callback = koffi.register(
    () => {
      try {
        onReadable();
      } catch (error) {
        queueMicrotask(() => {
          throw error;
        });
      }
    },
    koffi.pointer(callbackKind(koffi))
  );
  if (init(loop, handle.address, fd) !== 0) throw new Error("uv_poll_init refused the descriptor");
  if (start(handle.address, UV_READABLE, Number(callback)) !== 0) throw new Error("uv_poll_start failed");
  return () => {
    stop(handle.address);
    close(handle.address, 0);
    setTimeout(() => release(koffi, callback, handle), KEPT_AFTER_CLOSE_MS).unref();
  };
}
function release(koffi, callback, handle) {
  koffi.unregister(callback);
  handle.bytes.fill(0);
}
var kind;
function callbackKind(koffi) {
  kind ??= koffi.proto("void SallyportPollCallback(uintptr_t handle, int status, int events)");
  return kind;
}
function bindUv(koffi) {
  const library = koffi.load(null);
  const thread = library.func("int64_t syscall(int64_t number)")(SYS_GETTID[process.arch] ?? -1);
  if (thread !== process.pid) throw new Error("only the main thread has the default loop");
  return {
    loop: library.func("uintptr_t uv_default_loop()")(),
    handleSize: Number(library.func("uint64_t uv_handle_size(int kind)")(UV_POLL)),
    init: library.func("int uv_poll_init(uintptr_t loop, uintptr_t handle, int fd)"),
    start: library.func("int uv_poll_start(uintptr_t handle, int events, uintptr_t callback)"),
    stop: library.func("int uv_poll_stop(uintptr_t handle)"),
    close: library.func("void uv_close(uintptr_t handle, uintptr_t callback)")
  };
}
var SOCKET_ADDRESS_MAX = 28;
function writeSocketAddress(bytes, at, { address, port }) {
  const isIpv4 = address.family === 4;
  const size = isIpv4 ? 16 : SOCKET_ADDRESS_MAX;
  bytes.fill(0, at, at + size);
  bytes.writeUInt16LE(isIpv4 ? import_chunk_8C92F723.AF_INET : import_chunk_8C92F723.AF_INET6, at);
  bytes.writeUInt16BE(port, at + 2);
  bytes.set(address.bytes, at + (isIpv4 ? 4 : 8));
  return size;
}
function readSocketAddress(bytes, at) {
  const family = bytes.readUInt16LE(at);
  if (family !== import_chunk_8C92F723.AF_INET && family !== import_chunk_8C92F723.AF_INET6) return void 0;
  const isIpv4 = family === import_chunk_8C92F723.AF_INET;
  const from = at + (isIpv4 ? 4 : 8);
  return {
    address: {
      family: isIpv4 ? 4 : 6,
      bytes: new Uint8Array(bytes.subarray(from, from + (isIpv4 ? 4 : 16)))
    },
    port: bytes.readUInt16BE(at + 2)
  };
}
var BATCH = 8;
var MESSAGE_MAX = 65536;
var RECEIVE_ARENA_SIZE = BATCH * MESSAGE_MAX;
var HEADER = 64;
var VECTOR = 16;
var NAME = 32;
var CONTROL = 64;
var BUFFER_BYTES = 4 << 20;
var MAX_REMOTES = 16384;
var SEND_WAIT_MS = 5;
var UdpSocket = class {
  fd;
  family;
  port;
  /** Datagrams that the system refused. */
  failures = 0;
  #linux;
  #receiving;
  #sending;
  #words;
  #sendWords;
  #remotes = /* @__PURE__ */ new Map();
  /** The sender of each slot's last message, with its raw address. */
  #lastNames = Buffer.alloc(BATCH * NAME);
  #lastRemotes = [];
  #sendTo;
  #sendNameSize = 0;
  #canSegment = true;
  #arenaBytes;
  #sentBytes;
  #sentAddress = 0;
  /** @throws an error with the `errno` of the call that failed */
  constructor(linux, family, port, address) {
    this.#linux = linux;
    this.family = family;
    this.#receiving = (0, import_chunk_8C92F723.pinBytes)(linux.koffi, BATCH * (HEADER + VECTOR + NAME + CONTROL));
    this.#sending = (0, import_chunk_8C92F723.pinBytes)(linux.koffi, HEADER + VECTOR + NAME + CONTROL);
    this.#words = view(this.#receiving);
    this.#sendWords = view(this.#sending);
    const type = import_chunk_8C92F723.SOCK_DGRAM | import_chunk_8C92F723.SOCK_NONBLOCK | import_chunk_8C92F723.SOCK_CLOEXEC;
    this.fd = linux.socket(family === 4 ? import_chunk_8C92F723.AF_INET : import_chunk_8C92F723.AF_INET6, type, 0);
    if (this.fd < 0) throw this.#failure("socket");
    try {
      this.#setOptions(family);
      this.port = this.#bind(family, port, address);
    } catch (error) {
      linux.close(this.fd);
      throw error;
    }
    this.#layOut();
  }
  /**
   * Takes what has come, at most one batch.
   *
   * @param arena of {@link RECEIVE_ARENA_SIZE}; where the datagrams come to lie
   * @returns the number of messages; 0 where nothing waits
   */
  receive(arena, take) {
    this.#pointAt(arena);
    const words = this.#words;
    for (let i = 0; i < BATCH; i++) {
      words.setUint32(i * HEADER + 8, SOCKET_ADDRESS_MAX, true);
      words.setUint32(i * HEADER + 40, CONTROL, true);
    }
    const count = this.#linux.recvmmsg(this.fd, this.#receiving.address, BATCH, import_chunk_8C92F723.MSG_DONTWAIT, 0);
    for (let i = 0; i < count; i++) {
      const size = words.getUint32(i * HEADER + 56, true);
      const remote = this.#remoteOf(i);
      if (remote && size > 0) take(i * MESSAGE_MAX, size, this.#segmentSizeOf(i, size), remote);
    }
    return Math.max(0, count);
  }
  /** Sends `size` bytes at `at` of the arena as datagrams of `segmentSize`, the last of which may be shorter. */
  send(bytes, at, size, segmentSize, to) {
    if (size <= segmentSize) this.#sendOne(bytes, at, size, 0, to);
    else if (!this.#canSegment || !this.#sendOne(bytes, at, size, segmentSize, to)) {
      for (let sent = 0; sent < size; sent += segmentSize) {
        this.#sendOne(bytes, at + sent, Math.min(segmentSize, size - sent), 0, to);
      }
    }
  }
  close() {
    this.#linux.close(this.fd);
  }
  /** @returns false where the system does not take this run as a whole */
  #sendOne(bytes, at, size, segmentSize, to) {
    const words = this.#sendWords;
    this.#nameSender(to);
    writePointer(words, HEADER, this.#addressOf(bytes) + at);
    words.setUint32(HEADER + 8, size, true);
    words.setUint32(40, segmentSize === 0 ? 0 : 24, true);
    words.setUint16(HEADER + VECTOR + NAME + 16, segmentSize, true);
    for (; ; ) {
      if (this.#linux.sendmsg(this.fd, this.#sending.address, import_chunk_8C92F723.MSG_DONTWAIT) >= 0) return true;
      const errno = this.#linux.koffi.errno();
      if (errno === import_chunk_8C92F723.ERRNO.interrupted) continue;
      if ((errno === import_chunk_8C92F723.ERRNO.again || errno === import_chunk_8C92F723.ERRNO.noBuffers) && this.#waitForRoom()) continue;
      if (segmentSize === 0) this.failures++;
      else if (errno !== import_chunk_8C92F723.ERRNO.tooLong && errno !== import_chunk_8C92F723.ERRNO.again) this.#canSegment = false;
      return false;
    }
  }
  #waitForRoom() {
    const poll = (0, import_chunk_8C92F723.pinBytes)(this.#linux.koffi, 8);
    poll.bytes.writeInt32LE(this.fd, 0);
    poll.bytes.writeInt16LE(import_chunk_8C92F723.POLLOUT, 4);
    return this.#linux.poll(poll.address, 1, SEND_WAIT_MS) > 0;
  }
  #nameSender(to) {
    if (to === this.#sendTo) return;
    this.#sendTo = to;
    this.#sendNameSize = writeSocketAddress(this.#sending.bytes, HEADER + VECTOR, to);
    this.#sendWords.setUint32(8, this.#sendNameSize, true);
  }
  /** Native code's address of a buffer's first byte; kept for the one that is always used. */
  #addressOf(bytes) {
    if (this.#sentBytes !== bytes) {
      this.#sentBytes = bytes;
      this.#sentAddress = Number(this.#linux.koffi.address(bytes));
    }
    return this.#sentAddress;
  }
  #remoteOf(slot) {
    const names = this.#receiving.bytes;
    const at = BATCH * (HEADER + VECTOR) + slot * NAME;
    const known = this.#lastRemotes[slot];
    if (known && sameBytes(names, at, this.#lastNames, slot * NAME, SOCKET_ADDRESS_MAX)) return known;
    names.copy(this.#lastNames, slot * NAME, at, at + SOCKET_ADDRESS_MAX);
    const remote = this.#lookUp(names, at);
    this.#lastRemotes[slot] = remote;
    return remote;
  }
  #lookUp(names, at) {
    const endpoint = readSocketAddress(names, at);
    if (!endpoint) return void 0;
    const key = `${endpoint.port} ${endpoint.address.bytes.join(".")}`;
    const known = this.#remotes.get(key);
    if (known) return known;
    const remote = udpRemote(endpoint);
    if (this.#remotes.size >= MAX_REMOTES) this.#remotes.delete(this.#remotes.keys().next().value);
    this.#remotes.set(key, remote);
    return remote;
  }
  /** The one control message that may be there is of GRO. */
  #segmentSizeOf(slot, size) {
    const words = this.#words;
    const length = words.getUint32(slot * HEADER + 40, true);
    const at = BATCH * (HEADER + VECTOR + NAME) + slot * CONTROL;
    if (length < 20 || words.getInt32(at + 8, true) !== import_chunk_8C92F723.SOL_UDP) return size;
    const segmentSize = words.getInt32(at + 12, true) === import_chunk_8C92F723.UDP_GRO ? words.getInt32(at + 16, true) : 0;
    return segmentSize > 0 && segmentSize < size ? segmentSize : size;
  }
  #pointAt(arena) {
    const { bytes } = arena;
    if (bytes === this.#arenaBytes) return;
    this.#arenaBytes = bytes;
    const base = Number(this.#linux.koffi.address(bytes));
    for (let i = 0; i < BATCH; i++) {
      const at = BATCH * HEADER + i * VECTOR;
      writePointer(this.#words, at, base + i * MESSAGE_MAX);
      writePointer(this.#words, at + 8, MESSAGE_MAX);
    }
  }
  #layOut() {
    const { address } = this.#receiving;
    for (let i = 0; i < BATCH; i++) {
      const names = address + BATCH * (HEADER + VECTOR) + i * NAME;
      const controls = address + BATCH * (HEADER + VECTOR + NAME) + i * CONTROL;
      layHeader(this.#words, i * HEADER, names, address + BATCH * HEADER + i * VECTOR, controls);
    }
    const sending = this.#sending.address;
    const control = HEADER + VECTOR + NAME;
    layHeader(this.#sendWords, 0, sending + HEADER + VECTOR, sending + HEADER, sending + control);
    this.#sendWords.setUint32(control, 18, true);
    this.#sendWords.setInt32(control + 8, import_chunk_8C92F723.SOL_UDP, true);
    this.#sendWords.setInt32(control + 12, import_chunk_8C92F723.UDP_SEGMENT, true);
  }
  #setOptions(family) {
    if (family === 6) this.#set(import_chunk_8C92F723.IPPROTO_IPV6, import_chunk_8C92F723.IPV6_V6ONLY, 1);
    if (!this.#set(import_chunk_8C92F723.SOL_SOCKET, import_chunk_8C92F723.SO_RCVBUFFORCE, BUFFER_BYTES)) this.#set(import_chunk_8C92F723.SOL_SOCKET, import_chunk_8C92F723.SO_RCVBUF, BUFFER_BYTES);
    if (!this.#set(import_chunk_8C92F723.SOL_SOCKET, import_chunk_8C92F723.SO_SNDBUFFORCE, BUFFER_BYTES)) this.#set(import_chunk_8C92F723.SOL_SOCKET, import_chunk_8C92F723.SO_SNDBUF, BUFFER_BYTES);
    this.#set(import_chunk_8C92F723.SOL_UDP, import_chunk_8C92F723.UDP_GRO, 1);
  }
  #set(level, name, value) {
    this.#words.setInt32(0, value, true);
    return this.#linux.setsockopt(this.fd, level, name, this.#receiving.address, 4) === 0;
  }
  #bind(family, port, address) {
    const { bytes, address: at } = this.#receiving;
    const any = new Uint8Array(family === 4 ? 4 : 16);
    const size = writeSocketAddress(bytes, 0, { address: { family, bytes: address ?? any }, port });
    if (this.#linux.bind(this.fd, at, size) !== 0) throw this.#failure("bind");
    this.#words.setUint32(NAME, SOCKET_ADDRESS_MAX, true);
    if (this.#linux.getsockname(this.fd, at, at + NAME) !== 0) throw this.#failure("getsockname");
    return bytes.readUInt16BE(2);
  }
  #failure(call) {
    return new Error(`${call} failed with errno ${this.#linux.koffi.errno()}`);
  }
};
function layHeader(words, at, name, vector, control) {
  writePointer(words, at, name);
  writePointer(words, at + 16, vector);
  writePointer(words, at + 24, 1);
  writePointer(words, at + 32, control);
}
function writePointer(words, at, value) {
  words.setUint32(at, value >>> 0, true);
  words.setUint32(at + 4, Math.floor(value / 4294967296), true);
}
function view({ bytes }) {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
}
function sameBytes(a, aAt, b, bAt, length) {
  for (let i = 0; i < length; i++) if (a[aAt + i] !== b[bAt + i]) return false;
  return true;
}
var MOST_ROUNDS = 8;
function openBatchedLink(koffi, aead, options) {
  const sockets = openSockets(koffi, options);
  const arena = aead.allocate(RECEIVE_ARENA_SIZE);
  const take = options.onRun.bind(void 0, arena);
  const drain = (socket) => {
    for (let round = 0; round < MOST_ROUNDS && socket.receive(arena, take) > 0; round++) options.onBatch();
  };
  const stops = [];
  try {
    for (const socket of sockets.all) stops.push(watchReadable(koffi, socket.fd, () => drain(socket)));
  } catch {
    for (const stop of stops) stop();
    for (const socket of sockets.all) socket.close();
    return void 0;
  }
  return createLink(sockets, stops);
}
function openSockets(koffi, { port, address }) {
  const linux = (0, import_chunk_8C92F723.bindLinux)(koffi);
  const local = address === void 0 ? void 0 : (0, import_chunk_0722AEF22.parseIp)(address);
  const open = (family, at) => {
    if (local && local.family !== family) return void 0;
    try {
      return new UdpSocket(linux, family, at, local?.bytes);
    } catch (cause) {
      if (family === 6 && !local) return void 0;
      throw new import_cli3.SallyportError("TUNNEL_PORT_IN_USE", {
        message: `UDP port ${at} cannot be opened`,
        help: "choose another ListenPort, or 0 for any",
        cause
      });
    }
  };
  const socket4 = open(4, port);
  const socket6 = open(6, socket4?.port ?? port);
  return { socket4, socket6, all: [socket4, socket6].filter((socket) => socket !== void 0) };
}
function createLink({ socket4, socket6, all }, stops) {
  let unroutable = 0;
  let isClosed = false;
  return {
    kind: "batched",
    port: all[0].port,
    get failures() {
      return all.reduce((sum, socket) => sum + socket.failures, unroutable);
    },
    send(bytes, to) {
      const socket = to.address.family === 4 ? socket4 : socket6;
      if (isClosed || !socket) unroutable++;
      else socket.send(Buffer.from(bytes), 0, bytes.length, bytes.length, to);
    },
    sendRun({ bytes }, at, size, segmentSize, to) {
      const socket = to.address.family === 4 ? socket4 : socket6;
      if (isClosed || !socket) unroutable++;
      else socket.send(bytes, at, size, segmentSize, to);
    },
    close() {
      if (isClosed) return;
      isClosed = true;
      for (const stop of stops) stop();
      for (const socket of all) socket.close();
    }
  };
}
var RING_SIZE = 1 << 20;
var SendRing = class {
  #bytes = Buffer.allocUnsafeSlow(RING_SIZE);
  #end = 0;
  #isAllTaken;
  /** @param isAllTaken whether the system has taken all datagrams that were placed and given to it */
  constructor(isAllTaken) {
    this.#isAllTaken = isAllTaken;
  }
  /** The memory of what was placed last. */
  get bytes() {
    return this.#bytes;
  }
  /** Copies a datagram of at most 64 kB. @returns where it lies in {@link bytes} */
  place(source, at, size) {
    if (this.#end + size > RING_SIZE) this.#begin();
    const start = this.#end;
    source.copy(this.#bytes, start, at, at + size);
    this.#end += size;
    return start;
  }
  /** From the front again; in other memory, where the system has not taken everything. */
  #begin() {
    if (!this.#isAllTaken()) this.#bytes = Buffer.allocUnsafeSlow(RING_SIZE);
    this.#end = 0;
  }
};
var BUFFER_BYTES2 = 4 << 20;
var MAX_REMOTES2 = 16384;
async function openDgramLink(options) {
  const wants6 = options.address === void 0 || options.address.includes(":");
  const wants4 = options.address === void 0 || !options.address.includes(":");
  const socket4 = wants4 ? await bind("udp4", options.port, options) : void 0;
  const port = socket4?.address().port ?? options.port;
  const socket6 = wants6 ? await bind("udp6", port, options).catch((error) => orThrow(error, socket4)) : void 0;
  return createLink2(socket4, socket6);
}
var texts = /* @__PURE__ */ new WeakMap();
function textOf(endpoint) {
  const known = texts.get(endpoint);
  if (known !== void 0) return known;
  const text = (0, import_chunk_0722AEF22.formatIp)(endpoint.address);
  texts.set(endpoint, text);
  return text;
}
function createLink2(socket4, socket6) {
  let failures = 0;
  const sockets = [socket4, socket6].filter((socket) => socket !== void 0);
  const count = () => {
    failures++;
  };
  for (const socket of sockets) socket.on("error", count);
  const ring = new SendRing(() => sockets.every((socket) => socket.getSendQueueCount() === 0));
  const socketFor = (to) => to.address.family === 4 ? socket4 : socket6;
  const send = (bytes, to) => {
    const socket = socketFor(to);
    if (socket) socket.send(bytes, to.port, textOf(to));
    else count();
  };
  return {
    kind: "dgram",
    port: sockets[0].address().port,
    get failures() {
      return failures;
    },
    send,
    sendRun({ bytes }, at, size, segmentSize, to) {
      const socket = socketFor(to);
      const address = textOf(to);
      for (let sent = 0; sent < size; sent += segmentSize) {
        const length = Math.min(segmentSize, size - sent);
        const place = ring.place(bytes, at + sent, length);
        if (socket) socket.send(ring.bytes, place, length, to.port, address);
        else count();
      }
    },
    close() {
      for (const socket of sockets) socket.close();
    }
  };
}
async function bind(type, port, options) {
  const socket = (0, (process.getBuiltinModule("node:dgram")).createSocket)({
    type,
    ipv6Only: type === "udp6",
    // Addresses are literal: a resolver per datagram would only cost.
    lookup: (host, _options, callback) => callback(null, host, type === "udp4" ? 4 : 6)
  });
  const remoteFor = rememberRemotes();
  socket.on("message", (bytes, from) => options.onDatagram(bytes, remoteFor(from.address, from.port)));
  const listening = (0, import_node_events.once)(socket, "listening");
  socket.bind(port, options.address);
  try {
    await listening;
  } catch (cause) {
    socket.close();
    throw new import_cli3.SallyportError("TUNNEL_PORT_IN_USE", {
      message: `UDP port ${port} cannot be opened`,
      help: "choose another ListenPort, or 0 for any",
      cause
    });
  }
  growBuffers(socket);
  return socket;
}
function rememberRemotes() {
  const remotes = /* @__PURE__ */ new Map();
  let last;
  return (address, port) => {
    if (last?.port === port && last.address === address) return last.remote;
    const key = `${address} ${port}`;
    const remote = remotes.get(key) ?? remoteOf(address, port);
    if (!remotes.has(key)) {
      if (remotes.size >= MAX_REMOTES2) remotes.delete(remotes.keys().next().value);
      remotes.set(key, remote);
    }
    last = { address, port, remote };
    return remote;
  };
}
function remoteOf(address, port) {
  const zone = address.indexOf("%");
  return udpRemote({ address: (0, import_chunk_0722AEF22.parseIp)(zone < 0 ? address : address.slice(0, zone)), port });
}
function growBuffers(socket) {
  try {
    socket.setRecvBufferSize(BUFFER_BYTES2);
    socket.setSendBufferSize(BUFFER_BYTES2);
  } catch {
  }
}
function orThrow(error, socket4) {
  if (!socket4) throw error;
  return void 0;
}
async function openUdpLink(options) {
  const native = (0, import_chunk_8C92F723.loadKoffi)();
  if (native.kind === "absent" || !options.aead || options.isNative === false) return openDgramLink(options);
  return openBatchedLink(native.koffi, options.aead, options) ?? openDgramLink(options);
}
var MAX_TIMER_MS = 6e4;
var Transport = class _Transport {
  #options;
  #identity;
  #probed = /* @__PURE__ */ new Map();
  #byHint = /* @__PURE__ */ new Map();
  #relays;
  #stun;
  #mapped;
  #link;
  #timer;
  #closed = false;
  constructor(options) {
    this.#options = options;
    const privateKey = import_chunk_A7C2DCE4.nodePrimitives.importPrivateKey((0, import_cli2.copyBytes)(options.privateKey.reveal()));
    this.#identity = { privateKey, publicKey: import_chunk_A7C2DCE4.nodePrimitives.publicOf(privateKey) };
    this.#relays = new RelayPool({
      identity: this.#identity,
      random: options.random,
      ...options.env === void 0 ? {} : { env: options.env },
      ...options.relayCa === void 0 ? {} : { ca: options.relayCa },
      onPacket: (relay, source, packet) => this.#takeRelayed(relay, source, packet),
      onGone: (relay, peer) => this.#noteGone(relay, this.#probed.get(peer)),
      onState: (relay, state) => this.#noteRelay(relay, state),
      onOrder: () => this.#chooseAnew(),
      onRefused: (relay, why) => options.onRelayRefused?.(relay, why)
    });
    this.#stun = new StunClient({
      clock: options.clock,
      random: options.random,
      send: (bytes, to) => this.#link?.send(bytes, to),
      onNew: () => this.#offerAnew()
    });
  }
  /** @throws `TUNNEL_PORT_IN_USE` */
  static async open(options) {
    const transport = new _Transport(options);
    if (options.relayOnly) return transport;
    transport.#link = await openUdpLink({
      port: options.port,
      ...options.address === void 0 ? {} : { address: options.address },
      ...options.aead === void 0 ? {} : { aead: options.aead },
      ...options.isNative === void 0 ? {} : { isNative: options.isNative },
      onDatagram: (bytes, from) => transport.#takeUdp(bytes, from),
      onRun: (arena, at, size, segmentSize, from) => transport.#takeRun(arena, at, size, segmentSize, from),
      onBatch: () => options.onBatch?.()
    });
    return transport;
  }
  get port() {
    return this.#link?.port ?? 0;
  }
  /** How datagrams come and go. */
  get linkKind() {
    return this.#link?.kind;
  }
  /** A port that the router opened comes first: it needs no punching. */
  get observed() {
    return [...this.#mapped ? [this.#mapped] : [], ...this.#stun.observed];
  }
  /** A port of the router that leads to ours, while there is one. */
  setMapped(external) {
    this.#mapped = external;
    if (external) this.#offerAnew();
  }
  /** The state of each relay that this node waits at. */
  get relays() {
    return this.#relays.status;
  }
  /** STUN servers, `HOST:PORT`; they are asked now and every 25 s. */
  setStunServers(servers) {
    if (this.#link) this.#stun.setServers(servers);
  }
  /**
   * Relays of the mesh, as the map has them: this node waits at each of them, sends by the nearest, and where
   * that fails the next serves.
   *
   * @throws `CONFIG_INVALID` for a URL that is no relay's
   */
  setRelays(relays) {
    this.#relays.setRelays(relays);
    this.#chooseAnew();
    this.#closeUnusedRelays();
    this.#run();
  }
  setRelayCredential(credential) {
    this.#relays.setCredential(credential);
  }
  setPeer(id, peer) {
    if (peer.paths === "plain") return;
    const now = this.#now();
    const known = this.#probed.get(id) ?? this.#addProbed(id, peer, now);
    known.relay = peer.relay;
    known.configured = peer.endpoints;
    if (peer.relay !== void 0) this.#relays.use(peer.relay);
    this.#chooseAmong(known);
    known.path.setCandidates(this.#candidatesOf(known), now);
    this.#run();
  }
  removePeer(id) {
    const peer = this.#probed.get(id);
    if (!peer) return;
    this.#probed.delete(id);
    this.#byHint.delete(peer.keys.receiveHint);
    peer.keys.key.fill(0);
    this.#closeUnusedRelays();
  }
  /** Where WireGuard sends first; any value will do, as long as the path then chooses. */
  remoteOf(id) {
    const peer = this.#probed.get(id);
    const relay = peer?.choice.choose();
    if (relay !== void 0) return relayRemote(relay, id);
    const first = peer && this.#candidatesOf(peer)[0];
    return first && udpRemote(first);
  }
  pathOf(id) {
    const peer = this.#probed.get(id);
    return peer ? report(peer.path.state, peer.choice.choose()) : { kind: "plain" };
  }
  transmit(output) {
    const peer = output.peer === void 0 ? void 0 : this.#probed.get(output.peer);
    if (!peer || output.reply) this.#sendTo(output.to, output.bytes);
    else this.#sendByPath(peer, output.bytes);
  }
  /** Sends data messages that lie back to back, one every `segmentSize` bytes. */
  transmitRun(peer, to, arena, at, size, segmentSize) {
    const probed = this.#probed.get(peer);
    if (!probed && to.kind === "udp") {
      this.#link?.sendRun(arena, at, size, segmentSize, to.endpoint);
      return;
    }
    if (probed) this.#sendRunByPath(probed, arena, at, size, segmentSize);
  }
  /** Asks a STUN server for our address as it sees it. @returns `undefined` after the timeout */
  observe(server, timeoutMs) {
    return this.#stun.observe(server, timeoutMs);
  }
  close() {
    this.#closed = true;
    clearTimeout(this.#timer);
    this.#stun.close();
    this.#link?.close();
    this.#relays.close();
    for (const peer of this.#probed.values()) peer.keys.key.fill(0);
    this.#identity.privateKey.bytes.fill(0);
  }
  #addProbed(id, peer, now) {
    const shared = import_chunk_A7C2DCE4.nodePrimitives.agree(this.#identity.privateKey, import_chunk_A7C2DCE4.nodePrimitives.importPublicKey(peer.publicKey));
    const keys = probeKeys(import_chunk_A7C2DCE4.nodePrimitives, shared ?? new Uint8Array(32), this.#identity.publicKey, peer.publicKey);
    shared?.fill(0);
    const path = new Path({ random: this.#options.random, hasRelay: false, now });
    const { relay, endpoints: configured, publicKey } = peer;
    const choice = new RelayChoice();
    const added = { id, publicKey, keys, path, relay, choice, configured, offered: [] };
    this.#probed.set(id, added);
    this.#byHint.set(keys.receiveHint, added);
    return added;
  }
  #candidatesOf(peer) {
    if (!this.#link) return [];
    const { mesh } = this.#options;
    const offered = orderCandidates(peer.offered, { mesh, allowLoopback: false });
    return orderCandidates([...peer.configured, ...offered], { mesh, allowLoopback: true });
  }
  #takeRun(arena, at, size, segmentSize, from) {
    if (this.#closed) return;
    if ((0, import_chunk_A7C2DCE43.isDataMessage)(arena.bytes, at, Math.min(size, segmentSize))) {
      this.#options.onRun?.(arena, at, size, segmentSize, from);
      return;
    }
    for (let sent = 0; sent < size; sent += segmentSize) {
      const start = at + sent;
      const end = start + Math.min(segmentSize, size - sent);
      this.#takeUdp(new Uint8Array(arena.bytes.subarray(start, end)), from);
    }
  }
  #takeUdp(bytes, remote) {
    if (this.#closed) return;
    if ((0, import_chunk_A7C2DCE43.isDataMessage)(bytes, 0, bytes.length)) this.#options.onDatagram(bytes, remote);
    else if ((0, import_chunk_A7C2DCE4.isStun)(bytes)) this.#stun.take(bytes);
    else if (isProbe(bytes)) this.#takeProbe(bytes, remote);
    else this.#options.onDatagram(bytes, remote);
  }
  #takeRelayed(relay, source, bytes) {
    if (this.#closed) return;
    const remote = relayRemote(relay, source);
    if (isProbe(bytes)) this.#takeProbe(bytes, remote);
    else this.#options.onDatagram(bytes, remote);
  }
  #takeProbe(bytes, from) {
    const peer = this.#byHint.get(probeHint(bytes));
    const probe = peer && openProbe(import_chunk_A7C2DCE4.nodePrimitives, peer.keys, bytes);
    if (!probe || from.kind === "relay" && from.peer !== peer.id) return;
    if (from.kind === "relay" && probe.kind === "pong") peer.choice.noteAnswer(from.relay);
    this.#handleProbe(peer, probe, from);
    this.#run();
  }
  #handleProbe(peer, probe, from) {
    const now = this.#now();
    switch (probe.kind) {
      case "ping": {
        const observed = from.kind === "udp" ? from.endpoint : void 0;
        this.#sendTo(from, this.#seal(peer, { kind: "pong", transaction: probe.transaction, observed }));
        if (from.kind === "udp") peer.path.notePing(from.endpoint, now);
        break;
      }
      case "pong":
        this.#handlePong(peer, probe, from);
        break;
      case "candidates":
        if (from.kind !== "relay") return;
        peer.offered = probe.endpoints;
        peer.path.setCandidates(this.#candidatesOf(peer), now);
        break;
    }
  }
  #handlePong(peer, pong, from) {
    const endpoint = from.kind === "udp" ? from.endpoint : void 0;
    const roundTripMs = peer.path.handlePong(pong.transaction, this.#now(), endpoint);
    if (roundTripMs !== void 0 && pong.observed) this.#stun.note(pong.observed);
  }
  #sendByPath(peer, bytes) {
    const now = this.#now();
    peer.path.noteActivity(now);
    const route = peer.path.route(now);
    if (route.relay) this.#sendByRelay(peer, bytes);
    for (const endpoint of route.endpoints) this.#link?.send(bytes, endpoint);
    if (peer.path.nextTimeout() <= now) this.#run();
  }
  #sendRunByPath(peer, arena, at, size, segmentSize) {
    const now = this.#now();
    peer.path.noteActivity(now);
    const route = peer.path.route(now);
    for (const endpoint of route.endpoints) this.#link?.sendRun(arena, at, size, segmentSize, endpoint);
    for (let sent = 0; route.relay && sent < size; sent += segmentSize) {
      const start = at + sent;
      const end = start + Math.min(segmentSize, size - sent);
      this.#sendByRelay(peer, new Uint8Array(arena.bytes.subarray(start, end)));
    }
    if (peer.path.nextTimeout() <= now) this.#run();
  }
  #sendByRelay(peer, bytes) {
    const url = peer.choice.choose();
    if (url !== void 0) this.#relays.use(url).send(peer.publicKey, bytes);
  }
  #sendTo(to, bytes) {
    if (to.kind === "udp") this.#link?.send(bytes, to.endpoint);
    else this.#relays.find(to.relay)?.send((0, import_cli2.decodeBase64)(to.peer), bytes);
  }
  #noteRelay(url, state) {
    for (const peer of this.#probed.values()) {
      if (state === "ready") peer.choice.noteReady(url);
      else this.#noteGone(url, peer, true);
    }
    this.#run();
  }
  /** With another relay at hand the path stays as it is: the next packet takes the other. */
  #noteGone(url, peer, isDown = false) {
    if (!peer) return;
    const now = this.#now();
    const { choice } = peer;
    const used = choice.choose();
    const isAlone = isDown ? choice.noteDown(url, now) : choice.noteLost(url, now);
    if (used === url && isAlone) peer.path.noteRelayLost(now);
  }
  #chooseAnew() {
    for (const peer of this.#probed.values()) this.#chooseAmong(peer);
  }
  #chooseAmong(peer) {
    const own = peer.relay === void 0 ? [] : [peer.relay];
    peer.choice.setRelays([...own, ...this.#relays.order]);
    peer.path.setRelay(!peer.choice.isEmpty, this.#now());
  }
  #closeUnusedRelays() {
    const own = [...this.#probed.values()].flatMap(({ relay }) => relay === void 0 ? [] : [relay]);
    this.#relays.keep(new Set(own));
  }
  #run() {
    if (this.#closed) return;
    const now = this.#now();
    let next = Number.POSITIVE_INFINITY;
    for (const peer of this.#probed.values()) {
      peer.path.handleTimeout(now);
      for (const output of peer.path.drain()) this.#perform(peer, output);
      next = Math.min(next, peer.path.nextTimeout());
    }
    clearTimeout(this.#timer);
    if (next === Number.POSITIVE_INFINITY) return;
    const delay = Math.min(Math.max(1, Math.ceil(next - now)), MAX_TIMER_MS);
    this.#timer = setTimeout(() => this.#run(), delay);
  }
  #perform(peer, output) {
    switch (output.kind) {
      case "ping": {
        const bytes = this.#seal(peer, { kind: "ping", transaction: output.transaction });
        if (output.to === "relay") this.#pingByRelay(peer, bytes);
        else this.#link?.send(bytes, output.to);
        break;
      }
      case "offer":
        this.#offer(peer);
        break;
      case "changed":
        this.#options.onPath(peer.id, report(output.state, peer.choice.choose()));
        break;
    }
  }
  #pingByRelay(peer, bytes) {
    const now = this.#now();
    const url = peer.choice.choose();
    if (url === void 0) return;
    this.#relays.use(url).send(peer.publicKey, bytes);
    peer.choice.noteAsked(url, now);
    const doubted = peer.choice.takeTry(now);
    if (doubted !== void 0) this.#relays.use(doubted).send(peer.publicKey, bytes);
  }
  /** The peers do not know yet that we are seen there. */
  #offerAnew() {
    for (const peer of this.#probed.values()) peer.path.noteOwnAddress(this.#now());
    this.#run();
  }
  #offer(peer) {
    const endpoints = orderCandidates([...this.observed, ...this.#localEndpoints()], {
      mesh: this.#options.mesh,
      allowLoopback: false
    });
    const transaction = this.#options.random.bytes(12);
    if (endpoints.length > 0)
      this.#sendByRelay(peer, this.#seal(peer, { kind: "candidates", transaction, endpoints }));
  }
  #localEndpoints() {
    const link = this.#link;
    if (!link) return [];
    return Object.values((0, (process.getBuiltinModule("node:os")).networkInterfaces)()).flatMap((addresses) => addresses ?? []).filter((each) => !each.internal && (0, import_chunk_0722AEF22.isIp)(each.address)).map((each) => ({ address: (0, import_chunk_0722AEF22.parseIp)(each.address), port: link.port }));
  }
  #seal(peer, probe) {
    return sealProbe(import_chunk_A7C2DCE4.nodePrimitives, peer.keys, probe, this.#options.random);
  }
  #now() {
    return this.#options.clock.monotonic();
  }
};
function report(state, relay) {
  switch (state.kind) {
    case "direct":
      return { kind: "direct", endpoint: (0, import_chunk_0722AEF22.formatEndpoint)(state.endpoint), roundTripMs: state.roundTripMs };
    case "relayed":
      return { kind: "relayed", relay: relay ?? "", roundTripMs: state.roundTripMs };
    case "connecting":
    case "failed":
      return { kind: state.kind };
  }
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  chunk_2ZL3UNZA
});
