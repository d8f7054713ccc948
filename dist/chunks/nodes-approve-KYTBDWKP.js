const __bundleUrl = new URL('cli.js', import.meta.url.replace(/chunks\/[^/]+$/, '')).href
const require = process.getBuiltinModule('node:module').createRequire(__bundleUrl)
import {
  shortLifetime
} from "./chunk-HTCSRP7V.js";
import {
  OPERATOR_OPTIONS,
  withOperatorClient
} from "./chunk-QKEHVR3C.js";
import "./chunk-II7SGZQF.js";
import {
  unwrap
} from "./chunk-KWERLUGH.js";
import "./chunk-PNBZD6SV.js";
import "./chunk-XMHKMNK5.js";
import "./chunk-GSPZSG4H.js";
import "./chunk-LSFF2WNL.js";
import "./chunk-334BH3EO.js";
import "./chunk-4GZJ36TC.js";
import "./chunk-ZYFGNLJL.js";
import "./chunk-SBZZULRJ.js";
import "./chunk-XHCMOUYR.js";
import "./chunk-7YEXSHNJ.js";
import "./chunk-V4X75XZ6.js";
import "./chunk-MWXHRMN2.js";
import "./chunk-RWTYN6AN.js";
import "./chunk-USSEVVQ4.js";
import "./chunk-SKPPTWLY.js";
import "./chunk-NNHBBYKH.js";
import "./chunk-MGJ2JUMM.js";
import "./chunk-VOIAD42L.js";
import {
  EXIT,
  SallyportError
} from "./chunk-XELNXD6A.js";
import "./chunk-BRIVT672.js";

// src/verbs/nodes-approve.ts
var nodesApprove = {
  name: "nodes approve",
  summary: "Let an agent join that shows this fingerprint, in the place of a secret.",
  details: "The fingerprint is of both its keys: no other agent fits. Good once, for an hour at most.",
  positionals: [
    { name: "FINGERPRINT", doc: "As `sallyport agent enroll --request` shows it on the server." }
  ],
  options: [...OPERATOR_OPTIONS, "tag", "application", "environment", "lifetime"],
  examples: ["sallyport nodes approve 3q2-7w\u2026 --tag tag:web --application shop --environment production"],
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
