import { expect, test } from 'vitest'
import { pomXml } from '../../../../scanners/dependencies/lockfiles/pom-xml.ts'
import { edgesOf, errorsOf, packagesOf, readText } from './reading.ts'

const dependency = (name: string, more = '') => {
  const [group, artifact] = name.split(':')
  return `<dependency><groupId>${group}</groupId><artifactId>${artifact}</artifactId>${more}</dependency>`
}

test('properties, project fields and nested placeholders; scopes; lines', async () => {
  const reading = await readText(
    pomXml,
    `<?xml version="1.0"?>
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <groupId>org.me</groupId><artifactId>app</artifactId><version>3.1</version>
  <properties><minor>7</minor><lib.version>1.\${minor}</lib.version></properties>
  <dependencies>
    <dependency>
      <groupId>a</groupId>
      <artifactId>b</artifactId>
      <version>\${lib.version}</version>
    </dependency>
    ${dependency('${project.groupId}:core', '<version>${project.version}</version>')}
    ${dependency('junit:junit', '<version>4.12</version><scope>test</scope>')}
    ${dependency('s:servlet', '<version>3</version><scope>provided</scope>')}
    ${dependency('o:opt', '<version>1</version><optional>true</optional>')}
  </dependencies>
  <dependencyManagement><dependencies>${dependency('x:unused', '<version>9</version>')}</dependencies></dependencyManagement>
</project>`,
  )
  expect(errorsOf(reading)).toEqual([])
  expect(packagesOf(reading)).toEqual([
    'a:b 1.7 6-10 prod true',
    'org.me:core 3.1 11-11 prod true',
    'junit:junit 4.12 12-12 test true',
    's:servlet 3 13-13 peer true',
    'o:opt 1 14-14 optional true',
  ])
  expect(edgesOf(reading)).toHaveLength(5)
})

const PARENT = `<project><groupId>org.me</groupId><artifactId>parent</artifactId><version>1</version>
<properties><v>parent</v><w>parent</w></properties>
<modules><module>app</module><module>bom</module></modules>
<dependencyManagement><dependencies>
${dependency('m:own', '<version>${v}</version><scope>test</scope>')}
${dependency('m:both', '<version>parent</version>')}
${dependency('org.me:bom', '<version>2</version><type>pom</type><scope>import</scope>')}
</dependencies></dependencyManagement>
<dependencies>${dependency('i:inherited', '<version>${w}</version>')}</dependencies></project>`
const BOM = `<project><groupId>org.me</groupId><artifactId>bom</artifactId><version>2</version>
<dependencyManagement><dependencies>
${dependency('m:both', '<version>bom</version>')}
${dependency('m:imported', '<version>${project.version}</version>')}
</dependencies></dependencyManagement></project>`
const CHILD = `<project>
<parent><groupId>org.me</groupId><artifactId>parent</artifactId><version>1</version></parent>
<artifactId>app</artifactId><properties><v>child</v></properties>
<dependencies>
${dependency('m:own')}
${dependency('m:both')}
${dependency('m:imported')}
</dependencies></project>`

test('a parent and a BOM of the same tree; the child sets what the parent names', async () => {
  const reading = await readText(pomXml, CHILD, {
    path: 'app/pom.xml',
    beside: { 'pom.xml': PARENT, 'bom/pom.xml': BOM },
  })
  expect(errorsOf(reading)).toEqual([])
  expect(packagesOf(reading)).toEqual([
    'm:own child 5-5 test true',
    'm:both parent 6-6 prod true',
    'm:imported 2 7-7 prod true',
    'i:inherited parent 2-2 prod true',
  ])
})

test('a parent that is not in the tree leaves versions open, and is named', async () => {
  const reading = await readText(pomXml, CHILD, { path: 'app/pom.xml' })
  expect(reading.packages.map((p) => p.version)).toEqual(['', '', ''])
  expect(reading.errors[0]).toMatchObject({ code: 'LOCKFILE_UNRESOLVED', line: 5 })
  expect(reading.errors[0]?.message).toContain('org.me:parent:1')
})

test.each([
  ['another artifact', PARENT.replace('<artifactId>parent', '<artifactId>other')],
  ['another version', PARENT.replace('<version>1<', '<version>2<')],
  ['no POM', '<html/>'],
])('the file above is not taken for the parent where it is %s', async (_, parent) => {
  const reading = await readText(pomXml, CHILD, { path: 'app/pom.xml', beside: { 'pom.xml': parent } })
  expect(reading.packages.every((p) => p.version === '')).toBe(true)
  expect(reading.errors).toHaveLength(3)
})

test('an empty relativePath means the repositories, and no path leaves the tree', async () => {
  for (const relativePath of ['<relativePath/>', '<relativePath>../../../etc/pom.xml</relativePath>']) {
    const child = CHILD.replace('</parent>', `${relativePath}</parent>`)
    const reading = await readText(pomXml, child, { path: 'app/pom.xml', beside: { 'pom.xml': PARENT } })
    expect(reading.errors).toHaveLength(3)
  }
})

