import { get } from 'node:https'
import { expect, test } from 'vitest'
import { startIssuer } from '../support/issuer.ts'

test("the issuer's discovery and keys are read over TLS with its CA, and only with it", async () => {
  const issuer = await startIssuer()
  try {
    const discovery = JSON.parse(
      await fetchText(`${issuer.url}/.well-known/openid-configuration`, issuer.caPem),
    )
    expect(discovery.issuer).toBe(issuer.url)
    const jwks = JSON.parse(await fetchText(discovery.jwks_uri, issuer.caPem))
    expect(jwks.keys.map((key: { alg: string }) => key.alg)).toEqual(['RS256', 'ES256'])
    expect(JSON.stringify(jwks)).not.toContain('"d"')
    expect(issuer.fetches()).toBe(1)
    await expect(fetchText(discovery.jwks_uri, undefined)).rejects.toThrow(/self-signed|unable to|verify/)
  } finally {
    await issuer.close()
  }
})

function fetchText(url: string, ca: string | undefined): Promise<string> {
  return new Promise((resolve, reject) => {
    get(url, ca === undefined ? {} : { ca }, (response) => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (chunk: string) => {
        text += chunk
      })
      response.on('end', () => resolve(text))
    }).on('error', reject)
  })
}
