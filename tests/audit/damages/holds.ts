import {
  accountOf,
  book,
  type Damage,
  hasOut,
  hasQueue,
  hold,
  type Item,
  isClosed,
  isOpen,
  NEWS,
  NOBODY,
  titleOf,
  user,
  values,
} from './ways.ts';

/** The account has one place, that of the hold, and in it what is said here. */
const onAccount = (place: object, is: typeof isOpen) =>
  hold((one, tables) => Object.assign(accountOf(tables, one), { reservations: { [one.id]: place } }), is);

/** Whether this is so of one of the title's holds. */
const isSaid = (said: (queued: Item) => unknown) => (one: Item) => values(one.reservations).some(said);

/** Done to what the three tables say of a hold. */
export const HOLDS: Record<string, Damage> = {
  '^RESERVATION#\\S+ \\(\\w+\\) a l’identifiant d’une autre clé$': hold({ pk: 'RESERVATION#x' }),
  '^RESERVATION#\\S+ \\(.*\\) est au milieu de ce que son état': hold({ transit: { etape: 'cloture' } }, isOpen),
  'a été close le 2026-01-01$': hold({ date_cloture: '2026-01-01' }, isOpen),
  'est ouverte et n’a pas de place sur le compte$': hold(
    (one, tables) => delete accountOf(tables, one).reservations[one.id],
    isOpen,
  ),
  'est ouverte et n’est pas dans la file du livre$': hold(
    (one, tables) => delete titleOf(tables, one).reservations[one.id],
    isOpen,
  ),
  'est deux fois dans son livre$': hold((one, tables) => {
    values(titleOf(tables, one).emprunts)[0].reservation = { id: one.id };
  }, isOpen),
  'est close et a encore sa place sur le compte$': onAccount({ livre_id: 'x' }, isClosed),
  'est close et reste dans la file du livre$': hold((one, tables) => {
    titleOf(tables, one).reservations = { [one.id]: { utilisateur_id: one.utilisateur_id, place: 1 } };
  }, isClosed),
  'a sur le compte une place pour LIVRE#autre$': onAccount({ livre_id: 'autre' }, isOpen),
  'est dans la file pour UTILISATEUR#autre$': hold((one, tables) => {
    titleOf(tables, one).reservations[one.id].utilisateur_id = 'autre';
  }, isOpen),
  'a deux fois le même avis$': hold((one) => one.notices.push(NEWS, NEWS)),
  'a réservé deux fois un livre$': user({ reservations: { a: { livre_id: 'x' }, b: { livre_id: 'x' } } }),
  'a une place pour RESERVATION#a, qui n’est pas à ce compte$': user({ reservations: { a: { livre_id: 'x' } } }),
  'a un exemplaire à la fois dehors et mis de côté, ou deux fois$': book(
    ({ reservations, emprunts }) => {
      const { exemplaire_id } = values(emprunts)[0];
      Object.assign(values(reservations)[0], { exemplaire_id, date_limite: '2099-01-01' });
    },
    (one) => hasQueue(one) && hasOut(one),
  ),
  'a mis de côté ce qui n’est pas en service$': book(
    ({ exemplaires }) => {
      for (const copy of values(exemplaires)) copy.etat = 'perdu';
    },
    isSaid(({ date_limite = '' }) => date_limite >= '2026'),
  ),
  'laisse un exemplaire libre alors que quelqu’un attend$': book(
    { emprunts: {} },
    (one) => hasOut(one) && isSaid(({ date_limite, suspendue_jusqu_au }) => !date_limite && !suspendue_jusqu_au)(one),
  ),
  'a deux réservations au même rang$': book(
    ({ reservations }) => {
      for (const queued of values(reservations)) queued.place = 1;
    },
    ({ reservations }) => values(reservations).length > 1,
  ),
  '^LIVRE#\\S+ est dans l’index à undefined undefined$': book(
    { suivi: undefined, suivi_tri: undefined },
    ({ suivi }) => suivi !== undefined,
  ),
  'a dans sa file RESERVATION#x, qui n’est pas à ce livre$': book({
    reservations: { x: { utilisateur_id: NOBODY, place: 1 } },
  }),
};
