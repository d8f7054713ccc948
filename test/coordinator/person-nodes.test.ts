/** People's own nodes: who gets one, what it reaches, at which address, and all the ways in which it ends. */
import { expect, test } from 'vitest'
import type { AdmissionReply, PersonNodeRequest } from '../../src/api/messages/membership.ts'
import { encodeBase64url } from '../../src/base/bytes.ts'
import { signEd25519 } from '../../src/base/ed25519.ts'
import { formatTimestamp, HOUR, MINUTE, type Timestamp } from '../../src/base/time.ts'
import { endExpiredLeases } from '../../src/coordinator/nodes/membership.ts'
import { MAX_DEVICES } from '../../src/coordinator/nodes/person-slot.ts'
import { endStrayNodes } from '../../src/coordinator/nodes/stray-nodes.ts'
import { leave, unwrap } from '../../src/mesh/control/membership.ts'
import { personNodeBytes } from '../../src/trust/audience.ts'
import { keyIdOf } from '../../src/trust/keys.ts'
import { type Kit, newKeys } from './coordinator-kit.ts'
import { DEFAULT_LOGINS, type LoggedIn, type LoginKit, startLoginKit } from './logins/login-kit.ts'

const none = { params: undefined, body: undefined }
const ADA = { subject: 'ada' }
const LOGINS = DEFAULT_LOGINS.replace('roles:', 'users: { ada@example.org: ada }\n    roles:')
const TAGS = '"groups": { "group:ops": ["ada@example.org"] }, "tagOwners": { "tag:web": ["group:ops"] }'
const rulesOf = (...acls: string[]) => `{ ${TAGS}, "acls": [${acls.join(', ')}] }`
const acl = (src: string, dst: string) => `{ "action": "accept", "src": ["${src}"], "dst": ["${dst}"] }`

async function startWorld(rules = rulesOf(acl('group:ops', 'tag:web:22')), logins = LOGINS) {
  const kit = await startLoginKit({ logins })
  const web = await kit.enrol()
  await push(kit, { access: rules })
  return { kit, web }
}

async function push(kit: Kit, files: { access?: string; environments?: string }): Promise<void> {
  const client = kit.client(kit.admin)
  const { access, environments } = unwrap(await client.call('policy', none), 'REQUEST_REFUSED')
  const body = {
    access: files.access === undefined ? null : { text: files.access, replaces: access?.version ?? null },
    environments:
      files.environments === undefined
        ? null
        : { text: files.environments, replaces: environments?.version ?? null },
    dryRun: false,
    acceptLockOut: true,
  }
  unwrap(await client.call('push', { params: undefined, body }), 'REQUEST_REFUSED')
}

async function environmentsOf(kit: Kit): Promise<string> {
  const policy = unwrap(await kit.client(kit.admin).call('policy', none), 'REQUEST_REFUSED')
  return policy.environments!.text
}

function requestOf(kit: Kit, { key }: LoggedIn, changes: Partial<PersonNodeRequest> = {}, keys = newKeys()) {
  const notAfter = changes.notAfter ?? formatTimestamp((kit.clock.now() + 12 * HOUR) as Timestamp)
  const node = { wireguardKey: keys.keys.wireguard, machineKey: keys.keys.machine }
  const bytes = personNodeBytes({ coordinatorId: kit.coordinator().coordinatorId, ...node, notAfter })
  const body: PersonNodeRequest = {
    machineKey: encodeBase64url(node.machineKey),
    wireguardKey: encodeBase64url(node.wireguardKey),
    name: 'laptop',
    notAfter,
    signature: encodeBase64url(signEd25519(key.privateKey, bytes)),
    own: null,
    endpoints: [],
    ...changes,
  }
  return { body, keys }
}

async function connect(kit: Kit, person: LoggedIn, changes: Partial<PersonNodeRequest> = {}) {
  const { body, keys } = requestOf(kit, person, changes)
  const result = await person.client.call('connectPerson', { params: undefined, body })
  const reply: AdmissionReply = unwrap(result, 'ADMISSION_REFUSED')
  return { ...reply, keys, client: kit.client(keys.identity) }
}

