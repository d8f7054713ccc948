/** Where the cipher's own data lie in its memory, in bytes. Packets lie behind them. All is zero between calls. */

/** As what the module asks for its memory. */
export const MEMORY_IMPORT = { module: 'cipher', name: 'memory' } as const

/** The 16 words of RFC 8439, section 2.3: constants, key, counter, nonce. The caller writes key and nonce. */
export const STATE_AT = 0
export const KEY_AT = STATE_AT + 16
export const COUNTER_AT = STATE_AT + 48
export const NONCE_AT = STATE_AT + 52
/** Four blocks of key stream. */
export const KEY_STREAM_AT = 64
/** Poly1305: the accumulator's five limbs, then r's, of 8 bytes each. */
export const ACCUMULATOR_AT = 320
export const MULTIPLIER_AT = 360
/** The second half of the one-time key, of 16 bytes. */
export const PAD_AT = 400
/** A block that is filled up with zeros. */
export const LAST_BLOCK_AT = 416
/** The tag as computed. */
export const TAG_AT = 432
/** Nine vectors each: r^4 in every lane; r^4, r^3, r^2 and r, a lane each. */
export const FOURTH_POWER_AT = 448
export const LANE_POWERS_AT = 592
export const OWN_SIZE = 736
