const __bundleUrl = new URL('cli.js', import.meta.url.replace(/chunks\/[^/]+$/, '')).href
const require = process.getBuiltinModule('node:module').createRequire(__bundleUrl)
import {
  CLEARANCE_FILE,
  EMPTY_FRONTIER,
  KEY_LIST_LIFETIME,
  MIGRATIONS,
  becomeOwnerOf,
  beginRecovery,
  chosenStore,
  copyFromSqlite,
  copyToSqlite,
  createTileFolder,
  discardDataDirectory,
  growFrontier,
  isOfStore,
  keepKeyList,
  keepStoreLocation,
  lockDataDirectory,
  logPath,
  migratePostgres,
  nameOf,
  newerSchema,
  openDataDirectory,
  openPool,
  openSqliteStore,
  openStore,
  readEarlierLogKeys,
  refuseOccupied,
  replayLog,
  schemaVersionOf,
  settleKeys,
  sqliteIn,
  stageKeys,
  storeFailure,
  storeOf,
  storePath,
  voidWhatWasHandedOut,
  withFreshClient,
  withStore
} from "./chunk-5EJRAA7G.js";
import {
  parseAccessRules
} from "./chunk-Q52YI74I.js";
import "./chunk-GZLGKUCQ.js";
import {
  parseEnvironments
} from "./chunk-7COOXVHN.js";
import {
  signLogClearance
} from "./chunk-BZQOIPS2.js";
import "./chunk-HSUPV75H.js";
import "./chunk-JODB43BX.js";
import "./chunk-XMHKMNK5.js";
import "./chunk-373QJJLG.js";
import {
  verifyLog
} from "./chunk-VKKUJFGE.js";
import {
  leafHash,
  logOrigin
} from "./chunk-YDARPOJS.js";
import {
  ONLINE_ROLES,
  isCurrent,
  signKeyList,
  verifyKeyList
} from "./chunk-LSFF2WNL.js";
import {
  emitLogEntry,
  parseLogEntry
} from "./chunk-RMXBN5WW.js";
import "./chunk-334BH3EO.js";
import "./chunk-4GZJ36TC.js";
import "./chunk-P4375TVH.js";
import {
  ed25519KeyPair,
  parseKeyFile
} from "./chunk-ZYFGNLJL.js";
import "./chunk-SBZZULRJ.js";
import {
  digestText,
  timestampText
} from "./chunk-XHCMOUYR.js";
import "./chunk-7YEXSHNJ.js";
import {
  parseStrictJson
} from "./chunk-V4X75XZ6.js";
import {
  createFile,
  makePrivateFolder,
  readFileBounded,
  readFileIfThere,
  syncFolder,
  writeFileAtomic
} from "./chunk-RWTYN6AN.js";
import {
  decode
} from "./chunk-USSEVVQ4.js";
import {
  int,
  literal,
  record,
  strictObject,
  string
} from "./chunk-SKPPTWLY.js";
import {
  DAY,
  addMs,
  formatTimestamp
} from "./chunk-NNHBBYKH.js";
import "./chunk-EQ5RKL3W.js";
import {
  formatDigest,
  sha256
} from "./chunk-MGJ2JUMM.js";
import {
  decodeUtf8,
  encodeUtf8,
  equalBytes
} from "./chunk-VOIAD42L.js";
import {
  EXIT,
  SallyportError,
  messageOf
} from "./chunk-XELNXD6A.js";
import "./chunk-BRIVT672.js";

// src/verbs/coordinator-upkeep.ts
const { resolve } = process.getBuiltinModule("node:path");

// src/coordinator/operations/backup.ts
const { open } = process.getBuiltinModule("node:fs/promises");
const { join } = process.getBuiltinModule("node:path");
const { DatabaseSync } = process.getBuiltinModule("node:sqlite");

