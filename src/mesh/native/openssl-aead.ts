/**
 * Tier A: ChaCha20-Poly1305 of the OpenSSL that is inside the `node` binary, called by name. One cipher
 * context per key and direction, re-armed with the nonce alone; packets are sealed and opened in place,
 * in pinned arenas.
 */
import { type Aead, type AeadKey, type Arena, TAG_SIZE } from '../../tunnel/wireguard/aead.ts'
import type { Koffi, NativeFunction, PinnedBytes } from './koffi.ts'
import { pinBytes } from './koffi.ts'

const CTRL_GET_TAG = 0x10
/** `OSSL_PARAM`: name, type (`OSSL_PARAM_OCTET_STRING`), bytes, their number, what came back; one of zeros ends the list. */
const PARAMETER_SIZE = 40
const OCTET_STRING = 5
const TAG_PARAMETER = Buffer.from('tag\0')
const TAG_PARAMETER_AT = 2 * PARAMETER_SIZE

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

/** What all keys share: a nonce, and room for a length that nobody reads. */
interface Registers {
  readonly nonce: PinnedBytes
  readonly words: DataView
  readonly length: PinnedBytes
  /** A list of parameters with the tag that is to be compared: so it needs no call of its own. */
  readonly tag: PinnedBytes
}

/** @throws where this binary does not have the functions: then the next tier serves */
export function createOpensslAead(koffi: Koffi): Aead {
  const evp = bindEvp(koffi)
  const nonce = pinBytes(koffi, 12)
  const words = new DataView(nonce.bytes.buffer, nonce.bytes.byteOffset, 12)
  const registers: Registers = { nonce, words, length: pinBytes(koffi, 8), tag: tagParameter(koffi) }
  const forgotten = new FinalizationRegistry<Contexts>((contexts) => freeContexts(evp, contexts))
  return {
    name: 'openssl',
    allocate: (size) => pinBytes(koffi, size),
    importKey(bytes) {
      const key = new OpensslAeadKey(koffi, evp, registers, bytes)
      forgotten.register(key, key.contexts)
      return key
    },
  }
}

function tagParameter(koffi: Koffi): PinnedBytes {
  const list = pinBytes(koffi, TAG_PARAMETER_AT + TAG_PARAMETER.length)
  const { bytes, address } = list
  bytes.writeBigUInt64LE(BigInt(address + TAG_PARAMETER_AT), 0)
  bytes.writeUInt32LE(OCTET_STRING, 8)
  bytes.writeBigUInt64LE(BigInt(TAG_SIZE), 24)
  bytes.set(TAG_PARAMETER, TAG_PARAMETER_AT)
  return list
}

function bindEvp(koffi: Koffi): Evp {
  const library = koffi.load(null)
  const init = 'uintptr_t ctx, uintptr_t cipher, uintptr_t key, uintptr_t nonce, uintptr_t parameters'
  const update = 'uintptr_t ctx, uintptr_t out, uintptr_t outLength, uintptr_t in, int length'
  const final = 'uintptr_t ctx, uintptr_t out, uintptr_t outLength'
  return {
    newContext: library.func('uintptr_t EVP_CIPHER_CTX_new()'),
    freeContext: library.func('void EVP_CIPHER_CTX_free(uintptr_t ctx)'),
    cipher: library.func('uintptr_t EVP_chacha20_poly1305()')(),
    control: library.func('int EVP_CIPHER_CTX_ctrl(uintptr_t ctx, int type, int value, uintptr_t at)'),
    sealInit: library.func(`int EVP_EncryptInit_ex2(${init})`),
    sealUpdate: library.func(`int EVP_EncryptUpdate(${update})`),
    sealFinal: library.func(`int EVP_EncryptFinal_ex(${final})`),
    openInit: library.func(`int EVP_DecryptInit_ex2(${init})`),
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
  readonly #registers: Registers

  constructor(koffi: Koffi, evp: Evp, registers: Registers, bytes: Uint8Array) {
    this.#evp = evp
    this.#registers = registers
    this.contexts = { seal: evp.newContext(), open: evp.newContext() }
    const key = pinBytes(koffi, 32)
    key.bytes.set(bytes)
    const { seal, open } = this.contexts
    const armed =
      seal !== 0 &&
      open !== 0 &&
      evp.sealInit(seal, evp.cipher, key.address, 0, 0) === 1 &&
      evp.openInit(open, evp.cipher, key.address, 0, 0) === 1
    key.bytes.fill(0)
    if (armed) return
    freeContexts(evp, this.contexts)
    throw new Error('OpenSSL gives no cipher context')
  }

  seal(low: number, high: number, arena: Arena, at: number, length: number): void {
    const evp = this.#evp
    const context = live(this.contexts.seal)
    const packet = arena.address + at
    const taken = this.#registers.length.address
    const sealed =
      evp.sealInit(context, 0, 0, this.#nonceOf(low, high), 0) === 1 &&
      (length === 0 || evp.sealUpdate(context, packet, taken, packet, length) === 1) &&
      evp.sealFinal(context, packet, taken) === 1 &&
      evp.control(context, CTRL_GET_TAG, TAG_SIZE, packet + length) === 1
    if (!sealed) throw new Error('OpenSSL did not seal')
  }

  open(low: number, high: number, arena: Arena, at: number, length: number): boolean {
    const evp = this.#evp
    const context = live(this.contexts.open)
    const size = length - TAG_SIZE
    if (size < 0) return false
    const packet = arena.address + at
    const { length: taken, tag } = this.#registers
    writeAddress(tag.bytes, 16, packet + size)
    const opened =
      evp.openInit(context, 0, 0, this.#nonceOf(low, high), tag.address) === 1 &&
      (size === 0 || evp.openUpdate(context, packet, taken.address, packet, size) === 1) &&
      evp.openFinal(context, packet, taken.address) === 1
    // OpenSSL has decrypted before it compared.
    if (!opened) arena.bytes.fill(0, at, at + length)
    return opened
  }

  zero(): void {
    freeContexts(this.#evp, this.contexts)
  }

  #nonceOf(low: number, high: number): number {
    const { words, nonce } = this.#registers
    words.setUint32(4, low, true)
    words.setUint32(8, high, true)
    return nonce.address
  }
}

function live(context: number): number {
  if (context === 0) throw new Error('a zeroed key was used')
  return context
}

/** An address is below 2^53: no BigInt for a packet. */
function writeAddress(bytes: Buffer, at: number, address: number): void {
  const low = address >>> 0
  const high = (address - low) / 0x1_0000_0000
  for (let i = 0; i < 4; i++) {
    bytes[at + i] = low >>> (8 * i)
    bytes[at + 4 + i] = high >>> (8 * i)
  }
}
