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
  deploy_GWZJHSWY: () => deploy_GWZJHSWY_exports
});
module.exports = stdin_exports;
var import_chunk_76DE3E2D = require("./chunk-76DE3E2D.cjs").chunk_MGAQQ4LA;
var import_chunk_E7E63261 = require("./chunk-E7E63261.cjs").chunk_LN64JXY7;
var import_chunk_76DE3E2D2 = require("./chunk-76DE3E2D.cjs").chunk_YOEIK7MY;
var import_chunk_SQLSEXLK = require("./chunk-SQLSEXLK.cjs").chunk_SQLSEXLK;
var import_chunk_76DE3E2D3 = require("./chunk-76DE3E2D.cjs").chunk_AXVZ4JEX;
var import_chunk_76DE3E2D4 = require("./chunk-76DE3E2D.cjs").chunk_Q7W3GSYR;
var import_chunk_393AA2AF = require("./chunk-393AA2AF.cjs").chunk_LADPJ4KD;
var import_chunk_38EDD590 = require("./chunk-38EDD590.cjs").chunk_Y2L2NAT7;
var import_chunk_38EDD5902 = require("./chunk-38EDD590.cjs").chunk_ZXGMBMKT;
var import_chunk_8A5887D9 = require("./chunk-8A5887D9.cjs").chunk_AXPTAZ2E;
var import_chunk_8A5887D92 = require("./chunk-8A5887D9.cjs").chunk_BBZH2QS2;
var import_chunk_8A5887D93 = require("./chunk-8A5887D9.cjs").chunk_TFFOW3OJ;
var import_chunk_T6RIR5MA = require("./chunk-T6RIR5MA.cjs").chunk_T6RIR5MA;
var import_chunk_2YFZQ4YB = require("./chunk-2YFZQ4YB.cjs").chunk_2YFZQ4YB;
var import_chunk_2ZL3UNZA = require("./chunk-2ZL3UNZA.cjs").chunk_2ZL3UNZA;
var import_chunk_A7C2DCE4 = require("./chunk-A7C2DCE4.cjs").chunk_QWNYZ5AQ;
var import_chunk_A7C2DCE42 = require("./chunk-A7C2DCE4.cjs").chunk_UWHXMD75;
var import_chunk_0722AEF2 = require("./chunk-0722AEF2.cjs").chunk_NX2LOS6S;
var import_chunk_8C92F723 = require("./chunk-8C92F723.cjs").chunk_T4JFZ2LE;
var import_chunk_8C92F7232 = require("./chunk-8C92F723.cjs").chunk_DB7LFUPW;
var import_chunk_8C92F7233 = require("./chunk-8C92F723.cjs").chunk_CBR347CW;
var import_chunk_8A5887D94 = require("./chunk-8A5887D9.cjs").chunk_LUEEAS33;
var import_chunk_8A5887D95 = require("./chunk-8A5887D9.cjs").chunk_DLDCVKX6;
var import_chunk_8A5887D96 = require("./chunk-8A5887D9.cjs").chunk_BGKKW6X2;
var import_chunk_A7C2DCE43 = require("./chunk-A7C2DCE4.cjs").chunk_5RE62PDQ;
var import_chunk_A7C2DCE44 = require("./chunk-A7C2DCE4.cjs").chunk_FZZUDDWV;
var import_chunk_A7C2DCE45 = require("./chunk-A7C2DCE4.cjs").chunk_LX6I7H3G;
var import_chunk_8F5DD029 = require("./chunk-8F5DD029.cjs").chunk_ZQXX2OND;
var import_chunk_0722AEF22 = require("./chunk-0722AEF2.cjs").chunk_HQJHKSVR;
var import_chunk_EA47D034 = require("./chunk-EA47D034.cjs").chunk_E3PGXMDL;
var import_chunk_E7E632612 = require("./chunk-E7E63261.cjs").chunk_LUF5PABH;
var import_chunk_E7E632613 = require("./chunk-E7E63261.cjs").chunk_6OL7RJCG;
var import_chunk_E7E632614 = require("./chunk-E7E63261.cjs").chunk_OEK5FYWZ;
var import_chunk_EA47D0342 = require("./chunk-EA47D034.cjs").chunk_55ZXGT2M;
var import_chunk_EA47D0343 = require("./chunk-EA47D034.cjs").chunk_B5YHRYI7;
var import_chunk_BIEF65K5 = require("./chunk-BIEF65K5.cjs").chunk_BIEF65K5;
var import_cli = require("../cli.cjs").chunk_FZ44G4XJ;
var import_chunk_EA47D0344 = require("./chunk-EA47D034.cjs").chunk_UESRXYTB;
var import_chunk_EA47D0345 = require("./chunk-EA47D034.cjs").chunk_3ZQSXCLB;
var import_chunk_CF656EE4 = require("./chunk-CF656EE4.cjs").chunk_CRLEFTAS;
var import_chunk_0722AEF23 = require("./chunk-0722AEF2.cjs").chunk_53KULZZP;
var import_chunk_2BC21E11 = require("./chunk-2BC21E11.cjs").chunk_COQYJIF4;
var import_cli2 = require("../cli.cjs").chunk_SO3KANTK;
var import_cli3 = require("../cli.cjs").chunk_GEUJANHY;
var import_chunk_2BC21E112 = require("./chunk-2BC21E11.cjs").chunk_M3WSMIIZ;
var import_chunk_CF656EE42 = require("./chunk-CF656EE4.cjs").chunk_PO7UBJRE;
var import_cli4 = require("../cli.cjs").chunk_QW7UKFTH;
var import_cli5 = require("../cli.cjs").chunk_4NFOMFHU;
var import_cli6 = require("../cli.cjs").chunk_TO5RH7DJ;
var import_cli7 = require("../cli.cjs").chunk_HJAZFC2R;
var import_node_path = process.getBuiltinModule("node:path");


