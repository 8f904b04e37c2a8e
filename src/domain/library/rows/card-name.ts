import { t } from '../../../kernel/texts.ts';
import { clozeFieldsIn } from '../../template/language/fields.ts';
import type { Note } from '../../content/note.ts';
import { fieldText, type NoteType } from '../../content/note-type.ts';
import type { Slot } from '../../../kernel/ids.ts';
import { parseOcclusions } from '../../template/occlusion.ts';
import { templateNameOf } from '../../search/matching/template-name.ts';

/**
 * What tells a card from the others of its note (LIBRARY-27): its template's name, and where one
 * template makes them all, the number of what is hidden or the words of its mask: 'Cloze 2', 'Mask: Aorta'.
 */
export function cardNameOf(note: Pick<Note, 'fields'>, type: NoteType, slot: Slot): string {
  const name = templateNameOf(type, slot);
  if (type.kind === 'standard') return name;
  if (type.kind === 'cloze') return name === '' ? '' : `${name} ${slot}`;
  const words = wordsOfMasks(note, type, slot);
  return words === '' ? t`Mask ${slot}` : t`Mask: ${words}`;
}

function wordsOfMasks(note: Pick<Note, 'fields'>, type: NoteType, slot: Slot): string {
  const shapes = type.templates
    .flatMap(({ front }) => clozeFieldsIn(front, type))
    .flatMap((field) => parseOcclusions(fieldText(note.fields, field.id)).shapes);
  const words = shapes
    .filter(({ numbers }) => numbers.includes(slot))
    .map(({ alt = '' }) => alt.trim());
  return [...new Set(words)].filter((word) => word !== '').join(', ');
}
