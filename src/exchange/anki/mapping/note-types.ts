import type { CardTemplate, Field, NoteType } from '../../../domain/content/note-type.ts';
import type { FieldId, NoteTypeId } from '../../../kernel/ids.ts';
import type { AnkiField, AnkiType } from '../anki-collection.ts';
import { foreignType } from '../foreign-rows.ts';

/** A type of Anki's in Rounds' words. Fields and cards are known by what Anki never changes. */
export function noteTypeOfAnki(type: AnkiType): NoteType {
  const fields = fieldsOf(type.fields);
  const sortField = fields[type.sortField] ?? fields[0];
  if (!sortField) throw new Error('a type without fields is left out before');
  const templates = type.templates.map(
    ({ name, front, back }, ord): CardTemplate =>
      type.kind === 'occlusion'
        ? { slot: ord + 1, name, front: withMasks(front), back: withMasks(back) }
        : { slot: ord + 1, name, front, back },
  );
  return {
    id: `anki-${type.id}` as NoteTypeId,
    name: type.name,
    kind: type.kind,
    fields,
    templates: type.kind === 'standard' ? templates : templates.slice(0, 1),
    css: type.css,
    sortFieldId: sortField.id,
    foreign: foreignType(type),
  };
}

/** Anki's own lasting ids; older files have none, and there the name stands for the field. */
function fieldsOf(fields: readonly AnkiField[]): readonly Field[] {
  const taken = new Set<string>();
  return fields.map((field, ord): Field => {
    const wanted = field.id === undefined ? `name-${field.name}` : String(field.id);
    const id = taken.has(wanted) ? `${wanted}-${ord}` : wanted;
    taken.add(id);
    return {
      id: id as FieldId,
      name: field.name,
      ...(field.hint === '' ? {} : { hint: field.hint }),
      ...(field.isSticky ? { isSticky: true } : {}),
      ...(field.isRightToLeft ? { isRightToLeft: true } : {}),
      ...(field.isPlainText ? { isPlainText: true } : {}),
      ...(field.isLeftOutOfSearch ? { isLeftOutOfSearch: true } : {}),
    };
  });
}

/**
 * A template of Anki's image occlusion whose masks Rounds draws: what Anki's script reads is hidden
 * there, and shown here. The rest is as the person has it.
 */
function withMasks(html: string): string {
  return html
    .replace(/<script\b[^>]*>[^<]*anki\.imageOcclusion[\s\S]*?<\/script>/gi, '')
    .replace(/<div style="display: ?none">\s*(\{\{cloze:[^{}]+\}\})\s*<\/div>/gi, '$1')
    .replace(/<canvas\b[^>]*>\s*<\/canvas>|<div id="err"><\/div>/gi, '');
}

/** Whether a type would run something: Rounds never does, and says so (ANKI-12). */
export function bringsScript({ templates }: Pick<NoteType, 'templates'>): boolean {
  return templates.some(({ front, back }) =>
    [front, back].some((html) => /<script\b|\son\w+\s*=|javascript:/i.test(html)),
  );
}
