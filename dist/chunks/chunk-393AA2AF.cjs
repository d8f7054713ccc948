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
  chunk_F56QLA2L: () => chunk_F56QLA2L_exports,
  chunk_LADPJ4KD: () => chunk_LADPJ4KD_exports,
  chunk_X2XC5NVU: () => chunk_X2XC5NVU_exports,
  chunk_X6I64IAV: () => chunk_X6I64IAV_exports
});
module.exports = stdin_exports;
var import_cli = require("../cli.cjs").chunk_GEUJANHY;
var import_cli2 = require("../cli.cjs").chunk_TO5RH7DJ;
var import_chunk_8A5887D9 = require("./chunk-8A5887D9.cjs").chunk_BGKKW6X2;
var import_chunk_BIEF65K5 = require("./chunk-BIEF65K5.cjs").chunk_BIEF65K5;
var import_chunk_CF656EE4 = require("./chunk-CF656EE4.cjs").chunk_CRLEFTAS;
var import_cli3 = require("../cli.cjs").chunk_SO3KANTK;
var import_chunk_2BC21E11 = require("./chunk-2BC21E11.cjs").chunk_M3WSMIIZ;
var import_chunk_CF656EE42 = require("./chunk-CF656EE4.cjs").chunk_PO7UBJRE;
var import_cli4 = require("../cli.cjs").chunk_4NFOMFHU;
var import_cli5 = require("../cli.cjs").chunk_TO5RH7DJ;


