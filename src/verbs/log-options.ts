/** Options of what concerns the transparency log and its witnesses. */
import type { OptionSpec } from './options.ts'

export const LOG_OPTIONS = {
  'newer-log': {
    kind: 'text',
    value: 'DIR',
    doc: "A newer copy of the log's files (the folder log/ of the lost machine or of another replica, or a mirror): entries that the backup lacks are taken from it, and revocations in them hold again.",
    example: '/mnt/lost/log',
  },
  'accept-loss': {
    kind: 'flag',
    doc: 'Restore without a newest checkpoint: what was logged after the backup is lost, and agents may refuse the log.',
  },
  log: {
    kind: 'list',
    value: 'KEY',
    doc: 'Verifier key of a log whose checkpoints are cosigned; may be repeated.',
  },
  witness: {
    kind: 'list',
    value: 'KEY=URL',
    doc: 'A witness: the verifier key that its ready line names, and where it is; may be repeated.',
    example: 'witness.example/w1+0123abcd+BA…=https://witness.example',
  },
  type: {
    kind: 'list',
    value: 'TYPE',
    doc: 'Only log entries of this type; may be repeated.',
    example: 'approval',
  },
} as const satisfies Record<string, OptionSpec>
