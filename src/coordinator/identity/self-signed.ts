/**
 * A certificate that the coordinator makes for itself (`serve --tls self`): clients know it by its pin, the
 * digest of its bytes, and need no authority. It is made once and stays, because clients hold its pin.
 */
import { generateKeyPairSync, X509Certificate } from 'node:crypto'
import { isIP } from 'node:net'
import { join } from 'node:path'
import { decodeUtf8 } from '../../base/bytes.ts'
import { SallyportError } from '../../base/errors.ts'
import type { Random } from '../../base/random.ts'
import { type Clock, HOUR, type Timestamp } from '../../base/time.ts'
import { certificateDigest } from '../../platform/authority.ts'
import { makePrivateFolder, readFileIfThere, writeFileAtomic } from '../../platform/files.ts'
import {
  basicConstraints,
  distinguishedName,
  keyUsage,
  makeCertificate,
  serverAuthentication,
  subjectAlternativeNames,
  toCertificatePem,
} from '../../platform/x509.ts'

const YEARS = 10 * 365 * 24 * HOUR
const MAX_PEM_BYTES = 64 * 1024

export interface SelfSigned {
  readonly certificate: string
  readonly key: string
  /** `sha256:…` of the certificate, for `--ca` of clients. */
  readonly pin: string
}

/**
 * @param folder `tls/` of the data directory
 * @param names under which clients address the coordinator
 * @throws `DATA_DIRECTORY_INVALID` where the certificate that is there is not for these names
 */
export async function openSelfSigned(
  folder: string,
  names: readonly string[],
  { clock, random }: { readonly clock: Clock; readonly random: Random },
): Promise<SelfSigned> {
  const paths = { certificate: join(folder, 'self.crt'), key: join(folder, 'self.key') }
  const [certificate, key] = await Promise.all([
    readFileIfThere(paths.certificate, MAX_PEM_BYTES),
    readFileIfThere(paths.key, MAX_PEM_BYTES),
  ])
  if (certificate && key) {
    const text = decodeUtf8(certificate)
    refuseOtherNames(text, names, paths.certificate)
    return { certificate: text, key: decodeUtf8(key), pin: certificateDigest(text) }
  }
  const made = make(names, clock.now(), random)
  await makePrivateFolder(folder)
  // The certificate last: with it, both are there.
  await writeFileAtomic(paths.key, made.key, 0o600)
  await writeFileAtomic(paths.certificate, made.certificate, 0o644)
  return { ...made, pin: certificateDigest(made.certificate) }
}

function make(
  names: readonly string[],
  now: Timestamp,
  random: Random,
): { certificate: string; key: string } {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const name = distinguishedName(names[0] ?? 'sallyport')
  const der = makeCertificate({
    serial: random.bytes(16),
    // Clocks of clients may be behind.
    notBefore: (now - 24 * HOUR) as Timestamp,
    notAfter: (now + YEARS) as Timestamp,
    issuer: name,
    subject: name,
    publicKey,
    extensions: [
      basicConstraints(false),
      keyUsage(0x80, 7),
      serverAuthentication(),
      subjectAlternativeNames(names),
    ],
    signer: privateKey,
  })
  const key = privateKey.export({ type: 'pkcs8', format: 'pem' }) as string
  return { certificate: toCertificatePem(der), key }
}

function refuseOtherNames(pem: string, names: readonly string[], path: string): void {
  const certificate = new X509Certificate(pem)
  const isFor = (name: string): boolean =>
    (isIP(name) === 0 ? certificate.checkHost(name) : certificate.checkIP(name)) !== undefined
  const missing = names.find((name) => !isFor(name))
  if (missing === undefined) return
  throw new SallyportError('DATA_DIRECTORY_INVALID', {
    message: `${path} is not for ${JSON.stringify(missing)}: it has ${certificate.subjectAltName ?? 'no names'}`,
    help: 'remove it and its key to make another, and give clients the new pin',
  })
}
