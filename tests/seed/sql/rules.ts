import { beforeAll, expect, test } from '@jest/globals';
import { TABLES } from '../../../seed/model/tables.ts';
import { postgresql } from '../../../seed/sql/postgresql.ts';
import { constraintNames } from '../../../seed/sql/schema.ts';
import { type Database, insert, Refused, type Row } from '../../support/sql/database.ts';
import { inEveryEngine } from '../../support/sql/engines.ts';
import { Library } from '../../support/sql/library.ts';
import { firstOf, POINTED_TO, RIGHT, SHORTEST, WRONG } from '../../support/sql/violations.ts';

/** Target of a foreign key, which the primary key beside it keeps from ever being broken alone. */
const NEVER_ALONE = ['exemplaire_de_livre_unique', 'penalite_de_utilisateur_unique'];

test('each constraint of the model is broken by a row of the table of violations', () => {
  const broken = WRONG.map(({ constraint }) => constraint);
  const all = TABLES.flatMap((table) => constraintNames(table, postgresql));
  expect(all.filter((name) => !broken.includes(name)).sort()).toEqual(NEVER_ALONE);
});

/** As XAMPP sets MariaDB up: a value that does not fit is cut to fit, with a warning. */
const LAX = "SET SESSION sql_mode = 'NO_ZERO_IN_DATE,NO_ZERO_DATE,NO_ENGINE_SUBSTITUTION'";

inEveryEngine((engine, open) => {
  let db: Database;

  beforeAll(async () => {
    db = await open();
    await new Library(db).load();
  });

  /** What is written is taken back. */
  const undone = async (work: () => Promise<void>) => {
    await db.run('BEGIN');
    await work().finally(() => db.run('ROLLBACK'));
  };

  const insertAfter = async (first: [table: string, row: Row][], table: string, row: Row) => {
    for (const [other, before] of first) await insert(db, other, before);
    await insert(db, table, row);
  };

  test.each(RIGHT)('takes a right row of %s (%#)', (table, row) =>
    undone(() => insertAfter(firstOf(table), table, row)),
  );

  test.each(Object.entries(SHORTEST))('takes a row of %s that says only what cannot be guessed', (table, row) =>
    undone(async () => {
      await insertAfter(firstOf(table), table, row);
      const [key] = Object.keys(TABLES.find(({ name }) => name === table)?.columns ?? {});
      const where = Object.entries(row).map(([name, value]) => `${name} = '${value}'`);
      const found = await db.query(`SELECT ${key} AS id FROM ${table} WHERE ${where.join(' AND ')}`);
      expect(found).toEqual([{ id: expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/) }]);
    }),
  );

  test('a penalty typed by hand is unpaid, whole and of now', () =>
    undone(async () => {
      await insert(db, 'penalite', SHORTEST.penalite as Row);
      const [found] = await db.query(
        `SELECT statut, reste_a_payer, date_penalite, ${db.dialect.now} AS maintenant FROM penalite WHERE description = 'Couverture abîmée'`,
      );
      const { date_penalite, maintenant, ...rest } = found as Row;
      expect(rest).toEqual({ statut: 'impayee', reste_a_payer: 2.5 });
      // Between the two statements a busy machine may take its time, but it stays far below an hour, as of another zone.
      const apart = new Date(String(maintenant)).getTime() - new Date(String(date_penalite)).getTime();
      expect(Math.abs(apart)).toBeLessThan(30 * 60_000);
    }));

  const refusal = async (work: () => Promise<void>) => {
    const outcome = await undone(work).then(
      () => 'accepted',
      (error) => error,
    );
    expect(outcome).toBeInstanceOf(Refused);
    return outcome as Refused;
  };

  const refusalOf = ({ table, row, first }: (typeof WRONG)[number]) => refusal(() => insertAfter(first, table, row));

  /** As the engine names it, where it names it. */
  const nameIn = (constraint: string | undefined, table: string): string | undefined => {
    if (engine === 'SQLite' && constraint?.endsWith('_fk')) return undefined;
    return engine === 'MariaDB' && constraint === `${table}_pk` ? 'PRIMARY' : constraint;
  };

  test.each(WRONG)('refuses a row of $table for $constraint ($reason, $#)', async (wrong) => {
    const { reason, constraint } = await refusalOf(wrong);
    expect({ reason, constraint: wrong.constraint && constraint }).toEqual({
      reason: wrong.reason,
      constraint: nameIn(wrong.constraint, wrong.table),
    });
  });

  test('refuses to empty what is left to pay, which it would have filled at first', async () => {
    const { reason } = await refusal(() => db.run('UPDATE penalite SET reste_a_payer = NULL'));
    expect(reason).toBe('not null');
  });

  test.each(POINTED_TO)('refuses to delete a row of %s to which others point', async (table, target) => {
    const { reason } = await refusal(() => db.run(`DELETE FROM ${table} WHERE id = '${target}'`));
    expect(reason).toBe('foreign key');
  });

  if (engine === 'MariaDB') {
    test('refuses each of them as well where the session is not strict', async () => {
      await db.run(LAX);
      for (const wrong of WRONG) await refusalOf(wrong);
    });
  }
});
