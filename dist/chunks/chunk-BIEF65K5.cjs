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
  chunk_BIEF65K5: () => chunk_BIEF65K5_exports
});
module.exports = stdin_exports;
var import_cli = require("../cli.cjs").chunk_FZ44G4XJ;
var import_cli2 = require("../cli.cjs").chunk_QW7UKFTH;
var import_cli3 = require("../cli.cjs").chunk_4NFOMFHU;
var import_cli4 = require("../cli.cjs").chunk_TO5RH7DJ;
var import_node_crypto = process.getBuiltinModule("node:crypto");
var __defProp2 = Object.defineProperty;
var __export2 = (target, all) => {
  for (var name in all)
    __defProp2(target, name, { get: all[name], enumerable: true });
};
var chunk_BIEF65K5_exports = {};
__export2(chunk_BIEF65K5_exports, {
  coordinatorIdOf: () => coordinatorIdOf,
  ed25519KeyPair: () => ed25519KeyPair,
  emitKeyFile: () => emitKeyFile,
  formatPublicKey: () => formatPublicKey,
  keyIdOf: () => keyIdOf,
  parseKeyFile: () => parseKeyFile,
  parsePublicKey: () => parsePublicKey,
  publicKeyPattern: () => publicKeyPattern,
  signEd25519: () => signEd25519,
  verifyEd25519: () => verifyEd25519
});
var PKCS8_PREFIX = (0, import_cli3.decodeHex)("302e020100300506032b657004220420");
var SPKI_PREFIX = (0, import_cli3.decodeHex)("302a300506032b6570032100");
function ed25519KeyPair(seed) {
  if (seed.length !== 32) throw new Error(`an Ed25519 seed has 32 bytes, not ${seed.length}`);
  const privateKey = new import_cli.Secret(Uint8Array.from(seed));
  const spki = (0, import_node_crypto.createPublicKey)(privateKeyObject(privateKey)).export({ type: "spki", format: "der" });
  return { privateKey, publicKey: Uint8Array.from(spki.subarray(-32)) };
}
function signEd25519(privateKey, message) {
  return new Uint8Array((0, import_node_crypto.sign)(null, message, privateKeyObject(privateKey)));
}
function verifyEd25519(publicKey, message, signature) {
  if (publicKey.length !== 32 || signature.length !== 64) return false;
  try {
    return (0, import_node_crypto.verify)(null, message, publicKeyObject(publicKey), signature);
  } catch {
    return false;
  }
}
var privateObjects = /* @__PURE__ */ new WeakMap();
function privateKeyObject(privateKey) {
  const known = privateObjects.get(privateKey);
  if (known) return known;
  const der = (0, import_cli3.concatBytes)(PKCS8_PREFIX, privateKey.reveal());
  const made = (0, import_node_crypto.createPrivateKey)({ key: Buffer.from(der), format: "der", type: "pkcs8" });
  privateObjects.set(privateKey, made);
  return made;
}
function publicKeyObject(publicKey) {
  const der = (0, import_cli3.concatBytes)(SPKI_PREFIX, publicKey);
  return (0, import_node_crypto.createPublicKey)({ key: Buffer.from(der), format: "der", type: "spki" });
}
function publicKeyPattern(role) {
  return new RegExp(`^sallyport-${role}-public-v1:[A-Za-z0-9_-]{43}$`);
}
function keyIdOf(publicKey) {
  return (0, import_cli3.encodeBase64url)((0, import_cli2.sha256)(publicKey));
}
function coordinatorIdOf(rootPublicKey) {
  return keyIdOf(rootPublicKey);
}
function formatPublicKey(role, publicKey) {
  return `sallyport-${role}-public-v1:${(0, import_cli3.encodeBase64url)(publicKey)}`;
}
function parsePublicKey(role, text) {
  return parseKey(role, "public", text);
}
function emitKeyFile(role, privateKey) {
  return [
    `# Sallyport ${role} key, secret. Whoever reads this file can sign in its name.`,
    `sallyport-${role}-secret-v1:${(0, import_cli3.encodeBase64url)(privateKey.reveal())}`,
    ""
  ].join("\n");
}
function parseKeyFile(role, text, source) {
  const lines = text.split(/\r?\n/).filter((line) => line !== "" && !line.startsWith("#"));
  if (lines.length !== 1) {
    throw new import_cli4.SallyportError("KEY_INVALID", {
      message: `${source} holds ${lines.length} lines that are no comments, a key file has one`,
      help: "make a key with: sallyport key new --out FILE"
    });
  }
  return ed25519KeyPair(parseKey(role, "secret", lines[0], source));
}
function parseKey(role, half, text, source) {
  const where = source === void 0 ? "" : `${source}: `;
  const prefix = `sallyport-${role}-${half}-v1:`;
  if (!text.startsWith(prefix)) {
    const found = /^sallyport-([a-z]{1,16})-(public|secret)-v1:/.exec(text);
    const what = found ? `this is a ${found[1]} ${found[2]} key` : "this is no Sallyport key";
    throw new import_cli4.SallyportError("KEY_INVALID", {
      message: `${where}${what}, not the ${role} ${half} key that belongs here`,
      help: `a ${role} ${half} key starts with ${prefix}`
    });
  }
  try {
    const bytes = (0, import_cli3.decodeBase64url)(text.slice(prefix.length));
    if (bytes.length === 32) return bytes;
  } catch {
  }
  throw new import_cli4.SallyportError("KEY_INVALID", {
    message: `${where}the ${role} ${half} key is not 43 characters of base64url`
  });
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  chunk_BIEF65K5
});
