/**
 * A spreadsheet runs a cell that begins with one of these signs as a formula, whoever wrote it. An apostrophe
 * before it makes it text. What has apostrophes of its own before such a sign gets one more, so that taking one away
 * gives every value back, and a title like `'Tis pity` is touched by neither.
 */
const FORMULA = /^'*[=+\-@\t\r]/;
const PROTECTED = /^'+[=+\-@\t\r]/;

export const protect = (value: string): string => (FORMULA.test(value) ? `'${value}` : value);

export const unprotect = (cell: string): string => (PROTECTED.test(cell) ? cell.slice(1) : cell);
