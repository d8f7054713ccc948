const __bundleUrl = new URL('cli.js', import.meta.url.replace(/chunks\/[^/]+$/, '')).href
const require = process.getBuiltinModule('node:module').createRequire(__bundleUrl)
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

// src/verbs/sessions.ts
var none = { params: void 0, body: void 0 };
var sessionsList = {
  name: "sessions list",
  summary: "Show who is logged in: your own sessions, or everybody\u2019s where you operate or audit.",
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
  details: "One of your own, or anybody\u2019s where you are an admin or operator. Who is still on the list of environments.yml\ncan log in again: strike them off there first.",
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
