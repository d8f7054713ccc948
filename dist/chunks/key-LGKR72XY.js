const __bundleUrl = new URL('cli.js', import.meta.url.replace(/chunks\/[^/]+$/, '')).href
const require = process.getBuiltinModule('node:module').createRequire(__bundleUrl)
import {
  ed25519KeyPair,
  emitKeyFile,
  formatPublicKey,
  keyIdOf
} from "./chunk-ZYFGNLJL.js";
import "./chunk-SBZZULRJ.js";
import {
  createFile
} from "./chunk-RWTYN6AN.js";
import "./chunk-MGJ2JUMM.js";
import "./chunk-VOIAD42L.js";
import {
  EXIT,
  SallyportError
} from "./chunk-XELNXD6A.js";
import "./chunk-BRIVT672.js";

// src/verbs/key.ts
const { resolve } = process.getBuiltinModule("node:path");
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
      throw new SallyportError("USAGE", {
        message: `--role ${JSON.stringify(options.role)} is not made by this verb`,
        help: `choose one of: ${ROLES.join(", ")}`
      });
    }
    const pair = ed25519KeyPair(ports.random.bytes(32));
    const file = options.out ?? `${role}.key`;
    await createFile(resolve(ports.cwd, file), emitKeyFile(role, pair.privateKey), 384);
    const publicKey = formatPublicKey(role, pair.publicKey);
    const document = { version: 1, role, publicKey, keyId: keyIdOf(pair.publicKey), file };
    ports.stdout(options.json ? `${JSON.stringify(document)}
` : `${publicKey}
`);
    ports.stderr(`the secret half is in ${file}: keep it out of the build job, and out of the repository
`);
    return EXIT.ok;
  }
};
export {
  keyNew
};
