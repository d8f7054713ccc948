const __bundleUrl = new URL('cli.js', import.meta.url.replace(/chunks\/[^/]+$/, '')).href
const require = process.getBuiltinModule('node:module').createRequire(__bundleUrl)
import {
  ADVISORY_LIMITS,
  readArchive
} from "./chunk-FXH5C5QI.js";
import {
  packageKey
} from "./chunk-JVA5PSN3.js";
import {
  ecosystemBase
} from "./chunk-KVLHJTJD.js";
import {
  decodeUtf8
} from "./chunk-VOIAD42L.js";
import {
  SallyportError
} from "./chunk-XELNXD6A.js";

// scanners/dependencies/advisories/record.ts
var MAX_TEXT = 2e3;
function decodeAdvisory(value) {
  const record = asObject(value);
  const id = asText(record?.["id"]);
  if (!record || id === "") return void 0;
  const affected = asList(record["affected"]).map(asObject).filter((entry) => entry !== void 0);
  return {
    id,
    aliases: asTexts(record["aliases"]),
    modified: realDate(asText(record["modified"])),
    withdrawn: asText(record["withdrawn"]) !== "",
    summary: asText(record["summary"]).slice(0, MAX_TEXT),
    details: asText(record["details"]).slice(0, MAX_TEXT),
    vectors: vectorsOf(record, affected),
    word: severityWord(record, affected),
    affected: affected.map(decodeAffected).filter((entry) => entry !== void 0)
  };
}
function decodeAffected(entry) {
  const named = asObject(entry["package"]);
  const ranges = asList(entry["ranges"]).map(decodeRange).filter((range) => range !== void 0);
  const versions = asTexts(entry["versions"]);
  if (ranges.length === 0 && versions.length === 0) return void 0;
  return {
    ecosystem: asText(named?.["ecosystem"]),
    name: asText(named?.["name"]),
    versions,
    ranges,
    repositories: asList(entry["ranges"]).map((range) => asText(asObject(range)?.["repo"])).filter((repository) => repository !== "")
  };
}
function decodeRange(value) {
  const range = asObject(value);
  const type = range?.["type"];
  if (type !== "SEMVER" && type !== "ECOSYSTEM" && type !== "GIT") return void 0;
  return { type, events: asList(range?.["events"]).flatMap(decodeEvent) };
}
var EVENT_KINDS = ["introduced", "fixed", "last_affected", "limit"];
function decodeEvent(value) {
  const event = asObject(value);
  if (!event) return [];
  return EVENT_KINDS.flatMap((kind) => {
    const version = asText(event[kind]);
    return version === "" ? [] : [{ kind, version }];
  });
}
function vectorsOf(record, affected) {
  const scores = [record, ...affected].flatMap((entry) => asList(entry["severity"]));
  return [
    ...new Set(scores.map((score) => asText(asObject(score)?.["score"])).filter((score) => score !== ""))
  ];
}
function severityWord(record, affected) {
  for (const entry of [record, ...affected]) {
    for (const key of ["database_specific", "ecosystem_specific"]) {
      const word = asText(asObject(entry[key])?.["severity"]);
      if (word !== "") return word;
    }
  }
  return "";
}
function realDate(text) {
  return text.startsWith("0001-") ? "" : text;
}
function asObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? value : void 0;
}
function asList(value) {
  return Array.isArray(value) ? value : [];
}
function asText(value) {
  return typeof value === "string" ? value : "";
}
function asTexts(value) {
  return asList(value).filter((text) => typeof text === "string");
}

// scanners/dependencies/advisories/decode-archive.ts
function* decodeArchive(bytes) {
  for (const entry of readArchive(bytes, ADVISORY_LIMITS)) {
    if (!entry.name.endsWith(".json")) continue;
    const advisory = decodeAdvisory(parseRecord(entry.name, entry.read()));
    if (!advisory) throw invalidRecord(entry.name, "it is no OSV record");
    yield advisory;
  }
}
function affectedByKey(advisory, ecosystem) {
  const byKey = /* @__PURE__ */ new Map();
  for (const affected of advisory.affected) {
    for (const key of keysOf(affected, ecosystem)) {
      const entries = byKey.get(key);
      if (entries) entries.push(affected);
      else byKey.set(key, [affected]);
    }
  }
  return byKey;
}
function keysOf(affected, ecosystem) {
  if (ecosystem === "GIT") return new Set(affected.repositories.map((url) => packageKey("GIT", url)));
  const isOurs = affected.name !== "" && ecosystemBase(affected.ecosystem) === ecosystem;
  return isOurs ? [packageKey(affected.ecosystem, affected.name)] : [];
}
function parseRecord(name, bytes) {
  try {
    return JSON.parse(decodeUtf8(bytes));
  } catch (cause) {
    throw invalidRecord(name, "it is not JSON", cause);
  }
}
function invalidRecord(name, why, cause) {
  return new SallyportError("ADVISORIES_INVALID", {
    message: `the record ${JSON.stringify(name.slice(0, 100))} cannot be read: ${why}`,
    cause
  });
}

export {
  decodeAdvisory,
  decodeArchive,
  affectedByKey
};
