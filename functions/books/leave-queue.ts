import { leaveQueue } from '../../lib/books/holds.ts';
import { Done, LeaveQueue } from '../../lib/books/schema-commands.ts';
import { command } from '../../lib/entry/command.ts';

export const handler = command(LeaveQueue, Done, leaveQueue);
