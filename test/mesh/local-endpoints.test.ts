import { networkInterfaces } from 'node:os'
import { beforeEach, expect, test, vi } from 'vitest'
import { isLoopbackUrl, localEndpoints } from '../../src/mesh/local-endpoints.ts'

vi.mock('node:os', () => ({ networkInterfaces: vi.fn() }))

const entry = (address: string, internal = false) => ({ address, internal })

function machineHas(...entries: ReturnType<typeof entry>[]): void {
  vi.mocked(networkInterfaces).mockReturnValue({ eth0: entries } as unknown as ReturnType<
    typeof networkInterfaces
  >)
}

beforeEach(() => {
  machineHas(
    entry('127.0.0.1', true),
    entry('::1', true),
    entry('192.0.2.7'),
    entry('2001:db8::7'),
    entry('fe80::7'),
  )
})

test("the machine's addresses are told with the port, without loopback and link-local ones", () => {
  expect(localEndpoints(51820, false)).toEqual(['192.0.2.7:51820', '[2001:db8::7]:51820'])
})

test('loopback is told where the coordinator is on this machine', () => {
  expect(localEndpoints(51820, true)).toContain('127.0.0.1:51820')
  expect(localEndpoints(51820, true)).toContain('[::1]:51820')
})

test('what was seen from outside comes first, and nothing twice', () => {
  expect(localEndpoints(51820, false, ['198.51.100.1:4000', '192.0.2.7:51820'])).toEqual([
    '198.51.100.1:4000',
    '192.0.2.7:51820',
    '[2001:db8::7]:51820',
  ])
})

test('no more than eight are told, the observed ones kept', () => {
  machineHas(...Array.from({ length: 30 }, (_, at) => entry(`192.0.2.${at + 1}`)))
  const told = localEndpoints(51820, false, ['198.51.100.1:4000'])
  expect(told).toHaveLength(8)
  expect(told[0]).toBe('198.51.100.1:4000')
})

test('without a socket there is no endpoint', () => {
  expect(localEndpoints(0, true, ['198.51.100.1:4000'])).toEqual([])
})

test.each([
  ['http://127.0.0.1:8440', true],
  ['http://127.9.9.9', true],
  ['http://localhost:1', true],
  ['http://[::1]:1', true],
  ['https://coordinator.example', false],
  ['https://localhost.example', false],
  ['http://192.0.2.127', false],
])('%s: on this machine? %s', (url, expected) => {
  expect(isLoopbackUrl(url)).toBe(expected)
})
