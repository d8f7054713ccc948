/** The directives of a `go.mod` that say what is built, with their lines (https://go.dev/ref/mod#go-mod-file-lexical). */
import type { LockfileProblem } from '../../lockfile.ts'

export interface GoModFile {
  readonly moduleLine: number
  readonly go: Directive | undefined
  readonly toolchain: Directive | undefined
  readonly requirements: readonly Requirement[]
  /** `path version`. */
  readonly excluded: ReadonlySet<string>
  /** By `path version`, or by `path` where every version is replaced. */
  readonly replacements: ReadonlyMap<string, Module>
  readonly problems: readonly LockfileProblem[]
}

export interface Directive {
  /** Without `go` before it. */
  readonly version: string
  readonly line: number
}

export interface Module {
  readonly path: string
  /** With its `v`; empty for a folder. */
  readonly version: string
}

export interface Requirement extends Module {
  readonly line: number
  readonly isIndirect: boolean
}

const TOKEN = /"(?:[^"\\]|\\.)*"|`[^`]*`|=>|[()]|[^\s()"`]+/g
const SILENT = new Set(['godebug', 'retract', 'tool', 'ignore'])

export function parseGoMod(text: string): GoModFile {
  const reading = new ModReading()
  for (const [index, line] of text.split('\n').entries()) reading.line(line, index + 1)
  return reading.file()
}

class ModReading {
  #moduleLine = 1
  #go: Directive | undefined
  #toolchain: Directive | undefined
  readonly #requirements: Requirement[] = []
  readonly #excluded = new Set<string>()
  readonly #replacements = new Map<string, Module>()
  readonly #problems: LockfileProblem[] = []
  /** The directive of the block that the lines are in. */
  #block: string | undefined

  line(raw: string, line: number): void {
    const slashes = raw.indexOf('//')
    const comment = slashes === -1 ? '' : raw.slice(slashes + 2)
    const tokens = (slashes === -1 ? raw : raw.slice(0, slashes)).match(TOKEN)?.map(unquote) ?? []
    if (tokens.length === 0) return
    if (this.#block !== undefined) {
      if (tokens[0] === ')') this.#block = undefined
      else this.#directive(this.#block, tokens, comment, line)
    } else if (tokens[1] === '(') {
      if (tokens[2] !== ')') this.#block = tokens[0]
    } else this.#directive(tokens[0]!, tokens.slice(1), comment, line)
  }

  file(): GoModFile {
    return {
      moduleLine: this.#moduleLine,
      go: this.#go,
      toolchain: this.#toolchain,
      requirements: this.#requirements,
      excluded: this.#excluded,
      replacements: this.#replacements,
      problems: this.#problems,
    }
  }

  #directive(name: string, tokens: readonly string[], comment: string, line: number): void {
    const [first = '', second] = tokens
    switch (name) {
      case 'module':
        this.#moduleLine = line
        return
      case 'go':
        if (first !== '') this.#go = { version: first, line }
        return
      case 'toolchain':
        if (first.startsWith('go')) this.#toolchain = { version: first.slice(2), line }
        return
      case 'require':
        if (second === undefined || first === '')
          this.#tell(line, `${quote(first)} is required without a version`)
        else this.#requirements.push({ path: first, version: second, line, isIndirect: isIndirect(comment) })
        return
      case 'exclude':
        if (second !== undefined) this.#excluded.add(`${first} ${second}`)
        return
      case 'replace':
        this.#replace(tokens, line)
        return
      default:
        if (!SILENT.has(name)) this.#tell(line, `the directive ${quote(name)} is not known`)
    }
  }

  /** `path [version] => path [version]`. */
  #replace(tokens: readonly string[], line: number): void {
    const arrow = tokens.indexOf('=>')
    const target = tokens[arrow + 1]
    if ((arrow !== 1 && arrow !== 2) || target === undefined) {
      this.#tell(line, 'a replacement is not of the form "module => module"')
      return
    }
    this.#replacements.set(tokens.slice(0, arrow).join(' '), {
      path: target,
      version: tokens[arrow + 2] ?? '',
    })
  }

  #tell(line: number, message: string): void {
    if (this.#problems.length < 100) this.#problems.push({ line, code: 'LOCKFILE_INVALID', message })
  }
}

function isIndirect(comment: string): boolean {
  return /^\s*indirect(?:\s*(?:;|$))/.test(comment)
}

function unquote(token: string): string {
  if (token.startsWith('`')) return token.slice(1, -1)
  return token.startsWith('"') ? token.slice(1, -1).replace(/\\(.)/g, '$1') : token
}

function quote(text: string): string {
  return JSON.stringify(text.slice(0, 200))
}
