import { expect, test } from 'vitest'
import { changedRules } from '../../src/access/change.ts'
import { parseAccessRules } from '../../src/access/document.ts'

const BEFORE = `{
  "groups": {"group:ops": ["ada@example.org", "bob@example.org"], "group:dev": ["eve@example.org"]},
  "hosts": {"db": "100.64.0.2"}, "ipsets": {"ipset:lab": ["10.0.0.0/8", "remove host:db"]},
  "tagOwners": {"tag:web": []}, "workloads": {"github:octo/shop": {"repositoryId": "74", "ownerId": "65"}},
  "acls": [
    {"action": "accept", "src": ["group:ops"], "dst": ["tag:web:22"]},
    {"action": "accept", "src": ["group:dev"], "dst": ["db:5432"]},
    {"action": "accept", "src": ["ipset:lab"], "dst": ["tag:web:80"]}],
  "grants": [{"src": ["github:octo/shop"], "dst": ["tag:web"], "ip": ["tcp:7070"], "approval": {"environment": "production"}}]
}`
const change = (after: string) => {
  const { gone, come } = changedRules(parseAccessRules(BEFORE, 'a'), parseAccessRules(after, 'b'))
  return [gone.map(({ id }) => id), come.map(({ id }) => id)]
}

test.each([
  ['nothing', BEFORE],
  ['a comment', `// who\n${BEFORE}`],
  [
    'the order of members',
    BEFORE.replace('"ada@example.org", "bob@example.org"', '"bob@example.org", "ada@example.org"'),
  ],
  ['another owner of a tag', BEFORE.replace('"tag:web": []', '"tag:web": ["group:ops"]')],
])('%s changes no rule', (_, after) => {
  expect(change(after)).toEqual([[], []])
})

test.each([
  ['a port', ['"tag:web:22"', '"tag:web:23"'], 'acls[0]'],
  ['a member of a group', ['"ada@example.org", ', ''], 'acls[0]'],
  ['the address of a host', ['"100.64.0.2"', '"100.64.0.3"'], 'acls[1]'],
  ['the id of a workload', ['"74"', '"75"'], 'grants[0]'],
  ['the approval that a grant demands', ['"production"', '"staging"'], 'grants[0]'],
] as const)('%s changes the rules that speak of it', (_, [from, to], id) => {
  const [gone, come] = change(BEFORE.replace(from, to))
  expect(gone).toContain(id)
  expect(come).toEqual(gone)
})

test('the rest of a mesh is not touched by a rule that goes', () => {
  expect(change(BEFORE.replace(/\{"action": "accept", "src": \["group:dev"\].*\},/, ''))).toEqual([
    ['acls[1]'],
    [],
  ])
})
