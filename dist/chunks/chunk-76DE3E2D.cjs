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
  chunk_5NLOPGH4: () => chunk_5NLOPGH4_exports,
  chunk_AXVZ4JEX: () => chunk_AXVZ4JEX_exports,
  chunk_MGAQQ4LA: () => chunk_MGAQQ4LA_exports,
  chunk_Q7W3GSYR: () => chunk_Q7W3GSYR_exports,
  chunk_YOEIK7MY: () => chunk_YOEIK7MY_exports
});
module.exports = stdin_exports;
var import_chunk_38EDD590 = require("./chunk-38EDD590.cjs").chunk_Y2L2NAT7;
var import_chunk_38EDD5902 = require("./chunk-38EDD590.cjs").chunk_ZXGMBMKT;
var import_chunk_8A5887D9 = require("./chunk-8A5887D9.cjs").chunk_AXPTAZ2E;
var import_chunk_8A5887D92 = require("./chunk-8A5887D9.cjs").chunk_BBZH2QS2;
var import_chunk_8A5887D93 = require("./chunk-8A5887D9.cjs").chunk_TFFOW3OJ;
var import_chunk_T6RIR5MA = require("./chunk-T6RIR5MA.cjs").chunk_T6RIR5MA;
var import_chunk_A7C2DCE4 = require("./chunk-A7C2DCE4.cjs").chunk_QWNYZ5AQ;
var import_chunk_0722AEF2 = require("./chunk-0722AEF2.cjs").chunk_NX2LOS6S;
var import_chunk_8C92F723 = require("./chunk-8C92F723.cjs").chunk_CBR347CW;
var import_chunk_0722AEF22 = require("./chunk-0722AEF2.cjs").chunk_HQJHKSVR;
var import_chunk_CF656EE4 = require("./chunk-CF656EE4.cjs").chunk_CRLEFTAS;
var import_cli = require("../cli.cjs").chunk_SO3KANTK;
var import_cli2 = require("../cli.cjs").chunk_GEUJANHY;
var import_chunk_2BC21E11 = require("./chunk-2BC21E11.cjs").chunk_M3WSMIIZ;
var import_cli3 = require("../cli.cjs").chunk_4NFOMFHU;
var import_cli4 = require("../cli.cjs").chunk_TO5RH7DJ;

