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
  advisoriesUpdate: () => advisoriesUpdate
});
module.exports = stdin_exports;
var import_chunk_ETWM5SCF = require("./chunk-ETWM5SCF.cjs");
var import_chunk_COQYJIF4 = require("./chunk-COQYJIF4.cjs");
var import_chunk_GXXMKFJE = require("./chunk-GXXMKFJE.cjs");
var import_chunk_VISX35PJ = require("./chunk-VISX35PJ.cjs");
var import_chunk_ZC2FV7IO = require("./chunk-ZC2FV7IO.cjs");
var import_chunk_VPYVWG56 = require("./chunk-VPYVWG56.cjs");
var import_chunk_ZF4RRLRT = require("./chunk-ZF4RRLRT.cjs");
var import_chunk_GEUJANHY = require("./chunk-GEUJANHY.cjs");
var import_chunk_M3WSMIIZ = require("./chunk-M3WSMIIZ.cjs");
var import_chunk_NDPFJMXT = require("./chunk-NDPFJMXT.cjs");
var import_chunk_IMTAAEPN = require("./chunk-IMTAAEPN.cjs");
var import_chunk_QW7UKFTH = require("./chunk-QW7UKFTH.cjs");
var import_chunk_4NFOMFHU = require("./chunk-4NFOMFHU.cjs");
var import_chunk_UACS23NR = require("./chunk-UACS23NR.cjs");
var import_chunk_TO5RH7DJ = require("./chunk-TO5RH7DJ.cjs");
var import_chunk_EPBJXQD3 = require("./chunk-EPBJXQD3.cjs");
var import_chunk_Z5ERJLD7 = require("./chunk-Z5ERJLD7.cjs");
var import_chunk_HJAZFC2R = require("./chunk-HJAZFC2R.cjs");
var import_node_path = process.getBuiltinModule("node:path");
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
    const folder = given === void 0 ? (0, import_node_path.join)((0, import_chunk_ETWM5SCF.cacheFolder)(ports.env), "osv") : (0, import_node_path.resolve)(ports.cwd, given);
    const origin = readOrigin(options.from ?? import_chunk_VPYVWG56.sources_default.archives);
    const http = (0, import_chunk_COQYJIF4.createHttpClient)();
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
      return updates.some(({ status }) => status === "failed") ? import_chunk_TO5RH7DJ.EXIT.undecided : import_chunk_TO5RH7DJ.EXIT.ok;
    } finally {
      await http.close();
    }
  }
};
function chooseEcosystems(names) {
  const chosen = names ?? import_chunk_VISX35PJ.FORMATS.flatMap((format) => format.ecosystems).map(import_chunk_IMTAAEPN.ecosystemBase);
  for (const name of chosen) {
    if (/^[A-Za-z0-9][A-Za-z0-9 ._-]*$/.test(name)) continue;
    throw new import_chunk_TO5RH7DJ.SallyportError("USAGE", {
      message: `${JSON.stringify(name)} is no name of an ecosystem`,
      help: "write it as OSV does, without a suffix: npm, PyPI, crates.io, Debian"
    });
  }
  return [...new Set(chosen)].sort();
}
function readOrigin(text) {
  const url = URL.parse(text);
  if (url && (url.protocol === "https:" || url.protocol === "http:")) return text.replace(/\/+$/, "");
  throw new import_chunk_TO5RH7DJ.SallyportError("USAGE", {
    message: `--from ${JSON.stringify(text)} is no http or https URL`,
    help: "name the address under which <Ecosystem>/all.zip stands; a local folder goes to --advisories of a scan"
  });
}
async function updateOne(job) {
  try {
    return await fetchOne(job);
  } catch (error) {
    return { ecosystem: job.ecosystem, status: "failed", digest: null, reason: (0, import_chunk_TO5RH7DJ.messageOf)(error) };
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
    throw new import_chunk_TO5RH7DJ.SallyportError("HTTP_FAILED", { message: `GET ${url}: the answer is ${status}` });
  const records = countRecords(body);
  const digest = (0, import_chunk_QW7UKFTH.sha256Hex)(body);
  await (0, import_chunk_M3WSMIIZ.makePrivateFolder)((0, import_node_path.join)(folder, ecosystem));
  await (0, import_chunk_M3WSMIIZ.removeOldDrafts)(archive, ports.clock.now() - import_chunk_GEUJANHY.DAY);
  await (0, import_chunk_M3WSMIIZ.writeFileAtomic)(archive, body);
  await (0, import_chunk_M3WSMIIZ.writeFileAtomic)(`${archive}.json`, JSON.stringify(validatorsOf(url, digest, headers)));
  return { ecosystem, status: "updated", digest: `sha256:${digest}`, records };
}
function countRecords(archive) {
  let records = 0;
  for (const _ of (0, import_chunk_GXXMKFJE.decodeArchive)(archive)) records++;
  if (records === 0)
    throw new import_chunk_TO5RH7DJ.SallyportError("ADVISORIES_INVALID", { message: "the archive holds no record" });
  return records;
}
async function readValidators(archive, url) {
  const [text, bytes] = await Promise.all([
    (0, import_chunk_M3WSMIIZ.readFileIfThere)(`${archive}.json`, 64 * 1024),
    (0, import_chunk_M3WSMIIZ.readFileIfThere)(archive, MAX_ARCHIVE_BYTES)
  ]);
  if (!text || !bytes) return void 0;
  try {
    const kept = JSON.parse(Buffer.from(text).toString("utf8"));
    return kept.url === url && kept.digest === (0, import_chunk_QW7UKFTH.sha256Hex)(bytes) ? kept : void 0;
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
  advisoriesUpdate
});
