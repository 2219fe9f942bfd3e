import type { Livre } from '../../../support/books.ts';
import { ruleOf } from '../../../support/naive-calendar.ts';
import {
  type BookItem,
  type Tables as Items,
  isAccount,
  isBook,
  isLoan,
  isPenalty,
  type LoanItem,
  readTables as readItems,
} from '../../../support/read.ts';
import { wordsOfDebt, wordsOfItem } from './debts.ts';
import type { Charge, Holds, Lent, Library } from './library.ts';

/** What the tables have, held against the library of the model. */
export interface Tables {
  loans: Map<string, LoanItem>;
  /** The e-mail and the cents owed, by person. */
  people: Map<string, string>;
  /** All that happened to its money, by penalty. */
  debts: Map<string, string>;
  /** The title, the author and the copies, by book. */
  books: Map<string, string>;
  holds: Holds;
  /** The state of each copy. */
  copies: Map<string, string>;
  barcodes: Map<string, string>;
}

export const readTables = async (): Promise<Tables> => tablesOf(await readItems());

export function tablesOf({ loans, users, books }: Items): Tables {
  const people = users.filter(isAccount);
  const titles = books.filter(isBook);
  return {
    loans: new Map(loans.filter(isLoan).map((loan) => [loan.id, loan])),
    people: new Map(people.map(({ id, email, impaye }) => [id as string, `${email} ${impaye}`])),
    debts: new Map(users.filter(isPenalty).map((penalty) => [penalty.id as string, wordsOfItem(penalty)])),
    books: new Map(titles.map((book) => [book.id as string, wordsOf(shownOf(book))])),
    copies: new Map(
      titles.flatMap(({ exemplaires = {} }) => Object.entries(exemplaires).map(([id, { etat }]) => [id, etat])),
    ),
    barcodes: new Map(
      titles.flatMap(({ exemplaires = {} }) =>
        Object.entries(exemplaires).map(([id, { code_barres }]) => [id, code_barres]),
      ),
    ),
    holds: (loan) => ({
      slot: people.find(({ id }) => id === loan.person)?.emprunts?.[loan.id]?.date_echeance,
      copy: titles.find(({ id }) => id === loan.book)?.emprunts?.[loan.id]?.date_echeance,
    }),
  };
}

const wordsOf = ({
  titre,
  auteur,
  exemplaires,
  type,
}: Pick<Livre, 'titre' | 'auteur' | 'exemplaires' | 'type'>): string =>
  JSON.stringify([titre, auteur, exemplaires, type]);

const shownOf = ({ exemplaires = {}, ...book }: BookItem) =>
  ({
    ...book,
    exemplaires: Object.values(exemplaires).filter(({ etat }) => etat !== 'retire').length,
  }) as Partial<Livre> as Livre;

const LIMBO: Record<string, Lent['limbo']> = {
  pret: 'loan',
  annulation: 'loan',
  prolongation: 'renewal',
  retablissement: 'renewal',
  retour: 'return',
  perte: 'loss',
};

export const limboOf = ({ transit }: LoanItem): Lent['limbo'] => (transit ? LIMBO[transit.etape] : undefined);

/** What a loan costs: its penalty, and apart from a loss its delay. */
export const chargesOf = ({ penalite, amende }: LoanItem): Charge[] =>
  [penalite, amende].flatMap((charge) => (charge ? [{ id: charge.id, cents: Math.round(charge.montant * 100) }] : []));

/** A loan in the words that both sides have. */
const ofModel = (loan: Lent) => ({
  id: loan.id,
  person: loan.person,
  book: loan.book,
  titre: loan.titre,
  rule: `${loan.type} ${ruleOf(loan.type)}`,
  due: loan.due,
  renewals: loan.renewals,
  backOn: loan.backOn ?? null,
  copy: loan.copy,
  charges: loan.charges.map(({ id, cents }) => `${id} ${cents}`),
  limbo: loan.limbo ?? null,
  status: loan.limbo === 'loan' ? 'en_attente' : loan.isLost ? 'perdu' : loan.backOn ? 'rendu' : 'en_cours',
  told: [...loan.told],
});
const ofTable = (item: LoanItem) => ({
  id: item.id,
  person: item.utilisateur_id,
  book: item.livre_id,
  titre: item.titre,
  rule: `${item.type} ${item.regle}`,
  due: item.date_echeance,
  renewals: item.prolongations,
  backOn: item.date_retour,
  copy: item.exemplaire_id,
  charges: chargesOf(item).map(({ id, cents }) => `${id} ${cents}`),
  limbo: limboOf(item) ?? null,
  status: item.statut,
  told: item.notices.filter(({ etat }) => etat === 'envoyee').map(({ etape, echeance }) => `${etape} ${echeance}`),
});

const sorted = <T extends { id: string }>(loans: T[]): T[] => loans.sort((a, b) => (a.id < b.id ? -1 : 1));

/** Both sides of everything that the model knows, to be found equal. */
export const bothSides = (library: Library, tables: Tables) => ({
  model: {
    loans: sorted([...library.loans.values()].map(ofModel)),
    people: new Map([...library.people.values()].map(({ id, email }) => [id, `${email} ${library.owed(id)}`])),
    debts: new Map(
      [...library.people.keys()].flatMap((id) =>
        library.charged(id).map(([penalty, debt]) => [penalty, wordsOfDebt(debt)]),
      ),
    ),
    books: new Map([...library.books.values()].map((book) => [book.id, wordsOf(book)])),
  },
  tables: {
    loans: sorted([...tables.loans.values()].map(ofTable)),
    people: tables.people,
    debts: tables.debts,
    books: tables.books,
  },
});
