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
  sbom_WL2WXSF4: () => sbom_WL2WXSF4_exports
});
module.exports = stdin_exports;
var import_chunk_755CFGXO = require("./chunk-755CFGXO.cjs").chunk_755CFGXO;
var import_chunk_0722AEF2 = require("./chunk-0722AEF2.cjs").chunk_FOJ5JTVQ;
var import_chunk_0722AEF22 = require("./chunk-0722AEF2.cjs").chunk_53KULZZP;
var import_chunk_C3CB3CD9 = require("./chunk-C3CB3CD9.cjs").chunk_ETWM5SCF;
var import_chunk_2BC21E11 = require("./chunk-2BC21E11.cjs").chunk_COQYJIF4;
var import_chunk_5523CD0A = require("./chunk-5523CD0A.cjs").chunk_CP7VLAJU;
var import_chunk_7A0A2440 = require("./chunk-7A0A2440.cjs").chunk_HB6XE5KP;
var import_findings_43F69531 = require("./findings-43F69531.cjs").chunk_3OKVRCVQ;
var import_chunk_FC722728 = require("./chunk-FC722728.cjs").chunk_QVWZ6NL7;
var import_chunk_FC7227282 = require("./chunk-FC722728.cjs").chunk_LCP6FW5I;
var import_chunk_VYXZ2XSH = require("./chunk-VYXZ2XSH.cjs").chunk_VYXZ2XSH;
var import_chunk_31504B25 = require("./chunk-31504B25.cjs").chunk_Z7PF3XZF;
var import_chunk_5523CD0A2 = require("./chunk-5523CD0A.cjs").chunk_ZF4RRLRT;
var import_chunk_7A0A24402 = require("./chunk-7A0A2440.cjs").chunk_RO6TSUK6;
var import_chunk_7A0A24403 = require("./chunk-7A0A2440.cjs").chunk_2QF5A3XH;
var import_cli = require("../cli.cjs").chunk_L4G53NRH;
var import_cli2 = require("../cli.cjs").chunk_SO3KANTK;
var import_cli3 = require("../cli.cjs").chunk_GEUJANHY;
var import_chunk_2BC21E112 = require("./chunk-2BC21E11.cjs").chunk_M3WSMIIZ;
var import_vex_E7759C21 = require("./vex-E7759C21.cjs").chunk_M44N5T76;
var import_chunk_C3CB3CD92 = require("./chunk-C3CB3CD9.cjs").chunk_NC4COCRK;
var import_chunk_C3CB3CD93 = require("./chunk-C3CB3CD9.cjs").chunk_V5MOCF6Z;
var import_cli4 = require("../cli.cjs").chunk_QW7UKFTH;
var import_cli5 = require("../cli.cjs").chunk_4NFOMFHU;
var import_chunk_AAE3F7D8 = require("./chunk-AAE3F7D8.cjs").chunk_7UF6RGKQ;
var import_cli6 = require("../cli.cjs").chunk_TO5RH7DJ;
var import_chunk_AAE3F7D82 = require("./chunk-AAE3F7D8.cjs").chunk_3KEYJEYD;
var import_chunk_31504B252 = require("./chunk-31504B25.cjs").chunk_YNNKUSU3;
var import_chunk_C2IEPSRS = require("./chunk-C2IEPSRS.cjs").chunk_C2IEPSRS;
var import_cli7 = require("../cli.cjs").chunk_HJAZFC2R;
var import_node_path = process.getBuiltinModule("node:path");
var __defProp2 = Object.defineProperty;
var __export2 = (target, all) => {
  for (var name in all)
    __defProp2(target, name, { get: all[name], enumerable: true });
};
var sbom_WL2WXSF4_exports = {};
__export2(sbom_WL2WXSF4_exports, {
  sbom: () => sbom
});
function contentUuid(content) {
  const hex = (0, import_cli4.sha256Hex)(JSON.stringify(content));
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
  const licence = (0, import_findings_43F69531.readLicence)(text);
  if (licence.kind === "id") return { licenses: [{ license: { id: licence.id } }] };
  if (licence.kind === "expression") return { licenses: [{ expression: licence.text }] };
  return { licenses: [{ license: { name: text } }] };
}
function buildGraph(readings) {
  const components = /* @__PURE__ */ new Map();
  const dependencies = /* @__PURE__ */ new Map();
  const direct = /* @__PURE__ */ new Set();
  for (const { path, packages, edges } of readings.toSorted((a, b) => compare(a.path, b.path))) {
    const purls = packages.map((one) => (0, import_vex_E7759C21.purlOf)(one));
    for (const [index, one] of packages.entries()) {
      addComponent(components, purls[index], one, path);
      if (one.direct === true) direct.add(purls[index]);
    }
    for (const [from, to] of edges) {
      const target = purls[to];
      if (target === void 0) continue;
      if (from === import_chunk_31504B252.ROOT) direct.add(target);
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
  const licence = (0, import_findings_43F69531.readLicence)(text ?? "");
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
  return `SPDXRef-Package-${(0, import_cli4.sha256Hex)(purl).slice(0, 32)}`;
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
    const folder = await (0, import_chunk_755CFGXO.folderArgument)(positionals[0], ports);
    const { tree } = await (0, import_chunk_755CFGXO.openJudgedFolder)(folder);
    const files = tree.files.filter((file) => (0, import_chunk_FC722728.isWanted)(file.path));
    const { readings, fileErrors } = await (0, import_chunk_FC722728.readInventory)(files, ports.signal);
    const text = emit({
      graph: buildGraph(readings),
      name: (0, import_node_path.basename)(folder) || "project",
      toolVersion: import_cli.VERSION,
      timestamp,
      complete: fileErrors.length === 0
    });
    if (options.out === void 0) ports.stdout(text);
    else await (0, import_chunk_2BC21E112.writeFileAtomic)((0, import_node_path.resolve)(ports.cwd, options.out), text);
    for (const { path, message } of fileErrors)
      ports.stderr(`unread ${(0, import_chunk_755CFGXO.plainLine)(path)}: ${(0, import_chunk_755CFGXO.plainLine)(message)}
`);
    if (fileErrors.length > 0) return import_cli6.EXIT.undecided;
    return readings.length === 0 ? import_cli6.EXIT.nothingToScan : import_cli6.EXIT.ok;
  }
};
function findFormat(name) {
  const emit = Object.hasOwn(FORMATS, name) ? FORMATS[name] : void 0;
  if (emit) return emit;
  const near = (0, import_cli2.nearest)(name, Object.keys(FORMATS));
  throw new import_cli6.SallyportError("USAGE", {
    message: `there is no format ${JSON.stringify(name)}`,
    help: near === void 0 ? "there are: cyclonedx, spdx" : `did you mean "${near}"?`
  });
}
function timestampOf(epoch) {
  if (epoch === void 0 || epoch === "") return void 0;
  if (!/^\d{1,11}$/.test(epoch)) {
    throw new import_cli6.SallyportError("USAGE", {
      message: `SOURCE_DATE_EPOCH is ${JSON.stringify(epoch)}`,
      help: "write whole seconds since 1970, or leave it out"
    });
  }
  return (0, import_cli3.formatTimestamp)(Number(epoch) * 1e3);
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  sbom_WL2WXSF4
});
