import {
  type BookItem,
  type HoldItem,
  isAccount,
  isBook,
  isHold,
  isLoan,
  isMark,
  isPenalty,
  type LoanItem,
  type Tables,
  type UserItem,
} from '../../dev/audit/items.ts';

/** Each thing that the audit looks at, done to the tables and told by what the audit says of it. */

type Damage = (tables: Tables) => void;

const NOBODY = '00000000-0000-4000-8000-000000000000';

const first = <T>(items: T[], is: (item: T) => boolean): T => {
  const found = items.find(is);
  if (!found) throw new Error('there is nothing of the kind to damage');
  return found;
};
const values = (map: object = {}) => Object.values(map);

const user = (change: (one: UserItem, tables: Tables) => void, is = (_: UserItem) => true): Damage => {
  return (tables) =>
    change(
      first(tables.users, (one) => isAccount(one) && is(one)),
      tables,
    );
};
const penalty = (change: (one: UserItem) => void, is = (_: UserItem) => true): Damage => {
  return ({ users }) => change(first(users, (one) => isPenalty(one) && is(one)));
};
const book = (change: (one: BookItem, tables: Tables) => void, is = (_: BookItem) => true): Damage => {
  return (tables) =>
    change(
      first(tables.books, (one) => isBook(one) && is(one)),
      tables,
    );
};
const loan = (change: (one: LoanItem, tables: Tables) => void, is = (_: LoanItem) => true): Damage => {
  return (tables) =>
    change(
      first(tables.loans, (one) => isLoan(one) && is(one)),
      tables,
    );
};
const hold = (change: (one: HoldItem, tables: Tables) => void, is = (_: HoldItem) => true): Damage => {
  return (tables) =>
    change(
      first(tables.loans as unknown as HoldItem[], (one) => isHold(one) && is(one)),
      tables,
    );
};

const isOut = ({ statut }: LoanItem) => statut === 'en_cours';
const isBack = ({ statut, utilisateur_id }: LoanItem) => statut === 'rendu' && utilisateur_id !== null;
const isLate = (one: LoanItem) => isBack(one) && one.penalite !== null;
const isLost = ({ statut }: LoanItem) => statut === 'perdu';
const isOpen = ({ statut }: HoldItem) => statut === 'ouverte';
const isClosed = ({ statut, transit }: HoldItem) => statut === 'annulee' && !transit;
const isPaid = ({ statut, mouvements = [] }: UserItem) => statut === 'payee' && mouvements.length > 0;
const isUnpaid = ({ statut }: UserItem) => statut === 'impayee';
const isChild = ({ adhesion }: UserItem) => Boolean(adhesion?.responsable_id);
const hasOut = ({ emprunts }: { emprunts?: object }) => values(emprunts).length > 0;
const hasQueue = ({ reservations }: { reservations?: object }) => values(reservations).length > 0;

const accountOf = ({ users }: Tables, { utilisateur_id }: { utilisateur_id: string | null }): UserItem =>
  first(users, (one) => isAccount(one) && one.id === utilisateur_id);
const titleOf = ({ books }: Tables, { livre_id }: { livre_id: string }): BookItem =>
  first(books, (one) => isBook(one) && one.id === livre_id);

const without = <K extends keyof Tables>(table: K, is: (item: Tables[K][number]) => boolean): Damage => {
  return (tables) => {
    const items = tables[table] as Tables[K][number][];
    items.splice(items.indexOf(first(items, is)), 1);
  };
};
const add = <K extends keyof Tables>(
  table: K,
  item: Partial<Tables[K][number]> & { pk: string; sk: string },
): Damage => {
  return (tables) => void (tables[table] as unknown[]).push(item);
};

const movement = { id: 'm', type: 'paiement', montant: 1, moyen: 'especes', motif: null, annule: false };

