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
  doctor_BJX5IFZB: () => doctor_BJX5IFZB_exports
});
module.exports = stdin_exports;
var import_relay_socket_08E702CE = require("./relay-socket-08E702CE.cjs").chunk_TPW7G4X7;
var import_chunk_T6RIR5MA = require("./chunk-T6RIR5MA.cjs").chunk_T6RIR5MA;
var import_chunk_TAAIO5B4 = require("./chunk-TAAIO5B4.cjs").chunk_TAAIO5B4;
var import_chunk_2ZL3UNZA = require("./chunk-2ZL3UNZA.cjs").chunk_2ZL3UNZA;
var import_chunk_A7C2DCE4 = require("./chunk-A7C2DCE4.cjs").chunk_QWNYZ5AQ;
var import_chunk_A7C2DCE42 = require("./chunk-A7C2DCE4.cjs").chunk_UWHXMD75;
var import_chunk_0722AEF2 = require("./chunk-0722AEF2.cjs").chunk_NX2LOS6S;
var import_chunk_8C92F723 = require("./chunk-8C92F723.cjs").chunk_DB7LFUPW;
var import_chunk_8C92F7232 = require("./chunk-8C92F723.cjs").chunk_CBR347CW;
var import_chunk_A7C2DCE43 = require("./chunk-A7C2DCE4.cjs").chunk_5RE62PDQ;
var import_chunk_A7C2DCE44 = require("./chunk-A7C2DCE4.cjs").chunk_FZZUDDWV;
var import_chunk_A7C2DCE45 = require("./chunk-A7C2DCE4.cjs").chunk_LX6I7H3G;
var import_chunk_8F5DD029 = require("./chunk-8F5DD029.cjs").chunk_7V4PSXLH;
var import_chunk_8F5DD0292 = require("./chunk-8F5DD029.cjs").chunk_XNJ7RVPM;
var import_chunk_8F5DD0293 = require("./chunk-8F5DD029.cjs").chunk_ZQXX2OND;
var import_chunk_0722AEF22 = require("./chunk-0722AEF2.cjs").chunk_HQJHKSVR;
var import_cli = require("../cli.cjs").chunk_FZ44G4XJ;
var import_chunk_0722AEF23 = require("./chunk-0722AEF2.cjs").chunk_53KULZZP;
var import_cli2 = require("../cli.cjs").chunk_GEUJANHY;
var import_cli3 = require("../cli.cjs").chunk_QW7UKFTH;
var import_cli4 = require("../cli.cjs").chunk_4NFOMFHU;
var import_cli5 = require("../cli.cjs").chunk_TO5RH7DJ;
var import_cli6 = require("../cli.cjs").chunk_HJAZFC2R;


var import_node_path = process.getBuiltinModule("node:path");


