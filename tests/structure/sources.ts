import { globSync } from 'node:fs';
import { readYaml } from '../../dev/yaml.ts';
import { read, root } from './pages.ts';

/** Where the numbers that pages tell come from: constants of the code, settings of the template, the lending policy. */

/** A constant of the code, as `const NAME = 24 * 3600;` or `name: 1_000,` has it. */
export function constant(file: string, name: string): number {
  const [, value] = new RegExp(`\\b${name}(?: =|:) ([\\d_.]+(?: \\* [\\d_.]+)*)`).exec(read(file)) ?? [];
  if (value === undefined) throw new Error(`${file} has no number ${name}`);
  return value.split('*').reduce((product, factor) => product * Number(factor.replaceAll('_', '')), 1);
}

/** The first number after some words, in any of the files. */
export function after(words: string, ...files: string[]): number {
  const text = files.map(read).join('\n');
  const [, value] = new RegExp(`${words}[\\s\\S]*?(\\d+)`).exec(text) ?? [];
  if (value === undefined) throw new Error(`nothing in ${files} says ${words}`);
  return Number(value);
}

interface Function {
  description: string;
  timeout?: number;
  events?: { schedule?: object; httpApi?: string }[];
}

const functionsOf = (file: string): Map<string, Function> =>
  new Map(
    Object.entries(readYaml<{ functions: Record<string, Function> }>(new URL(`functions/${file}`, root)).functions),
  );

export const users = functionsOf('users/service.yml');
export const books = functionsOf('books/service.yml');
export const loans = functionsOf('loans/service.yml');
const all = new Map([...users, ...books, ...loans, ...functionsOf('identity/service.yml')]);

const countOf = (functions: Map<string, Function>, isOne: (one: Function) => unknown): number =>
  [...functions.values()].filter(isOne).length;

export const operationsIn = (service: Map<string, Function>): number =>
  countOf(service, ({ events = [] }) => events.some(({ httpApi }) => httpApi));
export const commandsIn = (service: Map<string, Function>): number =>
  countOf(service, ({ description }) => description.startsWith('Commande privée'));
export const commands = commandsIn(all);
export const schedules = countOf(all, ({ events = [] }) => events.some(({ schedule }) => schedule));
export const timeoutOf = (name: string): number => all.get(name)?.timeout ?? after('\n  timeout:', 'serverless.yml');

const templates = globSync('functions/**/*.yml', { cwd: root.pathname });
export const alarms = templates.flatMap((file) => read(file).match(/^ +\w+Alarm:$/gm) ?? []).length;
export const tables = templates.flatMap((file) => read(file).match(/AWS::DynamoDB::Table$/gm) ?? []).length;

/** For how many minutes the start of a scheduled job is tried again. */
export const triedFor = (job: string): number =>
  after(`${job}SchedulerSchedule1:[\\s\\S]*?MaximumEventAgeInSeconds:`, 'functions/loans/resources.yml') / 60;

interface PolicyFile {
  categories: Record<string, { dette: number }>;
  regles: Record<
    string,
    Record<'jours' | 'prolongations' | 'jours_par_prolongation', number> &
      Record<'amende_par_jour' | 'amende_maximale', number>
  >;
  rappels: { jours_avant: number[]; jours_apres: number[] };
  perte: { montant: number };
  confidentialite: { jours_avant_oubli: number };
}

const policyFile = readYaml<PolicyFile>(new URL('politique.yml', root));
/** The rule of what has no other. */
export const rule = policyFile.regles['*/*'] as PolicyFile['regles'][string];
export const debt = policyFile.categories.adulte?.dette as number;
export const loss = policyFile.perte.montant;
/** Days from the due date to each reminder, in their order; the first is before it. */
export const steps = [...policyFile.rappels.jours_avant, ...policyFile.rappels.jours_apres];
export const forgottenAfter = policyFile.confidentialite.jours_avant_oubli;

/** A price of docs/exploitation.md, in US dollars. */
export const price = (item: string): number => {
  const row =
    read('docs/exploitation.md')
      .split('\n')
      .find((line) => line.startsWith(`| ${item}`)) ?? '';
  return Number(row.split('|')[4]?.trim().replace(',', '.'));
};
