/** The `ssh` and `sshTests` sections: `{action, src, dst, users}`, and who must and must not log in as whom. */
import type { HujsonValue } from './hujson.ts'
import { type Names, readSelector } from './names.ts'
import type { Selector } from './selector.ts'

export interface SshSection {
  readonly rules: readonly SshRule[]
  readonly tests: readonly SshTest[]
}

export interface SshRule {
  readonly action: 'accept' | 'check'
  readonly sources: readonly Selector[]
  readonly targets: readonly Selector[]
  /** Login names; `autogroup:nonroot` is everybody but root. */
  readonly users: readonly string[]
}

export interface SshTest {
  readonly value: HujsonValue
  readonly source: HujsonValue | undefined
  readonly targets: readonly HujsonValue[]
  /** Login names: by any rule, by a `check` rule, by none. */
  readonly accept: readonly HujsonValue[]
  readonly check: readonly HujsonValue[]
  readonly deny: readonly HujsonValue[]
}

const ACTIONS = ['accept', 'check'] as const

/** @throws `ACCESS_RULES_INVALID` with the place */
export function decodeSsh(
  rules: HujsonValue | undefined,
  tests: HujsonValue | undefined,
  names: Names,
): SshSection {
  return {
    rules: (rules?.list() ?? []).map((value) => decodeRule(value, names)),
    tests: (tests?.list() ?? []).map(decodeTest),
  }
}

function decodeRule(value: HujsonValue, names: Names): SshRule {
  const entries = value.object([
    'action',
    'src',
    'dst',
    'users',
    'checkPeriod',
    'acceptEnv',
    'srcPosture',
    'recorder',
    'enforceRecorder',
  ])
  const action = entries.get('action') ?? value.fail('"action" is missing')
  const known =
    ACTIONS.find((each) => each === action.text()) ??
    action.fail(`action=${JSON.stringify(action.text())} is not supported: accept or check`)
  const users = (entries.get('users') ?? value.fail('"users" is missing')).list()
  return {
    action: known,
    sources: readSelectors(entries.get('src') ?? value.fail('"src" is missing'), names, 'src='),
    targets: readSelectors(entries.get('dst') ?? value.fail('"dst" is missing'), names, 'dst='),
    users: users.map((user) => user.text()),
  }
}

function readSelectors(list: HujsonValue, names: Names, side: string): Selector[] {
  return list.list().map((value) => readSelector(value, names, side))
}

function decodeTest(value: HujsonValue): SshTest {
  const entries = value.object(['src', 'dst', 'accept', 'check', 'deny', 'srcPostureAttrs'])
  return {
    value,
    source: entries.get('src'),
    targets: entries.get('dst')?.list() ?? [],
    accept: entries.get('accept')?.list() ?? [],
    check: entries.get('check')?.list() ?? [],
    deny: entries.get('deny')?.list() ?? [],
  }
}
