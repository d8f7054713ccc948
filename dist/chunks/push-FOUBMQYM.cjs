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
  push_FOUBMQYM: () => push_FOUBMQYM_exports
});
module.exports = stdin_exports;
var import_chunk_393AA2AF = require("./chunk-393AA2AF.cjs").chunk_X6I64IAV;
var import_chunk_393AA2AF2 = require("./chunk-393AA2AF.cjs").chunk_X2XC5NVU;
var import_chunk_SQLSEXLK = require("./chunk-SQLSEXLK.cjs").chunk_SQLSEXLK;
var import_chunk_393AA2AF3 = require("./chunk-393AA2AF.cjs").chunk_LADPJ4KD;
var import_chunk_8A5887D9 = require("./chunk-8A5887D9.cjs").chunk_AXPTAZ2E;
var import_chunk_8A5887D92 = require("./chunk-8A5887D9.cjs").chunk_TFFOW3OJ;
var import_chunk_8A5887D93 = require("./chunk-8A5887D9.cjs").chunk_DLDCVKX6;
var import_chunk_8A5887D94 = require("./chunk-8A5887D9.cjs").chunk_BGKKW6X2;
var import_chunk_EA47D034 = require("./chunk-EA47D034.cjs").chunk_E3PGXMDL;
var import_chunk_EA47D0342 = require("./chunk-EA47D034.cjs").chunk_55ZXGT2M;
var import_chunk_EA47D0343 = require("./chunk-EA47D034.cjs").chunk_B5YHRYI7;
var import_chunk_BIEF65K5 = require("./chunk-BIEF65K5.cjs").chunk_BIEF65K5;
var import_cli = require("../cli.cjs").chunk_FZ44G4XJ;
var import_chunk_EA47D0344 = require("./chunk-EA47D034.cjs").chunk_UESRXYTB;
var import_chunk_EA47D0345 = require("./chunk-EA47D034.cjs").chunk_3ZQSXCLB;
var import_chunk_CF656EE4 = require("./chunk-CF656EE4.cjs").chunk_CRLEFTAS;
var import_chunk_2BC21E11 = require("./chunk-2BC21E11.cjs").chunk_COQYJIF4;
var import_cli2 = require("../cli.cjs").chunk_SO3KANTK;
var import_cli3 = require("../cli.cjs").chunk_GEUJANHY;
var import_chunk_2BC21E112 = require("./chunk-2BC21E11.cjs").chunk_M3WSMIIZ;
var import_chunk_CF656EE42 = require("./chunk-CF656EE4.cjs").chunk_PO7UBJRE;
var import_cli4 = require("../cli.cjs").chunk_QW7UKFTH;
var import_cli5 = require("../cli.cjs").chunk_4NFOMFHU;
var import_cli6 = require("../cli.cjs").chunk_TO5RH7DJ;
var import_cli7 = require("../cli.cjs").chunk_HJAZFC2R;
var import_node_path = process.getBuiltinModule("node:path");
var import_node_path2 = process.getBuiltinModule("node:path");

