import { DoneOrMoved, TakeCopy } from '../../lib/books/schema-commands.ts';
import { takeCopy } from '../../lib/books/standings.ts';
import { command } from '../../lib/entry/command.ts';

export const handler = command(TakeCopy, DoneOrMoved, takeCopy);
