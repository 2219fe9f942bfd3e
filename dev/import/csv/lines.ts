/** The lines of a text that comes in blocks. Windows ends a line with two characters, old Macs with the first of them. */

/** In characters. What is longer is no line of a library's file: it is passed over, and never held as a whole. */
export const LONGEST = 1_000_000;

export interface Line {
  /** It counts from 1. */
  number: number;
  text: string;
  /** What ends it in the file; nothing, for a last line. */
  end: string;
  isTooLong: boolean;
}

const END = /\r\n|\r|\n/g;

export async function* linesOf(blocks: AsyncIterable<string>): AsyncGenerator<Line> {
  let number = 0;
  let begun = '';
  let isTooLong = false;
  const add = (text: string): void => {
    isTooLong ||= begun.length + text.length > LONGEST;
    begun = isTooLong ? '' : begun + text;
  };
  const ended = (end: string): Line => {
    number += 1;
    const line = { number, text: begun, end, isTooLong };
    begun = '';
    isTooLong = false;
    return line;
  };
  let carried = '';
  for await (const read of blocks) {
    const whole = carried + read;
    // The second character of an end may be the first of the next block.
    carried = whole.endsWith('\r') ? '\r' : '';
    const block = carried ? whole.slice(0, -1) : whole;
    let from = 0;
    for (const { 0: end, index } of block.matchAll(END)) {
      add(block.slice(from, index));
      yield ended(end);
      from = index + end.length;
    }
    add(block.slice(from));
  }
  if (carried || begun || isTooLong) yield ended(carried);
}

const charactersIn = (lines: readonly Line[]): number => lines.reduce((sum, { text }) => sum + text.length, 0);

/** Lines that can be looked at before they are read, and put back, to be read again in another way. */
export class Lines {
  readonly #source: AsyncIterator<Line>;
  #ahead: Line[] = [];
  /** How many characters have been looked at and not read. */
  held = 0;

  constructor(source: AsyncIterator<Line>) {
    this.#source = source;
  }

  async next(): Promise<Line | undefined> {
    await this.ahead(0);
    return this.take(1)[0];
  }

  /** Looks at the line that comes so many lines after the next. */
  async ahead(place: number): Promise<Line | undefined> {
    while (this.#ahead.length <= place) {
      const { done, value } = await this.#source.next();
      if (done) return undefined;
      this.#ahead.push(value);
      this.held += value.text.length;
    }
    return this.#ahead[place];
  }

  /** Reads so many of the lines that have been looked at. */
  take(count: number): Line[] {
    const lines = this.#ahead.splice(0, count);
    this.held -= charactersIn(lines);
    return lines;
  }

  /** The first of them is the next that is read. */
  putBack(lines: readonly Line[]): void {
    this.#ahead = [...lines, ...this.#ahead];
    this.held += charactersIn(lines);
  }

  /** Lets go of the file, when not all of it is read. */
  async close(): Promise<void> {
    await this.#source.return?.();
  }
}
