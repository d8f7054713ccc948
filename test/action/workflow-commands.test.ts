import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  formatFileEntry,
  MAX_LINE_BYTES,
  MAX_PRINTED_BYTES,
  sanitiseLine,
  UntrustedPrinter,
} from '../../src/action/workflow-commands.ts'

const random = { bytes: (length: number) => new Uint8Array(length).fill(7) }

test('a file entry ends at a delimiter that the value cannot know', () => {
  expect(formatFileEntry('verdict', 'a\nb', random)).toBe(
    `verdict<<sallyport_${'07'.repeat(16)}\na\nb\nsallyport_${'07'.repeat(16)}\n`,
  )
})

test('no line of others is a command', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(':', '#', '[', 'a', '\n', '\r', '\u001b', '\u202e', '%') }),
      (line) => {
        const safe = sanitiseLine(line)
        expect(safe).not.toMatch(/::|##\[/)
        expect(safe).not.toMatch(/[\u0000-\u001f\u202e]/)
      },
    ),
  )
})

test('a long line is cut', () => {
  expect(Buffer.byteLength(sanitiseLine('é'.repeat(10_000)))).toBeLessThanOrEqual(MAX_LINE_BYTES)
})

test('commands are stopped around each line, and the whole is bounded', () => {
  const printed: string[] = []
  const printer = new UntrustedPrinter((text) => printed.push(text), random)
  printer.print('hello')
  const token = '07'.repeat(16)
  expect(printed).toEqual([`::stop-commands::${token}\nhello\n::${token}::\n`])
  for (let i = 0; i < 1_000; i++) printer.print('x'.repeat(4_000))
  expect(printed.join('').length).toBeLessThan(MAX_PRINTED_BYTES + 100_000)
  expect(printed.at(-1)).toMatch(/the rest is not shown/)
})
