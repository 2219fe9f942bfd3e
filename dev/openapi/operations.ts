import { readdirSync } from 'node:fs';
import type { Operation } from '../../lib/entry/operation.ts';
import { readYaml } from '../yaml.ts';
import '../local/as-function.ts';

/** An operation, as its service.yml and its own file describe it. */
export interface Described {
  /** The function's name: `users-create`. */
  name: string;
  method: string;
  /** `/utilisateurs/{id}`. */
  path: string;
  summary: string;
  operation: Operation;
}

interface Service {
  functions: Record<string, { handler: string; description: string; events?: { httpApi?: string }[] }>;
}

const root = new URL('../../', import.meta.url);

/** The reference page is no part of the interface that it shows. */
const APART = ['docs'];

/** The order of the services: a person and a book come before the loan that they are in. */
const ORDER = ['users', 'books', 'loans'];

const serviceNames = (): string[] =>
  readdirSync(new URL('functions/', root), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !APART.includes(entry.name))
    .map(({ name }) => name)
    .sort((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b));

/** The files that tell a service's functions, its service.yml first. */
const filesOf = (service: string): URL[] => {
  const folder = new URL(`functions/${service}/`, root);
  const others = readdirSync(folder).filter((name) => name.endsWith('.yml') && name !== 'service.yml');
  return ['service.yml', ...others.sort()].map((name) => new URL(name, folder));
};

/** Every operation that has a route, in the order of the services and of their service.yml. */
export async function readOperations(): Promise<Described[]> {
  const described: Described[] = [];
  for (const file of serviceNames().flatMap(filesOf)) {
    const { functions = {} } = readYaml<Partial<Service>>(file);
    for (const [name, { handler, description, events = [] }] of Object.entries(functions)) {
      for (const { httpApi } of events) {
        if (!httpApi) continue;
        const [method = '', path = ''] = httpApi.split(' ');
        const module = await import(new URL(handler.replace(/\.\w+$/, '.ts'), root).href);
        const { operation } = module.handler;
        if (!operation) throw new Error(`${handler} answers ${httpApi} but is no endpoint`);
        described.push({ name, method: method.toLowerCase(), path, summary: description, operation });
      }
    }
  }
  return described;
}

/** True when the operation heeds an `If-Match`. */
export const isConditional = ({ method }: Described): boolean => ['patch', 'put', 'delete'].includes(method);
