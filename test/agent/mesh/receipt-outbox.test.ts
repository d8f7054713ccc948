import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { createReceiptOutbox } from '../../../src/agent/mesh/receipt-outbox.ts'
import type { ProblemKind } from '../../../src/api/messages/problem.ts'
import { silentDiagnostics } from '../../../src/base/diagnostics.ts'
import { SallyportError } from '../../../src/base/errors.ts'
import type { Envelope } from '../../../src/trust/dsse.ts'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sallyport-outbox-'))
  onTestFinished(() => rm(folder, { recursive: true }))
})

const AWAY = new SallyportError('HTTP_FAILED', { message: 'connection refused' })

function refusal(kind: ProblemKind): SallyportError {
  return new SallyportError('REQUEST_REFUSED', { message: kind, cause: { kind, message: kind } })
}

const store = (name: string, text?: string) =>
  writeFile(join(folder, name), text ?? JSON.stringify(envelope(name)))

function envelope(name: string): Envelope {
  return {
    payload: Buffer.from(name).toString('base64'),
    payloadType: 'application/vnd.in-toto+json',
    signatures: [{ keyid: 'machine', sig: 'AAAA' }],
  } as unknown as Envelope
}

/** A coordinator; `failure` is what it answers with while it is set. */
function world() {
  const coordinator = { failure: undefined as Error | undefined, taken: [] as string[], asked: 0 }
  const open = () =>
    createReceiptOutbox({
      folders: [folder],
      async submit(receipt) {
        coordinator.asked++
        if (coordinator.failure) throw coordinator.failure
        coordinator.taken.push(Buffer.from(receipt.payload, 'base64').toString())
      },
      diagnostics: silentDiagnostics,
    })
  return { coordinator, open }
}

test('a receipt that was stored is sent, once, also over restarts', async () => {
  const { coordinator, open } = world()
  const outbox = open()
  await outbox.flush()
  await store('d1.json')
  await outbox.add()
  await outbox.flush()
  await open().flush()
  expect(coordinator.taken).toEqual(['d1.json'])
})

test('receipts of the time when the coordinator was away are sent when it is back, oldest first', async () => {
  const { coordinator, open } = world()
  const outbox = open()
  coordinator.failure = AWAY
  await store('d2.json')
  await outbox.add()
  await store('d1.json')
  await outbox.add()
  expect(coordinator.taken).toEqual([])
  coordinator.failure = undefined
  await outbox.flush()
  expect(coordinator.taken).toEqual(['d1.json', 'd2.json'])
})

test('what an earlier process could not send is sent by the next one', async () => {
  const { coordinator, open } = world()
  coordinator.failure = AWAY
  await store('d1.json')
  await open().add()
  coordinator.failure = undefined
  await open().flush()
  expect(coordinator.taken).toEqual(['d1.json'])
})

test('with nothing to send, a flush asks nobody', async () => {
  const { coordinator, open } = world()
  const outbox = open()
  await store('d1.json')
  await outbox.flush()
  await Promise.all([outbox.flush(), outbox.flush()])
  expect(coordinator.asked).toBe(1)
})

test.each<ProblemKind>([
  'not-found',
  'refused',
  'malformed',
  'too-large',
])('a receipt that is refused for good (%s) does not hold up the next', async (kind) => {
  const { coordinator, open } = world()
  coordinator.failure = refusal(kind)
  await store('d1.json')
  await open().flush()
  coordinator.failure = undefined
  await store('d2.json')
  await open().flush()
  expect(coordinator.taken).toEqual(['d2.json'])
})

test.each<ProblemKind>([
  'internal',
  'not-ready',
  'too-many',
  'skew',
  'suspended',
])('a refusal that passes (%s) is no answer: the receipt is sent again', async (kind) => {
  const { coordinator, open } = world()
  coordinator.failure = refusal(kind)
  await store('d1.json')
  await open().flush()
  coordinator.failure = undefined
  await open().flush()
  expect(coordinator.taken).toEqual(['d1.json'])
})

test('a file that is no receipt is passed over; what is none by its name is left alone', async () => {
  const { coordinator, open } = world()
  await store('d1.json', '{"payload":')
  await store('d2.json', '{}')
  await store('d3.json')
  await store(`committed-${'a'.repeat(64)}.json`)
  await open().flush()
  expect(coordinator.taken).toEqual(['d3.json'])
})

test('a list of what was reported that cannot be read sends all again', async () => {
  const { coordinator, open } = world()
  await store('d1.json')
  await open().flush()
  await store('reported.json', '["d1.js')
  await open().flush()
  expect(coordinator.taken).toEqual(['d1.json', 'd1.json'])
  expect((await readdir(folder)).sort()).toEqual(['d1.json', 'reported.json'])
})
