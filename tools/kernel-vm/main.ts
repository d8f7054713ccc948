/**
 * Runs host tests on Debian's kernel, in a virtual machine: for machines whose own kernel lacks the modules
 * `wireguard` and `sch_netem`. The guest sees this machine's files and changes none of them; it has no network.
 *
 * Usage: node tools/kernel-vm/main.ts [--package linux-image.deb] [-- ARGUMENT …]   arguments of vitest
 *
 * Needs apt-get and dpkg-deb, and from Debian busybox-static, cpio, kmod, qemu-system-x86.
 */
import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
/** What the guest's first process loads, before there are files. */
const MODULES_OF_START = ['virtio_pci', '9pnet_virtio', '9p', 'overlay']
const MODULES_OF_TESTS = ['wireguard', 'sch_netem', 'sch_tbf', 'veth', 'tun']
const DEFAULT_TESTS = [
  'test/mesh/planes',
  'test/tunnel/netstack/kernel-behaviour.host.test.ts',
  '-t',
  '^kernel |netem',
]
/** Emulated, a program takes twenty to fifty times as long. */
const PATIENCE_MS = 600_000

const { values, positionals } = parseArgs({
  options: { package: { type: 'string' } },
  allowPositionals: true,
})
const work = mkdtempSync(join(tmpdir(), 'sallyport-kernel-vm-'))
process.exitCode = await run().finally(() => rmSync(work, { recursive: true, force: true }))

async function run(): Promise<number> {
  const kernel = join(work, 'kernel')
  execFileSync('dpkg-deb', ['-x', values.package ?? downloadKernel(), kernel])
  const [release = ''] = readdirSync(join(kernel, 'lib/modules'))
  execFileSync('depmod', ['-b', kernel, release])
  const initrd = packInitrd(kernel, release)
  const job = join(work, 'job')
  mkdirSync(job)
  writeFileSync(join(job, 'job.sh'), jobScript(kernel, release))
  await boot(join(kernel, 'boot', `vmlinuz-${release}`), initrd, job)
  const status = join(job, 'status')
  return existsSync(status) ? Number(readFileSync(status, 'utf8')) : 1
}

function downloadKernel(): string {
  const dependencies = execFileSync('apt-cache', ['depends', 'linux-image-amd64'], { encoding: 'utf8' })
  const name = /Depends: (linux-image-\S+)/.exec(dependencies)?.[1]
  if (name === undefined) throw new Error('Debian names no kernel here: apt-get update, or give --package')
  execFileSync('apt-get', ['download', '-q', name], { cwd: work, stdio: ['ignore', 'ignore', 'inherit'] })
  return join(work, readdirSync(work).find((file) => file.endsWith('.deb'))!)
}

function packInitrd(kernel: string, release: string): string {
  const tree = join(work, 'initrd')
  for (const folder of ['bin', 'modules', 'proc', 'sys', 'dev', 'lower', 'upper', 'root']) {
    mkdirSync(join(tree, folder), { recursive: true })
  }
  copyFileSync('/bin/busybox', join(tree, 'bin/busybox'))
  copyFileSync(join(import.meta.dirname, 'init.sh'), join(tree, 'init'))
  execFileSync('chmod', ['755', join(tree, 'init')])
  for (const [index, file] of filesOf(MODULES_OF_START, kernel, release).entries()) {
    copyFileSync(file, join(tree, 'modules', `${String(index).padStart(2, '0')}-${basename(file)}`))
  }
  const archive = join(work, 'initrd.cpio')
  execFileSync('sh', ['-c', 'find . | cpio --quiet -o -H newc > "$0"', archive], { cwd: tree })
  return archive
}

/** The modules' files with what they depend on, in the order of their loading. */
function filesOf(modules: readonly string[], kernel: string, release: string): string[] {
  const lines = modules.flatMap((module) =>
    execFileSync('modprobe', ['-d', kernel, '-S', release, '--show-depends', module], {
      encoding: 'utf8',
    }).split('\n'),
  )
  return [...new Set(lines.flatMap((line) => /^insmod (\S+)/.exec(line)?.[1] ?? []))]
}

function jobScript(kernel: string, release: string): string {
  const tests = positionals.length > 0 ? positionals : DEFAULT_TESTS
  const command = [process.execPath, join(ROOT, 'node_modules/vitest/vitest.mjs'), 'run', '--project', 'host']
  // Each test is told as soon as it is over: they are slow.
  const patience = ['--reporter=verbose', `--testTimeout=${PATIENCE_MS}`, `--hookTimeout=${PATIENCE_MS}`]
  return [
    `export PATH=${quote(process.env['PATH'] ?? '')} HOME=/root`,
    ...MODULES_OF_TESTS.map((module) => `modprobe -d ${quote(kernel)} -S ${release} ${module}`),
    `cd ${quote(ROOT)}`,
    `exec env CI=true ${[...command, ...patience, ...tests].map(quote).join(' ')}`,
    '',
  ].join('\n')
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`
}

/** With one thread: V8 does not survive the emulation of two processors for long. */
async function boot(kernel: string, initrd: string, job: string): Promise<void> {
  const share = (path: string, tag: string, more: string): string =>
    `local,path=${path},mount_tag=${tag},security_model=none,${more}`
  const machine = spawn(
    'qemu-system-x86_64',
    [
      ...['-accel', 'tcg,thread=single', '-cpu', 'max', '-m', '4096', '-net', 'none'],
      ...['-display', 'none', '-monitor', 'none', '-serial', 'stdio', '-no-reboot'],
      ...['-kernel', kernel, '-initrd', initrd, '-append', 'console=ttyS0 loglevel=3 panic=-1'],
      ...['-virtfs', share('/', 'host', 'readonly=on,multidevs=remap')],
      ...['-virtfs', share(job, 'job', 'multidevs=remap')],
    ],
    { stdio: ['ignore', 'inherit', 'inherit'] },
  )
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => machine.kill(signal))
  const [code] = await once(machine, 'exit')
  if (code !== 0) throw new Error(`the virtual machine ended with ${code}`)
}
