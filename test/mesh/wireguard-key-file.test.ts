import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { decodeHex, encodeHex } from '../../src/base/bytes.ts'
import { openWireguardKey, wireguardPublicKey } from '../../src/mesh/wireguard-key-file.ts'
import { privateKey } from '../../src/tunnel/wireguard/keys.ts'

const random = { bytes: (length: number) => new Uint8Array(length).fill(7) }
let path: string

beforeEach(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'sallyport-key-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  path = join(folder, 'wireguard.key')
})

test('a key is made once, for its owner alone, and is the same ever after', async () => {
  const made = await openWireguardKey(path, random)
  expect((await stat(path)).mode & 0o777).toBe(0o600)
  const again = await openWireguardKey(path, { bytes: (length) => new Uint8Array(length).fill(8) })
  expect(again.reveal()).toEqual(made.reveal())
})

test("the file has the format of wg's own tools", async () => {
  await openWireguardKey(path, random)
  expect(await readFile(path, 'utf8')).toBe('BwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwc=\n')
})

test.each([
  ['is empty', ''],
  ['is too short', 'BwcHBwcHBwc=\n'],
  ['is no base64', `${'!'.repeat(44)}\n`],
  ['is too long', `${'BwcH'.repeat(2000)}\n`],
])('a file that %s is refused and left as it is', async (_what, text) => {
  await writeFile(path, text)
  await expect(openWireguardKey(path, random)).rejects.toMatchObject({
    code: expect.stringMatching(/^(KEY_INVALID|LIMIT_EXCEEDED)$/),
  })
  expect(await readFile(path, 'utf8')).toBe(text)
})

test('the public half is that of RFC 7748, section 6.1', () => {
  const alice = decodeHex('77076d0a7318a57d3c16c17251b26645df4c2f87ebc0992ab177fba51db92c2a')
  expect(encodeHex(wireguardPublicKey(privateKey(alice)))).toBe(
    '8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a',
  )
})
