"use strict";
var __create = Object.create;
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __getProtoOf = Object.getPrototypeOf;
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
var __toESM = (mod, isNodeMode, target) => (target = mod != null ? __create(__getProtoOf(mod)) : {}, __copyProps(
  // If the importer is in node compatibility mode or this is not an ESM
  // file that has been converted to a CommonJS file using a Babel-
  // compatible transform (i.e. "__esModule" has not been set), then set
  // "default" to the CommonJS "module.exports" for node compatibility.
  isNodeMode || !mod || !mod.__esModule ? __defProp(target, "default", { value: mod, enumerable: true }) : target,
  mod
));
var __toCommonJS = (mod) => __copyProps(__defProp({}, "__esModule", { value: true }), mod);
var stdin_exports = {};
__export(stdin_exports, {
  chunk_LCP6FW5I: () => chunk_LCP6FW5I_exports,
  chunk_QVWZ6NL7: () => chunk_QVWZ6NL7_exports,
  chunk_YGG53FKB: () => chunk_YGG53FKB_exports
});
module.exports = stdin_exports;
var import_chunk_VYXZ2XSH = require("./chunk-VYXZ2XSH.cjs").chunk_VYXZ2XSH;
var import_chunk_31504B25 = require("./chunk-31504B25.cjs").chunk_Z7PF3XZF;
var import_chunk_5523CD0A = require("./chunk-5523CD0A.cjs").chunk_ZF4RRLRT;
var import_chunk_C3CB3CD9 = require("./chunk-C3CB3CD9.cjs").chunk_V5MOCF6Z;
var import_chunk_AAE3F7D8 = require("./chunk-AAE3F7D8.cjs").chunk_7UF6RGKQ;
var import_cli = require("../cli.cjs").chunk_TO5RH7DJ;
var import_chunk_AAE3F7D82 = require("./chunk-AAE3F7D8.cjs").chunk_3KEYJEYD;
var import_chunk_31504B252 = require("./chunk-31504B25.cjs").chunk_YNNKUSU3;
var import_cli2 = require("../cli.cjs").chunk_HJAZFC2R;
var import_node_buffer = process.getBuiltinModule("node:buffer");
var import_node_crypto = process.getBuiltinModule("node:crypto");


