import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { newFindings } from '../../../dev/import/marc/model.ts';
import { readMarc } from '../../../dev/import/marc/read.ts';
import { UnreadableFile } from '../../../dev/import/unreadable.ts';
import { pieces } from '../csv/file.ts';
import { contentOf, general, read, utf8 } from './support.ts';

const xmlRecord = (titre: string, prefix = '', more = ''): string => {
  return `<${prefix}record${prefix === '' ? '' : ` xmlns:${prefix.slice(0, -1)}="info:lc/xmlns/marcxchange-v2"`}>
  <${prefix}leader>     nam  22        450 </${prefix}leader>
  <${prefix}controlfield tag="001">1</${prefix}controlfield>
  <${prefix}datafield tag="100" ind1=" " ind2=" "><${prefix}subfield code="a">${contentOf(general()).slice(4)}</${prefix}subfield></${prefix}datafield>
  <${prefix}datafield ind2=" " ind1="1" tag="200"><${prefix}subfield code="a">${titre}</${prefix}subfield></${prefix}datafield>${more}
</${prefix}record>`;
};

const titles = async (file: Uint8Array) => (await read(file)).map(({ fields }) => fields.titre);

const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n';
const both = (prefix?: string): string => xmlRecord('Un &amp; deux', prefix) + xmlRecord('Été &#233;', prefix);
const BOTH = ['Un & deux', 'Été é'];

describe('records are found', () => {
  test.each([
    ['alone, without a prefix', `${DECLARATION}${xmlRecord('Été')}`, ['Été']],
    [
      'in a collection',
      `${DECLARATION}<collection xmlns="http://www.loc.gov/MARC21/slim">${both()}</collection>`,
      BOTH,
    ],
    [
      'with a prefix',
      `<marc:collection xmlns:marc="http://www.loc.gov/MARC21/slim">${both('marc:')}</marc:collection>`,
      BOTH,
    ],
    [
      'in the answer of a search server',
      `<srw:searchRetrieveResponse xmlns:srw="http://www.loc.gov/zing/srw/"><srw:numberOfRecords>2</srw:numberOfRecords><srw:records>${[xmlRecord('Un &amp; deux', 'mxc:'), xmlRecord('Été é', 'mxc:')].map((record) => `<srw:record><srw:recordSchema>marcxchange</srw:recordSchema><srw:recordData>${record}</srw:recordData><srw:recordPosition>1</srw:recordPosition></srw:record>`).join('')}</srw:records></srw:searchRetrieveResponse>`,
      BOTH,
    ],
    [
      'in a harvest',
      `<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><ListRecords><record><header status="deleted"/></record>${[xmlRecord('Un &amp; deux'), xmlRecord('Été é')].map((record) => `<record><header><identifier>oai:1</identifier></header><metadata>${record}</metadata></record>`).join('')}</ListRecords></OAI-PMH>`,
      BOTH,
    ],
    ['with text in CDATA', xmlRecord('<![CDATA[Un & deux]]>'), ['Un & deux']],
    ['after blank lines', `\r\n\n${DECLARATION}${xmlRecord('Été')}`, ['Été']],
    ['after a byte order mark', `\ufeff${DECLARATION}${xmlRecord('Été')}`, ['Été']],
  ])('%s', async (_, file, expected) => {
    expect(await titles(utf8(file))).toEqual(expected);
  });
});

describe('the encoding is that of the file', () => {
  const text = (encoding: string) => `<?xml version="1.0" encoding="${encoding}"?>${xmlRecord('Été à Noël')}`;
  const swapped = (file: Buffer) => Buffer.from(file).swap16();

  test.each([
    ['UTF-16, little end first', Buffer.from(`\ufeff${text('UTF-16')}`, 'utf16le'), 'UTF-16LE'],
    ['UTF-16, big end first', swapped(Buffer.from(`\ufeff${text('UTF-16')}`, 'utf16le')), 'UTF-16BE'],
    ['UTF-16 without its mark', Buffer.from(text('UTF-16'), 'utf16le'), 'UTF-16LE'],
    ['ISO 8859-1', Buffer.from(text('ISO-8859-1'), 'latin1'), 'ISO-8859-1'],
    ['UTF-8 without a word', utf8(text('UTF-8').replace(/<\?.*\?>/, '')), 'UTF-8'],
    ['ISO 8859-1 that says UTF-8', Buffer.from(text('UTF-8'), 'latin1'), 'Windows-1252'],
    ['UTF-8 that says UTF-16', utf8(text('UTF-16')), 'UTF-8'],
  ])('%s', async (_, file, encoding) => {
    const findings = newFindings();
    const records = await read(file, { findings }, 7);
    expect(records.map(({ fields, faults }) => [fields.titre, faults])).toEqual([['Été à Noël', []]]);
    expect([...findings.encodings.keys()]).toEqual([encoding]);
  });

  test('a character that is damaged in a file of UTF-8 refuses its record alone', async () => {
    const file = Buffer.from(`<collection>${xmlRecord('Été')}${xmlRecord('Hiv#r')}${xmlRecord('Août')}</collection>`);
    file[file.indexOf('#')] = 0xe8;
    const records = await read(file);
    expect(records.map(({ faults }) => faults.map(({ champ }) => champ))).toEqual([[], ['zone 200'], []]);
  });

  test('an encoding that nobody knows is told', async () => {
    await expect(titles(utf8('<?xml version="1.0" encoding="klingon"?><collection/>'))).rejects.toThrow(
      'Ce fichier XML dit être en « klingon », un codage inconnu',
    );
  });
});

