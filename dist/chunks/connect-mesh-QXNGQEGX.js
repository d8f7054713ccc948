const __bundleUrl = new URL('cli.js', import.meta.url.replace(/chunks\/[^/]+$/, '')).href
const require = process.getBuiltinModule('node:module').createRequire(__bundleUrl)
import {
  createRunnerIdentity
} from "./chunk-V3UBSO4F.js";
import {
  createIdentityTokenSource
} from "./chunk-RIMSFIJB.js";
import {
  joinMesh
} from "./chunk-7HDYPHHW.js";
import "./chunk-T43WOYMJ.js";
import "./chunk-7MY364S2.js";
import "./chunk-HSUPV75H.js";
import "./chunk-JODB43BX.js";
import "./chunk-KWERLUGH.js";
import "./chunk-PNBZD6SV.js";
import "./chunk-XMHKMNK5.js";
import "./chunk-X5X4SNDI.js";
import "./chunk-FL3KNK5Q.js";
import "./chunk-3QNQVI54.js";
import "./chunk-PZRER65M.js";
import "./chunk-QK7WAWI4.js";
import "./chunk-WI4HPUWC.js";
import "./chunk-GOJIKPCR.js";
import "./chunk-373QJJLG.js";
import "./chunk-HSV5RDCE.js";
import {
  readAuthority
} from "./chunk-GSPZSG4H.js";
import "./chunk-LSFF2WNL.js";
import "./chunk-334BH3EO.js";
import "./chunk-GKX7OSAF.js";
import "./chunk-C4O7WH6Y.js";
import "./chunk-BOR45FXJ.js";
import "./chunk-PK2JAWJN.js";
import {
  parseApprovalFile
} from "./chunk-4S2DTRWF.js";
import {
  unverifiedPayload
} from "./chunk-4GZJ36TC.js";
import {
  approvalDigest
} from "./chunk-CU3PBIPB.js";
import "./chunk-ZYFGNLJL.js";
import "./chunk-SBZZULRJ.js";
import "./chunk-XHCMOUYR.js";
import "./chunk-7YEXSHNJ.js";
import "./chunk-V4X75XZ6.js";
import "./chunk-XQ66YIOG.js";
import {
  createHttpClient
} from "./chunk-MWXHRMN2.js";
import "./chunk-RWTYN6AN.js";
import "./chunk-USSEVVQ4.js";
import "./chunk-SKPPTWLY.js";
import "./chunk-NNHBBYKH.js";
import {
  formatDigest
} from "./chunk-MGJ2JUMM.js";
import "./chunk-VOIAD42L.js";
import {
  SallyportError,
  messageOf
} from "./chunk-XELNXD6A.js";
import "./chunk-BRIVT672.js";

// src/verbs/connect-mesh.ts
const { readFile } = process.getBuiltinModule("node:fs/promises");
const { resolve } = process.getBuiltinModule("node:path");
const { setTimeout: sleep } = process.getBuiltinModule("node:timers/promises");
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
  const portMapping = options["port-mapping"] === true;
  return joinMesh(
    identity,
    coordinator,
    { application, environment, approval, relayOnly, portMapping },
    ports
  );
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
