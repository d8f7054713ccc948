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
  chunk_BG7YOLO5: () => chunk_BG7YOLO5_exports,
  log_IBZXEQOZ: () => log_IBZXEQOZ_exports,
  log_view_DNJOUDZM: () => log_view_DNJOUDZM_exports
});
module.exports = stdin_exports;
var import_chunk_439F88D8 = require("./chunk-439F88D8.cjs").chunk_QAKKENVC;
var import_chunk_8A5887D9 = require("./chunk-8A5887D9.cjs").chunk_DLDCVKX6;
var import_chunk_8A5887D92 = require("./chunk-8A5887D9.cjs").chunk_HWYOMYN6;
var import_chunk_439F88D82 = require("./chunk-439F88D8.cjs").chunk_W7ECAJ5W;
var import_chunk_R2HSE3F3 = require("./chunk-R2HSE3F3.cjs").chunk_R2HSE3F3;
var import_chunk_EA47D034 = require("./chunk-EA47D034.cjs").chunk_55ZXGT2M;
var import_chunk_EA47D0342 = require("./chunk-EA47D034.cjs").chunk_B5YHRYI7;
var import_chunk_BIEF65K5 = require("./chunk-BIEF65K5.cjs").chunk_BIEF65K5;
var import_chunk_CF656EE4 = require("./chunk-CF656EE4.cjs").chunk_CRLEFTAS;
var import_chunk_2BC21E11 = require("./chunk-2BC21E11.cjs").chunk_COQYJIF4;
var import_cli = require("../cli.cjs").chunk_SO3KANTK;
var import_cli2 = require("../cli.cjs").chunk_GEUJANHY;
var import_chunk_2BC21E112 = require("./chunk-2BC21E11.cjs").chunk_M3WSMIIZ;
var import_chunk_CF656EE42 = require("./chunk-CF656EE4.cjs").chunk_PO7UBJRE;
var import_cli3 = require("../cli.cjs").chunk_QW7UKFTH;
var import_cli4 = require("../cli.cjs").chunk_4NFOMFHU;
var import_cli5 = require("../cli.cjs").chunk_TO5RH7DJ;
var import_node_path = process.getBuiltinModule("node:path");
var import_node_path2 = process.getBuiltinModule("node:path");
var import_chunk_439F88D83 = require("./chunk-439F88D8.cjs").chunk_QAKKENVC;
var import_chunk_8A5887D93 = require("./chunk-8A5887D9.cjs").chunk_DLDCVKX6;
var import_chunk_8A5887D94 = require("./chunk-8A5887D9.cjs").chunk_HWYOMYN6;
var import_chunk_8A5887D95 = require("./chunk-8A5887D9.cjs").chunk_BGKKW6X2;
var import_chunk_439F88D84 = require("./chunk-439F88D8.cjs").chunk_W7ECAJ5W;
var import_chunk_R2HSE3F32 = require("./chunk-R2HSE3F3.cjs").chunk_R2HSE3F3;
var import_chunk_CF656EE43 = require("./chunk-CF656EE4.cjs").chunk_PC4MX4V7;
var import_chunk_EA47D0343 = require("./chunk-EA47D034.cjs").chunk_55ZXGT2M;
var import_chunk_EA47D0344 = require("./chunk-EA47D034.cjs").chunk_B5YHRYI7;
var import_chunk_BIEF65K52 = require("./chunk-BIEF65K5.cjs").chunk_BIEF65K5;
var import_cli6 = require("../cli.cjs").chunk_FZ44G4XJ;
var import_chunk_EA47D0345 = require("./chunk-EA47D034.cjs").chunk_UESRXYTB;
var import_chunk_EA47D0346 = require("./chunk-EA47D034.cjs").chunk_3ZQSXCLB;
var import_chunk_CF656EE44 = require("./chunk-CF656EE4.cjs").chunk_CRLEFTAS;
var import_chunk_2BC21E113 = require("./chunk-2BC21E11.cjs").chunk_COQYJIF4;
var import_cli7 = require("../cli.cjs").chunk_SO3KANTK;
var import_cli8 = require("../cli.cjs").chunk_GEUJANHY;
var import_chunk_2BC21E114 = require("./chunk-2BC21E11.cjs").chunk_M3WSMIIZ;
var import_chunk_CF656EE45 = require("./chunk-CF656EE4.cjs").chunk_PO7UBJRE;
var import_cli9 = require("../cli.cjs").chunk_QW7UKFTH;
var import_cli10 = require("../cli.cjs").chunk_4NFOMFHU;
var import_chunk_LISJZMXW = require("./chunk-LISJZMXW.cjs").chunk_LISJZMXW;
var import_cli11 = require("../cli.cjs").chunk_TO5RH7DJ;
var import_cli12 = require("../cli.cjs").chunk_HJAZFC2R;
var import_chunk_8A5887D96 = require("./chunk-8A5887D9.cjs").chunk_LUEEAS33;
var import_chunk_439F88D85 = require("./chunk-439F88D8.cjs").chunk_QAKKENVC;
var import_chunk_8A5887D97 = require("./chunk-8A5887D9.cjs").chunk_DLDCVKX6;
var import_chunk_8A5887D98 = require("./chunk-8A5887D9.cjs").chunk_HWYOMYN6;
var import_chunk_8A5887D99 = require("./chunk-8A5887D9.cjs").chunk_BGKKW6X2;
var import_chunk_439F88D86 = require("./chunk-439F88D8.cjs").chunk_W7ECAJ5W;
var import_chunk_R2HSE3F33 = require("./chunk-R2HSE3F3.cjs").chunk_R2HSE3F3;
var import_chunk_CF656EE46 = require("./chunk-CF656EE4.cjs").chunk_PC4MX4V7;
var import_chunk_EA47D0347 = require("./chunk-EA47D034.cjs").chunk_55ZXGT2M;
var import_chunk_EA47D0348 = require("./chunk-EA47D034.cjs").chunk_B5YHRYI7;
var import_chunk_BIEF65K53 = require("./chunk-BIEF65K5.cjs").chunk_BIEF65K5;
var import_cli13 = require("../cli.cjs").chunk_FZ44G4XJ;
var import_chunk_EA47D0349 = require("./chunk-EA47D034.cjs").chunk_UESRXYTB;
var import_chunk_EA47D03410 = require("./chunk-EA47D034.cjs").chunk_3ZQSXCLB;
var import_chunk_CF656EE47 = require("./chunk-CF656EE4.cjs").chunk_CRLEFTAS;
var import_chunk_2BC21E115 = require("./chunk-2BC21E11.cjs").chunk_COQYJIF4;
var import_cli14 = require("../cli.cjs").chunk_SO3KANTK;
var import_cli15 = require("../cli.cjs").chunk_GEUJANHY;
var import_chunk_2BC21E116 = require("./chunk-2BC21E11.cjs").chunk_M3WSMIIZ;
var import_chunk_CF656EE48 = require("./chunk-CF656EE4.cjs").chunk_PO7UBJRE;
var import_cli16 = require("../cli.cjs").chunk_QW7UKFTH;
var import_cli17 = require("../cli.cjs").chunk_4NFOMFHU;
var import_chunk_LISJZMXW2 = require("./chunk-LISJZMXW.cjs").chunk_LISJZMXW;
var import_cli18 = require("../cli.cjs").chunk_TO5RH7DJ;
var import_cli19 = require("../cli.cjs").chunk_HJAZFC2R;

