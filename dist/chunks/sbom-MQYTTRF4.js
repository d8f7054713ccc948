const __bundleUrl = new URL('cli.js', import.meta.url.replace(/chunks\/[^/]+$/, '')).href
const require = process.getBuiltinModule('node:module').createRequire(__bundleUrl)
import {
  folderArgument,
  openJudgedFolder,
  plainLine
} from "./chunk-5MCN2IDW.js";
import "./chunk-XQ66YIOG.js";
import "./chunk-KJ3GETMR.js";
import "./chunk-MWXHRMN2.js";
import {
  writeFileAtomic
} from "./chunk-RWTYN6AN.js";
import "./chunk-VBDW6WXM.js";
import {
  VERSION
} from "./chunk-64QKHBD4.js";
import "./chunk-S7ZQOBZZ.js";
import "./chunk-NGN44GDH.js";
import {
  purlOf
} from "./chunk-V4FLFHNQ.js";
import "./chunk-4OPHEIUR.js";
import {
  readLicence
} from "./chunk-JJJWC2KZ.js";
import {
  isWanted,
  readInventory
} from "./chunk-2RKYVOOL.js";
import "./chunk-FXH5C5QI.js";
import "./chunk-E4MDKNTU.js";
import {
  nearest
} from "./chunk-USSEVVQ4.js";
import "./chunk-SKPPTWLY.js";
import {
  formatTimestamp
} from "./chunk-NNHBBYKH.js";
import "./chunk-HFGP7RTV.js";
import "./chunk-VH5K662Z.js";
import "./chunk-EQ5RKL3W.js";
import "./chunk-U7VH5E4K.js";
import "./chunk-2XAN223N.js";
import "./chunk-U2LD343G.js";
import "./chunk-JVA5PSN3.js";
import "./chunk-KVLHJTJD.js";
import {
  sha256Hex
} from "./chunk-MGJ2JUMM.js";
import "./chunk-VOIAD42L.js";
import {
  EXIT,
  SallyportError
} from "./chunk-XELNXD6A.js";
import {
  ROOT
} from "./chunk-YFGQM3LP.js";
import "./chunk-BRIVT672.js";

// src/verbs/sbom.ts
const { basename, resolve } = process.getBuiltinModule("node:path");

// scanners/dependencies/sbom/document.ts
function contentUuid(content) {
  const hex = sha256Hex(JSON.stringify(content));
  const variant = (Number.parseInt(hex[16], 16) & 3 | 8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
function emitDocument(document) {
  return `${JSON.stringify(document, null, 2)}
`;
}

// scanners/dependencies/sbom/cyclonedx.ts
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
  const licence = readLicence(text);
  if (licence.kind === "id") return { licenses: [{ license: { id: licence.id } }] };
  if (licence.kind === "expression") return { licenses: [{ expression: licence.text }] };
  return { licenses: [{ license: { name: text } }] };
}

// scanners/dependencies/sbom/inventory-graph.ts
function buildGraph(readings) {
  const components = /* @__PURE__ */ new Map();
  const dependencies = /* @__PURE__ */ new Map();
  const direct = /* @__PURE__ */ new Set();
  for (const { path, packages, edges } of readings.toSorted((a, b) => compare(a.path, b.path))) {
    const purls = packages.map((one) => purlOf(one));
    for (const [index, one] of packages.entries()) {
      addComponent(components, purls[index], one, path);
      if (one.direct === true) direct.add(purls[index]);
    }
    for (const [from, to] of edges) {
      const target = purls[to];
      if (target === void 0) continue;
      if (from === ROOT) direct.add(target);
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

// scanners/dependencies/sbom/spdx.ts
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
  const licence = readLicence(text ?? "");
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
  return `SPDXRef-Package-${sha256Hex(purl).slice(0, 32)}`;
}

// src/verbs/sbom.ts
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
    const folder = await folderArgument(positionals[0], ports);
    const { tree } = await openJudgedFolder(folder);
    const files = tree.files.filter((file) => isWanted(file.path));
    const { readings, fileErrors } = await readInventory(files, ports.signal);
    const text = emit({
      graph: buildGraph(readings),
      name: basename(folder) || "project",
      toolVersion: VERSION,
      timestamp,
      complete: fileErrors.length === 0
    });
    if (options.out === void 0) ports.stdout(text);
    else await writeFileAtomic(resolve(ports.cwd, options.out), text);
    for (const { path, message } of fileErrors)
      ports.stderr(`unread ${plainLine(path)}: ${plainLine(message)}
`);
    if (fileErrors.length > 0) return EXIT.undecided;
    return readings.length === 0 ? EXIT.nothingToScan : EXIT.ok;
  }
};
function findFormat(name) {
  const emit = Object.hasOwn(FORMATS, name) ? FORMATS[name] : void 0;
  if (emit) return emit;
  const near = nearest(name, Object.keys(FORMATS));
  throw new SallyportError("USAGE", {
    message: `there is no format ${JSON.stringify(name)}`,
    help: near === void 0 ? "there are: cyclonedx, spdx" : `did you mean "${near}"?`
  });
}
function timestampOf(epoch) {
  if (epoch === void 0 || epoch === "") return void 0;
  if (!/^\d{1,11}$/.test(epoch)) {
    throw new SallyportError("USAGE", {
      message: `SOURCE_DATE_EPOCH is ${JSON.stringify(epoch)}`,
      help: "write whole seconds since 1970, or leave it out"
    });
  }
  return formatTimestamp(Number(epoch) * 1e3);
}
export {
  sbom
};
