/** `approve --key`: an approval signed by a key alone, for agents whose trust file says `signers: key`. */
import { basename, resolve } from 'node:path'
import { decodeUtf8, encodeHex } from '../base/bytes.ts'
import { formatDigest, sha256 } from '../base/digest.ts'
import { SallyportError } from '../base/errors.ts'
import { EXIT, type ExitCode } from '../base/exit-codes.ts'
import { addMs, formatTimestamp, HOUR, SECOND, type Timestamp } from '../base/time.ts'
import { readFileBounded, writeFileAtomic } from '../platform/files.ts'
import { emitApprovalFile } from '../trust/approval-file.ts'
import { signEnvelope } from '../trust/dsse.ts'
import { parseKeyFile } from '../trust/keys.ts'
import {
  type ApprovalContent,
  approvalDigest,
  emitApprovalStatement,
  STATEMENT_PAYLOAD_TYPE,
} from '../trust/statement.ts'
import { measureArtifact, mediaTypeOf } from './artifact-file.ts'
import { parseLabels } from './labels.ts'
import type { Call, Verb } from './verb.ts'
import { type JudgedVerdict, readVerdict } from './verdict-file.ts'

const DEFAULT_VALIDITY = HOUR
const MAX_KEY_FILE_BYTES = 4096

export const approve: Verb = {
  name: 'approve',
  summary: 'Sign an approval of an artifact with a key.',
  details:
    'For teams without a coordinator: the agent trusts the key alone ("signers: key"), so hold it outside of\n' +
    'the build job. --sequence must rise with each approval of an application in an environment. With --verdict\n' +
    'nothing is signed unless the verdict is passed.',
  options: [
    'key',
    'artifact',
    'application',
    'environment',
    'sequence',
    'verdict',
    'kind',
    'label',
    'valid-for',
    'key-epoch',
    'out',
  ],
  examples: [
    'sallyport approve --key approval.key --artifact shop.tar.gz --application shop --environment production --sequence 7 --verdict verdict.json',
  ],
  async run(call) {
    const verdict = await readVerdict(call)
    if (verdict && verdict.verdict !== 'passed') return refuse(call, verdict)
    const key = await readKey(call)
    const { application, path } = chooseArtifact(call)
    const content = await describeApproval(call, { application, path, verdict })
    const statement = emitApprovalStatement(content)
    const file = resolve(call.ports.cwd, call.options.out ?? `${path}.approval.json`)
    await writeFileAtomic(
      file,
      emitApprovalFile({ envelope: signEnvelope(STATEMENT_PAYLOAD_TYPE, statement, [key]) }),
    )
    report(call, content, { file, approval: formatDigest(approvalDigest(statement)) })
    return EXIT.ok
  },
}

function refuse({ ports }: Call, { verdict, path }: JudgedVerdict): ExitCode {
  ports.stderr(`not approved: the verdict in ${path} is ${verdict}\n`)
  return verdict === 'undecided' ? EXIT.undecided : EXIT.failed
}

async function readKey({ options, ports }: Call) {
  const path = resolve(ports.cwd, required(options.key, 'key'))
  return parseKeyFile('approval', decodeUtf8(await readFileBounded(path, MAX_KEY_FILE_BYTES)), path)
}

/** `shop=build/shop.tar.gz`, or a path beside --application. */
function chooseArtifact({ options }: Call): { readonly application: string; readonly path: string } {
  const [given, ...others] = options.artifact ?? []
  if (others.length > 0) throw usage('one artifact is approved at a time: call approve once for each')
  const artifact = required(given, 'artifact')
  const named = /^([a-z0-9-]{1,63})=(.+)$/s.exec(artifact)
  if (named && (options.application === undefined || options.application === named[1])) {
    return { application: named[1]!, path: named[2]! }
  }
  return { application: required(options.application, 'application'), path: artifact }
}

async function describeApproval(
  { options, ports }: Call,
  chosen: {
    readonly application: string
    readonly path: string
    readonly verdict: JudgedVerdict | undefined
  },
): Promise<ApprovalContent> {
  const { digest, size } = await measureArtifact(resolve(ports.cwd, chosen.path))
  const artifactName = basename(chosen.path)
  const now = (Math.floor(ports.clock.now() / SECOND) * SECOND) as Timestamp
  return {
    artifactName,
    artifactSha256: encodeHex(digest),
    application: chosen.application,
    environment: required(options.environment, 'environment'),
    scope: parseLabels(options.label),
    artifact: { mediaType: mediaTypeOf(artifactName), size },
    sequence: required(options.sequence, 'sequence'),
    keyEpoch: options['key-epoch'] ?? 1,
    notBefore: formatTimestamp(now),
    notAfter: formatTimestamp(addMs(now, options['valid-for'] ?? DEFAULT_VALIDITY)),
    kind: chooseKind(options.kind),
    policy: chosen.verdict ? { uri: chosen.verdict.policySource, digest: chosen.verdict.policyDigest } : null,
    evidence: chosen.verdict ? { verdict: formatDigest(sha256(chosen.verdict.bytes)) } : null,
    source: null,
    approvers: [],
  }
}

function chooseKind(kind = 'deploy'): ApprovalContent['kind'] {
  if (kind === 'deploy' || kind === 'rollback' || kind === 'revoke') return kind
  throw usage(`--kind must be deploy, rollback or revoke, not ${JSON.stringify(kind)}`)
}

function report(
  { options, ports }: Call,
  content: ApprovalContent,
  made: { readonly file: string; readonly approval: string },
): void {
  const { application, environment, sequence, artifactSha256, notAfter, kind } = content
  if (options.json) {
    const artifact = `sha256:${artifactSha256}`
    const document = { version: 1, ...made, kind, application, environment, sequence, artifact, notAfter }
    ports.stdout(`${JSON.stringify(document)}\n`)
  }
  ports.stderr(
    `${kind} of ${application} in ${environment}, sequence ${sequence}, approved until ${notAfter}\n`,
  )
  ports.stderr(`  artifact sha256:${artifactSha256}\n  approval ${made.approval}\n  file     ${made.file}\n`)
}

function required<T>(value: T | undefined, name: string): T {
  if (value !== undefined) return value
  throw usage(`--${name} is missing`)
}

function usage(message: string): SallyportError {
  return new SallyportError('USAGE', { message, help: 'sallyport approve --help' })
}
