import type { Note } from '../content/note.ts';
import { type Field, type FieldTexts, fieldText, type NoteType } from '../content/note-type.ts';
import type { Slot } from '../../kernel/ids.ts';
import { clozeNumbersIn } from './cloze-html.ts';
import { isFilled } from './html-text.ts';
import { clozeFieldsIn } from './language/fields.ts';
import { cardNumberIn, fieldsByName, nameKey, SPECIAL_NAMES } from './language/template-names.ts';
import { parsedTemplate } from './language/parsed.ts';
import { occlusionNumbersIn } from './occlusion.ts';
import type { TemplateNode } from './parse-template.ts';

/**
 * The slots of the cards that a note of `type` with these fields has, ascending, each once, as in Anki.
 * Standard: templates whose front shows a field that is filled, or a special name that is. Cloze and
 * occlusion: the numbers in any field.
 */
export function slotsOfNote(type: NoteType, fields: FieldTexts, hasTags: boolean): Slot[] {
  if (type.kind === 'standard') return standardSlots(type, fields, hasTags);
  const shown = type.kind === 'cloze' ? type.fields : occlusionFields(type);
  const numbersIn = type.kind === 'cloze' ? clozeNumbersIn : occlusionNumbersIn;
  return ascending(shown.flatMap(({ id }) => numbersIn(fieldText(fields, id))));
}

/** Whether the note has tags, as slotsOfNote asks. */
export function hasTags(note: Pick<Note, 'sections' | 'tags'>): boolean {
  return note.sections.length + note.tags.length > 0;
}

function occlusionFields(type: NoteType): Field[] {
  return type.templates.flatMap(({ front }) => clozeFieldsIn(front, type));
}

function standardSlots(type: NoteType, fields: FieldTexts, isTagged: boolean): Slot[] {
  const byName = fieldsByName(type);
  const known = new Map<string, boolean | undefined>();
  /** undefined: nothing has that name. */
  const filled = (name: string): boolean | undefined => {
    const key = nameKey(name);
    if (!known.has(key)) {
      const field = byName.get(key);
      const is = field ? isFilled(fieldText(fields, field.id)) : isSpecialFilled(name, isTagged);
      known.set(key, is);
    }
    return known.get(key);
  };
  return ascending(
    type.templates
      .filter(({ front }) => showsFilled(parsedTemplate(front).nodes, filled))
      .map(({ slot }) => slot),
  );
}

/** On the front FrontSide is empty; so is a card's number (c1) while cards are made. */
function isSpecialFilled(name: string, isTagged: boolean): boolean | undefined {
  if (name === 'Tags') return isTagged;
  if (name === 'FrontSide' || cardNumberIn(name) !== undefined) return false;
  return SPECIAL_NAMES.includes(name) ? true : undefined;
}

function showsFilled(
  nodes: readonly TemplateNode[],
  filled: (name: string) => boolean | undefined,
): boolean {
  return nodes.some((node) => {
    if (node.kind === 'replacement') return filled(node.name) === true;
    if (node.kind !== 'conditional') return false;
    return filled(node.name) === !node.negated && showsFilled(node.children, filled);
  });
}

function ascending(slots: readonly Slot[]): Slot[] {
  return [...new Set(slots)].sort((a, b) => a - b);
}
