import { GOOD_ROWS, SICK_ROWS, testKills } from '../support/agent/kill-matrix.ts'

testKills(GOOD_ROWS, SICK_ROWS)
