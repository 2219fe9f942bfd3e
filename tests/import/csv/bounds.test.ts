import { describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { type Line, Lines, linesOf } from '../../../dev/import/csv/lines.ts';
import { Rows } from '../../../dev/import/csv/rows.ts';
import { often } from '../../support/extent.ts';

/** However quotation marks stand in a file, its rows are found by looking at each line a few times. */

async function rowsIn(lines: Lines): Promise<{ line: number; cells: string[] }[]> {
  const rows = new Rows(lines, ';');
  const all = [];
  for (let row = await rows.next(); row; row = await rows.next()) all.push({ line: row.line, cells: row.cells });
  return all;
}

async function* blocks(text: string): AsyncGenerator<string> {
  yield text;
}

/** How often a line may be looked at, however many of the lines before it are open. */
const OFTEN = 12;

const MANY = 1_000;

describe('every line is looked at a few times only', () => {
  test.each<[string, (n: number) => string, count?: number]>([
    ['no line has a quotation mark', () => 'a;b'],
    ['each line opens one', (n) => `"a${n}`],
    ['each line closes one and opens another', () => 'x";"y'],
    ['each line opens one that the next does not close', () => 'a;"b'],
    ['one in a hundred closes', (n) => (n % 100 === 0 ? 'a"' : '"a')],
    ['lines are long', (n) => `"${'x'.repeat(20_000)}${n % 60}`, 300],
  ])('when %s', async (_, textOf, count = MANY) => {
    let looks = 0;
    async function* counted(): AsyncGenerator<Line> {
      for (let n = 1; n <= count; n += 1) {
        const text = textOf(n);
        yield {
          number: n,
          get text() {
            looks += 1;
            return text;
          },
          end: '\n',
          isTooLong: false,
        };
      }
    }
    expect((await rowsIn(new Lines(counted()))).length).toBeGreaterThan(count / 101);
    expect(looks).toBeLessThan(OFTEN * count);
  });
});

const OPTIONS = { delimiter: ';', relax_quotes: true, ltrim: true, record_delimiter: ['\r\n', '\n', '\r'] };

function parsed(text: string): string[] | undefined {
  try {
    return parse(text, OPTIONS)[0] ?? [];
  } catch {
    return undefined;
  }
}

/** The rows by trying line after line, and each that can be no row by itself. */
function tried(lines: readonly Line[]): { line: number; cells: string[] }[] {
  const rows = [];
  for (let from = 0; from < lines.length; ) {
    const { number, text } = lines[from] as Line;
    let [whole, cells, to] = [text, parsed(text), from];
    while (!cells && to + 1 < lines.length) {
      whole += (lines[to] as Line).end + (lines[to + 1] as Line).text;
      cells = parsed(whole);
      to += 1;
    }
    rows.push({ line: number, cells: cells ?? [] });
    from = cells ? to + 1 : from + 1;
  }
  return rows;
}

test('the rows are those that are found by trying line after line', async () => {
  const text = fc.string({ unit: fc.constantFrom('a', '"', '""', ';', ' ', '\n', '\r\n'), maxLength: 60 });
  await fc.assert(
    fc.asyncProperty(text, async (written) => {
      const lines: Line[] = [];
      for await (const line of linesOf(blocks(written))) lines.push(line);
      expect(await rowsIn(new Lines(linesOf(blocks(written))))).toEqual(tried(lines));
    }),
    { numRuns: often({ everyday: 400, thorough: 2000 }) },
  );
});
