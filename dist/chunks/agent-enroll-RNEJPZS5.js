const __bundleUrl = new URL('cli.js', import.meta.url.replace(/chunks\/[^/]+$/, '')).href
const require = process.getBuiltinModule('node:module').createRequire(__bundleUrl)
import {
  DEFAULT_AGENT_CONFIG,
  loadAgentConfig,
  openMembership
} from "./chunk-AFXFL6PY.js";
import "./chunk-DORCUMBR.js";
import "./chunk-M4KA4QNT.js";
import "./chunk-5VGDOCD6.js";
import "./chunk-7E6L3JRO.js";
import "./chunk-WYVYO7CE.js";
import "./chunk-NDVWWV3U.js";
import {
  deviceName
} from "./chunk-UQ4ZDMNL.js";
import {
  openWireguardKey,
  wireguardPublicKey
} from "./chunk-IEUFI6JA.js";
import {
  enrolAgent
} from "./chunk-5SZJD22L.js";
import "./chunk-HZ57PJHJ.js";
import "./chunk-HSUPV75H.js";
import "./chunk-LFFP7SDI.js";
import "./chunk-H6OXEYVP.js";
import "./chunk-ZZPR3U3W.js";
import "./chunk-E7K66ME3.js";
import "./chunk-CQ43EVWE.js";
import "./chunk-PZRER65M.js";
import "./chunk-GKX7OSAF.js";
import "./chunk-C4O7WH6Y.js";
import "./chunk-3O4KFH23.js";
import "./chunk-PK2JAWJN.js";
import "./chunk-QK7WAWI4.js";
import "./chunk-FL3KNK5Q.js";
import "./chunk-WI4HPUWC.js";
import "./chunk-GOJIKPCR.js";
import "./chunk-373QJJLG.js";
import "./chunk-PCJD5QEJ.js";
import "./chunk-F3HRIMBY.js";
import {
  enrolmentFingerprint
} from "./chunk-HSV5RDCE.js";
import "./chunk-2JVUSB3H.js";
import "./chunk-NBASVAZX.js";
import "./chunk-GSPZSG4H.js";
import "./chunk-YDARPOJS.js";
import "./chunk-AM3LEDOC.js";
import "./chunk-RGRQYRL2.js";
import "./chunk-2YG2DNBF.js";
import "./chunk-D6EZW4BP.js";
import "./chunk-BN5YVRTE.js";
import "./chunk-YZBREYNM.js";
import "./chunk-FD25I6NK.js";
import "./chunk-7YEXSHNJ.js";
import "./chunk-V4X75XZ6.js";
import "./chunk-ZYFGNLJL.js";
import "./chunk-SBZZULRJ.js";
import "./chunk-XQ66YIOG.js";
import "./chunk-MWXHRMN2.js";
import {
  readFileBounded
} from "./chunk-RWTYN6AN.js";
import "./chunk-DAXUDOV6.js";
import "./chunk-USSEVVQ4.js";
import "./chunk-LRBPYAN6.js";
import {
  SECOND
} from "./chunk-NNHBBYKH.js";
import "./chunk-DSLK22FF.js";
import "./chunk-MGJ2JUMM.js";
import {
  decodeUtf8
} from "./chunk-VOIAD42L.js";
import {
  EXIT,
  SallyportError
} from "./chunk-XELNXD6A.js";
import "./chunk-BRIVT672.js";

// src/verbs/agent-enroll.ts
const { hostname } = process.getBuiltinModule("node:os");
const { resolve } = process.getBuiltinModule("node:path");
const { setTimeout: sleep } = process.getBuiltinModule("node:timers/promises");
var MAX_SECRET_BYTES = 1024;
var ASK_MS = 5 * SECOND;
var MAX_ASKED = 720;
var agentEnroll = {
  name: "agent enroll",
  summary: "Join a coordinator with a single-use secret.",
  details: 'The keys are made on this machine. The secret, which "sallyport coordinator enroll" printed, is said only\nafter the coordinator has proven to be the one whose root the trust file names. With --request there is no secret:\nthe fingerprint of the keys is shown, and whoever operates the coordinator approves it (sallyport nodes approve).',
  options: ["config", "secret", "request", "name", "json"],
  examples: [
    "sallyport agent enroll --config /etc/sallyport/agent.yml --secret enrolment.secret --name web-1",
    "sallyport agent enroll --config /etc/sallyport/agent.yml --request"
  ],
  async run(call) {
    const { ports, options } = call;
    const config = await loadAgentConfig(resolve(ports.cwd, options.config ?? DEFAULT_AGENT_CONFIG));
    const { mesh } = config;
    if (!mesh) {
      throw new SallyportError("CONFIG_INVALID", {
        message: 'the configuration has no "mesh" section',
        place: { file: config.path },
        help: "add: mesh: { coordinator: https://coordinator.example:8440 }"
      });
    }
    const secret = options.request ? null : await readSecret(call);
    const membership = await openMembership(config, mesh, ports);
    try {
      const wireguard = wireguardPublicKey(await openWireguardKey(mesh.wireguardKey, ports.random));
      const keys = { wireguard, machine: membership.machineKey.publicKey };
      const agent = { keys, name: options.name ?? deviceName(hostname(), "agent"), port: mesh.port };
      const { self } = secret === null ? await waitForApproval(call, membership.client, agent) : await enrolAgent(membership.client, { secret, ...agent });
      if (options.json) ports.stdout(`${JSON.stringify({ version: 1, ...self })}
`);
      ports.stderr(
        `enrolled as ${self.name}, ${self.ipv4}, for ${self.applications.join(", ")} in ${self.environment}
`
      );
      return EXIT.ok;
    } finally {
      await membership.close();
    }
  }
};
async function waitForApproval({ ports }, client, agent) {
  const fingerprint = enrolmentFingerprint(agent.keys.machine, agent.keys.wireguard);
  ports.stderr(
    `whoever operates the coordinator lets this agent in with:

  sallyport nodes approve ${fingerprint} --tag TAG --application NAME --environment NAME

`
  );
  for (let asked = 0; ; asked++) {
    try {
      return await enrolAgent(client, { secret: null, ...agent });
    } catch (thrown) {
      if (!isNotYet(thrown) || asked >= MAX_ASKED) throw thrown;
      await sleep(ASK_MS, void 0, { signal: ports.signal });
    }
  }
}
function isNotYet(thrown) {
  const problem = thrown instanceof SallyportError ? thrown.cause : void 0;
  return typeof problem === "object" && problem !== null && "kind" in problem && problem.kind === "untrusted";
}
async function readSecret({ options, ports }) {
  if (options.secret === void 0) {
    throw new SallyportError("USAGE", {
      message: "--secret FILE or --request is missing",
      help: "sallyport agent enroll --help"
    });
  }
  return decodeUtf8(await readFileBounded(resolve(ports.cwd, options.secret), MAX_SECRET_BYTES)).trim();
}
export {
  agentEnroll
};
