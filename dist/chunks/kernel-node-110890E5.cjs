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
  chunk_4AVNG3K3: () => chunk_4AVNG3K3_exports,
  kernel_node_WW6OAOWJ: () => kernel_node_WW6OAOWJ_exports
});
module.exports = stdin_exports;
var import_chunk_0722AEF2 = require("./chunk-0722AEF2.cjs").chunk_HQJHKSVR;
var import_cli = require("../cli.cjs").chunk_TO5RH7DJ;


var import_node_net = process.getBuiltinModule("node:net");


var import_node_fs = process.getBuiltinModule("node:fs");

var import_node_fs2 = process.getBuiltinModule("node:fs");
var import_node_net2 = process.getBuiltinModule("node:net");
var import_node_path = process.getBuiltinModule("node:path");
var import_chunk_8C92F723 = require("./chunk-8C92F723.cjs").chunk_CBR347CW;
var import_chunk_0722AEF22 = require("./chunk-0722AEF2.cjs").chunk_HQJHKSVR;
var import_cli2 = require("../cli.cjs").chunk_FZ44G4XJ;
var import_cli3 = require("../cli.cjs").chunk_4NFOMFHU;
var import_cli4 = require("../cli.cjs").chunk_TO5RH7DJ;
var import_cli5 = require("../cli.cjs").chunk_HJAZFC2R;

