/** DynamoDB orders sort keys by their bytes, and a key holds 1,024 of them. */

export const compareBytes = (one: string, other: string): number =>
  Buffer.compare(Buffer.from(one), Buffer.from(other));

/** Cuts a text to as many whole characters as the bytes hold. */
export const startIn = (bytes: number, text: string): string =>
  Buffer.byteLength(text) <= bytes
    ? text
    : text.slice(0, new TextEncoder().encodeInto(text, new Uint8Array(bytes)).read);

/** Cuts a text to so many characters. */
export const start = (text: string, length: number): string => [...text].slice(0, length).join('');
