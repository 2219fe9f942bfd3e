import { email } from '../../lib/users/email.ts';
import { requireBorn } from '../../lib/users/rules.ts';
import type { User } from '../../lib/users/schema.ts';
import { NewBlock, NewUser } from '../../lib/users/schema-requests.ts';
import { fold } from '../../lib/values/fold.ts';
import type { Client } from './client.ts';
import { EXPORTED, REPORT_COLUMNS } from './csv/columns.ts';
import { refusedMemberRows } from './csv/refused.ts';
import type { Done } from './journal.ts';
import type { Kind, Mode } from './kind.ts';
import { categoryNamed } from './named.ts';
import type { Fault, MemberFields, SourceRecord } from './record.ts';
import { faultsBy, judged } from './shapes.ts';
import { type Plan, refused, type Step, type Verdict } from './verdict.ts';

/** What is to become of a member. */

type MemberRecord = SourceRecord<MemberFields>;

interface Member {
  id: string;
  /** Another person answers for the account, and so it can answer for nobody. */
  isAnsweredFor: boolean;
  /** It answers for others, and so nobody can answer for it. */
  answersForOthers: boolean;
  /** The file has made it. */
  isFromFile: boolean;
}

/** What tells one member from another: the card, else the address, else name and day of birth. */
type Identity = { numero_carte?: string | undefined; email?: string | null | undefined } & Names;
interface Names {
  nom?: string | undefined;
  prenom?: string | undefined;
  date_naissance?: string | null | undefined;
}

const cardKey = (card: string): string => `carte ${card.trim().toUpperCase()}`;
/** As the library keeps it: an internationalised domain is there in its ASCII form. What is no address is refused later. */
function emailKey(written: string): string {
  const kept = judged(email, written);
  return `email ${Array.isArray(kept) ? written.trim().toLowerCase() : kept}`;
}
const nameKey = ({ nom = '', prenom = '', date_naissance }: Names): string =>
  `nom ${[nom, prenom, date_naissance ?? ''].map(fold).join(' / ')}`;

/** Everything by which a member is known. */
const keysOf = ({ numero_carte, email, ...names }: Identity): string[] => [
  ...(numero_carte ? [cardKey(numero_carte)] : []),
  ...(email ? [emailKey(email)] : []),
  nameKey(names),
];

/** What a file says first of a member tells who it is. */
const identityOf = (identity: Identity): string => keysOf(identity)[0] as string;

const bodyOf = ({
  responsable: _,
  blocage_motif: __,
  blocage_jusqu_au: ___,
  nom,
  prenom,
  email,
  categorie,
  ...adhesion
}: MemberFields) => ({
  nom,
  prenom,
  ...(email !== undefined && { email }),
  adhesion: { ...adhesion, ...(categorie !== undefined && { categorie: categoryNamed(categorie) }) },
});

export class Members implements Kind<MemberFields> {
  readonly columns = [...REPORT_COLUMNS, ...EXPORTED.utilisateurs];
  readonly rows = refusedMemberRows;
  readonly #client: Client;
  readonly #mode: Mode;
  readonly #known = new Map<string, Member>();
  readonly #claimed = new Map<string, number>();

  constructor(client: Client, mode: Mode) {
    this.#client = client;
    this.#mode = mode;
  }

  async load(): Promise<void> {
    const answering = new Set<string>();
    const members: Member[] = [];
    for await (const user of this.#client.all<User>('/utilisateurs')) {
      const { responsable_id } = user.adhesion;
      if (responsable_id !== null) answering.add(responsable_id);
      const isAnsweredFor = responsable_id !== null;
      const member = { id: user.id, isAnsweredFor, answersForOthers: false, isFromFile: false };
      members.push(member);
      for (const key of keysOf({ ...user, ...user.adhesion })) this.#known.set(key, member);
    }
    for (const member of members) member.answersForOthers = answering.has(member.id);
  }

  claim({ number, fields }: MemberRecord): Fault[] {
    const { numero_carte, email } = fields;
    const own = identityOf(fields);
    const keys = [
      ...(numero_carte ? [['numero_carte', cardKey(numero_carte)]] : []),
      ...(email ? [['email', emailKey(email)]] : []),
      ...(own.startsWith('nom ') ? [['nom', own]] : []),
    ] as [string, string][];
    return keys.flatMap(([champ, key]) => {
      const other = this.#claimed.get(key) ?? number;
      this.#claimed.set(key, other);
      return other === number ? [] : { champ, raison: `l’enregistrement ${other} du fichier ${SAME[champ]}` };
    });
  }

  about = ({ fields }: MemberRecord): string[] => [
    ...keysOf(fields),
    ...(fields.responsable ? [cardKey(fields.responsable)] : []),
  ];

  /** The person who answers for the account may come later in the file. */
  waits = ({ fields: { responsable } }: MemberRecord): boolean =>
    responsable !== undefined && !this.#known.has(cardKey(responsable));

