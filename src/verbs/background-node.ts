/**
 * The node of one job: approvals, the mesh, deployments; then it stays for later steps until the post
 * step asks it to leave, its lease ends, or the runner that started it is gone.
 */
import { createServer, type Server } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { messageOf, SallyportError } from '../base/errors.ts'
import { EXIT, type ExitCode } from '../base/exit-codes.ts'
import { SECOND } from '../base/time.ts'
import { isOwnPeer } from '../mesh/native/peer-credentials.ts'
import { type Session, startSession } from '../mesh/session.ts'
import { createHttpClient } from '../platform/http.ts'
import { type BackgroundEvent, type BackgroundWish, LEAVE, LEFT } from './background-protocol.ts'
import { approveAll, createRunner, type DeploymentPorts, deployThrough, joinFor } from './deployment.ts'
import { createIdentityTokenSource } from './identity-token.ts'
import type { MeshMembership } from './mesh-membership.ts'
import { createProcessPorts } from './process-ports.ts'

const PARENT_INTERVAL_MS = 2 * SECOND
const MAX_WISH_BYTES = 1024 * 1024

export async function runBackground(process: NodeJS.Process): Promise<void> {
  // The step has its answer and is gone: what we still say has no reader.
  process.stdout.on('error', () => {})
  const emit = (event: BackgroundEvent): void => {
    process.stdout.write(`${JSON.stringify(event)}\n`)
  }
  const job = new Job(await readWish(process.stdin), createProcessPorts(process), emit)
  try {
    process.exitCode = await job.run()
  } catch (error) {
    process.exitCode = report(error, emit)
  } finally {
    await job.leave()
  }
}

function report(error: unknown, emit: (event: BackgroundEvent) => void): ExitCode {
  const known = error instanceof SallyportError ? error : undefined
  const exitCode = known?.exitCode ?? EXIT.internal
  emit({
    kind: 'error',
    code: known?.code ?? 'INTERNAL',
    message: messageOf(error),
    help: known?.help ?? null,
  })
  emit({ kind: 'done', exitCode, stays: false })
  return exitCode
}

type ProcessPorts = ReturnType<typeof createProcessPorts>

class Job {
  readonly #wish: BackgroundWish
  readonly #ports: ProcessPorts
  readonly #emit: (event: BackgroundEvent) => void
  readonly #meshes: MeshMembership[] = []
  readonly #over = Promise.withResolvers<void>()
  #session: Session | undefined
  #server: Server | undefined
  #parent: NodeJS.Timeout | undefined

  constructor(wish: BackgroundWish, ports: ProcessPorts, emit: (event: BackgroundEvent) => void) {
    this.#wish = wish
    this.#ports = ports
    this.#emit = emit
  }

  async run(): Promise<ExitCode> {
    const { command } = this.#wish
    const code = await this.#work()
    const stays = command !== 'approve' && this.#meshes.length > 0
    if (stays) await this.#listen()
    this.#emit({ kind: 'done', exitCode: code, stays })
    if (stays) await this.#stay()
    return code
  }

  /** Once: the memberships end at the coordinator, and with them the leases. */
  async leave(): Promise<void> {
    clearInterval(this.#parent)
    this.#session?.close()
    this.#server?.close()
    for (const mesh of this.#meshes.splice(0)) {
      try {
        await mesh.leave()
      } catch (error) {
        this.#ports.diagnostics.log(
          'warn',
          'the coordinator did not hear that we left; the lease ends by time',
          { reason: messageOf(error) },
        )
      }
    }
  }

  async #work(): Promise<ExitCode> {
    const { command, deployment } = this.#wish
    const ports = this.#deploymentPorts()
    const runner = createRunner(deployment, ports)
    const approvals = await approveAll(runner, ports)
    if (command === 'approve') return EXIT.ok
    for (const approval of approvals) {
      const mesh = await joinFor(runner, approval, ports)
      this.#meshes.push(mesh)
      if (command === 'deploy') {
        const code = await deployThrough(runner, mesh, approval, ports)
        if (code !== EXIT.ok) return code
      } else {
        for (const agent of mesh.agents)
          ports.onEvent({ kind: 'reached', agent: agent.name, how: await mesh.reach(agent) })
      }
    }
    if (command === 'connect') await this.#openProxies()
    return EXIT.ok
  }

  #deploymentPorts(): DeploymentPorts {
    const { ca } = this.#wish.deployment.coordinator
    const ports = this.#ports
    const mask = (value: string): void => this.#emit({ kind: 'mask', value })
    return {
      ...ports,
      http: createHttpClient(ca === undefined ? {} : { ca }),
      tokens: createIdentityTokenSource(ports.env, createHttpClient(), mask, sleep),
      sleep,
      onEvent: (event) => this.#emit({ kind: 'event', event }),
    }
  }

  /** Later steps reach the approval's agents through proxies that ask for a password. */
  async #openProxies(): Promise<void> {
    const mesh = this.#meshes[0]
    if (!mesh || !this.#wish.proxies) return
    const env = this.#ports.env
    const wishes = { forwards: [], exposes: [], env, proxyNeedsLogin: true, hasCommand: true }
    this.#session = await startSession(mesh.node, wishes, this.#ports.random)
    const variables = this.#session.environment
    const passwords = Object.values(variables).map((value) => URL.parse(value)?.password)
    for (const password of new Set(passwords)) if (password) this.#emit({ kind: 'mask', value: password })
    this.#emit({ kind: 'export', variables })
  }

  async #listen(): Promise<void> {
    const server = createServer((socket) => {
      socket.setEncoding('utf8')
      socket.on('error', () => {})
      if (!isOwnPeer(socket)) {
        socket.destroy()
        return
      }
      socket.once('data', (text: string) => {
        if (text.trim() !== LEAVE) {
          socket.destroy()
          return
        }
        void this.leave().finally(() => {
          socket.end(`${LEFT}\n`)
          this.#over.resolve()
        })
      })
    })
    this.#server = server
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject)
      server.listen(this.#wish.socket, resolve)
    })
  }

  async #stay(): Promise<void> {
    const { clock, signal } = this.#ports
    const end = Math.max(...this.#meshes.map((mesh) => mesh.leaseEnd))
    const lease = setTimeout(
      () => this.#over.resolve(),
      Math.min(0x7fff_ffff, Math.max(0, end - clock.now())),
    )
    this.#parent = setInterval(() => {
      if (!isAlive(this.#wish.parentPid)) this.#over.resolve()
    }, PARENT_INTERVAL_MS)
    signal.addEventListener('abort', () => this.#over.resolve(), { once: true })
    if (signal.aborted) this.#over.resolve()
    await this.#over.promise
    clearTimeout(lease)
  }
}

async function readWish(stdin: NodeJS.ReadableStream): Promise<BackgroundWish> {
  let text = ''
  stdin.setEncoding('utf8')
  for await (const chunk of stdin as AsyncIterable<string>) {
    text += chunk
    if (text.length > MAX_WISH_BYTES) throw new Error('the wish is too long')
  }
  return JSON.parse(text) as BackgroundWish
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    // No such process: the runner that started us is gone.
    return false
  }
}