async function nodesOf(kit: Kit) {
  return unwrap(await kit.client(kit.admin).call('nodes', none), 'REQUEST_REFUSED').nodes
}

async function entriesOf(kit: Kit): Promise<Record<string, unknown>[]> {
  const entries = await kit.coordinator().context.store.read((tx) => tx.log.list(0, 1000))
  return entries.map((entry) => JSON.parse(Buffer.from(entry).toString()))
}

test('a person has a node of their own: what the rules give their user, until the session ends, in list and log', async () => {
  const { kit, web } = await startWorld()
  const ada = await kit.logIn(ADA)
  const node = await connect(kit, ada)

  expect(node.self).toMatchObject({ kind: 'person', name: 'laptop', applications: [], environment: null })
  expect(node.peers.map(({ id }) => id)).toEqual([web.id])
  expect(node.peers[0]?.edges).toMatchObject([
    { direction: 'out', ports: [], ranges: [{ first: 22, last: 22 }], token: null, person: null },
  ])
  expect(node.lease.end).toBe(ada.session.expiresAt)
  expect((await nodesOf(kit)).find(({ id }) => id === node.self.id)).toMatchObject({
    kind: 'person',
    person: { issuer: kit.provider.url, subject: 'ada', session: keyIdOf(ada.key.publicKey) },
  })
  const entry = (await entriesOf(kit)).find(({ type }) => type === 'person-node')
  expect(entry).toMatchObject({ node: node.self.id, person: ada.session.person, agents: [web.id] })
  // Ids are random, and may hold any three letters.
  expect(JSON.stringify(entry)).not.toMatch(/"ada"|ada@/)
})

test('an agent is told by whom it can verify the node, and the person’s token goes to nobody else', async () => {
  const { kit, web } = await startWorld()
  const agent = await kit.connect(web)
  const ada = await kit.logIn(ADA)
  const { self } = await connect(kit, ada)
  const { changed } = await agent.until((change) => change.changed.some(({ id }) => id === self.id))
  expect(changed[0]?.edges[0]?.person).toMatchObject({
    subject: 'ada',
    sessionKey: encodeBase64url(ada.key.publicKey),
    token: expect.stringMatching(/^ey/),
    own: null,
  })
})

test.each<[what: string, rules: string, ranges: readonly { first: number; last: number }[]]>([
  ['all ports', acl('ada@example.org', 'tag:web:*'), [{ first: 1, last: 65_535 }]],
  [
    'ranges, joined',
    acl('autogroup:member', 'tag:web:80-90,22,85-99'),
    [
      { first: 22, last: 22 },
      { first: 80, last: 99 },
    ],
  ],
  ['everybody’s', acl('*', 'tag:web:443'), [{ first: 443, last: 443 }]],
])('rules may open %s', async (_what, rule, ranges) => {
  const { kit } = await startWorld(rulesOf(rule))
  const { peers } = await connect(kit, await kit.logIn(ADA))
  expect(peers[0]?.edges[0]?.ranges).toEqual(ranges)
})

test.each([
  ['another user', acl('eve@example.org', 'tag:web:22')],
  ['an admin', acl('autogroup:admin', 'tag:web:22')],
  ['a tagged node', acl('autogroup:tagged', 'tag:web:22')],
])('what a rule gives %s is not this person’s', async (_what, rule) => {
  const { kit } = await startWorld(rulesOf(rule))
  expect((await connect(kit, await kit.logIn(ADA))).peers).toEqual([])
})

test('roles are autogroups, and an account without a name is its subject at its login', async () => {
  const { kit } = await startWorld(
    rulesOf(acl('autogroup:admin', 'tag:web:1000'), acl('root-subject@staff', 'tag:web:2000')),
  )
  const { peers } = await connect(kit, await kit.logIn({ subject: 'root-subject' }))
  expect(peers[0]?.edges[0]?.ranges).toEqual([
    { first: 1000, last: 1000 },
    { first: 2000, last: 2000 },
  ])
})

