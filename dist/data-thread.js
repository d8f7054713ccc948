const __bundleUrl = import.meta.url
const require = process.getBuiltinModule('node:module').createRequire(__bundleUrl)
var __defProp = Object.defineProperty;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __esm = (fn, res, err) => function __init() {
  if (err) throw err[0];
  try {
    return fn && (res = (0, fn[__getOwnPropNames(fn)[0]])(fn = 0)), res;
  } catch (e) {
    throw err = [e], e;
  }
};
var __export = (target, all) => {
  for (var name in all)
    __defProp(target, name, { get: all[name], enumerable: true });
};

// src/base/exit-codes.ts
var EXIT;
var init_exit_codes = __esm({
  "src/base/exit-codes.ts"() {
    "use strict";
    EXIT = {
      /** passed, or done */
      ok: 0,
      /** a bug of ours */
      internal: 1,
      /** usage or configuration */
      usage: 2,
      /** no scanner found a file that it reads */
      nothingToScan: 3,
      /** the gate failed, or a verification was refused */
      failed: 10,
      /** a scanner, a file or an advisory source could not be read wholly */
      undecided: 11,
      /** approval or admission refused */
      refused: 12,
      /** deployed, unhealthy, rolled back */
      rolledBack: 13,
      /** agent or mesh unreachable, or timed out */
      unreachable: 14,
      /** the command that we were to run is there and cannot be run, as shells say it */
      commandNotExecutable: 126,
      /** there is no command of that name, as shells say it */
      commandNotFound: 127
    };
  }
});

// src/base/error-codes.ts
var ERROR_CODES;
var init_error_codes = __esm({
  "src/base/error-codes.ts"() {
    "use strict";
    init_exit_codes();
    ERROR_CODES = {
      // base
      USAGE: ["The command line or an input could not be understood.", EXIT.usage],
      CONFIG_INVALID: ["A configuration file could not be understood.", EXIT.usage],
      ENCODING_INVALID: ["Bytes or text are not in the encoding they must have.", EXIT.usage],
      JSON_INVALID: [
        "A JSON document is malformed, or has what we refuse (duplicate keys, unsafe numbers).",
        EXIT.usage
      ],
      LIMIT_EXCEEDED: ["An input is larger than its limit.", EXIT.usage],
      // platform
      FILE_UNREADABLE: ["A file or folder could not be read.", EXIT.usage],
      FILE_UNWRITABLE: ["A file or folder could not be written.", EXIT.usage],
      CERTIFICATE_UNKNOWN: ["A server showed a TLS certificate other than the pinned one.", EXIT.unreachable],
      HTTP_FAILED: ["An HTTP request could not be completed.", EXIT.unreachable],
      LOGIN_FAILED: ["A login at an issuer did not succeed.", EXIT.refused],
      PROCESS_FAILED: ["A program that we ran ended with an error.", EXIT.internal],
      // repository
      GIT_UNREADABLE: ["The git repository or one of its objects could not be read.", EXIT.undecided],
      REVISION_UNKNOWN: ["A git revision is not in this clone.", EXIT.undecided],
      // gate
      POLICY_INVALID: ["The gate policy could not be understood.", EXIT.usage],
      // tunnel
      TUNNEL_UNREACHABLE: ["No address of this node can reach the remote address.", EXIT.unreachable],
      TUNNEL_PORT_IN_USE: ["The port is taken by another socket of this node.", EXIT.usage],
      COMMAND_NOT_FOUND: ["There is no program of the name that was given after --.", EXIT.commandNotFound],
      COMMAND_NOT_EXECUTABLE: ["The program that was given after -- cannot be run.", EXIT.commandNotExecutable],
      DATA_PLANE_UNAVAILABLE: ["The data plane that was asked for cannot be had on this machine.", EXIT.usage],
      NETWORK_CHANGE_FAILED: [
        "An address, a route or the resolver of this machine could not be set.",
        EXIT.usage
      ],
      // dependencies
      LOCKFILE_INVALID: ["A lockfile could not be read wholly.", EXIT.undecided],
      LOCKFILE_UNSUPPORTED: ["A lockfile is of a version that is not known.", EXIT.undecided],
      LOCKFILE_UNRESOLVED: ["A lockfile or manifest leaves open which version is used.", EXIT.undecided],
      ADVISORIES_INVALID: ["A set of advisories is missing, damaged or too old.", EXIT.undecided],
      // trust
      SIGNATURE_INVALID: ["A signature does not verify.", EXIT.failed],
      KEY_INVALID: ["A key could not be understood.", EXIT.usage],
      VERIFICATION_REFUSED: ["A verification was refused.", EXIT.failed],
      // tlog
      LOG_INCONSISTENT: ["The transparency log contradicts itself or an earlier checkpoint.", EXIT.failed],
      // access
      ACCESS_RULES_INVALID: ["The access rules could not be understood.", EXIT.usage],
      // api, coordinator
      APPROVAL_REFUSED: ["The coordinator refused the approval.", EXIT.refused],
      ADMISSION_REFUSED: ["The coordinator refused the admission.", EXIT.refused],
      STORE_FAILED: ["The store could not be read or written.", EXIT.internal],
      STORE_CONFLICT: ["Something of this name, key or address stands in the store already.", EXIT.refused],
      REQUEST_REFUSED: ["The coordinator refused a request.", EXIT.refused],
      REPLY_REFUSED: ["A reply does not carry the signature of the coordinator that we trust.", EXIT.failed],
      DATA_DIRECTORY_INVALID: ["The data directory is not one that `coordinator init` made.", EXIT.usage],
      // mesh, agent
      AGENT_UNREACHABLE: ["The deploy agent could not be reached.", EXIT.unreachable],
      AGENT_BUSY: ["Another agent holds the lock of this application.", EXIT.unreachable],
      JOURNAL_INVALID: ["The agent's journal or state files contradict themselves.", EXIT.internal],
      ARCHIVE_REFUSED: ["An artifact holds what the agent does not unpack.", EXIT.refused],
      SOURCE_REFUSED: ["An artifact cannot be fetched from where it is offered.", EXIT.refused],
      DEPLOYMENT_REFUSED: ["The agent refused the deployment; nothing was changed.", EXIT.refused],
      DEPLOYMENT_ROLLED_BACK: ["The deployment was rolled back.", EXIT.rolledBack]
    };
  }
});

// src/base/errors.ts
function messageOf(thrown) {
  return thrown instanceof Error ? thrown.message : String(thrown);
}
var SallyportError;
var init_errors = __esm({
  "src/base/errors.ts"() {
    "use strict";
    init_error_codes();
    SallyportError = class extends Error {
      code;
      help;
      place;
      constructor(code, details) {
        super(details.message, details.cause === void 0 ? void 0 : { cause: details.cause });
        this.name = "SallyportError";
        this.code = code;
        this.help = details.help;
        this.place = details.place;
      }
      get exitCode() {
        return ERROR_CODES[this.code][1];
      }
    };
  }
});

