import { isDeepStrictEqual } from 'node:util';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { BatchWriteCommand, DynamoDBDocumentClient, paginateScan } from '@aws-sdk/lib-dynamodb';

import type { User } from '../../lib/users/schema.ts';

/** The tables of this test file as they are, read and written past the code under test. */

interface Key {
  pk: string;
  sk: string;
}

export interface UserItem extends Key {
  id?: string;
  nom?: string;
  prenom?: string;
  email?: string | null;
  adhesion?: User['adhesion'];
  a_charge?: number;
  utilisateur_id?: string;
  impaye?: number;
  emprunts?: Record<string, { date_echeance: string; type: string; livre_id: string }>;
  reservations?: Record<string, { livre_id: string }>;
  montant?: number;
  reste?: number;
  statut?: string;
  description?: string;
  mouvements?: {
    id: string;
    type: string;
    montant: number;
    moyen: string | null;
    motif: string | null;
    annule: boolean;
  }[];
  suivi?: string;
  suivi_tri?: string;
  reponse?: string;
  expire_a?: number;
}

export interface PlacedHold {
  utilisateur_id: string;
  place: number;
  suspendue_jusqu_au?: string;
  exemplaire_id?: string;
  date_limite?: string;
}

export interface BookItem extends Key {
  id?: string;
  titre?: string;
  auteur?: string | null;
  isbn?: string | null;
  tome?: string | null;
  type?: string;
  exemplaires?: Record<string, { code_barres: string; etat: string; date_entree: string; fiche: boolean }>;
  emprunts?: Record<
    string,
    { exemplaire_id: string; date_echeance: string; reservation?: PlacedHold & { id: string } }
  >;
  reservations?: Record<string, PlacedHold>;
  suivi?: string;
  suivi_tri?: string;
  serie?: { numero: string; dernier: number } | null;
  livre_id?: string;
  exemplaire_id?: string;
}

interface Charge {
  id: string;
  montant: number;
  description: string;
  date_penalite: string;
}

export interface LoanItem extends Key {
  id: string;
  utilisateur_id: string | null;
  livre_id: string;
  exemplaire_id: string;
  code_barres: string;
  titre: string;
  date_emprunt: string;
  date_echeance: string;
  date_retour: string | null;
  statut: 'en_attente' | 'en_cours' | 'rendu' | 'perdu';
  type: string;
  regle: string;
  conditions: Record<string, number | string>;
  prolongations: number;
  penalite: Charge | null;
  amende: Charge | null;
  notices: { etape: string; echeance: string; etat: string; date_envoi: string }[];
  transit: { etape: string; depuis: string; debut: string; nouvelle_echeance?: string } | null;
  liste?: string;
  liste_tri?: string;
  suivi?: string;
  suivi_tri?: string;
  reponse?: string;
  expire_a?: number;
}

export interface HoldItem extends Key {
  id: string;
  utilisateur_id: string;
  livre_id: string;
  titre: string;
  date_reservation: string;
  statut: 'pose' | 'ouverte' | 'honoree' | 'annulee' | 'expiree';
  date_cloture: string | null;
  date_limite: string | null;
  notices: { sujet: string; date_limite: string; etat: string; date_envoi: string }[];
  transit: { etape: string; depuis: string; debut: string } | null;
}

interface Items {
  users: UserItem;
  books: BookItem;
  loans: LoanItem;
}
type Service = keyof Items;

const TABLES: Record<Service, string> = {
  users: 'UTILISATEURS_TABLE',
  books: 'LIVRES_TABLE',
  loans: 'EMPRUNTS_TABLE',
};
const nameOf = (service: Service): string => process.env[TABLES[service]] as string;

/** A client of its own: what the tests do to the code's client does not reach it. */
const db = DynamoDBDocumentClient.from(new DynamoDBClient({ endpoint: process.env.DYNAMODB_ENDPOINT as string }));

/** Every item of a service's table. */
export async function readTable<S extends Service>(service: S): Promise<Items[S][]> {
  const items: Items[S][] = [];
  const pages = paginateScan({ client: db }, { TableName: nameOf(service), ConsistentRead: true });
  for await (const { Items = [] } of pages) items.push(...(Items as Items[S][]));
  return items;
}

type Requests = ({ PutRequest: { Item: Key } } | { DeleteRequest: { Key: Key } })[];
const BATCH = 25;

async function write(service: Service, requests: Requests): Promise<void> {
  for (let start = 0; start < requests.length; start += BATCH)
    await db.send(new BatchWriteCommand({ RequestItems: { [nameOf(service)]: requests.slice(start, start + BATCH) } }));
}

/** Puts items into a service's table as they are. */
export const writeItems = <S extends Service>(service: S, items: Items[S][]): Promise<void> =>
  write(
    service,
    items.map((Item) => ({ PutRequest: { Item } })),
  );

/** The items of the three tables. */
export type Tables = { [S in Service]: Items[S][] };
const EMPTY: Tables = { users: [], books: [], loans: [] };

export async function readTables(): Promise<Tables> {
  const [users, books, loans] = await Promise.all([readTable('users'), readTable('books'), readTable('loans')]);
  return { users, books, loans };
}

/** Brings the tables from the items that are in them to those that are wanted. Only what differs is written. */
export async function restoreTables(wanted: Tables, present: Tables): Promise<void> {
  const nameItem = ({ pk, sk }: Key) => JSON.stringify([pk, sk]);
  const restore = async (service: Service) => {
    const left = new Map(present[service].map((item) => [nameItem(item), item]));
    const requests: Requests = [];
    for (const Item of wanted[service]) {
      if (!isDeepStrictEqual(left.get(nameItem(Item)), Item)) requests.push({ PutRequest: { Item } });
      left.delete(nameItem(Item));
    }
    for (const { pk, sk } of left.values()) requests.push({ DeleteRequest: { Key: { pk, sk } } });
    await write(service, requests);
  };
  await Promise.all([restore('users'), restore('books'), restore('loans')]);
}

/** Takes everything out of the tables: what a test looks at is then all its own, and little. */
export const emptyTables = async (): Promise<void> => restoreTables(EMPTY, await readTables());

export const isAccount = ({ sk }: Key): boolean => sk === 'UTILISATEUR';
export const isPenalty = ({ sk }: Key): boolean => sk.startsWith('PENALITE#');
export const isBook = ({ sk }: Key): boolean => sk === 'LIVRE';
/** What stands in place of an account that was deleted, until nothing leads to its person. */
export const isMark = ({ sk }: Key): boolean => sk === 'SUPPRESSION';
export const isLoan = ({ sk }: Key): boolean => sk === 'EMPRUNT';
export const isHold = ({ sk }: Key): boolean => sk === 'RESERVATION';

/** Everything that the users table says of a user, replays of first answers apart. */
export const itemsOf = async (userId: string): Promise<UserItem[]> =>
  (await readTable('users')).filter(
    ({ pk, utilisateur_id }) => !pk.startsWith('IDEMPOTENCE#') && (pk.includes(userId) || utilisateur_id === userId),
  );

/** The ids of all books. */
export const allBooks = async (): Promise<string[]> =>
  (await readTable('books')).filter(isBook).map(({ id }) => id as string);

/** The record of every hold. */
export const readHolds = async (): Promise<HoldItem[]> =>
  (await readTable('loans')).filter(isHold) as unknown as HoldItem[];

/** The record of every loan. */
export const readLoans = async (): Promise<LoanItem[]> => (await readTable('loans')).filter(isLoan);

export const readLoan = async (id: string): Promise<LoanItem | undefined> =>
  (await readLoans()).find((loan) => loan.id === id);
