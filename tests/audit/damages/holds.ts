import {
  accountOf,
  book,
  type Damage,
  hasOut,
  hasQueue,
  hold,
  isClosed,
  isOpen,
  NEWS,
  NOBODY,
  titleOf,
  user,
  values,
} from './ways.ts';

/** Done to what the three tables say of a hold. */
export const HOLDS: Record<string, Damage> = {
  '^RESERVATION#\\S+ \\(\\w+\\) a l’identifiant d’une autre clé$': hold((one) =>
    Object.assign(one, { pk: 'RESERVATION#x' }),
  ),
  '^RESERVATION#\\S+ \\(.*\\) est au milieu de ce que son état': hold((one) => {
    one.transit = { etape: 'cloture', depuis: '', debut: '' };
  }, isOpen),
  'a été close le 2026-01-01$': hold((one) => Object.assign(one, { date_cloture: '2026-01-01' }), isOpen),
  'est ouverte et n’a pas de place sur le compte$': hold(
    (one, tables) => delete accountOf(tables, one).reservations?.[one.id],
    isOpen,
  ),
  'est ouverte et n’est pas dans la file du livre$': hold(
    (one, tables) => delete titleOf(tables, one).reservations?.[one.id],
    isOpen,
  ),
  'est deux fois dans son livre$': hold((one, tables) => {
    const title = titleOf(tables, one);
    Object.assign(values(title.emprunts)[0], { reservation: { id: one.id } });
  }, isOpen),
  'est close et a encore sa place sur le compte$': hold((one, tables) => {
    accountOf(tables, one).reservations = { [one.id]: { livre_id: one.livre_id } };
  }, isClosed),
  'est close et reste dans la file du livre$': hold((one, tables) => {
    titleOf(tables, one).reservations = { [one.id]: { utilisateur_id: one.utilisateur_id, place: 1 } };
  }, isClosed),
  'a sur le compte une place pour LIVRE#autre$': hold((one, tables) => {
    accountOf(tables, one).reservations = { [one.id]: { livre_id: 'autre' } };
  }, isOpen),
  'est dans la file pour UTILISATEUR#autre$': hold((one, tables) => {
    Object.assign(titleOf(tables, one).reservations?.[one.id] as object, { utilisateur_id: 'autre' });
  }, isOpen),
  'a deux fois le même avis$': hold((one) => one.notices.push(NEWS, NEWS)),
  'a réservé deux fois un livre$': user((one) => {
    one.reservations = { a: { livre_id: 'x' }, b: { livre_id: 'x' } };
  }),
  'a une place pour RESERVATION#a, qui n’est pas à ce compte$': user((one) => {
    one.reservations = { a: { livre_id: 'x' } };
  }),
  'a un exemplaire à la fois dehors et mis de côté, ou deux fois$': book(
    (one) => {
      const [[id, queued], [lent]] = [
        Object.entries(one.reservations ?? {})[0] as [string, object],
        values(one.emprunts),
      ];
      one.reservations = {
        [id]: { ...queued, exemplaire_id: lent.exemplaire_id, date_limite: '2099-01-01' } as never,
      };
    },
    (one) => hasQueue(one) && hasOut(one),
  ),
  'a mis de côté ce qui n’est pas en service$': book(
    (one) => {
      for (const copy of values(one.exemplaires)) copy.etat = 'perdu';
    },
    ({ reservations = {} }) => Object.values(reservations).some(({ date_limite = '' }) => date_limite >= '2026'),
  ),
  'laisse un exemplaire libre alors que quelqu’un attend$': book(
    (one) => {
      one.emprunts = {};
    },
    ({ reservations = {}, emprunts }) =>
      Object.values(reservations).some((one) => !one.date_limite && !one.suspendue_jusqu_au) &&
      hasOut({ emprunts } as never),
  ),
  'a deux réservations au même rang$': book(
    (one) => {
      for (const queued of values(one.reservations)) queued.place = 1;
    },
    ({ reservations }) => values(reservations).length > 1,
  ),
  '^LIVRE#\\S+ est dans l’index à undefined undefined$': book(
    (one) => {
      delete one.suivi;
      delete one.suivi_tri;
    },
    ({ suivi }) => suivi !== undefined,
  ),
  'a dans sa file RESERVATION#x, qui n’est pas à ce livre$': book((one) => {
    one.reservations = { x: { utilisateur_id: NOBODY, place: 1 } };
  }),
};
