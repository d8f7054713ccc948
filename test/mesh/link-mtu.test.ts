import { expect, test } from 'vitest'
import { parseEndpoint } from '../../src/base/ip.ts'
import { mtuOfAll, mtuTowards, tunnelMtu } from '../../src/mesh/link-mtu.ts'

test('a link of loopback leaves the most, and who has no endpoint has it too', async () => {
  expect(await mtuTowards([])).toBe(1_420)
  expect(await mtuTowards([parseEndpoint('127.0.0.1:51820')])).toBe(1_420)
})

test('an endpoint that no link leads to changes nothing', async () => {
  expect(await mtuTowards([parseEndpoint('127.0.0.1:9'), parseEndpoint('[ff02::1]:9')])).toBe(1_420)
})

test('the tunnel has what 80 bytes of headers leave', () => {
  expect(tunnelMtu(1_460)).toBe(1_380)
})

test('links that leave the same need no asking which of them is taken', () => {
  const [ethernet, loopback] = [
    { link: 'eth0', mtu: 1_500 },
    { link: 'lo', mtu: 65_536 },
  ]
  const narrow = { link: 'ppp0', mtu: 1_492 }
  expect(mtuOfAll([ethernet, loopback])).toBe(1_420)
  expect(mtuOfAll([narrow, narrow])).toBe(1_412)
  expect(mtuOfAll([narrow, loopback])).toBeUndefined()
  expect(mtuOfAll([ethernet, undefined])).toBeUndefined()
  expect(mtuOfAll([])).toBeUndefined()
})
