import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { newFindings } from '../../../dev/import/marc/model.ts';
import { UnreadableFile } from '../../../dev/import/unreadable.ts';
import { bytes, type Field, general, iso2709, read, utf8 } from './support.ts';

const titled = (titre: string, ...others: Field[]): Field[] => [general(), `200 1 $a${titre}`, ...others];

const titles = async (file: Uint8Array | readonly Uint8Array[], size?: number) =>
  (await read(file, {}, size)).map(({ fields, faults }) => (faults.length > 0 ? 'refused' : fields.titre));

describe('ISO 2709', () => {
  const three = ['Un', 'Deux', 'Été'].map((titre) => iso2709(titled(titre)));

  test('records follow each other, in pieces of any size', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 700 }), async (size) => {
        expect(await titles(three, size)).toEqual(['Un', 'Deux', 'Été']);
      }),
    );
  });

  test.each([
    ['line ends', '\r\n'],
    ['NULs', '\0\0\0'],
    ['a byte order mark', '\xef\xbb\xbf'],
    ['the end-of-file mark of DOS', '\x1a'],
    ['ends of records', '\x1d\x1d'],
  ])('%s before, between and after the records are passed over', async (_, garbage) => {
    const file = [bytes(garbage), ...three.flatMap((record) => [record, bytes(garbage)])];
    expect(await titles(file)).toEqual(['Un', 'Deux', 'Été']);
  });

  test.each([
    ['too long', (tag: string) => `${tag}999900000`],
    ['too short', (tag: string) => `${tag}000100001`],
    ['no numbers', (tag: string) => `${tag}xxxxyyyyy`],
    [
      'those of characters and not of bytes',
      (tag: string, length: number, start: number) =>
        `${tag}${String(length - 1).padStart(4, '0')}${String(start).padStart(5, '0')}`,
    ],
  ])('the lengths in the directory are %s, and the fields are found all the same', async (_, entry) => {
    expect(await titles(iso2709(titled('Été', '210   $cÉd.'), { entry }))).toEqual(['Été']);
  });

  test('the length of the record itself does not count', async () => {
    const wrong = Buffer.concat([bytes('99999'), (three[0] as Uint8Array).subarray(5)]);
    const blank = Buffer.concat([bytes('     '), (three[1] as Uint8Array).subarray(5)]);
    expect(await titles([wrong, blank])).toEqual(['Un', 'Deux']);
  });

  test('the fields are found where the directory says, when it is right and in an order of its own', async () => {
    const fields = titled('Un', '210   $cÉd.');
    const right = iso2709(fields);
    const entries = Buffer.from(right.subarray(24, 60)).toString().match(/.{12}/g) as string[];
    const turned = Buffer.concat([right.subarray(0, 24), bytes(entries.toReversed().join('')), right.subarray(60)]);
    const [record] = await read(turned);
    expect([record?.fields.titre, record?.fields.editeur, record?.faults]).toEqual(['Un', 'Éd.', []]);
  });

  const DISAGREES = "est abîmée : son répertoire n'annonce pas les zones qu'elle contient";

  test.each([
    [
      'a field too many',
      (whole: Buffer) => Buffer.concat([whole.subarray(0, -1), bytes('  \x1faX\x1e\x1d')]),
      DISAGREES,
    ],
    [
      'a directory that is cut',
      (whole: Buffer) => Buffer.concat([whole.subarray(0, 28), whole.subarray(29)]),
      "est abîmée : son répertoire, qui dit quelles zones elle contient, n'est pas lisible",
    ],
    ['no leader', () => bytes('abc\x1e\x1d'), "n'a pas la forme d'une notice ISO 2709 : son en-tête manque"],
    ['two records that have become one', (whole: Buffer) => Buffer.concat([whole.subarray(0, -1), whole]), DISAGREES],
  ])('a record with %s is refused, and the next one is read', async (_, damage, raison) => {
    const damaged = damage(Buffer.from(iso2709(titled('Perdu', '330   $aabcdefgh'))));
    const records = await read([...three.slice(0, 1), damaged, ...three.slice(1)]);
    expect(records.map(({ number, fields }) => [number, fields.titre])).toEqual([
      [1, 'Un'],
      [2, undefined],
      [3, 'Deux'],
      [4, 'Été'],
    ]);
    expect(records.map(({ faults }) => faults)).toEqual([[], [{ champ: 'notice', raison }], [], []]);
  });

  test('a file that is cut gives what is whole, and tells that the last record is not', async () => {
    const [first = bytes(''), second = bytes('')] = three;
    const records = await read([first, second.subarray(0, 60)]);
    expect(records.map(({ fields }) => fields.titre)).toEqual(['Un', undefined]);
    expect(records[1]?.faults[0]?.raison).toBe(
      "n'est pas entière : le fichier s'arrête au milieu ; exportez-le de nouveau",
    );
  });

  test('a record of more than 1 MB is refused by its number, and reading goes on', async () => {
    const long = iso2709(titled('Long', `330   $a${'x'.repeat(1_000_000)}`));
    const records = await read([three[0] as Uint8Array, long, three[1] as Uint8Array]);
    expect(records.map(({ fields, faults }) => [fields.titre, faults[0]?.raison])).toEqual([
      ['Un', undefined],
      [undefined, 'dépasse 1 Mo : retirez cette notice du fichier, ou allégez-la'],
      ['Deux', undefined],
    ]);
  });

  test('a record of a megabyte less a little is read', async () => {
    const long = iso2709(titled('Long', `330   $a${'x'.repeat(999_000)}`), { entry: (tag) => `${tag}000000000` });
    expect(await titles(long)).toEqual(['Long']);
  });
});

