import { createSocket } from 'node:dgram'
import { once } from 'node:events'
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
  return answer === 'no-such-name' ? answer : answer.map(formatIp)
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
  ['', []],
])('%j is answered with %j', (name, expected) => {
  expect(shown(names().lookUp(name))).toEqual(expected)
})

test('a peer that leaves the map leaves its name', async () => {
  const mesh = names()
  mesh.update({ ...node('runner-7', 9), domain: 'mesh.example' }, [node('db', 3)])
  expect(mesh.lookUp('web-1.mesh.example')).toBe('no-such-name')
  expect(await mesh.resolve('web-1')).toBeUndefined()
  expect(formatIp((await mesh.resolve('db'))!)).toBe('100.64.0.3')
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
