import { t } from '../../kernel/texts.ts';

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
    what: t`cards in a deck and its subdecks`,
    example: 'deck:Neurology',
    choices: 'decks',
    values: [['current', t`the deck you studied last`]],
  },
  {
    name: 'tag',
    what: t`notes with a tag or one below it`,
    example: 'tag:Safety',
    choices: 'tags',
    values: [['none', t`notes without tags`]],
  },
  {
    name: 'is',
    what: t`cards in a state`,
    example: 'is:due',
    values: [
      ['new', t`never answered`],
      ['learn', t`in learning or relearning steps`],
      ['review', t`in review or relearning`],
      ['due', t`asked for now`],
      ['suspended', 'suspended'],
      ['buried', t`put off to a later day`],
      ['leech', t`failed again and again`],
      ['marked', 'marked'],
      ['absent', t`archived, or no longer in their note`],
    ],
  },
  { name: 'note', what: t`notes of a type`, example: 'note:Cloze', choices: 'types' },
  {
    name: 'card',
    what: t`cards by number or template`,
    example: 'card:1',
    choices: 'templates',
  },
  {
    name: 'flag',
    what: t`cards with a flag`,
    example: 'flag:1',
    values: [
      ['0', t`no flag`],
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
    what: t`cards by a number they have`,
    example: 'prop:ivl>=21',
    values: [
      ['ivl>=', t`interval in days`],
      ['due=', t`days until due, negative when overdue`],
      ['reps<', t`answers so far`],
      ['lapses>', t`times forgotten`],
      ['pos<', t`place in the deck, of new cards`],
      ['s<', t`stability in days`],
      ['d>', t`difficulty from 0 to 1`],
      ['r<', t`chance of recall from 0 to 1`],
      ['rated=', t`days since an answer, as a negative number`],
    ],
  },
  {
    name: 'due',
    what: t`cards that come up by a day`,
    example: 'due:7',
    values: [
      ['today', t`today, overdue ones too`],
      ['tomorrow', 'tomorrow'],
      ['7', t`within seven days`],
    ],
  },
  {
    name: 'rated',
    what: t`cards answered lately`,
    example: 'rated:7:1',
    values: [
      ['1', t`answered today`],
      ['7', t`answered in the last seven days`],
      ['1:1', t`answered Again today`],
    ],
  },
  {
    name: 'introduced',
    what: t`cards first answered lately`,
    example: 'introduced:1',
    values: [
      ['1', t`first answered today`],
      ['7', t`in the last seven days`],
    ],
  },
  {
    name: 'added',
    what: t`notes added lately`,
    example: 'added:1',
    values: [
      ['1', t`added today`],
      ['7', t`in the last seven days`],
    ],
  },
  {
    name: 'edited',
    what: t`notes edited lately`,
    example: 'edited:1',
    values: [
      ['1', t`edited today`],
      ['7', t`in the last seven days`],
    ],
  },
  { name: 're', what: t`notes that fit a regular expression`, example: 're:"\\d+ mg"' },
  { name: 'nc', what: t`text with accents ignored`, example: 'nc:Guerin' },
  { name: 'w', what: t`a whole word`, example: 'w:MS' },
  { name: 'sc', what: t`text of cloze notes`, example: 'sc:dose' },
  {
    name: 'preset',
    what: t`cards of decks with these options`,
    example: 'preset:Default',
    choices: 'presets',
  },
  { name: 'nid', what: t`notes by id`, example: 'nid:…' },
  { name: 'cid', what: t`cards by id`, example: 'cid:…' },
  { name: 'did', what: t`cards by their deck’s id`, example: 'did:…' },
  { name: 'mid', what: t`notes by their type’s id`, example: 'mid:cloze' },
  {
    name: 'dupe',
    what: t`notes of a type with this sort field`,
    example: t`dupe:"basic,What is PML?"`,
  },
];

/** Operators of Anki that have nothing to look at here, and why. */
export const UNKNOWN_HERE: Readonly<Record<string, string>> = {
  resched: t`Rounds does not keep a list of rescheduled cards.`,
  'has-cd': t`Rounds has no custom data on cards.`,
  cdn: t`Rounds has no custom data on cards.`,
  cds: t`Rounds has no custom data on cards.`,
  ease: t`Rounds has no ease; prop:d asks for difficulty.`,
};
