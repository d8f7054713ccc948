/** Every number of the WireGuard paper (section 6) and of this implementation, and nowhere else. Times in ms. */

// Of the protocol.
export const REKEY_AFTER_TIME = 120_000
export const REJECT_AFTER_TIME = 180_000
export const REKEY_TIMEOUT = 5_000
export const REKEY_ATTEMPT_TIME = 90_000
export const KEEPALIVE_TIMEOUT = 10_000
export const COOKIE_REFRESH_TIME = 120_000
/** Counters are two u32; REKEY_AFTER_MESSAGES is 2^60, REJECT_AFTER_MESSAGES is 2^64 − 2^13 − 1. */
export const REKEY_AFTER_MESSAGES_HIGH = 0x1000_0000
export const REJECT_AFTER_MESSAGES_HIGH = 0xffff_ffff
export const REJECT_AFTER_MESSAGES_LOW = 0xffff_dfff
export const PADDING_MULTIPLE = 16

export const CONSTRUCTION = 'Noise_IKpsk2_25519_ChaChaPoly_BLAKE2s'
export const IDENTIFIER = 'WireGuard v1 zx2c4 Jason@zx2c4.com'
export const LABEL_MAC1 = 'mac1----'
export const LABEL_COOKIE = 'cookie--'

// Of this implementation.
export const REKEY_TIMEOUT_JITTER_MAX = 333
export const MAX_HANDSHAKE_ATTEMPTS = REKEY_ATTEMPT_TIME / REKEY_TIMEOUT
/** Keys of a peer that is not heard of are zeroed after this. */
export const ZERO_KEYS_AFTER = REJECT_AFTER_TIME * 3
/** Initiations of one peer closer together than this are a flood. */
export const INITIATION_INTERVAL_MIN = 20
/** Cookies are sealed with a secret of at most this age. */
export const COOKIE_SECRET_LIFETIME = 120_000
/** Plaintext packets that wait for a handshake, per peer; the oldest gives way. */
export const MAX_STAGED_PACKETS = 128
/** Key exchange may take this share of the time, with this much at once (ms), before cookies are demanded. */
export const HANDSHAKE_BUDGET_SHARE = 0.1
export const HANDSHAKE_BUDGET_BURST = 30
/** Load is assumed for this long after the budget was last exceeded. */
export const LOAD_STICKY_TIME = 1_000
export const DEFAULT_MTU = 1_420
