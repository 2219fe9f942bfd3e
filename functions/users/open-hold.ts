import { command } from '../../lib/entry/command.ts';
import { DoneOrMoved, OpenHold } from '../../lib/users/schema-commands.ts';
import { openHold } from '../../lib/users/slots.ts';

export const handler = command(OpenHold, DoneOrMoved, openHold);
