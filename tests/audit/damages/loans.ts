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

const noticed = (...notices: object[]) => loan((one) => one.notices.push(...notices));

const CALENDAR = { jours_fermes: [0, 1, 2, 3, 4, 5, 6], jours_feries: 'aucun', fermetures: [], ouvertures: [] };
const conditions = (over: object, is: typeof isOut) => loan((one) => Object.assign(one.conditions, over), is);

/** A loan that is over has its slot still. */
const keptSlot = (is: typeof isOut) =>
  loan((one, tables) => {
    const { livre_id, type, date_echeance } = one;
    accountOf(tables, one).emprunts[one.id] = { livre_id, type, date_echeance };
  }, is);

/** Done to the loans' table, and to what the three tables say of a loan. */
export const LOANS: Record<string, Damage> = {
  '^ALIEN#… n’est d’aucune sorte connue$': add('loans', { pk: 'ALIEN#x', sk: 'ALIEN' }),
  'est de deux emprunts$': loan((one, { loans }) => {
    first(loans, (other) => isBack(other) && other !== one).penalite = one.penalite;
  }, isLate),
  'est au milieu de ce que son état ne permet pas$': loan({ transit: { etape: 'pret' } }, isBack),
  'a été prolongé 99 fois$': loan({ prolongations: 99 }),
  'n’a pas de titre$': loan({ titre: '' }),
  '^EMPRUNT#\\S+ \\(\\w+\\) a l’identifiant d’une autre clé$': loan({ pk: 'EMPRUNT#x' }),
  'avant d’être prêté$': loan({ date_echeance: '2000-01-01' }),
  'est rentré le 20': loan({ date_retour: '2099-01-01' }, isOut),
  'est rentré avant d’être prêté$': loan({ date_retour: '2000-01-01' }, isBack),
  'est prolongé au 2000-01-01, avant son échéance$': loan(
    { transit: { etape: 'prolongation', nouvelle_echeance: '2000-01-01' } },
    isOut,
  ),
  'a oublié son emprunteur avant sa fin$': loan({ utilisateur_id: null }, isOut),
  'coûte 1 centimes de retard, et non \\d+$': loan(
    ({ penalite }) => Object.assign(penalite, { montant: 0.01 }),
    isLate,
  ),
  'garde un calendrier sans compter les jours ouverts, ou l’inverse$': conditions(
    { jours_de_retard: 'ouverts' },
    isOut,
  ),
  'coûte \\d+ centimes de retard, et non 0$': conditions({ jours_de_retard: 'ouverts', calendrier: CALENDAR }, isLate),
  'a une pénalité qui ne dit pas son titre$': loan({ titre: 'Autre' }, isLate),
  'est perdu et ne coûte rien$': loan({ penalite: null }, isLost),
  'coûte deux fois sans être perdu$': loan((one) => Object.assign(one, { amende: one.penalite }), isLate),
  'a deux fois le même rappel$': noticed(NOTICE, NOTICE),
  'a un rappel inconnu$': noticed({ ...NOTICE, etape: 'J+0' }),
  'a un rappel dans un état inconnu$': noticed({ ...NOTICE, etat: 'perdue' }),
  '^EMPRUNT#\\S+ \\(\\w+\\) est dans les index à ': loan({ liste: undefined }, isOut),
  'est à un compte qui n’existe pas$': loan({ utilisateur_id: NOBODY }, isOut),
  'est d’un livre qui n’existe pas$': loan({ livre_id: NOBODY }, isOut),
  '\\(rendu\\) mène à une personne qui n’existe plus$': loan({ utilisateur_id: NOBODY }, isBack),
  'n’a pas sur le compte l’emprunt$': loan((one, tables) => delete accountOf(tables, one).emprunts[one.id], isOut),
  '\\(rendu\\) a sur le compte l’emprunt dû le': keptSlot(isBack),
  'a sur le compte une place pour LIVRE#autre \\(': loan((one, tables) => {
    accountOf(tables, one).emprunts[one.id].livre_id = 'autre';
  }, isOut),
  'n’a pas dans le livre l’emprunt$': loan((one, tables) => delete titleOf(tables, one).emprunts[one.id], isOut),
  '\\(en_cours\\) a dans le livre l’emprunt dû le 2099-01-01$': loan((one, tables) => {
    titleOf(tables, one).emprunts[one.id].date_echeance = '2099-01-01';
  }, isOut),
  'a dans le livre un autre exemplaire$': loan({ exemplaire_id: NOBODY }, isOut),
  '^UTILISATEUR#\\S+ a une place pour EMPRUNT#x, qui n’est pas à lui$': user({ emprunts: { x: { livre_id: 'x' } } }),
  '^LIVRE#\\S+ a un exemplaire pour EMPRUNT#x, qui n’est pas à lui$': book({ emprunts: { x: { exemplaire_id: 'x' } } }),
  'a deux exemplaires d’un livre$': user(({ emprunts }) => {
    emprunts[NOBODY] = values(emprunts)[0];
  }, hasOut),
  'a déjà sa pénalité et encore sa place$': keptSlot(isLate),
  'que la pénalité \\S+ du compte ne dit pas$': (tables) => {
    const { penalite } = first(tables.loans, (one) => isLoan(one) && isLate(one));
    without('users', (one) => isPenalty(one) && one.id === penalite.id)(tables);
  },
  'qui n’est d’aucun emprunt$': ({ users, loans }) => {
    const due = first(users, (one) => isPenalty(one) && isUnpaid(one) && /^Retour/.test(one.description));
    first(loans, ({ penalite }) => penalite?.id === due.id).penalite = null;
  },
};
