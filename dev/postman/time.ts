import '../local/as-function.ts';
import { bookKey } from '../../lib/books/store/items.ts';
import { itemOf } from '../../lib/loans/store/items.ts';
import type { Conditions } from '../../lib/policy/rules.ts';
import { accountKey } from '../../lib/users/store/items.ts';
import type { Step } from './model.ts';

/** The local stage's tables, as serverless.yml names them. */
const TABLES = 'bibliotheque-local';

/** A step that makes a loan older: its ids, which may be variables, and the days from today to its new due date. */
export interface Ageing extends Pick<Step, 'name' | 'about'> {
  ages: Record<'loanId' | 'bookId' | 'userId', string> & { dueIn: number };
}

/** A record has them; the step looks at none. */
const CONDITIONS: Conditions = {
  prolongations: 0,
  jours_par_prolongation: 0,
  amende_par_jour: 0,
  amende_maximale: 0,
  jours_de_retard: 'tous',
};

/**
 * A demonstration cannot wait for four weeks, so this step changes the dates of the loan in the records of
 * all three services, in one transaction. It can do so in a local database only.
 */
export function timePasses({ name, about, ages: { loanId, bookId, userId, dueIn } }: Ageing): Step {
  const due = '{{nouvelle_echeance}}';
  const { pk, sk, liste_tri, suivi_tri } = itemOf({
    id: loanId,
    utilisateur_id: userId,
    livre_id: bookId,
    titre: '',
    type: '',
    date_emprunt: '{{nouvelle_date}}',
    date_echeance: due,
    date_retour: null,
    statut: 'en_cours',
    regle: '*/*',
    conditions: CONDITIONS,
    prolongations: 0,
    penalite: null,
    notices: [],
    transit: null,
  });
  const updates = [
    update('emprunts', { pk, sk }, { date_emprunt: '{{nouvelle_date}}', date_echeance: due, liste_tri, suivi_tri }),
    update('utilisateurs', accountKey(userId), { [`emprunts."${loanId}".date_echeance`]: due }),
    update('livres', bookKey(bookId), { [`emprunts."${loanId}"`]: due }),
  ];
  return {
    name,
    about,
    route: 'POST /',
    server: '{{base_de_donnees}}',
    as: 'base_de_donnees',
    needs: 'base_de_donnees',
    headers: { 'Content-Type': 'application/x-amz-json-1.0', 'X-Amz-Target': 'DynamoDB_20120810.ExecuteTransaction' },
    before: `
const date = Date.parse(pm.collectionVariables.get('emprunt'));
const duree = Date.parse(pm.collectionVariables.get('echeance')) - date;
const jour = (instant) => new Date(instant).toISOString().slice(0, 10);
const echeance = date ${dueIn < 0 ? '-' : '+'} ${Math.abs(dueIn)} * 24 * 3600 * 1000;
pm.collectionVariables.set('nouvelle_echeance', jour(echeance));
pm.collectionVariables.set('nouvelle_date', jour(echeance - duree));`,
    body: { TransactStatements: updates.map((Statement) => ({ Statement })) },
  };
}

function update(
  table: string,
  { pk, sk }: { pk: string; sk: string },
  values: Record<string, string | undefined>,
): string {
  const sets = Object.entries(values).map(([name, value]) => `SET ${name}='${value}'`);
  return `UPDATE "${TABLES}-${table}" ${sets.join(' ')} WHERE pk='${pk}' AND sk='${sk}'`;
}
