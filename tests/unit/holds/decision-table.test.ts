import { expect, test } from '@jest/globals';
import { daysFrom } from '../../support/clock.ts';
import type { Desk } from './desk.ts';
import { arranged, standing } from './standing.ts';

/**
 * What each act comes to in each situation of a title, as a librarian would have it. Ana asks: she places a hold, cancels
 * hers, or borrows by the title or by the barcode of a copy. A copy that is out is returned or renewed, the last day of
 * what is set aside passes, a copy is withdrawn. After the act stand the answer, with the motifs when it is no, and how
 * the title stands next.
 */
const TABLE = `
a copy is free: 1 free, 2 out to Bob
  place      | exemplaire_disponible                        | the same
  cancel     | never: Ana has no hold                       | the same
  borrow     | done                                         | 1 out to Ana, 2 out to Bob
  borrow 1   | done                                         | 1 out to Ana, 2 out to Bob
  return 2   | done                                         | 1 free, 2 free
  renew 2    | done                                         | the same
  expire     | never: nothing is set aside                  | the same
  withdraw 1 | done                                         | 1 withdrawn, 2 out to Bob

all are out, and the queue is empty: 1 out to Bob, 2 out to Cleo
  place      | done                                         | 1 out to Bob, 2 out to Cleo; waiting: Ana
  cancel     | never: Ana has no hold                       | the same
  borrow     | aucun_exemplaire_disponible                  | the same
  borrow 1   | exemplaire_emprunte                          | the same
  return 2   | done                                         | 1 out to Bob, 2 free
  renew 2    | done                                         | the same
  expire     | never: nothing is set aside                  | the same
  withdraw 1 | exemplaire_emprunte                          | the same

all are out, and another waits: 1 out to Bob, 2 out to Cleo; waiting: Dan
  place      | done                                         | 1 out to Bob, 2 out to Cleo; waiting: Dan, Ana
  cancel     | never: Ana has no hold                       | the same
  borrow     | aucun_exemplaire_disponible                  | the same
  borrow 1   | exemplaire_emprunte                          | the same
  return 2   | done                                         | 1 out to Bob, 2 aside for Dan
  renew 2    | livre_reserve                                | the same
  expire     | never: nothing is set aside                  | the same
  withdraw 1 | exemplaire_emprunte                          | the same

Ana has a copy, and the queue is empty: 1 out to Ana, 2 out to Bob
  place      | livre_deja_emprunte                          | the same
  cancel     | never: Ana has no hold                       | the same
  borrow     | livre_deja_emprunte, aucun_exemplaire_disponible | the same
  borrow 1   | livre_deja_emprunte, exemplaire_emprunte     | the same
  return 1   | done                                         | 1 free, 2 out to Bob
  renew 1    | done                                         | the same
  expire     | never: nothing is set aside                  | the same
  withdraw 1 | exemplaire_emprunte                          | the same

Ana has a copy, and another waits: 1 out to Ana, 2 out to Bob; waiting: Dan
  place      | livre_deja_emprunte                          | the same
  cancel     | never: Ana has no hold                       | the same
  borrow     | livre_deja_emprunte, aucun_exemplaire_disponible | the same
  borrow 1   | livre_deja_emprunte, exemplaire_emprunte     | the same
  return 1   | done                                         | 1 aside for Dan, 2 out to Bob
  renew 1    | livre_reserve                                | the same
  expire     | never: nothing is set aside                  | the same
  withdraw 1 | exemplaire_emprunte                          | the same

a copy is set aside for Ana: 1 aside for Ana, 2 out to Bob
  place      | reservation_existante                        | the same
  cancel     | done                                         | 1 free, 2 out to Bob
  borrow     | done                                         | 1 out to Ana, 2 out to Bob
  borrow 1   | done                                         | 1 out to Ana, 2 out to Bob
  return 2   | done                                         | 1 aside for Ana, 2 free
  renew 2    | done                                         | the same
  expire     | done                                         | 1 free, 2 out to Bob; expired: Ana
  withdraw 1 | done                                         | 1 withdrawn, 2 out to Bob; waiting: Ana

a copy is set aside for Ana, and another waits: 1 aside for Ana, 2 out to Bob; waiting: Dan
  place      | reservation_existante                        | the same
  cancel     | done                                         | 1 aside for Dan, 2 out to Bob
  borrow     | done                                         | 1 out to Ana, 2 out to Bob; waiting: Dan
  borrow 1   | done                                         | 1 out to Ana, 2 out to Bob; waiting: Dan
  return 2   | done                                         | 1 aside for Ana, 2 aside for Dan
  renew 2    | livre_reserve                                | the same
  expire     | done                                         | 1 aside for Dan, 2 out to Bob; expired: Ana
  withdraw 1 | done                                         | 1 withdrawn, 2 out to Bob; waiting: Ana, Dan

a copy is set aside for Ana, and another is free: 1 aside for Ana, 2 out to Bob, 3 free
  place      | reservation_existante, exemplaire_disponible | the same
  cancel     | done                                         | 1 free, 2 out to Bob, 3 free
  borrow     | done                                         | 1 out to Ana, 2 out to Bob, 3 free
  borrow 3   | done                                         | 1 free, 2 out to Bob, 3 out to Ana
  return 2   | done                                         | 1 aside for Ana, 2 free, 3 free
  renew 2    | done                                         | the same
  expire     | done                                         | 1 free, 2 out to Bob, 3 free; expired: Ana
  withdraw 1 | done                                         | 1 withdrawn, 2 out to Bob, 3 aside for Ana

a copy is set aside for another: 1 aside for Dan, 2 out to Bob
  place      | done                                         | 1 aside for Dan, 2 out to Bob; waiting: Ana
  cancel     | never: Ana has no hold                       | the same
  borrow     | livre_reserve                                | the same
  borrow 1   | livre_reserve                                | the same
  return 2   | done                                         | 1 aside for Dan, 2 free
  renew 2    | done                                         | the same
  expire     | done                                         | 1 free, 2 out to Bob; expired: Dan
  withdraw 1 | done                                         | 1 withdrawn, 2 out to Bob; waiting: Dan

a copy is set aside for another, and Ana waits: 1 aside for Dan, 2 out to Bob; waiting: Ana
  place      | reservation_existante                        | the same
  cancel     | done                                         | 1 aside for Dan, 2 out to Bob
  borrow     | livre_reserve                                | the same
  borrow 1   | livre_reserve                                | the same
  return 2   | done                                         | 1 aside for Dan, 2 aside for Ana
  renew 2    | livre_reserve                                | the same
  expire     | done                                         | 1 aside for Ana, 2 out to Bob; expired: Dan
  withdraw 1 | done                                         | 1 withdrawn, 2 out to Bob; waiting: Dan, Ana

a copy is set aside for each of them: 1 aside for Ana, 2 aside for Dan, 3 out to Bob; waiting: Eve
  place      | reservation_existante                        | the same
  cancel     | done                                         | 1 aside for Eve, 2 aside for Dan, 3 out to Bob
  borrow     | done                                         | 1 out to Ana, 2 aside for Dan, 3 out to Bob; waiting: Eve
  borrow 2   | livre_reserve                                | the same
  return 3   | done                                         | 1 aside for Ana, 2 aside for Dan, 3 aside for Eve
  renew 3    | livre_reserve                                | the same
  expire     | done                                         | 1 aside for Eve, 2 free, 3 out to Bob; expired: Ana, Dan
  withdraw 2 | done                                         | 1 aside for Ana, 2 withdrawn, 3 out to Bob; waiting: Dan, Eve

Ana is the first in the queue: 1 out to Bob, 2 out to Cleo; waiting: Ana, Dan
  place      | reservation_existante                        | the same
  cancel     | done                                         | 1 out to Bob, 2 out to Cleo; waiting: Dan
  borrow     | aucun_exemplaire_disponible                  | the same
  borrow 1   | exemplaire_emprunte                          | the same
  return 2   | done                                         | 1 out to Bob, 2 aside for Ana; waiting: Dan
  renew 2    | livre_reserve                                | the same
  expire     | never: nothing is set aside                  | the same
  withdraw 1 | exemplaire_emprunte                          | the same

Ana is the second in the queue: 1 out to Bob, 2 out to Cleo; waiting: Dan, Ana
  place      | reservation_existante                        | the same
  cancel     | done                                         | 1 out to Bob, 2 out to Cleo; waiting: Dan
  borrow     | aucun_exemplaire_disponible                  | the same
  borrow 1   | exemplaire_emprunte                          | the same
  return 2   | done                                         | 1 out to Bob, 2 aside for Dan; waiting: Ana
  renew 2    | livre_reserve                                | the same
  expire     | never: nothing is set aside                  | the same
  withdraw 1 | exemplaire_emprunte                          | the same

Ana is suspended, and nobody else waits: 1 out to Bob, 2 out to Cleo; waiting: (Ana)
  place      | reservation_existante                        | the same
  cancel     | done                                         | 1 out to Bob, 2 out to Cleo
  borrow     | aucun_exemplaire_disponible                  | the same
  borrow 1   | exemplaire_emprunte                          | the same
  return 2   | done                                         | 1 out to Bob, 2 free; waiting: (Ana)
  renew 2    | done                                         | the same
  expire     | never: nothing is set aside                  | the same
  withdraw 1 | exemplaire_emprunte                          | the same

Ana is suspended, and another waits after her: 1 out to Bob, 2 out to Cleo; waiting: (Ana), Dan
  place      | reservation_existante                        | the same
  cancel     | done                                         | 1 out to Bob, 2 out to Cleo; waiting: Dan
  borrow     | aucun_exemplaire_disponible                  | the same
  borrow 1   | exemplaire_emprunte                          | the same
  return 2   | done                                         | 1 out to Bob, 2 aside for Dan; waiting: (Ana)
  renew 2    | livre_reserve                                | the same
  expire     | never: nothing is set aside                  | the same
  withdraw 1 | exemplaire_emprunte                          | the same

Ana is suspended, and a copy is free: 1 free, 2 out to Bob; waiting: (Ana)
  place      | reservation_existante, exemplaire_disponible | the same
  cancel     | done                                         | 1 free, 2 out to Bob
  borrow     | done                                         | 1 out to Ana, 2 out to Bob
  borrow 1   | done                                         | 1 out to Ana, 2 out to Bob
  return 2   | done                                         | 1 free, 2 free; waiting: (Ana)
  renew 2    | done                                         | the same
  expire     | never: nothing is set aside                  | the same
  withdraw 1 | done                                         | 1 withdrawn, 2 out to Bob; waiting: (Ana)

the only copy is out of service: 1 under repair
  place      | aucun_exemplaire_reservable                  | the same
  cancel     | never: Ana has no hold                       | the same
  borrow     | aucun_exemplaire_disponible                  | the same
  borrow 1   | exemplaire_indisponible                      | the same
  return 1   | never: copy 1 is not out                     | the same
  renew 1    | never: copy 1 is not out                     | the same
  expire     | never: nothing is set aside                  | the same
  withdraw 1 | done                                         | 1 withdrawn

the only copy is out of service, and Ana waits: 1 under repair; waiting: Ana
  place      | reservation_existante, aucun_exemplaire_reservable | the same
  cancel     | done                                         | 1 under repair
  borrow     | aucun_exemplaire_disponible                  | the same
  borrow 1   | exemplaire_indisponible                      | the same
  return 1   | never: copy 1 is not out                     | the same
  renew 1    | never: copy 1 is not out                     | the same
  expire     | never: nothing is set aside                  | the same
  withdraw 1 | done                                         | 1 withdrawn; waiting: Ana
`;

