/** A hook of Node's: `electron` is the stand-in. */
import { pathToFileURL } from 'node:url';
import { STAND_IN } from './stand-in.mjs';

export function resolve(specifier, context, next) {
  if (specifier !== 'electron') return next(specifier, context);
  return { url: pathToFileURL(STAND_IN).href, shortCircuit: true };
}
