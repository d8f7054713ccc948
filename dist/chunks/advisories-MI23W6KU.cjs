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
  advisories_MI23W6KU: () => advisories_MI23W6KU_exports
});
module.exports = stdin_exports;
var import_chunk_C3CB3CD9 = require("./chunk-C3CB3CD9.cjs").chunk_ETWM5SCF;
var import_chunk_2BC21E11 = require("./chunk-2BC21E11.cjs").chunk_COQYJIF4;
var import_chunk_FC722728 = require("./chunk-FC722728.cjs").chunk_YGG53FKB;
var import_chunk_FC7227282 = require("./chunk-FC722728.cjs").chunk_LCP6FW5I;
var import_chunk_VYXZ2XSH = require("./chunk-VYXZ2XSH.cjs").chunk_VYXZ2XSH;
var import_chunk_31504B25 = require("./chunk-31504B25.cjs").chunk_Z7PF3XZF;
var import_chunk_31504B252 = require("./chunk-31504B25.cjs").chunk_VPYVWG56;
var import_chunk_5523CD0A = require("./chunk-5523CD0A.cjs").chunk_ZF4RRLRT;
var import_cli = require("../cli.cjs").chunk_GEUJANHY;
var import_chunk_2BC21E112 = require("./chunk-2BC21E11.cjs").chunk_M3WSMIIZ;
var import_chunk_C3CB3CD92 = require("./chunk-C3CB3CD9.cjs").chunk_NC4COCRK;
var import_chunk_C3CB3CD93 = require("./chunk-C3CB3CD9.cjs").chunk_V5MOCF6Z;
var import_cli2 = require("../cli.cjs").chunk_QW7UKFTH;
var import_cli3 = require("../cli.cjs").chunk_4NFOMFHU;
var import_chunk_AAE3F7D8 = require("./chunk-AAE3F7D8.cjs").chunk_7UF6RGKQ;
var import_cli4 = require("../cli.cjs").chunk_TO5RH7DJ;
var import_chunk_AAE3F7D82 = require("./chunk-AAE3F7D8.cjs").chunk_3KEYJEYD;
var import_chunk_31504B253 = require("./chunk-31504B25.cjs").chunk_YNNKUSU3;
var import_cli5 = require("../cli.cjs").chunk_HJAZFC2R;
var import_node_path = process.getBuiltinModule("node:path");
var __defProp2 = Object.defineProperty;
var __export2 = (target, all) => {
  for (var name in all)
    __defProp2(target, name, { get: all[name], enumerable: true });
};
var advisories_MI23W6KU_exports = {};
__export2(advisories_MI23W6KU_exports, {
  advisoriesUpdate: () => advisoriesUpdate
});
var MS_BETWEEN = 250;
var CLEAR_LINE = "\r\x1B[2K";
async function withProgress(label, { isTerminal, stderr, clock }, fetch) {
  if (!isTerminal) return await fetch(() => {
  });
  stderr(`${label}: asking \u2026`);
  let told = clock.monotonic();
  try {
    return await fetch((received, total) => {
      const now = clock.monotonic();
      if (now - told < MS_BETWEEN) return;
      told = now;
      stderr(`${CLEAR_LINE}${label}: ${progressText(received, total)}`);
    });
  } finally {
    stderr(CLEAR_LINE);
  }
}
function progressText(received, total) {
  const mebibytes = (bytes) => (bytes / 2 ** 20).toFixed(1);
  if (total === null || total < received || total === 0) return `${mebibytes(received)} MiB`;
  return `${mebibytes(received)} of ${mebibytes(total)} MiB (${Math.floor(received / total * 100)} %)`;
}
var MAX_ARCHIVE_BYTES = 2 ** 31 - 1;
var TIMEOUT_MS = 15 * 6e4;
var advisoriesUpdate = {
  name: "advisories update",
  summary: "Fetch OSV's advisories, so that scans need no network.",
  details: "Archives that did not change are not fetched again. One that is truncated or damaged is refused, and the old one stays. 11 says that some could not be updated.",
  options: ["advisories", "ecosystem", "from"],
  examples: [
    "sallyport advisories update --advisories advisories --ecosystem npm --ecosystem PyPI",
    "sallyport advisories update --from https://mirror.example/osv"
  ],
  async run({ options, ports }) {
    const given = options.advisories;
    const folder = given === void 0 ? (0, import_node_path.join)((0, import_chunk_C3CB3CD9.cacheFolder)(ports.env), "osv") : (0, import_node_path.resolve)(ports.cwd, given);
    const origin = readOrigin(options.from ?? import_chunk_31504B252.sources_default.archives);
    const http = (0, import_chunk_2BC21E11.createHttpClient)();
    try {
      const updates = [];
      for (const ecosystem of chooseEcosystems(options.ecosystem)) {
        const update = await updateOne({ http, origin, folder, ecosystem, ports });
        updates.push(update);
        ports.stderr(`${describe(update)}
`);
      }
      if (options.json) ports.stdout(`${JSON.stringify({ version: 1, updates }, null, 2)}
`);
      ports.stderr(`use them with --advisories ${given ?? folder}
`);
      return updates.some(({ status }) => status === "failed") ? import_cli4.EXIT.undecided : import_cli4.EXIT.ok;
    } finally {
      await http.close();
    }
  }
};
function chooseEcosystems(names) {
  const chosen = names ?? import_chunk_FC7227282.FORMATS.flatMap((format) => format.ecosystems).map(import_chunk_C3CB3CD93.ecosystemBase);
  for (const name of chosen) {
    if (/^[A-Za-z0-9][A-Za-z0-9 ._-]*$/.test(name)) continue;
    throw new import_cli4.SallyportError("USAGE", {
      message: `${JSON.stringify(name)} is no name of an ecosystem`,
      help: "write it as OSV does, without a suffix: npm, PyPI, crates.io, Debian"
    });
  }
  return [...new Set(chosen)].sort();
}
function readOrigin(text) {
  const url = URL.parse(text);
  if (url && (url.protocol === "https:" || url.protocol === "http:")) return text.replace(/\/+$/, "");
  throw new import_cli4.SallyportError("USAGE", {
    message: `--from ${JSON.stringify(text)} is no http or https URL`,
    help: "name the address under which <Ecosystem>/all.zip stands; a local folder goes to --advisories of a scan"
  });
}
async function updateOne(job) {
  try {
    return await fetchOne(job);
  } catch (error) {
    return { ecosystem: job.ecosystem, status: "failed", digest: null, reason: (0, import_cli4.messageOf)(error) };
  }
}
async function fetchOne({ http, origin, folder, ecosystem, ports }) {
  const url = `${origin}/${encodeURIComponent(ecosystem)}/all.zip`;
  const archive = (0, import_node_path.join)(folder, ecosystem, "all.zip");
  const kept = await readValidators(archive, url);
  const { status, headers, body } = await withProgress(
    ecosystem,
    ports,
    (onReceived) => http.request({
      method: "GET",
      url,
      headers: conditions(kept),
      maxBytes: MAX_ARCHIVE_BYTES,
      timeoutMs: TIMEOUT_MS,
      signal: ports.signal,
      onReceived
    })
  );
  if (status === 304 && kept) return { ecosystem, status: "unchanged", digest: `sha256:${kept.digest}` };
  if (status !== 200)
    throw new import_cli4.SallyportError("HTTP_FAILED", { message: `GET ${url}: the answer is ${status}` });
  const records = countRecords(body);
  const digest = (0, import_cli2.sha256Hex)(body);
  await (0, import_chunk_2BC21E112.makePrivateFolder)((0, import_node_path.join)(folder, ecosystem));
  await (0, import_chunk_2BC21E112.removeOldDrafts)(archive, ports.clock.now() - import_cli.DAY);
  await (0, import_chunk_2BC21E112.writeFileAtomic)(archive, body);
  await (0, import_chunk_2BC21E112.writeFileAtomic)(`${archive}.json`, JSON.stringify(validatorsOf(url, digest, headers)));
  return { ecosystem, status: "updated", digest: `sha256:${digest}`, records };
}
function countRecords(archive) {
  let records = 0;
  for (const _ of (0, import_chunk_FC722728.decodeArchive)(archive)) records++;
  if (records === 0)
    throw new import_cli4.SallyportError("ADVISORIES_INVALID", { message: "the archive holds no record" });
  return records;
}
async function readValidators(archive, url) {
  const [text, bytes] = await Promise.all([
    (0, import_chunk_2BC21E112.readFileIfThere)(`${archive}.json`, 64 * 1024),
    (0, import_chunk_2BC21E112.readFileIfThere)(archive, MAX_ARCHIVE_BYTES)
  ]);
  if (!text || !bytes) return void 0;
  try {
    const kept = JSON.parse(Buffer.from(text).toString("utf8"));
    return kept.url === url && kept.digest === (0, import_cli2.sha256Hex)(bytes) ? kept : void 0;
  } catch {
    return void 0;
  }
}
function validatorsOf(url, digest, headers) {
  const { etag, "last-modified": lastModified } = headers;
  return {
    url,
    digest,
    ...etag === void 0 ? {} : { etag },
    ...lastModified === void 0 ? {} : { lastModified }
  };
}
function conditions(kept) {
  if (typeof kept?.etag === "string") return { "if-none-match": kept.etag };
  if (typeof kept?.lastModified === "string") return { "if-modified-since": kept.lastModified };
  return {};
}
function describe({ ecosystem, status, records, reason }) {
  if (status === "updated") return `${ecosystem}: ${records} records`;
  return status === "unchanged" ? `${ecosystem}: unchanged` : `${ecosystem}: not updated: ${reason}`;
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  advisories_MI23W6KU
});
