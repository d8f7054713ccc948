/** The login pages in a real browser: by keyboard alone, within their own content policy, light and dark. */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { encodeBase64url } from '../../../src/base/bytes.ts'
import { createTlsIdentity } from '../../support/certificates.ts'
import { findChromium, startChromium } from '../../support/chromium.ts'
import { GITHUB_CLIENT, GITHUB_SECRET, startGithubLogin } from '../../support/github-login.ts'
import { newKeys, startKit } from '../coordinator-kit.ts'

const program = findChromium()
/** Where screenshots are kept for people to look at; nowhere by default. */
const SCREENSHOTS = process.env['SALLYPORT_SCREENSHOTS']

test.skipIf(!program)(
  `a person logs in with Chromium, by keyboard, through GitHub, and nothing on the way is blocked${program ? '' : ' (skipped: there is no chromium here)'}`,
  { timeout: 90_000 },
  async () => {
    const tls = createTlsIdentity()
    const github = await startGithubLogin(tls)
    const kit = await startKit({
      tls,
      environments: (text) => `${text}
logins:
  - name: github
    preset: github
    domain: ${github.domain}
    ca: github-ca.pem
    clientId: ${GITHUB_CLIENT}
    clientSecret: github-secret
    flows: [browser]
    allow: { organisations: ["65"] }
`,
    })
    const page = await startChromium(program!)
    onTestFinished(async () => {
      await page.close()
      await github.close()
    })
    await writeFile(join(kit.folder, 'github-secret'), GITHUB_SECRET, { mode: 0o600 })
    await writeFile(join(kit.folder, '..', 'github-ca.pem'), tls.caPem)
    await writeFile(join(kit.folder, 'github-ca.pem'), tls.caPem)
    const { identity } = newKeys()
    const client = kit.client(identity)
    const sessionKey = encodeBase64url(identity.publicKey)
    const body = { sessionKey, login: 'github', flow: 'browser', firstAdmin: null } as const
    const begun = await client.call('beginLogin', { params: undefined, body })
    if (begun.kind === 'refused') throw new Error(begun.problem.message)

    await page.open(begun.value.url)
    await page.until('document.querySelector("input")')
    // The field has the focus, is named by its label, and the text is large and dark enough to read.
    expect(await page.evaluate('document.activeElement.id')).toBe('code')
    expect(await page.evaluate('document.activeElement.labels[0].innerText')).toContain(
      'code on your command line',
    )
    expect(await page.evaluate('document.documentElement.lang')).toBe('en')
    await keep('1-code', await page.screenshot())
    await keep('2-code-dark', await page.screenshot(true))
    await page.type('WRNG-CODE')
    await page.press('Enter')
    await page.until('document.title.startsWith("Not this code")')
    await keep('3-wrong', await page.screenshot())

    // The field is there again, and has the focus.
    expect(await page.evaluate('document.activeElement.id')).toBe('code')
    await page.type(begun.value.code.toLowerCase())
    await page.press('Enter')
    await page.until('document.title.startsWith("You are logged in")')
    await keep('4-done', await page.screenshot())
    expect(await page.evaluate('location.host')).toBe(new URL(kit.coordinator().url).host)
    // The cookie ended with the login, and no script could have read it before.
    expect(await page.evaluate('document.cookie')).toBe('')
    // The wrong code was answered with 403, which Chromium reports as such; nothing else went wrong.
    expect(page.complaints.filter((each) => !each.includes('403'))).toEqual([])
    const finish = { params: { id: begun.value.attempt }, body: {} }
    expect(await client.call('finishLogin', finish)).toMatchObject({ value: { kind: 'done' } })

    await page.open(begun.value.url)
    await page.until('document.title.startsWith("This login has ended")')
    await keep('5-ended', await page.screenshot())
  },
)

async function keep(name: string, png: Uint8Array): Promise<void> {
  expect(png.length).toBeGreaterThan(1_000)
  if (SCREENSHOTS === undefined) return
  await mkdir(SCREENSHOTS, { recursive: true })
  await writeFile(join(SCREENSHOTS, `${name}.png`), png)
}
