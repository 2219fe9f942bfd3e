import { mkdir, writeFile } from 'node:fs/promises';
import { SingleBar } from 'cli-progress';
import { freePort } from '../../tests/support/port.ts';
import { tables } from '../../tests/support/services.ts';
import { countRequests, tapInto } from '../../tests/support/wire.ts';
import { createTables, startDynamoDb } from '../local/dynamodb.ts';
import { bookOf, matchesIn, QUESTIONS, type Question } from './needles.ts';

/**
 * npm run bench:search: what a page of twenty costs in a catalogue of a thousand books, of ten
 * thousand and of a hundred thousand, in a DynamoDB Local of its own.
 */

const SIZES = [1_000, 10_000, 100_000];
const ROUNDS = 50;
const RESULTS = new URL('../../.bench/', import.meta.url);

async function startEmpty(): Promise<void> {
  const port = await freePort();
  Object.assign(process.env, {
    DYNAMODB_ENDPOINT: `http://localhost:${port}`,
    LIVRES_TABLE: 'bench-livres',
    AWS_REGION: 'eu-west-3',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
  });
  await startDynamoDb(port);
  await createTables(
    process.env.DYNAMODB_ENDPOINT as string,
    tables().filter(({ TableName }) => TableName === process.env.LIVRES_TABLE),
  );
}

await startEmpty();
// The store reads the environment when it is imported.
const { client } = await import('../../lib/aws/dynamodb/client.ts');
tapInto(client);
const { findBooks } = await import('../../lib/books/books.ts');
const { fill, filled } = await import('../../seed/books/fill.ts');

const counter = countRequests();

async function fillTo(size: number): Promise<number> {
  const bar = new SingleBar({ format: '{bar} {value}/{total} livres | reste {eta_formatted}', noTTYOutput: true });
  const begun = performance.now();
  bar.start(size, await filled());
  await fill(size, bookOf, (there) => bar.update(there));
  bar.stop();
  return Math.round((performance.now() - begun) / 1000);
}

interface Cost {
  question: string;
  matches: number;
  requests: number;
  units: number;
  ms: number;
}

const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

async function costOf({ name, ...query }: Question, matches: number): Promise<Cost> {
  const page = () => findBooks(query, { limit: 20, after: undefined });
  counter.take();
  await page();
  const sent = counter.take();
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const begun = performance.now();
    await page();
    times.push(performance.now() - begun);
  }
  return {
    question: name,
    matches,
    requests: sent.length,
    units: sent.reduce((sum, { units }) => sum + units, 0),
    ms: Math.round(median(times) * 10) / 10,
  };
}

const results: { books: number; secondsToFill: number; costs: Cost[] }[] = [];
for (const books of SIZES) {
  const secondsToFill = await fillTo(books);
  const matches = matchesIn(books);
  const costs: Cost[] = [];
  for (const [n, question] of QUESTIONS.entries()) costs.push(await costOf(question, matches[n] ?? 0));
  results.push({ books, secondsToFill, costs });
}

const figure = (value: number) => value.toLocaleString('fr');
const say = ({ matches, requests, units, ms }: Cost) =>
  `${figure(matches)} livres : ${requests} req., ${figure(units)} unités, ${figure(ms)} ms`;

console.log('\nUne page de 20, selon la taille du catalogue : livres qui répondent, requêtes, unités lues, médiane');
console.table(
  Object.fromEntries(
    QUESTIONS.map(({ name }, n) => [
      name,
      Object.fromEntries(results.map(({ books, costs }) => [`${figure(books)} livres`, say(costs[n] as Cost)])),
    ]),
  ),
);
for (const { books, secondsToFill } of results) console.log(`${figure(books)} livres : remplis en ${secondsToFill} s`);
const file = new URL(`search-${new Date().toISOString().slice(0, 19).replaceAll(':', '-')}.json`, RESULTS);
await mkdir(RESULTS, { recursive: true });
await writeFile(file, JSON.stringify(results, null, 2));
console.log(`Le détail est dans ${file.pathname}`);
process.exit();
