import { expect, test } from 'vitest';
import { Drawings } from '../../../../src/renderer/card/maths/drawings.ts';

const inLine = (tex: string) => ({ tex, isDisplay: false });
const drawn = (nodes: number) => ({ node: document.createElement('i'), nodes, depth: 1 });

test('[SAFE-24] a drawing is known by its source and by how it stands', () => {
  const drawings = new Drawings();
  const kept = drawings.keep(inLine('x'), drawn(3));
  expect(drawings.get(inLine('x'))).toBe(kept);
  expect(drawings.get({ tex: 'x', isDisplay: true })).toBeUndefined();
  expect(drawings.get(inLine('y'))).toBeUndefined();
});

test('[SAFE-24] so many nodes are kept, and what was used last stays longest', () => {
  const drawings = new Drawings(100);
  drawings.keep(inLine('a'), drawn(30));
  drawings.keep(inLine('b'), drawn(30));
  drawings.keep(inLine('c'), drawn(30));
  expect(drawings.get(inLine('a'))).toBeDefined();
  drawings.keep(inLine('d'), drawn(30));
  expect(['a', 'b', 'c', 'd'].filter((tex) => drawings.get(inLine(tex)))).toEqual(['a', 'c', 'd']);
  drawings.keep(inLine('large'), drawn(101));
  expect(drawings.get(inLine('d'))).toBeUndefined();
  expect(drawings.get(inLine('large'))).toBeUndefined();
});

test('[SAFE-24] the same kept again weighs once, and what cannot be read weighs too', () => {
  const drawings = new Drawings(100);
  for (let times = 0; times < 50; times++) drawings.keep(inLine('a'), drawn(30));
  drawings.keep(inLine('b'), drawn(30));
  expect(drawings.get(inLine('a'))).toBeDefined();
  for (let place = 0; place < 50; place++) {
    drawings.keep(inLine(`wrong${place}`), { problem: 'why', is: 'wrong' });
  }
  expect(drawings.get(inLine('a'))).toBeUndefined();
  expect(drawings.get(inLine('wrong0'))).toBeUndefined();
  expect(drawings.get(inLine('wrong49'))).toBeDefined();
});
