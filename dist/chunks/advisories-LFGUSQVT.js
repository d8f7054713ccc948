const __bundleUrl = new URL('cli.js', import.meta.url.replace(/chunks\/[^/]+$/, '')).href
const require = process.getBuiltinModule('node:module').createRequire(__bundleUrl)
import {
  cacheFolder
} from "./chunk-KJ3GETMR.js";
import {
  createHttpClient
} from "./chunk-MWXHRMN2.js";
import {
  makePrivateFolder,
  readFileIfThere,
  removeOldDrafts,
  writeFileAtomic
} from "./chunk-RWTYN6AN.js";
import {
  decodeArchive
} from "./chunk-PCOZ7VVI.js";
import {
  FORMATS
} from "./chunk-FXH5C5QI.js";
import "./chunk-E4MDKNTU.js";
import {
  DAY
} from "./chunk-NNHBBYKH.js";
import "./chunk-HFGP7RTV.js";
import "./chunk-VH5K662Z.js";
import "./chunk-EQ5RKL3W.js";
import "./chunk-U7VH5E4K.js";
import {
  sources_default
} from "./chunk-FQAAAICP.js";
import "./chunk-2XAN223N.js";
import "./chunk-JVA5PSN3.js";
import {
  ecosystemBase
} from "./chunk-KVLHJTJD.js";
import {
  sha256Hex
} from "./chunk-MGJ2JUMM.js";
import "./chunk-VOIAD42L.js";
import {
  EXIT,
  SallyportError,
  messageOf
} from "./chunk-XELNXD6A.js";
import "./chunk-YFGQM3LP.js";
import "./chunk-BRIVT672.js";

// src/verbs/advisories.ts
const { join, resolve } = process.getBuiltinModule("node:path");

// src/verbs/progress-line.ts
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

// src/verbs/advisories.ts
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
    const folder = given === void 0 ? join(cacheFolder(ports.env), "osv") : resolve(ports.cwd, given);
    const origin = readOrigin(options.from ?? sources_default.archives);
    const http = createHttpClient();
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
      return updates.some(({ status }) => status === "failed") ? EXIT.undecided : EXIT.ok;
    } finally {
      await http.close();
    }
  }
};
function chooseEcosystems(names) {
  const chosen = names ?? FORMATS.flatMap((format) => format.ecosystems).map(ecosystemBase);
  for (const name of chosen) {
    if (/^[A-Za-z0-9][A-Za-z0-9 ._-]*$/.test(name)) continue;
    throw new SallyportError("USAGE", {
      message: `${JSON.stringify(name)} is no name of an ecosystem`,
      help: "write it as OSV does, without a suffix: npm, PyPI, crates.io, Debian"
    });
  }
  return [...new Set(chosen)].sort();
}
function readOrigin(text) {
  const url = URL.parse(text);
  if (url && (url.protocol === "https:" || url.protocol === "http:")) return text.replace(/\/+$/, "");
  throw new SallyportError("USAGE", {
    message: `--from ${JSON.stringify(text)} is no http or https URL`,
    help: "name the address under which <Ecosystem>/all.zip stands; a local folder goes to --advisories of a scan"
  });
}
async function updateOne(job) {
  try {
    return await fetchOne(job);
  } catch (error) {
    return { ecosystem: job.ecosystem, status: "failed", digest: null, reason: messageOf(error) };
  }
}
async function fetchOne({ http, origin, folder, ecosystem, ports }) {
  const url = `${origin}/${encodeURIComponent(ecosystem)}/all.zip`;
  const archive = join(folder, ecosystem, "all.zip");
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
    throw new SallyportError("HTTP_FAILED", { message: `GET ${url}: the answer is ${status}` });
  const records = countRecords(body);
  const digest = sha256Hex(body);
  await makePrivateFolder(join(folder, ecosystem));
  await removeOldDrafts(archive, ports.clock.now() - DAY);
  await writeFileAtomic(archive, body);
  await writeFileAtomic(`${archive}.json`, JSON.stringify(validatorsOf(url, digest, headers)));
  return { ecosystem, status: "updated", digest: `sha256:${digest}`, records };
}
function countRecords(archive) {
  let records = 0;
  for (const _ of decodeArchive(archive)) records++;
  if (records === 0)
    throw new SallyportError("ADVISORIES_INVALID", { message: "the archive holds no record" });
  return records;
}
async function readValidators(archive, url) {
  const [text, bytes] = await Promise.all([
    readFileIfThere(`${archive}.json`, 64 * 1024),
    readFileIfThere(archive, MAX_ARCHIVE_BYTES)
  ]);
  if (!text || !bytes) return void 0;
  try {
    const kept = JSON.parse(Buffer.from(text).toString("utf8"));
    return kept.url === url && kept.digest === sha256Hex(bytes) ? kept : void 0;
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
export {
  advisoriesUpdate
};
