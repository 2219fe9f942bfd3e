import { randomUUID } from 'node:crypto';
import { afterAll, describe, expect, it } from '@jest/globals';
import { availability, deleteBook, getBook, newBook, patchBook } from '../../support/books.ts';
import { violations } from '../../support/books-invariants.ts';
import { DUE, newTaking, returnCopy, takeCopy } from '../../support/copies.ts';
import { expectProblem } from '../../support/problems.ts';

const NONE_LEFT = { resultat: 'refuse', motifs: ['aucun_exemplaire_disponible'] };

afterAll(async () => expect(await violations()).toEqual([]));

describe('taking a copy', () => {
  it('takes one after the other until none is left', async () => {
    const { id, titre } = await newBook({ exemplaires: 2 });
    for (const disponibles of [1, 0]) {
      expect(await takeCopy(id)).toEqual({ resultat: 'pris', titre });
      expect(await availability(id)).toMatchObject({ exemplaires: 2, disponibles, disponible: disponibles > 0 });
    }
    expect(await takeCopy(id)).toEqual(NONE_LEFT);
    expect(await availability(id)).toMatchObject({ disponibles: 0 });
  });

  it('takes one for a loan, however often it is asked', async () => {
    const { id, titre } = await newBook({ exemplaires: 2 });
    const emprunt_id = randomUUID();
    for (let n = 0; n < 3; n += 1) expect(await takeCopy(id, { emprunt_id })).toEqual({ resultat: 'pris', titre });
    expect((await availability(id)).disponibles).toBe(1);
  });

  it('keeps the due date of the first time when it is asked again with another', async () => {
    const { id } = await newBook({ exemplaires: 2 });
    const emprunt_id = await newTaking(id, '2030-01-01');
    expect(await takeCopy(id, { emprunt_id, date_echeance: '2031-01-01' })).toMatchObject({ resultat: 'pris' });
    expect(await availability(id)).toMatchObject({ disponibles: 1, prochain_retour: '2030-01-01' });
  });

  it('is still taken for its loan when no other copy is left', async () => {
    const { id, titre } = await newBook({ exemplaires: 1 });
    const emprunt_id = await newTaking(id);
    expect(await takeCopy(id, { emprunt_id })).toEqual({ resultat: 'pris', titre });
    expect(await takeCopy(id)).toEqual(NONE_LEFT);
  });

  it('tells of a book without copies, and of no book', async () => {
    const { id } = await newBook({ exemplaires: 0 });
    for (const nature of ['pret', 'essai'] as const) {
      expect(await takeCopy(id, { nature })).toEqual(NONE_LEFT);
      expect(await takeCopy(randomUUID(), { nature })).toEqual({ resultat: 'livre_introuvable' });
    }
  });

  it('can be asked about without taking any', async () => {
    const { id, titre } = await newBook({ exemplaires: 1 });
    for (let n = 0; n < 2; n += 1) expect(await takeCopy(id, { nature: 'essai' })).toEqual({ resultat: 'pris', titre });
    expect((await availability(id)).disponibles).toBe(1);
    await newTaking(id);
    expect(await takeCopy(id, { nature: 'essai' })).toEqual(NONE_LEFT);
  });

  it.each([
    ['nothing', {}],
    ['no loan', { livre_id: randomUUID(), nature: 'pret', date_echeance: DUE }],
    ['another nature', { livre_id: randomUUID(), emprunt_id: randomUUID(), nature: 'vol', date_echeance: DUE }],
    ['no date', { livre_id: randomUUID(), emprunt_id: randomUUID(), nature: 'pret', date_echeance: 'demain' }],
    ['a stranger', { livre_id: randomUUID(), emprunt_id: randomUUID(), nature: 'pret', date_echeance: DUE, x: 1 }],
  ])('fails as a whole when it is given %s', async (_, command) => {
    const { handler } = await import('../../../functions/books/take-copy.ts');
    await expect(handler(command, { awsRequestId: 'x', functionName: 'x' } as never)).rejects.toMatchObject({
      code: 'requete_invalide',
    });
  });
});

