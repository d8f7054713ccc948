import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import { runProgram } from '../../src/platform/process.ts'

const options = { env: {}, timeoutMs: 5_000, maxBytes: 1_000 }
const node = process.execPath

test('input goes in, output and exit code come out, nothing is inherited', async () => {
  const script =
    'process.stdin.pipe(process.stdout); process.stdin.on("end", () => { process.exitCode = process.env.PATH ? 1 : 7 })'
  const result = await runProgram([node, '-e', script], { ...options, input: Buffer.from('hi') })
  expect(result.code).toBe(7)
  expect(Buffer.from(result.stdout).toString()).toBe('hi')
})

test('a program that runs too long or says too much is ended', async () => {
  await expect(
    runProgram([node, '-e', 'setInterval(() => {}, 1e3)'], { ...options, timeoutMs: 200 }),
  ).rejects.toThrow(/still running after 200 ms/)
  const loud = 'process.stdout.write("x".repeat(1e6)); setInterval(() => {}, 1e3)'
  await expect(runProgram([node, '-e', loud], options)).rejects.toThrow(/more than 1000 bytes/)
})

test('a program that is not there is an error, not a crash', async () => {
  await expect(runProgram(['/nonexistent/program'], options)).rejects.toMatchObject({
    code: 'PROCESS_FAILED',
  })
})

const canPassOn = process.platform === 'linux' && existsSync('/bin/bash')

/* Node itself closes what it was given up to the first gap after 15. */
test.skipIf(!canPassOn)(
  'a descriptor that we were started with is not passed on (skipped without /proc and bash)',
  () => {
    const script = `import { readlinkSync } from 'node:fs'
    import { runProgram } from '${new URL('../../src/platform/process.ts', import.meta.url).href}'
    const theirs = await runProgram(['/bin/readlink', '/proc/self/fd/40'], ${JSON.stringify(options)})
    process.stdout.write(readlinkSync('/proc/self/fd/40') + ' ' + Buffer.from(theirs.stdout))`
    const start = ['-c', 'exec "$@" 40<"$0"', import.meta.filename, node, '--input-type=module', '-e', script]
    const printed = execFileSync('/bin/bash', start, { encoding: 'utf8' })
    expect(printed.trim()).toBe(`${import.meta.filename} /dev/null`)
  },
)
