/** Command lines of `sallyport` out of documents, as words: enough of a shell for examples. */

export interface CommandLine {
  /** `docs/gate.md: sallyport gate .` */
  readonly label: string
  /** What follows `sallyport`. */
  readonly args: readonly string[]
}

/** The lines of fenced and indented blocks that start `sallyport`, continuations joined. */
export function commandLines(file: string, markdown: string): CommandLine[] {
  const text = markdown.replaceAll(/\\\n\s*/g, ' ')
  const fenced = [...text.matchAll(/^```(?:sh|shell|bash|console|text)?\n(.*?)^```/gms)].map((one) => one[1]!)
  const indented = [...text.matchAll(/^ {4}\S.*$/gm)].map(([line]) => line)
  const lines = [...fenced, ...indented].flatMap((block) => block.split('\n'))
  return lines.flatMap((line) => {
    const words = shellWords(line)
    const start = words.findIndex((word) => !/^(?:\$|sudo|npx|[A-Z_]+=.*)$/.test(word))
    if (start < 0 || !/^(?:bin\/|\.\/bin\/)?sallyport$/.test(words[start]!)) return []
    return [{ label: `${file}: ${line.trim()}`, args: words.slice(start + 1) }]
  })
}

/** Up to the first operator or comment; quotes are taken off. */
export function shellWords(line: string): string[] {
  const words: string[] = []
  const pattern = /\s*(?:(#.*|&&|\|\|?|;|2?>{1,2}|<|&)|((?:'[^']*'|"[^"]*"|\$\([^)]*\)|\\.|[^\s'"|;<>&])+))/y
  for (let match = pattern.exec(line); match?.[2] !== undefined; match = pattern.exec(line)) {
    words.push(match[2].replaceAll(/'([^']*)'|"([^"]*)"|\\(.)/g, (_, a, b, c) => a ?? b ?? c))
  }
  return words
}
