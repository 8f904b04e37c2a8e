import { type Below, chanceOf, oneOf } from './chance.ts';

/** Numbers on and beyond every bound that programs have. */
export const ODD_NUMBERS = [
  ...[-1, 0, 1, 2, 255, 65_536, 2 ** 31 - 1, 2 ** 31, -(2 ** 31) - 1, 2 ** 53 - 1, 2 ** 53],
  ...[1e15, 8.64e15, 1e308, -1e308, 0.5, -0.5],
] as const;
export const ODD_WHOLES = [2n ** 63n - 1n, -(2n ** 63n), 2n ** 53n + 1n] as const;

const NESTED = 200_000;
/** Texts that are more than they look like, or no texts. */
export const ODD_TEXTS = [
  '',
  ' ',
  '\0',
  '\ud800',
  '{}',
  '[]',
  'null',
  '{"__proto__":{"a":1}}',
  '[1e999]',
  '::',
  '::a::::b::',
  'A\x1fB\x1f\x1f',
  '../../a',
  '{{c1::{{c2::{{c3::',
  '{{#A}}{{^B}}',
  '<img src="a.png"',
  'x'.repeat(100_000),
  `{"a":${'['.repeat(NESTED)}${']'.repeat(NESTED)}}`,
  `{"1":${'{"a":'.repeat(NESTED)}1${'}'.repeat(NESTED)}}`,
] as const;

/** A JSON value with one of its parts another. */
export function oddJson(value: unknown, below: Below): unknown {
  const copy = structuredClone(value) as unknown;
  const places: { readonly of: Record<string, unknown>; readonly key: string }[] = [];
  const walk = (each: unknown): void => {
    if (typeof each !== 'object' || each === null) return;
    for (const key of Object.keys(each)) {
      places.push({ of: each as Record<string, unknown>, key });
      walk((each as Record<string, unknown>)[key]);
    }
  };
  walk(copy);
  if (places.length === 0) return copy;
  const { of, key } = oneOf(places, below);
  const way = below(4);
  if (way === 0) delete of[key];
  else if (way === 1) of[key] = oneOf(ODD_NUMBERS, below);
  else if (way === 2) of[key] = oneOf(ODD_TEXTS, below);
  else of[key] = oneOf<unknown>([null, [], {}, true, [null], { length: 3 }], below);
  return copy;
}

/** For text formats: pieces that mean something in one of them, in any order. */
export function oddTable(seed: string): string {
  const below = chanceOf(seed);
  const pieces = [
    ...['"', '""', '\n', '\r\n', '\t', ',', ';', '#', '#separator:', '#deck column:', 'tags:'],
    ...['a', '{{c1::', '}}', '\ufeff', '9', '|', '<b>', ' ', '# ', '- deck: ', 'Question,Answer'],
  ];
  return Array.from({ length: below(60) }, () => oneOf(pieces, below)).join('');
}
