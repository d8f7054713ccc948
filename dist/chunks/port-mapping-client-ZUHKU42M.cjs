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
  port_mapping_client_ZUHKU42M: () => port_mapping_client_ZUHKU42M_exports
});
module.exports = stdin_exports;
var import_chunk_0722AEF2 = require("./chunk-0722AEF2.cjs").chunk_NX2LOS6S;
var import_chunk_0722AEF22 = require("./chunk-0722AEF2.cjs").chunk_HQJHKSVR;
var import_cli = require("../cli.cjs").chunk_GEUJANHY;
var import_chunk_2BC21E11 = require("./chunk-2BC21E11.cjs").chunk_M3WSMIIZ;
var import_cli2 = require("../cli.cjs").chunk_4NFOMFHU;
var import_cli3 = require("../cli.cjs").chunk_TO5RH7DJ;
var import_cli4 = require("../cli.cjs").chunk_HJAZFC2R;

var __defProp2 = Object.defineProperty;
var __export2 = (target, all) => {
  for (var name in all)
    __defProp2(target, name, { get: all[name], enumerable: true });
};
var port_mapping_client_ZUHKU42M_exports = {};
__export2(port_mapping_client_ZUHKU42M_exports, {
  PortMappingClient: () => PortMappingClient
});
var PORT_MAPPING_PORT = 5351;
var NONCE_SIZE = 12;
var PCP_VERSION = 2;
var NAT_PMP_VERSION = 0;
var MAP = 1;
var RESPONSE = 128;
var UDP = 17;
var PCP_SIZE = 60;
var MAP_AT = 24;
var IPV4_MAPPED = Uint8Array.of(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 255, 255);
var PCP_RESULTS = {
  1: "unsupported version",
  2: "not authorized",
  3: "malformed request",
  4: "unsupported opcode",
  5: "unsupported option",
  6: "malformed option",
  7: "network failure",
  8: "no resources",
  9: "unsupported protocol",
  10: "quota exceeded",
  11: "cannot provide external",
  12: "address mismatch",
  13: "excessive remote peers"
};
var NAT_PMP_RESULTS = {
  2: "not authorized",
  3: "network failure",
  4: "out of resources",
  5: "unsupported opcode"
};
function emitPcpMap(wish) {
  const { nonce, client, internalPort, suggested, lifetime } = wish;
  const bytes = new Uint8Array(PCP_SIZE);
  const view = new DataView(bytes.buffer);
  bytes[0] = PCP_VERSION;
  bytes[1] = MAP;
  view.setUint32(4, lifetime);
  bytes.set(mapped(client), 8);
  bytes.set(nonce, MAP_AT);
  bytes[MAP_AT + 12] = UDP;
  view.setUint16(MAP_AT + 16, internalPort);
  view.setUint16(MAP_AT + 18, suggested?.port ?? 0);
  if (suggested) bytes.set(mapped(suggested.address), MAP_AT + 20);
  else bytes.set(IPV4_MAPPED, MAP_AT + 20);
  return bytes;
}
function emitNatPmpAddress() {
  return Uint8Array.of(NAT_PMP_VERSION, 0);
}
function emitNatPmpMap({ internalPort, suggested, lifetime }) {
  const bytes = new Uint8Array(12);
  const view = new DataView(bytes.buffer);
  bytes[1] = MAP;
  view.setUint16(4, internalPort);
  view.setUint16(6, lifetime === 0 ? 0 : suggested?.port ?? internalPort);
  view.setUint32(8, lifetime);
  return bytes;
}
function parseMappingAnswer(bytes, { nonce, internalPort }) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  if (bytes.length < 4 || (bytes[1] & RESPONSE) === 0) return void 0;
  if (bytes[0] === PCP_VERSION) return parsePcp(bytes, view, nonce, internalPort);
  return bytes[0] === NAT_PMP_VERSION ? parseNatPmp(bytes, view, internalPort) : void 0;
}
function parsePcp(bytes, view, nonce, internalPort) {
  if (bytes.length < PCP_SIZE || bytes.length > 1100 || bytes[1] !== (RESPONSE | MAP)) return void 0;
  const isOurs = (0, import_cli2.equalBytes)(bytes.subarray(MAP_AT, MAP_AT + NONCE_SIZE), nonce) && bytes[MAP_AT + 12] === UDP && view.getUint16(MAP_AT + 16) === internalPort;
  if (!isOurs) return void 0;
  const result = bytes[3];
  const lifetime = view.getUint32(4);
  if (result !== 0) return { kind: "refused", reason: PCP_RESULTS[result] ?? `result ${result}`, lifetime };
  const port = view.getUint16(MAP_AT + 18);
  const address = unmapped((0, import_cli2.copyBytes)(bytes, MAP_AT + 20, MAP_AT + 36));
  if (port === 0 || address === void 0 || !isReachable(address)) return void 0;
  return { kind: "mapped", external: { address, port }, lifetime, epoch: view.getUint32(8) };
}
function parseNatPmp(bytes, view, internalPort) {
  const result = view.getUint16(2);
  if (result === 1) return { kind: "no-pcp" };
  if (result !== 0)
    return { kind: "refused", reason: NAT_PMP_RESULTS[result] ?? `result ${result}`, lifetime: 0 };
  if (bytes[1] === RESPONSE && bytes.length === 12) {
    const address = { family: 4, bytes: (0, import_cli2.copyBytes)(bytes, 8, 12) };
    return isReachable(address) ? { kind: "nat-pmp-address", address, epoch: view.getUint32(4) } : void 0;
  }
  if (bytes[1] !== (RESPONSE | MAP) || bytes.length !== 16 || view.getUint16(8) !== internalPort)
    return void 0;
  const port = view.getUint16(10);
  return { kind: "nat-pmp-port", port, lifetime: view.getUint32(12), epoch: view.getUint32(4) };
}
function mapped({ family, bytes }) {
  if (family === 6) return bytes;
  const all = new Uint8Array(16);
  all.set(IPV4_MAPPED);
  all.set(bytes, 12);
  return all;
}
function unmapped(bytes) {
  if (!(0, import_cli2.equalBytes)(bytes.subarray(0, 12), IPV4_MAPPED)) return void 0;
  return { family: 4, bytes: (0, import_cli2.copyBytes)(bytes, 12, 16) };
}
function isReachable(address) {
  const [first = 0, second = 0] = address.bytes;
  return first !== 0 && !(0, import_chunk_0722AEF22.isLoopback)(address) && !(first === 169 && second === 254) && first < 224;
}
var LIFETIME = 7200;
var MIN_LIFETIME = 120;
var FIRST_RETRANSMIT = import_cli.SECOND / 4;
var ROUNDS = 7;
var PCP_ROUNDS = 2;
var ASK_AGAIN = 5 * import_cli.MINUTE;
var LONGEST_REFUSAL = 30 * import_cli.MINUTE;
var PortMapper = class {
  #options;
  #nonce;
  #protocols = ["pcp"];
  #round = 0;
  #nextAt;
  #external;
  #expiresAt = Number.POSITIVE_INFINITY;
  #spoken;
  /** NAT-PMP's two answers come one by one. */
  #address;
  #port;
  #epoch;
  #outputs = [];
  constructor(options) {
    this.#options = options;
    this.#nonce = options.random.bytes(NONCE_SIZE);
    this.#nextAt = options.now;
  }
  /** How the outside reaches the port, while it is open. */
  get external() {
    return this.#external;
  }
  nextTimeout() {
    return Math.min(this.#nextAt, this.#expiresAt);
  }
  handleTimeout(now) {
    if (now >= this.#expiresAt) this.#lose("the router did not renew the port");
    if (now >= this.#nextAt) this.#ask(now);
  }
  /** Takes a datagram of the router; what is no answer to us changes nothing. */
  receive(bytes, now) {
    const answer = parseMappingAnswer(bytes, { nonce: this.#nonce, internalPort: this.#options.internalPort });
    if (answer === void 0 || this.#round === 0) return;
    if ("epoch" in answer && this.#hasForgotten(answer.epoch, now)) this.#forget();
    this.#take(answer, now);
  }
  /** Gives the port back; the last outputs are to be sent. */
  close() {
    const back = { ...this.#wish(), lifetime: 0 };
    if (this.#external) this.#send(this.#spoken === "nat-pmp" ? emitNatPmpMap(back) : emitPcpMap(back));
    this.#external = void 0;
    this.#nextAt = this.#expiresAt = Number.POSITIVE_INFINITY;
  }
  drain() {
    const outputs = this.#outputs;
    this.#outputs = [];
    return outputs;
  }
  #ask(now) {
    if (this.#round >= ROUNDS) {
      this.#refused("the router answers neither PCP nor NAT-PMP", ASK_AGAIN, now);
      return;
    }
    this.#round += 1;
    if (this.#round > PCP_ROUNDS && this.#spoken === void 0) this.#protocols = ["pcp", "nat-pmp"];
    const wish = this.#wish();
    if (this.#protocols.includes("pcp")) this.#send(emitPcpMap(wish));
    if (this.#protocols.includes("nat-pmp")) {
      this.#send(emitNatPmpAddress());
      this.#send(emitNatPmpMap(wish));
    }
    this.#nextAt = (0, import_cli.addMs)(now, FIRST_RETRANSMIT * 2 ** (this.#round - 1));
  }
  #take(answer, now) {
    switch (answer.kind) {
      case "no-pcp":
        if (this.#protocols.includes("nat-pmp")) return;
        this.#protocols = ["nat-pmp"];
        this.#nextAt = now;
        return;
      case "refused":
        this.#refused(`the router refused: ${answer.reason}`, answer.lifetime * import_cli.SECOND || ASK_AGAIN, now);
        return;
      case "mapped":
        this.#mapped("pcp", answer.external, answer.lifetime, now);
        return;
      case "nat-pmp-address":
        this.#address = answer.address;
        break;
      case "nat-pmp-port":
        this.#port = answer;
        break;
    }
    if (!this.#address || !this.#port || this.#port.port === 0) return;
    const { port, lifetime } = this.#port;
    this.#mapped("nat-pmp", { address: this.#address, port }, lifetime, now);
    this.#address = this.#port = void 0;
  }
  #mapped(protocol, external, granted, now) {
    const isNew = !this.#external || (0, import_chunk_0722AEF22.formatEndpoint)(this.#external) !== (0, import_chunk_0722AEF22.formatEndpoint)(external);
    const lifetime = Math.min(Math.max(granted, MIN_LIFETIME), 24 * 3600) * import_cli.SECOND;
    this.#external = external;
    this.#spoken = protocol;
    this.#protocols = [protocol];
    this.#round = 0;
    this.#expiresAt = (0, import_cli.addMs)(now, lifetime);
    this.#nextAt = (0, import_cli.addMs)(now, lifetime / 2 + (0, import_chunk_0722AEF2.randomBelow)(this.#options.random, lifetime / 8));
    if (isNew) this.#outputs.push({ kind: "mapped", external });
  }
  /** The port that is open stays so until its end, whatever is said meanwhile. */
  #refused(reason, againMs, now) {
    if (!this.#external) this.#outputs.push({ kind: "lost", reason });
    this.#round = 0;
    this.#spoken = void 0;
    this.#protocols = ["pcp"];
    this.#nextAt = (0, import_cli.addMs)(now, Math.min(Math.max(againMs, 10 * import_cli.SECOND), LONGEST_REFUSAL));
  }
  #lose(reason) {
    this.#external = void 0;
    this.#expiresAt = Number.POSITIVE_INFINITY;
    this.#outputs.push({ kind: "lost", reason });
  }
  /** RFC 6887, section 8.5, in seconds: its clock went back, or runs otherwise than ours. */
  #hasForgotten(seconds, now) {
    const last = this.#epoch;
    this.#epoch = { seconds, at: now };
    if (!last) return false;
    const [client, server] = [(now - last.at) / import_cli.SECOND, seconds - last.seconds];
    return server < -1 || client + 2 < server - server / 16 || server + 2 < client - client / 16;
  }
  #forget() {
    if (this.#external) this.#lose("the router has restarted");
    this.#address = this.#port = void 0;
  }
  #wish() {
    const { client, internalPort } = this.#options;
    return { nonce: this.#nonce, client, internalPort, suggested: this.#external, lifetime: LIFETIME };
  }
  #send(bytes) {
    this.#outputs.push({ kind: "send", bytes });
  }
};
var ROUTES = "/proc/net/route";
var MAX_ROUTES_BYTES = 4 * 1024 * 1024;
var UP_BY_GATEWAY = 3;
async function findDefaultGateway() {
  const bytes = await (0, import_chunk_2BC21E11.readFileIfThere)(ROUTES, MAX_ROUTES_BYTES);
  return bytes && parseDefaultGateway((0, import_cli2.decodeUtf8)(bytes));
}
function parseDefaultGateway(table) {
  const routes = table.split("\n").flatMap((line) => {
    const [, destination, gateway, flags, , , metric, mask] = line.trim().split(/\s+/);
    const isDefault = destination === "00000000" && mask === "00000000";
    if (!isDefault || (Number.parseInt(flags ?? "", 16) & UP_BY_GATEWAY) !== UP_BY_GATEWAY) return [];
    if (gateway === void 0 || !/^[0-9A-F]{8}$/i.test(gateway)) return [];
    const word = Buffer.from(gateway, "hex").reverse();
    return [{ metric: Number(metric), address: { family: 4, bytes: new Uint8Array(word) } }];
  });
  return routes.sort((a, b) => a.metric - b.metric)[0]?.address;
}
var LONGEST_TIMER_MS = 2 ** 31 - 1;
var PortMappingClient = class {
  #options;
  #socket;
  #mapper;
  #timer;
  #closed = false;
  constructor(options) {
    this.#options = options;
    this.#start().catch((error) => options.onLost((0, import_cli3.messageOf)(error)));
  }
  get external() {
    return this.#mapper?.external;
  }
  close() {
    this.#closed = true;
    clearTimeout(this.#timer);
    this.#mapper?.close();
    this.#run();
    const socket = this.#socket;
    this.#socket = void 0;
    setImmediate(() => socket?.close());
  }
  async #start() {
    const { clock, random, port, onLost } = this.#options;
    const router = this.#options.router ?? await gatewayEndpoint();
    if (this.#closed) return;
    if (!router) {
      onLost("no router is known: this machine has no IPv4 default route that can be read");
      return;
    }
    const { socket, client } = await openSocketTo(router);
    if (this.#closed) {
      socket.close();
      return;
    }
    this.#socket = socket;
    const mapper = new PortMapper({ client, internalPort: port, random, now: clock.monotonic() });
    this.#mapper = mapper;
    socket.on("message", (bytes) => {
      mapper.receive(bytes, clock.monotonic());
      this.#run();
    });
    socket.on("error", () => void 0);
    this.#run();
  }
  #run() {
    const mapper = this.#mapper;
    if (!mapper) return;
    const now = this.#options.clock.monotonic();
    if (!this.#closed) mapper.handleTimeout(now);
    for (const output of mapper.drain()) {
      if (output.kind === "send") this.#socket?.send(output.bytes, () => void 0);
      else if (output.kind === "mapped") this.#options.onMapped(output.external);
      else this.#options.onLost(output.reason);
    }
    clearTimeout(this.#timer);
    if (this.#closed) return;
    const wait = Math.min(Math.max(1, mapper.nextTimeout() - now), LONGEST_TIMER_MS);
    this.#timer = setTimeout(() => this.#run(), wait);
    this.#timer.unref();
  }
};
async function gatewayEndpoint() {
  const address = await findDefaultGateway();
  return address && { address, port: PORT_MAPPING_PORT };
}
async function openSocketTo(router) {
  const socket = (0, (process.getBuiltinModule("node:dgram")).createSocket)("udp4");
  const { promise, resolve, reject } = Promise.withResolvers();
  socket.once("error", reject);
  socket.connect(router.port, (0, import_chunk_0722AEF22.formatIp)(router.address), resolve);
  await promise;
  socket.removeListener("error", reject);
  socket.unref();
  return { socket, client: (0, import_chunk_0722AEF22.parseIp)(socket.address().address) };
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  port_mapping_client_ZUHKU42M
});
