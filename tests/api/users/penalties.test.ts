import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { call, newUser } from '../../support/api.ts';
import { expectFaults, expectProblem } from '../../support/problems.ts';
import {
  addPenalty,
  allPages,
  newPenalty,
  pay,
  penaltiesPath,
  penaltyPath,
  verification,
  waive,
} from '../../support/users.ts';

const unknown = () => ({ utilisateur_id: randomUUID(), id: randomUUID() });
const totalOf = async (id: string) => (await verification(id)).total_impaye;

describe('POST /utilisateurs/{id}/penalites', () => {
  it('adds a penalty, which is owed from then on', async () => {
    const { id } = await newUser();
    const { status, headers, body } = await call('POST', penaltiesPath(id), {
      body: { montant: 4.35, description: ' Livre abîmé ' },
    });
    expect(status).toBe(201);
    expect(body).toEqual({
      id: expect.any(String),
      utilisateur_id: id,
      montant: 4.35,
      description: 'Livre abîmé',
      date_penalite: expect.any(String),
      statut: 'impayee',
      reste_a_payer: 4.35,
    });
    expect(new Date(body.date_penalite).toISOString()).toBe(body.date_penalite);
    expect(headers.location).toBe(penaltyPath(body));
    const found = await call('GET', headers.location as string);
    expect([found.body, found.headers.etag]).toEqual([body, headers.etag]);
    expect(await totalOf(id)).toBe(4.35);
  });

  it.each([0.01, 0.29, 1000])('takes %d euros', async (montant) => {
    const { id } = await newUser();
    expect((await addPenalty(id, montant)).body).toMatchObject({ montant, reste_a_payer: montant });
    expect(await totalOf(id)).toBe(montant);
  });

  it('sums in whole cents', async () => {
    const { id } = await newUser();
    for (const montant of [0.1, 0.2, 0.7, 1.1, 2.2]) await addPenalty(id, montant);
    expect(await totalOf(id)).toBe(4.3);
  });

  it('says that there is no such account', async () => {
    expectProblem(await addPenalty(randomUUID()), 404, 'utilisateur_introuvable');
  });
});

describe('GET /utilisateurs/{id}/penalites', () => {
  it('lists them newest first, of any state or of one', async () => {
    const { id } = await newUser();
    const made = [];
    for (const montant of [1, 2, 3, 4]) made.unshift((await addPenalty(id, montant)).body);
    const [fourth, third, second, first] = made;
    const paid = (await pay(third, 3)).body;
    const waived = (await waive(second)).body;

    const list = async (query = '') => (await call('GET', `${penaltiesPath(id)}${query}`)).body;
    expect(await list()).toEqual({ elements: [fourth, paid, waived, first] });
    expect(await list('?statut=impayee')).toEqual({ elements: [fourth, first] });
    expect(await list('?statut=payee')).toEqual({ elements: [paid] });
    expect(await list('?statut=annulee')).toEqual({ elements: [waived] });
  });

  it.each([
    ['', 7],
    ['?statut=impayee', 4],
    ['?statut=payee', 3],
    ['?statut=annulee', 0],
  ])('goes page by page (%s) to an exact end', async (query, count) => {
    const { id } = await newUser();
    for (let index = 0; index < 7; index += 1) {
      const { body } = await addPenalty(id, 1);
      if (index % 2 === 1) await pay(body, 1);
    }
    const whole = (await call('GET', `${penaltiesPath(id)}${query}`)).body;
    expect(whole.elements).toHaveLength(count);
    expect(whole).not.toHaveProperty('curseur_suivant');
    for (const limit of [1, 2, 3, 4, 7, 100]) {
      const { elements, pages } = await allPages(`${penaltiesPath(id)}${query}`, limit);
      expect(elements).toEqual(whole.elements);
      expect(pages).toBe(Math.max(1, Math.ceil(count / limit)));
    }
  });

  it('is empty for somebody without penalties', async () => {
    expect((await call('GET', penaltiesPath((await newUser()).id))).body).toEqual({ elements: [] });
  });

  it('knows no other state', async () => {
    const { id } = await newUser();
    for (const state of ['', 'IMPAYEE', 'autre'])
      expectFaults(await call('GET', `${penaltiesPath(id)}?statut=${state}`), 'statut');
  });

  it('says that there is no such account', async () => {
    expectProblem(await call('GET', penaltiesPath(randomUUID())), 404, 'utilisateur_introuvable');
    expectProblem(await call('GET', `${penaltiesPath(randomUUID())}?statut=payee`), 404, 'utilisateur_introuvable');
  });
});

