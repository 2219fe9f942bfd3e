import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { linesOf } from '../../../dev/import/csv/lines.ts';
import { titlesIn } from './file.ts';

async function* cut(text: string, size: number): AsyncGenerator<string> {
  for (let from = 0; from < text.length; from += size) yield text.slice(from, from + size);
}

test('lines are the same wherever a text is cut, whatever ends them', async () => {
  const text = fc.string({ unit: fc.constantFrom('a', '\r', '\n', '\r\n'), maxLength: 30 });
  await fc.assert(
    fc.asyncProperty(text, fc.integer({ min: 1, max: 5 }), async (written, size) => {
      const seen = [];
      for await (const line of linesOf(cut(written, size))) seen.push(line);
      const last = /(^|[\r\n])$/.test(written) ? -1 : undefined;
      expect(seen.map((line) => line.text)).toEqual(written.split(/\r\n|\r|\n/).slice(0, last));
      expect(seen.map((line) => line.text + line.end).join('')).toBe(written);
      expect(seen.map(({ number }) => number)).toEqual(seen.map((_, n) => n + 1));
    }),
  );
});

test.each(['', '\ufeff'])('a letter of several bytes may be cut anywhere in a file of megabytes (%j)', async (mark) => {
  const title = 'é€'.repeat(2_000);
  const titles = await titlesIn(Buffer.from(`${mark}titre\n${`${title}\n`.repeat(300)}`), 60_001);
  expect(titles.filter((one) => one === title)).toHaveLength(300);
});
