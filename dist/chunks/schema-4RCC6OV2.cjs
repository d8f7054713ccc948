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
  schema_4RCC6OV2: () => schema_4RCC6OV2_exports
});
module.exports = stdin_exports;
var import_chunk_D101FFC8 = require("./chunk-D101FFC8.cjs").chunk_XOEOLIE2;
var import_cli = require("../cli.cjs").chunk_SO3KANTK;
var import_chunk_D101FFC82 = require("./chunk-D101FFC8.cjs").chunk_WXJSDXRQ;
var import_cli2 = require("../cli.cjs").chunk_TO5RH7DJ;
var import_cli3 = require("../cli.cjs").chunk_HJAZFC2R;
var __defProp2 = Object.defineProperty;
var __export2 = (target, all) => {
  for (var name in all)
    __defProp2(target, name, { get: all[name], enumerable: true });
};
var schema_4RCC6OV2_exports = {};
__export2(schema_4RCC6OV2_exports, {
  SCHEMAS: () => SCHEMAS,
  schema: () => schema
});
var SCHEMAS = {
  "gate-policy": {
    doc: "The gate policy, .sallyport/policy.yml.",
    load: async () => (await Promise.resolve().then(() => require("./schema-3054B99B.cjs").schema_L46PX34R)).gatePolicySchema
  },
  trust: {
    doc: "The trust file of an agent, trust.yml.",
    load: async () => (await Promise.resolve().then(() => require("./trust-file-QMCRPJBR.cjs").trust_file_QMCRPJBR)).trustFileSchema
  },
  agent: {
    doc: "The agent's configuration, agent.yml.",
    load: async () => (await Promise.resolve().then(() => require("./schema-DFE46A6D.cjs").schema_MMHPWRWF)).agentConfigSchema
  },
  environments: {
    doc: "The coordinator's environments.yml.",
    load: async () => (await Promise.resolve().then(() => require("./environments-file-75064426.cjs").environments_file_AOEFRSPV)).environmentsSchema
  },
  approval: {
    doc: "An approval file, *.approval.json.",
    load: async () => (await Promise.resolve().then(() => require("./approval-file-FN4Z52WA.cjs").approval_file_FN4Z52WA)).approvalFileSchema
  },
  statement: {
    doc: "The approval statement that is signed.",
    load: async () => (await Promise.resolve().then(() => require("./statement-TYFKHEM5.cjs").statement_TYFKHEM5)).approvalStatementSchema
  },
  "key-list": {
    doc: "The coordinator's key list.",
    load: async () => (await Promise.resolve().then(() => require("./key-list-O7IGCERQ.cjs").key_list_O7IGCERQ)).keyListSchema
  },
  receipt: {
    doc: "What an agent signs after a deployment.",
    load: async () => (await Promise.resolve().then(() => require("./receipt-X6CHP7ST.cjs").receipt_X6CHP7ST)).receiptSchema
  },
  "log-entry": {
    doc: "An entry of the transparency log.",
    load: async () => (await Promise.resolve().then(() => require("./log-entry-FS2PSZ7D.cjs").log_entry_FS2PSZ7D)).logEntrySchema
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
    const document = (0, import_chunk_D101FFC82.toJSONSchema)(await named.load(), {
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
  schema_4RCC6OV2
});
