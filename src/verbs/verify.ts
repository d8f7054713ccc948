/** `verify`: whether an artifact is approved, judged as an agent with this trust file judges it. */
import { resolve } from 'node:path'
import { SallyportError } from '../base/errors.ts'
import { EXIT, type ExitCode } from '../base/exit-codes.ts'
import { readFileBounded } from '../platform/files.ts'
import { verifyLoggedApproval } from '../tlog/logged-approval.ts'
import { MAX_APPROVAL_FILE_BYTES, parseApprovalFile } from '../trust/approval-file.ts'
import type { IssuerKeys } from '../trust/issuer-keys.ts'
import { EMPTY_TRUST_STATE } from '../trust/ratchet.ts'
import { MAX_TRUST_FILE_BYTES, parseTrustFile, type TrustFile } from '../trust/trust-file.ts'
import { type ApprovalResult, type VerifiedApproval, verifyApproval } from '../trust/verify-approval.ts'
import { measureArtifact } from './artifact-file.ts'
import { readIssuerKeys } from './issuer-keys.ts'
import { parseLabels } from './labels.ts'
import type { Call, Verb } from './verb.ts'

export const verify: Verb = {
  name: 'verify',
  summary: 'Verify that an artifact is approved.',
  details:
    "The agent's own verification, step by step in its order; the first failure is named and ends with exit\n" +
    'code 10. What only an agent remembers (sequences, runs, checkpoints, quarantine) is taken as empty.',
  positionals: [{ name: 'ARTIFACT', doc: 'The artifact.' }],
  options: ['approval', 'trust', 'application', 'environment', 'label', 'json'],
  examples: ['sallyport verify shop.tar.gz --approval shop.tar.gz.approval.json --trust trust.yml'],
  async run(call) {
    const { options, ports } = call
    const approvalPath = resolve(ports.cwd, required(options.approval, 'approval'))
    const trustPath = resolve(ports.cwd, required(options.trust, 'trust'))
    const trust = parseTrustFile(await readFileBounded(trustPath, MAX_TRUST_FILE_BYTES), trustPath)
    // One byte more than is accepted, so that the refusal is the verification's own.
    const file = await readFileBounded(approvalPath, MAX_APPROVAL_FILE_BYTES + 1)
    const result = verifyApproval({
      file,
      trust,
      artifact: await measureArtifact(resolve(ports.cwd, call.positionals[0]!)),
      target: {
        ...(options.application === undefined ? {} : { application: options.application }),
        ...(options.environment === undefined ? {} : { environment: options.environment }),
      },
      labels: parseLabels(options.label),
      issuers: await keysFor(call, { trust, trustPath, file }),
      state: EMPTY_TRUST_STATE,
      now: ports.clock.now(),
      verifyLog: verifyLoggedApproval,
    })
    return report(call, result)
  },
}

async function keysFor(
  { ports }: Call,
  {
    trust,
    trustPath,
    file,
  }: { readonly trust: TrustFile; readonly trustPath: string; readonly file: Uint8Array },
): Promise<ReadonlyMap<string, IssuerKeys>> {
  if (trust.signers === 'key') return new Map()
  return await readIssuerKeys({ trust, trustPath, tokens: tokensOf(file), now: ports.clock.now() })
}

function tokensOf(file: Uint8Array): readonly string[] {
  try {
    const { token, people } = parseApprovalFile(file)
    return token === null ? people : [token, ...people]
  } catch {
    // The verification says what is wrong with the file.
    return []
  }
}

function report({ options, ports }: Call, result: ApprovalResult): ExitCode {
  const document = result.kind === 'verified' ? describe(result) : result
  if (options.json)
    ports.stdout(`${JSON.stringify({ version: 1, ...document, result: result.kind, kind: undefined })}\n`)
  const { bold, green, red, dim } = ports.style
  if (result.kind === 'refused') {
    ports.stderr(`${red('refused')} at ${bold(result.step)}: ${result.reason} ${dim(`[${result.code}]`)}\n`)
    ports.stderr(`${bold('help')}: ${result.help}\n`)
    return EXIT.failed
  }
  const { application, environment, sequence, kind, notAfter } = result.statement.predicate
  ports.stderr(
    `${green('verified')}: ${kind} of ${application} in ${environment}, sequence ${sequence}, until ${notAfter}\n`,
  )
  if (result.signers === 'key')
    ports.stderr('signed by a key alone: no gate, workload or log vouches for it\n')
  if (result.anyWorkflow) ports.stderr('the trust rule accepts any commit of the gate workflow\n')
  return EXIT.ok
}

function describe({
  statement,
  approval,
  signers,
  people,
  anyWorkflow,
}: VerifiedApproval): Record<string, unknown> {
  const { application, environment, sequence, keyEpoch, notBefore, notAfter, kind, source } =
    statement.predicate
  return {
    action: kind,
    approval,
    application,
    environment,
    artifact: `sha256:${statement.subject[0]!.digest.sha256}`,
    sequence,
    keyEpoch,
    notBefore,
    notAfter,
    signers,
    people,
    anyWorkflow,
    source,
  }
}

function required(value: string | undefined, name: string): string {
  if (value !== undefined) return value
  throw new SallyportError('USAGE', { message: `--${name} FILE is missing`, help: 'sallyport verify --help' })
}
