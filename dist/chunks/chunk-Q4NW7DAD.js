const __bundleUrl = new URL('cli.js', import.meta.url.replace(/chunks\/[^/]+$/, '')).href
const require = process.getBuiltinModule('node:module').createRequire(__bundleUrl)
import {
  POLICY_CHANGE_PAYLOAD_TYPE,
  parsePolicyChange
} from "./chunk-X235TL25.js";
import {
  chooseLogin,
  logInAtIssuer
} from "./chunk-ZFHXXJDB.js";
import {
  OPERATOR_OPTIONS,
  withOperatorClient
} from "./chunk-QKEHVR3C.js";
import {
  readSession,
  sessionPath
} from "./chunk-II7SGZQF.js";
import {
  unwrap
} from "./chunk-KWERLUGH.js";
import {
  personNonce
} from "./chunk-HSV5RDCE.js";
import {
  preAuthEncoding
} from "./chunk-4GZJ36TC.js";
import {
  STATEMENT_PAYLOAD_TYPE,
  parseApprovalStatement
} from "./chunk-CU3PBIPB.js";
import {
  keyIdOf,
  parseKeyFile,
  signEd25519
} from "./chunk-ZYFGNLJL.js";
import {
  readFileBounded
} from "./chunk-RWTYN6AN.js";
import {
  formatDigest,
  sha256
} from "./chunk-MGJ2JUMM.js";
import {
  decodeBase64,
  decodeUtf8,
  encodeBase64
} from "./chunk-VOIAD42L.js";
import {
  EXIT,
  SallyportError
} from "./chunk-XELNXD6A.js";

