import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import * as z from 'zod/mini';
import { date, dateTime, euros, id, text } from '../../lib/values/fields.ts';

const taken = (schema: z.ZodMiniType, values: readonly unknown[]) =>
  values.filter((value) => z.safeParse(schema, value).success);
const parsed = (schema: z.ZodMiniType, value: unknown) => z.safeParse(schema, value).data;

describe('a text', () => {
  const field = text(10);

  test('is trimmed of every kind of space, and has something in it', () => {
    expect(parsed(field, ' \u00a0\u2003Zoë\u202f ')).toBe('Zoë');
    expect(parsed(field, `${' '.repeat(50)}1234567890${' '.repeat(50)}`)).toBe('1234567890');
    expect(taken(field, ['', ' ', '\t', '\n', '\u00a0', '\u3000', '\ufeff'])).toEqual([]);
  });

  test('is as long as a reader counts its characters, in any alphabet', () => {
    for (const character of ['é', '𝒳', '李', 'ﷺ'])
      expect(taken(field, [character.repeat(10), character.repeat(11)])).toEqual([character.repeat(10)]);
    const names = ['Zoë', "N'Guyen", 'Œuvre', 'Łukasz', '李明', 'محمد', 'Ольга', 'हिन्दी', 'Nguyễn', 'a😀b'];
    expect(names.map((name) => parsed(field, name))).toEqual(names);
  });

  test('has no control character and no half of a surrogate pair, which no UTF-8 can carry', () => {
    const controls = [...Array(0x20).keys(), ...Array.from({ length: 0x21 }, (_, n) => 0x7f + n)];
    const wrong = [...controls.map((code) => String.fromCodePoint(code)), '\ud83d', '\ude00', '\ude00\ud83d'];
    expect(
      taken(
        field,
        wrong.map((character) => `a${character}b`),
      ),
    ).toEqual([]);
  });

  test('has nothing that could not be read, as Latin-1 taken for UTF-8', () => {
    const latin1 = Buffer.from('Zoë', 'latin1').toString('utf8');
    expect(z.safeParse(field, latin1).error?.issues).toMatchObject([{ message: expect.stringContaining('UTF-8') }]);
  });

  test('that was taken once is taken again as it stands', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 14 }), (value) => {
        const first = z.safeParse(field, value);
        fc.pre(first.success);
        expect(parsed(field, first.data)).toBe(first.data);
      }),
    );
  });
});

test('an identifier is a UUID, in lower case from then on', () => {
  expect(parsed(id, '8D7B6F10-4C8E-4E0B-9F6A-0123456789AB')).toBe('8d7b6f10-4c8e-4e0b-9f6a-0123456789ab');
  expect(parsed(id, '0196f3c4-5f6e-7abc-8def-0123456789ab')).toBe('0196f3c4-5f6e-7abc-8def-0123456789ab');
});

test.each<[what: string, schema: z.ZodMiniType, right: unknown[], wrong: unknown[]]>([
  ['an amount', euros(0.01, 1000), [0.01, 0.29, 1, 19.99, 1000], [0, -1, 0.009, 1.005, 1000.01, Number.NaN, '5', null]],
  ['a day', date, ['2028-02-29'], ['2027-02-29', '2027-13-01', '2027-00-10', '2027-1-1', '01/02/2027']],
  ['a day without its time', date, ['2027-01-01'], ['2027-01-01T00:00:00.000Z']],
  ['an instant in UTC', dateTime, ['2026-11-22T10:15:00.000Z'], ['2026-11-22T10:15:00', '2026-11-22T10:15:00+01:00']],
  ['an instant that exists', dateTime, ['2026-11-22T23:15:00.000Z'], ['2026-11-22', '2026-11-22T25:00:00.000Z']],
])('a field for %s takes it and nothing else', (_, schema, right, wrong) => {
  expect(taken(schema, [...right, ...wrong])).toEqual(right);
});
