import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeHex, encodeHex } from '../../../src/base/bytes.ts'
import { parseIp } from '../../../src/base/ip.ts'
import {
  DNS_CODE,
  DNS_TYPE,
  emitDnsQuery,
  emitDnsResponse,
  parseDnsQuery,
  parseDnsResponse,
} from '../../../src/mesh/dns/message.ts'

const QUERY = '123401000001000000000000036462310465786d650000010001'

test('a query is the bytes of RFC 1035, section 4.1', () => {
  expect(encodeHex(emitDnsQuery(0x1234, 'db1.exme', DNS_TYPE.a)!)).toBe(QUERY)
  expect(parseDnsQuery(decodeHex(QUERY))).toMatchObject({ id: 0x1234, name: 'db1.exme', type: 1 })
})

test.each(['', 'a..b', `${'x'.repeat(64)}.example`, 'x.'.repeat(127)])('%j is no name', (name) => {
  expect(emitDnsQuery(1, name, DNS_TYPE.a)).toBeUndefined()
})

test('an alias before the address is passed over', () => {
  const alias = 'c00c000500010000000a0002c00c'
  const address = 'c00c000100010000000a00040a070002'
  const bytes = decodeHex(`123481800001000200000000${QUERY.slice(24)}${alias}${address}`)
  expect(parseDnsResponse(bytes, decodeHex(QUERY))).toEqual({ code: 0, addresses: [parseIp('10.7.0.2')] })
})

test('an answer to another number, name or type is none', () => {
  const query = emitDnsQuery(7, 'web.mesh', DNS_TYPE.a)!
  const question = parseDnsQuery(query)!
  const right = emitDnsResponse(question, DNS_CODE.ok, [parseIp('10.7.0.2')])
  expect(parseDnsResponse(right, query)?.addresses).toHaveLength(1)
  for (const other of [
    emitDnsQuery(8, 'web.mesh', DNS_TYPE.a)!,
    emitDnsQuery(7, 'wex.mesh', DNS_TYPE.a)!,
    emitDnsQuery(7, 'web.mesh', DNS_TYPE.aaaa)!,
  ])
    expect(parseDnsResponse(right, other)).toBeUndefined()
  expect(parseDnsResponse(query, query)).toBeUndefined()
})

test('whatever comes, reading ends with a value or nothing', () => {
  const query = decodeHex(QUERY)
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), fc.nat({ max: 60 }), (noise, keep) => {
      const bytes = Buffer.concat([query.subarray(0, Math.min(keep, query.length)), noise])
      parseDnsQuery(bytes)
      parseDnsResponse(bytes, query)
    }),
    { numRuns: 5_000 },
  )
})

test.each([
  ['a', (n: number) => `10.7.0.${n}`],
  ['aaaa', (n: number) => `fd07::${n}`],
] as const)('of a hundred addresses an answer of type %s gives those that fit a datagram', (type, address) => {
  const query = emitDnsQuery(7, `${'long.'.repeat(40)}example`, DNS_TYPE[type])!
  const addresses = Array.from({ length: 100 }, (_, i) => parseIp(address(i)))
  const response = emitDnsResponse(parseDnsQuery(query)!, DNS_CODE.ok, addresses)
  expect(response.length).toBeLessThanOrEqual(512)
  const given = parseDnsResponse(response, query)!.addresses
  expect(given.length).toBeGreaterThan(7)
  expect(given).toEqual(addresses.slice(0, given.length))
})
