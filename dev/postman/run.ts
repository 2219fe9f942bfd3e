import { fileURLToPath } from 'node:url';
import newman, { type NewmanRunExecution } from 'newman';
import { FILE } from './collection.ts';
import { pathOf } from './render.ts';

export type Request = NewmanRunExecution['request'];
export type Response = NewmanRunExecution['response'];
type Item = NewmanRunExecution['item'];

/** One request of a run, and what became of it. */
export interface Played {
  /** The folders it is in, from the outermost. */
  folders: string[];
  name: string;
  path: string;
  request?: Request;
  /** Absent when the request was left out, or not answered. */
  response?: Response;
  /** What its scripts wrote. */
  remarks: string[];
  /** How many things were checked. */
  checks: number;
  failures: string[];
}

export interface Environment {
  name: string;
  values: { key: string; value: string }[];
}

interface Happening {
  item: Item;
  cursor: { ref: string };
}

interface Group {
  name: string;
  parent(): Group | undefined;
}

const foldersOf = (item: Item): string[] => {
  const names: string[] = [];
  // The outermost parent is the collection itself.
  let group = item.parent() as Group | undefined;
  for (let above = group?.parent(); group && above; above = group.parent()) {
    names.unshift(group.name);
    group = above;
  }
  return names;
};

/**
 * Runs the collection, or one of its folders, in an environment.
 * @param onPlayed called after each request, as it happens
 */
export function play(
  environment: Environment,
  { folder, onPlayed }: { folder?: string; onPlayed?: (played: Played) => void } = {},
): Promise<Played[]> {
  const all = new Map<string, Played>();
  const at = ({ item, cursor }: Happening): Played => {
    const known = all.get(cursor.ref);
    if (known) return known;
    const folders = foldersOf(item);
    const played: Played = {
      folders,
      name: item.name,
      path: pathOf(folders, item.name),
      remarks: [],
      checks: 0,
      failures: [],
    };
    all.set(cursor.ref, played);
    return played;
  };

  return new Promise((resolve, reject) => {
    newman
      .run({
        collection: fileURLToPath(FILE),
        environment,
        ...(folder && { folder }),
        reporters: [],
        // Longer than the slowest answer, a run of the notices.
        timeoutRequest: 40_000,
      })
      .on('beforeItem', (_error, happening: Happening) => at(happening))
      .on('request', (error, happening: Happening & { request: Request; response?: Response }) => {
        // One that a script sends belongs to no collection.
        if (!happening.item.parent()) return;
        const played = at(happening);
        played.request = happening.request;
        if (happening.response) played.response = happening.response;
        if (error) played.failures.push(error.message);
      })
      .on('console', (_error, { cursor, messages }: Happening & { messages: unknown[] }) => {
        all.get(cursor.ref)?.remarks.push(messages.join(' '));
      })
      .on('assertion', (error, happening: Happening & { assertion: string }) => {
        const played = at(happening);
        played.checks += 1;
        if (error) played.failures.push(`${happening.assertion} : ${error.message}`);
      })
      .on('script', (error, happening: Happening) => {
        if (error) at(happening).failures.push(error.message);
      })
      .on('item', (_error, happening: Happening) => onPlayed?.(at(happening)))
      .on('done', (error) => (error ? reject(error) : resolve([...all.values()])));
  });
}
