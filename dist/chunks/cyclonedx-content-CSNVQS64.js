const __bundleUrl = new URL('cli.js', import.meta.url.replace(/chunks\/[^/]+$/, '')).href
const require = process.getBuiltinModule('node:module').createRequire(__bundleUrl)
import {
  addListed,
  isXml,
  mapNode,
  nodeOf,
  placeOf,
  readXmlDocument
} from "./chunk-74N5KQJA.js";
import "./chunk-4OPHEIUR.js";
import {
  Graph,
  childOf,
  childrenOf,
  elementsOf,
  isWhole,
  memberOf,
  readJson,
  textOf,
  textsOf
} from "./chunk-U7VH5E4K.js";
import {
  ROOT
} from "./chunk-YFGQM3LP.js";
import "./chunk-BRIVT672.js";

// scanners/dependencies/lockfiles/sbom/cyclonedx-xml.ts
function readCyclonedxXml(text) {
  return readXmlDocument(text, bomNode);
}
var NAMESPACE = /^https?:\/\/cyclonedx\.org\/schema\/bom\/([\d.]+)$/;
function bomNode(root) {
  const namespace = [...root.attributes.values()].map((value) => NAMESPACE.exec(value)?.[1]);
  const specVersion = namespace.find((version) => version !== void 0);
  const project = childOf(childOf(root, "metadata"), "component");
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
  const element = childOf(holder, list);
  return element && nodeOf(placeOf(element), childrenOf(element, item).map(toNode));
}
function componentNode(component) {
  return mapNode(placeOf(component), {
    "bom-ref": attributeNode(component, "bom-ref"),
    name: textNode(component, "name"),
    version: textNode(component, "version"),
    purl: textNode(component, "purl"),
    cpe: textNode(component, "cpe"),
    scope: textNode(component, "scope"),
    licenses: licencesNode(childOf(component, "licenses")),
    components: componentsNode(component)
  });
}
function licencesNode(licences) {
  if (!licences) return void 0;
  const named = childrenOf(licences, "license").map(
    (licence) => mapNode(licence, {
      license: mapNode(licence, { id: textNode(licence, "id"), name: textNode(licence, "name") })
    })
  );
  const expression = textNode(licences, "expression");
  return nodeOf(placeOf(licences), expression ? [mapNode(licences, { expression })] : named);
}
function dependencyNode(dependency) {
  const references = childrenOf(dependency, "dependency").map((one) => attributeNode(one, "ref"));
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
  const child = childOf(element, name);
  return child?.isWhole && child.text !== "" ? nodeOf(child, child.text) : void 0;
}

// scanners/dependencies/lockfiles/sbom/cyclonedx-content.ts
function parseCyclonedx(file) {
  const { root, problems } = isXml(file.text) ? readCyclonedxXml(file.text) : readJson(file.text);
  const graph = new Graph();
  graph.problems(problems);
  const version = textOf(root, "specVersion");
  if (textOf(root, "bomFormat") !== "CycloneDX") graph.problem(1, 'bomFormat is not "CycloneDX"');
  else if (version !== void 0 && !/^1\.[2-7]$/.test(version)) {
    const { line } = memberOf(root, "specVersion");
    graph.problem(
      line,
      `specVersion ${version.slice(0, 50)} is not known (1.2 to 1.7 are)`,
      "LOCKFILE_UNSUPPORTED"
    );
  }
  const byReference = /* @__PURE__ */ new Map();
  const project = textOf(memberOf(memberOf(root, "metadata"), "component"), "bom-ref");
  if (project !== void 0) byReference.set(project, ROOT);
  addComponents(graph, byReference, root);
  const dependencies = elementsOf(memberOf(root, "dependencies"));
  for (const dependency of dependencies) connect(graph, byReference, dependency);
  const rootsKnown = dependencies.some(
    (one) => textOf(one, "ref") === project && elementsOf(memberOf(one, "dependsOn")).length > 0
  );
  return graph.content({
    rootsKnown: project !== void 0 && rootsKnown,
    edgesKnown: dependencies.length > 0
  });
}
function addComponents(graph, byReference, holder) {
  for (const component of elementsOf(memberOf(holder, "components"))) {
    if (isWhole(component)) addComponent(graph, byReference, component);
    addComponents(graph, byReference, component);
  }
}
function addComponent(graph, byReference, component) {
  const index = addListed(graph, component, {
    purl: textOf(component, "purl"),
    cpeName: textOf(component, "cpe") === void 0 ? void 0 : textOf(component, "name"),
    version: textOf(component, "version"),
    scope: scopeOf(textOf(component, "scope")),
    licence: licenceOf(component)
  });
  const reference = textOf(component, "bom-ref");
  if (index !== void 0 && reference !== void 0) byReference.set(reference, index);
}
function scopeOf(scope) {
  if (scope === "required") return "prod";
  return scope === "optional" ? "optional" : scope === "excluded" ? "build" : void 0;
}
function licenceOf(component) {
  const licences = elementsOf(memberOf(component, "licenses")).map((entry) => {
    const licence = memberOf(entry, "license");
    return textOf(entry, "expression") ?? textOf(licence, "id") ?? textOf(licence, "name");
  });
  const told = licences.filter((licence) => licence !== void 0);
  return told.length === 0 ? void 0 : told.join(" AND ");
}
function connect(graph, byReference, dependency) {
  const from = byReference.get(textOf(dependency, "ref") ?? "");
  if (from === void 0) return;
  for (const reference of textsOf(memberOf(dependency, "dependsOn"))) {
    const to = byReference.get(reference);
    if (to !== void 0 && to !== ROOT) graph.connect(from, to);
  }
}
export {
  parseCyclonedx
};
