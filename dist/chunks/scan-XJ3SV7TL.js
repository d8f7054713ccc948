const __bundleUrl = new URL('cli.js', import.meta.url.replace(/chunks\/[^/]+$/, '')).href
const require = process.getBuiltinModule('node:module').createRequire(__bundleUrl)
import {
  emitScanJson,
  pathOption,
  renderScanText
} from "./chunk-BTM3FZWW.js";
import {
  folderArgument,
  plainLine,
  scanFolder
} from "./chunk-5MCN2IDW.js";
import "./chunk-XQ66YIOG.js";
import "./chunk-KJ3GETMR.js";
import "./chunk-MWXHRMN2.js";
import "./chunk-RWTYN6AN.js";
import "./chunk-VBDW6WXM.js";
import "./chunk-S7ZQOBZZ.js";
import "./chunk-NGN44GDH.js";
import "./chunk-USSEVVQ4.js";
import "./chunk-SKPPTWLY.js";
import "./chunk-NNHBBYKH.js";
import "./chunk-VH5K662Z.js";
import "./chunk-EQ5RKL3W.js";
import "./chunk-U2LD343G.js";
import "./chunk-KVLHJTJD.js";
import "./chunk-MGJ2JUMM.js";
import "./chunk-VOIAD42L.js";
import {
  EXIT
} from "./chunk-XELNXD6A.js";
import "./chunk-BRIVT672.js";

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
