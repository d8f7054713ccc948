"use strict";
var __create = Object.create;
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __getProtoOf = Object.getPrototypeOf;
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
var __toESM = (mod, isNodeMode, target) => (target = mod != null ? __create(__getProtoOf(mod)) : {}, __copyProps(
  // If the importer is in node compatibility mode or this is not an ESM
  // file that has been converted to a CommonJS file using a Babel-
  // compatible transform (i.e. "__esModule" has not been set), then set
  // "default" to the CommonJS "module.exports" for node compatibility.
  isNodeMode || !mod || !mod.__esModule ? __defProp(target, "default", { value: mod, enumerable: true }) : target,
  mod
));
var __toCommonJS = (mod) => __copyProps(__defProp({}, "__esModule", { value: true }), mod);
var stdin_exports = {};
__export(stdin_exports, {
  createHttpClient: () => createHttpClient
});
module.exports = stdin_exports;
var import_chunk_TO5RH7DJ = require("./chunk-TO5RH7DJ.cjs");
function createHttpClient(options = {}) {
  const settings = { keepAlive: true, proxyEnv: process.env };
  const ca = options.ca === void 0 ? {} : { ca: options.ca };
  const opening = {};
  const open = (scheme) => {
    opening[scheme] ??= OPEN[scheme]({ ...settings, ...ca });
    return opening[scheme];
  };
  return {
    request: (request) => requestBounded(open, request),
    async close() {
      for (const one of Object.values(opening)) (await one).agent.destroy();
    }
  };
}
var OPEN = {
  async http(settings) {
    const { Agent, request } = await Promise.resolve(process.getBuiltinModule("node:http"));
    return { agent: new Agent(settings), send: request };
  },
  async https(settings) {
    const { Agent, request } = await Promise.resolve(process.getBuiltinModule("node:https"));
    return { agent: new Agent(settings), send: request };
  }
};
async function requestBounded(open, request) {
  const timeout = AbortSignal.timeout(request.timeoutMs);
  const signal = request.signal ? AbortSignal.any([timeout, request.signal]) : timeout;
  try {
    const message = await send(open, request, signal);
    const body = await readBounded(message, request);
    return { status: message.statusCode ?? 0, headers: flatten(message.headers), body };
  } catch (cause) {
    if (cause instanceof import_chunk_TO5RH7DJ.SallyportError) throw cause;
    const { why, help } = timeout.aborted ? { why: `no whole answer within ${request.timeoutMs} ms`, help: void 0 } : whyFailed(cause);
    throw new import_chunk_TO5RH7DJ.SallyportError("HTTP_FAILED", {
      message: `${request.method} ${withoutQuery(request.url)}: ${why}`,
      cause,
      ...help === void 0 ? {} : { help }
    });
  }
}
var UNKNOWN_ISSUER = [
  "DEPTH_ZERO_SELF_SIGNED_CERT",
  "SELF_SIGNED_CERT_IN_CHAIN",
  "UNABLE_TO_GET_ISSUER_CERT",
  "UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
  "UNABLE_TO_VERIFY_LEAF_SIGNATURE"
];
function whyFailed(cause) {
  if (!(0, import_chunk_TO5RH7DJ.hasSystemCode)(cause, ...UNKNOWN_ISSUER)) return { why: (0, import_chunk_TO5RH7DJ.messageOf)(cause) };
  return {
    why: "nobody who is trusted here signed its certificate",
    help: "a coordinator's is given with --ca: a PEM file, or the pin sha256:\u2026 that it prints; another authority with NODE_EXTRA_CA_CERTS=FILE"
  };
}
async function send(open, request, signal) {
  const url = new URL(request.url);
  const sender = await open(url.protocol === "https:" ? "https" : "http");
  const { promise, resolve, reject } = Promise.withResolvers();
  const outgoing = sender.send(url, {
    agent: sender.agent,
    method: request.method,
    headers: { ...request.headers, ...request.body ? { "content-length": request.body.length } : {} },
    signal
  });
  outgoing.on("response", resolve);
  outgoing.on("error", reject);
  outgoing.end(request.body);
  return await promise;
}
async function readBounded(message, request) {
  const chunks = [];
  const announced = /^\d{1,15}$/.exec(message.headers["content-length"] ?? "");
  let total = 0;
  for await (const chunk of message) {
    total += chunk.length;
    if (total > request.maxBytes) {
      throw new import_chunk_TO5RH7DJ.SallyportError("HTTP_FAILED", {
        message: `${request.method} ${withoutQuery(request.url)}: the answer is longer than ${request.maxBytes} bytes`
      });
    }
    chunks.push(chunk);
    request.onReceived?.(total, announced && Number(announced[0]));
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
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  createHttpClient
});
