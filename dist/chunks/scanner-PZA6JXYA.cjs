"use strict";
var __create = Object.create;
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __getProtoOf = Object.getPrototypeOf;
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
var __toESM = (mod, isNodeMode, target) => (target = mod != null ? __create(__getProtoOf(mod)) : {}, __copyProps(
  // If the importer is in node compatibility mode or this is not an ESM
  // file that has been converted to a CommonJS file using a Babel-
  // compatible transform (i.e. "__esModule" has not been set), then set
  // "default" to the CommonJS "module.exports" for node compatibility.
  isNodeMode || !mod || !mod.__esModule ? __defProp(target, "default", { value: mod, enumerable: true }) : target,
  mod
));
var __toCommonJS = (mod) => __copyProps(__defProp({}, "__esModule", { value: true }), mod);
var stdin_exports = {};
__export(stdin_exports, {
  scanner_PZA6JXYA: () => scanner_PZA6JXYA_exports
});
module.exports = stdin_exports;
var import_chunk_FC722728 = require("./chunk-FC722728.cjs").chunk_YGG53FKB;
var import_chunk_FC7227282 = require("./chunk-FC722728.cjs").chunk_QVWZ6NL7;
var import_chunk_FC7227283 = require("./chunk-FC722728.cjs").chunk_LCP6FW5I;
var import_chunk_Y3UZJFZ6 = require("./chunk-Y3UZJFZ6.cjs").chunk_Y3UZJFZ6;
var import_chunk_VYXZ2XSH = require("./chunk-VYXZ2XSH.cjs").chunk_VYXZ2XSH;
var import_chunk_31504B25 = require("./chunk-31504B25.cjs").chunk_GRDQR7JG;
var import_chunk_31504B252 = require("./chunk-31504B25.cjs").chunk_Z7PF3XZF;
var import_chunk_31504B253 = require("./chunk-31504B25.cjs").chunk_VPYVWG56;
var import_chunk_5523CD0A = require("./chunk-5523CD0A.cjs").chunk_ZF4RRLRT;
var import_chunk_7A0A2440 = require("./chunk-7A0A2440.cjs").chunk_2QF5A3XH;
var import_cli = require("../cli.cjs").chunk_GEUJANHY;
var import_chunk_C3CB3CD9 = require("./chunk-C3CB3CD9.cjs").chunk_NC4COCRK;
var import_chunk_C3CB3CD92 = require("./chunk-C3CB3CD9.cjs").chunk_V5MOCF6Z;
var import_chunk_2AACMVZV = require("./chunk-2AACMVZV.cjs").chunk_2AACMVZV;
var import_cli2 = require("../cli.cjs").chunk_QW7UKFTH;
var import_cli3 = require("../cli.cjs").chunk_4NFOMFHU;
var import_chunk_AAE3F7D8 = require("./chunk-AAE3F7D8.cjs").chunk_7UF6RGKQ;
var import_cli4 = require("../cli.cjs").chunk_TO5RH7DJ;
var import_chunk_AAE3F7D82 = require("./chunk-AAE3F7D8.cjs").chunk_3KEYJEYD;
var import_chunk_31504B254 = require("./chunk-31504B25.cjs").chunk_YNNKUSU3;
var import_cli5 = require("../cli.cjs").chunk_HJAZFC2R;
var import_node_path = process.getBuiltinModule("node:path");
var import_node_crypto = process.getBuiltinModule("node:crypto");

var import_node_fs = process.getBuiltinModule("node:fs");
var import_node_path2 = process.getBuiltinModule("node:path");

