import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeHex, encodeHex } from '../../../src/base/bytes.ts'
import { formatEndpoint, formatIp, parseEndpoint, parseIp } from '../../../src/base/ip.ts'
import {
  emitNatPmpAddress,
  emitNatPmpMap,
  emitPcpMap,
  type MappingWish,
  parseMappingAnswer,
} from '../../../src/tunnel/paths/port-mapping.ts'

const WISH: MappingWish = {
  nonce: decodeHex('000102030405060708090a0b'),
  client: parseIp('192.168.1.7'),
  internalPort: 51_820,
  lifetime: 7_200,
}
const parse = (hex: string) => parseMappingAnswer(decodeHex(hex), WISH)
const PCP_GRANTED =
  '02810000' +
  '00000e10' +
  '0000002a' +
  '000000000000000000000000' + // version, MAP response, success; 3600 s; epoch 42
  '000102030405060708090a0b' +
  '11000000' +
  'ca6c' +
  'c350' +
  '00000000000000000000ffffcb007109' // 203.0.113.9:50000

test('a PCP MAP request is the bytes of RFC 6887', () => {
  expect(encodeHex(emitPcpMap(WISH))).toBe(
    '02010000' +
      '00001c20' +
      '00000000000000000000ffffc0a80107' +
      '000102030405060708090a0b' +
      '11000000' +
      'ca6c' +
      '0000' +
      '00000000000000000000ffff00000000',
  )
  const suggested = parseEndpoint('203.0.113.9:50000')
  expect(encodeHex(emitPcpMap({ ...WISH, suggested, lifetime: 0 }))).toBe(
    '02010000' +
      '00000000' +
      '00000000000000000000ffffc0a80107' +
      '000102030405060708090a0b' +
      '11000000' +
      'ca6c' +
      'c350' +
      '00000000000000000000ffffcb007109',
  )
})

test('NAT-PMP requests are the bytes of RFC 6886', () => {
  expect(encodeHex(emitNatPmpAddress())).toBe('0000')
  expect(encodeHex(emitNatPmpMap(WISH))).toBe('00010000ca6cca6c00001c20')
  expect(encodeHex(emitNatPmpMap({ ...WISH, lifetime: 0 }))).toBe('00010000ca6c000000000000')
})

test('a PCP response says where the port is', () => {
  const answer = parse(PCP_GRANTED)
  expect(answer).toMatchObject({ kind: 'mapped', lifetime: 3_600, epoch: 42 })
  expect(answer?.kind === 'mapped' && formatEndpoint(answer.external)).toBe('203.0.113.9:50000')
})

test('the two NAT-PMP responses', () => {
  const address = parse('008000000000002acb007109')
  expect(address?.kind === 'nat-pmp-address' && formatIp(address.address)).toBe('203.0.113.9')
  expect(parse('008100000000002aca6cc35000000e10')).toEqual({
    kind: 'nat-pmp-port',
    port: 50_000,
    lifetime: 3_600,
    epoch: 42,
  })
})

test('a NAT-PMP router that was asked by PCP says that it does not know it', () => {
  expect(parse('0081000100000000')).toEqual({ kind: 'no-pcp' })
})

test('refusals name their reason, and PCP says when to ask again', () => {
  const refused = PCP_GRANTED.replace('0281000000000e10', '028100080000003c')
  expect(parse(refused)).toEqual({ kind: 'refused', reason: 'no resources', lifetime: 60 })
  expect(parse('0081000200000000')).toEqual({ kind: 'refused', reason: 'not authorized', lifetime: 0 })
  expect(parse('008100ff00000000')).toMatchObject({ kind: 'refused', reason: 'result 255' })
})

test.each([
  ['another nonce', PCP_GRANTED.replace('000102030405060708090a0b', '0f0102030405060708090a0b')],
  ['another protocol', PCP_GRANTED.replace('11000000', '06000000')],
  ['another port', PCP_GRANTED.replace('ca6cc350', 'ca6dc350')],
  ['another NAT-PMP port', '008100000000002aca6dc35000000e10'],
  ['a request', encodeHex(emitPcpMap(WISH))],
  ['port 0', PCP_GRANTED.replace('ca6cc350', 'ca6c0000')],
  [
    'an IPv6 address',
    PCP_GRANTED.replace('00000000000000000000ffffcb007109', '20010db8000000000000000000000001'),
  ],
  ['a loopback address', PCP_GRANTED.replace('cb007109', '7f000001')],
  ['a link-local address', PCP_GRANTED.replace('cb007109', 'a9fe0001')],
  ['a multicast address', PCP_GRANTED.replace('cb007109', 'e0000001')],
  ['no address', '008000000000002a00000000'],
  ['one byte less', PCP_GRANTED.slice(0, -2)],
  ['another version', `03${PCP_GRANTED.slice(2)}`],
  ['nothing', ''],
])('%s is no answer', (_what, hex) => {
  expect(parse(hex)).toBeUndefined()
})

test('whatever comes is an answer or nothing', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => {
      const answer = parseMappingAnswer(bytes, WISH)
      if (answer?.kind === 'mapped') expect(answer.external.port).toBeGreaterThan(0)
    }),
  )
})
