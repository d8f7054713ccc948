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
  witness_YV63HW2X: () => witness_YV63HW2X_exports
});
module.exports = stdin_exports;
var import_coordinator_10896918 = require("./coordinator-10896918.cjs").chunk_GSPIJYX5;
var import_chunk_FACE8E31 = require("./chunk-FACE8E31.cjs").chunk_7QDTEPUY;
var import_chunk_A5BHWNUW = require("./chunk-A5BHWNUW.cjs").chunk_A5BHWNUW;
var import_chunk_FACE8E312 = require("./chunk-FACE8E31.cjs").chunk_N2CEJMOH;
var import_chunk_FACE8E313 = require("./chunk-FACE8E31.cjs").chunk_OFVEZVAZ;
var import_chunk_8BE2930D = require("./chunk-8BE2930D.cjs").chunk_P5Y3727L;
var import_chunk_8BE2930D2 = require("./chunk-8BE2930D.cjs").chunk_ZYJHKVA7;
var import_environments_file_B169AE2E = require("./environments-file-B169AE2E.cjs").chunk_7MSCG7IE;
var import_chunk_6D9B2BDF = require("./chunk-6D9B2BDF.cjs").chunk_4ZXJRBCH;
var import_chunk_E7E63261 = require("./chunk-E7E63261.cjs").chunk_LN64JXY7;
var import_chunk_38EDD590 = require("./chunk-38EDD590.cjs").chunk_Y2L2NAT7;
var import_chunk_38EDD5902 = require("./chunk-38EDD590.cjs").chunk_ZXGMBMKT;
var import_chunk_8A5887D9 = require("./chunk-8A5887D9.cjs").chunk_AXPTAZ2E;
var import_chunk_8A5887D92 = require("./chunk-8A5887D9.cjs").chunk_BBZH2QS2;
var import_chunk_8A5887D93 = require("./chunk-8A5887D9.cjs").chunk_TFFOW3OJ;
var import_chunk_T6RIR5MA = require("./chunk-T6RIR5MA.cjs").chunk_T6RIR5MA;
var import_chunk_A7C2DCE4 = require("./chunk-A7C2DCE4.cjs").chunk_QWNYZ5AQ;
var import_chunk_A7C2DCE42 = require("./chunk-A7C2DCE4.cjs").chunk_UWHXMD75;
var import_chunk_439F88D8 = require("./chunk-439F88D8.cjs").chunk_QAKKENVC;
var import_chunk_8A5887D94 = require("./chunk-8A5887D9.cjs").chunk_DLDCVKX6;
var import_chunk_8A5887D95 = require("./chunk-8A5887D9.cjs").chunk_HWYOMYN6;
var import_chunk_8A5887D96 = require("./chunk-8A5887D9.cjs").chunk_BGKKW6X2;
var import_chunk_A7C2DCE43 = require("./chunk-A7C2DCE4.cjs").chunk_5RE62PDQ;
var import_chunk_A7C2DCE44 = require("./chunk-A7C2DCE4.cjs").chunk_FZZUDDWV;
var import_chunk_0722AEF2 = require("./chunk-0722AEF2.cjs").chunk_HQJHKSVR;
var import_chunk_6D9B2BDF2 = require("./chunk-6D9B2BDF.cjs").chunk_KRZWIFVR;
var import_chunk_EA47D034 = require("./chunk-EA47D034.cjs").chunk_E3PGXMDL;
var import_chunk_439F88D82 = require("./chunk-439F88D8.cjs").chunk_W7ECAJ5W;
var import_chunk_E7E632612 = require("./chunk-E7E63261.cjs").chunk_5YZ4WNU6;
var import_chunk_E7E632613 = require("./chunk-E7E63261.cjs").chunk_OEK5FYWZ;
var import_chunk_R2HSE3F3 = require("./chunk-R2HSE3F3.cjs").chunk_R2HSE3F3;
var import_chunk_CF656EE4 = require("./chunk-CF656EE4.cjs").chunk_PC4MX4V7;
var import_chunk_EA47D0342 = require("./chunk-EA47D034.cjs").chunk_55ZXGT2M;
var import_chunk_EA47D0343 = require("./chunk-EA47D034.cjs").chunk_B5YHRYI7;
var import_chunk_BIEF65K5 = require("./chunk-BIEF65K5.cjs").chunk_BIEF65K5;
var import_cli = require("../cli.cjs").chunk_FZ44G4XJ;
var import_chunk_EA47D0344 = require("./chunk-EA47D034.cjs").chunk_UESRXYTB;
var import_chunk_EA47D0345 = require("./chunk-EA47D034.cjs").chunk_3ZQSXCLB;
var import_chunk_CF656EE42 = require("./chunk-CF656EE4.cjs").chunk_CRLEFTAS;
var import_chunk_2BC21E11 = require("./chunk-2BC21E11.cjs").chunk_COQYJIF4;
var import_chunk_CF656EE43 = require("./chunk-CF656EE4.cjs").chunk_LLW3E7RW;
var import_cli2 = require("../cli.cjs").chunk_SO3KANTK;
var import_cli3 = require("../cli.cjs").chunk_GEUJANHY;
var import_chunk_2BC21E112 = require("./chunk-2BC21E11.cjs").chunk_M3WSMIIZ;
var import_chunk_CF656EE44 = require("./chunk-CF656EE4.cjs").chunk_PO7UBJRE;
var import_cli4 = require("../cli.cjs").chunk_QW7UKFTH;
var import_cli5 = require("../cli.cjs").chunk_4NFOMFHU;
var import_chunk_LISJZMXW = require("./chunk-LISJZMXW.cjs").chunk_LISJZMXW;
var import_cli6 = require("../cli.cjs").chunk_TO5RH7DJ;
var import_cli7 = require("../cli.cjs").chunk_HJAZFC2R;
var import_node_path = process.getBuiltinModule("node:path");
var import_node_path2 = process.getBuiltinModule("node:path");
var import_node_path3 = process.getBuiltinModule("node:path");

