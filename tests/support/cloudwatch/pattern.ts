/**
 * Whether a log line matches a metric filter's pattern for JSON. What the patterns here use is what is known: fields,
 * `=` and `!=` with texts and numbers, `NOT EXISTS`, `&&`, `||` and parentheses.
 * @throws Error for whatever else is in the pattern
 */
export function matches(pattern: string, line: string): boolean {
  let object: object;
  try {
    object = JSON.parse(line);
  } catch {
    return false;
  }
  const known = /"[^"*\\]*"|\$(?:\.\w+)+|\d+|&&|\|\||!=|=|NOT EXISTS|[(){}]|\s+/y;
  const expression: string[] = [];
  while (known.lastIndex < pattern.length) {
    const { lastIndex } = known;
    const [token] = known.exec(pattern) ?? [];
    if (token === undefined) throw new Error(`unknown in a pattern: ${pattern.slice(lastIndex)}`);
    expression.push(inJavaScript(token));
  }
  return new Function('field', `return ${expression.join('')};`)((path: string) => fieldOf(object, path));
}

function inJavaScript(token: string): string {
  if (token.startsWith('$')) return `field(${JSON.stringify(token.slice(2))})`;
  return { '=': '===', '!=': '!==', '{': '(', '}': ')', 'NOT EXISTS': '=== undefined' }[token] ?? token;
}

const fieldOf = (object: object, path: string): unknown =>
  path.split('.').reduce<unknown>((value, name) => (value as Record<string, unknown> | undefined)?.[name], object);
