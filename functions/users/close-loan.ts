import { command } from '../../lib/entry/command.ts';
import { CloseLoan, Done } from '../../lib/users/schema-commands.ts';
import { closeLoan } from '../../lib/users/slots.ts';

export const handler = command(CloseLoan, Done, closeLoan);
