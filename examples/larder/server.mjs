/** Says what is in the larder: `/`, `/items`, `/healthz`. */
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'

const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'))
const items = readPantry(readFileSync(new URL('pantry.csv', import.meta.url), 'utf8'))

const server = createServer((request, response) => {
  switch (request.url) {
    case '/':
      return answer(response, 200, { service: 'larder', version, items: items.length })
    case '/items':
      return answer(response, 200, items)
    case '/healthz':
      return items.length > 0
        ? answer(response, 200, { healthy: true, version })
        : answer(response, 503, { healthy: false, reason: 'the pantry could not be read' })
    default:
      return answer(response, 404, { error: 'there is only /, /items and /healthz' })
  }
})

server.listen(Number(process.env.PORT ?? 8080), process.env.HOST ?? '127.0.0.1', () => {
  console.log(`larder ${version} listens on ${server.address().address}:${server.address().port}`)
})

process.on('SIGTERM', () => server.close(() => server.closeAllConnections()))

function answer(response, status, value) {
  response.writeHead(status, { 'content-type': 'application/json' })
  response.end(`${JSON.stringify(value)}\n`)
}

/** Lines of `item,amount` under that very header; anything else is no pantry. */
function readPantry(text) {
  const [header, ...lines] = text.trim().split('\n')
  if (header !== 'item,amount') {
    console.error(`pantry.csv begins with "${header}", expected is "item,amount"`)
    return []
  }
  return lines.map((line) => {
    const [item, amount] = line.split(',')
    return { item, amount }
  })
}
