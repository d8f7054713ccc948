/** What a signal does to a verb that waits for it, and to one that does not. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { createProcessPorts } from '../../src/verbs/process-ports.ts'

const MAIN = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url))

test('a verb that never asks for the signal leaves signals to the system', () => {
  const before = process.listenerCount('SIGTERM')
  const ports = createProcessPorts(process)
  expect(process.listenerCount('SIGTERM')).toBe(before)
  const { signal } = ports
  onTestFinished(() => {
    for (const name of ['SIGINT', 'SIGTERM'] as const)
      process.removeListener(name, process.listeners(name).at(-1)!)
  })
  expect(process.listenerCount('SIGTERM')).toBe(before + 1)
  expect(ports.signal).toBe(signal)
  expect(process.listenerCount('SIGTERM')).toBe(before + 1)
})

test.each([
  'SIGTERM',
  'SIGINT',
] as const)('%s ends a verb that waits for its input, at once', async (name) => {
  const child = spawn(process.execPath, [MAIN, 'versions', '--ecosystem', 'npm'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  // Its standard input stays open: by then it waits for the rest, or still loads, and is to end in either case.
  await new Promise((resolve) => setTimeout(resolve, 1_500))
  child.kill(name)
  const [code, signal] = await once(child, 'close')
  expect([code, signal]).toEqual([null, name])
})
