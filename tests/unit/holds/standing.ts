import type { State } from '../../../lib/books/schema-copies.ts';
import { copyIds, holdIdOfCopy } from '../../../lib/books/title.ts';
import { dayAfter } from '../../support/clock.ts';
import { Desk } from './desk.ts';

/**
 * How a title stands, in words like `1 out to Bob, 2 aside for Ana, 3 free; waiting: Cleo, (Dan); expired: Eve`. The
 * copies are told by their numbers, the holds in their order, and who is suspended in brackets.
 */

const STATES: Record<State, string> = {
  en_service: 'free',
  exclu_du_pret: 'for reference',
  en_reparation: 'under repair',
  perdu: 'lost',
  retire: 'withdrawn',
};

export function standing(desk: Desk): string {
  const { title, holds } = desk;
  const copies = copyIds(title).map((id) => {
    const borrower = desk.borrowerOf(id);
    const holder = title.reservations[holdIdOfCopy(title, id) ?? '']?.utilisateur_id;
    const held = [borrower && `out to ${borrower}`, holder && `aside for ${holder}`].filter(Boolean);
    return `${desk.numberOf(id)} ${held.join(' and ') || STATES[title.exemplaires[id]?.etat ?? 'retire']}`;
  });
  const named = (word: string, asked: string) => {
    const people = holds.filter(({ statut }) => statut === asked);
    const names = people.map(({ utilisateur_id: who, suspendue_jusqu_au }) => (suspendue_jusqu_au ? `(${who})` : who));
    return names.length > 0 ? [`${word}: ${names.join(', ')}`] : [];
  };
  return [copies.join(', '), ...named('waiting', 'en_attente'), ...named('expired', 'expiree')].join('; ');
}

/** Leads a title to where it stands as is said, by acts only. Nobody may have expired in it. */
export function arranged(day: string, said: string): Desk {
  const [copies = '', queue = ''] = said.split('; waiting: ');
  const all = copies.split(', ').map((copy) => /^\d (out to |aside for )?(.*)$/.exec(copy) as RegExpExecArray);
  const desk = new Desk(day, all.length);
  // Nobody can wait while a copy is free: the library has to lend every copy first.
  for (const [n, [, how, what]] of all.entries())
    desk.borrow(how === 'out to ' ? (what as string) : `reader ${n}`, n + 1);
  for (const [, how, who] of all) if (how === 'aside for ') desk.place(who as string);
  for (const who of queue.split(', ').filter(Boolean)) {
    const name = who.replace(/[()]/g, '');
    desk.place(name);
    if (name !== who) desk.suspend(name, dayAfter(day, 30));
  }
  for (const [n, [, how]] of all.entries()) if (how === 'aside for ') desk.takeBack(n + 1);
  for (const [n, [, how, what]] of all.entries()) {
    if (how !== undefined) continue;
    desk.takeBack(n + 1);
    desk.setState(n + 1, (Object.keys(STATES) as State[]).find((state) => STATES[state] === what) as State);
  }
  return desk;
}
