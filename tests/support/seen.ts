import { appendFileSync } from 'node:fs';

const seen = new Set<string>();

/** Tells the whole run (see whole-run.ts) what has happened in a test: an answer given, a right used. */
export function tell(what: string): void {
  if (seen.has(what) || !process.env.SEEN_FILE) return;
  seen.add(what);
  appendFileSync(process.env.SEEN_FILE, `${what}\n`);
}
