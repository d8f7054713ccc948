import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isAddressAllowed } from '../../src/agent/sources/address-rules.ts'
import { httpsSource } from '../../src/agent/sources/https.ts'
import { isWithinPrefix, parseHttpsUrl, parseUrlPrefix } from '../../src/agent/sources/url-prefix.ts'
import { parseIp, parsePrefix } from '../../src/base/ip.ts'

const REFUSED = [
  '127.0.0.1',
  '0.0.0.0',
  '10.1.2.3',
  '172.31.255.255',
  '192.168.1.1',
  '169.254.169.254',
  '100.64.0.1',
  '224.0.0.1',
  '255.255.255.255',
  '::1',
  '::',
  'fe80::1',
  'fd00::1',
  'ff02::1',
  '::ffff:127.0.0.1',
  '::ffff:169.254.169.254',
  '::127.0.0.1',
  '64:ff9b::10.0.0.1',
  '2002:7f00:1::',
  '2002:a9fe:a9fe::1',
]

for (const address of REFUSED) {
  test(`${address} is refused, and allowed where it is listed`, () => {
    expect(isAddressAllowed(parseIp(address), [], [])).toBe(false)
    expect(isAddressAllowed(parseIp(address), [], [parsePrefix(address)])).toBe(true)
  })
}

test('public addresses are allowed, those of the mesh are not', () => {
  for (const address of ['8.8.8.8', '140.82.121.4', '2606:4700::1111', '::ffff:8.8.8.8']) {
    expect(isAddressAllowed(parseIp(address), [], []), address).toBe(true)
    expect(isAddressAllowed(parseIp(address), [parsePrefix(address)], []), address).toBe(false)
  }
})

const PREFIX = parseUrlPrefix('https://downloads.example/shop')

test('a prefix is compared at a slash, its origin whole', () => {
  expect(isWithinPrefix(new URL('https://downloads.example/shop/a.tar.gz'), PREFIX)).toBe(true)
  expect(isWithinPrefix(new URL('https://downloads.example/shop'), PREFIX)).toBe(true)
  for (const url of [
    'https://downloads.example/shopping/a.tar.gz',
    'https://downloads.example/shop/../etc/a',
    'https://downloads.example:8443/shop/a',
    'https://downloads.example.evil.example/shop/a',
    'https://evil.example/https://downloads.example/shop/a',
  ]) {
    expect(isWithinPrefix(new URL(url), PREFIX), url).toBe(false)
  }
})

test('what is no plain https: URL, or hides a dot or a slash, is none of ours', () => {
  for (const text of [
    'http://downloads.example/shop/a',
    'https://user@downloads.example/shop/a',
    'https://downloads.example/shop/%2e%2e/a',
    'https://downloads.example/shop/..%2fa',
    'https://downloads.example\\@evil.example/shop/a',
    'https://downloads.example/shop/a#b',
    'file:///etc/passwd',
    'shop/a',
  ]) {
    const url = parseHttpsUrl(text)
    // The parser resolves %2e%2e by itself; what is left of it then must be out of the prefix.
    expect(url !== undefined && isWithinPrefix(url, PREFIX), text).toBe(false)
  }
})

test('whatever text is offered, a source is within a prefix or refused', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.webUrl({ validSchemes: ['https', 'http'] })), (text) => {
      expect(() => httpsSource(text, { prefixes: [], mesh: [], idleTimeoutMs: 1000 })).toThrow(/no prefix/)
    }),
  )
})

test('a name that resolves to a refused address is never connected to', async () => {
  const rule = { prefix: parseUrlPrefix('https://rebind.example/'), redirects: [], addresses: [] }
  const lookup = ((_host: string, _options: unknown, done: (...result: unknown[]) => void) =>
    done(null, [{ address: '127.0.0.1', family: 4 }])) as unknown as NonNullable<
    Parameters<typeof httpsSource>[1]['lookup']
  >
  const source = httpsSource('https://rebind.example/a', {
    prefixes: [rule],
    mesh: [],
    idleTimeoutMs: 1000,
    lookup,
  })
  await expect(source.open(0, AbortSignal.timeout(5000))).rejects.toThrow(/no address that is allowed/)
})

test('a literal address is judged, too', async () => {
  const rule = { prefix: parseUrlPrefix('https://127.0.0.1/'), redirects: [], addresses: [] }
  const source = httpsSource('https://127.0.0.1/a', { prefixes: [rule], mesh: [], idleTimeoutMs: 1000 })
  await expect(source.open(0, AbortSignal.timeout(5000))).rejects.toThrow(/loopback/)
})
