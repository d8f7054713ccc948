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
  logExport: () => logExport,
  logShow: () => logShow
});
module.exports = stdin_exports;
var import_chunk_LUEEAS33 = require("./chunk-LUEEAS33.cjs");
var import_chunk_4V7GIO43 = require("./chunk-4V7GIO43.cjs");
var import_chunk_QAKKENVC = require("./chunk-QAKKENVC.cjs");
var import_chunk_DLDCVKX6 = require("./chunk-DLDCVKX6.cjs");
var import_chunk_HWYOMYN6 = require("./chunk-HWYOMYN6.cjs");
var import_chunk_BGKKW6X2 = require("./chunk-BGKKW6X2.cjs");
var import_chunk_W7ECAJ5W = require("./chunk-W7ECAJ5W.cjs");
var import_chunk_RC7NUSGF = require("./chunk-RC7NUSGF.cjs");
var import_chunk_55ZXGT2M = require("./chunk-55ZXGT2M.cjs");
var import_chunk_B5YHRYI7 = require("./chunk-B5YHRYI7.cjs");
var import_chunk_BIEF65K5 = require("./chunk-BIEF65K5.cjs");
var import_chunk_FZ44G4XJ = require("./chunk-FZ44G4XJ.cjs");
var import_chunk_UESRXYTB = require("./chunk-UESRXYTB.cjs");
var import_chunk_3ZQSXCLB = require("./chunk-3ZQSXCLB.cjs");
var import_chunk_CRLEFTAS = require("./chunk-CRLEFTAS.cjs");
var import_chunk_COQYJIF4 = require("./chunk-COQYJIF4.cjs");
var import_chunk_SO3KANTK = require("./chunk-SO3KANTK.cjs");
var import_chunk_GEUJANHY = require("./chunk-GEUJANHY.cjs");
var import_chunk_M3WSMIIZ = require("./chunk-M3WSMIIZ.cjs");
var import_chunk_PO7UBJRE = require("./chunk-PO7UBJRE.cjs");
var import_chunk_QW7UKFTH = require("./chunk-QW7UKFTH.cjs");
var import_chunk_4NFOMFHU = require("./chunk-4NFOMFHU.cjs");
var import_chunk_LISJZMXW = require("./chunk-LISJZMXW.cjs");
var import_chunk_TO5RH7DJ = require("./chunk-TO5RH7DJ.cjs");
var import_chunk_HJAZFC2R = require("./chunk-HJAZFC2R.cjs");

