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
  relayServe: () => relayServe
});
module.exports = stdin_exports;
var import_chunk_KGOLBRMQ = require("./chunk-KGOLBRMQ.cjs");
var import_chunk_F5PXVV5W = require("./chunk-F5PXVV5W.cjs");
var import_chunk_6AYVNW6U = require("./chunk-6AYVNW6U.cjs");
var import_chunk_65UCGIVB = require("./chunk-65UCGIVB.cjs");
var import_chunk_OFVEZVAZ = require("./chunk-OFVEZVAZ.cjs");
var import_chunk_LNHPNCQJ = require("./chunk-LNHPNCQJ.cjs");
var import_chunk_BNKIGCNV = require("./chunk-BNKIGCNV.cjs");
var import_chunk_P5Y3727L = require("./chunk-P5Y3727L.cjs");
var import_chunk_ZYJHKVA7 = require("./chunk-ZYJHKVA7.cjs");
var import_chunk_Y2L2NAT7 = require("./chunk-Y2L2NAT7.cjs");
var import_chunk_ZXGMBMKT = require("./chunk-ZXGMBMKT.cjs");
var import_chunk_BBZH2QS2 = require("./chunk-BBZH2QS2.cjs");
var import_chunk_AXPTAZ2E = require("./chunk-AXPTAZ2E.cjs");
var import_chunk_TFFOW3OJ = require("./chunk-TFFOW3OJ.cjs");
var import_chunk_HL23BLP4 = require("./chunk-HL23BLP4.cjs");
var import_chunk_LN64JXY7 = require("./chunk-LN64JXY7.cjs");
var import_chunk_QAKKENVC = require("./chunk-QAKKENVC.cjs");
var import_chunk_DLDCVKX6 = require("./chunk-DLDCVKX6.cjs");
var import_chunk_HWYOMYN6 = require("./chunk-HWYOMYN6.cjs");
var import_chunk_BGKKW6X2 = require("./chunk-BGKKW6X2.cjs");
var import_chunk_5RE62PDQ = require("./chunk-5RE62PDQ.cjs");
var import_chunk_FZZUDDWV = require("./chunk-FZZUDDWV.cjs");
var import_chunk_T6RIR5MA = require("./chunk-T6RIR5MA.cjs");
var import_chunk_UWHXMD75 = require("./chunk-UWHXMD75.cjs");
var import_chunk_HQJHKSVR = require("./chunk-HQJHKSVR.cjs");
var import_chunk_T4TT3RT5 = require("./chunk-T4TT3RT5.cjs");
var import_chunk_E3PGXMDL = require("./chunk-E3PGXMDL.cjs");
var import_chunk_W7ECAJ5W = require("./chunk-W7ECAJ5W.cjs");
var import_chunk_5YZ4WNU6 = require("./chunk-5YZ4WNU6.cjs");
var import_chunk_OEK5FYWZ = require("./chunk-OEK5FYWZ.cjs");
var import_chunk_RC7NUSGF = require("./chunk-RC7NUSGF.cjs");
var import_chunk_55ZXGT2M = require("./chunk-55ZXGT2M.cjs");
var import_chunk_B5YHRYI7 = require("./chunk-B5YHRYI7.cjs");
var import_chunk_BIEF65K5 = require("./chunk-BIEF65K5.cjs");
var import_chunk_FZ44G4XJ = require("./chunk-FZ44G4XJ.cjs");
var import_chunk_UESRXYTB = require("./chunk-UESRXYTB.cjs");
var import_chunk_3ZQSXCLB = require("./chunk-3ZQSXCLB.cjs");
var import_chunk_CRLEFTAS = require("./chunk-CRLEFTAS.cjs");
var import_chunk_COQYJIF4 = require("./chunk-COQYJIF4.cjs");
var import_chunk_LLW3E7RW = require("./chunk-LLW3E7RW.cjs");
var import_chunk_SO3KANTK = require("./chunk-SO3KANTK.cjs");
var import_chunk_GEUJANHY = require("./chunk-GEUJANHY.cjs");
var import_chunk_M3WSMIIZ = require("./chunk-M3WSMIIZ.cjs");
var import_chunk_PO7UBJRE = require("./chunk-PO7UBJRE.cjs");
var import_chunk_QW7UKFTH = require("./chunk-QW7UKFTH.cjs");
var import_chunk_4NFOMFHU = require("./chunk-4NFOMFHU.cjs");
var import_chunk_LISJZMXW = require("./chunk-LISJZMXW.cjs");
var import_chunk_TO5RH7DJ = require("./chunk-TO5RH7DJ.cjs");
var import_chunk_HJAZFC2R = require("./chunk-HJAZFC2R.cjs");
var import_node_path = process.getBuiltinModule("node:path");
var import_node_path2 = process.getBuiltinModule("node:path");
var UPGRADE_RATE = { burst: 300, perSecond: 50, maxSources: 1e4 };
var MAX_KEY_LIST_FILE = 64 * 1024;
async function startRelayProcess(options) {
  const opened = [];
  const close = async () => {
    for (const end of opened.splice(0).reverse()) await end();
  };
  try {
    return { ...await open(options, (end) => void opened.push(end)), close };
  } catch (thrown) {
    await close();
    throw thrown;
  }
}
async function open(options, onClose) {
  const { folder, root, host, clock, random, diagnostics } = options;
  const keyList = await readKeyList(folder, root);
  const limits = { ...import_chunk_KGOLBRMQ.DEFAULT_LIMITS, ...options.limits };
  const { server, port } = await (0, import_chunk_KGOLBRMQ.openServer)({ ...options, limits });
  onClose(() => (0, import_chunk_KGOLBRMQ.closeServer)(server));
  const scheme = options.tls ? "https" : "http";
  const url = new URL(options.publicUrl ?? `${scheme}://${host.includes(":") ? `[${host}]` : host}:${port}`);
  const stun = await (0, import_chunk_KGOLBRMQ.startStunServer)(host, options.stunPort ?? port);
  onClose(() => stun.close());
  const name = (0, import_chunk_BBZH2QS2.relayNameOf)(url);
  const keeper = createKeeper(folder, diagnostics);
  const judge = (0, import_chunk_KGOLBRMQ.createRelayJudge)({
    root,
    name,
    ...keyList ? { keyList } : {},
    onKeyList: keeper.keep,
    clock,
    diagnostics
  });
  const bounds = options.bounds ? { bounds: options.bounds } : {};
  const relay = (0, import_chunk_KGOLBRMQ.createRelayServer)({ judge, name, clock, random, ...import_chunk_KGOLBRMQ.PAIR_LIMITS, ...bounds });
  attach(server, relay, clock);
  onClose(async () => {
    relay.close();
    await keeper.settled();
  });
  const render = async () => (0, import_chunk_KGOLBRMQ.renderAll)([...(0, import_chunk_KGOLBRMQ.relayMetrics)(relay.counts()), (0, import_chunk_KGOLBRMQ.residentMemory)()]);
  const metrics = options.metrics && await (0, import_chunk_KGOLBRMQ.startMetricsListener)(render, options.metrics, diagnostics);
  onClose(() => metrics?.close());
  return {
    url: `${url.protocol === "https:" ? "wss" : "ws"}://${url.host}${import_chunk_TFFOW3OJ.RELAY_PATH}`,
    stun: `${url.hostname}:${stun.port}`,
    metricsPort: metrics?.port,
    relay
  };
}
function attach(server, relay, clock) {
  const rate = (0, import_chunk_KGOLBRMQ.createRateLimit)(UPGRADE_RATE);
  server.on("request", answer);
  server.on("upgrade", (request, socket, head) => {
    socket.on("error", () => socket.destroy());
    if (request.url !== import_chunk_TFFOW3OJ.RELAY_PATH) return refuse(socket, "404 Not Found");
    if (!rate.take(request.socket.remoteAddress ?? "", clock.monotonic()))
      return refuse(socket, "429 Too Many Requests");
    relay.upgrade(request, socket, head);
  });
}
function answer(request, response) {
  const isAsked = request.method === "GET" && (request.url === "/healthz" || request.url === "/readyz");
  const body = isAsked ? '{"status":"ok"}' : "";
  response.writeHead(isAsked ? 200 : 404, { "content-type": "application/json" }).end(body);
}
function refuse(socket, status) {
  socket.end(`HTTP/1.1 ${status}\r
connection: close\r
content-length: 0\r
\r
`);
}
function keyListPath(folder) {
  return (0, import_node_path2.join)(folder, "key-list.json");
}
async function readKeyList(folder, root) {
  const path = keyListPath(folder);
  const bytes = await (0, import_chunk_M3WSMIIZ.readFileIfThere)(path, MAX_KEY_LIST_FILE);
  if (!bytes) return void 0;
  try {
    const limits = { source: path, maxBytes: MAX_KEY_LIST_FILE, maxDepth: 4 };
    return (0, import_chunk_55ZXGT2M.verifyKeyList)((0, import_chunk_SO3KANTK.decode)(import_chunk_B5YHRYI7.envelopeSchema, (0, import_chunk_CRLEFTAS.parseStrictJson)(bytes, limits), { source: path }), root);
  } catch (cause) {
    throw new import_chunk_TO5RH7DJ.SallyportError("DATA_DIRECTORY_INVALID", {
      message: `${path} is not signed by the root that was given: ${(0, import_chunk_TO5RH7DJ.messageOf)(cause)}`,
      help: "a relay is of one coordinator: give it the root that it had, or another --data",
      cause
    });
  }
}
function createKeeper(folder, diagnostics) {
  let line = Promise.resolve();
  return {
    keep(envelope) {
      const text = `${JSON.stringify(envelope, null, 2)}
`;
      line = line.then(() => (0, import_chunk_M3WSMIIZ.writeFileAtomic)(keyListPath(folder), text, 384)).catch(
        (thrown) => diagnostics.log("error", "the newest key list could not be kept", { error: (0, import_chunk_TO5RH7DJ.messageOf)(thrown) })
      );
    },
    settled: () => line
  };
}
var DEFAULT_LISTEN = "127.0.0.1:8441";
var MAX_PEM_BYTES = 1024 * 1024;
var relayServe = {
  name: "relay serve",
  summary: "Run a relay beside the coordinator's own, near those who use it.",
  details: "It is told the root and asks the coordinator nothing: nodes bring what the coordinator signed for them. It can read\nno packet and make nobody believe anything. On stderr it says the lines with which environments.yml registers it.\nWith --tls self the certificate is its own, made once, and known by its pin. SIGTERM sends its nodes to another relay.",
  options: ["data", "root", "listen", "url", "tls", "tls-cert", "tls-key", "stun-port", "metrics", "verbose"],
  examples: [
    "sallyport relay serve --data /var/lib/sallyport-relay --root sallyport-root-public-v1:\u2026 --listen 0.0.0.0:8441 --url https://relay-eu.example:8441 --tls self",
    "sallyport relay serve --data ./relay --root sallyport-root-public-v1:\u2026 --listen 127.0.0.1:8441 --url https://relay-eu.example"
  ],
  async run(call) {
    const { options, ports } = call;
    if (options.data === void 0) throw usage("--data DIR is missing");
    if (options.root === void 0) throw usage('--root KEY is missing: "coordinator init" printed it');
    const folder = (0, import_node_path.resolve)(ports.cwd, options.data);
    const root = (0, import_chunk_BIEF65K5.parsePublicKey)("root", options.root);
    const { host, port } = (0, import_chunk_KGOLBRMQ.parseListen)(options.listen ?? DEFAULT_LISTEN);
    const publicUrl = options.url === void 0 ? void 0 : parseOrigin(options.url);
    refuseUnreachable(call, host, publicUrl);
    await (0, import_chunk_M3WSMIIZ.makePrivateFolder)(folder);
    const unlock = (0, import_chunk_6AYVNW6U.lockDataDirectory)(folder);
    try {
      const tls = await openTls(call, folder, host, publicUrl);
      return await serve(call, {
        folder,
        root,
        host,
        port,
        ...publicUrl === void 0 ? {} : { publicUrl },
        ...tls === void 0 ? {} : { tls },
        ...options["stun-port"] === void 0 ? {} : { stunPort: options["stun-port"] },
        ...options.metrics === void 0 ? {} : { metrics: (0, import_chunk_KGOLBRMQ.parseListen)(options.metrics, "metrics") },
        clock: ports.clock,
        random: ports.random,
        diagnostics: ports.diagnostics
      });
    } finally {
      unlock();
    }
  }
};
async function serve({ ports }, options) {
  const { signal } = ports;
  const running = await startRelayProcess(options);
  const { url, stun } = running;
  const pin = options.tls ? (0, import_chunk_DLDCVKX6.certificateDigest)(options.tls.certificate) : void 0;
  ports.stdout(`${JSON.stringify({ version: 1, url, stun, ...pin === void 0 ? {} : { pin } })}
`);
  ports.diagnostics.log("info", "the relay serves", { url, stun, ...pin === void 0 ? {} : { pin } });
  const known = pin === void 0 ? "" : `, pin: "${pin}"`;
  ports.stderr(
    `in environments.yml, under "relays":
  servers:
    - { url: "${url}"${known}, stun: "${stun}" }
`
  );
  await aborted(signal);
  ports.diagnostics.log("info", "the relay ends: its nodes are sent to another");
  await running.close();
  return import_chunk_TO5RH7DJ.EXIT.ok;
}
function refuseUnreachable({ options }, host, publicUrl) {
  const hasTls = options.tls !== void 0 || options["tls-cert"] !== void 0;
  if (!hasTls && !["127.0.0.1", "::1", "localhost"].includes(host))
    throw usage(`plain HTTP is not served on ${host}: give --tls self, or --tls-cert and --tls-key`);
  if ((host === "0.0.0.0" || host === "::") && publicUrl === void 0)
    throw usage("--url says how nodes dial a relay that listens everywhere");
}
async function openTls({ options, ports }, folder, host, publicUrl) {
  const { tls, "tls-cert": certificate, "tls-key": key } = options;
  if (tls !== void 0 && tls !== "self") throw usage(`--tls ${JSON.stringify(tls)} is not known: self`);
  if (tls === "self" && (certificate !== void 0 || key !== void 0))
    throw usage("--tls self and --tls-cert exclude each other");
  if (tls === "self") {
    const name = publicUrl === void 0 ? host : new URL(publicUrl).hostname;
    return (0, import_chunk_KGOLBRMQ.openSelfSigned)((0, import_node_path.join)(folder, "tls"), [name.replace(/^\[|\]$/g, "")], ports);
  }
  if (certificate === void 0 && key === void 0) return void 0;
  if (certificate === void 0 || key === void 0) throw usage("--tls-cert and --tls-key come together");
  const read = async (path) => (0, import_chunk_4NFOMFHU.decodeUtf8)(await (0, import_chunk_M3WSMIIZ.readFileBounded)((0, import_node_path.resolve)(ports.cwd, path), MAX_PEM_BYTES));
  return { certificate: await read(certificate), key: await read(key) };
}
function parseOrigin(text) {
  const url = URL.parse(text);
  if (url && ["http:", "https:"].includes(url.protocol) && url.pathname === "/" && url.search === "")
    return url.origin;
  throw usage(`--url ${JSON.stringify(text)} is not an URL without path, such as https://relay.example:8441`);
}
function aborted(signal) {
  if (signal.aborted) return Promise.resolve();
  return new Promise((done) => signal.addEventListener("abort", () => done(), { once: true }));
}
function usage(message) {
  return new import_chunk_TO5RH7DJ.SallyportError("USAGE", { message, help: "sallyport relay serve --help" });
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  relayServe
});
