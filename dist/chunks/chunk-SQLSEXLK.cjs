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
  createIdentityTokenSource: () => createIdentityTokenSource
});
module.exports = stdin_exports;
var import_chunk_FZ44G4XJ = require("./chunk-FZ44G4XJ.cjs");
var import_chunk_CRLEFTAS = require("./chunk-CRLEFTAS.cjs");
var import_chunk_SO3KANTK = require("./chunk-SO3KANTK.cjs");
var import_chunk_GEUJANHY = require("./chunk-GEUJANHY.cjs");
var import_chunk_PO7UBJRE = require("./chunk-PO7UBJRE.cjs");
var import_chunk_TO5RH7DJ = require("./chunk-TO5RH7DJ.cjs");
var answer = (0, import_chunk_PO7UBJRE.object)({ value: (0, import_chunk_PO7UBJRE.string)().min(1).max(16384) });
var ATTEMPTS = 4;
function createIdentityTokenSource(env, http, mask, sleep) {
  const url = env["ACTIONS_ID_TOKEN_REQUEST_URL"];
  const bearer = env["ACTIONS_ID_TOKEN_REQUEST_TOKEN"];
  if (!url || !bearer) {
    throw new import_chunk_TO5RH7DJ.SallyportError("USAGE", {
      message: "this job may not ask for an identity token",
      help: "add to the job: permissions: { contents: read, id-token: write }"
    });
  }
  return {
    async request(audience) {
      const target = new URL(url);
      target.searchParams.set("audience", audience);
      const response = await requestPatiently(http, target.href, bearer, sleep);
      const { value } = (0, import_chunk_SO3KANTK.decode)(
        answer,
        (0, import_chunk_CRLEFTAS.parseStrictJson)(response.body, { source: "the token answer", maxBytes: 65536 }),
        {
          source: "the token answer",
          code: "HTTP_FAILED"
        }
      );
      mask(value);
      return new import_chunk_FZ44G4XJ.Secret(value);
    }
  };
}
async function requestPatiently(http, url, bearer, sleep) {
  let failure;
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    if (attempt > 0) await sleep(2 ** (attempt - 1) * import_chunk_GEUJANHY.SECOND);
    try {
      const response = await http.request({
        method: "GET",
        url,
        headers: { authorization: `Bearer ${bearer}`, accept: "application/json" },
        maxBytes: 65536,
        timeoutMs: 10 * import_chunk_GEUJANHY.SECOND
      });
      if (response.status === 200) return response;
      failure = new import_chunk_TO5RH7DJ.SallyportError("HTTP_FAILED", {
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
  createIdentityTokenSource
});
