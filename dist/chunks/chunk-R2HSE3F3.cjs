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
  chunk_R2HSE3F3: () => chunk_R2HSE3F3_exports
});
module.exports = stdin_exports;
var import_chunk_CF656EE4 = require("./chunk-CF656EE4.cjs").chunk_PC4MX4V7;
var import_chunk_BIEF65K5 = require("./chunk-BIEF65K5.cjs").chunk_BIEF65K5;
var import_chunk_EA47D034 = require("./chunk-EA47D034.cjs").chunk_UESRXYTB;
var import_chunk_EA47D0342 = require("./chunk-EA47D034.cjs").chunk_3ZQSXCLB;
var import_cli = require("../cli.cjs").chunk_SO3KANTK;
var import_chunk_CF656EE42 = require("./chunk-CF656EE4.cjs").chunk_PO7UBJRE;
var import_cli2 = require("../cli.cjs").chunk_4NFOMFHU;
var import_chunk_LISJZMXW = require("./chunk-LISJZMXW.cjs").chunk_LISJZMXW;
var import_cli3 = require("../cli.cjs").chunk_TO5RH7DJ;
var import_cli4 = require("../cli.cjs").chunk_HJAZFC2R;
var __defProp2 = Object.defineProperty;
var __export2 = (target, all) => {
  for (var name in all)
    __defProp2(target, name, { get: all[name], enumerable: true });
};
var chunk_R2HSE3F3_exports = {};
__export2(chunk_R2HSE3F3_exports, {
  DEFAULT_EVENTS: () => DEFAULT_EVENTS,
  DEFAULT_MAX_APPROVAL_AGE: () => DEFAULT_MAX_APPROVAL_AGE,
  DEFAULT_RUNNERS: () => DEFAULT_RUNNERS,
  MAX_TRUST_FILE_BYTES: () => MAX_TRUST_FILE_BYTES,
  acceptsAnyWorkflow: () => acceptsAnyWorkflow,
  checkTrustRule: () => checkTrustRule,
  compareClaim: () => compareClaim,
  compareWorkflowPath: () => compareWorkflowPath,
  decodeYaml: () => decodeYaml,
  eventName: () => eventName,
  findGrants: () => findGrants,
  forgeOf: () => forgeOf,
  forgeOfWorkflow: () => forgeOfWorkflow,
  parseTrustFile: () => parseTrustFile,
  readWorkloadClaims: () => readWorkloadClaims,
  scopeIsGranted: () => scopeIsGranted,
  trustFileSchema: () => trustFileSchema,
  trustRuleSchema: () => trustRuleSchema,
  workflowPath: () => workflowPath
});
var NAMES = {
  repository_id: "project_id",
  repository_owner_id: "namespace_id",
  repository: "project_path",
  // `ref` is the short name there; rules name whole refs.
  ref: "ref_path",
  event_name: "pipeline_source",
  job_workflow_ref: "ci_config_ref_uri",
  job_workflow_sha: "ci_config_sha",
  run_id: "pipeline_id",
  run_attempt: "job_id",
  actor_id: "user_id"
};
var GITHUB_ONLY = [
  "repository_id",
  "repository_owner_id",
  "event_name",
  "run_id",
  "job_workflow_ref"
];
function forgeOf(claims) {
  return Object.hasOwn(claims, "project_id") ? "gitlab" : "github";
}
function readWorkloadClaims(claims) {
  const isGitlab = forgeOf(claims) === "gitlab" && !GITHUB_ONLY.some((name) => Object.hasOwn(claims, name));
  if (!isGitlab) return claims;
  const { ref: _short, ...rest } = claims;
  const renamed = Object.entries(NAMES).flatMap(([ours, theirs]) => {
    const value = claims[theirs];
    return value === void 0 || value === null ? [] : [[ours, value]];
  });
  return { ...rest, ...Object.fromEntries(renamed) };
}
function claimName(claims, name) {
  return forgeOf(claims) === "gitlab" ? NAMES[name] ?? name : name;
}
var DEFAULT_EVENTS = ["push", "workflow_dispatch", "web"];
var DEFAULT_RUNNERS = ["github-hosted", "gitlab-hosted"];
var eventName = (0, import_chunk_CF656EE42.string)().regex(/^[a-z_]{1,64}$/).refine((event) => !(0, import_chunk_CF656EE4.isUntrustedEvent)(event), {
  error: (issue) => `the event ${JSON.stringify(issue.input)} can never be listed here: it runs with what a stranger wrote`
});
var GITHUB_WORKFLOW = /^[A-Za-z0-9_.-]+\/[A-Za-z0-9_.-]+\/\.github\/workflows\/[^/@\s]+\.ya?ml$/;
var GITLAB_CONFIG = /^[a-z0-9.-]+(?::\d{1,5})?(?:\/[A-Za-z0-9_.-]+){2,}\/\/[^@\s]+\.ya?ml$/;
var workflowPath = (0, import_chunk_CF656EE42.string)().max(400).refine((path) => GITHUB_WORKFLOW.test(path) || GITLAB_CONFIG.test(path), {
  message: "must be owner/repository/.github/workflows/file.yml (or, for GitLab, host/group/project//.gitlab-ci.yml), without @ref"
});
var gateSchema = (0, import_chunk_CF656EE42.strictObject)({
  workflow: workflowPath,
  commits: (0, import_chunk_CF656EE42.array)(import_chunk_EA47D034.commitText).min(1).max(64).optional(),
  anyWorkflow: (0, import_chunk_CF656EE42.literal)(true).optional()
}).refine((gate) => gate.commits === void 0 !== (gate.anyWorkflow === void 0), {
  message: 'must list the exact commits of the gate workflow under "commits" (or say "anyWorkflow: true", which every receipt then shows)'
});
function forgeOfWorkflow({ workflow }) {
  return workflow.includes("//") ? "gitlab" : "github";
}
var grantSchema = (0, import_chunk_CF656EE42.strictObject)({
  application: import_chunk_EA47D034.applicationName,
  environments: (0, import_chunk_CF656EE42.array)(import_chunk_EA47D034.environmentName).min(1).max(64),
  /** Labels that an approval's scope must carry with one of these values; absent: any scope. */
  scopes: (0, import_chunk_CF656EE42.record)(import_chunk_EA47D034.labelName, (0, import_chunk_CF656EE42.array)(import_chunk_EA47D034.labelValue).min(1).max(64)).optional(),
  /** Digests of gate policies; absent: any policy that the signer vouches for. */
  policies: (0, import_chunk_CF656EE42.array)(import_chunk_EA47D034.digestText).min(1).max(64).optional()
});
var trustRuleSchema = (0, import_chunk_CF656EE42.strictObject)({
  ...grantSchema.shape,
  issuer: import_chunk_EA47D034.issuerUrl,
  repositoryId: import_chunk_EA47D034.numericId,
  ownerId: import_chunk_EA47D034.numericId,
  /** Names narrow, they never grant. */
  repository: (0, import_chunk_CF656EE42.string)().min(3).max(200).optional(),
  gate: gateSchema,
  events: (0, import_chunk_CF656EE42.array)(eventName).min(1).max(16).optional(),
  refs: (0, import_chunk_CF656EE42.array)(import_chunk_EA47D034.gitRef).min(1).max(64),
  runners: (0, import_chunk_CF656EE42.array)((0, import_chunk_CF656EE42._enum)(["github-hosted", "gitlab-hosted", "self-hosted"])).min(1).max(3).optional(),
  /** How many people of the trust file must approve, beside the workload. */
  quorum: (0, import_chunk_CF656EE42.int)().min(0).max(16).optional()
});
function findGrants(rules, application, environment) {
  return rules.filter((rule) => rule.application === application && rule.environments.includes(environment));
}
function scopeIsGranted(rule, scope) {
  return Object.entries(rule.scopes ?? {}).every(([label, values]) => {
    const value = Object.hasOwn(scope, label) ? scope[label] : void 0;
    return value !== void 0 && values.includes(value);
  });
}
function checkTrustRule(rule, request) {
  if (rule.application !== request.application) {
    return differs("application", request.application, [rule.application]);
  }
  for (const [claim, accepted] of expectations(rule)) {
    const mismatch = compareClaim(request.claims, claim, accepted);
    if (mismatch) return mismatch;
  }
  if (request.claims["environment"] !== request.environment) {
    return differs("environment", request.claims["environment"], [request.environment]);
  }
  if (!scopeIsGranted(rule, request.scope)) {
    return {
      claim: "scope",
      kind: "differs",
      reason: `the scope ${JSON.stringify(request.scope)} is not granted`
    };
  }
  return compareWorkflowPath(rule.gate.workflow, request.claims);
}
function acceptsAnyWorkflow(rule) {
  return rule.gate.anyWorkflow === true;
}
function expectations(rule) {
  return [
    ["iss", [rule.issuer]],
    ["repository_id", [rule.repositoryId]],
    ["repository_owner_id", [rule.ownerId]],
    ...rule.repository === void 0 ? [] : [["repository", [rule.repository]]],
    ["environment", rule.environments],
    ["event_name", acceptedEvents(rule)],
    ["ref", rule.refs],
    ["ref_protected", ["true"]],
    ["runner_environment", rule.runners ?? DEFAULT_RUNNERS],
    ...rule.gate.commits === void 0 ? [] : [["job_workflow_sha", rule.gate.commits]]
  ];
}
function acceptedEvents(rule) {
  const events = rule.events ?? DEFAULT_EVENTS;
  return events.filter((event) => !(0, import_chunk_CF656EE4.isUntrustedEvent)(event));
}
function compareWorkflowPath(workflow, claims) {
  const claim = "job_workflow_ref";
  const value = claims[claim];
  if (value === void 0) return missing(claimName(claims, claim));
  const at = typeof value === "string" ? value.indexOf("@") : -1;
  const path = typeof value === "string" && at > 0 ? value.slice(0, at) : value;
  if (path !== workflow) return differs(claimName(claims, claim), value, [`${workflow}@\u2026`]);
  const sha = "job_workflow_sha";
  return claims[sha] === void 0 ? missing(claimName(claims, sha)) : void 0;
}
function compareClaim(claims, claim, accepted) {
  const value = Object.hasOwn(claims, claim) ? claims[claim] : void 0;
  const name = claimName(claims, claim);
  if (value === void 0) return missing(name);
  return typeof value === "string" && accepted.includes(value) ? void 0 : differs(name, value, accepted);
}
function missing(claim) {
  return { claim, kind: "missing", reason: `the token has no claim "${claim}"` };
}
function differs(claim, value, accepted) {
  const quoted = JSON.stringify(value)?.slice(0, 200);
  return {
    claim,
    kind: "differs",
    reason: `"${claim}" is ${quoted}, the rule accepts ${accepted.join(", ")}`
  };
}
var import_yaml = (0, import_cli4.__toESM)((0, import_chunk_LISJZMXW.require_dist)(), 1);
function decodeYaml(schema, bytes, input) {
  if (bytes.length > input.maxBytes) {
    throw new import_cli3.SallyportError("LIMIT_EXCEEDED", {
      message: `${input.source} has ${bytes.length} bytes, more than the ${input.maxBytes} that are read`
    });
  }
  const lines = new import_yaml.LineCounter();
  const document = (0, import_yaml.parseDocument)((0, import_cli2.decodeUtf8)(bytes), { lineCounter: lines, version: "1.2", uniqueKeys: true });
  const locate = (offset) => {
    if (offset === void 0) return void 0;
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  };
  const problem = document.errors[0] ?? document.warnings[0];
  if (problem) throw invalid(problem.message.split("\n")[0], input.source, locate(problem.pos[0]));
  let value;
  try {
    value = document.toJS({ maxAliasCount: 0 });
  } catch (cause) {
    throw invalid((0, import_cli3.messageOf)(cause), input.source, void 0);
  }
  (0, import_chunk_EA47D0342.refuseHiddenKeys)(value, input.source);
  return (0, import_cli.decode)(schema, value, {
    source: input.source,
    ...input.knownKeys === void 0 ? {} : { knownKeys: input.knownKeys },
    locate: (path) => locate(offsetOf(document, path))
  });
}
function offsetOf(document, path) {
  for (let length = path.length; length >= 0; length--) {
    const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
    if ((0, import_yaml.isNode)(node)) return node.range?.[0];
  }
  return void 0;
}
function invalid(message, file, place) {
  return new import_cli3.SallyportError("CONFIG_INVALID", { message, place: { file, ...place } });
}
var MAX_TRUST_FILE_BYTES = 256 * 1024;
var issuerSchema = (0, import_chunk_CF656EE42.strictObject)({
  issuer: import_chunk_EA47D034.issuerUrl,
  /** `issuer`: fetched over TLS. `snapshot`: a file signed by the operator root. */
  jwks: (0, import_chunk_CF656EE42._enum)(["issuer", "snapshot"]).optional(),
  /** Path of the snapshot, relative to this file. */
  snapshot: (0, import_chunk_CF656EE42.string)().min(1).max(500).optional(),
  /** Path of a PEM file with the only CA that counts for this issuer, relative to this file. */
  ca: (0, import_chunk_CF656EE42.string)().min(1).max(500).optional(),
  /** The one other origin that `jwks_uri` may have. */
  jwksOrigin: import_chunk_EA47D034.issuerUrl.optional()
});
var personSchema = (0, import_chunk_CF656EE42.strictObject)({
  id: (0, import_chunk_CF656EE42.string)().regex(/^[a-z0-9][a-z0-9._-]{0,62}$/),
  /** Logins; `audience` is the client id that our login has at that issuer. */
  identities: (0, import_chunk_CF656EE42.array)(
    (0, import_chunk_CF656EE42.strictObject)({
      issuer: import_chunk_EA47D034.issuerUrl,
      subject: (0, import_chunk_CF656EE42.string)().min(1).max(255),
      audience: (0, import_chunk_CF656EE42.string)().min(1).max(255)
    })
  ).max(16).optional(),
  /** Keys of role `person`. */
  keys: (0, import_chunk_CF656EE42.array)((0, import_chunk_CF656EE42.string)().regex((0, import_chunk_BIEF65K5.publicKeyPattern)("person"))).max(8).optional(),
  /** The person's account ids at the forge: who started or pushed a run does not count for its quorum. */
  accounts: (0, import_chunk_CF656EE42.array)(import_chunk_EA47D034.numericId).max(16)
});
var visitorSchema = (0, import_chunk_CF656EE42.strictObject)({
  issuer: import_chunk_EA47D034.issuerUrl,
  subject: (0, import_chunk_CF656EE42.string)().min(1).max(255),
  /** The client id of the login, where its token decides. */
  audience: (0, import_chunk_CF656EE42.string)().min(1).max(255).optional(),
  /** Keys of role `person`: then one of them must sign, and no login decides. */
  keys: (0, import_chunk_CF656EE42.array)((0, import_chunk_CF656EE42.string)().regex((0, import_chunk_BIEF65K5.publicKeyPattern)("person"))).max(8).default([]),
  /** Of the ports that the agent exposes in the mesh. */
  ports: (0, import_chunk_CF656EE42.array)((0, import_chunk_CF656EE42.int)().min(1).max(65535)).min(1).max(64)
});
var witnessKey = (0, import_chunk_CF656EE42.string)().regex(/^[^\s+]{1,200}\+[0-9a-f]{8}\+[A-Za-z0-9+/]{44}$/, "must be a C2SP verifier key");
var shared = {
  version: (0, import_chunk_CF656EE42.literal)(1),
  /** Keys of role `operator`: may sign a rollback in the workload's and the people's place. */
  operators: (0, import_chunk_CF656EE42.array)((0, import_chunk_CF656EE42.string)().regex((0, import_chunk_BIEF65K5.publicKeyPattern)("operator"))).max(16).optional(),
  /** Machine keys whose receipts count. */
  machines: (0, import_chunk_CF656EE42.array)((0, import_chunk_CF656EE42.string)().regex((0, import_chunk_BIEF65K5.publicKeyPattern)("machine"))).max(1e4).optional()
};
var coordinatorTrustSchema = (0, import_chunk_CF656EE42.strictObject)({
  ...shared,
  signers: (0, import_chunk_CF656EE42.literal)("coordinator"),
  root: (0, import_chunk_CF656EE42.string)().regex((0, import_chunk_BIEF65K5.publicKeyPattern)("root")),
  issuers: (0, import_chunk_CF656EE42.array)(issuerSchema).min(1).max(16),
  rules: (0, import_chunk_CF656EE42.array)(trustRuleSchema).min(1).max(1e3),
  people: (0, import_chunk_CF656EE42.array)(personSchema).max(1e3).optional(),
  /** Whose own nodes are let in beside workloads; nobody's where absent. */
  visitors: (0, import_chunk_CF656EE42.array)(visitorSchema).max(1e3).optional(),
  /** How long before `notAfter` the token may have been issued. Default 24h. */
  maxApprovalAge: import_chunk_EA47D034.durationText.optional(),
  witnesses: (0, import_chunk_CF656EE42.strictObject)({ keys: (0, import_chunk_CF656EE42.array)(witnessKey).min(1).max(32), required: (0, import_chunk_CF656EE42.int)().min(1).max(32) }).optional()
});
var keyTrustSchema = (0, import_chunk_CF656EE42.strictObject)({
  ...shared,
  signers: (0, import_chunk_CF656EE42.literal)("key"),
  /** Keys of role `approval`, any one of which signs. */
  keys: (0, import_chunk_CF656EE42.array)((0, import_chunk_CF656EE42.string)().regex((0, import_chunk_BIEF65K5.publicKeyPattern)("approval"))).min(1).max(16),
  /** Raised when a key was lost: sequences count anew, and approvals of the old epoch end. Default 1. */
  keyEpoch: import_chunk_EA47D034.counter.optional(),
  rules: (0, import_chunk_CF656EE42.array)(grantSchema).min(1).max(1e3)
});
var trustFileSchema = (0, import_chunk_CF656EE42.discriminatedUnion)("signers", [coordinatorTrustSchema, keyTrustSchema]);
var DEFAULT_MAX_APPROVAL_AGE = "24h";
function parseTrustFile(bytes, source) {
  const trust = decodeYaml(trustFileSchema, bytes, {
    source,
    maxBytes: MAX_TRUST_FILE_BYTES,
    knownKeys: KNOWN_KEYS
  });
  if (trust.signers === "coordinator") refuseContradictions(trust, source);
  return trust;
}
function refuseContradictions(trust, source) {
  const issuers = trust.issuers.map(({ issuer }) => issuer);
  refuseRepeated(issuers, "issuers", source);
  for (const { issuer, jwks, snapshot } of trust.issuers) {
    if (jwks === "snapshot" !== (snapshot !== void 0)) {
      fail(source, `issuers: ${issuer} needs "jwks: snapshot" and "snapshot: PATH" together`);
    }
  }
  for (const { application, issuer } of trust.rules) {
    if (!issuers.includes(issuer))
      fail(source, `rules: ${application} names the issuer ${issuer}, which is not under "issuers"`);
  }
  refuseContradictoryPeople(trust, source);
  for (const { issuer, subject, audience, keys } of trust.visitors ?? []) {
    if (keys.length > 0) continue;
    if (audience === void 0)
      fail(source, `visitors: ${subject} needs "audience" (the login's client id) or "keys"`);
    if (!issuers.includes(issuer))
      fail(source, `visitors: ${subject} names the issuer ${issuer}, which is not under "issuers"`);
  }
  const { witnesses } = trust;
  if (witnesses && witnesses.required > new Set(witnesses.keys).size) {
    fail(source, `witnesses.required is ${witnesses.required}, more than the keys that are listed`);
  }
}
function refuseContradictoryPeople(trust, source) {
  const people = trust.people ?? [];
  refuseRepeated(
    people.map(({ id }) => id),
    "people",
    source
  );
  refuseRepeated(
    people.flatMap(({ keys }) => keys ?? []),
    "people",
    source
  );
  refuseRepeated(
    people.flatMap(({ accounts }) => accounts),
    "people",
    source
  );
  refuseRepeated(
    people.flatMap(({ identities }) => (identities ?? []).map((login) => `${login.issuer} ${login.subject}`)),
    "people",
    source
  );
  for (const rule of trust.rules) {
    if ((rule.quorum ?? 0) > people.length) {
      fail(source, `rules: ${rule.application} wants ${rule.quorum} people, "people" lists ${people.length}`);
    }
  }
}
function refuseRepeated(values, where, source) {
  const repeated = values.find((value, index) => values.indexOf(value) !== index);
  if (repeated !== void 0) fail(source, `${where}: ${JSON.stringify(repeated)} stands twice`);
}
function fail(source, message) {
  throw new import_cli3.SallyportError("CONFIG_INVALID", { message, place: { file: source } });
}
var KNOWN_KEYS = [
  ...Object.keys(coordinatorTrustSchema.shape),
  ...Object.keys(keyTrustSchema.shape),
  ...Object.keys(trustRuleSchema.shape),
  ...Object.keys(personSchema.shape),
  ...Object.keys(visitorSchema.shape),
  ...Object.keys(issuerSchema.shape),
  "workflow",
  "commits",
  "anyWorkflow"
];
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  chunk_R2HSE3F3
});
