import type { WriteStream } from 'node:tty';
import { SingleBar } from 'cli-progress';
import type { Counts } from './run.ts';

/** How far a file has been read, and why it waits. */
export interface Progress {
  /** @param size of the file, in bytes */
  start: (size: number, counts: Counts) => void;
  read: (bytes: number) => void;
  pause: (reason: string) => void;
  stop: () => void;
}

/** A bar on a terminal; in a log, nothing but the pauses. */
export function barOn(stream: WriteStream): Progress {
  const bar = new SingleBar({
    format: '{bar} {percentage} %  {lus} lus, {refuses} refusés, encore {eta_formatted}',
    barCompleteChar: '█',
    barIncompleteChar: '░',
    stream,
    clearOnComplete: true,
    etaBuffer: 100,
  });
  let counts: Counts | undefined;
  return {
    start(size, of) {
      counts = of;
      if (stream.isTTY) bar.start(size, 0, { ...of });
    },
    read(bytes) {
      if (counts) bar.update(bytes, { ...counts });
    },
    pause(reason) {
      stream.write(`${stream.isTTY && counts ? '\n' : ''}Pause : ${reason}.\n`);
    },
    stop() {
      counts = undefined;
      bar.stop();
    },
  };
}
