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
  EXIT
} from "./chunk-XELNXD6A.js";
import "./chunk-BRIVT672.js";

// src/verbs/recovery.ts
var recoveryShow = {
  name: "recovery show",
  summary: "Show what a coordinator that came back from a backup still waits for.",
  details: "Such a coordinator serves nothing until every active agent has said how far it saw the log, and the entries that\nthe backup lacks have come from one of them. Then it ends its recovery by itself.",
  options: OPERATOR_OPTIONS,
  examples: [`sallyport recovery show ${OPERATOR_HOW}`],
  run: (call) => withOperatorClient(call, async (client) => {
    const reply = await client.call("recovery", { params: void 0, body: void 0 });
    const { recovery } = unwrap(reply, "REQUEST_REFUSED");
    if (call.options.json) call.ports.stdout(`${JSON.stringify({ version: 1, recovery })}
`);
    else call.ports.stdout(recovery ? describe(recovery) : "it serves: no recovery is under way\n");
    return EXIT.ok;
  })
};
var recoveryEnd = {
  name: "recovery end",
  summary: "Let a coordinator that came back from a backup serve, without the agents that have not been heard.",
  details: 'An agent that comes later and saw a longer log finds a contradiction, and deploys nothing until the root has\ncleared the log ("keys clear-log"). The same holds for all of them with --accept-loss, where entries that agents\nsaw are missing.',
  options: [...OPERATOR_OPTIONS, "accept-loss"],
  examples: [`sallyport recovery end ${OPERATOR_HOW}`],
  run: (call) => withOperatorClient(call, async (client) => {
    const body = { acceptLoss: Boolean(call.options["accept-loss"]) };
    const reply = await client.call("endRecovery", { params: void 0, body });
    const { secrets, leases } = unwrap(reply, "REQUEST_REFUSED");
    if (call.options.json) call.ports.stdout(`${JSON.stringify({ version: 1, secrets, leases })}
`);
    call.ports.stderr(`it serves; void: ${secrets} enrolment secrets, ${leases} leases of runners
`);
    return EXIT.ok;
  })
};
function describe(recovery) {
  const { since, restored, size, seen, reported, awaited, obstacle } = recovery;
  return [
    `recovering since ${since}`,
    `log: ${restored} entries in the backup, ${size} here, ${seen} seen by agents`,
    `heard: ${listed(reported)}`,
    `awaited: ${listed(awaited)}`,
    ...obstacle === null ? [] : [`in the way: ${obstacle}`],
    ...counted("took effect again", recovery.replayed),
    ...counted("to be done again by a person", recovery.open),
    ""
  ].join("\n");
}
function listed(names) {
  return names.length === 0 ? "nobody" : names.join(", ");
}
function counted(what, counts) {
  const parts = Object.entries(counts).map(([kind, count]) => `${count} ${kind}`);
  return parts.length === 0 ? [] : [`${what}: ${parts.join(", ")}`];
}
export {
  recoveryEnd,
  recoveryShow
};
