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
  nc: () => nc
});
module.exports = stdin_exports;
var import_chunk_CEWC2RCZ = require("./chunk-CEWC2RCZ.cjs");
var import_chunk_KIAWNN2D = require("./chunk-KIAWNN2D.cjs");
var import_chunk_5TFN5YGC = require("./chunk-5TFN5YGC.cjs");
var import_chunk_TKOPFNUW = require("./chunk-TKOPFNUW.cjs");
var import_chunk_3P5GHM2K = require("./chunk-3P5GHM2K.cjs");
var import_chunk_LERFQFMR = require("./chunk-LERFQFMR.cjs");
var import_chunk_HL23BLP4 = require("./chunk-HL23BLP4.cjs");
var import_chunk_5RE62PDQ = require("./chunk-5RE62PDQ.cjs");
var import_chunk_FZZUDDWV = require("./chunk-FZZUDDWV.cjs");
var import_chunk_LX6I7H3G = require("./chunk-LX6I7H3G.cjs");
var import_chunk_UWHXMD75 = require("./chunk-UWHXMD75.cjs");
var import_chunk_NX2LOS6S = require("./chunk-NX2LOS6S.cjs");
var import_chunk_T4JFZ2LE = require("./chunk-T4JFZ2LE.cjs");
var import_chunk_WVMRCOCQ = require("./chunk-WVMRCOCQ.cjs");
var import_chunk_CBR347CW = require("./chunk-CBR347CW.cjs");
var import_chunk_HQJHKSVR = require("./chunk-HQJHKSVR.cjs");
var import_chunk_FZ44G4XJ = require("./chunk-FZ44G4XJ.cjs");
var import_chunk_E7TBRM2K = require("./chunk-E7TBRM2K.cjs");
var import_chunk_BTVMKBHD = require("./chunk-BTVMKBHD.cjs");
var import_chunk_SO3KANTK = require("./chunk-SO3KANTK.cjs");
var import_chunk_GEUJANHY = require("./chunk-GEUJANHY.cjs");
var import_chunk_4NFOMFHU = require("./chunk-4NFOMFHU.cjs");
var import_chunk_TO5RH7DJ = require("./chunk-TO5RH7DJ.cjs");
var import_chunk_HJAZFC2R = require("./chunk-HJAZFC2R.cjs");

var import_node_net = process.getBuiltinModule("node:net");
var import_node_stream = process.getBuiltinModule("node:stream");

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
  run
};
async function run(call) {
  const [hostText = "", portText = ""] = call.positionals;
  const host = hostText.replace(/^\[(.*)\]$/, "$1");
  const port = readPort(portText);
  const { env } = call.ports;
  const session = call.options["wg-config"] === void 0 ? await dialBySession(env, host, port) : void 0;
  if (session) {
    await pass(call, session);
    return import_chunk_TO5RH7DJ.EXIT.ok;
  }
  if (call.options["wg-config"] === void 0) {
    throw new import_chunk_TO5RH7DJ.SallyportError("USAGE", {
      message: 'no session of "sallyport connect" runs here',
      help: "start one, or give --wg-config FILE, a file as wg-quick takes it"
    });
  }
  const { node } = await (0, import_chunk_CEWC2RCZ.openFileNode)(call, "userspace");
  try {
    await pass(
      call,
      await node.dial(host, port, call.options["connect-timeout"] ?? 3e4).catch(unreachable)
    );
    return import_chunk_TO5RH7DJ.EXIT.ok;
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
  const socket = await (0, import_chunk_5TFN5YGC.findControlSocket)(env);
  if (socket !== void 0) return (0, import_chunk_5TFN5YGC.dialByControl)(socket, host, port).catch(unreachable);
  const proxy = env["SALLYPORT_PROXY"];
  return proxy === void 0 ? void 0 : dialByProxy(proxy, host, port);
}
function dialByProxy(proxy, host, port) {
  const url = new URL(proxy);
  const { promise, resolve, reject } = Promise.withResolvers();
  const login = Buffer.from(`${url.username}:${url.password}`).toString("base64");
  const target = (0, import_chunk_TKOPFNUW.formatTarget)({ host, port });
  const [proxyHost, proxyPort] = [url.hostname.replace(/^\[(.*)\]$/, "$1"), Number(url.port)];
  const connecting = (0, (process.getBuiltinModule("node:http")).request)({
    createConnection: () => (0, import_node_net.connect)({ host: proxyHost, port: proxyPort, allowHalfOpen: true }),
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
    resolve(socket);
  });
  connecting.once("error", reject);
  connecting.end();
  return promise.catch(unreachable);
}
function unreachable(cause) {
  if (cause instanceof import_chunk_TO5RH7DJ.SallyportError) throw cause;
  throw new import_chunk_TO5RH7DJ.SallyportError("TUNNEL_UNREACHABLE", { message: (0, import_chunk_TO5RH7DJ.messageOf)(cause), cause });
}
function readPort(text) {
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port > 0 && port <= 65535) return port;
  throw new import_chunk_TO5RH7DJ.SallyportError("USAGE", {
    message: `${JSON.stringify(text)} is no port`,
    help: "a number from 1 to 65535"
  });
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  nc
});
