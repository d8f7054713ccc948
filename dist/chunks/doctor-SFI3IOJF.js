const __bundleUrl = new URL('cli.js', import.meta.url.replace(/chunks\/[^/]+$/, '')).href
const require = process.getBuiltinModule('node:module').createRequire(__bundleUrl)
import {
  askReport,
  findControlSocket,
  listDataPlanes,
  narrowestLink,
  tunnelMtu
} from "./chunk-SYNHHKDA.js";
import "./chunk-QVSNGMYU.js";
import {
  Transport,
  chooseAead,
  isStunServer,
  listTiers,
  measureHandshakeCost,
  resolveServer
} from "./chunk-3QNQVI54.js";
import "./chunk-PZRER65M.js";
import "./chunk-QK7WAWI4.js";
import "./chunk-WI4HPUWC.js";
import {
  privateKey
} from "./chunk-GOJIKPCR.js";
import {
  formatEndpoint,
  formatIp
} from "./chunk-373QJJLG.js";
import "./chunk-GKX7OSAF.js";
import "./chunk-C4O7WH6Y.js";
import {
  openRelaySocket
} from "./chunk-2ESV7Z5K.js";
import "./chunk-BOR45FXJ.js";
import {
  parseFrame
} from "./chunk-PK2JAWJN.js";
import "./chunk-SBZZULRJ.js";
import "./chunk-XQ66YIOG.js";
import "./chunk-RWTYN6AN.js";
import "./chunk-NNHBBYKH.js";
import "./chunk-MGJ2JUMM.js";
import "./chunk-VOIAD42L.js";
import {
  EXIT,
  SallyportError
} from "./chunk-XELNXD6A.js";
import "./chunk-BRIVT672.js";

// src/verbs/doctor.ts
const { readFile } = process.getBuiltinModule("node:fs/promises");
const { networkInterfaces } = process.getBuiltinModule("node:os");
const { resolve } = process.getBuiltinModule("node:path");

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
const { Agent: HttpAgent, get: httpGet } = process.getBuiltinModule("node:http");
const { Agent: HttpsAgent, get: httpsGet } = process.getBuiltinModule("node:https");
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
  const socket = openRelaySocket({ url, ...options });
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
  const get = target.protocol === "https:" ? httpsGet : httpGet;
  const { promise, resolve: resolve2, reject } = Promise.withResolvers();
  const settings = {
    agent: agentFor(url, options),
    timeout: options.timeoutMs,
    // The date is nobody's secret, and the relay has shown its certificate just now.
    ...options.pin === void 0 ? options.ca ? { ca: options.ca } : {} : { rejectUnauthorized: false }
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
  return url.startsWith("wss:") ? new HttpsAgent({ proxyEnv: env }) : new HttpAgent({ proxyEnv: env });
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
  const pins = new Map(session?.relays.map(({ url, pin }) => [url, pin]));
  return Promise.all(
    relayUrls(call, session).map((url) => {
      const pin = pins.get(url);
      return probeRelay(url, { ...options, ...pin === void 0 ? {} : { pin } });
    })
  );
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
    `seen as    ${report.observed.join(", ") || "\u2013"}`,
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
  const relays = session.relays.map(
    ({ url, state, why }) => `relay      ${url} ${state}${why === void 0 ? "" : ` (${why})`}`
  );
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
