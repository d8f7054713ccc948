/** The `grants` section: `{src, dst, ip, app, via}`. */
import type { HujsonValue } from './hujson.ts'
import { readSelector, requireTag } from './names.ts'
import {
  ALL_PORTS,
  carriesPorts,
  DEFAULT_PROTOCOLS,
  isAllPorts,
  parsePorts,
  parseProtocol,
} from './protocol.ts'
import {
  EXTENSIONS,
  type Rule,
  type RuleContext,
  readExtensions,
  readSources,
  type Service,
  type Target,
} from './rule.ts'
import { parseSelector } from './selector.ts'
import { checkDestination } from './selector-rules.ts'

const KEYS = ['src', 'dst', 'ip', 'app', 'via', 'srcPosture', ...EXTENSIONS]
const EVERY_PROTOCOL: readonly number[] = Array.from({ length: 256 }, (_, number) => number)

/** Capabilities in the vendor's own domain that a grant may name. */
const VENDOR_CAPABILITIES: ReadonlySet<string> = new Set([
  'drive',
  'drive-sharer',
  'kubernetes',
  'relay',
  'secrets',
  'webui',
  'golink',
  'tsidp',
])

/** @throws `ACCESS_RULES_INVALID` with the place */
export function decodeGrant(value: HujsonValue, context: RuleContext): Rule {
  const { names } = context
  const entries = value.object(KEYS)
  const sources = readSources(entries.get('src') ?? value.fail('"src" is missing'), names)
  const services = (entries.get('ip')?.list() ?? []).map(readService)
  const capabilities = readCapabilities(entries.get('app'))
  if (services.length === 0 && capabilities.length === 0) value.fail('ip and app can not both be empty')
  const dst = entries.get('dst') ?? value.fail('"dst" is missing')
  const targets = dst.list().map((destination): Target => {
    const selector = readSelector(destination, names, 'dst=')
    checkDestination(destination, selector, sources, { everybodyMayMeanSelf: false })
    if (capabilities.length > 0 && selector.kind === 'autogroup' && selector.name === 'internet')
      destination.fail('"autogroup:internet" runs no application: app cannot be granted there')
    return { selector, services }
  })
  const via = (entries.get('via')?.list() ?? []).map((router) => readRouter(router, context))
  return { ...readExtensions(value, entries, sources, context), targets, via, capabilities }
}

function readRouter(value: HujsonValue, { names }: RuleContext): string {
  const selector = parseSelector(value.text())
  if (typeof selector === 'string' || selector.kind !== 'tag')
    value.fail(`via=${JSON.stringify(value.text())}: via can only be a tag`)
  return requireTag(value, value.text(), names, 'via=')
}

/** `*`, `22`, `80-443`, `tcp:443`, `icmp:*` */
function readService(value: HujsonValue): Service {
  const text = value.text()
  const colon = text.indexOf(':')
  const protocols = colon < 0 ? DEFAULT_PROTOCOLS : parseProtocol(text.slice(0, colon))
  if (protocols === undefined) value.fail(`${JSON.stringify(text.slice(0, colon))} is no protocol`)
  const ports = parsePorts(text.slice(colon + 1))
  if (typeof ports === 'string') value.fail(`port range ${JSON.stringify(text)}: ${ports}`)
  if (!isAllPorts(ports) && !carriesPorts(protocols))
    value.fail(`${JSON.stringify(text)}: this protocol has no ports: write :*`)
  return text === '*' ? { protocols: EVERY_PROTOCOL, ports: ALL_PORTS } : { protocols, ports }
}

function readCapabilities(value: HujsonValue | undefined): string[] {
  return [...(value?.entries() ?? [])].map(([name, parameters]) => {
    if (!/^[a-z0-9-]+(\.[a-z0-9-]+)+\/\S+$/i.test(name))
      parameters.fail(`${JSON.stringify(name)}: a capability name must have the form {domain}/{path}`)
    const vendor = /^tailscale\.com\/(?:cap\/)?(.*)$/.exec(name)
    if (vendor && !VENDOR_CAPABILITIES.has(vendor[1]!))
      parameters.fail(`${JSON.stringify(name)}: a capability name must not be in the tailscale.com domain`)
    parameters.list()
    return name
  })
}
