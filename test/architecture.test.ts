/**
 * What may import what, and why; that there are no circles; that cores do no I/O. The rules stand in
 * docs/architecture.md. A new room gets a line here.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Room → the rooms it may import besides its own files. */
const ROOMS: Readonly<Record<string, readonly string[]>> = {
  'src/base': [],
  'src/platform': ['src/base'],
  'src/repository': ['src/base'],
  'src/gate': ['src/base', 'src/repository'],
  'scanners/workflows': ['src/gate', 'src/repository', 'src/base'],
  'scanners/secrets': ['src/gate', 'src/repository', 'src/base'],
  'scanners/code': ['src/gate', 'src/repository', 'src/base'],
  'scanners/compliance': ['src/gate', 'src/repository', 'src/base'],
  'scanners/dependencies': ['src/gate', 'src/repository', 'src/base'],
  // The list of scanners is the one place that knows them all.
  scanners: [
    'scanners/workflows',
    'scanners/secrets',
    'scanners/code',
    'scanners/compliance',
    'scanners/dependencies',
    'src/gate',
    'src/base',
  ],
  'src/access': ['src/base'],
  'src/trust': ['src/base'],
  'src/tlog': ['src/base'],
  'src/tunnel': ['src/base'],
  'src/api': ['src/base', 'src/access', 'src/trust', 'src/tlog'],
  'src/mesh': ['src/base', 'src/platform', 'src/trust', 'src/tlog', 'src/api', 'src/tunnel'],
  'src/coordinator': [
    'src/base',
    'src/platform',
    'src/access',
    'src/trust',
    'src/tlog',
    'src/api',
    'src/tunnel',
  ],
  'src/agent': ['src/base', 'src/platform', 'src/trust', 'src/tlog', 'src/api', 'src/mesh'],
  'src/verbs': [
    'src/base',
    'src/platform',
    'src/repository',
    'src/gate',
    'src/access',
    'src/trust',
    'src/tlog',
    'src/api',
    'src/tunnel',
    'src/mesh',
    'src/coordinator',
    'src/agent',
    'scanners',
    'scanners/dependencies',
    'scanners/compliance',
  ],
  'src/action': ['src/verbs', 'src/platform', 'src/base'],
  'src/cli': ['src/verbs', 'src/platform', 'src/base'],
}

/** Rooms whose code takes time, randomness and bytes as arguments. */
const CORES = [
  'src/base',
  'src/gate',
  'src/access',
  'src/trust',
  'src/tlog',
  'src/tunnel',
  'src/agent/machine',
]

