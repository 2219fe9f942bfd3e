import { expect } from '@jest/globals';
import type { Answer, Options } from '../../support/api.ts';
import { type Emprunt, lend, renew } from '../../support/loans.ts';
import { expectProblem } from '../../support/problems.ts';

export const idsOf = (loans: { id: string }[]): string[] => loans.map(({ id }) => id);

/** A call is refused for these motifs. */
function expectRefused(answer: Answer, code: string, motifs: string[]): void {
  expectProblem(answer, 409, code);
  expect(answer.body.motifs.toSorted()).toEqual(motifs);
  expect(answer.body.detail).not.toContain('_');
}

export const expectNoLoan = async (userId: string, bookId: string, motifs: string[]): Promise<void> =>
  expectRefused(await lend(userId, bookId), 'emprunt_refuse', motifs);

export const expectNoRenewal = async ({ id }: Emprunt, motifs: string[], options: Options = {}): Promise<void> =>
  expectRefused(await renew(id, options), 'prolongation_refusee', motifs);
