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
  completeApproval: () => completeApproval,
  createCoordinatorClient: () => createCoordinatorClient,
  enrolAgent: () => enrolAgent,
  fetchLatestApproval: () => fetchLatestApproval,
  leave: () => leave,
  requestAdmission: () => requestAdmission,
  requestApproval: () => requestApproval,
  submitReceipt: () => submitReceipt,
  unwrap: () => unwrap
});
module.exports = stdin_exports;
var import_chunk_AXPTAZ2E = require("./chunk-AXPTAZ2E.cjs");
var import_chunk_TFFOW3OJ = require("./chunk-TFFOW3OJ.cjs");
var import_chunk_55ZXGT2M = require("./chunk-55ZXGT2M.cjs");
var import_chunk_BIEF65K5 = require("./chunk-BIEF65K5.cjs");
var import_chunk_CRLEFTAS = require("./chunk-CRLEFTAS.cjs");
var import_chunk_SO3KANTK = require("./chunk-SO3KANTK.cjs");
var import_chunk_GEUJANHY = require("./chunk-GEUJANHY.cjs");
var import_chunk_4NFOMFHU = require("./chunk-4NFOMFHU.cjs");
var import_chunk_TO5RH7DJ = require("./chunk-TO5RH7DJ.cjs");
var MAX_REPLY_BYTES = 24 * 1024 * 1024;
var TIMEOUT_MS = 30 * import_chunk_GEUJANHY.SECOND;
function createCoordinatorClient(options) {
  const coordinatorId = (0, import_chunk_BIEF65K5.coordinatorIdOf)(options.root);
  const state = { options, coordinatorId, keyList: void 0, newest: void 0, offsetMs: 0 };
  return {
    coordinatorId,
    url: options.url,
    keyList: () => currentKeyList(state),
    doubtKeyList: () => {
      state.keyList = void 0;
    },
    call: (name, input) => call(state, name, input),
    signUpgrade: (url) => sign(state, { method: "GET", targetUri: url, body: new Uint8Array() })
  };
}
async function call(state, name, input) {
  const route = import_chunk_TFFOW3OJ.ROUTES[name];
  await currentKeyList(state);
  for (let attempt = 1; ; attempt++) {
    const exchange = await send(state, route, input);
    const skewed = checkReply(state, exchange);
    if (exchange.status < 400) {
      if (skewed !== void 0)
        throw refusedReply(`${route.path}: its time differs from ours by more than 60 s`);
      return { kind: "done", value: decodeReply(route.reply, exchange, route.path) };
    }
    const { problem } = decodeReply(import_chunk_AXPTAZ2E.problemSchema, exchange, route.path);
    if (problem.kind !== "skew" || skewed === void 0 || attempt > 1) return { kind: "refused", problem };
    state.offsetMs = skewed - state.options.clock.now();
  }
}
async function send(state, route, input) {
  const { url, http, timeoutMs = TIMEOUT_MS } = state.options;
  const targetUri = `${url}${(0, import_chunk_TFFOW3OJ.fillPath)(route.path, input.params ?? {})}`;
  const body = route.request ? (0, import_chunk_4NFOMFHU.encodeUtf8)(JSON.stringify(input.body)) : new Uint8Array();
  const signed = sign(state, { method: route.method, targetUri, body });
  const response = await http.request({
    method: route.method,
    url: targetUri,
    headers: { ...signed, ...body.length === 0 ? {} : { "content-type": "application/json" } },
    ...body.length === 0 ? {} : { body },
    maxBytes: MAX_REPLY_BYTES,
    timeoutMs: input.timeoutMs ?? timeoutMs,
    ...input.signal ? { signal: input.signal } : {}
  });
  return { ...response, signature: signed.signature };
}
function sign(state, request) {
  const { key, clock, random } = state.options;
  const now = clock.now() + state.offsetMs;
  return (0, import_chunk_AXPTAZ2E.signRequest)(request, { key, coordinatorId: state.coordinatorId, now }, random.bytes(import_chunk_AXPTAZ2E.NONCE_BYTES));
}
function checkReply(state, { status, body, headers, signature }) {
  const judgement = (0, import_chunk_AXPTAZ2E.verifyResponse)(
    { status, body, requestSignature: signature },
    {
      "content-digest": headers["content-digest"],
      "signature-input": headers["signature-input"],
      signature: headers["signature"]
    },
    {
      publicKey: state.keyList.keys.control,
      coordinatorId: state.coordinatorId,
      now: state.options.clock.now() + state.offsetMs
    }
  );
  if (judgement.kind === "verified") return void 0;
  if (judgement.code === "skew" && judgement.created !== void 0) return judgement.created;
  state.keyList = void 0;
  throw refusedReply(
    `the reply (status ${status}) is not signed by this coordinator's control key: ${judgement.code}`
  );
}
async function currentKeyList(state) {
  const known = state.keyList;
  if (known && (0, import_chunk_55ZXGT2M.isCurrent)(known, state.options.clock.now())) return known;
  const exchange = await send(state, import_chunk_TFFOW3OJ.ROUTES.keyList, { params: void 0, body: void 0 });
  if (exchange.status !== 200) throw refusedReply(`${import_chunk_TFFOW3OJ.ROUTES.keyList.path} answered ${exchange.status}`);
  const reply = decodeReply(import_chunk_TFFOW3OJ.keyListReply, exchange, import_chunk_TFFOW3OJ.ROUTES.keyList.path);
  const { root } = state.options;
  if (!(0, import_chunk_4NFOMFHU.equalBytes)((0, import_chunk_4NFOMFHU.decodeBase64url)(reply.root), root)) {
    throw refusedReply(
      `its root has the fingerprint ${(0, import_chunk_BIEF65K5.coordinatorIdOf)((0, import_chunk_4NFOMFHU.decodeBase64url)(reply.root))}, ours is ${state.coordinatorId}`
    );
  }
  const list = (0, import_chunk_55ZXGT2M.verifyKeyList)(reply.keyList, root);
  const { newest } = state;
  if (newest && ["older", "forked"].includes((0, import_chunk_55ZXGT2M.compareKeyLists)(list, newest))) {
    throw refusedReply("its key list is older than, or contradicts, the one that we knew");
  }
  state.keyList = list;
  state.newest = list;
  const theirTime = checkReply(state, exchange);
  if (theirTime !== void 0) state.offsetMs = theirTime - state.options.clock.now();
  return list;
}
function decodeReply(schema, { body }, path) {
  const source = `the reply of ${path}`;
  return (0, import_chunk_SO3KANTK.decode)(schema, (0, import_chunk_CRLEFTAS.parseStrictJson)(body, { source, maxBytes: MAX_REPLY_BYTES }), {
    source,
    code: "REPLY_REFUSED"
  });
}
function refusedReply(message) {
  return new import_chunk_TO5RH7DJ.SallyportError("REPLY_REFUSED", {
    message,
    help: "check the URL, and the root in your configuration against what `coordinator init` printed"
  });
}
var ADMISSION_TIMEOUT = 40 * import_chunk_GEUJANHY.SECOND;
async function enrolAgent(client, agent) {
  await client.keyList();
  const { secret, keys, name, port } = agent;
  return call2(
    client,
    "enrol",
    { params: void 0, body: { secret, name, port, ...keyTexts(keys) } },
    "REQUEST_REFUSED"
  );
}
async function requestAdmission(client, ask) {
  const { token, keys, application, environment, approval, endpoints, signal } = ask;
  const body = { token, application, environment, approval, endpoints: [...endpoints], ...keyTexts(keys) };
  const input = { params: void 0, body, timeoutMs: ADMISSION_TIMEOUT, ...signal ? { signal } : {} };
  return call2(client, "admit", input, "ADMISSION_REFUSED");
}
async function requestApproval(client, ask) {
  const { keys, verdict, ...rest } = ask;
  const body = { ...rest, ...keyTexts(keys), verdict: (0, import_chunk_4NFOMFHU.encodeBase64)(verdict) };
  return call2(client, "submit", { params: void 0, body }, "APPROVAL_REFUSED");
}
async function completeApproval(client, submission, tokens) {
  return call2(
    client,
    "sign",
    { params: { id: submission }, body: { tokens: [...tokens] } },
    "APPROVAL_REFUSED"
  );
}
async function fetchLatestApproval(client, application) {
  const input = { params: { application }, body: void 0 };
  return (await call2(client, "latestApproval", input, "REQUEST_REFUSED")).approval;
}
async function submitReceipt(client, receipt) {
  return call2(client, "submitReceipt", { params: void 0, body: { receipt } }, "REQUEST_REFUSED");
}
async function leave(client) {
  await call2(client, "leave", { params: void 0, body: {} }, "REQUEST_REFUSED");
}
async function call2(client, name, input, code) {
  return unwrap(await client.call(name, input), code);
}
function unwrap(result, code) {
  if (result.kind === "done") return result.value;
  const { problem } = result;
  throw new import_chunk_TO5RH7DJ.SallyportError(code, {
    message: describe(problem),
    ...problem.help === void 0 ? {} : { help: problem.help },
    cause: problem
  });
}
function describe({ kind, message, rule, claim }) {
  const where = [rule, claim].filter((part) => part !== void 0).join(", ");
  return where === "" || message.includes(where) ? `${kind}: ${message}` : `${kind}: ${message} (${where})`;
}
function keyTexts({ wireguard, machine }) {
  return { wireguardKey: (0, import_chunk_4NFOMFHU.encodeBase64url)(wireguard), machineKey: (0, import_chunk_4NFOMFHU.encodeBase64url)(machine) };
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  completeApproval,
  createCoordinatorClient,
  enrolAgent,
  fetchLatestApproval,
  leave,
  requestAdmission,
  requestApproval,
  submitReceipt,
  unwrap
});
