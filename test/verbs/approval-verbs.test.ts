import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { encodeBase64, encodeUtf8 } from '../../src/base/bytes.ts'
import { silentDiagnostics } from '../../src/base/diagnostics.ts'
import { sha256Hex } from '../../src/base/digest.ts'
import { DAY, formatTimestamp, HOUR, MINUTE, type Timestamp } from '../../src/base/time.ts'
import { runCommandLine } from '../../src/cli/command-line.ts'
import { emitApprovalFile } from '../../src/trust/approval-file.ts'
import { approvalAudience } from '../../src/trust/audience.ts'
import { signEnvelope } from '../../src/trust/dsse.ts'
import { emitApprovalStatement, STATEMENT_PAYLOAD_TYPE } from '../../src/trust/statement.ts'
import type { Ports } from '../../src/verbs/verb.ts'
import { startIssuer } from '../support/issuer.ts'
import { TestLog } from '../tlog/log-kit.ts'
import { keyNamed } from '../trust/approval-kit.ts'
import {
  coordinatorId,
  keyList,
  logFor,
  root,
  rule,
  trust,
  workloadContent,
} from '../trust/coordinator-kit.ts'

const NOW = Date.now() as Timestamp
let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sallyport-verbs-'))
  writeFileSync(join(folder, 'shop.tar.gz'), 'the artifact')
})

afterEach(() => rmSync(folder, { recursive: true }))

