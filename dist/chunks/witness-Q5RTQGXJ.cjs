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
  witnessServe: () => witnessServe
});
module.exports = stdin_exports;
var import_chunk_KGOLBRMQ = require("./chunk-KGOLBRMQ.cjs");
var import_chunk_F5PXVV5W = require("./chunk-F5PXVV5W.cjs");
var import_chunk_6AYVNW6U = require("./chunk-6AYVNW6U.cjs");
var import_chunk_65UCGIVB = require("./chunk-65UCGIVB.cjs");
var import_chunk_OFVEZVAZ = require("./chunk-OFVEZVAZ.cjs");
var import_chunk_LNHPNCQJ = require("./chunk-LNHPNCQJ.cjs");
var import_chunk_BNKIGCNV = require("./chunk-BNKIGCNV.cjs");
var import_chunk_P5Y3727L = require("./chunk-P5Y3727L.cjs");
var import_chunk_ZYJHKVA7 = require("./chunk-ZYJHKVA7.cjs");
var import_chunk_Y2L2NAT7 = require("./chunk-Y2L2NAT7.cjs");
var import_chunk_ZXGMBMKT = require("./chunk-ZXGMBMKT.cjs");
var import_chunk_BBZH2QS2 = require("./chunk-BBZH2QS2.cjs");
var import_chunk_AXPTAZ2E = require("./chunk-AXPTAZ2E.cjs");
var import_chunk_TFFOW3OJ = require("./chunk-TFFOW3OJ.cjs");
var import_chunk_HL23BLP4 = require("./chunk-HL23BLP4.cjs");
var import_chunk_LN64JXY7 = require("./chunk-LN64JXY7.cjs");
var import_chunk_QAKKENVC = require("./chunk-QAKKENVC.cjs");
var import_chunk_DLDCVKX6 = require("./chunk-DLDCVKX6.cjs");
var import_chunk_HWYOMYN6 = require("./chunk-HWYOMYN6.cjs");
var import_chunk_BGKKW6X2 = require("./chunk-BGKKW6X2.cjs");
var import_chunk_5RE62PDQ = require("./chunk-5RE62PDQ.cjs");
var import_chunk_FZZUDDWV = require("./chunk-FZZUDDWV.cjs");
var import_chunk_T6RIR5MA = require("./chunk-T6RIR5MA.cjs");
var import_chunk_UWHXMD75 = require("./chunk-UWHXMD75.cjs");
var import_chunk_HQJHKSVR = require("./chunk-HQJHKSVR.cjs");
var import_chunk_T4TT3RT5 = require("./chunk-T4TT3RT5.cjs");
var import_chunk_E3PGXMDL = require("./chunk-E3PGXMDL.cjs");
var import_chunk_W7ECAJ5W = require("./chunk-W7ECAJ5W.cjs");
var import_chunk_5YZ4WNU6 = require("./chunk-5YZ4WNU6.cjs");
var import_chunk_OEK5FYWZ = require("./chunk-OEK5FYWZ.cjs");
var import_chunk_RC7NUSGF = require("./chunk-RC7NUSGF.cjs");
var import_chunk_55ZXGT2M = require("./chunk-55ZXGT2M.cjs");
var import_chunk_B5YHRYI7 = require("./chunk-B5YHRYI7.cjs");
var import_chunk_BIEF65K5 = require("./chunk-BIEF65K5.cjs");
var import_chunk_FZ44G4XJ = require("./chunk-FZ44G4XJ.cjs");
var import_chunk_UESRXYTB = require("./chunk-UESRXYTB.cjs");
var import_chunk_3ZQSXCLB = require("./chunk-3ZQSXCLB.cjs");
var import_chunk_CRLEFTAS = require("./chunk-CRLEFTAS.cjs");
var import_chunk_COQYJIF4 = require("./chunk-COQYJIF4.cjs");
var import_chunk_LLW3E7RW = require("./chunk-LLW3E7RW.cjs");
var import_chunk_SO3KANTK = require("./chunk-SO3KANTK.cjs");
var import_chunk_GEUJANHY = require("./chunk-GEUJANHY.cjs");
var import_chunk_M3WSMIIZ = require("./chunk-M3WSMIIZ.cjs");
var import_chunk_PO7UBJRE = require("./chunk-PO7UBJRE.cjs");
var import_chunk_QW7UKFTH = require("./chunk-QW7UKFTH.cjs");
var import_chunk_4NFOMFHU = require("./chunk-4NFOMFHU.cjs");
var import_chunk_LISJZMXW = require("./chunk-LISJZMXW.cjs");
var import_chunk_TO5RH7DJ = require("./chunk-TO5RH7DJ.cjs");
var import_chunk_HJAZFC2R = require("./chunk-HJAZFC2R.cjs");
var import_node_path = process.getBuiltinModule("node:path");
var import_node_path2 = process.getBuiltinModule("node:path");
var import_node_path3 = process.getBuiltinModule("node:path");

