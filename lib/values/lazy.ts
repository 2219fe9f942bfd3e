/** The value is made when first asked for, and kept: what only some calls need does not delay every cold start. */
export function lazy<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
