import { invoke } from '../aws/command.ts';
import { PersonForgotten } from './schema-commands.ts';

/** Has the loans service forget a person whose account is gone. @returns how many loans still lead to the person */
export const forgetPerson = async (utilisateur_id: string): Promise<number> =>
  (await invoke('loans-forget', { utilisateur_id }, PersonForgotten)).restants;
