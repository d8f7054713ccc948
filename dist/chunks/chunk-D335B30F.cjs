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
  chunk_L3A2A7NX: () => chunk_L3A2A7NX_exports,
  connect_IHHVHN6Q: () => connect_IHHVHN6Q_exports,
  nc_IMQ3LZ2Y: () => nc_IMQ3LZ2Y_exports
});
module.exports = stdin_exports;
var import_chunk_TAAIO5B4 = require("./chunk-TAAIO5B4.cjs").chunk_TAAIO5B4;
var import_chunk_2YFZQ4YB = require("./chunk-2YFZQ4YB.cjs").chunk_2YFZQ4YB;
var import_chunk_2ZL3UNZA = require("./chunk-2ZL3UNZA.cjs").chunk_2ZL3UNZA;
var import_chunk_8C92F723 = require("./chunk-8C92F723.cjs").chunk_CBR347CW;
var import_forward_udp_037F8FD0 = require("./forward-udp-037F8FD0.cjs").chunk_Q27RTPP3;
var import_chunk_8F5DD029 = require("./chunk-8F5DD029.cjs").chunk_7V4PSXLH;
var import_chunk_8F5DD0292 = require("./chunk-8F5DD029.cjs").chunk_XNJ7RVPM;
var import_chunk_0722AEF2 = require("./chunk-0722AEF2.cjs").chunk_HQJHKSVR;
var import_cli = require("../cli.cjs").chunk_BTVMKBHD;
var import_cli2 = require("../cli.cjs").chunk_SO3KANTK;
var import_cli3 = require("../cli.cjs").chunk_TO5RH7DJ;
var import_node_events = process.getBuiltinModule("node:events");


var import_node_net = process.getBuiltinModule("node:net");

var import_node_fs = process.getBuiltinModule("node:fs");

var import_node_path = process.getBuiltinModule("node:path");
var import_chunk_TAAIO5B42 = require("./chunk-TAAIO5B4.cjs").chunk_TAAIO5B4;
var import_chunk_2YFZQ4YB2 = require("./chunk-2YFZQ4YB.cjs").chunk_2YFZQ4YB;
var import_chunk_2ZL3UNZA2 = require("./chunk-2ZL3UNZA.cjs").chunk_2ZL3UNZA;
var import_chunk_A7C2DCE4 = require("./chunk-A7C2DCE4.cjs").chunk_QWNYZ5AQ;
var import_chunk_A7C2DCE42 = require("./chunk-A7C2DCE4.cjs").chunk_UWHXMD75;
var import_chunk_0722AEF22 = require("./chunk-0722AEF2.cjs").chunk_NX2LOS6S;
var import_chunk_8C92F7232 = require("./chunk-8C92F723.cjs").chunk_T4JFZ2LE;
var import_chunk_8C92F7233 = require("./chunk-8C92F723.cjs").chunk_DB7LFUPW;
var import_chunk_8C92F7234 = require("./chunk-8C92F723.cjs").chunk_CBR347CW;
var import_chunk_A7C2DCE43 = require("./chunk-A7C2DCE4.cjs").chunk_5RE62PDQ;
var import_chunk_A7C2DCE44 = require("./chunk-A7C2DCE4.cjs").chunk_FZZUDDWV;
var import_chunk_A7C2DCE45 = require("./chunk-A7C2DCE4.cjs").chunk_LX6I7H3G;
var import_forward_udp_037F8FD02 = require("./forward-udp-037F8FD0.cjs").chunk_Q27RTPP3;
var import_chunk_8F5DD0293 = require("./chunk-8F5DD029.cjs").chunk_7V4PSXLH;
var import_chunk_8F5DD0294 = require("./chunk-8F5DD029.cjs").chunk_XNJ7RVPM;
var import_chunk_8F5DD0295 = require("./chunk-8F5DD029.cjs").chunk_ZQXX2OND;
var import_chunk_0722AEF23 = require("./chunk-0722AEF2.cjs").chunk_HQJHKSVR;
var import_cli4 = require("../cli.cjs").chunk_FZ44G4XJ;
var import_chunk_0722AEF24 = require("./chunk-0722AEF2.cjs").chunk_53KULZZP;
var import_cli5 = require("../cli.cjs").chunk_BTVMKBHD;
var import_cli6 = require("../cli.cjs").chunk_SO3KANTK;
var import_cli7 = require("../cli.cjs").chunk_GEUJANHY;
var import_cli8 = require("../cli.cjs").chunk_4NFOMFHU;
var import_cli9 = require("../cli.cjs").chunk_TO5RH7DJ;
var import_cli10 = require("../cli.cjs").chunk_HJAZFC2R;

var import_node_net2 = process.getBuiltinModule("node:net");
var import_node_stream = process.getBuiltinModule("node:stream");

