/**
 * Writes tests/scripts/installers/settings.json: of each setting that the configuration uses, which
 * kinds of value electron-builder takes, so that a test needs no electron-builder. Run after a
 * change of either; a setting that electron-builder does not know gets no line, and the test says so.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { configuration } from './electron-builder.config.mjs';

const require = createRequire(import.meta.url);
const schema = JSON.parse(readFileSync(require.resolve('app-builder-lib/scheme.json'), 'utf8'));
const { version } = require('electron-builder/package.json');
const signed = { CSC_LINK: 'a', CSC_KEY_PASSWORD: 'b' };
const apple = { APPLE_API_KEY: 'c', APPLE_API_KEY_ID: 'd', APPLE_API_ISSUER: 'e' };
const used = [
  configuration({ ROUNDS_UNSIGNED: 'yes' }, 'darwin'),
  configuration({ ...signed, ...apple }, 'darwin'),
].map((config) => JSON.parse(JSON.stringify({ ...config, beforeBuild: '', beforePack: '' })));

const kinds = {};
look(schema, used, '');
const settings = Object.fromEntries(
  Object.entries(kinds)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([path, found]) => [path, [...found].sort()]),
);
const file = new URL('../tests/scripts/installers/settings.json', import.meta.url);
writeFileSync(
  file,
  `${JSON.stringify({ of: `electron-builder ${version}`, settings }, null, 2)}\n`,
);

/** What is said of `values`, all at `path`: 'mac.target[].arch'. */
function look(scheme, values, path) {
  if (scheme.$ref !== undefined) return look(definition(scheme.$ref), values, path);
  for (const each of scheme.anyOf ?? []) look(each, values, path);
  if (path !== '') {
    kinds[path] ??= new Set();
    const known = kinds[path];
    for (const value of scheme.enum ?? []) known.add(`= ${value}`);
    if (!scheme.enum && !scheme.anyOf) for (const type of typesOf(scheme)) known.add(type);
  }
  if (scheme.items !== undefined)
    look(scheme.items, values.filter(Array.isArray).flat(), `${path}[]`);
  const objects = values.filter(isObject);
  for (const [name, each] of Object.entries(scheme.properties ?? {})) {
    const inner = objects.map((value) => value[name]).filter((value) => value !== undefined);
    if (inner.length > 0) look(each, inner, path === '' ? name : `${path}.${name}`);
  }
}

/** 'any': an object whose names are one's own, or what JSON cannot say (in the schema a function). */
function typesOf({ type, typeof: isOther, properties, additionalProperties }) {
  if (isOther !== undefined) return ['any'];
  const isOpen = type === 'object' && properties === undefined && additionalProperties !== false;
  return isOpen ? ['any'] : [type ?? 'any'].flat();
}

function isObject(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function definition(reference) {
  return schema.definitions[decodeURIComponent(reference.replace('#/definitions/', ''))];
}