test('a range that the rule opens at one tag is not open at the other', async () => {
  const rule = '{ "action": "accept", "src": ["group:ops"], "dst": ["tag:web:22", "tag:db:22-90"] }'
  const { kit } = await startWorld(
    `{ ${TAGS.replace('"tag:web"', '"tag:db": [], "tag:web"')}, "acls": [${rule}] }`,
  )
  const { peers } = await connect(kit, await kit.logIn(ADA))
  expect(peers[0]?.edges[0]?.ranges).toEqual([{ first: 22, last: 22 }])
})

test('without access rules a person reaches nobody', async () => {
  const kit = await startLoginKit({ logins: LOGINS })
  await kit.enrol()
  expect((await connect(kit, await kit.logIn(ADA))).peers).toEqual([])
})

test('the address is the device’s: it comes back to it, and another device has another', async () => {
  const { kit } = await startWorld()
  const ada = await kit.logIn(ADA)
  const first = await connect(kit, ada)
  const second = await connect(kit, ada, { name: 'desktop' })
  const twice = await connect(kit, ada)
  expect(new Set([first, second, twice].map(({ self }) => self.ipv4)).size).toBe(3)
  await leave(first.client)
  await leave(twice.client)
  const other = await kit.logIn(ADA)
  // Longer than a runner's address rests.
  kit.clock.move(3 * HOUR)
  const { store } = kit.coordinator().context
  const isTaken = await store.read((tx) => tx.nodes.isAddressTaken(first.self.ipv4, kit.clock.now()))
  expect(isTaken).toBe(true)
  const again = await connect(kit, other)
  expect(again.self).toMatchObject({ ipv4: first.self.ipv4, ipv6: first.self.ipv6 })
})

test('a person has so many devices at a time, and no more', async () => {
  const { kit } = await startWorld()
  const ada = await kit.logIn(ADA)
  for (let number = 1; number < MAX_DEVICES; number++) await connect(kit, ada, { name: `device-${number}` })
  const last = await connect(kit, ada, { name: 'last' })
  await expect(connect(kit, ada, { name: 'one-more' })).rejects.toThrow('too-many')
  await leave(last.client)
  expect((await connect(kit, ada, { name: 'one-more' })).self.ipv4).toBe(last.self.ipv4)
})

test('a lost reply is no failure: the same keys get the same node', async () => {
  const { kit } = await startWorld()
  const ada = await kit.logIn(ADA)
  const { body } = requestOf(kit, ada)
  const replies = [1, 2].map(() => ada.client.call('connectPerson', { params: undefined, body }))
  const [one, two] = (await Promise.all(replies)).map((reply) => unwrap(reply, 'ADMISSION_REFUSED'))
  expect(two?.self.id).toBe(one?.self.id)
  const bob = await kit.logIn({ subject: 'bob' })
  const stolen = requestOf(kit, bob, {}, requestOf(kit, ada).keys)
  await connect(kit, ada)
  const taken = { ...stolen.body, machineKey: body.machineKey, wireguardKey: body.wireguardKey }
  expect(await bob.client.call('connectPerson', { params: undefined, body: taken })).toMatchObject({
    kind: 'refused',
  })
})

test.each<
  [what: string, change: (kit: Kit, body: PersonNodeRequest) => Partial<PersonNodeRequest>, reason: RegExp]
>([
  [
    'keys that the session’s key did not sign',
    () => ({ machineKey: encodeBase64url(newKeys().keys.machine) }),
    /did not sign/,
  ],
  [
    'another end than was signed',
    (kit) => ({ notAfter: formatTimestamp((kit.clock.now() + HOUR) as Timestamp) }),
    /did not sign/,
  ],
  [
    'a key of one’s own that did not sign',
    (_kit, body) => ({ own: { key: encodeBase64url(newKeys().keys.machine), signature: body.signature } }),
    /your own key did not sign/,
  ],
])('a node with %s is refused', async (_what, change, reason) => {
  const { kit } = await startWorld()
  const ada = await kit.logIn(ADA)
  const { body } = requestOf(kit, ada)
  const result = await ada.client.call('connectPerson', {
    params: undefined,
    body: { ...body, ...change(kit, body) },
  })
  expect(result).toMatchObject({ kind: 'refused', problem: { message: expect.stringMatching(reason) } })
})

