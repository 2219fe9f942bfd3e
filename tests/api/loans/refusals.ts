import { expect } from '@jest/globals';
import type { Answer, Options } from '../../support/api.ts';
import { availability } from '../../support/books.ts';
import { type Emprunt, lend, loansOf, renew } from '../../support/loans.ts';
import { expectProblem } from '../../support/problems.ts';
import { verification } from '../../support/users.ts';

export const idsOf = (loans: { id: string }[]): string[] => loans.map(({ id }) => id);

/** The call is refused for these motifs, and nothing of the person's and of the book's changes. */
async function expectRefused(
  act: () => Promise<Answer>,
  [userId, bookId]: [string, string],
  code: string,
  motifs: string[],
): Promise<void> {
  const state = async () => [await loansOf(userId), await verification(userId), await availability(bookId)];
  const before = await state();
  const answer = await act();
  expectProblem(answer, 409, code);
  expect(answer.body.motifs.toSorted()).toEqual(motifs);
  expect(answer.body.detail).not.toContain('_');
  expect(await state()).toEqual(before);
}

export const expectNoLoan = (userId: string, bookId: string, motifs: string[]): Promise<void> =>
  expectRefused(() => lend(userId, bookId), [userId, bookId], 'emprunt_refuse', motifs);

export const expectNoRenewal = (loan: Emprunt, motifs: string[], options: Options = {}): Promise<void> =>
  expectRefused(() => renew(loan.id, options), [loan.utilisateur_id, loan.livre_id], 'prolongation_refusee', motifs);
