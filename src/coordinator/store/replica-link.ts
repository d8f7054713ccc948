/**
 * What the replicas of one store know of each other. It carries hints, never facts: a replica that was told
 * something reads the store, and one that could not hear for a while reads it, too. Whether a replica
 * lives is asked of the database that holds its connection, not of a clock.
 */
export interface ReplicaLink {
  /** Names this replica among those that live. */
  readonly id: number
  /** Called after another replica committed a write, and after a time in which none could be heard. */
  onWritten(listener: () => void): void
  /** Called with each message of another replica. */
  onMessage(listener: (message: string, from: number) => void): void
  /** To every other replica, in this order; lost where they cannot be reached. @param messages each at most {@link MAX_MESSAGE_BYTES} */
  tell(messages: readonly string[]): void
  /** This replica holds the node's stream from now on. @returns the live replica that held it before, if another did */
  claim(nodeId: string): Promise<number | undefined>
  /** It does not any more, unless another has claimed it meanwhile. */
  release(nodeId: string): Promise<void>
  isHeldElsewhere(nodeId: string): Promise<boolean>
  /** Nodes whose streams are held by other replicas that live. */
  heldElsewhere(): Promise<ReadonlySet<string>>
  /** What this replica says of itself to all, for as long as it lives. */
  announce(text: string): Promise<void>
  /** What the replicas that live announced. */
  announced(): Promise<readonly string[]>
  close(): Promise<void>
}

/** PostgreSQL's payload of a notification ends at 8,000 bytes. */
export const MAX_MESSAGE_BYTES = 7_900