// src/base/bytes.ts
const { timingSafeEqual } = process.getBuiltinModule("node:crypto");
function concatBytes(...parts) {
  let length = 0;
  for (const part2 of parts) length += part2.length;
  const joined = new Uint8Array(length);
  let offset = 0;
  for (const part2 of parts) {
    joined.set(part2, offset);
    offset += part2.length;
  }
  return joined;
}
function equalBytes(a, b) {
  return a.length === b.length && Buffer.compare(a, b) === 0;
}
function equalConstantTime(a, b) {
  return a.length === b.length && timingSafeEqual(a, b);
}
function encodeUtf8(text) {
  return utf8.encode(text);
}
function encodeBase64(bytes) {
  if (bytes.length > scratch.length) {
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("base64");
  }
  scratch.set(bytes);
  const text = scratch.toString("base64", 0, bytes.length);
  scratch.fill(0, 0, bytes.length);
  return text;
}
function decodeBase64(text) {
  const bytes = new Uint8Array(Buffer.from(text, "base64"));
  if (encodeBase64(bytes) !== text) {
    throw new SallyportError("ENCODING_INVALID", { message: `not canonical base64: ${quoteShort(text)}` });
  }
  return bytes;
}
function quoteShort(text) {
  return JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}\u2026` : text);
}
function copyBytes(bytes, start = 0, end = bytes.length) {
  return new Uint8Array(start === 0 && end === bytes.length ? bytes : bytes.subarray(start, end));
}
var strictUtf8, utf8, scratch;
var init_bytes = __esm({
  "src/base/bytes.ts"() {
    "use strict";
    init_errors();
    strictUtf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
    utf8 = new TextEncoder();
    scratch = Buffer.alloc(64);
  }
});

// src/tunnel/wireguard/aead.ts
function scratchOf(aead) {
  const known2 = scratches.get(aead);
  if (known2) return known2;
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
var TAG_SIZE, SCRATCH_SIZE, scratches;
var init_aead = __esm({
  "src/tunnel/wireguard/aead.ts"() {
    "use strict";
    TAG_SIZE = 16;
    SCRATCH_SIZE = 65536 + 2 * TAG_SIZE;
    scratches = /* @__PURE__ */ new WeakMap();
  }
});

// src/tunnel/wireguard/messages.ts
function messageKind(datagram) {
  if (datagram.length < DATA_SIZE_MIN || (datagram[1] | datagram[2] | datagram[3]) !== 0) return void 0;
  switch (datagram[0]) {
    case MESSAGE_TYPE.data:
      return "data";
    case MESSAGE_TYPE.initiation:
      return datagram.length === INITIATION_SIZE ? "initiation" : void 0;
    case MESSAGE_TYPE.response:
      return datagram.length === RESPONSE_SIZE ? "response" : void 0;
    case MESSAGE_TYPE.cookieReply:
      return datagram.length === COOKIE_REPLY_SIZE ? "cookieReply" : void 0;
    default:
      return void 0;
  }
}
function parseInitiation(bytes) {
  return {
    sender: readUint32(bytes, 4),
    ephemeral: bytes.subarray(8, 40),
    sealedStatic: bytes.subarray(40, 88),
    sealedTimestamp: bytes.subarray(88, 116)
  };
}
function emitInitiation(message) {
  const bytes = new Uint8Array(INITIATION_SIZE);
  bytes[0] = MESSAGE_TYPE.initiation;
  writeUint32(bytes, 4, message.sender);
  bytes.set(message.ephemeral, 8);
  bytes.set(message.sealedStatic, 40);
  bytes.set(message.sealedTimestamp, 88);
  return bytes;
}
function parseResponse(bytes) {
  return {
    sender: readUint32(bytes, 4),
    receiver: readUint32(bytes, 8),
    ephemeral: bytes.subarray(12, 44),
    sealedEmpty: bytes.subarray(44, 60)
  };
}
function emitResponse(message) {
  const bytes = new Uint8Array(RESPONSE_SIZE);
  bytes[0] = MESSAGE_TYPE.response;
  writeUint32(bytes, 4, message.sender);
  writeUint32(bytes, 8, message.receiver);
  bytes.set(message.ephemeral, 12);
  bytes.set(message.sealedEmpty, 44);
  return bytes;
}
function parseCookieReply(bytes) {
  return {
    receiver: readUint32(bytes, 4),
    nonce: bytes.subarray(8, 32),
    sealedCookie: bytes.subarray(32, 64)
  };
}
function emitCookieReply(message) {
  const bytes = new Uint8Array(COOKIE_REPLY_SIZE);
  bytes[0] = MESSAGE_TYPE.cookieReply;
  writeUint32(bytes, 4, message.receiver);
  bytes.set(message.nonce, 8);
  bytes.set(message.sealedCookie, 32);
  return bytes;
}
function writeDataHeader(bytes, receiver, low, high, at = 0) {
  bytes[at] = MESSAGE_TYPE.data;
  bytes[at + 1] = bytes[at + 2] = bytes[at + 3] = 0;
  writeUint32(bytes, at + 4, receiver);
  writeUint32(bytes, at + 8, low);
  writeUint32(bytes, at + 12, high);
}
function isDataMessage(bytes, at, length) {
  return length >= DATA_SIZE_MIN && bytes[at] === MESSAGE_TYPE.data && (bytes[at + 1] | bytes[at + 2] | bytes[at + 3]) === 0;
}
function firstIndex(bytes) {
  return readUint32(bytes, 4);
}
function readUint32(bytes, at) {
  return (bytes[at] | bytes[at + 1] << 8 | bytes[at + 2] << 16 | bytes[at + 3] << 24) >>> 0;
}
function writeUint32(bytes, at, value) {
  bytes[at] = value;
  bytes[at + 1] = value >>> 8;
  bytes[at + 2] = value >>> 16;
  bytes[at + 3] = value >>> 24;
}
var INITIATION_SIZE, RESPONSE_SIZE, COOKIE_REPLY_SIZE, DATA_HEADER_SIZE, TAG_SIZE2, DATA_SIZE_MIN, MAC_SIZE, MESSAGE_TYPE;
var init_messages = __esm({
  "src/tunnel/wireguard/messages.ts"() {
    "use strict";
    INITIATION_SIZE = 148;
    RESPONSE_SIZE = 92;
    COOKIE_REPLY_SIZE = 64;
    DATA_HEADER_SIZE = 16;
    TAG_SIZE2 = 16;
    DATA_SIZE_MIN = DATA_HEADER_SIZE + TAG_SIZE2;
    MAC_SIZE = 16;
    MESSAGE_TYPE = { initiation: 1, response: 2, cookieReply: 3, data: 4 };
  }
});

// node_modules/@noble/ciphers/utils.js
function isBytes(a) {
  return a instanceof Uint8Array || ArrayBuffer.isView(a) && a.constructor.name === "Uint8Array" && "BYTES_PER_ELEMENT" in a && a.BYTES_PER_ELEMENT === 1;
}
function abool(value, title = "") {
  if (typeof value !== "boolean")
    throw new TypeError(atitle(title) + "expected boolean, got type=" + typeof value);
  return value;
}
function anumber(n, title = "") {
  if (typeof n !== "number")
    throw new TypeError(atitle(title) + "expected number, got " + typeof n);
  if (!Number.isSafeInteger(n) || n < 0)
    throw new RangeError(atitle(title) + "expected integer >= 0, got " + n);
  return n;
}
function abytes(value, length, title = "") {
  if (isBytes(value) && (length === void 0 || value.length === length))
    return value;
  if (length !== void 0)
    anumber(length, "length");
  const bytes = isBytes(value);
  const ofLen = length !== void 0 ? ` of length ${length}` : "";
  const got = bytes ? `length=${value.length}` : `type=${typeof value}`;
  const message = atitle(title) + "expected Uint8Array" + ofLen + ", got " + got;
  if (!bytes)
    throw new TypeError(message);
  throw new RangeError(message);
}
function aexists(instance, checkFinished = true) {
  if (instance.destroyed)
    throw new Error("hash was destroyed");
  if (checkFinished && instance.finished)
    throw new Error("digest() was already called");
}
function aoutput(out, instance) {
  abytes(out, void 0, "output");
  const min = instance.outputLen;
  if (!(out.length >= min)) {
    throw new RangeError('"output" expected length >= ' + min);
  }
}
function u32(arr) {
  return new Uint32Array(arr.buffer, arr.byteOffset, Math.floor(arr.byteLength / 4));
}
function clean(...arrays) {
  for (let i = 0; i < arrays.length; i++) {
    arrays[i].fill(0);
  }
}
function createView(arr) {
  return new DataView(arr.buffer, arr.byteOffset, arr.byteLength);
}
function byteSwap(word2) {
  return word2 << 24 & 4278190080 | word2 << 8 & 16711680 | word2 >>> 8 & 65280 | word2 >>> 24 & 255;
}
function byteSwap32(arr) {
  for (let i = 0; i < arr.length; i++) {
    arr[i] = byteSwap(arr[i]);
  }
  return arr;
}
function overlapBytes(a, b) {
  if (!a.byteLength || !b.byteLength)
    return false;
  return a.buffer === b.buffer && // best we can do, may fail with an obscure Proxy
  a.byteOffset < b.byteOffset + b.byteLength && // a starts before b end
  b.byteOffset < a.byteOffset + a.byteLength;
}
function complexOverlapBytes(input, output) {
  if (overlapBytes(input, output) && input.byteOffset < output.byteOffset)
    throw new Error("complex overlap of input and output is not supported");
}
function checkOpts(defaults, opts) {
  aobject(defaults, "defaults");
  aobject(opts, "opts");
  const merged = Object.assign(defaults, opts);
  return merged;
}
function equalBytes2(a, b) {
  a = abytes(a);
  b = abytes(b);
  if (a.length !== b.length)
    return false;
  let diff = 0;
  for (let i = 0; i < a.length; i++)
    diff |= a[i] ^ b[i];
  return diff === 0;
}
function wrapMacConstructor(keyLen, macCons, fromMsg) {
  const mac2 = macCons;
  const getArgs = fromMsg || (() => []);
  const macC = (msg, key) => mac2(key, ...getArgs(msg)).update(msg).digest();
  const tmp = mac2(new Uint8Array(keyLen), ...getArgs(new Uint8Array(0)));
  macC.outputLen = tmp.outputLen;
  macC.blockLen = tmp.blockLen;
  macC.create = (key, ...args) => mac2(key, ...args);
  return macC;
}
function getOutput(expectedLength, out, onlyAligned = true) {
  if (out === void 0)
    return new Uint8Array(expectedLength);
  abytes(out, expectedLength, "output");
  if (onlyAligned && !isAligned32(out))
    throw new Error("invalid output, must be aligned");
  return out;
}
function u64Lengths(dataLength, aadLength, isLE2) {
  anumber(dataLength);
  anumber(aadLength);
  abool(isLE2);
  const num = new Uint8Array(16);
  const view2 = createView(num);
  view2.setBigUint64(0, BigInt(aadLength), isLE2);
  view2.setBigUint64(8, BigInt(dataLength), isLE2);
  return num;
}
function isAligned32(bytes) {
  return bytes.byteOffset % 4 === 0;
}
function copyBytes2(bytes) {
  return Uint8Array.from(abytes(bytes));
}
var atitle, aobject, isLE, swap32IfBE, wrapCipher;
var init_utils = __esm({
  "node_modules/@noble/ciphers/utils.js"() {
    atitle = (title) => title ? `"${title}" ` : "";
    aobject = (value, label) => {
      if (value === null || typeof value !== "object" || Array.isArray(value))
        throw new TypeError(label === "object" ? "expected valid options object" : `"${label}" expected object, got type=${typeof value}`);
    };
    isLE = /* @__PURE__ */ (() => new Uint8Array(new Uint32Array([287454020]).buffer)[0] === 68)();
    swap32IfBE = isLE ? (u) => u : byteSwap32;
    wrapCipher = /* @__NO_SIDE_EFFECTS__ */ (params, constructor) => {
      function wrappedCipher(key, ...args) {
        abytes(key, void 0, "key");
        if (params.nonceLength !== void 0) {
          const nonce = args[0];
          abytes(nonce, params.varSizeNonce ? void 0 : params.nonceLength, "nonce");
        }
        const tagl = params.tagLength;
        const aadStart = params.nonceLength !== void 0 ? 1 : 0;
        if (!params.withAAD) {
          for (let i = aadStart; i < args.length; i++)
            if (isBytes(args[i]))
              throw new Error("AAD not supported");
        }
        if (params.withAAD && args[aadStart] !== void 0)
          abytes(args[aadStart], void 0, "AAD");
        const cipher = constructor(key, ...args);
        const checkOutput = (fnLength, output) => {
          if (output !== void 0) {
            if (fnLength !== 2)
              throw new Error("cipher output not supported");
            abytes(output, void 0, "output");
          }
        };
        let called = false;
        const wrCipher = {
          encrypt(data, output) {
            if (called)
              throw new Error("cannot encrypt() twice with same key + nonce");
            called = true;
            abytes(data, void 0, "data");
            checkOutput(cipher.encrypt.length, output);
            return cipher.encrypt(data, output);
          },
          decrypt(data, output) {
            abytes(data, void 0, "data");
            if (tagl && data.length < tagl)
              throw new Error('"ciphertext" expected length >= tagLength=' + tagl);
            checkOutput(cipher.decrypt.length, output);
            return cipher.decrypt(data, output);
          }
        };
        return wrCipher;
      }
      Object.assign(wrappedCipher, params);
      return wrappedCipher;
    };
  }
});

// node_modules/@noble/ciphers/_arx.js
function rotl(a, b) {
  return a << b | a >>> 32 - b;
}
function runCipher(core, sigma, key, nonce, data, output, counter, rounds) {
  const len = data.length;
  const block = new Uint8Array(BLOCK_LEN);
  const b32 = u32(block);
  const isAligned = isLE && isAligned32(data) && isAligned32(output);
  const d32 = isAligned ? u32(data) : U32_EMPTY;
  const o32 = isAligned ? u32(output) : U32_EMPTY;
  if (!isLE) {
    for (let pos = 0; pos < len; counter++) {
      core(sigma, key, nonce, b32, counter, rounds);
      swap32IfBE(b32);
      if (counter >= MAX_COUNTER)
        throw new Error("arx: counter overflow");
      const take3 = Math.min(BLOCK_LEN, len - pos);
      for (let j = 0, posj; j < take3; j++) {
        posj = pos + j;
        output[posj] = data[posj] ^ block[j];
      }
      pos += take3;
    }
    return;
  }
  for (let pos = 0; pos < len; counter++) {
    core(sigma, key, nonce, b32, counter, rounds);
    if (counter >= MAX_COUNTER)
      throw new Error("arx: counter overflow");
    const take3 = Math.min(BLOCK_LEN, len - pos);
    if (isAligned && take3 === BLOCK_LEN) {
      const pos32 = pos / 4;
      if (pos % 4 !== 0)
        throw new Error("arx: invalid block position");
      for (let j = 0, posj; j < BLOCK_LEN32; j++) {
        posj = pos32 + j;
        o32[posj] = d32[posj] ^ b32[j];
      }
      pos += BLOCK_LEN;
      continue;
    }
    for (let j = 0, posj; j < take3; j++) {
      posj = pos + j;
      output[posj] = data[posj] ^ block[j];
    }
    pos += take3;
  }
}
function createCipher(core, opts) {
  const { allowShortKeys, extendNonceFn, counterLength, counterRight, rounds } = checkOpts({ allowShortKeys: false, counterLength: 8, counterRight: false, rounds: 20 }, opts);
  if (typeof core !== "function")
    throw new Error("core must be a function");
  anumber(counterLength);
  anumber(rounds);
  abool(counterRight);
  abool(allowShortKeys);
  return (key, nonce, data, output, counter = 0) => {
    abytes(key, void 0, "key");
    abytes(nonce, void 0, "nonce");
    abytes(data, void 0, "data");
    const len = data.length;
    const hasOutput = output !== void 0;
    output = getOutput(len, output, false);
    if (hasOutput)
      complexOverlapBytes(data, output);
    anumber(counter);
    if (counter < 0 || counter >= MAX_COUNTER)
      throw new Error("arx: counter overflow");
    const toClean = [];
    let l = key.length;
    let k;
    let sigma;
    if (l === 32) {
      toClean.push(k = copyBytes2(key));
      sigma = sigma32_32;
    } else if (l === 16 && allowShortKeys) {
      k = new Uint8Array(32);
      k.set(key);
      k.set(key, 16);
      sigma = sigma16_32;
      toClean.push(k);
    } else {
      abytes(key, 32, "arx key");
      throw new Error("invalid key size");
    }
    if (!isLE || !isAligned32(nonce))
      toClean.push(nonce = copyBytes2(nonce));
    let k32 = u32(k);
    if (extendNonceFn) {
      if (nonce.length !== 24)
        throw new Error("arx: extended nonce must be 24 bytes");
      const n16 = nonce.subarray(0, 16);
      if (isLE)
        extendNonceFn(sigma, k32, u32(n16), k32);
      else {
        const sigmaRaw = swap32IfBE(Uint32Array.from(sigma));
        extendNonceFn(sigmaRaw, k32, u32(n16), k32);
        clean(sigmaRaw);
        swap32IfBE(k32);
      }
      nonce = nonce.subarray(16);
    } else if (!isLE)
      swap32IfBE(k32);
    const nonceNcLen = 16 - counterLength;
    if (nonceNcLen !== nonce.length)
      throw new Error(`arx: nonce must be ${nonceNcLen} or 16 bytes`);
    if (nonceNcLen !== 12) {
      const nc = new Uint8Array(12);
      nc.set(nonce, counterRight ? 0 : 12 - nonce.length);
      nonce = nc;
      toClean.push(nonce);
    }
    const n32 = swap32IfBE(u32(nonce));
    try {
      runCipher(core, sigma, k32, n32, data, output, counter, rounds);
      return output;
    } finally {
      clean(...toClean);
    }
  };
}
var encodeStr, sigma16_32, sigma32_32, BLOCK_LEN, BLOCK_LEN32, MAX_COUNTER, U32_EMPTY;
var init_arx = __esm({
  "node_modules/@noble/ciphers/_arx.js"() {
    init_utils();
    encodeStr = (str) => Uint8Array.from(str.split(""), (c) => c.charCodeAt(0));
    sigma16_32 = /* @__PURE__ */ (() => swap32IfBE(u32(encodeStr("expand 16-byte k"))))();
    sigma32_32 = /* @__PURE__ */ (() => swap32IfBE(u32(encodeStr("expand 32-byte k"))))();
    BLOCK_LEN = 64;
    BLOCK_LEN32 = 16;
    MAX_COUNTER = /* @__PURE__ */ (() => 2 ** 32 - 1)();
    U32_EMPTY = /* @__PURE__ */ Uint32Array.of();
  }
});

// node_modules/@noble/ciphers/_poly1305.js
function u8to16(a, i) {
  return a[i++] & 255 | (a[i++] & 255) << 8;
}
var Poly1305, poly1305;
var init_poly1305 = __esm({
  "node_modules/@noble/ciphers/_poly1305.js"() {
    init_utils();
    Poly1305 = class {
      blockLen = 16;
      outputLen = 16;
      buffer = new Uint8Array(16);
      r = new Uint16Array(10);
      // Allocating 1 array with .subarray() here is slower than 3
      h = new Uint16Array(10);
      pad = new Uint16Array(8);
      pos = 0;
      finished = false;
      destroyed = false;
      // Can be speed-up using BigUint64Array, at the cost of complexity
      constructor(key) {
        key = copyBytes2(abytes(key, 32, "key"));
        const t0 = u8to16(key, 0);
        const t1 = u8to16(key, 2);
        const t2 = u8to16(key, 4);
        const t3 = u8to16(key, 6);
        const t4 = u8to16(key, 8);
        const t5 = u8to16(key, 10);
        const t6 = u8to16(key, 12);
        const t7 = u8to16(key, 14);
        this.r[0] = t0 & 8191;
        this.r[1] = (t0 >>> 13 | t1 << 3) & 8191;
        this.r[2] = (t1 >>> 10 | t2 << 6) & 7939;
        this.r[3] = (t2 >>> 7 | t3 << 9) & 8191;
        this.r[4] = (t3 >>> 4 | t4 << 12) & 255;
        this.r[5] = t4 >>> 1 & 8190;
        this.r[6] = (t4 >>> 14 | t5 << 2) & 8191;
        this.r[7] = (t5 >>> 11 | t6 << 5) & 8065;
        this.r[8] = (t6 >>> 8 | t7 << 8) & 8191;
        this.r[9] = t7 >>> 5 & 127;
        for (let i = 0; i < 8; i++)
          this.pad[i] = u8to16(key, 16 + 2 * i);
      }
      process(data, offset, isLast = false) {
        const hibit = isLast ? 0 : 1 << 11;
        const { h, r } = this;
        const r0 = r[0];
        const r1 = r[1];
        const r2 = r[2];
        const r3 = r[3];
        const r4 = r[4];
        const r5 = r[5];
        const r6 = r[6];
        const r7 = r[7];
        const r8 = r[8];
        const r9 = r[9];
        const t0 = u8to16(data, offset + 0);
        const t1 = u8to16(data, offset + 2);
        const t2 = u8to16(data, offset + 4);
        const t3 = u8to16(data, offset + 6);
        const t4 = u8to16(data, offset + 8);
        const t5 = u8to16(data, offset + 10);
        const t6 = u8to16(data, offset + 12);
        const t7 = u8to16(data, offset + 14);
        let h0 = h[0] + (t0 & 8191);
        let h1 = h[1] + ((t0 >>> 13 | t1 << 3) & 8191);
        let h2 = h[2] + ((t1 >>> 10 | t2 << 6) & 8191);
        let h3 = h[3] + ((t2 >>> 7 | t3 << 9) & 8191);
        let h4 = h[4] + ((t3 >>> 4 | t4 << 12) & 8191);
        let h5 = h[5] + (t4 >>> 1 & 8191);
        let h6 = h[6] + ((t4 >>> 14 | t5 << 2) & 8191);
        let h7 = h[7] + ((t5 >>> 11 | t6 << 5) & 8191);
        let h8 = h[8] + ((t6 >>> 8 | t7 << 8) & 8191);
        let h9 = h[9] + (t7 >>> 5 | hibit);
        let c = 0;
        let d0 = c + h0 * r0 + h1 * (5 * r9) + h2 * (5 * r8) + h3 * (5 * r7) + h4 * (5 * r6);
        c = d0 >>> 13;
        d0 &= 8191;
        d0 += h5 * (5 * r5) + h6 * (5 * r4) + h7 * (5 * r3) + h8 * (5 * r2) + h9 * (5 * r1);
        c += d0 >>> 13;
        d0 &= 8191;
        let d1 = c + h0 * r1 + h1 * r0 + h2 * (5 * r9) + h3 * (5 * r8) + h4 * (5 * r7);
        c = d1 >>> 13;
        d1 &= 8191;
        d1 += h5 * (5 * r6) + h6 * (5 * r5) + h7 * (5 * r4) + h8 * (5 * r3) + h9 * (5 * r2);
        c += d1 >>> 13;
        d1 &= 8191;
        let d2 = c + h0 * r2 + h1 * r1 + h2 * r0 + h3 * (5 * r9) + h4 * (5 * r8);
        c = d2 >>> 13;
        d2 &= 8191;
        d2 += h5 * (5 * r7) + h6 * (5 * r6) + h7 * (5 * r5) + h8 * (5 * r4) + h9 * (5 * r3);
        c += d2 >>> 13;
        d2 &= 8191;
        let d3 = c + h0 * r3 + h1 * r2 + h2 * r1 + h3 * r0 + h4 * (5 * r9);
        c = d3 >>> 13;
        d3 &= 8191;
        d3 += h5 * (5 * r8) + h6 * (5 * r7) + h7 * (5 * r6) + h8 * (5 * r5) + h9 * (5 * r4);
        c += d3 >>> 13;
        d3 &= 8191;
        let d4 = c + h0 * r4 + h1 * r3 + h2 * r2 + h3 * r1 + h4 * r0;
        c = d4 >>> 13;
        d4 &= 8191;
        d4 += h5 * (5 * r9) + h6 * (5 * r8) + h7 * (5 * r7) + h8 * (5 * r6) + h9 * (5 * r5);
        c += d4 >>> 13;
        d4 &= 8191;
        let d5 = c + h0 * r5 + h1 * r4 + h2 * r3 + h3 * r2 + h4 * r1;
        c = d5 >>> 13;
        d5 &= 8191;
        d5 += h5 * r0 + h6 * (5 * r9) + h7 * (5 * r8) + h8 * (5 * r7) + h9 * (5 * r6);
        c += d5 >>> 13;
        d5 &= 8191;
        let d6 = c + h0 * r6 + h1 * r5 + h2 * r4 + h3 * r3 + h4 * r2;
        c = d6 >>> 13;
        d6 &= 8191;
        d6 += h5 * r1 + h6 * r0 + h7 * (5 * r9) + h8 * (5 * r8) + h9 * (5 * r7);
        c += d6 >>> 13;
        d6 &= 8191;
        let d7 = c + h0 * r7 + h1 * r6 + h2 * r5 + h3 * r4 + h4 * r3;
        c = d7 >>> 13;
        d7 &= 8191;
        d7 += h5 * r2 + h6 * r1 + h7 * r0 + h8 * (5 * r9) + h9 * (5 * r8);
        c += d7 >>> 13;
        d7 &= 8191;
        let d8 = c + h0 * r8 + h1 * r7 + h2 * r6 + h3 * r5 + h4 * r4;
        c = d8 >>> 13;
        d8 &= 8191;
        d8 += h5 * r3 + h6 * r2 + h7 * r1 + h8 * r0 + h9 * (5 * r9);
        c += d8 >>> 13;
        d8 &= 8191;
        let d9 = c + h0 * r9 + h1 * r8 + h2 * r7 + h3 * r6 + h4 * r5;
        c = d9 >>> 13;
        d9 &= 8191;
        d9 += h5 * r4 + h6 * r3 + h7 * r2 + h8 * r1 + h9 * r0;
        c += d9 >>> 13;
        d9 &= 8191;
        c = (c << 2) + c | 0;
        c = c + d0 | 0;
        d0 = c & 8191;
        c = c >>> 13;
        d1 += c;
        h[0] = d0;
        h[1] = d1;
        h[2] = d2;
        h[3] = d3;
        h[4] = d4;
        h[5] = d5;
        h[6] = d6;
        h[7] = d7;
        h[8] = d8;
        h[9] = d9;
      }
      finalize() {
        const { h, pad: pad2 } = this;
        const g = new Uint16Array(10);
        let c = h[1] >>> 13;
        h[1] &= 8191;
        for (let i = 2; i < 10; i++) {
          h[i] += c;
          c = h[i] >>> 13;
          h[i] &= 8191;
        }
        h[0] += c * 5;
        c = h[0] >>> 13;
        h[0] &= 8191;
        h[1] += c;
        c = h[1] >>> 13;
        h[1] &= 8191;
        h[2] += c;
        g[0] = h[0] + 5;
        c = g[0] >>> 13;
        g[0] &= 8191;
        for (let i = 1; i < 10; i++) {
          g[i] = h[i] + c;
          c = g[i] >>> 13;
          g[i] &= 8191;
        }
        g[9] -= 1 << 13;
        let mask = (c ^ 1) - 1;
        for (let i = 0; i < 10; i++)
          g[i] &= mask;
        mask = ~mask;
        for (let i = 0; i < 10; i++)
          h[i] = h[i] & mask | g[i];
        h[0] = (h[0] | h[1] << 13) & 65535;
        h[1] = (h[1] >>> 3 | h[2] << 10) & 65535;
        h[2] = (h[2] >>> 6 | h[3] << 7) & 65535;
        h[3] = (h[3] >>> 9 | h[4] << 4) & 65535;
        h[4] = (h[4] >>> 12 | h[5] << 1 | h[6] << 14) & 65535;
        h[5] = (h[6] >>> 2 | h[7] << 11) & 65535;
        h[6] = (h[7] >>> 5 | h[8] << 8) & 65535;
        h[7] = (h[8] >>> 8 | h[9] << 5) & 65535;
        let f = h[0] + pad2[0];
        h[0] = f & 65535;
        for (let i = 1; i < 8; i++) {
          f = (h[i] + pad2[i] | 0) + (f >>> 16) | 0;
          h[i] = f & 65535;
        }
        clean(g);
      }
      update(data) {
        aexists(this);
        abytes(data);
        data = copyBytes2(data);
        const { buffer, blockLen } = this;
        const len = data.length;
        for (let pos = 0; pos < len; ) {
          const take3 = Math.min(blockLen - this.pos, len - pos);
          if (take3 === blockLen) {
            for (; blockLen <= len - pos; pos += blockLen)
              this.process(data, pos);
            continue;
          }
          buffer.set(data.subarray(pos, pos + take3), this.pos);
          this.pos += take3;
          pos += take3;
          if (this.pos === blockLen) {
            this.process(buffer, 0, false);
            this.pos = 0;
          }
        }
        return this;
      }
      destroy() {
        this.destroyed = true;
        clean(this.h, this.r, this.buffer, this.pad);
      }
      digestInto(out) {
        aexists(this);
        aoutput(out, this);
        this.finished = true;
        const { buffer, h } = this;
        let { pos } = this;
        if (pos) {
          buffer[pos++] = 1;
          for (; pos < 16; pos++)
            buffer[pos] = 0;
          this.process(buffer, 0, true);
        }
        this.finalize();
        let opos = 0;
        for (let i = 0; i < 8; i++) {
          out[opos++] = h[i] >>> 0;
          out[opos++] = h[i] >>> 8;
        }
      }
      digest() {
        const { buffer, outputLen } = this;
        this.digestInto(buffer);
        const res = buffer.slice(0, outputLen);
        this.destroy();
        return res;
      }
    };
    poly1305 = /* @__PURE__ */ wrapMacConstructor(32, (key) => new Poly1305(key));
  }
});

// node_modules/@noble/ciphers/chacha.js
function chachaCore(s, k, n, out, cnt, rounds = 20) {
  let y00 = s[0], y01 = s[1], y02 = s[2], y03 = s[3], y04 = k[0], y05 = k[1], y06 = k[2], y07 = k[3], y08 = k[4], y09 = k[5], y10 = k[6], y11 = k[7], y12 = cnt, y13 = n[0], y14 = n[1], y15 = n[2];
  let x00 = y00, x01 = y01, x02 = y02, x03 = y03, x04 = y04, x05 = y05, x06 = y06, x07 = y07, x08 = y08, x09 = y09, x10 = y10, x11 = y11, x12 = y12, x13 = y13, x14 = y14, x15 = y15;
  for (let r = 0; r < rounds; r += 2) {
    x00 = x00 + x04 | 0;
    x12 = rotl(x12 ^ x00, 16);
    x08 = x08 + x12 | 0;
    x04 = rotl(x04 ^ x08, 12);
    x00 = x00 + x04 | 0;
    x12 = rotl(x12 ^ x00, 8);
    x08 = x08 + x12 | 0;
    x04 = rotl(x04 ^ x08, 7);
    x01 = x01 + x05 | 0;
    x13 = rotl(x13 ^ x01, 16);
    x09 = x09 + x13 | 0;
    x05 = rotl(x05 ^ x09, 12);
    x01 = x01 + x05 | 0;
    x13 = rotl(x13 ^ x01, 8);
    x09 = x09 + x13 | 0;
    x05 = rotl(x05 ^ x09, 7);
    x02 = x02 + x06 | 0;
    x14 = rotl(x14 ^ x02, 16);
    x10 = x10 + x14 | 0;
    x06 = rotl(x06 ^ x10, 12);
    x02 = x02 + x06 | 0;
    x14 = rotl(x14 ^ x02, 8);
    x10 = x10 + x14 | 0;
    x06 = rotl(x06 ^ x10, 7);
    x03 = x03 + x07 | 0;
    x15 = rotl(x15 ^ x03, 16);
    x11 = x11 + x15 | 0;
    x07 = rotl(x07 ^ x11, 12);
    x03 = x03 + x07 | 0;
    x15 = rotl(x15 ^ x03, 8);
    x11 = x11 + x15 | 0;
    x07 = rotl(x07 ^ x11, 7);
    x00 = x00 + x05 | 0;
    x15 = rotl(x15 ^ x00, 16);
    x10 = x10 + x15 | 0;
    x05 = rotl(x05 ^ x10, 12);
    x00 = x00 + x05 | 0;
    x15 = rotl(x15 ^ x00, 8);
    x10 = x10 + x15 | 0;
    x05 = rotl(x05 ^ x10, 7);
    x01 = x01 + x06 | 0;
    x12 = rotl(x12 ^ x01, 16);
    x11 = x11 + x12 | 0;
    x06 = rotl(x06 ^ x11, 12);
    x01 = x01 + x06 | 0;
    x12 = rotl(x12 ^ x01, 8);
    x11 = x11 + x12 | 0;
    x06 = rotl(x06 ^ x11, 7);
    x02 = x02 + x07 | 0;
    x13 = rotl(x13 ^ x02, 16);
    x08 = x08 + x13 | 0;
    x07 = rotl(x07 ^ x08, 12);
    x02 = x02 + x07 | 0;
    x13 = rotl(x13 ^ x02, 8);
    x08 = x08 + x13 | 0;
    x07 = rotl(x07 ^ x08, 7);
    x03 = x03 + x04 | 0;
    x14 = rotl(x14 ^ x03, 16);
    x09 = x09 + x14 | 0;
    x04 = rotl(x04 ^ x09, 12);
    x03 = x03 + x04 | 0;
    x14 = rotl(x14 ^ x03, 8);
    x09 = x09 + x14 | 0;
    x04 = rotl(x04 ^ x09, 7);
  }
  let oi = 0;
  out[oi++] = y00 + x00 | 0;
  out[oi++] = y01 + x01 | 0;
  out[oi++] = y02 + x02 | 0;
  out[oi++] = y03 + x03 | 0;
  out[oi++] = y04 + x04 | 0;
  out[oi++] = y05 + x05 | 0;
  out[oi++] = y06 + x06 | 0;
  out[oi++] = y07 + x07 | 0;
  out[oi++] = y08 + x08 | 0;
  out[oi++] = y09 + x09 | 0;
  out[oi++] = y10 + x10 | 0;
  out[oi++] = y11 + x11 | 0;
  out[oi++] = y12 + x12 | 0;
  out[oi++] = y13 + x13 | 0;
  out[oi++] = y14 + x14 | 0;
  out[oi++] = y15 + x15 | 0;
}
function computeTag(fn, key, nonce, ciphertext, AAD) {
  if (AAD !== void 0)
    abytes(AAD, void 0, "AAD");
  const authKey = fn(key, nonce, ZEROS32);
  const lengths = u64Lengths(ciphertext.length, AAD ? AAD.length : 0, true);
  const h = poly1305.create(authKey);
  if (AAD)
    updatePadded(h, AAD);
  updatePadded(h, ciphertext);
  h.update(lengths);
  const res = h.digest();
  clean(authKey, lengths);
  return res;
}
var chacha20, ZEROS16, updatePadded, ZEROS32, _poly1305_aead, chacha20poly1305;
var init_chacha = __esm({
  "node_modules/@noble/ciphers/chacha.js"() {
    init_arx();
    init_poly1305();
    init_utils();
    chacha20 = /* @__PURE__ */ createCipher(chachaCore, {
      counterRight: false,
      counterLength: 4,
      allowShortKeys: false
    });
    ZEROS16 = /* @__PURE__ */ new Uint8Array(16);
    updatePadded = (h, msg) => {
      h.update(msg);
      const leftover = msg.length % 16;
      if (leftover)
        h.update(ZEROS16.subarray(leftover));
    };
    ZEROS32 = /* @__PURE__ */ new Uint8Array(32);
    _poly1305_aead = (xorStream) => (key, nonce, AAD) => {
      const tagLength = 16;
      return {
        encrypt(plaintext, output) {
          const plength = plaintext.length;
          output = getOutput(plength + tagLength, output, false);
          output.set(plaintext);
          const oPlain = output.subarray(0, -tagLength);
          xorStream(key, nonce, oPlain, oPlain, 1);
          const tag2 = computeTag(xorStream, key, nonce, oPlain, AAD);
          output.set(tag2, plength);
          clean(tag2);
          return output;
        },
        decrypt(ciphertext, output) {
          output = getOutput(ciphertext.length - tagLength, output, false);
          const data = ciphertext.subarray(0, -tagLength);
          const passedTag = ciphertext.subarray(-tagLength);
          const tag2 = computeTag(xorStream, key, nonce, data, AAD);
          if (!equalBytes2(passedTag, tag2)) {
            clean(tag2);
            throw new Error("invalid tag");
          }
          output.set(ciphertext.subarray(0, -tagLength));
          xorStream(key, nonce, output, output, 1);
          clean(tag2);
          return output;
        }
      };
    };
    chacha20poly1305 = /* @__PURE__ */ wrapCipher(
      { blockSize: 64, nonceLength: 12, tagLength: 16, withAAD: true },
      /* @__PURE__ */ _poly1305_aead(chacha20)
    );
  }
});

// src/tunnel/wireguard/aead-noble.ts
var aead_noble_exports = {};
__export(aead_noble_exports, {
  nobleAead: () => nobleAead
});
var nobleAead, NobleAeadKey;
var init_aead_noble = __esm({
  "src/tunnel/wireguard/aead-noble.ts"() {
    "use strict";
    init_chacha();
    init_bytes();
    init_aead();
    init_messages();
    nobleAead = {
      name: "noble",
      allocate: (size) => ({ bytes: Buffer.alloc(size), address: 0 }),
      importKey: (bytes) => new NobleAeadKey(copyBytes(bytes))
    };
    NobleAeadKey = class {
      #key;
      #nonce = new Uint8Array(12);
      constructor(key) {
        this.#key = key;
      }
      seal(low, high, { bytes }, at, length) {
        bytes.set(this.#cipher(low, high).encrypt(bytes.subarray(at, at + length)), at);
      }
      open(low, high, { bytes }, at, length) {
        if (length < TAG_SIZE) return false;
        try {
          bytes.set(this.#cipher(low, high).decrypt(bytes.subarray(at, at + length)), at);
          return true;
        } catch {
          return false;
        }
      }
      zero() {
        this.#key.fill(0);
      }
      #cipher(low, high) {
        writeUint32(this.#nonce, 4, low);
        writeUint32(this.#nonce, 8, high);
        return chacha20poly1305(this.#key, this.#nonce);
      }
    };
  }
});

// src/tunnel/cipher/assembled.ts
var assembledCipher;
var init_assembled = __esm({
  "src/tunnel/cipher/assembled.ts"() {
    "use strict";
    assembledCipher = () => new Uint8Array(Buffer.from("AGFzbQEAAAABPgxgAX8AYAN/f38AYAAAYAJ/fwBgAn9/AGAAAGACf38AYAJ/fwBgBH9/f38AYAAAYAR/f39/AGAEf39/fwF/AhIBBmNpcGhlcgZtZW1vcnkCAAEDDQwAAQIDBAUGBwgJCgsHDwIEc2VhbAAKBG9wZW4ACwrBRwy3EhcBewF7AXsBewF7AXsBewF7AXsBewF7AXsBewF7AXsBewF7AXsBewF7AX8BewF7QQAgADYAMP0MAgMAAQYHBAUKCwgJDg8MDSEW/QwDAAECBwQFBgsICQoPDA0OIRdBAP0JAAAhAUEA/QkABCECQQD9CQAIIQNBAP0JAAwhBEEA/QkAECEFQQD9CQAUIQZBAP0JABghB0EA/QkAHCEIQQD9CQAgIQlBAP0JACQhCkEA/QkAKCELQQD9CQAsIQxBAP0JADD9DAAAAAABAAAAAgAAAAMAAAD9rgEhDUEA/QkANCEOQQD9CQA4IQ9BAP0JADwhEEEKIRUDQCABIAX9rgEhASANIAH9USENIA0gFv0OIQ0gAiAG/a4BIQIgDiAC/VEhDiAOIBb9DiEOIAMgB/2uASEDIA8gA/1RIQ8gDyAW/Q4hDyAEIAj9rgEhBCAQIAT9USEQIBAgFv0OIRAgCSAN/a4BIQkgBSAJ/VEhBSAFQQz9qwEgBUEU/a0B/VAhBSAKIA79rgEhCiAGIAr9USEGIAZBDP2rASAGQRT9rQH9UCEGIAsgD/2uASELIAcgC/1RIQcgB0EM/asBIAdBFP2tAf1QIQcgDCAQ/a4BIQwgCCAM/VEhCCAIQQz9qwEgCEEU/a0B/VAhCCABIAX9rgEhASANIAH9USENIA0gF/0OIQ0gAiAG/a4BIQIgDiAC/VEhDiAOIBf9DiEOIAMgB/2uASEDIA8gA/1RIQ8gDyAX/Q4hDyAEIAj9rgEhBCAQIAT9USEQIBAgF/0OIRAgCSAN/a4BIQkgBSAJ/VEhBSAFQQf9qwEgBUEZ/a0B/VAhBSAKIA79rgEhCiAGIAr9USEGIAZBB/2rASAGQRn9rQH9UCEGIAsgD/2uASELIAcgC/1RIQcgB0EH/asBIAdBGf2tAf1QIQcgDCAQ/a4BIQwgCCAM/VEhCCAIQQf9qwEgCEEZ/a0B/VAhCCABIAb9rgEhASAQIAH9USEQIBAgFv0OIRAgAiAH/a4BIQIgDSAC/VEhDSANIBb9DiENIAMgCP2uASEDIA4gA/1RIQ4gDiAW/Q4hDiAEIAX9rgEhBCAPIAT9USEPIA8gFv0OIQ8gCyAQ/a4BIQsgBiAL/VEhBiAGQQz9qwEgBkEU/a0B/VAhBiAMIA39rgEhDCAHIAz9USEHIAdBDP2rASAHQRT9rQH9UCEHIAkgDv2uASEJIAggCf1RIQggCEEM/asBIAhBFP2tAf1QIQggCiAP/a4BIQogBSAK/VEhBSAFQQz9qwEgBUEU/a0B/VAhBSABIAb9rgEhASAQIAH9USEQIBAgF/0OIRAgAiAH/a4BIQIgDSAC/VEhDSANIBf9DiENIAMgCP2uASEDIA4gA/1RIQ4gDiAX/Q4hDiAEIAX9rgEhBCAPIAT9USEPIA8gF/0OIQ8gCyAQ/a4BIQsgBiAL/VEhBiAGQQf9qwEgBkEZ/a0B/VAhBiAMIA39rgEhDCAHIAz9USEHIAdBB/2rASAHQRn9rQH9UCEHIAkgDv2uASEJIAggCf1RIQggCEEH/asBIAhBGf2tAf1QIQggCiAP/a4BIQogBSAK/VEhBSAFQQf9qwEgBUEZ/a0B/VAhBSAVQQFrIRUgFQ0ACyABQQD9CQAA/a4BIQEgAkEA/QkABP2uASECIANBAP0JAAj9rgEhAyAEQQD9CQAM/a4BIQQgBUEA/QkAEP2uASEFIAZBAP0JABT9rgEhBiAHQQD9CQAY/a4BIQcgCEEA/QkAHP2uASEIIAlBAP0JACD9rgEhCSAKQQD9CQAk/a4BIQogC0EA/QkAKP2uASELIAxBAP0JACz9rgEhDCANQQD9CQAw/QwAAAAAAQAAAAIAAAADAAAA/a4B/a4BIQ0gDkEA/QkANP2uASEOIA9BAP0JADj9rgEhDyAQQQD9CQA8/a4BIRAgASAC/Q0AAQIDEBESEwQFBgcUFRYXIREgAyAE/Q0AAQIDEBESEwQFBgcUFRYXIRIgASAC/Q0ICQoLGBkaGwwNDg8cHR4fIRMgAyAE/Q0ICQoLGBkaGwwNDg8cHR4fIRQgESAS/Q0AAQIDBAUGBxAREhMUFRYXIQEgESAS/Q0ICQoLDA0ODxgZGhscHR4fIQIgEyAU/Q0AAQIDBAUGBxAREhMUFRYXIQMgEyAU/Q0ICQoLDA0ODxgZGhscHR4fIQRBACAB/QsAQEEAIAL9CwCAAUEAIAP9CwDAAUEAIAT9CwCAAiAFIAb9DQABAgMQERITBAUGBxQVFhchESAHIAj9DQABAgMQERITBAUGBxQVFhchEiAFIAb9DQgJCgsYGRobDA0ODxwdHh8hEyAHIAj9DQgJCgsYGRobDA0ODxwdHh8hFCARIBL9DQABAgMEBQYHEBESExQVFhchBSARIBL9DQgJCgsMDQ4PGBkaGxwdHh8hBiATIBT9DQABAgMEBQYHEBESExQVFhchByATIBT9DQgJCgsMDQ4PGBkaGxwdHh8hCEEAIAX9CwBQQQAgBv0LAJABQQAgB/0LANABQQAgCP0LAJACIAkgCv0NAAECAxAREhMEBQYHFBUWFyERIAsgDP0NAAECAxAREhMEBQYHFBUWFyESIAkgCv0NCAkKCxgZGhsMDQ4PHB0eHyETIAsgDP0NCAkKCxgZGhsMDQ4PHB0eHyEUIBEgEv0NAAECAwQFBgcQERITFBUWFyEJIBEgEv0NCAkKCwwNDg8YGRobHB0eHyEKIBMgFP0NAAECAwQFBgcQERITFBUWFyELIBMgFP0NCAkKCwwNDg8YGRobHB0eHyEMQQAgCf0LAGBBACAK/QsAoAFBACAL/QsA4AFBACAM/QsAoAIgDSAO/Q0AAQIDEBESEwQFBgcUFRYXIREgDyAQ/Q0AAQIDEBESEwQFBgcUFRYXIRIgDSAO/Q0ICQoLGBkaGwwNDg8cHR4fIRMgDyAQ/Q0ICQoLGBkaGwwNDg8cHR4fIRQgESAS/Q0AAQIDBAUGBxAREhMUFRYXIQ0gESAS/Q0ICQoLDA0ODxgZGhscHR4fIQ4gEyAU/Q0AAQIDBAUGBxAREhMUFRYXIQ8gEyAU/Q0ICQoLDA0ODxgZGhscHR4fIRBBACAN/QsAcEEAIA79CwCwAUEAIA/9CwDwAUEAIBD9CwCwAgviAQAgAkEQTwRAA0AgACAA/QAAACAB/QAAAP1R/QsAACAAQRBqIQAgAUEQaiEBIAJBEGshAiACQRBPDQALCyACQQhPBEADQCAAIAApAAAgASkAAIU3AAAgAEEIaiEAIAFBCGohASACQQhrIQIgAkEITw0ACwsgAkEETwRAA0AgACAAKAAAIAEoAABzNgAAIABBBGohACABQQRqIQEgAkEEayECIAJBBE8NAAsLIAJBAU8EQANAIAAgAC0AACABLQAAczoAACAAQQFqIQAgAUEBaiEBIAJBAWshAiACQQFPDQALCwu6AQIBfgF+QQApAEBC/////8D///8PgyEAQQApAEhC/P///8D///8PgyEBQQAgAEL///8fgzcA6AJBACAAQhqIQv///x+DNwDwAkEAIABCNIggAUIMhoRC////H4M3APgCQQAgAUIOiEL///8fgzcAgANBACABQiiINwCIA0EAQgA3AMACQQBCADcAyAJBAEIANwDQAkEAQgA3ANgCQQBCADcA4AJBAEEAKQBQNwCQA0EAQQApAFg3AJgDC9UEFgF+AX4BfgF+AX4BfgF+AX4BfgF+AX4BfgF+AX4BfgF+AX4BfgF+AX4BfgF+QQApAOgCIQ5BACkA8AIhD0EAKQD4AiEQQQApAIADIRFBACkAiAMhEiAOQgV+IRMgD0IFfiEUIBBCBX4hFSARQgV+IRYgEkIFfiEXQQApAMACIQJBACkAyAIhA0EAKQDQAiEEQQApANgCIQVBACkA4AIhBgNAIAApAAAhDCAAKQAIIQ0gAiAMQv///x+DfCECIAMgDEIaiEL///8fg3whAyAEIAxCNIggDUIMhoRC////H4N8IQQgBSANQg6IQv///x+DfCEFIAYgDUIoiEKAgIAIhHwhBiACIA5+IAMgF358IAQgFn58IAUgFX58IAYgFH58IQcgAiAPfiADIA5+fCAEIBd+fCAFIBZ+fCAGIBV+fCEIIAIgEH4gAyAPfnwgBCAOfnwgBSAXfnwgBiAWfnwhCSACIBF+IAMgEH58IAQgD358IAUgDn58IAYgF358IQogAiASfiADIBF+fCAEIBB+fCAFIA9+fCAGIA5+fCELIAggB0IaiHwhCCAHQv///x+DIQIgCSAIQhqIfCEJIAhC////H4MhAyAKIAlCGoh8IQogCUL///8fgyEEIAsgCkIaiHwhCyAKQv///x+DIQUgC0L///8fgyEGIAIgC0IaiEIFfnwhAiADIAJCGoh8IQMgAkL///8fgyECIABBEGohACABQQFrIQEgAQ0AC0EAIAI3AMACQQAgAzcAyAJBACAENwDQAkEAIAU3ANgCQQAgBjcA4AILkBw2AX8BewF7AXsBewF7AXsBewF7AXsBewF7AXsBewF7AXsBewF7AXsBewF7AXsBewF7AXsBewF7AXsBewF7AXsBewF7AXsBfgF+AX4BfgF+AX4BfgF+AX4BfgF+AX4BfgF+AX4BfgF+AX4BfgF+QQApAOgCIS5BACkA8AIhL0EAKQD4AiEwQQApAIADITFBACkAiAMhMiAuQgV+ITMgL0IFfiE0IDBCBX4hNSAxQgV+ITYgMkIFfiE3IC4hJCAvISUgMCEmIDEhJyAyIShBACAkPgDcBEEAICU+AOwEQQAgJj4A/ARBACAnPgCMBUEAICg+AJwFQQAgJUIFfj4ArAVBACAmQgV+PgC8BUEAICdCBX4+AMwFQQAgKEIFfj4A3AUgJCAufiAlIDd+fCAmIDZ+fCAnIDV+fCAoIDR+fCEpICQgL34gJSAufnwgJiA3fnwgJyA2fnwgKCA1fnwhKiAkIDB+ICUgL358ICYgLn58ICcgN358ICggNn58ISsgJCAxfiAlIDB+fCAmIC9+fCAnIC5+fCAoIDd+fCEsICQgMn4gJSAxfnwgJiAwfnwgJyAvfnwgKCAufnwhLSAqIClCGoh8ISogKUL///8fgyEkICsgKkIaiHwhKyAqQv///x+DISUgLCArQhqIfCEsICtC////H4MhJiAtICxCGoh8IS0gLEL///8fgyEnIC1C////H4MhKCAkIC1CGohCBX58ISQgJSAkQhqIfCElICRC////H4MhJEEAICQ+ANgEQQAgJT4A6ARBACAmPgD4BEEAICc+AIgFQQAgKD4AmAVBACAlQgV+PgCoBUEAICZCBX4+ALgFQQAgJ0IFfj4AyAVBACAoQgV+PgDYBSAkIC5+ICUgN358ICYgNn58ICcgNX58ICggNH58ISkgJCAvfiAlIC5+fCAmIDd+fCAnIDZ+fCAoIDV+fCEqICQgMH4gJSAvfnwgJiAufnwgJyA3fnwgKCA2fnwhKyAkIDF+ICUgMH58ICYgL358ICcgLn58ICggN358ISwgJCAyfiAlIDF+fCAmIDB+fCAnIC9+fCAoIC5+fCEtICogKUIaiHwhKiApQv///x+DISQgKyAqQhqIfCErICpC////H4MhJSAsICtCGoh8ISwgK0L///8fgyEmIC0gLEIaiHwhLSAsQv///x+DIScgLUL///8fgyEoICQgLUIaiEIFfnwhJCAlICRCGoh8ISUgJEL///8fgyEkQQAgJD4A1ARBACAlPgDkBEEAICY+APQEQQAgJz4AhAVBACAoPgCUBUEAICVCBX4+AKQFQQAgJkIFfj4AtAVBACAnQgV+PgDEBUEAIChCBX4+ANQFICQgLn4gJSA3fnwgJiA2fnwgJyA1fnwgKCA0fnwhKSAkIC9+ICUgLn58ICYgN358ICcgNn58ICggNX58ISogJCAwfiAlIC9+fCAmIC5+fCAnIDd+fCAoIDZ+fCErICQgMX4gJSAwfnwgJiAvfnwgJyAufnwgKCA3fnwhLCAkIDJ+ICUgMX58ICYgMH58ICcgL358ICggLn58IS0gKiApQhqIfCEqIClC////H4MhJCArICpCGoh8ISsgKkL///8fgyElICwgK0IaiHwhLCArQv///x+DISYgLSAsQhqIfCEtICxC////H4MhJyAtQv///x+DISggJCAtQhqIQgV+fCEkICUgJEIaiHwhJSAkQv///x+DISRBACAkPgDQBEEAICU+AOAEQQAgJj4A8ARBACAnPgCABUEAICg+AJAFQQAgJUIFfj4AoAVBACAmQgV+PgCwBUEAICdCBX4+AMAFQQAgKEIFfj4A0AVBACAkPgDAA0EAICU+ANADQQAgJj4A4ANBACAnPgDwA0EAICg+AIAEQQAgJUIFfj4AkARBACAmQgV+PgCgBEEAICdCBX4+ALAEQQAgKEIFfj4AwARBACAkPgDEA0EAICU+ANQDQQAgJj4A5ANBACAnPgD0A0EAICg+AIQEQQAgJUIFfj4AlARBACAmQgV+PgCkBEEAICdCBX4+ALQEQQAgKEIFfj4AxARBACAkPgDIA0EAICU+ANgDQQAgJj4A6ANBACAnPgD4A0EAICg+AIgEQQAgJUIFfj4AmARBACAmQgV+PgCoBEEAICdCBX4+ALgEQQAgKEIFfj4AyARBACAkPgDMA0EAICU+ANwDQQAgJj4A7ANBACAnPgD8A0EAICg+AIwEQQAgJUIFfj4AnARBACAmQgV+PgCsBEEAICdCBX4+ALwEQQAgKEIFfj4AzARBAP1cAMACIQNBAP1cAMgCIQRBAP1cANACIQVBAP1cANgCIQZBAP1cAOACIQcDQCABQQFrIQFBwANB0AQgARshAiAA/QAAACEIIAD9AAAQIQkgAP0AACAhCiAA/QAAMCELIAggCf0NAAECAxAREhMEBQYHFBUWFyEMIAogC/0NAAECAxAREhMEBQYHFBUWFyENIAggCf0NCAkKCxgZGhsMDQ4PHB0eHyEOIAogC/0NCAkKCxgZGhsMDQ4PHB0eHyEPIAwgDf0NAAECAwQFBgcQERITFBUWFyEIIAwgDf0NCAkKCwwNDg8YGRobHB0eHyEJIA4gD/0NAAECAwQFBgcQERITFBUWFyEKIA4gD/0NCAkKCwwNDg8YGRobHB0eHyELIAMgCP0M////A////wP///8D////A/1O/a4BIQMgBCAIQRr9rQEgCUEG/asB/VD9DP///wP///8D////A////wP9Tv2uASEEIAUgCUEU/a0BIApBDP2rAf1Q/Qz///8D////A////wP///8D/U79rgEhBSAGIApBDv2tASALQRL9qwH9UP0M////A////wP///8D////A/1O/a4BIQYgByALQQj9rQH9DAAAAAEAAAABAAAAAQAAAAH9UP2uASEHIAL9AAAAIRAgAv0AABAhESAC/QAAICESIAL9AAAwIRMgAv0AAEAhFCAC/QAAUCEWIAL9AABgIRcgAv0AAHAhGCAC/QAAgAEhGSADIBD93gEgBCAZ/d4B/c4BIAUgGP3eAf3OASAGIBf93gH9zgEgByAW/d4B/c4BIRogAyAR/d4BIAQgEP3eAf3OASAFIBn93gH9zgEgBiAY/d4B/c4BIAcgF/3eAf3OASEbIAMgEv3eASAEIBH93gH9zgEgBSAQ/d4B/c4BIAYgGf3eAf3OASAHIBj93gH9zgEhHCADIBP93gEgBCAS/d4B/c4BIAUgEf3eAf3OASAGIBD93gH9zgEgByAZ/d4B/c4BIR0gAyAU/d4BIAQgE/3eAf3OASAFIBL93gH9zgEgBiAR/d4B/c4BIAcgEP3eAf3OASEeIAMgEP3fASAEIBn93wH9zgEgBSAY/d8B/c4BIAYgF/3fAf3OASAHIBb93wH9zgEhHyADIBH93wEgBCAQ/d8B/c4BIAUgGf3fAf3OASAGIBj93wH9zgEgByAX/d8B/c4BISAgAyAS/d8BIAQgEf3fAf3OASAFIBD93wH9zgEgBiAZ/d8B/c4BIAcgGP3fAf3OASEhIAMgE/3fASAEIBL93wH9zgEgBSAR/d8B/c4BIAYgEP3fAf3OASAHIBn93wH9zgEhIiADIBT93wEgBCAT/d8B/c4BIAUgEv3fAf3OASAGIBH93wH9zgEgByAQ/d8B/c4BISMgGyAaQRr9zQH9zgEhGyAa/Qz///8DAAAAAP///wMAAAAA/U4hGiAeIB1BGv3NAf3OASEeIB39DP///wMAAAAA////AwAAAAD9TiEdIBwgG0Ea/c0B/c4BIRwgG/0M////AwAAAAD///8DAAAAAP1OIRsgGiAeQRr9zQEgHkEa/c0BQQL9ywH9zgH9zgEhGiAe/Qz///8DAAAAAP///wMAAAAA/U4hHiAdIBxBGv3NAf3OASEdIBz9DP///wMAAAAA////AwAAAAD9TiEcIBsgGkEa/c0B/c4BIRsgGv0M////AwAAAAD///8DAAAAAP1OIRogHiAdQRr9zQH9zgEhHiAd/Qz///8DAAAAAP///wMAAAAA/U4hHSAgIB9BGv3NAf3OASEgIB/9DP///wMAAAAA////AwAAAAD9TiEfICMgIkEa/c0B/c4BISMgIv0M////AwAAAAD///8DAAAAAP1OISIgISAgQRr9zQH9zgEhISAg/Qz///8DAAAAAP///wMAAAAA/U4hICAfICNBGv3NASAjQRr9zQFBAv3LAf3OAf3OASEfICP9DP///wMAAAAA////AwAAAAD9TiEjICIgIUEa/c0B/c4BISIgIf0M////AwAAAAD///8DAAAAAP1OISEgICAfQRr9zQH9zgEhICAf/Qz///8DAAAAAP///wMAAAAA/U4hHyAjICJBGv3NAf3OASEjICL9DP///wMAAAAA////AwAAAAD9TiEiIBogH/0NAAECAwgJCgsQERITGBkaGyEDIBsgIP0NAAECAwgJCgsQERITGBkaGyEEIBwgIf0NAAECAwgJCgsQERITGBkaGyEFIB0gIv0NAAECAwgJCgsQERITGBkaGyEGIB4gI/0NAAECAwgJCgsQERITGBkaGyEHIABBwABqIQAgAQ0AC0EAIAP9GwAgA/0bAWogA/0bAmogA/0bA2qtNwDAAkEAIAT9GwAgBP0bAWogBP0bAmogBP0bA2qtNwDIAkEAIAX9GwAgBf0bAWogBf0bAmogBf0bA2qtNwDQAkEAIAb9GwAgBv0bAWogBv0bAmogBv0bA2qtNwDYAkEAIAf9GwAgB/0bAWogB/0bAmogB/0bA2qtNwDgAgvkBA0BfgF+AX4BfgF+AX4BfgF+AX4BfgF+AX4BfkEAKQDAAiEFQQApAMgCIQZBACkA0AIhB0EAKQDYAiEIQQApAOACIQkgBiAFQhqIfCEGIAVC////H4MhACAHIAZCGoh8IQcgBkL///8fgyEBIAggB0IaiHwhCCAHQv///x+DIQIgCSAIQhqIfCEJIAhC////H4MhAyAJQv///x+DIQQgACAJQhqIQgV+fCEAIAEgAEIaiHwhASAAQv///x+DIQAgACEFIAEhBiACIQcgAyEIIAQhCSAGIAVCGoh8IQYgBUL///8fgyEAIAcgBkIaiHwhByAGQv///x+DIQEgCCAHQhqIfCEIIAdC////H4MhAiAJIAhCGoh8IQkgCEL///8fgyEDIAlC////H4MhBCAAIAlCGohCBX58IQAgASAAQhqIfCEBIABC////H4MhACAAQgV8IQUgASAFQhqIfCEGIAVC////H4MhBSACIAZCGoh8IQcgBkL///8fgyEGIAMgB0IaiHwhCCAHQv///x+DIQcgBCAIQhqIfCEJIAhC////H4MhCCAJQoCAgCB9Qj+HIQogCUL///8fgyEJIAAgCoMgBSAKQn+Fg4QhACABIAqDIAYgCkJ/hYOEIQEgAiAKgyAHIApCf4WDhCECIAMgCoMgCCAKQn+Fg4QhAyAEIAqDIAkgCkJ/hYOEIQQgACABQhqGIAJCNIaEhCELIAJCDIggA0IOhiAEQiiGhIQhDEEAKQCQAyEFIAsgBXwhCyAMQQApAJgDfCEMIAwgCyAFVK18IQxBACALNwCwA0EAIAw3ALgDC3UAIAFBgAJPBEAgACABQQZ2EAQgACABQUBxaiEAIAFBP3EhAQsgAUEQTwRAIAAgAUEEdhADIAAgAUFwcWohACABQQ9xIQELIAEEQEGgA/0MAAAAAAAAAAAAAAAAAAAAAP0LAABBoAMgACABEAFBoANBARADCwtnAgF/AX9BwAEgASABQcABTxshAyAAQYABIAMQASAAIANqIQAgASADayEBIAEEQANAIAJBBGohAiACEABBgAIgASABQYACTxshAyAAQcAAIAMQASAAIANqIQAgASADayEBIAENAAsLCykAIAIgAxAGIAAgARAGQQAgA603AKADQQAgAa03AKgDQaADQQEQAxAFC/gIAEEA/QwAAAAAAAAAAAAAAAAAAAAA/QsAAEEA/QwAAAAAAAAAAAAAAAAAAAAA/QsAEEEA/QwAAAAAAAAAAAAAAAAAAAAA/QsAIEEA/QwAAAAAAAAAAAAAAAAAAAAA/QsAMEEA/QwAAAAAAAAAAAAAAAAAAAAA/QsAQEEA/QwAAAAAAAAAAAAAAAAAAAAA/QsAUEEA/QwAAAAAAAAAAAAAAAAAAAAA/QsAYEEA/QwAAAAAAAAAAAAAAAAAAAAA/QsAcEEA/QwAAAAAAAAAAAAAAAAAAAAA/QsAgAFBAP0MAAAAAAAAAAAAAAAAAAAAAP0LAJABQQD9DAAAAAAAAAAAAAAAAAAAAAD9CwCgAUEA/QwAAAAAAAAAAAAAAAAAAAAA/QsAsAFBAP0MAAAAAAAAAAAAAAAAAAAAAP0LAMABQQD9DAAAAAAAAAAAAAAAAAAAAAD9CwDQAUEA/QwAAAAAAAAAAAAAAAAAAAAA/QsA4AFBAP0MAAAAAAAAAAAAAAAAAAAAAP0LAPABQQD9DAAAAAAAAAAAAAAAAAAAAAD9CwCAAkEA/QwAAAAAAAAAAAAAAAAAAAAA/QsAkAJBAP0MAAAAAAAAAAAAAAAAAAAAAP0LAKACQQD9DAAAAAAAAAAAAAAAAAAAAAD9CwCwAkEA/QwAAAAAAAAAAAAAAAAAAAAA/QsAwAJBAP0MAAAAAAAAAAAAAAAAAAAAAP0LANACQQD9DAAAAAAAAAAAAAAAAAAAAAD9CwDgAkEA/QwAAAAAAAAAAAAAAAAAAAAA/QsA8AJBAP0MAAAAAAAAAAAAAAAAAAAAAP0LAIADQQD9DAAAAAAAAAAAAAAAAAAAAAD9CwCQA0EA/QwAAAAAAAAAAAAAAAAAAAAA/QsAoANBAP0MAAAAAAAAAAAAAAAAAAAAAP0LALADQQD9DAAAAAAAAAAAAAAAAAAAAAD9CwDAA0EA/QwAAAAAAAAAAAAAAAAAAAAA/QsA0ANBAP0MAAAAAAAAAAAAAAAAAAAAAP0LAOADQQD9DAAAAAAAAAAAAAAAAAAAAAD9CwDwA0EA/QwAAAAAAAAAAAAAAAAAAAAA/QsAgARBAP0MAAAAAAAAAAAAAAAAAAAAAP0LAJAEQQD9DAAAAAAAAAAAAAAAAAAAAAD9CwCgBEEA/QwAAAAAAAAAAAAAAAAAAAAA/QsAsARBAP0MAAAAAAAAAAAAAAAAAAAAAP0LAMAEQQD9DAAAAAAAAAAAAAAAAAAAAAD9CwDQBEEA/QwAAAAAAAAAAAAAAAAAAAAA/QsA4ARBAP0MAAAAAAAAAAAAAAAAAAAAAP0LAPAEQQD9DAAAAAAAAAAAAAAAAAAAAAD9CwCABUEA/QwAAAAAAAAAAAAAAAAAAAAA/QsAkAVBAP0MAAAAAAAAAAAAAAAAAAAAAP0LAKAFQQD9DAAAAAAAAAAAAAAAAAAAAAD9CwCwBUEA/QwAAAAAAAAAAAAAAAAAAAAA/QsAwAVBAP0MAAAAAAAAAAAAAAAAAAAAAP0LANAFC0IAQQD9DGV4cGFuZCAzMi1ieXRlIGv9CwAAQQAQABACIAAgARAHIAAgASACIAMQCCAAIAFqQbAD/QAAAP0LAAAQCQtSAQF/QQD9DGV4cGFuZCAzMi1ieXRlIGv9CwAAQQAQABACIAAgASACIAMQCCAAIAFq/QAAAEGwA/0AAAD9Uf1TRSEEIAQEQCAAIAEQBwsQCSAECw==", "base64"));
  }
});

// src/tunnel/cipher/memory-layout.ts
var MEMORY_IMPORT, STATE_AT, KEY_AT, COUNTER_AT, NONCE_AT, OWN_SIZE;
var init_memory_layout = __esm({
  "src/tunnel/cipher/memory-layout.ts"() {
    "use strict";
    MEMORY_IMPORT = { module: "cipher", name: "memory" };
    STATE_AT = 0;
    KEY_AT = STATE_AT + 16;
    COUNTER_AT = STATE_AT + 48;
    NONCE_AT = STATE_AT + 52;
    OWN_SIZE = 736;
  }
});

// src/tunnel/cipher/webassembly.ts
var WASM_PAGE, engine;
var init_webassembly = __esm({
  "src/tunnel/cipher/webassembly.ts"() {
    "use strict";
    WASM_PAGE = 65536;
    ({ WebAssembly: engine } = globalThis);
  }
});

// src/tunnel/wireguard/aead-simd.ts
var aead_simd_exports = {};
__export(aead_simd_exports, {
  createSimdAead: () => createSimdAead
});
function createSimdAead() {
  const bytes = assembledCipher();
  if (!engine.validate(bytes)) throw new Error("this engine has no 128-bit vectors in WebAssembly");
  const memory = new engine.Memory({ initial: 1 });
  const imports = { [MEMORY_IMPORT.module]: { [MEMORY_IMPORT.name]: memory } };
  const { exports } = new engine.Instance(new engine.Module(bytes), imports);
  const cipher = new Cipher(memory, exports);
  return {
    name: "simd",
    allocate: (size) => new SimdArena(cipher, size),
    importKey: (key) => new SimdAeadKey(cipher, key)
  };
}
var KEY_WORDS, ALIGNMENT, Cipher, SimdArena, SimdAeadKey;
var init_aead_simd = __esm({
  "src/tunnel/wireguard/aead-simd.ts"() {
    "use strict";
    init_assembled();
    init_memory_layout();
    init_webassembly();
    init_aead();
    KEY_WORDS = 8;
    ALIGNMENT = 64;
    Cipher = class {
      exports;
      bytes;
      words;
      view;
      #memory;
      #end = OWN_SIZE;
      constructor(memory, exports) {
        this.exports = exports;
        this.#memory = memory;
        this.bytes = Buffer.from(memory.buffer);
        this.words = new Uint32Array(memory.buffer);
        this.view = new DataView(memory.buffer);
      }
      /** @throws RangeError where there is no memory */
      allocate(size) {
        const at = Math.ceil(this.#end / ALIGNMENT) * ALIGNMENT;
        const missing = at + size - this.bytes.length;
        if (missing > 0) {
          this.#memory.grow(Math.ceil(missing / WASM_PAGE));
          this.bytes = Buffer.from(this.#memory.buffer);
          this.words = new Uint32Array(this.#memory.buffer);
          this.view = new DataView(this.#memory.buffer);
        }
        this.#end = at + size;
        return at;
      }
      /** The words of the key as they are in memory, whichever order their bytes have here. */
      arm(key, low, high) {
        const { words: words2, view: view2 } = this;
        for (let i = 0; i < KEY_WORDS; i++) words2[KEY_AT / 4 + i] = key[i];
        view2.setUint32(NONCE_AT + 4, low, true);
        view2.setUint32(NONCE_AT + 8, high, true);
      }
    };
    SimdArena = class {
      address;
      size;
      cipher;
      #of;
      #bytes;
      constructor(cipher, size) {
        this.address = cipher.allocate(size);
        this.size = size;
        this.cipher = cipher;
        this.#of = cipher.bytes;
        this.#bytes = cipher.bytes.subarray(this.address, this.address + size);
      }
      get bytes() {
        if (this.#of !== this.cipher.bytes) {
          this.#of = this.cipher.bytes;
          this.#bytes = this.#of.subarray(this.address, this.address + this.size);
        }
        return this.#bytes;
      }
    };
    SimdAeadKey = class {
      #cipher;
      #key;
      #isLive = true;
      constructor(cipher, bytes) {
        this.#cipher = cipher;
        const own = new ArrayBuffer(4 * KEY_WORDS);
        new Uint8Array(own).set(bytes);
        this.#key = new Uint32Array(own);
      }
      seal(low, high, arena, at, length) {
        const packet = this.#check(arena, at, length + TAG_SIZE);
        this.#cipher.arm(this.#key, low, high);
        this.#cipher.exports.seal(packet, length, 0, 0);
      }
      /** It verifies before it decrypts: a wrong tag leaves no plaintext anywhere. */
      open(low, high, arena, at, length) {
        if (length < TAG_SIZE) return false;
        const packet = this.#check(arena, at, length);
        this.#cipher.arm(this.#key, low, high);
        return this.#cipher.exports.open(packet, length - TAG_SIZE, 0, 0) === 1;
      }
      zero() {
        this.#key.fill(0);
        this.#isLive = false;
      }
      /** @returns the address of `size` bytes at `at` of an arena of this cipher, and nothing else */
      #check(arena, at, size) {
        if (!this.#isLive) throw new Error("a zeroed key was used");
        const isInside = at >= 0 && size >= TAG_SIZE && at + size <= arena.size;
        if (!isInside || arena.cipher !== this.#cipher) {
          throw new RangeError(`${size} bytes at ${at} are not in an arena of this cipher`);
        }
        return arena.address + at;
      }
    };
  }
});

// src/mesh/tun/data-thread.ts
init_errors();
const { parentPort, receiveMessageOnPort, workerData } = process.getBuiltinModule("node:worker_threads");

// src/platform/clock.ts
var [startedAt] = process.hrtime();
var systemClock = {
  // As quick as `performance.now`, which loads half a dozen modules at its first call.
  monotonic: () => {
    const [seconds, nanoseconds] = process.hrtime();
    return (seconds - startedAt) * 1e3 + nanoseconds / 1e6;
  },
  now: () => Date.now()
};

// src/platform/random.ts
const { randomFillSync } = process.getBuiltinModule("node:crypto");
var POOL = 4096;
var pool = new Uint8Array(POOL);
var left = 0;
var systemRandom = {
  bytes(length) {
    if (length > POOL / 8) return randomFillSync(new Uint8Array(length));
    if (left < length) {
      randomFillSync(pool);
      left = POOL;
    }
    left -= length;
    const bytes = pool.slice(left, left + length);
    pool.fill(0, left, left + length);
    return bytes;
  }
};

// src/mesh/aead-tiers.ts
init_bytes();
init_errors();
const { createHash, randomBytes: randomBytes2 } = process.getBuiltinModule("node:crypto");
const { pathToFileURL } = process.getBuiltinModule("node:url");

// src/platform/assets.ts
const { existsSync } = process.getBuiltinModule("node:fs");
const { fileURLToPath } = process.getBuiltinModule("node:url");
var MAX_ASSET_BYTES = 32 * 1024 * 1024;
var ASSETS = {
  "web-tree-sitter.wasm": "node_modules/web-tree-sitter/web-tree-sitter.wasm",
  "tree-sitter-javascript.wasm": "node_modules/tree-sitter-javascript/tree-sitter-javascript.wasm",
  "tree-sitter-typescript.wasm": "node_modules/tree-sitter-typescript/tree-sitter-typescript.wasm",
  "tree-sitter-tsx.wasm": "node_modules/tree-sitter-typescript/tree-sitter-tsx.wasm",
  "libsodium.mjs": "node_modules/libsodium/dist/modules-esm/libsodium.mjs",
  // Every build has both; beside the sources lies the one of the machine's own platform.
  "koffi-linux-x64.node": "node_modules/@koromix/koffi-linux-x64/linux_x64/koffi.node",
  "koffi-linux-arm64.node": "node_modules/@koromix/koffi-linux-arm64/linux_arm64/koffi.node"
};
function assetPath(name) {
  const installed = ASSETS[name];
  if (installed === void 0) throw new Error(`no asset is named ${name}: list it in ASSETS`);
  const bundled = fileURLToPath(new URL(`./data/${name}`, __bundleUrl));
  return existsSync(bundled) ? bundled : fileURLToPath(new URL(`../../${installed}`, __bundleUrl));
}

// src/mesh/aead-tiers.ts
init_aead();

// src/tunnel/wireguard/aead-node.ts
init_bytes();
init_aead();
init_messages();
const { createCipheriv, createDecipheriv, createSecretKey } = process.getBuiltinModule("node:crypto");
var CIPHER = "chacha20-poly1305";
var TAG = { authTagLength: TAG_SIZE };
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
    this.#bytes = copyBytes(bytes);
  }
  seal(low, high, { bytes }, at, length) {
    const cipher = createCipheriv(CIPHER, this.#live(), this.#nonceOf(low, high), TAG);
    bytes.set(cipher.update(bytes.subarray(at, at + length)), at);
    cipher.final();
    bytes.set(cipher.getAuthTag(), at + length);
  }
  open(low, high, { bytes }, at, length) {
    const end = at + length - TAG_SIZE;
    if (end < at) return false;
    const decipher = createDecipheriv(CIPHER, this.#live(), this.#nonceOf(low, high), TAG);
    decipher.setAuthTag(bytes.subarray(end, end + TAG_SIZE));
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
    this.#key = createSecretKey(this.#bytes);
    this.#forgetBytes();
    return this.#key;
  }
  #forgetBytes() {
    this.#bytes?.fill(0);
    this.#bytes = void 0;
  }
  #nonceOf(low, high) {
    writeUint32(this.#nonce, 4, low);
    writeUint32(this.#nonce, 8, high);
    return this.#nonce;
  }
};

// src/tunnel/wireguard/aead-sodium.ts
init_aead();
var KEY_SIZE = 32;
var NONCE_SIZE = 12;
function createSodiumAead(module) {
  if (module._sodium_init() < 0) throw new Error("libsodium does not start");
  const heap = new SodiumHeap(module);
  return {
    name: "sodium",
    allocate: (size) => new SodiumArena(heap, size),
    importKey: (bytes) => new SodiumAeadKey(module, heap, bytes)
  };
}
var SodiumHeap = class {
  nonceAt;
  bytes;
  words;
  #module;
  constructor(module) {
    this.#module = module;
    this.nonceAt = module._malloc(NONCE_SIZE);
    this.bytes = Buffer.from(module.HEAPU8.buffer);
    this.words = new DataView(module.HEAPU8.buffer);
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
  constructor(module, heap, bytes) {
    this.#module = module;
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
    if (length < TAG_SIZE) return false;
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

// src/mesh/native/koffi.ts
init_errors();
var ADDONS = {
  "linux-x64": "koffi-linux-x64.node",
  "linux-arm64": "koffi-linux-arm64.node"
};
var report;
function loadKoffi() {
  report ??= load();
  return report;
}
function load() {
  const asset = ADDONS[`${process.platform}-${process.arch}`];
  if (asset === void 0)
    return { kind: "absent", why: `not made for ${process.platform} on ${process.arch}` };
  try {
    const addon = { exports: {} };
    process.dlopen(addon, assetPath(asset));
    return { kind: "loaded", koffi: addon.exports };
  } catch (error) {
    return { kind: "absent", why: messageOf(error) };
  }
}
function pinBytes(koffi, size) {
  const bytes = Buffer.allocUnsafeSlow(size).fill(0);
  return { bytes, address: Number(koffi.address(bytes)) };
}

// src/mesh/native/openssl-aead.ts
init_aead();
var CTRL_GET_TAG = 16;
var PARAMETER_SIZE = 40;
var OCTET_STRING = 5;
var TAG_PARAMETER = Buffer.from("tag\0");
var TAG_PARAMETER_AT = 2 * PARAMETER_SIZE;
function createOpensslAead(koffi) {
  const evp = bindEvp(koffi);
  const nonce = pinBytes(koffi, 12);
  const words2 = new DataView(nonce.bytes.buffer, nonce.bytes.byteOffset, 12);
  const registers = { nonce, words: words2, length: pinBytes(koffi, 8), tag: tagParameter(koffi) };
  const forgotten = new FinalizationRegistry((contexts) => freeContexts(evp, contexts));
  return {
    name: "openssl",
    allocate: (size) => pinBytes(koffi, size),
    importKey(bytes) {
      const key = new OpensslAeadKey(koffi, evp, registers, bytes);
      forgotten.register(key, key.contexts);
      return key;
    }
  };
}
function tagParameter(koffi) {
  const list = pinBytes(koffi, TAG_PARAMETER_AT + TAG_PARAMETER.length);
  const { bytes, address } = list;
  bytes.writeBigUInt64LE(BigInt(address + TAG_PARAMETER_AT), 0);
  bytes.writeUInt32LE(OCTET_STRING, 8);
  bytes.writeBigUInt64LE(BigInt(TAG_SIZE), 24);
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
    const key = pinBytes(koffi, 32);
    key.bytes.set(bytes);
    const { seal: seal2, open: open3 } = this.contexts;
    const armed = seal2 !== 0 && open3 !== 0 && evp.sealInit(seal2, evp.cipher, key.address, 0, 0) === 1 && evp.openInit(open3, evp.cipher, key.address, 0, 0) === 1;
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
    const sealed = evp.sealInit(context, 0, 0, this.#nonceOf(low, high), 0) === 1 && (length === 0 || evp.sealUpdate(context, packet, taken, packet, length) === 1) && evp.sealFinal(context, packet, taken) === 1 && evp.control(context, CTRL_GET_TAG, TAG_SIZE, packet + length) === 1;
    if (!sealed) throw new Error("OpenSSL did not seal");
  }
  open(low, high, arena, at, length) {
    const evp = this.#evp;
    const context = live(this.contexts.open);
    const size = length - TAG_SIZE;
    if (size < 0) return false;
    const packet = arena.address + at;
    const { length: taken, tag: tag2 } = this.#registers;
    writeAddress(tag2.bytes, 16, packet + size);
    const opened = evp.openInit(context, 0, 0, this.#nonceOf(low, high), tag2.address) === 1 && (size === 0 || evp.openUpdate(context, packet, taken.address, packet, size) === 1) && evp.openFinal(context, packet, taken.address) === 1;
    if (!opened) arena.bytes.fill(0, at, at + length);
    return opened;
  }
  zero() {
    freeContexts(this.#evp, this.contexts);
  }
  #nonceOf(low, high) {
    const { words: words2, nonce } = this.#registers;
    words2.setUint32(4, low, true);
    words2.setUint32(8, high, true);
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

// src/mesh/aead-tiers.ts
var TIERS = [
  { name: "openssl", load: loadOpenssl },
  { name: "simd", load: loadSimd },
  { name: "sodium", load: loadSodium },
  { name: "node", load: async () => nodeAead },
  { name: "noble", load: async () => (await Promise.resolve().then(() => (init_aead_noble(), aead_noble_exports))).nobleAead }
];
async function chooseAead(among) {
  const names = typeof among === "string" ? [among] : among;
  for (const tier of TIERS) {
    if (names?.includes(tier.name) === false) continue;
    const aead = await tier.load().catch(() => void 0);
    if (aead && passesSelfTest(aead)) return aead;
  }
  throw new SallyportError("USAGE", {
    message: `the cipher tier ${JSON.stringify(names?.join(", ") ?? "any")} is not there, or failed its self-test`,
    help: `choose one of ${TIERS.map((tier) => tier.name).join(", ")}; "sallyport doctor" says which work here`
  });
}
async function loadOpenssl() {
  const report2 = loadKoffi();
  if (report2.kind === "absent") throw new Error(report2.why);
  return createOpensslAead(report2.koffi);
}
async function loadSimd() {
  return (await Promise.resolve().then(() => (init_aead_simd(), aead_simd_exports))).createSimdAead();
}
async function loadSodium() {
  const loaded = await import(pathToFileURL(assetPath("libsodium.mjs")).href);
  const { default: create } = loaded;
  return createSodiumAead(await create({ getRandomValue: () => randomBytes2(4).readUInt32LE() }));
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
    const sealed = sealBytes(aead, imported, 7, 1, plaintext);
    if (createHash("sha256").update(sealed).digest("hex") !== sha256) return false;
    const opened = openBytes(aead, imported, 7, 1, sealed);
    const changed = sealed.slice();
    changed[length] ^= 1;
    return opened !== void 0 && equalBytes(opened, plaintext) && openBytes(aead, imported, 7, 1, changed) === void 0;
  });
}
function countingBytes(length) {
  const bytes = new Uint8Array(length);
  for (let i = 0; i < 256; i++) bytes[i] = i;
  for (let done = 256; done < length; done *= 2) bytes.copyWithin(done, 0, done);
  return bytes;
}

// src/mesh/native/linux.ts
var AF_INET = 2;
var AF_INET6 = 10;
var SOCK_DGRAM = 2;
var SOCK_NONBLOCK = 2048;
var SOCK_CLOEXEC = 524288;
var SOL_SOCKET = 1;
var SO_SNDBUF = 7;
var SO_RCVBUF = 8;
var SO_SNDBUFFORCE = 32;
var SO_RCVBUFFORCE = 33;
var SOL_UDP = 17;
var UDP_SEGMENT = 103;
var UDP_GRO = 104;
var IPPROTO_IPV6 = 41;
var IPV6_V6ONLY = 26;
var MSG_DONTWAIT = 64;
var POLLIN = 1;
var POLLOUT = 4;
var ERRNO = { interrupted: 4, again: 11, noSuchDevice: 19, tooLong: 90, noBuffers: 105 };
var bound;
function bindLinux(koffi) {
  bound ??= bindAll(koffi);
  return bound;
}
function bindAll(koffi) {
  const library = koffi.load(null);
  return {
    koffi,
    socket: library.func("int socket(int domain, int type, int protocol)"),
    bind: library.func("int bind(int fd, uintptr_t address, uint32_t length)"),
    setsockopt: library.func("int setsockopt(int fd, int level, int name, uintptr_t at, uint32_t length)"),
    getsockname: library.func("int getsockname(int fd, uintptr_t address, uintptr_t lengthAt)"),
    recvmmsg: library.func(
      "int recvmmsg(int fd, uintptr_t headers, uint32_t count, int flags, uintptr_t timeout)"
    ),
    sendmsg: library.func("intptr_t sendmsg(int fd, uintptr_t header, int flags)"),
    poll: library.func("int poll(uintptr_t fds, uint64_t count, int timeoutMs)"),
    ioctl: library.func("int ioctl(int fd, uint64_t request, uintptr_t argument)"),
    read: library.func("intptr_t read(int fd, uintptr_t to, uint64_t size)"),
    write: library.func("intptr_t write(int fd, uintptr_t from, uint64_t size)"),
    eventfd: library.func("int eventfd(uint32_t value, int flags)"),
    close: library.func("int close(int fd)"),
    yieldProcessor: library.func("int sched_yield()")
  };
}

// src/mesh/native/poll-set.ts
var ENTRY = 8;
var PollSet = class {
  #linux;
  #fds;
  #entries;
  constructor(linux, fds) {
    this.#linux = linux;
    this.#fds = fds;
    this.#entries = pinBytes(linux.koffi, fds.length * ENTRY);
    for (const [index, fd] of fds.entries()) {
      this.#entries.bytes.writeInt32LE(fd, index * ENTRY);
      this.#entries.bytes.writeInt16LE(POLLIN, index * ENTRY + 4);
    }
  }
  /** Sleeps until something can be read, or for so long; 0 only looks. @returns whether something can be read */
  wait(timeoutMs) {
    const { bytes, address } = this.#entries;
    const ready = this.#linux.poll(address, this.#fds.length, timeoutMs);
    if (ready >= 0) return ready > 0;
    for (let index = 0; index < this.#fds.length; index++) bytes.writeInt16LE(0, index * ENTRY + 6);
    return false;
  }
  /** By the last {@link wait}; true for an error too, which reading takes away. */
  isReadable(fd) {
    const at = this.#fds.indexOf(fd) * ENTRY + 6;
    return this.#entries.bytes[at] !== 0;
  }
};

// src/base/ip.ts
init_errors();
function parseIp(text) {
  const bytes = text.includes(":") ? parseIpv6(text) : parseIpv4(text);
  if (!bytes) {
    throw new SallyportError("ENCODING_INVALID", {
      message: `not an IP address: ${JSON.stringify(text.slice(0, 60))}`
    });
  }
  return { family: bytes.length === 4 ? 4 : 6, bytes };
}
function formatIp(address) {
  return address.family === 4 ? address.bytes.join(".") : formatIpv6(address.bytes);
}
function maskPrefix(prefix) {
  const bytes = prefix.address.bytes.map((byte, index) => {
    const kept = Math.min(8, Math.max(0, prefix.bits - index * 8));
    return byte & 65280 >> kept;
  });
  return { address: { family: prefix.address.family, bytes }, bits: prefix.bits };
}
function formatEndpoint(endpoint) {
  const host = formatIp(endpoint.address);
  return endpoint.address.family === 4 ? `${host}:${endpoint.port}` : `[${host}]:${endpoint.port}`;
}
function parseIpv4(text) {
  const parts = text.split(".");
  if (parts.length !== 4) return void 0;
  const bytes = new Uint8Array(4);
  for (const [index, part2] of parts.entries()) {
    if (!/^(0|[1-9]\d{0,2})$/.test(part2) || Number(part2) > 255) return void 0;
    bytes[index] = Number(part2);
  }
  return bytes;
}
function parseIpv6(text) {
  if (text.length > 45) return void 0;
  const halves = text.split("::");
  if (halves.length > 2) return void 0;
  const head = parseGroups(halves[0], halves.length === 1);
  const tail = halves.length === 2 ? parseGroups(halves[1], true) : [];
  if (!head || !tail) return void 0;
  const missing = 16 - head.length - tail.length;
  if (halves.length === 2 ? missing < 2 : missing !== 0) return void 0;
  return Uint8Array.from([...head, ...new Array(missing).fill(0), ...tail]);
}
function parseGroups(text, mayEndInIpv4) {
  if (text === "") return [];
  const bytes = [];
  const groups = text.split(":");
  for (const [index, group] of groups.entries()) {
    if (mayEndInIpv4 && index === groups.length - 1 && group.includes(".")) {
      const embedded = parseIpv4(group);
      if (!embedded) return void 0;
      bytes.push(...embedded);
    } else {
      if (!/^[0-9a-fA-F]{1,4}$/.test(group)) return void 0;
      const value = Number.parseInt(group, 16);
      bytes.push(value >> 8, value & 255);
    }
  }
  return bytes;
}
function formatIpv6(bytes) {
  const groups = [];
  for (let i = 0; i < 16; i += 2) groups.push(bytes[i] << 8 | bytes[i + 1]);
  const zeros = longestZeroRun(groups);
  const hex = groups.map((group) => group.toString(16));
  if (zeros.length < 2) return hex.join(":");
  return `${hex.slice(0, zeros.start).join(":")}::${hex.slice(zeros.start + zeros.length).join(":")}`;
}
function longestZeroRun(groups) {
  let best = { start: 0, length: 0 };
  for (let start = 0; start < groups.length; start++) {
    let length = 0;
    while (groups[start + length] === 0) length++;
    if (length > best.length) best = { start, length };
  }
  return best;
}

// src/tunnel/netstack/wire/checksum.ts
var LITTLE_ENDIAN = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1;
function sumBytes(bytes, offset, length) {
  const end = offset + length;
  if (length < 32) return foldSum(sumShort(bytes, offset, end));
  if (bytes !== lastBytes) setWords(bytes);
  const lead = -(lastOffset + offset) & 3;
  const at = offset + lead;
  const first = lastOffset + at >>> 2;
  const count = end - at >>> 2;
  let rest = sumWords(lastWords, first, first + count);
  if (LITTLE_ENDIAN) rest = swap(rest);
  const tail = at + (count << 2);
  if (tail < end) rest = foldSum(rest + sumShort(bytes, tail, end));
  if (lead === 0) return rest;
  return foldSum(sumShort(bytes, offset, at) + ((lead & 1) === 1 ? swap(rest) : rest));
}
function addSums(a, b) {
  return foldSum(a + b);
}
function finishSum(sum2) {
  return ~sum2 & 65535;
}
function sumPseudoHeader(bytes, addressesOffset, addressesLength, protocol, transportLength) {
  const addresses = sumShort(bytes, addressesOffset, addressesOffset + addressesLength);
  return foldSum(addresses + protocol + (transportLength >>> 16) + (transportLength & 65535));
}
function foldSum(sum2) {
  let folded = (sum2 & 65535) + (sum2 >>> 16);
  folded = (folded & 65535) + (folded >>> 16);
  return folded;
}
function swap(sum2) {
  return (sum2 & 255) << 8 | sum2 >>> 8;
}
function sumShort(bytes, start, end) {
  let sum2 = 0;
  let at = start;
  for (; at + 1 < end; at += 2) sum2 += bytes[at] << 8 | bytes[at + 1];
  if (at < end) sum2 += bytes[at] << 8;
  return sum2;
}
function sumWords(words2, first, last) {
  let all = 0;
  let upper = 0;
  let at = first;
  for (; at + 7 < last; at += 8) {
    const a = words2[at];
    const b = words2[at + 1];
    const c = words2[at + 2];
    const d = words2[at + 3];
    const e = words2[at + 4];
    const f = words2[at + 5];
    const g = words2[at + 6];
    const h = words2[at + 7];
    all = all + (a + b | 0) + (c + d | 0) + (e + f | 0) + (g + h | 0) | 0;
    upper += (a >>> 16) + (b >>> 16) + (c >>> 16) + (d >>> 16);
    upper = upper + (e >>> 16) + (f >>> 16) + (g >>> 16) + (h >>> 16) | 0;
  }
  for (; at < last; at++) {
    all = all + words2[at] | 0;
    upper = upper + (words2[at] >>> 16) | 0;
  }
  const lower = all - (upper << 16) >>> 0;
  return foldSum(foldSum(lower) + foldSum(upper));
}
var KEPT_VIEWS = 4;
var views = [];
var nextView = 0;
var lastBytes;
var lastOffset = 0;
var lastWords = new Uint32Array(0);
function setWords(bytes) {
  lastBytes = bytes;
  lastOffset = bytes.byteOffset;
  const { buffer } = bytes;
  const kept = views.find((view2) => view2.buffer === buffer);
  lastWords = kept ?? new Uint32Array(buffer, 0, buffer.byteLength >>> 2);
  if (kept !== void 0) return;
  views[nextView] = lastWords;
  nextView = (nextView + 1) % KEPT_VIEWS;
}

// src/tunnel/offload/vnet-header.ts
var VNET_HEADER = 10;
var NEEDS_CHECKSUM = 1;
var GSO = { none: 0, tcp4: 1, tcp6: 4, udp: 5, ecn: 128 };
function emptyVnetHeader() {
  return { flags: 0, gsoType: 0, headerLength: 0, segmentSize: 0, checksumStart: 0, checksumOffset: 0 };
}
function readVnetHeader(header, bytes, at) {
  header.flags = bytes[at];
  header.gsoType = bytes[at + 1];
  header.headerLength = read16(bytes, at + 2);
  header.segmentSize = read16(bytes, at + 4);
  header.checksumStart = read16(bytes, at + 6);
  header.checksumOffset = read16(bytes, at + 8);
}
function writeVnetHeader(header, bytes, at) {
  bytes[at] = header.flags;
  bytes[at + 1] = header.gsoType;
  write16(bytes, at + 2, header.headerLength);
  write16(bytes, at + 4, header.segmentSize);
  write16(bytes, at + 6, header.checksumStart);
  write16(bytes, at + 8, header.checksumOffset);
}
function read16(bytes, at) {
  return bytes[at] | bytes[at + 1] << 8;
}
function write16(bytes, at, value) {
  bytes[at] = value;
  bytes[at + 1] = value >>> 8;
}

// src/tunnel/offload/coalesce.ts
var TCP = 6;
var ACK = 16;
var PSH = 8;
var PACKET_MAX = 65535;
var Coalescer = class {
  #bytes;
  #words;
  /** Of the memory that the packets lie in, which is mostly the same. */
  #source;
  #sourceWords;
  #write;
  #mustVerify;
  #header = emptyVnetHeader();
  /** Bytes of the packet under way, 0 where there is none. */
  #length = 0;
  /** Segments in it. */
  #count = 0;
  #headers = 0;
  #start = 0;
  #segmentSize = 0;
  #nextSequence = 0;
  #mayGrow = false;
  /**
   * @param bytes at least 65,545; where packets are put together
   * @param checksums `trusted` where the packets go to one who does not look at them either
   */
  constructor(bytes, write, checksums = "verify") {
    this.#bytes = bytes;
    this.#words = viewOf(bytes);
    this.#sourceWords = this.#words;
    this.#write = write;
    this.#mustVerify = checksums === "verify";
  }
  /** Takes an IP packet whose length is right; what it does not join is written in its order. */
  take(bytes, at, length) {
    const start = transportOf(bytes, at, length);
    if (this.#length > 0) {
      if (start > 0 && this.#extends(bytes, at, length, start)) {
        this.#append(bytes, at, length);
        return;
      }
      this.flush();
    }
    this.#begin(bytes, at, length, start);
    if (!this.#mayGrow) this.flush();
  }
  /** Writes what is under way; to be called when nothing more waits. */
  flush() {
    if (this.#length === 0) return;
    const header = this.#header;
    const isJoined = this.#count > 1;
    const isIpv4 = this.#bytes[VNET_HEADER] >>> 4 === 4;
    header.flags = isJoined ? NEEDS_CHECKSUM : 0;
    header.gsoType = !isJoined ? GSO.none : isIpv4 ? GSO.tcp4 : GSO.tcp6;
    header.headerLength = isJoined ? this.#headers : 0;
    header.segmentSize = isJoined ? this.#segmentSize : 0;
    header.checksumStart = isJoined ? this.#start : 0;
    header.checksumOffset = isJoined ? 16 : 0;
    writeVnetHeader(header, this.#bytes, 0);
    if (isJoined) this.#writeLengths(isIpv4);
    this.#write(this.#bytes, 0, VNET_HEADER + this.#length);
    this.#length = 0;
  }
  #begin(bytes, at, length, start) {
    bytes.copy(this.#bytes, VNET_HEADER, at, at + length);
    this.#length = length;
    this.#count = 1;
    this.#start = start;
    this.#headers = start === 0 ? 0 : start + (bytes[at + start + 12] >>> 4) * 4;
    this.#segmentSize = length - this.#headers;
    const flags = start === 0 ? 0 : bytes[at + start + 13];
    this.#mayGrow = flags === ACK && this.#segmentSize > 0 && this.#isRight(bytes, at, length, start);
    if (this.#mayGrow) this.#nextSequence = read32(bytes, at + start + 4) + this.#segmentSize >>> 0;
  }
  #extends(bytes, at, length, start) {
    const payload = length - this.#headers;
    if (!this.#mayGrow || start !== this.#start || payload <= 0 || payload > this.#segmentSize) return false;
    if (this.#length + payload > PACKET_MAX) return false;
    if (read32(bytes, at + start + 4) !== this.#nextSequence) return false;
    if ((bytes[at + start + 13] & ~PSH) !== ACK) return false;
    return this.#hasSameHeaders(bytes, at, start) && this.#isRight(bytes, at, length, start);
  }
  #isRight(bytes, at, length, start) {
    return !this.#mustVerify || hasRightChecksum(bytes, at, length, start);
  }
  /** All but lengths, identification, sums, sequence and flags. */
  #hasSameHeaders(bytes, at, start) {
    if (bytes !== this.#source) {
      this.#source = bytes;
      this.#sourceWords = viewOf(bytes);
    }
    const own = this.#bytes;
    const tcp = at + start;
    const ownTcp = VNET_HEADER + start;
    return (start === 20 ? this.#hasSameIpv4(at) : this.#hasSameIpv6(at)) && this.#isSame(at, start) && this.#isSame(at, start + 8) && bytes[tcp + 12] === own[ownTcp + 12] && bytes[tcp + 14] === own[ownTcp + 14] && bytes[tcp + 15] === own[ownTcp + 15] && bytes[tcp + 18] === own[ownTcp + 18] && bytes[tcp + 19] === own[ownTcp + 19] && this.#areSame(at, start + 20, this.#headers);
  }
  /** Version, service; fragmentation, lifetime, protocol; both addresses. */
  #hasSameIpv4(at) {
    const hasSameService = this.#sourceWords.getUint16(at) === this.#words.getUint16(VNET_HEADER);
    return hasSameService && this.#isSame(at, 6) && this.#areSame(at, 12, 20);
  }
  /** Version, class, flow; next header, hop limit; both addresses. */
  #hasSameIpv6(at) {
    const hasSameLimits = this.#sourceWords.getUint16(at + 6) === this.#words.getUint16(VNET_HEADER + 6);
    return hasSameLimits && this.#isSame(at, 0) && this.#areSame(at, 8, 40);
  }
  /** Four bytes of the packet under way and of the one at `at`. */
  #isSame(at, offset) {
    return this.#sourceWords.getInt32(at + offset) === this.#words.getInt32(VNET_HEADER + offset);
  }
  /** A header's length is a multiple of four. */
  #areSame(at, from, to) {
    for (let offset = from; offset < to; offset += 4) if (!this.#isSame(at, offset)) return false;
    return true;
  }
  #append(bytes, at, length) {
    const payload = length - this.#headers;
    bytes.copy(this.#bytes, VNET_HEADER + this.#length, at + this.#headers, at + length);
    this.#length += payload;
    this.#count++;
    this.#nextSequence = this.#nextSequence + payload >>> 0;
    const push = bytes[at + this.#start + 13] & PSH;
    this.#bytes[VNET_HEADER + this.#start + 13] |= push;
    this.#mayGrow = payload === this.#segmentSize && push === 0;
  }
  /** The checksum of TCP is left to the kernel, which is given the pseudo header's sum. */
  #writeLengths(isIpv4) {
    const bytes = this.#bytes;
    const at = VNET_HEADER;
    if (isIpv4) {
      write162(bytes, at + 2, this.#length);
      write162(bytes, at + 10, 0);
      write162(bytes, at + 10, finishSum(sumBytes(bytes, at, 20)));
    } else write162(bytes, at + 4, this.#length - 40);
    const sum2 = pseudoSum(bytes, at, isIpv4, this.#length - this.#start);
    write162(bytes, at + this.#start + 16, sum2);
  }
};
function transportOf(bytes, at, length) {
  const first = bytes[at];
  let start = 0;
  if (first === 69) {
    const isWhole = (bytes[at + 6] & 63 | bytes[at + 7]) === 0;
    if (isWhole && bytes[at + 9] === TCP) start = 20;
  } else if (first >>> 4 === 6 && bytes[at + 6] === TCP) start = 40;
  if (start === 0 || start + 20 > length) return 0;
  const headers = start + (bytes[at + start + 12] >>> 4) * 4;
  return headers >= start + 20 && headers <= length ? start : 0;
}
function hasRightChecksum(bytes, at, length, start) {
  const sum2 = sumBytes(bytes, at + start, length - start);
  return addSums(sum2, pseudoSum(bytes, at, start === 20, length - start)) === 65535;
}
function pseudoSum(bytes, at, isIpv4, length) {
  return sumPseudoHeader(bytes, at + (isIpv4 ? 12 : 8), isIpv4 ? 8 : 32, TCP, length);
}
function viewOf(bytes) {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
}
function read32(bytes, at) {
  return (bytes[at] << 24 | bytes[at + 1] << 16 | bytes[at + 2] << 8 | bytes[at + 3]) >>> 0;
}
function write162(bytes, at, value) {
  bytes[at] = value >>> 8;
  bytes[at + 1] = value;
}

// src/tunnel/offload/segment.ts
var TCP2 = 6;
var UDP = 17;
var FIN_AND_PSH = 9;
var CWR = 128;
var UDP_HEADER = 8;
var part = new Uint8Array(new ArrayBuffer(65536));
function segmentPacket(header, bytes, at, length, emit2) {
  const kind = header.gsoType & ~GSO.ecn;
  if (kind !== GSO.none) return splitPacket(kind, header, bytes, at, length, emit2);
  if ((header.flags & NEEDS_CHECKSUM) !== 0 && !completeChecksum(header, bytes, at, length)) return false;
  emit2(bytes, at, length);
  return true;
}
function completeChecksum(header, bytes, at, length) {
  const { checksumStart: start, checksumOffset: offset } = header;
  if (start + offset + 2 > length) return false;
  const sum2 = finishSum(sumBytes(bytes, at + start, length - start));
  write163(bytes, at + start + offset, sum2 === 0 && offset === 6 ? 65535 : sum2);
  return true;
}
function splitPacket(kind, header, bytes, at, length, emit2) {
  const isIpv4 = bytes[at] >>> 4 === 4;
  const { checksumStart: start, segmentSize } = header;
  const isTcp = kind === GSO.tcp4 || kind === GSO.tcp6;
  if (!isTcp && kind !== GSO.udp) return false;
  if (segmentSize === 0 || start < (isIpv4 ? 20 : 40) || start + (isTcp ? 20 : UDP_HEADER) > length)
    return false;
  const headers = start + (isTcp ? (bytes[at + start + 12] >>> 4) * 4 : UDP_HEADER);
  if (headers > length || headers + Math.min(segmentSize, length - headers) > part.length) return false;
  part.set(bytes.subarray(at, at + headers));
  const pseudo = sumPseudoHeader(part, isIpv4 ? 12 : 8, isIpv4 ? 8 : 32, isTcp ? TCP2 : UDP, 0);
  const split = { bytes, at, headers, start, isIpv4, pseudo };
  for (let from = headers, index = 0; from < length; from += segmentSize, index++) {
    const size = Math.min(segmentSize, length - from);
    part.set(bytes.subarray(at + from, at + from + size), headers);
    writeIpLength(split, size, index);
    if (isTcp) writeTcp(split, size, from - headers, from + size >= length);
    else writeUdp(split, size);
    emit2(part, 0, headers + size);
  }
  return true;
}
function writeIpLength({ bytes, at, headers, isIpv4 }, size, index) {
  if (!isIpv4) {
    write163(part, 4, headers + size - 40);
    return;
  }
  write163(part, 2, headers + size);
  write163(part, 4, read162(bytes, at + 4) + index & 65535);
  write163(part, 10, 0);
  write163(part, 10, finishSum(sumBytes(part, 0, (part[0] & 15) * 4)));
}
function writeTcp({ bytes, at, headers, start, pseudo }, size, sent, isLast) {
  const sequence = read322(bytes, at + start + 4) + sent >>> 0;
  write163(part, start + 4, sequence >>> 16);
  write163(part, start + 6, sequence & 65535);
  let flags = bytes[at + start + 13];
  if (!isLast) flags &= ~FIN_AND_PSH;
  if (sent > 0) flags &= ~CWR;
  part[start + 13] = flags;
  sealTransport(start + 16, start, headers + size - start, pseudo);
}
function writeUdp({ headers, start, pseudo }, size) {
  write163(part, start + 4, headers + size - start);
  sealTransport(start + 6, start, headers + size - start, pseudo);
  if (read162(part, start + 6) === 0) write163(part, start + 6, 65535);
}
function sealTransport(field, start, length, pseudo) {
  write163(part, field, 0);
  write163(part, field, finishSum(addSums(addSums(pseudo, length), sumBytes(part, start, length))));
}
function read162(bytes, at) {
  return bytes[at] << 8 | bytes[at + 1];
}
function read322(bytes, at) {
  return (read162(bytes, at) << 16 | read162(bytes, at + 2)) >>> 0;
}
function write163(bytes, at, value) {
  bytes[at] = value >>> 8;
  bytes[at + 1] = value;
}

// src/tunnel/wireguard/device.ts
init_bytes();
init_errors();

// src/base/random.ts
function randomUint32(random) {
  const bytes = random.bytes(4);
  return (bytes[0] << 24 | bytes[1] << 16 | bytes[2] << 8 | bytes[3]) >>> 0;
}

// src/tunnel/wireguard/device.ts
init_aead();

// src/tunnel/wireguard/constants.ts
var REKEY_AFTER_TIME = 12e4;
var REJECT_AFTER_TIME = 18e4;
var REKEY_TIMEOUT = 5e3;
var REKEY_ATTEMPT_TIME = 9e4;
var KEEPALIVE_TIMEOUT = 1e4;
var COOKIE_REFRESH_TIME = 12e4;
var REKEY_AFTER_MESSAGES_HIGH = 268435456;
var REJECT_AFTER_MESSAGES_HIGH = 4294967295;
var REJECT_AFTER_MESSAGES_LOW = 4294959103;
var CONSTRUCTION = "Noise_IKpsk2_25519_ChaChaPoly_BLAKE2s";
var IDENTIFIER = "WireGuard v1 zx2c4 Jason@zx2c4.com";
var LABEL_MAC1 = "mac1----";
var LABEL_COOKIE = "cookie--";
var REKEY_TIMEOUT_JITTER_MAX = 333;
var MAX_HANDSHAKE_ATTEMPTS = REKEY_ATTEMPT_TIME / REKEY_TIMEOUT;
var ZERO_KEYS_AFTER = REJECT_AFTER_TIME * 3;
var INITIATION_INTERVAL_MIN = 20;
var COOKIE_SECRET_LIFETIME = 12e4;
var MAX_STAGED_PACKETS = 128;
var HANDSHAKE_BUDGET_SHARE = 0.1;
var HANDSHAKE_BUDGET_BURST = 30;
var LOAD_STICKY_TIME = 1e3;
var DEFAULT_MTU = 1420;

// src/tunnel/wireguard/core.ts
init_aead();

// src/tunnel/wireguard/allowed-ips.ts
var AllowedIps = class {
  #root4;
  #root6;
  /** Gives the prefix to `owner`; a prefix has one owner, the last one to claim it. */
  insert(prefix, owner) {
    const { address, bits } = maskPrefix(prefix);
    const leaf = { bytes: address.bytes, bits, owner, children: [void 0, void 0] };
    if (address.family === 4) this.#root4 = insertNode(this.#root4, leaf);
    else this.#root6 = insertNode(this.#root6, leaf);
  }
  /** Takes every prefix from `owner`. */
  removeOwner(owner) {
    this.#root4 = withoutOwner(this.#root4, owner);
    this.#root6 = withoutOwner(this.#root6, owner);
  }
  /** The owner of an address that stands at `offset` in a packet; `length` is 4 or 16. */
  find(packet, offset, length) {
    let node = length === 4 ? this.#root4 : this.#root6;
    let found;
    while (node && matches(node, packet, offset)) {
      if (node.owner !== void 0) found = node.owner;
      if (node.bits === length * 8) break;
      node = node.children[bitAt(packet, offset, node.bits)];
    }
    return found;
  }
};
function insertNode(node, leaf) {
  if (!node) return leaf;
  const common = Math.min(commonBits(node.bytes, leaf.bytes), node.bits, leaf.bits);
  if (common === node.bits && common === leaf.bits) {
    node.owner = leaf.owner;
    return node;
  }
  if (common === node.bits) {
    const side = bitAt(leaf.bytes, 0, common);
    node.children[side] = insertNode(node.children[side], leaf);
    return node;
  }
  if (common === leaf.bits) {
    leaf.children[bitAt(node.bytes, 0, common)] = node;
    return leaf;
  }
  return fork(node, leaf, common);
}
function fork(node, leaf, bits) {
  const family = leaf.bytes.length === 4 ? 4 : 6;
  const bytes = maskPrefix({ address: { family, bytes: leaf.bytes }, bits }).address.bytes;
  const parent = { bytes, bits, owner: void 0, children: [void 0, void 0] };
  parent.children[bitAt(node.bytes, 0, bits)] = node;
  parent.children[bitAt(leaf.bytes, 0, bits)] = leaf;
  return parent;
}
function withoutOwner(node, owner) {
  if (!node) return void 0;
  if (node.owner === owner) node.owner = void 0;
  node.children = [withoutOwner(node.children[0], owner), withoutOwner(node.children[1], owner)];
  if (node.owner !== void 0 || node.children[0] && node.children[1]) return node;
  return node.children[0] ?? node.children[1];
}
function matches(node, packet, offset) {
  const whole = node.bits >> 3;
  for (let i = 0; i < whole; i++) if (node.bytes[i] !== packet[offset + i]) return false;
  const rest = node.bits & 7;
  return rest === 0 || ((node.bytes[whole] ^ packet[offset + whole]) & 65280 >> rest & 255) === 0;
}
function bitAt(bytes, offset, bit) {
  return bytes[offset + (bit >> 3)] >> 7 - (bit & 7) & 1;
}
function commonBits(a, b) {
  for (let i = 0; i < a.length; i++) {
    const differing = a[i] ^ b[i];
    if (differing !== 0) return i * 8 + Math.clz32(differing) - 24;
  }
  return a.length * 8;
}

// src/tunnel/wireguard/cookie.ts
init_bytes();
init_messages();
function cookieKeys(crypto, receiver) {
  return {
    mac1: crypto.hash(encodeUtf8(LABEL_MAC1), receiver),
    cookie: crypto.hash(encodeUtf8(LABEL_COOKIE), receiver)
  };
}
var CookieChecker = class {
  #crypto;
  #random;
  #keys;
  #secret;
  constructor(crypto, random, publicKey2) {
    this.#crypto = crypto;
    this.#random = random;
    this.#keys = cookieKeys(crypto, publicKey2);
  }
  hasValidMac1(message) {
    const at = message.length - 2 * MAC_SIZE;
    const mac2 = this.#crypto.mac(this.#keys.mac1, message.subarray(0, at));
    return equalConstantTime(mac2, message.subarray(at, at + MAC_SIZE));
  }
  /** @param subject what the cookie is bound to: address and port, or the relay and its key. */
  hasValidMac2(message, subject, now) {
    if (!this.#secret || now - this.#secret.createdAt >= COOKIE_SECRET_LIFETIME) return false;
    const at = message.length - MAC_SIZE;
    const cookie = this.#crypto.mac(this.#secret.bytes, subject);
    return equalConstantTime(this.#crypto.mac(cookie, message.subarray(0, at)), message.subarray(at));
  }
  /** Answers a message with valid MAC1 by a cookie that only its receiver can open. */
  createReply(message, subject, now) {
    if (!this.#secret || now - this.#secret.createdAt >= COOKIE_SECRET_LIFETIME) {
      this.#secret = { bytes: this.#random.bytes(32), createdAt: now };
    }
    const cookie = this.#crypto.mac(this.#secret.bytes, subject);
    const nonce = this.#random.bytes(24);
    const mac1At = message.length - 2 * MAC_SIZE;
    const mac1 = message.subarray(mac1At, mac1At + MAC_SIZE);
    const sealedCookie = this.#crypto.sealExtended(this.#keys.cookie, nonce, cookie, mac1);
    return emitCookieReply({ receiver: firstIndex(message), nonce, sealedCookie });
  }
};
var CookieJar = class {
  #crypto;
  #keys;
  #lastMac1;
  #cookie;
  constructor(crypto, publicKey2) {
    this.#crypto = crypto;
    this.#keys = cookieKeys(crypto, publicKey2);
  }
  /** Fills in MAC1, and MAC2 while the cookie is fresh. */
  writeMacs(message, now) {
    const mac1At = message.length - 2 * MAC_SIZE;
    const mac2At = message.length - MAC_SIZE;
    const mac1 = this.#crypto.mac(this.#keys.mac1, message.subarray(0, mac1At));
    message.set(mac1, mac1At);
    this.#lastMac1 = mac1;
    if (!this.#cookie || now - this.#cookie.receivedAt >= COOKIE_REFRESH_TIME) return;
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
  return concatBytes(address, Uint8Array.of(port >>> 8, port & 255));
}

// src/tunnel/wireguard/handshake.ts
init_messages();

// src/tunnel/wireguard/noise.ts
init_bytes();
var EMPTY = new Uint8Array(0);
var origin;
function startNoise(crypto, responderStatic) {
  origin ??= computeOrigin(crypto);
  return { chainKey: origin.chainKey.slice(), hash: crypto.hash(origin.hash, responderStatic) };
}
function computeOrigin(crypto) {
  const chainKey = crypto.hash(encodeUtf8(CONSTRUCTION), EMPTY);
  return { chainKey, hash: crypto.hash(chainKey, encodeUtf8(IDENTIFIER)) };
}
function mixHash(crypto, state3, data) {
  crypto.hash(state3.hash, data, state3.hash);
}
function mixKey(crypto, state3, input) {
  crypto.hkdf(state3.chainKey, input, state3.chainKey);
}
function mixKeyForSeal(crypto, state3, input) {
  const key = new Uint8Array(32);
  crypto.hkdf(state3.chainKey, input, state3.chainKey, key);
  return key;
}
function mixPresharedKey(crypto, state3, presharedKey2) {
  const [mixed, key] = [new Uint8Array(32), new Uint8Array(32)];
  crypto.hkdf(state3.chainKey, presharedKey2, state3.chainKey, mixed, key);
  mixHash(crypto, state3, mixed);
  mixed.fill(0);
  return key;
}
function sealAndMix(crypto, state3, key, plaintext) {
  const sealed = crypto.seal(key, plaintext, state3.hash);
  key.fill(0);
  mixHash(crypto, state3, sealed);
  return sealed;
}
function openAndMix(crypto, state3, key, sealed) {
  const plaintext = crypto.open(key, sealed, state3.hash);
  key.fill(0);
  mixHash(crypto, state3, sealed);
  return plaintext;
}
function splitKeys(crypto, state3) {
  const [initiatorToResponder, responderToInitiator] = [new Uint8Array(32), new Uint8Array(32)];
  crypto.hkdf(state3.chainKey, EMPTY, initiatorToResponder, responderToInitiator);
  zeroNoise(state3);
  return { initiatorToResponder, responderToInitiator };
}
function copyNoise(state3) {
  return { chainKey: state3.chainKey.slice(), hash: state3.hash.slice() };
}
function zeroNoise(state3) {
  state3.chainKey.fill(0);
  state3.hash.fill(0);
}

// src/tunnel/wireguard/handshake.ts
var EMPTY2 = new Uint8Array(0);
function ephemeralKeys(crypto, bytes) {
  const privateKey2 = crypto.importPrivateKey(bytes);
  return { privateKey: privateKey2, publicKey: crypto.publicOf(privateKey2) };
}
function createInitiation(crypto, input) {
  const { identity, remote, localIndex } = input;
  const { privateKey: ephemeral, publicKey: ephemeralPublic } = input.ephemeral;
  const shared = crypto.agree(ephemeral, remote.publicKey);
  if (!shared) return void 0;
  const noise = startNoise(crypto, remote.publicKey.bytes);
  mixKey(crypto, noise, ephemeralPublic);
  mixHash(crypto, noise, ephemeralPublic);
  const staticKey = mixKeyForSeal(crypto, noise, shared);
  const sealedStatic = sealAndMix(crypto, noise, staticKey, identity.publicKey);
  const timestampKey = mixKeyForSeal(crypto, noise, remote.staticShared);
  const sealedTimestamp = sealAndMix(crypto, noise, timestampKey, input.timestamp);
  shared.fill(0);
  const message = emitInitiation({
    sender: localIndex,
    ephemeral: ephemeralPublic,
    sealedStatic,
    sealedTimestamp
  });
  return { message, state: { localIndex, ephemeral, noise } };
}
function openInitiation(crypto, identity, message) {
  const ephemeral = crypto.importPublicKey(message.ephemeral);
  const shared = crypto.agree(identity.privateKey, ephemeral);
  if (!shared) return void 0;
  const noise = startNoise(crypto, identity.publicKey);
  mixKey(crypto, noise, message.ephemeral);
  mixHash(crypto, noise, message.ephemeral);
  const initiator = openAndMix(crypto, noise, mixKeyForSeal(crypto, noise, shared), message.sealedStatic);
  shared.fill(0);
  return initiator && { message, ephemeral, initiator, noise };
}
function verifyInitiation(crypto, opened, remote) {
  const key = mixKeyForSeal(crypto, opened.noise, remote.staticShared);
  return openAndMix(crypto, opened.noise, key, opened.message.sealedTimestamp);
}
function createResponse(crypto, input) {
  const { opened, remote, localIndex } = input;
  const { noise, message: initiation } = opened;
  const { privateKey: ephemeral, publicKey: ephemeralPublic } = input.ephemeral;
  const ephemeralShared = crypto.agree(ephemeral, opened.ephemeral);
  const staticShared = crypto.agree(ephemeral, remote.publicKey);
  if (!ephemeralShared || !staticShared) return void 0;
  mixKey(crypto, noise, ephemeralPublic);
  mixHash(crypto, noise, ephemeralPublic);
  mixKey(crypto, noise, ephemeralShared);
  mixKey(crypto, noise, staticShared);
  const sealedEmpty = sealAndMix(crypto, noise, mixPresharedKey(crypto, noise, remote.presharedKey), EMPTY2);
  ephemeralShared.fill(0);
  staticShared.fill(0);
  const message = emitResponse({
    sender: localIndex,
    receiver: initiation.sender,
    ephemeral: ephemeralPublic,
    sealedEmpty
  });
  return { message, keys: splitKeys(crypto, noise) };
}
function consumeResponse(crypto, identity, remote, state3, message) {
  const theirs = crypto.importPublicKey(message.ephemeral);
  const ephemeralShared = crypto.agree(state3.ephemeral, theirs);
  const staticShared = crypto.agree(identity.privateKey, theirs);
  if (!ephemeralShared || !staticShared) return void 0;
  const noise = copyNoise(state3.noise);
  mixKey(crypto, noise, message.ephemeral);
  mixHash(crypto, noise, message.ephemeral);
  mixKey(crypto, noise, ephemeralShared);
  mixKey(crypto, noise, staticShared);
  const empty = openAndMix(
    crypto,
    noise,
    mixPresharedKey(crypto, noise, remote.presharedKey),
    message.sealedEmpty
  );
  ephemeralShared.fill(0);
  staticShared.fill(0);
  if (!empty) {
    zeroNoise(noise);
    return void 0;
  }
  return splitKeys(crypto, noise);
}
function zeroInitiation(state3) {
  state3.ephemeral.bytes.fill(0);
  zeroNoise(state3.noise);
}

// src/tunnel/wireguard/index-table.ts
var IndexTable = class {
  #random;
  #entries = /* @__PURE__ */ new Map();
  /** The index that was asked for last, as most packets of a batch have the same. */
  #lastIndex = -1;
  #lastEntry;
  constructor(random) {
    this.#random = random;
  }
  /** @returns a fresh index that leads to `entry`. */
  reserve(entry) {
    let index = randomUint32(this.#random);
    while (this.#entries.has(index)) index = randomUint32(this.#random);
    this.replace(index, entry);
    return index;
  }
  /** Lets an index that is in use lead to another entry. */
  replace(index, entry) {
    this.#entries.set(index, entry);
    this.#forgetLast();
  }
  find(index) {
    if (index !== this.#lastIndex) {
      this.#lastEntry = this.#entries.get(index);
      this.#lastIndex = index;
    }
    return this.#lastEntry;
  }
  release(index) {
    this.#entries.delete(index);
    this.#forgetLast();
  }
  #forgetLast() {
    this.#lastIndex = -1;
    this.#lastEntry = void 0;
  }
  get size() {
    return this.#entries.size;
  }
};

// src/tunnel/wireguard/load.ts
var MAX_UNPRICED = 4;
var LoadMeter = class {
  #measureCost;
  #costMs;
  #unpriced = 0;
  #spent = 0;
  #drainedAt = 0;
  #underLoadUntil = Number.NEGATIVE_INFINITY;
  /** @param measureCost milliseconds that one DH with its hashing costs here; asked once. */
  constructor(measureCost) {
    this.#measureCost = measureCost;
  }
  /** To be called for each DH that a stranger made us compute. */
  spend(now, operations = 1) {
    this.#drain(now);
    this.#costMs ??= this.#measureCost();
    this.#spent += this.#costMs * (operations + this.#unpriced);
    this.#unpriced = 0;
    if (this.#spent > HANDSHAKE_BUDGET_BURST) {
      this.#spent = HANDSHAKE_BUDGET_BURST;
      this.#underLoadUntil = now + LOAD_STICKY_TIME;
    }
  }
  /** As {@link spend}, for an answer that we asked for: the first is no reason to measure, and the tunnel waits for it. */
  spendOnAnswer(now, operations) {
    if (this.#costMs === void 0 && this.#unpriced < MAX_UNPRICED) this.#unpriced += operations;
    else this.spend(now, operations);
  }
  isUnderLoad(now) {
    return now < this.#underLoadUntil;
  }
  #drain(now) {
    this.#spent = Math.max(0, this.#spent - (now - this.#drainedAt) * HANDSHAKE_BUDGET_SHARE);
    this.#drainedAt = now;
  }
};

// src/tunnel/wireguard/output.ts
function emptyDropCounts() {
  return {
    malformed: 0,
    invalidMac1: 0,
    cookieDemanded: 0,
    rateLimited: 0,
    unknownPeer: 0,
    unknownIndex: 0,
    invalidHandshake: 0,
    replayedInitiation: 0,
    floodingInitiation: 0,
    invalidCookieReply: 0,
    expiredKey: 0,
    invalidTag: 0,
    replayedPacket: 0,
    invalidInnerPacket: 0,
    disallowedSource: 0,
    noRoute: 0,
    noRemote: 0,
    stageOverflow: 0
  };
}

// src/tunnel/wireguard/rate-limiter.ts
var COST_MS = 1e3 / 20;
var BURST_MS = COST_MS * 5;
var MAX_SOURCES = 8192;
var RateLimiter = class {
  /** Per source: until when its allowance is used up, like a GCRA's arrival time. */
  #spentUntil = /* @__PURE__ */ new Map();
  allow(source, now) {
    const spent = this.#spentUntil.get(source);
    if (spent === void 0 && this.#spentUntil.size >= MAX_SOURCES) this.#forgetIdle(now);
    if (spent === void 0 && this.#spentUntil.size >= MAX_SOURCES) return false;
    const next = Math.max(spent ?? now, now) + COST_MS;
    if (next - now > BURST_MS) return false;
    this.#spentUntil.set(source, next);
    return true;
  }
  #forgetIdle(now) {
    for (const [source, until] of this.#spentUntil) if (until <= now) this.#spentUntil.delete(source);
  }
};

// src/tunnel/wireguard/core.ts
var DeviceCore = class {
  crypto;
  aead;
  random;
  drawEphemeral;
  identity;
  peers = /* @__PURE__ */ new Map();
  indices;
  allowedIps = new AllowedIps();
  cookieChecker;
  load;
  rateLimiter = new RateLimiter();
  /** Apart from the one of handshakes, which are not to wait for what strangers make us answer. */
  replyLimiter = new RateLimiter();
  drops = emptyDropCounts();
  wallClock;
  data;
  deliver;
  mtu;
  outputs = [];
  constructor(identity, options) {
    this.identity = identity;
    this.crypto = options.crypto;
    this.aead = options.aead;
    this.random = options.random;
    this.drawEphemeral = options.drawEphemeral ?? (() => ephemeralKeys(options.crypto, options.random.bytes(32)));
    this.mtu = options.mtu;
    this.wallClock = options.wallClock;
    this.indices = new IndexTable(options.random);
    this.cookieChecker = new CookieChecker(options.crypto, options.random, identity.publicKey);
    this.load = new LoadMeter(options.measureHandshakeCost);
    this.data = options.data ?? this.#queueingSink();
    this.deliver = options.deliver ?? ((peer, bytes, at, length) => {
      this.outputs.push({ kind: "packet", peer, bytes: Buffer.from(bytes.subarray(at, at + length)) });
    });
  }
  /** Makes each data message an output of its own. */
  #queueingSink() {
    const arena = scratchOf(this.aead).outgoing;
    return {
      arena,
      reserve: () => 0,
      commit: (peer, to, at, size) => {
        const bytes = Buffer.from(arena.bytes.subarray(at, at + size));
        this.outputs.push({ kind: "datagram", to, bytes, peer, reply: false });
      }
    };
  }
};

// src/tunnel/wireguard/inner-packet.ts
var IPV4_HEADER_MIN = 20;
var IPV6_HEADER = 40;
function innerLength(packet, at, available) {
  if (available < IPV4_HEADER_MIN) return 0;
  const version = packet[at] >> 4;
  if (version === 4) {
    const length2 = packet[at + 2] << 8 | packet[at + 3];
    return length2 >= IPV4_HEADER_MIN && length2 <= available ? length2 : 0;
  }
  if (version !== 6 || available < IPV6_HEADER) return 0;
  const length = (packet[at + 4] << 8 | packet[at + 5]) + IPV6_HEADER;
  return length <= available ? length : 0;
}
function innerAddressLength(packet, at) {
  return packet[at] >> 4 === 4 ? 4 : 16;
}
function innerSourceAt(packet, at) {
  return at + (packet[at] >> 4 === 4 ? 12 : 8);
}
function innerDestinationAt(packet, at) {
  return at + (packet[at] >> 4 === 4 ? 16 : 24);
}
function paddingOf(length, mtu) {
  const last = length > mtu ? length % mtu : length;
  return Math.min(last + 15 & ~15, mtu) - last;
}

// src/tunnel/wireguard/keys.ts
init_bytes();
init_errors();

// src/base/secret.ts
const { inspect } = process.getBuiltinModule("node:util");
var Secret = class {
  #value;
  constructor(value) {
    this.#value = value;
  }
  /** The one way to the value; a reviewer can search for it. */
  reveal() {
    return this.#value;
  }
  toString() {
    return "[secret]";
  }
  toJSON() {
    return "[secret]";
  }
  [inspect.custom]() {
    return "[secret]";
  }
};

// src/tunnel/wireguard/keys.ts
function publicKey(bytes) {
  return checked(bytes, "public key");
}
function privateKey(bytes) {
  return new Secret(checked(bytes, "private key"));
}
function presharedKey(bytes) {
  return new Secret(checked(bytes, "preshared key"));
}
function peerId(key) {
  return encodeBase64(key);
}
function checked(bytes, what) {
  if (bytes.length === 32) return bytes;
  throw new SallyportError("KEY_INVALID", { message: `a ${what} has 32 bytes, not ${bytes.length}` });
}

// src/tunnel/wireguard/device.ts
init_messages();

// src/tunnel/wireguard/peer.ts
init_bytes();

// src/tunnel/wireguard/replay.ts
var WORDS = 256;
var REPLAY_WINDOW = 8128;
var ReplayWindow = class {
  /** Made for the first packet: of the pairs that a lost response leaves behind, none is used. */
  #ring;
  #low = 0;
  #high = 0;
  /**
   * Accepts a counter once. To be asked only after the packet authenticated.
   *
   * @returns false for a counter seen before, too old, or past REJECT_AFTER_MESSAGES.
   */
  accept(low, high) {
    if (isPastReject(low, high)) return false;
    const ahead = (high - this.#high) * 4294967296 + (low - this.#low);
    if (ahead > 0) this.#advance(low, high, ahead);
    else if (-ahead > REPLAY_WINDOW) return false;
    this.#ring ??= new Uint32Array(WORDS);
    const word2 = low >>> 5 & WORDS - 1;
    const bit = 1 << (low & 31);
    if ((this.#ring[word2] & bit) !== 0) return false;
    this.#ring[word2] |= bit;
    return true;
  }
  #advance(low, high, ahead) {
    const from = this.#low >>> 5;
    const passed = Math.min(WORDS, Math.floor(((this.#low & 31) + ahead) / 32));
    const ring = this.#ring;
    if (ring) for (let i = 1; i <= passed; i++) ring[from + i & WORDS - 1] = 0;
    this.#low = low;
    this.#high = high;
  }
};
function isPastReject(low, high) {
  return high === REJECT_AFTER_MESSAGES_HIGH && low >= REJECT_AFTER_MESSAGES_LOW;
}

// src/tunnel/wireguard/keypair.ts
var Keypair = class {
  localIndex;
  remoteIndex;
  isInitiator;
  createdAt;
  sendKey;
  receiveKey;
  replay = new ReplayWindow();
  /** The counter of the next packet to be sealed. */
  counterLow = 0;
  counterHigh = 0;
  constructor(aead, keys, origin2) {
    this.localIndex = origin2.localIndex;
    this.remoteIndex = origin2.remoteIndex;
    this.isInitiator = origin2.isInitiator;
    this.createdAt = origin2.createdAt;
    const toResponder = aead.importKey(keys.initiatorToResponder);
    const toInitiator = aead.importKey(keys.responderToInitiator);
    this.sendKey = origin2.isInitiator ? toResponder : toInitiator;
    this.receiveKey = origin2.isInitiator ? toInitiator : toResponder;
    keys.initiatorToResponder.fill(0);
    keys.responderToInitiator.fill(0);
  }
  /** False from REJECT_AFTER_TIME or REJECT_AFTER_MESSAGES on. */
  canSend(now) {
    return now - this.createdAt < REJECT_AFTER_TIME && !isPastReject(this.counterLow, this.counterHigh);
  }
  canReceive(now) {
    return now - this.createdAt < REJECT_AFTER_TIME;
  }
  isPastRekeyMessages() {
    return this.counterHigh > REKEY_AFTER_MESSAGES_HIGH || this.counterHigh === REKEY_AFTER_MESSAGES_HIGH && this.counterLow > 0;
  }
  /** Steps to the next counter; it cannot wrap, because {@link canSend} ends before. */
  advance() {
    this.counterLow = this.counterLow + 1 >>> 0;
    if (this.counterLow === 0) this.counterHigh = this.counterHigh + 1 >>> 0;
  }
  zero() {
    this.sendKey.zero();
    this.receiveKey.zero();
  }
};
var KeypairSlots = class {
  previous;
  current;
  next;
  #forget;
  /** @param forget is told of each keypair that left the slots, already zeroed. */
  constructor(forget) {
    this.#forget = forget;
  }
  /** The initiator's new keys serve at once: the response proved that the responder holds them. */
  installAsInitiator(keypair) {
    if (this.next) {
      this.#drop(this.previous);
      this.#drop(this.current);
      this.previous = this.next;
      this.next = void 0;
    } else {
      this.#drop(this.previous);
      this.previous = this.current;
    }
    this.current = keypair;
  }
  /** The responder's new keys wait for the first packet under them. */
  installAsResponder(keypair) {
    this.#drop(this.next);
    this.next = keypair;
    this.#drop(this.previous);
    this.previous = void 0;
  }
  /** To be told of each keypair that a packet authenticated under. @returns true where it was the waiting one. */
  confirm(keypair) {
    if (keypair !== this.next) return false;
    this.#drop(this.previous);
    this.previous = this.current;
    this.current = keypair;
    this.next = void 0;
    return true;
  }
  zero() {
    for (const keypair of [this.previous, this.current, this.next]) this.#drop(keypair);
    this.previous = this.current = this.next = void 0;
  }
  #drop(keypair) {
    if (!keypair) return;
    keypair.zero();
    this.#forget(keypair);
  }
};

// src/tunnel/wireguard/timers.ts
var NEVER = Number.POSITIVE_INFINITY;
var Timers = class {
  #jitter;
  persistentKeepaliveMs = 0;
  #retransmitAt = NEVER;
  #keepaliveAt = NEVER;
  #keepaliveWanted = false;
  #newHandshakeAt = NEVER;
  /** Drawn with each session: this timer is set for nearly every packet, and a random number costs as much as one. */
  #newHandshakeJitterMs;
  #zeroKeysAt = NEVER;
  #persistentAt = NEVER;
  #attempts = 0;
  /** Initiations since a handshake was last complete or given up. */
  #unanswered = 0;
  /** @param jitter a random number of [0, 1). */
  constructor(jitter) {
    this.#jitter = jitter;
    this.#newHandshakeJitterMs = this.#jitterMs();
  }
  /** Should be called after a packet with content is sent. */
  dataSent(now) {
    if (this.#newHandshakeAt === NEVER) {
      this.#newHandshakeAt = now + KEEPALIVE_TIMEOUT + REKEY_TIMEOUT + this.#newHandshakeJitterMs;
    }
  }
  /** Should be called after a packet with content is received. */
  dataReceived(now) {
    if (this.#keepaliveAt === NEVER) this.#keepaliveAt = now + KEEPALIVE_TIMEOUT;
    else this.#keepaliveWanted = true;
  }
  /** Should be called after any message but a cookie reply is sent. */
  anyAuthenticatedPacketSent() {
    this.#keepaliveAt = NEVER;
    this.#keepaliveWanted = false;
  }
  /** Should be called after any authenticated message is received. */
  anyAuthenticatedPacketReceived() {
    this.#newHandshakeAt = NEVER;
  }
  /** Should be called before sending or after receiving any authenticated message. */
  anyAuthenticatedPacketTraversal(now) {
    if (this.persistentKeepaliveMs > 0) this.#persistentAt = now + this.persistentKeepaliveMs;
  }
  /** Should be called after an initiation is sent. @returns true for the first after 90 s of them without an answer */
  handshakeInitiated(now) {
    this.#retransmitAt = now + REKEY_TIMEOUT + this.#jitterMs();
    this.#unanswered++;
    return this.#unanswered === MAX_HANDSHAKE_ATTEMPTS + 1;
  }
  /** Should be called when a handshake is asked for anew, by a packet to send and not by retransmission. */
  handshakeAsked() {
    this.#attempts = 0;
  }
  /** Should be called after a response is consumed, or the first packet under a responder's keys. */
  handshakeComplete() {
    this.#retransmitAt = NEVER;
    this.#attempts = 0;
    this.#unanswered = 0;
  }
  /** Should be called after keys are derived. */
  sessionDerived(now) {
    this.#zeroKeysAt = now + ZERO_KEYS_AFTER;
    this.#newHandshakeJitterMs = this.#jitterMs();
  }
  /** Should be called when the peer is removed or forgotten. */
  stop() {
    this.#retransmitAt = this.#keepaliveAt = this.#newHandshakeAt = this.#zeroKeysAt = this.#persistentAt = NEVER;
  }
  next() {
    return Math.min(
      this.#retransmitAt,
      this.#keepaliveAt,
      this.#newHandshakeAt,
      this.#zeroKeysAt,
      this.#persistentAt
    );
  }
  /** Takes one timer that is due; to be asked until it has none. */
  takeDue(now) {
    if (this.#retransmitAt <= now) return this.#takeRetransmit(now);
    if (this.#keepaliveAt <= now) {
      this.#keepaliveAt = this.#keepaliveWanted ? now + KEEPALIVE_TIMEOUT : NEVER;
      this.#keepaliveWanted = false;
      return "send-keepalive";
    }
    if (this.#newHandshakeAt <= now) {
      this.#newHandshakeAt = NEVER;
      return "start-handshake";
    }
    if (this.#zeroKeysAt <= now) {
      this.#zeroKeysAt = NEVER;
      return "zero-keys";
    }
    if (this.#persistentAt <= now) {
      this.#persistentAt = now + this.persistentKeepaliveMs;
      return "send-persistent-keepalive";
    }
    return void 0;
  }
  #takeRetransmit(now) {
    this.#retransmitAt = NEVER;
    this.#attempts++;
    if (this.#attempts < MAX_HANDSHAKE_ATTEMPTS) return "retransmit-initiation";
    this.#unanswered = 0;
    this.#keepaliveAt = NEVER;
    if (this.#zeroKeysAt === NEVER) this.#zeroKeysAt = now + ZERO_KEYS_AFTER;
    return "give-up";
  }
  #jitterMs() {
    return this.#jitter() * REKEY_TIMEOUT_JITTER_MAX;
  }
};

// src/tunnel/wireguard/peer.ts
var Peer = class {
  id;
  cookies;
  slots;
  timers;
  identity;
  #configuredRemote;
  remote;
  initiation;
  initiationSentAt = Number.NEGATIVE_INFINITY;
  initiationConsumedAt = Number.NEGATIVE_INFINITY;
  /** Greatest TAI64N received, and sent. */
  timestampReceived;
  timestampSent;
  /** One rekey is asked for when an initiator's keys near their end while only receiving. */
  sentLastMinuteHandshake = false;
  staged = [];
  lastHandshakeAt;
  bytesReceived = 0;
  bytesSent = 0;
  constructor(crypto, config, node) {
    const publicKey2 = crypto.importPublicKey(copyBytes(config.publicKey));
    this.id = peerId(config.publicKey);
    this.cookies = new CookieJar(crypto, config.publicKey);
    this.slots = new KeypairSlots((keypair) => node.releaseIndex(keypair.localIndex));
    this.timers = new Timers(node.jitter);
    this.identity = { publicKey: publicKey2, staticShared: node.staticShared, presharedKey: new Uint8Array(32) };
  }
  /** Takes what may change while the peer stays: preshared key, first remote, keepalive. */
  configure(config) {
    this.identity.presharedKey.fill(0);
    if (config.presharedKey) this.identity.presharedKey.set(config.presharedKey.reveal());
    if (config.remote && config.remote.id !== this.#configuredRemote) this.remote = config.remote;
    this.#configuredRemote = config.remote?.id;
    this.timers.persistentKeepaliveMs = (config.persistentKeepaliveSeconds ?? 0) * 1e3;
  }
  /** Keeps a packet until there is a session. @returns false where the oldest had to give way. */
  stage(packet) {
    this.staged.push(packet);
    if (this.staged.length <= MAX_STAGED_PACKETS) return true;
    this.staged.shift();
    return false;
  }
  /** Forgets every key of a session or a handshake under way. @returns the index of that handshake. */
  zeroKeys() {
    this.slots.zero();
    return this.zeroInitiation();
  }
  zeroInitiation() {
    const index = this.initiation?.localIndex;
    if (this.initiation) zeroInitiation(this.initiation);
    this.initiation = void 0;
    return index;
  }
  /** To be called when the peer is removed: no secret of it is left. */
  zeroIdentity() {
    this.identity.staticShared.fill(0);
    this.identity.presharedKey.fill(0);
  }
  status() {
    const { id, remote, lastHandshakeAt, bytesReceived, bytesSent } = this;
    return { id, remote, lastHandshakeAt, bytesReceived, bytesSent };
  }
};

// src/tunnel/wireguard/primitives-node.ts
const { createPrivateKey, createPublicKey: createPublicKey2, diffieHellman } = process.getBuiltinModule("node:crypto");

// src/tunnel/wireguard/blake2s-simd.ts
init_bytes();

// src/tunnel/cipher/assembled-blake2s.ts
var assembledBlake2s = () => new Uint8Array(Buffer.from("AGFzbQEAAAABJghgA39/fwBgAX8AYAJ/fwBgAX8AYAF/AGACf38AYAF/AGACf38AAhMBB2JsYWtlMnMGbWVtb3J5AgABAwkIAAECAwQFBgcHFgMEaGFzaAAFBGhtYWMABgRoa2RmAAcK7zMImCwEAXsBewF7AXtBAP0AAAAhA0EQ/QAAACEE/Qxn5glqha5nu3Lzbjw69U+lIQX9DH9SDlGMaAWbq9mDHxnN4Fv9DAAAAAAAAAAAAAAAAAAAAAAgAf0cACAC/RwC/VEhBiADIAAgACAAIAD9XAAA/VYACAH9VgAQAv1WABgD/a4BIAT9rgEhAyAGIAP9Uf0MAgMAAQYHBAUKCwgJDg8MDf0OIQYgBSAG/a4BIQUgBCAF/VEhBCAEQQz9rQEgBEEU/asB/VAhBCADIAAgACAAIAD9XAAE/VYADAH9VgAUAv1WABwD/a4BIAT9rgEhAyAGIAP9Uf0MAQIDAAUGBwQJCgsIDQ4PDP0OIQYgBSAG/a4BIQUgBCAF/VEhBCAEQQf9rQEgBEEZ/asB/VAhBCAEIAT9DQQFBgcICQoLDA0ODwABAgMhBCAFIAX9DQgJCgsMDQ4PAAECAwQFBgchBSAGIAb9DQwNDg8AAQIDBAUGBwgJCgshBiADIAAgACAAIAD9XAAg/VYAKAH9VgAwAv1WADgD/a4BIAT9rgEhAyAGIAP9Uf0MAgMAAQYHBAUKCwgJDg8MDf0OIQYgBSAG/a4BIQUgBCAF/VEhBCAEQQz9rQEgBEEU/asB/VAhBCADIAAgACAAIAD9XAAk/VYALAH9VgA0Av1WADwD/a4BIAT9rgEhAyAGIAP9Uf0MAQIDAAUGBwQJCgsIDQ4PDP0OIQYgBSAG/a4BIQUgBCAF/VEhBCAEQQf9rQEgBEEZ/asB/VAhBCAEIAT9DQwNDg8AAQIDBAUGBwgJCgshBCAFIAX9DQgJCgsMDQ4PAAECAwQFBgchBSAGIAb9DQQFBgcICQoLDA0ODwABAgMhBiADIAAgACAAIAD9XAA4/VYAEAH9VgAkAv1WADQD/a4BIAT9rgEhAyAGIAP9Uf0MAgMAAQYHBAUKCwgJDg8MDf0OIQYgBSAG/a4BIQUgBCAF/VEhBCAEQQz9rQEgBEEU/asB/VAhBCADIAAgACAAIAD9XAAo/VYAIAH9VgA8Av1WABgD/a4BIAT9rgEhAyAGIAP9Uf0MAQIDAAUGBwQJCgsIDQ4PDP0OIQYgBSAG/a4BIQUgBCAF/VEhBCAEQQf9rQEgBEEZ/asB/VAhBCAEIAT9DQQFBgcICQoLDA0ODwABAgMhBCAFIAX9DQgJCgsMDQ4PAAECAwQFBgchBSAGIAb9DQwNDg8AAQIDBAUGBwgJCgshBiADIAAgACAAIAD9XAAE/VYAAAH9VgAsAv1WABQD/a4BIAT9rgEhAyAGIAP9Uf0MAgMAAQYHBAUKCwgJDg8MDf0OIQYgBSAG/a4BIQUgBCAF/VEhBCAEQQz9rQEgBEEU/asB/VAhBCADIAAgACAAIAD9XAAw/VYACAH9VgAcAv1WAAwD/a4BIAT9rgEhAyAGIAP9Uf0MAQIDAAUGBwQJCgsIDQ4PDP0OIQYgBSAG/a4BIQUgBCAF/VEhBCAEQQf9rQEgBEEZ/asB/VAhBCAEIAT9DQwNDg8AAQIDBAUGBwgJCgshBCAFIAX9DQgJCgsMDQ4PAAECAwQFBgchBSAGIAb9DQQFBgcICQoLDA0ODwABAgMhBiADIAAgACAAIAD9XAAs/VYAMAH9VgAUAv1WADwD/a4BIAT9rgEhAyAGIAP9Uf0MAgMAAQYHBAUKCwgJDg8MDf0OIQYgBSAG/a4BIQUgBCAF/VEhBCAEQQz9rQEgBEEU/asB/VAhBCADIAAgACAAIAD9XAAg/VYAAAH9VgAIAv1WADQD/a4BIAT9rgEhAyAGIAP9Uf0MAQIDAAUGBwQJCgsIDQ4PDP0OIQYgBSAG/a4BIQUgBCAF/VEhBCAEQQf9rQEgBEEZ/asB/VAhBCAEIAT9DQQFBgcICQoLDA0ODwABAgMhBCAFIAX9DQgJCgsMDQ4PAAECAwQFBgchBSAGIAb9DQwNDg8AAQIDBAUGBwgJCgshBiADIAAgACAAIAD9XAAo/VYADAH9VgAcAv1WACQD/a4BIAT9rgEhAyAGIAP9Uf0MAgMAAQYHBAUKCwgJDg8MDf0OIQYgBSAG/a4BIQUgBCAF/VEhBCAEQQz9rQEgBEEU/asB/VAhBCADIAAgACAAIAD9XAA4/VYAGAH9VgAEAv1WABAD/a4BIAT9rgEhAyAGIAP9Uf0MAQIDAAUGBwQJCgsIDQ4PDP0OIQYgBSAG/a4BIQUgBCAF/VEhBCAEQQf9rQEgBEEZ/asB/VAhBCAEIAT9DQwNDg8AAQIDBAUGBwgJCgshBCAFIAX9DQgJCgsMDQ4PAAECAwQFBgchBSAGIAb9DQQFBgcICQoLDA0ODwABAgMhBiADIAAgACAAIAD9XAAc/VYADAH9VgA0Av1WACwD/a4BIAT9rgEhAyAGIAP9Uf0MAgMAAQYHBAUKCwgJDg8MDf0OIQYgBSAG/a4BIQUgBCAF/VEhBCAEQQz9rQEgBEEU/asB/VAhBCADIAAgACAAIAD9XAAk/VYABAH9VgAwAv1WADgD/a4BIAT9rgEhAyAGIAP9Uf0MAQIDAAUGBwQJCgsIDQ4PDP0OIQYgBSAG/a4BIQUgBCAF/VEhBCAEQQf9rQEgBEEZ/asB/VAhBCAEIAT9DQQFBgcICQoLDA0ODwABAgMhBCAFIAX9DQgJCgsMDQ4PAAECAwQFBgchBSAGIAb9DQwNDg8AAQIDBAUGBwgJCgshBiADIAAgACAAIAD9XAAI/VYAFAH9VgAQAv1WADwD/a4BIAT9rgEhAyAGIAP9Uf0MAgMAAQYHBAUKCwgJDg8MDf0OIQYgBSAG/a4BIQUgBCAF/VEhBCAEQQz9rQEgBEEU/asB/VAhBCADIAAgACAAIAD9XAAY/VYAKAH9VgAAAv1WACAD/a4BIAT9rgEhAyAGIAP9Uf0MAQIDAAUGBwQJCgsIDQ4PDP0OIQYgBSAG/a4BIQUgBCAF/VEhBCAEQQf9rQEgBEEZ/asB/VAhBCAEIAT9DQwNDg8AAQIDBAUGBwgJCgshBCAFIAX9DQgJCgsMDQ4PAAECAwQFBgchBSAGIAb9DQQFBgcICQoLDA0ODwABAgMhBiADIAAgACAAIAD9XAAk/VYAFAH9VgAIAv1WACgD/a4BIAT9rgEhAyAGIAP9Uf0MAgMAAQYHBAUKCwgJDg8MDf0OIQYgBSAG/a4BIQUgBCAF/VEhBCAEQQz9rQEgBEEU/asB/VAhBCADIAAgACAAIAD9XAAA/VYAHAH9VgAQAv1WADwD/a4BIAT9rgEhAyAGIAP9Uf0MAQIDAAUGBwQJCgsIDQ4PDP0OIQYgBSAG/a4BIQUgBCAF/VEhBCAEQQf9rQEgBEEZ/asB/VAhBCAEIAT9DQQFBgcICQoLDA0ODwABAgMhBCAFIAX9DQgJCgsMDQ4PAAECAwQFBgchBSAGIAb9DQwNDg8AAQIDBAUGBwgJCgshBiADIAAgACAAIAD9XAA4/VYALAH9VgAYAv1WAAwD/a4BIAT9rgEhAyAGIAP9Uf0MAgMAAQYHBAUKCwgJDg8MDf0OIQYgBSAG/a4BIQUgBCAF/VEhBCAEQQz9rQEgBEEU/asB/VAhBCADIAAgACAAIAD9XAAE/VYAMAH9VgAgAv1WADQD/a4BIAT9rgEhAyAGIAP9Uf0MAQIDAAUGBwQJCgsIDQ4PDP0OIQYgBSAG/a4BIQUgBCAF/VEhBCAEQQf9rQEgBEEZ/asB/VAhBCAEIAT9DQwNDg8AAQIDBAUGBwgJCgshBCAFIAX9DQgJCgsMDQ4PAAECAwQFBgchBSAGIAb9DQQFBgcICQoLDA0ODwABAgMhBiADIAAgACAAIAD9XAAI/VYAGAH9VgAAAv1WACAD/a4BIAT9rgEhAyAGIAP9Uf0MAgMAAQYHBAUKCwgJDg8MDf0OIQYgBSAG/a4BIQUgBCAF/VEhBCAEQQz9rQEgBEEU/asB/VAhBCADIAAgACAAIAD9XAAw/VYAKAH9VgAsAv1WAAwD/a4BIAT9rgEhAyAGIAP9Uf0MAQIDAAUGBwQJCgsIDQ4PDP0OIQYgBSAG/a4BIQUgBCAF/VEhBCAEQQf9rQEgBEEZ/asB/VAhBCAEIAT9DQQFBgcICQoLDA0ODwABAgMhBCAFIAX9DQgJCgsMDQ4PAAECAwQFBgchBSAGIAb9DQwNDg8AAQIDBAUGBwgJCgshBiADIAAgACAAIAD9XAAQ/VYAHAH9VgA8Av1WAAQD/a4BIAT9rgEhAyAGIAP9Uf0MAgMAAQYHBAUKCwgJDg8MDf0OIQYgBSAG/a4BIQUgBCAF/VEhBCAEQQz9rQEgBEEU/asB/VAhBCADIAAgACAAIAD9XAA0/VYAFAH9VgA4Av1WACQD/a4BIAT9rgEhAyAGIAP9Uf0MAQIDAAUGBwQJCgsIDQ4PDP0OIQYgBSAG/a4BIQUgBCAF/VEhBCAEQQf9rQEgBEEZ/asB/VAhBCAEIAT9DQwNDg8AAQIDBAUGBwgJCgshBCAFIAX9DQgJCgsMDQ4PAAECAwQFBgchBSAGIAb9DQQFBgcICQoLDA0ODwABAgMhBiADIAAgACAAIAD9XAAw/VYABAH9VgA4Av1WABAD/a4BIAT9rgEhAyAGIAP9Uf0MAgMAAQYHBAUKCwgJDg8MDf0OIQYgBSAG/a4BIQUgBCAF/VEhBCAEQQz9rQEgBEEU/asB/VAhBCADIAAgACAAIAD9XAAU/VYAPAH9VgA0Av1WACgD/a4BIAT9rgEhAyAGIAP9Uf0MAQIDAAUGBwQJCgsIDQ4PDP0OIQYgBSAG/a4BIQUgBCAF/VEhBCAEQQf9rQEgBEEZ/asB/VAhBCAEIAT9DQQFBgcICQoLDA0ODwABAgMhBCAFIAX9DQgJCgsMDQ4PAAECAwQFBgchBSAGIAb9DQwNDg8AAQIDBAUGBwgJCgshBiADIAAgACAAIAD9XAAA/VYAGAH9VgAkAv1WACAD/a4BIAT9rgEhAyAGIAP9Uf0MAgMAAQYHBAUKCwgJDg8MDf0OIQYgBSAG/a4BIQUgBCAF/VEhBCAEQQz9rQEgBEEU/asB/VAhBCADIAAgACAAIAD9XAAc/VYADAH9VgAIAv1WACwD/a4BIAT9rgEhAyAGIAP9Uf0MAQIDAAUGBwQJCgsIDQ4PDP0OIQYgBSAG/a4BIQUgBCAF/VEhBCAEQQf9rQEgBEEZ/asB/VAhBCAEIAT9DQwNDg8AAQIDBAUGBwgJCgshBCAFIAX9DQgJCgsMDQ4PAAECAwQFBgchBSAGIAb9DQQFBgcICQoLDA0ODwABAgMhBiADIAAgACAAIAD9XAA0/VYAHAH9VgAwAv1WAAwD/a4BIAT9rgEhAyAGIAP9Uf0MAgMAAQYHBAUKCwgJDg8MDf0OIQYgBSAG/a4BIQUgBCAF/VEhBCAEQQz9rQEgBEEU/asB/VAhBCADIAAgACAAIAD9XAAs/VYAOAH9VgAEAv1WACQD/a4BIAT9rgEhAyAGIAP9Uf0MAQIDAAUGBwQJCgsIDQ4PDP0OIQYgBSAG/a4BIQUgBCAF/VEhBCAEQQf9rQEgBEEZ/asB/VAhBCAEIAT9DQQFBgcICQoLDA0ODwABAgMhBCAFIAX9DQgJCgsMDQ4PAAECAwQFBgchBSAGIAb9DQwNDg8AAQIDBAUGBwgJCgshBiADIAAgACAAIAD9XAAU/VYAPAH9VgAgAv1WAAgD/a4BIAT9rgEhAyAGIAP9Uf0MAgMAAQYHBAUKCwgJDg8MDf0OIQYgBSAG/a4BIQUgBCAF/VEhBCAEQQz9rQEgBEEU/asB/VAhBCADIAAgACAAIAD9XAAA/VYAEAH9VgAYAv1WACgD/a4BIAT9rgEhAyAGIAP9Uf0MAQIDAAUGBwQJCgsIDQ4PDP0OIQYgBSAG/a4BIQUgBCAF/VEhBCAEQQf9rQEgBEEZ/asB/VAhBCAEIAT9DQwNDg8AAQIDBAUGBwgJCgshBCAFIAX9DQgJCgsMDQ4PAAECAwQFBgchBSAGIAb9DQQFBgcICQoLDA0ODwABAgMhBiADIAAgACAAIAD9XAAY/VYAOAH9VgAsAv1WAAAD/a4BIAT9rgEhAyAGIAP9Uf0MAgMAAQYHBAUKCwgJDg8MDf0OIQYgBSAG/a4BIQUgBCAF/VEhBCAEQQz9rQEgBEEU/asB/VAhBCADIAAgACAAIAD9XAA8/VYAJAH9VgAMAv1WACAD/a4BIAT9rgEhAyAGIAP9Uf0MAQIDAAUGBwQJCgsIDQ4PDP0OIQYgBSAG/a4BIQUgBCAF/VEhBCAEQQf9rQEgBEEZ/asB/VAhBCAEIAT9DQQFBgcICQoLDA0ODwABAgMhBCAFIAX9DQgJCgsMDQ4PAAECAwQFBgchBSAGIAb9DQwNDg8AAQIDBAUGBwgJCgshBiADIAAgACAAIAD9XAAw/VYANAH9VgAEAv1WACgD/a4BIAT9rgEhAyAGIAP9Uf0MAgMAAQYHBAUKCwgJDg8MDf0OIQYgBSAG/a4BIQUgBCAF/VEhBCAEQQz9rQEgBEEU/asB/VAhBCADIAAgACAAIAD9XAAI/VYAHAH9VgAQAv1WABQD/a4BIAT9rgEhAyAGIAP9Uf0MAQIDAAUGBwQJCgsIDQ4PDP0OIQYgBSAG/a4BIQUgBCAF/VEhBCAEQQf9rQEgBEEZ/asB/VAhBCAEIAT9DQwNDg8AAQIDBAUGBwgJCgshBCAFIAX9DQgJCgsMDQ4PAAECAwQFBgchBSAGIAb9DQQFBgcICQoLDA0ODwABAgMhBiADIAAgACAAIAD9XAAo/VYAIAH9VgAcAv1WAAQD/a4BIAT9rgEhAyAGIAP9Uf0MAgMAAQYHBAUKCwgJDg8MDf0OIQYgBSAG/a4BIQUgBCAF/VEhBCAEQQz9rQEgBEEU/asB/VAhBCADIAAgACAAIAD9XAAI/VYAEAH9VgAYAv1WABQD/a4BIAT9rgEhAyAGIAP9Uf0MAQIDAAUGBwQJCgsIDQ4PDP0OIQYgBSAG/a4BIQUgBCAF/VEhBCAEQQf9rQEgBEEZ/asB/VAhBCAEIAT9DQQFBgcICQoLDA0ODwABAgMhBCAFIAX9DQgJCgsMDQ4PAAECAwQFBgchBSAGIAb9DQwNDg8AAQIDBAUGBwgJCgshBiADIAAgACAAIAD9XAA8/VYAJAH9VgAMAv1WADQD/a4BIAT9rgEhAyAGIAP9Uf0MAgMAAQYHBAUKCwgJDg8MDf0OIQYgBSAG/a4BIQUgBCAF/VEhBCAEQQz9rQEgBEEU/asB/VAhBCADIAAgACAAIAD9XAAs/VYAOAH9VgAwAv1WAAAD/a4BIAT9rgEhAyAGIAP9Uf0MAQIDAAUGBwQJCgsIDQ4PDP0OIQYgBSAG/a4BIQUgBCAF/VEhBCAEQQf9rQEgBEEZ/asB/VAhBCAEIAT9DQwNDg8AAQIDBAUGBwgJCgshBCAFIAX9DQgJCgsMDQ4PAAECAwQFBgchBSAGIAb9DQQFBgcICQoLDA0ODwABAgMhBkEAQQD9AAAAIAMgBf1R/VH9CwAAQRBBEP0AAAAgBCAG/VH9Uf0LAAALPgBBAP0MZ+YJaoWuZ7ty8248OvVPpUHnzKfQBiAAc/0cAP0LAABBEP0Mf1IOUYxoBZur2YMfGc3gW/0LAAALSAEBf0HAAiECIABBwABLBEADQCABQcAAaiEBIAIgAUEAEAAgAkHAAGohAiAAQcAAayEAIABBwABLDQALCyACIAEgAGpBfxAAC/YBAQF/QcAA/QwAAAAAAAAAAAAAAAAAAAAA/QsAAEHQAP0MAAAAAAAAAAAAAAAAAAAAAP0LAABB4AD9DAAAAAAAAAAAAAAAAAAAAAD9CwAAQfAA/QwAAAAAAAAAAAAAAAAAAAAA/QsAAEGAAf0MAAAAAAAAAAAAAAAAAAAAAP0LAABBkAH9DAAAAAAAAAAAAAAAAAAAAAD9CwAAQaAB/QwAAAAAAAAAAAAAAAAAAAAA/QsAAEGwAf0MAAAAAAAAAAAAAAAAAAAAAP0LAAADQCAB/QwAAAAAAAAAAAAAAAAAAAAA/QsAwAIgAUEQaiEBIAAgAUsNAAsLpwMCAXsBe0GAAUHAAP0AAAD9DDY2NjY2NjY2NjY2NjY2Njb9Uf0LAABBkAFB0AD9AAAA/Qw2NjY2NjY2NjY2NjY2NjY2/VH9CwAAQaABQeAA/QAAAP0MNjY2NjY2NjY2NjY2NjY2Nv1R/QsAAEGwAUHwAP0AAAD9DDY2NjY2NjY2NjY2NjY2Njb9Uf0LAABBoICECBABQYABQcAAQQBBfyAAGxAAIAAEQCAAQcAAEAILQQD9AAAAIQFBEP0AAAAhAkGAAUHAAP0AAAD9DFxcXFxcXFxcXFxcXFxcXFz9Uf0LAABBkAFB0AD9AAAA/QxcXFxcXFxcXFxcXFxcXFxc/VH9CwAAQaABQeAA/QAAAP0MXFxcXFxcXFxcXFxcXFxcXP1R/QsAAEGwAUHwAP0AAAD9DFxcXFxcXFxcXFxcXFxcXFz9Uf0LAABBoICECBABQYABQcAAQQAQAEGAASAB/QsAAEGQASAC/QsAAEGgAf0MAAAAAAAAAAAAAAAAAAAAAP0LAABBsAH9DAAAAAAAAAAAAAAAAAAAAAD9CwAAQYABQeAAQX8QAAsQACABEAEgAEEAEAIgABADCwoAIAAQBCAAEAMLjQECAX8BfyAAEAQgABADQcAAQQD9AAAA/QsAAEHQAEEQ/QAAAP0LAAADQCADIAJBAWo6AMACIANBAWoQBEHAAkEA/QAAAP0LAABB0AJBEP0AAAD9CwAAIAJBBXRBAP0AAAD9CwDAASACQQV0QRD9AAAA/QsA0AFBICEDIAJBAWohAiABIAJLDQALQSEQAws=", "base64"));

// src/tunnel/cipher/blake2s-layout.ts
var DIGEST_MEMORY_IMPORT = { module: "blake2s", name: "memory" };
var DIGEST_AT = 0;
var HMAC_KEY_AT = 64;
var OUTPUTS_AT = 192;
var INPUT_AT = 320;
var INPUT_MAX = 512;
var DIGEST_MEMORY_END = INPUT_AT + INPUT_MAX;

// src/tunnel/wireguard/blake2s-simd.ts
init_webassembly();

// src/tunnel/cipher/blake2s-constants.ts
var IV = [
  1779033703,
  3144134277,
  1013904242,
  2773480762,
  1359893119,
  2600822924,
  528734635,
  1541459225
];
var SIGMA = [
  [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15],
  [14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3],
  [11, 8, 12, 0, 5, 2, 15, 13, 10, 14, 3, 6, 7, 1, 9, 4],
  [7, 9, 3, 1, 13, 12, 11, 14, 2, 6, 5, 10, 4, 0, 15, 8],
  [9, 0, 5, 7, 2, 4, 10, 15, 14, 1, 11, 12, 6, 8, 3, 13],
  [2, 12, 6, 10, 0, 11, 8, 3, 4, 13, 7, 5, 15, 14, 1, 9],
  [12, 5, 1, 15, 14, 13, 4, 10, 0, 7, 6, 3, 9, 2, 8, 11],
  [13, 11, 7, 14, 12, 1, 3, 9, 5, 0, 15, 4, 8, 6, 2, 10],
  [6, 15, 14, 9, 11, 3, 0, 8, 12, 2, 13, 7, 1, 4, 10, 5],
  [10, 2, 8, 4, 7, 6, 1, 5, 15, 11, 9, 14, 3, 12, 13, 0]
];

// src/tunnel/wireguard/blake2s.ts
var BLOCK = 64;
var DIGEST = 32;
var START = Int32Array.from(IV);
var SCHEDULE = Uint8Array.from(
  SIGMA.flatMap((row) => [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 14, 15, 12, 13, 10, 11].map((at) => row[at]))
);
var INNER_PAD = 909522486;
var OUTER_PAD = 1549556828;
var state = new Int32Array(8);
var words = new Int32Array(BLOCK / 4);
var filled = 0;
var compressed = 0;
var inner = new Int32Array(8);
var outer = new Int32Array(8);
var scalarBlake2s = { hash, mac, hmac, hkdf };
function hash(first, second, out = new Uint8Array(DIGEST)) {
  begin(DIGEST, 0);
  take(first);
  take(second);
  compress(true);
  return takeDigest(out);
}
function mac(key, data, size) {
  begin(size, key.length);
  takeKey(key, 0);
  take(data);
  compress(true);
  return takeDigest(new Uint8Array(size));
}
function hmac(key, data) {
  computeHmac(key, data);
  outer.fill(0);
  return takeDigest(new Uint8Array(DIGEST));
}
function hkdf(salt, input, first, second, third) {
  computeHmac(salt, input);
  keyExpansion();
  expand(void 0, 1, first);
  if (second) expand(first, 2, second);
  if (second && third) expand(second, 3, third);
  inner.fill(0);
  outer.fill(0);
}
function expand(previous, index, out) {
  state.set(inner);
  compressed = BLOCK;
  if (previous) take(previous);
  takeByte(index);
  finishHmac();
  takeDigest(out);
}
function computeHmac(key, data) {
  begin(DIGEST, 0);
  takeKey(key, OUTER_PAD);
  compress(false);
  outer.set(state);
  begin(DIGEST, 0);
  takeKey(key, INNER_PAD);
  take(data);
  finishHmac();
}
function keyExpansion() {
  outer.set(state);
  compressKey(outer, INNER_PAD);
  inner.set(state);
  compressKey(outer, OUTER_PAD);
  outer.set(state);
}
function compressKey(key, pad2) {
  begin(DIGEST, 0);
  words.set(key);
  layPad(pad2);
  compress(false);
}
function finishHmac() {
  compress(true);
  words.set(state);
  state.set(outer);
  compressed = BLOCK;
  filled = DIGEST;
  compress(true);
}
function begin(digestSize, keySize) {
  state.set(START);
  state[0] ^= 16842752 | keySize << 8 | digestSize;
  compressed = 0;
}
function takeKey(key, pad2) {
  take(key);
  layPad(pad2);
}
function layPad(pad2) {
  for (let i = 0; i < words.length; i++) words[i] ^= pad2;
  filled = BLOCK;
}
function take(bytes) {
  for (let i = 0; i < bytes.length; i++) takeByte(bytes[i]);
}
function takeByte(byte) {
  if (filled === BLOCK) compress(false);
  words[filled >>> 2] |= byte << ((filled & 3) << 3);
  filled++;
}
function compress(isLast) {
  compressed += filled;
  mix(state, words, compressed, isLast);
  words.fill(0);
  filled = 0;
}
function takeDigest(digest) {
  for (let i = 0; i < digest.length; i++) digest[i] = state[i >>> 2] >>> ((i & 3) << 3);
  state.fill(0);
  return digest;
}
function mix(h, m, count, isLast) {
  let a0 = h[0];
  let a1 = h[1];
  let a2 = h[2];
  let a3 = h[3];
  let b0 = h[4];
  let b1 = h[5];
  let b2 = h[6];
  let b3 = h[7];
  let c0 = START[0];
  let c1 = START[1];
  let c2 = START[2];
  let c3 = START[3];
  let d0 = START[4] ^ count;
  let d1 = START[5];
  let d2 = isLast ? ~START[6] : START[6];
  let d3 = START[7];
  let swapped = 0;
  for (let at = 0; at < SCHEDULE.length; at += 8) {
    a0 = a0 + b0 + word(m, at) | 0;
    d0 = rotate(d0 ^ a0, 16);
    c0 = c0 + d0 | 0;
    b0 = rotate(b0 ^ c0, 12);
    a0 = a0 + b0 + word(m, at + 1) | 0;
    d0 = rotate(d0 ^ a0, 8);
    c0 = c0 + d0 | 0;
    b0 = rotate(b0 ^ c0, 7);
    a1 = a1 + b1 + word(m, at + 2) | 0;
    d1 = rotate(d1 ^ a1, 16);
    c1 = c1 + d1 | 0;
    b1 = rotate(b1 ^ c1, 12);
    a1 = a1 + b1 + word(m, at + 3) | 0;
    d1 = rotate(d1 ^ a1, 8);
    c1 = c1 + d1 | 0;
    b1 = rotate(b1 ^ c1, 7);
    a2 = a2 + b2 + word(m, at + 4) | 0;
    d2 = rotate(d2 ^ a2, 16);
    c2 = c2 + d2 | 0;
    b2 = rotate(b2 ^ c2, 12);
    a2 = a2 + b2 + word(m, at + 5) | 0;
    d2 = rotate(d2 ^ a2, 8);
    c2 = c2 + d2 | 0;
    b2 = rotate(b2 ^ c2, 7);
    a3 = a3 + b3 + word(m, at + 6) | 0;
    d3 = rotate(d3 ^ a3, 16);
    c3 = c3 + d3 | 0;
    b3 = rotate(b3 ^ c3, 12);
    a3 = a3 + b3 + word(m, at + 7) | 0;
    d3 = rotate(d3 ^ a3, 8);
    c3 = c3 + d3 | 0;
    b3 = rotate(b3 ^ c3, 7);
    swapped = a1;
    a1 = a3;
    a3 = swapped;
    swapped = b0;
    b0 = b1;
    b1 = swapped;
    swapped = b2;
    b2 = b3;
    b3 = swapped;
    swapped = c0;
    c0 = c2;
    c2 = swapped;
    swapped = d0;
    d0 = d3;
    d3 = swapped;
    swapped = d1;
    d1 = d2;
    d2 = swapped;
  }
  h[0] ^= a0 ^ c0;
  h[1] ^= a1 ^ c1;
  h[2] ^= a2 ^ c2;
  h[3] ^= a3 ^ c3;
  h[4] ^= b0 ^ d0;
  h[5] ^= b1 ^ d1;
  h[6] ^= b2 ^ d2;
  h[7] ^= b3 ^ d3;
}
function word(m, at) {
  const index = SCHEDULE[at];
  return m[index];
}
function rotate(word2, by) {
  return word2 >>> by | word2 << 32 - by;
}

// src/tunnel/wireguard/blake2s-simd.ts
var BLOCK2 = 64;
var DIGEST2 = 32;
var PARAMETER = 16842752;
function chooseBlake2s(create = createSimdBlake2s) {
  try {
    const simd = create();
    return equalBytes(knownAnswer(simd), decodeBase64(KNOWN_ANSWER)) ? simd : scalarBlake2s;
  } catch {
    return scalarBlake2s;
  }
}
var KNOWN_ANSWER = "g/Mqbo8Qs8fgeeOptrEmr/fv+RmZndDWD2qpD+4iUJFZ1rWyRgugjc8OTkfIv33Ah7Xx8h4zVFyimaAoZm2S0NoHsIvNdO2+WnKh1BL9BbUh13Ba1BYPKk3zqbBOTFdUk9XJM/k+BJwlsp11hQ8zfarR7aCCmMD3Nf+kv1jNgHB/70mZTIPcwx7SkGGAoAMzBCoxe+C03ORBTA0WeceJ4u4ZYXFraWqNop1jvp+TBirK3OLMs7+byukN9VYCybAahoUQgxbiYfoU+SPj/B4UAw==";
function knownAnswer({ hash: hash2, mac: mac2, hmac: hmac2, hkdf: hkdf2 }) {
  const [salt, input] = [new Uint8Array(DIGEST2).fill(1), new Uint8Array(2 * BLOCK2).fill(2)];
  const outputs = [
    hash2(salt, input),
    hmac2(salt, input),
    hmac2(salt, salt)
  ];
  const digests2 = concatBytes(...outputs, mac2(salt, input, 16));
  hkdf2(salt, input, ...outputs);
  return concatBytes(digests2, ...outputs);
}
function createSimdBlake2s() {
  const { module, memory } = load2();
  const digest = memory.subarray(DIGEST_AT, DIGEST_AT + DIGEST2);
  const output = (index) => memory.subarray(OUTPUTS_AT + DIGEST2 * index, OUTPUTS_AT + DIGEST2 * (index + 1));
  const [one, two, three] = [output(0), output(1), output(2)];
  return {
    hash(first, second, out = new Uint8Array(DIGEST2)) {
      const length = first.length + second.length;
      if (length > INPUT_MAX) return scalarBlake2s.hash(first, second, out);
      memory.set(first, INPUT_AT);
      memory.set(second, INPUT_AT + first.length);
      module.hash(length, PARAMETER | DIGEST2);
      return take2(digest, out);
    },
    mac(key, data, size) {
      if (key.length > DIGEST2 || BLOCK2 + data.length > INPUT_MAX) return scalarBlake2s.mac(key, data, size);
      memory.set(key, INPUT_AT);
      memory.set(data, INPUT_AT + BLOCK2);
      module.hash(BLOCK2 + data.length, PARAMETER | key.length << 8 | size);
      const mac2 = digest.slice(0, size);
      digest.fill(0);
      return mac2;
    },
    hmac(key, data) {
      if (key.length > BLOCK2 || data.length > INPUT_MAX) return scalarBlake2s.hmac(key, data);
      memory.set(key, HMAC_KEY_AT);
      memory.set(data, INPUT_AT);
      module.hmac(data.length);
      return take2(digest, new Uint8Array(DIGEST2));
    },
    hkdf(salt, input, first, second, third) {
      if (salt.length > BLOCK2 || input.length > INPUT_MAX) {
        scalarBlake2s.hkdf(salt, input, first, second, third);
        return;
      }
      memory.set(salt, HMAC_KEY_AT);
      memory.set(input, INPUT_AT);
      module.hkdf(input.length, third ? 3 : second ? 2 : 1);
      take2(one, first);
      if (second) take2(two, second);
      if (third) take2(three, third);
      digest.fill(0);
    }
  };
}
function take2(from, out) {
  out.set(from);
  from.fill(0);
  return out;
}
function load2() {
  const memory = new engine.Memory({ initial: 1 });
  const imports = { [DIGEST_MEMORY_IMPORT.module]: { [DIGEST_MEMORY_IMPORT.name]: memory } };
  const { exports } = new engine.Instance(new engine.Module(assembledBlake2s()), imports);
  return { module: exports, memory: new Uint8Array(memory.buffer) };
}

// src/tunnel/wireguard/chacha20-poly1305.ts
init_bytes();

// src/tunnel/wireguard/chacha20.ts
var CONSTANTS = Int32Array.of(1634760805, 857760878, 2036477234, 1797285236);
var working = new Int32Array(16);
function nextBlock(state3, out) {
  load3(state3.key, state3.counter, state3.nonce[0], state3.nonce[1], state3.nonce[2]);
  twentyRounds(working);
  for (let i = 0; i < 4; i++) out[i] = working[i] + CONSTANTS[i];
  for (let i = 0; i < 8; i++) out[4 + i] = working[4 + i] + state3.key[i];
  out[12] = working[12] + state3.counter;
  for (let i = 0; i < 3; i++) out[13 + i] = working[13 + i] + state3.nonce[i];
  working.fill(0);
  state3.counter++;
}
function hchacha20(key, n0, n1, n2, n3) {
  load3(key, n0, n1, n2, n3);
  twentyRounds(working);
  for (let i = 0; i < 4; i++) {
    key[i] = working[i];
    key[4 + i] = working[12 + i];
  }
  working.fill(0);
}
function load3(key, w12, w13, w14, w15) {
  working.set(CONSTANTS);
  working.set(key, 4);
  working[12] = w12;
  working[13] = w13;
  working[14] = w14;
  working[15] = w15;
}
function twentyRounds(x) {
  let a0 = x[0];
  let a1 = x[1];
  let a2 = x[2];
  let a3 = x[3];
  let b0 = x[4];
  let b1 = x[5];
  let b2 = x[6];
  let b3 = x[7];
  let c0 = x[8];
  let c1 = x[9];
  let c2 = x[10];
  let c3 = x[11];
  let d0 = x[12];
  let d1 = x[13];
  let d2 = x[14];
  let d3 = x[15];
  let swapped = 0;
  for (let round = 0; round < 20; round++) {
    a0 = a0 + b0 | 0;
    d0 = rotate2(d0 ^ a0, 16);
    c0 = c0 + d0 | 0;
    b0 = rotate2(b0 ^ c0, 12);
    a0 = a0 + b0 | 0;
    d0 = rotate2(d0 ^ a0, 8);
    c0 = c0 + d0 | 0;
    b0 = rotate2(b0 ^ c0, 7);
    a1 = a1 + b1 | 0;
    d1 = rotate2(d1 ^ a1, 16);
    c1 = c1 + d1 | 0;
    b1 = rotate2(b1 ^ c1, 12);
    a1 = a1 + b1 | 0;
    d1 = rotate2(d1 ^ a1, 8);
    c1 = c1 + d1 | 0;
    b1 = rotate2(b1 ^ c1, 7);
    a2 = a2 + b2 | 0;
    d2 = rotate2(d2 ^ a2, 16);
    c2 = c2 + d2 | 0;
    b2 = rotate2(b2 ^ c2, 12);
    a2 = a2 + b2 | 0;
    d2 = rotate2(d2 ^ a2, 8);
    c2 = c2 + d2 | 0;
    b2 = rotate2(b2 ^ c2, 7);
    a3 = a3 + b3 | 0;
    d3 = rotate2(d3 ^ a3, 16);
    c3 = c3 + d3 | 0;
    b3 = rotate2(b3 ^ c3, 12);
    a3 = a3 + b3 | 0;
    d3 = rotate2(d3 ^ a3, 8);
    c3 = c3 + d3 | 0;
    b3 = rotate2(b3 ^ c3, 7);
    swapped = a1;
    a1 = a3;
    a3 = swapped;
    swapped = b0;
    b0 = b1;
    b1 = swapped;
    swapped = b2;
    b2 = b3;
    b3 = swapped;
    swapped = c0;
    c0 = c2;
    c2 = swapped;
    swapped = d0;
    d0 = d3;
    d3 = swapped;
    swapped = d1;
    d1 = d2;
    d2 = swapped;
  }
  x[0] = a0;
  x[1] = a1;
  x[2] = a2;
  x[3] = a3;
  x[4] = b0;
  x[5] = b1;
  x[6] = b2;
  x[7] = b3;
  x[8] = c0;
  x[9] = c1;
  x[10] = c2;
  x[11] = c3;
  x[12] = d0;
  x[13] = d1;
  x[14] = d2;
  x[15] = d3;
}
function rotate2(word2, by) {
  return word2 << by | word2 >>> 32 - by;
}

// src/tunnel/wireguard/poly1305.ts
var LIMB = 4194304;
var MASK = LIMB - 1;
var WRAP = 20;
var END_OF_BLOCK = 1 << 18;
var MODULUS_END = 1048576;
var factors = new Float64Array(11);
var sum = new Float64Array(6);
var limbs = new Int32Array(6);
var pad = new Int32Array(4);
function beginPoly1305(key) {
  splitIntoLimbs(key[0] & 268435455, key[1] & 268435452, key[2] & 268435452, key[3] & 268435452);
  for (let i = 0; i < 6; i++) {
    factors[5 + i] = limbs[i];
    if (i > 0) factors[i - 1] = limbs[i] * WRAP;
  }
  for (let i = 0; i < 4; i++) pad[i] = key[4 + i];
}
function takePoly1305Block(w0, w1, w2, w3) {
  splitIntoLimbs(w0, w1, w2, w3);
  limbs[5] |= END_OF_BLOCK;
  const h0 = sum[0] + limbs[0];
  const h1 = sum[1] + limbs[1];
  const h2 = sum[2] + limbs[2];
  const h3 = sum[3] + limbs[3];
  const h4 = sum[4] + limbs[4];
  const h5 = sum[5] + limbs[5];
  let carry = 0;
  for (let i = 0; i < 6; i++) {
    carry += h0 * factors[i + 5] + h1 * factors[i + 4] + h2 * factors[i + 3];
    carry += h3 * factors[i + 2] + h4 * factors[i + 1] + h5 * factors[i];
    const kept = carry;
    carry = Math.floor(carry / LIMB);
    sum[i] = kept - carry * LIMB;
  }
  const first = sum[0] + carry * WRAP;
  const rest = Math.floor(first / LIMB);
  sum[0] = first - rest * LIMB;
  sum[1] += rest;
}
function finishPoly1305(out) {
  for (let i = 0; i < 2; i++) {
    const passed = carryThrough();
    sum[0] += 5 * passed;
  }
  for (let i = 0; i < 6; i++) limbs[i] = sum[i];
  sum[0] += 5;
  const remainder = -carryThrough();
  for (let i = 0; i < 6; i++) limbs[i] = limbs[i] & ~remainder | sum[i] & remainder;
  let carry = 0;
  for (let i = 0; i < 4; i++) {
    carry += wordOf(i) + (pad[i] >>> 0);
    out.setUint32(i * 4, carry, true);
    carry = Math.floor(carry / 4294967296);
  }
  factors.fill(0);
  sum.fill(0);
  limbs.fill(0);
  pad.fill(0);
}
function carryThrough() {
  let carry = 0;
  for (let i = 0; i < 6; i++) {
    const size = i < 5 ? LIMB : MODULUS_END;
    const limb = sum[i] + carry;
    carry = Math.floor(limb / size);
    sum[i] = limb - carry * size;
  }
  return carry;
}
function splitIntoLimbs(w0, w1, w2, w3) {
  limbs[0] = w0 & MASK;
  limbs[1] = (w0 >>> 22 | w1 << 10) & MASK;
  limbs[2] = (w1 >>> 12 | w2 << 20) & MASK;
  limbs[3] = w2 >>> 2 & MASK;
  limbs[4] = (w2 >>> 24 | w3 << 8) & MASK;
  limbs[5] = w3 >>> 14;
}
function wordOf(index) {
  switch (index) {
    case 0:
      return (limbs[0] | limbs[1] << 22) >>> 0;
    case 1:
      return (limbs[1] >>> 10 | limbs[2] << 12) >>> 0;
    case 2:
      return (limbs[2] >>> 20 | limbs[3] << 2 | limbs[4] << 24) >>> 0;
    default:
      return (limbs[4] >>> 8 | limbs[5] << 14) >>> 0;
  }
}

// src/tunnel/wireguard/chacha20-poly1305.ts
var TAG2 = 16;
var BLOCK3 = 16;
var state2 = { key: new Int32Array(8), counter: 0, nonce: new Int32Array(3) };
var stream = new Int32Array(16);
var lastBlock = new Uint8Array(BLOCK3);
var tag = new Uint8Array(TAG2);
var tagView = new DataView(tag.buffer);
function sealShort(key, nonce, plaintext, associated) {
  begin2(key, nonce);
  return seal(plaintext, associated);
}
function openShort(key, nonce, sealed, associated) {
  begin2(key, nonce);
  return open(sealed, associated);
}
function sealExtended(key, nonce, plaintext, associated) {
  beginExtended(key, nonce);
  return seal(plaintext, associated);
}
function openExtended(key, nonce, sealed, associated) {
  beginExtended(key, nonce);
  return open(sealed, associated);
}
function begin2(key, nonce) {
  beginWithKey(key, nonce, 12);
  for (let i = 0; i < 3; i++) state2.nonce[i] = wordAt(nonce, i);
}
function beginExtended(key, nonce) {
  beginWithKey(key, nonce, 24);
  hchacha20(state2.key, wordAt(nonce, 0), wordAt(nonce, 1), wordAt(nonce, 2), wordAt(nonce, 3));
  state2.nonce[0] = 0;
  for (let i = 1; i < 3; i++) state2.nonce[i] = wordAt(nonce, i + 3);
}
function beginWithKey(key, nonce, nonceSize) {
  if (key.length !== 32 || nonce.length !== nonceSize) {
    throw new RangeError(
      `a key of 32 and a nonce of ${nonceSize} bytes, not ${key.length} and ${nonce.length}`
    );
  }
  for (let i = 0; i < 8; i++) state2.key[i] = wordAt(key, i);
  state2.counter = 0;
}
function seal(plaintext, associated) {
  const sealed = new Uint8Array(plaintext.length + TAG2);
  beginTag();
  exclusiveOr(plaintext, sealed);
  finishTag(associated, sealed, plaintext.length);
  sealed.set(tag, plaintext.length);
  clear();
  return sealed;
}
function open(sealed, associated) {
  const length = sealed.length - TAG2;
  let plaintext;
  if (length >= 0) {
    beginTag();
    finishTag(associated, sealed, length);
    if (equalConstantTime(tag, sealed.subarray(length))) {
      plaintext = new Uint8Array(length);
      exclusiveOr(sealed, plaintext);
    }
  }
  clear();
  return plaintext;
}
function beginTag() {
  nextBlock(state2, stream);
  beginPoly1305(stream);
}
function finishTag(associated, sealed, length) {
  takePadded(associated, associated.length);
  takePadded(sealed, length);
  takePoly1305Block(associated.length, 0, length, 0);
  finishPoly1305(tagView);
}
function takePadded(bytes, length) {
  const whole = length & -BLOCK3;
  for (let at = 0; at < whole; at += BLOCK3) takeBlock(bytes, at);
  if (whole === length) return;
  for (let i = 0; i < BLOCK3; i++) lastBlock[i] = whole + i < length ? bytes[whole + i] : 0;
  takeBlock(lastBlock, 0);
}
function takeBlock(bytes, at) {
  const first = at / 4;
  takePoly1305Block(
    wordAt(bytes, first),
    wordAt(bytes, first + 1),
    wordAt(bytes, first + 2),
    wordAt(bytes, first + 3)
  );
}
function exclusiveOr(bytes, out) {
  const length = Math.min(bytes.length, out.length);
  for (let i = 0; i < length; i++) {
    if ((i & 63) === 0) nextBlock(state2, stream);
    out[i] = bytes[i] ^ stream[(i & 63) >>> 2] >>> ((i & 3) << 3);
  }
}
function clear() {
  state2.key.fill(0);
  stream.fill(0);
}
function wordAt(bytes, index) {
  const at = index * 4;
  return bytes[at] | bytes[at + 1] << 8 | bytes[at + 2] << 16 | bytes[at + 3] << 24;
}

// src/tunnel/wireguard/primitives-node.ts
init_messages();

// src/tunnel/wireguard/x25519-encoding.ts
const { createPublicKey } = process.getBuiltinModule("node:crypto");
var KEY_SIZE2 = 32;
var PRIVATE_PREFIX = Uint8Array.from([
  48,
  46,
  2,
  1,
  0,
  48,
  5,
  6,
  3,
  43,
  101,
  110,
  4,
  34,
  4,
  32
]);
var PUBLIC_PREFIX = Uint8Array.from([
  48,
  42,
  48,
  5,
  6,
  3,
  43,
  101,
  110,
  3,
  33,
  0
]);
function derOfPrivateKey(bytes) {
  return Buffer.concat([PRIVATE_PREFIX, bytes]);
}
function derOfPublicKey(bytes) {
  return Buffer.concat([PUBLIC_PREFIX, bytes]);
}
function publicKeyOfDer(der) {
  return new Uint8Array(der.subarray(der.length - KEY_SIZE2));
}
var known;
function hasRawKeys() {
  known ??= takesRawKey();
  return known;
}
function takesRawKey() {
  try {
    const basePoint = Uint8Array.from({ length: KEY_SIZE2 }, (_, index) => index === 0 ? 9 : 0);
    createPublicKey({
      key: basePoint,
      format: "raw-public",
      asymmetricKeyType: "x25519"
    });
    return true;
  } catch {
    return false;
  }
}

// src/tunnel/wireguard/primitives-node.ts
var ZERO_NONCE = new Uint8Array(12);
var nodePrimitives = {
  name: "node",
  importPrivateKey: (bytes) => ({ bytes, handle: importRaw(bytes, "raw-private") }),
  importPublicKey: (bytes) => ({ bytes, handle: importRaw(bytes, "raw-public") }),
  publicOf: (key) => exportRaw(createPublicKey2(key.handle)),
  agree,
  hash: (first, second, out) => digests().hash(first, second, out),
  hmac: (key, data) => digests().hmac(key, data),
  hkdf: (salt, input, first, second, third) => digests().hkdf(salt, input, first, second, third),
  mac: (key, data) => digests().mac(key, data, MAC_SIZE),
  seal: (key, plaintext, associated) => sealShort(key, ZERO_NONCE, plaintext, associated),
  open: (key, sealed, associated) => openShort(key, ZERO_NONCE, sealed, associated),
  sealExtended,
  openExtended
};
var chosen;
function digests() {
  chosen ??= chooseBlake2s();
  return chosen;
}
function agree(mine, theirs) {
  try {
    const privateKey2 = mine.handle;
    return diffieHellman({ privateKey: privateKey2, publicKey: theirs.handle });
  } catch {
    return void 0;
  }
}
function importRaw(bytes, format) {
  if (!hasRawKeys()) {
    return format === "raw-private" ? createPrivateKey({ key: derOfPrivateKey(bytes), format: "der", type: "pkcs8" }) : createPublicKey2({ key: derOfPublicKey(bytes), format: "der", type: "spki" });
  }
  const create = format === "raw-private" ? createPrivateKey : createPublicKey2;
  const traces = Error;
  const limit = traces.stackTraceLimit;
  traces.stackTraceLimit = void 0;
  try {
    return create({ key: bytes, format, asymmetricKeyType: "x25519" });
  } finally {
    traces.stackTraceLimit = limit;
  }
}
function exportRaw(key) {
  if (!hasRawKeys()) return publicKeyOfDer(key.export({ format: "der", type: "spki" }));
  return toBytes(key.export({ format: "raw-public" }));
}
function toBytes(buffer) {
  return new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.length);
}

// src/tunnel/wireguard/receiving.ts
init_bytes();
init_aead();
init_messages();

// src/tunnel/wireguard/remote.ts
init_bytes();
function udpRemote(endpoint) {
  const subject = addressSubject(endpoint.address.bytes, endpoint.port);
  return { kind: "udp", id: `udp ${formatEndpoint(endpoint)}`, subject, endpoint };
}
function rateSource(remote) {
  if (remote.kind === "relay") return remote.id;
  const { bytes, family } = remote.endpoint.address;
  return bytes.subarray(0, family === 4 ? 4 : 8).join(".");
}

// src/tunnel/wireguard/sending.ts
init_messages();

// src/tunnel/wireguard/tai64n.ts
var TAI64N_SIZE = 12;
var BASE_HIGH = 1073741824;
var BASE_LOW = 10;
var STEP = 16777216;
var NANOS_PER_SECOND = 1e9;
function emitTai64n(now) {
  const seconds = Math.floor(now / 1e3);
  const nanos = Math.floor((now - seconds * 1e3) * 1e6);
  return emit(seconds, nanos - nanos % STEP);
}
function nextTai64n(now, last) {
  const stamp = emitTai64n(now);
  if (!last || isAfterTai64n(stamp, last)) return stamp;
  const view2 = new DataView(last.buffer, last.byteOffset, TAI64N_SIZE);
  const seconds = (view2.getUint32(0) - BASE_HIGH) * 4294967296 + view2.getUint32(4) - BASE_LOW;
  const nanos = view2.getUint32(8) + STEP;
  return nanos < NANOS_PER_SECOND ? emit(seconds, nanos) : emit(seconds + 1, 0);
}
function isAfterTai64n(stamp, last) {
  return Buffer.compare(stamp, last) > 0;
}
function emit(seconds, nanos) {
  const bytes = new Uint8Array(TAI64N_SIZE);
  const view2 = new DataView(bytes.buffer);
  const low = seconds + BASE_LOW;
  view2.setUint32(0, BASE_HIGH + Math.floor(low / 4294967296));
  view2.setUint32(4, low % 4294967296);
  view2.setUint32(8, nanos);
  return bytes;
}

// src/tunnel/wireguard/sending.ts
var EMPTY3 = new Uint8Array(0);
function sendPacket(core, peer, bytes, at, length, now) {
  const keypair = peer.slots.current;
  if (!keypair?.canSend(now)) {
    if (!peer.stage(new Uint8Array(bytes.subarray(at, at + length)))) core.drops.stageOverflow++;
    initiate(core, peer, now);
    return;
  }
  sealAndSend(core, peer, keypair, bytes, at, length, now);
  peer.timers.dataSent(now);
  keepFreshBySending(core, peer, keypair, now);
}
function sendKeepalive(core, peer, now) {
  const keypair = peer.slots.current;
  if (!keypair?.canSend(now)) {
    initiate(core, peer, now);
    return;
  }
  sealAndSend(core, peer, keypair, EMPTY3, 0, 0, now);
  keepFreshBySending(core, peer, keypair, now);
}
function sendStaged(core, peer, now) {
  const waiting = peer.staged;
  peer.staged = [];
  for (const packet of waiting) sendPacket(core, peer, packet, 0, packet.length, now);
}
function initiate(core, peer, now) {
  peer.timers.handshakeAsked();
  retransmitInitiation(core, peer, now);
}
function retransmitInitiation(core, peer, now) {
  if (now - peer.initiationSentAt < REKEY_TIMEOUT) return;
  if (!peer.remote) {
    core.drops.noRemote++;
    return;
  }
  const stale = peer.zeroInitiation();
  if (stale !== void 0) core.indices.release(stale);
  const localIndex = core.indices.reserve({ peer, keypair: void 0 });
  const timestamp = nextTai64n(core.wallClock(now), peer.timestampSent);
  const ephemeral = core.drawEphemeral();
  const created = createInitiation(core.crypto, {
    identity: core.identity,
    remote: peer.identity,
    localIndex,
    ephemeral,
    timestamp
  });
  if (!created) {
    core.indices.release(localIndex);
    return;
  }
  peer.timestampSent = timestamp;
  peer.initiation = created.state;
  peer.initiationSentAt = now;
  peer.cookies.writeMacs(created.message, now);
  sendToPeer(core, peer, created.message, now);
  if (peer.timers.handshakeInitiated(now)) core.outputs.push({ kind: "unanswered", peer: peer.id });
}
function sendToPeer(core, peer, bytes, now) {
  const to = takeToSend(core, peer, bytes.length, now);
  if (to) core.outputs.push({ kind: "datagram", to, bytes, peer: peer.id, reply: false });
}
function takeToSend(core, peer, size, now) {
  peer.timers.anyAuthenticatedPacketTraversal(now);
  peer.timers.anyAuthenticatedPacketSent();
  if (peer.remote) peer.bytesSent += size;
  else core.drops.noRemote++;
  return peer.remote;
}
function sealAndSend(core, peer, keypair, packet, at, length, now) {
  const padded = length === 0 ? 0 : length + paddingOf(length, core.mtu);
  const size = DATA_HEADER_SIZE + padded + TAG_SIZE2;
  const to = takeToSend(core, peer, size, now);
  if (!to) return;
  const { data } = core;
  const start = data.reserve(size);
  const { arena } = data;
  const { bytes } = arena;
  const { counterLow, counterHigh } = keypair;
  writeDataHeader(bytes, keypair.remoteIndex, counterLow, counterHigh, start);
  const from = start + DATA_HEADER_SIZE;
  bytes.set(length === packet.length ? packet : packet.subarray(at, at + length), from);
  for (let i = from + length; i < from + padded; i++) bytes[i] = 0;
  keypair.sendKey.seal(counterLow, counterHigh, arena, from, padded);
  keypair.advance();
  data.commit(peer.id, to, start, size);
}
function keepFreshBySending(core, peer, keypair, now) {
  const oldByTime = keypair.isInitiator && now - keypair.createdAt > REKEY_AFTER_TIME;
  if (oldByTime || keypair.isPastRekeyMessages()) initiate(core, peer, now);
}

// src/tunnel/wireguard/receiving.ts
function receiveInitiation(core, bytes, from, now) {
  if (!mayExchangeKeys(core, bytes, from, now)) return void 0;
  core.load.spend(now);
  const opened = openInitiation(core.crypto, core.identity, parseInitiation(bytes));
  if (!opened) {
    core.drops.invalidHandshake++;
    return void 0;
  }
  const peer = core.peers.get(peerId(opened.initiator));
  if (!peer) {
    core.drops.unknownPeer++;
    return void 0;
  }
  if (!isFreshInitiation(core, peer, opened, now)) return void 0;
  peer.bytesReceived += bytes.length;
  roam(core, peer, from);
  peer.timers.anyAuthenticatedPacketTraversal(now);
  peer.timers.anyAuthenticatedPacketReceived();
  respond(core, peer, opened, now);
  return peer;
}
function receiveResponse(core, bytes, from, now) {
  const message = parseResponse(bytes);
  const peer = core.indices.find(message.receiver)?.peer;
  const initiation = peer?.initiation;
  if (!peer || initiation?.localIndex !== message.receiver) {
    core.drops.unknownIndex++;
    return void 0;
  }
  if (!mayExchangeKeys(core, bytes, from, now)) return void 0;
  core.load.spendOnAnswer(now, 2);
  const keys = consumeResponse(core.crypto, core.identity, peer.identity, initiation, message);
  if (!keys) {
    core.drops.invalidHandshake++;
    return void 0;
  }
  const { localIndex } = initiation;
  peer.zeroInitiation();
  const keypair = new Keypair(core.aead, keys, {
    localIndex,
    remoteIndex: message.sender,
    isInitiator: true,
    createdAt: now
  });
  peer.slots.installAsInitiator(keypair);
  core.indices.replace(localIndex, { peer, keypair });
  peer.bytesReceived += bytes.length;
  roam(core, peer, from);
  peer.timers.anyAuthenticatedPacketTraversal(now);
  peer.timers.anyAuthenticatedPacketReceived();
  peer.timers.sessionDerived(now);
  completeHandshake(core, peer, now, now - peer.initiationSentAt);
  if (peer.staged.length === 0) sendKeepalive(core, peer, now);
  else sendStaged(core, peer, now);
  return peer;
}
function receiveCookieReply(core, bytes, now) {
  const reply = parseCookieReply(bytes);
  const peer = core.indices.find(reply.receiver)?.peer;
  if (!peer) core.drops.unknownIndex++;
  else if (!peer.cookies.consumeReply(reply, now)) core.drops.invalidCookieReply++;
}
function receiveData(core, arena, at, size, from, now) {
  const { bytes } = arena;
  const entry = core.indices.find(readUint32(bytes, at + 4));
  if (!entry?.keypair) {
    core.drops.unknownIndex++;
    return void 0;
  }
  const { peer, keypair } = entry;
  if (!keypair.canReceive(now)) {
    core.drops.expiredKey++;
    return void 0;
  }
  const low = readUint32(bytes, at + 8);
  const high = readUint32(bytes, at + 12);
  if (!keypair.receiveKey.open(low, high, arena, at + DATA_HEADER_SIZE, size - DATA_HEADER_SIZE)) {
    core.drops.invalidTag++;
    return void 0;
  }
  if (!keypair.replay.accept(low, high)) {
    core.drops.replayedPacket++;
    return void 0;
  }
  peer.bytesReceived += size;
  roam(core, peer, from);
  if (peer.slots.confirm(keypair)) {
    completeHandshake(core, peer, now, void 0);
    sendStaged(core, peer, now);
  }
  keepFreshByReceiving(core, peer, now);
  peer.timers.anyAuthenticatedPacketTraversal(now);
  peer.timers.anyAuthenticatedPacketReceived();
  const length = size - DATA_HEADER_SIZE - TAG_SIZE;
  if (length > 0) deliver(core, peer, bytes, at + DATA_HEADER_SIZE, length, now);
  return peer;
}
function mayExchangeKeys(core, bytes, from, now) {
  if (!core.cookieChecker.hasValidMac1(bytes)) {
    core.drops.invalidMac1++;
    return false;
  }
  if (!core.load.isUnderLoad(now)) return true;
  if (!core.cookieChecker.hasValidMac2(bytes, from.subject, now)) {
    core.drops.cookieDemanded++;
    if (!core.replyLimiter.allow(rateSource(from), now)) return false;
    const reply = core.cookieChecker.createReply(bytes, from.subject, now);
    core.outputs.push({ kind: "datagram", to: from, bytes: reply, peer: void 0, reply: true });
    return false;
  }
  if (core.rateLimiter.allow(rateSource(from), now)) return true;
  core.drops.rateLimited++;
  return false;
}
function isFreshInitiation(core, peer, opened, now) {
  const timestamp = verifyInitiation(core.crypto, opened, peer.identity);
  if (!timestamp) {
    core.drops.invalidHandshake++;
    return false;
  }
  if (peer.timestampReceived && !isAfterTai64n(timestamp, peer.timestampReceived)) {
    core.drops.replayedInitiation++;
    return false;
  }
  if (now - peer.initiationConsumedAt < INITIATION_INTERVAL_MIN) {
    core.drops.floodingInitiation++;
    return false;
  }
  peer.timestampReceived = copyBytes(timestamp);
  peer.initiationConsumedAt = now;
  return true;
}
function respond(core, peer, opened, now) {
  const localIndex = core.indices.reserve({ peer, keypair: void 0 });
  const ephemeral = core.drawEphemeral();
  core.load.spend(now, 2);
  const created = createResponse(core.crypto, { opened, remote: peer.identity, localIndex, ephemeral });
  ephemeral.privateKey.bytes.fill(0);
  if (!created) {
    core.indices.release(localIndex);
    return;
  }
  const keypair = new Keypair(core.aead, created.keys, {
    localIndex,
    remoteIndex: opened.message.sender,
    isInitiator: false,
    createdAt: now
  });
  peer.slots.installAsResponder(keypair);
  core.indices.replace(localIndex, { peer, keypair });
  peer.cookies.writeMacs(created.message, now);
  sendToPeer(core, peer, created.message, now);
  peer.timers.sessionDerived(now);
}
function completeHandshake(core, peer, now, roundTripMs) {
  peer.lastHandshakeAt = now;
  peer.sentLastMinuteHandshake = false;
  peer.timers.handshakeComplete();
  core.outputs.push({ kind: "session", peer: peer.id, roundTripMs });
}
function keepFreshByReceiving(core, peer, now) {
  const keypair = peer.slots.current;
  if (peer.sentLastMinuteHandshake || !keypair?.isInitiator) return;
  if (now - keypair.createdAt <= REJECT_AFTER_TIME - KEEPALIVE_TIMEOUT - REKEY_TIMEOUT) return;
  peer.sentLastMinuteHandshake = true;
  initiate(core, peer, now);
}
function roam(core, peer, from) {
  if (peer.remote?.id === from.id) return;
  peer.remote = from;
  core.outputs.push({ kind: "roamed", peer: peer.id, to: from });
}
function deliver(core, peer, bytes, at, available, now) {
  peer.timers.dataReceived(now);
  const length = innerLength(bytes, at, available);
  if (length === 0) {
    core.drops.invalidInnerPacket++;
    return;
  }
  const source = innerSourceAt(bytes, at);
  if (core.allowedIps.find(bytes, source, innerAddressLength(bytes, at)) !== peer) {
    core.drops.disallowedSource++;
    return;
  }
  core.deliver(peer.id, bytes, at, length);
}

// src/tunnel/wireguard/device.ts
var Device = class {
  publicKey;
  #core;
  /** No timer is due before this. */
  #earliest = Number.POSITIVE_INFINITY;
  constructor(options) {
    const crypto = options.crypto ?? nodePrimitives;
    const privateKey2 = crypto.importPrivateKey(copyBytes(options.privateKey.reveal()));
    this.publicKey = publicKey(crypto.publicOf(privateKey2));
    this.#core = new DeviceCore(
      { privateKey: privateKey2, publicKey: this.publicKey },
      {
        crypto,
        aead: options.aead ?? nodeAead,
        random: options.random,
        drawEphemeral: options.drawEphemeral,
        wallClock: options.wallClock,
        mtu: options.mtu ?? DEFAULT_MTU,
        measureHandshakeCost: options.measureHandshakeCost ?? (() => 0.1),
        data: options.data,
        deliver: options.deliver
      }
    );
  }
  /** Adds a peer, or changes one and keeps its session. @throws `KEY_INVALID` for our own key or a point of low order. */
  setPeer(config, now) {
    const id = peerId(config.publicKey);
    const peer = this.#core.peers.get(id) ?? this.#addPeer(config);
    peer.configure(config);
    this.#core.allowedIps.removeOwner(peer);
    for (const prefix of config.allowedIps) this.#core.allowedIps.insert(prefix, peer);
    if (peer.remote && peer.staged.length > 0) sendStaged(this.#core, peer, now);
    if (peer.timers.persistentKeepaliveMs > 0) sendKeepalive(this.#core, peer, now);
    this.#noteTimers(peer);
    return id;
  }
  /** Forgets the peer and all its keys. */
  removePeer(id) {
    const peer = this.#core.peers.get(id);
    if (!peer) return;
    this.#zeroKeys(peer);
    peer.zeroIdentity();
    peer.timers.stop();
    this.#core.allowedIps.removeOwner(peer);
    this.#core.peers.delete(id);
  }
  /** Tells where to send to this peer from now on, as the path to it was chosen elsewhere. */
  setRemote(id, remote) {
    const peer = this.#core.peers.get(id);
    if (peer) peer.remote = remote;
  }
  /** Asks for a session without a packet to send. */
  connect(id, now) {
    const peer = this.#core.peers.get(id);
    if (!peer) return;
    initiate(this.#core, peer, now);
    this.#noteTimers(peer);
  }
  /** Takes one UDP datagram. Malformed and unauthenticated input is counted and dropped. */
  receive(datagram, from, now) {
    const arena = scratchOf(this.#core.aead).incoming;
    if (isDataMessage(datagram, 0, datagram.length) && datagram.length <= arena.bytes.length) {
      arena.bytes.set(datagram);
      this.receiveAt(arena, 0, datagram.length, from, now);
      return;
    }
    const peer = this.#dispatch(datagram, from, now);
    if (peer) this.#noteTimers(peer);
  }
  /** As {@link receive}, of a datagram in memory of the AEAD: a data message is opened where it lies. */
  receiveAt(arena, at, length, from, now) {
    if (!isDataMessage(arena.bytes, at, length)) {
      this.receive(Buffer.from(arena.bytes.subarray(at, at + length)), from, now);
      return;
    }
    const peer = receiveData(this.#core, arena, at, length, from, now);
    if (peer) this.#noteTimers(peer);
  }
  /** Takes one plaintext IP packet and chooses the peer by its allowed IPs. The bytes are read during the call only. */
  send(packet, now) {
    this.sendAt(packet, 0, packet.length, now);
  }
  /** As {@link send}, without a view per packet. */
  sendAt(bytes, at, length, now) {
    if (innerLength(bytes, at, length) === 0) {
      this.#core.drops.invalidInnerPacket++;
      return;
    }
    const peer = this.#peerOf(bytes, at);
    if (!peer) {
      this.#core.drops.noRoute++;
      return;
    }
    sendPacket(this.#core, peer, bytes, at, length, now);
    this.#noteTimers(peer);
  }
  /** The peer that a packet's destination belongs to. */
  routeOf(packet, at = 0, length = packet.length) {
    return innerLength(packet, at, length) === 0 ? void 0 : this.#peerOf(packet, at)?.id;
  }
  /** True where some peer's allowed IPs hold the address. */
  hasRoute(address) {
    return this.#core.allowedIps.find(address.bytes, 0, address.family === 4 ? 4 : 16) !== void 0;
  }
  handleTimeout(now) {
    if (now < this.#earliest) return;
    this.#earliest = Number.POSITIVE_INFINITY;
    for (const peer of this.#core.peers.values()) {
      this.#runTimers(peer, now);
      this.#noteTimers(peer);
    }
  }
  /** @returns when to call {@link handleTimeout}; `undefined` where nothing waits. */
  nextTimeout() {
    return Number.isFinite(this.#earliest) ? this.#earliest : void 0;
  }
  /** @returns what is to be done, in order, and forgets it. */
  drain() {
    const outputs = this.#core.outputs;
    if (outputs.length > 0) this.#core.outputs = [];
    return outputs;
  }
  status(id) {
    return this.#core.peers.get(id)?.status();
  }
  peers() {
    return [...this.#core.peers.keys()];
  }
  get drops() {
    return this.#core.drops;
  }
  /** Forgets every peer; the device is of no use after. */
  close() {
    for (const id of [...this.#core.peers.keys()]) this.removePeer(id);
    this.#core.identity.privateKey.bytes.fill(0);
  }
  /** @returns the peer whose timers may have moved. */
  #dispatch(datagram, from, now) {
    switch (messageKind(datagram)) {
      case "initiation":
        return receiveInitiation(this.#core, datagram, from, now);
      case "response":
        return receiveResponse(this.#core, datagram, from, now);
      case "cookieReply":
        receiveCookieReply(this.#core, datagram, now);
        return void 0;
      // A data message came by another way, unless it is longer than any datagram.
      case "data":
      case void 0:
        this.#core.drops.malformed++;
        return void 0;
    }
  }
  #peerOf(packet, at) {
    return this.#core.allowedIps.find(packet, innerDestinationAt(packet, at), innerAddressLength(packet, at));
  }
  #addPeer(config) {
    const core = this.#core;
    const theirs = core.crypto.importPublicKey(config.publicKey);
    const staticShared = core.crypto.agree(core.identity.privateKey, theirs);
    if (!staticShared || Buffer.compare(config.publicKey, this.publicKey) === 0) {
      throw new SallyportError("KEY_INVALID", {
        message: `the peer's public key ${peerId(config.publicKey)} is our own, or of low order`,
        help: 'take the key that "wg pubkey" prints on the other machine'
      });
    }
    const peer = new Peer(core.crypto, config, {
      staticShared,
      releaseIndex: (index) => core.indices.release(index),
      jitter: () => randomUint32(core.random) / 4294967296
    });
    core.peers.set(peer.id, peer);
    return peer;
  }
  #runTimers(peer, now) {
    for (let due = peer.timers.takeDue(now); due; due = peer.timers.takeDue(now)) {
      switch (due) {
        case "retransmit-initiation":
          retransmitInitiation(this.#core, peer, now);
          break;
        case "start-handshake":
          initiate(this.#core, peer, now);
          break;
        case "send-keepalive":
        case "send-persistent-keepalive":
          sendKeepalive(this.#core, peer, now);
          break;
        case "give-up":
          peer.staged = [];
          this.#core.outputs.push({ kind: "unanswered", peer: peer.id });
          break;
        case "zero-keys":
          this.#zeroKeys(peer);
          break;
      }
    }
  }
  #zeroKeys(peer) {
    const index = peer.zeroKeys();
    if (index !== void 0) this.#core.indices.release(index);
  }
  #noteTimers(peer) {
    this.#earliest = Math.min(this.#earliest, peer.timers.next());
  }
};

