const __bundleUrl = new URL('cli.js', import.meta.url.replace(/chunks\/[^/]+$/, '')).href
const require = process.getBuiltinModule('node:module').createRequire(__bundleUrl)
import {
  affectedByKey,
  decodeAdvisory,
  decodeArchive
} from "./chunk-PCOZ7VVI.js";
import {
  createSiblings,
  isWanted,
  readInventory
} from "./chunk-2RKYVOOL.js";
import {
  EXACT,
  chosenRegistry,
  decodeLockfile,
  formatOfPath,
  metadataFields,
  metadataLicence,
  plainAddress,
  readGemSpecification,
  readToml
} from "./chunk-FXH5C5QI.js";
import "./chunk-E4MDKNTU.js";
import {
  decode
} from "./chunk-USSEVVQ4.js";
import {
  _enum,
  array,
  number,
  object,
  record,
  strictObject,
  string,
  url
} from "./chunk-SKPPTWLY.js";
import {
  formatTimestamp,
  parseDuration
} from "./chunk-NNHBBYKH.js";
import {
  eachLine,
  readYaml
} from "./chunk-HFGP7RTV.js";
import "./chunk-VH5K662Z.js";
import "./chunk-EQ5RKL3W.js";
import {
  childOf,
  childText,
  childrenOf,
  memberOf,
  membersOf,
  readXmlTree,
  textOf
} from "./chunk-U7VH5E4K.js";
import {
  CLEARED_RULE,
  evaluate,
  evaluateCommit,
  vulnerabilityFindings
} from "./chunk-FUPIIDRL.js";
import {
  sources_default
} from "./chunk-FQAAAICP.js";
import "./chunk-2XAN223N.js";
import {
  SEVERITIES
} from "./chunk-U2LD343G.js";
import {
  invalidInput,
  parseInput,
  readInput,
  readInputs
} from "./chunk-2GU6MN6W.js";
import {
  normalName,
  packageKey,
  sameEcosystem
} from "./chunk-JVA5PSN3.js";
import {
  compareVersions,
  ecosystemBase,
  orderingOf
} from "./chunk-KVLHJTJD.js";
import {
  createSha256,
  sha256Hex
} from "./chunk-MGJ2JUMM.js";
import {
  encodeUtf8
} from "./chunk-VOIAD42L.js";
import {
  SallyportError,
  hasSystemCode,
  messageOf
} from "./chunk-XELNXD6A.js";
import {
  findPaths,
  labelOf,
  shortestPaths
} from "./chunk-MD63IQPA.js";
import "./chunk-YFGQM3LP.js";
import "./chunk-BRIVT672.js";

// scanners/dependencies/findings/age-warnings.ts
function ageWarnings(reading, published2, now, coolDownMs, packageOf) {
  const findings2 = [];
  const seen = /* @__PURE__ */ new Set();
  for (const one of reading.packages) {
    const label = labelOf(one);
    const date = published2.get(ecosystemBase(one.ecosystem))?.(one.name, one.version);
    if (one.source.kind !== "registry" || date === void 0 || date <= now - coolDownMs) continue;
    if (seen.has(label)) continue;
    seen.add(label);
    findings2.push({
      rule: "younger-than-cool-down",
      severity: "medium",
      confidence: "high",
      title: `${label} is younger than the cool-down`,
      message: `${label} was published at ${formatTimestamp(date)}; policy wants versions of at least ${Math.round(coolDownMs / 36e5)} hours. Take an older one, or wait.`,
      path: reading.path,
      line: one.line,
      column: one.column ?? 1,
      endLine: one.endLine,
      package: packageOf(one),
      advisory: null,
      identity: ["young", one.ecosystem, one.name, one.version]
    });
  }
  return findings2;
}

// scanners/dependencies/findings/exploitation.ts
function cvesOf(vulnerabilities) {
  return new Set(
    vulnerabilities.flatMap(({ finding }) => idsOf(finding)).filter((id) => id.startsWith("CVE-"))
  );
}
function withExploitation(vulnerability, known, raise2) {
  const about = idsOf(vulnerability.finding).map((id) => known.get(id)).filter((one) => one !== void 0);
  if (about.length === 0 || vulnerability.finding.rule === CLEARED_RULE) return vulnerability;
  const exploitation = {
    knownSince: about.find((one) => one.knownSince !== null)?.knownSince ?? null,
    probability: about.reduce((most, { probability }) => larger(most, probability), null)
  };
  const { finding } = vulnerability;
  const message = `${finding.message}
${describe(exploitation)}`;
  const severity2 = raised(finding.severity, exploitation, raise2);
  const advisory = finding.advisory && { ...finding.advisory, exploitation };
  return { ...vulnerability, exploitation, finding: { ...finding, message, severity: severity2, advisory } };
}
function describe({ knownSince, probability }) {
  const percent = probability === null ? "" : `${(probability * 100).toFixed(1)} %`;
  return [
    ...knownSince === null ? [] : [`Attackers use it: CISA lists it since ${knownSince}.`],
    ...percent === "" ? [] : [`The probability of its use in the next 30 days is ${percent} (EPSS).`]
  ].join(" ");
}
function raised(severity2, known, raise2) {
  const wanted = [severity2];
  if (known.knownSince !== null && raise2.knownExploited) wanted.push(raise2.knownExploited);
  if (raise2.epss && known.probability !== null && known.probability >= raise2.epss.atLeast) {
    wanted.push(raise2.epss.to);
  }
  return SEVERITIES.find((one) => wanted.includes(one)) ?? severity2;
}
function larger(a, b) {
  return a === null || b !== null && b > a ? b : a;
}
function idsOf({ advisory }) {
  return advisory ? [advisory.id, ...advisory.aliases] : [];
}

// scanners/dependencies/findings/finding-package.ts
function describePackages({ packages, edges }) {
  const paths = findPaths(packages, edges);
  let positions;
  const positionOf = (one) => {
    positions ??= new Map(packages.map((other, index) => [other, index]));
    return positions.get(one);
  };
  return (one) => ({
    ecosystem: one.ecosystem,
    name: one.name,
    version: one.version,
    direct: one.direct,
    scope: one.scope,
    paths: shortestPaths(packages, [positionOf(one)], paths),
    fix: null
  });
}

