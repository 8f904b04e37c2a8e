import { slotsOf } from '../../domain/content/cards-of-note.ts';
import { Spellings } from '../../domain/text/same-name.ts';
import { problemsOf } from '../../domain/deck-text/check-cards.ts';
import { parseDeck } from '../../domain/deck-text/parse-deck.ts';
import { type DeckProblem, inFileOrder } from '../../domain/deck-text/deck-problem.ts';
import { replay } from '../../domain/replay/replay-history.ts';
import { inFileWords } from '../../exchange/collection-file/bad-file.ts';
import { checkCollectionFile } from '../../exchange/collection-file/check-file.ts';
import type { InsightsAsked } from '../../domain/statistics/insights.ts';
import { insightsOfFile } from './answers/insights-of-file.ts';
import { previewImport } from '../import/preview-import.ts';
import type { ClockReading } from '../../kernel/study-day.ts';
import type { Bytes } from '../../exchange/collection-file/zip-directory.ts';
import { type ExamScenario, simulateExam } from '../../domain/students/simulate-exam.ts';

/** What a deck file holds, and what is wrong with it. */
export interface DeckCheck {
  readonly deck: { readonly id: string; readonly name: string };
  readonly facts: number;
  readonly cards: number;
  /** Cards by section, home sections first; a card in two sections counts in both. */
  readonly sections: ReadonlyMap<string, number>;
  readonly problems: readonly DeckProblem[];
}

/** What is asked without a collection: on a command line. */
export const HEADLESS = {
  checkDeck(_context: unknown, { text }: { readonly text: string }): DeckCheck {
    const parsed = parseDeck(text);
    const spellings = new Spellings();
    const homes = parsed.drafts.map(({ sections: [home = ''] }) => spellings.of(home));
    const sections = new Map(homes.map((home) => [home, 0]));
    let cards = 0;
    for (const draft of parsed.drafts) {
      const count = slotsOf(draft.content).length;
      cards += count;
      for (const section of new Set(draft.sections.map((each) => spellings.of(each)))) {
        sections.set(section, (sections.get(section) ?? 0) + count);
      }
    }
    return {
      deck: parsed.deck,
      facts: parsed.drafts.length,
      cards,
      sections,
      problems: inFileOrder([...parsed.problems, ...problemsOf(parsed.drafts, parsed.places)]),
    };
  },

  /** What a collection file holds and comes to (COPY-4). */
  checkCollectionFile: (_context: unknown, { bytes }: { readonly bytes: Bytes }) =>
    inFileWords(() => checkCollectionFile(bytes)),

  /** Every figure of the statistics of a collection file (STATS-36). */
  insights: (
    _context: unknown,
    {
      bytes,
      asked,
      clock,
    }: { readonly bytes: Bytes; readonly asked: InsightsAsked; readonly clock: ClockReading },
  ) => inFileWords(() => insightsOfFile(bytes, asked, clock)),

  /** What a file of whatever kind would bring; nothing is written (ANKI-13). */
  previewImport: (
    _context: unknown,
    {
      bytes,
      name,
      clock,
    }: { readonly bytes: Bytes; readonly name: string; readonly clock: ClockReading },
  ) => previewImport(bytes, name, clock),

  /** A review history scheduled anew (MEMORY-21), or every problem found in it. */
  replay: (_context: unknown, { history }: { readonly history: unknown }) => replay(history),

  /** One simulated student up to one exam (docs/exam-planning.md). */
  simulateExam: (_context: unknown, scenario: ExamScenario) => simulateExam(scenario),
};
