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
  parseCyclonedx: () => parseCyclonedx
});
module.exports = stdin_exports;
var import_chunk_VMXFHKXL = require("./chunk-VMXFHKXL.cjs");
var import_chunk_EPBJXQD3 = require("./chunk-EPBJXQD3.cjs");
var import_chunk_Z5ERJLD7 = require("./chunk-Z5ERJLD7.cjs");
var import_chunk_C2IEPSRS = require("./chunk-C2IEPSRS.cjs");
var import_chunk_HJAZFC2R = require("./chunk-HJAZFC2R.cjs");
function readCyclonedxXml(text) {
  return (0, import_chunk_VMXFHKXL.readXmlDocument)(text, bomNode);
}
var NAMESPACE = /^https?:\/\/cyclonedx\.org\/schema\/bom\/([\d.]+)$/;
function bomNode(root) {
  const namespace = [...root.attributes.values()].map((value) => NAMESPACE.exec(value)?.[1]);
  const specVersion = namespace.find((version) => version !== void 0);
  const project = (0, import_chunk_EPBJXQD3.childOf)((0, import_chunk_EPBJXQD3.childOf)(root, "metadata"), "component");
  return (0, import_chunk_VMXFHKXL.mapNode)((0, import_chunk_VMXFHKXL.placeOf)(root), {
    bomFormat: root.name === "bom" ? (0, import_chunk_VMXFHKXL.nodeOf)(root, "CycloneDX") : void 0,
    specVersion: specVersion === void 0 ? void 0 : (0, import_chunk_VMXFHKXL.nodeOf)(root, specVersion),
    metadata: project && (0, import_chunk_VMXFHKXL.mapNode)((0, import_chunk_VMXFHKXL.placeOf)(project), { component: componentNode(project) }),
    components: componentsNode(root),
    dependencies: listNode(root, "dependencies", "dependency", dependencyNode)
  });
}
function componentsNode(holder) {
  return listNode(holder, "components", "component", componentNode);
}
function listNode(holder, list, item, toNode) {
  const element = (0, import_chunk_EPBJXQD3.childOf)(holder, list);
  return element && (0, import_chunk_VMXFHKXL.nodeOf)((0, import_chunk_VMXFHKXL.placeOf)(element), (0, import_chunk_EPBJXQD3.childrenOf)(element, item).map(toNode));
}
function componentNode(component) {
  return (0, import_chunk_VMXFHKXL.mapNode)((0, import_chunk_VMXFHKXL.placeOf)(component), {
    "bom-ref": attributeNode(component, "bom-ref"),
    name: textNode(component, "name"),
    version: textNode(component, "version"),
    purl: textNode(component, "purl"),
    cpe: textNode(component, "cpe"),
    scope: textNode(component, "scope"),
    licenses: licencesNode((0, import_chunk_EPBJXQD3.childOf)(component, "licenses")),
    components: componentsNode(component)
  });
}
function licencesNode(licences) {
  if (!licences) return void 0;
  const named = (0, import_chunk_EPBJXQD3.childrenOf)(licences, "license").map(
    (licence) => (0, import_chunk_VMXFHKXL.mapNode)(licence, {
      license: (0, import_chunk_VMXFHKXL.mapNode)(licence, { id: textNode(licence, "id"), name: textNode(licence, "name") })
    })
  );
  const expression = textNode(licences, "expression");
  return (0, import_chunk_VMXFHKXL.nodeOf)((0, import_chunk_VMXFHKXL.placeOf)(licences), expression ? [(0, import_chunk_VMXFHKXL.mapNode)(licences, { expression })] : named);
}
function dependencyNode(dependency) {
  const references = (0, import_chunk_EPBJXQD3.childrenOf)(dependency, "dependency").map((one) => attributeNode(one, "ref"));
  return (0, import_chunk_VMXFHKXL.mapNode)((0, import_chunk_VMXFHKXL.placeOf)(dependency), {
    ref: attributeNode(dependency, "ref"),
    dependsOn: (0, import_chunk_VMXFHKXL.nodeOf)(
      dependency,
      references.filter((reference) => reference !== void 0)
    )
  });
}
function attributeNode(element, name) {
  const value = element.attributes.get(name);
  return value === void 0 ? void 0 : (0, import_chunk_VMXFHKXL.nodeOf)(element, value);
}
function textNode(element, name) {
  const child = (0, import_chunk_EPBJXQD3.childOf)(element, name);
  return child?.isWhole && child.text !== "" ? (0, import_chunk_VMXFHKXL.nodeOf)(child, child.text) : void 0;
}
function parseCyclonedx(file) {
  const { root, problems } = (0, import_chunk_VMXFHKXL.isXml)(file.text) ? readCyclonedxXml(file.text) : (0, import_chunk_EPBJXQD3.readJson)(file.text);
  const graph = new import_chunk_EPBJXQD3.Graph();
  graph.problems(problems);
  const version = (0, import_chunk_EPBJXQD3.textOf)(root, "specVersion");
  if ((0, import_chunk_EPBJXQD3.textOf)(root, "bomFormat") !== "CycloneDX") graph.problem(1, 'bomFormat is not "CycloneDX"');
  else if (version !== void 0 && !/^1\.[2-7]$/.test(version)) {
    const { line } = (0, import_chunk_EPBJXQD3.memberOf)(root, "specVersion");
    graph.problem(
      line,
      `specVersion ${version.slice(0, 50)} is not known (1.2 to 1.7 are)`,
      "LOCKFILE_UNSUPPORTED"
    );
  }
  const byReference = /* @__PURE__ */ new Map();
  const project = (0, import_chunk_EPBJXQD3.textOf)((0, import_chunk_EPBJXQD3.memberOf)((0, import_chunk_EPBJXQD3.memberOf)(root, "metadata"), "component"), "bom-ref");
  if (project !== void 0) byReference.set(project, import_chunk_Z5ERJLD7.ROOT);
  addComponents(graph, byReference, root);
  const dependencies = (0, import_chunk_EPBJXQD3.elementsOf)((0, import_chunk_EPBJXQD3.memberOf)(root, "dependencies"));
  for (const dependency of dependencies) connect(graph, byReference, dependency);
  const rootsKnown = dependencies.some(
    (one) => (0, import_chunk_EPBJXQD3.textOf)(one, "ref") === project && (0, import_chunk_EPBJXQD3.elementsOf)((0, import_chunk_EPBJXQD3.memberOf)(one, "dependsOn")).length > 0
  );
  return graph.content({
    rootsKnown: project !== void 0 && rootsKnown,
    edgesKnown: dependencies.length > 0
  });
}
function addComponents(graph, byReference, holder) {
  for (const component of (0, import_chunk_EPBJXQD3.elementsOf)((0, import_chunk_EPBJXQD3.memberOf)(holder, "components"))) {
    if ((0, import_chunk_EPBJXQD3.isWhole)(component)) addComponent(graph, byReference, component);
    addComponents(graph, byReference, component);
  }
}
function addComponent(graph, byReference, component) {
  const index = (0, import_chunk_VMXFHKXL.addListed)(graph, component, {
    purl: (0, import_chunk_EPBJXQD3.textOf)(component, "purl"),
    cpeName: (0, import_chunk_EPBJXQD3.textOf)(component, "cpe") === void 0 ? void 0 : (0, import_chunk_EPBJXQD3.textOf)(component, "name"),
    version: (0, import_chunk_EPBJXQD3.textOf)(component, "version"),
    scope: scopeOf((0, import_chunk_EPBJXQD3.textOf)(component, "scope")),
    licence: licenceOf(component)
  });
  const reference = (0, import_chunk_EPBJXQD3.textOf)(component, "bom-ref");
  if (index !== void 0 && reference !== void 0) byReference.set(reference, index);
}
function scopeOf(scope) {
  if (scope === "required") return "prod";
  return scope === "optional" ? "optional" : scope === "excluded" ? "build" : void 0;
}
function licenceOf(component) {
  const licences = (0, import_chunk_EPBJXQD3.elementsOf)((0, import_chunk_EPBJXQD3.memberOf)(component, "licenses")).map((entry) => {
    const licence = (0, import_chunk_EPBJXQD3.memberOf)(entry, "license");
    return (0, import_chunk_EPBJXQD3.textOf)(entry, "expression") ?? (0, import_chunk_EPBJXQD3.textOf)(licence, "id") ?? (0, import_chunk_EPBJXQD3.textOf)(licence, "name");
  });
  const told = licences.filter((licence) => licence !== void 0);
  return told.length === 0 ? void 0 : told.join(" AND ");
}
function connect(graph, byReference, dependency) {
  const from = byReference.get((0, import_chunk_EPBJXQD3.textOf)(dependency, "ref") ?? "");
  if (from === void 0) return;
  for (const reference of (0, import_chunk_EPBJXQD3.textsOf)((0, import_chunk_EPBJXQD3.memberOf)(dependency, "dependsOn"))) {
    const to = byReference.get(reference);
    if (to !== void 0 && to !== import_chunk_Z5ERJLD7.ROOT) graph.connect(from, to);
  }
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  parseCyclonedx
});
