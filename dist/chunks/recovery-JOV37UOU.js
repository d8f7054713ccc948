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
  EXIT
} from "./chunk-N2CRB7ZG.js";

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
