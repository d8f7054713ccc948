const __bundleUrl = new URL('cli.js', import.meta.url.replace(/chunks\/[^/]+$/, '')).href
const require = process.getBuiltinModule('node:module').createRequire(__bundleUrl)
import {
  SystemNode,
  joinSystemNetwork,
  runCommand
} from "./chunk-VXL4ZGHW.js";
import {
  DEFAULT_MTU,
  peerId
} from "./chunk-GOJIKPCR.js";
import {
  formatEndpoint,
  formatPrefix
} from "./chunk-373QJJLG.js";
import "./chunk-SBZZULRJ.js";
import {
  encodeBase64
} from "./chunk-VOIAD42L.js";
import {
  SallyportError
} from "./chunk-XELNXD6A.js";
import "./chunk-BRIVT672.js";

// src/mesh/kernel/kernel-node.ts
const { setTimeout: sleep } = process.getBuiltinModule("node:timers/promises");

// src/mesh/kernel/kernel-plan.ts
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
  const own = ["[Interface]", `PrivateKey = ${encodeBase64(privateKey.reveal())}`];
  if (listenPort !== void 0) own.push(`ListenPort = ${listenPort}`);
  return `${[...own, ...peers.flatMap(peerLines)].join("\n")}
`;
}
function peerLines(peer) {
  const endpoint = peer.endpoints[0];
  const lines = ["[Peer]", `PublicKey = ${encodeBase64(peer.publicKey)}`];
  if (peer.presharedKey) lines.push(`PresharedKey = ${encodeBase64(peer.presharedKey.reveal())}`);
  if (peer.allowedIps.length > 0) lines.push(`AllowedIPs = ${peer.allowedIps.map(formatPrefix).join(", ")}`);
  if (endpoint) lines.push(`Endpoint = ${formatEndpoint(endpoint)}`);
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

// src/mesh/kernel/kernel-node.ts
var POLL_MS = 50;
var WAKING_KEEPALIVE_SECONDS = 25;
var KernelNode = class _KernelNode extends SystemNode {
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
    const network = joinSystemNetwork({
      device,
      mtu: options.mtu ?? DEFAULT_MTU,
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
    const peer = this.#peers.find(({ publicKey }) => peerId(publicKey) === id);
    const isWoken = peer !== void 0 && !peer.persistentKeepaliveSeconds;
    if (isWoken) runCommand(keepaliveCommand(this.#device, id, WAKING_KEEPALIVE_SECONDS));
    try {
      while (performance.now() - startedAt < timeoutMs) {
        await sleep(POLL_MS);
        if (this.#isClosed) throw new Error("the node was closed");
        if (this.#hasShaken(id)) return performance.now() - startedAt;
      }
    } finally {
      if (isWoken && !this.#isClosed) runCommand(keepaliveCommand(this.#device, id, 0));
    }
    throw new SallyportError("AGENT_UNREACHABLE", {
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
    return readDump(runCommand(["wg", "show", this.#device, "dump"]));
  }
};
export {
  KernelNode
};
