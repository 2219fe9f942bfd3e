import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, it } from '@jest/globals';
import { today } from '../../../lib/runtime/clock.ts';
import { call, newUser } from '../../support/api.ts';
import { expectProblem } from '../../support/problems.ts';
import { closeLoan, DUE, lateFee, lateLoan, newLoan, openLoan, PAST } from '../../support/slots.ts';
import {
  addPenalty,
  atOnce,
  deleteUser,
  getUser,
  newPenalty,
  pay,
  penaltyPath,
  verification,
} from '../../support/users.ts';
import { readTable, violations } from '../../support/users-invariants.ts';

const OPENED = { resultat: 'ouvert' };
const refusedFor = (...motifs: string[]) => ({ resultat: 'refuse', motifs });

const loansOf = async (id: string) =>
  (await readTable()).find((item) => item.pk === `UTILISATEUR#${id}` && item.sk === 'UTILISATEUR')?.emprunts;

afterEach(async () => expect(await violations()).toEqual([]));

describe('opening a loan', () => {
  it('takes a slot, which verification counts', async () => {
    const { id } = await newUser();
    expect(await openLoan(id)).toEqual(OPENED);
    expect(await verification(id)).toMatchObject({ emprunts_en_cours: 1, emprunts_en_retard: 0, peut_emprunter: true });
  });

  it('takes one slot however often it is asked for', async () => {
    const { id } = await newUser();
    const loanId = randomUUID();
    for (let time = 0; time < 3; time += 1) expect(await openLoan(id, { emprunt_id: loanId })).toEqual(OPENED);
    expect(await loansOf(id)).toEqual({ [loanId]: DUE });
  });

  it('says so again after the rules have turned against it: the slot is held', async () => {
    const { id } = await newUser();
    const loanId = await newLoan(id);
    for (let other = 0; other < 4; other += 1) await newLoan(id);
    await addPenalty(id);
    expect(await openLoan(id, { emprunt_id: loanId })).toEqual(OPENED);
    expect(Object.keys((await loansOf(id)) ?? {})).toHaveLength(5);
  });

  it('is refused at the limit', async () => {
    const { id } = await newUser();
    const loans = [];
    for (let loan = 0; loan < 5; loan += 1) loans.push(await newLoan(id));
    expect(await openLoan(id)).toEqual(refusedFor('limite_emprunts_atteinte'));
    expect(await verification(id)).toMatchObject({ peut_emprunter: false, motifs: ['limite_emprunts_atteinte'] });
    await closeLoan(id, loans[2] as string);
    expect(await openLoan(id)).toEqual(OPENED);
  });

  it('is refused for a cent', async () => {
    const penalty = await newPenalty(1);
    await pay(penalty, 0.99);
    expect(await openLoan(penalty.utilisateur_id)).toEqual(refusedFor('penalites_impayees'));
    await pay(penalty, 0.01);
    expect(await openLoan(penalty.utilisateur_id)).toEqual(OPENED);
  });

  it('is refused while another loan is late, and no longer', async () => {
    const { id } = await newUser();
    await newLoan(id, DUE);
    const late = await lateLoan(id);
    expect(await openLoan(id)).toEqual(refusedFor('emprunts_en_retard'));
    expect(await verification(id)).toMatchObject({ emprunts_en_retard: 1, motifs: ['emprunts_en_retard'] });
    await closeLoan(id, late);
    expect(await openLoan(id)).toEqual(OPENED);
  });

  it('is not refused for a loan that is due today', async () => {
    const { id } = await newUser();
    await newLoan(id, today());
    expect(await openLoan(id)).toEqual(OPENED);
  });

  it('keeps its bound on due dates in whatever order they come', async () => {
    const { id } = await newUser();
    for (const due of ['2999-03-01', '2999-01-01', '2999-02-01']) await newLoan(id, due);
    expect(Object.values((await loansOf(id)) ?? {}).sort()).toEqual(['2999-01-01', '2999-02-01', '2999-03-01']);
    expect(await violations()).toEqual([]);
    await lateLoan(id);
    expect(await openLoan(id)).toEqual(refusedFor('emprunts_en_retard'));
  });

  it('leaves to somebody who is late the slots that they had', async () => {
    const { id } = await newUser();
    const loans = [await newLoan(id), await lateLoan(id)];
    for (let time = 0; time < 2; time += 1) expect(await openLoan(id)).toEqual(refusedFor('emprunts_en_retard'));
    expect(Object.keys((await loansOf(id)) ?? {}).sort()).toEqual(loans.sort());
  });

  it('lets nobody through who is late, of 20 at once', async () => {
    const { id } = await newUser();
    const late = await lateLoan(id);
    for (const { resultat } of await atOnce(20, () => openLoan(id))) expect(resultat).toBe('refuse');
    expect(Object.keys((await loansOf(id)) ?? {})).toEqual([late]);
  });

  it('hears of every rule that refuses', async () => {
    const { id } = await newUser();
    for (let loan = 0; loan < 4; loan += 1) await newLoan(id);
    await lateLoan(id);
    await addPenalty(id);
    const motifs = ['penalites_impayees', 'limite_emprunts_atteinte', 'emprunts_en_retard'];
    expect(await openLoan(id)).toEqual(refusedFor(...motifs));
    expect((await verification(id)).motifs).toEqual(motifs);
  });

  it('is answered even when its due date has gone by on the way', async () => {
    const { id } = await newUser();
    expect(await openLoan(id, { date_echeance: PAST })).toEqual(OPENED);
    expect(await openLoan(id)).toEqual(refusedFor('emprunts_en_retard'));
  });

  it('needs an account', async () => {
    expect(await openLoan(randomUUID())).toEqual({ resultat: 'utilisateur_introuvable' });
  });

  it('of 20 at once lets exactly five through', async () => {
    const { id } = await newUser();
    const outcomes = await atOnce(20, () => openLoan(id));
    expect(outcomes.filter(({ resultat }) => resultat === 'ouvert')).toHaveLength(5);
    expect(outcomes.filter(({ resultat }) => resultat === 'refuse')).toHaveLength(15);
    expect(Object.keys((await loansOf(id)) ?? {})).toHaveLength(5);
  });

  it('of 20 at once lets exactly five out in all when the bound on due dates is not known', async () => {
    const { id } = await newUser();
    await newLoan(id);
    await closeLoan(id, await lateLoan(id));
    const outcomes = await atOnce(20, () => openLoan(id));
    expect(outcomes.filter(({ resultat }) => resultat === 'ouvert')).toHaveLength(4);
    expect(Object.keys((await loansOf(id)) ?? {})).toHaveLength(5);
  });
});

