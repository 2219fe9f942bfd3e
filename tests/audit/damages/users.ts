import { isAccount, isPenalty } from '../../../dev/audit/items.ts';
import {
  add,
  type Damage,
  first,
  isChild,
  isPaid,
  isUnpaid,
  MOVEMENT,
  mark,
  NOBODY,
  penalty,
  user,
  without,
} from './ways.ts';

const moved = (...movements: object[]) => penalty(({ mouvements }) => mouvements.push(...movements));
const REFUND = { ...MOVEMENT, id: 'r', type: 'remboursement', motif: 'x' };
const refunded = penalty(({ mouvements }) => mouvements.push(REFUND), isPaid);

/** Done to the users' table. */
export const USERS: Record<string, Damage> = {
  '^ALIEN#… n’est d’aucune sorte connue$': add('users', { pk: 'ALIEN#Jeanne', sk: 'ALIEN' }),
  '^UTILISATEUR#\\S+ dit répondre de 7 et répond de': user({ a_charge: 7 }),
  'répond d’autres et a un responsable$': ({ users }) => {
    const child = first(users, (one) => isAccount(one) && isChild(one));
    first(users, ({ id }) => id === child.adhesion.responsable_id).adhesion.responsable_id = child.id;
  },
  'a un responsable qui n’existe pas$': user(({ adhesion }) => Object.assign(adhesion, { responsable_id: NOBODY })),
  'manque dans l’annuaire$': without('users', ({ pk }) => pk.startsWith('ANNUAIRE#a')),
  '^UTILISATEUR#\\S+ est de trop dans l’annuaire$': user({ nom: 'Autrement' }),
  'n’existe pas et reste dans l’annuaire$': add('users', { pk: 'ANNUAIRE#', sk: `a\tb\t${NOBODY}` }),
  'doit \\d+ centimes et ses pénalités \\d+$': user({ impaye: 77 }),
  'qui n’est pas un montant$': user({ impaye: 0.5 }),
  'n’est pas seul à garder son adresse et sa carte, ou': without('users', ({ sk }) => sk === 'CARTE'),
  'n’est pas seul à garder son adresse et sa carte, ou ne les garde pas$': without('users', ({ sk }) => sk === 'EMAIL'),
  '^EMAIL#… de UTILISATEUR#\\S+ n’est pas à ce compte$': add('users', {
    ...{ pk: 'EMAIL#personne@example.org', sk: 'EMAIL', utilisateur_id: NOBODY },
  }),
  'PENALITE#\\S+ n’a pas de compte$': (tables) => {
    const { utilisateur_id } = first(tables.users, isPenalty);
    without('users', (one) => isAccount(one) && one.id === utilisateur_id)(tables);
  },
  'a -5 à payer sur': penalty({ reste: -5 }),
  'est payee avec 5 à payer$': penalty({ reste: 5 }, isPaid),
  'PENALITE#\\S+ est dans l’index à undefined': penalty({ suivi: undefined }, isUnpaid),
  'd’après ses mouvements$': penalty({ mouvements: [] }, isPaid),
  'ce que ses mouvements démentent$': penalty({ statut: 'annulee' }, isPaid),
  'rend ce qui n’a pas été payé$': refunded,
  'ne rend qu’une partie$': refunded,
  'a un mouvement de rien$': moved({ ...MOVEMENT, montant: 0 }),
  'a deux mouvements du même identifiant$': moved(MOVEMENT, MOVEMENT),
  'a annulé ce qui n’est pas un paiement$': moved({ ...MOVEMENT, type: 'annulation', annule: true, motif: 'x' }),
  'a un mouvement sans sa raison$': moved({ ...MOVEMENT, type: 'annulation' }),
  'garde plus que l’identifiant$': mark({ nom: 'Jeanne' }),
  'ne se retrouve pas par REPONSES#': without('users', ({ pk }) => pk.startsWith('REPONSES#')),
  '^IDEMPOTENCE#\\S+ reste quand REPONSES#\\S+ \\S+ expire$': ({ users }) => {
    const pointer = first(users, ({ pk }) => pk.startsWith('REPONSES#'));
    pointer.expire_a = pointer.reponse_expire_a;
  },
  '^REPONSES#\\S+ mène à une personne qui n’existe plus$': add('users', { pk: `REPONSES#${NOBODY}`, sk: 'x' }),
};