/** Patterns that a core may not contain, each with the reason. */
const FORBIDDEN_IN_CORES: readonly (readonly [pattern: RegExp, reason: string])[] = [
  [
    /from 'node:(net|dgram|http|https|http2|tls|fs|fs\/promises|child_process|worker_threads|os|dns|process|sqlite|timers.*)'/,
    'I/O belongs to mesh, platform and the applications',
  ],
  [
    /\b(Date\.now|performance\.now|new Date\(\))/,
    'time is an argument, so that a virtual clock can drive it',
  ],
  [
    /\b(Math\.random|randomBytes|randomUUID|randomInt|getRandomValues|randomFillSync)\b/,
    'randomness is an argument, so that a seed replays a run',
  ],
  [/\bprocess\.\w/, 'a core knows no process'],
  [
    /\b(setTimeout|setInterval|setImmediate)\(/,
    'a core says when it wants to be called; its shell arms the timer',
  ],
  [/\bconsole\./, 'diagnostics go through the contract'],
]

/** Exceptions, each with the reason. */
const EXCEPTIONS: Readonly<Record<string, string>> = {}

const BANNED_NAMES = /^(utils?|helpers?|common|misc|types|manager|index)\.ts$/

const files = [...sources('src'), ...sources('scanners')]

describe('rooms', () => {
  test('every file lives in a room', () => {
    expect(files.filter((file) => roomOf(file) === undefined)).toEqual([])
  })

  test.each(Object.keys(ROOMS))('%s imports only what it may', (room) => {
    const wrong = files
      .filter((file) => roomOf(file) === room)
      .flatMap((file) => imports(file).map((target) => ({ file, target, to: roomOf(target) })))
      .filter(({ to }) => to !== undefined && to !== room && !ROOMS[room]!.includes(to))
      .map(({ file, target }) => `${file} imports ${target}`)
    expect(wrong).toEqual([])
  })

  test('no file of the product imports from outside the product', () => {
    const outside = files
      .flatMap((file) => imports(file).map((target) => `${file} imports ${target}`))
      .filter((arrow) => !/ imports (src|scanners)\//.test(arrow) && !arrow.endsWith(' imports package.json'))
    expect(outside).toEqual([])
  })

  test.each(
    Object.keys(ROOMS).filter((room) => existsSync(join(root, room)) && sources(room).length > 0),
  )('%s has a README', (room) => {
    expect(existsSync(join(root, room, 'README.md'))).toBe(true)
  })

  test('rooms form no circle', () => {
    const arrows = new Map(Object.entries(ROOMS))
    expect(findCircle([...arrows.keys()], (room) => arrows.get(room) ?? [])).toBeUndefined()
  })
})

describe('files', () => {
  test('import each other in no circle', () => {
    const arrows = new Map(files.map((file) => [file, runtimeImports(file)]))
    expect(findCircle(files, (file) => arrows.get(file) ?? [])).toBeUndefined()
  })

  test('have names that say their subject', () => {
    expect(files.filter((file) => BANNED_NAMES.test(file.split('/').at(-1)!))).toEqual([])
    expect(files.filter((file) => !/^[a-z0-9][a-z0-9.-]*\.ts$/.test(file.split('/').at(-1)!))).toEqual([])
  })

  test('have at most 500 lines', () => {
    const long = files
      .map((file) => [file, read(file).split('\n').length] as const)
      .filter(([, lines]) => lines > 501)
    expect(long).toEqual([])
  })

  test('export no default', () => {
    expect(files.filter((file) => /^export default /m.test(read(file)))).toEqual([])
  })
})

describe('cores', () => {
  test.each(CORES)('%s does no I/O and reads no clock', (core) => {
    const wrong = files
      .filter((file) => file.startsWith(`${core}/`))
      .flatMap((file) => {
        const code = withoutComments(read(file))
        return FORBIDDEN_IN_CORES.flatMap(([pattern, reason]) => {
          const hit = pattern.exec(code)?.[0]
          return hit === undefined || EXCEPTIONS[`${file}:${hit}`] !== undefined
            ? []
            : [`${file}: ${hit} (${reason})`]
        })
      })
    expect(wrong).toEqual([])
  })

  test('every exception is still needed', () => {
    for (const key of Object.keys(EXCEPTIONS)) {
      const [file, ...text] = key.split(':')
      expect(existsSync(join(root, file!)) && read(file!).includes(text.join(':')), key).toBe(true)
    }
  })
})

function sources(folder: string): string[] {
  const path = join(root, folder)
  if (!existsSync(path)) return []
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.includes('node_modules'))
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .sort()
}

function read(file: string): string {
  return readFileSync(join(root, file), 'utf8')
}

function roomOf(file: string): string | undefined {
  const candidates = Object.keys(ROOMS).filter((room) => file.startsWith(`${room}/`))
  return candidates.sort((a, b) => b.length - a.length)[0]
}

function imports(file: string): string[] {
  return specifiers(read(file), /(?:from|import)\s*\(?\s*'(\.{1,2}\/[^']+)'/g, file)
}

/** Without `import type`, which is gone at run time. */
function runtimeImports(file: string): string[] {
  const code = read(file).replace(/^(?:import|export) type [^']*from '[^']+'/gm, '')
  return specifiers(code, /^(?:import|export)\b[^'()]*'(\.{1,2}\/[^']+)'/gm, file)
}

function specifiers(code: string, pattern: RegExp, file: string): string[] {
  return [...withoutComments(code).matchAll(pattern)].map((match) =>
    relative(root, resolve(root, dirname(file), match[1]!)).replaceAll('\\', '/'),
  )
}

function withoutComments(code: string): string {
  return code.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1')
}

function findCircle(nodes: readonly string[], next: (node: string) => readonly string[]): string | undefined {
  const done = new Set<string>()
  const path: string[] = []
  const visit = (node: string): string | undefined => {
    if (done.has(node)) return undefined
    if (path.includes(node)) return [...path.slice(path.indexOf(node)), node].join(' -> ')
    path.push(node)
    for (const target of next(node)) {
      const circle = visit(target)
      if (circle !== undefined) return circle
    }
    path.pop()
    done.add(node)
    return undefined
  }
  for (const node of nodes) {
    const circle = visit(node)
    if (circle !== undefined) return circle
  }
  return undefined
}
