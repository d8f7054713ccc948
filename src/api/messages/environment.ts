/** Environments as people see and stop them: freezes, and the broken glass. */
import * as z from 'zod'
import { environmentName, timestampText } from '../../trust/vocabulary.ts'
import { counterNumber, keyText, sentence } from './vocabulary.ts'

const reason = sentence.min(1).max(500)

export const environmentPath = z.strictObject({ environment: environmentName })

export const freezeRequest = z.strictObject({
  /** Null: until somebody unfreezes it. */
  until: timestampText.nullable(),
  reason,
})

export const breakGlassRequest = z.strictObject({
  /** At most an hour. */
  lifetimeSeconds: z.int().min(60).max(3_600),
  reason,
})
export const breakGlassReply = z.strictObject({
  until: timestampText,
  /** What it lifts, as environments.yml says. */
  lifts: z.array(z.enum(['freezes', 'after', 'quorum'])),
})

const stop = z.strictObject({ by: keyText, until: timestampText.nullable(), reason })

export const environmentList = z.strictObject({
  environments: z.array(
    z.strictObject({
      name: environmentName,
      quorum: counterNumber,
      /** By environments.yml, now. */
      frozenByFile: z.string().max(300).nullable(),
      /** By a person. */
      freeze: stop.nullable(),
      breakGlass: stop.nullable(),
    }),
  ),
})
export type EnvironmentSummary = z.infer<typeof environmentList>['environments'][number]
