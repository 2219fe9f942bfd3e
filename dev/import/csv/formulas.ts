/**
 * A spreadsheet runs a cell that begins with one of these signs as a formula, whoever wrote it. An apostrophe
 * before it makes it text. What has apostrophes of its own before such a sign gets one more, so that taking one away
 * gives every value back, and a title like `'Tis pity` is touched by neither.
 */
const FORMULA = /^'*[=+\-@\t\r]/;
const PROTECTED = /^'+[=+\-@\t\r]/;

export const protect = (value: string): string => (FORMULA.test(value) ? `'${value}` : value);

/** The formula of a text, by which some programs keep a spreadsheet from taking a number for one: `="9780679720201"`. */
const OF_TEXT = /^="(.*)"$/s;

export function unprotect(cell: string): string {
  const text = OF_TEXT.exec(cell)?.[1];
  if (text !== undefined) return text.replaceAll('""', '"');
  return PROTECTED.test(cell) ? cell.slice(1) : cell;
}
