import { expect, test } from 'vitest'
import {
  type ApprovalPollOptions,
  pollOnce,
  startApprovalPoll,
} from '../../../src/agent/mesh/approval-poll.ts'
import type { Source } from '../../../src/agent/sources/source.ts'
import { silentDiagnostics } from '../../../src/base/diagnostics.ts'
import { SallyportError } from '../../../src/base/errors.ts'
import { file } from '../../trust/coordinator-kit.ts'

function approval(locations: readonly string[], sequence = 1): string {
  return Buffer.from(file({ content: { sequence }, parts: () => ({ locations }) })).toString()
}

function world(initial: string | null) {
  const state = { latest: initial as string | null | Error, opened: [] as string[], submitted: 0 }
  const options: ApprovalPollOptions = {
    applications: ['shop'],
    async latest() {
      if (state.latest instanceof Error) throw state.latest
      return state.latest
    },
    open(url) {
      if (!url.startsWith('https://artifacts.example/'))
        throw new SallyportError('SOURCE_REFUSED', { message: url })
      state.opened.push(url)
      return { kind: 'https', label: url } as Source
    },
    core: { submit: () => ({ id: `d${++state.submitted}` }) } as unknown as ApprovalPollOptions['core'],
    intervalMs: 10,
    random: { bytes: (length) => new Uint8Array(length) },
    diagnostics: silentDiagnostics,
  }
  return { state, options, seen: new Map<string, string>() }
}

const HTTPS = 'https://artifacts.example/shop.tar.gz'

test('an approval whose artifact is behind https: is taken without a nudge, once', async () => {
  const { state, options, seen } = world(approval(['mesh:runner', HTTPS]))
  await pollOnce(options, seen)
  await pollOnce(options, seen)
  expect(state).toMatchObject({ opened: [HTTPS], submitted: 1 })
  state.latest = approval([HTTPS], 2)
  await pollOnce(options, seen)
  expect(state.submitted).toBe(2)
})

test.each<[what: string, latest: string | null | Error]>([
  ['that only its runner serves', approval(['mesh:runner'])],
  ['that is nowhere', approval([])],
  ['that the configuration has no place for', approval(['https://elsewhere.example/shop.tar.gz'])],
  ['that is none', null],
  ['that cannot be read', '{"mediaType":'],
  ['of a coordinator that is away', new SallyportError('HTTP_FAILED', { message: 'refused' })],
])('an approval %s is left alone, and asked for again', async (_what, latest) => {
  const { state, options, seen } = world(null)
  state.latest = latest
  await pollOnce(options, seen)
  expect(state.submitted).toBe(0)
  state.latest = approval([HTTPS])
  await pollOnce(options, seen)
  expect(state.submitted).toBe(1)
})

test('the poll goes on after a failure, and ends when it is closed', async () => {
  const { state, options } = world(null)
  state.latest = new SallyportError('HTTP_FAILED', { message: 'refused' })
  const poll = startApprovalPoll(options)
  await new Promise((resolve) => setTimeout(resolve, 40))
  state.latest = approval([HTTPS])
  await expect.poll(() => state.submitted).toBe(1)
  poll.close()
  state.latest = approval([HTTPS], 2)
  await new Promise((resolve) => setTimeout(resolve, 60))
  expect(state.submitted).toBe(1)
})
