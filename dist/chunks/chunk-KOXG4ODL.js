const __bundleUrl = new URL('cli.js', import.meta.url.replace(/chunks\/[^/]+$/, '')).href
const require = process.getBuiltinModule('node:module').createRequire(__bundleUrl)
import {
  import_websocket
} from "./chunk-3O4KFH23.js";
import {
  RELAY_FRAME_MAX,
  RELAY_PROTOCOL
} from "./chunk-PK2JAWJN.js";
import {
  formatDigest,
  sha256
} from "./chunk-MGJ2JUMM.js";

// src/mesh/relay-socket.ts
const { Agent: HttpAgent } = process.getBuiltinModule("node:http");
const { Agent: HttpsAgent } = process.getBuiltinModule("node:https");
const { TLSSocket } = process.getBuiltinModule("node:tls");
function openRelaySocket(options) {
  const { ca, env = process.env, pin, url } = options;
  const Agent = url.startsWith("wss:") ? HttpsAgent : HttpAgent;
  const socket = new import_websocket.default(url, RELAY_PROTOCOL, {
    perMessageDeflate: false,
    maxPayload: RELAY_FRAME_MAX,
    handshakeTimeout: 1e4,
    followRedirects: false,
    agent: new Agent({ proxyEnv: env }),
    ...ca && pin === void 0 ? { ca } : {},
    ...pin === void 0 ? {} : { rejectUnauthorized: false }
  });
  if (pin !== void 0) socket.once("upgrade", (response) => checkPin(socket, response.socket, pin));
  return socket;
}
function checkPin(socket, connection, pin) {
  const raw = connection instanceof TLSSocket ? connection.getPeerX509Certificate()?.raw : void 0;
  const digest = raw && formatDigest(sha256(raw));
  if (digest === pin) return;
  socket.emit(
    "error",
    new Error(`it shows a certificate with ${digest ?? "no digest"}, not the pinned ${pin}`)
  );
  socket.terminate();
}

export {
  openRelaySocket
};
