import { settleTitles } from '../../lib/books/holds.ts';
import { SettledTitles, SettleTitles } from '../../lib/books/schema-commands.ts';
import { command } from '../../lib/entry/command.ts';

export const handler = command(SettleTitles, SettledTitles, settleTitles);
