/**
 * A small flow analysis inside one file: it walks each function in order, knows of each value whether
 * a stranger may control it, and tells what it sees as events. Calls of functions of the same file
 * are followed when a tainted value is passed. Branches add to what is known, loops are walked twice.
 * It never runs code; its work is bounded by steps.
 */
import { SallyportError } from '../../src/base/errors.ts'
import { bindParameters, bindPattern } from './binding.ts'
import { evaluateCall, evaluateNew } from './call.ts'
import type { FlowEvent } from './events.ts'
import { FLOW_LIMITS } from './flow-limits.ts'
import { collectChecks, exits } from './guard.ts'
import { evaluateMember, evaluateObject, evaluateSubscript } from './member.ts'
import { importModule } from './module.ts'
import { lookUp, Scope } from './scope.ts'
import { childOf, type SyntaxNode } from './syntax.ts'
import { concatenate, constant, derived, joinValues, UNKNOWN, type Value } from './value.ts'

interface Deferred {
  readonly node: SyntaxNode
  readonly scope: Scope
  readonly args: readonly Value[] | undefined
}

export class Flow {
  readonly text: string
  readonly #emit: (event: FlowEvent) => void
  readonly #deferred: Deferred[] = []
  readonly #returns: Value[][] = []
  readonly #values = new Map<SyntaxNode, Value>()
  /** Names of the calls around what is evaluated. */
  readonly inside: string[] = []
  readonly path: string[] = []
  inlineDepth = 0
  #steps = 0
  #loops = 0

  constructor(text: string, emit: (event: FlowEvent) => void) {
    this.text = text
    this.#emit = emit
  }

  /** @throws `LIMIT_EXCEEDED` */
  run(root: SyntaxNode): void {
    this.statements(root.children, new Scope())
    for (let next = this.#deferred.shift(); next; next = this.#deferred.shift()) {
      this.callFunction(next.node, next.scope, next.args)
    }
  }

  emit(event: FlowEvent): void {
    this.#emit(event)
  }

  textOf(node: SyntaxNode): string {
    return this.text.slice(node.start, node.end)
  }

  /** The body is walked when everything around it is known. */
  defer(node: SyntaxNode, scope: Scope, args?: readonly Value[]): void {
    this.#deferred.push({ node, scope, args })
  }

  /** Walks a function's body and gives what it returns. */
  callFunction(node: SyntaxNode, outer: Scope, args: readonly Value[] | undefined): Value {
    const scope = new Scope(outer)
    bindParameters(this, node, scope, args)
    const body = childOf(node, 'body')
    if (!body) return UNKNOWN
    this.#returns.push([])
    const implicit = body.type === 'statement_block' ? undefined : this.evaluate(body, scope)
    if (!implicit) this.statements(body.children, scope)
    const returned = this.#returns.pop() ?? []
    return joinValues(implicit ? [implicit] : returned)
  }

  statements(nodes: readonly SyntaxNode[], scope: Scope): void {
    for (const node of nodes) if (node.type === 'function_declaration') this.#declareFunction(node, scope)
    for (const node of nodes) this.statement(node, scope)
  }

  statement(node: SyntaxNode, scope: Scope): void {
    this.#step()
    switch (node.type) {
      case 'if_statement':
        this.#if(node, scope)
        return
      case 'for_statement':
      case 'while_statement':
      case 'do_statement':
        this.#loop(node, scope)
        return
      case 'for_in_statement':
        this.#forIn(node, scope)
        return
      case 'return_statement': {
        const value = this.joined(node, scope)
        this.#returns.at(-1)?.push(value)
        return
      }
      case 'import_statement':
        importModule(this, node, scope)
        return
      case 'function_declaration':
      case 'generator_function_declaration':
        this.defer(node, scope)
        return
      case 'switch_case':
      case 'switch_default':
      case 'catch_clause':
        this.#branch(node, scope)
        return
      default:
        if (isBlock(node)) this.statements(node.children, scope)
        else this.evaluate(node, scope)
    }
  }

  evaluate(node: SyntaxNode, scope: Scope): Value {
    this.#step()
    const known = this.#evaluate(node, scope)
    const value = known.taint && scope.isChecked(this.textOf(node)) ? UNKNOWN : known
    this.#values.set(node, value)
    return value
  }

  /** What a node was last evaluated to. */
  valueOf(node: SyntaxNode): Value {
    return this.#values.get(node) ?? UNKNOWN
  }

  /** The join of everything in a node, for what has no rule of its own. */
  joined(node: SyntaxNode, scope: Scope): Value {
    const values: Value[] = []
    for (const child of node.children) {
      if (!isType(child)) values.push(this.evaluate(child, scope))
    }
    return values.length === 0 ? UNKNOWN : joinValues(values)
  }

