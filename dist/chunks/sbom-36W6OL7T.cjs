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
  sbom: () => sbom
});
module.exports = stdin_exports;
var import_chunk_MTH3M3TH = require("./chunk-MTH3M3TH.cjs");
var import_chunk_FOJ5JTVQ = require("./chunk-FOJ5JTVQ.cjs");
var import_chunk_E7TBRM2K = require("./chunk-E7TBRM2K.cjs");
var import_chunk_ETWM5SCF = require("./chunk-ETWM5SCF.cjs");
var import_chunk_COQYJIF4 = require("./chunk-COQYJIF4.cjs");
var import_chunk_E32X4NSA = require("./chunk-E32X4NSA.cjs");
var import_chunk_HB6XE5KP = require("./chunk-HB6XE5KP.cjs");
var import_chunk_3OKVRCVQ = require("./chunk-3OKVRCVQ.cjs");
var import_chunk_ZTEOLBDN = require("./chunk-ZTEOLBDN.cjs");
var import_chunk_VISX35PJ = require("./chunk-VISX35PJ.cjs");
var import_chunk_ZC2FV7IO = require("./chunk-ZC2FV7IO.cjs");
var import_chunk_ZF4RRLRT = require("./chunk-ZF4RRLRT.cjs");
var import_chunk_RO6TSUK6 = require("./chunk-RO6TSUK6.cjs");
var import_chunk_2QF5A3XH = require("./chunk-2QF5A3XH.cjs");
var import_chunk_LYNT5DVA = require("./chunk-LYNT5DVA.cjs");
var import_chunk_SO3KANTK = require("./chunk-SO3KANTK.cjs");
var import_chunk_GEUJANHY = require("./chunk-GEUJANHY.cjs");
var import_chunk_M3WSMIIZ = require("./chunk-M3WSMIIZ.cjs");
var import_chunk_TRET7PXH = require("./chunk-TRET7PXH.cjs");
var import_chunk_NDPFJMXT = require("./chunk-NDPFJMXT.cjs");
var import_chunk_IMTAAEPN = require("./chunk-IMTAAEPN.cjs");
var import_chunk_QW7UKFTH = require("./chunk-QW7UKFTH.cjs");
var import_chunk_4NFOMFHU = require("./chunk-4NFOMFHU.cjs");
var import_chunk_UACS23NR = require("./chunk-UACS23NR.cjs");
var import_chunk_TO5RH7DJ = require("./chunk-TO5RH7DJ.cjs");
var import_chunk_EPBJXQD3 = require("./chunk-EPBJXQD3.cjs");
var import_chunk_Z5ERJLD7 = require("./chunk-Z5ERJLD7.cjs");
var import_chunk_C2IEPSRS = require("./chunk-C2IEPSRS.cjs");
var import_chunk_HJAZFC2R = require("./chunk-HJAZFC2R.cjs");
var import_node_path = process.getBuiltinModule("node:path");
function contentUuid(content) {
  const hex = (0, import_chunk_QW7UKFTH.sha256Hex)(JSON.stringify(content));
  const variant = (Number.parseInt(hex[16], 16) & 3 | 8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
function emitDocument(document) {
  return `${JSON.stringify(document, null, 2)}
`;
}
var ROOT_REF = "project";
function emitCycloneDx(request) {
  const { graph, name, complete } = request;
  const content = {
    components: graph.components.map(componentOf),
    dependencies: [
      { ref: ROOT_REF, dependsOn: graph.direct },
      ...graph.components.map(({ purl }) => ({ ref: purl, dependsOn: graph.dependencies.get(purl) ?? [] }))
    ],
    compositions: [{ aggregate: complete ? "unknown" : "incomplete", assemblies: [ROOT_REF] }]
  };
  return emitDocument({
    $schema: "http://cyclonedx.org/schema/bom-1.6.schema.json",
    bomFormat: "CycloneDX",
    specVersion: "1.6",
    serialNumber: `urn:uuid:${contentUuid([name, content])}`,
    version: 1,
    metadata: {
      ...request.timestamp === void 0 ? {} : { timestamp: request.timestamp },
      tools: { components: [{ type: "application", name: "sallyport", version: request.toolVersion }] },
      component: { type: "application", "bom-ref": ROOT_REF, name }
    },
    ...content
  });
}
function componentOf({ purl, one, places }) {
  const scope = SCOPES[one.scope];
  return {
    type: one.source.kind === "workspace" ? "application" : "library",
    "bom-ref": purl,
    name: one.name === "" ? "unnamed" : one.name,
    ...one.version === "" ? {} : { version: one.version },
    ...scope === void 0 ? {} : { scope },
    ...licencesOf(one.licence),
    purl,
    evidence: { occurrences: places.map(({ path, line }) => ({ location: path, line })) }
  };
}
var SCOPES = {
  prod: "required",
  build: "excluded",
  dev: "excluded",
  test: "excluded",
  optional: "optional",
  peer: "optional",
  unknown: void 0
};
function licencesOf(text) {
  if (text === void 0 || text === "") return {};
  const licence = (0, import_chunk_3OKVRCVQ.readLicence)(text);
  if (licence.kind === "id") return { licenses: [{ license: { id: licence.id } }] };
  if (licence.kind === "expression") return { licenses: [{ expression: licence.text }] };
  return { licenses: [{ license: { name: text } }] };
}
function buildGraph(readings) {
  const components = /* @__PURE__ */ new Map();
  const dependencies = /* @__PURE__ */ new Map();
  const direct = /* @__PURE__ */ new Set();
  for (const { path, packages, edges } of readings.toSorted((a, b) => compare(a.path, b.path))) {
    const purls = packages.map((one) => (0, import_chunk_TRET7PXH.purlOf)(one));
    for (const [index, one] of packages.entries()) {
      addComponent(components, purls[index], one, path);
      if (one.direct === true) direct.add(purls[index]);
    }
    for (const [from, to] of edges) {
      const target = purls[to];
      if (target === void 0) continue;
      if (from === import_chunk_Z5ERJLD7.ROOT) direct.add(target);
      else addDependency(dependencies, purls[from], target);
    }
  }
  return {
    components: [...components.values()].sort((a, b) => compare(a.purl, b.purl)),
    dependencies: new Map([...dependencies].map(([purl, targets]) => [purl, [...targets].sort(compare)])),
    direct: [...direct].sort(compare)
  };
}
function addComponent(into, purl, one, path) {
  const place = { path, line: one.line };
  const known = into.get(purl);
  if (!known) {
    into.set(purl, { purl, one, places: [place] });
    return;
  }
  known.places.push(place);
  if (one.scope === "prod")
    known.one = { ...one, ...known.one.licence ? { licence: known.one.licence } : {} };
}
function addDependency(into, from, to) {
  const targets = into.get(from);
  if (targets) targets.add(to);
  else into.set(from, /* @__PURE__ */ new Set([to]));
}
function compare(a, b) {
  return a === b ? 0 : a < b ? -1 : 1;
}
var DOCUMENT = "SPDXRef-DOCUMENT";
var PROJECT = "SPDXRef-Project";
var NOTHING_SAID = "NOASSERTION";
var NO_TIME = "1970-01-01T00:00:00Z";
function emitSpdx(request) {
  const { graph, name, timestamp, toolVersion, complete } = request;
  const packages = [projectPackage(name), ...graph.components.map(packageOf)];
  const relationships = relationshipsOf(graph);
  return emitDocument({
    spdxVersion: "SPDX-2.3",
    dataLicense: "CC0-1.0",
    SPDXID: DOCUMENT,
    name,
    documentNamespace: `urn:uuid:${contentUuid([name, packages, relationships])}`,
    ...complete ? {} : { comment: "Incomplete: a lockfile could not be read wholly." },
    creationInfo: { created: timestamp ?? NO_TIME, creators: [`Tool: sallyport-${toolVersion}`] },
    packages,
    relationships
  });
}
function projectPackage(name) {
  return {
    SPDXID: PROJECT,
    name,
    downloadLocation: NOTHING_SAID,
    filesAnalyzed: false,
    licenseConcluded: NOTHING_SAID,
    licenseDeclared: NOTHING_SAID,
    copyrightText: NOTHING_SAID,
    primaryPackagePurpose: "APPLICATION"
  };
}
function packageOf({ purl, one, places }) {
  return {
    SPDXID: idOf(purl),
    name: one.name === "" ? "unnamed" : one.name,
    ...one.version === "" ? {} : { versionInfo: one.version },
    downloadLocation: downloadOf(one),
    filesAnalyzed: false,
    sourceInfo: `named in ${places.map(({ path, line }) => `${path}:${line}`).join(", ")}`,
    licenseConcluded: NOTHING_SAID,
    ...licenceOf(one.licence),
    copyrightText: NOTHING_SAID,
    externalRefs: [{ referenceCategory: "PACKAGE-MANAGER", referenceType: "purl", referenceLocator: purl }]
  };
}
function licenceOf(text) {
  const licence = (0, import_chunk_3OKVRCVQ.readLicence)(text ?? "");
  if (licence.kind === "id") return { licenseDeclared: licence.id };
  if (licence.kind === "expression") return { licenseDeclared: licence.text };
  const comment = text ? { licenseComments: `The lockfile says: ${text}` } : {};
  return { licenseDeclared: NOTHING_SAID, ...comment };
}
function downloadOf({ source }) {
  if (source.kind === "git" && /^git\+[a-z]+:\/\/\S+$/.test(source.url)) {
    return source.commit === null ? source.url : `${source.url}@${source.commit}`;
  }
  return source.kind === "url" && /^https?:\/\/\S+$/.test(source.url) ? source.url : NOTHING_SAID;
}
function relationshipsOf(graph) {
  const dependsOn = (from, to) => ({
    spdxElementId: from,
    relationshipType: "DEPENDS_ON",
    relatedSpdxElement: idOf(to)
  });
  return [
    { spdxElementId: DOCUMENT, relationshipType: "DESCRIBES", relatedSpdxElement: PROJECT },
    ...graph.direct.map((purl) => dependsOn(PROJECT, purl)),
    ...graph.components.flatMap(
      ({ purl }) => (graph.dependencies.get(purl) ?? []).map((to) => dependsOn(idOf(purl), to))
    )
  ];
}
function idOf(purl) {
  return `SPDXRef-Package-${(0, import_chunk_QW7UKFTH.sha256Hex)(purl).slice(0, 32)}`;
}
var FORMATS = {
  cyclonedx: emitCycloneDx,
  spdx: emitSpdx
};
var sbom = {
  name: "sbom",
  summary: "Write a bill of materials: CycloneDX 1.6 or SPDX 2.3.",
  details: "Lists what the lockfiles of a folder name, as JSON on stdout or in --out. The same tree gives the same bytes: ids come from the content, and the time is SOURCE_DATE_EPOCH or none. 11 says that a lockfile could not be read wholly, 3 that there is none.",
  positionals: [{ name: "PATH", doc: "The folder." }],
  options: ["format", "out"],
  examples: ["sallyport sbom . --format cyclonedx", "sallyport sbom . --format spdx --out shop.spdx.json"],
  async run({ positionals, options, ports }) {
    const emit = findFormat(options.format ?? "cyclonedx");
    const timestamp = timestampOf(ports.env["SOURCE_DATE_EPOCH"]);
    const folder = await (0, import_chunk_MTH3M3TH.folderArgument)(positionals[0], ports);
    const { tree } = await (0, import_chunk_MTH3M3TH.openJudgedFolder)(folder);
    const files = tree.files.filter((file) => (0, import_chunk_ZTEOLBDN.isWanted)(file.path));
    const { readings, fileErrors } = await (0, import_chunk_ZTEOLBDN.readInventory)(files, ports.signal);
    const text = emit({
      graph: buildGraph(readings),
      name: (0, import_node_path.basename)(folder) || "project",
      toolVersion: import_chunk_LYNT5DVA.VERSION,
      timestamp,
      complete: fileErrors.length === 0
    });
    if (options.out === void 0) ports.stdout(text);
    else await (0, import_chunk_M3WSMIIZ.writeFileAtomic)((0, import_node_path.resolve)(ports.cwd, options.out), text);
    for (const { path, message } of fileErrors)
      ports.stderr(`unread ${(0, import_chunk_MTH3M3TH.plainLine)(path)}: ${(0, import_chunk_MTH3M3TH.plainLine)(message)}
`);
    if (fileErrors.length > 0) return import_chunk_TO5RH7DJ.EXIT.undecided;
    return readings.length === 0 ? import_chunk_TO5RH7DJ.EXIT.nothingToScan : import_chunk_TO5RH7DJ.EXIT.ok;
  }
};
function findFormat(name) {
  const emit = Object.hasOwn(FORMATS, name) ? FORMATS[name] : void 0;
  if (emit) return emit;
  const near = (0, import_chunk_SO3KANTK.nearest)(name, Object.keys(FORMATS));
  throw new import_chunk_TO5RH7DJ.SallyportError("USAGE", {
    message: `there is no format ${JSON.stringify(name)}`,
    help: near === void 0 ? "there are: cyclonedx, spdx" : `did you mean "${near}"?`
  });
}
function timestampOf(epoch) {
  if (epoch === void 0 || epoch === "") return void 0;
  if (!/^\d{1,11}$/.test(epoch)) {
    throw new import_chunk_TO5RH7DJ.SallyportError("USAGE", {
      message: `SOURCE_DATE_EPOCH is ${JSON.stringify(epoch)}`,
      help: "write whole seconds since 1970, or leave it out"
    });
  }
  return (0, import_chunk_GEUJANHY.formatTimestamp)(Number(epoch) * 1e3);
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  sbom
});
