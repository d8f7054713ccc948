"use strict";
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __export = (target, all) => {
  for (var name in all)
    __defProp(target, name, { get: all[name], enumerable: true });
};
var __copyProps = (to, from, except, desc) => {
  if (from && typeof from === "object" || typeof from === "function") {
    for (let key of __getOwnPropNames(from))
      if (!__hasOwnProp.call(to, key) && key !== except)
        __defProp(to, key, { get: () => from[key], enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable });
  }
  return to;
};
var __toCommonJS = (mod) => __copyProps(__defProp({}, "__esModule", { value: true }), mod);
var stdin_exports = {};
__export(stdin_exports, {
  approvalsApprove: () => approvalsApprove,
  approvalsList: () => approvalsList,
  approvalsRefuse: () => approvalsRefuse,
  approvalsShow: () => approvalsShow,
  requiredReason: () => requiredReason
});
module.exports = stdin_exports;
var import_chunk_P5Y3727L = require("./chunk-P5Y3727L.cjs");
var import_chunk_U4OBTK7U = require("./chunk-U4OBTK7U.cjs");
var import_chunk_X6I64IAV = require("./chunk-X6I64IAV.cjs");
var import_chunk_X2XC5NVU = require("./chunk-X2XC5NVU.cjs");
var import_chunk_LADPJ4KD = require("./chunk-LADPJ4KD.cjs");
var import_chunk_E3PGXMDL = require("./chunk-E3PGXMDL.cjs");
var import_chunk_OEK5FYWZ = require("./chunk-OEK5FYWZ.cjs");
var import_chunk_B5YHRYI7 = require("./chunk-B5YHRYI7.cjs");
var import_chunk_BIEF65K5 = require("./chunk-BIEF65K5.cjs");
var import_chunk_M3WSMIIZ = require("./chunk-M3WSMIIZ.cjs");
var import_chunk_QW7UKFTH = require("./chunk-QW7UKFTH.cjs");
var import_chunk_4NFOMFHU = require("./chunk-4NFOMFHU.cjs");
var import_chunk_TO5RH7DJ = require("./chunk-TO5RH7DJ.cjs");
var import_node_path = process.getBuiltinModule("node:path");
var MAX_KEY_BYTES = 16 * 1024;
var none = { params: void 0, body: void 0 };
var DIGEST = {
  name: "DIGEST",
  doc: "Of `approvals list`; its first characters do, where they are no other."
};
var approvalsList = {
  name: "approvals list",
  summary: "Show what waits for people: approvals, and changes of policy.",
  options: import_chunk_X6I64IAV.OPERATOR_OPTIONS,
  examples: ["sallyport approvals list", "sallyport approvals list --json"],
  run: (call) => (0, import_chunk_X6I64IAV.withOperatorClient)(call, async (client) => {
    const { items } = (0, import_chunk_LADPJ4KD.unwrap)(await client.call("pending", none), "REQUEST_REFUSED");
    if (call.options.json) call.ports.stdout(`${JSON.stringify({ version: 1, items })}
`);
    else for (const item of items) call.ports.stdout(`${describe(item)}
`);
    if (items.length === 0 && !call.options.json) call.ports.stderr("nothing waits\n");
    return import_chunk_TO5RH7DJ.EXIT.ok;
  })
};
var approvalsShow = {
  name: "approvals show",
  summary: "Show the exact statement that people sign, and who has.",
  positionals: [DIGEST],
  options: import_chunk_X6I64IAV.OPERATOR_OPTIONS,
  examples: ["sallyport approvals show sha256:4d2f\u2026"],
  run: (call) => (0, import_chunk_X6I64IAV.withOperatorClient)(call, async (client) => {
    const { reply, document } = await fetchChecked(client, call.positionals[0]);
    const { item, approvedBy } = reply;
    if (call.options.json) {
      call.ports.stdout(`${JSON.stringify({ version: 1, item, approvedBy, document })}
`);
      return import_chunk_TO5RH7DJ.EXIT.ok;
    }
    call.ports.stdout(`${describe(item)}
${JSON.stringify(document, null, 2)}
`);
    call.ports.stdout(`approved by: ${approvedBy.join(", ") || "nobody yet"}
`);
    return import_chunk_TO5RH7DJ.EXIT.ok;
  })
};
var approvalsApprove = {
  name: "approvals approve",
  summary: "Approve as a person: by a login over the exact statement, or with your own key.",
  details: "You log in at your issuer once more, with a nonce that is the hash of the very bytes that are shown here; or sign\nthem with the key that stands under your name in environments.yml (--person-key). Every agent checks it again by\nits own list. Whoever started the run or pushed the commit does not count.",
  positionals: [DIGEST],
  options: [...import_chunk_X6I64IAV.OPERATOR_OPTIONS, "person-key", "login", "no-browser"],
  examples: [
    "sallyport approvals approve sha256:4d2f\u2026",
    "sallyport approvals approve 4d2f91 --person-key ada.key"
  ],
  run: (call) => (0, import_chunk_X6I64IAV.withOperatorClient)(call, async (client) => {
    const { options, ports } = call;
    const { reply, bytes } = await fetchChecked(client, call.positionals[0]);
    const { digest } = reply.item;
    ports.stderr(`you approve:
${describe(reply.item)}
`);
    const body = options["person-key"] === void 0 ? await voteByLogin(call, client, bytes) : await voteByKey(call, options["person-key"], reply.payloadType, bytes);
    const { given, wanted } = (0, import_chunk_LADPJ4KD.unwrap)(
      await client.call("vote", { params: { digest }, body }),
      "REQUEST_REFUSED"
    );
    if (options.json) ports.stdout(`${JSON.stringify({ version: 1, digest, given, wanted })}
`);
    ports.stderr(`approved: ${given} of ${wanted} people
`);
    return import_chunk_TO5RH7DJ.EXIT.ok;
  })
};
var approvalsRefuse = {
  name: "approvals refuse",
  summary: "Refuse what waits: nothing that was asked for together is signed.",
  positionals: [DIGEST],
  options: [...import_chunk_X6I64IAV.OPERATOR_OPTIONS, "reason"],
  examples: ['sallyport approvals refuse 4d2f91 --reason "not before the migration"'],
  run: (call) => (0, import_chunk_X6I64IAV.withOperatorClient)(call, async (client) => {
    const { options, ports } = call;
    const reason = requiredReason(call, "approvals refuse");
    const digest = await findDigest(client, call.positionals[0]);
    (0, import_chunk_LADPJ4KD.unwrap)(await client.call("refuse", { params: { digest }, body: { reason } }), "REQUEST_REFUSED");
    if (options.json) ports.stdout(`${JSON.stringify({ version: 1, digest, done: "refused" })}
`);
    ports.stderr(`refused: ${digest}
`);
    return import_chunk_TO5RH7DJ.EXIT.ok;
  })
};
function requiredReason({ options }, verb) {
  if (options.reason !== void 0 && options.reason.trim() !== "") return options.reason;
  throw new import_chunk_TO5RH7DJ.SallyportError("USAGE", { message: "--reason TEXT is missing", help: `sallyport ${verb} --help` });
}
async function fetchChecked(client, named) {
  const digest = await findDigest(client, named);
  const reply = (0, import_chunk_LADPJ4KD.unwrap)(
    await client.call("pendingOne", { params: { digest }, body: void 0 }),
    "REQUEST_REFUSED"
  );
  const bytes = (0, import_chunk_4NFOMFHU.decodeBase64)(reply.bytes);
  if ((0, import_chunk_QW7UKFTH.formatDigest)((0, import_chunk_QW7UKFTH.sha256)(bytes)) !== digest || reply.item.digest !== digest) {
    throw new import_chunk_TO5RH7DJ.SallyportError("REPLY_REFUSED", {
      message: `the coordinator's bytes are not those of ${digest}`
    });
  }
  return { reply, bytes, document: readDocument(reply, bytes) };
}
function readDocument({ item, payloadType }, bytes) {
  if (item.kind === "policy-change" && payloadType === import_chunk_P5Y3727L.POLICY_CHANGE_PAYLOAD_TYPE)
    return (0, import_chunk_P5Y3727L.parsePolicyChange)(bytes);
  const statement = (0, import_chunk_OEK5FYWZ.parseApprovalStatement)(bytes);
  const { application, environment, sequence, kind } = statement.predicate;
  const isSame = item.kind === "approval" && payloadType === import_chunk_OEK5FYWZ.STATEMENT_PAYLOAD_TYPE && item.application === application && item.environment === environment && item.sequence === sequence && item.action === kind && item.artifact.digest === `sha256:${statement.subject[0]?.digest.sha256}`;
  if (isSame) return statement;
  throw new import_chunk_TO5RH7DJ.SallyportError("REPLY_REFUSED", {
    message: "the coordinator describes another statement than it sends"
  });
}
async function findDigest(client, named) {
  const wanted = named.startsWith("sha256:") ? named : `sha256:${named}`;
  if (/^sha256:[0-9a-f]{64}$/.test(wanted)) return wanted;
  const { items } = (0, import_chunk_LADPJ4KD.unwrap)(await client.call("pending", none), "REQUEST_REFUSED");
  const found = /^sha256:[0-9a-f]{4,}$/.test(wanted) ? items.filter(({ digest }) => digest.startsWith(wanted)) : [];
  if (found.length === 1) return found[0].digest;
  throw new import_chunk_TO5RH7DJ.SallyportError("USAGE", {
    message: `${found.length === 0 ? "nothing" : "more than one"} waits with a digest ${JSON.stringify(named)}`,
    help: "see: sallyport approvals list"
  });
}
async function voteByLogin(call, client, bytes) {
  const { logins } = (0, import_chunk_LADPJ4KD.unwrap)(await client.call("logins", none), "REQUEST_REFUSED");
  const own = logins.filter(({ flows }) => flows.length === 1 && flows[0] === "loopback");
  const kept = call.options.login === void 0 ? await (0, import_chunk_X2XC5NVU.readSession)((0, import_chunk_X2XC5NVU.sessionPath)(call)) : void 0;
  const name = call.options.login ?? (own.some((each) => each.name === kept?.session.login) ? kept?.session.login : void 0);
  return { token: await (0, import_chunk_U4OBTK7U.logInAtIssuer)(call, (0, import_chunk_U4OBTK7U.chooseLogin)(own, name), (0, import_chunk_E3PGXMDL.personNonce)(bytes)) };
}
async function voteByKey({ ports }, file, payloadType, bytes) {
  const text = (0, import_chunk_4NFOMFHU.decodeUtf8)(await (0, import_chunk_M3WSMIIZ.readFileBounded)((0, import_node_path.resolve)(ports.cwd, file), MAX_KEY_BYTES));
  const key = (0, import_chunk_BIEF65K5.parseKeyFile)("person", text, file);
  const sig = (0, import_chunk_4NFOMFHU.encodeBase64)((0, import_chunk_BIEF65K5.signEd25519)(key.privateKey, (0, import_chunk_B5YHRYI7.preAuthEncoding)(payloadType, bytes)));
  return { signature: { keyid: (0, import_chunk_BIEF65K5.keyIdOf)(key.publicKey), sig } };
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
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  approvalsApprove,
  approvalsList,
  approvalsRefuse,
  approvalsShow,
  requiredReason
});
