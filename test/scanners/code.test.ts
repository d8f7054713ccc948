// biome-ignore-all lint/suspicious/noTemplateCurlyInString: code with templates is what is scanned
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { codeScanner } from '../../scanners/code/scanner.ts'
import { hasNestedRepetition } from '../../scanners/code/sink.ts'
import { silentDiagnostics } from '../../src/base/diagnostics.ts'
import type { Timestamp } from '../../src/base/time.ts'
import { scanTree } from './rules-tree.ts'

const scan = (code: string, path = 'a.js') => scanTree(codeScanner, { [path]: code })
const handler = (...lines: string[]) => `app.get('/', (req, res) => {\n${lines.join('\n')}\n})\n`
const rulesIn = async (code: string, path?: string) =>
  (await scan(code, path)).findings.map(({ rule }) => rule)

test('a finding names the code, the source and its line', async () => {
  const { findings } = await scan(handler('  const url = req.query.url', '  res.redirect(url)'))
  expect(findings).toMatchObject([{ rule: 'open-redirect', line: 3, column: 3, endLine: 3 }])
  expect(findings[0]!.message).toMatch(/^`res\.redirect\(url\)` \(from req\.query\.url, line 2\): /)
})

describe('a value is followed through', () => {
  test.each([
    ['an assignment', 'let x; x = req.body.x; eval(x)'],
    ['a template', 'eval(`${req.body.x}`)'],
    ['concatenation', 'eval("a" + req.body.x + "b")'],
    ['+=', 'let x = ""; x += req.body.x; eval(x)'],
    ['destructuring', 'const { body: { x: [y] } } = req; eval(y)'],
    ['destructuring with a default', 'const { x = "" } = req.query; eval(x)'],
    ['a member call', 'eval(req.body.x.trim().slice(1))'],
    ['an object', 'const o = { code: req.body.x }; eval(o.code)'],
    ['a spread', 'const o = { ...req.body }; eval(o.x)'],
    ['a property of this', 'this.x = req.body.x; eval(this.x)'],
    ['a ternary', 'eval(a ? req.body.x : "1")'],
    ['||', 'eval(req.body.x || "1")'],
    ['await', '(async () => { const x = await req.json(); eval(x) })()'],
    ['a branch', 'let x = "1"; if (a) { x = req.body.x } eval(x)'],
    ['a branch that mends only one way', 'let x = req.body.x; if (a) { x = "1" } eval(x)'],
    ['a loop', 'let a = "1"; for (const i of l) { eval(a); a = req.body.x }'],
    ['for of', 'for (const x of req.body.list) eval(x)'],
    ['a callback of map', 'req.body.list.map((x) => eval(x))'],
    ['a function of the file', 'run(req.body.x); function run(code) { eval(code) }'],
    ['what a function of the file returns', 'const wrap = (x) => `(${x})`; eval(wrap(req.body.x))'],
    ['an array', 'const [a] = [req.body.x]; eval(a)'],
    ['a switch', 'switch (a) { case 1: eval(req.body.x) }'],
    ['a catch', 'try { f() } catch (e) { eval(req.body.x) }'],
    ['JSON.parse', 'eval(JSON.parse(req.body.x).y)'],
    ['a class', 'class A { run() { eval(req.body.x) } }'],
    ['a header', 'eval(req.get("x"))'],
  ])('%s', async (_, code) => {
    const { findings } = await scan(handler(code))
    expect(findings).toMatchObject([{ rule: 'code-injection', severity: 'critical' }])
  })
})

