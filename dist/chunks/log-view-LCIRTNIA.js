const __bundleUrl = new URL('cli.js', import.meta.url.replace(/chunks\/[^/]+$/, '')).href
const require = process.getBuiltinModule('node:module').createRequire(__bundleUrl)
import {
  plainLine
} from "./chunk-CGVYKK5Y.js";
import {
  expectationOf,
  openLogSource,
  readLogCa
} from "./chunk-ECRPX5N5.js";
import {
  verifyLog
} from "./chunk-VKKUJFGE.js";
import "./chunk-GSPZSG4H.js";
import {
  parseTilePath
} from "./chunk-YDARPOJS.js";
import "./chunk-LSFF2WNL.js";
import {
  parseLogEntry
} from "./chunk-RMXBN5WW.js";
import "./chunk-334BH3EO.js";
import "./chunk-4GZJ36TC.js";
import "./chunk-P4375TVH.js";
import "./chunk-ZYFGNLJL.js";
import "./chunk-SBZZULRJ.js";
import "./chunk-XHCMOUYR.js";
import "./chunk-7YEXSHNJ.js";
import "./chunk-V4X75XZ6.js";
import "./chunk-MWXHRMN2.js";
import {
  createFile
} from "./chunk-RWTYN6AN.js";
import "./chunk-USSEVVQ4.js";
import "./chunk-SKPPTWLY.js";
import "./chunk-NNHBBYKH.js";
import "./chunk-EQ5RKL3W.js";
import "./chunk-MGJ2JUMM.js";
import "./chunk-VOIAD42L.js";
import {
  EXIT,
  SallyportError
} from "./chunk-XELNXD6A.js";
import "./chunk-BRIVT672.js";

// src/verbs/log-view.ts
const { mkdir } = process.getBuiltinModule("node:fs/promises");
const { dirname, join, resolve } = process.getBuiltinModule("node:path");
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
    return EXIT.ok;
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
      throw new SallyportError("USAGE", {
        message: "--out DIR is missing",
        help: "name a folder that is not there yet"
      });
    }
    const folder = resolve(ports.cwd, options.out);
    await makeNewFolder(folder);
    const { entries, report, keyList } = await readLog(call, folder);
    const lines = entries.map((entry, index) => `${JSON.stringify({ index, entry })}
`);
    await createFile(join(folder, "entries.jsonl"), lines.join(""), 420);
    if (keyList !== void 0) await createFile(join(folder, "key-list.json"), keyList, 420);
    const { size } = report.checkpoint;
    if (options.json) ports.stdout(`${JSON.stringify({ version: 1, folder: options.out, size })}
`);
    ports.stderr(
      `${options.out}: ${size} entries, verified; prove them anew with: sallyport log verify ${options.out}
`
    );
    return EXIT.ok;
  }
};
async function readLog(call, copyTo) {
  const source = await openLogSource(call.positionals[0], call.ports, await readLogCa(call));
  try {
    const entries = [];
    const report = await verifyLog(copyTo === void 0 ? source : copying(source, copyTo), {
      ...await expectationOf(call, source),
      describeEntry(bytes) {
        const entry = parseLogEntry(bytes);
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
    if (thrown instanceof SallyportError) return void 0;
    throw thrown;
  }
}
function copying(source, folder) {
  return {
    async read(path, maxBytes) {
      const bytes = await source.read(path, maxBytes);
      const isOfLog = path === "checkpoint" || parseTilePath(path) !== void 0;
      if (!bytes || !isOfLog) return bytes;
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await createFile(join(folder, path), bytes, 420);
      return bytes;
    }
  };
}
async function makeNewFolder(folder) {
  try {
    await mkdir(folder);
  } catch (cause) {
    throw new SallyportError("USAGE", {
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
    throw new SallyportError("USAGE", {
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
  return plainLine(`${String(index).padStart(6)}  ${at}  ${type}  ${parts.join(" ")}`);
}
export {
  logExport,
  logShow
};
