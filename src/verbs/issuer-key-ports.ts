/** The real files and network behind `createIssuerKeySource`. */
import { dirname, resolve } from 'node:path'
import type { Ed25519PublicKey } from '../base/ed25519.ts'
import { SallyportError } from '../base/errors.ts'
import type { Clock } from '../base/time.ts'
import { readFileBounded } from '../platform/files.ts'
import { createHttpClient } from '../platform/http.ts'
import type { IssuerKeyPorts } from '../trust/issuer-key-source.ts'
import { MAX_JWKS_BYTES } from '../trust/issuer-keys.ts'

/** @param configPath paths in the configuration are relative to its folder */
export function issuerKeyPorts(configPath: string, root: Ed25519PublicKey, clock: Clock): IssuerKeyPorts {
  return {
    root,
    clock,
    readFile: (path) => readFileBounded(resolve(dirname(configPath), path), 2 * MAX_JWKS_BYTES),
    async fetch(url, { ca, maxBytes, timeoutMs }) {
      const http = createHttpClient(ca === undefined ? {} : { ca })
      try {
        const { status, body } = await http.request({ method: 'GET', url, maxBytes, timeoutMs })
        if (status === 200) return body
        throw new SallyportError('HTTP_FAILED', { message: `GET ${url}: status ${status}` })
      } finally {
        await http.close()
      }
    },
  }
}
