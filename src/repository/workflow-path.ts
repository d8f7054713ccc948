/** Where GitHub looks for workflows and for actions. */

/** True for a path that GitHub reads as a workflow. */
export function isWorkflowPath(path: string): boolean {
  return /^\.github\/workflows\/[^/]+\.ya?ml$/.test(path)
}

/** True for the metadata file of an action, in any folder. */
export function isActionPath(path: string): boolean {
  return /(^|\/)action\.ya?ml$/.test(path)
}
