const __bundleUrl = new URL('cli.js', import.meta.url.replace(/chunks\/[^/]+$/, '')).href
const require = process.getBuiltinModule('node:module').createRequire(__bundleUrl)
import {
  DEFAULT_AGENT_CONFIG,
  loadAgentConfig,
  openMembership
} from "./chunk-XV2XURWR.js";
import "./chunk-BZQOIPS2.js";
import "./chunk-2RVQGWLA.js";
import "./chunk-AF2YRSHN.js";
import "./chunk-YIPK7BWB.js";
import {
  deviceName
} from "./chunk-UQ4ZDMNL.js";
import {
  openWireguardKey,
  wireguardPublicKey
} from "./chunk-T43WOYMJ.js";
import "./chunk-7MY364S2.js";
import "./chunk-HSUPV75H.js";
import "./chunk-JODB43BX.js";
import {
  enrolAgent
} from "./chunk-KWERLUGH.js";
import "./chunk-PNBZD6SV.js";
import "./chunk-XMHKMNK5.js";
import "./chunk-5VGDOCD6.js";
import "./chunk-X5X4SNDI.js";
import "./chunk-FL3KNK5Q.js";
import "./chunk-QVSNGMYU.js";
import "./chunk-3QNQVI54.js";
import "./chunk-PZRER65M.js";
import "./chunk-QK7WAWI4.js";
import "./chunk-WI4HPUWC.js";
import "./chunk-GOJIKPCR.js";
import "./chunk-373QJJLG.js";
import "./chunk-INQTESMS.js";
import "./chunk-TCZPFBKV.js";
import {
  enrolmentFingerprint
} from "./chunk-HSV5RDCE.js";
import "./chunk-GSPZSG4H.js";
import "./chunk-YDARPOJS.js";
import "./chunk-LSFF2WNL.js";
import "./chunk-RMXBN5WW.js";
import "./chunk-334BH3EO.js";
import "./chunk-GKX7OSAF.js";
import "./chunk-C4O7WH6Y.js";
import "./chunk-BOR45FXJ.js";
import "./chunk-PK2JAWJN.js";
import "./chunk-2JVUSB3H.js";
import "./chunk-4S2DTRWF.js";
import "./chunk-4GZJ36TC.js";
import "./chunk-CU3PBIPB.js";
import "./chunk-P4375TVH.js";
import "./chunk-ZYFGNLJL.js";
import "./chunk-SBZZULRJ.js";
import "./chunk-XHCMOUYR.js";
import "./chunk-7YEXSHNJ.js";
import "./chunk-V4X75XZ6.js";
import "./chunk-XQ66YIOG.js";
import "./chunk-MWXHRMN2.js";
import {
  readFileBounded
} from "./chunk-RWTYN6AN.js";
import "./chunk-NGN44GDH.js";
import "./chunk-USSEVVQ4.js";
import "./chunk-SKPPTWLY.js";
import {
  SECOND
} from "./chunk-NNHBBYKH.js";
import "./chunk-EQ5RKL3W.js";
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
