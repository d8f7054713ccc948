/** A request as it came: its bytes, read up to the route's bound before anybody knows who sent it. */
import type { ReceivedHeaders } from '../../trust/http-signature.ts'
import { RequestRefusal } from '../request-refusal.ts'

export interface ReceivedRequest {
  readonly method: string
  /** Absolute, as the client addressed it. */
  readonly targetUri: string
  readonly headers: ReceivedHeaders
  readonly body: Uint8Array
  readonly params: Readonly<Record<string, string>>
}

/** @throws RequestRefusal `too-large` before more than `maxBytes` are held */
export async function readBody(request: Request, maxBytes: number): Promise<Uint8Array> {
  const declared = Number(request.headers.get('content-length') ?? 0)
  if (declared > maxBytes) throw tooLarge(maxBytes)
  if (!request.body) return new Uint8Array()
  const chunks: Uint8Array[] = []
  let total = 0
  for await (const chunk of request.body) {
    total += chunk.length
    if (total > maxBytes) throw tooLarge(maxBytes)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks, total)
}

export function signatureHeaders(headers: { get(name: string): string | null }): ReceivedHeaders {
  return {
    'content-digest': headers.get('content-digest') ?? undefined,
    'signature-input': headers.get('signature-input') ?? undefined,
    signature: headers.get('signature') ?? undefined,
  }
}

function tooLarge(maxBytes: number): RequestRefusal {
  return new RequestRefusal('too-large', {
    message: `the body is larger than the ${maxBytes} bytes that this route reads`,
  })
}
