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
  approve: () => approve
});
module.exports = stdin_exports;
var import_chunk_LUF5PABH = require("./chunk-LUF5PABH.cjs");
var import_chunk_6OL7RJCG = require("./chunk-6OL7RJCG.cjs");
var import_chunk_5YZ4WNU6 = require("./chunk-5YZ4WNU6.cjs");
var import_chunk_OEK5FYWZ = require("./chunk-OEK5FYWZ.cjs");
var import_chunk_B5YHRYI7 = require("./chunk-B5YHRYI7.cjs");
var import_chunk_BIEF65K5 = require("./chunk-BIEF65K5.cjs");
var import_chunk_FZ44G4XJ = require("./chunk-FZ44G4XJ.cjs");
var import_chunk_UESRXYTB = require("./chunk-UESRXYTB.cjs");
var import_chunk_3ZQSXCLB = require("./chunk-3ZQSXCLB.cjs");
var import_chunk_CRLEFTAS = require("./chunk-CRLEFTAS.cjs");
var import_chunk_SO3KANTK = require("./chunk-SO3KANTK.cjs");
var import_chunk_GEUJANHY = require("./chunk-GEUJANHY.cjs");
var import_chunk_M3WSMIIZ = require("./chunk-M3WSMIIZ.cjs");
var import_chunk_PO7UBJRE = require("./chunk-PO7UBJRE.cjs");
var import_chunk_QW7UKFTH = require("./chunk-QW7UKFTH.cjs");
var import_chunk_4NFOMFHU = require("./chunk-4NFOMFHU.cjs");
var import_chunk_TO5RH7DJ = require("./chunk-TO5RH7DJ.cjs");
var import_chunk_HJAZFC2R = require("./chunk-HJAZFC2R.cjs");
var import_node_path = process.getBuiltinModule("node:path");
var import_node_path2 = process.getBuiltinModule("node:path");
var MAX_VERDICT_BYTES = 256 * 1024 * 1024;
var verdictSchema = (0, import_chunk_PO7UBJRE.looseObject)({
  version: (0, import_chunk_PO7UBJRE.literal)(1),
  verdict: (0, import_chunk_PO7UBJRE._enum)(["passed", "failed", "undecided"]),
  policy: (0, import_chunk_PO7UBJRE.looseObject)({ source: (0, import_chunk_PO7UBJRE.string)().min(1).max(1e3), digest: import_chunk_UESRXYTB.digestText })
});
async function readVerdict({ options, ports }) {
  const path = options.verdict;
  if (path === void 0) return void 0;
  const bytes = await (0, import_chunk_M3WSMIIZ.readFileBounded)((0, import_node_path2.resolve)(ports.cwd, path), MAX_VERDICT_BYTES);
  const { verdict, policy } = (0, import_chunk_SO3KANTK.decode)(
    verdictSchema,
    (0, import_chunk_CRLEFTAS.parseStrictJson)(bytes, { source: path, maxBytes: MAX_VERDICT_BYTES }),
    {
      source: path
    }
  );
  return { path, verdict, policySource: policy.source, policyDigest: policy.digest, bytes };
}
var DEFAULT_VALIDITY = import_chunk_GEUJANHY.HOUR;
var MAX_KEY_FILE_BYTES = 4096;
var approve = {
  name: "approve",
  summary: "Sign an approval of an artifact with a key.",
  details: 'For teams without a coordinator: the agent trusts the key alone ("signers: key"), so hold it outside of\nthe build job. --sequence must rise with each approval of an application in an environment. With --verdict\nnothing is signed unless the verdict is passed.',
  options: [
    "key",
    "artifact",
    "application",
    "environment",
    "sequence",
    "verdict",
    "kind",
    "label",
    "valid-for",
    "key-epoch",
    "out"
  ],
  examples: [
    "sallyport approve --key approval.key --artifact shop.tar.gz --application shop --environment production --sequence 7 --verdict verdict.json"
  ],
  async run(call) {
    const verdict = await readVerdict(call);
    if (verdict && verdict.verdict !== "passed") return refuse(call, verdict);
    const key = await readKey(call);
    const { application, path } = chooseArtifact(call);
    const content = await describeApproval(call, { application, path, verdict });
    const statement = (0, import_chunk_OEK5FYWZ.emitApprovalStatement)(content);
    const file = (0, import_node_path.resolve)(call.ports.cwd, call.options.out ?? `${path}.approval.json`);
    await (0, import_chunk_M3WSMIIZ.writeFileAtomic)(
      file,
      (0, import_chunk_5YZ4WNU6.emitApprovalFile)({ envelope: (0, import_chunk_B5YHRYI7.signEnvelope)(import_chunk_OEK5FYWZ.STATEMENT_PAYLOAD_TYPE, statement, [key]) })
    );
    report(call, content, { file, approval: (0, import_chunk_QW7UKFTH.formatDigest)((0, import_chunk_OEK5FYWZ.approvalDigest)(statement)) });
    return import_chunk_TO5RH7DJ.EXIT.ok;
  }
};
function refuse({ ports }, { verdict, path }) {
  ports.stderr(`not approved: the verdict in ${path} is ${verdict}
`);
  return verdict === "undecided" ? import_chunk_TO5RH7DJ.EXIT.undecided : import_chunk_TO5RH7DJ.EXIT.failed;
}
async function readKey({ options, ports }) {
  const path = (0, import_node_path.resolve)(ports.cwd, required(options.key, "key"));
  return (0, import_chunk_BIEF65K5.parseKeyFile)("approval", (0, import_chunk_4NFOMFHU.decodeUtf8)(await (0, import_chunk_M3WSMIIZ.readFileBounded)(path, MAX_KEY_FILE_BYTES)), path);
}
function chooseArtifact({ options }) {
  const [given, ...others] = options.artifact ?? [];
  if (others.length > 0) throw usage("one artifact is approved at a time: call approve once for each");
  const artifact = required(given, "artifact");
  const named = /^([a-z0-9-]{1,63})=(.+)$/s.exec(artifact);
  if (named && (options.application === void 0 || options.application === named[1])) {
    return { application: named[1], path: named[2] };
  }
  return { application: required(options.application, "application"), path: artifact };
}
async function describeApproval({ options, ports }, chosen) {
  const { digest, size } = await (0, import_chunk_6OL7RJCG.measureArtifact)((0, import_node_path.resolve)(ports.cwd, chosen.path));
  const artifactName = (0, import_node_path.basename)(chosen.path);
  const now = Math.floor(ports.clock.now() / import_chunk_GEUJANHY.SECOND) * import_chunk_GEUJANHY.SECOND;
  return {
    artifactName,
    artifactSha256: (0, import_chunk_4NFOMFHU.encodeHex)(digest),
    application: chosen.application,
    environment: required(options.environment, "environment"),
    scope: (0, import_chunk_LUF5PABH.parseLabels)(options.label),
    artifact: { mediaType: (0, import_chunk_6OL7RJCG.mediaTypeOf)(artifactName), size },
    sequence: required(options.sequence, "sequence"),
    keyEpoch: options["key-epoch"] ?? 1,
    notBefore: (0, import_chunk_GEUJANHY.formatTimestamp)(now),
    notAfter: (0, import_chunk_GEUJANHY.formatTimestamp)((0, import_chunk_GEUJANHY.addMs)(now, options["valid-for"] ?? DEFAULT_VALIDITY)),
    kind: chooseKind(options.kind),
    policy: chosen.verdict ? { uri: chosen.verdict.policySource, digest: chosen.verdict.policyDigest } : null,
    evidence: chosen.verdict ? { verdict: (0, import_chunk_QW7UKFTH.formatDigest)((0, import_chunk_QW7UKFTH.sha256)(chosen.verdict.bytes)) } : null,
    source: null,
    approvers: []
  };
}
function chooseKind(kind = "deploy") {
  if (kind === "deploy" || kind === "rollback" || kind === "revoke") return kind;
  throw usage(`--kind must be deploy, rollback or revoke, not ${JSON.stringify(kind)}`);
}
function report({ options, ports }, content, made) {
  const { application, environment, sequence, artifactSha256, notAfter, kind } = content;
  if (options.json) {
    const artifact = `sha256:${artifactSha256}`;
    const document = { version: 1, ...made, kind, application, environment, sequence, artifact, notAfter };
    ports.stdout(`${JSON.stringify(document)}
`);
  }
  ports.stderr(
    `${kind} of ${application} in ${environment}, sequence ${sequence}, approved until ${notAfter}
`
  );
  ports.stderr(`  artifact sha256:${artifactSha256}
  approval ${made.approval}
  file     ${made.file}
`);
}
function required(value, name) {
  if (value !== void 0) return value;
  throw usage(`--${name} is missing`);
}
function usage(message) {
  return new import_chunk_TO5RH7DJ.SallyportError("USAGE", { message, help: "sallyport approve --help" });
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  approve
});
