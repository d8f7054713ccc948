/**
 * Packs a release: `node build.mjs --out larder.tar.gz`. The same files give the same bytes: names are
 * sorted, times and owners are zero, and the gzip header names no system.
 */
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { gzipSync } from 'node:zlib'

const FILES = ['package.json', 'pantry.csv', 'server.mjs']

const { values } = parseArgs({ options: { out: { type: 'string', default: 'larder.tar.gz' } } })
const packed = gzipSync(Buffer.concat([...FILES.sort().flatMap(member), Buffer.alloc(1024)]), { level: 9 })
packed[9] = 255
writeFileSync(values.out, packed)
console.log(`${values.out} sha256:${createHash('sha256').update(packed).digest('hex')}`)

/** A ustar header (POSIX.1-1988), the content, and zeros to the next 512 bytes. */
function member(name) {
  const content = readFileSync(new URL(name, import.meta.url))
  const header = Buffer.alloc(512)
  header.write(name, 0)
  header.write('0000644\0', 100)
  header.write('0000000\0', 108)
  header.write('0000000\0', 116)
  header.write(`${content.length.toString(8).padStart(11, '0')}\0`, 124)
  header.write('00000000000\0', 136)
  header.write('        ', 148)
  header.write('0', 156)
  header.write('ustar\x0000', 257)
  const sum = header.reduce((total, byte) => total + byte, 0)
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148)
  return [header, content, Buffer.alloc((512 - (content.length % 512)) % 512)]
}
