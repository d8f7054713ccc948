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
  versions_KDXOVVYG: () => versions_KDXOVVYG_exports
});
module.exports = stdin_exports;
var import_cli = require("../cli.cjs").chunk_SO3KANTK;
var import_chunk_C3CB3CD9 = require("./chunk-C3CB3CD9.cjs").chunk_V5MOCF6Z;
var import_cli2 = require("../cli.cjs").chunk_TO5RH7DJ;
var import_cli3 = require("../cli.cjs").chunk_HJAZFC2R;
var import_node_string_decoder = process.getBuiltinModule("node:string_decoder");
var __defProp2 = Object.defineProperty;
var __export2 = (target, all) => {
  for (var name in all)
    __defProp2(target, name, { get: all[name], enumerable: true });
};
var versions_KDXOVVYG_exports = {};
__export2(versions_KDXOVVYG_exports, {
  versions: () => versions
});
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
    return import_cli2.EXIT.ok;
  }
};
async function* readLines(input) {
  const decoder = new import_node_string_decoder.StringDecoder("utf8");
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
  const ordering = (0, import_chunk_C3CB3CD9.orderingOf)(name);
  if (ordering) return ordering;
  const near = (0, import_cli.nearest)(name, (0, import_chunk_C3CB3CD9.orderedEcosystems)());
  const help = near === void 0 ? `known are: ${(0, import_chunk_C3CB3CD9.orderedEcosystems)().join(", ")}` : `did you mean "${near}"?`;
  throw usage(`the ecosystem ${JSON.stringify(name)} has no order of versions`, help);
}
function answer(ordering, line) {
  const tab = line.indexOf("	");
  if (tab === -1) return "!";
  const order = (0, import_chunk_C3CB3CD9.compareVersions)(ordering, line.slice(0, tab), line.slice(tab + 1));
  if (order === void 0) return "!";
  return order < 0 ? "<" : order > 0 ? ">" : "=";
}
function usage(message, help) {
  return new import_cli2.SallyportError("USAGE", { message, help });
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  versions_KDXOVVYG
});
