import { createRequire as __createRequire } from 'node:module'
const __bundleUrl = new URL('cli.js', import.meta.url.replace(/chunks\/[^/]+$/, '')).href
const require = __createRequire(__bundleUrl)
import {
  require_node_http
} from "./chunk-RN7RL3UA.js";
import {
  SallyportError,
  __toESM,
  messageOf
} from "./chunk-N2CRB7ZG.js";

// src/platform/http.ts
var import_node_http = __toESM(require_node_http(), 1);
import { Agent as HttpsAgent, request as sendHttps } from "node:https";
function createHttpClient(options = {}) {
  const settings = { keepAlive: true, proxyEnv: process.env };
  const agents = {
    http: new import_node_http.Agent(settings),
    https: new HttpsAgent({ ...settings, ...options.ca === void 0 ? {} : { ca: options.ca } })
  };
  return {
    request: (request) => requestBounded(agents, request),
    async close() {
      agents.http.destroy();
      agents.https.destroy();
    }
  };
}
async function requestBounded(agents, request) {
  const timeout = AbortSignal.timeout(request.timeoutMs);
  const signal = request.signal ? AbortSignal.any([timeout, request.signal]) : timeout;
  try {
    const message = await send(agents, request, signal);
    const body = await readBounded(message, request);
    return { status: message.statusCode ?? 0, headers: flatten(message.headers), body };
  } catch (cause) {
    if (cause instanceof SallyportError) throw cause;
    const why = timeout.aborted ? `no whole answer within ${request.timeoutMs} ms` : messageOf(cause);
    throw new SallyportError("HTTP_FAILED", {
      message: `${request.method} ${withoutQuery(request.url)}: ${why}`,
      cause
    });
  }
}
function send(agents, request, signal) {
  const url = new URL(request.url);
  const secure = url.protocol === "https:";
  const { promise, resolve, reject } = Promise.withResolvers();
  const outgoing = (secure ? sendHttps : import_node_http.request)(url, {
    agent: secure ? agents.https : agents.http,
    method: request.method,
    headers: { ...request.headers, ...request.body ? { "content-length": request.body.length } : {} },
    signal
  });
  outgoing.on("response", resolve);
  outgoing.on("error", reject);
  outgoing.end(request.body);
  return promise;
}
async function readBounded(message, request) {
  const chunks = [];
  let total = 0;
  for await (const chunk of message) {
    total += chunk.length;
    if (total > request.maxBytes) {
      throw new SallyportError("HTTP_FAILED", {
        message: `${request.method} ${withoutQuery(request.url)}: the answer is longer than ${request.maxBytes} bytes`
      });
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, total);
}
function flatten(headers) {
  const flat = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== void 0) flat[name] = Array.isArray(value) ? value.join(", ") : value;
  }
  return flat;
}
function withoutQuery(url) {
  return url.split("?", 1)[0];
}

export {
  createHttpClient
};