var import_node_path3 = process.getBuiltinModule("node:path");
var __defProp2 = Object.defineProperty;
var __export2 = (target, all) => {
  for (var name in all)
    __defProp2(target, name, { get: all[name], enumerable: true });
};
var log_IBZXEQOZ_exports = {};
__export2(log_IBZXEQOZ_exports, {
  expectationOf: () => expectationOf,
  logVerify: () => logVerify,
  readLogCa: () => readLogCa
});
var chunk_BG7YOLO5_exports = {};
__export2(chunk_BG7YOLO5_exports, {
  expectationOf: () => expectationOf,
  logVerify: () => logVerify,
  openLogSource: () => openLogSource,
  readLogCa: () => readLogCa
});
var TIMEOUT_MS = 30 * import_cli2.SECOND;
var MAX_KEY_LIST_BYTES = 64 * 1024;
async function openLogSource(given, ports, ca) {
  if (/^https?:\/\//.test(given)) return openUrl(logUrlOf(given), ca);
  return openFolder((0, import_node_path2.resolve)(ports.cwd, given));
}
function openFolder(folder) {
  return {
    read: (path, maxBytes) => (0, import_chunk_2BC21E112.readFileIfThere)((0, import_node_path2.resolve)(folder, path), maxBytes),
    readKeyList: () => firstKeyList(
      [(0, import_node_path2.resolve)(folder, "key-list.json"), (0, import_node_path2.resolve)((0, import_node_path2.dirname)(folder), "key-list.json")],
      (path) => (0, import_chunk_2BC21E112.readFileIfThere)(path, MAX_KEY_LIST_BYTES)
    ),
    close: async () => {
    }
  };
}
function logUrlOf(given) {
  const isOrigin = URL.canParse(given) && new URL(given).pathname === "/";
  return `${given.replace(/\/+$/, "")}${isOrigin ? "/log" : ""}`;
}
function openUrl(base, ca) {
  const http = (0, import_chunk_2BC21E11.createHttpClient)(ca === void 0 ? {} : { ca });
  const read = (url, maxBytes) => fetchIfThere(http, url, maxBytes);
  return {
    read: (path, maxBytes) => read(`${base}/${path}`, maxBytes),
    readKeyList: () => firstKeyList(
      [`${base}/key-list.json`, new URL("/v1/key-list", base).href],
      (url) => read(url, MAX_KEY_LIST_BYTES)
    ),
    close: () => http.close()
  };
}
async function fetchIfThere(http, url, maxBytes) {
  const { status, body } = await http.request({ method: "GET", url, maxBytes, timeoutMs: TIMEOUT_MS });
  if (status === 200) return body;
  if (status === 404) return void 0;
  throw new import_cli5.SallyportError("HTTP_FAILED", { message: `GET ${url}: status ${status}` });
}
var keyListDocument = (0, import_chunk_CF656EE42.union)([import_chunk_EA47D0342.envelopeSchema, (0, import_chunk_CF656EE42.looseObject)({ keyList: import_chunk_EA47D0342.envelopeSchema })]);
async function firstKeyList(places, read) {
  for (const place of places) {
    const bytes = await read(place);
    if (!bytes) continue;
    const value = (0, import_chunk_CF656EE4.parseStrictJson)(bytes, { source: place, maxBytes: MAX_KEY_LIST_BYTES, maxDepth: 8 });
    const document = (0, import_cli.decode)(keyListDocument, value, { source: place });
    return "keyList" in document ? document.keyList : document;
  }
  throw new import_cli5.SallyportError("FILE_UNREADABLE", {
    message: `the key list of the log is not at ${places.join(" or ")}`,
    help: "put key-list.json beside the checkpoint, or leave --trust out"
  });
}
var logVerify = {
  name: "log verify",
  summary: "Verify that the transparency log is whole, and was only added to.",
  details: "Reads every entry, computes every tile and the root anew, and compares them with the checkpoint. With\n--trust the checkpoint must be signed by the log key of that root's key list; without, the signature is not\njudged. With --checkpoint the log must be a continuation of that earlier one.",
  positionals: [{ name: "URL-or-DIR", doc: "The log's folder, or where it is served." }],
  options: ["trust", "checkpoint", "ca", "json"],
  examples: [
    "sallyport log verify https://coordinator.example/log --trust trust.yml",
    "sallyport log verify ./log"
  ],
  async run(call) {
    const source = await openLogSource(call.positionals[0], call.ports, await readLogCa(call));
    try {
      const expected = await expectationOf(call, source);
      const report = await (0, import_chunk_439F88D8.verifyLog)(source, {
        describeEntry: (entry) => (0, import_chunk_8A5887D92.parseLogEntry)(entry).type,
        ...expected
      });
      print(call, report, expected.identity);
      return import_cli5.EXIT.ok;
    } finally {
      await source.close();
    }
  }
};
async function readLogCa({ options, ports, positionals }) {
  if (options.ca === void 0) return void 0;
  return (0, import_chunk_8A5887D9.readAuthority)(options.ca, positionals[0], (path) => (0, import_node_path.resolve)(ports.cwd, path));
}
async function expectationOf(call, source) {
  const identity = await readIdentity(call, source);
  const earlier = await readEarlier(call);
  return { ...identity === void 0 ? {} : { identity }, ...earlier === void 0 ? {} : { earlier } };
}
async function readIdentity({ options, ports }, source) {
  if (options.trust === void 0) return void 0;
  const path = (0, import_node_path.resolve)(ports.cwd, options.trust);
  const trust = (0, import_chunk_R2HSE3F3.parseTrustFile)(await (0, import_chunk_2BC21E112.readFileBounded)(path, import_chunk_R2HSE3F3.MAX_TRUST_FILE_BYTES), path);
  if (trust.signers === "key") {
    throw new import_cli5.SallyportError("USAGE", {
      message: `${path} trusts a key alone: it names no coordinator whose log this could be`,
      help: "give the trust file of an agent that trusts the coordinator, or leave --trust out"
    });
  }
  const root = (0, import_chunk_BIEF65K5.parsePublicKey)("root", trust.root);
  const { coordinatorId, keys } = (0, import_chunk_EA47D034.verifyKeyList)(await source.readKeyList(), root);
  return { origin: (0, import_chunk_439F88D82.logOrigin)(coordinatorId), publicKey: keys.log };
}
async function readEarlier({ options, ports }) {
  if (options.checkpoint === void 0) return void 0;
  return (0, import_cli4.decodeUtf8)(await (0, import_chunk_2BC21E112.readFileBounded)((0, import_node_path.resolve)(ports.cwd, options.checkpoint), import_chunk_439F88D82.MAX_NOTE_BYTES));
}
function print({ options, ports }, report, identity) {
  const { checkpoint, entries, continues, isSignatureVerified } = report;
  const { origin, size } = checkpoint;
  const root = (0, import_cli3.formatDigest)(checkpoint.root);
  const verifier = identity && (0, import_chunk_439F88D82.formatVerifierKey)({ name: origin, type: import_chunk_439F88D82.SIGNATURE_TYPES.ed25519, publicKey: identity.publicKey });
  if (options.json) {
    const document = {
      origin,
      size,
      root,
      signature: isSignatureVerified ? "verified" : "not-judged",
      continues,
      ...verifier === void 0 ? {} : { verifier }
    };
    ports.stdout(`${JSON.stringify({ version: 1, ...document, entries: Object.fromEntries(entries) })}
`);
  }
  ports.stderr(`${ports.style.green("verified")}: ${size} entries, root ${root}
`);
  for (const [kind, count] of entries) ports.stderr(`  ${String(count).padStart(6)} ${kind}
`);
  if (continues !== null) ports.stderr(`it continues the checkpoint of size ${continues}
`);
  if (verifier !== void 0) ports.stderr(`its verifier key, for a witness: ${verifier}
`);
  if (!isSignatureVerified)
    ports.stderr("who signed the checkpoint was not judged: give --trust FILE with the coordinator's root\n");
}
var log_view_DNJOUDZM_exports = {};
__export2(log_view_DNJOUDZM_exports, {
  logExport: () => logExport,
  logShow: () => logShow
});
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
    return import_cli18.EXIT.ok;
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
      throw new import_cli18.SallyportError("USAGE", {
        message: "--out DIR is missing",
        help: "name a folder that is not there yet"
      });
    }
    const folder = (0, import_node_path3.resolve)(ports.cwd, options.out);
    await makeNewFolder(folder);
    const { entries, report, keyList } = await readLog(call, folder);
    const lines = entries.map((entry, index) => `${JSON.stringify({ index, entry })}
`);
    await (0, import_chunk_2BC21E116.createFile)((0, import_node_path3.join)(folder, "entries.jsonl"), lines.join(""), 420);
    if (keyList !== void 0) await (0, import_chunk_2BC21E116.createFile)((0, import_node_path3.join)(folder, "key-list.json"), keyList, 420);
    const { size } = report.checkpoint;
    if (options.json) ports.stdout(`${JSON.stringify({ version: 1, folder: options.out, size })}
`);
    ports.stderr(
      `${options.out}: ${size} entries, verified; prove them anew with: sallyport log verify ${options.out}
`
    );
    return import_cli18.EXIT.ok;
  }
};
async function readLog(call, copyTo) {
  const source = await openLogSource(call.positionals[0], call.ports, await readLogCa(call));
  try {
    const entries = [];
    const report = await (0, import_chunk_439F88D85.verifyLog)(copyTo === void 0 ? source : copying(source, copyTo), {
      ...await expectationOf(call, source),
      describeEntry(bytes) {
        const entry = (0, import_chunk_8A5887D98.parseLogEntry)(bytes);
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
    if (thrown instanceof import_cli18.SallyportError) return void 0;
    throw thrown;
  }
}
function copying(source, folder) {
  return {
    async read(path, maxBytes) {
      const bytes = await source.read(path, maxBytes);
      const isOfLog = path === "checkpoint" || (0, import_chunk_439F88D86.parseTilePath)(path) !== void 0;
      if (!bytes || !isOfLog) return bytes;
      await (0, (process.getBuiltinModule("node:fs/promises")).mkdir)((0, import_node_path3.dirname)((0, import_node_path3.join)(folder, path)), { recursive: true });
      await (0, import_chunk_2BC21E116.createFile)((0, import_node_path3.join)(folder, path), bytes, 420);
      return bytes;
    }
  };
}
async function makeNewFolder(folder) {
  try {
    await (0, (process.getBuiltinModule("node:fs/promises")).mkdir)(folder);
  } catch (cause) {
    throw new import_cli18.SallyportError("USAGE", {
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
    throw new import_cli18.SallyportError("USAGE", {
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
  return (0, import_chunk_8A5887D96.plainLine)(`${String(index).padStart(6)}  ${at}  ${type}  ${parts.join(" ")}`);
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  chunk_BG7YOLO5,
  log_IBZXEQOZ,
  log_view_DNJOUDZM
});