describe('renewing a loan', () => {
  const renew = (id: string, loanId: string, due: string) =>
    openLoan(id, { emprunt_id: loanId, nature: 'prolongation', date_echeance: due });

  it('moves its due date', async () => {
    const { id } = await newUser();
    const loanId = await newLoan(id);
    for (let time = 0; time < 2; time += 1) expect(await renew(id, loanId, '2999-02-01')).toEqual(OPENED);
    expect(await loansOf(id)).toEqual({ [loanId]: '2999-02-01' });
  });

  it('is refused for a debt, and for nothing else', async () => {
    const { id } = await newUser();
    const loanId = await lateLoan(id);
    expect(await renew(id, loanId, DUE)).toEqual(OPENED);
    await addPenalty(id);
    expect(await renew(id, loanId, '2999-02-01')).toEqual(refusedFor('penalites_impayees'));
    expect(await loansOf(id)).toEqual({ [loanId]: DUE });
  });

  it('needs a loan that is open', async () => {
    const { id } = await newUser();
    const loanId = await newLoan(id);
    await closeLoan(id, loanId);
    expect(await renew(id, loanId, DUE)).toEqual({ resultat: 'emprunt_clos' });
    expect(await renew(randomUUID(), loanId, DUE)).toEqual({ resultat: 'utilisateur_introuvable' });
    expect(await loansOf(id)).toEqual({});
  });

  it('is taken back whatever is owed, and lateness is seen then', async () => {
    const { id } = await newUser();
    const loanId = await newLoan(id);
    await addPenalty(id);
    const back = { emprunt_id: loanId, nature: 'retablissement', date_echeance: PAST } as const;
    for (let time = 0; time < 2; time += 1) expect(await openLoan(id, back)).toEqual(OPENED);
    expect(await loansOf(id)).toEqual({ [loanId]: PAST });
    expect((await verification(id)).emprunts_en_retard).toBe(1);
    await closeLoan(id, loanId);
    expect(await openLoan(id, back)).toEqual({ resultat: 'emprunt_clos' });
  });
});

describe('asking before a loan', () => {
  it('changes nothing and tells the rules and whom to write to', async () => {
    const { id, nom, prenom, email } = await newUser();
    await addPenalty(id);
    const before = await readTable();
    expect(await openLoan(id, { nature: 'consultation' })).toEqual({
      resultat: 'consulte',
      motifs: ['penalites_impayees'],
      utilisateur: { nom, prenom, email },
    });
    expect(await openLoan(randomUUID(), { nature: 'consultation' })).toEqual({ resultat: 'utilisateur_introuvable' });
    expect(await readTable()).toEqual(before);
  });
});