var import_chunk_TAAIO5B43 = require("./chunk-TAAIO5B4.cjs").chunk_TAAIO5B4;
var import_chunk_2YFZQ4YB3 = require("./chunk-2YFZQ4YB.cjs").chunk_2YFZQ4YB;
var import_chunk_2ZL3UNZA3 = require("./chunk-2ZL3UNZA.cjs").chunk_2ZL3UNZA;
var import_chunk_A7C2DCE46 = require("./chunk-A7C2DCE4.cjs").chunk_QWNYZ5AQ;
var import_chunk_A7C2DCE47 = require("./chunk-A7C2DCE4.cjs").chunk_UWHXMD75;
var import_chunk_0722AEF25 = require("./chunk-0722AEF2.cjs").chunk_NX2LOS6S;
var import_chunk_8C92F7235 = require("./chunk-8C92F723.cjs").chunk_T4JFZ2LE;
var import_chunk_8C92F7236 = require("./chunk-8C92F723.cjs").chunk_DB7LFUPW;
var import_chunk_8C92F7237 = require("./chunk-8C92F723.cjs").chunk_CBR347CW;
var import_chunk_A7C2DCE48 = require("./chunk-A7C2DCE4.cjs").chunk_5RE62PDQ;
var import_chunk_A7C2DCE49 = require("./chunk-A7C2DCE4.cjs").chunk_FZZUDDWV;
var import_chunk_A7C2DCE410 = require("./chunk-A7C2DCE4.cjs").chunk_LX6I7H3G;
var import_forward_udp_037F8FD03 = require("./forward-udp-037F8FD0.cjs").chunk_Q27RTPP3;
var import_chunk_8F5DD0296 = require("./chunk-8F5DD029.cjs").chunk_7V4PSXLH;
var import_chunk_8F5DD0297 = require("./chunk-8F5DD029.cjs").chunk_XNJ7RVPM;
var import_chunk_8F5DD0298 = require("./chunk-8F5DD029.cjs").chunk_ZQXX2OND;
var import_chunk_0722AEF26 = require("./chunk-0722AEF2.cjs").chunk_HQJHKSVR;
var import_cli11 = require("../cli.cjs").chunk_FZ44G4XJ;
var import_chunk_0722AEF27 = require("./chunk-0722AEF2.cjs").chunk_53KULZZP;
var import_cli12 = require("../cli.cjs").chunk_BTVMKBHD;
var import_cli13 = require("../cli.cjs").chunk_SO3KANTK;
var import_cli14 = require("../cli.cjs").chunk_GEUJANHY;
var import_cli15 = require("../cli.cjs").chunk_4NFOMFHU;
var import_cli16 = require("../cli.cjs").chunk_TO5RH7DJ;
var import_cli17 = require("../cli.cjs").chunk_HJAZFC2R;
var __defProp2 = Object.defineProperty;
var __export2 = (target, all) => {
  for (var name in all)
    __defProp2(target, name, { get: all[name], enumerable: true });
};
var nc_IMQ3LZ2Y_exports = {};
__export2(nc_IMQ3LZ2Y_exports, {
  nc: () => nc
});
var chunk_L3A2A7NX_exports = {};
__export2(chunk_L3A2A7NX_exports, {
  connect: () => connect2,
  openFileNode: () => openFileNode
});
var TIMEOUT_MS = 3e4;
function upstreamProxyFor(env, host, port) {
  if (isLoopback(host) || isExcluded(env, host, port)) return void 0;
  const named = port === 80 ? read(env, "http_proxy") : read(env, "https_proxy");
  const text = named ?? read(env, "all_proxy");
  if (text === void 0) return void 0;
  const url = URL.parse(text.includes("://") ? text : `http://${text}`);
  return url?.protocol === "http:" || url?.protocol === "https:" ? url : void 0;
}
async function dialByProxy(proxy, host, port) {
  const { request: request2 } = proxy.protocol === "https:" ? await Promise.resolve(process.getBuiltinModule("node:https")) : await Promise.resolve(process.getBuiltinModule("node:http"));
  const authority = `${host.includes(":") ? `[${host}]` : host}:${port}`;
  const login = decodeURIComponent(`${proxy.username}:${proxy.password}`);
  const asking = request2({
    host: proxy.hostname.replace(/^\[(.*)\]$/, "$1"),
    port: proxy.port || (proxy.protocol === "https:" ? 443 : 80),
    method: "CONNECT",
    path: authority,
    agent: false,
    timeout: TIMEOUT_MS,
    headers: {
      host: authority,
      ...proxy.username === "" ? {} : { "proxy-authorization": `Basic ${Buffer.from(login).toString("base64")}` }
    }
  });
  const { promise, resolve: resolve2, reject } = Promise.withResolvers();
  asking.once("connect", (response, socket, head) => {
    if (response.statusCode !== 200) {
      socket.destroy();
      reject(refused(proxy, `it answered ${response.statusCode} for ${authority}`));
      return;
    }
    socket.setTimeout(0);
    if (head.length > 0) socket.unshift(head);
    resolve2(socket);
  });
  asking.once("response", (response) => {
    response.destroy();
    reject(refused(proxy, `it answered ${response.statusCode} for ${authority}`));
  });
  asking.once("timeout", () => asking.destroy(Object.assign(new Error("timed out"), { code: "ETIMEDOUT" })));
  asking.once("error", reject);
  asking.end();
  return promise;
}
function refused(proxy, why) {
  return Object.assign(new Error(`the proxy ${proxy.host} does not connect: ${why}`), {
    code: "EPROXYREFUSED"
  });
}
function read(env, name) {
  return env[name] || env[name.toUpperCase()] || void 0;
}
function isLoopback(host) {
  return host === "localhost" || host === "::1" || /^127\.\d+\.\d+\.\d+$/.test(host);
}
function isExcluded(env, host, port) {
  const name = host.toLowerCase().replace(/\.$/, "");
  return (read(env, "no_proxy") ?? "").toLowerCase().split(/[\s,]+/).some((entry) => entry !== "" && isNamed(entry, name, port));
}
function isNamed(entry, name, port) {
  if (entry === "*") return true;
  if (entry.includes("/")) return (0, import_chunk_0722AEF2.isIp)(name) && isWithin(entry, name);
  const [, bare = entry, only] = /^([^:]+|\[[^\]]+\]):(\d+)$/.exec(entry) ?? [];
  if (only !== void 0 && Number(only) !== port) return false;
  const wanted = bare.replace(/^\[(.*)\]$/, "$1").replace(/^\*?\./, "");
  return name === wanted || !(0, import_chunk_0722AEF2.isIp)(name) && name.endsWith(`.${wanted}`);
}
function isWithin(prefix, address) {
  try {
    return (0, import_chunk_0722AEF2.prefixContains)((0, import_chunk_0722AEF2.parsePrefix)(prefix), (0, import_chunk_0722AEF2.parseIp)(address));
  } catch {
    return false;
  }
}
var DIRECT_TIMEOUT_MS = 3e4;
function meshOrDirect(node, env = {}) {
  return async (host, port) => {
    const bare = host.replace(/^\[(.*)\]$/, "$1");
    const address = (0, import_chunk_0722AEF2.isIp)(bare) ? (0, import_chunk_0722AEF2.parseIp)(bare) : await node.find(bare);
    const isOfMesh = address !== void 0 && node.hasRoute(address);
    if (isOfMesh) return node.dial((0, import_chunk_0722AEF2.formatIp)(address), port);
    const proxy = upstreamProxyFor(env, bare, port);
    return proxy ? dialByProxy(proxy, bare, port) : dialDirect(bare, port);
  };
}
function dialDirect(host, port) {
  const { promise, resolve: resolve2, reject } = Promise.withResolvers();
  const socket = (0, import_node_net.connect)({ host, port, allowHalfOpen: true, timeout: DIRECT_TIMEOUT_MS });
  socket.once("connect", () => {
    socket.setTimeout(0);
    resolve2(socket);
  });
  socket.once("timeout", () => socket.destroy(Object.assign(new Error("timed out"), { code: "ETIMEDOUT" })));
  socket.once("error", reject);
  return promise;
}
var ANY_LOCAL = "127.0.0.1:0";
var LOCAL_NAMES = "localhost,127.0.0.1,::1";
async function startSession(node, wishes, random) {
  const started = [];
  const close = () => {
    for (const each of started) each.close();
  };
  try {
    const lines = [];
    for (const text of wishes.forwards) {
      const rule = (0, import_chunk_8F5DD0292.parseForward)(text);
      const forward = await (0, import_chunk_8F5DD0292.startForward)(node, rule);
      started.push(forward);
      lines.push(`forward  ${forward.address} \u2192 ${(0, import_chunk_8F5DD0292.formatTarget)(rule)}`);
    }
    for (const text of wishes.exposes) {
      const rule = (0, import_chunk_8F5DD0292.parseExpose)(text);
      started.push(await (0, import_chunk_8F5DD0292.startExpose)(node, rule));
      lines.push(`expose   mesh port ${rule.meshPort} \u2192 ${(0, import_chunk_8F5DD0292.formatTarget)(rule)}`);
    }
    for (const text of wishes.udpForwards ?? []) {
      const { startForwardUdp } = await Promise.resolve().then(() => require("./forward-udp-037F8FD0.cjs").forward_udp_NDNP2N6Q);
      const rule = (0, import_chunk_8F5DD0292.parseForward)(text);
      const forward = await startForwardUdp(node, rule);
      started.push(forward);
      lines.push(`udp      ${forward.address} \u2192 ${(0, import_chunk_8F5DD0292.formatTarget)(rule)}`);
    }
    if (wishes.dns !== void 0) {
      const { startDnsServer } = await Promise.resolve().then(() => require("./server-E18145EA.cjs").server_FA5RVOHR);
      const server = await startDnsServer((name) => node.lookUp(name), parseListen(wishes.dns));
      started.push(server);
      lines.push(`dns      ${server.address}`);
    }
    const proxies = await startProxies(node, wishes, random, started);
    const control = await startControl(node, wishes, started);
    const environment = { ...proxies.environment, ...control.environment };
    return { lines: [...lines, ...proxies.lines, ...control.lines], environment, close };
  } catch (error) {
    close();
    throw error;
  }
}
function runCommand(command, options) {
  const [file, ...args] = command;
  const child = (0, (process.getBuiltinModule("node:child_process")).spawn)(file, args, { stdio: "inherit", env: { ...options.env }, cwd: options.cwd });
  const pass2 = () => void child.kill(signalOf(options.signal));
  options.signal.addEventListener("abort", pass2, { once: true });
  const { promise, resolve: resolve2, reject } = Promise.withResolvers();
  child.on("error", (cause) => reject(notRun(file, cause)));
  child.on("close", (code, signal) => resolve2(code ?? 128 + (signal ? (process.getBuiltinModule("node:os")).constants.signals[signal] : 0)));
  return promise.finally(() => options.signal.removeEventListener("abort", pass2));
}
function notRun(file, cause) {
  if (cause.code === "ENOENT") {
    return new import_cli3.SallyportError("COMMAND_NOT_FOUND", {
      message: `there is no program ${JSON.stringify(file)}`,
      help: "give a program and its arguments after --; a line for a shell goes by: -- sh -c LINE",
      cause
    });
  }
  return new import_cli3.SallyportError("COMMAND_NOT_EXECUTABLE", {
    message: `${JSON.stringify(file)} cannot be run: ${cause.message}`,
    help: "see that it is a program, not a folder, and that you may execute it (chmod +x)",
    cause
  });
}
async function startControl(node, wishes, started) {
  if (!wishes.control) return { lines: [], environment: {} };
  try {
    const socket = await (0, import_chunk_TAAIO5B4.startControlSocket)(
      meshOrDirect(node, wishes.env),
      () => reportOf(node),
      wishes.control.env
    );
    started.push(socket);
    return { lines: [], environment: { [import_chunk_TAAIO5B4.CONTROL_VARIABLE]: socket.address } };
  } catch (error) {
    return { lines: [`control  off: ${(0, import_cli3.messageOf)(error)}`], environment: {} };
  }
}
function reportOf(node) {
  return {
    version: 1,
    addresses: node.addresses.map(import_chunk_0722AEF2.formatIp),
    observed: node.observed,
    port: node.port,
    cipher: node.tier,
    relays: node.relays,
    peers: node.report()
  };
}
async function startProxies(node, wishes, random, started) {
  const credentials = wishes.proxyNeedsLogin ? (0, import_chunk_8F5DD029.createCredentials)(random) : void 0;
  const socks5 = wishes.socks5 ?? (wishes.hasCommand ? ANY_LOCAL : void 0);
  const http = wishes.httpProxy ?? (wishes.hasCommand ? ANY_LOCAL : void 0);
  const dial = meshOrDirect(node, wishes.env);
  const lines = [];
  let environment = {};
  if (socks5 !== void 0) {
    const { startSocks5 } = await Promise.resolve().then(() => require("./socks5-FMCQ2MPM.cjs").socks5_FMCQ2MPM);
    const proxy = await startSocks5(dial, (0, import_forward_udp_037F8FD0.udpFlows)(node, "direct"), { ...parseListen(socks5), credentials });
    started.push(proxy);
    const url = (0, import_chunk_8F5DD029.proxyUrl)("socks5h", proxy.address, credentials);
    environment = { ...environment, ...variables(["ALL_PROXY"], url) };
    lines.push(describeProxy(url, wishes.socks5 !== void 0, credentials));
  }
  if (http !== void 0) {
    const proxy = await (0, import_chunk_TAAIO5B4.startHttpProxy)(dial, { ...parseListen(http), credentials });
    started.push(proxy);
    const url = (0, import_chunk_8F5DD029.proxyUrl)("http", proxy.address, credentials);
    environment = { ...environment, ...variables(["HTTP_PROXY", "HTTPS_PROXY"], url), SALLYPORT_PROXY: url };
    if (wishes.hasCommand) environment = { ...environment, ...variables(["NO_PROXY"], LOCAL_NAMES) };
    lines.push(describeProxy(url, wishes.httpProxy !== void 0, credentials));
  }
  return { lines: lines.filter((line) => line !== ""), environment };
}
function describeProxy(url, wasAsked, credentials) {
  if (!wasAsked) return "";
  return credentials ? `proxy    ${url}` : `proxy    ${url}  (no credentials: every program of this machine reaches the mesh)`;
}
function variables(names, value) {
  return Object.fromEntries(
    names.flatMap((name) => [
      [name, value],
      [name.toLowerCase(), value]
    ])
  );
}
function parseListen(text) {
  const match = /^(?:\[([0-9a-f:.]+)\]|([^:[\]]+)):(\d{1,5})$/i.exec(text);
  const host = match?.[1] ?? match?.[2];
  if (host !== void 0 && Number(match?.[3]) <= 65535) return { host, port: Number(match?.[3]) };
  throw new import_cli3.SallyportError("USAGE", {
    message: `${JSON.stringify(text)} is no address to listen on`,
    help: "write it as 127.0.0.1:1080; port 0 takes any"
  });
}
function signalOf(signal) {
  return (0, import_cli.interruptionOf)(signal.reason)?.signal ?? "SIGTERM";
}
var FILE_FILTER = [{ kind: "any" }];
async function openWgQuickNode(config, options) {
  checkAddresses(config);
  const peers = await Promise.all(config.peers.map(resolvePeer));
  let lookUp;
  const node = await import_chunk_2YFZQ4YB.Node.open({
    lookUp: async (name) => await lookUp?.(name) ?? [],
    ...options,
    privateKey: config.privateKey,
    addresses: config.addresses,
    mtu: config.mtu ?? await (0, import_chunk_TAAIO5B4.mtuTowards)(peers.flatMap((peer) => peer.endpoints)),
    ...config.listenPort === void 0 ? {} : { listenPort: config.listenPort }
  });
  node.setPeers(peers);
  lookUp = await namesOf(node, config, options.random);
  return node;
}
async function namesOf(node, config, random) {
  const { dns: servers, searchDomains } = config;
  let ask;
  if (servers.length > 0) {
    const { createDnsClient } = await Promise.resolve().then(() => require("./client-KVPNK3PL.cjs").client_KVPNK3PL);
    ask = createDnsClient({ servers, searchDomains, random, open: (0, import_forward_udp_037F8FD0.udpFlows)(node, "direct") });
  }
  return async (name) => {
    const known = await ask?.(name) ?? [];
    return known.length > 0 ? known : await lookUpRouted(node, name);
  };
}
async function lookUpRouted(node, name) {
  const known = await (0, (process.getBuiltinModule("node:dns/promises")).lookup)(name, { all: true }).catch(() => []);
  const families = new Set(node.addresses.map(({ family }) => family));
  return known.map(({ address }) => (0, import_chunk_0722AEF2.parseIp)(address.split("%")[0])).filter((each) => families.has(each.family) && node.hasRoute(each));
}
async function openWgQuickDevice(kind, config, options) {
  checkAddresses(config);
  const { privateKey: privateKey2, addresses, mtu, listenPort, dns, searchDomains, hasRoutes } = config;
  const peers = await Promise.all(config.peers.map(resolvePeer));
  const { open: open2 } = kind === "tun" ? (await Promise.resolve().then(() => require("./tun-node-IWLUG4E5.cjs").tun_node_IWLUG4E5)).TunNode : (await Promise.resolve().then(() => require("./kernel-node-110890E5.cjs").kernel_node_WW6OAOWJ)).KernelNode;
  return open2({
    privateKey: privateKey2,
    addresses,
    dns,
    searchDomains,
    peers,
    hasRoutes,
    mtu: mtu ?? await (0, import_chunk_TAAIO5B4.mtuTowards)(peers.flatMap((peer) => peer.endpoints)),
    ...listenPort === void 0 ? {} : { listenPort },
    ...options
  });
}
function checkAddresses(config) {
  if (config.addresses.length > 0) return;
  throw new import_cli3.SallyportError("CONFIG_INVALID", {
    message: "the file gives this node no Address",
    help: "add Address = 10.0.0.2/32 to [Interface], as the peer expects it"
  });
}
async function resolvePeer(peer) {
  return {
    publicKey: peer.publicKey,
    ...peer.presharedKey ? { presharedKey: peer.presharedKey } : {},
    endpoints: peer.endpoint ? [await resolveEndpoint(peer.endpoint)] : [],
    allowedIps: peer.allowedIps,
    filter: FILE_FILTER,
    ...peer.persistentKeepaliveSeconds ? { persistentKeepaliveSeconds: peer.persistentKeepaliveSeconds } : {},
    paths: "plain"
  };
}
async function resolveEndpoint(endpoint) {
  if ((0, import_chunk_0722AEF2.isIp)(endpoint.host)) return { address: (0, import_chunk_0722AEF2.parseIp)(endpoint.host), port: endpoint.port };
  try {
    const { address } = await (0, (process.getBuiltinModule("node:dns/promises")).lookup)(endpoint.host);
    return { address: (0, import_chunk_0722AEF2.parseIp)(address), port: endpoint.port };
  } catch (cause) {
    throw new import_cli3.SallyportError("TUNNEL_UNREACHABLE", {
      message: `the endpoint ${JSON.stringify(endpoint.host)} has no address`,
      help: "check the name, or write an address",
      cause
    });
  }
}
var KEYS = {
  Interface: [
    "PrivateKey",
    "ListenPort",
    "FwMark",
    "Address",
    "DNS",
    "MTU",
    "Table",
    "PreUp",
    "PostUp",
    "PreDown",
    "PostDown",
    "SaveConfig"
  ],
  Peer: ["PublicKey", "PresharedKey", "AllowedIPs", "Endpoint", "PersistentKeepalive"]
};
var REPEATABLE = /* @__PURE__ */ new Set(["Address", "DNS", "AllowedIPs", "PreUp", "PostUp", "PreDown", "PostDown"]);
var MAX_WG_QUICK_BYTES = 1 << 20;
function parseWgQuick(text, file) {
  if (Buffer.byteLength(text) > MAX_WG_QUICK_BYTES) {
    throw new import_cli3.SallyportError("LIMIT_EXCEEDED", {
      message: `${file} is larger than ${MAX_WG_QUICK_BYTES} bytes`
    });
  }
  const sections = readSections(text, file);
  const [own, ...more] = sections.filter((section) => section.name === "Interface");
  if (!own)
    throw invalid(
      file,
      1,
      "there is no [Interface] section",
      "begin with [Interface], PrivateKey and Address"
    );
  if (more[0]) throw invalid(file, more[0].line, "a second [Interface] section");
  refuseWhatIsNotDone(own);
  const privateLine = single(own, "PrivateKey") ?? missing(own, file, "PrivateKey");
  const dns = list(own, "DNS");
  const peers = sections.filter((section) => section.name === "Peer").map((section) => readPeer(section, file));
  refuseTwins(peers, sections, file);
  const addresses = list(own, "Address").map(readPrefix);
  return {
    privateKey: (0, import_chunk_8C92F723.privateKey)(readKey(privateLine)),
    addresses,
    ...optional("listenPort", readInteger(single(own, "ListenPort"), 0, 65535)),
    ...optional("mtu", readMtu(single(own, "MTU"), addresses)),
    dns: dns.filter((line) => (0, import_chunk_0722AEF2.isIp)(line.value)).map((line) => (0, import_chunk_0722AEF2.parseIp)(line.value)),
    searchDomains: dns.filter((line) => !(0, import_chunk_0722AEF2.isIp)(line.value)).map(readDomain),
    hasRoutes: single(own, "Table")?.value.toLowerCase() !== "off",
    peers
  };
}
function readSections(text, file) {
  const sections = [];
  for (const [index, raw] of text.split(/\r?\n/).entries()) {
    const number = index + 1;
    const line = raw.replace(/#.*$/, "").trim();
    if (line === "") continue;
    const header = /^\[(.*)\]$/.exec(line)?.[1]?.trim().toLowerCase();
    if (header !== void 0) sections.push(openSection(header, line, file, number));
    else readEntry(sections.at(-1), line, file, number);
  }
  return sections;
}
function openSection(header, line, file, number) {
  if (header === "interface") return { name: "Interface", line: number, entries: /* @__PURE__ */ new Map() };
  if (header === "peer") return { name: "Peer", line: number, entries: /* @__PURE__ */ new Map() };
  throw invalid(file, number, `the section ${quote(line)} is not known`, "there are [Interface] and [Peer]");
}
function readEntry(section, line, file, number) {
  const equals = line.indexOf("=");
  if (equals < 0) throw invalid(file, number, 'a line without "="', "write it as Key = value");
  if (!section) throw invalid(file, number, "a key before the first section", "begin with [Interface]");
  const written = line.slice(0, equals).trim();
  const known = KEYS[section.name].find((key) => key.toLowerCase() === written.toLowerCase());
  if (!known) throw unknownKey(section, written, file, number);
  const lines = section.entries.get(known) ?? [];
  if (lines.length > 0 && !REPEATABLE.has(known))
    throw invalid(file, number, `${known} stands twice in one section`);
  lines.push({ file, number, key: known, value: line.slice(equals + 1).trim() });
  section.entries.set(known, lines);
}
function unknownKey(section, written, file, number) {
  const other = section.name === "Peer" ? "Interface" : "Peer";
  const near = (0, import_cli2.nearest)(written, KEYS[section.name]);
  const elsewhere = KEYS[other].find((key) => key.toLowerCase() === written.toLowerCase());
  const help = near ? `did you mean ${near}?` : elsewhere ? `${elsewhere} belongs to [${other}]` : void 0;
  return invalid(file, number, `the key ${quote(written)} is not one of [${section.name}]`, help);
}
function refuseWhatIsNotDone(section) {
  for (const key of ["PreUp", "PostUp", "PreDown", "PostDown"]) {
    const line = section.entries.get(key)?.[0];
    if (line) throw refused2(line, "commands of the file are not run", `remove ${key}, or use wg-quick`);
  }
  const table = single(section, "Table");
  if (table && !/^(auto|off)$/i.test(table.value)) {
    throw refused2(table, "routes are set in the main table, or not at all", "write Table = auto or off");
  }
  const mark = single(section, "FwMark");
  if (mark && !/^(off|0|0x0+)$/i.test(mark.value)) {
    throw refused2(mark, "packets are not marked", "remove it, or write FwMark = off");
  }
  const save = single(section, "SaveConfig");
  if (save && save.value !== "false") {
    throw refused2(save, "the file is never written", "remove it, or write SaveConfig = false");
  }
}
function readPeer(section, file) {
  const keyLine = single(section, "PublicKey") ?? missing(section, file, "PublicKey");
  const pskLine = single(section, "PresharedKey");
  const endpointLine = single(section, "Endpoint");
  const keepalive = single(section, "PersistentKeepalive");
  const seconds = keepalive?.value.toLowerCase() === "off" ? 0 : readInteger(keepalive, 0, 65535);
  return {
    publicKey: (0, import_chunk_8C92F723.publicKey)(readKey(keyLine)),
    ...pskLine ? { presharedKey: (0, import_chunk_8C92F723.presharedKey)(readKey(pskLine)) } : {},
    allowedIps: list(section, "AllowedIPs").map(readAllowedIp),
    ...endpointLine ? { endpoint: readEndpoint(endpointLine) } : {},
    ...optional("persistentKeepaliveSeconds", seconds)
  };
}
function refuseTwins(peers, sections, file) {
  const seen = /* @__PURE__ */ new Set();
  const lines = sections.filter((section) => section.name === "Peer").map((section) => section.line);
  for (const [index, peer] of peers.entries()) {
    const key = peer.publicKey.join();
    if (seen.has(key)) throw invalid(file, lines[index], "a second [Peer] section with the same PublicKey");
    seen.add(key);
  }
}
function readEndpoint(line) {
  const match = /^(?:\[([0-9a-fA-F:.]+)\]|([^\s:[\]]+)):(\d{1,5})$/.exec(line.value);
  const host = match?.[1] ?? match?.[2];
  const port = Number(match?.[3]);
  const bracketed = match?.[1] === void 0 || (0, import_chunk_0722AEF2.isIp)(match[1]);
  if (host === void 0 || !bracketed || port === 0 || port > 65535) {
    throw refused2(line, "this is no endpoint", "write it as host:51820 or [2001:db8::1]:51820");
  }
  return { host, port };
}
function readPrefix(line) {
  try {
    return (0, import_chunk_0722AEF2.parsePrefix)(line.value);
  } catch (cause) {
    throw refused2(line, "this is no address with a prefix length", "write it as 10.0.0.2/32", cause);
  }
}
function readAllowedIp(line) {
  if (line.value.startsWith("-")) throw refused2(line, "there is nothing to take it from", "leave it out");
  return readPrefix(line.value.startsWith("+") ? { ...line, value: line.value.slice(1) } : line);
}
function readDomain(line) {
  if (/^(?=.{1,253}$)([a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?)(\.[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?)*\.?$/i.test(
    line.value
  )) {
    return line.value.toLowerCase().replace(/\.$/, "");
  }
  throw refused2(line, "this is neither an address nor a search domain");
}
function readKey(line) {
  try {
    return (0, import_chunk_8C92F723.parseKeyText)(line.value, line.key);
  } catch (cause) {
    throw invalid(
      line.file,
      line.number,
      `${line.key} is not a WireGuard key`,
      "44 characters of base64",
      cause
    );
  }
}
function readInteger(line, least, most) {
  if (!line) return void 0;
  const value = Number(line.value);
  if (/^\d{1,6}$/.test(line.value) && value >= least && value <= most) return value;
  throw refused2(line, `this is no number from ${least} to ${most}`);
}
function readMtu(line, addresses) {
  const mtu = readInteger(line, import_chunk_2YFZQ4YB.LEAST_MTU[4], 65535);
  const hasIpv6 = addresses.some(({ address }) => address.family === 6);
  if (!line || mtu === void 0 || mtu >= import_chunk_2YFZQ4YB.LEAST_MTU[6] || !hasIpv6) return mtu;
  throw refused2(line, `the IPv6 Address needs at least ${import_chunk_2YFZQ4YB.LEAST_MTU[6]}`);
}
function single(section, key) {
  return section.entries.get(key)?.[0];
}
function list(section, key) {
  return (section.entries.get(key) ?? []).flatMap(
    (line) => line.value === "" ? [] : line.value.split(",").map((value) => ({ ...line, value: value.trim() }))
  );
}
function missing(section, file, key) {
  throw invalid(file, section.line, `[${section.name}] has no ${key}`);
}
function optional(key, value) {
  return value === void 0 ? {} : { [key]: value };
}
function refused2(line, why, help, cause) {
  return invalid(line.file, line.number, `${line.key} = ${quote(line.value)}: ${why}`, help, cause);
}
function invalid(file, line, message, help, cause) {
  return new import_cli3.SallyportError("CONFIG_INVALID", {
    message,
    place: { file, line },
    ...help === void 0 ? {} : { help },
    ...cause === void 0 ? {} : { cause }
  });
}
function quote(text) {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}\u2026` : text);
}
async function readWgConfig({ ports }, file) {
  const path = (0, import_node_path.resolve)(ports.cwd, file);
  try {
    const found = (0, import_node_fs.statSync)(path);
    if (isOpenToAll(found)) {
      ports.stderr(`warning: ${file} holds a private key, and everybody may read it: chmod 600 ${file}
`);
    }
    return parseWgQuick(found.isFile() ? readFileStart(path) : await readPipe(path), file);
  } catch (cause) {
    if (cause instanceof import_cli3.SallyportError) throw cause;
    throw new import_cli3.SallyportError("FILE_UNREADABLE", { message: `${file}: ${(0, import_cli3.messageOf)(cause)}`, cause });
  }
}
function isOpenToAll(found) {
  return process.platform !== "win32" && found.isFile() && (found.mode & 4) !== 0;
}
function readFileStart(path) {
  const bytes = Buffer.alloc(MAX_WG_QUICK_BYTES + 1);
  const descriptor = (0, import_node_fs.openSync)(path, "r");
  try {
    let size = 0;
    for (let read2 = -1; read2 !== 0 && size < bytes.length; size += read2) {
      read2 = (0, import_node_fs.readSync)(descriptor, bytes, size, bytes.length - size, null);
    }
    return bytes.toString("utf8", 0, size);
  } finally {
    (0, import_node_fs.closeSync)(descriptor);
  }
}
async function readPipe(path) {
  const handle = await (0, (process.getBuiltinModule("node:fs/promises")).open)(path, "r");
  try {
    const pieces = [];
    for await (const piece of handle.createReadStream({ end: MAX_WG_QUICK_BYTES, autoClose: false })) {
      pieces.push(piece);
    }
    return Buffer.concat(pieces).toString("utf8");
  } finally {
    await handle.close();
  }
}
var DEFAULT_TIMEOUT_MS = 3e4;
var connect2 = {
  name: "connect",
  summary: "Join a mesh, or the network of a wg-quick file, with or without privileges.",
  details: "By default with your session (sallyport login): a node of your own, which reaches what the access rules and the\nagents let you; it ends with the session. With --application a workload joins by the identity of its job.\nPrints one line when a peer answered through the tunnel, and why when none did. Stays until it is interrupted; with a command, until that ends: it is run with the proxy variables set, and its exit code is ours.",
  options: [
    "wg-config",
    "coordinator",
    "root",
    "ca",
    "application",
    "environment",
    "approval",
    "session",
    "person-key",
    "name",
    "relay-only",
    "port-mapping",
    "forward",
    "forward-udp",
    "expose",
    "dns",
    "socks5",
    "http-proxy",
    "proxy-auth",
    "connect-timeout",
    "data-plane",
    "tier",
    "cipher-tier",
    "verbose"
  ],
  examples: [
    "sallyport connect --forward 2222:web-1:22",
    "sallyport connect --wg-config wg0.conf --forward 8080:10.0.0.1:80",
    "sallyport connect --wg-config wg0.conf -- curl http://10.0.0.1/",
    "sallyport connect --coordinator https://coordinator.example:8440 --root sallyport-root-public-v1:\u2026 --application shop --environment production --approval shop.approval.json --socks5 127.0.0.1:1080"
  ],
  takesCommand: true,
  run
};
async function run(call) {
  const { signal } = call.ports;
  const { coordinator, application, "wg-config": file } = call.options;
  if (call.options["port-mapping"] && call.options["relay-only"]) {
    throw new import_cli3.SallyportError("USAGE", {
      message: "--port-mapping opens a port for UDP, which --relay-only forbids",
      help: "give one of them"
    });
  }
  if (file === void 0 && application === void 0) {
    const { findOwnSession, joinAsPerson, reachOpened } = await Promise.resolve().then(() => require("./connect-person-GEF3PRGS.cjs").connect_person_GEF3PRGS);
    const kept = await findOwnSession(call);
    if (kept) {
      const mesh2 = await unlessInterrupted(signal, joinAsPerson(call, kept));
      return use(call, signal, { ...joinedBy(mesh2), reach: () => reachOpened(mesh2) });
    }
  }
  if (coordinator === void 0) {
    const { node, refusals } = await openFileNode(call);
    const reach = async () => [[await waitForPeer(node, call), ...refusals].join("; ")];
    return use(call, signal, { node, reach, leave: () => node.close() });
  }
  if (file !== void 0) {
    throw new import_cli3.SallyportError("USAGE", {
      message: "--coordinator and --wg-config name two networks",
      help: "give one of them"
    });
  }
  const { joinByCoordinator, reachAgents } = await Promise.resolve().then(() => require("./connect-mesh-NMNNLPDF.cjs").connect_mesh_NMNNLPDF);
  const mesh = await unlessInterrupted(signal, joinByCoordinator(call));
  return use(call, signal, { ...joinedBy(mesh), reach: () => reachAgents(mesh) });
}
function unlessInterrupted(signal, joining) {
  const leave = async () => {
    const mesh = await joining;
    if (signal.aborted) await mesh.leave();
  };
  return (0, import_cli.unlessAborted)(signal, joining).catch((error) => {
    void leave().catch(() => {
    });
    throw error;
  });
}
function joinedBy(mesh) {
  return { node: mesh.node, ended: mesh.ended, leave: () => mesh.leave() };
}
async function use(call, signal, { node, reach, leave, ended }) {
  const { options, ports } = call;
  let session;
  const begun = options.expose?.length ? void 0 : reach();
  begun?.catch(() => {
  });
  try {
    session = await startSession(
      node,
      {
        forwards: options.forward ?? [],
        exposes: options.expose ?? [],
        udpForwards: options["forward-udp"] ?? [],
        ...options.dns === void 0 ? {} : { dns: options.dns },
        control: { env: ports.env },
        env: ports.env,
        ...options.socks5 === void 0 ? {} : { socks5: options.socks5 },
        ...options["http-proxy"] === void 0 ? {} : { httpProxy: options["http-proxy"] },
        proxyNeedsLogin: readProxyAuth(options["proxy-auth"]),
        hasCommand: call.command.length > 0
      },
      ports.random
    );
    const answered = await (0, import_cli.unlessAborted)(signal, begun ?? reach());
    for (const line of [...answered, ...session.lines]) ports.stderr(`${line}
`);
    return await stay(call, signal, session, ended);
  } finally {
    session?.close();
    await leave();
  }
}
async function openFileNode(call, plane) {
  const { options, ports } = call;
  const file = options["wg-config"];
  if (file === void 0) {
    throw new import_cli3.SallyportError("USAGE", {
      message: "nothing says which network to join",
      help: "log in (sallyport login), or give --coordinator URL with --application, or --wg-config FILE, a file as wg-quick takes it"
    });
  }
  const config = await readWgConfig(call, file);
  const tier = options.tier === void 0 ? void 0 : (0, import_chunk_2ZL3UNZA.readWholeTier)(options.tier);
  const portMapping = options["port-mapping"] === true;
  const needsProcess = opensWays(call) || tier?.isNative === false || portMapping;
  const choice = (0, import_chunk_TAAIO5B4.chooseDataPlane)(plane ?? options["data-plane"], needsProcess);
  ports.diagnostics.log("debug", "data plane chosen", { kind: choice.kind, reason: choice.reason });
  if (tier?.isNative === false && choice.kind === "tun") {
    throw new import_cli3.SallyportError("USAGE", {
      message: `--tier ${options.tier} calls no native code, and a TUN device can be had by ioctl(2) only`,
      help: "take --data-plane userspace"
    });
  }
  const cipher = options["cipher-tier"] ?? tier?.ciphers;
  const shared = {
    ...cipher === void 0 ? {} : { aead: cipher },
    ...tier === void 0 ? {} : { isNative: tier.isNative },
    onEvent: (0, import_chunk_2YFZQ4YB.tellDiagnostics)(ports.diagnostics)
  };
  return (0, import_chunk_TAAIO5B4.openChosen)(
    choice,
    (kind) => kind === "userspace" ? openWgQuickNode(config, { clock: ports.clock, random: ports.random, portMapping, ...shared }) : openWgQuickDevice(kind, config, shared)
  );
}
function opensWays({ options, command }) {
  const lists = [options.forward, options["forward-udp"], options.expose];
  const ways = [options.dns, options.socks5, options["http-proxy"]];
  return command.length > 0 || lists.some((list2) => list2?.length) || ways.some((way) => way !== void 0);
}
async function waitForPeer(node, call) {
  const timeoutMs = call.options["connect-timeout"] ?? DEFAULT_TIMEOUT_MS;
  const peers = node.report();
  if (peers.length === 0)
    throw new import_cli3.SallyportError("CONFIG_INVALID", { message: "the file has no [Peer] section" });
  const callable = peers.filter((peer) => peer.remote !== void 0);
  if (callable.length === 0)
    return `listening on UDP ${node.port} for ${peers.length} peer(s) without Endpoint, ${node.description}`;
  const attempts = callable.map(async (peer) => ({
    id: peer.id,
    roundTripMs: await node.connect(peer.id, timeoutMs)
  }));
  const first = await Promise.any(attempts).catch((cause) => {
    throw cause.errors[0];
  });
  return describe(node, first.id, first.roundTripMs);
}
function describe(node, id, roundTripMs) {
  const remote = node.report().find((peer) => peer.id === id)?.remote ?? "its own call";
  const took = roundTripMs === void 0 ? "" : `, round trip ${roundTripMs.toFixed(1)} ms`;
  return `connected to ${id} by ${remote}${took}, ${node.description}`;
}
async function stay({ command, ports }, signal, session, ended) {
  const [program, ...rest] = command;
  if (program !== void 0) {
    const env = { ...ports.env, ...session.environment };
    return {
      commandCode: await runCommand([program, ...rest], { env, cwd: ports.cwd, signal })
    };
  }
  if (signal.aborted) return import_cli3.EXIT.ok;
  const interrupted = (0, import_node_events.once)(signal, "abort").then(() => void 0);
  const end = await Promise.race([interrupted, ...ended ? [ended] : []]);
  if (end === void 0) return import_cli3.EXIT.ok;
  throw new import_cli3.SallyportError("REQUEST_REFUSED", {
    message: `the coordinator ended this node: ${end}`,
    help: "where your session has ended: sallyport login"
  });
}
function readProxyAuth(mode) {
  if (mode === void 0 || mode === "session") return true;
  if (mode === "none") return false;
  throw new import_cli3.SallyportError("USAGE", {
    message: `--proxy-auth ${JSON.stringify(mode)} is not known`,
    help: "choose session or none"
  });
}
var nc = {
  name: "nc",
  summary: "Pass standard input and output to a port in the mesh.",
  details: 'Uses the session of "sallyport connect" that runs on this machine (its own, where it is the command of one); with --wg-config a mesh is joined for this connection alone.',
  positionals: [
    { name: "HOST", doc: "An address or name of the mesh." },
    { name: "PORT", doc: "A TCP port." }
  ],
  options: ["wg-config", "connect-timeout", "tier", "cipher-tier"],
  examples: [
    "sallyport connect --wg-config wg0.conf -- ssh -o ProxyCommand='sallyport nc %h %p' user@10.0.0.1",
    "sallyport nc 10.0.0.1 22 --wg-config wg0.conf"
  ],
  run: run2
};
async function run2(call) {
  const [hostText = "", portText = ""] = call.positionals;
  const host = hostText.replace(/^\[(.*)\]$/, "$1");
  const port = readPort(portText);
  const { env } = call.ports;
  const session = call.options["wg-config"] === void 0 ? await dialBySession(env, host, port) : void 0;
  if (session) {
    await pass(call, session);
    return import_cli9.EXIT.ok;
  }
  if (call.options["wg-config"] === void 0) {
    throw new import_cli9.SallyportError("USAGE", {
      message: 'no session of "sallyport connect" runs here',
      help: "start one, or give --wg-config FILE, a file as wg-quick takes it"
    });
  }
  const { node } = await openFileNode(call, "userspace");
  try {
    await pass(
      call,
      await node.dial(host, port, call.options["connect-timeout"] ?? 3e4).catch(unreachable)
    );
    return import_cli9.EXIT.ok;
  } finally {
    await node.close();
  }
}
async function pass(call, stream) {
  const out = new import_node_stream.Writable({
    write(chunk, _encoding, done) {
      process.stdout.write(chunk, done);
    }
  });
  const bothWays = [(0, (process.getBuiltinModule("node:stream/promises")).pipeline)(call.ports.stdin, stream, { end: true }), (0, (process.getBuiltinModule("node:stream/promises")).pipeline)(stream, out)];
  await Promise.all(bothWays).catch(unreachable);
}
async function dialBySession(env, host, port) {
  const socket = await (0, import_chunk_TAAIO5B42.findControlSocket)(env);
  if (socket !== void 0) return (0, import_chunk_TAAIO5B42.dialByControl)(socket, host, port).catch(unreachable);
  const proxy = env["SALLYPORT_PROXY"];
  return proxy === void 0 ? void 0 : dialByProxy2(proxy, host, port);
}
function dialByProxy2(proxy, host, port) {
  const url = new URL(proxy);
  const { promise, resolve: resolve2, reject } = Promise.withResolvers();
  const login = Buffer.from(`${url.username}:${url.password}`).toString("base64");
  const target = (0, import_chunk_8F5DD0294.formatTarget)({ host, port });
  const [proxyHost, proxyPort] = [url.hostname.replace(/^\[(.*)\]$/, "$1"), Number(url.port)];
  const connecting = (0, (process.getBuiltinModule("node:http")).request)({
    createConnection: () => (0, import_node_net2.connect)({ host: proxyHost, port: proxyPort, allowHalfOpen: true }),
    method: "CONNECT",
    path: target,
    headers: { "proxy-authorization": `Basic ${login}` }
  });
  connecting.once("connect", (response, socket, head) => {
    if (response.statusCode !== 200) {
      socket.destroy();
      return reject(new Error(`${target}: ${response.statusMessage}`));
    }
    if (head.length > 0) socket.unshift(head);
    resolve2(socket);
  });
  connecting.once("error", reject);
  connecting.end();
  return promise.catch(unreachable);
}
function unreachable(cause) {
  if (cause instanceof import_cli9.SallyportError) throw cause;
  throw new import_cli9.SallyportError("TUNNEL_UNREACHABLE", { message: (0, import_cli9.messageOf)(cause), cause });
}
function readPort(text) {
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port > 0 && port <= 65535) return port;
  throw new import_cli9.SallyportError("USAGE", {
    message: `${JSON.stringify(text)} is no port`,
    help: "a number from 1 to 65535"
  });
}
var connect_IHHVHN6Q_exports = {};
__export2(connect_IHHVHN6Q_exports, {
  connect: () => connect2,
  openFileNode: () => openFileNode
});
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  chunk_L3A2A7NX,
  connect_IHHVHN6Q,
  nc_IMQ3LZ2Y
});
