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
  coordinator_upkeep_33VAFO3F: () => coordinator_upkeep_33VAFO3F_exports
});
module.exports = stdin_exports;
var import_chunk_A5BHWNUW = require("./chunk-A5BHWNUW.cjs").chunk_A5BHWNUW;
var import_chunk_FACE8E31 = require("./chunk-FACE8E31.cjs").chunk_N2CEJMOH;
var import_chunk_FACE8E312 = require("./chunk-FACE8E31.cjs").chunk_OFVEZVAZ;
var import_environments_file_B169AE2E = require("./environments-file-B169AE2E.cjs").chunk_7MSCG7IE;
var import_chunk_38EDD590 = require("./chunk-38EDD590.cjs").chunk_AUHCZQOL;
var import_chunk_38EDD5902 = require("./chunk-38EDD590.cjs").chunk_ZXGMBMKT;
var import_chunk_8A5887D9 = require("./chunk-8A5887D9.cjs").chunk_BBZH2QS2;
var import_chunk_8A5887D92 = require("./chunk-8A5887D9.cjs").chunk_TFFOW3OJ;
var import_chunk_439F88D8 = require("./chunk-439F88D8.cjs").chunk_QAKKENVC;
var import_chunk_8A5887D93 = require("./chunk-8A5887D9.cjs").chunk_HWYOMYN6;
var import_chunk_8A5887D94 = require("./chunk-8A5887D9.cjs").chunk_BGKKW6X2;
var import_chunk_0722AEF2 = require("./chunk-0722AEF2.cjs").chunk_HQJHKSVR;
var import_chunk_439F88D82 = require("./chunk-439F88D8.cjs").chunk_W7ECAJ5W;
var import_chunk_R2HSE3F3 = require("./chunk-R2HSE3F3.cjs").chunk_R2HSE3F3;
var import_chunk_CF656EE4 = require("./chunk-CF656EE4.cjs").chunk_PC4MX4V7;
var import_chunk_EA47D034 = require("./chunk-EA47D034.cjs").chunk_55ZXGT2M;
var import_chunk_EA47D0342 = require("./chunk-EA47D034.cjs").chunk_B5YHRYI7;
var import_chunk_BIEF65K5 = require("./chunk-BIEF65K5.cjs").chunk_BIEF65K5;
var import_cli = require("../cli.cjs").chunk_FZ44G4XJ;
var import_chunk_EA47D0343 = require("./chunk-EA47D034.cjs").chunk_UESRXYTB;
var import_chunk_EA47D0344 = require("./chunk-EA47D034.cjs").chunk_3ZQSXCLB;
var import_chunk_CF656EE42 = require("./chunk-CF656EE4.cjs").chunk_CRLEFTAS;
var import_cli2 = require("../cli.cjs").chunk_SO3KANTK;
var import_cli3 = require("../cli.cjs").chunk_GEUJANHY;
var import_chunk_2BC21E11 = require("./chunk-2BC21E11.cjs").chunk_M3WSMIIZ;
var import_chunk_CF656EE43 = require("./chunk-CF656EE4.cjs").chunk_PO7UBJRE;
var import_cli4 = require("../cli.cjs").chunk_QW7UKFTH;
var import_cli5 = require("../cli.cjs").chunk_4NFOMFHU;
var import_chunk_LISJZMXW = require("./chunk-LISJZMXW.cjs").chunk_LISJZMXW;
var import_cli6 = require("../cli.cjs").chunk_TO5RH7DJ;
var import_cli7 = require("../cli.cjs").chunk_HJAZFC2R;
var import_node_path = process.getBuiltinModule("node:path");

var import_node_path2 = process.getBuiltinModule("node:path");


var import_node_path3 = process.getBuiltinModule("node:path");


var import_node_path4 = process.getBuiltinModule("node:path");
var import_node_path5 = process.getBuiltinModule("node:path");

