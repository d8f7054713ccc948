/**
 * Keeps one UDP port of a router open for this node: asks by PCP and, where that is not understood or not
 * answered, by NAT-PMP; renews at half of the lifetime; begins anew where the router lost its state (RFC 6887,
 * section 8.5); gives the port back at the end. Pure: bytes and time come in, bytes and news go out.
 */
import type { Endpoint, IpAddress } from '../../base/ip.ts'
import { formatEndpoint } from '../../base/ip.ts'
import { type Random, randomBelow } from '../../base/random.ts'
import { addMs, type Instant, MINUTE, SECOND } from '../../base/time.ts'
import {
  emitNatPmpAddress,
  emitNatPmpMap,
  emitPcpMap,
  type MappingAnswer,
  type MappingWish,
  NONCE_SIZE,
  parseMappingAnswer,
} from './port-mapping.ts'

export type MapperOutput =
  | { readonly kind: 'send'; readonly bytes: Uint8Array }
  /** The port is open from now on; told again only when it is another. */
  | { readonly kind: 'mapped'; readonly external: Endpoint }
  /** There is no port, or none any more. */
  | { readonly kind: 'lost'; readonly reason: string }

export interface PortMapperOptions {
  /** This node's address towards the router, IPv4. */
  readonly client: IpAddress
  readonly internalPort: number
  readonly random: Random
  readonly now: Instant
}

/** What RFC 6886, section 3.3 recommends, in seconds. */
const LIFETIME = 7_200
const MIN_LIFETIME = 120
/** RFC 6886, section 3.1: 250 ms, doubled. */
const FIRST_RETRANSMIT = SECOND / 4
const ROUNDS = 7
/** PCP alone has the first word: a NAT-PMP router says at once that it does not know it. */
const PCP_ROUNDS = 2
const ASK_AGAIN = 5 * MINUTE
const LONGEST_REFUSAL = 30 * MINUTE

export class PortMapper {
  readonly #options: PortMapperOptions
  readonly #nonce: Uint8Array
  #protocols: readonly ('pcp' | 'nat-pmp')[] = ['pcp']
  #round = 0
  #nextAt: number
  #external: Endpoint | undefined
  #expiresAt = Number.POSITIVE_INFINITY
  #spoken: 'pcp' | 'nat-pmp' | undefined
  /** NAT-PMP's two answers come one by one. */
  #address: IpAddress | undefined
  #port: { readonly port: number; readonly lifetime: number } | undefined
  #epoch: { readonly seconds: number; readonly at: Instant } | undefined
  #outputs: MapperOutput[] = []

  constructor(options: PortMapperOptions) {
    this.#options = options
    this.#nonce = options.random.bytes(NONCE_SIZE)
    this.#nextAt = options.now
  }

  /** How the outside reaches the port, while it is open. */
  get external(): Endpoint | undefined {
    return this.#external
  }

