import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type { Context } from 'aws-lambda';
import { handler as takeCopy } from '../../../functions/books/take-copy.ts';
import { handler as openLoan } from '../../../functions/users/open-loan.ts';
import { lambda } from '../../../lib/loans/services.ts';
import { call, newUser } from '../../support/api.ts';

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

  it('that takes something for a loan is sent with the loan’s own limit, within the lease', async () => {
    const sent: { avant?: string; nature?: string }[] = [];
    lambda.middlewareStack.add(
      (next) => (args) => {
        sent.push(JSON.parse(String((args.input as { Payload?: string }).Payload)));
        return next(args);
      },
      { step: 'initialize', name: 'overhear' },
    );
    const [user, book] = [await newUser(), await newBook()];
    const { body: loan } = await call('POST', '/emprunts', { body: { utilisateur_id: user.id, livre_id: book.id } });
    await call('POST', `/emprunts/${loan.id}/prolongation`);
    lambda.middlewareStack.remove('overhear');
    expect(sent.map(({ nature }) => nature)).toEqual(['pret', 'pret', 'prolongation', 'prolongation']);
    for (const { avant } of sent) {
      expect(Date.parse(avant as string)).toBeGreaterThan(Date.now());
      expect(Date.parse(avant as string)).toBeLessThan(Date.now() + 50_000);
    }
  });
});