describe('a value is harmless after', () => {
  test.each([
    ['a conversion', 'res.redirect(Number(req.query.x))'],
    ['an overwrite', 'let x = req.query.x; x = "/a"; res.redirect(x)'],
    ['a check that leaves', 'if (!OK.includes(req.query.x)) return; res.redirect(req.query.x)'],
    ['a check that throws', 'const x = req.query.x; if (!OK.has(x)) { throw 1 } res.redirect(x)'],
    ['a check around it', 'const x = req.query.x; if (OK.has(x)) res.redirect(x)'],
    ['an anchored pattern', 'const x = req.query.x; if (!/^[a-z]+$/.test(x)) return; res.redirect(x)'],
    ['a comparison', 'if (req.query.x === "/a") res.redirect(req.query.x)'],
    ['indexOf', 'const x = req.query.x; if (OK.indexOf(x) === -1) return; res.redirect(x)'],
    ['a lookup', 'res.redirect(TARGETS[req.query.x])'],
    ['a comparison as value', 'res.redirect(req.query.x === "b" ? "/b" : "/c")'],
    ['a function that sanitizes', 'res.redirect(sanitizeUrl(req.query.x))'],
  ])('%s', async (_, code) => {
    expect(await rulesIn(handler(code))).toEqual([])
  })

  test.each([
    ['a check of another value', 'const x = req.query.x; if (!OK.has(y)) return; res.redirect(x)'],
    ['a check that goes on', 'const x = req.query.x; if (!OK.has(x)) log(x); res.redirect(x)'],
    ['a check that lets in what fails', 'const x = req.query.x; if (OK.has(x)) return; res.redirect(x)'],
    [
      'a pattern that is not anchored',
      'const x = req.query.x; if (!/[a-z]+/.test(x)) return; res.redirect(x)',
    ],
    ['one of two checks', 'const x = req.query.x; if (a || OK.has(x)) res.redirect(x)'],
  ])('but not after %s', async (_, code) => {
    expect(await rulesIn(handler(code))).toEqual(['open-redirect'])
  })
})

test.each([
  ['const { exec: run } = require("child_process"); ', 'run(req.query.x)'],
  ['const cp = require("node:child_process"); const run = cp.exec; ', 'run(req.query.x)'],
  ['import * as cp from "child_process"; ', 'cp.exec(req.query.x)'],
  ['import cp from "child_process"; ', 'cp.execSync(req.query.x)'],
  ['import { exec as run } from "node:child_process"; ', 'run(req.query.x)'],
  ['', 'require("child_process").exec(req.query.x)'],
])('a module is known by any name: %s%s', async (head, call) => {
  expect(await rulesIn(head + handler(call))).toEqual(['command-injection'])
})

test('handlers are known by their response, whatever the request is called', async () => {
  expect(await rulesIn('app.get("/", ({ query }, res) => res.redirect(query.u))')).toEqual(['open-redirect'])
  expect(await rulesIn('app.get("/", (r, res) => res.redirect(r.query.u))')).toEqual(['open-redirect'])
})

test('a chained response is a response', async () => {
  expect(await rulesIn(handler("res.status(400).set('A', 'b').send(req.query.q)"))).toEqual([
    'cross-site-scripting',
  ])
})

test('in tests a finding is less sure', async () => {
  const { findings } = await scan(handler('eval(req.body.x)'), 'test/a.js')
  expect(findings).toMatchObject([{ rule: 'code-injection', confidence: 'low' }])
})

test('a request that this program sends is no source', async () => {
  expect(await rulesIn('export const send = (request) => fetch(request.url)')).toEqual([])
  expect(
    await rulesIn('export async function POST(request) { return fetch((await request.json()).url) }'),
  ).toEqual(['server-side-request-forgery'])
})

test('a local function named like a sink is not the sink', async () => {
  expect(await rulesIn(`import { exec } from './query.js'\n${handler('exec(req.query.x)')}`)).toEqual([])
})

test('TypeScript with types, decorators and JSX is read', async () => {
  const code = `
    import type { Request, Response } from 'express'
    @Controller() class A {
      constructor(private readonly db: Db) {}
      async find<T extends object>(req: Request, res: Response): Promise<T> {
        return (await this.db.query(\`select * from t where id = \${(req.query as any).id!}\`)) as unknown as T
      }
    }`
  expect(await rulesIn(code, 'a.ts')).toEqual(['sql-injection'])
})

test('code with a syntax error is judged as far as it can be read', async () => {
  expect(await rulesIn(`${handler('eval(req.body.x)')}\nconst = ;`)).toEqual(['code-injection'])
})

test.each([
  ['nested calls', `${'eval('.repeat(5_000)}x${')'.repeat(5_000)}`],
  ['a long sum', `eval(${'a + '.repeat(5_000)}b)`],
  ['nested functions', `${'(() => { '.repeat(3_000)}eval(x)${' })()'.repeat(3_000)}`],
])('code made to be slow is a file error, not a crash: %s', async (_, code) => {
  const { fileErrors } = await scan(code)
  expect(fileErrors).toMatchObject([{ path: 'a.js', code: 'LIMIT_EXCEEDED' }])
})

test('functions that call each other do not explode', async () => {
  const functions = Array.from(
    { length: 40 },
    (_, n) => `function f${n}(x) { ${`f${(n + 1) % 40}(x);`.repeat(20)} eval(x) }`,
  )
  const start = performance.now()
  const { findings, fileErrors } = await scan(`${functions.join('\n')}\n${handler('f0(req.query.x)')}`)
  expect(performance.now() - start).toBeLessThan(5_000)
  expect(findings.length + fileErrors.length).toBeGreaterThan(0)
})

