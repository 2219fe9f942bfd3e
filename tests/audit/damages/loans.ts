import { isLoan, isPenalty } from '../../../dev/audit/items.ts';
import {
  accountOf,
  add,
  book,
  type Damage,
  first,
  hasOut,
  isBack,
  isLate,
  isLost,
  isOut,
  isUnpaid,
  loan,
  NOBODY,
  NOTICE,
  titleOf,
  user,
  values,
  without,
} from './ways.ts';

/** Done to the loans' table, and to what the three tables say of a loan. */
export const LOANS: Record<string, Damage> = {
  '^ALIEN#… n’est d’aucune sorte connue$': add('loans', { pk: 'ALIEN#x', sk: 'ALIEN' }),
  'est de deux emprunts$': loan((one, { loans }) => {
    Object.assign(
      first(loans, (other) => isBack(other) && other !== one),
      { penalite: one.penalite },
    );
  }, isLate),
  'est au milieu de ce que son état ne permet pas$': loan((one) => {
    one.transit = { etape: 'pret', depuis: '', debut: '' };
  }, isBack),
  'a été prolongé 99 fois$': loan((one) => Object.assign(one, { prolongations: 99 })),
  'n’a pas de titre$': loan((one) => Object.assign(one, { titre: '' })),
  '^EMPRUNT#\\S+ \\(\\w+\\) a l’identifiant d’une autre clé$': loan((one) => Object.assign(one, { pk: 'EMPRUNT#x' })),
  'avant d’être prêté$': loan((one) => Object.assign(one, { date_echeance: '2000-01-01' })),
  'est rentré le 20': loan((one) => Object.assign(one, { date_retour: '2099-01-01' }), isOut),
  'est rentré avant d’être prêté$': loan((one) => Object.assign(one, { date_retour: '2000-01-01' }), isBack),
  'est prolongé au 2000-01-01, avant son échéance$': loan((one) => {
    one.transit = { etape: 'prolongation', depuis: '', debut: '', nouvelle_echeance: '2000-01-01' };
  }, isOut),
  'a oublié son emprunteur avant sa fin$': loan((one) => Object.assign(one, { utilisateur_id: null }), isOut),
  'coûte 1 centimes de retard, et non \\d+$': loan(
    (one) => Object.assign(one.penalite as object, { montant: 0.01 }),
    isLate,
  ),
  'garde un calendrier sans compter les jours ouverts, ou l’inverse$': loan(
    (one) => Object.assign(one.conditions, { jours_de_retard: 'ouverts' }),
    isOut,
  ),
  'coûte \\d+ centimes de retard, et non 0$': loan((one) => {
    const jours_fermes = [0, 1, 2, 3, 4, 5, 6];
    const calendrier = { jours_fermes, jours_feries: 'aucun', fermetures: [], ouvertures: [] };
    Object.assign(one.conditions, { jours_de_retard: 'ouverts', calendrier });
  }, isLate),
  'a une pénalité qui ne dit pas son titre$': loan((one) => Object.assign(one, { titre: 'Autre' }), isLate),
  'est perdu et ne coûte rien$': loan((one) => Object.assign(one, { penalite: null }), isLost),
  'coûte deux fois sans être perdu$': loan((one) => Object.assign(one, { amende: one.penalite }), isLate),
  'a deux fois le même rappel$': loan((one) => one.notices.push(NOTICE, NOTICE)),
  'a un rappel inconnu$': loan((one) => one.notices.push({ ...NOTICE, etape: 'J+0' })),
  'a un rappel dans un état inconnu$': loan((one) => one.notices.push({ ...NOTICE, etat: 'perdue' })),
  '^EMPRUNT#\\S+ \\(\\w+\\) est dans les index à ': loan((one) => delete one.liste, isOut),
  'est à un compte qui n’existe pas$': loan((one) => Object.assign(one, { utilisateur_id: NOBODY }), isOut),
  'est d’un livre qui n’existe pas$': loan((one) => Object.assign(one, { livre_id: NOBODY }), isOut),
  '\\(rendu\\) mène à une personne qui n’existe plus$': loan(
    (one) => Object.assign(one, { utilisateur_id: NOBODY }),
    isBack,
  ),
  'n’a pas sur le compte l’emprunt$': loan((one, tables) => delete accountOf(tables, one).emprunts?.[one.id], isOut),
  '\\(rendu\\) a sur le compte l’emprunt dû le': loan((one, tables) => {
    const { livre_id, type, date_echeance } = one;
    Object.assign(accountOf(tables, one).emprunts as object, { [one.id]: { livre_id, type, date_echeance } });
  }, isBack),
  'a sur le compte une place pour LIVRE#autre \\(': loan((one, tables) => {
    Object.assign(accountOf(tables, one).emprunts?.[one.id] as object, { livre_id: 'autre' });
  }, isOut),
  'n’a pas dans le livre l’emprunt$': loan((one, tables) => delete titleOf(tables, one).emprunts?.[one.id], isOut),
  '\\(en_cours\\) a dans le livre l’emprunt dû le 2099-01-01$': loan((one, tables) => {
    Object.assign(titleOf(tables, one).emprunts?.[one.id] as object, { date_echeance: '2099-01-01' });
  }, isOut),
  'a dans le livre un autre exemplaire$': loan((one) => Object.assign(one, { exemplaire_id: NOBODY }), isOut),
  '^UTILISATEUR#\\S+ a une place pour EMPRUNT#x, qui n’est pas à lui$': user((one) => {
    one.emprunts = { x: { livre_id: 'x', type: 'livre', date_echeance: '2099-01-01' } };
  }),
  '^LIVRE#\\S+ a un exemplaire pour EMPRUNT#x, qui n’est pas à lui$': book((one) => {
    one.emprunts = { x: { exemplaire_id: 'x', date_echeance: '2099-01-01' } };
  }),
  'a deux exemplaires d’un livre$': user((one) => {
    Object.assign(one.emprunts as object, { [NOBODY]: values(one.emprunts)[0] });
  }, hasOut),
  'a déjà sa pénalité et encore sa place$': loan((one, tables) => {
    const { livre_id, type, date_echeance } = one;
    Object.assign(accountOf(tables, one).emprunts as object, { [one.id]: { livre_id, type, date_echeance } });
  }, isLate),
  'que la pénalité \\S+ du compte ne dit pas$': (tables) => {
    const { penalite } = first(tables.loans, (one) => isLoan(one) && isLate(one));
    without('users', (one) => isPenalty(one) && one.id === penalite?.id)(tables);
  },
  'qui n’est d’aucun emprunt$': ({ users, loans }) => {
    const due = first(users, (one) => isPenalty(one) && isUnpaid(one) && /^Retour/.test(one.description ?? ''));
    Object.assign(
      first(loans, ({ penalite }) => penalite?.id === due.id),
      { penalite: null },
    );
  },
};
