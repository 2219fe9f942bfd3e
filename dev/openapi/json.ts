/** A JSON object, and what it may hold. */
export type Json = { [key: string]: JsonValue };
export type JsonValue = string | number | boolean | null | undefined | JsonValue[] | Json;

export const isObject = (value: JsonValue | undefined): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** `over` on top of `base`, objects inside objects too. */
export function merged(base: Json, over: Json): Json {
  const result: Json = { ...base };
  for (const [key, value] of Object.entries(over)) {
    const present = result[key];
    result[key] = isObject(present) && isObject(value) ? merged(present, value) : value;
  }
  return result;
}
