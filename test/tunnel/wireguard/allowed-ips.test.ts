import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type IpPrefix, maskPrefix, parseIp, parsePrefix, prefixContains } from '../../../src/base/ip.ts'
import { AllowedIps } from '../../../src/tunnel/wireguard/allowed-ips.ts'

test('the longest prefix wins, whatever the order', () => {
  for (const order of [
    ['10.0.0.0/8', '10.1.0.0/16', '10.1.2.3/32'],
    ['10.1.2.3/32', '10.0.0.0/8', '10.1.0.0/16'],
  ]) {
    const table = new AllowedIps<string>()
    for (const prefix of order) table.insert(parsePrefix(prefix), prefix)
    expect(find(table, '10.1.2.3')).toBe('10.1.2.3/32')
    expect(find(table, '10.1.2.4')).toBe('10.1.0.0/16')
    expect(find(table, '10.2.0.1')).toBe('10.0.0.0/8')
    expect(find(table, '11.0.0.1')).toBeUndefined()
  }
})

test('the whole internet is a prefix like another, per family', () => {
  const table = new AllowedIps<string>()
  table.insert(parsePrefix('0.0.0.0/0'), 'four')
  expect(find(table, '203.0.113.1')).toBe('four')
  expect(find(table, '2001:db8::1')).toBeUndefined()
  table.insert(parsePrefix('::/0'), 'six')
  expect(find(table, '2001:db8::1')).toBe('six')
})

test('a prefix belongs to the last who claimed it', () => {
  const table = new AllowedIps<string>()
  table.insert(parsePrefix('10.0.0.1/32'), 'first')
  table.insert(parsePrefix('10.0.0.1/32'), 'second')
  expect(find(table, '10.0.0.1')).toBe('second')
  table.removeOwner('first')
  expect(find(table, '10.0.0.1')).toBe('second')
})

test.each([4, 6] as const)('IPv%s: the trie answers as a linear scan does, also after removals', (family) => {
  const width = family === 4 ? 4 : 16
  // Few distinct bytes, so that prefixes nest and collide.
  const address = fc.array(fc.constantFrom(0, 1, 127, 128, 255), { minLength: width, maxLength: width })
  const entry = fc.tuple(address, fc.integer({ min: 0, max: width * 8 }), fc.integer({ min: 0, max: 5 }))
  fc.assert(
    fc.property(
      fc.array(entry, { maxLength: 60 }),
      fc.array(address, { minLength: 20, maxLength: 20 }),
      (entries, asked) => {
        const trie = new AllowedIps<number>()
        let list: { prefix: IpPrefix; owner: number }[] = []
        for (const [bytes, bits, owner] of entries) {
          const prefix = maskPrefix({ address: { family, bytes: Uint8Array.from(bytes) }, bits })
          trie.insert(prefix, owner)
          list = list.filter(
            (each) =>
              each.prefix.bits !== bits ||
              Buffer.compare(each.prefix.address.bytes, prefix.address.bytes) !== 0,
          )
          list.push({ prefix, owner })
        }
        const check = () => {
          for (const bytes of [...asked, ...entries.map((each) => each[0])]) {
            const ip = { family, bytes: Uint8Array.from(bytes) }
            const best = list
              .filter((each) => prefixContains(each.prefix, ip))
              .sort((a, b) => b.prefix.bits - a.prefix.bits)[0]
            expect(trie.find(ip.bytes, 0, width)).toBe(best?.owner)
          }
        }
        check()
        trie.removeOwner(3)
        list = list.filter((each) => each.owner !== 3)
        check()
      },
    ),
    { numRuns: 150 },
  )
})

function find(table: AllowedIps<string>, text: string): string | undefined {
  const { bytes, family } = parseIp(text)
  return table.find(bytes, 0, family === 4 ? 4 : 16)
}
