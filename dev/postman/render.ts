import { STATUS_CODES } from 'node:http';
import { operationAt } from './document.ts';
import { type Folder, isFolder, type Step, searchOf } from './model.ts';
import { afterScript, beforeScript, linesOf, withHelpers } from './scripts.ts';

/** From requests as we write them to Postman's Collection Format v2.1. */

export function renderFolder({ name, about, steps, before = '', after = '' }: Folder): object {
  const item = steps.map((entry) => (isFolder(entry) ? renderFolder(entry) : renderStep(entry)));
  return { name, description: about, item, event: events(withHelpers(before), withHelpers(after)) };
}

function renderStep(step: Step) {
  const request = renderRequest(step);
  const expected = expectedOf(step);
  return {
    name: step.name,
    event: events(beforeScript(step), testScript(step, expected)),
    request: { ...request, description: step.about },
    response: expected.answer ? [{ name: step.name, originalRequest: request, ...exampleOf(expected) }] : [],
  };
}

const events = (before: string[], after: string[]) =>
  Object.entries({ prerequest: before, test: after })
    .filter(([, exec]) => exec.length > 0)
    .map(([listen, exec]) => ({ listen, script: { type: 'text/javascript', exec } }));

function renderRequest({ route, server = '{{base_url}}', query = {}, unused = [], headers, body, as }: Step) {
  const [method, path = ''] = route.split(' ');
  const language = typeof body === 'string' ? 'text' : 'json';
  const raw = typeof body === 'string' ? body : JSON.stringify(body, null, 2)?.replaceAll(NUMBER_VARIABLE, '{{$1}}');
  const isOpen = !operationAt(route)?.security.length;
  return {
    method,
    ...((as || isOpen) && { auth: AUTH[as ?? 'personne'] }),
    header: keyValues({ ...(raw !== undefined && { 'Content-Type': TYPES[language] }), ...headers }),
    ...(raw !== undefined && { body: { mode: 'raw', raw, options: { raw: { language } } } }),
    url: {
      raw: server + path + searchOf(query),
      host: [server],
      path: path.split('/').slice(1),
      query: [...keyValues(query), ...unused.map((parameter) => ({ ...parameter, value: '', disabled: true }))],
    },
  };
}

const TYPES = { text: 'text/plain', json: 'application/json' };

/** A variable that stands for a number is written `'{{:name}}'`: JSON must not get it in quotes. */
const NUMBER_VARIABLE = /"\{\{:(\w+)\}\}"/g;

const keyValues = (pairs: Record<string, string>) => Object.entries(pairs).map(([key, value]) => ({ key, value }));

const authOf = (type: string, values: Record<string, string>) => ({
  type,
  [type]: keyValues(values).map((pair) => ({ ...pair, type: 'string' })),
});

/** The authorisation of the collection, which a request has unless it names another. */
export const LIBRARIAN = authOf('bearer', { token: '{{jeton_bibliothecaire}}' });

const AUTH = {
  adherent: authOf('bearer', { token: '{{jeton_adherent}}' }),
  personne: { type: 'noauth' },
};

/** The status that a step expects, and what the reference says of such an answer. */
function expectedOf({ route, refused }: Step) {
  const responses = operationAt(route)?.responses ?? {};
  const status = refused?.status ?? Number(Object.keys(responses)[0] ?? 200);
  const [type, media] = Object.entries(responses[status]?.content ?? {})[0] ?? [];
  return { status, answer: responses[status], type, media, refused };
}
type Expected = ReturnType<typeof expectedOf>;

/** The reference's example of the answer. */
function exampleOf({ status, type, media, refused }: Expected) {
  const value = media?.example ?? media?.examples?.[refused?.code ?? '']?.value;
  return {
    status: STATUS_CODES[status],
    code: status,
    _postman_previewlanguage: type ? 'json' : 'text',
    header: type ? keyValues({ 'Content-Type': type }) : [],
    body: value ? JSON.stringify(value, null, 2) : '',
  };
}

function testScript(step: Step, expected: Expected): string[] {
  const { checks = {}, keep = {} } = step;
  const { answer, media, status, refused } = expected;
  const lines = [
    ...(!answer || media ? ['const reponse = pm.response.json();', ''] : []),
    ...test(`répond ${status}${refused ? ` ${refused.code}` : ''}`, expectations(expected)),
    ...Object.entries(checks).flatMap(([name, lines]) => test(name, linesOf(lines))),
    ...Object.entries(keep).map(([name, value]) => `pm.collectionVariables.set('${name}', ${value});`),
    ...afterScript(step),
  ];
  return withHelpers(lines.join('\n'));
}

const test = (name: string, lines: readonly string[]): string[] => [
  `pm.test(${JSON.stringify(name)}, () => {`,
  ...lines.map((line) => `  ${line}`),
  '});',
];

/** Status, headers, type and shape as the reference says, and the refusal that is expected. */
function expectations({ status, answer, type, media, refused }: Expected): string[] {
  const { code, motifs, faults } = refused ?? {};
  const headers = Object.entries(answer?.headers ?? {}).flatMap(([name, { required }]) => (required ? [name] : []));
  const lines: (string | undefined | false)[] = [
    `pm.response.to.have.status(${status});`,
    answer && `${JSON.stringify(headers)}.forEach((nom) => pm.response.to.have.header(nom));`,
    answer && !media && "pm.expect(pm.response.text()).to.equal('');",
    type && `pm.expect(pm.response.headers.get('Content-Type')).to.include('${type}');`,
    media && "const schemas = JSON.parse(pm.collectionVariables.get('schemas'));",
    media && `const schema = { ...schemas, allOf: [${JSON.stringify(media.schema)}] };`,
    media && 'pm.response.to.have.jsonSchema(schema, { multipleOfPrecision: 6 });',
    status === 201 &&
      "pm.expect([reponse.id, reponse.code_barres].some((nom) => nom && pm.response.headers.get('Location').includes(nom))).to.be.true;",
    code && `pm.expect(reponse.code).to.equal('${code}');`,
    motifs && `pm.expect(reponse.motifs).to.have.members(${JSON.stringify(motifs)});`,
    faults && `pm.expect(reponse.erreurs.map(({ chemin }) => chemin)).to.have.members(${JSON.stringify(faults)});`,
  ];
  return lines.filter((line) => typeof line === 'string');
}
