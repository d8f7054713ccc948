/** `log verify`: the transparency log, recomputed from its files. */
import { resolve } from 'node:path'
import { parseLogEntry } from '../api/messages/log-entry.ts'
import { decodeUtf8 } from '../base/bytes.ts'
import { formatDigest } from '../base/digest.ts'
import { SallyportError } from '../base/errors.ts'
import { EXIT } from '../base/exit-codes.ts'
import { readAuthority } from '../platform/authority.ts'
import { readFileBounded } from '../platform/files.ts'
import { type LogIdentity, logOrigin } from '../tlog/checkpoint.ts'
import { formatVerifierKey, MAX_NOTE_BYTES, SIGNATURE_TYPES } from '../tlog/note.ts'
import { type LogExpectation, type LogReport, verifyLog } from '../tlog/verify-log.ts'
import { verifyKeyList } from '../trust/key-list.ts'
import { parsePublicKey } from '../trust/keys.ts'
import { MAX_TRUST_FILE_BYTES, parseTrustFile } from '../trust/trust-file.ts'
import { type LogSource, openLogSource } from './log-source.ts'
import type { Call, Verb } from './verb.ts'

export const logVerify: Verb = {
  name: 'log verify',
  summary: 'Verify that the transparency log is whole, and was only added to.',
  details:
    'Reads every entry, computes every tile and the root anew, and compares them with the checkpoint. With\n' +
    "--trust the checkpoint must be signed by the log key of that root's key list; without, the signature is not\n" +
    'judged. With --checkpoint the log must be a continuation of that earlier one.',
  positionals: [{ name: 'URL-or-DIR', doc: "The log's folder, or where it is served." }],
  options: ['trust', 'checkpoint', 'ca', 'json'],
  examples: [
    'sallyport log verify https://coordinator.example/log --trust trust.yml',
    'sallyport log verify ./log',
  ],
  async run(call) {
    const source = await openLogSource(call.positionals[0]!, call.ports, await readLogCa(call))
    try {
      const expected = await expectationOf(call, source)
      const report = await verifyLog(source, {
        describeEntry: (entry) => parseLogEntry(entry).type,
        ...expected,
      })
      print(call, report, expected.identity)
      return EXIT.ok
    } finally {
      await source.close()
    }
  },
}

export async function readLogCa({ options, ports, positionals }: Call): Promise<string | undefined> {
  if (options.ca === undefined) return undefined
  return readAuthority(options.ca, positionals[0]!, (path) => resolve(ports.cwd, path))
}

/** What `--trust` and `--checkpoint` say. */
export async function expectationOf(
  call: Call,
  source: LogSource,
): Promise<Pick<LogExpectation, 'identity' | 'earlier'>> {
  const identity = await readIdentity(call, source)
  const earlier = await readEarlier(call)
  return { ...(identity === undefined ? {} : { identity }), ...(earlier === undefined ? {} : { earlier }) }
}

async function readIdentity({ options, ports }: Call, source: LogSource): Promise<LogIdentity | undefined> {
  if (options.trust === undefined) return undefined
  const path = resolve(ports.cwd, options.trust)
  const trust = parseTrustFile(await readFileBounded(path, MAX_TRUST_FILE_BYTES), path)
  if (trust.signers === 'key') {
    throw new SallyportError('USAGE', {
      message: `${path} trusts a key alone: it names no coordinator whose log this could be`,
      help: 'give the trust file of an agent that trusts the coordinator, or leave --trust out',
    })
  }
  const root = parsePublicKey('root', trust.root)
  const { coordinatorId, keys } = verifyKeyList(await source.readKeyList(), root)
  return { origin: logOrigin(coordinatorId), publicKey: keys.log }
}

async function readEarlier({ options, ports }: Call): Promise<string | undefined> {
  if (options.checkpoint === undefined) return undefined
  return decodeUtf8(await readFileBounded(resolve(ports.cwd, options.checkpoint), MAX_NOTE_BYTES))
}

function print({ options, ports }: Call, report: LogReport, identity: LogIdentity | undefined): void {
  const { checkpoint, entries, continues, isSignatureVerified } = report
  const { origin, size } = checkpoint
  const root = formatDigest(checkpoint.root)
  // As witnesses are given it.
  const verifier =
    identity &&
    formatVerifierKey({ name: origin, type: SIGNATURE_TYPES.ed25519, publicKey: identity.publicKey })
  if (options.json) {
    const document = {
      origin,
      size,
      root,
      signature: isSignatureVerified ? 'verified' : 'not-judged',
      continues,
      ...(verifier === undefined ? {} : { verifier }),
    }
    ports.stdout(`${JSON.stringify({ version: 1, ...document, entries: Object.fromEntries(entries) })}\n`)
  }
  ports.stderr(`${ports.style.green('verified')}: ${size} entries, root ${root}\n`)
  for (const [kind, count] of entries) ports.stderr(`  ${String(count).padStart(6)} ${kind}\n`)
  if (continues !== null) ports.stderr(`it continues the checkpoint of size ${continues}\n`)
  if (verifier !== undefined) ports.stderr(`its verifier key, for a witness: ${verifier}\n`)
  if (!isSignatureVerified)
    ports.stderr("who signed the checkpoint was not judged: give --trust FILE with the coordinator's root\n")
}
