const __bundleUrl = new URL('cli.js', import.meta.url.replace(/chunks\/[^/]+$/, '')).href
const require = process.getBuiltinModule('node:module').createRequire(__bundleUrl)
import {
  wireguardPublicKey
} from "./chunk-T43WOYMJ.js";
import {
  createCoordinatorClient
} from "./chunk-KWERLUGH.js";
import {
  privateKey
} from "./chunk-GOJIKPCR.js";
import {
  admissionAudience,
  approvalAudience
} from "./chunk-HSV5RDCE.js";
import {
  ed25519KeyPair,
  parsePublicKey
} from "./chunk-ZYFGNLJL.js";
import {
  parseDigest
} from "./chunk-MGJ2JUMM.js";

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
  createRunnerIdentity
};
