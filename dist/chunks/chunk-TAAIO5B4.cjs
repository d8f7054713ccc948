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
  chunk_TAAIO5B4: () => chunk_TAAIO5B4_exports
});
module.exports = stdin_exports;
var import_chunk_8C92F723 = require("./chunk-8C92F723.cjs").chunk_DB7LFUPW;
var import_chunk_8C92F7232 = require("./chunk-8C92F723.cjs").chunk_CBR347CW;
var import_chunk_8F5DD029 = require("./chunk-8F5DD029.cjs").chunk_7V4PSXLH;
var import_chunk_8F5DD0292 = require("./chunk-8F5DD029.cjs").chunk_XNJ7RVPM;
var import_chunk_0722AEF2 = require("./chunk-0722AEF2.cjs").chunk_HQJHKSVR;
var import_cli = require("../cli.cjs").chunk_TO5RH7DJ;

var import_node_fs = process.getBuiltinModule("node:fs");
var import_node_events = process.getBuiltinModule("node:events");
var import_node_fs2 = process.getBuiltinModule("node:fs");


var import_node_net = process.getBuiltinModule("node:net");

var import_node_path = process.getBuiltinModule("node:path");

var import_node_net2 = process.getBuiltinModule("node:net");


var import_node_fs3 = process.getBuiltinModule("node:fs");

