import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Answer, call } from '../../support/api.ts';
import { availability, newBook } from '../../support/books.ts';
import { day, dayAfter, forward, restartClock, stopClock } from '../../support/clock.ts';
import {
  addCopy,
  copiesOf,
  copyOf,
  type Exemplaire,
  findCopy,
  lendCopy,
  lose,
  newCopy,
  patchCopy,
  scan,
  someBarcode,
} from '../../support/copies.ts';
import { titleWaitedFor } from '../../support/holds.ts';
import { violations } from '../../support/invariants.ts';
import {
  type Emprunt,
  getLoan,
  giveBack,
  lend,
  loansOf,
  newLoan,
  newUser,
  penaltiesOf,
  renew,
} from '../../support/loans.ts';
import { expectProblem } from '../../support/problems.ts';
import { allPages, getUser, verification } from '../../support/users.ts';

/** Lending and taking back the copy in hand. */

const expectRefused = async (answer: Promise<Answer>, motif: string): Promise<void> =>
  expectProblem(await answer, 409, 'emprunt_refuse', { motifs: [motif] });

beforeAll(stopClock);
afterAll(restartClock);

describe('a loan by barcode', () => {
  test('is of that copy, in whatever case the barcode is typed', async () => {
    const [user, book] = [await newUser(), await newBook({ exemplaires: 2 })];
    const named = await newCopy(book.id, { code_barres: someBarcode() });
    const answer = await lendCopy(user.id, ` ${named.code_barres.toLowerCase()} `);
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({ livre_id: book.id, exemplaire_id: named.id, code_barres: named.code_barres });
    expect((await findCopy(named.code_barres)).body).toMatchObject({
      situation: 'emprunte',
      emprunt_id: answer.body.id,
      reservation_id: null,
      livre: { id: book.id, titre: book.titre, auteur: book.auteur },
    });
    expect(await availability(book.id)).toMatchObject({ exemplaires: 3, disponibles: 2 });
  });

  test('of any copy takes one that can be lent', async () => {
    const book = await newBook({ exemplaires: 3 });
    const [first, second, third] = (await copiesOf(book.id)) as [Exemplaire, Exemplaire, Exemplaire];
    await patchCopy(first, { etat: 'en_reparation' });
    const ids = [];
    for (let n = 0; n < 2; n += 1) ids.push((await lend((await newUser()).id, book.id)).body.exemplaire_id);
    expect(ids).toEqual([second.id, third.id]);
    await expectRefused(lend((await newUser()).id, book.id), 'aucun_exemplaire_disponible');
  });
});

describe('a copy that is scanned at the desk', () => {
  test('is taken back, and goes to its shelf', async () => {
    const loan = await newLoan();
    forward({ days: 22 });
    const { status, body } = await scan(loan.code_barres.toLowerCase());
    expect(status).toBe(200);
    expect(body).toEqual({
      emprunt: (await getLoan(loan.id)).body,
      exemplaire: await copyOf(loan.livre_id),
      suite: 'remettre_en_rayon',
      reservation: null,
    });
    expect(body.emprunt).toMatchObject({ statut: 'rendu', date_retour: day(), penalite: { montant: 0.2 } });
    expect(await penaltiesOf(loan.utilisateur_id)).toMatchObject([{ id: body.emprunt.penalite.id, montant: 0.2 }]);
    const { exemplaire } = body;
    expect((await scan(loan.code_barres)).body).toEqual({
      emprunt: null,
      exemplaire,
      suite: 'remettre_en_rayon',
      reservation: null,
    });
    expect(await penaltiesOf(loan.utilisateur_id)).toHaveLength(1);
  });

  test.each(['exclu_du_pret', 'en_reparation', 'retire'])('and is %s is told to the desk', async (etat) => {
    const copy = await copyOf((await newBook()).id);
    await patchCopy(copy, { etat });
    const { body } = await scan(copy.code_barres);
    expect(body).toMatchObject({ emprunt: null, suite: 'signaler', exemplaire: { etat, situation: 'indisponible' } });
  });

  test('and was lost is told to the desk, and in service again', async () => {
    const copy = await copyOf((await newBook()).id);
    await patchCopy(copy, { etat: 'perdu' });
    const { body } = await scan(copy.code_barres);
    expect(body).toMatchObject({ emprunt: null, suite: 'signaler' });
    expect(body.exemplaire).toEqual(copy);
    expect(await copyOf(copy.livre_id)).toEqual(copy);
    expect((await scan(copy.code_barres)).body.suite).toBe('remettre_en_rayon');
  });

  test('and was lost is set aside for whoever waits, and the desk is told for whom', async () => {
    const { book, loans, waiting } = await titleWaitedFor();
    await lose(loans[0].id);
    const { utilisateur_id, id } = waiting[0];
    const { body: person } = await getUser(utilisateur_id);
    const emprunteur = { nom: person.nom, prenom: person.prenom, numero_carte: person.adhesion.numero_carte };
    const { code_barres } = await copyOf(book.id);
    for (const suite of ['signaler', 'mettre_de_cote'])
      expect((await scan(code_barres)).body).toMatchObject({ emprunt: null, suite, reservation: { id, emprunteur } });
  });
});

