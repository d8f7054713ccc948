/** How far the flow analysis goes in one file before it gives up, aloud. */
export const FLOW_LIMITS = {
  maxSteps: 600_000,
  /** Calls of functions of the file, one inside the other. */
  maxInlineDepth: 3,
} as const
