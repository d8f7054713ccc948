import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { SallyportError } from '../../src/base/errors.ts'
import { Interruption, interruptionOf, unlessAborted } from '../../src/base/interruption.ts'

const interruption = new Interruption('SIGTERM')

test('an interruption is found in whatever was thrown because of it, and in nothing else', async () => {
  const abort = new AbortController()
  abort.abort(interruption)
  const byTimers = await sleep(1, undefined, { signal: abort.signal }).catch((error) => error)
  expect(byTimers).not.toBe(interruption)
  expect(interruptionOf(byTimers)).toBe(interruption)
  expect(interruptionOf(new SallyportError('HTTP_FAILED', { message: 'gone', cause: byTimers }))).toBe(
    interruption,
  )
  expect(interruptionOf(interruption)).toBe(interruption)
  expect(interruptionOf(new Error('SIGTERM'))).toBeUndefined()
  expect(interruptionOf('SIGTERM')).toBeUndefined()
})

test('causes that lead back to themselves are looked at once', () => {
  const error = new Error('a circle')
  error.cause = error
  expect(interruptionOf(error)).toBeUndefined()
})

test('work is awaited until the signal aborts, and leaves no listener behind', async () => {
  const abort = new AbortController()
  await expect(unlessAborted(abort.signal, Promise.resolve('done'))).resolves.toBe('done')
  await expect(unlessAborted(abort.signal, Promise.reject(new Error('no')))).rejects.toThrow('no')
  const waiting = unlessAborted(abort.signal, new Promise(() => {}))
  abort.abort(interruption)
  await expect(waiting).rejects.toBe(interruption)
  await expect(unlessAborted(abort.signal, new Promise(() => {}))).rejects.toBe(interruption)
})