describe('a loss', () => {
  test('frees the slot, loses the copy and costs what is said, or the library’s amount', async () => {
    for (const [body, montant] of [
      [undefined, 25],
      [{}, 25],
      [{ montant: 18.5 }, 18.5],
    ] as const) {
      const loan = await newLoan();
      const answer = await lose(loan.id, body ? { body } : {});
      expect(answer.status).toBe(200);
      expect(answer.body).toMatchObject({ statut: 'perdu', date_retour: day(), penalite: { montant } });
      expect(answer.body).toEqual((await getLoan(loan.id)).body);
      expect(await loansOf(loan.utilisateur_id)).toEqual([]);
      expect(await loansOf(loan.utilisateur_id, 'rendu')).toEqual([answer.body]);
      expect(await penaltiesOf(loan.utilisateur_id)).toMatchObject([
        { id: answer.body.penalite.id, montant, description: expect.stringContaining(loan.titre) },
      ]);
      expect(await verification(loan.utilisateur_id)).toMatchObject({ emprunts_en_cours: 0, total_impaye: montant });
      expect(await copyOf(loan.livre_id)).toMatchObject({ etat: 'perdu', situation: 'indisponible' });
      expect(await availability(loan.livre_id)).toMatchObject({
        exemplaires: 1,
        disponibles: 0,
        prochain_retour: null,
      });
    }
    expect(await violations({ settled: true })).toEqual([]);
  });

  test('of a late book costs its delay apart', async () => {
    const loan = await newLoan();
    forward({ days: 24 });
    const { body } = await lose(loan.id, { body: { montant: 12 } });
    expect(body).toMatchObject({ penalite: { montant: 12 }, en_retard: true, jours_retard: 3 });
    const penalties = await penaltiesOf(loan.utilisateur_id);
    expect(penalties.map(({ montant }: { montant: number }) => montant).sort()).toEqual([0.6, 12]);
    expect(await violations({ settled: true })).toEqual([]);
  });

  test('is the end of a loan: it is not returned, lost or renewed again', async () => {
    const loan = await newLoan();
    await lose(loan.id);
    const over = { motifs: ['emprunt_rendu'] };
    expectProblem(await lose(loan.id), 409, 'perte_refusee', over);
    expectProblem(await giveBack(loan.id), 409, 'retour_refuse', over);
    expectProblem(await renew(loan.id), 409, 'prolongation_refusee', over);
    const back = await newLoan();
    await giveBack(back.id);
    expectProblem(await lose(back.id), 409, 'perte_refusee', over);
    expectProblem(await lose(randomUUID()), 404, 'emprunt_introuvable');
    // The book is found after all.
    const { body } = await scan(loan.code_barres);
    expect(body).toMatchObject({ emprunt: null, suite: 'signaler', exemplaire: { etat: 'en_service' } });
    expect(await availability(loan.livre_id)).toMatchObject({ disponibles: 1 });
    expect((await getLoan(loan.id)).body.statut).toBe('perdu');
  });
});

describe('who has a book', () => {
  const haveOf = async (bookId: string, limit = 100) =>
    (await allPages(`/livres/${bookId}/emprunts`, limit)).elements as Emprunt[];

  test('is told by its loans, soonest due first, page by page', async () => {
    const book = await newBook({ exemplaires: 5 });
    const loans: Emprunt[] = [];
    for (let n = 0; n < 5; n += 1) loans.push((await lend((await newUser()).id, book.id)).body);
    const [back, lost, renewed] = loans as [Emprunt, Emprunt, Emprunt];
    await giveBack(back.id);
    await lose(lost.id);
    await renew(renewed.id);
    const all = await haveOf(book.id);
    expect(new Set(all.map(({ id }) => id))).toEqual(new Set(loans.slice(2).map(({ id }) => id)));
    expect(all.at(-1)).toEqual((await getLoan(renewed.id)).body);
    for (const limit of [1, 2, 3]) expect(await haveOf(book.id, limit)).toEqual(all);
    forward({ days: 30 });
    expect((await haveOf(book.id))[0]).toMatchObject({ en_retard: true, date_echeance: dayAfter(day(), -9) });
  });

  test('is nobody for a book that is in, and not found for none', async () => {
    expect(await haveOf((await newBook()).id)).toEqual([]);
    expectProblem(await call('GET', `/livres/${randomUUID()}/emprunts`), 404, 'livre_introuvable');
    expect((await addCopy((await newBook()).id)).status).toBe(201);
  });
});
