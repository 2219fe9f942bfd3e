import type { buildDocument } from './document.ts';

type Document = Awaited<ReturnType<typeof buildDocument>>;

interface Operation {
  operationId: string;
  summary: string;
  tags: string[];
  security: Record<string, string[]>[];
}

const HEAD = `# Les opérations

<!-- Fait par « npm run openapi » : ne se modifie pas à la main. -->

Chaque appel de l’API, qui peut le faire et où est son code. Corps, réponses et refus sont sur la page de référence, http://localhost:3000/docs, et dans [openapi.yaml](openapi.yaml).

Qui\u00a0: **B** bibliothécaire, **A** adhérent, pour ce qui est à lui, **∅** tout le monde, sans jeton.
`;

const who = ({ security }: Operation): string => {
  const roles = security.flatMap(({ jeton = [] }) => jeton);
  return roles.map((role) => role[0]?.toUpperCase()).join(' ') || '∅';
};

/** \`users-create\` is served by functions/users/create.ts. */
const codeOf = ({ operationId }: Operation): string => `../functions/${operationId.replace('-', '/')}.ts`;

/** docs/operations.md: the operations of the document, a table for each of its tags, in its order. */
export function operationsPage({ paths = {} }: Pick<Document, 'paths'>): string {
  const rows = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods as Record<string, Operation>).map(([method, operation]) => ({
      tag: operation.tags[0],
      row: `| [\`${method.toUpperCase()} ${path}\`](${codeOf(operation)}) | ${who(operation)} | ${operation.summary.replaceAll("'", '’')} |`,
    })),
  );
  const tables = [...new Set(rows.map(({ tag }) => tag))].map((tag) => {
    const own = rows.filter((one) => one.tag === tag).map(({ row }) => row);
    return `\n## ${tag}\n\n| appel | qui | ce qu’il fait |\n|---|---|---|\n${own.join('\n')}\n`;
  });
  return HEAD + tables.join('');
}
