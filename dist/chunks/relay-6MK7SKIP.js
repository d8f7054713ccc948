const __bundleUrl = new URL('cli.js', import.meta.url.replace(/chunks\/[^/]+$/, '')).href
const require = process.getBuiltinModule('node:module').createRequire(__bundleUrl)
import {
  DEFAULT_LIMITS,
  PAIR_LIMITS,
  closeServer,
  createRateLimit,
  createRelayJudge,
  createRelayServer,
  openSelfSigned,
  openServer,
  parseListen,
  relayMetrics,
  renderAll,
  residentMemory,
  startMetricsListener,
  startStunServer
} from "./chunk-LSGKGP5U.js";
import "./chunk-Q3BI56NP.js";
import "./chunk-X235TL25.js";
import {
  lockDataDirectory
} from "./chunk-5EJRAA7G.js";
import "./chunk-Q52YI74I.js";
import "./chunk-GZLGKUCQ.js";
import "./chunk-7COOXVHN.js";
import "./chunk-2RVQGWLA.js";
import "./chunk-AF2YRSHN.js";
import "./chunk-YCFJPTIN.js";
import "./chunk-7MY364S2.js";
import "./chunk-HSUPV75H.js";
import {
  relayNameOf
} from "./chunk-JODB43BX.js";
import "./chunk-PNBZD6SV.js";
import {
  RELAY_PATH
} from "./chunk-XMHKMNK5.js";
import "./chunk-PZRER65M.js";
import "./chunk-373QJJLG.js";
import "./chunk-TCZPFBKV.js";
import "./chunk-HSV5RDCE.js";
import "./chunk-VKKUJFGE.js";
import {
  certificateDigest
} from "./chunk-GSPZSG4H.js";
import "./chunk-YDARPOJS.js";
import {
  verifyKeyList
} from "./chunk-LSFF2WNL.js";
import "./chunk-RMXBN5WW.js";
import "./chunk-334BH3EO.js";
import "./chunk-GKX7OSAF.js";
import "./chunk-BOR45FXJ.js";
import "./chunk-PK2JAWJN.js";
import "./chunk-4S2DTRWF.js";
import {
  envelopeSchema
} from "./chunk-4GZJ36TC.js";
import "./chunk-CU3PBIPB.js";
import "./chunk-P4375TVH.js";
import {
  parsePublicKey
} from "./chunk-ZYFGNLJL.js";
import "./chunk-SBZZULRJ.js";
import "./chunk-XHCMOUYR.js";
import "./chunk-7YEXSHNJ.js";
import {
  parseStrictJson
} from "./chunk-V4X75XZ6.js";
import "./chunk-MWXHRMN2.js";
import {
  makePrivateFolder,
  readFileBounded,
  readFileIfThere,
  writeFileAtomic
} from "./chunk-RWTYN6AN.js";
import "./chunk-NGN44GDH.js";
import {
  decode
} from "./chunk-USSEVVQ4.js";
import "./chunk-SKPPTWLY.js";
import "./chunk-NNHBBYKH.js";
import "./chunk-EQ5RKL3W.js";
import "./chunk-MGJ2JUMM.js";
import {
  decodeUtf8
} from "./chunk-VOIAD42L.js";
import {
  EXIT,
  SallyportError,
  messageOf
} from "./chunk-XELNXD6A.js";
import "./chunk-BRIVT672.js";

// src/verbs/relay.ts
const { join: join2, resolve } = process.getBuiltinModule("node:path");

// src/coordinator/relay/relay-process.ts
const { join } = process.getBuiltinModule("node:path");
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
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const { server, port } = await openServer({ ...options, limits });
  onClose(() => closeServer(server));
  const scheme = options.tls ? "https" : "http";
  const url = new URL(options.publicUrl ?? `${scheme}://${host.includes(":") ? `[${host}]` : host}:${port}`);
  const stun = await startStunServer(host, options.stunPort ?? port);
  onClose(() => stun.close());
  const name = relayNameOf(url);
  const keeper = createKeeper(folder, diagnostics);
  const judge = createRelayJudge({
    root,
    name,
    ...keyList ? { keyList } : {},
    onKeyList: keeper.keep,
    clock,
    diagnostics
  });
  const bounds = options.bounds ? { bounds: options.bounds } : {};
  const relay = createRelayServer({ judge, name, clock, random, ...PAIR_LIMITS, ...bounds });
  attach(server, relay, clock);
  onClose(async () => {
    relay.close();
    await keeper.settled();
  });
  const render = async () => renderAll([...relayMetrics(relay.counts()), residentMemory()]);
  const metrics = options.metrics && await startMetricsListener(render, options.metrics, diagnostics);
  onClose(() => metrics?.close());
  return {
    url: `${url.protocol === "https:" ? "wss" : "ws"}://${url.host}${RELAY_PATH}`,
    stun: `${url.hostname}:${stun.port}`,
    metricsPort: metrics?.port,
    relay
  };
}
function attach(server, relay, clock) {
  const rate = createRateLimit(UPGRADE_RATE);
  server.on("request", answer);
  server.on("upgrade", (request, socket, head) => {
    socket.on("error", () => socket.destroy());
    if (request.url !== RELAY_PATH) return refuse(socket, "404 Not Found");
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
  return join(folder, "key-list.json");
}
async function readKeyList(folder, root) {
  const path = keyListPath(folder);
  const bytes = await readFileIfThere(path, MAX_KEY_LIST_FILE);
  if (!bytes) return void 0;
  try {
    const limits = { source: path, maxBytes: MAX_KEY_LIST_FILE, maxDepth: 4 };
    return verifyKeyList(decode(envelopeSchema, parseStrictJson(bytes, limits), { source: path }), root);
  } catch (cause) {
    throw new SallyportError("DATA_DIRECTORY_INVALID", {
      message: `${path} is not signed by the root that was given: ${messageOf(cause)}`,
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
      line = line.then(() => writeFileAtomic(keyListPath(folder), text, 384)).catch(
        (thrown) => diagnostics.log("error", "the newest key list could not be kept", { error: messageOf(thrown) })
      );
    },
    settled: () => line
  };
}

// src/verbs/relay.ts
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
    const folder = resolve(ports.cwd, options.data);
    const root = parsePublicKey("root", options.root);
    const { host, port } = parseListen(options.listen ?? DEFAULT_LISTEN);
    const publicUrl = options.url === void 0 ? void 0 : parseOrigin(options.url);
    refuseUnreachable(call, host, publicUrl);
    await makePrivateFolder(folder);
    const unlock = lockDataDirectory(folder);
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
        ...options.metrics === void 0 ? {} : { metrics: parseListen(options.metrics, "metrics") },
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
  const pin = options.tls ? certificateDigest(options.tls.certificate) : void 0;
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
  return EXIT.ok;
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
    return openSelfSigned(join2(folder, "tls"), [name.replace(/^\[|\]$/g, "")], ports);
  }
  if (certificate === void 0 && key === void 0) return void 0;
  if (certificate === void 0 || key === void 0) throw usage("--tls-cert and --tls-key come together");
  const read = async (path) => decodeUtf8(await readFileBounded(resolve(ports.cwd, path), MAX_PEM_BYTES));
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
  return new SallyportError("USAGE", { message, help: "sallyport relay serve --help" });
}
export {
  relayServe
};
