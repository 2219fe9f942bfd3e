import { invoke } from '../aws/command.ts';
import { PersonForgotten } from './schema-commands.ts';

/** Has the loans service forget a person whose account is gone. @returns what it found that led to them, and what still does */
export const forgetPerson = (utilisateur_id: string) => invoke('loans-forget', { utilisateur_id }, PersonForgotten);