test.each([
  ['1.0', '1.0', 0],
  ['[1.0]', '1.0', 0],
  ['[1.0,2.0)', '1.0', 1],
  ['[1.0,)', '1.0', 1],
  ['(1.0,2.0]', '', 1],
  ['(,1.0]', '', 1],
  ['LATEST', '', 1],
  ['${env.VERSION}', '', 1],
  ['${a}', '', 1],
])('the version %s is %j', async (written, version, errors) => {
  const text = `<project><properties><a>\${b}</a><b>\${a}</b></properties><dependencies>${dependency('g:a', `<version>${written}</version>`)}</dependencies></project>`
  const reading = await readText(pomXml, text)
  expect(reading.packages.map((p) => p.version)).toEqual([version])
  expect(reading.errors.map((e) => e.code)).toEqual(Array(errors).fill('LOCKFILE_UNRESOLVED'))
})

test('parents in a circle come to an end', async () => {
  const self = CHILD.replace('<artifactId>app', '<artifactId>parent')
  const reading = await readText(pomXml, self, {
    path: 'app/pom.xml',
    beside: { 'pom.xml': CHILD, 'app/pom.xml': self },
  })
  expect(reading.errors[0]?.code).toBe('LOCKFILE_UNRESOLVED')
})

test('properties that multiply are not expanded', async () => {
  const bomb = Array.from(
    { length: 60 },
    (_, i) => `<p${i + 1}>\${p${i}}\${p${i}}\${p${i}}</p${i + 1}>`,
  ).join('')
  const text = `<project><properties><p0>lol</p0>${bomb}</properties><dependencies>${dependency('g:a', '<version>${p60}</version>')}</dependencies></project>`
  const reading = await readText(pomXml, text)
  expect(reading.packages[0]?.version).toBe('')
})

test('no entity is expanded', async () => {
  const text = `<!DOCTYPE x [<!ENTITY a "1.0"><!ENTITY f SYSTEM "file:///etc/passwd">]>
<project><dependencies>${dependency('g:a', '<version>&a;</version>')}</dependencies></project>`
  const reading = await readText(pomXml, text)
  expect(reading.packages).toEqual([])
  expect(reading.errors).toMatchObject([{ line: 2, code: 'LOCKFILE_INVALID' }])
})

test('a POM that breaks off keeps whole dependencies', async () => {
  const text = `<project><dependencies>\n${dependency('g:a', '<version>1</version>')}\n<dependency><groupId>h</groupId><artifactId>b</artifactId><version>1.`
  const reading = await readText(pomXml, text)
  expect(packagesOf(reading)).toEqual(['g:a 1 2-2 prod true'])
  expect(reading.errors).toMatchObject([{ line: 3, code: 'LOCKFILE_INVALID' }])
})

test.each([
  '',
  '<',
  '<html/>',
  'plain',
  `${'<a>'.repeat(10_000)}`,
  '<project',
])('%.20j is a file error', async (text) => {
  const { errors } = await readText(pomXml, text)
  expect(errors[0]).toMatchObject({ code: 'LOCKFILE_INVALID', line: 1 })
  expect(errors[0]?.message).not.toMatch(/gave up/)
})

test('default profiles count, others do not', async () => {
  const profile = (name: string, active: string) =>
    `<profile><activation>${active}</activation><dependencies>${dependency(name, '<version>1</version>')}</dependencies></profile>`
  const text = `<project><profiles>${profile('p:on', '<activeByDefault>true</activeByDefault>')}${profile('p:off', '<jdk>8</jdk>')}</profiles></project>`
  expect((await readText(pomXml, text)).packages.map((p) => p.name)).toEqual(['p:on'])
})

test("repositories: one called central stands in for Maven's own, the others are told with their lines", async () => {
  const repository = (id: string, url: string) => `<repository><id>${id}</id><url>${url}</url></repository>`
  const pom = (repositories: string) => `<project>
<groupId>g</groupId><artifactId>a</artifactId><version>1</version>
<properties><host>maven.example</host></properties>
<repositories>
${repositories}
</repositories>
<pluginRepositories>${repository('p', 'https://plugins.example')}</pluginRepositories>
<dependencies>${dependency('x:y', '<version>1</version>')}</dependencies>
</project>`
  const others = `${repository('more', 'https://user:secret@${host}/releases')}\n${repository('odd', '${nobody}')}`
  const reading = await readText(pomXml, pom(others))
  expect(reading.registries).toEqual([
    { url: 'https://maven.example/releases', line: 5, endLine: 5 },
    { url: '${nobody}', line: 6, endLine: 6 },
  ])
  expect(reading.packages[0]?.source).toEqual({ kind: 'registry', url: null })

  const central = await readText(pomXml, pom(repository('central', 'https://${host}/central')))
  expect(central.registries).toBeUndefined()
  expect(central.packages[0]?.source).toEqual({ kind: 'registry', url: 'https://maven.example/central' })
})
