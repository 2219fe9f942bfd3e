/** The journal's lines, kept from the screen so that a run stays readable, and for tests to look at. */
export const journalLines: string[] = [];

const write = process.stdout.write.bind(process.stdout);

const isLine = (text: unknown): text is string => typeof text === 'string' && /^\{"(time|_aws)":/.test(text);

process.stdout.write = ((text: unknown, ...rest: never[]) => {
  if (!isLine(text)) return write(text as string, ...rest);
  journalLines.push(text);
  return true;
}) as typeof process.stdout.write;

/** The last figure of that name which was given out for CloudWatch. */
export const lastFigure = (name: string): number | undefined =>
  journalLines
    .filter((line) => line.startsWith('{"_aws":'))
    .map((line) => JSON.parse(line)[name])
    .findLast((figure) => figure !== undefined);