// src/coordinator/store/postgres/whole-store.ts
async function copyPostgres(url, path) {
  await withDatabase(url, async (client) => {
    const version = await schemaVersionOf(client);
    if (version > MIGRATIONS.length) throw newerSchema(nameOf(url), version);
    await copyToSqlite(client, version, path);
  });
}
async function fillPostgres(url, path) {
  await withDatabase(url, async (client) => {
    await refuseFilledDatabase(client, nameOf(url));
    await migratePostgres(client, nameOf(url), async () => void 0);
    await copyFromSqlite(path, client);
  });
}
function versionOfPostgres(url) {
  return withDatabase(url, schemaVersionOf);
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
  throw new SallyportError("DATA_DIRECTORY_INVALID", {
    message: `${name} is not empty: it holds the log of a coordinator`,
    help: "name an empty database; nothing is ever written over"
  });
}
async function withDatabase(url, work) {
  const pool = openPool(url);
  try {
    return await withFreshClient(pool, work);
  } catch (thrown) {
    throw isOfStore(thrown) ? storeFailure(nameOf(url), thrown) : thrown;
  } finally {
    await pool.end();
  }
}

// src/coordinator/operations/backup.ts
var MANIFEST = "backup.json";
var SMALL_FILES = [
  "key-list.json",
  ...ONLINE_ROLES.map((role) => `keys/${role}.key`),
  "coordinator.json"
];
var OWN_CERTIFICATE = ["tls/self.key", "tls/self.crt"];
var MAX_SMALL_FILE = 64 * 1024;
var MAX_STORE_BYTES = 2 ** 31 - 1;
var NEVER_OVER = "name a folder that is absent or empty; nothing is ever written over";
var manifestSchema = strictObject({
  version: literal(1),
  coordinator: string(),
  takenAt: timestampText,
  /** Entries that the log had. */
  logSize: int().min(0),
  /** The signed checkpoint that covers the last of them; null before the first. */
  checkpoint: string().nullable(),
  files: record(string(), digestText)
});
async function backUp(options) {
  const { folder, out } = options;
  const { coordinatorId } = await openDataDirectory(folder);
  const wasThere = await refuseOccupied(out, NEVER_OVER);
  try {
    return await writeBackup(options, coordinatorId);
  } catch (thrown) {
    await discardDataDirectory(out, wasThere).catch(() => void 0);
    throw thrown;
  }
}
async function writeBackup({ folder, store, out, clock }, coordinatorId) {
  await makePrivateFolder(join(out, "keys"));
  await makePrivateFolder(join(out, "tls"));
  const log = await copyStore(store, storePath(out));
  const files = {
    "store.sqlite": formatDigest(sha256(await readFileBounded(storePath(out), MAX_STORE_BYTES)))
  };
  const keep = async (name, content) => {
    await createFile(join(out, name), content, 384);
    files[name] = formatDigest(sha256(content));
  };
  for (const name of OWN_CERTIFICATE) {
    const content = await readFileIfThere(join(folder, name), MAX_SMALL_FILE);
    if (content) await keep(name, content);
  }
  for (const name of SMALL_FILES) await keep(name, await readFileBounded(join(folder, name), MAX_SMALL_FILE));
  const manifest = {
    version: 1,
    coordinator: coordinatorId,
    takenAt: formatTimestamp(clock.now()),
    ...log,
    files
  };
  await createFile(join(out, MANIFEST), `${JSON.stringify(manifest, null, 2)}
`, 384);
  return manifest;
}
async function copyStore(from, to) {
  try {
    if (from.kind === "postgres") await copyPostgres(from.url, to);
    else copySqlite(from.path, to);
    await syncFile(to);
    const copy = new DatabaseSync(to, { readOnly: true });
    try {
      const { n } = copy.prepare("SELECT count(*) AS n FROM log_entries").get();
      const checkpoint = copy.prepare("SELECT note FROM log_checkpoint").get();
      return { logSize: Number(n), checkpoint: checkpoint ? String(checkpoint["note"]) : null };
    } finally {
      copy.close();
    }
  } catch (cause) {
    throw new SallyportError("STORE_FAILED", {
      message: `the store could not be copied to ${to}: ${messageOf(cause)}`,
      cause
    });
  }
}
function copySqlite(from, to) {
  const source = new DatabaseSync(from, { readOnly: true, timeout: 5e3 });
  try {
    source.prepare("VACUUM INTO ?").run(to);
  } finally {
    source.close();
  }
}
async function syncFile(path) {
  const file = await open(path, "r+");
  try {
    await file.chmod(384);
    await file.sync();
  } finally {
    await file.close();
  }
  await syncFolder(join(path, ".."));
}

