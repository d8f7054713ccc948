const __bundleUrl = new URL('cli.js', import.meta.url.replace(/chunks\/[^/]+$/, '')).href
const require = process.getBuiltinModule('node:module').createRequire(__bundleUrl)
import {
  MeshNames,
  isLoopbackUrl,
  localEndpoints,
  meshPeerOf,
  startControlSession
} from "./chunk-T43WOYMJ.js";
import {
  leave,
  requestAdmission
} from "./chunk-KWERLUGH.js";
import {
  Node,
  tellDiagnostics
} from "./chunk-X5X4SNDI.js";
import {
  peerId,
  publicKey
} from "./chunk-GOJIKPCR.js";
import {
  parseIp
} from "./chunk-373QJJLG.js";
import {
  SECOND,
  parseTimestamp
} from "./chunk-NNHBBYKH.js";
import {
  decodeBase64url
} from "./chunk-VOIAD42L.js";
import {
  SallyportError
} from "./chunk-XELNXD6A.js";

// src/verbs/mesh-membership.ts
var ARTIFACT_PORT = 7701;
var CONNECT_TIMEOUT_MS = 20 * SECOND;
var LEAVE_TIMEOUT_MS = 5 * SECOND;
async function joinMesh(identity, coordinator, target, ports) {
  const { client, machineKey, wireguardKey, keys } = identity;
  const { application, environment, approval, relayOnly, portMapping = false } = target;
  const token = (await identity.admissionToken(approval)).reveal();
  const admission = await requestAdmission(client, {
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
  const node = await Node.open({
    privateKey: wireguardKey,
    addresses: [
      { address: parseIp(self.ipv4), bits: 32 },
      { address: parseIp(self.ipv6), bits: 128 }
    ],
    clock,
    random,
    relayOnly: entry.relayOnly,
    resolve: names.resolve,
    lookUp: (name) => names.lookUp(name),
    portMapping: entry.portMapping ?? false,
    onEvent: tellDiagnostics(diagnostics),
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
    leaseEnd: parseTimestamp(admission.lease.end),
    agents: admission.peers.flatMap(agentOf),
    unacknowledged: admission.unacknowledged,
    refused: admission.refused,
    ended: session.ended,
    reach: (agent) => reach(node, agent),
    async leave() {
      const isGone = isOver;
      session.close();
      try {
        if (!isGone) await Promise.race([leave(client), timeout(LEAVE_TIMEOUT_MS)]);
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
  return [{ name: peer.name, address: peer.ipv4, port, machineKey: decodeBase64url(peer.machineKey), peer }];
}
async function reach(node, agent) {
  const id = peerId(publicKey(decodeBase64url(agent.peer.wireguardKey)));
  await node.connect(id, CONNECT_TIMEOUT_MS);
  const roundTripMs = await node.ping(parseIp(agent.address), CONNECT_TIMEOUT_MS);
  if (roundTripMs === void 0) {
    throw new SallyportError("AGENT_UNREACHABLE", {
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

export {
  ARTIFACT_PORT,
  joinMesh,
  enterMesh
};