var __defProp2 = Object.defineProperty;
var __export2 = (target, all) => {
  for (var name in all)
    __defProp2(target, name, { get: all[name], enumerable: true });
};
var push_FOUBMQYM_exports = {};
__export2(push_FOUBMQYM_exports, {
  push: () => push
});
function isPipeline({ options, ports: { env } }) {
  return options.key === void 0 && options.session === void 0 && [env["SALLYPORT_ID_TOKEN"], env["ACTIONS_ID_TOKEN_REQUEST_URL"]].some(
    (value) => value !== void 0 && value !== ""
  );
}
function audienceOf({ options }, texts) {
  if (options.root === void 0) {
    throw new import_cli6.SallyportError("USAGE", { message: "--root is missing", help: "sallyport push --help" });
  }
  const digestOf = (text) => text === null ? void 0 : (0, import_cli4.sha256)((0, import_cli5.encodeUtf8)(text));
  return (0, import_chunk_EA47D034.pushAudience)({
    coordinatorId: (0, import_chunk_BIEF65K5.coordinatorIdOf)((0, import_chunk_BIEF65K5.parsePublicKey)("root", options.root)),
    environments: digestOf(texts.environments),
    access: digestOf(texts.access),
    acceptLockOut: texts.acceptLockOut
  });
}
async function pushAsWorkload(call, texts) {
  const { options, ports } = call;
  const { url, root } = options;
  if (url === void 0 || root === void 0) {
    throw new import_cli6.SallyportError("USAGE", {
      message: "--url and --root say which coordinator",
      help: "sallyport push --help"
    });
  }
  const place = (path) => (0, import_node_path2.resolve)(ports.cwd, path);
  const ca = options.ca === void 0 ? void 0 : await (0, import_chunk_8A5887D93.readAuthority)(options.ca, url, place);
  const http = (0, import_chunk_2BC21E11.createHttpClient)(ca === void 0 ? {} : { ca });
  const key = (0, import_chunk_BIEF65K5.ed25519KeyPair)(ports.random.bytes(32));
  try {
    const token = await findToken(call, audienceOf(call, texts));
    const client = (0, import_chunk_393AA2AF3.createCoordinatorClient)({
      url: url.replace(/\/+$/, ""),
      root: (0, import_chunk_BIEF65K5.parsePublicKey)("root", root),
      key,
      http,
      clock: ports.clock,
      random: ports.random
    });
    const body = { ...texts, machineKey: (0, import_cli5.encodeBase64url)(key.publicKey), token: token.reveal() };
    return (0, import_chunk_393AA2AF3.unwrap)(await client.call("pushByWorkload", { params: void 0, body }), "REQUEST_REFUSED");
  } finally {
    await http.close();
  }
}
async function findToken({ ports }, audience) {
  const given = ports.env["SALLYPORT_ID_TOKEN"];
  if (given !== void 0 && given !== "") return new import_cli.Secret(given);
  const http = (0, import_chunk_2BC21E11.createHttpClient)();
  try {
    return await (0, import_chunk_SQLSEXLK.createIdentityTokenSource)(
      ports.env,
      http,
      () => {
      },
      (ms) => (0, (process.getBuiltinModule("node:timers/promises")).setTimeout)(ms)
    ).request(audience);
  } finally {
    await http.close();
  }
}
var MAX_POLICY_BYTES = 1024 * 1024;
var push = {
  name: "push",
  summary: "Send environments.yml and access.hujson to the coordinator, in one transaction.",
  details: "The access rules' own tests run first. With --dry-run everything is checked and nothing changes. A change\nafter which no workload could deploy to some agent is refused unless you say --accept-lock-out. The versions\nbefore are kept; who pushed and when stands in the log. What loosens an environment with a quorum waits (exit\ncode 12) until that many people approved it under the old rules; then push the same files again.\nIn a pipeline that environments.yml lists under pushers, no key is needed: the job asks for an identity token whose\naudience is of the very files (--show-audience), or has it in SALLYPORT_ID_TOKEN.",
  options: [...import_chunk_393AA2AF.OPERATOR_OPTIONS, "environments", "access", "dry-run", "accept-lock-out", "show-audience"],
  examples: [
    `sallyport push --environments environments.yml --access access.hujson --dry-run ${import_chunk_393AA2AF.OPERATOR_HOW}`,
    `sallyport push --environments environments.yml --access access.hujson ${import_chunk_393AA2AF.OPERATOR_HOW}`,
    "sallyport push --environments environments.yml --access access.hujson --url https://coordinator.example --root sallyport-root-public-v1:\u2026"
  ],
  async run(call) {
    const { options, ports } = call;
    const texts = await readFiles(call);
    if (options["show-audience"]) {
      ports.stdout(`${audienceOf(call, texts)}
`);
      return import_cli6.EXIT.ok;
    }
    if (isPipeline(call)) return report(call, await pushAsWorkload(call, texts));
    return (0, import_chunk_393AA2AF.withOperatorClient)(call, async (client) => {
      const policy = await client.call("policy", { params: void 0, body: void 0 });
      const registered = (0, import_chunk_393AA2AF3.unwrap)(policy, "REQUEST_REFUSED");
      const body = {
        ...texts,
        environments: fileOf(texts.environments, registered.environments),
        access: fileOf(texts.access, registered.access)
      };
      return report(call, (0, import_chunk_393AA2AF3.unwrap)(await client.call("push", { params: void 0, body }), "REQUEST_REFUSED"));
    });
  }
};
async function readFiles(call) {
  const { options } = call;
  const environments = await readIfNamed(call, options.environments);
  const access = await readIfNamed(call, options.access);
  if (environments === null && access === null) {
    throw new import_cli6.SallyportError("USAGE", {
      message: "--environments FILE or --access FILE is missing",
      help: "sallyport push --help"
    });
  }
  const dryRun = options["dry-run"] ?? false;
  return { environments, access, dryRun, acceptLockOut: options["accept-lock-out"] ?? false };
}
function report({ options, ports }, reply) {
  const dryRun = options["dry-run"] ?? false;
  if (options.json) ports.stdout(`${JSON.stringify({ version: 1, dryRun, ...reply })}
`);
  ports.stderr(describe(reply, dryRun));
  return reply.waiting && !dryRun ? import_cli6.EXIT.refused : import_cli6.EXIT.ok;
}
async function readIfNamed({ ports }, path) {
  if (path === void 0) return null;
  return (0, import_cli5.decodeUtf8)(await (0, import_chunk_2BC21E112.readFileBounded)((0, import_node_path.resolve)(ports.cwd, path), MAX_POLICY_BYTES));
}
function fileOf(text, registered) {
  if (text === null || text === registered?.text) return null;
  return { text, replaces: registered?.version ?? null };
}
function describe({ environments, access, edges, lockedOut, waiting }, dryRun) {
  const asked = waiting ? `this loosens an environment with a quorum: ${waiting.given} of ${waiting.wanted} people have approved
` + waiting.loosens.map((each) => `  ${each}
`).join("") + `ask them for: sallyport approvals approve ${waiting.change}
then push the same files again
` : "";
  if (waiting && !dryRun) return asked;
  const file = (name, revision) => revision ? `${name}: version ${revision.version}, ${revision.digest}
` : `${name}: unchanged
`;
  return [
    dryRun ? "checked; nothing was changed. It would be:\n" : "",
    file("environments.yml", environments),
    file("access.hujson", access),
    `edges: ${edges.added} added, ${edges.removed} removed
`,
    asked,
    lockedOut.length > 0 ? `cut off from every workload: ${lockedOut.join(", ")}
` : ""
  ].join("");
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  push_FOUBMQYM
});
