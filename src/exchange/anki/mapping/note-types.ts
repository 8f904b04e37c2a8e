import type { CardTemplate, Field, NoteType } from '../../../domain/content/note-type.ts';
import type { FieldId, NoteTypeId, Slot } from '../../../kernel/ids.ts';
import type { AnkiField, AnkiTemplate, AnkiType } from '../anki-collection.ts';
import { foreignType } from '../foreign-rows.ts';
import { cssForAnki, sideForAnki, withRoundsMasks } from './marks/masks.ts';
import { roundsMark } from './marks/rounds-mark.ts';
import { withMediaNames } from './media-names.ts';

/**
 * A type of Anki's in Rounds' words. Fields and cards are known by what Anki never changes.
 * `mediaNames`: files that go by another name.
 */
export function noteTypeOfAnki(
  type: AnkiType,
  mediaNames: ReadonlyMap<string, string> = new Map(),
): NoteType {
  const mark = roundsMark(type.raw);
  const fields = fieldsOf(type.fields);
  const sortField = fields[type.sortField] ?? fields[0];
  if (!sortField) throw new Error('a type without fields is left out before');
  const places = placesOf(type.templates);
  const templates = type.templates.map((template, ord): CardTemplate => {
    const { front, back, name } = templateOfAnki(type, template);
    return {
      slot: places[ord] ?? ord + 1,
      name,
      front: withMediaNames(front, mediaNames),
      back: withMediaNames(back, mediaNames),
    };
  });
  const css = mark.css === '' && type.css === cssForAnki(type.kind, '') ? '' : type.css;
  return {
    id: (textOf(mark.id) || `anki-${type.id}`) as NoteTypeId,
    name: nameBefore(type.name, mark.name),
    kind: type.kind,
    fields,
    templates: type.kind === 'standard' ? templates : templates.slice(0, 1),
    css: withMediaNames(css, mediaNames),
    sortFieldId: sortField.id,
    foreign: foreignType(type),
  };
}

/** Anki puts a + to the name of a type that joins another of that name. */
function nameBefore(name: string, before: unknown): string {
  return typeof before === 'string' && name.replace(/\++$/, '') === before ? before : name;
}

/** A side that went out from here and was not changed there is as it was. */
function templateOfAnki(type: AnkiType, template: AnkiTemplate): Omit<CardTemplate, 'slot'> {
  const { name, front, back, raw } = template;
  const mark = roundsMark(raw);
  const own = (html: string, before: unknown): string => {
    if (typeof before === 'string' && sideForAnki(type, before) === html) return before;
    return type.kind === 'occlusion' ? withRoundsMasks(html) : html;
  };
  return { name, front: own(front, mark.front), back: own(back, mark.back) };
}

/**
 * Where each template of a type stands: where it stood when it went out from here, the first of two
 * that say the same; one that Anki has added at its own number, or where that is taken behind all.
 */
function placesOf(templates: readonly AnkiTemplate[]): readonly Slot[] {
  const said = templates.map(({ raw }) => {
    const { slot } = roundsMark(raw);
    return typeof slot === 'number' && Number.isInteger(slot) && slot > 0 ? slot : undefined;
  });
  const marked = said.map((slot, ord) => (said.indexOf(slot) === ord ? slot : undefined));
  const taken = new Set(marked);
  let last = Math.max(templates.length, ...marked.map((slot) => slot ?? 0));
  return marked.map((slot, ord) => {
    if (slot !== undefined) return slot;
    const place = taken.has(ord + 1) ? ++last : ord + 1;
    taken.add(place);
    return place;
  });
}

/** Which card of a note of `type` Anki's card number `ord` is. */
export function slotOfOrd({ kind, templates }: NoteType, ord: number): Slot {
  return (kind === 'standard' ? templates[ord]?.slot : undefined) ?? ord + 1;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** Anki's own lasting ids; older files have none, and there the name stands for the field. */
function fieldsOf(fields: readonly AnkiField[]): readonly Field[] {
  const taken = new Set<string>();
  return fields.map((field, ord): Field => {
    const own = textOf(roundsMark(field.raw).id);
    // No text can be kept under that name.
    const wanted =
      (own === '__proto__' ? '' : own) ||
      (field.id === undefined ? `name-${field.name}` : String(field.id));
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

/** Whether a type would run something: Rounds never does, and says so (ANKI-12). */
export function bringsScript({ templates }: Pick<NoteType, 'templates'>): boolean {
  return templates.some(({ front, back }) =>
    [front, back].some((html) => /<script\b|\son\w+\s*=|javascript:/i.test(html)),
  );
}
