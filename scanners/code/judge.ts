/** From one file's text to its findings. */
import type { Finding } from '../../src/gate/finding.ts'
import { SEVERITIES } from '../../src/gate/finding.ts'
import type { FlowEvent } from './events.ts'
import { Flow } from './flow.ts'
import type { CodeRule, Sink } from './rule.ts'
import { matchSink } from './sink.ts'
import { grammarOf, type ParsePorts, parseSource } from './syntax.ts'
import type { Value } from './value.ts'

interface Hit {
  readonly rule: CodeRule
  readonly sink: Sink
  readonly value: Value
  readonly start: number
  readonly end: number
}

/** @throws `LIMIT_EXCEEDED` for code that takes too long to follow */
export async function judgeFile(
  path: string,
  text: string,
  rules: readonly CodeRule[],
  ports: ParsePorts,
): Promise<readonly Finding[]> {
  const root = await parseSource(text, grammarOf(path), ports)
  const hits = new Map<string, Hit>()
  const flow = new Flow(text, (event) => {
    for (const rule of rules) keepWorst(hits, judgeEvent(rule, event))
  })
  flow.run(root)
  const lines = lineStarts(text)
  return [...hits.values()].map((hit) => toFinding(hit, path, text, lines))
}

/** Code that serves nobody: a weakness in it is worth a look, not an alarm. */
const TEST = /(?:^|\/)(?:tests?|__tests__|specs?|e2e|cypress)\/|\.(?:test|spec)\.\w+$/

function judgeEvent(rule: CodeRule, event: FlowEvent): Hit | undefined {
  for (const sink of rule.sinks) {
    const value = matchSink(sink, event)
    if (value) return { rule, sink, value, start: event.node.start, end: event.node.end }
  }
  return undefined
}

/** A call is seen again when its function is followed with other values: the worst counts. */
function keepWorst(hits: Map<string, Hit>, hit: Hit | undefined): void {
  if (!hit) return
  const key = `${hit.rule.id}\0${hit.start}`
  const before = hits.get(key)
  if (!before || rank(hit) < rank(before)) hits.set(key, hit)
}

function rank({ rule, sink }: Hit): number {
  return SEVERITIES.indexOf(sink.severity ?? rule.severity)
}

function toFinding(
  { rule, sink, value, start, end }: Hit,
  path: string,
  text: string,
  lines: readonly number[],
): Finding {
  const line = lineOf(lines, start)
  const code = shorten(text.slice(start, end))
  const source = value.taint ?? value.random
  const from = source ? ` (from ${shorten(source.text)}, line ${lineOf(lines, source.start)})` : ''
  return {
    rule: rule.id,
    severity: sink.severity ?? rule.severity,
    confidence: TEST.test(path) ? 'low' : (sink.confidence ?? rule.confidence),
    title: rule.title,
    message: `\`${code}\`${from}: ${rule.message}`,
    path,
    line,
    column: start - lines[line - 1]! + 1,
    endLine: lineOf(lines, Math.max(start, end - 1)),
    package: null,
    advisory: null,
    identity: [code],
    link: rule.link,
  }
}

function shorten(text: string): string {
  const flat = text.replaceAll(/\s+/g, ' ')
  return flat.length > 100 ? `${flat.slice(0, 99)}…` : flat
}

function lineStarts(text: string): readonly number[] {
  const starts = [0]
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}

function lineOf(starts: readonly number[], offset: number): number {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (starts[middle]! <= offset) low = middle
    else high = middle - 1
  }
  return low + 1
}
