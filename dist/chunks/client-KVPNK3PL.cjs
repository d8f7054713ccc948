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
  client_KVPNK3PL: () => client_KVPNK3PL_exports
});
module.exports = stdin_exports;
var import_server_E18145EA = require("./server-E18145EA.cjs").chunk_5XCSCTZB;
var import_chunk_0722AEF2 = require("./chunk-0722AEF2.cjs").chunk_HQJHKSVR;
var import_cli = require("../cli.cjs").chunk_TO5RH7DJ;
var import_cli2 = require("../cli.cjs").chunk_HJAZFC2R;
var __defProp2 = Object.defineProperty;
var __export2 = (target, all) => {
  for (var name in all)
    __defProp2(target, name, { get: all[name], enumerable: true });
};
var client_KVPNK3PL_exports = {};
__export2(client_KVPNK3PL_exports, {
  createDnsClient: () => createDnsClient
});
var PORT = 53;
var ANSWER_MS = 2e3;
var ROUNDS = 2;
function createDnsClient(options) {
  return async (name) => {
    const isShort = !name.includes(".");
    const searched = isShort ? options.searchDomains.map((domain) => `${name}.${domain}`) : [];
    for (const candidate of [...searched, name]) {
      const [v4, v6] = await Promise.all([
        askServers(options, candidate, import_server_E18145EA.DNS_TYPE.a),
        askServers(options, candidate, import_server_E18145EA.DNS_TYPE.aaaa)
      ]);
      if (v4.length + v6.length > 0) return [...v4, ...v6];
    }
    return [];
  };
}
async function askServers(options, name, type) {
  for (let round = 0; round < ROUNDS; round++) {
    for (const server of options.servers) {
      const answer = await ask(options, server, name, type);
      if (answer?.code === import_server_E18145EA.DNS_CODE.ok || answer?.code === import_server_E18145EA.DNS_CODE.noSuchName) return answer.addresses;
    }
  }
  return [];
}
function ask(options, server, name, type) {
  const [high, low] = options.random.bytes(2);
  const query = (0, import_server_E18145EA.emitDnsQuery)(high << 8 | low, name, type);
  if (!query) return Promise.resolve(void 0);
  const { promise, resolve } = Promise.withResolvers();
  const flow = options.open((bytes, from) => {
    if (from.port !== PORT || !(0, import_chunk_0722AEF2.equalIp)(from.address, server)) return;
    const answer = (0, import_server_E18145EA.parseDnsResponse)(bytes, query);
    if (answer) resolve(answer);
  });
  const timer = setTimeout(() => resolve(void 0), ANSWER_MS);
  flow.send(query, (0, import_chunk_0722AEF2.formatIp)(server), PORT);
  return promise.finally(() => {
    clearTimeout(timer);
    flow.close();
  });
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  client_KVPNK3PL
});
