"use strict";
const __bundleUrl = require("node:url").pathToFileURL(require("node:path").join(__dirname, "../cli.cjs")).href;
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
  tun_node_IWLUG4E5: () => tun_node_IWLUG4E5_exports
});
module.exports = stdin_exports;
var import_kernel_node_110890E5 = require("./kernel-node-110890E5.cjs").chunk_4AVNG3K3;
var import_chunk_8C92F723 = require("./chunk-8C92F723.cjs").chunk_T4JFZ2LE;
var import_chunk_8C92F7232 = require("./chunk-8C92F723.cjs").chunk_DB7LFUPW;
var import_chunk_8C92F7233 = require("./chunk-8C92F723.cjs").chunk_CBR347CW;
var import_chunk_0722AEF2 = require("./chunk-0722AEF2.cjs").chunk_HQJHKSVR;
var import_cli = require("../cli.cjs").chunk_FZ44G4XJ;
var import_chunk_0722AEF22 = require("./chunk-0722AEF2.cjs").chunk_53KULZZP;
var import_cli2 = require("../cli.cjs").chunk_4NFOMFHU;
var import_cli3 = require("../cli.cjs").chunk_TO5RH7DJ;
var import_cli4 = require("../cli.cjs").chunk_HJAZFC2R;
var import_node_fs = process.getBuiltinModule("node:fs");

var import_node_fs2 = process.getBuiltinModule("node:fs");
var import_node_util = process.getBuiltinModule("node:util");
var import_node_fs3 = process.getBuiltinModule("node:fs");
var import_node_url = process.getBuiltinModule("node:url");

