import { createRequire as __createRequire } from 'node:module'
const __bundleUrl = new URL('cli.js', import.meta.url.replace(/chunks\/[^/]+$/, '')).href
const require = __createRequire(__bundleUrl)
import {
  OPERATOR_HOW,
  OPERATOR_OPTIONS,
  withOperatorClient
} from "./chunk-DHQ77VTA.js";
import {
  unwrap
} from "./chunk-K6STYTDZ.js";
import "./chunk-3RJCE64F.js";
import "./chunk-7BOGLRO5.js";
import "./chunk-AMO7EC5R.js";
import "./chunk-Y5ARBLWB.js";
import "./chunk-6DY225AE.js";
import "./chunk-J577H5RB.js";
import "./chunk-Y5LS2GJI.js";
import "./chunk-UOVPYECJ.js";
import "./chunk-WZMHCVDI.js";
import "./chunk-4BMJXN3H.js";
import "./chunk-ZRQLZVM6.js";
import "./chunk-RN7RL3UA.js";
import {
  readFileBounded
} from "./chunk-AKSXVBID.js";
import "./chunk-OOBHAZL6.js";
import "./chunk-QKGGW2IQ.js";
import "./chunk-HO7PXLR4.js";
import "./chunk-FAI36SC3.js";
import {
  decodeUtf8
} from "./chunk-OIE2JKUE.js";
import {
  EXIT,
  SallyportError
} from "./chunk-N2CRB7ZG.js";

// src/verbs/push.ts
import { resolve } from "node:path";
var MAX_POLICY_BYTES = 1024 * 1024;
var push = {
  name: "push",
  summary: "Send environments.yml and access.hujson to the coordinator, in one transaction.",
  details: "The access rules' own tests run first. With --dry-run everything is checked and nothing changes. A change\nafter which no workload could deploy to some agent is refused unless you say --accept-lock-out. The versions\nbefore are kept; who pushed and when stands in the log. What loosens an environment with a quorum waits (exit\ncode 12) until that many people approved it under the old rules; then push the same files again.",
  options: [...OPERATOR_OPTIONS, "environments", "access", "dry-run", "accept-lock-out"],
  examples: [
    `sallyport push --environments environments.yml --access access.hujson --dry-run ${OPERATOR_HOW}`,
    `sallyport push --environments environments.yml --access access.hujson ${OPERATOR_HOW}`
  ],
  run: (call) => withOperatorClient(call, async (client) => {
    const { options, ports } = call;
    const environments = await readIfNamed(call, options.environments);
    const access = await readIfNamed(call, options.access);
    if (environments === void 0 && access === void 0) {
      throw new SallyportError("USAGE", {
        message: "--environments FILE or --access FILE is missing",
        help: "sallyport push --help"
      });
    }
    const registered = unwrap(
      await client.call("policy", { params: void 0, body: void 0 }),
      "REQUEST_REFUSED"
    );
    const body = {
      environments: fileOf(environments, registered.environments),
      access: fileOf(access, registered.access),
      dryRun: options["dry-run"] ?? false,
      acceptLockOut: options["accept-lock-out"] ?? false
    };
    const reply = unwrap(await client.call("push", { params: void 0, body }), "REQUEST_REFUSED");
    if (options.json) ports.stdout(`${JSON.stringify({ version: 1, dryRun: body.dryRun, ...reply })}
`);
    ports.stderr(describe(reply, body.dryRun));
    return reply.waiting && !body.dryRun ? EXIT.refused : EXIT.ok;
  })
};
async function readIfNamed({ ports }, path) {
  if (path === void 0) return void 0;
  return decodeUtf8(await readFileBounded(resolve(ports.cwd, path), MAX_POLICY_BYTES));
}
function fileOf(text, registered) {
  if (text === void 0 || text === registered?.text) return null;
  return { text, replaces: registered?.version ?? null };
}
function describe({ environments, access, edges, lockedOut, waiting }, dryRun) {
  const asked = waiting ? `this loosens an environment with a quorum: ${waiting.given} of ${waiting.wanted} people have approved
` + waiting.loosens.map((each) => `  ${each}
`).join("") + `ask them for: sallyport approvals approve ${waiting.change}
then push the same files again
` : "";
  if (waiting && !dryRun) return asked;
  const file = (name, revision) => revision ? `${name}: version ${revision.version}, ${revision.digest}
` : `${name}: unchanged
`;
  return [
    dryRun ? "checked; nothing was changed. It would be:\n" : "",
    file("environments.yml", environments),
    file("access.hujson", access),
    `edges: ${edges.added} added, ${edges.removed} removed
`,
    asked,
    lockedOut.length > 0 ? `cut off from every workload: ${lockedOut.join(", ")}
` : ""
  ].join("");
}
export {
  push
};
