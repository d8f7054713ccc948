/**
 * `node file-server.ts HOST PORT`: GET /N gives N seeded bytes, PUT takes bytes and answers with their
 * SHA-256, GET /sum/N says what the digest of N bytes is, GET /slow/N gives them at 100 kB a second.
 */
import { createHash } from 'node:crypto'
import { createServer, type ServerResponse } from 'node:http'
import { expectedDigest, pieceAt } from '../../tunnel/netstack/transfer.ts'

const [host, port] = process.argv.slice(2)

createServer((request, response) => {
  if (request.method === 'PUT') {
    const hash = createHash('sha256')
    request.on('data', (chunk) => hash.update(chunk))
    request.on('end', () => response.end(hash.digest('hex')))
    return
  }
  const [, how, digits] = /^\/(?:(sum|slow)\/)?(\d+)$/.exec(request.url ?? '') ?? []
  if (digits === undefined) response.writeHead(404).end()
  else if (how === 'sum') response.end(expectedDigest(Number(digits)))
  else if (how === 'slow') giveSlowly(response, Number(digits))
  else give(response, Number(digits))
}).listen(Number(port), host, () => process.stdout.write('serving\n'))

function give(response: ServerResponse, length: number): void {
  response.writeHead(200, { 'content-length': length })
  let at = 0
  const more = (): void => {
    while (at < length) {
      const piece = pieceAt(at, length)
      at += piece.length
      if (!response.write(piece)) {
        response.once('drain', more)
        return
      }
    }
    response.end()
  }
  more()
}

function giveSlowly(response: ServerResponse, length: number): void {
  response.writeHead(200, { 'content-length': length })
  let at = 0
  const timer = setInterval(() => {
    const piece = pieceAt(at, Math.min(length, at + 10_000))
    response.write(piece)
    at += piece.length
    if (at < length) return
    clearInterval(timer)
    response.end()
  }, 100)
  response.on('close', () => clearInterval(timer))
}
