import { command } from '../../lib/entry/command.ts';
import { ClosedLoan, CloseLoan } from '../../lib/users/schema.ts';
import { closeLoan } from '../../lib/users/slots.ts';

export const handler = command(CloseLoan, ClosedLoan, closeLoan);
