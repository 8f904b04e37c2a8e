import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  between,
  carriedOver,
  isIn,
  itemsAt,
  sizeOf,
  spansOf,
  toggled,
} from '../../../../src/renderer/kit/grid/spans.ts';

const places = fc.uniqueArray(fc.nat(40)).map((all) => all.sort((a, b) => a - b));
const every = Array.from({ length: 42 }, (_, place) => place);

test('[LIBRARY-9] spans hold exactly the places put in, whatever is toggled', () => {
  fc.assert(
    fc.property(places, fc.array(fc.nat(40)), (start, toggles) => {
      const wanted = new Set(start);
      let spans = spansOf(start);
      for (const place of toggles) {
        spans = toggled(spans, place);
        if (!wanted.delete(place)) wanted.add(place);
        expect(every.filter((each) => isIn(spans, each))).toEqual(
          [...wanted].sort((a, b) => a - b),
        );
      }
      expect(sizeOf(spans)).toBe(wanted.size);
      for (const [index, span] of spans.entries()) {
        expect(span.from).toBeLessThan(span.to);
        expect(span.from).toBeGreaterThan(spans[index - 1]?.to ?? -1);
      }
      expect(itemsAt(spans, every)).toEqual([...wanted].sort((a, b) => a - b));
    }),
    { numRuns: 200 },
  );
});

test('[LIBRARY-9] a choice from one row to another holds both, in either direction', () => {
  expect(between(7, 3)).toEqual([{ from: 3, to: 8 }]);
  expect(between(3, 3)).toEqual([{ from: 3, to: 4 }]);
});

test('[LIBRARY-10] chosen rows are found again by id in another order; those gone are left out', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.string({ minLength: 1 }), { maxLength: 30 }),
      fc.uniqueArray(fc.string({ minLength: 1 }), { maxLength: 30 }),
      fc.array(fc.nat(29)),
      (before, others, picks) => {
        const after = [...new Set([...others, ...before.slice(3)])];
        const spans = spansOf(
          [...new Set(picks)].filter((at) => at < before.length).sort((a, b) => a - b),
        );
        const chosen = new Set(itemsAt(spans, before));
        const carried = carriedOver(spans, before, after);
        expect(itemsAt(carried, after)).toEqual(after.filter((id) => chosen.has(id)));
      },
    ),
    { numRuns: 200 },
  );
});
