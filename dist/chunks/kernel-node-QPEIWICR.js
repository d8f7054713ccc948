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
  formatPrefix,
  maskPrefix
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
var DISCARD_PORT = 9;
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
    const startedAt = performance.now();
    const probe = this.openUdpPort(() => {
    });
    const target = this.#peers.find((peer) => peerId(peer.publicKey) === id)?.allowedIps[0];
    try {
      for (let asked = false; performance.now() - startedAt < timeoutMs; asked = true) {
        if (this.#status().peers.some((peer) => peer.id === id && peer.handshakeAt > 0)) {
          return asked ? performance.now() - startedAt : void 0;
        }
        if (target) probe.send(new Uint8Array(1), { address: hostOf(target), port: DISCARD_PORT });
        await sleep(POLL_MS);
        if (this.#isClosed) throw new Error("the node was closed");
      }
    } finally {
      probe.close();
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
  #status() {
    return readDump(runCommand(["wg", "show", this.#device, "dump"]));
  }
};
function hostOf(prefix) {
  return maskPrefix(prefix).address;
}
export {
  KernelNode
};