interface Ran {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

async function run(...args: readonly string[]): Promise<Ran> {
  let [stdout, stderr] = ['', '']
  const plain = (text: string) => text
  const ports = {
    clock: { now: () => NOW, monotonic: () => 0 },
    random: { bytes: (length: number) => new Uint8Array(length).fill(7) },
    diagnostics: silentDiagnostics,
    cwd: folder,
    env: {},
    stdout: (text: string) => {
      stdout += text
    },
    stderr: (text: string) => {
      stderr += text
    },
    stdin: process.stdin,
    style: new Proxy({}, { get: () => plain }),
    isTerminal: false,
    signal: new AbortController().signal,
  } as unknown as Ports
  const code = await runCommandLine(args, ports)
  return { code, stdout, stderr }
}

const TARGET = ['--application', 'shop', '--environment', 'production']
const SIGN = ['approve', '--key', 'approval.key', '--artifact', 'shop.tar.gz', ...TARGET, '--sequence', '7']
const VERIFY = ['verify', 'shop.tar.gz', '--approval', 'shop.tar.gz.approval.json', '--trust', 'trust.yml']

async function keyAndTrust(): Promise<void> {
  const made = await run('key', 'new', '--out', 'approval.key')
  writeFileSync(
    join(folder, 'trust.yml'),
    `version: 1\nsigners: key\nkeys:\n  - ${made.stdout.trim()}\nrules:\n  - application: shop\n    environments: [production]\n`,
  )
}

test('a key is made in a file of mode 0600, and never over another file', async () => {
  const made = await run('key', 'new', '--out', 'approval.key')
  expect(made).toMatchObject({ code: 0 })
  expect(made.stdout).toMatch(/^sallyport-approval-public-v1:[A-Za-z0-9_-]{43}\n$/)
  expect(statSync(join(folder, 'approval.key')).mode & 0o777).toBe(0o600)
  expect(made.stdout + made.stderr).not.toContain('secret-v1')

  expect(await run('key', 'new', '--out', 'approval.key')).toMatchObject({ code: 2 })
  expect(await run('key', 'new', '--role', 'root')).toMatchObject({ code: 2 })
})

test('an approval that a key signed is verified, and a changed artifact is refused by name', async () => {
  await keyAndTrust()
  const approved = await run(...SIGN, '--json')
  expect(approved.code).toBe(0)
  expect(JSON.parse(approved.stdout)).toMatchObject({ version: 1, application: 'shop', sequence: 7 })

  const verified = await run(...VERIFY, '--json')
  expect(verified.code).toBe(0)
  expect(JSON.parse(verified.stdout)).toMatchObject({ version: 1, result: 'verified', signers: 'key' })

  writeFileSync(join(folder, 'shop.tar.gz'), 'another artifact')
  const refused = await run(...VERIFY, '--json')
  expect(refused.code).toBe(10)
  expect(JSON.parse(refused.stdout)).toMatchObject({
    result: 'refused',
    step: 'artifact',
    code: 'ARTIFACT_DIFFERS',
  })
  expect(refused.stderr).toMatch(/refused at artifact: .*\nhelp: /)
})

test.each([
  ['failed', 10],
  ['undecided', 11],
])('with a verdict that is %s nothing is signed', async (verdict, code) => {
  await keyAndTrust()
  const policy = { source: 'default', digest: `sha256:${sha256Hex('policy')}` }
  writeFileSync(join(folder, 'verdict.json'), JSON.stringify({ version: 1, verdict, policy }))
  expect(await run(...SIGN, '--verdict', 'verdict.json')).toMatchObject({ code })
  expect(existsSync(join(folder, 'shop.tar.gz.approval.json'))).toBe(false)
})

test('a passed verdict is named in the approval, with its policy', async () => {
  await keyAndTrust()
  const policy = { source: 'default', digest: `sha256:${sha256Hex('policy')}` }
  const text = JSON.stringify({ version: 1, verdict: 'passed', policy })
  writeFileSync(join(folder, 'verdict.json'), text)
  expect(await run(...SIGN, '--verdict', 'verdict.json')).toMatchObject({ code: 0 })

  const file = JSON.parse(readFileSync(join(folder, 'shop.tar.gz.approval.json'), 'utf8'))
  const { predicate } = JSON.parse(Buffer.from(file.envelope.payload, 'base64').toString())
  expect(predicate.evidence).toEqual({ verdict: `sha256:${sha256Hex(text)}` })
  expect(predicate.policy.digest).toBe(policy.digest)
})

test('an approval for labelled machines is refused on others', async () => {
  await keyAndTrust()
  await run(...SIGN, '--label', 'role=web')
  expect(await run(...VERIFY)).toMatchObject({ code: 10 })
  expect(await run(...VERIFY, '--label', 'role=web')).toMatchObject({ code: 0 })
  expect(await run(...VERIFY, '--label', 'role')).toMatchObject({ code: 2 })
})

test.each([
  ['no key', ['approve', '--artifact', 'shop.tar.gz', ...TARGET, '--sequence', '7'], /--key is missing/],
  ['no sequence', SIGN.slice(0, -2), /--sequence is missing/],
  [
    'a key file that is none',
    [...SIGN.slice(0, 1), '--key', 'shop.tar.gz', ...SIGN.slice(3)],
    /no Sallyport key/,
  ],
  ['an unknown kind', [...SIGN, '--kind', 'destroy'], /--kind must be/],
])('approve with %s says what is missing', async (_name, args, message) => {
  await keyAndTrust()
  const result = await run(...args)
  expect(result.code).toBe(2)
  expect(result.stderr).toMatch(message)
  expect(result.stderr).not.toContain('the artifact')
})

test('a trust file with an unknown key is refused with its place', async () => {
  await keyAndTrust()
  await run(...SIGN)
  const path = join(folder, 'trust.yml')
  writeFileSync(path, readFileSync(path, 'utf8').replace('    environments', '    environment'))
  const result = await run(...VERIFY)
  expect(result.code).toBe(2)
  expect(result.stderr).toContain('trust.yml:')
})

test("an approval of a coordinator is verified with the issuer's keys over TLS", async () => {
  const issuer = await startIssuer()
  try {
    await writeCoordinatorCase(issuer, (trusted) => ({ ...trusted, ca: 'ca.pem' }))
    writeFileSync(join(folder, 'ca.pem'), issuer.caPem)
    expect(await run(...VERIFY)).toMatchObject({ code: 0 })
    expect(issuer.fetches()).toBe(1)
  } finally {
    await issuer.close()
  }
})

test('an issuer without its CA is not believed', async () => {
  const issuer = await startIssuer()
  try {
    await writeCoordinatorCase(issuer, (trusted) => trusted)
    expect(await run(...VERIFY)).toMatchObject({ code: 14, stdout: '' })
  } finally {
    await issuer.close()
  }
})

test('an approval of a coordinator is verified with a snapshot of the keys, the issuer being away', async () => {
  const issuer = await startIssuer()
  await issuer.close()
  await writeCoordinatorCase(issuer, (trusted) => ({ ...trusted, jwks: 'snapshot', snapshot: 'jwks.json' }))
  const window = { notBefore: (NOW - DAY) as Timestamp, notAfter: (NOW + DAY) as Timestamp }
  writeFileSync(join(folder, 'jwks.json'), JSON.stringify(issuer.snapshot(root, window)))
  expect(await run(...VERIFY)).toMatchObject({ code: 0 })

  writeFileSync(join(folder, 'jwks.json'), JSON.stringify(issuer.snapshot(keyNamed('stranger'), window)))
  expect(await run(...VERIFY)).toMatchObject({ code: 10 })
})

test('a log folder is verified, with its signature where the trust file names the root', async () => {
  const entry = { type: 'refusals', version: 1, at: '2026-11-22T10:00:00Z', count: 3 }
  writeLog(new TestLog([encodeUtf8(JSON.stringify(entry))], keyNamed('log'), coordinatorId))
  writeFileSync(join(folder, 'trust.yml'), JSON.stringify(trust()))
  writeFileSync(join(folder, 'key-list.json'), JSON.stringify(keyList()))

  const alone = await run('log', 'verify', 'log', '--json')
  expect(alone.stderr).toContain('not judged')
  expect(JSON.parse(alone.stdout)).toMatchObject({
    size: 1,
    signature: 'not-judged',
    entries: { refusals: 1 },
  })
  expect(await run('log', 'verify', 'log', '--trust', 'trust.yml')).toMatchObject({ code: 0 })

  writeFileSync(join(folder, 'key-list.json'), JSON.stringify(keyList({}, keyNamed('stranger'))))
  expect(await run('log', 'verify', 'log', '--trust', 'trust.yml')).toMatchObject({ code: 10 })
})

test('a log folder with a changed tile ends with exit code 10', async () => {
  const log = new TestLog([encodeUtf8('{"no":"entry"}')], keyNamed('log'), coordinatorId)
  writeLog(log)
  const result = await run('log', 'verify', 'log')
  expect(result.code).toBe(10)
  expect(result.stderr).toContain('entry 0 cannot be understood')
})

test.each([
  'gate-policy',
  'trust',
  'agent',
  'environments',
  'approval',
  'statement',
  'key-list',
  'receipt',
  'log-entry',
])('the schema %s is a JSON Schema', async (name) => {
  const { code, stdout } = await run('schema', name)
  expect(code).toBe(0)
  expect(JSON.parse(stdout).$schema).toBe('https://json-schema.org/draft/2020-12/schema')
})

test('an unknown schema is refused with the nearest', async () => {
  expect((await run('schema', 'trsut')).stderr).toContain('did you mean "trust"?')
  expect(await run('schema', '__proto__')).toMatchObject({ code: 2 })
})

/** trust.yml and an approval of now, as the running issuer vouches for it. */
async function writeCoordinatorCase(
  issuer: { url: string; mintWorkload(options: { audience: string; now: number }): string },
  trusted: (plain: { issuer: string }) => Record<string, unknown>,
): Promise<void> {
  const at = (ms: number) => formatTimestamp((Math.floor((NOW + ms) / 1000) * 1000) as Timestamp)
  const content = workloadContent({
    notBefore: at(-5 * MINUTE),
    notAfter: at(HOUR),
    source: { ...workloadContent().source!, issuer: issuer.url },
    artifact: { mediaType: 'application/gzip', size: 12 },
    artifactSha256: sha256Hex('the artifact'),
  })
  const bytes = emitApprovalStatement(content)
  const { entry, log } = logFor(content)
  const file = emitApprovalFile({
    envelope: signEnvelope(STATEMENT_PAYLOAD_TYPE, bytes, [keyNamed('approval')]),
    token: issuer.mintWorkload({ audience: approvalAudience(coordinatorId, bytes), now: NOW }),
    keyList: keyList({ notBefore: at(-DAY), notAfter: at(DAY) }),
    log: { entry: encodeBase64(entry), proof: log.proof(4) },
  })
  writeFileSync(join(folder, 'shop.tar.gz.approval.json'), file)
  const { issuers: _, ...rest } = trust({ rules: [rule({ issuer: issuer.url })] })
  const document = { ...rest, issuers: [trusted({ issuer: issuer.url })] }
  writeFileSync(join(folder, 'trust.yml'), JSON.stringify(document))
}

function writeLog(log: TestLog): void {
  for (const [path, bytes] of log.files()) {
    const file = join(folder, 'log', path)
    mkdirSync(join(file, '..'), { recursive: true })
    writeFileSync(file, bytes)
  }
}
