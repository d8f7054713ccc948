/**
 * BLAKE2s where the engine has 128-bit vectors: our own module (`../cipher/blake2s-code`), three times as fast as
 * `./blake2s`. What is longer than its memory is digested there. No secret stays here.
 */
import { concatBytes, decodeBase64, equalBytes } from '../../base/bytes.ts'
import { assembledBlake2s } from '../cipher/assembled-blake2s.ts'
import {
  DIGEST_AT,
  DIGEST_MEMORY_IMPORT,
  HMAC_KEY_AT,
  INPUT_AT,
  INPUT_MAX,
  OUTPUTS_AT,
} from '../cipher/blake2s-layout.ts'
import { engine } from '../cipher/webassembly.ts'
import { type Blake2s, scalarBlake2s } from './blake2s.ts'

const BLOCK = 64
const DIGEST = 32
/** RFC 7693, section 2.5: neither tree nor salt. */
const PARAMETER = 0x0101_0000

interface DigestExports {
  hash(length: number, parameter: number): void
  hmac(length: number): void
  hkdf(length: number, count: number): void
}

/** Ours with vectors, where the engine has them and they give the right bytes; else the other. */
export function chooseBlake2s(create: () => Blake2s = createSimdBlake2s): Blake2s {
  try {
    const simd = create()
    return equalBytes(knownAnswer(simd), decodeBase64(KNOWN_ANSWER)) ? simd : scalarBlake2s
  } catch {
    return scalarBlake2s
  }
}

/**
 * What {@link knownAnswer} is, in base64. Written down, for the portable one takes longer for it at a start than a
 * handshake does; a test holds it to that.
 */
const KNOWN_ANSWER =
  'g/Mqbo8Qs8fgeeOptrEmr/fv+RmZndDWD2qpD+4iUJFZ1rWyRgugjc8OTkfIv33Ah7Xx8h4zVFyimaAoZm2S0NoHsIvNdO2+' +
  'WnKh1BL9BbUh13Ba1BYPKk3zqbBOTFdUk9XJM/k+BJwlsp11hQ8zfarR7aCCmMD3Nf+kv1jNgHB/70mZTIPcwx7SkGGAoAMz' +
  'BCoxe+C03ORBTA0WeceJ4u4ZYXFraWqNop1jvp+TBirK3OLMs7+byukN9VYCybAahoUQgxbiYfoU+SPj/B4UAw=='

/** All that a handshake asks for. @internal */
export function knownAnswer({ hash, mac, hmac, hkdf }: Blake2s): Uint8Array {
  const [salt, input] = [new Uint8Array(DIGEST).fill(1), new Uint8Array(2 * BLOCK).fill(2)]
  const outputs: [Uint8Array, Uint8Array, Uint8Array] = [
    hash(salt, input),
    hmac(salt, input),
    hmac(salt, salt),
  ]
  const digests = concatBytes(...outputs, mac(salt, input, 16))
  hkdf(salt, input, ...outputs)
  return concatBytes(digests, ...outputs)
}

/** @throws where the engine has no WebAssembly, no vectors, or no room for a memory */
export function createSimdBlake2s(): Blake2s {
  const { module, memory } = load()
  const digest = memory.subarray(DIGEST_AT, DIGEST_AT + DIGEST)
  const output = (index: number): Uint8Array =>
    memory.subarray(OUTPUTS_AT + DIGEST * index, OUTPUTS_AT + DIGEST * (index + 1))
  const [one, two, three] = [output(0), output(1), output(2)]
  return {
    hash(first, second, out = new Uint8Array(DIGEST)) {
      const length = first.length + second.length
      if (length > INPUT_MAX) return scalarBlake2s.hash(first, second, out)
      memory.set(first, INPUT_AT)
      memory.set(second, INPUT_AT + first.length)
      module.hash(length, PARAMETER | DIGEST)
      return take(digest, out)
    },
    mac(key, data, size) {
      if (key.length > DIGEST || BLOCK + data.length > INPUT_MAX) return scalarBlake2s.mac(key, data, size)
      memory.set(key, INPUT_AT)
      memory.set(data, INPUT_AT + BLOCK)
      module.hash(BLOCK + data.length, PARAMETER | (key.length << 8) | size)
      const mac = digest.slice(0, size)
      digest.fill(0)
      return mac
    },
    hmac(key, data) {
      if (key.length > BLOCK || data.length > INPUT_MAX) return scalarBlake2s.hmac(key, data)
      memory.set(key, HMAC_KEY_AT)
      memory.set(data, INPUT_AT)
      module.hmac(data.length)
      return take(digest, new Uint8Array(DIGEST))
    },
    hkdf(salt, input, first, second, third) {
      if (salt.length > BLOCK || input.length > INPUT_MAX) {
        scalarBlake2s.hkdf(salt, input, first, second, third)
        return
      }
      memory.set(salt, HMAC_KEY_AT)
      memory.set(input, INPUT_AT)
      module.hkdf(input.length, third ? 3 : second ? 2 : 1)
      take(one, first)
      if (second) take(two, second)
      if (third) take(three, third)
      digest.fill(0)
    },
  }
}

function take(from: Uint8Array, out: Uint8Array): Uint8Array {
  out.set(from)
  from.fill(0)
  return out
}

function load(): { readonly module: DigestExports; readonly memory: Uint8Array } {
  const memory = new engine.Memory({ initial: 1 })
  const imports = { [DIGEST_MEMORY_IMPORT.module]: { [DIGEST_MEMORY_IMPORT.name]: memory } }
  const { exports } = new engine.Instance(new engine.Module(assembledBlake2s()), imports)
  return { module: exports as DigestExports, memory: new Uint8Array(memory.buffer) }
}
