import { createHash } from 'node:crypto'
import { crc32 } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hasValidChecksum } from '../../scanners/secrets/checksum.ts'
import { SECRET_RULES } from '../../scanners/secrets/rule.ts'
import rules from '../../scanners/secrets/rules.json' with { type: 'json' }
import { secretsScanner } from '../../scanners/secrets/scanner.ts'
import { scanTree } from './rules-tree.ts'

/** A secret in parts, so that this file holds none. */
const awsKey = ['AKIA', 'Q5DLNZWKUV', '3XJ7AB'].join('')
const scan = (text: string, path = 'a.txt') => scanTree(secretsScanner, { [path]: text })

test('at least twenty providers are known', () => {
  expect(rules.length).toBeGreaterThanOrEqual(45)
})

test('a finding has its place, from the first to the last character of the secret', async () => {
  const { findings } = await scan(`first\n  key = ${awsKey}\n`)
  expect(findings).toMatchObject([{ rule: 'aws-access-key-id', line: 2, column: 9, endLine: 2 }])
})

test('a key over several lines ends on its last line', async () => {
  const body = Array.from({ length: 4 }, (_, n) =>
    createHash('sha512').update(`${n}`).digest('base64').slice(0, 64),
  )
  const armor = ['-----BEGIN RSA ', 'PRIVATE KEY-----'].join('')
  const { findings } = await scan([armor, ...body, '-----END'].join('\n'))
  expect(findings).toMatchObject([{ rule: 'private-key', line: 1, endLine: 5 }])
})

test('no finding holds more than the first characters of any secret of the examples', async () => {
  for (const rule of SECRET_RULES) {
    const { match } = rules.find(({ id }) => id === rule.data.id)!.examples
    for (const { parts } of match) {
      const text = parts.join('')
      const pattern = new RegExp(rule.pattern)
      const secret = pattern.exec(text)?.groups?.['secret'] ?? text
      const { findings } = await scan(text)
      expect(JSON.stringify(findings)).not.toContain(secret.slice(0, 12))
    }
  }
})

test('the same secret in another line is the same finding, another secret is another', async () => {
  const [first] = (await scan(awsKey)).findings
  const [moved] = (await scan(`\n\n${awsKey}`)).findings
  const [other] = (await scan(awsKey.replace('Q5D', 'Q5E'))).findings
  expect(moved!.identity).toEqual(first!.identity)
  expect(other!.identity).not.toEqual(first!.identity)
})

test('a binary file is left alone, a UTF-16 file is read', async () => {
  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(awsKey, 'utf16le')])
  const binary = Buffer.concat([Buffer.from([0]), Buffer.from(awsKey)])
  const { findings } = await scanTree(secretsScanner, { 'a.bin': binary, 'b.txt': utf16 })
  expect(findings.map(({ path }) => path)).toEqual(['b.txt'])
})

test('a checksum that does not fit lowers the confidence of a GitHub token', async () => {
  const random = 'Vb7Kq2Xw9Rt4Yp6Zn8Mc1Ld3Hj5GfQ'
  const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
  let sum = ''
  for (let rest = crc32(random); rest > 0; rest = Math.floor(rest / 62)) sum = digits[rest % 62] + sum
  const valid = ['ghp_', random, sum.padStart(6, '0')].join('')
  const invalid = ['ghp_', random, 'AAAAAA'].join('')
  expect((await scan(valid)).findings).toMatchObject([{ rule: 'github-token', confidence: 'high' }])
  expect((await scan(invalid)).findings).toMatchObject([{ rule: 'github-token', confidence: 'low' }])
})

test('the checksum is the one that GitHub documents', () => {
  // The revoked token of GitHub's announcement of the format.
  expect(hasValidChecksum(['ghp_zQWBuTSOoRi4A9spHcVY5', 'ncnsDkxkJ0mLq17'].join(''))).toBe(true)
})

test('one place is reported once, by the most specific rule', async () => {
  const url = ['postgres://shop:', 'k7Wq9Zt3LmX', '@db.internal/x'].join('')
  expect((await scan(`password = "${url}"`)).findings.map(({ rule }) => rule)).toEqual(['database-url'])
})

test('no pattern repeats anything without a bound', () => {
  const unbounded = SECRET_RULES.filter(({ data }) =>
    /(?<!\\)[*+](?![^[]*\])|\{\d+,\}/.test(
      data.pattern.replaceAll(/\[(?:\\.|[^\]])*\]/g, 'C').replaceAll(/\\./g, 'E'),
    ),
  )
  expect(unbounded.map(({ data }) => data.id)).toEqual([])
})

test('time grows with the text, also for text made to be slow', async () => {
  const fillings = ['a', 'A', '0', '-', '_', '=', ' ', '"', 'a.', '\\n', 'key-', '://a:b', 'secret', 'eyJ']
  for (const keyword of new Set(rules.flatMap((rule) => rule.keywords))) {
    for (const filling of fillings) {
      const text = `${keyword}${filling.repeat(40)}`.repeat(Math.ceil(20_000 / (keyword.length + 40)))
      const start = performance.now()
      await scan(text)
      expect(performance.now() - start, `${keyword} with ${filling}`).toBeLessThan(1_500)
    }
  }
}, 120_000)

test.each([
  'a',
  'ab_',
  'aB',
  'a1',
  'a.',
  '-',
  'A1b2',
])('a value made to be slow is judged in time: %s', async (filling) => {
  const value = `${filling.repeat(250).slice(0, 250)}1!`
  const start = performance.now()
  await scan(`secret = "${value}"\n`.repeat(400), '.env')
  await scan(`secret=${value}\n`.repeat(400), '.env')
  expect(performance.now() - start).toBeLessThan(1_500)
})

test('any bytes are scanned without an error', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 2_000 }), async (bytes) => {
      expect((await scanTree(secretsScanner, { x: bytes })).fileErrors).toEqual([])
    }),
  )
})

test('a file with more candidates than are judged is a file error, not silence', async () => {
  const { fileErrors } = await scan(`${awsKey}\n`.repeat(600))
  expect(fileErrors).toMatchObject([{ path: 'a.txt', code: 'LIMIT_EXCEEDED' }])
})
