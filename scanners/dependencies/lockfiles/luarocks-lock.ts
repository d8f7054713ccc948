/**
 * LuaRocks' `luarocks.lock` (https://github.com/luarocks/luarocks/wiki/Pinning-versions-with-a-lock-file):
 * a Lua table of tables from rock to version. It is read as data: what is no table, string or key is a
 * syntax error. Edges are not recorded. Advisories know no ecosystem of rocks.
 */
import type { DependencyScope } from '../../../src/gate/finding.ts'
import type { LockfileContent, LockfileFormat, LockfileText } from '../lockfile.ts'
import { lockfileError } from '../lockfile-error.ts'
import { indexLines } from '../text/lines.ts'
import { scanTokens, type TokenPatterns } from '../text/tokens.ts'
import { ContentBuilder, quote } from './content-builder.ts'

export const luarocksLock: LockfileFormat = {
  id: 'luarocks.lock',
  ecosystems: [],
  wants: (path) => path === 'luarocks.lock' || path.endsWith('/luarocks.lock'),
  parse: parseLuarocksLock,
}

const SCOPES: ReadonlyMap<string, DependencyScope> = new Map([
  ['dependencies', 'prod'],
  ['build_dependencies', 'build'],
  ['test_dependencies', 'test'],
])

const PATTERNS: TokenPatterns = {
  skipped: /\s+|--[^\n]*/y,
  token: /"([^"\\\n]*(?:\\.[^"\\\n]*)*)"|'([^'\\\n]*(?:\\.[^'\\\n]*)*)'|([A-Za-z_]\w*)|([{}[\]=,;])/y,
}

interface Token {
  readonly kind: 'string' | 'word' | 'mark'
  readonly text: string
  readonly offset: number
}

function parseLuarocksLock(file: LockfileText): LockfileContent {
  const { lineAt } = indexLines(file.text)
  const builder = new ContentBuilder()
  const tokens = tokensOf(file.text)
  const first = tokens.next().value
  const second = tokens.next().value
  if (first?.text !== 'return' || second?.text !== '{') throw lockfileError(file.path, 1, 'expected return {')
  const path: string[] = []
  let key: string | undefined
  let previous: Token | undefined
  let depth = 1
  for (const token of tokens) {
    if (token.kind === 'mark') {
      if (token.text === '=') key = previous?.text
      else if (token.text === '{') path[depth++] = key ?? ''
      else if (token.text === '}') depth--
      else if (token.text === '[' || token.text === ']') continue
      if (depth === 0) return builder.content()
      if (token.text !== '=') key = undefined
    } else if (key === undefined) previous = token
    else {
      addRock(builder, depth === 2 ? path[1] : undefined, key, token, lineAt(token.offset))
      key = undefined
    }
  }
  builder.problem(lineAt(lastOffset(file.text)), 'it breaks off before the closing "}"')
  return builder.content()
}

function* tokensOf(text: string): Generator<Token, undefined> {
  for (const { groups, offset } of scanTokens(text, PATTERNS)) {
    const [double, single, word, mark] = groups
    if (word !== undefined) yield { kind: 'word', text: word, offset }
    else if (mark !== undefined) yield { kind: 'mark', text: mark, offset }
    else yield { kind: 'string', text: double ?? single ?? '', offset }
  }
  return undefined
}

function lastOffset(text: string): number {
  return Math.max(0, text.trimEnd().length - 1)
}

function addRock(
  builder: ContentBuilder,
  section: string | undefined,
  name: string,
  version: Token,
  line: number,
): void {
  const scope = section === undefined ? undefined : SCOPES.get(section)
  if (scope === undefined) return
  if (version.kind !== 'string' || version.text === '') builder.problem(line, `${quote(name)} has no version`)
  else builder.add({ ecosystem: '', name, version: version.text, scope, line })
}
