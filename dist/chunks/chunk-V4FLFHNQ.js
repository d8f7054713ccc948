const __bundleUrl = new URL('cli.js', import.meta.url.replace(/chunks\/[^/]+$/, '')).href
const require = process.getBuiltinModule('node:module').createRequire(__bundleUrl)
import {
  purl_types_default,
  require_packageurl_js
} from "./chunk-4OPHEIUR.js";
import {
  normalName
} from "./chunk-JVA5PSN3.js";
import {
  ecosystemBase
} from "./chunk-KVLHJTJD.js";
import {
  __toESM
} from "./chunk-BRIVT672.js";

// scanners/dependencies/purl.ts
var import_packageurl_js = __toESM(require_packageurl_js(), 1);
var TYPES = new Map(Object.entries(purl_types_default));
function purlOf(one) {
  const type = TYPES.get(ecosystemBase(one.ecosystem)) ?? "generic";
  const full = one.name.toWellFormed();
  const version = one.version.toWellFormed();
  const { namespace, name } = splitName(type, full);
  const qualifiers = qualifiersOf(one);
  try {
    return emit(type, namespace, name, version, qualifiers);
  } catch {
    return emit("generic", void 0, full.trim() || "unnamed", version, qualifiers);
  }
}
function parsePurl(text) {
  if (text.length > 2e3 || !text.startsWith("pkg:")) return void 0;
  try {
    const { type, namespace, name, version } = import_packageurl_js.PackageURL.fromString(text);
    return { key: `${type}
${namespace ?? ""}
${name}`, version: version ?? "" };
  } catch {
    return void 0;
  }
}
function emit(type, namespace, name, version, qualifiers) {
  return new import_packageurl_js.PackageURL(type, namespace, name, version || void 0, qualifiers, void 0).toString();
}
function splitName(type, full) {
  const normal = type === "pypi" ? normalName("PyPI", full) : full;
  const at = type === "maven" ? normal.indexOf(":") : normal.lastIndexOf("/");
  if (at <= 0 || at === normal.length - 1) return { namespace: void 0, name: normal };
  return { namespace: normal.slice(0, at), name: normal.slice(at + 1) };
}
function qualifiersOf({ source }) {
  if (source.kind === "git") {
    const url = source.url.startsWith("git") ? source.url : `git+${source.url}`;
    return { vcs_url: (source.commit === null ? url : `${url}@${source.commit}`).toWellFormed() };
  }
  return source.kind === "url" && source.url !== "" ? { download_url: source.url.toWellFormed() } : void 0;
}

export {
  purlOf,
  parsePurl
};
