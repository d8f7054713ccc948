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
  chunk_GSPIJYX5: () => chunk_GSPIJYX5_exports,
  coordinator_DAETKSIE: () => coordinator_DAETKSIE_exports
});
module.exports = stdin_exports;
var import_chunk_FACE8E31 = require("./chunk-FACE8E31.cjs").chunk_7QDTEPUY;
var import_chunk_A5BHWNUW = require("./chunk-A5BHWNUW.cjs").chunk_A5BHWNUW;
var import_chunk_FACE8E312 = require("./chunk-FACE8E31.cjs").chunk_N2CEJMOH;
var import_chunk_8BE2930D = require("./chunk-8BE2930D.cjs").chunk_P5Y3727L;
var import_chunk_8BE2930D2 = require("./chunk-8BE2930D.cjs").chunk_ZYJHKVA7;
var import_environments_file_B169AE2E = require("./environments-file-B169AE2E.cjs").chunk_7MSCG7IE;
var import_chunk_6D9B2BDF = require("./chunk-6D9B2BDF.cjs").chunk_4ZXJRBCH;
var import_chunk_E7E63261 = require("./chunk-E7E63261.cjs").chunk_LN64JXY7;
var import_chunk_38EDD590 = require("./chunk-38EDD590.cjs").chunk_Y2L2NAT7;
var import_chunk_38EDD5902 = require("./chunk-38EDD590.cjs").chunk_ZXGMBMKT;
var import_chunk_8A5887D9 = require("./chunk-8A5887D9.cjs").chunk_AXPTAZ2E;
var import_chunk_8A5887D92 = require("./chunk-8A5887D9.cjs").chunk_BBZH2QS2;
var import_chunk_8A5887D93 = require("./chunk-8A5887D9.cjs").chunk_TFFOW3OJ;
var import_chunk_T6RIR5MA = require("./chunk-T6RIR5MA.cjs").chunk_T6RIR5MA;
var import_chunk_A7C2DCE4 = require("./chunk-A7C2DCE4.cjs").chunk_QWNYZ5AQ;
var import_chunk_A7C2DCE42 = require("./chunk-A7C2DCE4.cjs").chunk_UWHXMD75;
var import_chunk_8A5887D94 = require("./chunk-8A5887D9.cjs").chunk_DLDCVKX6;
var import_chunk_8A5887D95 = require("./chunk-8A5887D9.cjs").chunk_HWYOMYN6;
var import_chunk_8A5887D96 = require("./chunk-8A5887D9.cjs").chunk_BGKKW6X2;
var import_chunk_0722AEF2 = require("./chunk-0722AEF2.cjs").chunk_HQJHKSVR;
var import_chunk_6D9B2BDF2 = require("./chunk-6D9B2BDF.cjs").chunk_KRZWIFVR;
var import_chunk_EA47D034 = require("./chunk-EA47D034.cjs").chunk_E3PGXMDL;
var import_chunk_439F88D8 = require("./chunk-439F88D8.cjs").chunk_W7ECAJ5W;
var import_chunk_E7E632612 = require("./chunk-E7E63261.cjs").chunk_5YZ4WNU6;
var import_chunk_E7E632613 = require("./chunk-E7E63261.cjs").chunk_OEK5FYWZ;
var import_chunk_R2HSE3F3 = require("./chunk-R2HSE3F3.cjs").chunk_R2HSE3F3;
var import_chunk_EA47D0342 = require("./chunk-EA47D034.cjs").chunk_55ZXGT2M;
var import_chunk_EA47D0343 = require("./chunk-EA47D034.cjs").chunk_B5YHRYI7;
var import_chunk_BIEF65K5 = require("./chunk-BIEF65K5.cjs").chunk_BIEF65K5;
var import_cli = require("../cli.cjs").chunk_FZ44G4XJ;
var import_chunk_EA47D0344 = require("./chunk-EA47D034.cjs").chunk_UESRXYTB;
var import_chunk_CF656EE4 = require("./chunk-CF656EE4.cjs").chunk_CRLEFTAS;
var import_chunk_2BC21E11 = require("./chunk-2BC21E11.cjs").chunk_COQYJIF4;
var import_cli2 = require("../cli.cjs").chunk_SO3KANTK;
var import_cli3 = require("../cli.cjs").chunk_GEUJANHY;
var import_chunk_2BC21E112 = require("./chunk-2BC21E11.cjs").chunk_M3WSMIIZ;
var import_chunk_CF656EE42 = require("./chunk-CF656EE4.cjs").chunk_PO7UBJRE;
var import_cli4 = require("../cli.cjs").chunk_QW7UKFTH;
var import_cli5 = require("../cli.cjs").chunk_4NFOMFHU;
var import_cli6 = require("../cli.cjs").chunk_TO5RH7DJ;
var import_node_path = process.getBuiltinModule("node:path");
var import_node_path2 = process.getBuiltinModule("node:path");





var import_node_stream = process.getBuiltinModule("node:stream");
var import_node_util = process.getBuiltinModule("node:util");
var import_node_crypto = process.getBuiltinModule("node:crypto");

var import_node_crypto2 = process.getBuiltinModule("node:crypto");
var import_node_net = process.getBuiltinModule("node:net");
var import_node_path3 = process.getBuiltinModule("node:path");
var import_node_crypto3 = process.getBuiltinModule("node:crypto");
var import_node_net2 = process.getBuiltinModule("node:net");
var import_chunk_FACE8E313 = require("./chunk-FACE8E31.cjs").chunk_7QDTEPUY;
var import_chunk_A5BHWNUW2 = require("./chunk-A5BHWNUW.cjs").chunk_A5BHWNUW;
var import_chunk_FACE8E314 = require("./chunk-FACE8E31.cjs").chunk_N2CEJMOH;
var import_chunk_FACE8E315 = require("./chunk-FACE8E31.cjs").chunk_OFVEZVAZ;
var import_chunk_8BE2930D3 = require("./chunk-8BE2930D.cjs").chunk_P5Y3727L;
var import_chunk_8BE2930D4 = require("./chunk-8BE2930D.cjs").chunk_ZYJHKVA7;
var import_environments_file_B169AE2E2 = require("./environments-file-B169AE2E.cjs").chunk_7MSCG7IE;
var import_chunk_6D9B2BDF3 = require("./chunk-6D9B2BDF.cjs").chunk_4ZXJRBCH;
var import_chunk_E7E632614 = require("./chunk-E7E63261.cjs").chunk_LN64JXY7;
var import_chunk_38EDD5903 = require("./chunk-38EDD590.cjs").chunk_Y2L2NAT7;
var import_chunk_38EDD5904 = require("./chunk-38EDD590.cjs").chunk_ZXGMBMKT;
var import_chunk_8A5887D97 = require("./chunk-8A5887D9.cjs").chunk_AXPTAZ2E;
var import_chunk_8A5887D98 = require("./chunk-8A5887D9.cjs").chunk_BBZH2QS2;
var import_chunk_8A5887D99 = require("./chunk-8A5887D9.cjs").chunk_TFFOW3OJ;
var import_chunk_T6RIR5MA2 = require("./chunk-T6RIR5MA.cjs").chunk_T6RIR5MA;
var import_chunk_A7C2DCE43 = require("./chunk-A7C2DCE4.cjs").chunk_QWNYZ5AQ;
var import_chunk_A7C2DCE44 = require("./chunk-A7C2DCE4.cjs").chunk_UWHXMD75;
var import_chunk_439F88D82 = require("./chunk-439F88D8.cjs").chunk_QAKKENVC;
var import_chunk_8A5887D910 = require("./chunk-8A5887D9.cjs").chunk_DLDCVKX6;
var import_chunk_8A5887D911 = require("./chunk-8A5887D9.cjs").chunk_HWYOMYN6;
var import_chunk_8A5887D912 = require("./chunk-8A5887D9.cjs").chunk_BGKKW6X2;
var import_chunk_A7C2DCE45 = require("./chunk-A7C2DCE4.cjs").chunk_5RE62PDQ;
var import_chunk_A7C2DCE46 = require("./chunk-A7C2DCE4.cjs").chunk_FZZUDDWV;
var import_chunk_0722AEF22 = require("./chunk-0722AEF2.cjs").chunk_HQJHKSVR;
var import_chunk_6D9B2BDF4 = require("./chunk-6D9B2BDF.cjs").chunk_KRZWIFVR;
var import_chunk_EA47D0345 = require("./chunk-EA47D034.cjs").chunk_E3PGXMDL;
var import_chunk_439F88D83 = require("./chunk-439F88D8.cjs").chunk_W7ECAJ5W;
var import_chunk_E7E632615 = require("./chunk-E7E63261.cjs").chunk_5YZ4WNU6;
var import_chunk_E7E632616 = require("./chunk-E7E63261.cjs").chunk_OEK5FYWZ;
var import_chunk_R2HSE3F32 = require("./chunk-R2HSE3F3.cjs").chunk_R2HSE3F3;
var import_chunk_CF656EE43 = require("./chunk-CF656EE4.cjs").chunk_PC4MX4V7;
var import_chunk_EA47D0346 = require("./chunk-EA47D034.cjs").chunk_55ZXGT2M;
var import_chunk_EA47D0347 = require("./chunk-EA47D034.cjs").chunk_B5YHRYI7;
var import_chunk_BIEF65K52 = require("./chunk-BIEF65K5.cjs").chunk_BIEF65K5;
var import_cli7 = require("../cli.cjs").chunk_FZ44G4XJ;
var import_chunk_EA47D0348 = require("./chunk-EA47D034.cjs").chunk_UESRXYTB;
var import_chunk_EA47D0349 = require("./chunk-EA47D034.cjs").chunk_3ZQSXCLB;
var import_chunk_CF656EE44 = require("./chunk-CF656EE4.cjs").chunk_CRLEFTAS;
var import_chunk_2BC21E113 = require("./chunk-2BC21E11.cjs").chunk_COQYJIF4;
var import_chunk_CF656EE45 = require("./chunk-CF656EE4.cjs").chunk_LLW3E7RW;
var import_cli8 = require("../cli.cjs").chunk_SO3KANTK;
var import_cli9 = require("../cli.cjs").chunk_GEUJANHY;
var import_chunk_2BC21E114 = require("./chunk-2BC21E11.cjs").chunk_M3WSMIIZ;
var import_chunk_CF656EE46 = require("./chunk-CF656EE4.cjs").chunk_PO7UBJRE;
var import_cli10 = require("../cli.cjs").chunk_QW7UKFTH;
var import_cli11 = require("../cli.cjs").chunk_4NFOMFHU;
var import_chunk_LISJZMXW = require("./chunk-LISJZMXW.cjs").chunk_LISJZMXW;
var import_cli12 = require("../cli.cjs").chunk_TO5RH7DJ;
var import_cli13 = require("../cli.cjs").chunk_HJAZFC2R;
var __defProp2 = Object.defineProperty;
var __export2 = (target, all) => {
  for (var name in all)
    __defProp2(target, name, { get: all[name], enumerable: true });
};
var coordinator_DAETKSIE_exports = {};
__export2(coordinator_DAETKSIE_exports, {
  coordinatorConfigure: () => coordinatorConfigure,
  coordinatorEnroll: () => coordinatorEnroll,
  coordinatorInit: () => coordinatorInit,
  coordinatorServe: () => coordinatorServe,
  dataOf: () => dataOf,
  parseListen: () => parseListen
});
var chunk_GSPIJYX5_exports = {};
__export2(chunk_GSPIJYX5_exports, {
  ADD_CHECKPOINT_PATH: () => ADD_CHECKPOINT_PATH,
  DEFAULT_LIMITS: () => DEFAULT_LIMITS,
  MAX_ADD_CHECKPOINT_BYTES: () => MAX_ADD_CHECKPOINT_BYTES,
  PAIR_LIMITS: () => PAIR_LIMITS,
  WITNESS_STATUS: () => WITNESS_STATUS,
  closeServer: () => closeServer,
  coordinatorConfigure: () => coordinatorConfigure,
  coordinatorEnroll: () => coordinatorEnroll,
  coordinatorInit: () => coordinatorInit,
  coordinatorServe: () => coordinatorServe,
  createRateLimit: () => createRateLimit,
  createRelayJudge: () => createRelayJudge,
  createRelayServer: () => createRelayServer,
  dataOf: () => dataOf,
  judgeAddCheckpoint: () => judgeAddCheckpoint,
  listenAt: () => listenAt,
  openSelfSigned: () => openSelfSigned,
  openServer: () => openServer,
  parseAddCheckpoint: () => parseAddCheckpoint,
  parseListen: () => parseListen,
  relayMetrics: () => relayMetrics,
  renderAll: () => renderAll,
  residentMemory: () => residentMemory,
  startMetricsListener: () => startMetricsListener,
  startStunServer: () => startStunServer
});
var environmentEdgeRules = {
  async edgesOf(tx, { application, environment }) {
    const agents = await tx.nodes.listAgents(application, environment);
    return agents.flatMap((target) => target.port === null ? [] : [{ target, ports: [target.port] }]);
  },
  edgesOfPerson: async () => [],
  edgesWith: async () => []
};
function toAccessNode(node, claims) {
  return {
    name: node.id,
    ipv4: (0, import_chunk_0722AEF2.parseIp)(node.ipv4),
    ipv6: (0, import_chunk_0722AEF2.parseIp)(node.ipv6),
    tags: node.tags,
    user: void 0,
    routes: [],
    workload: claims && toWorkload(claims)
  };
}
function claimsOfLease({ token }) {
  return (0, import_chunk_R2HSE3F3.readWorkloadClaims)(JSON.parse((0, import_cli5.decodeUtf8)((0, import_cli5.decodeBase64url)(token.split(".")[1] ?? ""))));
}
function toWorkload(claims) {
  const text = (name) => String(claims[name] ?? "");
  return {
    forge: (0, import_chunk_R2HSE3F3.forgeOf)(claims),
    issuer: text("iss"),
    repositoryId: text("repository_id"),
    ownerId: text("repository_owner_id"),
    ref: text("ref"),
    environment: text("environment"),
    event: text("event_name"),
    // As in trust rules: the path; which commit of it counts is theirs to say.
    workflow: text("job_workflow_ref").split("@")[0],
    runner: text("runner_environment")
  };
}
function createAgentDirectoryReader() {
  let last;
  return async (tx) => {
    const state = await tx.nodes.agentsState();
    if (last?.state !== state) last = { state, directory: createDirectory(await liveAgents(tx)) };
    return last.directory;
  };
}
async function liveAgents(tx) {
  return (await tx.nodes.list()).filter(({ kind }) => kind === "agent");
}
function createDirectory(agents) {
  const byTag = /* @__PURE__ */ new Map();
  for (const agent of agents) {
    for (const tag of agent.tags) {
      const tagged2 = byTag.get(tag) ?? /* @__PURE__ */ new Set();
      byTag.set(tag, tagged2.add(agent));
    }
  }
  return {
    candidatesOf(rules) {
      const selectors = rules.flatMap(({ targets }) => targets.map(({ selector }) => selector));
      const tags = selectors.flatMap((selector) => selector.kind === "tag" ? [selector.name] : []);
      if (tags.length < selectors.length) return agents;
      const wanted = new Set(tags.flatMap((tag) => [...byTag.get(tag) ?? []]));
      return wanted.size * 2 > agents.length ? agents.filter((agent) => wanted.has(agent)) : [...wanted].sort((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1));
    }
  };
}
var TCP = 6;
var MAX_PORTS = 64;
function grantedTargets(rules, source, among, approvedFor) {
  const usable = rules.rules.filter(({ approval }) => !approval || approval.environment === approvedFor);
  const own = new import_chunk_FACE8E31.AccessEngine({ ...rules, rules: usable }, new import_chunk_FACE8E31.Network([source])).rulesOf(0);
  const targets = "candidatesOf" in among ? among.candidatesOf(own) : among;
  const network = new import_chunk_FACE8E31.Network([source, ...targets.map((target) => toAccessNode(target))]);
  const parts = source.user === void 0 ? own : own.flatMap(splitByTarget);
  const engines = parts.map((rule) => ({
    rule,
    engine: new import_chunk_FACE8E31.AccessEngine({ ...rules, rules: [rule] }, network)
  }));
  return targets.flatMap((target, index) => {
    const isOpenBy = (engine) => (port) => isOpen(engine, index + 1, port);
    if (source.user !== void 0) {
      const opened2 = engines.flatMap(({ rule, engine }) => {
        const ranges2 = rangesOf(rule).filter(({ first }) => isOpenBy(engine)(first));
        return ranges2.length > 0 ? [{ rule, ranges: ranges2 }] : [];
      });
      if (opened2.length === 0) return [];
      const ranges = joinRanges(opened2.flatMap((each) => each.ranges)).slice(0, MAX_PORTS);
      return [{ target, ports: [], ranges, maxLeaseMs: longestLease(opened2) }];
    }
    const opened = engines.flatMap(({ rule, engine }) => {
      const ports2 = portsOf(rule, target).filter(isOpenBy(engine));
      return ports2.length > 0 ? [{ rule, ports: ports2 }] : [];
    });
    if (opened.length === 0) return [];
    const ports = [...new Set(opened.flatMap((each) => each.ports))].sort((a, b) => a - b);
    return [{ target, ports: ports.slice(0, MAX_PORTS), maxLeaseMs: longestLease(opened) }];
  });
}
function narrowedToDeployments(granted) {
  return granted.map((edge) => {
    const { port } = edge.target;
    return port !== null && edge.ports.includes(port) ? { ...edge, ports: [port] } : edge;
  });
}
function splitByTarget(rule) {
  return rule.targets.map((target) => ({ ...rule, targets: [target] }));
}
function rangesOf(rule) {
  return rule.targets.flatMap(
    ({ services }) => services.filter(({ protocols }) => protocols.includes(TCP)).flatMap(({ ports }) => ports.map(({ first, last }) => ({ first: Math.max(1, first), last })))
  );
}
function joinRanges(ranges) {
  const joined = [];
  for (const range of [...ranges].sort((a, b) => a.first - b.first)) {
    const last = joined.at(-1);
    if (last && range.first <= last.last + 1)
      joined[joined.length - 1] = { first: last.first, last: Math.max(last.last, range.last) };
    else joined.push(range);
  }
  return joined;
}
function portsOf(rule, { port }) {
  const listed = rule.targets.flatMap(
    ({ services }) => services.flatMap(
      ({ ports }) => ports.flatMap(
        ({ first, last }) => last - first < MAX_PORTS ? Array.from({ length: last - first + 1 }, (_, at) => first + at) : []
      )
    )
  );
  return [.../* @__PURE__ */ new Set([...port === null ? [] : [port], ...listed])].filter((number) => number > 0);
}
function isOpen(engine, destination, port) {
  return [4, 6].some(
    (family) => engine.findAllowing({ source: 0, destination, family, protocol: TCP, port }) !== void 0
  );
}
function longestLease(opened) {
  const limits = opened.map(({ rule }) => rule.maxLeaseMs);
  return limits.includes(void 0) ? void 0 : Math.max(...limits.map((limit) => limit ?? 0));
}
var MAX_VALUES = 200;
var MAX_TEXT = 255;
function factsOf(resolved, claims) {
  const { sub, tid, amr, acr, acrs, auth_time: authTime } = claims;
  if (typeof sub !== "string" || sub === "" || sub.length > MAX_TEXT) return void 0;
  const { organisationClaim } = resolved.facts;
  return {
    issuer: claims.iss,
    subject: sub,
    clientId: resolved.login.clientId,
    tenant: texts(tid)[0] ?? null,
    organisations: organisationClaim === void 0 ? [] : texts(claims[organisationClaim]),
    values: texts(claims[resolved.rolesClaim]),
    amr: texts(amr),
    acr: [...texts(acr), ...texts(acrs)],
    authenticatedAt: typeof authTime === "number" && Number.isSafeInteger(authTime) ? authTime * import_cli3.SECOND : null
  };
}
function judgeAccount(resolved, account, more = []) {
  const { login, issuer } = resolved;
  const place = `logins.${login.name}`;
  if (account.issuer !== issuer || account.clientId !== login.clientId) {
    return { kind: "refused", place, claim: "iss", reason: "the login has another issuer or client by now" };
  }
  if (!isAllowed(resolved, account)) {
    const reason = `the account ${account.subject} of ${issuer} is not on the list`;
    return { kind: "refused", place: `${place}.allow`, claim: "sub", reason };
  }
  if (!isStrong(resolved, account)) {
    const how = [...account.amr, ...account.acr].join(", ") || "nothing";
    const reason = `this login must have a second factor; the issuer says ${how}`;
    return { kind: "refused", place: `${place}.mfa`, claim: "amr", reason };
  }
  return { kind: "granted", roles: rolesOf(resolved, account, more) };
}
function findStaleLogin({ login }, { authenticatedAt }, now) {
  if (login.maxLoginAge === void 0) return void 0;
  if (authenticatedAt === null) return "the issuer does not say when it asked for credentials (auth_time)";
  if (now - authenticatedAt <= (0, import_cli3.parseDuration)(login.maxLoginAge)) return void 0;
  return `the issuer asked for credentials more than ${login.maxLoginAge} ago`;
}
function isAllowed({ login: { allow } }, account) {
  return allow.everybody === true || contains(allow.subjects, [account.subject]) || contains(allow.tenants, account.tenant === null ? [] : [account.tenant]) || contains(allow.organisations, account.organisations) || contains(allow.values, account.values);
}
function isStrong({ login: { mfa } }, { amr, acr }) {
  return mfa === void 0 || contains(mfa.amr, amr) || contains(mfa.acr, acr);
}
function rolesOf({ login: { roles } }, account, more) {
  const granted = /* @__PURE__ */ new Set(["member", ...more]);
  for (const role of import_chunk_8A5887D96.ROLES) {
    const grant = roles?.[role];
    if (contains(grant?.subjects, [account.subject]) || contains(grant?.values, account.values))
      granted.add(role);
  }
  return import_chunk_8A5887D96.ROLES.filter((role) => granted.has(role));
}
function contains(listed, values) {
  return values.some((value) => listed?.includes(value) ?? false);
}
function texts(claim2) {
  const list = Array.isArray(claim2) ? claim2 : [claim2];
  return list.filter((value) => typeof value === "string" && value !== "" && value.length <= MAX_TEXT).slice(0, MAX_VALUES);
}
var SESSIONS = (0, import_chunk_A5BHWNUW.collection)("session");
var KEEP_MS = import_cli3.HOUR;
async function openSession(context2, file, session) {
  const { resolved, account } = session;
  const now = context2.clock.now();
  const judgement = judgeAccount(resolved, account);
  const stale = findStaleLogin(resolved, account, now);
  if (judgement.kind === "refused") throw await refuse(context2, account, judgement);
  if (stale !== void 0) {
    const place = `logins.${resolved.login.name}.maxLoginAge`;
    throw await refuse(context2, account, { kind: "refused", place, claim: "auth_time", reason: stale });
  }
  const opened = await context2.store.write("session", (tx) => writeSession(context2, tx, file, session));
  await context2.log.integrate();
  context2.diagnostics.log("info", "a person logged in", { person: opened.person, login: opened.login });
  return opened;
}
async function findSession(tx, keyId) {
  return (await SESSIONS.find(tx, keyId))?.value;
}
async function judgeSession(tx, file, record, now) {
  const login = file?.logins?.find(({ name }) => name === record.login);
  const resolved = login && (0, import_environments_file_B169AE2E.resolveLogin)(login);
  if (!file || !resolved || record.ended || now >= record.startedAt + resolved.sessionMs)
    throw loginRequired();
  const { account } = record;
  const judgement = judgeAccount(resolved, account, await furtherRoles(tx, file, account));
  if (judgement.kind === "refused") throw refusalOf(judgement);
  return {
    id: (0, import_chunk_BIEF65K5.keyIdOf)((0, import_cli5.decodeBase64url)(record.sessionKey)),
    sessionKey: record.sessionKey,
    login: record.login,
    issuer: account.issuer,
    subject: account.subject,
    person: record.person,
    roles: judgement.roles,
    expiresAt: record.startedAt + resolved.sessionMs
  };
}
function describeSession(session) {
  const { login, issuer, subject, person, roles, expiresAt } = session;
  return { login, issuer, subject, person, roles: [...roles], expiresAt: (0, import_cli3.formatTimestamp)(expiresAt) };
}
async function writeSession(context2, tx, file, { resolved, account, sessionKey, flow, firstAdmin, token }) {
  const now = context2.clock.now();
  const id2 = (0, import_chunk_BIEF65K5.keyIdOf)((0, import_cli5.decodeBase64url)(sessionKey));
  const person = await (0, import_chunk_A5BHWNUW.pseudonymOf)(tx, account, { random: context2.random, now });
  const at = (0, import_cli3.formatTimestamp)(now);
  const record = {
    sessionKey,
    login: resolved.login.name,
    account,
    person,
    startedAt: now,
    ended: false,
    token
  };
  const expiresAt = now + resolved.sessionMs + KEEP_MS;
  if (!await SESSIONS.insert(tx, { id: id2, group: (0, import_chunk_A5BHWNUW.personIdOf)(account), value: record, now, expiresAt })) {
    return repeat(tx, file, id2, account, now);
  }
  if (firstAdmin !== null) {
    await (0, import_chunk_A5BHWNUW.useFirstAdminCode)(tx, firstAdmin, account, now);
    await tx.log.append((0, import_chunk_8A5887D95.emitLogEntry)({ type: "first-admin", version: 1, at, person }));
  }
  const { issuer } = account;
  await tx.log.append((0, import_chunk_8A5887D95.emitLogEntry)({ type: "login", version: 1, at, person, issuer, session: id2, flow }));
  return judgeSession(tx, file, record, now);
}
async function repeat(tx, file, id2, account, now) {
  const before = await findSession(tx, id2);
  const isSame = before?.account.issuer === account.issuer && before.account.subject === account.subject;
  if (before && isSame && !before.ended) return judgeSession(tx, file, before, now);
  throw new import_chunk_A5BHWNUW.RequestRefusal("conflict", {
    message: "this key has, or had, a session",
    help: "log in with a new one: sallyport login"
  });
}
async function furtherRoles(tx, file, account) {
  const granted = await (0, import_chunk_A5BHWNUW.grantedRoles)(tx, account);
  const isListed = file.people?.some(
    ({ identities }) => identities?.some(({ issuer, subject }) => issuer === account.issuer && subject === account.subject)
  );
  return isListed ? [...granted, "approver"] : granted;
}
async function refuse(context2, account, refused6) {
  const isKnown3 = await context2.store.write("login refusal", async (tx) => {
    const person = await (0, import_chunk_A5BHWNUW.findPseudonym)(tx, account);
    if (person === void 0) return false;
    const at = (0, import_cli3.formatTimestamp)(context2.clock.now());
    const { claim: claim2 } = refused6;
    const rule = refused6.place.slice(0, 200);
    await tx.log.append((0, import_chunk_8A5887D95.emitLogEntry)({ type: "login-refused", version: 1, at, person, rule, claim: claim2 }));
    return true;
  });
  if (!isKnown3) context2.refusals.add();
  return refusalOf(refused6);
}
function refusalOf({ place, claim: claim2, reason }) {
  return new import_chunk_A5BHWNUW.RequestRefusal("refused", { message: reason, rule: place, claim: claim2 });
}
function loginRequired() {
  return new import_chunk_A5BHWNUW.RequestRefusal("login-required", {
    message: "the session has ended",
    help: "log in again: sallyport login"
  });
}
async function findPersonSource(tx, file, node, now) {
  const record = await findSession(tx, node.owner ?? "");
  if (!record || !file) return void 0;
  try {
    return toPersonSource(file, node, await judgeSession(tx, file, record, now));
  } catch (thrown) {
    if (thrown instanceof import_chunk_A5BHWNUW.RequestRefusal) return void 0;
    throw thrown;
  }
}
function userNameOf(file, { login, subject }) {
  const users = file.logins?.find(({ name }) => name === login)?.users ?? {};
  const named = Object.entries(users).find(([, listed]) => listed === subject);
  return named?.[0] ?? `${subject}@${login}`;
}
function toPersonSource(file, node, session) {
  return { ...toAccessNode(node), user: userNameOf(file, session), roles: session.roles };
}
function registeredEdgeRules(read, people) {
  const findSource = async (tx, node) => findPersonSource(tx, (await people.environments(tx))?.file, node, people.clock.now());
  const agents = createAgentDirectoryReader();
  return {
    async edgesOf(tx, subject) {
      const registered = await read(tx);
      if (!registered) return environmentEdgeRules.edgesOf(tx, subject);
      const source = toAccessNode(subject.node, subject.claims);
      const approvedFor = approvedEnvironment(subject);
      return narrowedToDeployments(grantedTargets(registered.rules, source, await agents(tx), approvedFor));
    },
    async edgesOfPerson(tx, node) {
      const registered = await read(tx);
      const source = registered && await findSource(tx, node);
      return source ? grantedTargets(registered.rules, source, await agents(tx)) : [];
    },
    async edgesWith(tx, agent) {
      const registered = await read(tx);
      if (!registered) return environmentEdgeRules.edgesWith(tx, agent);
      const { rules } = registered;
      const others = (await liveAgents(tx)).filter(({ id: id2 }) => id2 !== agent.id);
      const outward = grantedTargets(rules, toAccessNode(agent), others);
      const inward = others.flatMap(
        (source) => grantedTargets(rules, toAccessNode(source), [agent]).map((edge) => ({ source, ...edge }))
      );
      const personal = [];
      for (const node of await tx.nodes.listPersonal()) {
        const source = await findSource(tx, node);
        if (!source) continue;
        personal.push(...grantedTargets(rules, source, [agent]).map((edge) => ({ source: node, ...edge })));
      }
      return [...outward.map((edge) => ({ source: agent, ...edge })), ...inward, ...personal];
    }
  };
}
function approvedEnvironment({
  approval,
  environment
}) {
  return approval === null ? void 0 : environment;
}
var ACCESS_RULES_FILE = "access.hujson";
async function registerAccessRules(tx, { text, replaces, by, now }) {
  const rules = (0, import_chunk_FACE8E312.parseAccessRules)(text, ACCESS_RULES_FILE);
  const nodes = await tx.nodes.list();
  refuseFailedTests(
    rules,
    nodes.filter(({ kind }) => kind === "agent").map((node) => toAccessNode(node))
  );
  const current = await tx.accessRules.current();
  if ((current?.version ?? null) !== replaces) {
    throw new import_cli6.SallyportError("STORE_CONFLICT", {
      message: `the registered access rules are version ${current?.version ?? "none"}, not ${replaces ?? "none"}`,
      help: "read the registered version, join the changes, and send it again"
    });
  }
  const version = (current?.version ?? 0) + 1;
  const digest = (0, import_cli4.formatDigest)((0, import_cli4.sha256)((0, import_cli5.encodeUtf8)(text)));
  await tx.accessRules.insert({ version, text, digest, by, createdAt: now });
  const at = (0, import_cli3.formatTimestamp)(now);
  await tx.log.append((0, import_chunk_8A5887D95.emitLogEntry)({ type: "access-rules", version: 1, at, revision: version, digest, by }));
  return { version, digest, rules };
}
function createAccessRulesReader() {
  let last;
  return async (tx) => {
    const current = await tx.accessRules.currentVersion();
    if (current && last?.version === current.version && last.digest === current.digest) return last;
    const record = current && await tx.accessRules.current();
    if (!record) return void 0;
    const { version, digest, text } = record;
    const rules = (0, import_chunk_FACE8E312.parseAccessRules)(text, `${ACCESS_RULES_FILE}, version ${version}`);
    last = { version, digest, rules };
    return last;
  };
}
function refuseFailedTests(rules, nodes) {
  const [first, ...more] = (0, import_chunk_FACE8E31.runPolicyTests)(rules, nodes);
  if (!first) return;
  throw new import_cli6.SallyportError("ACCESS_RULES_INVALID", {
    message: `test(s) failed: ${first.id}: ${first.why}${more.length === 0 ? "" : `, and ${more.length} more`}`,
    place: first.value.place,
    help: "sallyport acl test shows them all"
  });
}
function createRefusalCounter() {
  let count = 0;
  return {
    add() {
      count++;
    },
    take() {
      const taken = count;
      count = 0;
      return taken;
    }
  };
}
function listenAt(server, { host, port }, words) {
  return new Promise((resolve3, reject) => {
    server.once("error", (cause) => {
      reject(
        new import_cli6.SallyportError("USAGE", {
          message: `${words.failure} on ${host}:${port}: ${(0, import_cli6.messageOf)(cause)}`,
          help: `choose another address with ${words.option} HOST:PORT`,
          cause
        })
      );
    });
    server.listen(
      port,
      host,
      () => resolve3({
        port: server.address().port,
        close: () => new Promise((done2) => {
          server.close(() => done2());
          server.closeAllConnections();
        })
      })
    );
  });
}
var METRICS_TYPE = "text/plain; version=0.0.4; charset=utf-8";
function startMetricsListener(render, address, diagnostics) {
  const server = (0, (process.getBuiltinModule("node:http")).createServer)(
    { headersTimeout: 5 * import_cli3.SECOND, requestTimeout: 5 * import_cli3.SECOND },
    (request, response) => {
      const isScrape = request.method === "GET" && request.url === "/metrics";
      if (!isScrape) return void response.writeHead(404).end();
      render().then(
        (text) => response.writeHead(200, { "content-type": METRICS_TYPE }).end(text),
        (thrown) => {
          diagnostics.log("error", "metrics could not be made", { error: (0, import_cli6.messageOf)(thrown) });
          response.writeHead(503).end();
        }
      );
    }
  );
  server.maxConnections = 32;
  return listenAt(server, address, { failure: "metrics cannot be served", option: "--metrics" });
}
function renderAll(metrics) {
  return metrics.map(renderMetric).join("");
}
function gauge(name, help, samples) {
  return { name, type: "gauge", help, samples };
}
function counter(name, help, samples) {
  return { name, type: "counter", help, samples };
}
function residentMemory() {
  return gauge("process_resident_memory_bytes", "Resident memory.", [["", process.memoryUsage.rss()]]);
}
function renderMetric({ name, type, help, samples }) {
  const lines = samples.map(([labels, value]) => `${name}${labels === "" ? "" : `{${labels}}`} ${value}
`);
  return `# HELP ${name} ${help}
# TYPE ${name} ${type}
${lines.join("")}`;
}
function relayMetrics(counts) {
  return [
    gauge("sallyport_relay_connections", "Connections to the relay.", [
      ['state="member"', counts.members],
      ['state="unproven"', counts.unproven]
    ]),
    counter("sallyport_relay_packets_total", "Packets that came to the relay.", [
      ['result="forwarded"', counts.forwarded],
      ['result="dropped"', counts.dropped],
      ['result="overflowed"', counts.overflowed]
    ]),
    counter("sallyport_relay_bytes_total", "Bytes of packets that were forwarded.", [
      ["", counts.forwardedBytes]
    ]),
    counter("sallyport_relay_refusals_total", "Connections that the relay ended, or did not take.", [
      ['when="arriving"', counts.turnedAway],
      ['when="connected"', counts.refused]
    ])
  ];
}
async function renderMetrics(context2) {
  return renderAll([...await storeMetrics(context2), ...processMetrics(context2)]);
}
function startMetricsServer(context2, address) {
  return startMetricsListener(() => renderMetrics(context2), address, context2.diagnostics);
}
async function storeMetrics({ store }) {
  const found = await store.read(async (tx) => ({
    agents: await tx.nodes.count("agent"),
    runners: await tx.nodes.count("runner"),
    people: await tx.nodes.count("person"),
    entries: await tx.log.size(),
    covered: (await tx.log.checkpoint())?.size ?? 0,
    map: await (0, import_chunk_A5BHWNUW.currentMapVersion)(tx)
  }));
  return [
    gauge("sallyport_nodes", "Nodes that are active or suspended.", [
      ['kind="agent"', found.agents],
      ['kind="runner"', found.runners],
      ['kind="person"', found.people]
    ]),
    gauge("sallyport_log_entries", "Entries of the transparency log.", [["", found.entries]]),
    gauge("sallyport_log_checkpoint_size", "Entries that the newest checkpoint covers.", [
      ["", found.covered]
    ]),
    gauge("sallyport_map_version", "Version of the network map.", [["", found.map]])
  ];
}
function processMetrics({ sessions, requests, relay, identity, clock }) {
  const counts = requests.list();
  const labels = ({ route, status }) => `route="${route}",status="${status}"`;
  return [
    gauge("sallyport_sessions", "Control streams that are open here.", [["", sessions.list().length]]),
    gauge("sallyport_key_list_seconds_left", "Until the key list ends.", [
      ["", Math.floor((identity.keyList.notAfter - clock.now()) / import_cli3.SECOND)]
    ]),
    counter(
      "sallyport_requests_total",
      "Requests that were answered.",
      counts.map((each) => [labels(each), each.count])
    ),
    counter(
      "sallyport_request_seconds_total",
      "Time that answering them took.",
      counts.map((each) => [labels(each), each.seconds])
    ),
    ...relayMetrics(relay.counts()),
    residentMemory()
  ];
}
function createRequestCounts() {
  const counts = /* @__PURE__ */ new Map();
  return {
    count(route, status, seconds) {
      const key = `${route} ${status}`;
      const before = counts.get(key) ?? { route, status, count: 0, seconds: 0 };
      counts.set(key, { ...before, count: before.count + 1, seconds: before.seconds + seconds });
    },
    list: () => [...counts.values()]
  };
}
var X_ALREADY_SENT = "x-hono-already-sent";
var defineWebSocketHelper = (handler) => {
  return ((...args) => {
    if (typeof args[0] === "function") {
      const [createEvents, options] = args;
      return async function upgradeWebSocket2(c, next) {
        const result = await handler(c, await createEvents(c), options);
        if (result) return result;
        await next();
      };
    } else {
      const [c, events, options] = args;
      return (async () => {
        const upgraded = await handler(c, events, options);
        if (!upgraded) throw new Error("Failed to upgrade WebSocket");
        return upgraded;
      })();
    }
  });
};
var RequestError = class extends Error {
  constructor(message, options) {
    super(message, options);
    this.name = "RequestError";
  }
};
var nonJoinedHeaders = /* @__PURE__ */ new Set([
  "age",
  "authorization",
  "content-length",
  "content-type",
  "etag",
  "expires",
  "from",
  "host",
  "if-modified-since",
  "if-unmodified-since",
  "last-modified",
  "location",
  "max-forwards",
  "proxy-authorization",
  "referer",
  "retry-after",
  "server",
  "user-agent"
]);
var validHeaderName = /^[!#$%&'*+\-.^_`|~\dA-Za-z]+$/;
var isHttpWhitespace = (code) => code === 9 || code === 10 || code === 13 || code === 32;
var normalizeHeaderValue = (value) => {
  if (!isHttpWhitespace(value.charCodeAt(0)) && !isHttpWhitespace(value.charCodeAt(value.length - 1))) return value;
  let start = 0;
  let end = value.length;
  while (start < end && isHttpWhitespace(value.charCodeAt(start))) start++;
  while (end > start && isHttpWhitespace(value.charCodeAt(end - 1))) end--;
  return value.slice(start, end);
};
var forbiddenHeaderValue = /[\0\r\n]/;
var GlobalHeaders = globalThis.Headers;
var materializeHeaders = (rawHeaders, HeadersCtor = GlobalHeaders) => {
  const headers = new HeadersCtor();
  for (let i = 0; i < rawHeaders.length; i += 2) {
    const name = rawHeaders[i];
    if (!name.startsWith(":")) headers.append(name, rawHeaders[i + 1]);
  }
  return headers;
};
var RequestHeaders = class {
  #incoming;
  #rawHeaders;
  #headers;
  #invalidValue;
  constructor(incoming) {
    this.#incoming = incoming;
    if (incoming instanceof (process.getBuiltinModule("node:http2")).Http2ServerRequest) this.#rawHeaders = incoming.rawHeaders.slice();
  }
  get #lazyRawHeaders() {
    return this.#rawHeaders ??= this.#incoming.rawHeaders.slice();
  }
  get #native() {
    if (!this.#headers) {
      this.#headers = materializeHeaders(this.#lazyRawHeaders);
      this.#rawHeaders = void 0;
    }
    return this.#headers;
  }
  #normalizedName(name) {
    if (typeof name !== "string") return;
    if (!validHeaderName.test(name)) throw new TypeError(`Invalid header name: ${name}`);
    return name.toLowerCase();
  }
  #lookupHttp1(lowerName) {
    const headers = this.#incoming instanceof (process.getBuiltinModule("node:http2")).Http2ServerRequest ? void 0 : this.#incoming.headers;
    if (!headers || nonJoinedHeaders.has(lowerName) || lowerName === "set-cookie" || lowerName === "__proto__") return;
    if (!Object.hasOwn(headers, lowerName)) return null;
    const rawValue = headers[lowerName];
    if (typeof rawValue === "string") {
      const value = normalizeHeaderValue(rawValue);
      return forbiddenHeaderValue.test(value) ? void 0 : value;
    }
  }
  #lookup(rawHeaders, lowerName) {
    const separator = lowerName === "cookie" ? "; " : ", ";
    let value = null;
    for (let i = 0; i < rawHeaders.length; i += 2) {
      const rawName = rawHeaders[i];
      if (rawName.length === lowerName.length && rawName.toLowerCase() === lowerName) {
        const rawValue = normalizeHeaderValue(rawHeaders[i + 1]);
        if (forbiddenHeaderValue.test(rawValue)) {
          this.#invalidValue = true;
          return;
        }
        value = value === null ? rawValue : value + separator + rawValue;
      }
    }
    return value;
  }
  append(name, value) {
    this.#native.append(name, value);
  }
  delete(name) {
    this.#native.delete(name);
  }
  get(name) {
    const lowerName = this.#normalizedName(name);
    if (lowerName && !this.#headers && !this.#invalidValue) {
      const http1Value = this.#lookupHttp1(lowerName);
      if (http1Value !== void 0) return http1Value;
      const value = this.#lookup(this.#lazyRawHeaders, lowerName);
      if (value !== void 0) return value;
    }
    return this.#native.get(name);
  }
  has(name) {
    const lowerName = this.#normalizedName(name);
    if (lowerName && !this.#headers && !this.#invalidValue) {
      const http1Value = this.#lookupHttp1(lowerName);
      if (http1Value !== void 0) return http1Value !== null;
      const value = this.#lookup(this.#lazyRawHeaders, lowerName);
      if (value !== void 0) return value !== null;
    }
    return this.#native.has(name);
  }
  set(name, value) {
    this.#native.set(name, value);
  }
  getSetCookie() {
    return this.#native.getSetCookie();
  }
  keys() {
    return this.#native.keys();
  }
  values() {
    return this.#native.values();
  }
  entries() {
    return this.#native.entries();
  }
  forEach(callback, thisArg) {
    this.#native.forEach((value, key) => {
      callback.call(thisArg, value, key, this);
    });
  }
  [Symbol.iterator]() {
    return this.entries();
  }
};
Object.defineProperty(RequestHeaders.prototype, /* @__PURE__ */ Symbol.for("nodejs.util.inspect.custom"), { value: function(depth, options, inspectFn) {
  return `Headers (lightweight) ${inspectFn(Object.fromEntries(this), {
    ...options,
    depth: depth == null ? null : depth - 1
  })}`;
} });
Object.setPrototypeOf(RequestHeaders.prototype, GlobalHeaders.prototype);
var newHeadersFromIncoming = (incoming) => globalThis.Headers === GlobalHeaders ? new RequestHeaders(incoming) : materializeHeaders(incoming.rawHeaders, globalThis.Headers);
var reValidRequestUrl = /^\/[!#$&-;=?-\[\]_a-z~]*$/;
var reDotSegment = /\/\.\.?(?:[/?#]|$)/;
var reValidHost = /^[a-z0-9._-]+(?::(?:[1-5]\d{3,4}|[6-9]\d{3}))?$/;
var validateRequestTarget = (target) => {
  const backslash = target.indexOf("\\");
  if (backslash !== -1) {
    const query = target.indexOf("?");
    if (query === -1 || backslash < query) throw new RequestError("Backslash in request path");
  }
};
var buildUrl = (scheme, host, incomingUrl) => {
  const url = `${scheme}://${host}${incomingUrl}`;
  if (!reValidHost.test(host)) {
    validateRequestTarget(incomingUrl);
    const urlObj = new URL(url);
    if (urlObj.hostname.length !== host.length && urlObj.hostname !== (host.includes(":") ? host.replace(/:\d+$/, "") : host).toLowerCase()) throw new RequestError("Invalid host header");
    return urlObj.href;
  } else if (incomingUrl.length === 0) return url + "/";
  else {
    if (incomingUrl.charCodeAt(0) !== 47) throw new RequestError("Invalid URL");
    if (!reValidRequestUrl.test(incomingUrl) || reDotSegment.test(incomingUrl)) {
      validateRequestTarget(incomingUrl);
      return new URL(url).href;
    }
    return url;
  }
};
var toRequestError = (e) => {
  if (e instanceof RequestError) return e;
  return new RequestError(e.message, { cause: e });
};
var GlobalRequest = global.Request;
var Request$1 = class extends GlobalRequest {
  constructor(input, options) {
    if (typeof input === "object" && getRequestCache in input) {
      const hasReplacementBody = options !== void 0 && "body" in options && options.body != null;
      if (input[bodyConsumedDirectlyKey] && !hasReplacementBody) throw new TypeError("Cannot construct a Request with a Request object that has already been used.");
      input = input[getRequestCache]();
    }
    if (typeof options?.body?.getReader !== "undefined") options.duplex ??= "half";
    super(input, options);
  }
};
var wrapBodyStream = /* @__PURE__ */ Symbol("wrapBodyStream");
var byteExactEncodings = /* @__PURE__ */ new Set([
  "latin1",
  "binary",
  "hex",
  "base64",
  "base64url"
]);
var isByteExactEncoding = (encoding) => encoding === null || byteExactEncodings.has(encoding);
var bodyBufferedBeforeDisconnectKey = /* @__PURE__ */ Symbol("bodyBufferedBeforeDisconnect");
var bodyBufferedLengthBeforeDisconnectKey = /* @__PURE__ */ Symbol("bodyBufferedLengthBeforeDisconnect");
var toBufferChunk = (chunk, encoding) => Buffer.isBuffer(chunk) ? chunk : Buffer.from(chunk, encoding ?? "utf8");
var isRecoverableDisconnectedIncoming = (incoming) => !(incoming instanceof (process.getBuiltinModule("node:http2")).Http2ServerRequest) && !!incoming.complete && !!incoming.readableAborted && typeof incoming.read === "function" && isByteExactEncoding(incoming.readableEncoding);
var recordBodyBufferedBeforeDisconnect = (incoming) => {
  if (incoming.readableDidRead || !isRecoverableDisconnectedIncoming(incoming)) return;
  const incomingWithRecovery = incoming;
  incomingWithRecovery[bodyBufferedLengthBeforeDisconnectKey] ??= incoming.readableLength;
};
var readBodyBufferedBeforeDisconnect = (incoming, chunks) => {
  if (incoming.readableDidRead && !chunks || !isRecoverableDisconnectedIncoming(incoming)) return;
  const incomingWithRecovery = incoming;
  if (incomingWithRecovery[bodyBufferedBeforeDisconnectKey] !== void 0) return incomingWithRecovery[bodyBufferedBeforeDisconnectKey];
  let result;
  const errored = incoming.errored;
  if (errored && errored.code !== "ECONNRESET") result = errored;
  else if (incomingWithRecovery[bodyBufferedLengthBeforeDisconnectKey] !== void 0 && incoming.readableLength !== incomingWithRecovery[bodyBufferedLengthBeforeDisconnectKey]) result = newBodyUnusableError();
  else {
    const bodyChunks = chunks ?? [];
    const chunk = incoming.read();
    if (chunk !== null) bodyChunks.push(toBufferChunk(chunk, incoming.readableEncoding));
    const buffer = bodyChunks.length === 1 ? bodyChunks[0] : Buffer.concat(bodyChunks);
    result = buffer;
    const contentLength = incoming.headers["content-length"];
    if (typeof contentLength === "string" && /^\d+$/.test(contentLength)) {
      const expectedLength = Number(contentLength);
      if (Number.isSafeInteger(expectedLength) && buffer.length !== expectedLength) result = newBodyUnusableError();
    }
  }
  incomingWithRecovery[bodyBufferedBeforeDisconnectKey] = result;
  return result;
};
var enqueueBufferedBody = (controller, buffered) => {
  if (buffered instanceof Error) {
    controller.error(buffered);
    return;
  }
  if (buffered.length > 0) controller.enqueue(buffered);
  controller.close();
};
var newRequestFromIncoming = (method, url, headers, incoming, abortController) => {
  const init = {
    method,
    headers,
    signal: abortController.signal
  };
  if (method === "TRACE") {
    init.method = "GET";
    const req = new Request$1(url, init);
    Object.defineProperty(req, "method", { get() {
      return "TRACE";
    } });
    return req;
  }
  if (!(method === "GET" || method === "HEAD")) if ("rawBody" in incoming && incoming.rawBody instanceof Buffer) init.body = new ReadableStream({ start(controller) {
    controller.enqueue(incoming.rawBody);
    controller.close();
  } });
  else if (incoming[wrapBodyStream]) {
    let reader;
    init.body = new ReadableStream({ async pull(controller) {
      try {
        if (!reader) {
          const buffered = readBodyBufferedBeforeDisconnect(incoming);
          if (buffered !== void 0) {
            enqueueBufferedBody(controller, buffered);
            return;
          }
        }
        reader ||= import_node_stream.Readable.toWeb(incoming).getReader();
        const { done: done2, value } = await reader.read();
        if (done2) controller.close();
        else controller.enqueue(value);
      } catch (error) {
        controller.error(error);
      }
    } });
  } else {
    const buffered = readBodyBufferedBeforeDisconnect(incoming);
    if (buffered !== void 0) init.body = new ReadableStream({ start(controller) {
      enqueueBufferedBody(controller, buffered);
    } });
    else init.body = import_node_stream.Readable.toWeb(incoming);
  }
  return new Request$1(url, init);
};
var getRequestCache = /* @__PURE__ */ Symbol("getRequestCache");
var requestCache = /* @__PURE__ */ Symbol("requestCache");
var incomingKey = /* @__PURE__ */ Symbol("incomingKey");
var urlKey = /* @__PURE__ */ Symbol("urlKey");
var methodKey = /* @__PURE__ */ Symbol("methodKey");
var headersKey = /* @__PURE__ */ Symbol("headersKey");
var abortControllerKey = /* @__PURE__ */ Symbol("abortControllerKey");
var getAbortController = /* @__PURE__ */ Symbol("getAbortController");
var abortRequest = /* @__PURE__ */ Symbol("abortRequest");
var bodyBufferKey = /* @__PURE__ */ Symbol("bodyBuffer");
var bodyReadPromiseKey = /* @__PURE__ */ Symbol("bodyReadPromise");
var bodyConsumedDirectlyKey = /* @__PURE__ */ Symbol("bodyConsumedDirectly");
var bodyLockReaderKey = /* @__PURE__ */ Symbol("bodyLockReader");
var abortReasonKey = /* @__PURE__ */ Symbol("abortReason");
var newBodyUnusableError = () => {
  return /* @__PURE__ */ new TypeError("Body is unusable");
};
var rejectBodyUnusable = () => {
  return Promise.reject(newBodyUnusableError());
};
var textDecoder = new TextDecoder();
var consumeBodyDirectOnce = (request) => {
  if (request[bodyConsumedDirectlyKey]) return rejectBodyUnusable();
  request[bodyConsumedDirectlyKey] = true;
};
var toArrayBuffer = (buf) => {
  return buf.buffer.slice(buf.byteOffset, buf.byteOffset + buf.byteLength);
};
var contentType = (request) => {
  return (request[headersKey] ||= newHeadersFromIncoming(request[incomingKey])).get("content-type") || "";
};
var methodTokenRegExp = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;
var normalizeIncomingMethod = (method) => {
  if (typeof method !== "string" || method.length === 0) return "GET";
  switch (method) {
    case "DELETE":
    case "GET":
    case "HEAD":
    case "OPTIONS":
    case "PATCH":
    case "POST":
    case "PUT":
    case "QUERY":
      return method;
  }
  const upper = method.toUpperCase();
  switch (upper) {
    case "DELETE":
    case "GET":
    case "HEAD":
    case "OPTIONS":
    case "POST":
    case "PUT":
      return upper;
    default:
      return method;
  }
};
var validateDirectReadMethod = (method) => {
  if (!methodTokenRegExp.test(method)) return /* @__PURE__ */ new TypeError(`'${method}' is not a valid HTTP method.`);
  const normalized = method.toUpperCase();
  if (normalized === "CONNECT" || normalized === "TRACK" || normalized === "TRACE" && method !== "TRACE") return /* @__PURE__ */ new TypeError(`'${method}' HTTP method is unsupported.`);
};
var readBodyWithFastPath = (request, method, fromBuffer) => {
  if (request[bodyConsumedDirectlyKey]) return rejectBodyUnusable();
  const methodName = request.method;
  if (methodName === "GET" || methodName === "HEAD") return request[getRequestCache]()[method]();
  const methodValidationError = validateDirectReadMethod(methodName);
  if (methodValidationError) return Promise.reject(methodValidationError);
  if (request[requestCache]) {
    if (methodName !== "TRACE") return request[requestCache][method]();
  }
  const alreadyUsedError = consumeBodyDirectOnce(request);
  if (alreadyUsedError) return alreadyUsedError;
  const raw2 = readRawBodyIfAvailable(request);
  if (raw2) {
    const result = Promise.resolve(fromBuffer(raw2, request));
    request[bodyBufferKey] = void 0;
    return result;
  }
  return readBodyDirect(request).then((buf) => {
    const result = fromBuffer(buf, request);
    request[bodyBufferKey] = void 0;
    return result;
  });
};
var readRawBodyIfAvailable = (request) => {
  const incoming = request[incomingKey];
  if ("rawBody" in incoming && incoming.rawBody instanceof Buffer) return incoming.rawBody;
};
var normalizeAbortError = (request, incoming) => {
  if (incoming.errored) return incoming.errored;
  const reason = request[abortReasonKey];
  if (reason !== void 0) return reason instanceof Error ? reason : new Error(String(reason));
  return /* @__PURE__ */ new Error("Client connection prematurely closed.");
};
var readBodyDirect = (request) => {
  if (request[bodyBufferKey]) return Promise.resolve(request[bodyBufferKey]);
  if (request[bodyReadPromiseKey]) return request[bodyReadPromiseKey];
  const incoming = request[incomingKey];
  if (incoming.readableDidRead) return rejectBodyUnusable();
  const buffered = readBodyBufferedBeforeDisconnect(incoming);
  if (buffered !== void 0) {
    if (buffered instanceof Error) return Promise.reject(buffered);
    request[bodyBufferKey] = buffered;
    return Promise.resolve(buffered);
  }
  const promise = new Promise((resolve3, reject) => {
    const chunks = [];
    let settled = false;
    const finish = (callback) => {
      if (settled) return;
      settled = true;
      cleanup();
      callback();
    };
    const recoverCompleteBodyAfterDisconnect = (error) => {
      const streamError = incoming.errored ?? error;
      if (!isRecoverableDisconnectedIncoming(incoming) || streamError && streamError.code !== "ECONNRESET") return false;
      finish(() => {
        const recovered = readBodyBufferedBeforeDisconnect(incoming, chunks);
        if (recovered instanceof Error) reject(recovered);
        else if (recovered === void 0) reject(error ?? normalizeAbortError(request, incoming));
        else {
          request[bodyBufferKey] = recovered;
          resolve3(recovered);
        }
      });
      return true;
    };
    const onData = (chunk) => {
      chunks.push(toBufferChunk(chunk, incoming.readableEncoding));
    };
    const onEnd = () => {
      finish(() => {
        const buffer = chunks.length === 1 ? chunks[0] : Buffer.concat(chunks);
        request[bodyBufferKey] = buffer;
        resolve3(buffer);
      });
    };
    const onError = (error) => {
      if (recoverCompleteBodyAfterDisconnect(error)) return;
      finish(() => {
        reject(error);
      });
    };
    const onClose = () => {
      if (incoming.readableEnded) {
        onEnd();
        return;
      }
      if (recoverCompleteBodyAfterDisconnect()) return;
      finish(() => {
        reject(normalizeAbortError(request, incoming));
      });
    };
    const cleanup = () => {
      incoming.off("data", onData);
      incoming.off("end", onEnd);
      incoming.off("error", onError);
      incoming.off("close", onClose);
      request[bodyReadPromiseKey] = void 0;
    };
    incoming.on("data", onData);
    incoming.on("end", onEnd);
    incoming.on("error", onError);
    incoming.on("close", onClose);
    queueMicrotask(() => {
      if (settled) return;
      if (incoming.readableEnded) onEnd();
      else if (incoming.errored) onError(incoming.errored);
      else if (incoming.destroyed) onClose();
    });
  });
  request[bodyReadPromiseKey] = promise;
  return promise;
};
var requestPrototype = {
  get method() {
    return this[methodKey];
  },
  get url() {
    return this[urlKey];
  },
  get headers() {
    return this[headersKey] ||= newHeadersFromIncoming(this[incomingKey]);
  },
  [abortRequest](reason) {
    if (this[abortReasonKey] === void 0) this[abortReasonKey] = reason;
    const abortController = this[abortControllerKey];
    if (abortController && !abortController.signal.aborted) abortController.abort(reason);
  },
  [getAbortController]() {
    this[abortControllerKey] ||= new AbortController();
    if (this[abortReasonKey] !== void 0 && !this[abortControllerKey].signal.aborted) this[abortControllerKey].abort(this[abortReasonKey]);
    return this[abortControllerKey];
  },
  [getRequestCache]() {
    const abortController = this[getAbortController]();
    if (this[requestCache]) return this[requestCache];
    const method = this.method;
    if (this[bodyConsumedDirectlyKey] && !(method === "GET" || method === "HEAD")) {
      this[bodyBufferKey] = void 0;
      const init = {
        method: method === "TRACE" ? "GET" : method,
        headers: this.headers,
        signal: abortController.signal
      };
      if (method !== "TRACE") {
        init.body = new ReadableStream({ start(c) {
          c.close();
        } });
        init.duplex = "half";
      }
      const req = new Request$1(this[urlKey], init);
      if (method === "TRACE") Object.defineProperty(req, "method", { get() {
        return "TRACE";
      } });
      return this[requestCache] = req;
    }
    return this[requestCache] = newRequestFromIncoming(this.method, this[urlKey], this.headers, this[incomingKey], abortController);
  },
  get body() {
    if (!this[bodyConsumedDirectlyKey]) return this[getRequestCache]().body;
    const request = this[getRequestCache]();
    if (!this[bodyLockReaderKey] && request.body) this[bodyLockReaderKey] = request.body.getReader();
    return request.body;
  },
  get bodyUsed() {
    if (this[bodyConsumedDirectlyKey]) return true;
    if (this[requestCache]) return this[requestCache].bodyUsed;
    return false;
  }
};
Object.defineProperty(requestPrototype, "signal", { get() {
  return this[getAbortController]().signal;
} });
[
  "cache",
  "credentials",
  "destination",
  "duplex",
  "integrity",
  "mode",
  "redirect",
  "referrer",
  "referrerPolicy",
  "keepalive"
].forEach((k) => {
  Object.defineProperty(requestPrototype, k, { get() {
    return this[getRequestCache]()[k];
  } });
});
["clone", "formData"].forEach((k) => {
  Object.defineProperty(requestPrototype, k, { value: function() {
    if (this[bodyConsumedDirectlyKey]) {
      if (k === "clone") throw newBodyUnusableError();
      return rejectBodyUnusable();
    }
    return this[getRequestCache]()[k]();
  } });
});
Object.defineProperty(requestPrototype, "text", { value: function() {
  return readBodyWithFastPath(this, "text", (buf) => textDecoder.decode(buf));
} });
Object.defineProperty(requestPrototype, "arrayBuffer", { value: function() {
  return readBodyWithFastPath(this, "arrayBuffer", (buf) => toArrayBuffer(buf));
} });
Object.defineProperty(requestPrototype, "blob", { value: function() {
  return readBodyWithFastPath(this, "blob", (buf, request) => {
    const type = contentType(request);
    const init = type ? { headers: { "content-type": type } } : void 0;
    return new Response(buf, init).blob();
  });
} });
Object.defineProperty(requestPrototype, "json", { value: function() {
  if (this[bodyConsumedDirectlyKey]) return rejectBodyUnusable();
  return this.text().then(JSON.parse);
} });
Object.defineProperty(requestPrototype, /* @__PURE__ */ Symbol.for("nodejs.util.inspect.custom"), { value: function(depth, options, inspectFn) {
  return `Request (lightweight) ${inspectFn({
    method: this.method,
    url: this.url,
    headers: this.headers,
    nativeRequest: this[requestCache]
  }, {
    ...options,
    depth: depth == null ? null : depth - 1
  })}`;
} });
Object.setPrototypeOf(requestPrototype, Request$1.prototype);
var newRequest = (incoming, defaultHostname) => {
  const req = Object.create(requestPrototype);
  req[incomingKey] = incoming;
  req[methodKey] = normalizeIncomingMethod(incoming.method);
  const incomingUrl = incoming.url || "";
  if (incomingUrl[0] !== "/" && (incomingUrl.startsWith("http://") || incomingUrl.startsWith("https://"))) {
    if (incoming instanceof (process.getBuiltinModule("node:http2")).Http2ServerRequest) throw new RequestError("Absolute URL for :path is not allowed in HTTP/2");
    try {
      validateRequestTarget(incomingUrl);
      req[urlKey] = new URL(incomingUrl).href;
    } catch (e) {
      throw new RequestError("Invalid absolute URL", { cause: e });
    }
    return req;
  }
  const host = (incoming instanceof (process.getBuiltinModule("node:http2")).Http2ServerRequest ? incoming.authority : incoming.headers.host) || defaultHostname;
  if (!host) throw new RequestError("Missing host header");
  let scheme;
  if (incoming instanceof (process.getBuiltinModule("node:http2")).Http2ServerRequest) {
    scheme = incoming.scheme;
    if (!(scheme === "http" || scheme === "https")) throw new RequestError("Unsupported scheme");
  } else scheme = incoming.socket && incoming.socket.encrypted ? "https" : "http";
  try {
    req[urlKey] = buildUrl(scheme, host, incomingUrl);
  } catch (e) {
    if (e instanceof RequestError) throw e;
    else throw new RequestError("Invalid URL", { cause: e });
  }
  return req;
};
var defaultContentType = "text/plain; charset=UTF-8";
var responseCache = /* @__PURE__ */ Symbol("responseCache");
var getResponseCache = /* @__PURE__ */ Symbol("getResponseCache");
var cacheKey = /* @__PURE__ */ Symbol("cache");
var GlobalResponse = global.Response;
var Response$1 = class Response$12 {
  #body;
  #init;
  [getResponseCache]() {
    const cache = this[cacheKey];
    const liveHeaders = cache && cache[2] instanceof Headers ? cache[2] : void 0;
    delete this[cacheKey];
    return this[responseCache] ||= new GlobalResponse(this.#body, liveHeaders ? {
      status: this.#init?.status,
      statusText: this.#init?.statusText,
      headers: liveHeaders
    } : this.#init);
  }
  constructor(body, init) {
    let headers;
    this.#body = body;
    if (init instanceof GlobalResponse) {
      const cachedGlobalResponse = init[responseCache];
      if (cachedGlobalResponse) {
        this.#init = cachedGlobalResponse;
        this[getResponseCache]();
        return;
      }
      this.#init = init instanceof Response$12 ? init.#init : init;
      headers = new Headers(init.headers);
    } else this.#init = init;
    if (body == null || typeof body === "string" || typeof body?.getReader !== "undefined" || body instanceof Blob || body instanceof Uint8Array) this[cacheKey] = [
      init?.status || 200,
      body ?? null,
      headers || init?.headers
    ];
  }
  get headers() {
    const cache = this[cacheKey];
    if (cache) {
      if (!(cache[2] instanceof Headers)) cache[2] = new Headers(cache[2] || (cache[1] === null ? void 0 : { "content-type": defaultContentType }));
      return cache[2];
    }
    return this[getResponseCache]().headers;
  }
  get status() {
    return this[cacheKey]?.[0] ?? this[getResponseCache]().status;
  }
  get ok() {
    const status = this.status;
    return status >= 200 && status < 300;
  }
};
[
  "body",
  "bodyUsed",
  "redirected",
  "statusText",
  "trailers",
  "type",
  "url"
].forEach((k) => {
  Object.defineProperty(Response$1.prototype, k, { get() {
    return this[getResponseCache]()[k];
  } });
});
[
  "arrayBuffer",
  "blob",
  "clone",
  "formData",
  "json",
  "text"
].forEach((k) => {
  Object.defineProperty(Response$1.prototype, k, { value: function() {
    return this[getResponseCache]()[k]();
  } });
});
Object.defineProperty(Response$1.prototype, /* @__PURE__ */ Symbol.for("nodejs.util.inspect.custom"), { value: function(depth, options, inspectFn) {
  return `Response (lightweight) ${inspectFn({
    status: this.status,
    headers: this.headers,
    ok: this.ok,
    nativeResponse: this[responseCache]
  }, {
    ...options,
    depth: depth == null ? null : depth - 1
  })}`;
} });
Object.setPrototypeOf(Response$1, GlobalResponse);
Object.setPrototypeOf(Response$1.prototype, GlobalResponse.prototype);
var validRedirectUrl = /^https?:\/\/[!#-;=?-[\]_a-z~A-Z]+$/;
var parseRedirectUrl = (url) => {
  if (url instanceof URL) return url.href;
  if (validRedirectUrl.test(url)) return url;
  return new URL(url).href;
};
var validRedirectStatuses = /* @__PURE__ */ new Set([
  301,
  302,
  303,
  307,
  308
]);
Object.defineProperty(Response$1, "redirect", {
  value: function redirect(url, status = 302) {
    if (!validRedirectStatuses.has(status)) throw new RangeError("Invalid status code");
    return new Response$1(null, {
      status,
      headers: { location: parseRedirectUrl(url) }
    });
  },
  writable: true,
  configurable: true
});
Object.defineProperty(Response$1, "json", {
  value: function json(data, init) {
    const body = JSON.stringify(data);
    if (body === void 0) throw new TypeError("The data is not JSON serializable");
    const initHeaders = init?.headers;
    let headers;
    if (initHeaders) {
      headers = new Headers(initHeaders);
      if (!headers.has("content-type")) headers.set("content-type", "application/json");
    } else headers = { "content-type": "application/json" };
    return new Response$1(body, {
      status: init?.status ?? 200,
      statusText: init?.statusText,
      headers
    });
  },
  writable: true,
  configurable: true
});
async function readWithoutBlocking(readPromise) {
  return Promise.race([readPromise, Promise.resolve().then(() => Promise.resolve(void 0))]);
}
function writeFromReadableStreamDefaultReader(reader, writable, currentReadPromise) {
  const cancel = (error) => {
    reader.cancel(error).catch(() => {
    });
  };
  const stream = writable.stream;
  if (writable.destroyed || stream?.closed || stream?.destroyed) {
    cancel();
    return reader.closed;
  }
  writable.on("close", cancel);
  writable.on("error", cancel);
  (currentReadPromise ?? reader.read()).then(flow, handleStreamError);
  return reader.closed.finally(() => {
    writable.off("close", cancel);
    writable.off("error", cancel);
  });
  function handleStreamError(error) {
    if (error) writable.destroy(error);
  }
  function onDrain() {
    reader.read().then(flow, handleStreamError);
  }
  function flow({ done: done2, value }) {
    try {
      if (done2) writable.end();
      else if (!writable.write(value)) writable.once("drain", onDrain);
      else reader.read().then(flow, handleStreamError);
    } catch (e) {
      handleStreamError(e);
    }
  }
}
function writeFromReadableStream(stream, writable) {
  if (stream.locked) throw new TypeError("ReadableStream is locked.");
  else if (writable.destroyed) {
    stream.cancel().catch(() => {
    });
    return;
  }
  return writeFromReadableStreamDefaultReader(stream.getReader(), writable);
}
var buildOutgoingHttpHeaders = (headers, defaultContentType2) => {
  const res = {};
  if (!(headers instanceof Headers)) headers = new Headers(headers ?? void 0);
  if (headers.has("set-cookie")) {
    const cookies = [];
    for (const [k, v] of headers) if (k === "set-cookie") cookies.push(v);
    else res[k] = v;
    if (cookies.length > 0) res["set-cookie"] = cookies;
  } else for (const [k, v] of headers) res[k] = v;
  if (defaultContentType2) res["content-type"] ??= defaultContentType2;
  return res;
};
var outgoingEnded = /* @__PURE__ */ Symbol("outgoingEnded");
var incomingDraining = /* @__PURE__ */ Symbol("incomingDraining");
var DRAIN_TIMEOUT_MS = 500;
var MAX_DRAIN_BYTES = 64 * 1024 * 1024;
var drainIncoming = (incoming) => {
  const incomingWithDrainState = incoming;
  if (incoming.destroyed || incomingWithDrainState[incomingDraining]) return;
  incomingWithDrainState[incomingDraining] = true;
  if (incoming instanceof (process.getBuiltinModule("node:http2")).Http2ServerRequest) {
    try {
      incoming.stream?.close?.((process.getBuiltinModule("node:http2")).constants.NGHTTP2_NO_ERROR);
    } catch {
    }
    return;
  }
  let bytesRead = 0;
  const cleanup = () => {
    clearTimeout(timer);
    incoming.off("data", onData);
    incoming.off("end", cleanup);
    incoming.off("error", cleanup);
  };
  const forceClose = () => {
    cleanup();
    const socket = incoming.socket;
    if (socket && !socket.destroyed) {
      if (typeof socket.destroySoon === "function") socket.destroySoon();
      else if (typeof socket.destroy === "function") socket.destroy();
    }
  };
  const timer = setTimeout(forceClose, DRAIN_TIMEOUT_MS);
  timer.unref?.();
  const onData = (chunk) => {
    bytesRead += chunk.length;
    if (bytesRead > MAX_DRAIN_BYTES) forceClose();
  };
  incoming.on("data", onData);
  incoming.on("end", cleanup);
  incoming.on("error", cleanup);
  incoming.resume();
};
var makeCloseHandler = (req, incoming, outgoing, needsBodyCleanup) => () => {
  if (incoming.errored) {
    recordBodyBufferedBeforeDisconnect(incoming);
    req[abortRequest](incoming.errored.toString());
  } else if (!outgoing.writableFinished || incoming instanceof (process.getBuiltinModule("node:http2")).Http2ServerRequest && incoming.aborted) {
    recordBodyBufferedBeforeDisconnect(incoming);
    req[abortRequest]("Client connection prematurely closed.");
  }
  if (needsBodyCleanup && !incoming.readableEnded) setTimeout(() => {
    if (!incoming.readableEnded) setTimeout(() => {
      drainIncoming(incoming);
    });
  });
};
var isImmediateCacheableResponse = (res) => {
  if (!(cacheKey in res)) return false;
  const body = res[cacheKey][1];
  return body === null || typeof body === "string" || body instanceof Uint8Array;
};
var handleRequestError = () => new Response(null, { status: 400 });
var handleFetchError = (e) => new Response(null, { status: e instanceof Error && (e.name === "TimeoutError" || e.constructor.name === "TimeoutError") ? 504 : 500 });
var handleResponseError = (e, outgoing) => {
  const err = e instanceof Error ? e : new Error("unknown error", { cause: e });
  if (err.code === "ERR_STREAM_PREMATURE_CLOSE") console.info("The user aborted a request.");
  else {
    console.error(e);
    if (!outgoing.headersSent) {
      if (outgoing instanceof (process.getBuiltinModule("node:http")).ServerResponse) outgoing._contentLength = null;
      outgoing.writeHead(500, { "Content-Type": "text/plain" });
    }
    outgoing.end(`Error: ${err.message}`);
    outgoing.destroy(err);
  }
};
var flushHeaders = (outgoing) => {
  if ("flushHeaders" in outgoing && outgoing.writable) outgoing.flushHeaders();
};
var trySetContentLength = (outgoing, status, length) => {
  const http1 = outgoing;
  if (http1._contentLength === null && http1._hasBody && http1.useChunkedEncodingByDefault && !http1._removedContLen && status >= 200 && status !== 204 && status !== 304 && !outgoing.hasHeader("content-length") && !outgoing.hasHeader("transfer-encoding") && !outgoing.hasHeader("trailer")) {
    http1._contentLength = length;
    return true;
  }
  return false;
};
var writeDefaultHeaders = (outgoing, status, length) => {
  if (trySetContentLength(outgoing, status, length)) outgoing.writeHead(status, { "Content-Type": defaultContentType });
  else outgoing.writeHead(status, {
    "Content-Type": defaultContentType,
    "Content-Length": length
  });
};
var responseViaCache = async (res, outgoing) => {
  let [status, body, header2] = res[cacheKey];
  if (!header2) {
    if (body === null) {
      outgoing.writeHead(status);
      outgoing.end();
    } else if (typeof body === "string") {
      writeDefaultHeaders(outgoing, status, Buffer.byteLength(body));
      outgoing.end(body);
    } else if (body instanceof Uint8Array) {
      writeDefaultHeaders(outgoing, status, body.byteLength);
      outgoing.end(body);
    } else if (body instanceof Blob) {
      writeDefaultHeaders(outgoing, status, body.size);
      outgoing.end(new Uint8Array(await body.arrayBuffer()));
    } else {
      outgoing.writeHead(status, { "Content-Type": defaultContentType });
      flushHeaders(outgoing);
      await writeFromReadableStream(body, outgoing)?.catch((e) => handleResponseError(e, outgoing));
    }
    outgoing[outgoingEnded]?.();
    return;
  }
  let hasContentLength = false;
  let plainHeaders = false;
  let canAutoLength = true;
  if (header2 instanceof Headers) {
    hasContentLength = header2.has("content-length");
    header2 = buildOutgoingHttpHeaders(header2, body === null ? void 0 : defaultContentType);
  } else if (Array.isArray(header2)) {
    const headerObj = new Headers(header2);
    hasContentLength = headerObj.has("content-length");
    header2 = buildOutgoingHttpHeaders(headerObj, body === null ? void 0 : defaultContentType);
  } else {
    plainHeaders = true;
    for (const key in header2) {
      if (key.length === 14 && key.toLowerCase() === "content-length") {
        hasContentLength = true;
        break;
      }
      if (key.length === 17 && key.toLowerCase() === "transfer-encoding" || key.length === 7 && key.toLowerCase() === "trailer") canAutoLength = false;
    }
  }
  if (!hasContentLength) {
    let length;
    if (typeof body === "string") length = Buffer.byteLength(body);
    else if (body instanceof Uint8Array) length = body.byteLength;
    else if (body instanceof Blob) length = body.size;
    if (length !== void 0 && (!plainHeaders || !canAutoLength || !trySetContentLength(outgoing, status, length))) {
      if (plainHeaders) header2 = { ...header2 };
      header2["Content-Length"] = length;
    }
  }
  outgoing.writeHead(status, header2);
  if (body == null) outgoing.end();
  else if (typeof body === "string" || body instanceof Uint8Array) outgoing.end(body);
  else if (body instanceof Blob) outgoing.end(new Uint8Array(await body.arrayBuffer()));
  else {
    flushHeaders(outgoing);
    await writeFromReadableStream(body, outgoing)?.catch((e) => handleResponseError(e, outgoing));
  }
  outgoing[outgoingEnded]?.();
};
var isPromise = (res) => typeof res.then === "function";
var responseViaResponseObject = async (res, outgoing, options = {}) => {
  if (isPromise(res)) if (options.errorHandler) try {
    res = await res;
  } catch (err) {
    const errRes = await options.errorHandler(err);
    if (!errRes) return;
    res = errRes;
  }
  else res = await res.catch(handleFetchError);
  if (cacheKey in res) return responseViaCache(res, outgoing);
  const resHeaderRecord = buildOutgoingHttpHeaders(res.headers, res.body === null ? void 0 : defaultContentType);
  if (res.body) {
    const reader = res.body.getReader();
    const values = [];
    let done2 = false;
    let currentReadPromise = void 0;
    if (resHeaderRecord["transfer-encoding"] !== "chunked") {
      let maxReadCount = 2;
      for (let i = 0; i < maxReadCount; i++) {
        currentReadPromise ||= reader.read();
        const chunk = await readWithoutBlocking(currentReadPromise);
        if (!chunk) {
          if (i === 1) {
            await new Promise((resolve3) => setTimeout(resolve3));
            maxReadCount = 3;
            continue;
          }
          break;
        }
        currentReadPromise = void 0;
        if (chunk.value) values.push(chunk.value);
        if (chunk.done) {
          done2 = true;
          break;
        }
      }
      if (done2 && !("content-length" in resHeaderRecord)) resHeaderRecord["content-length"] = values.reduce((acc, value) => acc + value.length, 0);
    }
    outgoing.writeHead(res.status, resHeaderRecord);
    values.forEach((value) => {
      outgoing.write(value);
    });
    if (done2) outgoing.end();
    else {
      if (values.length === 0) flushHeaders(outgoing);
      await writeFromReadableStreamDefaultReader(reader, outgoing, currentReadPromise);
    }
  } else if (resHeaderRecord[X_ALREADY_SENT]) {
  } else {
    outgoing.writeHead(res.status, resHeaderRecord);
    outgoing.end();
  }
  outgoing[outgoingEnded]?.();
};
var getRequestListener = (fetchCallback, options = {}) => {
  const autoCleanupIncoming = options.autoCleanupIncoming ?? true;
  if (options.overrideGlobalObjects !== false && global.Request !== Request$1) {
    Object.defineProperty(global, "Request", { value: Request$1 });
    Object.defineProperty(global, "Response", { value: Response$1 });
  }
  return async (incoming, outgoing) => {
    let res, req;
    let needsBodyCleanup = false;
    let closeHandlerAttached = false;
    const ensureCloseHandler = () => {
      if (!req || closeHandlerAttached) return;
      closeHandlerAttached = true;
      outgoing.on("close", makeCloseHandler(req, incoming, outgoing, needsBodyCleanup));
    };
    try {
      req = newRequest(incoming, options.hostname);
      needsBodyCleanup = autoCleanupIncoming && !(incoming.method === "GET" || incoming.method === "HEAD");
      if (needsBodyCleanup) {
        incoming[wrapBodyStream] = true;
        if (incoming instanceof (process.getBuiltinModule("node:http2")).Http2ServerRequest) outgoing[outgoingEnded] = () => {
          if (!incoming.readableEnded) setTimeout(() => {
            if (!incoming.readableEnded) setTimeout(() => {
              incoming.destroy();
              outgoing.destroy();
            });
          });
        };
      }
      res = fetchCallback(req, {
        incoming,
        outgoing
      });
      if (!isPromise(res) && isImmediateCacheableResponse(res)) {
        if (needsBodyCleanup && !incoming.readableEnded) outgoing.once("finish", () => {
          if (!incoming.readableEnded) drainIncoming(incoming);
        });
        return responseViaCache(res, outgoing);
      }
      ensureCloseHandler();
    } catch (e) {
      if (!res) if (options.errorHandler) {
        ensureCloseHandler();
        res = await options.errorHandler(req ? e : toRequestError(e));
        if (!res) return;
      } else if (!req) res = handleRequestError();
      else res = handleFetchError(e);
      else return handleResponseError(e, outgoing);
    }
    try {
      return await responseViaResponseObject(res, outgoing, options);
    } catch (e) {
      return handleResponseError(e, outgoing);
    }
  };
};
var CloseEvent = globalThis.CloseEvent ?? class extends Event {
  #eventInitDict;
  constructor(type, eventInitDict = {}) {
    super(type, eventInitDict);
    this.#eventInitDict = eventInitDict;
  }
  get wasClean() {
    return this.#eventInitDict.wasClean ?? false;
  }
  get code() {
    return this.#eventInitDict.code ?? 0;
  }
  get reason() {
    return this.#eventInitDict.reason ?? "";
  }
};
var ErrorEvent = globalThis.ErrorEvent ?? class extends Event {
  #eventInitDict;
  constructor(type, eventInitDict = {}) {
    super(type, eventInitDict);
    this.#eventInitDict = eventInitDict;
  }
  get message() {
    return this.#eventInitDict.message ?? "";
  }
  get filename() {
    return this.#eventInitDict.filename ?? "";
  }
  get lineno() {
    return this.#eventInitDict.lineno ?? 0;
  }
  get colno() {
    return this.#eventInitDict.colno ?? 0;
  }
  get error() {
    return this.#eventInitDict.error ?? null;
  }
};
var generateConnectionSymbol = () => /* @__PURE__ */ Symbol("connection");
var CONNECTION_SYMBOL_KEY = /* @__PURE__ */ Symbol("CONNECTION_SYMBOL_KEY");
var WAIT_FOR_WEBSOCKET_SYMBOL = /* @__PURE__ */ Symbol("WAIT_FOR_WEBSOCKET_SYMBOL");
var upgradeWebSocket = defineWebSocketHelper(async (c, events, options) => {
  if (c.req.header("upgrade")?.toLowerCase() !== "websocket") return;
  const env = c.env;
  const waitForWebSocket = env[WAIT_FOR_WEBSOCKET_SYMBOL];
  if (!waitForWebSocket || !env.incoming) return new Response(null, { status: 500 });
  const connectionSymbol = generateConnectionSymbol();
  env[CONNECTION_SYMBOL_KEY] = connectionSymbol;
  (async () => {
    let ws;
    try {
      ws = await waitForWebSocket(env.incoming, connectionSymbol);
    } catch {
      return;
    }
    const messagesReceivedInStarting = [];
    const bufferMessage = (data, isBinary) => {
      messagesReceivedInStarting.push([data, isBinary]);
    };
    ws.on("message", bufferMessage);
    const ctx = {
      binaryType: "arraybuffer",
      close(code, reason) {
        ws.close(code, reason);
      },
      protocol: ws.protocol,
      raw: ws,
      get readyState() {
        return ws.readyState;
      },
      send(source, opts) {
        ws.send(source, { compress: opts?.compress });
      },
      url: new URL(c.req.url)
    };
    try {
      events?.onOpen?.(new Event("open"), ctx);
    } catch (e) {
      (options?.onError ?? console.error)(e);
    }
    const handleMessage = (data, isBinary) => {
      const datas = Array.isArray(data) ? data : [data];
      for (const data2 of datas) try {
        events?.onMessage?.(new MessageEvent("message", { data: isBinary ? data2 instanceof ArrayBuffer ? data2 : data2.buffer.slice(data2.byteOffset, data2.byteOffset + data2.byteLength) : typeof data2 === "string" ? data2 : Buffer.from(data2).toString("utf-8") }), ctx);
      } catch (e) {
        (options?.onError ?? console.error)(e);
      }
    };
    ws.off("message", bufferMessage);
    for (const message of messagesReceivedInStarting) handleMessage(...message);
    ws.on("message", (data, isBinary) => {
      handleMessage(data, isBinary);
    });
    ws.on("close", (code, reason) => {
      try {
        events?.onClose?.(new CloseEvent("close", {
          code,
          reason: reason.toString()
        }), ctx);
      } catch (e) {
        (options?.onError ?? console.error)(e);
      }
    });
    ws.on("error", (error) => {
      try {
        events?.onError?.(new ErrorEvent("error", { error }), ctx);
      } catch (e) {
        (options?.onError ?? console.error)(e);
      }
    });
  })();
  return new Response();
});
var HTTPException = class extends Error {
  res;
  status;
  /**
  * Creates an instance of `HTTPException`.
  * @param status - HTTP status code for the exception. Defaults to 500.
  * @param options - Additional options for the exception.
  */
  constructor(status = 500, options) {
    super(options?.message, { cause: options?.cause });
    this.res = options?.res;
    this.status = status;
  }
  /**
  * Returns the response object associated with the exception.
  * If a response object is not provided, a new response is created with the error message and status code.
  * @returns The response object.
  */
  getResponse() {
    if (this.res) return new Response(this.res.body, {
      status: this.status,
      headers: this.res.headers
    });
    return new Response(this.message, { status: this.status });
  }
};
var GET_MATCH_RESULT = /* @__PURE__ */ Symbol();
var bufferToFormData = (arrayBuffer, contentType2) => {
  return new Response(arrayBuffer, { headers: { "Content-Type": contentType2.replace(/^[^;]+/, (mediaType) => mediaType.toLowerCase()) } }).formData();
};
var MAX_NESTED_OBJECTS = 1e4;
var isRawRequest = (request) => "headers" in request;
var parseBody = async (request, options = /* @__PURE__ */ Object.create(null)) => {
  const { all = false, dot = false } = options;
  const mediaType = (isRawRequest(request) ? request.headers : request.raw.headers).get("Content-Type")?.split(";")[0].trim().toLowerCase();
  if (mediaType === "multipart/form-data" || mediaType === "application/x-www-form-urlencoded") return parseFormData(request, {
    all,
    dot
  });
  return {};
};
async function parseFormData(request, options) {
  if (!isRawRequest(request) && request.bodyCache.formData) return convertFormDataToBodyData(await request.bodyCache.formData, options);
  const headers = isRawRequest(request) ? request.headers : request.raw.headers;
  const arrayBuffer = await request.arrayBuffer();
  const formDataPromise = bufferToFormData(arrayBuffer, headers.get("Content-Type") || "");
  if (!isRawRequest(request)) request.bodyCache.formData = formDataPromise;
  const formData = await formDataPromise;
  if (formData) return convertFormDataToBodyData(formData, options);
  return {};
}
function convertFormDataToBodyData(formData, options) {
  const form = /* @__PURE__ */ Object.create(null);
  const nestingState = { count: 0 };
  formData.forEach((value, key) => {
    if (!(options.all || key.endsWith("[]"))) form[key] = value;
    else handleParsingAllValues(form, key, value);
  });
  if (options.dot) Object.entries(form).forEach(([key, value]) => {
    if (key.includes(".")) {
      handleParsingNestedValues(form, key, value, nestingState);
      delete form[key];
    }
  });
  return form;
}
var handleParsingAllValues = (form, key, value) => {
  if (form[key] !== void 0) {
    if (Array.isArray(form[key])) form[key].push(value);
    else form[key] = [form[key], value];
  } else if (!key.endsWith("[]")) form[key] = value;
  else form[key] = [value];
};
var handleParsingNestedValues = (form, key, value, state) => {
  if (/(?:^|\.)__proto__\./.test(key)) return;
  let nestedForm = form;
  const keys = key.split(".", 34);
  if (keys.length > 33) throwNestingLimitExceeded();
  keys.forEach((key2, index) => {
    if (index === keys.length - 1) nestedForm[key2] = value;
    else {
      if (!nestedForm[key2] || typeof nestedForm[key2] !== "object" || Array.isArray(nestedForm[key2]) || nestedForm[key2] instanceof File) {
        if (state.count++ >= MAX_NESTED_OBJECTS) throwNestingLimitExceeded();
        nestedForm[key2] = /* @__PURE__ */ Object.create(null);
      }
      nestedForm = nestedForm[key2];
    }
  });
};
var throwNestingLimitExceeded = () => {
  throw new Error("Nesting limit exceeded");
};
var splitPath = (path) => {
  const paths = path.split("/");
  if (paths[0] === "") paths.shift();
  return paths;
};
var splitRoutingPath = (routePath2) => {
  const { groups, path } = extractGroupsFromPath(routePath2);
  const paths = splitPath(path);
  return replaceGroupMarks(paths, groups);
};
var extractGroupsFromPath = (path) => {
  const groups = [];
  path = path.replace(/\{[^}]+\}/g, (match2, index) => {
    const mark = `@${index}`;
    groups.push([mark, match2]);
    return mark;
  });
  return {
    groups,
    path
  };
};
var replaceGroupMarks = (paths, groups) => {
  for (let i = groups.length - 1; i >= 0; i--) {
    const [mark] = groups[i];
    for (let j = paths.length - 1; j >= 0; j--) if (paths[j].includes(mark)) {
      paths[j] = paths[j].replace(mark, groups[i][1]);
      break;
    }
  }
  return paths;
};
var patternCache = {};
var getPattern = (label, next) => {
  if (label === "*") return "*";
  const match2 = label.match(/^\:([^\{\}]+)(?:\{(.+)\})?$/);
  if (match2) {
    const cacheKey2 = `${label}#${next}`;
    if (!patternCache[cacheKey2]) {
      if (match2[2]) patternCache[cacheKey2] = next && next[0] !== ":" && next[0] !== "*" ? [
        cacheKey2,
        match2[1],
        new RegExp(`^${match2[2]}(?=/${next})`)
      ] : [
        label,
        match2[1],
        new RegExp(`^${match2[2]}$`)
      ];
      else patternCache[cacheKey2] = [
        label,
        match2[1],
        true
      ];
    }
    return patternCache[cacheKey2];
  }
  return null;
};
var tryDecode = (str, decoder) => {
  try {
    return decoder(str);
  } catch {
    return str.replace(/(?:%[0-9A-Fa-f]{2})+/g, (match2) => {
      try {
        return decoder(match2);
      } catch {
        return match2;
      }
    });
  }
};
var decodeURIWithPreservedPercent = (value) => decodeURI(value.includes("%25") ? value.replace(/%25/g, "%2525") : value);
var getPath = (request) => {
  const url = request.url;
  const start = url.indexOf("/", url.indexOf(":") + 4);
  let i = start;
  for (; i < url.length; i++) {
    const charCode = url.charCodeAt(i);
    if (charCode === 37) {
      const queryIndex = url.indexOf("?", i);
      const hashIndex = url.indexOf("#", i);
      const end = queryIndex === -1 ? hashIndex === -1 ? void 0 : hashIndex : hashIndex === -1 ? queryIndex : Math.min(queryIndex, hashIndex);
      const path = url.slice(start, end);
      const decoded = tryDecode(path, decodeURIWithPreservedPercent);
      if (/%(?![0-9A-Fa-f]{2})/.test(path)) {
        const rewritten = new URL("http://localhost");
        rewritten.pathname = decoded.replace(/[\\\t\n\r]/g, encodeURIComponent);
        if (tryDecode(rewritten.pathname, decodeURIWithPreservedPercent) !== decoded) return tryDecode(path.replace(/%(?![0-9A-Fa-f]{2})/g, "%25"), decodeURIWithPreservedPercent);
      }
      return decoded;
    } else if (charCode === 63 || charCode === 35) break;
  }
  return url.slice(start, i);
};
var getPathNoStrict = (request) => {
  const result = getPath(request);
  return result.length > 1 && result.at(-1) === "/" ? result.slice(0, -1) : result;
};
var mergePath = (base, sub, ...rest) => {
  if (rest.length) sub = mergePath(sub, ...rest);
  return `${base?.[0] === "/" ? "" : "/"}${base}${sub === "/" ? "" : `${base?.at(-1) === "/" ? "" : "/"}${sub?.[0] === "/" ? sub.slice(1) : sub}`}`;
};
var checkOptionalParameter = (path) => {
  if (path.charCodeAt(path.length - 1) !== 63 || !path.includes(":")) return null;
  const segments = path.split("/");
  const results = [];
  let basePath = "";
  segments.forEach((segment) => {
    if (segment !== "" && !/\:/.test(segment)) basePath += "/" + segment;
    else if (/\:/.test(segment)) {
      if (segment.charCodeAt(segment.length - 1) === 63) {
        if (results.length === 0 && basePath === "") results.push("/");
        else results.push(basePath);
        const optionalSegment = segment.slice(0, -1);
        basePath += "/" + optionalSegment;
        results.push(basePath);
      } else basePath += "/" + segment;
    }
  });
  return results.filter((v, i, a) => a.indexOf(v) === i);
};
var tryDecodeURIComponent = (str) => str.indexOf("%") !== -1 ? tryDecode(str, decodeURIComponent_) : str;
var _decodeURI = (value) => {
  if (value.indexOf("+") !== -1) value = value.replace(/\+/g, " ");
  return tryDecodeURIComponent(value);
};
var _getQueryParam = (url, key, multiple) => {
  const hashIndex = url.indexOf("#", 8);
  if (hashIndex !== -1) url = url.slice(0, hashIndex);
  let encoded;
  if (!multiple && key && !/[%+&=]/.test(key)) {
    const queryIndex = url.indexOf("?", 8);
    let keyIndex2 = queryIndex;
    if (keyIndex2 === -1) return;
    if (!url.startsWith(key, keyIndex2 + 1)) keyIndex2 = url.indexOf(`&${key}`, keyIndex2 + 1);
    while (keyIndex2 !== -1) {
      const trailingKeyCode = url.charCodeAt(keyIndex2 + key.length + 1);
      if (trailingKeyCode === 61 || trailingKeyCode === 38 || isNaN(trailingKeyCode)) {
        if (keyIndex2 > queryIndex && /(?:^|&)[^=&]*[%+]/.test(url.slice(queryIndex + 1, keyIndex2))) break;
        if (trailingKeyCode === 61) {
          const valueIndex = keyIndex2 + key.length + 2;
          const endIndex = url.indexOf("&", valueIndex);
          return _decodeURI(url.slice(valueIndex, endIndex === -1 ? void 0 : endIndex));
        }
        return "";
      }
      keyIndex2 = url.indexOf(`&${key}`, keyIndex2 + 1);
    }
    encoded = /[%+]/.test(url);
    if (!encoded) return;
  }
  const results = /* @__PURE__ */ Object.create(null);
  encoded ??= /[%+]/.test(url);
  let keyIndex = url.indexOf("?", 8);
  while (keyIndex !== -1) {
    const nextKeyIndex = url.indexOf("&", keyIndex + 1);
    let valueIndex = url.indexOf("=", keyIndex);
    if (valueIndex > nextKeyIndex && nextKeyIndex !== -1) valueIndex = -1;
    let name = url.slice(keyIndex + 1, valueIndex === -1 ? nextKeyIndex === -1 ? void 0 : nextKeyIndex : valueIndex);
    if (encoded) name = _decodeURI(name);
    keyIndex = nextKeyIndex;
    if (name === "") continue;
    let value;
    if (valueIndex === -1) value = "";
    else {
      value = url.slice(valueIndex + 1, nextKeyIndex === -1 ? void 0 : nextKeyIndex);
      if (encoded) value = _decodeURI(value);
    }
    if (multiple) {
      if (!(results[name] && Array.isArray(results[name]))) results[name] = [];
      results[name].push(value);
    } else results[name] ??= value;
  }
  return key ? results[key] : results;
};
var getQueryParam = _getQueryParam;
var getQueryParams = (url, key) => {
  return _getQueryParam(url, key, true);
};
var decodeURIComponent_ = decodeURIComponent;
var HonoRequest = class {
  /**
  * `.raw` can get the raw Request object.
  *
  * @see {@link https://hono.dev/docs/api/request#raw}
  *
  * @example
  * ```ts
  * // For Cloudflare Workers
  * app.post('/', async (c) => {
  *   const metadata = c.req.raw.cf?.hostMetadata?
  *   ...
  * })
  * ```
  */
  raw;
  #validatedData;
  #matchResult;
  routeIndex = 0;
  /**
  * `.path` can get the pathname of the request.
  *
  * @see {@link https://hono.dev/docs/api/request#path}
  *
  * @example
  * ```ts
  * app.get('/about/me', (c) => {
  *   const pathname = c.req.path // `/about/me`
  * })
  * ```
  */
  path;
  bodyCache = {};
  constructor(request, path = "/", matchResult = [[]]) {
    this.raw = request;
    this.path = path;
    this.#matchResult = matchResult;
  }
  param(key) {
    return key ? this.#getDecodedParam(key) : this.#getAllDecodedParams();
  }
  #getDecodedParam(key) {
    const paramKey = this.#matchResult[0][this.routeIndex]?.[1][key];
    const param = this.#getParamValue(paramKey);
    return param && tryDecodeURIComponent(param);
  }
  #getAllDecodedParams() {
    const decoded = {};
    const keys = Object.keys(this.#matchResult[0][this.routeIndex]?.[1] ?? {});
    for (const key of keys) {
      const value = this.#getParamValue(this.#matchResult[0][this.routeIndex][1][key]);
      if (value !== void 0) decoded[key] = tryDecodeURIComponent(value);
    }
    return decoded;
  }
  #getParamValue(paramKey) {
    return this.#matchResult[1] ? this.#matchResult[1][paramKey] : paramKey;
  }
  query(key) {
    return getQueryParam(this.url, key);
  }
  queries(key) {
    return getQueryParams(this.url, key);
  }
  header(name) {
    if (name) return this.raw.headers.get(name) ?? void 0;
    const headerData = /* @__PURE__ */ Object.create(null);
    this.raw.headers.forEach((value, key) => {
      headerData[key] = value;
    });
    return headerData;
  }
  async parseBody(options) {
    return parseBody(this, options);
  }
  #cachedBody = (key) => {
    const { bodyCache, raw: raw2 } = this;
    const cachedBody = bodyCache[key];
    if (cachedBody) return cachedBody;
    for (const anyCachedKey in bodyCache) return bodyCache[anyCachedKey].then((body) => {
      if (anyCachedKey === "json") body = JSON.stringify(body);
      const contentType2 = anyCachedKey === "formData" ? void 0 : raw2.headers.get("content-type");
      return new Response(body, { headers: contentType2 ? { "Content-Type": contentType2 } : void 0 })[key]();
    });
    return bodyCache[key] = raw2[key]();
  };
  /**
  * `.json()` can parse Request body of type `application/json`
  *
  * @see {@link https://hono.dev/docs/api/request#json}
  *
  * @example
  * ```ts
  * app.post('/entry', async (c) => {
  *   const body = await c.req.json()
  * })
  * ```
  */
  json() {
    return this.#cachedBody("text").then((text) => JSON.parse(text));
  }
  /**
  * `.text()` can parse Request body of type `text/plain`
  *
  * @see {@link https://hono.dev/docs/api/request#text}
  *
  * @example
  * ```ts
  * app.post('/entry', async (c) => {
  *   const body = await c.req.text()
  * })
  * ```
  */
  text() {
    return this.#cachedBody("text");
  }
  /**
  * `.arrayBuffer()` parse Request body as an `ArrayBuffer`
  *
  * @see {@link https://hono.dev/docs/api/request#arraybuffer}
  *
  * @example
  * ```ts
  * app.post('/entry', async (c) => {
  *   const body = await c.req.arrayBuffer()
  * })
  * ```
  */
  arrayBuffer() {
    return this.#cachedBody("arrayBuffer");
  }
  /**
  * `.bytes()` parses the request body as a `Uint8Array`.
  *
  * @see {@link https://hono.dev/docs/api/request#bytes}
  *
  * @example
  * ```ts
  * app.post('/entry', async (c) => {
  *   const body = await c.req.bytes()
  * })
  * ```
  */
  bytes() {
    return this.#cachedBody("arrayBuffer").then((buffer) => new Uint8Array(buffer));
  }
  /**
  * Parses the request body as a `Blob`.
  * @example
  * ```ts
  * app.post('/entry', async (c) => {
  *   const body = await c.req.blob();
  * });
  * ```
  * @see https://hono.dev/docs/api/request#blob
  */
  blob() {
    return this.#cachedBody("blob");
  }
  /**
  * Parses the request body as `FormData`.
  * @example
  * ```ts
  * app.post('/entry', async (c) => {
  *   const body = await c.req.formData();
  * });
  * ```
  * @see https://hono.dev/docs/api/request#formdata
  */
  formData() {
    return this.#cachedBody("formData");
  }
  /**
  * Adds validated data to the request.
  *
  * @param target - The target of the validation.
  * @param data - The validated data to add.
  */
  addValidatedData(target, data) {
    (this.#validatedData ??= {})[target] = data;
  }
  valid(target) {
    return this.#validatedData?.[target];
  }
  /**
  * `.url` can get the request url strings.
  *
  * @see {@link https://hono.dev/docs/api/request#url}
  *
  * @example
  * ```ts
  * app.get('/about/me', (c) => {
  *   const url = c.req.url // `http://localhost:8787/about/me`
  *   ...
  * })
  * ```
  */
  get url() {
    return this.raw.url;
  }
  /**
  * `.method` can get the method name of the request.
  *
  * @see {@link https://hono.dev/docs/api/request#method}
  *
  * @example
  * ```ts
  * app.get('/about/me', (c) => {
  *   const method = c.req.method // `GET`
  * })
  * ```
  */
  get method() {
    return this.raw.method;
  }
  get [GET_MATCH_RESULT]() {
    return this.#matchResult;
  }
  /**
  * `.matchedRoutes` can return a matched route in the handler
  *
  * @deprecated
  *
  * Use matchedRoutes helper defined in "hono/route" instead.
  *
  * @see {@link https://hono.dev/docs/api/request#matchedroutes}
  *
  * @example
  * ```ts
  * app.use('*', async function logger(c, next) {
  *   await next()
  *   c.req.matchedRoutes.forEach(({ handler, method, path }, i) => {
  *     const name = handler.name || (handler.length < 2 ? '[handler]' : '[middleware]')
  *     console.log(
  *       method,
  *       ' ',
  *       path,
  *       ' '.repeat(Math.max(10 - path.length, 0)),
  *       name,
  *       i === c.req.routeIndex ? '<- respond from here' : ''
  *     )
  *   })
  * })
  * ```
  */
  get matchedRoutes() {
    return this.#matchResult[0].map(([[, route]]) => route);
  }
  /**
  * `.routePath` can retrieve the path registered within the handler
  *
  * @deprecated
  *
  * Use routePath helper defined in "hono/route" instead.
  *
  * @see {@link https://hono.dev/docs/api/request#routepath}
  *
  * @example
  * ```ts
  * app.get('/posts/:id', (c) => {
  *   return c.json({ path: c.req.routePath })
  * })
  * ```
  */
  get routePath() {
    return this.#matchResult[0].map(([[, route]]) => route)[this.routeIndex].path;
  }
};
var HtmlEscapedCallbackPhase = {
  Stringify: 1,
  BeforeStream: 2,
  Stream: 3
};
var raw = (value, callbacks) => {
  const escapedString = new String(value);
  escapedString.isEscaped = true;
  escapedString.callbacks = callbacks;
  return escapedString;
};
var resolveCallback = async (str, phase, preserveCallbacks, context2, buffer) => {
  if (typeof str === "object" && !(str instanceof String)) {
    if (!(str instanceof Promise)) str = str.toString();
    if (str instanceof Promise) str = await str;
  }
  const callbacks = str.callbacks;
  if (!callbacks?.length) return Promise.resolve(str);
  if (buffer) buffer[0] += str;
  else buffer = [str];
  const resStr = Promise.all(callbacks.map((c) => c({
    phase,
    buffer,
    context: context2
  }))).then((res) => Promise.all(res.filter(Boolean).map((str2) => resolveCallback(str2, phase, false, context2, buffer))).then(() => buffer[0]));
  if (preserveCallbacks) return raw(await resStr, callbacks);
  else return resStr;
};
var TEXT_PLAIN = "text/plain; charset=UTF-8";
var setDefaultContentType = (contentType2, headers) => {
  return {
    "Content-Type": contentType2,
    ...headers
  };
};
var createResponseInstance = (body, init) => new Response(body, init);
var Context = class {
  #rawRequest;
  #req;
  /**
  * `.env` can get bindings (environment variables, secrets, KV namespaces, D1 database, R2 bucket etc.) in Cloudflare Workers.
  *
  * @see {@link https://hono.dev/docs/api/context#env}
  *
  * @example
  * ```ts
  * // Environment object for Cloudflare Workers
  * app.get('*', async c => {
  *   const counter = c.env.COUNTER
  * })
  * ```
  */
  env = {};
  #var;
  finalized = false;
  /**
  * `.error` can get the error object from the middleware if the Handler throws an error.
  *
  * @see {@link https://hono.dev/docs/api/context#error}
  *
  * @example
  * ```ts
  * app.use('*', async (c, next) => {
  *   await next()
  *   if (c.error) {
  *     // do something...
  *   }
  * })
  * ```
  */
  error;
  #status;
  #executionCtx;
  #res;
  #layout;
  #renderer;
  #notFoundHandler;
  #preparedHeaders;
  #matchResult;
  #path;
  /**
  * Creates an instance of the Context class.
  *
  * @param req - The Request object.
  * @param options - Optional configuration options for the context.
  */
  constructor(req, options) {
    this.#rawRequest = req;
    if (options) {
      this.#executionCtx = options.executionCtx;
      this.env = options.env;
      this.#notFoundHandler = options.notFoundHandler;
      this.#path = options.path;
      this.#matchResult = options.matchResult;
    }
  }
  /**
  * `.req` is the instance of {@link HonoRequest}.
  */
  get req() {
    this.#req ??= new HonoRequest(this.#rawRequest, this.#path, this.#matchResult);
    return this.#req;
  }
  /**
  * @see {@link https://hono.dev/docs/api/context#event}
  * The FetchEvent associated with the current request.
  *
  * @throws Will throw an error if the context does not have a FetchEvent.
  */
  get event() {
    if (this.#executionCtx && "respondWith" in this.#executionCtx) return this.#executionCtx;
    else throw Error("This context has no FetchEvent");
  }
  /**
  * @see {@link https://hono.dev/docs/api/context#executionctx}
  * The ExecutionContext associated with the current request.
  *
  * @throws Will throw an error if the context does not have an ExecutionContext.
  */
  get executionCtx() {
    if (this.#executionCtx) return this.#executionCtx;
    else throw Error("This context has no ExecutionContext");
  }
  /**
  * @see {@link https://hono.dev/docs/api/context#res}
  * The Response object for the current request.
  */
  get res() {
    return this.#res ||= createResponseInstance(null, { headers: this.#preparedHeaders ??= new Headers() });
  }
  /**
  * Sets the Response object for the current request.
  *
  * @param _res - The Response object to set.
  */
  set res(_res) {
    if (this.#res && _res) {
      _res = createResponseInstance(_res.body, _res);
      for (const [k, v] of this.#res.headers.entries()) {
        if (k === "content-type") continue;
        if (k === "set-cookie") {
          const cookies = this.#res.headers.getSetCookie();
          _res.headers.delete("set-cookie");
          for (const cookie of cookies) _res.headers.append("set-cookie", cookie);
        } else _res.headers.set(k, v);
      }
    }
    this.#res = _res;
    this.finalized = true;
  }
  /**
  * `.render()` can create a response within a layout.
  *
  * @see {@link https://hono.dev/docs/api/context#render-setrenderer}
  *
  * @example
  * ```ts
  * app.get('/', (c) => {
  *   return c.render('Hello!')
  * })
  * ```
  */
  render = (...args) => {
    this.#renderer ??= (content) => this.html(content);
    return this.#renderer(...args);
  };
  /**
  * Sets the layout for the response.
  *
  * @param layout - The layout to set.
  * @returns The layout function.
  */
  setLayout = (layout) => this.#layout = layout;
  /**
  * Gets the current layout for the response.
  *
  * @returns The current layout function.
  */
  getLayout = () => this.#layout;
  /**
  * `.setRenderer()` can set the layout in the custom middleware.
  *
  * @see {@link https://hono.dev/docs/api/context#render-setrenderer}
  *
  * @example
  * ```tsx
  * app.use('*', async (c, next) => {
  *   c.setRenderer((content) => {
  *     return c.html(
  *       <html>
  *         <body>
  *           <p>{content}</p>
  *         </body>
  *       </html>
  *     )
  *   })
  *   await next()
  * })
  * ```
  */
  setRenderer = (renderer) => {
    this.#renderer = renderer;
  };
  /**
  * `.header()` can set headers.
  *
  * @see {@link https://hono.dev/docs/api/context#header}
  *
  * @example
  * ```ts
  * app.get('/welcome', (c) => {
  *   // Set headers
  *   c.header('X-Message', 'Hello!')
  *   c.header('Content-Type', 'text/plain')
  *
  *   // Append multiple headers using the append option (e.g. Vary)
  *   c.header('Vary', 'Accept-Encoding', { append: true })
  *   c.header('Vary', 'User-Agent', { append: true })
  *
  *   return c.body('Thank you for coming')
  * })
  * ```
  */
  header = (name, value, options) => {
    if (this.finalized && !this.#res.bodyUsed) this.#res = createResponseInstance(this.#res.body, this.#res);
    const headers = this.#res ? this.#res.headers : this.#preparedHeaders ??= new Headers();
    if (value === void 0) headers.delete(name);
    else if (options?.append) headers.append(name, value);
    else headers.set(name, value);
  };
  status = (status) => {
    this.#status = status;
  };
  /**
  * `.set()` can set the value specified by the key.
  *
  * @see {@link https://hono.dev/docs/api/context#set-get}
  *
  * @example
  * ```ts
  * app.use('*', async (c, next) => {
  *   c.set('message', 'Hono is hot!!')
  *   await next()
  * })
  * ```
  */
  set = (key, value) => {
    this.#var ??= /* @__PURE__ */ new Map();
    this.#var.set(key, value);
  };
  /**
  * `.get()` can use the value specified by the key.
  *
  * @see {@link https://hono.dev/docs/api/context#set-get}
  *
  * @example
  * ```ts
  * app.get('/', (c) => {
  *   const message = c.get('message')
  *   return c.text(`The message is "${message}"`)
  * })
  * ```
  */
  get = (key) => {
    return this.#var ? this.#var.get(key) : void 0;
  };
  /**
  * `.var` can access the value of a variable.
  *
  * @see {@link https://hono.dev/docs/api/context#var}
  *
  * @example
  * ```ts
  * const result = c.var.client.oneMethod()
  * ```
  */
  get var() {
    if (!this.#var) return {};
    return Object.fromEntries(this.#var);
  }
  #newResponse(data, arg, headers) {
    let responseHeaders = this.#res ? new Headers(this.#res.headers) : this.#preparedHeaders;
    if (typeof arg === "object" && arg.headers) {
      responseHeaders ??= new Headers();
      for (const [key, value] of new Headers(arg.headers)) if (key === "set-cookie") responseHeaders.append(key, value);
      else responseHeaders.set(key, value);
    }
    if (headers) {
      if (!responseHeaders) {
        let count = 0;
        for (const k in headers) if (++count > 1 || typeof headers[k] !== "string") {
          responseHeaders = new Headers();
          break;
        }
      }
      if (responseHeaders) for (const k in headers) {
        const v = headers[k];
        if (typeof v === "string") responseHeaders.set(k, v);
        else {
          responseHeaders.delete(k);
          for (const v2 of v) responseHeaders.append(k, v2);
        }
      }
    }
    const status = typeof arg === "number" ? arg : arg?.status ?? this.#status;
    return createResponseInstance(data, {
      status,
      headers: responseHeaders ?? headers
    });
  }
  newResponse = (...args) => this.#newResponse(...args);
  /**
  * `.body()` can return the HTTP response.
  * You can set headers with `.header()` and set HTTP status code with `.status`.
  * This can also be set in `.text()`, `.json()` and so on.
  *
  * @see {@link https://hono.dev/docs/api/context#body}
  *
  * @example
  * ```ts
  * app.get('/welcome', (c) => {
  *   // Set headers
  *   c.header('X-Message', 'Hello!')
  *   c.header('Content-Type', 'text/plain')
  *   // Set HTTP status code
  *   c.status(201)
  *
  *   // Return the response body
  *   return c.body('Thank you for coming')
  * })
  * ```
  */
  body = (data, arg, headers) => this.#newResponse(data, arg, headers);
  /**
  * `.text()` can render text as `Content-Type:text/plain`.
  *
  * @see {@link https://hono.dev/docs/api/context#text}
  *
  * @example
  * ```ts
  * app.get('/say', (c) => {
  *   return c.text('Hello!')
  * })
  * ```
  */
  text = (text, arg, headers) => {
    return !this.#preparedHeaders && !this.#status && !arg && !headers && !this.finalized ? new Response(text) : this.#newResponse(text, arg, setDefaultContentType(TEXT_PLAIN, headers));
  };
  /**
  * `.json()` can render JSON as `Content-Type:application/json`.
  *
  * @see {@link https://hono.dev/docs/api/context#json}
  *
  * @example
  * ```ts
  * app.get('/api', (c) => {
  *   return c.json({ message: 'Hello!' })
  * })
  * ```
  */
  json = (object, arg, headers) => {
    return this.#newResponse(JSON.stringify(object), arg, setDefaultContentType("application/json", headers));
  };
  html = (html, arg, headers) => {
    const res = (html2) => this.#newResponse(html2, arg, setDefaultContentType("text/html; charset=UTF-8", headers));
    return typeof html === "object" ? resolveCallback(html, HtmlEscapedCallbackPhase.Stringify, false, {}).then(res) : res(html);
  };
  /**
  * `.redirect()` can Redirect, default status code is 302.
  *
  * @see {@link https://hono.dev/docs/api/context#redirect}
  *
  * @example
  * ```ts
  * app.get('/redirect', (c) => {
  *   return c.redirect('/')
  * })
  * app.get('/redirect-permanently', (c) => {
  *   return c.redirect('/', 301)
  * })
  * ```
  */
  redirect = (location, status) => {
    const locationString = String(location);
    this.header("Location", !/[^\x00-\xFF]/.test(locationString) ? locationString : encodeURI(locationString));
    return this.newResponse(null, status ?? 302);
  };
  /**
  * `.notFound()` can return the Not Found Response.
  *
  * @see {@link https://hono.dev/docs/api/context#notfound}
  *
  * @example
  * ```ts
  * app.get('/notfound', (c) => {
  *   return c.notFound()
  * })
  * ```
  */
  notFound = () => {
    this.#notFoundHandler ??= () => createResponseInstance();
    return this.#notFoundHandler(this);
  };
};
var compose = (middleware, onError, onNotFound) => {
  return (context2, next) => {
    let index = -1;
    return dispatch(0);
    async function dispatch(i) {
      if (i <= index) throw new Error("next() called multiple times");
      index = i;
      let res;
      let isError = false;
      let handler;
      if (middleware[i]) {
        handler = middleware[i][0][0];
        context2.req.routeIndex = i;
      } else handler = i === middleware.length && next || void 0;
      if (handler) try {
        res = await handler(context2, () => dispatch(i + 1));
      } catch (err) {
        if (err instanceof Error && onError) {
          context2.error = err;
          res = await onError(err, context2);
          isError = true;
        } else throw err;
      }
      else if (context2.finalized === false && onNotFound) res = await onNotFound(context2);
      if (res && (context2.finalized === false || isError)) context2.res = res;
      return context2;
    }
  };
};
var matchedRoutes = (c) => c.req[GET_MATCH_RESULT][0].map(([[, route]]) => route);
var routePath = (c, index) => matchedRoutes(c).at(index ?? c.req.routeIndex)?.path ?? "";
var METHODS = [
  "get",
  "post",
  "put",
  "delete",
  "options",
  "patch",
  "query"
];
var MESSAGE_MATCHER_IS_ALREADY_BUILT = "Can not add a route since the matcher is already built.";
var UnsupportedPathError = class extends Error {
};
var COMPOSED_HANDLER = "__COMPOSED_HANDLER";
var countTrailingSlashes = (path) => {
  let index = path.length;
  while (index > 0 && path.charCodeAt(index - 1) === 47) index--;
  return path.length - index;
};
var getPathPrefixLength = (c, pathPrefix, routePath2) => {
  if (!/[:*]/.test(pathPrefix)) return pathPrefix.length;
  const path = c.req.path;
  const matchResult = c.req[GET_MATCH_RESULT];
  const paramNames = /* @__PURE__ */ new Set();
  let length = 0;
  for (const part of splitRoutingPath(pathPrefix)) {
    if (part[0] === ":" && part.endsWith("}?")) throw new Error(`mount(): Optional regular expression parameters are not supported in "${routePath2}".`);
    const pattern = getPattern(part);
    if (pattern && pattern !== "*") {
      const name = pattern[1];
      if (paramNames.has(name)) throw new Error(`mount(): Duplicate path parameter "${name}" in "${routePath2}".`);
      paramNames.add(name);
    }
    if (pattern && pattern !== "*" && pattern[2] !== true) {
      const value = matchResult.length === 2 ? matchResult[1][matchResult[0][c.req.routeIndex][1][pattern[1]]] : matchResult[0][c.req.routeIndex][1][pattern[1]];
      length += value.length + 1;
    } else if (pattern || part.endsWith("*")) {
      const end = path.indexOf("/", length + 1);
      length = end === -1 ? path.length : end;
    } else length += part.length + 1;
  }
  return length;
};
var createMountedRequest = (c, pathPrefix, routePath2) => {
  if (/[^/]\*$/.test(routePath2)) throw new Error(`mount(): Wildcard must follow "/" in "${routePath2}".`);
  const prefixLength = getPathPrefixLength(c, pathPrefix, routePath2);
  const path = c.req.path.slice(prefixLength) || "/";
  if (prefixLength > c.req.path.length || path[0] !== "/" || /\/(?:\.|%2e){1,2}(?:\/|$)/i.test(path)) throw new HTTPException(400, { message: "Invalid mounted path" });
  const rawUrl = c.req.raw.url;
  if (/^[^/?#]*\/\/[^/?#\\]*[?#\\]/.test(rawUrl)) throw new HTTPException(400, { message: "Invalid mounted path" });
  const rawPathEnd = rawUrl.search(/[?#]/);
  const rawTrailingSlashes = countTrailingSlashes(rawPathEnd === -1 ? rawUrl : rawUrl.slice(0, rawPathEnd));
  if (rawTrailingSlashes > 1 && countTrailingSlashes(c.req.path) === rawTrailingSlashes - 1) throw new HTTPException(400, { message: "Invalid mounted path" });
  const url = new URL(rawUrl);
  url.pathname = path.replace(/[\\\t\n\r]/g, encodeURIComponent);
  if (path.includes("%")) {
  }
  return new Request(url, c.req.raw);
};
var notFoundHandler = (c) => {
  return c.text("404 Not Found", 404);
};
var errorHandler = (err, c) => {
  if ("getResponse" in err) {
    const res = err.getResponse();
    return c.newResponse(res.body, res);
  }
  console.error(err);
  return c.text("Internal Server Error", 500);
};
var Hono = class Hono2 {
  get;
  post;
  put;
  delete;
  options;
  patch;
  query;
  all;
  on;
  use;
  router;
  getPath;
  _basePath = "/";
  #path = "/";
  routes = [];
  constructor(options = {}) {
    [...METHODS, "all"].forEach((method) => {
      this[method] = (args1, ...args) => {
        const methodName = method.toUpperCase();
        if (typeof args1 === "string") this.#path = args1;
        else this.#addRoute(methodName, this.#path, args1);
        args.forEach((handler) => {
          this.#addRoute(methodName, this.#path, handler);
        });
        return this;
      };
    });
    this.on = (method, path, ...handlers) => {
      for (const p of [path].flat()) {
        this.#path = p;
        for (const m of [method].flat()) {
          const methodName = m.toUpperCase();
          for (const handler of handlers) this.#addRoute(methodName, this.#path, handler);
        }
      }
      return this;
    };
    this.use = (arg1, ...handlers) => {
      if (typeof arg1 === "string") this.#path = arg1;
      else {
        this.#path = "*";
        handlers.unshift(arg1);
      }
      handlers.forEach((handler) => {
        this.#addRoute("ALL", this.#path, handler);
      });
      return this;
    };
    const { strict, ...optionsWithoutStrict } = options;
    Object.assign(this, optionsWithoutStrict);
    this.getPath = strict ?? true ? options.getPath ?? getPath : getPathNoStrict;
  }
  #clone() {
    const clone = new Hono2({
      router: this.router,
      getPath: this.getPath
    });
    clone.errorHandler = this.errorHandler;
    clone.#notFoundHandler = this.#notFoundHandler;
    clone.routes = this.routes;
    return clone;
  }
  #notFoundHandler = notFoundHandler;
  errorHandler = errorHandler;
  /**
  * `.route()` allows grouping other Hono instance in routes.
  *
  * @see {@link https://hono.dev/docs/api/routing#grouping}
  *
  * @param {string} path - base Path
  * @param {Hono} app - other Hono instance
  * @returns {Hono} routed Hono instance
  *
  * @example
  * ```ts
  * const app = new Hono()
  * const app2 = new Hono()
  *
  * app2.get("/user", (c) => c.text("user"))
  * app.route("/api", app2) // GET /api/user
  * ```
  */
  route(path, app) {
    const subApp = this.basePath(path);
    app.routes.map((r) => {
      let handler;
      if (app.errorHandler === errorHandler) handler = r.handler;
      else {
        handler = async (c, next) => (await compose([], app.errorHandler)(c, () => r.handler(c, next))).res;
        handler[COMPOSED_HANDLER] = r.handler;
      }
      subApp.#addRoute(r.method, r.path, handler, r.basePath);
    });
    return this;
  }
  /**
  * `.basePath()` allows base paths to be specified.
  *
  * @see {@link https://hono.dev/docs/api/routing#base-path}
  *
  * @param {string} path - base Path
  * @returns {Hono} changed Hono instance
  *
  * @example
  * ```ts
  * const api = new Hono().basePath('/api')
  * ```
  */
  basePath(path) {
    const subApp = this.#clone();
    subApp._basePath = mergePath(this._basePath, path);
    return subApp;
  }
  /**
  * `.onError()` handles an error and returns a customized Response.
  *
  * @see {@link https://hono.dev/docs/api/hono#error-handling}
  *
  * @param {ErrorHandler} handler - request Handler for error
  * @returns {Hono} changed Hono instance
  *
  * @example
  * ```ts
  * app.onError((err, c) => {
  *   console.error(`${err}`)
  *   return c.text('Custom Error Message', 500)
  * })
  * ```
  */
  onError = (handler) => {
    this.errorHandler = handler;
    return this;
  };
  /**
  * `.notFound()` allows you to customize a Not Found Response.
  *
  * @see {@link https://hono.dev/docs/api/hono#not-found}
  *
  * @param {NotFoundHandler} handler - request handler for not-found
  * @returns {Hono} changed Hono instance
  *
  * @example
  * ```ts
  * app.notFound((c) => {
  *   return c.text('Custom 404 Message', 404)
  * })
  * ```
  */
  notFound = (handler) => {
    this.#notFoundHandler = handler;
    return this;
  };
  /**
  * `.mount()` allows you to mount applications built with other frameworks into your Hono application.
  *
  * @deprecated Use `mount()` from `hono/mount` instead. `.mount()` will be removed in v5.
  *
  * @see {@link https://hono.dev/docs/api/hono#mount}
  *
  * @param {string} path - base Path
  * @param {Function} applicationHandler - other Request Handler
  * @param {MountOptions} [options] - options of `.mount()`
  * @returns {Hono} mounted Hono instance
  * @throws {Error} If automatic request rewriting encounters duplicate path parameter names or an optional regular expression parameter.
  * @throws {HTTPException} With status 400 if automatic request rewriting cannot safely preserve the routed path.
  *
  * @example
  * ```ts
  * import { Router as IttyRouter } from 'itty-router'
  * import { Hono } from 'hono'
  * // Create itty-router application
  * const ittyRouter = IttyRouter()
  * // GET /itty-router/hello
  * ittyRouter.get('/hello', () => new Response('Hello from itty-router'))
  *
  * const app = new Hono()
  * app.mount('/itty-router', ittyRouter.handle)
  * ```
  *
  * @example
  * ```ts
  * const app = new Hono()
  * // Send the request to another application without modification.
  * app.mount('/app', anotherApp, {
  *   replaceRequest: (req) => req,
  * })
  * ```
  */
  mount(path, applicationHandler, options) {
    let replaceRequest;
    let optionHandler;
    if (options) {
      if (typeof options === "function") optionHandler = options;
      else {
        optionHandler = options.optionHandler;
        if (options.replaceRequest === false) replaceRequest = (request) => request;
        else replaceRequest = options.replaceRequest;
      }
    }
    const getOptions = optionHandler ? (c) => {
      const options2 = optionHandler(c);
      return Array.isArray(options2) ? options2 : [options2];
    } : (c) => {
      let executionContext = void 0;
      try {
        executionContext = c.executionCtx;
      } catch {
      }
      return [c.env, executionContext];
    };
    const defaultReplaceRequest = (c) => {
      const mountedRoutePath = routePath(c);
      return createMountedRequest(c, mountedRoutePath.replace(/\/?\*$/, ""), mountedRoutePath);
    };
    const handler = async (c, next) => {
      const res = await applicationHandler(replaceRequest ? replaceRequest(c.req.raw) : defaultReplaceRequest(c), ...getOptions(c));
      if (res) return res;
      await next();
    };
    this.#addRoute("ALL", mergePath(path, "*"), handler);
    return this;
  }
  #addRoute(method, path, handler, baseRoutePath) {
    path = mergePath(this._basePath, path);
    const r = {
      basePath: baseRoutePath !== void 0 ? mergePath(this._basePath, baseRoutePath) : this._basePath,
      path,
      method,
      handler
    };
    this.router.add(method, path, [handler, r]);
    this.routes.push(r);
  }
  #handleError(err, c) {
    if (err instanceof Error) return this.errorHandler(err, c);
    throw err;
  }
  #dispatch(request, executionCtx, env, method) {
    if (method === "HEAD") return (async () => new Response(null, await this.#dispatch(request, executionCtx, env, "GET")))();
    const path = this.getPath(request, { env });
    const matchResult = this.router.match(method, path);
    const c = new Context(request, {
      path,
      matchResult,
      env,
      executionCtx,
      notFoundHandler: this.#notFoundHandler
    });
    if (matchResult[0].length === 1) {
      let res;
      try {
        res = matchResult[0][0][0][0](c, async () => {
          c.res = await this.#notFoundHandler(c);
        });
      } catch (err) {
        return this.#handleError(err, c);
      }
      return res instanceof Promise ? res.then((resolved) => resolved || (c.finalized ? c.res : this.#notFoundHandler(c))).catch((err) => this.#handleError(err, c)) : res ?? this.#notFoundHandler(c);
    }
    const composed = compose(matchResult[0], this.errorHandler, this.#notFoundHandler);
    return (async () => {
      try {
        const context2 = await composed(c);
        if (!context2.finalized) throw new Error("Context is not finalized. Did you forget to return a Response object or `await next()`?");
        return context2.res;
      } catch (err) {
        return this.#handleError(err, c);
      }
    })();
  }
  /**
  * `.fetch()` will be entry point of your app.
  *
  * @see {@link https://hono.dev/docs/api/hono#fetch}
  *
  * @param {Request} request - request Object of request
  * @param {Env} env - env Object
  * @param {ExecutionContext} executionCtx - context of execution
  * @returns {Response | Promise<Response>} response of request
  *
  */
  fetch = (request, ...rest) => {
    return this.#dispatch(request, rest[1], rest[0], request.method);
  };
  /**
  * `.request()` is a useful method for testing.
  * You can pass a URL or pathname to send a GET request.
  * app will return a Response object.
  * ```ts
  * test('GET /hello is ok', async () => {
  *   const res = await app.request('/hello')
  *   expect(res.status).toBe(200)
  * })
  * ```
  * @see https://hono.dev/docs/api/hono#request
  */
  request = (input, requestInit, Env, executionCtx) => {
    if (input instanceof Request) return this.fetch(requestInit ? new Request(input, requestInit) : input, Env, executionCtx);
    input = input.toString();
    return this.fetch(new Request(/^https?:\/\//.test(input) ? input : `http://localhost${mergePath("/", input)}`, requestInit), Env, executionCtx);
  };
  /**
  * `.fire()` automatically adds a global fetch event listener.
  * This can be useful for environments that adhere to the Service Worker API, such as non-ES module Cloudflare Workers.
  * @deprecated
  * Use `fire` from `hono/service-worker` instead.
  * ```ts
  * import { Hono } from 'hono'
  * import { fire } from 'hono/service-worker'
  *
  * const app = new Hono()
  * // ...
  * fire(app)
  * ```
  * @see https://hono.dev/docs/api/hono#fire
  * @see https://developer.mozilla.org/en-US/docs/Web/API/Service_Worker_API
  * @see https://developers.cloudflare.com/workers/reference/migrate-to-module-workers/
  */
  fire = () => {
    addEventListener("fetch", (event) => {
      event.respondWith(this.#dispatch(event.request, event, void 0, event.request.method));
    });
  };
};
var createNullObject = () => /* @__PURE__ */ Object.create(null);
var emptyParam = [];
function match(method, path) {
  const matchers = this.buildAllMatchers();
  const match2 = ((method2, path2) => {
    const matcher = matchers[method2] || matchers["ALL"];
    const staticMatch = matcher[2][path2];
    if (staticMatch) return staticMatch;
    const match3 = path2.match(matcher[0]);
    if (!match3) return [[], emptyParam];
    const index = match3.indexOf("", 1);
    return [matcher[1][index], match3];
  });
  this.match = match2;
  return match2(method, path);
}
var LABEL_REG_EXP_STR = "[^/]+";
var ONLY_WILDCARD_REG_EXP_STR = "[^]*";
var TAIL_WILDCARD_REG_EXP_STR = "(?:|/[^]*)";
var PATH_ERROR = /* @__PURE__ */ Symbol();
var regExpMetaChars = /* @__PURE__ */ new Set(".\\+*[^]$()");
function compareKey(a, b) {
  if (a.length === 1) return b.length === 1 ? a < b ? -1 : 1 : -1;
  if (b.length === 1) return 1;
  if (a === "[^]*" || a === "(?:|/[^]*)") return b === "[^]*" ? -1 : 1;
  else if (b === "[^]*" || b === "(?:|/[^]*)") return -1;
  if (a === "[^/]+") return 1;
  else if (b === "[^/]+") return -1;
  return a.length === b.length ? a < b ? -1 : 1 : b.length - a.length;
}
var Node = class Node2 {
  #index;
  #varIndex;
  #children = createNullObject();
  insert(tokens, index, paramMap, context2, keys) {
    let node = this;
    for (let i = 0, len = tokens.length; i < len; i++) {
      const token = tokens[i];
      const pattern = token.length === 1 ? token === "*" ? i === len - 1 ? [
        "",
        "",
        ONLY_WILDCARD_REG_EXP_STR
      ] : [
        "",
        "",
        LABEL_REG_EXP_STR
      ] : null : token === "/*" ? [
        "",
        "",
        TAIL_WILDCARD_REG_EXP_STR
      ] : token.match(/^\:([^\{\}]+)(?:\{(.+)\})?$/);
      let nextNode;
      if (pattern) {
        const name = pattern[1];
        let regexpStr = pattern[2] || "[^/]+";
        if (name && pattern[2]) {
          if (new RegExp(regexpStr).test("")) throw PATH_ERROR;
          regexpStr = regexpStr.replace(/^\((?!\?:)(?=[^)]+\)$)/, "(?:");
          if (/\((?!\?:)/.test(regexpStr)) throw PATH_ERROR;
          if (regexpStr.length === 1 && regExpMetaChars.has(regexpStr)) throw PATH_ERROR;
        }
        keys.push(regexpStr);
        nextNode = node.#children[regexpStr];
        if (!nextNode) {
          if (regexpStr !== "[^]*" && regexpStr !== "(?:|/[^]*)") {
            for (const k in node.#children) if ((regexpStr.length > 1 || k.length > 1) && k !== "[^]*" && k !== "(?:|/[^]*)") throw PATH_ERROR;
          }
          nextNode = node.#children[regexpStr] = new Node2();
        }
        if (name !== "") {
          nextNode.#varIndex ??= context2.varIndex++;
          paramMap.push([name, nextNode.#varIndex]);
        }
      } else {
        keys.push(token);
        nextNode = node.#children[token];
        if (!nextNode) {
          for (const k in node.#children) if (k.length > 1 && k !== "[^]*" && k !== "(?:|/[^]*)") throw PATH_ERROR;
          nextNode = node.#children[token] = new Node2();
        }
      }
      node = nextNode;
    }
    if (node.#index !== void 0) throw PATH_ERROR;
    node.#index = index;
  }
  buildRegExpStr() {
    const strList = Object.keys(this.#children).sort(compareKey).map((k) => {
      const c = this.#children[k];
      const childStr = c.buildRegExpStr();
      return childStr === "" ? "" : (typeof c.#varIndex === "number" ? `(${k})@${c.#varIndex}` : regExpMetaChars.has(k) ? `\\${k}` : k) + childStr;
    }).filter(Boolean);
    if (typeof this.#index === "number" && this.#index !== -1) strList.unshift(`#${this.#index}`);
    if (strList.length === 0) return "";
    if (strList.length === 1) return strList[0];
    return "(?:" + strList.join("|") + ")";
  }
};
var Trie = class {
  #context = { varIndex: 0 };
  #root = new Node();
  #index = 0;
  paths = createNullObject();
  insert(path, isStatic) {
    const keys = [];
    if (isStatic) {
      this.#root.insert(path.split(""), -1, [], this.#context, keys);
      this.paths[path] = [
        -1,
        [],
        keys
      ];
      return;
    }
    const paramAssoc = [];
    const groups = [];
    let markedPath = path;
    for (let i = 0; ; ) {
      let replaced = false;
      markedPath = markedPath.replace(/\{(?:\{[\d,]+\}|[^}])+\}/g, (m) => {
        const mark = `@\\${i}`;
        groups[i] = [mark, m];
        i++;
        replaced = true;
        return mark;
      });
      if (!replaced) break;
    }
    const tokens = markedPath.match(/(?::[^\/]+)|(?:\/\*$)|./gs) || [];
    for (let i = groups.length - 1; i >= 0; i--) {
      const [mark] = groups[i];
      for (let j = tokens.length - 1; j >= 0; j--) if (tokens[j].indexOf(mark) !== -1) {
        tokens[j] = tokens[j].replace(mark, groups[i][1]);
        break;
      }
    }
    this.#root.insert(tokens, this.#index, paramAssoc, this.#context, keys);
    this.paths[path] = [
      this.#index++,
      paramAssoc,
      keys
    ];
  }
  buildRegExp() {
    let regexp = this.#root.buildRegExpStr();
    if (regexp === "") return [
      /^$/,
      [],
      []
    ];
    let captureIndex = 0;
    const indexReplacementMap = [];
    const paramReplacementMap = [];
    regexp = regexp.replace(/#(\d+)|@(\d+)|\.\*\$/g, (_, handlerIndex, paramIndex) => {
      if (handlerIndex !== void 0) {
        indexReplacementMap[++captureIndex] = Number(handlerIndex);
        return "$()";
      }
      if (paramIndex !== void 0) {
        paramReplacementMap[Number(paramIndex)] = ++captureIndex;
        return "";
      }
      return "";
    });
    return [
      new RegExp(`^${regexp}`),
      indexReplacementMap,
      paramReplacementMap
    ];
  }
};
function endsWithWildcard(keys) {
  const tail = keys[keys.length - 1];
  return tail === "[^]*" || tail === "(?:|/[^]*)";
}
function covers(wildcard, target) {
  const last = wildcard.length - 1;
  for (let i = 0; i < last; i++) if (wildcard[i] !== target[i]) return false;
  return wildcard[last] === "[^]*" || target.length === last || target[last] === "/";
}
var RegExpRouter = class {
  name = "RegExpRouter";
  #handlers;
  #tries;
  constructor() {
    this.#handlers = { ["ALL"]: [] };
    this.#tries = { ["ALL"]: new Trie() };
  }
  #insertPath(method, path) {
    try {
      this.#tries[method].insert(path, !/\*|\/:/.test(path));
    } catch (e) {
      throw e === PATH_ERROR ? new UnsupportedPathError(path) : e;
    }
  }
  add(method, path, handler) {
    const handlers = this.#handlers;
    if (!handlers) throw new Error(MESSAGE_MATCHER_IS_ALREADY_BUILT);
    const tries = this.#tries;
    if (!handlers[method]) {
      tries[method] = new Trie();
      handlers[method] = [...handlers["ALL"]];
      for (const p in tries["ALL"].paths) this.#insertPath(method, p);
    }
    if (path === "/*") path = "*";
    const methods = method === "ALL" ? Object.keys(handlers) : [method];
    const paths = checkOptionalParameter(path) || [path];
    for (const path2 of paths) for (const m of methods) {
      if (!tries[m].paths[path2]) this.#insertPath(m, path2);
      handlers[m].push([handler, path2]);
    }
  }
  match = match;
  buildAllMatchers() {
    const matchers = createNullObject();
    for (const method of Object.keys(this.#handlers)) matchers[method] = this.#buildMatcher(method);
    this.#handlers = this.#tries = void 0;
    return matchers;
  }
  #buildMatcher(method) {
    const handlers = this.#handlers[method];
    const trie = this.#tries[method];
    const staticMap = createNullObject();
    const handlerData = [];
    const [regexp, indexReplacementMap, paramReplacementMap] = trie.buildRegExp();
    const own = createNullObject();
    const entries = handlers.map(([h, p], i) => {
      (own[p] ??= []).push(i);
      return [h, trie.paths[p][1].reduceRight((map, [key, varIndex]) => {
        map[key] = paramReplacementMap[varIndex];
        return map;
      }, createNullObject())];
    });
    const wildcards = Object.keys(own).filter((p) => endsWithWildcard(trie.paths[p][2]));
    for (const path in trie.paths) {
      const [index, , keys] = trie.paths[path];
      const indexes = [...own[path]];
      for (const p of wildcards) if (p !== path && covers(trie.paths[p][2], keys)) indexes.push(...own[p]);
      const data = indexes.sort((a, b) => a - b).map((i) => entries[i]);
      if (index === -1) {
        const last = Math.max(-1, ...data.flatMap(([, map]) => Object.values(map)));
        staticMap[path] = [data, last === -1 ? emptyParam : path.match(regexp).slice(0, last + 1)];
      } else handlerData[index] = data;
    }
    return [
      regexp,
      indexReplacementMap.map((i) => handlerData[i]),
      staticMap
    ];
  }
};
var SmartRouter = class {
  name = "SmartRouter";
  #routers = [];
  #routes = [];
  constructor(init) {
    this.#routers = init.routers;
  }
  add(method, path, handler) {
    if (!this.#routes) throw new Error(MESSAGE_MATCHER_IS_ALREADY_BUILT);
    this.#routes.push([
      method,
      path,
      handler
    ]);
  }
  match(method, path) {
    if (!this.#routes) throw new Error("Fatal error");
    const routers = this.#routers;
    const routes = this.#routes;
    const len = routers.length;
    let i = 0;
    let res;
    for (; i < len; i++) {
      const router = routers[i];
      try {
        for (let i2 = 0, len2 = routes.length; i2 < len2; i2++) router.add(...routes[i2]);
        res = router.match(method, path);
      } catch (e) {
        if (e instanceof UnsupportedPathError) continue;
        throw e;
      }
      this.match = router.match.bind(router);
      this.#routers = [router];
      this.#routes = void 0;
      break;
    }
    if (i === len) throw new Error("Fatal error");
    this.name = `SmartRouter + ${this.activeRouter.name}`;
    return res;
  }
  get activeRouter() {
    if (this.#routes || this.#routers.length !== 1) throw new Error("No active router has been determined yet.");
    return this.#routers[0];
  }
};
var emptyParams = createNullObject();
var order = 0;
var Node3 = class Node4 {
  #methods = [];
  #children = createNullObject();
  #patterns = [];
  #pattern;
  #params = emptyParams;
  insert(method, path, handler) {
    let curNode = this;
    const parts = splitRoutingPath(path);
    const possibleKeys = /* @__PURE__ */ new Set();
    let i = 0;
    for (const p of parts) {
      const nextP = parts[++i];
      const pattern = getPattern(p, nextP) || (nextP === void 0 && p && p.indexOf("*") === p.length - 1 ? p : null);
      const isParam = Array.isArray(pattern);
      const key = isParam ? pattern[0] : pattern || p;
      const child = curNode.#children[key] ||= new Node4();
      if (pattern && !child.#pattern) {
        child.#pattern = pattern;
        curNode.#patterns.push(child);
      }
      curNode = child;
      if (isParam) possibleKeys.add(pattern[1]);
    }
    curNode.#methods.push({ [method]: {
      handler,
      possibleKeys: [...possibleKeys],
      score: ++order
    } });
  }
  #pushHandlerSets(handlerSets, node, method, nodeParams, params) {
    for (let i = 0, len = node.#methods.length; i < len; i++) {
      const m = node.#methods[i];
      const handlerSet = m[method] || m["ALL"];
      if (handlerSet) {
        handlerSet.params = createNullObject();
        handlerSets.push(handlerSet);
        for (let i2 = 0, len2 = handlerSet.possibleKeys.length; i2 < len2; i2++) {
          const key = handlerSet.possibleKeys[i2];
          handlerSet.params[key] = params?.[key] && !i2 ? params[key] : nodeParams[key] ?? params?.[key];
        }
      }
    }
  }
  search(method, path) {
    const handlerSets = [];
    this.#params = emptyParams;
    let curNodes = [this];
    const parts = splitPath(path);
    const curNodesQueue = [];
    const len = parts.length;
    let partOffsets = null;
    for (let i = 0; i < len; i++) {
      const part = parts[i];
      const isLast = i === len - 1;
      const tempNodes = [];
      for (let j = 0, len2 = curNodes.length; j < len2; j++) {
        const node = curNodes[j];
        const nextNode = node.#children[part];
        if (nextNode) {
          nextNode.#params = node.#params;
          if (isLast) {
            if (nextNode.#children["*"]) this.#pushHandlerSets(handlerSets, nextNode.#children["*"], method, node.#params);
            this.#pushHandlerSets(handlerSets, nextNode, method, node.#params);
          } else tempNodes.push(nextNode);
        }
        for (const child of node.#patterns) {
          const pattern = child.#pattern;
          const params = node.#params === emptyParams ? {} : { ...node.#params };
          if (typeof pattern === "string") {
            if (pattern === "*" || part.startsWith(pattern.slice(0, -1))) {
              this.#pushHandlerSets(handlerSets, child, method, node.#params);
              if (pattern === "*") {
                child.#params = params;
                tempNodes.push(child);
              }
            }
            continue;
          }
          const [, name, matcher] = pattern;
          if (!part && matcher === true) continue;
          if (matcher !== true) {
            if (!partOffsets) {
              partOffsets = [];
              let offset = path[0] === "/" ? 1 : 0;
              for (let p = 0; p < len; p++) {
                partOffsets[p] = offset;
                offset += parts[p].length + 1;
              }
            }
            const restPathString = path.slice(partOffsets[i]);
            const m = matcher.exec(restPathString);
            if (m) {
              if (!Object.hasOwn(params, name)) params[name] = m[0];
              this.#pushHandlerSets(handlerSets, child, method, node.#params, params);
              if (m[0].length === restPathString.length && child.#children["*"]) this.#pushHandlerSets(handlerSets, child.#children["*"], method, node.#params, params);
              for (const _ in child.#children) {
                child.#params = params;
                const componentCount = m[0].match(/\//g)?.length ?? 0;
                (curNodesQueue[componentCount] ||= []).push(child);
                break;
              }
              continue;
            }
          }
          if (matcher === true || matcher.test(part)) {
            if (!Object.hasOwn(params, name)) params[name] = part;
            if (isLast) {
              this.#pushHandlerSets(handlerSets, child, method, params, node.#params);
              if (child.#children["*"]) this.#pushHandlerSets(handlerSets, child.#children["*"], method, params, node.#params);
            } else {
              child.#params = params;
              tempNodes.push(child);
            }
          }
        }
      }
      const shifted = curNodesQueue.shift();
      curNodes = shifted ? tempNodes.concat(shifted) : tempNodes;
    }
    if (handlerSets[1]) handlerSets.sort((a, b) => {
      return a.score - b.score;
    });
    return [handlerSets.map(({ handler, params }) => [handler, params])];
  }
};
var TrieRouter = class {
  name = "TrieRouter";
  #node = new Node3();
  add(method, path, handler) {
    for (const result of checkOptionalParameter(path) || [path]) this.#node.insert(method, result, handler);
  }
  match(method, path) {
    return this.#node.search(method, path);
  }
};
var Hono3 = class extends Hono {
  /**
  * Creates an instance of the Hono class.
  *
  * @param options - Optional configuration options for the Hono instance.
  */
  constructor(options = {}) {
    super(options);
    this.router = options.router ?? new SmartRouter({ routers: [new RegExpRouter(), new TrieRouter()] });
  }
};
var PAGES = {
  loginCallback: {
    method: "GET",
    path: "/login/callback",
    summary: "Where an issuer sends the browser back to.",
    maxBodyBytes: 0
  },
  loginPage: {
    method: "GET",
    path: "/login/{id}",
    summary: "Asks for the code that the command line shows.",
    maxBodyBytes: 0
  },
  loginConfirm: {
    method: "POST",
    path: "/login/{id}",
    summary: "Takes the code, and sends the browser to the issuer.",
    maxBodyBytes: 1024
  }
};
var CALLBACK_PATH = PAGES.loginCallback.path;
async function logInWithToken(context2, { sessionKey, login, token, firstAdmin }) {
  const { file, resolved } = await findLogin(context2, login);
  if (!resolved.flows.includes("loopback")) {
    throw new import_chunk_A5BHWNUW.RequestRefusal("refused", {
      message: `the login ${login} is by ${resolved.flows.join(" or ")}`,
      rule: `logins.${login}.flows`
    });
  }
  const claims = await verifyIdToken(context2, resolved, token);
  const nonce = (0, import_chunk_EA47D034.sessionNonce)(context2.identity.coordinatorId, (0, import_cli5.decodeBase64url)(sessionKey));
  if (!claims || claims["nonce"] !== nonce) throw strange(context2);
  const account = factsOf(resolved, claims);
  if (!account) throw strange(context2);
  if (firstAdmin !== null) await (0, import_chunk_A5BHWNUW.tryFirstAdminCode)(context2.store, firstAdmin, context2.clock.now());
  return openSession(context2, file, { resolved, account, sessionKey, flow: "loopback", firstAdmin, token });
}
async function findLogin(context2, name) {
  const registered = await context2.store.read((tx) => context2.environments(tx));
  const login = registered?.file.logins?.find((candidate) => candidate.name === name);
  if (registered && login) return { file: registered.file, resolved: (0, import_environments_file_B169AE2E.resolveLogin)(login) };
  const names = registered?.file.logins?.map((candidate) => candidate.name) ?? [];
  throw new import_chunk_A5BHWNUW.RequestRefusal("not-found", {
    message: `there is no login ${name}`,
    help: names.length === 0 ? 'environments.yml lists none under "logins"' : `there is ${names.join(", ")}`
  });
}
async function verifyIdToken(context2, { trusted, login }, token) {
  const issuers = await context2.issuerKeys.keysFor([trusted], token);
  const result = (0, import_chunk_6D9B2BDF2.verifyToken)(token, { issuers, audience: login.clientId });
  if (result.kind === "refused") {
    context2.diagnostics.log("debug", "an ID token was refused", { code: result.code });
    return void 0;
  }
  const { iss, iat, exp } = result.claims;
  if (iss !== trusted.issuer) return void 0;
  const now = context2.clock.now();
  const age = now - iat * import_cli3.SECOND;
  const isCurrent2 = typeof exp === "number" && now < exp * import_cli3.SECOND + import_chunk_6D9B2BDF2.MAX_CLOCK_SKEW;
  return isCurrent2 && age <= import_chunk_6D9B2BDF2.MAX_ADMISSION_TOKEN_AGE && age >= -import_chunk_6D9B2BDF2.MAX_CLOCK_SKEW ? result.claims : void 0;
}
function strange(context2) {
  context2.refusals.add();
  return new import_chunk_A5BHWNUW.RequestRefusal("untrusted", { message: "untrusted" });
}
var MAX_BYTES = 1024 * 1024;
var TIMEOUT_MS = 1e4;
var userSchema = (0, import_chunk_CF656EE42.looseObject)({ id: (0, import_chunk_CF656EE42.int)().min(1) });
var organisationsSchema = (0, import_chunk_CF656EE42.array)((0, import_chunk_CF656EE42.looseObject)({ id: (0, import_chunk_CF656EE42.int)().min(1) })).max(100);
function githubEndpoints(issuer) {
  return {
    authorization: `${issuer}/login/oauth/authorize`,
    token: `${issuer}/login/oauth/access_token`,
    device: `${issuer}/login/device/code`
  };
}
function githubApi(issuer) {
  const { host } = new URL(issuer);
  if (host === "github.com") return "https://api.github.com";
  return host.endsWith(".ghe.com") ? `https://api.${host}` : `${issuer}/api/v3`;
}
async function fetchGithubAccount(context2, { issuer, login }, accessToken) {
  const http = (0, import_chunk_2BC21E11.createHttpClient)(
    login.ca === void 0 ? {} : { ca: (0, import_cli5.decodeUtf8)(await context2.readFile(login.ca)) }
  );
  const get = async (path, schema) => {
    const source = `${githubApi(issuer)}${path}`;
    const { status, body } = await http.request({
      method: "GET",
      url: source,
      headers: {
        authorization: `Bearer ${accessToken.reveal()}`,
        accept: "application/vnd.github+json",
        "user-agent": "sallyport"
      },
      maxBytes: MAX_BYTES,
      timeoutMs: TIMEOUT_MS
    });
    if (status !== 200) throw new import_cli6.SallyportError("HTTP_FAILED", { message: `${source} answered ${status}` });
    return (0, import_cli2.decode)(schema, (0, import_chunk_CF656EE4.parseStrictJson)(body, { source, maxBytes: MAX_BYTES }), { source });
  };
  try {
    const { id: id2 } = await get("/user", userSchema);
    const organisations = (await get("/user/orgs?per_page=100", organisationsSchema)).map(
      (each) => String(each.id)
    );
    return {
      issuer,
      subject: String(id2),
      clientId: login.clientId,
      tenant: null,
      organisations,
      values: organisations,
      amr: [],
      acr: [],
      authenticatedAt: null
    };
  } finally {
    await http.close();
  }
}
async function withProvider(context2, resolved, work) {
  const { login, issuer } = resolved;
  const read = async (path) => (0, import_cli5.decodeUtf8)(await context2.readFile(path));
  const provider = await (0, import_chunk_8BE2930D2.openProvider)({
    issuer,
    clientId: login.clientId,
    ...login.clientSecret === void 0 ? {} : { clientSecret: new import_cli.Secret((await read(login.clientSecret)).trim()) },
    ...login.ca === void 0 ? {} : { ca: await read(login.ca) },
    ...login.preset === "github" ? { endpoints: githubEndpoints(issuer) } : {}
  });
  try {
    return await work(provider);
  } finally {
    await provider.close();
  }
}
async function identifyAccount(context2, resolved, { idToken, accessToken }, nonce) {
  if (resolved.login.preset === "github") return fetchGithubAccount(context2, resolved, accessToken);
  const claims = idToken === void 0 ? void 0 : await verifyIdToken(context2, resolved, idToken);
  if (!claims || nonce !== null && claims["nonce"] !== nonce) return void 0;
  return factsOf(resolved, claims);
}
var MAX_LIFETIME = 15 * import_cli3.MINUTE;
var MAX_ATTEMPTS = 1e3;
var CODE_LETTERS = "BCDFGHJKLMNPQRSTVWXZ";
var ATTEMPTS = (0, import_chunk_A5BHWNUW.collection)("login");
async function findAttemptKey(tx, id2) {
  return (await ATTEMPTS.find(tx, id2))?.value.sessionKey;
}
async function beginLogin(context2, request) {
  const { resolved } = await findLogin(context2, request.login);
  const { login } = resolved;
  if (!resolved.flows.includes(request.flow)) {
    throw new import_chunk_A5BHWNUW.RequestRefusal("refused", {
      message: `the login ${login.name} is by ${resolved.flows.join(" or ")}`,
      rule: `logins.${login.name}.flows`
    });
  }
  if (request.firstAdmin !== null) {
    await (0, import_chunk_A5BHWNUW.tryFirstAdminCode)(context2.store, request.firstAdmin, context2.clock.now());
  }
  const attempt2 = `l-${(0, import_cli5.encodeHex)(context2.random.bytes(16))}`;
  return request.flow === "device" ? beginDevice(context2, request, attempt2) : beginBrowser(context2, request, attempt2);
}
async function finishLogin(context2, id2) {
  const now = context2.clock.now();
  const found = await context2.store.read((tx) => ATTEMPTS.find(tx, id2));
  if (!found || (found.expiresAt ?? 0) <= now) {
    throw new import_chunk_A5BHWNUW.RequestRefusal("not-found", {
      message: "this login has expired",
      help: "begin again: sallyport login"
    });
  }
  const { outcome, device } = found.value;
  if (outcome) return outcome;
  if (!device) return { kind: "pending", intervalSeconds: 2 };
  return pollDevice(context2, id2, found.value);
}
async function concludeAttempt(context2, id2, attempt2, tokens) {
  const outcome = await judge(context2, attempt2, tokens);
  await context2.store.write(
    "login outcome",
    (tx) => ATTEMPTS.change(tx, id2, (value) => ({ ...value, outcome }))
  );
  return outcome;
}
async function judge(context2, { login, sessionKey, firstAdmin, browser }, tokens) {
  try {
    const { file, resolved } = await findLogin(context2, login);
    const account = await identifyAccount(context2, resolved, tokens, browser?.nonce ?? null);
    if (!account) return { kind: "refused", reason: "what the issuer answered is not to be believed" };
    const flow = browser ? "browser" : "device";
    const session = await openSession(context2, file, {
      resolved,
      account,
      sessionKey,
      flow,
      firstAdmin,
      token: null
    });
    return { kind: "done", session: describeSession(session) };
  } catch (thrown) {
    if (thrown instanceof import_chunk_A5BHWNUW.RequestRefusal || thrown instanceof import_cli6.SallyportError) {
      return { kind: "refused", reason: (0, import_cli6.messageOf)(thrown).slice(0, 2e3) };
    }
    throw thrown;
  }
}
async function beginDevice(context2, request, id2) {
  const { resolved } = await findLogin(context2, request.login);
  const { facts, login } = resolved;
  const started = await withProvider(
    context2,
    resolved,
    (provider) => provider.startDevice({ scope: facts.scope, acrValues: login.mfa?.acr ?? [] })
  ).catch(issuerFailed);
  const now = context2.clock.now();
  const intervalSeconds = Math.min(60, Math.max(1, started.intervalSeconds));
  const lifetime = Math.min(MAX_LIFETIME, started.expiresInSeconds * import_cli3.SECOND);
  const expiresAt = now + lifetime;
  const nextAt = now + intervalSeconds * import_cli3.SECOND;
  const device = { code: started.deviceCode, intervalSeconds, nextAt };
  await keep(context2, id2, { ...attemptOf(request), device, browser: null }, expiresAt);
  return {
    attempt: id2,
    url: started.url,
    code: started.userCode,
    intervalSeconds,
    expiresAt: (0, import_cli3.formatTimestamp)(expiresAt)
  };
}
async function beginBrowser(context2, request, id2) {
  const random = () => (0, import_cli5.encodeBase64url)(context2.random.bytes(32));
  const letters = [...context2.random.bytes(8)].map((byte) => CODE_LETTERS[byte % CODE_LETTERS.length]);
  const code = `${letters.slice(0, 4).join("")}-${letters.slice(4).join("")}`;
  const browser = { code, state: random(), nonce: random(), verifier: random(), cookie: null };
  const expiresAt = context2.clock.now() + MAX_LIFETIME;
  await keep(context2, id2, { ...attemptOf(request), device: null, browser }, expiresAt);
  return {
    attempt: id2,
    url: `${context2.url}/login/${id2}`,
    code,
    intervalSeconds: 2,
    expiresAt: (0, import_cli3.formatTimestamp)(expiresAt)
  };
}
function attemptOf({ sessionKey, login, firstAdmin }) {
  return { sessionKey, login, firstAdmin, outcome: null };
}
async function keep(context2, id2, attempt2, expiresAt) {
  const now = context2.clock.now();
  await context2.store.write("login attempt", async (tx) => {
    const standing = await tx.documents.list("login", void 0, MAX_ATTEMPTS);
    if (standing.length >= MAX_ATTEMPTS) {
      throw new import_chunk_A5BHWNUW.RequestRefusal("too-many", {
        message: "too many logins are under way; try again in some minutes"
      });
    }
    await ATTEMPTS.insert(tx, { id: id2, value: attempt2, now, expiresAt });
  });
}
async function pollDevice(context2, id2, attempt2) {
  const { device } = attempt2;
  const now = context2.clock.now();
  const pending = { kind: "pending", intervalSeconds: device.intervalSeconds };
  if (now < device.nextAt - import_cli3.SECOND) return pending;
  const isOurs2 = await context2.store.write(
    "login poll",
    (tx) => ATTEMPTS.change(
      tx,
      id2,
      (value) => value.device?.nextAt === device.nextAt && value.outcome === null ? later(value, now, 0) : void 0
    )
  );
  if (!isOurs2) return pending;
  const { resolved } = await findLogin(context2, attempt2.login);
  const answer2 = await withProvider(context2, resolved, (provider) => provider.pollDevice(device.code)).catch(
    issuerFailed
  );
  if (answer2.kind === "issued") return concludeAttempt(context2, id2, attempt2, answer2.tokens);
  if (answer2.kind === "pending") return pending;
  if (answer2.kind === "slower") {
    await context2.store.write("login poll", (tx) => ATTEMPTS.change(tx, id2, (value) => later(value, now, 5)));
    return { ...pending, intervalSeconds: pending.intervalSeconds + 5 };
  }
  const refused6 = { kind: "refused", reason: answer2.reason };
  await context2.store.write(
    "login outcome",
    (tx) => ATTEMPTS.change(tx, id2, (value) => ({ ...value, outcome: refused6 }))
  );
  return refused6;
}
function later(attempt2, now, moreSeconds) {
  const device = attempt2.device;
  const intervalSeconds = device.intervalSeconds + moreSeconds;
  return {
    ...attempt2,
    device: { ...device, intervalSeconds, nextAt: now + intervalSeconds * import_cli3.SECOND }
  };
}
function issuerFailed(thrown) {
  if (!(thrown instanceof import_cli6.SallyportError)) throw thrown;
  throw new import_chunk_A5BHWNUW.RequestRefusal("not-ready", {
    message: (0, import_cli6.messageOf)(thrown),
    help: "the issuer may be down; try again"
  });
}
var REQUESTS_PER_MINUTE = 600;
async function identifyCaller(context2, request, callers, claimedKey2) {
  if (callers.includes("anybody")) return { kind: "anybody" };
  const keyId = (0, import_chunk_8A5887D9.peekRequestKeyId)(request.headers);
  if (keyId === void 0) throw unsigned();
  const candidate = await findCandidate(context2, keyId, callers, claimedKey2);
  if (!candidate) throw new import_chunk_A5BHWNUW.RequestRefusal("untrusted", { message: "untrusted" });
  const nonce = checkSignature(context2, request, candidate.key);
  await consumeNonce(context2, keyId, nonce);
  const caller = await candidate.identify();
  refuseState(caller);
  refuseCaller(caller, callers);
  return caller;
}
async function findCandidate(context2, keyId, callers, claimedKey2) {
  if (callers.includes("holder")) {
    const machineKey = await claimedKey2();
    if (machineKey === void 0) return void 0;
    const key = (0, import_cli5.decodeBase64url)(machineKey);
    return (0, import_chunk_BIEF65K5.keyIdOf)(key) === keyId ? { key, identify: () => ({ kind: "holder", machineKey }) } : void 0;
  }
  const admin = context2.identity.admins.find((key) => (0, import_chunk_BIEF65K5.keyIdOf)(key) === keyId);
  if (admin) return { key: admin, identify: () => ({ kind: "admin", keyId }) };
  return context2.store.read(async (tx) => {
    const node = await tx.nodes.findByKeyId(keyId);
    if (node) {
      return {
        key: (0, import_cli5.decodeBase64url)(node.machineKey),
        identify: () => ({ kind: "node", node })
      };
    }
    const session = await findSession(tx, keyId);
    return session && {
      key: (0, import_cli5.decodeBase64url)(session.sessionKey),
      identify: () => identifyPerson(context2, session)
    };
  });
}
async function identifyPerson(context2, session) {
  const now = context2.clock.now();
  return context2.store.read(async (tx) => {
    const file = (await context2.environments(tx))?.file;
    return { kind: "person", session: await judgeSession(tx, file, session, now) };
  });
}
function checkSignature(context2, { method, targetUri, body, headers }, publicKey) {
  const { coordinatorId } = context2.identity;
  const now = context2.clock.now();
  const judgement = (0, import_chunk_8A5887D9.verifyRequest)({ method, targetUri, body }, headers, { publicKey, coordinatorId, now });
  if (judgement.kind === "verified") return judgement.nonce;
  throw signatureRefusal(judgement.code, targetUri);
}
function signatureRefusal(code, targetUri) {
  if (code === "missing") return unsigned();
  if (code === "skew") {
    return new import_chunk_A5BHWNUW.RequestRefusal("skew", {
      message: "the request was signed more than 60 s before or after the time here",
      help: "set the clock; the time here stands in this reply"
    });
  }
  const why = {
    malformed: "the signature headers are not of the form that Sallyport uses",
    coordinator: "the request was signed for another coordinator",
    key: "the request was signed by another key than it names",
    digest: "the content-digest is not that of the body",
    signature: `the signature does not verify; it must cover ${targetUri}`
  };
  return new import_chunk_A5BHWNUW.RequestRefusal("signature-invalid", { message: why[code] });
}
async function consumeNonce(context2, keyId, nonce) {
  const limits = { keepMs: import_chunk_8A5887D9.NONCE_LIFETIME, perMinute: REQUESTS_PER_MINUTE };
  const now = context2.clock.now();
  const result = await context2.store.writeApart("nonce", (tx) => tx.nonces.consume(keyId, nonce, now, limits));
  if (result === "used")
    throw new import_chunk_A5BHWNUW.RequestRefusal("replayed", { message: "this very request was received before" });
  if (result === "too-many") {
    throw new import_chunk_A5BHWNUW.RequestRefusal("too-many", {
      message: `a key may sign ${REQUESTS_PER_MINUTE} requests a minute`
    });
  }
}
function refuseState(caller) {
  if (caller.kind !== "node" || caller.node.state === "active") return;
  if (caller.node.state === "suspended") {
    throw new import_chunk_A5BHWNUW.RequestRefusal("suspended", {
      message: "this node is suspended: its machine key was used by two sessions at once",
      help: "ask an operator: sallyport nodes list, then nodes resume or nodes revoke"
    });
  }
  throw new import_chunk_A5BHWNUW.RequestRefusal("revoked", { message: `this node has ${ENDED[caller.node.state]}` });
}
var ENDED = {
  revoked: "been revoked",
  left: "left the mesh",
  ended: "reached the end of its lease"
};
function refuseCaller(caller, callers) {
  const kinds = kindsOf(caller);
  if (kinds.some((kind) => callers.includes(kind))) return;
  throw new import_chunk_A5BHWNUW.RequestRefusal("forbidden", {
    message: `callers of kind ${kinds.join(", ")} may not call this route`,
    ...caller.kind === "person" ? { help: `it is for: ${callers.join(", ")}` } : {}
  });
}
function kindsOf(caller) {
  if (caller.kind === "person") return caller.session.roles;
  return [caller.kind === "node" ? caller.node.kind : caller.kind];
}
function unsigned() {
  return new import_chunk_A5BHWNUW.RequestRefusal("signature-required", {
    message: "this route wants a request that is signed with HTTP Message Signatures (RFC 9421)"
  });
}
var JSON_TYPE = "application/json";
function makeOpenApi() {
  const paths = {};
  for (const [name, route] of Object.entries(import_chunk_8A5887D93.ROUTES)) {
    paths[route.path] ??= {};
    paths[route.path][route.method.toLowerCase()] = makeOperation(name, route);
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Sallyport coordinator",
      version: "1",
      description: "Requests and replies carry HTTP Message Signatures (RFC 9421, ed25519). Streams (/v1/stream, /v1/relay) are WebSocket upgrades."
    },
    paths,
    components: {
      schemas: { Problem: schemaOf(import_chunk_8A5887D9.problemSchema, "output") },
      securitySchemes: {
        messageSignature: {
          type: "apiKey",
          in: "header",
          name: "Signature",
          description: "RFC 9421, with Signature-Input and Content-Digest"
        }
      }
    }
  };
}
function makeOperation(name, route) {
  const isOpen3 = route.callers.includes("anybody");
  return {
    operationId: name,
    summary: route.summary,
    "x-callers": route.callers,
    "x-max-body-bytes": route.maxBodyBytes,
    security: isOpen3 ? [] : [{ messageSignature: [] }],
    parameters: parametersOf(route),
    ...route.request === void 0 ? {} : {
      requestBody: {
        required: true,
        content: { [JSON_TYPE]: { schema: schemaOf(route.request, "input") } }
      }
    },
    responses: {
      200: { description: "Done.", content: { [JSON_TYPE]: { schema: schemaOf(route.reply, "output") } } },
      default: {
        description: `A refusal: ${[...new Set(Object.values(import_chunk_8A5887D9.PROBLEMS))].join(", ")}.`,
        content: { [JSON_TYPE]: { schema: { $ref: "#/components/schemas/Problem" } } }
      }
    }
  };
}
function parametersOf({ params }) {
  if (!(params instanceof import_chunk_CF656EE42.ZodObject)) return [];
  return Object.entries(params.shape).map(([name, schema]) => ({
    name,
    in: "path",
    required: true,
    schema: schemaOf(schema, "input")
  }));
}
function schemaOf(schema, io) {
  const { $schema: _, ...json2 } = (0, import_chunk_CF656EE42.toJSONSchema)(schema, { io, unrepresentable: "any" });
  return json2;
}
function findLockedOut(before, after, agents) {
  const still = reachable(after, agents);
  const was = before ? reachable(before, agents) : new Set(agents.map(({ id: id2 }) => id2));
  return agents.filter(({ id: id2, port }) => port !== null && was.has(id2) && !still.has(id2));
}
function reachable(rules, agents) {
  const reached = /* @__PURE__ */ new Set();
  for (const rule of rules.rules) {
    for (const source of imagineWorkloads(rules, rule)) {
      for (const { target, ports } of grantedTargets(
        { ...rules, rules: [rule] },
        source,
        agents,
        rule.approval?.environment
      )) {
        if (target.port !== null && ports.includes(target.port)) reached.add(target.id);
      }
    }
  }
  return reached;
}
var ANYBODY = { forge: "github", issuer: "", repositoryId: "", ownerId: "" };
function imagineWorkloads(rules, { sources, where }) {
  const named = sources.flatMap((selector) => {
    if (selector.kind === "workload") {
      const identity = rules.workloads.get(selector.name);
      return identity ? [{ forge: (0, import_chunk_FACE8E312.forgeOfSelector)(selector.name), issuer: "", ...identity }] : [];
    }
    return selector.kind === "everybody" ? [ANYBODY] : [];
  });
  return named.map((identity) => ({
    name: "(imagined)",
    ipv4: void 0,
    ipv6: void 0,
    tags: [],
    user: void 0,
    routes: [],
    workload: {
      ...identity,
      ref: where.ref?.[0] ?? "",
      environment: where.environment?.[0] ?? "",
      event: where.event?.[0] ?? "",
      workflow: where.workflow?.[0] ?? "",
      runner: where.runner?.[0] ?? ""
    }
  }));
}
async function reconcileEdges(tx, before, rules, random) {
  const version = await (0, import_chunk_A5BHWNUW.nextMapVersion)(tx);
  const agents = await liveAgents(tx);
  const touched = /* @__PURE__ */ new Set();
  let added = 0;
  let removed = 0;
  for (const node of await findConcerned(tx, before, rules)) {
    const standing = (await tx.edges.listOf(node.id)).filter(({ source }) => source === node.id);
    const wanted = await wantedTargets(tx, rules, node, agents, standing);
    const kept = /* @__PURE__ */ new Set();
    for (const edge of standing) {
      if (wanted.get(edge.target)?.join() === edge.ports.join()) {
        kept.add(edge.target);
        continue;
      }
      await tx.edges.remove(edge.id, version);
      removed++;
      touched.add(edge.source).add(edge.target);
    }
    for (const [target, ports] of wanted) {
      if (kept.has(target)) continue;
      const approval = standing.find((edge) => edge.target === target)?.approval ?? null;
      await tx.edges.insert(newEdge(random, { source: node.id, target, ports, approval, version }));
      added++;
      touched.add(node.id).add(target);
    }
  }
  return { added, removed, touched };
}
async function findConcerned(tx, before, after) {
  const nodes = (await tx.nodes.list()).filter(({ kind }) => kind !== "person");
  if (!before) return nodes;
  const { gone, come } = (0, import_chunk_FACE8E31.changedRules)(before, after);
  if (gone.length + come.length === 0) return [];
  const network = new import_chunk_FACE8E31.Network(await Promise.all(nodes.map((node) => toSubject(tx, node))));
  const engines = [
    new import_chunk_FACE8E31.AccessEngine({ ...before, rules: gone }, network),
    new import_chunk_FACE8E31.AccessEngine({ ...after, rules: come }, network)
  ];
  return nodes.filter((_, index) => engines.some((engine) => engine.rulesOf(index).length > 0));
}
async function toSubject(tx, node) {
  const lease = node.kind === "agent" ? void 0 : await tx.leases.find(node.id);
  return toAccessNode(node, lease && claimsOfLease(lease));
}
function newEdge(random, edge) {
  const { version, ...rest } = edge;
  return { id: `e-${(0, import_cli5.encodeHex)(random.bytes(16))}`, ...rest, addedVersion: version, removedVersion: null };
}
async function wantedTargets(tx, rules, node, agents, standing) {
  if (node.kind === "agent") {
    const others = agents.filter(({ id: id2 }) => id2 !== node.id);
    const granted2 = grantedTargets(rules, toAccessNode(node), others);
    return new Map(granted2.map(({ target, ports }) => [target.id, ports]));
  }
  const lease = await tx.leases.find(node.id);
  if (!lease) return /* @__PURE__ */ new Map();
  const reached = agents.filter(({ id: id2 }) => standing.some(({ target }) => target === id2));
  const approvedFor = lease.approval === null ? void 0 : node.environment;
  const granted = narrowedToDeployments(
    grantedTargets(rules, toAccessNode(node, claimsOfLease(lease)), reached, approvedFor)
  );
  return new Map(
    granted.filter(({ maxLeaseMs = Number.POSITIVE_INFINITY }) => lease.end - lease.start <= maxLeaseMs).map(({ target, ports }) => [target.id, ports])
  );
}
async function reconcilePeople({ environments, accessRules, random }, tx, now) {
  const nodes = await tx.nodes.listPersonal();
  if (nodes.length === 0) return { added: 0, removed: 0, touched: /* @__PURE__ */ new Set(), ended: [] };
  const file = (await environments(tx))?.file;
  const rules = (await accessRules(tx))?.rules;
  const agents = await liveAgents(tx);
  const version = await (0, import_chunk_A5BHWNUW.nextMapVersion)(tx);
  const touched = /* @__PURE__ */ new Set();
  const ended = [];
  let added = 0;
  let removed = 0;
  for (const node of nodes) {
    const source = await findPersonSource(tx, file, node, now);
    if (!source) {
      const peers = await (0, import_chunk_A5BHWNUW.writeNodeEnd)(tx, node.id, "session-ended", now);
      removed += peers.length;
      for (const id2 of [node.id, ...peers]) touched.add(id2);
      ended.push(node.id);
      continue;
    }
    const granted = rules ? grantedTargets(rules, source, agents) : [];
    const change2 = await changeEdges(tx, node, await withinLease(tx, node, granted), { version, random });
    added += change2.added;
    removed += change2.removed;
    for (const id2 of change2.touched) touched.add(id2);
  }
  return { added, removed, touched, ended };
}
async function withinLease(tx, { id: id2 }, granted) {
  const lease = await tx.leases.find(id2);
  if (!lease) return [];
  return granted.filter(({ maxLeaseMs = Number.POSITIVE_INFINITY }) => lease.end - lease.start <= maxLeaseMs);
}
async function changeEdges(tx, node, granted, { version, random }) {
  const standing = await tx.edges.listOf(node.id);
  const touched = /* @__PURE__ */ new Set();
  const isSame = (edge, { target, ranges }) => edge.target === target.id && JSON.stringify(edge.ranges) === JSON.stringify(ranges);
  const gone = standing.filter((edge) => !granted.some((each) => isSame(edge, each)));
  const come = granted.filter((each) => !standing.some((edge) => isSame(edge, each)));
  for (const { id: id2, target } of gone) {
    await tx.edges.remove(id2, version);
    touched.add(node.id).add(target);
  }
  for (const { target, ports, ranges = [] } of come) {
    const edge = { source: node.id, target: target.id, ports, ranges, approval: null, version };
    await tx.edges.insert(newEdge(random, edge));
    touched.add(node.id).add(target.id);
  }
  return { added: come.length, removed: gone.length, touched };
}
var CHANGES = (0, import_chunk_A5BHWNUW.collection)("policy-change");
var VOTES = (0, import_chunk_A5BHWNUW.collection)("vote");
async function findBallot(tx, digest) {
  const statement = await tx.submissions.findStatement(digest);
  const votes = (await VOTES.list(tx, digest)).map(({ value }) => value);
  const signatures = votes.filter((vote2) => vote2.kind === "key").map(({ keyid, sig }) => ({ keyid, sig }));
  if (statement) {
    const submission = await tx.submissions.find(statement.submission);
    return submission && approvalBallot(tx, statement, submission, signatures);
  }
  const change2 = (await CHANGES.find(tx, digest))?.value;
  if (!change2) return void 0;
  const bytes = Buffer.from(change2.bytes, "base64");
  const { notBefore, notAfter } = (0, import_chunk_8BE2930D.parsePolicyChange)(bytes);
  return {
    kind: "policy-change",
    digest,
    payloadType: import_chunk_8BE2930D.POLICY_CHANGE_PAYLOAD_TYPE,
    question: {
      bytes,
      notBefore: (0, import_cli3.parseTimestamp)(notBefore),
      notAfter: (0, import_cli3.parseTimestamp)(notAfter),
      involved: [],
      ...change2.askedBy === null ? {} : { askedBy: change2.askedBy }
    },
    wanted: change2.wanted,
    tokens: votes.filter((vote2) => vote2.kind === "login").map(({ token }) => token),
    signatures,
    change: change2
  };
}
async function countBallot(context2, file, ballot) {
  const { payloadType, question: question2, tokens, signatures } = ballot;
  if (tokens.length === 0 && signatures.length === 0) return [];
  const trusted = [...file.issuers, ...(file.logins ?? []).map((login) => (0, import_environments_file_B169AE2E.resolveLogin)(login).trusted)];
  const issuers = /* @__PURE__ */ new Map();
  for (const token of tokens) {
    for (const [url, keys] of await context2.issuerKeys.keysFor(trusted, token)) issuers.set(url, keys);
  }
  const envelope = {
    payloadType,
    payload: (0, import_cli5.encodeBase64)(question2.bytes),
    signatures: [...signatures]
  };
  return (0, import_chunk_6D9B2BDF2.countPeople)(file.people ?? [], { envelope, tokens, question: question2, issuers }).approved;
}
async function approvalBallot(tx, statement, submission, signatures) {
  const tokens = await tx.submissions.listPersonTokens(statement.digest);
  const { quorum } = JSON.parse(submission.evidence);
  return {
    kind: "approval",
    digest: statement.digest,
    payloadType: import_chunk_E7E632613.STATEMENT_PAYLOAD_TYPE,
    question: (0, import_chunk_6D9B2BDF2.questionOf)((0, import_chunk_E7E632613.parseApprovalStatement)(statement.bytes), statement.bytes),
    wanted: quorum,
    tokens: tokens.map(({ token }) => token),
    signatures,
    statement,
    submission
  };
}
function quorums(file) {
  const wanted = Object.entries(file.environments).map(([name, environment]) => {
    const rules = file.rules.filter(({ environments }) => environments.includes(name));
    return [name, Math.max(environment.quorum ?? 0, ...rules.map(({ quorum }) => quorum ?? 0))];
  });
  return new Map(wanted.filter(([, quorum]) => quorum > 0));
}
function findLoosenings(before, after) {
  const shared = [
    ...loosenedPeople(before, after),
    ...loosenedLogins(before, after),
    ...loosenedPushers(before, after)
  ];
  return [...quorums(before).keys()].flatMap((name) => {
    const own = loosenedEnvironment(before, after, name);
    return [...own, ...shared].map((what) => ({ environment: name, what }));
  });
}
function loosenedEnvironment(before, after, name) {
  const old = (0, import_environments_file_B169AE2E.findEnvironment)(before, name);
  const now = (0, import_environments_file_B169AE2E.findEnvironment)(after, name);
  if (!now) return ["the environment is removed"];
  return [
    ...loosenedDemands(old, now),
    ...loosenedRules(before, after, name),
    ...loosenedIssuers(before, after, name)
  ];
}
function loosenedDemands(old, now) {
  const longest = (a, b, byDefault) => (0, import_cli3.parseDuration)(a ?? byDefault) >= (0, import_cli3.parseDuration)(b ?? byDefault);
  const floor = { old: old.floor, now: now.floor };
  const isKept = {
    "floor.scanners": holdsAll(floor.now.scanners, floor.old.scanners),
    "floor.policies": holdsAll(floor.old.policies, floor.now.policies),
    "floor.minToolVersion": isAtLeast(floor.now.minToolVersion, floor.old.minToolVersion),
    "floor.advisories.maxAge": longest(floor.old.advisories.maxAge, floor.now.advisories.maxAge, "0s"),
    "floor.advisories.digests": narrows(floor.old.advisories.digests, floor.now.advisories.digests),
    "floor.maxVerdictAge": longest(floor.old.maxVerdictAge, floor.now.maxVerdictAge, "0s"),
    provenance: old.provenance !== "required" || now.provenance === "required",
    builders: (now.builders ?? []).every(
      (one) => (old.builders ?? []).some((other) => (0, import_node_util.isDeepStrictEqual)(one, other))
    ),
    quorum: (now.quorum ?? 0) >= (old.quorum ?? 0),
    after: old.after === void 0 || old.after === now.after,
    freezes: (old.freezes ?? []).every(
      (one) => (now.freezes ?? []).some((other) => (0, import_node_util.isDeepStrictEqual)(one, other))
    ),
    approvalLifetime: longest(old.approvalLifetime, now.approvalLifetime, import_environments_file_B169AE2E.DEFAULT_APPROVAL_LIFETIME),
    maxLease: longest(old.maxLease, now.maxLease, import_environments_file_B169AE2E.DEFAULT_MAX_LEASE),
    tunnel: old.tunnel === "workload" || now.tunnel !== "workload",
    breakGlass: holdsAll(old.breakGlass ?? [], now.breakGlass ?? [])
  };
  return Object.entries(isKept).filter(([, kept]) => !kept).map(([key]) => key);
}
function loosenedRules(before, after, name) {
  const naming = (file) => file.rules.filter(({ environments }) => environments.includes(name));
  const old = naming(before);
  return after.rules.flatMap(
    (rule, index) => !rule.environments.includes(name) || old.some((wider) => isWithin(rule, wider)) ? [] : [`rules[${index}]`]
  );
}
function isWithin(rule, wider) {
  const same = ["application", "issuer", "repositoryId", "ownerId"];
  const scopes = wider.scopes ?? {};
  return same.every((key) => rule[key] === wider[key]) && (wider.repository === void 0 || rule.repository === wider.repository) && rule.gate.workflow === wider.gate.workflow && (wider.gate.anyWorkflow === true || holdsAll(wider.gate.commits ?? [], rule.gate.commits ?? ["any"])) && holdsAll(wider.events ?? import_chunk_R2HSE3F3.DEFAULT_EVENTS, rule.events ?? import_chunk_R2HSE3F3.DEFAULT_EVENTS) && holdsAll(wider.refs, rule.refs) && holdsAll(wider.runners ?? import_chunk_R2HSE3F3.DEFAULT_RUNNERS, rule.runners ?? import_chunk_R2HSE3F3.DEFAULT_RUNNERS) && narrows(wider.policies, rule.policies) && Object.entries(scopes).every(([label, values]) => narrows(values, rule.scopes?.[label])) && (rule.quorum ?? 0) >= (wider.quorum ?? 0);
}
function loosenedIssuers(before, after, name) {
  const used = /* @__PURE__ */ new Set([
    ...before.rules.filter(({ environments }) => environments.includes(name)).map(({ issuer }) => issuer),
    ...(before.people ?? []).flatMap(({ identities }) => (identities ?? []).map(({ issuer }) => issuer)),
    ...(before.pushers ?? []).map(({ issuer }) => issuer)
  ]);
  return before.issuers.flatMap((old) => {
    const now = after.issuers.find(({ issuer }) => issuer === old.issuer);
    return !used.has(old.issuer) || now === void 0 || (0, import_node_util.isDeepStrictEqual)(old, now) ? [] : [`issuers: ${old.issuer}`];
  });
}
function loosenedPeople(before, after) {
  return (after.people ?? []).flatMap((person) => {
    const old = before.people?.find(({ id: id2 }) => id2 === person.id);
    return old && isPersonWithin(person, old) ? [] : [`people: ${person.id}`];
  });
}
function isPersonWithin(person, old) {
  return holdsAll(old.keys ?? [], person.keys ?? []) && holdsAll(person.accounts, old.accounts) && (person.identities ?? []).every(
    (one) => (old.identities ?? []).some((other) => (0, import_node_util.isDeepStrictEqual)(one, other))
  );
}
function loosenedLogins(before, after) {
  return (after.logins ?? []).flatMap((login) => {
    const old = before.logins?.find(({ name }) => name === login.name);
    return (0, import_node_util.isDeepStrictEqual)(old, login) ? [] : [`logins: ${login.name}`];
  });
}
function loosenedPushers(before, after) {
  return (after.pushers ?? []).flatMap(
    (pusher, index) => before.pushers?.some((old) => (0, import_node_util.isDeepStrictEqual)(old, pusher)) ? [] : [`pushers[${index}]`]
  );
}
function holdsAll(list, values) {
  return values.every((value) => list.includes(value));
}
function narrows(old, now) {
  return old === void 0 || now !== void 0 && holdsAll(old, now);
}
function isAtLeast(version, old) {
  if (old === void 0) return true;
  if (version === void 0) return false;
  const [a, b] = [version, old].map((text) => text.split(".").map(Number));
  const index = a.findIndex((part, at) => part !== b[at]);
  return index < 0 || a[index] > b[index];
}
var ANYBODY2 = "(anybody)@(anywhere)";
function imaginePeople(rules, { sources }) {
  return sources.flatMap((selector) => imagine(rules, selector));
}
function imagine({ groups, ipsets }, selector) {
  switch (selector.kind) {
    case "user": {
      const user = selector.name.replace(/^user:\*@/, "(anybody)@");
      return [{ name: selector.name, node: nodeOf(user) }];
    }
    case "group":
      return (groups.get(selector.name) ?? []).map((user) => ({ name: user, node: nodeOf(user) }));
    case "everybody":
      return [{ name: "everybody", node: nodeOf(ANYBODY2) }];
    case "autogroup":
      return [{ name: `autogroup:${selector.name}`, node: { ...nodeOf(ANYBODY2), roles: [selector.name] } }];
    case "prefix":
      return [withinPrefix(selector.prefix)];
    case "ipset":
      return prefixesOf(ipsets.get(selector.name) ?? []).map(withinPrefix);
    default:
      return [];
  }
}
function nodeOf(user) {
  return {
    name: "(imagined)",
    ipv4: void 0,
    ipv6: void 0,
    tags: [],
    user,
    routes: [],
    workload: void 0
  };
}
function withinPrefix(prefix) {
  const { address } = prefix;
  const of = address.family === 4 ? { ipv4: address } : { ipv6: address };
  return { name: (0, import_chunk_0722AEF2.formatPrefix)(prefix), node: { ...nodeOf(ANYBODY2), ...of } };
}
function prefixesOf(set2) {
  return set2.flatMap((step) => {
    if (!step.add) return [];
    return step.kind === "prefix" ? [step.prefix] : prefixesOf(step.set);
  });
}
function findLoosenedAccess(before, after, agents, guarded) {
  const targets = agents.filter(({ environment }) => guarded.has(environment));
  const old = before ? grantsOf(before, agents, targets) : void 0;
  const found = grantsOf(after, agents, targets).filter(
    (grant) => old ? !old.some((other) => covers2(other, grant)) : !grant.needsApproval
  );
  const words = found.map(
    ({ environment, target, first, last, source }) => JSON.stringify({
      environment,
      what: `access: ${source} reaches ${target}:${first}${last === first ? "" : `-${last}`}`.slice(0, 500)
    })
  );
  return [...new Set(words)].slice(0, 64).map((text) => JSON.parse(text));
}
function grantsOf(rules, agents, targets) {
  return rules.rules.flatMap((rule) => {
    const one = { ...rules, rules: [rule] };
    const workloads = imagineWorkloads(rules, rule).map((node) => ({
      node,
      name: nameOf(node, rule),
      id: ""
    }));
    const nodes = agents.map((agent) => ({ node: toAccessNode(agent), name: agent.name, id: agent.id }));
    const people = imaginePeople(rules, rule).map((person) => ({ ...person, id: "" }));
    return [...workloads, ...nodes, ...people].flatMap(
      ({ node, name, id: id2 }) => grantedTargets(one, node, targets, rule.approval?.environment).filter(({ target }) => target.id !== id2).flatMap(
        ({ target, ports, ranges, maxLeaseMs }) => (ranges ?? ports.map((port) => ({ first: port, last: port }))).map(({ first, last }) => ({
          environment: target.environment,
          target: target.name,
          first,
          last,
          source: name,
          needsApproval: rule.approval?.environment === target.environment,
          maxLeaseMs: maxLeaseMs ?? Number.POSITIVE_INFINITY
        }))
      )
    );
  });
}
function nameOf({ workload }, { where }) {
  const { repositoryId, ownerId, forge, issuer } = workload ?? {};
  const conditions = Object.entries(where).map(([key, values]) => `${key} ${[...values].sort().join("|")}`);
  const who = repositoryId === "" ? "everybody" : `repository ${repositoryId} of ${ownerId}${forge === "gitlab" ? " at GitLab" : ""}${issuer ? ` at ${issuer}` : ""}`;
  return [who, ...conditions.sort()].join(", ");
}
function covers2(old, grant) {
  return old.source === grant.source && old.target === grant.target && old.first <= grant.first && old.last >= grant.last && (!old.needsApproval || grant.needsApproval) && old.maxLeaseMs >= grant.maxLeaseMs;
}
var LIFETIME = 3 * import_cli3.DAY;
var MAX_LOOSENINGS = 256;
async function judgeQuorum(context2, files, pusher, options) {
  const plan = await context2.store.read((tx) => planChange(context2, tx, files));
  if (plan.kind === "free") return plan;
  const { wanted, loosens } = plan;
  const known = plan.change;
  if (known === void 0) {
    const change2 = options.dryRun ? (0, import_cli4.formatDigest)((0, import_cli4.sha256)(plan.bytes)) : await context2.store.write("policy change", (tx) => propose(context2, tx, plan, pusher));
    if (!options.dryRun) await context2.log.integrate();
    return { kind: "waiting", change: change2, wanted, given: 0, loosens };
  }
  const { ballot, registered } = await context2.store.read(async (tx) => ({
    ballot: await findBallot(tx, known),
    registered: await context2.environments(tx)
  }));
  const given = ballot && registered ? (await countBallot(context2, registered.file, ballot)).length : 0;
  if (given >= wanted) return { kind: "approved", change: known };
  return { kind: "waiting", change: known, wanted, given, loosens };
}
async function confirmQuorum(context2, tx, files, judgement) {
  if (judgement.kind === "waiting") return;
  const plan = await planChange(context2, tx, files);
  if (judgement.kind === "free" && plan.kind === "free") return;
  const isOurs2 = judgement.kind === "approved" && plan.kind === "waiting" && plan.change === judgement.change && await CHANGES.change(tx, judgement.change, (value) => ({ ...value, state: "applied" }));
  if (isOurs2) return;
  throw new import_cli6.SallyportError("STORE_CONFLICT", {
    message: "something else was registered meanwhile; push again"
  });
}
async function planChange(context2, tx, files) {
  const before = await context2.environments(tx);
  if (!before) return { kind: "free" };
  const loosens = await findAll(context2, tx, files);
  if (loosens.length === 0) return { kind: "free" };
  const wanted = Math.max(...loosens.map(({ environment }) => quorums(before.file).get(environment) ?? 0));
  const rules = await context2.accessRules(tx);
  const digestOf = (file) => file && (0, import_cli4.formatDigest)((0, import_cli4.sha256)((0, import_cli5.encodeUtf8)(file.text)));
  const change2 = {
    coordinator: context2.identity.coordinatorId,
    environments: files.environments && { from: before.digest, to: digestOf(files.environments) },
    access: files.access && { from: rules?.digest ?? null, to: digestOf(files.access) },
    loosens: loosens.slice(0, MAX_LOOSENINGS)
  };
  const now = context2.clock.now();
  const notAfter = (0, import_cli3.formatTimestamp)(now + LIFETIME);
  const bytes = (0, import_chunk_8BE2930D.emitPolicyChange)({ ...change2, notBefore: (0, import_cli3.formatTimestamp)(now), notAfter });
  return { kind: "waiting", wanted, loosens, bytes, change: await findSame(tx, change2, now) };
}
async function findAll(context2, tx, files) {
  const before = await context2.environments(tx);
  const guarded = new Set(quorums(before.file).keys());
  if (guarded.size === 0) return [];
  const loosens = files.environments ? findLoosenings(before.file, (0, import_environments_file_B169AE2E.parseEnvironments)(files.environments.text, "environments.yml")) : [];
  if (!files.access) return loosens;
  const rules = (await context2.accessRules(tx))?.rules;
  const next = (0, import_chunk_FACE8E312.parseAccessRules)(files.access.text, "access.hujson");
  return [...loosens, ...findLoosenedAccess(rules, next, await liveAgents(tx), guarded)];
}
async function findSame(tx, change2, now) {
  for (const { id: id2, value, expiresAt } of await CHANGES.list(tx)) {
    if (value.state !== "waiting" || (expiresAt ?? 0) <= now) continue;
    const { environments, access } = (0, import_chunk_8BE2930D.parsePolicyChange)(Buffer.from(value.bytes, "base64"));
    if (JSON.stringify({ environments, access }) === JSON.stringify({ environments: change2.environments, access: change2.access })) {
      return id2;
    }
  }
  return void 0;
}
async function propose(context2, tx, { bytes, wanted, loosens }, { by, person }) {
  const now = context2.clock.now();
  const change2 = (0, import_cli4.formatDigest)((0, import_cli4.sha256)(bytes));
  const environments = [...new Set(loosens.map(({ environment }) => environment))].slice(0, 64);
  const value = {
    bytes: (0, import_cli5.encodeBase64)(bytes),
    wanted,
    environments,
    by,
    askedBy: person,
    state: "waiting"
  };
  const expiresAt = now + LIFETIME;
  if (await CHANGES.insert(tx, { id: change2, value, now, expiresAt })) {
    const at = (0, import_cli3.formatTimestamp)(now);
    await tx.log.append((0, import_chunk_8A5887D95.emitLogEntry)({ type: "policy-change", version: 1, at, change: change2, by, environments }));
  }
  return change2;
}
var UNTOUCHED = { added: 0, removed: 0, touched: /* @__PURE__ */ new Set() };
var DryRun = class extends Error {
  reply;
  constructor(reply) {
    super("a dry run is not committed");
    this.reply = reply;
  }
};
async function push(context2, request, pusher) {
  const { by } = pusher;
  const judgement = await judgeQuorum(context2, request, pusher, request);
  if (judgement.kind === "waiting" && !request.dryRun) return waitingReply(judgement);
  try {
    const { reply, touched, ended } = await context2.store.write("push", async (tx) => {
      await confirmQuorum(context2, tx, request, judgement);
      const done2 = await writePush(context2, tx, request, pusher);
      if (request.dryRun) throw new DryRun(done2.reply);
      return done2;
    });
    await (0, import_chunk_A5BHWNUW.announceEnds)(context2, { ended, touched }, "session-ended");
    context2.diagnostics.log("info", "policy pushed", { by, ...reply.edges });
    return reply;
  } catch (thrown) {
    if (thrown instanceof DryRun) {
      return judgement.kind === "waiting" ? { ...thrown.reply, waiting: waitingReply(judgement).waiting } : thrown.reply;
    }
    throw thrown;
  }
}
async function writePush(context2, tx, { environments, access, acceptLockOut }, pusher) {
  const { by } = pusher;
  const now = context2.clock.now();
  await pusher.pay?.(tx, environments !== null || access !== null);
  const before = await context2.accessRules(tx);
  const file = environments && await (0, import_chunk_A5BHWNUW.registerEnvironments)(tx, { ...environments, source: "environments.yml", by, now });
  const registered = access && await registerAccessRules(tx, { ...access, by, now });
  await refuseAmbiguousWorkloads(context2, tx);
  const lockedOut = registered ? findLockedOut(before?.rules, registered.rules, await liveAgents(tx)) : [];
  const names = lockedOut.map(({ name }) => name);
  if (names.length > 0 && !acceptLockOut) throw lockOut(names);
  if (file && !acceptLockOut) await refuseOwnLockOut(tx, file.file, pusher, now);
  const changed = registered ? await reconcileEdges(tx, before?.rules, registered.rules, context2.random) : UNTOUCHED;
  const people = await reconcilePeople(context2, tx, now);
  return {
    reply: {
      environments: file ? { version: file.version, digest: file.digest } : null,
      access: registered ? { version: registered.version, digest: registered.digest } : null,
      edges: { added: changed.added + people.added, removed: changed.removed + people.removed },
      lockedOut: names.slice(0, 100),
      waiting: null
    },
    ended: people.ended,
    touched: /* @__PURE__ */ new Set([...changed.touched, ...people.touched])
  };
}
async function refuseAmbiguousWorkloads(context2, tx) {
  const trusted = (await context2.environments(tx))?.file.rules ?? [];
  const workloads = (await context2.accessRules(tx))?.rules.workloads ?? /* @__PURE__ */ new Map();
  for (const [name, { issuer }] of workloads) {
    if (issuer !== void 0) continue;
    const forge = (0, import_chunk_FACE8E312.forgeOfSelector)(name);
    const issuers = new Set(
      trusted.filter(({ gate }) => (0, import_chunk_R2HSE3F3.forgeOfWorkflow)(gate) === forge).map((rule) => rule.issuer)
    );
    if (issuers.size < 2) continue;
    throw new import_chunk_A5BHWNUW.RequestRefusal("malformed", {
      message: `${name} may be of ${[...issuers].join(" or of ")}`,
      help: 'name it in access.hujson: "workloads": { "\u2026": { "issuer": "https://\u2026", \u2026 } }',
      rule: "access.hujson"
    });
  }
}
async function refuseOwnLockOut(tx, file, { session, mayStill }, now) {
  if (mayStill && !mayStill(file)) throw ownLockOut("this workload could not push any more after this change");
  const record = session === void 0 ? void 0 : await findSession(tx, session);
  if (!record) return;
  const stays = await judgeSession(tx, file, record, now).then(
    ({ roles }) => roles.includes("admin"),
    (thrown) => {
      if (thrown instanceof import_chunk_A5BHWNUW.RequestRefusal) return false;
      throw thrown;
    }
  );
  if (stays) return;
  throw ownLockOut("you would be no admin any more after this change");
}
function ownLockOut(message) {
  return new import_chunk_A5BHWNUW.RequestRefusal("refused", {
    message,
    help: "let somebody else push it, or say that you mean it: --accept-lock-out",
    rule: "environments.yml"
  });
}
function waitingReply({
  change: change2,
  wanted,
  given,
  loosens
}) {
  const lines = loosens.map(({ environment, what }) => `${environment}: ${what}`).slice(0, 256);
  const waiting = { change: change2, wanted, given, loosens: lines };
  return { environments: null, access: null, edges: { added: 0, removed: 0 }, lockedOut: [], waiting };
}
function lockOut(names) {
  return new import_chunk_A5BHWNUW.RequestRefusal("refused", {
    message: `no workload could deploy to ${names.slice(0, 10).join(", ")}${names.length > 10 ? " and others" : ""} any more`,
    help: "add a grant, or say that you mean it: --accept-lock-out",
    rule: "access.hujson"
  });
}
var KEEP_MS2 = import_cli3.DAY;
function tokenBinding(purpose, ...fields) {
  return (0, import_cli5.encodeBase64url)((0, import_cli4.labelledHash)("sallyport/token-use/v1", purpose, ...fields));
}
async function consumeToken(tx, claims, use) {
  const jti = (0, import_chunk_6D9B2BDF2.jtiOf)(claims);
  if (jti === void 0) throw new Error("a token without jti is no verified workload token");
  const { binding, result, now } = use;
  const expiresAt = now + KEEP_MS2;
  if (await tx.tokens.consume({ issuer: claims.iss, jti, binding, result, expiresAt })) return void 0;
  const before = await tx.tokens.find(claims.iss, jti);
  if (before?.binding === binding) return before.result;
  throw new import_chunk_A5BHWNUW.RequestRefusal("replayed", {
    message: "this token was used before, with other keys or for something else",
    help: "ask the issuer for a new token",
    claim: "jti"
  });
}
function checkWorkload(file, result, question2) {
  if (result.kind === "refused") throw untrusted(result.reason);
  const { claims } = result;
  const known = file.rules.map((rule, index) => ({ rule, place: `rules[${index}]` })).filter(({ rule }) => isKnown(rule, claims));
  if (known.length === 0) throw untrusted("no rule names this repository");
  let nearest;
  for (const { rule, place } of known) {
    const mismatch = (0, import_chunk_R2HSE3F3.checkTrustRule)(rule, { ...question2, claims });
    if (!mismatch) return { claims, rule, place };
    const { claim: claim2, reason } = mismatch;
    nearest ??= new import_chunk_A5BHWNUW.RequestRefusal("refused", { message: `${place}: ${reason}`, rule: place, claim: claim2 });
  }
  throw nearest;
}
async function recordRefusal(context2, route, refusal, claims) {
  if (refusal.kind === "untrusted" || !claims) {
    context2.refusals.add();
    return;
  }
  const entry = (0, import_chunk_8A5887D95.emitLogEntry)({
    type: "refusal",
    version: 1,
    at: (0, import_cli3.formatTimestamp)(context2.clock.now()),
    ...workloadIds(claims),
    route,
    kind: refusal.kind,
    rule: refusal.details.rule ?? null,
    claim: refusal.details.claim ?? null
  });
  await context2.store.write(`refusal: ${route}`, (tx) => tx.log.append(entry));
}
function workloadIds(claims) {
  return {
    issuer: claims.iss,
    repositoryId: idOrNull(claims["repository_id"]),
    runId: idOrNull(claims["run_id"]),
    runAttempt: idOrNull(claims["run_attempt"])
  };
}
var STRANGER_MESSAGE = "untrusted";
function untrusted(reason) {
  const refusal = new import_chunk_A5BHWNUW.RequestRefusal("untrusted", { message: STRANGER_MESSAGE });
  refusal.cause = reason;
  return refusal;
}
function isKnown(rule, claims) {
  return rule.issuer === claims.iss && rule.repositoryId === claims["repository_id"] && rule.ownerId === claims["repository_owner_id"];
}
function idOrNull(value) {
  return typeof value === "string" && /^(?:0|[1-9][0-9]{0,19})$/.test(value) ? value : null;
}
async function pushByWorkload(context2, request) {
  const file = (await context2.store.read((tx) => context2.environments(tx)))?.file;
  if (!file) throw new import_chunk_A5BHWNUW.RequestRefusal("untrusted", { message: STRANGER_MESSAGE });
  const audience = audienceOf(context2, request);
  const issuers = await context2.issuerKeys.keysFor(file.issuers, request.token);
  const token = (0, import_chunk_6D9B2BDF2.verifyWorkloadToken)(request.token, { issuers, audience });
  const claims = await judge2(context2, file, token);
  const by = (0, import_cli5.encodeBase64url)((0, import_cli4.sha256)((0, import_cli5.encodeUtf8)(request.token)));
  return push(context2, await withVersions(context2, request), {
    by,
    person: null,
    pay: (tx, changes) => pay(context2, tx, claims, { request, audience, changes }),
    mayStill: (next) => (next.pushers ?? []).some((rule) => (0, import_environments_file_B169AE2E.checkPusherRule)(rule, claims) === void 0)
  });
}
function audienceOf({ identity }, request) {
  const digestOf = (text) => text === null ? void 0 : (0, import_cli4.sha256)((0, import_cli5.encodeUtf8)(text));
  return (0, import_chunk_EA47D034.pushAudience)({
    coordinatorId: identity.coordinatorId,
    environments: digestOf(request.environments),
    access: digestOf(request.access),
    acceptLockOut: request.acceptLockOut
  });
}
async function judge2(context2, file, token) {
  try {
    if (token.kind === "refused") throw untrusted2(token.reason);
    checkAge(context2, token.claims);
    checkPushers(file.pushers ?? [], token.claims);
    return token.claims;
  } catch (thrown) {
    if (thrown instanceof import_chunk_A5BHWNUW.RequestRefusal) {
      await recordRefusal(context2, "push", thrown, token.kind === "verified" ? token.claims : void 0);
    }
    throw thrown;
  }
}
function checkAge({ clock }, { iat }) {
  const age = clock.now() - iat * import_cli3.SECOND;
  if (age > import_chunk_6D9B2BDF2.MAX_ADMISSION_TOKEN_AGE || age < -import_chunk_6D9B2BDF2.MAX_CLOCK_SKEW)
    throw untrusted2("the token is too old, or of the future");
}
function checkPushers(pushers, claims) {
  const known = pushers.map((rule, index) => ({ rule, place: `pushers[${index}]` })).filter(({ rule }) => isKnown2(rule, claims));
  if (known.length === 0) throw untrusted2("no pusher is of this repository");
  const judged = known.map(({ rule, place: place2 }) => ({ place: place2, mismatch: (0, import_environments_file_B169AE2E.checkPusherRule)(rule, claims) }));
  if (judged.some(({ mismatch: mismatch2 }) => mismatch2 === void 0)) return;
  const { place, mismatch } = judged[0];
  throw new import_chunk_A5BHWNUW.RequestRefusal("refused", {
    message: `${place}: ${mismatch.reason}`,
    rule: place,
    claim: mismatch.claim
  });
}
function isKnown2({ issuer, repositoryId, ownerId }, claims) {
  return issuer === claims.iss && repositoryId === claims["repository_id"] && ownerId === claims["repository_owner_id"];
}
async function withVersions({ store }, { environments, access, dryRun, acceptLockOut }) {
  return store.read(async (tx) => {
    const now = { environments: await tx.environments.current(), access: await tx.accessRules.current() };
    const fileOf = (text, current) => text === null || text === current?.text ? null : { text, replaces: current?.version ?? null };
    return {
      environments: fileOf(environments, now.environments),
      access: fileOf(access, now.access),
      dryRun,
      acceptLockOut
    };
  });
}
async function pay(context2, tx, claims, { request, audience, changes }) {
  const now = context2.clock.now();
  const binding = tokenBinding("push", audience);
  const before = await consumeToken(tx, claims, { binding, result: "push", now });
  if (before !== void 0) {
    if (!changes) return;
    throw new import_chunk_A5BHWNUW.RequestRefusal("replayed", {
      message: "this token pushed these files before, and something else was pushed since",
      help: "start a new run",
      claim: "jti"
    });
  }
  await noteRun(tx, claims);
  const digestOf = (text) => text === null ? null : (0, import_cli4.formatDigest)((0, import_cli4.sha256)((0, import_cli5.encodeUtf8)(text)));
  await tx.log.append(
    (0, import_chunk_8A5887D95.emitLogEntry)({
      type: "policy-push",
      version: 1,
      at: (0, import_cli3.formatTimestamp)(now),
      ...workloadIds(claims),
      tokenDigest: (0, import_cli4.formatDigest)((0, import_cli4.sha256)((0, import_cli5.encodeUtf8)(request.token))),
      environments: digestOf(request.environments),
      access: digestOf(request.access)
    })
  );
}
async function noteRun(tx, claims) {
  const run = String(claims["run_id"] ?? "");
  if (!/^\d{1,20}$/.test(run)) {
    throw new import_chunk_A5BHWNUW.RequestRefusal("refused", { message: "the token names no run", rule: "run", claim: "run_id" });
  }
  const name = `push-run/${claims.iss}/${String(claims["repository_id"])}`;
  const last = await tx.settings.find(name) ?? "0";
  if (BigInt(run) < BigInt(last)) {
    throw new import_chunk_A5BHWNUW.RequestRefusal("refused", {
      message: `run ${run} is older than run ${last}, which pushed before`,
      help: "start a new run",
      rule: "run",
      claim: "run_id"
    });
  }
  await tx.settings.put(name, run);
}
function untrusted2(reason) {
  const refusal = new import_chunk_A5BHWNUW.RequestRefusal("untrusted", { message: STRANGER_MESSAGE });
  refusal.cause = reason;
  return refusal;
}
var POOL_START = 1681915904;
var POOL_SIZE = 1 << 22;
var CURSOR = "address-cursor";
var RESERVED = ["100.64.0.0/24", "100.100.100.0/24", "100.115.92.0/23"].map(
  import_chunk_0722AEF2.parsePrefix
);
function ulaPrefixOf(root) {
  const bytes = new Uint8Array(16);
  bytes[0] = 253;
  bytes.set((0, import_cli4.sha256)(root).subarray(0, 5), 1);
  return (0, import_chunk_0722AEF2.maskPrefix)({ address: { family: 6, bytes }, bits: 48 });
}
async function leaseAddress(tx, root, now) {
  const start = Number(await tx.settings.find(CURSOR) ?? 0);
  for (let step = 0; step < POOL_SIZE; step++) {
    const host = (start + step) % POOL_SIZE;
    const address = ipv4At(host);
    const ipv4 = (0, import_chunk_0722AEF2.formatIp)(address);
    if (RESERVED.some((prefix) => (0, import_chunk_0722AEF2.prefixContains)(prefix, address))) continue;
    if (await tx.nodes.isAddressTaken(ipv4, now)) continue;
    await tx.settings.put(CURSOR, String((host + 1) % POOL_SIZE));
    return { ipv4, ipv6: (0, import_chunk_0722AEF2.formatIp)(ipv6At(root, host)) };
  }
  throw new import_cli6.SallyportError("LIMIT_EXCEEDED", { message: "every address of 100.64.0.0/10 is taken" });
}
function ipv4At(host) {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, POOL_START + host);
  return { family: 4, bytes };
}
function ipv6At(root, host) {
  const bytes = Uint8Array.from(ulaPrefixOf(root).address.bytes);
  new DataView(bytes.buffer).setUint32(12, host);
  return { family: 6, bytes };
}
var MAX_LABEL = 63;
var MAX_SUFFIX = 6;
async function freeName(tx, wished) {
  const stem = wished.slice(0, MAX_LABEL - MAX_SUFFIX).replace(/-+$/, "");
  const taken = new Set(await tx.nodes.listNamesLike(wished, stem));
  if (!taken.has(wished)) return wished;
  let number = 2;
  while (taken.has(`${stem}-${number}`)) number++;
  return `${stem}-${number}`;
}
function runnerName(claims) {
  const repository = String(claims["repository"] ?? "").split("/").at(-1) ?? "";
  const run = `${toLabel(String(claims["run_id"] ?? "0"))}-${toLabel(String(claims["run_attempt"] ?? "1"))}`;
  const label = toLabel(repository) || "runner";
  return `${label.slice(0, MAX_LABEL - run.length - 1).replace(/-+$/, "")}-${run}`;
}
function toLabel(text) {
  return text.toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "").slice(0, 40).replace(/-+$/, "");
}
async function awaitAgents(context2, nodeId2) {
  const { node, snapshot } = await context2.store.read(async (tx) => {
    const found = await tx.nodes.find(nodeId2);
    if (!found) throw new Error(`the admitted node ${nodeId2} is gone`);
    return {
      node: found,
      snapshot: await (0, import_chunk_A5BHWNUW.makeSnapshot)(tx, found, context2.relays.current(), context2.clock.now())
    };
  });
  await (0, import_chunk_A5BHWNUW.distribute)(context2, [nodeId2, ...snapshot.peers.map(({ id: id2 }) => id2)]);
  const answers = await Promise.all(
    snapshot.peers.map(async (peer) => ({
      peer,
      refused: await context2.sessions.whenAcknowledged(peer.id, node.changedVersion, context2.acknowledgeMs)
    }))
  );
  const { lease } = snapshot.self;
  if (!lease) throw new Error(`the runner ${nodeId2} has no lease`);
  return {
    self: snapshot.self,
    lease,
    peers: snapshot.peers,
    relays: snapshot.relays,
    unacknowledged: answers.filter(({ refused: refused6 }) => !refused6).map(({ peer }) => peer.name),
    refused: answers.flatMap(({ peer, refused: refused6 }) => refusalOf2(peer, refused6?.get(nodeId2)))
  };
}
function refusalOf2(peer, reason) {
  return reason === void 0 ? [] : [{ name: peer.name, reason }];
}
async function checkTunnel(tx, file, request, claims, now) {
  const { application, environment: name, approval } = request;
  const environment = (0, import_environments_file_B169AE2E.findEnvironment)(file, name);
  if (!environment) throw refused(`there is no environment ${name}`, `environments.${name}`);
  const maxLeaseMs = (0, import_cli3.parseDuration)(environment.maxLease ?? import_environments_file_B169AE2E.DEFAULT_MAX_LEASE);
  if (approval === null) {
    if (environment.tunnel === "workload") return { maxLeaseMs, notAfter: null };
    throw refused(`a runner of ${name} must come with an approval`, `environments.${name}.tunnel`);
  }
  const statement = await tx.submissions.findStatement(approval);
  const why = statement ? whyNot(statement, { application, environment: name, claims, now }) : "is not one of ours";
  if (why !== void 0) throw refused(`the approval ${why}`, "approval");
  return { maxLeaseMs, notAfter: statement.notAfter };
}
async function findScope(tx, approval) {
  const statement = await tx.submissions.findStatement(approval);
  return statement ? (0, import_chunk_E7E632613.parseApprovalStatement)(statement.bytes).predicate.scope : {};
}
function whyNot(statement, asked) {
  if (statement.logIndex === null) return "is not signed yet";
  if (statement.revokedAt !== null) return "was revoked";
  if (statement.notAfter <= asked.now) return "has expired";
  if (statement.application !== asked.application || statement.environment !== asked.environment) {
    return `is for ${statement.application} in ${statement.environment}`;
  }
  const { source } = (0, import_chunk_E7E632613.parseApprovalStatement)(statement.bytes).predicate;
  const isSameRun = source?.issuer === asked.claims.iss && source.repositoryId === asked.claims["repository_id"] && source.runId === asked.claims["run_id"];
  return isSameRun ? void 0 : "was given to another run";
}
function refused(message, rule) {
  return new import_chunk_A5BHWNUW.RequestRefusal("refused", { message, rule });
}
async function admit(context2, request) {
  const registered = await context2.store.read((tx) => context2.environments(tx));
  if (!registered) throw new import_chunk_A5BHWNUW.RequestRefusal("untrusted", { message: STRANGER_MESSAGE });
  const { workload, grant } = await judge3(context2, registered.file, request);
  const nodeId2 = await context2.store.write(
    "admission",
    (tx) => writeAdmission(context2, tx, request, workload, grant)
  );
  await context2.log.integrate();
  context2.diagnostics.log("info", "runner admitted", { node: nodeId2, environment: request.environment });
  return awaitAgents(context2, nodeId2);
}
async function judge3(context2, file, request) {
  const token = (0, import_chunk_6D9B2BDF2.verifyAdmissionToken)(request.token, {
    issuers: await context2.issuerKeys.keysFor(file.issuers, request.token),
    now: context2.clock.now(),
    coordinatorId: context2.identity.coordinatorId,
    wireguardKey: (0, import_cli5.decodeBase64url)(request.wireguardKey),
    machineKey: (0, import_cli5.decodeBase64url)(request.machineKey),
    approvalDigest: request.approval === null ? void 0 : (0, import_cli4.parseDigest)(request.approval)
  });
  try {
    const scope = await scopeOf(context2, request);
    const workload = checkWorkload(file, token, { ...request, scope });
    const grant = await context2.store.read(
      (tx) => checkTunnel(tx, file, request, workload.claims, context2.clock.now())
    );
    return { workload, grant };
  } catch (thrown) {
    if (thrown instanceof import_chunk_A5BHWNUW.RequestRefusal) {
      await recordRefusal(context2, "admission", thrown, token.kind === "verified" ? token.claims : void 0);
    }
    throw thrown;
  }
}
async function scopeOf(context2, { approval }) {
  if (approval === null) return {};
  return context2.store.read((tx) => findScope(tx, approval));
}
async function writeAdmission(context2, tx, request, { claims }, grant) {
  const now = context2.clock.now();
  const { wireguardKey, machineKey, approval, application, environment } = request;
  const binding = tokenBinding(
    "admission",
    wireguardKey,
    machineKey,
    approval ?? "",
    application,
    environment
  );
  const fresh = `n-${(0, import_cli5.encodeHex)(context2.random.bytes(16))}`;
  const before = await consumeToken(tx, claims, { binding, result: fresh, now });
  if (before !== void 0) return resumeAdmission(tx, before);
  await refuseKnownKeys(tx, request);
  const node = await insertRunner(context2, tx, fresh, request, runnerName(claims));
  const edges = await context2.edgeRules.edgesOf(tx, { node, application, environment, approval, claims });
  const lease = {
    nodeId: fresh,
    start: now,
    end: Math.min(now + shortest(grant, edges), grant.notAfter ?? Number.POSITIVE_INFINITY),
    issuer: claims.iss,
    jti: (0, import_chunk_6D9B2BDF2.jtiOf)(claims) ?? "",
    token: request.token,
    approval
  };
  await tx.leases.insert(lease);
  await insertEdges(context2, tx, node, edges, approval);
  await tx.log.append(admissionEntry(request, lease, claims, edges));
  return fresh;
}
async function resumeAdmission(tx, nodeId2) {
  const node = await tx.nodes.find(nodeId2);
  if (node?.state === "active") return nodeId2;
  throw new import_chunk_A5BHWNUW.RequestRefusal("replayed", {
    message: "the lease that this token was used for has ended",
    help: "ask the issuer for a new token",
    claim: "jti"
  });
}
async function refuseKnownKeys(tx, request) {
  const taken = await tx.nodes.findByMachineKey(request.machineKey) ?? await tx.nodes.findByWireguardKey(request.wireguardKey);
  if (!taken) return;
  throw new import_chunk_A5BHWNUW.RequestRefusal("conflict", {
    message: "a node with one of these keys is, or was, here",
    help: "make new keys for every admission"
  });
}
async function insertRunner(context2, tx, id2, request, name) {
  const now = context2.clock.now();
  const node = {
    id: id2,
    kind: "runner",
    name: await freeName(tx, name),
    wireguardKey: request.wireguardKey,
    machineKey: request.machineKey,
    ...await leaseAddress(tx, context2.identity.root, now),
    state: "active",
    tags: [],
    applications: [request.application],
    environment: request.environment,
    port: null,
    endpoints: request.endpoints,
    createdAt: now,
    changedVersion: await (0, import_chunk_A5BHWNUW.nextMapVersion)(tx)
  };
  await tx.nodes.insert(node);
  return node;
}
function shortest({ maxLeaseMs }, edges) {
  return Math.min(maxLeaseMs, ...edges.map((edge) => edge.maxLeaseMs ?? maxLeaseMs));
}
async function insertEdges(context2, tx, node, edges, approval) {
  for (const { target, ports } of edges) {
    const version = node.changedVersion;
    await tx.edges.insert(
      newEdge(context2.random, { source: node.id, target: target.id, ports, approval, version })
    );
  }
}
function admissionEntry(request, lease, claims, edges) {
  const { machineKey, wireguardKey, application, environment, approval } = request;
  return (0, import_chunk_8A5887D95.emitLogEntry)({
    type: "admission",
    version: 1,
    at: (0, import_cli3.formatTimestamp)(lease.start),
    node: lease.nodeId,
    machineKey,
    wireguardKey,
    application,
    environment,
    ...workloadIds(claims),
    tokenDigest: (0, import_cli4.formatDigest)((0, import_cli4.sha256)((0, import_cli5.encodeUtf8)(request.token))),
    approval,
    leaseStart: (0, import_cli3.formatTimestamp)(lease.start),
    leaseEnd: (0, import_cli3.formatTimestamp)(lease.end),
    agents: edges.map(({ target }) => target.id)
  });
}
var VSA_PREDICATE_TYPE = "https://slsa.dev/verification_summary/v1";
function signVerificationSummary({ identity }, statementBytes) {
  const { subject, predicate } = (0, import_chunk_E7E632613.parseApprovalStatement)(statementBytes);
  if (!predicate.policy || !predicate.evidence) return void 0;
  const base = `https://sallyport.dev/coordinators/${identity.coordinatorId}`;
  const verdict = predicate.evidence.verdict.slice("sha256:".length);
  const statement = {
    _type: import_chunk_E7E632613.STATEMENT_TYPE,
    subject,
    predicateType: VSA_PREDICATE_TYPE,
    predicate: {
      verifier: { id: base },
      timeVerified: predicate.notBefore,
      resourceUri: `${base}/applications/${predicate.application}#${predicate.environment}`,
      policy: {
        uri: predicate.policy.uri,
        digest: { sha256: predicate.policy.digest.slice("sha256:".length) }
      },
      inputAttestations: [{ uri: `${base}/verdicts/${verdict}`, digest: { sha256: verdict } }],
      verificationResult: "PASSED",
      verifiedLevels: ["SALLYPORT_GATE_PASSED"],
      slsaVersion: "1.2"
    }
  };
  return (0, import_chunk_EA47D0343.signEnvelope)(import_chunk_E7E632613.STATEMENT_PAYLOAD_TYPE, (0, import_cli5.encodeUtf8)(JSON.stringify(statement)), [identity.keys.vsa]);
}
async function assembleApproval(context2, digest) {
  const found = await context2.store.read(async (tx) => {
    const statement2 = await tx.submissions.findStatement(digest);
    const submission2 = statement2 && await tx.submissions.find(statement2.submission);
    return { statement: statement2, submission: submission2, people: await tx.submissions.listPersonTokens(digest) };
  });
  const { statement, submission, people } = found;
  if (!statement || !submission || statement.envelope === null || statement.logIndex === null) {
    throw new Error(`the approval ${digest} is not signed`);
  }
  const logged = await context2.log.proofOf(
    statement.logIndex,
    await context2.cosigning.covering(statement.logIndex)
  );
  const { locations } = JSON.parse(submission.evidence);
  const envelope = JSON.parse(statement.envelope);
  const vsa = signVerificationSummary(context2, statement.bytes);
  const file = (0, import_chunk_E7E632612.emitApprovalFile)({
    envelope,
    ...statement.token === null ? {} : { token: statement.token },
    people: people.map(({ token }) => token),
    keyList: context2.identity.keyListEnvelope,
    log: { entry: (0, import_cli5.encodeBase64)(logged.entry), proof: logged.proof },
    locations: locations[statement.ordinal] ?? [],
    ...vsa === void 0 ? {} : { vsa }
  });
  return (0, import_cli5.decodeUtf8)(file);
}
var MAX_KEY_VOTES = 31;
var REFUSALS = (0, import_chunk_A5BHWNUW.collection)("refusal");
async function vote(context2, digest, request) {
  const { ballot, registered } = await context2.store.read(async (tx) => ({
    ballot: await findBallot(tx, digest),
    registered: await context2.environments(tx)
  }));
  if (!ballot || !registered || !isOpen2(context2, ballot)) throw untrusted3();
  if (ballot.signatures.length >= MAX_KEY_VOTES) {
    throw new import_chunk_A5BHWNUW.RequestRefusal("too-many", { message: `at most ${MAX_KEY_VOTES} keys sign one envelope` });
  }
  const own = "token" in request ? { tokens: [request.token], signatures: [] } : { tokens: [], signatures: [request.signature] };
  const [person] = await countBallot(context2, registered.file, { ...ballot, ...own });
  if (person === void 0) throw untrusted3();
  const listed = registered.file.people?.find(({ id: id2 }) => id2 === person);
  await context2.store.write("vote", (tx) => keepVote(context2, tx, ballot, request, listed));
  await context2.log.integrate();
  const after = await context2.store.read((tx) => findBallot(tx, digest));
  const given = await countBallot(context2, registered.file, after ?? ballot);
  return { given: given.length, wanted: ballot.wanted };
}
async function refuseBallot(context2, digest, refusal) {
  const now = context2.clock.now();
  await context2.store.write("vote refusal", async (tx) => {
    const ballot = await findBallot(tx, digest);
    if (!ballot || !isOpen2(context2, ballot)) {
      throw new import_chunk_A5BHWNUW.RequestRefusal("not-found", { message: `nothing of the digest ${digest} waits for people` });
    }
    const { notAfter: expiresAt } = ballot.question;
    await REFUSALS.insert(tx, { id: digest, value: refusal, now, expiresAt });
    if (ballot.kind === "policy-change") {
      await CHANGES.change(tx, digest, (change2) => ({ ...change2, state: "refused" }));
    } else {
      await REFUSALS.insert(tx, { id: ballot.submission.id, value: refusal, now, expiresAt });
      await tx.submissions.setState(ballot.submission.id, "expired");
    }
    const at = (0, import_cli3.formatTimestamp)(now);
    await tx.log.append(
      (0, import_chunk_8A5887D95.emitLogEntry)({ type: "vote-refused", version: 1, at, by: refusal.by, subject: digest })
    );
  });
  await context2.log.integrate();
}
function isOpen2(context2, ballot) {
  if (ballot.question.notAfter <= context2.clock.now()) return false;
  if (ballot.kind === "policy-change") return ballot.change.state === "waiting";
  const { state, expiresAt } = ballot.submission;
  return state === "reserved" && expiresAt > context2.clock.now();
}
async function keepVote(context2, tx, { digest, kind, question: question2 }, request, person) {
  const now = context2.clock.now();
  const expiresAt = kind === "approval" ? question2.notAfter : void 0;
  const keep2 = { group: digest, now, ...expiresAt === void 0 ? {} : { expiresAt } };
  let isNew;
  if ("signature" in request) {
    const { keyid, sig } = request.signature;
    isNew = await VOTES.insert(tx, { id: `${digest}/${keyid}`, value: { kind: "key", keyid, sig }, ...keep2 });
  } else {
    const { issuer, subject } = identify(request.token);
    const { token } = request;
    isNew = kind === "approval" ? await tx.submissions.addPersonToken({ statement: digest, issuer, subject, token }) : await VOTES.insert(tx, {
      id: `${digest}/${issuer}/${subject}`,
      value: { kind: "login", issuer, subject, token },
      ...keep2
    });
  }
  if (!isNew) return;
  const by = "token" in request ? "login" : "key";
  const entry = { type: "vote", version: 1, at: (0, import_cli3.formatTimestamp)(now), subject: digest, by };
  await tx.log.append((0, import_chunk_8A5887D95.emitLogEntry)({ ...entry, person: await pseudonymOfListed(tx, person) }));
}
async function pseudonymOfListed(tx, person) {
  for (const identity of person?.identities ?? []) {
    const known = await (0, import_chunk_A5BHWNUW.findPseudonym)(tx, identity);
    if (known !== void 0) return known;
  }
  return null;
}
function identify(token) {
  const claims = JSON.parse(new TextDecoder().decode((0, import_cli5.decodeBase64url)(token.split(".")[1] ?? "")));
  const subject = typeof claims === "object" && claims !== null && "sub" in claims ? String(claims.sub) : "";
  return { issuer: (0, import_chunk_6D9B2BDF2.peekToken)(token)?.issuer ?? "", subject };
}
function untrusted3() {
  return new import_chunk_A5BHWNUW.RequestRefusal("untrusted", { message: "untrusted" });
}
var MAX_LISTED = 500;
async function listPending(context2) {
  const now = context2.clock.now();
  const { ballots, registered } = await context2.store.read(async (tx) => {
    const digests = [];
    for (const { id: id2 } of await tx.submissions.listReserved(now, MAX_LISTED)) {
      digests.push(...(await tx.submissions.listStatements(id2)).map(({ digest }) => digest));
    }
    digests.push(...(await CHANGES.list(tx)).map(({ id: id2 }) => id2));
    const found = [];
    for (const digest of digests) found.push(await findBallot(tx, digest));
    return { ballots: found, registered: await context2.environments(tx) };
  });
  const items = [];
  for (const ballot of ballots) {
    if (!ballot || ballot.wanted === 0 || !isOpen2(context2, ballot) || !registered) continue;
    items.push(describe(ballot, (await countBallot(context2, registered.file, ballot)).length));
  }
  return { items };
}
async function showPending(context2, digest) {
  const { ballot, registered } = await context2.store.read(async (tx) => ({
    ballot: await findBallot(tx, digest),
    registered: await context2.environments(tx)
  }));
  if (!ballot || !registered)
    throw new import_chunk_A5BHWNUW.RequestRefusal("not-found", { message: `nothing has the digest ${digest}` });
  const approvedBy = [...await countBallot(context2, registered.file, ballot)];
  return {
    item: describe(ballot, approvedBy.length),
    payloadType: ballot.payloadType,
    bytes: (0, import_cli5.encodeBase64)(ballot.question.bytes),
    approvedBy
  };
}
function describe(ballot, given) {
  const { digest, wanted, question: question2 } = ballot;
  const tally = { digest, wanted, given, notAfter: (0, import_cli3.formatTimestamp)(question2.notAfter) };
  if (ballot.kind === "policy-change") {
    const { environments, by } = ballot.change;
    const { loosens } = (0, import_chunk_8BE2930D.parsePolicyChange)(question2.bytes);
    return {
      kind: "policy-change",
      ...tally,
      environments: [...environments],
      loosens: loosens.map(({ environment, what }) => `${environment}: ${what}`),
      by
    };
  }
  const { subject, predicate } = (0, import_chunk_E7E632613.parseApprovalStatement)(ballot.statement.bytes);
  const { source } = predicate;
  return {
    kind: "approval",
    ...tally,
    application: predicate.application,
    environment: predicate.environment,
    sequence: predicate.sequence,
    action: predicate.kind,
    artifact: { name: subject[0].name, digest: ballot.statement.artifact },
    source: source && {
      repositoryId: source.repositoryId,
      commit: source.commit,
      ref: source.ref,
      runId: source.runId,
      actorId: source.actorId
    }
  };
}
async function acceptReceipt(context2, node, envelope) {
  const receipt = readReceipt(node, envelope);
  const { approval, outcome } = receipt.predicate;
  const bytes = (0, import_cli5.encodeUtf8)(JSON.stringify(envelope));
  const digest = (0, import_cli4.formatDigest)((0, import_cli4.sha256)(bytes));
  const now = context2.clock.now();
  const logIndex = await context2.store.write("receipt", async (tx) => {
    await checkTarget(tx, node, receipt);
    const before = await tx.receipts.find(digest);
    if (before) return before.logIndex;
    const at = (0, import_cli3.formatTimestamp)(now);
    const { id: id2 } = node;
    const index = await tx.log.append(
      (0, import_chunk_8A5887D95.emitLogEntry)({ type: "receipt", version: 1, at, node: id2, approval, receipt: digest, outcome })
    );
    await tx.receipts.insert({
      digest,
      nodeId: id2,
      approval,
      outcome,
      bytes,
      logIndex: index,
      receivedAt: now
    });
    return index;
  });
  await context2.log.integrate();
  return { digest, logIndex };
}
async function listReceipts(context2, approval, reader) {
  return context2.store.read(async (tx) => {
    const own = reader && (await tx.leases.find(reader.id))?.approval;
    if (reader && own !== approval)
      throw new import_chunk_A5BHWNUW.RequestRefusal("forbidden", { message: "this approval is not yours" });
    const receipts = await tx.receipts.listByApproval(approval);
    return {
      receipts: receipts.map(({ nodeId: nodeId2, bytes }) => ({
        node: nodeId2,
        receipt: JSON.parse(new TextDecoder().decode(bytes))
      }))
    };
  });
}
function readReceipt(node, envelope) {
  try {
    return (0, import_chunk_E7E63261.verifyReceipt)(envelope, [(0, import_cli5.decodeBase64url)(node.machineKey)]).receipt;
  } catch (cause) {
    if (!(cause instanceof import_cli6.SallyportError)) throw cause;
    throw new import_chunk_A5BHWNUW.RequestRefusal("refused", { message: `not a receipt of this agent: ${cause.message}` });
  }
}
async function checkTarget(tx, node, { predicate, subject }) {
  const { approval, application, environment } = predicate;
  const statement = await tx.submissions.findStatement(approval);
  const isOwn = statement !== void 0 && statement.envelope !== null && statement.application === application && statement.environment === environment && statement.artifact === `sha256:${subject[0]?.digest.sha256}` && environment === node.environment && node.applications.includes(application);
  if (!isOwn)
    throw new import_chunk_A5BHWNUW.RequestRefusal("not-found", { message: `there is no approval ${approval} for this agent` });
}
async function revokeApproval(context2, digest) {
  const now = context2.clock.now();
  const nodes = await context2.store.write("approval revocation", async (tx) => {
    const statement = await tx.submissions.findStatement(digest);
    if (!statement || statement.envelope === null) {
      throw new import_chunk_A5BHWNUW.RequestRefusal("not-found", { message: `there is no approval ${digest}` });
    }
    if (statement.revokedAt !== null) return [];
    await tx.submissions.revoke(digest, now);
    const { application, environment } = statement;
    const at = (0, import_cli3.formatTimestamp)(now);
    await tx.log.append(
      (0, import_chunk_8A5887D95.emitLogEntry)({ type: "approval-revoked", version: 1, at, application, environment, approval: digest })
    );
    const edges = await tx.edges.removeByApproval(digest, await (0, import_chunk_A5BHWNUW.nextMapVersion)(tx));
    return edges.flatMap(({ source, target }) => [source, target]);
  });
  await context2.log.integrate();
  await (0, import_chunk_A5BHWNUW.distribute)(context2, nodes);
}
var FREEZES = (0, import_chunk_A5BHWNUW.collection)("freeze");
var GLASSES = (0, import_chunk_A5BHWNUW.collection)("break-glass");
var DEFAULT_LIFTS = ["freezes"];
async function freeze(context2, { environment, by }, { until, reason }) {
  const end = until === null ? null : (0, import_cli3.parseTimestamp)(until);
  if (end !== null && end <= context2.clock.now()) {
    throw new import_chunk_A5BHWNUW.RequestRefusal("malformed", { message: `the freeze would have ended, at ${until}` });
  }
  await change(context2, environment, { type: "freeze", environment, by, until }, async (tx, now) => {
    await FREEZES.remove(tx, environment);
    await FREEZES.insert(tx, { id: environment, value: { by, reason, until: end }, now });
  });
}
async function unfreeze(context2, { environment, by }) {
  await change(context2, environment, { type: "unfreeze", environment, by }, async (tx) => {
    if (await FREEZES.remove(tx, environment)) return;
    throw new import_chunk_A5BHWNUW.RequestRefusal("not-found", {
      message: `no person froze ${environment}`,
      help: "a freeze of environments.yml ends by a push"
    });
  });
}
async function breakGlass(context2, { environment, by }, { lifetimeMs, reason }) {
  const until = context2.clock.now() + Math.min(import_cli3.HOUR, lifetimeMs);
  const entry = {
    type: "break-glass",
    environment,
    by,
    until: (0, import_cli3.formatTimestamp)(until),
    reason: (0, import_cli4.formatDigest)((0, import_cli4.sha256)((0, import_cli5.encodeUtf8)(reason)))
  };
  const found = await change(context2, environment, entry, async (tx, now) => {
    await GLASSES.remove(tx, environment);
    await GLASSES.insert(tx, { id: environment, value: { by, reason, until }, now });
  });
  context2.diagnostics.log("warn", "the glass was broken", { environment, by, until: entry.until });
  return { until, lifts: found.breakGlass ?? DEFAULT_LIFTS };
}
async function endBreakGlass(context2, { environment, by }) {
  await change(context2, environment, { type: "break-glass-end", environment, by }, async (tx) => {
    if (await GLASSES.remove(tx, environment)) return;
    throw new import_chunk_A5BHWNUW.RequestRefusal("not-found", { message: `the glass of ${environment} is whole` });
  });
}
async function liftedNow(tx, name, environment, now) {
  const glass = await findStop(tx, GLASSES, name, now);
  return glass ? environment.breakGlass ?? DEFAULT_LIFTS : [];
}
async function findFreeze(tx, name, now) {
  return findStop(tx, FREEZES, name, now);
}
function findFreezeOfFile({ freezes = [] }, now) {
  const index = freezes.findIndex(
    ({ from, until }) => (0, import_cli3.parseTimestamp)(from) <= now && now < (0, import_cli3.parseTimestamp)(until)
  );
  return index < 0 ? void 0 : { index, ...freezes[index] };
}
async function listEnvironments(context2) {
  const now = context2.clock.now();
  return context2.store.read(async (tx) => {
    const file = (await context2.environments(tx))?.file;
    if (!file) return { environments: [] };
    const wanted = quorums(file);
    const environments = [];
    for (const [name, environment] of Object.entries(file.environments)) {
      const ofFile = findFreezeOfFile(environment, now);
      environments.push({
        name,
        quorum: wanted.get(name) ?? 0,
        frozenByFile: ofFile ? `until ${ofFile.until}: ${ofFile.reason}` : null,
        freeze: describe2(await findStop(tx, FREEZES, name, now)),
        breakGlass: describe2(await findStop(tx, GLASSES, name, now))
      });
    }
    return { environments };
  });
}
async function change(context2, name, entry, work) {
  const now = context2.clock.now();
  const found = await context2.store.write(entry.type, async (tx) => {
    const registered = await context2.environments(tx);
    const environment = registered && (0, import_environments_file_B169AE2E.findEnvironment)(registered.file, name);
    if (!environment) throw new import_chunk_A5BHWNUW.RequestRefusal("not-found", { message: `there is no environment ${name}` });
    await work(tx, now);
    await tx.log.append((0, import_chunk_8A5887D95.emitLogEntry)({ version: 1, at: (0, import_cli3.formatTimestamp)(now), ...entry }));
    return environment;
  });
  await context2.log.integrate();
  return found;
}
async function findStop(tx, stops, name, now) {
  const stop = (await stops.find(tx, name))?.value;
  return stop && (stop.until === null || now < stop.until) ? stop : void 0;
}
function describe2(stop) {
  if (!stop) return null;
  return { by: stop.by, until: stop.until === null ? null : (0, import_cli3.formatTimestamp)(stop.until), reason: stop.reason };
}
async function refuseFrozen(tx, { name, environment }, now) {
  if ((await liftedNow(tx, name, environment, now)).includes("freezes")) return;
  const ofFile = findFreezeOfFile(environment, now);
  if (ofFile) {
    throw new import_chunk_A5BHWNUW.RequestRefusal("refused", {
      message: `${name} is frozen until ${ofFile.until}: ${ofFile.reason}`,
      rule: `environments.${name}.freezes[${ofFile.index}]`
    });
  }
  const freeze2 = await findFreeze(tx, name, now);
  if (!freeze2) return;
  const until = freeze2.until === null ? "somebody unfreezes it" : (0, import_cli3.formatTimestamp)(freeze2.until);
  throw new import_chunk_A5BHWNUW.RequestRefusal("refused", {
    message: `${name} is frozen until ${until}: ${freeze2.reason}`,
    rule: `environments.${name}`
  });
}
async function checkPromotion(tx, { name, environment }, artifact) {
  const { after } = environment;
  if (after === void 0 || await tx.receipts.hasCommitted(artifact.digest, after)) return;
  throw new import_chunk_A5BHWNUW.RequestRefusal("refused", {
    message: `${artifact.digest} has no committed receipt in ${after}`,
    help: `deploy this very artifact to ${after} first`,
    rule: `environments.${name}.after`
  });
}
async function checkSources(tx, isConnected, target, artifact) {
  if (!artifact.locations.every((location) => location.startsWith("mesh:"))) return;
  const agents = await tx.nodes.listAgents(target.application, target.environment);
  if (agents.some(({ id: id2 }) => isConnected(id2))) return;
  throw new import_chunk_A5BHWNUW.RequestRefusal("refused", {
    message: `${artifact.name} is only on the runner, and no agent of ${target.application} in ${target.environment} is connected`,
    help: "start an agent, or put the artifact where an agent can fetch it later (https:, oci:, release:)",
    rule: "locations"
  });
}
async function checkRunId(tx, { application, environment }, runId) {
  const highest = await tx.submissions.highestRunId(application, environment);
  if (BigInt(runId) >= highest) return;
  throw new import_chunk_A5BHWNUW.RequestRefusal("refused", {
    message: `run ${runId} is older than run ${highest}, which was approved for ${application} in ${environment}`,
    help: "start a new run, or ask for a rollback",
    rule: "run",
    claim: "run_id"
  });
}
async function sign(context2, submissionId, request) {
  const { submission, statements, file } = await load(context2, submissionId);
  if (submission.state === "signed") return repeat2(context2, statements, request);
  const vouched = await checkTokens(context2, file, statements, request.tokens);
  const quorum = JSON.parse(submission.evidence).quorum;
  await context2.store.write("approval tokens", (tx) => keepTokens(context2, tx, vouched));
  const given = await fewestVotes(context2, file, statements);
  if (given < quorum) {
    const digests = statements.map(({ digest }) => digest);
    return { kind: "waiting", wanted: quorum, given, statements: digests };
  }
  await context2.store.write("approval", (tx) => writeApprovals(context2, tx, submission));
  await context2.log.integrate();
  const { application, environment } = submission;
  context2.diagnostics.log("info", "approval signed", { application, environment, count: statements.length });
  return { kind: "signed", approvals: await assembleAll(context2, statements) };
}
async function load(context2, id2) {
  const loaded = await context2.store.read(async (tx) => ({
    submission: await tx.submissions.find(id2),
    statements: await tx.submissions.listStatements(id2),
    registered: await context2.environments(tx)
  }));
  const { submission, statements, registered } = loaded;
  if (!submission || !registered) throw new import_chunk_A5BHWNUW.RequestRefusal("not-found", { message: STRANGER_MESSAGE });
  if (submission.state === "expired" || submission.state === "reserved" && submission.expiresAt <= context2.clock.now()) {
    const refusal = await context2.store.read((tx) => REFUSALS.find(tx, id2));
    throw new import_chunk_A5BHWNUW.RequestRefusal("refused", {
      message: refusal ? `a person refused this: ${refusal.value.reason}` : "this submission has expired",
      help: "submit the verdict again"
    });
  }
  return { submission, statements, file: registered.file };
}
async function repeat2(context2, statements, { tokens }) {
  const isSame = tokens.length === statements.length && statements.every(({ token }, index) => token === tokens[index]);
  if (!isSame)
    throw new import_chunk_A5BHWNUW.RequestRefusal("replayed", { message: "this submission was signed for other tokens" });
  await context2.log.integrate();
  return { kind: "signed", approvals: await assembleAll(context2, statements) };
}
async function checkTokens(context2, file, statements, tokens) {
  if (tokens.length !== statements.length) {
    throw new import_chunk_A5BHWNUW.RequestRefusal("malformed", {
      message: `${statements.length} statements need as many tokens, ${tokens.length} came`
    });
  }
  return Promise.all(
    statements.map((statement, index) => checkToken(context2, file, statement, tokens[index]))
  );
}
async function checkToken(context2, file, statement, token) {
  const issuers = await context2.issuerKeys.keysFor(file.issuers, token);
  const audience = (0, import_chunk_EA47D034.approvalAudience)(context2.identity.coordinatorId, statement.bytes);
  const result = (0, import_chunk_6D9B2BDF2.verifyWorkloadToken)(token, { issuers, audience });
  try {
    const content = (0, import_chunk_E7E632613.parseApprovalStatement)(statement.bytes);
    const { application, environment, scope } = content.predicate;
    const { claims } = checkWorkload(file, result, { application, environment, scope });
    if (statement.token !== token) checkTokenAge(context2, claims);
    compareSource(claims, content);
    const named = (0, import_environments_file_B169AE2E.findEnvironment)(file, environment);
    const now = context2.clock.now();
    if (named)
      await context2.store.read((tx) => refuseFrozen(tx, { name: environment, environment: named }, now));
    return { statement, token, claims };
  } catch (thrown) {
    if (thrown instanceof import_chunk_A5BHWNUW.RequestRefusal) await recordRefusal(context2, "signing", thrown, claimsOf(result));
    throw thrown;
  }
}
function checkTokenAge(context2, claims) {
  const age = context2.clock.now() - claims.iat * import_cli3.SECOND;
  if (age <= import_chunk_6D9B2BDF2.MAX_ADMISSION_TOKEN_AGE && age >= -import_chunk_6D9B2BDF2.MAX_CLOCK_SKEW) return;
  throw new import_chunk_A5BHWNUW.RequestRefusal("refused", {
    message: `the token was issued ${Math.round(age / import_cli3.SECOND)} s ago`,
    claim: "iat"
  });
}
function compareSource(claims, { predicate }) {
  for (const [claim2, field] of import_chunk_6D9B2BDF2.SOURCE_CLAIMS) {
    if (claims[claim2] === predicate.source?.[field]) continue;
    throw new import_chunk_A5BHWNUW.RequestRefusal("refused", {
      message: `"${claim2}" is not the one that the statement names`,
      claim: claim2
    });
  }
}
async function keepTokens(context2, tx, vouched) {
  const now = context2.clock.now();
  for (const { statement, token, claims } of vouched) {
    const binding = tokenBinding("signing", statement.bytes);
    await consumeToken(tx, claims, { binding, result: statement.digest, now });
    await tx.submissions.keepToken(statement.digest, token);
  }
}
async function fewestVotes(context2, file, statements) {
  const counts = await Promise.all(
    statements.map(async ({ digest }) => {
      const ballot = await context2.store.read((tx) => findBallot(tx, digest));
      return ballot ? (await countBallot(context2, file, ballot)).length : 0;
    })
  );
  return Math.min(...counts);
}
async function writeApprovals(context2, tx, submission) {
  if ((await tx.submissions.find(submission.id))?.state !== "reserved") return;
  for (const statement of await tx.submissions.listStatements(submission.id)) {
    const { predicate } = (0, import_chunk_E7E632613.parseApprovalStatement)(statement.bytes);
    if (predicate.kind === "deploy") await checkRunId(tx, submission, statement.runId);
    refuseEarlierEpoch(context2, predicate.keyEpoch);
    const ours = (0, import_chunk_EA47D0343.signEnvelope)(import_chunk_E7E632613.STATEMENT_PAYLOAD_TYPE, statement.bytes, [context2.identity.keys.approval]);
    const people = (await findBallot(tx, statement.digest))?.signatures ?? [];
    const envelope = { ...ours, signatures: [...ours.signatures, ...people] };
    const text = JSON.stringify(envelope);
    const logIndex = await tx.log.append(
      (0, import_chunk_8A5887D95.emitLogEntry)({
        type: "approval",
        version: 1,
        at: (0, import_cli3.formatTimestamp)(context2.clock.now()),
        application: statement.application,
        environment: statement.environment,
        approval: statement.digest,
        sequence: statement.sequence,
        envelope: (0, import_cli4.formatDigest)((0, import_cli4.sha256)((0, import_cli5.encodeUtf8)(text)))
      })
    );
    await tx.submissions.sign(statement.digest, { envelope: text, logIndex });
  }
  await tx.submissions.setState(submission.id, "signed");
}
function refuseEarlierEpoch({ identity }, keyEpoch) {
  const { epoch } = identity.keyList;
  if (keyEpoch === epoch) return;
  throw new import_chunk_A5BHWNUW.RequestRefusal("conflict", {
    message: `the statement is of key epoch ${keyEpoch}, the current one is ${epoch}`,
    help: "ask for the approval again"
  });
}
function assembleAll(context2, statements) {
  return Promise.all(statements.map(({ digest }) => assembleApproval(context2, digest)));
}
function claimsOf(result) {
  return result.kind === "verified" ? result.claims : void 0;
}
var gitDigest = (0, import_chunk_CF656EE42.looseObject)({ gitCommit: (0, import_chunk_CF656EE42.string)().optional() });
var provenanceSchema = (0, import_chunk_CF656EE42.looseObject)({
  _type: (0, import_chunk_CF656EE42.literal)(import_chunk_E7E632613.STATEMENT_TYPE),
  subject: (0, import_chunk_CF656EE42.array)((0, import_chunk_CF656EE42.looseObject)({ digest: (0, import_chunk_CF656EE42.looseObject)({ sha256: (0, import_chunk_CF656EE42.string)().optional() }) })).min(1).max(1e3),
  predicateType: (0, import_chunk_CF656EE42.literal)("https://slsa.dev/provenance/v1"),
  predicate: (0, import_chunk_CF656EE42.looseObject)({
    buildDefinition: (0, import_chunk_CF656EE42.looseObject)({
      resolvedDependencies: (0, import_chunk_CF656EE42.array)((0, import_chunk_CF656EE42.looseObject)({ digest: gitDigest.optional() })).min(1).max(1e3)
    }),
    runDetails: (0, import_chunk_CF656EE42.looseObject)({ builder: (0, import_chunk_CF656EE42.looseObject)({ id: (0, import_chunk_CF656EE42.string)() }) })
  })
});
function checkProvenance({ environment, name, artifact, commit }) {
  if (environment.provenance !== "required") return;
  const place = `environments.${name}.provenance`;
  if (artifact.provenance === void 0) throw refused2(place, `${artifact.name} comes without provenance`);
  const provenance = verifyByListedBuilder(environment, artifact.provenance, place);
  const digests = provenance.subject.map(({ digest }) => digest.sha256);
  if (!digests.includes(artifact.digest.slice("sha256:".length))) {
    throw refused2(place, `the provenance is not about ${artifact.digest}`);
  }
  const built = provenance.predicate.buildDefinition.resolvedDependencies[0]?.digest?.gitCommit;
  if (built === void 0 || built !== commit) {
    throw refused2(
      place,
      `the provenance is about commit ${built ?? "unknown"}, the token about ${String(commit)}`,
      "sha"
    );
  }
}
function verifyByListedBuilder(environment, base64, place) {
  let why = "no builder is listed";
  for (const { id: id2, key } of environment.builders ?? []) {
    try {
      const provenance = verify(base64, (0, import_cli5.decodeBase64url)(key));
      if (provenance.predicate.runDetails.builder.id === id2) return provenance;
      why = `its builder ${provenance.predicate.runDetails.builder.id.slice(0, 200)} is not the one of the key`;
    } catch (thrown) {
      why = (0, import_cli6.messageOf)(thrown);
    }
  }
  throw refused2(place, `the provenance is by no listed builder: ${why}`);
}
function verify(base64, key) {
  const source = "the provenance";
  const limits = { source, maxBytes: import_chunk_8A5887D93.MAX_PROVENANCE_BYTES };
  const envelope = (0, import_cli2.decode)(import_chunk_EA47D0343.envelopeSchema, (0, import_chunk_CF656EE4.parseStrictJson)((0, import_cli5.decodeBase64)(base64), limits), { source });
  const payload = (0, import_chunk_EA47D0343.verifyEnvelope)(envelope, [key]);
  if (payload.payloadType !== import_chunk_E7E632613.STATEMENT_PAYLOAD_TYPE)
    throw new Error(`it is a ${payload.payloadType.slice(0, 100)}`);
  return (0, import_cli2.decode)(provenanceSchema, (0, import_chunk_CF656EE4.parseStrictJson)(payload.bytes, limits), { source });
}
function refused2(rule, message, claim2) {
  return new import_chunk_A5BHWNUW.RequestRefusal("refused", { message, rule, ...claim2 === void 0 ? {} : { claim: claim2 } });
}
function quorumOf(environment, rule) {
  return Math.max(environment.quorum ?? 0, rule.quorum ?? 0);
}
var id = (0, import_chunk_CF656EE42.string)().min(1).max(100);
var verdictSchema = (0, import_chunk_CF656EE42.looseObject)({
  version: (0, import_chunk_CF656EE42.literal)(1),
  verdict: (0, import_chunk_CF656EE42._enum)(["passed", "failed", "undecided"]),
  policy: (0, import_chunk_CF656EE42.looseObject)({ source: (0, import_chunk_CF656EE42.string)().min(1).max(1e3), digest: import_chunk_EA47D0344.digestText }),
  advisories: (0, import_chunk_CF656EE42.array)((0, import_chunk_CF656EE42.looseObject)({ source: (0, import_chunk_CF656EE42.string)(), digest: (0, import_chunk_CF656EE42.string)(), asOf: (0, import_chunk_CF656EE42.string)().nullable() })).max(1e3),
  judgedAt: (0, import_chunk_CF656EE42.string)(),
  tree: (0, import_chunk_CF656EE42.looseObject)({ commit: (0, import_chunk_CF656EE42.string)().nullable() }),
  scanners: (0, import_chunk_CF656EE42.array)((0, import_chunk_CF656EE42.looseObject)({ id, status: (0, import_chunk_CF656EE42._enum)(["complete", "partial", "failed", "skipped"]) })).max(1e3),
  tool: (0, import_chunk_CF656EE42.looseObject)({ version: (0, import_chunk_CF656EE42.string)().max(100) }).optional()
});
function parseVerdict(bytes) {
  const source = "the verdict";
  const value = (0, import_chunk_CF656EE4.parseStrictJson)(bytes, { source, maxBytes: import_chunk_8A5887D93.MAX_VERDICT_BYTES });
  return { ...(0, import_cli2.decode)(verdictSchema, value, { source }), digest: (0, import_cli4.formatDigest)((0, import_cli4.sha256)(bytes)) };
}
function checkFloor(verdict, { environment, name, commit, now }) {
  const { floor } = environment;
  const place = (line) => `environments.${name}.floor${line}`;
  if (verdict.verdict !== "passed") throw refused3(place(""), `the verdict is ${verdict.verdict}, not passed`);
  if (verdict.tree.commit === null || verdict.tree.commit !== commit) {
    throw refused3(
      place(""),
      `the verdict is about commit ${verdict.tree.commit}, the token about ${String(commit)}`,
      "sha"
    );
  }
  checkToolVersion(verdict, floor, place(".minToolVersion"));
  if (!floor.policies.includes(verdict.policy.digest)) {
    throw refused3(place(".policies"), `the gate policy ${verdict.policy.digest} is not listed`);
  }
  for (const scanner of floor.scanners) {
    const status = verdict.scanners.find((candidate) => candidate.id === scanner)?.status;
    if (status === "complete") continue;
    throw refused3(
      place(".scanners"),
      `the scanner ${scanner} must have completed, it ${status ? `is ${status}` : "did not run"}`
    );
  }
  checkAge2(verdict.judgedAt, floor.maxVerdictAge, now, place(".maxVerdictAge"), "the verdict");
  checkAdvisories(verdict, floor, now, place(".advisories"));
}
function checkToolVersion(verdict, { minToolVersion }, place) {
  if (minToolVersion === void 0) return;
  const version = verdict.tool?.version;
  if (version !== void 0 && isAtLeast2(version, minToolVersion)) return;
  throw refused3(
    place,
    `the verdict was made by version ${version ?? "unknown"}, at least ${minToolVersion} must be used`
  );
}
function isAtLeast2(version, least) {
  const parts = /^(\d{1,6})\.(\d{1,6})\.(\d{1,6})$/.exec(version)?.slice(1).map(Number);
  if (!parts) return false;
  const wanted = least.split(".").map(Number);
  const differs = parts.findIndex((part, index) => part !== wanted[index]);
  return differs < 0 || parts[differs] > wanted[differs];
}
function checkAdvisories(verdict, { advisories }, now, place) {
  if (verdict.advisories.length === 0) throw refused3(place, "the verdict names no set of advisories");
  for (const { source, digest, asOf } of verdict.advisories) {
    if (advisories.digests && !advisories.digests.includes(digest)) {
      throw refused3(`${place}.digests`, `the advisories ${digest} are not listed`);
    }
    if (asOf === null)
      throw refused3(`${place}.maxAge`, `the age of the advisories of ${source.slice(0, 100)} is not known`);
    checkAge2(asOf, advisories.maxAge, now, `${place}.maxAge`, "the newest advisory");
  }
}
function checkAge2(text, maxAge, now, place, what) {
  const age = now - (0, import_cli3.parseTimestamp)(text);
  if (age <= (0, import_cli3.parseDuration)(maxAge) && age >= -6e4) return;
  throw refused3(place, `${what} is of ${text}, it may be ${maxAge} old`);
}
function refused3(rule, message, claim2) {
  return new import_chunk_A5BHWNUW.RequestRefusal("refused", { message, rule, ...claim2 === void 0 ? {} : { claim: claim2 } });
}
var RESERVATION = 15 * import_cli3.MINUTE;
var MAX_LIFETIME2 = 23 * import_cli3.HOUR;
async function submit(context2, request) {
  const registered = await context2.store.read((tx) => context2.environments(tx));
  if (!registered) throw new import_chunk_A5BHWNUW.RequestRefusal("untrusted", { message: STRANGER_MESSAGE });
  const judged = await judge4(context2, registered.file, request);
  const id2 = await context2.store.write("submission", (tx) => reserve(context2, tx, request, judged));
  return context2.store.read((tx) => describe3(tx, id2));
}
async function judge4(context2, file, request) {
  const now = context2.clock.now();
  const token = (0, import_chunk_6D9B2BDF2.verifyAdmissionToken)(request.token, {
    issuers: await context2.issuerKeys.keysFor(file.issuers, request.token),
    now,
    coordinatorId: context2.identity.coordinatorId,
    wireguardKey: (0, import_cli5.decodeBase64url)(request.wireguardKey),
    machineKey: (0, import_cli5.decodeBase64url)(request.machineKey)
  });
  try {
    const workloads = request.artifacts.map(({ scope }) => checkWorkload(file, token, { ...request, scope }));
    const { claims } = workloads[0];
    const named = { name: request.environment, environment: environmentOf(file, request.environment) };
    const verdict = parseVerdict((0, import_cli5.decodeBase64)(request.verdict));
    checkFloor(verdict, { ...named, commit: claims["sha"], now });
    for (const artifact of request.artifacts) checkProvenance({ ...named, artifact, commit: claims["sha"] });
    const elsewhere = await context2.replicas.heldElsewhere();
    const isConnected = (id2) => context2.sessions.find(id2) !== void 0 || elsewhere.has(id2);
    const lifted = await context2.store.read(async (tx) => {
      await refuseFrozen(tx, named, now);
      const lifts = await liftedNow(tx, named.name, named.environment, now);
      for (const artifact of request.artifacts) {
        if (!lifts.includes("after")) await checkPromotion(tx, named, artifact);
        await checkSources(tx, isConnected, request, artifact);
      }
      return lifts;
    });
    const environment = lifted.includes("quorum") ? { ...named.environment, quorum: 0 } : named.environment;
    const quorum = Math.max(...workloads.map(({ rule }) => quorumOf(environment, rule)));
    return { ...named, claims, verdict, quorum };
  } catch (thrown) {
    if (thrown instanceof import_chunk_A5BHWNUW.RequestRefusal) {
      await recordRefusal(context2, "submission", thrown, token.kind === "verified" ? token.claims : void 0);
    }
    throw thrown;
  }
}
function environmentOf(file, name) {
  const environment = (0, import_environments_file_B169AE2E.findEnvironment)(file, name);
  if (environment) return environment;
  const rule = `environments.${name}`;
  throw new import_chunk_A5BHWNUW.RequestRefusal("refused", { message: `there is no environment ${name}`, rule });
}
async function reserve(context2, tx, request, judged) {
  const now = context2.clock.now();
  const { claims, quorum, verdict } = judged;
  const fresh = `s-${(0, import_cli5.encodeHex)(context2.random.bytes(16))}`;
  const { token: _, ...asked } = request;
  const binding = tokenBinding("submission", (0, import_cli4.sha256)(Buffer.from(JSON.stringify(asked))));
  const before = await consumeToken(tx, claims, { binding, result: fresh, now });
  if (before !== void 0) return before;
  if (request.kind === "deploy") await checkRunId(tx, request, String(claims["run_id"]));
  const notAfter = now + lifetimeOf(judged);
  const evidence = {
    verdict: verdict.digest,
    quorum,
    locations: request.artifacts.map(({ locations }) => locations)
  };
  const submission = {
    id: fresh,
    machineKey: request.machineKey,
    state: "reserved",
    application: request.application,
    environment: request.environment,
    createdAt: now,
    expiresAt: quorum > 0 ? notAfter : now + RESERVATION,
    principal: JSON.stringify(sourceOf(claims)),
    evidence: JSON.stringify(evidence)
  };
  const statements = [];
  for (const [ordinal, artifact] of request.artifacts.entries()) {
    const sequence2 = await tx.settings.next(`sequence/${request.application}/${request.environment}`);
    statements.push(
      makeStatement(context2, { request, judged, artifact, sequence: sequence2, ordinal, now, notAfter, id: fresh })
    );
  }
  await tx.submissions.insert(submission, statements);
  return fresh;
}
function makeStatement(context2, parts) {
  const { request, judged, artifact, sequence: sequence2, notAfter } = parts;
  const { application, environment } = request;
  const bytes = (0, import_chunk_E7E632613.emitApprovalStatement)({
    artifactName: artifact.name,
    artifactSha256: artifact.digest.slice("sha256:".length),
    application,
    environment,
    scope: artifact.scope,
    artifact: { mediaType: artifact.mediaType, size: artifact.size },
    sequence: sequence2,
    keyEpoch: context2.identity.keyList.epoch,
    notBefore: (0, import_cli3.formatTimestamp)(parts.now),
    notAfter: (0, import_cli3.formatTimestamp)(notAfter),
    kind: request.kind,
    policy: { uri: judged.verdict.policy.source, digest: judged.verdict.policy.digest },
    evidence: { verdict: judged.verdict.digest },
    source: sourceOf(judged.claims),
    approvers: []
  });
  return {
    digest: (0, import_cli4.formatDigest)((0, import_chunk_E7E632613.approvalDigest)(bytes)),
    submission: parts.id,
    ordinal: parts.ordinal,
    application,
    environment,
    sequence: sequence2,
    runId: String(judged.claims["run_id"]),
    artifact: artifact.digest,
    bytes,
    notAfter,
    logIndex: null,
    envelope: null,
    token: null,
    revokedAt: null
  };
}
function sourceOf(claims) {
  const claim2 = (name) => String(claims[name] ?? "");
  return {
    issuer: claims.iss,
    repositoryId: claim2("repository_id"),
    ownerId: claim2("repository_owner_id"),
    commit: claim2("sha"),
    ref: claim2("ref"),
    runId: claim2("run_id"),
    runAttempt: claim2("run_attempt"),
    workflow: claim2("job_workflow_ref"),
    workflowCommit: claim2("job_workflow_sha"),
    actorId: claim2("actor_id")
  };
}
function lifetimeOf({ environment }) {
  return Math.min(MAX_LIFETIME2, (0, import_cli3.parseDuration)(environment.approvalLifetime ?? import_environments_file_B169AE2E.DEFAULT_APPROVAL_LIFETIME));
}
async function describe3(tx, id2) {
  const submission = await tx.submissions.find(id2);
  if (!submission) throw new Error(`the submission ${id2} is gone`);
  const evidence = JSON.parse(submission.evidence);
  const statements = await tx.submissions.listStatements(id2);
  return {
    submission: id2,
    statements: statements.map(({ bytes }) => (0, import_cli5.encodeBase64)(bytes)),
    expiresAt: (0, import_cli3.formatTimestamp)(submission.expiresAt),
    quorum: evidence.quorum
  };
}
async function endSession(context2, id2, by) {
  const ended = await context2.store.write(
    "session end",
    (tx) => writeSessionEnd(tx, id2, by, context2.clock.now())
  );
  if (!ended) return false;
  await (0, import_chunk_A5BHWNUW.announceEnds)(context2, ended, "session-ended");
  return true;
}
async function writeSessionEnd(tx, id2, by, now) {
  const person = (await findSession(tx, id2))?.person;
  const isFirst = await SESSIONS.change(
    tx,
    id2,
    (record) => record.ended ? void 0 : { ...record, ended: true, token: null }
  );
  if (!isFirst || person === void 0) return void 0;
  const about = { version: 1, at: (0, import_cli3.formatTimestamp)(now), person, session: id2 };
  await tx.log.append(
    (0, import_chunk_8A5887D95.emitLogEntry)(by === void 0 ? { type: "logout", ...about } : { type: "session-end", ...about, by })
  );
  const nodes = await tx.nodes.listPersonal(id2);
  return (0, import_chunk_A5BHWNUW.writeNodeEnds)(
    tx,
    nodes.map((node) => node.id),
    "session-ended",
    now
  );
}
async function forget(context2, account, by) {
  const now = context2.clock.now();
  const ends = await context2.store.write("person forgotten", async (tx) => {
    const person = await (0, import_chunk_A5BHWNUW.findPseudonym)(tx, account) ?? null;
    const ended = [];
    for (const { id: id2 } of await SESSIONS.list(tx, (0, import_chunk_A5BHWNUW.personIdOf)(account))) {
      const end = await writeSessionEnd(tx, id2, by, now);
      if (end) ended.push(end);
      await SESSIONS.remove(tx, id2);
    }
    await (0, import_chunk_A5BHWNUW.dropSlots)(tx, account, now + import_chunk_A5BHWNUW.ADDRESS_REST);
    const hadGrant = await (0, import_chunk_A5BHWNUW.dropGrant)(tx, account);
    const wasKnown = await (0, import_chunk_A5BHWNUW.forgetPerson)(tx, account);
    const known = wasKnown || hadGrant;
    if (known) {
      const at = (0, import_cli3.formatTimestamp)(now);
      await tx.log.append((0, import_chunk_8A5887D95.emitLogEntry)({ type: "person-forgotten", version: 1, at, person, by }));
    }
    return { ended, known };
  });
  for (const end of ends.ended) await (0, import_chunk_A5BHWNUW.announceEnds)(context2, end, "session-ended");
  await context2.log.integrate();
  return {
    known: ends.known,
    sessions: ends.ended.length,
    nodes: ends.ended.reduce((sum2, { ended }) => sum2 + ended.length, 0)
  };
}
async function listLogins(context2) {
  const registered = await context2.store.read((tx) => context2.environments(tx));
  const logins = registered?.file.logins ?? [];
  return {
    logins: await Promise.all(
      logins.map(async (login) => {
        const ca = login.ca === void 0 ? null : (0, import_cli5.decodeUtf8)(await context2.readFile(login.ca));
        return (0, import_environments_file_B169AE2E.summarise)((0, import_environments_file_B169AE2E.resolveLogin)(login), ca);
      })
    )
  };
}
async function listSessions({ store, environments, clock }, of) {
  return store.read(async (tx) => {
    const file = (await environments(tx))?.file;
    const found = [];
    for (const { id: id2, value } of await SESSIONS.list(tx, of && (0, import_chunk_A5BHWNUW.personIdOf)(of))) {
      try {
        const session = await judgeSession(tx, file, value, clock.now());
        const nodes = await tx.nodes.listPersonal(id2);
        found.push({
          ...describeSession(session),
          session: id2,
          startedAt: (0, import_cli3.formatTimestamp)(value.startedAt),
          nodes: nodes.map(({ name }) => name)
        });
      } catch (thrown) {
        if (!(thrown instanceof import_chunk_A5BHWNUW.RequestRefusal)) throw thrown;
      }
    }
    return found;
  });
}
var MAX_SECRET_LIFETIME = import_cli3.HOUR;
var PREFIX = "sallyport-enrol-v1:";
async function createEnrolmentSecret(context2, options) {
  const { tags, applications, environment } = options;
  const secret = `${PREFIX}${(0, import_cli5.encodeBase64url)(context2.random.bytes(32))}`;
  const createdAt = context2.clock.now();
  const expiresAt = createdAt + Math.min(options.lifetimeMs, MAX_SECRET_LIFETIME);
  const hash = hashSecret(secret);
  await context2.store.write("enrolment secret", async (tx) => {
    const consumedBy = null;
    await tx.enrolments.insert({
      secretHash: hash,
      tags,
      applications,
      environment,
      createdAt,
      expiresAt,
      consumedBy
    });
    const at = (0, import_cli3.formatTimestamp)(createdAt);
    await tx.log.append((0, import_chunk_8A5887D95.emitLogEntry)({ type: "enrolment-secret", version: 1, at, hash, environment }));
  });
  return { secret, expiresAt };
}
async function enrol(context2, request) {
  const id2 = `n-${(0, import_cli5.encodeHex)(context2.random.bytes(16))}`;
  const { self, peers } = await context2.store.write("enrol", async (tx) => {
    const now = context2.clock.now();
    const enrolment = request.secret === null ? await consumeApproval(tx, request, now) : await consumeSecret(tx, request.secret, id2, now);
    await refuseKnownKeys2(tx, request);
    const node = await insertAgent(context2, tx, id2, request, enrolment);
    return { self: await (0, import_chunk_A5BHWNUW.makeSelf)(tx, node), peers: await insertEdges2(context2, tx, node) };
  });
  await context2.log.integrate();
  await (0, import_chunk_A5BHWNUW.distribute)(context2, [id2, ...peers]);
  context2.diagnostics.log("info", "agent enrolled", { node: id2, name: self.name });
  return { self };
}
async function insertEdges2(context2, tx, node) {
  const version = node.changedVersion;
  const edges = await context2.edgeRules.edgesWith(tx, node);
  for (const { source, target, ports } of edges) {
    await tx.edges.insert(
      newEdge(context2.random, { source: source.id, target: target.id, ports, approval: null, version })
    );
  }
  return edges.map(({ source, target }) => source.id === node.id ? target.id : source.id);
}
async function consumeSecret(tx, secret, nodeId2, now) {
  const hash = hashSecret(secret);
  const enrolment = await tx.enrolments.find(hash);
  if (enrolment && enrolment.expiresAt > now && await tx.enrolments.consume(hash, nodeId2)) return enrolment;
  throw new import_chunk_A5BHWNUW.RequestRefusal("untrusted", {
    message: "this enrolment secret is not valid (any more)",
    help: "make a new one with: sallyport coordinator enroll --data DIR --tag TAG"
  });
}
var APPROVALS = (0, import_chunk_A5BHWNUW.collection)("enrolment-request");
async function approveAgent(context2, { fingerprint, lifetimeSeconds, tags, applications, environment }, by) {
  const now = context2.clock.now();
  const expiresAt = now + Math.min(MAX_SECRET_LIFETIME, lifetimeSeconds * import_cli3.SECOND);
  await context2.store.write("agent approval", async (tx) => {
    await APPROVALS.remove(tx, fingerprint);
    await APPROVALS.insert(tx, {
      id: fingerprint,
      value: { tags, applications, environment },
      now,
      expiresAt
    });
    const at = (0, import_cli3.formatTimestamp)(now);
    await tx.log.append(
      (0, import_chunk_8A5887D95.emitLogEntry)({ type: "enrolment-approval", version: 1, at, fingerprint, environment, by })
    );
  });
  await context2.log.integrate();
  return { expiresAt };
}
async function consumeApproval(tx, { machineKey, wireguardKey }, now) {
  const fingerprint = (0, import_chunk_EA47D034.enrolmentFingerprint)((0, import_cli5.decodeBase64url)(machineKey), (0, import_cli5.decodeBase64url)(wireguardKey));
  const approval = await APPROVALS.find(tx, fingerprint);
  if (approval && (approval.expiresAt ?? 0) > now && await APPROVALS.remove(tx, fingerprint))
    return approval.value;
  throw new import_chunk_A5BHWNUW.RequestRefusal("untrusted", {
    message: "no person approved this agent (yet)",
    help: `ask for: sallyport nodes approve ${fingerprint} --tag TAG --application NAME --environment NAME`
  });
}
async function refuseKnownKeys2(tx, request) {
  const taken = await tx.nodes.findByMachineKey(request.machineKey) ?? await tx.nodes.findByWireguardKey(request.wireguardKey);
  if (!taken) return;
  throw new import_chunk_A5BHWNUW.RequestRefusal("conflict", {
    message: "a node with one of these keys is, or was, enrolled",
    help: "let the agent make new keys; a key that was revoked never comes back"
  });
}
async function insertAgent(context2, tx, id2, request, { tags, applications, environment }) {
  const now = context2.clock.now();
  const { machineKey, wireguardKey, port } = request;
  const node = {
    id: id2,
    kind: "agent",
    name: await freeName(tx, request.name),
    wireguardKey,
    machineKey,
    ...await leaseAddress(tx, context2.identity.root, now),
    state: "active",
    tags,
    applications,
    environment,
    port,
    endpoints: [],
    createdAt: now,
    changedVersion: await (0, import_chunk_A5BHWNUW.nextMapVersion)(tx)
  };
  await tx.nodes.insert(node);
  const at = (0, import_cli3.formatTimestamp)(now);
  const { name } = node;
  await tx.log.append(
    (0, import_chunk_8A5887D95.emitLogEntry)({
      type: "enrolment",
      version: 1,
      at,
      node: id2,
      machineKey,
      wireguardKey,
      name,
      environment
    })
  );
  return node;
}
function hashSecret(secret) {
  return (0, import_cli4.formatDigest)((0, import_cli4.sha256)((0, import_cli5.encodeUtf8)(secret)));
}
async function listNodes({
  store,
  sessions,
  replicas
}) {
  const elsewhere = await replicas.heldElsewhere();
  return store.read(async (tx) => {
    const nodes = await Promise.all(
      (await tx.nodes.list()).map(async (node) => ({
        ...await (0, import_chunk_A5BHWNUW.makeSelf)(tx, node),
        state: node.state === "suspended" ? "suspended" : "active",
        machineKey: node.machineKey,
        wireguardKey: node.wireguardKey,
        connected: sessions.find(node.id) !== void 0 || elsewhere.has(node.id),
        createdAt: (0, import_cli3.formatTimestamp)(node.createdAt),
        person: await personOf(tx, node)
      }))
    );
    return { nodes };
  });
}
async function personOf(tx, { id: id2, owner }) {
  const evidence = owner === void 0 ? void 0 : (await import_chunk_A5BHWNUW.PERSON_EVIDENCE.find(tx, id2))?.value;
  return evidence && owner !== void 0 ? { issuer: evidence.issuer, subject: evidence.subject, session: owner } : null;
}
async function revokeNode(context2, nodeId2, by) {
  const ends = await context2.store.write("end node: revoked", async (tx) => {
    const now = context2.clock.now();
    const owner = (await tx.nodes.find(nodeId2))?.owner;
    const revoked = await (0, import_chunk_A5BHWNUW.writeNodeEnds)(tx, [nodeId2], "revoked", now);
    const others = owner === void 0 ? void 0 : await writeSessionEnd(tx, owner, by, now);
    return { revoked, others };
  });
  await (0, import_chunk_A5BHWNUW.announceEnds)(context2, ends.revoked, "revoked");
  if (ends.others) await (0, import_chunk_A5BHWNUW.announceEnds)(context2, ends.others, "session-ended");
}
var MAX_LOGGED_AGENTS = 1e3;
async function connectPerson(context2, session, request) {
  checkSignatures(context2, session, request);
  const nodeId2 = await context2.store.write("person node", async (tx) => {
    const again = await findOwn(tx, session, request);
    return again ?? writePersonNode(context2, tx, session, request);
  });
  await context2.log.integrate();
  context2.diagnostics.log("info", "a person joined", { node: nodeId2, person: session.person });
  return awaitAgents(context2, nodeId2);
}
function checkSignatures(context2, { sessionKey }, { machineKey, wireguardKey, notAfter, signature, own }) {
  const bytes = (0, import_chunk_EA47D034.personNodeBytes)({
    coordinatorId: context2.identity.coordinatorId,
    wireguardKey: (0, import_cli5.decodeBase64url)(wireguardKey),
    machineKey: (0, import_cli5.decodeBase64url)(machineKey),
    notAfter
  });
  const isSigned = (key, text) => (0, import_chunk_BIEF65K5.verifyEd25519)((0, import_cli5.decodeBase64url)(key), bytes, (0, import_cli5.decodeBase64url)(text));
  if (!isSigned(sessionKey, signature)) {
    throw new import_chunk_A5BHWNUW.RequestRefusal("refused", {
      message: "the session's key did not sign these keys of a node",
      rule: "signature"
    });
  }
  if (own && !isSigned(own.key, own.signature)) {
    throw new import_chunk_A5BHWNUW.RequestRefusal("refused", { message: "your own key did not sign these keys", rule: "own" });
  }
}
async function findOwn(tx, { id: id2 }, { machineKey, wireguardKey }) {
  const machine = await tx.nodes.findByMachineKey(machineKey);
  const wireguard = await tx.nodes.findByWireguardKey(wireguardKey);
  if (!machine && !wireguard) return void 0;
  if (machine && machine.id === wireguard?.id && machine.owner === id2 && machine.state === "active") {
    return machine.id;
  }
  throw new import_chunk_A5BHWNUW.RequestRefusal("conflict", {
    message: "a node with one of these keys is, or was, here",
    help: "make new keys each time"
  });
}
async function writePersonNode(context2, tx, session, request) {
  const now = context2.clock.now();
  const record = await findSession(tx, session.id);
  if (!record || record.ended) {
    throw new import_chunk_A5BHWNUW.RequestRefusal("login-required", {
      message: "the session has ended",
      help: "log in again: sallyport login"
    });
  }
  const node = await insertNode(context2, tx, session, request, now);
  const edges = await context2.edgeRules.edgesOfPerson(tx, node);
  const end = endOf(session, request, edges, now);
  const { issuer, subject } = session;
  await tx.leases.insert({
    nodeId: node.id,
    start: now,
    end,
    issuer,
    jti: session.id,
    token: "",
    approval: null
  });
  const evidence = {
    issuer,
    subject,
    notAfter: request.notAfter,
    sessionKey: session.sessionKey,
    signature: request.signature,
    token: record.token,
    own: request.own
  };
  await import_chunk_A5BHWNUW.PERSON_EVIDENCE.insert(tx, {
    id: node.id,
    value: evidence,
    now,
    expiresAt: end + import_cli3.HOUR
  });
  for (const { target, ports, ranges = [] } of edges) {
    const version = node.changedVersion;
    await tx.edges.insert(
      newEdge(context2.random, {
        source: node.id,
        target: target.id,
        ports,
        ranges,
        approval: null,
        version
      })
    );
  }
  await tx.log.append(entryOf(node, session, { now, end }, edges));
  return node.id;
}
async function insertNode(context2, tx, session, request, now) {
  const id2 = `n-${(0, import_cli5.encodeHex)(context2.random.bytes(16))}`;
  const address = await (0, import_chunk_A5BHWNUW.takeSlot)(tx, session, { name: request.name, node: id2, now }) ?? await leaseAddress(tx, context2.identity.root, now);
  const node = {
    id: id2,
    kind: "person",
    name: await freeName(tx, request.name),
    wireguardKey: request.wireguardKey,
    machineKey: request.machineKey,
    ...address,
    state: "active",
    tags: [],
    applications: [],
    environment: "",
    port: null,
    endpoints: request.endpoints,
    createdAt: now,
    changedVersion: await (0, import_chunk_A5BHWNUW.nextMapVersion)(tx),
    owner: session.id
  };
  await tx.nodes.insert(node);
  return node;
}
function endOf({ expiresAt }, { notAfter }, edges, now) {
  const limits = edges.map(({ maxLeaseMs = Number.POSITIVE_INFINITY }) => now + maxLeaseMs);
  const end = Math.min(expiresAt, (0, import_cli3.parseTimestamp)(notAfter), ...limits);
  if (end > now) return end;
  throw new import_chunk_A5BHWNUW.RequestRefusal("refused", { message: `the node was signed until ${notAfter}`, rule: "notAfter" });
}
function entryOf(node, session, { now, end }, edges) {
  const { id: id2, machineKey, wireguardKey } = node;
  return (0, import_chunk_8A5887D95.emitLogEntry)({
    type: "person-node",
    version: 1,
    at: (0, import_cli3.formatTimestamp)(now),
    node: id2,
    machineKey,
    wireguardKey,
    person: session.person,
    session: session.id,
    leaseEnd: (0, import_cli3.formatTimestamp)(end),
    agents: edges.slice(0, MAX_LOGGED_AGENTS).map(({ target }) => target.id)
  });
}
var heard = (0, import_chunk_A5BHWNUW.collection)("recovery-report");
async function takeReport(context2, node, report) {
  if (!await context2.recovery.isOpen()) return { wanted: null };
  const seen = report.checkpoint === null ? void 0 : await readSeen(context2, node, report.checkpoint);
  const { wanted, contradiction } = await takeEntries(context2, node, report, seen);
  await context2.store.write("recovery report", async (tx) => {
    if (await (0, import_chunk_A5BHWNUW.findMark)(tx) === void 0) return;
    await raiseSequences(tx, node, report, context2.identity.keyList.epoch);
    await remember(context2, tx, node.id, { size: seen?.size ?? 0, contradiction });
  });
  if (wanted === void 0) await endIfComplete(context2);
  return { wanted: wanted ?? null };
}
async function describeRecovery({ store }) {
  return store.read(async (tx) => {
    const mark = await (0, import_chunk_A5BHWNUW.findMark)(tx);
    return { recovery: mark ? await describe4(tx, mark) : null };
  });
}
async function endByHand(context2, acceptLoss, by) {
  const { recovery } = await describeRecovery(context2);
  if (recovery && recovery.obstacle !== null && !acceptLoss) {
    throw new import_chunk_A5BHWNUW.RequestRefusal("refused", {
      message: recovery.obstacle,
      help: "bring the lost log: coordinator restore --newer-log; or end it with --accept-loss: agents that saw more stop deploying until keys clear-log"
    });
  }
  return (0, import_chunk_A5BHWNUW.endRecovery)(context2, `ended by ${by}`);
}
async function describe4(tx, mark) {
  const reports = new Map((await heard.list(tx)).map(({ id: id2, value }) => [id2, value]));
  const agents = (await tx.nodes.list()).filter(({ kind, state }) => kind === "agent" && state === "active");
  const size = await tx.log.size();
  const seen = Math.max(0, ...[...reports.values()].map((each) => each.size));
  const contradiction = [...reports.values()].find((each) => each.contradiction !== null)?.contradiction;
  return {
    ...mark,
    size,
    seen,
    reported: agents.filter(({ id: id2 }) => reports.has(id2)).map(({ name }) => name),
    awaited: agents.filter(({ id: id2 }) => !reports.has(id2)).map(({ name }) => name),
    obstacle: contradiction ?? (seen > size ? `agents saw ${seen} entries of the log, ${size} are here, and none has brought the others` : null)
  };
}
async function endIfComplete(context2) {
  const { recovery } = await describeRecovery(context2);
  if (!recovery || recovery.obstacle !== null || recovery.awaited.length > 0) return;
  try {
    await (0, import_chunk_A5BHWNUW.endRecovery)(context2, "every agent was heard");
  } catch (thrown) {
    if (!(thrown instanceof import_chunk_A5BHWNUW.RequestRefusal && thrown.kind === "not-found")) throw thrown;
  }
}
async function readSeen(context2, node, note) {
  const { identity, store } = context2;
  const earlierKeys = await store.read((tx) => (0, import_chunk_A5BHWNUW.readEarlierLogKeys)(tx, identity.root));
  const log = { origin: (0, import_chunk_439F88D8.logOrigin)(identity.coordinatorId), publicKey: identity.keyList.keys.log, earlierKeys };
  try {
    const { size, root } = (0, import_chunk_439F88D8.verifyCheckpoint)(note, log).checkpoint;
    return { size, root, note };
  } catch (thrown) {
    if (!(thrown instanceof import_cli6.SallyportError)) throw thrown;
    const why = `this checkpoint is not of this log: ${(0, import_cli6.messageOf)(thrown)}`;
    const contradiction = `${node.name}: ${why}; a backup of before a key rotation does not know the log key that came after it`;
    await store.write("recovery report", async (tx) => {
      if (await (0, import_chunk_A5BHWNUW.findMark)(tx) !== void 0) await remember(context2, tx, node.id, { size: 0, contradiction });
    });
    throw new import_chunk_A5BHWNUW.RequestRefusal("refused", { message: why });
  }
}
async function takeEntries(context2, node, { entries }, seen) {
  if (!seen) return { wanted: void 0, contradiction: null };
  const brought = entries ? { from: entries.from, bytes: entries.bytes.map(import_cli5.decodeBase64) } : void 0;
  try {
    const wanted = await context2.missingEntries.take(node.id, seen, brought, context2.clock.monotonic());
    if (brought && wanted === void 0) await context2.log.follow();
    return { wanted, contradiction: null };
  } catch (thrown) {
    if (!(thrown instanceof import_chunk_A5BHWNUW.RequestRefusal)) throw thrown;
    context2.diagnostics.log("error", "an agent contradicts the restored log", {
      node: node.name,
      reason: thrown.message
    });
    return { wanted: void 0, contradiction: `${node.name}: ${thrown.message}` };
  }
}
async function raiseSequences(tx, node, { ratchets }, epoch) {
  for (const { application, environment, keyEpoch, sequence: sequence2 } of ratchets) {
    const isOwn = node.applications.includes(application) && node.environment === environment;
    if (!isOwn || keyEpoch !== epoch) continue;
    const name = `sequence/${application}/${environment}`;
    const last = Number(await tx.settings.find(name) ?? 0);
    if (sequence2 > last && sequence2 - last <= import_chunk_6D9B2BDF2.MAX_SEQUENCE_JUMP) await tx.settings.put(name, String(sequence2));
  }
}
async function remember({ clock }, tx, id2, value) {
  if (await heard.insert(tx, { id: id2, value, now: clock.now() })) return;
  await heard.change(tx, id2, () => value);
}
var MAX_BEHIND = 5 * import_cli3.MINUTE;
async function checkReadiness(context2) {
  const checks = [
    await checkStore(context2),
    checkKeyList(context2),
    checkClock(context2),
    await checkRecovery(context2)
  ];
  return { status: checks.every(({ ok }) => ok) ? "ready" : "not-ready", checks };
}
async function checkStore({ store, diagnostics }) {
  try {
    await store.read((tx) => tx.log.size());
    return { name: "store", ok: true };
  } catch (thrown) {
    diagnostics.log("error", "the store does not answer", { error: (0, import_cli6.messageOf)(thrown) });
    return { name: "store", ok: false, reason: "the store does not answer" };
  }
}
async function checkRecovery({ recovery }) {
  if (!await recovery.isOpen()) return { name: "recovery", ok: true };
  return { name: "recovery", ok: false, reason: "it came back from a backup and waits for its agents" };
}
function checkKeyList({ identity, clock }) {
  if ((0, import_chunk_EA47D0342.isCurrent)(identity.keyList, clock.now())) return { name: "key-list", ok: true };
  const until = (0, import_cli3.formatTimestamp)(identity.keyList.notAfter);
  return { name: "key-list", ok: false, reason: `the key list is not current; it ends at ${until}` };
}
function checkClock({ clock }) {
  const behind = clock.behindMs();
  if (behind <= MAX_BEHIND) return { name: "clock", ok: true };
  return {
    name: "clock",
    ok: false,
    reason: `the clock is ${Math.round(behind / 1e3)} s behind what was recorded`
  };
}
var done = { done: true };
var HANDLERS = {
  health: async () => ({ status: "ok" }),
  ready: (context2) => checkReadiness(context2),
  openApi: async () => makeOpenApi(),
  keyList: async ({ identity, clock }) => ({
    root: (0, import_cli5.encodeBase64url)(identity.root),
    keyList: identity.keyListEnvelope,
    time: (0, import_cli3.formatTimestamp)(clock.now())
  }),
  enrol: (context2, { body }) => enrol(context2, body),
  admit: (context2, { body }) => admit(context2, body),
  logins: (context2) => listLogins(context2),
  openSession: async (context2, { body }) => describeSession(await logInWithToken(context2, body)),
  beginLogin: (context2, { body }) => beginLogin(context2, body),
  finishLogin: (context2, { params }) => finishLogin(context2, params.id),
  session: async (_, { caller }) => describeSession(sessionOf(caller)),
  async endSession(context2, { caller }) {
    await endSession(context2, sessionOf(caller).id);
    return done;
  },
  async sessions(context2, { caller }) {
    return { sessions: await listSessions(context2, seesAll(caller) ? void 0 : sessionOf(caller)) };
  },
  async endSessionOf(context2, { params, caller }) {
    await endSessionOf(context2, params.session, caller);
    return done;
  },
  forgetPerson: (context2, { body, caller }) => forget(context2, body, actorOf(caller)),
  connectPerson: (context2, { body, caller }) => connectPerson(context2, sessionOf(caller), body),
  async leave(context2, { caller }) {
    await (0, import_chunk_A5BHWNUW.endNode)(context2, nodeOf2(caller).id, "left");
    return done;
  },
  submit: (context2, { body }) => submit(context2, body),
  sign: (context2, { params, body }) => sign(context2, params.id, body),
  vote: (context2, { params, body }) => vote(context2, params.digest, body),
  pending: (context2) => listPending(context2),
  pendingOne: (context2, { params }) => showPending(context2, params.digest),
  async refuse(context2, { params, body, caller }) {
    await refuseBallot(context2, params.digest, { by: actorOf(caller), reason: body.reason });
    return done;
  },
  async latestApproval(context2, { params, caller }) {
    const { applications, environment } = nodeOf2(caller);
    if (!applications.includes(params.application)) throw notFound("no such application here");
    const latest = await context2.store.read(
      (tx) => tx.submissions.findLatest(params.application, environment)
    );
    return { approval: latest ? await assembleApproval(context2, latest.digest) : null };
  },
  async revokeApproval(context2, { params }) {
    await revokeApproval(context2, params.digest);
    return done;
  },
  submitReceipt: (context2, { body, caller }) => acceptReceipt(context2, nodeOf2(caller), body.receipt),
  receipts: (context2, { params, caller }) => listReceipts(context2, params.digest, caller.kind === "node" ? caller.node : void 0),
  nodes: (context2) => listNodes(context2),
  async revokeNode(context2, { params, caller }) {
    await revokeNode(context2, params.id, actorOf(caller));
    return done;
  },
  async resumeNode(context2, { params }) {
    await (0, import_chunk_A5BHWNUW.resumeNode)(context2, params.id);
    return done;
  },
  async createSecret(context2, { body }) {
    const { lifetimeSeconds, ...bound } = body;
    const made = await createEnrolmentSecret(context2, { ...bound, lifetimeMs: lifetimeSeconds * import_cli3.SECOND });
    await context2.log.integrate();
    return { secret: made.secret, expiresAt: (0, import_cli3.formatTimestamp)(made.expiresAt) };
  },
  async approveAgent(context2, { body, caller }) {
    const { expiresAt } = await approveAgent(context2, body, actorOf(caller));
    return { expiresAt: (0, import_cli3.formatTimestamp)(expiresAt) };
  },
  async putEnvironments(context2, { body, caller }) {
    const request = { environments: body, access: null, dryRun: false, acceptLockOut: false };
    const { environments, waiting } = await push(context2, request, await pusherOf(context2, caller));
    if (environments) return environments;
    throw new import_chunk_A5BHWNUW.RequestRefusal("refused", {
      message: `this loosens ${waiting?.loosens.slice(0, 3).join("; ")}: ${waiting?.wanted} people must approve ${waiting?.change}`,
      help: "sallyport approvals approve, then send it again"
    });
  },
  environments: (context2) => listEnvironments(context2),
  async freeze(context2, { params, body, caller }) {
    await freeze(context2, { ...params, by: actorOf(caller) }, body);
    return done;
  },
  async unfreeze(context2, { params, caller }) {
    await unfreeze(context2, { ...params, by: actorOf(caller) });
    return done;
  },
  async breakGlass(context2, { params, body, caller }) {
    const { reason, lifetimeSeconds } = body;
    const asked = { reason, lifetimeMs: lifetimeSeconds * import_cli3.SECOND };
    const { until, lifts } = await breakGlass(context2, { ...params, by: actorOf(caller) }, asked);
    return { until: (0, import_cli3.formatTimestamp)(until), lifts: [...lifts] };
  },
  async endBreakGlass(context2, { params, caller }) {
    await endBreakGlass(context2, { ...params, by: actorOf(caller) });
    return done;
  },
  policy: ({ store }) => store.read(async (tx) => ({
    environments: revisionOf(await tx.environments.current()),
    access: revisionOf(await tx.accessRules.current())
  })),
  reportRecovery: (context2, { body, caller }) => takeReport(context2, nodeOf2(caller), body),
  recovery: (context2) => describeRecovery(context2),
  endRecovery: (context2, { body, caller }) => endByHand(context2, body.acceptLoss, actorOf(caller)),
  pushByWorkload: (context2, { body }) => pushByWorkload(context2, body),
  push: async (context2, { body, caller }) => push(context2, body, await pusherOf(context2, caller))
};
function nodeOf2(caller) {
  if (caller.kind !== "node") throw new Error(`a ${caller.kind} reached a route of nodes`);
  return caller.node;
}
function actorOf(caller) {
  if (caller.kind === "admin") return caller.keyId;
  return sessionOf(caller).person;
}
async function pusherOf(context2, caller) {
  const by = actorOf(caller);
  if (caller.kind !== "person") return { by, person: null };
  const { issuer, subject } = caller.session;
  const registered = await context2.store.read((tx) => context2.environments(tx));
  const person = registered?.file.people?.find(
    ({ identities }) => identities?.some((identity) => identity.issuer === issuer && identity.subject === subject)
  );
  return { by, person: person?.id ?? null, session: caller.session.id };
}
function sessionOf(caller) {
  if (caller.kind !== "person") throw new Error(`a ${caller.kind} reached a route of people`);
  return caller.session;
}
var OVERSEERS = /* @__PURE__ */ new Set(["admin", "operator", "auditor"]);
function seesAll(caller) {
  return caller.kind === "admin" || sessionOf(caller).roles.some((role) => OVERSEERS.has(role));
}
async function endSessionOf(context2, id2, caller) {
  const record = await context2.store.read((tx) => findSession(tx, id2));
  const own = caller.kind === "person" ? caller.session : void 0;
  const isOwn = own?.issuer === record?.account.issuer && own?.subject === record?.account.subject;
  const mayEnd = isOwn || own === void 0 || own.roles.some((role) => role === "admin" || role === "operator");
  const by = isOwn ? void 0 : actorOf(caller);
  if (record && mayEnd && await endSession(context2, id2, by)) return;
  throw notFound(`there is no session ${id2}`);
}
function revisionOf(record) {
  return record ? { version: record.version, digest: record.digest, text: record.text } : null;
}
function notFound(message) {
  return new import_chunk_A5BHWNUW.RequestRefusal("not-found", { message });
}
var STYLE = `
:root { color-scheme: light dark; }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 34rem; margin: 4rem auto; padding: 0 1rem; color: #1b1f24; }
h1 { font-size: 1.4rem; }
label { display: block; margin: 1rem 0 .3rem; }
input { font: 1.2rem ui-monospace, monospace; padding: .5rem; width: 12rem; text-transform: uppercase; }
button { font: inherit; padding: .55rem 1.2rem; margin: .4rem 0 0 .4rem; }
input:focus, button:focus { outline: 3px solid #4c8dff; outline-offset: 1px; }
@media (prefers-color-scheme: dark) { body { background: #16181c; color: #e6e8eb; } a { color: #8ab4f8; } }
`;
var STYLE_HASH = (0, import_node_crypto.createHash)("sha256").update(STYLE).digest("base64");
function renderPage({ status, title, lines, form, next, cookies = [] }) {
  const body = [
    '<!doctype html><html lang="en"><head><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    next ? `<meta http-equiv="refresh" content="0;url=${escapeHtml(next.url)}">` : "",
    `<title>${escapeHtml(title)} \xB7 Sallyport</title><style>${STYLE}</style></head><body><main>`,
    `<h1>${escapeHtml(title)}</h1>`,
    ...lines.map((line) => `<p>${escapeHtml(line)}</p>`),
    form ? renderForm(form) : "",
    next ? `<p><a href="${escapeHtml(next.url)}">${escapeHtml(next.label)}</a></p>` : "",
    "</main></body></html>"
  ].join("\n");
  const headers = new Headers({
    "content-type": "text/html; charset=utf-8",
    "cache-control": "no-store",
    "content-security-policy": `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'`,
    // With no-referrer browsers send `Origin: null` with our own form, and we refuse it (Fetch, 3.2).
    "referrer-policy": "same-origin",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "cross-origin-opener-policy": "same-origin"
  });
  for (const cookie of cookies) headers.append("set-cookie", cookie);
  return new Response(body, { status, headers });
}
function renderForm({ action, field, label, button }) {
  return `<form method="post" action="${escapeHtml(action)}"><label for="${escapeHtml(field)}">${escapeHtml(label)}</label><input id="${escapeHtml(field)}" name="${escapeHtml(field)}" maxlength="16" autocomplete="off" autocapitalize="characters" required autofocus><button>${escapeHtml(button)}</button></form>`;
}
var ENTITIES = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;"
};
function escapeHtml(text) {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character]);
}
var MAX_WRONG_CODES = 5;
var wrongCodes = /* @__PURE__ */ new Map();
async function showLoginPage(context2, { id: id2 }) {
  const open3 = await findOpen(context2, id2);
  if (!open3) return renderPage(GONE);
  const { resolved } = await findLogin(context2, open3.value.login);
  return renderPage({
    status: 200,
    title: "Log in to Sallyport",
    lines: [
      `You began a login on a command line. It goes on at ${resolved.issuer}.`,
      "Only go on if the command line is yours: whoever began this login gets your session."
    ],
    form: codeForm(id2)
  });
}
function codeForm(id2) {
  return {
    action: `/login/${id2}`,
    field: "code",
    label: "The code on your command line",
    button: "Continue"
  };
}
async function confirmLogin(context2, request) {
  const { id: id2, form, origin } = request;
  if (origin !== new URL(context2.url).origin) return renderPage(FOREIGN);
  const open3 = await findOpen(context2, id2);
  if (!open3) return renderPage(GONE);
  const typed = (form.get("code") ?? "").toUpperCase().replace(/[^A-Z]/g, "");
  if (!(0, import_cli5.equalConstantTime)((0, import_cli5.encodeUtf8)(typed), (0, import_cli5.encodeUtf8)(open3.browser.code.replace("-", "")))) {
    return countWrongCode(context2, id2);
  }
  const secret = (0, import_cli5.encodeBase64url)(context2.random.bytes(32));
  const isOurs2 = await context2.store.write(
    "login confirmation",
    (tx) => ATTEMPTS.change(
      tx,
      id2,
      (value) => value.outcome === null && value.browser ? withCookie(value, hashOf(secret)) : void 0
    )
  );
  if (!isOurs2) return renderPage(GONE);
  try {
    const url = await authorizationUrl(context2, open3);
    return renderPage({
      status: 200,
      title: "To the issuer",
      lines: ["Your browser goes on by itself."],
      next: { url, label: "Go on" },
      cookies: [cookieOf(context2, `${id2}.${secret}`, 900)]
    });
  } catch (thrown) {
    return failed(thrown);
  }
}
async function finishInBrowser(context2, request) {
  const match2 = /^(l-[0-9a-f]{32})\.([A-Za-z0-9_-]{43})$/.exec(readCookie(context2, request.cookie) ?? "");
  const open3 = match2 && await findOpen(context2, match2[1]);
  const cookie = open3?.browser.cookie;
  const state = request.url.searchParams.get("state") ?? "";
  if (!match2 || !open3 || !cookie) return renderPage(FOREIGN);
  const isSame = (a, b) => (0, import_cli5.equalConstantTime)((0, import_cli5.encodeUtf8)(a), (0, import_cli5.encodeUtf8)(b));
  if (!isSame(cookie, hashOf(match2[2])) || !isSame(open3.browser.state, state)) return renderPage(FOREIGN);
  const isFirst = await context2.store.write(
    "login return",
    (tx) => ATTEMPTS.change(
      tx,
      open3.id,
      (value) => value.browser?.cookie === cookie ? withCookie(value, null) : void 0
    )
  );
  if (!isFirst) return renderPage(FOREIGN);
  return exchange(context2, open3, request.url);
}
async function exchange(context2, open3, url) {
  try {
    const { resolved } = await findLogin(context2, open3.value.login);
    const callback = new URL(`${context2.url}${CALLBACK_PATH}${url.search}`);
    const { state, nonce, verifier } = open3.browser;
    const isOpenId = resolved.login.preset !== "github";
    const tokens = await withProvider(
      context2,
      resolved,
      (provider) => provider.exchange(callback, {
        state,
        verifier,
        ...isOpenId ? { nonce } : {},
        ...maxAgeOf(resolved.login)
      })
    );
    const outcome = await concludeAttempt(context2, open3.id, open3.value, tokens);
    const cookies = [cookieOf(context2, "", 0)];
    if (outcome.kind === "refused") {
      return renderPage({ status: 403, title: "Not let in", lines: [outcome.reason], cookies });
    }
    return renderPage({
      status: 200,
      title: "You are logged in",
      lines: ["The command line goes on by itself. You may close this window."],
      cookies
    });
  } catch (thrown) {
    return failed(thrown);
  }
}
async function authorizationUrl(context2, open3) {
  const { resolved } = await findLogin(context2, open3.value.login);
  const { facts, login } = resolved;
  const { state, nonce, verifier } = open3.browser;
  return withProvider(
    context2,
    resolved,
    (provider) => provider.authorizationUrl({
      redirectUri: `${context2.url}${CALLBACK_PATH}`,
      scope: facts.scope,
      state,
      verifier,
      ...login.preset === "github" ? {} : { nonce },
      acrValues: login.mfa?.acr ?? [],
      ...maxAgeOf(login)
    })
  );
}
function maxAgeOf({ maxLoginAge }) {
  return maxLoginAge === void 0 ? {} : { maxAge: Math.floor((0, import_cli3.parseDuration)(maxLoginAge) / import_cli3.SECOND) };
}
async function findOpen(context2, id2) {
  const found = await context2.store.read((tx) => ATTEMPTS.find(tx, id2));
  const { browser, outcome } = found?.value ?? {};
  if (!found || !browser || outcome || (found.expiresAt ?? 0) <= context2.clock.now()) return void 0;
  return { ...found, browser };
}
async function countWrongCode(context2, id2) {
  const count = (wrongCodes.get(id2) ?? 0) + 1;
  wrongCodes.set(id2, count);
  if (wrongCodes.size > 1e3) wrongCodes.delete(wrongCodes.keys().next().value);
  if (count < MAX_WRONG_CODES) {
    return renderPage({
      status: 403,
      title: "Not this code",
      lines: ["Type the code as your command line shows it. Five wrong ones end this login."],
      form: codeForm(id2)
    });
  }
  await context2.store.write("login end", (tx) => ATTEMPTS.remove(tx, id2));
  wrongCodes.delete(id2);
  return renderPage(GONE);
}
function withCookie(value, cookie) {
  return { ...value, browser: value.browser && { ...value.browser, cookie } };
}
function cookieName({ url }) {
  return url.startsWith("https:") ? "__Host-sallyport-login" : "sallyport-login";
}
function cookieOf(context2, value, maxAge) {
  const secure = context2.url.startsWith("https:") ? "; Secure" : "";
  return `${cookieName(context2)}=${value}; Path=/; Max-Age=${maxAge}; HttpOnly; SameSite=Lax${secure}`;
}
function readCookie(context2, header2) {
  const prefix = `${cookieName(context2)}=`;
  const found = header2?.split("; ").find((each) => each.startsWith(prefix));
  return found?.slice(prefix.length);
}
function hashOf(secret) {
  return (0, import_cli5.encodeBase64url)((0, import_cli4.sha256)((0, import_cli5.encodeUtf8)(secret)));
}
var GONE = {
  status: 404,
  title: "This login has ended",
  lines: ["It expired, was used, or never was. Begin again: sallyport login"]
};
var FOREIGN = {
  status: 403,
  title: "Not from here",
  lines: ["This did not begin in this browser. Begin again: sallyport login"]
};
function failed(thrown) {
  if (!(thrown instanceof import_cli6.SallyportError)) throw thrown;
  return renderPage({
    status: 502,
    title: "The issuer did not log you in",
    lines: [(0, import_cli6.messageOf)(thrown), "Begin again: sallyport login"]
  });
}
async function readBody(request, maxBytes) {
  const declared = Number(request.headers.get("content-length") ?? 0);
  if (declared > maxBytes) throw tooLarge(maxBytes);
  if (!request.body) return new Uint8Array();
  const chunks = [];
  let total = 0;
  for await (const chunk of request.body) {
    total += chunk.length;
    if (total > maxBytes) throw tooLarge(maxBytes);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, total);
}
function signatureHeaders(headers) {
  return {
    "content-digest": headers.get("content-digest") ?? void 0,
    "signature-input": headers.get("signature-input") ?? void 0,
    signature: headers.get("signature") ?? void 0
  };
}
function tooLarge(maxBytes) {
  return new import_chunk_A5BHWNUW.RequestRefusal("too-large", {
    message: `the body is larger than the ${maxBytes} bytes that this route reads`
  });
}
var HANDLERS2 = {
  loginCallback: finishInBrowser,
  loginPage: showLoginPage,
  loginConfirm: confirmLogin
};
async function servePage(context2, name, request, id2) {
  const body = await readBody(request, PAGES[name].maxBodyBytes);
  return HANDLERS2[name](context2, {
    id: id2,
    url: new URL(request.url),
    form: new URLSearchParams(Buffer.from(body).toString("utf8")),
    origin: request.headers.get("origin") ?? void 0,
    cookie: request.headers.get("cookie") ?? void 0
  });
}
function createRateLimit({ burst, perSecond, maxSources }) {
  const buckets = /* @__PURE__ */ new Map();
  return {
    take(source, now) {
      const bucket = buckets.get(source) ?? { tokens: burst, at: now };
      const refilled = bucket.tokens + (now - bucket.at) / import_cli3.SECOND * perSecond;
      bucket.tokens = Math.min(burst, refilled);
      bucket.at = now;
      buckets.delete(source);
      buckets.set(source, bucket);
      if (buckets.size > maxSources) buckets.delete(buckets.keys().next().value);
      if (bucket.tokens < 1) return false;
      bucket.tokens -= 1;
      return true;
    }
  };
}
function makeReply(context2, status, value, requestSignature) {
  const body = (0, import_cli5.encodeUtf8)(JSON.stringify(value));
  const headers = new Headers({
    "content-type": "application/json",
    "cache-control": "no-store",
    "x-content-type-options": "nosniff"
  });
  if (requestSignature !== void 0) {
    const signer = {
      key: context2.identity.keys.control,
      coordinatorId: context2.identity.coordinatorId,
      now: context2.clock.now()
    };
    const signed = (0, import_chunk_8A5887D9.signResponse)({ status, body, requestSignature }, signer);
    for (const [name, header2] of Object.entries(signed)) headers.set(name, header2);
  }
  return new Response(Buffer.from(body), { status, headers });
}
function makeProblem(context2, thrown) {
  const refusal = toRefusal(thrown);
  if (!refusal) {
    context2.diagnostics.log("error", "a request failed", { error: (0, import_cli6.messageOf)(thrown), code: codeOf(thrown) });
  }
  const kind = refusal?.kind ?? "internal";
  const details = refusal?.details ?? { message: "the coordinator could not do this; its own log says why" };
  const problem = {
    kind,
    message: details.message.slice(0, 2e3),
    ...details.help === void 0 ? {} : { help: details.help },
    ...details.rule === void 0 ? {} : { rule: details.rule.slice(0, 200) },
    ...details.claim === void 0 ? {} : { claim: details.claim.slice(0, 100) },
    time: (0, import_cli3.formatTimestamp)(context2.clock.now())
  };
  return { status: import_chunk_8A5887D9.PROBLEMS[kind], problem };
}
function toRefusal(thrown) {
  if (thrown instanceof import_chunk_A5BHWNUW.RequestRefusal) return thrown;
  if (!(thrown instanceof import_cli6.SallyportError)) return void 0;
  const details = { message: thrown.message, ...thrown.help === void 0 ? {} : { help: thrown.help } };
  switch (thrown.code) {
    case "STORE_CONFLICT":
      return new import_chunk_A5BHWNUW.RequestRefusal("conflict", { message: "something of this name or key stands already" });
    case "CONFIG_INVALID":
    case "ACCESS_RULES_INVALID":
      return new import_chunk_A5BHWNUW.RequestRefusal("malformed", { ...details, message: `${placeOf(thrown)}${thrown.message}` });
    case "JSON_INVALID":
    case "ENCODING_INVALID":
    case "LIMIT_EXCEEDED":
    case "KEY_INVALID":
      return new import_chunk_A5BHWNUW.RequestRefusal("malformed", details);
    default:
      return void 0;
  }
}
function placeOf({ place }) {
  return place ? `${place.file}:${place.line}:${place.column}: ` : "";
}
function codeOf(thrown) {
  return thrown instanceof import_cli6.SallyportError ? thrown.code : "bug";
}
var RATE = { burst: 240, perSecond: 60, maxSources: 1e4 };
function createApplication(options) {
  const application = new Hono3();
  const rate = createRateLimit(RATE);
  for (const [name, route] of Object.entries(import_chunk_8A5887D93.ROUTES)) {
    const path = route.path.replace(/\{(\w+)\}/g, ":$1");
    application.on(route.method, [path], async (http) => {
      const { requests, clock } = options.context;
      const begun = clock.monotonic();
      const response = await answer(options, rate, http, name, route);
      requests.count(name, response.status, (clock.monotonic() - begun) / import_cli3.SECOND);
      return response;
    });
  }
  const { store, log } = options.context;
  const follow = store.replicas ? () => log.follow() : void 0;
  for (const [name, page] of Object.entries(PAGES)) {
    application.on(
      page.method,
      [page.path.replace(/\{(\w+)\}/g, ":$1")],
      (http) => limited(options, rate, http, async () => {
        await (0, import_chunk_A5BHWNUW.refuseWhileRecovering)(options.context.recovery);
        return servePage(options.context, name, http.req.raw, http.req.param("id") ?? "");
      })
    );
  }
  application.get(
    "/log/*",
    (http) => limited(options, rate, http, async () => {
      await (0, import_chunk_A5BHWNUW.refuseWhileRecovering)(options.context.recovery);
      return (0, import_chunk_A5BHWNUW.serveLogFile)(options.logFolder, http.req.path, follow);
    })
  );
  application.notFound(
    (http) => limited(options, rate, http, async () => {
      throw new import_chunk_A5BHWNUW.RequestRefusal("not-found", { message: `there is no ${http.req.method} ${http.req.path}` });
    })
  );
  return application;
}
function targetUriOf({ publicUrl, isTls }, host, pathAndQuery) {
  return `${publicUrl ?? `${isTls ? "https" : "http"}://${host}`}${pathAndQuery}`;
}
async function answer(options, rate, http, name, route) {
  return limited(options, rate, http, async () => {
    const { context: context2 } = options;
    if (!import_chunk_8A5887D93.RECOVERY_ROUTES.has(name)) await (0, import_chunk_A5BHWNUW.refuseWhileRecovering)(context2.recovery);
    const request = await receive(options, http, route);
    const caller = await identifyCaller(context2, request, route.callers, () => claimedKey(context2, request));
    const params = route.params ? (0, import_cli2.decode)(route.params, request.params, refused4("the path")) : void 0;
    const body = route.request ? (0, import_cli2.decode)(route.request, parseBody2(request), refused4("the body")) : void 0;
    const value = await HANDLERS[name](context2, { params, body, caller });
    const status = name === "ready" && value.status !== "ready" ? 503 : 200;
    return makeReply(context2, status, value, request.headers.signature);
  });
}
async function limited({ context: context2 }, rate, http, work) {
  try {
    const source = http.env.incoming.socket.remoteAddress ?? "";
    if (!rate.take(source, context2.clock.monotonic())) {
      throw new import_chunk_A5BHWNUW.RequestRefusal("too-many", { message: "too many requests from this address" });
    }
    return await work();
  } catch (thrown) {
    const { status, problem } = makeProblem(context2, thrown);
    context2.diagnostics.log("debug", "request refused", { path: http.req.path, kind: problem.kind });
    return makeReply(context2, status, { problem }, http.req.header("signature"));
  }
}
async function receive(options, http, route) {
  const url = new URL(http.req.url);
  return {
    method: http.req.method,
    targetUri: targetUriOf(options, http.req.header("host") ?? "", `${url.pathname}${url.search}`),
    headers: signatureHeaders(http.req.raw.headers),
    body: await readBody(http.req.raw, route.maxBodyBytes),
    params: http.req.param()
  };
}
var claim = (0, import_chunk_CF656EE42.looseObject)({ machineKey: import_chunk_8A5887D96.keyText.optional(), sessionKey: import_chunk_8A5887D96.keyText.optional() });
async function claimedKey(context2, request) {
  const { id: id2 } = request.params;
  if (id2?.startsWith("l-")) return context2.store.read((tx) => findAttemptKey(tx, id2));
  if (id2 !== void 0) {
    const submission = await context2.store.read((tx) => tx.submissions.find(id2));
    return submission?.machineKey;
  }
  const claimed = claim.safeParse(parseBody2(request));
  return claimed.success ? claimed.data.machineKey ?? claimed.data.sessionKey : void 0;
}
function parseBody2({ body }) {
  return (0, import_chunk_CF656EE4.parseStrictJson)(body, { source: "the body", maxBytes: body.length, maxDepth: 8 });
}
function refused4(source) {
  return { source };
}
async function handleUpFrame(context2, nodeId2, frame) {
  switch (frame.kind) {
    case "acknowledge": {
      await context2.store.read((tx) => findActive(tx, nodeId2));
      const refused6 = new Map(frame.refused.map(({ node, reason }) => [node, reason]));
      const acknowledgement = { version: frame.version, refused: refused6 };
      context2.sessions.acknowledge(nodeId2, acknowledgement);
      context2.replicas.acknowledged(nodeId2, acknowledgement);
      return;
    }
    case "endpoints":
      await changeEndpoints(context2, nodeId2, frame.endpoints);
  }
}
async function changeEndpoints(context2, nodeId2, endpoints) {
  const peers = await context2.store.write("endpoints", async (tx) => {
    const node = await findActive(tx, nodeId2);
    if (node.endpoints.join() === endpoints.join()) return [];
    await tx.nodes.change(nodeId2, await (0, import_chunk_A5BHWNUW.nextMapVersion)(tx), { endpoints });
    const edges = await tx.edges.listOf(nodeId2);
    return edges.map(({ source, target }) => source === nodeId2 ? target : source);
  });
  await (0, import_chunk_A5BHWNUW.distribute)(context2, peers);
}
async function findActive(tx, nodeId2) {
  const node = await tx.nodes.find(nodeId2);
  if (node?.state === "active") return node;
  throw new import_chunk_A5BHWNUW.RequestRefusal("revoked", { message: "this node is not active any more" });
}
var MAX_BUFFERED_BYTES = 8 * 1024 * 1024;
var PING_MS = 30 * import_cli3.SECOND;
var FRAME_RATE = { burst: 60, perSecond: 10, maxSources: 1 };
var CLOSE_CODES = { ended: 1e3, protocol: 1002, policy: 1008, tooFast: 4008 };
async function serveNodeStream(context2, socket, upgrade) {
  const challenge = context2.random.bytes(32);
  const { coordinatorId, keys } = context2.identity;
  const answer2 = (0, import_chunk_38EDD590.signChallenge)(
    challenge,
    { coordinatorId, upgradeSignature: upgrade.signature },
    keys.control
  );
  socket.send(JSON.stringify(answer2));
  const session = createSession(context2, socket, upgrade, challenge);
  receiveFrames(context2, socket, upgrade.node, challenge);
  keepAlive(socket);
  socket.on("close", () => {
    context2.sessions.remove(session);
    context2.replicas.streamChanged(session.nodeId);
  });
  await open(context2, session, upgrade);
}
async function open(context2, session, { node, since }) {
  await session.turn(() => {
    context2.sessions.add(session)?.end("replaced");
    context2.replicas.streamChanged(session.nodeId);
    return context2.store.read(async (tx) => {
      const current = await tx.nodes.find(node.id);
      if (current?.state !== "active") return session.end((0, import_chunk_A5BHWNUW.reasonOf)(current));
      const now = context2.clock.now();
      const canResume = since !== void 0 && since <= await (0, import_chunk_A5BHWNUW.currentMapVersion)(tx);
      const frame = canResume ? await (0, import_chunk_A5BHWNUW.makeDelta)(tx, current, since, now) : await (0, import_chunk_A5BHWNUW.makeSnapshot)(tx, current, context2.relays.current(), now);
      session.sentVersion = frame.version;
      session.send(frame);
      await (0, import_chunk_A5BHWNUW.sendRelayToken)(context2, tx, session, current);
    });
  });
}
function createSession(context2, socket, { node, wantsRelay }, challenge) {
  let counter2 = 0;
  let line = Promise.resolve();
  const send2 = (frame) => {
    if (socket.readyState !== socket.OPEN) return;
    if (socket.bufferedAmount > MAX_BUFFERED_BYTES) {
      socket.terminate();
      return;
    }
    const text = JSON.stringify(frame);
    counter2++;
    const from = { challenge, counter: counter2, from: "coordinator" };
    const signature = (0, import_cli5.encodeBase64url)((0, import_chunk_38EDD590.signFrame)((0, import_cli5.encodeUtf8)(text), from, context2.identity.keys.control));
    socket.send(JSON.stringify({ counter: counter2, frame: text, signature }));
  };
  return {
    nodeId: node.id,
    sentVersion: 0,
    wantsRelay,
    relayToken: void 0,
    send: send2,
    turn(work) {
      const turn = line.then(work);
      line = turn.catch(() => void 0);
      return turn;
    },
    end(reason) {
      send2({ kind: "ended", reason });
      socket.close(CLOSE_CODES.ended, reason);
      setTimeout(() => socket.terminate(), 2 * import_cli3.SECOND).unref();
    },
    isAlive: (timeoutMs) => answersPing(socket, timeoutMs)
  };
}
function receiveFrames(context2, socket, node, challenge) {
  const publicKey = (0, import_cli5.decodeBase64url)(node.machineKey);
  const rate = createRateLimit(FRAME_RATE);
  let counter2 = 0;
  let work = Promise.resolve();
  socket.on("message", (data) => {
    if (!rate.take("", context2.clock.monotonic())) return socket.close(CLOSE_CODES.tooFast, "too many frames");
    counter2++;
    const frame = readFrame(data, { challenge, counter: counter2, from: "node" }, publicKey);
    if (!frame) return socket.close(CLOSE_CODES.protocol, "a frame does not verify");
    work = work.then(() => handleUpFrame(context2, node.id, frame)).catch((thrown) => {
      context2.diagnostics.log("warn", "a frame was refused", { node: node.id, error: (0, import_cli6.messageOf)(thrown) });
      socket.close(CLOSE_CODES.policy, "refused");
    });
  });
  socket.on("error", (error) => {
    context2.diagnostics.log("debug", "a stream failed", { node: node.id, error: error.message });
  });
}
function readFrame(data, expected, publicKey) {
  try {
    const source = "the frame";
    const limits = { source, maxBytes: import_chunk_38EDD590.MAX_UP_FRAME_BYTES, maxDepth: 6 };
    const signed = (0, import_cli2.decode)(import_chunk_38EDD590.signedFrameSchema, (0, import_chunk_CF656EE4.parseStrictJson)((0, import_cli5.decodeUtf8)(data), limits), { source });
    const bytes = (0, import_cli5.encodeUtf8)(signed.frame);
    const isNext = signed.counter === expected.counter;
    if (!isNext || !(0, import_chunk_38EDD590.verifyFrame)(bytes, (0, import_cli5.decodeBase64url)(signed.signature), expected, publicKey))
      return void 0;
    return (0, import_cli2.decode)(import_chunk_38EDD590.upFrame, (0, import_chunk_CF656EE4.parseStrictJson)(bytes, limits), { source });
  } catch {
    return void 0;
  }
}
function keepAlive(socket) {
  let answered = true;
  socket.on("pong", () => {
    answered = true;
  });
  const timer = setInterval(() => {
    if (!answered) return socket.terminate();
    answered = false;
    socket.ping();
  }, PING_MS);
  timer.unref();
  socket.on("close", () => clearInterval(timer));
}
function answersPing(socket, timeoutMs) {
  if (socket.readyState !== socket.OPEN) return Promise.resolve(false);
  return new Promise((resolve3) => {
    const finish = (alive) => {
      clearTimeout(timer);
      socket.off("pong", onPong);
      socket.off("close", onClose);
      resolve3(alive);
    };
    const onPong = () => finish(true);
    const onClose = () => finish(false);
    const timer = setTimeout(finish, timeoutMs, false);
    socket.once("pong", onPong);
    socket.once("close", onClose);
    socket.ping();
  });
}
var ALIVE_MS = 3e3;
function createArrivalDesk(context2, aliveMs = ALIVE_MS) {
  const lines = /* @__PURE__ */ new Map();
  return {
    arrive(nodeId2) {
      const before = lines.get(nodeId2) ?? Promise.resolve("welcome");
      const turn = before.then(() => judge5(context2, nodeId2, aliveMs));
      lines.set(nodeId2, turn);
      turn.finally(() => lines.get(nodeId2) === turn && lines.delete(nodeId2)).catch(() => void 0);
      return turn;
    }
  };
}
async function judge5(context2, nodeId2, aliveMs) {
  const present = context2.sessions.find(nodeId2);
  const isAlive = present ? await present.isAlive(aliveMs) : await context2.replicas.isAliveElsewhere(nodeId2, aliveMs);
  if (!isAlive) return "welcome";
  context2.diagnostics.log("warn", "two live sessions of one machine key: the node is suspended", {
    node: nodeId2
  });
  await (0, import_chunk_A5BHWNUW.suspendNode)(context2, nodeId2);
  return "suspended";
}
var RATE2 = { burst: 60, perSecond: 10, maxSources: 1e4 };
function createUpgradeListener(options) {
  const { context: context2 } = options;
  const sockets = new import_chunk_T6RIR5MA.import_websocket_server.default({
    noServer: true,
    maxPayload: 2 * import_chunk_38EDD590.MAX_UP_FRAME_BYTES,
    perMessageDeflate: false
  });
  const rate = createRateLimit(RATE2);
  const desk = createArrivalDesk(context2);
  return (request, socket, head) => {
    socket.on("error", () => socket.destroy());
    const run = async () => {
      if (!rate.take(request.socket.remoteAddress ?? "", context2.clock.monotonic())) {
        throw new import_chunk_A5BHWNUW.RequestRefusal("too-many", { message: "too many requests from this address" });
      }
      await (0, import_chunk_A5BHWNUW.refuseWhileRecovering)(context2.recovery);
      if (request.url === import_chunk_8A5887D93.RELAY_PATH) {
        return context2.relay.upgrade(request, socket, head);
      }
      const { node, url, signature } = await authenticate(options, request);
      if (await desk.arrive(node.id) === "suspended") throw suspended();
      const since = sinceOf(url);
      const wantsRelay = url.searchParams.get("relay") === "1";
      sockets.handleUpgrade(request, socket, head, (webSocket) => {
        serveNodeStream(context2, webSocket, { node, signature, since, wantsRelay }).catch(
          () => webSocket.terminate()
        );
      });
    };
    run().catch((thrown) => refuse2(context2, socket, thrown, header(request, "signature")));
  };
}
async function authenticate(options, request) {
  const path = request.url ?? "/";
  const targetUri = targetUriOf(options, request.headers.host ?? "", path);
  const url = new URL(path, "http://coordinator.invalid");
  if (url.pathname !== import_chunk_8A5887D93.STREAM_PATH) {
    throw new import_chunk_A5BHWNUW.RequestRefusal("not-found", { message: `there is no stream ${url.pathname}` });
  }
  const headers = {
    "content-digest": header(request, "content-digest"),
    "signature-input": header(request, "signature-input"),
    signature: header(request, "signature")
  };
  const received = { method: request.method ?? "", targetUri, headers, body: new Uint8Array(), params: {} };
  const caller = await identifyCaller(
    options.context,
    received,
    ["agent", "runner", "person"],
    async () => void 0
  );
  if (caller.kind !== "node") throw new import_chunk_A5BHWNUW.RequestRefusal("forbidden", { message: "streams are for nodes" });
  return { node: caller.node, url, signature: headers.signature ?? "" };
}
function sinceOf(url) {
  const since = url.searchParams.get("since");
  return since !== null && /^(?:0|[1-9]\d{0,14})$/.test(since) ? Number(since) : void 0;
}
async function refuse2(context2, socket, thrown, signature) {
  if (socket.destroyed) return;
  const { status, problem } = makeProblem(context2, thrown);
  const reply = makeReply(context2, status, { problem }, signature);
  const body = Buffer.from(await reply.arrayBuffer());
  const lines = [
    `HTTP/1.1 ${status} Refused`,
    ...[...reply.headers].map(([name, value]) => `${name}: ${value}`),
    `content-length: ${body.length}`,
    "connection: close"
  ];
  socket.end(Buffer.concat([Buffer.from(`${lines.join("\r\n")}\r
\r
`), body]));
}
function header(request, name) {
  const value = request.headers[name];
  return typeof value === "string" ? value : void 0;
}
function suspended() {
  return new import_chunk_A5BHWNUW.RequestRefusal("suspended", {
    message: "another session of this machine key is alive: both are suspended until an operator chooses",
    help: "ask an operator: sallyport nodes list, then nodes resume or nodes revoke"
  });
}
var DEFAULT_LIMITS = {
  headersMs: 10 * import_cli3.SECOND,
  requestMs: 30 * import_cli3.SECOND,
  maxConnections: 12e3,
  maxConnectionsPerAddress: 1e3
};
async function openServer(options) {
  const { headersMs, requestMs, maxConnections } = options.limits;
  const bounds = {
    headersTimeout: headersMs,
    requestTimeout: requestMs,
    keepAliveTimeout: headersMs,
    connectionsCheckingInterval: Math.min(import_cli3.SECOND, headersMs),
    maxHeaderSize: 16 * 1024
  };
  const server = options.tls ? (0, (process.getBuiltinModule("node:https")).createServer)({
    ...bounds,
    cert: options.tls.certificate,
    key: options.tls.key,
    minVersion: "TLSv1.3",
    handshakeTimeout: headersMs
  }) : (0, (process.getBuiltinModule("node:http")).createServer)(bounds);
  server.maxConnections = maxConnections;
  limitPerAddress(server, options.limits);
  await listen(server, options);
  return { server, port: server.address().port };
}
async function closeServer(server) {
  await new Promise((done2) => {
    server.close(done2);
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), 2 * import_cli3.SECOND).unref();
  });
}
function attachApplication(server, options) {
  server.on("request", getRequestListener(createApplication(options).fetch, { overrideGlobalObjects: false }));
  server.on("upgrade", createUpgradeListener(options));
}
function limitPerAddress(server, { maxConnectionsPerAddress, headersMs }) {
  const counts = /* @__PURE__ */ new Map();
  server.on("connection", (socket) => {
    const address = socket.remoteAddress ?? "";
    const count = (counts.get(address) ?? 0) + 1;
    if (count > maxConnectionsPerAddress) {
      socket.destroy();
      return;
    }
    counts.set(address, count);
    const silence = setTimeout(() => socket.bytesRead === 0 && socket.destroy(), headersMs);
    socket.on("close", () => {
      clearTimeout(silence);
      const left = (counts.get(address) ?? 1) - 1;
      if (left === 0) counts.delete(address);
      else counts.set(address, left);
    });
  });
}
function listen(server, { host, port }) {
  return new Promise((resolve3, reject) => {
    server.once("error", (cause) => {
      reject(
        new import_cli6.SallyportError("USAGE", {
          message: `${host}:${port} cannot be listened on: ${(0, import_cli6.messageOf)(cause)}`,
          help: "choose another with --listen HOST:PORT",
          cause
        })
      );
    });
    server.listen(port, host, resolve3);
  });
}
async function endStrayNodes(context2) {
  const now = context2.clock.now();
  const stray = await context2.store.read(async (tx) => {
    const file = (await context2.environments(tx))?.file;
    const found = [];
    for (const node of await tx.nodes.listPersonal())
      if (!await findPersonSource(tx, file, node, now)) found.push(node.id);
    return found;
  });
  for (const id2 of stray) {
    try {
      await (0, import_chunk_A5BHWNUW.endNode)(context2, id2, "session-ended");
    } catch (thrown) {
      if (!(thrown instanceof import_chunk_A5BHWNUW.RequestRefusal)) throw thrown;
    }
  }
  return stray.length;
}
var CLOCK_FLOOR = "clock-floor";
async function findClockFloor(tx) {
  const noted = Number(await tx.settings.find(CLOCK_FLOOR) ?? 0);
  const size = await tx.log.size();
  const [last] = size === 0 ? [] : await tx.log.list(size - 1, 1);
  return Math.max(noted, last === void 0 ? 0 : timeOf(last));
}
function timeOf(entry) {
  try {
    return (0, import_cli3.parseTimestamp)((0, import_chunk_8A5887D95.parseLogEntry)(entry).at);
  } catch {
    return 0;
  }
}
var TASKS = [
  { everyMs: import_cli3.SECOND, run: import_chunk_A5BHWNUW.endExpiredLeases, isLogged: true },
  { everyMs: 20 * import_cli3.SECOND, run: import_chunk_A5BHWNUW.watchLeases },
  { everyMs: 5 * import_cli3.SECOND, run: endStrayNodes, isLogged: true },
  // Entries of another process (`coordinator enroll`) wait for nobody's request.
  { everyMs: import_cli3.SECOND, run: ({ log }) => log.integrate(), isLogged: true },
  { everyMs: import_cli3.SECOND, run: ({ cosigning }) => cosigning.refresh(), isLogged: true },
  { everyMs: import_cli3.MINUTE, run: logStrangers, isLogged: true },
  { everyMs: import_cli3.MINUTE, run: prune },
  { everyMs: import_chunk_A5BHWNUW.MAP_LIFETIME / 2, run: import_chunk_A5BHWNUW.renewMaps },
  { everyMs: 2 * import_cli3.SECOND, run: followRelays }
];
function startMaintenance(context2) {
  const running = /* @__PURE__ */ new Set();
  const timers = TASKS.map(({ everyMs, ...task }) => {
    let busy = false;
    const timer = setInterval(() => {
      if (busy) return;
      busy = true;
      const turn = attempt(context2, task).finally(() => {
        busy = false;
        running.delete(turn);
      });
      running.add(turn);
    }, everyMs);
    timer.unref();
    return timer;
  });
  return async () => {
    for (const timer of timers) clearInterval(timer);
    await Promise.all(running);
  };
}
async function followRelays(context2) {
  if (await context2.relays.refresh()) await (0, import_chunk_A5BHWNUW.sendSnapshots)(context2);
}
async function logStrangers(context2) {
  const count = context2.refusals.take();
  if (count === 0) return;
  const at = (0, import_cli3.formatTimestamp)(context2.clock.now());
  await context2.store.write(
    "refusals",
    (tx) => tx.log.append((0, import_chunk_8A5887D95.emitLogEntry)({ type: "refusals", version: 1, at, count }))
  );
  await context2.log.integrate();
}
async function prune({ store, clock }) {
  const now = clock.now();
  await store.write("prune", async (tx) => {
    await tx.nonces.prune(now);
    await tx.tokens.prune(now);
    await tx.documents.prune(now);
    const floor = Number(await tx.settings.find(CLOCK_FLOOR) ?? 0);
    if (now > floor) await tx.settings.put(CLOCK_FLOOR, String(now));
  });
}
async function attempt(context2, { run, isLogged }) {
  try {
    if (isLogged && await context2.recovery.isOpen()) return;
    await run(context2);
  } catch (thrown) {
    context2.diagnostics.log("error", "maintenance failed", { error: (0, import_cli6.messageOf)(thrown) });
  }
}
function createSessionRegistry() {
  const sessions = /* @__PURE__ */ new Map();
  const acknowledged = /* @__PURE__ */ new Map();
  const waiters = /* @__PURE__ */ new Map();
  return {
    find: (nodeId2) => sessions.get(nodeId2),
    add(session) {
      const replaced = sessions.get(session.nodeId);
      sessions.set(session.nodeId, session);
      acknowledged.delete(session.nodeId);
      return replaced;
    },
    remove(session) {
      if (sessions.get(session.nodeId) !== session) return;
      sessions.delete(session.nodeId);
      acknowledged.delete(session.nodeId);
    },
    list: () => [...sessions.values()],
    acknowledge(nodeId2, acknowledgement) {
      acknowledged.set(nodeId2, acknowledgement);
      for (const waiter of waiters.get(nodeId2) ?? []) {
        if (acknowledgement.version >= waiter.version) waiter.resolve(acknowledgement.refused);
      }
    },
    whenAcknowledged(nodeId2, version, timeoutMs) {
      const last = acknowledged.get(nodeId2);
      if (last && last.version >= version) return Promise.resolve(last.refused);
      return wait(waiters, nodeId2, version, timeoutMs);
    }
  };
}
function wait(waiters, nodeId2, version, timeoutMs) {
  return new Promise((resolve3) => {
    const own = waiters.get(nodeId2) ?? /* @__PURE__ */ new Set();
    const finish = (refused6) => {
      clearTimeout(timer);
      own.delete(waiter);
      if (own.size === 0) waiters.delete(nodeId2);
      resolve3(refused6);
    };
    const timer = setTimeout(finish, timeoutMs, void 0);
    const waiter = { version, resolve: finish };
    own.add(waiter);
    waiters.set(nodeId2, own);
  });
}
function createLeaseWatch(clock) {
  let seen = /* @__PURE__ */ new Map();
  return {
    note(leases) {
      const [now, instant] = [clock.now(), clock.monotonic()];
      const next = /* @__PURE__ */ new Map();
      for (const { nodeId: nodeId2, end } of leases) {
        const known = seen.get(nodeId2);
        next.set(nodeId2, known?.end === end ? known : { end, until: instant + (end - now) });
      }
      seen = next;
    },
    due() {
      const instant = clock.monotonic();
      return [...seen].filter(([, { until }]) => until <= instant).map(([nodeId2]) => nodeId2);
    }
  };
}
var MAX_BYTES2 = 128 * 1024 * 1024;
var BATCH = 4096;
var STALLED_MS = 20 * import_cli3.SECOND;
function createMissingEntries(store) {
  const liars = /* @__PURE__ */ new Set();
  let known;
  let bringing;
  let line = Promise.resolve();
  const take = async (nodeId2, seen, entries, now) => {
    known ??= await readLeaves(store);
    if (seen.size <= known.length) {
      if ((0, import_cli5.equalBytes)(treeOf(known.slice(0, seen.size)).rootAt(seen.size), seen.root)) return void 0;
      throw refused5(
        `the log here is no continuation of the ${seen.size} entries that this agent saw: it forked`
      );
    }
    const isFree = !bringing || now - bringing.at > STALLED_MS || bringing.seen.size < seen.size;
    if (liars.has(nodeId2) || bringing?.nodeId !== nodeId2 && !isFree) return void 0;
    if (bringing?.nodeId !== nodeId2 || bringing.seen.note !== seen.note)
      bringing = { nodeId: nodeId2, seen, entries: [], bytes: 0, at: now };
    if (entries?.from === known.length + bringing.entries.length) add(bringing, entries.bytes, known.length);
    bringing.at = now;
    const next = known.length + bringing.entries.length;
    if (next < seen.size) return next;
    const whole = bringing;
    bringing = void 0;
    const leaves = [...known, ...whole.entries.map(import_chunk_439F88D8.leafHash)];
    if (!(0, import_cli5.equalBytes)(treeOf(leaves).rootAt(seen.size), seen.root)) {
      liars.add(nodeId2);
      throw refused5("these entries do not give the root of the checkpoint");
    }
    const before = known.length;
    known = void 0;
    await append(store, whole, before);
    return void 0;
  };
  return {
    take(...call) {
      const turn = line.then(() => take(...call));
      line = turn.catch(() => void 0);
      return turn;
    }
  };
}
function add(bringing, entries, known) {
  for (const entry of entries.slice(0, bringing.seen.size - known - bringing.entries.length)) {
    bringing.bytes += entry.length;
    if (bringing.bytes > MAX_BYTES2)
      throw refused5(`more than ${MAX_BYTES2} bytes are missing: give --newer-log`);
    bringing.entries.push(entry);
  }
}
async function append(store, { entries, seen }, before) {
  await store.write("recovered entries", async (tx) => {
    const mark = await (0, import_chunk_A5BHWNUW.findMark)(tx);
    if (!mark || await tx.log.size() !== before) return;
    const { replayed, open: open3 } = await (0, import_chunk_A5BHWNUW.appendAndReplay)(tx, entries);
    const stored = await tx.log.checkpoint();
    await tx.log.replaceCheckpoint(stored?.size ?? null, { size: seen.size, note: seen.note });
    await (0, import_chunk_A5BHWNUW.putMark)(tx, { ...mark, replayed: sum(mark.replayed, replayed), open: sum(mark.open, open3) });
  });
}
async function readLeaves(store) {
  const leaves = [];
  for (; ; ) {
    const entries = await store.read((tx) => tx.log.list(leaves.length, BATCH));
    if (entries.length === 0) return leaves;
    for (const entry of entries) leaves.push((0, import_chunk_439F88D8.leafHash)(entry));
  }
}
function treeOf(leaves) {
  const tree = new import_chunk_6D9B2BDF.LeafStore();
  for (const leaf of leaves) tree.append(leaf);
  return tree;
}
function sum(a, b) {
  const total = { ...a };
  for (const [kind, count] of Object.entries(b)) total[kind] = (total[kind] ?? 0) + count;
  return total;
}
function refused5(message) {
  return new import_chunk_A5BHWNUW.RequestRefusal("refused", { message });
}
function createRelayJudge(options) {
  const { root, name, clock, diagnostics } = options;
  let known = options.keyList;
  return (publicKey, credential, instant) => {
    const now = clock.now();
    const check = { root, known, relay: name, node: publicKey, now };
    const judgement = (0, import_chunk_8A5887D92.judgeRelayCredential)(credential, check);
    if (judgement.kind === "refused") {
      diagnostics.log("debug", "a relay credential was refused", { why: judgement.why });
      return { kind: "refused", reason: "token" };
    }
    const { token, keyList } = judgement;
    if (keyList.sequence !== known?.sequence) {
      known = keyList;
      options.onKeyList?.(judgement.keyListEnvelope);
    }
    return {
      kind: "granted",
      grant: {
        version: token.map,
        // From here on by the clock that does not jump.
        until: instant + ((0, import_cli3.parseTimestamp)(token.notAfter) - now),
        account: token.account,
        quotaBytes: token.quotaBytes,
        peers: { count: token.peers.count, digest: (0, import_cli5.decodeBase64url)(token.peers.digest) }
      }
    };
  };
}
var MAX_ACCOUNTS = 65536;
var AccountBook = class {
  #spent = /* @__PURE__ */ new Map();
  /** @returns false where the bytes do not fit into the quota, and then the account counts as used up */
  spend(account, bytes, quota) {
    const spent = this.#spent.get(account) ?? 0;
    const isWithin2 = spent + bytes <= quota;
    this.#spent.delete(account);
    this.#spent.set(account, isWithin2 ? spent + bytes : quota);
    if (this.#spent.size > MAX_ACCOUNTS) this.#spent.delete(this.#spent.keys().next().value);
    return isWithin2;
  }
  isUsedUp(account, quota) {
    return (this.#spent.get(account) ?? 0) >= quota;
  }
};
var MAX_KEYS = 65536;
var GrantBook = class {
  #newest = /* @__PURE__ */ new Map();
  #barred = /* @__PURE__ */ new Map();
  /** @returns false for a grant of an earlier map than one that this key has brought */
  accept(key, { version, until }) {
    const known = this.#newest.get(key);
    if (known && version < known.version) return false;
    this.#newest.delete(key);
    this.#newest.set(key, { version, until: Math.max(until, known?.until ?? until) });
    if (this.#newest.size > MAX_KEYS) this.#newest.delete(this.#newest.keys().next().value);
    return true;
  }
  bar(key, until) {
    this.#barred.set(key, until);
  }
  isBarred(key, now) {
    return now < (this.#barred.get(key) ?? now);
  }
  forget(now) {
    for (const [key, until] of this.#barred) if (until <= now) this.#barred.delete(key);
    for (const [key, { until }] of this.#newest) if (until <= now) this.#newest.delete(key);
  }
};
var HOUR2 = 60 * import_cli3.MINUTE;
var MAX_PAIRS = 65536;
var PairMeter = class {
  #limits;
  #buckets = /* @__PURE__ */ new Map();
  #quotas = /* @__PURE__ */ new Map();
  constructor(limits) {
    this.#limits = limits;
  }
  /** @returns false where the packet is over the rate or the quota, and then nothing is spent */
  spend(from, to, bytes, now) {
    const bucket = this.#bucketOf(`${from} ${to}`, now);
    const quota = this.#quotaOf(from < to ? `${from} ${to}` : `${to} ${from}`, now);
    if (bucket.level < bytes || quota.spent + bytes > this.#limits.bytesPerHour) return false;
    bucket.level -= bytes;
    quota.spent += bytes;
    return true;
  }
  #bucketOf(key, now) {
    const rate = this.#limits.bytesPerSecond;
    const bucket = touch(this.#buckets, key) ?? put(this.#buckets, key, { level: rate, at: now });
    bucket.level = Math.min(rate, bucket.level + (now - bucket.at) / 1e3 * rate);
    bucket.at = now;
    return bucket;
  }
  #quotaOf(key, now) {
    const quota = touch(this.#quotas, key);
    if (quota && now - quota.since < HOUR2) return quota;
    return put(this.#quotas, key, { spent: 0, since: now });
  }
};
function touch(table, key) {
  const found = table.get(key);
  if (found === void 0) return void 0;
  table.delete(key);
  table.set(key, found);
  return found;
}
function put(table, key, value) {
  if (table.size >= MAX_PAIRS && !table.has(key)) table.delete(table.keys().next().value);
  table.set(key, value);
  return value;
}
var LOGIN_WITHIN = 1e4;
var MAX_CORRESPONDENTS = 1024;
var Forwarder = class {
  counts = { forwarded: 0, forwardedBytes: 0, dropped: 0, overflowed: 0, refused: 0 };
  #options;
  #clients = /* @__PURE__ */ new Map();
  #members = /* @__PURE__ */ new Map();
  #meter;
  #accounts = new AccountBook();
  #grants = new GrantBook();
  constructor(options) {
    this.#options = options;
    this.#meter = new PairMeter(options);
  }
  /** @param seed 64 random bytes, for the challenge. */
  connect(session, seed, now) {
    const secret = (0, import_chunk_A7C2DCE4.createChallenge)(this.#options.crypto, seed);
    this.#clients.set(session, { kind: "challenged", secret, since: now });
    session.send((0, import_chunk_A7C2DCE42.emitFrame)({ kind: "challenge", ...secret.challenge }));
  }
  receive(session, bytes, now) {
    const client = this.#clients.get(session);
    const frame = (0, import_chunk_A7C2DCE42.parseFrame)(bytes);
    if (!client) return;
    if (!frame) this.#refuse(session, "malformed");
    else if (client.kind === "challenged") this.#logIn(session, client, frame, now);
    else this.#take(session, client, frame, now);
  }
  disconnect(session) {
    const client = this.#clients.get(session);
    this.#clients.delete(session);
    if (client?.kind !== "member" || this.#members.get(client.key) !== session) return;
    this.#members.delete(client.key);
    const gone = (0, import_chunk_A7C2DCE42.emitFrame)({ kind: "gone", publicKey: client.bytes, reason: "left" });
    for (const key of client.correspondents) this.#members.get(key)?.send(gone);
  }
  /** Ends the session of a key that may no longer be here, and lets it in no more. */
  expel(publicKey, until) {
    this.#grants.bar(publicKey, until);
    const session = this.#members.get(publicKey);
    if (session) this.#refuse(session, "no-edge");
  }
  /** Says goodbye to everybody: their next packet goes by another relay. */
  drain() {
    for (const session of [...this.#clients.keys()]) this.#refuse(session, "closing");
  }
  /** Refuses those who were challenged and said nothing, and those whose grant has ended. */
  handleTimeout(now) {
    this.#grants.forget(now);
    for (const [session, client] of this.#clients) {
      if (client.kind === "challenged") {
        if (now - client.since > LOGIN_WITHIN) this.#refuse(session, "proof");
      } else if (client.grant.until <= now) this.#refuse(session, "token");
    }
  }
  get members() {
    return this.#members.size;
  }
  get unproven() {
    return this.#clients.size - this.#members.size;
  }
  #logIn(session, client, frame, now) {
    const { crypto: crypto2, name, keepaliveSeconds } = this.#options;
    if (frame.kind !== "login" || now - client.since > LOGIN_WITHIN) {
      this.#refuse(session, "malformed");
      return;
    }
    if (!(0, import_chunk_A7C2DCE4.verifyProof)(crypto2, client.secret, frame, name)) {
      this.#refuse(session, "proof");
      return;
    }
    const judgement = this.#judge(frame.publicKey, frame.credential, now);
    if (judgement.kind === "refused") {
      this.#refuse(session, judgement.reason);
      return;
    }
    const key = (0, import_cli5.encodeBase64)(frame.publicKey);
    const older = this.#members.get(key);
    if (older) this.#refuse(older, "replaced");
    const { grant } = judgement;
    const bytes = (0, import_cli5.copyBytes)(frame.publicKey);
    this.#clients.set(session, { kind: "member", key, bytes, correspondents: /* @__PURE__ */ new Set(), ...beginning(grant) });
    this.#members.set(key, session);
    session.send((0, import_chunk_A7C2DCE42.emitFrame)({ kind: "welcome", maxPacket: import_chunk_A7C2DCE42.RELAY_PACKET_MAX, keepaliveSeconds }));
  }
  #judge(publicKey, credential, now) {
    const key = (0, import_cli5.encodeBase64)(publicKey);
    if (this.#grants.isBarred(key, now)) return { kind: "refused", reason: "no-edge" };
    const judgement = this.#options.judge(publicKey, credential, now);
    if (judgement.kind === "refused") return judgement;
    const { grant } = judgement;
    if (grant.until <= now || !this.#grants.accept(key, grant)) return { kind: "refused", reason: "token" };
    const isUsedUp = this.#accounts.isUsedUp(grant.account, grant.quotaBytes);
    return isUsedUp ? { kind: "refused", reason: "quota" } : judgement;
  }
  #take(session, client, frame, now) {
    switch (frame.kind) {
      case "keepalive":
        session.send((0, import_chunk_A7C2DCE42.emitFrame)({ kind: "keepalive" }));
        break;
      case "send":
        this.#forward(session, client, frame.destination, frame.packet, now);
        break;
      case "renewal":
        this.#renew(session, client, frame.credential, now);
        break;
      case "peers":
        this.#gather(session, client, frame.keys);
        break;
      default:
        this.#refuse(session, "malformed");
    }
  }
  #renew(session, client, credential, now) {
    const judgement = this.#judge(client.bytes, credential, now);
    if (judgement.kind === "refused") {
      this.#refuse(session, judgement.reason);
      return;
    }
    const { grant } = judgement;
    const isSame = (0, import_chunk_38EDD5902.isSameListing)(grant.peers, client.grant.peers);
    if (isSame) client.grant = grant;
    else Object.assign(client, beginning(grant));
  }
  #gather(session, client, keys) {
    const gathered = client.gathering?.take(keys) ?? "wrong";
    if (gathered === "incomplete") return;
    client.gathering = void 0;
    if (gathered === "wrong") this.#refuse(session, "malformed");
    else client.peers = gathered;
  }
  #forward(session, client, destination, packet, now) {
    const to = (0, import_cli5.encodeBase64)(destination);
    const reader = this.#members.get(to);
    const other = reader && this.#clients.get(reader);
    const isEdge = reader && other?.kind === "member" && mayTalk(client, other, now);
    if (!isEdge || !this.#meter.spend(client.key, to, packet.length, now)) {
      this.counts.dropped++;
      return;
    }
    const { account, quotaBytes } = client.grant;
    if (!this.#accounts.spend(account, packet.length, quotaBytes)) {
      this.#refuse(session, "quota");
      return;
    }
    if (!reader.send((0, import_chunk_A7C2DCE42.emitFrame)({ kind: "receive", source: client.bytes, packet }))) {
      this.counts.overflowed++;
      return;
    }
    this.counts.forwarded++;
    this.counts.forwardedBytes += packet.length;
    noteExchange(client, other);
  }
  #refuse(session, reason) {
    this.counts.refused++;
    session.send((0, import_chunk_A7C2DCE42.emitFrame)({ kind: "refused", reason }));
    this.disconnect(session);
    session.close();
  }
};
function mayTalk(a, b, now) {
  return now < a.grant.until && now < b.grant.until && a.peers.has(b.key) && b.peers.has(a.key);
}
function beginning(grant) {
  const gathering = grant.peers.count === 0 ? void 0 : new import_chunk_38EDD5902.PeerGathering(grant.peers);
  return { grant, peers: import_chunk_38EDD5902.NO_PEERS, gathering };
}
function noteExchange(a, b) {
  if (a.correspondents.size < MAX_CORRESPONDENTS) a.correspondents.add(b.key);
  if (b.correspondents.size < MAX_CORRESPONDENTS) b.correspondents.add(a.key);
}
var PAIR_LIMITS = {
  bytesPerSecond: 8 * 1024 * 1024,
  bytesPerHour: 8 * 1024 * 1024 * 1024
};
var MAX_BUFFERED_BYTES2 = 1024 * 1024;
var DEFAULT_BOUNDS = { connections: 1e4, unproven: 2048, unprovenPerAddress: 256 };
var BARRED_MS = 10 * import_cli3.MINUTE;
function createRelayServer({ judge: judge6, clock, random, ...options }) {
  const bounds = { ...DEFAULT_BOUNDS, ...options.bounds };
  const forwarder = new Forwarder({ crypto: import_chunk_A7C2DCE4.nodePrimitives, keepaliveSeconds: 30, judge: judge6, ...options });
  const upgrades = new import_chunk_T6RIR5MA.import_websocket_server.default({
    noServer: true,
    maxPayload: import_chunk_A7C2DCE42.RELAY_FRAME_MAX,
    perMessageDeflate: false
  });
  const sockets = /* @__PURE__ */ new Set();
  const arrivals = createArrivals(bounds);
  let turnedAway = 0;
  let isClosing = false;
  const timer = setInterval(() => forwarder.handleTimeout(clock.monotonic()), import_cli3.SECOND);
  timer.unref();
  const accept = (socket, address) => {
    sockets.add(socket);
    const session = createSession2(socket);
    let isProven = false;
    const settle = () => {
      if (!isProven) arrivals.release(address);
      isProven = true;
    };
    socket.on("message", (data, isBinary) => {
      if (!isBinary || data.length > import_chunk_A7C2DCE42.RELAY_FRAME_MAX) return socket.close(1002, "not a frame");
      forwarder.receive(session, data, clock.monotonic());
      settle();
    });
    socket.on("error", () => socket.terminate());
    socket.on("close", () => {
      settle();
      sockets.delete(socket);
      forwarder.disconnect(session);
    });
    forwarder.connect(session, random.bytes(64), clock.monotonic());
  };
  return {
    upgrade(request, socket, head) {
      const address = sourceOf2(request.socket.remoteAddress ?? "");
      if (isClosing || sockets.size >= bounds.connections || !arrivals.take(address)) {
        turnedAway++;
        socket.end("HTTP/1.1 503 Service Unavailable\r\nconnection: close\r\ncontent-length: 0\r\n\r\n");
        return;
      }
      let isOpen3 = false;
      socket.once("close", () => isOpen3 || arrivals.release(address));
      upgrades.handleUpgrade(request, socket, head, (webSocket) => {
        isOpen3 = true;
        accept(webSocket, address);
      });
    },
    expel: (key) => forwarder.expel(key, clock.monotonic() + BARRED_MS),
    counts: () => ({
      ...forwarder.counts,
      members: forwarder.members,
      unproven: forwarder.unproven,
      turnedAway
    }),
    close() {
      isClosing = true;
      clearInterval(timer);
      forwarder.drain();
      for (const socket of sockets) socket.close(1001, "shutting down");
    }
  };
}
function createArrivals({ unproven, unprovenPerAddress }) {
  const counts = /* @__PURE__ */ new Map();
  let total = 0;
  return {
    take(address) {
      const count = counts.get(address) ?? 0;
      if (total >= unproven || count >= unprovenPerAddress) return false;
      total++;
      counts.set(address, count + 1);
      return true;
    },
    release(address) {
      total--;
      const left = (counts.get(address) ?? 1) - 1;
      if (left === 0) counts.delete(address);
      else counts.set(address, left);
    }
  };
}
function sourceOf2(address) {
  if (!address.includes(":") || address.startsWith("::ffff:")) return address;
  const [head = "", tail = ""] = address.split("%")[0].split("::");
  const before = head.split(":");
  const after = tail === "" ? [] : tail.split(":");
  const zeros = Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => "0");
  const groups = address.includes("::") ? [...before, ...zeros, ...after] : before;
  return groups.slice(0, 4).join(":");
}
function createSession2(socket) {
  return {
    send(bytes) {
      if (socket.readyState !== socket.OPEN || socket.bufferedAmount >= MAX_BUFFERED_BYTES2) return false;
      socket.send(bytes);
      return true;
    },
    close() {
      socket.close();
      setTimeout(() => socket.terminate(), 2 * import_cli3.SECOND).unref();
    }
  };
}
async function startStunServer(host, port) {
  const socket = (0, (process.getBuiltinModule("node:dgram")).createSocket)({ type: host.includes(":") ? "udp6" : "udp4" });
  socket.on("message", (datagram, from) => {
    const transaction = (0, import_chunk_A7C2DCE4.parseStunRequest)(datagram);
    if (!transaction) return;
    const address = (0, import_chunk_0722AEF2.parseIp)(from.address.split("%")[0]);
    const response = (0, import_chunk_A7C2DCE4.emitStunResponse)(transaction, { address, port: from.port });
    socket.send(response, from.port, from.address, () => void 0);
  });
  await bind(socket, host, port);
  return {
    port: socket.address().port,
    close: () => new Promise((resolve3) => socket.close(() => resolve3()))
  };
}
function bind(socket, host, port) {
  return new Promise((resolve3, reject) => {
    socket.once("error", reject);
    socket.bind(port, host, () => {
      socket.off("error", reject);
      socket.on("error", () => void 0);
      resolve3();
    });
  });
}
function coalesce(work) {
  let running = Promise.resolve();
  let next;
  return () => {
    next ??= running.catch(() => void 0).then(() => {
      next = void 0;
      running = work();
      return running;
    });
    return next;
  };
}
var MAX_MESSAGE_BYTES = 7900;
var question = (0, import_chunk_CF656EE42.string)().regex(/^[0-9a-f]{32}$/);
var replicaMessage = (0, import_chunk_CF656EE42.discriminatedUnion)("kind", [
  /** A node holds a version; `refused` goes on in the next message where this is not the last. */
  (0, import_chunk_CF656EE42.strictObject)({
    kind: (0, import_chunk_CF656EE42.literal)("acknowledged"),
    node: import_chunk_8A5887D96.nodeId,
    version: import_chunk_8A5887D96.counterNumber,
    refused: (0, import_chunk_CF656EE42.array)((0, import_chunk_CF656EE42.tuple)([import_chunk_8A5887D96.nodeId, import_chunk_8A5887D96.sentence])),
    isLast: (0, import_chunk_CF656EE42.boolean)()
  }),
  /** Is the stream of this node, which you hold, alive? */
  (0, import_chunk_CF656EE42.strictObject)({ kind: (0, import_chunk_CF656EE42.literal)("ask"), node: import_chunk_8A5887D96.nodeId, question }),
  (0, import_chunk_CF656EE42.strictObject)({ kind: (0, import_chunk_CF656EE42.literal)("answer"), question, isAlive: (0, import_chunk_CF656EE42.boolean)() }),
  /** The node's stream is here now. */
  (0, import_chunk_CF656EE42.strictObject)({ kind: (0, import_chunk_CF656EE42.literal)("claimed"), node: import_chunk_8A5887D96.nodeId }),
  /** This replica has come, or goes. */
  (0, import_chunk_CF656EE42.strictObject)({ kind: (0, import_chunk_CF656EE42.literal)("here") })
]);
function emitReplicaMessage(message) {
  return JSON.stringify(message);
}
function parseReplicaMessage(text) {
  try {
    const value = (0, import_chunk_CF656EE4.parseStrictJson)(text, { source: "a replica", maxBytes: MAX_MESSAGE_BYTES });
    return replicaMessage.safeParse(value).data;
  } catch {
    return void 0;
  }
}
var REFUSALS_PER_MESSAGE = 4;
var MAX_REASON = 300;
var ALIVE_MS2 = 2e3;
var LOOK_MS = 5e3;
async function followReplicas(context2, link, from) {
  let last = from;
  const begun = /* @__PURE__ */ new Map();
  const follow = coalesce(async () => {
    last = await distributeSince(context2, last);
    await context2.log.follow();
  });
  const look = coalesce(async () => {
    if (await context2.relays.refresh()) await (0, import_chunk_A5BHWNUW.sendSnapshots)(context2);
    await follow();
  });
  const attempt2 = (work) => () => {
    work().catch(
      (thrown) => context2.diagnostics.log("error", "changes of other replicas could not be followed", {
        error: (0, import_cli6.messageOf)(thrown)
      })
    );
  };
  link.onWritten(attempt2(follow));
  link.onMessage((text) => {
    const message = parseReplicaMessage(text);
    if (message?.kind === "acknowledged") acknowledge(context2, begun, message);
    else if (message) handle(context2, link, message, attempt2(look));
  });
  const timer = setInterval(attempt2(look), LOOK_MS);
  timer.unref();
  link.tell([emitReplicaMessage({ kind: "here" })]);
  await look();
  return async () => {
    clearInterval(timer);
    await follow().catch(() => void 0);
  };
}
async function distributeSince(context2, last) {
  const { version, touched } = await context2.store.read(async (tx) => {
    const version2 = await (0, import_chunk_A5BHWNUW.currentMapVersion)(tx);
    return { version: version2, touched: version2 > last ? await tx.nodes.listTouched(last) : [] };
  });
  if (touched.length > 0) await (0, import_chunk_A5BHWNUW.distribute)(context2, touched);
  return version;
}
function handle(context2, link, message, look) {
  switch (message.kind) {
    case "ask": {
      const session = context2.sessions.find(message.node);
      if (!session) return;
      const { question: question2 } = message;
      session.isAlive(ALIVE_MS2).then((isAlive) => link.tell([emitReplicaMessage({ kind: "answer", question: question2, isAlive })])).catch(() => void 0);
      return;
    }
    case "answer":
      context2.replicas.answered(message.question, message.isAlive);
      return;
    case "claimed":
      context2.sessions.find(message.node)?.end("replaced");
      return;
    case "here":
      look();
  }
}
function acknowledge(context2, begun, { node, version, refused: refused6, isLast }) {
  const all = [...begun.get(node) ?? [], ...refused6];
  begun.delete(node);
  if (!isLast) begun.set(node, all);
  else context2.sessions.acknowledge(node, { version, refused: new Map(all) });
}
var MAX_RELAYS = 16;
async function openRelayList({ own, link, registered }) {
  let relays = [own];
  await link?.announce(JSON.stringify(own));
  const list = {
    current: () => relays,
    async refresh() {
      const announced = await link?.announced() ?? [];
      const alive = announced.flatMap((text) => import_chunk_8A5887D93.relaySchema.safeParse(JSON.parse(text)).data ?? []);
      const next = inOrder([...await registered(), ...alive, own], own);
      if (JSON.stringify(next) === JSON.stringify(relays)) return false;
      relays = next;
      return true;
    }
  };
  await list.refresh();
  return list;
}
function inOrder(relays, own) {
  const byUrl = new Map(relays.map((relay) => [relay.url, relay]));
  const sorted = [...byUrl.values()].sort((a, b) => a.url < b.url ? -1 : 1);
  const kept = sorted.slice(0, MAX_RELAYS);
  return kept.includes(own) ? kept : [...kept.slice(0, MAX_RELAYS - 1), own];
}
var alone = {
  acknowledged: () => void 0,
  streamChanged: () => void 0,
  isAliveElsewhere: async () => false,
  heldElsewhere: async () => /* @__PURE__ */ new Set(),
  answered: () => void 0
};
function createReplicas({ link, sessions, random, diagnostics }) {
  const questions = /* @__PURE__ */ new Map();
  const tell = (...messages) => link.tell(messages.map(emitReplicaMessage));
  const updatePresence = async (nodeId2) => {
    try {
      if (!sessions.find(nodeId2)) return await link.release(nodeId2);
      if (await link.claim(nodeId2) !== void 0) tell({ kind: "claimed", node: nodeId2 });
    } catch (thrown) {
      diagnostics.log("warn", "presence could not be recorded", { node: nodeId2, error: (0, import_cli6.messageOf)(thrown) });
    }
  };
  let line = Promise.resolve();
  return {
    acknowledged: (nodeId2, acknowledgement) => tell(...partsOf(nodeId2, acknowledgement)),
    streamChanged(nodeId2) {
      line = line.then(() => updatePresence(nodeId2));
    },
    async isAliveElsewhere(nodeId2, timeoutMs) {
      if (!await link.isHeldElsewhere(nodeId2)) return false;
      const question2 = (0, import_cli5.encodeHex)(random.bytes(16));
      return new Promise((resolve3) => {
        const finish = (isAlive) => {
          clearTimeout(timer);
          questions.delete(question2);
          resolve3(isAlive);
        };
        const timer = setTimeout(finish, timeoutMs, false);
        questions.set(question2, finish);
        tell({ kind: "ask", node: nodeId2, question: question2 });
      });
    },
    heldElsewhere: () => link.heldElsewhere(),
    answered: (question2, isAlive) => questions.get(question2)?.(isAlive)
  };
}
function partsOf(node, { version, refused: refused6 }) {
  const entries = [...refused6];
  const parts = [];
  do {
    const part = entries.splice(0, REFUSALS_PER_MESSAGE).map(([id2, reason]) => [id2, reason.slice(0, MAX_REASON)]);
    parts.push({ kind: "acknowledged", node, version, refused: part, isLast: entries.length === 0 });
  } while (entries.length > 0);
  return parts;
}
function createSteadyClock(system, floor = 0) {
  let latest = floor;
  const now = () => {
    latest = Math.max(latest, system.now());
    return latest;
  };
  return {
    now,
    monotonic: () => system.monotonic(),
    behindMs: () => Math.max(0, now() - system.now())
  };
}
var BATCH2 = 4096;
async function openTransparencyLog(options) {
  const tiles = (0, import_chunk_A5BHWNUW.createTileFolder)(options.folder);
  let state = await readFolder(options, tiles);
  let line = Promise.resolve();
  let failed2 = false;
  const inTurn = (work) => () => {
    const turn = line.then(async () => {
      if (failed2) {
        state = await readFolder(options, tiles);
        await catchUp();
      }
      failed2 = true;
      await work();
      failed2 = false;
    });
    line = turn.catch(() => void 0);
    return turn;
  };
  const catchUp = async () => {
    state = await takeOver(options, tiles, state);
  };
  const advance = async () => {
    for (; ; ) {
      const next = await integrateBatch(options, tiles, state);
      if (next === "nothing") break;
      if (next === "overtaken") await catchUp();
      else state = next;
    }
  };
  const log = {
    integrate: coalesce(inTurn(advance)),
    follow: coalesce(inTurn(catchUp)),
    newest: () => state.published,
    consistency: async (first, second) => hashesOf(tiles, (0, import_chunk_6D9B2BDF2.consistencyRanges)(first, second), second),
    async proofOf(index, under) {
      if (!under && index >= (state.published?.size ?? 0)) await log.follow();
      return prove(options.store, tiles, index, under ?? state.published);
    }
  };
  await log.follow();
  await inTurn(async () => {
    state = await signAnew(options, tiles, state);
  })();
  await log.integrate();
  return log;
}
async function signAnew(options, tiles, state) {
  const { published, frontier } = state;
  const { key, coordinatorId, store } = options;
  if (!published || isOurs(published.note, options)) return state;
  refuseContradiction(options, published, frontier);
  const { size } = published;
  const root = (0, import_chunk_439F88D8.treeRoot)(size, (node) => nodeOf3(frontier, node));
  const note = (0, import_chunk_439F88D8.signCheckpoint)({ origin: (0, import_chunk_439F88D8.logOrigin)(coordinatorId), size, root }, key);
  const swapped = await store.write("checkpoint", (tx) => tx.log.replaceCheckpoint(size, { size, note }));
  if (!swapped) return state;
  await tiles.writeCheckpoint(note);
  return { published: { size, note }, frontier };
}
async function readFolder(options, tiles) {
  const published = readPublished(options, await tiles.readCheckpoint());
  if (!published) return { published, frontier: import_chunk_A5BHWNUW.EMPTY_FRONTIER };
  try {
    const frontier = await (0, import_chunk_A5BHWNUW.recoverFrontier)(tiles, published.size);
    refuseContradiction(options, published, frontier);
    return { published, frontier };
  } catch (thrown) {
    if (!(thrown instanceof import_cli6.SallyportError) || thrown.code !== "LOG_INCONSISTENT") throw thrown;
    return { published, frontier: import_chunk_A5BHWNUW.EMPTY_FRONTIER };
  }
}
async function integrateBatch(options, tiles, { published, frontier }) {
  const grown = await extend(options.store, tiles, frontier, Number.MAX_SAFE_INTEGER);
  const { size } = grown;
  if (size === frontier.size) return "nothing";
  options.reached?.("tiles written");
  const root = (0, import_chunk_439F88D8.treeRoot)(size, (node) => nodeOf3(grown, node));
  const note = (0, import_chunk_439F88D8.signCheckpoint)({ origin: (0, import_chunk_439F88D8.logOrigin)(options.coordinatorId), size, root }, options.key);
  const swapped = await options.store.write(
    "checkpoint",
    (tx) => tx.log.replaceCheckpoint(published?.size ?? null, { size, note })
  );
  if (!swapped) return "overtaken";
  options.reached?.("checkpoint stored");
  await tiles.writeCheckpoint(note);
  options.reached?.("checkpoint published");
  return { published: { size, note }, frontier: grown };
}
async function takeOver(options, tiles, state) {
  const stored = await options.store.read((tx) => tx.log.checkpoint());
  const { published } = state;
  if ((stored?.size ?? 0) < (published?.size ?? 0)) throw wentBack(stored?.size ?? 0, published.size);
  let { frontier } = state;
  if (!stored || stored.note === published?.note && frontier.size === stored.size) return state;
  while (frontier.size < stored.size) {
    const grown = await extend(options.store, tiles, frontier, stored.size);
    if (grown.size === frontier.size) throw wentBack(grown.size, stored.size);
    frontier = grown;
  }
  refuseContradiction(options, stored, frontier);
  await tiles.writeCheckpoint(stored.note);
  return { published: stored, frontier };
}
async function extend(store, tiles, frontier, end) {
  const from = frontier.size;
  const entries = await store.read((tx) => tx.log.list(from, Math.min(BATCH2, end - from)));
  if (entries.length === 0) return frontier;
  const grown = (0, import_chunk_A5BHWNUW.growFrontier)(frontier, entries.map(import_chunk_439F88D8.leafHash));
  await tiles.writeHashes(grown.tiles);
  const bundleStart = from - from % import_chunk_439F88D8.TILE_WIDTH;
  const before = await store.read((tx) => tx.log.list(bundleStart, from - bundleStart));
  await tiles.writeBundles(bundleStart, [...before, ...entries]);
  return grown.frontier;
}
async function prove(store, tiles, index, published) {
  const [entry] = await store.read((tx) => tx.log.list(index, 1));
  if (!published || !entry || index >= published.size) {
    throw new import_cli6.SallyportError("LOG_INCONSISTENT", { message: `no checkpoint covers entry ${index} yet` });
  }
  const hashes = await hashesOf(tiles, (0, import_chunk_6D9B2BDF2.inclusionRanges)(index, published.size), published.size);
  return { entry, proof: (0, import_chunk_6D9B2BDF2.emitInclusionProof)({ index, hashes, checkpoint: published.note }) };
}
async function hashesOf(tiles, ranges, size) {
  const nodes = /* @__PURE__ */ new Map();
  for (const node of (0, import_chunk_6D9B2BDF2.proofNodes)(ranges)) nodes.set(keyOf(node), await tiles.readNode(node, size));
  return (0, import_chunk_6D9B2BDF2.proofOf)(ranges, (node) => nodes.get(keyOf(node)));
}
function readPublished(options, note) {
  if (note === void 0) return void 0;
  try {
    return { size: (0, import_chunk_439F88D8.verifyCheckpoint)(note, identityOf(options)).checkpoint.size, note };
  } catch (thrown) {
    if (thrown instanceof import_cli6.SallyportError) return void 0;
    throw thrown;
  }
}
function identityOf({ coordinatorId, key, earlierKeys = [] }) {
  return { origin: (0, import_chunk_439F88D8.logOrigin)(coordinatorId), publicKey: key.publicKey, earlierKeys };
}
function isOurs(note, { coordinatorId, key }) {
  try {
    (0, import_chunk_439F88D8.verifyCheckpoint)(note, { origin: (0, import_chunk_439F88D8.logOrigin)(coordinatorId), publicKey: key.publicKey });
    return true;
  } catch (thrown) {
    if (thrown instanceof import_cli6.SallyportError) return false;
    throw thrown;
  }
}
function refuseContradiction(options, published, frontier) {
  const { checkpoint } = (0, import_chunk_439F88D8.verifyCheckpoint)(published.note, identityOf(options));
  const root = (0, import_chunk_439F88D8.treeRoot)(published.size, (node) => nodeOf3(frontier, node));
  if (checkpoint.size === published.size && (0, import_cli5.equalBytes)(checkpoint.root, root)) return;
  throw new import_cli6.SallyportError("LOG_INCONSISTENT", {
    message: `the entries have the root ${(0, import_cli5.encodeHex)(root)}, the stored checkpoint of size ${published.size} has another`,
    help: "the entries in the store were changed: restore a backup"
  });
}
function nodeOf3(frontier, node) {
  const hash = frontier.whole.get(keyOf(node));
  if (!hash) throw new Error(`the frontier lacks node ${node.index} of level ${node.level}`);
  return hash;
}
function keyOf({ level, index }) {
  return `${level}/${index}`;
}
function wentBack(size, published) {
  return new import_cli6.SallyportError("LOG_INCONSISTENT", {
    message: `the store's log has ${size} entries under its checkpoint, and had ${published} before`,
    help: "the store is older than the log that was published: bring the newest store back, or restore a backup into an empty directory"
  });
}
var ADD_CHECKPOINT_PATH = "/add-checkpoint";
var MAX_PROOF_LINES = 63;
var MAX_ADD_CHECKPOINT_BYTES = import_chunk_439F88D8.MAX_NOTE_BYTES + MAX_PROOF_LINES * 45 + 32;
function emitAddCheckpoint({ oldSize, proof, note }) {
  return `old ${oldSize}
${proof.map((hash) => `${(0, import_cli5.encodeBase64)(hash)}
`).join("")}
${(0, import_chunk_439F88D8.emitNote)(note)}`;
}
function parseAddCheckpoint(bytes) {
  const text = (0, import_cli5.decodeUtf8)(bytes);
  const split = text.indexOf("\n\n");
  const [first = "", ...lines] = text.slice(0, Math.max(0, split)).split("\n");
  const old = /^old (0|[1-9][0-9]{0,15})$/.exec(first);
  if (split < 0 || !old) fail('it does not begin with "old" and a size');
  if (lines.length > MAX_PROOF_LINES) fail(`its proof has more than ${MAX_PROOF_LINES} hashes`);
  if (!lines.every((line) => /^[A-Za-z0-9+/]{43}=$/.test(line))) fail("its proof is not of hashes in base64");
  return { oldSize: Number(old[1]), proof: lines.map(import_cli5.decodeBase64), note: (0, import_chunk_439F88D8.parseNote)(text.slice(split + 2)) };
}
var WITNESS_STATUS = {
  continues: 200,
  malformed: 400,
  unsigned: 403,
  "unknown-log": 404,
  conflict: 409,
  inconsistent: 422
};
function judgeAddCheckpoint(request, logs, last) {
  const checkpoint = readCheckpoint(request.note);
  if (!checkpoint) return { kind: "malformed" };
  const keys = logs.filter(({ name }) => name === checkpoint.origin);
  if (keys.length === 0) return { kind: "unknown-log" };
  if (!keys.some((key) => isVerified(request.note, key))) return { kind: "unsigned" };
  const { oldSize, proof } = request;
  if (oldSize > checkpoint.size) return { kind: "malformed" };
  const before = last(checkpoint.origin);
  if (oldSize !== (before?.size ?? 0)) return { kind: "conflict", size: before?.size ?? 0 };
  const claim2 = { first: oldSize, second: checkpoint.size, secondRoot: checkpoint.root, proof };
  if ((0, import_chunk_6D9B2BDF2.verifyConsistency)({ ...claim2, firstRoot: before?.root ?? checkpoint.root })) {
    return { kind: "continues", checkpoint, note: request.note };
  }
  return oldSize === checkpoint.size ? { kind: "conflict", size: oldSize } : { kind: "inconsistent" };
}
function readCosignature(lines, note, witness) {
  try {
    const signed = (0, import_chunk_439F88D8.parseNote)(`${note.text}
${lines}`);
    const [own] = (0, import_chunk_439F88D8.signaturesOf)(signed, witness);
    return own && (0, import_chunk_6D9B2BDF2.countCosignatures)({ text: note.text, signatures: [own] }, [witness]) === 1 ? own : void 0;
  } catch (error) {
    if (error instanceof import_cli6.SallyportError) return void 0;
    throw error;
  }
}
function readCheckpoint(note) {
  try {
    return (0, import_chunk_439F88D8.parseCheckpointText)(note.text);
  } catch (error) {
    if (error instanceof import_cli6.SallyportError) return void 0;
    throw error;
  }
}
function isVerified(note, key) {
  try {
    return (0, import_chunk_439F88D8.isSignedBy)(note, key);
  } catch (error) {
    if (error instanceof import_cli6.SallyportError) return false;
    throw error;
  }
}
function fail(why) {
  throw new import_cli6.SallyportError("ENCODING_INVALID", { message: `not a request to a witness: ${why}` });
}
var ANSWER_MS = 3 * import_cli3.SECOND;
var REST_MS = 15 * import_cli3.SECOND;
var MAX_ANSWER_BYTES = 16 * 1024;
var unwitnessed = {
  refresh: async () => void 0,
  covering: async () => void 0
};
function createCosigning(options) {
  const { log, store, clock } = options;
  const witnesses = options.witnesses.map((each) => ({
    ...each,
    size: 0,
    restsUntil: Number.NEGATIVE_INFINITY
  }));
  let cosigned;
  const refresh = coalesce(async () => {
    const newest = log.newest();
    if (!newest || cosigned?.size === newest.size) return;
    const note = (0, import_chunk_439F88D8.parseNote)(newest.note);
    const awake = witnesses.filter(({ restsUntil }) => restsUntil <= clock.monotonic());
    const given = await Promise.all(awake.map((witness) => ask(options, witness, newest.size, note)));
    const signatures = given.filter((signature) => signature !== void 0);
    if (signatures.length === 0) return;
    const next = { size: newest.size, note: (0, import_chunk_439F88D8.emitNote)(withSignatures(note, signatures)) };
    cosigned = next;
    await store.write("cosigned checkpoint", (tx) => tx.log.replaceCheckpoint(next.size, next));
    await log.follow();
  });
  return {
    refresh,
    async covering(index) {
      if (!cosigned || cosigned.size <= index) await refresh();
      return cosigned && cosigned.size > index ? cosigned : void 0;
    }
  };
}
async function ask(options, witness, size, note) {
  try {
    let answer2 = await send(options, witness, size, note);
    const said = answer2.status === 409 ? Number(/^(\d{1,16})\n?$/.exec(answer2.text)?.[1] ?? Number.NaN) : Number.NaN;
    if (said <= size && said !== witness.size) {
      witness.size = said;
      answer2 = await send(options, witness, size, note);
    }
    const signature = answer2.status === 200 ? readCosignature(answer2.text, note, witness.verifier) : void 0;
    if (!signature) throw new Error(`it answered ${answer2.status} without a cosignature that verifies`);
    witness.size = size;
    return signature;
  } catch (error) {
    witness.restsUntil = options.clock.monotonic() + REST_MS;
    const reason = (0, import_cli6.messageOf)(error);
    options.diagnostics.log("warn", "a witness did not cosign", { witness: witness.verifier.name, reason });
    return void 0;
  }
}
async function send({ log, http }, witness, size, note) {
  const oldSize = Math.min(witness.size, size);
  const proof = oldSize === 0 || oldSize === size ? [] : await log.consistency(oldSize, size);
  const { status, body } = await http.request({
    method: "POST",
    url: `${witness.url}${ADD_CHECKPOINT_PATH}`,
    body: (0, import_cli5.encodeUtf8)(emitAddCheckpoint({ oldSize, proof, note })),
    maxBytes: MAX_ANSWER_BYTES,
    timeoutMs: ANSWER_MS
  });
  return { status, text: (0, import_cli5.decodeUtf8)(body) };
}
function withSignatures(note, more) {
  const known = new Set(more.map(({ name }) => name));
  return { text: note.text, signatures: [...note.signatures.filter(({ name }) => !known.has(name)), ...more] };
}
var ACKNOWLEDGE_MS = 10 * import_cli3.SECOND;
var MAX_CONFIG_FILE = 1024 * 1024;
async function startCoordinator(options) {
  const opened = [];
  const end = async () => {
    for (const close of opened.splice(0).reverse()) await close();
  };
  try {
    const running = await open2(options, (close2) => void opened.push(close2));
    let ended;
    const close = () => {
      ended ??= end();
      return ended;
    };
    return { ...running, close };
  } catch (thrown) {
    await end();
    throw thrown;
  }
}
async function open2(options, onClose) {
  if (options.meshDomain !== void 0) (0, import_chunk_A5BHWNUW.checkMeshDomain)(options.meshDomain);
  const identity = await (0, import_chunk_A5BHWNUW.openDataDirectory)(options.folder);
  onClose((0, import_chunk_A5BHWNUW.lockDataDirectory)(options.folder));
  const location = options.store ?? await (0, import_chunk_A5BHWNUW.storeLocationOf)(options.folder);
  const store = await (0, import_chunk_A5BHWNUW.openStore)(location, options.probe);
  onClose(() => store.close());
  await (0, import_chunk_A5BHWNUW.refuseForeignStore)(store, identity, location);
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const { server, port } = await openServer({ ...options, limits });
  onClose(() => closeServer(server));
  const url = options.publicUrl ?? `${options.tls ? "https" : "http"}://${hostOf(options.host)}:${port}`;
  const stun = await startStunServer(options.host, options.stunPort ?? port);
  onClose(() => stun.close());
  const mapVersion = await store.read(import_chunk_A5BHWNUW.currentMapVersion);
  const http = (0, import_chunk_2BC21E11.createHttpClient)();
  onClose(() => http.close());
  const context2 = await createContext(options, identity, store, { url, stunPort: stun.port, http });
  onClose(() => {
    for (const session of context2.sessions.list()) session.end("shutdown");
    context2.relay.close();
  });
  attachApplication(server, {
    context: context2,
    ...options.publicUrl === void 0 ? {} : { publicUrl: options.publicUrl },
    isTls: options.tls !== void 0,
    logFolder: (0, import_chunk_A5BHWNUW.logPath)(options.folder)
  });
  const metrics = options.metrics && await startMetricsServer(context2, options.metrics);
  onClose(() => metrics?.close());
  onClose(startMaintenance(context2));
  if (store.replicas) onClose(await followReplicas(context2, store.replicas, mapVersion));
  return { url, coordinatorId: identity.coordinatorId, context: context2, metricsPort: metrics?.port };
}
async function createContext(options, identity, store, outside) {
  const { random, diagnostics, folder, witnesses = [] } = options;
  const { meshDomain } = options;
  if (meshDomain !== void 0) await store.write("mesh-domain", (tx) => (0, import_chunk_A5BHWNUW.writeMeshDomain)(tx, meshDomain));
  const clock = createSteadyClock(options.clock, await store.read(findClockFloor));
  const url = new URL(outside.url);
  const name = (0, import_chunk_8A5887D92.relayNameOf)(url);
  const { root, keyList } = identity;
  const judge6 = createRelayJudge({ root, name, keyList, clock, diagnostics });
  const relay = createRelayServer({ judge: judge6, name, clock, random, ...PAIR_LIMITS });
  const log = await openTransparencyLog({
    store,
    folder: (0, import_chunk_A5BHWNUW.logPath)(folder),
    coordinatorId: identity.coordinatorId,
    key: identity.keys.log,
    earlierKeys: await store.read((tx) => (0, import_chunk_A5BHWNUW.readEarlierLogKeys)(tx, identity.root)),
    ...options.reached ? { reached: options.reached } : {}
  });
  const accessRules = createAccessRulesReader();
  const environments = (0, import_chunk_A5BHWNUW.createEnvironmentsReader)();
  const sessions = createSessionRegistry();
  const link = store.replicas;
  return {
    identity,
    store,
    log,
    cosigning: witnesses.length === 0 ? unwitnessed : createCosigning({ ...outside, witnesses, log, store, clock, diagnostics }),
    environments,
    accessRules,
    issuerKeys: options.issuerKeys ?? createSource(options, identity),
    refusals: createRefusalCounter(),
    requests: createRequestCounts(),
    edgeRules: registeredEdgeRules(accessRules, { environments, clock }),
    sessions,
    replicas: link ? createReplicas({ link, sessions, random, diagnostics }) : alone,
    leaseWatch: createLeaseWatch(clock),
    recovery: await (0, import_chunk_A5BHWNUW.openRecovery)(store),
    missingEntries: createMissingEntries(store),
    relay,
    relays: await openRelayList({
      own: relayOf(identity, url, outside.stunPort),
      link,
      registered: async () => (0, import_environments_file_B169AE2E.registeredRelays)((await store.read(environments))?.file)
    }),
    clock,
    random,
    diagnostics,
    url: outside.url,
    folder,
    readFile: (path) => (0, import_chunk_2BC21E112.readFileBounded)((0, import_node_path2.resolve)(folder, path), MAX_CONFIG_FILE),
    acknowledgeMs: options.acknowledgeMs ?? ACKNOWLEDGE_MS
  };
}
function createSource({ folder, clock }, identity) {
  return (0, import_chunk_6D9B2BDF.createIssuerKeySource)({
    root: identity.root,
    clock,
    readFile: (path) => (0, import_chunk_2BC21E112.readFileBounded)((0, import_node_path2.resolve)(folder, path), MAX_CONFIG_FILE),
    async fetch(url, { ca, maxBytes, timeoutMs }) {
      const client = (0, import_chunk_2BC21E11.createHttpClient)(ca === void 0 ? {} : { ca });
      try {
        const { status, body } = await client.request({ method: "GET", url, maxBytes, timeoutMs });
        if (status === 200) return body;
        throw new import_cli6.SallyportError("HTTP_FAILED", { message: `${url} answered ${status}` });
      } finally {
        await client.close();
      }
    }
  });
}
function relayOf(identity, url, stunPort) {
  const scheme = url.protocol === "https:" ? "wss" : "ws";
  return {
    id: (0, import_chunk_BIEF65K5.keyIdOf)(identity.keys.relay.publicKey),
    url: `${scheme}://${url.host}${import_chunk_8A5887D93.RELAY_PATH}`,
    stun: `${url.hostname}:${stunPort}`,
    pin: null
  };
}
function hostOf(host) {
  return host.includes(":") ? `[${host}]` : host;
}
function sequence(...parts) {
  return tagged(48, (0, import_cli5.concatBytes)(...parts));
}
function set(...parts) {
  return tagged(49, (0, import_cli5.concatBytes)(...parts));
}
function integer(bytes) {
  let start = 0;
  while (start < bytes.length - 1 && bytes[start] === 0) start++;
  const value = bytes.subarray(start);
  return tagged(2, value[0] >= 128 ? (0, import_cli5.concatBytes)(Uint8Array.of(0), value) : value);
}
function objectIdentifier(dotted) {
  const [first, second, ...rest] = dotted.split(".").map(Number);
  const body = [first * 40 + second, ...rest].flatMap((arc) => {
    const digits = [arc & 127];
    for (let left = arc >> 7; left > 0; left >>= 7) digits.unshift(left & 127 | 128);
    return digits;
  });
  return tagged(6, Uint8Array.from(body));
}
function boolean2(value) {
  return tagged(1, Uint8Array.of(value ? 255 : 0));
}
function octetString(bytes) {
  return tagged(4, bytes);
}
function bitString(bytes, unused = 0) {
  return tagged(3, (0, import_cli5.concatBytes)(Uint8Array.of(unused), bytes));
}
function utf8String(text) {
  return tagged(12, new TextEncoder().encode(text));
}
function generalizedTime(ms) {
  const text = `${new Date(ms).toISOString().replace(/[-:T]/g, "").slice(0, 14)}Z`;
  return tagged(24, new TextEncoder().encode(text));
}
function context(number, content, constructed) {
  return tagged((constructed ? 160 : 128) | number, content);
}
function tagged(tag, content) {
  return (0, import_cli5.concatBytes)(Uint8Array.of(tag), lengthOf(content.length), content);
}
function lengthOf(length) {
  if (length < 128) return Uint8Array.of(length);
  const bytes = [];
  for (let left = length; left > 0; left >>= 8) bytes.unshift(left & 255);
  return Uint8Array.of(128 | bytes.length, ...bytes);
}
var ECDSA_WITH_SHA256 = sequence(objectIdentifier("1.2.840.10045.4.3.2"));
function makeCertificate(content) {
  const serial = content.serial.slice();
  serial[0] = serial[0] & 127 | 64;
  const toBeSigned = sequence(
    context(0, integer(Uint8Array.of(2)), true),
    integer(serial),
    ECDSA_WITH_SHA256,
    content.issuer,
    sequence(generalizedTime(content.notBefore), generalizedTime(content.notAfter)),
    content.subject,
    new Uint8Array(content.publicKey.export({ type: "spki", format: "der" })),
    context(3, sequence(...content.extensions), true)
  );
  const signature = new Uint8Array((0, import_node_crypto3.sign)("sha256", toBeSigned, content.signer));
  return sequence(toBeSigned, ECDSA_WITH_SHA256, bitString(signature));
}
function distinguishedName(commonName) {
  const attribute = sequence(objectIdentifier("2.5.4.3"), utf8String(commonName));
  return sequence(set(attribute));
}
function extension(id2, critical, value) {
  const flag = critical ? [boolean2(true)] : [];
  return sequence(objectIdentifier(id2), ...flag, octetString(value));
}
function basicConstraints(isAuthority) {
  return extension("2.5.29.19", true, sequence(...isAuthority ? [boolean2(true)] : []));
}
function keyUsage(bits, unused) {
  return extension("2.5.29.15", true, bitString(Uint8Array.of(bits), unused));
}
function serverAuthentication() {
  return extension("2.5.29.37", false, sequence(objectIdentifier("1.3.6.1.5.5.7.3.1")));
}
function subjectAlternativeNames(names) {
  const entries = names.map(
    (name) => (0, import_node_net2.isIP)(name) === 0 ? context(2, new TextEncoder().encode(name), false) : context(7, (0, import_chunk_0722AEF2.parseIp)(name).bytes, false)
  );
  return extension("2.5.29.17", false, sequence((0, import_cli5.concatBytes)(...entries)));
}
function toCertificatePem(bytes) {
  const lines = Buffer.from(bytes).toString("base64").match(/.{1,64}/g);
  return `-----BEGIN CERTIFICATE-----
${lines.join("\n")}
-----END CERTIFICATE-----
`;
}
var YEARS = 10 * 365 * 24 * import_cli3.HOUR;
var MAX_PEM_BYTES = 64 * 1024;
async function openSelfSigned(folder, names, { clock, random }) {
  const paths = { certificate: (0, import_node_path3.join)(folder, "self.crt"), key: (0, import_node_path3.join)(folder, "self.key") };
  const [certificate, key] = await Promise.all([
    (0, import_chunk_2BC21E112.readFileIfThere)(paths.certificate, MAX_PEM_BYTES),
    (0, import_chunk_2BC21E112.readFileIfThere)(paths.key, MAX_PEM_BYTES)
  ]);
  if (certificate && key) {
    const text = (0, import_cli5.decodeUtf8)(certificate);
    refuseOtherNames(text, names, paths.certificate);
    return { certificate: text, key: (0, import_cli5.decodeUtf8)(key), pin: (0, import_chunk_8A5887D94.certificateDigest)(text) };
  }
  const made = make(names, clock.now(), random);
  await (0, import_chunk_2BC21E112.makePrivateFolder)(folder);
  await (0, import_chunk_2BC21E112.writeFileAtomic)(paths.key, made.key, 384);
  await (0, import_chunk_2BC21E112.writeFileAtomic)(paths.certificate, made.certificate, 420);
  return { ...made, pin: (0, import_chunk_8A5887D94.certificateDigest)(made.certificate) };
}
function make(names, now, random) {
  const { publicKey, privateKey } = (0, import_node_crypto2.generateKeyPairSync)("ec", { namedCurve: "P-256" });
  const name = distinguishedName(names[0] ?? "sallyport");
  const der = makeCertificate({
    serial: random.bytes(16),
    // Clocks of clients may be behind.
    notBefore: now - 24 * import_cli3.HOUR,
    notAfter: now + YEARS,
    issuer: name,
    subject: name,
    publicKey,
    extensions: [
      basicConstraints(false),
      keyUsage(128, 7),
      serverAuthentication(),
      subjectAlternativeNames(names)
    ],
    signer: privateKey
  });
  const key = privateKey.export({ type: "pkcs8", format: "pem" });
  return { certificate: toCertificatePem(der), key };
}
function refuseOtherNames(pem, names, path) {
  const certificate = new import_node_crypto2.X509Certificate(pem);
  const isFor = (name) => ((0, import_node_net.isIP)(name) === 0 ? certificate.checkHost(name) : certificate.checkIP(name)) !== void 0;
  const missing = names.find((name) => !isFor(name));
  if (missing === void 0) return;
  throw new import_cli6.SallyportError("DATA_DIRECTORY_INVALID", {
    message: `${path} is not for ${JSON.stringify(missing)}: it has ${certificate.subjectAltName ?? "no names"}`,
    help: "remove it and its key to make another, and give clients the new pin"
  });
}
var MAX_PEM_BYTES2 = 1024 * 1024;
var DEFAULT_LISTEN = "127.0.0.1:8440";
var TAG = /^tag:[a-z0-9][a-z0-9-]{0,62}$/;
var coordinatorInit = {
  name: "coordinator init",
  summary: "Make a coordinator: its root, its keys, its data directory.",
  details: "The operator root signs the list of online keys and nothing else: take its folder away from this machine.\nAgents and runners are configured with the printed root; nothing else makes them believe a coordinator.",
  options: ["data", "operator", "environments", "store", "json"],
  examples: ["sallyport coordinator init --data /var/lib/sallyport --environments environments.yml"],
  async run(call) {
    const { options, ports } = call;
    const folder = dataOf(call);
    const operatorFolder = (0, import_node_path.resolve)(ports.cwd, options.operator ?? `${folder}-operator`);
    const environments = options.environments === void 0 ? {} : { environments: await readEnvironments(call) };
    const { clock, random } = ports;
    const store = await (0, import_chunk_A5BHWNUW.chosenStore)(call, folder);
    await (0, import_chunk_A5BHWNUW.becomeOwnerOf)(folder);
    const made = await (0, import_chunk_A5BHWNUW.initialise)({
      folder,
      operatorFolder,
      ...environments,
      ...store === void 0 ? {} : { store },
      clock,
      random
    });
    if (options.json) ports.stdout(`${JSON.stringify({ version: 1, ...made, data: folder })}
`);
    else ports.stdout(`${made.root}
`);
    ports.stderr(
      `coordinator ${made.coordinatorId}
its root, for agents and runners: ${made.root}
take away and keep: ${made.rootKeyFile} (signs key lists), ${made.adminKeyFile} (signs your requests)
start it with: sallyport coordinator serve --data ${folder}
`
    );
    return import_cli6.EXIT.ok;
  }
};
var coordinatorServe = {
  name: "coordinator serve",
  summary: "Run the coordinator.",
  details: "Plain HTTP is served on loopback only, for a proxy on the same machine that speaks TLS; say how clients\naddress it with --url. Replies are signed in any case. SIGTERM ends it in good order.\nSeveral processes may serve from one PostgreSQL store, each from a data directory of its own with the same keys.",
  options: [
    "data",
    "store",
    "listen",
    "url",
    "tls-cert",
    "tls-key",
    "tls",
    "mesh-domain",
    "stun-port",
    "metrics",
    "witness",
    "verbose"
  ],
  examples: [
    "sallyport coordinator serve --data /var/lib/sallyport --listen 0.0.0.0:8440 --url https://coordinator.example:8440 --tls-cert chain.pem --tls-key key.pem",
    "sallyport coordinator serve --data ./data --listen 0.0.0.0:8440 --url https://coordinator.example:8440 --tls self",
    "sallyport coordinator serve --data ./data --listen 127.0.0.1:8440"
  ],
  async run(call) {
    const { ports } = call;
    const { signal } = ports;
    const { pin, ...options } = await serveOptions(call);
    const running = await startCoordinator(options);
    const readyLine = { url: running.url, coordinator: running.coordinatorId, ...pin ? { pin } : {} };
    ports.stdout(`${JSON.stringify({ version: 1, ...readyLine })}
`);
    ports.diagnostics.log("info", "the coordinator serves", readyLine);
    if (!options.tls) {
      ports.diagnostics.log(
        "warn",
        "plain HTTP, on loopback: let a proxy speak TLS before it; replies are signed"
      );
    }
    await aborted(signal);
    ports.diagnostics.log("info", "the coordinator ends");
    await running.close();
    return import_cli6.EXIT.ok;
  }
};
var coordinatorEnroll = {
  name: "coordinator enroll",
  summary: "Make a single-use secret with which one agent joins.",
  details: "The secret is printed once and stored as a hash. The agent says it only after it has matched the root.\nBound to tags, application and environment; good for an hour at most.",
  options: ["data", "store", "tag", "application", "environment", "lifetime", "json"],
  examples: [
    "sallyport coordinator enroll --data /var/lib/sallyport --tag tag:web --application shop --environment production"
  ],
  async run(call) {
    const { options, ports } = call;
    const { application, environment } = options;
    if (application === void 0 || environment === void 0) {
      throw usage(
        "--application NAME and --environment NAME say what the agent deploys",
        "coordinator enroll"
      );
    }
    const tags = options.tag ?? [];
    const wrong = tags.find((tag) => !TAG.test(tag));
    if (wrong !== void 0)
      throw usage(`--tag ${JSON.stringify(wrong)} is not tag: and a name`, "coordinator enroll");
    const identity = await (0, import_chunk_A5BHWNUW.openDataDirectory)(dataOf(call));
    const made = await (0, import_chunk_A5BHWNUW.withStore)(
      call,
      dataOf(call),
      (store) => createEnrolmentSecret(
        { store, clock: ports.clock, random: ports.random },
        { tags, applications: [application], environment, lifetimeMs: options.lifetime ?? import_cli3.HOUR }
      )
    );
    const root = (0, import_chunk_BIEF65K5.formatPublicKey)("root", identity.root);
    const expiresAt = (0, import_cli3.formatTimestamp)(made.expiresAt);
    if (options.json)
      ports.stdout(`${JSON.stringify({ version: 1, secret: made.secret, root, expiresAt })}
`);
    else ports.stdout(`${made.secret}
`);
    ports.stderr(`good for one agent until ${expiresAt}; the agent's trust file needs the root ${root}
`);
    return import_cli6.EXIT.ok;
  }
};
var coordinatorConfigure = {
  name: "coordinator configure",
  summary: "Register a new version of environments.yml.",
  details: "A serving coordinator uses it from the next request on. The version and its digest go into the log.",
  options: ["data", "store", "environments", "json"],
  examples: ["sallyport coordinator configure --data /var/lib/sallyport --environments environments.yml"],
  async run(call) {
    const { options, ports } = call;
    await (0, import_chunk_A5BHWNUW.openDataDirectory)(dataOf(call));
    const environments = await readEnvironments(call);
    const registered = await (0, import_chunk_A5BHWNUW.withStore)(
      call,
      dataOf(call),
      (store) => store.write("environments", async (tx) => {
        const replaces = (await tx.environments.current())?.version ?? null;
        return (0, import_chunk_A5BHWNUW.registerEnvironments)(tx, { ...environments, replaces, now: ports.clock.now() });
      })
    );
    const { version, digest } = registered;
    if (options.json) ports.stdout(`${JSON.stringify({ version: 1, revision: version, digest })}
`);
    ports.stderr(`registered version ${version}, ${digest}
`);
    return import_cli6.EXIT.ok;
  }
};
async function serveOptions(call) {
  const { options, ports } = call;
  const { host, port } = parseListen(options.listen ?? DEFAULT_LISTEN);
  const own = options.tls === void 0 ? void 0 : await openOwnTls(call, host);
  const tls = own ?? await readTls(call);
  if (!tls && !["127.0.0.1", "::1", "localhost"].includes(host)) {
    throw usage(
      `plain HTTP is not served on ${host}: give --tls-cert and --tls-key, or --tls self, or listen on 127.0.0.1`,
      "coordinator serve"
    );
  }
  const isUnspecified = host === "0.0.0.0" || host === "::";
  if (isUnspecified && options.url === void 0) {
    throw usage("--url says how clients address a coordinator that listens everywhere", "coordinator serve");
  }
  const stunPort = options["stun-port"];
  return {
    folder: dataOf(call),
    store: await (0, import_chunk_A5BHWNUW.storeOf)(call, dataOf(call)),
    host,
    port,
    ...tls ? { tls } : {},
    ...own ? { pin: own.pin } : {},
    ...options.url === void 0 ? {} : { publicUrl: parseOrigin(options.url) },
    ...options["mesh-domain"] === void 0 ? {} : { meshDomain: options["mesh-domain"] },
    ...stunPort === void 0 ? {} : { stunPort },
    ...options.metrics === void 0 ? {} : { metrics: parseListen(options.metrics, "metrics") },
    ...options.witness === void 0 ? {} : { witnesses: options.witness.map(parseWitness) },
    clock: ports.clock,
    random: ports.random,
    diagnostics: ports.diagnostics
  };
}
function parseWitness(text) {
  const [key = "", url = ""] = text.split(/=(?=https?:\/\/)/);
  if (!URL.canParse(url)) throw usage(`--witness ${JSON.stringify(text)} is not KEY=URL`, "coordinator serve");
  return { verifier: (0, import_chunk_439F88D8.parseVerifierKey)(key), url: url.replace(/\/+$/, "") };
}
async function openOwnTls(call, host) {
  const { options, ports } = call;
  if (options.tls !== "self")
    throw usage(`--tls ${JSON.stringify(options.tls)} is not known: self`, "coordinator serve");
  if (options["tls-cert"] !== void 0 || options["tls-key"] !== void 0)
    throw usage("--tls self and --tls-cert exclude each other", "coordinator serve");
  const addressed = options.url === void 0 ? [] : [new URL(parseOrigin(options.url)).hostname];
  const local = host === "0.0.0.0" || host === "::" ? [] : [host];
  const names = [...new Set([...addressed, ...local].map((name) => name.replace(/^\[|\]$/g, "")))];
  await (0, import_chunk_A5BHWNUW.openDataDirectory)(dataOf(call));
  return openSelfSigned((0, import_node_path.join)(dataOf(call), "tls"), names, ports);
}
async function readTls({ options, ports }) {
  const { "tls-cert": certificate, "tls-key": key } = options;
  if (certificate === void 0 && key === void 0) return void 0;
  if (certificate === void 0 || key === void 0) {
    throw usage("--tls-cert and --tls-key come together", "coordinator serve");
  }
  const read = async (path) => (0, import_cli5.decodeUtf8)(await (0, import_chunk_2BC21E112.readFileBounded)((0, import_node_path.resolve)(ports.cwd, path), MAX_PEM_BYTES2));
  return { certificate: await read(certificate), key: await read(key) };
}
async function readEnvironments({
  options,
  ports
}) {
  if (options.environments === void 0)
    throw usage("--environments FILE is missing", "coordinator configure");
  const source = (0, import_node_path.resolve)(ports.cwd, options.environments);
  const text = (0, import_cli5.decodeUtf8)(await (0, import_chunk_2BC21E112.readFileBounded)(source, import_environments_file_B169AE2E.MAX_ENVIRONMENTS_BYTES));
  return { text, source, folder: (0, import_node_path.dirname)(source) };
}
function dataOf({ options, ports }) {
  if (options.data !== void 0) return (0, import_node_path.resolve)(ports.cwd, options.data);
  throw usage("--data DIR is missing", "coordinator init");
}
function parseListen(text, option = "listen") {
  const match2 = /^(?:\[([0-9a-f:.]+)\]|([A-Za-z0-9.-]+)):(\d{1,5})$/.exec(text);
  const port = Number(match2?.[3]);
  if (!match2 || port > 65535)
    throw usage(`--${option} ${JSON.stringify(text)} is not HOST:PORT`, "coordinator serve");
  return { host: match2[1] ?? match2[2], port };
}
function parseOrigin(text) {
  const url = URL.canParse(text) ? new URL(text) : void 0;
  if (url && ["http:", "https:"].includes(url.protocol) && url.pathname === "/" && url.search === "")
    return url.origin;
  throw usage(
    `--url ${JSON.stringify(text)} is not an URL without path, such as https://coordinator.example`,
    "coordinator serve"
  );
}
function aborted(signal) {
  if (signal.aborted) return Promise.resolve();
  return new Promise((done2) => signal.addEventListener("abort", () => done2(), { once: true }));
}
function usage(message, verb) {
  return new import_cli6.SallyportError("USAGE", { message, help: `sallyport ${verb} --help` });
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  chunk_GSPIJYX5,
  coordinator_DAETKSIE
});
