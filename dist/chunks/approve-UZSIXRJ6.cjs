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
  approve_UZSIXRJ6: () => approve_UZSIXRJ6_exports
});
module.exports = stdin_exports;
var import_chunk_E7E63261 = require("./chunk-E7E63261.cjs").chunk_LUF5PABH;
var import_chunk_E7E632612 = require("./chunk-E7E63261.cjs").chunk_6OL7RJCG;
var import_chunk_E7E632613 = require("./chunk-E7E63261.cjs").chunk_5YZ4WNU6;
var import_chunk_E7E632614 = require("./chunk-E7E63261.cjs").chunk_OEK5FYWZ;
var import_chunk_EA47D034 = require("./chunk-EA47D034.cjs").chunk_B5YHRYI7;
var import_chunk_BIEF65K5 = require("./chunk-BIEF65K5.cjs").chunk_BIEF65K5;
var import_cli = require("../cli.cjs").chunk_FZ44G4XJ;
var import_chunk_EA47D0342 = require("./chunk-EA47D034.cjs").chunk_UESRXYTB;
var import_chunk_EA47D0343 = require("./chunk-EA47D034.cjs").chunk_3ZQSXCLB;
var import_chunk_CF656EE4 = require("./chunk-CF656EE4.cjs").chunk_CRLEFTAS;
var import_cli2 = require("../cli.cjs").chunk_SO3KANTK;
var import_cli3 = require("../cli.cjs").chunk_GEUJANHY;
var import_chunk_2BC21E11 = require("./chunk-2BC21E11.cjs").chunk_M3WSMIIZ;
var import_chunk_CF656EE42 = require("./chunk-CF656EE4.cjs").chunk_PO7UBJRE;
var import_cli4 = require("../cli.cjs").chunk_QW7UKFTH;
var import_cli5 = require("../cli.cjs").chunk_4NFOMFHU;
var import_cli6 = require("../cli.cjs").chunk_TO5RH7DJ;
var import_cli7 = require("../cli.cjs").chunk_HJAZFC2R;
var import_node_path = process.getBuiltinModule("node:path");
var import_node_path2 = process.getBuiltinModule("node:path");
var __defProp2 = Object.defineProperty;
var __export2 = (target, all) => {
  for (var name in all)
    __defProp2(target, name, { get: all[name], enumerable: true });
};
var approve_UZSIXRJ6_exports = {};
__export2(approve_UZSIXRJ6_exports, {
  approve: () => approve
});
var MAX_VERDICT_BYTES = 256 * 1024 * 1024;
var verdictSchema = (0, import_chunk_CF656EE42.looseObject)({
  version: (0, import_chunk_CF656EE42.literal)(1),
  verdict: (0, import_chunk_CF656EE42._enum)(["passed", "failed", "undecided"]),
  policy: (0, import_chunk_CF656EE42.looseObject)({ source: (0, import_chunk_CF656EE42.string)().min(1).max(1e3), digest: import_chunk_EA47D0342.digestText })
});
async function readVerdict({ options, ports }) {
  const path = options.verdict;
  if (path === void 0) return void 0;
  const bytes = await (0, import_chunk_2BC21E11.readFileBounded)((0, import_node_path2.resolve)(ports.cwd, path), MAX_VERDICT_BYTES);
  const { verdict, policy } = (0, import_cli2.decode)(
    verdictSchema,
    (0, import_chunk_CF656EE4.parseStrictJson)(bytes, { source: path, maxBytes: MAX_VERDICT_BYTES }),
    {
      source: path
    }
  );
  return { path, verdict, policySource: policy.source, policyDigest: policy.digest, bytes };
}
var DEFAULT_VALIDITY = import_cli3.HOUR;
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
    const statement = (0, import_chunk_E7E632614.emitApprovalStatement)(content);
    const file = (0, import_node_path.resolve)(call.ports.cwd, call.options.out ?? `${path}.approval.json`);
    await (0, import_chunk_2BC21E11.writeFileAtomic)(
      file,
      (0, import_chunk_E7E632613.emitApprovalFile)({ envelope: (0, import_chunk_EA47D034.signEnvelope)(import_chunk_E7E632614.STATEMENT_PAYLOAD_TYPE, statement, [key]) })
    );
    report(call, content, { file, approval: (0, import_cli4.formatDigest)((0, import_chunk_E7E632614.approvalDigest)(statement)) });
    return import_cli6.EXIT.ok;
  }
};
function refuse({ ports }, { verdict, path }) {
  ports.stderr(`not approved: the verdict in ${path} is ${verdict}
`);
  return verdict === "undecided" ? import_cli6.EXIT.undecided : import_cli6.EXIT.failed;
}
async function readKey({ options, ports }) {
  const path = (0, import_node_path.resolve)(ports.cwd, required(options.key, "key"));
  return (0, import_chunk_BIEF65K5.parseKeyFile)("approval", (0, import_cli5.decodeUtf8)(await (0, import_chunk_2BC21E11.readFileBounded)(path, MAX_KEY_FILE_BYTES)), path);
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
  const { digest, size } = await (0, import_chunk_E7E632612.measureArtifact)((0, import_node_path.resolve)(ports.cwd, chosen.path));
  const artifactName = (0, import_node_path.basename)(chosen.path);
  const now = Math.floor(ports.clock.now() / import_cli3.SECOND) * import_cli3.SECOND;
  return {
    artifactName,
    artifactSha256: (0, import_cli5.encodeHex)(digest),
    application: chosen.application,
    environment: required(options.environment, "environment"),
    scope: (0, import_chunk_E7E63261.parseLabels)(options.label),
    artifact: { mediaType: (0, import_chunk_E7E632612.mediaTypeOf)(artifactName), size },
    sequence: required(options.sequence, "sequence"),
    keyEpoch: options["key-epoch"] ?? 1,
    notBefore: (0, import_cli3.formatTimestamp)(now),
    notAfter: (0, import_cli3.formatTimestamp)((0, import_cli3.addMs)(now, options["valid-for"] ?? DEFAULT_VALIDITY)),
    kind: chooseKind(options.kind),
    policy: chosen.verdict ? { uri: chosen.verdict.policySource, digest: chosen.verdict.policyDigest } : null,
    evidence: chosen.verdict ? { verdict: (0, import_cli4.formatDigest)((0, import_cli4.sha256)(chosen.verdict.bytes)) } : null,
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
  return new import_cli6.SallyportError("USAGE", { message, help: "sallyport approve --help" });
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  approve_UZSIXRJ6
});