var __defProp2 = Object.defineProperty;
var __export2 = (target, all) => {
  for (var name in all)
    __defProp2(target, name, { get: all[name], enumerable: true });
};
var kernel_node_WW6OAOWJ_exports = {};
__export2(kernel_node_WW6OAOWJ_exports, {
  KernelNode: () => KernelNode
});
var chunk_4AVNG3K3_exports = {};
__export2(chunk_4AVNG3K3_exports, {
  SystemNode: () => SystemNode,
  joinSystemNetwork: () => joinSystemNetwork,
  runCommand: () => runCommand
});
function dialBySystem(to, port, timeoutMs) {
  const { promise, resolve, reject } = Promise.withResolvers();
  const host = (0, import_chunk_0722AEF2.formatIp)(to);
  const socket = (0, import_node_net.connect)({ host, port, allowHalfOpen: true });
  const timer = setTimeout(() => {
    const error = new Error(`connect ETIMEDOUT ${host}:${port} after ${timeoutMs} ms`);
    socket.destroy(Object.assign(error, { code: "ETIMEDOUT", syscall: "connect" }));
  }, timeoutMs);
  socket.once("connect", () => {
    socket.removeListener("error", reject);
    resolve(socket);
  });
  socket.once("error", reject);
  return promise.finally(() => clearTimeout(timer));
}
async function exposeBySystem(addresses, port, onConnection) {
  const servers = [];
  const sockets = /* @__PURE__ */ new Set();
  const close = () => {
    for (const server of servers) server.close();
    for (const socket of sockets) socket.destroy();
  };
  try {
    for (const address of addresses) {
      const server = (0, import_node_net.createServer)({ allowHalfOpen: true }, (socket) => {
        sockets.add(socket);
        socket.once("close", () => sockets.delete(socket));
        onConnection(socket);
      });
      servers.push(server);
      await listen(server, (0, import_chunk_0722AEF2.formatIp)(address), port);
    }
  } catch (error) {
    close();
    throw error;
  }
  return { close };
}
function listen(server, host, port) {
  const { promise, resolve, reject } = Promise.withResolvers();
  server.once(
    "error",
    (cause) => reject(
      new import_cli.SallyportError("TUNNEL_PORT_IN_USE", {
        message: `port ${port} of ${host} cannot be listened on: ${cause.message}`,
        help: "choose another port",
        cause
      })
    )
  );
  server.listen({ host, port }, resolve);
  return promise;
}
function openUdpBySystem(addresses, onDatagram) {
  const sockets = /* @__PURE__ */ new Map();
  const open = (family2) => {
    const known = sockets.get(family2);
    const own = addresses.find((address) => address.family === family2);
    if (known || !own) return known;
    const socket = (0, (process.getBuiltinModule("node:dgram")).createSocket)(family2 === 4 ? "udp4" : "udp6");
    socket.on("error", () => {
    });
    socket.on(
      "message",
      (bytes, from) => onDatagram(bytes, { address: (0, import_chunk_0722AEF2.parseIp)(from.address.split("%")[0]), port: from.port })
    );
    socket.bind({ address: (0, import_chunk_0722AEF2.formatIp)(own) });
    sockets.set(family2, socket);
    return socket;
  };
  return {
    send: (bytes, to) => open(to.address.family)?.send(bytes, to.port, (0, import_chunk_0722AEF2.formatIp)(to.address), () => {
    }),
    close() {
      for (const socket of sockets.values()) socket.close();
    }
  };
}
var SystemNode = class {
  addresses;
  #prefixes;
  constructor(options) {
    this.addresses = options.addresses.map((prefix) => prefix.address);
    this.#prefixes = options.peers.flatMap((peer) => peer.allowedIps);
  }
  async dial(host, port, timeoutMs = 3e4) {
    const bare = host.replace(/^\[(.*)\]$/, "$1");
    const address = (0, import_chunk_0722AEF2.isIp)(bare) ? bare : (await (0, (process.getBuiltinModule("node:dns/promises")).lookup)(bare)).address;
    return dialBySystem((0, import_chunk_0722AEF2.parseIp)(address), port, timeoutMs);
  }
  expose(port, onConnection) {
    return exposeBySystem(this.addresses, port, onConnection);
  }
  openUdpPort(onDatagram) {
    return openUdpBySystem(this.addresses, onDatagram);
  }
  /** Names are the machine's resolver's business. */
  async find() {
    return void 0;
  }
  async lookUp() {
    return [];
  }
  hasRoute(address) {
    if ((0, import_chunk_0722AEF2.isLoopback)(address)) return false;
    return this.#prefixes.some((prefix) => (0, import_chunk_0722AEF2.prefixContains)(prefix, address)) || this.addresses.some((own) => (0, import_chunk_0722AEF2.equalIp)(own, address));
  }
};
function planNetwork(wishes, waysOut) {
  const { device, addresses, mtu, prefixes } = wishes;
  const mayFallIn = ({ endpoint }) => wishes.hasRoutes !== false && prefixes.some((prefix) => (0, import_chunk_0722AEF2.prefixContains)(prefix, endpoint.address));
  const detours = distinct(waysOut.filter(mayFallIn), (way) => (0, import_chunk_0722AEF2.formatIp)(way.endpoint.address));
  const routes = wishes.hasRoutes === false ? [] : distinct(prefixes.map(import_chunk_0722AEF2.maskPrefix), text).flatMap(halves);
  return {
    up: [
      ...addresses.map(
        (each) => ["ip", ...family(each), "address", "add", text(each), "dev", device]
      ),
      ["ip", "link", "set", "mtu", `${mtu}`, "up", "dev", device],
      ...detours.map((way) => ["ip", ...detour("add", way)]),
      ...routes.filter((route) => !addresses.some((own) => isLinkRoute(own, route))).map((route) => ["ip", ...family(route), "route", "add", text(route), "dev", device])
    ],
    down: detours.map((way) => ["ip", ...detour("del", way)])
  };
}
function distinct(all, nameOf) {
  return [...new Map(all.map((each) => [nameOf(each), each])).values()];
}
function isLinkRoute(own, route) {
  return own.bits === route.bits && (0, import_chunk_0722AEF2.prefixContains)(own, route.address) && (0, import_chunk_0722AEF2.prefixContains)(route, own.address);
}
function halves(prefix) {
  if (prefix.bits !== 0) return [prefix];
  const { family: kind, bytes } = prefix.address;
  const upper = new Uint8Array(bytes.length);
  upper[0] = 128;
  return [
    { address: { family: kind, bytes: new Uint8Array(bytes.length) }, bits: 1 },
    { address: { family: kind, bytes: upper }, bits: 1 }
  ];
}
function detour(verb, { endpoint, device, gateway }) {
  const { address } = endpoint;
  const host = { address, bits: address.family === 4 ? 32 : 128 };
  const via = gateway === void 0 ? [] : ["via", gateway];
  return [...family(host), "route", verb, text(host), ...via, "dev", device];
}
function family(prefix) {
  return [prefix.address.family === 4 ? "-4" : "-6"];
}
function text(prefix) {
  return (0, import_chunk_0722AEF2.formatPrefix)(prefix);
}
function readWayOut(endpoint, answer) {
  const words = answer.trim().split(/\s+/);
  if (words.length < 2 || words[0] === "unreachable" || words[0] === "local") return void 0;
  const after = (key) => {
    const at = words.indexOf(key);
    return at < 0 ? void 0 : words[at + 1];
  };
  const device = after("dev");
  const gateway = after("via");
  if (device === void 0) return void 0;
  return { endpoint, device, ...gateway === void 0 ? {} : { gateway } };
}
var STATE_FOLDER = "/run/sallyport";
var SUFFIX = ".restore";
var RUN_ONCE = 'mv "$1" "$1.running" 2>/dev/null && sh "$1.running"; rm -f "$1.running"';
var WATCH = `trap "" INT TERM HUP QUIT; cat >/dev/null; ${RUN_ONCE}`;
function prepareRestoration(device, script, folder = STATE_FOLDER) {
  (0, import_node_fs2.mkdirSync)(folder, { recursive: true, mode: 448 });
  const path = (0, import_node_path.join)(folder, `${device}.${networkOf()}.${identityOf(process.pid)}${SUFFIX}`);
  (0, import_node_fs2.writeFileSync)(`${path}.tmp`, `#!/bin/sh
${script}
`, { mode: 448 });
  (0, import_node_fs2.renameSync)(`${path}.tmp`, path);
  const watchdog = (0, (process.getBuiltinModule("node:child_process")).spawn)("sh", ["-c", WATCH, "sallyport-watchdog", path], {
    detached: true,
    stdio: ["pipe", "ignore", "ignore"]
  });
  watchdog.on("error", () => {
  });
  watchdog.unref();
  const pipe = watchdog.stdin;
  pipe.on("error", () => {
  });
  if (pipe instanceof import_node_net2.Socket) pipe.unref();
  return {
    run() {
      (0, (process.getBuiltinModule("node:child_process")).execFileSync)("sh", ["-c", RUN_ONCE, "sallyport-restore", path], { stdio: "ignore" });
      pipe.destroy();
    }
  };
}
function restoreLeftovers(folder = STATE_FOLDER) {
  let count = 0;
  for (const file of list(folder)) {
    const match = /\.([0-9]+)\.([0-9]+-[0-9]+)\.restore$/.exec(file);
    if (!match || match[1] !== networkOf() || isAlive(match[2])) continue;
    (0, (process.getBuiltinModule("node:child_process")).execFileSync)("sh", ["-c", RUN_ONCE, "sallyport-restore", (0, import_node_path.join)(folder, file)], { stdio: "ignore" });
    count++;
  }
  return count;
}
function scriptOf(commands) {
  return commands.map((command) => `${command.map(quote).join(" ")} || true`).join("\n");
}
function quote(word) {
  return `'${word.replaceAll("'", "'\\''")}'`;
}
function list(folder) {
  try {
    return (0, import_node_fs2.readdirSync)(folder).filter((file) => file.endsWith(SUFFIX));
  } catch {
    return [];
  }
}
function networkOf() {
  return /\d+/.exec((0, import_node_fs2.readlinkSync)("/proc/self/ns/net"))?.[0] ?? "0";
}
function identityOf(pid) {
  const stat = (0, import_node_fs2.readFileSync)(`/proc/${pid}/stat`, "utf8");
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return `${pid}-${fields[19]}`;
}
function isAlive(identity) {
  try {
    return identityOf(Number(identity.split("-")[0])) === identity;
  } catch {
    return false;
  }
}
var RESOLVER_FILE = "/etc/resolv.conf";
function planResolver(wishes, tools) {
  const { device, searchDomains } = wishes;
  const servers = wishes.servers.map(import_chunk_0722AEF2.formatIp);
  if (servers.length === 0) return { kind: "none", undo: "" };
  if (tools.hasResolved) {
    const domains = searchDomains.length === 0 ? ["~."] : ["~.", ...searchDomains];
    const commands = [
      ["resolvectl", "dns", device, ...servers],
      ["resolvectl", "domain", device, ...domains]
    ];
    return { kind: "resolvectl", commands: commands.map((command) => ({ command })), undo: "" };
  }
  const text2 = fileText(device, servers, searchDomains);
  if (tools.hasResolvconf) {
    const command = ["resolvconf", "-a", device, "-m", "0", "-x"];
    return {
      kind: "resolvconf",
      commands: [{ command, input: text2 }],
      undo: scriptOf([["resolvconf", "-d", device, "-f"]])
    };
  }
  return { kind: "file", path: RESOLVER_FILE, text: text2, undo: undoFile(device, tools.current) };
}
function fileText(device, servers, domains) {
  const lines = [marker(device), ...servers.map((server) => `nameserver ${server}`)];
  if (domains.length > 0) lines.push(`search ${domains.join(" ")}`);
  return `${lines.join("\n")}
`;
}
function marker(device) {
  return `# sallyport ${device}`;
}
function undoFile(device, before) {
  const isOurs = `grep -qx ${quote(marker(device))} ${RESOLVER_FILE}`;
  if (before === void 0) return `${isOurs} && rm -f ${RESOLVER_FILE} || true`;
  return `${isOurs} && printf %s ${quote(before)} > ${RESOLVER_FILE} || true`;
}
function findResolverTools() {
  const has = (program) => (0, (process.getBuiltinModule("node:child_process")).spawnSync)("sh", ["-c", `command -v ${program}`], { stdio: "ignore" }).status === 0;
  return {
    hasResolved: (0, import_node_fs.existsSync)("/run/systemd/resolve") && has("resolvectl"),
    hasResolvconf: has("resolvconf"),
    current: (0, import_node_fs.existsSync)(RESOLVER_FILE) ? (0, import_node_fs.readFileSync)(RESOLVER_FILE, "utf8") : void 0
  };
}
function writeResolverFile(plan) {
  (0, import_node_fs.writeFileSync)(plan.path, plan.text);
}
function joinSystemNetwork(wishes) {
  restoreLeftovers();
  const plan = planNetwork(
    wishes,
    wishes.endpoints.map(findWayOut).filter((way) => way !== void 0)
  );
  const resolver = planResolver({ ...wishes.resolver, device: wishes.device }, findResolverTools());
  const undo = [scriptOf([...plan.down, ...wishes.after ?? []]), resolver.undo].filter((part) => part !== "").join("\n");
  const restoration = undo === "" ? { run() {
  } } : prepareUndo(wishes.device, undo);
  try {
    for (const { command, input } of wishes.before ?? []) makeDevice(command, input);
    for (const command of plan.up) runCommand(command);
    setResolver(resolver);
  } catch (error) {
    restoration.run();
    throw error;
  }
  const routes = wishes.hasRoutes === false ? "no routes" : `${wishes.prefixes.length} route(s)`;
  return {
    description: resolver.kind === "none" ? routes : `${routes}, names by ${resolver.kind}`,
    close: () => restoration.run()
  };
}
function prepareUndo(device, undo) {
  try {
    return prepareRestoration(device, undo);
  } catch (cause) {
    throw unavailable(`what undoes its changes cannot be kept: ${(0, import_cli.messageOf)(cause)}`, cause);
  }
}
function makeDevice(command, input) {
  try {
    runCommand(command, input);
  } catch (cause) {
    throw unavailable((0, import_cli.messageOf)(cause), cause);
  }
}
function unavailable(why, cause) {
  return new import_cli.SallyportError("DATA_PLANE_UNAVAILABLE", {
    message: `the machine refuses a device: ${why}`,
    help: "take --data-plane userspace, which needs none",
    cause
  });
}
function findWayOut(endpoint) {
  const { stdout } = (0, (process.getBuiltinModule("node:child_process")).spawnSync)("ip", ["-o", "route", "get", (0, import_chunk_0722AEF2.formatIp)(endpoint.address)], { encoding: "utf8" });
  return readWayOut(endpoint, stdout ?? "");
}
function setResolver(plan) {
  if (plan.kind === "file") writeResolverFile(plan);
  else if (plan.kind !== "none") for (const { command, input } of plan.commands) runCommand(command, input);
}
function runCommand([program, ...args], input) {
  const done = (0, (process.getBuiltinModule("node:child_process")).spawnSync)(program, args, { encoding: "utf8", ...input === void 0 ? {} : { input } });
  if (done.status === 0) return done.stdout;
  const why = done.error?.message ?? done.stderr.trim();
  throw new import_cli.SallyportError("NETWORK_CHANGE_FAILED", {
    message: `${[program, ...args].join(" ")}: ${why}`,
    help: "what was changed before is undone; take --data-plane userspace to leave the machine as it is"
  });
}
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
  const own = ["[Interface]", `PrivateKey = ${(0, import_cli3.encodeBase64)(privateKey.reveal())}`];
  if (listenPort !== void 0) own.push(`ListenPort = ${listenPort}`);
  return `${[...own, ...peers.flatMap(peerLines)].join("\n")}
`;
}
function peerLines(peer) {
  const endpoint = peer.endpoints[0];
  const lines = ["[Peer]", `PublicKey = ${(0, import_cli3.encodeBase64)(peer.publicKey)}`];
  if (peer.presharedKey) lines.push(`PresharedKey = ${(0, import_cli3.encodeBase64)(peer.presharedKey.reveal())}`);
  if (peer.allowedIps.length > 0) lines.push(`AllowedIPs = ${peer.allowedIps.map(import_chunk_0722AEF22.formatPrefix).join(", ")}`);
  if (endpoint) lines.push(`Endpoint = ${(0, import_chunk_0722AEF22.formatEndpoint)(endpoint)}`);
  if (peer.persistentKeepaliveSeconds) lines.push(`PersistentKeepalive = ${peer.persistentKeepaliveSeconds}`);
  return lines;
}
function readDump(text2) {
  const [own = [], ...peers] = text2.trim().split("\n").map((line) => line.split("	"));
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
      mtu: options.mtu ?? import_chunk_8C92F723.DEFAULT_MTU,
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
    const peer = this.#peers.find(({ publicKey }) => (0, import_chunk_8C92F723.peerId)(publicKey) === id);
    const isWoken = peer !== void 0 && !peer.persistentKeepaliveSeconds;
    if (isWoken) runCommand(keepaliveCommand(this.#device, id, WAKING_KEEPALIVE_SECONDS));
    try {
      while (performance.now() - startedAt < timeoutMs) {
        await (0, (process.getBuiltinModule("node:timers/promises")).setTimeout)(POLL_MS);
        if (this.#isClosed) throw new Error("the node was closed");
        if (this.#hasShaken(id)) return performance.now() - startedAt;
      }
    } finally {
      if (isWoken && !this.#isClosed) runCommand(keepaliveCommand(this.#device, id, 0));
    }
    throw new import_cli4.SallyportError("AGENT_UNREACHABLE", {
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
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  chunk_4AVNG3K3,
  kernel_node_WW6OAOWJ
});
