/** Releases of a small HTTP service, as artifacts, and where they answer. */
import { tarGz } from './archive-writer.ts'

export interface ReleaseOptions {
  readonly version: string
  /** Answers /healthz with 500. */
  readonly sick?: boolean
  /** Ends at once. */
  readonly crashes?: boolean
}

/** A .tar.gz with a server that reads its port from PORT. */
export function releaseArtifact({ version, sick, crashes }: ReleaseOptions): Buffer {
  const server = `
    import { createServer } from 'node:http'
    ${crashes ? "console.error('cannot find the moon'); process.exit(3)" : ''}
    createServer((request, response) => {
      response.statusCode = request.url === '/healthz' && ${sick === true} ? 500 : 200
      response.end(request.url === '/env' ? JSON.stringify(process.env) : ${JSON.stringify(version)})
    }).listen(Number(process.env.PORT), '127.0.0.1')
  `
  return tarGz([
    { name: './', type: '5', mode: 0o755 },
    { name: './server.mjs', content: server },
    { name: './VERSION', content: version },
  ])
}

/** What the service answers; `undefined` where nothing does. */
export async function askService(port: number, path = '/'): Promise<string | undefined> {
  try {
    return await (await fetch(`http://127.0.0.1:${port}${path}`)).text()
  } catch {
    return undefined
  }
}
