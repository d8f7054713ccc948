/**
 * A Dockerfile's images (https://docs.docker.com/reference/dockerfile/): `FROM`, and `--from=` of `COPY`,
 * `ADD` and `RUN --mount`. Names of stages are none; an `ARG` before the first `FROM` is replaced by its
 * default. What needs another value is a stage where one fits, `build-$TARGETOS`, and an unresolved image else.
 */
import type { LockfileContent, LockfileFormat, LockfileText } from '../lockfile.ts'
import { ROOT } from '../lockfile.ts'
import { imagePackage } from './actions/image-package.ts'
import { Graph } from './graph.ts'

export const dockerfile: LockfileFormat = {
  id: 'Dockerfile',
  ecosystems: [],
  wants: (path) =>
    /(?:^|\/)(?:(?:Dockerfile|Containerfile)(?:\.[^/]+)?|[^/]+\.(?:Dockerfile|Containerfile))$/i.test(path),
  parse: parseDockerfile,
}

function parseDockerfile(file: LockfileText): LockfileContent {
  const reading = new DockerfileReading()
  for (const { text, line, endLine } of instructionsOf(file.text)) reading.instruction(text, line, endLine)
  return reading.content()
}

class DockerfileReading {
  readonly #graph = new Graph()
  readonly #arguments = new Map<string, string | undefined>()
  readonly #stages = new Set<string>(['scratch'])
  #stageCount = 0

  instruction(text: string, line: number, endLine: number): void {
    const [, word = '', rest = ''] = /^([a-z]+)\s+([\s\S]*)$/i.exec(text) ?? []
    const name = word.toUpperCase()
    if (name === 'FROM') this.#from(rest, line, endLine)
    else if (name === 'ARG' && this.#stageCount === 0) this.#argument(rest)
    else if (name === 'COPY' || name === 'ADD' || name === 'RUN') {
      const pattern = name === 'RUN' ? /--mount=(?:\S*,)?from=([^\s,]+)/g : /--from=(\S+)/g
      for (const [, image = ''] of rest.matchAll(pattern)) {
        if (!/^\d+$/.test(image)) this.#image(image, line, endLine)
      }
    }
  }

  content(): LockfileContent {
    return this.#graph.content({ rootsKnown: true, edgesKnown: false })
  }

  #from(rest: string, line: number, endLine: number): void {
    const words = rest.split(/\s+/).filter((word) => word !== '' && !word.startsWith('--'))
    const [image, as, stage] = words
    this.#stageCount++
    if (image === undefined) this.#graph.problem(line, 'FROM names no image')
    else this.#image(image, line, endLine)
    if (as?.toUpperCase() === 'AS' && stage !== undefined) this.#stages.add(stage.toLowerCase())
  }

  #image(written: string, line: number, endLine: number): void {
    const image = this.#resolve(written)
    if (image.includes(UNKNOWN)) {
      if (this.#mayBeStage(image)) return
      this.#graph.problem(
        line,
        `${quote(written)} needs the value of a build argument`,
        'LOCKFILE_UNRESOLVED',
      )
      return
    }
    if (this.#stages.has(image.toLowerCase())) return
    const draft = imagePackage(image, { line, endLine })
    if (draft) this.#graph.connect(ROOT, this.#graph.add(draft), 'build')
    else this.#graph.problem(line, `${quote(image)} is no image`)
  }

  #argument(rest: string): void {
    for (const word of rest.split(/\s+/)) {
      const equals = word.indexOf('=')
      const value = equals === -1 ? undefined : this.#resolve(word.slice(equals + 1))
      // Arguments that repeat others grow without end.
      const isBounded = value === undefined || value.length <= MAX_VALUE
      this.#arguments.set(equals === -1 ? word : word.slice(0, equals), isBounded ? value : UNKNOWN)
    }
  }

  /** `$NAME`, `${NAME}`, `${NAME:-default}`, `${NAME:+instead}`; {@link UNKNOWN} for a value that is not known. */
  #resolve(text: string): string {
    return text
      .replace(/["']/g, '')
      .replace(
        /\$(?:\{(\w+)(?::?([-+])([^}]*))?[^}]*\}|(\w+))/g,
        (_, braced: string, operator: string, word: string, plain: string) => {
          const value = this.#arguments.get(braced ?? plain)
          if (operator === '+') return value === undefined ? UNKNOWN : value && word
          return value ?? (operator === '-' ? word : UNKNOWN)
        },
      )
  }

  /** Whether an earlier stage's name begins and ends as this one does; a value alone says nothing. */
  #mayBeStage(image: string): boolean {
    const parts = image.toLowerCase().split(UNKNOWN)
    const first = parts[0]!
    const last = parts.at(-1)!
    if (first + last === '' || /[/:@]/.test(image) || this.#stages.size > MAX_STAGES) return false
    return [...this.#stages].some(
      (stage) =>
        stage.length >= first.length + last.length && stage.startsWith(first) && stage.endsWith(last),
    )
  }
}

/** No character of a name. */
const UNKNOWN = '\0'
/** No image's name is longer. */
const MAX_VALUE = 4096
/** Of more, none is looked for by a part of its name. */
const MAX_STAGES = 500

/** Instructions without comments, their continued lines joined. */
function instructionsOf(text: string): { text: string; line: number; endLine: number }[] {
  const mark = /^\s*#\s*escape\s*=\s*`/im.test(text.slice(0, 1000)) ? '`' : '\\'
  const found: { text: string; line: number; endLine: number }[] = []
  let parts: string[] = []
  let start = 0
  for (const [index, raw] of text.split('\n').entries()) {
    const line = raw.trim()
    if (line === '' || line.startsWith('#')) continue
    if (parts.length === 0) start = index + 1
    const isContinued = line.endsWith(mark)
    parts.push(isContinued ? line.slice(0, -1) : line)
    if (isContinued) continue
    found.push({ text: parts.join(' '), line: start, endLine: index + 1 })
    parts = []
  }
  if (parts.length > 0) found.push({ text: parts.join(' '), line: start, endLine: start })
  return found
}

function quote(text: string): string {
  return JSON.stringify(text.slice(0, 200))
}
