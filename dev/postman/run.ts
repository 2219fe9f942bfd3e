import { readFileSync } from 'node:fs';
import newman, { type NewmanRunExecution, type NewmanRunOptions } from 'newman';

export const FILE = new URL('../../postman/bibliotheque.postman_collection.json', import.meta.url);

type Execution = Pick<NewmanRunExecution, 'item' | 'cursor'>;

/** One request of a run, and what became of it. */
export interface Played {
  /** The folder that it is in. */
  folder: string;
  name: string;
  request?: NewmanRunExecution['request'];
  /** Absent when the request was left out, or not answered. */
  response?: NewmanRunExecution['response'];
  /** What its scripts wrote. */
  remarks: string[];
  /** How many things were checked. */
  checks: number;
  failures: string[];
}

interface Entry {
  name: string;
  item?: Entry[];
}

/**
 * The collection, or of its folders those that have what is to be run. newman would look through the whole file for its
 * encoding, and make every request of it, before it runs a single one.
 */
function read(only?: readonly string[]): NewmanRunOptions['collection'] {
  const collection = JSON.parse(readFileSync(FILE, 'utf8'));
  const has = ({ name, item = [] }: Entry): boolean => only?.includes(name) || item.some(has);
  return only ? { ...collection, item: collection.item.filter(has) } : collection;
}

/**
 * Runs the collection in an environment.
 * @param only the names of folders and of requests, for these alone, in the order of the collection
 * @param times how often in a row, the variables of one run left to the next
 * @param onPlayed called after each request, as it happens
 */
export function play(
  environment: NewmanRunOptions['environment'],
  { only, times = 1, onPlayed }: { only?: readonly string[]; times?: number; onPlayed?: (played: Played) => void } = {},
): Promise<Played[]> {
  const all = new Map<string, Played>();
  const at = ({ cursor }: Pick<Execution, 'cursor'>): Played => all.get(cursor.ref) as Played;
  const begin = ({ item, cursor }: Execution): void => {
    const { name: folder } = item.parent() as unknown as { name: string };
    all.set(cursor.ref, { folder, name: item.name, remarks: [], checks: 0, failures: [] });
  };
  const collection = read(only);
  // Longer than the slowest answer, a run of the notices.
  const options = {
    collection,
    environment,
    reporters: [],
    timeoutRequest: 40_000,
    iterationCount: times,
    ...(only && { folder: [...only] }),
  };

  return new Promise((resolve, reject) => {
    newman
      .run(options)
      .on('beforeItem', (_error, execution: Execution) => begin(execution))
      .on('request', (error, execution: NewmanRunExecution) => {
        // A script has sent it.
        if ('scriptId' in execution.cursor) return;
        const played = at(execution);
        played.request = execution.request;
        if (execution.response) played.response = execution.response;
        if (error) played.failures.push(error.message);
      })
      .on('console', (_error, { cursor, messages }: Execution & { messages: unknown[] }) => {
        all.get(cursor.ref)?.remarks.push(messages.join(' '));
      })
      .on('assertion', (error, execution: Execution & { assertion: string; skipped: boolean }) => {
        if (execution.skipped) return;
        const played = at(execution);
        played.checks += 1;
        if (error) played.failures.push(`${execution.assertion} : ${error.message}`);
      })
      .on('script', (error, execution: Execution) => error && at(execution).failures.push(error.message))
      .on('item', (_error, execution: Execution) => onPlayed?.(at(execution)))
      .on('done', (error) => (error ? reject(error) : resolve([...all.values()])));
  });
}
