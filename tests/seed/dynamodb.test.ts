import { afterAll, describe, expect, it } from '@jest/globals';
import { today } from '../../lib/runtime/clock.ts';
import { seedData } from '../../seed/data.ts';
import { seed } from '../../seed/seed.ts';
import { availability, deleteBook, getBook, newBook, patchBook } from '../support/books.ts';
import { ALWAYS, fail, mend, unreachable } from '../support/faults.ts';
import { violations } from '../support/invariants.ts';
import { allBooks, readTable } from '../support/read.ts';
import { deleteUser, getUser, verification } from '../support/users.ts';

/** Seeding the tables, in the order in which it may happen to them. */

const data = seedData(today());
const open = data.emprunts.filter(({ date_retour }) => date_retour === null);

/** Both tables, item for item. */
const snapshot = async () => {
  const items: { pk: string; sk: string }[] = [...(await readTable('users')), ...(await readTable('books'))];
  return new Map(items.map((item) => [`${item.pk} ${item.sk}`, item]));
};

afterAll(() => void mend());

describe('seeding that is cut off', () => {
  it('leaves whole records only', async () => {
    fail({ match: 'TransactWriteItems', after: 60, times: ALWAYS, how: unreachable });
    await expect(seed()).rejects.toMatchObject({ code: 'service_indisponible' });
    const { length } = await allBooks();
    expect(length).toBeGreaterThan(0);
    expect(length).toBeLessThan(data.livres.length);
    for (const only of ['users', 'books'] as const) expect(await violations({ only })).toEqual([]);
    mend();
  });

  it('is completed by the next one', async () => {
    await seed();
    expect((await allBooks()).toSorted()).toEqual(data.livres.map(({ id }) => id).toSorted());
    expect(await violations()).toEqual([]);
  });
});

describe('seeded tables', () => {
  it('count the copies that are out, and when the first is due', async () => {
    for (const { id, exemplaires } of data.livres) {
      const dues = open.filter(({ livre_id }) => livre_id === id).map(({ date_echeance }) => date_echeance);
      const disponibles = exemplaires - dues.length;
      expect(await availability(id)).toEqual({
        livre_id: id,
        exemplaires,
        disponibles,
        disponible: disponibles > 0,
        prochain_retour: dues.sort()[0] ?? null,
      });
    }
  });

  it('count the loans of each user, those that are late, and what is owed', async () => {
    for (const { id } of data.utilisateurs) {
      const loans = open.filter(({ utilisateur_id }) => utilisateur_id === id);
      const owed = data.penalites
        .filter(({ utilisateur_id }) => utilisateur_id === id)
        .reduce((sum, { reste_a_payer }) => sum + Math.round(reste_a_payer * 100), 0);
      expect(await verification(id)).toMatchObject({
        emprunts_en_cours: loans.length,
        emprunts_en_retard: loans.filter(({ date_echeance }) => date_echeance < today()).length,
        total_impaye: owed / 100,
      });
    }
  });

  it('are left as they are by seeding again', async () => {
    const before = await snapshot();
    await seed();
    expect(await snapshot()).toEqual(before);
  });
});

describe('what is done after seeding', () => {
  const idle = (ids: string[]) =>
    ids.find((id) => !open.some((loan) => [loan.livre_id, loan.utilisateur_id].includes(id)));

  it('stays done when seeding is asked for again', async () => {
    const gone = idle(data.livres.map(({ id }) => id)) as string;
    const owes = new Set(data.penalites.map(({ utilisateur_id }) => utilisateur_id));
    const left = idle(data.utilisateurs.map(({ id }) => id).filter((id) => !owes.has(id))) as string;
    const changed = data.livres.at(-1)?.id as string;
    const made = await newBook();
    expect([(await deleteBook(gone)).status, (await deleteUser(left)).status]).toEqual([204, 204]);
    await patchBook(changed, { titre: 'Autrement' });

    const before = await snapshot();
    await seed();
    expect(await snapshot()).toEqual(before);
    expect([(await getBook(gone)).status, (await getUser(left)).status]).toEqual([404, 404]);
    expect((await getBook(changed)).body.titre).toBe('Autrement');
    expect((await getBook(made.id)).body).toEqual(made);
    expect(await violations()).toEqual([]);
  });
});
