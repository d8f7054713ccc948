const __bundleUrl = new URL('cli.js', import.meta.url.replace(/chunks\/[^/]+$/, '')).href
const require = process.getBuiltinModule('node:module').createRequire(__bundleUrl)
import {
  openJudgedFolder,
  plainLine
} from "./chunk-5MCN2IDW.js";
import "./chunk-XQ66YIOG.js";
import "./chunk-KJ3GETMR.js";
import "./chunk-MWXHRMN2.js";
import {
  isFolder,
  readFileBounded
} from "./chunk-RWTYN6AN.js";
import "./chunk-VBDW6WXM.js";
import "./chunk-S7ZQOBZZ.js";
import "./chunk-NGN44GDH.js";
import {
  ALL_FORMATS,
  MAX_LOCKFILE_BYTES,
  decodeLockfile,
  formatOfId,
  formatOfPath,
  readPackages
} from "./chunk-FXH5C5QI.js";
import "./chunk-E4MDKNTU.js";
import {
  nearest
} from "./chunk-USSEVVQ4.js";
import "./chunk-SKPPTWLY.js";
import "./chunk-NNHBBYKH.js";
import "./chunk-HFGP7RTV.js";
import "./chunk-VH5K662Z.js";
import "./chunk-EQ5RKL3W.js";
import "./chunk-U7VH5E4K.js";
import "./chunk-2XAN223N.js";
import "./chunk-U2LD343G.js";
import "./chunk-KVLHJTJD.js";
import "./chunk-MGJ2JUMM.js";
import "./chunk-VOIAD42L.js";
import {
  EXIT,
  SallyportError,
  messageOf
} from "./chunk-XELNXD6A.js";
import {
  ROOT
} from "./chunk-YFGQM3LP.js";
import "./chunk-BRIVT672.js";