var __defProp2 = Object.defineProperty;
var __export2 = (target, all) => {
  for (var name in all)
    __defProp2(target, name, { get: all[name], enumerable: true });
};
var witness_YV63HW2X_exports = {};
__export2(witness_YV63HW2X_exports, {
  witnessServe: () => witnessServe
});
var MAX_STATE_BYTES = 1024;
var SIZE_TYPE = "text/x.tlog.size";
var TEXT_TYPE = "text/plain; charset=utf-8";
async function openWitness(options) {
  const last = /* @__PURE__ */ new Map();
  for (const { name } of options.logs) {
    const bytes = await (0, import_chunk_2BC21E112.readFileIfThere)(pathOf(options.folder, name), MAX_STATE_BYTES);
    if (bytes) last.set(name, (0, import_chunk_439F88D82.parseCheckpointText)((0, import_cli5.decodeUtf8)(bytes)));
  }
  let line = Promise.resolve();
  const add = async (body) => {
    const judgement = judge(options.logs, last, body);
    if (judgement.kind !== "continues") return refusalOf(judgement);
    const { checkpoint, note } = judgement;
    await (0, import_chunk_2BC21E112.writeFileAtomic)(pathOf(options.folder, checkpoint.origin), (0, import_chunk_439F88D82.emitCheckpointText)(checkpoint), 384);
    last.set(checkpoint.origin, checkpoint);
    const { verifier, key } = options.key;
    const time = Math.floor(options.clock.now() / import_cli3.SECOND);
    const signature = (0, import_chunk_6D9B2BDF2.cosign)(note, verifier.name, key, time);
    const lines = (0, import_chunk_439F88D82.emitNote)({ text: "", signatures: [signature] }).slice(1);
    return { status: import_coordinator_10896918.WITNESS_STATUS.continues, type: TEXT_TYPE, body: lines };
  };
  return {
    addCheckpoint(body) {
      const turn = line.then(() => add(body));
      line = turn.catch(() => void 0);
      return turn;
    }
  };
}
function judge(logs, last, body) {
  try {
    return (0, import_coordinator_10896918.judgeAddCheckpoint)((0, import_coordinator_10896918.parseAddCheckpoint)(body), logs, (origin) => last.get(origin));
  } catch (error) {
    if (error instanceof import_cli6.SallyportError && error.code === "ENCODING_INVALID") return { kind: "malformed" };
    throw error;
  }
}
function refusalOf(judgement) {
  const status = import_coordinator_10896918.WITNESS_STATUS[judgement.kind];
  if (judgement.kind === "conflict") return { status, type: SIZE_TYPE, body: `${judgement.size}
` };
  return { status, type: TEXT_TYPE, body: `${judgement.kind}
` };
}
function pathOf(folder, origin) {
  return (0, import_node_path2.join)(folder, `${(0, import_cli4.sha256Hex)((0, import_cli5.encodeUtf8)(origin))}.checkpoint`);
}
var FORM = /^PRIVATE\+KEY\+([^+\s]{1,255})\+([0-9a-f]{8})\+([A-Za-z0-9+/]{44})\n$/;
async function openWitnessKey(folder, name, random) {
  const path = (0, import_node_path3.join)(folder, "witness.key");
  const bytes = await (0, import_chunk_2BC21E112.readFileIfThere)(path, 1024);
  if (!bytes) return makeKey(path, name, random);
  const known = parse((0, import_cli5.decodeUtf8)(bytes), path);
  if (name === void 0 || name === known.verifier.name) return known;
  throw usage(`${path} is the key of ${known.verifier.name}, not of ${name}`);
}
async function makeKey(path, name, random) {
  if (name === void 0 || !/^[^+\s]{1,255}$/.test(name)) {
    throw usage('a new witness needs --name NAME, without spaces and "+", such as witness.example/w1');
  }
  const seed = random.bytes(32);
  const made = keyOf(name, seed);
  const encoded = (0, import_cli5.encodeBase64)((0, import_cli5.concatBytes)(Uint8Array.of(import_chunk_439F88D82.SIGNATURE_TYPES.cosignature), seed));
  await (0, import_chunk_2BC21E112.createFile)(path, `PRIVATE+KEY+${name}+${(0, import_cli5.encodeHex)((0, import_chunk_439F88D82.noteKeyId)(made.verifier))}+${encoded}
`, 384);
  return made;
}
function parse(text, path) {
  const match = FORM.exec(text);
  const bytes = match && (0, import_cli5.decodeBase64)(match[3]);
  if (match && bytes?.[0] === import_chunk_439F88D82.SIGNATURE_TYPES.cosignature) {
    const found = keyOf(match[1], bytes.slice(1));
    if ((0, import_cli5.encodeHex)((0, import_chunk_439F88D82.noteKeyId)(found.verifier)) === match[2]) return found;
  }
  throw new import_cli6.SallyportError("KEY_INVALID", { message: `${path} is no key of a witness` });
}
function keyOf(name, seed) {
  const key = (0, import_chunk_BIEF65K5.ed25519KeyPair)(seed);
  return { key, verifier: { name, type: import_chunk_439F88D82.SIGNATURE_TYPES.cosignature, publicKey: key.publicKey } };
}
function usage(message) {
  return new import_cli6.SallyportError("USAGE", { message, help: "see: sallyport witness serve --help" });
}
var RATE = { burst: 60, perSecond: 20, maxSources: 1e4 };
var MAX_CONNECTIONS = 256;
function startWitnessServer(options) {
  const rate = (0, import_coordinator_10896918.createRateLimit)(RATE);
  const limits = { headersTimeout: 5 * import_cli3.SECOND, requestTimeout: 10 * import_cli3.SECOND };
  const server = (0, (process.getBuiltinModule("node:http")).createServer)(limits, (request, response) => {
    const source = request.socket.remoteAddress ?? "";
    const isLimited = !rate.take(source, options.clock.monotonic());
    answer(options, request, isLimited).then(
      ({ status, type, body }) => response.writeHead(status, { "content-type": type }).end(body),
      (thrown) => {
        const level = request.complete ? "error" : "debug";
        options.diagnostics.log(level, "a checkpoint could not be judged", { error: (0, import_cli6.messageOf)(thrown) });
        response.writeHead(500).end();
      }
    );
  });
  server.maxConnections = MAX_CONNECTIONS;
  return (0, import_coordinator_10896918.listenAt)(server, options, { failure: "the witness cannot listen", option: "--listen" });
}
async function answer({ witness, diagnostics }, request, isLimited) {
  if (isLimited) return refused(429);
  if (request.url !== import_coordinator_10896918.ADD_CHECKPOINT_PATH) return refused(404);
  if (request.method !== "POST") return refused(405);
  const body = await readBounded(request);
  if (!body) return refused(413);
  const given = await witness.addCheckpoint(body);
  diagnostics.log(given.status === 200 ? "debug" : "info", "a checkpoint was judged", {
    status: given.status
  });
  return given;
}
async function readBounded(request) {
  const chunks = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > import_coordinator_10896918.MAX_ADD_CHECKPOINT_BYTES) return void 0;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
