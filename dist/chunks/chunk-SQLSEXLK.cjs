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
  chunk_SQLSEXLK: () => chunk_SQLSEXLK_exports
});
module.exports = stdin_exports;
var import_cli = require("../cli.cjs").chunk_FZ44G4XJ;
var import_chunk_CF656EE4 = require("./chunk-CF656EE4.cjs").chunk_CRLEFTAS;
var import_cli2 = require("../cli.cjs").chunk_SO3KANTK;
var import_cli3 = require("../cli.cjs").chunk_GEUJANHY;
var import_chunk_CF656EE42 = require("./chunk-CF656EE4.cjs").chunk_PO7UBJRE;
var import_cli4 = require("../cli.cjs").chunk_TO5RH7DJ;
var __defProp2 = Object.defineProperty;
var __export2 = (target, all) => {
  for (var name in all)
    __defProp2(target, name, { get: all[name], enumerable: true });
};
var chunk_SQLSEXLK_exports = {};
__export2(chunk_SQLSEXLK_exports, {
  createIdentityTokenSource: () => createIdentityTokenSource
});
var answer = (0, import_chunk_CF656EE42.object)({ value: (0, import_chunk_CF656EE42.string)().min(1).max(16384) });
var ATTEMPTS = 4;
function createIdentityTokenSource(env, http, mask, sleep) {
  const url = env["ACTIONS_ID_TOKEN_REQUEST_URL"];
  const bearer = env["ACTIONS_ID_TOKEN_REQUEST_TOKEN"];
  if (!url || !bearer) {
    throw new import_cli4.SallyportError("USAGE", {
      message: "this job may not ask for an identity token",
      help: "add to the job: permissions: { contents: read, id-token: write }"
    });
  }
  return {
    async request(audience) {
      const target = new URL(url);
      target.searchParams.set("audience", audience);
      const response = await requestPatiently(http, target.href, bearer, sleep);
      const { value } = (0, import_cli2.decode)(
        answer,
        (0, import_chunk_CF656EE4.parseStrictJson)(response.body, { source: "the token answer", maxBytes: 65536 }),
        {
          source: "the token answer",
          code: "HTTP_FAILED"
        }
      );
      mask(value);
      return new import_cli.Secret(value);
    }
  };
}
async function requestPatiently(http, url, bearer, sleep) {
  let failure;
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    if (attempt > 0) await sleep(2 ** (attempt - 1) * import_cli3.SECOND);
    try {
      const response = await http.request({
        method: "GET",
        url,
        headers: { authorization: `Bearer ${bearer}`, accept: "application/json" },
        maxBytes: 65536,
        timeoutMs: 10 * import_cli3.SECOND
      });
      if (response.status === 200) return response;
      failure = new import_cli4.SallyportError("HTTP_FAILED", {
        message: `the token endpoint answered ${response.status}`
      });
      if (response.status < 500 && response.status !== 429) break;
    } catch (error) {
      failure = error;
    }
  }
  throw failure;
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  chunk_SQLSEXLK
});
