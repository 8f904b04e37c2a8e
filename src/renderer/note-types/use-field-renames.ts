import { useRef } from 'react';
import type { CardTemplate, NoteType } from '../../domain/content/note-type.ts';
import type { FieldId } from '../../kernel/ids.ts';
import { isTellingName, renameField } from './type-draft.ts';

/** A field whose name is being written: its name before, and the templates that call it by that. */
interface Begun {
  readonly id: FieldId;
  readonly name: string;
  readonly templates: readonly CardTemplate[];
}

/**
 * Renames fields key by key, each time from what there was before the first key: on the way a name
 * may be empty, or that of something else in the templates.
 */
export function useFieldRenames(type: NoteType, stored: NoteType) {
  const begun = useRef<Begun>(undefined);
  /** What the templates call fields whose own name was left as one that no tag can have. */
  const calledBefore = useRef(new Map<FieldId, string>());
  const nameOf = (id: FieldId, { fields }: NoteType): string =>
    fields.find((field) => field.id === id)?.name ?? '';

  function begin(id: FieldId): Begun {
    const name = nameOf(id, type);
    const called = isTellingName(type, id, name)
      ? name
      : (calledBefore.current.get(id) ?? nameOf(id, stored));
    begun.current = { id, name: called, templates: type.templates };
    return begun.current;
  }
  return {
    begin,
    renamed(id: FieldId, to: string): NoteType {
      const { name, templates } = begun.current?.id === id ? begun.current : begin(id);
      return renameField({ ...type, templates }, id, to, name);
    },
    end(id: FieldId): void {
      const from = begun.current?.id === id ? begun.current.name : undefined;
      if (from !== undefined && !isTellingName(type, id, nameOf(id, type))) {
        calledBefore.current.set(id, from);
      }
      begun.current = undefined;
    },
  };
}
