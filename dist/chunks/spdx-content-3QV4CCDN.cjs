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
  spdx_content_3QV4CCDN: () => spdx_content_3QV4CCDN_exports
});
module.exports = stdin_exports;
var import_chunk_AAE3F7D8 = require("./chunk-AAE3F7D8.cjs").chunk_7UF6RGKQ;
var import_cli = require("../cli.cjs").chunk_TO5RH7DJ;
var import_cyclonedx_content_4C70210E = require("./cyclonedx-content-4C70210E.cjs").chunk_4HEXYI7T;
var import_chunk_AAE3F7D82 = require("./chunk-AAE3F7D8.cjs").chunk_3KEYJEYD;
var import_chunk_31504B25 = require("./chunk-31504B25.cjs").chunk_YNNKUSU3;
var import_chunk_C2IEPSRS = require("./chunk-C2IEPSRS.cjs").chunk_C2IEPSRS;
var import_cli2 = require("../cli.cjs").chunk_HJAZFC2R;
var __defProp2 = Object.defineProperty;
var __export2 = (target, all) => {
  for (var name in all)
    __defProp2(target, name, { get: all[name], enumerable: true });
};
var spdx_content_3QV4CCDN_exports = {};
__export2(spdx_content_3QV4CCDN_exports, {
  parseSpdx: () => parseSpdx
});
function readSpdxRdf(text) {
  return (0, import_cyclonedx_content_4C70210E.readXmlDocument)(text, (root) => {
    const document = (0, import_chunk_AAE3F7D82.childOf)(root, "SpdxDocument");
    const found = { packages: [], relationships: [] };
    collect(root, void 0, found);
    return (0, import_cyclonedx_content_4C70210E.mapNode)((0, import_cyclonedx_content_4C70210E.placeOf)(root), {
      spdxVersion: document && textNode(document, "specVersion"),
      packages: (0, import_cyclonedx_content_4C70210E.nodeOf)(root, found.packages),
      relationships: (0, import_cyclonedx_content_4C70210E.nodeOf)(root, found.relationships)
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
  const type = (0, import_chunk_AAE3F7D82.childOf)(element, "relationshipType")?.attributes.get("resource")?.split("relationshipType_")[1];
  const related = (0, import_chunk_AAE3F7D82.childOf)(element, "relatedSpdxElement");
  const other = lastPart(related?.attributes.get("resource") ?? related?.children[0]?.attributes.get("about"));
  if (type === void 0 || subject === void 0 || other === void 0) return;
  found.relationships.push(
    (0, import_cyclonedx_content_4C70210E.mapNode)(element, {
      spdxElementId: (0, import_cyclonedx_content_4C70210E.nodeOf)(element, subject),
      // dependsOn \u2192 DEPENDS_ON
      relationshipType: (0, import_cyclonedx_content_4C70210E.nodeOf)(element, type.replace(/[A-Z]/g, "_$&").toUpperCase()),
      relatedSpdxElement: (0, import_cyclonedx_content_4C70210E.nodeOf)(element, other)
    })
  );
}
function packageNode(element, id) {
  const references = (0, import_chunk_AAE3F7D82.childrenOf)(element, "externalRef").flatMap(({ children }) => children);
  return (0, import_cyclonedx_content_4C70210E.mapNode)((0, import_cyclonedx_content_4C70210E.placeOf)(element), {
    SPDXID: id === void 0 ? void 0 : (0, import_cyclonedx_content_4C70210E.nodeOf)(element, id),
    name: textNode(element, "name"),
    versionInfo: textNode(element, "versionInfo"),
    licenseConcluded: licenceNode(element, "licenseConcluded"),
    licenseDeclared: licenceNode(element, "licenseDeclared"),
    externalRefs: (0, import_cyclonedx_content_4C70210E.nodeOf)(element, references.map(referenceNode))
  });
}
function referenceNode(reference) {
  const type = lastPart((0, import_chunk_AAE3F7D82.childOf)(reference, "referenceType")?.attributes.get("resource"));
  return (0, import_cyclonedx_content_4C70210E.mapNode)(reference, {
    referenceType: type === void 0 ? void 0 : (0, import_cyclonedx_content_4C70210E.nodeOf)(reference, type),
    referenceLocator: textNode(reference, "referenceLocator")
  });
}
function licenceNode(element, name) {
  const listed = /\/licenses\/([^/#]+)$/.exec((0, import_chunk_AAE3F7D82.childOf)(element, name)?.attributes.get("resource") ?? "")?.[1];
  return listed === void 0 ? void 0 : (0, import_cyclonedx_content_4C70210E.nodeOf)(element, listed);
}
function lastPart(address) {
  return address?.split(/[#/]/).at(-1);
}
function textNode(element, name) {
  const text = (0, import_chunk_AAE3F7D82.childText)(element, name);
  return text === void 0 ? void 0 : (0, import_cyclonedx_content_4C70210E.nodeOf)(element, text);
}
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
  for (const { text: line, number } of (0, import_chunk_AAE3F7D8.eachLine)(text)) {
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
    if (name === "SPDXVersion") this.#version = (0, import_cyclonedx_content_4C70210E.nodeOf)(place, value);
    else if (name === "Relationship") this.#relate(value, place);
    else if (OTHER_SECTIONS.has(name)) this.#close();
    else if (name === "PackageName") {
      this.#close();
      this.#open = { members: {}, references: [], place };
    }
    if (!this.#open || name === "Relationship") return;
    this.#open.place = { line: this.#open.place.line, endLine: line };
    const member = MEMBERS.get(name);
    if (member !== void 0) this.#open.members[member] = (0, import_cyclonedx_content_4C70210E.nodeOf)(place, value);
    else if (name === "ExternalRef") this.#refer(value, place);
  }
  root() {
    this.#close();
    const place = { line: 1, endLine: 1 };
    return (0, import_cyclonedx_content_4C70210E.mapNode)(place, {
      spdxVersion: this.#version,
      packages: (0, import_cyclonedx_content_4C70210E.nodeOf)(place, this.#packages),
      relationships: (0, import_cyclonedx_content_4C70210E.nodeOf)(place, this.#relationships)
    });
  }
  #close() {
    if (!this.#open) return;
    const { members, references, place } = this.#open;
    this.#packages.push((0, import_cyclonedx_content_4C70210E.mapNode)(place, { ...members, externalRefs: (0, import_cyclonedx_content_4C70210E.nodeOf)(place, references) }));
    this.#open = void 0;
  }
  /** `CATEGORY type locator` */
  #refer(value, place) {
    const [, type, locator] = value.split(/\s+/);
    if (type === void 0 || locator === void 0) return;
    this.#open.references.push(
      (0, import_cyclonedx_content_4C70210E.mapNode)(place, { referenceType: (0, import_cyclonedx_content_4C70210E.nodeOf)(place, type), referenceLocator: (0, import_cyclonedx_content_4C70210E.nodeOf)(place, locator) })
    );
  }
  /** `A TYPE B` */
  #relate(value, place) {
    const [one, type, other] = value.split(/\s+/);
    if (one === void 0 || type === void 0 || other === void 0) return;
    this.#relationships.push(
      (0, import_cyclonedx_content_4C70210E.mapNode)(place, {
        spdxElementId: (0, import_cyclonedx_content_4C70210E.nodeOf)(place, one),
        relationshipType: (0, import_cyclonedx_content_4C70210E.nodeOf)(place, type),
        relatedSpdxElement: (0, import_cyclonedx_content_4C70210E.nodeOf)(place, other)
      })
    );
  }
};
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
async function parseSpdx(file) {
  const { root, problems } = await readDocument(file.text);
  const graph = new import_chunk_AAE3F7D82.Graph();
  graph.problems(problems);
  const version = (0, import_chunk_AAE3F7D82.textOf)(root, "spdxVersion");
  if (version === void 0) graph.problem(1, "it has no spdxVersion");
  else if (!/^SPDX-2\.[0-3]$/.test(version)) {
    const { line } = (0, import_chunk_AAE3F7D82.memberOf)(root, "spdxVersion");
    graph.problem(line, `${version.slice(0, 50)} is not known (SPDX-2.0 to 2.3 are)`, "LOCKFILE_UNSUPPORTED");
  }
  const byId = /* @__PURE__ */ new Map();
  for (const node of (0, import_chunk_AAE3F7D82.elementsOf)((0, import_chunk_AAE3F7D82.memberOf)(root, "packages"))) if ((0, import_chunk_AAE3F7D82.isWhole)(node)) addPackage(graph, byId, node);
  const relationships = new Relationships(graph, byId);
  for (const id of (0, import_chunk_AAE3F7D82.textsOf)((0, import_chunk_AAE3F7D82.memberOf)(root, "documentDescribes"))) relationships.describe(id);
  for (const relationship of (0, import_chunk_AAE3F7D82.elementsOf)((0, import_chunk_AAE3F7D82.memberOf)(root, "relationships"))) relationships.read(relationship);
  return relationships.content();
}
async function readDocument(text) {
  if (/^\s*\{/.test(text)) return (0, import_chunk_AAE3F7D82.readJson)(text);
  if ((0, import_cyclonedx_content_4C70210E.isXml)(text)) return readSpdxRdf(text);
  return isTagValue(text) ? readSpdxTagValue(text) : (0, import_chunk_AAE3F7D8.readYaml)(text);
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
    const type = (0, import_chunk_AAE3F7D82.textOf)(relationship, "relationshipType")?.toUpperCase();
    const one = (0, import_chunk_AAE3F7D82.textOf)(relationship, "spdxElementId");
    const other = (0, import_chunk_AAE3F7D82.textOf)(relationship, "relatedSpdxElement");
    if (type === void 0 || one === void 0 || other === void 0) return;
    const backwards = BACKWARDS.get(type);
    if (type === "DESCRIBES" && one === DOCUMENT) this.describe(other);
    else if (type === "DESCRIBED_BY" && other === DOCUMENT) this.describe(one);
    else if (type === "DEPENDS_ON") this.#edges.push({ from: one, to: other, scope: "prod" });
    else if (backwards) this.#edges.push({ from: other, to: one, scope: backwards });
  }
  content() {
    for (const id of this.#described) this.#connect(import_chunk_31504B25.ROOT, id, "prod");
    const [subject] = this.#described;
    for (const { from, to, scope } of this.#edges) {
      if (this.#described.size === 1 && from === subject) this.#connect(import_chunk_31504B25.ROOT, to, scope);
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
  const licences = [(0, import_chunk_AAE3F7D82.textOf)(node, "licenseConcluded"), (0, import_chunk_AAE3F7D82.textOf)(node, "licenseDeclared")];
  const index = (0, import_cyclonedx_content_4C70210E.addListed)(graph, node, {
    purl: referenceOf(node, /^purl$/),
    cpeName: referenceOf(node, /^cpe2[23]Type$/),
    version: (0, import_chunk_AAE3F7D82.textOf)(node, "versionInfo"),
    licence: licences.find((one) => one !== void 0 && one !== "NOASSERTION" && one !== "NONE")
  });
  const id = (0, import_chunk_AAE3F7D82.textOf)(node, "SPDXID");
  if (index !== void 0 && id !== void 0) byId.set(id, index);
}
function referenceOf(node, type) {
  const reference = (0, import_chunk_AAE3F7D82.elementsOf)((0, import_chunk_AAE3F7D82.memberOf)(node, "externalRefs")).find(
    (one) => type.test((0, import_chunk_AAE3F7D82.textOf)(one, "referenceType")?.split("/").at(-1) ?? "")
  );
  return (0, import_chunk_AAE3F7D82.textOf)(reference, "referenceLocator");
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  spdx_content_3QV4CCDN
});
