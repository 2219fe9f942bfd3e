import { suspendHold } from '../../lib/books/holds.ts';
import { DoneOrMoved, SuspendHold } from '../../lib/books/schema-commands.ts';
import { command } from '../../lib/entry/command.ts';

export const handler = command(SuspendHold, DoneOrMoved, suspendHold);