test('a file over the limit is a file error', async () => {
  const { fileErrors } = await scan(`eval(x)${' '.repeat(1024 * 1024)}`)
  expect(fileErrors).toMatchObject([{ code: 'LIMIT_EXCEEDED' }])
})

test('without the grammars the result is incomplete, not clean', async () => {
  const output = await codeScanner.scan({
    files: [],
    paths: [],
    results: new Map(),
    ports: {},
    settings: undefined,
    offline: true,
    now: 0 as Timestamp,
    diagnostics: silentDiagnostics,
    signal: new AbortController().signal,
  })
  expect(output.incomplete).toBe('the grammars could not be read')
})

test('any text is scanned without an exception', async () => {
  const words = [
    'eval(',
    'req.body',
    ')',
    '{',
    '}',
    '=>',
    '`${',
    '}`',
    ';',
    'if',
    '(',
    'const x =',
    '[',
    ']',
    '...',
    'class',
    '/',
    '"',
    '\u0000',
    '🙂',
  ]
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...words), { maxLength: 60 }), async (parts) => {
      await scan(`eval ${parts.join(' ')}`, 'a.tsx')
    }),
  )
})

test.each([
  ['(a+)+', true],
  ['([0-9]+)*x', true],
  ['(?:\\w*)+$', true],
  ['(a|b)+', false],
  ['(ab+)+', false],
  ['[(a+)+]', false],
  ['\\(a+\\)+', false],
  ['(a{1,3})+', false],
])('%s repeats a repetition: %s', (pattern, expected) => {
  expect(hasNestedRepetition(pattern)).toBe(expected)
})

const nodeGoat = fileURLToPath(new URL('../../../shared/data/repos/OWASP+NodeGoat.tar.gz', import.meta.url))

test.skipIf(!existsSync(nodeGoat))(
  'the weaknesses of NodeGoat are found (needs ../shared/data)',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'nodegoat-'))
    try {
      execFileSync('tar', ['xzf', nodeGoat, '-C', folder])
      const root = join(folder, readdirSync(folder)[0]!)
      const paths = readdirSync(root, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => relative(root, join(entry.parentPath, entry.name)))
      const tree = Object.fromEntries(paths.map((path) => [path, readFileSync(join(root, path))]))
      const { findings, fileErrors } = await scanTree(codeScanner, tree)
      expect(fileErrors).toEqual([])
      expect(findings.map(({ path, line, rule }) => `${path}:${line} ${rule}`)).toEqual(
        expect.arrayContaining([
          'app/data/allocations-dao.js:78 nosql-injection',
          'app/routes/contributions.js:32 code-injection',
          'app/routes/contributions.js:33 code-injection',
          'app/routes/contributions.js:34 code-injection',
          'app/routes/index.js:72 open-redirect',
          'app/routes/profile.js:59 slow-regexp',
          'app/routes/research.js:16 server-side-request-forgery',
          'config/env/all.js:8 hard-coded-secret',
          'server.js:137 unescaped-template',
        ]),
      )
    } finally {
      rmSync(folder, { recursive: true })
    }
  },
)

test('a file that takes too long to parse is a file error, and the next one is judged', async () => {
  const slow = `eval(req.query.a)\n${'a b `${ / </ '.repeat(20_000)}`
  let ms = 0
  const elapsedMs = () => {
    ms += 100
    return ms
  }
  const tree = { 'a.js': slow, 'b.js': 'eval(req.query.b)\n' }
  const { findings, fileErrors } = await scanTree(codeScanner, tree, { stopwatch: { elapsedMs } })

  expect(fileErrors).toMatchObject([{ path: 'a.js', code: 'LIMIT_EXCEEDED' }])
  expect(findings.map(({ path }) => path)).toEqual(['b.js'])
})

test('texts that double with each line do not fill the memory', async () => {
  const lines = Array.from({ length: 2_000 }, (_, index) => `const x${index + 1} = x${index} + x${index}`)
  const tree = { 'a.js': `const x0 = req.query.a\n${lines.join('\n')}\neval(x2000)\n` }
  const { findings, fileErrors } = await scanTree(codeScanner, tree)

  expect(fileErrors).toEqual([])
  expect(findings).toMatchObject([{ path: 'a.js', line: 2_002 }])
})
