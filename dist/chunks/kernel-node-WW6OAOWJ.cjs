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
  KernelNode: () => KernelNode
});
module.exports = stdin_exports;
var import_chunk_4AVNG3K3 = require("./chunk-4AVNG3K3.cjs");
var import_chunk_CBR347CW = require("./chunk-CBR347CW.cjs");
var import_chunk_HQJHKSVR = require("./chunk-HQJHKSVR.cjs");
var import_chunk_FZ44G4XJ = require("./chunk-FZ44G4XJ.cjs");
var import_chunk_4NFOMFHU = require("./chunk-4NFOMFHU.cjs");
var import_chunk_TO5RH7DJ = require("./chunk-TO5RH7DJ.cjs");
var import_chunk_HJAZFC2R = require("./chunk-HJAZFC2R.cjs");

function planKernelDevice(wishes) {
  const { device } = wishes;
  return {
    up: [
      { command: ["ip", "link", "add", "dev", device, "type", "wireguard"] },
      // By standard input: keys stand in no argument and in no file. `wg` opens it by its path, which no socket
      // lets itself be, and sockets are what Node gives its children: `cat` puts a pipe there.
      {
        command: ["sh", "-c", 'cat | wg setconf "$0" /dev/stdin', device],
        input: configurationText(wishes)
      }
    ],
    down: [["ip", "link", "del", "dev", device]]
  };
}
function keepaliveCommand(device, peer, seconds) {
  return ["wg", "set", device, "peer", peer, "persistent-keepalive", String(seconds)];
}
function configurationText({ privateKey, listenPort, peers }) {
  const own = ["[Interface]", `PrivateKey = ${(0, import_chunk_4NFOMFHU.encodeBase64)(privateKey.reveal())}`];
  if (listenPort !== void 0) own.push(`ListenPort = ${listenPort}`);
  return `${[...own, ...peers.flatMap(peerLines)].join("\n")}
`;
}
function peerLines(peer) {
  const endpoint = peer.endpoints[0];
  const lines = ["[Peer]", `PublicKey = ${(0, import_chunk_4NFOMFHU.encodeBase64)(peer.publicKey)}`];
  if (peer.presharedKey) lines.push(`PresharedKey = ${(0, import_chunk_4NFOMFHU.encodeBase64)(peer.presharedKey.reveal())}`);
  if (peer.allowedIps.length > 0) lines.push(`AllowedIPs = ${peer.allowedIps.map(import_chunk_HQJHKSVR.formatPrefix).join(", ")}`);
  if (endpoint) lines.push(`Endpoint = ${(0, import_chunk_HQJHKSVR.formatEndpoint)(endpoint)}`);
  if (peer.persistentKeepaliveSeconds) lines.push(`PersistentKeepalive = ${peer.persistentKeepaliveSeconds}`);
  return lines;
}
function readDump(text) {
  const [own = [], ...peers] = text.trim().split("\n").map((line) => line.split("	"));
  return {
    listenPort: Number(own[2] ?? 0),
    peers: peers.filter((fields) => fields.length >= 7).map(([key = "", , endpoint, , handshake, received, sent]) => ({
      id: key,
      remote: endpoint === "(none)" ? void 0 : endpoint,
      handshakeAt: Number(handshake),
      bytesReceived: Number(received),
      bytesSent: Number(sent)
    }))
  };
}
var POLL_MS = 50;
var WAKING_KEEPALIVE_SECONDS = 25;
var KernelNode = class _KernelNode extends import_chunk_4AVNG3K3.SystemNode {
  dataPlane = "kernel";
  tier = "kernel";
  observed = [];
  relays = [];
  #device;
  #network;
  #peers;
  #isClosed = false;
  constructor(options, device, network) {
    super(options);
    this.#device = device;
    this.#network = network;
    this.#peers = options.peers;
  }
  /** @throws `NETWORK_CHANGE_FAILED`; then all is as before */
  static async open(options) {
    const device = `sallyport${process.pid % 1e5}`;
    const plan = planKernelDevice({ ...options, device });
    const network = (0, import_chunk_4AVNG3K3.joinSystemNetwork)({
      device,
      mtu: options.mtu ?? import_chunk_CBR347CW.DEFAULT_MTU,
      addresses: options.addresses,
      prefixes: options.peers.flatMap((peer) => peer.allowedIps),
      hasRoutes: options.hasRoutes ?? true,
      endpoints: options.peers.flatMap((peer) => peer.endpoints),
      resolver: { servers: options.dns, searchDomains: options.searchDomains },
      before: plan.up,
      after: plan.down
    });
    return new _KernelNode(options, device, network);
  }
  get description() {
    return `kernel data plane (${this.#device}, ${this.#network.description})`;
  }
  get port() {
    return this.#status().listenPort;
  }
  async connect(id, timeoutMs) {
    if (this.#hasShaken(id)) return void 0;
    const startedAt = performance.now();
    const peer = this.#peers.find(({ publicKey }) => (0, import_chunk_CBR347CW.peerId)(publicKey) === id);
    const isWoken = peer !== void 0 && !peer.persistentKeepaliveSeconds;
    if (isWoken) (0, import_chunk_4AVNG3K3.runCommand)(keepaliveCommand(this.#device, id, WAKING_KEEPALIVE_SECONDS));
    try {
      while (performance.now() - startedAt < timeoutMs) {
        await (0, (process.getBuiltinModule("node:timers/promises")).setTimeout)(POLL_MS);
        if (this.#isClosed) throw new Error("the node was closed");
        if (this.#hasShaken(id)) return performance.now() - startedAt;
      }
    } finally {
      if (isWoken && !this.#isClosed) (0, import_chunk_4AVNG3K3.runCommand)(keepaliveCommand(this.#device, id, 0));
    }
    throw new import_chunk_TO5RH7DJ.SallyportError("AGENT_UNREACHABLE", {
      message: `peer ${id} did not answer within ${timeoutMs} ms`,
      help: "check its endpoint, that UDP passes, and that it knows our public key"
    });
  }
  report() {
    return this.#status().peers.map(({ handshakeAt, ...peer }) => ({
      ...peer,
      path: { kind: "plain" },
      connected: handshakeAt > 0
    }));
  }
  async close() {
    this.#isClosed = true;
    this.#network.close();
  }
  #hasShaken(id) {
    return this.#status().peers.some((peer) => peer.id === id && peer.handshakeAt > 0);
  }
  #status() {
    return readDump((0, import_chunk_4AVNG3K3.runCommand)(["wg", "show", this.#device, "dump"]));
  }
};
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  KernelNode
});
