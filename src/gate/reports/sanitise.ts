/**
 * File names, rule texts and messages come from the tree being judged: they must not be able to write
 * Markdown, HTML, terminal escapes or workflow commands of their own.
 */

/** One line without control characters, and without the marks that reorder or hide text. */
export function plainLine(text: string): string {
  return text
    .replace(/[\x00-\x1f\x7f-\x9f]+/g, ' ')
    .replace(/[\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g, '\ufffd')
}

/** Text that stands for itself in GitHub's Markdown, in a table cell as well. */
export function markdownText(text: string): string {
  return (
    plainLine(text)
      .replace(/[\\`*_{}[\]()#+!|~$^-]/g, '\\$&')
      .replace(/&/g, '&amp;')
      .replace(/</g, '&lt;')
      .replace(/>/g, '&gt;')
      // Neither a mention nor a link by itself.
      .replace(/@/g, '&#64;')
      .replace(/:\/\//g, '&#58;//')
      .replace(/\bwww\./gi, 'www&#46;')
  )
}

/** An inline code span: longer fences than any run of backticks within. */
export function markdownCode(text: string): string {
  const plain = plainLine(text).replace(/\|/g, '\\|') || ' '
  const runs = plain.match(/`+/g) ?? []
  const fence = '`'.repeat(Math.max(0, ...runs.map((run) => run.length)) + 1)
  const padded = plain.startsWith('`') || plain.endsWith('`') ? ` ${plain} ` : plain
  return `${fence}${padded}${fence}`
}

/** A link only to https, with nothing that could end it. */
export function markdownLink(text: string, url: string | undefined): string {
  const label = markdownText(text)
  if (url === undefined || !/^https:\/\/[A-Za-z0-9.-]+(\/[A-Za-z0-9._~%/?#=&+,:;@-]*)?$/.test(url))
    return label
  return `[${label}](${url})`
}

/** The message of a workflow command (`::error …::message`). */
export function commandData(text: string): string {
  return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A')
}

/** A property of a workflow command (`file=…`). */
export function commandProperty(text: string): string {
  return commandData(text).replace(/:/g, '%3A').replace(/,/g, '%2C')
}
