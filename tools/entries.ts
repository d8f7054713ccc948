/** The bundles of `dist/`, and the source each starts from. */
export const ENTRIES: Readonly<Record<string, string>> = {
  cli: 'src/cli/main.ts',
  'data-thread': 'src/mesh/tun/data-thread.ts',
  main: 'src/action/main.ts',
  node: 'src/action/background.ts',
  post: 'src/action/post.ts',
}

/** Entries whose code is split into chunks that are loaded when they are asked for. */
export const SPLIT: ReadonlySet<string> = new Set(['cli'])
