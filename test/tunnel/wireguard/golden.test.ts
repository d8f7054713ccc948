import { expect, test } from 'vitest'
import { decodeHex, encodeHex, encodeUtf8 } from '../../../src/base/bytes.ts'
import type { Instant } from '../../../src/base/time.ts'
import { openBytes, sealBytes } from '../../../src/tunnel/wireguard/aead.ts'
import { nobleAead } from '../../../src/tunnel/wireguard/aead-noble.ts'
import { nodeAead } from '../../../src/tunnel/wireguard/aead-node.ts'
import { createSimdAead } from '../../../src/tunnel/wireguard/aead-simd.ts'
import { CookieChecker, CookieJar, cookieKeys } from '../../../src/tunnel/wireguard/cookie.ts'
import {
  consumeResponse,
  createInitiation,
  createResponse,
  ephemeralKeys,
  openInitiation,
  verifyInitiation,
} from '../../../src/tunnel/wireguard/handshake.ts'
import {
  parseCookieReply,
  parseInitiation,
  parseResponse,
  writeDataHeader,
} from '../../../src/tunnel/wireguard/messages.ts'
import { mixPresharedKey, startNoise } from '../../../src/tunnel/wireguard/noise.ts'
import type { Primitives } from '../../../src/tunnel/wireguard/primitives.ts'
import { noblePrimitives } from '../../../src/tunnel/wireguard/primitives-noble.ts'
import { nodePrimitives } from '../../../src/tunnel/wireguard/primitives-node.ts'
import golden from './golden.json' with { type: 'json' }

const now = 0 as Instant
const backends = [nodePrimitives, noblePrimitives]
const cases = (['psk_zero', 'psk_set'] as const).flatMap((name) =>
  backends.map((crypto) => ({ name, crypto })),
)

test.each(cases)('$name by $crypto.name: every value of the handshake is the golden one', ({
  name,
  crypto,
}) => {
  const g = golden[name]
  const { initiator, responder, toInitiator, toResponder } = parties(crypto, name)

  const start = startNoise(crypto, responder.publicKey)
  expect(encodeHex(start.chainKey)).toBe(g.initial_chain_key)
  expect(encodeHex(crypto.hash(start.chainKey, encodeUtf8(g.identifier)))).toBe(g.initial_hash)

  const created = createInitiation(crypto, {
    identity: initiator,
    remote: toResponder,
    localIndex: Number(g.initiator_index),
    ephemeral: ephemeralKeys(crypto, decodeHex(g.initiator_ephemeral_private)),
    timestamp: decodeHex(g.tai64n),
  })!
  new CookieJar(crypto, responder.publicKey).writeMacs(created.message, now)
  expect(encodeHex(created.message)).toBe(g.initiation)
  expect(encodeHex(created.state.noise.chainKey)).toBe(g.chain_key_after_initiation)
  expect(encodeHex(created.state.noise.hash)).toBe(g.hash_after_initiation)

  const opened = openInitiation(crypto, responder, parseInitiation(created.message))!
  expect(encodeHex(opened.initiator)).toBe(g.initiator_static_public)
  expect(encodeHex(verifyInitiation(crypto, opened, toInitiator)!)).toBe(g.tai64n)

  const response = createResponse(crypto, {
    opened,
    remote: toInitiator,
    localIndex: Number(g.responder_index),
    ephemeral: ephemeralKeys(crypto, decodeHex(g.responder_ephemeral_private)),
  })!
  new CookieJar(crypto, initiator.publicKey).writeMacs(response.message, now)
  expect(encodeHex(response.message)).toBe(g.response)
  const keys = consumeResponse(
    crypto,
    initiator,
    toResponder,
    created.state,
    parseResponse(response.message),
  )!
  for (const side of [keys, response.keys]) {
    expect(encodeHex(side.initiatorToResponder)).toBe(g.key_initiator_to_responder)
    expect(encodeHex(side.responderToInitiator)).toBe(g.key_responder_to_initiator)
  }
})

test.each(cases)('$name by $crypto.name: chaining key and hash after the response are golden', ({
  name,
  crypto,
}) => {
  const g = golden[name]
  const state = {
    chainKey: decodeHex(g.chain_key_after_initiation),
    hash: decodeHex(g.hash_after_initiation),
  }
  const ephemeral = crypto.importPrivateKey(decodeHex(g.responder_ephemeral_private))
  const ephemeralPublic = crypto.publicOf(ephemeral)
  const kdf1 = (input: Uint8Array) => {
    state.chainKey = crypto.hmac(crypto.hmac(state.chainKey, input), Uint8Array.of(1))
  }
  kdf1(ephemeralPublic)
  state.hash = crypto.hash(state.hash, ephemeralPublic)
  kdf1(crypto.agree(ephemeral, crypto.importPublicKey(decodeHex(g.initiator_ephemeral_public)))!)
  kdf1(crypto.agree(ephemeral, crypto.importPublicKey(decodeHex(g.initiator_static_public)))!)

  const key = mixPresharedKey(crypto, state, decodeHex(g.preshared_key))
  const sealed = crypto.seal(key, new Uint8Array(0), state.hash)
  expect(encodeHex(state.chainKey)).toBe(g.chain_key_final)
  expect(encodeHex(crypto.hash(state.hash, sealed))).toBe(g.hash_final)
})

