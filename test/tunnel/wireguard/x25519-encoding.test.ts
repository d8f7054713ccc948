/** Keys for a Node that knows no raw ones lead to the same secrets; on such a Node all of these tests run that way. */
import { createPrivateKey, createPublicKey, diffieHellman } from 'node:crypto'
import { x25519 } from '@noble/curves/ed25519.js'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  derOfPrivateKey,
  derOfPublicKey,
  publicKeyOfDer,
} from '../../../src/tunnel/wireguard/x25519-encoding.ts'

const key = fc.uint8Array({ minLength: 32, maxLength: 32 })

test('a private key as PKCS #8 and a public one as SubjectPublicKeyInfo agree as noble does', () => {
  fc.assert(
    fc.property(key, key, (mine, other) => {
      const theirs = x25519.getPublicKey(other)
      const privateKey = createPrivateKey({ key: derOfPrivateKey(mine), format: 'der', type: 'pkcs8' })
      const publicKey = createPublicKey({ key: derOfPublicKey(theirs), format: 'der', type: 'spki' })
      const secret = new Uint8Array(diffieHellman({ privateKey, publicKey }))
      expect(secret).toEqual(x25519.getSharedSecret(mine, theirs))
    }),
  )
})

test('the public key of what OpenSSL writes is the one that it was made of', () => {
  fc.assert(
    fc.property(key, (mine) => {
      const privateKey = createPrivateKey({ key: derOfPrivateKey(mine), format: 'der', type: 'pkcs8' })
      const der = createPublicKey(privateKey).export({ format: 'der', type: 'spki' })
      expect(publicKeyOfDer(der)).toEqual(x25519.getPublicKey(mine))
    }),
  )
})
