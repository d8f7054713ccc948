/**
 * pip's requirements files (https://pip.pypa.io/en/stable/reference/requirements-file-format/). They
 * lock as far as they pin: `==1.0` is a version, `>=1.0`, `~=1.0` and `<=1.0` alone are taken for the one that
 * they name, everything else leaves it open. A constraint that pins a name closes it.
 *
 * `-r` is followed to files that are not read themselves in the same run, `-c` always. What is named by an URL or a path has no version to tell.
 * Comments of pip-compile and uv (`# via …`) are edges.
 */
import type { LockfileContent, LockfileFormat, LockfileText, Siblings } from '../lockfile.ts'
import { DEFAULT_REGISTRY, ROOT } from '../lockfile.ts'
import { Graph } from './graph.ts'
import { logicalLines } from './python/logical-lines.ts'
import { exactVersion, normalName, parseRequirement, type Requirement } from './python/requirement.ts'

export const requirementsTxt: LockfileFormat = {
  id: 'requirements.txt',
  ecosystems: ['PyPI'],
  wants: isRequirementsPath,
  wantsBeside: (path) => /\.(?:txt|in|pip|requirements)$/.test(path),
  parse: parseRequirementsTxt,
}

function isRequirementsPath(path: string): boolean {
  return /(?:^|\/)(?:[^/]*requirements[^/]*|requirements\/[^/]+)\.txt$/i.test(path)
}

const MAX_INCLUDES = 50
/** `--option`, `--option=value`, `--option value`, `-o value`, `-ovalue`. */
const OPTION = /^(--?[a-z][a-z-]*)(?:=|\s+)?(.*)$/i
const OPTIONS = new Set(
  `-i --index-url --pypi-url --extra-index-url --no-index -f --find-links --no-binary --only-binary
  --prefer-binary --require-hashes --pre --trusted-host --use-feature --process-dependency-links --always-unzip
  -Z`.split(/\s+/),
)

async function parseRequirementsTxt(file: LockfileText, siblings: Siblings): Promise<LockfileContent> {
  const reading = new RequirementsReading(siblings)
  await reading.read(file, undefined)
  return reading.content()
}

interface Found {
  readonly requirement: Requirement
  readonly line: number
  readonly endLine: number
  readonly hasHash: boolean
  /** Who asks for it, as a tool's comment says. */
  readonly via: readonly string[]
}

class RequirementsReading {
  readonly #graph = new Graph()
  readonly #siblings: Siblings
  readonly #found: Found[] = []
  readonly #constraints = new Map<string, string>()
  readonly #visited = new Set<string>()

  constructor(siblings: Siblings) {
    this.#siblings = siblings
  }

  /** `at` is the line of the file being judged that brings this file in. */
  async read(file: LockfileText, at: number | undefined, isConstraints = false): Promise<void> {
    this.#visited.add(file.path)
    for (const logical of logicalLines(file.text)) {
      const line = at ?? logical.line
      const { text } = logical
      if (text.startsWith('-')) await this.#option(text, line, file.path, isConstraints)
      else if (!isAddress(text)) {
        this.#requirement({ ...logical, line, endLine: at ?? logical.endLine }, isConstraints)
      }
    }
  }