test.each(cases)('$name by $crypto.name: cookie keys, cookie reply and MAC2 are golden', ({
  name,
  crypto,
}) => {
  const g = golden[name]
  const responder = decodeHex(g.responder_static_public)
  const keys = cookieKeys(crypto, responder)
  expect(encodeHex(keys.mac1)).toBe(g.mac1_key_responder)
  expect(encodeHex(keys.cookie)).toBe(g.cookie_key_responder)

  const initiation = decodeHex(g.initiation)
  const sealed = crypto.sealExtended(
    keys.cookie,
    decodeHex(g.cookie_nonce24),
    decodeHex(g.example_cookie),
    initiation.subarray(116, 132),
  )
  expect(encodeHex(sealed)).toBe(g.cookie_reply.slice(64))

  const jar = new CookieJar(crypto, responder)
  const first = decodeHex(g.initiation)
  jar.writeMacs(first, now)
  expect(encodeHex(first)).toBe(g.initiation)
  expect(jar.consumeReply(parseCookieReply(decodeHex(g.cookie_reply)), now)).toBe(true)
  jar.writeMacs(first, now)
  expect(encodeHex(first)).toBe(g.initiation_with_mac2)
})

test.each(backends)('$name: a cookie reply opens only for the message that it answers', (crypto) => {
  const g = golden.psk_zero
  const responder = decodeHex(g.responder_static_public)
  const checker = new CookieChecker(crypto, { bytes: (n) => new Uint8Array(n).fill(7) }, responder)
  const subject = Uint8Array.of(192, 0, 2, 1, 0xca, 0x6c)
  const message = decodeHex(g.initiation)
  const jar = new CookieJar(crypto, responder)
  jar.writeMacs(message, now)
  const reply = parseCookieReply(checker.createReply(message, subject, now))

  const other = new CookieJar(crypto, responder)
  other.writeMacs(decodeHex(g.initiation).fill(9, 8, 40), now)
  expect(other.consumeReply(reply, now)).toBe(false)
  expect(jar.consumeReply(reply, now)).toBe(true)
  jar.writeMacs(message, now)
  expect(checker.hasValidMac2(message, subject, now)).toBe(true)
  expect(checker.hasValidMac2(message, Uint8Array.of(192, 0, 2, 1, 0xca, 0x6d), now)).toBe(false)
  expect(checker.hasValidMac2(message, subject, 120_000 as Instant)).toBe(false)
})

const tiers = (['psk_zero', 'psk_set'] as const).flatMap((name) =>
  [nodeAead, nobleAead, createSimdAead()].map((aead) => ({ name, aead })),
)

test.each(tiers)('$name by $aead.name: data messages are golden, also past 2^32', ({ name, aead }) => {
  const g = golden[name]
  const send = aead.importKey(decodeHex(g.key_initiator_to_responder))
  const packet = new Uint8Array(32)
  packet.set(decodeHex(g.inner_ipv4))
  const seal = (low: number, high: number, plaintext: Uint8Array) => {
    const message = new Uint8Array(16 + plaintext.length + 16)
    writeDataHeader(message, Number(g.responder_index), low, high)
    message.set(sealBytes(aead, send, low, high, plaintext), 16)
    return message
  }
  expect(encodeHex(seal(0, 0, new Uint8Array(0)))).toBe(g.keepalive_i2r_ctr0)
  expect(encodeHex(seal(1, 0, packet))).toBe(g.data_i2r_ctr1)
  expect(encodeHex(seal(7, 1, packet))).toBe(g.data_i2r_ctr_2_32_plus_7)

  const sealed = decodeHex(g.data_i2r_ctr1).subarray(16)
  expect(encodeHex(openBytes(aead, send, 1, 0, sealed)!)).toBe(encodeHex(packet))
  expect(openBytes(aead, send, 2, 0, sealed)).toBeUndefined()
  const back = aead.importKey(decodeHex(g.key_responder_to_initiator))
  expect(openBytes(aead, back, 0, 0, decodeHex(g.keepalive_r2i_ctr0).subarray(16))).toHaveLength(0)
})

test.each(
  cases,
)('$name by $crypto.name: a response with one bit changed is refused, the true one still good', (c) => {
  const g = golden[c.name]
  const { initiator, toResponder } = parties(c.crypto, c.name)
  const { state } = createInitiation(c.crypto, {
    identity: initiator,
    remote: toResponder,
    localIndex: Number(g.initiator_index),
    ephemeral: ephemeralKeys(c.crypto, decodeHex(g.initiator_ephemeral_private)),
    timestamp: decodeHex(g.tai64n),
  })!
  const forged = decodeHex(g.response)
  forged[50]! ^= 1
  expect(consumeResponse(c.crypto, initiator, toResponder, state, parseResponse(forged))).toBeUndefined()
  const truly = consumeResponse(c.crypto, initiator, toResponder, state, parseResponse(decodeHex(g.response)))
  expect(encodeHex(truly!.initiatorToResponder)).toBe(g.key_initiator_to_responder)
})

function parties(crypto: Primitives, name: 'psk_zero' | 'psk_set') {
  const g = golden[name]
  const identity = (privateHex: string) => {
    const privateKey = crypto.importPrivateKey(decodeHex(privateHex))
    return { privateKey, publicKey: crypto.publicOf(privateKey) }
  }
  const initiator = identity(g.initiator_static_private)
  const responder = identity(g.responder_static_private)
  const remote = (mine: typeof initiator, theirs: typeof initiator) => {
    const publicKey = crypto.importPublicKey(theirs.publicKey)
    const staticShared = crypto.agree(mine.privateKey, publicKey)!
    return { publicKey, staticShared, presharedKey: decodeHex(g.preshared_key) }
  }
  expect(encodeHex(initiator.publicKey)).toBe(g.initiator_static_public)
  expect(encodeHex(responder.publicKey)).toBe(g.responder_static_public)
  return {
    initiator,
    responder,
    toInitiator: remote(responder, initiator),
    toResponder: remote(initiator, responder),
  }
}
