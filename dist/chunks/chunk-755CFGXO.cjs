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
  chunk_755CFGXO: () => chunk_755CFGXO_exports
});
module.exports = stdin_exports;
var import_chunk_0722AEF2 = require("./chunk-0722AEF2.cjs").chunk_FOJ5JTVQ;
var import_chunk_0722AEF22 = require("./chunk-0722AEF2.cjs").chunk_53KULZZP;
var import_chunk_C3CB3CD9 = require("./chunk-C3CB3CD9.cjs").chunk_ETWM5SCF;
var import_chunk_2BC21E11 = require("./chunk-2BC21E11.cjs").chunk_COQYJIF4;
var import_chunk_5523CD0A = require("./chunk-5523CD0A.cjs").chunk_CP7VLAJU;
var import_chunk_7A0A2440 = require("./chunk-7A0A2440.cjs").chunk_HB6XE5KP;
var import_chunk_7A0A24402 = require("./chunk-7A0A2440.cjs").chunk_RO6TSUK6;
var import_chunk_7A0A24403 = require("./chunk-7A0A2440.cjs").chunk_2QF5A3XH;
var import_cli = require("../cli.cjs").chunk_SO3KANTK;
var import_cli2 = require("../cli.cjs").chunk_GEUJANHY;
var import_chunk_C3CB3CD92 = require("./chunk-C3CB3CD9.cjs").chunk_V5MOCF6Z;
var import_cli3 = require("../cli.cjs").chunk_QW7UKFTH;
var import_cli4 = require("../cli.cjs").chunk_4NFOMFHU;
var import_cli5 = require("../cli.cjs").chunk_TO5RH7DJ;
var import_cli6 = require("../cli.cjs").chunk_HJAZFC2R;
var import_node_path = process.getBuiltinModule("node:path");
var import_node_crypto = process.getBuiltinModule("node:crypto");
var import_node_fs = process.getBuiltinModule("node:fs");
var import_node_path2 = process.getBuiltinModule("node:path");
var import_node_fs2 = process.getBuiltinModule("node:fs");
var import_node_path3 = process.getBuiltinModule("node:path");
var import_node_crypto2 = process.getBuiltinModule("node:crypto");
var import_node_fs3 = process.getBuiltinModule("node:fs");
var import_node_path4 = process.getBuiltinModule("node:path");

var import_node_fs4 = process.getBuiltinModule("node:fs");

