/**
 * The command line's chunks as CommonJS. Node's ESM loader costs 20 ms and more for the chunks of one verb, before a
 * line of it runs; `require` is synchronous and a fraction of that.
 */
import { isBuiltin } from 'node:module'
import { transform } from 'esbuild'

/**
 * Built-in modules that load much (child_process and dns half of net and c-ares, fs/promises its streams) and are
 * seldom used: asked for where they are used, and not where they are imported. Nothing per packet is among them.
 */
const WHERE_USED: ReadonlySet<string> = new Set([
  'node:child_process',
  'node:dgram',
  'node:dns',
  'node:dns/promises',
  'node:fs/promises',
  'node:http',
  'node:https',
  'node:http2',
  'node:os',
  'node:readline',
  'node:readline/promises',
  'node:sqlite',
  'node:stream/promises',
  'node:timers/promises',
  'node:tls',
  'node:v8',
  'node:worker_threads',
  'node:zlib',
])

/**
 * @param script ESM, of the bundler; a part of another file is imported from `FILE#PART`
 * @param bundleUrl an expression for the URL of the bundle, as the sources' `import.meta.url`
 */
export async function commonJsOf(script: string, bundleUrl: string): Promise<string> {
  const { code } = await transform(script, {
    format: 'cjs',
    platform: 'node',
    target: 'node24',
    charset: 'ascii',
    legalComments: 'none',
    logLevel: 'warning',
  })
  const linked = builtinsAsObjects(code)
    // A copy of the exports, for users of CommonJS that there are none of.
    .replace('module.exports = __toCommonJS(stdin_exports);', 'module.exports = stdin_exports;')
    .replace(
      /\bimport\(("\.[^"]*\.cjs(?:#\w+)?")\)/g,
      (_expression, path: string) => `Promise.resolve().then(() => require(${path}))`,
    )
    .replace(/\brequire\("(\.[^"#]*\.cjs)#(\w+)"\)/g, 'require("$1").$2')
    .replace(
      /\bimport\(("node:[a-z_/]+")\)/g,
      (_expression, name: string) => `Promise.resolve(process.getBuiltinModule(${name}))`,
    )
  const url = linked.includes('__bundleUrl') ? `const __bundleUrl = ${bundleUrl};\n` : ''
  // What was a module is strict, which the bundler does not say.
  return `"use strict";\n${url}${linked}`
}

/** `var import_node_x = require("node:x")`, in the forms that the bundler writes for names and for whole modules. */
const BUILTIN = /^var ([\w$]+) = (?:__toESM\()?require\("(node:[a-z_0-9/]+|[a-z_0-9/]+)"\)(?:(?:, 1)?\))?;$/gm

function builtinsAsObjects(script: string): string {
  const lazy: [variable: string, from: string][] = []
  const eager = script.replace(BUILTIN, (statement: string, variable: string, from: string) => {
    if (!isBuiltin(from)) return statement
    const name = from.startsWith('node:') ? from : `node:${from}`
    const isWhole = statement.includes('__toESM')
    if (isWhole || !WHERE_USED.has(name)) {
      const object = `process.getBuiltinModule("${name}")`
      return `var ${variable} = ${isWhole ? `{ __proto__: ${object}, default: ${object} }` : object};`
    }
    lazy.push([variable, name])
    return ''
  })
  return lazy.reduce(
    (text, [variable, name]) =>
      // In parentheses: behind `new` the call itself would be taken for the constructor.
      text.replaceAll(wordOf(variable), () => `(process.getBuiltinModule("${name}"))`),
    eager,
  )
}

function wordOf(variable: string): RegExp {
  return new RegExp(`(?<![\\w$])${variable.replaceAll('$', '\\$')}(?![\\w$])`, 'g')
}
