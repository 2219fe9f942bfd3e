import type { Invocation } from './support/calls.ts';
import { median } from './support/figures.ts';
import { openLibrary } from './support/library.ts';
import { startMail } from './support/mail.ts';
import { publish } from './support/publish.ts';
import { stopwatchOf } from './support/stopwatch.ts';
import './support/quiet.ts';

/**
 * What a call of a running function costs beside DynamoDB: the whole invocation, token check included,
 * less the time during which a request of its own to the document client was on its way. As a second
 * opinion, the same request is sent alone in turn with the calls, and the medians are set side by side.
 */

const WARM_UP = 40;
const SAMPLES = 160;
/** Milliseconds of our own in the median call of one request. */
const LARGEST = 0.5;

await openLibrary();
process.env.SES_ENDPOINT = await startMail();
// These read the environment when they are imported.
const { calls } = await import('./support/calls.ts');
const { db } = await import('../../lib/aws/dynamodb/client.ts');
const stopwatch = stopwatchOf(db);

type Handler = (event: object, context: object) => Promise<unknown>;

/** Functions that are run by a schedule, or have no table: nobody waits for them. */
const LEFT_OUT = ['loans-notify-daily', 'loans-reconcile', 'docs', 'not-found'];
const WITH_COMMANDS = ['loans-create', 'loans-return', 'loans-renew', 'loans-notify-overdue'];

const names = Object.keys(calls).filter((name) => !LEFT_OUT.includes(name));

async function handlerOf(name: string): Promise<Handler> {
  const [service, ...operation] = name.split('-');
  return (await import(`../functions/${service}/${operation.join('-')}.ts`)).handler;
}

const next = (name: string) => (calls[name] as () => Invocation | Promise<Invocation>)();

interface Sample {
  total: number;
  own: number;
  requests: number;
}

async function timed(handler: Handler, { event, context }: Invocation): Promise<Sample> {
  stopwatch.reset();
  const begun = performance.now();
  const answer = (await handler(event, { ...context, getRemainingTimeInMillis: () => 28_000 })) as {
    statusCode?: number;
  };
  const total = performance.now() - begun;
  if ((answer.statusCode ?? 200) >= 400) throw new Error(JSON.stringify(answer));
  return { total, own: total - stopwatch.waited(), requests: stopwatch.requests() };
}

/** The first request of a call, which is not sent, and then sent alone. */
async function alone(handler: Handler, { event, context }: Invocation): Promise<number> {
  const request = await stopwatch.caught(() => handler(event, { ...context, getRemainingTimeInMillis: () => 28_000 }));
  const begun = performance.now();
  await request();
  return performance.now() - begun;
}

const samples = new Map<string, { calls: Sample[]; alone: number[] }>();

for (const name of names) {
  const handler = await handlerOf(name);
  const taken = { calls: [] as Sample[], alone: [] as number[] };
  for (let round = 0; round < WARM_UP + SAMPLES; round += 1) {
    const sample = await timed(handler, await next(name));
    const single = sample.requests === 1 ? await alone(handler, await next(name)) : Number.NaN;
    if (round < WARM_UP) continue;
    taken.calls.push(sample);
    taken.alone.push(single);
  }
  samples.set(name, taken);
}

const rows = [...samples].map(([name, { calls: taken, alone: single }]) => {
  const total = median(taken.map((sample) => sample.total));
  const requests = median(taken.map((sample) => sample.requests));
  return {
    fonction: name,
    'appel, ms': total,
    'dont à nous, ms': median(taken.map(({ own }) => own)),
    'la même requête seule, ms': requests === 1 ? median(single) : '',
    'différence, ms': requests === 1 ? total - median(single) : '',
    requêtes: requests,
    remarque: WITH_COMMANDS.includes(name) ? 'avec les commandes privées, par HTTP' : '',
  };
});

await publish(
  'warm',
  [{ title: `Un appel à chaud et ce qu'il coûte en plus de DynamoDB, médianes de ${SAMPLES} appels`, rows }],
  Object.fromEntries(samples),
);

const missed = rows.filter((row) => row.requêtes === 1 && row['dont à nous, ms'] > LARGEST);
console.log(
  missed.length > 0
    ? `\nPlus de ${LARGEST} ms à nous pour une requête : ${missed.map(({ fonction }) => fonction).join(', ')}`
    : `\nL'exigence est tenue : au plus ${LARGEST} ms à nous dans un appel d'une requête.`,
);
process.exit(missed.length > 0 ? 1 : 0);
