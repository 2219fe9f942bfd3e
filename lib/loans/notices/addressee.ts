import { type Account, askAccount } from '../peers.ts';

/** A person as they are written to. */
export interface Addressee {
  nom: string;
  prenom: string;
  email: string;
}

/** Tells whom to write to about a person: to themselves, or else to the one who answers for them. */
export async function addresseeOf(account: Account): Promise<Addressee | undefined> {
  const { responsable_id } = account.adhesion;
  const to =
    account.email === null && responsable_id !== null ? await askAccount({ utilisateur_id: responsable_id }) : account;
  return to && to.email !== null ? { ...to, email: to.email } : undefined;
}
