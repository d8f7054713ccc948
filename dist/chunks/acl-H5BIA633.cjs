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
  acl_H5BIA633: () => acl_H5BIA633_exports
});
module.exports = stdin_exports;
var import_chunk_FACE8E31 = require("./chunk-FACE8E31.cjs").chunk_7QDTEPUY;
var import_chunk_FACE8E312 = require("./chunk-FACE8E31.cjs").chunk_N2CEJMOH;
var import_chunk_FACE8E313 = require("./chunk-FACE8E31.cjs").chunk_OFVEZVAZ;
var import_chunk_0722AEF2 = require("./chunk-0722AEF2.cjs").chunk_HQJHKSVR;
var import_chunk_CF656EE4 = require("./chunk-CF656EE4.cjs").chunk_PC4MX4V7;
var import_chunk_CF656EE42 = require("./chunk-CF656EE4.cjs").chunk_CRLEFTAS;
var import_cli = require("../cli.cjs").chunk_SO3KANTK;
var import_cli2 = require("../cli.cjs").chunk_GEUJANHY;
var import_chunk_2BC21E11 = require("./chunk-2BC21E11.cjs").chunk_M3WSMIIZ;
var import_chunk_CF656EE43 = require("./chunk-CF656EE4.cjs").chunk_PO7UBJRE;
var import_cli3 = require("../cli.cjs").chunk_4NFOMFHU;
var import_cli4 = require("../cli.cjs").chunk_TO5RH7DJ;
var import_cli5 = require("../cli.cjs").chunk_HJAZFC2R;
var import_node_path = process.getBuiltinModule("node:path");
var __defProp2 = Object.defineProperty;
var __export2 = (target, all) => {
  for (var name in all)
    __defProp2(target, name, { get: all[name], enumerable: true });
};
var acl_H5BIA633_exports = {};
__export2(acl_H5BIA633_exports, {
  aclCheck: () => aclCheck,
  aclDiff: () => aclDiff,
  aclExplain: () => aclExplain,
  aclTest: () => aclTest
});
var NUMBERS = { tcp: 6, udp: 17, sctp: 132 };
function answerQuery(engine, [from, to, family, protocol, port]) {
  const source = engine.network.indexOf(from);
  const destination = engine.network.indexOf(to);
  if (source === void 0) return denied(`no node is named ${JSON.stringify(from)}`);
  if (destination === void 0) return denied(`no node is named ${JSON.stringify(to)}`);
  const number = protocol === "icmp" ? family === "v4" ? 1 : 58 : NUMBERS[protocol];
  const question = { source, destination, family: family === "v4" ? 4 : 6, protocol: number, port };
  const rule = engine.findAllowing(question);
  return rule ? allowed(rule) : denied(whyDenied(engine, question));
}
function answerParties(rules, network, query) {
  const [from, to, ...rest] = query;
  const source = findNode(from, rules, network, ["workload"]);
  const destination = findNode(to, rules, network, []);
  if (typeof source === "string") return denied(source);
  if (typeof destination === "string") return denied(destination);
  const open = source.workload ? rules.rules.map((rule2) => ({ ...rule2, where: {} })) : rules.rules;
  const others = network.nodes.filter(({ name }) => name !== from && name !== to);
  const both = new import_chunk_FACE8E31.Network([...others, { ...source, name: from }, { ...destination, name: to }]);
  const answer = answerQuery(new import_chunk_FACE8E31.AccessEngine({ ...rules, rules: open }, both), [from, to, ...rest]);
  const rule = rules.rules.find(({ id }) => id === answer.rule);
  return rule ? allowed(rule) : answer;
}
function findNode(text, rules, network, more) {
  const index = network.indexOf(text);
  if (index !== void 0) return network.nodes[index];
  const party = (0, import_chunk_FACE8E31.readParty)(text, rules, ["user", "group", "tag", "prefix", ...more]);
  if (typeof party === "object") return (0, import_chunk_FACE8E31.standIn)(party, rules, network.nodes);
  return party.startsWith("host not found") ? `no node is named ${JSON.stringify(text)}, and no host either` : party;
}
function allowed(rule) {
  const approval = rule.approval === void 0 ? "" : `, under an approval for ${rule.approval.environment}`;
  const where = describeConditions(rule.where);
  return {
    allow: true,
    rule: rule.id,
    why: `${rule.id} (line ${rule.place.line}) allows it${where}${approval}`
  };
}
function describeConditions(where) {
  const conditions = Object.entries(where).map(([key, values]) => `${key} is ${values.join(" or ")}`);
  return conditions.length === 0 ? "" : `, where ${conditions.join(" and ")}`;
}
function denied(why) {
  return { allow: false, rule: null, why };
}
function whyDenied(engine, question) {
  if (engine.rules.rules.length === 0) return "there are no rules, and what no rule allows is denied";
  const from = engine.network.nodes[question.source];
  const to = engine.network.nodes[question.destination];
  const rules = engine.rulesOf(question.source);
  if (rules.length === 0) {
    const demanding = engine.rules.rules.filter(({ postures: postures2 }) => postures2.length > 0).length;
    const postures = demanding === 0 ? "" : ` (${demanding} demand a device posture, which nodes here do not report)`;
    return `no rule has ${from.name} as a source${postures}`;
  }
  const other = findOtherPort(engine, question);
  if (other)
    return `${other.id} (line ${other.place.line}) lets ${from.name} reach ${to.name}, but not by this protocol, port or address family`;
  return `${rules.map((rule) => rule.id).slice(0, 5).join(", ")} have ${from.name} as a source, but none has ${to.name} as a destination`;
}
function findOtherPort(engine, question) {
  for (const family of [4, 6]) {
    for (const protocol of [1, 58, 6, 17, 132]) {
      for (const port of [22, 80, 443, question.port]) {
        const rule = engine.findAllowing({ ...question, family, protocol, port });
        if (rule) return rule;
      }
    }
  }
  return void 0;
}
var MAX_BYTES = 64 * 1024 * 1024;
var workload = (0, import_chunk_CF656EE43.strictObject)({
  forge: (0, import_chunk_CF656EE43._enum)(["github", "gitlab"]).default("github"),
  issuer: (0, import_chunk_CF656EE43.string)().default(""),
  repositoryId: (0, import_chunk_CF656EE43.string)(),
  ownerId: (0, import_chunk_CF656EE43.string)(),
  ref: (0, import_chunk_CF656EE43.string)(),
  environment: (0, import_chunk_CF656EE43.string)(),
  event: (0, import_chunk_CF656EE43.string)(),
  workflow: (0, import_chunk_CF656EE43.string)(),
  runner: (0, import_chunk_CF656EE43.string)()
});
var nodeSchema = (0, import_chunk_CF656EE43.object)({
  name: (0, import_chunk_CF656EE43.string)().min(1),
  ipv4: (0, import_chunk_CF656EE43.string)().nullish(),
  ipv6: (0, import_chunk_CF656EE43.string)().nullish(),
  tags: (0, import_chunk_CF656EE43.array)((0, import_chunk_CF656EE43.string)()).default([]),
  user: (0, import_chunk_CF656EE43.string)().nullish(),
  routes: (0, import_chunk_CF656EE43.array)((0, import_chunk_CF656EE43.string)()).default([]),
  workload: workload.nullish()
});
var networkSchema = (0, import_chunk_CF656EE43.object)({ users: (0, import_chunk_CF656EE43.array)((0, import_chunk_CF656EE43.string)()).default([]), nodes: (0, import_chunk_CF656EE43.array)(nodeSchema) });
function parseNetwork(input, source) {
  const { nodes } = (0, import_cli.decode)(networkSchema, (0, import_chunk_CF656EE42.parseStrictJson)(input, { source, maxBytes: MAX_BYTES }), { source });
  return new import_chunk_FACE8E31.Network(
    nodes.map(
      (node) => ({
        name: node.name,
        ipv4: node.ipv4 ? (0, import_chunk_0722AEF2.parseIp)(node.ipv4) : void 0,
        ipv6: node.ipv6 ? (0, import_chunk_0722AEF2.parseIp)(node.ipv6) : void 0,
        tags: node.tags,
        user: node.user ?? void 0,
        routes: node.routes.map(import_chunk_0722AEF2.parsePrefix),
        workload: node.workload ?? void 0
      })
    )
  );
}
var querySchema = (0, import_chunk_CF656EE43.tuple)([
  (0, import_chunk_CF656EE43.string)(),
  (0, import_chunk_CF656EE43.string)(),
  (0, import_chunk_CF656EE43._enum)(["v4", "v6"]),
  (0, import_chunk_CF656EE43._enum)(["tcp", "udp", "icmp", "sctp"]),
  (0, import_chunk_CF656EE43.int)().min(0).max(65535)
]);
function parseQueries(input, source) {
  const document = (0, import_chunk_CF656EE42.parseStrictJson)(input, { source, maxBytes: MAX_BYTES });
  return (0, import_cli.decode)((0, import_chunk_CF656EE43.array)(querySchema), document, { source });
}
var PROTOCOL_NAMES = {
  1: "icmp",
  6: "tcp",
  17: "udp",
  58: "icmp",
  132: "sctp"
};
function diffReachability(before, after, network) {
  const points = probePoints(before, after);
  const old = new import_chunk_FACE8E31.AccessEngine(before, network);
  const changed = new import_chunk_FACE8E31.AccessEngine(after, network);
  const added = [];
  const removed = [];
  for (const [source, destination] of affectedPairs(before, after, network)) {
    const was = servicesBetween(old, source, destination, points);
    const is = servicesBetween(changed, source, destination, points);
    const gained = subtract(is, was);
    const lost = subtract(was, is);
    const pair = {
      source: network.nodes[source].name,
      destination: network.nodes[destination].name
    };
    if (gained.length > 0) added.push({ ...pair, services: gained });
    if (lost.length > 0) removed.push({ ...pair, services: lost });
  }
  return { added, removed };
}
function* affectedPairs(before, after, network) {
  const { gone, come } = (0, import_chunk_FACE8E31.changedRules)(before, after);
  const engines = [
    new import_chunk_FACE8E31.AccessEngine({ ...before, rules: gone }, network),
    new import_chunk_FACE8E31.AccessEngine({ ...after, rules: come }, network)
  ];
  for (const source of network.nodes.keys()) {
    const reached = new Set(engines.flatMap((engine) => engine.targetsOf(source)));
    reached.delete(source);
    for (const destination of [...reached].sort((a, b) => a - b)) yield [source, destination];
  }
}
function formatReachabilityDiff({ added, removed }) {
  if (added.length === 0 && removed.length === 0) return "The reachability does not change.\n";
  const table = (title, rows) => rows.length === 0 ? [] : [
    "",
    `**${title}**`,
    "",
    "| from | to | services |",
    "|---|---|---|",
    ...rows.map(
      ({ source, destination, services }) => `| ${cell(source)} | ${cell(destination)} | ${services.join(", ")} |`
    )
  ];
  return [...table("Newly reachable", added), ...table("No longer reachable", removed), ""].join("\n").trimStart();
}
function cell(text) {
  return text.replaceAll(/[|\\`*_<>[\]]/g, "\\$&").replaceAll(/\s+/g, " ");
}
function probePoints(...documents) {
  const services = documents.flatMap(
    ({ rules }) => rules.flatMap((rule) => rule.targets.flatMap((target) => target.services))
  );
  const starts = /* @__PURE__ */ new Set([0]);
  for (const { ports } of services) {
    for (const { first, last } of ports) {
      starts.add(first);
      if (last < 65535) starts.add(last + 1);
    }
  }
  const sorted = [...starts].sort((a, b) => a - b);
  const stretches = sorted.map((first, index) => ({ first, last: (sorted[index + 1] ?? 65536) - 1 }));
  const protocols = [
    .../* @__PURE__ */ new Set([
      6,
      17,
      ...services.flatMap((service) => service.protocols.length > 20 ? [] : service.protocols)
    ])
  ];
  return protocols.flatMap(
    (protocol) => protocol === 6 || protocol === 17 || protocol === 132 ? stretches.map((stretch) => ({ protocol, ...stretch })) : [{ protocol, first: 0, last: 65535 }]
  );
}
function servicesBetween(engine, source, destination, points) {
  const found = [];
  for (const family of [4, 6]) {
    for (const { protocol, first, last } of points) {
      if (!engine.findAllowing({ source, destination, family, protocol, port: first })) continue;
      found.push(describe(protocol, first, last, family));
    }
  }
  return mergeFamilies([...new Set(found)]);
}
function describe(protocol, first, last, family) {
  const name = PROTOCOL_NAMES[protocol] ?? `protocol ${protocol}`;
  const ports = first === 0 && last === 65535 ? "" : first === last ? ` ${first}` : ` ${first}-${last}`;
  return `${name}${ports}${family === 4 ? " (IPv4)" : " (IPv6)"}`;
}
function mergeFamilies(services) {
  const v6 = new Set(
    services.filter((service) => service.endsWith(" (IPv6)")).map((service) => service.slice(0, -7))
  );
  const v4 = services.filter((service) => service.endsWith(" (IPv4)")).map((service) => service.slice(0, -7));
  const both = new Set(v4.filter((service) => v6.has(service)));
  return [...both, ...services.filter((service) => !both.has(service.slice(0, -7)))];
}
function subtract(from, what) {
  const known = new Set(what);
  return from.filter((service) => !known.has(service));
}
var MAX_RULES_BYTES = 4 * 1024 * 1024;
var MAX_NETWORK_BYTES = 64 * 1024 * 1024;
var POLICY = { name: "POLICY", doc: "The access rules, a HuJSON file (access.hujson)." };
var aclCheck = {
  name: "acl check",
  summary: "Check access rules, and answer who may reach whom.",
  details: "A policy that is wrong, or whose own tests fail, ends with exit code 2 and the place. With --queries it answers\neach question in order: whether it is allowed, by which rule, and why not.",
  positionals: [POLICY],
  options: ["network", "queries"],
  examples: [
    "sallyport acl check access.hujson",
    "sallyport acl check access.hujson --network network.json --queries queries.json --json"
  ],
  async run(call) {
    const rules = await readRules(call, 0);
    const network = await readNetwork(call);
    refuseFailures((0, import_chunk_FACE8E31.runPolicyTests)(rules, network.nodes));
    const queries = await readQueries(call);
    const engine = new import_chunk_FACE8E31.AccessEngine(rules, network);
    const answers = queries.map((query) => answerQuery(engine, query));
    if (call.options.json) call.ports.stdout(`${JSON.stringify(answers)}
`);
    else {
      call.ports.stderr(
        `${counted(rules.rules.length, "rule")} and ${counted(rules.tests.length, "test")} hold
`
      );
      for (const [index, answer] of answers.entries()) {
        call.ports.stderr(
          `${queries[index].join(" ")}: ${answer.allow ? "allowed" : "denied"}: ${answer.why}
`
        );
      }
    }
    return import_cli4.EXIT.ok;
  }
};
var aclTest = {
  name: "acl test",
  summary: "Run the access rules' own tests.",
  positionals: [POLICY],
  options: ["network"],
  examples: ["sallyport acl test access.hujson"],
  async run(call) {
    const rules = await readRules(call, 0);
    const failures = (0, import_chunk_FACE8E31.runPolicyTests)(rules, (await readNetwork(call)).nodes);
    const total = (0, import_chunk_FACE8E31.countAssertions)(rules);
    if (call.options.json) {
      const failed = failures.map(({ id, value, why }) => ({ id, line: value.place.line, why }));
      call.ports.stdout(`${JSON.stringify({ version: 1, tests: total, failed })}
`);
    }
    for (const { id, value, why } of failures) call.ports.stderr(`line ${value.place.line}: ${id}: ${why}
`);
    call.ports.stderr(`${Math.max(0, total - failures.length)} of ${total} hold
`);
    return failures.length === 0 ? import_cli4.EXIT.ok : import_cli4.EXIT.failed;
  }
};
var aclExplain = {
  name: "acl explain",
  summary: "Say which rule lets one node reach another, or what is missing.",
  positionals: [
    POLICY,
    { name: "SRC", doc: "A node of the network by name, or a user, group, tag, address, host or workload." },
    { name: "DST:PORT", doc: "The same, and a port; udp/DST:PORT and icmp/DST:0 for other protocols." }
  ],
  options: ["network"],
  examples: [
    "sallyport acl explain access.hujson runner-7 web-1:443 --network network.json",
    "sallyport acl explain access.hujson ada@example.org tag:web:22"
  ],
  async run(call) {
    const rules = await readRules(call, 0);
    const network = await readNetwork(call);
    const question = parseTarget(call.positionals[1], call.positionals[2]);
    const families = ["v4", "v6"];
    const answers = families.map((family) => ({
      family,
      ...answerParties(rules, network, [question[0], question[1], family, question[2], question[3]])
    }));
    if (call.options.json) call.ports.stdout(`${JSON.stringify({ version: 1, answers })}
`);
    for (const { family, allow, why } of answers)
      call.ports.stderr(`${family}: ${allow ? "allowed" : "denied"}: ${why}
`);
    return answers.some((answer) => answer.allow) ? import_cli4.EXIT.ok : import_cli4.EXIT.failed;
  }
};
var aclDiff = {
  name: "acl diff",
  summary: "Print what a change of the access rules opens and closes.",
  positionals: [
    { name: "OLD", doc: "The rules before." },
    { name: "NEW", doc: "The rules after." }
  ],
  options: ["network"],
  examples: ["sallyport acl diff old.hujson access.hujson --network network.json"],
  async run(call) {
    const before = await readRules(call, 0);
    const after = await readRules(call, 1);
    const diff = diffReachability(before, after, await readNetwork(call));
    call.ports.stdout(
      call.options.json ? `${JSON.stringify({ version: 1, ...diff })}
` : formatReachabilityDiff(diff)
    );
    return import_cli4.EXIT.ok;
  }
};
async function readRules(call, position) {
  const name = call.positionals[position];
  return (0, import_chunk_FACE8E312.parseAccessRules)(await (0, import_chunk_2BC21E11.readFileBounded)((0, import_node_path.resolve)(call.ports.cwd, name), MAX_RULES_BYTES), name);
}
async function readNetwork(call) {
  const name = call.options.network;
  if (name === void 0) return new import_chunk_FACE8E31.Network([]);
  return parseNetwork(await (0, import_chunk_2BC21E11.readFileBounded)((0, import_node_path.resolve)(call.ports.cwd, name), MAX_NETWORK_BYTES), name);
}
async function readQueries(call) {
  const name = call.options.queries;
  if (name === void 0) return [];
  return parseQueries(await (0, import_chunk_2BC21E11.readFileBounded)((0, import_node_path.resolve)(call.ports.cwd, name), MAX_NETWORK_BYTES), name);
}
function refuseFailures(failures) {
  const first = failures[0];
  if (!first) return;
  const more = failures.length === 1 ? "" : `, and ${failures.length - 1} more`;
  throw new import_cli4.SallyportError("ACCESS_RULES_INVALID", {
    message: `test(s) failed: ${first.id}: ${first.why}${more}`,
    place: first.value.place,
    help: "sallyport acl test shows them all"
  });
}
function parseTarget(from, text) {
  const match = /^(?:(tcp|udp|icmp|sctp)\/)?(.+):(\d{1,5})$/.exec(text);
  if (!match?.[2]) {
    throw new import_cli4.SallyportError("USAGE", {
      message: `${JSON.stringify(text)} is no destination`,
      help: "write web-1:443 or udp/web-1:53"
    });
  }
  return [from, match[2].replace(/^\[(.*)\]$/, "$1"), match[1] ?? "tcp", Number(match[3])];
}
function counted(count, noun) {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  acl_H5BIA633
});