// src/coordinator/operations/doctor.ts
const { stat, statfs } = process.getBuiltinModule("node:fs/promises");
const { join: join2 } = process.getBuiltinModule("node:path");
const { DatabaseSync: DatabaseSync3 } = process.getBuiltinModule("node:sqlite");

// src/coordinator/operations/migrate.ts
const { DatabaseSync: DatabaseSync2 } = process.getBuiltinModule("node:sqlite");
async function migrate(folder, location) {
  await openDataDirectory(folder);
  const from = await schemaVersionAt(location);
  await (await openStore(location)).close();
  const to = MIGRATIONS.length;
  return { from, to, copy: from === to ? null : `${storePath(folder)}.schema-${from}` };
}
async function schemaVersionAt(location) {
  if (location.kind === "postgres") return versionOfPostgres(location.url);
  const database = new DatabaseSync2(location.path, { readOnly: true, timeout: 5e3 });
  try {
    return Number(database.prepare("PRAGMA user_version").get()["user_version"]);
  } finally {
    database.close();
  }
}

// src/coordinator/operations/doctor.ts
var RENEW_WITHIN = 30 * DAY;
var ENOUGH_BYTES = 256 * 1024 * 1024;
async function examineCoordinator(folder, location, clock) {
  const looks = [
    ["data directory", () => lookAtDirectory(folder)],
    ["key list", () => lookAtKeyList(folder, clock)],
    ["key files", () => lookAtKeyFiles(folder)],
    ["store", () => lookAtStore(location)],
    ["environments.yml", () => lookAtText(location, "environments", (text) => parseEnvironments(text, "it"))],
    ["access.hujson", () => lookAtText(location, "accessRules", (text) => parseAccessRules(text, "it"))],
    ["transparency log", () => lookAtLog(folder, location)],
    ["disk", () => lookAtDisk(folder)]
  ];
  const checks = [];
  for (const [name, look] of looks) {
    try {
      checks.push({ name, ...await look() });
    } catch (thrown) {
      checks.push({ name, status: "problem", message: messageOf(thrown) });
    }
  }
  return checks;
}
async function lookAtDirectory(folder) {
  const { coordinatorId } = await openDataDirectory(folder);
  const { mode } = await stat(folder);
  if ((mode & 63) !== 0)
    return { status: "problem", message: `${folder} is open to other users: chmod 700` };
  return { status: "ok", message: `coordinator ${coordinatorId}` };
}
async function lookAtKeyList(folder, clock) {
  const { keyList } = await openDataDirectory(folder);
  const until = formatTimestamp(keyList.notAfter);
  const renew = "sallyport keys renew --data DIR --key root.key";
  if (!isCurrent(keyList, clock.now()))
    return { status: "problem", message: `not current, ends ${until}: ${renew}` };
  if (keyList.notAfter - clock.now() < RENEW_WITHIN)
    return { status: "notice", message: `ends ${until}: ${renew}` };
  return { status: "ok", message: `epoch ${keyList.epoch}, sequence ${keyList.sequence}, until ${until}` };
}
async function lookAtKeyFiles(folder) {
  for (const role of ONLINE_ROLES) {
    const { mode } = await stat(join2(folder, "keys", `${role}.key`));
    if ((mode & 63) !== 0)
      return { status: "problem", message: `keys/${role}.key is open to other users: chmod 600` };
  }
  return { status: "ok", message: `${ONLINE_ROLES.length} keys, for their owner only` };
}
async function lookAtStore(location) {
  const schema = await schemaVersionAt(location);
  if (schema > MIGRATIONS.length)
    return { status: "problem", message: `schema ${schema} is of a newer version` };
  const wrong = location.kind === "sqlite" ? checkIntegrity(location.path) : await checkServer(location.url);
  if (wrong !== void 0) return { status: "problem", message: wrong };
  const pending = schema < MIGRATIONS.length ? `, will be brought to ${MIGRATIONS.length} by the next start` : "";
  return { status: pending === "" ? "ok" : "notice", message: `whole, schema ${schema}${pending}` };
}
function checkIntegrity(path) {
  const database = new DatabaseSync3(path, { readOnly: true, timeout: 5e3 });
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
  const { coordinatorId, keyList, root } = await openDataDirectory(folder);
  const { earlierKeys, published } = await readCurrent(location, async (tx) => ({
    earlierKeys: await readEarlierLogKeys(tx, root),
    published: await tx.log.checkpoint()
  }));
  if (!published) return { status: "notice", message: 'not published yet: "coordinator serve" does' };
  const { checkpoint } = await verifyLog(
    { read: (path, maxBytes) => readFileIfThere(join2(logPath(folder), path), maxBytes) },
    {
      identity: { origin: logOrigin(coordinatorId), publicKey: keyList.keys.log, earlierKeys },
      describeEntry: (entry) => parseLogEntry(entry).type
    }
  );
  const waiting = await readCurrent(location, async (tx) => await tx.log.size() - checkpoint.size);
  const more = waiting === 0 ? "" : `, ${waiting} entries wait for the next checkpoint`;
  return { status: "ok", message: `${checkpoint.size} entries, recomputed from the first${more}` };
}
async function lookAtDisk(folder) {
  const { bavail, bsize } = await statfs(folder);
  const free = bavail * bsize;
  const message = `${Math.floor(free / 1024 / 1024)} MiB free`;
  return { status: free < ENOUGH_BYTES ? "notice" : "ok", message };
}
async function readCurrent(location, look) {
  const schema = await schemaVersionAt(location);
  if (schema !== MIGRATIONS.length) throw new Error(`not looked at: the store has schema ${schema}`);
  const store = await openStore(location);
  try {
    return await store.read(look);
  } finally {
    await store.close();
  }
}

