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
  verify: () => verify
});
module.exports = stdin_exports;
var import_chunk_EY6MYJBO = require("./chunk-EY6MYJBO.cjs");
var import_chunk_T4TT3RT5 = require("./chunk-T4TT3RT5.cjs");
var import_chunk_E3PGXMDL = require("./chunk-E3PGXMDL.cjs");
var import_chunk_W7ECAJ5W = require("./chunk-W7ECAJ5W.cjs");
var import_chunk_LUF5PABH = require("./chunk-LUF5PABH.cjs");
var import_chunk_6OL7RJCG = require("./chunk-6OL7RJCG.cjs");
var import_chunk_5YZ4WNU6 = require("./chunk-5YZ4WNU6.cjs");
var import_chunk_OEK5FYWZ = require("./chunk-OEK5FYWZ.cjs");
var import_chunk_RC7NUSGF = require("./chunk-RC7NUSGF.cjs");
var import_chunk_55ZXGT2M = require("./chunk-55ZXGT2M.cjs");
var import_chunk_B5YHRYI7 = require("./chunk-B5YHRYI7.cjs");
var import_chunk_BIEF65K5 = require("./chunk-BIEF65K5.cjs");
var import_chunk_FZ44G4XJ = require("./chunk-FZ44G4XJ.cjs");
var import_chunk_UESRXYTB = require("./chunk-UESRXYTB.cjs");
var import_chunk_3ZQSXCLB = require("./chunk-3ZQSXCLB.cjs");
var import_chunk_CRLEFTAS = require("./chunk-CRLEFTAS.cjs");
var import_chunk_COQYJIF4 = require("./chunk-COQYJIF4.cjs");
var import_chunk_SO3KANTK = require("./chunk-SO3KANTK.cjs");
var import_chunk_GEUJANHY = require("./chunk-GEUJANHY.cjs");
var import_chunk_M3WSMIIZ = require("./chunk-M3WSMIIZ.cjs");
var import_chunk_PO7UBJRE = require("./chunk-PO7UBJRE.cjs");
var import_chunk_QW7UKFTH = require("./chunk-QW7UKFTH.cjs");
var import_chunk_4NFOMFHU = require("./chunk-4NFOMFHU.cjs");
var import_chunk_LISJZMXW = require("./chunk-LISJZMXW.cjs");
var import_chunk_TO5RH7DJ = require("./chunk-TO5RH7DJ.cjs");
var import_chunk_HJAZFC2R = require("./chunk-HJAZFC2R.cjs");
var import_node_path = process.getBuiltinModule("node:path");
var import_node_path2 = process.getBuiltinModule("node:path");
var MAX_CA_BYTES = 256 * 1024;
async function readIssuerKeys(question) {
  const claimed = new Set(question.tokens.map((token) => (0, import_chunk_T4TT3RT5.peekToken)(token)?.issuer));
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
  const ca = trusted.ca === void 0 ? void 0 : await (0, import_chunk_M3WSMIIZ.readFileBounded)((0, import_node_path2.resolve)(folder, trusted.ca), MAX_CA_BYTES);
  const http = (0, import_chunk_COQYJIF4.createHttpClient)(ca === void 0 ? {} : { ca: (0, import_chunk_4NFOMFHU.decodeUtf8)(ca) });
  try {
    const uri = (0, import_chunk_T4TT3RT5.parseDiscovery)(await fetchBounded(http, (0, import_chunk_T4TT3RT5.discoveryUrl)(trusted)), trusted);
    return (0, import_chunk_T4TT3RT5.parseJwks)(await fetchBounded(http, uri), trusted.issuer);
  } finally {
    await http.close();
  }
}
async function readSnapshot(path, { issuer }, question) {
  const bytes = await (0, import_chunk_M3WSMIIZ.readFileBounded)(path, 2 * import_chunk_T4TT3RT5.MAX_JWKS_BYTES);
  const value = (0, import_chunk_CRLEFTAS.parseStrictJson)(bytes, { source: path, maxBytes: 2 * import_chunk_T4TT3RT5.MAX_JWKS_BYTES });
  const root = (0, import_chunk_BIEF65K5.parsePublicKey)("root", question.trust.root);
  return (0, import_chunk_T4TT3RT5.verifyJwksSnapshot)((0, import_chunk_SO3KANTK.decode)(import_chunk_B5YHRYI7.envelopeSchema, value, { source: path }), {
    root,
    issuer,
    now: question.now
  });
}
async function fetchBounded(http, url) {
  const bounds = { maxBytes: import_chunk_T4TT3RT5.MAX_JWKS_BYTES, timeoutMs: import_chunk_T4TT3RT5.JWKS_TIMEOUT_MS };
  const { status, body } = await http.request({ method: "GET", url, ...bounds });
  if (status === 200) return body;
  throw new import_chunk_TO5RH7DJ.SallyportError("HTTP_FAILED", { message: `GET ${url}: status ${status}` });
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
    const trust = (0, import_chunk_RC7NUSGF.parseTrustFile)(await (0, import_chunk_M3WSMIIZ.readFileBounded)(trustPath, import_chunk_RC7NUSGF.MAX_TRUST_FILE_BYTES), trustPath);
    const file = await (0, import_chunk_M3WSMIIZ.readFileBounded)(approvalPath, import_chunk_5YZ4WNU6.MAX_APPROVAL_FILE_BYTES + 1);
    const result = (0, import_chunk_EY6MYJBO.verifyApproval)({
      file,
      trust,
      artifact: await (0, import_chunk_6OL7RJCG.measureArtifact)((0, import_node_path.resolve)(ports.cwd, call.positionals[0])),
      target: {
        ...options.application === void 0 ? {} : { application: options.application },
        ...options.environment === void 0 ? {} : { environment: options.environment }
      },
      labels: (0, import_chunk_LUF5PABH.parseLabels)(options.label),
      issuers: await keysFor(call, { trust, trustPath, file }),
      state: import_chunk_T4TT3RT5.EMPTY_TRUST_STATE,
      now: ports.clock.now(),
      verifyLog: import_chunk_EY6MYJBO.verifyLoggedApproval
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
    const { token, people } = (0, import_chunk_5YZ4WNU6.parseApprovalFile)(file);
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
    return import_chunk_TO5RH7DJ.EXIT.failed;
  }
  const { application, environment, sequence, kind, notAfter } = result.statement.predicate;
  ports.stderr(
    `${green("verified")}: ${kind} of ${application} in ${environment}, sequence ${sequence}, until ${notAfter}
`
  );
  if (result.signers === "key")
    ports.stderr("signed by a key alone: no gate, workload or log vouches for it\n");
  if (result.anyWorkflow) ports.stderr("the trust rule accepts any commit of the gate workflow\n");
  return import_chunk_TO5RH7DJ.EXIT.ok;
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
  throw new import_chunk_TO5RH7DJ.SallyportError("USAGE", { message: `--${name} FILE is missing`, help: "sallyport verify --help" });
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  verify
});
