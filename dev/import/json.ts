/** @returns what a text says in JSON; `undefined` for one that is none */
export function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
