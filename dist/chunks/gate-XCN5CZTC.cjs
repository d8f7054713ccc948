"use strict";
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __export = (target, all) => {
  for (var name2 in all)
    __defProp(target, name2, { get: all[name2], enumerable: true });
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
  gate_XCN5CZTC: () => gate_XCN5CZTC_exports
});
module.exports = stdin_exports;
var import_scan_6BD5713A = require("./scan-6BD5713A.cjs").chunk_24HY3H3D;
var import_chunk_755CFGXO = require("./chunk-755CFGXO.cjs").chunk_755CFGXO;
var import_chunk_0722AEF2 = require("./chunk-0722AEF2.cjs").chunk_FOJ5JTVQ;
var import_chunk_0722AEF22 = require("./chunk-0722AEF2.cjs").chunk_53KULZZP;
var import_chunk_C3CB3CD9 = require("./chunk-C3CB3CD9.cjs").chunk_ETWM5SCF;
var import_chunk_2BC21E11 = require("./chunk-2BC21E11.cjs").chunk_COQYJIF4;
var import_chunk_5523CD0A = require("./chunk-5523CD0A.cjs").chunk_CP7VLAJU;
var import_chunk_7A0A2440 = require("./chunk-7A0A2440.cjs").chunk_HB6XE5KP;
var import_chunk_7A0A24402 = require("./chunk-7A0A2440.cjs").chunk_RO6TSUK6;
var import_chunk_7A0A24403 = require("./chunk-7A0A2440.cjs").chunk_2QF5A3XH;
var import_cli = require("../cli.cjs").chunk_L4G53NRH;
var import_cli2 = require("../cli.cjs").chunk_SO3KANTK;
var import_cli3 = require("../cli.cjs").chunk_GEUJANHY;
var import_chunk_2BC21E112 = require("./chunk-2BC21E11.cjs").chunk_M3WSMIIZ;
var import_chunk_C3CB3CD92 = require("./chunk-C3CB3CD9.cjs").chunk_V5MOCF6Z;
var import_cli4 = require("../cli.cjs").chunk_QW7UKFTH;
var import_cli5 = require("../cli.cjs").chunk_4NFOMFHU;
var import_cli6 = require("../cli.cjs").chunk_TO5RH7DJ;
var import_cli7 = require("../cli.cjs").chunk_HJAZFC2R;
var import_node_path = process.getBuiltinModule("node:path");
var __defProp2 = Object.defineProperty;
var __export2 = (target, all) => {
  for (var name2 in all)
    __defProp2(target, name2, { get: all[name2], enumerable: true });
};
var gate_XCN5CZTC_exports = {};
__export2(gate_XCN5CZTC_exports, {
  exitOfVerdict: () => exitOfVerdict,
  gate: () => gate
});
var MAX_SUMMARY_BYTES = 1024 * 1024;
function renderMarkdown(report, { maxBytes = MAX_SUMMARY_BYTES } = {}) {
  const head = [...headLines(report), "", ...remedyList(report)];
  const tail = ["", ...scannerTable(report), "", ...controlTable(report), ...footLines(report), ""];
  const budget = new Budget(maxBytes - byteLength(head) - byteLength(tail) - RESERVE_BYTES);
  const open = report.findings.filter((finding) => finding.state !== "suppressed").sort(import_scan_6BD5713A.byUrgency);
  const body = [
    ...section(
      "Blocking",
      open.filter((finding) => finding.blocking),
      budget,
      detailed
    ),
    ...fold(
      "New, not blocking",
      open.filter((one) => !one.blocking && one.state === "new"),
      budget
    ),
    ...fold(
      "In base already",
      open.filter((one) => !one.blocking && one.state === "existing"),
      budget
    ),
    ...fold(
      "Suppressed",
      report.findings.filter((one) => one.state === "suppressed"),
      budget
    )
  ];
  return shortenBytes([...head, ...body, ...tail].join("\n"), maxBytes);
}
var ANSWERS = ["pass", "fail", "not applicable", "not determined"];
var MAX_REMEDIES = 10;
var RESERVE_BYTES = 2048;
var Budget = class {
  #left;
  constructor(bytes) {
    this.#left = bytes;
  }
  /** The lines that fit, and how many were left out. */
  take(blocks) {
    const lines = [];
    for (const [index, block] of blocks.entries()) {
      const bytes = byteLength(block);
      if (bytes > this.#left) return { lines, leftOut: blocks.length - index };
      this.#left -= bytes;
      lines.push(...block);
    }
    return { lines, leftOut: 0 };
  }
};
function headLines({ verdict, reasons, findings }) {
  const open = findings.filter((finding) => finding.state !== "suppressed");
  const blocking = open.filter((finding) => finding.blocking);
  return [
    `## Sallyport gate: ${verdict}`,
    "",
    `${blocking.length} of ${open.length} findings block (${(0, import_scan_6BD5713A.countText)(blocking)}).`,
    "",
    ...reasons.slice(0, 50).map((reason) => `- ${(0, import_chunk_755CFGXO.markdownText)((0, import_scan_6BD5713A.shorten)(reason.message, 500))}`)
  ];
}
function section(title, findings, budget, render) {
  if (findings.length === 0) return [];
  const { lines, leftOut } = budget.take(findings.map(render));
  return [`### ${title}`, "", ...lines, ...leftOutLine(leftOut), ""];
}
function fold(title, findings, budget) {
  if (findings.length === 0) return [];
  const { lines, leftOut } = budget.take(findings.map(brief));
  return [
    `<details><summary>${title}: ${findings.length} (${(0, import_scan_6BD5713A.countText)(findings)})</summary>`,
    "",
    ...lines,
    ...leftOutLine(leftOut),
    "",
    "</details>",
    ""
  ];
}
function leftOutLine(count) {
  return count === 0 ? [] : ["", `\u2026 and ${count} more that do not fit here; the JSON and SARIF reports have them.`];
}
function detailed(finding) {
  const via = (0, import_scan_6BD5713A.pathText)(finding);
  const fix = (0, import_scan_6BD5713A.fixText)(finding);
  const why = finding.message === "" ? void 0 : (0, import_chunk_755CFGXO.markdownText)((0, import_scan_6BD5713A.shorten)(finding.message, 2e3));
  return [
    `- **${finding.severity}** ${subject(finding)}`,
    `  ${place(finding)} \xB7 ${name(finding)}`,
    ...via === void 0 ? [] : [`  <br>By way of ${(0, import_chunk_755CFGXO.markdownCode)((0, import_scan_6BD5713A.shorten)(via, 1e3))}`],
    ...why === void 0 ? [] : [`  <br>${why}`],
    ...fix === void 0 ? [] : [`  <br>**To do:** ${(0, import_chunk_755CFGXO.markdownText)(fix)}`]
  ];
}
function brief(finding) {
  const fix = (0, import_scan_6BD5713A.fixText)(finding);
  const why = finding.suppression ? ` \u2014 ${(0, import_chunk_755CFGXO.markdownText)((0, import_scan_6BD5713A.shorten)(`${finding.suppression.reason} (${finding.suppression.owner}, until ${finding.suppression.expires})`, 500))}` : "";
  const advice = fix === void 0 ? "" : `; ${(0, import_chunk_755CFGXO.markdownText)(fix)}`;
  return [`- ${finding.severity}: ${subject(finding)}, ${place(finding)} \xB7 ${name(finding)}${advice}${why}`];
}
function subject(finding) {
  const about = (0, import_scan_6BD5713A.packageText)(finding);
  const title = (0, import_chunk_755CFGXO.markdownText)((0, import_scan_6BD5713A.shorten)(finding.title, 300));
  if (finding.package && finding.title.includes(finding.package.name)) return title;
  return about === void 0 ? title : `${(0, import_chunk_755CFGXO.markdownCode)((0, import_scan_6BD5713A.shorten)(about, 300))}: ${title}`;
}
function place({ path, line }) {
  return (0, import_chunk_755CFGXO.markdownCode)(`${(0, import_scan_6BD5713A.shorten)(path, 500)}:${line}`);
}
function name(finding) {
  return (0, import_chunk_755CFGXO.markdownLink)(finding.advisory?.id ?? `${finding.scanner}/${finding.rule}`, finding.link);
}
function scannerTable({ scanners }) {
  return [
    "| Scanner | Status | |",
    "|---|---|---|",
    ...scanners.map(({ id, status, reason, files }) => {
      const what = reason === void 0 ? `${files} files` : (0, import_chunk_755CFGXO.markdownText)((0, import_scan_6BD5713A.shorten)(reason, 300));
      return `| ${(0, import_chunk_755CFGXO.markdownText)(id)} | ${status} | ${what} |`;
    })
  ];
}
function remedyList({ remedies }) {
  if (remedies.length === 0) return [];
  const shown = remedies.slice(0, MAX_REMEDIES).map((remedy) => `- ${(0, import_chunk_755CFGXO.markdownText)((0, import_scan_6BD5713A.shorten)(remedy, 300))}`);
  const rest = remedies.length - shown.length;
  return ["**What ends most**", "", ...shown, ...rest > 0 ? [`- \u2026 and ${rest} more`] : [], ""];
}
function controlTable({ controls }) {
  if (controls.length === 0) return [];
  const count = (answer) => controls.filter((control) => control.answer === answer).length;
  const counts = ANSWERS.map((answer) => `${count(answer)} ${answer}`).join(", ");
  return [
    `<details><summary>Controls: ${counts}</summary>`,
    "",
    "| | Check | Answer | Why | OSPS |",
    "|---|---|---|---|---|",
    ...controls.map(({ number, title, answer, reason, osps }) => {
      const cells = [title, answer, (0, import_scan_6BD5713A.shorten)(reason, 300), osps.join(", ")].map(import_chunk_755CFGXO.markdownText);
      return `| ${number} | ${cells.join(" | ")} |`;
    }),
    "",
    "An answer supports a requirement; it proves none.",
    "",
    "</details>",
    ""
  ];
}
function footLines({ policy, tree, judgedAt, advisories }) {
  const commit = tree.commit === null ? "not exactly a commit" : `commit ${tree.commit}`;
  return [
    `Policy: ${(0, import_chunk_755CFGXO.markdownCode)(policy.source)} (${(0, import_chunk_755CFGXO.markdownCode)(policy.digest)}). Tree: ${(0, import_chunk_755CFGXO.markdownCode)(tree.digest)}, ${commit}. Judged at ${judgedAt}.`,
    ...advisories.slice(0, 50).map(
      ({ source, digest, asOf }) => `<br>Advisories: ${(0, import_chunk_755CFGXO.markdownCode)(source)}, as of ${asOf ?? "unknown"} (${(0, import_chunk_755CFGXO.markdownCode)(digest)}).`
    )
  ];
}
function byteLength(lines) {
  return lines.reduce((sum, line) => sum + Buffer.byteLength(line) + 1, 0);
}
function shortenBytes(text, maxBytes) {
  const bytes = Buffer.from(text);
  if (bytes.length <= maxBytes) return text;
  const mark = "\n\n\u2026 shortened\n";
  const cut = bytes.subarray(0, Math.max(0, maxBytes - Buffer.byteLength(mark))).toString("utf8");
  return `${cut.replace(/\ufffd+$/, "")}${mark}`;
}
var MAX_RESULTS = 5e3;
var MAX_TEXT = 8e3;
function emitSarif(report, { version, prefix = "" }) {
  const kept = keptFindings(report.findings);
  const rules = rulesOf(kept);
  const ruleIndex = new Map(rules.map((rule, index) => [rule.id, index]));
  const run = {
    tool: {
      driver: { name: "Sallyport", semanticVersion: version, version, rules: rules.map(ruleJson) }
    },
    automationDetails: { id: "sallyport/" },
    columnKind: "utf16CodeUnits",
    originalUriBaseIds: { SRCROOT: { description: { text: "The root of the repository." } } },
    invocations: [
      {
        executionSuccessful: report.verdict !== "undecided",
        toolExecutionNotifications: notifications(report)
      }
    ],
    results: kept.map((finding) => resultJson(finding, ruleIndex.get(ruleId(finding)) ?? 0, prefix)),
    properties: {
      verdict: report.verdict,
      findings: report.findings.length,
      leftOut: report.findings.length - kept.length
    }
  };
  const document = {
    $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
    version: "2.1.0",
    runs: [run]
  };
  return `${JSON.stringify(document, null, 2)}
`;
}
function keptFindings(findings) {
  if (findings.length <= MAX_RESULTS) return findings;
  const kept = new Set([...findings].sort(import_scan_6BD5713A.byUrgency).slice(0, MAX_RESULTS));
  return findings.filter((finding) => kept.has(finding));
}
function rulesOf(findings) {
  const worst = /* @__PURE__ */ new Map();
  for (const finding of findings) {
    const id = ruleId(finding);
    const known = worst.get(id);
    if (!known || Number(securitySeverity(finding.severity)) > Number(securitySeverity(known.severity))) {
      worst.set(id, finding);
    }
  }
  return [...worst].map(([id, finding]) => ({ id, worst: finding })).sort((a, b) => a.id < b.id ? -1 : 1);
}
function ruleId({ scanner, rule, advisory }) {
  return advisory ? `${scanner}/${advisory.id}` : `${scanner}/${rule}`;
}
function ruleJson({ id, worst }) {
  const text = worst.advisory ? worst.title : sentenceOf(worst.rule);
  return {
    id,
    name: worst.rule,
    shortDescription: { text: (0, import_scan_6BD5713A.shorten)((0, import_chunk_755CFGXO.plainLine)(text), 1e3) },
    fullDescription: { text: (0, import_scan_6BD5713A.shorten)((0, import_chunk_755CFGXO.plainLine)(worst.title), 1e3) },
    help: {
      text: (0, import_scan_6BD5713A.shorten)((0, import_chunk_755CFGXO.plainLine)(worst.message), MAX_TEXT),
      markdown: (0, import_scan_6BD5713A.shorten)((0, import_chunk_755CFGXO.markdownText)(worst.message), MAX_TEXT)
    },
    ...worst.link?.startsWith("https://") ? { helpUri: worst.link } : {},
    defaultConfiguration: { level: levelOf(worst.severity) },
    properties: {
      tags: ["security", worst.scanner],
      precision: precisionOf(worst),
      "security-severity": securitySeverity(worst.severity)
    }
  };
}
function resultJson(finding, ruleIndex, prefix) {
  return {
    ruleId: ruleId(finding),
    ruleIndex,
    level: levelOf(finding.severity),
    message: { text: messageOf(finding) },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: uriOf(prefix + finding.path), uriBaseId: "SRCROOT" },
          region: {
            startLine: finding.line,
            startColumn: finding.column,
            endLine: Math.max(finding.line, finding.endLine)
          }
        }
      }
    ],
    partialFingerprints: { "sallyport/v1": finding.fingerprint },
    baselineState: finding.state === "existing" ? "unchanged" : "new",
    suppressions: finding.suppression === null ? [] : [
      {
        kind: "external",
        status: "accepted",
        justification: `${finding.suppression.reason} (${finding.suppression.owner}, until ${finding.suppression.expires})`
      }
    ],
    properties: { blocking: finding.blocking, severity: finding.severity, confidence: finding.confidence }
  };
}
function messageOf(finding) {
  const via = (0, import_scan_6BD5713A.pathText)(finding);
  const parts = [
    (0, import_scan_6BD5713A.subjectText)(finding),
    finding.message,
    via === void 0 ? void 0 : `By way of ${via}.`,
    (0, import_scan_6BD5713A.fixText)(finding)
  ];
  const text = parts.filter((part) => part !== void 0 && part !== "").map((part) => (0, import_chunk_755CFGXO.plainLine)(part)).join("\n");
  return (0, import_scan_6BD5713A.shorten)(text, MAX_TEXT).replace(/[\\[\]]/g, "\\$&");
}
function notifications(report) {
  const scanners = report.scanners.filter((scanner) => scanner.status === "partial" || scanner.status === "failed").map(({ id, status, reason }) => `${id} is ${status}${reason === void 0 ? "" : `: ${reason}`}`);
  return scanners.map((text) => ({ level: "error", message: { text: (0, import_chunk_755CFGXO.plainLine)(text) } }));
}
function levelOf(severity) {
  if (severity === "critical" || severity === "high" || severity === "unknown") return "error";
  return severity === "medium" ? "warning" : "note";
}
function securitySeverity(severity) {
  const scores = {
    critical: "9.5",
    high: "8.0",
    unknown: "7.0",
    medium: "5.5",
    low: "2.0",
    none: "0.0"
  };
  return scores[severity];
}
function precisionOf({ confidence }) {
  return confidence === "high" ? "very-high" : confidence === "medium" ? "high" : "medium";
}
function sentenceOf(rule) {
  const words = rule.replaceAll("-", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
function uriOf(path) {
  return path.split("/").map(encodeURIComponent).join("/");
}
var gate = {
  name: "gate",
  summary: "Judge a change: passed, failed or undecided.",
  details: "Runs every scanner and judges by the gate policy (.sallyport/policy.yml). With --base, the policy is read from that revision, never from the change, and only what the change brings blocks. Undecided (exit 11) is said whenever a scanner could not finish; it never counts as passed.",
  positionals: [{ name: "PATH", doc: "The folder to judge." }],
  options: ["base", "policy", "advisories", "offline", "sarif", "summary"],
  examples: [
    "sallyport gate . --base origin/main",
    "sallyport gate . --advisories advisories --offline --json --sarif sallyport.sarif"
  ],
  async run(call) {
    const { options, ports } = call;
    const judging = {
      folder: await (0, import_chunk_755CFGXO.folderArgument)(call.positionals[0], ports),
      offline: options.offline === true,
      ...(0, import_scan_6BD5713A.pathOption)("advisories", options.advisories, ports),
      ...options.base === void 0 ? {} : { base: options.base },
      ...await policyOption(options.policy, ports)
    };
    const report = await (0, import_chunk_755CFGXO.gateFolder)(judging, ports);
    await writeReports(report, call);
    ports.stderr((0, import_scan_6BD5713A.renderGateText)(report, ports.style));
    if (options.json) ports.stdout((0, import_scan_6BD5713A.emitGateJson)(report, { version: import_cli.VERSION }));
    return exitOfVerdict(report);
  }
};
function exitOfVerdict({ verdict, reasons }) {
  if (verdict === "undecided") return import_cli6.EXIT.undecided;
  if (verdict === "failed") return import_cli6.EXIT.failed;
  return reasons.some((reason) => reason.code === "nothing-to-scan") ? import_cli6.EXIT.nothingToScan : import_cli6.EXIT.ok;
}
async function policyOption(path, ports) {
  if (path === void 0) return {};
  if (ports.env["GITHUB_ACTIONS"] === "true") {
    throw new import_cli6.SallyportError("USAGE", {
      message: "--policy is refused under GitHub Actions: the policy of a change is read from its base",
      help: "commit it as .sallyport/policy.yml on the base branch"
    });
  }
  const bytes = await (0, import_chunk_2BC21E112.readFileBounded)((0, import_node_path.resolve)(ports.cwd, path), import_chunk_7A0A2440.MAX_POLICY_BYTES);
  return { policy: { bytes, source: "file", file: path } };
}
async function writeReports(report, { options, ports }) {
  if (options.sarif !== void 0) {
    await (0, import_chunk_2BC21E112.writeFileAtomic)((0, import_node_path.resolve)(ports.cwd, options.sarif), emitSarif(report, { version: import_cli.VERSION }));
  }
  if (options.summary !== void 0) {
    await (0, import_chunk_2BC21E112.writeFileAtomic)((0, import_node_path.resolve)(ports.cwd, options.summary), renderMarkdown(report));
  }
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  gate_XCN5CZTC
});
