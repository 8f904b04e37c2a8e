import { type Card, isActive } from '../collection/card.ts';
import type { Deck, Preset } from '../collection/deck.ts';
import { type DeckId, type NoteId, noteIdOf } from '../../kernel/ids.ts';
import type { StudyDay } from '../../kernel/study-day.ts';
import type { LimitedKind, NewAndDue } from './limits.ts';
import { availableBy, type Tally } from './tally.ts';
import { keysWithAbove, keyOfName } from '../text/same-name.ts';

/** A note that the kept counts have waiting, and that is held back until tomorrow. */
export interface HeldNote {
  readonly deckId: DeckId;
  /** The keys of its sections and of those above (keyOfName). */
  readonly sections: readonly string[];
  readonly kind: LimitedKind;
}

/**
 * Of the notes of `cards` that have a card in steps on `day`, those that would come up then with
 * another one: with sibling burying that waits until the day after (QUEUE-7). `cards`: all of theirs.
 */
export function heldBackBySteps(cards: readonly Card[], day: StudyDay): HeldNote[] {
  return [...byNote(cards).values()].flatMap((own): HeldNote[] => {
    const [first] = own;
    if (!first) return [];
    const ready = own.filter((card) => isActive(card) && card.buriedUntil <= day);
    if (!ready.some(({ schedule: s }) => s.state === 'learning' || s.state === 'relearning')) {
      return [];
    }
    const isDue = ready.some(({ schedule: s }) => s.state === 'review' && s.dueDay <= day);
    const isNew = ready.some(({ schedule }) => schedule.state === 'new');
    if (!isDue && !isNew) return [];
    const kind = isDue ? 'review' : 'new';
    return [{ deckId: first.deckId, sections: keysWithAbove(first.sections), kind }];
  });
}

/**
 * What waits by `today` in a deck, or in one section of it, limits aside: cards, or with sibling
 * burying notes, a note with a review due as that (QUEUE-7), and none of `held`.
 */
export function waitingIn(
  {
    deck,
    preset,
    section,
  }: { readonly deck: Deck; readonly preset: Preset; readonly section: string },
  tally: Tally | undefined,
  today: StudyDay,
  held: readonly HeldNote[],
): NewAndDue {
  if (!tally) return { new: 0, review: 0 };
  const by = (part: keyof Tally): number => availableBy(tally[part], today);
  if (!preset.burySiblings) return { new: by('newCards'), review: by('reviewCards') };
  const own = heldOf(held, deck.id, section);
  return {
    new: by('newNotes') - by('newNotesInReview') - own.new,
    review: by('reviewNotes') - own.review,
  };
}

/** How many of `held` are of a deck, or of one section of it. */
export function heldOf(held: readonly HeldNote[], ofDeck: DeckId, section: string): NewAndDue {
  const count = (kind: LimitedKind): number =>
    held.filter(
      (note) =>
        note.kind === kind &&
        note.deckId === ofDeck &&
        (section === '' || note.sections.includes(keyOfName(section))),
    ).length;
  return { new: count('new'), review: count('review') };
}

/** Whether a card is in a section or its subsections; every card is in '' . */
export function isInSection(card: Card, section: string): boolean {
  return section === '' || keysWithAbove(card.sections).includes(keyOfName(section));
}

export function byNote<Each extends Card>(cards: readonly Each[]): Map<NoteId, Each[]> {
  const notes = new Map<NoteId, Each[]>();
  for (const card of cards) {
    const noteId = noteIdOf(card.id);
    const own = notes.get(noteId);
    if (own) own.push(card);
    else notes.set(noteId, [card]);
  }
  return notes;
}
