import { cpus } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';

const LOOK_MS = 80;
/** Of the machine's time, the part that others may be taking. */
const BUSY = 0.2;
/** How long to wait in all: on a machine that is never calm, figures are taken all the same. */
const PATIENCE_MS = 60_000;

let patience = PATIENCE_MS;

function times() {
  const all = cpus().map(({ times: each }) => each);
  const idle = all.reduce((sum, each) => sum + each.idle, 0);
  return { idle, total: all.reduce((sum, { user, nice, sys, irq }) => sum + user + nice + sys + irq, idle) };
}

/** Waits until the machine does nothing else, so that a short measurement meets no other work. */
export async function calm(): Promise<void> {
  for (;;) {
    const before = times();
    await sleep(LOOK_MS);
    const after = times();
    const busy = 1 - (after.idle - before.idle) / (after.total - before.total || 1);
    if (busy <= BUSY || patience <= 0) return;
    patience -= LOOK_MS;
  }
}
