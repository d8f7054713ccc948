import { type KillRow, testKills } from '../support/agent/kill-matrix.ts'

/* One row of each kind of step; every row is in kill-matrix.long.test.ts. */

const GOOD: readonly KillRow[] = [
  ['trust', 'before'],
  ['trust', 'after'],
  ['state:downloading', 'after'],
  ['state:journalled', 'after'],
  ['state:switched', 'before'],
  ['state:switched', 'after'],
  ['service-starting', 'after'],
  ['state:health-window', 'after'],
  ['state:committed', 'after'],
  ['state:receipt', 'after'],
]

const SICK: readonly KillRow[] = [
  ['state:rolling-back', 'after'],
  ['quarantine', 'after'],
]

testKills(GOOD, SICK)
