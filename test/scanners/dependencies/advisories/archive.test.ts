import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ADVISORY_LIMITS, readArchive } from '../../../../scanners/dependencies/advisories/archive.ts'
import { SallyportError } from '../../../../src/base/errors.ts'
import { makeZip } from '../zip.ts'

test('stored, deflated and ZIP64 entries are read; folders are not', () => {
  const archive = makeZip([
    { name: 'a.json', content: 'stored', stored: true },
    { name: 'folder/', content: '' },
    { name: 'b.json', content: 'deflated '.repeat(100) },
    { name: 'c.json', content: 'wide', zip64: true },
    { name: 'empty.json', content: '' },
  ])
  expect(read(archive)).toEqual({
    'a.json': 'stored',
    'b.json': 'deflated '.repeat(100),
    'c.json': 'wide',
    'empty.json': '',
  })
})

test('a name that leads out of a folder is only a name', () => {
  expect(read(makeZip([{ name: '../../etc/x.json', content: 'x' }]))).toEqual({ '../../etc/x.json': 'x' })
})

const big = 'x'.repeat(100_000)
test.each([
  ['a wrong checksum', makeZip([{ name: 'a', content: 'x', crc: 1 }]), /checksum/],
  ['a size that is too small', makeZip([{ name: 'a', content: big, size: 10 }]), /inflated/],
  ['a size that is too large', makeZip([{ name: 'a', content: 'x', size: 10 }]), /another size/],
  ['a bomb', makeZip([{ name: 'a', content: 'x', size: 0xffff_fff0 }]), /bytes inflated/],
  ['encryption', makeZip([{ name: 'a', content: 'x', flags: 1 }]), /encrypted/],
  ['another method', makeZip([{ name: 'a', content: 'x', method: 14 }]), /method 14/],
  ['nothing', new Uint8Array(), /truncated/],
  ['text', Buffer.from('<html>not found</html>'), /no ZIP archive/],
])('%s is refused', (_, archive, why) => {
  expect(() => read(archive)).toThrow(why)
})

test('too many entries, or too much in all, is refused before anything is inflated', () => {
  const archive = makeZip([
    { name: 'a', content: 'xx' },
    { name: 'b', content: 'xx' },
  ])
  expect(() => [...readArchive(archive, { ...ADVISORY_LIMITS, maxEntries: 1 })]).toThrow(/2 entries/)
  expect(() => [...readArchive(archive, { ...ADVISORY_LIMITS, maxTotalBytes: 3 })]).toThrow(
    /more than 3 bytes/,
  )
})

test('cut anywhere or changed anywhere, an archive is read or refused, and never crashes', () => {
  const archive = makeZip([
    { name: 'a.json', content: big },
    { name: 'b.json', content: 'yy', zip64: true },
  ])
  for (let length = 0; length < archive.length; length++) {
    expect(() => read(archive.subarray(0, length)), String(length)).toThrow(SallyportError)
  }
  fc.assert(
    fc.property(fc.nat(archive.length - 1), fc.integer({ min: 1, max: 255 }), (at, flip) => {
      const changed = archive.slice()
      changed[at]! ^= flip
      try {
        read(changed)
      } catch (error) {
        expect(error).toBeInstanceOf(SallyportError)
      }
    }),
    { numRuns: 1000 },
  )
})

function read(archive: Uint8Array): Record<string, string> {
  const files: Record<string, string> = {}
  for (const entry of readArchive(archive, ADVISORY_LIMITS))
    files[entry.name] = Buffer.from(entry.read()).toString()
  return files
}
