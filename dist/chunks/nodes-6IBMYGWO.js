import { createRequire as __createRequire } from 'node:module'
const __bundleUrl = new URL('cli.js', import.meta.url.replace(/chunks\/[^/]+$/, '')).href
const require = __createRequire(__bundleUrl)
import {
  OPERATOR_HOW,
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

// src/verbs/nodes.ts
var nodesList = {
  name: "nodes list",
  summary: "Show the nodes that are there.",
  options: OPERATOR_OPTIONS,
  examples: [`sallyport nodes list ${OPERATOR_HOW}`],
  run: (call) => withOperatorClient(call, async (client) => {
    const { nodes } = unwrap(
      await client.call("nodes", { params: void 0, body: void 0 }),
      "REQUEST_REFUSED"
    );
    if (call.options.json) call.ports.stdout(`${JSON.stringify({ version: 1, nodes })}
`);
    else for (const node of nodes) call.ports.stdout(`${describe(node)}
`);
    return EXIT.ok;
  })
};
var nodesRevoke = {
  name: "nodes revoke",
  summary: "End a node for good; its streams and its peers end at once.",
  details: "A person's node goes with the session that brought it, and with the session's other nodes.",
  positionals: [{ name: "NODE", doc: "Its name or id." }],
  options: OPERATOR_OPTIONS,
  examples: [`sallyport nodes revoke web-1 ${OPERATOR_HOW}`],
  run: (call) => change(call, "revokeNode", "revoked")
};
var nodesResume = {
  name: "nodes resume",
  summary: "Let a suspended node go on.",
  details: "A node is suspended when two live sessions use its machine key. If one of them is not yours, revoke it.",
  positionals: [{ name: "NODE", doc: "Its name or id." }],
  options: OPERATOR_OPTIONS,
  examples: [`sallyport nodes resume web-1 ${OPERATOR_HOW}`],
  run: (call) => change(call, "resumeNode", "resumed")
};
function change(call, route, done) {
  return withOperatorClient(call, async (client) => {
    const wanted = call.positionals[0];
    const { nodes } = unwrap(
      await client.call("nodes", { params: void 0, body: void 0 }),
      "REQUEST_REFUSED"
    );
    const node = nodes.find(({ id, name }) => id === wanted || name === wanted);
    if (!node) {
      throw new SallyportError("USAGE", {
        message: `there is no node ${JSON.stringify(wanted)}`,
        help: "see: sallyport nodes list"
      });
    }
    unwrap(await client.call(route, { params: { id: node.id }, body: {} }), "REQUEST_REFUSED");
    if (call.options.json) call.ports.stdout(`${JSON.stringify({ version: 1, node: node.id, done })}
`);
    call.ports.stderr(`${done}: ${node.name} (${node.id})
`);
    return EXIT.ok;
  });
}
function describe(node) {
  const state = node.state === "suspended" ? "suspended" : node.connected ? "connected" : "away";
  const until = node.lease ? ` until ${node.lease.end}` : "";
  const whose = node.person ? `${node.person.subject} of ${node.person.issuer}` : `${node.applications.join(",")} ${node.environment}`;
  return `${node.name}  ${node.kind}  ${node.ipv4}  ${whose}  ${state}${until}  ${node.id}`;
}
export {
  nodesList,
  nodesResume,
  nodesRevoke
};