var import_node_path = process.getBuiltinModule("node:path");
var LOG = { name: "URL-or-DIR", doc: "The log's folder, or where it is served." };
var logShow = {
  name: "log show",
  summary: "Show entries of the transparency log, after the whole of it was verified.",
  details: "A line for each entry: its index, its time, its type, its fields. Persons stand there as pseudonyms; digests\nlead to the documents. RANGE is an index, or FIRST-LAST, or FIRST- for all from there on.",
  positionals: [LOG, { name: "RANGE", doc: "Which entries; all without it.", optional: true }],
  options: ["type", "trust", "checkpoint", "ca", "json"],
  examples: [
    "sallyport log show https://coordinator.example/log 120-",
    "sallyport log show ./log --type approval --type approval-revoked --json"
  ],
  async run(call) {
    const { options, ports } = call;
    const isWanted = rangeOf(call.positionals[1]);
    const types = options.type ?? [];
    const { entries, report } = await readLog(call);
    const shown = entries.flatMap(
      (entry, index) => isWanted(index) && (types.length === 0 || types.includes(entry.type)) ? [{ index, entry }] : []
    );
    if (options.json) {
      ports.stdout(`${JSON.stringify({ version: 1, size: report.checkpoint.size, entries: shown })}
`);
    } else for (const { index, entry } of shown) ports.stdout(`${lineOf(index, entry)}
`);
    ports.stderr(`${shown.length} of ${report.checkpoint.size} entries; the log is whole
`);
    return import_chunk_TO5RH7DJ.EXIT.ok;
  }
};
var logExport = {
  name: "log export",
  summary: "Copy the transparency log, verified, into a folder: evidence that proves itself.",
  details: 'The folder holds the checkpoint, the tiles and bundles as they are served, the key list that says whose log it is,\nand entries.jsonl, one entry to a line. "log verify FOLDER" proves it anew, without a network.',
  positionals: [LOG],
  options: ["out", "trust", "checkpoint", "ca", "json"],
  examples: ["sallyport log export https://coordinator.example/log --trust trust.yml --out evidence-2026-11"],
  async run(call) {
    const { options, ports } = call;
    if (options.out === void 0) {
      throw new import_chunk_TO5RH7DJ.SallyportError("USAGE", {
        message: "--out DIR is missing",
        help: "name a folder that is not there yet"
      });
    }
    const folder = (0, import_node_path.resolve)(ports.cwd, options.out);
    await makeNewFolder(folder);
    const { entries, report, keyList } = await readLog(call, folder);
    const lines = entries.map((entry, index) => `${JSON.stringify({ index, entry })}
`);
    await (0, import_chunk_M3WSMIIZ.createFile)((0, import_node_path.join)(folder, "entries.jsonl"), lines.join(""), 420);
    if (keyList !== void 0) await (0, import_chunk_M3WSMIIZ.createFile)((0, import_node_path.join)(folder, "key-list.json"), keyList, 420);
    const { size } = report.checkpoint;
    if (options.json) ports.stdout(`${JSON.stringify({ version: 1, folder: options.out, size })}
`);
    ports.stderr(
      `${options.out}: ${size} entries, verified; prove them anew with: sallyport log verify ${options.out}
`
    );
    return import_chunk_TO5RH7DJ.EXIT.ok;
  }
};
async function readLog(call, copyTo) {
  const source = await (0, import_chunk_4V7GIO43.openLogSource)(call.positionals[0], call.ports, await (0, import_chunk_4V7GIO43.readLogCa)(call));
  try {
    const entries = [];
    const report = await (0, import_chunk_QAKKENVC.verifyLog)(copyTo === void 0 ? source : copying(source, copyTo), {
      ...await (0, import_chunk_4V7GIO43.expectationOf)(call, source),
      describeEntry(bytes) {
        const entry = (0, import_chunk_HWYOMYN6.parseLogEntry)(bytes);
        entries.push(entry);
        return entry.type;
      }
    });
    return { entries, report, keyList: copyTo === void 0 ? void 0 : await keyListOf(source) };
  } finally {
    await source.close();
  }
}
async function keyListOf(source) {
  try {
    return `${JSON.stringify(await source.readKeyList())}
`;
  } catch (thrown) {
    if (thrown instanceof import_chunk_TO5RH7DJ.SallyportError) return void 0;
    throw thrown;
  }
}
function copying(source, folder) {
  return {
    async read(path, maxBytes) {
      const bytes = await source.read(path, maxBytes);
      const isOfLog = path === "checkpoint" || (0, import_chunk_W7ECAJ5W.parseTilePath)(path) !== void 0;
      if (!bytes || !isOfLog) return bytes;
      await (0, (process.getBuiltinModule("node:fs/promises")).mkdir)((0, import_node_path.dirname)((0, import_node_path.join)(folder, path)), { recursive: true });
      await (0, import_chunk_M3WSMIIZ.createFile)((0, import_node_path.join)(folder, path), bytes, 420);
      return bytes;
    }
  };
}
async function makeNewFolder(folder) {
  try {
    await (0, (process.getBuiltinModule("node:fs/promises")).mkdir)(folder);
  } catch (cause) {
    throw new import_chunk_TO5RH7DJ.SallyportError("USAGE", {
      message: `${folder} cannot be made: it is there already, or its parent is not`,
      help: "name a folder that is not there yet",
      cause
    });
  }
}
function rangeOf(text) {
  if (text === void 0) return () => true;
  const match = /^(\d{1,15})(?:(-)(\d{1,15})?)?$/.exec(text);
  if (!match) {
    throw new import_chunk_TO5RH7DJ.SallyportError("USAGE", {
      message: `${JSON.stringify(text)} is no range of entries`,
      help: "write 12, or 12-20, or 12-"
    });
  }
  const first = Number(match[1]);
  const last = match[2] === void 0 ? first : match[3] === void 0 ? Number.MAX_SAFE_INTEGER : Number(match[3]);
  return (index) => index >= first && index <= last;
}
function lineOf(index, entry) {
  const { type, version: _, at, ...fields } = entry;
  const parts = Object.entries(fields).map(
    ([name, value]) => `${name}=${typeof value === "string" ? value : JSON.stringify(value)}`
  );
  return (0, import_chunk_LUEEAS33.plainLine)(`${String(index).padStart(6)}  ${at}  ${type}  ${parts.join(" ")}`);
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  logExport,
  logShow
});
