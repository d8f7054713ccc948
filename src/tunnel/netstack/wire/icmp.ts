/**
 * What ICMPv4 and ICMPv6 say, in one vocabulary: the numbers differ, the meanings hardly. Errors
 * quote the start of the packet that caused them.
 */
export type UnreachableReason = 'network' | 'host' | 'protocol' | 'port' | 'prohibited'

export type IcmpMessage =
  | {
      readonly kind: 'echo-request' | 'echo-reply'
      readonly identifier: number
      readonly sequence: number
      readonly data: Uint8Array
    }
  | { readonly kind: 'unreachable'; readonly reason: UnreachableReason; readonly quoted: Uint8Array }
  /** `mtu` is 0 where an old router does not say (RFC 1191 §5). */
  | { readonly kind: 'packet-too-big'; readonly mtu: number; readonly quoted: Uint8Array }
  | { readonly kind: 'time-exceeded'; readonly code: number; readonly quoted: Uint8Array }
  | {
      readonly kind: 'parameter-problem'
      readonly code: number
      readonly pointer: number
      readonly quoted: Uint8Array
    }

export const ICMP_HEADER = 8
