const __bundleUrl = new URL('cli.js', import.meta.url.replace(/chunks\/[^/]+$/, '')).href
const require = process.getBuiltinModule('node:module').createRequire(__bundleUrl)
import {
  verifyLog
} from "./chunk-VKKUJFGE.js";
import {
  readAuthority
} from "./chunk-GSPZSG4H.js";
import {
  MAX_NOTE_BYTES,
  SIGNATURE_TYPES,
  formatVerifierKey,
  logOrigin
} from "./chunk-YDARPOJS.js";
import {
  verifyKeyList
} from "./chunk-LSFF2WNL.js";
import {
  parseLogEntry
} from "./chunk-RMXBN5WW.js";
import {
  envelopeSchema
} from "./chunk-4GZJ36TC.js";
import {
  MAX_TRUST_FILE_BYTES,
  parseTrustFile
} from "./chunk-P4375TVH.js";
import {
  parsePublicKey
} from "./chunk-ZYFGNLJL.js";
import {
  parseStrictJson
} from "./chunk-V4X75XZ6.js";
import {
  createHttpClient
} from "./chunk-MWXHRMN2.js";
import {
  readFileBounded,
  readFileIfThere
} from "./chunk-RWTYN6AN.js";
import {
  decode
} from "./chunk-USSEVVQ4.js";
import {
  looseObject,
  union
} from "./chunk-SKPPTWLY.js";
import {
  SECOND
} from "./chunk-NNHBBYKH.js";
import {
  formatDigest
} from "./chunk-MGJ2JUMM.js";
import {
  decodeUtf8
} from "./chunk-VOIAD42L.js";
import {
  EXIT,
  SallyportError
} from "./chunk-XELNXD6A.js";

// src/verbs/log.ts
const { resolve: resolve2 } = process.getBuiltinModule("node:path");

// src/verbs/log-source.ts
const { dirname, resolve } = process.getBuiltinModule("node:path");
var TIMEOUT_MS = 30 * SECOND;
var MAX_KEY_LIST_BYTES = 64 * 1024;
async function openLogSource(given, ports, ca) {
  if (/^https?:\/\//.test(given)) return openUrl(logUrlOf(given), ca);
  return openFolder(resolve(ports.cwd, given));
}
function openFolder(folder) {
  return {
    read: (path, maxBytes) => readFileIfThere(resolve(folder, path), maxBytes),
    readKeyList: () => firstKeyList(
      [resolve(folder, "key-list.json"), resolve(dirname(folder), "key-list.json")],
      (path) => readFileIfThere(path, MAX_KEY_LIST_BYTES)
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
  const http = createHttpClient(ca === void 0 ? {} : { ca });
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
  throw new SallyportError("HTTP_FAILED", { message: `GET ${url}: status ${status}` });
}
var keyListDocument = union([envelopeSchema, looseObject({ keyList: envelopeSchema })]);
async function firstKeyList(places, read) {
  for (const place of places) {
    const bytes = await read(place);
    if (!bytes) continue;
    const value = parseStrictJson(bytes, { source: place, maxBytes: MAX_KEY_LIST_BYTES, maxDepth: 8 });
    const document = decode(keyListDocument, value, { source: place });
    return "keyList" in document ? document.keyList : document;
  }
  throw new SallyportError("FILE_UNREADABLE", {
    message: `the key list of the log is not at ${places.join(" or ")}`,
    help: "put key-list.json beside the checkpoint, or leave --trust out"
  });
}

// src/verbs/log.ts
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
      const report = await verifyLog(source, {
        describeEntry: (entry) => parseLogEntry(entry).type,
        ...expected
      });
      print(call, report, expected.identity);
      return EXIT.ok;
    } finally {
      await source.close();
    }
  }
};
async function readLogCa({ options, ports, positionals }) {
  if (options.ca === void 0) return void 0;
  return readAuthority(options.ca, positionals[0], (path) => resolve2(ports.cwd, path));
}
async function expectationOf(call, source) {
  const identity = await readIdentity(call, source);
  const earlier = await readEarlier(call);
  return { ...identity === void 0 ? {} : { identity }, ...earlier === void 0 ? {} : { earlier } };
}
async function readIdentity({ options, ports }, source) {
  if (options.trust === void 0) return void 0;
  const path = resolve2(ports.cwd, options.trust);
  const trust = parseTrustFile(await readFileBounded(path, MAX_TRUST_FILE_BYTES), path);
  if (trust.signers === "key") {
    throw new SallyportError("USAGE", {
      message: `${path} trusts a key alone: it names no coordinator whose log this could be`,
      help: "give the trust file of an agent that trusts the coordinator, or leave --trust out"
    });
  }
  const root = parsePublicKey("root", trust.root);
  const { coordinatorId, keys } = verifyKeyList(await source.readKeyList(), root);
  return { origin: logOrigin(coordinatorId), publicKey: keys.log };
}
async function readEarlier({ options, ports }) {
  if (options.checkpoint === void 0) return void 0;
  return decodeUtf8(await readFileBounded(resolve2(ports.cwd, options.checkpoint), MAX_NOTE_BYTES));
}
function print({ options, ports }, report, identity) {
  const { checkpoint, entries, continues, isSignatureVerified } = report;
  const { origin, size } = checkpoint;
  const root = formatDigest(checkpoint.root);
  const verifier = identity && formatVerifierKey({ name: origin, type: SIGNATURE_TYPES.ed25519, publicKey: identity.publicKey });
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

export {
  openLogSource,
  logVerify,
  readLogCa,
  expectationOf
};
