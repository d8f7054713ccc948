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
import "./chunk-RWTYN6AN.js";
import "./chunk-VBDW6WXM.js";
import "./chunk-S7ZQOBZZ.js";
import "./chunk-NGN44GDH.js";
import {
  isWanted,
  readInventory
} from "./chunk-2RKYVOOL.js";
import "./chunk-FXH5C5QI.js";
import "./chunk-E4MDKNTU.js";
import "./chunk-USSEVVQ4.js";
import "./chunk-SKPPTWLY.js";
import "./chunk-NNHBBYKH.js";
import "./chunk-HFGP7RTV.js";
import "./chunk-VH5K662Z.js";
import "./chunk-EQ5RKL3W.js";
import "./chunk-U7VH5E4K.js";
import "./chunk-2XAN223N.js";
import "./chunk-U2LD343G.js";
import {
  normalName
} from "./chunk-JVA5PSN3.js";
import "./chunk-KVLHJTJD.js";
import "./chunk-MGJ2JUMM.js";
import "./chunk-VOIAD42L.js";
import {
  EXIT,
  SallyportError
} from "./chunk-XELNXD6A.js";
import {
  findPaths,
  labelOf
} from "./chunk-MD63IQPA.js";
import "./chunk-YFGQM3LP.js";
import "./chunk-BRIVT672.js";

// src/verbs/why.ts
var MAX_PATHS = 100;
var why = {
  name: "why",
  summary: "Show every path by which a package comes in.",
  details: "PACKAGE is a name, or name@version. Paths go from what the project asks for itself to the package, shortest first. 3 says that no lockfile has it, 11 that a lockfile could not be read wholly.",
  positionals: [
    { name: "PACKAGE", doc: "A name, or name@version." },
    { name: "PATH", doc: "The folder of the project; here by default.", optional: true }
  ],
  options: [],
  examples: ["sallyport why lodash", "sallyport why qs@6.5.2 services/shop --json"],
  async run({ positionals, options, ports }) {
    const wanted = positionals[0];
    if (wanted === void 0) {
      throw new SallyportError("USAGE", { message: "PACKAGE is missing", help: "sallyport why lodash" });
    }
    const { tree } = await openJudgedFolder(await folderArgument(positionals[1] ?? ".", ports));
    const files = tree.files.filter((file) => isWanted(file.path));
    const { readings, fileErrors } = await readInventory(files, ports.signal);
    const places = readings.flatMap((reading) => explain(reading, wanted));
    if (options.json) ports.stdout(`${JSON.stringify({ version: 1, package: wanted, places }, null, 2)}
`);
    tell(places, wanted, ports);
    for (const { path, message } of fileErrors)
      ports.stderr(`unread ${plainLine(path)}: ${plainLine(message)}
`);
    if (fileErrors.length > 0) return EXIT.undecided;
    return places.length === 0 ? EXIT.nothingToScan : EXIT.ok;
  }
};
function explain(reading, wanted) {
  const found = [...reading.packages.entries()].filter(([, one]) => isNamed(one, wanted));
  if (found.length === 0) return [];
  const paths = findPaths(reading.packages, reading.edges);
  return found.map(([index, one]) => {
    const all = paths.all(index, MAX_PATHS + 1);
    const told = all.length === 0 ? [paths.shortest(index)] : all.slice(0, MAX_PATHS);
    return {
      path: reading.path,
      line: one.line,
      package: { ecosystem: one.ecosystem, name: one.name, version: one.version },
      direct: one.direct,
      scope: one.scope,
      paths: told.map((path) => path.map((step) => labelOf(reading.packages[step]))),
      more: all.length > MAX_PATHS
    };
  });
}
function isNamed(one, wanted) {
  const name = normalName(one.ecosystem, one.name);
  if (name === normalName(one.ecosystem, wanted)) return true;
  const at = wanted.lastIndexOf("@");
  return at > 0 && wanted.slice(at + 1) === one.version && name === normalName(one.ecosystem, wanted.slice(0, at));
}
function tell(places, wanted, { stderr, style }) {
  if (places.length === 0) stderr(`no lockfile here has ${plainLine(wanted)}
`);
  for (const { path, line, package: one, scope, direct, paths, more } of places) {
    const how = direct === true ? `${scope}, direct` : scope;
    stderr(`${style.bold(plainLine(`${one.name} ${one.version}`))} ${plainLine(path)}:${line} (${how})
`);
    for (const steps of paths) stderr(`  ${steps.map(plainLine).join(" > ")}
`);
    if (more) stderr(`  and more than ${MAX_PATHS} others
`);
  }
}
export {
  why
};
