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
  chunk_2YFZQ4YB: () => chunk_2YFZQ4YB_exports
});
module.exports = stdin_exports;
var import_chunk_2ZL3UNZA = require("./chunk-2ZL3UNZA.cjs").chunk_2ZL3UNZA;
var import_chunk_A7C2DCE4 = require("./chunk-A7C2DCE4.cjs").chunk_QWNYZ5AQ;
var import_chunk_0722AEF2 = require("./chunk-0722AEF2.cjs").chunk_NX2LOS6S;
var import_chunk_8C92F723 = require("./chunk-8C92F723.cjs").chunk_T4JFZ2LE;
var import_chunk_8C92F7232 = require("./chunk-8C92F723.cjs").chunk_CBR347CW;
var import_chunk_A7C2DCE42 = require("./chunk-A7C2DCE4.cjs").chunk_5RE62PDQ;
var import_chunk_A7C2DCE43 = require("./chunk-A7C2DCE4.cjs").chunk_LX6I7H3G;
var import_chunk_8F5DD029 = require("./chunk-8F5DD029.cjs").chunk_ZQXX2OND;
var import_chunk_0722AEF22 = require("./chunk-0722AEF2.cjs").chunk_HQJHKSVR;
var import_cli = require("../cli.cjs").chunk_GEUJANHY;
var import_cli2 = require("../cli.cjs").chunk_4NFOMFHU;
var import_cli3 = require("../cli.cjs").chunk_TO5RH7DJ;