var __defProp2 = Object.defineProperty;
var __export2 = (target, all) => {
  for (var name in all)
    __defProp2(target, name, { get: all[name], enumerable: true });
};
var doctor_BJX5IFZB_exports = {};
__export2(doctor_BJX5IFZB_exports, {
  doctor: () => doctor
});
function natKindOf({ asked, observed, addresses, port }) {
  if (observed.length === 0) return asked === 0 ? "unknown" : "blocked";
  const own = new Set(addresses);
  if (observed.every((each) => each.port === port && own.has((0, import_chunk_0722AEF22.formatIp)(each.address)))) return "none";
  const kinds = [4, 6].map(
    (family) => kindOf(observed.filter(({ address }) => address.family === family).map(import_chunk_0722AEF22.formatEndpoint))
  );
  if (kinds.includes("hard")) return "hard";
  return kinds.includes("easy") ? "easy" : "unknown";
}
function kindOf(observed) {
  if (observed.length < 2) return "unknown";
  return new Set(observed).size === 1 ? "easy" : "hard";
}
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
  const socket = (0, import_relay_socket_08E702CE.openRelaySocket)({ url, ...options });
  const timer = setTimeout(() => reject(new Error(`it did not answer within ${timeoutMs} ms`)), timeoutMs);
  socket.on("message", (data) => {
    const frame = Buffer.isBuffer(data) ? (0, import_chunk_A7C2DCE42.parseFrame)(data) : void 0;
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
  const get = target.protocol === "https:" ? (process.getBuiltinModule("node:https")).get : (process.getBuiltinModule("node:http")).get;
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
  return url.startsWith("wss:") ? new (process.getBuiltinModule("node:https")).Agent({ proxyEnv: env }) : new (process.getBuiltinModule("node:http")).Agent({ proxyEnv: env });
}
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
  return import_cli5.EXIT.ok;
}
async function examine(call) {
  const { clock, random } = call.ports;
  const named = readStunServers(call.options.stun ?? []);
  const transport = await import_chunk_2ZL3UNZA.Transport.open({
    clock,
    random,
    privateKey: (0, import_chunk_8C92F7232.privateKey)(random.bytes(32)),
    mesh: [],
    port: 0,
    aead: await (0, import_chunk_2ZL3UNZA.chooseAead)(),
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
    observed: [...new Set(observed.map(import_chunk_0722AEF22.formatEndpoint))],
    addresses,
    relays,
    mtu: await examineMtu(),
    ciphers: await (0, import_chunk_2ZL3UNZA.listTiers)(clock),
    dataPlanes: (0, import_chunk_TAAIO5B4.listDataPlanes)(),
    udpBatches: transport.linkKind === "batched",
    handshakeCostMs: Number((0, import_chunk_2ZL3UNZA.measureHandshakeCost)(clock).toFixed(3)),
    clock: { now: new Date(clock.now()).toISOString(), offsetMs: offsetOf(relays) },
    session
  };
}
function readStunServers(texts) {
  const wrong = texts.find((text) => !(0, import_chunk_2ZL3UNZA.isStunServer)(text));
  if (wrong === void 0) return texts;
  throw new import_cli5.SallyportError("USAGE", {
    message: `--stun ${JSON.stringify(wrong)} is no server`,
    help: "write it as stun.example:3478, 192.0.2.1:3478 or [2001:db8::1]:3478"
  });
}
function stunOf(relays) {
  return relays.map((text) => URL.parse(text)).filter((url) => url !== null).filter((url) => url.hostname !== "").map((url) => `${url.hostname}:${url.port || (url.protocol === "wss:" ? 443 : 80)}`);
}
async function observeAll(transport, servers) {
  const endpoints = (await Promise.all([...new Set(servers)].map(import_chunk_2ZL3UNZA.resolveServer))).flat();
  const answers = endpoints.map((endpoint) => transport.observe(endpoint, STUN_TIMEOUT_MS));
  return (await Promise.all(answers)).filter((answer) => answer !== void 0);
}
function relayUrls(call, session) {
  return [.../* @__PURE__ */ new Set([...call.options.relay ?? [], ...(session?.relays ?? []).map(({ url }) => url)])];
}
async function probeRelays(call, session) {
  const { clock, env, cwd } = call.ports;
  const file = call.options.ca;
  const ca = file === void 0 ? void 0 : await (0, (process.getBuiltinModule("node:fs/promises")).readFile)((0, import_node_path.resolve)(cwd, file), "utf8");
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
  const narrowest = (0, import_chunk_TAAIO5B4.narrowestLink)();
  return narrowest ? { link: narrowest.link, linkMtu: narrowest.mtu, tunnelMtu: (0, import_chunk_TAAIO5B4.tunnelMtu)(narrowest.mtu) } : null;
}
function offsetOf(relays) {
  const offsets = relays.flatMap(
    (relay) => relay.answers && relay.clockOffsetMs !== null ? [relay.clockOffsetMs] : []
  );
  return offsets.sort((a, b) => a - b)[offsets.length >> 1] ?? null;
}
async function askSession(call) {
  const path = await (0, import_chunk_TAAIO5B4.findControlSocket)(call.ports.env).catch(() => void 0);
  return path === void 0 ? null : await (0, import_chunk_TAAIO5B4.askReport)(path).catch(() => null);
}
function localAddresses() {
  return Object.values((0, (process.getBuiltinModule("node:os")).networkInterfaces)()).flatMap((each) => each ?? []).filter((each) => !each.internal).map((each) => each.address);
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
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  doctor_BJX5IFZB
});
