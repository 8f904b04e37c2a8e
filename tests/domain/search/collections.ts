import fc from 'fast-check';
import type { Card, Flag } from '../../../src/domain/collection/card.ts';
import type { Note } from '../../../src/domain/content/note.ts';
import type { FieldTexts, NoteType } from '../../../src/domain/content/note-type.ts';
import { BASIC, STOCK_TYPES } from '../../../src/domain/content/stock.ts';
import { cardIdOf, type DeckId, type NoteId, type NoteTypeId } from '../../../src/kernel/ids.ts';
import type { Grade, Schedule } from '../../../src/domain/memory/schedule.ts';
import { textsOf } from '../../../src/domain/search/matching/note-text.ts';
import type {
  PastAnswer,
  SearchCard,
  SearchContext,
  SearchDeck,
  SearchNote,
} from '../../../src/domain/search/subject.ts';
import { aCard, inLearning, inReview, NEW, NOW, TODAY } from '../../support/collection.ts';

const DAY = 86_400_000;
export const START_OF_TODAY = TODAY * DAY + 4 * 3_600_000;

export const CLOZE = STOCK_TYPES.find(({ id }) => id === 'cloze') ?? BASIC;
export const OCCLUSION = STOCK_TYPES.find(({ id }) => id === 'occlusion') ?? BASIC;
/** A person's own type, one field of which searches leave out. */
export const OWN: NoteType = {
  ...BASIC,
  id: 'own' as NoteTypeId,
  name: 'Drug card',
  fields: [
    { id: 'front', name: 'Drug name' },
    { id: 'secret', name: 'Secret', isLeftOutOfSearch: true },
    { id: 'back', name: 'Front' },
  ] as unknown as NoteType['fields'],
  templates: [
    { slot: 1, name: 'Card 1', front: '', back: '' },
    { slot: 3, name: 'Backwards', front: '', back: '' },
  ],
};

export const DECKS: readonly SearchDeck[] = [
  { id: 'd0' as DeckId, name: 'Neurology', presetName: 'Default' },
  { id: 'd1' as DeckId, name: 'Neurology::MS', presetName: 'Gentle' },
  { id: 'd2' as DeckId, name: 'Neuro', presetName: 'Default' },
  { id: 'd3' as DeckId, name: 'Innere Medizin', presetName: 'Default' },
];

/** A note of `type` with `texts` as its fields in order. */
export function aSearchNote(
  texts: readonly string[],
  more: Partial<Note> = {},
  type: NoteType = BASIC,
  deck: SearchDeck | undefined = DECKS[0],
): SearchNote {
  const fields = Object.fromEntries(
    type.fields.map((field, index) => [field.id, texts[index] ?? '']),
  ) as FieldTexts;
  if (!deck) throw new Error('a note is in a deck');
  const note: Note = {
    id: 'n' as NoteId,
    deckId: deck.id,
    noteTypeId: type.id,
    fields,
    sections: [],
    tags: [],
    position: 0,
    archived: false,
    addedAtMillis: NOW,
    editedAtMillis: NOW,
    ...more,
  };
  return { note, type, deck, text: textsOf(note, type).search };
}

export function aSearchCard(note: SearchNote, more: Partial<Card> = {}, slot = 1): SearchCard {
  return { card: aCard(cardIdOf(note.note.id, slot), more), deck: note.deck };
}

/** TODAY at 08:00 UTC, no answers, no chance of recall. */
export function aContext(more: Partial<SearchContext> = {}): SearchContext {
  return {
    today: TODAY,
    learnAheadMinutes: 20,
    atMillis: NOW,
    startOfTodayMillis: START_OF_TODAY,
    retrievability: () => undefined,
    answers: () => [],
    ...more,
  };
}

/** Pieces of fields as HTML, from which words of a search can be found or nearly. */
const HTML = [
  'dose',
  'Dose',
  '<b>do</b>se',
  'first&nbsp;dose',
  'first\n dose',
  '10 mg',
  'é',
  'e\u0301',
  'ΣΑΣ',
  '<img src="dose.png">',
  '<br>',
  ' ',
  'a*b',
  'overdose',
  '{{c1::dose::hint}}',
  '{{c2::{{c1::a}} mg}}',
  '[sound:dose.mp3]',
  '<script>dose</script>',
  '&lt;b&gt;',
  '(a):"b"\\-',
  '😀',
];
export const TEXT_WORDS = fc.constantFrom(
  ...['dose', 'DOSE', 'os', 'first dose', 'mg', '1', 'é', 'e', 'e\u0301', 'σας', 'a', 'b', 'hint'],
  ...['c1', '{{', 'a*b', ' ', 'img', '"', '\\', ':', '<b>', '😀', 'over', ''],
);
const html = fc
  .array(fc.constantFrom(...HTML), { maxLength: 3 })
  .chain((parts) => fc.constantFrom(parts.join(''), parts.join(' ')));

const TAGS = ['Safety', 'Safety::PML', 'Sécurité', 'Saf', 'leech', 'marked', 'none'];
const days = fc.integer({ min: -6, max: 6 });

