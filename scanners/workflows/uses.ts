/** What a `uses:` names. */

export type Uses =
  | { readonly kind: 'local' }
  | { readonly kind: 'docker'; readonly image: string; readonly pinned: boolean }
  | {
      readonly kind: 'repository'
      readonly owner: string
      readonly repository: string
      /** The action or workflow inside the repository; empty for its root. */
      readonly path: string
      readonly ref: string
      readonly pinned: boolean
    }

const FULL_COMMIT = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/i
const DIGEST = /@sha256:[0-9a-f]{64}$/

export function parseUses(value: string): Uses {
  // `$/` is the repository of the running workflow, at the running commit.
  if (value.startsWith('./') || value.startsWith('../') || value.startsWith('$/')) return { kind: 'local' }
  if (value.startsWith('docker://')) {
    const image = value.slice('docker://'.length)
    return { kind: 'docker', image, pinned: isPinnedImage(image) }
  }
  const at = value.lastIndexOf('@')
  const [owner = '', repository = '', ...path] = (at === -1 ? value : value.slice(0, at)).split('/')
  const ref = at === -1 ? '' : value.slice(at + 1)
  return { kind: 'repository', owner, repository, path: path.join('/'), ref, pinned: FULL_COMMIT.test(ref) }
}

export function isPinnedImage(image: string): boolean {
  return DIGEST.test(image)
}

/** `owner/repository` in lower case, for `uses` of a step. */
export function actionName(value: string | undefined): string | undefined {
  if (value === undefined) return undefined
  const uses = parseUses(value)
  return uses.kind === 'repository' ? `${uses.owner}/${uses.repository}`.toLowerCase() : undefined
}
