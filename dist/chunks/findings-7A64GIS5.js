const __bundleUrl = new URL('cli.js', import.meta.url.replace(/chunks\/[^/]+$/, '')).href
const require = process.getBuiltinModule('node:module').createRequire(__bundleUrl)
import {
  evaluateLicence
} from "./chunk-JJJWC2KZ.js";
import {
  labelOf
} from "./chunk-MD63IQPA.js";
import "./chunk-YFGQM3LP.js";
import "./chunk-BRIVT672.js";

// scanners/dependencies/licences/findings.ts
async function licenceFindings(reading, settings, installed, packageOf) {
  const groups = /* @__PURE__ */ new Map();
  for (const one of reading.packages) {
    if (one.source.kind === "workspace" || isExcepted(one, settings.exceptions)) continue;
    const licence = one.licence ?? await installed.of(one) ?? "";
    const answer = evaluateLicence(licence, settings);
    if (answer === "allowed") continue;
    const key = answer === "unknown" ? `
${licence}` : `${one.ecosystem}
${one.name}
${licence}`;
    const group = groups.get(key);
    if (group) group.packages.push(one);
    else groups.set(key, { answer, licence, packages: [one] });
  }
  return [...groups.values()].map((group) => toFinding(reading, group, packageOf));
}
function isExcepted(one, exceptions) {
  const name = `${one.ecosystem}/${one.name}`;
  return exceptions.some(({ package: named }) => named === name || named === `${name}@${one.version}`);
}
function toFinding({ path }, { answer, licence, packages }, packageOf) {
  const first = packages[0];
  const some = packages.slice(0, 5).map(labelOf).join(", ");
  const who = packages.length > 5 ? `${some} and ${packages.length - 5} more` : some;
  const what = licence === "" ? "no licence that is recorded" : `the licence ${JSON.stringify(licence)}`;
  const isUnknown = answer === "unknown";
  return {
    rule: isUnknown ? "licence-unknown" : "licence-not-allowed",
    severity: isUnknown ? "medium" : "high",
    confidence: "high",
    title: `${packages.length === 1 ? labelOf(first) : `${packages.length} packages`} with ${what}`,
    message: isUnknown ? `Policy cannot judge it: ${who}. Find out the licence, and name it in the policy's licences or make an exception with a reason.` : `Policy does not allow it: ${who}. Replace them, or make an exception with a reason.`,
    path,
    line: first.line,
    column: first.column ?? 1,
    endLine: first.endLine,
    package: isUnknown && packages.length > 1 ? null : packageOf(first),
    advisory: null,
    identity: ["licence", answer, licence, ...new Set(packages.map(({ name }) => name).sort())]
  };
}
export {
  licenceFindings
};