describe('closing a loan', () => {
  it('on time frees its slot and charges nothing', async () => {
    const { id } = await newUser();
    const loanId = await newLoan(id);
    for (let time = 0; time < 2; time += 1) expect(await closeLoan(id, loanId)).toEqual({ penalite: null });
    expect(await verification(id)).toMatchObject({ emprunts_en_cours: 0, total_impaye: 0 });
  });

  it('late frees its slot and charges once, however often it is closed', async () => {
    const { id } = await newUser();
    const loanId = await lateLoan(id);
    const fee = lateFee(1.2);
    const charged = { penalite: { ...fee, utilisateur_id: id, statut: 'impayee', reste_a_payer: 1.2 } };
    for (let time = 0; time < 3; time += 1) expect(await closeLoan(id, loanId, fee)).toEqual(charged);
    expect(await verification(id)).toMatchObject({ emprunts_en_cours: 0, total_impaye: 1.2 });
    expect((await call('GET', penaltyPath({ ...fee, utilisateur_id: id }))).body).toEqual(charged.penalite);
  });

  it('late charges once when it is closed 20 times at once', async () => {
    const { id } = await newUser();
    const loanId = await lateLoan(id);
    const fee = lateFee(1.2);
    const answers = await atOnce(20, () => closeLoan(id, loanId, fee));
    for (const answer of answers)
      expect(answer.penalite).toMatchObject({ ...fee, statut: 'impayee', reste_a_payer: 1.2 });
    expect((await verification(id)).total_impaye).toBe(1.2);
  });

  it('leaves the other loans where they are', async () => {
    const { id } = await newUser();
    const [one, other] = [await newLoan(id), await newLoan(id)];
    await closeLoan(id, one, lateFee());
    expect(await loansOf(id)).toEqual({ [other]: DUE });
  });

  it('of a loan that never was charges nobody', async () => {
    const { id } = await newUser();
    expect(await closeLoan(id, randomUUID(), lateFee())).toEqual({ penalite: null });
    expect(await closeLoan(randomUUID(), randomUUID(), lateFee())).toEqual({ penalite: null });
    expect(await closeLoan(randomUUID(), randomUUID())).toEqual({ penalite: null });
    expect((await verification(id)).total_impaye).toBe(0);
  });
});

describe('an account with a loan', () => {
  it('is not deleted', async () => {
    const { id } = await newUser();
    const loanId = await newLoan(id);
    expectProblem(await deleteUser(id), 409, 'suppression_refusee', { motifs: ['emprunts_en_cours'] });
    await addPenalty(id);
    const both = { motifs: ['penalites_impayees', 'emprunts_en_cours'] };
    expectProblem(await deleteUser(id), 409, 'suppression_refusee', both);
    expect(await loansOf(id)).toEqual({ [loanId]: DUE });
  });

  it('is never both deleted and lent to, when both are asked for at once', async () => {
    for (let round = 0; round < 25; round += 1) {
      const { id } = await newUser();
      const [opened, deleted] = await Promise.all(
        round % 2 === 0
          ? [openLoan(id), deleteUser(id)]
          : ([deleteUser(id), openLoan(id)].reverse() as [ReturnType<typeof openLoan>, ReturnType<typeof deleteUser>]),
      );
      const gone = deleted.status === 204;
      expect(opened).toEqual(gone ? { resultat: 'utilisateur_introuvable' } : OPENED);
      if (!gone) expect(deleted.status).toBe(409);
      expect((await getUser(id)).status).toBe(gone ? 404 : 200);
    }
  });
});

describe('a command that comes too late', () => {
  const deadline = (avant: string) => ({ avant }) as object;

  it('is not done: the loan may be in other hands by now', async () => {
    const { id } = await newUser();
    const late = deadline(new Date(Date.now() - 1).toISOString());
    await expect(openLoan(id, late)).rejects.toMatchObject({ code: 'service_indisponible' });
    expect(await loansOf(id)).toEqual({});
  });

  it('is done while there is time', async () => {
    const { id } = await newUser();
    expect(await openLoan(id, deadline(new Date(Date.now() + 60_000).toISOString()))).toEqual(OPENED);
  });

  it('is not done when nobody can tell', async () => {
    const { id } = await newUser();
    await expect(openLoan(id, deadline('demain'))).rejects.toThrow();
    expect(await loansOf(id)).toEqual({});
  });
});

describe('a command that makes no sense', () => {
  it('is not done, and its caller is told that it failed', async () => {
    const { id } = await newUser();
    await expect(openLoan(id, { date_echeance: 'demain' })).rejects.toThrow('requete_invalide');
    await expect(openLoan('abc')).rejects.toThrow('requete_invalide');
    await expect(closeLoan(id, 'abc')).rejects.toThrow('requete_invalide');
    expect(await loansOf(id)).toEqual({});
  });
});
