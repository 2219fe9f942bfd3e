import { forward } from './clock.ts';
import { sweep } from './reconciler.ts';

/** The sweep of the next minute. */
export const nextSweep = () => {
  forward({ ms: 60_000 });
  return sweep();
};