describe('a file that is not MARC', () => {
  test.each([
    ['nothing', bytes(''), /est vide/],
    ['line ends', bytes('\r\n\r\n'), /est vide/],
    ['a ZIP archive', bytes('PK\x03\x04\x14\0\0\0'), /archive ZIP ou un classeur/],
    ['a gzip archive', bytes('\x1f\x8b\x08\0\0'), /gzip/],
    ['a PNG picture', bytes('\x89PNG\r\n\x1a\n\0\0'), /image/],
    ['a JPEG picture', bytes('\xff\xd8\xff\xe0\0\x10JFIF'), /image/],
    ['a PDF', bytes('%PDF-1.7\n'), /PDF/],
    ['a web page', utf8('<!DOCTYPE html><html><body>Erreur</body></html>'), /page web/],
    ['CSV', utf8('titre;auteur\nÉté;Camus\n'), /n'est pas un fichier MARC/],
    ['the text of MarcEdit', utf8('=LDR  00000nam\n=245  10$aTitre\n'), /\.mrk/],
    ['other XML', utf8('<?xml version="1.0"?><rss><channel/></rss>'), /aucune notice MARC/],
    ['other bytes', bytes('\x01\x02\x1e\x1d\x1f'), /n'est pas un fichier MARC/],
  ])('%s is told in French', async (_, file, message) => {
    const failure = await read(file).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(UnreadableFile);
    expect((failure as Error).message).toMatch(message);
  });
});

test('what was found is told: the container, the dialect and the encodings', async () => {
  const findings = newFindings();
  await read(iso2709(titled('Été')), { findings });
  expect(findings).toEqual({ container: 'ISO 2709', dialect: 'UNIMARC', encodings: new Map([['UTF-8', 1]]) });
});

describe('what is no document', () => {
  test.each([
    ['that was deleted', 'dam  22   450 ', 'est marquée comme supprimée dans votre logiciel'],
    [
      'of an authority',
      'nx   22   450 ',
      "décrit une autorité ou des exemplaires seuls, et non un document : retirez-la de l'export",
    ],
  ])('a record %s is refused', async (_, leader, raison) => {
    const [record] = await read(iso2709(titled('Titre'), { leader }));
    expect(record?.faults).toEqual([{ champ: 'notice', raison }]);
  });
});
