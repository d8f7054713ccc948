import fc from 'fast-check'
import { expect, test } from 'vitest'
import { encodeBase64, encodeUtf8 } from '../../src/base/bytes.ts'
import { sha256 } from '../../src/base/digest.ts'
import { ed25519KeyPair } from '../../src/base/ed25519.ts'
import { SallyportError } from '../../src/base/errors.ts'
import {
  emitCheckpointText,
  logOrigin,
  parseCheckpointText,
  signCheckpoint,
  verifyCheckpoint,
} from '../../src/tlog/checkpoint.ts'
import { cosign, countCosignatures } from '../../src/tlog/cosignature.ts'
import { emitInclusionProof, parseInclusionProof } from '../../src/tlog/inclusion-proof.ts'
import {
  emitNote,
  formatVerifierKey,
  isSignedBy,
  type NoteVerifier,
  parseNote,
  parseVerifierKey,
  SIGNATURE_TYPES,
  signNote,
} from '../../src/tlog/note.ts'

/** The example of golang.org/x/mod/sumdb/note, from which the specification comes. */
const NEUMANN_KEY = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW'
const NEUMANN_NOTE = `If you think cryptography is the answer to your problem,
then you don't know what your problem is.

— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
`

const key = ed25519KeyPair(new Uint8Array(32).fill(1))
const origin = logOrigin('A'.repeat(43))
const verifier: NoteVerifier = { name: origin, type: SIGNATURE_TYPES.ed25519, publicKey: key.publicKey }
const root = sha256(encodeUtf8('root'))
const checkpoint = { origin, size: 42, root }
const signed = signCheckpoint(checkpoint, key)

test('the published example of a signed note verifies', () => {
  const neumann = parseVerifierKey(NEUMANN_KEY)
  expect(isSignedBy(parseNote(NEUMANN_NOTE), neumann)).toBe(true)
  expect(formatVerifierKey(neumann)).toBe(NEUMANN_KEY)
  expect(emitNote(parseNote(NEUMANN_NOTE))).toBe(NEUMANN_NOTE)
})

test('a note with a changed letter is refused', () => {
  const changed = NEUMANN_NOTE.replace('answer', 'answes')
  expect(() => isSignedBy(parseNote(changed), parseVerifierKey(NEUMANN_KEY))).toThrow(/does not verify/)
})

test('a signature of an unknown key is passed over, one of a known key that fails rejects the note', () => {
  const stranger = ed25519KeyPair(new Uint8Array(32).fill(2))
  const text = emitCheckpointText(checkpoint)
  const note = signNote(text, origin, key)
  const both = { text, signatures: [...signNote(text, 'stranger', stranger).signatures, ...note.signatures] }
  expect(isSignedBy(parseNote(emitNote(both)), verifier)).toBe(true)

  const bad = { ...note.signatures[0]!, signature: new Uint8Array(64) }
  const withBad = { text, signatures: [...note.signatures, bad] }
  expect(() => isSignedBy(parseNote(emitNote(withBad)), verifier)).toThrow(/does not verify/)
})

test('a note of another key is not signed by ours', () => {
  const other = { ...verifier, name: 'other' }
  expect(isSignedBy(parseNote(signed), other)).toBe(false)
})

test('the text ends at the last empty line, so that a text may hold one', () => {
  const note = signNote('a\n\nb\n', 'name', key)
  expect(parseNote(emitNote(note)).text).toBe('a\n\nb\n')
})

test('sixteen signatures are accepted', () => {
  const signatures = Array.from({ length: 16 }, (_, at) => signNote('x\n', `s${at}`, key).signatures[0]!)
  expect(parseNote(emitNote({ text: 'x\n', signatures })).signatures).toHaveLength(16)
})

test.each([
  ['no empty line', 'a\n— n AAAAAAAA\n'],
  ['no newline at the end', signed.slice(0, -1)],
  ['a carriage return', signed.replace('\n', '\r\n')],
  ['a tab', `\t${signed}`],
  ['another dash', signed.replace('—', '-')],
  ['base64 with stray bits', 'x\n\n— n AAAAAAAAAB==\n'],
  ['no signature', 'x\n\n'],
  ['a name with a plus', 'x\n\n— n+m AAAAAAAA\n'],
])('a note with %s is refused', (_name, text) => {
  expect(() => parseNote(text)).toThrow(SallyportError)
})

