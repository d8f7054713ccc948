import { createSocket } from 'node:dgram'
import { Resolver } from 'node:dns/promises'
import { once } from 'node:events'
import { connect } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { formatIp } from '../../../src/base/ip.ts'
import { MeshNames } from '../../../src/mesh/dns/mesh-names.ts'
import { DNS_CODE, DNS_TYPE, emitDnsQuery, parseDnsResponse } from '../../../src/mesh/dns/message.ts'
import { startDnsServer } from '../../../src/mesh/dns/server.ts'

const node = (name: string, last: number) => ({ name, ipv4: `100.64.0.${last}`, ipv6: `fd00::${last}` })

function names(): MeshNames {
  const mesh = new MeshNames()
  mesh.update({ ...node('runner-7', 9), domain: 'mesh.example' }, [node('web-1', 2), node('db', 3)])
  return mesh
}

function shown(answer: ReturnType<MeshNames['lookUp']>): unknown {
  return answer === 'no-such-name' || 'pointer' in answer ? answer : answer.map(formatIp)
}

test.each([
  ['web-1.mesh.example', ['100.64.0.2', 'fd00::2']],
  ['WEB-1.Mesh.Example.', ['100.64.0.2', 'fd00::2']],
  ['web-1', ['100.64.0.2', 'fd00::2']],
  ['runner-7.mesh.example', ['100.64.0.9', 'fd00::9']],
  ['web-2.mesh.example', 'no-such-name'],
  ['a.web-1.mesh.example', 'no-such-name'],
  ['web-2', []],
  ['mesh.example', []],
  ['web-1.mesh.example.org', []],
  ['web-1.othermesh.example', []],
  ['xmesh.example', []],
  ['2.0.64.100.in-addr.arpa', { pointer: 'web-1.mesh.example' }],
  ['9.0.64.100.IN-ADDR.ARPA.', { pointer: 'runner-7.mesh.example' }],
  [`2.${'0.'.repeat(29)}d.f.ip6.arpa`, { pointer: 'web-1.mesh.example' }],
  ['7.0.64.100.in-addr.arpa', []],
  ['', []],
])('%j is answered with %j', (name, expected) => {
  expect(shown(names().lookUp(name))).toEqual(expected)
})

test('a peer that leaves the map leaves its name', () => {
  const mesh = names()
  mesh.update({ ...node('runner-7', 9), domain: 'mesh.example' }, [node('db', 3)])
  expect(mesh.lookUp('web-1.mesh.example')).toBe('no-such-name')
  expect(mesh.lookUp('web-1')).toEqual([])
  expect(shown(mesh.lookUp('db'))).toEqual(['100.64.0.3', 'fd00::3'])
})

test('before the first map nothing is answered', () => {
  expect(new MeshNames().lookUp('web-1.mesh.example')).toEqual([])
})

test('a resolver says what it knows, what is not, and what is not its business', async () => {
  const mesh = names()
  const server = await startDnsServer(async (name) => mesh.lookUp(name), { host: '127.0.0.1', port: 0 })
  onTestFinished(() => server.close())
  const ask = async (name: string, type: number) => {
    const socket = createSocket('udp4')
    const query = emitDnsQuery(7, name, type)!
    socket.send(query, Number(server.address.split(':')[1]), '127.0.0.1')
    const [bytes] = await once(socket, 'message')
    socket.close()
    const { code, addresses } = parseDnsResponse(bytes, query)!
    return [code, addresses.map(formatIp)]
  }
  expect(await ask('web-1.mesh.example', DNS_TYPE.a)).toEqual([DNS_CODE.ok, ['100.64.0.2']])
  expect(await ask('web-1.mesh.example', DNS_TYPE.aaaa)).toEqual([DNS_CODE.ok, ['fd00::2']])
  expect(await ask('web-1.mesh.example', 16)).toEqual([DNS_CODE.ok, []])
  expect(await ask('web-9.mesh.example', DNS_TYPE.a)).toEqual([DNS_CODE.noSuchName, []])
  expect(await ask('registry.example', DNS_TYPE.a)).toEqual([DNS_CODE.refused, []])
})

async function served() {
  const mesh = names()
  const server = await startDnsServer(async (name) => mesh.lookUp(name), { host: '127.0.0.1', port: 0 })
  onTestFinished(() => server.close())
  return { address: server.address, port: Number(server.address.split(':')[1]) }
}

test('an address is asked for its name, by a resolver that is not ours', async () => {
  const { address } = await served()
  const resolver = new Resolver({ timeout: 5_000, tries: 1 })
  resolver.setServers([address])
  expect(await resolver.reverse('100.64.0.2')).toEqual(['web-1.mesh.example'])
  expect(await resolver.reverse('fd00::3')).toEqual(['db.mesh.example'])
  expect(await resolver.resolve6('web-1.mesh.example')).toEqual(['fd00::2'])
  await expect(resolver.reverse('100.64.0.77')).rejects.toThrow()
})

test('over TCP several questions come on one connection, in any pieces', async () => {
  const { port } = await served()
  const socket = connect(port, '127.0.0.1')
  onTestFinished(() => void socket.destroy())
  const queries = [
    emitDnsQuery(1, 'web-1.mesh.example', DNS_TYPE.a)!,
    emitDnsQuery(2, 'web-9.mesh.example', DNS_TYPE.a)!,
    emitDnsQuery(3, 'db.mesh.example', DNS_TYPE.aaaa)!,
  ]
  const framed = Buffer.concat(queries.flatMap((query) => [Uint8Array.of(0, query.length), query]))
  for (const byte of framed.subarray(0, 40)) socket.write(Uint8Array.of(byte))
  socket.write(framed.subarray(40))
  let heard = Buffer.alloc(0)
  const answers: unknown[] = []
  for await (const chunk of socket as AsyncIterable<Buffer>) {
    heard = Buffer.concat([heard, chunk])
    while (heard.length > 2 && heard.length >= 2 + heard.readUInt16BE(0)) {
      const size = heard.readUInt16BE(0)
      const { code, addresses } = parseDnsResponse(
        heard.subarray(2, 2 + size),
        queries[answers.length] ?? new Uint8Array(),
      )!
      answers.push([code, addresses.map(formatIp)])
      heard = heard.subarray(2 + size)
    }
    if (answers.length === queries.length) break
  }
  expect(answers).toEqual([
    [DNS_CODE.ok, ['100.64.0.2']],
    [DNS_CODE.noSuchName, []],
    [DNS_CODE.ok, ['fd00::3']],
  ])
})

test('what is no question over TCP ends its connection, and no other', async () => {
  const { port } = await served()
  for (const bytes of [Uint8Array.of(0, 0), Uint8Array.of(0xff, 0xff), Uint8Array.of(0, 3, 1, 2, 3)]) {
    const socket = connect(port, '127.0.0.1')
    socket.on('error', () => undefined)
    socket.write(bytes)
    socket.resume()
    await once(socket, 'close')
  }
  const resolver = new Resolver({ timeout: 5_000, tries: 1 })
  resolver.setServers([`127.0.0.1:${port}`])
  expect(await resolver.resolve4('db.mesh.example')).toEqual(['100.64.0.3'])
})
