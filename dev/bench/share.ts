import { existsSync, mkdirSync, rmdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Gives processes a share of a processor by the kernel's control groups, as Lambda does. Only root may, on Linux. */

const PERIOD_US = 100_000;
/** With so many mebibytes a function has one processor. */
const WHOLE = 1_769;

const FIRST = '/sys/fs/cgroup/cpu';
const SECOND = '/sys/fs/cgroup';

/** A group for one process, with the share that so many mebibytes are given. */
export class Share {
  readonly #folder: string;

  constructor(name: string, memory: number) {
    const quota = Math.round((PERIOD_US * memory) / WHOLE);
    const isFirst = existsSync(join(FIRST, 'cpu.cfs_quota_us'));
    this.#folder = join(isFirst ? FIRST : SECOND, name);
    mkdirSync(this.#folder);
    if (isFirst) {
      this.#write('cpu.cfs_period_us', PERIOD_US);
      this.#write('cpu.cfs_quota_us', quota);
    } else this.#write('cpu.max', `${quota} ${PERIOD_US}`);
  }

  hold(pid: number): void {
    this.#write('cgroup.procs', pid);
  }

  /** After the process has ended. */
  remove(): void {
    rmdirSync(this.#folder);
  }

  #write(file: string, value: number | string): void {
    writeFileSync(join(this.#folder, file), String(value));
  }
}
