const __bundleUrl = new URL('cli.js', import.meta.url.replace(/chunks\/[^/]+$/, '')).href
const require = process.getBuiltinModule('node:module').createRequire(__bundleUrl)
import {
  Secret
} from "./chunk-SBZZULRJ.js";
import {
  sha256
} from "./chunk-MGJ2JUMM.js";
import {
  concatBytes,
  decodeBase64url,
  decodeHex,
  encodeBase64url
} from "./chunk-VOIAD42L.js";
import {
  SallyportError
} from "./chunk-XELNXD6A.js";

// src/base/ed25519.ts
const { createPrivateKey, createPublicKey, sign, verify } = process.getBuiltinModule("node:crypto");
var PKCS8_PREFIX = decodeHex("302e020100300506032b657004220420");
var SPKI_PREFIX = decodeHex("302a300506032b6570032100");
function ed25519KeyPair(seed) {
  if (seed.length !== 32) throw new Error(`an Ed25519 seed has 32 bytes, not ${seed.length}`);
  const privateKey = new Secret(Uint8Array.from(seed));
  const spki = createPublicKey(privateKeyObject(privateKey)).export({ type: "spki", format: "der" });
  return { privateKey, publicKey: Uint8Array.from(spki.subarray(-32)) };
}
function signEd25519(privateKey, message) {
  return new Uint8Array(sign(null, message, privateKeyObject(privateKey)));
}
function verifyEd25519(publicKey, message, signature) {
  if (publicKey.length !== 32 || signature.length !== 64) return false;
  try {
    return verify(null, message, publicKeyObject(publicKey), signature);
  } catch {
    return false;
  }
}
var privateObjects = /* @__PURE__ */ new WeakMap();
function privateKeyObject(privateKey) {
  const known = privateObjects.get(privateKey);
  if (known) return known;
  const der = concatBytes(PKCS8_PREFIX, privateKey.reveal());
  const made = createPrivateKey({ key: Buffer.from(der), format: "der", type: "pkcs8" });
  privateObjects.set(privateKey, made);
  return made;
}
function publicKeyObject(publicKey) {
  const der = concatBytes(SPKI_PREFIX, publicKey);
  return createPublicKey({ key: Buffer.from(der), format: "der", type: "spki" });
}

// src/trust/keys.ts
function publicKeyPattern(role) {
  return new RegExp(`^sallyport-${role}-public-v1:[A-Za-z0-9_-]{43}$`);
}
function keyIdOf(publicKey) {
  return encodeBase64url(sha256(publicKey));
}
function coordinatorIdOf(rootPublicKey) {
  return keyIdOf(rootPublicKey);
}
function formatPublicKey(role, publicKey) {
  return `sallyport-${role}-public-v1:${encodeBase64url(publicKey)}`;
}
function parsePublicKey(role, text) {
  return parseKey(role, "public", text);
}
function emitKeyFile(role, privateKey) {
  return [
    `# Sallyport ${role} key, secret. Whoever reads this file can sign in its name.`,
    `sallyport-${role}-secret-v1:${encodeBase64url(privateKey.reveal())}`,
    ""
  ].join("\n");
}
function parseKeyFile(role, text, source) {
  const lines = text.split(/\r?\n/).filter((line) => line !== "" && !line.startsWith("#"));
  if (lines.length !== 1) {
    throw new SallyportError("KEY_INVALID", {
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
    throw new SallyportError("KEY_INVALID", {
      message: `${where}${what}, not the ${role} ${half} key that belongs here`,
      help: `a ${role} ${half} key starts with ${prefix}`
    });
  }
  try {
    const bytes = decodeBase64url(text.slice(prefix.length));
    if (bytes.length === 32) return bytes;
  } catch {
  }
  throw new SallyportError("KEY_INVALID", {
    message: `${where}the ${role} ${half} key is not 43 characters of base64url`
  });
}

export {
  ed25519KeyPair,
  signEd25519,
  verifyEd25519,
  publicKeyPattern,
  keyIdOf,
  coordinatorIdOf,
  formatPublicKey,
  parsePublicKey,
  emitKeyFile,
  parseKeyFile
};
