/** Where BLAKE2s keeps its data in a memory of its own, in bytes. All but what a caller is to take away is zero between calls. */

/** As what the module asks for its memory. */
export const DIGEST_MEMORY_IMPORT = { module: 'blake2s', name: 'memory' } as const

/** The state of RFC 7693, which at the end is the digest. */
export const DIGEST_AT = 0
/** The key of an HMAC, with zeros behind it: a block. */
export const HMAC_KEY_AT = 64
/** The block that an HMAC makes of its key, or of its inner digest. */
export const MADE_BLOCK_AT = 128
/** Three outputs of HKDF, of 32 bytes each. */
export const OUTPUTS_AT = 192
/** What is digested, with zeros behind it to the end of its last block. */
export const INPUT_AT = 320
export const INPUT_MAX = 512
export const DIGEST_MEMORY_END = INPUT_AT + INPUT_MAX
