import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import { call, made, newUser } from '../../support/api.ts';
import { postBook, someBook } from '../../support/books.ts';
import { day, dayAfter, forwardPast } from '../../support/clock.ts';
import { lose, scan } from '../../support/copies.ts';
import { everyTest } from '../../support/every-test.ts';
import { reserve, titleAllOut, titleWaitedFor } from '../../support/holds.ts';
import { type Emprunt, getLoan, giveBack, lend, newLoan, renew, verification } from '../../support/loans.ts';
import { inbox } from '../../support/mail.ts';
import { dueAfter } from '../../support/naive-calendar.ts';
import { runNotices, stepsOf, titlesIn } from '../../support/notices.ts';
import { changePolicy } from '../../support/policy.ts';
import { expectFaults, expectProblem } from '../../support/problems.ts';
import { readLoan } from '../../support/read.ts';
import { getUser, patchUser } from '../../support/users.ts';

/** What a change of politique.yml does to what is out, and to what comes after it. */

everyTest({ mails: true });
beforeEach(() => changePolicy());
afterAll(() => changePolicy());

/** Another library: three days, no renewal, one euro for each open day. */
const STRICT = {
  '    jours: 21 ': '    jours: 3 ',
  'prolongations: 2 ': 'prolongations: 0 ',
  'jours_par_prolongation: 21 ': 'jours_par_prolongation: 1 ',
  'amende_par_jour: 0.20 ': 'amende_par_jour: 1 ',
  'jours_de_retard: tous ': 'jours_de_retard: ouverts ',
};

/** What the loan is late and what its return would cost, as the list of late loans tells. */
async function estimateOf(id: string) {
  const { elements } = (await call('GET', '/emprunts/retards')).body;
  const { jours_retard, penalite_estimee } = elements.find((loan: Emprunt) => loan.id === id);
  return [jours_retard, penalite_estimee];
}

describe('a loan that is out when the policy changes', () => {
  it('is renewed, estimated, written about and charged by the rule under which it was made', async () => {
    const loan = await newLoan();
    changePolicy(STRICT);
    expect((await getLoan(loan.id)).body).toEqual(loan);
    for (const prolongations of [1, 2])
      expect((await renew(loan.id)).body).toMatchObject({ prolongations, regle: '*/*' });
    const { date_echeance } = (await getLoan(loan.id)).body;
    expect(date_echeance).toBe(dayAfter(loan.date_emprunt, 63));
    expectProblem(await renew(loan.id), 409, 'prolongation_refusee', { motifs: ['limite_prolongations_atteinte'] });

    // From the Tuesday on which it was due over a Sunday, which counts.
    forwardPast(date_echeance, 6);
    expect(await estimateOf(loan.id)).toEqual([6, 1.2]);
    await runNotices();
    expect((await inbox()).at(-1)?.body.text).toMatch(/6 jours de retard, 1,20\s€ de pénalité/);
    expect((await giveBack(loan.id)).body).toMatchObject({ jours_retard: 6, penalite: { montant: 1.2 } });
  });

  it('is one of the new policy when it is made after the change, and stays so when the old one comes back', async () => {
    changePolicy(STRICT);
    const loan = await newLoan();
    // Three days after a Tuesday.
    expect(loan).toMatchObject({ regle: '*/*', date_echeance: dayAfter(loan.date_emprunt, 3) });
    changePolicy();
    expectProblem(await renew(loan.id), 409, 'prolongation_refusee', { motifs: ['limite_prolongations_atteinte'] });
    // Over Saturday, Sunday and Monday.
    forwardPast(loan.date_echeance, 3);
    expect(await estimateOf(loan.id)).toEqual([2, 2]);
    expect((await giveBack(loan.id)).body).toMatchObject({ jours_retard: 2, penalite: { montant: 2 } });
  });

  it('keeps its due date when the library closes on it, and the next loan and renewal come after the closure', async () => {
    const [kept, renewed] = [await newLoan(), await newLoan()];
    const due = kept.date_echeance;
    changePolicy({ 'fermetures: []': `fermetures: [{ nom: Travaux, du: ${due}, au: ${dayAfter(due, 30)} }]` });
    expect((await getLoan(kept.id)).body.date_echeance).toBe(due);
    const after = dueAfter(due, 31);
    expect((await newLoan()).date_echeance).toBe(after);
    expect((await renew(renewed.id)).body.date_echeance).toBe(after);
  });

  it('is touched by no change of the category of its person either', async () => {
    changePolicy({ '"*/dvd": #': '"jeune/*": #' });
    const user = await newUser({ adhesion: { categorie: 'jeune' } });
    const loan = await newLoan(user.id);
    expect(loan).toMatchObject({ regle: 'jeune/*', date_echeance: dueAfter(loan.date_emprunt, 7) });
    await patchUser(user.id, { adhesion: { categorie: 'adulte' } });
    expect((await renew(loan.id)).body).toMatchObject({ date_echeance: dueAfter(loan.date_echeance, 7) });
    expectProblem(await renew(loan.id), 409, 'prolongation_refusee', { motifs: ['limite_prolongations_atteinte'] });
  });
});

