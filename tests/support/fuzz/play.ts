import fc from 'fast-check';
import { type Answer, librarian, member } from '../api.ts';
import { nonconformities } from '../conformance.ts';
import { operations } from '../openapi.ts';
import { type Plan, plans } from './plans.ts';
import { kindOf, World } from './world.ts';

/** Sends the requests, one after the other, and looks at every answer. */

interface Outcome {
  /** By operation, how many of its answers had each status. */
  tally: Record<string, Record<number, number>>;
  faults: string[];
}

/** What each property names, so that an identifier of the right kind can be put there. */
const KINDS: Record<string, string> = {
  utilisateur_id: 'utilisateurs',
  livre_id: 'livres',
  penalite_id: 'penalites',
};

interface Sent {
  method: string;
  path: string;
  headers: Record<string, string>;
  body?: string;
}

function addressOf(plan: Plan, world: World): { path: string; about: string } {
  const kind = (name: string) => KINDS[name] ?? kindOf(plan.operation.template.split('{id}')[0] ?? '');
  const values = world.fill(plan.path, kind) as Record<string, unknown>;
  // A penalty is found under its own user.
  if (values.penalite_id !== undefined && plan.nth % 10 !== 0) values.id = world.ownerOf(String(values.penalite_id));
  const pathname = plan.operation.template.replaceAll(/\{(\w+)\}/g, (_, name) =>
    encodeURIComponent(String(values[name])),
  );
  const query = (world.fill(plan.query, (name) => name) as [string, unknown][]).map((pair) =>
    pair.map((text) => encodeURIComponent(String(text).toWellFormed().slice(0, 500))).join('='),
  );
  return {
    path: query.length > 0 ? `${pathname}?${query.join('&')}` : pathname,
    about: world.ownerOf(String(values.id ?? '')),
  };
}

async function tokenOf({ who, nth }: Plan, about: string, world: World): Promise<string | undefined> {
  switch (who) {
    case 'bibliothecaire':
      return librarian;
    case 'proprietaire':
      return member(about || world.person(nth));
    case 'adherent':
      return member(world.person(nth));
    case 'faux':
      return `${librarian}x`;
    case 'personne':
      return undefined;
  }
}

async function toSend(plan: Plan, world: World): Promise<Sent> {
  const { path, about } = addressOf(plan, world);
  const token = await tokenOf(plan, about, world);
  const headers = world.fill(plan.headers, (name) => name) as Record<string, string>;
  const { body } = plan;
  return {
    method: plan.operation.method,
    path,
    headers: { ...headers, ...(token && { authorization: `Bearer ${token}` }) },
    ...(body && {
      body: 'text' in body ? body.text : JSON.stringify(world.fill(body.value, (name) => KINDS[name] ?? name)),
    }),
  };
}

async function send(url: string, { method, path, headers, body }: Sent): Promise<Answer> {
  // Bytes, so that no type of content is added to those sent without one.
  const response = await fetch(url + path, { method, headers, body: body === undefined ? null : Buffer.from(body) });
  const text = await response.text();
  return {
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: text === '' ? undefined : JSON.parse(text),
  };
}

const shortened = (text = '') => (text.length > 300 ? `${text.slice(0, 300)}… (${text.length})` : text);

/** What is wrong with an answer, with the request that shows it. */
function complaintOf({ method, path, headers, body }: Sent, answer: Answer): string | undefined {
  const faults = nonconformities(method, path, answer);
  if (answer.status >= 500) faults.push(`has status ${answer.status}`);
  if (faults.length === 0) return undefined;
  const { authorization: _, ...shown } = headers;
  return [
    `${method} ${shortened(path)} ${JSON.stringify(shown)} ${shortened(body)}`,
    ...faults,
    `${answer.status} ${shortened(JSON.stringify(answer.body))}`,
  ].join('\n  ');
}

/** What there is before the first request. */
const FIRST_LOOKS = ['/utilisateurs?limite=100', '/livres?limite=100', '/emprunts/retards?limite=100'];

/** @param seed the same requests in the same order each time */
export async function play(url: string, requests: number, seed: number): Promise<Outcome> {
  const world = new World();
  const outcome: Outcome = {
    tally: Object.fromEntries(operations.map(({ operationId }) => [operationId, {}])),
    faults: [],
  };
  for (const path of FIRST_LOOKS) {
    const headers = { authorization: `Bearer ${librarian}` };
    world.learn(path.split('?')[0] as string, await send(url, { method: 'GET', path, headers }));
  }
  for (const [n, plan] of fc.sample(plans, { numRuns: requests, seed }).entries()) {
    const sent = await toSend(plan, world);
    const answer = await send(url, sent);
    const tally = outcome.tally[plan.operation.operationId] as Record<number, number>;
    tally[answer.status] = (tally[answer.status] ?? 0) + 1;
    const complaint = complaintOf(sent, answer);
    if (complaint) outcome.faults.push(`request ${n}: ${complaint}`);
    world.learn(sent.path.split('?')[0] as string, answer);
  }
  return outcome;
}
