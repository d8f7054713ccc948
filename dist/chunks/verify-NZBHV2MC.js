const __bundleUrl = new URL('cli.js', import.meta.url.replace(/chunks\/[^/]+$/, '')).href
const require = process.getBuiltinModule('node:module').createRequire(__bundleUrl)
import {
  verifyApproval,
  verifyLoggedApproval
} from "./chunk-INQTESMS.js";
import {
  EMPTY_TRUST_STATE,
  JWKS_TIMEOUT_MS,
  MAX_JWKS_BYTES,
  discoveryUrl,
  parseDiscovery,
  parseJwks,
  peekToken,
  verifyJwksSnapshot
} from "./chunk-TCZPFBKV.js";
import "./chunk-HSV5RDCE.js";
import "./chunk-YDARPOJS.js";
import "./chunk-LSFF2WNL.js";
import {
  parseLabels
} from "./chunk-2L55SK4T.js";
import {
  measureArtifact
} from "./chunk-2JVUSB3H.js";
import {
  MAX_APPROVAL_FILE_BYTES,
  parseApprovalFile
} from "./chunk-4S2DTRWF.js";
import {
  envelopeSchema
} from "./chunk-4GZJ36TC.js";
import "./chunk-CU3PBIPB.js";
import {
  MAX_TRUST_FILE_BYTES,
  parseTrustFile
} from "./chunk-P4375TVH.js";
import {
  parsePublicKey
} from "./chunk-ZYFGNLJL.js";
import "./chunk-SBZZULRJ.js";
import "./chunk-XHCMOUYR.js";
import "./chunk-7YEXSHNJ.js";
import {
  parseStrictJson
} from "./chunk-V4X75XZ6.js";
import {
  createHttpClient
} from "./chunk-MWXHRMN2.js";
import {
  readFileBounded
} from "./chunk-RWTYN6AN.js";
import {
  decode
} from "./chunk-USSEVVQ4.js";
import "./chunk-SKPPTWLY.js";
import "./chunk-NNHBBYKH.js";
import "./chunk-EQ5RKL3W.js";
import "./chunk-MGJ2JUMM.js";
import {
  decodeUtf8
} from "./chunk-VOIAD42L.js";
import {
  EXIT,
  SallyportError
} from "./chunk-XELNXD6A.js";
import "./chunk-BRIVT672.js";

// src/verbs/verify.ts
const { resolve: resolve2 } = process.getBuiltinModule("node:path");

// src/verbs/issuer-keys.ts
const { dirname, resolve } = process.getBuiltinModule("node:path");
var MAX_CA_BYTES = 256 * 1024;
async function readIssuerKeys(question) {
  const claimed = new Set(question.tokens.map((token) => peekToken(token)?.issuer));
  const wanted = question.trust.issuers.filter(({ issuer }) => claimed.has(issuer));
  const found = await Promise.all(
    wanted.map(async (trusted) => [trusted.issuer, await readKeys(trusted, question)])
  );
  return new Map(found);
}
async function readKeys(trusted, question) {
  const folder = dirname(question.trustPath);
  if (trusted.snapshot !== void 0)
    return await readSnapshot(resolve(folder, trusted.snapshot), trusted, question);
  const ca = trusted.ca === void 0 ? void 0 : await readFileBounded(resolve(folder, trusted.ca), MAX_CA_BYTES);
  const http = createHttpClient(ca === void 0 ? {} : { ca: decodeUtf8(ca) });
  try {
    const uri = parseDiscovery(await fetchBounded(http, discoveryUrl(trusted)), trusted);
    return parseJwks(await fetchBounded(http, uri), trusted.issuer);
  } finally {
    await http.close();
  }
}
async function readSnapshot(path, { issuer }, question) {
  const bytes = await readFileBounded(path, 2 * MAX_JWKS_BYTES);
  const value = parseStrictJson(bytes, { source: path, maxBytes: 2 * MAX_JWKS_BYTES });
  const root = parsePublicKey("root", question.trust.root);
  return verifyJwksSnapshot(decode(envelopeSchema, value, { source: path }), {
    root,
    issuer,
    now: question.now
  });
}
async function fetchBounded(http, url) {
  const bounds = { maxBytes: MAX_JWKS_BYTES, timeoutMs: JWKS_TIMEOUT_MS };
  const { status, body } = await http.request({ method: "GET", url, ...bounds });
  if (status === 200) return body;
  throw new SallyportError("HTTP_FAILED", { message: `GET ${url}: status ${status}` });
}

// src/verbs/verify.ts
var verify = {
  name: "verify",
  summary: "Verify that an artifact is approved.",
  details: "The agent's own verification, step by step in its order; the first failure is named and ends with exit\ncode 10. What only an agent remembers (sequences, runs, checkpoints, quarantine) is taken as empty.",
  positionals: [{ name: "ARTIFACT", doc: "The artifact." }],
  options: ["approval", "trust", "application", "environment", "label", "json"],
  examples: ["sallyport verify shop.tar.gz --approval shop.tar.gz.approval.json --trust trust.yml"],
  async run(call) {
    const { options, ports } = call;
    const approvalPath = resolve2(ports.cwd, required(options.approval, "approval"));
    const trustPath = resolve2(ports.cwd, required(options.trust, "trust"));
    const trust = parseTrustFile(await readFileBounded(trustPath, MAX_TRUST_FILE_BYTES), trustPath);
    const file = await readFileBounded(approvalPath, MAX_APPROVAL_FILE_BYTES + 1);
    const result = verifyApproval({
      file,
      trust,
      artifact: await measureArtifact(resolve2(ports.cwd, call.positionals[0])),
      target: {
        ...options.application === void 0 ? {} : { application: options.application },
        ...options.environment === void 0 ? {} : { environment: options.environment }
      },
      labels: parseLabels(options.label),
      issuers: await keysFor(call, { trust, trustPath, file }),
      state: EMPTY_TRUST_STATE,
      now: ports.clock.now(),
      verifyLog: verifyLoggedApproval
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
    const { token, people } = parseApprovalFile(file);
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
    return EXIT.failed;
  }
  const { application, environment, sequence, kind, notAfter } = result.statement.predicate;
  ports.stderr(
    `${green("verified")}: ${kind} of ${application} in ${environment}, sequence ${sequence}, until ${notAfter}
`
  );
  if (result.signers === "key")
    ports.stderr("signed by a key alone: no gate, workload or log vouches for it\n");
  if (result.anyWorkflow) ports.stderr("the trust rule accepts any commit of the gate workflow\n");
  return EXIT.ok;
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
  throw new SallyportError("USAGE", { message: `--${name} FILE is missing`, help: "sallyport verify --help" });
}
export {
  verify
};
