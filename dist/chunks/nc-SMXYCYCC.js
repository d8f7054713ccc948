const __bundleUrl = new URL('cli.js', import.meta.url.replace(/chunks\/[^/]+$/, '')).href
const require = process.getBuiltinModule('node:module').createRequire(__bundleUrl)
import {
  openFileNode
} from "./chunk-LAUWZZRY.js";
import "./chunk-5VGDOCD6.js";
import "./chunk-X5X4SNDI.js";
import "./chunk-FL3KNK5Q.js";
import {
  dialByControl,
  findControlSocket
} from "./chunk-SYNHHKDA.js";
import {
  formatTarget
} from "./chunk-QVSNGMYU.js";
import "./chunk-3QNQVI54.js";
import "./chunk-PZRER65M.js";
import "./chunk-QK7WAWI4.js";
import "./chunk-WI4HPUWC.js";
import "./chunk-GOJIKPCR.js";
import "./chunk-373QJJLG.js";
import "./chunk-GKX7OSAF.js";
import "./chunk-C4O7WH6Y.js";
import "./chunk-PK2JAWJN.js";
import "./chunk-SBZZULRJ.js";
import "./chunk-XQ66YIOG.js";
import "./chunk-RWTYN6AN.js";
import "./chunk-76VWPEQ4.js";
import "./chunk-USSEVVQ4.js";
import "./chunk-NNHBBYKH.js";
import "./chunk-VOIAD42L.js";
import {
  EXIT,
  SallyportError,
  messageOf
} from "./chunk-XELNXD6A.js";
import "./chunk-BRIVT672.js";

// src/verbs/nc.ts
const { request } = process.getBuiltinModule("node:http");
const { connect } = process.getBuiltinModule("node:net");
const { Writable } = process.getBuiltinModule("node:stream");
const { pipeline } = process.getBuiltinModule("node:stream/promises");
var nc = {
  name: "nc",
  summary: "Pass standard input and output to a port in the mesh.",
  details: 'Uses the session of "sallyport connect" that runs on this machine (its own, where it is the command of one); with --wg-config a mesh is joined for this connection alone.',
  positionals: [
    { name: "HOST", doc: "An address or name of the mesh." },
    { name: "PORT", doc: "A TCP port." }
  ],
  options: ["wg-config", "connect-timeout", "tier", "cipher-tier"],
  examples: [
    "sallyport connect --wg-config wg0.conf -- ssh -o ProxyCommand='sallyport nc %h %p' user@10.0.0.1",
    "sallyport nc 10.0.0.1 22 --wg-config wg0.conf"
  ],
  run
};
async function run(call) {
  const [hostText = "", portText = ""] = call.positionals;
  const host = hostText.replace(/^\[(.*)\]$/, "$1");
  const port = readPort(portText);
  const { env } = call.ports;
  const session = call.options["wg-config"] === void 0 ? await dialBySession(env, host, port) : void 0;
  if (session) {
    await pass(call, session);
    return EXIT.ok;
  }
  if (call.options["wg-config"] === void 0) {
    throw new SallyportError("USAGE", {
      message: 'no session of "sallyport connect" runs here',
      help: "start one, or give --wg-config FILE, a file as wg-quick takes it"
    });
  }
  const { node } = await openFileNode(call, "userspace");
  try {
    await pass(
      call,
      await node.dial(host, port, call.options["connect-timeout"] ?? 3e4).catch(unreachable)
    );
    return EXIT.ok;
  } finally {
    await node.close();
  }
}
async function pass(call, stream) {
  const out = new Writable({
    write(chunk, _encoding, done) {
      process.stdout.write(chunk, done);
    }
  });
  const bothWays = [pipeline(call.ports.stdin, stream, { end: true }), pipeline(stream, out)];
  await Promise.all(bothWays).catch(unreachable);
}
async function dialBySession(env, host, port) {
  const socket = await findControlSocket(env);
  if (socket !== void 0) return dialByControl(socket, host, port).catch(unreachable);
  const proxy = env["SALLYPORT_PROXY"];
  return proxy === void 0 ? void 0 : dialByProxy(proxy, host, port);
}
function dialByProxy(proxy, host, port) {
  const url = new URL(proxy);
  const { promise, resolve, reject } = Promise.withResolvers();
  const login = Buffer.from(`${url.username}:${url.password}`).toString("base64");
  const target = formatTarget({ host, port });
  const [proxyHost, proxyPort] = [url.hostname.replace(/^\[(.*)\]$/, "$1"), Number(url.port)];
  const connecting = request({
    createConnection: () => connect({ host: proxyHost, port: proxyPort, allowHalfOpen: true }),
    method: "CONNECT",
    path: target,
    headers: { "proxy-authorization": `Basic ${login}` }
  });
  connecting.once("connect", (response, socket, head) => {
    if (response.statusCode !== 200) {
      socket.destroy();
      return reject(new Error(`${target}: ${response.statusMessage}`));
    }
    if (head.length > 0) socket.unshift(head);
    resolve(socket);
  });
  connecting.once("error", reject);
  connecting.end();
  return promise.catch(unreachable);
}
function unreachable(cause) {
  if (cause instanceof SallyportError) throw cause;
  throw new SallyportError("TUNNEL_UNREACHABLE", { message: messageOf(cause), cause });
}
function readPort(text) {
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port > 0 && port <= 65535) return port;
  throw new SallyportError("USAGE", {
    message: `${JSON.stringify(text)} is no port`,
    help: "a number from 1 to 65535"
  });
}
export {
  nc
};
