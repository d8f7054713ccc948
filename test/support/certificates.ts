/**
 * A certificate authority for tests and the quickstart (X.509 v3, RFC 5280; ECDSA P-256), made with
 * node:crypto alone: one CA, and one certificate for names and addresses of this machine.
 */
import { generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'
import { isIP } from 'node:net'
import { concatBytes } from '../../src/base/bytes.ts'
import { parseIp } from '../../src/base/ip.ts'
import * as der from './der.ts'

const DAY_MS = 86_400_000
const ECDSA_WITH_SHA256 = der.sequence(der.objectIdentifier('1.2.840.10045.4.3.2'))

export interface TlsIdentity {
  /** The only certificate that a client needs to trust. */
  readonly caPem: string
  readonly certificatePem: string
  readonly keyPem: string
}

/** @param names DNS names and IP addresses that the server answers under */
export function createTlsIdentity(names: readonly string[] = ['localhost', '127.0.0.1', '::1']): TlsIdentity {
  const authority = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const server = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const authorityName = distinguishedName('Sallyport test authority')
  const ca = certificate({
    issuer: authorityName,
    subject: authorityName,
    publicKey: authority.publicKey,
    extensions: [basicConstraints(true), keyUsage(0x06, 1)],
    signer: authority.privateKey,
  })
  const leaf = certificate({
    issuer: authorityName,
    subject: distinguishedName(names[0]!),
    publicKey: server.publicKey,
    extensions: [
      basicConstraints(false),
      keyUsage(0x80, 7),
      serverAuthentication(),
      subjectAlternativeNames(names),
    ],
    signer: authority.privateKey,
  })
  return {
    caPem: pem(ca),
    certificatePem: pem(leaf),
    keyPem: server.privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
  }
}

interface CertificateContent {
  readonly issuer: Uint8Array
  readonly subject: Uint8Array
  readonly publicKey: KeyObject
  readonly extensions: readonly Uint8Array[]
  readonly signer: KeyObject
}

function certificate(content: CertificateContent): Uint8Array {
  const now = Date.now()
  const serial = randomBytes(16)
  serial[0] = (serial[0]! & 0x7f) | 0x40
  const toBeSigned = der.sequence(
    der.context(0, der.integer(Uint8Array.of(2)), true),
    der.integer(serial),
    ECDSA_WITH_SHA256,
    content.issuer,
    der.sequence(der.generalizedTime(now - DAY_MS), der.generalizedTime(now + 30 * DAY_MS)),
    content.subject,
    new Uint8Array(content.publicKey.export({ type: 'spki', format: 'der' })),
    der.context(3, der.sequence(...content.extensions), true),
  )
  const signature = new Uint8Array(sign('sha256', toBeSigned, content.signer))
  return der.sequence(toBeSigned, ECDSA_WITH_SHA256, der.bitString(signature))
}

function distinguishedName(commonName: string): Uint8Array {
  const attribute = der.sequence(der.objectIdentifier('2.5.4.3'), der.utf8String(commonName))
  return der.sequence(der.set(attribute))
}

function extension(id: string, critical: boolean, value: Uint8Array): Uint8Array {
  const flag = critical ? [der.boolean(true)] : []
  return der.sequence(der.objectIdentifier(id), ...flag, der.octetString(value))
}

function basicConstraints(isAuthority: boolean): Uint8Array {
  return extension('2.5.29.19', true, der.sequence(...(isAuthority ? [der.boolean(true)] : [])))
}

function keyUsage(bits: number, unused: number): Uint8Array {
  return extension('2.5.29.15', true, der.bitString(Uint8Array.of(bits), unused))
}

function serverAuthentication(): Uint8Array {
  return extension('2.5.29.37', false, der.sequence(der.objectIdentifier('1.3.6.1.5.5.7.3.1')))
}

function subjectAlternativeNames(names: readonly string[]): Uint8Array {
  const entries = names.map((name) =>
    isIP(name) === 0
      ? der.context(2, new TextEncoder().encode(name), false)
      : der.context(7, parseIp(name).bytes, false),
  )
  return extension('2.5.29.17', false, der.sequence(concatBytes(...entries)))
}

function pem(bytes: Uint8Array): string {
  const lines = Buffer.from(bytes)
    .toString('base64')
    .match(/.{1,64}/g)!
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`
}
