/** The package has no types of its own. Only its data is used: the Library of Congress's tables of MARC-8. */
declare module 'marc8/lib/marc8_mapping.js' {
  /** By the last byte of a set's escape sequence: byte → code point, and 1 when it is a mark that joins a letter. */
  const tables: { CODESETS: Record<number, Record<number, readonly [codePoint: number, isMark: 0 | 1]>> };
  export default tables;
}
