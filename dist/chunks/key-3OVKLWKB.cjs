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
  key_3OVKLWKB: () => key_3OVKLWKB_exports
});
module.exports = stdin_exports;
var import_chunk_BIEF65K5 = require("./chunk-BIEF65K5.cjs").chunk_BIEF65K5;
var import_cli = require("../cli.cjs").chunk_FZ44G4XJ;
var import_chunk_2BC21E11 = require("./chunk-2BC21E11.cjs").chunk_M3WSMIIZ;
var import_cli2 = require("../cli.cjs").chunk_QW7UKFTH;
var import_cli3 = require("../cli.cjs").chunk_4NFOMFHU;
var import_cli4 = require("../cli.cjs").chunk_TO5RH7DJ;
var import_cli5 = require("../cli.cjs").chunk_HJAZFC2R;
var import_node_path = process.getBuiltinModule("node:path");
var __defProp2 = Object.defineProperty;
var __export2 = (target, all) => {
  for (var name in all)
    __defProp2(target, name, { get: all[name], enumerable: true });
};
var key_3OVKLWKB_exports = {};
__export2(key_3OVKLWKB_exports, {
  keyNew: () => keyNew
});
var ROLES = ["approval", "operator", "person"];
var keyNew = {
  name: "key new",
  summary: "Make a key to sign with.",
  details: "The secret half goes to a new file (mode 0600); the public half, for the trust file, is printed. An\napproval key signs approvals without a coordinator: hold it outside of the build job. An operator key\nsigns rollbacks, a person key counts for a person's quorum.",
  options: ["out", "role"],
  examples: ["sallyport key new --out approval.key", "sallyport key new --role person --out ada.key"],
  async run({ options, ports }) {
    const role = ROLES.find((candidate) => candidate === (options.role ?? "approval"));
    if (role === void 0) {
      throw new import_cli4.SallyportError("USAGE", {
        message: `--role ${JSON.stringify(options.role)} is not made by this verb`,
        help: `choose one of: ${ROLES.join(", ")}`
      });
    }
    const pair = (0, import_chunk_BIEF65K5.ed25519KeyPair)(ports.random.bytes(32));
    const file = options.out ?? `${role}.key`;
    await (0, import_chunk_2BC21E11.createFile)((0, import_node_path.resolve)(ports.cwd, file), (0, import_chunk_BIEF65K5.emitKeyFile)(role, pair.privateKey), 384);
    const publicKey = (0, import_chunk_BIEF65K5.formatPublicKey)(role, pair.publicKey);
    const document = { version: 1, role, publicKey, keyId: (0, import_chunk_BIEF65K5.keyIdOf)(pair.publicKey), file };
    ports.stdout(options.json ? `${JSON.stringify(document)}
` : `${publicKey}
`);
    ports.stderr(`the secret half is in ${file}: keep it out of the build job, and out of the repository
`);
    return import_cli4.EXIT.ok;
  }
};
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  key_3OVKLWKB
});
