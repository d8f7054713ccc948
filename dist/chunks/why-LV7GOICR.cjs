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
  why_LV7GOICR: () => why_LV7GOICR_exports
});
module.exports = stdin_exports;
var import_chunk_755CFGXO = require("./chunk-755CFGXO.cjs").chunk_755CFGXO;
var import_chunk_0722AEF2 = require("./chunk-0722AEF2.cjs").chunk_FOJ5JTVQ;
var import_chunk_0722AEF22 = require("./chunk-0722AEF2.cjs").chunk_53KULZZP;
var import_chunk_C3CB3CD9 = require("./chunk-C3CB3CD9.cjs").chunk_ETWM5SCF;
var import_chunk_2BC21E11 = require("./chunk-2BC21E11.cjs").chunk_COQYJIF4;
var import_chunk_5523CD0A = require("./chunk-5523CD0A.cjs").chunk_CP7VLAJU;
var import_chunk_7A0A2440 = require("./chunk-7A0A2440.cjs").chunk_HB6XE5KP;
var import_chunk_FC722728 = require("./chunk-FC722728.cjs").chunk_QVWZ6NL7;
var import_chunk_FC7227282 = require("./chunk-FC722728.cjs").chunk_LCP6FW5I;
var import_chunk_VYXZ2XSH = require("./chunk-VYXZ2XSH.cjs").chunk_VYXZ2XSH;
var import_chunk_31504B25 = require("./chunk-31504B25.cjs").chunk_GRDQR7JG;
var import_chunk_31504B252 = require("./chunk-31504B25.cjs").chunk_Z7PF3XZF;
var import_chunk_5523CD0A2 = require("./chunk-5523CD0A.cjs").chunk_ZF4RRLRT;
var import_chunk_7A0A24402 = require("./chunk-7A0A2440.cjs").chunk_RO6TSUK6;
var import_chunk_7A0A24403 = require("./chunk-7A0A2440.cjs").chunk_2QF5A3XH;
var import_cli = require("../cli.cjs").chunk_SO3KANTK;
var import_cli2 = require("../cli.cjs").chunk_GEUJANHY;
var import_chunk_C3CB3CD92 = require("./chunk-C3CB3CD9.cjs").chunk_NC4COCRK;
var import_chunk_C3CB3CD93 = require("./chunk-C3CB3CD9.cjs").chunk_V5MOCF6Z;
var import_cli3 = require("../cli.cjs").chunk_QW7UKFTH;
var import_cli4 = require("../cli.cjs").chunk_4NFOMFHU;
var import_chunk_AAE3F7D8 = require("./chunk-AAE3F7D8.cjs").chunk_7UF6RGKQ;
var import_cli5 = require("../cli.cjs").chunk_TO5RH7DJ;
var import_chunk_AAE3F7D82 = require("./chunk-AAE3F7D8.cjs").chunk_3KEYJEYD;
var import_chunk_31504B253 = require("./chunk-31504B25.cjs").chunk_YNNKUSU3;
var import_cli6 = require("../cli.cjs").chunk_HJAZFC2R;
var __defProp2 = Object.defineProperty;
var __export2 = (target, all) => {
  for (var name in all)
    __defProp2(target, name, { get: all[name], enumerable: true });
};
var why_LV7GOICR_exports = {};
__export2(why_LV7GOICR_exports, {
  why: () => why
});
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
      throw new import_cli5.SallyportError("USAGE", { message: "PACKAGE is missing", help: "sallyport why lodash" });
    }
    const { tree } = await (0, import_chunk_755CFGXO.openJudgedFolder)(await (0, import_chunk_755CFGXO.folderArgument)(positionals[1] ?? ".", ports));
    const files = tree.files.filter((file) => (0, import_chunk_FC722728.isWanted)(file.path));
    const { readings, fileErrors } = await (0, import_chunk_FC722728.readInventory)(files, ports.signal);
    const places = readings.flatMap((reading) => explain(reading, wanted));
    if (options.json) ports.stdout(`${JSON.stringify({ version: 1, package: wanted, places }, null, 2)}
`);
    tell(places, wanted, ports);
    for (const { path, message } of fileErrors)
      ports.stderr(`unread ${(0, import_chunk_755CFGXO.plainLine)(path)}: ${(0, import_chunk_755CFGXO.plainLine)(message)}
`);
    if (fileErrors.length > 0) return import_cli5.EXIT.undecided;
    return places.length === 0 ? import_cli5.EXIT.nothingToScan : import_cli5.EXIT.ok;
  }
};
function explain(reading, wanted) {
  const found = [...reading.packages.entries()].filter(([, one]) => isNamed(one, wanted));
  if (found.length === 0) return [];
  const paths = (0, import_chunk_31504B25.findPaths)(reading.packages, reading.edges);
  return found.map(([index, one]) => {
    const all = paths.all(index, MAX_PATHS + 1);
    const told = all.length === 0 ? [paths.shortest(index)] : all.slice(0, MAX_PATHS);
    return {
      path: reading.path,
      line: one.line,
      package: { ecosystem: one.ecosystem, name: one.name, version: one.version },
      direct: one.direct,
      scope: one.scope,
      paths: told.map((path) => path.map((step) => (0, import_chunk_31504B25.labelOf)(reading.packages[step]))),
      more: all.length > MAX_PATHS
    };
  });
}
function isNamed(one, wanted) {
  const name = (0, import_chunk_C3CB3CD92.normalName)(one.ecosystem, one.name);
  if (name === (0, import_chunk_C3CB3CD92.normalName)(one.ecosystem, wanted)) return true;
  const at = wanted.lastIndexOf("@");
  return at > 0 && wanted.slice(at + 1) === one.version && name === (0, import_chunk_C3CB3CD92.normalName)(one.ecosystem, wanted.slice(0, at));
}
function tell(places, wanted, { stderr, style }) {
  if (places.length === 0) stderr(`no lockfile here has ${(0, import_chunk_755CFGXO.plainLine)(wanted)}
`);
  for (const { path, line, package: one, scope, direct, paths, more } of places) {
    const how = direct === true ? `${scope}, direct` : scope;
    stderr(`${style.bold((0, import_chunk_755CFGXO.plainLine)(`${one.name} ${one.version}`))} ${(0, import_chunk_755CFGXO.plainLine)(path)}:${line} (${how})
`);
    for (const steps of paths) stderr(`  ${steps.map(import_chunk_755CFGXO.plainLine).join(" > ")}
`);
    if (more) stderr(`  and more than ${MAX_PATHS} others
`);
  }
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  why_LV7GOICR
});
