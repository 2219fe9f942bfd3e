import { takeCopy } from '../../lib/books/copies.ts';
import { TakeCopy } from '../../lib/books/schema.ts';
import { command } from '../../lib/entry/command.ts';

export const handler = command(TakeCopy, takeCopy);