// src/coordinator/operations/key-rotation.ts
const { join: join3 } = process.getBuiltinModule("node:path");
async function rotateKeys(options) {
  const { folder, random } = options;
  const unlock = lockDataDirectory(folder);
  try {
    const identity = await openDataDirectory(folder);
    refuseForeignRoot(identity, options.root);
    await settleKeys(folder, identity.keyList);
    const roles = options.roles.length === 0 ? ONLINE_ROLES : options.roles;
    const fresh = Object.fromEntries(roles.map((role) => [role, ed25519KeyPair(random.bytes(32))]));
    await stageKeys(folder, fresh);
    return await putInForce(options, identity, { ...identity.keys, ...fresh });
  } finally {
    unlock();
  }
}
function refuseForeignRoot({ root }, offered) {
  if (equalBytes(root, offered.publicKey)) return;
  throw new SallyportError("KEY_INVALID", {
    message: "this root key is not the one that made this coordinator",
    help: 'give the root.key of the operator folder that "coordinator init" wrote'
  });
}
async function putInForce({ folder, store, root, clock }, identity, keys) {
  const { keyList, keyListEnvelope } = identity;
  const isNewEpoch = !equalBytes(keys.approval.publicKey, keyList.keys.approval);
  const now = clock.now();
  const envelope = signKeyList(
    {
      epoch: keyList.epoch + (isNewEpoch ? 1 : 0),
      sequence: keyList.sequence + 1,
      notBefore: formatTimestamp(now),
      notAfter: formatTimestamp(addMs(now, KEY_LIST_LIFETIME)),
      keys: Object.fromEntries(ONLINE_ROLES.map((role) => [role, keys[role].publicKey]))
    },
    root
  );
  const next = verifyKeyList(envelope, root.publicKey);
  await store.write("key list", async (tx) => {
    await tx.log.append(entryOf(next, envelope, formatTimestamp(now)));
    await keepKeyList(tx, keyListEnvelope);
  });
  await writeFileAtomic(join3(folder, "key-list.json"), `${JSON.stringify(envelope, null, 2)}
`, 384);
  await settleKeys(folder, next);
  return next;
}
function entryOf({ epoch, sequence }, envelope, at) {
  const digest = formatDigest(sha256(encodeUtf8(envelope.payload)));
  return emitLogEntry({ type: "key-list", version: 1, at, epoch, sequence, digest });
}

