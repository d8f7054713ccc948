/** What must be true of the container recipe and the units, whether or not their own linters are here. */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { parseRecipe, valuesOf } from '../support/container-recipe.ts'

const folder = fileURLToPath(new URL('../../packaging/', import.meta.url))
const read = (name: string): string => readFileSync(`${folder}${name}`, 'utf8')
const there = (program: string): boolean => spawnSync(program, ['--version']).error === undefined

describe('the container recipe', () => {
  const stages = parseRecipe(read('Containerfile'))
  const last = stages.at(-1)!

  test('takes images by an exact tag', () => {
    for (const { image } of stages) expect(image).toMatch(/^[a-z]+:[a-z]+-\d{8}-slim$/)
  })

  test('runs as a user without privileges, by number, on a volume of its own', () => {
    expect(valuesOf(last, 'USER')).toEqual(['8440:8440'])
    expect(JSON.parse(valuesOf(last, 'VOLUME')[0]!)).toEqual(valuesOf(last, 'WORKDIR'))
  })

  test('starts the program itself, so that it hears SIGTERM', () => {
    expect(JSON.parse(valuesOf(last, 'ENTRYPOINT')[0]!)).toEqual(['/opt/sallyport/current/bin/sallyport'])
    expect(valuesOf(last, 'STOPSIGNAL')).toEqual(['SIGTERM'])
    expect(read('sallyport')).toContain('exec ')
  })

  test('fetches nothing and keeps no secret', () => {
    for (const stage of stages) {
      for (const text of valuesOf(stage, 'RUN')) expect(text).not.toMatch(/\b(?:curl|wget|apt|npm|pip|git)\b/)
      expect(valuesOf(stage, 'ENV')).toEqual([])
      expect(valuesOf(stage, 'ADD')).toEqual([])
    }
  })

  test.skipIf(!there('hadolint'))('hadolint finds nothing (skipped where hadolint is not in PATH)', () => {
    const { status, stdout } = spawnSync('hadolint', [`${folder}Containerfile`], { encoding: 'utf8' })
    expect({ status, stdout }).toEqual({ status: 0, stdout: '' })
  })
})

describe.each(['sallyport-coordinator', 'sallyport-agent', 'sallyport-relay'])('%s.service', (name) => {
  const unit = read(`systemd/${name}.service`)

  test('is confined, and ends in good order', () => {
    for (const line of ['NoNewPrivileges=true', 'KillSignal=SIGTERM', 'Restart=always'])
      expect(unit.split('\n')).toContain(line)
    expect(unit).toMatch(/^CapabilityBoundingSet=/m)
    expect(unit).toMatch(/^ProtectSystem=(?:strict|full)$/m)
  })

  test('starts what the installer puts there', () => {
    expect(unit).toMatch(
      /^ExecStart=\/opt\/sallyport\/current\/bin\/sallyport (?:coordinator serve|agent run|relay serve) /m,
    )
  })

  test.skipIf(!there('systemd-analyze'))(
    'is understood by systemd (skipped where systemd-analyze is not)',
    () => {
      // The program is not installed here: another that is there stands for it.
      const { status, stdout } = spawnSync(
        'sh',
        [
          '-c',
          'd=$(mktemp -d) && sed "s#/opt/sallyport/current/bin/sallyport#/bin/true#" >"$d/$0" && systemd-analyze verify --man=no "$d/$0" 2>&1; s=$?; rm -r "$d"; exit $s',
          `${name}.service`,
        ],
        { input: unit, encoding: 'utf8' },
      )
      expect({ status, stdout }).toEqual({ status: 0, stdout: '' })
    },
  )
})

test.each([
  'coordinator',
  'relay',
])('the %s of the unit has no privilege at all, and keeps to itself', (name) => {
  const unit = read(`systemd/sallyport-${name}.service`)
  expect(unit.split('\n')).toEqual(expect.arrayContaining(['PrivateTmp=true', 'UMask=0077']))
  expect(unit).toMatch(/^CapabilityBoundingSet=$/m)
  expect(unit).toMatch(/^User=sallyport$/m)
})

test('what the agent starts outlives it, with its files and a umask as of any unit', () => {
  const lines = read('systemd/sallyport-agent.service').split('\n')
  expect(lines).toEqual(expect.arrayContaining(['KillMode=process', 'UMask=0022']))
  expect(lines.filter((line) => line.startsWith('PrivateTmp'))).toEqual([])
})

test.each(['install.sh', 'sallyport'])('%s is a shell script without mistakes of syntax', (name) => {
  expect(spawnSync('sh', ['-n', `${folder}${name}`], { encoding: 'utf8' }).stderr).toBe('')
})
