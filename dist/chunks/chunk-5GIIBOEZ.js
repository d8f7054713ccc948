import { createRequire as __createRequire } from 'node:module'
const __bundleUrl = new URL('cli.js', import.meta.url.replace(/chunks\/[^/]+$/, '')).href
const require = __createRequire(__bundleUrl)
import {
  MeshNames,
  isLoopbackUrl,
  localEndpoints,
  meshPeerOf,
  startControlSession,
  wireguardPublicKey
} from "./chunk-3SCZW2R3.js";
import {
  createCoordinatorClient,
  leave,
  requestAdmission
} from "./chunk-K6STYTDZ.js";
import {
  Node
} from "./chunk-62ULDR6S.js";
import {
  peerId,
  privateKey,
  publicKey
} from "./chunk-FKL7MCIM.js";
import {
  parseIp
} from "./chunk-W7BKROW7.js";
import {
  admissionAudience,
  approvalAudience
} from "./chunk-VHHCKMZJ.js";
import {
  parseStrictJson
} from "./chunk-UOVPYECJ.js";
import {
  ed25519KeyPair,
  parsePublicKey
} from "./chunk-WZMHCVDI.js";
import {
  Secret
} from "./chunk-4BMJXN3H.js";
import {
  decode
} from "./chunk-OOBHAZL6.js";
import {
  object,
  string
} from "./chunk-QKGGW2IQ.js";
import {
  SECOND,
  parseTimestamp
} from "./chunk-HO7PXLR4.js";
import {
  parseDigest
} from "./chunk-FAI36SC3.js";
import {
  decodeBase64url
} from "./chunk-OIE2JKUE.js";
import {
  SallyportError
} from "./chunk-N2CRB7ZG.js";

// src/verbs/identity-token.ts
var answer = object({ value: string().min(1).max(16384) });
var ATTEMPTS = 4;
function createIdentityTokenSource(env, http, mask, sleep) {
  const url = env["ACTIONS_ID_TOKEN_REQUEST_URL"];
  const bearer = env["ACTIONS_ID_TOKEN_REQUEST_TOKEN"];
  if (!url || !bearer) {
    throw new SallyportError("USAGE", {
      message: "this job may not ask for an identity token",
      help: "add to the job: permissions: { contents: read, id-token: write }"
    });
  }
  return {
    async request(audience) {
      const target = new URL(url);
      target.searchParams.set("audience", audience);
      const response = await requestPatiently(http, target.href, bearer, sleep);
      const { value } = decode(
        answer,
        parseStrictJson(response.body, { source: "the token answer", maxBytes: 65536 }),
        {
          source: "the token answer",
          code: "HTTP_FAILED"
        }
      );
      mask(value);
      return new Secret(value);
    }
  };
}
async function requestPatiently(http, url, bearer, sleep) {
  let failure;
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    if (attempt > 0) await sleep(2 ** (attempt - 1) * SECOND);
    try {
      const response = await http.request({
        method: "GET",
        url,
        headers: { authorization: `Bearer ${bearer}`, accept: "application/json" },
        maxBytes: 65536,
        timeoutMs: 10 * SECOND
      });
      if (response.status === 200) return response;
      failure = new SallyportError("HTTP_FAILED", {
        message: `the token endpoint answered ${response.status}`
      });
      if (response.status < 500 && response.status !== 429) break;
    } catch (error) {
      failure = error;
    }
  }
  throw failure;
}

// src/verbs/mesh-membership.ts
var ARTIFACT_PORT = 7701;
var CONNECT_TIMEOUT_MS = 20 * SECOND;
var LEAVE_TIMEOUT_MS = 5 * SECOND;
async function joinMesh(identity, coordinator, target, ports) {
  const { client, machineKey, wireguardKey, keys } = identity;
  const { clock, random, diagnostics } = ports;
  const { application, environment, approval } = target;
  const token = (await identity.admissionToken(approval)).reveal();
  const admission = await requestAdmission(client, {
    token,
    keys,
    application,
    environment,
    approval,
    endpoints: []
  });
  const { self } = admission;
  const ca = coordinator.ca === void 0 ? {} : { relayCa: coordinator.ca };
  const names = new MeshNames();
  const node = await Node.open({
    privateKey: wireguardKey,
    addresses: [
      { address: parseIp(self.ipv4), bits: 32 },
      { address: parseIp(self.ipv6), bits: 128 }
    ],
    clock,
    random,
    relayOnly: target.relayOnly,
    resolve: names.resolve,
    lookUp: (name) => names.lookUp(name),
    ...ca
  });
  const setPeers = (peers, relays) => {
    names.update(self, peers);
    node.setRelays(relays);
    node.setPeers(peers.map((peer) => meshPeerOf(peer, [ARTIFACT_PORT], relays)));
  };
  setPeers(admission.peers, admission.relays);
  const session = startControlSession({
    client,
    key: machineKey,
    ...coordinator.ca === void 0 ? {} : { ca: coordinator.ca },
    clock,
    random,
    diagnostics,
    async onMap({ map }) {
      setPeers([...map.peers.values()], map.relays);
      return [];
    },
    onExpired: () => node.setPeers([])
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
    reach: (agent) => reach(node, agent),
    async leave() {
      session.close();
      try {
        await Promise.race([leave(client), timeout(LEAVE_TIMEOUT_MS)]);
      } finally {
        await node.close();
      }
    }
  };
}
function agentOf(peer) {
  const edge = peer.edges.find(({ direction }) => direction === "out");
  const port = edge?.ports[0];
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

// src/verbs/runner-identity.ts
function createRunnerIdentity(coordinator, tokens, http, ports) {
  const { clock, random } = ports;
  const root = parsePublicKey("root", coordinator.root);
  const machineKey = ed25519KeyPair(random.bytes(32));
  const wireguardKey = privateKey(random.bytes(32));
  const keys = { wireguard: wireguardPublicKey(wireguardKey), machine: machineKey.publicKey };
  const url = coordinator.url.replace(/\/+$/, "");
  const client = createCoordinatorClient({ url, root, key: machineKey, http, clock, random });
  const { coordinatorId } = client;
  return {
    client,
    machineKey,
    wireguardKey,
    keys,
    admissionToken(approval) {
      const approvalDigest = approval === null ? void 0 : parseDigest(approval);
      const binding = {
        coordinatorId,
        wireguardKey: keys.wireguard,
        machineKey: keys.machine,
        approvalDigest
      };
      return tokens.request(admissionAudience(binding));
    },
    approvalToken: (statementBytes) => tokens.request(approvalAudience(coordinatorId, statementBytes))
  };
}

export {
  createIdentityTokenSource,
  ARTIFACT_PORT,
  joinMesh,
  createRunnerIdentity
};
