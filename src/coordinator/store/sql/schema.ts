/**
 * The schema of both stores, as a list of migrations: entry N brings version N to N + 1. An entry that was
 * released is never edited. Written for SQLite; PostgreSQL gets the same with its own names of types
 * (`postgres/dialect.ts`), so say TEXT, INTEGER or BLOB, and quote what is a reserved word in either.
 */
export const MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

  CREATE TABLE nodes (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('agent', 'runner')),
    name TEXT NOT NULL,
    wireguard_key TEXT NOT NULL UNIQUE,
    machine_key TEXT NOT NULL UNIQUE,
    key_id TEXT NOT NULL UNIQUE,
    ipv4 TEXT NOT NULL,
    ipv6 TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('active', 'suspended', 'revoked', 'left', 'ended')),
    tags TEXT NOT NULL,
    applications TEXT NOT NULL,
    environment TEXT NOT NULL,
    port INTEGER,
    endpoints TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    changed_version INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE UNIQUE INDEX nodes_live_name ON nodes (name) WHERE state IN ('active', 'suspended');
  CREATE INDEX nodes_live ON nodes (created_at, id) WHERE state IN ('active', 'suspended');
  CREATE INDEX nodes_agents ON nodes (environment) WHERE kind = 'agent' AND state = 'active';

  CREATE TABLE addresses (
    ipv4 TEXT PRIMARY KEY,
    node_id TEXT NOT NULL UNIQUE REFERENCES nodes (id),
    free_at INTEGER
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE leases (
    node_id TEXT PRIMARY KEY REFERENCES nodes (id),
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    issuer TEXT NOT NULL,
    jti TEXT NOT NULL,
    token TEXT NOT NULL,
    approval TEXT
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX leases_end ON leases ("end");

  CREATE TABLE edges (
    id TEXT PRIMARY KEY,
    source TEXT NOT NULL REFERENCES nodes (id),
    target TEXT NOT NULL REFERENCES nodes (id),
    ports TEXT NOT NULL,
    approval TEXT,
    added_version INTEGER NOT NULL,
    removed_version INTEGER
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX edges_source ON edges (source, removed_version);
  CREATE INDEX edges_target ON edges (target, removed_version);
  CREATE INDEX edges_approval ON edges (approval) WHERE approval IS NOT NULL AND removed_version IS NULL;

  CREATE TABLE enrolments (
    secret_hash TEXT PRIMARY KEY,
    tags TEXT NOT NULL,
    applications TEXT NOT NULL,
    environment TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    consumed_by TEXT REFERENCES nodes (id) DEFERRABLE INITIALLY DEFERRED
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE tokens (
    issuer TEXT NOT NULL,
    jti TEXT NOT NULL,
    binding TEXT NOT NULL,
    result TEXT NOT NULL,
    expires_at INTEGER NOT NULL,
    PRIMARY KEY (issuer, jti)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX tokens_expiry ON tokens (expires_at);

  CREATE TABLE nonces (
    key TEXT NOT NULL,
    nonce TEXT NOT NULL,
    used_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    PRIMARY KEY (key, nonce)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX nonces_rate ON nonces (key, used_at);
  CREATE INDEX nonces_expiry ON nonces (expires_at);

  CREATE TABLE submissions (
    id TEXT PRIMARY KEY,
    machine_key TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('reserved', 'signed', 'expired')),
    application TEXT NOT NULL,
    environment TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    principal TEXT NOT NULL,
    evidence TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE statements (
    digest TEXT PRIMARY KEY,
    submission TEXT NOT NULL REFERENCES submissions (id),
    ordinal INTEGER NOT NULL,
    application TEXT NOT NULL,
    environment TEXT NOT NULL,
    sequence INTEGER NOT NULL,
    run_id TEXT NOT NULL,
    artifact TEXT NOT NULL,
    bytes BLOB NOT NULL,
    not_after INTEGER NOT NULL,
    log_index INTEGER,
    envelope TEXT,
    token TEXT,
    revoked_at INTEGER,
    UNIQUE (application, environment, sequence)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX statements_submission ON statements (submission, ordinal);
  CREATE INDEX statements_artifact ON statements (artifact, environment);

  CREATE TABLE person_tokens (
    statement TEXT NOT NULL REFERENCES statements (digest),
    issuer TEXT NOT NULL,
    subject TEXT NOT NULL,
    token TEXT NOT NULL,
    PRIMARY KEY (statement, issuer, subject)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE receipts (
    digest TEXT PRIMARY KEY,
    node_id TEXT NOT NULL REFERENCES nodes (id),
    approval TEXT NOT NULL,
    outcome TEXT NOT NULL,
    bytes BLOB NOT NULL,
    log_index INTEGER NOT NULL,
    received_at INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX receipts_approval ON receipts (approval, received_at);

  CREATE TABLE environments (
    version INTEGER PRIMARY KEY,
    text TEXT NOT NULL,
    digest TEXT NOT NULL,
    folder TEXT,
    created_at INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE log_entries (
    position INTEGER PRIMARY KEY,
    bytes BLOB NOT NULL CHECK (length(bytes) <= 65535)
  ) STRICT;

  CREATE TABLE log_checkpoint (
    "only" INTEGER PRIMARY KEY CHECK ("only" = 1),
    size INTEGER NOT NULL,
    note TEXT NOT NULL
  ) STRICT;
  `,
  `
  CREATE TABLE access_rules (
    version INTEGER PRIMARY KEY,
    text TEXT NOT NULL,
    digest TEXT NOT NULL,
    "by" TEXT,
    created_at INTEGER NOT NULL
  ) STRICT;
  `,
  `
  CREATE TABLE documents (
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    group_id TEXT,
    revision INTEGER NOT NULL,
    body TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    expires_at INTEGER,
    PRIMARY KEY (kind, id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX documents_group ON documents (kind, group_id, created_at);
  CREATE INDEX documents_expiry ON documents (expires_at) WHERE expires_at IS NOT NULL;
  `,
  `
  CREATE INDEX nodes_changed ON nodes (changed_version);
  CREATE INDEX edges_added ON edges (added_version);
  CREATE INDEX edges_removed ON edges (removed_version);
  `,
  `
  CREATE INDEX nodes_agents_changed ON nodes (changed_version) WHERE kind = 'agent';
  `,
  // A node with an owner is a person's, whatever its kind says: the CHECK of the first version knows two.
  `
  ALTER TABLE nodes ADD COLUMN owner TEXT;
  CREATE INDEX nodes_owner ON nodes (owner) WHERE owner IS NOT NULL;
  `,
]
