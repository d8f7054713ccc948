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
  chunk_7MSCG7IE: () => chunk_7MSCG7IE_exports,
  environments_file_OUCT5E4S: () => environments_file_OUCT5E4S_exports
});
module.exports = stdin_exports;
var import_chunk_8A5887D9 = require("./chunk-8A5887D9.cjs").chunk_BBZH2QS2;
var import_chunk_8A5887D92 = require("./chunk-8A5887D9.cjs").chunk_TFFOW3OJ;
var import_chunk_8A5887D93 = require("./chunk-8A5887D9.cjs").chunk_BGKKW6X2;
var import_chunk_R2HSE3F3 = require("./chunk-R2HSE3F3.cjs").chunk_R2HSE3F3;
var import_chunk_EA47D034 = require("./chunk-EA47D034.cjs").chunk_UESRXYTB;
var import_cli = require("../cli.cjs").chunk_GEUJANHY;
var import_chunk_CF656EE4 = require("./chunk-CF656EE4.cjs").chunk_PO7UBJRE;
var import_cli2 = require("../cli.cjs").chunk_QW7UKFTH;
var import_cli3 = require("../cli.cjs").chunk_4NFOMFHU;
var import_cli4 = require("../cli.cjs").chunk_TO5RH7DJ;
var import_chunk_8A5887D94 = require("./chunk-8A5887D9.cjs").chunk_BBZH2QS2;
var import_chunk_8A5887D95 = require("./chunk-8A5887D9.cjs").chunk_TFFOW3OJ;
var import_chunk_8A5887D96 = require("./chunk-8A5887D9.cjs").chunk_BGKKW6X2;
var import_chunk_R2HSE3F32 = require("./chunk-R2HSE3F3.cjs").chunk_R2HSE3F3;
var import_chunk_CF656EE42 = require("./chunk-CF656EE4.cjs").chunk_PC4MX4V7;
var import_chunk_EA47D0342 = require("./chunk-EA47D034.cjs").chunk_55ZXGT2M;
var import_chunk_EA47D0343 = require("./chunk-EA47D034.cjs").chunk_B5YHRYI7;
var import_chunk_BIEF65K5 = require("./chunk-BIEF65K5.cjs").chunk_BIEF65K5;
var import_cli5 = require("../cli.cjs").chunk_FZ44G4XJ;
var import_chunk_EA47D0344 = require("./chunk-EA47D034.cjs").chunk_UESRXYTB;
var import_chunk_EA47D0345 = require("./chunk-EA47D034.cjs").chunk_3ZQSXCLB;
var import_chunk_CF656EE43 = require("./chunk-CF656EE4.cjs").chunk_CRLEFTAS;
var import_cli6 = require("../cli.cjs").chunk_SO3KANTK;
var import_cli7 = require("../cli.cjs").chunk_GEUJANHY;
var import_chunk_CF656EE44 = require("./chunk-CF656EE4.cjs").chunk_PO7UBJRE;
var import_cli8 = require("../cli.cjs").chunk_QW7UKFTH;
var import_cli9 = require("../cli.cjs").chunk_4NFOMFHU;
var import_chunk_LISJZMXW = require("./chunk-LISJZMXW.cjs").chunk_LISJZMXW;
var import_cli10 = require("../cli.cjs").chunk_TO5RH7DJ;
var import_cli11 = require("../cli.cjs").chunk_HJAZFC2R;
var __defProp2 = Object.defineProperty;
var __export2 = (target, all) => {
  for (var name in all)
    __defProp2(target, name, { get: all[name], enumerable: true });
};
var environments_file_OUCT5E4S_exports = {};
__export2(environments_file_OUCT5E4S_exports, {
  DEFAULT_APPROVAL_LIFETIME: () => DEFAULT_APPROVAL_LIFETIME,
  DEFAULT_MAX_LEASE: () => DEFAULT_MAX_LEASE,
  MAX_ENVIRONMENTS_BYTES: () => MAX_ENVIRONMENTS_BYTES,
  environmentsSchema: () => environmentsSchema,
  findEnvironment: () => findEnvironment,
  parseEnvironments: () => parseEnvironments
});
var chunk_7MSCG7IE_exports = {};
__export2(chunk_7MSCG7IE_exports, {
  DEFAULT_APPROVAL_LIFETIME: () => DEFAULT_APPROVAL_LIFETIME,
  DEFAULT_MAX_LEASE: () => DEFAULT_MAX_LEASE,
  MAX_ENVIRONMENTS_BYTES: () => MAX_ENVIRONMENTS_BYTES,
  checkPusherRule: () => checkPusherRule,
  environmentsSchema: () => environmentsSchema,
  findEnvironment: () => findEnvironment,
  parseEnvironments: () => parseEnvironments,
  registeredRelays: () => registeredRelays,
  relayQuotaOf: () => relayQuotaOf,
  resolveLogin: () => resolveLogin,
  summarise: () => summarise
});
var pusherRuleSchema = (0, import_chunk_CF656EE4.strictObject)({
  issuer: import_chunk_EA47D034.issuerUrl,
  repositoryId: import_chunk_EA47D034.numericId,
  ownerId: import_chunk_EA47D034.numericId,
  refs: (0, import_chunk_CF656EE4.array)(import_chunk_EA47D034.gitRef).min(1).max(16),
  /** Path of the workflow whose job pushes, without `@ref`. */
  workflow: import_chunk_R2HSE3F3.workflowPath,
  /** Exact commits of it; absent: as it stands on the listed refs, where the workflow is of the same repository. */
  commits: (0, import_chunk_CF656EE4.array)(import_chunk_EA47D034.commitText).min(1).max(64).optional(),
  environment: import_chunk_EA47D034.environmentName.optional(),
  events: (0, import_chunk_CF656EE4.array)(import_chunk_R2HSE3F3.eventName).min(1).max(16).optional(),
  runners: (0, import_chunk_CF656EE4.array)((0, import_chunk_CF656EE4._enum)(["github-hosted", "gitlab-hosted", "self-hosted"])).min(1).max(3).optional()
});
function checkPusherRule(rule, claims) {
  const optional = (claim, values) => values === void 0 ? [] : [[claim, values]];
  const expectations = [
    ["iss", [rule.issuer]],
    ["repository_id", [rule.repositoryId]],
    ["repository_owner_id", [rule.ownerId]],
    ...optional("environment", rule.environment === void 0 ? void 0 : [rule.environment]),
    ["event_name", rule.events ?? import_chunk_R2HSE3F3.DEFAULT_EVENTS],
    ["ref", rule.refs],
    ["ref_protected", ["true"]],
    ["runner_environment", rule.runners ?? import_chunk_R2HSE3F3.DEFAULT_RUNNERS],
    ...optional("job_workflow_sha", rule.commits)
  ];
  for (const [claim, accepted] of expectations) {
    const mismatch = (0, import_chunk_R2HSE3F3.compareClaim)(claims, claim, accepted);
    if (mismatch) return mismatch;
  }
  return (0, import_chunk_R2HSE3F3.compareWorkflowPath)(rule.workflow, claims);
}
var claimText = (0, import_chunk_CF656EE4.string)().min(1).max(255);
var claimTexts = (0, import_chunk_CF656EE4.array)(claimText).min(1).max(1e3);
var userName = (0, import_chunk_CF656EE4.string)().max(255).regex(/^[^\s@:*]+@[^\s@:*]*$/, "must be a user as access rules write one: ada@example.org, ada@");
var grant = (0, import_chunk_CF656EE4.strictObject)({
  subjects: claimTexts.optional(),
  /** Values of `rolesClaim`. */
  values: claimTexts.optional()
}).optional();
var PRESETS = ["oidc", "google", "microsoft", "okta", "onelogin", "github"];
var loginSchema = (0, import_chunk_CF656EE4.strictObject)({
  name: import_chunk_8A5887D93.loginName,
  preset: (0, import_chunk_CF656EE4._enum)(PRESETS),
  /** `oidc`: as the discovery document writes it. `okta`: a custom authorization server's. */
  issuer: import_chunk_EA47D034.issuerUrl.optional(),
  /** `microsoft`: the directory (tenant) id. */
  tenant: (0, import_chunk_CF656EE4.string)().regex(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, "must be a directory id, a UUID in lower case").optional(),
  /** `okta`, `onelogin`, GitHub Enterprise: the host, such as `acme.okta.com`. */
  domain: (0, import_chunk_CF656EE4.string)().max(253).regex(/^[a-z0-9-]+(?:\.[a-z0-9-]+)*(?::\d{1,5})?$/, "must be a host name").optional(),
  /** Path of a PEM file with the only CA that counts for this issuer, relative to this file. */
  ca: (0, import_chunk_CF656EE4.string)().min(1).max(500).optional(),
  jwksOrigin: import_chunk_EA47D034.issuerUrl.optional(),
  clientId: claimText,
  /** Path of a file with the client's secret, relative to this file; the coordinator alone reads it. */
  clientSecret: (0, import_chunk_CF656EE4.string)().min(1).max(500).optional(),
  /** Where the loopback flow comes back to, as registered. Default http://127.0.0.1/callback, with any port. */
  redirectUri: (0, import_chunk_CF656EE4.string)().regex(/^http:\/\/(?:127\.0\.0\.1|localhost)(?::[1-9]\d{0,4})?\/[a-z/-]{0,60}$/, "must be on loopback").optional(),
  /** A secret that the issuer wants from installed programs, and that everybody may know. */
  publicSecret: claimText.optional(),
  flows: (0, import_chunk_CF656EE4.array)((0, import_chunk_CF656EE4._enum)(import_chunk_8A5887D93.FLOWS)).min(1).max(3).optional(),
  allow: (0, import_chunk_CF656EE4.strictObject)({
    subjects: claimTexts.optional(),
    /** Microsoft's `tid`. */
    tenants: claimTexts.optional(),
    /** Google's `hd`; ids of GitHub organisations. */
    organisations: claimTexts.optional(),
    /** Values of `rolesClaim`. */
    values: claimTexts.optional(),
    /** Whomever this issuer vouches for: where it is the organisation's own. */
    everybody: (0, import_chunk_CF656EE4.literal)(true).optional()
  }),
  /** How somebody must have logged in: any one of these stands in `amr`, in `acr` or in `acrs`. */
  mfa: (0, import_chunk_CF656EE4.strictObject)({
    amr: (0, import_chunk_CF656EE4.array)(claimText).min(1).max(16).optional(),
    acr: (0, import_chunk_CF656EE4.array)(claimText).min(1).max(16).optional()
  }).optional(),
  /** How long ago the issuer may have asked for credentials (`auth_time`). */
  maxLoginAge: import_chunk_EA47D034.durationText.optional(),
  /** How long a session lasts before the person logs in anew. Default 12h. */
  session: import_chunk_EA47D034.durationText.optional(),
  /** What access rules call an account, `ada@example.org`, by its subject. Others are `SUBJECT@NAME`, with the login's name. */
  users: (0, import_chunk_CF656EE4.record)(userName, claimText).optional(),
  /** The claim that `values` are compared with. Default: the preset's. */
  rolesClaim: claimText.optional(),
  roles: (0, import_chunk_CF656EE4.strictObject)({ admin: grant, operator: grant, approver: grant, auditor: grant, member: grant }).optional()
});
var DEFAULT_SESSION = "12h";
var OPENID = "openid";
var PRESET_FACTS = {
  oidc: {
    issuer: ({ issuer }) => issuer,
    needs: "issuer",
    scope: OPENID,
    rolesClaim: "groups",
    saysHow: true,
    isPublic: false,
    flows: ["loopback", "device", "browser"]
  },
  google: {
    issuer: () => "https://accounts.google.com",
    needs: void 0,
    jwksOrigin: "https://www.googleapis.com",
    scope: OPENID,
    rolesClaim: "groups",
    // The domain of a Google Workspace; absent in tokens of personal accounts.
    organisationClaim: "hd",
    saysHow: false,
    isPublic: true,
    flows: ["loopback", "device", "browser"]
  },
  microsoft: {
    issuer: ({ tenant }) => tenant && `https://login.microsoftonline.com/${tenant}/v2.0`,
    needs: "tenant",
    scope: OPENID,
    rolesClaim: "roles",
    saysHow: true,
    isPublic: false,
    flows: ["loopback", "device", "browser"]
  },
  okta: {
    issuer: ({ issuer, domain }) => issuer ?? (domain && `https://${domain}`),
    needs: "domain",
    scope: "openid groups",
    rolesClaim: "groups",
    saysHow: true,
    isPublic: false,
    flows: ["loopback", "device", "browser"]
  },
  onelogin: {
    issuer: ({ domain }) => domain && `https://${domain}/oidc/2`,
    needs: "domain",
    scope: "openid groups",
    rolesClaim: "groups",
    saysHow: true,
    isPublic: false,
    flows: ["loopback", "browser"]
  },
  // OAuth without OpenID Connect: no token says who somebody is, the API does, and only we ask it.
  github: {
    issuer: ({ domain }) => `https://${domain ?? "github.com"}`,
    needs: void 0,
    scope: "read:org",
    rolesClaim: "organisations",
    saysHow: false,
    isPublic: true,
    flows: ["device", "browser"]
  }
};
function resolveLogin(login) {
  const facts = PRESET_FACTS[login.preset];
  const issuer = facts.issuer(login) ?? "";
  const jwksOrigin = login.jwksOrigin ?? facts.jwksOrigin;
  return {
    login,
    facts,
    issuer,
    trusted: {
      issuer,
      ...login.ca === void 0 ? {} : { ca: login.ca },
      ...jwksOrigin === void 0 ? {} : { jwksOrigin }
    },
    flows: login.flows ?? [facts.flows[0]],
    rolesClaim: login.rolesClaim ?? facts.rolesClaim,
    sessionMs: (0, import_cli.parseDuration)(login.session ?? DEFAULT_SESSION)
  };
}
function findLoginProblem(logins, people2) {
  const names = logins.map(({ name }) => name);
  const repeated = names.find((name, index) => names.indexOf(name) !== index);
  if (repeated !== void 0) return `logins: ${JSON.stringify(repeated)} stands twice`;
  for (const [index, login] of logins.entries()) {
    const problem = problemOf(login);
    if (problem !== void 0) return `logins[${index}].${problem}`;
  }
  return findBorrowedName(logins) ?? findBorrowedClient(logins, people2);
}
function findBorrowedName(logins) {
  const names = new Set(logins.map(({ name }) => name));
  for (const { name, users = {} } of logins) {
    const borrowed = Object.keys(users).find((user) => names.has(user.slice(user.lastIndexOf("@") + 1)));
    if (borrowed !== void 0)
      return `logins.${name}.users: ${JSON.stringify(borrowed)} looks like an account of a login of that name`;
    const subjects = Object.values(users);
    const repeated = subjects.find((subject, index) => subjects.indexOf(subject) !== index);
    if (repeated !== void 0) return `logins.${name}.users: ${JSON.stringify(repeated)} has two names`;
  }
  return void 0;
}
function problemOf(login) {
  const { preset, allow, mfa, publicSecret } = login;
  const { facts, issuer, flows } = resolveLogin(login);
  if (issuer === "") return `${facts.needs}: the preset ${preset} needs it`;
  if (!import_chunk_EA47D034.issuerUrl.safeParse(issuer).success) return `domain: ${issuer} is no issuer`;
  if (login.issuer !== void 0 && !["oidc", "okta"].includes(preset)) {
    return `issuer: the preset ${preset} has its own, ${issuer}`;
  }
  const flow = flows.find((candidate) => !facts.flows.includes(candidate));
  if (flow !== void 0) return `flows: the preset ${preset} has no ${flow} flow`;
  if (flows.includes("browser") && login.clientSecret === void 0) {
    return "clientSecret: the browser flow needs a client with a secret";
  }
  if (flows.includes("loopback") && login.clientSecret !== void 0) {
    return "clientSecret: the command line cannot keep one; the loopback flow wants a public client of its own";
  }
  if (publicSecret !== void 0 && !flows.includes("loopback")) {
    return "publicSecret: only the loopback flow hands it out";
  }
  if (Object.keys(allow).length === 0) {
    return 'allow: name subjects, tenants, organisations or values, or say "everybody: true"';
  }
  if (allow.everybody && facts.isPublic) {
    return `allow.everybody: anybody may have an account at ${issuer}; name subjects or organisations`;
  }
  if (mfa && !facts.saysHow) {
    return `mfa: tokens of ${issuer} do not say how somebody logged in; demand it there`;
  }
  if (mfa && Object.keys(mfa).length === 0) return "mfa: name values under amr or acr";
  return void 0;
}
function findBorrowedClient(logins, people2) {
  for (const resolved of logins.map(resolveLogin)) {
    if (resolved.flows.every((flow) => flow === "loopback")) continue;
    const { issuer, login } = resolved;
    const person = people2.find(
      ({ identities }) => identities?.some((identity) => identity.issuer === issuer && identity.audience === login.clientId)
    );
    if (person) {
      return `people: approvals of ${person.id} would count with the client ${login.clientId} of the login ${login.name}, which the coordinator uses itself; register a client for loopback alone`;
    }
  }
  return void 0;
}
function summarise({ login, issuer, flows, facts }, ca) {
  return {
    name: login.name,
    preset: login.preset,
    issuer,
    clientId: login.clientId,
    publicSecret: login.publicSecret ?? null,
    flows: [...flows],
    redirectUri: login.redirectUri ?? "http://127.0.0.1/callback",
    scope: facts.scope,
    acrValues: login.mfa?.acr ?? [],
    maxAge: login.maxLoginAge === void 0 ? null : Math.floor((0, import_cli.parseDuration)(login.maxLoginAge) / import_cli.SECOND),
    ca
  };
}
var UNITS = { KiB: 1024, MiB: 1024 ** 2, GiB: 1024 ** 3, TiB: 1024 ** 4 };
var SIZE = /^([1-9]\d{0,6})(KiB|MiB|GiB|TiB)$/;
var DEFAULT_RELAY_QUOTA = "8GiB";
var relayUrl = (0, import_chunk_CF656EE4.url)({ protocol: /^wss$/ }).max(500).refine((text) => URL.parse(text)?.pathname === import_chunk_8A5887D92.RELAY_PATH && !text.includes("?") && !text.includes("#"), {
  message: `must be wss://HOST:PORT${import_chunk_8A5887D92.RELAY_PATH}, as "sallyport relay serve" prints it`
});
var relaysSchema = (0, import_chunk_CF656EE4.strictObject)({
  /** What a node may send through each relay during one lease, or in an hour where it has none. Default 8GiB. */
  quota: (0, import_chunk_CF656EE4.string)().regex(SIZE, "must be a size such as 512MiB, 8GiB").optional(),
  /** Relays beside the coordinator's own. */
  servers: (0, import_chunk_CF656EE4.array)(
    (0, import_chunk_CF656EE4.strictObject)({
      url: relayUrl,
      /** Digest of its certificate; absent: what counts for the coordinator's TLS counts for it. */
      pin: import_chunk_EA47D034.digestText.optional(),
      /** `HOST:PORT` of its STUN responder. */
      stun: (0, import_chunk_CF656EE4.string)().max(300).regex(/^[^\s/]+:\d{1,5}$/, "must be HOST:PORT").optional()
    })
  ).max(15).optional()
});
function relayQuotaOf(file) {
  const [, number, unit] = SIZE.exec(file?.relays?.quota ?? DEFAULT_RELAY_QUOTA) ?? [];
  return Number(number) * UNITS[unit];
}
function registeredRelays(file) {
  return (file?.relays?.servers ?? []).map(({ url: url2, pin, stun }) => ({
    id: (0, import_cli3.encodeBase64url)((0, import_cli2.sha256)((0, import_cli3.encodeUtf8)((0, import_chunk_8A5887D9.relayNameOf)(new URL(url2))))),
    url: url2,
    stun: stun ?? null,
    pin: pin ?? null
  }));
}
var MAX_ENVIRONMENTS_BYTES = 1024 * 1024;
var { issuers, people } = import_chunk_R2HSE3F3.trustFileSchema.options[0].shape;
var scannerId = (0, import_chunk_CF656EE4.string)().regex(/^[a-z][a-z0-9-]{0,62}$/);
var versionText = (0, import_chunk_CF656EE4.string)().regex(/^\d{1,6}\.\d{1,6}\.\d{1,6}$/, "must be a version such as 0.1.0");
var floorSchema = (0, import_chunk_CF656EE4.strictObject)({
  /** Scanners that must have run and finished. */
  scanners: (0, import_chunk_CF656EE4.array)(scannerId).min(1).max(64),
  /** Digests of gate policies that may have judged. */
  policies: (0, import_chunk_CF656EE4.array)(import_chunk_EA47D034.digestText).min(1).max(64),
  /** The oldest version of Sallyport whose verdict counts. */
  minToolVersion: versionText.optional(),
  advisories: (0, import_chunk_CF656EE4.strictObject)({
    /** The newest advisory that was known may be this old. */
    maxAge: import_chunk_EA47D034.durationText,
    /** Exact sets that count; absent: any that is young enough. */
    digests: (0, import_chunk_CF656EE4.array)(import_chunk_EA47D034.digestText).min(1).max(64).optional()
  }),
  /** How old the verdict may be. */
  maxVerdictAge: import_chunk_EA47D034.durationText
});
var environmentSchema = (0, import_chunk_CF656EE4.strictObject)({
  floor: floorSchema,
  provenance: (0, import_chunk_CF656EE4._enum)(["required", "none"]).optional(),
  /** `builder.id` and the key that its provenance is signed with. */
  builders: (0, import_chunk_CF656EE4.array)((0, import_chunk_CF656EE4.strictObject)({ id: (0, import_chunk_CF656EE4.url)().max(500), key: (0, import_chunk_CF656EE4.string)().regex(/^[A-Za-z0-9_-]{43}$/) })).max(32).optional(),
  /** How many people must sign, beside the workload. Default 0. */
  quorum: (0, import_chunk_CF656EE4.int)().min(0).max(16).optional(),
  /** An environment where the same artifact must have been committed before. */
  after: import_chunk_EA47D034.environmentName.optional(),
  freezes: (0, import_chunk_CF656EE4.array)((0, import_chunk_CF656EE4.strictObject)({ from: import_chunk_EA47D034.timestampText, until: import_chunk_EA47D034.timestampText, reason: (0, import_chunk_CF656EE4.string)().min(1).max(200) })).max(64).optional(),
  /** How long an approval may be used. Default 4h. */
  approvalLifetime: import_chunk_EA47D034.durationText.optional(),
  /** How long a runner may stay. Default 1h. */
  maxLease: import_chunk_EA47D034.durationText.optional(),
  /** What `break-glass` lifts for an hour at most; default: freezes alone. */
  breakGlass: (0, import_chunk_CF656EE4.array)((0, import_chunk_CF656EE4._enum)(["freezes", "after", "quorum"])).max(3).optional(),
  /** What opens the tunnel: an approval (default), or a workload that a rule names. */
  tunnel: (0, import_chunk_CF656EE4._enum)(["approval", "workload"]).optional()
});
var environmentsSchema = (0, import_chunk_CF656EE4.strictObject)({
  version: (0, import_chunk_CF656EE4.literal)(1),
  issuers,
  rules: (0, import_chunk_CF656EE4.array)(import_chunk_R2HSE3F3.trustRuleSchema).min(1).max(1e3),
  people,
  /** With which issuers people log in, and as what. */
  logins: (0, import_chunk_CF656EE4.array)(loginSchema).max(16).optional(),
  /** Workloads that may push this file and access.hujson. */
  pushers: (0, import_chunk_CF656EE4.array)(pusherRuleSchema).max(16).optional(),
  relays: relaysSchema.optional(),
  environments: (0, import_chunk_CF656EE4.record)(import_chunk_EA47D034.environmentName, environmentSchema)
});
var DEFAULT_APPROVAL_LIFETIME = "4h";
var DEFAULT_MAX_LEASE = "1h";
function parseEnvironments(text, source) {
  const file = (0, import_chunk_R2HSE3F3.decodeYaml)(environmentsSchema, (0, import_cli3.encodeUtf8)(text), {
    source,
    maxBytes: MAX_ENVIRONMENTS_BYTES,
    knownKeys: KNOWN_KEYS
  });
  refuseContradictions(file, source);
  return file;
}
function findEnvironment(file, name) {
  return Object.hasOwn(file.environments, name) ? file.environments[name] : void 0;
}
function refuseContradictions(file, source) {
  const known = file.issuers.map(({ issuer }) => issuer);
  for (const [index, rule] of file.rules.entries()) {
    if (!known.includes(rule.issuer))
      fail(source, `rules[${index}].issuer: ${rule.issuer} is not under "issuers"`);
    const unknown = rule.environments.find((name) => !findEnvironment(file, name));
    if (unknown !== void 0)
      fail(source, `rules[${index}].environments: ${unknown} is not under "environments"`);
  }
  for (const [index, { issuer }] of (file.pushers ?? []).entries()) {
    if (!known.includes(issuer)) fail(source, `pushers[${index}].issuer: ${issuer} is not under "issuers"`);
  }
  const problem = findLoginProblem(file.logins ?? [], file.people ?? []);
  if (problem !== void 0) fail(source, problem);
  for (const [name, environment] of Object.entries(file.environments)) {
    refuseEnvironment(file, name, environment, source);
  }
}
function refuseEnvironment(file, name, environment, source) {
  const where = `environments.${name}`;
  if (environment.after !== void 0 && (environment.after === name || !findEnvironment(file, environment.after))) {
    fail(source, `${where}.after: ${environment.after} is not another environment`);
  }
  if ((environment.quorum ?? 0) > (file.people ?? []).length) {
    fail(
      source,
      `${where}.quorum: ${environment.quorum} people are wanted, "people" lists ${(file.people ?? []).length}`
    );
  }
  if (environment.provenance === "required" && !environment.builders?.length) {
    fail(source, `${where}.builders: provenance is required, but no builder is listed`);
  }
  for (const { from, until } of environment.freezes ?? []) {
    if ((0, import_cli.parseTimestamp)(from) >= (0, import_cli.parseTimestamp)(until))
      fail(source, `${where}.freezes: ${until} is not after ${from}`);
  }
}
function fail(source, message) {
  throw new import_cli4.SallyportError("CONFIG_INVALID", { message, place: { file: source } });
}
var KNOWN_KEYS = [
  ...Object.keys(environmentsSchema.shape),
  ...Object.keys(environmentSchema.shape),
  ...Object.keys(floorSchema.shape),
  ...Object.keys(import_chunk_R2HSE3F3.trustRuleSchema.shape),
  ...Object.keys(loginSchema.shape),
  ...Object.keys(pusherRuleSchema.shape),
  ...Object.keys(relaysSchema.shape)
];
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  chunk_7MSCG7IE,
  environments_file_OUCT5E4S
});
