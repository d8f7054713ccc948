/** What any archive format is read as. */

interface Named {
  /** As it stands in the archive, decoded as UTF-8; nothing is checked yet. */
  readonly name: string
}

export type ArchiveEntry =
  | (Named & {
      readonly kind: 'file'
      /** Permission bits with setuid, setgid and sticky. */
      readonly mode: number
      readonly size: number
      /** Yields exactly `size` bytes or throws; must be read to its end before the next entry. */
      readonly body: AsyncIterable<Uint8Array>
    })
  | (Named & { readonly kind: 'folder'; readonly mode: number })
  | (Named & { readonly kind: 'symlink'; readonly target: string })
  | (Named & { readonly kind: 'hardlink'; readonly target: string })

export interface ArchiveLimits {
  readonly maxEntries: number
  /** Of all files, unpacked. */
  readonly maxBytes: number
  /** Unpacked bytes for each byte of the artifact. */
  readonly maxRatio: number
}
