const __bundleUrl = new URL('cli.js', import.meta.url.replace(/chunks\/[^/]+$/, '')).href
const require = process.getBuiltinModule('node:module').createRequire(__bundleUrl)
import {
  findClearance
} from "./chunk-HQYAYDP4.js";
import {
  purlOf
} from "./chunk-V4FLFHNQ.js";
import "./chunk-4OPHEIUR.js";
import {
  CLEARED_RULE
} from "./chunk-FUPIIDRL.js";
import "./chunk-FQAAAICP.js";
import "./chunk-2XAN223N.js";
import "./chunk-U2LD343G.js";
import "./chunk-2GU6MN6W.js";
import "./chunk-JVA5PSN3.js";
import "./chunk-KVLHJTJD.js";
import "./chunk-MGJ2JUMM.js";
import "./chunk-VOIAD42L.js";
import "./chunk-XELNXD6A.js";
import "./chunk-MD63IQPA.js";
import "./chunk-YFGQM3LP.js";
import "./chunk-BRIVT672.js";

// scanners/dependencies/findings/clearance.ts
function clear(vulnerability, { first }, statements) {
  const { finding, remedy } = vulnerability;
  if (statements.length === 0 || remedy.kind === "remove" || !finding.advisory) return vulnerability;
  const ids = [finding.advisory.id, ...finding.advisory.aliases];
  const statement = findClearance(statements, purlOf(first), ids);
  if (!statement) return vulnerability;
  const says = statement.status === "fixed" ? "is fixed" : "does not affect it";
  return {
    remedy: { kind: "none" },
    finding: {
      ...finding,
      rule: CLEARED_RULE,
      severity: "none",
      title: `Not affected: ${finding.title}`,
      message: `${statement.source} says that ${finding.advisory.id} ${says}: ${statement.reason}.
${finding.message}`
    }
  };
}
export {
  clear
};
