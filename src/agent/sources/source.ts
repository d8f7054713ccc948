/**
 * The contract of a source: where the bytes of an artifact come from. What comes is worth nothing
 * until its digest is the approved one.
 */
export interface Source {
  readonly kind: 'file' | 'runner' | 'https'
  /** Shown in the log: an address or a path, never a query. */
  readonly label: string
  /**
   * Opens the bytes, from `offset` on where the source can.
   *
   * @throws `SOURCE_REFUSED` where the configuration does not allow it; anything else is a source lost
   */
  open(offset: number, signal: AbortSignal): Promise<OpenSource>
}

export interface OpenSource {
  /** Where the bytes begin: the offset that was asked for, or 0. */
  readonly offset: number
  readonly bytes: AsyncIterable<Uint8Array>
  close(): void
}
