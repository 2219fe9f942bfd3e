import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { BatchWriteCommand, DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb';

/** The loans table as it is, read without the code under test. */

export interface LoanItem {
  pk: string;
  sk: string;
  id: string;
  utilisateur_id: string;
  livre_id: string;
  titre: string | null;
  date_emprunt: string;
  date_echeance: string;
  date_retour: string | null;
  statut: 'en_attente' | 'en_cours' | 'rendu';
  prolongations: number;
  penalite: { id: string; montant: number; description: string; date_penalite: string } | null;
  notices: { etape: string; echeance: string; etat: string; date_envoi: string }[];
  transit: { etape: string; depuis: string; debut: string; nouvelle_echeance?: string } | null;
  liste?: string;
  liste_tri?: string;
  suivi?: string;
  suivi_tri?: string;
}

/** A client of its own: faults injected in the code's client do not reach it, nor is it counted. */
const db = DynamoDBDocumentClient.from(new DynamoDBClient({ endpoint: process.env.DYNAMODB_ENDPOINT as string }));

/** Every item of this test file's loans table. */
export async function readTable(): Promise<LoanItem[]> {
  const items: LoanItem[] = [];
  let start: Record<string, unknown> | undefined;
  do {
    const page = await db.send(
      new ScanCommand({ TableName: process.env.EMPRUNTS_TABLE, ConsistentRead: true, ExclusiveStartKey: start }),
    );
    items.push(...((page.Items ?? []) as LoanItem[]));
    start = page.LastEvaluatedKey;
  } while (start);
  return items;
}

export const isLoan = ({ sk }: { sk: string }): boolean => sk === 'EMPRUNT';

/** Every loan's record. */
export const readLoans = async (): Promise<LoanItem[]> => (await readTable()).filter(isLoan);

export const readLoan = async (id: string): Promise<LoanItem | undefined> =>
  (await readLoans()).find((loan) => loan.id === id);

const BATCH = 25;

/** Puts loans into the table as they are. */
export async function writeLoans(loans: LoanItem[]): Promise<void> {
  for (let start = 0; start < loans.length; start += BATCH) {
    const batch = loans.slice(start, start + BATCH).map((Item) => ({ PutRequest: { Item } }));
    await db.send(new BatchWriteCommand({ RequestItems: { [process.env.EMPRUNTS_TABLE as string]: batch } }));
  }
}
