/** The place of one line of a script, which in YAML may begin lines after its key. */
import type { Workflow, WorkflowPlace, WorkflowText } from '../../src/repository/workflow.ts'

/** The script's own place where the line can't be told, because folding or escapes changed it. */
export function placeOfLine(script: WorkflowText, fragment: string, workflow: Workflow): WorkflowPlace {
  const [first = ''] = fragment.trim().split('\n')
  const lines = workflow.tree.text.split('\n')
  for (let line = script.line; line <= script.endLine; line++) {
    const from = line === script.line ? script.column - 1 : 0
    const at = lines[line - 1]?.indexOf(first, from) ?? -1
    if (first !== '' && at !== -1) return { line, column: at + 1, endLine: line }
  }
  return script
}