// src/coordinator/operations/key-list-renewal.ts
async function renewKeyList(folder, store, root, clock) {
  const identity = await openDataDirectory(folder);
  refuseForeignRoot(identity, root);
  return putInForce({ folder, store, root, clock }, identity, identity.keys);
}

// src/coordinator/operations/log-clearing.ts
const { join: join4 } = process.getBuiltinModule("node:path");
async function clearLog({ folder, store, root, clock }) {
  const identity = await openDataDirectory(folder);
  refuseForeignRoot(identity, root);
  const files = logPath(folder);
  const { checkpoint } = await verifyLog(
    { read: (path, maxBytes) => readFileIfThere(join4(files, path), maxBytes) },
    {
      identity: {
        origin: logOrigin(identity.coordinatorId),
        publicKey: identity.keyList.keys.log,
        earlierKeys: await store.read((tx) => readEarlierLogKeys(tx, identity.root))
      },
      describeEntry: (entry) => parseLogEntry(entry).type
    }
  );
  const { size, root: treeRoot } = checkpoint;
  const issuedAt = clock.now();
  const text = JSON.stringify(signLogClearance({ issuedAt, size, root: treeRoot }, root));
  const digest = formatDigest(sha256(encodeUtf8(text)));
  const at = formatTimestamp(issuedAt);
  await store.write(
    "log clearance",
    (tx) => tx.log.append(emitLogEntry({ type: "log-clearance", version: 1, at, size, digest }))
  );
  await writeFileAtomic(join4(files, CLEARANCE_FILE), `${text}
`);
  return size;
}

// src/coordinator/operations/restore.ts
const { rm } = process.getBuiltinModule("node:fs/promises");
const { join: join5 } = process.getBuiltinModule("node:path");

// src/coordinator/transparency/rebuild.ts
var BATCH = 4096;
async function rebuildTiles(store, folder) {
  await makePrivateFolder(folder);
  const checkpoint = await store.read((tx) => tx.log.checkpoint());
  if (!checkpoint) return;
  const tiles = createTileFolder(folder);
  let frontier = EMPTY_FRONTIER;
  for (let from = 0; from < checkpoint.size; from += BATCH) {
    const count = Math.min(BATCH, checkpoint.size - from);
    const entries = await store.read((tx) => tx.log.list(from, count));
    const grown = growFrontier(frontier, entries.map(leafHash));
    await tiles.writeHashes(grown.tiles);
    await tiles.writeBundles(from, entries);
    frontier = grown.frontier;
  }
  await tiles.writeCheckpoint(checkpoint.note);
}