  nextTimeout(): Instant {
    return Math.min(this.#nextAt, this.#expiresAt) as Instant
  }

  handleTimeout(now: Instant): void {
    if (now >= this.#expiresAt) this.#lose('the router did not renew the port')
    if (now >= this.#nextAt) this.#ask(now)
  }

  /** Takes a datagram of the router; what is no answer to us changes nothing. */
  receive(bytes: Uint8Array, now: Instant): void {
    const answer = parseMappingAnswer(bytes, { nonce: this.#nonce, internalPort: this.#options.internalPort })
    if (answer === undefined || this.#round === 0) return
    if ('epoch' in answer && this.#hasForgotten(answer.epoch, now)) this.#forget()
    this.#take(answer, now)
  }

  /** Gives the port back; the last outputs are to be sent. */
  close(): void {
    const back = { ...this.#wish(), lifetime: 0 }
    if (this.#external) this.#send(this.#spoken === 'nat-pmp' ? emitNatPmpMap(back) : emitPcpMap(back))
    this.#external = undefined
    this.#nextAt = this.#expiresAt = Number.POSITIVE_INFINITY
  }

  drain(): MapperOutput[] {
    const outputs = this.#outputs
    this.#outputs = []
    return outputs
  }

  #ask(now: Instant): void {
    if (this.#round >= ROUNDS) {
      this.#refused('the router answers neither PCP nor NAT-PMP', ASK_AGAIN, now)
      return
    }
    this.#round += 1
    if (this.#round > PCP_ROUNDS && this.#spoken === undefined) this.#protocols = ['pcp', 'nat-pmp']
    const wish = this.#wish()
    if (this.#protocols.includes('pcp')) this.#send(emitPcpMap(wish))
    if (this.#protocols.includes('nat-pmp')) {
      this.#send(emitNatPmpAddress())
      this.#send(emitNatPmpMap(wish))
    }
    this.#nextAt = addMs(now, FIRST_RETRANSMIT * 2 ** (this.#round - 1))
  }

  #take(answer: MappingAnswer, now: Instant): void {
    switch (answer.kind) {
      case 'no-pcp':
        if (this.#protocols.includes('nat-pmp')) return
        this.#protocols = ['nat-pmp']
        this.#nextAt = now
        return
      case 'refused':
        this.#refused(`the router refused: ${answer.reason}`, answer.lifetime * SECOND || ASK_AGAIN, now)
        return
      case 'mapped':
        this.#mapped('pcp', answer.external, answer.lifetime, now)
        return
      case 'nat-pmp-address':
        this.#address = answer.address
        break
      case 'nat-pmp-port':
        this.#port = answer
        break
    }
    if (!this.#address || !this.#port || this.#port.port === 0) return
    const { port, lifetime } = this.#port
    this.#mapped('nat-pmp', { address: this.#address, port }, lifetime, now)
    this.#address = this.#port = undefined
  }

  #mapped(protocol: 'pcp' | 'nat-pmp', external: Endpoint, granted: number, now: Instant): void {
    const isNew = !this.#external || formatEndpoint(this.#external) !== formatEndpoint(external)
    // A router that grants almost nothing is not to be asked all the time.
    const lifetime = Math.min(Math.max(granted, MIN_LIFETIME), 24 * 3_600) * SECOND
    this.#external = external
    this.#spoken = protocol
    this.#protocols = [protocol]
    this.#round = 0
    this.#expiresAt = addMs(now, lifetime)
    // RFC 6887, section 11.2.1: between 1/2 and 5/8, so that many do not ask at once.
    this.#nextAt = addMs(now, lifetime / 2 + randomBelow(this.#options.random, lifetime / 8))
    if (isNew) this.#outputs.push({ kind: 'mapped', external })
  }

  /** The port that is open stays so until its end, whatever is said meanwhile. */
  #refused(reason: string, againMs: number, now: Instant): void {
    if (!this.#external) this.#outputs.push({ kind: 'lost', reason })
    this.#round = 0
    this.#spoken = undefined
    this.#protocols = ['pcp']
    this.#nextAt = addMs(now, Math.min(Math.max(againMs, 10 * SECOND), LONGEST_REFUSAL))
  }

  #lose(reason: string): void {
    this.#external = undefined
    this.#expiresAt = Number.POSITIVE_INFINITY
    this.#outputs.push({ kind: 'lost', reason })
  }

  /** RFC 6887, section 8.5, in seconds: its clock went back, or runs otherwise than ours. */
  #hasForgotten(seconds: number, now: Instant): boolean {
    const last = this.#epoch
    this.#epoch = { seconds, at: now }
    if (!last) return false
    const [client, server] = [(now - last.at) / SECOND, seconds - last.seconds]
    return server < -1 || client + 2 < server - server / 16 || server + 2 < client - client / 16
  }

  #forget(): void {
    if (this.#external) this.#lose('the router has restarted')
    this.#address = this.#port = undefined
  }

  #wish(): MappingWish {
    const { client, internalPort } = this.#options
    return { nonce: this.#nonce, client, internalPort, suggested: this.#external, lifetime: LIFETIME }
  }

  #send(bytes: Uint8Array): void {
    this.#outputs.push({ kind: 'send', bytes })
  }
}