var import_chunk_C3CB3CD92 = require("./chunk-C3CB3CD9.cjs").chunk_NC4COCRK;
var import_chunk_C3CB3CD93 = require("./chunk-C3CB3CD9.cjs").chunk_V5MOCF6Z;
var import_cli3 = require("../cli.cjs").chunk_4NFOMFHU;
var import_cli4 = require("../cli.cjs").chunk_TO5RH7DJ;
var import_chunk_31504B253 = require("./chunk-31504B25.cjs").chunk_Z7PF3XZF;
var import_cli5 = require("../cli.cjs").chunk_TO5RH7DJ;
var __defProp2 = Object.defineProperty;
var __export2 = (target, all) => {
  for (var name in all)
    __defProp2(target, name, { get: all[name], enumerable: true });
};
var chunk_YGG53FKB_exports = {};
__export2(chunk_YGG53FKB_exports, {
  affectedByKey: () => affectedByKey,
  decodeAdvisory: () => decodeAdvisory,
  decodeArchive: () => decodeArchive
});
var chunk_LCP6FW5I_exports = {};
__export2(chunk_LCP6FW5I_exports, {
  ADVISORY_LIMITS: () => ADVISORY_LIMITS,
  ALL_FORMATS: () => ALL_FORMATS,
  EXACT: () => EXACT,
  FORMATS: () => FORMATS,
  MAX_LOCKFILE_BYTES: () => MAX_LOCKFILE_BYTES,
  chosenRegistry: () => chosenRegistry,
  decodeLockfile: () => decodeLockfile,
  formatOfId: () => formatOfId,
  formatOfPath: () => formatOfPath,
  metadataFields: () => metadataFields,
  metadataLicence: () => metadataLicence,
  plainAddress: () => plainAddress2,
  publishedName: () => publishedName,
  readArchive: () => readArchive,
  readGemSpecification: () => readGemSpecification,
  readPackages: () => readPackages2,
  readPieces: () => readPieces,
  readToml: () => readToml
});
var require_min_version = (0, import_cli2.__commonJS)({
  "node_modules/semver/ranges/min-version.js"(exports2, module2) {
    "use strict";
    var SemVer = (0, import_chunk_VYXZ2XSH.require_semver)();
    var Range = (0, import_chunk_VYXZ2XSH.require_range)();
    var gt = (0, import_chunk_VYXZ2XSH.require_gt)();
    var minVersion2 = (range, loose) => {
      range = new Range(range, loose);
      let minver = new SemVer("0.0.0");
      if (range.test(minver)) {
        return minver;
      }
      minver = new SemVer("0.0.0-0");
      if (range.test(minver)) {
        return minver;
      }
      minver = null;
      for (let i = 0; i < range.set.length; ++i) {
        const comparators = range.set[i];
        let setMin = null;
        comparators.forEach((comparator) => {
          const compver = new SemVer(comparator.semver.version);
          switch (comparator.operator) {
            case ">":
              if (compver.prerelease.length === 0) {
                compver.patch++;
              } else {
                compver.prerelease.push(0);
              }
              compver.raw = compver.format();
            /* fallthrough */
            case "":
            case ">=":
              if (!setMin || gt(compver, setMin)) {
                setMin = compver;
              }
              break;
            case "<":
            case "<=":
              break;
            /* istanbul ignore next */
            default:
              throw new Error(`Unexpected operation: ${comparator.operator}`);
          }
        });
        if (setMin && (!minver || gt(minver, setMin))) {
          minver = setMin;
        }
      }
      if (minver && range.test(minver)) {
        return minver;
      }
      return null;
    };
    module2.exports = minVersion2;
  }
});
var utf8 = new TextDecoder("utf-8", { fatal: true });
var utf8Part = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
function decodeLockfile(bytes) {
  try {
    const wide = utf16Of(bytes);
    return wide ? wide.decode(bytes) : decodeUtf8(bytes, utf8);
  } catch (cause) {
    throw invalid(cause);
  }
}
function* decodePieces(pieces) {
  let wide;
  let decoder;
  let rest = NOTHING;
  try {
    for (const piece of pieces) {
      const bytes = rest.length === 0 ? piece : Buffer.concat([rest, piece]);
      if (decoder === void 0) wide = utf16Of(bytes);
      const end = wide ? bytes.length : endOfCharacters(bytes);
      rest = end === bytes.length ? NOTHING : new Uint8Array(bytes.subarray(end));
      yield wide ? wide.decode(bytes, { stream: true }) : decodeUtf8(bytes.subarray(0, end), decoder ?? utf8);
      decoder = utf8Part;
    }
    yield wide ? wide.decode() : utf8Part.decode(rest);
  } catch (cause) {
    throw cause instanceof TypeError ? invalid(cause) : cause;
  }
}
var NOTHING = new Uint8Array();
function utf16Of(bytes) {
  if (bytes[0] === 255 && bytes[1] === 254) return new TextDecoder("utf-16le", { fatal: true });
  if (bytes[0] === 254 && bytes[1] === 255) return new TextDecoder("utf-16be", { fatal: true });
  return void 0;
}
function decodeUtf8(bytes, decoder) {
  if ((0, import_node_buffer.isAscii)(bytes)) return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("latin1");
  return decoder.decode(bytes);
}
function endOfCharacters(bytes) {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back];
    if (byte >= 192) {
      const length = byte >= 240 ? 4 : byte >= 224 ? 3 : 2;
      return length > back ? bytes.length - back : bytes.length;
    }
    if (byte < 128) break;
  }
  return bytes.length;
}
function invalid(cause) {
  return new import_cli.SallyportError("ENCODING_INVALID", { message: "the file is not UTF-8 text", cause });
}
var COMMIT = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/i;
var RELEASE = /^v?(\d+\.\d+\.\d+(?:[-+][\w.+-]+)?)$/;
function parseActionReference(text) {
  const found = /^([\w.-]+)\/([\w.-]+)(?:\/[^@\s]*)?@([^\s@]+)$/.exec(text);
  const isLocal2 = found === null || found[1] === "." || found[1] === ".." || found[1] === "$";
  return isLocal2 ? void 0 : { owner: found[1], repository: found[2], ref: found[3] };
}
function releaseOf(ref) {
  return RELEASE.exec(ref)?.[1];
}
function actionPackage({ owner, repository, ref }, release, lockedCommit, place) {
  const name = `${owner}/${repository}`;
  const version = releaseOf(ref) ?? release;
  const { line, endLine } = place;
  if (version !== void 0) {
    return { ecosystem: "GitHub Actions", name, version, source: import_chunk_31504B252.DEFAULT_REGISTRY, line, endLine };
  }
  const commit = lockedCommit ?? (COMMIT.test(ref) ? ref.toLowerCase() : null);
  return {
    ecosystem: "GitHub Actions",
    name,
    version: COMMIT.test(ref) ? "" : ref,
    source: { kind: "git", url: `https://github.com/${name}`, commit },
    line,
    endLine
  };
}
var actionsLock = {
  id: "actions.lock",
  ecosystems: ["GitHub Actions"],
  wants: (path) => path === ".github/workflows/actions.lock",
  parse: parseActionsLock
};
async function parseActionsLock(file) {
  const { root, problems } = await (0, import_chunk_AAE3F7D8.readYaml)(file.text);
  const graph = new import_chunk_AAE3F7D82.Graph();
  graph.problems(problems);
  const version = (0, import_chunk_AAE3F7D82.textOf)(root, "version");
  if (version !== void 0 && !/^v0\.0\.[12]$/.test(version)) {
    graph.problem((0, import_chunk_AAE3F7D82.memberOf)(root, "version")?.line, `version ${version} is not known`, "LOCKFILE_UNSUPPORTED");
  }
  const dependencies = (0, import_chunk_AAE3F7D82.memberOf)(root, "dependencies");
  const byReference = /* @__PURE__ */ new Map();
  for (const [key, node] of (0, import_chunk_AAE3F7D82.membersOf)(dependencies)) {
    const draft = (0, import_chunk_AAE3F7D82.isWhole)(node) ? draftOf(key, node) : void 0;
    if (draft) byReference.set(normal(key), graph.add(draft));
    else if ((0, import_chunk_AAE3F7D82.isWhole)(node)) graph.problem(node.line, `${JSON.stringify(key.slice(0, 200))} is no reference`);
  }
  const connect3 = (from, list) => {
    for (const reference of (0, import_chunk_AAE3F7D82.textsOf)(list)) {
      const to = byReference.get(normal(reference));
      if (to !== void 0) graph.connect(from, to, from === import_chunk_31504B252.ROOT ? "build" : "prod");
    }
  };
  for (const [, list] of (0, import_chunk_AAE3F7D82.membersOf)((0, import_chunk_AAE3F7D82.memberOf)(root, "workflows"))) connect3(import_chunk_31504B252.ROOT, list);
  for (const [key, node] of (0, import_chunk_AAE3F7D82.membersOf)(dependencies)) {
    const from = byReference.get(normal(key));
    if (from !== void 0) connect3(from, (0, import_chunk_AAE3F7D82.memberOf)(node, "uses"));
  }
  return graph.content({ rootsKnown: true, edgesKnown: true });
}
function draftOf(key, node) {
  const reference = parseActionReference(withoutDigest(key));
  if (!reference) return void 0;
  const commit = /^(?:sha1|sha256)-([0-9a-f]{40,64})$/.exec((0, import_chunk_AAE3F7D82.textOf)(node, "commit") ?? "")?.[1];
  const release = releaseOf((0, import_chunk_AAE3F7D82.textOf)(node, "ref") ?? (0, import_chunk_AAE3F7D82.textOf)(node, "tag") ?? "");
  return actionPackage(reference, release, commit, node);
}
function withoutDigest(reference) {
  return reference.replace(/:sha(?:1|256)-[0-9a-f]+$/, "");
}
function normal(reference) {
  const bare3 = withoutDigest(reference);
  const at = bare3.lastIndexOf("@");
  return at === -1 ? bare3.toLowerCase() : bare3.slice(0, at).toLowerCase() + bare3.slice(at);
}
function splitAtVersion(text) {
  const at = text.indexOf("@", 1);
  return at === -1 ? { name: text, rest: "" } : { name: text.slice(0, at), rest: text.slice(at + 1) };
}
var COMMIT2 = /^[0-9a-f]{7,64}$/i;
function sourceOfAddress(address) {
  if (/^(?:file|link|portal|exec):/i.test(address)) {
    return { kind: "path", path: address.slice(address.indexOf(":") + 1) };
  }
  return codeHostSource(address) ?? gitSource(address);
}
function sourceOfTarball(url, name, isAskedByUrl) {
  const special = sourceOfAddress(url);
  if (special) return special;
  if (isAskedByUrl) return { kind: "url", url: url.replace(/#[0-9a-f]*$/, "") };
  return { kind: "registry", url: registryOf(url, name) };
}
function publishedName(url, version) {
  const name = /\/((?:@[^/]+\/)?[^/]+)\/-\/[^/]+$/.exec(plainAddress(url))?.[1];
  return name !== void 0 && versionOfTarball(url, name) === version ? name : void 0;
}
function versionOfTarball(url, name) {
  const plain = plainAddress(url);
  const start = `/${name}/-/${name.slice(name.lastIndexOf("/") + 1)}-`;
  const at = plain.lastIndexOf(start);
  if (at === -1 || !plain.endsWith(".tgz")) return void 0;
  const version = plain.slice(at + start.length, -".tgz".length);
  return /^\d[^/]*$/.test(version) ? version : void 0;
}
function plainAddress(url) {
  return url.replace(/%2f/gi, "/").replace(/%40/g, "@").replace(/[?#].*$/s, "");
}
function registryOf(url, name) {
  const plain = url.replace(/%2f/gi, "/").replace(/%40/g, "@");
  const tarball = plain.indexOf(`/${name}/-/`);
  if (tarball !== -1) return plain.slice(0, tarball + 1);
  return /^[a-z]+:\/\/[^/]*\//i.exec(url)?.[0] ?? null;
}
function codeHostSource(address) {
  const github = /^https:\/\/codeload\.github\.com\/([^/]+\/[^/]+)\/(?:legacy\.)?tar\.gz\/([^/#?]+)/.exec(
    address
  );
  if (github) return git(`https://github.com/${github[1]}`, github[2]);
  const gitlab = /^(https:\/\/gitlab\.com\/.+?)\/(?:-\/archive\/([^/]+)\/|repository\/archive\.tar\.gz\?(?:.*&)?(?:ref|sha)=([^&#]+))/.exec(
    address
  );
  if (gitlab) return git(gitlab[1], gitlab[2] ?? gitlab[3]);
  const bitbucket = /^(https:\/\/bitbucket\.org\/[^/]+\/[^/]+)\/get\/([^/#]+)\.tar\.gz/.exec(address);
  return bitbucket ? git(bitbucket[1], bitbucket[2]) : void 0;
}
function gitSource(address) {
  const hash = address.indexOf("#");
  const url = hash === -1 ? address : address.slice(0, hash);
  const fragment = hash === -1 ? "" : address.slice(hash + 1);
  const isGit = /^(?:git(?:\+[a-z]+)?|ssh):/i.test(url) || /^(?:github|gitlab|bitbucket|gist):/i.test(url) || /^git@/i.test(url) || /\.git$/i.test(url) || /^https?:/i.test(url) && COMMIT2.test(fragment) && !/\.t(?:ar\.)?gz$/i.test(url);
  if (!isGit) return void 0;
  return git(url, /(?:^|&)commit=([^&]+)/.exec(fragment)?.[1] ?? fragment);
}
function git(url, commit) {
  return { kind: "git", url, commit: commit !== void 0 && COMMIT2.test(commit) ? commit : null };
}
var bunLock = {
  id: "bun.lock",
  ecosystems: ["npm"],
  wants: (path) => path === "bun.lock" || path.endsWith("/bun.lock"),
  parse: parseBunLock
};
var KNOWN_VERSION = 2;
var SECTIONS = [
  ["dependencies", "prod"],
  ["optionalDependencies", "optional"],
  ["devDependencies", "dev"],
  ["peerDependencies", "peer"]
];
function parseBunLock(file) {
  const { root, problems } = (0, import_chunk_AAE3F7D82.readJsonWithComments)(file.text);
  const graph = new import_chunk_AAE3F7D82.Graph();
  graph.problems(problems);
  const version = (0, import_chunk_AAE3F7D82.memberOf)(root, "lockfileVersion");
  if (typeof version?.value === "number" && version.value > KNOWN_VERSION) {
    graph.problem(version.line, `lockfileVersion ${version.value} is not known`, "LOCKFILE_UNSUPPORTED");
  }
  const reading = new BunReading(graph, root);
  reading.addPackages();
  reading.connectPackages();
  reading.connectMembers();
  return graph.content({ rootsKnown: true, edgesKnown: true });
}
var BunReading = class {
  #graph;
  #root;
  #byPlace = /* @__PURE__ */ new Map();
  #memberByFolder = /* @__PURE__ */ new Map();
  constructor(graph, root) {
    this.#graph = graph;
    this.#root = root;
  }
  addPackages() {
    for (const [place, node] of (0, import_chunk_AAE3F7D82.membersOf)((0, import_chunk_AAE3F7D82.memberOf)(this.#root, "packages"))) {
      if (!(0, import_chunk_AAE3F7D82.isWhole)(node)) continue;
      const id = (0, import_chunk_AAE3F7D82.elementsOf)(node)[0]?.value;
      if (typeof id === "string") this.#add(place, id, node);
      else this.#graph.problem(node.line, `${JSON.stringify(place.slice(0, 200))} has no name and version`);
    }
  }
  connectPackages() {
    for (const [place, node] of (0, import_chunk_AAE3F7D82.membersOf)((0, import_chunk_AAE3F7D82.memberOf)(this.#root, "packages"))) {
      const from = this.#byPlace.get(place);
      const about = (0, import_chunk_AAE3F7D82.elementsOf)(node).find((element) => element.value instanceof Map);
      if (from === void 0 || this.#graph.at(from).source.kind === "workspace") continue;
      this.#connect(from, place, about, false);
    }
  }
  connectMembers() {
    for (const [folder, node] of (0, import_chunk_AAE3F7D82.membersOf)((0, import_chunk_AAE3F7D82.memberOf)(this.#root, "workspaces"))) {
      const member = this.#memberByFolder.get(folder);
      const from = folder === "" ? import_chunk_31504B252.ROOT : member?.index;
      this.#connect(from ?? import_chunk_31504B252.ROOT, (0, import_chunk_AAE3F7D82.textOf)(node, "name") ?? member?.name ?? "", node, true);
    }
  }
  #add(place, id, node) {
    const { name, rest } = splitAtVersion(id);
    if (rest === "root:" || rest.startsWith("root:")) return;
    const elements = (0, import_chunk_AAE3F7D82.elementsOf)(node);
    const source = sourceOf(rest, name, elements);
    const version = source.kind === "registry" ? rest : this.#versionOf(source, name);
    const last = elements.at(-1)?.value;
    const index = this.#graph.add({
      ecosystem: "npm",
      name,
      version,
      source,
      line: node.line,
      endLine: node.endLine,
      ...source.kind === "registry" ? { integrity: typeof last === "string" && /^sha\d+-/.test(last) } : {}
    });
    this.#byPlace.set(place, index);
    if (source.kind === "workspace") this.#memberByFolder.set(source.path, { index, name });
  }
  #versionOf(source, name) {
    if (source.kind === "url") return versionOfTarball(source.url, name) ?? "";
    if (source.kind !== "workspace") return "";
    return (0, import_chunk_AAE3F7D82.textOf)((0, import_chunk_AAE3F7D82.memberOf)((0, import_chunk_AAE3F7D82.memberOf)(this.#root, "workspaces"), source.path), "version") ?? "";
  }
  #connect(from, place, about, isProject) {
    const optionalPeers = new Set((0, import_chunk_AAE3F7D82.textsOf)((0, import_chunk_AAE3F7D82.memberOf)(about, "optionalPeers")));
    for (const [section, scope] of SECTIONS) {
      if (scope === "dev" && !isProject) continue;
      for (const [name] of (0, import_chunk_AAE3F7D82.membersOf)((0, import_chunk_AAE3F7D82.memberOf)(about, section))) {
        if (scope === "peer" && optionalPeers.has(name)) continue;
        const to = this.#find(place, name);
        if (to !== void 0) this.#graph.connect(from, to, scope);
      }
    }
  }
  /** From the dependent's own place upwards, as Node looks for modules. */
  #find(from, name) {
    for (let place = from; place !== ""; place = placeAbove(place)) {
      const found = this.#byPlace.get(`${place}/${name}`);
      if (found !== void 0) return found;
    }
    return this.#byPlace.get(name);
  }
};
function placeAbove(place) {
  const parts = place.split("/");
  parts.pop();
  if (parts.at(-1)?.startsWith("@")) parts.pop();
  return parts.join("/");
}
function sourceOf(rest, name, elements) {
  if (rest.startsWith("workspace:")) return { kind: "workspace", path: rest.slice("workspace:".length) };
  const special = sourceOfAddress(rest);
  if (special) return special;
  if (/^https?:/i.test(rest)) return { kind: "url", url: rest };
  if (/^\.{0,2}\//.test(rest) || rest.endsWith(".tgz")) return { kind: "path", path: rest };
  const registry = elements[1]?.value;
  const isDefault = typeof registry !== "string" || registry === "";
  return { kind: "registry", url: isDefault ? null : registryOf(registry, name) };
}
function lockfileError(path, line, why, cause) {
  const place = line === void 0 ? { file: path } : { file: path, line };
  return new import_cli.SallyportError("LOCKFILE_INVALID", {
    message: line === void 0 ? why : `${why} (line ${line})`,
    place,
    help: "run the package manager again so that it writes the file anew, or restore it from git",
    ...cause === void 0 ? {} : { cause }
  });
}
var MAX_PROBLEMS2 = 100;
var MAX_QUOTED = 200;
var MAX_MESSAGE = 1e3;
var ContentBuilder = class {
  packages = [];
  #edges = [];
  #seenEdges = /* @__PURE__ */ new Set();
  #errors = [];
  #dropped = 0;
  /** From the default registry, of unknown scope, direct or not unknown, on one line, unless it says otherwise. */
  add(found) {
    const defaults = { source: import_chunk_31504B252.DEFAULT_REGISTRY, scope: "unknown", direct: null };
    return this.packages.push({ endLine: found.line, ...defaults, ...found }) - 1;
  }
  /** An edge that stands already, or of a package to itself, is left out. */
  connect(from, to) {
    if (to === void 0 || from === to) return;
    const key = (from + 1) * 2 ** 26 + to;
    if (this.#seenEdges.has(key)) return;
    this.#seenEdges.add(key);
    this.#edges.push([from, to]);
  }
  /** The project asks for it. */
  connectRoot(to) {
    this.connect(import_chunk_31504B252.ROOT, to);
  }
  /**
   * For a format that records edges and not what the project asks for: what nobody requires, the project
   * did. What somebody requires may be asked for by the project as well, and stays not known.
   */
  assumeRoots() {
    const required = new Set(this.#edges.map(([, to]) => to));
    for (const [index, found] of this.packages.entries()) {
      if (required.has(index)) continue;
      this.packages[index] = { ...found, direct: true };
      this.connectRoot(index);
    }
  }
  /** For a format that says all that the project and its members ask for: what they do not is not direct. */
  markDirect() {
    const isMember2 = (index) => index === import_chunk_31504B252.ROOT || this.packages[index]?.source.kind === "workspace";
    const direct = new Set(this.#edges.filter(([from]) => isMember2(from)).map(([, to]) => to));
    for (const [index, found] of this.packages.entries()) {
      this.packages[index] = { ...found, direct: direct.has(index) };
    }
  }
  problem(line, message, code = "LOCKFILE_INVALID") {
    if (this.#errors.length === MAX_PROBLEMS2) this.#dropped++;
    else this.#errors.push({ code, message: shorten(message), ...line === void 0 ? {} : { line } });
  }
  content() {
    const { packages, edges } = this.#withoutNameless();
    const more = this.#dropped === 0 ? [] : [{ code: "LOCKFILE_INVALID", message: `and ${this.#dropped} more of such problems` }];
    return { packages, edges, errors: [...this.#errors, ...more] };
  }
  /** A package without a name can be neither shown nor matched: it is told instead. */
  #withoutNameless() {
    const isNamed = ({ name }) => name.trim() !== "";
    if (this.packages.every(isNamed)) return { packages: this.packages, edges: this.#edges };
    const positions = /* @__PURE__ */ new Map([[import_chunk_31504B252.ROOT, import_chunk_31504B252.ROOT]]);
    const packages = [];
    for (const [index, found] of this.packages.entries()) {
      if (isNamed(found)) positions.set(index, packages.push(found) - 1);
      else this.problem(found.line, "a package has no name");
    }
    const edges = this.#edges.flatMap(([from, to]) => {
      const newFrom = positions.get(from);
      const newTo = positions.get(to);
      return newFrom === void 0 || newTo === void 0 ? [] : [[newFrom, newTo]];
    });
    return { packages, edges };
  }
};
function openDocument(file, { root, problems }) {
  const [first] = problems;
  const map = (0, import_chunk_AAE3F7D82.mapOf)(root);
  if (!map) throw lockfileError(file.path, first?.line ?? 1, shorten(first?.message ?? "it is not an object"));
  const builder = new ContentBuilder();
  for (const { line, message, code } of problems) builder.problem(line, message, code);
  return { root: map, builder };
}
function quote(text) {
  return JSON.stringify(text.length > MAX_QUOTED ? `${text.slice(0, MAX_QUOTED)}\u2026` : text);
}
function shorten(message) {
  return message.length > MAX_MESSAGE ? `${message.slice(0, MAX_MESSAGE)}\u2026` : message;
}
var cabalFreeze = {
  id: "cabal.project.freeze",
  ecosystems: ["Hackage"],
  wants: (path) => path.endsWith(".project.freeze"),
  parse: parseCabalFreeze
};
var FIELD = /^([A-Za-z][A-Za-z0-9-]*)\s*:\s*(.*)$/;
function parseCabalFreeze(file) {
  const builder = new ContentBuilder();
  let field = "";
  for (const { text, number } of (0, import_chunk_AAE3F7D8.eachLine)(file.text)) {
    const body = text.trim();
    if (body === "" || body.startsWith("--")) continue;
    const [, name, rest] = FIELD.exec(text) ?? [];
    if (name !== void 0) field = name.toLowerCase();
    else if (text === text.trimStart() && field !== "constraints") {
      builder.problem(number, `${quote(body)} is no field`);
      continue;
    }
    if (field === "constraints") addConstraints(builder, rest ?? body, number);
  }
  return builder.content();
}
function addConstraints(builder, text, line) {
  for (const constraint of text.split(",").map((part) => part.trim())) {
    const [, name, range] = /^any\.([A-Za-z0-9-]+)\s*(.*)$/.exec(constraint) ?? [];
    if (name === void 0 || range === void 0) continue;
    const [, version] = /^==\s*([0-9]+(?:\.[0-9]+)*)$/.exec(range) ?? [];
    if (version === void 0 && (range === "installed" || /^[+-]/.test(range))) continue;
    if (version === void 0) {
      const message = `${quote(name)} is not pinned to one version: ${quote(range)}`;
      builder.problem(line, message, "LOCKFILE_UNRESOLVED");
    }
    builder.add({ ecosystem: "Hackage", name, version: version ?? "", line });
  }
}
var TomlSyntaxError = class extends Error {
  line;
  constructor(message, line) {
    super(message);
    this.name = "TomlSyntaxError";
    this.line = line;
  }
};
var BARE_KEY = /[A-Za-z0-9_-]+/y;
var SPACE = /[ \t]*/y;
var BLANK_LINE = /[ \t\r]*(?:#[^\n]*)?\n/y;
var BLANK_END = /[ \t]*(?:#[^\n]*)?\r?/y;
var SIMPLE_STRING = /"([^"\\\n]*)"/y;
var LITERAL_STRING = /'([^'\n]*)'/y;
var NUMBER = /[+-]?(?:0x[0-9a-f_]+|0o[0-7_]+|0b[01_]+|inf|nan|[\d_]+(?:\.[\d_]+)?(?:e[+-]?[\d_]+)?)$/i;
var TOKEN = /[^\s,\]}#]+(?: \d\d:[^\s,\]}#]+)?/y;
var TomlCursor = class {
  #text;
  #at = 0;
  #line = 1;
  #depth = 0;
  constructor(text) {
    this.#text = text;
  }
  get line() {
    return this.#line;
  }
  peek() {
    return this.#text.charAt(this.#at);
  }
  /** Moves behind blank lines and comments; `false` at the end. */
  skipBlank() {
    this.#passBlank();
    return this.#at < this.#text.length;
  }
  openHeader() {
    this.expect("[");
    if (this.peek() !== "[") return false;
    this.#at++;
    return true;
  }
  closeHeader(isArray) {
    this.expect("]");
    if (isArray) this.expect("]");
  }
  /** A key's parts: `a."b c".d` has three. */
  key() {
    const parts = [];
    for (; ; ) {
      this.#pass(SPACE);
      const first = this.peek();
      if (first === '"' || first === "'") parts.push(this.#quoted(first));
      else parts.push(this.#match(BARE_KEY, "expected a key"));
      this.#pass(SPACE);
      if (this.peek() !== ".") return parts;
      if (parts.length > import_chunk_AAE3F7D82.MAX_DOCUMENT_DEPTH) this.#fail(`a key of more than ${import_chunk_AAE3F7D82.MAX_DOCUMENT_DEPTH} parts`);
      this.#at++;
    }
  }
  value() {
    this.#pass(SPACE);
    const first = this.peek();
    if (first === '"' || first === "'") return this.#string(first);
    if (first === "[" || first === "{") {
      if (++this.#depth > import_chunk_AAE3F7D82.MAX_DOCUMENT_DEPTH) this.#fail(`nested deeper than ${import_chunk_AAE3F7D82.MAX_DOCUMENT_DEPTH}`);
      const value = first === "[" ? this.#array() : this.#inlineTable();
      this.#depth--;
      return value;
    }
    const token = this.#match(TOKEN, "expected a value");
    if (token === "true" || token === "false") return token === "true";
    return NUMBER.test(token) ? Number(token.replaceAll("_", "")) : this.#moment(token);
  }
  expect(character) {
    this.#pass(SPACE);
    if (this.peek() !== character) this.#fail(`expected ${JSON.stringify(character)}`);
    this.#at++;
  }
  /** Nothing but a comment may follow on the line. */
  endLine() {
    this.#pass(SPACE);
    if (this.peek() === "\r") this.#at++;
    const next = this.peek();
    if (next !== "" && next !== "\n" && next !== "#") this.#fail("something follows on the line");
  }
  #array() {
    const list = [];
    this.#at++;
    for (; ; ) {
      this.#passBlank();
      if (this.peek() === "]") break;
      const line = this.#line;
      const value = this.value();
      list.push({ line, endLine: this.#line, value });
      this.#passBlank();
      if (this.peek() !== ",") break;
      this.#at++;
    }
    this.expect("]");
    return list;
  }
  #inlineTable() {
    const table = /* @__PURE__ */ new Map();
    this.#at++;
    for (; ; ) {
      this.#passBlank();
      if (this.peek() === "}") break;
      const line = this.#line;
      const keys = this.key();
      this.expect("=");
      const value = this.value();
      put(table, keys, { line, endLine: this.#line, value }, () => this.#fail("a key is not a table"));
      this.#passBlank();
      if (this.peek() !== ",") break;
      this.#at++;
    }
    this.expect("}");
    return table;
  }
  #quoted(quote8) {
    const simple = quote8 === '"' ? SIMPLE_STRING : LITERAL_STRING;
    simple.lastIndex = this.#at;
    const found = simple.exec(this.#text)?.[1];
    if (found !== void 0) {
      this.#at = simple.lastIndex;
      return found;
    }
    const end = this.#endOf(quote8, this.#at + 1);
    const text = this.#text.slice(this.#at + 1, end);
    if (text.includes("\n")) this.#fail("a string has no end on its line");
    this.#at = end + 1;
    return quote8 === '"' ? this.#unescape(text) : text;
  }
  #string(quote8) {
    const fence = quote8.repeat(3);
    if (!this.#text.startsWith(fence, this.#at)) return this.#quoted(quote8);
    const end = this.#endOf(fence, this.#at + 3);
    const text = this.#text.slice(this.#at + 3, end).replace(/^\r?\n/, "");
    this.#move(end + 3);
    if (quote8 === "'") return text;
    return this.#unescape(text);
  }
  /** Up to two quotes may stand right before the fence that ends a string of several lines. */
  #endOf(fence, from) {
    const isLiteral = fence.startsWith("'");
    for (let at = from; at < this.#text.length; at++) {
      if (!isLiteral && this.#text[at] === "\\") at++;
      else if (fence.length === 1 && this.#text[at] === "\n") break;
      else if (this.#text.startsWith(fence, at)) {
        let extra = 0;
        while (fence.length === 3 && extra < 2 && this.#text[at + 3 + extra] === fence[0]) extra++;
        return at + extra;
      }
    }
    return this.#fail("a string has no end");
  }
  #unescape(text) {
    if (!text.includes("\\")) return text;
    return text.replace(ESCAPE, (_, what) => {
      if (/^[ \t\r\n]/.test(what) && what.includes("\n")) return "";
      if (what.length === 1) return ESCAPES.get(what) ?? this.#fail(`the escape \\${what} is not known`);
      const code = Number.parseInt(what.slice(1), 16);
      const isCharacter = code <= 1114111 && (code < 55296 || code > 57343);
      return isCharacter ? String.fromCodePoint(code) : this.#fail("an escape is no character");
    });
  }
  /** A date or a time, which no lockfile needs as more than its text. */
  #moment(token) {
    if (!/^\d{2,4}[-:]\d\d/.test(token)) this.#fail("expected a value");
    return token;
  }
  #match(pattern, why) {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0];
    if (found === void 0) return this.#fail(why);
    this.#at = pattern.lastIndex;
    return found;
  }
  #passBlank() {
    while (this.#pass(BLANK_LINE)) ;
    this.#pass(BLANK_END);
  }
  #pass(pattern) {
    pattern.lastIndex = this.#at;
    if (!pattern.test(this.#text)) return false;
    this.#move(pattern.lastIndex);
    return true;
  }
  #move(to) {
    for (let at = this.#text.indexOf("\n", this.#at); at !== -1 && at < to; ) {
      this.#line++;
      at = this.#text.indexOf("\n", at + 1);
    }
    this.#at = to;
  }
  #fail(message) {
    throw new TomlSyntaxError(message, this.#line);
  }
};
var ESCAPE = /\\(u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|x[0-9a-fA-F]{2}|[ \t]*\r?\n[ \t\r\n]*|[\s\S])/g;
var ESCAPES = /* @__PURE__ */ new Map([
  ["b", "\b"],
  ["t", "	"],
  ["n", "\n"],
  ["f", "\f"],
  ["r", "\r"],
  ["e", "\x1B"],
  ['"', '"'],
  ["\\", "\\"]
]);
function put(table, keys, node, refuse) {
  let map = table;
  for (const key of keys.slice(0, -1)) {
    let next = map.get(key);
    if (!next) {
      next = { line: node.line, endLine: node.endLine, value: /* @__PURE__ */ new Map() };
      map.set(key, next);
    }
    if (!(next.value instanceof Map)) refuse();
    else map = next.value;
  }
  map.set(keys.at(-1), node);
}
function readToml(text) {
  const building = new TomlBuilding(text);
  return building.document();
}
var TomlBuilding = class {
  #cursor;
  #root = { line: 1, endLine: 1, value: /* @__PURE__ */ new Map() };
  #problems = [];
  /** From the root to the table whose keys are being read. */
  #path = [this.#root];
  constructor(text) {
    this.#cursor = new TomlCursor(text);
  }
  document() {
    const cursor = this.#cursor;
    try {
      while (cursor.skipBlank()) {
        if (cursor.peek() === "[") this.#header();
        else this.#pair();
        cursor.endLine();
      }
    } catch (error) {
      if (!(error instanceof TomlSyntaxError)) throw error;
      this.#tell(error.line, error.message);
      for (const node of this.#path.slice(1)) node.endLine = 0;
    }
    return { root: this.#root, problems: this.#problems };
  }
  #header() {
    const cursor = this.#cursor;
    const { line } = cursor;
    const isArray = cursor.openHeader();
    const keys = cursor.key();
    cursor.closeHeader(isArray);
    const path = this.#walk([this.#root], keys.slice(0, -1), line);
    const table = mapIn(path.at(-1));
    const name = keys.at(-1);
    if (isArray) path.push(...this.#appendElement(table, name, line));
    else path.push(...this.#openTable(table, name, line));
    this.#path = path;
    this.#touch(line);
  }
  #appendElement(table, name, line) {
    let array = table.get(name);
    if (!array || !Array.isArray(array.value)) {
      if (array) this.#tell(line, `${quote2(name)} stands twice`);
      array = { line, endLine: line, value: [] };
      table.set(name, array);
    }
    const element = { line, endLine: line, value: /* @__PURE__ */ new Map() };
    array.value.push(element);
    return [array, element];
  }
  #openTable(table, name, line) {
    const present = table.get(name);
    if (present?.value instanceof Map) return [present];
    if (present) this.#tell(line, `${quote2(name)} stands twice`);
    const opened = { line, endLine: line, value: /* @__PURE__ */ new Map() };
    table.set(name, opened);
    return [opened];
  }
  #pair() {
    const cursor = this.#cursor;
    const { line } = cursor;
    const keys = cursor.key();
    cursor.expect("=");
    const value = cursor.value();
    const table = mapIn(this.#walk([...this.#path], keys.slice(0, -1), line).at(-1));
    const name = keys.at(-1);
    if (table.has(name)) this.#tell(line, `the key ${quote2(name)} stands twice`);
    table.set(name, { line, endLine: cursor.line, value });
    this.#touch(cursor.line);
  }
  /** Down the keys of a header or of a dotted key, creating what is not there. */
  #walk(path, keys, line) {
    for (const key of keys) {
      const table = mapIn(path.at(-1));
      let next = table.get(key);
      if (Array.isArray(next?.value)) {
        path.push(next);
        next = next.value.at(-1);
      }
      if (!(next?.value instanceof Map)) {
        if (next) throw new TomlSyntaxError(`${quote2(key)} is not a table`, line);
        next = { line, endLine: line, value: /* @__PURE__ */ new Map() };
        table.set(key, next);
      }
      path.push(next);
    }
    return path;
  }
  #touch(line) {
    for (const node of this.#path) node.endLine = line;
  }
  #tell(line, message) {
    if (this.#problems.length < import_chunk_AAE3F7D82.MAX_PROBLEMS) this.#problems.push({ line, code: "LOCKFILE_INVALID", message });
  }
};
function mapIn(node) {
  return node.value;
}
function quote2(key) {
  return JSON.stringify(key.slice(0, 200));
}
var SECTIONS2 = [
  ["dependencies", "prod"],
  ["build-dependencies", "build"],
  ["build_dependencies", "build"],
  ["dev-dependencies", "dev"],
  ["dev_dependencies", "dev"]
];
var MAX_MEMBERS = 500;
function wantsCargoManifest(path) {
  return path === "Cargo.toml" || path.endsWith("/Cargo.toml");
}
async function readCargoManifests(lockfile, siblings) {
  const folder = lockfile.slice(0, lockfile.lastIndexOf("/") + 1);
  const manifests = /* @__PURE__ */ new Map();
  const read = async (path) => {
    const file = await siblings.read(path);
    const root2 = file && readToml(file.text).root;
    const name = (0, import_chunk_AAE3F7D82.textOf)((0, import_chunk_AAE3F7D82.memberOf)(root2, "package"), "name");
    if (name !== void 0) manifests.set(name, scopesOf(root2));
    return root2;
  };
  const root = await read(`${folder}Cargo.toml`);
  const members = (0, import_chunk_AAE3F7D82.textsOf)((0, import_chunk_AAE3F7D82.memberOf)((0, import_chunk_AAE3F7D82.memberOf)(root, "workspace"), "members"));
  for (const member of members.slice(0, MAX_MEMBERS)) {
    if (!/[*?[]/.test(member)) await read(`${folder}${member.replace(/\/$/, "")}/Cargo.toml`);
  }
  return manifests;
}
function scopesOf(root) {
  const scopes = /* @__PURE__ */ new Map();
  const places = [root, ...[...(0, import_chunk_AAE3F7D82.membersOf)((0, import_chunk_AAE3F7D82.memberOf)(root, "target"))].map(([, target]) => target)];
  for (const [section, scope] of SECTIONS2) {
    for (const place of places) {
      for (const [key, dependency] of (0, import_chunk_AAE3F7D82.membersOf)((0, import_chunk_AAE3F7D82.memberOf)(place, section))) {
        const name = (0, import_chunk_AAE3F7D82.textOf)(dependency, "package") ?? key;
        const asked = (0, import_chunk_AAE3F7D82.memberOf)(dependency, "optional")?.value === true ? "optional" : scope;
        if (!scopes.has(name)) scopes.set(name, asked);
      }
    }
  }
  return scopes;
}
var cargoLock = {
  id: "Cargo.lock",
  ecosystems: ["crates.io"],
  wants: (path) => path === "Cargo.lock" || path.endsWith("/Cargo.lock"),
  wantsBeside: wantsCargoManifest,
  parse: parseCargoLock
};
async function parseCargoLock(file, siblings) {
  const { root, problems } = readToml(file.text);
  const graph = new import_chunk_AAE3F7D82.Graph();
  graph.problems(problems);
  const version = (0, import_chunk_AAE3F7D82.memberOf)(root, "version");
  if (typeof version?.value === "number" && version.value > 4) {
    graph.problem(version.line, `version ${version.value} is not known (1 to 4 are)`, "LOCKFILE_UNSUPPORTED");
  }
  const crates = new Crates(graph);
  const checksums = new Set([...(0, import_chunk_AAE3F7D82.membersOf)((0, import_chunk_AAE3F7D82.memberOf)(root, "metadata"))].map(([key]) => key));
  const own = (0, import_chunk_AAE3F7D82.memberOf)(root, "root");
  for (const node of [...own ? [own] : [], ...(0, import_chunk_AAE3F7D82.tablesOf)(root, "package")]) {
    if ((0, import_chunk_AAE3F7D82.isWhole)(node)) crates.add(node, checksums);
  }
  crates.connect(await readCargoManifests(file.path, siblings));
  return graph.content({ rootsKnown: crates.hasMembers, edgesKnown: true });
}
var Crates = class {
  hasMembers = false;
  #graph;
  #nodes = [];
  /** By `name`, `name version` and `name version (source)`. */
  #byReference = /* @__PURE__ */ new Map();
  constructor(graph) {
    this.#graph = graph;
  }
  add(node, checksums) {
    const name = (0, import_chunk_AAE3F7D82.textOf)(node, "name");
    const version = (0, import_chunk_AAE3F7D82.textOf)(node, "version");
    if (name === void 0 || version === void 0) {
      this.#graph.problem(node.line, `${JSON.stringify((name ?? "a package").slice(0, 200))} has no version`);
      return;
    }
    const address = (0, import_chunk_AAE3F7D82.textOf)(node, "source");
    const full = address === void 0 ? `${name} ${version}` : `${name} ${version} (${address})`;
    const source = sourceOf2(address);
    const hasChecksum = (0, import_chunk_AAE3F7D82.textOf)(node, "checksum") !== void 0 || checksums.has(`checksum ${full}`);
    const { line, endLine } = node;
    const index = this.#graph.add({
      ecosystem: "crates.io",
      name,
      version,
      source,
      line,
      endLine,
      ...source.kind === "registry" ? { integrity: hasChecksum } : {}
    });
    this.hasMembers ||= source.kind === "workspace";
    this.#nodes.push({ index, node, name });
    for (const reference of /* @__PURE__ */ new Set([name, `${name} ${version}`, full])) {
      const found = this.#byReference.get(reference);
      if (found) found.push(index);
      else this.#byReference.set(reference, [index]);
    }
  }
  connect(manifests) {
    for (const { index, node, name } of this.#nodes) {
      const isMember2 = this.#graph.at(index).source.kind === "workspace";
      const scopes = isMember2 ? manifests.get(name) : void 0;
      for (const reference of (0, import_chunk_AAE3F7D82.textsOf)((0, import_chunk_AAE3F7D82.memberOf)(node, "dependencies"))) {
        const asked = isMember2 ? scopes?.get(reference.split(" ")[0]) ?? "unknown" : "prod";
        for (const to of this.#byReference.get(reference) ?? []) this.#graph.connect(index, to, asked);
      }
    }
  }
};
function sourceOf2(address) {
  if (address === void 0) return { kind: "workspace", path: "" };
  const url = address.replace(/^(?:registry|sparse|git|path|directory|local-registry)\+/, "");
  if (address.startsWith("git+")) {
    const [repository = "", commit] = url.split("#");
    return { kind: "git", url: repository.split("?")[0], commit: commit ?? null };
  }
  if (/^(?:path|directory|local-registry)\+/.test(address)) return { kind: "path", path: url };
  return { kind: "registry", url };
}
var composerLock = {
  id: "composer.lock",
  ecosystems: ["Packagist"],
  wants: (path) => path === "composer.lock" || path.endsWith("/composer.lock"),
  wantsBeside: (path) => path === "composer.json" || path.endsWith("/composer.json"),
  parse: parseComposerLock
};
var SECTIONS3 = [
  ["packages", "prod"],
  ["packages-dev", "dev"]
];
async function parseComposerLock(file, siblings) {
  const { root, problems } = (0, import_chunk_AAE3F7D82.readJson)(file.text);
  const graph = new import_chunk_AAE3F7D82.Graph();
  graph.problems(problems);
  const added = [];
  for (const [section, scope] of SECTIONS3) {
    for (const node of (0, import_chunk_AAE3F7D82.elementsOf)((0, import_chunk_AAE3F7D82.memberOf)(root, section))) {
      const index = (0, import_chunk_AAE3F7D82.isWhole)(node) ? addPackage(graph, node, scope) : void 0;
      if (index !== void 0) added.push({ index, node });
    }
  }
  const byName = indexNames(graph, added);
  const connect3 = (from, requests, scope) => {
    for (const [name] of (0, import_chunk_AAE3F7D82.membersOf)(requests)) {
      for (const to of byName.get(name.toLowerCase()) ?? []) graph.connect(from, to, scope);
    }
  };
  for (const { index, node } of added) connect3(index, (0, import_chunk_AAE3F7D82.memberOf)(node, "require"), "prod");
  const manifest = await siblings.read(file.path.replace(/\.lock$/, ".json"));
  const project = manifest && (0, import_chunk_AAE3F7D82.readJson)(manifest.text);
  connect3(import_chunk_31504B252.ROOT, (0, import_chunk_AAE3F7D82.memberOf)(project?.root, "require"), "prod");
  connect3(import_chunk_31504B252.ROOT, (0, import_chunk_AAE3F7D82.memberOf)(project?.root, "require-dev"), "dev");
  return graph.content({ rootsKnown: project?.problems.length === 0, edgesKnown: true });
}
function addPackage(graph, node, scope) {
  const name = (0, import_chunk_AAE3F7D82.textOf)(node, "name");
  const version = versionOf(node);
  if (name === void 0 || version === void 0) {
    const what = JSON.stringify((name ?? "a package").slice(0, 200));
    graph.problem(node.line, `${what} has no ${name === void 0 ? "name" : "version"}`);
    return void 0;
  }
  const licence = (0, import_chunk_AAE3F7D82.textsOf)((0, import_chunk_AAE3F7D82.memberOf)(node, "license")).join(" OR ");
  return graph.add({
    ecosystem: "Packagist",
    name,
    version,
    source: sourceOf3(node),
    scope,
    line: node.line,
    endLine: node.endLine,
    ...licence === "" ? {} : { licence }
  });
}
function versionOf(node) {
  const value = (0, import_chunk_AAE3F7D82.memberOf)(node, "version")?.value;
  return typeof value === "number" ? String(value) : (0, import_chunk_AAE3F7D82.textOf)(node, "version");
}
function indexNames(graph, added) {
  const byName = /* @__PURE__ */ new Map();
  const append = (name, index) => {
    const found = byName.get(name);
    if (found) found.push(index);
    else byName.set(name, [index]);
  };
  for (const { index } of added) append(graph.at(index).name.toLowerCase(), index);
  const own = new Set(byName.keys());
  for (const { index, node } of added) {
    for (const section of ["replace", "provide"]) {
      for (const [name] of (0, import_chunk_AAE3F7D82.membersOf)((0, import_chunk_AAE3F7D82.memberOf)(node, section))) {
        if (!own.has(name.toLowerCase())) append(name.toLowerCase(), index);
      }
    }
  }
  return byName;
}
function sourceOf3(node) {
  const dist = (0, import_chunk_AAE3F7D82.memberOf)(node, "dist");
  if ((0, import_chunk_AAE3F7D82.textOf)(dist, "type") === "path") return { kind: "path", path: (0, import_chunk_AAE3F7D82.textOf)(dist, "url") ?? "" };
  if ((0, import_chunk_AAE3F7D82.textOf)(node, "notification-url") !== void 0) return import_chunk_31504B252.DEFAULT_REGISTRY;
  const source = (0, import_chunk_AAE3F7D82.memberOf)(node, "source");
  const url = (0, import_chunk_AAE3F7D82.textOf)(source, "url");
  if (url === void 0) return import_chunk_31504B252.DEFAULT_REGISTRY;
  return { kind: "git", url, commit: (0, import_chunk_AAE3F7D82.textOf)(source, "reference") ?? null };
}
var ECOSYSTEM = "ConanCenter";
var conanLock = {
  id: "conan.lock",
  ecosystems: [ECOSYSTEM],
  wants: (path) => path === "conan.lock" || path.endsWith("/conan.lock"),
  parse: parseConanLock
};
function parseConanLock(file) {
  const { root, builder } = openDocument(file, (0, import_chunk_AAE3F7D82.readJson)(file.text));
  const graph = root.get("graph_lock");
  if (graph) addGraph(builder, graph);
  else if (!addLists(builder, root)) {
    throw lockfileError(file.path, 1, 'it has neither "graph_lock" nor a list of requires');
  }
  return builder.content();
}
var LISTS = [
  ["requires", "prod"],
  ["build_requires", "build"],
  ["python_requires", "build"],
  ["config_requires", "build"]
];
function addLists(builder, root) {
  let found = false;
  for (const [key, scope] of LISTS) {
    const list = root.get(key);
    if (!list) continue;
    found = true;
    if (!Array.isArray(list.value)) builder.problem(list.line, `${quote(key)} is not a list`);
    for (const element of (0, import_chunk_AAE3F7D82.elementsOf)(list)) addReference(builder, element, scope);
  }
  return found;
}
function addReference(builder, element, scope) {
  if (!(0, import_chunk_AAE3F7D82.isWhole)(element)) return;
  const reference = Array.isArray(element.value) ? element.value[0]?.value : element.value;
  const named = typeof reference === "string" ? parseReference(reference) : void 0;
  if (named) builder.add({ ecosystem: ECOSYSTEM, ...named, scope, line: element.line });
  else builder.problem(element.line, `${quote(String(reference))} is not name/version`);
}
function addGraph(builder, graph) {
  const nodes = (0, import_chunk_AAE3F7D82.memberOf)(graph, "nodes");
  if (!(nodes?.value instanceof Map)) {
    builder.problem(graph.line, '"graph_lock" has no object "nodes"');
    return;
  }
  const projectRequests = /* @__PURE__ */ new Set();
  for (const node of nodes.value.values()) {
    if ((0, import_chunk_AAE3F7D82.textOf)(node, "path") === void 0) continue;
    for (const { target } of requestsOf(node)) projectRequests.add(target);
  }
  const { build, runtime } = findScopes(nodes.value);
  const places = /* @__PURE__ */ new Map();
  for (const [id, node] of nodes.value) {
    const scope = build.has(id) && !runtime.has(id) ? "build" : "prod";
    places.set(id, addNode(builder, node, { scope, direct: projectRequests.has(id) }));
  }
  for (const [id, node] of nodes.value) connectNode(builder, places, places.get(id), node);
}
function addNode(builder, node, usage) {
  if ((0, import_chunk_AAE3F7D82.textOf)(node, "path") !== void 0) return "project";
  if (!(0, import_chunk_AAE3F7D82.isWhole)(node)) return "broken";
  const reference = (0, import_chunk_AAE3F7D82.textOf)(node, "ref") ?? (0, import_chunk_AAE3F7D82.textOf)(node, "pref") ?? "";
  if (reference === "" && (0, import_chunk_AAE3F7D82.textOf)(node, "ref") !== void 0) return "project";
  const named = parseReference(reference);
  if (!named) {
    builder.problem(node.line, `the node's reference ${quote(reference)} is not name/version`);
    return "broken";
  }
  const scope = (0, import_chunk_AAE3F7D82.textOf)(node, "context") === "build" ? "build" : usage.scope;
  const { line, endLine } = node;
  return builder.add({ ecosystem: ECOSYSTEM, ...named, scope, direct: usage.direct, line, endLine });
}
function connectNode(builder, places, from, node) {
  if (from === void 0 || from === "broken") return;
  for (const { target } of requestsOf(node)) {
    const to = places.get(target);
    if (typeof to !== "number") continue;
    if (from === "project") builder.connectRoot(to);
    else builder.connect(from, to);
  }
}
function findScopes(nodes) {
  const build = /* @__PURE__ */ new Set();
  const runtime = /* @__PURE__ */ new Set();
  for (const node of nodes.values()) {
    for (const { target, isBuild } of requestsOf(node)) (isBuild ? build : runtime).add(target);
  }
  return { build, runtime };
}
function* requestsOf(node) {
  for (const key of ["requires", "build_requires"]) {
    const requests = (0, import_chunk_AAE3F7D82.memberOf)(node, key);
    for (const { value } of (0, import_chunk_AAE3F7D82.elementsOf)(requests)) {
      if (typeof value === "string") yield { target: value, isBuild: key === "build_requires" };
    }
    for (const [, { value }] of (0, import_chunk_AAE3F7D82.membersOf)(requests)) {
      if (typeof value === "string") yield { target: value, isBuild: key === "build_requires" };
    }
  }
}
function parseReference(reference) {
  const [, name, version] = /^([^/#:@%\s]+)\/([^/#:@%\s]+)(?=$|[#:@%])/.exec(reference) ?? [];
  return name === void 0 || version === void 0 ? void 0 : { name, version };
}
var cpanfileSnapshot = {
  id: "cpanfile.snapshot",
  ecosystems: [],
  wants: (path) => path === "cpanfile.snapshot" || path.endsWith("/cpanfile.snapshot"),
  parse: parseCpanfileSnapshot
};
function parseCpanfileSnapshot(file) {
  const builder = new ContentBuilder();
  const distributions = [];
  let hasStarted = false;
  for (const line of (0, import_chunk_AAE3F7D8.eachLine)(file.text)) {
    const body = line.text.trim();
    if (body === "") continue;
    if (line.text.startsWith("#")) checkVersion(builder, line);
    else if (body === "DISTRIBUTIONS") hasStarted = true;
    else if (hasStarted) readLine(builder, distributions, line);
    else builder.problem(line.number, `expected DISTRIBUTIONS, found ${quote(body)}`);
  }
  if (!hasStarted) builder.problem(1, "it has no DISTRIBUTIONS");
  addDistributions(builder, distributions);
  return builder.content();
}
function checkVersion(builder, { text, number }) {
  const [, version] = /format: version (\S+)/.exec(text) ?? [];
  if (version === void 0 || version === "1.0") return;
  builder.problem(number, `format ${quote(version)} is not known (1.0 is)`, "LOCKFILE_UNSUPPORTED");
}
function readLine(builder, distributions, { text, number }) {
  const body = text.trim();
  const indent = text.length - text.trimStart().length;
  const last = distributions.at(-1);
  if (indent <= 2) {
    const [, name, version] = /^(\S+)-(v?\d[^\s-]*(?:-TRIAL)?)$/.exec(body) ?? [];
    if (name === void 0 || version === void 0)
      builder.problem(number, `${quote(body)} is not name-version`);
    const named = { name: name ?? body, version: version ?? "" };
    distributions.push({
      ...named,
      line: number,
      endLine: number,
      provides: [],
      requires: [],
      part: void 0
    });
  } else if (last) {
    last.endLine = number;
    if (indent <= 4)
      last.part = body === "provides:" ? "provides" : body === "requirements:" ? "requires" : void 0;
    else if (last.part) last[last.part].push(body.split(/\s/, 1)[0]);
  }
}
function addDistributions(builder, distributions) {
  const providers = /* @__PURE__ */ new Map();
  for (const { name, version, line, endLine, provides } of distributions) {
    const position = builder.add({ ecosystem: "", name, version, scope: "prod", line, endLine });
    for (const module2 of provides) providers.set(module2, position);
  }
  for (const [from, { requires }] of distributions.entries()) {
    for (const module2 of requires) builder.connect(from, providers.get(module2));
  }
  builder.assumeRoots();
}
var denoLock = {
  id: "deno.lock",
  ecosystems: ["npm"],
  wants: (path) => path === "deno.lock" || path.endsWith("/deno.lock"),
  parse: parseDenoLock
};
var KNOWN_VERSIONS = /^[1-5]$/;
function parseDenoLock(file) {
  const { root, problems } = (0, import_chunk_AAE3F7D82.readJson)(file.text);
  const graph = new import_chunk_AAE3F7D82.Graph();
  graph.problems(problems);
  const version = (0, import_chunk_AAE3F7D82.textOf)(root, "version") ?? "1";
  if (!KNOWN_VERSIONS.test(version)) {
    const { line } = (0, import_chunk_AAE3F7D82.memberOf)(root, "version");
    graph.problem(
      line,
      `version ${JSON.stringify(version.slice(0, 50))} is not known (1 to 5 are)`,
      "LOCKFILE_UNSUPPORTED"
    );
  }
  const reading = new DenoReading(graph);
  const top = version === "3" ? (0, import_chunk_AAE3F7D82.memberOf)(root, "packages") : root;
  const npm = (0, import_chunk_AAE3F7D82.memberOf)(top, "npm");
  const npmPackages = version === "2" ? (0, import_chunk_AAE3F7D82.memberOf)(npm, "packages") : npm;
  reading.add("npm", npmPackages);
  reading.add("jsr", (0, import_chunk_AAE3F7D82.memberOf)(top, "jsr"));
  reading.specify((0, import_chunk_AAE3F7D82.memberOf)(version === "2" ? npm : top, "specifiers"));
  reading.connect("npm", npmPackages);
  reading.connect("jsr", (0, import_chunk_AAE3F7D82.memberOf)(top, "jsr"));
  reading.connectProject((0, import_chunk_AAE3F7D82.memberOf)(root, "workspace"));
  return graph.content({ rootsKnown: true, edgesKnown: true });
}
var DenoReading = class {
  #graph;
  /** By `npm:name@1.0.0` or `jsr:\u2026`, with the peers that stand behind the version. */
  #byId = /* @__PURE__ */ new Map();
  #byName = /* @__PURE__ */ new Map();
  #bySpecifier = /* @__PURE__ */ new Map();
  constructor(graph) {
    this.#graph = graph;
  }
  add(registry, packages) {
    for (const [id, node] of (0, import_chunk_AAE3F7D82.membersOf)(packages)) {
      if (!(0, import_chunk_AAE3F7D82.isWhole)(node)) continue;
      const { name, rest } = splitAtVersion(id);
      const version = registry === "npm" ? rest.replace(/_.*$/, "") : rest;
      if (version === "") {
        this.#graph.problem(node.line, `${JSON.stringify(id.slice(0, 200))} has no version`);
        continue;
      }
      const tarball = (0, import_chunk_AAE3F7D82.textOf)(node, "tarball");
      const index = this.#graph.add({
        ecosystem: registry === "npm" ? "npm" : "",
        name,
        version,
        source: tarball === void 0 ? import_chunk_31504B252.DEFAULT_REGISTRY : { kind: "registry", url: registryOf(tarball, name) },
        line: node.line,
        endLine: node.endLine,
        integrity: (0, import_chunk_AAE3F7D82.textOf)(node, "integrity") !== void 0,
        ...(0, import_chunk_AAE3F7D82.isTrue)(node, "scripts") ? { hasInstallScript: true } : {}
      });
      this.#byId.set(`${registry}:${id}`, index);
      this.#byName.set(`${registry}:${name}`, index);
    }
  }
  /** `npm:chalk@^5` \u2192 `npm:chalk@5.3.0` (3), `chalk@5.3.0` (2) or `5.3.0` (4 and later). */
  specify(specifiers) {
    for (const [specifier, node] of (0, import_chunk_AAE3F7D82.membersOf)(specifiers)) {
      if (typeof node.value !== "string") continue;
      const full = /^(?:npm|jsr):/.test(specifier) ? specifier : `npm:${specifier}`;
      const registry = full.slice(0, 3);
      const { name } = splitAtVersion(full.slice(4));
      const candidates = [node.value, `${registry}:${node.value}`, `${registry}:${name}@${node.value}`];
      const index = candidates.map((id) => this.#byId.get(id)).find((found) => found !== void 0);
      if (index !== void 0) this.#bySpecifier.set(full, index);
    }
  }
  connect(registry, packages) {
    for (const [id, node] of (0, import_chunk_AAE3F7D82.membersOf)(packages)) {
      const from = this.#byId.get(`${registry}:${id}`);
      if (from === void 0) continue;
      for (const reference of referencesOf((0, import_chunk_AAE3F7D82.memberOf)(node, "dependencies")))
        this.#link(from, registry, reference, "prod");
      for (const reference of referencesOf((0, import_chunk_AAE3F7D82.memberOf)(node, "optionalDependencies"))) {
        this.#link(from, registry, reference, "optional");
      }
    }
  }
  /** What the project's configuration asks for; without it, what is specified was asked for by its code. */
  connectProject(workspace) {
    const places = [workspace, ...[...(0, import_chunk_AAE3F7D82.membersOf)((0, import_chunk_AAE3F7D82.memberOf)(workspace, "members"))].map(([, member]) => member)];
    const asked = places.flatMap((place) => [
      ...(0, import_chunk_AAE3F7D82.textsOf)((0, import_chunk_AAE3F7D82.memberOf)(place, "dependencies")),
      ...(0, import_chunk_AAE3F7D82.textsOf)((0, import_chunk_AAE3F7D82.memberOf)((0, import_chunk_AAE3F7D82.memberOf)(place, "packageJson"), "dependencies"))
    ]);
    const specifiers = asked.length > 0 ? asked : this.#bySpecifier.keys();
    for (const specifier of specifiers) {
      const to = this.#bySpecifier.get(specifier);
      if (to !== void 0) this.#graph.connect(import_chunk_31504B252.ROOT, to);
    }
  }
  #link(from, registry, reference, scope) {
    const plain = reference.includes("@npm:") ? reference.slice(reference.indexOf("@npm:") + 1) : reference;
    const full = /^(?:npm|jsr):/.test(plain) ? plain : `${registry}:${plain}`;
    const to = this.#byId.get(full) ?? this.#bySpecifier.get(full) ?? this.#byName.get(full);
    if (to !== void 0) this.#graph.connect(from, to, scope);
  }
};
function referencesOf(node) {
  const nodes = [...(0, import_chunk_AAE3F7D82.elementsOf)(node), ...[...(0, import_chunk_AAE3F7D82.membersOf)(node)].map(([, member]) => member)];
  return nodes.map(({ value }) => value).filter((value) => typeof value === "string");
}
function addLibraries(builder, root, scope) {
  const byKey = /* @__PURE__ */ new Map();
  for (const [key, node] of (0, import_chunk_AAE3F7D82.membersOf)(root.get("libraries"))) {
    if (!(0, import_chunk_AAE3F7D82.isWhole)(node)) continue;
    const position = addLibrary(builder, key, node, scope);
    if (position !== void 0) byKey.set(key.toLowerCase(), position);
  }
  for (const [, target] of (0, import_chunk_AAE3F7D82.membersOf)(root.get("targets"))) connectTarget(builder, byKey, target);
  return { byKey };
}
function addLibrary(builder, key, node, scope) {
  const { line, endLine } = node;
  const slash = key.lastIndexOf("/");
  const name = key.slice(0, slash);
  const version = key.slice(slash + 1);
  if (slash <= 0 || version === "") {
    builder.problem(line, `the library ${quote(key)} is not name/version`);
    return void 0;
  }
  const type = (0, import_chunk_AAE3F7D82.textOf)(node, "type")?.toLowerCase();
  const source = sourceOf4(type, (0, import_chunk_AAE3F7D82.textOf)(node, "path") ?? name);
  const integrity = type === "package" ? { integrity: ((0, import_chunk_AAE3F7D82.textOf)(node, "sha512") ?? "") !== "" } : {};
  return builder.add({ ecosystem: "NuGet", name, version, source, scope, line, endLine, ...integrity });
}
function sourceOf4(type, path) {
  if (type === "project" || type === "msbuildproject") return { kind: "workspace", path };
  return type === "reference" || type === "referenceassembly" ? { kind: "path", path } : import_chunk_31504B252.DEFAULT_REGISTRY;
}
function connectTarget(builder, byKey, target) {
  const byName = /* @__PURE__ */ new Map();
  for (const [key] of (0, import_chunk_AAE3F7D82.membersOf)(target)) {
    const position = byKey.get(key.toLowerCase());
    if (position !== void 0) byName.set(key.slice(0, key.lastIndexOf("/")).toLowerCase(), position);
  }
  for (const [key, node] of (0, import_chunk_AAE3F7D82.membersOf)(target)) {
    const from = byKey.get(key.toLowerCase());
    if (from === void 0) continue;
    for (const [name] of (0, import_chunk_AAE3F7D82.membersOf)((0, import_chunk_AAE3F7D82.memberOf)(node, "dependencies"))) {
      builder.connect(from, byName.get(name.toLowerCase()));
    }
  }
}
var depsJson = {
  id: "deps.json",
  ecosystems: ["NuGet"],
  wants: (path) => /[^/]\.deps\.json$/i.test(path),
  parse: parseDepsJson
};
function parseDepsJson(file) {
  const { root, builder } = openDocument(file, (0, import_chunk_AAE3F7D82.readJson)(file.text));
  if (!(root.get("libraries")?.value instanceof Map)) {
    throw lockfileError(file.path, 1, 'it has no object "libraries"');
  }
  addLibraries(builder, root, "prod");
  builder.markDirect();
  return builder.content();
}
function imagePackage(image, place) {
  const found = /^([^\s@:]+(?::\d+\/[^\s@:]+)?)(?::([\w][\w.-]*))?(?:@([a-z0-9]+:[0-9a-f]{32,}))?$/.exec(
    image
  );
  if (!found) return void 0;
  const [, name = "", tag, digest] = found;
  const { line, endLine } = place;
  return {
    ecosystem: "",
    name,
    version: digest ?? tag ?? "",
    source: import_chunk_31504B252.DEFAULT_REGISTRY,
    line,
    endLine
  };
}
var dockerfile = {
  id: "Dockerfile",
  ecosystems: [],
  wants: (path) => /(?:^|\/)(?:(?:Dockerfile|Containerfile)(?:\.[^/]+)?|[^/]+\.(?:Dockerfile|Containerfile))$/i.test(path),
  parse: parseDockerfile
};
function parseDockerfile(file) {
  const reading = new DockerfileReading();
  for (const { text, line, endLine } of instructionsOf(file.text)) reading.instruction(text, line, endLine);
  return reading.content();
}
var DockerfileReading = class {
  #graph = new import_chunk_AAE3F7D82.Graph();
  #arguments = /* @__PURE__ */ new Map();
  #stages = /* @__PURE__ */ new Set(["scratch"]);
  #stageCount = 0;
  instruction(text, line, endLine) {
    const [, word = "", rest = ""] = /^([a-z]+)\s+([\s\S]*)$/i.exec(text) ?? [];
    const name = word.toUpperCase();
    if (name === "FROM") this.#from(rest, line, endLine);
    else if (name === "ARG" && this.#stageCount === 0) this.#argument(rest);
    else if (name === "COPY" || name === "ADD" || name === "RUN") {
      const pattern = name === "RUN" ? /--mount=(?:\S*,)?from=([^\s,]+)/g : /--from=(\S+)/g;
      for (const [, image = ""] of rest.matchAll(pattern)) {
        if (!/^\d+$/.test(image)) this.#image(image, line, endLine);
      }
    }
  }
  content() {
    return this.#graph.content({ rootsKnown: true, edgesKnown: false });
  }
  #from(rest, line, endLine) {
    const words = rest.split(/\s+/).filter((word) => word !== "" && !word.startsWith("--"));
    const [image, as, stage] = words;
    this.#stageCount++;
    if (image === void 0) this.#graph.problem(line, "FROM names no image");
    else this.#image(image, line, endLine);
    if (as?.toUpperCase() === "AS" && stage !== void 0) this.#stages.add(stage.toLowerCase());
  }
  #image(written, line, endLine) {
    const image = this.#resolve(written);
    if (image.includes(UNKNOWN)) {
      if (this.#mayBeStage(image)) return;
      this.#graph.problem(
        line,
        `${quote3(written)} needs the value of a build argument`,
        "LOCKFILE_UNRESOLVED"
      );
      return;
    }
    if (this.#stages.has(image.toLowerCase())) return;
    const draft = imagePackage(image, { line, endLine });
    if (draft) this.#graph.connect(import_chunk_31504B252.ROOT, this.#graph.add(draft), "build");
    else this.#graph.problem(line, `${quote3(image)} is no image`);
  }
  #argument(rest) {
    for (const word of rest.split(/\s+/)) {
      const equals = word.indexOf("=");
      const value = equals === -1 ? void 0 : this.#resolve(word.slice(equals + 1));
      const isBounded = value === void 0 || value.length <= MAX_VALUE;
      this.#arguments.set(equals === -1 ? word : word.slice(0, equals), isBounded ? value : UNKNOWN);
    }
  }
  /** `$NAME`, `${NAME}`, `${NAME:-default}`, `${NAME:+instead}`; {@link UNKNOWN} for a value that is not known. */
  #resolve(text) {
    return text.replace(/["']/g, "").replace(
      /\$(?:\{(\w+)(?::?([-+])([^}]*))?[^}]*\}|(\w+))/g,
      (_, braced, operator, word, plain) => {
        const value = this.#arguments.get(braced ?? plain);
        if (operator === "+") return value === void 0 ? UNKNOWN : value && word;
        return value ?? (operator === "-" ? word : UNKNOWN);
      }
    );
  }
  /** Whether an earlier stage's name begins and ends as this one does; a value alone says nothing. */
  #mayBeStage(image) {
    const parts = image.toLowerCase().split(UNKNOWN);
    const first = parts[0];
    const last = parts.at(-1);
    if (first + last === "" || /[/:@]/.test(image) || this.#stages.size > MAX_STAGES) return false;
    return [...this.#stages].some(
      (stage) => stage.length >= first.length + last.length && stage.startsWith(first) && stage.endsWith(last)
    );
  }
};
var UNKNOWN = "\0";
var MAX_VALUE = 4096;
var MAX_STAGES = 500;
function instructionsOf(text) {
  const mark = /^\s*#\s*escape\s*=\s*`/im.test(text.slice(0, 1e3)) ? "`" : "\\";
  const found = [];
  let parts = [];
  let start = 0;
  for (const [index, raw] of text.split("\n").entries()) {
    const line = raw.trim();
    if (line === "" || line.startsWith("#")) continue;
    if (parts.length === 0) start = index + 1;
    const isContinued = line.endsWith(mark);
    parts.push(isContinued ? line.slice(0, -1) : line);
    if (isContinued) continue;
    found.push({ text: parts.join(" "), line: start, endLine: index + 1 });
    parts = [];
  }
  if (parts.length > 0) found.push({ text: parts.join(" "), line: start, endLine: start });
  return found;
}
function quote3(text) {
  return JSON.stringify(text.slice(0, 200));
}
var gemfileLock = {
  id: "Gemfile.lock",
  ecosystems: ["RubyGems"],
  // `gems.rb` and `Gemfile` may be given other names, and bundler locks `NAME` in `NAME.lock`.
  wants: (path) => /(?:^|\/)(?:[^/]*Gemfile[^/]*\.lock|[^/]*gems\.locked)$/i.test(path),
  parse: parseGemfileLock
};
var SOURCES = /* @__PURE__ */ new Set(["GEM", "GIT", "PATH", "PLUGIN SOURCE"]);
var SILENT = /* @__PURE__ */ new Set(["PLATFORMS", "RUBY VERSION", "BUNDLED WITH", "METADATA"]);
var MAX_LINE = 1e3;
var SPEC = /^( {2}| {4}| {6})(?=\S)(.*?)(?: \(([^-]*)(?:-(.*))?\))?(!)?$/;
function parseGemfileLock(file) {
  const reading = new GemfileReading();
  for (const [index, line] of file.text.split("\n").entries()) reading.line(line.trimEnd(), index + 1);
  return reading.content();
}
var GemfileReading = class {
  #graph = new import_chunk_AAE3F7D82.Graph();
  #byName = /* @__PURE__ */ new Map();
  #requests = [];
  #checksums = /* @__PURE__ */ new Set();
  #section = "";
  #hasChecksums = false;
  #attributes = /* @__PURE__ */ new Map();
  #current;
  #added = [];
  line(text, line) {
    if (text.trim() === "") return;
    if (text.length > MAX_LINE) {
      this.#graph.problem(line, `a line of ${text.length} characters`);
      return;
    }
    if (/^(?:<{7}|={7}|>{7}|\|{7})/.test(text)) {
      this.#graph.problem(line, "a conflict of a merge was left in the file");
    } else if (!text.startsWith(" ")) this.#open(text, line);
    else if (SOURCES.has(this.#section)) this.#sourceLine(text, line);
    else if (this.#section === "DEPENDENCIES") this.#dependency(text, line);
    else if (this.#section === "CHECKSUMS") this.#checksum(text);
  }
  content() {
    for (const { draft, endLine } of this.#added) {
      const hasChecksum = this.#checksums.has(`${draft.name} ${draft.version}`);
      const isRecorded = this.#hasChecksums && draft.source.kind === "registry";
      this.#graph.add({ ...draft, endLine, ...isRecorded ? { integrity: hasChecksum } : {} });
    }
    let rootsKnown = false;
    for (const { from, name } of this.#requests) {
      rootsKnown ||= from === import_chunk_31504B252.ROOT;
      for (const to of this.#byName.get(name) ?? [])
        this.#graph.connect(from, to, from === import_chunk_31504B252.ROOT ? "unknown" : "prod");
    }
    return this.#graph.content({ rootsKnown, edgesKnown: true });
  }
  #open(text, line) {
    this.#section = text;
    this.#attributes = /* @__PURE__ */ new Map();
    this.#current = void 0;
    if (text === "CHECKSUMS") this.#hasChecksums = true;
    else if (!SOURCES.has(text) && !SILENT.has(text) && text !== "DEPENDENCIES") {
      this.#graph.problem(line, `the section ${JSON.stringify(text.slice(0, 200))} is not known`);
    }
  }
  #sourceLine(text, line) {
    const attribute = /^ {2}(\w+):(?: (.*))?$/.exec(text);
    if (attribute) {
      const [, key = "", value = ""] = attribute;
      if (!this.#attributes.has(key)) this.#attributes.set(key, value);
      return;
    }
    const [, indent = "", name = "", version] = SPEC.exec(text) ?? [];
    if (indent.length === 4 && version !== void 0 && version !== "") this.#spec(name, version, line);
    else if (indent.length === 6 && this.#current !== void 0) {
      this.#requests.push({ from: this.#current, name });
      this.#added[this.#current].endLine = line;
    } else this.#graph.problem(line, `${JSON.stringify(text.trim().slice(0, 200))} is no gem with a version`);
  }
  #spec(name, version, line) {
    const others = this.#byName.get(name) ?? [];
    const same = others.find((index) => this.#added[index].draft.version === version);
    if (same !== void 0) {
      this.#current = same;
      return;
    }
    const source = sourceOf5(this.#section, this.#attributes);
    const draft = { ecosystem: "RubyGems", name, version, source, line, endLine: line };
    this.#current = this.#added.push({ draft, endLine: line }) - 1;
    this.#byName.set(name, [...others, this.#current]);
  }
  #dependency(text, line) {
    const [, indent = "", name = ""] = SPEC.exec(text) ?? [];
    if (indent.length === 2 && name !== "") this.#requests.push({ from: import_chunk_31504B252.ROOT, name: name.replace(/!$/, "") });
    else this.#graph.problem(line, `${JSON.stringify(text.trim().slice(0, 200))} is no dependency`);
  }
  /** `name (version-platform) sha256=\u2026`; without a checksum nothing stands behind the parenthesis. */
  #checksum(text) {
    const found = /^ {2}(\S+) \(([^-)]+)(?:-[^)]*)?\) \S/.exec(text);
    if (found) this.#checksums.add(`${found[1]} ${found[2]}`);
  }
};
function sourceOf5(section, attributes) {
  const remote = attributes.get("remote") ?? "";
  if (section === "GIT") return { kind: "git", url: remote, commit: attributes.get("revision") ?? null };
  if (section === "PATH") return { kind: remote === "." ? "workspace" : "path", path: remote };
  return { kind: "registry", url: remote === "" ? null : remote };
}
var githubWorkflow = {
  id: "github-workflow",
  ecosystems: ["GitHub Actions"],
  wants: (path) => (0, import_chunk_5523CD0A.isWorkflowPath)(path) || (0, import_chunk_5523CD0A.isActionPath)(path),
  parse: parseGithubWorkflow
};
async function parseGithubWorkflow(file) {
  const { parseWorkflow } = await Promise.resolve().then(() => require("./workflow-0E89D206.cjs").workflow_TULGAFNU);
  const workflow = parseWorkflow(file.path, file.text);
  const lines = file.text.split("\n");
  const graph = new import_chunk_AAE3F7D82.Graph();
  for (const job of workflow.jobs) {
    for (const uses of [job.uses, ...job.steps.map((step) => step.uses)]) {
      if (uses && uses.expressions.length === 0) addUses(graph, uses, lines);
    }
    for (const image of job.images) if (image.expressions.length === 0) addImage(graph, image.value, image);
  }
  return graph.content({ rootsKnown: true, edgesKnown: false });
}
function addUses(graph, uses, lines) {
  if (uses.value.startsWith("docker://")) {
    addImage(graph, uses.value.slice("docker://".length), uses);
    return;
  }
  const reference = parseActionReference(uses.value);
  if (!reference) return;
  const comment = /\s#\s*(?:tag\s*[=:]\s*)?(\S+)/.exec(lines[uses.endLine - 1] ?? "")?.[1];
  const release = comment === void 0 ? void 0 : releaseOf(comment);
  graph.connect(import_chunk_31504B252.ROOT, graph.add(actionPackage(reference, release, void 0, uses)), "build");
}
function addImage(graph, image, place) {
  const draft = imagePackage(image, place);
  if (draft) graph.connect(import_chunk_31504B252.ROOT, graph.add(draft), "build");
}
var gleamManifest = {
  id: "manifest.toml",
  ecosystems: ["Hex"],
  wants: (path) => path === "manifest.toml" || path.endsWith("/manifest.toml"),
  parse: parseManifest
};
var gleamToml = {
  id: "gleam.toml",
  ecosystems: ["Hex"],
  wants: () => false,
  parse: parseProject
};
function parseManifest(file) {
  const { root, builder } = openDocument(file, readToml(file.text));
  const places = /* @__PURE__ */ new Map();
  const nodes = (0, import_chunk_AAE3F7D82.elementsOf)(root.get("packages")).filter(import_chunk_AAE3F7D82.isWhole);
  for (const node of nodes) addPackage2(builder, places, node);
  for (const node of nodes) {
    const from = places.get((0, import_chunk_AAE3F7D82.textOf)(node, "name") ?? "");
    for (const name of from === void 0 ? [] : (0, import_chunk_AAE3F7D82.textsOf)((0, import_chunk_AAE3F7D82.memberOf)(node, "requirements"))) {
      builder.connect(from, places.get(name));
    }
  }
  for (const [name] of (0, import_chunk_AAE3F7D82.membersOf)(root.get("requirements"))) builder.connectRoot(places.get(name));
  if (root.has("requirements")) builder.markDirect();
  return builder.content();
}
function addPackage2(builder, places, node) {
  const { line, endLine } = node;
  const name = (0, import_chunk_AAE3F7D82.textOf)(node, "name");
  const version = (0, import_chunk_AAE3F7D82.textOf)(node, "version");
  if (name === void 0 || version === void 0) {
    builder.problem(line, name === void 0 ? "a package has no name" : `${quote(name)} has no version`);
    return;
  }
  const source = sourceOf6(node);
  const integrity = source.kind === "registry" ? { integrity: (0, import_chunk_AAE3F7D82.textOf)(node, "outer_checksum") !== void 0 } : {};
  places.set(
    name,
    builder.add({ ecosystem: "Hex", name, version, source, scope: "prod", line, endLine, ...integrity })
  );
}
function sourceOf6(node) {
  switch ((0, import_chunk_AAE3F7D82.textOf)(node, "source")) {
    case "git":
      return { kind: "git", url: (0, import_chunk_AAE3F7D82.textOf)(node, "repo") ?? "", commit: (0, import_chunk_AAE3F7D82.textOf)(node, "commit") ?? null };
    case "local":
      return { kind: "path", path: (0, import_chunk_AAE3F7D82.textOf)(node, "path") ?? "" };
    default:
      return import_chunk_31504B252.DEFAULT_REGISTRY;
  }
}
function parseProject(file) {
  const { root, builder } = openDocument(file, readToml(file.text));
  for (const section of ["dependencies", "dev-dependencies", "dev_dependencies"]) {
    const scope = section === "dependencies" ? "prod" : "dev";
    for (const [name, node] of (0, import_chunk_AAE3F7D82.membersOf)(root.get(section))) {
      const { line, endLine } = node;
      const git2 = (0, import_chunk_AAE3F7D82.textOf)(node, "git");
      if ((0, import_chunk_AAE3F7D82.textOf)(node, "path") !== void 0) continue;
      const version = typeof node.value === "string" ? node.value : (0, import_chunk_AAE3F7D82.textOf)(node, "version") ?? "";
      const commit = (0, import_chunk_AAE3F7D82.textOf)(node, "ref") ?? null;
      const source = git2 === void 0 ? import_chunk_31504B252.DEFAULT_REGISTRY : { kind: "git", url: git2, commit };
      builder.connectRoot(
        builder.add({ ecosystem: "Hex", name, version, source, scope, direct: true, line, endLine })
      );
    }
  }
  return builder.content();
}
var TOKEN2 = /"(?:[^"\\]|\\.)*"|`[^`]*`|=>|[()]|[^\s()"`]+/g;
var SILENT2 = /* @__PURE__ */ new Set(["godebug", "retract", "tool", "ignore"]);
function parseGoMod(text) {
  const reading = new ModReading();
  for (const [index, line] of text.split("\n").entries()) reading.line(line, index + 1);
  return reading.file();
}
var ModReading = class {
  #moduleLine = 1;
  #go;
  #toolchain;
  #requirements = [];
  #excluded = /* @__PURE__ */ new Set();
  #replacements = /* @__PURE__ */ new Map();
  #problems = [];
  /** The directive of the block that the lines are in. */
  #block;
  line(raw, line) {
    const slashes = raw.indexOf("//");
    const comment = slashes === -1 ? "" : raw.slice(slashes + 2);
    const tokens = (slashes === -1 ? raw : raw.slice(0, slashes)).match(TOKEN2)?.map(unquote) ?? [];
    if (tokens.length === 0) return;
    if (this.#block !== void 0) {
      if (tokens[0] === ")") this.#block = void 0;
      else this.#directive(this.#block, tokens, comment, line);
    } else if (tokens[1] === "(") {
      if (tokens[2] !== ")") this.#block = tokens[0];
    } else this.#directive(tokens[0], tokens.slice(1), comment, line);
  }
  file() {
    return {
      moduleLine: this.#moduleLine,
      go: this.#go,
      toolchain: this.#toolchain,
      requirements: this.#requirements,
      excluded: this.#excluded,
      replacements: this.#replacements,
      problems: this.#problems
    };
  }
  #directive(name, tokens, comment, line) {
    const [first = "", second] = tokens;
    switch (name) {
      case "module":
        this.#moduleLine = line;
        return;
      case "go":
        if (first !== "") this.#go = { version: first, line };
        return;
      case "toolchain":
        if (first.startsWith("go")) this.#toolchain = { version: first.slice(2), line };
        return;
      case "require":
        if (second === void 0 || first === "")
          this.#tell(line, `${quote4(first)} is required without a version`);
        else this.#requirements.push({ path: first, version: second, line, isIndirect: isIndirect(comment) });
        return;
      case "exclude":
        if (second !== void 0) this.#excluded.add(`${first} ${second}`);
        return;
      case "replace":
        this.#replace(tokens, line);
        return;
      default:
        if (!SILENT2.has(name)) this.#tell(line, `the directive ${quote4(name)} is not known`);
    }
  }
  /** `path [version] => path [version]`. */
  #replace(tokens, line) {
    const arrow = tokens.indexOf("=>");
    const target = tokens[arrow + 1];
    if (arrow !== 1 && arrow !== 2 || target === void 0) {
      this.#tell(line, 'a replacement is not of the form "module => module"');
      return;
    }
    this.#replacements.set(tokens.slice(0, arrow).join(" "), {
      path: target,
      version: tokens[arrow + 2] ?? ""
    });
  }
  #tell(line, message) {
    if (this.#problems.length < 100) this.#problems.push({ line, code: "LOCKFILE_INVALID", message });
  }
};
function isIndirect(comment) {
  return /^\s*indirect(?:\s*(?:;|$))/.test(comment);
}
function unquote(token) {
  if (token.startsWith("`")) return token.slice(1, -1);
  return token.startsWith('"') ? token.slice(1, -1).replace(/\\(.)/g, "$1") : token;
}
function quote4(text) {
  return JSON.stringify(text.slice(0, 200));
}
var goMod = {
  id: "go.mod",
  ecosystems: ["Go"],
  wants: (path) => path === "go.mod" || path.endsWith("/go.mod"),
  wantsBeside: (path) => path === "go.sum" || path.endsWith("/go.sum"),
  parse: parseGoModFile
};
async function parseGoModFile(file, siblings) {
  const graph = new import_chunk_AAE3F7D82.Graph();
  const mod = parseGoMod(file.text);
  graph.problems(mod.problems);
  const sums = await siblings.read(file.path.replace(/mod$/, "sum"));
  const zips = sums && readSums(sums.text);
  for (const requirement of mod.requirements) addRequirement(graph, mod, requirement, zips);
  if (zips && isBeforePruning(mod)) addFromSums(graph, mod, zips);
  addStandardLibrary(graph, mod);
  return graph.content({ rootsKnown: true, edgesKnown: false });
}
function addRequirement(graph, mod, requirement, zips) {
  const { path, version, line, isIndirect: isIndirect2 } = requirement;
  if (mod.excluded.has(`${path} ${version}`)) return;
  const replaced = mod.replacements.get(`${path} ${version}`) ?? mod.replacements.get(path);
  const module2 = replaced ?? { path, version };
  const source = isFolder(module2.path) ? { kind: "path", path: module2.path } : import_chunk_31504B252.DEFAULT_REGISTRY;
  const hasSum = zips?.get(module2.path)?.has(module2.version);
  const index = graph.add({
    ...placed(module2, line),
    source,
    ...hasSum !== void 0 && source.kind === "registry" ? { integrity: hasSum } : {}
  });
  if (!isIndirect2) graph.connect(import_chunk_31504B252.ROOT, index);
}
function placed(module2, line) {
  const version = module2.version.replace(/^v/, "");
  return { ecosystem: "Go", name: module2.path, version, scope: "prod", line, endLine: line };
}
function isFolder(path) {
  return /^(?:\.{0,2}\/|\.{1,2}$|[A-Za-z]:[\\/])/.test(path);
}
function isBeforePruning({ go }) {
  const [major = 1, minor = 0] = (go?.version ?? "1.16").split(".").map((part) => Number.parseInt(part, 10));
  return major === 1 && minor < 17;
}
function addFromSums(graph, mod, zips) {
  const named = new Set(mod.requirements.map(({ path }) => path));
  for (const replaced of mod.replacements.values()) named.add(replaced.path);
  for (const [path, versions] of zips) {
    if (named.has(path)) continue;
    const version = [...versions].reduce((highest, next) => isHigher(next, highest) ? next : highest);
    const line = mod.go?.line ?? mod.moduleLine;
    graph.add({ ...placed({ path, version }, line), source: import_chunk_31504B252.DEFAULT_REGISTRY, integrity: true });
  }
}
function isHigher(a, b) {
  const [left, right] = [(0, import_chunk_C3CB3CD9.parseSemver)(a), (0, import_chunk_C3CB3CD9.parseSemver)(b)];
  return left !== void 0 && (right === void 0 || (0, import_chunk_C3CB3CD9.compareSemver)(left, right) > 0);
}
function addStandardLibrary(graph, { go, toolchain }) {
  const told = toolchain ?? go;
  if (!told) return;
  const version = told.version.replace(/-.*$/, "");
  const index = graph.add({ ...placed({ path: "stdlib", version }, told.line), source: import_chunk_31504B252.DEFAULT_REGISTRY });
  graph.connect(import_chunk_31504B252.ROOT, index);
}
function readSums(text) {
  const zips = /* @__PURE__ */ new Map();
  for (const line of text.split("\n")) {
    const [path, version] = line.trim().split(/\s+/);
    if (path === void 0 || version === void 0 || version.endsWith("/go.mod")) continue;
    const known = zips.get(path);
    if (known) known.add(version);
    else zips.set(path, /* @__PURE__ */ new Set([version]));
  }
  return zips;
}
function parseGradleLines(file, scopeOf8) {
  const builder = new ContentBuilder();
  for (const { text, number: line } of (0, import_chunk_AAE3F7D8.eachLine)(file.text)) {
    const trimmed = text.trim();
    if (trimmed === "" || trimmed.startsWith("#") || trimmed.startsWith("empty=")) continue;
    const equals = trimmed.indexOf("=");
    const coordinates = (equals === -1 ? trimmed : trimmed.slice(0, equals)).split(":");
    const [group, artifact, version] = coordinates;
    if (coordinates.length !== 3 || !group || !artifact || !version) {
      builder.problem(line, `${quote(trimmed)} is not group:artifact:version=configurations`);
      continue;
    }
    const configurations = equals === -1 ? [] : trimmed.slice(equals + 1).split(",");
    const scope = scopeOf8(configurations.map((name) => name.trim()).filter((name) => name !== ""));
    builder.add({ ecosystem: "Maven", name: `${group}:${artifact}`, version, scope, line });
  }
  return builder.content();
}
function scopeOfConfigurations(configurations) {
  if (configurations.length === 0) return "unknown";
  if (configurations.every((name) => /test/i.test(name))) return "test";
  const isBuild = /annotationProcessor|^compileOnly|^kapt|^ksp|checkstyle|pmd|spotbugs|jacoco|detekt|ktlint/i;
  if (configurations.every((name) => isBuild.test(name) || /test/i.test(name))) return "build";
  return "prod";
}
var gradleLockfile = {
  id: "gradle.lockfile",
  ecosystems: ["Maven"],
  wants: (path) => /(?:^|\/)gradle\.lockfile$/.test(path) || /(?:^|\/)gradle\/dependency-locks\/[^/]+\.lockfile$/.test(path),
  parse: (file) => parseGradleLines(file, scopeOfConfigurations)
};
var buildscriptGradleLockfile = {
  id: "buildscript-gradle.lockfile",
  ecosystems: ["Maven"],
  wants: (path) => /(?:^|\/)(?:buildscript|settings)-gradle\.lockfile$/.test(path),
  parse: (file) => parseGradleLines(file, () => "build")
};
var juliaManifest = {
  id: "Manifest.toml",
  ecosystems: ["Julia"],
  wants: (path) => /(?:^|\/)(?:Julia)?Manifest(?:-v\d+(?:\.\d+)*)?\.toml$/.test(path),
  wantsBeside: (path) => /(?:^|\/)(?:Julia)?Project\.toml$/.test(path),
  parse: parseManifest2
};
async function parseManifest2(file, siblings) {
  const { root, builder } = openDocument(file, readToml(file.text));
  const format = (0, import_chunk_AAE3F7D82.textOf)({ line: 1, endLine: 1, value: root }, "manifest_format");
  if (format !== void 0 && !/^[12](?:\.|$)/.test(format)) {
    builder.problem(1, `manifest_format ${format} is not known (1 and 2 are)`, "LOCKFILE_UNSUPPORTED");
  }
  const tables = (0, import_chunk_AAE3F7D82.mapOf)(root.get("deps")) ?? root;
  const entries = [...addEntries(builder, tables)];
  connectEntries(builder, entries);
  await connectProject(builder, file.path, entries, siblings);
  return builder.content();
}
function* addEntries(builder, tables) {
  for (const [name, list] of tables) {
    for (const node of (0, import_chunk_AAE3F7D82.elementsOf)(list)) {
      if (!(0, import_chunk_AAE3F7D82.isWhole)(node) || !(0, import_chunk_AAE3F7D82.mapOf)(node)) continue;
      const source = sourceOf7(node);
      const version = (0, import_chunk_AAE3F7D82.textOf)(node, "version") ?? "";
      if (version === "" && source.kind === "registry") continue;
      const { line, endLine } = node;
      const position = builder.add({
        ecosystem: "Julia",
        name,
        version,
        source,
        scope: "prod",
        line,
        endLine
      });
      yield { name, node, position };
    }
  }
}
function sourceOf7(node) {
  const path = (0, import_chunk_AAE3F7D82.textOf)(node, "path");
  if (path !== void 0) return { kind: "path", path };
  const url = (0, import_chunk_AAE3F7D82.textOf)(node, "repo-url");
  if (url === void 0) return import_chunk_31504B252.DEFAULT_REGISTRY;
  return { kind: "git", url, commit: (0, import_chunk_AAE3F7D82.textOf)(node, "git-tree-sha1") ?? null };
}
function connectEntries(builder, entries) {
  const find = finderOf(entries);
  for (const { node, position } of entries) {
    const deps = (0, import_chunk_AAE3F7D82.memberOf)(node, "deps");
    for (const name of (0, import_chunk_AAE3F7D82.textsOf)(deps)) builder.connect(position, find(name, void 0));
    for (const [name, uuid] of (0, import_chunk_AAE3F7D82.membersOf)(deps)) builder.connect(position, find(name, uuid.value));
  }
}
function finderOf(entries) {
  const places = /* @__PURE__ */ new Map();
  for (const { name, node, position } of entries) {
    places.set(name, position);
    places.set(`${name}=${(0, import_chunk_AAE3F7D82.textOf)(node, "uuid")}`, position);
  }
  return (name, uuid) => places.get(typeof uuid === "string" ? `${name}=${uuid}` : name);
}
async function connectProject(builder, path, entries, siblings) {
  const folder = path.slice(0, path.lastIndexOf("/") + 1);
  const project = await siblings.read(`${folder}JuliaProject.toml`) ?? await siblings.read(`${folder}Project.toml`);
  if (!project) return;
  const find = finderOf(entries);
  for (const [name, uuid] of (0, import_chunk_AAE3F7D82.membersOf)((0, import_chunk_AAE3F7D82.memberOf)(readToml(project.text).root, "deps"))) {
    builder.connectRoot(find(name, uuid.value));
  }
  builder.markDirect();
}
function indexLines(text) {
  const starts = startsOfLines(text);
  const lineAt = (offset) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = low + high + 1 >> 1;
      if (starts[middle] <= offset) low = middle;
      else high = middle - 1;
    }
    return low + 1;
  };
  return { lineAt, columnAt: (offset) => offset - starts[lineAt(offset) - 1] + 1 };
}
function startsOfLines(text) {
  let starts = new Uint32Array(1024);
  let count = 1;
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) {
    if (count === starts.length) {
      const grown = new Uint32Array(count * 2);
      grown.set(starts);
      starts = grown;
    }
    starts[count++] = at + 1;
  }
  return starts.subarray(0, count);
}
function* scanTokens(text, patterns) {
  const skipped = new RegExp(patterns.skipped);
  const token = new RegExp(patterns.token);
  for (let at = 0; at < text.length; ) {
    skipped.lastIndex = at;
    if (skipped.test(text) && skipped.lastIndex > at) {
      at = skipped.lastIndex;
      continue;
    }
    token.lastIndex = at;
    const match = token.exec(text);
    if (!match) return void 0;
    yield { groups: match.slice(1), offset: at };
    at = Math.max(token.lastIndex, at + 1);
  }
  return void 0;
}
var luarocksLock = {
  id: "luarocks.lock",
  ecosystems: [],
  wants: (path) => path === "luarocks.lock" || path.endsWith("/luarocks.lock"),
  parse: parseLuarocksLock
};
var SCOPES = /* @__PURE__ */ new Map([
  ["dependencies", "prod"],
  ["build_dependencies", "build"],
  ["test_dependencies", "test"]
]);
var PATTERNS = {
  skipped: /\s+|--[^\n]*/y,
  token: /"([^"\\\n]*(?:\\.[^"\\\n]*)*)"|'([^'\\\n]*(?:\\.[^'\\\n]*)*)'|([A-Za-z_]\w*)|([{}[\]=,;])/y
};
function parseLuarocksLock(file) {
  const { lineAt } = indexLines(file.text);
  const builder = new ContentBuilder();
  const tokens = tokensOf(file.text);
  const first = tokens.next().value;
  const second = tokens.next().value;
  if (first?.text !== "return" || second?.text !== "{") throw lockfileError(file.path, 1, "expected return {");
  const path = [];
  let key;
  let previous;
  let depth = 1;
  for (const token of tokens) {
    if (token.kind === "mark") {
      if (token.text === "=") key = previous?.text;
      else if (token.text === "{") path[depth++] = key ?? "";
      else if (token.text === "}") depth--;
      else if (token.text === "[" || token.text === "]") continue;
      if (depth === 0) return builder.content();
      if (token.text !== "=") key = void 0;
    } else if (key === void 0) previous = token;
    else {
      addRock(builder, depth === 2 ? path[1] : void 0, key, token, lineAt(token.offset));
      key = void 0;
    }
  }
  builder.problem(lineAt(lastOffset(file.text)), 'it breaks off before the closing "}"');
  return builder.content();
}
function* tokensOf(text) {
  for (const { groups, offset } of scanTokens(text, PATTERNS)) {
    const [double, single, word, mark] = groups;
    if (word !== void 0) yield { kind: "word", text: word, offset };
    else if (mark !== void 0) yield { kind: "mark", text: mark, offset };
    else yield { kind: "string", text: double ?? single ?? "", offset };
  }
  return void 0;
}
function lastOffset(text) {
  return Math.max(0, text.trimEnd().length - 1);
}
function addRock(builder, section, name, version, line) {
  const scope = section === void 0 ? void 0 : SCOPES.get(section);
  if (scope === void 0) return;
  if (version.kind !== "string" || version.text === "") builder.problem(line, `${quote(name)} has no version`);
  else builder.add({ ecosystem: "", name, version: version.text, scope, line });
}
var TermSyntaxError = class extends Error {
  offset;
  constructor(message, offset) {
    super(message);
    this.name = "TermSyntaxError";
    this.offset = offset;
  }
};
var MAX_DEPTH = 256;
var CLOSE = { "{": "}", "[": "]", "%{": "}", "#{": "}", "<<": ">>" };
var OPENING = /%\{|#\{|<<|[{[]/y;
var ATOM = /[\p{L}_][\p{L}\p{N}_@]*[?!]?/uy;
var NUMBER2 = /-?\d[\d_]*(?:\.\d+(?:[eE][+-]?\d+)?)?/y;
var TermReader = class {
  text;
  dialect;
  #at = 0;
  #depth = 0;
  constructor(text, dialect) {
    this.text = text;
    this.dialect = dialect;
  }
  get offset() {
    return this.#at;
  }
  /** Whether only white space and comments follow. */
  isAtEnd() {
    this.#space();
    return this.#at >= this.text.length;
  }
  /** Consumes the mark if it comes next. */
  accept(mark) {
    this.#space();
    if (!this.text.startsWith(mark, this.#at)) return false;
    this.#at += mark.length;
    return true;
  }
  /** One term; a pair where `:` or `=>` follows it. @throws {TermSyntaxError} */
  read() {
    const key = this.#readPlain();
    const isKeyword = this.#atKeyword(key);
    if (!isKeyword && !this.accept("=>")) return key;
    if (isKeyword) this.#at++;
    const value = this.#readPlain();
    return { kind: "pair", key, value, start: key.start, end: value.end };
  }
  /** Behind the next of `marks` on this level of text, so that reading goes on after a broken entry. */
  skipLine() {
    const end = this.text.indexOf("\n", this.#at);
    this.#at = end === -1 ? this.text.length : end + 1;
    this.#depth = 0;
  }
  #atKeyword(key) {
    if (this.dialect !== "elixir" || key.kind !== "atom" && key.kind !== "text") return false;
    return this.text[this.#at] === ":" && this.text[this.#at + 1] !== ":";
  }
  #readPlain() {
    this.#space();
    const start = this.#at;
    const opening = this.#match(OPENING);
    if (opening !== void 0) return this.#readItems(opening, start);
    const char = this.text[this.#at];
    if (char === '"') return this.#readQuoted("text", '"', start);
    if (char === "'") return this.#readQuoted(this.dialect === "erlang" ? "atom" : "text", "'", start);
    const number = this.#match(NUMBER2);
    if (number !== void 0) return { kind: "number", text: number, start, end: this.#at };
    return this.#readAtom(start);
  }
  #readAtom(start) {
    const hasColon = this.dialect === "elixir" && this.text[this.#at] === ":";
    if (hasColon) this.#at++;
    if (hasColon && this.text[this.#at] === '"') return this.#readQuoted("atom", '"', start);
    const text = this.#match(ATOM);
    if (text === void 0) return this.#fail("expected a term");
    return { kind: "atom", text, start, end: this.#at };
  }
  #readItems(opening, start) {
    if (++this.#depth > MAX_DEPTH) this.#fail(`nested deeper than ${MAX_DEPTH}`);
    const close = CLOSE[opening];
    const items = [];
    while (!this.accept(close)) {
      if (items.length > 0 && !this.accept(",")) this.#fail(`expected "," or "${close}"`);
      if (this.accept(close)) break;
      items.push(this.read());
    }
    this.#depth--;
    const end = this.#at;
    if (opening === "<<") return { kind: "text", text: binaryText(items), start, end };
    const kind = opening === "[" ? "list" : opening === "{" ? "tuple" : "map";
    return { kind, items, start, end };
  }
  #readQuoted(kind, quote8, start) {
    let text = "";
    let from = ++this.#at;
    for (; ; ) {
      const char = this.text[this.#at];
      if (char === void 0) return this.#fail("a string has no end", start);
      if (char === quote8) break;
      if (char === "#" && this.dialect === "elixir" && this.text[this.#at + 1] === "{") {
        return this.#fail("a string is interpolated");
      }
      if (char === "\\") {
        text += this.text.slice(from, this.#at) + unescaped(this.text[this.#at + 1]);
        this.#at += 2;
        from = this.#at;
      } else this.#at++;
    }
    text += this.text.slice(from, this.#at++);
    return { kind, text, start, end: this.#at };
  }
  #space() {
    const comment = this.dialect === "elixir" ? "#" : "%";
    for (; ; ) {
      const char = this.text[this.#at];
      if (char === " " || char === "\n" || char === "\r" || char === "	") this.#at++;
      else if (char === comment && !(comment === "%" && this.text[this.#at + 1] === "{")) this.#endOfLine();
      else return;
    }
  }
  #endOfLine() {
    const end = this.text.indexOf("\n", this.#at);
    this.#at = end === -1 ? this.text.length : end;
  }
  #match(pattern) {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.text)?.[0];
    if (found !== void 0) this.#at += found.length;
    return found;
  }
  #fail(message, offset = this.#at) {
    const why = this.#at >= this.text.length ? "the file ends in the middle of a term" : message;
    throw new TermSyntaxError(why, offset);
  }
};
function binaryText(items) {
  return items.map((item) => item.kind === "text" ? item.text : "").join("");
}
function unescaped(char) {
  if (char === "n") return "\n";
  if (char === "t") return "	";
  return char ?? "";
}
function termText(term) {
  return term?.kind === "text" || term?.kind === "atom" ? term.text : void 0;
}
function termItems(term) {
  return term && "items" in term ? term.items : [];
}
function keywordItems(list, key) {
  for (const item of termItems(list)) {
    const [name, value] = termItems(item);
    if (item.kind === "tuple" && termText(name) === key) return termItems(value);
  }
  return [];
}
var mixLock = {
  id: "mix.lock",
  ecosystems: ["Hex"],
  wants: (path) => path === "mix.lock" || path.endsWith("/mix.lock"),
  parse: parseMixLock
};
function parseMixLock(file) {
  const reader = new TermReader(file.text, "elixir");
  const { lineAt } = indexLines(file.text);
  const reading = { builder: new ContentBuilder(), lineAt, places: /* @__PURE__ */ new Map(), requests: [] };
  if (reader.isAtEnd()) throw lockfileError(file.path, 1, 'it is empty, expected "%{"');
  if (!reader.accept("%{")) throw lockfileError(file.path, lineAt(reader.offset), 'expected "%{"');
  readEntries(reader, reading);
  for (const { from, names } of reading.requests) {
    for (const name of names) reading.builder.connect(from, reading.places.get(name));
  }
  reading.builder.assumeRoots();
  return reading.builder.content();
}
var MAX_BROKEN = 1e3;
function readEntries(reader, reading) {
  let broken2 = 0;
  while (!reader.accept("}")) {
    if (reader.isAtEnd()) {
      reading.builder.problem(reading.lineAt(reader.offset), 'the file ends before the closing "}"');
      return;
    }
    const start = reader.offset;
    try {
      addEntry(reading, reader.read());
      if (!reader.accept(",") && !reader.accept("}")) throw new TermSyntaxError('expected ","', reader.offset);
      else if (reader.text[reader.offset - 1] === "}") break;
    } catch (error) {
      if (!(error instanceof TermSyntaxError)) throw error;
      reading.builder.problem(reading.lineAt(error.offset), error.message);
      if (++broken2 > MAX_BROKEN) return;
      if (reader.offset <= start || reading.lineAt(reader.offset) === reading.lineAt(start)) reader.skipLine();
    }
  }
  if (!reader.isAtEnd()) {
    reading.builder.problem(reading.lineAt(reader.offset), "something follows the map");
  }
}
function addEntry(reading, entry) {
  const line = reading.lineAt(entry.start);
  const app = entry.kind === "pair" ? termText(entry.key) : void 0;
  if (entry.kind !== "pair" || app === void 0) {
    reading.builder.problem(line, 'expected "name": {\u2026}');
    return;
  }
  if (reading.places.has(app)) reading.builder.problem(line, `${quote(app)} stands twice`);
  const position = addPackage3(reading, app, entry.value, { line, endLine: reading.lineAt(entry.end - 1) });
  if (position !== void 0) reading.places.set(app, position);
}
function addPackage3(reading, app, value, place) {
  const parts = value.kind === "tuple" ? value.items : [];
  const kind = termText(parts[0]);
  if (kind === "hex") return addHexPackage(reading, app, parts, place);
  if (kind === "git") {
    const url = termText(parts[1]) ?? "";
    const source = { kind: "git", url, commit: termText(parts[2]) ?? null };
    return reading.builder.add({ ecosystem: "Hex", name: app, version: "", source, ...place });
  }
  reading.builder.problem(place.line, `${quote(app)} is neither from hex nor from git`);
  return void 0;
}
function addHexPackage(reading, app, parts, place) {
  const version = parts[2]?.kind === "text" ? parts[2].text : void 0;
  if (version === void 0) {
    reading.builder.problem(place.line, `${quote(app)} has no version`);
    return void 0;
  }
  const position = reading.builder.add({
    ecosystem: "Hex",
    name: termText(parts[1]) ?? app,
    version,
    source: sourceOf8(termText(parts[6])),
    integrity: (termText(parts[7]) ?? termText(parts[3]) ?? "") !== "",
    ...place
  });
  const names = termItems(parts[5]).flatMap((dependency) => termText(termItems(dependency)[0]) ?? []);
  reading.requests.push({ from: position, names });
  return position;
}
function sourceOf8(repository) {
  if (repository === void 0 || repository === "hexpm") return import_chunk_31504B252.DEFAULT_REGISTRY;
  return { kind: "registry", url: repository };
}
function packageItemsOf(project, names) {
  const items = [];
  for (const element of descendantsOf(project)) {
    if (!element.isWhole || !names.has(element.name)) continue;
    const name = (element.attributes.get("Include") ?? element.attributes.get("Update") ?? "").trim();
    if (name === "") continue;
    const isPrivate = /^all$/i.test(partOf(element, "PrivateAssets") ?? "");
    items.push({ element, name, version: partOf(element, "Version"), isPrivate });
  }
  return items;
}
function partOf(element, name) {
  return element.attributes.get(name)?.trim() || (0, import_chunk_AAE3F7D82.childText)(element, name);
}
function propertiesOf(project) {
  const values = /* @__PURE__ */ new Map();
  const open = /* @__PURE__ */ new Set();
  for (const group of descendantsOf(project)) {
    if (group.name !== "PropertyGroup") continue;
    for (const { name, text, isWhole: isWhole2 } of group.children) {
      const key = name.toLowerCase();
      if (!isWhole2 || values.has(key) && values.get(key) !== text) open.add(key);
      else values.set(key, text);
    }
  }
  for (const key of open) values.delete(key);
  return values;
}
function* descendantsOf(element) {
  const stack = [...element.children].reverse();
  for (let next = stack.pop(); next; next = stack.pop()) {
    yield next;
    for (let at = next.children.length - 1; at >= 0; at--) stack.push(next.children[at]);
  }
}
function addItem(builder, item, properties) {
  const { element, name } = item;
  const { version, why } = versionOf2(item.version ?? "", properties);
  if (why !== void 0) {
    builder.problem(element.line, `the version of ${quote(name)} ${why}`, "LOCKFILE_UNRESOLVED");
  }
  const { line, endLine } = element;
  const scope = item.isPrivate ? "dev" : "prod";
  builder.connectRoot(builder.add({ ecosystem: "NuGet", name, version, scope, direct: true, line, endLine }));
}
function versionOf2(written, properties) {
  const text = substitute(written, properties);
  if (text === void 0)
    return { version: "", why: `needs a property that is not set here: ${quote(written)}` };
  if (/^[^[(\]),*$\s]+$/.test(text)) return { version: text };
  const [, lowest, isExact] = /^\[\s*([^,[\]()*\s]+)\s*(?:(\])|,)/.exec(text) ?? [];
  if (lowest !== void 0 && isExact) return { version: lowest };
  const why = `is ${text === "" ? "not set" : `a range, ${quote(text)}`}`;
  return lowest === void 0 ? { version: "", why } : { version: lowest, why: `${why}: it is judged at its lowest` };
}
function substitute(written, properties) {
  let isWhole2 = true;
  const text = written.replace(/\$\(([^()]*)\)/g, (_, name) => {
    const value = properties.get(name.trim().toLowerCase());
    if (value === void 0 || value.includes("$(")) isWhole2 = false;
    return value ?? "";
  });
  return isWhole2 && !text.includes("$(") ? text : void 0;
}
function openXml(file, name) {
  const { root, broken: broken2 } = (0, import_chunk_AAE3F7D82.readXmlTree)(file.text);
  if (root?.name !== name) {
    throw lockfileError(file.path, broken2?.line ?? root?.line ?? 1, broken2?.message ?? `expected <${name}>`);
  }
  const builder = new ContentBuilder();
  if (broken2) builder.problem(broken2.line, broken2.message);
  return { root, builder };
}
var directoryPackagesProps = {
  id: "Directory.Packages.props",
  ecosystems: ["NuGet"],
  wants: (path) => /(?:^|\/)Directory\.Packages\.props$/i.test(path),
  parse: (file) => parseItems(file, /* @__PURE__ */ new Set(["PackageVersion", "GlobalPackageReference", "PackageReference"]))
};
var msbuildProject = {
  id: "csproj",
  ecosystems: ["NuGet"],
  wants: () => false,
  parse: (file) => parseItems(file, /* @__PURE__ */ new Set(["PackageReference"]))
};
function parseItems(file, names) {
  const { root, builder } = openXml(file, "Project");
  const properties = propertiesOf(root);
  for (const item of packageItemsOf(root, names)) {
    if (item.version !== void 0) addItem(builder, item, properties);
  }
  return builder.content();
}
var nimbleLock = {
  id: "nimble.lock",
  ecosystems: [],
  wants: (path) => path === "nimble.lock" || path.endsWith("/nimble.lock"),
  parse: parseNimbleLock
};
function parseNimbleLock(file) {
  const { root, builder } = openDocument(file, (0, import_chunk_AAE3F7D82.readJson)(file.text));
  const packages = (0, import_chunk_AAE3F7D82.mapOf)(root.get("packages"));
  if (!packages) throw lockfileError(file.path, 1, 'it has no object "packages"');
  const places = /* @__PURE__ */ new Map();
  for (const [name, node] of packages) {
    if ((0, import_chunk_AAE3F7D82.isWhole)(node)) places.set(name, addPackage4(builder, name, node));
  }
  for (const [name, node] of packages) {
    const from = places.get(name);
    for (const dependency of from === void 0 ? [] : (0, import_chunk_AAE3F7D82.textsOf)((0, import_chunk_AAE3F7D82.memberOf)(node, "dependencies"))) {
      builder.connect(from, places.get(dependency));
    }
  }
  builder.assumeRoots();
  return builder.content();
}
function addPackage4(builder, name, node) {
  const { line, endLine } = node;
  const version = (0, import_chunk_AAE3F7D82.textOf)(node, "version") ?? "";
  if (version === "") builder.problem(line, `${quote(name)} has no version`);
  const integrity = [...(0, import_chunk_AAE3F7D82.membersOf)((0, import_chunk_AAE3F7D82.memberOf)(node, "checksums"))].length > 0;
  const source = sourceOf9(node);
  return builder.add({ ecosystem: "", name, version, source, scope: "prod", integrity, line, endLine });
}
function sourceOf9(node) {
  const url = (0, import_chunk_AAE3F7D82.textOf)(node, "url");
  if (url === void 0) return import_chunk_31504B252.DEFAULT_REGISTRY;
  return { kind: "git", url, commit: (0, import_chunk_AAE3F7D82.textOf)(node, "vcsRevision") ?? null };
}
var opamLocked = {
  id: "opam.locked",
  ecosystems: [],
  wants: (path) => /(?:^|[/.])opam\.locked$/.test(path),
  parse: parseOpamLocked
};
var PATTERNS2 = {
  skipped: /\s+|#[^\n]*|\(\*[\s\S]*?\*\)/y,
  token: /"""([\s\S]*?)"""|"([^"\\]*(?:\\[\s\S][^"\\]*)*)"|([A-Za-z_][\w-]*:?)|([[\]{}()])|([^\s"[\]{}()#]+)/y
};
function parseOpamLocked(file) {
  const { lineAt } = indexLines(file.text);
  const builder = new ContentBuilder();
  const tokens = [...tokensOf2(file.text)];
  const sources = sourcesOf(fieldOf(tokens, "pin-depends:"));
  const depends = fieldOf(tokens, "depends:");
  if (!depends) builder.problem(1, 'it has no field "depends"');
  for (const item of itemsOf(depends ?? [])) addItem2(builder, sources, item, lineAt(item.name.offset));
  if (depends && depends.at(-1)?.text !== "]") {
    builder.problem(lineAt(file.text.length), 'it breaks off before the closing "]"');
  }
  return builder.content();
}
function* tokensOf2(source) {
  for (const { groups, offset } of scanTokens(source, PATTERNS2)) {
    const [long, short, word, mark, other] = groups;
    const text = long ?? short;
    if (text !== void 0) yield { kind: "text", text, offset };
    else if (word?.endsWith(":")) yield { kind: "field", text: word, offset };
    else if (mark !== void 0) yield { kind: "mark", text: mark, offset };
    else yield { kind: "other", text: word ?? other ?? "", offset };
  }
}
function fieldOf(tokens, name) {
  const field = tokens.findIndex((token) => token.kind === "field" && token.text === name);
  if (field === -1) return void 0;
  let depth = 0;
  for (let at = field + 1; at < tokens.length; at++) {
    const token = tokens[at];
    if (token.kind === "mark") depth += "[{(".includes(token.text) ? 1 : -1;
    if (depth <= 0) return tokens.slice(field + 1, at + 1);
  }
  return tokens.slice(field + 1);
}
function* itemsOf(list) {
  for (let at = 0; at < list.length; at++) {
    const name = list[at];
    if (name.kind !== "text") continue;
    let end = at + 1;
    if (list[end]?.text === "{") while (end < list.length && list[end]?.text !== "}") end++;
    yield { name, filter: list.slice(at + 1, end) };
    at = list[at + 1]?.text === "{" ? end : at;
  }
}
function addItem2(builder, sources, { name, filter }, line) {
  const equals = filter.findIndex((token) => token.kind === "other" && token.text === "=");
  const version = filter[equals + 1];
  const pinned = equals !== -1 && version?.kind === "text" ? version.text : void 0;
  if (pinned === void 0) {
    builder.problem(line, `${quote(name.text)} is not pinned to one version`, "LOCKFILE_UNRESOLVED");
  }
  builder.add({
    ecosystem: "",
    name: name.text,
    version: pinned ?? "",
    source: sources.get(name.text) ?? import_chunk_31504B252.DEFAULT_REGISTRY,
    scope: scopeOf(filter),
    line
  });
}
function scopeOf(filter) {
  const has = (word) => filter.some(({ kind, text }) => kind === "other" && text === word);
  if (has("with-test")) return "test";
  if (has("with-doc") || has("with-dev-setup")) return "dev";
  return has("build") ? "build" : "prod";
}
function sourcesOf(list) {
  const sources = /* @__PURE__ */ new Map();
  const texts = (list ?? []).filter(({ kind }) => kind === "text").map(({ text }) => text);
  for (let at = 0; at + 1 < texts.length; at += 2) {
    const [name = ""] = texts[at].split(".", 1);
    const [url = "", commit = null] = texts[at + 1].split("#");
    sources.set(name, url.startsWith("git") ? { kind: "git", url, commit } : { kind: "url", url });
  }
  return sources;
}
var NAME = 0;
var VERSION = 1;
var SOURCE = 2;
var LINE = 3;
var COLUMN = 4;
var END_LINE = 5;
var LICENCE = 6;
var FLAGS = 7;
var WIDTH = 8;
var SCOPES2 = ["prod", "dev", "optional", "peer", "test", "build", "unknown"];
var SCOPE_BITS = 7;
var DIRECT_SHIFT = 3;
var INTEGRITY_SHIFT = 5;
var INSTALL_SCRIPT_SHIFT = 7;
var ANSWERS = [void 0, false, true];
var PackedPackages = class {
  #ecosystem;
  #texts;
  #rows = new import_chunk_31504B252.PackedRows(WIDTH);
  /** Few: registries, for the most part, each once. */
  #sources = [];
  #registries = /* @__PURE__ */ new Map();
  #shared = new import_chunk_31504B25.SharedTexts();
  /** @param ecosystem of them all @param texts may be shared with others */
  constructor(ecosystem, texts) {
    this.#ecosystem = ecosystem;
    this.#texts = texts;
  }
  get length() {
    return this.#rows.length;
  }
  add(one) {
    const row = this.#rows.add();
    const flags = SCOPES2.indexOf(one.scope) | answerOf(one.direct ?? void 0) << DIRECT_SHIFT | answerOf(one.integrity) << INTEGRITY_SHIFT | answerOf(one.hasInstallScript) << INSTALL_SCRIPT_SHIFT;
    this.#rows.set(row, NAME, this.#texts.add(one.name));
    this.#rows.set(row, VERSION, this.#texts.add(one.version));
    this.#rows.set(row, SOURCE, this.#sourceNumber(one.source));
    this.#rows.set(row, LINE, one.line);
    this.#rows.set(row, COLUMN, one.column ?? 0);
    this.#rows.set(row, END_LINE, one.endLine);
    if (one.licence !== void 0) this.#rows.set(row, LICENCE, this.#texts.add(one.licence) + 1);
    this.#rows.set(row, FLAGS, flags);
  }
  at(position) {
    const rows = this.#rows;
    const flags = rows.get(position, FLAGS);
    const column = rows.get(position, COLUMN);
    const integrity = ANSWERS[flags >> INTEGRITY_SHIFT & 3];
    const hasInstallScript = ANSWERS[flags >> INSTALL_SCRIPT_SHIFT & 3];
    const licence = rows.get(position, LICENCE);
    return {
      ecosystem: this.#ecosystem,
      name: this.#texts.at(rows.get(position, NAME)),
      version: this.#texts.at(rows.get(position, VERSION)),
      source: this.#sources[rows.get(position, SOURCE)],
      scope: SCOPES2[flags & SCOPE_BITS],
      direct: ANSWERS[flags >> DIRECT_SHIFT & 3] ?? null,
      line: rows.get(position, LINE),
      ...column === 0 ? {} : { column },
      endLine: rows.get(position, END_LINE),
      ...integrity === void 0 ? {} : { integrity },
      ...hasInstallScript === void 0 ? {} : { hasInstallScript },
      ...licence === 0 ? {} : { licence: this.#texts.at(licence - 1) }
    };
  }
  *[Symbol.iterator]() {
    for (let position = 0; position < this.length; position++) yield this.at(position);
  }
  #sourceNumber(source) {
    const known = source.kind === "registry" ? this.#registries.get(source.url) : void 0;
    if (known !== void 0) return known;
    const own = this.#shared.source(source);
    const number = this.#sources.push(own) - 1;
    if (own.kind === "registry") this.#registries.set(own.url, number);
    return number;
  }
};
function answerOf(answer) {
  return ANSWERS.indexOf(answer);
}
var import_satisfies = (0, import_cli2.__toESM)((0, import_chunk_VYXZ2XSH.require_satisfies)(), 1);
var import_valid = (0, import_cli2.__toESM)((0, import_chunk_VYXZ2XSH.require_valid)(), 1);
var import_valid2 = (0, import_cli2.__toESM)((0, import_chunk_VYXZ2XSH.require_valid2)(), 1);
function findDisagreements(asked, recorded, installed) {
  const found = [];
  const recordedSpecs = recorded && new Map(recorded.map((request) => [request.name, request.spec]));
  const seen = /* @__PURE__ */ new Set();
  for (const { name, spec, kind } of asked) {
    if (kind === "peer" || seen.has(name)) continue;
    seen.add(name);
    const disagreement = recordedSpecs ? compareRecorded(name, spec, recordedSpecs.get(name)) : compareInstalled(name, spec, kind, installed(name));
    if (disagreement) found.push({ name, ...disagreement });
  }
  return found;
}
function compareRecorded(name, spec, recorded) {
  if (recorded === spec) return void 0;
  if (recorded === void 0)
    return { message: `package.json asks for ${name}@${spec}, the lockfile does not` };
  return { message: `package.json asks for ${name}@${spec}, the lockfile was made for ${name}@${recorded}` };
}
function compareInstalled(name, spec, kind, held) {
  if (!held) {
    if (kind === "optional") return void 0;
    return { message: `package.json asks for ${name}@${spec}, the lockfile does not have it` };
  }
  const range = (0, import_valid2.default)(spec);
  if (range === null || held.source.kind !== "registry" || (0, import_valid.default)(held.version) === null) return void 0;
  if ((0, import_satisfies.default)(held.version, range, { includePrerelease: true })) return void 0;
  return {
    line: held.line,
    message: `package.json asks for ${name}@${spec}, the lockfile holds ${held.version}`
  };
}
var Places = class {
  #texts;
  /** Positions plus 1 of those of the tree's own `node_modules`: almost all. */
  #top = new Uint32Array(0);
  #nested = /* @__PURE__ */ new Map();
  /** @param texts has the names */
  constructor(texts) {
    this.#texts = texts;
  }
  add(location, index) {
    const { folder, name } = splitPlace(location);
    const number = this.#texts.add(name);
    if (folder !== "") {
      const nested = this.#nested.get(number) ?? /* @__PURE__ */ new Map();
      this.#nested.set(number, nested.set(folder, index));
      return;
    }
    if (number >= this.#top.length) {
      const grown = new Uint32Array(Math.max(number + 1, this.#top.length * 2));
      grown.set(this.#top);
      this.#top = grown;
    }
    this.#top[number] = index + 1;
  }
  /** What `require(name)` finds from a package at this place; `undefined` where none is installed. */
  find(from, name) {
    const nested = this.#nested.get(name);
    if (nested) {
      for (let folder = from; folder !== ""; folder = folderAbove(folder)) {
        const index = nested.get(folder);
        if (index !== void 0) return index;
      }
    }
    const top = this.#top[name] ?? 0;
    return top === 0 ? void 0 : top - 1;
  }
};
function folderAbove(folder) {
  const above = folder.slice(0, Math.max(0, folder.lastIndexOf("/")));
  if (above === "node_modules") return "";
  return above.endsWith("/node_modules") ? above.slice(0, -"/node_modules".length) : above;
}
function splitPlace(location) {
  const marker = location.lastIndexOf("node_modules/");
  const name = location.slice(marker + "node_modules/".length);
  return { folder: marker <= 0 ? "" : location.slice(0, marker - 1), name };
}
function nameOfPlace(location) {
  if (isInstalled(location)) return splitPlace(location).name;
  const parts = location.split("/");
  const last = parts.at(-1);
  const scope = parts.at(-2);
  return scope?.startsWith("@") ? `${scope}/${last}` : last;
}
function isInstalled(location) {
  return location.startsWith("node_modules/") || location.includes("/node_modules/");
}
function originOf(entry, name, spec) {
  return entry.legacy ? legacyOrigin(entry, name) : modernOrigin(entry, name, spec);
}
function modernOrigin(entry, name, spec) {
  const resolved = entry.resolved ?? "";
  const version = entry.version || (versionOfTarball(resolved, name) ?? "");
  const git2 = gitSource2(resolved);
  if (git2) return { source: git2, version };
  if (resolved.startsWith("file:")) return { source: { kind: "path", path: resolved.slice(5) }, version };
  if (spec !== void 0 && /^https?:/i.test(spec)) return { source: { kind: "url", url: resolved }, version };
  return { source: { kind: "registry", url: registryOf2(resolved, name) }, version };
}
function legacyOrigin(entry, name) {
  const version = entry.version ?? "";
  const git2 = gitSource2(version);
  if (git2) return { source: git2, version: "" };
  if (version.startsWith("file:")) return { source: { kind: "path", path: version.slice(5) }, version: "" };
  if (/^https?:/i.test(version)) return tarballOrigin(version, name);
  const resolved = entry.resolved ?? "";
  const resolvedGit = gitSource2(resolved);
  if (resolvedGit) return { source: resolvedGit, version };
  const alias = /^npm:(.+)@([^@]*)$/.exec(version);
  const real = alias?.[1] ?? name;
  const source = { kind: "registry", url: registryOf2(resolved, real) };
  if (alias) return { source, version: alias[2], name: real };
  return { source, version: version || (versionOfTarball(resolved, real) ?? "") };
}
function tarballOrigin(url, name) {
  const version = versionOfTarball(url, name);
  if (version === void 0) return { source: { kind: "url", url }, version: "" };
  return { source: { kind: "registry", url: registryOf2(url, name) }, version };
}
var HOSTED = /^(?:github|gitlab|bitbucket|gist):/i;
function gitSource2(text) {
  const isGit = /^git(?:\+[a-z]+)?:/i.test(text) || HOSTED.test(text) || /^(?:https?|ssh):[^#]*\.git(?:#|$)/i.test(text);
  if (!isGit) return void 0;
  const hash = text.indexOf("#");
  const url = hash === -1 ? text : text.slice(0, hash);
  return { kind: "git", url, commit: hash === -1 ? null : text.slice(hash + 1) };
}
function registryOf2(resolved, name) {
  if (resolved === "") return null;
  const unescaped2 = resolved.replace(/%2f/gi, "/");
  const tarball = unescaped2.indexOf(`/${name}/-/`);
  if (tarball !== -1) return unescaped2.slice(0, tarball + 1);
  return /^[a-z]+:\/\/[^/]*\//i.exec(resolved)?.[0] ?? null;
}
function buildContent(document, manifest) {
  const { entries } = document;
  const rows = rowsOfPackages(entries);
  const places = indexPlaces(entries, rows);
  const rootRequests = document.root?.requests ?? manifest?.requests ?? [];
  const resolution = resolveEdges(entries, rows, places, rootRequests);
  const known = document.root !== void 0 || manifest !== void 0;
  if (!known) markUnrequired(entries, rows, resolution);
  const packages = new PackedPackages("npm", entries.texts);
  const errors = problemsOf(document);
  for (const [index, row] of rows.entries()) {
    const entry = entries.at(row);
    const spec = resolution.specs[index];
    const found = toPackage(
      entry,
      spec === 0 ? void 0 : entries.texts.at(spec - 1),
      resolution.direct[index] === 1 ? true : known ? false : null
    );
    packages.add(found);
    const problem = found.version === "" ? withoutVersion(entry) : void 0;
    if (problem) errors.push(problem);
  }
  const disagreements = disagreementsOf(document, manifest, places, packages);
  return {
    packages,
    edges: resolution.edges,
    errors: [...errors, ...unknownVersion(document)],
    disagreements
  };
}
function rowsOfPackages(entries) {
  const rows = new Uint32Array(entries.length);
  let count = 0;
  for (let row = 0; row < entries.length; row++) if (!entries.isLink(row)) rows[count++] = row;
  return rows.subarray(0, count);
}
function indexPlaces(entries, rows) {
  const places = new Places(entries.texts);
  const members = /* @__PURE__ */ new Map();
  for (const [index, row] of rows.entries()) {
    const location = entries.locationAt(row);
    if (isInstalled(location)) places.add(location, index);
    else members.set(location, index);
  }
  for (let row = 0; row < entries.length; row++) {
    if (!entries.isLink(row)) continue;
    const { location, resolved } = entries.at(row);
    const target = resolved === void 0 ? void 0 : members.get(resolved);
    if (target !== void 0 && isInstalled(location)) places.add(location, target);
  }
  return places;
}
function resolveEdges(entries, rows, places, rootRequests) {
  const { texts } = entries;
  const resolution = {
    edges: new import_chunk_31504B25.PackedEdges(texts),
    direct: new Uint8Array(rows.length),
    required: new Uint8Array(rows.length),
    specs: new Uint32Array(rows.length)
  };
  const asked = rootRequests.map(({ name, spec, kind }) => ({
    name: texts.add(name),
    spec: texts.add(spec),
    kind
  }));
  connect(resolution, places, import_chunk_31504B252.ROOT, "", asked, true);
  for (const [index, row] of rows.entries()) {
    const location = entries.locationAt(row);
    connect(resolution, places, index, location, entries.requestsAt(row), !isInstalled(location));
  }
  return resolution;
}
function connect(into, places, from, location, requests, isProject) {
  const seen = /* @__PURE__ */ new Set();
  for (const { name, spec, kind } of requests) {
    if (kind === "dev" && !isProject) continue;
    const to = places.find(location, name);
    if (to === void 0 || to === from || seen.has(to)) continue;
    seen.add(to);
    into.edges.add(from, to, spec);
    into.required[to] = 1;
    into.specs[to] ||= spec + 1;
    if (isProject) into.direct[to] = 1;
  }
}
function markUnrequired(entries, rows, into) {
  for (const [index, row] of rows.entries()) {
    const isTop = entries.locationAt(row).indexOf("/node_modules/") === -1;
    if (!isTop || into.required[index] === 1) continue;
    into.direct[index] = 1;
    into.edges.add(import_chunk_31504B252.ROOT, index);
  }
}
function toPackage(entry, spec, direct) {
  const placeName = nameOfPlace(entry.location);
  const named = entry.name ?? placeName;
  const origin = originOf(entry, named, spec);
  const source = isInstalled(entry.location) ? origin.source : { kind: "workspace", path: entry.location };
  return {
    name: origin.name ?? named,
    version: origin.version,
    source,
    scope: scopeOf2(entry),
    direct,
    line: entry.line,
    column: entry.column,
    endLine: entry.endLine,
    ...source.kind === "registry" && !entry.bundled ? { integrity: entry.integrity } : {},
    ...entry.hasInstallScript ? { hasInstallScript: true } : {},
    ...entry.licence === void 0 ? {} : { licence: entry.licence }
  };
}
function scopeOf2(entry) {
  if (entry.dev) return "dev";
  if (entry.optional || entry.devOptional) return "optional";
  return entry.peer ? "peer" : "prod";
}
function problemsOf({ problems }) {
  return problems.map(({ line, message }) => ({ line, code: "LOCKFILE_INVALID", message }));
}
function withoutVersion(entry) {
  const { version, location, resolved, line } = entry;
  if (version !== void 0 || !isInstalled(location) || resolved?.startsWith("git")) return void 0;
  const message = `${JSON.stringify(location.slice(0, 200))} has no version`;
  return { line, code: "LOCKFILE_INVALID", message };
}
function unknownVersion({ version }) {
  if (version === void 0 || version <= 3) return [];
  const message = `lockfileVersion ${version} is not known (1, 2 and 3 are)`;
  return [{ line: 1, code: "LOCKFILE_UNSUPPORTED", message }];
}
function disagreementsOf({ root, entries }, manifest, places, packages) {
  if (!manifest) return [];
  return findDisagreements(manifest.requests, root?.requests, (name) => {
    const number = entries.texts.find(name);
    const found = number === void 0 ? void 0 : places.find("", number);
    return found === void 0 ? void 0 : packages.at(found);
  }).map((disagreement) => ({ ...disagreement, line: disagreement.line ?? root?.line ?? 1 }));
}
var PackedTexts = class {
  #bytes = Buffer.allocUnsafeSlow(FIRST_BYTES);
  /** The same, a word at a time. */
  #words = new Int32Array(this.#bytes.buffer);
  /** Where each text begins; the last one is where the next will. */
  #starts = new Uint32Array(FIRST_TEXTS);
  #count = 0;
  /** Numbers of texts plus 1, by what their bytes hash to; as long as a power of two, and at most half full. */
  #slots = new Uint32Array(FIRST_TEXTS);
  #listed = 0;
  /** The text's number: equal texts that are added with this have the same. */
  add(text) {
    const end = this.#write(text);
    const slot = this.#slotOf(end);
    const known = this.#slots[slot];
    if (known !== 0) return known - 1;
    const number = this.#keep(end);
    this.#slots[slot] = number + 1;
    if (++this.#listed * 2 > this.#slots.length) this.#widen();
    return number;
  }
  /** As {@link add}, without a look for an equal one: for texts that are all different, and that nobody looks for. */
  append(text) {
    return this.#keep(this.#write(text));
  }
  /** The number of a text that was added; `undefined` where it was not. */
  find(text) {
    const known = this.#slots[this.#slotOf(this.#write(text))];
    return known === 0 ? void 0 : known - 1;
  }
  at(number) {
    const start = this.#starts[number];
    const first = this.#bytes[start];
    const end = this.#starts[number + 1] - (first >> PADDING_SHIFT);
    return this.#bytes.toString((first & UTF16) === 0 ? "latin1" : "utf16le", start + 1, end);
  }
  /** Behind the last text, where it stays if it is kept. @returns where it ends */
  #write(text) {
    const start = this.#starts[this.#count];
    const isWide = WIDE.test(text);
    const length = 1 + (isWide ? text.length * 2 : text.length);
    const end = start + (length + WORD - 1 & -WORD);
    if (end > this.#bytes.length) this.#grow(start, end);
    this.#words[end / WORD - 1] = 0;
    this.#bytes[start] = end - start - length << PADDING_SHIFT | (isWide ? UTF16 : 0);
    this.#bytes.write(text, start + 1, isWide ? "utf16le" : "latin1");
    return end;
  }
  #grow(used, end) {
    const grown = Buffer.allocUnsafeSlow(Math.max(end, this.#bytes.length * 2));
    this.#bytes.copy(grown, 0, 0, used);
    this.#bytes = grown;
    this.#words = new Int32Array(grown.buffer);
  }
  #keep(end) {
    const number = this.#count++;
    if (this.#count === this.#starts.length) {
      const grown = new Uint32Array(this.#count * 2);
      grown.set(this.#starts);
      this.#starts = grown;
    }
    this.#starts[this.#count] = end;
    return number;
  }
  /** The slot of the text that was written last: an empty one, or that of its equal. */
  #slotOf(end) {
    const start = this.#starts[this.#count];
    const mask = this.#slots.length - 1;
    for (let slot = hashOf(this.#words, start, end) & mask; ; slot = slot + 1 & mask) {
      const known = this.#slots[slot];
      if (known === 0 || this.#isEqual(known - 1, start, end)) return slot;
    }
  }
  #isEqual(number, start, end) {
    const from = this.#starts[number];
    const to = this.#starts[number + 1];
    if (to - from !== end - start) return false;
    const words = this.#words;
    const behind = (start - from) / WORD;
    for (let at = from / WORD; at < to / WORD; at++) if (words[at] !== words[at + behind]) return false;
    return true;
  }
  #widen() {
    const old = this.#slots;
    this.#slots = new Uint32Array(old.length * 2);
    const mask = this.#slots.length - 1;
    for (const known of old) {
      if (known === 0) continue;
      let slot = hashOf(this.#words, this.#starts[known - 1], this.#starts[known]) & mask;
      while (this.#slots[slot] !== 0) slot = slot + 1 & mask;
      this.#slots[slot] = known;
    }
  }
};
var FIRST_BYTES = 8 * 1024;
var FIRST_TEXTS = 512;
var WORD = 4;
var UTF16 = 1;
var PADDING_SHIFT = 1;
var WIDE = /[^\u0000-\u00ff]/;
var SEED = (0, import_node_crypto.randomInt)(2 ** 31);
var FACTOR = (0, import_node_crypto.randomInt)(2 ** 31) | 1;
function hashOf(words, start, end) {
  let hash = SEED;
  for (let at = start / WORD; at < end / WORD; at++) {
    hash = Math.imul(hash ^ words[at], FACTOR);
    hash ^= hash >>> 15;
  }
  return hash;
}
var LOCATION = 0;
var LINE2 = 1;
var COLUMN2 = 2;
var END_LINE2 = 3;
var FLAGS2 = 4;
var FIRST_REQUEST = 5;
var REQUESTS = 6;
var OPTIONAL_TEXTS = [
  ["name", 7],
  ["version", 8],
  ["licence", 9],
  ["resolved", 10]
];
var WIDTH2 = 11;
var FLAG = {
  integrity: 1,
  link: 2,
  dev: 4,
  optional: 8,
  devOptional: 16,
  peer: 32,
  bundled: 64,
  hasInstallScript: 128,
  legacy: 256
};
var FLAGS_BY_NAME = Object.entries(FLAG);
var KINDS = ["prod", "dev", "optional", "peer"];
var EntryTable = class {
  /** Names, ranges and the like; {@link PackedRequest} has their numbers. */
  texts;
  /** Nobody asks for these once packages are made of the entries. */
  #locations = new PackedTexts();
  #addresses = new PackedTexts();
  #rows = new import_chunk_31504B252.PackedRows(WIDTH2);
  #requests = new import_chunk_31504B252.PackedRows(3);
  constructor(texts) {
    this.texts = texts;
  }
  get length() {
    return this.#rows.length;
  }
  /** Makes room for an entry; its place in the order is that of this call. @returns its row */
  add(location) {
    const row = this.#rows.add();
    this.#rows.set(row, LOCATION, this.#locations.add(location));
    return row;
  }
  set(row, entry) {
    const rows = this.#rows;
    rows.set(row, LINE2, entry.line);
    rows.set(row, COLUMN2, entry.column);
    rows.set(row, END_LINE2, entry.endLine);
    rows.set(row, FLAGS2, flagsOf(entry));
    rows.set(row, FIRST_REQUEST, this.#requests.length);
    rows.set(row, REQUESTS, entry.requests.length);
    for (const [name, column] of OPTIONAL_TEXTS) {
      const text = entry[name];
      if (text !== void 0) rows.set(row, column, this.#number(name, text) + 1);
    }
    for (const { name, spec, kind } of entry.requests) {
      const request = this.#requests.add();
      this.#requests.set(request, 0, this.texts.add(name));
      this.#requests.set(request, 1, this.texts.add(spec));
      this.#requests.set(request, 2, KINDS.indexOf(kind));
    }
  }
  locationAt(row) {
    return this.#locations.at(this.#rows.get(row, LOCATION));
  }
  /** All but its requests, for which see {@link requestsAt}. */
  at(row) {
    const rows = this.#rows;
    const flags = rows.get(row, FLAGS2);
    const has = (name) => (flags & FLAG[name]) !== 0;
    const entry = {
      location: this.locationAt(row),
      line: rows.get(row, LINE2),
      column: rows.get(row, COLUMN2),
      endLine: rows.get(row, END_LINE2),
      integrity: has("integrity"),
      link: has("link"),
      dev: has("dev"),
      optional: has("optional"),
      devOptional: has("devOptional"),
      peer: has("peer"),
      bundled: has("bundled"),
      hasInstallScript: has("hasInstallScript"),
      legacy: has("legacy")
    };
    for (const [name, column] of OPTIONAL_TEXTS) {
      const number = rows.get(row, column);
      if (number !== 0) entry[name] = (name === "resolved" ? this.#addresses : this.texts).at(number - 1);
    }
    return entry;
  }
  isLink(row) {
    return (this.#rows.get(row, FLAGS2) & FLAG.link) !== 0;
  }
  *requestsAt(row) {
    const first = this.#rows.get(row, FIRST_REQUEST);
    const count = this.#rows.get(row, REQUESTS);
    for (let request = first; request < first + count; request++) {
      yield {
        name: this.#requests.get(request, 0),
        spec: this.#requests.get(request, 1),
        kind: KINDS[this.#requests.get(request, 2)]
      };
    }
  }
  /** For an object whose keys are places. */
  locations() {
    return {
      add: (location) => {
        const isKnown = this.#locations.find(location) !== void 0;
        if (!isKnown) this.#locations.add(location);
        return isKnown;
      }
    };
  }
  #number(name, text) {
    return name === "resolved" ? this.#addresses.append(text) : this.texts.add(text);
  }
};
function flagsOf(entry) {
  let flags = 0;
  for (const [name, bit] of FLAGS_BY_NAME) if (entry[name]) flags |= bit;
  return flags;
}
var MAX_LOCATION = 4096;
function readLockDocument(reader) {
  let version;
  const texts = new PackedTexts();
  const modern = new Entries(texts);
  const legacy = new Entries(texts);
  let hasPackages = false;
  reader.members((key) => {
    if (key === "lockfileVersion") version = reader.numberOrSkip();
    else if (key === "packages" && reader.peek() === "object") {
      hasPackages = true;
      readPackages(reader, modern);
    } else if (key === "dependencies" && !hasPackages && reader.peek() === "object") {
      readDependencies(reader, "", legacy);
    } else reader.skip();
  });
  reader.end();
  const { root, entries, problems } = hasPackages ? modern : legacy;
  for (const { key, line } of reader.repeated.slice(0, 100)) {
    problems.push({ line, message: `the key ${JSON.stringify(key.slice(0, 200))} stands twice` });
  }
  if (!hasPackages && entries.length === 0 && version === void 0) {
    problems.push({
      line: 1,
      message: 'it has neither "packages" nor "dependencies" nor "lockfileVersion"'
    });
  }
  return { version, root, entries, problems };
}
var Entries = class {
  root;
  entries;
  problems = [];
  constructor(texts) {
    this.entries = new EntryTable(texts);
  }
};
function readPackages(reader, into) {
  reader.members((location, place) => {
    if (!acceptsEntry(reader, location, place, into)) return;
    const entry = newEntry(location, place, false);
    reader.members((key) => readField(reader, entry, key) || reader.skip());
    entry.endLine = reader.line;
    if (location === "") into.root = entry;
    else into.entries.set(into.entries.add(location), entry);
  }, into.entries.locations());
}
function readDependencies(reader, parent, into) {
  reader.members((name, place) => {
    const location = parent === "" ? `node_modules/${name}` : `${parent}/node_modules/${name}`;
    if (!acceptsEntry(reader, location, place, into)) return;
    const entry = newEntry(location, place, true);
    const row = into.entries.add(location);
    reader.members((key) => {
      if (key === "dependencies" && reader.peek() === "object") readDependencies(reader, location, into);
      else if (key === "requires") readRequests(reader, entry, "prod");
      else if (key !== "dependencies" && readField(reader, entry, key)) return;
      else reader.skip();
    });
    entry.endLine = reader.line;
    into.entries.set(row, entry);
  });
}
function acceptsEntry(reader, location, { line }, into) {
  const wrong = reader.peek() !== "object" ? `the entry ${JSON.stringify(location.slice(0, 200))} is not an object` : location.length > MAX_LOCATION ? `the place ${JSON.stringify(location.slice(0, 80))}\u2026 is longer than ${MAX_LOCATION} characters` : void 0;
  if (wrong === void 0) return true;
  into.problems.push({ line, message: wrong });
  reader.skip();
  return false;
}
var NO_REQUESTS = [];
function newEntry(location, { line, column }, legacy) {
  return {
    location,
    line,
    column,
    endLine: line,
    integrity: false,
    link: false,
    dev: false,
    optional: false,
    devOptional: false,
    peer: false,
    bundled: false,
    hasInstallScript: false,
    legacy,
    requests: NO_REQUESTS
  };
}
function readField(reader, entry, key) {
  switch (key) {
    case "name":
    case "version":
    case "resolved":
      setText(entry, key, reader.stringOrSkip());
      return true;
    case "integrity":
      entry.integrity = (reader.stringOrSkip() ?? "") !== "";
      return true;
    case "license":
      setText(entry, "licence", reader.stringOrSkip());
      return true;
    case "link":
    case "dev":
    case "optional":
    case "devOptional":
    case "peer":
    case "hasInstallScript":
      entry[key] = reader.isTrue();
      return true;
    case "inBundle":
    case "bundled":
      entry.bundled = reader.isTrue();
      return true;
    case "dependencies":
      return readRequests(reader, entry, "prod");
    case "devDependencies":
      return readRequests(reader, entry, "dev");
    case "optionalDependencies":
      return readRequests(reader, entry, "optional");
    case "peerDependencies":
      return readRequests(reader, entry, "peer");
    default:
      return false;
  }
}
function setText(entry, key, value) {
  if (value !== void 0) entry[key] = value;
}
function readRequests(reader, entry, kind) {
  if (reader.peek() !== "object") {
    reader.skip();
    return true;
  }
  const requests = [];
  reader.members((name) => {
    const spec = reader.stringOrSkip();
    if (spec !== void 0) requests.push({ name, spec, kind });
  });
  entry.requests = entry.requests.concat(requests);
  return true;
}
var SECTIONS4 = /* @__PURE__ */ new Map([
  ["dependencies", "prod"],
  ["devDependencies", "dev"],
  ["optionalDependencies", "optional"],
  ["peerDependencies", "peer"]
]);
function readManifest(file) {
  if (!file) return void 0;
  try {
    const reader = new import_chunk_AAE3F7D82.JsonReader(file.text);
    const requests = [];
    const resolutions = [];
    reader.members((key) => {
      const kind = SECTIONS4.get(key);
      if (reader.peek() !== "object") reader.skip();
      else if (kind !== void 0) readTexts(reader, (name, spec) => requests.push({ name, spec, kind }));
      else if (key === "resolutions") {
        readTexts(reader, (pattern, spec) => resolutions.push({ pattern, spec }));
      } else reader.skip();
    });
    reader.end();
    return { requests, resolutions };
  } catch (error) {
    if (error instanceof import_chunk_AAE3F7D82.JsonSyntaxError) return void 0;
    throw error;
  }
}
function readTexts(reader, see) {
  reader.members((key) => {
    const value = reader.stringOrSkip();
    if (value !== void 0) see(key, value);
  });
}
var packageLock = {
  id: "package-lock.json",
  ecosystems: ["npm"],
  wants: (path) => /(?:^|\/)(?:package-lock|npm-shrinkwrap)\.json$/.test(path),
  wantsBeside: (path) => path === "package.json" || path.endsWith("/package.json"),
  async parse({ path, text }, siblings) {
    const listing = await parsePackageLock({ path, pieces: [text].values() }, siblings);
    return { ...listing, packages: (0, import_chunk_31504B25.arrayOf)(listing.packages), edges: (0, import_chunk_31504B25.arrayOf)(listing.edges) };
  },
  parsePieces: parsePackageLock
};
async function parsePackageLock({ path, pieces }, siblings) {
  const document = readDocument(path, pieces);
  return buildContent(document, readManifest(await siblings.read(besides(path, "package.json"))));
}
function readDocument(path, pieces) {
  try {
    return readLockDocument(new import_chunk_AAE3F7D82.JsonReader(pieces));
  } catch (error) {
    if (error instanceof import_chunk_AAE3F7D82.JsonSyntaxError) throw lockfileError(path, error.line, error.message);
    throw error;
  }
}
function besides(path, name) {
  return path.slice(0, path.lastIndexOf("/") + 1) + name;
}
function repositoryName(address) {
  const withoutEnd = withoutSlashes(address.trim()).replace(/\.git$/, "");
  const [, afterScheme] = /^[a-z][a-z0-9+.-]*:\/\/(.*)$/i.exec(withoutEnd) ?? [];
  if (afterScheme !== void 0) return withoutUserAndPort(afterScheme);
  const [, host, path] = /^(?:[^@/:]+@)([^/:]+):(.+)$/.exec(withoutEnd) ?? [];
  return host === void 0 ? withoutEnd : `${host}/${path?.replace(/^\/+/, "")}`;
}
function withoutUserAndPort(address) {
  const slash = address.indexOf("/");
  const authority = slash === -1 ? address : address.slice(0, slash);
  const host = authority.slice(authority.lastIndexOf("@") + 1).replace(/:\d+$/, "");
  return host + (slash === -1 ? "" : address.slice(slash));
}
function withoutSlashes(address) {
  let end = address.length;
  while (address[end - 1] === "/") end--;
  return address.slice(0, end);
}
var ECOSYSTEM2 = "SwiftURL";
var packageResolved = {
  id: "Package.resolved",
  ecosystems: [ECOSYSTEM2],
  wants: (path) => path === "Package.resolved" || path.endsWith("/Package.resolved"),
  parse: parsePackageResolved
};
function parsePackageResolved(file) {
  const { root, builder } = openDocument(file, (0, import_chunk_AAE3F7D82.readJson)(file.text));
  const pins = root.get("pins") ?? (0, import_chunk_AAE3F7D82.memberOf)(root.get("object"), "pins");
  if (!Array.isArray(pins?.value)) throw lockfileError(file.path, 1, 'it has no list of "pins"');
  const version = root.get("version");
  if (version && ![1, 2, 3].includes(Number(version.value))) {
    const message = `version ${quote(String(version.value))} is not known (1 to 3 are)`;
    builder.problem(version.line, message, "LOCKFILE_UNSUPPORTED");
  }
  for (const pin of (0, import_chunk_AAE3F7D82.elementsOf)(pins)) addPin(builder, pin);
  return builder.content();
}
function addPin(builder, pin) {
  if (!(0, import_chunk_AAE3F7D82.isWhole)(pin)) return;
  const { line, endLine } = pin;
  const location = (0, import_chunk_AAE3F7D82.textOf)(pin, "location") ?? (0, import_chunk_AAE3F7D82.textOf)(pin, "repositoryURL") ?? "";
  const identity = (0, import_chunk_AAE3F7D82.textOf)(pin, "identity") ?? (0, import_chunk_AAE3F7D82.textOf)(pin, "package") ?? "";
  const name = location === "" ? identity : repositoryName(location);
  if (name === "") {
    builder.problem(line, "a pin has neither a location nor an identity");
    return;
  }
  const state = (0, import_chunk_AAE3F7D82.memberOf)(pin, "state");
  const version = (0, import_chunk_AAE3F7D82.textOf)(state, "version") ?? "";
  const commit = (0, import_chunk_AAE3F7D82.textOf)(state, "revision") ?? null;
  const source = sourceOf10((0, import_chunk_AAE3F7D82.textOf)(pin, "kind") ?? "", location, version, commit);
  if (version === "" && commit === null && source.kind !== "path") {
    builder.problem(line, `the pin of ${quote(name)} has neither a version nor a revision`);
  }
  builder.add({ ecosystem: ECOSYSTEM2, name, version, source, scope: "prod", line, endLine });
}
function sourceOf10(kind, location, version, commit) {
  if (kind === "localSourceControl" || kind === "fileSystem") return { kind: "path", path: location };
  return version === "" ? { kind: "git", url: location, commit } : import_chunk_31504B252.DEFAULT_REGISTRY;
}
var packagesConfig = {
  id: "packages.config",
  ecosystems: ["NuGet"],
  wants: (path) => /(?:^|\/)packages(?:\.[^/]+)?\.config$/i.test(path),
  parse: parsePackagesConfig
};
function parsePackagesConfig(file) {
  const { root, builder } = openXml(file, "packages");
  for (const element of (0, import_chunk_AAE3F7D82.childrenOf)(root, "package")) {
    if (element.isWhole) addPackage5(builder, element);
  }
  return builder.content();
}
function addPackage5(builder, { attributes, line, endLine }) {
  const name = attributes.get("id")?.trim();
  const version = attributes.get("version")?.trim();
  if (!name || !version) {
    builder.problem(line, name ? `${quote(name)} has no version` : "a package has no id");
    return;
  }
  const isDev = attributes.get("developmentDependency")?.toLowerCase() === "true";
  builder.add({ ecosystem: "NuGet", name, version, scope: isDev ? "dev" : "prod", line, endLine });
}
var packagesLock = {
  id: "packages.lock.json",
  ecosystems: ["NuGet"],
  wants: (path) => /(?:^|\/)packages(?:\.[^/]+)?\.lock\.json$/.test(path),
  parse: parsePackagesLock
};
function parsePackagesLock(file) {
  const { root, builder } = openDocument(file, (0, import_chunk_AAE3F7D82.readJson)(file.text));
  const dependencies = root.get("dependencies");
  if (!(dependencies?.value instanceof Map)) {
    throw lockfileError(file.path, 1, 'it has no object "dependencies"');
  }
  checkVersion2(builder, root);
  const sections = /* @__PURE__ */ new Map();
  for (const [key, section] of dependencies.value) {
    if (section.value instanceof Map) sections.set(key, addSection(builder, section.value));
    else builder.problem(section.line, `the section ${quote(key)} is not an object`);
  }
  for (const [key, section] of dependencies.value) connectSection(builder, sections, key, section);
  return builder.content();
}
function checkVersion2(builder, root) {
  const version = root.get("version");
  if (version?.value === 1 || version?.value === 2) return;
  builder.problem(version?.line ?? 1, "its version is not known (1 and 2 are)", "LOCKFILE_UNSUPPORTED");
}
function addSection(builder, members) {
  const section = /* @__PURE__ */ new Map();
  for (const [name, node] of members) {
    if ((0, import_chunk_AAE3F7D82.isWhole)(node)) section.set(name.toLowerCase(), addPackage6(builder, name, node));
  }
  return section;
}
function addPackage6(builder, name, node) {
  const { line, endLine } = node;
  const type = (0, import_chunk_AAE3F7D82.textOf)(node, "type")?.toLowerCase();
  const version = (0, import_chunk_AAE3F7D82.textOf)(node, "resolved") ?? "";
  const isProject = type === "project";
  if (version === "" && !isProject) builder.problem(line, `${quote(name)} has no "resolved" version`);
  const position = builder.add({
    ecosystem: "NuGet",
    name,
    version,
    scope: "prod",
    direct: type === void 0 ? null : type === "direct",
    line,
    endLine,
    ...isProject ? { source: { kind: "workspace", path: name } } : { integrity: ((0, import_chunk_AAE3F7D82.textOf)(node, "contentHash") ?? "") !== "" }
  });
  if (type === "direct") builder.connectRoot(position);
  return position;
}
function connectSection(builder, sections, key, section) {
  const own = sections.get(key);
  const slash = key.indexOf("/");
  const base = slash === -1 ? void 0 : sections.get(key.slice(0, slash));
  for (const [name, node] of (0, import_chunk_AAE3F7D82.membersOf)(section)) {
    const from = own?.get(name.toLowerCase());
    if (from === void 0) continue;
    for (const [dependency] of (0, import_chunk_AAE3F7D82.membersOf)((0, import_chunk_AAE3F7D82.memberOf)(node, "dependencies"))) {
      const id = dependency.toLowerCase();
      builder.connect(from, own?.get(id) ?? base?.get(id));
    }
  }
}
var paketDependencies = {
  id: "paket.dependencies",
  ecosystems: ["NuGet"],
  wants: () => false,
  parse: parsePaketDependencies
};
var NUGET = /^\s*(?:nuget|clitool)\s+([^\s:]+)\s*(.*)$/;
var GITHUB = /^\s*github\s+([^\s:/]+\/[^\s:]+)(?::([^\s/]+))?(?:\s|\/\/|$)/;
function parsePaketDependencies(file) {
  const builder = new ContentBuilder();
  for (const { text, number: line } of (0, import_chunk_AAE3F7D8.eachLine)(file.text)) {
    const found = nugetPackage(text) ?? githubPackage(text);
    if (found) builder.connectRoot(builder.add({ ...found, scope: "prod", direct: true, line }));
  }
  return builder.content();
}
function nugetPackage(text) {
  const [, name, rest = ""] = NUGET.exec(text) ?? [];
  if (name === void 0) return void 0;
  const [, version = ""] = /^(?:(?:==?|>=|~>)\s*)?(\d[^\s,]*)(?:\s|$)/.exec(rest) ?? [];
  return { ecosystem: "NuGet", name, version };
}
function githubPackage(text) {
  const [, name, reference = ""] = GITHUB.exec(text) ?? [];
  if (name === void 0) return void 0;
  const commit = /^[0-9a-f]{40}$/.test(reference) ? reference : null;
  const version = commit === null ? reference : "";
  return { ecosystem: "", name, version, source: { kind: "git", url: name, commit } };
}
var paketLock = {
  id: "paket.lock",
  ecosystems: ["NuGet"],
  wants: (path) => path === "paket.lock" || path.endsWith("/paket.lock"),
  parse: parsePaketLock
};
function parsePaketLock(file) {
  const builder = new ContentBuilder();
  const state = {
    builder,
    group: "Main",
    section: "",
    remote: "",
    from: void 0,
    places: /* @__PURE__ */ new Map(),
    requests: []
  };
  for (const { text, number } of (0, import_chunk_AAE3F7D8.eachLine)(file.text)) {
    if (text.trim() !== "") readLine2(state, text, number);
  }
  endGroup(state);
  builder.assumeRoots();
  return builder.content();
}
var SECTION = /^(?:NUGET|GITHUB|GIT|GIST|HTTP)$/;
var OPTION = /^[A-Z][A-Z0-9_-]*:/;
var ENTRY = /^([^()]*)\(([^()]*)\)/;
function readLine2(state, text, line) {
  const body = text.trim();
  const indent = text.length - text.trimStart().length;
  const [, group] = /^GROUP\s+(\S.*)$/.exec(text) ?? [];
  if (group !== void 0) {
    endGroup(state);
    Object.assign(state, { group: group.trim(), section: "", remote: "" });
  } else if (indent === 0 && SECTION.test(body)) Object.assign(state, { section: body, remote: "" });
  else if (indent === 0 && OPTION.test(body)) return;
  else if (state.section === "" || indent === 0)
    state.builder.problem(line, `${quote(body)} is not understood`);
  else if (body.startsWith("remote:")) state.remote = body.slice("remote:".length).trim();
  else if (indent <= 5) addPackage7(state, body, line);
  else readDependency(state, body);
}
function addPackage7(state, body, line) {
  const [, written, version] = ENTRY.exec(body) ?? [];
  const name = written?.trim();
  if (name === void 0 || version === void 0) {
    if (/^specs:$/.test(body)) return;
    state.from = void 0;
    if (state.section !== "HTTP") state.builder.problem(line, `${quote(body)} is not name (version)`);
    else addFound(state, body, "", line);
    return;
  }
  addFound(state, name === "" ? state.remote : name, version, line);
}
function addFound(state, name, version, line) {
  const isNuGet = state.section === "NUGET";
  const position = state.builder.add({
    ecosystem: isNuGet ? "NuGet" : "",
    name,
    version,
    source: sourceOf11(state, version),
    scope: scopeOfGroup(state.group),
    line
  });
  state.from = position;
  if (isNuGet) state.places.set(name.toLowerCase(), position);
}
function readDependency(state, body) {
  const [, name] = /^([^\s(]+)(?:\s|$|\()/.exec(body) ?? [];
  if (state.from !== void 0 && name !== void 0 && !name.endsWith(":")) {
    state.requests.push({ from: state.from, name: name.toLowerCase() });
  }
}
function endGroup(state) {
  for (const { from, name } of state.requests) state.builder.connect(from, state.places.get(name));
  Object.assign(state, { from: void 0, places: /* @__PURE__ */ new Map(), requests: [] });
}
function sourceOf11({ section, remote }, version) {
  if (section === "NUGET") {
    const isAddress2 = remote === "" || /^[a-z]+:\/\//i.test(remote);
    return isAddress2 ? { kind: "registry", url: remote || null } : { kind: "path", path: remote };
  }
  return section === "HTTP" ? { kind: "url", url: remote } : { kind: "git", url: remote, commit: version || null };
}
function scopeOfGroup(group) {
  if (/test/i.test(group)) return "test";
  return /^(?:build|dev)/i.test(group) ? "build" : "prod";
}
var NAME2 = /^([A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?)\s*(?:\[([^\]]*)\])?\s*/;
var CLAUSE = /\s*(===|==|~=|!=|<=|>=|<|>)\s*([^\s,;()<>=~!]+(?:!\d[^\s,;()<>=~!]*)?)\s*(?:,|(?=[<>=~!])|$)/y;
function parseRequirement(text) {
  const head = NAME2.exec(text);
  if (!head) return void 0;
  const name = head[1];
  const extras = (head[2] ?? "").split(",").map((extra) => extra.trim()).filter((extra) => extra !== "");
  const rest = text.slice(head[0].length);
  if (rest.startsWith("@")) {
    const url = rest.slice(1).trim().split(/\s/)[0];
    return url === "" ? void 0 : { name, extras, clauses: [], url };
  }
  const semicolon = rest.indexOf(";");
  const specifier = (semicolon === -1 ? rest : rest.slice(0, semicolon)).trim().replace(/^\((.*)\)$/, "$1").trim();
  const clauses = parseClauses(specifier);
  return clauses && { name, extras, clauses, url: void 0 };
}
function parseClauses(specifier) {
  const clauses = [];
  CLAUSE.lastIndex = 0;
  while (CLAUSE.lastIndex < specifier.length) {
    const clause = CLAUSE.exec(specifier);
    if (!clause) return void 0;
    clauses.push({ operator: clause[1], version: clause[2] });
  }
  return clauses;
}
function exactVersion({ clauses }) {
  return clauses.find(
    ({ operator, version }) => operator === "===" || operator === "==" && !version.includes("*")
  )?.version;
}
function firstNamedVersion({ clauses }) {
  const first = clauses.find(({ operator, version }) => NAMING.has(operator) && !version.includes("*"));
  return first?.version ?? "";
}
var NAMING = /* @__PURE__ */ new Set(["==", "===", ">=", "<=", "~="]);
function normalName(name) {
  return name.toLowerCase().replace(/[-_.]+/g, "-");
}
function wantsProjectFile(path) {
  return path === "pyproject.toml" || path.endsWith("/pyproject.toml");
}
async function readProjectFile(lockfile, siblings) {
  const base = lockfile.slice(0, lockfile.lastIndexOf("/") + 1);
  const file = await siblings.read(`${base}pyproject.toml`);
  if (!file) return void 0;
  const { root, problems } = readToml(file.text);
  if (problems.length > 0) return void 0;
  const requests = /* @__PURE__ */ new Map();
  const ask = (scope, names) => {
    for (const name of names) if (!requests.has(name)) requests.set(name, scope);
  };
  const project = (0, import_chunk_AAE3F7D82.memberOf)(root, "project");
  const tool = (0, import_chunk_AAE3F7D82.memberOf)(root, "tool");
  const poetry = (0, import_chunk_AAE3F7D82.memberOf)(tool, "poetry");
  const extras = (0, import_chunk_AAE3F7D82.memberOf)(project, "optional-dependencies");
  ask("prod", requirementNames((0, import_chunk_AAE3F7D82.memberOf)(project, "dependencies")));
  ask("prod", tableNames((0, import_chunk_AAE3F7D82.memberOf)(poetry, "dependencies")));
  for (const [, group] of (0, import_chunk_AAE3F7D82.membersOf)(extras)) ask("optional", requirementNames(group));
  for (const groups of [
    (0, import_chunk_AAE3F7D82.memberOf)(root, "dependency-groups"),
    (0, import_chunk_AAE3F7D82.memberOf)((0, import_chunk_AAE3F7D82.memberOf)(tool, "pdm"), "dev-dependencies")
  ]) {
    for (const [, group] of (0, import_chunk_AAE3F7D82.membersOf)(groups)) ask("dev", requirementNames(group));
  }
  ask("dev", requirementNames((0, import_chunk_AAE3F7D82.memberOf)((0, import_chunk_AAE3F7D82.memberOf)(tool, "uv"), "dev-dependencies")));
  ask("dev", tableNames((0, import_chunk_AAE3F7D82.memberOf)(poetry, "dev-dependencies")));
  for (const [, group] of (0, import_chunk_AAE3F7D82.membersOf)((0, import_chunk_AAE3F7D82.memberOf)(poetry, "group")))
    ask("dev", tableNames((0, import_chunk_AAE3F7D82.memberOf)(group, "dependencies")));
  return {
    requests: [...requests].map(([name, scope]) => ({ name, scope })),
    extras: new Set([...(0, import_chunk_AAE3F7D82.membersOf)(extras)].map(([name]) => normalName(name)))
  };
}
function requirementNames(list) {
  return (0, import_chunk_AAE3F7D82.textsOf)(list).map((text) => parseRequirement(text)?.name).filter((name) => name !== void 0).map(normalName);
}
function tableNames(table) {
  return [...(0, import_chunk_AAE3F7D82.membersOf)(table)].map(([name]) => normalName(name)).filter((name) => name !== "python");
}
var LockedPackages = class {
  graph = new import_chunk_AAE3F7D82.Graph();
  #byName = /* @__PURE__ */ new Map();
  constructor({ problems }) {
    this.graph.problems(problems);
  }
  add(node, name, version, source, more = {}) {
    const { line, endLine } = node;
    const index = this.graph.add({ ecosystem: "PyPI", name, version, source, line, endLine, ...more });
    const key = normalName(name);
    const others = this.#byName.get(key);
    if (others) others.push(index);
    else this.#byName.set(key, [index]);
    return index;
  }
  /** All versions of the name that the file holds, or the one that is named. */
  find(name, version) {
    const found = this.#byName.get(normalName(name)) ?? [];
    const exact = version === void 0 ? [] : found.filter((index) => this.graph.at(index).version === version);
    return exact.length > 0 ? exact : found;
  }
  connect(from, name, scope, version) {
    for (const to of this.find(name, version)) this.graph.connect(from, to, scope);
  }
  noVersion(node, name) {
    this.graph.problem(node.line, `${JSON.stringify(name.slice(0, 200))} has no version`);
  }
  /** With the roots from `pyproject.toml`, where it is there. */
  async contentWithProject(file, siblings, edgesKnown) {
    const project = await readProjectFile(file.path, siblings);
    for (const { name, scope } of project?.requests ?? []) this.connect(import_chunk_31504B252.ROOT, name, scope);
    return this.graph.content({ rootsKnown: project !== void 0, edgesKnown });
  }
};
var pdmLock = {
  id: "pdm.lock",
  ecosystems: ["PyPI"],
  wants: (path) => path === "pdm.lock" || path.endsWith("/pdm.lock"),
  wantsBeside: wantsProjectFile,
  parse: parsePdmLock
};
async function parsePdmLock(file, siblings) {
  const document = readToml(file.text);
  const locked = new LockedPackages(document);
  const metadata = (0, import_chunk_AAE3F7D82.memberOf)(document.root, "metadata");
  const version = (0, import_chunk_AAE3F7D82.textOf)(metadata, "lock_version");
  if (version !== void 0 && !/^[1-4](?:\.|$)/.test(version)) {
    locked.graph.problem(
      metadata?.line,
      `lock_version ${version} is not known (up to 4 is)`,
      "LOCKFILE_UNSUPPORTED"
    );
  }
  const extras = (await readProjectFile(file.path, siblings))?.extras ?? /* @__PURE__ */ new Set();
  const files = new Set(
    [...(0, import_chunk_AAE3F7D82.membersOf)((0, import_chunk_AAE3F7D82.memberOf)(metadata, "files"))].map(([key]) => normalName(key.split(" ")[0]))
  );
  const added = [];
  for (const node of (0, import_chunk_AAE3F7D82.tablesOf)(document.root, "package")) {
    const name = (0, import_chunk_AAE3F7D82.textOf)(node, "name");
    const locks = (0, import_chunk_AAE3F7D82.textOf)(node, "version");
    if (!(0, import_chunk_AAE3F7D82.isWhole)(node)) continue;
    if (name === void 0 || locks === void 0) {
      locked.noVersion(node, name ?? "a package");
      continue;
    }
    const source = sourceOf12(node);
    const scope = scopeOf3((0, import_chunk_AAE3F7D82.textsOf)((0, import_chunk_AAE3F7D82.memberOf)(node, "groups")), extras);
    const hasFiles = (0, import_chunk_AAE3F7D82.elementsOf)((0, import_chunk_AAE3F7D82.memberOf)(node, "files")).length > 0 || files.has(normalName(name));
    const index = locked.add(node, name, locks, source, {
      ...scope === void 0 ? {} : { scope },
      ...source.kind === "registry" ? { integrity: hasFiles } : {}
    });
    added.push({ index, node });
  }
  for (const { index, node } of added) {
    for (const text of (0, import_chunk_AAE3F7D82.textsOf)((0, import_chunk_AAE3F7D82.memberOf)(node, "dependencies"))) {
      const requirement = parseRequirement(text);
      if (requirement) locked.connect(index, requirement.name, "prod", exactVersion(requirement));
    }
  }
  return locked.contentWithProject(file, siblings, true);
}
function scopeOf3(groups, extras) {
  if (groups.length === 0) return void 0;
  if (groups.includes("default")) return "prod";
  return groups.some((group) => extras.has(normalName(group))) ? "optional" : "dev";
}
function sourceOf12(node) {
  for (const kind of ["git", "hg", "svn", "bzr"]) {
    const repository = (0, import_chunk_AAE3F7D82.textOf)(node, kind);
    if (repository !== void 0) {
      return { kind: "git", url: repository, commit: (0, import_chunk_AAE3F7D82.textOf)(node, "revision") ?? null };
    }
  }
  const url = (0, import_chunk_AAE3F7D82.textOf)(node, "url");
  if (url !== void 0) return { kind: "url", url };
  const path = (0, import_chunk_AAE3F7D82.textOf)(node, "path");
  return path === void 0 ? import_chunk_31504B252.DEFAULT_REGISTRY : { kind: "path", path };
}
var pipfileLock = {
  id: "Pipfile.lock",
  ecosystems: ["PyPI"],
  wants: (path) => path === "Pipfile.lock" || path.endsWith("/Pipfile.lock"),
  wantsBeside: (path) => path === "Pipfile" || path.endsWith("/Pipfile"),
  parse: parsePipfileLock
};
async function parsePipfileLock(file, siblings) {
  const document = (0, import_chunk_AAE3F7D82.readJson)(file.text);
  const { root } = document;
  const locked = new LockedPackages(document);
  const indexes = indexesOf((0, import_chunk_AAE3F7D82.memberOf)(root, "_meta"));
  for (const [section, packages] of (0, import_chunk_AAE3F7D82.membersOf)(root)) {
    if (section === "_meta") continue;
    for (const [name, node] of (0, import_chunk_AAE3F7D82.membersOf)(packages))
      if ((0, import_chunk_AAE3F7D82.isWhole)(node)) addPackage8(locked, indexes, section, name, node);
  }
  const manifest = await siblings.read(file.path.replace(/\.lock$/, ""));
  const sections = manifest && readToml(manifest.text);
  const rootsKnown = sections !== void 0 && sections.problems.length === 0;
  if (rootsKnown) {
    for (const [section, requests] of (0, import_chunk_AAE3F7D82.membersOf)(sections.root)) {
      if (NO_REQUESTS2.has(section)) continue;
      for (const [name] of (0, import_chunk_AAE3F7D82.membersOf)(requests)) locked.connect(import_chunk_31504B252.ROOT, name, scopeOf4(section));
    }
  }
  return locked.graph.content({ rootsKnown, edgesKnown: false });
}
var NO_REQUESTS2 = /* @__PURE__ */ new Set(["source", "requires", "scripts", "pipenv"]);
function scopeOf4(section) {
  if (section === "default" || section === "packages") return "prod";
  return section === "develop" || section === "dev-packages" ? "dev" : "unknown";
}
function addPackage8(locked, indexes, section, name, node) {
  const version = (0, import_chunk_AAE3F7D82.textOf)(node, "version")?.replace(/^={2,3}\s*/, "");
  if (version === void 0) {
    const isElsewhere = ["git", "hg", "svn", "bzr", "path", "file"].some(
      (key) => (0, import_chunk_AAE3F7D82.textOf)(node, key) !== void 0
    );
    if (!isElsewhere) locked.noVersion(node, name);
    return;
  }
  const source = sourceOf13(node, indexes);
  locked.add(node, name, version, source, {
    scope: scopeOf4(section),
    ...source.kind === "registry" ? { integrity: (0, import_chunk_AAE3F7D82.elementsOf)((0, import_chunk_AAE3F7D82.memberOf)(node, "hashes")).length > 0 } : {}
  });
}
function indexesOf(meta) {
  const indexes = /* @__PURE__ */ new Map();
  for (const source of (0, import_chunk_AAE3F7D82.elementsOf)((0, import_chunk_AAE3F7D82.memberOf)(meta, "sources"))) {
    const name = (0, import_chunk_AAE3F7D82.textOf)(source, "name");
    const url = (0, import_chunk_AAE3F7D82.textOf)(source, "url");
    if (name !== void 0 && url !== void 0) indexes.set(name, url);
  }
  return indexes;
}
function sourceOf13(node, indexes) {
  const git2 = (0, import_chunk_AAE3F7D82.textOf)(node, "git");
  if (git2 !== void 0) return { kind: "git", url: git2, commit: (0, import_chunk_AAE3F7D82.textOf)(node, "ref") ?? null };
  const path = (0, import_chunk_AAE3F7D82.textOf)(node, "path");
  if (path !== void 0) return { kind: "path", path };
  const file = (0, import_chunk_AAE3F7D82.textOf)(node, "file");
  if (file !== void 0) return { kind: "url", url: file };
  const url = indexes.get((0, import_chunk_AAE3F7D82.textOf)(node, "index") ?? "");
  return url === void 0 ? import_chunk_31504B252.DEFAULT_REGISTRY : { kind: "registry", url };
}
function nameOfPnpmKey(key, major) {
  const bare3 = withoutPeers(key);
  if (bare3.startsWith("file:") || bare3.startsWith("link:")) return void 0;
  if (major >= 9) {
    const { name, rest } = splitAtVersion(bare3);
    return { name, version: rest === "" || /[:/]/.test(rest) ? void 0 : rest };
  }
  return nameOfPath(bare3);
}
function withoutPeers(key) {
  const parenthesis = key.indexOf("(");
  return parenthesis === -1 ? key : key.slice(0, parenthesis);
}
function nameOfPath(path) {
  const [, first = "", ...others] = path.split("/");
  const scoped = first.startsWith("@");
  const named = scoped ? `${first}/${others.shift() ?? ""}` : first;
  const at = splitAtVersion(named);
  const version = (others[0] ?? at.rest).replace(/_.*$/, "");
  const name = others.length > 0 ? named : at.name;
  return name !== "" && /^\d/.test(version) ? { name, version } : void 0;
}
var pnpmLock = {
  id: "pnpm-lock.yaml",
  ecosystems: ["npm"],
  wants: (path) => path === "pnpm-lock.yaml" || path.endsWith("/pnpm-lock.yaml"),
  parse: parsePnpmLock
};
var SECTIONS5 = [
  ["dependencies", "prod"],
  ["optionalDependencies", "optional"],
  ["devDependencies", "dev"],
  ["configDependencies", "build"],
  ["packageManagerDependencies", "build"]
];
async function parsePnpmLock(file) {
  const graph = new import_chunk_AAE3F7D82.Graph();
  let rootsKnown = false;
  for (const document of await (0, import_chunk_AAE3F7D8.readYamlDocuments)(file.text)) {
    rootsKnown = new PnpmDocument(document, graph).read() || rootsKnown;
  }
  return graph.content({ rootsKnown, edgesKnown: true });
}
var PnpmDocument = class {
  #root;
  #graph;
  #major;
  #byKey = /* @__PURE__ */ new Map();
  constructor({ root, problems }, graph) {
    this.#root = root;
    this.#graph = graph;
    graph.problems(problems);
    const version = (0, import_chunk_AAE3F7D82.textOf)(root, "lockfileVersion");
    this.#major = Number.parseInt(version ?? "5", 10);
    if (root && !(this.#major <= 9)) {
      const line = (0, import_chunk_AAE3F7D82.memberOf)(root, "lockfileVersion")?.line;
      graph.problem(line, `lockfileVersion ${version} is not known (5, 6 and 9 are)`, "LOCKFILE_UNSUPPORTED");
    }
  }
  /** Whether the document says what the project asks for. */
  read() {
    for (const [key, node] of (0, import_chunk_AAE3F7D82.membersOf)((0, import_chunk_AAE3F7D82.memberOf)(this.#root, "packages")))
      if ((0, import_chunk_AAE3F7D82.isWhole)(node)) this.#add(key, node);
    const snapshots = (0, import_chunk_AAE3F7D82.memberOf)(this.#root, "snapshots");
    for (const [key, node] of (0, import_chunk_AAE3F7D82.membersOf)(snapshots ?? (0, import_chunk_AAE3F7D82.memberOf)(this.#root, "packages")))
      this.#connect(key, node);
    const importers = (0, import_chunk_AAE3F7D82.memberOf)(this.#root, "importers");
    for (const [, importer] of (0, import_chunk_AAE3F7D82.membersOf)(importers)) this.#connectImporter(importer);
    if (this.#root) this.#connectImporter(this.#root);
    return importers !== void 0 || SECTIONS5.some(([key]) => (0, import_chunk_AAE3F7D82.mapOf)((0, import_chunk_AAE3F7D82.memberOf)(this.#root, key)) !== void 0);
  }
  #add(key, node) {
    const own = nameOfPnpmKey(key, this.#major);
    const name = (0, import_chunk_AAE3F7D82.textOf)(node, "name") ?? own?.name;
    const resolution = (0, import_chunk_AAE3F7D82.memberOf)(node, "resolution");
    const version = (0, import_chunk_AAE3F7D82.textOf)(node, "version") ?? own?.version ?? (isLocal(key) ? "" : void 0);
    if (name === void 0 || version === void 0) {
      this.#graph.problem(node.line, `${JSON.stringify(key.slice(0, 200))} does not say its name and version`);
      return;
    }
    const source = sourceOf14(key, resolution, name, version);
    const index = this.#graph.add({
      ecosystem: "npm",
      name,
      version,
      source,
      line: node.line,
      endLine: node.endLine,
      ...source.kind === "registry" ? { integrity: (0, import_chunk_AAE3F7D82.textOf)(resolution, "integrity") !== void 0 } : {},
      ...(0, import_chunk_AAE3F7D82.isTrue)(node, "requiresBuild") ? { hasInstallScript: true } : {}
    });
    this.#byKey.set(key, index);
  }
  #connect(key, node) {
    const from = this.#byKey.get(key) ?? this.#byKey.get(withoutPeers(key));
    if (from === void 0) return;
    for (const [section, scope] of SECTIONS5) this.#connectSection(from, (0, import_chunk_AAE3F7D82.memberOf)(node, section), scope);
  }
  #connectImporter(node) {
    for (const [section, scope] of SECTIONS5) this.#connectSection(import_chunk_31504B252.ROOT, (0, import_chunk_AAE3F7D82.memberOf)(node, section), scope);
  }
  #connectSection(from, section, scope) {
    for (const [name, value] of (0, import_chunk_AAE3F7D82.membersOf)(section)) {
      const reference = typeof value.value === "string" ? value.value : (0, import_chunk_AAE3F7D82.textOf)(value, "version");
      const to = reference === void 0 ? void 0 : this.#find(name, reference);
      if (to !== void 0) this.#graph.connect(from, to, scope);
    }
  }
  #find(name, reference) {
    for (const key of [`${name}@${reference}`, `/${name}@${reference}`, `/${name}/${reference}`, reference]) {
      const found = this.#byKey.get(key) ?? this.#byKey.get(withoutPeers(key));
      if (found !== void 0) return found;
    }
    return void 0;
  }
};
function isLocal(key) {
  return /(?:^|@)(?:file|link):/.test(key);
}
function sourceOf14(key, resolution, name, version) {
  const repository = (0, import_chunk_AAE3F7D82.textOf)(resolution, "repo");
  if (repository !== void 0) {
    return { kind: "git", url: repository, commit: (0, import_chunk_AAE3F7D82.textOf)(resolution, "commit") ?? null };
  }
  const directory = (0, import_chunk_AAE3F7D82.textOf)(resolution, "directory");
  if (directory !== void 0) return { kind: "path", path: directory };
  const tarball = (0, import_chunk_AAE3F7D82.textOf)(resolution, "tarball");
  if (tarball === void 0) return import_chunk_31504B252.DEFAULT_REGISTRY;
  const isAskedByUrl = !withoutPeers(key).endsWith(version) || /(?:^|@)https?:|^@?[\w-]+\./.test(key);
  return sourceOfTarball(tarball, name, isAskedByUrl);
}
var podfileLock = {
  id: "Podfile.lock",
  ecosystems: [],
  wants: (path) => path === "Podfile.lock" || path.endsWith("/Podfile.lock"),
  parse: parsePodfileLock
};
async function parsePodfileLock(file) {
  const { root, builder } = openDocument(file, await (0, import_chunk_AAE3F7D8.readYaml)(file.text));
  const pods = [...podsOf(builder, root.get("PODS"))];
  const places = /* @__PURE__ */ new Map();
  for (const pod of pods) addPod(builder, root, places, pod);
  for (const { label, requires } of pods) {
    const from = places.get(podName(label));
    for (const required of from === void 0 ? [] : requires) {
      builder.connect(from, places.get(podName(required)));
    }
  }
  for (const asked of (0, import_chunk_AAE3F7D82.textsOf)(root.get("DEPENDENCIES"))) builder.connectRoot(places.get(podName(asked)));
  if (root.has("DEPENDENCIES")) builder.markDirect();
  return builder.content();
}
function* podsOf(builder, list) {
  for (const node of (0, import_chunk_AAE3F7D82.elementsOf)(list)) {
    if (!(0, import_chunk_AAE3F7D82.isWhole)(node)) continue;
    if (typeof node.value === "string") yield { label: node.value, requires: [], node };
    else if (node.value instanceof Map && node.value.size === 1) {
      for (const [label, requires] of node.value) yield { label, requires: (0, import_chunk_AAE3F7D82.textsOf)(requires), node };
    } else builder.problem(node.line, "a pod is neither a text nor a map of one");
  }
}
function addPod(builder, root, places, pod) {
  const { line, endLine } = pod.node;
  const name = podName(pod.label);
  const [, version] = /\(([^()]+)\)\s*$/.exec(pod.label) ?? [];
  if (name === "" || version === void 0) {
    builder.problem(line, `${quote(pod.label)} is not name (version)`);
    return;
  }
  const known = places.get(name);
  if (known !== void 0 && builder.packages[known]?.version === version) return;
  const source = sourceOf15(root, name);
  places.set(name, builder.add({ ecosystem: "", name, version, source, scope: "prod", line, endLine }));
}
function podName(label) {
  const [beforeVersion = ""] = label.split("(", 1);
  const [pod = ""] = beforeVersion.split("/", 1);
  return pod.trim();
}
function sourceOf15(root, name) {
  const external = (0, import_chunk_AAE3F7D82.memberOf)(root.get("EXTERNAL SOURCES"), name);
  const path = (0, import_chunk_AAE3F7D82.textOf)(external, ":path") ?? (0, import_chunk_AAE3F7D82.textOf)(external, ":podspec");
  if (path !== void 0) return { kind: "path", path };
  const git2 = (0, import_chunk_AAE3F7D82.textOf)(external, ":git");
  if (git2 === void 0) return import_chunk_31504B252.DEFAULT_REGISTRY;
  const checkout = (0, import_chunk_AAE3F7D82.memberOf)(root.get("CHECKOUT OPTIONS"), name);
  return { kind: "git", url: git2, commit: (0, import_chunk_AAE3F7D82.textOf)(checkout, ":commit") ?? (0, import_chunk_AAE3F7D82.textOf)(external, ":commit") ?? null };
}
var poetryLock = {
  id: "poetry.lock",
  ecosystems: ["PyPI"],
  wants: (path) => path === "poetry.lock" || path.endsWith("/poetry.lock"),
  wantsBeside: wantsProjectFile,
  parse: parsePoetryLock
};
async function parsePoetryLock(file, siblings) {
  const document = readToml(file.text);
  const { root } = document;
  const locked = new LockedPackages(document);
  const metadata = (0, import_chunk_AAE3F7D82.memberOf)(root, "metadata");
  const version = (0, import_chunk_AAE3F7D82.textOf)(metadata, "lock-version");
  if (version !== void 0 && !/^[12]\./.test(version)) {
    locked.graph.problem(
      metadata?.line,
      `lock-version ${version} is not known (1 and 2 are)`,
      "LOCKFILE_UNSUPPORTED"
    );
  }
  const files = new Map(
    [...(0, import_chunk_AAE3F7D82.membersOf)((0, import_chunk_AAE3F7D82.memberOf)(metadata, "files"))].map(([name, list]) => [normalName(name), list])
  );
  const added = [];
  for (const node of (0, import_chunk_AAE3F7D82.tablesOf)(root, "package")) {
    const name = (0, import_chunk_AAE3F7D82.textOf)(node, "name");
    const locks = (0, import_chunk_AAE3F7D82.textOf)(node, "version");
    if (!(0, import_chunk_AAE3F7D82.isWhole)(node)) continue;
    if (name === void 0 || locks === void 0) {
      locked.noVersion(node, name ?? "a package");
      continue;
    }
    const source = sourceOf16((0, import_chunk_AAE3F7D82.memberOf)(node, "source"));
    const scope = scopeOf5(node);
    const hashes = (0, import_chunk_AAE3F7D82.elementsOf)((0, import_chunk_AAE3F7D82.memberOf)(node, "files") ?? files.get(normalName(name)));
    const index = locked.add(node, name, locks, source, {
      ...scope === void 0 ? {} : { scope },
      ...source.kind === "registry" ? { integrity: hashes.length > 0 } : {}
    });
    added.push({ index, node });
  }
  for (const { index, node } of added) {
    for (const [name, dependency] of (0, import_chunk_AAE3F7D82.membersOf)((0, import_chunk_AAE3F7D82.memberOf)(node, "dependencies"))) {
      const isOptional = (0, import_chunk_AAE3F7D82.isTrue)(dependency, "optional") || (0, import_chunk_AAE3F7D82.elementsOf)(dependency).some((one) => (0, import_chunk_AAE3F7D82.isTrue)(one, "optional"));
      locked.connect(index, name, isOptional ? "optional" : "prod");
    }
  }
  return locked.contentWithProject(file, siblings, true);
}
function scopeOf5(node) {
  const groups = (0, import_chunk_AAE3F7D82.textsOf)((0, import_chunk_AAE3F7D82.memberOf)(node, "groups"));
  const category = (0, import_chunk_AAE3F7D82.textOf)(node, "category");
  if (groups.length === 0 && category === void 0) return (0, import_chunk_AAE3F7D82.isTrue)(node, "optional") ? "optional" : void 0;
  if (!groups.includes("main") && category !== "main") return "dev";
  return (0, import_chunk_AAE3F7D82.isTrue)(node, "optional") || isByExtra((0, import_chunk_AAE3F7D82.textOf)((0, import_chunk_AAE3F7D82.memberOf)(node, "markers"), "main")) ? "optional" : "prod";
}
function isByExtra(marker) {
  return marker?.split(" or ").every((part) => part.includes("extra == ")) ?? false;
}
function sourceOf16(node) {
  const url = (0, import_chunk_AAE3F7D82.textOf)(node, "url") ?? "";
  switch ((0, import_chunk_AAE3F7D82.textOf)(node, "type")) {
    case "git":
      return { kind: "git", url, commit: (0, import_chunk_AAE3F7D82.textOf)(node, "resolved_reference") ?? null };
    case "url":
      return { kind: "url", url };
    case "directory":
    case "file":
      return { kind: "path", path: url };
    case void 0:
      return import_chunk_31504B252.DEFAULT_REGISTRY;
    default:
      return { kind: "registry", url };
  }
}
var EXACT = "\0";
function chosenRegistry({ prefixes, fallback }, name) {
  let best = "";
  for (const prefix of prefixes.keys()) {
    if (prefix.length > best.length && `${name}${EXACT}`.startsWith(prefix)) best = prefix;
  }
  return best === "" ? fallback : prefixes.get(best);
}
function plainAddress2(text) {
  const url = text === void 0 || text.includes("${") ? null : URL.parse(text.trim());
  if (url === null || !/^https?:$/.test(url.protocol)) return void 0;
  url.username = "";
  url.password = "";
  return url.href;
}
var MAX_LENGTH = 2048;
var MAX_DEPTH2 = 32;
function interpolate(text, lookup) {
  return new Interpolation(lookup).resolve(text, 0);
}
function firstPlaceholder(text) {
  return /\$\{[^}]*\}?/.exec(text)?.[0] ?? text;
}
var Interpolation = class {
  #lookup;
  /** Each property is resolved once, so that a tree of properties costs no more than their number. */
  #known = /* @__PURE__ */ new Map();
  constructor(lookup) {
    this.#lookup = lookup;
  }
  resolve(text, depth) {
    if (!text.includes("${")) return text;
    let isWhole2 = depth <= MAX_DEPTH2 && text.length <= MAX_LENGTH;
    if (!isWhole2) return void 0;
    const resolved = text.replace(/\$\{([^}]*)\}/g, (_, name) => {
      const value = isWhole2 ? this.#property(name.trim(), depth) : void 0;
      if (value === void 0) isWhole2 = false;
      return value ?? "";
    });
    return isWhole2 && resolved.length <= MAX_LENGTH && !resolved.includes("${") ? resolved : void 0;
  }
  #property(name, depth) {
    if (this.#known.has(name)) return this.#known.get(name);
    this.#known.set(name, void 0);
    const text = this.#lookup(name);
    const value = text === void 0 ? void 0 : this.resolve(text, depth + 1);
    this.#known.set(name, value);
    return value;
  }
};
var MAX_IMPORT_DEPTH = 16;
var MAX_MANAGED = 1e5;
async function buildEffectivePom(pom, tree, depth = 0) {
  const lineage = await tree.lineageOf(pom);
  const resolve = (text) => interpolate(text, (name) => propertyOf(name, lineage));
  const missing = [];
  if (lineage.missing) {
    const { groupId, artifactId, version } = lineage.missing;
    missing.push(`${groupId}:${artifactId}:${version}`);
  }
  const managed = /* @__PURE__ */ new Map();
  const imports = [];
  for (const entry of lineage.poms.flatMap((one) => lastOfEach(one.managed, resolve))) {
    const resolved = resolveEntry(entry, resolve);
    if (entry.scope === "import" && entry.type === "pom") imports.push(resolved);
    else setIfAbsent(managed, managementKey(resolved), resolved);
  }
  for (const bom of imports) {
    const found = depth < MAX_IMPORT_DEPTH ? await importBom(bom, lineage, tree, depth) : void 0;
    if (!found) missing.push(`${bom.groupId}:${bom.artifactId}:${bom.version ?? ""}`);
    missing.push(...found?.missing ?? []);
    for (const [key, entry] of found?.managed ?? []) {
      if (managed.size < MAX_MANAGED) setIfAbsent(managed, key, entry);
    }
  }
  return { lineage, dependencies: inherit(lineage, resolve), managed, missing, resolve };
}
function managementKey(of) {
  return [of.groupId, of.artifactId, of.type, of.classifier].join(":");
}
async function importBom(bom, lineage, tree, depth) {
  const pom = await tree.findModule(lineage, bom.groupId, bom.artifactId);
  if (!pom || lineage.poms[0] === pom) return void 0;
  const found = await buildEffectivePom(pom, tree, depth + 1);
  const version = found.resolve("${project.version}");
  return version === void 0 || bom.version === void 0 || version === bom.version ? found : void 0;
}
function resolveEntry(entry, resolve) {
  const or = (text) => resolve(text) ?? text;
  return {
    ...entry,
    groupId: or(entry.groupId),
    artifactId: or(entry.artifactId),
    version: entry.version === void 0 ? void 0 : or(entry.version),
    type: or(entry.type),
    classifier: or(entry.classifier)
  };
}
function inherit(lineage, resolve) {
  const found = /* @__PURE__ */ new Map();
  for (const [index, pom] of lineage.poms.entries()) {
    for (const dependency of lastOfEach(pom.dependencies, resolve)) {
      const resolved = resolveEntry(dependency, resolve);
      setIfAbsent(found, managementKey(resolved), { dependency: resolved, isOwn: index === 0 });
    }
  }
  return [...found.values()];
}
function lastOfEach(entries, resolve) {
  const isImport = (entry) => entry.scope === "import";
  const last = new Map(
    entries.filter((one) => !isImport(one)).map((one) => [managementKey(resolveEntry(one, resolve)), one])
  );
  return [...last.values(), ...entries.filter(isImport)];
}
function setIfAbsent(map, key, value) {
  if (!map.has(key)) map.set(key, value);
}
function propertyOf(name, { poms }) {
  const [, field] = /^(?:project|pom)\.(.+)$/.exec(name) ?? [];
  const own = poms[0];
  if (field !== void 0) return projectField(field, own);
  for (const { properties } of poms) {
    const value = properties.get(name);
    if (value !== void 0) return value;
  }
  return /^(?:groupId|artifactId|version)$/.test(name) ? projectField(name, own) : void 0;
}
function projectField(field, { groupId, artifactId, version, parent }) {
  switch (field) {
    case "groupId":
      return groupId ?? parent?.groupId;
    case "artifactId":
      return artifactId;
    case "version":
      return version ?? parent?.version;
    case "parent.groupId":
      return parent?.groupId;
    case "parent.artifactId":
      return parent?.artifactId;
    case "parent.version":
      return parent?.version;
    default:
      return void 0;
  }
}
function readPom(project, path) {
  const parts = [project, ...defaultProfiles(project)];
  return {
    path,
    groupId: (0, import_chunk_AAE3F7D82.childText)(project, "groupId"),
    artifactId: (0, import_chunk_AAE3F7D82.childText)(project, "artifactId"),
    version: (0, import_chunk_AAE3F7D82.childText)(project, "version"),
    parent: readParent((0, import_chunk_AAE3F7D82.childOf)(project, "parent")),
    properties: new Map(parts.flatMap(readProperties)),
    dependencies: parts.flatMap((part) => readDependencies2((0, import_chunk_AAE3F7D82.childOf)(part, "dependencies"))),
    managed: parts.flatMap(
      (part) => readDependencies2((0, import_chunk_AAE3F7D82.childOf)((0, import_chunk_AAE3F7D82.childOf)(part, "dependencyManagement"), "dependencies"))
    ),
    modules: parts.flatMap(
      (part) => (0, import_chunk_AAE3F7D82.childrenOf)((0, import_chunk_AAE3F7D82.childOf)(part, "modules"), "module").map((module2) => module2.text)
    ),
    repositories: parts.flatMap((part) => readRepositories((0, import_chunk_AAE3F7D82.childOf)(part, "repositories")))
  };
}
function defaultProfiles(project) {
  return (0, import_chunk_AAE3F7D82.childrenOf)((0, import_chunk_AAE3F7D82.childOf)(project, "profiles"), "profile").filter(
    (profile) => (0, import_chunk_AAE3F7D82.childText)((0, import_chunk_AAE3F7D82.childOf)(profile, "activation"), "activeByDefault") === "true"
  );
}
function readProperties(part) {
  const properties = (0, import_chunk_AAE3F7D82.childOf)(part, "properties")?.children ?? [];
  return properties.filter((property) => property.isWhole).map(({ name, text }) => [name, text]);
}
function readParent(parent) {
  if (!parent) return void 0;
  const written = (0, import_chunk_AAE3F7D82.childOf)(parent, "relativePath");
  return {
    groupId: (0, import_chunk_AAE3F7D82.childText)(parent, "groupId") ?? "",
    artifactId: (0, import_chunk_AAE3F7D82.childText)(parent, "artifactId") ?? "",
    version: (0, import_chunk_AAE3F7D82.childText)(parent, "version") ?? "",
    relativePath: written ? written.text || void 0 : "../pom.xml",
    line: parent.line,
    endLine: parent.endLine
  };
}
function readRepositories(list) {
  return (0, import_chunk_AAE3F7D82.childrenOf)(list, "repository").filter((repository) => repository.isWhole).map((repository) => ({
    id: (0, import_chunk_AAE3F7D82.childText)(repository, "id") ?? "",
    url: (0, import_chunk_AAE3F7D82.childText)(repository, "url") ?? "",
    line: repository.line,
    endLine: repository.endLine
  }));
}
function readDependencies2(list) {
  return (0, import_chunk_AAE3F7D82.childrenOf)(list, "dependency").filter((dependency) => dependency.isWhole).map((dependency) => ({
    groupId: (0, import_chunk_AAE3F7D82.childText)(dependency, "groupId") ?? "",
    artifactId: (0, import_chunk_AAE3F7D82.childText)(dependency, "artifactId") ?? "",
    version: (0, import_chunk_AAE3F7D82.childText)(dependency, "version"),
    type: (0, import_chunk_AAE3F7D82.childText)(dependency, "type") ?? "jar",
    classifier: (0, import_chunk_AAE3F7D82.childText)(dependency, "classifier") ?? "",
    scope: (0, import_chunk_AAE3F7D82.childText)(dependency, "scope"),
    optional: (0, import_chunk_AAE3F7D82.childText)(dependency, "optional"),
    systemPath: (0, import_chunk_AAE3F7D82.childText)(dependency, "systemPath"),
    line: dependency.line,
    endLine: dependency.endLine
  }));
}
function resolvePath(from, relative) {
  if (relative.startsWith("/") || relative.includes("\\") || relative.includes("\0")) return void 0;
  const parts = from.split("/").slice(0, -1);
  for (const part of relative.split("/")) {
    if (part === "" || part === ".") continue;
    if (part !== "..") parts.push(part);
    else if (parts.pop() === void 0) return void 0;
  }
  return parts.join("/");
}
var MAX_PARENTS = 32;
var MAX_MODULES = 2e3;
var PomTree = class {
  #siblings;
  #poms = /* @__PURE__ */ new Map();
  #modules = /* @__PURE__ */ new Map();
  constructor(siblings) {
    this.#siblings = siblings;
  }
  async lineageOf(pom) {
    const poms = [pom];
    for (let last = pom; last.parent; ) {
      const parent = poms.length < MAX_PARENTS ? await this.#parentOf(last, last.parent) : void 0;
      if (!parent || poms.some(({ path }) => path === parent.path)) return { poms, missing: last.parent };
      poms.push(parent);
      last = parent;
    }
    return { poms, missing: void 0 };
  }
  /** The module of that name and version, wherever the lineage's topmost POM lists it. */
  async findModule(lineage, groupId, artifactId) {
    const top = lineage.poms.at(-1);
    let modules = this.#modules.get(top.path);
    if (!modules) {
      modules = this.#collectModules(top);
      this.#modules.set(top.path, modules);
    }
    return (await modules).get(`${groupId}:${artifactId}`);
  }
  async #parentOf({ path }, parent) {
    if (parent.relativePath === void 0) return void 0;
    const pom = await this.#readFrom(path, parent.relativePath);
    if (!pom || pom.artifactId !== parent.artifactId) return void 0;
    const groupId = pom.groupId ?? pom.parent?.groupId;
    if (groupId !== parent.groupId && !groupId?.includes("${")) return void 0;
    const version = pom.version ?? pom.parent?.version ?? "";
    const isOpen = version.includes("${") || /[${[(]/.test(parent.version);
    return isOpen || version === parent.version ? pom : void 0;
  }
  async #collectModules(top) {
    const found = /* @__PURE__ */ new Map();
    const queue = [top];
    const seen = /* @__PURE__ */ new Set([top.path]);
    for (let at = 0; at < queue.length && at < MAX_MODULES; at++) {
      const pom = queue[at];
      found.set(moduleName(pom), pom);
      for (const module2 of pom.modules) {
        const child = await this.#readFrom(pom.path, module2);
        if (child && !seen.has(child.path)) queue.push(child);
        if (child) seen.add(child.path);
      }
    }
    return found;
  }
  async #readFrom(path, relative) {
    const written = relative.endsWith(".xml") ? relative : `${relative}/pom.xml`;
    const target = resolvePath(path, written);
    if (target === void 0) return void 0;
    let pom = this.#poms.get(target);
    if (!pom) {
      pom = this.#read(target);
      this.#poms.set(target, pom);
    }
    return pom;
  }
  async #read(path) {
    const file = await this.#siblings.read(path);
    const root = file && (0, import_chunk_AAE3F7D82.readXmlTree)(file.text).root;
    return root?.name === "project" ? readPom(root, path) : void 0;
  }
};
function moduleName({ groupId, parent, artifactId, properties }) {
  const group = groupId ?? parent?.groupId ?? "";
  return `${interpolate(group, (name) => properties.get(name)) ?? group}:${artifactId}`;
}
var trees = /* @__PURE__ */ new WeakMap();
function pomTreeOf(siblings) {
  let tree = trees.get(siblings);
  if (!tree) {
    tree = new PomTree(siblings);
    trees.set(siblings, tree);
  }
  return tree;
}
function parseRequirement2(text) {
  if (/^(?:LATEST|RELEASE)$/.test(text)) return { kind: "range", lowest: void 0 };
  if (!/^[[(]/.test(text)) return { kind: "version", version: text };
  const [, exact] = /^\[\s*([^,[\]()\s]+)\s*\]$/.exec(text) ?? [];
  if (exact !== void 0) return { kind: "version", version: exact };
  const [, lowest] = /^\[\s*([^,[\]()\s]+)\s*,/.exec(text) ?? [];
  return { kind: "range", lowest };
}
var pomXml = {
  id: "pom.xml",
  ecosystems: ["Maven"],
  wants: (path) => path === "pom.xml" || path.endsWith("/pom.xml"),
  // Parents and modules may have another name.
  wantsBeside: (path) => /(?:^|\/)[^/]*pom[^/]*\.xml$/.test(path),
  parse: parsePomXml
};
async function parsePomXml(file, siblings) {
  const { root, builder } = openXml(file, "project");
  const pom = await buildEffectivePom(readPom(root, file.path), pomTreeOf(siblings));
  const registry = registryOf3(pom);
  for (const dependency of pom.dependencies) addDependency(builder, pom, dependency, registry);
  const registries = askedBy(pom);
  return { ...builder.content(), ...registries.length === 0 ? {} : { registries } };
}
function registryOf3({ lineage, resolve }) {
  const central = lineage.poms.flatMap(({ repositories }) => repositories).find(({ id }) => id === "central");
  const url = central && plainAddress2(resolve(central.url));
  return url === void 0 ? import_chunk_31504B252.DEFAULT_REGISTRY : { kind: "registry", url };
}
function askedBy({ lineage, resolve }) {
  const own = lineage.poms[0]?.repositories ?? [];
  return own.filter(({ id }) => id !== "central").map(({ url, line, endLine }) => ({ url: plainAddress2(resolve(url)) ?? url, line, endLine }));
}
function addDependency(builder, pom, inherited, registry) {
  const { dependency } = inherited;
  const { line, endLine } = placeOf(pom, inherited);
  const name = `${dependency.groupId}:${dependency.artifactId}`;
  if (dependency.groupId === "" || dependency.artifactId === "") {
    builder.problem(line, "a dependency has no groupId or no artifactId");
    return;
  }
  if (name.includes("${")) {
    const message = `${quote(firstPlaceholder(name))} in ${quote(name)} is not set in the tree`;
    builder.problem(line, message, "LOCKFILE_UNRESOLVED");
    return;
  }
  const managed = pom.managed.get(managementKey(dependency));
  const { version, why } = versionOf3(pom, dependency.version ?? managed?.version);
  if (why !== void 0) builder.problem(line, `the version of ${quote(name)} ${why}`, "LOCKFILE_UNRESOLVED");
  const { systemPath } = dependency;
  const position = builder.add({
    ecosystem: "Maven",
    name,
    version,
    source: systemPath === void 0 ? registry : { kind: "path", path: systemPath },
    scope: scopeOf6(pom, dependency, managed),
    direct: true,
    line,
    endLine
  });
  builder.connectRoot(position);
}
function placeOf(pom, { dependency, isOwn }) {
  return isOwn ? dependency : pom.lineage.poms[0]?.parent ?? { line: 1, endLine: 1 };
}
function versionOf3(pom, written) {
  if (written === void 0) {
    const missing = pom.missing.slice(0, 5).join(", ");
    const where = missing === "" ? "" : `; ${quote(missing)} may, which is not in the tree`;
    return { version: "", why: `is not set here nor managed in the tree${where}` };
  }
  const resolved = pom.resolve(written);
  if (resolved === void 0) {
    return { version: "", why: `needs ${quote(firstPlaceholder(written))}, which is not set in the tree` };
  }
  const requirement = parseRequirement2(resolved);
  if (requirement.kind === "version") return { version: requirement.version };
  const { lowest } = requirement;
  if (lowest === void 0) return { version: "", why: `is a range, ${quote(resolved)}` };
  return { version: lowest, why: `is a range, ${quote(resolved)}: it is judged at its lowest` };
}
function scopeOf6(pom, own, managed) {
  const optional = own.optional ?? managed?.optional;
  const scope = pom.resolve(own.scope ?? managed?.scope ?? "compile");
  if (scope === "test") return "test";
  if (optional !== void 0 && pom.resolve(optional) === "true") return "optional";
  return scope === "provided" || scope === "system" ? "peer" : scope === void 0 ? "unknown" : "prod";
}
var projectAssets = {
  id: "project.assets.json",
  ecosystems: ["NuGet"],
  wants: (path) => /(?:^|\/)project\.assets\.json$/i.test(path),
  parse: parseProjectAssets
};
function parseProjectAssets(file) {
  const { root, builder } = openDocument(file, (0, import_chunk_AAE3F7D82.readJson)(file.text));
  if (!(root.get("libraries")?.value instanceof Map)) {
    throw lockfileError(file.path, 1, 'it has no object "libraries"');
  }
  const { byKey } = addLibraries(builder, root, "prod");
  for (const [framework, group] of (0, import_chunk_AAE3F7D82.membersOf)(root.get("projectFileDependencyGroups"))) {
    const asked = new Set((0, import_chunk_AAE3F7D82.textsOf)(group).map((text) => text.split(" ", 1)[0].toLowerCase()));
    connectAsked(builder, root, byKey, framework, asked);
  }
  builder.markDirect();
  return builder.content();
}
function connectAsked(builder, root, byKey, framework, asked) {
  for (const [name, target] of (0, import_chunk_AAE3F7D82.membersOf)(root.get("targets"))) {
    if (framework !== "" && name !== framework && !name.startsWith(`${framework}/`)) continue;
    for (const [key] of (0, import_chunk_AAE3F7D82.membersOf)(target)) {
      if (!asked.has(key.slice(0, key.lastIndexOf("/")).toLowerCase())) continue;
      builder.connectRoot(byKey.get(key.toLowerCase()));
    }
  }
}
var pubspecLock = {
  id: "pubspec.lock",
  ecosystems: ["Pub"],
  wants: (path) => path === "pubspec.lock" || path.endsWith("/pubspec.lock"),
  parse: parsePubspecLock
};
async function parsePubspecLock(file) {
  const { root, builder } = openDocument(file, await (0, import_chunk_AAE3F7D8.readYaml)(file.text));
  const packages = root.get("packages");
  const members = (0, import_chunk_AAE3F7D82.mapOf)(packages);
  if (!members && packages?.value !== null) builder.problem(1, 'it has no mapping "packages"');
  for (const [key, node] of members ?? []) {
    if ((0, import_chunk_AAE3F7D82.isWhole)(node)) addPackage9(builder, key, node);
  }
  return builder.content();
}
function addPackage9(builder, key, node) {
  const { line, endLine } = node;
  const description = (0, import_chunk_AAE3F7D82.memberOf)(node, "description");
  const version = scalarText((0, import_chunk_AAE3F7D82.memberOf)(node, "version"));
  if (version === "") builder.problem(line, `${quote(key)} has no version`);
  const source = sourceOf17((0, import_chunk_AAE3F7D82.textOf)(node, "source"), description);
  const isHosted = source.kind === "registry";
  builder.add({
    ecosystem: "Pub",
    name: (isHosted ? (0, import_chunk_AAE3F7D82.textOf)(description, "name") : void 0) ?? key,
    version,
    source,
    ...usageOf((0, import_chunk_AAE3F7D82.textOf)(node, "dependency")),
    line,
    endLine,
    ...isHosted ? { integrity: (0, import_chunk_AAE3F7D82.textOf)(description, "sha256") !== void 0 } : {}
  });
}
function scalarText(node) {
  const value = node?.value;
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}
function usageOf(dependency) {
  if (dependency === "transitive") return { direct: false, scope: "unknown" };
  if (dependency === "direct dev") return { direct: true, scope: "dev" };
  const isDirect = dependency?.startsWith("direct") === true;
  return isDirect ? { direct: true, scope: "prod" } : { direct: null, scope: "unknown" };
}
function sourceOf17(source, description) {
  const url = (0, import_chunk_AAE3F7D82.textOf)(description, "url");
  switch (source) {
    case "git":
      return { kind: "git", url: url ?? "", commit: (0, import_chunk_AAE3F7D82.textOf)(description, "resolved-ref") ?? null };
    case "path":
      return { kind: "path", path: (0, import_chunk_AAE3F7D82.textOf)(description, "path") ?? "" };
    case "sdk":
      return { kind: "path", path: `sdk:${String(description?.value ?? "")}` };
    default:
      return url === void 0 ? import_chunk_31504B252.DEFAULT_REGISTRY : { kind: "registry", url };
  }
}
var pylockToml = {
  id: "pylock.toml",
  ecosystems: ["PyPI"],
  wants: (path) => /(?:^|\/)pylock(?:\.[^./]+)?\.toml$/.test(path),
  wantsBeside: wantsProjectFile,
  parse: parsePylock
};
async function parsePylock(file, siblings) {
  const document = readToml(file.text);
  const { root } = document;
  const locked = new LockedPackages(document);
  const version = (0, import_chunk_AAE3F7D82.textOf)(root, "lock-version");
  if (version !== void 0 && !/^1(?:\.|$)/.test(version)) {
    locked.graph.problem(1, `lock-version ${version} is not known (1 is)`, "LOCKFILE_UNSUPPORTED");
  }
  const added = [];
  for (const node of (0, import_chunk_AAE3F7D82.tablesOf)(root, "packages")) {
    const name = (0, import_chunk_AAE3F7D82.textOf)(node, "name");
    const locks = (0, import_chunk_AAE3F7D82.textOf)(node, "version");
    if (!(0, import_chunk_AAE3F7D82.isWhole)(node)) continue;
    const source = sourceOf18(node);
    if (name === void 0) locked.graph.problem(node.line, "a package has no name");
    else if (locks !== void 0) {
      const integrity = source.kind === "registry" ? { integrity: hasHashes(node) } : {};
      added.push({ index: locked.add(node, name, locks, source, integrity), node });
    } else if (source.kind === "registry") locked.noVersion(node, name);
  }
  for (const { index, node } of added) {
    for (const dependency of (0, import_chunk_AAE3F7D82.elementsOf)((0, import_chunk_AAE3F7D82.memberOf)(node, "dependencies"))) {
      const name = (0, import_chunk_AAE3F7D82.textOf)(dependency, "name");
      if (name !== void 0) locked.connect(index, name, "prod", (0, import_chunk_AAE3F7D82.textOf)(dependency, "version"));
    }
  }
  const edgesKnown = added.some(({ node }) => (0, import_chunk_AAE3F7D82.memberOf)(node, "dependencies") !== void 0);
  return locked.contentWithProject(file, siblings, edgesKnown);
}
function hasHashes(node) {
  return [(0, import_chunk_AAE3F7D82.memberOf)(node, "sdist"), ...(0, import_chunk_AAE3F7D82.elementsOf)((0, import_chunk_AAE3F7D82.memberOf)(node, "wheels"))].some(
    (archive) => ((0, import_chunk_AAE3F7D82.mapOf)((0, import_chunk_AAE3F7D82.memberOf)(archive, "hashes"))?.size ?? 0) > 0
  );
}
function sourceOf18(node) {
  const vcs = (0, import_chunk_AAE3F7D82.memberOf)(node, "vcs");
  if (vcs) {
    const url = (0, import_chunk_AAE3F7D82.textOf)(vcs, "url") ?? (0, import_chunk_AAE3F7D82.textOf)(vcs, "path") ?? "";
    return { kind: "git", url, commit: (0, import_chunk_AAE3F7D82.textOf)(vcs, "commit-id") ?? null };
  }
  const directory = (0, import_chunk_AAE3F7D82.memberOf)(node, "directory");
  if (directory) return { kind: "path", path: (0, import_chunk_AAE3F7D82.textOf)(directory, "path") ?? "" };
  const archive = (0, import_chunk_AAE3F7D82.memberOf)(node, "archive");
  if (archive) {
    const url = (0, import_chunk_AAE3F7D82.textOf)(archive, "url");
    return url === void 0 ? { kind: "path", path: (0, import_chunk_AAE3F7D82.textOf)(archive, "path") ?? "" } : { kind: "url", url };
  }
  const index = (0, import_chunk_AAE3F7D82.textOf)(node, "index");
  return index === void 0 ? import_chunk_31504B252.DEFAULT_REGISTRY : { kind: "registry", url: index };
}
var rebarLock = {
  id: "rebar.lock",
  ecosystems: ["Hex"],
  wants: (path) => path === "rebar.lock" || path.endsWith("/rebar.lock"),
  parse: parseRebarLock
};
function parseRebarLock(file) {
  const { lineAt } = indexLines(file.text);
  const builder = new ContentBuilder();
  const [locks, attributes] = readTerms(file, builder, lineAt);
  const list = locks?.kind === "tuple" ? locks.items[1] : locks;
  if (list?.kind !== "list") throw lockfileError(file.path, 1, "expected a list of locked packages");
  const hashed = new Set(
    keywordItems(attributes, "pkg_hash").flatMap((pair) => termText(termItems(pair)[0]) ?? [])
  );
  for (const entry of list.items) {
    addEntry2(builder, entry, hashed, { line: lineAt(entry.start), endLine: lineAt(entry.end - 1) });
  }
  return builder.content();
}
function readTerms(file, builder, lineAt) {
  const reader = new TermReader(file.text, "erlang");
  const terms = [];
  try {
    while (!reader.isAtEnd() && terms.length < 2) {
      terms.push(reader.read());
      if (!reader.accept(".")) throw new TermSyntaxError('expected "."', reader.offset);
    }
  } catch (error) {
    if (!(error instanceof TermSyntaxError)) throw error;
    if (terms.length === 0) throw lockfileError(file.path, lineAt(error.offset), error.message);
    builder.problem(lineAt(error.offset), error.message);
  }
  return terms;
}
function addEntry2(builder, entry, hashed, place) {
  const [name, source, level] = termItems(entry);
  const app = termText(name);
  const [kind, ...parts] = termItems(source);
  if (entry.kind !== "tuple" || app === void 0 || kind === void 0) {
    builder.problem(place.line, "an entry is not {Name, Source, Level}");
    return;
  }
  const usage = { scope: "prod", direct: level?.kind === "number" ? level.text === "0" : null };
  const found = packageOf(app, termText(kind) ?? "", parts, hashed);
  if (!found) {
    builder.problem(place.line, `the source of ${quote(app)} is not understood`);
    return;
  }
  const position = builder.add({ ecosystem: "Hex", ...found, ...usage, ...place });
  if (usage.direct) builder.connectRoot(position);
}
function packageOf(app, kind, parts, hashed) {
  if (kind === "pkg") {
    const version = termText(parts[1]);
    const name = termText(parts[0]);
    if (name === void 0 || version === void 0) return void 0;
    return { name, version, ...hashed.size === 0 ? {} : { integrity: hashed.has(app) } };
  }
  if (!/^(?:git|git_subdir|hg|raw)$/.test(kind)) return void 0;
  const commit = termText(termItems(parts[1])[1]) ?? null;
  return { name: app, version: "", source: { kind: "git", url: termText(parts[0]) ?? "", commit } };
}
var renvLock = {
  id: "renv.lock",
  ecosystems: ["CRAN", "Bioconductor"],
  wants: (path) => path === "renv.lock" || path.endsWith("/renv.lock"),
  parse: parseRenvLock
};
function parseRenvLock(file) {
  const { root, builder } = openDocument(file, (0, import_chunk_AAE3F7D82.readJson)(file.text));
  const packages = root.get("Packages");
  if (packages && !(0, import_chunk_AAE3F7D82.mapOf)(packages)) builder.problem(packages.line, '"Packages" is not an object');
  const places = /* @__PURE__ */ new Map();
  for (const [key, node] of (0, import_chunk_AAE3F7D82.membersOf)(packages)) {
    if ((0, import_chunk_AAE3F7D82.isWhole)(node)) places.set((0, import_chunk_AAE3F7D82.textOf)(node, "Package") ?? key, addPackage10(builder, key, node));
  }
  let hasEdges = false;
  for (const [key, node] of (0, import_chunk_AAE3F7D82.membersOf)(packages)) {
    const from = places.get((0, import_chunk_AAE3F7D82.textOf)(node, "Package") ?? key);
    for (const name of from === void 0 ? [] : requirementsOf(node)) {
      hasEdges = true;
      builder.connect(from, places.get(name));
    }
  }
  if (hasEdges) builder.assumeRoots();
  return builder.content();
}
function addPackage10(builder, key, node) {
  const { line, endLine } = node;
  const name = (0, import_chunk_AAE3F7D82.textOf)(node, "Package") ?? key;
  const version = (0, import_chunk_AAE3F7D82.textOf)(node, "Version") ?? "";
  if (version === "") builder.problem(line, `${quote(name)} has no version`);
  const ecosystem = (0, import_chunk_AAE3F7D82.textOf)(node, "Source") === "Bioconductor" ? "Bioconductor" : "CRAN";
  return builder.add({ ecosystem, name, version, source: sourceOf19(node), scope: "prod", line, endLine });
}
function sourceOf19(node) {
  const source = ((0, import_chunk_AAE3F7D82.textOf)(node, "Source") ?? "").toLowerCase();
  if (source === "repository" || source === "cran" || source === "bioconductor") return import_chunk_31504B252.DEFAULT_REGISTRY;
  const commit = (0, import_chunk_AAE3F7D82.textOf)(node, "RemoteSha") ?? null;
  const url = (0, import_chunk_AAE3F7D82.textOf)(node, "RemoteUrl");
  const owner = (0, import_chunk_AAE3F7D82.textOf)(node, "RemoteUsername");
  if (owner !== void 0) {
    const host = (0, import_chunk_AAE3F7D82.textOf)(node, "RemoteHost") ?? source;
    return { kind: "git", url: url ?? `${host}/${owner}/${(0, import_chunk_AAE3F7D82.textOf)(node, "RemoteRepo") ?? ""}`, commit };
  }
  if (source.startsWith("git")) return { kind: "git", url: url ?? "", commit };
  return url === void 0 ? { kind: "path", path: "" } : { kind: "url", url };
}
function* requirementsOf(node) {
  for (const field of ["Requirements", "Depends", "Imports", "LinkingTo"]) {
    const written = (0, import_chunk_AAE3F7D82.memberOf)(node, field);
    const texts = typeof written?.value === "string" ? written.value.split(",") : (0, import_chunk_AAE3F7D82.textsOf)(written);
    for (const text of texts) {
      const [name] = /^[A-Za-z][A-Za-z0-9.]*/.exec(text.trim()) ?? [];
      if (name !== void 0) yield name;
    }
  }
}
function logicalLines(text) {
  const found = [];
  let parts = [];
  let start = 0;
  let inVia = false;
  const lines = text.split(/\r\n|[\n\r]/);
  for (const [index, raw] of lines.entries()) {
    const comment = /^\s*#(.*)$/.exec(raw);
    if (comment) {
      inVia = readVia(comment[1], inVia, found.at(-1)?.via);
      if (parts.length === 0) continue;
    }
    const isContinued = !comment && raw.endsWith("\\") && index < lines.length - 1;
    if (parts.length === 0) start = index + 1;
    if (!comment) parts.push(isContinued ? raw.slice(0, -1) : raw);
    if (isContinued) continue;
    const joined = withoutComment(parts.join(" "));
    parts = [];
    if (joined === "") continue;
    inVia = false;
    found.push({ text: joined, line: start, endLine: index + 1, via: viaOf(raw) });
  }
  return found;
}
function withoutComment(text) {
  const comment = text.search(/(?:^|\s)#/);
  return (comment === -1 ? text : text.slice(0, comment)).trim();
}
function readVia(comment, inVia, via) {
  const named = /^\s*via\b\s*(.*)$/.exec(comment);
  if (named) {
    if (via && named[1] !== "") via.push(...split(named[1]));
    return true;
  }
  const more = inVia ? /^\s{3,}(\S.*)$/.exec(comment) : null;
  if (more && via) via.push(...split(more[1]));
  return more !== null;
}
function viaOf(raw) {
  const named = /\s#\s*via\s+(\S.*)$/.exec(raw);
  return named ? split(named[1]) : [];
}
function split(names) {
  return names.split(",").map((name) => name.trim()).filter((name) => name !== "");
}
var requirementsTxt = {
  id: "requirements.txt",
  ecosystems: ["PyPI"],
  wants: isRequirementsPath,
  wantsBeside: (path) => /\.(?:txt|in|pip|requirements)$/.test(path),
  parse: parseRequirementsTxt
};
function isRequirementsPath(path) {
  return /(?:^|\/)(?:[^/]*requirements[^/]*|requirements\/[^/]+)\.txt$/i.test(path);
}
var MAX_INCLUDES = 50;
var OPTION2 = /^(--?[a-z][a-z-]*)(?:=|\s+)?(.*)$/i;
var OPTIONS = new Set(
  `-i --index-url --pypi-url --extra-index-url --no-index -f --find-links --no-binary --only-binary
  --prefer-binary --require-hashes --pre --trusted-host --use-feature --process-dependency-links --always-unzip
  -Z`.split(/\s+/)
);
async function parseRequirementsTxt(file, siblings) {
  const reading = new RequirementsReading(siblings);
  await reading.read(file, void 0);
  return reading.content();
}
var RequirementsReading = class {
  #graph = new import_chunk_AAE3F7D82.Graph();
  #siblings;
  #found = [];
  #constraints = /* @__PURE__ */ new Map();
  #visited = /* @__PURE__ */ new Set();
  constructor(siblings) {
    this.#siblings = siblings;
  }
  /** `at` is the line of the file being judged that brings this file in. */
  async read(file, at, isConstraints = false) {
    this.#visited.add(file.path);
    for (const logical of logicalLines(file.text)) {
      const line = at ?? logical.line;
      const { text } = logical;
      if (text.startsWith("-")) await this.#option(text, line, file.path, isConstraints);
      else if (!isAddress(text)) {
        this.#requirement({ ...logical, line, endLine: at ?? logical.endLine }, isConstraints);
      }
    }
  }
  content() {
    const usesHashes = this.#found.some(({ hasHash }) => hasHash);
    const byName = /* @__PURE__ */ new Map();
    for (const { requirement, line, endLine, hasHash } of this.#found) {
      const name = normalName(requirement.name);
      const index = this.#graph.add({
        ecosystem: "PyPI",
        name: requirement.name,
        version: exactVersion(requirement) ?? this.#constraints.get(name) ?? namedVersion(requirement),
        source: import_chunk_31504B252.DEFAULT_REGISTRY,
        line,
        endLine,
        ...usesHashes ? { integrity: hasHash } : {}
      });
      if (!byName.has(name)) byName.set(name, index);
    }
    const edgesKnown = this.#connect(byName);
    return this.#graph.content({ rootsKnown: edgesKnown && !this.#graph.hasOrphans(), edgesKnown });
  }
  #connect(byName) {
    for (const { requirement, via } of this.#found) {
      const to = byName.get(normalName(requirement.name));
      for (const dependent of via) {
        const from = byName.get(normalName(dependent.replace(/\[.*/, "")));
        if (from !== void 0) this.#graph.connect(from, to);
        else if (!/^(?:-c|--constraint)\b/.test(dependent)) this.#graph.connect(import_chunk_31504B252.ROOT, to);
      }
    }
    return this.#found.some(({ via }) => via.length > 0);
  }
  async #option(text, line, from, isConstraints) {
    const [, name = "", value = ""] = OPTION2.exec(text) ?? [];
    const short = /^-[rc](?=\S)(.*)$/.exec(text);
    if (name === "-r" || name === "--requirement") await this.#include(value, line, from, isConstraints);
    else if (name === "-c" || name === "--constraint") await this.#include(value, line, from, true);
    else if (short && !name.startsWith("--"))
      await this.#include(short[1], line, from, isConstraints || text[1] === "c");
    else if (name !== "-e" && name !== "--editable" && !OPTIONS.has(name)) {
      this.#graph.problem(line, `the option ${quote5(text)} is not known`);
    }
  }
  async #include(value, line, from, isConstraints) {
    const target = value.trim().replace(/^(["'])(.*)\1$/, "$2");
    if (/^[a-z]+:\/\//i.test(target)) {
      this.#graph.problem(line, `${quote5(target)} is on the network and was not read`, "LOCKFILE_UNRESOLVED");
      return;
    }
    const path = resolvePath2(from, target);
    if (this.#visited.has(path) || !isConstraints && this.#siblings.isReadItself?.(path)) return;
    if (this.#visited.size > MAX_INCLUDES) {
      this.#graph.problem(line, `more than ${MAX_INCLUDES} files are brought in`, "LIMIT_EXCEEDED");
      return;
    }
    const file = await this.#siblings.read(path);
    if (file) await this.read(file, line, isConstraints);
    else this.#graph.problem(line, `${quote5(target)} is not there`, "LOCKFILE_UNRESOLVED");
  }
  #requirement(logical, isConstraints) {
    const options = logical.text.search(/\s--?[a-z]/i);
    const text = options === -1 ? logical.text : logical.text.slice(0, options);
    const requirement = parseRequirement(text);
    if (!requirement) {
      this.#graph.problem(logical.line, `${quote5(text)} is no requirement`);
      return;
    }
    if (requirement.url !== void 0) return;
    const needsVariable = /\$\{\w+\}/.test(text);
    if (needsVariable) {
      this.#graph.problem(
        logical.line,
        `${quote5(text)} needs a variable of the environment`,
        "LOCKFILE_UNRESOLVED"
      );
    }
    const hasHash = options !== -1 && logical.text.includes("--hash", options);
    const exact = needsVariable ? void 0 : exactVersion(requirement);
    const told = needsVariable ? { ...requirement, clauses: [] } : requirement;
    if (!isConstraints) this.#found.push({ ...logical, requirement: told, hasHash });
    else if (exact !== void 0) this.#constraints.set(normalName(requirement.name), exact);
  }
};
function namedVersion({ clauses }) {
  const [only, ...others] = clauses;
  if (!only || others.length > 0 || only.version.includes("*")) return "";
  return [">=", "<=", "~="].includes(only.operator) ? only.version : "";
}
function isAddress(text) {
  const [word = ""] = text.split(/[\s;]/);
  return /^[a-z][a-z0-9+.-]*:/i.test(word) || /^[./~]|[\\/]/.test(word) || /\.(?:whl|zip|tar\.gz|tar\.bz2|tgz|egg)$/i.test(word);
}
function resolvePath2(from, target) {
  const parts = target.startsWith("/") ? [] : from.split("/").slice(0, -1);
  for (const part of target.split("/")) {
    if (part === ".." && parts.length > 0) parts.pop();
    else if (part !== "." && part !== "") parts.push(part);
  }
  return (from.startsWith("/") ? "/" : "") + parts.filter((part, index) => part !== "" || index > 0).join("/");
}
function quote5(text) {
  return JSON.stringify(text.slice(0, 200));
}
var cyclonedx = {
  id: "cyclonedx",
  ecosystems: [],
  wants: (path) => /(?:^|\/)(?:bom\.(?:json|xml)|[^/]+\.cdx\.(?:json|xml))$/i.test(path),
  parse: async (file) => (await Promise.resolve().then(() => require("./cyclonedx-content-4C70210E.cjs").cyclonedx_content_TZ4RCY6A)).parseCyclonedx(file)
};
var spdxDocument = {
  id: "spdx",
  ecosystems: [],
  wants: (path) => /\.spdx(?:\.(?:json|ya?ml|rdf))?$/i.test(path),
  parse: async (file) => (await Promise.resolve().then(() => require("./spdx-content-3QV4CCDN.cjs").spdx_content_3QV4CCDN)).parseSpdx(file)
};
var sbtLock = {
  id: "build.sbt.lock",
  ecosystems: ["Maven"],
  wants: (path) => /(?:^|\/)[^/]*\.sbt\.lock$/.test(path),
  parse: parseSbtLock
};
function parseSbtLock(file) {
  const { root, builder } = openDocument(file, (0, import_chunk_AAE3F7D82.readJson)(file.text));
  const dependencies = root.get("dependencies");
  if (!Array.isArray(dependencies?.value)) throw lockfileError(file.path, 1, 'it has no list "dependencies"');
  const version = root.get("lockVersion");
  if (version?.value !== 1) {
    builder.problem(version?.line ?? 1, "its lockVersion is not known (1 is)", "LOCKFILE_UNSUPPORTED");
  }
  for (const node of (0, import_chunk_AAE3F7D82.elementsOf)(dependencies)) {
    if ((0, import_chunk_AAE3F7D82.isWhole)(node)) addModule(builder, node);
  }
  return builder.content();
}
function addModule(builder, node) {
  const { line, endLine } = node;
  const organisation = (0, import_chunk_AAE3F7D82.textOf)(node, "org");
  const module2 = (0, import_chunk_AAE3F7D82.textOf)(node, "name");
  const version = (0, import_chunk_AAE3F7D82.textOf)(node, "version");
  if (!organisation || !module2 || !version) {
    builder.problem(line, `${quote(`${organisation}:${module2}`)} has no org, name or version`);
    return;
  }
  const name = `${organisation}:${module2}`;
  const scope = scopeOf7((0, import_chunk_AAE3F7D82.textsOf)((0, import_chunk_AAE3F7D82.memberOf)(node, "configurations")));
  const artifacts = (0, import_chunk_AAE3F7D82.elementsOf)((0, import_chunk_AAE3F7D82.memberOf)(node, "artifacts"));
  const integrity = artifacts.every((artifact) => ((0, import_chunk_AAE3F7D82.textOf)(artifact, "hash") ?? "") !== "");
  builder.add({ ecosystem: "Maven", name, version, scope, integrity, line, endLine });
}
function scopeOf7(configurations) {
  const has = (...names) => configurations.some((name) => names.includes(name));
  if (has("compile", "runtime", "default")) return "prod";
  if (has("optional")) return "optional";
  if (has("provided")) return "peer";
  return has("test", "it") ? "test" : "unknown";
}
var stackLock = {
  id: "stack.yaml.lock",
  ecosystems: ["Hackage"],
  wants: (path) => /(?:^|\/)stack(?:[^/]*)\.ya?ml\.lock$/.test(path),
  parse: parseStackLock
};
async function parseStackLock(file) {
  const { root, builder } = openDocument(file, await (0, import_chunk_AAE3F7D8.readYaml)(file.text));
  const packages = root.get("packages");
  if (packages && packages.value !== null && !Array.isArray(packages.value)) {
    builder.problem(packages.line, '"packages" is not a list');
  }
  for (const entry of (0, import_chunk_AAE3F7D82.elementsOf)(packages)) {
    if ((0, import_chunk_AAE3F7D82.isWhole)(entry)) addEntry3(builder, entry);
  }
  return builder.content();
}
function addEntry3(builder, entry) {
  const { line, endLine } = entry;
  const completed = (0, import_chunk_AAE3F7D82.memberOf)(entry, "completed");
  const hackage = (0, import_chunk_AAE3F7D82.textOf)(completed, "hackage");
  const named = hackage === void 0 ? { name: (0, import_chunk_AAE3F7D82.textOf)(completed, "name") ?? "", version: (0, import_chunk_AAE3F7D82.textOf)(completed, "version") ?? "" } : parseHackage(hackage);
  if (!named || named.name === "") {
    builder.problem(line, `${quote(hackage ?? "")} is no package`);
    return;
  }
  const source = hackage === void 0 ? { source: sourceOf20(completed) } : { integrity: hackage.includes("@sha256:") };
  builder.add({ ecosystem: "Hackage", ...named, ...source, scope: "prod", direct: true, line, endLine });
  builder.connectRoot(builder.packages.length - 1);
}
function parseHackage(text) {
  const [, name, version] = /^([A-Za-z0-9-]+)-([0-9]+(?:\.[0-9]+)*)(?:@|$)/.exec(text) ?? [];
  return name === void 0 || version === void 0 ? void 0 : { name, version };
}
function sourceOf20(completed) {
  const git2 = (0, import_chunk_AAE3F7D82.textOf)(completed, "git") ?? (0, import_chunk_AAE3F7D82.textOf)(completed, "hg");
  if (git2 !== void 0) return { kind: "git", url: git2, commit: (0, import_chunk_AAE3F7D82.textOf)(completed, "commit") ?? null };
  const url = (0, import_chunk_AAE3F7D82.textOf)(completed, "url") ?? (0, import_chunk_AAE3F7D82.textOf)(completed, "archive") ?? "";
  return { kind: "url", url };
}
var uvLock = {
  id: "uv.lock",
  ecosystems: ["PyPI"],
  wants: (path) => path === "uv.lock" || path.endsWith("/uv.lock"),
  parse: parseUvLock
};
function parseUvLock(file) {
  const document = readToml(file.text);
  const { root } = document;
  const locked = new LockedPackages(document);
  const version = (0, import_chunk_AAE3F7D82.memberOf)(root, "version");
  if (typeof version?.value === "number" && version.value > 1) {
    locked.graph.problem(version.line, `version ${version.value} is not known (1 is)`, "LOCKFILE_UNSUPPORTED");
  }
  const added = [];
  for (const node of (0, import_chunk_AAE3F7D82.tablesOf)(root, "package")) {
    const index = (0, import_chunk_AAE3F7D82.isWhole)(node) ? addPackage11(locked, node) : void 0;
    if (index !== void 0) added.push({ index, node });
  }
  for (const { index, node } of added) connect2(locked, index, node);
  const manifest = (0, import_chunk_AAE3F7D82.memberOf)(root, "manifest");
  connectList(locked, import_chunk_31504B252.ROOT, (0, import_chunk_AAE3F7D82.memberOf)(manifest, "requirements"), "prod");
  for (const [, group] of (0, import_chunk_AAE3F7D82.membersOf)((0, import_chunk_AAE3F7D82.memberOf)(manifest, "dependency-groups")))
    connectList(locked, import_chunk_31504B252.ROOT, group, "dev");
  const rootsKnown = added.some(({ index }) => isMember(locked, index));
  return locked.graph.content({ rootsKnown, edgesKnown: true });
}
function isMember(locked, index) {
  return index === import_chunk_31504B252.ROOT || locked.graph.at(index).source.kind === "workspace";
}
function addPackage11(locked, node) {
  const name = (0, import_chunk_AAE3F7D82.textOf)(node, "name");
  const source = sourceOf21((0, import_chunk_AAE3F7D82.memberOf)(node, "source"));
  if (source.kind === "workspace" && source.path === ".") return import_chunk_31504B252.ROOT;
  const isLocal2 = source.kind === "workspace" || source.kind === "path";
  const version = (0, import_chunk_AAE3F7D82.textOf)(node, "version") ?? (isLocal2 ? "" : void 0);
  if (name === void 0 || version === void 0) {
    locked.noVersion(node, name ?? "a package");
    return void 0;
  }
  const files = [(0, import_chunk_AAE3F7D82.memberOf)(node, "sdist"), ...(0, import_chunk_AAE3F7D82.elementsOf)((0, import_chunk_AAE3F7D82.memberOf)(node, "wheels"))];
  const hasHash = files.some((archive) => (0, import_chunk_AAE3F7D82.textOf)(archive, "hash") !== void 0);
  return locked.add(node, name, version, source, source.kind === "registry" ? { integrity: hasHash } : {});
}
var SECTIONS6 = [
  ["optional-dependencies", "optional"],
  ["dev-dependencies", "dev"]
];
function connect2(locked, from, node) {
  connectList(locked, from, (0, import_chunk_AAE3F7D82.memberOf)(node, "dependencies"), "prod");
  const isOwn = isMember(locked, from);
  for (const [section, scope] of SECTIONS6) {
    for (const [, group] of (0, import_chunk_AAE3F7D82.membersOf)((0, import_chunk_AAE3F7D82.memberOf)(node, section)))
      connectList(locked, from, group, isOwn ? scope : "prod");
  }
}
function connectList(locked, from, list, scope) {
  for (const dependency of (0, import_chunk_AAE3F7D82.elementsOf)(list)) {
    const name = (0, import_chunk_AAE3F7D82.textOf)(dependency, "name");
    if (name !== void 0) locked.connect(from, name, scope, (0, import_chunk_AAE3F7D82.textOf)(dependency, "version"));
  }
}
function sourceOf21(node) {
  const member = (0, import_chunk_AAE3F7D82.textOf)(node, "editable") ?? (0, import_chunk_AAE3F7D82.textOf)(node, "virtual");
  if (member !== void 0) return { kind: "workspace", path: member };
  const git2 = (0, import_chunk_AAE3F7D82.textOf)(node, "git");
  if (git2 !== void 0) {
    const [address = "", commit] = git2.split("#");
    return { kind: "git", url: address.split("?")[0], commit: commit ?? null };
  }
  const url = (0, import_chunk_AAE3F7D82.textOf)(node, "url");
  if (url !== void 0) return { kind: "url", url };
  const path = (0, import_chunk_AAE3F7D82.textOf)(node, "path") ?? (0, import_chunk_AAE3F7D82.textOf)(node, "directory");
  if (path !== void 0) return { kind: "path", path };
  const registry = (0, import_chunk_AAE3F7D82.textOf)(node, "registry");
  return registry === void 0 ? import_chunk_31504B252.DEFAULT_REGISTRY : { kind: "registry", url: registry };
}
var vendorModules = {
  id: "vendor/modules.txt",
  ecosystems: ["Go"],
  wants: (path) => path === "vendor/modules.txt" || path.endsWith("/vendor/modules.txt"),
  parse: parseVendorModules
};
function parseVendorModules(file) {
  const graph = new import_chunk_AAE3F7D82.Graph();
  const modules = [];
  let current;
  for (const [index, raw] of file.text.split("\n").entries()) {
    const text = raw.trim();
    if (text === "") continue;
    if (text.startsWith("## ")) {
      if (current && /^## explicit\b/.test(text)) current.isExplicit = true;
    } else if (text.startsWith("# ")) {
      current = parseModule(text.slice(2), index + 1, graph);
      if (current) modules.push(current);
    } else if (current) current.hasPackages = true;
    if (current) current.endLine = index + 1;
  }
  for (const { name, version, source, line, endLine, isExplicit, hasPackages } of modules) {
    if (!hasPackages) continue;
    const added = graph.add({ ecosystem: "Go", name, version, source, scope: "prod", line, endLine });
    if (isExplicit) graph.connect(import_chunk_31504B252.ROOT, added);
  }
  return graph.content({ rootsKnown: true, edgesKnown: false });
}
function parseModule(text, line, graph) {
  const tokens = text.split(/\s+/);
  const arrow = tokens.indexOf("=>");
  const own = arrow === -1 ? tokens : tokens.slice(0, arrow);
  const [path = "", version] = own;
  const [target, targetVersion, ...more] = arrow === -1 ? [] : tokens.slice(arrow + 1);
  const rest = { line, endLine: line, isExplicit: false, hasPackages: false };
  if (target !== void 0 && isVersion(targetVersion) && more.length === 0) {
    return { name: target, version: bare(targetVersion), source: import_chunk_31504B252.DEFAULT_REGISTRY, ...rest };
  }
  if (isVersion(version) && own.length === 2 && targetVersion === void 0) {
    const source = target === void 0 ? import_chunk_31504B252.DEFAULT_REGISTRY : { kind: "path", path: target };
    return { name: path, version: bare(version), source, ...rest };
  }
  if (arrow === -1 || targetVersion !== void 0)
    graph.problem(line, `${JSON.stringify(text.slice(0, 200))} is no module and version`);
  return void 0;
}
function isVersion(text) {
  return text !== void 0 && /^v\d/.test(text);
}
function bare(version) {
  return version.replace(/^v/, "");
}
var verificationMetadata = {
  id: "verification-metadata.xml",
  ecosystems: ["Maven"],
  wants: (path) => /(?:^|\/)gradle\/verification-metadata\.xml$/.test(path),
  parse: parseVerificationMetadata
};
function parseVerificationMetadata(file) {
  const { root, builder } = openXml(file, "verification-metadata");
  for (const component of (0, import_chunk_AAE3F7D82.childrenOf)((0, import_chunk_AAE3F7D82.childOf)(root, "components"), "component")) {
    if (component.isWhole) addComponent(builder, component);
  }
  return builder.content();
}
function addComponent(builder, component) {
  const { line, endLine, attributes } = component;
  const name = `${attributes.get("group") ?? ""}:${attributes.get("name") ?? ""}`;
  const version = attributes.get("version") ?? "";
  for (const attribute of ["group", "name", "version"]) {
    if (!attributes.get(attribute)) builder.problem(line, `the component ${quote(name)} has no ${attribute}`);
  }
  const integrity = (0, import_chunk_AAE3F7D82.childrenOf)(component, "artifact").every(
    (artifact) => artifact.children.some(({ name: name2 }) => /^(?:sha256|sha512|pgp)$/.test(name2))
  );
  builder.add({ ecosystem: "Maven", name, version, line, endLine, integrity });
}
var versionCatalog = {
  id: "libs.versions.toml",
  ecosystems: ["Maven"],
  wants: (path) => /(?:^|\/)[^/]+\.versions\.toml$/.test(path),
  parse: parseVersionCatalog
};
function parseVersionCatalog(file) {
  const { root, builder } = openDocument(file, readToml(file.text));
  const versions = root.get("versions");
  for (const [alias, node] of (0, import_chunk_AAE3F7D82.membersOf)(root.get("libraries"))) {
    if (!(0, import_chunk_AAE3F7D82.isWhole)(node)) continue;
    const [name, version] = libraryOf(node);
    if (name === void 0) builder.problem(node.line, `the library ${quote(alias)} has no module`);
    else addModule2(builder, versions, { name, version, node, scope: "prod" });
  }
  for (const [alias, node] of (0, import_chunk_AAE3F7D82.membersOf)(root.get("plugins"))) {
    if (!(0, import_chunk_AAE3F7D82.isWhole)(node)) continue;
    const [id, version] = pluginOf(node);
    if (id === void 0) builder.problem(node.line, `the plugin ${quote(alias)} has no id`);
    else addModule2(builder, versions, { name: `${id}:${id}.gradle.plugin`, version, node, scope: "build" });
  }
  return builder.content();
}
function libraryOf(node) {
  if (typeof node.value === "string") {
    const [, name, version] = /^([^:\s]+:[^:\s]+):([^:\s]+)$/.exec(node.value) ?? [];
    return [name, version];
  }
  const module2 = (0, import_chunk_AAE3F7D82.textOf)(node, "module");
  const group = (0, import_chunk_AAE3F7D82.textOf)(node, "group");
  const artifact = (0, import_chunk_AAE3F7D82.textOf)(node, "name");
  const joined = group !== void 0 && artifact !== void 0 ? `${group}:${artifact}` : void 0;
  return [module2 ?? joined, (0, import_chunk_AAE3F7D82.memberOf)(node, "version")];
}
function pluginOf(node) {
  if (typeof node.value !== "string") return [(0, import_chunk_AAE3F7D82.textOf)(node, "id"), (0, import_chunk_AAE3F7D82.memberOf)(node, "version")];
  const [, id, version] = /^([^:\s]+):([^:\s]+)$/.exec(node.value) ?? [];
  return [id, version];
}
function addModule2(builder, versions, found) {
  const { name, node, scope } = found;
  const { line, endLine } = node;
  const { version, why } = resolveVersion(versions, found.version);
  if (why !== void 0) builder.problem(line, `the version of ${quote(name)} ${why}`, "LOCKFILE_UNRESOLVED");
  builder.add({ ecosystem: "Maven", name, version, scope, line, endLine });
}
function resolveVersion(versions, written) {
  if (written === void 0) return { version: "", why: "is not set here" };
  if (typeof written === "string") return plainVersion(written);
  const ref = (0, import_chunk_AAE3F7D82.textOf)(written, "ref");
  const node = ref === void 0 ? written : (0, import_chunk_AAE3F7D82.memberOf)(versions, ref);
  if (!node) return { version: "", why: `refers to ${quote(ref ?? "")}, which is not set here` };
  if (typeof node.value === "string") return plainVersion(node.value);
  const strictest = (0, import_chunk_AAE3F7D82.textOf)(node, "strictly") ?? (0, import_chunk_AAE3F7D82.textOf)(node, "require");
  const named = strictest !== void 0 && isOneVersion(strictest) ? strictest : (0, import_chunk_AAE3F7D82.textOf)(node, "prefer");
  return plainVersion(named ?? strictest ?? "");
}
function plainVersion(text) {
  if (isOneVersion(text)) return { version: text.replace(/!!$/, "") };
  return { version: "", why: text === "" ? "is not set here" : `is a range, ${quote(text)}` };
}
function isOneVersion(text) {
  return text !== "" && !/[[\]()+,\s]|^latest\./.test(text);
}
function wantsPackageJson(path) {
  return path === "package.json" || path.endsWith("/package.json");
}
async function readNpmRequests(lockfile, folder, siblings) {
  const manifest = await manifestIn(lockfile, folder, siblings);
  return manifest?.requests.map(({ name, spec, kind }) => ({ name, spec, scope: kind }));
}
async function readNpmResolutions(lockfile, siblings) {
  return (await manifestIn(lockfile, ".", siblings))?.resolutions ?? [];
}
async function manifestIn(lockfile, folder, siblings) {
  const base = lockfile.slice(0, lockfile.lastIndexOf("/") + 1);
  const place = folder === "." || folder === "" ? "" : `${folder.replace(/^\.\//, "")}/`;
  return readManifest(await siblings.read(`${base}${place}package.json`));
}
var PATTERN = /^(?:((?:@[^/@]+\/)?[^/@]+)(?:@([^/]+))?\/)?((?:@[^/@]+\/)?[^/@]+)(?:@(.+))?$/;
var MAX_PATTERN = 500;
function resolver(overrides) {
  const byName = /* @__PURE__ */ new Map();
  for (const { pattern, spec } of overrides) {
    const [, from, reference, name, range] = (pattern.length <= MAX_PATTERN ? PATTERN.exec(pattern.replace(/^(?:\*{1,2}\/)+/, "")) : null) ?? [];
    if (name === void 0) continue;
    const resolution = { from: from === void 0 ? void 0 : [from, reference], range, spec };
    byName.set(name, [...byName.get(name) ?? [], resolution]);
  }
  return (dependent, name, range) => byName.get(name)?.find((resolution) => applies(resolution, dependent, range))?.spec;
}
function applies({ from, range: asked }, dependent, range) {
  if (from && from[0] !== dependent.name) return false;
  if (from?.[1] !== void 0 && bare2(from[1]) !== bare2(dependent.reference)) return false;
  return asked === void 0 || bare2(asked) === bare2(range);
}
function bare2(range) {
  return range.replace(/^npm:/, "");
}
var KNOWN_VERSIONS2 = /^(?:[1-9]|10)$/;
async function parseYarnBerry(file, siblings) {
  let reading = new BerryReading();
  const problems = await (0, import_chunk_AAE3F7D8.readYamlMembers)(file.text, () => {
    reading = new BerryReading();
    return (key, node) => reading.see(key, node);
  });
  const { entries, graph } = reading;
  graph.leadingProblems([...problems, ...reading.unknownVersion]);
  const knowsScopes = await connectEntries2(entries, graph, file, siblings);
  const rootsKnown = entries.list.some(({ source }) => source.kind === "workspace");
  return graph.content({ rootsKnown: rootsKnown || knowsScopes, edgesKnown: true });
}
var BerryReading = class {
  entries = new BerryEntries();
  graph = new import_chunk_AAE3F7D82.Graph();
  unknownVersion = [];
  see(key, node) {
    if (key !== "__metadata") {
      addEntry4(this.entries, this.graph, key, node);
      return;
    }
    const version = (0, import_chunk_AAE3F7D82.textOf)(node, "version");
    if (version === void 0 || KNOWN_VERSIONS2.test(version)) return;
    const message = `__metadata version ${version} is not known`;
    this.unknownVersion.push({ line: node.line, code: "LOCKFILE_UNSUPPORTED", message });
  }
};
var BerryEntries = class {
  list = [];
  /** Name, range, and whether it is optional, of what one entry after the other asks for. */
  requests = new import_chunk_31504B252.PackedRows(3);
  texts = new PackedTexts();
  #byDescriptor = /* @__PURE__ */ new Map();
  /** Patched packages by the descriptor of what they patch: yarn's own patches are asked for by nobody. */
  #patches = /* @__PURE__ */ new Map();
  #byName = /* @__PURE__ */ new Map();
  add(entry, key, name) {
    this.list.push(entry);
    for (const descriptor of key.split(/,\s*/)) {
      this.#byDescriptor.set(descriptor, entry.index);
      const patched = patchedDescriptor(descriptor);
      if (patched !== void 0) this.#patches.set(patched, entry.index);
    }
    const named = this.#byName.get(name);
    if (named) named.push(entry.index);
    else this.#byName.set(name, [entry.index]);
  }
  addRequest(name, range, isOptional) {
    const row = this.requests.add();
    this.requests.set(row, 0, this.texts.add(name));
    this.requests.set(row, 1, this.texts.add(range));
    this.requests.set(row, 2, Number(isOptional));
  }
  request(row) {
    const name = this.texts.at(this.requests.get(row, 0));
    return {
      name,
      range: this.texts.at(this.requests.get(row, 1)),
      isOptional: this.requests.get(row, 2) === 1
    };
  }
  find(name, range) {
    const found = [];
    for (const descriptor of [`${name}@${range}`, `${name}@npm:${range}`]) {
      for (const map of [this.#byDescriptor, this.#patches]) {
        const index = map.get(descriptor);
        if (index !== void 0) found.push(index);
      }
    }
    if (found.length > 0) return found;
    const named = this.#byName.get(name) ?? [];
    return named.length === 1 ? named : [];
  }
};
function addEntry4(entries, graph, key, node) {
  const resolution = (0, import_chunk_AAE3F7D82.textOf)(node, "resolution");
  const version = (0, import_chunk_AAE3F7D82.textOf)(node, "version");
  if (resolution === void 0 || version === void 0) {
    const missing = resolution === void 0 ? "resolution" : "version";
    graph.problem(node.line, `${JSON.stringify(key.slice(0, 200))} has no ${missing}`);
    return;
  }
  const { name: asked, rest } = splitAtVersion(resolution);
  const source = sourceOf22(rest, asked);
  const name = (source.kind === "url" ? publishedName(source.url, version) : void 0) ?? asked;
  const index = isRootWorkspace(source) ? import_chunk_31504B252.ROOT : graph.add({
    ecosystem: "npm",
    name,
    version,
    source,
    line: node.line,
    endLine: node.endLine,
    ...source.kind === "registry" ? integrityOf(node) : {}
  });
  const at = entries.texts.add(resolution);
  entries.add({ index, source, resolution: at, firstRequest: entries.requests.length }, key, asked);
  const optional = (0, import_chunk_AAE3F7D82.memberOf)(node, "dependenciesMeta");
  for (const [dependency, range] of (0, import_chunk_AAE3F7D82.mapOf)((0, import_chunk_AAE3F7D82.memberOf)(node, "dependencies")) ?? []) {
    if (typeof range.value === "string") {
      entries.addRequest(dependency, range.value, (0, import_chunk_AAE3F7D82.isTrue)((0, import_chunk_AAE3F7D82.memberOf)(optional, dependency), "optional"));
    }
  }
}
function integrityOf(node) {
  const hasChecksum = (0, import_chunk_AAE3F7D82.textOf)(node, "checksum") !== void 0;
  return hasChecksum || (0, import_chunk_AAE3F7D82.memberOf)(node, "conditions") === void 0 ? { integrity: hasChecksum } : {};
}
function isRootWorkspace(source) {
  return source.kind === "workspace" && source.path === ".";
}
function sourceOf22(reference, name) {
  const [bare3 = "", parameters = ""] = reference.split("::");
  if (bare3.startsWith("workspace:")) return { kind: "workspace", path: bare3.slice("workspace:".length) };
  if (bare3.startsWith("npm:")) {
    const archive = new URLSearchParams(parameters).get("__archiveUrl");
    return archive === null ? import_chunk_31504B252.DEFAULT_REGISTRY : { kind: "registry", url: registryOf(archive, name) };
  }
  if (bare3.startsWith("patch:")) {
    const { rest } = splitAtVersion(decode(bare3.slice("patch:".length).split("#")[0]));
    return sourceOf22(rest, name);
  }
  if (/^(?:file|link|portal):/.test(bare3)) return { kind: "path", path: bare3.replace(/^[a-z]+:|#.*$/g, "") };
  return sourceOfAddress(reference) ?? { kind: "url", url: reference };
}
function patchedDescriptor(descriptor) {
  const { rest } = splitAtVersion(descriptor);
  if (!rest.startsWith("patch:")) return void 0;
  const inner = decode(rest.slice("patch:".length).split("#")[0]);
  const { name, rest: range } = splitAtVersion(inner);
  return range.includes(":") ? inner : `${name}@npm:${range}`;
}
function decode(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
async function connectEntries2(entries, graph, file, siblings) {
  let knowsScopes = false;
  const resolve = resolver(await readNpmResolutions(file.path, siblings));
  for (const [position, { index, source, resolution, firstRequest }] of entries.list.entries()) {
    const own = splitAtVersion(entries.texts.at(resolution));
    const dependent = { name: own.name, reference: own.rest };
    const isMember2 = source.kind === "workspace";
    const requests = isMember2 ? await readNpmRequests(file.path, source.path, siblings) : void 0;
    knowsScopes ||= requests !== void 0;
    const scopes = requests && new Map(requests.map((request) => [request.name, request.scope]));
    const end = entries.list[position + 1]?.firstRequest ?? entries.requests.length;
    for (let request = firstRequest; request < end; request++) {
      const { name, range, isOptional } = entries.request(request);
      const asked = isMember2 ? scopes?.get(name) ?? "unknown" : "prod";
      for (const to of entries.find(name, resolve(dependent, name, range) ?? range)) {
        if (to !== import_chunk_31504B252.ROOT) graph.connect(index, to, isOptional ? "optional" : asked);
      }
    }
  }
  return knowsScopes;
}
async function parseYarnClassic(file, siblings) {
  const graph = new import_chunk_AAE3F7D82.Graph();
  const byPattern = new Patterns();
  const reading = new ClassicReading(graph, byPattern);
  for (const line of (0, import_chunk_AAE3F7D8.eachLine)(file.text)) reading.read(line);
  reading.end();
  byPattern.connect(graph);
  const requests = await readNpmRequests(file.path, ".", siblings);
  for (const { name, spec, scope } of requests ?? []) {
    const to = byPattern.find(`${name}@${spec}`);
    if (to !== void 0) graph.connect(import_chunk_31504B252.ROOT, to, scope);
  }
  return graph.content({ rootsKnown: requests !== void 0 && !graph.hasOrphans(), edgesKnown: true });
}
var Patterns = class {
  #texts = new PackedTexts();
  #answers = /* @__PURE__ */ new Map();
  /** The asking entry's first pattern, the pattern that it asks for, and whether it can do without. */
  #requests = new import_chunk_31504B252.PackedRows(3);
  answer(pattern, index) {
    this.#answers.set(this.#texts.add(pattern), index);
  }
  ask(from, pattern, isOptional) {
    const row = this.#requests.add();
    this.#requests.set(row, 0, this.#texts.add(from));
    this.#requests.set(row, 1, this.#texts.add(pattern));
    this.#requests.set(row, 2, Number(isOptional));
  }
  find(pattern) {
    const number = this.#texts.find(pattern);
    return number === void 0 ? void 0 : this.#answers.get(number);
  }
  connect(graph) {
    for (let row = 0; row < this.#requests.length; row++) {
      const from = this.#answers.get(this.#requests.get(row, 0));
      const to = this.#answers.get(this.#requests.get(row, 1));
      const scope = this.#requests.get(row, 2) === 1 ? "optional" : "prod";
      if (from !== void 0 && to !== void 0) graph.connect(from, to, scope);
    }
  }
};
function addEntry5(entry, graph) {
  const { version, line, endLine } = entry;
  if (version === void 0) {
    graph.problem(line, `${JSON.stringify(entry.patterns[0].slice(0, 200))} has no version`);
    return void 0;
  }
  const asked = nameOf(entry.patterns);
  const source = sourceOf23(entry, asked);
  const name = (source.kind === "url" ? publishedName(source.url, version) : void 0) ?? asked;
  return graph.add({
    ecosystem: "npm",
    name,
    version,
    source,
    line,
    endLine,
    ...source.kind === "registry" ? { integrity: entry.hasIntegrity } : {}
  });
}
function nameOf(patterns) {
  for (const pattern of patterns) {
    const { rest } = splitAtVersion(pattern);
    if (rest.startsWith("npm:")) return splitAtVersion(rest.slice("npm:".length)).name;
  }
  return splitAtVersion(patterns[0]).name;
}
function sourceOf23({ patterns, resolved }, name) {
  const ranges = patterns.map((pattern) => splitAtVersion(pattern).rest);
  const isRegistry = ranges.some((range) => range.startsWith("npm:") || !/[/:]/.test(range));
  const address = resolved ?? ranges[0];
  if (isRegistry && /\.tgz(?:#|$)/.test(address)) return sourceOfTarball(address, name, false);
  return sourceOfAddress(ranges.find((range) => range.startsWith("file:")) ?? address) ?? sourceOfTarball(address, name, !isRegistry);
}
var WORD2 = /"(?:[^"\\]|\\.)*"|[^\s",][^\s,]*/y;
var ClassicReading = class {
  #graph;
  #patterns;
  #entry;
  #section;
  constructor(graph, patterns) {
    this.#graph = graph;
    this.#patterns = patterns;
  }
  read({ text: raw, number }) {
    const text = raw.trimEnd();
    const body = text.trimStart();
    if (body === "" || body.startsWith("#")) return;
    const depth = text.length - body.length;
    if (depth === 0) {
      this.end();
      this.#entry = this.#header(body, number);
      this.#section = void 0;
    }
    const entry = this.#entry;
    if (!entry) return;
    entry.endLine = number;
    if (depth === 2) this.#section = this.#field(entry, body, number);
    else if (depth === 4 && this.#section !== void 0) {
      this.#dependency(entry, this.#section, body, number);
    } else if (depth !== 0) this.#graph.problem(number, `the line ${quote6(body)} stands nowhere`);
  }
  /** Of the entry, which is whole now. */
  end() {
    const index = this.#entry && addEntry5(this.#entry, this.#graph);
    if (index === void 0) return;
    for (const pattern of this.#entry.patterns) this.#patterns.answer(pattern, index);
  }
  #header(body, line) {
    const patterns = body.endsWith(":") ? wordsOf(body.slice(0, -1)) : void 0;
    if (patterns && patterns.length > 0) {
      return { patterns, line, endLine: line, hasIntegrity: false };
    }
    this.#graph.problem(line, `${quote6(body)} begins no entry`);
    return void 0;
  }
  /** The section that the line opens, if it does. */
  #field(entry, body, line) {
    if (body.endsWith(":")) return wordsOf(body.slice(0, -1))?.[0];
    const [key, value] = wordsOf(body) ?? [];
    if (key === void 0 || value === void 0) this.#graph.problem(line, `${quote6(body)} is no field`);
    else if (key === "version") entry.version = value;
    else if (key === "resolved") {
      entry.resolved = value;
      entry.hasIntegrity ||= /#[0-9a-f]{40}$/.test(value);
    } else if (key === "integrity") entry.hasIntegrity = true;
    return void 0;
  }
  #dependency(entry, section, body, line) {
    if (section !== "dependencies" && section !== "optionalDependencies") return;
    const [name, range] = wordsOf(body) ?? [];
    if (name === void 0 || range === void 0) {
      this.#graph.problem(line, `${quote6(body)} is no dependency`);
      return;
    }
    this.#patterns.ask(entry.patterns[0], `${name}@${range}`, section !== "dependencies");
  }
};
function wordsOf(text) {
  const words = [];
  let at = 0;
  while (at < text.length) {
    WORD2.lastIndex = at;
    const word = WORD2.exec(text)?.[0];
    if (word === void 0) return void 0;
    words.push(word.startsWith('"') ? unquote2(word) : word);
    at = WORD2.lastIndex;
    while (text[at] === " " || text[at] === ",") at++;
  }
  return words;
}
function unquote2(word) {
  try {
    return String(JSON.parse(word));
  } catch {
    return word.slice(1, -1);
  }
}
function quote6(body) {
  return JSON.stringify(body.slice(0, 200));
}
var yarnLock = {
  id: "yarn.lock",
  ecosystems: ["npm"],
  wants: (path) => path === "yarn.lock" || path.endsWith("/yarn.lock"),
  wantsBeside: wantsPackageJson,
  parse: (file, siblings) => isBerry(file.text) ? parseYarnBerry(file, siblings) : parseYarnClassic(file, siblings)
};
function isBerry(text) {
  if (/^__metadata:/m.test(text)) return true;
  if (/^# yarn lockfile v1/m.test(text)) return false;
  return /^ {2}"?(?:version|resolution)"?: /m.test(text);
}
var FORMATS = [
  packageLock,
  yarnLock,
  pnpmLock,
  bunLock,
  denoLock,
  requirementsTxt,
  pipfileLock,
  poetryLock,
  pdmLock,
  uvLock,
  pylockToml,
  goMod,
  vendorModules,
  cargoLock,
  gemfileLock,
  composerLock,
  githubWorkflow,
  actionsLock,
  dockerfile,
  cyclonedx,
  spdxDocument,
  conanLock,
  packageResolved,
  packagesLock,
  gradleLockfile,
  buildscriptGradleLockfile,
  mixLock,
  pomXml,
  pubspecLock,
  depsJson,
  directoryPackagesProps,
  msbuildProject,
  packagesConfig,
  paketDependencies,
  paketLock,
  projectAssets,
  verificationMetadata,
  cabalFreeze,
  stackLock,
  juliaManifest,
  renvLock,
  podfileLock,
  gleamManifest,
  gleamToml,
  rebarLock,
  sbtLock,
  versionCatalog,
  nimbleLock,
  cpanfileSnapshot,
  luarocksLock,
  opamLocked
];
function findSection(bytes, name) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const place = placeOfSection(view, name);
    if (!place || place.offset + place.size > bytes.length) return void 0;
    return bytes.subarray(place.offset, place.offset + place.size);
  } catch (error) {
    if (error instanceof RangeError) return void 0;
    throw error;
  }
}
var ELF = 1179403647;
var MZ = 23117;
var PE = 17744;
var MACH_O_64 = 4277009103;
var SEGMENT_64 = 25;
var MAX_SECTIONS = 1e4;
function placeOfSection(view, name) {
  if (view.byteLength < 64) return void 0;
  const magic = view.getUint32(0, true);
  if (magic === ELF) return inElf(view, name);
  if (magic === MACH_O_64) return inMachO(view, name);
  return (magic & 65535) === MZ ? inPe(view, name) : void 0;
}
function inElf(view, name) {
  const is64 = view.getUint8(4) === 2;
  if (view.getUint8(5) !== 1) return void 0;
  const word = (at) => is64 ? Number(view.getBigUint64(at, true)) : view.getUint32(at, true);
  const headers = word(is64 ? 40 : 32);
  const [entrySize, count, strings] = [0, 2, 4].map((at) => view.getUint16((is64 ? 58 : 46) + at, true));
  const header = (index) => {
    const at = headers + index * entrySize;
    return {
      name: view.getUint32(at, true),
      offset: word(at + (is64 ? 24 : 16)),
      size: word(at + (is64 ? 32 : 20))
    };
  };
  const names = header(strings);
  for (let index = 0; index < Math.min(count, MAX_SECTIONS); index++) {
    const section = header(index);
    if (hasName(view, names.offset + section.name, name)) return section;
  }
  return void 0;
}
function inPe(view, name) {
  const header = view.getUint32(60, true);
  if (view.getUint32(header, true) !== PE) return void 0;
  const count = view.getUint16(header + 6, true);
  const sections = header + 24 + view.getUint16(header + 20, true);
  for (let index = 0; index < Math.min(count, MAX_SECTIONS); index++) {
    const at = sections + index * 40;
    if (!hasName(view, at, name)) continue;
    const size = Math.min(view.getUint32(at + 8, true), view.getUint32(at + 16, true));
    return { offset: view.getUint32(at + 20, true), size };
  }
  return void 0;
}
function inMachO(view, name) {
  let at = 32;
  for (let left = Math.min(view.getUint32(16, true), MAX_SECTIONS); left > 0; left--) {
    const size = view.getUint32(at + 4, true);
    const sections = view.getUint32(at, true) === SEGMENT_64 ? view.getUint32(at + 64, true) : 0;
    for (let index = 0; index < Math.min(sections, MAX_SECTIONS); index++) {
      const section = at + 72 + index * 80;
      if (!hasName(view, section, name)) continue;
      return {
        offset: view.getUint32(section + 48, true),
        size: Number(view.getBigUint64(section + 40, true))
      };
    }
    if (size === 0) return void 0;
    at += size;
  }
  return void 0;
}
function hasName(view, at, name) {
  for (let index = 0; index < name.length; index++) {
    if (view.getUint8(at + index) !== name.charCodeAt(index)) return false;
  }
  return view.getUint8(at + name.length) === 0;
}
var cargoAuditable = {
  id: "cargo-auditable",
  ecosystems: ["crates.io"],
  wants: () => false,
  parse: ({ path }) => {
    throw lockfileError(path, 1, "it is text, and no executable");
  },
  parseBytes: parseAuditable
};
var MAX_INFLATED = 8 * 1024 * 1024;
function parseAuditable(path, bytes) {
  const section = findSection(bytes, ".dep-v0");
  if (!section)
    throw lockfileError(path, 1, "it is no executable that cargo auditable built: it has no section .dep-v0");
  const { root, problems } = (0, import_chunk_AAE3F7D82.readJson)(inflate(path, section));
  const graph = new import_chunk_AAE3F7D82.Graph();
  graph.problems(problems);
  const crates = (0, import_chunk_AAE3F7D82.elementsOf)((0, import_chunk_AAE3F7D82.memberOf)(root, "packages"));
  const places = crates.map((crate) => addCrate(graph, crate));
  for (const [index, crate] of crates.entries()) {
    for (const { value } of (0, import_chunk_AAE3F7D82.elementsOf)((0, import_chunk_AAE3F7D82.memberOf)(crate, "dependencies"))) {
      const to = typeof value === "number" ? places[value] : void 0;
      if (places[index] !== void 0 && to !== void 0) graph.connect(places[index], to);
    }
  }
  return graph.content({ rootsKnown: true, edgesKnown: true });
}
function inflate(path, section) {
  try {
    return (0, (process.getBuiltinModule("node:zlib")).inflateSync)(section, { maxOutputLength: MAX_INFLATED }).toString("utf8");
  } catch (cause) {
    throw lockfileError(path, 1, "its section .dep-v0 cannot be inflated", cause);
  }
}
function addCrate(graph, crate) {
  const name = (0, import_chunk_AAE3F7D82.textOf)(crate, "name");
  const version = (0, import_chunk_AAE3F7D82.textOf)(crate, "version");
  if (name === void 0 || version === void 0) return void 0;
  const scope = (0, import_chunk_AAE3F7D82.textOf)(crate, "kind") === "build" ? "build" : "prod";
  return graph.add({
    ecosystem: "crates.io",
    name,
    version,
    scope,
    source: sourceOf24(crate),
    line: 1,
    endLine: 1
  });
}
function sourceOf24(crate) {
  if ((0, import_chunk_AAE3F7D82.isTrue)(crate, "root")) return { kind: "workspace", path: "" };
  switch ((0, import_chunk_AAE3F7D82.textOf)(crate, "source")) {
    case "local":
      return { kind: "path", path: "" };
    case "git":
      return { kind: "git", url: "", commit: null };
    default:
      return { kind: "registry", url: null };
  }
}
var ASSEMBLY = 32;
var ASSEMBLY_REF = 35;
var COLUMNS = [
  "2 S G G G",
  "Cscope S S",
  "4 S S Ctype T4 T6",
  "T4",
  "2 S B",
  "T6",
  "4 2 2 S B T8",
  "T8",
  "2 2 S",
  "T2 Ctype",
  "Cparent S B",
  "2 Cconstant B",
  "Cattribute Cctor B",
  "Cmarshal B",
  "2 Csecurity B",
  "2 4 T2",
  "4 T4",
  "B",
  "T2 T14",
  "T14",
  "2 S Ctype",
  "T2 T17",
  "T17",
  "2 S B",
  "2 T6 Csemantics",
  "T2 Cmethod Cmethod",
  "S",
  "B",
  "2 Cforwarded S T1a",
  "4 T4",
  "4 4",
  "4",
  "4 2 2 2 2 4 B S S",
  "4",
  "4 4 4",
  "2 2 2 2 4 B S S B"
];
var CODED = {
  type: [2, [2, 1, 27]],
  constant: [2, [4, 8, 23]],
  attribute: [
    5,
    [
      6,
      4,
      1,
      2,
      8,
      9,
      10,
      0,
      14,
      23,
      20,
      17,
      26,
      27,
      32,
      35,
      38,
      39,
      40,
      42,
      43,
      44
    ]
  ],
  marshal: [1, [4, 8]],
  security: [2, [2, 6, 32]],
  parent: [3, [2, 1, 26, 6, 27]],
  semantics: [1, [20, 23]],
  method: [1, [6, 10]],
  forwarded: [1, [4, 6]],
  ctor: [3, [6, 10]],
  scope: [2, [0, 26, 35, 1]]
};
function columnSizes(table, rows, heaps) {
  const rowsOf = (other) => rows[other] ?? 0;
  return COLUMNS[table].split(" ").map((column) => {
    const rest = column.slice(1);
    switch (column[0]) {
      case "S":
        return heaps.strings;
      case "G":
        return heaps.guids;
      case "B":
        return heaps.blobs;
      case "T":
        return rowsOf(Number.parseInt(rest, 16)) < 2 ** 16 ? 2 : 4;
      case "C": {
        const [bits, tables] = CODED[rest];
        return Math.max(...tables.map(rowsOf)) < 2 ** (16 - bits) ? 2 : 4;
      }
      default:
        return Number(column);
    }
  });
}
var dotnetPe = {
  id: "dotnet-pe",
  ecosystems: ["NuGet"],
  wants: () => false,
  parse: ({ path }) => {
    throw lockfileError(path, 1, "it is text, and no assembly");
  },
  parseBytes: parseAssembly
};
var MAX_ASSEMBLIES = 1e4;
function parseAssembly(path, bytes) {
  const found = readGuarded(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  if (!found) throw lockfileError(path, 1, "it is no assembly of .NET, nor a program that starts one");
  const builder = new ContentBuilder();
  for (const { name, version } of found) {
    const source = { kind: "path", path: name };
    if (name !== "") builder.add({ ecosystem: "NuGet", name, version, line: 1, scope: "prod", source });
  }
  return builder.content();
}
function readGuarded(view) {
  try {
    const image = readImage(view);
    return image && (readMetadata(view, image) ?? readVersionResource(view, image));
  } catch (error) {
    if (error instanceof RangeError) return void 0;
    throw error;
  }
}
var CLR_DIRECTORY = 14;
var RESOURCE_DIRECTORY = 2;
function readImage(view) {
  if (view.byteLength < 64 || view.getUint16(0, true) !== 23117) return void 0;
  const header = view.getUint32(60, true);
  if (view.getUint32(header, true) !== 17744) return void 0;
  const optional = header + 24;
  const directories = optional + (view.getUint16(optional, true) === 523 ? 112 : 96);
  const sections = optional + view.getUint16(header + 20, true);
  const count = view.getUint16(header + 6, true);
  const placeOf2 = (address) => {
    for (let index = 0; index < count; index++) {
      const at = sections + index * 40;
      const start = view.getUint32(at + 12, true);
      const size = Math.max(view.getUint32(at + 8, true), view.getUint32(at + 16, true));
      if (address >= start && address < start + size) return view.getUint32(at + 20, true) + address - start;
    }
    throw new RangeError("an address in no section");
  };
  return { placeOf: placeOf2, directories };
}
function readMetadata(view, { placeOf: placeOf2, directories }) {
  const header = view.getUint32(directories + CLR_DIRECTORY * 8, true);
  if (header === 0) return void 0;
  const root = placeOf2(view.getUint32(placeOf2(header) + 8, true));
  if (view.getUint32(root, true) !== 1112167234) return void 0;
  const streams = streamsOf(view, root);
  const tables = streams.get("#~") ?? streams.get("#-");
  const strings = streams.get("#Strings");
  return tables === void 0 || strings === void 0 ? void 0 : readTables(view, tables, strings);
}
function streamsOf(view, root) {
  const streams = /* @__PURE__ */ new Map();
  const flags = root + 16 + view.getUint32(root + 12, true);
  let at = flags + 4;
  for (let left = Math.min(view.getUint16(flags + 2, true), 16); left > 0; left--) {
    const name = textAt(view, at + 8);
    streams.set(name, root + view.getUint32(at, true));
    at += 8 + (name.length & ~3) + 4;
  }
  return streams;
}
function readTables(view, start, strings) {
  const flags = view.getUint8(start + 6);
  const heaps = {
    strings: flags & 1 ? 4 : 2,
    guids: flags & 2 ? 4 : 2,
    blobs: flags & 4 ? 4 : 2
  };
  const rows = [];
  let at = start + 24;
  for (let table = 0; table < 64; table++) {
    const isThere = view.getUint32(start + 8 + (table < 32 ? 0 : 4), true) >>> (table & 31) & 1;
    rows[table] = isThere ? view.getUint32(at, true) : 0;
    if (isThere) at += 4;
  }
  const found = [];
  for (let table = 0; table <= ASSEMBLY_REF; table++) {
    const sizes = columnSizes(table, rows, heaps);
    const rowSize = sizes.reduce((sum, size) => sum + size, 0);
    const count = rows[table];
    if (table === ASSEMBLY || table === ASSEMBLY_REF) {
      for (let row = 0; row < Math.min(count, MAX_ASSEMBLIES); row++)
        found.push(assemblyAt(view, at + row * rowSize, table, sizes, strings));
    }
    at += count * rowSize;
  }
  return found;
}
function assemblyAt(view, row, table, sizes, strings) {
  const version = row + (table === ASSEMBLY ? 4 : 0);
  const parts = [0, 2, 4, 6].map((part) => view.getUint16(version + part, true));
  const nameColumn = table === ASSEMBLY ? 7 : 6;
  const at = row + sizes.slice(0, nameColumn).reduce((sum, size) => sum + size, 0);
  const name = textAt(
    view,
    strings + (sizes[nameColumn] === 2 ? view.getUint16(at, true) : view.getUint32(at, true))
  );
  return { name: name === "" ? "" : `${name}.dll`, version: parts.join(".") };
}
var MAX_NAME = 1024;
function textAt(view, start) {
  let end = start;
  while (end - start < MAX_NAME && view.getUint8(end) !== 0) end++;
  return Buffer.from(view.buffer, view.byteOffset + start, end - start).toString("utf8");
}
function readVersionResource(view, { placeOf: placeOf2, directories }) {
  const address = view.getUint32(directories + RESOURCE_DIRECTORY * 8, true);
  if (address === 0) return void 0;
  const start = placeOf2(address);
  const size = Math.min(
    view.getUint32(directories + RESOURCE_DIRECTORY * 8 + 4, true),
    view.byteLength - start
  );
  const resources = Buffer.from(view.buffer, view.byteOffset + start, Math.max(0, size));
  const name = stringOf(resources, "InternalName");
  const version = stringOf(resources, "Assembly Version") ?? stringOf(resources, "FileVersion");
  return name === void 0 || version === void 0 ? void 0 : [{ name, version }];
}
function stringOf(resources, key) {
  const found = resources.indexOf(Buffer.from(`${key}\0`, "utf16le"));
  if (found === -1) return void 0;
  const start = found + key.length * 2 + 2 + 3 & ~3;
  let end = start;
  while (end - start < MAX_NAME && end + 1 < resources.length && resources.readUInt16LE(end) !== 0) end += 2;
  return resources.toString("utf16le", start, end) || void 0;
}
var goBinary = {
  id: "go-binary",
  ecosystems: ["Go"],
  wants: () => false,
  parse: ({ path }) => {
    throw lockfileError(path, 1, "it is text, and no executable");
  },
  parseBytes: parseGoBinary
};
var MAGIC = Buffer.from("\xFF Go buildinf:", "latin1");
var ALIGNMENT = 16;
var HEADER = 32;
var INLINE = 2;
var SENTINEL = 16;
function parseGoBinary(path, bytes) {
  const start = findHeader(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  if (start === void 0) throw lockfileError(path, 1, "it is no executable that Go 1.18 or later built");
  const version = readText(bytes, start + HEADER);
  const modules = version && readText(bytes, version.end);
  if (!version || !modules) throw lockfileError(path, 1, "its build information breaks off");
  const builder = new ContentBuilder();
  const go = /^go(\d\S*)/.exec(version.text.toString("latin1"))?.[1];
  if (go !== void 0) builder.add({ ecosystem: "Go", name: "stdlib", version: go, line: 1, direct: true });
  if (modules.text.length > 2 * SENTINEL) {
    addModules(builder, modules.text.subarray(SENTINEL, -SENTINEL).toString("utf8"));
  }
  return builder.content();
}
function findHeader(bytes) {
  for (let at = bytes.indexOf(MAGIC); at !== -1; at = bytes.indexOf(MAGIC, at + 1)) {
    const isHeader = at % ALIGNMENT === 0 && at + HEADER <= bytes.length;
    if (isHeader && (bytes[at + 15] & INLINE) !== 0) return at;
  }
  return void 0;
}
function readText(bytes, start) {
  let length = 0;
  let at = start;
  for (let shift = 0; ; shift += 7) {
    const byte = bytes[at++];
    if (byte === void 0 || shift > 28) return void 0;
    length += (byte & 127) * 2 ** shift;
    if (byte < 128) break;
  }
  if (at + length > bytes.length) return void 0;
  return { text: Buffer.from(bytes.buffer, bytes.byteOffset + at, length), end: at + length };
}
function addModules(builder, text) {
  const modules = [];
  for (const line of text.split("\n")) {
    const [kind, path = "", version = ""] = line.split("	");
    const isTagged = kind === "mod" && version !== "" && version !== "(devel)";
    if (kind === "dep" || isTagged) modules.push({ path, version });
    else if (kind === "=>" && modules.length > 0) modules[modules.length - 1] = { path, version };
  }
  for (const { path, version } of modules) {
    builder.add({ ecosystem: "Go", name: path, version: version.replace(/^v/, ""), line: 1, scope: "prod" });
  }
}
var ADVISORY_LIMITS = {
  maxEntries: 2e6,
  maxEntryBytes: 16 * 1024 * 1024,
  maxTotalBytes: 8 * 1024 * 1024 * 1024
};
var END = 101010256;
var END64 = 101075792;
var END64_LOCATOR = 117853008;
var CENTRAL = 33639248;
var LOCAL = 67324752;
var IN_ZIP64 = 4294967295;
function* readArchive(bytes, limits) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const directory = findDirectory(view);
  if (directory.entries > limits.maxEntries) throw broken(`it has ${directory.entries} entries`);
  let at = directory.offset;
  let total = 0;
  for (let index = 0; index < directory.entries; index++) {
    const header = readCentral(view, bytes, at);
    at = header.end;
    if (header.name.endsWith("/")) continue;
    total += header.size;
    if (header.size > limits.maxEntryBytes)
      throw broken(`${quote7(header.name)} has ${header.size} bytes inflated`);
    if (total > limits.maxTotalBytes)
      throw broken(`its files have more than ${limits.maxTotalBytes} bytes inflated`);
    yield { name: header.name, read: () => readEntry(view, bytes, header) };
  }
}
function findDirectory(view) {
  const lowest = Math.max(0, view.byteLength - 22 - 65535);
  for (let at = view.byteLength - 22; at >= lowest; at--) {
    if (view.getUint32(at, true) !== END || at + 22 + view.getUint16(at + 20, true) !== view.byteLength)
      continue;
    const entries = view.getUint16(at + 10, true);
    const offset = view.getUint32(at + 16, true);
    if (entries === 65535 || offset === IN_ZIP64) return findDirectory64(view, at);
    return { entries, offset };
  }
  throw broken("it has no end record: it is truncated, or no ZIP archive");
}
function findDirectory64(view, end) {
  const locator = end - 20;
  if (locator < 0 || view.getUint32(locator, true) !== END64_LOCATOR)
    throw broken("its ZIP64 locator is missing");
  const at = readUint64(view, locator + 8);
  need(view, at, 56);
  if (view.getUint32(at, true) !== END64) throw broken("its ZIP64 end record is missing");
  return { entries: readUint64(view, at + 32), offset: readUint64(view, at + 48) };
}
function readCentral(view, bytes, at) {
  need(view, at, 46);
  if (view.getUint32(at, true) !== CENTRAL) throw broken(`no directory entry stands at byte ${at}`);
  const nameLength = view.getUint16(at + 28, true);
  const extraLength = view.getUint16(at + 30, true);
  const end = at + 46 + nameLength + extraLength + view.getUint16(at + 32, true);
  need(view, at, end - at);
  const name = Buffer.from(bytes.buffer, bytes.byteOffset + at + 46, nameLength).toString("utf8");
  const raw = {
    size: view.getUint32(at + 24, true),
    compressed: view.getUint32(at + 20, true),
    local: view.getUint32(at + 42, true)
  };
  return {
    name,
    flags: view.getUint16(at + 8, true),
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    ...widen(view, at + 46 + nameLength, extraLength, raw),
    end
  };
}
function widen(view, start, length, raw) {
  const wide = { ...raw };
  for (let at = start; at + 4 <= start + length; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    let next = at + 4;
    for (const key of ["size", "compressed", "local"]) {
      if (raw[key] !== IN_ZIP64) continue;
      need(view, next, 8);
      wide[key] = readUint64(view, next);
      next += 8;
    }
    break;
  }
  return wide;
}
function readEntry(view, bytes, header) {
  if ((header.flags & 1) !== 0) throw broken(`${quote7(header.name)} is encrypted`);
  need(view, header.local, 30);
  if (view.getUint32(header.local, true) !== LOCAL) throw broken(`${quote7(header.name)} has no local header`);
  const start = header.local + 30 + view.getUint16(header.local + 26, true) + view.getUint16(header.local + 28, true);
  need(view, start, header.compressed);
  const content = inflate2(bytes.subarray(start, start + header.compressed), header);
  if (content.length !== header.size)
    throw broken(`${quote7(header.name)} has another size than its header says`);
  if ((0, (process.getBuiltinModule("node:zlib")).crc32)(content) !== header.crc) throw broken(`${quote7(header.name)} does not have its checksum`);
  return content;
}
function inflate2(compressed, header) {
  if (header.method === 0) return compressed;
  if (header.method !== 8) throw broken(`${quote7(header.name)} is packed by method ${header.method}`);
  try {
    return (0, (process.getBuiltinModule("node:zlib")).inflateRawSync)(compressed, { maxOutputLength: Math.max(1, header.size) });
  } catch (cause) {
    throw broken(`${quote7(header.name)} cannot be inflated: ${(0, import_cli.messageOf)(cause)}`);
  }
}
function readUint64(view, at) {
  need(view, at, 8);
  const value = view.getBigUint64(at, true);
  if (value > BigInt(Number.MAX_SAFE_INTEGER)) throw broken("a ZIP64 number is too large");
  return Number(value);
}
function need(view, at, length) {
  if (at < 0 || at + length > view.byteLength) throw broken("it is truncated");
}
function broken(why) {
  return new import_cli.SallyportError("ADVISORIES_INVALID", {
    message: `the archive cannot be read: ${why}`,
    help: "fetch it again: sallyport advisories update"
  });
}
function quote7(name) {
  return JSON.stringify(name.slice(0, 100));
}
var vsix = {
  id: "vsix",
  ecosystems: ["npm"],
  wants: () => false,
  parse: ({ path }) => {
    throw lockfileError(path, 1, "it is text, and no archive");
  },
  parseBytes: parseVsix
};
var LIMITS = { maxEntries: 1e5, maxEntryBytes: 64 * 1024 * 1024, maxTotalBytes: 2 ** 30 };
var MANIFEST = /(?:^|\/)node_modules\/(?:@[^/]+\/)?[^/@]+\/package\.json$/;
function parseVsix(path, bytes) {
  const builder = new ContentBuilder();
  try {
    for (const entry of readArchive(bytes, LIMITS)) {
      if (MANIFEST.test(entry.name)) addPackage12(builder, entry.name, decodeLockfile(entry.read()));
    }
  } catch (error) {
    if (!(error instanceof import_cli.SallyportError)) throw error;
    throw lockfileError(path, 1, error.message, error);
  }
  return builder.content();
}
function addPackage12(builder, path, text) {
  const { root, problems } = (0, import_chunk_AAE3F7D82.readJson)(text);
  const name = (0, import_chunk_AAE3F7D82.textOf)(root, "name");
  const version = (0, import_chunk_AAE3F7D82.textOf)(root, "version");
  if (name !== void 0 && version !== void 0) builder.add({ ecosystem: "npm", name, version, line: 1 });
  else if (problems.length > 0) builder.problem(1, `${quote(path)} is no JSON`);
}
var cargoToml = {
  id: "Cargo.toml",
  ecosystems: ["crates.io"],
  wants: () => false,
  parse: parseCargoToml
};
function parseCargoToml(file) {
  const { root, builder } = openDocument(file, readToml(file.text));
  const own = root.get("package");
  const name = (0, import_chunk_AAE3F7D82.textOf)(own, "name");
  const version = (0, import_chunk_AAE3F7D82.textOf)(own, "version");
  if (own && name !== void 0 && version !== void 0) {
    const source = { kind: "workspace", path: "" };
    builder.add({ ecosystem: "crates.io", name, version, line: (0, import_chunk_AAE3F7D82.memberOf)(own, "name").line, source });
  }
  for (const [key, dependency] of (0, import_chunk_AAE3F7D82.membersOf)(root.get("dependencies"))) {
    const { line, endLine } = dependency;
    const name2 = (0, import_chunk_AAE3F7D82.textOf)(dependency, "package") ?? key;
    const asked = requestOf(dependency);
    if (asked) {
      builder.add({ ecosystem: "crates.io", name: name2, ...asked, line, endLine, direct: true, scope: "prod" });
    }
  }
  return builder.content();
}
function requestOf(dependency) {
  const { value } = dependency;
  const url = (0, import_chunk_AAE3F7D82.textOf)(dependency, "git");
  const commit = (0, import_chunk_AAE3F7D82.textOf)(dependency, "rev");
  if (url !== void 0 && commit !== void 0 && /^[0-9a-f]{40}$/.test(commit)) {
    return { version: "", source: { kind: "git", url, commit } };
  }
  const version = typeof value === "string" ? value : (0, import_chunk_AAE3F7D82.textOf)(dependency, "version");
  const isElsewhere = url !== void 0 || (0, import_chunk_AAE3F7D82.memberOf)(dependency, "path") !== void 0;
  return version === void 0 || isElsewhere ? void 0 : { version };
}
function ownPackage(file, document, ecosystem, isOther = () => false) {
  const { root, builder } = openDocument(file, document);
  const name = plainText(root.get("name"));
  const version = plainText(root.get("version"));
  if (name === "" || version === "") return builder.content();
  const line = root.get("name").line;
  if (isOther(root))
    builder.problem(line, `${quote(name)} is no package of ${ecosystem}`, "LOCKFILE_UNSUPPORTED");
  else builder.add({ ecosystem, name, version, line, ...licenceOf(root.get("license")) });
  return builder.content();
}
function plainText(node) {
  const value = node?.value;
  return typeof value === "string" ? value.trim() : typeof value === "number" ? String(value) : "";
}
function licenceOf(node) {
  const stated = (0, import_chunk_AAE3F7D82.mapOf)(node)?.get("type")?.value ?? node?.value;
  return typeof stated === "string" && stated !== "" ? { licence: stated } : {};
}
var condaMeta = {
  id: "conda-meta",
  ecosystems: ["PyPI"],
  wants: () => false,
  parse: (file) => ownPackage(file, (0, import_chunk_AAE3F7D82.readJson)(file.text), "PyPI")
};
var cpanMeta = {
  id: "META.json",
  // OSV has no ecosystem of CPAN's.
  ecosystems: [""],
  wants: () => false,
  parse: async (file) => ownPackage(file, isJson(file.text) ? (0, import_chunk_AAE3F7D82.readJson)(file.text) : await (0, import_chunk_AAE3F7D8.readYaml)(file.text), "")
};
function isJson(text) {
  return text.trimStart().startsWith("{");
}
var import_min_version = (0, import_cli2.__toESM)(require_min_version(), 1);
var deno_hosts_default = {
  "cdn.jsdelivr.net": { prefix: "npm", ecosystem: "npm" },
  "deno.land": { prefix: "x", ecosystem: null },
  "esm.sh": { prefix: null, ecosystem: "npm" },
  "unpkg.com": { prefix: null, ecosystem: "npm" }
};
var SPECIFIER = /^(npm|jsr):\/?(@?[^@]+)@([^/]+)/;
var NAME_AND_VERSION = /^((?:@[^/@]+\/)?[^/@]+)@([^/?#]+)/;
function packageOfSpecifier(specifier) {
  const [, registry, name, range] = SPECIFIER.exec(specifier) ?? [];
  if (name === void 0 || range === void 0) return packageOfAddress(specifier);
  const source = import_chunk_31504B252.DEFAULT_REGISTRY;
  if (registry === "npm") return { ecosystem: "npm", name, version: lowestOf(range), source };
  return { ecosystem: "", name: name.replace(/^@/, ""), version: range, source };
}
var HOSTS = new Map(Object.entries(deno_hosts_default));
function packageOfAddress(address) {
  const url = /^https?:/.test(address) ? URL.parse(address) : null;
  const host = url && HOSTS.get(url.host);
  if (!url || !host) return void 0;
  const path = decode2(url.pathname).slice(1);
  const prefix = host.prefix === null ? "" : `${host.prefix}/`;
  const [, name, version] = path.startsWith(prefix) ? NAME_AND_VERSION.exec(path.slice(prefix.length)) ?? [] : [];
  if (name === void 0 || version === void 0) return void 0;
  if (host.ecosystem !== null) {
    return { ecosystem: host.ecosystem, name, version: lowestOf(version), source: import_chunk_31504B252.DEFAULT_REGISTRY };
  }
  return {
    ecosystem: "npm",
    name,
    version: version.replace(/^v(?=\d)/, ""),
    source: { kind: "url", url: address }
  };
}
function decode2(path) {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
function lowestOf(range) {
  try {
    return range.length > 200 ? range : (0, import_min_version.default)(range)?.version ?? range;
  } catch {
    return range;
  }
}
var denoJson = {
  id: "deno.json",
  ecosystems: ["npm", ""],
  wants: () => false,
  parse: parseDenoJson
};
function parseDenoJson(file) {
  const { root, builder } = openDocument(file, (0, import_chunk_AAE3F7D82.readJsonWithComments)(file.text));
  for (const [, { line, value }] of (0, import_chunk_AAE3F7D82.membersOf)(root.get("imports"))) {
    const found = typeof value === "string" ? packageOfSpecifier(value) : void 0;
    if (found) builder.add({ ...found, line, direct: true });
  }
  return builder.content();
}
var denoSource = {
  id: "deno-source",
  ecosystems: ["npm", ""],
  wants: () => false,
  parse: parseDenoSource
};
var TOKEN3 = /\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|`(?:[^`\\]|\\[\s\S])*(?:`|$)|'([^'\\\n]*)'|"([^"\\\n]*)"/g;
var IMPORTING = /(?:^|[^\w$.])(?:from|import\s*\(?)\s*$/;
var MAX_BEFORE = 40;
var MAX_SPECIFIER = 500;
function parseDenoSource({ text }) {
  const builder = new ContentBuilder();
  const { lineAt } = indexLines(text);
  for (const { 0: token, 1: single, 2: double, index } of text.matchAll(TOKEN3)) {
    const specifier = single ?? double;
    if (specifier === void 0 || token.length > MAX_SPECIFIER) continue;
    if (!IMPORTING.test(text.slice(Math.max(0, index - MAX_BEFORE), index))) continue;
    const found = packageOfSpecifier(specifier);
    if (found) builder.add({ ...found, line: lineAt(index), direct: true, scope: "prod" });
  }
  return builder.content();
}
var BLOCK = /\bGem::Specification\.new\b/;
var ASSIGNMENT = /^\s*\w+\.(name|version|licenses?)\s*=\s*(.+)$/;
var LITERAL = /^(?:Gem::Version\.new\s*\(?\s*)?(?:"([^"#\\]*)"|'([^'\\]*)')/;
var CONSTANT = /^(?:\w+::)*([A-Z]\w*)\b/;
var ARRAY_LITERAL = /"([^"\\]*)"|'([^'\\]*)'/g;
function readGemSpecification(text) {
  if (!BLOCK.test(text)) return void 0;
  const found = { name: "", version: "", licences: [], line: 1 };
  let versionConstant;
  for (const { text: line, number } of (0, import_chunk_AAE3F7D8.eachLine)(text)) {
    const [, key, value = ""] = line.length > 2e3 ? [] : ASSIGNMENT.exec(line) ?? [];
    const literal = LITERAL.exec(value);
    const plain = literal?.[1] ?? literal?.[2];
    if (key === "name" && plain !== void 0) Object.assign(found, { name: plain, line: number });
    else if (key === "version" && plain !== void 0) found.version = plain;
    else if (key === "version") versionConstant = CONSTANT.exec(value)?.[1];
    else if (key?.startsWith("license")) {
      found.licences.push(...Array.from(value.matchAll(ARRAY_LITERAL), ([, a, b]) => a ?? b ?? ""));
    }
  }
  return found.name === "" ? void 0 : { ...found, versionConstant };
}
function constantOf(text, constant) {
  const [, double, single] = new RegExp(`^\\s*${constant}\\s*=\\s*(?:"([^"#\\\\\\n]*)"|'([^'\\\\\\n]*)')`, "m").exec(text) ?? [];
  return double ?? single;
}
var REQUIRE = /^\s*require(?:_relative)?[\s(]/;
var PATH_LITERAL = /["']([\w./-]{1,200})["']/g;
var MAX_REQUIRED = 20;
var MAX_LINES = 10;
function requiredFiles(text) {
  const lines = text.split("\n");
  const paths = [];
  for (const [index, line] of lines.entries()) {
    if (paths.length === MAX_REQUIRED) break;
    if (line.length > 2e3 || !REQUIRE.test(line)) continue;
    const path = pathOf(statementFrom(lines, index));
    if (path !== "") paths.push(path.endsWith(".rb") ? path : `${path}.rb`);
  }
  return paths;
}
function statementFrom(lines, start) {
  let text = "";
  for (const line of lines.slice(start, start + MAX_LINES)) {
    text += `${line.slice(0, 2e3)}
`;
    if (text.split("(").length <= text.split(")").length) break;
  }
  return text;
}
function pathOf(statement) {
  const parts = Array.from(statement.matchAll(PATH_LITERAL), ([, part]) => part);
  const path = parts.join("/").replace(/\/{2,}/g, "/").replace(/^(?:\.?\/)+/, "");
  return statement.includes("__FILE__") ? path.replace(/^\.\.\//, "") : path;
}
var gemspec = {
  id: "gemspec",
  ecosystems: ["RubyGems"],
  wants: () => false,
  wantsBeside: (path) => path.endsWith(".rb"),
  parse: parseGemspec
};
async function parseGemspec(file, siblings) {
  const builder = new ContentBuilder();
  const found = readGemSpecification(file.text);
  if (!found) {
    builder.problem(1, "it specifies no gem");
    return builder.content();
  }
  const { name, line, licences, versionConstant } = found;
  const version = found.version || await resolveConstant(file, versionConstant, siblings) || "";
  if (version === "") {
    const message = `the version of ${quote(name)} is put together when the file is run`;
    builder.problem(line, message, "LOCKFILE_UNRESOLVED");
  } else {
    const licence = licences.length === 0 ? {} : { licence: licences.join(" OR ") };
    builder.add({ ecosystem: "RubyGems", name, version, line, ...licence });
  }
  return builder.content();
}
async function resolveConstant(file, constant, siblings) {
  if (constant === void 0) return void 0;
  const own = constantOf(file.text, constant);
  if (own !== void 0) return own;
  const folder = file.path.slice(0, file.path.lastIndexOf("/") + 1);
  for (const path of requiredFiles(file.text)) {
    for (const place of [path, `lib/${path}`]) {
      const text = (await siblings.read(`${folder}${place}`))?.text;
      const value = text === void 0 ? void 0 : constantOf(text, constant);
      if (value !== void 0) return value;
    }
  }
  return void 0;
}
var juliaProject = {
  id: "Project.toml",
  ecosystems: ["Julia"],
  wants: () => false,
  parse: (file) => ownPackage(file, readToml(file.text), "Julia")
};
var packageJson = {
  id: "package.json",
  ecosystems: ["npm"],
  wants: () => false,
  parse: (file) => ownPackage(file, (0, import_chunk_AAE3F7D82.readJson)(file.text), "npm", isOfAnotherRegistry)
};
function isOfAnotherRegistry(root) {
  return root.has("contributes") || root.has("unity") || (0, import_chunk_AAE3F7D82.mapOf)(root.get("engines"))?.has("vscode") === true;
}
var pyprojectToml = {
  id: "pyproject.toml",
  ecosystems: ["PyPI"],
  wants: () => false,
  parse: parsePyprojectToml
};
function parsePyprojectToml(file) {
  const { root, builder } = openDocument(file, readToml(file.text));
  const project = root.get("project");
  addAll(builder, (0, import_chunk_AAE3F7D82.memberOf)(project, "dependencies"), "prod");
  for (const [, group] of (0, import_chunk_AAE3F7D82.membersOf)((0, import_chunk_AAE3F7D82.memberOf)(project, "optional-dependencies")))
    addAll(builder, group, "optional");
  for (const [, group] of (0, import_chunk_AAE3F7D82.membersOf)(root.get("dependency-groups"))) addAll(builder, group, "dev");
  return builder.content();
}
function addAll(builder, list, scope) {
  for (const { line, endLine, value } of (0, import_chunk_AAE3F7D82.elementsOf)(list)) {
    if (typeof value !== "string") continue;
    const requirement = parseRequirement(value);
    if (!requirement) builder.problem(line, `${quote(value)} is no requirement`);
    else if (requirement.url === void 0) {
      const version = firstNamedVersion(requirement);
      builder.add({ ecosystem: "PyPI", name: requirement.name, version, line, endLine, scope, direct: true });
    }
  }
}
var licence_classifiers_default = {
  "License :: CC0 1.0 Universal (CC0 1.0) Public Domain Dedication": "CC0-1.0",
  "License :: OSI Approved :: Apache Software License": "Apache-2.0",
  "License :: OSI Approved :: Boost Software License 1.0 (BSL-1.0)": "BSL-1.0",
  "License :: OSI Approved :: European Union Public Licence 1.2 (EUPL 1.2)": "EUPL-1.2",
  "License :: OSI Approved :: GNU Affero General Public License v3": "AGPL-3.0-only",
  "License :: OSI Approved :: GNU Affero General Public License v3 or later (AGPLv3+)": "AGPL-3.0-or-later",
  "License :: OSI Approved :: GNU General Public License v2 (GPLv2)": "GPL-2.0-only",
  "License :: OSI Approved :: GNU General Public License v2 or later (GPLv2+)": "GPL-2.0-or-later",
  "License :: OSI Approved :: GNU General Public License v3 (GPLv3)": "GPL-3.0-only",
  "License :: OSI Approved :: GNU General Public License v3 or later (GPLv3+)": "GPL-3.0-or-later",
  "License :: OSI Approved :: GNU Lesser General Public License v2 (LGPLv2)": "LGPL-2.0-only",
  "License :: OSI Approved :: GNU Lesser General Public License v2 or later (LGPLv2+)": "LGPL-2.0-or-later",
  "License :: OSI Approved :: GNU Lesser General Public License v3 (LGPLv3)": "LGPL-3.0-only",
  "License :: OSI Approved :: GNU Lesser General Public License v3 or later (LGPLv3+)": "LGPL-3.0-or-later",
  "License :: OSI Approved :: ISC License (ISCL)": "ISC",
  "License :: OSI Approved :: MIT License": "MIT",
  "License :: OSI Approved :: MIT No Attribution License (MIT-0)": "MIT-0",
  "License :: OSI Approved :: Mozilla Public License 1.1 (MPL 1.1)": "MPL-1.1",
  "License :: OSI Approved :: Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
  "License :: OSI Approved :: Python Software Foundation License": "PSF-2.0",
  "License :: OSI Approved :: The Unlicense (Unlicense)": "Unlicense",
  "License :: OSI Approved :: Universal Permissive License (UPL)": "UPL-1.0",
  "License :: OSI Approved :: Zero-Clause BSD (0BSD)": "0BSD",
  "License :: OSI Approved :: zlib/libpng License": "Zlib",
  "License :: OSI Approved :: Zope Public License": "ZPL-2.1"
};
var MAX_FIELDS = 5e3;
function metadataFields(text) {
  const fields = [];
  for (const { text: line, number } of (0, import_chunk_AAE3F7D8.eachLine)(text)) {
    if (line === "" || fields.length === MAX_FIELDS) break;
    const [, key, value] = /^([A-Za-z][A-Za-z0-9-]*):(.*)$/.exec(line) ?? [];
    if (key !== void 0) fields.push({ key: key.toLowerCase(), value: value.trim(), line: number });
  }
  return fields;
}
var LICENCE_OF = new Map(Object.entries(licence_classifiers_default));
function metadataLicence(fields) {
  const statedValue = (key) => fields.find((field) => field.key === key && isStated(field.value))?.value;
  const expression = statedValue("license-expression");
  if (expression !== void 0) return expression;
  const classified = fields.filter(({ key, value }) => key === "classifier" && value.startsWith("License ::")).map(({ value }) => LICENCE_OF.get(value));
  if (classified.length > 0 && !classified.includes(void 0)) return classified.join(" AND ");
  return statedValue("license");
}
function isStated(value) {
  return value !== "" && value.toUpperCase() !== "UNKNOWN";
}
var pythonMetadata = {
  id: "METADATA",
  ecosystems: ["PyPI"],
  wants: () => false,
  parse: parsePythonMetadata,
  parseBytes: (path, bytes) => parsePythonMetadata({ path, text: isArchive(bytes) ? ofArchive(path, bytes) : decodeLockfile(bytes) })
};
var LIMITS2 = { maxEntries: 1e5, maxEntryBytes: 64 * 1024 * 1024, maxTotalBytes: 2 ** 30 };
var METADATA = /^(?:[^/]+\.dist-info\/METADATA|EGG-INFO\/PKG-INFO)$/;
function isArchive(bytes) {
  return bytes[0] === 80 && bytes[1] === 75 && bytes[2] === 3 && bytes[3] === 4;
}
function ofArchive(path, bytes) {
  try {
    for (const entry of readArchive(bytes, LIMITS2)) {
      if (METADATA.test(entry.name)) return decodeLockfile(entry.read());
    }
  } catch (error) {
    if (!(error instanceof import_cli.SallyportError)) throw error;
    throw lockfileError(path, 1, error.message, error);
  }
  throw lockfileError(path, 1, "the archive is neither a wheel nor an egg: it has no metadata");
}
function parsePythonMetadata(file) {
  const builder = new ContentBuilder();
  const fields = metadataFields(file.text);
  const name = firstOf(fields, "name");
  const version = firstOf(fields, "version");
  if (!name || !version) builder.problem(1, `it has no ${name ? "Version" : "Name"}`);
  else {
    const licence = metadataLicence(fields);
    builder.add({
      ecosystem: "PyPI",
      name: name.value,
      version: version.value,
      line: name.line,
      ...licence === void 0 ? {} : { licence }
    });
  }
  return builder.content();
}
function firstOf(fields, key) {
  return fields.find((field) => field.key === key && field.value !== "");
}
var setupPy = {
  id: "setup.py",
  ecosystems: ["PyPI"],
  wants: () => false,
  parse: parseSetupPy
};
var LITERAL2 = /'([^'\\\n]*)'|"([^"\\\n]*)"|#.*/g;
var MAX_LITERAL = 300;
function parseSetupPy(file) {
  const builder = new ContentBuilder();
  for (const { text, number: line } of (0, import_chunk_AAE3F7D8.eachLine)(file.text)) {
    for (const [, single, double] of text.matchAll(LITERAL2)) {
      const literal = (single ?? double ?? "").trim();
      if (literal.length > MAX_LITERAL || !/[=~]=|[<>]=/.test(literal)) continue;
      const requirement = parseRequirement(literal);
      const version = requirement && firstNamedVersion(requirement);
      if (version && /^\w/.test(version) && !/[%{}$]/.test(version))
        builder.add({ ecosystem: "PyPI", name: requirement.name, version, line, direct: true });
    }
  }
  return builder.content();
}
var MANIFEST_FORMATS = [
  packageJson,
  denoJson,
  denoSource,
  pyprojectToml,
  setupPy,
  pythonMetadata,
  condaMeta,
  cargoToml,
  gemspec,
  juliaProject,
  cpanMeta,
  cargoAuditable,
  dotnetPe,
  goBinary,
  vsix
];
var ALL_FORMATS = [...FORMATS, ...MANIFEST_FORMATS];
var MAX_LOCKFILE_BYTES = 64 * 1024 * 1024;
function formatOfPath(path) {
  return FORMATS.find((format) => format.wants(path));
}
function formatOfId(id) {
  const plain = plainId(id);
  return ALL_FORMATS.find((format) => format.id === id) ?? ALL_FORMATS.find((format) => plainId(format.id) === plain);
}
function plainId(id) {
  return id.toLowerCase().replace(/[^a-z0-9]/g, "");
}
function readPackages2({ path, bytes }, format, siblings = import_chunk_31504B252.NO_SIBLINGS) {
  return readInput(path, inputOf(path, bytes, format), format, siblings);
}
var MADE_AT_ONCE = 2e3;
async function readPieces({ path, size, pieces }, format, siblings) {
  const nothing = { path, format: format.id, packages: [], edges: [] };
  if (size > MAX_LOCKFILE_BYTES) return { ...nothing, errors: [tooLarge(size)] };
  const texts = decodePieces(pieces);
  try {
    const listing = await format.parsePieces({ path, pieces: texts }, siblings);
    const isSmall = listing.packages.length <= MADE_AT_ONCE;
    const packages = isSmall ? (0, import_chunk_31504B25.arrayOf)(listing.packages) : listing.packages;
    return { path, format: format.id, ...listing, packages, errors: listing.errors.map(shorten2) };
  } catch (thrown) {
    return { ...nothing, errors: [shorten2(problemOf(thrown))] };
  } finally {
    texts.return(void 0);
  }
}
function inputOf(path, bytes, format) {
  if (bytes.length > MAX_LOCKFILE_BYTES) return { kind: "problem", problem: tooLarge(bytes.length) };
  try {
    if (format.parseBytes) return { kind: "content", content: format.parseBytes(path, bytes) };
    return { kind: "text", text: decodeLockfile(bytes) };
  } catch (thrown) {
    return { kind: "problem", problem: problemOf(thrown) };
  }
}
async function readInput(path, input, format, siblings) {
  const nothing = { path, format: format.id, packages: [], edges: [] };
  if (input.kind === "problem") return { ...nothing, errors: [shorten2(input.problem)] };
  try {
    const content = input.kind === "content" ? input.content : await format.parse({ path, text: input.text }, siblings);
    return { path, format: format.id, ...(0, import_chunk_31504B25.detachTexts)(content), errors: content.errors.map(shorten2) };
  } catch (thrown) {
    return { ...nothing, errors: [shorten2(problemOf(thrown))] };
  }
}
function tooLarge(size) {
  const message = `${size} bytes are more than the ${MAX_LOCKFILE_BYTES} that are read`;
  return { code: "LIMIT_EXCEEDED", message };
}
function shorten2(problem) {
  const { message } = problem;
  return message.length <= MAX_MESSAGE2 ? problem : { ...problem, message: `${message.slice(0, MAX_MESSAGE2)}\u2026` };
}
var MAX_MESSAGE2 = 1e3;
function problemOf(thrown) {
  if (!(thrown instanceof import_cli.SallyportError)) {
    return { code: "LOCKFILE_INVALID", message: `the parser gave up: ${(0, import_cli.messageOf)(thrown)}` };
  }
  const line = thrown.place?.line;
  return { code: thrown.code, message: thrown.message, ...line === void 0 ? {} : { line } };
}
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
  if (ecosystem === "GIT") return new Set(affected.repositories.map((url) => (0, import_chunk_C3CB3CD92.packageKey)("GIT", url)));
  const isOurs = affected.name !== "" && (0, import_chunk_C3CB3CD93.ecosystemBase)(affected.ecosystem) === ecosystem;
  return isOurs ? [(0, import_chunk_C3CB3CD92.packageKey)(affected.ecosystem, affected.name)] : [];
}
function parseRecord(name, bytes) {
  try {
    return JSON.parse((0, import_cli3.decodeUtf8)(bytes));
  } catch (cause) {
    throw invalidRecord(name, "it is not JSON", cause);
  }
}
function invalidRecord(name, why, cause) {
  return new import_cli4.SallyportError("ADVISORIES_INVALID", {
    message: `the record ${JSON.stringify(name.slice(0, 100))} cannot be read: ${why}`,
    cause
  });
}
var chunk_QVWZ6NL7_exports = {};
__export2(chunk_QVWZ6NL7_exports, {
  createSiblings: () => createSiblings,
  isWanted: () => isWanted,
  readInventory: () => readInventory,
  readLockfiles: () => readLockfiles
});
function isWanted(path) {
  return FORMATS.some((format) => format.wants(path) || format.wantsBeside?.(path) === true);
}
async function readInventory(files, signal) {
  const readings = [];
  const fileErrors = [];
  for await (const reading of readLockfiles(files, signal, fileErrors)) {
    readings.push({ ...reading, packages: (0, import_chunk_31504B253.arrayOf)(reading.packages), edges: (0, import_chunk_31504B253.arrayOf)(reading.edges) });
  }
  return { readings, fileErrors };
}
async function* readLockfiles(files, signal, fileErrors) {
  const siblings = createSiblings(files);
  for (const file of files) {
    signal.throwIfAborted();
    const format = formatOfPath(file.path);
    const reading = format && await tryRead(file, format, siblings, fileErrors);
    if (reading) yield reading;
  }
}
async function tryRead(file, format, siblings, fileErrors) {
  try {
    const reading = await readFile(file, format, siblings);
    for (const problem of reading.errors) fileErrors.push({ path: file.path, ...problem });
    return reading;
  } catch (error) {
    const code = error instanceof import_cli5.SallyportError ? error.code : "FILE_UNREADABLE";
    fileErrors.push({ path: file.path, code, message: (0, import_cli5.messageOf)(error) });
    return void 0;
  }
}
async function readFile(file, format, siblings) {
  const { path, size } = file;
  const { parsePieces } = format;
  if (parsePieces && file.readPieces) {
    return readPieces({ path, size, pieces: await file.readPieces() }, { ...format, parsePieces }, siblings);
  }
  return readPackages2({ path, bytes: await file.read() }, format, siblings);
}
function createSiblings(files) {
  const byPath = new Map(files.map((file) => [file.path, file]));
  return {
    isReadItself: (path) => byPath.has(path) && formatOfPath(path) !== void 0,
    async read(path) {
      try {
        const bytes = await byPath.get(path)?.read();
        return bytes && { path, text: decodeLockfile(bytes) };
      } catch {
        return void 0;
      }
    }
  };
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  chunk_LCP6FW5I,
  chunk_QVWZ6NL7,
  chunk_YGG53FKB
});
