/**
 * The walls between the rooms of the house. A room may import what its line names; anything else fails the build.
 * An import counts whether it is of a value or of a type, at the head of a file or dynamic. In a list, `$1` is the
 * service of the file that imports. A file of a service is in one room, by its path; `pure` holds besides.
 */

const SERVICE = '^lib/(users|books|loans|identity)/';
/** The loans service has what it does about one thing in a folder of its own. */
const PART = '(?:(?<=/loans/)(?:holds|notices)/)?';
const WITHIN = `${SERVICE}${PART}`;
const OWN_CODE = '^lib/$1/(?!store/)';
const SDK = ['@aws-sdk/[^/]+', '@smithy/[^/]+'];
const LAMBDA_TYPES = '@types/aws-lambda';

const lib = (...rooms) => `^lib/(${rooms.join('|')})/`;
const npm = (...packages) => `^node_modules/(${packages.join('|')})/`;
/** Modules of Node itself, which the resolver names without `node:`. */
const node = (...modules) => `^(${modules.join('|')})$`;

const rule = (name, from, to) => ({ name, severity: 'error', from, to });
const wall = (name, path, ...allowed) => rule(name, { path }, { pathNot: allowed });

/** How often to decide, and how to answer the same request twice, is said by a use case; how to write, by a store. */
const useCase = [
  '^lib/aws/dynamodb/(retry|idempotency|forget-answers)[.]ts$',
  lib('policy', 'runtime', 'values'),
  npm('uuid', 'zod/mini'),
  node('crypto', 'timers/promises', 'url'),
];
/** A schema takes the names that a request may give from the policy, which the build makes a constant. */
const pure = [
  '^lib/runtime/policy[.]ts$',
  OWN_CODE,
  lib('policy', 'values'),
  npm('uuid', 'zod/mini'),
  node('crypto', 'url'),
];
/** Where deployed code that imports anything may stand. */
const ROOMS = [
  lib('values', 'policy', 'runtime', 'aws', 'entry', 'docs'),
  `${WITHIN}[^/]+$`,
  `${SERVICE}store/[^/]+$`,
  '^functions/[^/]+$',
  '^functions/[^/]+/[^/]+$',
];

export default {
  forbidden: [
    wall('values', lib('values'), lib('values'), npm('zod/mini'), node('crypto')),
    wall('policy', lib('policy'), lib('policy', 'values')),
    wall('runtime', lib('runtime'), lib('runtime', 'policy', 'values'), npm('zod/mini'), node('async_hooks')),
    wall('aws', lib('aws'), lib('aws', 'runtime', 'values'), npm(...SDK), node('crypto', 'timers/promises', 'util')),
    wall(
      'entry',
      lib('entry'),
      lib('entry', 'runtime', 'values'),
      npm('@middy/[^/]+', 'jose', 'zod/mini', LAMBDA_TYPES),
      node('crypto'),
    ),
    wall(
      'store',
      `${SERVICE}store/`,
      '^lib/$1/',
      lib('aws/dynamodb', 'policy', 'runtime', 'values'),
      npm(...SDK),
      node('crypto'),
    ),
    wall('calls', `${WITHIN}(peers|mail)[.]ts$`, OWN_CODE, '^lib/aws/[^/]+$', ...useCase),
    wall('service', `${SERVICE}(?!store/|${PART}(peers|mail)[.]ts$)`, '^lib/$1/', ...useCase),
    wall('docs', lib('docs'), lib('docs', 'values'), npm('js-yaml'), node('crypto', 'fs', 'zlib')),
    wall('handler', '^functions/([^/]+)/', OWN_CODE, lib('entry')),
    wall('not-found', '^functions/[^/]+$', lib('entry', 'values')),
    rule('pure', { path: `${WITHIN}(rules|decide|money|schema|codes)[.]ts$` }, { reachable: true, pathNot: pure }),
    // A rule is given the policy, so that it can be asked about any.
    rule('given-policy', { path: `${WITHIN}(rules|decide|money|codes)[.]ts$` }, { path: '^lib/runtime/policy[.]ts$' }),
    // What the tests and the benches share knows nothing of the tests' framework, which runs in no other process.
    rule('test-framework', { path: '^(dev|seed)/' }, { reachable: true, path: npm('@jest/[^/]+') }),
    rule('unknown-room', { path: '^(lib|functions)/', pathNot: ROOMS }, {}),
    // The parser reads no such file, so that nothing that it imports would be seen.
    rule('unread', {}, { path: '[.][cm]tsx?$', pathNot: '^node_modules/' }),
    rule('circle', {}, { circular: true }),
    rule('unresolvable', {}, { couldNotResolve: true }),
    rule('undeclared', {}, { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] }),
    rule('dev-dependency', { path: '^(lib|functions)/' }, { dependencyTypes: ['npm-dev'], pathNot: npm(LAMBDA_TYPES) }),
  ],
  options: {
    parser: 'swc',
    doNotFollow: { path: '^node_modules/' },
    // A page imports by addresses, which are no files; it is for a browser, and no handler.
    exclude: { path: '^functions/docs/page/' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'types'] },
  },
};
