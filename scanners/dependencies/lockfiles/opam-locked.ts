/**
 * opam's lock files, `<package>.opam.locked` (https://opam.ocaml.org/doc/man/opam-lock.html), in the opam
 * format (https://opam.ocaml.org/doc/Manual.html#Common-file-format): `depends` pins each package with
 * `{= "version"}`, those that others bring among them; `pin-depends` says which come from an address.
 * Advisories know no ecosystem of opam's.
 */
import type { DependencyScope } from '../../../src/gate/finding.ts'
import type { LockfileContent, LockfileFormat, LockfileText, PackageSource } from '../lockfile.ts'
import { DEFAULT_REGISTRY } from '../lockfile.ts'
import { indexLines } from '../text/lines.ts'
import { scanTokens, type TokenPatterns } from '../text/tokens.ts'
import { ContentBuilder, quote } from './content-builder.ts'

export const opamLocked: LockfileFormat = {
  id: 'opam.locked',
  ecosystems: [],
  wants: (path) => /(?:^|[/.])opam\.locked$/.test(path),
  parse: parseOpamLocked,
}

/** A text, a field's name or a word, a mark, or an operator. */
const PATTERNS: TokenPatterns = {
  skipped: /\s+|#[^\n]*|\(\*[\s\S]*?\*\)/y,
  token:
    /"""([\s\S]*?)"""|"([^"\\]*(?:\\[\s\S][^"\\]*)*)"|([A-Za-z_][\w-]*:?)|([[\]{}()])|([^\s"[\]{}()#]+)/y,
}

interface Token {
  readonly text: string
  readonly kind: 'text' | 'field' | 'mark' | 'other'
  readonly offset: number
}

interface Item {
  readonly name: Token
  readonly filter: readonly Token[]
}

function parseOpamLocked(file: LockfileText): LockfileContent {
  const { lineAt } = indexLines(file.text)
  const builder = new ContentBuilder()
  const tokens = [...tokensOf(file.text)]
  const sources = sourcesOf(fieldOf(tokens, 'pin-depends:'))
  const depends = fieldOf(tokens, 'depends:')
  if (!depends) builder.problem(1, 'it has no field "depends"')
  for (const item of itemsOf(depends ?? [])) addItem(builder, sources, item, lineAt(item.name.offset))
  if (depends && depends.at(-1)?.text !== ']') {
    builder.problem(lineAt(file.text.length), 'it breaks off before the closing "]"')
  }
  return builder.content()
}

function* tokensOf(source: string): Generator<Token> {
  for (const { groups, offset } of scanTokens(source, PATTERNS)) {
    const [long, short, word, mark, other] = groups
    const text = long ?? short
    if (text !== undefined) yield { kind: 'text', text, offset }
    else if (word?.endsWith(':')) yield { kind: 'field', text: word, offset }
    else if (mark !== undefined) yield { kind: 'mark', text: mark, offset }
    else yield { kind: 'other', text: word ?? other ?? '', offset }
  }
}

/** From the field's value's `[` to its `]`, or to where the text ends. */
function fieldOf(tokens: readonly Token[], name: string): readonly Token[] | undefined {
  const field = tokens.findIndex((token) => token.kind === 'field' && token.text === name)
  if (field === -1) return undefined
  let depth = 0
  for (let at = field + 1; at < tokens.length; at++) {
    const token = tokens[at]!
    if (token.kind === 'mark') depth += '[{('.includes(token.text) ? 1 : -1
    if (depth <= 0) return tokens.slice(field + 1, at + 1)
  }
  return tokens.slice(field + 1)
}

function* itemsOf(list: readonly Token[]): Generator<Item> {
  for (let at = 0; at < list.length; at++) {
    const name = list[at]!
    if (name.kind !== 'text') continue
    let end = at + 1
    if (list[end]?.text === '{') while (end < list.length && list[end]?.text !== '}') end++
    yield { name, filter: list.slice(at + 1, end) }
    at = list[at + 1]?.text === '{' ? end : at
  }
}

function addItem(
  builder: ContentBuilder,
  sources: ReadonlyMap<string, PackageSource>,
  { name, filter }: Item,
  line: number,
): void {
  const equals = filter.findIndex((token) => token.kind === 'other' && token.text === '=')
  const version = filter[equals + 1]
  const pinned = equals !== -1 && version?.kind === 'text' ? version.text : undefined
  if (pinned === undefined) {
    builder.problem(line, `${quote(name.text)} is not pinned to one version`, 'LOCKFILE_UNRESOLVED')
  }
  builder.add({
    ecosystem: '',
    name: name.text,
    version: pinned ?? '',
    source: sources.get(name.text) ?? DEFAULT_REGISTRY,
    scope: scopeOf(filter),
    line,
  })
}

function scopeOf(filter: readonly Token[]): DependencyScope {
  const has = (word: string) => filter.some(({ kind, text }) => kind === 'other' && text === word)
  if (has('with-test')) return 'test'
  if (has('with-doc') || has('with-dev-setup')) return 'dev'
  return has('build') ? 'build' : 'prod'
}

/** `["name.version" "git+https://…#commit"]` */
function sourcesOf(list: readonly Token[] | undefined): ReadonlyMap<string, PackageSource> {
  const sources = new Map<string, PackageSource>()
  const texts = (list ?? []).filter(({ kind }) => kind === 'text').map(({ text }) => text)
  for (let at = 0; at + 1 < texts.length; at += 2) {
    const [name = ''] = texts[at]!.split('.', 1)
    const [url = '', commit = null] = texts[at + 1]!.split('#')
    sources.set(name, url.startsWith('git') ? { kind: 'git', url, commit } : { kind: 'url', url })
  }
  return sources
}
