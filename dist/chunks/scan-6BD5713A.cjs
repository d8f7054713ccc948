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
  chunk_24HY3H3D: () => chunk_24HY3H3D_exports,
  scan_SLU4UCJ5: () => scan_SLU4UCJ5_exports
});
module.exports = stdin_exports;
var import_chunk_755CFGXO = require("./chunk-755CFGXO.cjs").chunk_755CFGXO;
var import_node_path = process.getBuiltinModule("node:path");
var import_chunk_755CFGXO2 = require("./chunk-755CFGXO.cjs").chunk_755CFGXO;
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
var __defProp2 = Object.defineProperty;
var __export2 = (target, all) => {
  for (var name in all)
    __defProp2(target, name, { get: all[name], enumerable: true });
};
var scan_SLU4UCJ5_exports = {};
__export2(scan_SLU4UCJ5_exports, {
  scan: () => scan
});
var chunk_24HY3H3D_exports = {};
__export2(chunk_24HY3H3D_exports, {
  byUrgency: () => byUrgency,
  countText: () => countText,
  emitGateJson: () => emitGateJson,
  emitScanJson: () => emitScanJson,
  fixText: () => fixText,
  packageText: () => packageText,
  pathOption: () => pathOption,
  pathText: () => pathText,
  renderGateText: () => renderGateText,
  renderScanText: () => renderScanText,
  shorten: () => shorten,
  subjectText: () => subjectText
});
function emitScanJson(report) {
  return emitPieces({
    version: 1,
    scanners: report.scanners.map(scannerJson),
    findings: report.findings.map(findingJson),
    remedies: report.remedies,
    controls: report.controls.map(controlJson)
  });
}
function emitGateJson(report, tool) {
  return emit({
    version: 1,
    tool: { name: "sallyport", version: tool.version },
    verdict: report.verdict,
    reasons: report.reasons.map(reasonJson),
    policy: report.policy,
    advisories: report.advisories.map(({ source, digest, asOf }) => ({ source, digest, asOf })),
    judgedAt: report.judgedAt,
    tree: report.tree,
    scanners: report.scanners.map(scannerJson),
    findings: report.findings.map((finding) => ({
      ...findingJson(finding),
      state: finding.state,
      blocking: finding.blocking
    })),
    remedies: report.remedies,
    controls: report.controls.map(controlJson)
  });
}
function* emitPieces(document) {
  let separator = "{";
  for (const [key, value] of Object.entries(document)) {
    yield `${separator}
  ${JSON.stringify(key)}: `;
    separator = ",";
    if (Array.isArray(value) && value.length > 0) yield* emitList(value);
    else yield indented(value, "  ");
  }
  yield "\n}\n";
}
function* emitList(list) {
  let separator = "[";
  for (const entry of list) {
    yield `${separator}
    ${indented(entry, "    ")}`;
    separator = ",";
  }
  yield "\n  ]";
}
function indented(value, indent) {
  return JSON.stringify(value, null, 2).replaceAll("\n", `
${indent}`);
}
function emit(document) {
  return `${JSON.stringify(document, null, 2)}
`;
}
function reasonJson({ code, scanner, count, message }) {
  return { code, scanner, count, message };
}
function controlJson({ number, check, title, osps, supports, answer, reason }) {
  return { number, check, title, osps, supports, answer, reason };
}
function scannerJson({ id, status, reason, files, fileErrors }) {
  const errors = fileErrors.map(({ path, line, code, message }) => ({ path, line, code, message }));
  return { id, status, reason, files, fileErrors: errors };
}
function findingJson(finding) {
  const { package: about, advisory } = finding;
  return {
    id: finding.id,
    scanner: finding.scanner,
    rule: finding.rule,
    severity: finding.severity,
    confidence: finding.confidence,
    title: finding.title,
    message: finding.message,
    path: finding.path,
    line: finding.line,
    column: finding.column,
    endLine: finding.endLine,
    package: about && {
      ecosystem: about.ecosystem,
      name: about.name,
      version: about.version,
      direct: about.direct,
      scope: about.scope,
      paths: about.paths,
      fix: about.fix && {
        name: about.fix.name,
        version: about.fix.version,
        heldBackBy: about.fix.heldBackBy ?? null
      }
    },
    advisory: advisory && {
      id: advisory.id,
      aliases: advisory.aliases,
      fixed: advisory.fixed,
      exploitation: advisory.exploitation ? { knownSince: advisory.exploitation.knownSince, probability: advisory.exploitation.probability } : null
    },
    link: finding.link ?? null,
    fingerprint: finding.fingerprint,
    suppressed: finding.state === "suppressed",
    suppression: finding.suppression
  };
}
function byUrgency(a, b) {
  const states = { new: 0, existing: 1, suppressed: 2 };
  return Number(b.blocking) - Number(a.blocking) || states[a.state] - states[b.state] || (0, import_chunk_755CFGXO.compareSeverity)(a.severity, b.severity) || compareExploitation(a.advisory?.exploitation, b.advisory?.exploitation);
}
function compareExploitation(a, b) {
  const isKnown = (one) => Number((one?.knownSince ?? null) !== null);
  return isKnown(b) - isKnown(a) || (b?.probability ?? 0) - (a?.probability ?? 0);
}
function packageText(finding) {
  const { package: about } = finding;
  return about ? `${about.name} ${about.version}`.trim() : void 0;
}
function subjectText(finding) {
  const { package: about, title } = finding;
  return about === null || title.includes(about.name) ? title : `${packageText(finding)}: ${title}`;
}
function pathText(finding) {
  const shortest = finding.package?.paths[0];
  return shortest !== void 0 && shortest.length > 1 ? shortest.join(" \u203A ") : void 0;
}
function fixText(finding) {
  const { package: about, advisory } = finding;
  if (about?.fix) {
    const { name, version, heldBackBy } = about.fix;
    return heldBackBy === void 0 ? `upgrade ${name} to ${version}` : `upgrade ${heldBackBy}, which holds it back, or force ${name} ${version}`;
  }
  const fixed = advisory?.fixed ?? [];
  if (about && fixed.length > 0) return `${about.name} is mended in ${fixed.join(", ")}`;
  if (about && advisory?.id.startsWith("MAL-"))
    return `remove ${about.name}, and rotate every secret it could read`;
  if (about && advisory) return `no version of ${about.name} mends it yet`;
  return void 0;
}
function placeText(finding) {
  return `${finding.path}:${finding.line}:${finding.column}`;
}
function countText(findings) {
  const counts = /* @__PURE__ */ new Map();
  const sorted = [...findings].sort((a, b) => (0, import_chunk_755CFGXO.compareSeverity)(a.severity, b.severity));
  for (const { severity } of sorted) counts.set(severity, (counts.get(severity) ?? 0) + 1);
  return [...counts].map(([severity, count]) => `${count} ${severity}`).join(", ") || "none";
}
function shorten(text, maxLength) {
  if (text.length <= maxLength) return text;
  const cut = text.slice(0, Math.max(0, maxLength - 1));
  return `${/[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut}\u2026`;
}
var MAX_OTHERS = 20;
var MAX_BLOCKING = 200;
var MAX_REMEDIES = 10;
function renderGateText(report, style) {
  const blocking = report.findings.filter((finding) => finding.blocking).sort(byUrgency);
  const others = report.findings.filter((finding) => !finding.blocking && finding.state !== "suppressed");
  return [
    ...findingLines("Blocking", blocking, MAX_BLOCKING, style),
    ...findingLines("Not blocking", [...others].sort(byUrgency), MAX_OTHERS, style),
    ...remedyLines(report.remedies, style),
    ...scannerLines(report.scanners, style),
    ...report.reasons.map((reason) => `  ${style.dim("\xB7")} ${(0, import_chunk_755CFGXO.plainLine)(reason.message)}`),
    verdictLine(report, style),
    ""
  ].join("\n");
}
function renderScanText(report, style) {
  const open = report.findings.filter((finding) => finding.state !== "suppressed").sort(byUrgency);
  const hidden = report.findings.length - open.length;
  return [
    ...findingLines("Findings", open, MAX_BLOCKING, style),
    ...remedyLines(report.remedies, style),
    ...scannerLines(report.scanners, style),
    `${style.bold(`${open.length} findings`)}: ${countText(open)}${hidden > 0 ? `; ${hidden} suppressed` : ""}`,
    ""
  ].join("\n");
}
function remedyLines(remedies, style) {
  if (remedies.length === 0) return [];
  const rest = remedies.length - MAX_REMEDIES;
  return [
    style.bold("What ends most"),
    ...remedies.slice(0, MAX_REMEDIES).map((remedy) => `  ${style.green("\u2192")} ${(0, import_chunk_755CFGXO.plainLine)(remedy)}`),
    ...rest > 0 ? [`  \u2026 and ${rest} more (--json lists them all)`] : [],
    ""
  ];
}
function findingLines(title, findings, most, style) {
  if (findings.length === 0) return [];
  const shown = findings.slice(0, most);
  const rest = findings.length - shown.length;
  return [
    `${style.bold(title)}: ${countText(findings)}`,
    ...shown.flatMap((finding) => oneFinding(finding, style)),
    ...rest > 0 ? [`  \u2026 and ${rest} more (--json lists them all)`] : [],
    ""
  ];
}
function oneFinding(finding, style) {
  const label = paint(finding, style)(finding.severity.padEnd(8));
  const via = pathText(finding);
  const fix = fixText(finding);
  const why = finding.advisory === null ? shorten(finding.message, 300) : void 0;
  const name = finding.advisory?.id ?? finding.rule;
  return [
    `  ${label} ${(0, import_chunk_755CFGXO.plainLine)(subjectText(finding))} ${style.dim(`[${(0, import_chunk_755CFGXO.plainLine)(name)}]${finding.state === "existing" ? " existing" : ""}`)}`,
    `           ${style.dim((0, import_chunk_755CFGXO.plainLine)(placeText(finding)))}`,
    ...via === void 0 ? [] : [`           by way of ${(0, import_chunk_755CFGXO.plainLine)(via)}`],
    ...why === void 0 ? [] : [`           ${(0, import_chunk_755CFGXO.plainLine)(why)}`],
    ...fix === void 0 ? [] : [`           ${style.green("\u2192")} ${(0, import_chunk_755CFGXO.plainLine)(fix)}`]
  ];
}
function paint({ severity }, style) {
  if (severity === "critical" || severity === "high" || severity === "unknown") return style.red;
  return severity === "medium" ? style.yellow : style.dim;
}
function scannerLines(scanners, style) {
  const width = Math.max(0, ...scanners.map((scanner) => scanner.id.length));
  return scanners.flatMap(({ id, status, reason, files, fileErrors }) => {
    const word = status === "complete" ? style.green(status) : style.yellow(status);
    const what = reason === void 0 ? `${files} ${files === 1 ? "file" : "files"}` : (0, import_chunk_755CFGXO.plainLine)(reason);
    const errors = fileErrors.slice(0, 10).map((error) => {
      const place = error.line === void 0 ? error.path : `${error.path}:${error.line}`;
      return `    ${style.yellow("unread")} ${(0, import_chunk_755CFGXO.plainLine)(place)}: ${(0, import_chunk_755CFGXO.plainLine)(error.message)} ${style.dim(`[${(0, import_chunk_755CFGXO.plainLine)(error.code)}]`)}`;
    });
    const rest = fileErrors.length - errors.length;
    return [
      `  ${id.padEnd(width)}  ${word}  ${style.dim(what)}`,
      ...errors,
      ...rest > 0 ? [`    \u2026 and ${rest} more`] : []
    ];
  });
}
function verdictLine({ verdict, policy }, style) {
  const word = verdict === "passed" ? style.green(verdict) : verdict === "failed" ? style.red(verdict) : style.yellow(verdict);
  return `${style.bold("Verdict")}: ${style.bold(word)} ${style.dim(`(policy: ${policy.source})`)}`;
}
function pathOption(name, value, ports) {
  if (value === void 0) return {};
  return { [name]: (0, import_node_path.resolve)(ports.cwd, value) };
}
var scan = {
  name: "scan",
  summary: "Scan a folder and list the findings.",
  details: "Findings do not change the exit code: that is the gate. 11 says that a scanner or a file was not read wholly, 3 that no scanner found a file that it reads.",
  positionals: [{ name: "PATH", doc: "The folder to scan." }],
  options: ["scanner", "advisories", "offline"],
  examples: ["sallyport scan .", "sallyport scan . --json --scanner secrets --scanner workflows"],
  async run(call) {
    const { options, ports } = call;
    const judging = {
      folder: await (0, import_chunk_755CFGXO2.folderArgument)(call.positionals[0], ports),
      offline: options.offline === true,
      ...pathOption("advisories", options.advisories, ports),
      ...options.scanner === void 0 ? {} : { scanners: options.scanner }
    };
    const found = await (0, import_chunk_755CFGXO2.scanFolder)(judging, ports);
    for (const { path, message } of found.problems) ports.stderr(`unread ${(0, import_chunk_755CFGXO2.plainLine)(path)}: ${message}
`);
    ports.stderr(renderScanText(found.report, ports.style));
    if (options.json) for (const piece of emitScanJson(found.report)) await ports.stdout(piece);
    return exitOf(found);
  }
};
function exitOf({ report, problems }) {
  const unread = report.scanners.some(({ status }) => status === "partial" || status === "failed");
  if (unread || problems.length > 0) return import_cli5.EXIT.undecided;
  return report.scanners.every((scanner) => scanner.files === 0) ? import_cli5.EXIT.nothingToScan : import_cli5.EXIT.ok;
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  chunk_24HY3H3D,
  scan_SLU4UCJ5
});
