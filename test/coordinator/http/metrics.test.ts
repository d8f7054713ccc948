/** /metrics: what Prometheus reads, on a port of its own, and nothing of it on the public one. */
import { expect, test } from 'vitest'
import { requestAdmission } from '../../../src/mesh/control/membership.ts'
import { startKit } from '../coordinator-kit.ts'

const LINE = /^[a-z_]+(?:\{(?:[a-z]+="[A-Za-z0-9-]+",?)+\})? [0-9.e+-]+$/

test('metrics count nodes, streams, entries and requests, in the text format', async () => {
  const kit = await startKit({ metrics: { host: '127.0.0.1', port: 0 } })
  await kit.connect(await kit.enrol({ environment: 'staging' }))
  const runner = kit.runner()
  await requestAdmission(runner.client, runner.admission())
  await expect(requestAdmission(runner.client, runner.admission())).rejects.toThrow()

  const response = await fetch(`http://127.0.0.1:${kit.coordinator().metricsPort}/metrics`)
  const text = await response.text()

  expect(response.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8')
  const lines = text.trimEnd().split('\n')
  expect(lines.filter((line) => !line.startsWith('# ') && !LINE.test(line))).toEqual([])
  expect(lines).toContain('sallyport_nodes{kind="agent"} 1')
  expect(lines).toContain('sallyport_nodes{kind="runner"} 1')
  expect(lines).toContain('sallyport_sessions 1')
  expect(lines).toContain('sallyport_requests_total{route="admit",status="200"} 1')
  expect(lines).toContain('sallyport_requests_total{route="admit",status="409"} 1')
  for (const secret of [kit.folder, 'web-1', '100.64.']) expect(text).not.toContain(secret)
})

test('the public port has no metrics, and the metrics port nothing else', async () => {
  const kit = await startKit({ metrics: { host: '127.0.0.1', port: 0 } })
  expect((await fetch(`${kit.coordinator().url}/metrics`)).status).toBe(404)
  const own = `http://127.0.0.1:${kit.coordinator().metricsPort}`
  expect((await fetch(`${own}/v1/nodes`)).status).toBe(404)
  expect((await fetch(`${own}/metrics`, { method: 'POST' })).status).toBe(404)
})
