/** `command: connect` against a real coordinator and a real agent: later steps get a way in, post takes it away. */

import { mkdtempSync, rmSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildArtifact, checkOut } from '../../quickstart/fixtures.ts'
import { stopAll } from '../../quickstart/processes.ts'
import { playGate, playStart } from '../../quickstart/scenes.ts'
import { Stage } from '../../quickstart/stage.ts'
import { Timeline } from '../../quickstart/timeline.ts'

const work = mkdtempSync(join(tmpdir(), 'sallyport-connect-'))
const stage = new Stage(work, join(work, 'report'))

beforeAll(async () => {
  const silent = new Timeline(() => {})
  await stage.prepare()
  await playGate(stage, silent)
  await playStart(stage, silent)
}, 120_000)

afterAll(async () => {
  await stage.close()
  await stopAll()
  rmSync(work, { recursive: true, force: true })
}, 60_000)

test('later steps reach the agents of the approval through proxies that ask for a password, until post', async () => {
  const artifact = stage.artifact('good')
  checkOut(stage.repository, stage.commits.mended)
  buildArtifact(stage.repository, artifact)
  const job = await stage.startJob({ commit: stage.commits.mended, runId: '2001', artifact })
  const main = await job.run('main', stage.inputs({ command: 'connect', artifact }))
  expect(main.code, main.stdout).toBe(0)
  expect(main.stdout).toMatch(/^reached web-1: /m)
  const proxy = new URL(main.exported['HTTP_PROXY'] ?? '')
  expect(proxy.hostname).toBe('127.0.0.1')
  expect(main.stdout).toContain(`::add-mask::${proxy.password}`)

  // The agent answers, if only that there is no such deployment: the approval opens its one port.
  expect(await throughProxy(proxy, 'http://100.64.1.0:7700/v1/deployments/none', true)).toBe(404)
  expect(await throughProxy(proxy, 'http://100.64.1.0:7700/', false)).toBe(407)

  const post = await job.run('post')
  expect(post.stdout).toContain('left the mesh')
  await expect(throughProxy(proxy, 'http://100.64.1.0:7700/', true)).rejects.toThrow()
}, 60_000)

function throughProxy(proxy: URL, url: string, withPassword: boolean): Promise<number> {
  const credentials = Buffer.from(
    `${decodeURIComponent(proxy.username)}:${decodeURIComponent(proxy.password)}`,
  ).toString('base64')
  const { promise, resolve, reject } = Promise.withResolvers<number>()
  const outgoing = request({
    host: proxy.hostname,
    port: proxy.port,
    path: url,
    headers: {
      host: new URL(url).host,
      ...(withPassword ? { 'proxy-authorization': `Basic ${credentials}` } : {}),
    },
    timeout: 10_000,
  })
  outgoing.on('response', (response) => {
    response.resume()
    resolve(response.statusCode ?? 0)
  })
  outgoing.on('timeout', () => outgoing.destroy(new Error('no answer')))
  outgoing.on('error', reject)
  outgoing.end()
  return promise
}
