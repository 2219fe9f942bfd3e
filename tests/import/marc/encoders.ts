/** Writes French in the encodings of before Unicode, from tables of a few letters that owe nothing to those under test. */

type Marks = Record<string, number>;

const ANSEL: Marks = { '\u0300': 0xe1, '\u0301': 0xe2, '\u0302': 0xe3, '\u0308': 0xe8, '\u0327': 0xf0 };
const ISO_5426: Marks = { '\u0300': 0xc1, '\u0301': 0xc2, '\u0302': 0xc3, '\u0308': 0xc8, '\u0327': 0xd0 };

/** Marks stand before their letter. */
const marked =
  (marks: Marks) =>
  (text: string): Uint8Array =>
    Buffer.from(
      [...text].flatMap((character) => {
        const [letter = '', ...accents] = character.normalize('NFD');
        return [...accents.map((accent) => marks[accent] as number), letter.charCodeAt(0)];
      }),
    );

/** Letters that are the same in all of them: accents of French on letters of ASCII. */
export const ENCODERS = {
  'UTF-8': (text: string): Uint8Array => Buffer.from(text, 'utf8'),
  'MARC-8': marked(ANSEL),
  'ISO 5426': marked(ISO_5426),
  'Windows-1252': (text: string): Uint8Array => Buffer.from(text, 'latin1'),
};
