import { type FieldTexts, fieldText, type NoteType } from '../content/note-type.ts';
import type { Slot } from '../../kernel/ids.ts';
import { clozeNumbersIn } from './cloze-html.ts';
import { isEmptyHtml } from './html-text.ts';
import { clozeFieldsIn } from './language/fields.ts';
import { cardNumberIn, fieldsByName, nameKey, SPECIAL_NAMES } from './language/template-names.ts';
import { parsedTemplate } from './language/parsed.ts';
import { occlusionNumbersIn } from './occlusion.ts';
import type { TemplateNode } from './parse-template.ts';

/**
 * The slots of the cards that a note of `type` with these fields has, ascending, each once.
 * Standard: templates whose front shows something of a field that is not empty, or a section about
 * one. Cloze and occlusion: the numbers in the fields that the front shows through cloze:.
 */
export function slotsOfNote(type: NoteType, fields: FieldTexts): Slot[] {
  if (type.kind === 'standard') return standardSlots(type, fields);
  const numbersIn = type.kind === 'cloze' ? clozeNumbersIn : occlusionNumbersIn;
  const shown = type.templates.flatMap(({ front }) => clozeFieldsIn(front, type));
  return ascending(shown.flatMap(({ id }) => numbersIn(fieldText(fields, id))));
}

function standardSlots(type: NoteType, fields: FieldTexts): Slot[] {
  const byName = fieldsByName(type);
  const known = new Map<string, boolean | undefined>();
  /** Whether the field has content; undefined where no field has that name. */
  const isFilled = (name: string): boolean | undefined => {
    const key = nameKey(name);
    if (!known.has(key)) {
      const field = byName.get(key);
      known.set(key, field && !isEmptyHtml(fieldText(fields, field.id)));
    }
    return known.get(key);
  };
  return ascending(
    type.templates
      .filter(({ front, slot }) => showsContent(parsedTemplate(front).nodes, slot, isFilled))
      .map(({ slot }) => slot),
  );
}

function showsContent(
  nodes: readonly TemplateNode[],
  slot: Slot,
  isFilled: (name: string) => boolean | undefined,
): boolean {
  let fixedText = '';
  /** `isInside`: in a section that shows because a field is filled, whose fixed text counts. */
  const shows = (node: TemplateNode, isInside: boolean): boolean => {
    if (node.kind === 'text' && isInside) fixedText += node.text;
    if (node.kind === 'replacement') return isFilled(node.name) === true;
    if (node.kind !== 'conditional') return false;
    const { name, negated, children } = node;
    const filled = isFilled(name);
    if (filled === undefined) {
      if (!holdsWithoutField(name, negated, slot)) return false;
      return children.some((child) => shows(child, isInside));
    }
    if (filled === negated) return false;
    return children.some((child) => shows(child, isInside || filled));
  };
  return nodes.some((node) => shows(node, false)) || !isEmptyHtml(fixedText);
}

/** Sections about what is in no field. Whether a note has tags does not decide about its cards. */
function holdsWithoutField(name: string, negated: boolean, slot: Slot): boolean {
  const number = cardNumberIn(name);
  if (number !== undefined) return (number === slot) !== negated;
  if (name === 'Tags') return true;
  return SPECIAL_NAMES.includes(name) && name !== 'FrontSide' && !negated;
}

function ascending(slots: readonly Slot[]): Slot[] {
  return [...new Set(slots)].sort((a, b) => a - b);
}
