import { readYaml } from '../yaml.ts';
import { type Body, type Operation, operationAt } from './document.ts';
import type { Call, Step } from './model.ts';

/** What reference.yml says of what the requests of the reference act on, and of how they are refused. */

/** How a request differs from a right one, what it needs beyond what it names, and what is called before it. */
export interface Way extends Partial<Step> {
  things?: string;
  calls?: readonly Call[];
  faults?: readonly string[];
}

interface Reference {
  own: Body;
  elsewhere: Record<string, Body>;
  things: Record<string, Call>;
  refusals: Record<string, Refusal>;
}

interface Refusal extends Way {
  /** What stands in the address in the place of another text. */
  instead?: Record<string, string>;
  routes?: Record<string, Omit<Refusal, 'routes'>>;
}

const raw = readYaml<Reference>(new URL('reference.yml', import.meta.url));

export const { own: OWN } = raw;

/** The example of an operation's body, such that it can be sent as often as one wants. */
export function bodyOf({ route, requestBody }: Operation): Body | undefined {
  const example = requestBody?.content['application/json'].example;
  const own = { ...OWN, ...raw.elsewhere[route] };
  return example && Object.fromEntries(Object.entries(example).map(([name, value]) => [name, own[name] ?? value]));
}

export const { things: THINGS, refusals: REFUSALS }: Reference = JSON.parse(JSON.stringify(raw), (_, value) => {
  if (typeof value?.comme !== 'string') return value;
  const { comme, ...over } = value;
  return { ...bodyOf(operationAt(comme) as Operation), ...over };
});
