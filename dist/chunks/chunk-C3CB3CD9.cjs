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
  chunk_ETWM5SCF: () => chunk_ETWM5SCF_exports,
  chunk_NC4COCRK: () => chunk_NC4COCRK_exports,
  chunk_V5MOCF6Z: () => chunk_V5MOCF6Z_exports
});
module.exports = stdin_exports;

var import_node_path = process.getBuiltinModule("node:path");
var __defProp2 = Object.defineProperty;
var __export2 = (target, all) => {
  for (var name in all)
    __defProp2(target, name, { get: all[name], enumerable: true });
};
var chunk_ETWM5SCF_exports = {};
__export2(chunk_ETWM5SCF_exports, {
  cacheFolder: () => cacheFolder
});
function cacheFolder(env) {
  const own = env["SALLYPORT_CACHE"];
  if (own !== void 0 && (0, import_node_path.isAbsolute)(own)) return own;
  const xdg = env["XDG_CACHE_HOME"];
  return (0, import_node_path.join)(xdg !== void 0 && (0, import_node_path.isAbsolute)(xdg) ? xdg : (0, import_node_path.join)((0, (process.getBuiltinModule("node:os")).homedir)(), ".cache"), "sallyport");
}
var chunk_NC4COCRK_exports = {};
__export2(chunk_NC4COCRK_exports, {
  normalName: () => normalName,
  packageKey: () => packageKey,
  sameEcosystem: () => sameEcosystem
});
var chunk_V5MOCF6Z_exports = {};
__export2(chunk_V5MOCF6Z_exports, {
  compareSemver: () => compareSemver,
  compareVersions: () => compareVersions,
  ecosystemBase: () => ecosystemBase,
  orderedEcosystems: () => orderedEcosystems,
  orderingOf: () => orderingOf,
  parseSemver: () => parseSemver,
  semver: () => semver
});
function defineOrdering(ordering) {
  const known = /* @__PURE__ */ new Map();
  const parse = (text) => {
    if (text.length > LONGEST_KNOWN) return ordering.parse(text);
    const key = known.get(text);
    if (key !== void 0 || known.has(text)) return key;
    if (known.size === MOST_KNOWN) known.clear();
    const read = ordering.parse(text);
    known.set(text, read);
    return read;
  };
  return { ...ordering, parse };
}
var MOST_KNOWN = 256;
var LONGEST_KNOWN = 12;
function toDigits(text) {
  let start = 0;
  while (text.charCodeAt(start) === 48) start++;
  return text.slice(start);
}
function compareDigits(a, b) {
  return a.length - b.length || compareText(a, b);
}
function compareText(a, b) {
  return a === b ? 0 : a < b ? -1 : 1;
}
function compareLists(a, b, compare, missing) {
  const length = Math.max(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const order = compare(i < a.length ? a[i] : missing, i < b.length ? b[i] : missing);
    if (order !== 0) return order;
  }
  return 0;
}
function compareListsThenLength(a, b, compare) {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const order = compare(a[i], b[i]);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}
function matchAt(pattern, text, at) {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
var RANK = {
  invalid: 9,
  end: 10,
  revision: 11,
  hash: 12,
  suffixNumber: 13,
  suffix: 15,
  letter: 20,
  number: 30
};
var PRE_SUFFIXES = ["alpha", "beta", "pre", "rc"];
var POST_SUFFIXES = ["cvs", "svn", "git", "hg", "p"];
var INVALID = { rank: RANK.invalid, digits: void 0, text: "" };
var END = { rank: RANK.end, digits: void 0, text: "" };
var alpine = defineOrdering({ id: "alpine", parse: parseAlpine, compare: compareAlpine });
function parseAlpine(input) {
  const text = input.trim();
  if (text === "") return void 0;
  const first = /^\d*/.exec(text)[0];
  const tokens = [number(RANK.number, first)];
  let at = first.length;
  let state = "number";
  while (at < text.length) {
    const step = nextToken(text, at, state);
    if (!step) break;
    tokens.push(step.token);
    at = step.end;
    state = step.state;
  }
  if (state !== "revision") tokens.push(number(RANK.revision, ""));
  tokens.push(at < text.length ? INVALID : END);
  return tokens;
}
function compareAlpine(a, b) {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const x = a[i];
    const y = b[i];
    if (x.rank !== y.rank) return x.rank - y.rank;
    const order = x.digits !== void 0 && y.digits !== void 0 ? compareDigits(x.digits, y.digits) : compareFractions(x, y);
    if (order !== 0) return order;
  }
  return 0;
}
function compareFractions(x, y) {
  if (x.digits !== void 0) return 1;
  return y.digits === void 0 ? compareText(x.text, y.text) : -1;
}
function nextToken(text, at, state) {
  const code = text[at];
  if (state === "number" && code === ".") return numberStep(text, at + 1, "number", fraction);
  if (state === "number" && code >= "a" && code <= "z") {
    return { token: { rank: RANK.letter, digits: void 0, text: code }, end: at + 1, state: "letter" };
  }
  const isDigit = code >= "0" && code <= "9";
  if (state === "letter" && isDigit)
    return numberStep(text, at, "number", (digits) => number(RANK.number, digits));
  if (state === "suffix" && isDigit) {
    return numberStep(text, at, "suffix-number", (digits) => number(RANK.suffixNumber, digits));
  }
  if (code === "_" && state !== "hash" && state !== "revision") return suffixStep(text, at + 1);
  if (code === "~" && state !== "hash" && state !== "revision") return hashStep(text, at + 1);
  if (code === "-" && text[at + 1] === "r" && state !== "revision") {
    return numberStep(text, at + 2, "revision", (digits) => number(RANK.revision, digits));
  }
  return void 0;
}
function numberStep(text, at, state, make) {
  let end = at;
  while (text.charCodeAt(end) >= 48 && text.charCodeAt(end) <= 57) end++;
  return { token: make(text.slice(at, end)), end, state };
}
function number(rank, digits) {
  return { rank, digits: toDigits(digits), text: "" };
}
function fraction(digits) {
  return digits.startsWith("0") || digits === "" ? { rank: RANK.number, digits: void 0, text: digits } : number(RANK.number, digits);
}
function suffixStep(text, at) {
  const before = PRE_SUFFIXES.findIndex((suffix) => text.startsWith(suffix, at));
  if (before !== -1) {
    return { token: { ...END, rank: before }, end: at + PRE_SUFFIXES[before].length, state: "suffix" };
  }
  const after = POST_SUFFIXES.findIndex((suffix) => text.startsWith(suffix, at));
  if (after === -1) return void 0;
  return {
    token: { ...END, rank: RANK.suffix + after / 10 },
    end: at + POST_SUFFIXES[after].length,
    state: "suffix"
  };
}
function hashStep(text, at) {
  let end = at;
  while (/[0-9a-f]/.test(text[end] ?? "")) end++;
  return { token: { rank: RANK.hash, digits: void 0, text: text.slice(at, end) }, end, state: "hash" };
}
var NOTHING = { text: "", digits: toDigits("") };
var debian = defineOrdering({
  id: "debian",
  parse: parseDebian,
  compare: (a, b) => compareDigits(a.epoch, b.epoch) || compareTurns(a.upstream, b.upstream) || compareTurns(a.revision, b.revision)
});
function parseDebian(input) {
  const text = input.trim();
  const colon = text.indexOf(":");
  const epoch = colon === -1 ? "" : text.slice(0, colon);
  const rest = text.slice(colon + 1);
  if (rest === "" || !/^\d*$/.test(epoch) || /\s/.test(rest)) return void 0;
  const hyphen = rest.lastIndexOf("-");
  return {
    epoch: toDigits(epoch),
    upstream: toTurns(hyphen === -1 ? rest : rest.slice(0, hyphen)),
    revision: toTurns(hyphen === -1 ? "" : rest.slice(hyphen + 1))
  };
}
function toTurns(text) {
  const turns = [];
  for (const [, other, digits] of text.matchAll(/(\D*)(\d*)/g)) {
    if (other !== "" || digits !== "") turns.push({ text: other, digits: toDigits(digits) });
  }
  return turns;
}
function compareTurns(a, b) {
  const length = Math.max(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const x = a[i] ?? NOTHING;
    const y = b[i] ?? NOTHING;
    const order = compareOther(x.text, y.text) || compareDigits(x.digits, y.digits);
    if (order !== 0) return order;
  }
  return 0;
}
function compareOther(a, b) {
  const length = Math.max(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const order = weight(a.charCodeAt(i)) - weight(b.charCodeAt(i));
    if (order !== 0) return order;
  }
  return 0;
}
function weight(code) {
  if (Number.isNaN(code)) return 0;
  if (code === 126) return -1;
  const isLetter = code >= 65 && code <= 90 || code >= 97 && code <= 122;
  return isLetter ? code : code + 256;
}
var ecosystems_default = {
  semver: [
    "Bioconductor",
    "Bitnami",
    "ConanCenter",
    "Docker Hardened Images",
    "GHC",
    "GitHub Actions",
    "Go",
    "Hex",
    "Julia",
    "SwiftURL",
    "VSCode",
    "crates.io",
    "npm"
  ],
  pep440: ["PyPI"],
  maven: ["Maven"],
  rubygems: ["RubyGems"],
  nuget: ["NuGet"],
  packagist: ["Packagist"],
  debian: ["Debian", "Echo", "Ubuntu"],
  alpine: ["Alpaquita", "Alpine", "BellSoft Hardened Containers", "Chainguard", "MinimOS", "Wolfi"],
  rpm: [
    "AlmaLinux",
    "Azure Linux",
    "Mageia",
    "Photon OS",
    "Red Hat",
    "Rocky Linux",
    "SUSE",
    "openEuler",
    "openSUSE"
  ],
  cran: ["CRAN"],
  hackage: ["Hackage"],
  pub: ["Pub"]
};
var KNOWN = /* @__PURE__ */ new Map([
  ["alpha", 0],
  ["beta", 1],
  ["milestone", 2],
  ["rc", 3],
  ["cr", 3],
  ["snapshot", 4],
  ["sp", 6]
]);
var NULLS = /* @__PURE__ */ new Set(["", "final", "ga", "release"]);
var SHORT = /* @__PURE__ */ new Map([
  ["a", "alpha"],
  ["b", "beta"],
  ["m", "milestone"]
]);
var END2 = 5;
var DOT_QUALIFIER = 7;
var HYPHEN_QUALIFIER = 8;
var HYPHEN_NUMBER = 9;
var DOT_NUMBER = 10;
var maven = defineOrdering({ id: "maven", parse: parseMaven, compare: compareMaven });
function parseMaven(input) {
  const text = input.trim().toLowerCase();
  if (text === "") return void 0;
  return trimNulls(tokenize(text)).map(toToken);
}
function compareMaven(a, b) {
  const length = Math.min(a.length, b.length);
  const order = compareListsThenLength(a.slice(0, length), b.slice(0, length), compareTokens);
  if (order !== 0 || a.length === b.length) return order;
  return a.length > length ? a[length].rank - END2 : END2 - b[length].rank;
}
function compareTokens(a, b) {
  if (a.rank !== b.rank) return a.rank - b.rank;
  if (a.kind === "number") return b.kind === "number" ? compareDigits(a.digits, b.digits) : 1;
  return b.kind === "number" ? -1 : compareText(a.text, b.text);
}
function tokenize(text) {
  const tokens = [];
  let separator = ".";
  let afterSeparator = true;
  for (const [piece] of text.matchAll(/\d+|[.-]|[^\d.-]+/g)) {
    const isSeparator = piece === "." || piece === "-";
    if (isSeparator) {
      if (afterSeparator) tokens.push(zeroAfter(separator));
      separator = piece;
    } else {
      const isNumber = piece.charCodeAt(0) >= 48 && piece.charCodeAt(0) <= 57;
      const afterDot = afterSeparator && separator === ".";
      if (isNumber && !afterSeparator) lengthenLast(tokens);
      tokens.push({ hyphen: tokens.length > 0 && !(afterDot && isNumber), afterDot, text: piece, isNumber });
    }
    afterSeparator = isSeparator;
  }
  if (afterSeparator) tokens.push(zeroAfter(separator));
  return tokens;
}
function zeroAfter(separator) {
  return { hyphen: separator === "-", afterDot: separator === ".", text: "0", isNumber: true };
}
function lengthenLast(tokens) {
  const last = tokens.at(-1);
  const long = last && SHORT.get(last.text);
  if (last && long !== void 0) tokens[tokens.length - 1] = { ...last, text: long };
}
function trimNulls(tokens) {
  const kept = [];
  for (const token of tokens) {
    if (token.hyphen) dropTrailingNulls(kept);
    kept.push(token);
  }
  dropTrailingNulls(kept);
  return kept;
}
function dropTrailingNulls(tokens) {
  for (let last = tokens.at(-1); last !== void 0; last = tokens.at(-1)) {
    if (last.isNumber ? toDigits(last.text) !== "" : !NULLS.has(last.text)) return;
    tokens.pop();
  }
}
function toToken({ afterDot, text, isNumber }) {
  if (isNumber) return { kind: "number", rank: afterDot ? DOT_NUMBER : HYPHEN_NUMBER, digits: toDigits(text) };
  const known = NULLS.has(text) ? END2 : KNOWN.get(text);
  if (known !== void 0) return { kind: "qualifier", rank: known, text: "" };
  return { kind: "qualifier", rank: afterDot ? DOT_QUALIFIER : HYPHEN_QUALIFIER, text };
}
var semver = defineOrdering({ id: "semver", parse: parseSemver, compare: compareSemver });
var ZERO = toDigits("0");
function parseSemver(input) {
  const text = input.trim();
  const head = /^[vV=]?\s*(\d+(?:\.\d+)*)/.exec(text);
  if (!head) return void 0;
  const tail = text.slice(head[0].length);
  const plus = tail.indexOf("+");
  const before = plus === -1 ? tail : tail.slice(0, plus);
  const prerelease = before.replace(/^[-.]/, "");
  return {
    numbers: head[1].split(".").map(toDigits),
    prerelease: before === "" ? [] : prerelease.split(".").map(toIdentifier),
    build: plus === -1 ? [] : tail.slice(plus + 1).split(".").map(toIdentifier)
  };
}
function compareSemver(a, b) {
  return compareLists(a.numbers, b.numbers, compareDigits, ZERO) || comparePrerelease(a.prerelease, b.prerelease);
}
function comparePrerelease(a, b) {
  if (a.length === 0 || b.length === 0) return b.length - a.length;
  return compareListsThenLength(a, b, compareIdentifiers);
}
function compareIdentifiers(a, b) {
  if ("digits" in a) return "digits" in b ? compareDigits(a.digits, b.digits) : -1;
  return "digits" in b ? 1 : compareText(a.text, b.text);
}
function toIdentifier(text) {
  return /^\d+$/.test(text) ? { digits: toDigits(text) } : { text };
}
var nuget = defineOrdering({
  id: "nuget",
  parse: (text) => parseSemver(text.toLowerCase()),
  compare: compareSemver
});
var cran = numberList("cran", /^\d+(?:[.-]\d+)*$/, /[.-]/);
var hackage = numberList("hackage", /^\d+(?:\.\d+)*$/, /\./);
function numberList(id, shape, separator) {
  return defineOrdering({
    id,
    parse: (input) => {
      const text = input.trim();
      return shape.test(text) ? text.split(separator).map(toDigits) : void 0;
    },
    compare: (a, b) => compareListsThenLength(a, b, compareDigits)
  });
}
var NUMBER = 4;
var FORMS = [
  ["dev", 0],
  ["alpha", 1],
  ["a", 1],
  ["beta", 2],
  ["b", 2],
  ["RC", 3],
  ["rc", 3],
  ["#", NUMBER],
  ["pl", 5],
  ["p", 5]
];
var packagist = defineOrdering({
  id: "packagist",
  parse: parsePackagist,
  compare: comparePackagist
});
function parsePackagist(input) {
  const text = input.trim().replace(/^[vV](?=\d)/, "");
  if (text === "" || text.startsWith("dev-")) return void 0;
  const pieces = text.match(/\d+|[^\d.+_-]+/g);
  return pieces?.map(toPart);
}
function toPart(piece) {
  if (/^\d/.test(piece)) return { rank: NUMBER, digits: toDigits(piece) };
  const form = FORMS.find(([word]) => piece.startsWith(word));
  return { rank: form?.[1] ?? -1, digits: void 0 };
}
function comparePackagist(a, b) {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const order = compareParts(a[i], b[i]);
    if (order !== 0) return order;
  }
  return compareRest(a, length) - compareRest(b, length);
}
function compareParts(a, b) {
  if (a.digits !== void 0 && b.digits !== void 0) return compareDigits(a.digits, b.digits);
  return a.rank - b.rank;
}
function compareRest(parts, from) {
  for (let i = from; i < parts.length; i++) {
    const part = parts[i];
    if (part.digits !== void 0) return 1;
    if (part.rank !== NUMBER) return Math.sign(part.rank - NUMBER);
  }
  return 0;
}
var ZERO2 = toDigits("0");
var BELOW = { rank: -1, number: ZERO2 };
var ABOVE = { rank: 9, number: ZERO2 };
var PRE_RANK = {
  a: 0,
  alpha: 0,
  b: 1,
  beta: 1,
  c: 2,
  rc: 2,
  pre: 2,
  preview: 2
};
var pep440 = defineOrdering({ id: "pep440", parse: parsePep440, compare: comparePep440 });
function parsePep440(input) {
  const text = input.trim().toLowerCase();
  if (text === "") return void 0;
  return parseStandard(text) ?? { kind: "legacy", parts: legacyParts(text) };
}
function comparePep440(a, b) {
  if (a.kind === "legacy") {
    return b.kind === "legacy" ? compareListsThenLength(a.parts, b.parts, compareText) : -1;
  }
  if (b.kind === "legacy") return 1;
  return compareDigits(a.epoch, b.epoch) || compareLists(a.release, b.release, compareDigits, ZERO2) || compareMarks(a.pre, b.pre) || compareMarks(a.post, b.post) || compareMarks(a.dev, b.dev) || compareListsThenLength(a.local, b.local, compareLocals);
}
function compareMarks(a, b) {
  return a.rank - b.rank || compareDigits(a.number, b.number);
}
function compareLocals(a, b) {
  if ("digits" in a) return "digits" in b ? compareDigits(a.digits, b.digits) : 1;
  return "digits" in b ? -1 : compareText(a.text, b.text);
}
function parseStandard(text) {
  let at = 0;
  const take = (pattern) => {
    const match = matchAt(pattern, text, at);
    if (match) at += match[0].length;
    return match;
  };
  take(/v/y);
  const epoch = take(/(\d+)!/y);
  const release = take(/\d+(?:\.\d+)*/y);
  if (!release) return void 0;
  const pre = take(/[-_.]?(alpha|a|beta|b|preview|pre|c|rc)[-_.]?(\d*)/y);
  const post = take(/-(\d+)/y) ?? take(/[-_.]?(?:post|rev|r)[-_.]?(\d*)/y);
  const dev = take(/[-_.]?dev[-_.]?(\d*)/y);
  const local = take(/\+([a-z0-9]+(?:[-_.][a-z0-9]+)*)/y);
  if (at !== text.length) return void 0;
  return {
    kind: "standard",
    epoch: toDigits(epoch?.[1] ?? ""),
    release: release[0].split(".").map(toDigits),
    pre: pre ? mark(PRE_RANK[pre[1] ?? ""] ?? 0, pre[2]) : dev && !post ? BELOW : ABOVE,
    post: post ? mark(0, post[1]) : BELOW,
    dev: dev ? mark(0, dev[1]) : ABOVE,
    local: local ? local[1].split(/[-_.]/).map(toLocal) : []
  };
}
function mark(rank, number2) {
  return { rank, number: toDigits(number2 ?? "") };
}
function toLocal(text) {
  return /^\d+$/.test(text) ? { digits: toDigits(text) } : { text };
}
var LEGACY_WORDS = /* @__PURE__ */ new Map([
  ["pre", "c"],
  ["preview", "c"],
  ["-", "final-"],
  ["rc", "c"],
  ["dev", "@"]
]);
function legacyParts(text) {
  const parts = [];
  for (const piece of text.split(/(\d+|[a-z]+|\.|-)/)) {
    const word = LEGACY_WORDS.get(piece) ?? piece;
    if (word === "" || word === ".") continue;
    addLegacyPart(parts, /^\d/.test(word) ? word.padStart(8, "0") : `*${word}`);
  }
  addLegacyPart(parts, "*final");
  return parts;
}
function addLegacyPart(parts, part) {
  if (part.startsWith("*")) {
    if (part < "*final") while (parts.at(-1) === "*final-") parts.pop();
    while (parts.at(-1) === "00000000") parts.pop();
  }
  parts.push(part);
}
var pub = defineOrdering({
  id: "pub",
  parse: parseSemver,
  compare: (a, b) => compareSemver(a, b) || compareListsThenLength(a.build, b.build, compareIdentifiers)
});
var END3 = { rank: 1, digits: toDigits(""), text: "" };
var rpm = defineOrdering({
  id: "rpm",
  parse: parseRpm,
  compare: (a, b) => compareTokens2(a.epoch, b.epoch) || compareTokens2(a.version, b.version) || compareTokens2(a.release, b.release)
});
function parseRpm(input) {
  const text = input.trim();
  if (text === "") return void 0;
  const colon = text.indexOf(":");
  const rest = text.slice(colon + 1);
  const hyphen = rest.lastIndexOf("-");
  return {
    epoch: toTokens(colon <= 0 ? "0" : text.slice(0, colon)),
    version: toTokens(hyphen === -1 ? rest : rest.slice(0, hyphen)),
    release: toTokens(hyphen === -1 ? "" : rest.slice(hyphen + 1))
  };
}
function toTokens(text) {
  return (text.match(/\d+|[A-Za-z]+|[~^]/g) ?? []).map((piece) => {
    if (piece === "~" || piece === "^") return { ...END3, rank: piece === "~" ? 0 : 2 };
    return /^\d/.test(piece) ? { rank: 4, digits: toDigits(piece), text: "" } : { ...END3, rank: 3, text: piece };
  });
}
function compareTokens2(a, b) {
  const length = Math.max(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const x = a[i] ?? END3;
    const y = b[i] ?? END3;
    const order = x.rank - y.rank || compareDigits(x.digits, y.digits) || compareText(x.text, y.text);
    if (order !== 0) return order;
  }
  return 0;
}
var ZERO3 = { digits: toDigits("0") };
var SHAPE = /^\d+(?:\.[0-9a-z]+)*(?:-[0-9a-z-]+(?:\.[0-9a-z-]+)*)?$/i;
var rubygems = defineOrdering({
  id: "rubygems",
  parse: parseRubygems,
  compare: (a, b) => compareLists(a, b, compareSegments, ZERO3)
});
function parseRubygems(input) {
  const text = input.trim();
  if (!SHAPE.test(text) && !/^\d[0-9a-z.]*$/i.test(text)) return void 0;
  const pieces = text.replaceAll("-", ".pre.").match(/\d+|[a-z]+/gi) ?? [];
  const segments = pieces.map(
    (piece) => /^\d/.test(piece) ? { digits: toDigits(piece) } : { text: piece }
  );
  const firstText = segments.findIndex((segment) => "text" in segment);
  if (firstText === -1) return withoutTrailingZeros(segments);
  return [
    ...withoutTrailingZeros(segments.slice(0, firstText)),
    ...withoutTrailingZeros(segments.slice(firstText))
  ];
}
function withoutTrailingZeros(segments) {
  let length = segments.length;
  while (length > 0 && isZero(segments[length - 1])) length--;
  return segments.slice(0, length);
}
function isZero(segment) {
  return "digits" in segment && segment.digits === "";
}
function compareSegments(a, b) {
  if ("digits" in a) return "digits" in b ? compareDigits(a.digits, b.digits) : 1;
  return "digits" in b ? -1 : compareText(a.text, b.text);
}
var ORDERINGS = [
  semver,
  pep440,
  maven,
  rubygems,
  nuget,
  packagist,
  debian,
  alpine,
  rpm,
  cran,
  hackage,
  pub
];
var byEcosystem = new Map(
  ORDERINGS.flatMap(
    (ordering) => ecosystems_default[ordering.id].map((name) => [name, ordering])
  )
);
function orderingOf(ecosystem) {
  return byEcosystem.get(ecosystemBase(ecosystem));
}
function ecosystemBase(ecosystem) {
  const colon = ecosystem.indexOf(":");
  return colon === -1 ? ecosystem : ecosystem.slice(0, colon);
}
function orderedEcosystems() {
  return [...byEcosystem.keys()].sort();
}
function compareVersions(ordering, a, b) {
  const left = ordering.parse(a);
  const right = ordering.parse(b);
  return left === void 0 || right === void 0 ? void 0 : ordering.compare(left, right);
}
var NORMAL_FORMS = /* @__PURE__ */ new Map([
  // https://packaging.python.org/en/latest/specifications/name-normalization
  ["PyPI", (name) => name.toLowerCase().replace(/[-_.]+/g, "-")],
  ["NuGet", (name) => name.toLowerCase()],
  ["Packagist", (name) => name.toLowerCase()],
  ["GitHub Actions", (name) => name.toLowerCase()],
  ["Hex", (name) => name.toLowerCase()],
  ["SwiftURL", normalRepository],
  ["GIT", normalRepository]
]);
function normalName(ecosystem, name) {
  return NORMAL_FORMS.get(ecosystemBase(ecosystem))?.(name) ?? name;
}
function packageKey(ecosystem, name) {
  return `${ecosystemBase(ecosystem)}
${normalName(ecosystem, name)}`;
}
function sameEcosystem(a, b) {
  return a === b || ecosystemBase(a) === ecosystemBase(b) && (!a.includes(":") || !b.includes(":"));
}
function normalRepository(name) {
  return name.toLowerCase().replace(/^(github|gitlab):/, "$1.com/").replace(/^[a-z+]+:\/\//, "").replace(/^[^@/]+@/, "").replace(/^([^/:]+):(?!\d)/, "$1/").replace(/\.git$/, "").replace(/\/$/, "");
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  chunk_ETWM5SCF,
  chunk_NC4COCRK,
  chunk_V5MOCF6Z
});
