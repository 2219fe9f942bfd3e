import { command } from '../../lib/entry/command.ts';
import { PenaltiesQuery, UnpaidPenalties } from '../../lib/users/schema.ts';
import { unpaidPenalties } from '../../lib/users/standings.ts';

export const handler = command(PenaltiesQuery, UnpaidPenalties, unpaidPenalties);
