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
  chunk_Q27RTPP3: () => chunk_Q27RTPP3_exports,
  forward_udp_NDNP2N6Q: () => forward_udp_NDNP2N6Q_exports
});
module.exports = stdin_exports;
var import_chunk_0722AEF2 = require("./chunk-0722AEF2.cjs").chunk_HQJHKSVR;
var import_cli = require("../cli.cjs").chunk_4NFOMFHU;


var import_chunk_0722AEF22 = require("./chunk-0722AEF2.cjs").chunk_HQJHKSVR;
var import_cli2 = require("../cli.cjs").chunk_4NFOMFHU;
var import_cli3 = require("../cli.cjs").chunk_TO5RH7DJ;
var import_cli4 = require("../cli.cjs").chunk_HJAZFC2R;

var __defProp2 = Object.defineProperty;
var __export2 = (target, all) => {
  for (var name in all)
    __defProp2(target, name, { get: all[name], enumerable: true });
};
var forward_udp_NDNP2N6Q_exports = {};
__export2(forward_udp_NDNP2N6Q_exports, {
  startForwardUdp: () => startForwardUdp
});
var chunk_Q27RTPP3_exports = {};
__export2(chunk_Q27RTPP3_exports, {
  udpFlows: () => udpFlows
});
var MAX_WAITING = 32;
function udpFlows(node, beyond) {
  return (onDatagram) => new MeshUdpFlow(node, beyond, onDatagram);
}
var MeshUdpFlow = class {
  #node;
  #beyond;
  #onDatagram;
  #mesh;
  #direct = /* @__PURE__ */ new Map();
  #waiting = 0;
  #closed = false;
  constructor(node, beyond, onDatagram) {
    this.#node = node;
    this.#beyond = beyond;
    this.#onDatagram = onDatagram;
  }
  send(bytes, host, port) {
    if ((0, import_chunk_0722AEF2.isIp)(host)) this.#sendTo(bytes, { address: (0, import_chunk_0722AEF2.parseIp)(host), port });
    else if (this.#waiting < MAX_WAITING) this.#sendToName(bytes, host, port);
  }
  close() {
    this.#closed = true;
    this.#mesh?.close();
    for (const socket of this.#direct.values()) socket.close();
  }
  #sendToName(bytes, host, port) {
    this.#waiting++;
    const copy = (0, import_cli.copyBytes)(bytes);
    this.#resolve(host).then((address) => address && this.#sendTo(copy, { address, port })).catch(() => {
    }).finally(() => {
      this.#waiting--;
    });
  }
  async #resolve(host) {
    const inMesh = await this.#node.find(host);
    if (inMesh || this.#beyond === "nowhere") return inMesh;
    return (0, import_chunk_0722AEF2.parseIp)((await (0, (process.getBuiltinModule("node:dns/promises")).lookup)(host)).address);
  }
  #sendTo(bytes, to) {
    if (this.#closed) return;
    if (this.#node.hasRoute(to.address)) this.#sendInMesh(bytes, to);
    else if (this.#beyond === "direct") this.#sendDirect(bytes, to);
  }
  #sendInMesh(bytes, to) {
    this.#mesh ??= this.#node.openUdpPort(this.#onDatagram);
    this.#mesh.send(bytes, to);
  }
  #sendDirect(bytes, to) {
    const { family } = to.address;
    const known = this.#direct.get(family);
    const socket = known ?? (0, (process.getBuiltinModule("node:dgram")).createSocket)(family === 4 ? "udp4" : "udp6");
    if (!known) {
      this.#direct.set(family, socket);
      socket.on("error", () => {
      });
      socket.on(
        "message",
        (received, { address, port }) => this.#onDatagram(received, { address: (0, import_chunk_0722AEF2.parseIp)(address.split("%")[0]), port })
      );
    }
    socket.send(bytes, to.port, (0, import_chunk_0722AEF2.formatIp)(to.address), () => {
    });
  }
};
var IDLE_MS = 12e4;
var MAX_FLOWS = 1024;
async function startForwardUdp(node, rule) {
  const socket = (0, (process.getBuiltinModule("node:dgram")).createSocket)(rule.listenHost.includes(":") ? "udp6" : "udp4");
  const open = udpFlows(node, "nowhere");
  const senders = /* @__PURE__ */ new Map();
  const target = (0, import_chunk_0722AEF22.isIp)(rule.host) ? (0, import_chunk_0722AEF22.parseIp)(rule.host) : void 0;
  const create = (address, port) => {
    const flow = open((bytes, from) => {
      if (from.port !== rule.port || target && !(0, import_chunk_0722AEF22.equalIp)(from.address, target)) return;
      socket.send(bytes, port, address, () => {
      });
    });
    return { flow, usedAt: 0 };
  };
  socket.on("message", (bytes, { address, port }) => {
    const key = `${address} ${port}`;
    const sender = senders.get(key) ?? (senders.size < MAX_FLOWS ? create(address, port) : void 0);
    if (!sender) return;
    senders.set(key, sender);
    sender.usedAt = performance.now();
    sender.flow.send(bytes, rule.host, rule.port);
  });
  const sweep = setInterval(() => {
    for (const [key, sender] of senders) {
      if (performance.now() - sender.usedAt < IDLE_MS) continue;
      sender.flow.close();
      senders.delete(key);
    }
  }, IDLE_MS / 4).unref();
  await listen(socket, rule);
  const host = rule.listenHost.includes(":") ? `[${rule.listenHost}]` : rule.listenHost;
  return {
    address: `${host}:${socket.address().port}`,
    close() {
      clearInterval(sweep);
      for (const { flow } of senders.values()) flow.close();
      socket.close();
    }
  };
}
function listen(socket, rule) {
  const { promise, resolve, reject } = Promise.withResolvers();
  socket.once("error", (cause) => {
    const message = `UDP ${rule.listenHost}:${rule.listenPort} cannot be listened on: ${cause.message}`;
    const help = "choose another port, or 0 for any";
    reject(new import_cli3.SallyportError("TUNNEL_PORT_IN_USE", { message, help, cause }));
  });
  socket.bind(rule.listenPort, rule.listenHost, () => {
    socket.on("error", () => {
    });
    resolve();
  });
  return promise;
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  chunk_Q27RTPP3,
  forward_udp_NDNP2N6Q
});
