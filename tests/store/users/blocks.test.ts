import { expect, it } from '@jest/globals';
import { newUser } from '../../support/api.ts';
import { backTo, day, dayAfter, forward } from '../../support/clock.ts';
import { everyTest } from '../../support/every-test.ts';
import { block, patchUser, verification } from '../../support/users.ts';

/** Blocks and memberships, as the days go by. */

everyTest({ leaves: 'settled' });

const blocked = async (id: string, jusqu_au: string | null) => (await block(id, { jusqu_au })).body.adhesion.blocage;

it('a block that is changed keeps its first day as long as it lasts, and begins anew once it has ended', async () => {
  const { id } = await newUser();
  const today = day();
  expect(await blocked(id, null)).toMatchObject({ depuis: today });
  forward({ days: 3 });
  expect(await blocked(id, dayAfter(today, 5))).toMatchObject({ depuis: today });
  forward({ days: 2 });
  expect(await blocked(id, dayAfter(today, 6))).toMatchObject({ depuis: today });
  forward({ days: 2 });
  expect(await blocked(id, null)).toMatchObject({ depuis: dayAfter(today, 7) });
});

/** The instant at which that day ends in Paris, in winter and in summer: an hour or two before it does in UTC. */
const MIDNIGHTS = [
  ['2029-01-15', '2029-01-15T23:00:00.000Z'],
  ['2029-07-15', '2029-07-15T22:00:00.000Z'],
] as const;

it.each(MIDNIGHTS)(
  'a block and a membership whose last day is %s end at midnight in Paris, at %s',
  async (last, end) => {
    const [barred, ending] = [await newUser(), await newUser()];
    await block(barred.id, { jusqu_au: last });
    await patchUser(ending.id, { adhesion: { date_fin: last } });
    const motifs = async () => [(await verification(barred.id)).motifs, (await verification(ending.id)).motifs];
    backTo(Date.parse(end) - 1);
    expect(await motifs()).toEqual([['compte_bloque'], []]);
    backTo(Date.parse(end));
    expect(await motifs()).toEqual([[], ['adhesion_expiree']]);
  },
);
