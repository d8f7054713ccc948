import { expect, test } from 'vitest'
import { silentDiagnostics } from '../../src/base/diagnostics.ts'
import { type RunRequest, runScanners, type Timer } from '../../src/gate/runner.ts'
import { finding, found, NOW, scanner, treeOf } from './fake-scanner.ts'

const never: Timer = () => () => {}

function request(change: Partial<RunRequest>): RunRequest {
  return {
    scanners: [],
    tree: treeOf({ 'a.txt': 'x', 'b.md': 'y' }),
    configure: () => ({ enabled: true, timeoutMs: 1_000, settings: undefined }),
    ports: {},
    offline: false,
    now: NOW,
    diagnostics: silentDiagnostics,
    signal: new AbortController().signal,
    timer: never,
    ...change,
  }
}

const statuses = async (change: Partial<RunRequest>) =>
  (await runScanners(request(change))).map(({ id, status }) => `${id} ${status}`)

test('a scanner that throws is failed, and the others still run', async () => {
  const results = await runScanners(
    request({
      scanners: [
        scanner('first', () => {
          throw new Error('broke')
        }),
        scanner('second', found(finding())),
      ],
    }),
  )

  expect(results).toMatchObject([
    { id: 'first', status: 'failed', reason: 'broke', output: { findings: [] } },
    { id: 'second', status: 'complete', output: { findings: [{ rule: 'a-rule' }] } },
  ])
})

test('a scanner that hangs is failed when its time is over, and is told to stop', async () => {
  let told = false
  const timer: Timer = (ms, callback) => {
    expect(ms).toBe(1_000)
    const soon = setImmediate(callback)
    return () => clearImmediate(soon)
  }
  const hanging = scanner('hanging', (input) => {
    input.signal.addEventListener('abort', () => {
      told = true
    })
    return new Promise(() => {})
  })

  expect(await statuses({ scanners: [hanging], timer })).toEqual(['hanging failed'])
  expect(told).toBe(true)
})

test('a cancelled run fails what still runs', async () => {
  const abort = new AbortController()
  const hanging = scanner('hanging', () => {
    abort.abort()
    return new Promise(() => {})
  })

  expect(await statuses({ scanners: [hanging], signal: abort.signal })).toEqual(['hanging failed'])
})

test.each([
  ['nothing', undefined],
  ['null', null],
  ['a text', 'ok'],
  ['no lists', {}],
  ['findings that are no list', { findings: {}, fileErrors: [] }],
  ['a severity that is none', found(finding({ severity: 'bad' as 'high' }))],
  ['a line of zero', found(finding({ line: 0 }))],
  ['an absolute path', found(finding({ path: '/etc/passwd' }))],
  ['a path that climbs', found(finding({ path: 'a/../../b' }))],
  ['a rule that is no id', found(finding({ rule: 'A Rule' }))],
  ['a file error without a path', { findings: [], fileErrors: [{ code: 'X', message: 'x' }] }],
  [
    'a getter that throws',
    {
      fileErrors: [],
      get findings(): never {
        throw new Error('no')
      },
    },
  ],
])('a scanner that returns %s is failed', async (_, garbage) => {
  const results = await runScanners(request({ scanners: [scanner('odd', () => garbage)] }))

  expect(results).toMatchObject([{ status: 'failed', output: { findings: [] } }])
})

test.each([
  ['complete', found(), undefined],
  [
    'partial',
    { findings: [], fileErrors: [{ path: 'a.txt', code: 'X', message: 'x' }] },
    '1 file could not be read wholly',
  ],
  ['partial', { findings: [], fileErrors: [], incomplete: 'a source was down' }, 'a source was down'],
  ['skipped', { findings: [], fileErrors: [], skipped: 'no grammar' }, 'no grammar'],
])('the status is %s for what it returned', async (status, output, reason) => {
  const [result] = await runScanners(request({ scanners: [scanner('one', output)] }))

  expect([result?.status, result?.reason]).toEqual([status, reason])
})

test('a scanner without a file is skipped and not called; one that reads results runs', async () => {
  const wants = () => false
  const untouched = scanner('untouched', () => expect.unreachable(), { wants })
  const summary = scanner('summary', found(), { wants, after: ['untouched'] })

  expect(await statuses({ scanners: [untouched, summary] })).toEqual([
    'untouched skipped',
    'summary complete',
  ])
})

test('a scanner whose wants throws is failed', async () => {
  const wants = () => {
    throw new Error('no')
  }
  expect(await statuses({ scanners: [scanner('one', found(), { wants })] })).toEqual(['one failed'])
})

test('one that is switched off is skipped', async () => {
  const configure = () => ({ enabled: false, timeoutMs: 1, settings: undefined })
  expect(await statuses({ scanners: [scanner('one', () => expect.unreachable())], configure })).toEqual([
    'one skipped',
  ])
})

test('a scanner runs after those it names and reads their results, wherever it stands in the list', async () => {
  const order: string[] = []
  const scanners = [
    scanner(
      'last',
      (input) => {
        order.push(`last saw ${[...input.results.keys()]} ${input.results.get('first')?.status}`)
        return found()
      },
      { after: ['first', 'absent'] },
    ),
    scanner('first', async () => {
      await new Promise((done) => setImmediate(done))
      order.push('first')
      return found()
    }),
  ]

  await runScanners(request({ scanners }))

  expect(order).toEqual(['first', 'last saw first complete'])
})

test('ports are given only as asked for, and no network offline', async () => {
  const ports = { cache: { folder: '/c' }, http: { request: () => expect.unreachable() } }
  const seen: string[][] = []
  const asks = scanner(
    'asks',
    (input) => {
      seen.push(Object.keys(input.ports))
      return found()
    },
    { needs: ['http', 'cache', 'advisories'] },
  )
  const silent = scanner('silent', (input) => {
    seen.push(Object.keys(input.ports))
    return found()
  })

  await runScanners(request({ scanners: [asks, silent], ports }))
  await runScanners(request({ scanners: [asks], ports, offline: true }))

  expect(seen).toEqual([['http', 'cache'], [], ['cache']])
})
