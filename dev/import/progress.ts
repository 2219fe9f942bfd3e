import type { WriteStream } from 'node:tty';
import { SingleBar } from 'cli-progress';
import { plural } from '../../lib/values/plural.ts';
import type { Counts } from './run.ts';

/** How many records of a file are dealt with, and why it waits. */
export interface Progress {
  /** @param records about how many the file has */
  start: (records: number) => void;
  /** Is told each time a record has been dealt with. */
  counted: (counts: Counts) => void;
  pause: (reason: string) => void;
  /** @param isWhole whether all records were dealt with, however many had been expected */
  stop: (isWhole: boolean) => void;
}

const told = ({ lus, refuses }: Counts) => ({ lus: plural(lus, 'lu'), refuses: plural(refuses, 'refusé') });

/** A bar on a terminal; in a log, nothing but the pauses. */
export function barOn(stream: WriteStream): Progress {
  const bar = new SingleBar({
    format: '{bar} {percentage} %  {lus}, {refuses}, encore {eta_formatted}',
    barCompleteChar: '█',
    barIncompleteChar: '░',
    stream,
    clearOnComplete: true,
    etaBuffer: 100,
  });
  let [expected, done] = [0, 0];
  return {
    start(records) {
      expected = records;
      if (stream.isTTY) bar.start(records, 0, { lus: plural(0, 'lu'), refuses: plural(0, 'refusé') });
    },
    counted(counts) {
      done = counts.lus;
      if (done > expected) bar.setTotal(done);
      bar.update(done, told(counts));
    },
    pause(reason) {
      stream.write(`${bar.isActive ? '\n' : ''}Pause : ${reason}.\n`);
    },
    stop(isWhole) {
      if (isWhole) bar.setTotal(done);
      bar.stop();
    },
  };
}
