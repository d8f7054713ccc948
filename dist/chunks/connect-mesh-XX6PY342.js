import { createRequire as __createRequire } from 'node:module'
const __bundleUrl = new URL('cli.js', import.meta.url.replace(/chunks\/[^/]+$/, '')).href
const require = __createRequire(__bundleUrl)
import {
  createRunnerIdentity
} from "./chunk-5ADIIPFM.js";
import {
  createIdentityTokenSource
} from "./chunk-PEEHOUQ4.js";
import {
  joinMesh
} from "./chunk-ODGQPSUY.js";
import "./chunk-O7A2GLMY.js";
import "./chunk-DPMWX7DL.js";
import "./chunk-BWD6W2B5.js";
import "./chunk-U7QH2RQI.js";
import "./chunk-7PWPJ5O5.js";
import "./chunk-XC3Y2BJ4.js";
import "./chunk-NWNFROB5.js";
import "./chunk-GGKHAHFC.js";
import "./chunk-LFQCAWCU.js";
import "./chunk-Z32MLMNW.js";
import "./chunk-MRPH3ISA.js";
import "./chunk-JEQE5PU6.js";
import "./chunk-FKL7MCIM.js";
import "./chunk-TRTAZSML.js";
import "./chunk-GQKA7WVJ.js";
import {
  approvalDigest
} from "./chunk-MQVQ65SU.js";
import {
  readAuthority
} from "./chunk-7BOGLRO5.js";
import "./chunk-UOCZ4KCY.js";
import "./chunk-G4BTR3N3.js";
import "./chunk-YGXUBW62.js";
import {
  parseApprovalFile
} from "./chunk-YGULZZUN.js";
import {
  unverifiedPayload
} from "./chunk-K3V53S5U.js";
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
import "./chunk-G2DTZC7M.js";
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