var __defProp2 = Object.defineProperty;
var __export2 = (target, all) => {
  for (var name in all)
    __defProp2(target, name, { get: all[name], enumerable: true });
};
var chunk_TAAIO5B4_exports = {};
__export2(chunk_TAAIO5B4_exports, {
  CONTROL_VARIABLE: () => CONTROL_VARIABLE,
  askReport: () => askReport,
  chooseDataPlane: () => chooseDataPlane,
  dialByControl: () => dialByControl,
  findControlSocket: () => findControlSocket,
  listDataPlanes: () => listDataPlanes,
  mtuTowards: () => mtuTowards,
  narrowestLink: () => narrowestLink,
  openChosen: () => openChosen,
  startControlSocket: () => startControlSocket,
  startHttpProxy: () => startHttpProxy,
  tunnelMtu: () => tunnelMtu
});
var DATA_PLANES = ["userspace", "tun", "kernel"];
function listDataPlanes(machine = thisMachine()) {
  return DATA_PLANES.map((kind) => {
    const why = kind === "userspace" ? void 0 : kind === "tun" ? whyNoTun(machine) : whyNoKernel(machine);
    return why === void 0 ? { kind, works: true } : { kind, works: false, why };
  });
}
function chooseDataPlane(forced, opensWays, list = listDataPlanes) {
  if (forced !== void 0 && forced !== "auto")
    return { kind: checkForced(forced, list()), reason: "as asked for", fallbacks: [] };
  if (opensWays) return { kind: "userspace", reason: "what was asked for needs no device", fallbacks: [] };
  const planes = list();
  const working = planes.filter((plane) => plane.works).map((plane) => plane.kind);
  const lacking = planes.filter((plane) => !plane.works).map((plane) => `${plane.kind}: ${plane.why}`);
  const [kind = "userspace", ...fallbacks] = working.reverse();
  return { kind, reason: lacking.join("; ") || "the quickest here", fallbacks };
}
async function openChosen({ kind, fallbacks }, open) {
  const refusals = [];
  for (const [index, each] of [kind, ...fallbacks].entries()) {
    try {
      return { node: await open(each), refusals };
    } catch (error) {
      const isRefused = error instanceof import_cli.SallyportError && error.code === "DATA_PLANE_UNAVAILABLE";
      if (!isRefused || index === fallbacks.length) throw error;
      refusals.push((0, import_cli.messageOf)(error));
    }
  }
  throw new Error("no data plane was left to try");
}
function checkForced(forced, planes) {
  const plane = planes.find((each) => each.kind === forced);
  if (!plane) {
    throw new import_cli.SallyportError("USAGE", {
      message: `--data-plane ${JSON.stringify(forced)} is not known`,
      help: `choose auto, ${DATA_PLANES.join(", ")}`
    });
  }
  if (plane.works) return plane.kind;
  throw new import_cli.SallyportError("DATA_PLANE_UNAVAILABLE", {
    message: `the ${forced} data plane cannot be had here: ${plane.why}`,
    help: "--data-plane userspace works everywhere"
  });
}
function whyNoTun(machine) {
  if (!machine.isLinux) return "this is no Linux";
  if (!machine.isRoot) return "it needs root";
  if (!machine.hasTunDevice) return "there is no /dev/net/tun";
  if (machine.whyNoNative !== void 0)
    return `a device can be had by ioctl(2) only, and ${machine.whyNoNative}`;
  return machine.hasProgram("ip") ? void 0 : "there is no program ip";
}
function whyNoKernel(machine) {
  if (!machine.isLinux) return "this is no Linux";
  if (!machine.isRoot) return "it needs root";
  for (const program of ["ip", "wg"]) {
    if (!machine.hasProgram(program)) return `there is no program ${program}`;
  }
  return machine.hasKernelModule() ? void 0 : "the kernel has no module wireguard";
}
function thisMachine() {
  const native = (0, import_chunk_8C92F723.loadKoffi)();
  const runs = (command) => (0, (process.getBuiltinModule("node:child_process")).spawnSync)("sh", ["-c", command], { stdio: "ignore" }).status === 0;
  return {
    isLinux: process.platform === "linux",
    isRoot: process.getuid?.() === 0,
    hasTunDevice: (0, import_node_fs.existsSync)("/dev/net/tun"),
    whyNoNative: native.kind === "absent" ? native.why : void 0,
    hasProgram: (name) => runs(`command -v ${name}`),
    hasKernelModule: () => (0, import_node_fs.existsSync)("/sys/module/wireguard") || runs("modprobe wireguard")
  };
}
var HOP_BY_HOP = [
  "connection",
  "keep-alive",
  "proxy-authenticate",
  "proxy-authorization",
  "proxy-connection",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade"
];
var PSEUDONYM = "1.1 sallyport";
function readAbsoluteTarget({ method, url = "" }, protocols) {
  const parsed = URL.parse(url);
  const rest = /^[a-z]+:\/\/[^/?#]*([^#]*)/i.exec(url)?.[1];
  if (!parsed || rest === void 0 || !protocols.includes(parsed.protocol)) return void 0;
  const root = method === "OPTIONS" && rest === "" ? "*" : `/${rest}`;
  const path = rest.startsWith("/") ? rest : root;
  return { host: parsed.hostname, port: Number(parsed.port || 80), authority: parsed.host, path };
}
function readAuthority(text) {
  const match = /^(\[[0-9a-f:.]+\]|[^:[\]]+):(\d{1,5})$/i.exec(text);
  const port = Number(match?.[2]);
  return match?.[1] !== void 0 && port > 0 && port <= 65535 ? { host: match[1], port } : void 0;
}
function hasBody({ headers }) {
  return headers["transfer-encoding"] !== void 0 || (headers["content-length"] ?? "0") !== "0";
}
function endToEnd(message) {
  const named = (message.headers.connection ?? "").toLowerCase().split(/\s*,\s*/);
  const dropped = /* @__PURE__ */ new Set([...HOP_BY_HOP, ...named]);
  const kept = Object.entries(message.headers).filter(([name]) => !dropped.has(name));
  const via = message.headers.via;
  return { ...Object.fromEntries(kept), via: via === void 0 ? PSEUDONYM : `${via}, ${PSEUDONYM}` };
}
function headOf(answered, connection, upgrade) {
  const headers = { ...endToEnd(answered), connection, ...upgrade === void 0 ? {} : { upgrade } };
  const lines = Object.entries(headers).flatMap(
    ([name, value]) => [value ?? []].flat().map((each) => `${name}: ${each}\r
`)
  );
  return `HTTP/1.1 ${answered.statusCode} ${answered.statusMessage}\r
${lines.join("")}\r
`;
}
var LIMITS = {
  maxHeaderSize: 64 * 1024,
  // An upload may last for hours; only the head of a request has its time.
  requestTimeout: 0,
  headersTimeout: 6e4
};
async function startHttpProxy(dial, options) {
  const server = createProxyServer(dial, options.credentials);
  await (0, import_chunk_8F5DD0292.listenLocal)(server, options.host, options.port);
  return (0, import_chunk_8F5DD0292.running)(server, options.host);
}
function createProxyServer(dial, credentials) {
  const take = (incoming, response) => {
    const refusal = refuse(incoming, credentials);
    if (refusal) (0, import_chunk_8F5DD029.refuseRequest)(response, refusal);
    else passRequest(dial, incoming, response);
  };
  const server = (0, (process.getBuiltinModule("node:http")).createServer)({ ...LIMITS, shouldUpgradeCallback: (incoming) => !hasBody(incoming) }, take);
  server.on("checkContinue", take);
  server.on("connect", (incoming, socket, head) => {
    const refusal = refuse(incoming, credentials);
    if (refusal) (0, import_chunk_8F5DD029.refuseConnection)(socket, refusal);
    else openTunnel(dial, incoming.url ?? "", socket, head);
  });
  server.on("upgrade", (incoming, socket, head) => {
    const refusal = refuse(incoming, credentials);
    if (refusal) (0, import_chunk_8F5DD029.refuseConnection)(socket, refusal);
    else passUpgrade(dial, incoming, socket, head);
  });
  return server;
}
function refuse(incoming, credentials) {
  if (incoming.headers.origin !== void 0) return { status: 403, reason: "Browser origins are refused" };
  if (!credentials || isAuthorised(incoming.headers["proxy-authorization"], credentials)) return void 0;
  const header = 'Proxy-Authenticate: Basic realm="sallyport"\r\n';
  return { status: 407, reason: "Proxy Authentication Required", header };
}
function isAuthorised(header, credentials) {
  const encoded = /^basic ([a-z0-9+/=]+)$/i.exec(header ?? "")?.[1];
  if (encoded === void 0) return false;
  const [user = "", ...rest] = Buffer.from(encoded, "base64").toString().split(":");
  return (0, import_chunk_8F5DD029.matchesCredentials)(credentials, user, rest.join(":"));
}
function openTunnel(dial, authority, socket, head) {
  socket.on("error", () => socket.destroy());
  const target = readAuthority(authority);
  if (!target) {
    (0, import_chunk_8F5DD029.refuseConnection)(socket, { status: 400, reason: "Bad Request" });
    return;
  }
  dial(target.host, target.port).then(
    (stream) => {
      socket.write("HTTP/1.1 200 Connection Established\r\n\r\n");
      if (head.length > 0) stream.write(head);
      (0, import_chunk_8F5DD0292.join)(socket, stream);
    },
    (error) => (0, import_chunk_8F5DD029.refuseConnection)(socket, (0, import_chunk_8F5DD029.refusalFor)(error))
  );
}
function passRequest(dial, incoming, response) {
  const target = readAbsoluteTarget(incoming, ["http:"]);
  if (!target) {
    (0, import_chunk_8F5DD029.refuseRequest)(response, { status: 400, reason: "An http URL in absolute form is expected" });
    return;
  }
  const fail = (error) => {
    if (response.headersSent) response.destroy();
    else (0, import_chunk_8F5DD029.refuseRequest)(response, (0, import_chunk_8F5DD029.refusalFor)(error));
  };
  dial(target.host, target.port).then((stream) => exchange(target, stream, incoming, response, fail)).catch(fail);
}
function exchange(target, stream, incoming, response, fail) {
  const isChunked = incoming.headers["transfer-encoding"] !== void 0;
  const outgoing = ask(target, stream, incoming, {
    connection: "close",
    // Without it a method that seldom has a body would send one that nobody can tell the end of.
    ...isChunked ? { "transfer-encoding": "chunked" } : {}
  });
  outgoing.on("error", fail);
  outgoing.on("continue", () => response.writeContinue());
  outgoing.on("response", (answered) => {
    try {
      response.writeHead(answered.statusCode ?? 502, answered.statusMessage, endToEnd(answered));
    } catch (error) {
      outgoing.destroy();
      fail(error);
      return;
    }
    answered.on("error", fail);
    answered.pipe(response);
  });
  response.on("close", () => outgoing.destroy());
  incoming.pipe(outgoing);
}
function passUpgrade(dial, incoming, socket, head) {
  socket.on("error", () => socket.destroy());
  const target = readAbsoluteTarget(incoming, ["http:", "ws:"]);
  if (!target) {
    (0, import_chunk_8F5DD029.refuseConnection)(socket, { status: 400, reason: "Bad Request" });
    return;
  }
  const fail = (error) => (0, import_chunk_8F5DD029.refuseConnection)(socket, (0, import_chunk_8F5DD029.refusalFor)(error));
  dial(target.host, target.port).then((stream) => exchangeUpgrade(target, stream, incoming, socket, head, fail)).catch(fail);
}
function exchangeUpgrade(target, stream, incoming, socket, head, fail) {
  const { upgrade } = incoming.headers;
  const outgoing = ask(target, stream, incoming, { connection: "upgrade", upgrade });
  outgoing.on("error", fail);
  outgoing.on("upgrade", (answered, upgraded, first) => {
    socket.write(headOf(answered, "upgrade", answered.headers.upgrade));
    if (first.length > 0) socket.write(first);
    if (head.length > 0) upgraded.write(head);
    (0, import_chunk_8F5DD0292.join)(socket, upgraded);
  });
  outgoing.on("response", (answered) => {
    socket.write(headOf(answered, "close"));
    answered.on("error", () => socket.destroy());
    answered.pipe(socket);
  });
  socket.on("close", () => outgoing.destroy());
  outgoing.end();
}
function ask(target, stream, incoming, hop) {
  try {
    return (0, (process.getBuiltinModule("node:http")).request)({
      createConnection: () => stream,
      method: incoming.method,
      path: target.path,
      headers: { ...endToEnd(incoming), host: target.authority, ...hop }
    });
  } catch (error) {
    stream.destroy();
    throw error;
  }
}
var SILENCE_MS = 1e4;
async function startControlServer(dial, path, options) {
  let answering;
  const server = (0, import_node_net2.createServer)({ allowHalfOpen: true }, (socket) => {
    if (!options.mayEnter(socket)) {
      socket.destroy();
      return;
    }
    answering ??= createControlServer(dial, options.report);
    socket.setTimeout(options.silenceMs ?? SILENCE_MS);
    answering.emit("connection", socket);
  });
  const { promise, resolve, reject } = Promise.withResolvers();
  server.once("error", reject);
  server.once("listening", resolve);
  (0, import_chunk_8F5DD0292.listenOnPath)(server, path);
  await promise;
  return (0, import_chunk_8F5DD0292.running)(server, path);
}
function createControlServer(dial, report) {
  const server = (0, (process.getBuiltinModule("node:http")).createServer)((incoming, response) => {
    const isReport = incoming.method === "GET" && incoming.url === "/v1/report";
    if (isReport) response.writeHead(200, { "content-type": "application/json" }).end(report());
    else (0, import_chunk_8F5DD029.refuseRequest)(response, { status: 404, reason: "Nothing of that name" });
  });
  server.on("connect", (incoming, socket, head) => {
    socket.setTimeout(0);
    openTunnel(dial, incoming.url ?? "", socket, head);
  });
  return server;
}
var SOL_SOCKET = 1;
var SO_PEERCRED = 17;
var UCRED_SIZE = 12;
var UID_AT = 4;
var NOBODY = 4294967295;
var getsockopt;
function peerUserOf(socket) {
  const native = (0, import_chunk_8C92F723.loadKoffi)();
  const fd = descriptorOf(socket);
  if (native.kind === "absent" || fd === void 0) return void 0;
  getsockopt ??= native.koffi.load(null).func("int getsockopt(int fd, int level, int name, uintptr_t at, uintptr_t lengthAt)");
  const { bytes, address } = (0, import_chunk_8C92F723.pinBytes)(native.koffi, UCRED_SIZE + 4);
  bytes.writeUInt32LE(UCRED_SIZE, UCRED_SIZE);
  const failed = getsockopt(fd, SOL_SOCKET, SO_PEERCRED, address, address + UCRED_SIZE) < 0;
  const user = bytes.readUInt32LE(UID_AT);
  return failed || bytes.readUInt32LE(UCRED_SIZE) !== UCRED_SIZE || user === NOBODY ? void 0 : user;
}
function isOwnPeer(socket, userOf = peerUserOf) {
  const user = userOf(socket);
  return user === void 0 || user === process.getuid?.();
}
function descriptorOf(socket) {
  const { _handle: handle } = socket;
  return typeof handle?.fd === "number" && handle.fd >= 0 ? handle.fd : void 0;
}
var CONTROL_VARIABLE = "SALLYPORT_CONTROL";
var ANSWER_MS = 5e3;
async function startControlSocket(dial, report, env, userOf = peerUserOf) {
  const folder = controlFolder(env);
  (0, import_node_fs2.mkdirSync)(folder, { recursive: true, mode: 448 });
  checkFolder(folder);
  const path = (0, import_node_path.join)(folder, `${process.pid}.sock`);
  (0, import_node_fs2.rmSync)(path, { force: true });
  const server = await startControlServer(dial, path, {
    report: () => JSON.stringify(report()),
    mayEnter: (socket) => isOwnPeer(socket, userOf)
  });
  return {
    address: path,
    close() {
      server.close();
      (0, import_node_fs2.rmSync)(path, { force: true });
    }
  };
}
async function findControlSocket(env) {
  const named = env[CONTROL_VARIABLE];
  if (named !== void 0) return named;
  const folder = controlFolder(env);
  try {
    checkFolder(folder);
  } catch {
    return void 0;
  }
  const paths = (await (0, (process.getBuiltinModule("node:fs/promises")).readdir)(folder)).filter((name) => name.endsWith(".sock")).map((name) => (0, import_node_path.join)(folder, name));
  const alive = [];
  for (const path of paths) {
    if (await askReport(path).catch(() => void 0)) alive.push(path);
    else await (0, (process.getBuiltinModule("node:fs/promises")).rm)(path, { force: true });
  }
  if (alive.length <= 1) return alive[0];
  throw new import_cli.SallyportError("USAGE", {
    message: `${alive.length} sessions are running: ${alive.join(", ")}`,
    help: `set ${CONTROL_VARIABLE} to the one that is meant`
  });
}
async function askReport(path, userOf = peerUserOf) {
  const socket = await openControl(path, userOf);
  const { promise, resolve, reject } = Promise.withResolvers();
  const asking = (0, (process.getBuiltinModule("node:http")).request)({ createConnection: () => socket, path: "/v1/report", timeout: ANSWER_MS }, resolve);
  asking.once("timeout", () => asking.destroy(new Error("it took too long")));
  asking.once("error", (cause) => reject(unanswered(path, cause)));
  asking.end();
  const chunks = await (await promise).toArray();
  return JSON.parse(Buffer.concat(chunks).toString());
}
async function dialByControl(path, host, port) {
  const own = await openControl(path, peerUserOf);
  const { promise, resolve, reject } = Promise.withResolvers();
  const target = (0, import_chunk_8F5DD0292.formatTarget)({ host, port });
  const asking = (0, (process.getBuiltinModule("node:http")).request)({ createConnection: () => own, method: "CONNECT", path: target });
  asking.once("connect", (response, socket, head) => {
    if (response.statusCode !== 200) {
      socket.destroy();
      return reject(new Error(`${target}: ${response.statusMessage}`));
    }
    if (head.length > 0) socket.unshift(head);
    resolve(socket);
  });
  asking.once("error", (cause) => reject(unanswered(path, cause)));
  asking.end();
  return promise;
}
async function openControl(path, userOf) {
  const socket = (0, import_node_net.connect)({ path, allowHalfOpen: true });
  await (0, import_node_events.once)(socket, "connect").catch((cause) => {
    throw unanswered(path, cause);
  });
  if (isOwnPeer(socket, userOf)) return socket;
  socket.destroy();
  throw new Error(`${path} is served by another user`);
}
function unanswered(path, cause) {
  return new Error(`${path} does not answer: ${cause.message}`, { cause });
}
function controlFolder(env) {
  const runtime = env["XDG_RUNTIME_DIR"];
  if (runtime) return (0, import_node_path.join)(runtime, "sallyport");
  return (0, import_node_path.join)(env["HOME"] || (0, (process.getBuiltinModule("node:os")).homedir)() || (0, (process.getBuiltinModule("node:os")).tmpdir)(), ".sallyport", "run");
}
function checkFolder(folder) {
  const { mode, uid } = (0, import_node_fs2.statSync)(folder);
  if (process.platform === "win32" || (mode & 63) === 0 && uid === process.getuid?.()) return;
  throw new import_cli.SallyportError("FILE_UNREADABLE", {
    message: `${folder} is open to others (mode ${(mode & 511).toString(8)})`,
    help: `chmod 700 ${folder}`
  });
}
var OVERHEAD = 80;
var LEAST = 1280;
function narrowestLink() {
  const links = linkNames(false).map(readLink);
  return links.filter((each) => each !== void 0).sort((a, b) => a.mtu - b.mtu)[0];
}
function linkNames(withInternal) {
  const links = Object.entries((0, (process.getBuiltinModule("node:os")).networkInterfaces)());
  return links.filter(([, addresses]) => withInternal || addresses?.some((address) => !address.internal)).map(([name]) => name);
}
function tunnelMtu(linkMtu) {
  return Math.min(import_chunk_8C92F7232.DEFAULT_MTU, linkMtu - OVERHEAD);
}
async function mtuTowards(endpoints) {
  if (endpoints.length === 0) return import_chunk_8C92F7232.DEFAULT_MTU;
  const isLocal = endpoints.some(({ address }) => (0, import_chunk_0722AEF2.isLoopback)(address));
  const mtu = mtuOfAll(linkNames(isLocal).map(readLink));
  if (mtu !== void 0) return Math.max(LEAST, mtu);
  const links = await Promise.all(endpoints.map(linkTowards));
  const mtus = links.filter((each) => each !== void 0).map((link) => tunnelMtu(link.mtu));
  return Math.max(LEAST, Math.min(import_chunk_8C92F7232.DEFAULT_MTU, ...mtus));
}
function mtuOfAll(links) {
  const mtus = new Set(links.map((link) => link && tunnelMtu(link.mtu)));
  return mtus.size === 1 ? [...mtus][0] : void 0;
}
async function linkTowards({ address, port }) {
  const socket = (0, (process.getBuiltinModule("node:dgram")).createSocket)(address.family === 4 ? "udp4" : "udp6");
  const { promise, resolve } = Promise.withResolvers();
  socket.once("error", () => resolve(void 0));
  socket.connect(port, (0, import_chunk_0722AEF2.formatIp)(address), () => resolve(socket.address().address));
  const own = await promise;
  socket.close();
  const found = Object.entries((0, (process.getBuiltinModule("node:os")).networkInterfaces)()).find(
    ([, all]) => all?.some((each) => each.address === own)
  );
  return found && readLink(found[0]);
}
function readLink(link) {
  try {
    const mtu = Number((0, import_node_fs3.readFileSync)(`/sys/class/net/${link}/mtu`, "utf8").trim());
    return mtu > 0 ? { link, mtu } : void 0;
  } catch {
    return void 0;
  }
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  chunk_TAAIO5B4
});