var import_node_path6 = process.getBuiltinModule("node:path");
var __defProp2 = Object.defineProperty;
var __export2 = (target, all) => {
  for (var name in all)
    __defProp2(target, name, { get: all[name], enumerable: true });
};
var coordinator_upkeep_33VAFO3F_exports = {};
__export2(coordinator_upkeep_33VAFO3F_exports, {
  coordinatorBackup: () => coordinatorBackup,
  coordinatorDoctor: () => coordinatorDoctor,
  coordinatorMigrate: () => coordinatorMigrate,
  coordinatorRestore: () => coordinatorRestore,
  keysClearLog: () => keysClearLog,
  keysRenew: () => keysRenew,
  keysRotate: () => keysRotate
});
async function copyPostgres(url, path) {
  await withDatabase(url, async (client) => {
    const version = await (0, import_chunk_A5BHWNUW.schemaVersionOf)(client);
    if (version > import_chunk_A5BHWNUW.MIGRATIONS.length) throw (0, import_chunk_A5BHWNUW.newerSchema)((0, import_chunk_A5BHWNUW.nameOf)(url), version);
    await (0, import_chunk_A5BHWNUW.copyToSqlite)(client, version, path);
  });
}
async function fillPostgres(url, path) {
  await withDatabase(url, async (client) => {
    await refuseFilledDatabase(client, (0, import_chunk_A5BHWNUW.nameOf)(url));
    await (0, import_chunk_A5BHWNUW.migratePostgres)(client, (0, import_chunk_A5BHWNUW.nameOf)(url), async () => void 0);
    await (0, import_chunk_A5BHWNUW.copyFromSqlite)(path, client);
  });
}
function versionOfPostgres(url) {
  return withDatabase(url, import_chunk_A5BHWNUW.schemaVersionOf);
}
async function findUnsafeSettings(url) {
  return withDatabase(url, async (client) => {
    const { rows } = await client.query(
      `SELECT name, setting FROM pg_settings
       WHERE (name IN ('fsync', 'full_page_writes') AND setting <> 'on')
          OR (name = 'synchronous_commit' AND setting = 'off') ORDER BY name`
    );
    return rows.map(({ name, setting }) => `${name} = ${setting}`);
  });
}
async function refuseFilledDatabase(client, name) {
  const there = await client.query(
    `SELECT to_regclass('log_entries') IS NOT NULL AS there`
  );
  if (!there.rows[0]?.there) return;
  const { rowCount } = await client.query("SELECT 1 FROM log_entries LIMIT 1");
  if (rowCount === 0) return;
  throw new import_cli6.SallyportError("DATA_DIRECTORY_INVALID", {
    message: `${name} is not empty: it holds the log of a coordinator`,
    help: "name an empty database; nothing is ever written over"
  });
}
async function withDatabase(url, work) {
  const pool = (0, import_chunk_A5BHWNUW.openPool)(url);
  try {
    return await (0, import_chunk_A5BHWNUW.withFreshClient)(pool, work);
  } catch (thrown) {
    throw (0, import_chunk_A5BHWNUW.isOfStore)(thrown) ? (0, import_chunk_A5BHWNUW.storeFailure)((0, import_chunk_A5BHWNUW.nameOf)(url), thrown) : thrown;
  } finally {
    await pool.end();
  }
}
var MANIFEST = "backup.json";
var SMALL_FILES = [
  "key-list.json",
  ...import_chunk_EA47D034.ONLINE_ROLES.map((role) => `keys/${role}.key`),
  "coordinator.json"
];
var OWN_CERTIFICATE = ["tls/self.key", "tls/self.crt"];
var MAX_SMALL_FILE = 64 * 1024;
var MAX_STORE_BYTES = 2 ** 31 - 1;
var NEVER_OVER = "name a folder that is absent or empty; nothing is ever written over";
var manifestSchema = (0, import_chunk_CF656EE43.strictObject)({
  version: (0, import_chunk_CF656EE43.literal)(1),
  coordinator: (0, import_chunk_CF656EE43.string)(),
  takenAt: import_chunk_EA47D0343.timestampText,
  /** Entries that the log had. */
  logSize: (0, import_chunk_CF656EE43.int)().min(0),
  /** The signed checkpoint that covers the last of them; null before the first. */
  checkpoint: (0, import_chunk_CF656EE43.string)().nullable(),
  files: (0, import_chunk_CF656EE43.record)((0, import_chunk_CF656EE43.string)(), import_chunk_EA47D0343.digestText)
});
async function backUp(options) {
  const { folder, out } = options;
  const { coordinatorId } = await (0, import_chunk_A5BHWNUW.openDataDirectory)(folder);
  const wasThere = await (0, import_chunk_A5BHWNUW.refuseOccupied)(out, NEVER_OVER);
  try {
    return await writeBackup(options, coordinatorId);
  } catch (thrown) {
    await (0, import_chunk_A5BHWNUW.discardDataDirectory)(out, wasThere).catch(() => void 0);
    throw thrown;
  }
}
async function writeBackup({ folder, store, out, clock }, coordinatorId) {
  await (0, import_chunk_2BC21E11.makePrivateFolder)((0, import_node_path2.join)(out, "keys"));
  await (0, import_chunk_2BC21E11.makePrivateFolder)((0, import_node_path2.join)(out, "tls"));
  const log = await copyStore(store, (0, import_chunk_A5BHWNUW.storePath)(out));
  const files = {
    "store.sqlite": (0, import_cli4.formatDigest)((0, import_cli4.sha256)(await (0, import_chunk_2BC21E11.readFileBounded)((0, import_chunk_A5BHWNUW.storePath)(out), MAX_STORE_BYTES)))
  };
  const keep = async (name, content) => {
    await (0, import_chunk_2BC21E11.createFile)((0, import_node_path2.join)(out, name), content, 384);
    files[name] = (0, import_cli4.formatDigest)((0, import_cli4.sha256)(content));
  };
  for (const name of OWN_CERTIFICATE) {
    const content = await (0, import_chunk_2BC21E11.readFileIfThere)((0, import_node_path2.join)(folder, name), MAX_SMALL_FILE);
    if (content) await keep(name, content);
  }
  for (const name of SMALL_FILES) await keep(name, await (0, import_chunk_2BC21E11.readFileBounded)((0, import_node_path2.join)(folder, name), MAX_SMALL_FILE));
  const manifest = {
    version: 1,
    coordinator: coordinatorId,
    takenAt: (0, import_cli3.formatTimestamp)(clock.now()),
    ...log,
    files
  };
  await (0, import_chunk_2BC21E11.createFile)((0, import_node_path2.join)(out, MANIFEST), `${JSON.stringify(manifest, null, 2)}
`, 384);
  return manifest;
}
async function copyStore(from, to) {
  try {
    if (from.kind === "postgres") await copyPostgres(from.url, to);
    else copySqlite(from.path, to);
    await syncFile(to);
    const copy = new (process.getBuiltinModule("node:sqlite")).DatabaseSync(to, { readOnly: true });
    try {
      const { n } = copy.prepare("SELECT count(*) AS n FROM log_entries").get();
      const checkpoint = copy.prepare("SELECT note FROM log_checkpoint").get();
      return { logSize: Number(n), checkpoint: checkpoint ? String(checkpoint["note"]) : null };
    } finally {
      copy.close();
    }
  } catch (cause) {
    throw new import_cli6.SallyportError("STORE_FAILED", {
      message: `the store could not be copied to ${to}: ${(0, import_cli6.messageOf)(cause)}`,
      cause
    });
  }
}
function copySqlite(from, to) {
  const source = new (process.getBuiltinModule("node:sqlite")).DatabaseSync(from, { readOnly: true, timeout: 5e3 });
  try {
    source.prepare("VACUUM INTO ?").run(to);
  } finally {
    source.close();
  }
}
async function syncFile(path) {
  const file = await (0, (process.getBuiltinModule("node:fs/promises")).open)(path, "r+");
  try {
    await file.chmod(384);
    await file.sync();
  } finally {
    await file.close();
  }
  await (0, import_chunk_2BC21E11.syncFolder)((0, import_node_path2.join)(path, ".."));
}
async function migrate(folder, location) {
  await (0, import_chunk_A5BHWNUW.openDataDirectory)(folder);
  const from = await schemaVersionAt(location);
  await (await (0, import_chunk_A5BHWNUW.openStore)(location)).close();
  const to = import_chunk_A5BHWNUW.MIGRATIONS.length;
  return { from, to, copy: from === to ? null : `${(0, import_chunk_A5BHWNUW.storePath)(folder)}.schema-${from}` };
}
async function schemaVersionAt(location) {
  if (location.kind === "postgres") return versionOfPostgres(location.url);
  const database = new (process.getBuiltinModule("node:sqlite")).DatabaseSync(location.path, { readOnly: true, timeout: 5e3 });
  try {
    return Number(database.prepare("PRAGMA user_version").get()["user_version"]);
  } finally {
    database.close();
  }
}
var RENEW_WITHIN = 30 * import_cli3.DAY;
var ENOUGH_BYTES = 256 * 1024 * 1024;
async function examineCoordinator(folder, location, clock) {
  const looks = [
    ["data directory", () => lookAtDirectory(folder)],
    ["key list", () => lookAtKeyList(folder, clock)],
    ["key files", () => lookAtKeyFiles(folder)],
    ["store", () => lookAtStore(location)],
    ["environments.yml", () => lookAtText(location, "environments", (text) => (0, import_environments_file_B169AE2E.parseEnvironments)(text, "it"))],
    ["access.hujson", () => lookAtText(location, "accessRules", (text) => (0, import_chunk_FACE8E31.parseAccessRules)(text, "it"))],
    ["transparency log", () => lookAtLog(folder, location)],
    ["disk", () => lookAtDisk(folder)]
  ];
  const checks = [];
  for (const [name, look] of looks) {
    try {
      checks.push({ name, ...await look() });
    } catch (thrown) {
      checks.push({ name, status: "problem", message: (0, import_cli6.messageOf)(thrown) });
    }
  }
  return checks;
}
async function lookAtDirectory(folder) {
  const { coordinatorId } = await (0, import_chunk_A5BHWNUW.openDataDirectory)(folder);
  const { mode } = await (0, (process.getBuiltinModule("node:fs/promises")).stat)(folder);
  if ((mode & 63) !== 0)
    return { status: "problem", message: `${folder} is open to other users: chmod 700` };
  return { status: "ok", message: `coordinator ${coordinatorId}` };
}
async function lookAtKeyList(folder, clock) {
  const { keyList } = await (0, import_chunk_A5BHWNUW.openDataDirectory)(folder);
  const until = (0, import_cli3.formatTimestamp)(keyList.notAfter);
  const renew = "sallyport keys renew --data DIR --key root.key";
  if (!(0, import_chunk_EA47D034.isCurrent)(keyList, clock.now()))
    return { status: "problem", message: `not current, ends ${until}: ${renew}` };
  if (keyList.notAfter - clock.now() < RENEW_WITHIN)
    return { status: "notice", message: `ends ${until}: ${renew}` };
  return { status: "ok", message: `epoch ${keyList.epoch}, sequence ${keyList.sequence}, until ${until}` };
}
async function lookAtKeyFiles(folder) {
  for (const role of import_chunk_EA47D034.ONLINE_ROLES) {
    const { mode } = await (0, (process.getBuiltinModule("node:fs/promises")).stat)((0, import_node_path3.join)(folder, "keys", `${role}.key`));
    if ((mode & 63) !== 0)
      return { status: "problem", message: `keys/${role}.key is open to other users: chmod 600` };
  }
  return { status: "ok", message: `${import_chunk_EA47D034.ONLINE_ROLES.length} keys, for their owner only` };
}
async function lookAtStore(location) {
  const schema = await schemaVersionAt(location);
  if (schema > import_chunk_A5BHWNUW.MIGRATIONS.length)
    return { status: "problem", message: `schema ${schema} is of a newer version` };
  const wrong = location.kind === "sqlite" ? checkIntegrity(location.path) : await checkServer(location.url);
  if (wrong !== void 0) return { status: "problem", message: wrong };
  const pending = schema < import_chunk_A5BHWNUW.MIGRATIONS.length ? `, will be brought to ${import_chunk_A5BHWNUW.MIGRATIONS.length} by the next start` : "";
  return { status: pending === "" ? "ok" : "notice", message: `whole, schema ${schema}${pending}` };
}
function checkIntegrity(path) {
  const database = new (process.getBuiltinModule("node:sqlite")).DatabaseSync(path, { readOnly: true, timeout: 5e3 });
  try {
    const [first, ...more] = database.prepare("PRAGMA integrity_check(10)").all();
    const found = String(first?.["integrity_check"]);
    return found === "ok" ? void 0 : `${found}${more.length > 0 ? " and more" : ""}`;
  } finally {
    database.close();
  }
}
async function checkServer(url) {
  const unsafe = await findUnsafeSettings(url);
  if (unsafe.length === 0) return void 0;
  return `the server may lose what was acknowledged: ${unsafe.join(", ")}`;
}
function lookAtText(location, table, parse) {
  return readCurrent(location, async (tx) => {
    const record2 = await tx[table].current();
    if (!record2) return { status: "notice", message: "none is registered: sallyport push" };
    parse(record2.text);
    return { status: "ok", message: `version ${record2.version}` };
  });
}
async function lookAtLog(folder, location) {
  const { coordinatorId, keyList, root } = await (0, import_chunk_A5BHWNUW.openDataDirectory)(folder);
  const { earlierKeys, published } = await readCurrent(location, async (tx) => ({
    earlierKeys: await (0, import_chunk_A5BHWNUW.readEarlierLogKeys)(tx, root),
    published: await tx.log.checkpoint()
  }));
  if (!published) return { status: "notice", message: 'not published yet: "coordinator serve" does' };
  const { checkpoint } = await (0, import_chunk_439F88D8.verifyLog)(
    { read: (path, maxBytes) => (0, import_chunk_2BC21E11.readFileIfThere)((0, import_node_path3.join)((0, import_chunk_A5BHWNUW.logPath)(folder), path), maxBytes) },
    {
      identity: { origin: (0, import_chunk_439F88D82.logOrigin)(coordinatorId), publicKey: keyList.keys.log, earlierKeys },
      describeEntry: (entry) => (0, import_chunk_8A5887D93.parseLogEntry)(entry).type
    }
  );
  const waiting = await readCurrent(location, async (tx) => await tx.log.size() - checkpoint.size);
  const more = waiting === 0 ? "" : `, ${waiting} entries wait for the next checkpoint`;
  return { status: "ok", message: `${checkpoint.size} entries, recomputed from the first${more}` };
}
async function lookAtDisk(folder) {
  const { bavail, bsize } = await (0, (process.getBuiltinModule("node:fs/promises")).statfs)(folder);
  const free = bavail * bsize;
  const message = `${Math.floor(free / 1024 / 1024)} MiB free`;
  return { status: free < ENOUGH_BYTES ? "notice" : "ok", message };
}
async function readCurrent(location, look) {
  const schema = await schemaVersionAt(location);
  if (schema !== import_chunk_A5BHWNUW.MIGRATIONS.length) throw new Error(`not looked at: the store has schema ${schema}`);
  const store = await (0, import_chunk_A5BHWNUW.openStore)(location);
  try {
    return await store.read(look);
  } finally {
    await store.close();
  }
}
async function rotateKeys(options) {
  const { folder, random } = options;
  const unlock = (0, import_chunk_A5BHWNUW.lockDataDirectory)(folder);
  try {
    const identity = await (0, import_chunk_A5BHWNUW.openDataDirectory)(folder);
    refuseForeignRoot(identity, options.root);
    await (0, import_chunk_A5BHWNUW.settleKeys)(folder, identity.keyList);
    const roles = options.roles.length === 0 ? import_chunk_EA47D034.ONLINE_ROLES : options.roles;
    const fresh = Object.fromEntries(roles.map((role) => [role, (0, import_chunk_BIEF65K5.ed25519KeyPair)(random.bytes(32))]));
    await (0, import_chunk_A5BHWNUW.stageKeys)(folder, fresh);
    return await putInForce(options, identity, { ...identity.keys, ...fresh });
  } finally {
    unlock();
  }
}
function refuseForeignRoot({ root }, offered) {
  if ((0, import_cli5.equalBytes)(root, offered.publicKey)) return;
  throw new import_cli6.SallyportError("KEY_INVALID", {
    message: "this root key is not the one that made this coordinator",
    help: 'give the root.key of the operator folder that "coordinator init" wrote'
  });
}
async function putInForce({ folder, store, root, clock }, identity, keys) {
  const { keyList, keyListEnvelope } = identity;
  const isNewEpoch = !(0, import_cli5.equalBytes)(keys.approval.publicKey, keyList.keys.approval);
  const now = clock.now();
  const envelope = (0, import_chunk_EA47D034.signKeyList)(
    {
      epoch: keyList.epoch + (isNewEpoch ? 1 : 0),
      sequence: keyList.sequence + 1,
      notBefore: (0, import_cli3.formatTimestamp)(now),
      notAfter: (0, import_cli3.formatTimestamp)((0, import_cli3.addMs)(now, import_chunk_A5BHWNUW.KEY_LIST_LIFETIME)),
      keys: Object.fromEntries(import_chunk_EA47D034.ONLINE_ROLES.map((role) => [role, keys[role].publicKey]))
    },
    root
  );
  const next = (0, import_chunk_EA47D034.verifyKeyList)(envelope, root.publicKey);
  await store.write("key list", async (tx) => {
    await tx.log.append(entryOf(next, envelope, (0, import_cli3.formatTimestamp)(now)));
    await (0, import_chunk_A5BHWNUW.keepKeyList)(tx, keyListEnvelope);
  });
  await (0, import_chunk_2BC21E11.writeFileAtomic)((0, import_node_path4.join)(folder, "key-list.json"), `${JSON.stringify(envelope, null, 2)}
`, 384);
  await (0, import_chunk_A5BHWNUW.settleKeys)(folder, next);
  return next;
}
function entryOf({ epoch, sequence }, envelope, at) {
  const digest = (0, import_cli4.formatDigest)((0, import_cli4.sha256)((0, import_cli5.encodeUtf8)(envelope.payload)));
  return (0, import_chunk_8A5887D93.emitLogEntry)({ type: "key-list", version: 1, at, epoch, sequence, digest });
}
async function renewKeyList(folder, store, root, clock) {
  const identity = await (0, import_chunk_A5BHWNUW.openDataDirectory)(folder);
  refuseForeignRoot(identity, root);
  return putInForce({ folder, store, root, clock }, identity, identity.keys);
}
async function clearLog({ folder, store, root, clock }) {
  const identity = await (0, import_chunk_A5BHWNUW.openDataDirectory)(folder);
  refuseForeignRoot(identity, root);
  const files = (0, import_chunk_A5BHWNUW.logPath)(folder);
  const { checkpoint } = await (0, import_chunk_439F88D8.verifyLog)(
    { read: (path, maxBytes) => (0, import_chunk_2BC21E11.readFileIfThere)((0, import_node_path5.join)(files, path), maxBytes) },
    {
      identity: {
        origin: (0, import_chunk_439F88D82.logOrigin)(identity.coordinatorId),
        publicKey: identity.keyList.keys.log,
        earlierKeys: await store.read((tx) => (0, import_chunk_A5BHWNUW.readEarlierLogKeys)(tx, identity.root))
      },
      describeEntry: (entry) => (0, import_chunk_8A5887D93.parseLogEntry)(entry).type
    }
  );
  const { size, root: treeRoot } = checkpoint;
  const issuedAt = clock.now();
  const text = JSON.stringify((0, import_chunk_38EDD590.signLogClearance)({ issuedAt, size, root: treeRoot }, root));
  const digest = (0, import_cli4.formatDigest)((0, import_cli4.sha256)((0, import_cli5.encodeUtf8)(text)));
  const at = (0, import_cli3.formatTimestamp)(issuedAt);
  await store.write(
    "log clearance",
    (tx) => tx.log.append((0, import_chunk_8A5887D93.emitLogEntry)({ type: "log-clearance", version: 1, at, size, digest }))
  );
  await (0, import_chunk_2BC21E11.writeFileAtomic)((0, import_node_path5.join)(files, import_chunk_A5BHWNUW.CLEARANCE_FILE), `${text}
`);
  return size;
}
var BATCH = 4096;
async function rebuildTiles(store, folder) {
  await (0, import_chunk_2BC21E11.makePrivateFolder)(folder);
  const checkpoint = await store.read((tx) => tx.log.checkpoint());
  if (!checkpoint) return;
  const tiles = (0, import_chunk_A5BHWNUW.createTileFolder)(folder);
  let frontier = import_chunk_A5BHWNUW.EMPTY_FRONTIER;
  for (let from = 0; from < checkpoint.size; from += BATCH) {
    const count = Math.min(BATCH, checkpoint.size - from);
    const entries = await store.read((tx) => tx.log.list(from, count));
    const grown = (0, import_chunk_A5BHWNUW.growFrontier)(frontier, entries.map(import_chunk_439F88D82.leafHash));
    await tiles.writeHashes(grown.tiles);
    await tiles.writeBundles(from, entries);
    frontier = grown.frontier;
  }
  await tiles.writeCheckpoint(checkpoint.note);
}
async function restore(options) {
  const { backup, folder } = options;
  const wasThere = await (0, import_chunk_A5BHWNUW.refuseOccupied)(folder, NEVER_OVER);
  const manifest = await readManifest(backup);
  const { coordinatorId } = await (0, import_chunk_A5BHWNUW.openDataDirectory)(backup);
  await (0, import_chunk_2BC21E11.makePrivateFolder)((0, import_node_path6.join)(folder, "keys"));
  try {
    const certificate = OWN_CERTIFICATE.filter((name) => manifest.files[name] !== void 0);
    if (certificate.length > 0) await (0, import_chunk_2BC21E11.makePrivateFolder)((0, import_node_path6.join)(folder, "tls"));
    await copyFile(backup, folder, "store.sqlite", manifest, MAX_STORE_BYTES);
    for (const name of [...certificate, ...SMALL_FILES.slice(0, -1)])
      await copyFile(backup, folder, name, manifest, MAX_SMALL_FILE);
    const { voided: voided2, replayed } = await prepareStore(options);
    await moveStore(options);
    await copyFile(backup, folder, "coordinator.json", manifest, MAX_SMALL_FILE);
    return { coordinatorId, logSize: manifest.logSize, voided: voided2, replayed };
  } catch (thrown) {
    await (0, import_chunk_A5BHWNUW.discardDataDirectory)(folder, wasThere);
    throw thrown;
  }
}
async function prepareStore(options) {
  const store = (0, import_chunk_A5BHWNUW.openSqliteStore)({ path: (0, import_chunk_A5BHWNUW.storePath)(options.folder) });
  try {
    const replayed = options.newerLog === void 0 ? null : await (0, import_chunk_A5BHWNUW.replayLog)(store, options.newerLog, await logIdentityOf(options, store));
    await rebuildTiles(store, (0, import_chunk_A5BHWNUW.logPath)(options.folder));
    await verifyRestoredLog(options, store);
    return { voided: await store.write("restore", (tx) => finish(tx, options)), replayed };
  } finally {
    await store.close();
  }
}
async function finish(tx, { extent, clock }) {
  if (extent.kind !== "agents") return (0, import_chunk_A5BHWNUW.voidWhatWasHandedOut)(tx, clock.now());
  await (0, import_chunk_A5BHWNUW.beginRecovery)(tx, clock.now());
  return null;
}
async function moveStore({ folder, store }) {
  if (store.kind === "sqlite") return;
  await fillPostgres(store.url, (0, import_chunk_A5BHWNUW.storePath)(folder));
  await (0, (process.getBuiltinModule("node:fs/promises")).rm)((0, import_chunk_A5BHWNUW.storePath)(folder));
  await (0, import_chunk_A5BHWNUW.keepStoreLocation)(folder, store);
}
async function readManifest(backup) {
  const source = (0, import_node_path6.join)(backup, MANIFEST);
  const bytes = await (0, import_chunk_2BC21E11.readFileIfThere)(source, MAX_SMALL_FILE);
  if (!bytes) {
    throw new import_cli6.SallyportError("DATA_DIRECTORY_INVALID", {
      message: `${backup} is no whole backup: it has no ${MANIFEST}`,
      help: 'name a folder that "sallyport coordinator backup" made and finished'
    });
  }
  return (0, import_cli2.decode)(manifestSchema, (0, import_chunk_CF656EE42.parseStrictJson)(bytes, { source, maxBytes: MAX_SMALL_FILE }), { source });
}
async function copyFile(from, to, name, { files }, maxBytes) {
  const content = await (0, import_chunk_2BC21E11.readFileBounded)((0, import_node_path6.join)(from, name), maxBytes);
  if ((0, import_cli4.formatDigest)((0, import_cli4.sha256)(content)) !== files[name]) {
    throw new import_cli6.SallyportError("DATA_DIRECTORY_INVALID", {
      message: `${(0, import_node_path6.join)(from, name)} is not as it was when the backup was taken`,
      help: "use another copy of the backup"
    });
  }
  await (0, import_chunk_2BC21E11.createFile)((0, import_node_path6.join)(to, name), content, 384);
}
async function logIdentityOf({ backup }, store) {
  const { coordinatorId, keyList, root } = await (0, import_chunk_A5BHWNUW.openDataDirectory)(backup);
  const earlierKeys = await store.read((tx) => (0, import_chunk_A5BHWNUW.readEarlierLogKeys)(tx, root));
  return { origin: (0, import_chunk_439F88D82.logOrigin)(coordinatorId), publicKey: keyList.keys.log, earlierKeys };
}
async function verifyRestoredLog(options, store) {
  const { folder, extent } = options;
  const newest = extent.kind === "known" ? extent.newest : void 0;
  const files = (0, import_chunk_A5BHWNUW.logPath)(folder);
  if (await (0, import_chunk_2BC21E11.readFileIfThere)((0, import_node_path6.join)(files, "checkpoint"), MAX_SMALL_FILE) === void 0) {
    if (newest === void 0) return;
    throw new import_cli6.SallyportError("LOG_INCONSISTENT", {
      message: "the backup is of before its log was first published, and cannot be held against a checkpoint",
      help: "leave --checkpoint out, so that the agents say how far the log had gone; or give a newer backup"
    });
  }
  await (0, import_chunk_439F88D8.verifyLog)(
    { read: (path, maxBytes) => (0, import_chunk_2BC21E11.readFileIfThere)((0, import_node_path6.join)(files, path), maxBytes) },
    {
      identity: await logIdentityOf(options, store),
      ...newest === void 0 ? {} : { earlier: newest },
      describeEntry: (entry) => (0, import_chunk_8A5887D93.parseLogEntry)(entry).type
    }
  );
}
var MAX_FILE_BYTES = 64 * 1024;
var MARKS = { ok: "ok     ", notice: "notice ", problem: "PROBLEM" };
var coordinatorBackup = {
  name: "coordinator backup",
  summary: "Copy the store and the keys of a coordinator, also while it serves.",
  details: "The copy is of one instant. It holds the online keys: keep it as safe as the coordinator itself. The root is\nnot in it. Keep the printed checkpoint, or any newer one, for the day of the restore.",
  options: ["data", "store", "out", "json"],
  examples: ["sallyport coordinator backup --data /var/lib/sallyport --out /mnt/backup/monday"],
  async run(call) {
    const { options, ports } = call;
    const out = pathOf(call, "out", "DIR");
    const folder = pathOf(call, "data", "DIR");
    const store = await (0, import_chunk_A5BHWNUW.storeOf)(call, folder);
    await (0, import_chunk_A5BHWNUW.becomeOwnerOf)(folder);
    const manifest = await backUp({ folder, store, out, clock: ports.clock });
    if (options.json) ports.stdout(`${JSON.stringify(manifest)}
`);
    else ports.stdout(manifest.checkpoint ?? "");
    ports.stderr(`${out}: ${manifest.logSize} log entries, taken ${manifest.takenAt}
`);
    return import_cli6.EXIT.ok;
  }
};
var coordinatorRestore = {
  name: "coordinator restore",
  summary: "Bring a backup back into an empty data directory.",
  details: 'A log that others saw grow further cannot go on from an older state. So the coordinator, when it is started,\nfirst asks its agents how far it had gone, takes the entries that it lacks from them, and serves once all of\nthem were heard (see "recovery show"). It serves at once where you say how far: --newer-log, or the newest\ncheckpoint that anybody holds (an agent, a witness, the folder log/ of the lost machine). Enrolment secrets\nthat were not used, sessions and the leases of runners are void before it serves.',
  options: ["data", "store", "backup", "newer-log", "checkpoint", "accept-loss", "json"],
  examples: [
    "sallyport coordinator restore --data /var/lib/sallyport --backup /mnt/backup/monday",
    "sallyport coordinator restore --data /var/lib/sallyport --backup /mnt/backup/monday --checkpoint checkpoint.txt"
  ],
  async run(call) {
    const { options, ports } = call;
    const knows = options.checkpoint !== void 0 || options["newer-log"] !== void 0;
    if (knows && options["accept-loss"]) {
      throw new import_cli6.SallyportError("USAGE", {
        message: "--accept-loss is for when nobody knows how far the log had gone",
        help: "leave it out beside --newer-log and --checkpoint"
      });
    }
    const newest = options.checkpoint === void 0 ? void 0 : await readText(pathOf(call, "checkpoint", "FILE"));
    const folder = pathOf(call, "data", "DIR");
    const backup = pathOf(call, "backup", "DIR");
    const store = await (0, import_chunk_A5BHWNUW.chosenStore)(call, folder) ?? (0, import_chunk_A5BHWNUW.sqliteIn)(folder);
    await (0, import_chunk_A5BHWNUW.becomeOwnerOf)(folder);
    const restored = await restore({
      backup,
      folder,
      store,
      extent: options["accept-loss"] ? { kind: "lost" } : knows ? { kind: "known", newest } : { kind: "agents" },
      ...options["newer-log"] === void 0 ? {} : { newerLog: pathOf(call, "newer-log", "DIR") },
      clock: ports.clock
    });
    if (options.json) ports.stdout(`${JSON.stringify({ version: 1, ...restored })}
`);
    ports.stderr(
      `restored coordinator ${restored.coordinatorId} with ${restored.logSize} log entries
` + (restored.voided ? voided(restored.voided) + afterwards(restored.replayed) : RECOVERS)
    );
    return import_cli6.EXIT.ok;
  }
};
var coordinatorDoctor = {
  name: "coordinator doctor",
  summary: "Look at the keys, the store, the log and the disk of a coordinator; change nothing.",
  options: ["data", "store", "json"],
  examples: ["sallyport coordinator doctor --data /var/lib/sallyport"],
  async run(call) {
    const { options, ports } = call;
    const folder = pathOf(call, "data", "DIR");
    const store = await (0, import_chunk_A5BHWNUW.storeOf)(call, folder);
    await (0, import_chunk_A5BHWNUW.becomeOwnerOf)(folder);
    const checks = await examineCoordinator(folder, store, ports.clock);
    for (const { name, status, message } of checks) ports.stderr(`${MARKS[status]}  ${name}: ${message}
`);
    if (options.json) ports.stdout(`${JSON.stringify({ version: 1, checks }, null, 2)}
`);
    return checks.some(({ status }) => status === "problem") ? import_cli6.EXIT.usage : import_cli6.EXIT.ok;
  }
};
var coordinatorMigrate = {
  name: "coordinator migrate",
  summary: "Bring the store to the schema of this version, with a copy of what was there before.",
  details: '"serve" does the same when it starts; this does it at a time of your choosing, and says what it did.\nA store that a newer version wrote is refused. The copy is an SQLite file in the data directory.',
  options: ["data", "store", "json"],
  examples: ["sallyport coordinator migrate --data /var/lib/sallyport"],
  async run(call) {
    const { options, ports } = call;
    const folder = pathOf(call, "data", "DIR");
    const store = await (0, import_chunk_A5BHWNUW.storeOf)(call, folder);
    await (0, import_chunk_A5BHWNUW.becomeOwnerOf)(folder);
    const done = await migrate(folder, store);
    if (options.json) ports.stdout(`${JSON.stringify({ version: 1, ...done })}
`);
    const { from, to, copy } = done;
    ports.stderr(
      from === to ? `the store has schema ${to} already
` : `schema ${from} \u2192 ${to}; before: ${copy}
`
    );
    return import_cli6.EXIT.ok;
  }
};
var keysRenew = {
  name: "keys renew",
  summary: "Sign the coordinator's key list for another year, with the offline root.",
  details: "The keys stay the same. Start the coordinator anew afterwards; take the root away again.",
  options: ["data", "store", "key", "json"],
  examples: ["sallyport keys renew --data /var/lib/sallyport --key /media/usb/root.key"],
  async run(call) {
    const { options, ports } = call;
    const folder = pathOf(call, "data", "DIR");
    const keyPath = pathOf(call, "key", "FILE");
    const root = (0, import_chunk_BIEF65K5.parseKeyFile)("root", await readText(keyPath), keyPath);
    const { epoch, sequence, notAfter } = await (0, import_chunk_A5BHWNUW.withStore)(
      call,
      folder,
      (store) => renewKeyList(folder, store, root, ports.clock)
    );
    const until = (0, import_cli3.formatTimestamp)(notAfter);
    if (options.json) ports.stdout(`${JSON.stringify({ version: 1, epoch, sequence, until })}
`);
    ports.stderr(`key list ${sequence} of epoch ${epoch} is good until ${until}
`);
    return import_cli6.EXIT.ok;
  }
};
var keysRotate = {
  name: "keys rotate",
  summary: "Replace the coordinator's online keys, with the offline root.",
  details: "Every online key, or those that --online-key names. Stop the coordinator before and start it afterwards; agents\nand runners follow by themselves, because the root signs the new list. A new approval key begins a new epoch:\napprovals of the epoch before are refused, and are asked for again.",
  options: ["data", "store", "key", "online-key", "json"],
  examples: [
    "sallyport keys rotate --data /var/lib/sallyport --key /media/usb/root.key",
    "sallyport keys rotate --data /var/lib/sallyport --key /media/usb/root.key --online-key log --online-key control"
  ],
  async run(call) {
    const { options, ports } = call;
    const folder = pathOf(call, "data", "DIR");
    const keyPath = pathOf(call, "key", "FILE");
    const root = (0, import_chunk_BIEF65K5.parseKeyFile)("root", await readText(keyPath), keyPath);
    const roles = (options["online-key"] ?? []).map(parseOnlineRole);
    const { clock, random } = ports;
    const { epoch, sequence } = await (0, import_chunk_A5BHWNUW.withStore)(
      call,
      folder,
      (store) => rotateKeys({ folder, store, root, roles, clock, random })
    );
    const replaced = roles.length === 0 ? import_chunk_EA47D034.ONLINE_ROLES : roles;
    if (options.json) ports.stdout(`${JSON.stringify({ version: 1, epoch, sequence, replaced })}
`);
    ports.stderr(
      `replaced ${replaced.join(", ")}: key list ${sequence} of epoch ${epoch}. Start the coordinator now
`
    );
    return import_cli6.EXIT.ok;
  }
};
var keysClearLog = {
  name: "keys clear-log",
  summary: "Say, with the offline root, that a log which contradicted itself is to be believed again.",
  details: "Agents that saw a contradiction deploy nothing until the root says from which state on the log counts: that of\nthe checkpoint in the data directory, whose whole log is recomputed first. Look at what agents kept\n(<root>/log-conflict.json) before you sign. It excuses no contradiction that is noticed later.",
  options: ["data", "store", "key", "json"],
  examples: ["sallyport keys clear-log --data /var/lib/sallyport --key /media/usb/root.key"],
  async run(call) {
    const { options, ports } = call;
    const folder = pathOf(call, "data", "DIR");
    const keyPath = pathOf(call, "key", "FILE");
    const root = (0, import_chunk_BIEF65K5.parseKeyFile)("root", await readText(keyPath), keyPath);
    const size = await (0, import_chunk_A5BHWNUW.withStore)(
      call,
      folder,
      (store) => clearLog({ folder, store, root, clock: ports.clock })
    );
    if (options.json) ports.stdout(`${JSON.stringify({ version: 1, size })}
`);
    ports.stderr(`agents that stopped believe the log again, if it holds these ${size} entries
`);
    return import_cli6.EXIT.ok;
  }
};
var RECOVERS = 'start it: it asks its agents what the backup lacks, and serves when all were heard; see "sallyport recovery show"\n';
function voided({ secrets, leases }) {
  return `void from now on: ${secrets} enrolment secrets, ${leases} leases of runners
`;
}
function parseOnlineRole(text) {
  const role = import_chunk_EA47D034.ONLINE_ROLES.find((each) => each === text);
  if (role) return role;
  throw new import_cli6.SallyportError("USAGE", {
    message: `--online-key ${JSON.stringify(text)} is not known`,
    help: `choose from ${import_chunk_EA47D034.ONLINE_ROLES.join(", ")}`
  });
}
function afterwards(replayed) {
  if (!replayed) {
    return 'revocations made after the backup are not in it: look at "sallyport nodes list" once it serves\n';
  }
  const open2 = Object.entries(replayed.open).map(([kind, count]) => `${count} ${kind}`);
  const rest = open2.length === 0 ? "" : `to be done again by a person: ${open2.join(", ")}
`;
  return `${replayed.fetched} entries taken from the newer log; what they revoke is revoked
${rest}`;
}
function pathOf({ options, ports }, name, value) {
  const given = options[name];
  if (typeof given === "string") return (0, import_node_path.resolve)(ports.cwd, given);
  throw new import_cli6.SallyportError("USAGE", { message: `--${name} ${value} is missing`, help: "see --help" });
}
async function readText(path) {
  return (0, import_cli5.decodeUtf8)(await (0, import_chunk_2BC21E11.readFileBounded)(path, MAX_FILE_BYTES));
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  coordinator_upkeep_33VAFO3F
});
