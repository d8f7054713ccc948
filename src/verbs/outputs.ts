/** The action's outputs: `action.yml` and the docs are made from this table. */
export const OUTPUTS = {
  verdict: 'passed, failed or undecided.',
  findings: 'How many findings block.',
  report:
    'The folder with the verdict (verdict.json), the report as Markdown and SARIF, approvals and receipts.',
  approval: 'The approval files, one path a line.',
  deployment: 'committed, rolled-back or refused; the worst of all agents.',
  'deployed-digest': 'The digest that runs now, where every agent committed it.',
} as const satisfies Record<string, string>

export type OutputName = keyof typeof OUTPUTS
