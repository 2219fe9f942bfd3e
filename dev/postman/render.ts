import { type Folder, isFolder, NEEDS, type Reply, type Step } from './model.ts';
import { schemaVariable } from './schemas.ts';

/** From requests as we write them to Postman's Collection Format v2.1. */

export interface Header {
  key: string;
  value: string;
}

export interface Example {
  name: string;
  originalRequest: object;
  status: string;
  code: number;
  _postman_previewlanguage: string;
  header: Header[];
  cookie: never[];
  body: string;
}

export interface Entry {
  name: string;
  description?: string;
  item?: Entry[];
  event?: object[];
  request?: object;
  response?: Example[];
}

/** Names an entry among all: a name may come back in another folder. */
export const pathOf = (folders: readonly string[], name: string): string => [...folders, name].join(' / ');

export function renderFolder(
  { name, about, steps }: Folder,
  exampleOf: (path: string) => Example | undefined,
  above: readonly string[] = [],
): Entry {
  const path = [...above, name];
  return {
    name,
    description: about,
    item: steps.map((entry) =>
      isFolder(entry) ? renderFolder(entry, exampleOf, path) : renderStep(entry, exampleOf(pathOf(path, entry.name))),
    ),
  };
}

function renderStep(step: Step, example: Example | undefined): Entry {
  const request = renderRequest(step);
  const before = [...skipScript(step), ...linesOf(step.before), ...waitScript(step)];
  return {
    name: step.name,
    event: [...(before.length > 0 ? [script('prerequest', before)] : []), script('test', testScript(step))],
    request: { ...request, description: step.about },
    response: example ? [{ ...example, originalRequest: request }] : [],
  };
}

const script = (listen: 'prerequest' | 'test', exec: string[]) => ({
  listen,
  script: { type: 'text/javascript', exec },
});

const linesOf = (text = ''): string[] => (text === '' ? [] : text.trim().split('\n'));

function renderRequest({ route, server = '{{base_url}}', as, path = {}, query, headers, body }: Step): object {
  const [method = '', template = ''] = route.split(' ');
  const segments = template
    .split('/')
    .slice(1)
    .map((segment) => segment.replace(/^\{(\w+)\}$/, ':$1'));
  const isText = typeof body === 'string';
  return {
    method,
    ...(as && { auth: AUTH[as] }),
    header: keyValues({
      ...(body !== undefined && { 'Content-Type': isText ? 'text/plain' : 'application/json' }),
      ...headers,
    }),
    ...(body !== undefined && {
      body: {
        mode: 'raw',
        raw: isText ? body : JSON.stringify(body, null, 2).replaceAll(NUMBER_VARIABLE, '{{$1}}'),
        options: { raw: { language: isText ? 'text' : 'json' } },
      },
    }),
    url: {
      raw: `${server}/${segments.join('/')}${searchOf(query)}`,
      host: [server],
      path: segments,
      ...(query && { query: keyValues(query) }),
      ...(Object.keys(path).length > 0 && { variable: keyValues(path) }),
    },
  };
}

function searchOf(query: Step['query']): string {
  if (!query) return '';
  const pairs = Object.entries(query).map(([key, value]) => `${key}=${value}`);
  return `?${pairs.join('&')}`;
}

/** A variable that stands for a number is written `'{{:name}}'`: JSON must not get it in quotes. */
const NUMBER_VARIABLE = /"\{\{:(\w+)\}\}"/g;

const keyValues = (pairs: Record<string, string>): Header[] =>
  Object.entries(pairs).map(([key, value]) => ({ key, value }));

const authOf = (type: string, values: Record<string, string>) => ({
  type,
  [type]: keyValues(values).map((pair) => ({ ...pair, type: 'string' })),
});

/** The collection's own, which a request has unless it says another. */
export const LIBRARIAN = authOf('bearer', { token: '{{jeton_bibliothecaire}}' });

const AUTH: Record<NonNullable<Step['as']>, object> = {
  adherent: authOf('bearer', { token: '{{jeton_adherent}}' }),
  personne: { type: 'noauth' },
  // DynamoDB Local wants a signature and checks none: these are no secrets.
  base_de_donnees: authOf('awsv4', {
    accessKey: 'local',
    secretKey: 'local',
    region: 'eu-west-3',
    service: 'dynamodb',
  }),
};

function skipScript({ needs }: Step): string[] {
  if (!needs) return [];
  return [
    `if (!pm.environment.get('${needs}')) {`,
    `  console.log(${JSON.stringify(`Étape laissée de côté : ${NEEDS[needs]}.`)});`,
    '  pm.execution.skipRequest();',
    '}',
  ];
}

const TRIES = 5;
const PAUSE_MS = 400;

/** Asks as the request will. Whatever comes of it, the request itself then tells. */
function waitScript({ until, route, path = {}, query }: Step): string[] {
  if (!until) return [];
  const address = route.replace('GET ', '').replaceAll(/\{(\w+)\}/g, (_, name) => path[name] ?? '');
  return [
    `for (let essai = 1; essai <= ${TRIES}; essai += 1) {`,
    '  const reponse = await pm.sendRequest({',
    `    url: pm.variables.replaceIn('{{base_url}}${address}${searchOf(query)}'),`,
    "    header: { Authorization: pm.variables.replaceIn('Bearer {{jeton_bibliothecaire}}') },",
    '  });',
    '  if (reponse.code !== 200) break;',
    '  const { elements } = reponse.json();',
    `  if (${until}) break;`,
    `  await new Promise((suite) => setTimeout(suite, ${PAUSE_MS}));`,
    '}',
  ];
}

function testScript({ reply, checks = {}, keep = {} }: Step): string[] {
  return [
    ...(reply.schema ? ['const reponse = pm.response.json();', ''] : []),
    ...test(`répond ${reply.status}${reply.code ? ` ${reply.code}` : ''}`, statusLines(reply)),
    ...Object.entries(checks).flatMap(([name, lines]) => test(name, linesOf(lines))),
    ...Object.entries(keep).map(([name, value]) => `pm.collectionVariables.set('${name}', ${value});`),
  ];
}

const test = (name: string, lines: readonly string[]): string[] => [
  `pm.test(${JSON.stringify(name)}, () => {`,
  ...lines.map((line) => `  ${line}`),
  '});',
];

function statusLines({ status, schema, code, motifs = [], faults = [] }: Reply): string[] {
  const shape = schema && `JSON.parse(pm.collectionVariables.get('${schemaVariable(schema)}'))`;
  return [
    `pm.response.to.have.status(${status});`,
    shape ? `pm.response.to.have.jsonSchema(${shape});` : "pm.expect(pm.response.text()).to.equal('');",
    ...(status === 201 ? ["pm.expect(pm.response.headers.get('Location')).to.include(reponse.id);"] : []),
    ...(code
      ? [
          `pm.expect(pm.response.headers.get('Content-Type')).to.equal('application/problem+json');`,
          `pm.expect(reponse.code).to.equal('${code}');`,
        ]
      : []),
    ...(motifs.length > 0 ? [`pm.expect(reponse.motifs).to.have.members(${JSON.stringify(motifs)});`] : []),
    ...(faults.length > 0
      ? [`pm.expect(reponse.erreurs.map(({ chemin }) => chemin)).to.have.members(${JSON.stringify(faults)});`]
      : []),
  ];
}