describe('a loan that pays for open days only, when the calendar changes', () => {
  /** A loan of a Tuesday that is due on the Saturday. */
  const lendUntilSaturday = (over = {}) => {
    changePolicy({ ...STRICT, '    jours: 21 ': '    jours: 4 ', ...over });
    return newLoan();
  };
  const spans = (from: string, to: string) => `[{ nom: Travaux, du: ${from}, au: ${to} }]`;

  it('is shown, written about and charged as the calendar of its day has it, for a book back or lost', async () => {
    const sunday = dayAfter(day(), 5);
    const [back, scanned, lost] = [
      await lendUntilSaturday({ 'ouvertures: []': `ouvertures: ${spans(sunday, sunday)}` }),
      await newLoan(),
      await newLoan(),
    ];
    // The library closes for a fortnight, from the day on which the books are due.
    changePolicy({ 'fermetures: []': `fermetures: ${spans(back.date_echeance, dayAfter(back.date_echeance, 14))}` });
    forwardPast(back.date_echeance, 4);
    expect((await getLoan(back.id)).body).toMatchObject({ en_retard: true, jours_retard: 4 });
    expect(await estimateOf(back.id)).toEqual([4, 4]);
    await runNotices();
    expect((await inbox()).at(-1)?.body.text).toMatch(/4 jours de retard, 4,00\s€ de pénalité/);
    expect((await giveBack(back.id)).body).toMatchObject({ jours_retard: 4, penalite: { montant: 4 } });
    const { emprunt } = (await scan(scanned.code_barres)).body;
    expect(emprunt).toMatchObject({ jours_retard: 4, penalite: { montant: 4 } });
    await lose(lost.id);
    expect(await readLoan(lost.id)).toMatchObject({ amende: { montant: 4 } });
  });
});

describe('another policy', () => {
  it('counts a category or a type that it no longer has as its first, shows what is kept, and takes it no more', async () => {
    const user = await newUser({ adhesion: { categorie: 'jeune' } });
    const book = made(await postBook(someBook({ type: 'dvd' })));
    changePolicy({ '  jeune: #': '  ado: #', '  - dvd #': '  - cd #', '"*/dvd": #': '"*/cd": #' });
    expect((await getUser(user.id)).body.adhesion.categorie).toBe('jeune');
    expect(await verification(user.id)).toMatchObject({ categorie: 'adulte', limite_emprunts: 5 });
    expect((await patchUser(user.id, { nom: 'Autre' })).body.adhesion.categorie).toBe('jeune');
    const loan = made(await lend(user.id, book.id));
    expect(loan).toMatchObject({ regle: '*/*', date_echeance: dueAfter(loan.date_emprunt, 21) });
    expectFaults(await patchUser(user.id, { adhesion: { categorie: 'jeune' } }), 'adhesion.categorie');
    expectFaults(await postBook(someBook({ type: 'dvd' })), 'type');
  });
});

it('where a person may have several copies of a title, who waits for one more may renew, and others may not', async () => {
  changePolicy({ 'plusieurs_exemplaires_d_un_titre: non': 'plusieurs_exemplaires_d_un_titre: oui' });
  const { book, loans } = await titleAllOut(2);
  const [own, other] = loans as [Emprunt, Emprunt];
  made(await reserve(own.utilisateur_id as string, book.id));
  expect((await renew(own.id)).status).toBe(200);
  expectProblem(await renew(other.id), 409, 'prolongation_refusee', { motifs: ['livre_reserve'] });
});

describe('the reminders of another policy', () => {
  const remind = (before: string, after: string) =>
    changePolicy({
      'jours_avant: [2]': `jours_avant: ${before}`,
      'jours_apres: [1, 7, 14, 30]': `jours_apres: ${after}`,
    });

  it('may be none: nobody is reminded, and whoever has a book set aside is told so', async () => {
    remind('[]', '[]');
    const { loans, waiting } = await titleWaitedFor();
    const late = await newLoan();
    forwardPast(late.date_echeance);
    await giveBack(loans[0].id);
    expect((await runNotices()).notifications_envoyees).toBe(1);
    expect((await inbox()).flatMap(titlesIn)).toEqual([waiting[0].titre]);
    expect(await stepsOf(late)).toEqual([]);
  });
});
