import type { DeckId } from '../../kernel/ids.ts';
import type { CardChoice, Exam } from '../../domain/overlay/overlay.ts';
import { canonical } from '../../kernel/canonical.ts';
import type { Change, Rows } from '../../domain/collection/rows.ts';

/** Exams go on with the cards they were about when a section is renamed or merged (EXAM-3). */
export function withRenamedSection(
  overlays: Rows['overlays'],
  rename: (section: string) => string,
): Change[] {
  return changedExams(overlays, (exam) => {
    const weights = new Map<string, number>();
    // Of two sections made one, the weight of the one that was there already stays.
    for (const isKept of [false, true]) {
      for (const { section, weight } of exam.weights) {
        const path = rename(section);
        if ((path === section) === isKept) weights.set(path, weight);
      }
    }
    const inOrder = new Set(exam.weights.map(({ section }) => rename(section)));
    return {
      ...exam,
      cards: { ...exam.cards, sections: [...new Set(exam.cards.sections.map(rename))] },
      weights: [...inOrder].map((section) => ({ section, weight: weights.get(section) ?? 1 })),
    };
  });
}

/** The same for decks whose notes go into another as they are deleted. */
export function withMergedDecks(
  overlays: Rows['overlays'],
  gone: ReadonlySet<string>,
  into: DeckId,
): Change[] {
  const merged = ({ deckIds }: CardChoice): readonly DeckId[] => [
    ...new Set(deckIds.map((id) => (gone.has(id) ? into : id))),
  ];
  return changedExams(overlays, (exam) => ({
    ...exam,
    cards: { ...exam.cards, deckIds: merged(exam.cards) },
  }));
}

function changedExams(overlays: Rows['overlays'], change: (exam: Exam) => Exam): Change[] {
  return [...overlays].flatMap(([key, before]): Change[] => {
    if (before.kind !== 'exam') return [];
    const after = change(before);
    if (canonical(after) === canonical(before)) return [];
    return [{ table: 'overlays', key, before, after }];
  });
}
