/**
 * What an action says to its runner: workflow commands on stdout, and the files behind `GITHUB_OUTPUT`,
 * `GITHUB_STATE`, `GITHUB_ENV` and `GITHUB_STEP_SUMMARY`.
 *
 * A runner obeys every line that looks like a command, whoever wrote it. So all text of others passes
 * {@link printUntrusted}, between a `::stop-commands::` token that nobody can guess and its end.
 */
import { encodeHex } from '../base/bytes.ts'
import type { Random } from '../base/random.ts'

/** Must be printed before the value can appear anywhere. */
export function formatMask(value: string): string {
  return `::add-mask::${escapeData(value)}\n`
}

export function formatNotice(message: string): string {
  return `::notice::${escapeData(message)}\n`
}

export function formatError(message: string): string {
  return `::error::${escapeData(message)}\n`
}

/** An entry of `GITHUB_OUTPUT`, `GITHUB_STATE` or `GITHUB_ENV`; the delimiter is random, so no value can end it. */
export function formatFileEntry(name: string, value: string, random: Random): string {
  const delimiter = `sallyport_${encodeHex(random.bytes(16))}`
  return `${name}<<${delimiter}\n${value}\n${delimiter}\n`
}

export const MAX_LINE_BYTES = 4 * 1024
export const MAX_PRINTED_BYTES = 1024 * 1024

/** Prints text of others (logs of an agent, names from the tree) so that the runner obeys none of it. */
export class UntrustedPrinter {
  readonly #write: (text: string) => void
  readonly #token: string
  #left = MAX_PRINTED_BYTES

  constructor(write: (text: string) => void, random: Random) {
    this.#write = write
    this.#token = encodeHex(random.bytes(16))
  }

  /** One line without its end. Over the bound nothing more is printed, which is said once. */
  print(line: string): void {
    if (this.#left <= 0) return
    const safe = sanitiseLine(line)
    this.#left -= Buffer.byteLength(safe) + 1
    if (this.#left <= 0) {
      this.#write(`[more than ${MAX_PRINTED_BYTES} bytes: the rest is not shown]\n`)
      return
    }
    this.#write(`::stop-commands::${this.#token}\n${safe}\n::${this.#token}::\n`)
  }
}

/**
 * Escapes control characters, breaks `::` and `##[` (which begin commands), and shortens. Runs on whole
 * lines, so that a command cannot be assembled from two chunks.
 */
export function sanitiseLine(line: string): string {
  const visible = line.replace(
    /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g,
    escapeCharacter,
  )
  const broken = visible.replace(/:(?=:)/g, ':\u200b').replaceAll('##[', '##\u200b[')
  if (Buffer.byteLength(broken) <= MAX_LINE_BYTES) return broken
  return `${Buffer.from(broken)
    .subarray(0, MAX_LINE_BYTES - 16)
    .toString('utf8')} […]`
}

function escapeCharacter(character: string): string {
  return character === '\t' ? '  ' : `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
}

function escapeData(value: string): string {
  return value.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}
