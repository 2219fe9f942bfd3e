import { invoke } from '../aws/command.ts';
import { Owner } from './schema.ts';

/** Cognito waits five seconds for everything, a cold start included, and asks twice again after that. */
const ANSWER_MS = 3_000;

/** Asks the users service whose account has this e-mail. @throws Failure `service_indisponible` */
export const askOwner = async (email: string): Promise<string | undefined> =>
  (await invoke('users-owner', { email }, Owner, ANSWER_MS)).utilisateur_id ?? undefined;
