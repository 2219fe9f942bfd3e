/** The complaints that hold, each about its subject. */
export const said = (subject: string, complaints: Record<string, boolean>): string[] =>
  Object.keys(complaints)
    .filter((complaint) => complaints[complaint])
    .map((complaint) => `${subject} ${complaint}`);

/** Says of what kind a key is without the rest of it, which may name a person: `EMAIL#…`. */
export const kindOf = ({ pk }: { pk: string }): string =>
  pk.includes('#') ? `${pk.slice(0, pk.indexOf('#'))}#…` : '…';
