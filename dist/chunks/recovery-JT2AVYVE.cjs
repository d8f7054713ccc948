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
  recovery_JT2AVYVE: () => recovery_JT2AVYVE_exports
});
module.exports = stdin_exports;
var import_chunk_393AA2AF = require("./chunk-393AA2AF.cjs").chunk_X6I64IAV;
var import_chunk_393AA2AF2 = require("./chunk-393AA2AF.cjs").chunk_X2XC5NVU;
var import_chunk_393AA2AF3 = require("./chunk-393AA2AF.cjs").chunk_LADPJ4KD;
var import_chunk_8A5887D9 = require("./chunk-8A5887D9.cjs").chunk_AXPTAZ2E;
var import_chunk_8A5887D92 = require("./chunk-8A5887D9.cjs").chunk_TFFOW3OJ;
var import_chunk_8A5887D93 = require("./chunk-8A5887D9.cjs").chunk_DLDCVKX6;
var import_chunk_8A5887D94 = require("./chunk-8A5887D9.cjs").chunk_BGKKW6X2;
var import_chunk_EA47D034 = require("./chunk-EA47D034.cjs").chunk_55ZXGT2M;
var import_chunk_EA47D0342 = require("./chunk-EA47D034.cjs").chunk_B5YHRYI7;
var import_chunk_BIEF65K5 = require("./chunk-BIEF65K5.cjs").chunk_BIEF65K5;
var import_cli = require("../cli.cjs").chunk_FZ44G4XJ;
var import_chunk_EA47D0343 = require("./chunk-EA47D034.cjs").chunk_UESRXYTB;
var import_chunk_EA47D0344 = require("./chunk-EA47D034.cjs").chunk_3ZQSXCLB;
var import_chunk_CF656EE4 = require("./chunk-CF656EE4.cjs").chunk_CRLEFTAS;
var import_chunk_2BC21E11 = require("./chunk-2BC21E11.cjs").chunk_COQYJIF4;
var import_cli2 = require("../cli.cjs").chunk_SO3KANTK;
var import_cli3 = require("../cli.cjs").chunk_GEUJANHY;
var import_chunk_2BC21E112 = require("./chunk-2BC21E11.cjs").chunk_M3WSMIIZ;
var import_chunk_CF656EE42 = require("./chunk-CF656EE4.cjs").chunk_PO7UBJRE;
var import_cli4 = require("../cli.cjs").chunk_QW7UKFTH;
var import_cli5 = require("../cli.cjs").chunk_4NFOMFHU;
var import_cli6 = require("../cli.cjs").chunk_TO5RH7DJ;
var import_cli7 = require("../cli.cjs").chunk_HJAZFC2R;
var __defProp2 = Object.defineProperty;
var __export2 = (target, all) => {
  for (var name in all)
    __defProp2(target, name, { get: all[name], enumerable: true });
};
var recovery_JT2AVYVE_exports = {};
__export2(recovery_JT2AVYVE_exports, {
  recoveryEnd: () => recoveryEnd,
  recoveryShow: () => recoveryShow
});
var recoveryShow = {
  name: "recovery show",
  summary: "Show what a coordinator that came back from a backup still waits for.",
  details: "Such a coordinator serves nothing until every active agent has said how far it saw the log, and the entries that\nthe backup lacks have come from one of them. Then it ends its recovery by itself.",
  options: import_chunk_393AA2AF.OPERATOR_OPTIONS,
  examples: [`sallyport recovery show ${import_chunk_393AA2AF.OPERATOR_HOW}`],
  run: (call) => (0, import_chunk_393AA2AF.withOperatorClient)(call, async (client) => {
    const reply = await client.call("recovery", { params: void 0, body: void 0 });
    const { recovery } = (0, import_chunk_393AA2AF3.unwrap)(reply, "REQUEST_REFUSED");
    if (call.options.json) call.ports.stdout(`${JSON.stringify({ version: 1, recovery })}
`);
    else call.ports.stdout(recovery ? describe(recovery) : "it serves: no recovery is under way\n");
    return import_cli6.EXIT.ok;
  })
};
var recoveryEnd = {
  name: "recovery end",
  summary: "Let a coordinator that came back from a backup serve, without the agents that have not been heard.",
  details: 'An agent that comes later and saw a longer log finds a contradiction, and deploys nothing until the root has\ncleared the log ("keys clear-log"). The same holds for all of them with --accept-loss, where entries that agents\nsaw are missing.',
  options: [...import_chunk_393AA2AF.OPERATOR_OPTIONS, "accept-loss"],
  examples: [`sallyport recovery end ${import_chunk_393AA2AF.OPERATOR_HOW}`],
  run: (call) => (0, import_chunk_393AA2AF.withOperatorClient)(call, async (client) => {
    const body = { acceptLoss: Boolean(call.options["accept-loss"]) };
    const reply = await client.call("endRecovery", { params: void 0, body });
    const { secrets, leases } = (0, import_chunk_393AA2AF3.unwrap)(reply, "REQUEST_REFUSED");
    if (call.options.json) call.ports.stdout(`${JSON.stringify({ version: 1, secrets, leases })}
`);
    call.ports.stderr(`it serves; void: ${secrets} enrolment secrets, ${leases} leases of runners
`);
    return import_cli6.EXIT.ok;
  })
};
function describe(recovery) {
  const { since, restored, size, seen, reported, awaited, obstacle } = recovery;
  return [
    `recovering since ${since}`,
    `log: ${restored} entries in the backup, ${size} here, ${seen} seen by agents`,
    `heard: ${listed(reported)}`,
    `awaited: ${listed(awaited)}`,
    ...obstacle === null ? [] : [`in the way: ${obstacle}`],
    ...counted("took effect again", recovery.replayed),
    ...counted("to be done again by a person", recovery.open),
    ""
  ].join("\n");
}
function listed(names) {
  return names.length === 0 ? "nobody" : names.join(", ");
}
function counted(what, counts) {
  const parts = Object.entries(counts).map(([kind, count]) => `${count} ${kind}`);
  return parts.length === 0 ? [] : [`${what}: ${parts.join(", ")}`];
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  recovery_JT2AVYVE
});
