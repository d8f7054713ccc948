declare module 'spdx-expression-parse' {
  type Expression =
    | { readonly license: string; readonly plus?: true; readonly exception?: string }
    | { readonly conjunction: 'and' | 'or'; readonly left: Expression; readonly right: Expression }
  /** Throws for what is no SPDX expression. */
  function parse(source: string): Expression
  export default parse
}
