import { createRequire as __createRequire } from 'node:module'
const __bundleUrl = new URL('cli.js', import.meta.url.replace(/chunks\/[^/]+$/, '')).href
const require = __createRequire(__bundleUrl)
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

// src/verbs/sessions.ts
var none = { params: void 0, body: void 0 };
var sessionsList = {
  name: "sessions list",
  summary: "Show who is logged in: your own sessions, or everybody’s where you operate or audit.",
  options: OPERATOR_OPTIONS,
  examples: ["sallyport sessions list"],
  run: (call) => withOperatorClient(call, async (client) => {
    const { sessions } = unwrap(await client.call("sessions", none), "REQUEST_REFUSED");
    const { ports, options } = call;
    if (options.json) ports.stdout(`${JSON.stringify({ version: 1, sessions })}
`);
    else for (const session of sessions) ports.stdout(`${describe(session)}
`);
    return EXIT.ok;
  })
};
var sessionsEnd = {
  name: "sessions end",
  summary: "End a session, with the nodes that its person has in the mesh.",
  details: "One of your own, or anybody’s where you are an admin or operator. Who is still on the list of environments.yml\ncan log in again: strike them off there first.",
  positionals: [{ name: "SESSION", doc: "Its id, or as much of the beginning as no other has." }],
  options: OPERATOR_OPTIONS,
  examples: ["sallyport sessions end 8fJ2kQ"],
  run: (call) => withOperatorClient(call, async (client) => {
    const wanted = call.positionals[0];
    const { sessions } = unwrap(await client.call("sessions", none), "REQUEST_REFUSED");
    const { session, subject, issuer } = findOne(sessions, wanted);
    unwrap(await client.call("endSessionOf", { params: { session }, body: {} }), "REQUEST_REFUSED");
    const { ports, options } = call;
    if (options.json) ports.stdout(`${JSON.stringify({ version: 1, session, done: "ended" })}
`);
    ports.stderr(`ended: ${session}, ${subject} of ${issuer}
`);
    return EXIT.ok;
  })
};
var peopleForget = {
  name: "people forget",
  summary: "End all that a person has at the coordinator, and the key by which the log names them.",
  details: "Sessions and nodes end at once; the entries of the log stay, and lead to nobody. Whether the person may log in\nagain is for environments.yml to say. It cannot be undone.",
  positionals: [
    { name: "ISSUER", doc: "As environments.yml writes it." },
    { name: "SUBJECT", doc: "The person's id there." }
  ],
  options: OPERATOR_OPTIONS,
  examples: ["sallyport people forget https://acme.okta.com 00uid4BxXw6I6TV4m0g3"],
  run: (call) => withOperatorClient(call, async (client) => {
    const [issuer, subject] = call.positionals;
    const input = { params: void 0, body: { issuer, subject } };
    const done = unwrap(await client.call("forgetPerson", input), "REQUEST_REFUSED");
    const { ports, options } = call;
    if (options.json) ports.stdout(`${JSON.stringify({ version: 1, ...done })}
`);
    ports.stderr(
      done.known ? `forgotten: ${done.sessions} session(s) and ${done.nodes} node(s) ended
` : "nobody of that id was known\n"
    );
    return EXIT.ok;
  })
};
function findOne(sessions, wanted) {
  const found = sessions.filter(({ session }) => session.startsWith(wanted));
  if (found.length === 1) return found[0];
  throw new SallyportError("USAGE", {
    message: found.length === 0 ? `there is no session ${JSON.stringify(wanted)}` : `${found.length} sessions begin with ${JSON.stringify(wanted)}`,
    help: "see: sallyport sessions list"
  });
}
function describe({ session, subject, issuer, roles, startedAt, expiresAt, nodes }) {
  const there = nodes.length === 0 ? "" : `  nodes: ${nodes.join(", ")}`;
  return `${session}  ${subject}  ${issuer}  ${roles.join(",")}  ${startedAt} to ${expiresAt}${there}`;
}
export {
  peopleForget,
  sessionsEnd,
  sessionsList
};
