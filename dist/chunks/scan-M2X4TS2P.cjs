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
  scan: () => scan
});
module.exports = stdin_exports;
var import_chunk_J2UHI3VV = require("./chunk-J2UHI3VV.cjs");
var import_chunk_MTH3M3TH = require("./chunk-MTH3M3TH.cjs");
var import_chunk_FOJ5JTVQ = require("./chunk-FOJ5JTVQ.cjs");
var import_chunk_E7TBRM2K = require("./chunk-E7TBRM2K.cjs");
var import_chunk_ETWM5SCF = require("./chunk-ETWM5SCF.cjs");
var import_chunk_COQYJIF4 = require("./chunk-COQYJIF4.cjs");
var import_chunk_E32X4NSA = require("./chunk-E32X4NSA.cjs");
var import_chunk_HB6XE5KP = require("./chunk-HB6XE5KP.cjs");
var import_chunk_RO6TSUK6 = require("./chunk-RO6TSUK6.cjs");
var import_chunk_2QF5A3XH = require("./chunk-2QF5A3XH.cjs");
var import_chunk_SO3KANTK = require("./chunk-SO3KANTK.cjs");
var import_chunk_GEUJANHY = require("./chunk-GEUJANHY.cjs");
var import_chunk_IMTAAEPN = require("./chunk-IMTAAEPN.cjs");
var import_chunk_QW7UKFTH = require("./chunk-QW7UKFTH.cjs");
var import_chunk_4NFOMFHU = require("./chunk-4NFOMFHU.cjs");
var import_chunk_TO5RH7DJ = require("./chunk-TO5RH7DJ.cjs");
var import_chunk_HJAZFC2R = require("./chunk-HJAZFC2R.cjs");
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
      folder: await (0, import_chunk_MTH3M3TH.folderArgument)(call.positionals[0], ports),
      offline: options.offline === true,
      ...(0, import_chunk_J2UHI3VV.pathOption)("advisories", options.advisories, ports),
      ...options.scanner === void 0 ? {} : { scanners: options.scanner }
    };
    const found = await (0, import_chunk_MTH3M3TH.scanFolder)(judging, ports);
    for (const { path, message } of found.problems) ports.stderr(`unread ${(0, import_chunk_MTH3M3TH.plainLine)(path)}: ${message}
`);
    ports.stderr((0, import_chunk_J2UHI3VV.renderScanText)(found.report, ports.style));
    if (options.json) for (const piece of (0, import_chunk_J2UHI3VV.emitScanJson)(found.report)) await ports.stdout(piece);
    return exitOf(found);
  }
};
function exitOf({ report, problems }) {
  const unread = report.scanners.some(({ status }) => status === "partial" || status === "failed");
  if (unread || problems.length > 0) return import_chunk_TO5RH7DJ.EXIT.undecided;
  return report.scanners.every((scanner) => scanner.files === 0) ? import_chunk_TO5RH7DJ.EXIT.nothingToScan : import_chunk_TO5RH7DJ.EXIT.ok;
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  scan
});
