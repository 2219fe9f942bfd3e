import type { ValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import type { Schema } from './openapi.ts';

// The package is CommonJS: its default export is a member of what Node takes for the default.
const { default: addFormats } = formats as unknown as { default: typeof import('ajv-formats')['default'] };

/**
 * A sum of euros has two decimals and no exact binary form. That the schemas are schemas is for a test of the document:
 * to look at that again takes longer than all else that a test file needs of them.
 */
const ajv = new Ajv2020({
  ...{ allErrors: true, allowUnionTypes: true, multipleOfPrecision: 6, strictTypes: true },
  validateSchema: false,
});
addFormats(ajv);

const compiled = new Map<Schema, ValidateFunction>();

/** What is wrong with a value by its schema, in words. */
export function faultsBy(schema: Schema, value: unknown): string[] {
  let validate = compiled.get(schema);
  if (!validate) {
    validate = ajv.compile(schema);
    compiled.set(schema, validate);
  }
  if (validate(value)) return [];
  return (validate.errors ?? []).map(
    ({ instancePath, message, params }) => `${instancePath || 'it'} ${message} ${JSON.stringify(params)}`,
  );
}