var import_node_crypto = process.getBuiltinModule("node:crypto");
var import_node_crypto2 = process.getBuiltinModule("node:crypto");
var import_node_events = process.getBuiltinModule("node:events");
var __defProp2 = Object.defineProperty;
var __export2 = (target, all) => {
  for (var name in all)
    __defProp2(target, name, { get: all[name], enumerable: true });
};
var chunk_2YFZQ4YB_exports = {};
__export2(chunk_2YFZQ4YB_exports, {
  LEAST_MTU: () => LEAST_MTU,
  Node: () => Node,
  tellDiagnostics: () => tellDiagnostics
});
function tellDiagnostics(diagnostics) {
  return (event) => {
    switch (event.kind) {
      case "path":
        diagnostics.log("debug", "path changed", { peer: event.peer, path: event.path.kind });
        break;
      case "relay-refused":
        diagnostics.log("warn", "a relay does not carry our packets", { relay: event.relay, why: event.why });
        break;
      case "port-mapped":
        diagnostics.log("info", "the router opened a port", { external: (0, import_chunk_0722AEF22.formatEndpoint)(event.external) });
        break;
      case "port-lost":
        diagnostics.log("warn", "the router opens no port", { reason: event.reason });
        break;
      default:
        diagnostics.log("debug", "tunnel event", { kind: event.kind, peer: event.peer });
    }
  };
}
var GROWTH_PERCENT = 300;
var AFTER_MS = 500;
function allowHeapGrowth() {
  setTimeout(() => (0, (process.getBuiltinModule("node:v8")).setFlagsFromString)(`--heap-growing-percent=${GROWTH_PERCENT}`), AFTER_MS).unref();
}
var NO_BYTES = new Uint8Array(0);
var ENCODING = { publicKeyEncoding: { format: "raw-public" } };
var ENCODING_OF_OLDER = { publicKeyEncoding: { format: "der", type: "spki" } };
var generate = import_node_crypto.generateKeyPairSync;
function drawEphemeral() {
  const isRaw = (0, import_chunk_A7C2DCE4.hasRawKeys)();
  const { publicKey: publicKey2, privateKey } = generate("x25519", isRaw ? ENCODING : ENCODING_OF_OLDER);
  const handle = { bytes: NO_BYTES, handle: privateKey };
  return { privateKey: handle, publicKey: isRaw ? publicKey2 : (0, import_chunk_A7C2DCE4.publicKeyOfDer)(publicKey2) };
}
var RUN_LIMITS = { bytes: 65487, datagrams: 64 };
var ARENA_SIZE = 512 * 1024;
var MESSAGE_MAX = 65536 + 64;
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
    if (this.#end + MESSAGE_MAX > ARENA_SIZE) this.flush();
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
var PROTOCOL = { icmp: 1, tcp: 6, udp: 17, icmpv6: 58, noNext: 59, sctp: 132 };
var HOP_BY_HOP = 0;
var ROUTING = 43;
var FRAGMENT = 44;
var AUTHENTICATION = 51;
var DESTINATION = 60;
var MOBILITY = 135;
var MAX_EXTENSIONS = 8;
function classify(bytes) {
  const version = (bytes[0] ?? 0) >> 4;
  if (version === 4) return classify4(bytes);
  return version === 6 ? classify6(bytes) : void 0;
}
function classify4(bytes) {
  const headerLength = (bytes[0] & 15) * 4;
  if (headerLength < 20 || bytes.length < headerLength || read16(bytes, 2) < headerLength) return void 0;
  const flagsAndOffset = read16(bytes, 6);
  const fragment = fragmentOf((flagsAndOffset & 8191) * 8, (flagsAndOffset & 8192) !== 0);
  const identification = fragment === "whole" ? 0 : read16(bytes, 4);
  const base = { family: 4, sourceAt: 12, destinationAt: 16, fragment, identification };
  if (fragment === "later" && (flagsAndOffset & 8191) * 8 < 40 && bytes[9] === PROTOCOL.tcp)
    return void 0;
  return withTransport(bytes, base, bytes[9], headerLength);
}
function classify6(bytes) {
  if (bytes.length < 40) return void 0;
  let base = { family: 6, sourceAt: 8, destinationAt: 24, fragment: "whole", identification: 0 };
  let next = bytes[6];
  let at = 40;
  for (let i = 0; i <= MAX_EXTENSIONS; i++) {
    if (!isExtension(next)) return withTransport(bytes, base, next, at);
    if (at + 8 > bytes.length) return void 0;
    if (next === FRAGMENT) {
      if (base.fragment !== "whole") return void 0;
      base = { ...base, ...readFragmentHeader(bytes, at) };
      if (base.fragment === "later") return withTransport(bytes, base, bytes[at], at + 8);
    }
    const length = extensionLength(next, bytes[at + 1]);
    next = bytes[at];
    at += length;
  }
  return void 0;
}
function isExtension(next) {
  return [HOP_BY_HOP, ROUTING, FRAGMENT, AUTHENTICATION, DESTINATION, MOBILITY].includes(next);
}
function extensionLength(kind, lengthByte) {
  if (kind === FRAGMENT) return 8;
  return kind === AUTHENTICATION ? (lengthByte + 2) * 4 : (lengthByte + 1) * 8;
}
function readFragmentHeader(bytes, at) {
  const offsetAndFlag = read16(bytes, at + 2);
  const fragment = fragmentOf(offsetAndFlag & 65528, (offsetAndFlag & 1) !== 0);
  const identification = read16(bytes, at + 4) * 65536 + read16(bytes, at + 6);
  return { fragment, identification: fragment === "whole" ? 0 : identification };
}
function fragmentOf(offset, more) {
  if (offset > 0) return "later";
  return more ? "first" : "whole";
}
function withTransport(bytes, base, protocol, at) {
  const none = { ...base, protocol, transportAt: at, sourcePort: 0, destinationPort: 0, icmpType: -1 };
  if (base.fragment === "later") return none;
  switch (protocol) {
    case PROTOCOL.tcp:
      return at + 20 <= bytes.length ? withPorts(bytes, none, at) : void 0;
    case PROTOCOL.udp:
    case PROTOCOL.sctp:
      return at + 8 <= bytes.length ? withPorts(bytes, none, at) : void 0;
    case PROTOCOL.icmp:
    case PROTOCOL.icmpv6:
      if (protocol !== (base.family === 4 ? PROTOCOL.icmp : PROTOCOL.icmpv6)) return void 0;
      return at + 8 <= bytes.length ? { ...none, icmpType: bytes[at] } : void 0;
    default:
      return none;
  }
}
function withPorts(bytes, packet2, at) {
  return { ...packet2, sourcePort: read16(bytes, at), destinationPort: read16(bytes, at + 2) };
}
function read16(bytes, at) {
  return bytes[at] << 8 | bytes[at + 1];
}
var MAX_FLOWS = 65536;
var MAX_FRAGMENTS = 4096;
var FRAGMENT_LIFETIME = 30 * import_cli.SECOND;
var FLOW_LIFETIME = { [PROTOCOL.tcp]: 124 * import_cli.MINUTE };
var OTHER_LIFETIME = 3 * import_cli.MINUTE;
var FlowTable = class {
  #flows = /* @__PURE__ */ new Map();
  #fragments = /* @__PURE__ */ new Map();
  /** To be told of each packet that this node sends. */
  noteSent(bytes, packet2, now) {
    if (packet2.fragment === "later") return;
    touch(this.#flows, flowKey(bytes, packet2, "sent"), now, MAX_FLOWS);
  }
  /** True for an answer to what this node sent. */
  isAnswer(bytes, packet2, now) {
    const key = flowKey(bytes, packet2, "received");
    const seen = this.#flows.get(key);
    if (seen === void 0) return false;
    if (now - seen > (FLOW_LIFETIME[packet2.protocol] ?? OTHER_LIFETIME)) {
      this.#flows.delete(key);
      return false;
    }
    return true;
  }
  admitFragment(bytes, packet2, now) {
    touch(this.#fragments, fragmentKey(bytes, packet2), now, MAX_FRAGMENTS);
  }
  isAdmittedFragment(bytes, packet2, now) {
    const seen = this.#fragments.get(fragmentKey(bytes, packet2));
    return seen !== void 0 && now - seen <= FRAGMENT_LIFETIME;
  }
};
function touch(table, key, now, most) {
  table.delete(key);
  table.set(key, now);
  if (table.size > most) table.delete(table.keys().next().value);
}
function flowKey(bytes, packet2, direction) {
  const source = address(bytes, packet2.sourceAt, packet2.family);
  const destination = address(bytes, packet2.destinationAt, packet2.family);
  const { protocol, sourcePort, destinationPort } = packet2;
  return direction === "sent" ? `${protocol} ${source} ${sourcePort} ${destination} ${destinationPort}` : `${protocol} ${destination} ${destinationPort} ${source} ${sourcePort}`;
}
function fragmentKey(bytes, packet2) {
  const both = packet2.family === 4 ? 8 : 32;
  return `${packet2.identification} ${packet2.protocol} ${hex(bytes, packet2.sourceAt, both)}`;
}
function address(bytes, at, family) {
  return hex(bytes, at, family === 4 ? 4 : 16);
}
function hex(bytes, at, length) {
  return Buffer.from(bytes.buffer, bytes.byteOffset + at, length).toString("latin1");
}
var ECHO_REQUEST = { 4: 8, 6: 128 };
var ECHO_REPLY = { 4: 0, 6: 129 };
var ICMP_ERRORS = { 4: [3, 11, 12], 6: [1, 2, 3, 4] };
var NUMBERS = { tcp: PROTOCOL.tcp, udp: PROTOCOL.udp, sctp: PROTOCOL.sctp };
var PeerFilter = class {
  #rules = [];
  /** Every packet that can be classified comes in. */
  #isOpen = false;
  counts = { admitted: 0, denied: 0, opaque: 0 };
  #flows = new FlowTable();
  constructor(rules) {
    this.rules = rules;
  }
  set rules(rules) {
    this.#rules = rules;
    this.#isOpen = rules.some((rule) => rule.kind === "any");
  }
  /** As {@link noteSent}. An open filter need not know what it would admit anyway. */
  noteSentAt(bytes, at, length, now) {
    if (!this.#isOpen) this.noteSent(bytes.subarray(at, at + length), now);
  }
  /** As {@link admits}, without a view or an object where the filter is open and the packet plain. */
  admitsAt(bytes, at, length, now) {
    if (!this.#isOpen || !isPlainTcp(bytes, at, length))
      return this.admits(bytes.subarray(at, at + length), now);
    this.counts.admitted++;
    return true;
  }
  /** To be told of each packet that goes to the peer. */
  noteSent(bytes, now) {
    const packet2 = classify(bytes);
    if (packet2) this.#flows.noteSent(bytes, packet2, now);
  }
  /** @returns whether the packet may come in. */
  admits(bytes, now) {
    const packet2 = classify(bytes);
    if (!packet2) {
      this.counts.opaque++;
      return false;
    }
    const admitted = this.#judge(bytes, packet2, now);
    if (admitted) this.counts.admitted++;
    else this.counts.denied++;
    return admitted;
  }
  #judge(bytes, packet2, now) {
    if (packet2.fragment === "later") return this.#flows.isAdmittedFragment(bytes, packet2, now);
    const admitted = this.#rules.some((rule) => matches(rule, packet2)) || mayAnswer(packet2) && this.#flows.isAnswer(bytes, packet2, now) || this.#isErrorOfOurs(bytes, packet2, now);
    if (admitted && packet2.fragment === "first") this.#flows.admitFragment(bytes, packet2, now);
    return admitted;
  }
  /** An ICMP error comes in where the packet that it quotes was sent from here. */
  #isErrorOfOurs(bytes, packet2, now) {
    const errors = ICMP_ERRORS[packet2.family];
    if (!errors.includes(packet2.icmpType)) return false;
    const quoted = classifyQuoted(bytes.subarray(packet2.transportAt + 8));
    return quoted !== void 0 && this.#flows.isAnswer(quoted.bytes, reversed(quoted.packet), now);
  }
};
function isPlainTcp(bytes, at, length) {
  if (length < 60) return false;
  const first = bytes[at];
  if (first === 69) {
    return bytes[at + 9] === PROTOCOL.tcp && (bytes[at + 6] & 63 | bytes[at + 7]) === 0;
  }
  return first >> 4 === 6 && bytes[at + 6] === PROTOCOL.tcp;
}
function mayAnswer(packet2) {
  return packet2.icmpType === -1 || packet2.icmpType === ECHO_REPLY[packet2.family];
}
function matches(rule, packet2) {
  switch (rule.kind) {
    case "any":
      return true;
    case "icmp":
      return packet2.icmpType === ECHO_REQUEST[packet2.family];
    case "protocol":
      return packet2.protocol === rule.number;
    case "tcp":
    case "udp":
    case "sctp":
      if (packet2.protocol !== NUMBERS[rule.kind]) return false;
      return rule.ports.some(
        ({ first, last }) => packet2.destinationPort >= first && packet2.destinationPort <= last
      );
  }
}
function classifyQuoted(quoted) {
  const bytes = new Uint8Array(quoted.length + 20);
  bytes.set(quoted);
  const packet2 = classify(bytes);
  return packet2 && packet2.fragment !== "later" && packet2.transportAt + 4 <= quoted.length ? { bytes, packet: packet2 } : void 0;
}
function reversed(packet2) {
  return {
    ...packet2,
    sourceAt: packet2.destinationAt,
    destinationAt: packet2.sourceAt,
    sourcePort: packet2.destinationPort,
    destinationPort: packet2.sourcePort
  };
}
var Counters = class {
  received = 0;
  /** SYNs answered with a cookie, because the listener's backlog was full. */
  cookiesSent = 0;
  #drops = /* @__PURE__ */ new Map();
  drop(reason) {
    this.#drops.set(reason, (this.#drops.get(reason) ?? 0) + 1);
  }
  dropsOf(reason) {
    return this.#drops.get(reason) ?? 0;
  }
  /** All reasons seen, for diagnostics. */
  get drops() {
    return this.#drops;
  }
};
var Addresses = class {
  #own;
  constructor(own) {
    this.#own = own;
  }
  set(own) {
    this.#own = own;
  }
  has(address2) {
    return this.hasBytes(address2.bytes, 0, address2.bytes.length);
  }
  hasBytes(bytes, offset, length) {
    return this.#find(bytes, offset, length) !== void 0;
  }
  /** The own address that the packet is for, without making one. */
  destinationOf(ip) {
    return this.#find(ip.bytes, ip.addresses + ip.addressLength, ip.addressLength);
  }
  /** @returns the address to speak from, `undefined` where none has the family */
  sourceFor(remote) {
    return this.#own.find((address2) => address2.family === remote.family);
  }
  /** Diagnostics only. */
  get text() {
    return this.#own.map(import_chunk_0722AEF22.formatIp).join(", ");
  }
  #find(bytes, offset, length) {
    for (const address2 of this.#own) {
      const own = address2.bytes;
      if (own.length !== length) continue;
      let i = 0;
      while (i < length && own[i] === bytes[offset + i]) i++;
      if (i === length) return address2;
    }
    return void 0;
  }
};
function isRefusedSource(ip) {
  const { bytes, addresses: at } = ip;
  if (ip.family === 4) {
    const first = bytes[at];
    return first === 0 || first === 127 || first >= 224;
  }
  if (bytes[at] === 255) return true;
  for (let i = 0; i < 10; i++) if (bytes[at + i] !== 0) return false;
  const group = bytes[at + 10] << 8 | bytes[at + 11];
  if (group === 65535) return true;
  const isLow = group === 0 && bytes[at + 12] === 0 && bytes[at + 13] === 0 && bytes[at + 14] === 0;
  return isLow && bytes[at + 15] <= 1;
}
var RateLimit = class {
  #perSecond;
  #burst;
  #tokens;
  #at = 0;
  constructor(perSecond, burst) {
    this.#perSecond = perSecond;
    this.#burst = burst;
    this.#tokens = burst;
  }
  /** @returns false where there is no token left */
  take(now) {
    const earned = Math.max(0, now - this.#at) * this.#perSecond / 1e3;
    this.#tokens = Math.min(this.#burst, this.#tokens + earned);
    this.#at = Math.max(this.#at, now);
    if (this.#tokens < 1) return false;
    this.#tokens--;
    return true;
  }
};
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
function finishSum(sum) {
  return ~sum & 65535;
}
function sumPseudoHeader(bytes, addressesOffset, addressesLength, protocol, transportLength) {
  const addresses = sumShort(bytes, addressesOffset, addressesOffset + addressesLength);
  return foldSum(addresses + protocol + (transportLength >>> 16) + (transportLength & 65535));
}
function foldSum(sum) {
  let folded = (sum & 65535) + (sum >>> 16);
  folded = (folded & 65535) + (folded >>> 16);
  return folded;
}
function swap(sum) {
  return (sum & 255) << 8 | sum >>> 8;
}
function sumShort(bytes, start, end) {
  let sum = 0;
  let at = start;
  for (; at + 1 < end; at += 2) sum += bytes[at] << 8 | bytes[at + 1];
  if (at < end) sum += bytes[at] << 8;
  return sum;
}
function sumWords(words, first, last) {
  let all = 0;
  let upper = 0;
  let at = first;
  for (; at + 7 < last; at += 8) {
    const a = words[at];
    const b = words[at + 1];
    const c = words[at + 2];
    const d = words[at + 3];
    const e = words[at + 4];
    const f = words[at + 5];
    const g = words[at + 6];
    const h = words[at + 7];
    all = all + (a + b | 0) + (c + d | 0) + (e + f | 0) + (g + h | 0) | 0;
    upper += (a >>> 16) + (b >>> 16) + (c >>> 16) + (d >>> 16);
    upper = upper + (e >>> 16) + (f >>> 16) + (g >>> 16) + (h >>> 16) | 0;
  }
  for (; at < last; at++) {
    all = all + words[at] | 0;
    upper = upper + (words[at] >>> 16) | 0;
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
  const kept = views.find((view) => view.buffer === buffer);
  lastWords = kept ?? new Uint32Array(buffer, 0, buffer.byteLength >>> 2);
  if (kept !== void 0) return;
  views[nextView] = lastWords;
  nextView = (nextView + 1) % KEPT_VIEWS;
}
var ICMP_HEADER = 8;
var REASON_OF_CODE = ["network", "host", "protocol", "port"];
var CODE_OF_REASON = {
  network: 0,
  host: 1,
  protocol: 2,
  port: 3,
  prohibited: 13
};
var FRAGMENTATION_NEEDED = 4;
function parseIcmpv4(bytes) {
  if (bytes.length < ICMP_HEADER) return "icmp-truncated";
  if (sumBytes(bytes, 0, bytes.length) !== 65535) return "icmp-checksum";
  const code = bytes[1];
  const low = bytes[4] << 8 | bytes[5];
  const high = bytes[6] << 8 | bytes[7];
  const rest = bytes.subarray(ICMP_HEADER);
  switch (bytes[0]) {
    case 0:
      return { kind: "echo-reply", identifier: low, sequence: high, data: rest };
    case 8:
      return { kind: "echo-request", identifier: low, sequence: high, data: rest };
    case 3:
      if (code === FRAGMENTATION_NEEDED) return { kind: "packet-too-big", mtu: high, quoted: rest };
      return { kind: "unreachable", reason: REASON_OF_CODE[code] ?? reasonOfLateCode(code), quoted: rest };
    case 11:
      return { kind: "time-exceeded", code, quoted: rest };
    case 12:
      return { kind: "parameter-problem", code, pointer: bytes[4], quoted: rest };
    default:
      return "icmp-unknown";
  }
}
function emitIcmpv4(message) {
  const body = "data" in message ? message.data : message.quoted;
  const bytes = new Uint8Array(ICMP_HEADER + body.length);
  bytes.set(body, ICMP_HEADER);
  const view = new DataView(bytes.buffer);
  switch (message.kind) {
    case "echo-request":
    case "echo-reply":
      bytes[0] = message.kind === "echo-request" ? 8 : 0;
      view.setUint16(4, message.identifier);
      view.setUint16(6, message.sequence);
      break;
    case "unreachable":
      bytes[0] = 3;
      bytes[1] = CODE_OF_REASON[message.reason];
      break;
    case "packet-too-big":
      bytes[0] = 3;
      bytes[1] = FRAGMENTATION_NEEDED;
      view.setUint16(6, message.mtu);
      break;
    case "time-exceeded":
      bytes[0] = 11;
      bytes[1] = message.code;
      break;
    case "parameter-problem":
      bytes[0] = 12;
      bytes[1] = message.code;
      bytes[4] = message.pointer;
      break;
  }
  view.setUint16(2, finishSum(sumBytes(bytes, 0, bytes.length)));
  return bytes;
}
function reasonOfLateCode(code) {
  if (code === 9 || code === 10 || code === 13) return "prohibited";
  return code === 6 || code === 11 ? "network" : "host";
}
var PROTOCOL2 = {
  hopByHop: 0,
  icmpv4: 1,
  tcp: 6,
  udp: 17,
  routing: 43,
  fragment: 44,
  authentication: 51,
  icmpv6: 58,
  none: 59,
  destinationOptions: 60
};
var IpView = class {
  bytes = new Uint8Array(0);
  family = 4;
  /** Where the IP header starts and the packet ends in `bytes`. */
  start = 0;
  end = 0;
  /** Source and destination follow each other from here; each is `addressLength` bytes. */
  addresses = 0;
  addressLength = 4;
  protocol = 0;
  payload = 0;
  /** IPv6: where the field stands that names `protocol`. */
  nextHeaderAt = 0;
  /** IPv6: what a fault is about, where the sender is to be told of it (RFC 4443 \u00a73.4); -1 where not. */
  faultAt = -1;
  hopLimit = 0;
  /** RFC 3168: the lowest two bits of the traffic class. */
  congestion = 0;
  dontFragment = false;
  identification = 0;
  /** Of this fragment's payload, in bytes. */
  fragmentOffset = 0;
  moreFragments = false;
  get isFragment() {
    return this.moreFragments || this.fragmentOffset > 0;
  }
  get payloadLength() {
    return this.end - this.payload;
  }
  source() {
    return (0, import_cli2.copyBytes)(this.bytes, this.addresses, this.addresses + this.addressLength);
  }
  destination() {
    const at = this.addresses + this.addressLength;
    return (0, import_cli2.copyBytes)(this.bytes, at, at + this.addressLength);
  }
};
var REASON_OF_CODE2 = [
  "network",
  "prohibited",
  "network",
  "host",
  "port",
  "prohibited",
  "prohibited"
];
var CODE_OF_REASON2 = {
  network: 0,
  prohibited: 1,
  host: 3,
  port: 4,
  protocol: 3
};
function parseIcmpv6(bytes, addresses) {
  if (bytes.length < ICMP_HEADER) return "icmp-truncated";
  const pseudo = sumPseudoHeader(addresses, 0, 32, PROTOCOL2.icmpv6, bytes.length);
  if (addSums(pseudo, sumBytes(bytes, 0, bytes.length)) !== 65535) return "icmp-checksum";
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const code = bytes[1];
  const rest = bytes.subarray(ICMP_HEADER);
  switch (bytes[0]) {
    case 1:
      return { kind: "unreachable", reason: REASON_OF_CODE2[code] ?? "host", quoted: rest };
    case 2:
      return { kind: "packet-too-big", mtu: view.getUint32(4), quoted: rest };
    case 3:
      return { kind: "time-exceeded", code, quoted: rest };
    case 4:
      return { kind: "parameter-problem", code, pointer: view.getUint32(4), quoted: rest };
    case 128:
    case 129: {
      const kind = bytes[0] === 128 ? "echo-request" : "echo-reply";
      return { kind, identifier: view.getUint16(4), sequence: view.getUint16(6), data: rest };
    }
    default:
      return "icmp-unknown";
  }
}
function emitIcmpv6(message, addresses) {
  const body = "data" in message ? message.data : message.quoted;
  const bytes = new Uint8Array(ICMP_HEADER + body.length);
  bytes.set(body, ICMP_HEADER);
  const view = new DataView(bytes.buffer);
  switch (message.kind) {
    case "echo-request":
    case "echo-reply":
      bytes[0] = message.kind === "echo-request" ? 128 : 129;
      view.setUint16(4, message.identifier);
      view.setUint16(6, message.sequence);
      break;
    case "unreachable":
      bytes[0] = 1;
      bytes[1] = CODE_OF_REASON2[message.reason];
      break;
    case "packet-too-big":
      bytes[0] = 2;
      view.setUint32(4, message.mtu);
      break;
    case "time-exceeded":
      bytes[0] = 3;
      bytes[1] = message.code;
      break;
    case "parameter-problem":
      bytes[0] = 4;
      bytes[1] = message.code;
      view.setUint32(4, message.pointer);
      break;
  }
  const pseudo = sumPseudoHeader(addresses, 0, 32, PROTOCOL2.icmpv6, bytes.length);
  view.setUint16(2, finishSum(addSums(pseudo, sumBytes(bytes, 0, bytes.length))));
  return bytes;
}
function readUint322(bytes, at) {
  return (bytes[at] << 24 | bytes[at + 1] << 16 | bytes[at + 2] << 8 | bytes[at + 3]) >>> 0;
}
function writeUint32(bytes, at, value) {
  bytes[at] = value >>> 24;
  bytes[at + 1] = value >>> 16;
  bytes[at + 2] = value >>> 8;
  bytes[at + 3] = value;
}
function parseQuotedPacket(quoted, family) {
  if (quoted.length < (family === 4 ? 28 : 48) || quoted[0] >>> 4 !== family) return void 0;
  const { protocol, transportAt, isLater } = family === 4 ? transportOf4(quoted) : transportOf6(quoted);
  if (transportAt < 20 || !isLater && quoted.length < transportAt + 8) return void 0;
  const at = family === 4 ? 12 : 8;
  const size = family === 4 ? 4 : 16;
  const read162 = (offset) => isLater ? 0 : quoted[offset] << 8 | quoted[offset + 1];
  return {
    family,
    protocol,
    source: (0, import_cli2.copyBytes)(quoted, at, at + size),
    destination: (0, import_cli2.copyBytes)(quoted, at + size, at + size * 2),
    sourcePort: read162(transportAt),
    destinationPort: read162(transportAt + 2),
    sequence: isLater ? 0 : readUint322(quoted, transportAt + 4),
    length: family === 4 ? quoted[2] << 8 | quoted[3] : 40 + (quoted[4] << 8 | quoted[5])
  };
}
function transportOf4(quoted) {
  const isLater = ((quoted[6] & 31) << 8 | quoted[7]) !== 0;
  return { protocol: quoted[9], transportAt: (quoted[0] & 15) << 2, isLater };
}
function transportOf6(quoted) {
  if (quoted[6] !== PROTOCOL2.fragment) return { protocol: quoted[6], transportAt: 40, isLater: false };
  const isLater = ((quoted[42] << 8 | quoted[43]) & 65528) !== 0;
  return { protocol: quoted[40], transportAt: 48, isLater };
}
var MOST_QUOTED = { 4: 548, 6: 1232 };
var ERRORS_PER_SECOND = 100;
var ERROR_BURST = 50;
var ECHOES_PER_SECOND = 1e3;
var ECHO_BURST = 200;
var IcmpStack = class {
  #around;
  #errors = new RateLimit(ERRORS_PER_SECOND, ERROR_BURST);
  #echoes = new RateLimit(ECHOES_PER_SECOND, ECHO_BURST);
  constructor(around) {
    this.#around = around;
  }
  receive(ip, now) {
    const message = parseMessage(ip);
    if (typeof message === "string") {
      this.#around.counters.drop(message);
      return;
    }
    switch (message.kind) {
      case "echo-request":
        this.#answerEcho(ip, message, now);
        return;
      case "echo-reply": {
        const { identifier, sequence, data } = message;
        const from = { family: ip.family, bytes: ip.source() };
        this.#around.tell({ kind: "echo-reply", from, identifier, sequence, bytes: (0, import_cli2.copyBytes)(data) });
        return;
      }
      default:
        this.#handleError(ip, message, now);
    }
  }
  sendEcho(to, message, now) {
    const source = this.#around.addresses.sourceFor(to);
    if (source === void 0) return false;
    return this.#send(source.bytes, to.bytes, message, this.#around.pathMtu.find(to, now));
  }
  /** Never for an error, a later fragment or a source that cannot be answered (RFC 1122 \u00a73.2.2). */
  sendError(ip, error, now) {
    this.sendQuoting(ip.bytes.subarray(ip.start, ip.end), ip.source(), ip.destination(), error, now);
  }
  /** As {@link sendError}, of a packet from `source` to us. */
  sendQuoting(packet2, source, destination, error, now) {
    if (!this.#errors.take(now)) {
      this.#around.counters.drop("icmp-rate-limited");
      return;
    }
    const quoted = packet2.subarray(0, MOST_QUOTED[source.length === 4 ? 4 : 6]);
    this.#send(destination, source, { ...error, quoted }, this.#around.pathMtu.linkMtu);
  }
  #answerEcho(ip, message, now) {
    if (!this.#echoes.take(now)) {
      this.#around.counters.drop("icmp-rate-limited");
      return;
    }
    const remote = { family: ip.family, bytes: ip.source() };
    const mtu = this.#around.pathMtu.find(remote, now);
    this.#send(ip.destination(), remote.bytes, { ...message, kind: "echo-reply" }, mtu);
  }
  #handleError(ip, message, now) {
    const quoted = parseQuotedPacket(message.quoted, ip.family);
    const isOurs = quoted !== void 0 && this.#around.addresses.hasBytes(quoted.source, 0, quoted.source.length);
    if (!isOurs) {
      this.#around.counters.drop("icmp-quote-unknown");
      return;
    }
    if (message.kind === "packet-too-big") this.#lowerMtu(quoted, message.mtu, now);
    else if (message.kind === "unreachable") this.#tellUnreachable(quoted, message.reason, now);
  }
  #lowerMtu(quoted, mtu, now) {
    const { pathMtu, tcp } = this.#around;
    const remote = { family: quoted.family, bytes: quoted.destination };
    const isTcp = quoted.protocol === PROTOCOL2.tcp;
    if (isTcp ? !tcp.hasInFlight(quoted) : quoted.protocol !== PROTOCOL2.udp) return;
    pathMtu.lower(remote, mtu, quoted.length, now);
    if (isTcp) tcp.handlePacketTooBig(quoted, now);
  }
  #tellUnreachable(quoted, reason, now) {
    const { tcp, udp } = this.#around;
    if (quoted.protocol === PROTOCOL2.udp) udp.handleUnreachable(quoted);
    if (quoted.protocol === PROTOCOL2.tcp) {
      tcp.handleUnreachable(quoted, reason === "port" || reason === "protocol", now);
    }
  }
  #send(source, destination, message, mtu) {
    const isIpv4 = source.length === 4;
    const payload = isIpv4 ? emitIcmpv4(message) : emitIcmpv6(message, Buffer.concat([source, destination]));
    const protocol = isIpv4 ? PROTOCOL2.icmpv4 : PROTOCOL2.icmpv6;
    return this.#around.output.send({ source, destination, protocol, payload, mtu });
  }
};
function parseMessage(ip) {
  const bytes = ip.bytes.subarray(ip.payload, ip.end);
  if (ip.family === 4) return ip.protocol === PROTOCOL2.icmpv4 ? parseIcmpv4(bytes) : "icmp-unknown";
  if (ip.protocol !== PROTOCOL2.icmpv6) return "icmp-unknown";
  return parseIcmpv6(bytes, ip.bytes.subarray(ip.addresses, ip.addresses + 32));
}
var MOST_PACKETS = 4096;
var MOST_BYTES = 4 * 1024 * 1024;
var Outbox = class {
  #packets = [];
  #bytes = 0;
  #counters;
  constructor(counters) {
    this.#counters = counters;
  }
  get isEmpty() {
    return this.#packets.length === 0;
  }
  push(packet2) {
    if (this.#packets.length >= MOST_PACKETS || this.#bytes + packet2.length > MOST_BYTES) {
      this.#counters.drop("outbox-full");
      return;
    }
    this.#packets.push(packet2);
    this.#bytes += packet2.length;
  }
  drainTo(sink) {
    while (this.#packets.length > 0) {
      const packets = this.#packets;
      this.#packets = [];
      this.#bytes = 0;
      for (const packet2 of packets) sink(packet2, 0, packet2.length, 0);
    }
  }
};
var IPV4_HEADER = 20;
var DONT_FRAGMENT = 64;
var MORE_FRAGMENTS = 32;
var OPTION_LOOSE_SOURCE_ROUTE = 131;
var OPTION_STRICT_SOURCE_ROUTE = 137;
function readIpv4(view, bytes, offset, length) {
  if (length < IPV4_HEADER) return "ipv4-truncated";
  const headerLength = (bytes[offset] & 15) << 2;
  if (headerLength < IPV4_HEADER || headerLength > length) return "ipv4-header-length";
  const totalLength = bytes[offset + 2] << 8 | bytes[offset + 3];
  if (totalLength < headerLength || totalLength > length) return "ipv4-total-length";
  if (sumBytes(bytes, offset, headerLength) !== 65535) return "ipv4-checksum";
  if (headerLength > IPV4_HEADER && hasSourceRoute(bytes, offset + IPV4_HEADER, offset + headerLength)) {
    return "ipv4-source-route";
  }
  const flags = bytes[offset + 6];
  view.bytes = bytes;
  view.family = 4;
  view.start = offset;
  view.end = offset + totalLength;
  view.addresses = offset + 12;
  view.addressLength = 4;
  view.protocol = bytes[offset + 9];
  view.payload = offset + headerLength;
  view.hopLimit = bytes[offset + 8];
  view.congestion = bytes[offset + 1] & 3;
  view.dontFragment = (flags & DONT_FRAGMENT) !== 0;
  view.identification = bytes[offset + 4] << 8 | bytes[offset + 5];
  view.fragmentOffset = ((flags & 31) << 8 | bytes[offset + 7]) << 3;
  view.moreFragments = (flags & MORE_FRAGMENTS) !== 0;
  return void 0;
}
function emitIpv4(repr, bytes, offset) {
  const totalLength = IPV4_HEADER + repr.payloadLength;
  const fragment = repr.fragmentOffset >>> 3;
  bytes[offset] = 69;
  bytes[offset + 1] = 0;
  bytes[offset + 2] = totalLength >>> 8;
  bytes[offset + 3] = totalLength;
  bytes[offset + 4] = repr.identification >>> 8;
  bytes[offset + 5] = repr.identification;
  bytes[offset + 6] = (repr.dontFragment ? DONT_FRAGMENT : 0) | (repr.moreFragments ? MORE_FRAGMENTS : 0) | fragment >>> 8;
  bytes[offset + 7] = fragment;
  bytes[offset + 8] = repr.hopLimit;
  bytes[offset + 9] = repr.protocol;
  bytes[offset + 10] = 0;
  bytes[offset + 11] = 0;
  for (let i = 0; i < 4; i++) {
    bytes[offset + 12 + i] = repr.source[i];
    bytes[offset + 16 + i] = repr.destination[i];
  }
  const sum = finishSum(sumBytes(bytes, offset, IPV4_HEADER));
  bytes[offset + 10] = sum >>> 8;
  bytes[offset + 11] = sum;
  return IPV4_HEADER;
}
function hasSourceRoute(bytes, start, end) {
  let at = start;
  while (at < end) {
    const kind = bytes[at];
    if (kind === 0) return false;
    if (kind === OPTION_LOOSE_SOURCE_ROUTE || kind === OPTION_STRICT_SOURCE_ROUTE) return true;
    const length = kind === 1 ? 1 : at + 1 < end ? bytes[at + 1] : 0;
    if (length === 0) return false;
    at += length;
  }
  return false;
}
var IPV6_HEADER = 40;
var IPV6_FRAGMENT_HEADER = 8;
var MOST_EXTENSIONS = 8;
var UPPER_HEADER = /* @__PURE__ */ new Map([
  [PROTOCOL2.tcp, 20],
  [PROTOCOL2.udp, 8],
  [PROTOCOL2.icmpv6, 8]
]);
function readIpv6(view, bytes, offset, length) {
  if (length < IPV6_HEADER) return "ipv6-truncated";
  const payloadLength = bytes[offset + 4] << 8 | bytes[offset + 5];
  if (IPV6_HEADER + payloadLength > length) return "ipv6-payload-length";
  view.bytes = bytes;
  view.family = 6;
  view.start = offset;
  view.end = offset + IPV6_HEADER + payloadLength;
  view.addresses = offset + 8;
  view.addressLength = 16;
  view.protocol = bytes[offset + 6];
  view.nextHeaderAt = offset + 6;
  view.payload = offset + IPV6_HEADER;
  view.hopLimit = bytes[offset + 7];
  view.congestion = bytes[offset + 1] >>> 4 & 3;
  view.dontFragment = true;
  view.identification = 0;
  view.fragmentOffset = 0;
  view.moreFragments = false;
  return walkExtensions(view);
}
function emitIpv6(repr, bytes, offset) {
  const isFragment = repr.moreFragments || repr.fragmentOffset > 0;
  const payloadLength = repr.payloadLength + (isFragment ? IPV6_FRAGMENT_HEADER : 0);
  bytes[offset] = 96;
  bytes[offset + 1] = 0;
  bytes[offset + 2] = 0;
  bytes[offset + 3] = 0;
  bytes[offset + 4] = payloadLength >>> 8;
  bytes[offset + 5] = payloadLength;
  bytes[offset + 6] = isFragment ? PROTOCOL2.fragment : repr.protocol;
  bytes[offset + 7] = repr.hopLimit;
  bytes.set(repr.source, offset + 8);
  bytes.set(repr.destination, offset + 24);
  if (!isFragment) return IPV6_HEADER;
  const at = offset + IPV6_HEADER;
  bytes[at] = repr.protocol;
  bytes[at + 1] = 0;
  bytes[at + 2] = repr.fragmentOffset >>> 8;
  bytes[at + 3] = repr.fragmentOffset & 248 | (repr.moreFragments ? 1 : 0);
  bytes[at + 4] = repr.identification >>> 24;
  bytes[at + 5] = repr.identification >>> 16;
  bytes[at + 6] = repr.identification >>> 8;
  bytes[at + 7] = repr.identification;
  return IPV6_HEADER + IPV6_FRAGMENT_HEADER;
}
function walkExtensions(view) {
  for (let count = 0; count <= MOST_EXTENSIONS; count++) {
    switch (view.protocol) {
      case PROTOCOL2.hopByHop:
        if (count > 0) return "ipv6-extension-order";
        break;
      case PROTOCOL2.routing:
      case PROTOCOL2.destinationOptions:
      case PROTOCOL2.authentication:
        break;
      case PROTOCOL2.fragment: {
        const fault2 = readFragmentHeader2(view);
        if (fault2 !== void 0) return fault2;
        if (view.isFragment) return faultOfFirst(view);
        continue;
      }
      default:
        return void 0;
    }
    const fault = skipExtension(view);
    if (fault !== void 0) return fault;
  }
  return "ipv6-extension-count";
}
function skipExtension(view) {
  const { bytes, payload, protocol } = view;
  if (payload + 8 > view.end) return "ipv6-extension-truncated";
  const length = extensionLength2(protocol, bytes[payload + 1]);
  if (payload + length > view.end) return "ipv6-extension-truncated";
  if (protocol === PROTOCOL2.routing && bytes[payload + 3] !== 0) {
    view.faultAt = payload + 2;
    return "ipv6-routing-header";
  }
  const hasOptions = protocol === PROTOCOL2.hopByHop || protocol === PROTOCOL2.destinationOptions;
  if (hasOptions && !optionsMayBeSkipped(view, payload + 2, payload + length)) return "ipv6-option-refused";
  view.protocol = bytes[payload];
  view.nextHeaderAt = payload;
  view.payload = payload + length;
  return void 0;
}
function optionsMayBeSkipped(view, start, end) {
  const { bytes } = view;
  let at = start;
  while (at < end) {
    const kind = bytes[at];
    if (kind === 0) {
      at++;
      continue;
    }
    if (at + 1 >= end) return false;
    if (kind !== 1 && kind >>> 6 !== 0) {
      if (kind >>> 6 !== 1) view.faultAt = at;
      return false;
    }
    at += 2 + bytes[at + 1];
  }
  return at === end;
}
function faultOfFirst(view) {
  if (view.fragmentOffset > 0 || holdsUpperLayer(view)) return void 0;
  view.faultAt = view.start;
  return "ipv6-header-chain";
}
function holdsUpperLayer({ bytes, payload, end, protocol }) {
  let [kind, at] = [protocol, payload];
  for (let count = 0; count <= MOST_EXTENSIONS; count++) {
    switch (kind) {
      case PROTOCOL2.routing:
      case PROTOCOL2.destinationOptions:
      case PROTOCOL2.authentication: {
        if (at + 8 > end) return false;
        const next = bytes[at];
        at += extensionLength2(kind, bytes[at + 1]);
        kind = next;
        break;
      }
      default:
        return at + (UPPER_HEADER.get(kind) ?? 0) <= end;
    }
  }
  return false;
}
function extensionLength2(protocol, units) {
  return protocol === PROTOCOL2.authentication ? units + 2 << 2 : units + 1 << 3;
}
function readFragmentHeader2(view) {
  const { bytes, payload: at } = view;
  if (at + IPV6_FRAGMENT_HEADER > view.end) return "ipv6-extension-truncated";
  view.protocol = bytes[at];
  view.nextHeaderAt = at;
  view.fragmentOffset = (bytes[at + 2] << 8 | bytes[at + 3]) & 65528;
  view.moreFragments = (bytes[at + 3] & 1) !== 0;
  view.identification = (bytes[at + 4] << 24 | bytes[at + 5] << 16 | bytes[at + 6] << 8 | bytes[at + 7]) >>> 0;
  view.payload = at + IPV6_FRAGMENT_HEADER;
  return void 0;
}
var HOP_LIMIT = 64;
var MOST_PACKET = 65535;
var IpOutput = class {
  #outbox;
  #random;
  constructor(outbox, random) {
    this.#outbox = outbox;
    this.#random = random;
  }
  /** @returns false where the datagram is larger than IP can say */
  send(datagram) {
    const isIpv4 = datagram.source.length === 4;
    const header = isIpv4 ? IPV4_HEADER : IPV6_HEADER;
    const { length } = datagram.payload;
    if (length + (isIpv4 ? header : 0) > MOST_PACKET) return false;
    const fits = header + length <= datagram.mtu;
    const isAtomic = fits && datagram.protocol !== PROTOCOL2.icmpv4;
    const identification = isAtomic ? 0 : (0, import_chunk_0722AEF2.randomUint32)(this.#random) & (isIpv4 ? 65535 : -1);
    const about = { datagram, identification: identification >>> 0, dontFragment: isAtomic };
    if (fits) {
      this.#emit(about, 0, length);
      return true;
    }
    const room = datagram.mtu - header - (isIpv4 ? 0 : IPV6_FRAGMENT_HEADER);
    const step = room & ~7;
    for (let at = 0; at < length; at += step) {
      this.#emit(about, at, Math.min(length, at + step));
    }
    return true;
  }
  #emit({ datagram, identification, dontFragment }, start, end) {
    const moreFragments = end < datagram.payload.length;
    const repr = {
      source: datagram.source,
      destination: datagram.destination,
      protocol: datagram.protocol,
      hopLimit: HOP_LIMIT,
      payloadLength: end - start,
      dontFragment,
      identification,
      fragmentOffset: start,
      moreFragments
    };
    const isIpv4 = datagram.source.length === 4;
    const isFragment = moreFragments || start > 0;
    const header = isIpv4 ? IPV4_HEADER : IPV6_HEADER + (isFragment ? IPV6_FRAGMENT_HEADER : 0);
    const packet2 = new Uint8Array(header + end - start);
    if (isIpv4) emitIpv4(repr, packet2, 0);
    else emitIpv6(repr, packet2, 0);
    packet2.set(
      start === 0 && end === datagram.payload.length ? datagram.payload : datagram.payload.subarray(start, end),
      header
    );
    this.#outbox.push(packet2);
  }
};
var LIFE_MS = 6e5;
var MOST_PATHS = 1024;
var PLATEAUS = [32e3, 17914, 8166, 4352, 2002, 1492, 1280, 1006, 576];
var LEAST_MTU = { 4: 576, 6: 1280 };
var PathMtu = class {
  linkMtu;
  #paths = /* @__PURE__ */ new Map();
  constructor(linkMtu) {
    this.linkMtu = linkMtu;
  }
  find(remote, now) {
    const path = this.#paths.get(keyOf(remote));
    if (path === void 0 || path.until <= now) return this.linkMtu;
    return Math.min(path.mtu, this.linkMtu);
  }
  /**
   * Takes a report. One that would raise the MTU is not believed, nor one of less than what every
   * IPv6 path carries (RFC 8201 \u00a74); IPv4 is not lowered under what every host takes.
   * @returns true where the MTU is lower than it was
   */
  lower(remote, reported, sentLength, now) {
    if (remote.family === 6 && reported < LEAST_MTU[6]) return false;
    const before = this.find(remote, now);
    const guess = reported === 0 ? PLATEAUS.find((mtu2) => mtu2 < Math.min(sentLength, before)) ?? 0 : reported;
    const mtu = Math.max(LEAST_MTU[remote.family], guess);
    if (mtu >= before) return false;
    const key = keyOf(remote);
    this.#paths.delete(key);
    if (this.#paths.size >= MOST_PATHS) this.#paths.delete(this.#paths.keys().next().value);
    this.#paths.set(key, { mtu, until: now + LIFE_MS });
    return true;
  }
};
function keyOf(address2) {
  return address2.bytes.join(".");
}
var MOST_DATAGRAMS = 64;
var MOST_BYTES2 = 2 * 1024 * 1024;
var LIFE_MS2 = 3e4;
var MOST_LENGTH = 65535;
var IPV6_LENGTH_AT = 4;
var FRAGMENT_OFFSET_AT = 2;
var MOST_FRAGMENTS = 128;
var MOST_KEPT = 1232;
var Reassembly = class {
  #partials = /* @__PURE__ */ new Map();
  #counters;
  #bytes = 0;
  constructor(counters) {
    this.#counters = counters;
  }
  get heldBytes() {
    return this.#bytes;
  }
  /**
   * @returns the whole packet, without fragment header, once the last fragment is there. Where the sender of one that is
   *   refused is to know why, `ip.faultAt` says where the fault stands.
   */
  take(ip, now) {
    const start = ip.fragmentOffset;
    const end = start + ip.payloadLength;
    if (ip.payloadLength === 0) return this.#refuse("fragment-shape");
    const fault = faultOfShape(ip, end);
    if (fault !== void 0) {
      ip.faultAt = fault;
      return this.#refuse("fragment-shape");
    }
    const key = keyOf2(ip);
    const partial = this.#partials.get(key) ?? this.#begin(key, ip, now);
    if (partial.isRefused) return this.#refuse("fragment-overlap");
    const reason = this.#place(partial, ip, start, end);
    if (reason !== void 0) {
      this.#discard(partial);
      return this.#refuse(reason);
    }
    this.#makeRoom(key);
    if (!this.#partials.has(key) || !isWhole(partial)) return void 0;
    this.#forget(key, partial);
    return join(partial);
  }
  /** `expire` is told of those whose sender is to know (RFC 792, RFC 8200 \u00a74.5). */
  handleTimeout(now, expire) {
    for (const [key, partial] of this.#partials) {
      if (partial.until > now) return;
      if (!partial.isRefused) this.#counters.drop("fragment-timed-out");
      this.#forget(key, partial);
      const { first } = partial;
      if (first !== void 0 && !partial.isRefused) expire({ ...partial, first });
    }
  }
  nextTimeout() {
    const first = this.#partials.values().next();
    return first.done ? void 0 : first.value.until;
  }
  #begin(key, ip, now) {
    const partial = {
      until: now + LIFE_MS2,
      family: ip.family,
      source: ip.source(),
      destination: ip.destination(),
      protocol: ip.protocol,
      hopLimit: ip.hopLimit,
      first: void 0,
      parts: [],
      isRefused: false,
      bytes: 0,
      length: void 0
    };
    this.#partials.set(key, partial);
    return partial;
  }
  #place(partial, ip, start, end) {
    let index = partial.parts.findIndex((part) => part.start >= start);
    if (index < 0) index = partial.parts.length;
    const before = partial.parts[index - 1];
    const after = partial.parts[index];
    if (after !== void 0 && after.start === start && after.bytes.length === end - start) {
      return isSame(after.bytes, ip) ? void 0 : "fragment-overlap";
    }
    if (before !== void 0 && before.start + before.bytes.length > start) return "fragment-overlap";
    if (after !== void 0 && after.start < end) return "fragment-overlap";
    if (partial.length !== void 0 && (end > partial.length || !ip.moreFragments)) return "fragment-shape";
    if (partial.parts.length >= MOST_FRAGMENTS) return "fragment-too-many";
    if (!ip.moreFragments) {
      if (after !== void 0) return "fragment-shape";
      partial.length = end;
    }
    if (start === 0) {
      partial.protocol = ip.protocol;
      partial.hopLimit = ip.hopLimit;
      partial.first = (0, import_cli2.copyBytes)(ip.bytes, ip.start, Math.min(ip.end, ip.start + MOST_KEPT));
    }
    const bytes = (0, import_cli2.copyBytes)(ip.bytes, ip.payload, ip.end);
    partial.parts.splice(index, 0, { start, bytes });
    partial.bytes += bytes.length;
    this.#bytes += bytes.length;
    return void 0;
  }
  #makeRoom(kept) {
    for (const [key, partial] of this.#partials) {
      if (this.#bytes <= MOST_BYTES2 && this.#partials.size <= MOST_DATAGRAMS) return;
      if (key === kept) continue;
      this.#counters.drop("fragment-too-many");
      this.#forget(key, partial);
    }
  }
  /** Keeps the name of a refused datagram, so that its later fragments don't begin a new one. */
  #discard(partial) {
    this.#bytes -= partial.bytes;
    partial.bytes = 0;
    partial.parts = [];
    partial.first = void 0;
    partial.isRefused = true;
  }
  #forget(key, partial) {
    this.#bytes -= partial.bytes;
    this.#partials.delete(key);
  }
  #refuse(reason) {
    this.#counters.drop(reason);
    return void 0;
  }
};
function faultOfShape(ip, end) {
  const isUneven = ip.moreFragments && (ip.payloadLength & 7) !== 0;
  const isTooLong = end + (ip.family === 4 ? IPV4_HEADER : 0) > MOST_LENGTH;
  if (!isUneven && !isTooLong) return void 0;
  if (ip.family === 4) return -1;
  return isUneven ? ip.start + IPV6_LENGTH_AT : ip.payload - IPV6_FRAGMENT_HEADER + FRAGMENT_OFFSET_AT;
}
function keyOf2(ip) {
  const addresses = Buffer.from(ip.bytes.buffer, ip.bytes.byteOffset + ip.addresses, ip.addressLength * 2);
  const protocol = ip.family === 4 ? ip.protocol : 0;
  return `${ip.identification}/${protocol}/${addresses.toString("latin1")}`;
}
function isSame(bytes, ip) {
  return Buffer.compare(bytes, ip.bytes.subarray(ip.payload, ip.end)) === 0;
}
function isWhole(partial) {
  return partial.length !== void 0 && partial.bytes === partial.length;
}
function join(partial) {
  const header = partial.family === 4 ? IPV4_HEADER : IPV6_HEADER;
  const packet2 = new Uint8Array(header + partial.bytes);
  const repr = {
    ...partial,
    payloadLength: partial.bytes,
    dontFragment: false,
    identification: 0,
    fragmentOffset: 0,
    moreFragments: false
  };
  if (partial.family === 4) emitIpv4(repr, packet2, 0);
  else emitIpv6(repr, packet2, 0);
  for (const part of partial.parts) packet2.set(part.bytes, header + part.start);
  return packet2;
}
var TimerQueue = class {
  #times = [];
  #owners = [];
  get size() {
    return this.#times.length;
  }
  /** Tells the queue that `owner.deadline` has changed. */
  update(owner) {
    const at = owner.timerIndex;
    if (at < 0) {
      if (owner.deadline === Number.POSITIVE_INFINITY) return;
      this.#siftUp(this.#times.length, owner.deadline, owner);
    } else if (owner.deadline < this.#times[at]) {
      this.#siftUp(at, owner.deadline, owner);
    }
  }
  remove(owner) {
    const at = owner.timerIndex;
    if (at < 0) return;
    owner.timerIndex = -1;
    const time = this.#times.pop();
    const last = this.#owners.pop();
    if (last === owner) return;
    if (at > 0 && time < this.#times[at - 1 >>> 1]) this.#siftUp(at, time, last);
    else this.#siftDown(at, time, last);
  }
  /** The earliest entry; may be early, never late. */
  next() {
    return this.#times[0];
  }
  /** Takes one owner whose deadline has come. Its deadline is then to be set anew and told. */
  takeDue(now) {
    while (this.#times.length > 0 && this.#times[0] <= now) {
      const owner = this.#owners[0];
      this.remove(owner);
      if (owner.deadline <= now) return owner;
      this.update(owner);
    }
    return void 0;
  }
  #siftUp(start, time, owner) {
    let at = start;
    while (at > 0) {
      const parent = at - 1 >>> 1;
      if (this.#times[parent] <= time) break;
      this.#put(at, this.#times[parent], this.#owners[parent]);
      at = parent;
    }
    this.#put(at, time, owner);
  }
  #siftDown(start, time, owner) {
    const count = this.#times.length;
    let at = start;
    for (; ; ) {
      let child = at * 2 + 1;
      if (child >= count) break;
      if (child + 1 < count && this.#times[child + 1] < this.#times[child]) child++;
      if (this.#times[child] >= time) break;
      this.#put(at, this.#times[child], this.#owners[child]);
      at = child;
    }
    this.#put(at, time, owner);
  }
  #put(at, time, owner) {
    this.#times[at] = time;
    this.#owners[at] = owner;
    owner.timerIndex = at;
  }
};
var FIN = 1;
var SYN = 2;
var RST = 4;
var PSH = 8;
var ACK = 16;
var MOST_SACK_BLOCKS = 4;
var TcpSegment = class {
  sourcePort = 0;
  destinationPort = 0;
  sequence = 0;
  acknowledgment = 0;
  flags = 0;
  window = 0;
  /** 0: absent. */
  mss = 0;
  /** -1: absent. */
  windowScale = -1;
  sackPermitted = false;
  hasTimestamps = false;
  timestampValue = 0;
  timestampEcho = 0;
  sackCount = 0;
  /** Left and right edges in turn. */
  sackEdges = new Float64Array(MOST_SACK_BLOCKS * 2);
  payload = 0;
  payloadLength = 0;
  /** Takes all options away. */
  reset() {
    this.mss = 0;
    this.windowScale = -1;
    this.sackPermitted = false;
    this.hasTimestamps = false;
    this.sackCount = 0;
  }
};
var MOST_INTERVAL_MS = 15e3;
var MOST_PROBES = 9;
var KeepAlive = class {
  idleMs;
  at = Number.POSITIVE_INFINITY;
  probes = 0;
  probedAt = Number.NEGATIVE_INFINITY;
};
function armKeepAlive(connection, now) {
  const { keepAlive: keepAlive2 } = connection;
  keepAlive2.probes = 0;
  keepAlive2.at = keepAlive2.idleMs === void 0 ? Number.POSITIVE_INFINITY : now + keepAlive2.idleMs;
}
function handleKeepAlive(connection, now) {
  const { keepAlive: keepAlive2, lastHeardAt } = connection;
  const idleMs = keepAlive2.idleMs ?? Number.POSITIVE_INFINITY;
  if (lastHeardAt >= keepAlive2.probedAt) keepAlive2.probes = 0;
  if (now - lastHeardAt < idleMs) {
    keepAlive2.at = lastHeardAt + idleMs;
    return "wait";
  }
  if (keepAlive2.probes >= MOST_PROBES) return "give-up";
  keepAlive2.probes++;
  keepAlive2.probedAt = now;
  keepAlive2.at = now + Math.min(idleMs, MOST_INTERVAL_MS);
  return "probe";
}
var LEAST_CAPACITY = 4096;
var ByteRing = class {
  #bytes = new Uint8Array(0);
  get capacity() {
    return this.#bytes.length;
  }
  /** Makes room for `[from, to)`, keeping the bytes that stand in `[from, keptTo)`. */
  reserve(from, to, keptTo) {
    const needed = to - from;
    if (needed <= this.#bytes.length) return;
    let capacity = Math.max(LEAST_CAPACITY, this.#bytes.length);
    while (capacity < needed) capacity *= 2;
    const grown = Buffer.allocUnsafeSlow(capacity);
    const old = this.#bytes;
    for (let at = from; at < keptTo; ) {
      const oldAt = at & old.length - 1;
      const newAt = at & capacity - 1;
      const count = Math.min(keptTo - at, old.length - oldAt, capacity - newAt);
      grown.set(old.subarray(oldAt, oldAt + count), newAt);
      at += count;
    }
    this.#bytes = grown;
  }
  /** Writes at `position`; the room must be reserved. */
  write(position, from, offset, length) {
    const ring = this.#bytes;
    const at = position & ring.length - 1;
    const first = Math.min(length, ring.length - at);
    copyBytes2(from, offset, ring, at, first);
    if (first < length) copyBytes2(from, offset + first, ring, 0, length - first);
  }
  read(position, into, offset, length) {
    const ring = this.#bytes;
    const at = position & ring.length - 1;
    const first = Math.min(length, ring.length - at);
    copyBytes2(ring, at, into, offset, first);
    if (first < length) copyBytes2(ring, 0, into, offset + first, length - first);
  }
  /** The bytes at `position`, up to the end of the buffer: of what is held, no byte is ever moved or written again. */
  view(position, most) {
    const at = position & this.#bytes.length - 1;
    return this.#bytes.subarray(at, Math.min(at + most, this.#bytes.length));
  }
  /** Gives the memory back. */
  release() {
    this.#bytes = new Uint8Array(0);
  }
};
function copyBytes2(from, offset, into, at, length) {
  if (offset === 0 && length === from.length) into.set(from, at);
  else into.set(from.subarray(offset, offset + length), at);
}
var RangeSet = class {
  #starts = [];
  #ends = [];
  #limit;
  constructor(limit) {
    this.#limit = limit;
  }
  get count() {
    return this.#starts.length;
  }
  startOf(index) {
    return this.#starts[index];
  }
  endOf(index) {
    return this.#ends[index];
  }
  /** The end of everything held, or `fallback` where nothing is. */
  highest(fallback) {
    return this.count === 0 ? fallback : this.#ends[this.count - 1];
  }
  get isFull() {
    return this.count >= this.#limit;
  }
  /** True where `[start, end)` would join a range that is held. */
  touches(start, end) {
    const index = this.#firstEndingAtOrAfter(start);
    return index < this.count && this.#starts[index] <= end;
  }
  /** Up to where nothing is held from `position` on, at most `end`. */
  gapEnd(position, end) {
    const index = this.#firstEndingAtOrAfter(position + 1);
    return index < this.count ? Math.max(position, Math.min(end, this.#starts[index])) : end;
  }
  /** Up to where everything is held from `position` on; `position` where it is not held. */
  heldEnd(position) {
    const index = this.#firstEndingAtOrAfter(position + 1);
    return index < this.count && this.#starts[index] <= position ? this.#ends[index] : position;
  }
  /** @returns the index of the range that holds `[start, end)` afterwards, or -1 where the set is full. */
  add(start, end) {
    const first = this.#firstEndingAtOrAfter(start);
    let last = first;
    while (last < this.count && this.#starts[last] <= end) last++;
    if (first === last) {
      if (this.count >= this.#limit) return -1;
      this.#starts.splice(first, 0, start);
      this.#ends.splice(first, 0, end);
      return first;
    }
    const joinedEnd = Math.max(end, this.#ends[last - 1]);
    this.#starts[first] = Math.min(start, this.#starts[first]);
    this.#ends[first] = joinedEnd;
    this.#starts.splice(first + 1, last - first - 1);
    this.#ends.splice(first + 1, last - first - 1);
    return first;
  }
  /** True where every byte of `[start, end)` is held. */
  covers(start, end) {
    const index = this.#firstEndingAtOrAfter(end);
    return index < this.count && this.#starts[index] <= start;
  }
  /** Takes the ranges that touch `position` away. @returns where the stream is whole up to */
  advance(position) {
    let reached = position;
    let gone = 0;
    while (gone < this.count && this.#starts[gone] <= reached) {
      reached = Math.max(reached, this.#ends[gone]);
      gone++;
    }
    if (gone > 0) {
      this.#starts.splice(0, gone);
      this.#ends.splice(0, gone);
    }
    return reached;
  }
  clear() {
    this.#starts.length = 0;
    this.#ends.length = 0;
  }
  #firstEndingAtOrAfter(position) {
    let low = 0;
    let high = this.count;
    while (low < high) {
      const middle = low + high >>> 1;
      if (this.#ends[middle] < position) low = middle + 1;
      else high = middle;
    }
    return low;
  }
};
var INITIAL_LIMIT = 262144;
var MOST_RANGES = 128;
var DELAYED_ACK_MS = 40;
var RECENT_BLOCKS = 4;
var Receiver = class {
  /** Next position expected, and next to be given to the reader. */
  nxt = 0;
  readAt = 1;
  /** Position of the peer's FIN; infinite until known. */
  finAt = Number.POSITIVE_INFINITY;
  /** Right edge that the peer has been told. */
  edge = 1;
  scale = 0;
  limit;
  ackNow = false;
  ackAt = Number.POSITIVE_INFINITY;
  lastAckSent = 0;
  mss = 536;
  /** No segment of the peer's is longer: what is, are several that were joined on the way. */
  mostSegment = 65535;
  ring = new ByteRing();
  ranges = new RangeSet(MOST_RANGES);
  #unacknowledged = 0;
  #recent = [];
  #duplicateLeft = 0;
  #duplicateRight = 0;
  #measureFrom = 0;
  #measureStart = 0;
  #maxLimit;
  constructor(maxLimit) {
    this.#maxLimit = maxLimit;
    this.limit = Math.min(INITIAL_LIMIT, maxLimit);
  }
  /** Sets the shift of our window; without one the window ends at 64 kB (RFC 7323 \u00a72.2). */
  setScale(scale) {
    this.scale = scale;
    this.#maxLimit = Math.min(this.#maxLimit, 65535 * 2 ** scale);
    this.limit = Math.min(this.limit, this.#maxLimit);
  }
  get readableBytes() {
    return Math.max(0, Math.min(this.nxt, this.finAt) - this.readAt);
  }
  get finReached() {
    return this.nxt > this.finAt;
  }
  /** Bytes that may still come. */
  get room() {
    return Math.max(0, this.readAt + this.limit - this.nxt);
  }
  /**
   * RFC 9293 \u00a73.10.7.4, first check. `length` counts SYN and FIN. What has no length may also stand at the end of the
   * window: of a peer that has filled it, and lost a part on the way, every acknowledgment does.
   */
  isAcceptable(start, length) {
    const room = Math.max(this.room, this.edge - this.nxt);
    if (room === 0) return start === this.nxt;
    const end = this.nxt + room;
    if (length === 0) return start >= this.nxt && start <= end;
    return start < end && start + length > this.nxt;
  }
  /**
   * Takes the data of an acceptable segment.
   * @returns `stored` in order or not; `held` where it is out of order and wants an immediate
   * acknowledgment; `nothing` where no byte was new
   */
  take(start, bytes, offset, length, now) {
    let from = Math.max(start, this.nxt);
    const end = Math.min(start + length, this.readAt + this.limit, this.finAt);
    if (start < this.nxt) this.noteDuplicate(start, Math.min(start + length, this.nxt));
    if (end <= from) {
      this.ackNow = true;
      return "nothing";
    }
    if (from < this.readAt) from = this.readAt;
    this.mss = Math.max(this.mss, Math.min(length, this.mostSegment));
    if (from > this.nxt) return this.#hold(from, end, bytes, offset + from - start);
    this.#store(from, end, bytes, offset + from - start, this.ranges.highest(this.nxt));
    this.nxt = end;
    this.#countForAck(end - from, now);
    if (this.ranges.count > 0) {
      this.nxt = this.ranges.advance(end);
      this.ackNow = true;
    }
    return "stored";
  }
  /** `[left, right)` came twice: the next acknowledgment says so (RFC 2883). */
  noteDuplicate(left, right) {
    this.#duplicateLeft = left;
    this.#duplicateRight = right;
  }
  /** The peer's FIN stands at `position`. @returns true where it was reached by this */
  takeFin(position) {
    if (this.finAt === Number.POSITIVE_INFINITY && position >= this.nxt) this.finAt = position;
    this.ackNow = true;
    return this.reachFin();
  }
  /** Steps over the FIN once everything before it is there. */
  reachFin() {
    if (this.nxt !== this.finAt) return false;
    this.nxt++;
    this.ackNow = true;
    return true;
  }
  read(maxBytes, roundTripMs, now) {
    const length = Math.min(maxBytes, this.readableBytes);
    if (length <= 0) return void 0;
    const bytes = Buffer.allocUnsafe(length);
    this.ring.read(this.readAt, bytes, 0, length);
    this.consume(length, roundTripMs, now);
    return bytes;
  }
  /** What {@link read} would give, as far as it lies in one piece. */
  peek(maxBytes) {
    const length = Math.min(maxBytes, this.readableBytes);
    return length <= 0 ? void 0 : this.ring.view(this.readAt, length);
  }
  consume(most, roundTripMs, now) {
    const length = Math.min(most, this.readableBytes);
    if (length <= 0) return;
    this.readAt += length;
    this.#tune(roundTripMs, now);
    this.#offerWindow();
  }
  /** The window field of a segment that leaves now; moves the edge that the peer knows. */
  advertise() {
    const edge = this.readAt + this.limit;
    if (edge - this.edge >= Math.min(this.limit / 2, this.mss)) this.edge = edge;
    const window = Math.max(0, this.edge - this.nxt);
    return Math.min(65535, window >>> this.scale);
  }
  /** An acknowledgment left with the segment just sent. */
  onAckSent() {
    this.ackNow = false;
    this.ackAt = Number.POSITIVE_INFINITY;
    this.#unacknowledged = 0;
    this.lastAckSent = this.nxt;
  }
  get wantsSack() {
    return this.ranges.count > 0 || this.#holdsFin || this.#duplicateRight > this.#duplicateLeft;
  }
  /** Writes the blocks, newest first, a DSACK before all (RFC 2018 \u00a74, RFC 2883 \u00a74); a held FIN is in its block. */
  fillSack(segment, most, sequenceOf) {
    let count = 0;
    const put = (left, right) => {
      segment.sackEdges[count * 2] = sequenceOf(left);
      segment.sackEdges[count * 2 + 1] = sequenceOf(right);
      count++;
    };
    if (this.#duplicateRight > this.#duplicateLeft) {
      put(this.#duplicateLeft, this.#duplicateRight);
      this.#duplicateRight = this.#duplicateLeft;
    }
    const given = [];
    for (const position of this.#recent) {
      const index = this.#rangeAt(position);
      if (index < 0 || given.includes(index) || count >= most) continue;
      given.push(index);
      put(this.ranges.startOf(index), this.#blockEnd(index));
    }
    for (let i = 0; i < this.ranges.count && count < most; i++) {
      if (!given.includes(i)) put(this.ranges.startOf(i), this.#blockEnd(i));
    }
    const isFinAlone = this.#holdsFin && this.ranges.highest(this.nxt) !== this.finAt;
    if (isFinAlone && count < most) put(this.finAt, this.finAt + 1);
    segment.sackCount = count;
  }
  release() {
    this.ring.release();
    this.ranges.clear();
    this.readAt = Math.min(this.nxt, this.finAt);
  }
  #hold(from, end, bytes, offset) {
    this.ackNow = true;
    if (this.ranges.covers(from, end)) {
      this.noteDuplicate(from, end);
      return "nothing";
    }
    if (this.ranges.isFull && !this.ranges.touches(from, end)) return "nothing";
    this.#store(from, end, bytes, offset, this.ranges.highest(this.nxt));
    this.ranges.add(from, end);
    this.#recent.unshift(from);
    if (this.#recent.length > RECENT_BLOCKS) this.#recent.length = RECENT_BLOCKS;
    return "held";
  }
  /** `heldTo` is the end of what the ring held before. What came first stays, whatever overlaps it. */
  #store(from, end, bytes, offset, heldTo) {
    this.ring.reserve(this.readAt, Math.max(end, heldTo), heldTo);
    for (let at = from; at < end; ) {
      const gapEnd = this.ranges.gapEnd(at, end);
      if (gapEnd > at) this.ring.write(at, bytes, offset + at - from, gapEnd - at);
      at = this.ranges.heldEnd(gapEnd);
    }
  }
  /** RFC 9293 \u00a73.8.6.3: every second full segment, or after a short wait. */
  #countForAck(length, now) {
    this.#unacknowledged += length;
    if (this.#unacknowledged >= 2 * this.mss) this.ackNow = true;
    else if (this.ackAt === Number.POSITIVE_INFINITY) this.ackAt = now + DELAYED_ACK_MS;
  }
  /** Dynamic right-sizing: a peer that doubles its rate each round trip wants four times what the reader took in the last one. */
  #tune(roundTripMs, now) {
    if (now - this.#measureStart < roundTripMs) return;
    const wanted = (this.readAt - this.#measureFrom) * 4;
    if (wanted > this.limit && this.#measureStart > 0) this.limit = Math.min(this.#maxLimit, wanted);
    this.#measureStart = now;
    this.#measureFrom = this.readAt;
  }
  /** RFC 9293 \u00a73.8.6.2.2: tells of a window that has opened by much. */
  #offerWindow() {
    const known = this.edge - this.nxt;
    const gain = this.readAt + this.limit - this.edge;
    if (gain >= Math.min(this.limit / 2, 2 * this.mss) && gain >= known / 2) this.ackNow = true;
  }
  /** The FIN has come, and something before it has not. */
  get #holdsFin() {
    return this.finAt !== Number.POSITIVE_INFINITY && this.nxt < this.finAt;
  }
  #blockEnd(index) {
    const end = this.ranges.endOf(index);
    return end === this.finAt ? end + 1 : end;
  }
  #rangeAt(position) {
    for (let i = 0; i < this.ranges.count; i++) {
      if (position >= this.ranges.startOf(i) && position < this.ranges.endOf(i)) return i;
    }
    return -1;
  }
};
var HOP_LIMIT2 = 64;
var ORPHAN_MS = 6e4;
var TcpConnection = class {
  local;
  remote;
  host;
  sender;
  receiver;
  state;
  end;
  /** Initial sequence numbers of ours and of the peer (RFC 9293 ISS, IRS). */
  initialSend;
  initialReceive = 0;
  /** RFC 7323: timestamps are in use; ours start at the offset. */
  hasTimestamps = true;
  timestampOffset;
  timestampRecent = 0;
  timestampRecentAt = 0;
  /** The shift of the peer's window. */
  sendScale = 0;
  usesScale = true;
  /** SYN or SYN-ACK is to be sent by the next drain. */
  handshakeDue = true;
  handshakeSends = 0;
  handshakeSentAt = 0;
  listener;
  isOrphan = false;
  /** When its user closed it. */
  orphanedAt = 0;
  lastHeardAt = 0;
  lastChallengeAt = Number.NEGATIVE_INFINITY;
  challenges = 0;
  keepAlive = new KeepAlive();
  /** When TIME-WAIT or an orphan's wait is over. */
  lifetimeAt = Number.POSITIVE_INFINITY;
  deadline = Number.POSITIVE_INFINITY;
  timerIndex = -1;
  isChanged = false;
  isReadableTold = false;
  wantsWritable = false;
  isEndTold = false;
  /** Greatest IP packet on the path, and what the peer takes in a segment. */
  pathMtu = 0;
  peerMss = 536;
  /** The connection table's. */
  hash = 0;
  nextInBucket;
  ip;
  addressSum;
  constructor(host, local, remote, options) {
    this.host = host;
    this.local = local;
    this.remote = remote;
    this.state = options.state;
    this.sender = options.sender;
    this.receiver = new Receiver(options.maxBuffer);
    this.initialSend = options.initialSend;
    this.timestampOffset = options.timestampOffset;
    const { bytes: source } = local.address;
    const { bytes: destination } = remote.address;
    this.addressSum = addSums(
      sumBytes(source, 0, source.length),
      sumBytes(destination, 0, destination.length)
    );
    this.ip = {
      source,
      destination,
      protocol: PROTOCOL2.tcp,
      hopLimit: HOP_LIMIT2,
      payloadLength: 0,
      dontFragment: true,
      identification: 0,
      fragmentOffset: 0,
      moreFragments: false
    };
  }
  get readableBytes() {
    return this.receiver.readableBytes;
  }
  get readEnded() {
    return this.receiver.finReached && this.receiver.readableBytes === 0;
  }
  get writableBytes() {
    return this.mayWrite ? this.sender.writableBytes : 0;
  }
  get unacknowledgedBytes() {
    return Math.max(0, this.sender.written - Math.max(1, this.sender.una));
  }
  get roundTripMs() {
    return this.sender.roundTrip.smoothed;
  }
  get info() {
    const { sender, receiver } = this;
    return {
      mss: sender.mss,
      congestionWindow: sender.congestion.window,
      slowStartThreshold: sender.congestion.threshold,
      bytesInFlight: sender.pipe,
      peerWindow: sender.window,
      receiveBuffer: receiver.limit,
      sendBuffer: sender.bufferLimit,
      retransmittedSegments: sender.retransmissions,
      rtoMs: sender.roundTrip.rto
    };
  }
  write(bytes, _now) {
    const taken = this.mayWrite ? this.sender.write(bytes) : 0;
    if (taken < bytes.length) this.wantsWritable = true;
    if (taken > 0) this.host.markChanged(this);
    return taken;
  }
  read(maxBytes, now) {
    this.isReadableTold = false;
    const bytes = this.receiver.read(maxBytes, this.sender.roundTrip.smoothed ?? 100, now);
    if (this.receiver.ackNow && this.state !== "closed") this.host.markChanged(this);
    return bytes;
  }
  peek(maxBytes) {
    this.isReadableTold = false;
    return this.receiver.peek(maxBytes);
  }
  consume(bytes, now) {
    this.receiver.consume(bytes, this.sender.roundTrip.smoothed ?? 100, now);
    if (this.receiver.ackNow && this.state !== "closed") this.host.markChanged(this);
  }
  shutdown(_now) {
    if (!this.mayWrite) return;
    this.sender.finAt = this.sender.written;
    if (this.state === "established") this.state = "fin-wait-1";
    else if (this.state === "close-wait") this.state = "last-ack";
    this.host.markChanged(this);
  }
  close(now) {
    if (this.isOrphan || this.state === "closed") return;
    if (this.receiver.readableBytes > 0 || this.state === "syn-sent") {
      this.abort(now);
      return;
    }
    this.isOrphan = true;
    this.orphanedAt = now;
    this.shutdown(now);
    if (this.state === "fin-wait-2") this.lifetimeAt = now + ORPHAN_MS;
    this.host.markChanged(this);
  }
  abort(_now) {
    if (this.state === "closed") return;
    if (this.state !== "syn-sent" && this.state !== "time-wait") this.host.reset(this);
    this.finish("aborted");
  }
  setNagle(enabled, _now) {
    this.sender.nagle = enabled;
    this.host.markChanged(this);
  }
  setKeepAlive(idleMs, now) {
    this.keepAlive.idleMs = idleMs;
    armKeepAlive(this, now);
    this.host.markChanged(this);
  }
  /** RFC 9293 \u00a73.10.2: writing is possible until it was shut down. */
  get mayWrite() {
    if (this.sender.finAt !== Number.POSITIVE_INFINITY) return false;
    switch (this.state) {
      case "syn-sent":
      case "syn-received":
      case "established":
      case "close-wait":
        return true;
      default:
        return false;
    }
  }
  /** The position of a sequence number of the peer. */
  receivePosition(sequence) {
    const { nxt } = this.receiver;
    return nxt + (sequence - this.initialReceive - nxt | 0);
  }
  /** The position of an acknowledgment number. */
  sendPosition(acknowledgment) {
    const { una } = this.sender;
    return una + (acknowledgment - this.initialSend - una | 0);
  }
  sendSequence(position) {
    return this.initialSend + position >>> 0;
  }
  receiveSequence(position) {
    return this.initialReceive + position >>> 0;
  }
  timestamp(now) {
    return this.timestampOffset + Math.floor(now) >>> 0;
  }
  /** Sizes segments to the path: IP and TCP headers and timestamps off (RFC 6691). */
  fitToPath(maxSuperSegment) {
    const headers = (this.local.address.family === 4 ? 20 : 40) + 20;
    const options = this.hasTimestamps ? 12 : 0;
    const mss = Math.max(48, Math.min(this.peerMss, this.pathMtu - headers) - options);
    if (mss !== this.sender.mss) this.sender.congestion.setMss(mss);
    this.sender.mss = mss;
    const most = maxSuperSegment - headers - options;
    this.sender.burst = Math.max(mss, Math.floor(most / mss) * mss);
  }
  /** Both directions are done: waits for what is still on its way (RFC 9293 \u00a73.6.1). */
  enterTimeWait(now) {
    this.state = "time-wait";
    this.lifetimeAt = now + this.host.timeWaitMs;
    this.sender.ring.release();
    this.sender.timer = "none";
    this.sender.timerAt = Number.POSITIVE_INFINITY;
    this.keepAlive.at = Number.POSITIVE_INFINITY;
    this.end = "finished";
    this.host.ended(this);
  }
  enterFinWait2(now) {
    this.state = "fin-wait-2";
    if (this.isOrphan) this.lifetimeAt = now + ORPHAN_MS;
  }
  /** Ends it at once. What was received stays readable. */
  finish(end) {
    if (this.state === "closed") return;
    this.state = "closed";
    this.end ??= end;
    this.sender.ring.release();
    this.sender.segments.clear();
    this.sender.timerAt = Number.POSITIVE_INFINITY;
    this.deadline = Number.POSITIVE_INFINITY;
    this.host.ended(this);
    this.host.remove(this);
  }
  /** Tells the stack's queue when to come back. */
  updateDeadline() {
    this.deadline = Math.min(this.sender.timerAt, this.receiver.ackAt, this.keepAlive.at, this.lifetimeAt);
  }
};
var ConnectionTable = class {
  #chains = /* @__PURE__ */ new Map();
  #seed;
  #count = 0;
  constructor(seed) {
    this.#seed = seed | 0;
  }
  get count() {
    return this.#count;
  }
  add(connection) {
    const { local, remote } = connection;
    connection.hash = this.#hashEndpoints(local, remote);
    connection.nextInBucket = this.#chains.get(connection.hash);
    this.#chains.set(connection.hash, connection);
    this.#count++;
  }
  remove(connection) {
    const first = this.#chains.get(connection.hash);
    let before;
    for (let at = first; at !== void 0; before = at, at = at.nextInBucket) {
      if (at !== connection) continue;
      if (before !== void 0) before.nextInBucket = at.nextInBucket;
      else if (at.nextInBucket !== void 0) this.#chains.set(connection.hash, at.nextInBucket);
      else this.#chains.delete(connection.hash);
      connection.nextInBucket = void 0;
      this.#count--;
      return;
    }
  }
  /** `addresses`: where the peer's address starts in `bytes`, ours directly after it. */
  find(bytes, addresses, addressLength, remotePort, localPort) {
    let hash2 = mix(this.#seed, remotePort << 16 | localPort);
    hash2 = hashBytes(hash2, bytes, addresses, addressLength * 2);
    for (let at = this.#chains.get(hash2); at !== void 0; at = at.nextInBucket) {
      if (at.remote.port !== remotePort || at.local.port !== localPort) continue;
      if (!isEqual(at.remote.address.bytes, bytes, addresses, addressLength)) continue;
      if (isEqual(at.local.address.bytes, bytes, addresses + addressLength, addressLength)) return at;
    }
    return void 0;
  }
  has(local, remote) {
    const length = local.address.bytes.length;
    const addresses = new Uint8Array(length * 2);
    addresses.set(remote.address.bytes, 0);
    addresses.set(local.address.bytes, length);
    return this.find(addresses, 0, length, remote.port, local.port) !== void 0;
  }
  *all() {
    for (const first of [...this.#chains.values()]) {
      for (let at = first; at !== void 0; ) {
        const next = at.nextInBucket;
        yield at;
        at = next;
      }
    }
  }
  #hashEndpoints(local, remote) {
    let hash2 = mix(this.#seed, remote.port << 16 | local.port);
    hash2 = hashBytes(hash2, remote.address.bytes, 0, remote.address.bytes.length);
    return hashBytes(hash2, local.address.bytes, 0, local.address.bytes.length);
  }
};
function hashBytes(seed, bytes, offset, length) {
  let hash2 = seed;
  for (let at = offset; at < offset + length; at += 4) {
    const word = bytes[at] << 24 | bytes[at + 1] << 16 | bytes[at + 2] << 8 | bytes[at + 3];
    hash2 = mix(hash2, word);
  }
  return hash2;
}
function mix(hash2, word) {
  let mixed = Math.imul(hash2 ^ word, 2654435761);
  mixed ^= mixed >>> 15;
  mixed = Math.imul(mixed, 2246822519);
  return mixed ^ mixed >>> 13;
}
function isEqual(address2, bytes, offset, length) {
  if (address2.length !== length) return false;
  for (let i = 0; i < length; i++) if (address2[i] !== bytes[offset + i]) return false;
  return true;
}
var WORST_DELAYED_ACK = 200;
var LEAST_PROBE_MS = 10;
var MOST_PERSIST_MS = 6e4;
var BLACKHOLE_TIMEOUTS = 3;
function armSenderTimer(sender, reorderMs, now) {
  const { segments } = sender;
  if (segments.count === 0) {
    if (sender.unsent <= 0) set(sender, "none", Number.POSITIVE_INFINITY);
    else if (sender.timer !== "persist") set(sender, "persist", now + persistInterval(sender));
    return;
  }
  sender.persistBackoff = 0;
  const timeoutAt = sender.timerBase + sender.roundTrip.rto;
  const reorderAt = reorderMs > 0 ? now + reorderMs : Number.POSITIVE_INFINITY;
  const probeAt = mayProbeTail(sender) ? now + probeTimeout(sender) : Number.POSITIVE_INFINITY;
  if (reorderAt < timeoutAt) set(sender, "reorder", reorderAt);
  else if (probeAt < timeoutAt) set(sender, "tail-probe", probeAt);
  else set(sender, "rto", timeoutAt);
}
function backOffPersist(sender, now) {
  sender.persistBackoff = Math.min(sender.persistBackoff + 1, 10);
  set(sender, "persist", now + persistInterval(sender));
}
function handleRetransmissionTimeout(sender, now) {
  const { segments, recovery, congestion } = sender;
  if (segments.count > 0 && (segments.flagsOf(0) & 1) !== 0) segments.unmarkSacked();
  if (recovery.kind !== "timeout") {
    const flight = sender.pipe;
    for (let i = 0; i < segments.count; i++) segments.markLost(i);
    congestion.onTimeout(flight, now);
    recovery.begin("timeout", sender.nxt, flight);
  } else {
    for (let i = 0; i < segments.count; i++) segments.markLost(i);
    congestion.window = sender.mss;
    recovery.firstRetransmitStamp = Number.NEGATIVE_INFINITY;
  }
  sender.duplicateAcks = 0;
  sender.tailProbeEnd = -1;
  sender.timeouts++;
  sender.roundTrip.backOff();
  sender.timerBase = now;
  armSenderTimer(sender, 0, now);
  return sender.timeouts === BLACKHOLE_TIMEOUTS;
}
function mayProbeTail(sender) {
  return sender.sackPermitted && sender.recovery.kind === "open" && !sender.isTailProbed && sender.segments.sackedBytes === 0 && sender.segments.lostBytes === 0;
}
function probeTimeout(sender) {
  const smoothed = sender.roundTrip.smoothed;
  if (smoothed === void 0) return 1e3;
  const delayed = sender.segments.count === 1 ? WORST_DELAYED_ACK : 0;
  return Math.max(LEAST_PROBE_MS, 2 * smoothed + delayed);
}
function persistInterval(sender) {
  return Math.min(MOST_PERSIST_MS, sender.roundTrip.rto * 2 ** sender.persistBackoff);
}
function set(sender, timer, at) {
  sender.timer = timer;
  sender.timerAt = at;
}
var SACKED = 1;
var LOST = 2;
var RETRANSMITTED = 4;
var INITIAL_CAPACITY = 16;
var SentSegments = class {
  #head = 0;
  #count = 0;
  #mask = INITIAL_CAPACITY - 1;
  #ends = new Float64Array(INITIAL_CAPACITY);
  #sentAt = new Float64Array(INITIAL_CAPACITY);
  #flags = new Uint8Array(INITIAL_CAPACITY);
  #start = 0;
  /** Bytes marked as {@link SACKED}, and as {@link LOST} and not sent again. */
  sackedBytes = 0;
  lostBytes = 0;
  sackedSegments = 0;
  get count() {
    return this.#count;
  }
  /** The start of the first segment. */
  get start() {
    return this.#start;
  }
  startOf(index) {
    return index === 0 ? this.#start : this.#ends[this.#head + index - 1 & this.#mask];
  }
  endOf(index) {
    return this.#ends[this.#head + index & this.#mask];
  }
  sentAtOf(index) {
    return this.#sentAt[this.#head + index & this.#mask];
  }
  flagsOf(index) {
    return this.#flags[this.#head + index & this.#mask];
  }
  /** Records a segment sent for the first time, directly after the last one. */
  push(start, end, now) {
    if (this.#count === 0) this.#start = start;
    if (this.#count > this.#mask) this.#grow();
    const at = this.#head + this.#count & this.#mask;
    this.#ends[at] = end;
    this.#sentAt[at] = now;
    this.#flags[at] = 0;
    this.#count++;
  }
  /** Takes the first segment away, whole. */
  shift() {
    this.#uncount(0);
    this.#start = this.#ends[this.#head & this.#mask];
    this.#head = this.#head + 1 & this.#mask;
    this.#count--;
  }
  /** Moves the start of the first segment up: a peer may acknowledge a part of it. */
  trim(start) {
    const gone = start - this.#start;
    const flags = this.flagsOf(0);
    if ((flags & SACKED) !== 0) this.sackedBytes -= gone;
    if ((flags & LOST) !== 0) this.lostBytes -= gone;
    this.#start = start;
  }
  markSacked(index) {
    const size = this.endOf(index) - this.startOf(index);
    if ((this.flagsOf(index) & LOST) !== 0) this.lostBytes -= size;
    this.sackedBytes += size;
    this.sackedSegments++;
    this.#setFlags(index, (this.flagsOf(index) | SACKED) & ~LOST);
  }
  markLost(index) {
    const flags = this.flagsOf(index);
    if ((flags & (SACKED | LOST)) !== 0) return;
    this.lostBytes += this.endOf(index) - this.startOf(index);
    this.#setFlags(index, flags | LOST);
  }
  /** The segment is in flight again. */
  markRetransmitted(index, now) {
    const flags = this.flagsOf(index);
    if ((flags & LOST) !== 0) this.lostBytes -= this.endOf(index) - this.startOf(index);
    this.#setFlags(index, flags & ~LOST | RETRANSMITTED);
    this.#sentAt[this.#head + index & this.#mask] = now;
  }
  /** Takes back every {@link LOST} mark, after a loss that was none. */
  unmarkLost() {
    for (let i = 0; i < this.#count; i++) this.#setFlags(i, this.flagsOf(i) & ~LOST);
    this.lostBytes = 0;
  }
  /** Takes back every {@link SACKED} mark, after a peer has thrown away what it had SACKed. */
  unmarkSacked() {
    for (let i = 0; i < this.#count; i++) this.#setFlags(i, this.flagsOf(i) & ~SACKED);
    this.sackedBytes = 0;
    this.sackedSegments = 0;
  }
  /** Makes two segments of one, the first ending at `middle`; both keep time and flags. */
  split(index, middle) {
    if (this.#count > this.#mask) this.#grow();
    for (let i = this.#count; i > index; i--) {
      const to = this.#head + i & this.#mask;
      const from = this.#head + i - 1 & this.#mask;
      this.#ends[to] = this.#ends[from];
      this.#sentAt[to] = this.#sentAt[from];
      this.#flags[to] = this.#flags[from];
    }
    this.#count++;
    this.#ends[this.#head + index & this.#mask] = middle;
    if ((this.flagsOf(index) & SACKED) !== 0) this.sackedSegments++;
  }
  /** The first segment that ends after `position`; `count` where there is none. */
  find(position) {
    let low = 0;
    let high = this.#count;
    while (low < high) {
      const middle = low + high >>> 1;
      if (this.endOf(middle) <= position) low = middle + 1;
      else high = middle;
    }
    return low;
  }
  clear() {
    this.#count = 0;
    this.sackedBytes = 0;
    this.lostBytes = 0;
    this.sackedSegments = 0;
  }
  #setFlags(index, flags) {
    this.#flags[this.#head + index & this.#mask] = flags;
  }
  #uncount(index) {
    const flags = this.flagsOf(index);
    const size = this.endOf(index) - this.startOf(index);
    if ((flags & SACKED) !== 0) {
      this.sackedBytes -= size;
      this.sackedSegments--;
    }
    if ((flags & LOST) !== 0) this.lostBytes -= size;
  }
  #grow() {
    const capacity = (this.#mask + 1) * 2;
    const ends = new Float64Array(capacity);
    const sentAt = new Float64Array(capacity);
    const flags = new Uint8Array(capacity);
    for (let i = 0; i < this.#count; i++) {
      const from = this.#head + i & this.#mask;
      ends[i] = this.#ends[from];
      sentAt[i] = this.#sentAt[from];
      flags[i] = this.#flags[from];
    }
    this.#ends = ends;
    this.#sentAt = sentAt;
    this.#flags = flags;
    this.#head = 0;
    this.#mask = capacity - 1;
  }
};
var DUPLICATE_ACKS = 3;
var NOTHING = { delivered: 0, owed: 0 };
function handleAcknowledgment(sender, a, now) {
  const { segments, recovery } = sender;
  const before = sender.una;
  const sackedBefore = segments.sackedBytes;
  const owed = sender.owedBytes;
  const flight = sender.nxt - before + owed;
  if (a.ack > sender.nxt) {
    segments.push(sender.nxt, a.ack, now);
    sender.nxt = a.ack;
  }
  const advanced = a.ack > before;
  const delivery = takeDelivered(sender, a, now);
  const sawDuplicate = a.sackCount > 0 && takeSack(sender, a, now);
  if (sawDuplicate) sender.rack.onDuplicateSack();
  sender.una = a.ack;
  const echo = sawDuplicate ? void 0 : a.echo;
  if (advanced) takeProgress(sender, a, { oldestSentAt: delivery.oldestSentAt, echo }, now);
  endTailProbe(sender, a.ack, sawDuplicate, now);
  const delivered = Math.max(0, a.ack - before + segments.sackedBytes - sackedBefore);
  undoFalseLoss(sender, a, advanced);
  const reorderMs = detectLoss(sender, a, { advanced, delivered, owed }, now);
  if (recovery.kind !== "open" && sender.una >= recovery.point) endRecovery(sender);
  growOrRecover(sender, { acked: a.ack - before, delivered, flight, advanced }, now);
  armSenderTimer(sender, reorderMs, now);
  return advanced;
}
function sackPositions(segment, sequence, una, into) {
  for (let i = 0; i < segment.sackCount * 2; i++) {
    into[i] = una + (segment.sackEdges[i] - sequence | 0);
  }
  return segment.sackCount;
}
function handleReorderTimeout(sender, now) {
  const again = detectByTime(sender, now);
  if (sender.segments.lostBytes > 0) enterRecovery(sender, NOTHING, now);
  armSenderTimer(sender, again, now);
}
function takeDelivered(sender, a, now) {
  const { segments } = sender;
  let oldestSentAt = -1;
  while (segments.count > 0 && segments.endOf(0) <= a.ack) {
    const flags = segments.flagsOf(0);
    const sentAt = segments.sentAtOf(0);
    if ((flags & SACKED) === 0) {
      const isOld = a.echo !== void 0 && isEchoBefore(a, sentAt, now);
      sender.rack.onDelivered(segments.endOf(0), sentAt, flags, sender.roundTrip.least, isOld, now);
      if ((flags & RETRANSMITTED) === 0 && oldestSentAt < 0) oldestSentAt = sentAt;
    }
    segments.shift();
  }
  if (segments.count > 0 && a.ack > segments.start) segments.trim(a.ack);
  return { oldestSentAt };
}
function isEchoBefore(a, sentAt, now) {
  const stampThen = a.stampNow - Math.floor(now - sentAt);
  return (a.echo - stampThen | 0) < -1;
}
function takeSack(sender, a, now) {
  const { segments } = sender;
  let isDuplicate = false;
  for (let block = 0; block < a.sackCount; block++) {
    const left = a.sack[block * 2];
    const right = a.sack[block * 2 + 1];
    if (block === 0 && (right <= a.ack || isInside(left, right, a, 1))) {
      isDuplicate = left < right;
      continue;
    }
    if (left >= right || right > sender.nxt || right <= a.ack) continue;
    const to = right === sender.finAt ? right + 1 : right;
    for (let i = segments.find(left); i < segments.count && segments.endOf(i) <= to; i++) {
      if (segments.startOf(i) >= right) break;
      if (segments.startOf(i) < left || (segments.flagsOf(i) & SACKED) !== 0) continue;
      const sentAt = segments.sentAtOf(i);
      const isOld = a.echo !== void 0 && isEchoBefore(a, sentAt, now);
      const flags = segments.flagsOf(i);
      sender.rack.onDelivered(segments.endOf(i), sentAt, flags, sender.roundTrip.least, isOld, now);
      segments.markSacked(i);
    }
  }
  return isDuplicate;
}
function isInside(left, right, a, block) {
  if (block >= a.sackCount) return false;
  return left >= a.sack[block * 2] && right <= a.sack[block * 2 + 1];
}
function takeProgress(sender, a, { oldestSentAt, echo }, now) {
  sender.timeouts = 0;
  sender.isTailProbed = false;
  sender.timerBase = now;
  sender.roundTrip.resetBackoff();
  let rtt = oldestSentAt >= 0 ? now - oldestSentAt : -1;
  if (rtt < 0 && echo !== void 0) rtt = a.stampNow - echo | 0;
  if (rtt < 0) return;
  sender.roundTrip.sample(rtt, now);
  sender.congestion.onRoundTrip(rtt, a.ack, sender.nxt);
}
function endTailProbe(sender, ack, sawDuplicate, now) {
  if (sender.tailProbeEnd < 0) return;
  if (sawDuplicate) {
    sender.tailProbeEnd = -1;
  } else if (ack >= sender.tailProbeEnd) {
    const wasRepair = sender.tailProbeWasRetransmission;
    sender.tailProbeEnd = -1;
    if (!wasRepair || sender.recovery.kind !== "open") return;
    sender.congestion.onLoss(sender.pipe, now);
    sender.congestion.window = sender.congestion.threshold;
  }
}
function undoFalseLoss(sender, a, advanced) {
  const { recovery } = sender;
  const stamp = recovery.firstRetransmitStamp;
  if (recovery.kind === "open" || !advanced || a.echo === void 0 || stamp === void 0) return;
  if (!Number.isFinite(stamp) || (a.echo - stamp | 0) >= 0) return;
  sender.segments.unmarkLost();
  sender.congestion.undo();
  sender.duplicateAcks = 0;
  recovery.end();
}
function detectLoss(sender, a, came, now) {
  if (!sender.sackPermitted) {
    detectByDuplicates(sender, a, came, now);
    return 0;
  }
  if (sender.segments.count === 0) return 0;
  const isQuiet = sender.segments.sackedBytes === 0 && sender.recovery.kind === "open";
  const again = isQuiet ? 0 : detectByTime(sender, now);
  if (sender.segments.lostBytes > 0) enterRecovery(sender, came, now);
  return again;
}
function detectByTime(sender, now) {
  const { roundTrip, recovery } = sender;
  return sender.rack.detect(
    sender.segments,
    recovery.kind !== "open",
    roundTrip.least,
    roundTrip.smoothed ?? 0,
    now
  );
}
function detectByDuplicates(sender, a, came, now) {
  const { segments, recovery } = sender;
  if (came.advanced) {
    sender.duplicateAcks = 0;
    const isPartial = recovery.kind === "fast" && sender.una < recovery.point;
    if (isPartial && segments.count > 0) segments.markLost(0);
    return;
  }
  if (!a.isDuplicate || segments.count === 0) return;
  sender.duplicateAcks = Math.min(sender.duplicateAcks + 1, segments.count);
  if (sender.duplicateAcks === DUPLICATE_ACKS && recovery.kind === "open" && sender.una >= recovery.point) {
    segments.markLost(0);
    enterRecovery(sender, came, now);
  }
}
function enterRecovery(sender, came, now) {
  const { recovery, congestion } = sender;
  if (recovery.kind !== "open") return;
  const flight = sender.nxt - sender.una - sender.segments.sackedBytes;
  congestion.onLoss(flight, now);
  recovery.begin("fast", sender.nxt, flight + came.delivered, came.owed);
  sender.tailProbeEnd = -1;
}
function endRecovery(sender) {
  const { recovery, congestion } = sender;
  if (recovery.kind === "fast") {
    congestion.window = congestion.threshold;
    sender.rack.onRecoveryEnd();
  }
  sender.duplicateAcks = 0;
  recovery.end();
}
function growOrRecover(sender, progress, now) {
  const { congestion, recovery } = sender;
  if (recovery.kind === "fast") {
    const delivered = Math.max(progress.delivered, sender.sackPermitted || progress.advanced ? 0 : sender.mss);
    const goesWell = progress.advanced && sender.segments.lostBytes === 0;
    congestion.window = recovery.windowAfter(
      delivered,
      sender.pipe,
      congestion.threshold,
      sender.mss,
      goesWell
    );
    return;
  }
  if (!progress.advanced) return;
  const wasUsed = sender.isWindowLimited || congestion.window < congestion.threshold && congestion.window < 2 * progress.flight;
  sender.isWindowLimited = false;
  if (wasUsed) congestion.onAck(progress.acked, sender.roundTrip.smoothed ?? 0, now);
}
function transmit(c, writer, linkMss, now) {
  switch (c.state) {
    case "closed":
      return;
    case "syn-sent":
    case "syn-received":
      if (c.handshakeDue) sendHandshake(c, writer, linkMss, now);
      return;
    case "time-wait":
      break;
    default:
      sendData(c, writer, now);
  }
  if (c.receiver.ackNow) writer.writeAck(c, now);
}
function sendWindowProbe(c, writer, now) {
  const { sender } = c;
  const usable = sender.una + sender.window - sender.nxt;
  const most = Math.min(sender.written, sender.nxt + sender.mss);
  if (usable > 0 && most > sender.nxt) {
    sendNew(c, writer, Math.min(most, sender.nxt + usable), now);
    sender.timerBase = now;
    armSenderTimer(sender, 0, now);
    return;
  }
  sender.probedTo = sender.nxt + 1;
  writer.writeData(c, sender.nxt, sender.nxt + 1, now);
  backOffPersist(sender, now);
}
function sendTailProbe(c, writer, now) {
  const { sender } = c;
  const usable = sender.una + sender.window - sender.nxt;
  const fresh = Math.min(sender.written - sender.nxt, sender.mss, usable);
  if (fresh > 0) {
    sendNew(c, writer, sender.nxt + fresh, now);
    sender.tailProbeWasRetransmission = false;
  } else {
    const last = sender.cutTail();
    writer.writeData(c, sender.segments.startOf(last), sender.segments.endOf(last), now);
    sender.segments.markRetransmitted(last, now);
    sender.retransmissions++;
    sender.tailProbeWasRetransmission = true;
  }
  sender.tailProbeEnd = sender.nxt;
  sender.isTailProbed = true;
  sender.timerBase = now;
  armSenderTimer(sender, 0, now);
}
function sendHandshake(c, writer, linkMss, now) {
  c.handshakeDue = false;
  c.handshakeSends++;
  c.handshakeSentAt = now;
  c.sender.nxt = 1;
  c.sender.timer = "rto";
  c.sender.timerAt = now + c.sender.roundTrip.rto;
  writer.writeSyn(c, linkMss, now);
}
function sendData(c, writer, now) {
  const { sender } = c;
  const wasIdle = sender.segments.count === 0;
  if (wasIdle && sender.unsent > 0 && now - sender.lastSentAt > sender.roundTrip.rto)
    sender.congestion.onIdle();
  let sent = 0;
  let index = sender.nextRetransmission();
  while (index >= 0) {
    sendAgain(c, writer, index, now);
    sent++;
    index = sender.nextRetransmission();
  }
  for (let end = sender.nextNewEnd(); end > sender.nxt; end = sender.nextNewEnd()) {
    sendNew(c, writer, end, now);
    sent++;
  }
  if (sent > 0) {
    if (wasIdle) sender.timerBase = now;
    if (sender.timer !== "reorder") armSenderTimer(sender, 0, now);
  } else if (wasIdle && sender.unsent > 0) {
    armSenderTimer(sender, 0, now);
  }
}
function sendAgain(c, writer, index, now) {
  const { sender } = c;
  const { segments, recovery } = sender;
  const start = segments.startOf(index);
  const end = segments.endOf(index);
  writer.writeData(c, start, end, now);
  segments.markRetransmitted(index, now);
  recovery.onSent(end - start);
  recovery.firstRetransmitStamp ??= c.timestamp(now);
  sender.retransmissions++;
  sender.lastSentAt = now;
  if (index === 0) sender.timerBase = now;
}
function sendNew(c, writer, end, now) {
  const { sender } = c;
  const start = sender.nxt;
  writer.writeData(c, start, end, now);
  for (let at = start; at < end; ) {
    const isTail = end - at <= sender.mss + 1;
    const next = isTail ? end : at + sender.mss;
    sender.segments.push(at, next, now);
    at = next;
  }
  sender.nxt = end;
  sender.isTailProbed = false;
  sender.lastSentAt = now;
  if (sender.recovery.kind !== "open") sender.recovery.onSent(end - start);
}
var MOST_SYNS = 7;
var MOST_SYN_ACKS = 6;
var GIVE_UP_MS = 12e4;
var LEAST_TRIES = 5;
function handleConnectionTimeout(c, writer, now) {
  if (c.lifetimeAt <= now) {
    c.finish("finished");
    return false;
  }
  if (c.receiver.ackAt <= now) {
    c.receiver.ackNow = true;
    c.receiver.ackAt = Number.POSITIVE_INFINITY;
  }
  if (c.keepAlive.at <= now) keepAlive(c, writer, now);
  if (c.sender.timerAt > now || c.state === "closed") return false;
  if (c.state === "syn-sent" || c.state === "syn-received") {
    repeatHandshake(c);
    return false;
  }
  return handleSenderTimeout(c, writer, now);
}
function handleSenderTimeout(c, writer, now) {
  const { sender } = c;
  switch (sender.timer) {
    case "reorder":
      handleReorderTimeout(sender, now);
      return false;
    case "tail-probe":
      sendTailProbe(c, writer, now);
      return false;
    case "persist":
      if (isGivenUp(c, sender.persistBackoff, now)) giveUp(c);
      else sendWindowProbe(c, writer, now);
      return false;
    case "rto":
      if (!isGivenUp(c, sender.timeouts, now)) return handleRetransmissionTimeout(sender, now);
      giveUp(c);
      return false;
    case "none":
      sender.timerAt = Number.POSITIVE_INFINITY;
      return false;
  }
}
function repeatHandshake(c) {
  const most = c.state === "syn-sent" ? MOST_SYNS : MOST_SYN_ACKS;
  if (c.handshakeSends >= most) {
    c.finish("timed-out");
    return;
  }
  c.sender.roundTrip.backOff();
  c.handshakeDue = true;
}
function isGivenUp(c, tries, now) {
  const since = c.isOrphan ? Math.min(c.lastHeardAt, c.orphanedAt) : c.lastHeardAt;
  return tries >= LEAST_TRIES && now - since > GIVE_UP_MS;
}
function giveUp(c) {
  c.host.reset(c);
  c.finish("timed-out");
}
function keepAlive(c, writer, now) {
  const isConnected = c.state !== "syn-sent" && c.state !== "syn-received" && c.state !== "time-wait";
  if (!isConnected) {
    c.keepAlive.at = Number.POSITIVE_INFINITY;
    if (c.state !== "time-wait" && c.keepAlive.idleMs !== void 0) c.keepAlive.at = now + c.keepAlive.idleMs;
    return;
  }
  const action = handleKeepAlive(c, now);
  if (action === "probe") writer.writeKeepAlive(c, now);
  if (action === "give-up") giveUp(c);
}
function initialWindow(mss) {
  return Math.min(10 * mss, Math.max(2 * mss, 14600));
}
var LEAST_THRESHOLD_MS = 4;
var MOST_THRESHOLD_MS = 16;
var THRESHOLD_DIVISOR = 8;
var SAMPLES = 8;
var CONSERVATIVE_DIVISOR = 4;
var CONSERVATIVE_ROUNDS = 5;
var SlowStartExit = class {
  #roundEnd = 0;
  #lastRound = Number.POSITIVE_INFINITY;
  #thisRound = Number.POSITIVE_INFINITY;
  #samples = 0;
  #baseline = Number.POSITIVE_INFINITY;
  #conservativeRounds = 0;
  get #isConservative() {
    return this.#baseline !== Number.POSITIVE_INFINITY;
  }
  /** By what the growth of slow start is divided. */
  get growthDivisor() {
    return this.#isConservative ? CONSERVATIVE_DIVISOR : 1;
  }
  /**
   * Takes one round-trip sample. `delivered` and `sent` are stream positions acknowledged and sent.
   * @returns true where slow start is to end
   */
  isOver(ms, delivered, sent) {
    const isOver = delivered >= this.#roundEnd && this.#endRound(sent);
    this.#thisRound = Math.min(this.#thisRound, ms);
    this.#samples++;
    if (this.#samples < SAMPLES || this.#lastRound === Number.POSITIVE_INFINITY) return isOver;
    if (this.#isConservative) {
      if (this.#thisRound < this.#baseline) this.#baseline = Number.POSITIVE_INFINITY;
    } else if (this.#thisRound >= this.#lastRound + this.#threshold()) {
      this.#baseline = this.#thisRound;
      this.#conservativeRounds = 0;
    }
    return isOver;
  }
  #threshold() {
    return Math.max(LEAST_THRESHOLD_MS, Math.min(this.#lastRound / THRESHOLD_DIVISOR, MOST_THRESHOLD_MS));
  }
  #endRound(sent) {
    this.#lastRound = this.#thisRound;
    this.#thisRound = Number.POSITIVE_INFINITY;
    this.#samples = 0;
    this.#roundEnd = sent;
    return this.#isConservative && ++this.#conservativeRounds > CONSERVATIVE_ROUNDS;
  }
};
var BETA = 0.7;
var C = 0.4;
var Cubic = class {
  window;
  threshold = Number.POSITIVE_INFINITY;
  #mss;
  #maximum = 0;
  /** The window when it was last reduced. */
  #prior = 0;
  #epoch;
  #before;
  #slowStart = new SlowStartExit();
  constructor(mss) {
    this.#mss = mss;
    this.window = initialWindow(mss);
  }
  onAck(ackedBytes, smoothedRtt, now) {
    if (this.window < this.threshold) {
      this.window += ackedBytes / this.#slowStart.growthDivisor;
      return;
    }
    this.#epoch ??= this.#newEpoch(now);
    const epoch = this.#epoch;
    const target = this.#curve(epoch, (now - epoch.start + smoothedRtt) / 1e3);
    epoch.estimate += this.#renoGrowth(epoch) * this.#mss * ackedBytes / this.window;
    const current = this.#curve(epoch, (now - epoch.start) / 1e3);
    if (current < epoch.estimate) {
      this.window = Math.max(this.window, epoch.estimate);
      return;
    }
    const clamped = Math.min(Math.max(target, this.window), 1.5 * this.window);
    this.window += (clamped - this.window) * ackedBytes / this.window;
  }
  onRoundTrip(ms, delivered, sent) {
    if (this.window >= this.threshold) return;
    if (this.#slowStart.isOver(ms, delivered, sent)) this.threshold = this.window;
  }
  onLoss(_bytesInFlight, _now) {
    this.#before = { window: this.window, threshold: this.threshold, maximum: this.#maximum };
    this.#prior = this.window;
    this.#maximum = this.window < this.#maximum ? this.window * (1 + BETA) / 2 : this.window;
    this.threshold = Math.max(this.window * BETA, 2 * this.#mss);
    this.#epoch = void 0;
  }
  onTimeout(bytesInFlight, now) {
    this.onLoss(bytesInFlight, now);
    this.window = this.#mss;
  }
  onIdle() {
    this.window = Math.min(this.window, initialWindow(this.#mss));
    this.#epoch = void 0;
  }
  onHandshakeLoss() {
    this.window = this.#mss;
  }
  undo() {
    if (this.#before === void 0) return;
    this.window = Math.max(this.window, this.#before.window);
    this.threshold = this.#before.threshold;
    this.#maximum = this.#before.maximum;
    this.#before = void 0;
    this.#epoch = void 0;
  }
  setMss(mss) {
    const isUntouched = this.window === initialWindow(this.#mss);
    this.#mss = mss;
    this.window = isUntouched ? initialWindow(mss) : Math.max(this.window, 2 * mss);
  }
  #newEpoch(now) {
    const start = this.window;
    const origin2 = Math.max(this.#maximum, start);
    const k = Math.cbrt((origin2 - start) / this.#mss / C);
    return { start: now, k, origin: origin2, estimate: start };
  }
  #curve(epoch, seconds) {
    return C * (seconds - epoch.k) ** 3 * this.#mss + epoch.origin;
  }
  /** RFC 9438 \u00a74.3: \u03b1 until the estimate is back where the window was before the loss, then 1. */
  #renoGrowth(epoch) {
    return epoch.estimate < this.#prior ? 3 * (1 - BETA) / (1 + BETA) : 1;
  }
};
var MOST_SCALE = 14;
var DEFAULT_MSS = { 4: 536, 6: 1220 };
function scaleFor(bytes) {
  let scale = 0;
  while (scale < MOST_SCALE && 65535 * 2 ** scale < bytes) scale++;
  return scale;
}
function adoptSyn(c, s, now) {
  c.initialReceive = s.sequence;
  c.receiver.nxt = 1;
  c.receiver.lastAckSent = 1;
  c.peerMss = s.mss === 0 ? DEFAULT_MSS[c.local.address.family] : s.mss;
  c.hasTimestamps = c.hasTimestamps && s.hasTimestamps;
  c.sender.sackPermitted = s.sackPermitted;
  c.usesScale = c.usesScale && s.windowScale >= 0;
  c.sendScale = c.usesScale ? Math.min(MOST_SCALE, s.windowScale) : 0;
  if (!c.usesScale) c.receiver.setScale(0);
  if (c.hasTimestamps) {
    c.timestampRecent = s.timestampValue;
    c.timestampRecentAt = now;
  }
  c.sender.window = s.window;
  c.receiver.edge = 1 + Math.min(65535, c.receiver.limit);
}
function fillSyn(c, s, mss, now) {
  const isAnswer = c.state === "syn-received";
  s.reset();
  s.flags = isAnswer ? SYN | ACK : SYN;
  s.sequence = c.sendSequence(0);
  s.acknowledgment = isAnswer ? c.receiveSequence(c.receiver.nxt) : 0;
  s.window = Math.min(65535, c.receiver.limit);
  s.mss = mss;
  s.windowScale = c.usesScale ? c.receiver.scale : -1;
  s.sackPermitted = isAnswer ? c.sender.sackPermitted : true;
  s.hasTimestamps = c.hasTimestamps;
  s.timestampValue = c.timestamp(now);
  s.timestampEcho = isAnswer ? c.timestampRecent : 0;
}
var PURPOSES = { "initial-sequence": 1, "syn-cookie": 2 };
function keyedHash(secret, purpose, local, remote, numbers = []) {
  const { bytes: ours } = local.address;
  const { bytes: theirs } = remote.address;
  const input = Buffer.alloc(secret.length + 2 + ours.length * 2 + 4 + numbers.length * 8);
  input.set(secret, 0);
  let at = secret.length;
  input[at++] = PURPOSES[purpose];
  input[at++] = local.address.family;
  input.set(ours, at);
  input.set(theirs, at + ours.length);
  at += ours.length * 2;
  at = input.writeUInt16BE(local.port, at);
  at = input.writeUInt16BE(remote.port, at);
  for (const number of numbers) at = input.writeDoubleBE(number, at);
  return (0, import_node_crypto2.hash)("sha256", input, "buffer");
}
function sequenceOrigin(secret, local, remote, now) {
  const hash2 = keyedHash(secret, "initial-sequence", local, remote);
  const clock = Math.floor(now * 250) % 4294967296;
  return {
    initialSequence: hash2.readUInt32BE(0) + clock >>> 0,
    timestampOffset: hash2.readUInt32BE(4)
  };
}
var Listener = class {
  local;
  /** Until when the ACK of a cookie may come. */
  cookiesUntil = Number.NEGATIVE_INFINITY;
  #halfOpen = /* @__PURE__ */ new Set();
  #finished = [];
  #backlog;
  #onClose;
  constructor(address2, port, backlog, onClose) {
    this.local = { address: address2, port };
    this.#backlog = backlog;
    this.#onClose = onClose;
  }
  get halfOpenCount() {
    return this.#halfOpen.size;
  }
  /** False while the queue of finished connections is full: SYNs are dropped then. */
  get hasRoom() {
    return this.#finished.length < this.#backlog;
  }
  accept() {
    return this.#finished.shift();
  }
  close(now) {
    this.#onClose(this);
    for (const connection of [...this.#halfOpen, ...this.#finished]) connection.abort(now);
    this.#halfOpen.clear();
    this.#finished.length = 0;
  }
  /** True while as many connections are half open as may be. */
  get isFull() {
    return this.#halfOpen.size >= this.#backlog;
  }
  /** Takes a connection in SYN-RECEIVED. */
  begin(connection) {
    this.#halfOpen.add(connection);
  }
  /** The handshake is over. */
  finish(connection) {
    this.#halfOpen.delete(connection);
    this.#finished.push(connection);
  }
  /** The connection has ended before it was accepted, or while half open. */
  forget(connection) {
    this.#halfOpen.delete(connection);
  }
};
var Reno = class {
  window;
  threshold = Number.POSITIVE_INFINITY;
  #mss;
  #counted = 0;
  #before;
  constructor(mss) {
    this.#mss = mss;
    this.window = initialWindow(mss);
  }
  onAck(ackedBytes) {
    if (this.window < this.threshold) {
      this.window += ackedBytes;
      return;
    }
    this.#counted += ackedBytes;
    if (this.#counted < this.window) return;
    this.#counted -= this.window;
    this.window += this.#mss;
  }
  onRoundTrip() {
  }
  onLoss(bytesInFlight) {
    this.#before = { window: this.window, threshold: this.threshold };
    this.threshold = Math.max(bytesInFlight / 2, 2 * this.#mss);
  }
  onTimeout(bytesInFlight) {
    this.onLoss(bytesInFlight);
    this.window = this.#mss;
    this.#counted = 0;
  }
  onIdle() {
    this.window = Math.min(this.window, initialWindow(this.#mss));
  }
  onHandshakeLoss() {
    this.window = this.#mss;
  }
  undo() {
    if (this.#before === void 0) return;
    this.window = Math.max(this.window, this.#before.window);
    this.threshold = this.#before.threshold;
    this.#before = void 0;
  }
  setMss(mss) {
    const isUntouched = this.window === initialWindow(this.#mss);
    this.#mss = mss;
    this.window = isUntouched ? initialWindow(mss) : Math.max(this.window, 2 * mss);
  }
};
var TIMESTAMP_LIFE_MS = 24 * 864e5;
var MOST_CHALLENGES = 10;
var CHALLENGE_WINDOW_MS = 5e3;
var LEAST_CHALLENGE_GAP_MS = 100;
var sack = new Float64Array(8);
function segmentArrives(c, s, bytes, now) {
  if (c.state === "syn-sent") {
    inSynSent(c, s, now);
    return;
  }
  const start = c.receivePosition(s.sequence);
  const isReset = (s.flags & RST) !== 0;
  if (c.hasTimestamps && !isReset) {
    if (!s.hasTimestamps) return;
    if (isOldTimestamp(c, s, now)) {
      answerUnacceptable(c, s, now);
      return;
    }
  }
  const length = s.payloadLength + ((s.flags & FIN) >>> 0) + ((s.flags & SYN) >>> 1);
  if (!c.receiver.isAcceptable(start, length)) {
    if (!isReset) handleUnacceptable(c, s, start, now);
    return;
  }
  if (isReset) {
    handleReset(c, start, now);
    return;
  }
  if ((s.flags & SYN) !== 0) {
    handleSynInWindow(c, start, now);
    return;
  }
  if ((s.flags & ACK) === 0) return;
  if (c.hasTimestamps && start <= c.receiver.lastAckSent) rememberTimestamp(c, s, now);
  c.lastHeardAt = now;
  if (!handleAck(c, s, start, now)) return;
  if (c.receiver.room > 0 || length === 0) takeText(c, s, start, bytes, now);
  else c.receiver.ackNow = true;
  c.host.markChanged(c);
}
function inSynSent(c, s, now) {
  const hasAck = (s.flags & ACK) !== 0;
  const isAckOfOurs = hasAck && s.acknowledgment === c.sendSequence(1);
  if (hasAck && !isAckOfOurs) {
    if ((s.flags & RST) === 0) c.host.resetAt(c, s.acknowledgment);
    return;
  }
  if ((s.flags & RST) !== 0) {
    if (isAckOfOurs) c.finish("refused");
    return;
  }
  if ((s.flags & SYN) === 0) return;
  adoptSyn(c, s, now);
  c.host.fitToPath(c);
  c.lastHeardAt = now;
  if (!hasAck) {
    c.state = "syn-received";
    c.handshakeDue = true;
    c.host.markChanged(c);
    return;
  }
  establish(c, s, now);
  c.receiver.ackNow = true;
  c.host.tell("tcp-connected", c);
}
function establish(c, s, now) {
  const { sender } = c;
  measureHandshake(c, s, now);
  c.state = sender.finAt === Number.POSITIVE_INFINITY ? "established" : "fin-wait-1";
  sender.una = 1;
  sender.nxt = Math.max(1, sender.nxt);
  sender.window = s.window;
  sender.greatestWindow = s.window;
  sender.windowSequence = c.receivePosition(s.sequence);
  sender.windowAck = 1;
  sender.timer = "none";
  sender.timerAt = Number.POSITIVE_INFINITY;
  sender.timerBase = now;
  sender.lastSentAt = now;
  c.host.markChanged(c);
}
function measureHandshake(c, s, now) {
  const { roundTrip, congestion } = c.sender;
  if (c.handshakeSends === 1) roundTrip.sample(now - c.handshakeSentAt, now);
  else if (c.handshakeSends > 1 && c.hasTimestamps && s.hasTimestamps) {
    roundTrip.sample(Math.max(0, c.timestamp(now) - s.timestampEcho | 0), now);
  } else if (c.handshakeSends > 1) roundTrip.restart();
  if (c.handshakeSends > 2) congestion.onHandshakeLoss();
}
function isOldTimestamp(c, s, now) {
  if ((s.timestampValue - c.timestampRecent | 0) >= 0) return false;
  return now - c.timestampRecentAt < TIMESTAMP_LIFE_MS;
}
function rememberTimestamp(c, s, now) {
  if ((s.timestampValue - c.timestampRecent | 0) < 0 && now - c.timestampRecentAt < TIMESTAMP_LIFE_MS)
    return;
  c.timestampRecent = s.timestampValue;
  c.timestampRecentAt = now;
}
function handleUnacceptable(c, s, start, now) {
  if (c.state === "syn-received" && (s.flags & SYN) !== 0 && start === 0) {
    takeSynAgain(c, s, now);
    return;
  }
  if ((s.flags & (ACK | SYN)) === ACK && start <= c.receiver.nxt && start + s.payloadLength >= c.receiver.nxt) {
    c.lastHeardAt = now;
  }
  if (mayAcknowledgeUnderProbe(c, s, start)) {
    if (!handleAck(c, s, start, now)) return;
    c.host.markChanged(c);
  }
  if (s.payloadLength > 0 && start < c.receiver.nxt) {
    c.receiver.noteDuplicate(start, Math.min(start + s.payloadLength, c.receiver.nxt));
  }
  answerUnacceptable(c, s, now);
}
function mayAcknowledgeUnderProbe(c, s, start) {
  if (c.state === "syn-received" || c.state === "time-wait") return false;
  const isBare = (s.flags & (ACK | SYN | FIN)) === ACK && s.payloadLength === 0;
  return isBare && start === c.receiver.nxt - 1;
}
function takeSynAgain(c, s, now) {
  if ((s.flags & ACK) === 0) {
    c.handshakeDue = true;
    c.host.markChanged(c);
    return;
  }
  if (c.listener !== void 0 || s.acknowledgment !== c.sendSequence(1)) {
    challenge(c, now);
    return;
  }
  c.lastHeardAt = now;
  establish(c, s, now);
  c.receiver.ackNow = true;
  c.host.established(c);
}
function answerUnacceptable(c, s, now) {
  if (c.state === "time-wait") c.lifetimeAt = now + c.host.timeWaitMs;
  if (s.payloadLength > 0 && (s.flags & SYN) === 0) {
    c.receiver.ackNow = true;
    c.host.markChanged(c);
  } else {
    challenge(c, now);
  }
}
function handleReset(c, start, now) {
  if (start !== c.receiver.nxt) {
    challenge(c, now);
    return;
  }
  if (c.state === "time-wait") return;
  if (c.state === "syn-received") c.finish("refused");
  else c.finish(hasSaidAll(c) ? "finished" : "reset");
}
function hasSaidAll(c) {
  return (c.state === "closing" || c.state === "last-ack") && c.sender.una >= c.sender.finAt;
}
function handleSynInWindow(c, start, now) {
  if (c.state === "syn-received" && start === 0) c.handshakeDue = true;
  challenge(c, now);
}
function challenge(c, now) {
  if (now - c.lastChallengeAt > CHALLENGE_WINDOW_MS) c.challenges = 0;
  if (c.challenges >= MOST_CHALLENGES || now - c.lastChallengeAt < LEAST_CHALLENGE_GAP_MS) return;
  c.challenges++;
  c.lastChallengeAt = now;
  c.host.acknowledge(c);
}
function handleAck(c, s, start, now) {
  const { sender } = c;
  const ack = c.sendPosition(s.acknowledgment);
  if (c.state === "syn-received") {
    if (ack < 1 || ack > sender.nxt) {
      c.host.resetAt(c, s.acknowledgment);
      return false;
    }
    establish(c, s, now);
    updateWindow(c, s, start, ack);
    c.host.established(c);
  }
  if (ack > Math.max(sender.nxt, sender.probedTo) || ack < sender.una - Math.max(65535, sender.greatestWindow)) {
    challenge(c, now);
    return false;
  }
  if (ack >= sender.una) takeAck(c, s, start, ack, now);
  return c.state !== "closed";
}
function takeAck(c, s, start, ack, now) {
  const { sender } = c;
  const window = s.window << c.sendScale;
  const a = {
    ack,
    sack,
    sackCount: sender.sackPermitted ? sackPositions(s, c.sendSequence(sender.una), sender.una, sack) : 0,
    echo: c.hasTimestamps ? s.timestampEcho : void 0,
    stampNow: c.timestamp(now),
    isDuplicate: ack === sender.una && s.payloadLength === 0 && window === sender.window && (s.flags & FIN) === 0
  };
  const wasClosed = sender.window === 0;
  updateWindow(c, s, start, ack);
  const advanced = handleAcknowledgment(sender, a, now);
  if (wasClosed && sender.window > 0) armSenderTimer(sender, 0, now);
  if (advanced) {
    if (c.wantsWritable && sender.writableBytes >= Math.min(sender.bufferLimit / 4, 65536)) {
      c.wantsWritable = false;
      c.host.tell("tcp-writable", c);
    }
    if (sender.una > sender.finAt) handleFinAcknowledged(c, now);
  }
}
function updateWindow(c, s, start, ack) {
  const { sender } = c;
  const isNewer = sender.windowSequence < start || sender.windowSequence === start && sender.windowAck <= ack;
  if (!isNewer) return;
  sender.window = s.window << c.sendScale;
  sender.greatestWindow = Math.max(sender.greatestWindow, sender.window);
  sender.windowSequence = start;
  sender.windowAck = ack;
}
function handleFinAcknowledged(c, now) {
  if (c.state === "fin-wait-1") c.enterFinWait2(now);
  else if (c.state === "closing") c.enterTimeWait(now);
  else if (c.state === "last-ack") c.finish("finished");
}
function takeText(c, s, start, bytes, now) {
  if (c.state !== "established" && c.state !== "fin-wait-1" && c.state !== "fin-wait-2") {
    if (c.state === "time-wait" && (s.flags & FIN) !== 0) c.receiver.ackNow = true;
    return;
  }
  const { receiver } = c;
  let isHeld = false;
  if (s.payloadLength > 0) {
    if (c.isOrphan && start + s.payloadLength > receiver.nxt) {
      c.host.reset(c);
      c.finish("aborted");
      return;
    }
    isHeld = receiver.take(start, bytes, s.payload, s.payloadLength, now) === "held";
  }
  const wasReached = receiver.finReached;
  if ((s.flags & FIN) !== 0) receiver.takeFin(start + s.payloadLength);
  if (isHeld) c.host.acknowledge(c);
  receiver.reachFin();
  if (receiver.finReached && !wasReached) handleFin(c, now);
  if (!c.isReadableTold && (receiver.readableBytes > 0 || receiver.finReached)) {
    c.isReadableTold = true;
    c.host.tell("tcp-readable", c);
  }
}
function handleFin(c, now) {
  if (c.state === "established") c.state = "close-wait";
  else if (c.state === "fin-wait-1") c.state = "closing";
  else if (c.state === "fin-wait-2") c.enterTimeWait(now);
}
var NOP = 1;
function readTcpOptions(segment, bytes, start, end) {
  let at = start;
  while (at < end) {
    const kind = bytes[at];
    if (kind === 0) return true;
    if (kind === NOP) {
      at++;
      continue;
    }
    if (at + 1 >= end) return false;
    const length = bytes[at + 1];
    if (length < 2 || at + length > end) return false;
    if (!readOption(segment, bytes, at, kind, length)) return false;
    at += length;
  }
  return true;
}
function readOption(segment, bytes, at, kind, length) {
  switch (kind) {
    case 2:
      if (length !== 4) return false;
      segment.mss = bytes[at + 2] << 8 | bytes[at + 3];
      return true;
    case 3:
      if (length !== 3) return false;
      segment.windowScale = bytes[at + 2];
      return true;
    case 4:
      segment.sackPermitted = length === 2;
      return length === 2;
    case 5:
      return readSack(segment, bytes, at, length);
    case 8:
      if (length !== 10) return false;
      segment.hasTimestamps = true;
      segment.timestampValue = readUint322(bytes, at + 2);
      segment.timestampEcho = readUint322(bytes, at + 6);
      return true;
    default:
      return true;
  }
}
function readSack(segment, bytes, at, length) {
  const count = length - 2 >>> 3;
  if (count === 0 || count > MOST_SACK_BLOCKS || length !== 2 + (count << 3)) return false;
  segment.sackCount = count;
  for (let i = 0; i < count * 2; i++) segment.sackEdges[i] = readUint322(bytes, at + 2 + i * 4);
  return true;
}
function tcpOptionsLength(segment) {
  let length = 0;
  if (segment.mss > 0) length += 4;
  if (segment.windowScale >= 0) length += 4;
  if (segment.hasTimestamps) length += 12;
  else if (segment.sackPermitted) length += 4;
  if (segment.sackCount > 0) length += 4 + segment.sackCount * 8;
  return length;
}
function writeTcpOptions(segment, bytes, offset) {
  let at = offset;
  if (segment.mss > 0) {
    bytes[at] = 2;
    bytes[at + 1] = 4;
    bytes[at + 2] = segment.mss >>> 8;
    bytes[at + 3] = segment.mss;
    at += 4;
  }
  if (segment.windowScale >= 0) {
    bytes[at] = NOP;
    bytes[at + 1] = 3;
    bytes[at + 2] = 3;
    bytes[at + 3] = segment.windowScale;
    at += 4;
  }
  if (segment.sackPermitted || segment.hasTimestamps) at = writePaired(segment, bytes, at);
  if (segment.sackCount > 0) at = writeSack(segment, bytes, at);
  return at;
}
function writePaired(segment, bytes, at) {
  bytes[at] = segment.sackPermitted ? 4 : NOP;
  bytes[at + 1] = segment.sackPermitted ? 2 : NOP;
  if (!segment.hasTimestamps) {
    bytes[at + 2] = NOP;
    bytes[at + 3] = NOP;
    return at + 4;
  }
  bytes[at + 2] = 8;
  bytes[at + 3] = 10;
  writeUint32(bytes, at + 4, segment.timestampValue);
  writeUint32(bytes, at + 8, segment.timestampEcho);
  return at + 12;
}
function writeSack(segment, bytes, at) {
  bytes[at] = NOP;
  bytes[at + 1] = NOP;
  bytes[at + 2] = 5;
  bytes[at + 3] = 2 + segment.sackCount * 8;
  for (let i = 0; i < segment.sackCount * 2; i++) writeUint32(bytes, at + 4 + i * 4, segment.sackEdges[i]);
  return at + 4 + segment.sackCount * 8;
}
var TCP_HEADER = 20;
function readTcp(segment, ip, verify) {
  const { bytes, payload: at } = ip;
  const length = ip.end - at;
  if (length < TCP_HEADER) return "tcp-truncated";
  const headerLength = bytes[at + 12] >>> 4 << 2;
  if (headerLength < TCP_HEADER || headerLength > length) return "tcp-data-offset";
  if (verify) {
    const pseudo = sumPseudoHeader(bytes, ip.addresses, ip.addressLength * 2, PROTOCOL2.tcp, length);
    if (addSums(pseudo, sumBytes(bytes, at, length)) !== 65535) return "tcp-checksum";
  }
  segment.sourcePort = bytes[at] << 8 | bytes[at + 1];
  segment.destinationPort = bytes[at + 2] << 8 | bytes[at + 3];
  if (segment.sourcePort === 0 || segment.destinationPort === 0) return "tcp-port-zero";
  segment.sequence = readUint322(bytes, at + 4);
  segment.acknowledgment = readUint322(bytes, at + 8);
  segment.flags = bytes[at + 13];
  segment.window = bytes[at + 14] << 8 | bytes[at + 15];
  segment.payload = at + headerLength;
  segment.payloadLength = length - headerLength;
  segment.reset();
  if (headerLength > TCP_HEADER && !readTcpOptions(segment, bytes, at + TCP_HEADER, at + headerLength)) {
    return "tcp-options";
  }
  return void 0;
}
function tcpHeaderLength(segment) {
  return TCP_HEADER + tcpOptionsLength(segment);
}
function emitTcp(segment, bytes, offset) {
  const headerLength = writeTcpOptions(segment, bytes, offset + TCP_HEADER) - offset;
  bytes[offset] = segment.sourcePort >>> 8;
  bytes[offset + 1] = segment.sourcePort;
  bytes[offset + 2] = segment.destinationPort >>> 8;
  bytes[offset + 3] = segment.destinationPort;
  writeUint32(bytes, offset + 4, segment.sequence);
  writeUint32(bytes, offset + 8, segment.acknowledgment);
  bytes[offset + 12] = headerLength >>> 2 << 4;
  bytes[offset + 13] = segment.flags;
  bytes[offset + 14] = segment.window >>> 8;
  bytes[offset + 15] = segment.window;
  bytes[offset + 16] = 0;
  bytes[offset + 17] = 0;
  bytes[offset + 18] = 0;
  bytes[offset + 19] = 0;
  return headerLength;
}
function sealTcp(bytes, offset, length, addressSum) {
  const sum = addSums(addSums(addressSum, PROTOCOL2.tcp + length), sumBytes(bytes, offset, length));
  bytes[offset + 16] = ~sum >>> 8 & 255;
  bytes[offset + 17] = ~sum & 255;
}
var MOST_BLOCKS = { withTimestamps: 3, without: 4 };
var MOST_PACKET2 = 65535;
var SegmentWriter = class {
  sink;
  #bytes = new Uint8Array(new ArrayBuffer(MOST_PACKET2 + 1));
  #segment = new TcpSegment();
  constructor(sink) {
    this.sink = sink;
  }
  writeSyn(c, mss, now) {
    fillSyn(c, this.#segment, mss, now);
    this.#write(c, 0, 0);
  }
  /** Data, FIN, or both: the positions `[start, end)`, first sent or sent again. */
  writeData(c, start, end, now) {
    const hasFin = end > c.sender.finAt;
    const dataEnd = hasFin ? end - 1 : end;
    const isLast = dataEnd === c.sender.written;
    this.#fill(c, start, ACK | (hasFin ? FIN : 0) | (isLast && dataEnd > start ? PSH : 0), now);
    this.#write(c, start, dataEnd - start);
    if (!c.receiver.wantsSack) c.receiver.onAckSent();
  }
  /** A pure acknowledgment, with SACK blocks where something is missing. */
  writeAck(c, now) {
    this.#fill(c, c.sender.nxt, ACK, now);
    if (c.sender.sackPermitted && c.receiver.wantsSack) {
      const most = c.hasTimestamps ? MOST_BLOCKS.withTimestamps : MOST_BLOCKS.without;
      c.receiver.fillSack(this.#segment, most, (position) => c.receiveSequence(position));
    }
    this.#write(c, 0, 0);
    c.receiver.onAckSent();
  }
  /** Asks for an acknowledgment by a position that the peer has long had (RFC 9293 \u00a73.8.4). */
  writeKeepAlive(c, now) {
    this.#fill(c, c.sender.una - 1, ACK, now);
    this.#write(c, 0, 0);
  }
  writeReset(c, now) {
    this.#fill(c, c.sender.nxt, RST | ACK, now);
    this.#write(c, 0, 0);
  }
  /** RFC 9293 \u00a73.10.7.3: `<SEQ=SEG.ACK><CTL=RST>`, for a peer that acknowledges what we never sent. */
  writeResetAt(c, acknowledgment) {
    const segment = this.#segment;
    segment.reset();
    segment.flags = RST;
    segment.sequence = acknowledgment;
    segment.acknowledgment = 0;
    segment.window = 0;
    this.#write(c, 0, 0);
  }
  #fill(c, position, flags, now) {
    const segment = this.#segment;
    const { receiver } = c;
    segment.reset();
    segment.flags = flags;
    segment.sequence = c.sendSequence(position);
    segment.acknowledgment = c.receiveSequence(receiver.nxt);
    segment.window = receiver.advertise();
    segment.hasTimestamps = c.hasTimestamps;
    if (c.hasTimestamps) {
      segment.timestampValue = c.timestamp(now);
      segment.timestampEcho = c.timestampRecent;
    }
  }
  #write(c, position, length) {
    const segment = this.#segment;
    const bytes = this.#bytes;
    segment.sourcePort = c.local.port;
    segment.destinationPort = c.remote.port;
    const isIpv4 = c.local.address.family === 4;
    const tcpAt = isIpv4 ? IPV4_HEADER : IPV6_HEADER;
    const headerLength = tcpHeaderLength(segment);
    c.ip.payloadLength = headerLength + length;
    if (isIpv4) emitIpv4(c.ip, bytes, 0);
    else emitIpv6(c.ip, bytes, 0);
    emitTcp(segment, bytes, tcpAt);
    if (length > 0) c.sender.ring.read(position, bytes, tcpAt + headerLength, length);
    sealTcp(bytes, tcpAt, headerLength + length, c.addressSum);
    this.sink(bytes, 0, tcpAt + headerLength + length, length > c.sender.mss ? c.sender.mss : 0);
  }
};
var DUPLICATE_THRESHOLD = 3;
var MOST_WINDOW_STEPS = 16;
var PERSIST_RECOVERIES = 16;
var Rack = class {
  #sentAt = 0;
  #end = 0;
  #rtt = 0;
  /** Most forward position delivered: something delivered below it was reordered. */
  #forward = 0;
  #reorderingSeen = false;
  #windowSteps = 1;
  #persist = 0;
  /** A segment was acknowledged or SACKed for the first time. Steps 1 to 3. */
  onDelivered(end, sentAt, flags, leastRtt, timestampSaysOld, now) {
    const wasRetransmitted = (flags & RETRANSMITTED) !== 0;
    if (end >= this.#forward) this.#forward = end;
    else if (!wasRetransmitted) this.#reorderingSeen = true;
    const rtt = now - sentAt;
    if (wasRetransmitted && (timestampSaysOld || rtt < leastRtt)) return;
    if (sentAt > this.#sentAt || sentAt === this.#sentAt && end > this.#end) {
      this.#sentAt = sentAt;
      this.#end = end;
      this.#rtt = rtt;
    }
  }
  /** The peer has seen data twice: the window was too small (step 4). */
  onDuplicateSack() {
    this.#reorderingSeen = true;
    this.#windowSteps = Math.min(this.#windowSteps + 1, MOST_WINDOW_STEPS);
    this.#persist = PERSIST_RECOVERIES;
  }
  onRecoveryEnd() {
    if (this.#persist > 0 && --this.#persist === 0) this.#windowSteps = 1;
  }
  /**
   * Marks what is lost (step 5).
   * @returns milliseconds after which to look again, 0 for never
   */
  detect(segments, inRecovery, leastRtt, smoothedRtt, now) {
    const window = this.#reorderingWindow(segments, inRecovery, leastRtt, smoothedRtt);
    let again = 0;
    for (let i = 0; i < segments.count; i++) {
      const sentAt = segments.sentAtOf(i);
      const flags = segments.flagsOf(i);
      const isBefore = sentAt < this.#sentAt || sentAt === this.#sentAt && segments.endOf(i) < this.#end;
      if (!isBefore) {
        if ((flags & RETRANSMITTED) === 0) break;
        continue;
      }
      if ((flags & (SACKED | LOST)) !== 0) continue;
      const remaining = sentAt + this.#rtt + window - now;
      if (remaining <= 0) segments.markLost(i);
      else again = Math.max(again, remaining);
    }
    return again;
  }
  #reorderingWindow(segments, inRecovery, leastRtt, smoothedRtt) {
    if (!this.#reorderingSeen && (inRecovery || segments.sackedSegments >= DUPLICATE_THRESHOLD)) return 0;
    if (leastRtt === Number.POSITIVE_INFINITY) return 0;
    return Math.min(leastRtt / 4 * this.#windowSteps, smoothedRtt);
  }
};
var Recovery = class {
  kind = "open";
  /** Recovery ends when everything sent before it began is acknowledged. */
  point = 0;
  /** RFC 3522: an echo older than this timestamp shows that the first transmission had arrived. */
  firstRetransmitStamp;
  #delivered = 0;
  #sent = 0;
  #flightAtStart = 1;
  /**
   * `bytesInFlight` counts what this very acknowledgment delivered, and not what was SACKed before it (\u00a76). `owed` bytes
   * had been let go by the acknowledgments before it and have not left yet: they count as delivered, or a burst of
   * acknowledgments that ends in a loss would leave the path empty for a round trip.
   */
  begin(kind, point, bytesInFlight, owed = 0) {
    this.kind = kind;
    this.point = point;
    this.firstRetransmitStamp = void 0;
    this.#delivered = owed;
    this.#sent = 0;
    this.#flightAtStart = Math.max(1, bytesInFlight + owed);
  }
  end() {
    this.kind = "open";
    this.firstRetransmitStamp = void 0;
  }
  onSent(bytes) {
    this.#sent += bytes;
  }
  /** @returns the congestion window until the next acknowledgment */
  windowAfter(delivered, pipe, threshold, mss, isGoingWell) {
    this.#delivered += delivered;
    let allowance;
    if (pipe > threshold) {
      allowance = Math.ceil(this.#delivered * threshold / this.#flightAtStart) - this.#sent;
    } else {
      let limit = Math.max(this.#delivered - this.#sent, delivered);
      if (isGoingWell) limit += mss;
      allowance = Math.min(threshold - pipe, limit);
    }
    if (this.#sent === 0) allowance = Math.max(allowance, mss);
    return Math.max(mss, pipe + Math.max(0, allowance));
  }
};
var INITIAL_RTO = 1e3;
var RTO_AFTER_LOST_SYN = 3e3;
var LEAST_RTO = 200;
var MOST_RTO = 6e4;
var GRANULARITY = 1;
var MIN_WINDOW_MS = 1e4;
var RoundTrip = class {
  smoothed;
  #variation = 0;
  #rto = INITIAL_RTO;
  #backoff = 0;
  #least = Number.POSITIVE_INFINITY;
  #leastUntil = 0;
  /** One measurement in milliseconds; of segments sent once only (Karn), or by timestamp. */
  sample(ms, now) {
    if (ms <= this.#least || now >= this.#leastUntil) {
      this.#least = ms;
      this.#leastUntil = now + MIN_WINDOW_MS;
    }
    if (this.smoothed === void 0) {
      this.smoothed = ms;
      this.#variation = ms / 2;
    } else {
      this.#variation += (Math.abs(this.smoothed - ms) - this.#variation) / 4;
      this.smoothed += (ms - this.smoothed) / 8;
    }
    this.#rto = Math.max(LEAST_RTO, this.smoothed + Math.max(GRANULARITY, 4 * this.#variation));
    this.#backoff = 0;
  }
  /** RFC 6298 5.7: data begins with three seconds where the handshake was lost and measured nothing. */
  restart() {
    this.#rto = RTO_AFTER_LOST_SYN;
    this.#backoff = 0;
  }
  /** The timeout with its backoff. */
  get rto() {
    return Math.min(MOST_RTO, this.#rto * 2 ** this.#backoff);
  }
  /** The least round trip of the last seconds; infinite before the first sample. */
  get least() {
    return this.#least;
  }
  /** RFC 6298 5.5. */
  backOff() {
    this.#backoff = Math.min(this.#backoff + 1, 10);
  }
  /** An acknowledgment of new data shows that the path is back. */
  resetBackoff() {
    this.#backoff = 0;
  }
};
var INITIAL_BUFFER = 131072;
var MOST_SEGMENTS = 16384;
var Sender = class {
  /** Oldest position not acknowledged, next to be sent, end of what was written. */
  una = 0;
  nxt = 0;
  written = 1;
  /** Position of the FIN; infinite until the sending side is shut down. */
  finAt = Number.POSITIVE_INFINITY;
  /** The peer's window in bytes, the greatest it has ever offered, and what it was taken from. */
  window = 0;
  greatestWindow = 0;
  windowSequence = 0;
  windowAck = 0;
  /** Payload bytes of a full segment. */
  mss;
  /** Payload bytes of the greatest super-segment; equal to `mss` where there are none. */
  burst;
  nagle = false;
  sackPermitted = false;
  /** A zero-window probe has sent up to here, beyond `nxt`. */
  probedTo = 0;
  /** Positions up to which a tail loss probe was sent, -1 for none (RFC 8985 \u00a77). */
  tailProbeEnd = -1;
  tailProbeWasRetransmission = false;
  /** Since a tail was probed, nothing new was sent or acknowledged. */
  isTailProbed = false;
  duplicateAcks = 0;
  /** The congestion window, not the data or the peer, was the limit. */
  isWindowLimited = false;
  retransmissions = 0;
  timer = "none";
  timerAt = Number.POSITIVE_INFINITY;
  /** RFC 6298 5.3: the timer counts from here. */
  timerBase = 0;
  persistBackoff = 0;
  timeouts = 0;
  lastSentAt = 0;
  ring = new ByteRing();
  segments = new SentSegments();
  roundTrip = new RoundTrip();
  rack = new Rack();
  recovery = new Recovery();
  congestion;
  #maxBuffer;
  constructor(congestion, mss, maxBuffer) {
    this.congestion = congestion;
    this.mss = mss;
    this.burst = mss;
    this.#maxBuffer = maxBuffer;
  }
  /**
   * So that a full window always waits behind what is outstanding; during recovery that is more than a window, for what
   * came after a gap is kept until the gap is filled.
   */
  get bufferLimit() {
    const { window, threshold } = this.congestion;
    const next = this.recovery.kind === "open" ? window : Math.max(window, threshold);
    const outstanding = Math.max(window, this.nxt - this.una);
    return Math.floor(Math.min(this.#maxBuffer, Math.max(INITIAL_BUFFER, outstanding + next)));
  }
  get writableBytes() {
    if (this.finAt !== Number.POSITIVE_INFINITY) return 0;
    return Math.max(0, this.bufferLimit - (this.written - Math.max(1, this.una)));
  }
  /** @returns the bytes taken */
  write(bytes) {
    const taken = Math.min(bytes.length, this.writableBytes);
    if (taken === 0) return 0;
    const from = Math.max(1, this.una);
    this.ring.reserve(from, this.written + taken, this.written);
    this.ring.write(this.written, bytes, 0, taken);
    this.written += taken;
    return taken;
  }
  /** Positions that are still to be sent, the FIN among them. */
  get unsent() {
    const end = this.finAt === Number.POSITIVE_INFINITY ? this.written : this.finAt + 1;
    return end - this.nxt;
  }
  /** RFC 6675: what is believed to be on its way. */
  get pipe() {
    const { sackedBytes, lostBytes } = this.segments;
    const outstanding = this.nxt - this.una - sackedBytes - lostBytes;
    if (this.sackPermitted) return outstanding;
    return Math.max(0, outstanding - this.duplicateAcks * this.mss);
  }
  /** What the windows let go and was not sent yet, for acknowledgments come in bursts: none during recovery. */
  get owedBytes() {
    if (this.recovery.kind !== "open") return 0;
    const room = Math.min(this.congestion.window - this.pipe, this.una + this.window - this.nxt);
    return Math.max(0, Math.min(room, this.unsent));
  }
  /** @returns the index of the segment to send again, or -1 */
  nextRetransmission() {
    if (this.segments.lostBytes === 0) return -1;
    const index = this.#firstLost();
    if (index < 0) return -1;
    const start = this.segments.startOf(index);
    if (this.segments.endOf(index) - start > this.mss + (this.#hasFin(index) ? 1 : 0)) {
      this.segments.split(index, start + this.mss);
    }
    const size = this.segments.endOf(index) - start;
    const pipe = this.pipe;
    return pipe === 0 || pipe + size <= this.congestion.window ? index : -1;
  }
  /** Makes the last segment no longer than a full one, which it may be since the path became narrower. @returns its index */
  cutTail() {
    const { segments } = this;
    const last = segments.count - 1;
    const least = segments.endOf(last) - this.mss - (this.#hasFin(last) ? 1 : 0);
    if (segments.startOf(last) >= least) return last;
    segments.split(last, least);
    return last + 1;
  }
  /** @returns the end of the new segment that starts at `nxt`; `nxt` where nothing may go out. */
  nextNewEnd() {
    const unsent = this.unsent;
    if (unsent <= 0 || this.segments.count >= MOST_SEGMENTS) return this.nxt;
    const usable = this.una + this.window - this.nxt;
    if (usable <= 0) return this.nxt;
    const data = this.written - this.nxt;
    let length = Math.min(data, this.burst, usable);
    const room = this.congestion.window - this.pipe;
    if (room < Math.min(length, this.mss)) {
      this.isWindowLimited = true;
      return this.nxt;
    }
    if (length > room) length = Math.max(this.mss, Math.floor(room / this.mss) * this.mss);
    if (length > this.mss) length -= length % this.mss;
    if (length < this.mss && !this.#maySendShort(length, data)) return this.nxt;
    const end = this.nxt + length;
    return end === this.finAt && usable > length ? end + 1 : end;
  }
  /** RFC 9293 \u00a73.8.6.2.1 (silly windows) and \u00a73.7.4 (Nagle). */
  #maySendShort(length, data) {
    if (length < data) return length * 2 >= this.greatestWindow && !(this.nagle && this.nxt > this.una);
    if (!this.nagle || this.finAt !== Number.POSITIVE_INFINITY) return true;
    return this.nxt === this.una;
  }
  #hasFin(index) {
    return this.segments.endOf(index) > this.finAt;
  }
  #firstLost() {
    const { segments } = this;
    for (let i = 0; i < segments.count; i++) if ((segments.flagsOf(i) & LOST) !== 0) return i;
    return -1;
  }
};
var HOP_LIMIT3 = 64;
function resetAnswering(ip, stray) {
  const reset = new TcpSegment();
  reset.sourcePort = stray.destinationPort;
  reset.destinationPort = stray.sourcePort;
  if ((stray.flags & ACK) !== 0) {
    reset.flags = RST;
    reset.sequence = stray.acknowledgment;
  } else {
    const length = stray.payloadLength + (stray.flags & FIN) + ((stray.flags & SYN) >>> 1);
    reset.flags = RST | ACK;
    reset.acknowledgment = stray.sequence + length >>> 0;
  }
  const source = ip.destination();
  const destination = ip.source();
  const header = ip.family === 4 ? IPV4_HEADER : IPV6_HEADER;
  const packet2 = new Uint8Array(header + TCP_HEADER);
  const repr = {
    source,
    destination,
    protocol: PROTOCOL2.tcp,
    hopLimit: HOP_LIMIT3,
    payloadLength: TCP_HEADER,
    dontFragment: true,
    identification: 0,
    fragmentOffset: 0,
    moreFragments: false
  };
  if (ip.family === 4) emitIpv4(repr, packet2, 0);
  else emitIpv6(repr, packet2, 0);
  emitTcp(reset, packet2, header);
  const addressSum = addSums(sumBytes(source, 0, source.length), sumBytes(destination, 0, destination.length));
  sealTcp(packet2, header, TCP_HEADER, addressSum);
  return packet2;
}
var SIZES = [536, 1220, 1300, 1380, 1440, 1460, 4312, 8948];
var PERIOD_MS = 64e3;
var COOKIE_LIFE_MS = 2 * PERIOD_MS;
var STAMP_BITS = 63;
var SACK_BIT = 16;
var NO_SCALE = 15;
function makeCookie(secret, handshake, mss, now) {
  let size = SIZES.length - 1;
  while (size > 0 && SIZES[size] > mss) size--;
  return cookieOf(secret, handshake, Math.floor(now / PERIOD_MS), size);
}
function openCookie(secret, handshake, cookie, now) {
  const current = Math.floor(now / PERIOD_MS);
  const size = cookie >>> 29;
  for (const period of [current, current - 1]) {
    if (cookieOf(secret, handshake, period, size) === cookie) return SIZES[size];
  }
  return void 0;
}
function offsetTelling(syn, offset, now) {
  const scale = syn.windowScale < 0 ? NO_SCALE : Math.min(14, syn.windowScale);
  const told = scale | (syn.sackPermitted ? SACK_BIT : 0);
  const back = offset + Math.floor(now) - told & STAMP_BITS;
  return offset - back >>> 0;
}
function recallSyn(syn, ack, mss) {
  syn.reset();
  syn.sequence = ack.sequence - 1 >>> 0;
  syn.window = ack.window;
  syn.mss = mss;
  if (!ack.hasTimestamps) return;
  syn.hasTimestamps = true;
  syn.timestampValue = ack.timestampValue;
  syn.sackPermitted = (ack.timestampEcho & SACK_BIT) !== 0;
  const scale = ack.timestampEcho & 15;
  if (scale !== NO_SCALE) syn.windowScale = scale;
}
function cookieOf(secret, handshake, period, size) {
  const { local, remote, peerSequence } = handshake;
  const mac = keyedHash(secret, "syn-cookie", local, remote, [peerSequence, period, size]);
  return (size << 29 | (period & 31) << 24 | mac.readUIntBE(0, 3)) >>> 0;
}
var DEFAULT_BUFFER = 8 * 1024 * 1024;
var DEFAULT_CONNECTIONS = 65536;
var DEFAULT_BACKLOG = 128;
var DEFAULT_TIME_WAIT_MS = 3e4;
var MOST_TIME_WAIT = 16384;
var FIRST_EPHEMERAL = 49152;
var TcpStack = class {
  timeWaitMs;
  #around;
  #table;
  #listeners = /* @__PURE__ */ new Map();
  #timers = new TimerQueue();
  #timeWait = /* @__PURE__ */ new Set();
  #writer;
  #toOutbox;
  #secret;
  #resets = new RateLimit(200, 100);
  #maxBuffer;
  /** The SYN that a cookie stands for; one serves all. */
  #recalled = new TcpSegment();
  #changed = [];
  #now = 0;
  constructor(around) {
    this.#around = around;
    this.#table = new ConnectionTable((0, import_chunk_0722AEF2.randomUint32)(around.random));
    this.#secret = around.random.bytes(32);
    this.#maxBuffer = around.defaults.maxBufferBytes ?? DEFAULT_BUFFER;
    this.timeWaitMs = around.defaults.timeWaitMs ?? DEFAULT_TIME_WAIT_MS;
    this.#toOutbox = (buffer, offset, length) => around.outbox.push((0, import_cli2.copyBytes)(buffer, offset, offset + length));
    this.#writer = new SegmentWriter(this.#toOutbox);
  }
  get connectionCount() {
    return this.#table.count;
  }
  receive(ip, segment, now) {
    this.#now = now;
    const { sourcePort, destinationPort, flags } = segment;
    const found = this.#table.find(ip.bytes, ip.addresses, ip.addressLength, sourcePort, destinationPort);
    const isSyn = (flags & (SYN | ACK | RST)) === SYN;
    if (found !== void 0) {
      const isNew = isSyn && found.state === "time-wait" && isNewIncarnation(found, segment);
      if (!isNew) {
        segmentArrives(found, segment, ip.bytes, now);
        return;
      }
      found.finish("finished");
    }
    if (isSyn && this.#listen(ip, segment, found, now)) return;
    if ((flags & (SYN | ACK | RST)) === ACK && this.#takeCookie(ip, segment, now)) return;
    this.#around.counters.drop("tcp-no-socket");
    if ((flags & (SYN | ACK)) === 0 && this.#isListening(ip, segment)) return;
    if ((flags & RST) !== 0 || !this.#resets.take(now)) return;
    this.#around.outbox.push(resetAnswering(ip, segment));
  }
  connect(remote, options, now) {
    this.#now = now;
    const address2 = options.localAddress ?? this.#around.addresses.sourceFor(remote.address);
    if (address2 === void 0 || address2.family !== remote.address.family) {
      throw new import_cli3.SallyportError("TUNNEL_UNREACHABLE", {
        message: `cannot reach ${(0, import_chunk_0722AEF22.formatEndpoint)(remote)} from ${this.#around.addresses.text || "no address"}`,
        help: `give this node an IPv${remote.address.family} address in the mesh`
      });
    }
    const local = { address: address2, port: options.localPort ?? this.#freePort(address2, remote) };
    if (this.#table.has(local, remote)) {
      throw new import_cli3.SallyportError("TUNNEL_PORT_IN_USE", {
        message: `${(0, import_chunk_0722AEF22.formatEndpoint)(local)} is already connected to ${(0, import_chunk_0722AEF22.formatEndpoint)(remote)}`,
        help: "leave the local port out, or choose another"
      });
    }
    const connection = this.#open(local, remote, "syn-sent", void 0);
    this.markChanged(connection);
    return connection;
  }
  listen(options) {
    const others = this.#listeners.get(options.port) ?? [];
    if (others.some((other) => isSameAddress(other.local.address, options.address))) {
      throw new import_cli3.SallyportError("TUNNEL_PORT_IN_USE", {
        message: `TCP port ${options.port} is taken by another listener of this node`,
        help: "choose another port"
      });
    }
    const backlog = options.backlog ?? DEFAULT_BACKLOG;
    const listener = new Listener(options.address, options.port, backlog, (closed) => this.#unlisten(closed));
    this.#listeners.set(options.port, [...others, listener]);
    return listener;
  }
  handleTimeout(now) {
    this.#now = now;
    for (let c = this.#timers.takeDue(now); c !== void 0; c = this.#timers.takeDue(now)) {
      const mayBeBlackhole = handleConnectionTimeout(c, this.#writer, now);
      if (mayBeBlackhole) this.#narrowPath(c);
      if (c.state === "closed") continue;
      c.updateDeadline();
      this.markChanged(c);
    }
  }
  nextTimeout() {
    return this.#changed.length > 0 ? this.#now : this.#timers.next();
  }
  drainTo(sink) {
    this.#writer.sink = sink;
    try {
      while (this.#changed.length > 0) {
        const connections = this.#changed;
        this.#changed = [];
        for (const c of connections) this.#run(c);
      }
    } finally {
      this.#writer.sink = this.#toOutbox;
    }
  }
  /** A packet of ours was too big for the path. The sequence number shows that the report is of our own. */
  handlePacketTooBig(quoted, now) {
    this.#now = now;
    const c = this.#findQuoted(quoted);
    if (c === void 0) return;
    const mtu = this.#around.pathMtu.find(c.remote.address, now);
    if (mtu >= c.pathMtu) return;
    c.pathMtu = mtu;
    this.fitToPath(c);
    const { sender } = c;
    if (sender.segments.count === 0) return;
    for (let i = 0; i < sender.segments.count; i++) {
      if (sender.segments.endOf(i) - sender.segments.startOf(i) > sender.mss) sender.segments.markLost(i);
    }
    this.markChanged(c);
  }
  /** True where the quote is of something sent and not yet acknowledged. */
  hasInFlight(quoted) {
    return this.#findQuoted(quoted) !== void 0;
  }
  /** RFC 5461: an error ends a connection that is being opened; later it may pass. */
  handleUnreachable(quoted, isPort, now) {
    this.#now = now;
    const c = this.#findQuoted(quoted);
    if (c?.state === "syn-sent") c.finish(isPort ? "refused" : "unreachable");
  }
  removeAddressesBut(kept) {
    for (const c of this.#table.all()) {
      if (!kept.has(c.local.address)) c.finish("address-removed");
    }
  }
  endUnreachable(isReachable, now) {
    this.#now = now;
    for (const c of this.#table.all()) {
      if (!isReachable(c.remote.address)) c.finish("unreachable");
    }
  }
  setLinkMtu(now) {
    this.#now = now;
    for (const c of this.#table.all()) {
      c.pathMtu = this.#around.pathMtu.find(c.remote.address, now);
      this.fitToPath(c);
    }
  }
  fitToPath(connection) {
    connection.fitToPath(Math.max(connection.pathMtu, this.#around.maxSuperSegment ?? 0));
  }
  markChanged(connection) {
    if (connection.isChanged) return;
    connection.isChanged = true;
    this.#changed.push(connection);
  }
  acknowledge(connection) {
    this.#writer.writeAck(connection, this.#now);
  }
  reset(connection) {
    this.#writer.writeReset(connection, this.#now);
  }
  resetAt(connection, acknowledgment) {
    if (this.#resets.take(this.#now)) this.#writer.writeResetAt(connection, acknowledgment);
  }
  tell(kind, connection) {
    this.#around.tell({ kind, socket: connection });
  }
  established(connection) {
    const { listener } = connection;
    if (listener === void 0) {
      this.tell("tcp-connected", connection);
      return;
    }
    listener.finish(connection);
    this.#around.tell({ kind: "tcp-acceptable", listener });
  }
  ended(connection) {
    if (connection.state === "time-wait") this.#keepTimeWait(connection);
    if (connection.isEndTold) return;
    connection.isEndTold = true;
    this.#around.tell({ kind: "tcp-closed", socket: connection, end: connection.end ?? "aborted" });
  }
  remove(connection) {
    this.#table.remove(connection);
    this.#timers.remove(connection);
    this.#timeWait.delete(connection);
    connection.listener?.forget(connection);
  }
  #run(c) {
    c.isChanged = false;
    if (c.state === "closed") return;
    transmit(c, this.#writer, this.#linkMss(c), this.#now);
    c.updateDeadline();
    this.#timers.update(c);
  }
  #open(local, remote, state, previous) {
    const c = this.#make(local, remote, state);
    if (previous !== void 0) {
      const least = previous.sendSequence(previous.sender.nxt + 65536);
      if ((c.initialSend - least | 0) < 0) c.initialSend = least;
    }
    this.#table.add(c);
    return c;
  }
  /** A connection that nobody knows of yet. */
  #make(local, remote, state) {
    const { defaults, pathMtu } = this.#around;
    const congestion = defaults.congestion === "reno" ? new Reno(536) : new Cubic(536);
    const origin2 = sequenceOrigin(this.#secret, local, remote, this.#now);
    const c = new TcpConnection(this, local, remote, {
      state,
      sender: new Sender(congestion, 536, this.#maxBuffer),
      maxBuffer: this.#maxBuffer,
      initialSend: origin2.initialSequence,
      timestampOffset: origin2.timestampOffset
    });
    c.receiver.setScale(scaleFor(this.#maxBuffer));
    c.receiver.mostSegment = this.#linkMss(c);
    c.pathMtu = pathMtu.find(remote.address, this.#now);
    c.lastHeardAt = this.#now;
    return c;
  }
  #listen(ip, segment, previous, now) {
    const local = this.#localOf(ip, segment);
    const listener = local && this.#findListener(local.port, local.address);
    if (local === void 0 || listener === void 0) return false;
    if (!this.#hasRoom(listener)) return true;
    const remote = remoteOf(ip, segment);
    if (listener.isFull) {
      this.#answerWithCookie(local, remote, segment, now);
      listener.cookiesUntil = now + COOKIE_LIFE_MS;
      return true;
    }
    const c = this.#open(local, remote, "syn-received", previous);
    c.listener = listener;
    adoptSyn(c, segment, now);
    this.fitToPath(c);
    listener.begin(c);
    this.markChanged(c);
    return true;
  }
  #hasRoom(listener) {
    if (!listener.hasRoom) {
      this.#around.counters.drop("tcp-backlog-full");
      return false;
    }
    if (this.#table.count < (this.#around.defaults.maxConnections ?? DEFAULT_CONNECTIONS)) return true;
    this.#around.counters.drop("tcp-connections-full");
    return false;
  }
  /** The connection is made for its SYN-ACK alone, and not kept. */
  #answerWithCookie(local, remote, syn, now) {
    const c = this.#make(local, remote, "syn-received");
    adoptSyn(c, syn, now);
    c.initialSend = makeCookie(this.#secret, { local, remote, peerSequence: syn.sequence }, syn.mss, now);
    if (c.hasTimestamps) {
      c.timestampOffset = offsetTelling(syn, c.timestampOffset, now);
    } else {
      c.usesScale = false;
      c.sender.sackPermitted = false;
    }
    this.#around.counters.cookiesSent++;
    this.#writer.writeSyn(c, this.#linkMss(c), now);
  }
  /** True for an ACK that may belong to a handshake whose SYN was answered with a cookie. */
  #takeCookie(ip, segment, now) {
    const local = this.#localOf(ip, segment);
    const listener = local && this.#findListener(local.port, local.address);
    if (local === void 0 || listener === void 0 || listener.cookiesUntil <= now) return false;
    const remote = remoteOf(ip, segment);
    const cookie = segment.acknowledgment - 1 >>> 0;
    const handshake = { local, remote, peerSequence: segment.sequence - 1 >>> 0 };
    const mss = openCookie(this.#secret, handshake, cookie, now);
    if (mss === void 0) return segment.payloadLength > 0 || (segment.flags & FIN) !== 0;
    if (!this.#hasRoom(listener)) return true;
    const c = this.#open(local, remote, "syn-received", void 0);
    c.listener = listener;
    c.initialSend = cookie;
    c.handshakeDue = false;
    c.sender.nxt = 1;
    recallSyn(this.#recalled, segment, mss);
    adoptSyn(c, this.#recalled, now);
    this.fitToPath(c);
    segmentArrives(c, segment, ip.bytes, now);
    return true;
  }
  #localOf(ip, segment) {
    const address2 = this.#around.addresses.destinationOf(ip);
    return address2 && { address: address2, port: segment.destinationPort };
  }
  #isListening(ip, segment) {
    const local = this.#localOf(ip, segment);
    return local !== void 0 && this.#findListener(local.port, local.address) !== void 0;
  }
  #findListener(port, address2) {
    const listeners = this.#listeners.get(port);
    return listeners?.find(
      (listener) => listener.local.address !== void 0 && (0, import_chunk_0722AEF22.equalIp)(listener.local.address, address2)
    ) ?? listeners?.find((listener) => listener.local.address === void 0);
  }
  #unlisten(listener) {
    const left = (this.#listeners.get(listener.local.port) ?? []).filter((other) => other !== listener);
    if (left.length === 0) this.#listeners.delete(listener.local.port);
    else this.#listeners.set(listener.local.port, left);
  }
  #findQuoted(quoted) {
    const addresses = Buffer.concat([quoted.destination, quoted.source]);
    const size = quoted.source.length;
    const c = this.#table.find(addresses, 0, size, quoted.destinationPort, quoted.sourcePort);
    if (c === void 0) return void 0;
    const position = c.sendPosition(quoted.sequence);
    return position >= c.sender.una && position <= c.sender.nxt ? c : void 0;
  }
  /** RFC 4821 \u00a77.7: full packets vanish and no router says why. */
  #narrowPath(c) {
    const { pathMtu } = this.#around;
    const least = LEAST_MTU[c.remote.address.family];
    const narrower = c.pathMtu > 1280 ? 1280 : least;
    if (narrower >= c.pathMtu) return;
    pathMtu.lower(c.remote.address, narrower, c.pathMtu, this.#now);
    c.pathMtu = narrower;
    this.fitToPath(c);
  }
  #keepTimeWait(c) {
    this.#timeWait.add(c);
    this.markChanged(c);
    if (this.#timeWait.size <= MOST_TIME_WAIT) return;
    const [oldest] = this.#timeWait;
    oldest?.finish("finished");
  }
  /** RFC 6056: unpredictable. */
  #freePort(address2, remote) {
    const count = 65536 - FIRST_EPHEMERAL;
    const start = (0, import_chunk_0722AEF2.randomBelow)(this.#around.random, count);
    for (let i = 0; i < count; i++) {
      const port = FIRST_EPHEMERAL + (start + i) % count;
      if (!this.#listeners.has(port) && !this.#table.has({ address: address2, port }, remote)) return port;
    }
    throw new import_cli3.SallyportError("TUNNEL_PORT_IN_USE", {
      message: `every dynamic TCP port of this node is connected to ${(0, import_chunk_0722AEF22.formatEndpoint)(remote)}`,
      help: "close connections that are not needed"
    });
  }
  #linkMss(c) {
    return this.#around.pathMtu.linkMtu - (c.local.address.family === 4 ? 40 : 60);
  }
};
function isNewIncarnation(c, segment) {
  if (c.hasTimestamps && segment.hasTimestamps) {
    const age = segment.timestampValue - c.timestampRecent | 0;
    if (age !== 0) return age > 0;
  }
  return c.receivePosition(segment.sequence) > c.receiver.nxt;
}
function remoteOf(ip, segment) {
  return { address: { family: ip.family, bytes: ip.source() }, port: segment.sourcePort };
}
function isSameAddress(a, b) {
  return a === void 0 || b === void 0 ? a === b : (0, import_chunk_0722AEF22.equalIp)(a, b);
}
var UDP_HEADER = 8;
var UdpView = class {
  sourcePort = 0;
  destinationPort = 0;
  payload = 0;
  payloadLength = 0;
};
function readUdp(view, ip, verify) {
  const { bytes, payload: at } = ip;
  const available = ip.end - at;
  if (available < UDP_HEADER) return "udp-truncated";
  const length = bytes[at + 4] << 8 | bytes[at + 5];
  if (length < UDP_HEADER || length > available) return "udp-length";
  const checksum = bytes[at + 6] << 8 | bytes[at + 7];
  if (checksum === 0 && ip.family === 6) return "udp-checksum";
  if (verify && checksum !== 0) {
    const pseudo = sumPseudoHeader(bytes, ip.addresses, ip.addressLength * 2, PROTOCOL2.udp, length);
    if (addSums(pseudo, sumBytes(bytes, at, length)) !== 65535) return "udp-checksum";
  }
  view.sourcePort = bytes[at] << 8 | bytes[at + 1];
  view.destinationPort = bytes[at + 2] << 8 | bytes[at + 3];
  if (view.destinationPort === 0) return "udp-port-zero";
  view.payload = at + UDP_HEADER;
  view.payloadLength = length - UDP_HEADER;
  return void 0;
}
function emitUdp(repr, bytes, offset) {
  const length = UDP_HEADER + repr.payload.length;
  bytes[offset] = repr.sourcePort >>> 8;
  bytes[offset + 1] = repr.sourcePort;
  bytes[offset + 2] = repr.destinationPort >>> 8;
  bytes[offset + 3] = repr.destinationPort;
  bytes[offset + 4] = length >>> 8;
  bytes[offset + 5] = length;
  bytes[offset + 6] = 0;
  bytes[offset + 7] = 0;
  bytes.set(repr.payload, offset + UDP_HEADER);
  const addresses = addSums(
    sumBytes(repr.source, 0, repr.source.length),
    sumPseudoHeader(repr.destination, 0, repr.destination.length, PROTOCOL2.udp, length)
  );
  const sum = finishSum(addSums(addresses, sumBytes(bytes, offset, length))) || 65535;
  bytes[offset + 6] = sum >>> 8;
  bytes[offset + 7] = sum;
  return length;
}
var DEFAULT_QUEUE_BYTES = 262144;
var DATAGRAM_OVERHEAD = 64;
var FIRST_EPHEMERAL2 = 49152;
var MOST_DATAGRAM = { 4: 65507, 6: 65527 };
var UdpStack = class {
  #around;
  #sockets = /* @__PURE__ */ new Map();
  constructor(around) {
    this.#around = around;
  }
  /** @throws `TUNNEL_PORT_IN_USE` */
  open(options) {
    const port = options.port || this.#freePort();
    const others = this.#sockets.get(port) ?? [];
    if (others.some((other) => collides(other.local.address, options.address))) {
      throw new import_cli3.SallyportError("TUNNEL_PORT_IN_USE", {
        message: `UDP port ${port} is taken by another socket of this node`,
        help: "choose another port, or 0 for a free one"
      });
    }
    const socket = new Socket(this.#around, options, port, () => this.#forget(socket));
    this.#sockets.set(port, [...others, socket]);
    return socket;
  }
  /** @returns false where nobody listens on the port */
  receive(ip, view) {
    const to = this.#around.addresses.destinationOf(ip);
    if (to === void 0) return false;
    const socket = this.#find(view.destinationPort, to);
    if (socket === void 0) return false;
    const from = { address: { family: ip.family, bytes: ip.source() }, port: view.sourcePort };
    socket.deliver({ from, to, bytes: (0, import_cli2.copyBytes)(ip.bytes, view.payload, view.payload + view.payloadLength) });
    return true;
  }
  handleUnreachable(quoted) {
    const socket = this.#find(quoted.sourcePort, { family: quoted.family, bytes: quoted.source });
    if (socket === void 0) return;
    const remote = {
      address: { family: quoted.family, bytes: quoted.destination },
      port: quoted.destinationPort
    };
    this.#around.tell({ kind: "udp-unreachable", socket, remote });
  }
  #find(port, address2) {
    const sockets = this.#sockets.get(port);
    return sockets?.find(
      (socket) => socket.local.address !== void 0 && collides(socket.local.address, address2)
    ) ?? sockets?.find((socket) => socket.local.address === void 0);
  }
  #forget(socket) {
    const left = (this.#sockets.get(socket.local.port) ?? []).filter((other) => other !== socket);
    if (left.length === 0) this.#sockets.delete(socket.local.port);
    else this.#sockets.set(socket.local.port, left);
  }
  /** RFC 6056: unpredictable. */
  #freePort() {
    const count = 65536 - FIRST_EPHEMERAL2;
    const start = (0, import_chunk_0722AEF2.randomBelow)(this.#around.random, count);
    for (let i = 0; i < count; i++) {
      const port = FIRST_EPHEMERAL2 + (start + i) % count;
      if (!this.#sockets.has(port)) return port;
    }
    throw new import_cli3.SallyportError("TUNNEL_PORT_IN_USE", {
      message: "every dynamic UDP port of this node is in use",
      help: "close sockets that are not needed"
    });
  }
};
var Socket = class {
  local;
  dropped = 0;
  #around;
  #queue = [];
  #limit;
  #forget;
  #queuedBytes = 0;
  #isClosed = false;
  constructor(around, options, port, forget) {
    this.#around = around;
    this.local = { address: options.address, port };
    this.#limit = options.queueBytes ?? DEFAULT_QUEUE_BYTES;
    this.#forget = forget;
  }
  send(bytes, to, now) {
    const { addresses, output, pathMtu } = this.#around;
    const source = this.local.address ?? addresses.sourceFor(to.address);
    if (this.#isClosed || source === void 0 || source.family !== to.address.family) return false;
    if (bytes.length > MOST_DATAGRAM[source.family] || !addresses.has(source)) return false;
    const payload = new Uint8Array(UDP_HEADER + bytes.length);
    emitUdp(
      {
        source: source.bytes,
        destination: to.address.bytes,
        sourcePort: this.local.port,
        destinationPort: to.port,
        payload: bytes
      },
      payload,
      0
    );
    const mtu = pathMtu.find(to.address, now);
    const destination = to.address.bytes;
    return output.send({ source: source.bytes, destination, protocol: PROTOCOL2.udp, payload, mtu });
  }
  receive() {
    const datagram = this.#queue.shift();
    if (datagram !== void 0) this.#queuedBytes -= datagram.bytes.length + DATAGRAM_OVERHEAD;
    return datagram;
  }
  close() {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#queue.length = 0;
    this.#queuedBytes = 0;
    this.#forget();
  }
  deliver(datagram) {
    const size = datagram.bytes.length + DATAGRAM_OVERHEAD;
    if (this.#queuedBytes + size > this.#limit) {
      this.dropped++;
      this.#around.counters.drop("udp-queue-full");
      return;
    }
    this.#queue.push(datagram);
    this.#queuedBytes += size;
    if (this.#queue.length === 1) this.#around.tell({ kind: "udp-readable", socket: this });
  }
};
function collides(a, b) {
  if (a === void 0 || b === void 0) return a === b;
  return a.family === b.family && Buffer.compare(a.bytes, b.bytes) === 0;
}
var MOST_EVENTS = 65536;
var Netstack = class {
  counters = new Counters();
  #addresses;
  #pathMtu;
  #outbox = new Outbox(this.counters);
  #reassembly = new Reassembly(this.counters);
  #tcp;
  #udp;
  #icmp;
  #mustVerify;
  #ip = new IpView();
  #segment = new TcpSegment();
  #datagram = new UdpView();
  #events = [];
  constructor(options) {
    this.#addresses = new Addresses(options.addresses);
    this.#pathMtu = new PathMtu(options.mtu);
    this.#mustVerify = options.checksums !== "trusted";
    const shared = {
      addresses: this.#addresses,
      pathMtu: this.#pathMtu,
      counters: this.counters,
      random: options.random,
      outbox: this.#outbox,
      output: new IpOutput(this.#outbox, options.random),
      tell: (event) => this.#tell(event)
    };
    const defaults = options.tcp ?? {};
    this.#tcp = new TcpStack({ ...shared, defaults, maxSuperSegment: options.maxSuperSegment });
    this.#udp = new UdpStack(shared);
    this.#icmp = new IcmpStack({ ...shared, tcp: this.#tcp, udp: this.#udp });
  }
  /** Takes one IP packet. What is malformed or not for us is counted and dropped. */
  receive(packet2, now) {
    this.receiveAt(packet2, 0, packet2.length, now);
  }
  /** As {@link receive}, without a view per packet. The bytes are not kept. */
  receiveAt(buffer, offset, length, now) {
    this.counters.received++;
    const ip = this.#ip;
    const fault = this.#readIp(buffer, offset, length);
    if (fault !== void 0) {
      this.counters.drop(fault);
      if (ip.faultAt >= 0) this.#reportFault(fault, now);
      return;
    }
    if (!this.#isForUs(ip)) return;
    if (!ip.isFragment) {
      this.#dispatch(ip, now);
      return;
    }
    const whole = this.#reassembly.take(ip, now);
    if (whole === void 0) {
      if (ip.faultAt >= 0) this.#reportFault("fragment-shape", now);
      return;
    }
    const wholeFault = this.#readIp(whole, 0, whole.length);
    if (wholeFault !== void 0) this.counters.drop(wholeFault);
    else if (ip.isFragment) this.counters.drop("fragment-shape");
    else this.#dispatch(ip, now);
  }
  handleTimeout(now) {
    this.#reassembly.handleTimeout(now, (expired) => this.#reportExpired(expired, now));
    this.#tcp.handleTimeout(now);
  }
  /** When to call {@link handleTimeout}; `undefined` where nothing waits. */
  nextTimeout() {
    const tcp = this.#tcp.nextTimeout();
    const fragments = this.#reassembly.nextTimeout();
    if (tcp === void 0) return fragments;
    return fragments === void 0 ? tcp : Math.min(tcp, fragments);
  }
  /** The packets to send, as bytes that the caller owns. */
  drain() {
    const packets = [];
    this.drainTo((buffer, offset, length) => {
      packets.push((0, import_cli2.copyBytes)(buffer, offset, offset + length));
    });
    return packets;
  }
  /** Gives each packet to send to `sink`, from a buffer that is used again. */
  drainTo(sink) {
    this.#outbox.drainTo(sink);
    this.#tcp.drainTo(sink);
    this.#outbox.drainTo(sink);
  }
  drainEvents() {
    if (this.#events.length === 0) return [];
    const events = this.#events;
    this.#events = [];
    return events;
  }
  /** @throws `TUNNEL_UNREACHABLE` where no address of ours has the remote's family, `TUNNEL_PORT_IN_USE` */
  connectTcp(remote, now, options = {}) {
    return this.#tcp.connect(remote, options, now);
  }
  /** @throws `TUNNEL_PORT_IN_USE` */
  listenTcp(options) {
    return this.#tcp.listen(options);
  }
  /** @throws `TUNNEL_PORT_IN_USE` */
  openUdp(options = {}) {
    return this.#udp.open(options);
  }
  /** Sends one ICMP echo request; the answer is an `echo-reply` event. @returns false without a route */
  sendEcho(to, identifier, sequence, bytes, now) {
    return this.#icmp.sendEcho(to, { kind: "echo-request", identifier, sequence, data: bytes }, now);
  }
  /** Connections bound to an address that is gone end as `address-removed`. */
  setAddresses(addresses, _now) {
    this.#addresses.set(addresses);
    this.#tcp.removeAddressesBut(this.#addresses);
  }
  /** Connections with whom no way leads any more end as `unreachable`: nothing could be said to them, nor heard. */
  endUnreachable(isReachable, now) {
    this.#tcp.endUnreachable(isReachable, now);
  }
  setMtu(mtu, now) {
    this.#pathMtu.linkMtu = mtu;
    this.#tcp.setLinkMtu(now);
  }
  /** Connections in every state, TIME-WAIT among them. */
  get connectionCount() {
    return this.#tcp.connectionCount;
  }
  #readIp(buffer, offset, length) {
    this.#ip.faultAt = -1;
    const version = length > 0 ? buffer[offset] >>> 4 : 0;
    if (version === 4) return readIpv4(this.#ip, buffer, offset, length);
    if (version === 6) return readIpv6(this.#ip, buffer, offset, length);
    return "ip-version";
  }
  #isForUs(ip) {
    if (!this.#addresses.hasBytes(ip.bytes, ip.addresses + ip.addressLength, ip.addressLength)) {
      this.counters.drop("ip-not-ours");
      return false;
    }
    if (isRefusedSource(ip) || this.#addresses.hasBytes(ip.bytes, ip.addresses, ip.addressLength)) {
      this.counters.drop("ip-source-refused");
      return false;
    }
    if (ip.hopLimit > 0) return true;
    this.counters.drop("ip-hop-limit");
    return false;
  }
  #dispatch(ip, now) {
    switch (ip.protocol) {
      case PROTOCOL2.tcp: {
        const fault = readTcp(this.#segment, ip, this.#mustVerify);
        if (fault !== void 0) this.counters.drop(fault);
        else this.#tcp.receive(ip, this.#segment, now);
        return;
      }
      case PROTOCOL2.udp: {
        const fault = readUdp(this.#datagram, ip, this.#mustVerify);
        if (fault !== void 0) this.counters.drop(fault);
        else if (!this.#udp.receive(ip, this.#datagram)) {
          this.counters.drop("udp-no-socket");
          this.#icmp.sendError(ip, { kind: "unreachable", reason: "port" }, now);
        }
        return;
      }
      case PROTOCOL2.icmpv4:
      case PROTOCOL2.icmpv6:
        this.#icmp.receive(ip, now);
        return;
      case PROTOCOL2.none:
        return;
      default:
        this.counters.drop("ip-protocol-unknown");
        this.#icmp.sendError(ip, unknownProtocol(ip), now);
    }
  }
  /** RFC 4443 \u00a73.4. Only before a transport header, so that no ICMP error is ever answered with one. */
  #reportFault(fault, now) {
    const ip = this.#ip;
    const { faultAt } = ip;
    ip.faultAt = -1;
    const isChain = fault === "ipv6-header-chain";
    const next = isChain || fault === "fragment-shape" ? ip.protocol : ip.bytes[ip.payload];
    if (next !== PROTOCOL2.tcp && next !== PROTOCOL2.udp || !this.#isForUs(ip)) return;
    const code = isChain ? 3 : fault === "ipv6-option-refused" ? 2 : 0;
    this.#icmp.sendError(ip, { kind: "parameter-problem", code, pointer: faultAt - ip.start }, now);
  }
  #reportExpired({ source, destination, protocol, first }, now) {
    if (protocol === PROTOCOL2.icmpv4 || protocol === PROTOCOL2.icmpv6) return;
    this.#icmp.sendQuoting(first, source, destination, { kind: "time-exceeded", code: 1 }, now);
  }
  #tell(event) {
    if (event.kind === "echo-reply" && this.#events.length >= MOST_EVENTS) return;
    this.#events.push(event);
  }
};
function unknownProtocol(ip) {
  if (ip.family === 4) return { kind: "unreachable", reason: "protocol" };
  return { kind: "parameter-problem", code: 1, pointer: ip.nextHeaderAt - ip.start };
}
var packet = new Uint8Array(new ArrayBuffer(65536));
function splitSuperSegment(buffer, offset, length, segmentSize, emit2) {
  const isIpv4 = buffer[offset] >>> 4 === 4;
  const tcpAt = isIpv4 ? IPV4_HEADER : IPV6_HEADER;
  const headers = tcpAt + (buffer[offset + tcpAt + 12] >>> 4 << 2);
  const addressSum = sumBytes(buffer, offset + (isIpv4 ? 12 : 8), isIpv4 ? 8 : 32);
  const sequence = readUint322(buffer, offset + tcpAt + 4);
  const payload = length - headers;
  packet.set(buffer.subarray(offset, offset + headers), 0);
  for (let at = 0; at < payload; at += segmentSize) {
    const size = Math.min(segmentSize, payload - at);
    const from = offset + headers + at;
    packet.set(buffer.subarray(from, from + size), headers);
    const flags = buffer[offset + tcpAt + 13];
    packet[tcpAt + 13] = at + size < payload ? flags & ~(FIN | PSH) : flags;
    writeUint32(packet, tcpAt + 4, sequence + at >>> 0);
    packet[tcpAt + 16] = 0;
    packet[tcpAt + 17] = 0;
    writeLength(isIpv4, headers + size);
    sealTcp(packet, tcpAt, headers - tcpAt + size, addressSum);
    emit2(packet, 0, headers + size);
  }
}
function writeLength(isIpv4, total) {
  const value = isIpv4 ? total : total - IPV6_HEADER;
  const at = isIpv4 ? 2 : 4;
  packet[at] = value >>> 8;
  packet[at + 1] = value;
  if (!isIpv4) return;
  packet[10] = 0;
  packet[11] = 0;
  const sum = finishSum(sumBytes(packet, 0, IPV4_HEADER));
  packet[10] = sum >>> 8;
  packet[11] = sum;
}
var VNET_HEADER = 10;
var NEEDS_CHECKSUM = 1;
var GSO = { none: 0, tcp4: 1, tcp6: 4, udp: 5, ecn: 128 };
function emptyVnetHeader() {
  return { flags: 0, gsoType: 0, headerLength: 0, segmentSize: 0, checksumStart: 0, checksumOffset: 0 };
}
function writeVnetHeader(header, bytes, at) {
  bytes[at] = header.flags;
  bytes[at + 1] = header.gsoType;
  write16(bytes, at + 2, header.headerLength);
  write16(bytes, at + 4, header.segmentSize);
  write16(bytes, at + 6, header.checksumStart);
  write16(bytes, at + 8, header.checksumOffset);
}
function write16(bytes, at, value) {
  bytes[at] = value;
  bytes[at + 1] = value >>> 8;
}
var TCP = 6;
var ACK2 = 16;
var PSH2 = 8;
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
    this.#mayGrow = flags === ACK2 && this.#segmentSize > 0 && this.#isRight(bytes, at, length, start);
    if (this.#mayGrow) this.#nextSequence = read32(bytes, at + start + 4) + this.#segmentSize >>> 0;
  }
  #extends(bytes, at, length, start) {
    const payload = length - this.#headers;
    if (!this.#mayGrow || start !== this.#start || payload <= 0 || payload > this.#segmentSize) return false;
    if (this.#length + payload > PACKET_MAX) return false;
    if (read32(bytes, at + start + 4) !== this.#nextSequence) return false;
    if ((bytes[at + start + 13] & ~PSH2) !== ACK2) return false;
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
    const push = bytes[at + this.#start + 13] & PSH2;
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
    const sum = pseudoSum(bytes, at, isIpv4, this.#length - this.#start);
    write162(bytes, at + this.#start + 16, sum);
  }
};
function transportOf(bytes, at, length) {
  const first = bytes[at];
  let start = 0;
  if (first === 69) {
    const isWhole2 = (bytes[at + 6] & 63 | bytes[at + 7]) === 0;
    if (isWhole2 && bytes[at + 9] === TCP) start = 20;
  } else if (first >>> 4 === 6 && bytes[at + 6] === TCP) start = 40;
  if (start === 0 || start + 20 > length) return 0;
  const headers = start + (bytes[at + start + 12] >>> 4) * 4;
  return headers >= start + 20 && headers <= length ? start : 0;
}
function hasRightChecksum(bytes, at, length, start) {
  const sum = sumBytes(bytes, at + start, length - start);
  return addSums(sum, pseudoSum(bytes, at, start === 20, length - start)) === 65535;
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
var AllowedIps = class {
  #root4;
  #root6;
  /** Gives the prefix to `owner`; a prefix has one owner, the last one to claim it. */
  insert(prefix, owner) {
    const { address: address2, bits } = (0, import_chunk_0722AEF22.maskPrefix)(prefix);
    const leaf = { bytes: address2.bytes, bits, owner, children: [void 0, void 0] };
    if (address2.family === 4) this.#root4 = insertNode(this.#root4, leaf);
    else this.#root6 = insertNode(this.#root6, leaf);
  }
  /** Takes every prefix from `owner`. */
  removeOwner(owner) {
    this.#root4 = withoutOwner(this.#root4, owner);
    this.#root6 = withoutOwner(this.#root6, owner);
  }
  /** The owner of an address that stands at `offset` in a packet; `length` is 4 or 16. */
  find(packet2, offset, length) {
    let node = length === 4 ? this.#root4 : this.#root6;
    let found;
    while (node && matches2(node, packet2, offset)) {
      if (node.owner !== void 0) found = node.owner;
      if (node.bits === length * 8) break;
      node = node.children[bitAt(packet2, offset, node.bits)];
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
  const bytes = (0, import_chunk_0722AEF22.maskPrefix)({ address: { family, bytes: leaf.bytes }, bits }).address.bytes;
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
function matches2(node, packet2, offset) {
  const whole = node.bits >> 3;
  for (let i = 0; i < whole; i++) if (node.bytes[i] !== packet2[offset + i]) return false;
  const rest = node.bits & 7;
  return rest === 0 || ((node.bytes[whole] ^ packet2[offset + whole]) & 65280 >> rest & 255) === 0;
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
var EMPTY = new Uint8Array(0);
var origin;
function startNoise(crypto, responderStatic) {
  origin ??= computeOrigin(crypto);
  return { chainKey: origin.chainKey.slice(), hash: crypto.hash(origin.hash, responderStatic) };
}
function computeOrigin(crypto) {
  const chainKey = crypto.hash((0, import_cli2.encodeUtf8)(import_chunk_8C92F7232.CONSTRUCTION), EMPTY);
  return { chainKey, hash: crypto.hash(chainKey, (0, import_cli2.encodeUtf8)(import_chunk_8C92F7232.IDENTIFIER)) };
}
function mixHash(crypto, state, data) {
  crypto.hash(state.hash, data, state.hash);
}
function mixKey(crypto, state, input) {
  crypto.hkdf(state.chainKey, input, state.chainKey);
}
function mixKeyForSeal(crypto, state, input) {
  const key = new Uint8Array(32);
  crypto.hkdf(state.chainKey, input, state.chainKey, key);
  return key;
}
function mixPresharedKey(crypto, state, presharedKey) {
  const [mixed, key] = [new Uint8Array(32), new Uint8Array(32)];
  crypto.hkdf(state.chainKey, presharedKey, state.chainKey, mixed, key);
  mixHash(crypto, state, mixed);
  mixed.fill(0);
  return key;
}
function sealAndMix(crypto, state, key, plaintext) {
  const sealed = crypto.seal(key, plaintext, state.hash);
  key.fill(0);
  mixHash(crypto, state, sealed);
  return sealed;
}
function openAndMix(crypto, state, key, sealed) {
  const plaintext = crypto.open(key, sealed, state.hash);
  key.fill(0);
  mixHash(crypto, state, sealed);
  return plaintext;
}
function splitKeys(crypto, state) {
  const [initiatorToResponder, responderToInitiator] = [new Uint8Array(32), new Uint8Array(32)];
  crypto.hkdf(state.chainKey, EMPTY, initiatorToResponder, responderToInitiator);
  zeroNoise(state);
  return { initiatorToResponder, responderToInitiator };
}
function copyNoise(state) {
  return { chainKey: state.chainKey.slice(), hash: state.hash.slice() };
}
function zeroNoise(state) {
  state.chainKey.fill(0);
  state.hash.fill(0);
}
var EMPTY2 = new Uint8Array(0);
function ephemeralKeys(crypto, bytes) {
  const privateKey = crypto.importPrivateKey(bytes);
  return { privateKey, publicKey: crypto.publicOf(privateKey) };
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
  const message = (0, import_chunk_A7C2DCE42.emitInitiation)({
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
  const message = (0, import_chunk_A7C2DCE42.emitResponse)({
    sender: localIndex,
    receiver: initiation.sender,
    ephemeral: ephemeralPublic,
    sealedEmpty
  });
  return { message, keys: splitKeys(crypto, noise) };
}
function consumeResponse(crypto, identity, remote, state, message) {
  const theirs = crypto.importPublicKey(message.ephemeral);
  const ephemeralShared = crypto.agree(state.ephemeral, theirs);
  const staticShared = crypto.agree(identity.privateKey, theirs);
  if (!ephemeralShared || !staticShared) return void 0;
  const noise = copyNoise(state.noise);
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
function zeroInitiation(state) {
  state.ephemeral.bytes.fill(0);
  zeroNoise(state.noise);
}
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
    let index = (0, import_chunk_0722AEF2.randomUint32)(this.#random);
    while (this.#entries.has(index)) index = (0, import_chunk_0722AEF2.randomUint32)(this.#random);
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
    if (this.#spent > import_chunk_8C92F7232.HANDSHAKE_BUDGET_BURST) {
      this.#spent = import_chunk_8C92F7232.HANDSHAKE_BUDGET_BURST;
      this.#underLoadUntil = now + import_chunk_8C92F7232.LOAD_STICKY_TIME;
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
    this.#spent = Math.max(0, this.#spent - (now - this.#drainedAt) * import_chunk_8C92F7232.HANDSHAKE_BUDGET_SHARE);
    this.#drainedAt = now;
  }
};
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
    this.cookieChecker = new import_chunk_2ZL3UNZA.CookieChecker(options.crypto, options.random, identity.publicKey);
    this.load = new LoadMeter(options.measureHandshakeCost);
    this.data = options.data ?? this.#queueingSink();
    this.deliver = options.deliver ?? ((peer, bytes, at, length) => {
      this.outputs.push({ kind: "packet", peer, bytes: Buffer.from(bytes.subarray(at, at + length)) });
    });
  }
  /** Makes each data message an output of its own. */
  #queueingSink() {
    const arena = (0, import_chunk_A7C2DCE43.scratchOf)(this.aead).outgoing;
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
var IPV4_HEADER_MIN = 20;
var IPV6_HEADER2 = 40;
function innerLength(packet2, at, available) {
  if (available < IPV4_HEADER_MIN) return 0;
  const version = packet2[at] >> 4;
  if (version === 4) {
    const length2 = packet2[at + 2] << 8 | packet2[at + 3];
    return length2 >= IPV4_HEADER_MIN && length2 <= available ? length2 : 0;
  }
  if (version !== 6 || available < IPV6_HEADER2) return 0;
  const length = (packet2[at + 4] << 8 | packet2[at + 5]) + IPV6_HEADER2;
  return length <= available ? length : 0;
}
function innerAddressLength(packet2, at) {
  return packet2[at] >> 4 === 4 ? 4 : 16;
}
function innerSourceAt(packet2, at) {
  return at + (packet2[at] >> 4 === 4 ? 12 : 8);
}
function innerDestinationAt(packet2, at) {
  return at + (packet2[at] >> 4 === 4 ? 16 : 24);
}
function paddingOf(length, mtu) {
  const last = length > mtu ? length % mtu : length;
  return Math.min(last + 15 & ~15, mtu) - last;
}
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
    const word = low >>> 5 & WORDS - 1;
    const bit = 1 << (low & 31);
    if ((this.#ring[word] & bit) !== 0) return false;
    this.#ring[word] |= bit;
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
  return high === import_chunk_8C92F7232.REJECT_AFTER_MESSAGES_HIGH && low >= import_chunk_8C92F7232.REJECT_AFTER_MESSAGES_LOW;
}
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
    return now - this.createdAt < import_chunk_8C92F7232.REJECT_AFTER_TIME && !isPastReject(this.counterLow, this.counterHigh);
  }
  canReceive(now) {
    return now - this.createdAt < import_chunk_8C92F7232.REJECT_AFTER_TIME;
  }
  isPastRekeyMessages() {
    return this.counterHigh > import_chunk_8C92F7232.REKEY_AFTER_MESSAGES_HIGH || this.counterHigh === import_chunk_8C92F7232.REKEY_AFTER_MESSAGES_HIGH && this.counterLow > 0;
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
      this.#newHandshakeAt = now + import_chunk_8C92F7232.KEEPALIVE_TIMEOUT + import_chunk_8C92F7232.REKEY_TIMEOUT + this.#newHandshakeJitterMs;
    }
  }
  /** Should be called after a packet with content is received. */
  dataReceived(now) {
    if (this.#keepaliveAt === NEVER) this.#keepaliveAt = now + import_chunk_8C92F7232.KEEPALIVE_TIMEOUT;
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
    this.#retransmitAt = now + import_chunk_8C92F7232.REKEY_TIMEOUT + this.#jitterMs();
    this.#unanswered++;
    return this.#unanswered === import_chunk_8C92F7232.MAX_HANDSHAKE_ATTEMPTS + 1;
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
    this.#zeroKeysAt = now + import_chunk_8C92F7232.ZERO_KEYS_AFTER;
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
      this.#keepaliveAt = this.#keepaliveWanted ? now + import_chunk_8C92F7232.KEEPALIVE_TIMEOUT : NEVER;
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
    if (this.#attempts < import_chunk_8C92F7232.MAX_HANDSHAKE_ATTEMPTS) return "retransmit-initiation";
    this.#unanswered = 0;
    this.#keepaliveAt = NEVER;
    if (this.#zeroKeysAt === NEVER) this.#zeroKeysAt = now + import_chunk_8C92F7232.ZERO_KEYS_AFTER;
    return "give-up";
  }
  #jitterMs() {
    return this.#jitter() * import_chunk_8C92F7232.REKEY_TIMEOUT_JITTER_MAX;
  }
};
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
    const publicKey2 = crypto.importPublicKey((0, import_cli2.copyBytes)(config.publicKey));
    this.id = (0, import_chunk_8C92F7232.peerId)(config.publicKey);
    this.cookies = new import_chunk_2ZL3UNZA.CookieJar(crypto, config.publicKey);
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
  stage(packet2) {
    this.staged.push(packet2);
    if (this.staged.length <= import_chunk_8C92F7232.MAX_STAGED_PACKETS) return true;
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
  const view = new DataView(last.buffer, last.byteOffset, TAI64N_SIZE);
  const seconds = (view.getUint32(0) - BASE_HIGH) * 4294967296 + view.getUint32(4) - BASE_LOW;
  const nanos = view.getUint32(8) + STEP;
  return nanos < NANOS_PER_SECOND ? emit(seconds, nanos) : emit(seconds + 1, 0);
}
function isAfterTai64n(stamp, last) {
  return Buffer.compare(stamp, last) > 0;
}
function emit(seconds, nanos) {
  const bytes = new Uint8Array(TAI64N_SIZE);
  const view = new DataView(bytes.buffer);
  const low = seconds + BASE_LOW;
  view.setUint32(0, BASE_HIGH + Math.floor(low / 4294967296));
  view.setUint32(4, low % 4294967296);
  view.setUint32(8, nanos);
  return bytes;
}
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
  for (const packet2 of waiting) sendPacket(core, peer, packet2, 0, packet2.length, now);
}
function initiate(core, peer, now) {
  peer.timers.handshakeAsked();
  retransmitInitiation(core, peer, now);
}
function retransmitInitiation(core, peer, now) {
  if (now - peer.initiationSentAt < import_chunk_8C92F7232.REKEY_TIMEOUT) return;
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
function sealAndSend(core, peer, keypair, packet2, at, length, now) {
  const padded = length === 0 ? 0 : length + paddingOf(length, core.mtu);
  const size = import_chunk_A7C2DCE42.DATA_HEADER_SIZE + padded + import_chunk_A7C2DCE42.TAG_SIZE;
  const to = takeToSend(core, peer, size, now);
  if (!to) return;
  const { data } = core;
  const start = data.reserve(size);
  const { arena } = data;
  const { bytes } = arena;
  const { counterLow, counterHigh } = keypair;
  (0, import_chunk_A7C2DCE42.writeDataHeader)(bytes, keypair.remoteIndex, counterLow, counterHigh, start);
  const from = start + import_chunk_A7C2DCE42.DATA_HEADER_SIZE;
  bytes.set(length === packet2.length ? packet2 : packet2.subarray(at, at + length), from);
  for (let i = from + length; i < from + padded; i++) bytes[i] = 0;
  keypair.sendKey.seal(counterLow, counterHigh, arena, from, padded);
  keypair.advance();
  data.commit(peer.id, to, start, size);
}
function keepFreshBySending(core, peer, keypair, now) {
  const oldByTime = keypair.isInitiator && now - keypair.createdAt > import_chunk_8C92F7232.REKEY_AFTER_TIME;
  if (oldByTime || keypair.isPastRekeyMessages()) initiate(core, peer, now);
}
function receiveInitiation(core, bytes, from, now) {
  if (!mayExchangeKeys(core, bytes, from, now)) return void 0;
  core.load.spend(now);
  const opened = openInitiation(core.crypto, core.identity, (0, import_chunk_A7C2DCE42.parseInitiation)(bytes));
  if (!opened) {
    core.drops.invalidHandshake++;
    return void 0;
  }
  const peer = core.peers.get((0, import_chunk_8C92F7232.peerId)(opened.initiator));
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
  const message = (0, import_chunk_A7C2DCE42.parseResponse)(bytes);
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
  const reply = (0, import_chunk_A7C2DCE42.parseCookieReply)(bytes);
  const peer = core.indices.find(reply.receiver)?.peer;
  if (!peer) core.drops.unknownIndex++;
  else if (!peer.cookies.consumeReply(reply, now)) core.drops.invalidCookieReply++;
}
function receiveData(core, arena, at, size, from, now) {
  const { bytes } = arena;
  const entry = core.indices.find((0, import_chunk_A7C2DCE42.readUint32)(bytes, at + 4));
  if (!entry?.keypair) {
    core.drops.unknownIndex++;
    return void 0;
  }
  const { peer, keypair } = entry;
  if (!keypair.canReceive(now)) {
    core.drops.expiredKey++;
    return void 0;
  }
  const low = (0, import_chunk_A7C2DCE42.readUint32)(bytes, at + 8);
  const high = (0, import_chunk_A7C2DCE42.readUint32)(bytes, at + 12);
  if (!keypair.receiveKey.open(low, high, arena, at + import_chunk_A7C2DCE42.DATA_HEADER_SIZE, size - import_chunk_A7C2DCE42.DATA_HEADER_SIZE)) {
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
  const length = size - import_chunk_A7C2DCE42.DATA_HEADER_SIZE - import_chunk_A7C2DCE43.TAG_SIZE;
  if (length > 0) deliver(core, peer, bytes, at + import_chunk_A7C2DCE42.DATA_HEADER_SIZE, length, now);
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
    if (!core.replyLimiter.allow((0, import_chunk_2ZL3UNZA.rateSource)(from), now)) return false;
    const reply = core.cookieChecker.createReply(bytes, from.subject, now);
    core.outputs.push({ kind: "datagram", to: from, bytes: reply, peer: void 0, reply: true });
    return false;
  }
  if (core.rateLimiter.allow((0, import_chunk_2ZL3UNZA.rateSource)(from), now)) return true;
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
  if (now - peer.initiationConsumedAt < import_chunk_8C92F7232.INITIATION_INTERVAL_MIN) {
    core.drops.floodingInitiation++;
    return false;
  }
  peer.timestampReceived = (0, import_cli2.copyBytes)(timestamp);
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
  if (now - keypair.createdAt <= import_chunk_8C92F7232.REJECT_AFTER_TIME - import_chunk_8C92F7232.KEEPALIVE_TIMEOUT - import_chunk_8C92F7232.REKEY_TIMEOUT) return;
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
var Device = class {
  publicKey;
  #core;
  /** No timer is due before this. */
  #earliest = Number.POSITIVE_INFINITY;
  constructor(options) {
    const crypto = options.crypto ?? import_chunk_A7C2DCE4.nodePrimitives;
    const privateKey = crypto.importPrivateKey((0, import_cli2.copyBytes)(options.privateKey.reveal()));
    this.publicKey = (0, import_chunk_8C92F7232.publicKey)(crypto.publicOf(privateKey));
    this.#core = new DeviceCore(
      { privateKey, publicKey: this.publicKey },
      {
        crypto,
        aead: options.aead ?? import_chunk_2ZL3UNZA.nodeAead,
        random: options.random,
        drawEphemeral: options.drawEphemeral,
        wallClock: options.wallClock,
        mtu: options.mtu ?? import_chunk_8C92F7232.DEFAULT_MTU,
        measureHandshakeCost: options.measureHandshakeCost ?? (() => 0.1),
        data: options.data,
        deliver: options.deliver
      }
    );
  }
  /** Adds a peer, or changes one and keeps its session. @throws `KEY_INVALID` for our own key or a point of low order. */
  setPeer(config, now) {
    const id = (0, import_chunk_8C92F7232.peerId)(config.publicKey);
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
    const arena = (0, import_chunk_A7C2DCE43.scratchOf)(this.#core.aead).incoming;
    if ((0, import_chunk_A7C2DCE42.isDataMessage)(datagram, 0, datagram.length) && datagram.length <= arena.bytes.length) {
      arena.bytes.set(datagram);
      this.receiveAt(arena, 0, datagram.length, from, now);
      return;
    }
    const peer = this.#dispatch(datagram, from, now);
    if (peer) this.#noteTimers(peer);
  }
  /** As {@link receive}, of a datagram in memory of the AEAD: a data message is opened where it lies. */
  receiveAt(arena, at, length, from, now) {
    if (!(0, import_chunk_A7C2DCE42.isDataMessage)(arena.bytes, at, length)) {
      this.receive(Buffer.from(arena.bytes.subarray(at, at + length)), from, now);
      return;
    }
    const peer = receiveData(this.#core, arena, at, length, from, now);
    if (peer) this.#noteTimers(peer);
  }
  /** Takes one plaintext IP packet and chooses the peer by its allowed IPs. The bytes are read during the call only. */
  send(packet2, now) {
    this.sendAt(packet2, 0, packet2.length, now);
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
  routeOf(packet2, at = 0, length = packet2.length) {
    return innerLength(packet2, at, length) === 0 ? void 0 : this.#peerOf(packet2, at)?.id;
  }
  /** True where some peer's allowed IPs hold the address. */
  hasRoute(address2) {
    return this.#core.allowedIps.find(address2.bytes, 0, address2.family === 4 ? 4 : 16) !== void 0;
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
    switch ((0, import_chunk_A7C2DCE42.messageKind)(datagram)) {
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
  #peerOf(packet2, at) {
    return this.#core.allowedIps.find(packet2, innerDestinationAt(packet2, at), innerAddressLength(packet2, at));
  }
  #addPeer(config) {
    const core = this.#core;
    const theirs = core.crypto.importPublicKey(config.publicKey);
    const staticShared = core.crypto.agree(core.identity.privateKey, theirs);
    if (!staticShared || Buffer.compare(config.publicKey, this.publicKey) === 0) {
      throw new import_cli3.SallyportError("KEY_INVALID", {
        message: `the peer's public key ${(0, import_chunk_8C92F7232.peerId)(config.publicKey)} is our own, or of low order`,
        help: 'take the key that "wg pubkey" prints on the other machine'
      });
    }
    const peer = new Peer(core.crypto, config, {
      staticShared,
      releaseIndex: (index) => core.indices.release(index),
      jitter: () => (0, import_chunk_0722AEF2.randomUint32)(core.random) / 4294967296
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
var MAX_ROUNDS = 64;
var FULL_TURN = 32;
var MAX_TURNS = 4;
var MAX_TIMER_MS = 2 ** 31 - 1;
var MAX_SUPER_SEGMENT = 65535;
var Plane = class {
  netstack;
  device;
  #options;
  #batch;
  /** A plain array: a Buffer's `slice` would be a view of what the next packet overwrites. */
  #joined = new Uint8Array(new ArrayBuffer(VNET_HEADER + MAX_SUPER_SEGMENT));
  #coalescer;
  #filters = /* @__PURE__ */ new Map();
  #handlers = /* @__PURE__ */ new WeakMap();
  #timer;
  /** The instant of the work that is being done. */
  #now;
  #flushing = false;
  #closed = false;
  /** Datagrams of this turn of the loop, and full turns before it that have not been worked off. */
  #taken = 0;
  #fullTurns = 0;
  constructor(options) {
    this.#options = options;
    const { clock, random } = options;
    this.#now = clock.monotonic();
    this.#batch = new OutgoingBatch(options.aead, options.runLimits, options.transmitRun);
    this.#coalescer = new Coalescer(
      Buffer.from(this.#joined.buffer),
      (_bytes, at, length) => this.netstack.receiveAt(this.#joined, at + VNET_HEADER, length - VNET_HEADER, this.#now),
      "trusted"
    );
    this.device = new Device({
      privateKey: options.privateKey,
      random,
      drawEphemeral: options.drawEphemeral,
      aead: options.aead,
      mtu: options.mtu,
      measureHandshakeCost: options.measureHandshakeCost,
      wallClock: () => clock.now(),
      data: this.#batch,
      deliver: (peer, bytes, at, length) => {
        if (this.#filters.get(peer)?.admitsAt(bytes, at, length, this.#now)) {
          this.#coalescer.take(bytes, at, length);
        }
      }
    });
    this.netstack = new Netstack({
      addresses: options.addresses,
      mtu: options.mtu,
      random,
      // The AEAD has authenticated every byte.
      checksums: "trusted",
      maxSuperSegment: MAX_SUPER_SEGMENT
    });
  }
  now() {
    return this.#options.clock.monotonic();
  }
  setPeer(config, rules) {
    const id = this.device.setPeer(config, this.now());
    const filter = this.#filters.get(id);
    if (filter) filter.rules = rules;
    else this.#filters.set(id, new PeerFilter(rules));
    this.touch();
    return id;
  }
  removePeer(id) {
    this.device.removePeer(id);
    this.#filters.delete(id);
    this.netstack.endUnreachable((remote) => this.device.hasRoute(remote), this.now());
    this.touch();
  }
  /** Takes a datagram from outside; those of one turn of the loop are handed over together, at its end. */
  receive(bytes, from) {
    if (this.#closed) return;
    this.#now = this.now();
    this.device.receive(bytes, from, this.#now);
    this.#taken++;
    this.touch();
  }
  /** Takes data messages that lie back to back, one every `segmentSize` bytes; {@link handOver} has to follow. */
  receiveRun(arena, at, size, segmentSize, from) {
    if (this.#closed) return;
    this.#now = this.now();
    for (let taken = 0; taken < size; taken += segmentSize) {
      this.device.receiveAt(arena, at + taken, Math.min(segmentSize, size - taken), from, this.#now);
    }
  }
  /** Works off the runs of a batch, while the next one gathers. */
  handOver() {
    if (this.#closed) return;
    this.#perform();
    this.touch();
  }
  /** Calls `handler` for each event of a socket or listener. */
  watch(socket, handler) {
    this.#handlers.set(socket, handler);
  }
  /** To be called after any use of the netstack or the device: its consequences are worked off soon. */
  touch() {
    if (this.#flushing || this.#closed) return;
    this.#flushing = true;
    setImmediate(this.#endTurn);
  }
  #endTurn = () => {
    if (this.#taken >= FULL_TURN && ++this.#fullTurns < MAX_TURNS && !this.#closed) {
      this.#taken = 0;
      setImmediate(this.#endTurn);
      return;
    }
    this.#taken = 0;
    this.#fullTurns = 0;
    this.#flushing = false;
    if (!this.#closed) this.#flush();
  };
  /** Works off what is waiting to be sent, as far as it can be without the peers. */
  async settle() {
    this.touch();
    for (let turn = 0; turn < 3; turn++) await new Promise((resolve) => setImmediate(resolve));
  }
  close() {
    this.#closed = true;
    clearTimeout(this.#timer);
    this.device.close();
  }
  filterCounts(id) {
    return this.#filters.get(id)?.counts;
  }
  #flush() {
    const now = this.now();
    this.#now = now;
    this.#perform();
    this.device.handleTimeout(now);
    this.netstack.handleTimeout(now);
    for (let round = 0; round < MAX_ROUNDS; round++) {
      const events = this.netstack.drainEvents();
      for (const event of events) this.#dispatch(event);
      this.netstack.drainTo((buffer, offset, length, segmentSize) => {
        this.#send(buffer, offset, length, segmentSize);
      });
      if (!this.#perform() && events.length === 0) break;
    }
    this.#arm();
  }
  #send(buffer, offset, length, segmentSize) {
    const now = this.#now;
    const id = this.device.routeOf(buffer, offset, length);
    if (id !== void 0) this.#filters.get(id)?.noteSentAt(buffer, offset, length, now);
    if (segmentSize === 0) this.device.sendAt(buffer, offset, length, now);
    else splitSuperSegment(buffer, offset, length, segmentSize, this.#sendPart);
  }
  #sendPart = (buffer, offset, length) => this.device.sendAt(buffer, offset, length, this.#now);
  /** Does what the device asks. @returns whether there was anything. */
  #perform() {
    this.#coalescer.flush();
    this.#batch.flush();
    const outputs = this.device.drain();
    for (const output of outputs) {
      if (output.kind === "datagram") this.#options.transmit(output);
      else if (output.kind !== "packet") this.#options.onNews(output);
    }
    return outputs.length > 0;
  }
  #dispatch(event) {
    if (event.kind === "echo-reply") this.#handlers.get(this.netstack)?.(event);
    else this.#handlers.get("listener" in event ? event.listener : event.socket)?.(event);
  }
  #arm() {
    clearTimeout(this.#timer);
    const next = Math.min(
      this.device.nextTimeout() ?? Number.POSITIVE_INFINITY,
      this.netstack.nextTimeout() ?? Number.POSITIVE_INFINITY
    );
    if (next === Number.POSITIVE_INFINITY) return;
    const delay = Math.min(Math.max(0, Math.ceil(next - this.now())), MAX_TIMER_MS);
    this.#timer = setTimeout(() => this.#flush(), delay);
  }
};
var NetstackServer = class extends import_node_events.EventEmitter {
  maxConnections;
  #host;
  #options;
  #sockets = /* @__PURE__ */ new Set();
  #listener;
  #isClosing = false;
  constructor(host, options = {}, onConnection) {
    super();
    this.#host = host;
    this.#options = options;
    if (onConnection !== void 0) this.on("connection", onConnection);
  }
  get listening() {
    return this.#listener !== void 0;
  }
  /** @throws `TUNNEL_PORT_IN_USE`, `ENCODING_INVALID` for a host that is no address */
  listen(options, onListening) {
    if (this.#listener !== void 0) throw new Error("this server is listening already");
    if (onListening !== void 0) this.once("listening", onListening);
    const { port, host, backlog } = options;
    const listener = this.#host.netstack.listenTcp({
      port,
      ...host === void 0 ? {} : { address: (0, import_chunk_0722AEF22.parseIp)(host) },
      ...backlog === void 0 ? {} : { backlog }
    });
    this.#listener = listener;
    this.#isClosing = false;
    this.#host.watch(listener, () => this.#acceptAll());
    queueMicrotask(() => this.emit("listening"));
    return this;
  }
  /** Stops listening; `close` comes once the last connection is gone. */
  close(onClose) {
    if (this.#listener === void 0) {
      const error = Object.assign(new Error("the server is not listening"), {
        code: "ERR_SERVER_NOT_RUNNING"
      });
      queueMicrotask(() => onClose?.(error));
      return this;
    }
    if (onClose !== void 0) this.once("close", onClose);
    this.#listener.close(this.#host.now());
    this.#listener = void 0;
    this.#isClosing = true;
    this.#host.touch();
    this.#closeIfDone();
    return this;
  }
  /** Destroys every open connection. */
  closeAllConnections() {
    for (const socket of this.#sockets) socket.destroy();
  }
  address() {
    if (this.#listener === void 0) return null;
    const { address: address2, port } = this.#listener.local;
    if (address2 === void 0) return { address: "::", family: "IPv6", port };
    return { address: (0, import_chunk_0722AEF22.formatIp)(address2), family: `IPv${address2.family}`, port };
  }
  getConnections(callback) {
    queueMicrotask(() => callback(null, this.#sockets.size));
    return this;
  }
  #acceptAll() {
    for (let tcp = this.#listener?.accept(); tcp !== void 0; tcp = this.#listener?.accept()) {
      if (this.maxConnections !== void 0 && this.#sockets.size >= this.maxConnections) {
        tcp.abort(this.#host.now());
        this.emit("drop");
        continue;
      }
      const socket = new import_chunk_8F5DD029.NetstackSocket(this.#host, tcp, this.#options);
      this.#sockets.add(socket);
      socket.once("close", () => {
        this.#sockets.delete(socket);
        this.#closeIfDone();
      });
      this.emit("connection", socket);
    }
    this.#host.touch();
  }
  #closeIfDone() {
    if (!this.#isClosing || this.#sockets.size > 0) return;
    this.#isClosing = false;
    queueMicrotask(() => this.emit("close"));
  }
};
var ECHO_IDENTIFIER = 21328;
var Node = class _Node {
  dataPlane = "userspace";
  plane;
  /** The cipher tier that passed its self-test. */
  tier;
  #transport;
  #options;
  #addresses;
  #sessions = new import_chunk_8C92F723.PeerSessions();
  /** Streams that nobody answered yet. */
  #dialling = /* @__PURE__ */ new Set();
  #echoes = /* @__PURE__ */ new Map();
  #echoSequence = 0;
  #portMapping;
  constructor(options, plane, transport, tier) {
    this.#options = options;
    this.tier = tier;
    this.#addresses = options.addresses.map((prefix) => prefix.address);
    this.plane = plane;
    this.#transport = transport;
  }
  /** Opens the UDP port. @throws `TUNNEL_PORT_IN_USE` */
  static async open(options) {
    const { clock, random } = options;
    let plane;
    let node;
    allowHeapGrowth();
    const aead = await (0, import_chunk_2ZL3UNZA.chooseAead)(options.aead);
    const transport = await import_chunk_2ZL3UNZA.Transport.open({
      clock,
      random,
      privateKey: options.privateKey,
      mesh: options.addresses,
      port: options.listenPort ?? 0,
      ...options.listenAddress === void 0 ? {} : { address: options.listenAddress },
      ...options.relayCa === void 0 ? {} : { relayCa: options.relayCa },
      ...options.env === void 0 ? {} : { env: options.env },
      ...options.relayOnly === void 0 ? {} : { relayOnly: options.relayOnly },
      aead,
      ...options.isNative === void 0 ? {} : { isNative: options.isNative },
      onDatagram: (bytes, from) => plane?.receive(bytes, from),
      onRun: (arena, at, size, segmentSize, from) => plane?.receiveRun(arena, at, size, segmentSize, from),
      onBatch: () => plane?.handOver(),
      onPath: (peer, path) => options.onEvent?.({ kind: "path", peer, path }),
      onRelayRefused: (relay, why) => options.onEvent?.({ kind: "relay-refused", relay, why })
    });
    plane = new Plane({
      privateKey: options.privateKey,
      addresses: options.addresses.map((prefix) => prefix.address),
      mtu: options.mtu ?? import_chunk_8C92F7232.DEFAULT_MTU,
      clock,
      random,
      drawEphemeral,
      aead,
      measureHandshakeCost: () => (0, import_chunk_2ZL3UNZA.measureHandshakeCost)(clock),
      transmit: (output) => transport.transmit(output),
      transmitRun: (peer, to, arena, at, size, segmentSize) => transport.transmitRun(peer, to, arena, at, size, segmentSize),
      runLimits: RUN_LIMITS,
      onNews: (news) => node?.takeNews(news)
    });
    node = new _Node(options, plane, transport, aead.name);
    transport.setStunServers(options.stunServers ?? []);
    if (options.portMapping && !options.relayOnly) await node.#askRouter();
    plane.watch(plane.netstack, (event) => {
      if (event.kind === "echo-reply" && event.identifier === ECHO_IDENTIFIER) node?.takeEcho(event.sequence);
    });
    return node;
  }
  get description() {
    const udp = this.#transport.linkKind === "batched" ? "batched UDP" : "plain UDP";
    return `userspace data plane (${udp}), ${this.tier} cipher`;
  }
  get publicKey() {
    return this.plane.device.publicKey;
  }
  /** The UDP port that is open. */
  get port() {
    return this.#transport.port;
  }
  get addresses() {
    return this.#addresses;
  }
  /**
   * The relays of the mesh, best first: this node waits at the first four of them, and where one fails the
   * next serves within seconds. Their STUN responders tell how the outside sees this node.
   *
   * @throws `CONFIG_INVALID` for a URL that is no relay's
   */
  setRelays(relays) {
    this.#transport.setRelays(relays);
    const responders = relays.map((relay) => relay.stun).filter((each) => typeof each === "string");
    this.#transport.setStunServers([...this.#options.stunServers ?? [], ...responders]);
  }
  /** What opens the relays, from the coordinator; each newer one replaces the last. Without one none lets us in. */
  setRelayCredential(credential) {
    this.#transport.setRelayCredential(credential);
  }
  /** Makes these the peers: new ones are added, known ones changed with their session kept, others forgotten. */
  setPeers(peers) {
    const wanted = new Set(peers.map((peer) => (0, import_chunk_8C92F7232.peerId)(peer.publicKey)));
    for (const id of this.plane.device.peers()) {
      if (!wanted.has(id)) this.#removePeer(id);
    }
    for (const peer of peers) this.#setPeer(peer);
  }
  /** Waits until the peer answered through the tunnel. @returns the round trip in ms, where we asked first. @throws `AGENT_UNREACHABLE` */
  async connect(id, timeoutMs) {
    if (this.#sessions.has(id)) return void 0;
    this.plane.device.connect(id, this.plane.now());
    this.plane.touch();
    return this.#sessions.wait(id, timeoutMs, () => this.#unanswered(id, timeoutMs));
  }
  /** Sends one ICMP echo through the tunnel. @returns the round trip in ms, or `undefined` after the timeout. */
  ping(host, timeoutMs) {
    const { promise, resolve } = Promise.withResolvers();
    const sequence = this.#echoSequence++ & 65535;
    const sentAt = this.plane.now();
    const timer = setTimeout(() => {
      this.#echoes.delete(sequence);
      resolve(void 0);
    }, timeoutMs);
    this.#echoes.set(sequence, (now) => {
      clearTimeout(timer);
      resolve(now === void 0 ? void 0 : now - sentAt);
    });
    this.plane.netstack.sendEcho(host, ECHO_IDENTIFIER, sequence, new Uint8Array(16), sentAt);
    this.plane.touch();
    return promise;
  }
  /** Opens a TCP connection in the mesh. @throws `TUNNEL_UNREACHABLE`, or what `net.connect` would say, with its `code` */
  async dial(host, port, timeoutMs = 3e4) {
    const remote = { address: await this.resolve(host), port };
    const stream = (0, import_chunk_8F5DD029.connectNetstack)(this.plane, remote, { allowHalfOpen: true });
    const { promise, resolve, reject } = Promise.withResolvers();
    const timer = setTimeout(() => stream.destroy(dialTimeout(remote, timeoutMs)), timeoutMs);
    this.#dialling.add(stream);
    stream.once("connect", resolve);
    stream.once("error", reject);
    try {
      await promise;
      return stream;
    } finally {
      clearTimeout(timer);
      this.#dialling.delete(stream);
      stream.removeListener("error", reject);
    }
  }
  /** Listens in the mesh. @throws `TUNNEL_PORT_IN_USE` */
  listen(port, onConnection, host) {
    const server = new NetstackServer(this.plane, { allowHalfOpen: true }, onConnection);
    return server.listen({ port, ...host === void 0 ? {} : { host } });
  }
  /** As {@link listen}, on every address. @throws `TUNNEL_PORT_IN_USE` */
  async expose(port, onConnection) {
    return this.listen(port, onConnection);
  }
  openUdpPort(onDatagram) {
    const socket = this.openUdp(void 0, () => {
      for (let each = socket.receive(); each !== void 0; each = socket.receive()) {
        onDatagram(each.bytes, each.from);
      }
    });
    return {
      send: (bytes, to) => {
        socket.send(bytes, to, this.plane.now());
        this.plane.touch();
      },
      close: () => socket.close()
    };
  }
  /** A UDP socket in the mesh; `onReadable` is called when datagrams wait. */
  openUdp(port, onReadable) {
    const socket = this.plane.netstack.openUdp(port === void 0 ? {} : { port });
    this.plane.watch(socket, () => onReadable(socket));
    return socket;
  }
  /** An address as it is, a name by the mesh. @throws `TUNNEL_UNREACHABLE` for a name that the mesh does not know */
  async resolve(host) {
    const bare = host.replace(/^\[(.*)\]$/, "$1");
    const address2 = (0, import_chunk_0722AEF22.isIp)(bare) ? (0, import_chunk_0722AEF22.parseIp)(bare) : await this.find(bare);
    if (address2) return address2;
    throw new import_cli3.SallyportError("TUNNEL_UNREACHABLE", {
      message: `the mesh knows no node ${JSON.stringify(host)}`,
      help: "use an address of the mesh, or the name of a node that this one may reach"
    });
  }
  /** The address of a name of the mesh; `undefined` for every other name. */
  async find(name) {
    const answer = await this.lookUp(name);
    if (answer === "no-such-name" || "pointer" in answer) return void 0;
    return answer.find((address2) => this.#reaches(address2)) ?? answer[0];
  }
  /** As {@link find}, with every address, and with what is known not to be. */
  async lookUp(name) {
    return await this.#options.lookUp?.(name.toLowerCase()) ?? [];
  }
  /** There is a route, and an address of ours to send from. */
  #reaches(address2) {
    return this.#addresses.some(({ family }) => family === address2.family) && this.hasRoute(address2);
  }
  /** Whether some peer, or this node, has the address; this machine's own loopback no peer has, whatever its networks. */
  hasRoute(address2) {
    if ((0, import_chunk_0722AEF22.isLoopback)(address2)) return false;
    return this.plane.device.hasRoute(address2) || this.#addresses.some((own) => (0, import_chunk_0722AEF22.equalIp)(own, address2));
  }
  report() {
    return this.plane.device.peers().map((id) => {
      const status = this.plane.device.status(id);
      return {
        id,
        path: this.#transport.pathOf(id),
        remote: status.remote && describe(status.remote),
        connected: this.#sessions.has(id),
        bytesReceived: status.bytesReceived,
        bytesSent: status.bytesSent
      };
    });
  }
  /** The relays that this node waits at. */
  get relays() {
    return this.#transport.relays;
  }
  /** What the outside sees this node as, as STUN servers and peers said. */
  get observed() {
    return this.#transport.observed.map(import_chunk_0722AEF22.formatEndpoint);
  }
  async close() {
    this.#portMapping?.close();
    const closed = new Error("the node was closed");
    this.#sessions.close(closed);
    for (const answer of this.#echoes.values()) answer(void 0);
    for (const stream of this.#dialling) stream.destroy(closed);
    await this.plane.settle();
    this.plane.close();
    this.#transport.close();
  }
  /** @internal */
  takeNews(news) {
    this.#sessions.take(news);
    this.#options.onEvent?.(news);
  }
  /** @internal */
  takeEcho(sequence) {
    const answer = this.#echoes.get(sequence);
    this.#echoes.delete(sequence);
    answer?.(this.plane.now());
  }
  async #askRouter() {
    const { clock, random, onEvent } = this.#options;
    const { PortMappingClient } = await Promise.resolve().then(() => require("./port-mapping-client-ZUHKU42M.cjs").port_mapping_client_ZUHKU42M);
    this.#portMapping = new PortMappingClient({
      port: this.port,
      clock,
      random,
      onMapped: (external) => {
        this.#transport.setMapped(external);
        onEvent?.({ kind: "port-mapped", external });
      },
      onLost: (reason) => {
        this.#transport.setMapped(void 0);
        onEvent?.({ kind: "port-lost", reason });
      }
    });
  }
  #setPeer(peer) {
    const id = (0, import_chunk_8C92F7232.peerId)(peer.publicKey);
    this.#transport.setPeer(id, peer);
    const first = peer.endpoints[0];
    const remote = peer.paths === "plain" ? first && (0, import_chunk_2ZL3UNZA.udpRemote)(first) : this.#transport.remoteOf(id);
    this.plane.setPeer(
      {
        publicKey: peer.publicKey,
        allowedIps: peer.allowedIps,
        ...peer.presharedKey ? { presharedKey: peer.presharedKey } : {},
        ...remote ? { remote } : {},
        ...peer.persistentKeepaliveSeconds ? { persistentKeepaliveSeconds: peer.persistentKeepaliveSeconds } : {}
      },
      peer.filter
    );
  }
  #removePeer(id) {
    this.#transport.removePeer(id);
    this.plane.removePeer(id);
    this.#sessions.forget(id);
  }
  /** What keeps relays from carrying anything, where none of them does. */
  #relayTrouble() {
    if (this.relays.some(({ state }) => state === "ready")) return "";
    return this.relays.flatMap(({ url, why }) => why === void 0 ? [] : [`; ${url}: ${why}`]).join("");
  }
  #unanswered(id, timeoutMs) {
    const path = this.#transport.pathOf(id);
    const drops = this.plane.device.drops;
    const status = this.plane.device.status(id);
    const why = !status?.remote ? "it has no endpoint and has not called" : drops.invalidHandshake > 0 ? "its answers do not authenticate: the keys or the preshared key differ" : `nothing came back from ${describe(status.remote)} (path: ${path.kind})${this.#relayTrouble()}`;
    return new import_cli3.SallyportError("AGENT_UNREACHABLE", {
      message: `peer ${id} did not answer within ${timeoutMs} ms: ${why}`,
      help: "check its endpoint, that UDP passes, and that it knows our public key"
    });
  }
};
function describe(remote) {
  return remote.kind === "udp" ? (0, import_chunk_0722AEF22.formatEndpoint)(remote.endpoint) : `relay ${remote.relay}`;
}
function dialTimeout(remote, timeoutMs) {
  const error = new Error(
    `connect ETIMEDOUT ${(0, import_chunk_0722AEF22.formatIp)(remote.address)}:${remote.port} after ${timeoutMs} ms`
  );
  return Object.assign(error, { code: "ETIMEDOUT", syscall: "connect" });
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  chunk_2YFZQ4YB
});