describe('GET /utilisateurs/{id}/penalites/{penalite_id}', () => {
  it('says that there is no such penalty, of this user or at all', async () => {
    const penalty = await newPenalty();
    const { id } = await newUser();
    for (const absent of [unknown(), { ...penalty, id: randomUUID() }, { ...penalty, utilisateur_id: id }])
      expectProblem(await call('GET', penaltyPath(absent)), 404, 'penalite_introuvable');
  });
});

describe('POST …/paiements', () => {
  it('lowers what is left, in instalments, to nothing', async () => {
    const penalty = await newPenalty(1);
    const { utilisateur_id } = penalty;
    const first = await pay(penalty, 0.29);
    expect([first.status, first.body]).toEqual([200, { ...penalty, reste_a_payer: 0.71 }]);
    expect(await totalOf(utilisateur_id)).toBe(0.71);
    expect((await pay(penalty, 0.7)).body).toEqual({ ...penalty, reste_a_payer: 0.01 });
    const last = await pay(penalty, 0.01);
    expect(last.body).toEqual({ ...penalty, reste_a_payer: 0, statut: 'payee' });
    expect((await call('GET', penaltyPath(penalty))).body).toEqual(last.body);
    expect(await totalOf(utilisateur_id)).toBe(0);
  });

  it('refuses more than is left, and a penalty that is closed', async () => {
    const penalty = await newPenalty(1);
    const tooMuch = { motifs: ['montant_superieur_au_reste'] };
    expectProblem(await pay(penalty, 1.01), 409, 'paiement_refuse', tooMuch);
    await pay(penalty, 0.5);
    expectProblem(await pay(penalty, 0.51), 409, 'paiement_refuse', tooMuch);
    await pay(penalty, 0.5);
    expectProblem(await pay(penalty, 0.01), 409, 'paiement_refuse', { motifs: ['penalite_close'] });
    const waived = await newPenalty(1);
    await waive(waived);
    expectProblem(await pay(waived, 1), 409, 'paiement_refuse', { motifs: ['penalite_close'] });
  });

  it('touches no other penalty', async () => {
    const { id } = await newUser();
    const [one, other] = [await newPenalty(1, id), await newPenalty(2, id)];
    await pay(one, 1);
    expect((await call('GET', penaltyPath(other))).body).toEqual(other);
    expect(await totalOf(id)).toBe(2);
  });

  it('says that there is no such penalty', async () => {
    const penalty = await newPenalty();
    for (const absent of [unknown(), { ...penalty, utilisateur_id: (await newUser()).id }])
      expectProblem(await pay(absent, 1), 404, 'penalite_introuvable');
  });
});

describe('POST …/annulation', () => {
  it('waives what is left, of a penalty begun or not', async () => {
    const penalty = await newPenalty(3);
    await pay(penalty, 1);
    const { status, body } = await waive(penalty);
    expect([status, body]).toEqual([200, { ...penalty, reste_a_payer: 0, statut: 'annulee' }]);
    expect((await call('GET', penaltyPath(penalty))).body).toEqual(body);
    expect(await totalOf(penalty.utilisateur_id)).toBe(0);
  });

  it('refuses a penalty that is closed', async () => {
    const [paid, waived] = [await newPenalty(1), await newPenalty(1)];
    await pay(paid, 1);
    await waive(waived);
    for (const closed of [paid, waived])
      expectProblem(await waive(closed), 409, 'annulation_refusee', { motifs: ['penalite_close'] });
  });

  it('says that there is no such penalty', async () => {
    expectProblem(await waive(unknown()), 404, 'penalite_introuvable');
  });
});
