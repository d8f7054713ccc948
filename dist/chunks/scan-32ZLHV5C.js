import { createRequire as __createRequire } from 'node:module'
const __bundleUrl = new URL('cli.js', import.meta.url.replace(/chunks\/[^/]+$/, '')).href
const require = __createRequire(__bundleUrl)
import {
  emitScanJson,
  pathOption,
  renderScanText
} from "./chunk-PHEJFDOP.js";
import {
  folderArgument,
  plainLine,
  scanFolder
} from "./chunk-NWEIKYDT.js";
import "./chunk-VE7ZQ3BF.js";
import "./chunk-7AK2NEKW.js";
import "./chunk-ZRQLZVM6.js";
import "./chunk-RN7RL3UA.js";
import "./chunk-AKSXVBID.js";
import "./chunk-5EO4ECKM.js";
import "./chunk-YCEUJN65.js";
import "./chunk-QUNE6R6K.js";
import "./chunk-VTG6V5IS.js";
import "./chunk-OOBHAZL6.js";
import "./chunk-QKGGW2IQ.js";
import "./chunk-HO7PXLR4.js";
import "./chunk-JJTTRVRL.js";
import "./chunk-VSAJ3LUZ.js";
import "./chunk-FAI36SC3.js";
import "./chunk-OIE2JKUE.js";
import "./chunk-TNQSISYZ.js";
import {
  EXIT
} from "./chunk-N2CRB7ZG.js";

// src/verbs/scan.ts
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
      folder: await folderArgument(call.positionals[0], ports),
      offline: options.offline === true,
      ...pathOption("advisories", options.advisories, ports),
      ...options.scanner === void 0 ? {} : { scanners: options.scanner }
    };
    const found = await scanFolder(judging, ports);
    for (const { path, message } of found.problems) ports.stderr(`unread ${plainLine(path)}: ${message}
`);
    ports.stderr(renderScanText(found.report, ports.style));
    if (options.json) for (const piece of emitScanJson(found.report)) ports.stdout(piece);
    return exitOf(found);
  }
};
function exitOf({ report, problems }) {
  const unread = report.scanners.some(({ status }) => status === "partial" || status === "failed");
  if (unread || problems.length > 0) return EXIT.undecided;
  return report.scanners.every((scanner) => scanner.files === 0) ? EXIT.nothingToScan : EXIT.ok;
}
export {
  scan
};