const schedules: fc.Arbitrary<Schedule> = fc.oneof(
  fc.constant<Schedule>(NEW),
  fc.tuple(days, fc.boolean()).map(([day, isAgain]): Schedule => {
    const learning = inLearning(NOW + day * (DAY / 3));
    return isAgain ? { ...learning, state: 'relearning', lapses: 2 } : learning;
  }),
  fc.tuple(days, fc.integer({ min: 1, max: 30 }), fc.integer({ min: 10, max: 100 })).map(
    ([day, intervalDays, tenths]): Schedule =>
      inReview(TODAY + day, {
        intervalDays,
        lapses: intervalDays % 4,
        memory: { stability: intervalDays, difficulty: tenths / 10 },
      }),
  ),
);

export interface Collection {
  readonly subjects: readonly {
    readonly note: SearchNote;
    readonly cards: readonly SearchCard[];
  }[];
  readonly context: SearchContext;
}

export const collections: fc.Arbitrary<Collection> = fc
  .record({
    notes: fc.array(
      fc.record({
        type: fc.constantFrom(BASIC, CLOZE, OWN),
        deck: fc.constantFrom(...DECKS),
        texts: fc.array(html, { minLength: 4, maxLength: 4 }),
        tags: fc.uniqueArray(fc.constantFrom(...TAGS), { maxLength: 2 }),
        daysAgo: fc.tuple(fc.nat(8), fc.nat(8)),
        cards: fc.uniqueArray(
          fc.record({
            slot: fc.integer({ min: 1, max: 3 }),
            deck: fc.option(fc.constantFrom(...DECKS), { nil: undefined }),
            schedule: schedules,
            flag: fc.integer({ min: 0, max: 7 }),
            position: fc.nat(9),
            suspended: fc.constantFrom(false, false, true),
            buriedFor: fc.constantFrom(0, 0, 1, 3),
            absent: fc.constantFrom(false, false, false, true),
            historyId: fc.option(fc.constantFrom('n0/1', 'n1/1'), { nil: undefined }),
          }),
          { maxLength: 3, selector: ({ slot }) => slot },
        ),
      }),
      { minLength: 3, maxLength: 12 },
    ),
    answers: fc.array(
      fc.record({
        cardId: fc.constantFrom('n0/1', 'n0/2', 'n1/1', 'n2/1', 'n3/3'),
        daysAgo: fc.integer({ min: -1, max: 9 }),
        grade: fc.constantFrom<Grade>(1, 2, 3, 4),
        isFirst: fc.boolean(),
      }),
      { maxLength: 8 },
    ),
    currentDeck: fc.constantFrom(undefined, 'Neuro', 'Neurology'),
  })
  .map(({ notes, answers, currentDeck }): Collection => {
    const subjects = notes.map(({ type, deck, texts, tags, daysAgo, cards }, index) => {
      const labels: string[] = tags.filter((tag) => tag === 'leech' || tag === 'marked');
      const note = aSearchNote(
        texts,
        {
          id: `n${index}` as NoteId,
          sections: tags.filter((tag) => !labels.includes(tag)),
          tags: labels,
          addedAtMillis: NOW - daysAgo[0] * DAY,
          editedAtMillis: NOW - daysAgo[1] * DAY + 5 * 3_600_000,
        },
        type,
        deck,
      );
      return {
        note,
        cards: cards.map(({ slot, deck: own, buriedFor, flag, historyId, ...card }) => ({
          ...aSearchCard(
            note,
            {
              ...card,
              flag: flag as Flag,
              buriedUntil: buriedFor === 0 ? 0 : TODAY + buriedFor - 1,
              ...(historyId === undefined ? {} : { historyId: historyId as Card['id'] }),
            },
            slot,
          ),
          deck: own ?? deck,
        })),
      };
    });
    const past = (id: string): PastAnswer[] =>
      answers
        .filter(({ cardId }) => cardId === id)
        .map(({ daysAgo, grade, isFirst }) => ({ studyDay: TODAY - daysAgo, grade, isFirst }));
    const context = aContext({
      answers: past,
      retrievability: ({ card: { schedule } }) =>
        schedule.state === 'review' ? 1 / (1 + schedule.intervalDays) : undefined,
      ...(currentDeck === undefined ? {} : { currentDeck }),
    });
    return { subjects, context };
  });

export const WORDS = {
  text: TEXT_WORDS,
  field: fc.constantFrom('Front', 'front', 'Back', 'Text', 'Drug name', 'Secret', 'r', 'x'),
  deck: fc.constantFrom('Neurology', 'neurology::ms', 'Neuro', 'Innere', ' Medizin', 'MS', '::'),
  tag: fc.constantFrom('safety', 'Safety::PML', 'Sécurité', 'securite', 'leech', 'Saf', 'none'),
  name: fc.constantFrom(
    'Basic',
    'cloze',
    'Card 1',
    'Drug card',
    'Default',
    'gentle',
    'e',
    'Backwards',
  ),
  id: fc.constantFrom('n0', 'n1', 'n0/1', 'n2/3', 'd0', 'd1', 'basic', 'cloze', 'own'),
};
