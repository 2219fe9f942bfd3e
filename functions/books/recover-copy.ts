import { FreedCopy, RecoverCopy } from '../../lib/books/schema-commands.ts';
import { recoverCopy } from '../../lib/books/standings.ts';
import { command } from '../../lib/entry/command.ts';

export const handler = command(RecoverCopy, FreedCopy, recoverCopy);
