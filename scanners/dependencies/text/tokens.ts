/** Cuts a text into tokens, in time linear in its length where the patterns are. */
export interface TokenPatterns {
  /** One run of white space, or one comment; sticky. */
  readonly skipped: RegExp
  /** One token; sticky. */
  readonly token: RegExp
}

export interface TokenMatch {
  readonly groups: readonly (string | undefined)[]
  /** Where the token begins. */
  readonly offset: number
}

/** Ends where no pattern matches; see {@link TokenMatch.offset} of what came last. */
export function* scanTokens(text: string, patterns: TokenPatterns): Generator<TokenMatch, undefined> {
  const skipped = new RegExp(patterns.skipped)
  const token = new RegExp(patterns.token)
  for (let at = 0; at < text.length; ) {
    // Skipped one by one: a repeated alternative in one pattern could try every way to split the text.
    skipped.lastIndex = at
    if (skipped.test(text) && skipped.lastIndex > at) {
      at = skipped.lastIndex
      continue
    }
    token.lastIndex = at
    const match = token.exec(text)
    if (!match) return undefined
    yield { groups: match.slice(1), offset: at }
    at = Math.max(token.lastIndex, at + 1)
  }
  return undefined
}
