/** What may follow an operator, for completion. */
export type Choices = 'decks' | 'tags' | 'types' | 'templates' | 'presets' | 'fields';

export interface Operator {
  readonly name: string;
  /** What it finds, in a few words. */
  readonly what: string;
  readonly example: string;
  readonly choices?: Choices;
  /** Ready-made values, with what each means. */
  readonly values?: readonly (readonly [value: string, what: string])[];
}

/** Every operator of the language, in the order in which completion and docs/search.md have them. */
export const OPERATORS: readonly Operator[] = [
  {
    name: 'deck',
    what: 'cards in a deck and its subdecks',
    example: 'deck:Neurology',
    choices: 'decks',
    values: [['current', 'the deck you studied last']],
  },
  {
    name: 'tag',
    what: 'notes with a tag or one below it',
    example: 'tag:Safety',
    choices: 'tags',
    values: [['none', 'notes without tags']],
  },
  {
    name: 'is',
    what: 'cards in a state',
    example: 'is:due',
    values: [
      ['new', 'never answered'],
      ['learn', 'in learning or relearning steps'],
      ['review', 'in review or relearning'],
      ['due', 'asked for now'],
      ['suspended', 'suspended'],
      ['buried', 'put off to a later day'],
      ['leech', 'failed again and again'],
      ['marked', 'marked'],
      ['absent', 'archived, or no longer in their note'],
    ],
  },
  { name: 'note', what: 'notes of a type', example: 'note:Cloze', choices: 'types' },
  {
    name: 'card',
    what: 'cards by number or template',
    example: 'card:1',
    choices: 'templates',
  },
  {
    name: 'flag',
    what: 'cards with a flag',
    example: 'flag:1',
    values: [
      ['0', 'no flag'],
      ['1', 'red'],
      ['2', 'orange'],
      ['3', 'green'],
      ['4', 'blue'],
      ['5', 'pink'],
      ['6', 'turquoise'],
      ['7', 'purple'],
    ],
  },
  {
    name: 'prop',
    what: 'cards by a number they have',
    example: 'prop:ivl>=21',
    values: [
      ['ivl>=', 'interval in days'],
      ['due=', 'days until due, negative when overdue'],
      ['reps<', 'answers so far'],
      ['lapses>', 'times forgotten'],
      ['pos<', 'place in the deck, of new cards'],
      ['s<', 'stability in days'],
      ['d>', 'difficulty from 0 to 1'],
      ['r<', 'chance of recall from 0 to 1'],
      ['rated=', 'days since an answer, as a negative number'],
    ],
  },
  {
    name: 'due',
    what: 'cards that come up by a day',
    example: 'due:7',
    values: [
      ['today', 'today, overdue ones too'],
      ['tomorrow', 'tomorrow'],
      ['7', 'within seven days'],
    ],
  },
  {
    name: 'rated',
    what: 'cards answered lately',
    example: 'rated:7:1',
    values: [
      ['1', 'answered today'],
      ['7', 'answered in the last seven days'],
      ['1:1', 'answered Again today'],
    ],
  },
  {
    name: 'introduced',
    what: 'cards first answered lately',
    example: 'introduced:1',
    values: [
      ['1', 'first answered today'],
      ['7', 'in the last seven days'],
    ],
  },
  {
    name: 'added',
    what: 'notes added lately',
    example: 'added:1',
    values: [
      ['1', 'added today'],
      ['7', 'in the last seven days'],
    ],
  },
  {
    name: 'edited',
    what: 'notes edited lately',
    example: 'edited:1',
    values: [
      ['1', 'edited today'],
      ['7', 'in the last seven days'],
    ],
  },
  { name: 're', what: 'notes that fit a regular expression', example: 're:"\\d+ mg"' },
  { name: 'nc', what: 'text with accents ignored', example: 'nc:Guerin' },
  { name: 'w', what: 'a whole word', example: 'w:MS' },
  { name: 'sc', what: 'text of cloze notes', example: 'sc:dose' },
  {
    name: 'preset',
    what: 'cards of decks with these options',
    example: 'preset:Default',
    choices: 'presets',
  },
  { name: 'nid', what: 'notes by id', example: 'nid:…' },
  { name: 'cid', what: 'cards by id', example: 'cid:…' },
  { name: 'did', what: 'cards by their deck’s id', example: 'did:…' },
  { name: 'mid', what: 'notes by their type’s id', example: 'mid:cloze' },
  {
    name: 'dupe',
    what: 'notes of a type with this sort field',
    example: 'dupe:"basic,What is PML?"',
  },
];

/** Operators of Anki that have nothing to look at here, and why. */
export const UNKNOWN_HERE: Readonly<Record<string, string>> = {
  resched: 'Rounds does not keep a list of rescheduled cards.',
  'has-cd': 'Rounds has no custom data on cards.',
  cdn: 'Rounds has no custom data on cards.',
  cds: 'Rounds has no custom data on cards.',
  ease: 'Rounds has no ease; prop:d asks for difficulty.',
};