const TODAY = '2027-01-12';

/** The acts of every situation; a number sign stands for a copy. */
const ACTS = ['place', 'cancel', 'borrow', 'borrow #', 'return #', 'renew #', 'expire', 'withdraw #'];

function act(desk: Desk, what: string): string {
  const [verb, number] = what.split(' ');
  const copy = Number(number);
  if (verb === 'place') return desk.place('Ana');
  if (verb === 'cancel') return desk.cancel('Ana');
  if (verb === 'borrow') return number === undefined ? desk.borrow('Ana') : desk.borrow('Ana', copy);
  if (verb === 'return') return desk.takeBack(copy);
  if (verb === 'renew') return desk.renew(copy);
  if (verb === 'withdraw') return desk.setState(copy, 'retire');
  return expire(desk);
}

/** Goes to the day after the last day of what is set aside. */
function expire(desk: Desk): string {
  const last = desk.holds.flatMap(({ date_limite }) => date_limite ?? []).sort();
  if (last.length === 0) return 'never: nothing is set aside';
  desk.pass(daysFrom(desk.day, last[0] as string) + 1);
  return 'done';
}

const situations = TABLE.trim()
  .split('\n\n')
  .map((block) => {
    const [head = '', ...lines] = block.split('\n');
    const [title = '', before = ''] = head.split(/: (.*)/);
    const cells = lines.map((line) => line.split('|').map((cell) => cell.trim()) as [string, string, string]);
    return { title, before, cells };
  });

test('the table says for every situation what every act comes to', () => {
  for (const { title, cells } of situations)
    expect([title, cells.map(([what]) => what.replace(/\d/, '#'))]).toEqual([title, ACTS]);
});

test.each(situations)('when $title, each act comes to what the table says', ({ before, cells }) => {
  const told = cells.map(([what]) => {
    const desk = arranged(TODAY, before);
    expect(standing(desk)).toBe(before);
    const answer = act(desk, what);
    const next = standing(desk);
    return [what, answer, next === before ? 'the same' : next];
  });
  expect(told).toEqual(cells);
});
