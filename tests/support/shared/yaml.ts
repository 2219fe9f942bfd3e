import { readYaml } from '../../../dev/yaml.ts';

const known = new Map<string, unknown>();

/** Reads a YAML file, once for all test files of a worker: nobody may change what they all have. */
export function readYamlOnce<T>(file: URL): T {
  if (!known.has(file.href)) known.set(file.href, readYaml(file));
  return known.get(file.href) as T;
}