test.each([
  NEUMANN_KEY.replace('c74f20a3', 'c74f20a4'),
  NEUMANN_KEY.replace('PeterNeumann', 'PeterNeuman'),
  NEUMANN_KEY.replace('+AR', '+Ah'),
  'x',
])('the verifier key %s is refused', (text) => {
  expect(() => parseVerifierKey(text)).toThrow(/not a verifier key/)
})

test('a checkpoint comes back as it was signed', () => {
  expect(verifyCheckpoint(signed, { origin, publicKey: key.publicKey }).checkpoint).toEqual(checkpoint)
  expect(emitCheckpointText(checkpoint)).toBe(`${origin}\n42\n${encodeBase64(root)}\n`)
})

test.each([
  ['a leading zero', emitCheckpointText(checkpoint).replace('\n42\n', '\n042\n')],
  ['a size over 2^53', emitCheckpointText(checkpoint).replace('\n42\n', '\n9007199254740993\n')],
  ['a short root', `${origin}\n42\nAAAA\n`],
  ['an extension line', `${emitCheckpointText(checkpoint)}extension\n`],
  ['no origin', `\n42\n${encodeBase64(root)}\n`],
])('a checkpoint with %s is refused', (_name, text) => {
  expect(() => parseCheckpointText(text)).toThrow(/not a checkpoint/)
})

test('a checkpoint of another log, or that only a stranger signed, is refused', () => {
  const identity = { origin, publicKey: key.publicKey }
  const other = signCheckpoint({ ...checkpoint, origin: logOrigin('B'.repeat(43)) }, key)
  expect(() => verifyCheckpoint(other, identity)).toThrow(/not of/)
  const stranger = signCheckpoint(checkpoint, ed25519KeyPair(new Uint8Array(32).fill(2)))
  expect(() => verifyCheckpoint(stranger, identity)).toThrow(/did not sign/)
})

test('cosignatures count distinct witnesses, and a failing one rejects', () => {
  const witness = ed25519KeyPair(new Uint8Array(32).fill(3))
  const known: NoteVerifier = { name: 'w', type: SIGNATURE_TYPES.cosignature, publicKey: witness.publicKey }
  const note = parseNote(signed)
  const once = cosign(note, 'w', witness, 1_700_000_000)
  const twice = cosign(note, 'w', witness, 1_700_000_001)
  const cosigned = parseNote(emitNote({ ...note, signatures: [...note.signatures, once, twice] }))

  expect(countCosignatures(note, [known])).toBe(0)
  expect(countCosignatures(cosigned, [known, known])).toBe(1)
  const retimed = { ...once, signature: Uint8Array.from(once.signature).fill(9, 0, 8) }
  const broken = { ...note, signatures: [...note.signatures, retimed] }
  expect(() => countCosignatures(broken, [known])).toThrow(/does not verify/)
})

test("a log's own signature is no cosignature", () => {
  expect(countCosignatures(parseNote(signed), [verifier])).toBe(0)
})

test('an inclusion proof has the text of the specification and comes back', () => {
  const proof = { index: 5, hashes: [root, sha256(root)], checkpoint: signed, extra: encodeUtf8('x') }
  const text = emitInclusionProof(proof)
  expect(text).toBe(
    `c2sp.org/tlog-proof@v1\nextra eA==\nindex 5\n${encodeBase64(root)}\n${encodeBase64(sha256(root))}\n\n${signed}`,
  )
  expect(parseInclusionProof(text)).toEqual(proof)
})

test('a note parser given anything returns or throws our error', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.uint8Array()), (input) => {
      for (const parse of [parseNote, (text: string | Uint8Array) => parseInclusionProof(String(text))]) {
        try {
          parse(input)
        } catch (thrown) {
          expect(thrown).toBeInstanceOf(SallyportError)
        }
      }
    }),
  )
})
