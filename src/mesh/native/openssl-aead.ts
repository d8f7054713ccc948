/**
 * Tier A: ChaCha20-Poly1305 of the OpenSSL that is inside the `node` binary, called by name. One cipher
 * context per key and direction, re-armed with the nonce alone; packets pass through one pinned arena,
 * in place.
 */
import type { Aead, AeadKey } from '../../tunnel/wireguard/aead.ts'
import type { Koffi, NativeFunction, PinnedBytes } from './koffi.ts'
import { pinBytes } from './koffi.ts'

const TAG_SIZE = 16
const PACKET_MAX = 65_536 + TAG_SIZE
const CTRL_GET_TAG = 0x10
const CTRL_SET_TAG = 0x11

interface Evp {
  readonly newContext: NativeFunction
  readonly freeContext: NativeFunction
  readonly cipher: number
  readonly control: NativeFunction
  readonly sealInit: NativeFunction
  readonly sealUpdate: NativeFunction
  readonly sealFinal: NativeFunction
  readonly openInit: NativeFunction
  readonly openUpdate: NativeFunction
  readonly openFinal: NativeFunction
}

interface Arena {
  readonly packet: PinnedBytes
  readonly nonce: PinnedBytes
  readonly tag: PinnedBytes
  readonly length: PinnedBytes
}

/** @throws where this binary does not have the functions: then the next tier serves */
export function createOpensslAead(koffi: Koffi): Aead {
  const evp = bindEvp(koffi)
  const arena: Arena = {
    packet: pinBytes(koffi, PACKET_MAX),
    nonce: pinBytes(koffi, 12),
    tag: pinBytes(koffi, TAG_SIZE),
    length: pinBytes(koffi, 8),
  }
  const forgotten = new FinalizationRegistry<Contexts>((contexts) => freeContexts(evp, contexts))
  return {
    name: 'openssl',
    importKey(bytes) {
      const key = new OpensslAeadKey(koffi, evp, arena, bytes)
      forgotten.register(key, key.contexts)
      return key
    },
  }
}

function bindEvp(koffi: Koffi): Evp {
  const library = koffi.load(null)
  const init = 'uintptr_t ctx, uintptr_t cipher, uintptr_t engine, uintptr_t key, uintptr_t nonce'
  const update = 'uintptr_t ctx, uintptr_t out, uintptr_t outLength, uintptr_t in, int length'
  const final = 'uintptr_t ctx, uintptr_t out, uintptr_t outLength'
  return {
    newContext: library.func('uintptr_t EVP_CIPHER_CTX_new()'),
    freeContext: library.func('void EVP_CIPHER_CTX_free(uintptr_t ctx)'),
    cipher: library.func('uintptr_t EVP_chacha20_poly1305()')(),
    control: library.func('int EVP_CIPHER_CTX_ctrl(uintptr_t ctx, int type, int value, uintptr_t at)'),
    sealInit: library.func(`int EVP_EncryptInit_ex(${init})`),
    sealUpdate: library.func(`int EVP_EncryptUpdate(${update})`),
    sealFinal: library.func(`int EVP_EncryptFinal_ex(${final})`),
    openInit: library.func(`int EVP_DecryptInit_ex(${init})`),
    openUpdate: library.func(`int EVP_DecryptUpdate(${update})`),
    openFinal: library.func(`int EVP_DecryptFinal_ex(${final})`),
  }
}

/** Zero once freed. OpenSSL wipes a context that it frees. */
interface Contexts {
  seal: number
  open: number
}

function freeContexts(evp: Evp, contexts: Contexts): void {
  for (const context of [contexts.seal, contexts.open]) if (context !== 0) evp.freeContext(context)
  contexts.seal = contexts.open = 0
}

class OpensslAeadKey implements AeadKey {
  readonly contexts: Contexts
  readonly #evp: Evp
  readonly #arena: Arena

  constructor(koffi: Koffi, evp: Evp, arena: Arena, bytes: Uint8Array) {
    this.#evp = evp
    this.#arena = arena
    this.contexts = { seal: evp.newContext(), open: evp.newContext() }
    const key = pinBytes(koffi, 32)
    key.bytes.set(bytes)
    const { seal, open } = this.contexts
    const armed =
      seal !== 0 &&
      open !== 0 &&
      evp.sealInit(seal, evp.cipher, 0, key.address, 0) === 1 &&
      evp.openInit(open, evp.cipher, 0, key.address, 0) === 1
    key.bytes.fill(0)
    if (armed) return
    freeContexts(evp, this.contexts)
    throw new Error('OpenSSL gives no cipher context')
  }

  seal(low: number, high: number, plaintext: Uint8Array, out: Uint8Array, at: number): void {
    const evp = this.#evp
    const { packet, tag, length } = this.#arena
    const context = live(this.contexts.seal)
    packet.bytes.set(plaintext, 0)
    const size = plaintext.length
    const sealed =
      evp.sealInit(context, 0, 0, 0, this.#nonceOf(low, high)) === 1 &&
      (size === 0 || evp.sealUpdate(context, packet.address, length.address, packet.address, size) === 1) &&
      evp.sealFinal(context, packet.address, length.address) === 1 &&
      evp.control(context, CTRL_GET_TAG, TAG_SIZE, tag.address) === 1
    if (!sealed) throw new Error('OpenSSL did not seal')
    packet.bytes.copy(out, at, 0, size)
    tag.bytes.copy(out, at + size)
  }

  open(low: number, high: number, sealed: Uint8Array): Uint8Array | undefined {
    const evp = this.#evp
    const { packet, length } = this.#arena
    const context = live(this.contexts.open)
    const size = sealed.length - TAG_SIZE
    if (size < 0 || sealed.length > PACKET_MAX) return undefined
    packet.bytes.set(sealed, 0)
    const opened =
      evp.openInit(context, 0, 0, 0, this.#nonceOf(low, high)) === 1 &&
      evp.control(context, CTRL_SET_TAG, TAG_SIZE, packet.address + size) === 1 &&
      (size === 0 || evp.openUpdate(context, packet.address, length.address, packet.address, size) === 1) &&
      evp.openFinal(context, packet.address, length.address) === 1
    if (!opened) {
      // OpenSSL has decrypted before it compared.
      packet.bytes.fill(0, 0, sealed.length)
      return undefined
    }
    const plaintext = Buffer.allocUnsafe(size)
    packet.bytes.copy(plaintext, 0, 0, size)
    return plaintext
  }

  zero(): void {
    freeContexts(this.#evp, this.contexts)
  }

  #nonceOf(low: number, high: number): number {
    const { bytes, address } = this.#arena.nonce
    bytes.writeUInt32LE(low, 4)
    bytes.writeUInt32LE(high, 8)
    return address
  }
}

function live(context: number): number {
  if (context === 0) throw new Error('a zeroed key was used')
  return context
}
