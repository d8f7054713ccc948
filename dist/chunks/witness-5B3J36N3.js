const __bundleUrl = new URL('cli.js', import.meta.url.replace(/chunks\/[^/]+$/, '')).href
const require = process.getBuiltinModule('node:module').createRequire(__bundleUrl)
import {
  ADD_CHECKPOINT_PATH,
  MAX_ADD_CHECKPOINT_BYTES,
  WITNESS_STATUS,
  createRateLimit,
  judgeAddCheckpoint,
  listenAt,
  parseAddCheckpoint,
  parseListen
} from "./chunk-LSGKGP5U.js";
import "./chunk-Q3BI56NP.js";
import "./chunk-X235TL25.js";
import {
  lockDataDirectory
} from "./chunk-5EJRAA7G.js";
import "./chunk-Q52YI74I.js";
import "./chunk-GZLGKUCQ.js";
import "./chunk-7COOXVHN.js";
import "./chunk-2RVQGWLA.js";
import "./chunk-AF2YRSHN.js";
import "./chunk-YCFJPTIN.js";
import "./chunk-7MY364S2.js";
import "./chunk-HSUPV75H.js";
import "./chunk-JODB43BX.js";
import "./chunk-PNBZD6SV.js";
import "./chunk-XMHKMNK5.js";
import "./chunk-PZRER65M.js";
import "./chunk-373QJJLG.js";
import {
  cosign
} from "./chunk-TCZPFBKV.js";
import "./chunk-HSV5RDCE.js";
import "./chunk-VKKUJFGE.js";
import "./chunk-GSPZSG4H.js";
import {
  SIGNATURE_TYPES,
  emitCheckpointText,
  emitNote,
  formatVerifierKey,
  noteKeyId,
  parseCheckpointText,
  parseVerifierKey
} from "./chunk-YDARPOJS.js";
import "./chunk-LSFF2WNL.js";
import "./chunk-RMXBN5WW.js";
import "./chunk-334BH3EO.js";
import "./chunk-GKX7OSAF.js";
import "./chunk-BOR45FXJ.js";
import "./chunk-PK2JAWJN.js";
import "./chunk-4S2DTRWF.js";
import "./chunk-4GZJ36TC.js";
import "./chunk-CU3PBIPB.js";
import "./chunk-P4375TVH.js";
import {
  ed25519KeyPair
} from "./chunk-ZYFGNLJL.js";
import "./chunk-SBZZULRJ.js";
import "./chunk-XHCMOUYR.js";
import "./chunk-7YEXSHNJ.js";
import "./chunk-V4X75XZ6.js";
import "./chunk-MWXHRMN2.js";
import {
  createFile,
  makePrivateFolder,
  readFileIfThere,
  writeFileAtomic
} from "./chunk-RWTYN6AN.js";
import "./chunk-NGN44GDH.js";
import "./chunk-USSEVVQ4.js";
import "./chunk-SKPPTWLY.js";
import {
  SECOND
} from "./chunk-NNHBBYKH.js";
import "./chunk-EQ5RKL3W.js";
import {
  sha256Hex
} from "./chunk-MGJ2JUMM.js";
import {
  concatBytes,
  decodeBase64,
  decodeUtf8,
  encodeBase64,
  encodeHex,
  encodeUtf8
} from "./chunk-VOIAD42L.js";
import {
  EXIT,
  SallyportError,
  messageOf
} from "./chunk-XELNXD6A.js";
import "./chunk-BRIVT672.js";

// src/verbs/witness.ts
const { resolve } = process.getBuiltinModule("node:path");

// src/coordinator/witness/witness.ts
const { join } = process.getBuiltinModule("node:path");
var MAX_STATE_BYTES = 1024;
var SIZE_TYPE = "text/x.tlog.size";
var TEXT_TYPE = "text/plain; charset=utf-8";
async function openWitness(options) {
  const last = /* @__PURE__ */ new Map();
  for (const { name } of options.logs) {
    const bytes = await readFileIfThere(pathOf(options.folder, name), MAX_STATE_BYTES);
    if (bytes) last.set(name, parseCheckpointText(decodeUtf8(bytes)));
  }
  let line = Promise.resolve();
  const add = async (body) => {
    const judgement = judge(options.logs, last, body);
    if (judgement.kind !== "continues") return refusalOf(judgement);
    const { checkpoint, note } = judgement;
    await writeFileAtomic(pathOf(options.folder, checkpoint.origin), emitCheckpointText(checkpoint), 384);
    last.set(checkpoint.origin, checkpoint);
    const { verifier, key } = options.key;
    const time = Math.floor(options.clock.now() / SECOND);
    const signature = cosign(note, verifier.name, key, time);
    const lines = emitNote({ text: "", signatures: [signature] }).slice(1);
    return { status: WITNESS_STATUS.continues, type: TEXT_TYPE, body: lines };
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
    return judgeAddCheckpoint(parseAddCheckpoint(body), logs, (origin) => last.get(origin));
  } catch (error) {
    if (error instanceof SallyportError && error.code === "ENCODING_INVALID") return { kind: "malformed" };
    throw error;
  }
}
function refusalOf(judgement) {
  const status = WITNESS_STATUS[judgement.kind];
  if (judgement.kind === "conflict") return { status, type: SIZE_TYPE, body: `${judgement.size}
` };
  return { status, type: TEXT_TYPE, body: `${judgement.kind}
` };
}
function pathOf(folder, origin) {
  return join(folder, `${sha256Hex(encodeUtf8(origin))}.checkpoint`);
}

