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
  forgeOfSelector: () => forgeOfSelector,
  meetsPosture: () => meetsPosture,
  parseAccessRules: () => parseAccessRules,
  parseSelector: () => parseSelector,
  portIn: () => portIn,
  setContains: () => setContains
});
module.exports = stdin_exports;
var import_chunk_OFVEZVAZ = require("./chunk-OFVEZVAZ.cjs");
var import_chunk_HQJHKSVR = require("./chunk-HQJHKSVR.cjs");
var import_chunk_GEUJANHY = require("./chunk-GEUJANHY.cjs");
function setContains(set, address) {
  const holds2 = (step) => step.kind === "prefix" ? (0, import_chunk_HQJHKSVR.prefixContains)(step.prefix, address) : setContains(step.set, address);
  return set.findLast(holds2)?.add ?? false;
}
function decodeAddressSets(value, hosts) {
  const written = value?.entries() ?? /* @__PURE__ */ new Map();
  const done = /* @__PURE__ */ new Map();
  const resolve = (name, from, open) => {
    const known = done.get(name);
    if (known) return known;
    const list = written.get(name) ?? from.fail(`ipset not found: ${JSON.stringify(name)}`, 'add it to "ipsets"');
    if (open.includes(name)) from.fail(`${[...open, name].join(" \u2192 ")}: an ipset cannot hold itself`);
    const set = list.list().flatMap((step) => readStep(step, hosts, (other) => resolve(other, step, [...open, name])));
    done.set(name, set);
    return set;
  };
  for (const [name, list] of written) {
    if (!/^ipset:[^\s:]+$/.test(name)) list.fail(`${JSON.stringify(name)} is no ipset: write ipset:name`);
    resolve(name, list, []);
  }
  return done;
}
function readStep(value, hosts, resolve) {
  const text = value.text();
  const [, verb = "add", what = ""] = /^(?:(add|remove)\s+)?(\S+)$/.exec(text.trim()) ?? [];
  const add = verb === "add";
  if (what === "autogroup:internet") return [];
  if (what.startsWith("ipset:")) return [{ kind: "set", add, set: resolve(what) }];
  const name = what.startsWith("host:") ? what.slice("host:".length) : what;
  const prefix = hosts.get(name) ?? readPrefix(name);
  if (prefix) return [{ kind: "prefix", add, prefix }];
  return value.fail(
    `${JSON.stringify(text)} is no address, prefix, host or ipset`,
    'write 10.0.0.0/8, "add host:name" or "remove ipset:name"; users, groups and tags cannot stand here'
  );
}
function readPrefix(text) {
  try {
    return (0, import_chunk_HQJHKSVR.parsePrefix)(text);
  } catch {
    return void 0;
  }
}
var OPERATORS = ["==", "!=", ">=", "<=", ">", "<", "IN", "NOT IN", "IS SET", "NOT SET"];
function decodePostures(value) {
  const postures = /* @__PURE__ */ new Map();
  for (const [name, conditions] of value?.entries() ?? []) {
    if (!/^posture:[^\s:]+$/.test(name))
      conditions.fail(`${JSON.stringify(name)} is no posture: write posture:name`);
    postures.set(name, conditions.list().map(readCondition));
  }
  return postures;
}
function readPostureNames(value, postures) {
  return (value?.list() ?? []).map((item) => {
    const name = item.text();
    return postures.has(name) ? name : item.fail(`posture not found: ${JSON.stringify(name)}`, 'add it to "postures"');
  });
}
function meetsPosture(names, postures, attributes) {
  if (attributes === void 0) return false;
  return names.some((name) => postures.get(name)?.every((condition) => holds(condition, attributes)) ?? false);
}
function readCondition(value) {
  const text = value.text();
  const match = /^([a-z][\w-]*:\w+)\s*(==|!=|>=|<=|>|<|NOT IN|IN|IS SET|NOT SET)\s*(.*)$/s.exec(text.trim());
  const [, attribute = "", found = "", rest = ""] = match ?? [];
  const operator = OPERATORS.find((each) => each === found);
  const values = operator?.endsWith("SET") ? rest === "" ? [] : void 0 : readValues(rest, operator);
  if (!operator || !values) {
    return value.fail(
      `${JSON.stringify(text)} is no posture condition`,
      `write "node:os == 'linux'", "node:osVersion >= '14'" or "node:tsAutoUpdate == true"`
    );
  }
  return { attribute, operator, values };
}
var LITERAL = /'([^']*)'|"([^"]*)"|(true|false)|(-?\d+(?:\.\d+)?)/y;
function readValues(text, operator) {
  const list = operator === "IN" || operator === "NOT IN";
  const inner = list ? /^[([](.*)[)\]]$/s.exec(text)?.[1] : text;
  if (inner === void 0) return void 0;
  const parts = list ? inner.split(",").map((part) => part.trim()) : [inner];
  const values = parts.map(readLiteral);
  return values.every((value) => value !== void 0) ? values : void 0;
}
function readLiteral(text) {
  LITERAL.lastIndex = 0;
  const match = LITERAL.exec(text);
  if (!match || LITERAL.lastIndex !== text.length) return void 0;
  const [, single, double, truth, number] = match;
  if (number !== void 0) return Number(number);
  return truth === void 0 ? single ?? double : truth === "true";
}
function holds({ attribute, operator, values }, attributes) {
  const actual = attributes.get(attribute);
  if (operator === "NOT SET") return actual === void 0;
  if (actual === void 0) return false;
  switch (operator) {
    case "IS SET":
      return true;
    case "IN":
      return values.includes(actual);
    case "NOT IN":
      return !values.includes(actual);
    case "==":
      return actual === values[0];
    case "!=":
      return actual !== values[0];
    case ">=":
      return compareVersions(actual, values[0]) >= 0;
    case "<=":
      return compareVersions(actual, values[0]) <= 0;
    case ">":
      return compareVersions(actual, values[0]) > 0;
    case "<":
      return compareVersions(actual, values[0]) < 0;
  }
}
function compareVersions(a, b) {
  if (typeof a === "number" && typeof b === "number") return a - b;
  if (typeof a !== "string" || typeof b !== "string") return Number.NaN;
  const left = a.split(".");
  const right = b.split(".");
  for (let index = 0; index < Math.max(left.length, right.length); index++) {
    const difference = comparePart(left[index] ?? "0", right[index] ?? "0");
    if (difference !== 0) return difference;
  }
  return 0;
}
function comparePart(a, b) {
  const [first, second] = [Number(a), Number(b)];
  if (!Number.isNaN(first) && !Number.isNaN(second)) return first - second;
  return a < b ? -1 : a > b ? 1 : 0;
}
var AUTOGROUPS = [
  "member",
  "tagged",
  "self",
  "internet",
  "danger-all",
  "admin",
  "owner",
  "it-admin",
  "network-admin",
  "billing-admin",
  "auditor",
  "shared",
  "nonroot"
];
var WORKLOAD = /^(?:github:[\w.-]+\/[\w.-]+|gitlab:[\w.-]+(?:\/[\w.-]+)+)$/;
function forgeOfSelector(name) {
  return name.startsWith("gitlab:") ? "gitlab" : "github";
}
function parseSelector(text) {
  if (text === "*") return { kind: "everybody" };
  if (text === "") return "a selector is empty";
  if (text.startsWith("group:")) return { kind: "group", name: text };
  if (text.startsWith("tag:"))
    return /^tag:[A-Za-z][A-Za-z0-9-]{0,62}$/.test(text) ? { kind: "tag", name: text } : `${JSON.stringify(text)} is no tag: letters, digits and dashes, a letter first`;
  if (text.startsWith("autogroup:")) return parseAutogroup(text);
  if (text.startsWith("github:") || text.startsWith("gitlab:")) {
    return WORKLOAD.test(text) ? { kind: "workload", name: text } : `${JSON.stringify(text)} is no workload: write github:owner/repository or gitlab:group/project`;
  }
  if (text.startsWith("ipset:")) return { kind: "ipset", name: text };
  if (text.startsWith("svc:")) return { kind: "service", name: text };
  if (text.includes("@")) return { kind: "user", name: text };
  const address = text.startsWith("[") && text.endsWith("]") ? text.slice(1, -1) : text;
  if ((0, import_chunk_HQJHKSVR.isIp)(address) || address.includes("/") && (0, import_chunk_HQJHKSVR.isIp)(address.slice(0, address.indexOf("/")))) {
    try {
      return { kind: "prefix", prefix: (0, import_chunk_HQJHKSVR.parsePrefix)(address), text };
    } catch {
      return `${JSON.stringify(text)} is no prefix`;
    }
  }
  if (/^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(text)) return { kind: "host", name: text };
  return `${JSON.stringify(text)} is no selector`;
}
function parseAutogroup(text) {
  const name = text.slice("autogroup:".length);
  const known = AUTOGROUPS.find((autogroup) => autogroup === name);
  return known ? { kind: "autogroup", name: known } : `${JSON.stringify(text)} is no autogroup that we know`;
}
function decodeNames(root) {
  const hosts = decodeHosts(root.get("hosts"));
  const names = {
    groups: decodeGroups(root.get("groups")),
    hosts,
    tagOwners: decodeTagOwners(root.get("tagOwners")),
    ipsets: decodeAddressSets(root.get("ipsets"), hosts),
    postures: decodePostures(root.get("postures")),
    workloads: decodeWorkloads(root.get("workloads"))
  };
  for (const owners of root.get("tagOwners")?.entries().values() ?? [])
    for (const owner of owners.list()) readSelector(owner, names);
  return names;
}
function readSelector(value, names, side = "") {
  return resolveName(value, value.text(), names, side);
}
function resolveName(value, text, names, side) {
  const selector = parseSelector(text);
  if (typeof selector === "string") value.fail(`${side}${selector}`);
  switch (selector.kind) {
    case "tag":
      requireTag(value, text, names, side);
      return selector;
    case "group":
      return names.groups.has(text) ? selector : value.fail(`${side}group not found: ${JSON.stringify(text)}`, 'add it to "groups"');
    case "ipset":
      return names.ipsets.has(text) ? selector : value.fail(`${side}ipset not found: ${JSON.stringify(text)}`, 'add it to "ipsets"');
    case "host": {
      const prefix = names.hosts.get(text) ?? value.fail(`${side}host not found: ${JSON.stringify(text)}`, 'add it to "hosts"');
      return { kind: "prefix", prefix, text };
    }
    case "workload":
      return names.workloads.has(text) ? selector : value.fail(
        `${side}workload not resolved: ${JSON.stringify(text)}`,
        'sallyport acl resolve adds its ids to "workloads": { "repositoryId": "\u2026", "ownerId": "\u2026" }'
      );
    default:
      return selector;
  }
}
function requireTag(value, tag, names, side = "") {
  return names.tagOwners.has(tag) ? tag : value.fail(`${side}tag not found: ${JSON.stringify(tag)}`, 'add it to "tagOwners"');
}
function decodeGroups(value) {
  const groups = /* @__PURE__ */ new Map();
  for (const [name, members] of value?.entries() ?? []) {
    if (!/^group:[^\s:]+$/.test(name)) members.fail(`${JSON.stringify(name)} is no group: write group:name`);
    groups.set(name, members.list().map(readMember));
  }
  return groups;
}
function readMember(member) {
  const text = member.text();
  if (text.startsWith("group:")) member.fail(`${JSON.stringify(text)}: a group cannot hold a group`);
  if (!text.includes("@"))
    member.fail(`${JSON.stringify(text)} is no user`, "a user has an @: ada@example.org, ada@");
  return text;
}
function decodeHosts(value) {
  const hosts = /* @__PURE__ */ new Map();
  for (const [name, address] of value?.entries() ?? []) {
    if (name.includes("@") || name.includes(":"))
      address.fail(`${JSON.stringify(name)} cannot name a host: it has an @ or a colon`);
    try {
      hosts.set(name, (0, import_chunk_HQJHKSVR.parsePrefix)(address.text()));
    } catch {
      address.fail(`${JSON.stringify(address.text())} is no address and no prefix`);
    }
  }
  return hosts;
}
function decodeTagOwners(value) {
  const owners = /* @__PURE__ */ new Map();
  for (const [tag, list] of value?.entries() ?? []) {
    const selector = parseSelector(tag);
    if (typeof selector === "string") list.fail(selector);
    else if (selector.kind !== "tag") list.fail(`${JSON.stringify(tag)} is no tag: write tag:name`);
    owners.set(
      tag,
      list.list().map((owner) => owner.text())
    );
  }
  return owners;
}
function decodeWorkloads(value) {
  const workloads = /* @__PURE__ */ new Map();
  for (const [name, ids] of value?.entries() ?? []) {
    if (parseWorkload(name) === void 0)
      ids.fail(
        `${JSON.stringify(name)} is no workload: write github:owner/repository or gitlab:group/project`
      );
    const entries = ids.object(["repositoryId", "ownerId", "issuer"]);
    const issuer = entries.get("issuer");
    const id = (key) => {
      const text = entries.get(key)?.text() ?? ids.fail(`${key} of ${JSON.stringify(name)} is missing`);
      return /^[1-9]\d*$/.test(text) ? text : ids.fail(`${key} must be a number in quotes, not ${JSON.stringify(text)}`);
    };
    workloads.set(name, {
      repositoryId: id("repositoryId"),
      ownerId: id("ownerId"),
      ...issuer === void 0 ? {} : { issuer: readIssuer(issuer) }
    });
  }
  return workloads;
}
function readIssuer(value) {
  const text = value.text();
  return /^https:\/\/[^\s?#]+[^\s?#/]$/.test(text) ? text : value.fail(`issuer must be an https: URL without a slash at its end, not ${JSON.stringify(text)}`);
}
function parseWorkload(name) {
  const selector = parseSelector(name);
  return typeof selector === "object" && selector.kind === "workload" ? selector : void 0;
}
var WITH_PORTS = /* @__PURE__ */ new Set([6, 17, 132]);
var NAMES = {
  // The name means both; the number 1 is ICMP for IPv4 alone.
  icmp: [1, 58],
  igmp: [2],
  ipv4: [4],
  "ip-in-ip": [4],
  tcp: [6],
  egp: [8],
  igp: [9],
  udp: [17],
  gre: [47],
  esp: [50],
  ah: [51],
  "ipv6-icmp": [58],
  sctp: [132],
  fc: [133]
};
var DEFAULT_PROTOCOLS = [1, 6, 17, 58];
var ALL_PORTS = [{ first: 0, last: 65535 }];
function parseProtocol(text) {
  if (text === "" || text === "*") return DEFAULT_PROTOCOLS;
  if (/^(0|[1-9]\d{0,2})$/.test(text)) return Number(text) <= 255 ? [Number(text)] : void 0;
  const name = text.toLowerCase();
  return Object.hasOwn(NAMES, name) ? NAMES[name] : void 0;
}
function parsePorts(text) {
  if (text === "*") return ALL_PORTS;
  const ranges = [];
  for (const part of text.split(",")) {
    const match = /^(\d{1,5})(?:-(\d{1,5}))?$/.exec(part.trim());
    if (!match) return `${JSON.stringify(part)} is no port and no range of ports`;
    const first = Number(match[1]);
    const last = Number(match[2] ?? match[1]);
    if (first === 0) return `port 0 in ${JSON.stringify(part)}: ports begin at 1, and * is every port`;
    if (last > 65535) return `port ${last} is over 65535`;
    if (first > last) return `the range ${part} goes backwards`;
    ranges.push({ first, last });
  }
  return ranges;
}
function isAllPorts(ports) {
  return ports.length === 1 && ports[0].first === 0 && ports[0].last === 65535;
}
function carriesPorts(protocols) {
  return protocols.every((protocol) => WITH_PORTS.has(protocol) || DEFAULT_PROTOCOLS === protocols);
}
function portIn(ranges, port) {
  return ranges.some((range) => port >= range.first && port <= range.last);
}
function checkSources(sources) {
  for (const { value, selector } of sources) {
    if (selector.kind === "service")
      value.fail(`${JSON.stringify(selector.name)}: a service cannot be a source`);
    if (selector.kind !== "autogroup") continue;
    if (NEVER_A_SOURCE.has(selector.name)) {
      value.fail(`"autogroup:${selector.name}" not valid on the src side of a rule`);
    }
  }
}
var NEVER_A_SOURCE = /* @__PURE__ */ new Set(["self", "internet", "nonroot"]);
var NEVER_A_DESTINATION = /* @__PURE__ */ new Set(["danger-all", "nonroot", "shared"]);
function checkDestination(value, selector, sources, options) {
  if (selector.kind === "workload")
    value.fail(`dst=${JSON.stringify(selector.name)}: a workload cannot be a destination`);
  if (selector.kind === "prefix" && selector.prefix.bits === 0) {
    value.fail(
      `dst ${JSON.stringify(selector.text)}: to allow all IP addresses, use "*" or "autogroup:internet"`
    );
  }
  if (selector.kind !== "autogroup") return;
  if (NEVER_A_DESTINATION.has(selector.name))
    value.fail(`"autogroup:${selector.name}" not valid on the dst side of a rule`);
  if (selector.name !== "self") return;
  const wrong = sources.find((source) => !mayMeanSelf(source.selector, options.everybodyMayMeanSelf));
  if (wrong) {
    value.fail(
      `autogroup:self can only be used with users, groups, or supported autogroups, not ${wrong.value.excerpt}`,
      "name users or autogroup:member as src"
    );
  }
}
function mayMeanSelf(selector, everybodyMay) {
  if (selector.kind === "everybody") return everybodyMay;
  if (selector.kind === "autogroup") return selector.name !== "tagged" && selector.name !== "danger-all";
  return selector.kind === "user" || selector.kind === "group";
}
var EXTENSIONS = ["where", "approval", "maxLease"];
var CONDITIONS = ["ref", "environment", "event", "workflow", "runner"];
var UNTRUSTED_EVENTS = /* @__PURE__ */ new Set([
  "pull_request",
  "pull_request_target",
  "workflow_run",
  "issue_comment",
  "merge_request_event",
  "external_pull_request_event",
  "parent_pipeline"
]);
function readSources(list, names) {
  const sources = list.list().map((value) => ({ value, selector: readSelector(value, names, "src=") }));
  checkSources(sources);
  return sources;
}
function readExtensions(value, entries, sources, { names, defaultPostures }) {
  const where = readConditions(entries.get("where"), sources);
  const approval = entries.get("approval")?.object(["environment"]).get("environment");
  if (entries.has("approval") && !approval) entries.get("approval").fail('"environment" is missing');
  if (approval) refuseUntrustedEvents(entries.get("where"), where);
  const maxLease = entries.get("maxLease");
  const srcPosture = entries.get("srcPosture");
  return {
    id: value.path,
    place: value.place,
    sources: sources.map(({ selector }) => selector),
    postures: srcPosture ? readPostureNames(srcPosture, names.postures) : defaultPostures,
    where,
    approval: approval && { environment: approval.text() },
    maxLeaseMs: maxLease && readDuration(maxLease)
  };
}
function readConditions(value, sources) {
  if (!value) return {};
  const other = sources.find(({ selector }) => selector.kind !== "workload");
  if (other)
    value.fail(
      `"where" narrows workloads, and ${other.value.excerpt} is none`,
      "give workloads a rule of their own, with github:owner/repository or gitlab:group/project as src"
    );
  const where = {};
  for (const [key, list] of value.object(CONDITIONS)) where[key] = list.list().map((item) => item.text());
  return where;
}
function refuseUntrustedEvents(value, { event = [] }) {
  const untrusted = event.find((name) => UNTRUSTED_EVENTS.has(name));
  if (untrusted !== void 0)
    value?.fail(
      `the event ${JSON.stringify(untrusted)} cannot stand where an approval grants the edge`,
      "list push, workflow_dispatch, release or schedule"
    );
}
function readDuration(value) {
  try {
    return (0, import_chunk_GEUJANHY.parseDuration)(value.text());
  } catch {
    return value.fail(
      `${JSON.stringify(value.text())} is no duration`,
      "write a whole number and a unit: 90s, 15m, 6h"
    );
  }
}
var KEYS = ["action", "src", "dst", "proto", "users", "ports", "srcPosture", ...EXTENSIONS];
function decodeAcl(value, context) {
  const entries = value.object(KEYS);
  checkAction(entries.get("action") ?? value.fail('"action" is missing'));
  const protocols = readProtocol(entries.get("proto"));
  const src = entries.get("src") ?? entries.get("users") ?? value.fail('"src" is missing');
  const sources = readSources(src, context.names);
  const dst = entries.get("dst") ?? entries.get("ports") ?? value.fail('"dst" is missing');
  const targets = dst.list().map((destination) => readTarget(destination, { protocols, sources, names: context.names }));
  return { ...readExtensions(value, entries, sources, context), targets, via: [], capabilities: [] };
}
function checkAction(action) {
  if (action.text() === "accept") return;
  action.fail(
    `action=${JSON.stringify(action.text())} is not supported`,
    'rules only allow: write "accept", and leave out what is not allowed'
  );
}
function readProtocol(value) {
  const protocols = parseProtocol(value?.text() ?? "");
  return protocols ?? value.fail(`${JSON.stringify(value.text())} is no protocol`);
}
function readTarget(value, { protocols, sources, names }) {
  const { selector, ports } = readDestination(value, names);
  if (!isAllPorts(ports) && !carriesPorts(protocols))
    value.fail(`${JSON.stringify(value.text())}: this protocol has no ports: write :*`);
  checkDestination(value, selector, sources, { everybodyMayMeanSelf: true });
  return { selector, services: [{ protocols, ports }] };
}
function readDestination(value, names) {
  const text = value.text();
  const colon = text.lastIndexOf(":");
  if (colon < 0) value.fail(`${JSON.stringify(text)} has no ports`, `write ${text}:* for every port`);
  const ports = parsePorts(text.slice(colon + 1));
  if (typeof ports === "string") value.fail(`${JSON.stringify(text)}: ${ports}`);
  return { selector: resolveName(value, text.slice(0, colon), names, "dst="), ports };
}
var KEYS2 = ["src", "dst", "ip", "app", "via", "srcPosture", ...EXTENSIONS];
var EVERY_PROTOCOL = Array.from({ length: 256 }, (_, number) => number);
var VENDOR_CAPABILITIES = /* @__PURE__ */ new Set([
  "drive",
  "drive-sharer",
  "kubernetes",
  "relay",
  "secrets",
  "webui",
  "golink",
  "tsidp"
]);
function decodeGrant(value, context) {
  const { names } = context;
  const entries = value.object(KEYS2);
  const sources = readSources(entries.get("src") ?? value.fail('"src" is missing'), names);
  const services = (entries.get("ip")?.list() ?? []).map(readService);
  const capabilities = readCapabilities(entries.get("app"));
  if (services.length === 0 && capabilities.length === 0) value.fail("ip and app can not both be empty");
  const dst = entries.get("dst") ?? value.fail('"dst" is missing');
  const targets = dst.list().map((destination) => {
    const selector = readSelector(destination, names, "dst=");
    checkDestination(destination, selector, sources, { everybodyMayMeanSelf: false });
    if (capabilities.length > 0 && selector.kind === "autogroup" && selector.name === "internet")
      destination.fail('"autogroup:internet" runs no application: app cannot be granted there');
    return { selector, services };
  });
  const via = (entries.get("via")?.list() ?? []).map((router) => readRouter(router, context));
  return { ...readExtensions(value, entries, sources, context), targets, via, capabilities };
}
function readRouter(value, { names }) {
  const selector = parseSelector(value.text());
  if (typeof selector === "string" || selector.kind !== "tag")
    value.fail(`via=${JSON.stringify(value.text())}: via can only be a tag`);
  return requireTag(value, value.text(), names, "via=");
}
function readService(value) {
  const text = value.text();
  const colon = text.indexOf(":");
  const protocols = colon < 0 ? DEFAULT_PROTOCOLS : parseProtocol(text.slice(0, colon));
  if (protocols === void 0) value.fail(`${JSON.stringify(text.slice(0, colon))} is no protocol`);
  const ports = parsePorts(text.slice(colon + 1));
  if (typeof ports === "string") value.fail(`port range ${JSON.stringify(text)}: ${ports}`);
  if (!isAllPorts(ports) && !carriesPorts(protocols))
    value.fail(`${JSON.stringify(text)}: this protocol has no ports: write :*`);
  return text === "*" ? { protocols: EVERY_PROTOCOL, ports: ALL_PORTS } : { protocols, ports };
}
function readCapabilities(value) {
  return [...value?.entries() ?? []].map(([name, parameters]) => {
    if (!/^[a-z0-9-]+(\.[a-z0-9-]+)+\/\S+$/i.test(name))
      parameters.fail(`${JSON.stringify(name)}: a capability name must have the form {domain}/{path}`);
    const vendor = /^tailscale\.com\/(?:cap\/)?(.*)$/.exec(name);
    if (vendor && !VENDOR_CAPABILITIES.has(vendor[1]))
      parameters.fail(`${JSON.stringify(name)}: a capability name must not be in the tailscale.com domain`);
    parameters.list();
    return name;
  });
}
var ACTIONS = ["accept", "check"];
function decodeSsh(rules, tests, names) {
  return {
    rules: (rules?.list() ?? []).map((value) => decodeRule(value, names)),
    tests: (tests?.list() ?? []).map(decodeTest)
  };
}
function decodeRule(value, names) {
  const entries = value.object([
    "action",
    "src",
    "dst",
    "users",
    "checkPeriod",
    "acceptEnv",
    "srcPosture",
    "recorder",
    "enforceRecorder"
  ]);
  const action = entries.get("action") ?? value.fail('"action" is missing');
  const known = ACTIONS.find((each) => each === action.text()) ?? action.fail(`action=${JSON.stringify(action.text())} is not supported: accept or check`);
  const users = (entries.get("users") ?? value.fail('"users" is missing')).list();
  return {
    action: known,
    sources: readSelectors(entries.get("src") ?? value.fail('"src" is missing'), names, "src="),
    targets: readSelectors(entries.get("dst") ?? value.fail('"dst" is missing'), names, "dst="),
    users: users.map((user) => user.text())
  };
}
function readSelectors(list, names, side) {
  return list.list().map((value) => readSelector(value, names, side));
}
function decodeTest(value) {
  const entries = value.object(["src", "dst", "accept", "check", "deny", "srcPostureAttrs"]);
  return {
    value,
    source: entries.get("src"),
    targets: entries.get("dst")?.list() ?? [],
    accept: entries.get("accept")?.list() ?? [],
    check: entries.get("check")?.list() ?? [],
    deny: entries.get("deny")?.list() ?? []
  };
}
var OVERLOOKED = [
  "nodeAttrs",
  "randomizeClientPort",
  "derpMap",
  "disableIPv4",
  "OneCGNATRoute",
  "attrConfig",
  "extraDNSRecords",
  "$schema"
];
var KEYS3 = [
  "groups",
  "hosts",
  "tagOwners",
  "ipsets",
  "postures",
  "defaultSrcPosture",
  "acls",
  "grants",
  "ssh",
  "autoApprovers",
  "tests",
  "sshTests",
  "workloads",
  ...OVERLOOKED
];
function parseAccessRules(input, file) {
  const root = (0, import_chunk_OFVEZVAZ.parseHujson)(input, file).object(KEYS3);
  const names = decodeNames(root);
  checkAutoApprovers(root.get("autoApprovers"), names);
  const defaultPostures = readPostureNames(root.get("defaultSrcPosture"), names.postures);
  const context = { names, defaultPostures };
  return {
    ...names,
    rules: [
      ...(root.get("acls")?.list() ?? []).map((value) => decodeAcl(value, context)),
      ...(root.get("grants")?.list() ?? []).map((value) => decodeGrant(value, context))
    ],
    tests: (root.get("tests")?.list() ?? []).map(decodeTest2),
    ssh: decodeSsh(root.get("ssh"), root.get("sshTests"), names)
  };
}
function checkAutoApprovers(value, names) {
  const entries = value?.object(["routes", "exitNode", "services"]);
  for (const [prefix, approvers] of entries?.get("routes")?.entries() ?? []) {
    try {
      (0, import_chunk_HQJHKSVR.parsePrefix)(prefix);
    } catch {
      approvers.fail(`${JSON.stringify(prefix)} is no prefix`, "a route is written 10.0.0.0/8");
    }
    checkApprovers(approvers, names);
  }
  for (const approvers of entries?.get("services")?.entries().values() ?? []) checkApprovers(approvers, names);
  const exitNode = entries?.get("exitNode");
  if (exitNode) checkApprovers(exitNode, names);
}
var APPROVERS = /* @__PURE__ */ new Set(["user", "group", "tag", "autogroup"]);
function checkApprovers(list, names) {
  for (const approver of list.list()) {
    if (!APPROVERS.has(readSelector(approver, names).kind))
      approver.fail(`${JSON.stringify(approver.text())} cannot approve: a user, group, tag or autogroup can`);
  }
}
function decodeTest2(value) {
  const entries = value.object(["src", "proto", "accept", "deny", "srcPostureAttrs"]);
  const attributes = entries.get("srcPostureAttrs")?.entries();
  return {
    value,
    source: entries.get("src")?.text(),
    protocol: entries.get("proto")?.text(),
    accept: entries.get("accept")?.list() ?? [],
    deny: entries.get("deny")?.list() ?? [],
    attributes: attributes && new Map([...attributes].map(([name, one]) => [name, one.scalar()]))
  };
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  forgeOfSelector,
  meetsPosture,
  parseAccessRules,
  parseSelector,
  portIn,
  setContains
});
