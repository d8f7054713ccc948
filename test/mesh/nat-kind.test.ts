import { expect, test } from 'vitest'
import { parseEndpoint } from '../../src/base/ip.ts'
import { type NatKind, natKindOf } from '../../src/mesh/nat-kind.ts'

test.each<[NatKind, number, readonly string[]]>([
  ['unknown', 0, []],
  ['blocked', 2, []],
  ['unknown', 1, ['198.51.100.1:7000']],
  ['easy', 2, ['198.51.100.1:7000', '198.51.100.1:7000']],
  ['hard', 2, ['198.51.100.1:7000', '198.51.100.1:7001']],
  ['hard', 2, ['198.51.100.1:7000', '198.51.100.2:7000']],
  ['none', 2, ['10.0.0.5:5000', '10.0.0.5:5000']],
  ['none', 1, ['[2001:db8::5]:5000']],
  // Behind a NAT by one family, open by the other: one server each tells nothing of the NAT.
  ['unknown', 1, ['198.51.100.1:7000', '[2001:db8::5]:5000']],
  ['easy', 2, ['198.51.100.1:7000', '[2001:db8::9]:1', '198.51.100.1:7000']],
  ['hard', 0, ['198.51.100.1:7000', '198.51.100.1:7001', '[2001:db8::9]:1', '[2001:db8::9]:1']],
])('%s: of %i asked, %j', (kind, asked, observed) => {
  const addresses = ['10.0.0.5', '2001:db8::5']
  expect(natKindOf({ asked, observed: observed.map(parseEndpoint), addresses, port: 5_000 })).toBe(kind)
})
