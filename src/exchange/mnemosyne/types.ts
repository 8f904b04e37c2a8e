import type { NoteType } from '../../domain/content/note-type.ts';
import { BASIC, STOCK_TYPES } from '../../domain/content/stock.ts';
import type { FieldId, NoteTypeId, Slot } from '../../kernel/ids.ts';
import { t } from '../../kernel/texts.ts';
import type { MnemosyneCard, MnemosyneFact, MnemosyneType } from './read-database.ts';

/** How facts of one of Mnemosyne's types become notes. */
export interface TypeHere {
  readonly type: NoteType;
  /** Which key of a fact goes into which field. */
  readonly fields: readonly (readonly [key: string, id: FieldId])[];
  /** Words in square brackets are hidden. */
  readonly isCloze: boolean;
  slotOf(card: MnemosyneCard, index: number): Slot;
}

const stock = (id: string): NoteType => STOCK_TYPES.find((type) => type.id === id) ?? BASIC;
const field = (id: string) => id as FieldId;
/** The number at the end of '2.1' or '2::1'. */
const byView = ({ viewId }: MnemosyneCard): Slot => Number(/(\d+)$/.exec(viewId)?.[1] ?? 1) || 1;
/** A card a deletion; where the file does not say which, in the order in which they were made. */
const ofDeletion = ({ deletion }: MnemosyneCard, index: number): Slot => (deletion ?? index) + 1;
const FRONT_AND_BACK = [
  ['f', field('front')],
  ['b', field('back')],
] as const;

const VOCABULARY: NoteType = {
  id: 'mnemosyne-3' as NoteTypeId,
  name: t`Vocabulary`,
  kind: 'standard',
  fields: [
    { id: field('f'), name: t`Foreign word` },
    { id: field('p_1'), name: t`Pronunciation` },
    { id: field('m_1'), name: t`Meaning` },
    { id: field('n'), name: t`Notes` },
  ],
  templates: [
    {
      slot: 1,
      name: t`Recognition`,
      front: '{{Foreign word}}',
      back: '{{FrontSide}}\n<hr id="answer">\n{{Pronunciation}}<br>{{Meaning}}<br>{{Notes}}',
    },
    {
      slot: 2,
      name: t`Production`,
      front: '{{Meaning}}',
      back: '{{FrontSide}}\n<hr id="answer">\n{{Foreign word}}<br>{{Pronunciation}}<br>{{Notes}}',
    },
  ],
  css: '',
  sortFieldId: field('f'),
};

/** Mnemosyne's own types by their ids. */
const OWN: ReadonlyMap<string, TypeHere> = new Map<string, TypeHere>([
  ['1', { type: BASIC, fields: FRONT_AND_BACK, isCloze: false, slotOf: byView }],
  ['2', { type: stock('reversed'), fields: FRONT_AND_BACK, isCloze: false, slotOf: byView }],
  [
    '3',
    {
      type: VOCABULARY,
      fields: VOCABULARY.fields.map(({ id }) => [id, id] as const),
      isCloze: false,
      slotOf: byView,
    },
  ],
  [
    '5',
    {
      type: stock('cloze'),
      fields: [['text', field('text')]],
      isCloze: true,
      slotOf: ofDeletion,
    },
  ],
]);

/** By the type of its cards; a type that a person made is made here likewise. undefined: not to be told. */
export function typeHereOf(
  fact: MnemosyneFact,
  types: ReadonlyMap<string, MnemosyneType>,
  made: Map<string, TypeHere>,
): TypeHere | undefined {
  const [first] = fact.cards;
  const id = first?.typeId ?? '1';
  const known = OWN.get(id) ?? made.get(id);
  if (known) return known;
  const own = types.get(id);
  if (!own || own.keys.length === 0 || own.views.length === 0) return undefined;
  if (BY_CODE.test(id)) return undefined;
  if (/^5::/.test(id)) return clozeNamed(own, made);
  const type = typeOf(own);
  const slots = new Map(own.views.map((view, at) => [view.id, at + 1]));
  const here: TypeHere = {
    type,
    fields: own.keys.map(([key]) => [key, field(key)] as const),
    isCloze: false,
    slotOf: (card) => slots.get(card.viewId) ?? byView(card),
  };
  made.set(id, here);
  return here;
}

/** Sentences, whose cards are made of both, and types of Anki's, whose templates are code there. */
const BY_CODE = /^[67]::/;

/** Mnemosyne's cloze type under a name of the person's. */
function clozeNamed({ id, name }: MnemosyneType, made: Map<string, TypeHere>): TypeHere {
  const type = { ...stock('cloze'), id: `mnemosyne-${id}` as NoteTypeId, name };
  const here = {
    type,
    fields: [['text', field('text')]],
    isCloze: true,
    slotOf: ofDeletion,
  } as const;
  made.set(id, here);
  return here;
}

function typeOf({ id, name, keys, views }: MnemosyneType): NoteType {
  const names = new Map(keys);
  const shown = (list: readonly string[]) =>
    list
      // A key without a name is made by Mnemosyne while it shows the card.
      .flatMap((key) => (names.has(key) ? [`{{${plain(names.get(key) ?? key)}}}`] : []))
      .join('<br>');
  return {
    id: `mnemosyne-${id}` as NoteTypeId,
    name,
    kind: 'standard',
    fields: keys.map(([key, title]) => ({ id: field(key), name: plain(title) })),
    templates: views.map((view, at) => ({
      slot: at + 1,
      name: view.name || t`Card ${at + 1}`,
      front: shown(view.question),
      back: `{{FrontSide}}\n<hr id="answer">\n${shown(view.answer)}`,
    })),
    css: '',
    sortFieldId: field(keys[0]?.[0] ?? 'f'),
  };
}

/** As a name can stand in a template. */
function plain(name: string): string {
  return name.replace(/[{}#^/:]/g, ' ').trim() || t`Field`;
}