describe('the due dates', () => {
  it('tell the earliest return, and none once all are back', async () => {
    const { id } = await newBook({ exemplaires: 3 });
    const late = await newTaking(id, '2031-05-02');
    const early = await newTaking(id, '2030-12-31');
    await newTaking(id, '2031-01-01');
    expect((await availability(id)).prochain_retour).toBe('2030-12-31');
    await returnCopy(id, early);
    expect((await availability(id)).prochain_retour).toBe('2031-01-01');
    await takeCopy(id, { emprunt_id: late, nature: 'prolongation', date_echeance: '2030-01-01' });
    expect((await availability(id)).prochain_retour).toBe('2030-01-01');
  });

  it('move with a renewal, of a loan that has a copy only', async () => {
    const { id, titre } = await newBook();
    const emprunt_id = await newTaking(id, '2030-01-01');
    const renewal = { emprunt_id, nature: 'prolongation', date_echeance: '2030-02-01' } as const;
    for (let n = 0; n < 2; n += 1) expect(await takeCopy(id, renewal)).toEqual({ resultat: 'pris', titre });
    expect(await availability(id)).toMatchObject({ disponibles: 0, prochain_retour: '2030-02-01' });

    await returnCopy(id, emprunt_id);
    expect(await takeCopy(id, renewal)).toEqual({ resultat: 'emprunt_clos' });
    expect(await availability(id)).toMatchObject({ disponibles: 1, prochain_retour: null });
    expect(await takeCopy(randomUUID(), renewal)).toEqual({ resultat: 'livre_introuvable' });
  });
});

describe('returning a copy', () => {
  it('gives back its own and no other, however often it is asked', async () => {
    const { id } = await newBook({ exemplaires: 2 });
    const [mine] = [await newTaking(id), await newTaking(id)];
    for (let n = 0; n < 3; n += 1) {
      expect(await returnCopy(id, mine)).toEqual({ resultat: 'rendu' });
      expect((await availability(id)).disponibles).toBe(1);
    }
    expect(await takeCopy(id)).toMatchObject({ resultat: 'pris' });
  });

  it('does nothing for a loan without a copy, nor for no book', async () => {
    const { id } = await newBook();
    expect(await returnCopy(id, randomUUID())).toEqual({ resultat: 'rendu' });
    expect(await returnCopy(randomUUID(), randomUUID())).toEqual({ resultat: 'rendu' });
    expect((await availability(id)).disponibles).toBe(1);
  });
});

describe('a book with copies out', () => {
  it('keeps at least as many copies', async () => {
    const book = await newBook({ exemplaires: 3 });
    const loan = await newTaking(book.id);
    await newTaking(book.id);
    expectProblem(await patchBook(book.id, { exemplaires: 1, titre: 'Non' }), 409, 'exemplaires_insuffisants');
    expect((await getBook(book.id)).body).toEqual(book);
    expect((await patchBook(book.id, { exemplaires: 2 })).status).toBe(200);
    expect(await availability(book.id)).toMatchObject({ exemplaires: 2, disponibles: 0 });
    await returnCopy(book.id, loan);
    expect((await patchBook(book.id, { exemplaires: 1 })).status).toBe(200);
  });

  it('is not deleted until the last one is back', async () => {
    const { id } = await newBook({ exemplaires: 2 });
    const loans = [await newTaking(id), await newTaking(id)];
    for (const loan of loans) {
      expectProblem(await deleteBook(id), 409, 'suppression_refusee', { motifs: ['exemplaires_empruntes'] });
      await returnCopy(id, loan);
    }
    expect((await deleteBook(id)).status).toBe(204);
  });

  it('keeps them through a change of its title', async () => {
    const { id } = await newBook();
    const loan = await newTaking(id, '2030-01-01');
    await patchBook(id, { titre: 'Autrement', auteur: 'Autre', annee: 3 });
    expect(await availability(id)).toMatchObject({ disponibles: 0, prochain_retour: '2030-01-01' });
    await returnCopy(id, loan);
    expect((await availability(id)).disponibles).toBe(1);
  });

  it('shows nothing of its loans, and its tag does not move with them', async () => {
    const book = await newBook();
    const { etag } = (await getBook(book.id)).headers;
    await newTaking(book.id);
    const read = await getBook(book.id);
    expect(read.body).toEqual(book);
    expect(read.headers.etag).toBe(etag);
  });
});