var import_chunk_393AA2AF = require("./chunk-393AA2AF.cjs").chunk_LADPJ4KD;
var import_chunk_8C92F7232 = require("./chunk-8C92F723.cjs").chunk_CBR347CW;
var import_chunk_EA47D034 = require("./chunk-EA47D034.cjs").chunk_E3PGXMDL;
var import_chunk_BIEF65K5 = require("./chunk-BIEF65K5.cjs").chunk_BIEF65K5;
var import_cli5 = require("../cli.cjs").chunk_QW7UKFTH;
var import_chunk_393AA2AF2 = require("./chunk-393AA2AF.cjs").chunk_LADPJ4KD;
var import_chunk_2YFZQ4YB = require("./chunk-2YFZQ4YB.cjs").chunk_2YFZQ4YB;
var import_chunk_8C92F7233 = require("./chunk-8C92F723.cjs").chunk_CBR347CW;
var import_chunk_0722AEF23 = require("./chunk-0722AEF2.cjs").chunk_HQJHKSVR;
var import_cli6 = require("../cli.cjs").chunk_GEUJANHY;
var import_cli7 = require("../cli.cjs").chunk_4NFOMFHU;
var import_cli8 = require("../cli.cjs").chunk_TO5RH7DJ;
var __defProp2 = Object.defineProperty;
var __export2 = (target, all) => {
  for (var name in all)
    __defProp2(target, name, { get: all[name], enumerable: true });
};
var chunk_MGAQQ4LA_exports = {};
__export2(chunk_MGAQQ4LA_exports, {
  afterRollback: () => afterRollback
});
function afterRollback({
  to,
  restored,
  quarantined
}) {
  return `${whatRuns(to, restored)}${quarantined ? "; the digest is quarantined" : ""}`;
}
function whatRuns(to, restored) {
  if (to === void 0)
    return restored ? "there was no release before, so none runs" : "there is NO other release to go back to: look at that machine";
  if (restored) return `sha256:${to} runs again`;
  return `the release before, sha256:${to}, does NOT answer: look at that machine`;
}
var chunk_5NLOPGH4_exports = {};
__export2(chunk_5NLOPGH4_exports, {
  deviceName: () => deviceName
});
function deviceName(host, otherwise) {
  const label = host.split(".")[0].toLowerCase().replace(/[^a-z0-9-]/g, "-").replace(/^-+/, "");
  return label.slice(0, 63).replace(/-+$/, "") || otherwise;
}
var chunk_YOEIK7MY_exports = {};
__export2(chunk_YOEIK7MY_exports, {
  createRunnerIdentity: () => createRunnerIdentity
});
var chunk_Q7W3GSYR_exports = {};
__export2(chunk_Q7W3GSYR_exports, {
  MeshNames: () => MeshNames,
  isLoopbackUrl: () => isLoopbackUrl,
  localEndpoints: () => localEndpoints,
  meshPeerOf: () => meshPeerOf,
  openWireguardKey: () => openWireguardKey,
  startControlSession: () => startControlSession,
  wireguardPublicKey: () => wireguardPublicKey
});
var MAX_KEY_FILE_BYTES = 4096;
async function openWireguardKey(path, random) {
  const bytes = await (0, import_chunk_2BC21E11.readFileIfThere)(path, MAX_KEY_FILE_BYTES);
  if (bytes !== void 0) return (0, import_chunk_8C92F723.privateKey)((0, import_chunk_8C92F723.parseKeyText)((0, import_cli3.decodeUtf8)(bytes).trim(), `private key in ${path}`));
  const fresh = random.bytes(32);
  await (0, import_chunk_2BC21E11.createFile)(path, `${(0, import_cli3.encodeBase64)(fresh)}
`, 384);
  return (0, import_chunk_8C92F723.privateKey)(fresh);
}
function wireguardPublicKey(key) {
  return import_chunk_A7C2DCE4.nodePrimitives.publicOf(import_chunk_A7C2DCE4.nodePrimitives.importPrivateKey(key.reveal().slice()));
}
var HANDSHAKE_MS = 15 * import_cli2.SECOND;
var SILENCE_MS = 75 * import_cli2.SECOND;
var MAX_PROBLEM_BYTES = 64 * 1024;
async function openControlStream(options) {
  const { client, since, wantsRelay, ca } = options;
  const { keys } = await client.keyList();
  const query = [...since === void 0 ? [] : [`since=${since}`], ...wantsRelay ? ["relay=1"] : []].join(
    "&"
  );
  const target = `${client.url}${import_chunk_8A5887D93.STREAM_PATH}${query === "" ? "" : `?${query}`}`;
  const headers = client.signUpgrade(target);
  const socket = new import_chunk_T6RIR5MA.import_websocket.default(target.replace(/^http/, "ws"), {
    headers: { ...headers },
    handshakeTimeout: HANDSHAKE_MS,
    maxPayload: 2 * import_chunk_38EDD590.MAX_FRAME_BYTES,
    perMessageDeflate: false,
    followRedirects: false,
    ...ca === void 0 ? {} : { ca }
  });
  const state = {
    options,
    socket,
    control: keys.control,
    upgradeSignature: headers.signature,
    challenge: void 0,
    received: 0,
    sent: 0
  };
  watch(state);
  return {
    send: (frame) => sendFrame(state, frame),
    close: () => socket.close(1e3)
  };
}
function watch(state) {
  const { socket, options } = state;
  let reason = "";
  let problem;
  let silence = setTimeout(() => socket.terminate(), SILENCE_MS);
  const heard = () => {
    clearTimeout(silence);
    silence = setTimeout(() => socket.terminate(), SILENCE_MS);
  };
  socket.on("ping", heard);
  socket.on("message", (data) => {
    heard();
    try {
      receive(state, data);
    } catch (thrown) {
      reason = (0, import_cli4.messageOf)(thrown);
      socket.terminate();
    }
  });
  socket.on("unexpected-response", (_request, response) => {
    const chunks = [];
    let size = 0;
    response.on("data", (chunk) => {
      size += chunk.length;
      if (size <= MAX_PROBLEM_BYTES) chunks.push(chunk);
    });
    response.on("end", () => {
      problem = readProblem(state, response.statusCode ?? 0, response.headers, Buffer.concat(chunks));
      reason = problem?.message ?? `the upgrade was answered with ${response.statusCode}`;
      socket.terminate();
    });
  });
  socket.on("error", (error) => {
    reason ||= error.message;
  });
  socket.on("close", (code) => {
    clearTimeout(silence);
    options.onClosed({ reason: reason || `closed (${code})`, ...problem ? { problem } : {} });
  });
}
function receive(state, data) {
  const source = "the coordinator's frame";
  const limits = { source, maxBytes: 2 * import_chunk_38EDD590.MAX_FRAME_BYTES };
  const value = (0, import_chunk_CF656EE4.parseStrictJson)(data, limits);
  if (!state.challenge) {
    const message = (0, import_cli.decode)(import_chunk_38EDD590.challengeSchema, value, { source });
    const { coordinatorId } = state.options.client;
    state.challenge = (0, import_chunk_38EDD590.verifyChallenge)(
      message,
      { coordinatorId, upgradeSignature: state.upgradeSignature },
      state.control
    );
    if (state.challenge) return;
    state.options.client.doubtKeyList();
    throw refused("the challenge is not signed by the control key for this upgrade");
  }
  const signed = (0, import_cli.decode)(import_chunk_38EDD590.signedFrameSchema, value, { source });
  const bytes = (0, import_cli3.encodeUtf8)(signed.frame);
  const expected = { challenge: state.challenge, counter: state.received + 1, from: "coordinator" };
  const isNext = signed.counter === expected.counter;
  if (!isNext || !(0, import_chunk_38EDD590.verifyFrame)(bytes, (0, import_cli3.decodeBase64url)(signed.signature), expected, state.control)) {
    throw refused("a frame is not the next one, or not signed by the control key");
  }
  state.received = expected.counter;
  state.options.onFrame((0, import_cli.decode)(import_chunk_8A5887D93.downFrame, (0, import_chunk_CF656EE4.parseStrictJson)(bytes, limits), { source }));
}
function sendFrame(state, frame) {
  const { socket, challenge, options } = state;
  if (!challenge || socket.readyState !== socket.OPEN) return;
  state.sent++;
  const text = JSON.stringify(frame);
  const context = { challenge, counter: state.sent, from: "node" };
  const signature = (0, import_cli3.encodeBase64url)((0, import_chunk_38EDD590.signFrame)((0, import_cli3.encodeUtf8)(text), context, options.key));
  socket.send(JSON.stringify({ counter: state.sent, frame: text, signature }));
}
function readProblem({ options, control, upgradeSignature }, status, headers, body) {
  const header = (name) => typeof headers[name] === "string" ? headers[name] : void 0;
  const judgement = (0, import_chunk_8A5887D9.verifyResponse)(
    { status, body, requestSignature: upgradeSignature },
    {
      "content-digest": header("content-digest"),
      "signature-input": header("signature-input"),
      signature: header("signature")
    },
    { publicKey: control, coordinatorId: options.client.coordinatorId, now: options.clock.now() }
  );
  if (judgement.kind === "refused") {
    options.client.doubtKeyList();
    return void 0;
  }
  const source = "the refusal";
  const value = (0, import_chunk_CF656EE4.parseStrictJson)((0, import_cli3.decodeUtf8)(body), { source, maxBytes: MAX_PROBLEM_BYTES });
  return (0, import_cli.decode)(import_chunk_8A5887D9.problemSchema, value, { source }).problem;
}
function refused(message) {
  return new import_cli4.SallyportError("REPLY_REFUSED", { message });
}
function applyFrame(known, frame) {
  if (known && frame.version < known.version) {
    throw refused2(`the map went back from version ${known.version} to ${frame.version}`);
  }
  return frame.kind === "snapshot" ? applySnapshot(known, frame) : applyDelta(known, frame);
}
function applySnapshot(known, frame) {
  const peers = new Map(frame.peers.map((peer) => [peer.id, peer]));
  const removed = [...known?.peers.keys() ?? []].filter((id) => !peers.has(id));
  const changed = frame.peers.filter(
    (peer) => JSON.stringify(known?.peers.get(peer.id)) !== JSON.stringify(peer)
  );
  const { version, self, relays } = frame;
  return {
    map: { version, expiresAt: (0, import_cli2.parseTimestamp)(frame.expiresAt), self, peers, relays },
    changed,
    removed
  };
}
function applyDelta(known, frame) {
  if (!known || frame.since !== known.version) {
    throw refused2(
      `a delta from version ${frame.since} does not fit the map of version ${known?.version ?? "none"}`
    );
  }
  const peers = new Map(known.peers);
  for (const id of frame.removed) peers.delete(id);
  for (const peer of frame.changed) peers.set(peer.id, peer);
  const map = { ...known, version: frame.version, expiresAt: (0, import_cli2.parseTimestamp)(frame.expiresAt), peers };
  return { map, changed: frame.changed, removed: frame.removed };
}
function refused2(message) {
  return new import_cli4.SallyportError("REPLY_REFUSED", { message });
}
var FIRST_PAUSE = import_cli2.SECOND / 4;
var LONGEST_PAUSE = 30 * import_cli2.SECOND;
var FINAL = {
  revoked: "revoked",
  suspended: "suspended",
  untrusted: "untrusted",
  forbidden: "untrusted"
};
function startControlSession(options) {
  const { promise: ended, resolve: finish } = Promise.withResolvers();
  const state = {
    options,
    map: void 0,
    stream: void 0,
    isServed: false,
    endpoints: void 0,
    keyList: void 0,
    pause: FIRST_PAUSE,
    failures: 0,
    saidReason: void 0,
    isOver: false,
    work: Promise.resolve(),
    retry: void 0,
    expiry: void 0,
    finish(end) {
      if (state.isOver) return;
      state.isOver = true;
      clearTimeout(state.retry);
      clearTimeout(state.expiry);
      state.stream?.close();
      finish(end);
    }
  };
  connect(state);
  return {
    ended,
    get map() {
      return state.map;
    },
    get isConnected() {
      return state.isServed;
    },
    reportEndpoints(endpoints) {
      state.endpoints = endpoints;
      state.stream?.send({ kind: "endpoints", endpoints: [...endpoints] });
    },
    close: () => state.finish("closed")
  };
}
function connect(state) {
  const { options } = state;
  openControlStream({
    client: options.client,
    key: options.key,
    since: state.map?.version,
    wantsRelay: options.onRelayCredential !== void 0,
    ...options.ca === void 0 ? {} : { ca: options.ca },
    clock: options.clock,
    onFrame: (frame) => receive2(state, frame),
    onClosed({ reason, problem }) {
      state.stream = void 0;
      state.isServed = false;
      const end = problem && FINAL[problem.kind];
      if (problem?.kind === "recovering") options.onRecovering?.();
      if (end) state.finish(end);
      else connectLater(state, reason);
    }
  }).then(
    (stream) => {
      if (state.isOver) stream.close();
      else state.stream = stream;
    },
    (thrown) => connectLater(state, (0, import_cli4.messageOf)(thrown))
  );
}
function connectLater(state, reason) {
  if (state.isOver) return;
  const { diagnostics, random } = state.options;
  const wait = state.pause / 2 + (0, import_chunk_0722AEF2.randomBelow)(random, Math.max(1, Math.ceil(state.pause / 2)));
  state.pause = Math.min(LONGEST_PAUSE, state.pause * 2);
  const isNews = state.failures > 0 && reason !== state.saidReason;
  if (isNews) state.saidReason = reason;
  state.failures += 1;
  diagnostics.log(isNews ? "warn" : "debug", "the coordinator is not reached", {
    reason,
    retryMs: Math.round(wait)
  });
  state.retry = setTimeout(() => connect(state), wait);
}
function receive2(state, frame) {
  if (frame.kind === "ended") {
    state.options.diagnostics.log("info", "the coordinator ended the session", { reason: frame.reason });
    if (frame.reason !== "shutdown" && frame.reason !== "replaced") state.finish(frame.reason);
    return;
  }
  if (state.saidReason !== void 0)
    state.options.diagnostics.log("info", "the coordinator is reached again");
  state.pause = FIRST_PAUSE;
  state.failures = 0;
  state.saidReason = void 0;
  state.isServed = true;
  state.work = state.work.then(() => take(state, frame)).catch((thrown) => {
    state.options.diagnostics.log("warn", "a map was refused", { error: (0, import_cli4.messageOf)(thrown) });
    state.map = void 0;
    state.stream?.close();
  });
}
async function take(state, frame) {
  if (state.isOver) return;
  if (frame.kind === "relay-token") return takeRelayToken(state, frame);
  const isFirst = frame.kind === "snapshot" || state.map === void 0;
  const change = applyFrame(state.map, frame);
  state.map = change.map;
  watchExpiry(state, change.map);
  const refused3 = await state.options.onMap(change);
  state.stream?.send({ kind: "acknowledge", version: change.map.version, refused: [...refused3] });
  if (isFirst && state.endpoints) state.stream?.send({ kind: "endpoints", endpoints: [...state.endpoints] });
}
function takeRelayToken(state, { token, keyList }) {
  const { options, map } = state;
  state.keyList = keyList ?? state.keyList;
  if (!map || !state.keyList) return;
  const keys = [...map.peers.values()].map(({ wireguardKey }) => (0, import_cli3.decodeBase64url)(wireguardKey));
  options.onRelayCredential?.({
    bytes: (0, import_chunk_8A5887D92.emitRelayCredential)(token, state.keyList),
    peers: (0, import_chunk_38EDD5902.listPeers)(keys).bytes
  });
}
function watchExpiry(state, map) {
  clearTimeout(state.expiry);
  const left = Math.max(0, map.expiresAt - state.options.clock.now());
  state.expiry = setTimeout(() => {
    state.map = void 0;
    state.options.onExpired();
  }, left);
  state.expiry.unref();
}
var IPV4_ZONE = ".in-addr.arpa";
var IPV6_ZONE = ".ip6.arpa";
function reverseNameOf({ family, bytes }) {
  if (family === 4) return `${[...bytes].reverse().join(".")}${IPV4_ZONE}`;
  const nibbles = [...bytes].flatMap((byte) => [byte >> 4, byte & 15]);
  return `${nibbles.reverse().map((nibble) => nibble.toString(16)).join(".")}${IPV6_ZONE}`;
}
var MeshNames = class {
  #domain = "";
  #addresses = /* @__PURE__ */ new Map();
  /** By reverse name. */
  #pointers = /* @__PURE__ */ new Map();
  /** @param peers those that this node may talk to */
  update(self, peers) {
    this.#domain = self.domain;
    this.#addresses = new Map(
      [...peers, self].map(({ name, ipv4, ipv6 }) => [name, [(0, import_chunk_0722AEF22.parseIp)(ipv4), (0, import_chunk_0722AEF22.parseIp)(ipv6)]])
    );
    this.#pointers = new Map(
      [...this.#addresses].flatMap(
        ([name, addresses]) => addresses.map((address) => [reverseNameOf(address), `${name}.${self.domain}`])
      )
    );
  }
  lookUp(name) {
    const wanted = name.toLowerCase().replace(/\.$/, "");
    const pointer = this.#pointers.get(wanted);
    if (pointer !== void 0) return { pointer };
    if (!wanted.includes(".")) return this.#addresses.get(wanted) ?? [];
    if (this.#domain === "" || !wanted.endsWith(`.${this.#domain}`)) return [];
    return this.#addresses.get(wanted.slice(0, -this.#domain.length - 1)) ?? "no-such-name";
  }
};
var MAX_ENDPOINTS = 8;
function localEndpoints(port, withLoopback, observed = []) {
  if (port === 0) return [];
  const own = Object.values((0, (process.getBuiltinModule("node:os")).networkInterfaces)()).flat().filter((entry) => entry !== void 0).filter(({ internal, address }) => (withLoopback || !internal) && !address.startsWith("fe80:")).map(({ address }) => (0, import_chunk_0722AEF22.formatEndpoint)({ address: (0, import_chunk_0722AEF22.parseIp)(address), port }));
  return [.../* @__PURE__ */ new Set([...observed, ...own])].slice(0, MAX_ENDPOINTS);
}
function isLoopbackUrl(url) {
  const { hostname } = new URL(url);
  return hostname === "localhost" || hostname === "[::1]" || /^127\./.test(hostname);
}
var KEEPALIVE_SECONDS = 25;
function meshPeerOf(peer, ports) {
  return {
    publicKey: (0, import_chunk_8C92F723.publicKey)((0, import_cli3.decodeBase64url)(peer.wireguardKey)),
    endpoints: peer.endpoints.map(import_chunk_0722AEF22.parseEndpoint),
    allowedIps: [
      { address: (0, import_chunk_0722AEF22.parseIp)(peer.ipv4), bits: 32 },
      { address: (0, import_chunk_0722AEF22.parseIp)(peer.ipv6), bits: 128 }
    ],
    filter: filterOf(ports),
    persistentKeepaliveSeconds: KEEPALIVE_SECONDS
  };
}
function filterOf(ports) {
  if (ports.length === 0) return [];
  return [{ kind: "tcp", ports: ports.map((port) => ({ first: port, last: port })) }, { kind: "icmp" }];
}
function createRunnerIdentity(coordinator, tokens, http, ports) {
  const { clock, random } = ports;
  const root = (0, import_chunk_BIEF65K5.parsePublicKey)("root", coordinator.root);
  const machineKey = (0, import_chunk_BIEF65K5.ed25519KeyPair)(random.bytes(32));
  const wireguardKey = (0, import_chunk_8C92F7232.privateKey)(random.bytes(32));
  const keys = { wireguard: wireguardPublicKey(wireguardKey), machine: machineKey.publicKey };
  const url = coordinator.url.replace(/\/+$/, "");
  const client = (0, import_chunk_393AA2AF.createCoordinatorClient)({ url, root, key: machineKey, http, clock, random });
  const { coordinatorId } = client;
  return {
    client,
    machineKey,
    wireguardKey,
    keys,
    admissionToken(approval) {
      const approvalDigest = approval === null ? void 0 : (0, import_cli5.parseDigest)(approval);
      const binding = {
        coordinatorId,
        wireguardKey: keys.wireguard,
        machineKey: keys.machine,
        approvalDigest
      };
      return tokens.request((0, import_chunk_EA47D034.admissionAudience)(binding));
    },
    approvalToken: (statementBytes) => tokens.request((0, import_chunk_EA47D034.approvalAudience)(coordinatorId, statementBytes))
  };
}
var chunk_AXVZ4JEX_exports = {};
__export2(chunk_AXVZ4JEX_exports, {
  ARTIFACT_PORT: () => ARTIFACT_PORT,
  enterMesh: () => enterMesh,
  joinMesh: () => joinMesh
});
var ARTIFACT_PORT = 7701;
var CONNECT_TIMEOUT_MS = 20 * import_cli6.SECOND;
var LEAVE_TIMEOUT_MS = 5 * import_cli6.SECOND;
async function joinMesh(identity, coordinator, target, ports) {
  const { client, machineKey, wireguardKey, keys } = identity;
  const { application, environment, approval, relayOnly, portMapping = false } = target;
  const token = (await identity.admissionToken(approval)).reveal();
  const admission = await (0, import_chunk_393AA2AF2.requestAdmission)(client, {
    token,
    keys,
    application,
    environment,
    approval,
    endpoints: []
  });
  const entry = { ca: coordinator.ca, relayOnly, portMapping, ports: [ARTIFACT_PORT] };
  return enterMesh({ client, machineKey, wireguardKey }, admission, entry, ports);
}
async function enterMesh({ client, machineKey, wireguardKey }, admission, entry, { clock, random, diagnostics }) {
  const { self } = admission;
  const names = new MeshNames();
  const node = await import_chunk_2YFZQ4YB.Node.open({
    privateKey: wireguardKey,
    addresses: [
      { address: (0, import_chunk_0722AEF23.parseIp)(self.ipv4), bits: 32 },
      { address: (0, import_chunk_0722AEF23.parseIp)(self.ipv6), bits: 128 }
    ],
    clock,
    random,
    relayOnly: entry.relayOnly,
    lookUp: (name) => names.lookUp(name),
    portMapping: entry.portMapping ?? false,
    onEvent: (0, import_chunk_2YFZQ4YB.tellDiagnostics)(diagnostics),
    ...entry.ca === void 0 ? {} : { relayCa: entry.ca }
  });
  const setPeers = (peers, relays) => {
    names.update(self, peers);
    node.setRelays(relays);
    node.setPeers(peers.map((peer) => meshPeerOf(peer, entry.ports)));
  };
  setPeers(admission.peers, admission.relays);
  const session = startControlSession({
    client,
    key: machineKey,
    ...entry.ca === void 0 ? {} : { ca: entry.ca },
    clock,
    random,
    diagnostics,
    async onMap({ map }) {
      setPeers([...map.peers.values()], map.relays);
      return [];
    },
    onRelayCredential: (credential) => node.setRelayCredential(credential),
    onExpired: () => node.setPeers([])
  });
  let isOver = false;
  session.ended.then(() => {
    isOver = true;
  });
  session.reportEndpoints(localEndpoints(node.port, isLoopbackUrl(client.url), node.observed));
  return {
    node,
    name: self.name,
    address: self.ipv4,
    leaseEnd: (0, import_cli6.parseTimestamp)(admission.lease.end),
    agents: admission.peers.flatMap(agentOf),
    unacknowledged: admission.unacknowledged,
    refused: admission.refused,
    ended: session.ended,
    reach: (agent) => reach(node, agent),
    async leave() {
      const isGone = isOver;
      session.close();
      try {
        if (!isGone) await Promise.race([(0, import_chunk_393AA2AF2.leave)(client), timeout(LEAVE_TIMEOUT_MS)]);
      } finally {
        await node.close();
      }
    }
  };
}
function agentOf(peer) {
  const edge = peer.edges.find(({ direction }) => direction === "out");
  const port = edge?.ports[0] ?? edge?.ranges?.[0]?.first;
  if (peer.kind !== "agent" || port === void 0) return [];
  return [{ name: peer.name, address: peer.ipv4, port, machineKey: (0, import_cli7.decodeBase64url)(peer.machineKey), peer }];
}
async function reach(node, agent) {
  const id = (0, import_chunk_8C92F7233.peerId)((0, import_chunk_8C92F7233.publicKey)((0, import_cli7.decodeBase64url)(agent.peer.wireguardKey)));
  await node.connect(id, CONNECT_TIMEOUT_MS);
  const roundTripMs = await node.ping((0, import_chunk_0722AEF23.parseIp)(agent.address), CONNECT_TIMEOUT_MS);
  if (roundTripMs === void 0) {
    throw new import_cli8.SallyportError("AGENT_UNREACHABLE", {
      message: `${agent.name} shook hands, but nothing came back through the tunnel`
    });
  }
  const path = node.report().find((report) => report.id === id)?.path.kind ?? "connecting";
  return `${path}, ${roundTripMs.toFixed(1)} ms`;
}
function timeout(ms) {
  return new Promise((resolve) => {
    setTimeout(resolve, ms).unref();
  });
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  chunk_5NLOPGH4,
  chunk_AXVZ4JEX,
  chunk_MGAQQ4LA,
  chunk_Q7W3GSYR,
  chunk_YOEIK7MY
});
