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
  formatTarget: () => formatTarget,
  join: () => join,
  listenLocal: () => listenLocal,
  listenOnPath: () => listenOnPath,
  parseExpose: () => parseExpose,
  parseForward: () => parseForward,
  running: () => running,
  startExpose: () => startExpose,
  startForward: () => startForward
});
module.exports = stdin_exports;
var import_chunk_LERFQFMR = require("./chunk-LERFQFMR.cjs");
var import_chunk_HQJHKSVR = require("./chunk-HQJHKSVR.cjs");
var import_chunk_TO5RH7DJ = require("./chunk-TO5RH7DJ.cjs");
var import_node_net = process.getBuiltinModule("node:net");
var import_node_stream = process.getBuiltinModule("node:stream");
function listenOnAddress(server, host, port) {
  if ((0, import_chunk_HQJHKSVR.isIp)(host) && server._listen2) server._listen2(host, port, (0, import_chunk_HQJHKSVR.parseIp)(host).family);
  else server.listen(port, host);
}
function listenOnPath(server, path) {
  if (server._listen2) server._listen2(path, -1, -1);
  else server.listen(path);
}
function parseForward(text) {
  const parts = splitHosts(text);
  if (parts?.length === 3) parts.unshift("127.0.0.1");
  const [listenHost, listenPort, host, port] = parts ?? [];
  if (parts?.length !== 4 || !host || !listenHost) throw badRule(text, "[HOST:]PORT:HOST:PORT");
  if (listenHost === "*") throw badRule(text, "0.0.0.0:PORT:HOST:PORT to listen on every address");
  return { listenHost, listenPort: readPort(listenPort, text, true), host, port: readPort(port, text) };
}
function parseExpose(text) {
  const parts = splitHosts(text);
  const [meshPort, host, port] = parts ?? [];
  if (parts?.length !== 3 || !host) throw badRule(text, "PORT:HOST:PORT");
  return { meshPort: readPort(meshPort, text), host, port: readPort(port, text) };
}
function formatTarget({ host, port }) {
  return `${host.includes(":") ? `[${host}]` : host}:${port}`;
}
async function startForward(node, rule) {
  const server = (0, import_node_net.createServer)({ allowHalfOpen: true, pauseOnConnect: true }, (socket) => {
    node.dial(rule.host, rule.port).then(
      (stream) => join(socket, stream),
      // The mesh refused: so do we, in the same way.
      () => socket.resetAndDestroy()
    );
    socket.on("error", () => socket.destroy());
  });
  await listenLocal(server, rule.listenHost, rule.listenPort);
  return running(server, rule.listenHost);
}
async function startExpose(node, rule) {
  const server = await node.expose(rule.meshPort, (stream) => {
    const socket = (0, import_node_net.connect)({ host: rule.host, port: rule.port, allowHalfOpen: true });
    socket.once("connect", () => join(socket, stream));
    socket.once("error", () => stream.resetAndDestroy());
    stream.on("error", () => socket.destroy());
  });
  return { address: `mesh port ${rule.meshPort}`, close: () => void server.close() };
}
function join(a, b) {
  if (a.destroyed || b.destroyed) {
    breakOff(a);
    breakOff(b);
    return;
  }
  for (const [from, to] of [
    [a, b],
    [b, a]
  ]) {
    from.prependListener("error", () => breakOff(to));
    from.prependListener("close", () => {
      if (!from.readableEnded || !from.writableFinished) breakOff(to);
    });
    carry(from, to);
  }
}
function carry(from, to) {
  const isUnread = from.readableFlowing === null && from.readableLength === 0 && !from.readableEnded;
  if (isUnread && from instanceof import_chunk_LERFQFMR.NetstackSocket && to instanceof import_node_net.Socket) from.flowTo(to);
  else (0, import_node_stream.pipeline)(from, to, () => {
  });
}
function breakOff(stream) {
  if (stream.destroyed) return;
  try {
    stream.resetAndDestroy?.();
  } catch {
  }
  stream.destroy();
}
function listenLocal(server, host, port) {
  const { promise, resolve, reject } = Promise.withResolvers();
  server.once(
    "error",
    (cause) => reject(
      new import_chunk_TO5RH7DJ.SallyportError("TUNNEL_PORT_IN_USE", {
        message: `${host}:${port} cannot be listened on: ${cause.message}`,
        help: "choose another port, or 0 for any",
        cause
      })
    )
  );
  server.once("listening", resolve);
  listenOnAddress(server, host, port);
  return promise;
}
function running(server, host) {
  const open = /* @__PURE__ */ new Set();
  server.on("connection", (socket) => {
    open.add(socket);
    socket.once("close", () => open.delete(socket));
  });
  const bound = server.address();
  const port = typeof bound === "object" && bound ? bound.port : 0;
  return {
    address: `${host.includes(":") ? `[${host}]` : host}:${port}`,
    close() {
      server.close();
      for (const socket of open) {
        if (socket.writableEnded) socket.destroy();
        else breakOff(socket);
      }
    }
  };
}
function splitHosts(text) {
  const parts = text.match(/\[[^\]]*\]|[^:[\]]+/g);
  if (!parts || parts.join(":") !== text) return void 0;
  const hosts = parts.map((part) => part.startsWith("[") ? part.slice(1, -1) : part);
  const valid = parts.every(
    (part, index) => !part.startsWith("[") || (0, import_chunk_HQJHKSVR.isIp)(hosts[index]) && part.includes(":")
  );
  return valid ? hosts : void 0;
}
function readPort(part, text, mayBeZero = false) {
  const port = Number(part);
  if (/^\d{1,5}$/.test(part ?? "") && port <= 65535 && (port > 0 || mayBeZero)) return port;
  throw badRule(text, "ports from 1 to 65535");
}
function badRule(text, form) {
  return new import_chunk_TO5RH7DJ.SallyportError("USAGE", {
    message: `${JSON.stringify(text.slice(0, 200))} is no forward`,
    help: `write it as ${form}; an IPv6 address stands in brackets`
  });
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  formatTarget,
  join,
  listenLocal,
  listenOnPath,
  parseExpose,
  parseForward,
  running,
  startExpose,
  startForward
});
