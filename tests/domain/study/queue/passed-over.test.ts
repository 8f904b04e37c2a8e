import { expect, test } from 'vitest';
import { buildQueue } from '../../../../src/domain/study/queue/build.ts';
import type { CardId, NoteId } from '../../../../src/kernel/ids.ts';
import { aCard, inReview, TODAY } from '../../../support/collection.ts';
import { aCollection, aMoment, rangesIn } from '../../../support/study.ts';

const cards = Array.from({ length: 40 }, (_, n) =>
  aCard(`n${String(n).padStart(2, '0')}/1`, { schedule: inReview(TODAY) }),
);
const ids = cards.map(({ id }) => id);

function next(undrawn: readonly string[], limit = 3, kind: 'due' | 'chosen' | 'crammed' = 'due') {
  const source = { kind, cardIds: ids as CardId[], answers: [] } as never;
  const passOver = new Set(undrawn as NoteId[]);
  return buildQueue(source, rangesIn(aCollection({ cards })), aMoment(), limit, passOver);
}

test.each(['due', 'chosen', 'crammed'] as const)(
  '[SAFE-21] %s: what could not be drawn is not asked, stays due, and is named',
  async (kind) => {
    const all = await next([], 3, kind);
    const [first, second] = all.cards.map(({ id }) => id);
    const after = await next([String(first).split('/')[0] ?? ''], 3, kind);
    expect(after.cards[0]?.id).toBe(second ?? 'n01/1');
    expect(after.passedOver).toEqual([first]);
    if (kind !== 'crammed') expect(after.left).toEqual(all.left);
    expect(all.passedOver).toBeUndefined();
  },
);

test.each(['due', 'chosen', 'crammed'] as const)(
  '[SAFE-21] %s: a card behind many that could not be drawn is found, and none where none is left',
  async (kind) => {
    const asked = kind === 'crammed' ? cards : (await next([], 40, kind)).cards;
    const order = asked.map(({ id }) => String(id).split('/')[0] ?? '');
    const last = await next(order.slice(0, -1), 3, kind);
    expect(last.cards.map(({ id }) => id)).toEqual([`${order.at(-1)}/1`]);
    const none = await next(order, 3, kind);
    expect(none.cards).toEqual([]);
    expect(none.passedOver?.length).toBeGreaterThan(2);
  },
);
