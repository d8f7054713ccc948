/** C2SP tlog-witness: what a request to cosign looks like, and when it is granted. */
import { expect, test } from 'vitest'
import { encodeUtf8 } from '../../src/base/bytes.ts'
import { ed25519KeyPair } from '../../src/base/ed25519.ts'
import { parseCheckpointText } from '../../src/tlog/checkpoint.ts'
import { cosign } from '../../src/tlog/cosignature.ts'
import { emitNote, type NoteVerifier, parseNote, SIGNATURE_TYPES } from '../../src/tlog/note.ts'
import {
  type AddCheckpoint,
  emitAddCheckpoint,
  judgeAddCheckpoint,
  parseAddCheckpoint,
  readCosignature,
  WITNESS_STATUS,
  type Witnessed,
} from '../../src/tlog/witness.ts'
import { LOG_KEY, numberedEntries, TestLog } from './log-kit.ts'

const log = new TestLog(numberedEntries(40))
const forked = new TestLog([...numberedEntries(20), ...numberedEntries(40).reverse()])
const logs: readonly NoteVerifier[] = [
  { name: log.origin, type: SIGNATURE_TYPES.ed25519, publicKey: LOG_KEY.publicKey },
]

function stateAt(size: number): Witnessed {
  return parseCheckpointText(parseNote(log.checkpoint(size)).text)
}

function request(oldSize: number, size: number, from = log): AddCheckpoint {
  const proof = oldSize === 0 || oldSize === size ? [] : from.consistency(oldSize, size)
  return { oldSize, proof, note: parseNote(from.checkpoint(size)) }
}

const judge = (asked: AddCheckpoint, last: Witnessed | undefined) =>
  judgeAddCheckpoint(asked, logs, () => last).kind

test('the request is the text that the specification shows', () => {
  const text = emitAddCheckpoint(request(20, 33))
  expect(text).toMatch(/^old 20\n(?:[A-Za-z0-9+/]{43}=\n){1,63}\nsallyport\.dev\/log\/C{43}\n33\n/)
  expect(parseAddCheckpoint(encodeUtf8(text))).toEqual(request(20, 33))
  expect(emitAddCheckpoint(request(0, 5))).toMatch(/^old 0\n\nsallyport/)
})

test('what is no such request is malformed', () => {
  const text = emitAddCheckpoint(request(20, 33))
  for (const wrong of [
    text.replace('old 20', 'old 020'),
    text.replace('old 20\n', ''),
    text.replace('old 20\n', 'old 20\nAAAA\n'),
    text.replace('\n\n', '\n'),
    text.replace('old 20\n', `old 20\n${`${'A'.repeat(43)}=\n`.repeat(64)}`),
    '',
  ])
    expect(() => parseAddCheckpoint(encodeUtf8(wrong)), wrong.slice(0, 40)).toThrow()
})

test('a first checkpoint, and every one that continues the last, is cosigned', () => {
  expect(judge(request(0, 7), undefined)).toBe('continues')
  for (let first = 1; first <= 40; first++) {
    for (let second = first; second <= 40; second++)
      expect(judge(request(first, second), stateAt(first)), `${first}→${second}`).toBe('continues')
  }
})

test('a log that is not on the list, and one that did not sign, are told apart', () => {
  const other = new TestLog(numberedEntries(7), LOG_KEY, 'D'.repeat(43))
  expect(judge(request(0, 7, other), undefined)).toBe('unknown-log')
  const unsigned = new TestLog(numberedEntries(7), ed25519KeyPair(new Uint8Array(32).fill(9)))
  expect(judge(request(0, 7, unsigned), undefined)).toBe('unsigned')
})

test('a proof from another size than the last one is a conflict that says the size', () => {
  const answer = judgeAddCheckpoint(request(10, 33), logs, () => stateAt(20))
  expect(answer).toEqual({ kind: 'conflict', size: 20 })
  expect(judgeAddCheckpoint(request(10, 33), logs, () => undefined)).toEqual({ kind: 'conflict', size: 0 })
  expect(judge(request(33, 20 + 13), stateAt(33))).toBe('continues')
  expect(judge({ ...request(20, 33), oldSize: 40 }, stateAt(40))).toBe('malformed')
})

test('a fork is never cosigned', () => {
  expect(judge(request(30, 35, forked), stateAt(30))).toBe('inconsistent')
  expect(judge({ ...request(30, 35), proof: [] }, stateAt(30))).toBe('inconsistent')
  expect(judge({ ...request(0, 35), proof: request(30, 35).proof }, undefined)).toBe('inconsistent')
  // The same size, another tree.
  expect(judgeAddCheckpoint(request(30, 30, forked), logs, () => stateAt(30))).toEqual({
    kind: 'conflict',
    size: 30,
  })
})

test('the answers are those of the specification', () => {
  expect(WITNESS_STATUS).toEqual({
    continues: 200,
    malformed: 400,
    unsigned: 403,
    'unknown-log': 404,
    conflict: 409,
    inconsistent: 422,
  })
})

test('a cosignature is read from the answer, and only one that verifies for this note', () => {
  const key = ed25519KeyPair(new Uint8Array(32).fill(4))
  const witness: NoteVerifier = {
    name: 'w.example/1',
    type: SIGNATURE_TYPES.cosignature,
    publicKey: key.publicKey,
  }
  const note = parseNote(log.checkpoint(33))
  const linesOf = (of = note, name = witness.name) =>
    emitNote({ text: '', signatures: [cosign(of, name, key, 1_700_000_000)] }).slice(1)
  expect(readCosignature(linesOf(), note, witness)?.name).toBe('w.example/1')
  expect(readCosignature(linesOf(parseNote(log.checkpoint(32))), note, witness)).toBeUndefined()
  expect(readCosignature(linesOf(note, 'w.example/2'), note, witness)).toBeUndefined()
  expect(readCosignature('junk', note, witness)).toBeUndefined()
  expect(readCosignature('', note, witness)).toBeUndefined()
})
