/** Routes of a coordinator that came back from a backup. */
import {
  MAX_REPORT_BYTES,
  recoveryEnd,
  recoveryEnded,
  recoveryReply,
  recoveryReport,
  recoveryState,
} from './messages/recovery.ts'
import type { Route, RouteName } from './route-table.ts'

export const RECOVERY = {
  reportRecovery: {
    method: 'POST',
    path: '/v1/recovery/reports',
    summary: 'After a restore, an agent says what it saw of the log, and brings entries that are missing.',
    callers: ['agent'],
    maxBodyBytes: MAX_REPORT_BYTES,
    request: recoveryReport,
    reply: recoveryReply,
  },
  recovery: {
    method: 'GET',
    path: '/v1/recovery',
    summary: 'What a restored coordinator still waits for; null where it serves.',
    callers: ['admin', 'operator', 'auditor'],
    maxBodyBytes: 0,
    reply: recoveryState,
  },
  endRecovery: {
    method: 'POST',
    path: '/v1/recovery/end',
    summary: 'Serve, without those agents that have not been heard.',
    callers: ['admin'],
    maxBodyBytes: 32 * 1024,
    request: recoveryEnd,
    reply: recoveryEnded,
  },
} as const satisfies Record<string, Route>

/** What a coordinator answers while it recovers; everything else is refused as `recovering`. */
export const RECOVERY_ROUTES: ReadonlySet<RouteName> = new Set([
  'health',
  'ready',
  'openApi',
  'keyList',
  'reportRecovery',
  'recovery',
  'endRecovery',
])