  #evaluate(node: SyntaxNode, scope: Scope): Value {
    switch (node.type) {
      case 'string':
        return constant(unquote(this.text.slice(node.start + 1, node.end - 1)))
      case 'number':
      case 'true':
      case 'false':
      case 'null':
        return constant(this.textOf(node))
      case 'regex':
        this.emit({ kind: 'regex', node, pattern: this.textOf(childOf(node, 'pattern') ?? node) })
        return constant()
      case 'template_string':
        return this.#template(node, scope)
      case 'identifier':
      case 'shorthand_property_identifier':
        return lookUp(scope, this.textOf(node))
      case 'binary_expression':
        return this.#binary(node, scope)
      case 'unary_expression':
      case 'update_expression':
        this.joined(node, scope)
        return UNKNOWN
      case 'ternary_expression':
        return this.#ternary(node, scope)
      case 'assignment_expression':
      case 'augmented_assignment_expression':
        return this.#assignment(node, scope)
      case 'variable_declarator':
        return this.#declarator(node, scope)
      case 'member_expression':
        return evaluateMember(this, node, scope)
      case 'subscript_expression':
        return evaluateSubscript(this, node, scope)
      case 'call_expression':
        return evaluateCall(this, node, scope)
      case 'new_expression':
        return evaluateNew(this, node, scope)
      case 'object':
        return evaluateObject(this, node, scope)
      case 'jsx_attribute':
        return this.#attribute(node, scope)
      case 'sequence_expression': {
        const values = node.children.map((child) => this.evaluate(child, scope))
        return values.at(-1) ?? UNKNOWN
      }
      default:
        return this.#wrapped(node, scope)
    }
  }

  /** Expressions around others, and what is walked later. */
  #wrapped(node: SyntaxNode, scope: Scope): Value {
    switch (node.type) {
      case 'as_expression':
      case 'satisfies_expression':
      case 'non_null_expression':
      case 'parenthesized_expression':
      case 'await_expression': {
        const inner = node.children.find((child) => !isType(child))
        return inner ? this.evaluate(inner, scope) : UNKNOWN
      }
      case 'arrow_function':
      case 'function_expression':
      case 'generator_function':
      case 'method_definition':
        this.defer(node, scope)
        return { closure: { node, scope } }
      case 'public_field_definition':
      case 'field_definition':
        return this.#field(node, scope)
      case 'comment':
        return UNKNOWN
      default:
        return this.#other(node, scope)
    }
  }

  /** Statements inside of expressions, and kinds that only hold others. */
  #other(node: SyntaxNode, scope: Scope): Value {
    if (isBlock(node) || /_statement$|_clause$|_body$|^switch_/.test(node.type)) {
      this.statements(node.children, scope)
      return UNKNOWN
    }
    return this.joined(node, scope)
  }

  #declareFunction(node: SyntaxNode, scope: Scope): void {
    const name = childOf(node, 'name')
    if (name) scope.declare(this.textOf(name), { closure: { node, scope } })
  }

  #template(node: SyntaxNode, scope: Scope): Value {
    const parts: Value[] = []
    for (const child of node.children) {
      if (child.type === 'template_substitution') parts.push(this.joined(child, scope))
      else if (child.type === 'string_fragment') parts.push(constant(this.textOf(child)))
    }
    if (parts.length === 0) return constant(this.text.slice(node.start + 1, node.end - 1))
    return concatenate(parts)
  }

  #binary(node: SyntaxNode, scope: Scope): Value {
    const operator = childOf(node, 'operator')
    const left = this.evaluate(childOf(node, 'left') ?? node.children[0]!, scope)
    const right = this.evaluate(childOf(node, 'right') ?? node.children.at(-1)!, scope)
    switch (operator && this.textOf(operator)) {
      case '+':
        return isNumber(left) || isNumber(right)
          ? derived(joinValues([left, right]))
          : concatenate([left, right])
      case '||':
      case '??':
        return joinValues([left, right])
      case '&&':
        return right
      case '*':
      case '-':
      case '/':
        return left.random || right.random ? derived({ random: (left.random ?? right.random)! }) : UNKNOWN
      default:
        return UNKNOWN
    }
  }

  #ternary(node: SyntaxNode, scope: Scope): Value {
    const condition = childOf(node, 'condition')
    if (condition) this.evaluate(condition, scope)
    const checks = condition ? collectChecks(this, condition) : []
    const taken = childOf(node, 'consequence')
    const other = childOf(node, 'alternative')
    const values: Value[] = []
    if (taken) values.push(this.#checked(checks, true, scope, () => this.evaluate(taken, scope)))
    if (other) values.push(this.#checked(checks, false, scope, () => this.evaluate(other, scope)))
    return joinValues(values)
  }

  #assignment(node: SyntaxNode, scope: Scope): Value {
    const left = childOf(node, 'left')
    const right = childOf(node, 'right')
    if (!left || !right) return UNKNOWN
    const given = this.evaluate(right, scope)
    const adds = node.type === 'augmented_assignment_expression'
    const value = adds ? concatenate([this.evaluate(left, scope), given]) : given
    if (left.type === 'subscript_expression') this.#indexed(left, value, scope)
    bindPattern(this, left, value, scope, 'assign')
    const property = childOf(left, 'property')
    const target = this.textOf(property ?? left)
    this.emit({ kind: 'assign', node, target, left: this.textOf(left), value })
    return value
  }

  #indexed(left: SyntaxNode, value: Value, scope: Scope): void {
    const object = childOf(left, 'object')
    const inner = object?.type === 'subscript_expression' ? childOf(object, 'index') : undefined
    const index = childOf(left, 'index')
    if (inner) this.emit({ kind: 'index', node: left, key: this.evaluate(inner, scope), value, nested: true })
    if (index)
      this.emit({ kind: 'index', node: left, key: this.evaluate(index, scope), value, nested: false })
  }

  #declarator(node: SyntaxNode, scope: Scope): Value {
    const name = childOf(node, 'name')
    const initial = childOf(node, 'value')
    const value = initial ? this.evaluate(initial, scope) : UNKNOWN
    if (!name) return value
    bindPattern(this, name, value, scope, 'declare')
    if (name.type === 'identifier') {
      const target = this.textOf(name)
      this.emit({ kind: 'assign', node, target, left: target, value })
    }
    return value
  }

  #field(node: SyntaxNode, scope: Scope): Value {
    const initial = childOf(node, 'value')
    const key = childOf(node, 'property') ?? childOf(node, 'name')
    if (!initial || !key) return UNKNOWN
    const value = this.evaluate(initial, scope)
    this.emit({ kind: 'assign', node, target: this.textOf(key), left: this.textOf(key), value })
    return value
  }

  #attribute(node: SyntaxNode, scope: Scope): Value {
    const [name, content] = node.children
    if (!name || !content) return UNKNOWN
    const key = this.textOf(name)
    this.path.unshift(key)
    const value = this.evaluate(content, scope)
    this.path.shift()
    this.emit({ kind: 'attribute', node, key, value, inside: [...this.inside], path: [...this.path] })
    return value
  }

  #if(node: SyntaxNode, scope: Scope): void {
    const condition = childOf(node, 'condition')
    const taken = childOf(node, 'consequence')
    const other = childOf(node, 'alternative')
    if (condition) this.evaluate(condition, scope)
    const checks = condition ? collectChecks(this, condition) : []
    if (taken) this.#checked(checks, true, scope, () => this.#branch(taken, scope))
    if (other) this.#checked(checks, false, scope, () => this.#branch(other, scope))
    // if (!ok(x)) return; what follows sees x checked.
    if (taken && exits(taken)) for (const check of checks) if (!check.holds) scope.check(check.expression)
  }

  /** Walks with what a condition has checked, in the branch where it holds. */
  #checked<T>(checks: ReturnType<typeof collectChecks>, branch: boolean, scope: Scope, walk: () => T): T {
    const fresh = checks.filter(({ holds, expression }) => holds === branch && !scope.isChecked(expression))
    for (const { expression } of fresh) scope.check(expression)
    const result = walk()
    for (const { expression } of fresh) scope.uncheck(expression)
    return result
  }

  #branch(node: SyntaxNode, scope: Scope): void {
    scope.conditional++
    if (isBlock(node) || /^(?:else_clause|switch_case|switch_default|catch_clause)$/.test(node.type)) {
      this.statements(node.children, scope)
    } else this.statement(node, scope)
    scope.conditional--
  }

  #loop(node: SyntaxNode, scope: Scope): void {
    scope.conditional++
    this.#repeat(() => this.statements(node.children, scope))
    scope.conditional--
  }

  #forIn(node: SyntaxNode, scope: Scope): void {
    const left = childOf(node, 'left')
    const right = childOf(node, 'right')
    const body = childOf(node, 'body')
    const items = right ? derived(this.evaluate(right, scope)) : UNKNOWN
    if (left) bindPattern(this, left, items, scope, 'declare')
    if (!body) return
    scope.conditional++
    this.#repeat(() => this.statement(body, scope))
    scope.conditional--
  }

  /** What one round assigns, the next one sees; deep nests are walked once, or the work would double with each. */
  #repeat(walk: () => void): void {
    const rounds = this.#loops < 2 ? 2 : 1
    this.#loops++
    for (let round = 0; round < rounds; round++) walk()
    this.#loops--
  }

  #step(): void {
    if (++this.#steps <= FLOW_LIMITS.maxSteps) return
    throw new SallyportError('LIMIT_EXCEEDED', {
      message: `following its values takes more than ${FLOW_LIMITS.maxSteps} steps, so it was not judged`,
    })
  }
}

function isBlock({ type }: SyntaxNode): boolean {
  return type === 'statement_block' || type === 'program' || type === 'class_body'
}

function isType({ type, field }: SyntaxNode): boolean {
  return field === 'operator' || type.startsWith('type_') || type.endsWith('_type') || type === 'comment'
}

function isNumber(value: Value): boolean {
  return value.constant === true && value.text !== undefined && /^-?[\d.]+$/.test(value.text)
}

function unquote(text: string): string {
  return text.includes('\\') ? text.replaceAll(/\\(['"`\\])/g, '$1') : text
}
