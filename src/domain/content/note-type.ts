import type { Foreign } from '../collection/foreign.ts';
import type { FieldId, NoteTypeId, Slot } from '../../kernel/ids.ts';

/** One field of a note type. Order in the type is order on screen; its id stays through renames. */
export interface Field {
  readonly id: FieldId;
  readonly name: string;
  /** What belongs here, shown in the empty field. */
  readonly hint?: string;
  /** Keeps its text when the next note is added. */
  readonly isSticky?: boolean;
  readonly isRightToLeft?: boolean;
  /** Edited as its HTML source by default. */
  readonly isPlainText?: boolean;
  readonly isLeftOutOfSearch?: boolean;
}

/** One card of a standard type, or the one pattern of all cards of a cloze or occlusion type. */
export interface CardTemplate {
  /** A standard type's card number, kept when templates are reordered; 1 for cloze and occlusion. */
  readonly slot: Slot;
  readonly name: string;
  /** Anki's template language; HTML, hostile until sanitised. */
  readonly front: string;
  readonly back: string;
}

/**
 * How the fields of a note become cards. standard: a card for each template whose front is not
 * empty. cloze and occlusion: a card for each number among the deletions of the cloze fields.
 */
export interface NoteType {
  readonly id: NoteTypeId;
  readonly name: string;
  readonly kind: 'standard' | 'cloze' | 'occlusion';
  /** At least one. */
  readonly fields: readonly Field[];
  /** At least one; exactly one for cloze and occlusion. */
  readonly templates: readonly CardTemplate[];
  /** Styling of the cards, applied inside the card's own frame only. */
  readonly css: string;
  /** The field that stands for the note in lists, and in which duplicates are looked for. */
  readonly sortFieldId: FieldId;
  readonly foreign?: Foreign;
  /** A hash of the type as an import last brought it: a person's own change is told from the author's. */
  readonly asImported?: string;
}

/** A note's text by field: Anki-compatible HTML, hostile until sanitised. Absent is ''. */
export type FieldTexts = Readonly<Record<FieldId, string>>;

/** The text of one field; '' where the note has none. */
export function fieldText(fields: FieldTexts, id: FieldId): string {
  return Object.hasOwn(fields, id) ? (fields[id] ?? '') : '';
}

/**
 * Anki's number of a card, from 1 on, by which styles and conditions ask: the place of its template
 * among those there are, or its deletion's number.
 */
export function cardNumber({ kind, templates }: NoteType, slot: Slot): number {
  if (kind !== 'standard') return slot;
  const place = templates.findIndex((template) => template.slot === slot);
  return place === -1 ? slot : place + 1;
}

/** Anki's classes of a card's body: 'card card2'. */
export function cardClasses(type: NoteType, slot: Slot): string {
  return ['card', `card${cardNumber(type, slot)}`].join(' ');
}
