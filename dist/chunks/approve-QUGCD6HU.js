const __bundleUrl = new URL('cli.js', import.meta.url.replace(/chunks\/[^/]+$/, '')).href
const require = process.getBuiltinModule('node:module').createRequire(__bundleUrl)
import {
  parseLabels
} from "./chunk-2L55SK4T.js";
import {
  measureArtifact,
  mediaTypeOf
} from "./chunk-2JVUSB3H.js";
import {
  emitApprovalFile
} from "./chunk-4S2DTRWF.js";
import {
  signEnvelope
} from "./chunk-4GZJ36TC.js";
import {
  STATEMENT_PAYLOAD_TYPE,
  approvalDigest,
  emitApprovalStatement
} from "./chunk-CU3PBIPB.js";
import {
  parseKeyFile
} from "./chunk-ZYFGNLJL.js";
import "./chunk-SBZZULRJ.js";
import {
  digestText
} from "./chunk-XHCMOUYR.js";
import "./chunk-7YEXSHNJ.js";
import {
  parseStrictJson
} from "./chunk-V4X75XZ6.js";
import {
  readFileBounded,
  writeFileAtomic
} from "./chunk-RWTYN6AN.js";
import {
  decode
} from "./chunk-USSEVVQ4.js";
import {
  _enum,
  literal,
  looseObject,
  string
} from "./chunk-SKPPTWLY.js";
import {
  HOUR,
  SECOND,
  addMs,
  formatTimestamp
} from "./chunk-NNHBBYKH.js";
import {
  formatDigest,
  sha256
} from "./chunk-MGJ2JUMM.js";
import {
  decodeUtf8,
  encodeHex
} from "./chunk-VOIAD42L.js";
import {
  EXIT,
  SallyportError
} from "./chunk-XELNXD6A.js";
import "./chunk-BRIVT672.js";

// src/verbs/approve.ts
const { basename, resolve: resolve2 } = process.getBuiltinModule("node:path");

// src/verbs/verdict-file.ts
const { resolve } = process.getBuiltinModule("node:path");
var MAX_VERDICT_BYTES = 256 * 1024 * 1024;
var verdictSchema = looseObject({
  version: literal(1),
  verdict: _enum(["passed", "failed", "undecided"]),
  policy: looseObject({ source: string().min(1).max(1e3), digest: digestText })
});
async function readVerdict({ options, ports }) {
  const path = options.verdict;
  if (path === void 0) return void 0;
  const bytes = await readFileBounded(resolve(ports.cwd, path), MAX_VERDICT_BYTES);
  const { verdict, policy } = decode(
    verdictSchema,
    parseStrictJson(bytes, { source: path, maxBytes: MAX_VERDICT_BYTES }),
    {
      source: path
    }
  );
  return { path, verdict, policySource: policy.source, policyDigest: policy.digest, bytes };
}

// src/verbs/approve.ts
var DEFAULT_VALIDITY = HOUR;
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
    const statement = emitApprovalStatement(content);
    const file = resolve2(call.ports.cwd, call.options.out ?? `${path}.approval.json`);
    await writeFileAtomic(
      file,
      emitApprovalFile({ envelope: signEnvelope(STATEMENT_PAYLOAD_TYPE, statement, [key]) })
    );
    report(call, content, { file, approval: formatDigest(approvalDigest(statement)) });
    return EXIT.ok;
  }
};
function refuse({ ports }, { verdict, path }) {
  ports.stderr(`not approved: the verdict in ${path} is ${verdict}
`);
  return verdict === "undecided" ? EXIT.undecided : EXIT.failed;
}
async function readKey({ options, ports }) {
  const path = resolve2(ports.cwd, required(options.key, "key"));
  return parseKeyFile("approval", decodeUtf8(await readFileBounded(path, MAX_KEY_FILE_BYTES)), path);
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
  const { digest, size } = await measureArtifact(resolve2(ports.cwd, chosen.path));
  const artifactName = basename(chosen.path);
  const now = Math.floor(ports.clock.now() / SECOND) * SECOND;
  return {
    artifactName,
    artifactSha256: encodeHex(digest),
    application: chosen.application,
    environment: required(options.environment, "environment"),
    scope: parseLabels(options.label),
    artifact: { mediaType: mediaTypeOf(artifactName), size },
    sequence: required(options.sequence, "sequence"),
    keyEpoch: options["key-epoch"] ?? 1,
    notBefore: formatTimestamp(now),
    notAfter: formatTimestamp(addMs(now, options["valid-for"] ?? DEFAULT_VALIDITY)),
    kind: chooseKind(options.kind),
    policy: chosen.verdict ? { uri: chosen.verdict.policySource, digest: chosen.verdict.policyDigest } : null,
    evidence: chosen.verdict ? { verdict: formatDigest(sha256(chosen.verdict.bytes)) } : null,
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
  return new SallyportError("USAGE", { message, help: "sallyport approve --help" });
}
export {
  approve
};