// src/coordinator/operations/restore.ts
async function restore(options) {
  const { backup, folder } = options;
  const wasThere = await refuseOccupied(folder, NEVER_OVER);
  const manifest = await readManifest(backup);
  const { coordinatorId } = await openDataDirectory(backup);
  await makePrivateFolder(join5(folder, "keys"));
  try {
    const certificate = OWN_CERTIFICATE.filter((name) => manifest.files[name] !== void 0);
    if (certificate.length > 0) await makePrivateFolder(join5(folder, "tls"));
    await copyFile(backup, folder, "store.sqlite", manifest, MAX_STORE_BYTES);
    for (const name of [...certificate, ...SMALL_FILES.slice(0, -1)])
      await copyFile(backup, folder, name, manifest, MAX_SMALL_FILE);
    const { voided: voided2, replayed } = await prepareStore(options);
    await moveStore(options);
    await copyFile(backup, folder, "coordinator.json", manifest, MAX_SMALL_FILE);
    return { coordinatorId, logSize: manifest.logSize, voided: voided2, replayed };
  } catch (thrown) {
    await discardDataDirectory(folder, wasThere);
    throw thrown;
  }
}
async function prepareStore(options) {
  const store = openSqliteStore({ path: storePath(options.folder) });
  try {
    const replayed = options.newerLog === void 0 ? null : await replayLog(store, options.newerLog, await logIdentityOf(options, store));
    await rebuildTiles(store, logPath(options.folder));
    await verifyRestoredLog(options, store);
    return { voided: await store.write("restore", (tx) => finish(tx, options)), replayed };
  } finally {
    await store.close();
  }
}
async function finish(tx, { extent, clock }) {
  if (extent.kind !== "agents") return voidWhatWasHandedOut(tx, clock.now());
  await beginRecovery(tx, clock.now());
  return null;
}
async function moveStore({ folder, store }) {
  if (store.kind === "sqlite") return;
  await fillPostgres(store.url, storePath(folder));
  await rm(storePath(folder));
  await keepStoreLocation(folder, store);
}
async function readManifest(backup) {
  const source = join5(backup, MANIFEST);
  const bytes = await readFileIfThere(source, MAX_SMALL_FILE);
  if (!bytes) {
    throw new SallyportError("DATA_DIRECTORY_INVALID", {
      message: `${backup} is no whole backup: it has no ${MANIFEST}`,
      help: 'name a folder that "sallyport coordinator backup" made and finished'
    });
  }
  return decode(manifestSchema, parseStrictJson(bytes, { source, maxBytes: MAX_SMALL_FILE }), { source });
}
async function copyFile(from, to, name, { files }, maxBytes) {
  const content = await readFileBounded(join5(from, name), maxBytes);
  if (formatDigest(sha256(content)) !== files[name]) {
    throw new SallyportError("DATA_DIRECTORY_INVALID", {
      message: `${join5(from, name)} is not as it was when the backup was taken`,
      help: "use another copy of the backup"
    });
  }
  await createFile(join5(to, name), content, 384);
}
async function logIdentityOf({ backup }, store) {
  const { coordinatorId, keyList, root } = await openDataDirectory(backup);
  const earlierKeys = await store.read((tx) => readEarlierLogKeys(tx, root));
  return { origin: logOrigin(coordinatorId), publicKey: keyList.keys.log, earlierKeys };
}
async function verifyRestoredLog(options, store) {
  const { folder, extent } = options;
  const newest = extent.kind === "known" ? extent.newest : void 0;
  const files = logPath(folder);
  if (await readFileIfThere(join5(files, "checkpoint"), MAX_SMALL_FILE) === void 0) {
    if (newest === void 0) return;
    throw new SallyportError("LOG_INCONSISTENT", {
      message: "the backup is of before its log was first published, and cannot be held against a checkpoint",
      help: "leave --checkpoint out, so that the agents say how far the log had gone; or give a newer backup"
    });
  }
  await verifyLog(
    { read: (path, maxBytes) => readFileIfThere(join5(files, path), maxBytes) },
    {
      identity: await logIdentityOf(options, store),
      ...newest === void 0 ? {} : { earlier: newest },
      describeEntry: (entry) => parseLogEntry(entry).type
    }
  );
}

