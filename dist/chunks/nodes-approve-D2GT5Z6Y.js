import { createRequire as __createRequire } from 'node:module'
const __bundleUrl = new URL('cli.js', import.meta.url.replace(/chunks\/[^/]+$/, '')).href
const require = __createRequire(__bundleUrl)
import {
  shortLifetime
} from "./chunk-MZX4UWWI.js";
import {
  OPERATOR_OPTIONS,
  withOperatorClient
} from "./chunk-3BHEE7GZ.js";
import "./chunk-XE6VXPMV.js";
import {
  unwrap
} from "./chunk-Q7TQJTEA.js";
import "./chunk-V6H6REP2.js";
import "./chunk-7BOGLRO5.js";
import "./chunk-AMO7EC5R.js";
import "./chunk-YGVU2H7I.js";
import "./chunk-6DY225AE.js";
import "./chunk-J577H5RB.js";
import "./chunk-Y5LS2GJI.js";
import "./chunk-UOVPYECJ.js";
import "./chunk-WZMHCVDI.js";
import "./chunk-4BMJXN3H.js";
import "./chunk-ZRQLZVM6.js";
import "./chunk-RN7RL3UA.js";
import "./chunk-AKSXVBID.js";
import "./chunk-OOBHAZL6.js";
import "./chunk-QKGGW2IQ.js";
import "./chunk-HO7PXLR4.js";
import "./chunk-FAI36SC3.js";
import "./chunk-OIE2JKUE.js";
import {
  EXIT,
  SallyportError
} from "./chunk-N2CRB7ZG.js";

// src/verbs/nodes-approve.ts
var nodesApprove = {
  name: "nodes approve",
  summary: "Let an agent join that shows this fingerprint, in the place of a secret.",
  details: "The fingerprint is of both its keys: no other agent fits. Good once, for an hour at most.",
  positionals: [
    { name: "FINGERPRINT", doc: "As `sallyport agent enroll --request` shows it on the server." }
  ],
  options: [...OPERATOR_OPTIONS, "tag", "application", "environment", "lifetime"],
  examples: ["sallyport nodes approve 3q2-7w… --tag tag:web --application shop --environment production"],
  run: (call) => withOperatorClient(call, async (client) => {
    const { options, ports, positionals } = call;
    const { application, environment } = options;
    if (application === void 0 || environment === void 0) {
      throw new SallyportError("USAGE", {
        message: "--application NAME and --environment NAME say what the agent deploys",
        help: "sallyport nodes approve --help"
      });
    }
    const fingerprint = positionals[0];
    const body = {
      fingerprint,
      tags: [...options.tag ?? []],
      applications: [application],
      environment,
      lifetimeSeconds: shortLifetime(call)
    };
    const reply = await client.call("approveAgent", { params: void 0, body });
    const { expiresAt } = unwrap(reply, "REQUEST_REFUSED");
    if (options.json) ports.stdout(`${JSON.stringify({ version: 1, fingerprint, expiresAt })}
`);
    ports.stderr(`approved until ${expiresAt}: the agent joins by itself
`);
    return EXIT.ok;
  })
};
export {
  nodesApprove
};