function refused(status) {
  return { status, type: "text/plain; charset=utf-8", body: "" };
}
var DEFAULT_LISTEN = "127.0.0.1:8450";
var witnessServe = {
  name: "witness serve",
  summary: "Cosign checkpoints of logs that were only added to (C2SP tlog-witness).",
  details: 'Keep it away from the coordinator: on another machine, with other people. It remembers the last checkpoint of\neach log and cosigns only what continues it. The ready line names its verifier key, which the coordinator is given\nwith --witness and agents in their trust file. A log is named by its verifier key: "log verify --trust" prints it.',
  options: ["data", "listen", "name", "log", "verbose"],
  examples: [
    "sallyport witness serve --data /var/lib/sallyport-witness --name witness.example/w1 --listen 0.0.0.0:8450 --log sallyport.dev/log/\u2026+\u2026+\u2026"
  ],
  async run({ options, ports }) {
    if (options.data === void 0) throw usage2("--data DIR is missing");
    const logs = (options.log ?? []).map(import_chunk_439F88D82.parseVerifierKey);
    if (logs.length === 0)
      throw usage2("--log KEY names a log whose checkpoints are cosigned; it may be repeated");
    const folder = (0, import_node_path.resolve)(ports.cwd, options.data);
    await (0, import_chunk_2BC21E112.makePrivateFolder)(folder);
    const unlock = (0, import_chunk_A5BHWNUW.lockDataDirectory)(folder);
    const { clock, diagnostics, random, signal } = ports;
    try {
      const key = await openWitnessKey(folder, options.name, random);
      const witness = await openWitness({ folder, key, logs, clock });
      const { host, port } = (0, import_coordinator_10896918.parseListen)(options.listen ?? DEFAULT_LISTEN, "listen");
      const server = await startWitnessServer({ witness, host, port, clock, diagnostics });
      const verifier = (0, import_chunk_439F88D82.formatVerifierKey)(key.verifier);
      ports.stdout(`${JSON.stringify({ version: 1, port: server.port, verifier })}
`);
      diagnostics.log("info", "the witness serves", { port: server.port, verifier });
      await aborted(signal);
      await server.close();
      return import_cli6.EXIT.ok;
    } finally {
      unlock();
    }
  }
};
function aborted(signal) {
  return new Promise((resolve2) => {
    if (signal.aborted) resolve2();
    else signal.addEventListener("abort", () => resolve2(), { once: true });
  });
}
function usage2(message) {
  return new import_cli6.SallyportError("USAGE", { message, help: "see: sallyport witness serve --help" });
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  witness_YV63HW2X
});
