import { seededFraction } from '../../../src/kernel/seeded.ts';

/** Numbers below `most`, the same for the same seed. */
export type Below = (most: number) => number;

export function chanceOf(seed: string): Below {
  let count = 0;
  return (most) => Math.floor(seededFraction(seed, `/${count++}`) * most);
}

export function oneOf<Thing>(things: readonly Thing[], below: Below): Thing {
  const thing = things[below(things.length)];
  if (thing === undefined) throw new Error('there is nothing to choose from');
  return thing;
}

/** `bytes` with some changed, filled or moved; seldom cut. */
export function damaged(bytes: Uint8Array, below: Below): Uint8Array {
  const copy = bytes.slice();
  for (let times = 1 + below(8); times > 0; times--) {
    const at = below(copy.length);
    const way = below(4);
    if (way === 0) copy[at] = below(256);
    else if (way === 1) copy[at] = (copy[at] ?? 0) ^ (1 << below(8));
    else if (way === 2) copy.fill([0, 0xff, 0x7f][below(3)] ?? 0, at, at + 1 + below(64));
    else copy.copyWithin(at, below(copy.length), below(copy.length));
  }
  return below(12) === 0 ? copy.subarray(0, below(copy.length)) : copy;
}
