import { Done, RecoverCopy } from '../../lib/books/schema.ts';
import { recoverCopy } from '../../lib/books/standings.ts';
import { command } from '../../lib/entry/command.ts';

export const handler = command(RecoverCopy, Done, recoverCopy);