// scanners/dependencies/findings/installed.ts
function groupInstalled(packages) {
  const groups = /* @__PURE__ */ new Map();
  for (const [index, one] of packages.entries()) {
    const key = `${one.ecosystem}
${one.name}
${one.version}
${one.source.kind}`;
    const group = groups.get(key);
    if (group) group.push(index);
    else groups.set(key, [index]);
  }
  return [...groups.values()].map((indices) => {
    const members = indices.map((index) => packages[index]);
    return { first: members[0], indices, direct: directOf(members), scope: scopeOf(members) };
  });
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

// scanners/dependencies/findings/name-warnings.ts
var SHORTEST = 5;
function nameWarnings(reading, popular2, packageOf) {
  if (popular2.size === 0) return [];
  const findings2 = [];
  const held = new Set(reading.packages.map(({ ecosystem, name }) => `${ecosystem}
${name}`));
  const seen = /* @__PURE__ */ new Set();
  const near = new Map([...popular2].map(([ecosystem, names]) => [ecosystem, indexNames(names)]));
  for (const one of reading.packages) {
    const ecosystem = ecosystemBase(one.ecosystem);
    const names = popular2.get(ecosystem);
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
      message: `${labelOf(one)} is not among the popular names, and ${like} is. If ${like} was meant, replace it, and rotate what the machine held that installed it.`,
      path: reading.path,
      line: one.line,
      column: one.column ?? 1,
      endLine: one.endLine,
      package: packageOf(one),
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

// scanners/dependencies/findings/upgrades.ts
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
  const ordering = orderingOf(ecosystem);
  if (a === null || b === null || !ordering) return a;
  return (compareVersions(ordering, a, b) ?? 0) >= 0 ? a : b;
}
function byUrgency(a, b) {
  return Number(b.exploited) - Number(a.exploited) || (b.probability ?? 0) - (a.probability ?? 0) || b.ends - a.ends || order(a.name, b.name);
}
function order(a, b) {
  return a === b ? 0 : a < b ? -1 : 1;
}

// scanners/dependencies/registry.ts
function isFromRegistry(address, registry) {
  if (!registry.includes("://")) {
    const url2 = URL.parse(address);
    return url2 !== null && (url2.host === registry.toLowerCase() || url2.hostname === registry.toLowerCase());
  }
  return `${address}/`.startsWith(registry.endsWith("/") ? registry : `${registry}/`);
}

// scanners/dependencies/findings/warnings.ts
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
function withoutIntegrity({ packages, ...reading }, packageOf) {
  const missing = packages.filter((one) => one.integrity === false);
  const isOneCause = missing.length > MOST_WITHOUT_INTEGRITY;
  const told = isOneCause ? missing.slice(0, 1) : onePerName(missing);
  return told.map((one) => ({
    ...warning(reading, one, {
      rule: "dependency-without-integrity",
      severity: "low",
      title: isOneCause ? `${missing.length} packages without a checksum` : `${labelOf(one)} without a checksum`,
      message: `The lockfile records no checksum for ${isOneCause ? listOf2(missing) : labelOf(one)}: another file under the same version would be installed unnoticed. Let the package manager write the lockfile anew.`,
      identity: isOneCause ? ["integrity"] : ["integrity", one.ecosystem, one.name]
    }),
    package: isOneCause ? null : packageOf(one)
  }));
}
function fromOtherRegistries(reading, allowed, packageOf) {
  if (!allowed) return [];
  const told = /* @__PURE__ */ new Set();
  return reading.packages.flatMap((one) => {
    const url2 = one.source.kind === "registry" || one.source.kind === "url" ? one.source.url : null;
    if (url2 === null || allowed.some((registry) => isFromRegistry(url2, registry))) return [];
    const identity = ["registry", url2, one.ecosystem, one.name];
    if (told.size === told.add(identity.join("\n")).size) return [];
    const text = {
      rule: "registry-not-allowed",
      severity: "high",
      title: `${labelOf(one)} is from ${url2}, which policy does not allow`,
      message: `${labelOf(one)} is from ${url2}; allowed are ${allowed.join(", ") || "none"}. Point the package manager to an allowed registry and write the lockfile anew.`,
      identity
    };
    return [{ ...warning(reading, one, text), package: packageOf(one) }];
  });
}
function askingOtherRegistries(reading, allowed) {
  const asked = allowed ? reading.registries ?? [] : [];
  return asked.flatMap(({ url: url2, line, endLine }) => {
    if (allowed.some((registry) => isFromRegistry(url2, registry))) return [];
    return [
      {
        ...bare(reading, line, endLine, 1),
        rule: "registry-not-allowed",
        severity: "high",
        title: `packages may come from ${url2}, which policy does not allow`,
        message: `The package manager is told to ask ${url2} besides the default; allowed are ${allowed.join(", ") || "none"}. Remove it, or let a registry that is allowed stand in for it.`,
        identity: ["registry", url2]
      }
    ];
  });
}
function withInstallScripts(reading, allowed, packageOf) {
  const running = reading.packages.filter(
    (one) => one.hasInstallScript === true && one.source.kind !== "workspace" && !allowed.includes(one.name)
  );
  return onePerName(running).map((one) => ({
    ...warning(reading, one, {
      rule: "install-script",
      severity: "low",
      title: `${labelOf(one)} runs a script when it is installed`,
      message: `${labelOf(one)} runs code of its own on every machine that installs it. Install without scripts, or name it in the setting install-scripts.`,
      identity: ["install-script", one.ecosystem, one.name]
    }),
    package: packageOf(one)
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
  for (const one of packages) {
    const key = `${one.ecosystem}
${one.name}`;
    if (!first.has(key)) first.set(key, one);
  }
  return [...first.values()];
}
function listOf2(packages) {
  const some = packages.slice(0, 5).map(labelOf).join(", ");
  return packages.length > 5 ? `${some} and ${packages.length - 5} more` : some;
}

// scanners/dependencies/inputs/exploitation.ts
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
  const entries = parseInput(file)?.vulnerabilities;
  if (!Array.isArray(entries)) throw invalidInput(file.name, 'it has no list "vulnerabilities"');
  const since = /* @__PURE__ */ new Map();
  for (const entry of entries) {
    if (typeof entry?.cveID !== "string") throw invalidInput(file.name, 'an entry has no "cveID"');
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
        throw invalidInput(file.name, 'its header is not "cve,epss,percentile"');
      isPastHeader = true;
      continue;
    }
    const comma = line.indexOf(",");
    const id = line.slice(0, comma);
    if (!ids.has(id)) continue;
    const probability = Number(line.slice(comma + 1).split(",")[0]);
    if (!(probability >= 0 && probability <= 1)) throw invalidInput(file.name, `${id} has no probability`);
    probabilities.set(id, probability);
  }
  if (!isPastHeader) throw invalidInput(file.name, "it has no header");
  return probabilities;
}

// scanners/dependencies/inputs/package-facts.ts
var popular = object({ source: string(), date: string(), names: array(string()) });
var published = object({
  source: string(),
  date: string(),
  /** Name \u2192 version \u2192 RFC 3339. */
  packages: record(string(), record(string(), string()))
});
function readPopularNames(file) {
  return new Set(read(popular, file).names);
}
function readPublishDates(file) {
  const { packages } = read(published, file);
  return (name, version) => {
    const versions = Object.hasOwn(packages, name) ? packages[name] : void 0;
    const date = versions && Object.hasOwn(versions, version) ? Date.parse(versions[version]) : Number.NaN;
    return Number.isNaN(date) ? void 0 : date;
  };
}
function read(schema2, file) {
  const result = schema2.safeParse(parseInput(file));
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  throw invalidInput(file.name, `${issue?.path.join(".") || "it"}: ${issue?.message}`);
}

// scanners/dependencies/inputs/scan-inputs.ts
var NO_FOLDER = "\0";
async function readScanInputs(folder = NO_FOLDER, ecosystems, pinned, files) {
  const gaps = [];
  const sources = [];
  const attempt = (read2, otherwise) => {
    try {
      return read2();
    } catch (error) {
      gaps.push(messageOf(error));
      return otherwise;
    }
  };
  const one = (name) => {
    const file = folder === NO_FOLDER ? void 0 : attempt(() => readInput(folder, name), void 0);
    if (file) sources.push({ source: file.name, digest: file.digest });
    return file;
  };
  const each = (kind, read2) => {
    const found = /* @__PURE__ */ new Map();
    for (const ecosystem of [...ecosystems].sort()) {
      const file = /^[A-Za-z0-9][A-Za-z0-9 ._-]*$/.test(ecosystem) && one(`${kind}/${ecosystem}.json`);
      const facts = file ? attempt(() => read2(file), void 0) : void 0;
      if (facts !== void 0) found.set(ecosystem, facts);
    }
    return found;
  };
  const vexFiles = [
    ...folder === NO_FOLDER ? [] : attempt(() => readInputs(folder, "vex"), []),
    ...await readPinned(pinned, files, gaps)
  ];
  for (const { name, digest } of vexFiles) sources.push({ source: name, digest });
  return {
    kev: one("kev.json"),
    epss: one("epss.csv"),
    vex: vexFiles.length === 0 ? [] : await readStatements(vexFiles, gaps),
    popular: each("popular", readPopularNames),
    published: each("published", readPublishDates),
    gaps,
    sources
  };
}
async function readStatements(files, gaps) {
  const { readVex } = await import("./vex-FQWEECA7.js");
  const statements = [];
  for (const file of files) {
    try {
      statements.push(...readVex([file]));
    } catch (error) {
      gaps.push(messageOf(error));
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
      const digest = sha256Hex(bytes);
      if (digest === sha256)
        found.push({ name: path, text: decodeLockfile(bytes), digest: `sha256:${digest}` });
      else gaps.push(`${path} has the digest ${digest}, policy wants ${sha256}`);
    } catch (error) {
      gaps.push(`${path}: ${messageOf(error)}`);
    }
  }
  return found;
}

// scanners/dependencies/licences/places.ts
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
    licenceOf: (text) => joined(readGemSpecification(text)?.licences)
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
function joined(licences2 = []) {
  return licences2.length === 0 ? void 0 : licences2.join(" OR ");
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
  const fields = metadataFields(text);
  const installed = fields.find(({ key }) => key === "version")?.value;
  return installed === version ? metadataLicence(fields) : void 0;
}
function licenceOfCrate(text, version) {
  const crate = memberOf(readToml(text).root, "package");
  return textOf(crate, "version") === version ? textOf(crate, "license")?.replaceAll("/", " OR ") : void 0;
}
function licenceOfNuspec(text, version) {
  const installed = /<version>\s*([^<\s]+)\s*<\/version>/.exec(text)?.[1];
  const licence = /<license\s+type="expression"\s*>\s*([^<]{1,1000}?)\s*<\/license>/.exec(text)?.[1];
  return installed === version ? licence : void 0;
}

// scanners/dependencies/licences/installed.ts
var MAX_COPIES = 50;
function isInstalledMetadata(path) {
  return INSTALLED_PLACES.some((place) => place.nameIn(path) !== void 0);
}
function createInstalledLicences(paths, siblings) {
  let copies;
  return {
    async of(one) {
      copies ??= indexCopies(paths);
      for (const { path, place } of copies.get(keyOf(one.ecosystem, one.name)) ?? []) {
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
      const key = keyOf(place.ecosystem, name);
      const known = copies.get(key);
      if (!known) copies.set(key, [{ path, place }]);
      else if (known.length < MAX_COPIES) known.push({ path, place });
    }
  }
  return copies;
}
function keyOf(ecosystem, name) {
  return `${ecosystem}
${normalName(ecosystem, name)}`;
}

// scanners/dependencies/matching.ts
const { join: join4 } = process.getBuiltinModule("node:path");

// scanners/dependencies/advisories/retry.ts
const { createHash } = process.getBuiltinModule("node:crypto");
const { setTimeout: sleepFor } = process.getBuiltinModule("node:timers/promises");
var FIRST_WAIT_MS = 400;
var LONGEST_WAIT_MS = 1e4;
async function requestWithRetries(options, request) {
  const tries = options.maxTries ?? 4;
  for (let attempt = 1; ; attempt++) {
    const outcome = await tryOnce(options, request);
    if (outcome.kind === "answer") return outcome.body;
    if (!outcome.again || attempt >= tries || options.signal.aborted) {
      throw new SallyportError("HTTP_FAILED", {
        message: `${request.method} ${request.url}: ${outcome.why} (${attempt} of ${tries} tries)`
      });
    }
    const sleep = options.sleep ?? ((ms) => sleepFor(ms, void 0, { signal: options.signal }));
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
    return { kind: "failed", why: messageOf(error), again: true, retryAfterMs: 0 };
  }
}
function waitBefore(attempt, retryAfterMs, seed) {
  const ceiling = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** attempt);
  const share = createHash("sha256").update(seed).digest().readUInt32BE(0) / 4294967296;
  return Math.min(LONGEST_WAIT_MS, Math.max(retryAfterMs, ceiling * (0.5 + share / 2)));
}

// scanners/dependencies/advisories/api-source.ts
var BATCH = 1e3;
var MAX_PAGES = 100;
function createApiSource(options) {
  return async (queries) => {
    const gaps = [];
    const hits = await queryAll(options, queries, gaps);
    const wanted = /* @__PURE__ */ new Map();
    for (const perQuery of hits) for (const [id, modified] of perQuery) wanted.set(id, modified);
    const records = await fetchRecords(options, wanted, gaps);
    const matches = hits.map(
      (perQuery) => [...perQuery.keys()].map((id) => records.get(id)).filter((advisory) => !advisory.withdrawn)
    );
    const listing = [...wanted].sort(([a], [b]) => a < b ? -1 : 1);
    const digest = `sha256:${sha256Hex(JSON.stringify(listing))}`;
    const asOf = listing.map(([, modified]) => modified).reduce((newest, one) => one > newest ? one : newest, "");
    return { matches, gaps, sources: [{ source: options.url, digest, asOf: asOf || null }] };
  };
}
async function queryAll(options, queries, gaps) {
  const hits = queries.map(() => /* @__PURE__ */ new Map());
  let pending = queries.map((_, number2) => ({ number: number2 }));
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
    const body = encodeUtf8(
      JSON.stringify({ queries: batch.map((one) => toApiQuery(queries[one.number], one)) })
    );
    const answer = await requestWithRetries(options, {
      method: "POST",
      url: `${options.url}/v1/querybatch`,
      body
    });
    return readBatch(parseJson(answer), batch, hits);
  } catch (error) {
    gaps.push(`the OSV API did not answer for ${batch.length} packages: ${messageOf(error)}`);
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
    const { number: number2 } = batch[position];
    const vulns = result?.vulns ?? [];
    if (!Array.isArray(vulns)) throw nonsense('"vulns" is no list');
    for (const vuln of vulns) {
      if (typeof vuln?.id !== "string") throw nonsense("an advisory has no id");
      hits[number2].set(vuln.id, typeof vuln.modified === "string" ? vuln.modified : "");
    }
    const token = result?.next_page_token;
    if (typeof token === "string" && token !== "") next.push({ number: number2, pageToken: token });
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
      why = messageOf(error);
      records.set(id, bareAdvisory(id, modified));
    }
  });
  if (failed > 0) gaps.push(`the OSV API did not give ${failed} of ${wanted.size} advisories: ${why}`);
  return records;
}
async function fetchRecord(options, id, modified) {
  const kept = options.cache?.read(id, modified);
  if (kept) return kept;
  const url2 = `${options.url}/v1/vulns/${encodeURIComponent(id)}`;
  const advisory = decodeAdvisory(parseJson(await requestWithRetries(options, { method: "GET", url: url2 })));
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
  return new SallyportError("HTTP_FAILED", { message: `the OSV API's answer cannot be used: ${why}` });
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

// scanners/dependencies/advisories/folder-source.ts
const { closeSync, openSync, readFileSync, readSync } = process.getBuiltinModule("node:fs");
const { join: join2 } = process.getBuiltinModule("node:path");

// scanners/dependencies/advisories/index-file.ts
const { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } = process.getBuiltinModule("node:fs");
const { join } = process.getBuiltinModule("node:path");
const { DatabaseSync } = process.getBuiltinModule("node:sqlite");
var INDEX_VERSION = 1;
function openIndex(place, readBytes) {
  const path = indexPath(place);
  if (existsSync(path)) {
    const store = tryOpen(path);
    if (store) return store;
    rmSync(path, { force: true });
  }
  buildIndex(place, path, readBytes());
  const built = tryOpen(path);
  if (!built) throw new Error(`the index ${path} cannot be read right after it was built`);
  return built;
}
function dropIndex(place) {
  rmSync(indexPath(place), { force: true });
}
function indexPath(place) {
  return join(place.folder, `${fileNameOf(place.ecosystem)}-${place.digest}-v${INDEX_VERSION}.sqlite`);
}
function fileNameOf(ecosystem) {
  return ecosystem.replace(/[^A-Za-z0-9._-]/g, "_");
}
function buildIndex(place, path, archive) {
  mkdirSync(place.folder, { recursive: true, mode: 448 });
  const workshop = mkdtempSync(join(place.folder, "build-"));
  try {
    const draft = join(workshop, "index.sqlite");
    writeIndex(draft, archive, place.ecosystem);
    renameSync(draft, path);
  } finally {
    rmSync(workshop, { recursive: true, force: true });
  }
  removeOld(place, path);
}
var DAY_MS = 24 * 60 * 60 * 1e3;
var OLD_INDEX_MS = 30 * DAY_MS;
var OLD_WORKSHOP_MS = DAY_MS;
function removeOld({ folder, ecosystem }, built) {
  const now = statSync(built).mtimeMs;
  const ofEcosystem = `${fileNameOf(ecosystem)}-`;
  for (const name of readdirSync(folder)) {
    const isWorkshop = name.startsWith("build-");
    const isIndex = name.startsWith(ofEcosystem) && /^[0-9a-f]{64}-v\d+\.sqlite$/.test(name.slice(ofEcosystem.length));
    if (!isWorkshop && !isIndex) continue;
    const age = now - (statSync(join(folder, name), { throwIfNoEntry: false })?.mtimeMs ?? now);
    if (age <= (isWorkshop ? OLD_WORKSHOP_MS : OLD_INDEX_MS)) continue;
    tryRemove(join(folder, name));
  }
}
function tryRemove(path) {
  try {
    rmSync(path, { recursive: true, force: true });
  } catch {
  }
}
function writeIndex(path, archive, ecosystem) {
  const database = new DatabaseSync(path);
  try {
    database.exec("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA page_size = 8192; BEGIN");
    database.exec(`
      CREATE TABLE advisory (number INTEGER PRIMARY KEY, record TEXT NOT NULL) STRICT;
      CREATE TABLE entry (key TEXT NOT NULL, number INTEGER NOT NULL, affected TEXT NOT NULL) STRICT;
      CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT`);
    const asOf = insertRecords(database, archive, ecosystem);
    database.exec("CREATE INDEX entry_by_key ON entry (key)");
    database.prepare("INSERT INTO meta VALUES (?, ?)").run("as-of", asOf);
    database.exec(`PRAGMA user_version = ${INDEX_VERSION}; COMMIT`);
  } finally {
    database.close();
  }
}
function insertRecords(database, archive, ecosystem) {
  const addAdvisory = database.prepare("INSERT INTO advisory VALUES (?, ?)");
  const addEntry = database.prepare("INSERT INTO entry VALUES (?, ?, ?)");
  let asOf = "";
  let number2 = 0;
  for (const advisory of decodeArchive(archive)) {
    if (advisory.modified > asOf) asOf = advisory.modified;
    if (advisory.withdrawn) continue;
    const byKey = affectedByKey(advisory, ecosystem);
    if (byKey.size === 0) continue;
    number2++;
    addAdvisory.run(number2, JSON.stringify({ ...advisory, affected: [] }));
    for (const [key, affected] of byKey) addEntry.run(key, number2, JSON.stringify(affected));
  }
  return asOf;
}
function tryOpen(path) {
  let database;
  try {
    database = new DatabaseSync(path, { readOnly: true });
    database.exec("PRAGMA cache_size = -256");
    const version = database.prepare("PRAGMA user_version").get()?.["user_version"];
    const asOf = database.prepare("SELECT value FROM meta WHERE name = 'as-of'").get()?.["value"];
    if (version !== INDEX_VERSION || typeof asOf !== "string") throw new Error("not a whole index");
    return storeOf(database, asOf);
  } catch {
    database?.close();
    return void 0;
  }
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

// scanners/dependencies/advisories/memory-store.ts
function readIntoMemory(archive, ecosystem, keys) {
  const candidates = /* @__PURE__ */ new Map();
  let asOf = "";
  for (const advisory of decodeArchive(archive)) {
    if (advisory.modified > asOf) asOf = advisory.modified;
    if (advisory.withdrawn) continue;
    for (const [key, affected] of affectedByKey(advisory, ecosystem)) {
      if (!keys.has(key)) continue;
      const entries = candidates.get(key);
      if (entries) entries.push({ advisory, affected });
      else candidates.set(key, [{ advisory, affected }]);
    }
  }
  return {
    known: () => new Set(candidates.keys()),
    candidates: (key) => candidates.get(key) ?? [],
    asOf: asOf || null,
    close() {
    }
  };
}

// scanners/dependencies/advisories/folder-source.ts
var ALSO_IN = /* @__PURE__ */ new Map([["GIT", ["OSS-Fuzz"]]]);
var NOTHING = [];
function createFolderSource(options) {
  return async (queries) => {
    const matches = queries.map(() => NOTHING);
    const gaps = [];
    const sources = [];
    for (const [ecosystem, numbers] of byEcosystem(queries)) {
      for (const archive of [ecosystem, ...ALSO_IN.get(ecosystem) ?? []]) {
        try {
          sources.push(matchArchive(options, { archive, ecosystem }, queries, numbers, matches, gaps));
        } catch (error) {
          if ((archive !== ecosystem || isOptional(ecosystem)) && isMissing(error)) continue;
          gaps.push(`${ecosystem}: ${reasonOf(error, options.folder, archive)}`);
        }
      }
    }
    return { matches, gaps, sources };
  };
}
var OPTIONAL = /* @__PURE__ */ new Set(["GIT", "GitHub Actions", "Docker"]);
function isOptional(ecosystem) {
  return OPTIONAL.has(ecosystem);
}
function byEcosystem(queries) {
  const groups = /* @__PURE__ */ new Map();
  for (const [number2, query] of queries.entries()) {
    const ecosystem = ecosystemBase(query.ecosystem);
    const group = groups.get(ecosystem);
    if (group) group.push(number2);
    else groups.set(ecosystem, [number2]);
  }
  return new Map([...groups].sort(([a], [b]) => a < b ? -1 : 1));
}
function matchArchive(options, { archive, ecosystem }, queries, numbers, matches, gaps) {
  if (!/^[A-Za-z0-9][A-Za-z0-9 ._-]*$/.test(archive)) throw unknownEcosystem(archive);
  const path = join2(options.folder, archive, "all.zip");
  const digest = digestOf(path);
  const byKey = groupByKey(queries, numbers);
  const keys = new Set(byKey.keys());
  const outcome = withStore(options, { path, ecosystem, digest }, keys, (store) => {
    const found = [...store.known(keys)].flatMap((key) => {
      const candidates = store.candidates(key);
      return byKey.get(key).map((number2) => ({ number: number2, ...matchOne(candidates, queries[number2]) }));
    });
    return { found: found.sort((a, b) => a.number - b.number), asOf: store.asOf };
  });
  for (const { number: number2, advisories } of outcome.found) matches[number2] = [...matches[number2], ...advisories];
  const undecided = outcome.found.filter((one) => one.undecided).map(({ number: number2 }) => queries[number2]);
  if (undecided.length > 0) gaps.push(describeUndecided(ecosystem, undecided));
  return { source: `${archive}/all.zip`, digest: `sha256:${digest}`, asOf: outcome.asOf };
}
function digestOf(path) {
  const piece = Buffer.alloc(PIECE_BYTES);
  const hash = createSha256();
  const file = openSync(path, "r");
  try {
    for (let read2 = readSync(file, piece); read2 > 0; read2 = readSync(file, piece)) {
      hash.update(piece.subarray(0, read2));
    }
  } finally {
    closeSync(file);
  }
  return hash.digest("hex");
}
var PIECE_BYTES = 64 * 1024;
function withStore(options, { path, ecosystem, digest }, keys, use) {
  const readBytes = () => readArchiveBytes(path, digest);
  if (options.indexFolder === void 0) return use(readIntoMemory(readBytes(), ecosystem, keys));
  const place = { folder: options.indexFolder, ecosystem, digest };
  try {
    return usingStore(openIndex(place, readBytes), use);
  } catch (error) {
    if (error instanceof SallyportError) throw error;
    dropIndex(place);
    return usingStore(openIndex(place, readBytes), use);
  }
}
function readArchiveBytes(path, digest) {
  const bytes = readFileSync(path);
  if (sha256Hex(bytes) === digest) return bytes;
  throw new SallyportError("ADVISORIES_INVALID", {
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
function groupByKey(queries, numbers) {
  const groups = /* @__PURE__ */ new Map();
  for (const number2 of numbers) {
    const { ecosystem, name } = queries[number2];
    const key = packageKey(ecosystem, name);
    const group = groups.get(key);
    if (group) group.push(number2);
    else groups.set(key, [number2]);
  }
  return groups;
}
function matchOne(candidates, query) {
  const advisories = [];
  let undecided = false;
  for (const { advisory, affected } of candidates) {
    const answers = affected.filter((entry) => query.ecosystem === "GIT" || sameEcosystem(entry.ecosystem, query.ecosystem)).map((entry) => evaluateQuery(entry, query));
    if (answers.includes("affected")) advisories.push(advisory);
    else if (answers.includes("unknown")) undecided = true;
  }
  return { advisories, undecided };
}
function evaluateQuery(entry, { ecosystem, version }) {
  if (ecosystem !== "GIT") return evaluate(entry, version);
  if (entry.versions.includes(version)) return "affected";
  const answers = entry.ranges.filter((range) => range.type === "GIT").map((range) => evaluateCommit(range, version));
  return answers.includes("affected") ? "affected" : "not-affected";
}
function describeUndecided(ecosystem, queries) {
  const some = queries.slice(0, 5).map(({ name, version }) => `${name}@${version}`);
  const more = queries.length > 5 ? ` and ${queries.length - 5} more` : "";
  return `${ecosystem}: versions that have no place in the ecosystem's order: ${some.join(", ")}${more}`;
}
function unknownEcosystem(name) {
  return new SallyportError("ADVISORIES_INVALID", {
    message: `${JSON.stringify(name.slice(0, 60))} names no ecosystem`
  });
}
function isMissing(error) {
  return hasSystemCode(error, "ENOENT", "ENOTDIR");
}
function reasonOf(error, folder, archive) {
  if (isMissing(error)) return `there is no ${archive}/all.zip in the advisories folder`;
  return messageOf(error).replaceAll(folder, "<advisories>");
}

// scanners/dependencies/advisories/record-cache.ts
const { mkdirSync: mkdirSync2, mkdtempSync: mkdtempSync2, readFileSync: readFileSync2, renameSync: renameSync2, rmSync: rmSync2, writeFileSync } = process.getBuiltinModule("node:fs");
const { join: join3 } = process.getBuiltinModule("node:path");
function createRecordCache(folder) {
  const pathOf = (id, modified) => join3(folder, `${sha256Hex(`${id}
${modified}`)}.json`);
  return {
    read(id, modified) {
      if (modified === "") return void 0;
      try {
        const kept = JSON.parse(readFileSync2(pathOf(id, modified), "utf8"));
        return kept.id === id ? kept : void 0;
      } catch {
        return void 0;
      }
    },
    write(id, modified, advisory) {
      if (modified !== "") writeAtomically(folder, pathOf(id, modified), JSON.stringify(advisory));
    }
  };
}
function writeAtomically(folder, path, text) {
  mkdirSync2(folder, { recursive: true, mode: 448 });
  const workshop = mkdtempSync2(join3(folder, "write-"));
  try {
    const draft = join3(workshop, "record");
    writeFileSync(draft, text);
    renameSync2(draft, path);
  } finally {
    rmSync2(workshop, { recursive: true, force: true });
  }
}

// scanners/dependencies/matching.ts
async function matchPackages(readings, input, settings) {
  const queries = collectQueries(readings, settings);
  const { matches, gaps, sources } = await match(input, settings, [...queries.values()]);
  const affected = /* @__PURE__ */ new Map();
  for (const [position, key] of [...queries.keys()].entries()) {
    if (matches[position].length > 0) affected.set(key, matches[position]);
  }
  return {
    advisoriesOf(one) {
      const query = affected.size === 0 ? void 0 : queryOf(one, settings);
      return (query && affected.get(keyOf2(query))) ?? [];
    },
    gaps: [...gaps, ...tooOld(input, settings, sources)],
    sources
  };
}
function collectQueries(readings, settings) {
  const queries = /* @__PURE__ */ new Map();
  for (const { packages } of readings) {
    for (const one of packages) {
      const query = queryOf(one, settings);
      if (query) queries.set(keyOf2(query), query);
    }
  }
  return queries;
}
function keyOf2({ ecosystem, name, version }) {
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
  if (source.kind !== "registry" || version === "" || ecosystem === "") return void 0;
  if (source.url !== null && isPrivate(source.url)) return void 0;
  const isScoped = settings.privateScopes.some(
    (scope) => name.startsWith(scope.endsWith("/") ? scope : `${scope}/`)
  );
  return isScoped ? void 0 : { ecosystem, name, version };
}
var NO_ADVISORIES = [];
async function match(input, settings, queries) {
  const nothing = { matches: queries.map(() => NO_ADVISORIES), sources: [] };
  if (queries.length === 0) return { ...nothing, gaps: [] };
  const source = chooseSource(input, settings);
  if (source) return source(queries);
  const gap = input.offline ? "no advisories folder was given, and the network is forbidden" : "no advisories folder was given, and there is no network";
  return { ...nothing, gaps: [gap] };
}
function chooseSource(input, settings) {
  const { advisories, cache, http } = input.ports;
  if (advisories) {
    const indexFolder = cache && { indexFolder: join4(cache.folder, "indexes") };
    return createFolderSource({ folder: advisories.folder, ...indexFolder });
  }
  if (input.offline || !http) return void 0;
  const recordCache = cache && { cache: createRecordCache(join4(cache.folder, "records")) };
  return createApiSource({
    http,
    url: settings.apiUrl,
    signal: input.signal,
    seed: String(input.now),
    ...recordCache
  });
}
function tooOld(input, { maxAgeMs }, sources) {
  if (maxAgeMs === void 0) return [];
  const oldest = input.now - maxAgeMs;
  return sources.filter(({ asOf }) => asOf === null || !(Date.parse(asOf) >= oldest)).map(({ source, asOf }) => {
    const limit = formatTimestamp(oldest);
    return `${source} is as of ${asOf ?? "an unknown date"}, policy wants ${limit} or later`;
  });
}

// scanners/dependencies/registries/bunfig.ts
function readBunfig(text) {
  const install = memberOf(readToml(text).root, "install");
  const prefixes = /* @__PURE__ */ new Map();
  for (const [scope, node] of membersOf(memberOf(install, "scopes"))) {
    const address = addressOf(node);
    if (address !== void 0) prefixes.set(`@${scope.replace(/^@/, "")}/`, address);
  }
  return { prefixes, fallback: addressOf(memberOf(install, "registry")) };
}
function addressOf(node) {
  return plainAddress(typeof node?.value === "string" ? node.value : textOf(node, "url"));
}

// scanners/dependencies/registries/maven-settings.ts
var CENTRAL = "central";
var NOTHING2 = { prefixes: /* @__PURE__ */ new Map(), fallback: void 0 };
function readMavenSettings(text) {
  const { root } = readXmlTree(text);
  if (root?.name !== "settings") return NOTHING2;
  const repositories = /* @__PURE__ */ new Map([[CENTRAL, void 0]]);
  for (const repository of activeProfiles(root).flatMap(
    (one) => itemsOf(one, "repositories", "repository")
  )) {
    repositories.set(childText(repository, "id") ?? "", childText(repository, "url"));
  }
  const mirrors = itemsOf(root, "mirrors", "mirror");
  const addresses = new Set([...repositories].map(([id, url2]) => addressOf2(id, url2, mirrors)));
  const [only] = addresses;
  return addresses.size === 1 && only !== void 0 ? { ...NOTHING2, fallback: only } : NOTHING2;
}
function itemsOf(holder, list, item) {
  return childrenOf(childOf(holder, list), item).filter(({ isWhole }) => isWhole);
}
function activeProfiles(settings) {
  const named = new Set(itemsOf(settings, "activeProfiles", "activeProfile").map(({ text }) => text));
  return itemsOf(settings, "profiles", "profile").filter(
    (profile) => named.has(childText(profile, "id") ?? "") || childText(childOf(profile, "activation"), "activeByDefault") === "true"
  );
}
function addressOf2(id, url2, mirrors) {
  const isRemoteHttp = url2?.startsWith("http:") === true;
  const mirror = mirrors.find((one) => isMirrorOf(childText(one, "mirrorOf") ?? "", id, isRemoteHttp));
  return plainAddress(mirror ? childText(mirror, "url") : url2);
}
function isMirrorOf(patterns, id, isRemoteHttp) {
  const all = patterns.split(",").map((pattern) => pattern.trim());
  if (all.includes(`!${id}`)) return false;
  return all.includes(id) || all.includes("*") || all.includes("external:*") || isRemoteHttp && all.includes("external:http:*");
}

// scanners/dependencies/registries/npmrc.ts
function readNpmrc(text) {
  const prefixes = /* @__PURE__ */ new Map();
  let fallback;
  for (const { text: line } of eachLine(text)) {
    const [, scope, value] = /^\s*(?:(@[^:\s]+):)?registry\s*=\s*(.+)$/.exec(line) ?? [];
    const address = plainAddress(value?.replace(/^(["'])(.*)\1\s*$/, "$2"));
    if (address === void 0) continue;
    if (scope === void 0) fallback = address;
    else prefixes.set(`${scope}/`, address);
  }
  return { prefixes, fallback };
}

// scanners/dependencies/registries/nuget-config.ts
function readNugetConfig(text) {
  const { root } = readXmlTree(text);
  const list = childOf(root, "packageSources");
  const sources = /* @__PURE__ */ new Map();
  for (const { attributes } of childrenOf(list, "add")) {
    const address = plainAddress(attributes.get("value"));
    if (address !== void 0) sources.set(attributes.get("key") ?? "", address);
  }
  const isAlone = childOf(list, "clear") !== void 0 && childrenOf(list, "add").length === 1;
  const only = isAlone ? [...sources.values()][0] : void 0;
  return readMapping(childOf(root, "packageSourceMapping"), sources, only);
}
function readMapping(mapping, sources, only) {
  const prefixes = /* @__PURE__ */ new Map();
  const shared = /* @__PURE__ */ new Set();
  let fallback = only;
  for (const source of childrenOf(mapping, "packageSource")) {
    const address = sources.get(source.attributes.get("key") ?? "");
    for (const { attributes } of childrenOf(source, "package")) {
      const pattern = (attributes.get("pattern") ?? "").toLowerCase();
      const prefix = pattern.endsWith("*") ? pattern.slice(0, -1) : `${pattern}${EXACT}`;
      if (address === void 0 || prefixes.has(prefix)) shared.add(prefix);
      else if (prefix === "") fallback = address;
      else prefixes.set(prefix, address);
    }
  }
  for (const prefix of shared) prefixes.delete(prefix);
  return { prefixes, fallback };
}

// scanners/dependencies/registries/pip-conf.ts
function readPipConf(text) {
  let section = "";
  let fallback;
  for (const { text: line } of eachLine(text)) {
    section = /^\s*\[([^\]]*)\]/.exec(line)?.[1]?.trim() ?? section;
    const address = plainAddress(/^\s*index[-_]url\s*[=:]\s*(\S+)\s*$/.exec(line)?.[1]);
    if (address === void 0) continue;
    if (section === "install" || section === "global" && fallback === void 0) fallback = address;
  }
  return { prefixes: /* @__PURE__ */ new Map(), fallback };
}

// scanners/dependencies/registries/yarnrc.ts
function readYarnrc(text) {
  const { root } = readYaml(text);
  const prefixes = /* @__PURE__ */ new Map();
  for (const [scope, node] of membersOf(memberOf(root, "npmScopes"))) {
    const address = plainAddress(textOf(node, "npmRegistryServer"));
    if (address !== void 0) prefixes.set(`@${scope}/`, address);
  }
  return { prefixes, fallback: plainAddress(textOf(root, "npmRegistryServer")) };
}

// scanners/dependencies/registries/configured.ts
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
async function withConfiguredRegistries(inventory, siblings) {
  const known = /* @__PURE__ */ new Map();
  const readOnce = (path, read2) => {
    const reading = known.get(path) ?? siblings.read(path).then((file) => file && read2(file.text));
    known.set(path, reading);
    return reading;
  };
  const readings = [];
  for (const reading of inventory.readings) {
    const choices = await choicesFor(reading, readOnce);
    readings.push(choices.length === 0 ? reading : withChoices(reading, choices));
  }
  return { ...inventory, readings };
}
async function choicesFor({ path, packages }, readOnce) {
  const ecosystem = packages.find(isOpen)?.ecosystem;
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
  const packages = reading.packages.map((one) => {
    if (!isOpen(one)) return one;
    const name = normalName(one.ecosystem, one.name);
    for (const { ecosystem, choice } of choices) {
      const url2 = ecosystem === one.ecosystem ? chosenRegistry(choice, name) : void 0;
      if (url2 !== void 0) return { ...one, source: { kind: "registry", url: url2 } };
    }
    return one;
  });
  return { ...reading, packages };
}

// scanners/dependencies/settings.ts
var severity = _enum(SEVERITIES);
var duration = string().refine(isDuration, "write a whole number and a unit: 12h, 7d");
var licences = strictObject({
  allow: array(string()).optional(),
  deny: array(string()).default([]),
  exceptions: array(strictObject({ package: string().min(1), reason: string().min(1) })).default([])
});
var raise = strictObject({
  "known-exploited": severity.optional(),
  epss: strictObject({ "at-least": number().min(0).max(1), to: severity }).optional()
});
var schema = strictObject({
  "private-registries": array(string()).default([]),
  "private-scopes": array(string()).default([]),
  "allowed-registries": array(string()).optional(),
  "api-url": url({ protocol: /^https?$/ }).default(sources_default.api),
  "max-advisory-age": duration.optional(),
  "cool-down": duration.optional(),
  "install-scripts": array(string()).default([]),
  licences: licences.optional(),
  raise: raise.default({}),
  vex: array(strictObject({ path: string().min(1), sha256: string().regex(/^[0-9a-f]{64}$/) })).default([])
});
function decodeSettings(section) {
  const settings = decode(schema, section ?? {}, {
    source: "scanners.dependencies",
    code: "POLICY_INVALID",
    knownKeys: [
      ...Object.keys(schema.shape),
      ...Object.keys(licences.shape),
      ...Object.keys(raise.shape),
      "at-least",
      "sha256"
    ]
  });
  const { licences: asked, raise: raised2 } = settings;
  return {
    privateRegistries: settings["private-registries"],
    privateScopes: settings["private-scopes"],
    allowedRegistries: settings["allowed-registries"],
    apiUrl: settings["api-url"].replace(/\/+$/, ""),
    maxAgeMs: milliseconds(settings["max-advisory-age"]),
    coolDownMs: milliseconds(settings["cool-down"]),
    installScripts: settings["install-scripts"],
    licences: asked && { allow: asked.allow, deny: asked.deny, exceptions: asked.exceptions },
    raise: {
      knownExploited: raised2["known-exploited"],
      epss: raised2.epss && { atLeast: raised2.epss["at-least"], to: raised2.epss.to }
    },
    vex: settings.vex
  };
}
function milliseconds(text) {
  return text === void 0 ? void 0 : parseDuration(text);
}
function isDuration(text) {
  try {
    parseDuration(text);
    return true;
  } catch {
    return false;
  }
}

// scanners/dependencies/skipped-rules.ts
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
function missingInputs({ kev, epss }, { raise: raise2 }) {
  return [
    ...raise2.knownExploited && !kev ? ["policy raises by known-exploited, and there is no kev.json"] : [],
    ...raise2.epss && !epss ? ["policy raises by epss, and there is no epss.csv"] : []
  ];
}

// scanners/dependencies/scanner.ts
var dependenciesScanner = {
  id: "dependencies",
  title: "Dependencies",
  needs: ["http", "cache", "advisories"],
  wants: (path) => isWanted(path) || isVexPath(path) || isInstalledMetadata(path) || isRegistryConfiguration(path),
  scan
};
function isVexPath(path) {
  return /vex[^/]*\.json$/i.test(path);
}
async function scan(input) {
  const settings = decodeSettings(input.settings);
  if (!input.files.some((file) => formatOfPath(file.path))) return nothingToRead();
  const inventory = await withConfiguredRegistries(
    await readInventory(input.files, input.signal),
    createSiblings(input.files)
  );
  const ecosystems = ecosystemsOf(inventory);
  const folder = input.ports.advisories?.folder;
  const inputs = await readScanInputs(folder, ecosystems, settings.vex, input.files);
  const matching = await matchPackages(inventory.readings, input, settings);
  const clear = await clearingBy(inputs.vex);
  const found = inventory.readings.flatMap((reading) => vulnerabilitiesOf(reading, matching, clear));
  const { vulnerabilities, gaps } = applyExploitation(found, inputs, settings);
  const warnings = await warningsOf(inventory, input, inputs, settings);
  const skipped = skippedRules(ecosystems, inputs, settings);
  sayAloud(input, skipped);
  const upgrades = groupByUpgrade(vulnerabilities);
  const facts = { upgrades, skippedRules: skipped, inputs: inputs.sources };
  const missed = [...matching.gaps, ...inputs.gaps, ...gaps, ...missingInputs(inputs, settings)];
  return {
    findings: [...vulnerabilities.map(({ finding }) => finding), ...warnings],
    fileErrors: inventory.fileErrors,
    advisories: matching.sources,
    remedies: upgrades.filter(({ ends }) => ends > 1).map(({ text }) => text),
    facts,
    ...missed.length === 0 ? {} : { incomplete: missed.join("; ") }
  };
}
function nothingToRead() {
  return { findings: [], fileErrors: [], skipped: "there is no lockfile" };
}
function ecosystemsOf({ readings }) {
  const ecosystems = /* @__PURE__ */ new Set();
  for (const { packages } of readings) {
    let last = "";
    for (const { ecosystem } of packages) {
      if (ecosystem === last) continue;
      last = ecosystem;
      if (ecosystem !== "") ecosystems.add(ecosystemBase(ecosystem));
    }
  }
  return ecosystems;
}
async function clearingBy(statements) {
  if (statements.length === 0) return (vulnerability) => vulnerability;
  const { clear } = await import("./clearance-VYGBFUCN.js");
  return (vulnerability, installed) => clear(vulnerability, installed, statements);
}
function vulnerabilitiesOf(reading, matching, clear) {
  const paths = findPaths(reading.packages, reading.edges);
  return groupInstalled(reading.packages).flatMap((installed) => {
    const advisories = matching.advisoriesOf(installed.first);
    if (advisories.length === 0) return [];
    return vulnerabilityFindings(reading, installed, advisories, paths).map((one) => clear(one, installed));
  });
}
function applyExploitation(found, inputs, { raise: raise2 }) {
  let known;
  try {
    known = readExploitation(cvesOf(found), inputs);
  } catch (error) {
    return { vulnerabilities: found, gaps: [messageOf(error)] };
  }
  if (known.size === 0) return { vulnerabilities: found, gaps: [] };
  return { vulnerabilities: found.map((one) => withExploitation(one, known, raise2)), gaps: [] };
}
async function warningsOf({ readings }, input, inputs, settings) {
  const paths = input.files.map(({ path }) => path);
  const installed = createInstalledLicences(paths, createSiblings(input.files));
  const findings2 = [];
  for (const reading of readings) {
    const packageOf = describePackages(reading);
    findings2.push(...warningFindings(reading, settings, packageOf));
    findings2.push(...nameWarnings(reading, inputs.popular, packageOf));
    if (settings.coolDownMs !== void 0) {
      findings2.push(...ageWarnings(reading, inputs.published, input.now, settings.coolDownMs, packageOf));
    }
    if (settings.licences) {
      const { licenceFindings } = await import("./findings-7A64GIS5.js");
      findings2.push(...await licenceFindings(reading, settings.licences, installed, packageOf));
    }
  }
  return findings2;
}
function sayAloud(input, skipped) {
  for (const { rule, reason } of skipped) {
    input.diagnostics.log("info", "rule skipped", { scanner: "dependencies", rule, reason });
  }
}
export {
  dependenciesScanner
};
