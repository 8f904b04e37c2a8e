import type { Deck } from '../../../domain/collection/deck.ts';
import type { OverlayId } from '../../../kernel/ids.ts';
import type { Overlay } from '../../../domain/overlay/overlay.ts';
import type { ClockReading } from '../../../kernel/study-day.ts';
import { lastPart } from '../../../kernel/path.ts';
import { draftOf, type ExamDraft, newDraft } from './exam-draft.ts';

/**
 * A new exam as the address asks for it: '/exams/new?section=PATH' or '?deck=ID' is about that
 * section or deck, '?like=ID' has another exam's cards and minutes.
 */
export function prefilledDraft(
  query: string,
  id: OverlayId,
  now: ClockReading,
  decks: readonly Deck[],
  overlays: readonly Overlay[],
): ExamDraft {
  const asked = new URLSearchParams(query);
  const fresh = newDraft(id, now);
  const section = asked.get('section');
  if (section) return { ...fresh, name: lastPart(section), sections: [section] };
  const deck = decks.find((each) => each.id === asked.get('deck'));
  if (deck) return { ...fresh, name: lastPart(deck.name), deckIds: [deck.id] };
  const like = overlays.find((each) => each.id === asked.get('like'));
  if (like?.kind !== 'exam') return fresh;
  const { date, time } = fresh;
  return { ...draftOf(like), id, date, time, daysOff: [], isOn: true };
}
