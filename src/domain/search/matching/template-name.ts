import type { NoteType } from '../../content/note-type.ts';
import type { Slot } from '../../../kernel/ids.ts';

/** The name of the template that makes the card at `slot`; '' for a slot the type lacks. */
export function templateNameOf(type: NoteType, slot: Slot): string {
  const template =
    type.kind === 'standard'
      ? type.templates.find((each) => each.slot === slot)
      : type.templates[0];
  return template?.name ?? '';
}
