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
  why: () => why
});
module.exports = stdin_exports;
var import_chunk_MTH3M3TH = require("./chunk-MTH3M3TH.cjs");
var import_chunk_FOJ5JTVQ = require("./chunk-FOJ5JTVQ.cjs");
var import_chunk_E7TBRM2K = require("./chunk-E7TBRM2K.cjs");
var import_chunk_ETWM5SCF = require("./chunk-ETWM5SCF.cjs");
var import_chunk_COQYJIF4 = require("./chunk-COQYJIF4.cjs");
var import_chunk_E32X4NSA = require("./chunk-E32X4NSA.cjs");
var import_chunk_HB6XE5KP = require("./chunk-HB6XE5KP.cjs");
var import_chunk_ZTEOLBDN = require("./chunk-ZTEOLBDN.cjs");
var import_chunk_VISX35PJ = require("./chunk-VISX35PJ.cjs");
var import_chunk_ZC2FV7IO = require("./chunk-ZC2FV7IO.cjs");
var import_chunk_TQTVLQTT = require("./chunk-TQTVLQTT.cjs");
var import_chunk_ZF4RRLRT = require("./chunk-ZF4RRLRT.cjs");
var import_chunk_RO6TSUK6 = require("./chunk-RO6TSUK6.cjs");
var import_chunk_2QF5A3XH = require("./chunk-2QF5A3XH.cjs");
var import_chunk_SO3KANTK = require("./chunk-SO3KANTK.cjs");
var import_chunk_GEUJANHY = require("./chunk-GEUJANHY.cjs");
var import_chunk_NDPFJMXT = require("./chunk-NDPFJMXT.cjs");
var import_chunk_IMTAAEPN = require("./chunk-IMTAAEPN.cjs");
var import_chunk_QW7UKFTH = require("./chunk-QW7UKFTH.cjs");
var import_chunk_4NFOMFHU = require("./chunk-4NFOMFHU.cjs");
var import_chunk_UACS23NR = require("./chunk-UACS23NR.cjs");
var import_chunk_TO5RH7DJ = require("./chunk-TO5RH7DJ.cjs");
var import_chunk_EPBJXQD3 = require("./chunk-EPBJXQD3.cjs");
var import_chunk_Z5ERJLD7 = require("./chunk-Z5ERJLD7.cjs");
var import_chunk_HJAZFC2R = require("./chunk-HJAZFC2R.cjs");
var MAX_PATHS = 100;
var why = {
  name: "why",
  summary: "Show every path by which a package comes in.",
  details: "PACKAGE is a name, or name@version. Paths go from what the project asks for itself to the package, shortest first. 3 says that no lockfile has it, 11 that a lockfile could not be read wholly.",
  positionals: [
    { name: "PACKAGE", doc: "A name, or name@version." },
    { name: "PATH", doc: "The folder of the project; here by default.", optional: true }
  ],
  options: [],
  examples: ["sallyport why lodash", "sallyport why qs@6.5.2 services/shop --json"],
  async run({ positionals, options, ports }) {
    const wanted = positionals[0];
    if (wanted === void 0) {
      throw new import_chunk_TO5RH7DJ.SallyportError("USAGE", { message: "PACKAGE is missing", help: "sallyport why lodash" });
    }
    const { tree } = await (0, import_chunk_MTH3M3TH.openJudgedFolder)(await (0, import_chunk_MTH3M3TH.folderArgument)(positionals[1] ?? ".", ports));
    const files = tree.files.filter((file) => (0, import_chunk_ZTEOLBDN.isWanted)(file.path));
    const { readings, fileErrors } = await (0, import_chunk_ZTEOLBDN.readInventory)(files, ports.signal);
    const places = readings.flatMap((reading) => explain(reading, wanted));
    if (options.json) ports.stdout(`${JSON.stringify({ version: 1, package: wanted, places }, null, 2)}
`);
    tell(places, wanted, ports);
    for (const { path, message } of fileErrors)
      ports.stderr(`unread ${(0, import_chunk_MTH3M3TH.plainLine)(path)}: ${(0, import_chunk_MTH3M3TH.plainLine)(message)}
`);
    if (fileErrors.length > 0) return import_chunk_TO5RH7DJ.EXIT.undecided;
    return places.length === 0 ? import_chunk_TO5RH7DJ.EXIT.nothingToScan : import_chunk_TO5RH7DJ.EXIT.ok;
  }
};
function explain(reading, wanted) {
  const found = [...reading.packages.entries()].filter(([, one]) => isNamed(one, wanted));
  if (found.length === 0) return [];
  const paths = (0, import_chunk_TQTVLQTT.findPaths)(reading.packages, reading.edges);
  return found.map(([index, one]) => {
    const all = paths.all(index, MAX_PATHS + 1);
    const told = all.length === 0 ? [paths.shortest(index)] : all.slice(0, MAX_PATHS);
    return {
      path: reading.path,
      line: one.line,
      package: { ecosystem: one.ecosystem, name: one.name, version: one.version },
      direct: one.direct,
      scope: one.scope,
      paths: told.map((path) => path.map((step) => (0, import_chunk_TQTVLQTT.labelOf)(reading.packages[step]))),
      more: all.length > MAX_PATHS
    };
  });
}
function isNamed(one, wanted) {
  const name = (0, import_chunk_NDPFJMXT.normalName)(one.ecosystem, one.name);
  if (name === (0, import_chunk_NDPFJMXT.normalName)(one.ecosystem, wanted)) return true;
  const at = wanted.lastIndexOf("@");
  return at > 0 && wanted.slice(at + 1) === one.version && name === (0, import_chunk_NDPFJMXT.normalName)(one.ecosystem, wanted.slice(0, at));
}
function tell(places, wanted, { stderr, style }) {
  if (places.length === 0) stderr(`no lockfile here has ${(0, import_chunk_MTH3M3TH.plainLine)(wanted)}
`);
  for (const { path, line, package: one, scope, direct, paths, more } of places) {
    const how = direct === true ? `${scope}, direct` : scope;
    stderr(`${style.bold((0, import_chunk_MTH3M3TH.plainLine)(`${one.name} ${one.version}`))} ${(0, import_chunk_MTH3M3TH.plainLine)(path)}:${line} (${how})
`);
    for (const steps of paths) stderr(`  ${steps.map(import_chunk_MTH3M3TH.plainLine).join(" > ")}
`);
    if (more) stderr(`  and more than ${MAX_PATHS} others
`);
  }
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  why
});
