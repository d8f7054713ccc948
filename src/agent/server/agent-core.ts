/**
 * The long-lived agent without its listeners: applications opened and recovered, a queue for each, the
 * hub. The deployment server and the poll loop both bring deployments here.
 */
import { encodeHex, encodeUtf8 } from '../../base/bytes.ts'
import { sha256 } from '../../base/digest.ts'
import { messageOf, SallyportError } from '../../base/errors.ts'
import type { ApprovalFile } from '../../trust/approval-file.ts'
import { unverifiedPayload } from '../../trust/dsse.ts'
import { parseApprovalStatement } from '../../trust/statement.ts'
import type { AgentConfig } from '../config/load.ts'
import { type DeploymentEnd, deploy, newDeploymentId, recoverApplication } from '../deployment/deploy.ts'
import type { DeploymentLine } from '../deployment/deployment-log.ts'
import { closeRuntime, openRuntime } from '../deployment/open-runtime.ts'
import type { Runtime, RuntimePorts } from '../deployment/runtime.ts'
import type { Source } from '../sources/source.ts'
import { DeploymentHub, type KnownDeployment } from './deployment-hub.ts'
import { DeploymentQueue } from './deployment-queue.ts'
import { supervise } from './supervision.ts'

interface Opened {
  readonly runtime: Runtime
  readonly queue: DeploymentQueue
}

export interface Submission {
  readonly approval: ApprovalFile
  readonly source?: Source
}

export class AgentCore {
  readonly hub = new DeploymentHub()
  readonly #applications: ReadonlyMap<string, Opened>
  readonly #onLine: (line: DeploymentLine) => void
  readonly #signal: AbortSignal
  readonly #onEnd: (end: DeploymentEnd) => void
  /** By deployment, of those that have not ended. */
  readonly #aborts = new Map<string, AbortController>()

  private constructor(
    applications: ReadonlyMap<string, Opened>,
    onLine: (line: DeploymentLine) => void,
    signal: AbortSignal,
    onEnd: (end: DeploymentEnd) => void,
  ) {
    this.#applications = applications
    this.#onLine = onLine
    this.#signal = signal
    this.#onEnd = onEnd
  }

  /** Opens and recovers every application of the configuration. @throws as `openRuntime` */
  static async open(
    config: AgentConfig,
    ports: RuntimePorts,
    onLine: (line: DeploymentLine) => void,
    signal: AbortSignal,
    onEnd: (end: DeploymentEnd) => void = () => {},
  ): Promise<AgentCore> {
    const opened = new Map<string, Opened>()
    try {
      for (const name of config.applications.keys()) {
        const runtime = await openRuntime(config, name, ports)
        opened.set(name, { runtime, queue: new DeploymentQueue() })
        await recoverApplication(runtime, onLine)
      }
    } catch (error) {
      for (const { runtime } of opened.values()) await closeRuntime(runtime)
      throw error
    }
    return new AgentCore(opened, onLine, signal, onEnd)
  }

  /** Looks after the services until the signal is aborted. */
  async superviseAll(): Promise<void> {
    await Promise.all(
      [...this.#applications.values()].map(({ runtime, queue }) =>
        supervise(runtime, (step) => queue.exclusive(step), this.#signal),
      ),
    )
  }

  /**
   * Takes a deployment; what the approval is worth is found out by the machine.
   *
   * @returns at once; the hub tells how it goes. An approval that is under way is the same deployment
   * @throws `CONFIG_INVALID` where the approval names no application of this agent, or cannot be read
   */
  submit({ approval, source }: Submission): KnownDeployment {
    const payload = unverifiedPayload(approval.envelope)
    const claimed = parseApprovalStatement(payload).predicate.application
    const opened = this.#applications.get(claimed)
    if (!opened) {
      throw new SallyportError('CONFIG_INVALID', {
        message: `the application ${JSON.stringify(claimed)} is not deployed by this agent`,
      })
    }
    const digest = encodeHex(sha256(payload))
    const open = this.hub.findOpen(digest)
    if (open) return open
    const { clock, random } = opened.runtime
    const id = newDeploymentId(clock.now(), random)
    this.hub.add(id, claimed, digest)
    void this.#run(opened, { id, approval, ...(source ? { source } : {}) })
    return this.hub.find(id)!
  }

  /**
   * Asks a deployment to stop. It does so between two steps, and before the switch only; after that it
   * goes on to committed or rolled back.
   */
  abort(id: string): void {
    this.#aborts.get(id)?.abort()
  }

  /** Waits for what is under way, then gives the applications back; services go on. */
  async close(): Promise<void> {
    for (const { runtime, queue } of this.#applications.values()) {
      await queue.idle()
      await closeRuntime(runtime)
    }
  }

  async #run(opened: Opened, submission: Submission & { readonly id: string }): Promise<void> {
    const { id, approval, source } = submission
    const request = {
      deployment: id,
      approval: encodeUtf8(JSON.stringify(approval)),
      ...(source ? { source } : {}),
    }
    const log = (line: DeploymentLine): void => {
      this.hub.append(line)
      this.#onLine(line)
    }
    const abort = new AbortController()
    this.#aborts.set(id, abort)
    const signal = AbortSignal.any([this.#signal, abort.signal])
    let end: DeploymentEnd
    try {
      end = await opened.queue.deploy(() => deploy(opened.runtime, request, log, signal))
    } catch (error) {
      const failure = { code: 'internal' as const, message: messageOf(error) }
      end = { deployment: id, outcome: { kind: 'refused', failure } }
      log({ at: opened.runtime.clock.now(), deployment: id, kind: 'outcome', outcome: end.outcome })
    }
    this.#aborts.delete(id)
    this.hub.finish(id, end)
    this.#onEnd(end)
  }
}
