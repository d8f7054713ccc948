/**
 * `node websocket-process.ts serve HOST PORT` echoes; `ask URL [connect|absolute PROXY]` says one thing
 * and prints the answer, through an HTTP proxy by CONNECT or by a request in absolute form.
 */
import { Agent, request } from 'node:http'
import type { Socket } from 'node:net'
import { WebSocket, WebSocketServer } from 'ws'

const [what, first = '', second = '', third = ''] = process.argv.slice(2)
if (what === 'serve') serve(first, Number(second))
else listen(await ask(first, second, third))

function serve(host: string, port: number): void {
  const server = new WebSocketServer({ host, port }, () => process.stdout.write('serving\n'))
  server.on('connection', (socket) => socket.on('message', (data) => socket.send(`echo: ${data}`)))
}

async function ask(url: string, how: string, proxy: string): Promise<WebSocket> {
  if (how === 'absolute') return new WebSocket(url, { agent: new Agent({ proxyEnv: { HTTP_PROXY: proxy } }) })
  if (how !== 'connect') return new WebSocket(url)
  const tunnel = await connectBy(proxy, new URL(url).host)
  return new WebSocket(url, { createConnection: () => tunnel })
}

function connectBy(proxy: string, path: string): Promise<Socket> {
  const { hostname: host, port, username, password } = new URL(proxy)
  const login = Buffer.from(`${username}:${password}`).toString('base64')
  const headers = { 'proxy-authorization': `Basic ${login}` }
  return new Promise((done, fail) => {
    const asking = request({ host, port, method: 'CONNECT', path, headers })
    asking.on('connect', (_response, socket) => done(socket as Socket))
    asking.on('error', fail)
    asking.end()
  })
}

function listen(socket: WebSocket): void {
  socket.on('open', () => socket.send('hello'))
  socket.on('message', (data) => {
    process.stdout.write(`${data}\n`)
    socket.close()
  })
}
