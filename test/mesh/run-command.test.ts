/** What `connect -- COMMAND` ends with: as a shell would. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { ERROR_CODES } from '../../src/base/error-codes.ts'
import { SallyportError } from '../../src/base/errors.ts'
import { runCommand } from '../../src/mesh/session.ts'

const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

test('a command that ran ends with its own code, or with 128 and the number of its signal', async () => {
  expect(await run('sh', '-c', 'exit 0')).toBe(0)
  expect(await run('sh', '-c', 'exit 127')).toBe(127)
  expect(await run('sh', '-c', 'kill -TERM $$')).toBe(143)
})

test('a name that is nowhere is 127, and the message says the name', async () => {
  const error = await refusal(run('sallyport-no-such-program'))
  expect(error.code).toBe('COMMAND_NOT_FOUND')
  expect(ERROR_CODES[error.code][1]).toBe(127)
  expect(error.message).toContain('"sallyport-no-such-program"')
  expect((await refusal(run('./no/such/path'))).code).toBe('COMMAND_NOT_FOUND')
})

test('a file that may not be executed, and a folder, are 126', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sallyport-command-'))
  folders.push(folder)
  const file = join(folder, 'plain')
  writeFileSync(file, '#!/bin/sh\n', { mode: 0o644 })
  for (const path of [file, folder]) {
    const error = await refusal(run(path))
    expect(error.code).toBe('COMMAND_NOT_EXECUTABLE')
    expect(ERROR_CODES[error.code][1]).toBe(126)
    expect(error.message).toContain(JSON.stringify(path))
  }
})

function run(...command: [string, ...string[]]): Promise<number> {
  const options = { env: process.env, cwd: tmpdir(), signal: new AbortController().signal }
  return runCommand(command, options)
}

async function refusal(running: Promise<number>): Promise<SallyportError> {
  const error = await running.catch((cause: unknown) => cause)
  if (!(error instanceof SallyportError)) throw new Error(`not refused: ${String(error)}`)
  return error
}