  content(): LockfileContent {
    const usesHashes = this.#found.some(({ hasHash }) => hasHash)
    const byName = new Map<string, number>()
    for (const { requirement, line, endLine, hasHash } of this.#found) {
      const name = normalName(requirement.name)
      const index = this.#graph.add({
        ecosystem: 'PyPI',
        name: requirement.name,
        version: exactVersion(requirement) ?? this.#constraints.get(name) ?? namedVersion(requirement),
        source: DEFAULT_REGISTRY,
        line,
        endLine,
        ...(usesHashes ? { integrity: hasHash } : {}),
      })
      if (!byName.has(name)) byName.set(name, index)
    }
    const edgesKnown = this.#connect(byName)
    // Part of a file may be written by hand.
    return this.#graph.content({ rootsKnown: edgesKnown && !this.#graph.hasOrphans(), edgesKnown })
  }

  #connect(byName: ReadonlyMap<string, number>): boolean {
    for (const { requirement, via } of this.#found) {
      const to = byName.get(normalName(requirement.name))!
      for (const dependent of via) {
        const from = byName.get(normalName(dependent.replace(/\[.*/, '')))
        if (from !== undefined) this.#graph.connect(from, to)
        // A file or the project itself; a constraint asks for nothing.
        else if (!/^(?:-c|--constraint)\b/.test(dependent)) this.#graph.connect(ROOT, to)
      }
    }
    return this.#found.some(({ via }) => via.length > 0)
  }

  async #option(text: string, line: number, from: string, isConstraints: boolean): Promise<void> {
    const [, name = '', value = ''] = OPTION.exec(text) ?? []
    const short = /^-[rc](?=\S)(.*)$/.exec(text)
    if (name === '-r' || name === '--requirement') await this.#include(value, line, from, isConstraints)
    else if (name === '-c' || name === '--constraint') await this.#include(value, line, from, true)
    else if (short && !name.startsWith('--'))
      await this.#include(short[1]!, line, from, isConstraints || text[1] === 'c')
    else if (name !== '-e' && name !== '--editable' && !OPTIONS.has(name)) {
      this.#graph.problem(line, `the option ${quote(text)} is not known`)
    }
  }

  async #include(value: string, line: number, from: string, isConstraints: boolean): Promise<void> {
    const target = value.trim().replace(/^(["'])(.*)\1$/, '$2')
    if (/^[a-z]+:\/\//i.test(target)) {
      this.#graph.problem(line, `${quote(target)} is on the network and was not read`, 'LOCKFILE_UNRESOLVED')
      return
    }
    const path = resolvePath(from, target)
    if (this.#visited.has(path) || (!isConstraints && this.#siblings.isReadItself?.(path))) return
    if (this.#visited.size > MAX_INCLUDES) {
      this.#graph.problem(line, `more than ${MAX_INCLUDES} files are brought in`, 'LIMIT_EXCEEDED')
      return
    }
    const file = await this.#siblings.read(path)
    if (file) await this.read(file, line, isConstraints)
    else this.#graph.problem(line, `${quote(target)} is not there`, 'LOCKFILE_UNRESOLVED')
  }

  #requirement(logical: ReturnType<typeof logicalLines>[number], isConstraints: boolean): void {
    const options = logical.text.search(/\s--?[a-z]/i)
    const text = options === -1 ? logical.text : logical.text.slice(0, options)
    const requirement = parseRequirement(text)
    if (!requirement) {
      this.#graph.problem(logical.line, `${quote(text)} is no requirement`)
      return
    }
    if (requirement.url !== undefined) return
    const needsVariable = /\$\{\w+\}/.test(text)
    if (needsVariable) {
      this.#graph.problem(
        logical.line,
        `${quote(text)} needs a variable of the environment`,
        'LOCKFILE_UNRESOLVED',
      )
    }
    const hasHash = options !== -1 && logical.text.includes('--hash', options)
    const exact = needsVariable ? undefined : exactVersion(requirement)
    const told = needsVariable ? { ...requirement, clauses: [] } : requirement
    if (!isConstraints) this.#found.push({ ...logical, requirement: told, hasHash })
    else if (exact !== undefined) this.#constraints.set(normalName(requirement.name), exact)
  }
}

/** One clause that names a version which satisfies it. */
function namedVersion({ clauses }: Requirement): string {
  const [only, ...others] = clauses
  if (!only || others.length > 0 || only.version.includes('*')) return ''
  return ['>=', '<=', '~='].includes(only.operator) ? only.version : ''
}

/** An URL, or a path as pip knows one: it has a separator, or ends as an archive does. */
function isAddress(text: string): boolean {
  const [word = ''] = text.split(/[\s;]/)
  return (
    /^[a-z][a-z0-9+.-]*:/i.test(word) ||
    /^[./~]|[\\/]/.test(word) ||
    /\.(?:whl|zip|tar\.gz|tar\.bz2|tgz|egg)$/i.test(word)
  )
}

function resolvePath(from: string, target: string): string {
  const parts = target.startsWith('/') ? [] : from.split('/').slice(0, -1)
  for (const part of target.split('/')) {
    if (part === '..' && parts.length > 0) parts.pop()
    else if (part !== '.' && part !== '') parts.push(part)
  }
  return (from.startsWith('/') ? '/' : '') + parts.filter((part, index) => part !== '' || index > 0).join('/')
}

function quote(text: string): string {
  return JSON.stringify(text.slice(0, 200))
}
