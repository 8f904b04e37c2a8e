import type { Change } from '../../../domain/collection/rows.ts';
import { ok } from '../../../kernel/problem.ts';
import { t } from '../../../kernel/texts.ts';
import { defineKind } from '../../kind.ts';
import { deckGone, nameProblem } from '../../parts/new-deck.ts';
import { deckId, list, object, text } from '../../shapes.ts';

export const renameDecksKind = defineKind({
  name: 'rename-decks',
  version: 1,
  shape: object({ names: list(object({ deckId, name: text })) }),
  word: t`rename deck`,
  about: ({ names }) => ({ deckIds: names.map((each) => each.deckId) }),
  reach: () => ({ allDecks: true }),
  effects(body, _stamp, rows) {
    const names = new Map<string, string>(body.names.map((each) => [each.deckId, each.name]));
    const others = [...rows.decks.values()].filter((deck) => !names.has(deck.id));
    const taken = nameProblem([...names.values()], others);
    if (taken) return taken;
    const changes = [...names].flatMap(([key, name]): Change[] => {
      const before = rows.decks.get(key);
      return before ? [{ table: 'decks', key, before, after: { ...before, name } }] : [];
    });
    return changes.length > 0 ? ok({ changes }) : deckGone();
  },
});