var __defProp2 = Object.defineProperty;
var __export2 = (target, all) => {
  for (var name in all)
    __defProp2(target, name, { get: all[name], enumerable: true });
};
var tun_node_IWLUG4E5_exports = {};
__export2(tun_node_IWLUG4E5_exports, {
  TunNode: () => TunNode
});
var TUNSETIFF = 1074025674;
var TUNSETOFFLOAD = 1074025680;
var TUNSETVNETHDRSZ = 1074025688;
var IFF_TUN = 1;
var IFF_NO_PI = 4096;
var IFF_VNET_HDR = 16384;
var OFFLOADS = 1 | 2 | 4;
var UDP_OFFLOADS = 32 | 64;
var NAME_SIZE = 16;
function openTunDevice(linux, name) {
  const fd = openClone();
  const request = (0, import_chunk_8C92F7232.pinBytes)(linux.koffi, 40);
  request.bytes.write(name.slice(0, NAME_SIZE - 1), "latin1");
  request.bytes.writeInt16LE(IFF_TUN | IFF_NO_PI | IFF_VNET_HDR, NAME_SIZE);
  if (linux.ioctl(fd, TUNSETIFF, request.address) < 0) {
    const errno = linux.koffi.errno();
    linux.close(fd);
    throw unavailable(`the kernel gives no device (${(0, import_node_util.getSystemErrorName)(-errno)})`);
  }
  const made = request.bytes.toString("latin1", 0, NAME_SIZE).replace(/\0.*$/, "");
  request.bytes.writeInt32LE(10, 0);
  linux.ioctl(fd, TUNSETVNETHDRSZ, request.address);
  if (linux.ioctl(fd, TUNSETOFFLOAD, OFFLOADS | UDP_OFFLOADS) < 0) linux.ioctl(fd, TUNSETOFFLOAD, OFFLOADS);
  return { fd, name: made };
}
function openClone() {
  try {
    return (0, import_node_fs2.openSync)("/dev/net/tun", import_node_fs2.constants.O_RDWR | import_node_fs2.constants.O_NONBLOCK);
  } catch (cause) {
    throw unavailable(`/dev/net/tun cannot be opened: ${(0, import_cli3.messageOf)(cause)}`, cause);
  }
}
function unavailable(message, cause) {
  return new import_cli3.SallyportError("DATA_PLANE_UNAVAILABLE", {
    message: `the tun data plane: ${message}`,
    help: "run as root where /dev/net/tun is, or take --data-plane userspace, which needs neither",
    cause
  });
}
var WAKE = Buffer.alloc(8);
WAKE.writeBigUInt64LE(1n);
async function startDataThread(start, listeners) {
  const worker = new (process.getBuiltinModule("node:worker_threads")).Worker(entry(), { workerData: start });
  start.privateKey.fill(0);
  const { promise: ready, resolve, reject } = Promise.withResolvers();
  const { promise: exited, resolve: exit } = Promise.withResolvers();
  let isClosing = false;
  worker.on("message", (word) => {
    if (word.kind === "ready") resolve(word);
    else if (word.kind === "failed") reject(failure(start, word.message));
    else listeners.onWord(word);
  });
  worker.on("error", (error) => {
    reject(error);
    listeners.onLost(error);
  });
  worker.on("exit", () => {
    exit();
    const error = new Error("the data thread ended");
    reject(error);
    if (!isClosing) listeners.onLost(error);
  });
  const { port, tier } = await ready;
  const order = (each) => {
    worker.postMessage(each);
    (0, import_node_fs3.writeSync)(start.wakeFd, WAKE);
  };
  return {
    port,
    tier,
    order,
    async close() {
      isClosing = true;
      order({ kind: "close" });
      await exited;
    }
  };
}
function failure(start, message) {
  if (message.startsWith("bind")) {
    return new import_cli3.SallyportError("TUNNEL_PORT_IN_USE", {
      message: `UDP port ${start.listenPort} cannot be opened: ${message}`,
      help: "choose another ListenPort, or 0 for any"
    });
  }
  return new import_cli3.SallyportError("DATA_PLANE_UNAVAILABLE", {
    message: `the tun data plane: ${message}`,
    help: "take --data-plane userspace"
  });
}
function entry() {
  const bundled = (0, import_node_url.fileURLToPath)(new URL("./data-thread.js", __bundleUrl));
  return (0, import_node_fs3.existsSync)(bundled) ? bundled : (0, import_node_url.fileURLToPath)(new URL("./data-thread.ts", __bundleUrl));
}
var DEVICE_NAME = "sallyport%d";
var TunNode = class _TunNode extends import_kernel_node_110890E5.SystemNode {
  dataPlane = "tun";
  observed = [];
  relays = [];
  #sessions = new import_chunk_8C92F723.PeerSessions();
  #onEvent;
  #statuses = [];
  #invalidHandshakes = 0;
  #opened;
  constructor(options) {
    super(options);
    this.#onEvent = options.onEvent;
    this.#statuses = options.peers.map((peer) => ({
      id: (0, import_chunk_8C92F7233.peerId)(peer.publicKey),
      remote: peer.endpoints[0] && (0, import_chunk_0722AEF2.formatEndpoint)(peer.endpoints[0]),
      bytesReceived: 0,
      bytesSent: 0
    }));
  }
  /** @throws `DATA_PLANE_UNAVAILABLE`, `TUNNEL_PORT_IN_USE`, `NETWORK_CHANGE_FAILED`; then all is as before */
  static async open(options) {
    const node = new _TunNode(options);
    node.#opened = await openAll(options, (word) => node.#take(word));
    for (const peer of options.peers) node.#opened.thread.order({ kind: "set-peer", peer: forThread(peer) });
    return node;
  }
  get tier() {
    return this.#live.thread.tier;
  }
  get port() {
    return this.#live.thread.port;
  }
  get description() {
    const { device, network, thread } = this.#live;
    return `tun data plane (${device}, ${network.description}), ${thread.tier} cipher`;
  }
  connect(id, timeoutMs) {
    this.#live.thread.order({ kind: "connect", id });
    return this.#sessions.wait(id, timeoutMs, () => this.#unanswered(id, timeoutMs));
  }
  report() {
    return this.#statuses.map((status) => ({
      ...status,
      path: { kind: "plain" },
      connected: this.#sessions.has(status.id)
    }));
  }
  async close() {
    const opened = this.#opened;
    this.#opened = void 0;
    this.#sessions.close(new Error("the node was closed"));
    await opened?.close();
  }
  get #live() {
    if (!this.#opened) throw new Error("the node is closed");
    return this.#opened;
  }
  #take(word) {
    if (word.kind !== "news" && word.kind !== "status") return;
    this.#statuses = this.#statuses.map(
      (known) => word.peers.find((status) => status.id === known.id) ?? known
    );
    if (word.kind === "status") {
      this.#invalidHandshakes = word.invalidHandshakes;
      return;
    }
    this.#sessions.take(word.news);
    this.#onEvent?.(word.news);
  }
  #unanswered(id, timeoutMs) {
    const remote = this.#statuses.find((status) => status.id === id)?.remote;
    const why = remote === void 0 ? "it has no endpoint and has not called" : this.#invalidHandshakes > 0 ? "its answers do not authenticate: the keys or the preshared key differ" : `nothing came back from ${remote}`;
    return new import_cli3.SallyportError("AGENT_UNREACHABLE", {
      message: `peer ${id} did not answer within ${timeoutMs} ms: ${why}`,
      help: "check its endpoint, that UDP passes, and that it knows our public key"
    });
  }
};
async function openAll(options, onWord) {
  const native = (0, import_chunk_8C92F7232.loadKoffi)();
  if (native.kind === "absent") {
    throw new import_cli3.SallyportError("DATA_PLANE_UNAVAILABLE", {
      message: `the tun data plane needs native calls, which are not here: ${native.why}`,
      help: "a device can be had by ioctl(2) only; take --data-plane userspace"
    });
  }
  const linux = (0, import_chunk_8C92F7232.bindLinux)(native.koffi);
  const device = openTunDevice(linux, DEVICE_NAME);
  const wakeFd = linux.eventfd(0, import_chunk_8C92F7232.EFD_NONBLOCK);
  const letGo = () => {
    for (const fd of [device.fd, wakeFd]) (0, import_node_fs.closeSync)(fd);
  };
  try {
    const mtu = options.mtu ?? import_chunk_8C92F7233.DEFAULT_MTU;
    const thread = await startDataThread(startOf(options, mtu, device.fd, wakeFd), {
      onWord,
      onLost: (error) => {
        throw error;
      }
    });
    const network = await joinOrEnd(options, mtu, device.name, thread);
    return {
      device: device.name,
      thread,
      network,
      async close() {
        network.close();
        await thread.close();
        letGo();
      }
    };
  } catch (error) {
    letGo();
    throw error;
  }
}
async function joinOrEnd(options, mtu, device, thread) {
  try {
    return (0, import_kernel_node_110890E5.joinSystemNetwork)({
      device,
      mtu,
      addresses: options.addresses,
      prefixes: options.peers.flatMap((peer) => peer.allowedIps),
      hasRoutes: options.hasRoutes ?? true,
      endpoints: options.peers.flatMap((peer) => peer.endpoints),
      resolver: { servers: options.dns, searchDomains: options.searchDomains }
    });
  } catch (error) {
    await thread.close();
    throw error;
  }
}
function startOf(options, mtu, tunFd, wakeFd) {
  return {
    privateKey: new Uint8Array(options.privateKey.reveal()),
    mtu,
    tunFd,
    wakeFd,
    listenPort: options.listenPort ?? 0,
    looksAgain: looksAgain(),
    ...options.aead === void 0 ? {} : { tier: options.aead }
  };
}
function looksAgain() {
  return process.env["SALLYPORT_TUN_WAIT"] !== "sleep" && (0, (process.getBuiltinModule("node:os")).availableParallelism)() > 1;
}
function forThread(peer) {
  const endpoint = peer.endpoints[0];
  return {
    publicKey: new Uint8Array(peer.publicKey),
    allowedIps: peer.allowedIps,
    ...peer.presharedKey ? { presharedKey: new Uint8Array(peer.presharedKey.reveal()) } : {},
    ...endpoint ? { endpoint } : {},
    ...peer.persistentKeepaliveSeconds ? { persistentKeepaliveSeconds: peer.persistentKeepaliveSeconds } : {}
  };
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  tun_node_IWLUG4E5
});
