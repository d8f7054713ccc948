import { createRequire as __createRequire } from 'node:module'
const __bundleUrl = new URL('cli.js', import.meta.url.replace(/chunks\/[^/]+$/, '')).href
const require = __createRequire(__bundleUrl)
import {
  readSession,
  sessionPath
} from "./chunk-XE6VXPMV.js";
import {
  deviceName
} from "./chunk-LERGRUMO.js";
import {
  enterMesh
} from "./chunk-YBDKCPIB.js";
import {
  wireguardPublicKey
} from "./chunk-BZQUFEWB.js";
import {
  createCoordinatorClient,
  unwrap
} from "./chunk-Q7TQJTEA.js";
import "./chunk-JLKAGWRR.js";
import "./chunk-V6H6REP2.js";
import "./chunk-PFXWX5GC.js";
import "./chunk-AM5ZDMMY.js";
import "./chunk-Z5UFFSEW.js";
import "./chunk-ZYRPJBSQ.js";
import "./chunk-LFQCAWCU.js";
import "./chunk-TJDMEUGJ.js";
import "./chunk-MRPH3ISA.js";
import "./chunk-JEQE5PU6.js";
import {
  privateKey
} from "./chunk-FKL7MCIM.js";
import "./chunk-TRTAZSML.js";
import {
  personNodeBytes
} from "./chunk-GQKA7WVJ.js";
import "./chunk-AMO7EC5R.js";
import "./chunk-YGVU2H7I.js";
import "./chunk-6DY225AE.js";
import "./chunk-J577H5RB.js";
import "./chunk-Y5LS2GJI.js";
import "./chunk-UOVPYECJ.js";
import {
  ed25519KeyPair,
  parseKeyFile,
  parsePublicKey,
  signEd25519
} from "./chunk-WZMHCVDI.js";
import "./chunk-4BMJXN3H.js";
import "./chunk-VE7ZQ3BF.js";
import {
  createHttpClient
} from "./chunk-ZRQLZVM6.js";
import "./chunk-RN7RL3UA.js";
import {
  readFileBounded
} from "./chunk-AKSXVBID.js";
import "./chunk-OOBHAZL6.js";
import "./chunk-QKGGW2IQ.js";
import {
  SECOND
} from "./chunk-HO7PXLR4.js";
import "./chunk-FAI36SC3.js";
import {
  decodeUtf8,
  encodeBase64url
} from "./chunk-OIE2JKUE.js";
import {
  SallyportError,
  messageOf
} from "./chunk-N2CRB7ZG.js";

// src/verbs/connect-person.ts
import { hostname } from "node:os";
import { resolve } from "node:path";
var MAX_KEY_BYTES = 4096;
var JOIN_TIMEOUT_MS = 40 * SECOND;
async function findOwnSession(call) {
  const kept = await readSession(sessionPath(call));
  const { coordinator } = call.options;
  return coordinator === void 0 || kept?.url === coordinator.replace(/\/+$/, "") ? kept : void 0;
}
async function joinAsPerson(call, kept) {
  const { options, ports } = call;
  const { clock, random } = ports;
  const http = createHttpClient(kept.ca === null ? {} : { ca: kept.ca });
  const shared = { url: kept.url, root: parsePublicKey("root", kept.root), http, clock, random };
  const client = createCoordinatorClient({ ...shared, key: kept.key });
  const machineKey = ed25519KeyPair(random.bytes(32));
  const wireguardKey = privateKey(random.bytes(32));
  const keys = { wireguardKey: wireguardPublicKey(wireguardKey), machineKey: machineKey.publicKey };
  const notAfter = kept.session.expiresAt;
  const bytes = personNodeBytes({ coordinatorId: client.coordinatorId, ...keys, notAfter });
  const body = {
    machineKey: encodeBase64url(keys.machineKey),
    wireguardKey: encodeBase64url(keys.wireguardKey),
    name: deviceName(options.name ?? hostname(), "device"),
    notAfter,
    signature: encodeBase64url(signEd25519(kept.key.privateKey, bytes)),
    own: await signByOwnKey(call, bytes),
    endpoints: []
  };
  const reply = unwrap(
    await client.call("connectPerson", { params: void 0, body, timeoutMs: JOIN_TIMEOUT_MS }),
    "ADMISSION_REFUSED"
  );
  return enterMesh(
    { client: createCoordinatorClient({ ...shared, key: machineKey }), machineKey, wireguardKey },
    reply,
    { ca: kept.ca ?? void 0, relayOnly: options["relay-only"] === true, ports: [] },
    call.ports
  );
}
async function signByOwnKey({ options, ports }, bytes) {
  const file = options["person-key"];
  if (file === void 0) return null;
  const text = decodeUtf8(await readFileBounded(resolve(ports.cwd, file), MAX_KEY_BYTES));
  const key = parseKeyFile("person", text, file);
  return {
    key: encodeBase64url(key.publicKey),
    signature: encodeBase64url(signEd25519(key.privateKey, bytes))
  };
}
async function reachOpened(mesh) {
  const joined = `joined as ${mesh.name}, ${mesh.address}, until ${new Date(mesh.leaseEnd).toISOString()}`;
  const refused = new Map(mesh.refused.map(({ name, reason }) => [name, reason]));
  const turnedAway = [...refused].map(([name, reason]) => `${name} does not let you in: ${reason}`);
  const silent = mesh.unacknowledged.map((name) => `${name} did not acknowledge in time`);
  const open = mesh.agents.filter(({ name }) => !refused.has(name));
  if (mesh.agents.length === 0) return [joined, "no access rule lets you reach anything"];
  const attempts = await Promise.allSettled(open.map((agent) => mesh.reach(agent)));
  const lines = attempts.map((attempt, index) => {
    const { name, address, peer } = open[index];
    return attempt.status === "fulfilled" ? `${name} ${address} ${portsOf(peer)} (${attempt.value})` : `${name} was not reached: ${messageOf(attempt.reason)}`;
  });
  if (attempts.some(({ status }) => status === "fulfilled"))
    return [joined, ...lines, ...turnedAway, ...silent];
  throw new SallyportError("AGENT_UNREACHABLE", {
    message: ["no agent was reached", ...lines, ...turnedAway, ...silent].join("; "),
    help: 'an agent lets in whom its own trust file lists under "visitors", on ports that it exposes'
  });
}
function portsOf({ edges }) {
  const ranges = edges.flatMap(({ direction, ranges: ranges2 }) => direction === "out" ? ranges2 ?? [] : []);
  return ranges.map(({ first, last }) => first === last ? `${first}` : `${first}-${last}`).join(",");
}
export {
  findOwnSession,
  joinAsPerson,
  reachOpened
};
