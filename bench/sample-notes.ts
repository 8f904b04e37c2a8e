import type { NoteContent, NoteDraft } from '../src/domain/content/note.ts';
import type { DeckId, NoteId } from '../src/kernel/ids.ts';
import type { Chance } from './chance.ts';

const SECTIONS = ['Anatomy', 'Physiology', 'Pathology', 'Pathology::Signs', 'Therapy'];
export const WORDS =
  'acute antibody artery block brain cell chronic clinical dose drug effect enzyme factor fever heart immune inhibit injury kidney lesion level liver lung marker membrane nerve onset organ pain patient plasma protein rate receptor relapse renal risk serum sign stage syndrome therapy tissue trial tumour urine vein vessel virus'.split(
    ' ',
  );

/** One deck's facts with `cards` cards in all: one, two and three to a note by turns. */
export function sampleDrafts(deckId: DeckId, cards: number, chance: Chance): NoteDraft[] {
  const drafts: NoteDraft[] = [];
  let left = cards;
  while (left > 0) {
    const number = Math.min(left, 1 + (drafts.length % 3));
    drafts.push({
      id: `${deckId}:fact-${String(drafts.length).padStart(5, '0')}` as NoteId,
      content: contentWith(number, chance),
      extra: drafts.length % 4 === 0 ? words(8, chance) : '',
      sections: [SECTIONS[chance.below(SECTIONS.length)] ?? 'Anatomy'],
      source: `Handbook, page ${1 + chance.below(900)}`,
    });
    left -= number;
  }
  return drafts;
}

/** 25 words or so, as in a typical fact. */
function contentWith(cards: number, chance: Chance): NoteContent {
  switch (cards) {
    case 1:
      return { type: 'basic', front: `${words(16, chance)}?`, back: words(8, chance) };
    case 2:
      return { type: 'reversed', front: words(12, chance), back: words(12, chance) };
    default:
      return {
        type: 'cloze',
        text: [1, 2, 3]
          .map((slot) => `${words(7, chance)} {{c${slot}::${words(2, chance)}}}`)
          .join(', '),
      };
  }
}

function words(count: number, chance: Chance): string {
  return Array.from({ length: count }, () => WORDS[chance.below(WORDS.length)]).join(' ');
}
