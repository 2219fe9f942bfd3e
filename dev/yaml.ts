import { readFileSync } from 'node:fs';
import { CORE_SCHEMA, load, mergeTag } from 'js-yaml';

const schema = CORE_SCHEMA.withTags(mergeTag);

/** Reads a YAML file, merge keys included. @throws YAMLException with the place of what cannot be read */
export const readYaml = <T>(file: URL): T => load(readFileSync(file, 'utf8'), { schema }) as T;
