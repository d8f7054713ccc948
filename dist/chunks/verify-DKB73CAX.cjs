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
  verify_DKB73CAX: () => verify_DKB73CAX_exports
});
module.exports = stdin_exports;
var import_chunk_UJBLILL5 = require("./chunk-UJBLILL5.cjs").chunk_UJBLILL5;
var import_chunk_6D9B2BDF = require("./chunk-6D9B2BDF.cjs").chunk_KRZWIFVR;
var import_chunk_EA47D034 = require("./chunk-EA47D034.cjs").chunk_E3PGXMDL;
var import_chunk_439F88D8 = require("./chunk-439F88D8.cjs").chunk_W7ECAJ5W;
var import_chunk_E7E63261 = require("./chunk-E7E63261.cjs").chunk_LUF5PABH;
var import_chunk_E7E632612 = require("./chunk-E7E63261.cjs").chunk_6OL7RJCG;
var import_chunk_E7E632613 = require("./chunk-E7E63261.cjs").chunk_5YZ4WNU6;
var import_chunk_E7E632614 = require("./chunk-E7E63261.cjs").chunk_OEK5FYWZ;
var import_chunk_R2HSE3F3 = require("./chunk-R2HSE3F3.cjs").chunk_R2HSE3F3;
var import_chunk_CF656EE4 = require("./chunk-CF656EE4.cjs").chunk_PC4MX4V7;
var import_chunk_EA47D0342 = require("./chunk-EA47D034.cjs").chunk_55ZXGT2M;
var import_chunk_EA47D0343 = require("./chunk-EA47D034.cjs").chunk_B5YHRYI7;
var import_chunk_BIEF65K5 = require("./chunk-BIEF65K5.cjs").chunk_BIEF65K5;
var import_cli = require("../cli.cjs").chunk_FZ44G4XJ;
var import_chunk_EA47D0344 = require("./chunk-EA47D034.cjs").chunk_UESRXYTB;
var import_chunk_EA47D0345 = require("./chunk-EA47D034.cjs").chunk_3ZQSXCLB;
var import_chunk_CF656EE42 = require("./chunk-CF656EE4.cjs").chunk_CRLEFTAS;
var import_chunk_2BC21E11 = require("./chunk-2BC21E11.cjs").chunk_COQYJIF4;
var import_cli2 = require("../cli.cjs").chunk_SO3KANTK;
var import_cli3 = require("../cli.cjs").chunk_GEUJANHY;
var import_chunk_2BC21E112 = require("./chunk-2BC21E11.cjs").chunk_M3WSMIIZ;
var import_chunk_CF656EE43 = require("./chunk-CF656EE4.cjs").chunk_PO7UBJRE;
var import_cli4 = require("../cli.cjs").chunk_QW7UKFTH;
var import_cli5 = require("../cli.cjs").chunk_4NFOMFHU;
var import_chunk_LISJZMXW = require("./chunk-LISJZMXW.cjs").chunk_LISJZMXW;
var import_cli6 = require("../cli.cjs").chunk_TO5RH7DJ;
var import_cli7 = require("../cli.cjs").chunk_HJAZFC2R;
var import_node_path = process.getBuiltinModule("node:path");
var import_node_path2 = process.getBuiltinModule("node:path");
var __defProp2 = Object.defineProperty;
var __export2 = (target, all) => {
  for (var name in all)
    __defProp2(target, name, { get: all[name], enumerable: true });
};
var verify_DKB73CAX_exports = {};
__export2(verify_DKB73CAX_exports, {
  verify: () => verify
});
var MAX_CA_BYTES = 256 * 1024;
async function readIssuerKeys(question) {
  const claimed = new Set(question.tokens.map((token) => (0, import_chunk_6D9B2BDF.peekToken)(token)?.issuer));
  const wanted = question.trust.issuers.filter(({ issuer }) => claimed.has(issuer));
  const found = await Promise.all(
    wanted.map(async (trusted) => [trusted.issuer, await readKeys(trusted, question)])
  );
  return new Map(found);
}
async function readKeys(trusted, question) {
  const folder = (0, import_node_path2.dirname)(question.trustPath);
  if (trusted.snapshot !== void 0)
    return await readSnapshot((0, import_node_path2.resolve)(folder, trusted.snapshot), trusted, question);
  const ca = trusted.ca === void 0 ? void 0 : await (0, import_chunk_2BC21E112.readFileBounded)((0, import_node_path2.resolve)(folder, trusted.ca), MAX_CA_BYTES);
  const http = (0, import_chunk_2BC21E11.createHttpClient)(ca === void 0 ? {} : { ca: (0, import_cli5.decodeUtf8)(ca) });
  try {
    const uri = (0, import_chunk_6D9B2BDF.parseDiscovery)(await fetchBounded(http, (0, import_chunk_6D9B2BDF.discoveryUrl)(trusted)), trusted);
    return (0, import_chunk_6D9B2BDF.parseJwks)(await fetchBounded(http, uri), trusted.issuer);
  } finally {
    await http.close();
  }
}
async function readSnapshot(path, { issuer }, question) {
  const bytes = await (0, import_chunk_2BC21E112.readFileBounded)(path, 2 * import_chunk_6D9B2BDF.MAX_JWKS_BYTES);
  const value = (0, import_chunk_CF656EE42.parseStrictJson)(bytes, { source: path, maxBytes: 2 * import_chunk_6D9B2BDF.MAX_JWKS_BYTES });
  const root = (0, import_chunk_BIEF65K5.parsePublicKey)("root", question.trust.root);
  return (0, import_chunk_6D9B2BDF.verifyJwksSnapshot)((0, import_cli2.decode)(import_chunk_EA47D0343.envelopeSchema, value, { source: path }), {
    root,
    issuer,
    now: question.now
  });
}
async function fetchBounded(http, url) {
  const bounds = { maxBytes: import_chunk_6D9B2BDF.MAX_JWKS_BYTES, timeoutMs: import_chunk_6D9B2BDF.JWKS_TIMEOUT_MS };
  const { status, body } = await http.request({ method: "GET", url, ...bounds });
  if (status === 200) return body;
  throw new import_cli6.SallyportError("HTTP_FAILED", { message: `GET ${url}: status ${status}` });
}
var verify = {
  name: "verify",
  summary: "Verify that an artifact is approved.",
  details: "The agent's own verification, step by step in its order; the first failure is named and ends with exit\ncode 10. What only an agent remembers (sequences, runs, checkpoints, quarantine) is taken as empty.",
  positionals: [{ name: "ARTIFACT", doc: "The artifact." }],
  options: ["approval", "trust", "application", "environment", "label", "json"],
  examples: ["sallyport verify shop.tar.gz --approval shop.tar.gz.approval.json --trust trust.yml"],
  async run(call) {
    const { options, ports } = call;
    const approvalPath = (0, import_node_path.resolve)(ports.cwd, required(options.approval, "approval"));
    const trustPath = (0, import_node_path.resolve)(ports.cwd, required(options.trust, "trust"));
    const trust = (0, import_chunk_R2HSE3F3.parseTrustFile)(await (0, import_chunk_2BC21E112.readFileBounded)(trustPath, import_chunk_R2HSE3F3.MAX_TRUST_FILE_BYTES), trustPath);
    const file = await (0, import_chunk_2BC21E112.readFileBounded)(approvalPath, import_chunk_E7E632613.MAX_APPROVAL_FILE_BYTES + 1);
    const result = (0, import_chunk_UJBLILL5.verifyApproval)({
      file,
      trust,
      artifact: await (0, import_chunk_E7E632612.measureArtifact)((0, import_node_path.resolve)(ports.cwd, call.positionals[0])),
      target: {
        ...options.application === void 0 ? {} : { application: options.application },
        ...options.environment === void 0 ? {} : { environment: options.environment }
      },
      labels: (0, import_chunk_E7E63261.parseLabels)(options.label),
      issuers: await keysFor(call, { trust, trustPath, file }),
      state: import_chunk_6D9B2BDF.EMPTY_TRUST_STATE,
      now: ports.clock.now(),
      verifyLog: import_chunk_UJBLILL5.verifyLoggedApproval
    });
    return report(call, result);
  }
};
async function keysFor({ ports }, {
  trust,
  trustPath,
  file
}) {
  if (trust.signers === "key") return /* @__PURE__ */ new Map();
  return await readIssuerKeys({ trust, trustPath, tokens: tokensOf(file), now: ports.clock.now() });
}
function tokensOf(file) {
  try {
    const { token, people } = (0, import_chunk_E7E632613.parseApprovalFile)(file);
    return token === null ? people : [token, ...people];
  } catch {
    return [];
  }
}
function report({ options, ports }, result) {
  const document = result.kind === "verified" ? describe(result) : result;
  if (options.json)
    ports.stdout(`${JSON.stringify({ version: 1, ...document, result: result.kind, kind: void 0 })}
`);
  const { bold, green, red, dim } = ports.style;
  if (result.kind === "refused") {
    ports.stderr(`${red("refused")} at ${bold(result.step)}: ${result.reason} ${dim(`[${result.code}]`)}
`);
    ports.stderr(`${bold("help")}: ${result.help}
`);
    return import_cli6.EXIT.failed;
  }
  const { application, environment, sequence, kind, notAfter } = result.statement.predicate;
  ports.stderr(
    `${green("verified")}: ${kind} of ${application} in ${environment}, sequence ${sequence}, until ${notAfter}
`
  );
  if (result.signers === "key")
    ports.stderr("signed by a key alone: no gate, workload or log vouches for it\n");
  if (result.anyWorkflow) ports.stderr("the trust rule accepts any commit of the gate workflow\n");
  return import_cli6.EXIT.ok;
}
function describe({
  statement,
  approval,
  signers,
  people,
  anyWorkflow
}) {
  const { application, environment, sequence, keyEpoch, notBefore, notAfter, kind, source } = statement.predicate;
  return {
    action: kind,
    approval,
    application,
    environment,
    artifact: `sha256:${statement.subject[0].digest.sha256}`,
    sequence,
    keyEpoch,
    notBefore,
    notAfter,
    signers,
    people,
    anyWorkflow,
    source
  };
}
function required(value, name) {
  if (value !== void 0) return value;
  throw new import_cli6.SallyportError("USAGE", { message: `--${name} FILE is missing`, help: "sallyport verify --help" });
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  verify_DKB73CAX
});
