const __bundleUrl = new URL('cli.js', import.meta.url.replace(/chunks\/[^/]+$/, '')).href
const require = process.getBuiltinModule('node:module').createRequire(__bundleUrl)
import "./chunk-NGN44GDH.js";
import {
  nearest
} from "./chunk-USSEVVQ4.js";
import {
  toJSONSchema
} from "./chunk-SKPPTWLY.js";
import {
  EXIT,
  SallyportError
} from "./chunk-XELNXD6A.js";
import "./chunk-BRIVT672.js";

// src/verbs/schema.ts
var SCHEMAS = {
  "gate-policy": {
    doc: "The gate policy, .sallyport/policy.yml.",
    load: async () => (await import("./schema-FDT37DQK.js")).gatePolicySchema
  },
  trust: {
    doc: "The trust file of an agent, trust.yml.",
    load: async () => (await import("./trust-file-QE5NDUJZ.js")).trustFileSchema
  },
  agent: {
    doc: "The agent's configuration, agent.yml.",
    load: async () => (await import("./schema-MKQM3XGU.js")).agentConfigSchema
  },
  environments: {
    doc: "The coordinator's environments.yml.",
    load: async () => (await import("./environments-file-SSVPIWQW.js")).environmentsSchema
  },
  approval: {
    doc: "An approval file, *.approval.json.",
    load: async () => (await import("./approval-file-IASTVD5Q.js")).approvalFileSchema
  },
  statement: {
    doc: "The approval statement that is signed.",
    load: async () => (await import("./statement-DQEPJ7IA.js")).approvalStatementSchema
  },
  "key-list": {
    doc: "The coordinator's key list.",
    load: async () => (await import("./key-list-7C76DJZE.js")).keyListSchema
  },
  receipt: {
    doc: "What an agent signs after a deployment.",
    load: async () => (await import("./receipt-FNZ74NYQ.js")).receiptSchema
  },
  "log-entry": {
    doc: "An entry of the transparency log.",
    load: async () => (await import("./log-entry-A36W3JHK.js")).logEntrySchema
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
    const document = toJSONSchema(await named.load(), {
      io: "input",
      target: "draft-2020-12",
      unrepresentable: "any"
    });
    ports.stdout(`${JSON.stringify(document, null, 2)}
`);
    return EXIT.ok;
  }
};
function unknownSchema(name) {
  const names = Object.keys(SCHEMAS);
  const near = nearest(name, names);
  return new SallyportError("USAGE", {
    message: `there is no schema ${JSON.stringify(name)}`,
    help: near === void 0 ? `choose one of: ${names.join(", ")}` : `did you mean "${near}"?`
  });
}
export {
  SCHEMAS,
  schema
};
