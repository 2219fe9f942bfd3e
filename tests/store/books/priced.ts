import { expect } from '@jest/globals';
import { type Query, searchPage } from '../../support/books.ts';
import { type Outgoing, tap } from '../../support/wire.ts';

/** The searches of these tests, page by page, and the price that no page exceeds. */

const MOST_QUERIES = 5;

let sent: Outgoing[] = [];
tap((request, send) => {
  sent.push(request);
  return send();
});

/** The ids that a search finds, by page. A page is a few strong Queries, each of so many items at most, and its books. */
export async function pagesOf(query: Query, limit: number): Promise<string[][]> {
  const pages: string[][] = [];
  for (let curseur: string | undefined = ''; curseur !== undefined; ) {
    sent = [];
    const { status, body } = await searchPage({ ...query, limite: `${limit}`, ...(curseur && { curseur }) });
    expect(status).toBe(200);
    const queries = sent.filter(({ kind }) => kind === 'Query');
    expect(queries.length).toBeLessThanOrEqual(MOST_QUERIES);
    for (const { input } of queries) expect(input).toMatchObject({ ConsistentRead: true, Limit: expect.any(Number) });
    expect(sent.filter(({ kind }) => kind !== 'Query' && kind !== 'BatchGetItem')).toEqual([]);
    pages.push(body.elements.map(({ id }: { id: string }) => id));
    curseur = body.curseur_suivant;
  }
  return pages;
}
