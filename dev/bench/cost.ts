import { startMail } from '../../tests/support/mail.ts';
import { routes } from '../../tests/support/services.ts';
import type { Operation } from './operations/operation.ts';
import { openLibrary } from './support/library.ts';
import type { Cost } from './support/meter.ts';
import { ASSUMPTIONS, dynamoDbEuros, httpApiEuros, lambdaEuros, mailEuros } from './support/prices.ts';
import { publish } from './support/publish.ts';
import './support/quiet.ts';

/**
 * npm run bench:cost: what every operation asks of DynamoDB and what a million of them cost, with a
 * thousand accounts, books, loans and penalties and with a hundred thousand of each. Fails when an
 * operation that answers the same asks for anything else in the larger library.
 */

const SMALL = 1_000;
const LARGE = 100_000;
const LATE = 25;

await openLibrary();
await startMail();
// The stores read the environment when they are imported.
const { client } = await import('../../lib/aws/dynamodb/client.ts');
const { meterOf } = await import('./support/meter.ts');
const { fill } = await import('./support/fill.ts');
const { late, settleIn } = await import('./operations/actors.ts');
const { usersOperations } = await import('./operations/users.ts');
const { booksOperations } = await import('./operations/books.ts');
const { loansOperations } = await import('./operations/loans.ts');
const { commands, jobs } = await import('./operations/private.ts');

const measure = meterOf(client);

interface Measured extends Cost {
  /** The length of the answer. Ids and instants differ from one to the next, and all are equally long. */
  answer: number;
}

async function measureAll(operations: readonly Operation[]): Promise<Measured[]> {
  const measured: Measured[] = [];
  for (const { prepare } of operations) {
    const { result, cost } = await measure(await prepare());
    measured.push({ ...cost, answer: JSON.stringify(result ?? null).length });
  }
  return measured;
}

interface Line {
  title: string;
  operation: Operation;
  small: Measured;
  large: Measured;
}

const withRoute = [...usersOperations, ...booksOperations, ...loansOperations];
const all = [...withRoute, ...commands, ...jobs];
const titleOf = ({ name, detail }: Operation) => (detail ? `${name} (${detail})` : name);

async function measureBoth(): Promise<Line[]> {
  await settleIn();
  await late(LATE);
  await fill(0, SMALL);
  const small = await measureAll(all);
  await fill(SMALL, LARGE);
  const large = await measureAll(all);
  return all.map((operation, n) => ({
    title: titleOf(operation),
    operation,
    small: small[n] as Measured,
    large: large[n] as Measured,
  }));
}

const unitsRow = ({ title, small, large }: Line) => ({
  Opération: title,
  Requêtes: small.requests,
  Lu: small.read,
  Écrit: small.write,
  Octets: small.bytes,
  'Lu (100 000)': large.read,
  'Écrit (100 000)': large.write,
  '€ / million': dynamoDbEuros(large),
});

function eurosRow({ title, large }: Line) {
  const parts = {
    DynamoDB: dynamoDbEuros(large),
    Lambda: lambdaEuros(large),
    'API Gateway': httpApiEuros(),
    SES: mailEuros(large),
  };
  return { Opération: title, ...parts, Total: Object.values(parts).reduce((sum, part) => sum + part, 0) };
}

function faultsOf(lines: readonly Line[]): string[] {
  const unmeasured = routes.filter(({ key }) => !withRoute.some(({ name }) => name === key));
  const differing = lines.filter(({ small, large }) => JSON.stringify(small) !== JSON.stringify(large));
  const verifying = lines.filter(
    ({ title, large }) => title.endsWith('/verification') && ![0.5, 1].includes(large.read),
  );
  return [
    ...unmeasured.map(({ key }) => `${key} n’est pas mesuré`),
    ...differing.map(
      ({ title, small, large }) =>
        `${title} n’est pas le même à toute taille : ${JSON.stringify(small)}, puis ${JSON.stringify(large)}`,
    ),
    ...verifying.map(({ title, large }) => `${title} lit ${large.read} unités : une demie ou une, c’est assez`),
  ];
}

const lines = await measureBoth();
const [routed, others] = [lines.slice(0, withRoute.length), lines.slice(withRoute.length)];
await publish(
  'cost',
  [
    { title: 'Ce que demande une opération à DynamoDB, à 1 000 et à 100 000 fiches', rows: routed.map(unitsRow) },
    { title: 'De même, les commandes privées et les tâches planifiées', rows: others.map(unitsRow) },
    { title: `Ce que coûte un million d’appels, en euros hors taxes (${ASSUMPTIONS})`, rows: routed.map(eurosRow) },
  ],
  lines.map(({ title, small, large }) => ({ title, small, large })),
);

const faults = faultsOf(lines);
for (const fault of faults) console.error(fault);
process.exit(faults.length > 0 ? 1 : 0);
