/** A scanner's words for a report: no absolute path of the machine, no control characters, bounded. */

const MAX_LENGTH = 2_000

export function plainReason(text: string): string {
  const plain = text
    .slice(0, MAX_LENGTH)
    .replace(/[\x00-\x1f\x7f]+/g, ' ')
    // `https://host/path` and relative `a/b` stay; `/var/x/file` and `C:\x\file` keep their last name.
    .replace(/(^|[\s"'(=])(?:\/|[A-Za-z]:[\\/])(?:[^\s"'()/\\]+[\\/])*([^\s"'()/\\]*)/g, '$1$2')
  return plain.trim() || 'no reason given'
}
