import { readFileSync } from 'node:fs';
import { stepAt } from '../../lib/loans/notices/steps.ts';
import { readYaml } from '../yaml.ts';
import type { Service } from './theme.ts';

/** What the slides say in numbers, counted in the sources at every build. */

const at = (path: string): URL => new URL(`../../${path}`, import.meta.url);
const text = (path: string): string => readFileSync(at(path), 'utf8');
const rows = (path: string): unknown[] => JSON.parse(text(path));

type Event = { httpApi: string } | { schedule: object };
type Manifest = { functions: Record<string, { events?: Event[] }> };

/** How many functions of each kind a service has: a function without an event is a private command. */
function kindsOf(service: Service) {
  const { functions } = readYaml<Manifest>(at(`functions/${service}/service.yml`));
  const events = Object.values(functions).map(({ events: [event] = [] }) => event);
  return {
    operations: events.filter((event) => event && 'httpApi' in event).length,
    tasks: events.filter((event) => event && 'schedule' in event).length,
    commands: events.filter((event) => !event).length,
  };
}

type Policy = {
  rappels: { jours_avant: number[]; jours_apres: number[] };
  categories: { adulte: { emprunts: number } };
  regles: Record<'*/*', { jours: number; prolongations: number; amende_par_jour: number; amende_maximale: number }>;
};

type Folder = { name: string; item: Folder[] };

const euros = (amount: number): string => `${amount.toFixed(2).replace('.', ',')} €`;

/** A table of docs/performance.md as its rows of cells, found by the words of its head. */
function measured(head: string): string[][] {
  const lines = text('docs/performance.md').split('\n');
  const start = lines.findIndex((line) => line.startsWith('|') && line.includes(head));
  if (start < 0) throw new Error(`docs/performance.md has no table with « ${head} » in its head.`);
  const end = lines.findIndex((line, at) => at > start && !line.startsWith('|'));
  return lines.slice(start + 2, end).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim().replaceAll(/[\u00a0\u202f]/g, ' ')),
  );
}

/** The row that begins so. @throws Error when there is none, as the page has changed */
export function rowOf(table: string[][], ...cells: string[]): string[] {
  const row = table.find((found) => cells.every((cell, i) => found[i] === cell));
  if (!row) throw new Error(`docs/performance.md has no row « ${cells.join(' | ')} ».`);
  return row;
}

/** The chapters of the story that the Postman collection tells. */
function chapters(): string[] {
  const { item }: Folder = JSON.parse(text('postman/bibliotheque.postman_collection.json'));
  const story = item.find(({ name }) => name.startsWith('Démonstration'));
  if (!story) throw new Error('The collection has no folder « Démonstration ».');
  return story.item.flatMap((part) => part.item.map(({ name }) => name));
}

export function readFacts() {
  const services = { users: kindsOf('users'), books: kindsOf('books'), loans: kindsOf('loans') };
  const sum = (kind: 'operations' | 'tasks' | 'commands') =>
    Object.values(services).reduce((all, kinds) => all + kinds[kind], 0);
  const paths = readYaml<{ paths: Record<string, object> }>(at('docs/openapi.yaml')).paths;
  const documented = Object.values(paths).flatMap((methods) => Object.keys(methods)).length;
  if (documented !== sum('operations')) {
    throw new Error(`${documented} operations are documented, ${sum('operations')} are deployed.`);
  }
  const { categories, regles, rappels } = readYaml<Policy>(at('politique.yml'));
  const policy = { ...categories.adulte, ...regles['*/*'] };
  return {
    services,
    operations: sum('operations'),
    commands: sum('commands'),
    tasks: sum('tasks'),
    /** All but those of the accounts. */
    tasksOfLoans: sum('tasks') - services.users.tasks,
    alarms: text('functions/alarms.yml').split('Type: AWS::CloudWatch::Alarm').length - 1,
    seed: {
      users: rows('seed/users/utilisateurs.json').length,
      books: rows('seed/books/livres.json').length,
      loans: rows('seed/loans/emprunts.json').length,
    },
    policy,
    tarifs: { par_jour: euros(policy.amende_par_jour), au_plus: euros(policy.amende_maximale) },
    /** Days from the due date on which somebody is written to, the earliest first. */
    notices: [...rappels.jours_avant.map((days) => 0 - days), ...rappels.jours_apres].sort((a, b) => a - b).map(stepAt),
    chapters: chapters(),
    costs: measured('| opération | requêtes | lu | écrit'),
    memory: measured('| mémoire | appel'),
    gateway: measured('| opération, appelants |'),
    searches: measured('| demandé | sur la page | Query | unités | sur la page (100'),
  };
}

export type Facts = ReturnType<typeof readFacts>;
