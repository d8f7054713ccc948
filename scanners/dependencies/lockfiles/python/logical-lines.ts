/** Lines of a requirements file as pip joins them: a backslash goes on, a comment ends what went on. */

export interface LogicalLine {
  /** Trimmed, without comments. */
  readonly text: string
  readonly line: number
  readonly endLine: number
  /** What tools that compile the file say about who asks for it: `# via flask`. */
  readonly via: readonly string[]
}

export function logicalLines(text: string): LogicalLine[] {
  const found: (LogicalLine & { readonly via: string[] })[] = []
  let parts: string[] = []
  let start = 0
  let inVia = false
  const lines = text.split(/\r\n|[\n\r]/)
  for (const [index, raw] of lines.entries()) {
    const comment = /^\s*#(.*)$/.exec(raw)
    if (comment) {
      inVia = readVia(comment[1]!, inVia, found.at(-1)?.via)
      if (parts.length === 0) continue
    }
    const isContinued = !comment && raw.endsWith('\\') && index < lines.length - 1
    if (parts.length === 0) start = index + 1
    if (!comment) parts.push(isContinued ? raw.slice(0, -1) : raw)
    if (isContinued) continue
    const joined = withoutComment(parts.join(' '))
    parts = []
    if (joined === '') continue
    inVia = false
    found.push({ text: joined, line: start, endLine: index + 1, via: viaOf(raw) })
  }
  return found
}

function withoutComment(text: string): string {
  const comment = text.search(/(?:^|\s)#/)
  return (comment === -1 ? text : text.slice(0, comment)).trim()
}

/** Whether the next comments go on to name dependents. */
function readVia(comment: string, inVia: boolean, via: string[] | undefined): boolean {
  const named = /^\s*via\b\s*(.*)$/.exec(comment)
  if (named) {
    if (via && named[1] !== '') via.push(...split(named[1]!))
    return true
  }
  const more = inVia ? /^\s{3,}(\S.*)$/.exec(comment) : null
  if (more && via) via.push(...split(more[1]!))
  return more !== null
}

/** Older pip-compile writes it behind the requirement. */
function viaOf(raw: string): string[] {
  const named = /\s#\s*via\s+(\S.*)$/.exec(raw)
  return named ? split(named[1]!) : []
}

function split(names: string): string[] {
  return names
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '')
}
