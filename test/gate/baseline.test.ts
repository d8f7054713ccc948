import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { codeScanner } from '../../scanners/code/scanner.ts'
import { complianceScanner } from '../../scanners/compliance/scanner.ts'
import { secretsScanner } from '../../scanners/secrets/scanner.ts'
import { runGate } from '../../src/gate/gate.ts'
import type { Scanner } from '../../src/gate/scanner.ts'
import { assets } from '../scanners/rules-tree.ts'
import { finding, found, gateRequest, lineScanner, scanner, treeOf } from './fake-scanner.ts'

type Files = Record<string, string>

async function states(head: Files, base: Files, scanners: readonly Scanner[]): Promise<string[]> {
  const report = await runGate(
    gateRequest({ tree: treeOf(head), base: treeOf(base), scanners, ports: { assets } }),
  )
  return report.findings.map(({ scanner, rule, path, line, state }) =>
    [scanner, rule, `${path}:${line}`, state].join(' '),
  )
}

const whole = (one: Scanner): Scanner => {
  const { perFile: _, ...rest } = one
  return rest
}

/** Its one finding depends on what another scanner found in the whole tree. */
const counting = scanner(
  'counting',
  ({ results }) => found(finding({ identity: [String(results.get('lines')?.output.findings.length)] })),
  { after: ['lines'] },
)

describe('a scanner that judges file by file', () => {
  const reading = (read: string[]): Scanner => {
    const inner = lineScanner({ perFile: true })
    return {
      ...inner,
      scan: (input) => {
        read.push(...input.files.map(({ path }) => path))
        return inner.scan(input)
      },
    }
  }

  test('reads of base only what differs', async () => {
    const read: string[] = []
    const files = { a: 'bad 1', b: 'bad 2', c: '' }
    const result = await states({ ...files, b: 'bad 2\nbad 3' }, files, [reading(read)])

    expect(read).toEqual(['a', 'b', 'c', 'b'])
    expect(result).toEqual(['lines a-rule a:1 existing', 'lines a-rule b:1 existing', 'lines a-rule b:2 new'])
  })

  test('is whole for the scanners that come after it', async () => {
    const files = { a: 'bad 1', b: 'bad 2', c: 'x' }
    const scanners = [lineScanner({ perFile: true }), counting]

    expect(await states({ ...files, c: 'y' }, files, scanners)).toContain('counting a-rule a.txt:1 existing')
  })

  test('gives what a comparison of everything gives', async () => {
    const line = fc.constantFrom('bad 1', 'bad 2', 'good')
    const text = fc.array(line, { maxLength: 3 }).map((lines) => lines.join('\n'))
    const files = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd/a'), text, { maxKeys: 4 })
    await fc.assert(
      fc.asyncProperty(files, files, async (head, base) => {
        const fast = await states(head, base, [lineScanner({ perFile: true }), counting])

        expect(fast).toEqual(await states(head, base, [lineScanner(), counting]))
      }),
      { numRuns: 200 },
    )
  })

  test('the real ones give what a comparison of everything gives', async () => {
    const key = ['AKIA', 'Z7QWERTYUIOPLKJH'].join('')
    const EXEC = "require('child_process').exec(req.query.a)"
    const EVAL = 'eval(req.body.b)'
    const text = fc
      .array(fc.constantFrom(EXEC, EVAL, `const id = '${key}'`, 'const x = 1'), { maxLength: 3 })
      .map((lines) => lines.join('\n'))
    const files = fc.dictionary(fc.constantFrom('a.js', 'b.ts', 'lib/a.js', 'README.md'), text, {
      maxKeys: 4,
    })
    const scanners = [codeScanner, secretsScanner, complianceScanner]
    await fc.assert(
      fc.asyncProperty(files, files, async (head, base) => {
        expect(await states(head, base, scanners)).toEqual(await states(head, base, scanners.map(whole)))
      }),
      {
        numRuns: 40,
        // Of two files with findings one is gone: compliance points at the first, whatever order they were read in.
        examples: [[{ 'b.ts': EVAL }, { 'lib/a.js': EXEC, 'b.ts': EVAL }]],
      },
    )
  })
})

describe('a file that was moved', () => {
  test('brings nothing new', async () => {
    expect(await states({ 'new/name': 'bad 1' }, { old: 'bad 1' }, [lineScanner()])).toEqual([
      'lines a-rule new/name:1 existing',
    ])
  })

  test('and changed on the way is new', async () => {
    expect(await states({ b: 'bad 1\n' }, { a: 'bad 1' }, [lineScanner()])).toEqual(['lines a-rule b:1 new'])
  })

  test('is moved once: a copy is new', async () => {
    expect(await states({ b: 'bad 1', c: 'bad 1' }, { a: 'bad 1' }, [lineScanner()])).toEqual([
      'lines a-rule b:1 existing',
      'lines a-rule c:1 new',
    ])
    expect(await states({ a: 'bad 1', b: 'bad 1' }, { a: 'bad 1' }, [lineScanner()])).toEqual([
      'lines a-rule a:1 existing',
      'lines a-rule b:1 new',
    ])
  })

  test('to where a scanner begins to read it is new', async () => {
    const yml = lineScanner({ wants: (path) => path.endsWith('.yml') })

    expect(await states({ 'a.yml': 'bad 1' }, { 'a.txt': 'bad 1' }, [yml])).toEqual([
      'lines a-rule a.yml:1 new',
    ])
  })
})
