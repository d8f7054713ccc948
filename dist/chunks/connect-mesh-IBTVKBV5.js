import { createRequire as __createRequire } from 'node:module'
const __bundleUrl = new URL('cli.js', import.meta.url.replace(/chunks\/[^/]+$/, '')).href
const require = __createRequire(__bundleUrl)
import {
  createRunnerIdentity
} from "./chunk-GKIJJV2D.js";
import {
  createIdentityTokenSource
} from "./chunk-VILVPXVM.js";
import {
  joinMesh
} from "./chunk-YBDKCPIB.js";
import "./chunk-BZQUFEWB.js";
import "./chunk-Q7TQJTEA.js";
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
import "./chunk-FKL7MCIM.js";
import "./chunk-TRTAZSML.js";
import "./chunk-GQKA7WVJ.js";
import {
  approvalDigest
} from "./chunk-YEIL2TR6.js";
import {
  readAuthority
} from "./chunk-7BOGLRO5.js";
import "./chunk-AMO7EC5R.js";
import "./chunk-YGVU2H7I.js";
import "./chunk-6DY225AE.js";
import {
  parseApprovalFile
} from "./chunk-7CGRTRJB.js";
import {
  unverifiedPayload
} from "./chunk-J577H5RB.js";
import "./chunk-Y5LS2GJI.js";
import "./chunk-UOVPYECJ.js";
import "./chunk-WZMHCVDI.js";
import "./chunk-4BMJXN3H.js";
import "./chunk-VE7ZQ3BF.js";
import {
  createHttpClient
} from "./chunk-ZRQLZVM6.js";
import "./chunk-RN7RL3UA.js";
import "./chunk-AKSXVBID.js";
import "./chunk-OOBHAZL6.js";
import "./chunk-QKGGW2IQ.js";
import "./chunk-HO7PXLR4.js";
import {
  formatDigest
} from "./chunk-FAI36SC3.js";
import "./chunk-OIE2JKUE.js";
import {
  SallyportError,
  messageOf
} from "./chunk-N2CRB7ZG.js";

// src/verbs/connect-mesh.ts
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
async function joinByCoordinator(call) {
  const { options, ports } = call;
  const absolute = (path) => resolve(ports.cwd, path);
  const url = options.coordinator ?? missing("coordinator");
  const application = options.application ?? missing("application");
  const environment = options.environment ?? missing("environment");
  const root = options.root ?? missing("root");
  const ca = options.ca === void 0 ? void 0 : await readAuthority(options.ca, url, absolute);
  const approval = options.approval === void 0 ? null : await readDigest(absolute(options.approval));
  const tokens = createIdentityTokenSource(
    ports.env,
    createHttpClient(),
    () => {
    },
    (ms) => sleep(ms)
  );
  const http = createHttpClient(ca === void 0 ? {} : { ca });
  const coordinator = { url, root, ca };
  const identity = createRunnerIdentity(coordinator, tokens, http, ports);
  const relayOnly = options["relay-only"] === true;
  return joinMesh(identity, coordinator, { application, environment, approval, relayOnly }, ports);
}
async function reachAgents(mesh) {
  const joined = `joined as ${mesh.name}, ${mesh.address}, until ${new Date(mesh.leaseEnd).toISOString()}`;
  const refused = mesh.refused.map(({ name, reason }) => `${name} refused us: ${reason}`);
  const silent = mesh.unacknowledged.map((name) => `${name} did not acknowledge in time`);
  const attempts = await Promise.allSettled(mesh.agents.map(async (agent) => mesh.reach(agent)));
  const lines = attempts.map((attempt, index) => {
    const name = mesh.agents[index]?.name ?? "";
    return attempt.status === "fulfilled" ? `connected to ${name} at ${mesh.agents[index]?.address} (${attempt.value})` : `not connected to ${name}: ${messageOf(attempt.reason)}`;
  });
  if (attempts.some((attempt) => attempt.status === "fulfilled"))
    return [joined, ...lines, ...refused, ...silent];
  throw new SallyportError("AGENT_UNREACHABLE", {
    message: ["no agent was reached", ...lines, ...refused, ...silent].join("; "),
    help: 'see "sallyport nodes list"; an agent that wants an approval lets in who brings it: --approval FILE'
  });
}
async function readDigest(path) {
  const bytes = await readFile(path).catch((cause) => {
    throw new SallyportError("FILE_UNREADABLE", { message: `${path}: ${messageOf(cause)}`, cause });
  });
  return formatDigest(approvalDigest(unverifiedPayload(parseApprovalFile(bytes).envelope)));
}
function missing(option) {
  throw new SallyportError("USAGE", {
    message: `--${option} is missing`,
    help: "a mesh is joined with --coordinator, --root, --application and --environment, a network with --wg-config"
  });
}
export {
  joinByCoordinator,
  reachAgents
};
