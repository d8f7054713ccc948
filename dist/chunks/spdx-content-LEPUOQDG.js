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
  eachLine,
  readYaml
} from "./chunk-HFGP7RTV.js";
import "./chunk-VH5K662Z.js";
import "./chunk-EQ5RKL3W.js";
import {
  Graph,
  childOf,
  childText,
  childrenOf,
  elementsOf,
  isWhole,
  memberOf,
  readJson,
  textOf,
  textsOf
} from "./chunk-U7VH5E4K.js";
import "./chunk-XELNXD6A.js";
import {
  ROOT
} from "./chunk-YFGQM3LP.js";
import "./chunk-BRIVT672.js";

// scanners/dependencies/lockfiles/sbom/spdx-rdf.ts
function readSpdxRdf(text) {
  return readXmlDocument(text, (root) => {
    const document = childOf(root, "SpdxDocument");
    const found = { packages: [], relationships: [] };
    collect(root, void 0, found);
    return mapNode(placeOf(root), {
      spdxVersion: document && textNode(document, "specVersion"),
      packages: nodeOf(root, found.packages),
      relationships: nodeOf(root, found.relationships)
    });
  });
}
function collect(element, subject, found) {
  const about = lastPart(element.attributes.get("about"));
  if (element.name === "Package") found.packages.push(packageNode(element, about));
  if (element.name === "Relationship") addRelationship(element, subject, found);
  for (const child of element.children) collect(child, about ?? subject, found);
}
function addRelationship(element, subject, found) {
  const type = childOf(element, "relationshipType")?.attributes.get("resource")?.split("relationshipType_")[1];
  const related = childOf(element, "relatedSpdxElement");
  const other = lastPart(related?.attributes.get("resource") ?? related?.children[0]?.attributes.get("about"));
  if (type === void 0 || subject === void 0 || other === void 0) return;
  found.relationships.push(
    mapNode(element, {
      spdxElementId: nodeOf(element, subject),
      // dependsOn \u2192 DEPENDS_ON
      relationshipType: nodeOf(element, type.replace(/[A-Z]/g, "_$&").toUpperCase()),
      relatedSpdxElement: nodeOf(element, other)
    })
  );
}
function packageNode(element, id) {
  const references = childrenOf(element, "externalRef").flatMap(({ children }) => children);
  return mapNode(placeOf(element), {
    SPDXID: id === void 0 ? void 0 : nodeOf(element, id),
    name: textNode(element, "name"),
    versionInfo: textNode(element, "versionInfo"),
    licenseConcluded: licenceNode(element, "licenseConcluded"),
    licenseDeclared: licenceNode(element, "licenseDeclared"),
    externalRefs: nodeOf(element, references.map(referenceNode))
  });
}
function referenceNode(reference) {
  const type = lastPart(childOf(reference, "referenceType")?.attributes.get("resource"));
  return mapNode(reference, {
    referenceType: type === void 0 ? void 0 : nodeOf(reference, type),
    referenceLocator: textNode(reference, "referenceLocator")
  });
}
function licenceNode(element, name) {
  const listed = /\/licenses\/([^/#]+)$/.exec(childOf(element, name)?.attributes.get("resource") ?? "")?.[1];
  return listed === void 0 ? void 0 : nodeOf(element, listed);
}
function lastPart(address) {
  return address?.split(/[#/]/).at(-1);
}
function textNode(element, name) {
  const text = childText(element, name);
  return text === void 0 ? void 0 : nodeOf(element, text);
}

// scanners/dependencies/lockfiles/sbom/spdx-tag-value.ts
function isTagValue(text) {
  return /^SPDXVersion:/m.test(text.slice(0, 4096));
}
function readSpdxTagValue(text) {
  const reading = new TagValueReading();
  for (const tag of tagsOf(text)) reading.add(tag);
  return { root: reading.root(), problems: [] };
}
function* tagsOf(text) {
  let isInText = false;
  for (const { text: line, number } of eachLine(text)) {
    if (isInText) {
      isInText = !line.includes("</text>");
      continue;
    }
    const [, name, value = ""] = /^([A-Za-z]+):(.*)$/.exec(line) ?? [];
    if (name === void 0) continue;
    isInText = value.includes("<text>") && !value.includes("</text>");
    yield { name, value: value.trim(), line: number };
  }
}
var MEMBERS = /* @__PURE__ */ new Map([
  ["PackageName", "name"],
  ["SPDXID", "SPDXID"],
  ["PackageVersion", "versionInfo"],
  ["PackageLicenseConcluded", "licenseConcluded"],
  ["PackageLicenseDeclared", "licenseDeclared"]
]);
var OTHER_SECTIONS = /* @__PURE__ */ new Set(["FileName", "SnippetSPDXID", "LicenseID", "Reviewer"]);
var TagValueReading = class {
  #packages = [];
  #relationships = [];
  #version;
  #open;
  add({ name, value, line }) {
    const place = { line, endLine: line };
    if (name === "SPDXVersion") this.#version = nodeOf(place, value);
    else if (name === "Relationship") this.#relate(value, place);
    else if (OTHER_SECTIONS.has(name)) this.#close();
    else if (name === "PackageName") {
      this.#close();
      this.#open = { members: {}, references: [], place };
    }
    if (!this.#open || name === "Relationship") return;
    this.#open.place = { line: this.#open.place.line, endLine: line };
    const member = MEMBERS.get(name);
    if (member !== void 0) this.#open.members[member] = nodeOf(place, value);
    else if (name === "ExternalRef") this.#refer(value, place);
  }
  root() {
    this.#close();
    const place = { line: 1, endLine: 1 };
    return mapNode(place, {
      spdxVersion: this.#version,
      packages: nodeOf(place, this.#packages),
      relationships: nodeOf(place, this.#relationships)
    });
  }
  #close() {
    if (!this.#open) return;
    const { members, references, place } = this.#open;
    this.#packages.push(mapNode(place, { ...members, externalRefs: nodeOf(place, references) }));
    this.#open = void 0;
  }
  /** `CATEGORY type locator` */
  #refer(value, place) {
    const [, type, locator] = value.split(/\s+/);
    if (type === void 0 || locator === void 0) return;
    this.#open.references.push(
      mapNode(place, { referenceType: nodeOf(place, type), referenceLocator: nodeOf(place, locator) })
    );
  }
  /** `A TYPE B` */
  #relate(value, place) {
    const [one, type, other] = value.split(/\s+/);
    if (one === void 0 || type === void 0 || other === void 0) return;
    this.#relationships.push(
      mapNode(place, {
        spdxElementId: nodeOf(place, one),
        relationshipType: nodeOf(place, type),
        relatedSpdxElement: nodeOf(place, other)
      })
    );
  }
};

// scanners/dependencies/lockfiles/sbom/spdx-content.ts
var DOCUMENT = "SPDXRef-DOCUMENT";
var BACKWARDS = /* @__PURE__ */ new Map([
  ["DEPENDENCY_OF", "prod"],
  ["RUNTIME_DEPENDENCY_OF", "prod"],
  ["OPTIONAL_DEPENDENCY_OF", "optional"],
  ["PROVIDED_DEPENDENCY_OF", "optional"],
  ["DEV_DEPENDENCY_OF", "dev"],
  ["TEST_DEPENDENCY_OF", "test"],
  ["BUILD_DEPENDENCY_OF", "build"]
]);
function parseSpdx(file) {
  const { root, problems } = readDocument(file.text);
  const graph = new Graph();
  graph.problems(problems);
  const version = textOf(root, "spdxVersion");
  if (version === void 0) graph.problem(1, "it has no spdxVersion");
  else if (!/^SPDX-2\.[0-3]$/.test(version)) {
    const { line } = memberOf(root, "spdxVersion");
    graph.problem(line, `${version.slice(0, 50)} is not known (SPDX-2.0 to 2.3 are)`, "LOCKFILE_UNSUPPORTED");
  }
  const byId = /* @__PURE__ */ new Map();
  for (const node of elementsOf(memberOf(root, "packages"))) if (isWhole(node)) addPackage(graph, byId, node);
  const relationships = new Relationships(graph, byId);
  for (const id of textsOf(memberOf(root, "documentDescribes"))) relationships.describe(id);
  for (const relationship of elementsOf(memberOf(root, "relationships"))) relationships.read(relationship);
  return relationships.content();
}
function readDocument(text) {
  if (/^\s*\{/.test(text)) return readJson(text);
  if (isXml(text)) return readSpdxRdf(text);
  return isTagValue(text) ? readSpdxTagValue(text) : readYaml(text);
}
var Relationships = class {
  #graph;
  #byId;
  #described = /* @__PURE__ */ new Set();
  #edges = [];
  constructor(graph, byId) {
    this.#graph = graph;
    this.#byId = byId;
  }
  describe(id) {
    this.#described.add(id);
  }
  read(relationship) {
    const type = textOf(relationship, "relationshipType")?.toUpperCase();
    const one = textOf(relationship, "spdxElementId");
    const other = textOf(relationship, "relatedSpdxElement");
    if (type === void 0 || one === void 0 || other === void 0) return;
    const backwards = BACKWARDS.get(type);
    if (type === "DESCRIBES" && one === DOCUMENT) this.describe(other);
    else if (type === "DESCRIBED_BY" && other === DOCUMENT) this.describe(one);
    else if (type === "DEPENDS_ON") this.#edges.push({ from: one, to: other, scope: "prod" });
    else if (backwards) this.#edges.push({ from: other, to: one, scope: backwards });
  }
  content() {
    for (const id of this.#described) this.#connect(ROOT, id, "prod");
    const [subject] = this.#described;
    for (const { from, to, scope } of this.#edges) {
      if (this.#described.size === 1 && from === subject) this.#connect(ROOT, to, scope);
      const index = this.#byId.get(from);
      if (index !== void 0) this.#connect(index, to, scope);
    }
    const edgesKnown = this.#edges.length > 0;
    return this.#graph.content({ rootsKnown: edgesKnown && this.#described.size > 0, edgesKnown });
  }
  #connect(from, id, scope) {
    const to = this.#byId.get(id);
    if (to !== void 0) this.#graph.connect(from, to, scope);
  }
};
function addPackage(graph, byId, node) {
  const licences = [textOf(node, "licenseConcluded"), textOf(node, "licenseDeclared")];
  const index = addListed(graph, node, {
    purl: referenceOf(node, /^purl$/),
    cpeName: referenceOf(node, /^cpe2[23]Type$/),
    version: textOf(node, "versionInfo"),
    licence: licences.find((one) => one !== void 0 && one !== "NOASSERTION" && one !== "NONE")
  });
  const id = textOf(node, "SPDXID");
  if (index !== void 0 && id !== void 0) byId.set(id, index);
}
function referenceOf(node, type) {
  const reference = elementsOf(memberOf(node, "externalRefs")).find(
    (one) => type.test(textOf(one, "referenceType")?.split("/").at(-1) ?? "")
  );
  return textOf(reference, "referenceLocator");
}
export {
  parseSpdx
};
