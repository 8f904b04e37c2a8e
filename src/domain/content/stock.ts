import type { FieldId, NoteTypeId } from '../../kernel/ids.ts';
import type { CardTemplate, Field, NoteType } from './note-type.ts';

/** Ids of the fields that stock types share; a field's id is the same in every type that has it. */
export const FIELD = {
  front: 'front' as FieldId,
  back: 'back' as FieldId,
  text: 'text' as FieldId,
  extra: 'extra' as FieldId,
  source: 'source' as FieldId,
  addReverse: 'addReverse' as FieldId,
  backQuestion: 'backQuestion' as FieldId,
  backAnswer: 'backAnswer' as FieldId,
  occlusion: 'occlusion' as FieldId,
  image: 'image' as FieldId,
  header: 'header' as FieldId,
} as const;

const FRONT: Field = { id: FIELD.front, name: 'Front' };
const BACK: Field = { id: FIELD.back, name: 'Back' };
const EXTRA: Field = { id: FIELD.extra, name: 'Extra', hint: 'Shown under the answer' };
const SOURCE: Field = {
  id: FIELD.source,
  name: 'Source',
  hint: 'Where the fact comes from',
  isSticky: true,
};

const UNDER_ANSWER = [
  '{{#Extra}}<div class="extra">{{Extra}}</div>{{/Extra}}',
  '{{#Source}}<div class="source">{{Source}}</div>{{/Source}}',
].join('\n');

/** A card that asks with `front`, repeats it, and answers with `answer`. */
function card(slot: number, name: string, front: string, answer: string): CardTemplate {
  return { slot, name, front, back: `{{FrontSide}}\n<hr id="answer">\n${answer}\n${UNDER_ANSWER}` };
}

function type(
  id: string,
  name: string,
  kind: NoteType['kind'],
  fields: readonly Field[],
  templates: readonly CardTemplate[],
): NoteType {
  const sortFieldId = fields[0]?.id ?? FIELD.front;
  return { id: id as NoteTypeId, name, kind, fields, templates, css: '', sortFieldId };
}

/** The types that come with Rounds, in the order of the menu. A person may change any of them. */
export const STOCK_TYPES: readonly NoteType[] = [
  type(
    'basic',
    'Basic',
    'standard',
    [FRONT, BACK, EXTRA, SOURCE],
    [card(1, 'Card 1', '{{Front}}', '{{Back}}')],
  ),
  type(
    'reversed',
    'Basic and reversed',
    'standard',
    [
      FRONT,
      BACK,
      {
        id: FIELD.backQuestion,
        name: 'Way back',
        hint: 'A question of its own for the way back; empty, the back asks',
      },
      {
        id: FIELD.backAnswer,
        name: 'Way back answer',
        hint: 'Its answer; empty, the front answers',
      },
      EXTRA,
      SOURCE,
    ],
    // A cue that ends a side is for the card that asks with it (DECK-4).
    [
      card(1, 'Front to back', '{{Front}}', '{{cueless:Back}}'),
      card(
        2,
        'Back to front',
        '{{#Way back}}{{Way back}}{{/Way back}}{{^Way back}}{{Back}}{{/Way back}}',
        '{{#Way back answer}}{{Way back answer}}{{/Way back answer}}{{^Way back answer}}{{cueless:Front}}{{/Way back answer}}',
      ),
    ],
  ),
  type(
    'optional-reversed',
    'Basic, reversed if asked',
    'standard',
    [
      FRONT,
      BACK,
      {
        id: FIELD.addReverse,
        name: 'Add reverse',
        hint: 'Anything here makes the reversed card too',
      },
      EXTRA,
      SOURCE,
    ],
    [
      card(1, 'Front to back', '{{Front}}', '{{Back}}'),
      card(2, 'Back to front', '{{#Add reverse}}{{Back}}{{/Add reverse}}', '{{Front}}'),
    ],
  ),
  type(
    'typed',
    'Typed answer',
    'standard',
    [FRONT, BACK, EXTRA, SOURCE],
    [
      {
        slot: 1,
        name: 'Card 1',
        front: '{{Front}}\n\n{{type:Back}}',
        back: `{{Front}}\n<hr id="answer">\n{{type:Back}}\n${UNDER_ANSWER}`,
      },
    ],
  ),
  type(
    'cloze',
    'Cloze',
    'cloze',
    [
      { id: FIELD.text, name: 'Text', hint: 'A sentence; hide words with Ctrl+Shift+C' },
      EXTRA,
      SOURCE,
    ],
    [
      {
        slot: 1,
        name: 'Cloze',
        front: '{{cloze:Text}}',
        back: `{{cloze:Text}}\n${UNDER_ANSWER}`,
      },
    ],
  ),
  type(
    'occlusion',
    'Image occlusion',
    'occlusion',
    [
      { id: FIELD.occlusion, name: 'Occlusion' },
      { id: FIELD.image, name: 'Image' },
      { id: FIELD.header, name: 'Header', hint: 'Shown above the image' },
      EXTRA,
      SOURCE,
    ],
    [
      {
        slot: 1,
        name: 'Image occlusion',
        front:
          '{{#Header}}<div class="header">{{Header}}</div>{{/Header}}\n{{cloze:Occlusion}}\n{{Image}}',
        back: `{{#Header}}<div class="header">{{Header}}</div>{{/Header}}\n{{cloze:Occlusion}}\n{{Image}}\n${UNDER_ANSWER}`,
      },
    ],
  ),
];

const BY_ID: ReadonlyMap<string, NoteType> = new Map(STOCK_TYPES.map((each) => [each.id, each]));

export const BASIC: NoteType = STOCK_TYPES[0] as NoteType;

/** The type that comes with Rounds under `id`, as it comes. */
export function stockType(id: NoteTypeId): NoteType | undefined {
  return BY_ID.get(id);
}

/** The type `id` as it is now: the person's version of it (`rows`), else the stock one. */
export function noteTypeOf(
  id: NoteTypeId,
  rows: ReadonlyMap<string, NoteType>,
): NoteType | undefined {
  return rows.get(id) ?? BY_ID.get(id);
}

/** All types: stock ones in their order, as changed, then the person's own by name. */
export function allTypes(rows: Iterable<NoteType>): NoteType[] {
  const own = new Map([...rows].map((each) => [each.id as string, each]));
  const stock = STOCK_TYPES.map((each) => own.get(each.id) ?? each);
  const others = [...own.values()].filter((each) => !BY_ID.has(each.id));
  return [...stock, ...others.sort((a, b) => (a.name < b.name ? -1 : 1))];
}
