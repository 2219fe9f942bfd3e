import { expect, it } from '@jest/globals';
import { type Answer, newUser } from '../../support/api.ts';
import { deleteBook } from '../../support/books.ts';
import { day, dayAfter, forwardPast } from '../../support/clock.ts';
import { copyOf, patchCopy, scan } from '../../support/copies.ts';
import { everyTest } from '../../support/every-test.ts';
import { meanwhile } from '../../support/faults.ts';
import * as holds from '../../support/holds.ts';
import { giveBack, lend } from '../../support/loans.ts';
import type { Outgoing } from '../../support/wire.ts';

/**
 * Two calls meet at the write of one title, in either order: just before the one writes, the other is done from beginning
 * to end. No copy lies free while somebody waits, and none goes to two.
 */

everyTest({ leaves: 'settled', meetsItsFaults: true, calm: true });

const isWriteOfTitle = ({ kind, tables }: Outgoing): boolean =>
  /^(PutItem|UpdateItem|TransactWriteItems)/.test(kind) && tables.includes(process.env.LIVRES_TABLE as string);

interface Scene {
  book: { id: string };
  /** The loans that have the copies. */
  loans: { id: string; code_barres: string }[];
  waiting: { id: string; utilisateur_id: string }[];
  /** Somebody who neither waits nor has a copy. */
  passerBy: string;
}

const prepared = async (title: Omit<Scene, 'passerBy'>): Promise<Scene> => ({
  ...title,
  passerBy: (await newUser()).id,
});
const allOut = async () => prepared({ waiting: [], ...(await holds.titleAllOut()) });
const waitedFor = (copies: number, people: number) => async () => prepared(await holds.titleWaitedFor(copies, people));
/** A title whose only copy is set aside, so many days after the last one to fetch it. */
const setAside = (people: number, days?: number) => async () => {
  const title = await holds.titleSetAside(people);
  if (days !== undefined) forwardPast(title.limit, days);
  return prepared(title);
};
const suspended = async () => {
  const scene = await waitedFor(1, 1)();
  await holds.suspend(scene.waiting[0]?.id as string, dayAfter(day(), 9));
  return scene;
};

type Act = (scene: Scene) => Promise<Answer>;
const first = ({ waiting }: Scene) => waiting[0] as Scene['waiting'][0];
const back = ({ loans }: Scene) => giveBack(loans[0]?.id as string);
const backAtDesk = ({ loans }: Scene) => scan(loans.at(-1)?.code_barres as string);
const cancels: Act = (scene) => holds.cancel(first(scene).id);
const resumes: Act = (scene) => holds.resume(first(scene).id);
const fetches: Act = (scene) => lend(first(scene).utilisateur_id, scene.book.id);
const reserves: Act = ({ passerBy, book }) => holds.reserve(passerBy, book.id);
const isWithdrawn: Act = async ({ book }) => patchCopy(await copyOf(book.id), { etat: 'retire' });
const isDeleted: Act = ({ book }) => deleteBook(book.id);
/** A run of the sweep, as an answer among others. */
const sweeps: Act = () => holds.sweepHolds().then((body) => ({ status: 200, headers: {}, body }));

/** The two answers and how the holds stand then, as `200, 409 livre_reserve: mise_de_cote, en_attente`. */
type Outcome = string;
/** Two acts, and the outcome when the one comes last and when the other does, unless that one writes nothing then. */
type Row = [scene: () => Promise<Scene>, one: Act, other: Act, oneLast: Outcome, otherLast?: Outcome];

const [ASIDE, NONE] = ['200, 200: mise_de_cote', '200, 200: '];
const BOTH_ASIDE = `${ASIDE}, mise_de_cote`;

const MEETINGS: Record<string, Row> = {
  'two copies come back for one who waits': [waitedFor(2, 1), back, backAtDesk, ASIDE, ASIDE],
  'two copies come back for two who wait': [waitedFor(2, 2), back, backAtDesk, BOTH_ASIDE, BOTH_ASIDE],
  'one copy comes back twice for two who wait': [waitedFor(1, 2), back, backAtDesk, `${ASIDE}, en_attente`],
  'a hold is placed while the copy comes back': [
    ...([allOut, back, reserves, '201, 200: mise_de_cote', '200, 409 exemplaire_disponible: '] as const),
  ],
  'a hold is cancelled while its copy comes back': [waitedFor(1, 1), back, cancels, NONE, NONE],
  'a suspension is ended while a copy comes back': [suspended, back, resumes, ASIDE, ASIDE],
  'the sweep runs while a copy is fetched on its last day': [setAside(2, 0), fetches, sweeps, '200, 201: en_attente'],
  'the sweep runs while somebody comes a day late': [
    ...([setAside(2, 1), sweeps, fetches, '409 livre_reserve, 200: mise_de_cote'] as const),
  ],
  'two sweeps close the same holds': [setAside(2, 1), sweeps, sweeps, ASIDE],
  'what is set aside is withdrawn while it is fetched': [
    ...([setAside(1), fetches, isWithdrawn] as const),
    ...(['200, 409 aucun_exemplaire_disponible: en_attente', '201, 409 exemplaire_emprunte: '] as const),
  ],
  'what is set aside is fetched while its hold is cancelled': [
    ...([setAside(1), fetches, cancels, '200, 201: ', '201, 200: '] as const),
  ],
  'a title is to be deleted while its last hold is cancelled': [
    ...([setAside(1), cancels, isDeleted, '409 reservations_en_cours, 200: '] as const),
  ],
};

const said = ({ status, body }: Answer): string => [status, ...(body?.motifs ?? [body?.code ?? []].flat())].join(' ');

const ORDERS = Object.entries(MEETINGS).flatMap(([name, [scene, one, other, oneLast, otherLast]]) => [
  { name, scene, last: one, before: other, outcome: oneLast },
  ...(otherLast ? [{ name: `${name}, the other way round`, scene, last: other, before: one, outcome: otherLast }] : []),
]);

it.each(ORDERS)('$name', async ({ scene: make, last, before, outcome }) => {
  const scene = await make();
  const answers: string[] = [];
  meanwhile(isWriteOfTitle, async () => void answers.push(said(await before(scene))));
  answers.push(said(await last(scene)));
  expect(`${answers.join(', ')}: ${(await holds.standing(scene.book.id)).join(', ')}`).toBe(outcome);
});
