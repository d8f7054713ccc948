/**
 * Secrets in the tree: keys and tokens of known providers by their form, private keys, passwords in
 * URLs, and values under telling names that look drawn at random. A secret never leaves this
 * scanner: messages show its first characters, and its identity is a hash.
 */
import { sha256Hex } from '../../src/base/digest.ts'
import { messageOf, SallyportError } from '../../src/base/errors.ts'
import type { Finding } from '../../src/gate/finding.ts'
import type { FileError, ScanFile, ScanInput, Scanner, ScanOutput } from '../../src/gate/scanner.ts'
import { type Detection, detectSecrets } from './detect.ts'
import { redact } from './redact.ts'
import { createPositionFinder, decodeText } from './text.ts'

const BINARY_EXTENSION =
  /\.(?:7z|avif|bmp|br|bz2|class|dll|dylib|eot|exe|gif|gz|ico|jar|jpe?g|mov|mp[34]|o|ogg|otf|pdf|png|pyc|rar|so|tar|tgz|tiff?|ttf|war|wasm|wav|webm|webp|woff2?|xz|zip|zst)$/i

export const secretsScanner: Scanner = {
  id: 'secrets',
  title: 'Secrets',
  perFile: true,
  wants: (path) => !BINARY_EXTENSION.test(path),
  scan: scanSecrets,
}

async function scanSecrets(input: ScanInput): Promise<ScanOutput> {
  const findings: Finding[] = []
  const fileErrors: FileError[] = []
  for (const file of input.files) {
    input.signal.throwIfAborted()
    try {
      scanText(file, await file.read(), findings, fileErrors)
    } catch (thrown) {
      if (!(thrown instanceof SallyportError)) throw thrown
      fileErrors.push({ path: file.path, code: thrown.code, message: messageOf(thrown) })
    }
  }
  return { findings, fileErrors }
}

function scanText(file: ScanFile, bytes: Uint8Array, findings: Finding[], fileErrors: FileError[]): void {
  const text = decodeText(bytes)
  if (text === undefined) return
  const { found, cut } = detectSecrets(text, file.path)
  const positionOf = createPositionFinder(text)
  for (const detection of found) {
    const start = positionOf(detection.start)
    const endLine = positionOf(Math.max(detection.start, detection.end - 1)).line
    findings.push({ ...describe(detection), path: file.path, ...start, endLine })
  }
  if (cut !== undefined) {
    const message = `the file has more candidates for the rule ${cut} than are judged`
    fileErrors.push({ path: file.path, code: 'LIMIT_EXCEEDED', message })
  }
}

function describe({ rule, severity, confidence, secret }: Detection) {
  const { id, title, revoke, link } = rule.data
  return {
    rule: id,
    severity,
    confidence,
    title,
    message: `${title}: ${redact(secret)}. Whoever can read the repository, now or later, can use it, also after it is deleted. ${revoke} Then pass it from a secret store at run time.`,
    package: null,
    advisory: null,
    identity: [sha256Hex(`sallyport/secret\0${secret}`)],
    ...(link === undefined ? {} : { link }),
  }
}
