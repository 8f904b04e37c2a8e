/**
 * Takes from electron-builder's own schema what the configuration uses, for a test that needs no
 * electron-builder: tests/scripts/installers/schema.json. Run after a change of either; a setting
 * that electron-builder does not know is not in it, and the test says so.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { configuration } from './electron-builder.config.mjs';

const schema = JSON.parse(
  readFileSync(createRequire(import.meta.url).resolve('app-builder-lib/scheme.json'), 'utf8'),
);
const signed = { CSC_LINK: 'a', CSC_KEY_PASSWORD: 'b' };
const apple = { APPLE_API_KEY: 'c', APPLE_API_KEY_ID: 'd', APPLE_API_ISSUER: 'e' };
const used = [
  configuration({ ROUNDS_UNSIGNED: 'yes' }, 'darwin'),
  configuration({ ...signed, ...apple }, 'darwin'),
].map((config) => JSON.parse(JSON.stringify({ ...config, beforeBuild: '', beforePack: '' })));

const file = new URL('../tests/scripts/installers/schema.json', import.meta.url);
writeFileSync(file, `${JSON.stringify(part(schema, used), null, 2)}\n`);

/** What of `scheme` says something about `values`, references put in their places. */
function part({ description: _, default: __, $schema: ___, definitions: ____, ...scheme }, values) {
  if (scheme.$ref !== undefined) return part(definition(scheme.$ref), values);
  if (scheme.anyOf !== undefined) {
    return { ...scheme, anyOf: scheme.anyOf.map((each) => part(each, values)) };
  }
  if (scheme.items !== undefined) {
    return { ...scheme, items: part(scheme.items, values.filter(Array.isArray).flat()) };
  }
  if (scheme.properties === undefined) return scheme;
  const objects = values.filter(isObject);
  const names = new Set(objects.flatMap((each) => Object.keys(each)));
  const properties = Object.entries(scheme.properties)
    .filter(([name]) => names.has(name))
    .map(([name, each]) => {
      const inner = objects.map((value) => value[name]).filter((value) => value !== undefined);
      return [name, part(each, inner)];
    });
  return { ...scheme, properties: Object.fromEntries(properties) };
}

function definition(reference) {
  return schema.definitions[decodeURIComponent(reference.replace('#/definitions/', ''))];
}

function isObject(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
