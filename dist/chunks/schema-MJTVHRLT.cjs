"use strict";
var __create = Object.create;
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __getProtoOf = Object.getPrototypeOf;
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
var __toESM = (mod, isNodeMode, target) => (target = mod != null ? __create(__getProtoOf(mod)) : {}, __copyProps(
  // If the importer is in node compatibility mode or this is not an ESM
  // file that has been converted to a CommonJS file using a Babel-
  // compatible transform (i.e. "__esModule" has not been set), then set
  // "default" to the CommonJS "module.exports" for node compatibility.
  isNodeMode || !mod || !mod.__esModule ? __defProp(target, "default", { value: mod, enumerable: true }) : target,
  mod
));
var __toCommonJS = (mod) => __copyProps(__defProp({}, "__esModule", { value: true }), mod);
var stdin_exports = {};
__export(stdin_exports, {
  SCHEMAS: () => SCHEMAS,
  schema: () => schema
});
module.exports = stdin_exports;
var import_chunk_LLW3E7RW = require("./chunk-LLW3E7RW.cjs");
var import_chunk_SO3KANTK = require("./chunk-SO3KANTK.cjs");
var import_chunk_PO7UBJRE = require("./chunk-PO7UBJRE.cjs");
var import_chunk_TO5RH7DJ = require("./chunk-TO5RH7DJ.cjs");
var import_chunk_HJAZFC2R = require("./chunk-HJAZFC2R.cjs");
var SCHEMAS = {
  "gate-policy": {
    doc: "The gate policy, .sallyport/policy.yml.",
    load: async () => (await Promise.resolve().then(() => require("./schema-M5DKFWJS.cjs"))).gatePolicySchema
  },
  trust: {
    doc: "The trust file of an agent, trust.yml.",
    load: async () => (await Promise.resolve().then(() => require("./trust-file-EJ5MYFQ4.cjs"))).trustFileSchema
  },
  agent: {
    doc: "The agent's configuration, agent.yml.",
    load: async () => (await Promise.resolve().then(() => require("./schema-FBFBMFK6.cjs"))).agentConfigSchema
  },
  environments: {
    doc: "The coordinator's environments.yml.",
    load: async () => (await Promise.resolve().then(() => require("./environments-file-H5S2XCZQ.cjs"))).environmentsSchema
  },
  approval: {
    doc: "An approval file, *.approval.json.",
    load: async () => (await Promise.resolve().then(() => require("./approval-file-DZ3U25E3.cjs"))).approvalFileSchema
  },
  statement: {
    doc: "The approval statement that is signed.",
    load: async () => (await Promise.resolve().then(() => require("./statement-3OXFY22A.cjs"))).approvalStatementSchema
  },
  "key-list": {
    doc: "The coordinator's key list.",
    load: async () => (await Promise.resolve().then(() => require("./key-list-RHIMNCK5.cjs"))).keyListSchema
  },
  receipt: {
    doc: "What an agent signs after a deployment.",
    load: async () => (await Promise.resolve().then(() => require("./receipt-OIUI22BM.cjs"))).receiptSchema
  },
  "log-entry": {
    doc: "An entry of the transparency log.",
    load: async () => (await Promise.resolve().then(() => require("./log-entry-45QWRLPT.cjs"))).logEntrySchema
  }
};
var schema = {
  name: "schema",
  summary: "Print the JSON Schema of a file.",
  details: Object.entries(SCHEMAS).map(([name, { doc }]) => `${name.padEnd(14)}${doc}`).join("\n"),
  positionals: [{ name: "NAME", doc: "Which file." }],
  options: [],
  examples: ["sallyport schema trust > trust.schema.json"],
  async run({ positionals, ports }) {
    const name = positionals[0];
    const named = Object.hasOwn(SCHEMAS, name) ? SCHEMAS[name] : void 0;
    if (!named) throw unknownSchema(name);
    const document = (0, import_chunk_PO7UBJRE.toJSONSchema)(await named.load(), {
      io: "input",
      target: "draft-2020-12",
      unrepresentable: "any"
    });
    ports.stdout(`${JSON.stringify(document, null, 2)}
`);
    return import_chunk_TO5RH7DJ.EXIT.ok;
  }
};
function unknownSchema(name) {
  const names = Object.keys(SCHEMAS);
  const near = (0, import_chunk_SO3KANTK.nearest)(name, names);
  return new import_chunk_TO5RH7DJ.SallyportError("USAGE", {
    message: `there is no schema ${JSON.stringify(name)}`,
    help: near === void 0 ? `choose one of: ${names.join(", ")}` : `did you mean "${near}"?`
  });
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  SCHEMAS,
  schema
});
