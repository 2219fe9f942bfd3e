import { command } from '../../lib/entry/command.ts';
import { CloseHold, Done } from '../../lib/users/schema-commands.ts';
import { closeHold } from '../../lib/users/slots.ts';

export const handler = command(CloseHold, Done, closeHold);
