const __bundleUrl = new URL('cli.js', import.meta.url.replace(/chunks\/[^/]+$/, '')).href
const require = process.getBuiltinModule('node:module').createRequire(__bundleUrl)
import {
  readFileBounded
} from "./chunk-RWTYN6AN.js";
import {
  formatDigest,
  sha256
} from "./chunk-MGJ2JUMM.js";
import {
  decodeUtf8
} from "./chunk-VOIAD42L.js";
import {
  SallyportError,
  messageOf
} from "./chunk-XELNXD6A.js";

// src/platform/authority.ts
const { X509Certificate } = process.getBuiltinModule("node:crypto");
const { Agent, request } = process.getBuiltinModule("node:https");
var MAX_CA_BYTES = 1024 * 1024;
var TIMEOUT_MS = 15e3;
var PIN = /^sha256:[0-9a-f]{64}$/;
function isPin(text) {
  return PIN.test(text);
}
async function readAuthority(given, url, resolve) {
  if (isPin(given)) return fetchPinned(url, given);
  return decodeUtf8(await readFileBounded(resolve(given), MAX_CA_BYTES));
}
function certificateDigest(pem) {
  return formatDigest(sha256(new X509Certificate(pem).raw));
}
async function fetchPinned(url, pin) {
  if (!url.startsWith("https:")) {
    throw new SallyportError("CERTIFICATE_UNKNOWN", {
      message: `a pin counts for TLS, and ${JSON.stringify(url)} has none`,
      help: "address the coordinator by https:"
    });
  }
  const raw = await presentedBy(new URL("/healthz", url));
  const digest = formatDigest(sha256(raw));
  if (digest === pin) return new X509Certificate(raw).toString();
  throw new SallyportError("CERTIFICATE_UNKNOWN", {
    message: `${url} shows a certificate with ${digest}, not the pinned ${pin}`,
    help: "compare with what `coordinator serve --tls self` printed; if they differ, somebody stands between"
  });
}
function presentedBy(url) {
  const { promise, resolve, reject } = Promise.withResolvers();
  const agent = new Agent({ proxyEnv: process.env, rejectUnauthorized: false });
  const asked = request(url, { agent, method: "GET", signal: AbortSignal.timeout(TIMEOUT_MS) });
  asked.on("socket", (socket) => {
    const take = () => {
      resolve(socket.getPeerCertificate().raw);
      asked.destroy();
    };
    socket.once("secureConnect", take);
  });
  asked.on(
    "error",
    (cause) => reject(new SallyportError("HTTP_FAILED", { message: `${url.origin}: ${messageOf(cause)}`, cause }))
  );
  return promise.finally(() => agent.destroy());
}

export {
  isPin,
  readAuthority,
  certificateDigest,
  fetchPinned
};