var import_node_path2 = process.getBuiltinModule("node:path");
var import_node_path3 = process.getBuiltinModule("node:path");
var import_node_fs = process.getBuiltinModule("node:fs");


var __defProp2 = Object.defineProperty;
var __export2 = (target, all) => {
  for (var name in all)
    __defProp2(target, name, { get: all[name], enumerable: true });
};
var deploy_GWZJHSWY_exports = {};
__export2(deploy_GWZJHSWY_exports, {
  deploy: () => deploy
});
var PEOPLE_INTERVAL_MS = 10 * import_cli3.SECOND;
var PEOPLE_TIMEOUT_MS = 60 * import_cli3.MINUTE;
var RECONNECT_PAUSES_MS = [500, import_cli3.SECOND, 2 * import_cli3.SECOND, 4 * import_cli3.SECOND, 7.5 * import_cli3.SECOND];
async function askApprovals(identity, artifacts, wish, progress) {
  const application = artifacts[0].application;
  const measured = [];
  for (const { path } of artifacts) measured.push(await measure(path));
  const reply = await submit(identity, { application, measured, wish }, progress);
  const statements = reply.statements.map((text2) => (0, import_cli5.decodeBase64)(text2));
  checkCount("statements", statements, measured);
  for (const [at, bytes] of statements.entries()) {
    compare((0, import_chunk_E7E632614.parseApprovalStatement)(bytes), { ...measured[at], ...wish, application });
  }
  const tokens = [];
  for (const bytes of statements) tokens.push((await identity.approvalToken(bytes)).reveal());
  const files = await awaitSignatures(identity, reply.submission, tokens, progress);
  checkCount("approvals", files, measured);
  return artifacts.map((artifact, at) => ({
    ...artifact,
    digest: (0, import_cli4.formatDigest)((0, import_chunk_E7E632614.approvalDigest)(statements[at])),
    artifact: measured[at].digest,
    size: measured[at].size,
    file: (0, import_cli5.encodeUtf8)(files[at])
  }));
}
async function measure(path) {
  const { digest, size } = await (0, import_chunk_E7E632613.measureArtifact)(path);
  const name = (0, import_node_path3.basename)(path);
  return { name, digest: (0, import_cli4.formatDigest)(digest), size, mediaType: (0, import_chunk_E7E632613.mediaTypeOf)(name) };
}
async function submit(identity, submission, { onRetry, sleep: sleep2, signal }) {
  for (const pause of RECONNECT_PAUSES_MS) {
    try {
      return await submitOnce(identity, submission);
    } catch (error) {
      if (!isAlone(error)) throw error;
      onRetry(error.message);
      await sleep2(pause);
      signal.throwIfAborted();
    }
  }
  return submitOnce(identity, submission);
}
async function submitOnce(identity, { application, measured, wish }) {
  const { environment, kind, verdict, scope, locations } = wish;
  return (0, import_chunk_393AA2AF.requestApproval)(identity.client, {
    keys: identity.keys,
    token: (await identity.admissionToken(null)).reveal(),
    application,
    environment,
    kind,
    verdict,
    artifacts: measured.map((each) => ({ ...each, scope: { ...scope }, locations: [...locations] }))
  });
}
function isAlone(error) {
  if (!(error instanceof import_cli6.SallyportError) || error.code !== "APPROVAL_REFUSED") return false;
  const { kind, rule } = error.cause ?? {};
  return kind === "refused" && rule === "locations";
}
function checkCount(what, given, wanted) {
  if (given.length === wanted.length) return;
  throw new import_cli6.SallyportError("APPROVAL_REFUSED", {
    message: `the coordinator gave ${given.length} ${what} for ${wanted.length} artifacts`
  });
}
function compare({ subject, predicate }, asked) {
  const pairs = [
    ["digest", `sha256:${subject[0]?.digest.sha256}`, asked.digest],
    ["subjects", subject.length, 1],
    ["size", predicate.artifact.size, asked.size],
    ["media type", predicate.artifact.mediaType, asked.mediaType],
    ["application", predicate.application, asked.application],
    ["environment", predicate.environment, asked.environment],
    ["kind", predicate.kind, asked.kind],
    ["scope", JSON.stringify(sorted(predicate.scope)), JSON.stringify(sorted(asked.scope))]
  ];
  for (const [what, stated, wanted] of pairs) {
    if (stated === wanted) continue;
    throw new import_cli6.SallyportError("APPROVAL_REFUSED", {
      message: `the coordinator's statement has ${what} ${JSON.stringify(stated)}, we asked for ${JSON.stringify(wanted)}: not vouched for`
    });
  }
}
async function awaitSignatures(identity, submission, tokens, { onWaiting, sleep: sleep2, signal }) {
  for (let waited = 0; waited <= PEOPLE_TIMEOUT_MS; waited += PEOPLE_INTERVAL_MS) {
    const reply = await (0, import_chunk_393AA2AF.completeApproval)(identity.client, submission, tokens);
    if (reply.kind === "signed") return reply.approvals;
    onWaiting(reply.given, reply.wanted);
    await sleep2(PEOPLE_INTERVAL_MS);
    signal.throwIfAborted();
  }
  throw new import_cli6.SallyportError("APPROVAL_REFUSED", {
    message: `people did not sign within ${PEOPLE_TIMEOUT_MS / import_cli3.MINUTE} minutes`,
    help: "run the job again once they can"
  });
}
function sorted(labels) {
  return Object.entries(labels).sort(([a], [b]) => a < b ? -1 : 1);
}
function artifactPath(artifact) {
  return `/artifacts/${artifact.slice("sha256:".length)}`;
}
function serveArtifacts(node, artifacts) {
  const http = (0, (process.getBuiltinModule("node:http")).createServer)(artifactListener(artifacts));
  const listener = node.listen(import_chunk_76DE3E2D3.ARTIFACT_PORT, (stream) => http.emit("connection", stream));
  return {
    close() {
      listener.close();
      http.closeAllConnections();
    }
  };
}
function artifactListener(artifacts) {
  const byPath = new Map(artifacts.map((served) => [artifactPath(served.artifact), served]));
  return (request2, response) => answer(byPath, request2, response);
}
function answer(byPath, request2, response) {
  const served = request2.method === "GET" ? byPath.get(request2.url ?? "") : void 0;
  if (!served) {
    response.writeHead(404).end();
    return;
  }
  const start = rangeStart(request2.headers.range, served.size);
  if (start === void 0) {
    response.writeHead(416, { "content-range": `bytes */${served.size}` }).end();
    return;
  }
  const partial = request2.headers.range !== void 0;
  response.writeHead(partial ? 206 : 200, {
    "content-type": "application/octet-stream",
    "content-length": served.size - start,
    "accept-ranges": "bytes",
    ...partial ? { "content-range": `bytes ${start}-${served.size - 1}/${served.size}` } : {}
  });
  if (start >= served.size) {
    response.end();
    return;
  }
  const file = (0, import_node_fs.createReadStream)(served.path, { start, end: served.size - 1 });
  file.on("error", () => response.destroy());
  file.on("end", () => {
    if (start + file.bytesRead === served.size) response.end();
    else response.destroy();
  });
  response.on("close", () => file.destroy());
  file.pipe(response, { end: false });
}
function rangeStart(range, size) {
  if (range === void 0) return 0;
  const match = /^bytes=(\d{1,15})-$/.exec(range);
  const start = Number(match?.[1]);
  return match && start < size ? start : void 0;
}
var text = (0, import_chunk_CF656EE42.string)().max(64 * 1024);
var deploymentAccepted = (0, import_chunk_CF656EE42.looseObject)({
  deployment: (0, import_chunk_CF656EE42.string)().regex(/^[a-z0-9-]{1,64}$/),
  log: (0, import_chunk_CF656EE42.string)().regex(/^\/v1\/deployments\/[a-z0-9-]{1,64}\/log$/),
  receipt: (0, import_chunk_CF656EE42.string)().regex(/^\/v1\/deployments\/[a-z0-9-]{1,64}\/receipt$/)
});
var deploymentRefused = (0, import_chunk_CF656EE42.looseObject)({ error: text, message: text, help: text.nullish() });
var failure = (0, import_chunk_CF656EE42.looseObject)({ code: (0, import_chunk_CF656EE42.string)().max(100), message: text });
var deploymentOutcome = (0, import_chunk_CF656EE42.discriminatedUnion)("kind", [
  (0, import_chunk_CF656EE42.looseObject)({ kind: (0, import_chunk_CF656EE42.literal)("committed") }),
  (0, import_chunk_CF656EE42.looseObject)({ kind: (0, import_chunk_CF656EE42.literal)("already-running") }),
  (0, import_chunk_CF656EE42.looseObject)({ kind: (0, import_chunk_CF656EE42.literal)("revoked") }),
  (0, import_chunk_CF656EE42.looseObject)({ kind: (0, import_chunk_CF656EE42.literal)("refused"), failure }),
  (0, import_chunk_CF656EE42.looseObject)({
    kind: (0, import_chunk_CF656EE42.literal)("rolled-back"),
    failure,
    to: (0, import_chunk_CF656EE42.string)().optional(),
    restored: (0, import_chunk_CF656EE42.boolean)(),
    quarantined: (0, import_chunk_CF656EE42.boolean)()
  })
]);
var deploymentLogLine = (0, import_chunk_CF656EE42.discriminatedUnion)("kind", [
  (0, import_chunk_CF656EE42.looseObject)({ kind: (0, import_chunk_CF656EE42.literal)("state"), state: (0, import_chunk_CF656EE42.string)().max(100) }),
  (0, import_chunk_CF656EE42.looseObject)({ kind: (0, import_chunk_CF656EE42.literal)("note"), text }),
  (0, import_chunk_CF656EE42.looseObject)({ kind: (0, import_chunk_CF656EE42.literal)("output"), from: (0, import_chunk_CF656EE42.string)().max(100), text }),
  (0, import_chunk_CF656EE42.looseObject)({ kind: (0, import_chunk_CF656EE42.literal)("outcome"), outcome: deploymentOutcome })
]);
var MAX_ANSWER_BYTES = 1024 * 1024;
var MAX_LINE_BYTES = 128 * 1024;
var MAX_LOG_BYTES = 64 * 1024 * 1024;
var DIAL_TIMEOUT_MS = 20 * import_cli3.SECOND;
var ABORT_TIMEOUT_MS = 4 * import_cli3.SECOND;
var CLIENT_TIMES = {
  answerMs: 60 * import_cli3.SECOND,
  quietMs: 20 * import_cli3.SECOND,
  silenceMs: 30 * import_cli3.MINUTE
};
async function deployOnAgent(options) {
  const { approval } = options;
  const body = {
    approval: JSON.parse(Buffer.from(approval.file).toString("utf8")),
    source: { kind: "runner", port: import_chunk_76DE3E2D3.ARTIFACT_PORT, path: artifactPath(approval.artifact) }
  };
  const accepted = await nudge(options, body);
  if (accepted.kind === "refused") {
    return { outcome: { kind: "refused", failure: accepted.failure }, receipt: void 0 };
  }
  const outcome = await followOrAbort(options, accepted);
  const receipt = await fetchReceipt(options, accepted.receipt);
  compareReceipt(options, outcome, receipt?.content);
  return { outcome, receipt };
}
async function nudge(options, body) {
  const { bytes, status } = await ask(options, "POST", "/v1/deployments", JSON.stringify(body));
  return understand(options.agent, "its answer", (source) => {
    const value = (0, import_chunk_CF656EE4.parseStrictJson)(bytes, { source, maxBytes: MAX_ANSWER_BYTES });
    if (status === 202) return { kind: "accepted", ...(0, import_cli2.decode)(deploymentAccepted, value, { source }) };
    const { error, message } = (0, import_cli2.decode)(deploymentRefused, value, { source });
    return { kind: "refused", failure: { code: error, message } };
  });
}
async function followOrAbort(options, accepted) {
  try {
    return await follow(options, accepted.log);
  } catch (error) {
    if (options.signal.aborted && options.cancel === "abort") {
      options.onAbortAsked(await askToAbort(options, accepted.deployment));
    }
    throw error;
  }
}
async function askToAbort(options, deployment) {
  const times = { ...options.times ?? CLIENT_TIMES, answerMs: ABORT_TIMEOUT_MS };
  const signal = new AbortController().signal;
  try {
    const { status } = await ask({ ...options, signal, times }, "DELETE", `/v1/deployments/${deployment}`);
    return status === 202;
  } catch {
    return false;
  }
}
async function follow(options, path) {
  const { agent, times = CLIENT_TIMES, signal } = options;
  const gone = new AbortController();
  const response = await call(options, "GET", path, times.silenceMs, AbortSignal.any([signal, gone.signal]));
  const watch = watchAgent(options, (why) => gone.abort(why));
  let outcome;
  try {
    for await (const line of lines(response, agent, watch.heard)) {
      if (outcome) continue;
      options.onLine(line);
      if (line.kind === "outcome") outcome = line.outcome;
    }
  } catch (error) {
    if (!outcome) throw gone.signal.aborted ? gone.signal.reason : error;
  } finally {
    watch.end();
    response.destroy();
  }
  if (outcome) return outcome;
  throw unreachable(agent, "the log ended before the deployment did; the agent goes on by itself");
}
function watchAgent({ node, agent, times = CLIENT_TIMES }, onGone) {
  let quiet = true;
  const timer = setInterval(() => {
    if (!quiet) {
      quiet = true;
      return;
    }
    node.ping((0, import_chunk_0722AEF22.parseIp)(agent.address), times.quietMs).then(
      (roundTripMs) => {
        if (roundTripMs !== void 0 || !quiet) return;
        onGone(unreachable(agent, "it does not answer any more; what it has begun it ends by itself"));
      },
      (error) => onGone(unreachable(agent, (0, import_cli6.messageOf)(error), error))
    );
  }, times.quietMs);
  return {
    heard() {
      quiet = false;
    },
    end: () => clearInterval(timer)
  };
}
async function* lines(response, agent, heard) {
  let rest = "";
  let total = 0;
  response.setEncoding("utf8");
  try {
    for await (const chunk of response) {
      heard();
      total += chunk.length;
      if (total > MAX_LOG_BYTES) throw new Error(`its log is longer than ${MAX_LOG_BYTES} bytes`);
      const parts = (rest + chunk).split("\n");
      rest = parts.pop() ?? "";
      if (rest.length > MAX_LINE_BYTES) throw new Error("a line has no end");
      for (const part of parts) {
        yield understand(
          agent,
          "a line of its log",
          (source) => (0, import_cli2.decode)(deploymentLogLine, (0, import_chunk_CF656EE4.parseStrictJson)(part, { source, maxBytes: MAX_LINE_BYTES }), { source })
        );
      }
    }
  } catch (error) {
    if (error instanceof import_cli6.SallyportError) throw error;
    throw unreachable(agent, (0, import_cli6.messageOf)(error), error);
  }
}
async function fetchReceipt(options, path) {
  const { bytes: file, status } = await ask(options, "GET", path);
  if (status !== 200) return void 0;
  const envelope = understand(
    options.agent,
    "its receipt",
    (source) => (0, import_cli2.decode)(import_chunk_EA47D0343.envelopeSchema, (0, import_chunk_CF656EE4.parseStrictJson)(file, { source, maxBytes: MAX_ANSWER_BYTES }), { source })
  );
  return { file, content: (0, import_chunk_E7E63261.verifyReceipt)(envelope, options.machines).receipt };
}
function compareReceipt({ agent, approval }, outcome, receipt) {
  if (!receipt) {
    if (outcome.kind === "refused") return;
    throw new import_cli6.SallyportError("SIGNATURE_INVALID", {
      message: `${agent.name} says ${outcome.kind} and has no receipt: it does not count`
    });
  }
  const { subject, predicate } = receipt;
  const isOld = outcome.kind === "already-running";
  const pairs = [
    ["artifact", `sha256:${subject[0].digest.sha256}`, approval.artifact],
    ["application", predicate.application, approval.application],
    ["approval", predicate.approval, isOld ? predicate.approval : approval.digest],
    ["outcome", predicate.outcome, isOld ? "committed" : outcome.kind]
  ];
  for (const [what, stated, wanted] of pairs) {
    if (stated === wanted) continue;
    throw new import_cli6.SallyportError("SIGNATURE_INVALID", {
      message: `the receipt of ${agent.name} is for the ${what} ${stated}, not ${wanted}: it does not count`
    });
  }
}
async function ask(options, method, path, body) {
  const { agent, signal, times = CLIENT_TIMES } = options;
  const inTime = AbortSignal.any([signal, AbortSignal.timeout(times.answerMs)]);
  try {
    const response = await call(options, method, path, times.answerMs, inTime, body);
    return { bytes: await readBounded(response, agent), status: response.statusCode };
  } catch (error) {
    if (error instanceof import_cli6.SallyportError) throw error;
    throw unreachable(agent, (0, import_cli6.messageOf)(error), error);
  }
}
async function call({ node, agent }, method, path, silenceMs, signal, body) {
  try {
    const stream = await node.dial(agent.address, agent.port, Math.min(DIAL_TIMEOUT_MS, silenceMs));
    const { promise, resolve: resolve2, reject } = Promise.withResolvers();
    const outgoing = (0, (process.getBuiltinModule("node:http")).request)({
      createConnection: () => stream,
      method,
      path,
      host: agent.address,
      headers: body === void 0 ? {} : { "content-type": "application/json", "content-length": Buffer.byteLength(body) },
      signal
    });
    outgoing.setTimeout(silenceMs, () => outgoing.destroy(new Error("the agent went silent")));
    outgoing.on("response", resolve2).on("error", reject);
    outgoing.end(body);
    return await promise;
  } catch (error) {
    throw unreachable(agent, (0, import_cli6.messageOf)(error), error);
  }
}
async function readBounded(response, agent) {
  const chunks = [];
  let total = 0;
  for await (const chunk of response) {
    total += chunk.length;
    if (total > MAX_ANSWER_BYTES)
      throw unreachable(agent, `its answer is longer than ${MAX_ANSWER_BYTES} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, total);
}
function understand(agent, what, read) {
  try {
    return read(`${what} (${agent.name})`);
  } catch (error) {
    throw unreachable(agent, `${what} cannot be read: ${(0, import_cli6.messageOf)(error)}`, error);
  }
}
function unreachable(agent, why, cause) {
  return new import_cli6.SallyportError("AGENT_UNREACHABLE", { message: `${agent.name}: ${why}`, cause });
}
var MAX_TOGETHER = 16;
function exitCodeOf(outcome) {
  switch (outcome.kind) {
    case "committed":
    case "already-running":
    case "revoked":
      return import_cli6.EXIT.ok;
    case "rolled-back":
      return import_cli6.EXIT.rolledBack;
    case "refused":
      return outcome.failure.code === "source-lost" ? import_cli6.EXIT.unreachable : import_cli6.EXIT.refused;
  }
}
function describeOutcome(agent, outcome) {
  switch (outcome.kind) {
    case "committed":
      return `${agent}: committed`;
    case "already-running":
      return `${agent}: runs already, and is healthy`;
    case "revoked":
      return `${agent}: revoked`;
    case "refused":
      return `${agent}: refused (${outcome.failure.code}): ${outcome.failure.message}`;
    case "rolled-back":
      return `${agent}: rolled back: ${outcome.failure.message}; ${(0, import_chunk_76DE3E2D.afterRollback)(outcome)}`;
  }
}
function describeEvent(event) {
  switch (event.kind) {
    case "note":
      return event.text;
    case "approval":
      return `approved: ${event.artifact} (${event.path})`;
    case "joined":
      return `joined the mesh as ${event.name}, ${event.address}`;
    case "reached":
      return `reached ${event.agent}: ${event.how}`;
    case "outcome":
      return describeOutcome(event.agent, event.outcome);
    case "line":
      return describeLine(event.agent, event.line);
  }
}
function describeLine(agent, line) {
  switch (line.kind) {
    case "state":
      return `${agent} | ${line.state}`;
    case "note":
      return `${agent} |   ${line.text}`;
    case "output":
      return `${agent} |   ${line.from}: ${line.text}`;
    case "outcome":
      return void 0;
  }
}
function parseCancel(text2 = "detach") {
  if (text2 === "detach" || text2 === "abort") return text2;
  throw new import_cli6.SallyportError("USAGE", {
    message: `cancel: ${JSON.stringify(text2)} is not known`,
    help: "write detach (the agents go on) or abort (they stop if they have not switched)"
  });
}
function parseArtifacts(lines2, absolute) {
  const artifacts = lines2.map((line) => {
    const match = /^([a-z0-9-]{1,63})=(.+)$/s.exec(line);
    if (match) return { application: match[1], path: absolute(match[2]) };
    throw new import_cli6.SallyportError("USAGE", {
      message: `artifact: ${JSON.stringify(line)} names no application`,
      help: "write application=path, for example shop=build/shop.tar.gz"
    });
  });
  for (const [application, { length }] of Map.groupBy(artifacts, (each) => each.application)) {
    if (length <= MAX_TOGETHER) continue;
    throw new import_cli6.SallyportError("USAGE", {
      message: `artifact: ${application} has ${length}, and at most ${MAX_TOGETHER} are approved together`,
      help: "deploy the others in a call of their own"
    });
  }
  return artifacts;
}
function submissionsOf(artifacts) {
  return [...Map.groupBy(artifacts, ({ application }) => application).values()].map(
    (group) => group.map((artifact, at) => ({
      ...artifact,
      label: group.length === 1 ? artifact.application : `${artifact.application}.${at + 1}`
    }))
  );
}
function createRunner(wish, ports) {
  return { identity: (0, import_chunk_76DE3E2D2.createRunnerIdentity)(wish.coordinator, ports.tokens, ports.http, ports), wish };
}
async function approveAll({ identity, wish }, ports) {
  const verdict = new Uint8Array(await (0, (process.getBuiltinModule("node:fs/promises")).readFile)(wish.verdictPath));
  const granted = [];
  await (0, (process.getBuiltinModule("node:fs/promises")).mkdir)(wish.reportFolder, { recursive: true, mode: 448 });
  for (const artifacts of submissionsOf(wish.artifacts)) {
    const approvals = await askApprovals(
      identity,
      artifacts,
      {
        environment: wish.environment,
        kind: "deploy",
        scope: wish.scope,
        verdict,
        locations: ["mesh:runner"]
      },
      {
        onWaiting: (given, wanted) => ports.onEvent({ kind: "note", text: `waiting for people: ${given} of ${wanted} have approved` }),
        onRetry: (reason) => ports.onEvent({ kind: "note", text: `${reason}; asking again` }),
        sleep: ports.sleep,
        signal: ports.signal
      }
    );
    for (const approval of approvals) {
      const path = (0, import_node_path2.join)(wish.reportFolder, `${approval.label}.approval.json`);
      await (0, import_chunk_2BC21E112.writeFileAtomic)(path, approval.file);
      ports.onEvent({ kind: "approval", path, digest: approval.digest, artifact: approval.artifact });
      granted.push(approval);
    }
  }
  return granted;
}
async function joinFor({ identity, wish }, approval, ports) {
  const mesh = await (0, import_chunk_76DE3E2D3.joinMesh)(
    identity,
    wish.coordinator,
    {
      application: approval.application,
      environment: wish.environment,
      approval: approval.digest,
      relayOnly: wish.relayOnly
    },
    ports
  );
  ports.onEvent({ kind: "joined", name: mesh.name, address: mesh.address, leaseEnd: mesh.leaseEnd });
  for (const { name, reason } of mesh.refused)
    ports.onEvent({ kind: "note", text: `${name} refused us: ${reason}` });
  for (const name of mesh.unacknowledged)
    ports.onEvent({ kind: "note", text: `${name} did not acknowledge in time` });
  return mesh;
}
async function deployThrough(runner, mesh, approval, ports) {
  if (mesh.agents.length === 0) {
    throw new import_cli6.SallyportError("AGENT_UNREACHABLE", {
      message: `no agent is there for ${approval.application} in ${runner.wish.environment}`,
      help: 'see "sallyport nodes list": agents enrol for an application and an environment'
    });
  }
  const served = serveArtifacts(mesh.node, [approval]);
  try {
    for (const agent of mesh.agents) {
      const code = await deployOn(runner, mesh, agent, approval, ports);
      if (code !== import_cli6.EXIT.ok) return code;
    }
    return mesh.refused.length + mesh.unacknowledged.length > 0 ? import_cli6.EXIT.unreachable : import_cli6.EXIT.ok;
  } finally {
    served.close();
  }
}
async function deployOn({ wish }, mesh, agent, approval, ports) {
  ports.onEvent({ kind: "reached", agent: agent.name, how: await mesh.reach(agent) });
  const { outcome, receipt } = await deployOnAgent({
    node: mesh.node,
    agent,
    approval,
    machines: machinesOf(wish, agent),
    onLine: (line) => ports.onEvent({ kind: "line", agent: agent.name, line }),
    signal: ports.signal,
    cancel: wish.cancel,
    onAbortAsked: (heard) => ports.onEvent({ kind: "note", text: abortNote(agent, heard) })
  });
  if (receipt) {
    const path = (0, import_node_path2.join)(wish.reportFolder, `${approval.label}.${agent.name}.receipt.json`);
    await (0, import_chunk_2BC21E112.writeFileAtomic)(path, receipt.file);
  }
  ports.onEvent({ kind: "outcome", agent: agent.name, outcome, digest: approval.artifact });
  return exitCodeOf(outcome);
}
function abortNote({ name }, heard) {
  return heard ? `${name} was asked to stop: it does if it has not switched` : `${name} could not be asked to stop: it goes on to committed or rolled back`;
}
function machinesOf(wish, agent) {
  if (wish.machines.length > 0) return wish.machines.map((text2) => (0, import_chunk_BIEF65K5.parsePublicKey)("machine", text2));
  return [agent.machineKey];
}
var deploy = {
  name: "deploy",
  summary: "Get an artifact approved and deployed by the agents of an environment.",
  details: 'Runs where a workload has an identity: it asks the OIDC issuer named by ACTIONS_ID_TOKEN_REQUEST_URL and\nACTIONS_ID_TOKEN_REQUEST_TOKEN for tokens that are bound to keys made for this call. The verdict is the file\nthat "sallyport gate --json" printed. Approvals and receipts are left in the folder given with --out, as\nAPPLICATION.approval.json; several artifacts of one application, which are approved or refused together, are\nnumbered as they were given: APPLICATION.1.approval.json, APPLICATION.2.approval.json.',
  options: [
    "coordinator",
    "root",
    "ca",
    "environment",
    "artifact",
    "verdict",
    "label",
    "machine",
    "relay-only",
    "cancel",
    "out",
    "json"
  ],
  examples: [
    "sallyport deploy --coordinator https://coordinator.example:8440 --root sallyport-root-public-v1:\u2026 --environment production --artifact shop=build/shop.tar.gz --verdict verdict.json --out report"
  ],
  async run(call2) {
    const { ports } = call2;
    const events = [];
    const wish = await readWish(call2);
    const http = (0, import_chunk_2BC21E11.createHttpClient)(wish.coordinator.ca === void 0 ? {} : { ca: wish.coordinator.ca });
    const identityHttp = (0, import_chunk_2BC21E11.createHttpClient)();
    const deployment = {
      ...ports,
      http,
      tokens: (0, import_chunk_SQLSEXLK.createIdentityTokenSource)(ports.env, identityHttp, () => {
      }, (process.getBuiltinModule("node:timers/promises")).setTimeout),
      sleep: (process.getBuiltinModule("node:timers/promises")).setTimeout,
      onEvent(event) {
        events.push(event);
        const text2 = describeEvent(event);
        if (text2 !== void 0) ports.stderr(`${(0, import_chunk_8A5887D94.plainLine)(text2)}
`);
      }
    };
    try {
      const code = await deployAll(wish, deployment);
      if (call2.options.json) ports.stdout(`${JSON.stringify(summarise(events))}
`);
      return code;
    } finally {
      await http.close();
      await identityHttp.close();
    }
  }
};
async function deployAll(wish, ports) {
  const runner = createRunner(wish, ports);
  for (const approval of await approveAll(runner, ports)) {
    const mesh = await joinFor(runner, approval, ports);
    try {
      const code = await deployThrough(runner, mesh, approval, ports);
      if (code !== import_cli6.EXIT.ok) return code;
    } finally {
      await mesh.leave();
    }
  }
  return import_cli6.EXIT.ok;
}
async function readWish({ options, ports }) {
  const absolute = (path) => (0, import_node_path.resolve)(ports.cwd, path);
  const url = options.coordinator ?? fail("coordinator");
  const ca = options.ca === void 0 ? void 0 : await (0, import_chunk_8A5887D95.readAuthority)(options.ca, url, absolute);
  const artifacts = parseArtifacts(options.artifact ?? [], absolute);
  if (artifacts.length === 0) throw missing("artifact");
  return {
    coordinator: { url, root: options.root ?? fail("root"), ca },
    environment: options.environment ?? fail("environment"),
    artifacts,
    scope: (0, import_chunk_E7E632612.parseLabels)(options.label),
    verdictPath: absolute(options.verdict ?? fail("verdict")),
    reportFolder: absolute(options.out ?? "sallyport-report"),
    machines: options.machine ?? [],
    relayOnly: options["relay-only"] === true,
    cancel: parseCancel(options.cancel)
  };
}
function summarise(events) {
  const approvals = events.flatMap(
    (event) => event.kind === "approval" ? [{ path: event.path, digest: event.digest, artifact: event.artifact }] : []
  );
  const deployments = events.flatMap(
    (event) => event.kind === "outcome" ? [{ agent: event.agent, outcome: event.outcome.kind, artifact: event.digest }] : []
  );
  return { version: 1, approvals, deployments };
}
function fail(option) {
  throw missing(option);
}
function missing(option) {
  return new import_cli6.SallyportError("USAGE", { message: `--${option} is missing`, help: "sallyport deploy --help" });
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  deploy_GWZJHSWY
});
