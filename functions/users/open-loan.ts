import { command } from '../../lib/entry/command.ts';
import { OpenedLoan, OpenLoan } from '../../lib/users/schema.ts';
import { openLoan } from '../../lib/users/slots.ts';

export const handler = command(OpenLoan, OpenedLoan, openLoan);
