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
  schema_SYPDRXKU: () => schema_SYPDRXKU_exports
});
module.exports = stdin_exports;
var import_chunk_CF656EE4 = require("./chunk-CF656EE4.cjs").chunk_LLW3E7RW;
var import_cli = require("../cli.cjs").chunk_SO3KANTK;
var import_chunk_CF656EE42 = require("./chunk-CF656EE4.cjs").chunk_PO7UBJRE;
var import_cli2 = require("../cli.cjs").chunk_TO5RH7DJ;
var import_cli3 = require("../cli.cjs").chunk_HJAZFC2R;
var __defProp2 = Object.defineProperty;
var __export2 = (target, all) => {
  for (var name in all)
    __defProp2(target, name, { get: all[name], enumerable: true });
};
var schema_SYPDRXKU_exports = {};
__export2(schema_SYPDRXKU_exports, {
  SCHEMAS: () => SCHEMAS,
  schema: () => schema
});
var SCHEMAS = {
  "gate-policy": {
    doc: "The gate policy, .sallyport/policy.yml.",
    load: async () => (await Promise.resolve().then(() => require("./schema-0685A7CF.cjs").schema_M5DKFWJS)).gatePolicySchema
  },
  trust: {
    doc: "The trust file of an agent, trust.yml.",
    load: async () => (await Promise.resolve().then(() => require("./trust-file-SNTVSIST.cjs").trust_file_SNTVSIST)).trustFileSchema
  },
  agent: {
    doc: "The agent's configuration, agent.yml.",
    load: async () => (await Promise.resolve().then(() => require("./schema-7C7DA544.cjs").schema_FBFBMFK6)).agentConfigSchema
  },
  environments: {
    doc: "The coordinator's environments.yml.",
    load: async () => (await Promise.resolve().then(() => require("./environments-file-B169AE2E.cjs").environments_file_OUCT5E4S)).environmentsSchema
  },
  approval: {
    doc: "An approval file, *.approval.json.",
    load: async () => (await Promise.resolve().then(() => require("./approval-file-DZ3U25E3.cjs").approval_file_DZ3U25E3)).approvalFileSchema
  },
  statement: {
    doc: "The approval statement that is signed.",
    load: async () => (await Promise.resolve().then(() => require("./statement-3OXFY22A.cjs").statement_3OXFY22A)).approvalStatementSchema
  },
  "key-list": {
    doc: "The coordinator's key list.",
    load: async () => (await Promise.resolve().then(() => require("./key-list-RHIMNCK5.cjs").key_list_RHIMNCK5)).keyListSchema
  },
  receipt: {
    doc: "What an agent signs after a deployment.",
    load: async () => (await Promise.resolve().then(() => require("./receipt-OIUI22BM.cjs").receipt_OIUI22BM)).receiptSchema
  },
  "log-entry": {
    doc: "An entry of the transparency log.",
    load: async () => (await Promise.resolve().then(() => require("./log-entry-45QWRLPT.cjs").log_entry_45QWRLPT)).logEntrySchema
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
    const document = (0, import_chunk_CF656EE42.toJSONSchema)(await named.load(), {
      io: "input",
      target: "draft-2020-12",
      unrepresentable: "any"
    });
    ports.stdout(`${JSON.stringify(document, null, 2)}
`);
    return import_cli2.EXIT.ok;
  }
};
function unknownSchema(name) {
  const names = Object.keys(SCHEMAS);
  const near = (0, import_cli.nearest)(name, names);
  return new import_cli2.SallyportError("USAGE", {
    message: `there is no schema ${JSON.stringify(name)}`,
    help: near === void 0 ? `choose one of: ${names.join(", ")}` : `did you mean "${near}"?`
  });
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  schema_SYPDRXKU
});