// src/mesh/ephemeral-keys.ts
const { generateKeyPairSync } = process.getBuiltinModule("node:crypto");
var NO_BYTES = new Uint8Array(0);
var ENCODING = { publicKeyEncoding: { format: "raw-public" } };
var ENCODING_OF_OLDER = { publicKeyEncoding: { format: "der", type: "spki" } };
var generate = generateKeyPairSync;
function drawEphemeral() {
  const isRaw = hasRawKeys();
  const { publicKey: publicKey2, privateKey: privateKey2 } = generate("x25519", isRaw ? ENCODING : ENCODING_OF_OLDER);
  const handle = { bytes: NO_BYTES, handle: privateKey2 };
  return { privateKey: handle, publicKey: isRaw ? publicKey2 : publicKeyOfDer(publicKey2) };
}

// src/mesh/handshake-cost.ts
var ROUNDS = 12;
function measureHandshakeCost(clock, crypto = nodePrimitives) {
  const mine = crypto.importPrivateKey(new Uint8Array(32).fill(7));
  const theirs = crypto.publicOf(mine);
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < ROUNDS; i++) {
    const startedAt2 = clock.monotonic();
    const shared = crypto.agree(mine, crypto.importPublicKey(theirs));
    crypto.hmac(shared, theirs);
    least = Math.min(least, clock.monotonic() - startedAt2);
  }
  return Math.max(0.02, least);
}

