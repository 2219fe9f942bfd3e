import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type { Context } from 'aws-lambda';
import { handler as takeCopy } from '../../../functions/books/take-copy.ts';
import { handler as openLoan } from '../../../functions/users/open-loan.ts';
import { call, newUser } from '../../support/api.ts';
import { guard } from '../../support/outgoing.ts';

/** A caller that Lambda froze may wake up when its loan has long been undone: what it sends then must do nothing. */

const context = { awsRequestId: randomUUID(), functionName: 'test' } as Context;
const inSeconds = (seconds: number) => new Date(Date.now() + seconds * 1000).toISOString();
const newBook = async () => (await call('POST', '/livres', { body: { titre: 'Un livre', auteur: 'Quelqu’un' } })).body;
const due = '2099-01-01';

describe('a command', () => {
  it.each([
    [-1, 0],
    [30, 1],
  ])('that is good for %d more seconds takes %d slot', async (seconds, slots) => {
    const { id } = await newUser();
    const command = { utilisateur_id: id, emprunt_id: randomUUID(), nature: 'pret', date_echeance: due };
    const opening = openLoan({ ...command, avant: inSeconds(seconds) }, context);
    if (slots === 0) await expect(opening).rejects.toThrow('service_indisponible');
    else expect(await opening).toEqual({ resultat: 'ouvert' });
    const { body } = await call('GET', `/utilisateurs/${id}/verification`);
    expect(body.emprunts_en_cours).toBe(slots);
  });

  it.each([
    [-1, 1],
    [30, 0],
  ])('that is good for %d more seconds leaves %d copy', async (seconds, copies) => {
    const { id } = await newBook();
    const command = { livre_id: id, emprunt_id: randomUUID(), nature: 'pret', date_echeance: due };
    await takeCopy({ ...command, avant: inSeconds(seconds) }, context).catch(() => {});
    expect((await call('GET', `/livres/${id}/disponibilite`)).body.disponibles).toBe(copies);
  });

  it('is sent with the loan’s own limit, within the lease', async () => {
    const sent: { avant?: string; nature?: string }[] = [];
    const release = guard(({ body }, send) => {
      sent.push(body);
      return send();
    });
    const [user, book] = [await newUser(), await newBook()];
    const { body: loan } = await call('POST', '/emprunts', { body: { utilisateur_id: user.id, livre_id: book.id } });
    await call('POST', `/emprunts/${loan.id}/prolongation`);
    await call('POST', `/emprunts/${loan.id}/retour`);
    release();
    expect(sent.map(({ nature }) => nature)).toEqual([
      'pret',
      'pret',
      'prolongation',
      'prolongation',
      undefined,
      undefined,
    ]);
    for (const { avant } of sent) {
      expect(Date.parse(avant as string)).toBeGreaterThan(Date.now());
      expect(Date.parse(avant as string)).toBeLessThan(Date.now() + 50_000);
    }
  });
});
