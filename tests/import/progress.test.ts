import type { WriteStream } from 'node:tty';
import { describe, expect, test } from '@jest/globals';
import { measured } from '../../dev/import/counted.ts';
import { writeIso2709 } from '../../dev/import/marc/write-iso2709.ts';
import { marcXmlEnd, marcXmlRecord, marcXmlStart } from '../../dev/import/marc/write-xml.ts';
import { barOn } from '../../dev/import/progress.ts';
import { useImportDesk } from './desk.ts';

/** The bar that a librarian watches. */

const { desk } = useImportDesk();

describe('the number of records that is expected', () => {
  const book = { titre: 'Deux\nlignes', exemplaires: [] };
  const xml = `${marcXmlStart}${marcXmlRecord(book).repeat(3)}${marcXmlEnd}`;
  const prefixed = xml.replace(/<(\/?)(record|leader)/g, '<$1marc:$2');
  test.each<[string, string | Uint8Array, number]>([
    ['a CSV', 'titre\nUn\nDeux\nTrois', 3],
    ['a CSV whose lines end as on an old Mac', 'titre\rUn\rDeux\rTrois', 3],
    ['ISO 2709', Buffer.concat([1, 2, 3].map(() => writeIso2709(book))), 3],
    ['XML', xml, 3],
    ['the answer of a server', `<answer><record>${prefixed}</record></answer>`, 3],
    ['an empty file', '', 0],
  ])('is that of %s', async (_, content, records) => {
    expect(await measured(desk.file('livres', content))).toMatchObject({ records });
  });
});

/** @returns the percentages that a bar has shown while so many records were dealt with */
function shown(expected: number, records: number, isWhole: boolean): number[] {
  const written: string[] = [];
  const stream = { isTTY: true, columns: 120, write: (text: string) => written.push(text) > 0 };
  const bar = barOn(stream as unknown as WriteStream);
  bar.start(expected);
  for (let lus = 1; lus <= records; lus += 1) bar.counted({ lus, crees: lus, mis_a_jour: 0, ignores: 0, refuses: 0 });
  bar.stop(isWhole);
  return [...written.join('').matchAll(/(\d+) %/g)].map(([, percentage]) => Number(percentage));
}

test.each([
  ['as many as expected', 10, 10],
  ['fewer', 1_000_000, 10],
  ['more', 3, 10],
  ['none', 0, 0],
])('it ends at 100 %% and never passes it when the records are %s', (_, expected, records) => {
  const percentages = shown(expected, records, true);
  expect(percentages.at(-1)).toBe(100);
  expect(Math.max(...percentages)).toBe(100);
});

test('it stays where it is when the import is interrupted', () => {
  expect(shown(10, 5, false).at(-1)).toBe(50);
});

test('it follows what is dealt with, however far ahead the file is read', async () => {
  const dealt: number[] = [];
  const progress = {
    start: (records: number) => dealt.push(records),
    counted: ({ lus }: { lus: number }) => dealt.push(lus),
    pause: () => {},
    stop: () => {},
  };
  await desk.bring(desk.file('livres.csv', 'titre\nUn\nDeux\nTrois\n'), [], { progress });
  expect(dealt).toEqual([4, 1, 2, 3]);
});
