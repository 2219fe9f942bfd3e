import { command } from '../../lib/entry/command.ts';
import { Standings, StandingsQuery } from '../../lib/users/schema-commands.ts';
import { standings } from '../../lib/users/standings.ts';

export const handler = command(StandingsQuery, Standings, standings);
