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
  AccessEngine: () => AccessEngine,
  Network: () => Network,
  changedRules: () => changedRules,
  countAssertions: () => countAssertions,
  readParty: () => readParty,
  runPolicyTests: () => runPolicyTests,
  standIn: () => standIn
});
module.exports = stdin_exports;
var import_chunk_65UCGIVB = require("./chunk-65UCGIVB.cjs");
var import_chunk_HQJHKSVR = require("./chunk-HQJHKSVR.cjs");
var NOBODY = { v4: [], v6: [] };
function membersOf(selector, names, network, where = {}) {
  switch (selector.kind) {
    case "everybody":
      return both(network.everybody());
    case "user":
      return both(network.ofUser(selector.name));
    case "group":
      return both((names.groups.get(selector.name) ?? []).flatMap((user) => network.ofUser(user)));
    case "tag":
      return both(network.withTag(selector.name));
    case "prefix": {
      const indices = network.within(selector.prefix);
      return selector.prefix.address.family === 4 ? { v4: indices, v6: [] } : { v4: [], v6: indices };
    }
    case "ipset": {
      const set = names.ipsets.get(selector.name) ?? [];
      const within = (address) => address !== void 0 && (0, import_chunk_65UCGIVB.setContains)(set, address);
      return {
        v4: network.where(({ ipv4 }) => within(ipv4)),
        v6: network.where(({ ipv6 }) => within(ipv6))
      };
    }
    case "workload": {
      const identity = names.workloads.get(selector.name);
      const forge = (0, import_chunk_65UCGIVB.forgeOfSelector)(selector.name);
      return both(
        network.where(
          ({ workload }) => identity !== void 0 && workload?.forge === forge && (identity.issuer === void 0 || identity.issuer === workload.issuer) && workload.repositoryId === identity.repositoryId && workload.ownerId === identity.ownerId && meets(where, workload)
        )
      );
    }
    case "autogroup":
      return both(autogroup(selector.name, network));
    case "host":
    case "service":
      return NOBODY;
  }
}
function both(indices) {
  return { v4: indices, v6: indices };
}
function autogroup(name, network) {
  switch (name) {
    case "member":
    case "self":
      return network.members();
    case "tagged":
      return network.tagged();
    case "danger-all":
      return network.everybody();
    case "admin":
    case "auditor":
      return network.where(({ tags, roles }) => tags.length === 0 && (roles?.includes(name) ?? false));
    default:
      return [];
  }
}
function meets(where, workload) {
  const allowed = (list, value) => list === void 0 || list.includes(value);
  return allowed(where.ref, workload.ref) && allowed(where.environment, workload.environment) && allowed(where.event, workload.event) && allowed(where.workflow, workload.workflow) && allowed(where.runner, workload.runner);
}
var ICMP = 1;
var ICMPV6 = 58;
var AccessEngine = class {
  rules;
  network;
  #bySource;
  constructor(rules, network) {
    this.rules = rules;
    this.network = network;
    this.#bySource = compile(rules, network);
  }
  /** The first rule that allows it; `undefined` means denied. */
  findAllowing(question) {
    const { source, destination, family } = question;
    const size = this.network.nodes.length;
    if (source >= size || destination >= size) return void 0;
    for (const { rule, targets } of this.#bySource[family][source]) {
      for (const target of targets) {
        const nodes = family === 4 ? target.nodes.v4 : target.nodes.v6;
        if (nodes[destination] !== 1) continue;
        if (target.self && !this.#sameOwner(source, destination)) continue;
        if (target.services.some((service) => serves(service, question))) return rule;
      }
    }
    return void 0;
  }
  /** Nodes that some rule lets a node reach, whatever the service; ascending. */
  targetsOf(source) {
    const reached = /* @__PURE__ */ new Set();
    for (const family of [4, 6]) {
      for (const { targets } of this.#bySource[family][source]) {
        for (const { nodes } of targets) {
          const members = family === 4 ? nodes.v4 : nodes.v6;
          for (let index = members.indexOf(1); index >= 0; index = members.indexOf(1, index + 1))
            reached.add(index);
        }
      }
    }
    return [...reached].sort((a, b) => a - b);
  }
  /** Rules that a node is a source of, in order. */
  rulesOf(source) {
    return [
      ...new Set([...this.#bySource[4][source], ...this.#bySource[6][source]].map(({ rule }) => rule))
    ];
  }
  #sameOwner(a, b) {
    const first = this.network.nodes[a];
    const second = this.network.nodes[b];
    return first.tags.length === 0 && second.tags.length === 0 && first.user !== void 0 && first.user === second.user;
  }
};
function serves(service, { family, protocol, port }) {
  if (protocol === ICMP || protocol === ICMPV6)
    return service.protocols.includes(family === 4 ? ICMP : ICMPV6);
  return service.protocols.includes(protocol) && (0, import_chunk_65UCGIVB.portIn)(service.ports, port);
}
function compile(rules, network) {
  const bySource = {
    4: network.nodes.map(() => []),
    6: network.nodes.map(() => [])
  };
  for (const rule of rules.rules) {
    if (rule.via.length > 0) continue;
    const compiled = {
      rule,
      targets: rule.targets.map(({ selector, services }) => ({
        nodes: resolve(rule, [selector], rules, network),
        self: selector.kind === "autogroup" && selector.name === "self",
        services
      }))
    };
    const sources = resolve(rule, rule.sources, rules, network);
    for (let index = 0; index < network.nodes.length; index++) {
      if (rule.postures.length > 0 && !proves(rule, rules, network, index)) continue;
      if (sources.v4[index] === 1) bySource[4][index].push(compiled);
      if (sources.v6[index] === 1) bySource[6][index].push(compiled);
    }
  }
  return bySource;
}
function proves(rule, rules, network, index) {
  return (0, import_chunk_65UCGIVB.meetsPosture)(rule.postures, rules.postures, network.nodes[index].attributes);
}
function resolve(rule, selectors, rules, network) {
  const set = { v4: new Uint8Array(network.nodes.length), v6: new Uint8Array(network.nodes.length) };
  for (const selector of selectors) {
    const { v4, v6 } = membersOf(selector, rules, network, rule.where);
    for (const index of v4) set.v4[index] = 1;
    for (const index of v6) set.v6[index] = 1;
  }
  return set;
}
var ANY_USER = "user:*@";
var Network = class {
  nodes;
  #byUser;
  #byTag;
  #byName;
  /** Rules name the same few prefixes again and again. */
  #byPrefix = /* @__PURE__ */ new Map();
  constructor(nodes) {
    this.nodes = nodes;
    this.#byUser = group(
      nodes,
      (node) => node.tags.length === 0 && node.user !== void 0 ? [node.user] : []
    );
    this.#byTag = group(nodes, (node) => node.tags);
    this.#byName = new Map(nodes.map((node, index) => [node.name, index]));
  }
  indexOf(name) {
    return this.#byName.get(name);
  }
  everybody() {
    return this.nodes.map((_, index) => index);
  }
  /** `user:*@example.org` is everybody of that domain. */
  ofUser(user) {
    if (!user.startsWith(ANY_USER)) return this.#byUser.get(user) ?? [];
    const domain = user.slice(ANY_USER.length - 1);
    return [...this.#byUser].flatMap(([name, indices]) => name.endsWith(domain) ? indices : []);
  }
  where(predicate) {
    return this.nodes.flatMap((node, index) => predicate(node) ? [index] : []);
  }
  withTag(tag) {
    return this.#byTag.get(tag) ?? [];
  }
  members() {
    return [...this.#byUser.values()].flat();
  }
  tagged() {
    return this.where(({ tags }) => tags.length > 0);
  }
  within(prefix) {
    const key = (0, import_chunk_HQJHKSVR.formatPrefix)(prefix);
    let found = this.#byPrefix.get(key);
    if (!found) {
      found = this.nodes.flatMap((node, index) => {
        const address = prefix.address.family === 4 ? node.ipv4 : node.ipv6;
        return address && (0, import_chunk_HQJHKSVR.prefixContains)(prefix, address) ? [index] : [];
      });
      this.#byPrefix.set(key, found);
    }
    return found;
  }
};
function group(nodes, keys) {
  const groups = /* @__PURE__ */ new Map();
  for (const [index, node] of nodes.entries()) {
    for (const key of keys(node)) {
      const members = groups.get(key);
      if (members) members.push(index);
      else groups.set(key, [index]);
    }
  }
  return groups;
}
var AUTOGROUPS = /* @__PURE__ */ new Set(["member", "tagged", "self"]);
function readParty(text, names, kinds) {
  const selector = (0, import_chunk_65UCGIVB.parseSelector)(text);
  if (typeof selector === "string") return selector;
  const quoted = JSON.stringify(text);
  if (selector.kind === "host") {
    const prefix = names.hosts.get(text);
    if (!prefix) return `host not found: ${quoted}`;
    return isSingle(prefix) ? { kind: "prefix", prefix, text } : `${quoted} is a prefix, not one host`;
  }
  if (!kinds.includes(selector.kind)) return `${quoted} cannot be tested`;
  if (selector.kind === "tag" && !names.tagOwners.has(text)) return `tag not found: ${quoted}`;
  if (selector.kind === "group" && !names.groups.has(text)) return `group not found: ${quoted}`;
  if (selector.kind === "workload" && !names.workloads.has(text)) return `workload not resolved: ${quoted}`;
  if (selector.kind === "prefix" && !isSingle(selector.prefix)) return `${quoted} is a prefix, not one host`;
  if (selector.kind === "autogroup" && !AUTOGROUPS.has(selector.name)) return `${quoted} cannot be tested`;
  return selector;
}
function actorsOf(selector, names, nodes) {
  const { v4, v6 } = membersOf(selector, names, new Network(nodes));
  const there = [.../* @__PURE__ */ new Set([...v4, ...v6])].sort((a, b) => a - b).map((index) => nodes[index]);
  return there.length > 0 ? there : [imagine(selector, names)];
}
function standIn(selector, names, nodes) {
  return selector.kind === "prefix" ? actorsOf(selector, names, nodes)[0] : imagine(selector, names);
}
function isSingle({ address, bits }) {
  return bits === (address.family === 4 ? 32 : 128);
}
function imagine(selector, names) {
  const nobody = {
    name: "(imagined)",
    ipv4: void 0,
    ipv6: void 0,
    tags: [],
    user: void 0,
    routes: [],
    workload: void 0
  };
  switch (selector.kind) {
    case "user":
      return { ...nobody, user: selector.name };
    case "group":
      return { ...nobody, user: names.groups.get(selector.name)?.[0] };
    case "tag":
      return { ...nobody, tags: [selector.name] };
    case "prefix":
      return withAddress(nobody, selector.prefix.address);
    case "workload":
      return { ...nobody, workload: imagineWorkload(selector.name, names.workloads.get(selector.name)) };
    default:
      return nobody;
  }
}
function imagineWorkload(name, identity) {
  const from = { forge: (0, import_chunk_65UCGIVB.forgeOfSelector)(name), issuer: "" };
  return identity && { ...from, ...identity, ref: "", environment: "", event: "", workflow: "", runner: "" };
}
function withAddress(node, address) {
  return address.family === 4 ? { ...node, ipv4: address } : { ...node, ipv6: address };
}
var PARTIES = ["user", "group", "tag", "autogroup", "prefix"];
function runSshTests(rules, nodes) {
  return rules.ssh.tests.flatMap((test) => runTest(test, rules, nodes));
}
function runTest(test, rules, nodes) {
  const fail = (value, why) => [{ id: value.path, value, why }];
  if (test.source === void 0) return fail(test.value, '"src" is missing');
  if (test.targets.length === 0) return fail(test.value, '"dst" names nobody');
  if (test.accept.length + test.check.length + test.deny.length === 0)
    return fail(test.value, 'asserts nothing: name users under "accept", "check" or "deny"');
  const source = readParty(test.source.text(), rules, PARTIES);
  if (typeof source === "string") return fail(test.source, `src ${source}`);
  return test.targets.flatMap((target) => {
    const party = readParty(target.text(), rules, PARTIES);
    if (typeof party === "string") return fail(target, `dst ${party}`);
    const self = party.kind === "autogroup" && party.name === "self";
    if (self && source.kind !== "user") return fail(target, "only a user has devices of their own");
    const pair = new Pair(rules, nodes, source, self ? source : party);
    return [
      ...pair.unmet(test.accept, "accept", target),
      ...pair.unmet(test.check, "check", target),
      ...pair.unmet(test.deny, "deny", target)
    ];
  });
}
var Pair = class {
  #rules;
  #network;
  #sources;
  #from;
  constructor(rules, nodes, source, target) {
    const sources = actorsOf(source, rules, nodes);
    this.#rules = rules;
    this.#network = new Network([...sources, ...actorsOf(target, rules, nodes)]);
    this.#sources = sources.length;
    this.#from = "name" in source ? source.name : "text" in source ? source.text : source.kind;
  }
  unmet(users, assertion, target) {
    return users.flatMap((user) => {
      const name = user.text();
      if (name === "") return [{ id: user.path, value: user, why: '"" is no login name' }];
      if (this.#holds(name, assertion)) return [];
      const can = assertion === "deny" ? "can" : "cannot";
      const how = assertion === "check" ? " by a rule that checks" : "";
      const why = `${this.#from} ${can} log in to ${target.text()} as ${name}${how}`;
      return [{ id: user.path, value: user, why }];
    });
  }
  #holds(user, assertion) {
    const rules = this.#rules.ssh.rules.filter(
      (rule) => letsIn(rule, user) && (assertion !== "check" || rule.action === "check")
    );
    const size = this.#network.nodes.length;
    for (let from = 0; from < this.#sources; from++) {
      for (let to = this.#sources; to < size; to++) {
        const reached = rules.some((rule) => this.#joins(rule, from, to));
        if (reached === (assertion === "deny")) return false;
      }
    }
    return true;
  }
  #joins(rule, from, to) {
    return rule.sources.some((source) => this.#isMember(source, from)) && rule.targets.some(
      (target) => target.kind === "autogroup" && target.name === "self" ? this.#sameOwner(from, to) : this.#isMember(target, to)
    );
  }
  #isMember(selector, index) {
    const { v4, v6 } = membersOf(selector, this.#rules, this.#network);
    return [...v4, ...v6].includes(index);
  }
  #sameOwner(a, b) {
    const [first, second] = [this.#network.nodes[a], this.#network.nodes[b]];
    const untagged = first.tags.length + second.tags.length === 0;
    return untagged && first.user !== void 0 && first.user === second.user;
  }
};
function letsIn({ users }, user) {
  return users.includes(user) || users.includes("autogroup:nonroot") && user !== "root";
}
var PROTOCOLS = {
  "": 6,
  tcp: 6,
  udp: 17,
  sctp: 132,
  "6": 6,
  "17": 17,
  "132": 132
};
function runPolicyTests(rules, nodes) {
  return [...rules.tests.flatMap((test) => runTest2(test, rules, nodes)), ...runSshTests(rules, nodes)];
}
function countAssertions({ tests, ssh }) {
  const each = [
    ...tests.map(({ accept, deny }) => accept.length + deny.length),
    ...ssh.tests.map(({ accept, check, deny, targets }) => {
      return (accept.length + check.length + deny.length) * targets.length;
    })
  ];
  return each.reduce((sum, count) => sum + count, 0);
}
var SOURCES = ["user", "group", "tag", "autogroup", "prefix"];
var DESTINATIONS = ["user", "group", "tag", "autogroup", "prefix"];
function runTest2(test, rules, nodes) {
  const fail = (value, why) => [{ id: value.path, value, why }];
  if (test.source === void 0) return fail(test.value, '"src" is missing');
  if (test.accept.length + test.deny.length === 0)
    return fail(test.value, 'asserts nothing: name destinations under "accept" or "deny"');
  const protocol = PROTOCOLS[test.protocol?.toLowerCase() ?? ""];
  if (protocol === void 0)
    return fail(test.value, `${JSON.stringify(test.protocol)} cannot be tested: tcp, udp or sctp`);
  const source = readParty(test.source, rules, SOURCES);
  if (typeof source === "string") return fail(test.value, `src ${source}`);
  if (source.kind === "autogroup" && source.name === "self")
    return fail(test.value, 'src "autogroup:self" cannot be tested');
  const check = (value, expected) => {
    const destination = readDestination(value, rules, source);
    if (typeof destination === "string") return fail(value, destination);
    const reach = { source, destination: destination.party, port: destination.port, protocol, test };
    if (holds(reach, expected, rules, nodes)) return [];
    return fail(value, `${test.source} ${expected ? "cannot" : "can"} reach ${value.text()}`);
  };
  return [
    ...test.accept.flatMap((value) => check(value, true)),
    ...test.deny.flatMap((value) => check(value, false))
  ];
}
function holds({ source, destination, port, protocol, test }, accepted, rules, nodes) {
  const sources = actorsOf(source, rules, nodes).map((node) => ({ ...node, attributes: test.attributes }));
  const destinations = actorsOf(destination, rules, nodes);
  const engine = new AccessEngine(rules, new Network([...sources, ...destinations]));
  const families = destination.kind === "prefix" ? [destination.prefix.address.family] : [4, 6];
  const reaches = (from, to) => families.some((family) => {
    const question = { source: from, destination: sources.length + to, family, protocol, port };
    return engine.findAllowing(question) !== void 0;
  });
  return sources.every((_, from) => destinations.every((_2, to) => reaches(from, to) === accepted));
}
function readDestination(value, rules, source) {
  const text = value.text();
  const colon = text.lastIndexOf(":");
  const port = text.slice(colon + 1);
  if (colon < 0 || !/^[1-9]\d{0,4}$/.test(port) || Number(port) > 65535)
    return `${JSON.stringify(text)}: a test names one port, from 1 to 65535`;
  const host = text.slice(0, colon);
  if (host.includes("/")) return `${JSON.stringify(text)}: a test names one host, not a prefix`;
  const party = readParty(host, rules, DESTINATIONS);
  if (typeof party === "string") return `dst ${party}`;
  if (party.kind !== "autogroup" || party.name !== "self") return { party, port: Number(port) };
  return source.kind === "user" ? { party: source, port: Number(port) } : `${JSON.stringify(text)}: only a user has devices of their own`;
}
function changedRules(before, after) {
  const old = new Map(before.rules.map((rule) => [meaningOf(rule, before), rule]));
  const now = new Map(after.rules.map((rule) => [meaningOf(rule, after), rule]));
  return {
    gone: [...old].flatMap(([meaning, rule]) => now.has(meaning) ? [] : [rule]),
    come: [...now].flatMap(([meaning, rule]) => old.has(meaning) ? [] : [rule])
  };
}
function meaningOf(rule, rules) {
  const { id: _id, place: _place, sources, targets, postures, ...rest } = rule;
  return JSON.stringify({
    ...rest,
    sources: sources.map((selector) => spellOut(selector, rules)).sort(),
    targets: targets.map(({ selector, services }) => [spellOut(selector, rules), services]),
    postures: postures.map((name) => rules.postures.get(name))
  });
}
function spellOut(selector, rules) {
  switch (selector.kind) {
    case "group":
      return JSON.stringify(["group", [...rules.groups.get(selector.name) ?? []].sort()]);
    case "prefix":
      return (0, import_chunk_HQJHKSVR.formatPrefix)(selector.prefix);
    case "ipset":
      return JSON.stringify(["ipset", spellSet(rules.ipsets.get(selector.name) ?? [])]);
    case "workload":
      return JSON.stringify(["workload", rules.workloads.get(selector.name)]);
    default:
      return JSON.stringify(selector);
  }
}
function spellSet(set) {
  return set.map((step) => [
    step.add,
    step.kind === "prefix" ? (0, import_chunk_HQJHKSVR.formatPrefix)(step.prefix) : spellSet(step.set)
  ]);
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  AccessEngine,
  Network,
  changedRules,
  countAssertions,
  readParty,
  runPolicyTests,
  standIn
});
