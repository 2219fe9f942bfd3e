import { command } from '../../lib/entry/command.ts';
import { PenaltiesQuery, UnpaidPenalties } from '../../lib/users/schema-commands.ts';
import { unpaidPenalties } from '../../lib/users/standings.ts';

export const handler = command(PenaltiesQuery, UnpaidPenalties, unpaidPenalties);