var import_node_path = process.getBuiltinModule("node:path");
var import_chunk_8A5887D92 = require("./chunk-8A5887D9.cjs").chunk_AXPTAZ2E;
var import_chunk_8A5887D93 = require("./chunk-8A5887D9.cjs").chunk_TFFOW3OJ;
var import_chunk_EA47D034 = require("./chunk-EA47D034.cjs").chunk_55ZXGT2M;
var import_chunk_BIEF65K52 = require("./chunk-BIEF65K5.cjs").chunk_BIEF65K5;
var import_chunk_CF656EE43 = require("./chunk-CF656EE4.cjs").chunk_CRLEFTAS;
var import_cli6 = require("../cli.cjs").chunk_SO3KANTK;
var import_cli7 = require("../cli.cjs").chunk_GEUJANHY;
var import_cli8 = require("../cli.cjs").chunk_4NFOMFHU;
var import_cli9 = require("../cli.cjs").chunk_TO5RH7DJ;
var import_chunk_8A5887D94 = require("./chunk-8A5887D9.cjs").chunk_DLDCVKX6;
var import_chunk_BIEF65K53 = require("./chunk-BIEF65K5.cjs").chunk_BIEF65K5;
var import_chunk_2BC21E112 = require("./chunk-2BC21E11.cjs").chunk_COQYJIF4;
var import_chunk_2BC21E113 = require("./chunk-2BC21E11.cjs").chunk_M3WSMIIZ;
var import_cli10 = require("../cli.cjs").chunk_4NFOMFHU;
var import_cli11 = require("../cli.cjs").chunk_TO5RH7DJ;
var import_node_path2 = process.getBuiltinModule("node:path");
var __defProp2 = Object.defineProperty;
var __export2 = (target, all) => {
  for (var name in all)
    __defProp2(target, name, { get: all[name], enumerable: true });
};
var chunk_F56QLA2L_exports = {};
__export2(chunk_F56QLA2L_exports, {
  shortLifetime: () => shortLifetime
});
function shortLifetime({ options }, leastMs = import_cli.SECOND) {
  const lifetime = options.lifetime ?? import_cli.HOUR;
  if (lifetime >= leastMs && lifetime <= import_cli.HOUR) return Math.ceil(lifetime / import_cli.SECOND);
  throw new import_cli2.SallyportError("USAGE", {
    message: `--lifetime is ${lifetime / import_cli.SECOND} s, it may be ${leastMs / import_cli.SECOND} s to an hour`,
    help: "give --lifetime 30m, or leave it out for an hour"
  });
}
var chunk_X6I64IAV_exports = {};
__export2(chunk_X6I64IAV_exports, {
  OPERATOR_HOW: () => OPERATOR_HOW,
  OPERATOR_OPTIONS: () => OPERATOR_OPTIONS,
  withOperatorClient: () => withOperatorClient
});
var chunk_X2XC5NVU_exports = {};
__export2(chunk_X2XC5NVU_exports, {
  readSession: () => readSession,
  removeSession: () => removeSession,
  sessionPath: () => sessionPath,
  writeSession: () => writeSession
});
var MAX_BYTES = 256 * 1024;
var fileSchema = (0, import_chunk_CF656EE42.strictObject)({
  version: (0, import_chunk_CF656EE42.literal)(1),
  url: (0, import_chunk_CF656EE42.string)().max(500),
  root: (0, import_chunk_CF656EE42.string)().max(200),
  /** PEM, where the coordinator's TLS has a CA of its own. */
  ca: (0, import_chunk_CF656EE42.string)().nullable(),
  /** The private half, base64url. */
  key: (0, import_chunk_CF656EE42.string)().regex(/^[A-Za-z0-9_-]{43}$/),
  session: import_chunk_8A5887D9.sessionSchema
});
function sessionPath({ options, ports }) {
  if (options.session !== void 0) return (0, import_node_path.resolve)(ports.cwd, options.session);
  return (0, import_node_path.join)(stateFolder(ports.env), "sallyport", "session.json");
}
async function readSession(path) {
  const bytes = await (0, import_chunk_2BC21E11.readFileIfThere)(path, MAX_BYTES);
  if (!bytes) return void 0;
  await refuseShared(path);
  const value = (0, import_chunk_CF656EE4.parseStrictJson)(bytes, { source: path, maxBytes: MAX_BYTES });
  const { url, root, ca, key, session } = (0, import_cli3.decode)(fileSchema, value, { source: path });
  return { url, root, ca, key: (0, import_chunk_BIEF65K5.ed25519KeyPair)((0, import_cli4.decodeBase64url)(key)), session };
}
async function writeSession(path, kept) {
  const { key, ...rest } = kept;
  const content = {
    version: 1,
    ...rest,
    key: (0, import_cli4.encodeBase64url)(key.privateKey.reveal())
  };
  await (0, import_chunk_2BC21E11.makePrivateFolder)((0, import_node_path.dirname)(path));
  await (0, import_chunk_2BC21E11.writeFileAtomic)(path, `${JSON.stringify(content, null, 2)}
`, 384);
}
async function removeSession(path) {
  await (0, (process.getBuiltinModule("node:fs/promises")).rm)(path, { force: true });
}
async function refuseShared(path) {
  if (process.platform === "win32") return;
  const { mode } = await (0, (process.getBuiltinModule("node:fs/promises")).stat)(path);
  if ((mode & 63) === 0) return;
  throw new import_cli5.SallyportError("FILE_UNREADABLE", {
    message: `${path} may be read by others (mode ${(mode & 511).toString(8)})`,
    help: `log in again, or take their access away: chmod 600 ${path}`,
    place: { file: path }
  });
}
function stateFolder(env) {
  const home = (0, (process.getBuiltinModule("node:os")).homedir)();
  if (process.platform === "win32") return env["LOCALAPPDATA"] ?? (0, import_node_path.join)(home, "AppData", "Local");
  if (process.platform === "darwin") return (0, import_node_path.join)(home, "Library", "Application Support");
  const xdg = env["XDG_STATE_HOME"];
  return xdg !== void 0 && (0, import_node_path.isAbsolute)(xdg) ? xdg : (0, import_node_path.join)(env["HOME"] ?? home, ".local", "state");
}
var chunk_LADPJ4KD_exports = {};
__export2(chunk_LADPJ4KD_exports, {
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
var MAX_REPLY_BYTES = 24 * 1024 * 1024;
var TIMEOUT_MS = 30 * import_cli7.SECOND;
function createCoordinatorClient(options) {
  const coordinatorId = (0, import_chunk_BIEF65K52.coordinatorIdOf)(options.root);
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
  const route = import_chunk_8A5887D93.ROUTES[name];
  await currentKeyList(state);
  for (let attempt = 1; ; attempt++) {
    const exchange = await send(state, route, input);
    const skewed = checkReply(state, exchange);
    if (exchange.status < 400) {
      if (skewed !== void 0)
        throw refusedReply(`${route.path}: its time differs from ours by more than 60 s`);
      return { kind: "done", value: decodeReply(route.reply, exchange, route.path) };
    }
    const { problem } = decodeReply(import_chunk_8A5887D92.problemSchema, exchange, route.path);
    if (problem.kind !== "skew" || skewed === void 0 || attempt > 1) return { kind: "refused", problem };
    state.offsetMs = skewed - state.options.clock.now();
  }
}
async function send(state, route, input) {
  const { url, http, timeoutMs = TIMEOUT_MS } = state.options;
  const targetUri = `${url}${(0, import_chunk_8A5887D93.fillPath)(route.path, input.params ?? {})}`;
  const body = route.request ? (0, import_cli8.encodeUtf8)(JSON.stringify(input.body)) : new Uint8Array();
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
  return (0, import_chunk_8A5887D92.signRequest)(request, { key, coordinatorId: state.coordinatorId, now }, random.bytes(import_chunk_8A5887D92.NONCE_BYTES));
}
function checkReply(state, { status, body, headers, signature }) {
  const judgement = (0, import_chunk_8A5887D92.verifyResponse)(
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
  if (known && (0, import_chunk_EA47D034.isCurrent)(known, state.options.clock.now())) return known;
  const exchange = await send(state, import_chunk_8A5887D93.ROUTES.keyList, { params: void 0, body: void 0 });
  if (exchange.status !== 200) throw refusedReply(`${import_chunk_8A5887D93.ROUTES.keyList.path} answered ${exchange.status}`);
  const reply = decodeReply(import_chunk_8A5887D93.keyListReply, exchange, import_chunk_8A5887D93.ROUTES.keyList.path);
  const { root } = state.options;
  if (!(0, import_cli8.equalBytes)((0, import_cli8.decodeBase64url)(reply.root), root)) {
    throw refusedReply(
      `its root has the fingerprint ${(0, import_chunk_BIEF65K52.coordinatorIdOf)((0, import_cli8.decodeBase64url)(reply.root))}, ours is ${state.coordinatorId}`
    );
  }
  const list = (0, import_chunk_EA47D034.verifyKeyList)(reply.keyList, root);
  const { newest } = state;
  if (newest && ["older", "forked"].includes((0, import_chunk_EA47D034.compareKeyLists)(list, newest))) {
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
  return (0, import_cli6.decode)(schema, (0, import_chunk_CF656EE43.parseStrictJson)(body, { source, maxBytes: MAX_REPLY_BYTES }), {
    source,
    code: "REPLY_REFUSED"
  });
}
function refusedReply(message) {
  return new import_cli9.SallyportError("REPLY_REFUSED", {
    message,
    help: "check the URL, and the root in your configuration against what `coordinator init` printed"
  });
}
var ADMISSION_TIMEOUT = 40 * import_cli7.SECOND;
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
  const body = { ...rest, ...keyTexts(keys), verdict: (0, import_cli8.encodeBase64)(verdict) };
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
  throw new import_cli9.SallyportError(code, {
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
  return { wireguardKey: (0, import_cli8.encodeBase64url)(wireguard), machineKey: (0, import_cli8.encodeBase64url)(machine) };
}
var MAX_FILE_BYTES = 1024 * 1024;
var OPERATOR_OPTIONS = ["url", "root", "key", "ca", "session", "json"];
var OPERATOR_HOW = "--url https://coordinator.example --root sallyport-root-public-v1:\u2026 --key admin.key";
async function withOperatorClient(call3, work) {
  const { ports } = call3;
  const { url, root, ca, key } = await findConnection(call3);
  const http = (0, import_chunk_2BC21E112.createHttpClient)(ca === void 0 ? {} : { ca });
  try {
    const client = createCoordinatorClient({
      url: url.replace(/\/$/, ""),
      root: (0, import_chunk_BIEF65K53.parsePublicKey)("root", root),
      key,
      http,
      clock: ports.clock,
      random: ports.random
    });
    return await work(client);
  } finally {
    await http.close();
  }
}
async function findConnection(call3) {
  const { options, ports } = call3;
  const { url, root, key } = options;
  const read = async (path) => (0, import_cli10.decodeUtf8)(await (0, import_chunk_2BC21E113.readFileBounded)((0, import_node_path2.resolve)(ports.cwd, path), MAX_FILE_BYTES));
  if (key === void 0) {
    const kept = await readSession(sessionPath(call3));
    if (kept)
      return { url: url ?? kept.url, root: root ?? kept.root, ca: kept.ca ?? void 0, key: kept.key };
  }
  if (url === void 0 || root === void 0 || key === void 0) {
    throw new import_cli11.SallyportError("USAGE", {
      message: "there is no session, and --url, --root and --key are not given",
      help: `log in (sallyport login), or give ${OPERATOR_HOW}`
    });
  }
  const place = (path) => (0, import_node_path2.resolve)(ports.cwd, path);
  const ca = options.ca === void 0 ? void 0 : await (0, import_chunk_8A5887D94.readAuthority)(options.ca, url, place);
  return { url, root, ca, key: (0, import_chunk_BIEF65K53.parseKeyFile)("operator", await read(key), key) };
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  chunk_F56QLA2L,
  chunk_LADPJ4KD,
  chunk_X2XC5NVU,
  chunk_X6I64IAV
});
