/** The approved artifacts, served to agents in the mesh: by digest, from the file that was measured, with ranges. */
import { createReadStream } from 'node:fs'
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http'
import type { Node } from '../mesh/node.ts'
import { ARTIFACT_PORT } from './mesh-membership.ts'

export interface ServedArtifact {
  /** `sha256:…` */
  readonly artifact: string
  readonly path: string
  readonly size: number
}

/** Where an agent finds it. */
export function artifactPath(artifact: string): string {
  return `/artifacts/${artifact.slice('sha256:'.length)}`
}

/** The tunnel's filter lets in nobody but the approval's agents. */
export function serveArtifacts(node: Node, artifacts: readonly ServedArtifact[]): { close(): void } {
  const http = createServer(artifactListener(artifacts))
  const listener = node.listen(ARTIFACT_PORT, (stream) => http.emit('connection', stream))
  return {
    close() {
      listener.close()
      http.closeAllConnections()
    },
  }
}

export function artifactListener(artifacts: readonly ServedArtifact[]): RequestListener {
  const byPath = new Map(artifacts.map((served) => [artifactPath(served.artifact), served]))
  return (request, response) => answer(byPath, request, response)
}

function answer(
  byPath: ReadonlyMap<string, ServedArtifact>,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const served = request.method === 'GET' ? byPath.get(request.url ?? '') : undefined
  if (!served) {
    response.writeHead(404).end()
    return
  }
  const start = rangeStart(request.headers.range, served.size)
  if (start === undefined) {
    response.writeHead(416, { 'content-range': `bytes */${served.size}` }).end()
    return
  }
  const partial = request.headers.range !== undefined
  response.writeHead(partial ? 206 : 200, {
    'content-type': 'application/octet-stream',
    'content-length': served.size - start,
    'accept-ranges': 'bytes',
    ...(partial ? { 'content-range': `bytes ${start}-${served.size - 1}/${served.size}` } : {}),
  })
  if (start >= served.size) {
    response.end()
    return
  }
  const file = createReadStream(served.path, { start, end: served.size - 1 })
  // A file that became shorter ends the connection: an answer that never ends would hold the agent.
  file.on('error', () => response.destroy())
  file.on('end', () => {
    if (start + file.bytesRead === served.size) response.end()
    else response.destroy()
  })
  response.on('close', () => file.destroy())
  file.pipe(response, { end: false })
}

/** `bytes=N-` alone, as a resumed download asks. */
function rangeStart(range: string | undefined, size: number): number | undefined {
  if (range === undefined) return 0
  const match = /^bytes=(\d{1,15})-$/.exec(range)
  const start = Number(match?.[1])
  return match && start < size ? start : undefined
}
