import { createRequire as __createRequire } from 'node:module'
const __bundleUrl = new URL('cli.js', import.meta.url.replace(/chunks\/[^/]+$/, '')).href
const require = __createRequire(__bundleUrl)
import {
  import_websocket
} from "./chunk-PFXWX5GC.js";
import {
  askReport,
  findControlSocket,
  listDataPlanes,
  narrowestLink,
  tunnelMtu
} from "./chunk-TJJ7IIUV.js";
import "./chunk-OCEKPWYK.js";
import {
  Transport,
  chooseAead,
  isStunServer,
  listTiers,
  measureHandshakeCost,
  resolveServer
} from "./chunk-Z5UFFSEW.js";
import "./chunk-ZYRPJBSQ.js";
import "./chunk-LFQCAWCU.js";
import "./chunk-TJDMEUGJ.js";
import {
  RELAY_FRAME_MAX,
  RELAY_PROTOCOL,
  parseFrame
} from "./chunk-MRPH3ISA.js";
import "./chunk-JEQE5PU6.js";
import {
  privateKey
} from "./chunk-FKL7MCIM.js";
import {
  formatEndpoint,
  formatIp
} from "./chunk-TRTAZSML.js";
import "./chunk-4BMJXN3H.js";
import "./chunk-VE7ZQ3BF.js";
import {
  require_node_http
} from "./chunk-RN7RL3UA.js";
import "./chunk-AKSXVBID.js";
import "./chunk-HO7PXLR4.js";
import "./chunk-OIE2JKUE.js";
import {
  EXIT,
  SallyportError,
  __toESM
} from "./chunk-N2CRB7ZG.js";

// src/verbs/doctor.ts
import { readFile } from "node:fs/promises";
import { networkInterfaces } from "node:os";
import { resolve } from "node:path";

// src/mesh/nat-kind.ts
function natKindOf({ asked, observed, addresses, port }) {
  if (observed.length === 0) return asked === 0 ? "unknown" : "blocked";
  const own = new Set(addresses);
  if (observed.every((each) => each.port === port && own.has(formatIp(each.address)))) return "none";
  const kinds = [4, 6].map(
    (family) => kindOf(observed.filter(({ address }) => address.family === family).map(formatEndpoint))
  );
  if (kinds.includes("hard")) return "hard";
  return kinds.includes("easy") ? "easy" : "unknown";
}
function kindOf(observed) {
  if (observed.length < 2) return "unknown";
  return new Set(observed).size === 1 ? "easy" : "hard";
}

// src/mesh/relay-probe.ts
var import_node_http = __toESM(require_node_http(), 1);
import { Agent as HttpsAgent, get as httpsGet } from "node:https";
async function probeRelay(url, options) {
  try {
    const tookMs = await awaitChallenge(url, options);
    return { url, answers: true, tookMs, clockOffsetMs: await askClock(url, options) };
  } catch (error) {
    return { url, answers: false, why: error instanceof Error ? error.message : String(error) };
  }
}
function awaitChallenge(url, options) {
  const { clock, timeoutMs } = options;
  const startedAt = clock.monotonic();
  const { promise, resolve: resolve2, reject } = Promise.withResolvers();
  const socket = new import_websocket.default(url, RELAY_PROTOCOL, {
    perMessageDeflate: false,
    maxPayload: RELAY_FRAME_MAX,
    followRedirects: false,
    agent: agentFor(url, options),
    ...options.ca === void 0 ? {} : { ca: options.ca }
  });
  const timer = setTimeout(() => reject(new Error(`it did not answer within ${timeoutMs} ms`)), timeoutMs);
  socket.on("message", (data) => {
    const frame = Buffer.isBuffer(data) ? parseFrame(data) : void 0;
    if (frame?.kind === "challenge") resolve2(clock.monotonic() - startedAt);
    else reject(new Error("it answers, but is no relay"));
  });
  socket.on("error", reject);
  socket.on("close", () => reject(new Error("it closed the connection")));
  return promise.finally(() => {
    clearTimeout(timer);
    socket.terminate();
  });
}
async function askClock(url, options) {
  const target = new URL("/", url.replace(/^ws/, "http"));
  const get = target.protocol === "https:" ? httpsGet : import_node_http.get;
  const { promise, resolve: resolve2, reject } = Promise.withResolvers();
  const settings = {
    agent: agentFor(url, options),
    timeout: options.timeoutMs,
    ...options.ca ? { ca: options.ca } : {}
  };
  const asking = get(target, settings, resolve2);
  asking.on("timeout", () => asking.destroy(new Error("timeout")));
  asking.on("error", reject);
  const response = await promise.catch(() => void 0);
  response?.destroy();
  const said = Date.parse(response?.headers.date ?? "");
  return Number.isNaN(said) ? null : Math.round(options.clock.now() - (said + 500));
}
function agentFor(url, { env }) {
  return url.startsWith("wss:") ? new HttpsAgent({ proxyEnv: env }) : new import_node_http.Agent({ proxyEnv: env });
}

