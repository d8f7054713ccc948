/** The contract of a service: what serves the release. Each kind is a file beside this one. */
export interface Service {
  /**
   * Sees to it that this release runs, and no other: stops what is not it, takes over what is.
   *
   * @throws `PROCESS_FAILED` when it cannot be started
   */
  ensure(release: string): Promise<void>
  /** Ends it and all that it started; nothing to do where it does not run. */
  stop(): Promise<void>
  status(): Promise<ServiceStatus>
}

export type ServiceStatus =
  | { readonly kind: 'running'; readonly release: string }
  | { readonly kind: 'stopped' }
  /** It was started, and has ended by itself. */
  | { readonly kind: 'ended'; readonly release: string }
  /** Nothing that the agent could look at (`kind: none`). */
  | { readonly kind: 'unsupervised' }
