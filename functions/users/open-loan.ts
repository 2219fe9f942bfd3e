import { command } from '../../lib/entry/command.ts';
import { DoneOrMoved, OpenLoan } from '../../lib/users/schema-commands.ts';
import { openLoan } from '../../lib/users/slots.ts';

export const handler = command(OpenLoan, DoneOrMoved, openLoan);