export const DAMAGES: [says: RegExp, damage: Damage][] = [
  // The users' table.
  [/^ALIEN#… n’est d’aucune sorte connue$/, add('users', { pk: 'ALIEN#Jeanne', sk: 'ALIEN' })],
  [/^UTILISATEUR#\S+ dit répondre de 7 et répond de/, user((one) => Object.assign(one, { a_charge: 7 }))],
  [
    /répond d’autres et a un responsable$/,
    (tables) => {
      const child = first(tables.users, (one) => isAccount(one) && isChild(one));
      const parent = first(tables.users, (one) => one.id === child.adhesion?.responsable_id);
      Object.assign(parent.adhesion as object, { responsable_id: child.id });
    },
  ],
  [
    /a un responsable qui n’existe pas$/,
    user((one) => Object.assign(one.adhesion as object, { responsable_id: NOBODY })),
  ],
  [/manque dans l’annuaire$/, without('users', ({ pk }) => pk.startsWith('ANNUAIRE#a'))],
  [/^UTILISATEUR#\S+ est de trop dans l’annuaire$/, user((one) => Object.assign(one, { nom: 'Autrement' }))],
  [/n’existe pas et reste dans l’annuaire$/, add('users', { pk: 'ANNUAIRE#', sk: `a\tb\t${NOBODY}` })],
  [/doit \d+ centimes et ses pénalités \d+$/, user((one) => Object.assign(one, { impaye: 77 }))],
  [/qui n’est pas un montant$/, user((one) => Object.assign(one, { impaye: 0.5 }))],
  [/n’est pas seul à garder son adresse et sa carte/, without('users', ({ sk }) => sk === 'CARTE')],
  [/n’est pas seul à garder son adresse et sa carte/, without('users', ({ sk }) => sk === 'EMAIL')],
  [
    /^EMAIL#… de UTILISATEUR#\S+ n’est pas à ce compte$/,
    add('users', { pk: 'EMAIL#personne@example.org', sk: 'EMAIL', utilisateur_id: NOBODY }),
  ],
  [
    /PENALITE#\S+ n’a pas de compte$/,
    (tables) => {
      const { utilisateur_id } = first(tables.users, isPenalty);
      without('users', (one) => isAccount(one) && one.id === utilisateur_id)(tables);
    },
  ],
  [/a -5 à payer sur/, penalty((one) => Object.assign(one, { reste: -5 }))],
  [/est payee avec 5 à payer$/, penalty((one) => Object.assign(one, { reste: 5 }), isPaid)],
  [/PENALITE#\S+ est dans l’index à undefined/, penalty((one) => delete one.suivi, isUnpaid)],
  [/d’après ses mouvements$/, penalty((one) => Object.assign(one, { mouvements: [] }), isPaid)],
  [/ce que ses mouvements démentent$/, penalty((one) => Object.assign(one, { statut: 'annulee' }), isPaid)],
  [
    /rend ce qui n’a pas été payé$/,
    penalty((one) => one.mouvements?.push({ ...movement, id: 'r', type: 'remboursement', motif: 'x' }), isPaid),
  ],
  [
    /ne rend qu’une partie$/,
    penalty((one) => one.mouvements?.push({ ...movement, id: 'r', type: 'remboursement', motif: 'x' }), isPaid),
  ],
  [/a un mouvement de rien$/, penalty((one) => one.mouvements?.push({ ...movement, montant: 0 }))],
  [/a deux mouvements du même identifiant$/, penalty((one) => one.mouvements?.push(movement, movement))],
  [
    /a annulé ce qui n’est pas un paiement$/,
    penalty((one) => one.mouvements?.push({ ...movement, type: 'annulation', annule: true, motif: 'x' })),
  ],
  [/a un mouvement sans sa raison$/, penalty((one) => one.mouvements?.push({ ...movement, type: 'annulation' }))],
  [/garde plus que l’identifiant$/, ({ users }) => void Object.assign(first(users, isMark), { nom: 'Jeanne' })],
  [/ne se retrouve pas par REPONSES#/, without('users', ({ pk }) => pk.startsWith('REPONSES#'))],
  [/^REPONSES#\S+ mène à une personne qui n’existe plus$/, add('users', { pk: `REPONSES#${NOBODY}`, sk: 'x' })],

  // The books' table.
  [/^ALIEN#… n’est d’aucune sorte connue$/, add('books', { pk: 'ALIEN#x', sk: 'ALIEN' })],
  [/^LIVRE#\S+ n’existe pas et reste dans le catalogue$/, add('books', { pk: 'CATALOGUE', sk: `a\t\t${NOBODY}` })],
  [
    /prête deux fois un exemplaire$/,
    book((one) => {
      const [lent] = values(one.emprunts);
      Object.assign(one.emprunts as object, { [NOBODY]: lent });
    }, hasOut),
  ],
  [/prête un exemplaire qu’il n’a pas$/, book((one) => Object.assign(one, { exemplaires: {} }), hasOut)],
  [
    /prête un exemplaire qui n’est pas en service$/,
    book((one) => {
      for (const copy of values(one.exemplaires)) copy.etat = 'perdu';
    }, hasOut),
  ],
  [
    /ne garde pas sa série de codes-barres$/,
    without('books', ({ sk, livre_id }) => sk === 'SERIE' && Boolean(livre_id)),
  ],
  [/^LIVRE#\S+ \S+ n’est gardé par rien$/, without('books', ({ sk }) => sk === 'EXEMPLAIRE')],
  [
    /est à deux exemplaires$/,
    book(
      (one) => {
        const [copy] = values(one.exemplaires);
        Object.assign(one.exemplaires as object, { [NOBODY]: copy });
      },
      ({ exemplaires }) => values(exemplaires).length > 0,
    ),
  ],
  [/n’est à aucun exemplaire$/, add('books', { pk: 'EXEMPLAIRE#x', sk: 'EXEMPLAIRE' })],
  [
    /^SERIE#\S+ est gardé pour un livre qui ne l’a pas$/,
    add('books', { pk: 'SERIE#1', sk: 'SERIE', livre_id: NOBODY }),
  ],
  [/^ISBN#\S+ est gardé pour un livre qui ne l’a pas$/, add('books', { pk: 'ISBN#1', sk: '\t', livre_id: NOBODY })],
  [/garde 0 fois son ISBN/, without('books', ({ pk }) => pk.startsWith('ISBN#'))],
  [/ne se trouve pas à CATALOGUE$/, without('books', ({ pk }) => pk === 'CATALOGUE')],
  [/ne se trouve pas à MOT#/, without('books', ({ pk }) => pk.startsWith('MOT#'))],
  [/se trouve à tort à MOT#z zzz$/, book(({ id }, { books }) => void books.push({ pk: 'MOT#z', sk: `zzz\t${id}` }))],

  // The loans' table.
  [/^ALIEN#… n’est d’aucune sorte connue$/, add('loans', { pk: 'ALIEN#x', sk: 'ALIEN' })],
  [
    /est de deux emprunts$/,
    loan((one, { loans }) => {
      Object.assign(
        first(loans, (other) => isBack(other) && other !== one),
        { penalite: one.penalite },
      );
    }, isLate),
  ],
  [
    /est au milieu de ce que son état ne permet pas$/,
    loan((one) => {
      one.transit = { etape: 'pret', depuis: '', debut: '' };
    }, isBack),
  ],
  [/a été prolongé 99 fois$/, loan((one) => Object.assign(one, { prolongations: 99 }))],
  [/n’a pas de titre$/, loan((one) => Object.assign(one, { titre: '' }))],
  [/^EMPRUNT#\S+ \(\w+\) a l’identifiant d’une autre clé$/, loan((one) => Object.assign(one, { pk: 'EMPRUNT#x' }))],
  [/avant d’être prêté$/, loan((one) => Object.assign(one, { date_echeance: '2000-01-01' }))],
  [/est rentré le 20/, loan((one) => Object.assign(one, { date_retour: '2099-01-01' }), isOut)],
  [/est rentré avant d’être prêté$/, loan((one) => Object.assign(one, { date_retour: '2000-01-01' }), isBack)],
  [
    /est prolongé au 2000-01-01, avant son échéance$/,
    loan((one) => {
      one.transit = { etape: 'prolongation', depuis: '', debut: '', nouvelle_echeance: '2000-01-01' };
    }, isOut),
  ],
  [/a oublié son emprunteur avant sa fin$/, loan((one) => Object.assign(one, { utilisateur_id: null }), isOut)],
  [
    /coûte 1 centimes de retard, et non \d+$/,
    loan((one) => Object.assign(one.penalite as object, { montant: 0.01 }), isLate),
  ],
  [/a une pénalité qui ne dit pas son titre$/, loan((one) => Object.assign(one, { titre: 'Autre' }), isLate)],
  [/est perdu et ne coûte rien$/, loan((one) => Object.assign(one, { penalite: null }), isLost)],
  [/coûte deux fois sans être perdu$/, loan((one) => Object.assign(one, { amende: one.penalite }), isLate)],
  [/a deux fois le même rappel$/, loan((one) => one.notices.push(NOTICE, NOTICE))],
  [/a un rappel inconnu$/, loan((one) => one.notices.push({ ...NOTICE, etape: 'J+99' }))],
  [/a un rappel dans un état inconnu$/, loan((one) => one.notices.push({ ...NOTICE, etat: 'perdue' }))],
  [/^EMPRUNT#\S+ \(\w+\) est dans les index à /, loan((one) => delete one.liste, isOut)],

  // The holds, over all three.
  [
    /^RESERVATION#\S+ \(\w+\) a l’identifiant d’une autre clé$/,
    hold((one) => Object.assign(one, { pk: 'RESERVATION#x' })),
  ],
  [
    /^RESERVATION#\S+ \(.*\) est au milieu de ce que son état/,
    hold((one) => {
      one.transit = { etape: 'cloture', depuis: '', debut: '' };
    }, isOpen),
  ],
  [/a été close le 2026-01-01$/, hold((one) => Object.assign(one, { date_cloture: '2026-01-01' }), isOpen)],
  [
    /est ouverte et n’a pas de place sur le compte$/,
    hold((one, tables) => delete accountOf(tables, one).reservations?.[one.id], isOpen),
  ],
  [
    /est ouverte et n’est pas dans la file du livre$/,
    hold((one, tables) => delete titleOf(tables, one).reservations?.[one.id], isOpen),
  ],
  [
    /est deux fois dans son livre$/,
    hold((one, tables) => {
      const title = titleOf(tables, one);
      Object.assign(values(title.emprunts)[0], { reservation: { id: one.id } });
    }, isOpen),
  ],
  [
    /est close et a encore sa place sur le compte$/,
    hold((one, tables) => {
      accountOf(tables, one).reservations = { [one.id]: { livre_id: one.livre_id } };
    }, isClosed),
  ],
  [
    /est close et reste dans la file du livre$/,
    hold((one, tables) => {
      titleOf(tables, one).reservations = { [one.id]: { utilisateur_id: one.utilisateur_id, place: 1 } };
    }, isClosed),
  ],
  [
    /a sur le compte une place pour LIVRE#autre$/,
    hold((one, tables) => {
      accountOf(tables, one).reservations = { [one.id]: { livre_id: 'autre' } };
    }, isOpen),
  ],
  [
    /est dans la file pour UTILISATEUR#autre$/,
    hold((one, tables) => {
      Object.assign(titleOf(tables, one).reservations?.[one.id] as object, { utilisateur_id: 'autre' });
    }, isOpen),
  ],
  [/a deux fois le même avis$/, hold((one) => one.notices.push(NEWS, NEWS))],
  [
    /a réservé deux fois un livre$/,
    user((one) => {
      one.reservations = { a: { livre_id: 'x' }, b: { livre_id: 'x' } };
    }),
  ],
  [
    /a une place pour RESERVATION#a, qui n’est pas à ce compte$/,
    user((one) => {
      one.reservations = { a: { livre_id: 'x' } };
    }),
  ],
  [
    /a un exemplaire à la fois dehors et mis de côté, ou deux fois$/,
    book(
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
  ],
  [
    /a mis de côté ce qui n’est pas en service$/,
    book(
      (one) => {
        for (const copy of values(one.exemplaires)) copy.etat = 'perdu';
      },
      ({ reservations = {} }) => Object.values(reservations).some(({ date_limite = '' }) => date_limite >= '2026'),
    ),
  ],
  [
    /laisse un exemplaire libre alors que quelqu’un attend$/,
    book(
      (one) => {
        one.emprunts = {};
      },
      ({ reservations = {}, emprunts }) =>
        Object.values(reservations).some((one) => !one.date_limite && !one.suspendue_jusqu_au) &&
        hasOut({ emprunts } as never),
    ),
  ],
  [
    /a deux réservations au même rang$/,
    book(
      (one) => {
        for (const queued of values(one.reservations)) queued.place = 1;
      },
      ({ reservations }) => values(reservations).length > 1,
    ),
  ],
  [
    /^LIVRE#\S+ est dans l’index à undefined undefined$/,
    book(
      (one) => {
        delete one.suivi;
        delete one.suivi_tri;
      },
      ({ suivi }) => suivi !== undefined,
    ),
  ],
  [
    /a dans sa file RESERVATION#x, qui n’est pas à ce livre$/,
    book((one) => {
      one.reservations = { x: { utilisateur_id: NOBODY, place: 1 } };
    }),
  ],

  // The loans, over all three.
  [/est à un compte qui n’existe pas$/, loan((one) => Object.assign(one, { utilisateur_id: NOBODY }), isOut)],
  [/est d’un livre qui n’existe pas$/, loan((one) => Object.assign(one, { livre_id: NOBODY }), isOut)],
  [
    /\(rendu\) mène à une personne qui n’existe plus$/,
    loan((one) => Object.assign(one, { utilisateur_id: NOBODY }), isBack),
  ],
  [/n’a pas sur le compte l’emprunt$/, loan((one, tables) => delete accountOf(tables, one).emprunts?.[one.id], isOut)],
  [
    /\(rendu\) a sur le compte l’emprunt dû le/,
    loan((one, tables) => {
      const { livre_id, type, date_echeance } = one;
      Object.assign(accountOf(tables, one).emprunts as object, { [one.id]: { livre_id, type, date_echeance } });
    }, isBack),
  ],
  [
    /a sur le compte une place pour LIVRE#autre \(/,
    loan((one, tables) => {
      Object.assign(accountOf(tables, one).emprunts?.[one.id] as object, { livre_id: 'autre' });
    }, isOut),
  ],
  [/n’a pas dans le livre l’emprunt$/, loan((one, tables) => delete titleOf(tables, one).emprunts?.[one.id], isOut)],
  [
    /\(en_cours\) a dans le livre l’emprunt dû le 2099-01-01$/,
    loan((one, tables) => {
      Object.assign(titleOf(tables, one).emprunts?.[one.id] as object, { date_echeance: '2099-01-01' });
    }, isOut),
  ],
  [/a dans le livre un autre exemplaire$/, loan((one) => Object.assign(one, { exemplaire_id: NOBODY }), isOut)],
  [
    /^UTILISATEUR#\S+ a une place pour EMPRUNT#x, qui n’est pas à lui$/,
    user((one) => {
      one.emprunts = { x: { livre_id: 'x', type: 'livre', date_echeance: '2099-01-01' } };
    }),
  ],
  [
    /^LIVRE#\S+ a un exemplaire pour EMPRUNT#x, qui n’est pas à lui$/,
    book((one) => {
      one.emprunts = { x: { exemplaire_id: 'x', date_echeance: '2099-01-01' } };
    }),
  ],
  [
    /a deux exemplaires d’un livre$/,
    user((one) => {
      Object.assign(one.emprunts as object, { [NOBODY]: values(one.emprunts)[0] });
    }, hasOut),
  ],
  [
    /a déjà sa pénalité et encore sa place$/,
    loan((one, tables) => {
      const { livre_id, type, date_echeance } = one;
      Object.assign(accountOf(tables, one).emprunts as object, { [one.id]: { livre_id, type, date_echeance } });
    }, isLate),
  ],
  [
    /que la pénalité \S+ du compte ne dit pas$/,
    (tables) => {
      const { penalite } = first(tables.loans, (one) => isLoan(one) && isLate(one));
      without('users', (one) => isPenalty(one) && one.id === penalite?.id)(tables);
    },
  ],
  [
    /qui n’est d’aucun emprunt$/,
    ({ users, loans }) => {
      const due = first(users, (one) => isPenalty(one) && isUnpaid(one) && /^Retour/.test(one.description ?? ''));
      Object.assign(
        first(loans, ({ penalite }) => penalite?.id === due.id),
        { penalite: null },
      );
    },
  ],
];

const NOTICE = { etape: 'J+1', echeance: '2026-01-01', etat: 'envoyee', date_envoi: '2026-01-02' };
const NEWS = { sujet: 'disponible', date_limite: '2026-01-01', etat: 'envoyee', date_envoi: '2026-01-01' };
