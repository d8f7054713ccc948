const __bundleUrl = new URL('cli.js', import.meta.url.replace(/chunks\/[^/]+$/, '')).href
const require = process.getBuiltinModule('node:module').createRequire(__bundleUrl)
import {
  Secret
} from "./chunk-SBZZULRJ.js";
import {
  parseStrictJson
} from "./chunk-V4X75XZ6.js";
import {
  decode
} from "./chunk-USSEVVQ4.js";
import {
  object,
  string
} from "./chunk-SKPPTWLY.js";
import {
  SECOND
} from "./chunk-NNHBBYKH.js";
import {
  SallyportError
} from "./chunk-XELNXD6A.js";

// src/verbs/identity-token.ts
var answer = object({ value: string().min(1).max(16384) });
var ATTEMPTS = 4;
function createIdentityTokenSource(env, http, mask, sleep) {
  const url = env["ACTIONS_ID_TOKEN_REQUEST_URL"];
  const bearer = env["ACTIONS_ID_TOKEN_REQUEST_TOKEN"];
  if (!url || !bearer) {
    throw new SallyportError("USAGE", {
      message: "this job may not ask for an identity token",
      help: "add to the job: permissions: { contents: read, id-token: write }"
    });
  }
  return {
    async request(audience) {
      const target = new URL(url);
      target.searchParams.set("audience", audience);
      const response = await requestPatiently(http, target.href, bearer, sleep);
      const { value } = decode(
        answer,
        parseStrictJson(response.body, { source: "the token answer", maxBytes: 65536 }),
        {
          source: "the token answer",
          code: "HTTP_FAILED"
        }
      );
      mask(value);
      return new Secret(value);
    }
  };
}
async function requestPatiently(http, url, bearer, sleep) {
  let failure;
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    if (attempt > 0) await sleep(2 ** (attempt - 1) * SECOND);
    try {
      const response = await http.request({
        method: "GET",
        url,
        headers: { authorization: `Bearer ${bearer}`, accept: "application/json" },
        maxBytes: 65536,
        timeoutMs: 10 * SECOND
      });
      if (response.status === 200) return response;
      failure = new SallyportError("HTTP_FAILED", {
        message: `the token endpoint answered ${response.status}`
      });
      if (response.status < 500 && response.status !== 429) break;
    } catch (error) {
      failure = error;
    }
  }
  throw failure;
}

export {
  createIdentityTokenSource
};
