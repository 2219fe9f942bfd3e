import * as z from 'zod/mini';
import { Availability, Book } from '../../lib/books/schema.ts';
import { PROBLEMS } from '../../lib/entry/http/problem.ts';
import { Loan, NoticeReport, OverdueLoan } from '../../lib/loans/schema.ts';
import { Penalty, User, Verification } from '../../lib/users/schema.ts';

/** The shapes that the test scripts check, made from the services' own. */

const list = (element: z.ZodMiniType) =>
  z.strictObject({ elements: z.array(element), curseur_suivant: z.optional(z.string()) });

const Problem = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  instance: z.string(),
  code: z.enum(Object.keys(PROBLEMS)),
  requete_id: z.string(),
  erreurs: z.optional(z.array(z.strictObject({ chemin: z.string(), message: z.string() }))),
  motifs: z.optional(z.array(z.string())),
});

/** What the mail emulator has received; it tells more than is looked at here. */
const Inbox = z.looseObject({
  emails: z.array(
    z.looseObject({
      destination: z.looseObject({ to: z.array(z.string()) }),
      subject: z.string(),
      body: z.looseObject({ text: z.string(), html: z.string() }),
    }),
  ),
});

/** DynamoDB's answer to writes made together: they have nothing to tell. */
const Transaction = z.strictObject({ Responses: z.array(z.looseObject({})) });

const SHAPES = {
  Livre: Book,
  Livres: list(Book),
  Disponibilite: Availability,
  Utilisateur: User,
  Utilisateurs: list(User),
  Verification,
  Penalite: Penalty,
  Penalites: list(Penalty),
  Emprunt: Loan,
  Emprunts: list(Loan),
  Retards: list(OverdueLoan),
  RapportRappels: NoticeReport,
  Probleme: Problem,
  Boite: Inbox,
  Transaction,
};
export type SchemaName = keyof typeof SHAPES;

/** A bound that only says that the number is a safe one. */
const isUnbounded = (bound: number | undefined) => Math.abs(bound ?? 0) === Number.MAX_SAFE_INTEGER;

/** Postman's validator knows the formats, but not the `\p{…}` of the patterns, and they are long to read. */
function simplify({ jsonSchema }: { jsonSchema: z.core.JSONSchema.BaseSchema }): void {
  const length = /\{1,(\d+)\}\$$/.exec(jsonSchema.pattern ?? '')?.[1];
  if (length && !jsonSchema.format) Object.assign(jsonSchema, { minLength: 1, maxLength: Number(length) });
  delete jsonSchema.pattern;
  if (isUnbounded(jsonSchema.minimum)) delete jsonSchema.minimum;
  if (isUnbounded(jsonSchema.maximum)) delete jsonSchema.maximum;
}

export const SCHEMAS = Object.entries(SHAPES).map(([name, shape]) => {
  const { $schema: _, ...schema } = z.toJSONSchema(shape, { target: 'draft-7', override: simplify });
  return { name, schema };
});

/** The collection variable that holds a schema. */
export const schemaVariable = (name: string): string => `schema_${name}`;
