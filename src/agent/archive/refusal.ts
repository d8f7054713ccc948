/** A refusal of an archive: what is wrong with it and where. Archives are hostile until their digest is verified, and odd after. */
import { SallyportError } from '../../base/errors.ts'

/** @param entry the entry's name, quoted and cut in the message */
export function archiveRefused(why: string, entry?: string, cause?: unknown): SallyportError {
  const where = entry === undefined ? '' : ` at ${quoteName(entry)}`
  return new SallyportError('ARCHIVE_REFUSED', {
    message: `the archive is refused: ${why}${where}`,
    help: 'build the artifact again with plain files, folders and links that stay inside it',
    ...(cause === undefined ? {} : { cause }),
  })
}

/** Control characters escaped, at most 120 characters. */
export function quoteName(name: string): string {
  return JSON.stringify(name.length > 120 ? `${name.slice(0, 120)}…` : name).replace(
    /[\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