/** The titles read before a failure, and the failure. */
async function until(file: string): Promise<[string[], unknown]> {
  const seen: string[] = [];
  try {
    for await (const { fields } of readMarc(pieces(utf8(file), 100))) seen.push(fields.titre ?? '');
    return [seen, undefined];
  } catch (failure) {
    return [seen, failure];
  }
}

describe('a file that is damaged', () => {
  const many = Array.from({ length: 30 }, (_, n) => xmlRecord(`Titre ${n + 1}`));

  test.each([1, 2, 19, 20, 21, 29])(
    'gives the %i records before a fault, and says on which line it is',
    async (before) => {
      const start = `<collection>\n${many.slice(0, before).join('\n')}\n`;
      const [seen, failure] = await until(`${start}<record></oops>${many[0]}</collection>`);
      expect(seen).toEqual(many.slice(0, before).map((_, n) => `Titre ${n + 1}`));
      expect(failure).toBeInstanceOf(UnreadableFile);
      expect((failure as Error).message).toContain(`à la ligne ${start.split('\n').length} :`);
    },
  );

  test('that is cut gives the whole records, and tells that it is cut', async () => {
    const whole = `<collection>${xmlRecord('Un')}${xmlRecord('Deux')}</collection>`;
    const [seen, failure] = await until(whole.slice(0, -100));
    expect(seen).toEqual(['Un']);
    expect((failure as Error).message).toMatch(/coupé/);
  });

  test('entities of its own are not read, nor is any other file', async () => {
    const declared = '<!DOCTYPE collection [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY y "yyyy">]>';
    for (const entity of ['&x;', '&y;']) {
      const [seen, failure] = await until(`${declared}<collection>${xmlRecord('Un')}${xmlRecord(entity)}</collection>`);
      expect(seen).toEqual(['Un']);
      expect(failure).toBeInstanceOf(UnreadableFile);
    }
  });
});

describe('a file that is too much', () => {
  test('a record of more than 4 MB is refused by its number, and reading goes on', async () => {
    const note = `<datafield tag="330" ind1=" " ind2=" "><subfield code="a">${'x'.repeat(4_000_000)}</subfield></datafield>`;
    const file = `<collection>${xmlRecord('Un')}${xmlRecord('Deux', '', note)}${xmlRecord('Trois')}</collection>`;
    const records = await read(utf8(file));
    expect(records.map(({ number, fields, faults }) => [number, fields.titre, faults[0]?.raison])).toEqual([
      [1, 'Un', undefined],
      [2, undefined, 'dépasse 4 Mo : retirez cette notice du fichier, ou allégez-la'],
      [3, 'Trois', undefined],
    ]);
  });

  test.each([
    ['a text without end', `<collection>${'x'.repeat(17_000_000)}`, /dépasse 16 Mo/],
    ['a comment without end', `<collection><!--${'x'.repeat(17_000_000)}`, /dépasse 16 Mo/],
    ['tags within tags', '<a>'.repeat(300), /imbriquées/],
  ])('%s ends the reading', async (_, file, message) => {
    const [seen, failure] = await until(file);
    expect(seen).toEqual([]);
    expect((failure as Error).message).toMatch(message);
  });
});

test('records come in pieces of any size', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 300 }), async (size) => {
      const records = await read(utf8(`<collection>${both()}</collection>`), {}, size);
      expect(records.map(({ fields }) => fields.titre)).toEqual(BOTH);
    }),
  );
});
