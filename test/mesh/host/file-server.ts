/**
 * `node file-server.ts HOST PORT`: GET /N gives N seeded bytes, PUT takes bytes and answers with their
 * SHA-256, GET /sum/N says what the digest of N bytes is.
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
  const [, sum, digits] = /^\/(sum\/)?(\d+)$/.exec(request.url ?? '') ?? []
  if (digits === undefined) response.writeHead(404).end()
  else if (sum !== undefined) response.end(expectedDigest(Number(digits)))
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
