/** The `acls` section: `{action, src, proto, dst: ["selector:ports"]}`, with `users` and `ports` as it was once written. */
import type { HujsonValue } from './hujson.ts'
import { type Names, resolveName } from './names.ts'
import { carriesPorts, isAllPorts, type PortRange, parsePorts, parseProtocol } from './protocol.ts'
import {
  EXTENSIONS,
  type ReadSource,
  type Rule,
  type RuleContext,
  readExtensions,
  readSources,
  type Target,
} from './rule.ts'
import type { Selector } from './selector.ts'
import { checkDestination } from './selector-rules.ts'

const KEYS = ['action', 'src', 'dst', 'proto', 'users', 'ports', 'srcPosture', ...EXTENSIONS]

/** @throws `ACCESS_RULES_INVALID` with the place */
export function decodeAcl(value: HujsonValue, context: RuleContext): Rule {
  const entries = value.object(KEYS)
  checkAction(entries.get('action') ?? value.fail('"action" is missing'))
  const protocols = readProtocol(entries.get('proto'))
  const src = entries.get('src') ?? entries.get('users') ?? value.fail('"src" is missing')
  const sources = readSources(src, context.names)
  const dst = entries.get('dst') ?? entries.get('ports') ?? value.fail('"dst" is missing')
  const targets = dst
    .list()
    .map((destination) => readTarget(destination, { protocols, sources, names: context.names }))
  return { ...readExtensions(value, entries, sources, context), targets, via: [], capabilities: [] }
}

function checkAction(action: HujsonValue): void {
  if (action.text() === 'accept') return
  action.fail(
    `action=${JSON.stringify(action.text())} is not supported`,
    'rules only allow: write "accept", and leave out what is not allowed',
  )
}

function readProtocol(value: HujsonValue | undefined): readonly number[] {
  const protocols = parseProtocol(value?.text() ?? '')
  return protocols ?? value!.fail(`${JSON.stringify(value!.text())} is no protocol`)
}

interface TargetContext {
  readonly protocols: readonly number[]
  readonly sources: readonly ReadSource[]
  readonly names: Names
}

function readTarget(value: HujsonValue, { protocols, sources, names }: TargetContext): Target {
  const { selector, ports } = readDestination(value, names)
  if (!isAllPorts(ports) && !carriesPorts(protocols))
    value.fail(`${JSON.stringify(value.text())}: this protocol has no ports: write :*`)
  checkDestination(value, selector, sources, { everybodyMayMeanSelf: true })
  return { selector, services: [{ protocols, ports }] }
}

/** `host:ports`, where the host may be an IPv6 address with its colons. */
function readDestination(
  value: HujsonValue,
  names: Names,
): { selector: Selector; ports: readonly PortRange[] } {
  const text = value.text()
  const colon = text.lastIndexOf(':')
  if (colon < 0) value.fail(`${JSON.stringify(text)} has no ports`, `write ${text}:* for every port`)
  const ports = parsePorts(text.slice(colon + 1))
  if (typeof ports === 'string') value.fail(`${JSON.stringify(text)}: ${ports}`)
  return { selector: resolveName(value, text.slice(0, colon), names, 'dst='), ports }
}
