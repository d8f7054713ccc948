/** Our advisory locks, as pairs of (class, number). The server frees them when their connection ends, however it ends. */

/** 'sall' in ASCII: other users of the database have other classes. */
export const LOCK_CLASS = 0x73616c6c

/** Held while the schema changes. */
export const MIGRATION_LOCK = 0

/** A replica holds the lock of its own number for as long as it lives. */
export const REPLICA_NUMBERS = { first: 1, last: 0x7fffffff } as const
