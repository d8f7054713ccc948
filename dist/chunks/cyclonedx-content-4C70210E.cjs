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
  chunk_4HEXYI7T: () => chunk_4HEXYI7T_exports,
  cyclonedx_content_TZ4RCY6A: () => cyclonedx_content_TZ4RCY6A_exports
});
module.exports = stdin_exports;
var import_chunk_AAE3F7D8 = require("./chunk-AAE3F7D8.cjs").chunk_3KEYJEYD;
var import_chunk_31504B25 = require("./chunk-31504B25.cjs").chunk_YNNKUSU3;
var import_chunk_C2IEPSRS = require("./chunk-C2IEPSRS.cjs").chunk_C2IEPSRS;
var import_cli = require("../cli.cjs").chunk_HJAZFC2R;
var import_chunk_AAE3F7D82 = require("./chunk-AAE3F7D8.cjs").chunk_3KEYJEYD;
var import_chunk_31504B252 = require("./chunk-31504B25.cjs").chunk_YNNKUSU3;
var import_chunk_C2IEPSRS2 = require("./chunk-C2IEPSRS.cjs").chunk_C2IEPSRS;
var import_cli2 = require("../cli.cjs").chunk_HJAZFC2R;
var __defProp2 = Object.defineProperty;
var __export2 = (target, all) => {
  for (var name in all)
    __defProp2(target, name, { get: all[name], enumerable: true });
};
var cyclonedx_content_TZ4RCY6A_exports = {};
__export2(cyclonedx_content_TZ4RCY6A_exports, {
  parseCyclonedx: () => parseCyclonedx
});
var chunk_4HEXYI7T_exports = {};
__export2(chunk_4HEXYI7T_exports, {
  addListed: () => addListed,
  isXml: () => isXml,
  mapNode: () => mapNode,
  nodeOf: () => nodeOf,
  placeOf: () => placeOf,
  readXmlDocument: () => readXmlDocument
});
function nodeOf({ line, endLine }, value) {
  return { line, endLine, value };
}
function mapNode(place, members) {
  const map = /* @__PURE__ */ new Map();
  for (const [key, member] of Object.entries(members)) if (member) map.set(key, member);
  return nodeOf(place, map);
}
function placeOf({ line, endLine, isWhole: isWhole2 }) {
  return { line, endLine: isWhole2 ? endLine : 0 };
}
function isXml(text) {
  return text.trimStart().startsWith("<");
}
function readXmlDocument(text, toNode) {
  const { root, broken } = (0, import_chunk_AAE3F7D8.readXmlTree)(text);
  return {
    root: root && toNode(root),
    problems: broken ? [{ code: "LOCKFILE_INVALID", message: broken.message, line: broken.line }] : []
  };
}
var import_packageurl_js = (0, import_cli.__toESM)((0, import_chunk_C2IEPSRS.require_packageurl_js)(), 1);
var release_names_default = {
  Debian: {
    wheezy: "7",
    jessie: "8",
    stretch: "9",
    buster: "10",
    bullseye: "11",
    bookworm: "12",
    trixie: "13",
    forky: "14"
  },
  Ubuntu: {
    precise: "12.04",
    trusty: "14.04",
    xenial: "16.04",
    bionic: "18.04",
    focal: "20.04",
    jammy: "22.04",
    kinetic: "22.10",
    lunar: "23.04",
    mantic: "23.10",
    noble: "24.04",
    oracular: "24.10",
    plucky: "25.04",
    questing: "25.10"
  }
};
var RELEASE_NAMES = release_names_default;
function distributionPackage(ecosystem, purl) {
  const qualifier = (key) => {
    const value = purl.qualifiers[key];
    return typeof value === "string" ? value.replaceAll(" ", "+") : "";
  };
  const suffix = releaseSuffix(ecosystem, releaseOf(ecosystem, qualifier("distro")));
  const own = { name: purl.name, version: withEpoch(purl.version ?? "", qualifier("epoch")) };
  const source = sourceOf(ecosystem, qualifier("upstream") || qualifier("source"));
  return { ecosystem: suffix === void 0 ? ecosystem : `${ecosystem}:${suffix}`, ...own, ...source };
}
function releaseOf(ecosystem, distro) {
  const [number] = /\d+(?:\.\d+)*/.exec(distro) ?? [];
  const name = distro.slice(distro.lastIndexOf("-") + 1).toLowerCase();
  const names = RELEASE_NAMES[ecosystem] ?? {};
  return number ?? (Object.hasOwn(names, name) ? names[name] : void 0);
}
function releaseSuffix(ecosystem, release) {
  const [major = "", minor] = release?.split(".") ?? [];
  if (release === void 0) return void 0;
  if (ecosystem === "Debian" || ecosystem === "Rocky Linux" || ecosystem === "AlmaLinux") return major;
  if (ecosystem === "Alpine") return minor === void 0 ? void 0 : `v${major}.${minor}`;
  if (ecosystem === "Ubuntu") return Number(major) % 2 === 0 && minor === "04" ? `${release}:LTS` : release;
  return void 0;
}
function withEpoch(version, epoch) {
  return /^[1-9]\d*$/.test(epoch) && !version.includes(":") ? `${epoch}:${version}` : version;
}
function sourceOf(ecosystem, source) {
  const [, rpm] = /^(.+)-[^-]+-[^-]+\.src\.rpm$/.exec(source) ?? [];
  if (rpm !== void 0) return ecosystem === "Rocky Linux" ? { name: rpm } : {};
  const [name = "", version = ""] = source.split("@");
  return name === "" ? {} : { name, ...version === "" ? {} : { version } };
}
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
  if (distribution !== void 0) return distributionPackage(distribution, purl);
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
    source: import_chunk_31504B25.DEFAULT_REGISTRY,
    line: node.line,
    endLine: node.endLine,
    ...scope === void 0 ? {} : { scope },
    ...licence === void 0 ? {} : { licence }
  });
}
function namedByCpe(name) {
  return name === void 0 ? void 0 : { ecosystem: "", name, version: "" };
}
function readCyclonedxXml(text) {
  return readXmlDocument(text, bomNode);
}
var NAMESPACE = /^https?:\/\/cyclonedx\.org\/schema\/bom\/([\d.]+)$/;
function bomNode(root) {
  const namespace = [...root.attributes.values()].map((value) => NAMESPACE.exec(value)?.[1]);
  const specVersion = namespace.find((version) => version !== void 0);
  const project = (0, import_chunk_AAE3F7D82.childOf)((0, import_chunk_AAE3F7D82.childOf)(root, "metadata"), "component");
  return mapNode(placeOf(root), {
    bomFormat: root.name === "bom" ? nodeOf(root, "CycloneDX") : void 0,
    specVersion: specVersion === void 0 ? void 0 : nodeOf(root, specVersion),
    metadata: project && mapNode(placeOf(project), { component: componentNode(project) }),
    components: componentsNode(root),
    dependencies: listNode(root, "dependencies", "dependency", dependencyNode)
  });
}
function componentsNode(holder) {
  return listNode(holder, "components", "component", componentNode);
}
function listNode(holder, list, item, toNode) {
  const element = (0, import_chunk_AAE3F7D82.childOf)(holder, list);
  return element && nodeOf(placeOf(element), (0, import_chunk_AAE3F7D82.childrenOf)(element, item).map(toNode));
}
function componentNode(component) {
  return mapNode(placeOf(component), {
    "bom-ref": attributeNode(component, "bom-ref"),
    name: textNode(component, "name"),
    version: textNode(component, "version"),
    purl: textNode(component, "purl"),
    cpe: textNode(component, "cpe"),
    scope: textNode(component, "scope"),
    licenses: licencesNode((0, import_chunk_AAE3F7D82.childOf)(component, "licenses")),
    components: componentsNode(component)
  });
}
function licencesNode(licences) {
  if (!licences) return void 0;
  const named = (0, import_chunk_AAE3F7D82.childrenOf)(licences, "license").map(
    (licence) => mapNode(licence, {
      license: mapNode(licence, { id: textNode(licence, "id"), name: textNode(licence, "name") })
    })
  );
  const expression = textNode(licences, "expression");
  return nodeOf(placeOf(licences), expression ? [mapNode(licences, { expression })] : named);
}
function dependencyNode(dependency) {
  const references = (0, import_chunk_AAE3F7D82.childrenOf)(dependency, "dependency").map((one) => attributeNode(one, "ref"));
  return mapNode(placeOf(dependency), {
    ref: attributeNode(dependency, "ref"),
    dependsOn: nodeOf(
      dependency,
      references.filter((reference) => reference !== void 0)
    )
  });
}
function attributeNode(element, name) {
  const value = element.attributes.get(name);
  return value === void 0 ? void 0 : nodeOf(element, value);
}
function textNode(element, name) {
  const child = (0, import_chunk_AAE3F7D82.childOf)(element, name);
  return child?.isWhole && child.text !== "" ? nodeOf(child, child.text) : void 0;
}
function parseCyclonedx(file) {
  const { root, problems } = isXml(file.text) ? readCyclonedxXml(file.text) : (0, import_chunk_AAE3F7D82.readJson)(file.text);
  const graph = new import_chunk_AAE3F7D82.Graph();
  graph.problems(problems);
  const version = (0, import_chunk_AAE3F7D82.textOf)(root, "specVersion");
  if ((0, import_chunk_AAE3F7D82.textOf)(root, "bomFormat") !== "CycloneDX") graph.problem(1, 'bomFormat is not "CycloneDX"');
  else if (version !== void 0 && !/^1\.[2-7]$/.test(version)) {
    const { line } = (0, import_chunk_AAE3F7D82.memberOf)(root, "specVersion");
    graph.problem(
      line,
      `specVersion ${version.slice(0, 50)} is not known (1.2 to 1.7 are)`,
      "LOCKFILE_UNSUPPORTED"
    );
  }
  const byReference = /* @__PURE__ */ new Map();
  const project = (0, import_chunk_AAE3F7D82.textOf)((0, import_chunk_AAE3F7D82.memberOf)((0, import_chunk_AAE3F7D82.memberOf)(root, "metadata"), "component"), "bom-ref");
  if (project !== void 0) byReference.set(project, import_chunk_31504B252.ROOT);
  addComponents(graph, byReference, root);
  const dependencies = (0, import_chunk_AAE3F7D82.elementsOf)((0, import_chunk_AAE3F7D82.memberOf)(root, "dependencies"));
  for (const dependency of dependencies) connect(graph, byReference, dependency);
  const rootsKnown = dependencies.some(
    (one) => (0, import_chunk_AAE3F7D82.textOf)(one, "ref") === project && (0, import_chunk_AAE3F7D82.elementsOf)((0, import_chunk_AAE3F7D82.memberOf)(one, "dependsOn")).length > 0
  );
  return graph.content({
    rootsKnown: project !== void 0 && rootsKnown,
    edgesKnown: dependencies.length > 0
  });
}
function addComponents(graph, byReference, holder) {
  for (const component of (0, import_chunk_AAE3F7D82.elementsOf)((0, import_chunk_AAE3F7D82.memberOf)(holder, "components"))) {
    if ((0, import_chunk_AAE3F7D82.isWhole)(component)) addComponent(graph, byReference, component);
    addComponents(graph, byReference, component);
  }
}
function addComponent(graph, byReference, component) {
  const index = addListed(graph, component, {
    purl: (0, import_chunk_AAE3F7D82.textOf)(component, "purl"),
    cpeName: (0, import_chunk_AAE3F7D82.textOf)(component, "cpe") === void 0 ? void 0 : (0, import_chunk_AAE3F7D82.textOf)(component, "name"),
    version: (0, import_chunk_AAE3F7D82.textOf)(component, "version"),
    scope: scopeOf((0, import_chunk_AAE3F7D82.textOf)(component, "scope")),
    licence: licenceOf(component)
  });
  const reference = (0, import_chunk_AAE3F7D82.textOf)(component, "bom-ref");
  if (index !== void 0 && reference !== void 0) byReference.set(reference, index);
}
function scopeOf(scope) {
  if (scope === "required") return "prod";
  return scope === "optional" ? "optional" : scope === "excluded" ? "build" : void 0;
}
function licenceOf(component) {
  const licences = (0, import_chunk_AAE3F7D82.elementsOf)((0, import_chunk_AAE3F7D82.memberOf)(component, "licenses")).map((entry) => {
    const licence = (0, import_chunk_AAE3F7D82.memberOf)(entry, "license");
    return (0, import_chunk_AAE3F7D82.textOf)(entry, "expression") ?? (0, import_chunk_AAE3F7D82.textOf)(licence, "id") ?? (0, import_chunk_AAE3F7D82.textOf)(licence, "name");
  });
  const told = licences.filter((licence) => licence !== void 0);
  return told.length === 0 ? void 0 : told.join(" AND ");
}
function connect(graph, byReference, dependency) {
  const from = byReference.get((0, import_chunk_AAE3F7D82.textOf)(dependency, "ref") ?? "");
  if (from === void 0) return;
  for (const reference of (0, import_chunk_AAE3F7D82.textsOf)((0, import_chunk_AAE3F7D82.memberOf)(dependency, "dependsOn"))) {
    const to = byReference.get(reference);
    if (to !== void 0 && to !== import_chunk_31504B252.ROOT) graph.connect(from, to);
  }
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  chunk_4HEXYI7T,
  cyclonedx_content_TZ4RCY6A
});
