import type { Stage } from './stage.ts'
import type { Timeline } from './timeline.ts'
export async function playAttacks(_s: Stage, _t: Timeline): Promise<void> {}
