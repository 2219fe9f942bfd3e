/** Whether the clock is stopped. This stands apart from clock.ts, since the benches read it too, and they are no tests. */
export const clock = { isStopped: false };

/** Tells the stand-in at which instant the clock stands, when it is stopped. */
export const clockHeader = (): Record<string, string> =>
  process.env.INVOKE_URL && clock.isStopped ? { 'x-clock': String(Date.now()) } : {};
