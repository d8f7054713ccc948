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
  packages_GDAAH32G: () => packages_GDAAH32G_exports
});
module.exports = stdin_exports;
var import_chunk_755CFGXO = require("./chunk-755CFGXO.cjs").chunk_755CFGXO;
var import_chunk_0722AEF2 = require("./chunk-0722AEF2.cjs").chunk_FOJ5JTVQ;
var import_chunk_0722AEF22 = require("./chunk-0722AEF2.cjs").chunk_53KULZZP;
var import_chunk_C3CB3CD9 = require("./chunk-C3CB3CD9.cjs").chunk_ETWM5SCF;
var import_chunk_2BC21E11 = require("./chunk-2BC21E11.cjs").chunk_COQYJIF4;
var import_chunk_5523CD0A = require("./chunk-5523CD0A.cjs").chunk_CP7VLAJU;
var import_chunk_7A0A2440 = require("./chunk-7A0A2440.cjs").chunk_HB6XE5KP;
var import_chunk_FC722728 = require("./chunk-FC722728.cjs").chunk_LCP6FW5I;
var import_chunk_VYXZ2XSH = require("./chunk-VYXZ2XSH.cjs").chunk_VYXZ2XSH;
var import_chunk_31504B25 = require("./chunk-31504B25.cjs").chunk_Z7PF3XZF;
var import_chunk_5523CD0A2 = require("./chunk-5523CD0A.cjs").chunk_ZF4RRLRT;
var import_chunk_7A0A24402 = require("./chunk-7A0A2440.cjs").chunk_RO6TSUK6;
var import_chunk_7A0A24403 = require("./chunk-7A0A2440.cjs").chunk_2QF5A3XH;
var import_cli = require("../cli.cjs").chunk_SO3KANTK;
var import_cli2 = require("../cli.cjs").chunk_GEUJANHY;
var import_chunk_2BC21E112 = require("./chunk-2BC21E11.cjs").chunk_M3WSMIIZ;
var import_chunk_C3CB3CD92 = require("./chunk-C3CB3CD9.cjs").chunk_V5MOCF6Z;
var import_cli3 = require("../cli.cjs").chunk_QW7UKFTH;
var import_cli4 = require("../cli.cjs").chunk_4NFOMFHU;
var import_chunk_AAE3F7D8 = require("./chunk-AAE3F7D8.cjs").chunk_7UF6RGKQ;
var import_cli5 = require("../cli.cjs").chunk_TO5RH7DJ;
var import_chunk_AAE3F7D82 = require("./chunk-AAE3F7D8.cjs").chunk_3KEYJEYD;
var import_chunk_31504B252 = require("./chunk-31504B25.cjs").chunk_YNNKUSU3;
var import_cli6 = require("../cli.cjs").chunk_HJAZFC2R;
var import_node_path = process.getBuiltinModule("node:path");
var __defProp2 = Object.defineProperty;
var __export2 = (target, all) => {
  for (var name in all)
    __defProp2(target, name, { get: all[name], enumerable: true });
};
var packages_GDAAH32G_exports = {};
__export2(packages_GDAAH32G_exports, {
  packages: () => packages
});
var packages = {
  name: "packages",
  summary: "List the packages that lockfiles name.",
  details: "PATH is a folder, of which every lockfile is read, or one file. 11 says that a file could not be read wholly, 3 that there is no lockfile.",
  positionals: [{ name: "PATH", doc: "A folder, or a lockfile.", optional: true }],
  options: ["as", "list-formats"],
  examples: [
    "sallyport packages . --json",
    "sallyport packages saved.lock --as package-lock.json --json",
    "sallyport packages --list-formats"
  ],
  async run(call) {
    const { options, ports } = call;
    if (options["list-formats"]) return listFormats(call);
    const path = call.positionals[0];
    if (path === void 0) throw usage("PATH is missing", "name a folder or a lockfile, for example: .");
    const absolute = (0, import_node_path.resolve)(ports.cwd, path);
    const { readings, problems } = (0, import_chunk_0722AEF2.isFolder)(absolute) ? await readFolder(absolute, options.as) : { readings: [await readOne(absolute, path, options.as)], problems: [] };
    for (const { path: path2, message } of problems) ports.stderr(`unread ${(0, import_chunk_755CFGXO.plainLine)(path2)}: ${message}
`);
    report(readings, ports);
    if (options.json) ports.stdout(emitJson(readings));
    if (problems.length > 0 || readings.some((reading) => reading.errors.length > 0)) return import_cli5.EXIT.undecided;
    return readings.length === 0 ? import_cli5.EXIT.nothingToScan : import_cli5.EXIT.ok;
  }
};
function listFormats({ options, ports }) {
  const formats = import_chunk_FC722728.ALL_FORMATS.map(({ id, ecosystems }) => ({ id, ecosystems }));
  if (options.json) ports.stdout(`${JSON.stringify({ version: 1, formats }, null, 2)}
`);
  else ports.stdout(formats.map(({ id }) => `${id}
`).join(""));
  return import_cli5.EXIT.ok;
}
async function readFolder(folder, as) {
  if (as !== void 0) throw usage("--as is for one file, and PATH is a folder", "name the file");
  const { tree } = await (0, import_chunk_755CFGXO.openJudgedFolder)(folder);
  const siblings = siblingsOf(tree);
  const readings = [];
  for (const file of tree.files) {
    const format = (0, import_chunk_FC722728.formatOfPath)(file.path);
    if (!format) continue;
    const bytes = await file.read().catch((error) => error);
    readings.push(
      bytes instanceof Uint8Array ? await (0, import_chunk_FC722728.readPackages)({ path: file.path, bytes }, format, siblings) : unreadable(file.path, format, bytes)
    );
  }
  return { readings, problems: tree.problems };
}
function siblingsOf(tree) {
  const files = new Map(tree.files.map((file) => [file.path, file]));
  return {
    isReadItself: (path) => files.has(path) && (0, import_chunk_FC722728.formatOfPath)(path) !== void 0,
    async read(path) {
      try {
        const bytes = await files.get(path)?.read();
        return bytes && { path, text: (0, import_chunk_FC722728.decodeLockfile)(bytes) };
      } catch {
        return void 0;
      }
    }
  };
}
async function readOne(absolute, path, as) {
  const format = as === void 0 ? (0, import_chunk_FC722728.formatOfPath)(path.replaceAll("\\", "/")) : (0, import_chunk_FC722728.formatOfId)(as);
  if (!format) throw unknownFormat(path, as);
  const shown = (0, import_node_path.basename)(path);
  try {
    return await (0, import_chunk_FC722728.readPackages)(
      { path: shown, bytes: await (0, import_chunk_2BC21E112.readFileBounded)(absolute, import_chunk_FC722728.MAX_LOCKFILE_BYTES) },
      format,
      siblingsBeside(absolute)
    );
  } catch (error) {
    if (error instanceof import_cli5.SallyportError && error.code === "LIMIT_EXCEEDED")
      return unreadable(shown, format, error);
    throw error;
  }
}
function siblingsBeside(lockfile) {
  const folder = (0, import_node_path.dirname)(lockfile);
  return {
    async read(path) {
      const place = (0, import_node_path.relative)(folder, (0, import_node_path.resolve)(folder, path));
      if (place.startsWith("..") || (0, import_node_path.isAbsolute)(place)) return void 0;
      try {
        const bytes = await (0, import_chunk_2BC21E112.readFileBounded)((0, import_node_path.join)(folder, place), import_chunk_FC722728.MAX_LOCKFILE_BYTES);
        return { path, text: (0, import_chunk_FC722728.decodeLockfile)(bytes) };
      } catch {
        return void 0;
      }
    }
  };
}
function unreadable(path, format, error) {
  const code = error instanceof import_cli5.SallyportError ? error.code : "FILE_UNREADABLE";
  return { path, format: format.id, packages: [], edges: [], errors: [{ code, message: (0, import_cli5.messageOf)(error) }] };
}
function unknownFormat(path, as) {
  const ids = import_chunk_FC722728.ALL_FORMATS.map((format) => format.id);
  const near = as === void 0 ? void 0 : (0, import_cli.nearest)(as, ids);
  const message = as === void 0 ? `no format is read from a file of the name ${JSON.stringify((0, import_node_path.basename)(path))}` : `there is no format ${JSON.stringify(as)}`;
  return usage(
    message,
    near === void 0 ? "name one with --as: sallyport packages --list-formats" : `did you mean "${near}"?`
  );
}
function usage(message, help) {
  return new import_cli5.SallyportError("USAGE", { message, help });
}
function report(readings, ports) {
  if (readings.length === 0) ports.stderr("there is no lockfile of a known format\n");
  for (const { path, format, errors, ...reading } of readings) {
    ports.stderr(`${(0, import_chunk_755CFGXO.plainLine)(path)}: ${uniquePackages(reading).length} packages (${format})
`);
    for (const { line, code, message } of errors) {
      const place = line === void 0 ? "" : `:${line}`;
      ports.stderr(
        `  ${ports.style.yellow("unread")} ${(0, import_chunk_755CFGXO.plainLine)(path)}${place}: ${(0, import_chunk_755CFGXO.plainLine)(message)} [${code}]
`
      );
    }
  }
}
function emitJson(readings) {
  const files = readings.map((reading) => ({
    path: reading.path,
    format: reading.format,
    packages: uniquePackages(reading),
    error: errorOf(reading)
  }));
  return `${JSON.stringify({ version: 1, files }, null, 2)}
`;
}
function uniquePackages({ packages: all, edges }) {
  const numbers = /* @__PURE__ */ new Map();
  const packages2 = [];
  const numberOf = all.map((one) => {
    const key = JSON.stringify([one.ecosystem, one.name, one.version]);
    const known = numbers.get(key);
    if (known !== void 0) return known;
    const number = packages2.push(one) - 1;
    numbers.set(key, number);
    return number;
  });
  const asked = /* @__PURE__ */ new Map();
  for (const [from, to] of edges) {
    const dependent = from === import_chunk_31504B252.ROOT ? import_chunk_31504B252.ROOT : numberOf[from];
    const known = asked.get(dependent);
    if (known) known.add(numberOf[to]);
    else asked.set(dependent, /* @__PURE__ */ new Set([numberOf[to]]));
  }
  return packages2.map((one, number) => describePackage(one, asked.get(number)));
}
function describePackage(one, dependencies = /* @__PURE__ */ new Set()) {
  const { ecosystem, name, version, source, scope, direct, line, endLine, licence } = one;
  return {
    ecosystem,
    name,
    version,
    source,
    scope,
    direct,
    line,
    endLine,
    ...licence === void 0 ? {} : { licence },
    dependencies: [...dependencies]
  };
}
function errorOf({ errors }) {
  const first = errors[0];
  if (!first) return null;
  const more = errors.length > 1 ? ` (and ${errors.length - 1} more)` : "";
  return {
    code: first.code,
    message: `${first.message}${more}`,
    ...first.line === void 0 ? {} : { line: first.line }
  };
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  packages_GDAAH32G
});
