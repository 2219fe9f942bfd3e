import { command } from '../../lib/entry/command.ts';
import { Owner, OwnerQuery } from '../../lib/users/schema-commands.ts';
import { ownerOfEmail } from '../../lib/users/standings.ts';

export const handler = command(OwnerQuery, Owner, ownerOfEmail);
