import { expect, test } from 'vitest'
import { formatIp } from '../../src/base/ip.ts'
import { parseDefaultGateway } from '../../src/mesh/default-gateway.ts'

const HEAD = 'Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\t\tMTU\tWindow\tIRTT'
const table = (...lines: string[]) => [HEAD, ...lines, ''].join('\n')
const gatewayOf = (...lines: string[]) => {
  const found = parseDefaultGateway(table(...lines))
  return found && formatIp(found)
}

test('the default route of the least metric says which router', () => {
  expect(
    gatewayOf(
      'wlan0\t00000000\t0101A8C0\t0003\t0\t0\t600\t00000000\t0\t0\t0',
      'eth0\t00000000\tFE4DA8C0\t0003\t0\t0\t100\t00000000\t0\t0\t0',
      'eth0\t004DA8C0\t00000000\t0001\t0\t0\t100\t00FFFFFF\t0\t0\t0',
    ),
  ).toBe('192.168.77.254')
})

test.each([
  ['only a network of its own', 'eth0\t004DA8C0\t00000000\t0001\t0\t0\t0\t00FFFFFF\t0\t0\t0'],
  ['half of everything, as tunnels route it', 'tun0\t00000000\t0101A8C0\t0003\t0\t0\t0\t00000080\t0\t0\t0'],
  ['a default route without a router', 'ppp0\t00000000\t00000000\t0001\t0\t0\t0\t00000000\t0\t0\t0'],
  ['a route that is down', 'eth0\t00000000\t0101A8C0\t0002\t0\t0\t0\t00000000\t0\t0\t0'],
  ['nonsense', 'eth0\t00000000\tgateway\t0003\t0\t0\t0\t00000000'],
  ['a line that was cut', 'eth0\t0000'],
])('none where there is %s', (_what, line) => {
  expect(gatewayOf(line)).toBeUndefined()
})