// src/coordinator/witness/witness-key.ts
const { join: join2 } = process.getBuiltinModule("node:path");
var FORM = /^PRIVATE\+KEY\+([^+\s]{1,255})\+([0-9a-f]{8})\+([A-Za-z0-9+/]{44})\n$/;
async function openWitnessKey(folder, name, random) {
  const path = join2(folder, "witness.key");
  const bytes = await readFileIfThere(path, 1024);
  if (!bytes) return makeKey(path, name, random);
  const known = parse(decodeUtf8(bytes), path);
  if (name === void 0 || name === known.verifier.name) return known;
  throw usage(`${path} is the key of ${known.verifier.name}, not of ${name}`);
}
async function makeKey(path, name, random) {
  if (name === void 0 || !/^[^+\s]{1,255}$/.test(name)) {
    throw usage('a new witness needs --name NAME, without spaces and "+", such as witness.example/w1');
  }
  const seed = random.bytes(32);
  const made = keyOf(name, seed);
  const encoded = encodeBase64(concatBytes(Uint8Array.of(SIGNATURE_TYPES.cosignature), seed));
  await createFile(path, `PRIVATE+KEY+${name}+${encodeHex(noteKeyId(made.verifier))}+${encoded}
`, 384);
  return made;
}
function parse(text, path) {
  const match = FORM.exec(text);
  const bytes = match && decodeBase64(match[3]);
  if (match && bytes?.[0] === SIGNATURE_TYPES.cosignature) {
    const found = keyOf(match[1], bytes.slice(1));
    if (encodeHex(noteKeyId(found.verifier)) === match[2]) return found;
  }
  throw new SallyportError("KEY_INVALID", { message: `${path} is no key of a witness` });
}
function keyOf(name, seed) {
  const key = ed25519KeyPair(seed);
  return { key, verifier: { name, type: SIGNATURE_TYPES.cosignature, publicKey: key.publicKey } };
}
function usage(message) {
  return new SallyportError("USAGE", { message, help: "see: sallyport witness serve --help" });
}

// src/coordinator/witness/witness-server.ts
const { createServer } = process.getBuiltinModule("node:http");
var RATE = { burst: 60, perSecond: 20, maxSources: 1e4 };
var MAX_CONNECTIONS = 256;
function startWitnessServer(options) {
  const rate = createRateLimit(RATE);
  const limits = { headersTimeout: 5 * SECOND, requestTimeout: 10 * SECOND };
  const server = createServer(limits, (request, response) => {
    const source = request.socket.remoteAddress ?? "";
    const isLimited = !rate.take(source, options.clock.monotonic());
    answer(options, request, isLimited).then(
      ({ status, type, body }) => response.writeHead(status, { "content-type": type }).end(body),
      (thrown) => {
        const level = request.complete ? "error" : "debug";
        options.diagnostics.log(level, "a checkpoint could not be judged", { error: messageOf(thrown) });
        response.writeHead(500).end();
      }
    );
  });
  server.maxConnections = MAX_CONNECTIONS;
  return listenAt(server, options, { failure: "the witness cannot listen", option: "--listen" });
}
async function answer({ witness, diagnostics }, request, isLimited) {
  if (isLimited) return refused(429);
  if (request.url !== ADD_CHECKPOINT_PATH) return refused(404);
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
    if (size > MAX_ADD_CHECKPOINT_BYTES) return void 0;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
function refused(status) {
  return { status, type: "text/plain; charset=utf-8", body: "" };
}

// src/verbs/witness.ts
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
    const logs = (options.log ?? []).map(parseVerifierKey);
    if (logs.length === 0)
      throw usage2("--log KEY names a log whose checkpoints are cosigned; it may be repeated");
    const folder = resolve(ports.cwd, options.data);
    await makePrivateFolder(folder);
    const unlock = lockDataDirectory(folder);
    const { clock, diagnostics, random, signal } = ports;
    try {
      const key = await openWitnessKey(folder, options.name, random);
      const witness = await openWitness({ folder, key, logs, clock });
      const { host, port } = parseListen(options.listen ?? DEFAULT_LISTEN, "listen");
      const server = await startWitnessServer({ witness, host, port, clock, diagnostics });
      const verifier = formatVerifierKey(key.verifier);
      ports.stdout(`${JSON.stringify({ version: 1, port: server.port, verifier })}
`);
      diagnostics.log("info", "the witness serves", { port: server.port, verifier });
      await aborted(signal);
      await server.close();
      return EXIT.ok;
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
  return new SallyportError("USAGE", { message, help: "see: sallyport witness serve --help" });
}
export {
  witnessServe
};