// src/verbs/coordinator-upkeep.ts
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
    const store = await storeOf(call, folder);
    await becomeOwnerOf(folder);
    const manifest = await backUp({ folder, store, out, clock: ports.clock });
    if (options.json) ports.stdout(`${JSON.stringify(manifest)}
`);
    else ports.stdout(manifest.checkpoint ?? "");
    ports.stderr(`${out}: ${manifest.logSize} log entries, taken ${manifest.takenAt}
`);
    return EXIT.ok;
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
      throw new SallyportError("USAGE", {
        message: "--accept-loss is for when nobody knows how far the log had gone",
        help: "leave it out beside --newer-log and --checkpoint"
      });
    }
    const newest = options.checkpoint === void 0 ? void 0 : await readText(pathOf(call, "checkpoint", "FILE"));
    const folder = pathOf(call, "data", "DIR");
    const backup = pathOf(call, "backup", "DIR");
    const store = await chosenStore(call, folder) ?? sqliteIn(folder);
    await becomeOwnerOf(folder);
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
    return EXIT.ok;
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
    const store = await storeOf(call, folder);
    await becomeOwnerOf(folder);
    const checks = await examineCoordinator(folder, store, ports.clock);
    for (const { name, status, message } of checks) ports.stderr(`${MARKS[status]}  ${name}: ${message}
`);
    if (options.json) ports.stdout(`${JSON.stringify({ version: 1, checks }, null, 2)}
`);
    return checks.some(({ status }) => status === "problem") ? EXIT.usage : EXIT.ok;
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
    const store = await storeOf(call, folder);
    await becomeOwnerOf(folder);
    const done = await migrate(folder, store);
    if (options.json) ports.stdout(`${JSON.stringify({ version: 1, ...done })}
`);
    const { from, to, copy } = done;
    ports.stderr(
      from === to ? `the store has schema ${to} already
` : `schema ${from} \u2192 ${to}; before: ${copy}
`
    );
    return EXIT.ok;
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
    const root = parseKeyFile("root", await readText(keyPath), keyPath);
    const { epoch, sequence, notAfter } = await withStore(
      call,
      folder,
      (store) => renewKeyList(folder, store, root, ports.clock)
    );
    const until = formatTimestamp(notAfter);
    if (options.json) ports.stdout(`${JSON.stringify({ version: 1, epoch, sequence, until })}
`);
    ports.stderr(`key list ${sequence} of epoch ${epoch} is good until ${until}
`);
    return EXIT.ok;
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
    const root = parseKeyFile("root", await readText(keyPath), keyPath);
    const roles = (options["online-key"] ?? []).map(parseOnlineRole);
    const { clock, random } = ports;
    const { epoch, sequence } = await withStore(
      call,
      folder,
      (store) => rotateKeys({ folder, store, root, roles, clock, random })
    );
    const replaced = roles.length === 0 ? ONLINE_ROLES : roles;
    if (options.json) ports.stdout(`${JSON.stringify({ version: 1, epoch, sequence, replaced })}
`);
    ports.stderr(
      `replaced ${replaced.join(", ")}: key list ${sequence} of epoch ${epoch}. Start the coordinator now
`
    );
    return EXIT.ok;
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
    const root = parseKeyFile("root", await readText(keyPath), keyPath);
    const size = await withStore(
      call,
      folder,
      (store) => clearLog({ folder, store, root, clock: ports.clock })
    );
    if (options.json) ports.stdout(`${JSON.stringify({ version: 1, size })}
`);
    ports.stderr(`agents that stopped believe the log again, if it holds these ${size} entries
`);
    return EXIT.ok;
  }
};
var RECOVERS = 'start it: it asks its agents what the backup lacks, and serves when all were heard; see "sallyport recovery show"\n';
function voided({ secrets, leases }) {
  return `void from now on: ${secrets} enrolment secrets, ${leases} leases of runners
`;
}
function parseOnlineRole(text) {
  const role = ONLINE_ROLES.find((each) => each === text);
  if (role) return role;
  throw new SallyportError("USAGE", {
    message: `--online-key ${JSON.stringify(text)} is not known`,
    help: `choose from ${ONLINE_ROLES.join(", ")}`
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
  if (typeof given === "string") return resolve(ports.cwd, given);
  throw new SallyportError("USAGE", { message: `--${name} ${value} is missing`, help: "see --help" });
}
async function readText(path) {
  return decodeUtf8(await readFileBounded(path, MAX_FILE_BYTES));
}
export {
  coordinatorBackup,
  coordinatorDoctor,
  coordinatorMigrate,
  coordinatorRestore,
  keysClearLog,
  keysRenew,
  keysRotate
};