var MAX_STATE_BYTES = 1024;
var SIZE_TYPE = "text/x.tlog.size";
var TEXT_TYPE = "text/plain; charset=utf-8";
async function openWitness(options) {
  const last = /* @__PURE__ */ new Map();
  for (const { name } of options.logs) {
    const bytes = await (0, import_chunk_M3WSMIIZ.readFileIfThere)(pathOf(options.folder, name), MAX_STATE_BYTES);
    if (bytes) last.set(name, (0, import_chunk_W7ECAJ5W.parseCheckpointText)((0, import_chunk_4NFOMFHU.decodeUtf8)(bytes)));
  }
  let line = Promise.resolve();
  const add = async (body) => {
    const judgement = judge(options.logs, last, body);
    if (judgement.kind !== "continues") return refusalOf(judgement);
    const { checkpoint, note } = judgement;
    await (0, import_chunk_M3WSMIIZ.writeFileAtomic)(pathOf(options.folder, checkpoint.origin), (0, import_chunk_W7ECAJ5W.emitCheckpointText)(checkpoint), 384);
    last.set(checkpoint.origin, checkpoint);
    const { verifier, key } = options.key;
    const time = Math.floor(options.clock.now() / import_chunk_GEUJANHY.SECOND);
    const signature = (0, import_chunk_T4TT3RT5.cosign)(note, verifier.name, key, time);
    const lines = (0, import_chunk_W7ECAJ5W.emitNote)({ text: "", signatures: [signature] }).slice(1);
    return { status: import_chunk_KGOLBRMQ.WITNESS_STATUS.continues, type: TEXT_TYPE, body: lines };
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
    return (0, import_chunk_KGOLBRMQ.judgeAddCheckpoint)((0, import_chunk_KGOLBRMQ.parseAddCheckpoint)(body), logs, (origin) => last.get(origin));
  } catch (error) {
    if (error instanceof import_chunk_TO5RH7DJ.SallyportError && error.code === "ENCODING_INVALID") return { kind: "malformed" };
    throw error;
  }
}
function refusalOf(judgement) {
  const status = import_chunk_KGOLBRMQ.WITNESS_STATUS[judgement.kind];
  if (judgement.kind === "conflict") return { status, type: SIZE_TYPE, body: `${judgement.size}
` };
  return { status, type: TEXT_TYPE, body: `${judgement.kind}
` };
}
function pathOf(folder, origin) {
  return (0, import_node_path2.join)(folder, `${(0, import_chunk_QW7UKFTH.sha256Hex)((0, import_chunk_4NFOMFHU.encodeUtf8)(origin))}.checkpoint`);
}
var FORM = /^PRIVATE\+KEY\+([^+\s]{1,255})\+([0-9a-f]{8})\+([A-Za-z0-9+/]{44})\n$/;
async function openWitnessKey(folder, name, random) {
  const path = (0, import_node_path3.join)(folder, "witness.key");
  const bytes = await (0, import_chunk_M3WSMIIZ.readFileIfThere)(path, 1024);
  if (!bytes) return makeKey(path, name, random);
  const known = parse((0, import_chunk_4NFOMFHU.decodeUtf8)(bytes), path);
  if (name === void 0 || name === known.verifier.name) return known;
  throw usage(`${path} is the key of ${known.verifier.name}, not of ${name}`);
}
async function makeKey(path, name, random) {
  if (name === void 0 || !/^[^+\s]{1,255}$/.test(name)) {
    throw usage('a new witness needs --name NAME, without spaces and "+", such as witness.example/w1');
  }
  const seed = random.bytes(32);
  const made = keyOf(name, seed);
  const encoded = (0, import_chunk_4NFOMFHU.encodeBase64)((0, import_chunk_4NFOMFHU.concatBytes)(Uint8Array.of(import_chunk_W7ECAJ5W.SIGNATURE_TYPES.cosignature), seed));
  await (0, import_chunk_M3WSMIIZ.createFile)(path, `PRIVATE+KEY+${name}+${(0, import_chunk_4NFOMFHU.encodeHex)((0, import_chunk_W7ECAJ5W.noteKeyId)(made.verifier))}+${encoded}
`, 384);
  return made;
}
function parse(text, path) {
  const match = FORM.exec(text);
  const bytes = match && (0, import_chunk_4NFOMFHU.decodeBase64)(match[3]);
  if (match && bytes?.[0] === import_chunk_W7ECAJ5W.SIGNATURE_TYPES.cosignature) {
    const found = keyOf(match[1], bytes.slice(1));
    if ((0, import_chunk_4NFOMFHU.encodeHex)((0, import_chunk_W7ECAJ5W.noteKeyId)(found.verifier)) === match[2]) return found;
  }
  throw new import_chunk_TO5RH7DJ.SallyportError("KEY_INVALID", { message: `${path} is no key of a witness` });
}
function keyOf(name, seed) {
  const key = (0, import_chunk_BIEF65K5.ed25519KeyPair)(seed);
  return { key, verifier: { name, type: import_chunk_W7ECAJ5W.SIGNATURE_TYPES.cosignature, publicKey: key.publicKey } };
}
function usage(message) {
  return new import_chunk_TO5RH7DJ.SallyportError("USAGE", { message, help: "see: sallyport witness serve --help" });
}
var RATE = { burst: 60, perSecond: 20, maxSources: 1e4 };
var MAX_CONNECTIONS = 256;
function startWitnessServer(options) {
  const rate = (0, import_chunk_KGOLBRMQ.createRateLimit)(RATE);
  const limits = { headersTimeout: 5 * import_chunk_GEUJANHY.SECOND, requestTimeout: 10 * import_chunk_GEUJANHY.SECOND };
  const server = (0, (process.getBuiltinModule("node:http")).createServer)(limits, (request, response) => {
    const source = request.socket.remoteAddress ?? "";
    const isLimited = !rate.take(source, options.clock.monotonic());
    answer(options, request, isLimited).then(
      ({ status, type, body }) => response.writeHead(status, { "content-type": type }).end(body),
      (thrown) => {
        const level = request.complete ? "error" : "debug";
        options.diagnostics.log(level, "a checkpoint could not be judged", { error: (0, import_chunk_TO5RH7DJ.messageOf)(thrown) });
        response.writeHead(500).end();
      }
    );
  });
  server.maxConnections = MAX_CONNECTIONS;
  return (0, import_chunk_KGOLBRMQ.listenAt)(server, options, { failure: "the witness cannot listen", option: "--listen" });
}
async function answer({ witness, diagnostics }, request, isLimited) {
  if (isLimited) return refused(429);
  if (request.url !== import_chunk_KGOLBRMQ.ADD_CHECKPOINT_PATH) return refused(404);
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
    if (size > import_chunk_KGOLBRMQ.MAX_ADD_CHECKPOINT_BYTES) return void 0;
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
    const logs = (options.log ?? []).map(import_chunk_W7ECAJ5W.parseVerifierKey);
    if (logs.length === 0)
      throw usage2("--log KEY names a log whose checkpoints are cosigned; it may be repeated");
    const folder = (0, import_node_path.resolve)(ports.cwd, options.data);
    await (0, import_chunk_M3WSMIIZ.makePrivateFolder)(folder);
    const unlock = (0, import_chunk_6AYVNW6U.lockDataDirectory)(folder);
    const { clock, diagnostics, random, signal } = ports;
    try {
      const key = await openWitnessKey(folder, options.name, random);
      const witness = await openWitness({ folder, key, logs, clock });
      const { host, port } = (0, import_chunk_KGOLBRMQ.parseListen)(options.listen ?? DEFAULT_LISTEN, "listen");
      const server = await startWitnessServer({ witness, host, port, clock, diagnostics });
      const verifier = (0, import_chunk_W7ECAJ5W.formatVerifierKey)(key.verifier);
      ports.stdout(`${JSON.stringify({ version: 1, port: server.port, verifier })}
`);
      diagnostics.log("info", "the witness serves", { port: server.port, verifier });
      await aborted(signal);
      await server.close();
      return import_chunk_TO5RH7DJ.EXIT.ok;
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
  return new import_chunk_TO5RH7DJ.SallyportError("USAGE", { message, help: "see: sallyport witness serve --help" });
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  witnessServe
});
