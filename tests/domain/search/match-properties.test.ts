import fc from 'fast-check';
import { expect, test } from 'vitest';
import { answerDaysNeeded } from '../../../src/domain/search/answer-days.ts';
import { compile } from '../../../src/domain/search/match.ts';
import { printSearch } from '../../../src/domain/search/print-query.ts';
import { conditionsOf } from '../../../src/domain/search/query.ts';
import { TODAY } from '../../support/collection.ts';
import { conditions, queries } from './arbitrary.ts';
import { type Collection, collections, WORDS } from './collections.ts';
import { isFoundNaively } from './naive.ts';

/** Every card, and every note without one, with what the search and the naive look say of it. */
function compared({ subjects, context }: Collection, query: Parameters<typeof compile>[0]) {
  const match = compile(query, context);
  return subjects.flatMap(({ note, cards }) =>
    [undefined, ...cards].map((card) => ({
      id: card?.card.id ?? note.note.id,
      found: match(note, card),
      naive: isFoundNaively(query, note, card, context),
    })),
  );
}

test('[SEARCH-20] a search finds what looking at every card one by one finds', () => {
  const found = new Map<string, { some: number; none: number }>();
  const some = fc.array(fc.oneof(conditions(WORDS), queries(WORDS)), {
    minLength: 8,
    maxLength: 8,
  });
  fc.assert(
    fc.property(collections, some, (collection, searches) => {
      for (const query of searches) {
        const results = compared(collection, query);
        expect([printSearch(query), results.filter((each) => each.found !== each.naive)]).toEqual([
          printSearch(query),
          [],
        ]);
        for (const { kind } of conditionsOf(query)) {
          const counts = found.get(kind) ?? { some: 0, none: 0 };
          found.set(kind, counts);
          if (results.some((each) => each.found)) counts.some++;
          if (results.some((each) => !each.found)) counts.none++;
        }
      }
    }),
    { numRuns: 300 },
  );
  // Each kind of condition found something and passed something over.
  for (const [kind, { some, none }] of found) {
    expect([kind, some > 0, none > 0]).toEqual([kind, true, true]);
  }
});

test('[SEARCH-13] answers older than a search says it needs make no difference to it', () => {
  fc.assert(
    fc.property(collections, queries(WORDS), (collection, query) => {
      const days = answerDaysNeeded(query);
      const recent: Collection = {
        ...collection,
        context: {
          ...collection.context,
          answers: (id) =>
            [...collection.context.answers(id)].filter(({ studyDay }) => studyDay > TODAY - days),
        },
      };
      expect(compared(recent, query).map(({ found }) => found)).toEqual(
        compared(collection, query).map(({ found }) => found),
      );
    }),
    { numRuns: 300 },
  );
});