test('a node that was signed for a time that is over is refused', async () => {
  const { kit } = await startWorld()
  const ada = await kit.logIn(ADA)
  const notAfter = formatTimestamp((kit.clock.now() - MINUTE) as Timestamp)
  await expect(connect(kit, ada, { notAfter })).rejects.toThrow('was signed until')
})

test('who is not on the list gets no session, and so no node', async () => {
  const { kit } = await startWorld(rulesOf(), LOGINS.replace('everybody: true', 'subjects: [ada]'))
  await expect(kit.logIn({ subject: 'eve' })).rejects.toThrow('not on the list')
  const stranger = { key: newKeys().identity } as LoggedIn
  const { body } = requestOf(kit, stranger)
  const result = await kit.client(stranger.key).call('connectPerson', { params: undefined, body })
  expect(result).toMatchObject({ kind: 'refused', problem: { kind: 'untrusted' } })
})

async function joinAndWatch(kit: LoginKit, web: Awaited<ReturnType<LoginKit['enrol']>>) {
  const agent = await kit.connect(web)
  const ada = await kit.logIn(ADA)
  const node = await connect(kit, ada)
  const id = node.self.id
  await agent.until(({ map }) => map.peers.has(id))
  const stream = await kit.connect({ ...web, id, client: node.client, identity: node.keys.identity })
  return {
    ada,
    node,
    gone: () => agent.until(({ removed }) => removed.includes(id)),
    ended: stream.session.ended,
  }
}

test.each<
  [what: string, end: (kit: LoginKit, ada: LoggedIn, id: string) => Promise<unknown>, reason: string]
>([
  [
    'logs out',
    (_kit, ada) => ada.client.call('endSession', { params: undefined, body: {} }),
    'session-ended',
  ],
  [
    'has the session ended by an admin',
    (kit, ada) =>
      kit
        .client(kit.admin)
        .call('endSessionOf', { params: { session: keyIdOf(ada.key.publicKey) }, body: {} }),
    'session-ended',
  ],
  [
    'has the node revoked',
    (kit, _ada, id) => kit.client(kit.admin).call('revokeNode', { params: { id }, body: {} }),
    'revoked',
  ],
  [
    'is struck off the list',
    async (kit) =>
      push(kit, {
        environments: (await environmentsOf(kit)).replace('everybody: true', 'subjects: [nobody]'),
      }),
    'session-ended',
  ],
  [
    'is forgotten',
    (kit) =>
      kit
        .client(kit.admin)
        .call('forgetPerson', { params: undefined, body: { issuer: kit.provider.url, subject: 'ada' } }),
    'session-ended',
  ],
])('the node of one who %s ends at once, for its peers and on its own stream', async (_what, end, reason) => {
  const { kit, web } = await startWorld()
  const { ada, node, gone, ended } = await joinAndWatch(kit, web)
  await end(kit, ada, node.self.id)
  await gone()
  expect(await ended).toBe(reason)
  expect((await nodesOf(kit)).map(({ id }) => id)).toEqual([web.id])
  await expect(connect(kit, ada)).rejects.toThrow(/login-required|not on the list|untrusted/)
})

test('a node ends with its session’s time', async () => {
  const { kit, web } = await startWorld()
  await connect(kit, await kit.logIn(ADA))
  kit.clock.move(12 * HOUR + MINUTE)
  expect(await endExpiredLeases(kit.coordinator().context)).toBe(1)
  expect((await nodesOf(kit)).map(({ id }) => id)).toEqual([web.id])
})

