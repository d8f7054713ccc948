/**
 * X.509 certificates (v3, RFC 5280; ECDSA P-256 with SHA-256), as far as a coordinator that signs its own
 * needs them. Made with node:crypto; nothing is parsed here.
 */
import { type KeyObject, sign } from 'node:crypto'
import { isIP } from 'node:net'
import { concatBytes } from '../base/bytes.ts'
import { parseIp } from '../base/ip.ts'
import type { Timestamp } from '../base/time.ts'
import * as der from './der.ts'

const ECDSA_WITH_SHA256 = der.sequence(der.objectIdentifier('1.2.840.10045.4.3.2'))

export interface CertificateContent {
  /** 16 bytes. */
  readonly serial: Uint8Array
  readonly notBefore: Timestamp
  readonly notAfter: Timestamp
  readonly issuer: Uint8Array
  readonly subject: Uint8Array
  readonly publicKey: KeyObject
  readonly extensions: readonly Uint8Array[]
  readonly signer: KeyObject
}

/** DER. */
export function makeCertificate(content: CertificateContent): Uint8Array {
  const serial = content.serial.slice()
  // Positive, and of full length.
  serial[0] = (serial[0]! & 0x7f) | 0x40
  const toBeSigned = der.sequence(
    der.context(0, der.integer(Uint8Array.of(2)), true),
    der.integer(serial),
    ECDSA_WITH_SHA256,
    content.issuer,
    der.sequence(der.generalizedTime(content.notBefore), der.generalizedTime(content.notAfter)),
    content.subject,
    new Uint8Array(content.publicKey.export({ type: 'spki', format: 'der' })),
    der.context(3, der.sequence(...content.extensions), true),
  )
  const signature = new Uint8Array(sign('sha256', toBeSigned, content.signer))
  return der.sequence(toBeSigned, ECDSA_WITH_SHA256, der.bitString(signature))
}

export function distinguishedName(commonName: string): Uint8Array {
  const attribute = der.sequence(der.objectIdentifier('2.5.4.3'), der.utf8String(commonName))
  return der.sequence(der.set(attribute))
}

function extension(id: string, critical: boolean, value: Uint8Array): Uint8Array {
  const flag = critical ? [der.boolean(true)] : []
  return der.sequence(der.objectIdentifier(id), ...flag, der.octetString(value))
}

export function basicConstraints(isAuthority: boolean): Uint8Array {
  return extension('2.5.29.19', true, der.sequence(...(isAuthority ? [der.boolean(true)] : [])))
}

export function keyUsage(bits: number, unused: number): Uint8Array {
  return extension('2.5.29.15', true, der.bitString(Uint8Array.of(bits), unused))
}

export function serverAuthentication(): Uint8Array {
  return extension('2.5.29.37', false, der.sequence(der.objectIdentifier('1.3.6.1.5.5.7.3.1')))
}

export function subjectAlternativeNames(names: readonly string[]): Uint8Array {
  const entries = names.map((name) =>
    isIP(name) === 0
      ? der.context(2, new TextEncoder().encode(name), false)
      : der.context(7, parseIp(name).bytes, false),
  )
  return extension('2.5.29.17', false, der.sequence(concatBytes(...entries)))
}

export function toCertificatePem(bytes: Uint8Array): string {
  const lines = Buffer.from(bytes)
    .toString('base64')
    .match(/.{1,64}/g)!
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`
}