var import_node_fs2 = process.getBuiltinModule("node:fs");
var import_node_path3 = process.getBuiltinModule("node:path");
var import_node_fs3 = process.getBuiltinModule("node:fs");
var import_node_path4 = process.getBuiltinModule("node:path");
var __defProp2 = Object.defineProperty;
var __export2 = (target, all) => {
  for (var name in all)
    __defProp2(target, name, { get: all[name], enumerable: true });
};
var scanner_PZA6JXYA_exports = {};
__export2(scanner_PZA6JXYA_exports, {
  dependenciesScanner: () => dependenciesScanner
});
function cvesOf(vulnerabilities) {
  return new Set(
    vulnerabilities.flatMap(({ finding }) => idsOf(finding)).filter((id) => id.startsWith("CVE-"))
  );
}
function withExploitation(vulnerability, known, raise) {
  const about = idsOf(vulnerability.finding).map((id) => known.get(id)).filter((one) => one !== void 0);
  if (about.length === 0 || vulnerability.finding.rule === import_chunk_Y3UZJFZ6.CLEARED_RULE) return vulnerability;
  const exploitation = {
    knownSince: about.find((one) => one.knownSince !== null)?.knownSince ?? null,
    probability: about.reduce((most, { probability }) => larger(most, probability), null)
  };
  const { finding } = vulnerability;
  const message = `${finding.message}
${describe(exploitation)}`;
  const severity = raised(finding.severity, exploitation, raise);
  const advisory = finding.advisory && { ...finding.advisory, exploitation };
  return { ...vulnerability, exploitation, finding: { ...finding, message, severity, advisory } };
}
function describe({ knownSince, probability }) {
  const percent = probability === null ? "" : `${(probability * 100).toFixed(1)} %`;
  return [
    ...knownSince === null ? [] : [`Attackers use it: CISA lists it since ${knownSince}.`],
    ...percent === "" ? [] : [`The probability of its use in the next 30 days is ${percent} (EPSS).`]
  ].join(" ");
}
function raised(severity, known, raise) {
  const wanted = [severity];
  if (known.knownSince !== null && raise.knownExploited) wanted.push(raise.knownExploited);
  if (raise.epss && known.probability !== null && known.probability >= raise.epss.atLeast) {
    wanted.push(raise.epss.to);
  }
  return import_chunk_7A0A2440.SEVERITIES.find((one) => wanted.includes(one)) ?? severity;
}
function larger(a, b) {
  return a === null || b !== null && b > a ? b : a;
}
function idsOf({ advisory }) {
  return advisory ? [advisory.id, ...advisory.aliases] : [];
}
function groupByUpgrade(vulnerabilities) {
  const groups = /* @__PURE__ */ new Map();
  for (const { finding, remedy, exploitation } of vulnerabilities) {
    const found = finding.package;
    const target = found && targetOf(remedy, found);
    if (!found || !target) continue;
    const key = [finding.path, found.ecosystem, target.name, target.from, target.how].join("\n");
    const group = groups.get(key) ?? {
      path: finding.path,
      ecosystem: found.ecosystem,
      ...target,
      ids: /* @__PURE__ */ new Set(),
      held: /* @__PURE__ */ new Set(),
      ends: 0,
      exploited: false,
      probability: null
    };
    if (exploitation?.knownSince) group.exploited = true;
    const probability = exploitation?.probability ?? null;
    if (probability !== null) group.probability = Math.max(group.probability ?? 0, probability);
    group.to = higher(found.ecosystem, group.to, target.to);
    group.ids.add(finding.advisory?.id ?? finding.rule);
    if (target.how === "held") group.held.add(found.name);
    group.ends++;
    groups.set(key, group);
  }
  return [...groups.values()].map(toUpgrade).sort(byUrgency);
}
function targetOf(remedy, found) {
  const own = { name: found.name, from: found.version };
  switch (remedy.kind) {
    case "remove":
    case "none":
      return void 0;
    case "upgrade":
    case "unknown":
      return { ...own, to: remedy.version, how: "upgrade" };
    case "refresh":
      return { ...own, to: remedy.version, how: "refresh" };
    case "upgrade-direct":
      return { name: remedy.direct.name, from: remedy.direct.version, to: remedy.to, how: "upgrade" };
    case "held":
      return { name: remedy.direct.name, from: remedy.direct.version, to: null, how: "held" };
  }
}
function toUpgrade({ how, ids, held, ...group }) {
  const { name, from, to, ends } = group;
  const text = how === "held" ? `upgrade ${name}${from === "" ? "" : ` from ${from}`}: it holds back ${listOf([...held].sort())}, ${ends} ${findings(ends)}` : how === "refresh" ? `refresh the lockfile, ${name} to ${to}: ends ${ends}` : `upgrade ${name} to ${to}: ends ${ends}`;
  return { ...group, lockfileOnly: how === "refresh", advisories: [...ids].sort(), text };
}
function listOf(names) {
  return names.length > 5 ? `${names.slice(0, 5).join(", ")} and ${names.length - 5} more` : names.join(", ");
}
function findings(count) {
  return count === 1 ? "finding" : "findings";
}
function higher(ecosystem, a, b) {
  const ordering = (0, import_chunk_C3CB3CD92.orderingOf)(ecosystem);
  if (a === null || b === null || !ordering) return a;
  return ((0, import_chunk_C3CB3CD92.compareVersions)(ordering, a, b) ?? 0) >= 0 ? a : b;
}
function byUrgency(a, b) {
  return Number(b.exploited) - Number(a.exploited) || (b.probability ?? 0) - (a.probability ?? 0) || b.ends - a.ends || order(a.name, b.name);
}
function order(a, b) {
  return a === b ? 0 : a < b ? -1 : 1;
}
function readExploitation(ids, { kev, epss }) {
  const since = kev ? readKev(kev, ids) : /* @__PURE__ */ new Map();
  const probabilities = epss ? readEpss(epss, ids) : /* @__PURE__ */ new Map();
  return new Map(
    [.../* @__PURE__ */ new Set([...since.keys(), ...probabilities.keys()])].map((id) => [
      id,
      { knownSince: since.get(id) ?? null, probability: probabilities.get(id) ?? null }
    ])
  );
}
function readKev(file, ids) {
  const entries = (0, import_chunk_2AACMVZV.parseInput)(file)?.vulnerabilities;
  if (!Array.isArray(entries)) throw (0, import_chunk_2AACMVZV.invalidInput)(file.name, 'it has no list "vulnerabilities"');
  const since = /* @__PURE__ */ new Map();
  for (const entry of entries) {
    if (typeof entry?.cveID !== "string") throw (0, import_chunk_2AACMVZV.invalidInput)(file.name, 'an entry has no "cveID"');
    if (!ids.has(entry.cveID)) continue;
    since.set(entry.cveID, typeof entry.dateAdded === "string" ? entry.dateAdded : "an unknown day");
  }
  return since;
}
function readEpss(file, ids) {
  const probabilities = /* @__PURE__ */ new Map();
  let isPastHeader = false;
  for (let at = 0; at < file.text.length; ) {
    const end = file.text.indexOf("\n", at);
    const line = file.text.slice(at, end === -1 ? void 0 : end).trimEnd();
    at = end === -1 ? file.text.length : end + 1;
    if (line === "" || line.startsWith("#")) continue;
    if (!isPastHeader) {
      if (!line.startsWith("cve,epss"))
        throw (0, import_chunk_2AACMVZV.invalidInput)(file.name, 'its header is not "cve,epss,percentile"');
      isPastHeader = true;
      continue;
    }
    const comma = line.indexOf(",");
    const id = line.slice(0, comma);
    if (!ids.has(id)) continue;
    const probability = Number(line.slice(comma + 1).split(",")[0]);
    if (!(probability >= 0 && probability <= 1)) throw (0, import_chunk_2AACMVZV.invalidInput)(file.name, `${id} has no probability`);
    probabilities.set(id, probability);
  }
  if (!isPastHeader) throw (0, import_chunk_2AACMVZV.invalidInput)(file.name, "it has no header");
  return probabilities;
}
var NO_FOLDER = "\0";
async function readScanInputs(folder = NO_FOLDER, pinned, files) {
  const gaps = [];
  const sources = [];
  const attempt = (read2, otherwise) => {
    try {
      return read2();
    } catch (error) {
      gaps.push((0, import_cli4.messageOf)(error));
      return otherwise;
    }
  };
  const one = (name) => {
    const file = folder === NO_FOLDER ? void 0 : attempt(() => (0, import_chunk_2AACMVZV.readInput)(folder, name), void 0);
    if (file) sources.push({ source: file.name, digest: file.digest });
    return file;
  };
  const vexFiles = [
    ...folder === NO_FOLDER ? [] : attempt(() => (0, import_chunk_2AACMVZV.readInputs)(folder, "vex"), []),
    ...await readPinned(pinned, files, gaps)
  ];
  for (const { name, digest } of vexFiles) sources.push({ source: name, digest });
  const read = /* @__PURE__ */ new Set();
  const popular = /* @__PURE__ */ new Map();
  const published = /* @__PURE__ */ new Map();
  return {
    kev: one("kev.json"),
    epss: one("epss.csv"),
    vex: vexFiles.length === 0 ? [] : await readStatements(vexFiles, gaps),
    popular,
    published,
    gaps,
    sources,
    async readAbout(ecosystems) {
      for (const ecosystem of ecosystems) {
        if (read.has(ecosystem) || !/^[A-Za-z0-9][A-Za-z0-9 ._-]*$/.test(ecosystem)) continue;
        read.add(ecosystem);
        const files2 = { names: one(`popular/${ecosystem}.json`), dates: one(`published/${ecosystem}.json`) };
        if (!files2.names && !files2.dates) continue;
        const { readPopularNames, readPublishDates } = await Promise.resolve().then(() => require("./package-facts-6PRCVRER.cjs").package_facts_6PRCVRER);
        const names = files2.names && attempt(() => readPopularNames(files2.names), void 0);
        const dates = files2.dates && attempt(() => readPublishDates(files2.dates), void 0);
        if (names) popular.set(ecosystem, names);
        if (dates) published.set(ecosystem, dates);
      }
    }
  };
}
async function readStatements(files, gaps) {
  const { readVex } = await Promise.resolve().then(() => require("./vex-E7759C21.cjs").vex_Q2GI75UB);
  const statements = [];
  for (const file of files) {
    try {
      statements.push(...readVex([file]));
    } catch (error) {
      gaps.push((0, import_cli4.messageOf)(error));
    }
  }
  return statements.sort((a, b) => a.time - b.time);
}
async function readPinned(pinned, files, gaps) {
  const found = [];
  for (const { path, sha256 } of pinned) {
    const file = files.find((one) => one.path === path);
    if (!file) {
      gaps.push(`${path}, which policy names, is not in the tree`);
      continue;
    }
    try {
      const bytes = await file.read();
      const digest = (0, import_cli2.sha256Hex)(bytes);
      if (digest === sha256)
        found.push({ name: path, text: (0, import_chunk_FC7227283.decodeLockfile)(bytes), digest: `sha256:${digest}` });
      else gaps.push(`${path} has the digest ${digest}, policy wants ${sha256}`);
    } catch (error) {
      gaps.push(`${path}: ${(0, import_cli4.messageOf)(error)}`);
    }
  }
  return found;
}
function ageWarnings(reading, published, now, coolDownMs, packageOf) {
  const findings2 = [];
  const seen = /* @__PURE__ */ new Set();
  for (const [position, one] of (0, import_chunk_31504B252.entriesOf)(reading.packages)) {
    const label = (0, import_chunk_31504B25.labelOf)(one);
    const date = published.get((0, import_chunk_C3CB3CD92.ecosystemBase)(one.ecosystem))?.(one.name, one.version);
    if (one.source.kind !== "registry" || date === void 0 || date <= now - coolDownMs) continue;
    if (seen.has(label)) continue;
    seen.add(label);
    findings2.push({
      rule: "younger-than-cool-down",
      severity: "medium",
      confidence: "high",
      title: `${label} is younger than the cool-down`,
      message: `${label} was published at ${(0, import_cli.formatTimestamp)(date)}; policy wants versions of at least ${Math.round(coolDownMs / 36e5)} hours. Take an older one, or wait.`,
      path: reading.path,
      line: one.line,
      column: one.column ?? 1,
      endLine: one.endLine,
      package: packageOf(position),
      advisory: null,
      identity: ["young", one.ecosystem, one.name, one.version]
    });
  }
  return findings2;
}
function describePackages({ packages, edges }) {
  const paths = (0, import_chunk_31504B25.findPaths)(packages, edges);
  return (position) => {
    const { ecosystem, name, version, direct, scope } = packages.at(position);
    return { ecosystem, name, version, direct, scope, paths: (0, import_chunk_31504B25.shortestPaths)([position], paths), fix: null };
  };
}
function groupInstalled(packages, isWanted2 = () => true) {
  const groups = /* @__PURE__ */ new Map();
  for (const one of packages) if (isWanted2(one)) groups.set(keyOf(one), []);
  if (groups.size === 0) return [];
  for (const [position, one] of (0, import_chunk_31504B252.entriesOf)(packages)) groups.get(keyOf(one))?.push(position);
  return [...groups.values()].map((indices) => {
    const members = indices.map((index) => packages.at(index));
    return { first: members[0], indices, direct: directOf(members), scope: scopeOf(members) };
  });
}
function keyOf({ ecosystem, name, version, source }) {
  return `${ecosystem}
${name}
${version}
${source.kind}`;
}
function directOf(members) {
  if (members.some((one) => one.direct === true)) return true;
  return members.some((one) => one.direct === null) ? null : false;
}
var REACH = ["prod", "unknown", "optional", "peer", "build", "test", "dev"];
function scopeOf(members) {
  const scopes = new Set(members.map((one) => one.scope));
  return REACH.find((scope) => scopes.has(scope)) ?? "unknown";
}
var SHORTEST = 5;
function nameWarnings(reading, popular, packageOf) {
  if (popular.size === 0) return [];
  const findings2 = [];
  const held = /* @__PURE__ */ new Set();
  for (const { ecosystem, name } of reading.packages) held.add(`${ecosystem}
${name}`);
  const seen = /* @__PURE__ */ new Set();
  const near = new Map([...popular].map(([ecosystem, names]) => [ecosystem, indexNames(names)]));
  for (const [position, one] of (0, import_chunk_31504B252.entriesOf)(reading.packages)) {
    const ecosystem = (0, import_chunk_C3CB3CD92.ecosystemBase)(one.ecosystem);
    const names = popular.get(ecosystem);
    if (one.source.kind !== "registry" || !names || names.has(one.name) || seen.has(one.name)) continue;
    seen.add(one.name);
    const like = findNear(one.name, near.get(ecosystem));
    if (like === void 0 || held.has(`${one.ecosystem}
${like}`)) continue;
    findings2.push({
      rule: "name-near-popular",
      severity: "medium",
      confidence: "medium",
      title: `${one.name} is one letter away from ${like}`,
      message: `${(0, import_chunk_31504B25.labelOf)(one)} is not among the popular names, and ${like} is. If ${like} was meant, replace it, and rotate what the machine held that installed it.`,
      path: reading.path,
      line: one.line,
      column: one.column ?? 1,
      endLine: one.endLine,
      package: packageOf(position),
      advisory: null,
      identity: ["near", one.ecosystem, one.name]
    });
  }
  return findings2;
}
function indexNames(names) {
  const index = /* @__PURE__ */ new Map();
  for (const name of names) {
    if (name.length < SHORTEST) continue;
    for (const key of shadowsOf(name)) {
      const list = index.get(key);
      if (list) list.push(name);
      else index.set(key, [name]);
    }
  }
  return index;
}
function findNear(name, index) {
  if (name.length < SHORTEST || name.length > 200) return void 0;
  for (const key of shadowsOf(name)) {
    const found = index.get(key)?.find((other) => isOneEdit(name, other));
    if (found !== void 0) return found;
  }
  return void 0;
}
function shadowsOf(name) {
  const shadows = /* @__PURE__ */ new Set([name]);
  for (let at = 0; at < name.length; at++) shadows.add(name.slice(0, at) + name.slice(at + 1));
  return shadows;
}
function isOneEdit(a, b) {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  const left = a.slice(start, a.length - end);
  const right = b.slice(start, b.length - end);
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}
function isFromRegistry(address, registry) {
  if (!registry.includes("://")) {
    const url = URL.parse(address);
    return url !== null && (url.host === registry.toLowerCase() || url.hostname === registry.toLowerCase());
  }
  return `${address}/`.startsWith(registry.endsWith("/") ? registry : `${registry}/`);
}
function warningFindings(reading, { allowedRegistries, installScripts }, packageOf) {
  return [
    ...withoutIntegrity(reading, packageOf),
    ...fromOtherRegistries(reading, allowedRegistries, packageOf),
    ...askingOtherRegistries(reading, allowedRegistries),
    ...withInstallScripts(reading, installScripts, packageOf),
    ...disagreements(reading)
  ];
}
var MOST_WITHOUT_INTEGRITY = 20;
function withoutIntegrity(reading, packageOf) {
  let count = 0;
  const missing = [];
  for (const [position, one] of (0, import_chunk_31504B252.entriesOf)(reading.packages)) {
    if (one.integrity !== false) continue;
    if (++count <= MOST_WITHOUT_INTEGRITY) missing.push({ one, position });
  }
  const isOneCause = count > MOST_WITHOUT_INTEGRITY;
  const told2 = isOneCause ? missing.slice(0, 1) : onePerName(missing);
  return told2.map(({ one, position }) => ({
    ...warning(reading, one, {
      rule: "dependency-without-integrity",
      severity: "low",
      title: isOneCause ? `${count} packages without a checksum` : `${(0, import_chunk_31504B25.labelOf)(one)} without a checksum`,
      message: `The lockfile records no checksum for ${isOneCause ? listOf2(missing, count) : (0, import_chunk_31504B25.labelOf)(one)}: another file under the same version would be installed unnoticed. Let the package manager write the lockfile anew.`,
      identity: isOneCause ? ["integrity"] : ["integrity", one.ecosystem, one.name]
    }),
    package: isOneCause ? null : packageOf(position)
  }));
}
function fromOtherRegistries(reading, allowed, packageOf) {
  if (!allowed) return [];
  const told2 = /* @__PURE__ */ new Set();
  const findings2 = [];
  for (const [position, one] of (0, import_chunk_31504B252.entriesOf)(reading.packages)) {
    const url = one.source.kind === "registry" || one.source.kind === "url" ? one.source.url : null;
    if (url === null || allowed.some((registry) => isFromRegistry(url, registry))) continue;
    const identity = ["registry", url, one.ecosystem, one.name];
    if (told2.size === told2.add(identity.join("\n")).size) continue;
    const text = {
      rule: "registry-not-allowed",
      severity: "high",
      title: `${(0, import_chunk_31504B25.labelOf)(one)} is from ${url}, which policy does not allow`,
      message: `${(0, import_chunk_31504B25.labelOf)(one)} is from ${url}; allowed are ${allowed.join(", ") || "none"}. Point the package manager to an allowed registry and write the lockfile anew.`,
      identity
    };
    findings2.push({ ...warning(reading, one, text), package: packageOf(position) });
  }
  return findings2;
}
function askingOtherRegistries(reading, allowed) {
  const asked = allowed ? reading.registries ?? [] : [];
  return asked.flatMap(({ url, line, endLine }) => {
    if (allowed.some((registry) => isFromRegistry(url, registry))) return [];
    return [
      {
        ...bare(reading, line, endLine, 1),
        rule: "registry-not-allowed",
        severity: "high",
        title: `packages may come from ${url}, which policy does not allow`,
        message: `The package manager is told to ask ${url} besides the default; allowed are ${allowed.join(", ") || "none"}. Remove it, or let a registry that is allowed stand in for it.`,
        identity: ["registry", url]
      }
    ];
  });
}
function withInstallScripts(reading, allowed, packageOf) {
  const running = [];
  for (const [position, one] of (0, import_chunk_31504B252.entriesOf)(reading.packages)) {
    if (one.hasInstallScript !== true || one.source.kind === "workspace" || allowed.includes(one.name))
      continue;
    running.push({ one, position });
  }
  return onePerName(running).map(({ one, position }) => ({
    ...warning(reading, one, {
      rule: "install-script",
      severity: "low",
      title: `${(0, import_chunk_31504B25.labelOf)(one)} runs a script when it is installed`,
      message: `${(0, import_chunk_31504B25.labelOf)(one)} runs code of its own on every machine that installs it. Install without scripts, or name it in the setting install-scripts.`,
      identity: ["install-script", one.ecosystem, one.name]
    }),
    package: packageOf(position)
  }));
}
function disagreements(reading) {
  return (reading.disagreements ?? []).map(({ line, name, message }) => ({
    ...bare(reading, line, line, 1),
    rule: "lockfile-disagrees-with-manifest",
    severity: "medium",
    title: message,
    message: `${message}. What is installed is not what the manifest says; run the package manager and commit the lockfile.`,
    identity: ["disagreement", name]
  }));
}
function warning(reading, first, text) {
  return { ...bare(reading, first.line, first.endLine, first.column ?? 1), ...text };
}
function bare(reading, line, endLine, column) {
  return {
    confidence: "high",
    path: reading.path,
    line,
    column,
    endLine,
    package: null,
    advisory: null
  };
}
function onePerName(packages) {
  const first = /* @__PURE__ */ new Map();
  for (const placed of packages) {
    const key = `${placed.one.ecosystem}
${placed.one.name}`;
    if (!first.has(key)) first.set(key, placed);
  }
  return [...first.values()];
}
function listOf2(packages, count) {
  const some = packages.slice(0, 5).map(({ one }) => (0, import_chunk_31504B25.labelOf)(one)).join(", ");
  return count > 5 ? `${some} and ${count - 5} more` : some;
}
var NODE_MODULE = /(?:^|\/)node_modules\/((?:@[^/]+\/)?[^/@.][^/]*)\/package\.json$/;
var DIST_INFO = /(?:^|\/)([^/]+?)-(\d[^/-]*)(?:\.dist-info\/METADATA|(?:-py[\d.]+)?\.egg-info\/PKG-INFO)$/;
var SPECIFICATION = /(?:^|\/)specifications\/(?:default\/)?([^/]+?)-(\d[^/-]*)(?:-[^/]*)?\.gemspec$/;
var VENDORED_CRATE = /(?:^|\/)vendor\/([^/]+?)(?:-\d+\.\d+\.[^/]*)?\/Cargo\.toml$/;
var NUSPEC = /(?:^|\/)([^/]+)\.nuspec$/i;
var INSTALLED_PLACES = [
  { ecosystem: "npm", nameIn: firstGroup(NODE_MODULE), mayHold: () => true, licenceOf: licenceOfNodeModule },
  {
    ecosystem: "PyPI",
    nameIn: firstGroup(DIST_INFO),
    mayHold: (path, { version }) => DIST_INFO.exec(path)?.[2] === version,
    licenceOf: licenceOfPython
  },
  {
    ecosystem: "RubyGems",
    nameIn: firstGroup(SPECIFICATION),
    mayHold: (path, { version }) => version.startsWith(SPECIFICATION.exec(path)?.[2] ?? "\0"),
    licenceOf: (text) => joined((0, import_chunk_FC7227283.readGemSpecification)(text)?.licences)
  },
  {
    ecosystem: "crates.io",
    nameIn: firstGroup(VENDORED_CRATE),
    mayHold: () => true,
    licenceOf: licenceOfCrate
  },
  { ecosystem: "NuGet", nameIn: firstGroup(NUSPEC), mayHold: () => true, licenceOf: licenceOfNuspec }
];
function firstGroup(pattern) {
  return (path) => pattern.exec(path)?.[1];
}
function joined(licences = []) {
  return licences.length === 0 ? void 0 : licences.join(" OR ");
}
function licenceOfNodeModule(text, version) {
  try {
    const manifest = JSON.parse(text);
    if (typeof manifest !== "object" || manifest === null) return void 0;
    const { license, licenses, version: installed } = manifest;
    if (installed !== version) return void 0;
    const stated = Array.isArray(licenses) && license === void 0 ? licenses : [license];
    return joined(stated.map(typeOf).filter((one) => one !== void 0));
  } catch {
    return void 0;
  }
}
function typeOf(stated) {
  const text = typeof stated === "object" && stated !== null && "type" in stated ? stated.type : stated;
  return typeof text === "string" && text !== "" ? text : void 0;
}
function licenceOfPython(text, version) {
  const fields = (0, import_chunk_FC7227283.metadataFields)(text);
  const installed = fields.find(({ key }) => key === "version")?.value;
  return installed === version ? (0, import_chunk_FC7227283.metadataLicence)(fields) : void 0;
}
function licenceOfCrate(text, version) {
  const crate = (0, import_chunk_AAE3F7D82.memberOf)((0, import_chunk_FC7227283.readToml)(text).root, "package");
  return (0, import_chunk_AAE3F7D82.textOf)(crate, "version") === version ? (0, import_chunk_AAE3F7D82.textOf)(crate, "license")?.replaceAll("/", " OR ") : void 0;
}
function licenceOfNuspec(text, version) {
  const installed = /<version>\s*([^<\s]+)\s*<\/version>/.exec(text)?.[1];
  const licence = /<license\s+type="expression"\s*>\s*([^<]{1,1000}?)\s*<\/license>/.exec(text)?.[1];
  return installed === version ? licence : void 0;
}
var MAX_COPIES = 50;
function isInstalledMetadata(path) {
  return INSTALLED_PLACES.some((place) => place.nameIn(path) !== void 0);
}
function createInstalledLicences(paths, siblings) {
  let copies;
  return {
    async of(one) {
      copies ??= indexCopies(paths);
      for (const { path, place } of copies.get(keyOf2(one.ecosystem, one.name)) ?? []) {
        if (!place.mayHold(path, one)) continue;
        const text = (await siblings.read(path))?.text;
        const licence = text === void 0 ? void 0 : place.licenceOf(text, one.version);
        if (licence !== void 0) return licence;
      }
      return void 0;
    }
  };
}
function indexCopies(paths) {
  const copies = /* @__PURE__ */ new Map();
  for (const path of paths) {
    for (const place of INSTALLED_PLACES) {
      const name = place.nameIn(path);
      if (name === void 0) continue;
      const key = keyOf2(place.ecosystem, name);
      const known = copies.get(key);
      if (!known) copies.set(key, [{ path, place }]);
      else if (known.length < MAX_COPIES) known.push({ path, place });
    }
  }
  return copies;
}
function keyOf2(ecosystem, name) {
  return `${ecosystem}
${(0, import_chunk_C3CB3CD9.normalName)(ecosystem, name)}`;
}
var FIRST_WAIT_MS = 400;
var LONGEST_WAIT_MS = 1e4;
async function requestWithRetries(options, request) {
  const tries = options.maxTries ?? 4;
  for (let attempt = 1; ; attempt++) {
    const outcome = await tryOnce(options, request);
    if (outcome.kind === "answer") return outcome.body;
    if (!outcome.again || attempt >= tries || options.signal.aborted) {
      throw new import_cli4.SallyportError("HTTP_FAILED", {
        message: `${request.method} ${request.url}: ${outcome.why} (${attempt} of ${tries} tries)`
      });
    }
    const sleep = options.sleep ?? ((ms) => (0, (process.getBuiltinModule("node:timers/promises")).setTimeout)(ms, void 0, { signal: options.signal }));
    await sleep(waitBefore(attempt, outcome.retryAfterMs, `${options.seed} ${request.url} ${attempt}`));
  }
}
async function tryOnce(options, request) {
  try {
    const { status, headers, body } = await options.http.request({
      method: request.method,
      url: request.url,
      headers: {
        accept: "application/json",
        ...request.body ? { "content-type": "application/json" } : {}
      },
      ...request.body ? { body: request.body } : {},
      maxBytes: options.maxBytes ?? 32 * 1024 * 1024,
      timeoutMs: options.timeoutMs ?? 6e4,
      signal: options.signal
    });
    if (status === 200) return { kind: "answer", body };
    const retryAfter = Number(headers["retry-after"]);
    return {
      kind: "failed",
      why: `the answer is ${status}`,
      again: status === 429 || status === 408 || status >= 500,
      retryAfterMs: Number.isFinite(retryAfter) ? retryAfter * 1e3 : 0
    };
  } catch (error) {
    return { kind: "failed", why: (0, import_cli4.messageOf)(error), again: true, retryAfterMs: 0 };
  }
}
function waitBefore(attempt, retryAfterMs, seed) {
  const ceiling = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** attempt);
  const share = (0, import_node_crypto.createHash)("sha256").update(seed).digest().readUInt32BE(0) / 4294967296;
  return Math.min(LONGEST_WAIT_MS, Math.max(retryAfterMs, ceiling * (0.5 + share / 2)));
}
var BATCH = 1e3;
var MAX_PAGES = 100;
function createApiSource(options) {
  const gaps = [];
  const answered = /* @__PURE__ */ new Map();
  return async (queries) => {
    const hits = await queryAll(options, queries, gaps);
    const wanted = /* @__PURE__ */ new Map();
    for (const perQuery of hits) for (const [id, modified] of perQuery) wanted.set(id, modified);
    for (const [id, modified] of wanted) answered.set(id, modified);
    const records = await fetchRecords(options, wanted, gaps);
    const matches = hits.map(
      (perQuery) => [...perQuery.keys()].map((id) => records.get(id)).filter((advisory) => !advisory.withdrawn)
    );
    const listing = [...answered].sort(([a], [b]) => a < b ? -1 : 1);
    const digest = `sha256:${(0, import_cli2.sha256Hex)(JSON.stringify(listing))}`;
    const asOf = listing.map(([, modified]) => modified).reduce((newest, one) => one > newest ? one : newest, "");
    return { matches, gaps, sources: [{ source: options.url, digest, asOf: asOf || null }] };
  };
}
async function queryAll(options, queries, gaps) {
  const hits = queries.map(() => /* @__PURE__ */ new Map());
  let pending = queries.map((_, number) => ({ number }));
  for (let page = 0; pending.length > 0; page++) {
    if (page === MAX_PAGES) {
      gaps.push(`the OSV API has more than ${MAX_PAGES} pages for ${pending.length} packages`);
      break;
    }
    const batches = chunk(pending, BATCH);
    const next = await mapConcurrently(batches, 4, (batch) => queryBatch(options, queries, batch, hits, gaps));
    pending = next.flat();
  }
  return hits;
}
async function queryBatch(options, queries, batch, hits, gaps) {
  try {
    const body = (0, import_cli3.encodeUtf8)(
      JSON.stringify({ queries: batch.map((one) => toApiQuery(queries[one.number], one)) })
    );
    const answer = await requestWithRetries(options, {
      method: "POST",
      url: `${options.url}/v1/querybatch`,
      body
    });
    return readBatch(parseJson(answer), batch, hits);
  } catch (error) {
    gaps.push(`the OSV API did not answer for ${batch.length} packages: ${(0, import_cli4.messageOf)(error)}`);
    return [];
  }
}
function toApiQuery(query, { pageToken }) {
  const { name, ecosystem, version } = query;
  return {
    ...ecosystem === "GIT" ? { commit: version } : { package: { name, ecosystem }, version },
    ...pageToken === void 0 ? {} : { page_token: pageToken }
  };
}
function readBatch(answer, batch, hits) {
  const results = answer?.results;
  if (!Array.isArray(results) || results.length !== batch.length) throw nonsense("results are missing");
  const next = [];
  for (const [position, result] of results.entries()) {
    const { number } = batch[position];
    const vulns = result?.vulns ?? [];
    if (!Array.isArray(vulns)) throw nonsense('"vulns" is no list');
    for (const vuln of vulns) {
      if (typeof vuln?.id !== "string") throw nonsense("an advisory has no id");
      hits[number].set(vuln.id, typeof vuln.modified === "string" ? vuln.modified : "");
    }
    const token = result?.next_page_token;
    if (typeof token === "string" && token !== "") next.push({ number, pageToken: token });
  }
  return next;
}
async function fetchRecords(options, wanted, gaps) {
  const records = /* @__PURE__ */ new Map();
  let failed = 0;
  let why = "";
  await mapConcurrently([...wanted], options.concurrency ?? 16, async ([id, modified]) => {
    try {
      records.set(id, await fetchRecord(options, id, modified));
    } catch (error) {
      failed++;
      why = (0, import_cli4.messageOf)(error);
      records.set(id, bareAdvisory(id, modified));
    }
  });
  if (failed > 0) gaps.push(`the OSV API did not give ${failed} of ${wanted.size} advisories: ${why}`);
  return records;
}
async function fetchRecord(options, id, modified) {
  const kept = options.cache?.read(id, modified);
  if (kept) return kept;
  const url = `${options.url}/v1/vulns/${encodeURIComponent(id)}`;
  const advisory = (0, import_chunk_FC722728.decodeAdvisory)(parseJson(await requestWithRetries(options, { method: "GET", url })));
  if (advisory?.id !== id) throw nonsense(`the record of ${id} is another one`);
  options.cache?.write(id, modified, advisory);
  return advisory;
}
function bareAdvisory(id, modified) {
  const nothing = { aliases: [], summary: "", details: "", vectors: [], word: "", affected: [] };
  return { id, modified, withdrawn: false, ...nothing };
}
function parseJson(bytes) {
  try {
    return JSON.parse(Buffer.from(bytes).toString("utf8"));
  } catch {
    throw nonsense("the answer is not JSON");
  }
}
function nonsense(why) {
  return new import_cli4.SallyportError("HTTP_FAILED", { message: `the OSV API's answer cannot be used: ${why}` });
}
function chunk(items, size) {
  const chunks = [];
  for (let at = 0; at < items.length; at += size) chunks.push(items.slice(at, at + size));
  return chunks;
}
async function mapConcurrently(items, limit, work) {
  const results = new Array(items.length);
  let next = 0;
  const worker = async () => {
    while (next < items.length) {
      const index = next++;
      results[index] = await work(items[index]);
    }
  };
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, worker));
  return results;
}
var INDEX_VERSION = 1;
function writeIndex(path, archive, ecosystem) {
  const database = new (process.getBuiltinModule("node:sqlite")).DatabaseSync(path);
  try {
    fillIndex(database, archive, ecosystem);
  } finally {
    database.close();
  }
}
function readIndex(path) {
  return storeOrClose(new (process.getBuiltinModule("node:sqlite")).DatabaseSync(path, { readOnly: true }));
}
function createScratchIndex(archive, ecosystem) {
  const database = new (process.getBuiltinModule("node:sqlite")).DatabaseSync("");
  try {
    fillIndex(database, archive, ecosystem);
  } catch (error) {
    database.close();
    throw error;
  }
  return storeOrClose(database);
}
function storeOrClose(database) {
  try {
    database.exec("PRAGMA cache_size = -256");
    const version = database.prepare("PRAGMA user_version").get()?.["user_version"];
    const asOf = database.prepare("SELECT value FROM meta WHERE name = 'as-of'").get()?.["value"];
    if (version !== INDEX_VERSION || typeof asOf !== "string") throw new Error("not a whole index");
    return storeOf(database, asOf);
  } catch (error) {
    database.close();
    throw error;
  }
}
function fillIndex(database, archive, ecosystem) {
  database.exec("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA page_size = 8192; BEGIN");
  database.exec(`
    CREATE TABLE advisory (number INTEGER PRIMARY KEY, record TEXT NOT NULL) STRICT;
    CREATE TABLE entry (key TEXT NOT NULL, number INTEGER NOT NULL, affected TEXT NOT NULL) STRICT;
    CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT`);
  const asOf = insertRecords(database, archive, ecosystem);
  database.exec("CREATE INDEX entry_by_key ON entry (key)");
  database.prepare("INSERT INTO meta VALUES (?, ?)").run("as-of", asOf);
  database.exec(`PRAGMA user_version = ${INDEX_VERSION}; COMMIT`);
}
function insertRecords(database, archive, ecosystem) {
  const addAdvisory = database.prepare("INSERT INTO advisory VALUES (?, ?)");
  const addEntry = database.prepare("INSERT INTO entry VALUES (?, ?, ?)");
  let asOf = "";
  let number = 0;
  for (const advisory of (0, import_chunk_FC722728.decodeArchive)(archive)) {
    if (advisory.modified > asOf) asOf = advisory.modified;
    if (advisory.withdrawn) continue;
    const byKey = (0, import_chunk_FC722728.affectedByKey)(advisory, ecosystem);
    if (byKey.size === 0) continue;
    number++;
    addAdvisory.run(number, JSON.stringify({ ...advisory, affected: [] }));
    for (const [key, affected] of byKey) addEntry.run(key, number, JSON.stringify(affected));
  }
  return asOf;
}
function storeOf(database, asOf) {
  const find = database.prepare(
    "SELECT record, affected FROM entry JOIN advisory USING (number) WHERE key = ? ORDER BY number"
  );
  const filter = database.prepare(
    "SELECT asked.value AS key FROM json_each(?) AS asked WHERE EXISTS (SELECT 1 FROM entry WHERE entry.key = asked.value)"
  );
  const list = database.prepare("SELECT DISTINCT key FROM entry");
  const size = Number(database.prepare("SELECT max(rowid) AS size FROM entry").get()?.["size"] ?? 0);
  return {
    asOf: asOf || null,
    known: (keys) => {
      const isShort = keys.size <= size;
      const rows = isShort ? filter.all(JSON.stringify([...keys])) : list.all();
      const found = rows.map((row) => String(row["key"]));
      return new Set(isShort ? found : found.filter((key) => keys.has(key)));
    },
    candidates: (key) => find.all(key).map((row) => {
      const advisory = JSON.parse(String(row["record"]));
      const affected = JSON.parse(String(row["affected"]));
      return { advisory: { ...advisory, affected }, affected };
    }),
    close: () => database.close()
  };
}
function openIndex(place, readBytes) {
  const path = indexPath(place);
  if ((0, import_node_fs2.existsSync)(path)) {
    const store = tryOpen(path);
    if (store) return store;
    (0, import_node_fs2.rmSync)(path, { force: true });
  }
  buildIndex(place, path, readBytes());
  return readIndex(path);
}
function dropIndex(place) {
  (0, import_node_fs2.rmSync)(indexPath(place), { force: true });
}
function indexPath(place) {
  return (0, import_node_path3.join)(place.folder, `${fileNameOf(place.ecosystem)}-${place.digest}-v${INDEX_VERSION}.sqlite`);
}
function fileNameOf(ecosystem) {
  return ecosystem.replace(/[^A-Za-z0-9._-]/g, "_");
}
function buildIndex(place, path, archive) {
  (0, import_node_fs2.mkdirSync)(place.folder, { recursive: true, mode: 448 });
  const workshop = (0, import_node_fs2.mkdtempSync)((0, import_node_path3.join)(place.folder, "build-"));
  try {
    const draft = (0, import_node_path3.join)(workshop, "index.sqlite");
    writeIndex(draft, archive, place.ecosystem);
    (0, import_node_fs2.renameSync)(draft, path);
  } finally {
    (0, import_node_fs2.rmSync)(workshop, { recursive: true, force: true });
  }
  removeOld(place, path);
}
var DAY_MS = 24 * 60 * 60 * 1e3;
var OLD_INDEX_MS = 30 * DAY_MS;
var OLD_WORKSHOP_MS = DAY_MS;
function removeOld({ folder, ecosystem }, built) {
  const now = (0, import_node_fs2.statSync)(built).mtimeMs;
  const ofEcosystem = `${fileNameOf(ecosystem)}-`;
  for (const name of (0, import_node_fs2.readdirSync)(folder)) {
    const isWorkshop = name.startsWith("build-");
    const isIndex = name.startsWith(ofEcosystem) && /^[0-9a-f]{64}-v\d+\.sqlite$/.test(name.slice(ofEcosystem.length));
    if (!isWorkshop && !isIndex) continue;
    const age = now - ((0, import_node_fs2.statSync)((0, import_node_path3.join)(folder, name), { throwIfNoEntry: false })?.mtimeMs ?? now);
    if (age <= (isWorkshop ? OLD_WORKSHOP_MS : OLD_INDEX_MS)) continue;
    tryRemove((0, import_node_path3.join)(folder, name));
  }
}
function tryRemove(path) {
  try {
    (0, import_node_fs2.rmSync)(path, { recursive: true, force: true });
  } catch {
  }
}
function tryOpen(path) {
  try {
    return readIndex(path);
  } catch {
    return void 0;
  }
}
function matchStore(store, byKey, queries) {
  const found = [...store.known(new Set(byKey.keys()))].flatMap((key) => {
    const candidates = store.candidates(key);
    return byKey.get(key).map((number) => ({ number, ...matchOne(candidates, queries[number]) }));
  });
  return found.sort((a, b) => a.number - b.number);
}
function groupByKey(queries, numbers) {
  const groups = /* @__PURE__ */ new Map();
  for (const number of numbers) {
    const { ecosystem, name } = queries[number];
    const key = (0, import_chunk_C3CB3CD9.packageKey)(ecosystem, name);
    const group = groups.get(key);
    if (group) group.push(number);
    else groups.set(key, [number]);
  }
  return groups;
}
function matchOne(candidates, query) {
  const advisories = [];
  let undecided = false;
  for (const { advisory, affected } of candidates) {
    const answers = affected.filter((entry) => query.ecosystem === "GIT" || (0, import_chunk_C3CB3CD9.sameEcosystem)(entry.ecosystem, query.ecosystem)).map((entry) => evaluateQuery(entry, query));
    if (answers.includes("affected")) advisories.push(advisory);
    else if (answers.includes("unknown")) undecided = true;
  }
  return { advisories, undecided };
}
function evaluateQuery(entry, { ecosystem, version }) {
  if (ecosystem !== "GIT") return (0, import_chunk_Y3UZJFZ6.evaluate)(entry, version);
  if (entry.versions.includes(version)) return "affected";
  const answers = entry.ranges.filter((range) => range.type === "GIT").map((range) => (0, import_chunk_Y3UZJFZ6.evaluateCommit)(range, version));
  return answers.includes("affected") ? "affected" : "not-affected";
}
var ALSO_IN = /* @__PURE__ */ new Map([["GIT", ["OSS-Fuzz"]]]);
var NOTHING = [];
function createFolderSource({ diagnostics, ...places }) {
  const asked = /* @__PURE__ */ new Map();
  let isSaid = false;
  const options = {
    ...places,
    cacheFailed(error) {
      if (isSaid) return;
      isSaid = true;
      diagnostics.log("warn", "the cache of advisories cannot be used: indexes are made for this run alone", {
        folder: places.indexFolder,
        error: (0, import_cli4.messageOf)(error)
      });
    }
  };
  return async (queries) => {
    const matches = queries.map(() => NOTHING);
    for (const [ecosystem, numbers] of byEcosystem(queries)) {
      for (const archive of [ecosystem, ...ALSO_IN.get(ecosystem) ?? []]) {
        const key = `${ecosystem}
${archive}`;
        const one = asked.get(key) ?? { archive, ecosystem, undecided: /* @__PURE__ */ new Map() };
        asked.set(key, one);
        if (one.broken === void 0) matchArchive(options, one, queries, numbers, matches);
      }
    }
    return { matches, ...told(asked) };
  };
}
function told(asked) {
  const ordered = [...asked.values()].sort((a, b) => compare(a.ecosystem, b.ecosystem));
  return {
    gaps: ordered.flatMap(({ ecosystem, broken, undecided }) => [
      ...undecided.size > 0 ? [describeUndecided(ecosystem, [...undecided.values()])] : [],
      ...broken === void 0 ? [] : [`${ecosystem}: ${broken}`]
    ]),
    sources: ordered.flatMap(({ source }) => source ?? [])
  };
}
function compare(a, b) {
  return a === b ? 0 : a < b ? -1 : 1;
}
var OPTIONAL = /* @__PURE__ */ new Set(["GIT", "GitHub Actions", "Docker"]);
function isOptional(ecosystem) {
  return OPTIONAL.has(ecosystem);
}
function byEcosystem(queries) {
  const groups = /* @__PURE__ */ new Map();
  for (const [number, query] of queries.entries()) {
    const ecosystem = (0, import_chunk_C3CB3CD92.ecosystemBase)(query.ecosystem);
    const group = groups.get(ecosystem);
    if (group) group.push(number);
    else groups.set(ecosystem, [number]);
  }
  return groups;
}
function matchArchive(options, asked, queries, numbers, matches) {
  const { archive, ecosystem } = asked;
  try {
    const { found, source } = askArchive(options, asked, queries, numbers);
    asked.source = source;
    for (const { number, advisories, undecided } of found) {
      const query = queries[number];
      matches[number] = [...matches[number], ...advisories];
      if (undecided) asked.undecided.set(`${query.ecosystem}
${query.name}
${query.version}`, query);
    }
  } catch (error) {
    if ((archive !== ecosystem || isOptional(ecosystem)) && isMissing(error)) return;
    asked.broken = reasonOf(error, options.folder, archive);
  }
}
function askArchive(options, asked, queries, numbers) {
  const { archive, ecosystem } = asked;
  if (!/^[A-Za-z0-9][A-Za-z0-9 ._-]*$/.test(archive)) throw unknownEcosystem(archive);
  const path = (0, import_node_path2.join)(options.folder, archive, "all.zip");
  asked.digest ??= digestOf(path);
  const { digest } = asked;
  const byKey = groupByKey(queries, numbers);
  return withStore(options, asked, { path, ecosystem, digest }, (store) => ({
    found: matchStore(store, byKey, queries),
    source: { source: `${archive}/all.zip`, digest: `sha256:${digest}`, asOf: store.asOf }
  }));
}
function digestOf(path) {
  const piece = Buffer.alloc(PIECE_BYTES);
  const hash = (0, import_cli2.createSha256)();
  const file = (0, import_node_fs.openSync)(path, "r");
  try {
    for (let read = (0, import_node_fs.readSync)(file, piece); read > 0; read = (0, import_node_fs.readSync)(file, piece)) {
      hash.update(piece.subarray(0, read));
    }
  } finally {
    (0, import_node_fs.closeSync)(file);
  }
  return hash.digest("hex");
}
var PIECE_BYTES = 64 * 1024;
function withStore({ indexFolder, cacheFailed }, asked, { path, ecosystem, digest }, use) {
  const readBytes = () => readArchiveBytes(path, digest);
  if (asked.scratch === void 0 && indexFolder !== void 0) {
    const place = { folder: indexFolder, ecosystem, digest };
    try {
      return usingStore(openIndex(place, readBytes), use);
    } catch (error) {
      if (error instanceof import_cli4.SallyportError) throw error;
    }
    try {
      dropIndex(place);
      return usingStore(openIndex(place, readBytes), use);
    } catch (error) {
      if (error instanceof import_cli4.SallyportError) throw error;
      cacheFailed(error);
    }
  }
  asked.scratch ??= createScratchIndex(readBytes(), ecosystem);
  return use(asked.scratch);
}
function readArchiveBytes(path, digest) {
  const bytes = (0, import_node_fs.readFileSync)(path);
  if ((0, import_cli2.sha256Hex)(bytes) === digest) return bytes;
  throw new import_cli4.SallyportError("ADVISORIES_INVALID", {
    message: "the archive was replaced while it was read",
    help: "run it again"
  });
}
function usingStore(store, use) {
  try {
    return use(store);
  } finally {
    store.close();
  }
}
function describeUndecided(ecosystem, queries) {
  const some = queries.slice(0, 5).map(({ name, version }) => `${name}@${version}`);
  const more = queries.length > 5 ? ` and ${queries.length - 5} more` : "";
  return `${ecosystem}: versions that have no place in the ecosystem's order: ${some.join(", ")}${more}`;
}
function unknownEcosystem(name) {
  return new import_cli4.SallyportError("ADVISORIES_INVALID", {
    message: `${JSON.stringify(name.slice(0, 60))} names no ecosystem`
  });
}
function isMissing(error) {
  return (0, import_cli4.hasSystemCode)(error, "ENOENT", "ENOTDIR");
}
function reasonOf(error, folder, archive) {
  if (isMissing(error)) return `there is no ${archive}/all.zip in the advisories folder`;
  return (0, import_cli4.messageOf)(error).replaceAll(folder, "<advisories>");
}
function createRecordCache(folder, diagnostics) {
  let isWritable = true;
  const pathOf = (id, modified) => (0, import_node_path4.join)(folder, `${(0, import_cli2.sha256Hex)(`${id}
${modified}`)}.json`);
  return {
    read(id, modified) {
      if (modified === "") return void 0;
      try {
        const kept = JSON.parse((0, import_node_fs3.readFileSync)(pathOf(id, modified), "utf8"));
        return kept.id === id ? kept : void 0;
      } catch {
        return void 0;
      }
    },
    write(id, modified, advisory) {
      if (modified === "" || !isWritable) return;
      try {
        writeAtomically(folder, pathOf(id, modified), JSON.stringify(advisory));
      } catch (error) {
        isWritable = false;
        diagnostics.log(
          "warn",
          "the cache of advisories cannot be written: the next run asks for them again",
          {
            folder,
            error: (0, import_cli4.messageOf)(error)
          }
        );
      }
    }
  };
}
function writeAtomically(folder, path, text) {
  (0, import_node_fs3.mkdirSync)(folder, { recursive: true, mode: 448 });
  const workshop = (0, import_node_fs3.mkdtempSync)((0, import_node_path4.join)(folder, "write-"));
  try {
    const draft = (0, import_node_path4.join)(workshop, "record");
    (0, import_node_fs3.writeFileSync)(draft, text);
    (0, import_node_fs3.renameSync)(draft, path);
  } finally {
    (0, import_node_fs3.rmSync)(workshop, { recursive: true, force: true });
  }
}
function createMatcher(input, settings) {
  const { ask, batch } = chooseSource(input, settings);
  let told2 = { gaps: [], sources: [] };
  return {
    batch,
    async match(readings) {
      const affected = /* @__PURE__ */ new Map();
      for (const queries of queriesOf(readings, settings, batch)) {
        const { matches, gaps, sources } = await ask([...queries.values()]);
        told2 = { gaps, sources };
        for (const [position, key] of [...queries.keys()].entries()) {
          if (matches[position].length > 0) affected.set(key, matches[position]);
        }
      }
      return advisoriesIn(affected, settings);
    },
    gaps: () => [...told2.gaps, ...tooOld(input, settings, told2.sources)],
    sources: () => told2.sources
  };
}
function advisoriesIn(affected, settings) {
  return (one) => {
    const query = affected.size === 0 ? void 0 : queryOf(one, settings);
    return (query && affected.get(keyOf3(query))) ?? NO_ADVISORIES;
  };
}
function* queriesOf(readings, settings, most) {
  let queries = /* @__PURE__ */ new Map();
  for (const { packages } of readings) {
    for (const one of packages) {
      const query = queryOf(one, settings);
      if (query) queries.set(keyOf3(query), query);
      if (queries.size < most) continue;
      yield queries;
      queries = /* @__PURE__ */ new Map();
    }
  }
  if (queries.size > 0) yield queries;
}
function keyOf3({ ecosystem, name, version }) {
  return `${ecosystem}
${name}
${version}`;
}
function queryOf(one, settings) {
  const { ecosystem, name, version, source } = one;
  const isPrivate = (url2) => settings.privateRegistries.some((registry) => isFromRegistry(url2, registry));
  if (source.kind === "git") {
    if (isPrivate(source.url)) return void 0;
    const isCommit = source.commit !== null && /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/.test(source.commit);
    return isCommit ? { ecosystem: "GIT", name: source.url, version: source.commit } : void 0;
  }
  const url = publishedAt(one);
  if (version === "" || ecosystem === "" || url === void 0) return void 0;
  if (url !== null && isPrivate(url)) return void 0;
  const isScoped = settings.privateScopes.some(
    (scope) => name.startsWith(scope.endsWith("/") ? scope : `${scope}/`)
  );
  return isScoped ? void 0 : { ecosystem, name, version };
}
function publishedAt({ ecosystem, name, version, source }) {
  if (source.kind === "registry") return source.url;
  const isPublished = source.kind === "url" && ecosystem === "npm" && (0, import_chunk_FC7227283.publishedName)(source.url, version) === name;
  return isPublished ? source.url : void 0;
}
var NO_ADVISORIES = [];
var INDEXED_BATCH = 250;
var EVERYTHING = Number.POSITIVE_INFINITY;
function chooseSource(input, settings) {
  const { ports, diagnostics } = input;
  const { advisories, cache, http } = ports;
  if (advisories) {
    const indexes = cache && { indexFolder: (0, import_node_path.join)(cache.folder, "indexes") };
    const ask = createFolderSource({ folder: advisories.folder, ...indexes, diagnostics });
    return { ask, batch: INDEXED_BATCH };
  }
  if (input.offline || !http) return { ask: noSource(input.offline), batch: EVERYTHING };
  const recordCache = cache && { cache: createRecordCache((0, import_node_path.join)(cache.folder, "records"), diagnostics) };
  const api = { http, url: settings.apiUrl, signal: input.signal, seed: String(input.now), ...recordCache };
  return { ask: createApiSource(api), batch: EVERYTHING };
}
function noSource(offline) {
  const why = offline ? "the network is forbidden" : "there is no network";
  const gaps = [`no advisories folder was given, and ${why}`];
  return async (queries) => ({ matches: queries.map(() => NO_ADVISORIES), gaps, sources: [] });
}
function tooOld(input, { maxAgeMs }, sources) {
  if (maxAgeMs === void 0) return [];
  const oldest = input.now - maxAgeMs;
  return sources.filter(({ asOf }) => asOf === null || !(Date.parse(asOf) >= oldest)).map(({ source, asOf }) => {
    const limit = (0, import_cli.formatTimestamp)(oldest);
    return `${source} is as of ${asOf ?? "an unknown date"}, policy wants ${limit} or later`;
  });
}
function readBunfig(text) {
  const install = (0, import_chunk_AAE3F7D82.memberOf)((0, import_chunk_FC7227283.readToml)(text).root, "install");
  const prefixes = /* @__PURE__ */ new Map();
  for (const [scope, node] of (0, import_chunk_AAE3F7D82.membersOf)((0, import_chunk_AAE3F7D82.memberOf)(install, "scopes"))) {
    const address = addressOf(node);
    if (address !== void 0) prefixes.set(`@${scope.replace(/^@/, "")}/`, address);
  }
  return { prefixes, fallback: addressOf((0, import_chunk_AAE3F7D82.memberOf)(install, "registry")) };
}
function addressOf(node) {
  return (0, import_chunk_FC7227283.plainAddress)(typeof node?.value === "string" ? node.value : (0, import_chunk_AAE3F7D82.textOf)(node, "url"));
}
var CENTRAL = "central";
var NOTHING2 = { prefixes: /* @__PURE__ */ new Map(), fallback: void 0 };
function readMavenSettings(text) {
  const { root } = (0, import_chunk_AAE3F7D82.readXmlTree)(text);
  if (root?.name !== "settings") return NOTHING2;
  const repositories = /* @__PURE__ */ new Map([[CENTRAL, void 0]]);
  for (const repository of activeProfiles(root).flatMap(
    (one) => itemsOf(one, "repositories", "repository")
  )) {
    repositories.set((0, import_chunk_AAE3F7D82.childText)(repository, "id") ?? "", (0, import_chunk_AAE3F7D82.childText)(repository, "url"));
  }
  const mirrors = itemsOf(root, "mirrors", "mirror");
  const addresses = new Set([...repositories].map(([id, url]) => addressOf2(id, url, mirrors)));
  const [only] = addresses;
  return addresses.size === 1 && only !== void 0 ? { ...NOTHING2, fallback: only } : NOTHING2;
}
function itemsOf(holder, list, item) {
  return (0, import_chunk_AAE3F7D82.childrenOf)((0, import_chunk_AAE3F7D82.childOf)(holder, list), item).filter(({ isWhole }) => isWhole);
}
function activeProfiles(settings) {
  const named = new Set(itemsOf(settings, "activeProfiles", "activeProfile").map(({ text }) => text));
  return itemsOf(settings, "profiles", "profile").filter(
    (profile) => named.has((0, import_chunk_AAE3F7D82.childText)(profile, "id") ?? "") || (0, import_chunk_AAE3F7D82.childText)((0, import_chunk_AAE3F7D82.childOf)(profile, "activation"), "activeByDefault") === "true"
  );
}
function addressOf2(id, url, mirrors) {
  const isRemoteHttp = url?.startsWith("http:") === true;
  const mirror = mirrors.find((one) => isMirrorOf((0, import_chunk_AAE3F7D82.childText)(one, "mirrorOf") ?? "", id, isRemoteHttp));
  return (0, import_chunk_FC7227283.plainAddress)(mirror ? (0, import_chunk_AAE3F7D82.childText)(mirror, "url") : url);
}
function isMirrorOf(patterns, id, isRemoteHttp) {
  const all = patterns.split(",").map((pattern) => pattern.trim());
  if (all.includes(`!${id}`)) return false;
  return all.includes(id) || all.includes("*") || all.includes("external:*") || isRemoteHttp && all.includes("external:http:*");
}
function readNpmrc(text) {
  const prefixes = /* @__PURE__ */ new Map();
  let fallback;
  for (const { text: line } of (0, import_chunk_AAE3F7D8.eachLine)(text)) {
    const [, scope, value] = /^\s*(?:(@[^:\s]+):)?registry\s*=\s*(.+)$/.exec(line) ?? [];
    const address = (0, import_chunk_FC7227283.plainAddress)(value?.replace(/^(["'])(.*)\1\s*$/, "$2"));
    if (address === void 0) continue;
    if (scope === void 0) fallback = address;
    else prefixes.set(`${scope}/`, address);
  }
  return { prefixes, fallback };
}
function readNugetConfig(text) {
  const { root } = (0, import_chunk_AAE3F7D82.readXmlTree)(text);
  const list = (0, import_chunk_AAE3F7D82.childOf)(root, "packageSources");
  const sources = /* @__PURE__ */ new Map();
  for (const { attributes } of (0, import_chunk_AAE3F7D82.childrenOf)(list, "add")) {
    const address = (0, import_chunk_FC7227283.plainAddress)(attributes.get("value"));
    if (address !== void 0) sources.set(attributes.get("key") ?? "", address);
  }
  const isAlone = (0, import_chunk_AAE3F7D82.childOf)(list, "clear") !== void 0 && (0, import_chunk_AAE3F7D82.childrenOf)(list, "add").length === 1;
  const only = isAlone ? [...sources.values()][0] : void 0;
  return readMapping((0, import_chunk_AAE3F7D82.childOf)(root, "packageSourceMapping"), sources, only);
}
function readMapping(mapping, sources, only) {
  const prefixes = /* @__PURE__ */ new Map();
  const shared = /* @__PURE__ */ new Set();
  let fallback = only;
  for (const source of (0, import_chunk_AAE3F7D82.childrenOf)(mapping, "packageSource")) {
    const address = sources.get(source.attributes.get("key") ?? "");
    for (const { attributes } of (0, import_chunk_AAE3F7D82.childrenOf)(source, "package")) {
      const pattern = (attributes.get("pattern") ?? "").toLowerCase();
      const prefix = pattern.endsWith("*") ? pattern.slice(0, -1) : `${pattern}${import_chunk_FC7227283.EXACT}`;
      if (address === void 0 || prefixes.has(prefix)) shared.add(prefix);
      else if (prefix === "") fallback = address;
      else prefixes.set(prefix, address);
    }
  }
  for (const prefix of shared) prefixes.delete(prefix);
  return { prefixes, fallback };
}
function readPipConf(text) {
  let section = "";
  let fallback;
  for (const { text: line } of (0, import_chunk_AAE3F7D8.eachLine)(text)) {
    section = /^\s*\[([^\]]*)\]/.exec(line)?.[1]?.trim() ?? section;
    const address = (0, import_chunk_FC7227283.plainAddress)(/^\s*index[-_]url\s*[=:]\s*(\S+)\s*$/.exec(line)?.[1]);
    if (address === void 0) continue;
    if (section === "install" || section === "global" && fallback === void 0) fallback = address;
  }
  return { prefixes: /* @__PURE__ */ new Map(), fallback };
}
async function readYarnrc(text) {
  const { root } = await (0, import_chunk_AAE3F7D8.readYaml)(text);
  const prefixes = /* @__PURE__ */ new Map();
  for (const [scope, node] of (0, import_chunk_AAE3F7D82.membersOf)((0, import_chunk_AAE3F7D82.memberOf)(root, "npmScopes"))) {
    const address = (0, import_chunk_FC7227283.plainAddress)((0, import_chunk_AAE3F7D82.textOf)(node, "npmRegistryServer"));
    if (address !== void 0) prefixes.set(`@${scope}/`, address);
  }
  return { prefixes, fallback: (0, import_chunk_FC7227283.plainAddress)((0, import_chunk_AAE3F7D82.textOf)(root, "npmRegistryServer")) };
}
var CONFIGURATIONS = [
  { ecosystem: "npm", names: [".npmrc"], read: readNpmrc },
  { ecosystem: "npm", names: [".yarnrc.yml"], read: readYarnrc },
  { ecosystem: "npm", names: ["bunfig.toml"], read: readBunfig },
  { ecosystem: "PyPI", names: ["pip.conf", "pip.ini"], read: readPipConf },
  { ecosystem: "Maven", names: [".mvn/settings.xml"], read: readMavenSettings },
  { ecosystem: "NuGet", names: ["NuGet.config", "nuget.config", "NuGet.Config"], read: readNugetConfig }
];
var ENDS = CONFIGURATIONS.flatMap(({ names }) => names.map((name) => `/${name}`));
function isRegistryConfiguration(path) {
  const place = `/${path}`;
  return ENDS.some((end) => place.endsWith(end));
}
function configuredRegistries(siblings) {
  const known = /* @__PURE__ */ new Map();
  const readOnce = (path, read) => {
    const reading = known.get(path) ?? siblings.read(path).then((file) => file && read(file.text));
    known.set(path, reading);
    return reading;
  };
  return async (reading) => {
    const choices = await choicesFor(reading, readOnce);
    return choices.length === 0 ? reading : withChoices(reading, choices);
  };
}
async function choicesFor({ path, packages }, readOnce) {
  const ecosystem = openEcosystem(packages);
  const choices = [];
  for (const folder of foldersAbove(path)) {
    for (const configuration of CONFIGURATIONS) {
      if (configuration.ecosystem !== ecosystem) continue;
      for (const name of configuration.names) {
        const choice = await readOnce(`${folder}${name}`, configuration.read);
        if (choice) choices.push({ ecosystem, choice });
      }
    }
  }
  return choices;
}
function openEcosystem(packages) {
  for (const one of packages) if (isOpen(one)) return one.ecosystem;
  return void 0;
}
function isOpen({ source }) {
  return source.kind === "registry" && source.url === null;
}
function foldersAbove(path) {
  const folders = [];
  for (let end = path.lastIndexOf("/"); end >= 0; end = path.lastIndexOf("/", end - 1)) {
    folders.push(path.slice(0, end + 1));
    if (end === 0) break;
  }
  return [...folders, ""];
}
function withChoices(reading, choices) {
  const packages = (0, import_chunk_31504B252.mapListing)(reading.packages, (one) => {
    if (!isOpen(one)) return one;
    const name = (0, import_chunk_C3CB3CD9.normalName)(one.ecosystem, one.name);
    for (const { ecosystem, choice } of choices) {
      const url = ecosystem === one.ecosystem ? (0, import_chunk_FC7227283.chosenRegistry)(choice, name) : void 0;
      if (url !== void 0) return { ...one, source: { kind: "registry", url } };
    }
    return one;
  });
  return { ...reading, packages };
}
async function judgeLockfiles(input, inputs, settings) {
  const siblings = (0, import_chunk_FC7227282.createSiblings)(input.files);
  const matcher = createMatcher(input, settings);
  const clear = await clearingBy(inputs.vex);
  const warningsOf = createWarnings(input, inputs, settings, siblings);
  const vulnerabilities = [];
  const warnings = [];
  const fileErrors = [];
  const ecosystems = /* @__PURE__ */ new Set();
  for await (const batch of readBatches(input, siblings, matcher.batch, fileErrors)) {
    for (const reading of batch) addEcosystems(reading, ecosystems);
    await inputs.readAbout(ecosystems);
    const advisoriesOf = await matcher.match(batch);
    for (const reading of batch) {
      for (const one of vulnerabilitiesOf(reading, advisoriesOf, clear)) vulnerabilities.push(one);
      for (const one of await warningsOf(reading)) warnings.push(one);
    }
  }
  const [gaps, sources] = [matcher.gaps(), matcher.sources()];
  return { vulnerabilities, warnings, fileErrors, ecosystems, gaps, sources };
}
async function* readBatches(input, siblings, most, fileErrors) {
  const configure = configuredRegistries(siblings);
  let batch = [];
  let packages = 0;
  for await (const reading of (0, import_chunk_FC7227282.readLockfiles)(input.files, input.signal, fileErrors)) {
    batch.push(await configure(reading));
    packages += reading.packages.length;
    if (packages < most) continue;
    yield batch;
    batch = [];
    packages = 0;
  }
  yield batch;
}
function addEcosystems({ packages }, into) {
  let last = "";
  for (const { ecosystem } of packages) {
    if (ecosystem === last) continue;
    last = ecosystem;
    if (ecosystem !== "") into.add((0, import_chunk_C3CB3CD92.ecosystemBase)(ecosystem));
  }
}
async function clearingBy(statements) {
  if (statements.length === 0) return (vulnerability) => vulnerability;
  const { clear } = await Promise.resolve().then(() => require("./clearance-TK6HDWZ4.cjs").clearance_TK6HDWZ4);
  return (vulnerability, installed) => clear(vulnerability, installed, statements);
}
function vulnerabilitiesOf(reading, advisoriesOf, clear) {
  const paths = (0, import_chunk_31504B25.findPaths)(reading.packages, reading.edges);
  const isAffected = (one) => advisoriesOf(one).length > 0;
  return groupInstalled(reading.packages, isAffected).flatMap((installed) => {
    const advisories = advisoriesOf(installed.first);
    if (advisories.length === 0) return [];
    return (0, import_chunk_Y3UZJFZ6.vulnerabilityFindings)(reading, installed, advisories, paths).map((one) => clear(one, installed));
  });
}
function createWarnings({ files, now }, inputs, settings, siblings) {
  const paths = files.map(({ path }) => path);
  const installed = createInstalledLicences(paths, siblings);
  return async (reading) => {
    const packageOf = describePackages(reading);
    const findings2 = [
      ...warningFindings(reading, settings, packageOf),
      ...nameWarnings(reading, inputs.popular, packageOf)
    ];
    if (settings.coolDownMs !== void 0) {
      findings2.push(...ageWarnings(reading, inputs.published, now, settings.coolDownMs, packageOf));
    }
    if (settings.licences) {
      const { licenceFindings } = await Promise.resolve().then(() => require("./findings-43F69531.cjs").findings_Y2LQVL3U);
      findings2.push(...await licenceFindings(reading, settings.licences, installed, packageOf));
    }
    return findings2;
  };
}
var DEFAULT_SETTINGS = {
  privateRegistries: [],
  privateScopes: [],
  allowedRegistries: void 0,
  apiUrl: import_chunk_31504B253.sources_default.api,
  maxAgeMs: void 0,
  coolDownMs: void 0,
  installScripts: [],
  licences: void 0,
  raise: { knownExploited: void 0, epss: void 0 },
  vex: []
};
async function readSettings(section) {
  if (section === void 0) return DEFAULT_SETTINGS;
  const { decodeSettings } = await Promise.resolve().then(() => require("./settings-schema-BUMYWESY.cjs").settings_schema_BUMYWESY);
  return decodeSettings(section);
}
function skippedRules(ecosystems, inputs, settings) {
  const lacking = (given) => [...ecosystems].filter((ecosystem) => !given.has(ecosystem)).sort();
  const skipped = [];
  const unnamed = lacking(inputs.popular);
  if (unnamed.length > 0) {
    const reason = `no list of popular names was given for ${unnamed.join(", ")}`;
    skipped.push({ rule: "name-near-popular", reason });
  }
  const undated = lacking(inputs.published);
  if (settings.coolDownMs === void 0) {
    skipped.push({ rule: "younger-than-cool-down", reason: "policy asks for no cool-down" });
  } else if (undated.length > 0) {
    const reason = `no publish dates were given for ${undated.join(", ")}`;
    skipped.push({ rule: "younger-than-cool-down", reason });
  }
  if (!settings.licences) skipped.push({ rule: "licence-not-allowed", reason: "policy names no licences" });
  return skipped;
}
function missingInputs({ kev, epss }, { raise }) {
  return [
    ...raise.knownExploited && !kev ? ["policy raises by known-exploited, and there is no kev.json"] : [],
    ...raise.epss && !epss ? ["policy raises by epss, and there is no epss.csv"] : []
  ];
}
var dependenciesScanner = {
  id: "dependencies",
  title: "Dependencies",
  needs: ["http", "cache", "advisories"],
  wants: (path) => (0, import_chunk_FC7227282.isWanted)(path) || isVexPath(path) || isInstalledMetadata(path) || isRegistryConfiguration(path),
  scan
};
function isVexPath(path) {
  return /vex[^/]*\.json$/i.test(path);
}
async function scan(input) {
  const settings = await readSettings(input.settings);
  if (!input.files.some((file) => (0, import_chunk_FC7227283.formatOfPath)(file.path))) return nothingToRead();
  const inputs = await readScanInputs(input.ports.advisories?.folder, settings.vex, input.files);
  const judged = await judgeLockfiles(input, inputs, settings);
  const { vulnerabilities, gaps } = applyExploitation(judged.vulnerabilities, inputs, settings);
  const skipped = skippedRules(judged.ecosystems, inputs, settings);
  sayAloud(input, skipped);
  const upgrades = groupByUpgrade(vulnerabilities);
  const facts = { upgrades, skippedRules: skipped, inputs: inputs.sources };
  const missed = [...judged.gaps, ...inputs.gaps, ...gaps, ...missingInputs(inputs, settings)];
  return {
    findings: [...vulnerabilities.map(({ finding }) => finding), ...judged.warnings],
    fileErrors: judged.fileErrors,
    advisories: judged.sources,
    remedies: upgrades.filter(({ ends }) => ends > 1).map(({ text }) => text),
    facts,
    ...missed.length === 0 ? {} : { incomplete: missed.join("; ") }
  };
}
function nothingToRead() {
  return { findings: [], fileErrors: [], skipped: "there is no lockfile" };
}
function applyExploitation(found, inputs, { raise }) {
  let known;
  try {
    known = readExploitation(cvesOf(found), inputs);
  } catch (error) {
    return { vulnerabilities: found, gaps: [(0, import_cli4.messageOf)(error)] };
  }
  if (known.size === 0) return { vulnerabilities: found, gaps: [] };
  return { vulnerabilities: found.map((one) => withExploitation(one, known, raise)), gaps: [] };
}
function sayAloud(input, skipped) {
  for (const { rule, reason } of skipped) {
    input.diagnostics.log("info", "rule skipped", { scanner: "dependencies", rule, reason });
  }
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  scanner_PZA6JXYA
});
