/** A real witness, over HTTP, and a coordinator whose approvals it cosigns. */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { decodeBase64, encodeUtf8 } from '../../src/base/bytes.ts'
import { silentDiagnostics } from '../../src/base/diagnostics.ts'
import { openWitness } from '../../src/coordinator/witness/witness.ts'
import { openWitnessKey } from '../../src/coordinator/witness/witness-key.ts'
import { startWitnessServer } from '../../src/coordinator/witness/witness-server.ts'
import { completeApproval, requestApproval } from '../../src/mesh/control/membership.ts'
import { systemClock } from '../../src/platform/clock.ts'
import { systemRandom } from '../../src/platform/random.ts'
import { logOrigin } from '../../src/tlog/checkpoint.ts'
import { countCosignatures } from '../../src/tlog/cosignature.ts'
import { parseInclusionProof } from '../../src/tlog/inclusion-proof.ts'
import { type NoteVerifier, parseNote, SIGNATURE_TYPES } from '../../src/tlog/note.ts'
import { ADD_CHECKPOINT_PATH, emitAddCheckpoint, MAX_ADD_CHECKPOINT_BYTES } from '../../src/tlog/witness.ts'
import { parseApprovalFile } from '../../src/trust/approval-file.ts'
import { LOG_KEY, numberedEntries, TestLog } from '../tlog/log-kit.ts'
import { type Kit, startKit } from './coordinator-kit.ts'

async function startWitness(logs: readonly NoteVerifier[], given?: string) {
  const folder = given ?? (await mkdtemp(join(tmpdir(), 'sallyport-witness-')))
  if (given === undefined) onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const key = await openWitnessKey(folder, 'witness.example/w1', systemRandom)
  const witness = await openWitness({ folder, key, logs, clock: systemClock })
  const server = await startWitnessServer({
    witness,
    host: '127.0.0.1',
    port: 0,
    clock: systemClock,
    diagnostics: silentDiagnostics,
  })
  onTestFinished(() => server.close())
  const url = `http://127.0.0.1:${server.port}`
  const post = (body: string | Uint8Array, path: string = ADD_CHECKPOINT_PATH) =>
    fetch(`${url}${path}`, { method: 'POST', body: Buffer.from(body) })
  return { folder, verifier: key.verifier, url, post, close: server.close }
}

const log = new TestLog(numberedEntries(40))
const known: NoteVerifier = { name: log.origin, type: SIGNATURE_TYPES.ed25519, publicKey: LOG_KEY.publicKey }

function asked(oldSize: number, size: number, from = log): string {
  const proof = oldSize === 0 || oldSize === size ? [] : from.consistency(oldSize, size)
  return emitAddCheckpoint({ oldSize, proof, note: parseNote(from.checkpoint(size)) })
}

test('a witness that cannot write down what it saw signs nothing, and signs it once it can', async () => {
  const { folder, post } = await startWitness([known])
  await rm(folder, { recursive: true })
  await writeFile(folder, '')
  const refused = await post(asked(0, 10))
  expect([refused.status, await refused.text()]).toEqual([500, ''])
  await rm(folder)
  await mkdir(folder)
  expect((await post(asked(0, 10))).status).toBe(200)
})

test('a witness cosigns what continues, and says the size where it knows another', async () => {
  const { post, verifier } = await startWitness([known])
  const first = await post(asked(0, 10))
  expect(first.status).toBe(200)
  const lines = await first.text()
  expect(lines).toMatch(/^— witness\.example\/w1 [A-Za-z0-9+/=]+\n$/)
  const note = parseNote(`${parseNote(log.checkpoint(10)).text}\n${lines}`)
  expect(countCosignatures(note, [verifier])).toBe(1)
  const stale = await post(asked(5, 30))
  expect([stale.status, stale.headers.get('content-type'), await stale.text()]).toEqual([
    409,
    'text/x.tlog.size',
    '10\n',
  ])
  expect((await post(asked(10, 30))).status).toBe(200)
})

test('what is no checkpoint of a log on the list is refused, by its status', async () => {
  const { post } = await startWitness([known])
  expect((await post('what?')).status).toBe(400)
  expect((await post(asked(0, 10, new TestLog(numberedEntries(40), LOG_KEY, 'D'.repeat(43))))).status).toBe(
    404,
  )
  const forged = asked(0, 10).replace(/— (\S+) \S{10}/, (line) => `${line.slice(0, -2)}AA`)
  expect((await post(forged)).status).toBeGreaterThanOrEqual(400)
  await post(asked(0, 10))
  const fork = new TestLog(numberedEntries(40).reverse())
  expect((await post(asked(10, 30, fork))).status).toBe(422)
  expect((await post(new Uint8Array(MAX_ADD_CHECKPOINT_BYTES + 1))).status).toBe(413)
  expect((await post('', '/elsewhere')).status).toBe(404)
})

test('a witness that starts anew goes on from what it cosigned, under the same key', async () => {
  const before = await startWitness([known])
  await before.post(asked(0, 20))
  await before.close()
  const { post, verifier } = await startWitness([known], before.folder)
  expect(verifier).toEqual(before.verifier)
  expect((await post(asked(0, 20))).status).toBe(409)
  expect((await post(asked(20, 30))).status).toBe(200)
})

test('of two trees at once, one is cosigned', async () => {
  const { post } = await startWitness([known])
  const fork = new TestLog(numberedEntries(40).reverse())
  const answers = await Promise.all([post(asked(0, 10)), post(asked(0, 10, fork)), post(asked(0, 12, fork))])
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
})

async function approve(kit: Kit) {
  const runner = kit.runner()
  const submitted = await requestApproval(runner.client, runner.submission())
  const tokens = submitted.statements.map((each) => runner.statementToken(decodeBase64(each)))
  const done = await completeApproval(runner.client, submitted.submission, tokens)
  if (done.kind !== 'signed') throw new Error(done.kind)
  const { log: logged } = parseApprovalFile(encodeUtf8(done.approvals[0]!))
  return parseNote(parseInclusionProof(logged!.proof).checkpoint)
}

test('approvals lead to a checkpoint that the witness cosigned, and so does the published log', async () => {
  const kit = await startKit()
  const { coordinatorId, context } = kit.coordinator()
  const name = logOrigin(coordinatorId)
  const publicKey = context.identity.keys.log.publicKey
  const witness = await startWitness([{ name, type: SIGNATURE_TYPES.ed25519, publicKey }])
  await kit.restart({ witnesses: [{ verifier: witness.verifier, url: witness.url }] })

  for (let round = 0; round < 3; round++)
    expect(countCosignatures(await approve(kit), [witness.verifier])).toBe(1)

  await kit.coordinator().context.cosigning.refresh()
  const published = parseNote(await readFile(join(kit.folder, 'log', 'checkpoint'), 'utf8'))
  expect(countCosignatures(published, [witness.verifier])).toBe(1)
  // One that asks the witness anew learns the size that it knows.
  await kit.restart({ witnesses: [{ verifier: witness.verifier, url: witness.url }] })
  expect(countCosignatures(await approve(kit), [witness.verifier])).toBe(1)
})

test('a witness that is away, or lies, takes nothing from an approval but its cosignature', async () => {
  const kit = await startKit()
  const witness = await startWitness([])
  const gone = { verifier: { ...witness.verifier, name: 'gone.example' }, url: 'http://127.0.0.1:9' }
  await kit.restart({ witnesses: [{ verifier: witness.verifier, url: witness.url }, gone] })
  const note = await approve(kit)
  expect(note.signatures).toHaveLength(1)
})
