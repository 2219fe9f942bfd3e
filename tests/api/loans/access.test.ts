import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { type Answer, call } from '../../support/api.ts';
import {
  type Emprunt,
  getLoan,
  giveBack,
  keyed,
  memberToken,
  newBook,
  newLoan,
  newUser,
  renew,
} from '../../support/loans.ts';
import { expectProblem } from '../../support/problems.ts';
import { tokenOf } from '../../support/tokens.ts';

/** The loan of the member who calls, and somebody else's. */
let mine: Emprunt;
let theirs: Emprunt;
let bookId: string;
let token: string;

beforeAll(async () => {
  [mine, theirs] = [await newLoan(), await newLoan()];
  bookId = (await newBook()).id;
  token = await memberToken(mine.utilisateur_id);
});

type Whose = Pick<Emprunt, 'id' | 'utilisateur_id'>;
type Request = (loan: Whose) => readonly [method: string, path: string, body?: object];

/** What a member may do with their own loans. */
const OWN: Record<string, Request> = {
  'read a loan': ({ id }) => ['GET', `/emprunts/${id}`],
  'list loans': ({ utilisateur_id }) => ['GET', `/utilisateurs/${utilisateur_id}/emprunts`],
  'list loans that are back': ({ utilisateur_id }) => ['GET', `/utilisateurs/${utilisateur_id}/emprunts?statut=rendu`],
  'renew a loan': ({ id }) => ['POST', `/emprunts/${id}/prolongation`],
};

/** What only a librarian may do. */
const LIBRARIAN: Record<string, Request> = {
  lend: ({ utilisateur_id }) => ['POST', '/emprunts', { utilisateur_id, livre_id: bookId }],
  'take a book back': ({ id }) => ['POST', `/emprunts/${id}/retour`],
  'read the overdue list': () => ['GET', '/emprunts/retards'],
  'send notices': () => ['POST', '/emprunts/retards/notifications'],
};

const EVERY = { ...OWN, ...LIBRARIAN };

const send = (request: Request, loan: Whose, as: string | null): Promise<Answer> => {
  const [method, path, body] = request(loan);
  return call(method, path, { token: as, body });
};

const answerless = ({ body: { instance, requete_id, ...rest } }: Answer) => rest;

describe('without a token', () => {
  it.each(Object.entries(EVERY))('nobody can %s', async (_, request) => {
    const answer = await send(request, mine, null);
    expectProblem(answer, 401, 'non_authentifie');
    expect(answer.headers['www-authenticate']).toBe('Bearer');
  });
});

describe('a member', () => {
  it.each(Object.entries(OWN))('may %s of their own', async (_, request) => {
    expect((await send(request, mine, token)).status).toBe(200);
  });

  it.each(Object.entries(OWN))('may not %s of somebody else, whether or not there is one', async (_, request) => {
    const existing = await send(request, theirs, token);
    const missing = await send(request, { id: randomUUID(), utilisateur_id: randomUUID() }, token);
    for (const answer of [existing, missing]) {
      expectProblem(answer, 403, 'acces_refuse');
      expect(answerless(answer)).toEqual(answerless(existing));
    }
    expect((await getLoan(theirs.id)).body).toEqual(theirs);
  });

  it.each(Object.entries(LIBRARIAN))('may not %s, not even for themselves', async (_, request) => {
    for (const loan of [mine, theirs]) expectProblem(await send(request, loan, token), 403, 'acces_refuse');
    expect((await getLoan(mine.id)).body).toMatchObject({ statut: 'en_cours' });
  });

  it('does not learn by somebody else’s key what that one was answered', async () => {
    const loan = await newLoan();
    const key = keyed();
    expect((await renew(loan.id, key)).status).toBe(200);
    expectProblem(await renew(loan.id, { ...key, token }), 403, 'acces_refuse');
  });

  it('renews a loan by the same rules as a librarian', async () => {
    const loan = await newLoan();
    const own = await memberToken(loan.utilisateur_id);
    await giveBack(loan.id);
    expectProblem(await renew(loan.id, { token: own }), 409, 'prolongation_refusee', { motifs: ['emprunt_rendu'] });
  });

  it('without a role, or with an unknown one, may do nothing', async () => {
    for (const role of [undefined, 'directeur'])
      for (const request of Object.values(EVERY))
        expectProblem(await send(request, mine, await tokenOf({ role })), 403, 'acces_refuse');
  });

  it('who has no loan at all gets an empty list', async () => {
    const { id } = await newUser();
    const answer = await call('GET', `/utilisateurs/${id}/emprunts`, { token: await memberToken(id) });
    expect(answer.body).toEqual({ elements: [] });
  });
});
