import { test } from 'vitest'
import { CRASH_POINTS, surviveCrash } from './crash-points.ts'

test.each(CRASH_POINTS)('killed at "%s", it goes on where it was', (point) => surviveCrash(point))
