import { parse, v7 } from 'uuid';

/**
 * The id of the penalty for a loan's late return. It begins with the instant, as every penalty's does,
 * and goes on with the loan's own: however often the return is carried out, it is this one penalty.
 */
export const penaltyId = (loanId: string, instant: string): string =>
  v7({ msecs: Date.parse(instant), random: parse(loanId) });
