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
  relay_FRI37PL2: () => relay_FRI37PL2_exports
});
module.exports = stdin_exports;
var import_coordinator_10896918 = require("./coordinator-10896918.cjs").chunk_GSPIJYX5;
var import_chunk_FACE8E31 = require("./chunk-FACE8E31.cjs").chunk_7QDTEPUY;
var import_chunk_A5BHWNUW = require("./chunk-A5BHWNUW.cjs").chunk_A5BHWNUW;
var import_chunk_FACE8E312 = require("./chunk-FACE8E31.cjs").chunk_N2CEJMOH;
var import_chunk_FACE8E313 = require("./chunk-FACE8E31.cjs").chunk_OFVEZVAZ;
var import_chunk_8BE2930D = require("./chunk-8BE2930D.cjs").chunk_P5Y3727L;
var import_chunk_8BE2930D2 = require("./chunk-8BE2930D.cjs").chunk_ZYJHKVA7;
var import_environments_file_B169AE2E = require("./environments-file-B169AE2E.cjs").chunk_7MSCG7IE;
var import_chunk_6D9B2BDF = require("./chunk-6D9B2BDF.cjs").chunk_4ZXJRBCH;
var import_chunk_E7E63261 = require("./chunk-E7E63261.cjs").chunk_LN64JXY7;
var import_chunk_38EDD590 = require("./chunk-38EDD590.cjs").chunk_Y2L2NAT7;
var import_chunk_38EDD5902 = require("./chunk-38EDD590.cjs").chunk_ZXGMBMKT;
var import_chunk_8A5887D9 = require("./chunk-8A5887D9.cjs").chunk_AXPTAZ2E;
var import_chunk_8A5887D92 = require("./chunk-8A5887D9.cjs").chunk_BBZH2QS2;
var import_chunk_8A5887D93 = require("./chunk-8A5887D9.cjs").chunk_TFFOW3OJ;
var import_chunk_T6RIR5MA = require("./chunk-T6RIR5MA.cjs").chunk_T6RIR5MA;
var import_chunk_A7C2DCE4 = require("./chunk-A7C2DCE4.cjs").chunk_QWNYZ5AQ;
var import_chunk_A7C2DCE42 = require("./chunk-A7C2DCE4.cjs").chunk_UWHXMD75;
var import_chunk_439F88D8 = require("./chunk-439F88D8.cjs").chunk_QAKKENVC;
var import_chunk_8A5887D94 = require("./chunk-8A5887D9.cjs").chunk_DLDCVKX6;
var import_chunk_8A5887D95 = require("./chunk-8A5887D9.cjs").chunk_HWYOMYN6;
var import_chunk_8A5887D96 = require("./chunk-8A5887D9.cjs").chunk_BGKKW6X2;
var import_chunk_A7C2DCE43 = require("./chunk-A7C2DCE4.cjs").chunk_5RE62PDQ;
var import_chunk_A7C2DCE44 = require("./chunk-A7C2DCE4.cjs").chunk_FZZUDDWV;
var import_chunk_0722AEF2 = require("./chunk-0722AEF2.cjs").chunk_HQJHKSVR;
var import_chunk_6D9B2BDF2 = require("./chunk-6D9B2BDF.cjs").chunk_KRZWIFVR;
var import_chunk_EA47D034 = require("./chunk-EA47D034.cjs").chunk_E3PGXMDL;
var import_chunk_439F88D82 = require("./chunk-439F88D8.cjs").chunk_W7ECAJ5W;
var import_chunk_E7E632612 = require("./chunk-E7E63261.cjs").chunk_5YZ4WNU6;
var import_chunk_E7E632613 = require("./chunk-E7E63261.cjs").chunk_OEK5FYWZ;
var import_chunk_R2HSE3F3 = require("./chunk-R2HSE3F3.cjs").chunk_R2HSE3F3;
var import_chunk_CF656EE4 = require("./chunk-CF656EE4.cjs").chunk_PC4MX4V7;
var import_chunk_EA47D0342 = require("./chunk-EA47D034.cjs").chunk_55ZXGT2M;
var import_chunk_EA47D0343 = require("./chunk-EA47D034.cjs").chunk_B5YHRYI7;
var import_chunk_BIEF65K5 = require("./chunk-BIEF65K5.cjs").chunk_BIEF65K5;
var import_cli = require("../cli.cjs").chunk_FZ44G4XJ;
var import_chunk_EA47D0344 = require("./chunk-EA47D034.cjs").chunk_UESRXYTB;
var import_chunk_EA47D0345 = require("./chunk-EA47D034.cjs").chunk_3ZQSXCLB;
var import_chunk_CF656EE42 = require("./chunk-CF656EE4.cjs").chunk_CRLEFTAS;
var import_chunk_2BC21E11 = require("./chunk-2BC21E11.cjs").chunk_COQYJIF4;
var import_chunk_CF656EE43 = require("./chunk-CF656EE4.cjs").chunk_LLW3E7RW;
var import_cli2 = require("../cli.cjs").chunk_SO3KANTK;
var import_cli3 = require("../cli.cjs").chunk_GEUJANHY;
var import_chunk_2BC21E112 = require("./chunk-2BC21E11.cjs").chunk_M3WSMIIZ;
var import_chunk_CF656EE44 = require("./chunk-CF656EE4.cjs").chunk_PO7UBJRE;
var import_cli4 = require("../cli.cjs").chunk_QW7UKFTH;
var import_cli5 = require("../cli.cjs").chunk_4NFOMFHU;
var import_chunk_LISJZMXW = require("./chunk-LISJZMXW.cjs").chunk_LISJZMXW;
var import_cli6 = require("../cli.cjs").chunk_TO5RH7DJ;
var import_cli7 = require("../cli.cjs").chunk_HJAZFC2R;
var import_node_path = process.getBuiltinModule("node:path");
var import_node_path2 = process.getBuiltinModule("node:path");
var __defProp2 = Object.defineProperty;
var __export2 = (target, all) => {
  for (var name in all)
    __defProp2(target, name, { get: all[name], enumerable: true });
};
var relay_FRI37PL2_exports = {};
__export2(relay_FRI37PL2_exports, {
  relayServe: () => relayServe
});
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
  const limits = { ...import_coordinator_10896918.DEFAULT_LIMITS, ...options.limits };
  const { server, port } = await (0, import_coordinator_10896918.openServer)({ ...options, limits });
  onClose(() => (0, import_coordinator_10896918.closeServer)(server));
  const scheme = options.tls ? "https" : "http";
  const url = new URL(options.publicUrl ?? `${scheme}://${host.includes(":") ? `[${host}]` : host}:${port}`);
  const stun = await (0, import_coordinator_10896918.startStunServer)(host, options.stunPort ?? port);
  onClose(() => stun.close());
  const name = (0, import_chunk_8A5887D92.relayNameOf)(url);
  const keeper = createKeeper(folder, diagnostics);
  const judge = (0, import_coordinator_10896918.createRelayJudge)({
    root,
    name,
    ...keyList ? { keyList } : {},
    onKeyList: keeper.keep,
    clock,
    diagnostics
  });
  const bounds = options.bounds ? { bounds: options.bounds } : {};
  const relay = (0, import_coordinator_10896918.createRelayServer)({ judge, name, clock, random, ...import_coordinator_10896918.PAIR_LIMITS, ...bounds });
  attach(server, relay, clock);
  onClose(async () => {
    relay.close();
    await keeper.settled();
  });
  const render = async () => (0, import_coordinator_10896918.renderAll)([...(0, import_coordinator_10896918.relayMetrics)(relay.counts()), (0, import_coordinator_10896918.residentMemory)()]);
  const metrics = options.metrics && await (0, import_coordinator_10896918.startMetricsListener)(render, options.metrics, diagnostics);
  onClose(() => metrics?.close());
  return {
    url: `${url.protocol === "https:" ? "wss" : "ws"}://${url.host}${import_chunk_8A5887D93.RELAY_PATH}`,
    stun: `${url.hostname}:${stun.port}`,
    metricsPort: metrics?.port,
    relay
  };
}
function attach(server, relay, clock) {
  const rate = (0, import_coordinator_10896918.createRateLimit)(UPGRADE_RATE);
  server.on("request", answer);
  server.on("upgrade", (request, socket, head) => {
    socket.on("error", () => socket.destroy());
    if (request.url !== import_chunk_8A5887D93.RELAY_PATH) return refuse(socket, "404 Not Found");
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
  const bytes = await (0, import_chunk_2BC21E112.readFileIfThere)(path, MAX_KEY_LIST_FILE);
  if (!bytes) return void 0;
  try {
    const limits = { source: path, maxBytes: MAX_KEY_LIST_FILE, maxDepth: 4 };
    return (0, import_chunk_EA47D0342.verifyKeyList)((0, import_cli2.decode)(import_chunk_EA47D0343.envelopeSchema, (0, import_chunk_CF656EE42.parseStrictJson)(bytes, limits), { source: path }), root);
  } catch (cause) {
    throw new import_cli6.SallyportError("DATA_DIRECTORY_INVALID", {
      message: `${path} is not signed by the root that was given: ${(0, import_cli6.messageOf)(cause)}`,
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
      line = line.then(() => (0, import_chunk_2BC21E112.writeFileAtomic)(keyListPath(folder), text, 384)).catch(
        (thrown) => diagnostics.log("error", "the newest key list could not be kept", { error: (0, import_cli6.messageOf)(thrown) })
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
    const { host, port } = (0, import_coordinator_10896918.parseListen)(options.listen ?? DEFAULT_LISTEN);
    const publicUrl = options.url === void 0 ? void 0 : parseOrigin(options.url);
    refuseUnreachable(call, host, publicUrl);
    await (0, import_chunk_2BC21E112.makePrivateFolder)(folder);
    const unlock = (0, import_chunk_A5BHWNUW.lockDataDirectory)(folder);
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
        ...options.metrics === void 0 ? {} : { metrics: (0, import_coordinator_10896918.parseListen)(options.metrics, "metrics") },
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
  const pin = options.tls ? (0, import_chunk_8A5887D94.certificateDigest)(options.tls.certificate) : void 0;
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
  return import_cli6.EXIT.ok;
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
    return (0, import_coordinator_10896918.openSelfSigned)((0, import_node_path.join)(folder, "tls"), [name.replace(/^\[|\]$/g, "")], ports);
  }
  if (certificate === void 0 && key === void 0) return void 0;
  if (certificate === void 0 || key === void 0) throw usage("--tls-cert and --tls-key come together");
  const read = async (path) => (0, import_cli5.decodeUtf8)(await (0, import_chunk_2BC21E112.readFileBounded)((0, import_node_path.resolve)(ports.cwd, path), MAX_PEM_BYTES));
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
  return new import_cli6.SallyportError("USAGE", { message, help: "sallyport relay serve --help" });
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  relay_FRI37PL2
});
