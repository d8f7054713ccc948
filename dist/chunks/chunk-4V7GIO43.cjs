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
  expectationOf: () => expectationOf,
  logVerify: () => logVerify,
  openLogSource: () => openLogSource,
  readLogCa: () => readLogCa
});
module.exports = stdin_exports;
var import_chunk_QAKKENVC = require("./chunk-QAKKENVC.cjs");
var import_chunk_DLDCVKX6 = require("./chunk-DLDCVKX6.cjs");
var import_chunk_HWYOMYN6 = require("./chunk-HWYOMYN6.cjs");
var import_chunk_W7ECAJ5W = require("./chunk-W7ECAJ5W.cjs");
var import_chunk_RC7NUSGF = require("./chunk-RC7NUSGF.cjs");
var import_chunk_55ZXGT2M = require("./chunk-55ZXGT2M.cjs");
var import_chunk_B5YHRYI7 = require("./chunk-B5YHRYI7.cjs");
var import_chunk_BIEF65K5 = require("./chunk-BIEF65K5.cjs");
var import_chunk_CRLEFTAS = require("./chunk-CRLEFTAS.cjs");
var import_chunk_COQYJIF4 = require("./chunk-COQYJIF4.cjs");
var import_chunk_SO3KANTK = require("./chunk-SO3KANTK.cjs");
var import_chunk_GEUJANHY = require("./chunk-GEUJANHY.cjs");
var import_chunk_M3WSMIIZ = require("./chunk-M3WSMIIZ.cjs");
var import_chunk_PO7UBJRE = require("./chunk-PO7UBJRE.cjs");
var import_chunk_QW7UKFTH = require("./chunk-QW7UKFTH.cjs");
var import_chunk_4NFOMFHU = require("./chunk-4NFOMFHU.cjs");
var import_chunk_TO5RH7DJ = require("./chunk-TO5RH7DJ.cjs");
var import_node_path = process.getBuiltinModule("node:path");
var import_node_path2 = process.getBuiltinModule("node:path");
var TIMEOUT_MS = 30 * import_chunk_GEUJANHY.SECOND;
var MAX_KEY_LIST_BYTES = 64 * 1024;
async function openLogSource(given, ports, ca) {
  if (/^https?:\/\//.test(given)) return openUrl(logUrlOf(given), ca);
  return openFolder((0, import_node_path2.resolve)(ports.cwd, given));
}
function openFolder(folder) {
  return {
    read: (path, maxBytes) => (0, import_chunk_M3WSMIIZ.readFileIfThere)((0, import_node_path2.resolve)(folder, path), maxBytes),
    readKeyList: () => firstKeyList(
      [(0, import_node_path2.resolve)(folder, "key-list.json"), (0, import_node_path2.resolve)((0, import_node_path2.dirname)(folder), "key-list.json")],
      (path) => (0, import_chunk_M3WSMIIZ.readFileIfThere)(path, MAX_KEY_LIST_BYTES)
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
  const http = (0, import_chunk_COQYJIF4.createHttpClient)(ca === void 0 ? {} : { ca });
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
  throw new import_chunk_TO5RH7DJ.SallyportError("HTTP_FAILED", { message: `GET ${url}: status ${status}` });
}
var keyListDocument = (0, import_chunk_PO7UBJRE.union)([import_chunk_B5YHRYI7.envelopeSchema, (0, import_chunk_PO7UBJRE.looseObject)({ keyList: import_chunk_B5YHRYI7.envelopeSchema })]);
async function firstKeyList(places, read) {
  for (const place of places) {
    const bytes = await read(place);
    if (!bytes) continue;
    const value = (0, import_chunk_CRLEFTAS.parseStrictJson)(bytes, { source: place, maxBytes: MAX_KEY_LIST_BYTES, maxDepth: 8 });
    const document = (0, import_chunk_SO3KANTK.decode)(keyListDocument, value, { source: place });
    return "keyList" in document ? document.keyList : document;
  }
  throw new import_chunk_TO5RH7DJ.SallyportError("FILE_UNREADABLE", {
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
      const report = await (0, import_chunk_QAKKENVC.verifyLog)(source, {
        describeEntry: (entry) => (0, import_chunk_HWYOMYN6.parseLogEntry)(entry).type,
        ...expected
      });
      print(call, report, expected.identity);
      return import_chunk_TO5RH7DJ.EXIT.ok;
    } finally {
      await source.close();
    }
  }
};
async function readLogCa({ options, ports, positionals }) {
  if (options.ca === void 0) return void 0;
  return (0, import_chunk_DLDCVKX6.readAuthority)(options.ca, positionals[0], (path) => (0, import_node_path.resolve)(ports.cwd, path));
}
async function expectationOf(call, source) {
  const identity = await readIdentity(call, source);
  const earlier = await readEarlier(call);
  return { ...identity === void 0 ? {} : { identity }, ...earlier === void 0 ? {} : { earlier } };
}
async function readIdentity({ options, ports }, source) {
  if (options.trust === void 0) return void 0;
  const path = (0, import_node_path.resolve)(ports.cwd, options.trust);
  const trust = (0, import_chunk_RC7NUSGF.parseTrustFile)(await (0, import_chunk_M3WSMIIZ.readFileBounded)(path, import_chunk_RC7NUSGF.MAX_TRUST_FILE_BYTES), path);
  if (trust.signers === "key") {
    throw new import_chunk_TO5RH7DJ.SallyportError("USAGE", {
      message: `${path} trusts a key alone: it names no coordinator whose log this could be`,
      help: "give the trust file of an agent that trusts the coordinator, or leave --trust out"
    });
  }
  const root = (0, import_chunk_BIEF65K5.parsePublicKey)("root", trust.root);
  const { coordinatorId, keys } = (0, import_chunk_55ZXGT2M.verifyKeyList)(await source.readKeyList(), root);
  return { origin: (0, import_chunk_W7ECAJ5W.logOrigin)(coordinatorId), publicKey: keys.log };
}
async function readEarlier({ options, ports }) {
  if (options.checkpoint === void 0) return void 0;
  return (0, import_chunk_4NFOMFHU.decodeUtf8)(await (0, import_chunk_M3WSMIIZ.readFileBounded)((0, import_node_path.resolve)(ports.cwd, options.checkpoint), import_chunk_W7ECAJ5W.MAX_NOTE_BYTES));
}
function print({ options, ports }, report, identity) {
  const { checkpoint, entries, continues, isSignatureVerified } = report;
  const { origin, size } = checkpoint;
  const root = (0, import_chunk_QW7UKFTH.formatDigest)(checkpoint.root);
  const verifier = identity && (0, import_chunk_W7ECAJ5W.formatVerifierKey)({ name: origin, type: import_chunk_W7ECAJ5W.SIGNATURE_TYPES.ed25519, publicKey: identity.publicKey });
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
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  expectationOf,
  logVerify,
  openLogSource,
  readLogCa
});
