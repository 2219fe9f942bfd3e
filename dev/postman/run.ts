import { fileURLToPath } from 'node:url';
import newman, { type NewmanRunExecution, type NewmanRunOptions } from 'newman';

export const FILE = fileURLToPath(new URL('../../postman/bibliotheque.postman_collection.json', import.meta.url));

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

/**
 * Runs the collection, or one of its folders, in an environment.
 * @param onPlayed called after each request, as it happens
 */
export function play(
  environment: NewmanRunOptions['environment'],
  { folder, onPlayed }: { folder?: string; onPlayed?: (played: Played) => void } = {},
): Promise<Played[]> {
  const all = new Map<string, Played>();
  const at = ({ item, cursor }: Execution): Played => {
    const { name: above } = item.parent() as unknown as { name: string };
    const played = all.get(cursor.ref) ?? { folder: above, name: item.name, remarks: [], checks: 0, failures: [] };
    all.set(cursor.ref, played);
    return played;
  };
  // Longer than the slowest answer, a run of the notices.
  const options = { collection: FILE, environment, reporters: [], timeoutRequest: 40_000, ...(folder && { folder }) };

  return new Promise((resolve, reject) => {
    newman
      .run(options)
      .on('beforeItem', (_error, execution: Execution) => at(execution))
      .on('request', (error, execution: NewmanRunExecution) => {
        // A request that a script sends belongs to no folder.
        if (!execution.item.parent()) return;
        const played = at(execution);
        played.request = execution.request;
        if (execution.response) played.response = execution.response;
        if (error) played.failures.push(error.message);
      })
      .on('console', (_error, { cursor, messages }: Execution & { messages: unknown[] }) => {
        all.get(cursor.ref)?.remarks.push(messages.join(' '));
      })
      .on('assertion', (error, execution: Execution & { assertion: string }) => {
        const played = at(execution);
        played.checks += 1;
        if (error) played.failures.push(`${execution.assertion} : ${error.message}`);
      })
      .on('script', (error, execution: Execution) => error && at(execution).failures.push(error.message))
      .on('item', (_error, execution: Execution) => onPlayed?.(at(execution)))
      .on('done', (error) => (error ? reject(error) : resolve([...all.values()])));
  });
}
