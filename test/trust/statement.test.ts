import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeUtf8, encodeUtf8 } from '../../src/base/bytes.ts'
import { sha256Hex } from '../../src/base/digest.ts'
import { SallyportError } from '../../src/base/errors.ts'
import {
  type ApprovalContent,
  emitApprovalStatement,
  parseApprovalStatement,
} from '../../src/trust/statement.ts'
import { keyModeContent } from './approval-kit.ts'
import { workloadContent } from './coordinator-kit.ts'

test('the bytes of a statement are these', () => {
  const text = decodeUtf8(emitApprovalStatement(keyModeContent({ scope: { zone: 'a', role: 'web' } })))
  expect(text).toBe(
    `{"_type":"https://in-toto.io/Statement/v1","subject":[{"name":"shop.tar.gz","digest":{"sha256":"${sha256Hex('the artifact')}"}}],` +
      '"predicateType":"https://sallyport.dev/approval/v1","predicate":{"application":"shop","environment":"production",' +
      '"scope":{"role":"web","zone":"a"},"artifact":{"mediaType":"application/gzip","size":12},"sequence":7,"keyEpoch":1,' +
      '"notBefore":"2026-11-22T09:55:00Z","notAfter":"2026-11-22T11:00:00Z","kind":"deploy",' +
      `"policy":{"uri":"repository:.sallyport/policy.yml","digest":"sha256:${sha256Hex('policy')}"},` +
      `"evidence":{"verdict":"sha256:${sha256Hex('verdict')}"},"source":null,"approvers":[]}}`,
  )
})

test('the order in which content is given changes no byte', () => {
  const content = workloadContent({ scope: { b: '1', a: '2' } })
  const reversed = Object.fromEntries(Object.entries(content).reverse()) as unknown as ApprovalContent
  const source = Object.fromEntries(Object.entries(content.source!).reverse()) as NonNullable<
    ApprovalContent['source']
  >
  const other = emitApprovalStatement({ ...reversed, source, scope: { a: '2', b: '1' } })
  expect(decodeUtf8(other)).toBe(decodeUtf8(emitApprovalStatement(content)))
})

test('a statement comes back as it was emitted', () => {
  const bytes = emitApprovalStatement(workloadContent())
  const { predicate, subject } = parseApprovalStatement(bytes)
  const again = { ...predicate, artifactName: subject[0]!.name, artifactSha256: subject[0]!.digest.sha256 }
  expect(emitApprovalStatement(again)).toEqual(bytes)
})

const valid = decodeUtf8(emitApprovalStatement(workloadContent()))

test.each([
  ['an unknown key at the top', '{"_type"', '{"x":1,"_type"'],
  ['an unknown key in the source', '"runId"', '"x":1,"runId"'],
  ['an unknown key in the artifact', '"mediaType"', '"x":1,"mediaType"'],
  ['a key that stands twice', '"sequence":7', '"sequence":7,"sequence":8'],
  ['two subjects', '"subject":[', '"subject":[{"name":"b","digest":{"sha256":"00"}},'],
  ['a sequence of zero', '"sequence":7', '"sequence":0'],
  ['a sequence over 2^53', '"sequence":7', '"sequence":9007199254740993'],
  ['a sequence with a fraction', '"sequence":7', '"sequence":7.5'],
  ['a sequence as text', '"sequence":7', '"sequence":"7"'],
  ['an unknown kind', '"kind":"deploy"', '"kind":"Deploy"'],
  ['an end before the start', '2026-11-22T11:00:00Z', '2026-11-22T09:55:00Z'],
  ['a time with an offset', '2026-11-22T11:00:00Z', '2026-11-22T11:00:00+00:00'],
  ['a digest in upper case', sha256Hex('policy'), sha256Hex('policy').toUpperCase()],
  ['an application in upper case', '"application":"shop"', '"application":"Shop"'],
  ['an environment with a slash', '"environment":"production"', '"environment":"a/b"'],
  ['a missing key', '"approvers":[]', '"approvers":null'],
  ['a label named __proto__', '"scope":{}', '"scope":{"__proto__":"x"}'],
])('a statement with %s is refused', (_name, from, to) => {
  const changed = valid.replace(from, to)
  expect(changed).not.toBe(valid)
  expect(() => parseApprovalStatement(encodeUtf8(changed))).toThrow(SallyportError)
})

test('a statement that nobody would read is not made', () => {
  expect(() => emitApprovalStatement(keyModeContent({ application: 'Shop' }))).toThrow(/application/)
})

test('any JSON at all is a statement or our error', () => {
  fc.assert(
    fc.property(fc.json(), (text) => {
      expect(() => parseApprovalStatement(encodeUtf8(text))).toThrow(SallyportError)
    }),
    { numRuns: 200 },
  )
})
