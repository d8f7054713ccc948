const __bundleUrl = new URL('cli.js', import.meta.url.replace(/chunks\/[^/]+$/, '')).href
const require = process.getBuiltinModule('node:module').createRequire(__bundleUrl)
import {
  OPERATOR_HOW,
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