var import_node_path5 = process.getBuiltinModule("node:path");
var __defProp2 = Object.defineProperty;
var __export2 = (target, all) => {
  for (var name in all)
    __defProp2(target, name, { get: all[name], enumerable: true });
};
var chunk_755CFGXO_exports = {};
__export2(chunk_755CFGXO_exports, {
  compareSeverity: () => compareSeverity,
  folderArgument: () => folderArgument,
  gateFolder: () => gateFolder,
  markdownCode: () => markdownCode,
  markdownLink: () => markdownLink,
  markdownText: () => markdownText,
  openJudgedFolder: () => openJudgedFolder,
  plainLine: () => plainLine,
  scanFolder: () => scanFolder
});
function plainLine(text2) {
  return text2.replace(/[\x00-\x1f\x7f-\x9f]+/g, " ").replace(/[\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g, "\uFFFD");
}
function markdownText(text2) {
  return plainLine(text2).replace(/[\\`*_{}[\]()#+!|~$^-]/g, "\\$&").replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/@/g, "&#64;").replace(/:\/\//g, "&#58;//").replace(/\bwww\./gi, "www&#46;");
}
function markdownCode(text2) {
  const plain = plainLine(text2).replace(/\|/g, "\\|") || " ";
  const runs = plain.match(/`+/g) ?? [];
  const fence = "`".repeat(Math.max(0, ...runs.map((run) => run.length)) + 1);
  const padded = plain.startsWith("`") || plain.endsWith("`") ? ` ${plain} ` : plain;
  return `${fence}${padded}${fence}`;
}
function markdownLink(text2, url) {
  const label = markdownText(text2);
  if (url === void 0 || !/^https:\/\/[A-Za-z0-9.-]+(\/[A-Za-z0-9._~%/?#=&+,:;@-]*)?$/.test(url))
    return label;
  return `[${label}](${url})`;
}
var SCANNERS = {
  dependencies: async () => (await Promise.resolve().then(() => require("./scanner-PZA6JXYA.cjs").scanner_PZA6JXYA)).dependenciesScanner,
  workflows: async () => (await Promise.resolve().then(() => require("./scanner-4SF3MEXN.cjs").scanner_4SF3MEXN)).workflowsScanner,
  secrets: async () => (await Promise.resolve().then(() => require("./scanner-F6UI5G3T.cjs").scanner_F6UI5G3T)).secretsScanner,
  code: async () => (await Promise.resolve().then(() => require("./scanner-S3A27QZG.cjs").scanner_S3A27QZG)).codeScanner,
  compliance: async () => (await Promise.resolve().then(() => require("./scanner-BEW656A4.cjs").scanner_BEW656A4)).complianceScanner
};
var SCANNER_IDS = Object.keys(SCANNERS);
function comparePaths(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}
function sortByPath(entries) {
  return [...entries].sort((a, b) => comparePaths(a.path, b.path));
}
function withLinkedFiles(tree) {
  if (tree.links.length === 0) return tree;
  const files = new Map(tree.files.map((file) => [file.path, file]));
  const links = new Map(tree.links.map((link) => [link.path, link.target]));
  const added = [];
  for (const { path } of tree.links) {
    const target = files.get(resolveLink(path, links) ?? "");
    if (target && (baseName(target.path) !== baseName(path) || path.startsWith(".github/"))) {
      added.push({ ...target, path, read: () => target.read() });
    }
  }
  return { ...tree, files: sortByPath([...tree.files, ...added]) };
}
var MAX_HOPS = 16;
function resolveLink(path, links) {
  let pending = path.split("/");
  let done = [];
  let hops = 0;
  while (pending.length > 0) {
    const [step, ...rest] = pending;
    pending = rest;
    if (step === "" || step === ".") continue;
    if (step === "..") {
      if (done.pop() === void 0) return void 0;
      continue;
    }
    const here = [...done, step];
    const target = links.get(here.join("/"));
    if (target === void 0) {
      done = here;
      continue;
    }
    if (++hops > MAX_HOPS || target.startsWith("/") || /^[A-Za-z]:|\\/.test(target)) return void 0;
    pending = [...target.split("/"), ...rest];
  }
  return done.join("/");
}
function baseName(path) {
  return path.slice(path.lastIndexOf("/") + 1);
}
var LABEL = "sallyport/finding/v1";
function fingerprintFindings(scanner, findings) {
  const seen = /* @__PURE__ */ new Map();
  return [...findings].sort(comparePlaces).map((finding2) => {
    const key = JSON.stringify([finding2.rule, finding2.path, finding2.identity]);
    const ordinal = seen.get(key) ?? 0;
    seen.set(key, ordinal + 1);
    return { ...finding2, scanner, fingerprint: fingerprintOf(scanner, finding2, ordinal) };
  });
}
function fingerprintOf(scanner, finding2, ordinal) {
  const hash = (0, import_cli3.labelledHash)(LABEL, scanner, finding2.rule, finding2.path, ...finding2.identity, String(ordinal));
  return (0, import_cli4.encodeHex)(hash.subarray(0, 16));
}
function compareFindings(a, b) {
  return comparePlaces(a, b) || compareText(a.fingerprint, b.fingerprint);
}
function comparePlaces(a, b) {
  return compareText(a.path, b.path) || a.line - b.line || a.column - b.column || compareText(a.rule, b.rule) || compareText(a.identity.join("\0"), b.identity.join("\0"));
}
function compareText(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}
function persistingFingerprints(head, base) {
  const gone = /* @__PURE__ */ new Map();
  for (const finding2 of without(base, head)) {
    const key = weaknessOf(finding2);
    if (key !== void 0) gone.set(key, (gone.get(key) ?? 0) + 1);
  }
  const persisting = [];
  for (const finding2 of without(head, base)) {
    const key = weaknessOf(finding2);
    const left = key === void 0 ? 0 : gone.get(key) ?? 0;
    if (left === 0) continue;
    gone.set(key, left - 1);
    persisting.push(finding2.fingerprint);
  }
  return persisting;
}
function without(findings, others) {
  const known = new Set(others.map(({ fingerprint }) => fingerprint));
  return findings.filter(({ fingerprint }) => !known.has(fingerprint));
}
function weaknessOf(finding2) {
  const { scanner, rule, path, package: about, advisory } = finding2;
  return about && advisory ? JSON.stringify([scanner, rule, path, about.ecosystem, about.name, advisory.id]) : void 0;
}
var text = where((value) => typeof value === "string", "expected a text");
var texts = listOf(text);
var flag = where((value) => typeof value === "boolean", "expected true or false");
var number = where((value) => Number.isFinite(value), "expected a number");
var integer = where((value) => Number.isSafeInteger(value), "expected a whole number");
var position = where(
  (value) => Number.isSafeInteger(value) && Number(value) >= 1,
  "lines and columns begin at 1"
);
var someText = where(
  (value) => typeof value === "string" && value !== "",
  "expected a text that is not empty"
);
var relativePath = where(
  (value) => typeof value === "string" && value !== "" && !value.startsWith("/") && !value.split("/").includes(".."),
  "a path must be relative to the tree"
);
var finding = objectOf({
  rule: where(
    (value) => typeof value === "string" && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(value),
    "expected words-like-this"
  ),
  severity: oneOf(import_chunk_7A0A24403.SEVERITIES),
  confidence: oneOf(import_chunk_7A0A24403.CONFIDENCES),
  title: someText,
  message: text,
  path: relativePath,
  line: position,
  column: position,
  endLine: position,
  package: nullable(
    objectOf({
      ecosystem: text,
      name: text,
      version: text,
      direct: nullable(flag),
      scope: oneOf(["prod", "dev", "optional", "peer", "test", "build", "unknown"]),
      paths: listOf(texts),
      fix: nullable(objectOf({ name: text, version: text, heldBackBy: optional(text) }))
    })
  ),
  advisory: nullable(
    objectOf({
      id: text,
      aliases: texts,
      fixed: texts,
      exploitation: optional(objectOf({ knownSince: nullable(text), probability: nullable(number) }))
    })
  ),
  identity: texts,
  link: optional(text)
});
var scanOutput = objectOf({
  findings: listOf(finding),
  fileErrors: listOf(objectOf({ path: relativePath, line: optional(position), code: text, message: text })),
  incomplete: optional(text),
  skipped: optional(text),
  advisories: optional(listOf(objectOf({ source: text, digest: text, asOf: nullable(text) }))),
  remedies: optional(texts),
  controls: optional(
    listOf(
      objectOf({
        check: text,
        number: integer,
        title: text,
        osps: texts,
        supports: texts,
        answer: oneOf(["pass", "fail", "not applicable", "not determined"]),
        reason: text
      })
    )
  )
});
function checkScanOutput(value) {
  try {
    const flaw = scanOutput(value);
    if (!flaw) return { kind: "usable", output: value };
    return { kind: "garbage", why: `${flaw.path.join(".") || "its result"}: ${flaw.message}` };
  } catch (error) {
    return { kind: "garbage", why: (0, import_cli5.messageOf)(error) };
  }
}
function where(holds2, message) {
  return (value) => holds2(value) ? void 0 : { path: [], message };
}
function oneOf(words) {
  return where((value) => words.includes(value), `expected one of ${words.join(", ")}`);
}
function optional(check) {
  return (value) => value === void 0 ? void 0 : check(value);
}
function nullable(check) {
  return (value) => value === null ? void 0 : check(value);
}
function listOf(check) {
  return (value) => {
    if (!Array.isArray(value)) return { path: [], message: "expected a list" };
    for (let index = 0; index < value.length; index++) {
      const flaw = check(value[index]);
      if (flaw) return at(index, flaw);
    }
    return void 0;
  };
}
function objectOf(members) {
  const checks = Object.entries(members);
  return (value) => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) {
      return { path: [], message: "expected an object" };
    }
    for (const [key, check] of checks) {
      const flaw = check(value[key]);
      if (flaw) return at(key, flaw);
    }
    return void 0;
  };
}
function at(step, { path, message }) {
  return { path: [step, ...path], message };
}
var NOTHING = { findings: [], fileErrors: [] };
async function runScanners(request) {
  const started = /* @__PURE__ */ new Map();
  const byId = new Map(request.scanners.map((scanner) => [scanner.id, scanner]));
  const start = (scanner, ancestors) => {
    const running = started.get(scanner.id);
    if (running) return running;
    if (ancestors.includes(scanner.id))
      throw new Error(`scanners wait for each other: ${ancestors.join(", ")}`);
    const before = (scanner.after ?? []).flatMap((id) => byId.get(id) ?? []);
    const results = before.map((other) => start(other, [...ancestors, scanner.id]));
    const result2 = Promise.all(results).then((done) => runOne(scanner, done, request));
    started.set(scanner.id, result2);
    return result2;
  };
  return await Promise.all(request.scanners.map((scanner) => start(scanner, [])));
}
async function runOne(scanner, before, request) {
  const run = request.configure(scanner.id);
  if (!run.enabled) return result(scanner, 0, "skipped", "switched off by the policy", NOTHING);
  const known = request.known?.(scanner);
  if (known) return known;
  const wanted = wantedFiles(scanner, request);
  if (wanted.kind === "failed") return result(scanner, 0, "failed", wanted.why, NOTHING);
  const { files } = wanted;
  if (files.length === 0 && !scanner.after) {
    return result(scanner, 0, "skipped", "the tree has no file that it reads", NOTHING);
  }
  const kept = request.knownFiles?.(scanner);
  const unknown2 = kept ? files.filter(({ path }) => !kept.paths.has(path)) : files;
  const outcome = kept && unknown2.length === 0 ? { kind: "output", output: NOTHING } : await scanInTime(scanner, unknown2, before, run, request);
  if (outcome.kind === "failed") return result(scanner, files.length, "failed", outcome.why, NOTHING);
  const output = kept ? joinOutputs(outcome.output, kept.output) : outcome.output;
  const { status, reason } = statusOf(output);
  return result(scanner, files.length, status, reason, output);
}
function joinOutputs(output, kept) {
  const byPath = (a, b) => comparePaths(a.path, b.path);
  return {
    ...output,
    findings: [...output.findings, ...kept.findings].sort(byPath),
    fileErrors: [...output.fileErrors, ...kept.fileErrors].sort(byPath)
  };
}
function wantedFiles(scanner, request) {
  try {
    return { kind: "files", files: request.tree.files.filter((file) => scanner.wants(file.path)) };
  } catch (error) {
    return { kind: "failed", why: (0, import_cli5.messageOf)(error) };
  }
}
async function scanInTime(scanner, files, before, run, request) {
  const abort = new AbortController();
  const { promise: stopped, resolve: stop } = Promise.withResolvers();
  const end = (why) => {
    stop({ kind: "failed", why });
    abort.abort(new Error(why));
  };
  const cancelled = () => end("the run was cancelled");
  const disarm = request.timer(run.timeoutMs, () => end(`it did not finish within ${run.timeoutMs} ms`));
  if (request.signal.aborted) cancelled();
  request.signal.addEventListener("abort", cancelled, { once: true });
  try {
    const input = scanInput(scanner, files, before, run, abort.signal, request);
    return await Promise.race([guarded(scanner, input), stopped]);
  } finally {
    disarm();
    request.signal.removeEventListener("abort", cancelled);
  }
}
async function guarded(scanner, input) {
  try {
    const checked = checkScanOutput(await scanner.scan(input));
    if (checked.kind === "usable") return { kind: "output", output: checked.output };
    return { kind: "failed", why: `it returned what no scanner may return: ${checked.why}` };
  } catch (error) {
    input.diagnostics.log("debug", "a scanner threw", { scanner: scanner.id, error: (0, import_cli5.messageOf)(error) });
    return { kind: "failed", why: (0, import_cli5.messageOf)(error) };
  }
}
function scanInput(scanner, files, before, run, signal, request) {
  const granted = Object.fromEntries(
    (scanner.needs ?? []).filter((name) => request.ports[name] !== void 0 && !(name === "http" && request.offline)).map((name) => [name, request.ports[name]])
  );
  return {
    files,
    paths: request.tree.files.map((file) => file.path),
    results: new Map(before.map((other) => [other.id, other])),
    ports: granted,
    settings: run.settings,
    offline: request.offline,
    now: request.now,
    diagnostics: request.diagnostics,
    signal
  };
}
function statusOf(output) {
  if (output.skipped !== void 0) return { status: "skipped", reason: output.skipped };
  const errors = output.fileErrors.length;
  const unread = errors === 0 ? void 0 : `${errors} ${errors === 1 ? "file" : "files"} could not be read wholly`;
  const reasons = [output.incomplete, unread].filter((reason) => reason !== void 0);
  return reasons.length === 0 ? { status: "complete" } : { status: "partial", reason: reasons.join("; ") };
}
function result(scanner, files, status, reason, output) {
  return { id: scanner.id, status, ...reason === void 0 ? {} : { reason }, files, output };
}
async function existingFingerprints({ run, base, results }) {
  const unchanged = findUnchanged(run.tree, base);
  const headResult = new Map(results.map((result2) => [result2.id, result2]));
  const reused = /* @__PURE__ */ new Set();
  const isSame = sameAnswer(run.tree, base, unchanged);
  const known = (scanner) => {
    const before = (scanner.after ?? []).every((id) => !headResult.has(id) || reused.has(id));
    if (!before || !isSame(scanner)) return void 0;
    reused.add(scanner.id);
    return headResult.get(scanner.id);
  };
  const knownFiles = (scanner) => scanner.perFile ? knownOf(headResult.get(scanner.id), unchanged) : void 0;
  const baseResults = await runScanners({ ...run, tree: base, known, knownFiles });
  const moved = findMoved(run.tree, base);
  const existing = /* @__PURE__ */ new Set();
  for (const { id, status, output } of baseResults) {
    if (status !== "complete" && !reused.has(id)) continue;
    const findings = output.findings.map((finding2) => atNewPath(finding2, moved));
    const before = fingerprintFindings(id, findings);
    const now = fingerprintFindings(id, headResult.get(id)?.output.findings ?? []);
    for (const { fingerprint } of before) existing.add(fingerprint);
    for (const fingerprint of persistingFingerprints(now, before)) existing.add(fingerprint);
  }
  return existing;
}
function findUnchanged(head, base) {
  const inHead = new Map(head.files.map((file) => [file.path, file.oid]));
  const unchanged = base.files.filter((file) => file.oid !== void 0 && inHead.get(file.path) === file.oid);
  return new Set(unchanged.map((file) => file.path));
}
function sameAnswer(head, base, unchanged) {
  const samePaths = head.files.length === base.files.length && head.files.every((file, index) => file.path === base.files[index]?.path);
  const changed = base.files.filter((file) => !unchanged.has(file.path));
  return (scanner) => samePaths && changed.every((file) => !wants(scanner, file.path));
}
function knownOf(result2, unchanged) {
  const isUsable = result2?.status === "complete" || result2?.status === "partial";
  if (!isUsable || result2.output.incomplete !== void 0) return void 0;
  const { findings, fileErrors } = result2.output;
  return {
    paths: unchanged,
    output: {
      findings: findings.filter(({ path }) => unchanged.has(path)),
      fileErrors: fileErrors.filter(({ path }) => unchanged.has(path))
    }
  };
}
function findMoved(head, base) {
  const moved = /* @__PURE__ */ new Map();
  const arrived = byContent(without2(head, base));
  for (const [oid, gone] of byContent(without2(base, head))) {
    gone.forEach((from, index) => {
      const to = arrived.get(oid)?.[index];
      if (to !== void 0) moved.set(from, to);
    });
  }
  return moved;
}
function without2(tree, other) {
  const paths = new Set(other.files.map((file) => file.path));
  return tree.files.filter((file) => !paths.has(file.path));
}
function byContent(files) {
  const paths = /* @__PURE__ */ new Map();
  for (const { oid, path } of files) {
    if (oid !== void 0) paths.set(oid, [...paths.get(oid) ?? [], path].sort(comparePaths));
  }
  return paths;
}
function atNewPath(finding2, moved) {
  const path = moved.get(finding2.path);
  return path === void 0 ? finding2 : { ...finding2, path };
}
function wants(scanner, path) {
  try {
    return scanner.wants(path);
  } catch {
    return true;
  }
}
var MAX_LENGTH = 2e3;
function plainReason(text2) {
  const plain = text2.slice(0, MAX_LENGTH).replace(/[\x00-\x1f\x7f]+/g, " ").replace(/(^|[\s"'(=])(?:\/|[A-Za-z]:[\\/])(?:[^\s"'()/\\]+[\\/])*([^\s"'()/\\]*)/g, "$1$2");
  return plain.trim() || "no reason given";
}
async function checkPolicyFile(file, scanners) {
  if (file === null) return [];
  if (file instanceof import_cli5.SallyportError) return [invalid(file)];
  const { readPolicy } = await Promise.resolve().then(() => require("./read-policy-4E1E268F.cjs").read_policy_UP64MFUN);
  try {
    readPolicy(file, import_chunk_7A0A2440.POLICY_PATH, { scanners });
    return [];
  } catch (error) {
    if (error instanceof import_cli5.SallyportError) return [invalid(error)];
    throw error;
  }
}
function invalid({ message, help, place }) {
  const line = place?.line ?? 1;
  const todo = help === void 0 ? "" : ` To do: ${plainReason(help)}.`;
  return {
    rule: "policy-invalid",
    severity: "high",
    confidence: "high",
    title: "The gate policy cannot be understood",
    message: `${plainReason(message)}. Once it is merged, every gate that reads it ends with a configuration error.${todo}`,
    path: import_chunk_7A0A2440.POLICY_PATH,
    line,
    column: place?.column ?? 1,
    endLine: line,
    package: null,
    advisory: null,
    identity: []
  };
}
function applySuppressions(input) {
  const suppressed = /* @__PURE__ */ new Map();
  const findings = [];
  input.loaded.policy.suppressions.forEach((suppression, index) => {
    const matched = input.findings.filter(matcher(suppression, input.matchesVersion));
    const place = { index, line: input.loaded.suppressionLines[index] ?? 1 };
    if (input.now >= (0, import_chunk_7A0A24402.parseExpiry)(suppression.expires)) {
      findings.push(expired(suppression, place, matched.length));
      return;
    }
    for (const finding2 of matched) {
      if (!suppressed.has(finding2.fingerprint)) suppressed.set(finding2.fingerprint, suppression);
    }
    if (matched.length === 0 && isAnswered(suppression, input.completeScanners)) {
      findings.push(unused(suppression, place));
    }
  });
  return { suppressed, findings };
}
function matcher(suppression, matchesVersion) {
  const glob = suppression.path === void 0 ? void 0 : (0, import_chunk_5523CD0A.compileGlob)(suppression.path);
  return (finding2) => agrees(suppression.scanner, finding2.scanner) && agrees(suppression.rule, finding2.rule) && agrees(suppression.fingerprint, finding2.fingerprint) && (glob === void 0 || (0, import_chunk_5523CD0A.matchesGlob)(glob, finding2.path)) && isAboutAdvisory(suppression, finding2) && isAboutPackage(suppression, finding2, matchesVersion);
}
function agrees(asked, value) {
  return asked === void 0 || asked === value;
}
function isAboutAdvisory(suppression, finding2) {
  const asked = suppression.advisory;
  if (asked === void 0) return true;
  if (!finding2.advisory) return false;
  return [finding2.advisory.id, ...finding2.advisory.aliases].includes(asked);
}
function isAboutPackage({ package: asked, versions }, { package: found }, matchesVersion) {
  if (!asked) return true;
  if (!found || found.name !== asked.name) return false;
  if (!agrees(asked.ecosystem, found.ecosystem)) return false;
  if (versions === void 0) return true;
  return matchesVersion?.(found.ecosystem, found.version, versions) === true;
}
function isAnswered(suppression, complete) {
  return suppression.scanner === void 0 ? complete.has("*") : complete.has(suppression.scanner);
}
function expired(suppression, place, matched) {
  const effect = matched === 0 ? "It matches nothing." : `It would match ${matched}.`;
  return aboutSuppression(suppression, place, {
    rule: "suppression-expired",
    severity: "medium",
    title: `A suppression expired on ${suppression.expires}`,
    message: `The suppression of ${describe(suppression)} expired on ${suppression.expires} and holds no longer. ${effect} Mend what it hid, or have ${suppression.owner} renew it with a new reason.`
  });
}
function unused(suppression, place) {
  return aboutSuppression(suppression, place, {
    rule: "suppression-unused",
    severity: "low",
    title: "A suppression matches nothing",
    message: `Nothing matches the suppression of ${describe(suppression)}. Remove it, so that it cannot hide what comes later.`
  });
}
function aboutSuppression(suppression, { line }, what) {
  return {
    ...what,
    confidence: "high",
    path: import_chunk_7A0A2440.POLICY_PATH,
    line,
    column: 1,
    endLine: line,
    package: null,
    advisory: null,
    identity: [JSON.stringify(suppression)]
  };
}
function describe(suppression) {
  const { rule, path, fingerprint, advisory, package: about, versions } = suppression;
  const parts = [
    rule && `rule ${rule}`,
    advisory,
    about && [about.name, versions].filter(Boolean).join(" "),
    path && `in ${path}`,
    fingerprint && `fingerprint ${fingerprint}`
  ];
  return parts.filter(Boolean).join(", ");
}
var REASON_EFFECTS = {
  "findings-over-threshold": "failed",
  "scanner-partial": "undecided",
  "scanner-failed": "undecided",
  "scanner-skipped": "undecided",
  "scanner-missing": "undecided",
  "advisories-missing": "undecided",
  "advisories-too-old": "undecided",
  "tree-incomplete": "undecided",
  "base-unavailable": "undecided",
  "repository-unreadable": "undecided",
  "nothing-to-scan": "none"
};
var RANK = { critical: 4, high: 3, medium: 2, low: 1, none: 0 };
function compareSeverity(a, b) {
  return sortRank(b) - sortRank(a);
}
function isAtLeast(severity, threshold) {
  return RANK[severity] >= RANK[threshold];
}
function sortRank(severity) {
  return severity === "unknown" ? RANK.high - 0.5 : RANK[severity];
}
function judge(input) {
  const blocking = findBlocking(input);
  const reasons = [
    ...input.troubles,
    ...missingReasons(input),
    ...input.results.flatMap((result2) => statusReasons(result2, input.policy)),
    ...advisoryReasons(input),
    ...blockingReasons(input, blocking)
  ];
  return { verdict: verdictOf(reasons), reasons, blocking };
}
function verdictOf(reasons) {
  const effects = reasons.map((reason) => REASON_EFFECTS[reason.code]);
  if (effects.includes("undecided")) return "undecided";
  return effects.includes("failed") ? "failed" : "passed";
}
var SURENESS = { high: 2, medium: 1, low: 0 };
function findBlocking({ policy, findings }) {
  const blocking = /* @__PURE__ */ new Set();
  const counted = /* @__PURE__ */ new Map();
  for (const finding2 of findings) {
    if (finding2.state === "suppressed") continue;
    if (finding2.state === "existing" && policy.block === "new") continue;
    if (SURENESS[finding2.confidence] < SURENESS[policy.confidence]) continue;
    const severity = ranked(finding2.severity, policy);
    const threshold = thresholdOf(finding2.scanner, policy);
    if (typeof threshold !== "string") {
      if (threshold[severity] === void 0) continue;
      const key = `${finding2.scanner} ${severity}`;
      counted.set(key, [...counted.get(key) ?? [], finding2.fingerprint]);
    } else if (threshold !== "never" && isAtLeast(severity, threshold)) blocking.add(finding2.fingerprint);
  }
  for (const [key, fingerprints] of counted) {
    const [scanner, severity] = key.split(" ");
    const threshold = thresholdOf(scanner, policy);
    const most = typeof threshold === "string" ? 0 : threshold[severity] ?? 0;
    if (fingerprints.length > most) for (const fingerprint of fingerprints) blocking.add(fingerprint);
  }
  return blocking;
}
function ranked(severity, policy) {
  return severity === "unknown" ? policy.unknownSeverity : severity;
}
function thresholdOf(scanner, policy) {
  const own = Object.hasOwn(policy.thresholds, scanner) ? policy.thresholds[scanner] : void 0;
  return own ?? policy.thresholds["default"] ?? "high";
}
function missingReasons({ policy, results, problems, advisoriesMissing }) {
  const reasons = [];
  for (const id of policy.require) {
    if (!results.some((result2) => result2.id === id)) {
      reasons.push({
        code: "scanner-missing",
        scanner: id,
        message: `the policy requires ${id}, which was not run`
      });
    }
  }
  if (problems > 0) {
    const what = problems === 1 ? "one place" : `${problems} places`;
    reasons.push({
      code: "tree-incomplete",
      count: problems,
      message: `${what} of the tree could not be looked at`
    });
  }
  if (advisoriesMissing) {
    reasons.push({ code: "advisories-missing", message: "the folder of advisories is not there" });
  }
  if (results.every((result2) => result2.files === 0)) {
    reasons.push({ code: "nothing-to-scan", message: "no scanner found a file that it reads" });
  }
  return reasons;
}
function statusReasons(result2, policy) {
  const { id, status } = result2;
  const why = result2.reason === void 0 ? "" : `: ${result2.reason}`;
  if (status === "partial" || status === "failed") {
    const what = status === "partial" ? "did not see everything" : "failed";
    const count = result2.output.fileErrors.length;
    return [
      {
        code: `scanner-${status}`,
        scanner: id,
        ...count > 0 ? { count } : {},
        message: `${id} ${what}${why}`
      }
    ];
  }
  if (status !== "skipped") return [];
  if (!policy.require.includes(id)) return [];
  return [{ code: "scanner-skipped", scanner: id, message: `${id} was skipped${why}` }];
}
function advisoryReasons({ results, maxAdvisoryAgeMs, now }) {
  if (maxAdvisoryAgeMs === void 0) return [];
  const reasons = [];
  for (const result2 of results) {
    const old = (result2.output.advisories ?? []).filter(
      (source) => isOlder(source.asOf, now, maxAdvisoryAgeMs)
    );
    if (old.length === 0) continue;
    const which = old.map((source) => `${source.source} (${source.asOf ?? "of unknown age"})`).join(", ");
    reasons.push({
      code: "advisories-too-old",
      scanner: result2.id,
      count: old.length,
      message: `advisories are older than the policy lets them be: ${which}`
    });
  }
  return reasons;
}
function isOlder(asOf, now, maxAgeMs) {
  if (asOf === null) return true;
  try {
    return now - (0, import_cli2.parseTimestamp)(asOf) > maxAgeMs;
  } catch {
    return true;
  }
}
function blockingReasons({ findings, results }, blocking) {
  const counts = /* @__PURE__ */ new Map();
  for (const finding2 of findings) {
    if (blocking.has(finding2.fingerprint)) counts.set(finding2.scanner, (counts.get(finding2.scanner) ?? 0) + 1);
  }
  const order = [...results.map((result2) => result2.id), ...counts.keys()];
  return [...new Set(order)].flatMap((scanner) => {
    const count = counts.get(scanner);
    if (count === void 0) return [];
    const message = `${count} ${count === 1 ? "finding" : "findings"} of ${scanner} over the threshold`;
    return [{ code: "findings-over-threshold", scanner, count, message }];
  });
}
async function runScan(request) {
  const results = (await runScanners(runRequest(request, request.tree))).map(plainResult);
  const findings = allFindings(request, results);
  return {
    scanners: reportScanners(request.scanners, results),
    findings: withStates(findings, /* @__PURE__ */ new Set()),
    remedies: remediesOf(results),
    controls: controlAnswers(results)
  };
}
async function runGate(request) {
  const run = runRequest(request, request.tree);
  const results = (await runScanners(run)).map(plainResult);
  const existing = request.base ? await existingFingerprints({ run, base: request.base, results }) : /* @__PURE__ */ new Set();
  const proposed = await checkProposedPolicies(request);
  for (const finding2 of proposed.base) existing.add(finding2.fingerprint);
  const findings = allFindings(request, results, proposed.head);
  const stated = withStates(findings, existing);
  const { policy, source, digest } = request.loaded;
  const judgement = judge({
    policy,
    results,
    findings: stated,
    problems: request.tree.problems.length,
    troubles: request.troubles,
    advisoriesMissing: request.advisoriesMissing,
    maxAdvisoryAgeMs: policy.advisories.maxAge === void 0 ? void 0 : (0, import_cli2.parseDuration)(policy.advisories.maxAge),
    now: request.now
  });
  return {
    verdict: judgement.verdict,
    reasons: judgement.reasons,
    policy: { source, digest },
    advisories: advisorySources(results),
    judgedAt: (0, import_cli2.formatTimestamp)(request.judgedAt),
    tree: request.judged,
    scanners: reportScanners(request.scanners, results),
    findings: stated.map((finding2) => ({
      ...finding2,
      blocking: judgement.blocking.has(finding2.fingerprint)
    })),
    remedies: remediesOf(results),
    controls: controlAnswers(results)
  };
}
function runRequest(request, tree) {
  const { scanners, ports, offline, now, diagnostics, signal, timer } = request;
  const configure = (id) => configureScanner(id, request.loaded);
  return { scanners, tree, configure, ports, offline, now, diagnostics, signal, timer };
}
var DEFAULT_TIMEOUT_MS = 12e4;
function configureScanner(id, { policy }) {
  const section = Object.hasOwn(policy.scanners, id) ? policy.scanners[id] : void 0;
  return {
    enabled: section?.enabled ?? true,
    timeoutMs: section ? (0, import_cli2.parseDuration)(section.timeout) : DEFAULT_TIMEOUT_MS,
    settings: settingsOf(id, section?.settings, policy)
  };
}
function settingsOf(id, settings, policy) {
  if (id === "dependencies") return withPrivateRegistries(settings, policy);
  if (id === "compliance") return withAdvisoryThreshold(settings, policy);
  return settings;
}
function withAdvisoryThreshold(settings, policy) {
  const threshold = thresholdOf("dependencies", policy);
  const named = typeof threshold === "string" ? [threshold] : Object.keys(threshold);
  const least = import_chunk_7A0A24403.SEVERITIES.findLast((severity) => named.includes(severity));
  return least === void 0 ? settings : { "advisory-threshold": least, ...settings };
}
function withPrivateRegistries(settings, { registries }) {
  if (registries.private.length === 0) return settings;
  return {
    "private-registries": registries.private.filter((name) => !name.startsWith("@")),
    "private-scopes": registries.private.filter((name) => name.startsWith("@")),
    ...settings
  };
}
async function checkProposedPolicies({ proposed, scanners }) {
  const ids = scanners.map((scanner) => scanner.id);
  const check = async (file) => fingerprintFindings(import_chunk_7A0A2440.POLICY_SCANNER, await checkPolicyFile(file, ids));
  return { head: await check(proposed.head), base: await check(proposed.base) };
}
function allFindings(request, results, proposed = []) {
  const ofScanners = results.flatMap((result2) => fingerprintFindings(result2.id, result2.output.findings));
  const scanned = [...ofScanners, ...proposed];
  const complete = new Set(
    results.filter((result2) => result2.status === "complete").map((result2) => result2.id)
  );
  const whole = results.every((result2) => result2.status === "complete" || result2.files === 0);
  if (request.allScanners && whole) complete.add("*");
  const suppressions = applySuppressions({
    findings: scanned,
    loaded: request.loaded,
    now: request.now,
    completeScanners: complete,
    ...request.matchesVersion ? { matchesVersion: request.matchesVersion } : {}
  });
  const own = fingerprintFindings(import_chunk_7A0A2440.POLICY_SCANNER, suppressions.findings);
  return { findings: [...scanned, ...own].sort(compareFindings), suppressed: suppressions.suppressed };
}
function withStates({ findings, suppressed }, existing) {
  return findings.map((finding2) => {
    const suppression = suppressed.get(finding2.fingerprint);
    const state = suppression ? "suppressed" : existing.has(finding2.fingerprint) ? "existing" : "new";
    return {
      ...finding2,
      id: `SP-${finding2.fingerprint.slice(0, 12)}`,
      state,
      blocking: false,
      suppression: suppression ? { reason: suppression.reason, owner: suppression.owner, expires: suppression.expires } : null
    };
  });
}
function reportScanners(scanners, results) {
  return results.map((result2) => ({
    id: result2.id,
    title: scanners.find((scanner) => scanner.id === result2.id)?.title ?? result2.id,
    status: result2.status,
    ...result2.reason === void 0 ? {} : { reason: result2.reason },
    files: result2.files,
    fileErrors: result2.output.fileErrors
  }));
}
function plainResult(result2) {
  const fileErrors = result2.output.fileErrors.map((error) => ({
    ...error,
    message: plainReason(error.message)
  }));
  const sorted = fileErrors.sort(
    (a, b) => a.path < b.path ? -1 : a.path > b.path ? 1 : (a.line ?? 0) - (b.line ?? 0)
  );
  return {
    ...result2,
    ...result2.reason === void 0 ? {} : { reason: plainReason(result2.reason) },
    output: { ...result2.output, fileErrors: sorted }
  };
}
function remediesOf(results) {
  return results.flatMap((result2) => result2.output.remedies ?? []).map(plainReason);
}
function controlAnswers(results) {
  return results.flatMap((result2) => result2.output.controls ?? []).map((control) => ({ ...control, reason: plainReason(control.reason) })).sort((a, b) => a.number - b.number);
}
function advisorySources(results) {
  const all = results.flatMap((result2) => result2.output.advisories ?? []);
  const unique = new Map(
    all.map((one) => [`${one.source}\0${one.digest}`, { ...one, source: plainReason(one.source) }])
  );
  return [...unique.entries()].sort(([a], [b]) => a < b ? -1 : a > b ? 1 : 0).map(([, source]) => source);
}
var PARALLEL = 16;
async function sealTree(tree, objectHash) {
  const sealed = new Array(tree.files.length);
  let next = 0;
  const work = async () => {
    for (let index = next++; index < tree.files.length; index = next++) {
      sealed[index] = await sealFile(tree.files[index], objectHash);
    }
  };
  await Promise.all(Array.from({ length: PARALLEL }, work));
  const problems = sealed.flatMap(({ problem }) => problem ?? []);
  return {
    tree: {
      files: sealed.map(({ file }) => file),
      links: tree.links,
      problems: [...tree.problems, ...problems]
    },
    digest: (0, import_cli3.formatDigest)((0, import_cli3.labelledHashOf)("sallyport/tree/v1", digestFields(sealed, tree.links)))
  };
}
function* digestFields(sealed, links) {
  for (const { file, content } of sealed) yield* ["file", file.path, file.executable ? "x" : "-", content];
  for (const { path, target } of links) yield* ["link", path, target];
}
async function sealFile(file, objectHash) {
  try {
    const bytes = await file.read();
    const content = (0, import_cli3.sha256)(bytes);
    const oid = file.oid ?? (objectHash ? blobId(bytes, objectHash) : void 0);
    const read = () => readUnchanged(file, content);
    return { file: { ...file, ...oid === void 0 ? {} : { oid }, read }, content };
  } catch (error) {
    const content = (0, import_cli4.encodeUtf8)(`unread ${file.size}`);
    if (error instanceof import_cli5.SallyportError && error.code === "LIMIT_EXCEEDED") return { file, content };
    return { file, content, problem: { path: file.path, message: (0, import_cli5.messageOf)(error) } };
  }
}
async function readUnchanged(file, content) {
  const bytes = await file.read();
  if (!Buffer.from(content).equals((0, import_cli3.sha256)(bytes))) {
    throw new import_cli5.SallyportError("FILE_UNREADABLE", {
      message: "the file changed while it was judged",
      place: { file: file.path }
    });
  }
  return bytes;
}
function blobId(bytes, hash) {
  const header = (0, import_cli4.encodeUtf8)(`blob ${bytes.length}\0`);
  return (0, import_cli4.encodeHex)((0, import_node_crypto.createHash)(hash).update(header).update(bytes).digest());
}
function selectJudged(tree, paths) {
  if (paths.include.length === 0 && paths.exclude.length === 0) return tree;
  const isJudged = judgedBy(paths);
  return {
    files: tree.files.filter((file) => isJudged(file.path)),
    links: tree.links.filter((link) => isJudged(link.path)),
    problems: tree.problems.filter((problem) => isJudged(problem.path))
  };
}
function judgedBy(paths) {
  const include = paths.include.map(import_chunk_5523CD0A.compileGlob);
  const exclude = paths.exclude.map(import_chunk_5523CD0A.compileGlob);
  return (path) => (include.length === 0 || include.some((glob) => (0, import_chunk_5523CD0A.matchesGlob)(glob, path))) && !exclude.some((glob) => (0, import_chunk_5523CD0A.matchesGlob)(glob, path));
}
var UNITS = { B: 1, KiB: 1024, MiB: 1024 ** 2, GiB: 1024 ** 3 };
function sizeInBytes(text2) {
  const match = /^(\d+)(B|KiB|MiB|GiB)$/.exec(text2);
  if (!match) throw new Error(`not a size: ${text2}`);
  return Number(match[1]) * UNITS[match[2]];
}
var MAX_PATTERNS = 1e4;
function parseIgnoreFile(text2) {
  const patterns = [];
  for (const line of text2.replace(/^\uFEFF/, "").split(/\r?\n/, MAX_PATTERNS)) {
    const pattern = parseLine(line);
    if (pattern) patterns.push(pattern);
  }
  return patterns;
}
function parseLine(line) {
  let text2 = withoutTrailingSpaces(line);
  if (text2 === "" || text2.startsWith("#")) return void 0;
  const negated = text2.startsWith("!");
  if (negated) text2 = text2.slice(1);
  const foldersOnly = text2.endsWith("/");
  if (foldersOnly) text2 = text2.slice(0, -1);
  if (text2 === "") return void 0;
  const anchored = text2.includes("/");
  const glob = (0, import_chunk_5523CD0A.compileGlob)(anchored ? text2.replace(/^\//, "") : `**/${text2}`);
  return { glob, negated, foldersOnly };
}
function withoutTrailingSpaces(line) {
  let end = line.length;
  while (end > 0 && line[end - 1] === " " && line[end - 2] !== "\\") end--;
  return line.slice(0, end);
}
function isIgnored(scope, path, isFolder2, meter) {
  for (let current = scope; current !== null; current = current.parent) {
    const below = path.slice(current.folder.length);
    for (let index = current.patterns.length - 1; index >= 0; index--) {
      const pattern = current.patterns[index];
      if (pattern.foldersOnly && !isFolder2) continue;
      if ((0, import_chunk_5523CD0A.matchesGlob)(pattern.glob, below, meter)) return !pattern.negated;
    }
  }
  return false;
}
var TURN_MS = 100;
var lastTurn = 0;
async function letOthersRun() {
  if (performance.now() - lastTurn < TURN_MS) return;
  await new Promise((resolve4) => setImmediate(resolve4));
  lastTurn = performance.now();
}
var MAX_IGNORE_BYTES = 1024 * 1024;
var MAX_DEPTH = 256;
var MAX_IGNORE_STEPS = 1e9;
function openFolderTree(folder, options) {
  return new Walk(folder, options).run();
}
var Walk = class {
  #folder;
  #options;
  #trackedFolders;
  #files = [];
  #links = [];
  #problems = [];
  #ignoring = { steps: 0 };
  #entries = 0;
  constructor(folder, options) {
    this.#folder = folder;
    this.#options = options;
    this.#trackedFolders = foldersOf(options.tracked ?? /* @__PURE__ */ new Set());
  }
  run() {
    try {
      (0, import_node_fs.readdirSync)(this.#folder);
    } catch (cause) {
      throw new import_cli5.SallyportError("FILE_UNREADABLE", {
        message: (0, import_cli5.hasSystemCode)(cause, "ENOENT") ? "the folder is not there" : (0, import_cli5.messageOf)(cause),
        place: { file: this.#folder },
        cause
      });
    }
    this.#walk("", this.#scopeAbove(), 0);
    return withLinkedFiles({
      files: sortByPath(this.#files),
      links: sortByPath(this.#links),
      problems: sortByPath(this.#problems)
    });
  }
  /** Patterns of the folders between the repository's root and this one, relative to the root. */
  #scopeAbove() {
    const { within } = this.#options;
    if (!within || within.prefix === "") return null;
    let scope = null;
    let above = "";
    for (const step of within.prefix.split("/")) {
      scope = this.#scope((0, import_node_path2.join)(within.root, above), above, scope);
      above += `${step}/`;
    }
    return scope;
  }
  #walk(relative2, parent, depth) {
    const scope = this.#scope((0, import_node_path2.join)(this.#folder, relative2), this.#inRepository(relative2), parent);
    for (const name of this.#names(relative2, depth)) {
      if (name === ".git") continue;
      if (this.#isFull()) return;
      this.#entry(relative2 + name, scope, depth);
    }
  }
  #names(folder, depth) {
    if (depth > MAX_DEPTH) {
      this.#problem(folder, `nested deeper than ${MAX_DEPTH} folders`);
      return [];
    }
    try {
      return (0, import_node_fs.readdirSync)((0, import_node_path2.join)(this.#folder, folder));
    } catch (error) {
      this.#problem(folder, systemReason(error));
      return [];
    }
  }
  #entry(path, scope, depth) {
    const stats = this.#stats(path);
    if (!stats) return;
    const isFolder2 = stats.isDirectory();
    if (this.#isIgnored(scope, path, isFolder2)) this.#ignored(path, stats, depth);
    else if (isFolder2) this.#walk(`${path}/`, scope, depth + 1);
    else this.#leaf(path, stats);
  }
  /** Patterns that cost more than all of a large tree should are not asked further: more is judged, not less. */
  #isIgnored(scope, path, isFolder2) {
    const most = this.#options.maxIgnoreSteps ?? MAX_IGNORE_STEPS;
    if (this.#ignoring.steps > most) return false;
    const ignored = isIgnored(scope, this.#inRepository(path), isFolder2, this.#ignoring);
    if (this.#ignoring.steps > most) {
      this.#problem(
        ".gitignore",
        "the patterns take too much work, so that the rest of the tree is judged whole"
      );
    }
    return ignored;
  }
  #stats(path) {
    try {
      return (0, import_node_fs.lstatSync)((0, import_node_path2.join)(this.#folder, path));
    } catch (error) {
      this.#problem(path, systemReason(error));
      return void 0;
    }
  }
  /** What the head commit holds is judged although a pattern names it, and nothing else beside it. */
  #ignored(path, stats, depth) {
    if (!stats.isDirectory()) {
      if (this.#options.tracked?.has(path)) this.#leaf(path, stats);
    } else if (this.#trackedFolders.has(path)) {
      this.#walk(`${path}/`, EVERYTHING_IGNORED, depth + 1);
    }
  }
  #leaf(path, stats) {
    if (stats.isSymbolicLink()) {
      this.#links.push({ path, target: (0, import_node_fs.readlinkSync)((0, import_node_path2.join)(this.#folder, path)) });
    } else if (stats.isFile()) {
      const absolute = (0, import_node_path2.join)(this.#folder, path);
      const executable = (stats.mode & 73) !== 0;
      const { maxFileBytes } = this.#options;
      this.#files.push({
        path,
        size: stats.size,
        executable,
        read: () => readRegularFile(absolute, path, maxFileBytes),
        async readPieces() {
          await letOthersRun();
          return piecesOf(absolute, path, maxFileBytes);
        }
      });
    }
  }
  #scope(absolute, folder, parent) {
    const path = (0, import_node_path2.join)(absolute, ".gitignore");
    try {
      const stats = (0, import_node_fs.lstatSync)(path);
      if (!stats.isFile() || stats.size > MAX_IGNORE_BYTES) return parent;
      return { folder, patterns: parseIgnoreFile((0, import_node_fs.readFileSync)(path, "utf8")), parent };
    } catch {
      return parent;
    }
  }
  #inRepository(path) {
    const prefix = this.#options.within?.prefix ?? "";
    return prefix === "" ? path : `${prefix}/${path}`;
  }
  /** Counts an entry. A tree of more than the most is not walked on, and is not whole. */
  #isFull() {
    const most = this.#options.maxEntries ?? 1e6;
    if (++this.#entries === most + 1) this.#problem("", `the tree has more than ${most} entries`);
    return this.#entries > most;
  }
  #problem(path, message) {
    this.#problems.push({ path: path.replace(/\/$/, "") || ".", message });
  }
};
var EVERYTHING_IGNORED = { folder: "", patterns: parseIgnoreFile("*"), parent: null };
async function readRegularFile(absolute, path, maxBytes) {
  await letOthersRun();
  const file = openRegularFile(absolute, path, maxBytes);
  try {
    const bytes = (0, import_node_fs.readFileSync)(file);
    if (bytes.length > maxBytes) throw tooLarge(path, bytes.length, maxBytes);
    return bytes;
  } finally {
    (0, import_node_fs.closeSync)(file);
  }
}
function* piecesOf(absolute, path, maxBytes) {
  const file = openRegularFile(absolute, path, maxBytes);
  try {
    const piece = Buffer.allocUnsafeSlow(PIECE_BYTES);
    let total = 0;
    for (let read = readPiece(file, piece, path); read > 0; read = readPiece(file, piece, path)) {
      total += read;
      if (total > maxBytes) throw tooLarge(path, total, maxBytes);
      yield piece.subarray(0, read);
    }
  } finally {
    (0, import_node_fs.closeSync)(file);
  }
}
var PIECE_BYTES = 64 * 1024;
function readPiece(file, piece, path) {
  try {
    return (0, import_node_fs.readSync)(file, piece);
  } catch (cause) {
    throw unreadable(path, cause);
  }
}
function openRegularFile(absolute, path, maxBytes) {
  const file = tryOpen(absolute, path);
  try {
    const stats = (0, import_node_fs.fstatSync)(file);
    if (!stats.isFile()) {
      throw new import_cli5.SallyportError("FILE_UNREADABLE", { message: "not a regular file", place: { file: path } });
    }
    if (stats.size > maxBytes) throw tooLarge(path, stats.size, maxBytes);
    return file;
  } catch (error) {
    (0, import_node_fs.closeSync)(file);
    throw error;
  }
}
function tryOpen(absolute, path) {
  try {
    return (0, import_node_fs.openSync)(absolute, import_node_fs.constants.O_RDONLY | import_node_fs.constants.O_NOFOLLOW | import_node_fs.constants.O_NONBLOCK);
  } catch (cause) {
    throw unreadable(path, cause);
  }
}
function unreadable(path, cause) {
  return new import_cli5.SallyportError("FILE_UNREADABLE", {
    message: systemReason(cause),
    place: { file: path },
    cause
  });
}
async function readFolderFile(folder, path, maxBytes) {
  let absolute = folder;
  const steps = path.split("/");
  for (const [index, step] of steps.entries()) {
    absolute = (0, import_node_path2.join)(absolute, step);
    const stats = statOf(absolute, path);
    if (stats?.isSymbolicLink()) throw linkOnTheWay(path);
    if (stats === void 0 || index < steps.length - 1 && !stats.isDirectory()) return void 0;
  }
  return readRegularFile(absolute, path, maxBytes);
}
function statOf(absolute, path) {
  try {
    return (0, import_node_fs.lstatSync)(absolute, { throwIfNoEntry: false });
  } catch (cause) {
    throw new import_cli5.SallyportError("FILE_UNREADABLE", {
      message: systemReason(cause),
      place: { file: path },
      cause
    });
  }
}
function linkOnTheWay(path) {
  return new import_cli5.SallyportError("FILE_UNREADABLE", {
    message: "it is reached through a link, which is not followed",
    place: { file: path },
    help: `make ${path} a regular file`
  });
}
function tooLarge(path, size, maxBytes) {
  return new import_cli5.SallyportError("LIMIT_EXCEEDED", {
    message: `the file has ${size} bytes, more than limits.file (${maxBytes})`,
    place: { file: path },
    help: "raise limits.file in the gate policy, or exclude the path"
  });
}
function foldersOf(paths) {
  const folders = /* @__PURE__ */ new Set();
  for (const path of paths) {
    for (let slash = path.lastIndexOf("/"); slash > 0; slash = path.lastIndexOf("/", slash - 1)) {
      const folder = path.slice(0, slash);
      if (folders.has(folder)) break;
      folders.add(folder);
    }
  }
  return folders;
}
function systemReason(error) {
  const code = error instanceof Error && "code" in error ? String(error.code) : void 0;
  return code === void 0 ? (0, import_cli5.messageOf)(error) : `the system says ${code}`;
}
var MAX_CONFIG_BYTES = 1024 * 1024;
function findGitFolder(folder) {
  const start = (0, import_node_fs2.realpathSync)(folder);
  for (let root = start; ; root = (0, import_node_path3.dirname)(root)) {
    const own = readDotGit(root);
    if (own !== null) return describe2(root, start, own);
    if ((0, import_node_path3.dirname)(root) === root) return null;
  }
}
function describe2(root, start, own) {
  const common = readSmall((0, import_node_path3.join)(own, "commondir"))?.trim();
  const shared = common === void 0 ? own : (0, import_node_path3.resolve)(own, common);
  const config = readSmall((0, import_node_path3.join)(shared, "config")) ?? "";
  return {
    root,
    prefix: (0, import_node_path3.relative)(root, start).split(import_node_path3.sep).join("/"),
    own,
    shared,
    objectHash: /^\s*objectformat\s*=\s*"?sha256\b/im.test(config) ? "sha256" : "sha1"
  };
}
function readDotGit(root) {
  const path = (0, import_node_path3.join)(root, ".git");
  const stats = (0, import_node_fs2.lstatSync)(path, { throwIfNoEntry: false });
  if (!stats) return null;
  if (stats.isDirectory()) return isGitFolder(path) ? path : null;
  if (stats.isFile()) return readGitFile(root, path);
  throw refuse(".git is neither a folder nor a file");
}
function readGitFile(root, path) {
  const target = /^gitdir: (.+?)\r?\n?$/.exec(readSmall(path) ?? "")?.[1];
  if (target === void 0) throw refuse('.git is a file without a "gitdir:" line');
  const folder = (0, import_node_path3.isAbsolute)(target) ? target : (0, import_node_path3.resolve)(root, target);
  let real;
  try {
    real = (0, import_node_fs2.realpathSync)(folder);
  } catch (cause) {
    throw refuse(".git names a folder that is not there", cause);
  }
  const place = /[\\/]\.git[\\/](worktrees|modules)[\\/]/.exec(real);
  if (!place || real.startsWith(root + import_node_path3.sep))
    throw refuse(".git leads to a folder that git would not have made");
  if (place[1] === "worktrees" && !namesBack(real, path)) {
    throw refuse(".git leads to the work tree of another folder");
  }
  return real;
}
function namesBack(real, path) {
  const back = readSmall((0, import_node_path3.join)(real, "gitdir"))?.trim();
  if (back === void 0) return false;
  try {
    return (0, import_node_fs2.realpathSync)((0, import_node_path3.resolve)(real, back)) === (0, import_node_fs2.realpathSync)(path);
  } catch {
    return false;
  }
}
function isGitFolder(path) {
  const isThere = (name) => (0, import_node_fs2.lstatSync)((0, import_node_path3.join)(path, name), { throwIfNoEntry: false }) !== void 0;
  return isThere("HEAD") && isThere("objects");
}
function readSmall(path, maxBytes = MAX_CONFIG_BYTES) {
  const stats = (0, import_node_fs2.lstatSync)(path, { throwIfNoEntry: false });
  if (!stats?.isFile() || stats.size > maxBytes) return void 0;
  return (0, import_node_fs2.readFileSync)(path, "utf8");
}
function refuse(message, cause) {
  return new import_cli5.SallyportError("GIT_UNREADABLE", { message, place: { file: ".git" }, cause });
}
function readCommit(store, id) {
  const header = headerOf(store.read(id, "commit"));
  const tree = /^tree ([0-9a-f]{40,64})\n/.exec(header)?.[1];
  if (tree === void 0) throw invalid2(id, "commit");
  const parents = [...header.matchAll(/^parent ([0-9a-f]{40,64})$/gm)].map((match) => match[1]);
  const committedAt = Number(/^committer .*> (-?\d{1,15}) [+-]\d{4}$/m.exec(header)?.[1] ?? 0);
  return { id, tree, parents, committedAt };
}
var MAX_TAGS = 16;
function peelToCommit(store, id) {
  let current = id;
  for (let step = 0; step < MAX_TAGS; step++) {
    const object = store.find(current);
    if (object?.type === "commit") return current;
    if (object?.type !== "tag") return void 0;
    const target = /^object ([0-9a-f]{40,64})\n/.exec(headerOf(object.bytes))?.[1];
    if (target === void 0) throw invalid2(current, "tag");
    current = target;
  }
  return void 0;
}
function headerOf(bytes) {
  const end = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).indexOf("\n\n");
  const header = bytes.subarray(0, end < 0 ? bytes.length : end + 1);
  try {
    return (0, import_cli4.decodeUtf8)(header);
  } catch {
    return Buffer.from(header).toString("latin1");
  }
}
function invalid2(id, type) {
  return new import_cli5.SallyportError("GIT_UNREADABLE", { message: `the ${type} ${id} has no readable header` });
}
var FROM_A = 1;
var FROM_B = 2;
var STALE = 4;
var MAX_COMMITS = 2e6;
function findMergeBase(store, a, b, shallow) {
  if (a === b) return a;
  const paint = /* @__PURE__ */ new Map([
    [a, FROM_A],
    [b, FROM_B]
  ]);
  const queue = [readCommit(store, a), readCommit(store, b)];
  const candidates = [];
  let cut = false;
  while (queue.some((commit) => !((paint.get(commit.id) ?? 0) & STALE))) {
    const commit = takeNewest(queue);
    let colour = paint.get(commit.id) ?? 0;
    if ((colour & (FROM_A | FROM_B)) === (FROM_A | FROM_B)) {
      if (!(colour & STALE) && !candidates.some((known) => known.id === commit.id)) candidates.push(commit);
      colour |= STALE;
    }
    if (shallow.has(commit.id)) {
      cut = true;
      continue;
    }
    for (const parent of commit.parents) {
      const before = paint.get(parent) ?? 0;
      if ((before & colour) === colour) continue;
      paint.set(parent, before | colour);
      queue.push(readCommit(store, parent));
    }
    if (paint.size > MAX_COMMITS) throw tooLong();
  }
  const best = candidates.filter((commit) => !((paint.get(commit.id) ?? 0) & STALE));
  const found = best.sort((x, y) => y.committedAt - x.committedAt || (x.id < y.id ? -1 : 1))[0];
  if (!found && cut) throw beyond();
  return found?.id;
}
function takeNewest(queue) {
  let newest = 0;
  for (let index = 1; index < queue.length; index++) {
    if (queue[index].committedAt > queue[newest].committedAt) newest = index;
  }
  return queue.splice(newest, 1)[0];
}
function beyond() {
  return new import_cli5.SallyportError("REVISION_UNKNOWN", {
    message: "the common ancestor of the two revisions is not in this shallow clone",
    help: "fetch the whole history: fetch-depth: 0 in actions/checkout"
  });
}
function tooLong() {
  return new import_cli5.SallyportError("LIMIT_EXCEEDED", { message: `the history has more than ${MAX_COMMITS} commits` });
}
var MAX_OBJECT_BYTES = 256 * 1024 * 1024;
function broken(id, why, cause) {
  return new import_cli5.SallyportError("GIT_UNREADABLE", { message: `the object ${id} is broken: ${why}`, cause });
}
function tooLarge2(id, size) {
  return new import_cli5.SallyportError("LIMIT_EXCEEDED", {
    message: `the object ${id} has ${size} bytes, more than ${MAX_OBJECT_BYTES}`
  });
}
function deltaSizes(delta) {
  const base = readSize(delta, 0);
  return { base: base.value, result: readSize(delta, base.next).value };
}
function applyDelta(base, delta) {
  const from = readSize(delta, 0);
  const to = readSize(delta, from.next);
  if (from.value !== base.length) throw invalid3("it was made for another base");
  if (to.value > MAX_OBJECT_BYTES) throw tooLarge2("of a delta", to.value);
  const result2 = new Uint8Array(to.value);
  let written = 0;
  let at2 = to.next;
  while (at2 < delta.length) {
    const command = delta[at2++];
    if (command === 0) throw invalid3("it has a reserved command");
    if (command < 128) {
      if (at2 + command > delta.length || written + command > result2.length)
        throw invalid3("an insert is too long");
      result2.set(delta.subarray(at2, at2 + command), written);
      at2 += command;
      written += command;
      continue;
    }
    const copy = readCopy(delta, at2, command);
    at2 = copy.next;
    if (copy.offset + copy.length > base.length || written + copy.length > result2.length) {
      throw invalid3("a copy is out of bounds");
    }
    result2.set(base.subarray(copy.offset, copy.offset + copy.length), written);
    written += copy.length;
  }
  if (written !== result2.length) throw invalid3("its result is too short");
  return result2;
}
function readCopy(delta, start, command) {
  let at2 = start;
  let offset = 0;
  let length = 0;
  for (let bit = 0; bit < 4; bit++) if (command & 1 << bit) offset += (delta[at2++] ?? 0) * 2 ** (8 * bit);
  for (let bit = 0; bit < 3; bit++) if (command & 16 << bit) length += (delta[at2++] ?? 0) * 2 ** (8 * bit);
  return { offset, length: length === 0 ? 65536 : length, next: at2 };
}
function readSize(delta, start) {
  let value = 0;
  let at2 = start;
  for (let shift = 0; ; shift += 7) {
    const byte = delta[at2++];
    if (byte === void 0 || shift > 42) throw invalid3("its sizes cannot be read");
    value += (byte & 127) * 2 ** shift;
    if (!(byte & 128)) return { value, next: at2 };
  }
}
function invalid3(why) {
  return new import_cli5.SallyportError("GIT_UNREADABLE", { message: `a delta of a pack is broken: ${why}` });
}
var FAN_OUT_AT = 8;
var IDS_AT = FAN_OUT_AT + 256 * 4;
var MAX_CHAIN = 4096;
var TYPES = { 1: "commit", 2: "tree", 3: "blob", 4: "tag" };
var OFS_DELTA = 6;
var REF_DELTA = 7;
var BASE_CACHE_BYTES = 32 * 1024 * 1024;
var Pack = class _Pack {
  #index;
  #pack;
  #packSize;
  #idBytes;
  #fanOut;
  #bases = /* @__PURE__ */ new Map();
  #basesBytes = 0;
  /** `undefined` where one of both files is missing or has another format. */
  static open(path, idBytes) {
    const index = openRegular(`${path}.idx`);
    const pack = openRegular(`${path}.pack`);
    const head = index === void 0 ? void 0 : readAt(index, 0, IDS_AT);
    if (index !== void 0 && pack !== void 0 && head && isVersion2(head)) {
      return new _Pack(index, pack, idBytes, head);
    }
    if (index !== void 0) (0, import_node_fs4.closeSync)(index);
    if (pack !== void 0) (0, import_node_fs4.closeSync)(pack);
    return void 0;
  }
  constructor(index, pack, idBytes, head) {
    this.#index = index;
    this.#pack = pack;
    this.#packSize = (0, import_node_fs4.fstatSync)(pack).size;
    this.#idBytes = idBytes;
    this.#fanOut = Array.from({ length: 256 }, (_, byte) => head.readUInt32BE(FAN_OUT_AT + byte * 4));
  }
  close() {
    (0, import_node_fs4.closeSync)(this.#index);
    (0, import_node_fs4.closeSync)(this.#pack);
  }
  findOffset(id) {
    const position2 = this.#lowerBound(id);
    return this.#idAt(position2) === id ? this.#offsetAt(position2) : void 0;
  }
  /** At most two ids. */
  findPrefix(prefix) {
    const first = this.#lowerBound(prefix.padEnd(this.#idBytes * 2, "0"));
    const candidates = [this.#idAt(first), this.#idAt(first + 1)];
    return candidates.filter((id) => id?.startsWith(prefix) === true);
  }
  /** Bytes of the object, deltas applied; nothing but headers is read. */
  sizeAt(offset) {
    const entry = this.#entry(offset);
    if (entry.base === null) return entry.size;
    return deltaSizes(this.#inflate(entry, offset, 32)).result;
  }
  /** @throws `GIT_UNREADABLE`, `LIMIT_EXCEEDED`; the caller verifies the hash */
  readAt(offset, findBase) {
    const deltas = [];
    let at2 = offset;
    let object;
    while (object === void 0) {
      const cached = this.#bases.get(at2);
      if (cached) {
        object = cached;
        break;
      }
      const entry = this.#entry(at2);
      const type = TYPES[entry.type];
      if (type) object = this.#rememberBase(at2, { type, bytes: this.#inflate(entry, at2) });
      else {
        deltas.push({ entry, offset: at2 });
        if (deltas.length > MAX_CHAIN) throw broken(String(offset), "its chain of deltas has no end");
        if (typeof entry.base === "string") object = requireBase(findBase(entry.base), entry.base);
        else at2 = entry.base;
      }
    }
    for (const { entry, offset: deltaAt } of deltas.reverse()) {
      const bytes = applyDelta(object.bytes, this.#inflate(entry, deltaAt));
      object = this.#rememberBase(deltaAt, { type: object.type, bytes });
    }
    return object;
  }
  #entry(offset) {
    if (offset < 12 || offset >= this.#packSize) throw broken(String(offset), "it stands outside of its pack");
    const head = readAt(this.#pack, offset, Math.min(64, this.#packSize - offset));
    if (!head) throw broken(String(offset), "its pack is truncated");
    let at2 = 0;
    let byte = head[at2++];
    const type = byte >> 4 & 7;
    let size = byte & 15;
    for (let shift = 4; byte & 128; shift += 7) {
      byte = head[at2++] ?? 0;
      size += (byte & 127) * 2 ** shift;
    }
    if (size > MAX_OBJECT_BYTES) throw tooLarge2(`at ${offset}`, size);
    if (type === REF_DELTA) {
      const base = head.toString("hex", at2, at2 + this.#idBytes);
      return { type, size, dataAt: offset + at2 + this.#idBytes, base };
    }
    if (type === OFS_DELTA) {
      const { distance, next } = readDistance(head, at2);
      if (distance <= 0 || distance > offset)
        throw broken(String(offset), "its base stands outside of its pack");
      return { type, size, dataAt: offset + next, base: offset - distance };
    }
    if (!TYPES[type]) throw broken(String(offset), `it has the unknown type ${type}`);
    return { type, size, dataAt: offset + at2, base: null };
  }
  /** @param atMost bytes that suffice, for a start only */
  #inflate(entry, offset, atMost) {
    const most = atMost === void 0 ? entry.size * 2 + 4096 : 4096;
    const input = readAt(this.#pack, entry.dataAt, Math.min(most, this.#packSize - entry.dataAt));
    if (!input) throw broken(String(offset), "its pack is truncated");
    try {
      if (atMost !== void 0 && entry.size > 4096) return (0, (process.getBuiltinModule("node:zlib")).inflateSync)(input, { finishFlush: 2 });
      const bytes = (0, (process.getBuiltinModule("node:zlib")).inflateSync)(input, { maxOutputLength: Math.max(1, entry.size) });
      if (bytes.length !== entry.size) throw new Error("its length is not the one it names");
      return bytes;
    } catch (cause) {
      throw broken(String(offset), (0, import_cli5.messageOf)(cause), cause);
    }
  }
  #rememberBase(offset, object) {
    if (object.bytes.length <= BASE_CACHE_BYTES / 8 && !this.#bases.has(offset)) {
      this.#bases.set(offset, object);
      this.#basesBytes += object.bytes.length;
      for (const [oldest, { bytes }] of this.#bases) {
        if (this.#basesBytes <= BASE_CACHE_BYTES) break;
        this.#bases.delete(oldest);
        this.#basesBytes -= bytes.length;
      }
    }
    return object;
  }
  /** The position of the first id that is not smaller. */
  #lowerBound(id) {
    const first = Number.parseInt(id.slice(0, 2), 16);
    let low = first === 0 ? 0 : this.#fanOut[first - 1];
    let high = this.#fanOut[first];
    while (low < high) {
      const middle = low + high >>> 1;
      if ((this.#idAt(middle) ?? "") < id) low = middle + 1;
      else high = middle;
    }
    return low;
  }
  #idAt(position2) {
    if (position2 >= this.#fanOut[255]) return void 0;
    return readAt(this.#index, IDS_AT + position2 * this.#idBytes, this.#idBytes)?.toString("hex");
  }
  #offsetAt(position2) {
    const count = this.#fanOut[255];
    const offsetsAt = IDS_AT + count * (this.#idBytes + 4);
    const offset = readAt(this.#index, offsetsAt + position2 * 4, 4)?.readUInt32BE();
    if (offset === void 0 || offset < 2147483648) return offset;
    const large = readAt(this.#index, offsetsAt + count * 4 + (offset - 2147483648) * 8, 8);
    return large === void 0 ? void 0 : Number(large.readBigUInt64BE());
  }
};
function isVersion2(head) {
  return head.readUInt32BE(0) === 4285812579 && head.readUInt32BE(4) === 2;
}
function readDistance(head, start) {
  let at2 = start;
  let byte = head[at2++] ?? 0;
  let distance = byte & 127;
  while (byte & 128) {
    byte = head[at2++] ?? 0;
    distance = (distance + 1) * 128 + (byte & 127);
    if (distance > Number.MAX_SAFE_INTEGER / 256) return { distance: -1, next: at2 };
  }
  return { distance, next: at2 };
}
function requireBase(base, id) {
  if (!base) throw broken(id, "a delta needs it, and it is not in this clone");
  return base;
}
function openRegular(path) {
  try {
    const file = (0, import_node_fs4.openSync)(path, import_node_fs4.constants.O_RDONLY | import_node_fs4.constants.O_NOFOLLOW | import_node_fs4.constants.O_NONBLOCK);
    if ((0, import_node_fs4.fstatSync)(file).isFile()) return file;
    (0, import_node_fs4.closeSync)(file);
    return void 0;
  } catch {
    return void 0;
  }
}
function readAt(file, position2, length) {
  if (length < 0 || !Number.isSafeInteger(position2)) return void 0;
  const bytes = Buffer.allocUnsafe(length);
  return (0, import_node_fs4.readSync)(file, bytes, 0, length, position2) === length ? bytes : void 0;
}
var MAX_ALTERNATES = 16;
var CACHE_BYTES = 64 * 1024 * 1024;
var ObjectStore = class {
  hash;
  #folders;
  #packs;
  #cache = /* @__PURE__ */ new Map();
  #cached = 0;
  constructor(git) {
    this.hash = git.objectHash;
    this.#folders = objectFolders((0, import_node_path4.join)(git.shared, "objects"));
    const idBytes = git.objectHash === "sha1" ? 20 : 32;
    this.#packs = this.#folders.flatMap((folder) => openPacks((0, import_node_path4.join)(folder, "pack"), idBytes));
  }
  [Symbol.dispose]() {
    for (const pack of this.#packs) pack.close();
  }
  /** `undefined` where no object has this id. @throws `GIT_UNREADABLE`, `LIMIT_EXCEEDED` */
  find(id) {
    const cached = this.#cache.get(id);
    if (cached) return cached;
    const object = this.#readLoose(id) ?? this.#readPacked(id);
    if (!object) return void 0;
    this.#verify(id, object);
    this.#remember(id, object);
    return object;
  }
  /** @throws `GIT_UNREADABLE` where it is not there or not of this type */
  read(id, type) {
    const object = this.find(id);
    if (!object) throw missing(id);
    if (object.type !== type) throw broken(id, `it is a ${object.type}, not a ${type}`);
    return object.bytes;
  }
  /** Bytes of an object, without reading all of it. @throws as {@link read} */
  size(id) {
    const loose = this.#looseFile(id);
    if (loose) return parseLooseHeader(id, inflateStart(id, loose)).size;
    for (const pack of this.#packs) {
      const offset = pack.findOffset(id);
      if (offset !== void 0) return pack.sizeAt(offset);
    }
    throw missing(id);
  }
  /** Ids that begin with these hex digits, at most two. */
  expand(prefix) {
    const found = /* @__PURE__ */ new Set();
    for (const folder of this.#folders) {
      for (const name of listNames((0, import_node_path4.join)(folder, prefix.slice(0, 2)))) {
        if (name.startsWith(prefix.slice(2)) && /^[0-9a-f]+$/.test(name)) found.add(prefix.slice(0, 2) + name);
      }
    }
    for (const pack of this.#packs) for (const id of pack.findPrefix(prefix)) found.add(id);
    return [...found].slice(0, 2);
  }
  #looseFile(id) {
    for (const folder of this.#folders) {
      const path = (0, import_node_path4.join)(folder, id.slice(0, 2), id.slice(2));
      const stats = (0, import_node_fs3.lstatSync)(path, { throwIfNoEntry: false });
      if (!stats?.isFile()) continue;
      if (stats.size > MAX_OBJECT_BYTES) throw tooLarge2(id, stats.size);
      return (0, import_node_fs3.readFileSync)(path);
    }
    return void 0;
  }
  #readLoose(id) {
    const file = this.#looseFile(id);
    if (!file) return void 0;
    const { type, size, headerBytes } = parseLooseHeader(id, inflateStart(id, file));
    if (size > MAX_OBJECT_BYTES) throw tooLarge2(id, size);
    const whole = inflateBounded(id, file, size + headerBytes);
    if (whole.length !== size + headerBytes) throw broken(id, "its length is not the one it names");
    return { type, bytes: whole.subarray(headerBytes) };
  }
  #readPacked(id) {
    for (const pack of this.#packs) {
      const offset = pack.findOffset(id);
      if (offset === void 0) continue;
      return pack.readAt(offset, (base) => this.#readLoose(base) ?? this.#readPacked(base));
    }
    return void 0;
  }
  #verify(id, { type, bytes }) {
    const computed = (0, import_node_crypto2.createHash)(this.hash).update(`${type} ${bytes.length}\0`).update(bytes).digest("hex");
    if (computed !== id) throw broken(id, `its bytes have the id ${computed}`);
  }
  #remember(id, object) {
    if (object.bytes.length > CACHE_BYTES / 16) return;
    this.#cache.set(id, object);
    this.#cached += object.bytes.length;
    for (const [oldest, { bytes }] of this.#cache) {
      if (this.#cached <= CACHE_BYTES) break;
      this.#cache.delete(oldest);
      this.#cached -= bytes.length;
    }
  }
};
function objectFolders(first) {
  const folders = [first];
  for (let index = 0; index < folders.length && folders.length < MAX_ALTERNATES; index++) {
    const folder = folders[index];
    const lines = readSmall((0, import_node_path4.join)(folder, "info", "alternates"))?.split("\n") ?? [];
    for (const line of lines) {
      if (line === "" || line.startsWith("#") || line.includes("\0")) continue;
      const other = (0, import_node_path4.isAbsolute)(line) ? line : (0, import_node_path4.resolve)(folder, line);
      if (!folders.includes(other) && folders.length < MAX_ALTERNATES) folders.push(other);
    }
  }
  return folders;
}
function openPacks(folder, idBytes) {
  const names = listNames(folder).filter((name) => /^pack-[0-9a-f]+\.idx$/.test(name));
  return names.sort().flatMap((name) => Pack.open((0, import_node_path4.join)(folder, name.slice(0, -4)), idBytes) ?? []);
}
function listNames(folder) {
  try {
    return (0, import_node_fs3.readdirSync)(folder);
  } catch {
    return [];
  }
}
function inflateStart(id, file) {
  try {
    return (0, (process.getBuiltinModule("node:zlib")).inflateSync)(file.subarray(0, 128), { finishFlush: 2 });
  } catch (cause) {
    throw broken(id, "it cannot be inflated", cause);
  }
}
function parseLooseHeader(id, start) {
  const match = /^(commit|tree|blob|tag) (0|[1-9]\d{0,14})\0/.exec(
    Buffer.from(start.subarray(0, 64)).toString("latin1")
  );
  if (!match) throw broken(id, "its header cannot be read");
  return { type: match[1], size: Number(match[2]), headerBytes: match[0].length };
}
function inflateBounded(id, bytes, maxOutputLength) {
  try {
    return (0, (process.getBuiltinModule("node:zlib")).inflateSync)(bytes, { maxOutputLength });
  } catch (cause) {
    throw broken(id, `it cannot be inflated (${(0, import_cli5.messageOf)(cause)})`, cause);
  }
}
function missing(id) {
  return new import_cli5.SallyportError("GIT_UNREADABLE", {
    message: `the object ${id} is not in this clone`,
    help: "fetch the whole history (fetch-depth: 0 in actions/checkout, no filter); nothing is fetched from here"
  });
}
var MAX_SYMBOLIC = 8;
var MAX_PACKED_REFS_BYTES = 64 * 1024 * 1024;
function resolveRevision(git, store, revision) {
  const match = /^([^~^:?*[\\\x00-\x20]{1,1000}?)((?:~\d{0,6}|\^\d{0,3}|\^\{commit\})*)$/.exec(revision);
  const start = match?.[1] === void 0 ? void 0 : findStart(git, store, match[1]);
  const commit = start === void 0 ? void 0 : peelToCommit(store, start);
  if (commit === void 0) throw unknown(git, revision);
  return walkSuffix(git, store, commit, match?.[2] ?? "", revision);
}
function resolveHead(git, store) {
  const id = readRef(git, "HEAD");
  return id === void 0 ? null : peelToCommit(store, id) ?? null;
}
function readShallow(git) {
  const lines = readSmall((0, import_node_path5.join)(git.shared, "shallow"), MAX_PACKED_REFS_BYTES)?.split("\n") ?? [];
  return new Set(lines.filter((line) => /^[0-9a-f]{40,64}$/.test(line)));
}
function findStart(git, store, name) {
  if (name === "@") return readRef(git, "HEAD");
  const length = store.hash === "sha1" ? 40 : 64;
  if (name.length === length && /^[0-9a-f]+$/.test(name)) return name;
  for (const ref of [
    name,
    `refs/${name}`,
    `refs/tags/${name}`,
    `refs/heads/${name}`,
    `refs/remotes/${name}`,
    `refs/remotes/${name}/HEAD`
  ]) {
    const id = isRefName(ref) ? readRef(git, ref) : void 0;
    if (id !== void 0) return id;
  }
  if (!/^[0-9a-f]{4,64}$/.test(name)) return void 0;
  const candidates = store.expand(name);
  return candidates.length === 1 ? candidates[0] : void 0;
}
function isRefName(name) {
  const inside = name.startsWith("refs/") || /^[A-Z][A-Z_]*$/.test(name);
  return inside && !name.split("/").some((part) => part === "" || part.startsWith(".") || part.endsWith(".lock") || part.includes(".."));
}
function readRef(git, name) {
  let ref = name;
  for (let step = 0; step < MAX_SYMBOLIC; step++) {
    const folder = ref.startsWith("refs/") && !ref.startsWith("refs/worktree/") ? git.shared : git.own;
    const text2 = readSmall((0, import_node_path5.join)(folder, ...ref.split("/")), 4096)?.trimEnd() ?? packedRef(git, ref);
    if (text2 === void 0) return void 0;
    const target = /^ref: (.+)$/.exec(text2)?.[1];
    if (target === void 0) return /^([0-9a-f]{40}|[0-9a-f]{64})$/.test(text2) ? text2 : void 0;
    if (!isRefName(target)) return void 0;
    ref = target;
  }
  return void 0;
}
function packedRef(git, name) {
  const text2 = readSmall((0, import_node_path5.join)(git.shared, "packed-refs"), MAX_PACKED_REFS_BYTES);
  if (text2 === void 0) return void 0;
  const at2 = text2.startsWith(` ${name}
`) ? 0 : text2.indexOf(` ${name}
`);
  if (at2 < 0) return void 0;
  return text2.slice(text2.lastIndexOf("\n", at2) + 1, at2);
}
function walkSuffix(git, store, start, suffix, revision) {
  const shallow = readShallow(git);
  let commit = start;
  const parent = (number2) => {
    const id = shallow.has(commit) ? void 0 : readCommit(store, commit).parents[number2 - 1];
    if (id === void 0 || !store.find(id)) throw unknown(git, revision);
    commit = id;
  };
  for (const [step] of suffix.matchAll(/~\d*|\^\d+|\^(?!\{)/g)) {
    const number2 = step.length === 1 ? 1 : Number(step.slice(1));
    if (step.startsWith("~")) for (let count = 0; count < number2; count++) parent(1);
    else if (number2 > 0) parent(number2);
  }
  return commit;
}
function unknown(git, revision) {
  const isReftable = readRef(git, "HEAD") === void 0 && readSmall((0, import_node_path5.join)(git.shared, "reftable", "tables.list"));
  return new import_cli5.SallyportError("REVISION_UNKNOWN", {
    message: `the revision ${JSON.stringify(revision.slice(0, 200))} is not in this clone`,
    help: isReftable ? "this clone keeps its refs as a reftable: name the commit by its full id" : "fetch it first: fetch-depth: 0 in actions/checkout, or git fetch origin <revision>"
  });
}
var MAX_LINK_BYTES = 4096;
var MAX_DEPTH2 = 256;
function openRevisionTree(store, commit, options) {
  const files = [];
  const links = [];
  const most = options.maxEntries ?? 1e6;
  let entries = 0;
  const walk = (id, folder, depth) => {
    if (depth > MAX_DEPTH2) throw refuse2(commit, `it is nested deeper than ${MAX_DEPTH2} folders`);
    for (const entry of readTree(store, id)) {
      if (++entries > most) throw refuse2(commit, `it has more than ${most} entries`);
      const path = folder + entry.name;
      if (entry.kind === "folder") walk(entry.id, `${path}/`, depth + 1);
      else if (entry.kind === "link") links.push({ path, target: readLink(store, entry.id) });
      else if (entry.kind === "file") files.push(fileOf(store, path, entry, options.maxFileBytes));
    }
  };
  const top = findFolder(store, readCommit(store, commit).tree, options.prefix);
  if (top !== void 0) walk(top, "", 0);
  return withLinkedFiles({ files: sortByPath(files), links: sortByPath(links), problems: [] });
}
function findFolder(store, tree, prefix) {
  let id = tree;
  for (const step of prefix === "" ? [] : prefix.split("/")) {
    id = readTree(store, id).find((entry) => entry.kind === "folder" && entry.name === step)?.id;
    if (id === void 0) return void 0;
  }
  return id;
}
function readTree(store, id) {
  const bytes = store.read(id, "tree");
  const idBytes = store.hash === "sha1" ? 20 : 32;
  const entries = [];
  const seen = /* @__PURE__ */ new Set();
  for (let at2 = 0; at2 < bytes.length; ) {
    const space = bytes.indexOf(32, at2);
    const end = bytes.indexOf(0, space);
    if (space < 0 || end < 0 || end + idBytes >= bytes.length + 1) throw refuse2(id, "it is truncated");
    const mode = Buffer.from(bytes.subarray(at2, space)).toString("latin1");
    const name = readName(id, bytes.subarray(space + 1, end));
    if (seen.has(name)) throw refuse2(id, `it has ${JSON.stringify(name)} twice`);
    seen.add(name);
    at2 = end + 1 + idBytes;
    entries.push({
      kind: kindOf(id, mode),
      name,
      id: (0, import_cli4.encodeHex)(bytes.subarray(end + 1, at2)),
      executable: mode === "100755"
    });
  }
  return entries;
}
function readName(tree, bytes) {
  let name;
  try {
    name = (0, import_cli4.decodeUtf8)(bytes);
  } catch {
    name = Buffer.from(bytes).toString("utf8");
  }
  if (name === "" || name === "." || name === ".." || name.toLowerCase() === ".git" || name.includes("/")) {
    throw refuse2(tree, `it names ${JSON.stringify(name)}, which no working tree can hold`);
  }
  return name;
}
function kindOf(tree, mode) {
  if (mode === "40000") return "folder";
  if (mode === "120000") return "link";
  if (mode === "160000") return "submodule";
  if (/^100[0-7]{3}$/.test(mode)) return "file";
  throw refuse2(tree, `it has an entry of the unknown mode ${JSON.stringify(mode)}`);
}
function fileOf(store, path, entry, maxBytes) {
  let size;
  const sizeOf = () => {
    size ??= store.size(entry.id);
    return size;
  };
  return {
    path,
    oid: entry.id,
    executable: entry.executable,
    get size() {
      return sizeOf();
    },
    async read() {
      if (sizeOf() > maxBytes) throw tooLarge(path, sizeOf(), maxBytes);
      return store.read(entry.id, "blob");
    }
  };
}
function readLink(store, id) {
  if (store.size(id) > MAX_LINK_BYTES) throw refuse2(id, "it is a link with a very long target");
  return Buffer.from(store.read(id, "blob")).toString("utf8");
}
function refuse2(id, why) {
  return new import_cli5.SallyportError("GIT_UNREADABLE", { message: `the tree of ${id} is refused: ${why}` });
}
function openGitRepository(folder) {
  const git = findGitFolder(folder);
  if (git === null) return null;
  const store = new ObjectStore(git);
  const mergeBase = (a, b) => findMergeBase(store, a, b, readShallow(git));
  return {
    root: git.root,
    prefix: git.prefix,
    objectHash: git.objectHash,
    head: () => resolveHead(git, store),
    resolve: (revision) => resolveRevision(git, store, revision),
    tree: (commit, options) => openRevisionTree(store, commit, { ...options, prefix: git.prefix }),
    mergeBase,
    isAncestor: (ancestor, commit) => mergeBase(ancestor, commit) === ancestor,
    [Symbol.dispose]: () => store[Symbol.dispose]()
  };
}
async function openJudgedTrees(request, scanners) {
  const opening = new Opening(request, scanners);
  try {
    return await opening.run();
  } catch (error) {
    opening[Symbol.dispose]();
    throw error;
  }
}
var Opening = class {
  #request;
  #scanners;
  #open = [];
  #troubles = [];
  constructor(request, scanners) {
    this.#request = request;
    this.#scanners = scanners;
  }
  async run() {
    const { folder } = this.#request;
    const git = this.#attempt("repository-unreadable", () => this.#openRepository(folder));
    const base = this.#request.base === void 0 ? null : this.#findBase(git, this.#request.base);
    const proposed = {
      head: await policyFileOfFolder(folder),
      base: base ? await this.#policyFileOf(base) : null
    };
    const loaded = await this.#loadPolicy(proposed, base?.commit);
    const maxFileBytes = sizeInBytes(loaded.policy.limits.file);
    const committed = git && this.#attempt("repository-unreadable", () => headOf(git, maxFileBytes));
    const baseTree = base && this.#attempt("base-unavailable", () => base.git.tree(base.commit, { maxFileBytes }));
    const select = (tree) => selectJudged(tree, loaded.policy.paths);
    return {
      loaded,
      head: select(openFolderTree(folder, folderOptions(maxFileBytes, git, committed?.tree))),
      committed: committed && { commit: committed.commit, tree: select(committed.tree) },
      base: base && baseTree && { commit: base.commit, tree: select(baseTree) },
      proposed,
      objectHash: git?.objectHash ?? null,
      troubles: this.#troubles,
      [Symbol.dispose]: () => this[Symbol.dispose]()
    };
  }
  [Symbol.dispose]() {
    for (const repository of this.#open.splice(0)) repository[Symbol.dispose]();
  }
  #openRepository(folder) {
    const repository = openGitRepository(folder);
    if (repository) this.#open.push(repository);
    return repository;
  }
  #findBase(own, revision) {
    return this.#attempt("base-unavailable", () => {
      const { baseFolder } = this.#request;
      const git = (baseFolder === void 0 ? null : this.#openRepository(baseFolder)) ?? own;
      if (git) return { git, commit: git.resolve(revision) };
      throw new import_cli5.SallyportError("GIT_UNREADABLE", {
        message: "there is no git repository that could be read to find --base in",
        help: "run in a clone, or leave --base out to judge everything as new"
      });
    });
  }
  async #policyFileOf({ git, commit }) {
    const tree = this.#attempt("base-unavailable", () => git.tree(commit, { maxFileBytes: import_chunk_7A0A2440.MAX_POLICY_BYTES }));
    if (!tree) return null;
    if (tree.links.some(({ path }) => path === import_chunk_7A0A2440.POLICY_PATH || path === POLICY_FOLDER)) {
      return asPolicyError(linkOnTheWay(import_chunk_7A0A2440.POLICY_PATH));
    }
    const file = tree.files.find(({ path }) => path === import_chunk_7A0A2440.POLICY_PATH);
    try {
      return file ? await file.read() : null;
    } catch (error) {
      if (error instanceof import_cli5.SallyportError && error.code === "LIMIT_EXCEEDED") return asPolicyError(error);
      this.#note("base-unavailable", error);
      return null;
    }
  }
  /** Base's policy where a base is asked for, never the change's own. */
  async #loadPolicy(proposed, base) {
    const scanners = this.#scanners;
    if (this.#request.policy) {
      const { readPolicy: readPolicy2 } = await Promise.resolve().then(() => require("./read-policy-4E1E268F.cjs").read_policy_UP64MFUN);
      const { bytes, source: source2, file } = this.#request.policy;
      return readPolicy2(bytes, source2, { scanners, ...file === void 0 ? {} : { file } });
    }
    const isCompared = this.#request.base !== void 0;
    const own = isCompared ? proposed.base : proposed.head;
    const source = isCompared ? `${import_chunk_7A0A2440.POLICY_PATH}@${base}` : import_chunk_7A0A2440.POLICY_PATH;
    if (own instanceof import_cli5.SallyportError) throw own;
    if (own === null) return (0, import_chunk_7A0A2440.builtInPolicy)();
    const { readPolicy } = await Promise.resolve().then(() => require("./read-policy-4E1E268F.cjs").read_policy_UP64MFUN);
    return readPolicy(own, source, { scanners });
  }
  #attempt(code, work) {
    try {
      return work();
    } catch (error) {
      this.#note(code, error);
      return null;
    }
  }
  #note(code, error) {
    if (!(error instanceof import_cli5.SallyportError)) throw error;
    const help = error.help === void 0 ? "" : ` (${error.help})`;
    const message = plainReason(`${error.message}${help}`);
    if (this.#troubles.some((trouble) => trouble.code === code && trouble.message === message)) return;
    this.#troubles.push({ code, message });
  }
};
var POLICY_FOLDER = import_chunk_7A0A2440.POLICY_PATH.slice(0, import_chunk_7A0A2440.POLICY_PATH.lastIndexOf("/"));
async function policyFileOfFolder(folder) {
  try {
    return await readFolderFile(folder, import_chunk_7A0A2440.POLICY_PATH, import_chunk_7A0A2440.MAX_POLICY_BYTES) ?? null;
  } catch (error) {
    if (error instanceof import_cli5.SallyportError) return asPolicyError(error);
    throw error;
  }
}
function asPolicyError(cause) {
  return new import_cli5.SallyportError("POLICY_INVALID", {
    message: cause.message,
    place: { file: import_chunk_7A0A2440.POLICY_PATH },
    ...cause.help === void 0 ? {} : { help: cause.help },
    cause
  });
}
function headOf(git, maxFileBytes) {
  const commit = git.head();
  return commit === null ? null : { commit, tree: git.tree(commit, { maxFileBytes }) };
}
function folderOptions(maxFileBytes, git, committed) {
  return {
    maxFileBytes,
    ...committed ? { tracked: pathsOf(committed) } : {},
    ...git ? { within: { root: git.root, prefix: git.prefix } } : {}
  };
}
function pathsOf(tree) {
  return new Set([...tree.files, ...tree.links].map((entry) => entry.path));
}
var COMPARATOR = /^(>=|<=|>|<|=)?\s*([^\s<>=|,]+)$/;
var matchesVersionRange = (ecosystem, version, range) => {
  const alternatives = range.split("||").map((text2) => holdsAll(ecosystem, version, text2));
  if (alternatives.includes(void 0)) return void 0;
  return alternatives.includes(true);
};
function holdsAll(ecosystem, version, text2) {
  const parts = text2.replace(/([<>=])\s+/g, "$1").split(/[\s,]+/).filter(Boolean);
  if (parts.length === 0) return void 0;
  const answers = parts.map((part) => holds(ecosystem, version, part));
  return answers.includes(void 0) ? void 0 : !answers.includes(false);
}
function holds(ecosystem, version, comparator) {
  const match = COMPARATOR.exec(comparator);
  const ordering = (0, import_chunk_C3CB3CD92.orderingOf)(ecosystem);
  const order = match?.[2] && ordering ? (0, import_chunk_C3CB3CD92.compareVersions)(ordering, version, match[2]) : void 0;
  if (order === void 0) return void 0;
  switch (match?.[1]) {
    case ">=":
      return order >= 0;
    case "<=":
      return order <= 0;
    case ">":
      return order > 0;
    case "<":
      return order < 0;
    default:
      return order === 0;
  }
}
async function gateFolder(options, ports) {
  var _stack = [];
  try {
    const judgedAt = stampTime(ports);
    const trees = (0, import_cli6.__using)(_stack, await openJudgedTrees(options, SCANNER_IDS));
    const sealed = await sealTree(trees.head, trees.objectHash);
    const { committed, base } = trees;
    const advisoriesMissing = options.advisories !== void 0 && !(0, import_chunk_0722AEF2.isFolder)(options.advisories);
    return await withRequest(
      options,
      ports,
      { loaded: trees.loaded, tree: sealed.tree },
      (request) => runGate({
        ...request,
        base: base?.tree ?? null,
        judged: {
          digest: sealed.digest,
          commit: committed && isCommitted(sealed.tree, committed.tree) ? committed.commit : null,
          base: base?.commit ?? null
        },
        judgedAt,
        proposed: trees.proposed,
        advisoriesMissing,
        troubles: trees.troubles
      })
    );
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    (0, import_cli6.__callDispose)(_stack, _error, _hasError);
  }
}
async function scanFolder(options, ports) {
  var _stack = [];
  try {
    const trees = (0, import_cli6.__using)(_stack, await openJudgedTrees(options, SCANNER_IDS));
    const report = await withRequest(options, ports, { loaded: trees.loaded, tree: trees.head }, runScan);
    return { report, problems: [...trees.head.problems, ...gitProblems(trees)] };
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    (0, import_cli6.__callDispose)(_stack, _error, _hasError);
  }
}
async function openJudgedFolder(folder) {
  var _stack = [];
  try {
    const trees = (0, import_cli6.__using)(_stack, await openJudgedTrees({ folder }, SCANNER_IDS));
    return { tree: { ...trees.head, problems: [...trees.head.problems, ...gitProblems(trees)] } };
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    (0, import_cli6.__callDispose)(_stack, _error, _hasError);
  }
}
function gitProblems({ troubles }) {
  return troubles.map(({ message }) => ({ path: ".git", message }));
}
async function folderArgument(path, ports) {
  const folder = (0, import_node_path.isAbsolute)(path) ? path : (0, import_node_path.resolve)(ports.cwd, path);
  if (!(0, import_chunk_0722AEF2.isFolder)(folder)) {
    throw new import_cli5.SallyportError("FILE_UNREADABLE", {
      message: "there is no such folder",
      place: { file: path },
      help: "name the folder of the repository, for example: ."
    });
  }
  return folder;
}
function isCommitted(tree, committed) {
  if (tree.files.length !== committed.files.length) return false;
  if (tree.links.length !== committed.links.length) return false;
  const sameFiles = tree.files.every((file, index) => {
    const other = committed.files[index];
    return file.path === other.path && file.oid === other.oid && file.executable === other.executable;
  });
  return sameFiles && tree.links.every(
    (link, index) => link.path === committed.links[index].path && link.target === committed.links[index].target
  );
}
async function withRequest(options, ports, judged, use) {
  const http = options.offline ? void 0 : (0, import_chunk_2BC21E11.createHttpClient)();
  const scannerPorts = {
    assets: import_chunk_0722AEF22.systemAssets,
    stopwatch: { elapsedMs: () => ports.clock.monotonic() },
    cache: { folder: (0, import_node_path.join)((0, import_chunk_C3CB3CD9.cacheFolder)(ports.env), "scanners") },
    ...http ? { http } : {},
    ...options.advisories === void 0 ? {} : { advisories: { folder: options.advisories } }
  };
  try {
    return await use({
      scanners: await loadScanners(options.scanners),
      ...judged,
      ports: scannerPorts,
      offline: options.offline,
      now: ports.clock.now(),
      diagnostics: ports.diagnostics,
      signal: ports.signal,
      timer: systemTimer,
      allScanners: options.scanners === void 0,
      matchesVersion: matchesVersionRange
    });
  } finally {
    await http?.close();
  }
}
async function loadScanners(ids) {
  for (const id of ids ?? []) {
    if (SCANNER_IDS.includes(id)) continue;
    const near = (0, import_cli.nearest)(id, SCANNER_IDS);
    throw new import_cli5.SallyportError("USAGE", {
      message: `there is no scanner ${JSON.stringify(id)}`,
      help: near === void 0 ? `there are: ${SCANNER_IDS.join(", ")}` : `did you mean "${near}"?`
    });
  }
  const chosen = SCANNER_IDS.filter((id) => ids === void 0 || ids.includes(id));
  return await Promise.all(chosen.map((id) => SCANNERS[id]()));
}
function stampTime({ clock, env }) {
  const epoch = env["GITHUB_ACTIONS"] === "true" ? void 0 : env["SOURCE_DATE_EPOCH"];
  if (epoch === void 0 || epoch === "") return Math.floor(clock.now() / import_cli2.SECOND) * import_cli2.SECOND;
  if (/^\d{1,11}$/.test(epoch)) return Number(epoch) * import_cli2.SECOND;
  throw new import_cli5.SallyportError("USAGE", {
    message: `SOURCE_DATE_EPOCH is not a number of seconds: ${JSON.stringify(epoch.slice(0, 60))}`,
    help: "write seconds since 1970, for example: SOURCE_DATE_EPOCH=$(git log -1 --format=%ct)"
  });
}
var systemTimer = (ms, callback) => {
  const timeout = setTimeout(callback, Math.min(ms, 2147483647));
  return () => clearTimeout(timeout);
};
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  chunk_755CFGXO
});
