import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from '@jest/globals';
import { type SeedLoan, seedData } from '../../../seed/data.ts';
import { daysFrom } from '../../support/clock.ts';
import type { Value } from '../../support/sql/database.ts';
import { inEveryEngine } from '../../support/sql/engines.ts';
import { Library } from '../../support/sql/library.ts';

/** The questions of docs/requetes.md: the same answer in every engine, on the page, and reckoned from the seed. */

/** A cell as the page writes it. */
const told = (value: Value | undefined): string => String(value ?? '');

const questions = readFileSync(new URL('../../../docs/requetes.md', import.meta.url), 'utf8')
  .split(/^## /m)
  .slice(1)
  .map((section) => {
    const [title = ''] = section.split('\n');
    const [, query = ''] = /```sql\n([\s\S]*?)```/.exec(section) ?? [];
    const [head = [], , ...rows] = Array.from(section.matchAll(/^\| ?(.*?) ?\|$/gm), ([, cells = '']) =>
      cells.split(' | '),
    );
    return { title, query, head, rows };
  });

const DAY = '2026-11-22';
const { utilisateurs, livres, exemplaires, emprunts, penalites, reservations } = seedData(DAY);

const group = <Thing>(things: Thing[], key: (thing: Thing) => string | null): [string, Thing[]][] =>
  Object.entries(Object.groupBy(things, (thing) => key(thing) ?? '')).flatMap(([name, of]) =>
    name !== '' && of ? [[name, of] satisfies [string, Thing[]]] : [],
  );
const euros = (amounts: number[]): number => Math.round(amounts.reduce((sum, amount) => sum + amount, 0) * 100) / 100;
const isOut = ({ date_retour }: SeedLoan): boolean => date_retour === null;
const daysLate = ({ date_echeance }: SeedLoan): number => daysFrom(date_echeance, DAY);
const person = (id: string | null) => utilisateurs.find((user) => user.id === id);
const nameOf = (id: string | null) => [person(id)?.prenom, person(id)?.nom];
const copyOf = ({ exemplaire_id }: SeedLoan) => exemplaires.find(({ id }) => id === exemplaire_id)?.code_barres ?? '';
const late = emprunts.filter((loan) => isOut(loan) && daysLate(loan) > 0);
const owing = group(penalites, ({ utilisateur_id }) => utilisateur_id)
  .map(([id, due]) => ({ id, total: euros(due.map(({ reste_a_payer }) => reste_a_payer)) }))
  .filter(({ total }) => total > 0);

const mayBorrow = ({ id, adhesion: { date_fin, blocage } }: (typeof utilisateurs)[number]): string => {
  if (date_fin !== null && date_fin < DAY) return 'adhésion expirée';
  if (blocage) return 'compte bloqué';
  if (late.some(({ utilisateur_id }) => utilisateur_id === id)) return 'livre en retard';
  return owing.some((one) => one.id === id) ? 'pénalité à payer' : 'oui';
};

const titled = (title: string) => livres.find(({ titre }) => titre === title)?.id;

const held = (livreId: string) => {
  const copies = exemplaires.filter(({ livre_id, etat }) => livre_id === livreId && etat !== 'retire');
  const taken = [...emprunts.filter(isOut), ...reservations].map(({ exemplaire_id }) => exemplaire_id);
  const left = copies.filter(({ id, etat }) => etat === 'en_service' && !taken.includes(id));
  const waiting = reservations.filter(({ livre_id, date_cloture }) => livre_id === livreId && date_cloture === null);
  return { copies: copies.length, left: left.length, waiting: waiting.length };
};

/** The answers in no order, each question's in its turn. */
const TRUTHS: (string | number | null | undefined)[][][] = [
  emprunts
    .filter((loan) => isOut(loan) && nameOf(loan.utilisateur_id).join(' ') === 'Théo Martin')
    .map((loan) => {
      const book = livres.find(({ id }) => id === loan.livre_id);
      return [book?.titre, book?.auteur, copyOf(loan)];
    }),
  utilisateurs
    .filter(({ adhesion }) => adhesion.responsable_id !== null)
    .map(({ id, adhesion }) => [...nameOf(id), ...nameOf(adhesion.responsable_id)]),
  group(
    penalites.flatMap(({ mouvements }) => mouvements).filter(({ type, annule }) => type === 'paiement' && !annule),
    ({ moyen }) => moyen,
  ).map(([moyen, paid]) => [moyen, paid.length, euros(paid.map(({ montant }) => montant))]),
  group(livres, ({ auteur }) => auteur)
    .filter(([, written]) => written.length >= 3)
    .map(([author, written]) => [author, written.length]),
  group(late, ({ utilisateur_id }) => utilisateur_id).map(([id, loans]) => [
    ...nameOf(id),
    loans.length,
    Math.max(...loans.map(daysLate)),
  ]),
  livres
    .map(({ id, titre }) => ({ titre, ...held(id) }))
    .filter(({ left, waiting }) => left === 0 && waiting > 0)
    .map(({ titre, copies, waiting }) => [titre, copies, waiting]),
  utilisateurs
    .filter(({ id }) => !emprunts.some(({ utilisateur_id }) => utilisateur_id === id))
    .map(({ id }) => nameOf(id)),
  owing
    .filter(({ total }) => total > euros(owing.map(({ total }) => total)) / owing.length)
    .map(({ id, total }) => [...nameOf(id), total]),
  reservations
    .filter(({ livre_id, statut }) => statut === 'en_attente' && livre_id === titled('Le Petit Prince'))
    .toSorted((one, other) => Number(one.place) - Number(other.place))
    .map(({ utilisateur_id }, i) => [i + 1, ...nameOf(utilisateur_id)]),
  utilisateurs
    .filter(({ nom }) => ['Œuvrard', 'Yıldız', 'de La Fontaine', 'Lefèvre-Dumoulin', 'Dvořáková'].includes(nom))
    .map((user) => [...nameOf(user.id), mayBorrow(user)]),
];

const inNoOrder = (rows: string[][]) => rows.map((row) => row.join(' | ')).sort();

test('there are ten questions, and each has an answer', () => {
  expect(questions.map(({ title, rows }) => [Number.parseInt(title, 10), rows.length > 0])).toEqual(
    TRUTHS.map((_, i) => [i + 1, true]),
  );
});

test.each(questions.map(({ title, rows }, i) => ({ title, rows, truth: TRUTHS[i] ?? [] })))(
  'the page answers what the data say: $title',
  ({ rows, truth }) => {
    expect(inNoOrder(rows)).toEqual(inNoOrder(truth.map((row) => row.map(told))));
  },
);

inEveryEngine((_, open) => {
  let library: Library;

  beforeAll(async () => {
    library = new Library(await open());
    await library.load();
  });

  test.each(questions)('answers what the page says, in that order: $title', async ({ query, head, rows }) => {
    const answer = await library.ask(query);
    expect(answer.map((row) => Object.keys(row))).toEqual(rows.map(() => head));
    expect(answer.map((row) => head.map((column) => told(row[column])))).toEqual(rows);
  });
});
