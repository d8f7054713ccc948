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
  chunk_COQYJIF4: () => chunk_COQYJIF4_exports,
  chunk_M3WSMIIZ: () => chunk_M3WSMIIZ_exports
});
module.exports = stdin_exports;
var import_cli = require("../cli.cjs").chunk_TO5RH7DJ;
var import_cli2 = require("../cli.cjs").chunk_TO5RH7DJ;
var import_node_crypto = process.getBuiltinModule("node:crypto");
var import_node_fs = process.getBuiltinModule("node:fs");

var import_node_path = process.getBuiltinModule("node:path");
var __defProp2 = Object.defineProperty;
var __export2 = (target, all) => {
  for (var name in all)
    __defProp2(target, name, { get: all[name], enumerable: true });
};
var chunk_COQYJIF4_exports = {};
__export2(chunk_COQYJIF4_exports, {
  createHttpClient: () => createHttpClient
});
function createHttpClient(options = {}) {
  const settings = { keepAlive: true, proxyEnv: process.env };
  const ca = options.ca === void 0 ? {} : { ca: options.ca };
  const opening = {};
  const open2 = (scheme) => {
    opening[scheme] ??= OPEN[scheme]({ ...settings, ...ca });
    return opening[scheme];
  };
  return {
    request: (request) => requestBounded(open2, request),
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
async function requestBounded(open2, request) {
  const timeout = AbortSignal.timeout(request.timeoutMs);
  const signal = request.signal ? AbortSignal.any([timeout, request.signal]) : timeout;
  try {
    const message = await send(open2, request, signal);
    const body = await readBounded(message, request);
    return { status: message.statusCode ?? 0, headers: flatten(message.headers), body };
  } catch (cause) {
    if (cause instanceof import_cli.SallyportError) throw cause;
    const { why, help } = timeout.aborted ? { why: `no whole answer within ${request.timeoutMs} ms`, help: void 0 } : whyFailed(cause);
    throw new import_cli.SallyportError("HTTP_FAILED", {
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
  if (!(0, import_cli.hasSystemCode)(cause, ...UNKNOWN_ISSUER)) return { why: (0, import_cli.messageOf)(cause) };
  return {
    why: "nobody who is trusted here signed its certificate",
    help: "a coordinator's is given with --ca: a PEM file, or the pin sha256:\u2026 that it prints; another authority with NODE_EXTRA_CA_CERTS=FILE"
  };
}
async function send(open2, request, signal) {
  const url = new URL(request.url);
  const sender = await open2(url.protocol === "https:" ? "https" : "http");
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
      throw new import_cli.SallyportError("HTTP_FAILED", {
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
var chunk_M3WSMIIZ_exports = {};
__export2(chunk_M3WSMIIZ_exports, {
  createFile: () => createFile,
  makePrivateFolder: () => makePrivateFolder,
  readFileBounded: () => readFileBounded,
  readFileIfThere: () => readFileIfThere,
  removeOldDrafts: () => removeOldDrafts,
  replaceFile: () => replaceFile,
  syncFolder: () => syncFolder,
  writeFileAtomic: () => writeFileAtomic
});
async function readFileBounded(path, maxBytes) {
  let file;
  try {
    file = await (0, (process.getBuiltinModule("node:fs/promises")).open)(path, import_node_fs.constants.O_RDONLY | import_node_fs.constants.O_NONBLOCK);
    const { size } = await regularFile(file, path);
    if (size > maxBytes) throw tooLarge(path, size, maxBytes);
    return await readWhole(file, path, size, maxBytes);
  } catch (cause) {
    throw unreadable(path, cause);
  } finally {
    await file?.close();
  }
}
async function readFileIfThere(path, maxBytes) {
  try {
    return await readFileBounded(path, maxBytes);
  } catch (error) {
    if (error instanceof import_cli2.SallyportError && (0, import_cli2.hasSystemCode)(error.cause, "ENOENT", "ENOTDIR")) return void 0;
    throw error;
  }
}
async function writeFileAtomic(path, content, mode = 420) {
  const beside = `${path}.${(0, import_node_crypto.randomBytes)(6).toString("hex")}.tmp`;
  try {
    const file = await (0, (process.getBuiltinModule("node:fs/promises")).open)(beside, "wx", mode);
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await (0, (process.getBuiltinModule("node:fs/promises")).rename)(beside, path);
    await syncFolder((0, import_node_path.dirname)(path));
  } catch (cause) {
    await (0, (process.getBuiltinModule("node:fs/promises")).rm)(beside, { force: true });
    throw unwritable(path, cause);
  }
}
async function removeOldDrafts(path, before) {
  const folder = (0, import_node_path.dirname)(path);
  const isDraft = (name) => name.startsWith(`${(0, import_node_path.basename)(path)}.`) && /\.[0-9a-f]{12}\.tmp$/.test(name);
  const names = await (0, (process.getBuiltinModule("node:fs/promises")).readdir)(folder).catch(() => []);
  for (const name of names.filter(isDraft)) {
    const draft = (0, import_node_path.join)(folder, name);
    const found = await (0, (process.getBuiltinModule("node:fs/promises")).stat)(draft).catch(() => void 0);
    if (found && found.mtimeMs < before) await (0, (process.getBuiltinModule("node:fs/promises")).rm)(draft, { force: true });
  }
}
async function replaceFile(path, content, mode = 420) {
  const beside = `${path}.${(0, import_node_crypto.randomBytes)(6).toString("hex")}.tmp`;
  try {
    await (0, (process.getBuiltinModule("node:fs/promises")).writeFile)(beside, content, { mode, flag: "wx" });
    await (0, (process.getBuiltinModule("node:fs/promises")).rename)(beside, path);
  } catch (cause) {
    await (0, (process.getBuiltinModule("node:fs/promises")).rm)(beside, { force: true });
    throw unwritable(path, cause);
  }
}
async function createFile(path, content, mode) {
  try {
    const file = await (0, (process.getBuiltinModule("node:fs/promises")).open)(path, "wx", mode);
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await syncFolder((0, import_node_path.dirname)(path));
  } catch (cause) {
    const there = (0, import_cli2.hasSystemCode)(cause, "EEXIST");
    throw unwritable(
      path,
      cause,
      there ? "a file of this name is there already: choose another, or move it away" : void 0
    );
  }
}
async function syncFolder(path) {
  const folder = await (0, (process.getBuiltinModule("node:fs/promises")).open)(path, import_node_fs.constants.O_RDONLY | import_node_fs.constants.O_DIRECTORY);
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
async function makePrivateFolder(path) {
  try {
    await (0, (process.getBuiltinModule("node:fs/promises")).mkdir)(path, { recursive: true, mode: 448 });
  } catch (cause) {
    throw unwritable(path, cause);
  }
}
async function regularFile(file, path) {
  const stats = await file.stat();
  if (stats.isFile()) return { size: stats.size };
  if (stats.isFIFO() || stats.isCharacterDevice()) return { size: 0 };
  throw new import_cli2.SallyportError("FILE_UNREADABLE", {
    message: `${path} is not a regular file`,
    place: { file: path }
  });
}
async function readWhole(file, path, size, maxBytes) {
  const chunks = [];
  let total = 0;
  for (; ; ) {
    const chunk = Buffer.allocUnsafe(Math.max(64 * 1024, size - total + 1));
    const { bytesRead } = await file.read(chunk, 0, chunk.length);
    if (bytesRead === 0) break;
    total += bytesRead;
    if (total > maxBytes) throw tooLarge(path, total, maxBytes);
    chunks.push(chunk.subarray(0, bytesRead));
  }
  return chunks.length === 1 ? chunks[0] : Buffer.concat(chunks, total);
}
function tooLarge(path, size, maxBytes) {
  return new import_cli2.SallyportError("LIMIT_EXCEEDED", {
    message: `${path} has ${size} bytes or more; at most ${maxBytes} are read`,
    place: { file: path }
  });
}
function unreadable(path, cause) {
  if (cause instanceof import_cli2.SallyportError) return cause;
  return new import_cli2.SallyportError("FILE_UNREADABLE", {
    ...whyUnreadable(path, cause),
    place: { file: path },
    cause
  });
}
function whyUnreadable(path, cause) {
  if ((0, import_cli2.hasSystemCode)(cause, "ENOENT")) return { message: `${path} is not there` };
  if (!(0, import_cli2.hasSystemCode)(cause, "EACCES", "EPERM")) return { message: `${path}: ${(0, import_cli2.messageOf)(cause)}` };
  return {
    message: `${path} may not be read by ${process.geteuid === void 0 ? "this user" : `user ${process.geteuid()}`}`,
    help: "let the user that runs this read the file, and enter each folder above it"
  };
}
function unwritable(path, cause, help) {
  return new import_cli2.SallyportError("FILE_UNWRITABLE", {
    message: `${path}: ${(0, import_cli2.messageOf)(cause)}`,
    place: { file: path },
    cause,
    ...help === void 0 ? {} : { help }
  });
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  chunk_COQYJIF4,
  chunk_M3WSMIIZ
});
