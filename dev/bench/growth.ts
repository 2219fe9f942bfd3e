import { startMail } from '../../tests/support/mail.ts';
import { median } from './support/figures.ts';
import { openLibrary } from './support/library.ts';
import type { Cost } from './support/meter.ts';
import { publish } from './support/publish.ts';
import './support/quiet.ts';

/**
 * npm run bench:growth: what the operations ask for and how long they take while the library grows and
 * what they find does not; then, in the largest, while there is more and more that is late. Fails when an
 * operation that finds the same asks for more in a larger library.
 */

const SIZES = [1_000, 10_000, 100_000];
const LATE = [10, 100, 1_000];
/** More than the longest page, at every size. */
const ALWAYS_LATE = 120;
const ROUNDS = 40;
const FEW_ROUNDS = 5;

await openLibrary();
await startMail();
// The stores read the environment when they are imported.
const { client } = await import('../../lib/aws/dynamodb/client.ts');
const { meterOf } = await import('./support/meter.ts');
const { fill } = await import('./support/fill.ts');
const { dueNoMore, dueSoon, late, lateNoMore, newlyLate, reader, settleIn, WORD } = await import(
  './operations/actors.ts'
);
const { call } = await import('./operations/operation.ts');
const { runDaily } = await import('./operations/private.ts');

const measure = meterOf(client);

interface Watched {
  name: string;
  work: () => Promise<unknown>;
  /** Puts back what the work changes. */
  prepare?: () => Promise<void>;
  rounds: number;
}

interface Measured extends Cost {
  name: string;
  /** How many records there were, or how many late loans. */
  step: number;
  ms: number;
}

const pages = async (limit: number) => {
  let path: string | undefined = `/emprunts/retards?limite=${limit}`;
  while (path) {
    const { curseur_suivant: next }: { curseur_suivant?: string } = await call('GET', path);
    path = next && `/emprunts/retards?limite=${limit}&curseur=${next}`;
  }
};

const page = (path: string) => ({ work: () => call('GET', path), rounds: ROUNDS });

const GROWING: Watched[] = [
  { name: 'vérifier un compte', ...page(`/utilisateurs/${reader.id}/verification`) },
  { name: 'chercher un mot, page de 20', ...page(`/livres?titre=${WORD}`) },
  { name: 'emprunts d’une personne, page de 20', ...page(`/utilisateurs/${reader.id}/emprunts?statut=rendu`) },
  { name: 'retards, page de 20', ...page('/emprunts/retards') },
  { name: 'retards, page de 100', ...page('/emprunts/retards?limite=100') },
  { name: 'tournée de 20 rappels', work: runDaily, prepare: dueSoon, rounds: FEW_ROUNDS },
];

const latenessOf = (count: number): Watched[] => [
  { name: 'retards, page de 20', ...page('/emprunts/retards') },
  { name: 'retards, toutes les pages de 100', work: () => pages(100), rounds: FEW_ROUNDS },
  {
    name: 'rappels, un pour chaque retard',
    work: runDaily,
    prepare: () => newlyLate(count),
    rounds: count < 1_000 ? FEW_ROUNDS : 1,
  },
  { name: 'rappels, rien de nouveau', work: runDaily, rounds: FEW_ROUNDS },
];

/** Looked at and timed in turns of their own: looking takes time. */
async function watch({ name, work, prepare = async () => {}, rounds }: Watched, step: number): Promise<Measured> {
  await prepare();
  const { cost } = await measure(work);
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    await prepare();
    const begun = performance.now();
    await work();
    times.push(performance.now() - begun);
  }
  return { name, step, ...cost, ms: Math.round(median(times) * 10) / 10 };
}

async function watchAll(watched: readonly Watched[], step: number): Promise<Measured[]> {
  const measured: Measured[] = [];
  for (const one of watched) measured.push(await watch(one, step));
  return measured;
}

async function whileItGrows(): Promise<Measured[]> {
  await settleIn();
  await late(ALWAYS_LATE);
  // The first calls of a process are slower than all others.
  await watchAll(GROWING, 0);
  const measured: Measured[] = [];
  let there = 0;
  for (const size of SIZES) {
    await fill(there, size);
    there = size;
    measured.push(...(await watchAll(GROWING, size)));
  }
  return measured;
}

async function whileMoreIsLate(): Promise<Measured[]> {
  await dueNoMore();
  await lateNoMore(ALWAYS_LATE);
  const measured: Measured[] = [];
  for (const count of LATE) {
    await newlyLate(count);
    measured.push(...(await watchAll(latenessOf(count), count)));
  }
  return measured;
}

/** Operation by operation, each at every step. */
const byOperation = (measured: readonly Measured[]) => [...Map.groupBy(measured, ({ name }) => name)];

const rowsOf = (column: string, measured: readonly Measured[]) =>
  byOperation(measured).flatMap(([Opération, steps]) =>
    steps.map(({ step, requests, read, write, ms }) => ({
      Opération,
      [column]: step,
      Requêtes: requests,
      Lu: read,
      Écrit: write,
      ms,
    })),
  );

const bySize = await whileItGrows();
const byLateness = await whileMoreIsLate();
await publish(
  'growth',
  [
    { title: 'La bibliothèque grandit, les réponses restent les mêmes', rows: rowsOf('Fiches', bySize) },
    { title: 'Ce qui est en retard, parmi 100 000 emprunts', rows: rowsOf('En retard', byLateness) },
  ],
  { bySize, byLateness },
);

const faults = byOperation(bySize).flatMap(([name, steps]) => {
  const asked = steps.map(({ requests, read, write, bytes }) => JSON.stringify({ requests, read, write, bytes }));
  return new Set(asked).size > 1 ? [`${name} n’est pas le même à toute taille : ${asked.join(', ')}`] : [];
});
for (const fault of faults) console.error(fault);
process.exit(faults.length > 0 ? 1 : 0);
