import type { Stage } from './stage.ts'
import type { Timeline } from './timeline.ts'
export async function playEnd(_s: Stage, _t: Timeline): Promise<void> {}
