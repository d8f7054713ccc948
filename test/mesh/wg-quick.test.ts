import fc from 'fast-check'
import { expect, test } from 'vitest'
import { SallyportError } from '../../src/base/errors.ts'
import { formatIp, formatPrefix } from '../../src/base/ip.ts'
import { parseWgQuick } from '../../src/mesh/wg-quick.ts'

const KEY = 'yAnz5TF+lXXJte14tji3zlMNq+hd2rYUIgJBgB3fBmk='
const PEER = 'xTIBA5rboUvnH4htodjb6e697QjLERt1NAB4mZqp8Dg='
const INTERFACE = `[Interface]\nPrivateKey = ${KEY}\n`

test('a whole file is understood', () => {
  const config = parseWgQuick(
    [
      '# a comment',
      '[interface]',
      `privatekey=${KEY} # behind a value`,
      'Address = 10.0.0.2/24, fd00::2/64',
      'Address = 10.0.1.2',
      'ListenPort = 51820',
      'MTU = 1380',
      'DNS = 10.0.0.1, corp.example',
      'Table = off',
      'FwMark = off',
      'SaveConfig = false',
      '',
      '[Peer]',
      `PublicKey = ${PEER}`,
      `PresharedKey = ${KEY}`,
      'AllowedIPs = 10.0.0.0/24',
      'AllowedIPs = ::/0',
      'Endpoint = [2001:db8::1]:51820',
      'PersistentKeepalive = 25',
    ].join('\r\n'),
    'wg0.conf',
  )
  expect(config.addresses.map(formatPrefix)).toEqual(['10.0.0.2/24', 'fd00::2/64', '10.0.1.2/32'])
  expect(config).toMatchObject({
    listenPort: 51_820,
    mtu: 1_380,
    searchDomains: ['corp.example'],
    hasRoutes: false,
  })
  expect(config.dns.map(formatIp)).toEqual(['10.0.0.1'])
  expect(Buffer.from(config.privateKey.reveal()).toString('base64')).toBe(KEY)
  const [peer] = config.peers
  expect(peer).toMatchObject({
    endpoint: { host: '2001:db8::1', port: 51_820 },
    persistentKeepaliveSeconds: 25,
  })
  expect(peer?.allowedIps.map(formatPrefix)).toEqual(['10.0.0.0/24', '::/0'])
})

test.each([
  ['PostUp = iptables -A FORWARD', 3, 'commands of the file are not run'],
  ['PreDown = true', 3, 'commands of the file are not run'],
  ['Table = 1234', 3, 'in the main table, or not at all'],
  ['FwMark = 51820', 3, 'not marked'],
  ['SaveConfig = true', 3, 'never written'],
  ['MTU = 100', 3, '576'],
  ['Address = fd00::2/128\nMTU = 1200', 4, 'needs at least 1280'],
  ['ListenPort = 70000', 3, '65535'],
  ['ListenPort = 1\nListenPort = 2', 4, 'stands twice'],
  ['Adress = 10.0.0.2/32', 3, '"Adress" is not one of [Interface]'],
  ['PublicKey = x', 3, 'not one of [Interface]'],
  ['Address = 10.0.0.256/32', 3, 'no address'],
  ['Address = 10.0.0.2/33', 3, 'no address'],
  ['DNS = not_a domain', 3, 'neither an address nor a search domain'],
  ['just words', 3, 'without "="'],
  ['[Peers]', 3, '[Peers]'],
  ['[Peer]\nAllowedIPs = 10.0.0.0/8', 3, 'no PublicKey'],
  [`[Peer]\nPublicKey = ${PEER.slice(1)}`, 4, 'not a WireGuard key'],
  [`[Peer]\nPublicKey = ${PEER.slice(0, -1)}A`, 4, 'not a WireGuard key'],
  [`[Peer]\nPublicKey = ${PEER}\nAllowedIPs = +10.0.0.0/8, -10.1.0.0/16`, 5, 'nothing to take it from'],
  [`[Peer]\nPublicKey = ${PEER}\nEndpoint = example.com`, 5, 'no endpoint'],
  [`[Peer]\nPublicKey = ${PEER}\nEndpoint = example.com:0`, 5, 'no endpoint'],
  [`[Peer]\nPublicKey = ${PEER}\nEndpoint = 2001:db8::1:51820`, 5, 'no endpoint'],
  [`[Peer]\nPublicKey = ${PEER}\nPersistentKeepalive = often`, 5, '65535'],
  [`[Peer]\nPublicKey = ${PEER}\n[Peer]\nPublicKey = ${PEER}`, 5, 'same PublicKey'],
  ['[Interface]', 3, 'second [Interface]'],
])('%s is refused by its line', (lines, line, message) => {
  const error = refusal(`${INTERFACE}${lines}\n`)
  expect(error).toMatchObject({ code: 'CONFIG_INVALID', place: { file: 'wg0.conf', line } })
  expect(error.message).toContain(message)
})

test('allowed IPs may be marked as added, and have host bits', () => {
  const [peer] = parseWgQuick(
    `${INTERFACE}[Peer]\nPublicKey = ${PEER}\nAllowedIPs = +10.0.0.0/8, 10.9.0.5/24\n`,
    'x',
  ).peers
  expect(peer?.allowedIps.map(formatPrefix)).toEqual(['10.0.0.0/8', '10.9.0.5/24'])
})

test('a misspelt key comes with the one that was meant', () => {
  expect(refusal(`${INTERFACE}Adress = 10.0.0.2/32`).help).toBe('did you mean Address?')
  expect(refusal(`${INTERFACE}Endpoint = a:1`).help).toBe('Endpoint belongs to [Peer]')
})

test('no error ever quotes a key', () => {
  const secret = `${KEY.slice(0, 40)}!!!=`
  const error = refusal(`[Interface]\nPrivateKey = ${secret}`)
  expect(`${error.message} ${error.help}`).not.toContain(secret.slice(0, 10))
  expect(JSON.stringify(parseWgQuick(INTERFACE, 'wg0.conf').privateKey)).toBe('"[secret]"')
})

test('a file without [Interface] or PrivateKey is refused', () => {
  expect(refusal('').message).toContain('no [Interface]')
  expect(refusal('[Interface]\nMTU = 1400').message).toContain('no PrivateKey')
})

test('any text is understood or refused, never else', () => {
  const word = fc.constantFrom(
    '[Interface]',
    '[Peer]',
    'PrivateKey',
    'AllowedIPs',
    'Endpoint',
    '=',
    KEY,
    ',',
    '\n',
    '#',
    '10.0.0.1/8',
    '::',
  )
  fc.assert(
    fc.property(
      fc.oneof(
        fc.array(word).map((words) => words.join(' ')),
        fc.string(),
      ),
      (text) => {
        try {
          parseWgQuick(text, 'x')
        } catch (error) {
          expect(error).toBeInstanceOf(SallyportError)
        }
      },
    ),
    { numRuns: 5_000 },
  )
})

function refusal(text: string): SallyportError {
  try {
    parseWgQuick(text, 'wg0.conf')
  } catch (error) {
    if (error instanceof SallyportError) return error
  }
  throw new Error('it was not refused')
}
