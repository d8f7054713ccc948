const __bundleUrl = new URL('cli.js', import.meta.url.replace(/chunks\/[^/]+$/, '')).href
const require = process.getBuiltinModule('node:module').createRequire(__bundleUrl)
import {
  nearest
} from "./chunk-USSEVVQ4.js";
import {
  compareVersions,
  orderedEcosystems,
  orderingOf
} from "./chunk-KVLHJTJD.js";
import {
  EXIT,
  SallyportError
} from "./chunk-XELNXD6A.js";
import "./chunk-BRIVT672.js";

// src/verbs/versions.ts
const { StringDecoder } = process.getBuiltinModule("node:string_decoder");
var versions = {
  name: "versions",
  summary: "Compare versions as an ecosystem orders them.",
  details: 'Reads lines of two versions with a tab between them from stdin, and answers each with one line: "<", "=", ">", or "!" where one of them has no place in the order.',
  options: ["ecosystem"],
  examples: ["printf '1.0rc1\\t1.0\\n' | sallyport versions --ecosystem PyPI"],
  async run({ options, ports }) {
    const ordering = findOrdering(options.ecosystem ?? []);
    let answers = "";
    for await (const line of readLines(ports.stdin)) {
      answers += `${answer(ordering, line)}
`;
      if (answers.length > 8192) {
        ports.stdout(answers);
        answers = "";
      }
    }
    ports.stdout(answers);
    return EXIT.ok;
  }
};
async function* readLines(input) {
  const decoder = new StringDecoder("utf8");
  let rest = [];
  for await (const chunk of input) {
    const pieces = (typeof chunk === "string" ? chunk : decoder.write(chunk)).split("\n");
    rest.push(pieces.shift() ?? "");
    for (const piece of pieces) {
      yield withoutReturn(rest.join(""));
      rest = [piece];
    }
  }
  const last = rest.join("") + decoder.end();
  if (last !== "") yield withoutReturn(last);
}
function withoutReturn(line) {
  return line.endsWith("\r") ? line.slice(0, -1) : line;
}
function findOrdering(names) {
  const [name, second] = names;
  if (name === void 0 || second !== void 0) {
    throw usage("--ecosystem is wanted once", `for example: --ecosystem PyPI`);
  }
  const ordering = orderingOf(name);
  if (ordering) return ordering;
  const near = nearest(name, orderedEcosystems());
  const help = near === void 0 ? `known are: ${orderedEcosystems().join(", ")}` : `did you mean "${near}"?`;
  throw usage(`the ecosystem ${JSON.stringify(name)} has no order of versions`, help);
}
function answer(ordering, line) {
  const tab = line.indexOf("	");
  if (tab === -1) return "!";
  const order = compareVersions(ordering, line.slice(0, tab), line.slice(tab + 1));
  if (order === void 0) return "!";
  return order < 0 ? "<" : order > 0 ? ">" : "=";
}
function usage(message, help) {
  return new SallyportError("USAGE", { message, help });
}
export {
  versions
};
