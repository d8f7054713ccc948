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
  ARTIFACT_PORT: () => ARTIFACT_PORT,
  enterMesh: () => enterMesh,
  joinMesh: () => joinMesh
});
module.exports = stdin_exports;
var import_chunk_MNSCM4MS = require("./chunk-MNSCM4MS.cjs");
var import_chunk_LADPJ4KD = require("./chunk-LADPJ4KD.cjs");
var import_chunk_3P5GHM2K = require("./chunk-3P5GHM2K.cjs");
var import_chunk_CBR347CW = require("./chunk-CBR347CW.cjs");
var import_chunk_HQJHKSVR = require("./chunk-HQJHKSVR.cjs");
var import_chunk_GEUJANHY = require("./chunk-GEUJANHY.cjs");
var import_chunk_4NFOMFHU = require("./chunk-4NFOMFHU.cjs");
var import_chunk_TO5RH7DJ = require("./chunk-TO5RH7DJ.cjs");
var ARTIFACT_PORT = 7701;
var CONNECT_TIMEOUT_MS = 20 * import_chunk_GEUJANHY.SECOND;
var LEAVE_TIMEOUT_MS = 5 * import_chunk_GEUJANHY.SECOND;
async function joinMesh(identity, coordinator, target, ports) {
  const { client, machineKey, wireguardKey, keys } = identity;
  const { application, environment, approval, relayOnly, portMapping = false } = target;
  const token = (await identity.admissionToken(approval)).reveal();
  const admission = await (0, import_chunk_LADPJ4KD.requestAdmission)(client, {
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
  const names = new import_chunk_MNSCM4MS.MeshNames();
  const node = await import_chunk_3P5GHM2K.Node.open({
    privateKey: wireguardKey,
    addresses: [
      { address: (0, import_chunk_HQJHKSVR.parseIp)(self.ipv4), bits: 32 },
      { address: (0, import_chunk_HQJHKSVR.parseIp)(self.ipv6), bits: 128 }
    ],
    clock,
    random,
    relayOnly: entry.relayOnly,
    lookUp: (name) => names.lookUp(name),
    portMapping: entry.portMapping ?? false,
    onEvent: (0, import_chunk_3P5GHM2K.tellDiagnostics)(diagnostics),
    ...entry.ca === void 0 ? {} : { relayCa: entry.ca }
  });
  const setPeers = (peers, relays) => {
    names.update(self, peers);
    node.setRelays(relays);
    node.setPeers(peers.map((peer) => (0, import_chunk_MNSCM4MS.meshPeerOf)(peer, entry.ports)));
  };
  setPeers(admission.peers, admission.relays);
  const session = (0, import_chunk_MNSCM4MS.startControlSession)({
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
  session.reportEndpoints((0, import_chunk_MNSCM4MS.localEndpoints)(node.port, (0, import_chunk_MNSCM4MS.isLoopbackUrl)(client.url), node.observed));
  return {
    node,
    name: self.name,
    address: self.ipv4,
    leaseEnd: (0, import_chunk_GEUJANHY.parseTimestamp)(admission.lease.end),
    agents: admission.peers.flatMap(agentOf),
    unacknowledged: admission.unacknowledged,
    refused: admission.refused,
    ended: session.ended,
    reach: (agent) => reach(node, agent),
    async leave() {
      const isGone = isOver;
      session.close();
      try {
        if (!isGone) await Promise.race([(0, import_chunk_LADPJ4KD.leave)(client), timeout(LEAVE_TIMEOUT_MS)]);
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
  return [{ name: peer.name, address: peer.ipv4, port, machineKey: (0, import_chunk_4NFOMFHU.decodeBase64url)(peer.machineKey), peer }];
}
async function reach(node, agent) {
  const id = (0, import_chunk_CBR347CW.peerId)((0, import_chunk_CBR347CW.publicKey)((0, import_chunk_4NFOMFHU.decodeBase64url)(agent.peer.wireguardKey)));
  await node.connect(id, CONNECT_TIMEOUT_MS);
  const roundTripMs = await node.ping((0, import_chunk_HQJHKSVR.parseIp)(agent.address), CONNECT_TIMEOUT_MS);
  if (roundTripMs === void 0) {
    throw new import_chunk_TO5RH7DJ.SallyportError("AGENT_UNREACHABLE", {
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
  ARTIFACT_PORT,
  enterMesh,
  joinMesh
});