  async judge({ fields }: MemberRecord, _: boolean, lapsed?: Plan): Promise<Verdict> {
    const { responsable, blocage_motif: motif, blocage_jusqu_au: jusqu_au } = fields;
    const user = judged(NewUser, bodyOf(fields));
    const isBlocked = motif !== undefined || jusqu_au !== undefined;
    const block = isBlocked ? judged(NewBlock, { motif, ...(jusqu_au && { jusqu_au }) }) : undefined;
    const answering = responsable === undefined ? undefined : this.#known.get(cardKey(responsable));
    const responsable_id = answering?.id ?? null;
    const faults = [user, block].flatMap((part) => (Array.isArray(part) ? part : []));
    if (responsable !== undefined && responsable_id === null)
      faults.push({ champ: 'responsable', raison: `aucun adhérent n’a la carte ${responsable}` });
    if (answering?.isAnsweredFor)
      faults.push({ champ: 'responsable', raison: `une autre personne est responsable de la carte ${responsable}` });
    if (!Array.isArray(user)) faults.push(...faultsBy(() => requireBorn(user.adhesion, today())));
    if (faults.length > 0 || Array.isArray(user)) return refused(...faults);
    const found = this.#known.get(identityOf(fields));
    if (found && lapsed?.result === 'cree') return this.#goOn(found, block as NewBlock | undefined);
    if (found) return this.#change(found, user, answering, block as NewBlock | undefined);
    if (this.#isTaken(user)) return refused(TAKEN);
    const create: Step = {
      method: 'POST',
      path: '/utilisateurs',
      body: { ...user, adhesion: { ...user.adhesion, responsable_id } },
    };
    const steps = block ? [create, blocking(block as NewBlock)] : [create];
    return { what: 'do', plan: { result: 'cree', steps } };
  }

  #isTaken = ({ email }: NewUser): boolean => email !== null && this.#known.has(emailKey(email));

  note({ fields }: MemberRecord, { resultat, id }: Done): void {
    const { responsable } = fields;
    const known = keysOf(fields).map((key) => this.#known.get(key));
    const made = { id, isAnsweredFor: false, answersForOthers: false, isFromFile: false };
    const member: Member = known.find((one) => one?.id === id) ?? made;
    member.isFromFile ||= resultat === 'cree';
    member.isAnsweredFor ||= responsable !== undefined;
    const answering = responsable === undefined ? undefined : this.#known.get(cardKey(responsable));
    if (answering) answering.answersForOthers = true;
    for (const key of keysOf(fields)) this.#known.set(key, member);
  }

  /** Completes what the file has begun of the member, whose block comes last. */
  async #goOn({ id }: Member, block: NewBlock | undefined): Promise<Verdict> {
    const { status, body } = await this.#client.send<User>('GET', `/utilisateurs/${id}`);
    if (status !== 200) return refused(DELETED);
    const steps = block && body.adhesion.blocage === null ? [blocking(block)] : [];
    return { what: 'do', plan: { result: 'cree', id, steps } };
  }

  /** Fills in what the library does not know of the member; what it knows stays. */
  async #change(
    found: Member,
    user: NewUser,
    answering: Member | undefined,
    block: NewBlock | undefined,
  ): Promise<Verdict> {
    const { id, isFromFile, answersForOthers } = found;
    if (this.#mode !== 'completer' || isFromFile) return { what: 'ignore', id };
    const { status, body, headers } = await this.#client.send<User>('GET', `/utilisateurs/${id}`);
    if (status !== 200) return refused(DELETED);
    const membership = { ...user.adhesion, responsable_id: answering?.id ?? null };
    const adhesion = Object.fromEntries(
      (['date_naissance', 'date_fin', 'responsable_id'] as const)
        .filter((field) => body.adhesion[field] === null && membership[field] !== null)
        .map((field) => [field, membership[field]]),
    );
    const isMailed = body.email === null && user.email !== null;
    if (isMailed && this.#isTaken(user)) return refused(TAKEN);
    if ('responsable_id' in adhesion && answersForOthers) return refused(ANSWERING);
    const changes = {
      ...(isMailed && { email: user.email }),
      ...(Object.keys(adhesion).length > 0 && { adhesion }),
    };
    const version = headers.get('etag') ?? '';
    const change: Step = { method: 'PATCH', path: '/utilisateurs/{id}', body: changes, version };
    const steps = [
      ...(Object.keys(changes).length > 0 ? [change] : []),
      ...(block && body.adhesion.blocage === null ? [blocking(block)] : []),
    ];
    return steps.length === 0 ? { what: 'ignore', id } : { what: 'do', plan: { result: 'mis_a_jour', id, steps } };
  }
}

const DELETED: Fault = { champ: 'numero_carte', raison: 'ce compte vient d’être supprimé' };
const TAKEN: Fault = { champ: 'email', raison: 'un autre compte a cette adresse' };
const ANSWERING: Fault = { champ: 'responsable', raison: 'cette personne est elle-même responsable d’autres comptes' };

/** Here, where nothing hangs on the library's time zone: nobody is born tomorrow. */
const today = (): string => new Date().toLocaleDateString('en-CA');

const blocking = (block: NewBlock): Step => ({ method: 'PUT', path: '/utilisateurs/{id}/blocage', body: block });

const SAME: Readonly<{ [champ: string]: string }> = {
  numero_carte: 'a déjà cette carte',
  email: 'a déjà cette adresse',
  nom: 'a les mêmes nom, prénom et date de naissance : donnez aux deux un numéro de carte',
};
