/** One file that imports another, or a package, or a module of Node; in which form, when it is not a plain import. */
export type Planted = [from: string, to: string, form?: Form];
export type Form = keyof typeof FORMS;

export const FORMS = {
  value: (path: string) => `import '${path}';`,
  type: (path: string) => `import type { Leaf } from '${path}';`,
  'inline type': (path: string) => `import { type Leaf } from '${path}';`,
  'dynamic import': (path: string) => `export const later = () => import('${path}');`,
  're-export': (path: string) => `export * from '${path}';`,
  're-exported type': (path: string) => `export type { Leaf } from '${path}';`,
  require: (path: string) => `export const needed = require('${path}');`,
  /** Nothing is planted: the file imports another that imports it. */
  'way of another file': () => '',
};

/** What each wall refuses, by the wall's name. */
export const REFUSED: Record<string, Planted[]> = {
  values: [
    ['lib/values/money.ts', 'lib/runtime/clock.ts'],
    ['lib/values/money.ts', 'lib/policy/calendar.ts', 'type'],
    ['lib/values/days.ts', 'node:fs'],
    ['lib/values/days.ts', 'fs/promises'],
    ['lib/values/fields.ts', 'zod'],
    ['lib/values/page.ts', 'uuid'],
    ['lib/values/page.ts', 'lib/users/codes.ts', 'inline type'],
  ],
  policy: [
    ['lib/policy/borrowing.ts', 'lib/runtime/config.ts', 'type'],
    ['lib/policy/borrowing.ts', 'lib/loans/rules.ts'],
    ['lib/policy/calendar.ts', 'node:fs'],
    ['lib/policy/calendar.ts', 'zod'],
  ],
  runtime: [
    ['lib/runtime/invocation.ts', 'lib/aws/connection.ts'],
    ['lib/runtime/log.ts', 'lib/entry/job.ts', 'type'],
    ['lib/runtime/log.ts', 'lib/books/schema.ts'],
    ['lib/runtime/log.ts', 'node:child_process'],
  ],
  aws: [
    ['lib/aws/dynamodb/client.ts', 'lib/entry/validate.ts'],
    ['lib/aws/dynamodb/retry.ts', 'lib/loans/store/items.ts'],
    ['lib/aws/credentials.ts', 'lib/policy/calendar.ts'],
    ['lib/aws/credentials.ts', 'jose'],
  ],
  entry: [
    ['lib/entry/command.ts', 'lib/users/schema.ts', 'type'],
    ['lib/entry/http/endpoint.ts', 'lib/aws/dynamodb/client.ts'],
    ['lib/entry/http/endpoint.ts', '@aws-sdk/lib-dynamodb'],
    ['lib/entry/http/endpoint.ts', 'functions/books/get.ts'],
    ['lib/entry/job.ts', 'node:module'],
  ],
  store: [
    ['lib/users/store/accounts.ts', 'lib/books/store/items.ts'],
    ['lib/users/store/accounts.ts', 'lib/entry/http/cursor.ts'],
    ['lib/books/store/copies.ts', 'lib/aws/signed-post.ts'],
    ['lib/books/store/copies.ts', 'node:https'],
  ],
  calls: [
    ['lib/loans/peers.ts', 'lib/users/schema.ts', 'type'],
    ['lib/loans/peers.ts', 'lib/loans/store/items.ts'],
    ['lib/loans/notices/mail.ts', 'lib/aws/dynamodb/client.ts'],
    ['lib/loans/notices/mail.ts', '@smithy/signature-v4'],
    ['lib/loans/holds/peers.ts', 'lib/aws/dynamodb/client.ts'],
    ['lib/identity/peers.ts', 'lib/users/schema.ts', 'type'],
    ['lib/identity/peers.ts', 'lib/users/store/accounts.ts'],
  ],
  service: [
    ['lib/users/accounts.ts', 'lib/books/schema.ts'],
    ['lib/users/accounts.ts', 'lib/loans/schema.ts', 'type'],
    ['lib/users/penalties.ts', 'lib/books/schema.ts', 'dynamic import'],
    ['lib/books/titles.ts', 'lib/users/schema.ts', 're-export'],
    ['lib/books/titles.ts', 'lib/loans/schema.ts', 're-exported type'],
    ['lib/books/copies.ts', 'lib/users/schema.ts', 'require'],
    ['lib/books/copies.ts', 'lib/entry/http/answer.ts'],
    ['lib/loans/lend.ts', 'lib/docs/files.ts'],
    ['lib/loans/lend.ts', 'functions/loans/create.ts'],
    ['lib/loans/lend.ts', '@aws-sdk/lib-dynamodb'],
    ['lib/loans/lend.ts', 'lib/aws/dynamodb/client.ts', 'type'],
    ['lib/loans/renew.ts', 'lib/aws/signed-post.ts'],
    ['lib/loans/holds/place.ts', 'lib/aws/command.ts'],
    ['lib/loans/renew.ts', 'dev/local/keys.ts'],
    ['lib/loans/renew.ts', 'tests/support/clock.ts'],
    ['lib/loans/renew.ts', 'seed/data.ts'],
    ['lib/loans/renew.ts', 'lib/reports/monthly.ts'],
    ['lib/loans/renew.ts', 'lib/identity/rules.ts'],
    ['lib/identity/claims.ts', 'lib/users/email.ts'],
    ['lib/identity/claims.ts', 'lib/entry/http/access.ts', 'type'],
    ['lib/identity/claims.ts', 'lib/aws/signed-post.ts'],
  ],
  docs: [
    ['lib/docs/serve.ts', 'lib/entry/http/stack.ts', 'type'],
    ['lib/docs/serve.ts', '@scalar/api-reference'],
  ],
  handler: [
    ['functions/users/get.ts', 'lib/books/titles.ts'],
    ['functions/users/get.ts', 'lib/loans/schema.ts', 'type'],
    ['functions/users/list.ts', 'lib/users/store/accounts.ts'],
    ['functions/users/list.ts', 'functions/users/update.ts'],
    ['functions/books/get.ts', '@aws-sdk/lib-dynamodb'],
    ['functions/books/get.ts', 'lib/aws/signed-post.ts'],
    ['functions/books/get.ts', 'lib/runtime/config.ts'],
    ['functions/loans/create.ts', 'node:fs'],
    ['functions/loans/create.ts', 'tests/support/clock.ts'],
    ['functions/identity/token.ts', 'lib/users/standings.ts'],
  ],
  'not-found': [
    ['functions/not-found.ts', 'lib/users/schema.ts'],
    ['functions/not-found.ts', 'functions/users/update.ts'],
  ],
  pure: [
    ['lib/users/rules.ts', 'lib/users/store/items.ts', 'type'],
    ['lib/users/rules.ts', 'lib/runtime/clock.ts'],
    ['lib/loans/decide.ts', 'lib/runtime/config.ts', 'type'],
    ['lib/loans/decide.ts', 'lib/aws/signed-post.ts'],
    ['lib/loans/decide.ts', 'lib/loans/store/reached.ts', 'way of another file'],
    ['lib/books/schema.ts', 'lib/entry/validate.ts'],
    ['lib/loans/holds/schema.ts', 'lib/runtime/clock.ts'],
    ['lib/books/schema.ts', 'node:timers/promises'],
    ['lib/books/codes.ts', 'node:fs'],
    ['lib/identity/rules.ts', 'lib/runtime/config.ts'],
  ],
  'given-policy': [
    ['lib/users/rules.ts', 'lib/runtime/policy.ts'],
    ['lib/loans/decide.ts', 'lib/runtime/policy.ts', 'type'],
  ],
  'test-framework': [
    ['dev/bench/library.ts', '@jest/globals'],
    ['seed/large.ts', '@jest/globals', 'dynamic import'],
  ],
  'unknown-room': [
    ['lib/reports/yearly.ts', 'lib/values/money.ts'],
    ['lib/loose.ts', 'lib/values/money.ts'],
    ['lib/users/helpers/names.ts', 'lib/values/money.ts'],
    ['lib/users/holds/names.ts', 'lib/values/money.ts'],
    ['lib/loans/holds/old/names.ts', 'lib/values/money.ts'],
    ['lib/users/store/old/names.ts', 'lib/values/money.ts'],
    ['functions/users/helpers/names.ts', 'lib/entry/job.ts'],
  ],
  unread: [['lib/values/etag.ts', 'lib/values/digest.mts']],
  circle: [
    ['lib/users/slots.ts', 'lib/users/loans.ts'],
    ['lib/users/loans.ts', 'lib/users/slots.ts'],
    ['lib/books/search.ts', 'lib/books/words.ts'],
    ['lib/books/words.ts', 'lib/books/isbn.ts', 'type'],
    ['lib/books/isbn.ts', 'lib/books/search.ts'],
    ['tests/support/api.ts', 'tests/support/calls.ts', 'type'],
    ['tests/support/calls.ts', 'tests/support/api.ts'],
  ],
  unresolvable: [
    ['lib/loans/return.ts', 'lib/loans/missing.ts'],
    ['dev/local/token.ts', 'missing-package'],
  ],
  undeclared: [
    ['seed/large.ts', 'acorn'],
    ['lib/values/fold.ts', 'acorn'],
  ],
  'dev-dependency': [
    ['lib/loans/reconcile.ts', 'csv-parse'],
    ['lib/loans/reconcile.ts', '@faker-js/faker', 'type'],
    ['functions/loans/list.ts', 'fast-check'],
  ],
};

/** What the walls let through, besides all that the project itself imports: by this way `decide.ts` reaches a store. */
export const ALLOWED: Planted[] = [
  ['lib/loans/decide.ts', 'lib/loans/neighbour.ts'],
  ['lib/loans/neighbour.ts', 'lib/loans/store/reached.ts'],
];

/** Imports that the walls cannot see, each of which Biome refuses in its stead. */
export const UNSEEN: Record<string, string> = {
  'lib/users/alias.ts': "export type Title = import('../books/schema.ts').Title;",
  'lib/users/generic.ts': "export const titles = new Set<import('../books/schema.ts').Title>();",
  'lib/users/module.ts': "export type Titles = typeof import('../books/schema.ts');",
  'lib/users/computed.ts': 'export const later = (name: string) => import(name);',
  'lib/users/joined.ts': "export const later = (name: string) => import('../' + name);",
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the template is one of the planted file
  'functions/users/template.ts': 'export const later = (name: string) => import(`../../lib/${name}/store/items.ts`);',
  'functions/users/needed.ts': 'export const needed = (name: string) => require(name);',
};
