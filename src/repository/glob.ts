/**
 * Shell patterns over paths with `/`, as gitignore(5) defines them: `*` and `?` stay within a
 * segment, `**` as a whole segment spans any number of them, `[a-z]`, `[!a]`, `\` escapes.
 * Invariant: matching costs at most pattern × text steps, so that a hostile pattern cannot stall.
 */

/** One pattern, split once. */
export interface Glob {
  readonly segments: readonly GlobSegment[]
}

type GlobSegment = '**' | readonly GlobItem[]
type GlobItem =
  | { readonly kind: 'star' }
  | { readonly kind: 'any' }
  | { readonly kind: 'literal'; readonly code: number }
  | { readonly kind: 'class'; readonly negated: boolean; readonly accepts: (code: number) => boolean }

const NOTHING: GlobItem = { kind: 'class', negated: false, accepts: () => false }

/** A malformed class matches nothing, as in git. */
export function compileGlob(pattern: string): Glob {
  const segments: GlobSegment[] = []
  const parts = pattern.split('/')
  for (const [index, part] of parts.entries()) {
    const segment = part === '**' ? part : compileSegment(part, index < parts.length - 1)
    // `**/**` is `**`: keeps the table small.
    if (segment === '**' && segments.at(-1) === '**') continue
    segments.push(segment)
  }
  return { segments }
}

/** Counts what matching costs, for callers that give it a bound. */
export interface GlobMeter {
  steps: number
}

/** Whole-path match. */
export function matchesGlob(glob: Glob, path: string, meter: GlobMeter = { steps: 0 }): boolean {
  const { segments } = glob
  // `**/name` is most of what stands in a .gitignore, and looks at the last segment alone.
  const [first, second] = segments
  if (segments.length === 2 && first === '**' && second !== '**') {
    meter.steps += 2
    return matchesSegment(second!, path.slice(path.lastIndexOf('/') + 1), meter)
  }
  const parts = path.split('/')
  meter.steps += segments.length * parts.length
  if (parts.length !== segments.length && !segments.includes('**')) return false
  // reachable[i]: the segments so far can have consumed the first i parts.
  let reachable = new Array<boolean>(parts.length + 1).fill(false)
  reachable[0] = true
  for (let index = 0; index < segments.length; index++) {
    const segment = segments[index]!
    const next = new Array<boolean>(parts.length + 1).fill(false)
    if (segment === '**') spanAny(reachable, next, index === segments.length - 1 && index > 0)
    else {
      for (let i = 0; i < parts.length; i++) {
        if (reachable[i] && matchesSegment(segment, parts[i]!, meter)) next[i + 1] = true
      }
    }
    reachable = next
  }
  return reachable[parts.length] === true
}

/** `a/**` matches what is below `a`, not `a` itself. */
function spanAny(reachable: readonly boolean[], next: boolean[], atLeastOne: boolean): void {
  let open = false
  for (let i = 0; i < next.length; i++) {
    if (atLeastOne) {
      next[i] = open
      open ||= reachable[i] === true
    } else {
      open ||= reachable[i] === true
      next[i] = open
    }
  }
}

/** Two pointers: on a mismatch, the last star takes one character more. */
function matchesSegment(items: readonly GlobItem[], text: string, meter: GlobMeter): boolean {
  let item = 0
  let at = 0
  let star = -1
  let resume = 0
  while (at < text.length) {
    meter.steps++
    const current = items[item]
    if (current?.kind === 'star') {
      star = item++
      resume = at
    } else if (current !== undefined && accepts(current, text.charCodeAt(at))) {
      item++
      at++
    } else if (star >= 0) {
      item = star + 1
      at = ++resume
    } else return false
  }
  while (items[item]?.kind === 'star') item++
  return item === items.length
}

function accepts(item: GlobItem, code: number): boolean {
  if (item.kind === 'any') return true
  if (item.kind === 'literal') return item.code === code
  return item.kind === 'class' && item.accepts(code) !== item.negated
}

function compileSegment(text: string, isFollowed: boolean): GlobItem[] {
  const items: GlobItem[] = []
  for (let at = 0; at < text.length; at++) {
    const char = text[at]!
    if (char === '*') {
      if (items.at(-1)?.kind !== 'star') items.push({ kind: 'star' })
    } else if (char === '?') items.push({ kind: 'any' })
    else if (char === '[') {
      const parsed = compileClass(text, at)
      items.push(parsed?.item ?? NOTHING)
      at = parsed?.end ?? text.length
    } else if (char === '\\' && at + 1 === text.length) {
      // An escaped slash is a slash; a backslash with nothing behind it matches nothing.
      if (!isFollowed) items.push(NOTHING)
    } else {
      if (char === '\\') at++
      items.push({ kind: 'literal', code: text.charCodeAt(at) })
    }
  }
  return items
}

const POSIX_CLASSES: Readonly<Record<string, RegExp>> = {
  alnum: /[A-Za-z0-9]/,
  alpha: /[A-Za-z]/,
  blank: /[ \t]/,
  cntrl: /[\x00-\x1f\x7f]/,
  digit: /[0-9]/,
  graph: /[\x21-\x7e]/,
  lower: /[a-z]/,
  print: /[\x20-\x7e]/,
  punct: /[!-/:-@[-`{-~]/,
  space: /\s/,
  upper: /[A-Z]/,
  xdigit: /[0-9A-Fa-f]/,
}

function compileClass(text: string, start: number): { item: GlobItem; end: number } | undefined {
  let at = start + 1
  const negated = text[at] === '!' || text[at] === '^'
  if (negated) at++
  const tests: ((code: number) => boolean)[] = []
  for (let first = true; at < text.length; first = false) {
    if (text[at] === ']' && !first) {
      const item: GlobItem = { kind: 'class', negated, accepts: (code) => tests.some((test) => test(code)) }
      return { item, end: at }
    }
    const posix = /^\[:([a-z]{1,8}):\]/.exec(text.slice(at, at + 12))
    if (posix) {
      const expression = POSIX_CLASSES[posix[1]!]
      if (!expression) return undefined
      tests.push((code) => expression.test(String.fromCharCode(code)))
      at += posix[0].length
      continue
    }
    const low = readClassChar(text, at)
    at = low.next
    if (text[at] === '-' && at + 1 < text.length && text[at + 1] !== ']') {
      const high = readClassChar(text, at + 1)
      at = high.next
      tests.push((code) => code >= low.code && code <= high.code)
    } else tests.push((code) => code === low.code)
  }
  return undefined
}

function readClassChar(text: string, at: number): { code: number; next: number } {
  const from = text[at] === '\\' && at + 1 < text.length ? at + 1 : at
  return { code: text.charCodeAt(from), next: from + 1 }
}
