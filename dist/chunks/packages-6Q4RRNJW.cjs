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
  packages: () => packages
});
module.exports = stdin_exports;
var import_chunk_MTH3M3TH = require("./chunk-MTH3M3TH.cjs");
var import_chunk_FOJ5JTVQ = require("./chunk-FOJ5JTVQ.cjs");
var import_chunk_E7TBRM2K = require("./chunk-E7TBRM2K.cjs");
var import_chunk_ETWM5SCF = require("./chunk-ETWM5SCF.cjs");
var import_chunk_COQYJIF4 = require("./chunk-COQYJIF4.cjs");
var import_chunk_E32X4NSA = require("./chunk-E32X4NSA.cjs");
var import_chunk_HB6XE5KP = require("./chunk-HB6XE5KP.cjs");
var import_chunk_VISX35PJ = require("./chunk-VISX35PJ.cjs");
var import_chunk_ZC2FV7IO = require("./chunk-ZC2FV7IO.cjs");
var import_chunk_ZF4RRLRT = require("./chunk-ZF4RRLRT.cjs");
var import_chunk_RO6TSUK6 = require("./chunk-RO6TSUK6.cjs");
var import_chunk_2QF5A3XH = require("./chunk-2QF5A3XH.cjs");
var import_chunk_SO3KANTK = require("./chunk-SO3KANTK.cjs");
var import_chunk_GEUJANHY = require("./chunk-GEUJANHY.cjs");
var import_chunk_M3WSMIIZ = require("./chunk-M3WSMIIZ.cjs");
var import_chunk_IMTAAEPN = require("./chunk-IMTAAEPN.cjs");
var import_chunk_QW7UKFTH = require("./chunk-QW7UKFTH.cjs");
var import_chunk_4NFOMFHU = require("./chunk-4NFOMFHU.cjs");
var import_chunk_UACS23NR = require("./chunk-UACS23NR.cjs");
var import_chunk_TO5RH7DJ = require("./chunk-TO5RH7DJ.cjs");
var import_chunk_EPBJXQD3 = require("./chunk-EPBJXQD3.cjs");
var import_chunk_Z5ERJLD7 = require("./chunk-Z5ERJLD7.cjs");
var import_chunk_HJAZFC2R = require("./chunk-HJAZFC2R.cjs");
var import_node_path = process.getBuiltinModule("node:path");
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
    const { readings, problems } = (0, import_chunk_FOJ5JTVQ.isFolder)(absolute) ? await readFolder(absolute, options.as) : { readings: [await readOne(absolute, path, options.as)], problems: [] };
    for (const { path: path2, message } of problems) ports.stderr(`unread ${(0, import_chunk_MTH3M3TH.plainLine)(path2)}: ${message}
`);
    report(readings, ports);
    if (options.json) ports.stdout(emitJson(readings));
    if (problems.length > 0 || readings.some((reading) => reading.errors.length > 0)) return import_chunk_TO5RH7DJ.EXIT.undecided;
    return readings.length === 0 ? import_chunk_TO5RH7DJ.EXIT.nothingToScan : import_chunk_TO5RH7DJ.EXIT.ok;
  }
};
function listFormats({ options, ports }) {
  const formats = import_chunk_VISX35PJ.ALL_FORMATS.map(({ id, ecosystems }) => ({ id, ecosystems }));
  if (options.json) ports.stdout(`${JSON.stringify({ version: 1, formats }, null, 2)}
`);
  else ports.stdout(formats.map(({ id }) => `${id}
`).join(""));
  return import_chunk_TO5RH7DJ.EXIT.ok;
}
async function readFolder(folder, as) {
  if (as !== void 0) throw usage("--as is for one file, and PATH is a folder", "name the file");
  const { tree } = await (0, import_chunk_MTH3M3TH.openJudgedFolder)(folder);
  const siblings = siblingsOf(tree);
  const readings = [];
  for (const file of tree.files) {
    const format = (0, import_chunk_VISX35PJ.formatOfPath)(file.path);
    if (!format) continue;
    const bytes = await file.read().catch((error) => error);
    readings.push(
      bytes instanceof Uint8Array ? await (0, import_chunk_VISX35PJ.readPackages)({ path: file.path, bytes }, format, siblings) : unreadable(file.path, format, bytes)
    );
  }
  return { readings, problems: tree.problems };
}
function siblingsOf(tree) {
  const files = new Map(tree.files.map((file) => [file.path, file]));
  return {
    async read(path) {
      try {
        const bytes = await files.get(path)?.read();
        return bytes && { path, text: (0, import_chunk_VISX35PJ.decodeLockfile)(bytes) };
      } catch {
        return void 0;
      }
    }
  };
}
async function readOne(absolute, path, as) {
  const format = as === void 0 ? (0, import_chunk_VISX35PJ.formatOfPath)(path.replaceAll("\\", "/")) : (0, import_chunk_VISX35PJ.formatOfId)(as);
  if (!format) throw unknownFormat(path, as);
  const shown = (0, import_node_path.basename)(path);
  try {
    return await (0, import_chunk_VISX35PJ.readPackages)(
      { path: shown, bytes: await (0, import_chunk_M3WSMIIZ.readFileBounded)(absolute, import_chunk_VISX35PJ.MAX_LOCKFILE_BYTES) },
      format,
      siblingsBeside(absolute)
    );
  } catch (error) {
    if (error instanceof import_chunk_TO5RH7DJ.SallyportError && error.code === "LIMIT_EXCEEDED")
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
        const bytes = await (0, import_chunk_M3WSMIIZ.readFileBounded)((0, import_node_path.join)(folder, place), import_chunk_VISX35PJ.MAX_LOCKFILE_BYTES);
        return { path, text: (0, import_chunk_VISX35PJ.decodeLockfile)(bytes) };
      } catch {
        return void 0;
      }
    }
  };
}
function unreadable(path, format, error) {
  const code = error instanceof import_chunk_TO5RH7DJ.SallyportError ? error.code : "FILE_UNREADABLE";
  return { path, format: format.id, packages: [], edges: [], errors: [{ code, message: (0, import_chunk_TO5RH7DJ.messageOf)(error) }] };
}
function unknownFormat(path, as) {
  const ids = import_chunk_VISX35PJ.ALL_FORMATS.map((format) => format.id);
  const near = as === void 0 ? void 0 : (0, import_chunk_SO3KANTK.nearest)(as, ids);
  const message = as === void 0 ? `no format is read from a file of the name ${JSON.stringify((0, import_node_path.basename)(path))}` : `there is no format ${JSON.stringify(as)}`;
  return usage(
    message,
    near === void 0 ? "name one with --as: sallyport packages --list-formats" : `did you mean "${near}"?`
  );
}
function usage(message, help) {
  return new import_chunk_TO5RH7DJ.SallyportError("USAGE", { message, help });
}
function report(readings, ports) {
  if (readings.length === 0) ports.stderr("there is no lockfile of a known format\n");
  for (const { path, format, errors, ...reading } of readings) {
    ports.stderr(`${(0, import_chunk_MTH3M3TH.plainLine)(path)}: ${uniquePackages(reading).length} packages (${format})
`);
    for (const { line, code, message } of errors) {
      const place = line === void 0 ? "" : `:${line}`;
      ports.stderr(
        `  ${ports.style.yellow("unread")} ${(0, import_chunk_MTH3M3TH.plainLine)(path)}${place}: ${(0, import_chunk_MTH3M3TH.plainLine)(message)} [${code}]
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
    const dependent = from === import_chunk_Z5ERJLD7.ROOT ? import_chunk_Z5ERJLD7.ROOT : numberOf[from];
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
  packages
});
