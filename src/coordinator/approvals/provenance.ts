/**
 * SLSA provenance (v1) by a builder that the environment lists: signed with the listed key, it must name
 * this artifact's digest and this commit. Signer and builder id are one pair: a key speaks for its own
 * builder only.
 */
import * as z from 'zod'
import { MAX_PROVENANCE_BYTES, type SubmittedArtifact } from '../../api/messages/approval.ts'
import { decodeBase64, decodeBase64url } from '../../base/bytes.ts'
import { decode } from '../../base/decode.ts'
import type { Ed25519PublicKey } from '../../base/ed25519.ts'
import { messageOf } from '../../base/errors.ts'
import { parseStrictJson } from '../../base/json.ts'
import { envelopeSchema, verifyEnvelope } from '../../trust/dsse.ts'
import { STATEMENT_PAYLOAD_TYPE, STATEMENT_TYPE } from '../../trust/statement.ts'
import type { Environment } from '../environments/environments-file.ts'
import { RequestRefusal } from '../request-refusal.ts'

const gitDigest = z.looseObject({ gitCommit: z.string().optional() })

const provenanceSchema = z.looseObject({
  _type: z.literal(STATEMENT_TYPE),
  subject: z
    .array(z.looseObject({ digest: z.looseObject({ sha256: z.string().optional() }) }))
    .min(1)
    .max(1000),
  predicateType: z.literal('https://slsa.dev/provenance/v1'),
  predicate: z.looseObject({
    buildDefinition: z.looseObject({
      resolvedDependencies: z
        .array(z.looseObject({ digest: gitDigest.optional() }))
        .min(1)
        .max(1000),
    }),
    runDetails: z.looseObject({ builder: z.looseObject({ id: z.string() }) }),
  }),
})
type Provenance = z.infer<typeof provenanceSchema>

export interface ProvenanceQuestion {
  readonly environment: Environment
  readonly name: string
  readonly artifact: SubmittedArtifact
  readonly commit: unknown
}

/** @throws RequestRefusal `refused`, where provenance is required and does not hold */
export function checkProvenance({ environment, name, artifact, commit }: ProvenanceQuestion): void {
  if (environment.provenance !== 'required') return
  const place = `environments.${name}.provenance`
  if (artifact.provenance === undefined) throw refused(place, `${artifact.name} comes without provenance`)
  const provenance = verifyByListedBuilder(environment, artifact.provenance, place)
  const digests = provenance.subject.map(({ digest }) => digest.sha256)
  if (!digests.includes(artifact.digest.slice('sha256:'.length))) {
    throw refused(place, `the provenance is not about ${artifact.digest}`)
  }
  // The first resolved dependency is the source, by GitHub's and SLSA's convention.
  const built = provenance.predicate.buildDefinition.resolvedDependencies[0]?.digest?.gitCommit
  if (built === undefined || built !== commit) {
    throw refused(
      place,
      `the provenance is about commit ${built ?? 'unknown'}, the token about ${String(commit)}`,
      'sha',
    )
  }
}

function verifyByListedBuilder(environment: Environment, base64: string, place: string): Provenance {
  let why = 'no builder is listed'
  for (const { id, key } of environment.builders ?? []) {
    try {
      const provenance = verify(base64, decodeBase64url(key) as Ed25519PublicKey)
      if (provenance.predicate.runDetails.builder.id === id) return provenance
      why = `its builder ${provenance.predicate.runDetails.builder.id.slice(0, 200)} is not the one of the key`
    } catch (thrown) {
      // Not by this builder, or not to be read: the next one may have signed it.
      why = messageOf(thrown)
    }
  }
  throw refused(place, `the provenance is by no listed builder: ${why}`)
}

function verify(base64: string, key: Ed25519PublicKey): Provenance {
  const source = 'the provenance'
  const limits = { source, maxBytes: MAX_PROVENANCE_BYTES }
  const envelope = decode(envelopeSchema, parseStrictJson(decodeBase64(base64), limits), { source })
  const payload = verifyEnvelope(envelope, [key])
  if (payload.payloadType !== STATEMENT_PAYLOAD_TYPE)
    throw new Error(`it is a ${payload.payloadType.slice(0, 100)}`)
  return decode(provenanceSchema, parseStrictJson(payload.bytes, limits), { source })
}

function refused(rule: string, message: string, claim?: string): RequestRefusal {
  return new RequestRefusal('refused', { message, rule, ...(claim === undefined ? {} : { claim }) })
}
