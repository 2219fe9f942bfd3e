import fc from 'fast-check';

/** Files that were changed in ways in which files are damaged, and in some that nobody would think of. */

type Change = (file: Uint8Array) => Uint8Array;

/** A part of a file's length. */
const place = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });
const at = (file: Uint8Array, where: number): number => Math.floor(where * file.length);

/** Other bytes in the place of some. */
const spliced =
  (where: number, instead: number, bytes: Uint8Array): Change =>
  (file) =>
    Buffer.concat([file.subarray(0, at(file, where)), bytes, file.subarray(at(file, where) + instead)]);

function turned(file: Uint8Array, where: number, bit: number): Uint8Array {
  const copy = Buffer.from(file);
  const n = at(file, where);
  if (n < copy.length) copy[n] = (copy[n] as number) ^ (1 << bit);
  return copy;
}

const inLatin1 = (text: string): Buffer => Buffer.from(text, 'latin1');
/** What separates things in a file, or begins a character of several bytes. */
const SIGNS = [...'\x1b\x1d\x1e\x1f<&"\xc3\x88'].map(inLatin1);
/** What says how a file is written. */
const MARKS = ['\xef\xbb\xbf', '\xff\xfe'].map(inLatin1);

const change: fc.Arbitrary<Change> = fc.oneof(
  place.map((where) => spliced(where, Number.POSITIVE_INFINITY, new Uint8Array())),
  place.map(
    (where): Change =>
      (file) =>
        file.subarray(at(file, where)),
  ),
  fc.tuple(place, fc.nat(7)).map(
    ([where, bit]): Change =>
      (file) =>
        turned(file, where, bit),
  ),
  fc.tuple(place, fc.nat(30), fc.uint8Array({ maxLength: 30 })).map((all) => spliced(...all)),
  fc.tuple(place, fc.nat(1), fc.constantFrom(...SIGNS)).map((all) => spliced(...all)),
  // Digits, of lengths and of the encoding, become others.
  fc
    .tuple(place, fc.stringMatching(/^[0-9]{1,5}$/))
    .map(([where, digits]) => spliced(where, digits.length, inLatin1(digits))),
  fc.constantFrom(...MARKS).map((mark) => spliced(0, 0, mark)),
);

/** One of the files, after some changes. */
export const damaged = (files: readonly Uint8Array[]): fc.Arbitrary<Uint8Array> =>
  fc
    .tuple(fc.constantFrom(...files), fc.array(change, { minLength: 1, maxLength: 5 }))
    .map(([file, changes]) => changes.reduce((changed, one) => one(changed), file));
