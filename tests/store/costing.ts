import { sentBy } from '../support/wire.ts';

/** What work sends, in words. */

/** `GetItem (1), 2 PutItem (8), Invoke users-open-loan`: by name, for what is sent at once comes in any order. */
export async function costOf(work: () => Promise<unknown>): Promise<string> {
  const sent = (await sentBy(work)).filter(({ lost }) => !lost);
  const costs = [...Map.groupBy(sent, ({ request }) => request)].map(([request, all]) => {
    const name = all.length > 1 ? `${all.length} ${request}` : request;
    const isCounted = /^(GetItem|BatchGetItem|Query|PutItem|UpdateItem|DeleteItem)/.test(request);
    return { request, cost: isCounted ? `${name} (${all.reduce((sum, { units }) => sum + units, 0)})` : name };
  });
  return costs
    .sort((a, b) => (a.request < b.request ? -1 : 1))
    .map(({ cost }) => cost)
    .join(', ');
}