test('a node ends when a policy that came meanwhile says that its session has ended', async () => {
  const { kit, web } = await startWorld()
  const { context } = kit.coordinator()
  await connect(kit, await kit.logIn(ADA))
  await push(kit, {
    environments: (await environmentsOf(kit)).replace(
      'allow: { everybody',
      'session: 1h\n    allow: { everybody',
    ),
  })
  expect(await endStrayNodes(context)).toBe(0)
  kit.clock.move(HOUR + MINUTE)
  expect(await endStrayNodes(context)).toBe(1)
  expect((await nodesOf(kit)).map(({ id }) => id)).toEqual([web.id])
})

test('a push opens and closes what a person reaches, and leaves alone what stays', async () => {
  const { kit, web } = await startWorld()
  const agent = await kit.connect(web)
  const ada = await kit.logIn(ADA)
  const { self } = await connect(kit, ada)
  await agent.until(({ map }) => map.peers.has(self.id))
  await push(kit, { access: rulesOf(acl('group:ops', 'tag:web:22'), acl('group:ops', 'tag:web:443')) })
  await agent.until(
    ({ map }) => map.peers.get(self.id)?.edges[0]?.ranges?.some(({ first }) => first === 443) ?? false,
  )
  await push(kit, { access: rulesOf(acl('eve@example.org', 'tag:web:22')) })
  await agent.until(({ map, removed }) => !map.peers.has(self.id) && removed.includes(self.id))
})

test('an agent that joins later is reached, too', async () => {
  const { kit } = await startWorld()
  const ada = await kit.logIn(ADA)
  await connect(kit, ada)
  const later = await kit.enrol({ name: 'web-2' })
  const agent = await kit.connect(later)
  expect([...agent.changes[0]!.map.peers.values()].map(({ kind }) => kind)).toEqual(['person'])
})

test('people see their own sessions, who operates sees all; a member cannot end another’s', async () => {
  const { kit } = await startWorld()
  const ada = await kit.logIn(ADA)
  const bob = await kit.logIn({ subject: 'bob' })
  const ops = await kit.logIn({ subject: 'olga', claims: { groups: ['ops'] } })
  await connect(kit, ada)
  const list = async ({ client }: Pick<LoggedIn, 'client'>) =>
    unwrap(await client.call('sessions', none), 'REQUEST_REFUSED').sessions
  expect(await list(ada)).toMatchObject([{ subject: 'ada', nodes: ['laptop'] }])
  expect((await list(ops)).map(({ subject }) => subject).sort()).toEqual(['ada', 'bob', 'olga'])
  expect(await list({ client: kit.client(kit.admin) })).toHaveLength(3)
  const end = (by: LoggedIn) =>
    by.client.call('endSessionOf', { params: { session: keyIdOf(ada.key.publicKey) }, body: {} })
  expect(await end(bob)).toMatchObject({ kind: 'refused', problem: { kind: 'not-found' } })
  expect((await ada.client.call('session', none)).kind).toBe('done')
  expect((await end(ops)).kind).toBe('done')
  expect(await ada.client.call('session', none)).toMatchObject({ problem: { kind: 'login-required' } })
  expect((await entriesOf(kit)).at(-2)).toMatchObject({ type: 'session-end', by: ops.session.person })
})

test('who is forgotten has another pseudonym afterwards, and the entries of before lead to nobody', async () => {
  const { kit } = await startWorld()
  const before = await kit.logIn(ADA)
  const body = { issuer: kit.provider.url, subject: 'ada' }
  const client = kit.client(kit.admin)
  expect(await client.call('forgetPerson', { params: undefined, body })).toMatchObject({
    value: { known: true, sessions: 1, nodes: 0 },
  })
  expect(await client.call('forgetPerson', { params: undefined, body })).toMatchObject({
    value: { known: false, sessions: 0, nodes: 0 },
  })
  const after = await kit.logIn(ADA)
  expect(after.session.person).not.toBe(before.session.person)
})
