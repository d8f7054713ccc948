/**
 * The engines below the cipher tiers over Project Wycheproof's vectors (noble's run in the wireguard room),
 * then each tier, whose nonces are counters and which associates nothing, over the same keys and messages.
 */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { pathToFileURL } from 'node:url'
import { chacha20poly1305 } from '@noble/ciphers/chacha.js'
import { expect, test } from 'vitest'
import { concatBytes, equalBytes } from '../../src/base/bytes.ts'
import { TIERS } from '../../src/mesh/aead-tiers.ts'
import { loadKoffi } from '../../src/mesh/native/koffi.ts'
import { assetPath } from '../../src/platform/assets.ts'
import { openBytes, sealBytes } from '../../src/tunnel/wireguard/aead.ts'
import type { SodiumModule } from '../../src/tunnel/wireguard/aead-sodium.ts'
import { type AeadVector, readWycheproof } from '../support/wycheproof.ts'
import { RawCipher } from '../tunnel/cipher/raw-cipher.ts'

const vectors = readWycheproof().chacha20Poly1305.filter(({ nonce }) => nonce.length === 12)
const hasKoffi = loadKoffi().kind === 'loaded'
const tiers = TIERS.filter(({ name }) => name !== 'openssl' || hasKoffi)
if (!hasKoffi) test.skip('openssl: koffi is not here, it is carried for linux on x64 with glibc only')

/** What `node:crypto` and tier A call is the same OpenSSL. */
test('the OpenSSL of this node gives the bytes, and opens nothing that is invalid', () => {
  const wrong = vectors.filter((vector) => {
    const { key, nonce, associated, message, sealed } = vector
    const cipher = createCipheriv('chacha20-poly1305', key, nonce, { authTagLength: 16 })
    cipher.setAAD(associated, { plaintextLength: message.length })
    const mine = concatBytes(cipher.update(message), cipher.final(), cipher.getAuthTag())
    const decipher = createDecipheriv('chacha20-poly1305', key, nonce, { authTagLength: 16 })
    decipher.setAAD(associated, { plaintextLength: message.length })
    decipher.setAuthTag(sealed.subarray(message.length))
    const opened = decipher.update(sealed.subarray(0, message.length))
    return !isRight(vector, mine, isAuthentic(() => decipher.final()) ? opened : undefined)
  })
  expect(wrong.map(({ id }) => id)).toEqual([])
})

test('libsodium gives the bytes, and opens nothing that is invalid', async () => {
  const sodium = await loadSodium()
  const wrong = vectors.filter((vector) => !isRight(vector, ...runSodium(sodium, vector)))
  expect(wrong.map(({ id }) => id)).toEqual([])
})

test('our own WebAssembly gives the bytes, and opens nothing that is invalid', () => {
  const own = new RawCipher()
  const wrong = vectors.filter((vector) => {
    const { key, nonce, associated, message, sealed } = vector
    return !isRight(
      vector,
      own.seal(key, nonce, associated, message),
      own.open(key, nonce, associated, sealed),
    )
  })
  expect(wrong.map(({ id }) => id)).toEqual([])
})

test.each(tiers)('$name seals and opens each key and message as noble does, and no changed tag', async ({
  load,
}) => {
  const aead = await load()
  const wrong = vectors.filter(({ nonce, key: bytes, message }) => {
    const view = Buffer.from(nonce)
    const [low, high] = [view.readUInt32LE(4), view.readUInt32LE(8)]
    const counter = concatBytes(new Uint8Array(4), nonce.subarray(4))
    const expected = chacha20poly1305(bytes, counter).encrypt(message)
    const key = aead.importKey(bytes)
    const sealed = sealBytes(aead, key, low, high, message)
    const opened = openBytes(aead, key, low, high, expected)
    // Each bit of the tag that Wycheproof changes in its invalid vectors.
    const refusesAll = [0, 1, 7, 31, 63, 64, 71, 77, 80, 96, 97, 103, 120, 121, 126, 127].every((bit) => {
      const changed = expected.slice()
      changed[message.length + (bit >> 3)]! ^= 1 << (bit & 7)
      return openBytes(aead, key, low, high, changed) === undefined
    })
    key.zero()
    return !(equalBytes(sealed, expected) && opened && equalBytes(opened, message) && refusesAll)
  })
  expect(wrong.map(({ id }) => id)).toEqual([])
})

function isRight(vector: AeadVector, sealed: Uint8Array, opened: Uint8Array | undefined): boolean {
  if (!vector.valid) return opened === undefined
  return equalBytes(sealed, vector.sealed) && opened !== undefined && equalBytes(opened, vector.message)
}

function isAuthentic(verify: () => unknown): boolean {
  try {
    verify()
    return true
  } catch {
    return false
  }
}

async function loadSodium(): Promise<SodiumModule> {
  const loaded: unknown = await import(pathToFileURL(assetPath('libsodium.mjs')).href)
  const { default: create } = loaded as { default: (settings: object) => Promise<SodiumModule> }
  const sodium = await create({ getRandomValue: () => randomBytes(4).readUInt32LE() })
  sodium._sodium_init()
  return sodium
}

function runSodium(sodium: SodiumModule, vector: AeadVector): [Uint8Array, Uint8Array | undefined] {
  const { key, nonce, associated, message, sealed } = vector
  const place = (bytes: Uint8Array): number => {
    const at = sodium._malloc(bytes.length + 32)
    sodium.HEAPU8.set(bytes, at)
    return at
  }
  const read = (at: number, length: number) => sodium.HEAPU8.slice(at, at + length)
  const [keyAt, nonceAt, associatedAt] = [place(key), place(nonce), place(associated)]
  const [messageAt, sealedAt, outAt] = [place(message), place(sealed), place(sealed)]
  const length = associated.length
  sodium._crypto_aead_chacha20poly1305_ietf_encrypt(
    outAt,
    0,
    messageAt,
    message.length,
    0,
    associatedAt,
    length,
    0,
    0,
    nonceAt,
    keyAt,
  )
  const mine = read(outAt, sealed.length)
  const failed = sodium._crypto_aead_chacha20poly1305_ietf_decrypt(
    outAt,
    0,
    0,
    sealedAt,
    sealed.length,
    0,
    associatedAt,
    length,
    0,
    nonceAt,
    keyAt,
  )
  const opened = failed === 0 ? read(outAt, message.length) : undefined
  for (const at of [keyAt, nonceAt, associatedAt, messageAt, sealedAt, outAt]) sodium._free(at)
  return [mine, opened]
}
