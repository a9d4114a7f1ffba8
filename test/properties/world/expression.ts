/** DynamoDB's condition and key-condition expressions, as far as the product writes them; anything else is an error. */

type Item = Record<string, unknown>
interface Bound {
  names?: Record<string, string> | undefined
  values?: Record<string, unknown> | undefined
}

const token = /\s*(<>|<=|>=|[=<>(),]|[:#]?[A-Za-z_][\w.#]*|:\d+)/y

/** What the product writes is some dozens of texts, again and again. */
const known = new Map<string, readonly string[]>()

function tokensOf(text: string): readonly string[] {
  const tokens = known.get(text) ?? readTokens(text)
  known.set(text, tokens)
  return tokens
}

function readTokens(text: string): string[] {
  const tokens: string[] = []
  token.lastIndex = 0
  while (token.lastIndex < text.trimEnd().length) {
    const found = token.exec(text)
    if (!found) throw new Error(`This table cannot read the expression “${text}”.`)
    tokens.push(found[1] ?? '')
  }
  return tokens
}

/** Whether an item (none: `{}`) fulfils an expression. */
export function holds(text: string, item: Item, { names = {}, values = {} }: Bound): boolean {
  const left = [...tokensOf(text)]
  const take = (expected?: string): string => {
    const next = left.shift()
    if (next === undefined || (expected !== undefined && next !== expected))
      throw new Error(`This table cannot read the expression “${text}” at “${next}”.`)
    return next
  }
  const at = (path: string): unknown =>
    path.split('.').reduce<unknown>((value, part) => (value as Item | undefined)?.[names[part] ?? part], item)
  const operand = (): unknown => {
    const next = take()
    return next.startsWith(':') ? values[next] : at(next)
  }
  const either = (): boolean => {
    let value = both()
    while (left[0] === 'OR') {
      take()
      const other = both()
      value = value || other
    }
    return value
  }
  const both = (): boolean => {
    let value = one()
    while (left[0] === 'AND') {
      take()
      const other = one()
      value = value && other
    }
    return value
  }
  const one = (): boolean => {
    if (left[0] === 'NOT') {
      take()
      return !one()
    }
    if (left[0] === '(') {
      take()
      const value = either()
      take(')')
      return value
    }
    return left[1] === '(' ? called() : compared()
  }
  const called = (): boolean => {
    const name = take()
    take('(')
    const path = take()
    const two = left[0] === ','
    if (two) take()
    const second = two ? operand() : undefined
    take(')')
    const value = at(path)
    switch (name) {
      case 'attribute_exists':
        return value !== undefined
      case 'attribute_not_exists':
        return value === undefined
      case 'begins_with':
        return typeof value === 'string' && value.startsWith(String(second))
      case 'contains':
        return Array.isArray(value) ? value.includes(second) : String(value ?? '').includes(String(second))
      default:
        throw new Error(`This table does not know the function “${name}”.`)
    }
  }
  const compared = (): boolean => {
    const first = operand()
    const by = take()
    const second = operand()
    if (by === 'BETWEEN') {
      take('AND')
      const third = operand()
      return comparable(first, second) && compare(first, second) >= 0 && compare(first, third) <= 0
    }
    if (by === '=') return first === second
    if (by === '<>') return first !== second
    if (!comparable(first, second)) return false
    const order = compare(first, second)
    switch (by) {
      case '<':
        return order < 0
      case '<=':
        return order <= 0
      case '>':
        return order > 0
      case '>=':
        return order >= 0
      default:
        throw new Error(`This table does not know the comparison “${by}”.`)
    }
  }
  const value = either()
  if (left.length > 0) throw new Error(`This table cannot read the expression “${text}” at “${left[0]}”.`)
  return value
}

const comparable = (one: unknown, other: unknown): boolean =>
  typeof one === typeof other && (typeof one === 'string' || typeof one === 'number')
const compare = (one: unknown, other: unknown): number =>
  one === other ? 0 : (one as string) < (other as string) ? -1 : 1

interface Update {
  UpdateExpression: string
  ExpressionAttributeNames?: Record<string, string>
  ExpressionAttributeValues?: Record<string, unknown>
}

/** An item after an update of its own attributes: `SET a = :b`, `ADD a :b` (numbers) and `REMOVE a`. */
export function updated(item: Item, update: Update): Item {
  const {
    UpdateExpression: text,
    ExpressionAttributeNames: names = {},
    ExpressionAttributeValues: values = {},
  } = update
  const after = { ...item }
  for (const [, clause = '', said = ''] of text.matchAll(/(SET|ADD|REMOVE)\s+(.*?)(?=\s+(?:SET|ADD|REMOVE)\s|$)/g))
    for (const one of said.split(',')) {
      const [path = '', value = '', ...rest] = one.trim().split(/\s*=\s*|\s+/)
      const name = names[path] ?? path
      if (rest.length > 0 || /[.[(]/.test(one)) throw new Error(`This table cannot read the update “${text}”.`)
      if (clause === 'REMOVE') delete after[name]
      else after[name] = clause === 'SET' ? values[value] : Number(after[name] ?? 0) + Number(values[value])
    }
  return after
}
