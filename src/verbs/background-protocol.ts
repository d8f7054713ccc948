/**
 * What the step and its background process say to each other. The wish goes in on stdin, events come out
 * on stdout as JSON lines; later steps ask through a socket in the step's own 0700 folder.
 */
import type { DeploymentEvent, DeploymentWish } from './deployment-words.ts'

export interface BackgroundWish {
  readonly command: 'approve' | 'deploy' | 'connect'
  readonly deployment: DeploymentWish
  /** The socket to listen on. */
  readonly socket: string
  /** Whose end is ours as well. */
  readonly parentPid: number
  /** `connect` alone: whether later steps get proxies into the mesh. */
  readonly proxies: boolean
}

export type BackgroundEvent =
  | { readonly kind: 'event'; readonly event: DeploymentEvent }
  /** To be masked before anything else is printed. */
  | { readonly kind: 'mask'; readonly value: string }
  /** Variables for later steps. */
  | { readonly kind: 'export'; readonly variables: Readonly<Record<string, string>> }
  | { readonly kind: 'error'; readonly code: string; readonly message: string; readonly help: string | null }
  /** The step is over; the process stays where `stays` says so. */
  | { readonly kind: 'done'; readonly exitCode: number; readonly stays: boolean }

/** The one word of the socket, and its answer. */
export const LEAVE = 'leave'
export const LEFT = 'left'
