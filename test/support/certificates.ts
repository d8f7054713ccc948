/**
 * A certificate authority for tests and the quickstart (X.509 v3, RFC 5280; ECDSA P-256), made with
 * node:crypto alone: one CA, and one certificate for names and addresses of this machine.
 */
import { generateKeyPairSync, randomBytes } from 'node:crypto'
import type { Timestamp } from '../../src/base/time.ts'
import {
  basicConstraints,
  type CertificateContent,
  distinguishedName,
  keyUsage,
  makeCertificate,
  serverAuthentication,
  subjectAlternativeNames,
  toCertificatePem,
} from '../../src/platform/x509.ts'

const DAY_MS = 86_400_000

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
    caPem: toCertificatePem(ca),
    certificatePem: toCertificatePem(leaf),
    keyPem: server.privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
  }
}

function certificate(content: Omit<CertificateContent, 'serial' | 'notBefore' | 'notAfter'>): Uint8Array {
  const now = Date.now()
  const notBefore = (now - DAY_MS) as Timestamp
  return makeCertificate({
    ...content,
    serial: randomBytes(16),
    notBefore,
    notAfter: (now + 30 * DAY_MS) as Timestamp,
  })
}
