import { createRequire as __createRequire } from 'node:module'
const __bundleUrl = new URL('cli.js', import.meta.url.replace(/chunks\/[^/]+$/, '')).href
const require = __createRequire(__bundleUrl)
import {
  DEFAULT_AGENT_CONFIG,
  loadAgentConfig,
  openMembership
} from "./chunk-B7ZMJNG5.js";
import "./chunk-6WWDZZFA.js";
import "./chunk-Q4GHNQLQ.js";
import "./chunk-SZ24KAVZ.js";
import "./chunk-3HIDPVYU.js";
import {
  deviceName
} from "./chunk-LERGRUMO.js";
import {
  openWireguardKey,
  wireguardPublicKey
} from "./chunk-BZQUFEWB.js";
import {
  enrolAgent
} from "./chunk-Q7TQJTEA.js";
import "./chunk-JLKAGWRR.js";
import "./chunk-V6H6REP2.js";
import "./chunk-PFXWX5GC.js";
import "./chunk-7HL7TNIJ.js";
import "./chunk-OCEKPWYK.js";
import "./chunk-AM5ZDMMY.js";
import "./chunk-Z5UFFSEW.js";
import "./chunk-ZYRPJBSQ.js";
import "./chunk-LFQCAWCU.js";
import "./chunk-TJDMEUGJ.js";
import "./chunk-MRPH3ISA.js";
import "./chunk-JEQE5PU6.js";
import "./chunk-FKL7MCIM.js";
import "./chunk-TRTAZSML.js";
import "./chunk-Z6MB5LO7.js";
import "./chunk-CFTIJ3G7.js";
import {
  enrolmentFingerprint
} from "./chunk-GQKA7WVJ.js";
import "./chunk-RSVXAF6G.js";
import "./chunk-YEIL2TR6.js";
import "./chunk-7BOGLRO5.js";
import "./chunk-BHRLYK53.js";
import "./chunk-UWUE4VRW.js";
import "./chunk-AMO7EC5R.js";
import "./chunk-QYWPSV5U.js";
import "./chunk-YGVU2H7I.js";
import "./chunk-6DY225AE.js";
import "./chunk-7CGRTRJB.js";
import "./chunk-J577H5RB.js";
import "./chunk-Y5LS2GJI.js";
import "./chunk-UOVPYECJ.js";
import "./chunk-WZMHCVDI.js";
import "./chunk-4BMJXN3H.js";
import "./chunk-VE7ZQ3BF.js";
import "./chunk-ZRQLZVM6.js";
import "./chunk-RN7RL3UA.js";
import {
  readFileBounded
} from "./chunk-AKSXVBID.js";
import "./chunk-VTG6V5IS.js";
import "./chunk-OOBHAZL6.js";
import "./chunk-QKGGW2IQ.js";
import {
  SECOND
} from "./chunk-HO7PXLR4.js";
import "./chunk-VSAJ3LUZ.js";
import "./chunk-FAI36SC3.js";
import {
  decodeUtf8
} from "./chunk-OIE2JKUE.js";
import {
  EXIT,
  SallyportError
} from "./chunk-N2CRB7ZG.js";

// src/verbs/agent-enroll.ts
import { hostname } from "node:os";
import { resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
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
