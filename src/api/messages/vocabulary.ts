/** The words that messages share, each with its one form on the wire. */
import * as z from 'zod'

/** 32 bytes as base64url without padding; the last character carries two zero bits. */
export const keyText = z
  .string()
  .regex(/^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/, 'must be 32 bytes in base64url')
export const wireguardKeyText = keyText.meta({ description: 'An X25519 public key.' })
export const machineKeyText = keyText.meta({ description: 'An Ed25519 public key.' })

export const signatureText = z.string().regex(/^[A-Za-z0-9_-]{85}[AQgw]$/, 'must be 64 bytes in base64url')

/** A person's node is under a lease as a runner's is: that of the session. */
export const nodeKind = z.enum(['agent', 'runner', 'person'])
export const nodeId = z.string().regex(/^n-[0-9a-f]{32}$/, 'must be a node id')
export const submissionId = z.string().regex(/^s-[0-9a-f]{32}$/, 'must be a submission id')
/** One DNS label. */
export const nodeName = z.string().regex(/^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/, 'must be one DNS label')
/** Under which the mesh's names stand: `mesh.example`. */
export const meshDomain = z
  .string()
  .max(180)
  .regex(
    /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)*[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?$/,
    'must be a domain in lower case, such as mesh.example',
  )
export const tagName = z.string().regex(/^tag:[a-z0-9][a-z0-9-]{0,62}$/, 'must be tag: and a name')
export const tags = z.array(tagName).max(64)
export const portNumber = z.int().min(1).max(65_535)
/** `192.0.2.1:51820`, `[2001:db8::1]:51820`. */
export const endpointText = z
  .string()
  .max(54)
  .regex(/^(?:\[[0-9a-f:.]{2,45}\]|[0-9.]{7,15}):[1-9][0-9]{0,4}$/, 'must be an address and a port')
export const endpoints = z.array(endpointText).max(8)
export const ipText = z.string().regex(/^[0-9a-f:.]{2,45}$/)
/** A compact JWS. */
export const tokenText = z
  .string()
  .max(16_384)
  .regex(/^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+$/, 'must be a compact JWT')
export const counterNumber = z.int().min(0)
export const base64Text = z.string().regex(/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/)
/** A sentence for people; never parsed. */
export const sentence = z.string().max(2_000)