// src/verbs/doctor.ts
var STUN_TIMEOUT_MS = 3e3;
var RELAY_TIMEOUT_MS = 5e3;
var MAX_SKEW_MS = 6e4;
var doctor = {
  name: "doctor",
  summary: "Report what the tunnel finds on this machine: UDP, NAT, relays, MTU, cipher, clock.",
  details: "With --stun HOST:PORT, given twice, it says what kind of NAT is between; with --relay URL whether relays are reached, how far their clock is from ours, and how their STUN sees us. The relays of a running session are asked unnamed.",
  options: ["stun", "relay", "ca", "json"],
  examples: [
    "sallyport doctor",
    "sallyport doctor --stun 192.0.2.1:3478 --stun 192.0.2.2:3478",
    "sallyport doctor --relay wss://coordinator.example:8440/v1/relay"
  ],
  run
};
async function run(call) {
  const report = await examine(call);
  if (call.options.json) call.ports.stdout(`${JSON.stringify(report, null, 2)}
`);
  else call.ports.stderr(render(report));
  return EXIT.ok;
}
async function examine(call) {
  const { clock, random } = call.ports;
  const named = readStunServers(call.options.stun ?? []);
  const transport = await Transport.open({
    clock,
    random,
    privateKey: privateKey(random.bytes(32)),
    mesh: [],
    port: 0,
    aead: await chooseAead(),
    onDatagram: () => {
    },
    onPath: () => {
    }
  });
  try {
    return await examineWith(transport, named, call);
  } finally {
    transport.close();
  }
}
async function examineWith(transport, named, call) {
  const { clock } = call.ports;
  const session = await askSession(call);
  const observed = await observeAll(transport, [...named, ...stunOf(relayUrls(call, session))]);
  const addresses = localAddresses();
  const relays = await probeRelays(call, session);
  return {
    version: 1,
    udp: { port: transport.port },
    nat: natKindOf({ asked: named.length, observed, addresses, port: transport.port }),
    observed: [...new Set(observed.map(formatEndpoint))],
    addresses,
    relays,
    mtu: await examineMtu(),
    ciphers: await listTiers(clock),
    dataPlanes: listDataPlanes(),
    udpBatches: transport.linkKind === "batched",
    handshakeCostMs: Number(measureHandshakeCost(clock).toFixed(3)),
    clock: { now: new Date(clock.now()).toISOString(), offsetMs: offsetOf(relays) },
    session
  };
}
function readStunServers(texts) {
  const wrong = texts.find((text) => !isStunServer(text));
  if (wrong === void 0) return texts;
  throw new SallyportError("USAGE", {
    message: `--stun ${JSON.stringify(wrong)} is no server`,
    help: "write it as stun.example:3478, 192.0.2.1:3478 or [2001:db8::1]:3478"
  });
}
function stunOf(relays) {
  return relays.map((text) => URL.parse(text)).filter((url) => url !== null).filter((url) => url.hostname !== "").map((url) => `${url.hostname}:${url.port || (url.protocol === "wss:" ? 443 : 80)}`);
}
async function observeAll(transport, servers) {
  const endpoints = (await Promise.all([...new Set(servers)].map(resolveServer))).flat();
  const answers = endpoints.map((endpoint) => transport.observe(endpoint, STUN_TIMEOUT_MS));
  return (await Promise.all(answers)).filter((answer) => answer !== void 0);
}
function relayUrls(call, session) {
  return [.../* @__PURE__ */ new Set([...call.options.relay ?? [], ...(session?.relays ?? []).map(({ url }) => url)])];
}
async function probeRelays(call, session) {
  const { clock, env, cwd } = call.ports;
  const file = call.options.ca;
  const ca = file === void 0 ? void 0 : await readFile(resolve(cwd, file), "utf8");
  const options = { clock, env, timeoutMs: RELAY_TIMEOUT_MS, ...ca === void 0 ? {} : { ca } };
  return Promise.all(relayUrls(call, session).map((url) => probeRelay(url, options)));
}
async function examineMtu() {
  const narrowest = await narrowestLink();
  return narrowest ? { link: narrowest.link, linkMtu: narrowest.mtu, tunnelMtu: tunnelMtu(narrowest.mtu) } : null;
}
function offsetOf(relays) {
  const offsets = relays.flatMap(
    (relay) => relay.answers && relay.clockOffsetMs !== null ? [relay.clockOffsetMs] : []
  );
  return offsets.sort((a, b) => a - b)[offsets.length >> 1] ?? null;
}
async function askSession(call) {
  const path = await findControlSocket(call.ports.env).catch(() => void 0);
  return path === void 0 ? null : await askReport(path).catch(() => null);
}
function localAddresses() {
  return Object.values(networkInterfaces()).flatMap((each) => each ?? []).filter((each) => !each.internal).map((each) => each.address);
}
var NAT_SENTENCES = {
  unknown: "not known (give --stun HOST:PORT, two of them)",
  blocked: "no answer: UDP does not pass, the relay would be used",
  none: "none: this machine is reached as it is",
  easy: "easy: direct paths are likely",
  hard: "hard: a port per destination; direct paths only to peers without NAT"
};
function render(report) {
  const udp = "port" in report.udp ? `port ${report.udp.port} opened, ${report.udpBatches ? "in batches (GSO, GRO)" : "a datagram at a call"}` : report.udp.error;
  return [
    `UDP        ${udp}`,
    `NAT        ${describeNat(report)}`,
    `seen as    ${report.observed.join(", ") || "–"}`,
    `addresses  ${report.addresses.join(", ") || "none"}`,
    ...describeRelays(report.relays),
    `MTU        ${describeMtu(report.mtu)}`,
    ...report.ciphers.map(
      (tier, index) => `${index === 0 ? "ciphers " : "        "}   ${describeTier(tier, report.ciphers)}`
    ),
    ...report.dataPlanes.map(
      (plane, index) => `${index === 0 ? "planes" : "      "}     ${describePlane(plane)}`
    ),
    `handshake  ${report.handshakeCostMs} ms of one core for a stranger's`,
    `clock      ${describeClock(report.clock)}`,
    ...describeSession(report.session),
    ""
  ].join("\n");
}
function describeNat({ nat, observed }) {
  const isHalfKnown = nat === "unknown" && observed.length > 0;
  return isHalfKnown ? "UDP passes; a second STUN server would tell the kind" : NAT_SENTENCES[nat];
}
function describeRelays(relays) {
  if (relays.length === 0) return ["relays     none named (give --relay URL), and no session runs"];
  return relays.map((relay) => {
    const state = relay.answers ? `answers, ${Math.round(relay.tookMs)} ms` : `does not answer: ${relay.why}`;
    return `relay      ${relay.url} ${state}`;
  });
}
function describeMtu(mtu) {
  if (!mtu) return "not known: this system does not say";
  return `${mtu.linkMtu} of ${mtu.link}; in the tunnel up to ${mtu.tunnelMtu}`;
}
function describeClock({ now, offsetMs }) {
  if (offsetMs === null) return `${now}, compared with nobody`;
  const seconds = (offsetMs / 1e3).toFixed(1);
  const judgement = Math.abs(offsetMs) > MAX_SKEW_MS ? "too far: signed messages will be refused" : "near enough";
  return `${now}, ${seconds} s from the relays' (${judgement})`;
}
function describeSession(session) {
  if (!session) return ["session    none runs here"];
  const peers = session.peers.map((peer) => {
    const by = peer.path.kind === "plain" ? peer.remote ?? "no endpoint" : peer.path.kind;
    return `peer       ${peer.id} ${peer.connected ? "connected" : "not connected"}, ${by}`;
  });
  const relays = session.relays.map((relay) => `relay      ${relay.url} ${relay.state}`);
  return [`session    ${session.addresses.join(", ")}, ${session.cipher} cipher`, ...peers, ...relays];
}
function describePlane(plane) {
  return plane.works ? `${plane.kind}: works` : `${plane.kind}: not here, ${plane.why}`;
}
function describeTier(tier, tiers) {
  if (!tier.works) return `${tier.name}: not here, ${tier.why}`;
  const serves = tier === tiers.find((each) => each.works) ? " (serves)" : "";
  return `${tier.name}: ${tier.packetsPerSecond} packets/s both ways, ${tier.mebibytesPerSecond} MiB/s${serves}`;
}
export {
  doctor
};