// src/verbs/packages.ts
const { basename, dirname, isAbsolute, join, relative, resolve } = process.getBuiltinModule("node:path");
var packages = {
  name: "packages",
  summary: "List the packages that lockfiles name.",
  details: "PATH is a folder, of which every lockfile is read, or one file. 11 says that a file could not be read wholly, 3 that there is no lockfile.",
  positionals: [{ name: "PATH", doc: "A folder, or a lockfile.", optional: true }],
  options: ["as", "list-formats"],
  examples: [
    "sallyport packages . --json",
    "sallyport packages saved.lock --as package-lock.json --json",
    "sallyport packages --list-formats"
  ],
  async run(call) {
    const { options, ports } = call;
    if (options["list-formats"]) return listFormats(call);
    const path = call.positionals[0];
    if (path === void 0) throw usage("PATH is missing", "name a folder or a lockfile, for example: .");
    const absolute = resolve(ports.cwd, path);
    const { readings, problems } = await isFolder(absolute) ? await readFolder(absolute, options.as) : { readings: [await readOne(absolute, path, options.as)], problems: [] };
    for (const { path: path2, message } of problems) ports.stderr(`unread ${plainLine(path2)}: ${message}
`);
    report(readings, ports);
    if (options.json) ports.stdout(emitJson(readings));
    if (problems.length > 0 || readings.some((reading) => reading.errors.length > 0)) return EXIT.undecided;
    return readings.length === 0 ? EXIT.nothingToScan : EXIT.ok;
  }
};
function listFormats({ options, ports }) {
  const formats = ALL_FORMATS.map(({ id, ecosystems }) => ({ id, ecosystems }));
  if (options.json) ports.stdout(`${JSON.stringify({ version: 1, formats }, null, 2)}
`);
  else ports.stdout(formats.map(({ id }) => `${id}
`).join(""));
  return EXIT.ok;
}
async function readFolder(folder, as) {
  if (as !== void 0) throw usage("--as is for one file, and PATH is a folder", "name the file");
  const { tree } = await openJudgedFolder(folder);
  const siblings = siblingsOf(tree);
  const readings = [];
  for (const file of tree.files) {
    const format = formatOfPath(file.path);
    if (!format) continue;
    const bytes = await file.read().catch((error) => error);
    readings.push(
      bytes instanceof Uint8Array ? await readPackages({ path: file.path, bytes }, format, siblings) : unreadable(file.path, format, bytes)
    );
  }
  return { readings, problems: tree.problems };
}
function siblingsOf(tree) {
  const files = new Map(tree.files.map((file) => [file.path, file]));
  return {
    async read(path) {
      try {
        const bytes = await files.get(path)?.read();
        return bytes && { path, text: decodeLockfile(bytes) };
      } catch {
        return void 0;
      }
    }
  };
}
async function readOne(absolute, path, as) {
  const format = as === void 0 ? formatOfPath(path.replaceAll("\\", "/")) : formatOfId(as);
  if (!format) throw unknownFormat(path, as);
  const shown = basename(path);
  try {
    return await readPackages(
      { path: shown, bytes: await readFileBounded(absolute, MAX_LOCKFILE_BYTES) },
      format,
      siblingsBeside(absolute)
    );
  } catch (error) {
    if (error instanceof SallyportError && error.code === "LIMIT_EXCEEDED")
      return unreadable(shown, format, error);
    throw error;
  }
}
function siblingsBeside(lockfile) {
  const folder = dirname(lockfile);
  return {
    async read(path) {
      const place = relative(folder, resolve(folder, path));
      if (place.startsWith("..") || isAbsolute(place)) return void 0;
      try {
        const bytes = await readFileBounded(join(folder, place), MAX_LOCKFILE_BYTES);
        return { path, text: decodeLockfile(bytes) };
      } catch {
        return void 0;
      }
    }
  };
}
function unreadable(path, format, error) {
  const code = error instanceof SallyportError ? error.code : "FILE_UNREADABLE";
  return { path, format: format.id, packages: [], edges: [], errors: [{ code, message: messageOf(error) }] };
}
function unknownFormat(path, as) {
  const ids = ALL_FORMATS.map((format) => format.id);
  const near = as === void 0 ? void 0 : nearest(as, ids);
  const message = as === void 0 ? `no format is read from a file of the name ${JSON.stringify(basename(path))}` : `there is no format ${JSON.stringify(as)}`;
  return usage(
    message,
    near === void 0 ? "name one with --as: sallyport packages --list-formats" : `did you mean "${near}"?`
  );
}
function usage(message, help) {
  return new SallyportError("USAGE", { message, help });
}
function report(readings, ports) {
  if (readings.length === 0) ports.stderr("there is no lockfile of a known format\n");
  for (const { path, format, errors, ...reading } of readings) {
    ports.stderr(`${plainLine(path)}: ${uniquePackages(reading).length} packages (${format})
`);
    for (const { line, code, message } of errors) {
      const place = line === void 0 ? "" : `:${line}`;
      ports.stderr(
        `  ${ports.style.yellow("unread")} ${plainLine(path)}${place}: ${plainLine(message)} [${code}]
`
      );
    }
  }
}
function emitJson(readings) {
  const files = readings.map((reading) => ({
    path: reading.path,
    format: reading.format,
    packages: uniquePackages(reading),
    error: errorOf(reading)
  }));
  return `${JSON.stringify({ version: 1, files }, null, 2)}
`;
}
function uniquePackages({ packages: all, edges }) {
  const numbers = /* @__PURE__ */ new Map();
  const packages2 = [];
  const numberOf = all.map((one) => {
    const key = JSON.stringify([one.ecosystem, one.name, one.version]);
    const known = numbers.get(key);
    if (known !== void 0) return known;
    const number = packages2.push(one) - 1;
    numbers.set(key, number);
    return number;
  });
  const asked = /* @__PURE__ */ new Map();
  for (const [from, to] of edges) {
    const dependent = from === ROOT ? ROOT : numberOf[from];
    const known = asked.get(dependent);
    if (known) known.add(numberOf[to]);
    else asked.set(dependent, /* @__PURE__ */ new Set([numberOf[to]]));
  }
  return packages2.map((one, number) => describePackage(one, asked.get(number)));
}
function describePackage(one, dependencies = /* @__PURE__ */ new Set()) {
  const { ecosystem, name, version, source, scope, direct, line, endLine, licence } = one;
  return {
    ecosystem,
    name,
    version,
    source,
    scope,
    direct,
    line,
    endLine,
    ...licence === void 0 ? {} : { licence },
    dependencies: [...dependencies]
  };
}
function errorOf({ errors }) {
  const first = errors[0];
  if (!first) return null;
  const more = errors.length > 1 ? ` (and ${errors.length - 1} more)` : "";
  return {
    code: first.code,
    message: `${first.message}${more}`,
    ...first.line === void 0 ? {} : { line: first.line }
  };
}
export {
  packages
};
