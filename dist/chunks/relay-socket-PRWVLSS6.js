import { createRequire as __createRequire } from 'node:module'
const __bundleUrl = new URL('cli.js', import.meta.url.replace(/chunks\/[^/]+$/, '')).href
const require = __createRequire(__bundleUrl)
import {
  import_websocket
} from "./chunk-PFXWX5GC.js";
import {
  RELAY_FRAME_MAX,
  RELAY_PROTOCOL
} from "./chunk-MRPH3ISA.js";
import {
  require_node_http
} from "./chunk-RN7RL3UA.js";
import "./chunk-OIE2JKUE.js";
import {
  __toESM
} from "./chunk-N2CRB7ZG.js";

// src/mesh/relay-socket.ts
var import_node_http = __toESM(require_node_http(), 1);
import { Agent as HttpsAgent } from "node:https";
function openRelaySocket(options) {
  const { ca, env = process.env, url } = options;
  const Agent = url.startsWith("wss:") ? HttpsAgent : import_node_http.Agent;
  return new import_websocket.default(url, RELAY_PROTOCOL, {
    perMessageDeflate: false,
    maxPayload: RELAY_FRAME_MAX,
    handshakeTimeout: 1e4,
    followRedirects: false,
    agent: new Agent({ proxyEnv: env }),
    ...ca ? { ca } : {}
  });
}
export {
  openRelaySocket
};