// src/mesh/native/socket-address.ts
var SOCKET_ADDRESS_MAX = 28;
function writeSocketAddress(bytes, at, { address, port }) {
  const isIpv4 = address.family === 4;
  const size = isIpv4 ? 16 : SOCKET_ADDRESS_MAX;
  bytes.fill(0, at, at + size);
  bytes.writeUInt16LE(isIpv4 ? AF_INET : AF_INET6, at);
  bytes.writeUInt16BE(port, at + 2);
  bytes.set(address.bytes, at + (isIpv4 ? 4 : 8));
  return size;
}
function readSocketAddress(bytes, at) {
  const family = bytes.readUInt16LE(at);
  if (family !== AF_INET && family !== AF_INET6) return void 0;
  const isIpv4 = family === AF_INET;
  const from = at + (isIpv4 ? 4 : 8);
  return {
    address: {
      family: isIpv4 ? 4 : 6,
      bytes: new Uint8Array(bytes.subarray(from, from + (isIpv4 ? 4 : 16)))
    },
    port: bytes.readUInt16BE(at + 2)
  };
}

// src/mesh/native/udp-socket.ts
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
    this.#receiving = pinBytes(linux.koffi, BATCH * (HEADER + VECTOR + NAME + CONTROL));
    this.#sending = pinBytes(linux.koffi, HEADER + VECTOR + NAME + CONTROL);
    this.#words = view(this.#receiving);
    this.#sendWords = view(this.#sending);
    const type = SOCK_DGRAM | SOCK_NONBLOCK | SOCK_CLOEXEC;
    this.fd = linux.socket(family === 4 ? AF_INET : AF_INET6, type, 0);
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
  receive(arena, take3) {
    this.#pointAt(arena);
    const words2 = this.#words;
    for (let i = 0; i < BATCH; i++) {
      words2.setUint32(i * HEADER + 8, SOCKET_ADDRESS_MAX, true);
      words2.setUint32(i * HEADER + 40, CONTROL, true);
    }
    const count = this.#linux.recvmmsg(this.fd, this.#receiving.address, BATCH, MSG_DONTWAIT, 0);
    for (let i = 0; i < count; i++) {
      const size = words2.getUint32(i * HEADER + 56, true);
      const remote = this.#remoteOf(i);
      if (remote && size > 0) take3(i * MESSAGE_MAX, size, this.#segmentSizeOf(i, size), remote);
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
    const words2 = this.#sendWords;
    this.#nameSender(to);
    writePointer(words2, HEADER, this.#addressOf(bytes) + at);
    words2.setUint32(HEADER + 8, size, true);
    words2.setUint32(40, segmentSize === 0 ? 0 : 24, true);
    words2.setUint16(HEADER + VECTOR + NAME + 16, segmentSize, true);
    for (; ; ) {
      if (this.#linux.sendmsg(this.fd, this.#sending.address, MSG_DONTWAIT) >= 0) return true;
      const errno = this.#linux.koffi.errno();
      if (errno === ERRNO.interrupted) continue;
      if ((errno === ERRNO.again || errno === ERRNO.noBuffers) && this.#waitForRoom()) continue;
      if (segmentSize === 0) this.failures++;
      else if (errno !== ERRNO.tooLong && errno !== ERRNO.again) this.#canSegment = false;
      return false;
    }
  }
  #waitForRoom() {
    const poll = pinBytes(this.#linux.koffi, 8);
    poll.bytes.writeInt32LE(this.fd, 0);
    poll.bytes.writeInt16LE(POLLOUT, 4);
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
    const known2 = this.#lastRemotes[slot];
    if (known2 && sameBytes(names, at, this.#lastNames, slot * NAME, SOCKET_ADDRESS_MAX)) return known2;
    names.copy(this.#lastNames, slot * NAME, at, at + SOCKET_ADDRESS_MAX);
    const remote = this.#lookUp(names, at);
    this.#lastRemotes[slot] = remote;
    return remote;
  }
  #lookUp(names, at) {
    const endpoint = readSocketAddress(names, at);
    if (!endpoint) return void 0;
    const key = `${endpoint.port} ${endpoint.address.bytes.join(".")}`;
    const known2 = this.#remotes.get(key);
    if (known2) return known2;
    const remote = udpRemote(endpoint);
    if (this.#remotes.size >= MAX_REMOTES) this.#remotes.delete(this.#remotes.keys().next().value);
    this.#remotes.set(key, remote);
    return remote;
  }
  /** The one control message that may be there is of GRO. */
  #segmentSizeOf(slot, size) {
    const words2 = this.#words;
    const length = words2.getUint32(slot * HEADER + 40, true);
    const at = BATCH * (HEADER + VECTOR + NAME) + slot * CONTROL;
    if (length < 20 || words2.getInt32(at + 8, true) !== SOL_UDP) return size;
    const segmentSize = words2.getInt32(at + 12, true) === UDP_GRO ? words2.getInt32(at + 16, true) : 0;
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
    this.#sendWords.setInt32(control + 8, SOL_UDP, true);
    this.#sendWords.setInt32(control + 12, UDP_SEGMENT, true);
  }
  #setOptions(family) {
    if (family === 6) this.#set(IPPROTO_IPV6, IPV6_V6ONLY, 1);
    if (!this.#set(SOL_SOCKET, SO_RCVBUFFORCE, BUFFER_BYTES)) this.#set(SOL_SOCKET, SO_RCVBUF, BUFFER_BYTES);
    if (!this.#set(SOL_SOCKET, SO_SNDBUFFORCE, BUFFER_BYTES)) this.#set(SOL_SOCKET, SO_SNDBUF, BUFFER_BYTES);
    this.#set(SOL_UDP, UDP_GRO, 1);
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
function layHeader(words2, at, name, vector, control) {
  writePointer(words2, at, name);
  writePointer(words2, at + 16, vector);
  writePointer(words2, at + 24, 1);
  writePointer(words2, at + 32, control);
}
function writePointer(words2, at, value) {
  words2.setUint32(at, value >>> 0, true);
  words2.setUint32(at + 4, Math.floor(value / 4294967296), true);
}
function view({ bytes }) {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
}
function sameBytes(a, aAt, b, bAt, length) {
  for (let i = 0; i < length; i++) if (a[aAt + i] !== b[bAt + i]) return false;
  return true;
}

// src/mesh/outgoing-batch.ts
var RUN_LIMITS = { bytes: 65487, datagrams: 64 };
var ARENA_SIZE = 512 * 1024;
var MESSAGE_MAX2 = 65536 + 64;
var OutgoingBatch = class {
  arena;
  #limits;
  #send;
  #end = 0;
  #peer;
  #to;
  #start = 0;
  #segmentSize = 0;
  #count = 0;
  /** A shorter message has ended the run. */
  #isFull = false;
  constructor(aead, limits, send) {
    this.arena = aead.allocate(ARENA_SIZE);
    this.#limits = limits;
    this.#send = send;
  }
  reserve() {
    if (this.#end + MESSAGE_MAX2 > ARENA_SIZE) this.flush();
    return this.#end;
  }
  commit(peer, to, at, size) {
    if (!this.#extends(peer, to, at, size)) {
      this.#sendRun();
      this.#peer = peer;
      this.#to = to;
      this.#start = at;
      this.#segmentSize = size;
    }
    this.#count++;
    this.#isFull = size < this.#segmentSize;
    this.#end = at + size;
  }
  /** Sends what has been collected. */
  flush() {
    this.#sendRun();
    this.#end = 0;
  }
  #extends(peer, to, at, size) {
    return this.#count > 0 && !this.#isFull && this.#peer === peer && this.#to === to && size <= this.#segmentSize && this.#count < this.#limits.datagrams && at + size - this.#start <= this.#limits.bytes;
  }
  #sendRun() {
    if (this.#count === 0 || this.#peer === void 0 || this.#to === void 0) return;
    const size = this.#end - this.#start;
    this.#send(this.#peer, this.#to, this.arena, this.#start, size, this.#segmentSize);
    this.#count = 0;
  }
};

// src/mesh/tun/data-path.ts
var MOST_READS = 8;
var PROBE_EVERY = 8;
var PACKET_MAX2 = 65535;
var BUFFER_SIZE = VNET_HEADER + PACKET_MAX2 + 32;
var DataPath = class {
  device;
  sockets;
  #linux;
  #clock;
  #tunFd;
  #onNews;
  #incoming;
  #outgoing;
  #read;
  #written;
  #coalescer;
  #header = emptyVnetHeader();
  #now;
  #lastReads = 0;
  #turnsOfOne = 0;
  /** Packets that the device did not take. */
  refused = 0;
  /** @throws an error with the `errno` of the call that failed, where the port cannot be had */
  constructor(options) {
    const { koffi, aead, clock } = options;
    this.#linux = bindLinux(koffi);
    this.#clock = clock;
    this.#tunFd = options.tunFd;
    this.#onNews = options.onNews;
    this.#now = clock.monotonic();
    this.#incoming = aead.allocate(RECEIVE_ARENA_SIZE);
    this.#outgoing = new OutgoingBatch(
      aead,
      RUN_LIMITS,
      (_peer, to, arena, at, size, segmentSize) => this.#transmit(arena.bytes, at, size, segmentSize, to)
    );
    this.#read = pinBytes(koffi, BUFFER_SIZE);
    this.#written = pinBytes(koffi, BUFFER_SIZE);
    this.#coalescer = new Coalescer(this.#written.bytes, (_bytes, at, length) => this.#writeTun(at, length));
    this.device = new Device({
      privateKey: privateKey(options.privateKey),
      random: options.random,
      drawEphemeral,
      aead,
      mtu: options.mtu,
      measureHandshakeCost: () => measureHandshakeCost(clock),
      wallClock: () => clock.now(),
      data: this.#outgoing,
      deliver: (_peer, bytes, at, length) => this.#coalescer.take(bytes, at, length)
    });
    this.sockets = openSockets(this.#linux, options);
  }
  /** Takes a batch of what can be read, by the word of `poll`, and does what is due. */
  turn(poll) {
    this.#now = this.#clock.monotonic();
    for (const socket of this.sockets) {
      if (poll.isReadable(socket.fd)) socket.receive(this.#incoming, this.#takeRun);
    }
    this.#coalescer.flush();
    if (poll.isReadable(this.#tunFd)) this.#readDevice();
    this.device.handleTimeout(this.#now);
    this.#perform();
  }
  obey(order) {
    const now = this.#clock.monotonic();
    switch (order.kind) {
      case "set-peer":
        this.#setPeer(order.peer, now);
        break;
      case "remove-peer":
        this.device.removePeer(order.id);
        break;
      case "connect":
        this.device.connect(order.id, now);
        break;
      case "close":
        break;
    }
    this.#perform();
  }
  /** Milliseconds until a timer is due, rounded up; \u22121 where none is. */
  msToTimeout() {
    const next = this.device.nextTimeout();
    return next === void 0 ? -1 : Math.max(0, Math.ceil(next - this.#clock.monotonic()));
  }
  status() {
    return this.device.peers().map((id) => {
      const { remote, bytesReceived, bytesSent } = this.device.status(id);
      const at = remote?.kind === "udp" ? formatEndpoint(remote.endpoint) : void 0;
      return { id, remote: at, bytesReceived, bytesSent };
    });
  }
  close() {
    this.device.close();
    for (const socket of this.sockets) socket.close();
  }
  #takeRun = (at, size, segmentSize, from) => {
    for (let taken = 0; taken < size; taken += segmentSize) {
      const length = Math.min(segmentSize, size - taken);
      this.device.receiveAt(this.#incoming, at + taken, length, from, this.#now);
    }
  };
  /**
   * Where packets come one by one, to read again only to hear that there is none is a fifth of all calls: it is
   * done every eighth time, to see whether they still do.
   */
  #readDevice() {
    const most = this.#lastReads > 1 || ++this.#turnsOfOne % PROBE_EVERY === 0 ? MOST_READS : 1;
    let reads = 0;
    while (reads < most && this.#readTun()) reads++;
    this.#lastReads = reads;
  }
  #readTun() {
    const { bytes, address } = this.#read;
    const length = this.#linux.read(this.#tunFd, address, BUFFER_SIZE);
    if (length <= VNET_HEADER) return false;
    readVnetHeader(this.#header, bytes, 0);
    segmentPacket(this.#header, bytes, VNET_HEADER, length - VNET_HEADER, this.#sendPart);
    return true;
  }
  #sendPart = (bytes, at, length) => this.device.sendAt(bytes, at, length, this.#now);
  #writeTun(at, length) {
    if (this.#linux.write(this.#tunFd, this.#written.address + at, length) < 0) this.refused++;
  }
  #perform() {
    this.#outgoing.flush();
    for (const output of this.device.drain()) {
      if (output.kind === "datagram") {
        const bytes = Buffer.from(output.bytes);
        this.#transmit(bytes, 0, bytes.length, bytes.length, output.to);
      } else if (output.kind !== "packet") this.#onNews(output);
    }
  }
  #transmit(bytes, at, size, segmentSize, to) {
    if (to.kind !== "udp") return;
    const wanted = to.endpoint.address.family;
    for (const socket of this.sockets) {
      if (socket.family === wanted) socket.send(bytes, at, size, segmentSize, to.endpoint);
    }
  }
  #setPeer(peer, now) {
    const { allowedIps, endpoint, persistentKeepaliveSeconds } = peer;
    return this.device.setPeer(
      {
        publicKey: publicKey(peer.publicKey),
        allowedIps,
        ...peer.presharedKey ? { presharedKey: presharedKey(peer.presharedKey) } : {},
        ...endpoint ? { remote: udpRemote(endpoint) } : {},
        ...persistentKeepaliveSeconds ? { persistentKeepaliveSeconds } : {}
      },
      now
    );
  }
};
function openSockets(linux, options) {
  const local = options.listenAddress === void 0 ? void 0 : parseIp(options.listenAddress);
  if (local) return [new UdpSocket(linux, local.family, options.listenPort, local.bytes)];
  const socket4 = new UdpSocket(linux, 4, options.listenPort, void 0);
  try {
    return [socket4, new UdpSocket(linux, 6, socket4.port, void 0)];
  } catch {
    return [socket4];
  }
}

// src/mesh/tun/look-and-sleep.ts
var CONTENDED_MS = 0.3;
function lookAndSleep({ poll, yieldProcessor, clock, window }, timeoutMs) {
  const start = clock.monotonic();
  const windowMs = Math.min(timeoutMs, window.msToLook(start));
  let now = start;
  let isReady = false;
  let isContended = false;
  let lookedMs = 0;
  while (lookedMs < windowMs && !isReady && !isContended) {
    isReady = poll(0);
    if (!isReady) yieldProcessor();
    const before = now;
    now = clock.monotonic();
    isContended = now - before > CONTENDED_MS;
    if (!isContended) lookedMs = now - start;
  }
  if (!isReady) {
    isReady = poll(Math.max(0, timeoutMs - Math.floor(now - start)));
    now = clock.monotonic();
  }
  window.learn({ start, end: now, lookedMs, isReady, isContended });
}

// src/mesh/tun/wait-window.ts
var LONGEST_MS = 0.2;
var FIRST_MS = 0.05;
var SHARE = 0.5;
var BURST_MS2 = 50;
var FIRST_PAUSE_MS = 10;
var LONGEST_PAUSE_MS = 1e3;
var WORTH = 32;
var WaitWindow = class {
  #windowMs = 0;
  #creditMs = BURST_MS2;
  #creditAt;
  #pauseMs = FIRST_PAUSE_MS;
  #pausedUntil;
  #lookedThrough = WORTH;
  /** @returns for how long to look, from now, before sleeping; 0: sleep at once */
  msToLook(now) {
    this.#earn(now);
    const isPaused = this.#pausedUntil !== void 0 && now < this.#pausedUntil;
    return isPaused || this.#creditMs < this.#windowMs ? 0 : this.#windowMs;
  }
  /** To be told of every wait, also of those that were slept through. */
  learn({ start, end, lookedMs, isReady, isContended }) {
    this.#creditMs -= lookedMs;
    const isShort = isReady && end - start <= LONGEST_MS;
    if (isShort) this.#windowMs = Math.min(LONGEST_MS, Math.max(FIRST_MS, this.#windowMs * 2));
    else this.#windowMs = this.#windowMs > FIRST_MS ? this.#windowMs / 2 : 0;
    if (isContended) this.#pause(end);
    else if (isReady && lookedMs > 0) this.#lookedThrough++;
  }
  #earn(now) {
    const passed = now - (this.#creditAt ?? now);
    this.#creditMs = Math.min(BURST_MS2, this.#creditMs + passed * SHARE);
    this.#creditAt = now;
  }
  /** Twice as long where little was gained since the last one. */
  #pause(now) {
    const isWorthIt = this.#lookedThrough >= WORTH;
    this.#pauseMs = isWorthIt ? FIRST_PAUSE_MS : Math.min(LONGEST_PAUSE_MS, this.#pauseMs * 2);
    this.#lookedThrough = 0;
    this.#pausedUntil = now + this.#pauseMs;
  }
};

// src/mesh/tun/data-thread.ts
var STATUS_EVERY_MS = 1e3;
if (parentPort) await serve(workerData, parentPort);
async function serve(start, port) {
  const say = (word2) => port.postMessage(word2);
  try {
    const path = await open2(start, say);
    say({ kind: "ready", port: path.sockets[0].port, tier: path.tier });
    work(path, start, () => receiveMessageOnPort(port)?.message, say);
    path.close();
    say({ kind: "closed" });
  } catch (error) {
    say({ kind: "failed", message: messageOf(error) });
  }
  port.close();
}
async function open2(start, say) {
  const native = loadKoffi();
  if (native.kind === "absent") throw new Error(native.why);
  const aead = await chooseAead(start.tier);
  const path = new DataPath({
    ...start,
    koffi: native.koffi,
    aead,
    clock: systemClock,
    random: systemRandom,
    onNews: (news) => say({ kind: "news", news, peers: path.status() })
  });
  start.privateKey.fill(0);
  return Object.assign(path, { tier: aead.name });
}
function work(path, { tunFd, wakeFd, looksAgain }, nextOrder, say) {
  const poll = new PollSet(bindLinux(koffiOrThrow()), [
    wakeFd,
    tunFd,
    ...path.sockets.map((socket) => socket.fd)
  ]);
  const drainWake = createDrain(wakeFd);
  const wait = createWait(poll, looksAgain);
  let statusAt = 0;
  for (; ; ) {
    const next = path.msToTimeout();
    wait(next < 0 ? STATUS_EVERY_MS : Math.min(next, STATUS_EVERY_MS));
    path.turn(poll);
    if (poll.isReadable(wakeFd)) {
      drainWake();
      for (let order = nextOrder(); order; order = nextOrder()) {
        if (order.kind === "close") return;
        path.obey(order);
      }
    }
    const now = systemClock.monotonic();
    if (now - statusAt < STATUS_EVERY_MS) continue;
    statusAt = now;
    say({ kind: "status", peers: path.status(), invalidHandshakes: path.device.drops.invalidHandshake });
  }
}
function createWait(set, looksAgain) {
  if (!looksAgain) return (timeoutMs) => set.wait(timeoutMs);
  const { yieldProcessor } = bindLinux(koffiOrThrow());
  const waiting = {
    poll: (timeoutMs) => set.wait(timeoutMs),
    yieldProcessor: () => yieldProcessor(),
    clock: systemClock,
    window: new WaitWindow()
  };
  return (timeoutMs) => lookAndSleep(waiting, timeoutMs);
}
function createDrain(fd) {
  const linux = bindLinux(koffiOrThrow());
  const count = pinBytes(linux.koffi, 8);
  return () => {
    linux.read(fd, count.address, 8);
  };
}
function koffiOrThrow() {
  const native = loadKoffi();
  if (native.kind === "absent") throw new Error(native.why);
  return native.koffi;
}
