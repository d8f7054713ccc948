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
  addListed: () => addListed,
  isXml: () => isXml,
  mapNode: () => mapNode,
  nodeOf: () => nodeOf,
  placeOf: () => placeOf,
  readXmlDocument: () => readXmlDocument
});
module.exports = stdin_exports;
var import_chunk_EPBJXQD3 = require("./chunk-EPBJXQD3.cjs");
var import_chunk_Z5ERJLD7 = require("./chunk-Z5ERJLD7.cjs");
var import_chunk_C2IEPSRS = require("./chunk-C2IEPSRS.cjs");
var import_chunk_HJAZFC2R = require("./chunk-HJAZFC2R.cjs");
function nodeOf({ line, endLine }, value) {
  return { line, endLine, value };
}
function mapNode(place, members) {
  const map = /* @__PURE__ */ new Map();
  for (const [key, member] of Object.entries(members)) if (member) map.set(key, member);
  return nodeOf(place, map);
}
function placeOf({ line, endLine, isWhole }) {
  return { line, endLine: isWhole ? endLine : 0 };
}
function isXml(text) {
  return text.trimStart().startsWith("<");
}
function readXmlDocument(text, toNode) {
  const { root, broken } = (0, import_chunk_EPBJXQD3.readXmlTree)(text);
  return {
    root: root && toNode(root),
    problems: broken ? [{ code: "LOCKFILE_INVALID", message: broken.message, line: broken.line }] : []
  };
}
var import_packageurl_js = (0, import_chunk_HJAZFC2R.__toESM)((0, import_chunk_C2IEPSRS.require_packageurl_js)(), 1);
var DISTRIBUTIONS = /* @__PURE__ */ new Map([
  ["deb/debian", "Debian"],
  ["deb/ubuntu", "Ubuntu"],
  ["apk/alpine", "Alpine"],
  ["apk/wolfi", "Wolfi"],
  ["apk/chainguard", "Chainguard"],
  ["rpm/redhat", "Red Hat"],
  ["rpm/rocky", "Rocky Linux"],
  ["rpm/rocky-linux", "Rocky Linux"],
  ["rpm/almalinux", "AlmaLinux"],
  ["rpm/opensuse", "openSUSE"],
  ["rpm/suse", "SUSE"],
  ["rpm/sles", "SUSE"]
]);
var ECOSYSTEMS = new Map([
  ...Object.entries(import_chunk_C2IEPSRS.purl_types_default).filter(([, type]) => !["deb", "apk", "rpm"].includes(type)).map(([ecosystem, type]) => [type, ecosystem]),
  ["githubactions", "GitHub Actions"]
]);
function packageOfPurl(text) {
  const purl = parse(text);
  if (!purl) return void 0;
  const { type, namespace, name } = purl;
  const version = purl.version ?? "";
  const distribution = DISTRIBUTIONS.get(`${type}/${namespace?.toLowerCase() ?? ""}`);
  if (distribution !== void 0) return distributionPackage(distribution, name, version, purl.qualifiers);
  const ecosystem = ECOSYSTEMS.get(type) ?? "";
  if (ecosystem === "") return { ecosystem, name, version };
  return {
    ecosystem,
    name: nameOf(type, namespace, name),
    version: type === "golang" ? bare(version) : version
  };
}
function parse(text) {
  if (text.length > 4e3 || !text.startsWith("pkg:")) return void 0;
  return parseStrictly(text) ?? parseWithVersionApart(text);
}
function parseStrictly(text) {
  try {
    const { type, namespace, name, version, qualifiers } = import_packageurl_js.PackageURL.fromString(text);
    if (!type || !name) return void 0;
    return {
      type,
      name,
      namespace: namespace ?? void 0,
      version: version ?? void 0,
      qualifiers: { ...qualifiers }
    };
  } catch {
    return void 0;
  }
}
function parseWithVersionApart(text) {
  const found = /^([^?#]*[^/?#])@([^/@?#]+)/.exec(text);
  if (!found) return void 0;
  const purl = parseStrictly(found[1] + text.slice(found[0].length));
  return purl && { ...purl, version: decode(found[2]) };
}
function decode(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
function nameOf(type, namespace, name) {
  if (!namespace || type === "conan" || type === "julia") return name;
  return `${namespace}${type === "maven" ? ":" : "/"}${name}`;
}
function bare(version) {
  return version.replace(/^v/, "");
}
function distributionPackage(ecosystem, name, version, qualifiers) {
  const upstream = typeof qualifiers["upstream"] === "string" ? qualifiers["upstream"].split("@")[0] : "";
  const distro = typeof qualifiers["distro"] === "string" ? qualifiers["distro"] : "";
  const release = /(\d+(?:\.\d+)*)/.exec(distro)?.[1];
  const suffix = release === void 0 ? void 0 : releaseSuffix(ecosystem, release);
  return {
    ecosystem: suffix === void 0 ? ecosystem : `${ecosystem}:${suffix}`,
    name: upstream === "" ? name : upstream,
    version
  };
}
function releaseSuffix(ecosystem, release) {
  const [major = "", minor] = release.split(".");
  if (ecosystem === "Debian" || ecosystem === "Rocky Linux" || ecosystem === "AlmaLinux") return major;
  if (ecosystem === "Alpine") return minor === void 0 ? void 0 : `v${major}.${minor}`;
  if (ecosystem === "Ubuntu") return Number(major) % 2 === 0 && minor === "04" ? `${release}:LTS` : release;
  return void 0;
}
function addListed(graph, node, listed) {
  const { purl, cpeName, version, scope, licence } = listed;
  const named = purl === void 0 ? namedByCpe(cpeName) : packageOfPurl(purl);
  if (named === void 0) {
    if (purl !== void 0)
      graph.problem(node.line, `${JSON.stringify(purl.slice(0, 200))} is no package URL`);
    return void 0;
  }
  return graph.add({
    ...named,
    version: named.version || (version ?? ""),
    source: import_chunk_Z5ERJLD7.DEFAULT_REGISTRY,
    line: node.line,
    endLine: node.endLine,
    ...scope === void 0 ? {} : { scope },
    ...licence === void 0 ? {} : { licence }
  });
}
function namedByCpe(name) {
  return name === void 0 ? void 0 : { ecosystem: "", name, version: "" };
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  addListed,
  isXml,
  mapNode,
  nodeOf,
  placeOf,
  readXmlDocument
});
