import { isAccount, isMark, isPenalty } from '../../../dev/audit/items.ts';
import {
  add,
  type Damage,
  first,
  isChild,
  isPaid,
  isUnpaid,
  movement,
  NOBODY,
  penalty,
  user,
  without,
} from './ways.ts';

/** Done to the users' table. */
export const USERS: Record<string, Damage> = {
  '^ALIEN#… n’est d’aucune sorte connue$': add('users', { pk: 'ALIEN#Jeanne', sk: 'ALIEN' }),
  '^UTILISATEUR#\\S+ dit répondre de 7 et répond de': user((one) => Object.assign(one, { a_charge: 7 })),
  'répond d’autres et a un responsable$': (tables) => {
    const child = first(tables.users, (one) => isAccount(one) && isChild(one));
    const parent = first(tables.users, (one) => one.id === child.adhesion?.responsable_id);
    Object.assign(parent.adhesion as object, { responsable_id: child.id });
  },
  'a un responsable qui n’existe pas$': user((one) =>
    Object.assign(one.adhesion as object, { responsable_id: NOBODY }),
  ),
  'manque dans l’annuaire$': without('users', ({ pk }) => pk.startsWith('ANNUAIRE#a')),
  '^UTILISATEUR#\\S+ est de trop dans l’annuaire$': user((one) => Object.assign(one, { nom: 'Autrement' })),
  'n’existe pas et reste dans l’annuaire$': add('users', { pk: 'ANNUAIRE#', sk: `a\tb\t${NOBODY}` }),
  'doit \\d+ centimes et ses pénalités \\d+$': user((one) => Object.assign(one, { impaye: 77 })),
  'qui n’est pas un montant$': user((one) => Object.assign(one, { impaye: 0.5 })),
  'n’est pas seul à garder son adresse et sa carte, ou': without('users', ({ sk }) => sk === 'CARTE'),
  'n’est pas seul à garder son adresse et sa carte, ou ne les garde pas$': without('users', ({ sk }) => sk === 'EMAIL'),
  '^EMAIL#… de UTILISATEUR#\\S+ n’est pas à ce compte$': add('users', {
    pk: 'EMAIL#personne@example.org',
    sk: 'EMAIL',
    utilisateur_id: NOBODY,
  }),
  'PENALITE#\\S+ n’a pas de compte$': (tables) => {
    const { utilisateur_id } = first(tables.users, isPenalty);
    without('users', (one) => isAccount(one) && one.id === utilisateur_id)(tables);
  },
  'a -5 à payer sur': penalty((one) => Object.assign(one, { reste: -5 })),
  'est payee avec 5 à payer$': penalty((one) => Object.assign(one, { reste: 5 }), isPaid),
  'PENALITE#\\S+ est dans l’index à undefined': penalty((one) => delete one.suivi, isUnpaid),
  'd’après ses mouvements$': penalty((one) => Object.assign(one, { mouvements: [] }), isPaid),
  'ce que ses mouvements démentent$': penalty((one) => Object.assign(one, { statut: 'annulee' }), isPaid),
  'rend ce qui n’a pas été payé$': penalty(
    (one) => one.mouvements?.push({ ...movement, id: 'r', type: 'remboursement', motif: 'x' }),
    isPaid,
  ),
  'ne rend qu’une partie$': penalty(
    (one) => one.mouvements?.push({ ...movement, id: 'r', type: 'remboursement', motif: 'x' }),
    isPaid,
  ),
  'a un mouvement de rien$': penalty((one) => one.mouvements?.push({ ...movement, montant: 0 })),
  'a deux mouvements du même identifiant$': penalty((one) => one.mouvements?.push(movement, movement)),
  'a annulé ce qui n’est pas un paiement$': penalty((one) =>
    one.mouvements?.push({ ...movement, type: 'annulation', annule: true, motif: 'x' }),
  ),
  'a un mouvement sans sa raison$': penalty((one) => one.mouvements?.push({ ...movement, type: 'annulation' })),
  'garde plus que l’identifiant$': ({ users }) => void Object.assign(first(users, isMark), { nom: 'Jeanne' }),
  'ne se retrouve pas par REPONSES#': without('users', ({ pk }) => pk.startsWith('REPONSES#')),
  '^IDEMPOTENCE#\\S+ reste quand REPONSES#\\S+ \\S+ expire$': ({ users }) => {
    const pointer = first(users, ({ pk }) => pk.startsWith('REPONSES#'));
    Object.assign(pointer, { expire_a: pointer.reponse_expire_a });
  },
  '^REPONSES#\\S+ mène à une personne qui n’existe plus$': add('users', { pk: `REPONSES#${NOBODY}`, sk: 'x' }),
};
