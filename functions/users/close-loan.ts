import { command } from '../../lib/http/command.ts';
import { CloseLoan } from '../../lib/users/schema.ts';
import { closeLoan } from '../../lib/users/slots.ts';

export const handler = command(CloseLoan, closeLoan);
