/**
 * A container image as a package. No ecosystem of advisories is about images, so theirs is empty; the
 * version is the digest, which alone says what is run, or else the tag.
 */
import { DEFAULT_REGISTRY } from '../../lockfile.ts'
import type { PackageDraft } from '../graph.ts'

/** `[registry/]name[:tag][@digest]`; `undefined` for a text that is none. */
export function imagePackage(
  image: string,
  place: { readonly line: number; readonly endLine: number },
): PackageDraft | undefined {
  const found = /^([^\s@:]+(?::\d+\/[^\s@:]+)?)(?::([\w][\w.-]*))?(?:@([a-z0-9]+:[0-9a-f]{32,}))?$/.exec(
    image,
  )
  if (!found) return undefined
  const [, name = '', tag, digest] = found
  const { line, endLine } = place
  return {
    ecosystem: '',
    name,
    version: digest ?? tag ?? '',
    source: DEFAULT_REGISTRY,
    line,
    endLine,
  }
}