// src/verbs/approvals.ts
const { resolve } = process.getBuiltinModule("node:path");
var MAX_KEY_BYTES = 16 * 1024;
var none = { params: void 0, body: void 0 };
var DIGEST = {
  name: "DIGEST",
  doc: "Of `approvals list`; its first characters do, where they are no other."
};
var approvalsList = {
  name: "approvals list",
  summary: "Show what waits for people: approvals, and changes of policy.",
  options: OPERATOR_OPTIONS,
  examples: ["sallyport approvals list", "sallyport approvals list --json"],
  run: (call) => withOperatorClient(call, async (client) => {
    const { items } = unwrap(await client.call("pending", none), "REQUEST_REFUSED");
    if (call.options.json) call.ports.stdout(`${JSON.stringify({ version: 1, items })}
`);
    else for (const item of items) call.ports.stdout(`${describe(item)}
`);
    if (items.length === 0 && !call.options.json) call.ports.stderr("nothing waits\n");
    return EXIT.ok;
  })
};
var approvalsShow = {
  name: "approvals show",
  summary: "Show the exact statement that people sign, and who has.",
  positionals: [DIGEST],
  options: OPERATOR_OPTIONS,
  examples: ["sallyport approvals show sha256:4d2f\u2026"],
  run: (call) => withOperatorClient(call, async (client) => {
    const { reply, document } = await fetchChecked(client, call.positionals[0]);
    const { item, approvedBy } = reply;
    if (call.options.json) {
      call.ports.stdout(`${JSON.stringify({ version: 1, item, approvedBy, document })}
`);
      return EXIT.ok;
    }
    call.ports.stdout(`${describe(item)}
${JSON.stringify(document, null, 2)}
`);
    call.ports.stdout(`approved by: ${approvedBy.join(", ") || "nobody yet"}
`);
    return EXIT.ok;
  })
};
var approvalsApprove = {
  name: "approvals approve",
  summary: "Approve as a person: by a login over the exact statement, or with your own key.",
  details: "You log in at your issuer once more, with a nonce that is the hash of the very bytes that are shown here; or sign\nthem with the key that stands under your name in environments.yml (--person-key). Every agent checks it again by\nits own list. Whoever started the run or pushed the commit does not count.",
  positionals: [DIGEST],
  options: [...OPERATOR_OPTIONS, "person-key", "login", "no-browser"],
  examples: [
    "sallyport approvals approve sha256:4d2f\u2026",
    "sallyport approvals approve 4d2f91 --person-key ada.key"
  ],
  run: (call) => withOperatorClient(call, async (client) => {
    const { options, ports } = call;
    const { reply, bytes } = await fetchChecked(client, call.positionals[0]);
    const { digest } = reply.item;
    ports.stderr(`you approve:
${describe(reply.item)}
`);
    const body = options["person-key"] === void 0 ? await voteByLogin(call, client, bytes) : await voteByKey(call, options["person-key"], reply.payloadType, bytes);
    const { given, wanted } = unwrap(
      await client.call("vote", { params: { digest }, body }),
      "REQUEST_REFUSED"
    );
    if (options.json) ports.stdout(`${JSON.stringify({ version: 1, digest, given, wanted })}
`);
    ports.stderr(`approved: ${given} of ${wanted} people
`);
    return EXIT.ok;
  })
};
var approvalsRefuse = {
  name: "approvals refuse",
  summary: "Refuse what waits: nothing that was asked for together is signed.",
  positionals: [DIGEST],
  options: [...OPERATOR_OPTIONS, "reason"],
  examples: ['sallyport approvals refuse 4d2f91 --reason "not before the migration"'],
  run: (call) => withOperatorClient(call, async (client) => {
    const { options, ports } = call;
    const reason = requiredReason(call, "approvals refuse");
    const digest = await findDigest(client, call.positionals[0]);
    unwrap(await client.call("refuse", { params: { digest }, body: { reason } }), "REQUEST_REFUSED");
    if (options.json) ports.stdout(`${JSON.stringify({ version: 1, digest, done: "refused" })}
`);
    ports.stderr(`refused: ${digest}
`);
    return EXIT.ok;
  })
};
function requiredReason({ options }, verb) {
  if (options.reason !== void 0 && options.reason.trim() !== "") return options.reason;
  throw new SallyportError("USAGE", { message: "--reason TEXT is missing", help: `sallyport ${verb} --help` });
}
async function fetchChecked(client, named) {
  const digest = await findDigest(client, named);
  const reply = unwrap(
    await client.call("pendingOne", { params: { digest }, body: void 0 }),
    "REQUEST_REFUSED"
  );
  const bytes = decodeBase64(reply.bytes);
  if (formatDigest(sha256(bytes)) !== digest || reply.item.digest !== digest) {
    throw new SallyportError("REPLY_REFUSED", {
      message: `the coordinator's bytes are not those of ${digest}`
    });
  }
  return { reply, bytes, document: readDocument(reply, bytes) };
}
function readDocument({ item, payloadType }, bytes) {
  if (item.kind === "policy-change" && payloadType === POLICY_CHANGE_PAYLOAD_TYPE)
    return parsePolicyChange(bytes);
  const statement = parseApprovalStatement(bytes);
  const { application, environment, sequence, kind } = statement.predicate;
  const isSame = item.kind === "approval" && payloadType === STATEMENT_PAYLOAD_TYPE && item.application === application && item.environment === environment && item.sequence === sequence && item.action === kind && item.artifact.digest === `sha256:${statement.subject[0]?.digest.sha256}`;
  if (isSame) return statement;
  throw new SallyportError("REPLY_REFUSED", {
    message: "the coordinator describes another statement than it sends"
  });
}
async function findDigest(client, named) {
  const wanted = named.startsWith("sha256:") ? named : `sha256:${named}`;
  if (/^sha256:[0-9a-f]{64}$/.test(wanted)) return wanted;
  const { items } = unwrap(await client.call("pending", none), "REQUEST_REFUSED");
  const found = /^sha256:[0-9a-f]{4,}$/.test(wanted) ? items.filter(({ digest }) => digest.startsWith(wanted)) : [];
  if (found.length === 1) return found[0].digest;
  throw new SallyportError("USAGE", {
    message: `${found.length === 0 ? "nothing" : "more than one"} waits with a digest ${JSON.stringify(named)}`,
    help: "see: sallyport approvals list"
  });
}
async function voteByLogin(call, client, bytes) {
  const { logins } = unwrap(await client.call("logins", none), "REQUEST_REFUSED");
  const own = logins.filter(({ flows }) => flows.length === 1 && flows[0] === "loopback");
  const kept = call.options.login === void 0 ? await readSession(sessionPath(call)) : void 0;
  const name = call.options.login ?? (own.some((each) => each.name === kept?.session.login) ? kept?.session.login : void 0);
  return { token: await logInAtIssuer(call, chooseLogin(own, name), personNonce(bytes)) };
}
async function voteByKey({ ports }, file, payloadType, bytes) {
  const text = decodeUtf8(await readFileBounded(resolve(ports.cwd, file), MAX_KEY_BYTES));
  const key = parseKeyFile("person", text, file);
  const sig = encodeBase64(signEd25519(key.privateKey, preAuthEncoding(payloadType, bytes)));
  return { signature: { keyid: keyIdOf(key.publicKey), sig } };
}
function describe(item) {
  const { digest, given, wanted, notAfter } = item;
  const tally = `${given} of ${wanted}, until ${notAfter}`;
  if (item.kind === "policy-change") {
    return [`${digest}  policy change  ${tally}`, ...item.loosens.map((each) => `  loosens ${each}`)].join(
      "\n"
    );
  }
  const { application, environment, sequence, action, artifact, source } = item;
  const from = source ? `  commit ${source.commit} of repository ${source.repositoryId}, ${source.ref}, run ${source.runId}` : "";
  return `${digest}  ${action} ${application} in ${environment}, sequence ${sequence}  ${tally}
  artifact ${artifact.name} ${artifact.digest}${from === "" ? "" : `
${from}`}`;
}

export {
  approvalsList,
  approvalsShow,
  approvalsApprove,
  approvalsRefuse,
  requiredReason
};
