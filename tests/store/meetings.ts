import { expect, it } from '@jest/globals';
import type { Answer, Options } from '../support/api.ts';
import { meanwhile } from '../support/faults.ts';
import { readTables } from '../support/read.ts';
import { block, deleteUser, ifMatch, patchUser } from '../support/users.ts';
import type { Outgoing } from '../support/wire.ts';
import { contents, readAnswer } from './scenes.ts';

/** Somebody else makes a change between the read of a call and its write, in every run and not by chance. */

export type Act<T> = (thing: T) => Promise<Answer>;
/** A call, what another does before its first write, and some of the body of a success. */
type Meeting<T> = [call: Act<T>, other: (thing: T) => Promise<unknown>, said?: object];

export const isWrite = ({ kind }: Outgoing) => /^(PutItem|TransactWriteItems)/.test(kind);

/** @param rows with the answer behind each name, as `readAnswer` reads it */
export function meetings<T>(thing: string, make: () => Promise<T>, rows: Record<string, Meeting<T>>): void {
  it.each(Object.entries(rows))(
    `between the look at ${thing} and the write, %s`,
    async (row, [act, other, said = {}]) => {
      const { status, refusal } = readAnswer(row);
      const subject = await make();
      let left = '';
      meanwhile(isWrite, async () => {
        await other(subject);
        left = contents(await readTables());
      });
      const { status: answered, body = {} } = await act(subject);
      const { code, motifs = [code] } = body;
      if (refusal === '') return expect({ status: answered, body }).toMatchObject({ status, body: said });
      expect([answered, ...motifs]).toEqual([status, refusal]);
      // Of the call itself nothing is left.
      expect(contents(await readTables())).toBe(left);
    },
  );
}

export type Id = { id: string };

/** The same under the version that stands before the call. */
export const atVersion =
  (read: Act<string>, act: (id: string, options: Options) => Promise<Answer>): Act<Id> =>
  async ({ id }) =>
    act(id, ifMatch((await read(id)).headers.etag as string));

/** What others do to an account, and an e-mail and a card that they may take. */
export const changes = (body: object) => (user: Id) => patchUser(user.id, body);
export const deletes = (user: Id) => deleteUser(user.id);
export const blocks = (user: Id) => block(user.id);
export const email = 'ensuite@exemple.fr';
export const card = { adhesion: { numero_carte: 'C-ENSUITE' } };
