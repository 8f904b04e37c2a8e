import type { NoteType } from '../../../domain/content/note-type.ts';
import type { Slot } from '../../../kernel/ids.ts';
import type { AnkiTemplate, AnkiType } from '../anki-collection.ts';
import { foreignType, readForeignType } from '../foreign-rows.ts';
import { roundsMark, withMark } from './marks/rounds-mark.ts';
import { noteTypeOfAnki } from './note-types.ts';

/** `type`, a type of a file, with its cards where they are here. */
export interface TypeInPlace {
  readonly type: NoteType;
  /** By the places that its cards have in the file. */
  readonly slots: ReadonlyMap<Slot, Slot>;
}

/**
 * The cards of `theirs` in the places that they have in `mine`, the same type as it is here
 * (ANKI-64). Anki numbers cards by the order of their templates, so a file has other numbers after
 * its author has moved or removed one. undefined: all are in their places.
 */
export function typeInPlace(theirs: NoteType, mine: NoteType): TypeInPlace | undefined {
  if (theirs.foreign?.row === mine.foreign?.row) return undefined;
  const [own, known] = [readForeignType(theirs.foreign), readForeignType(mine.foreign)];
  if (!own || !known || theirs.kind !== 'standard' || mine.kind !== 'standard') return undefined;
  const slots = slotsOf(placed(own), placed(known), mine);
  if ([...slots].every(([slot, here]) => slot === here)) return undefined;
  const slotOf = (slot: Slot): Slot => slots.get(slot) ?? slot;
  const templates = theirs.templates.map((each) => ({ ...each, slot: slotOf(each.slot) }));
  const marked = withSlots(
    own,
    templates.map(({ slot }) => slot),
  );
  return { type: { ...theirs, templates, foreign: foreignType(marked) }, slots };
}

interface Placed extends AnkiTemplate {
  readonly slot: Slot;
}

function placed(type: AnkiType): readonly Placed[] {
  const { templates } = noteTypeOfAnki(type);
  return type.templates.map((each, ord) => ({ ...each, slot: templates[ord]?.slot ?? ord + 1 }));
}

/** Whatever is neither known by its id nor by its name stays where it is, unless that is taken. */
function slotsOf(
  own: readonly Placed[],
  known: readonly Placed[],
  mine: NoteType,
): ReadonlyMap<Slot, Slot> {
  const slots = new Map<Slot, Slot>();
  const taken = new Set<Slot>();
  const take = (slot: Slot, here: Slot | undefined): void => {
    if (here === undefined || slots.has(slot) || taken.has(here)) return;
    slots.set(slot, here);
    taken.add(here);
  };
  for (const { slot, raw } of own) if (roundsMark(raw).slot === slot) take(slot, slot);
  for (const { slot, id } of own) {
    if (id !== undefined) take(slot, known.find((each) => each.id === id)?.slot);
  }
  for (const { slot, name } of own) {
    take(slot, known.find((each) => each.name === name && !taken.has(each.slot))?.slot);
  }
  for (const { slot } of own) take(slot, slot);
  let last = Math.max(...[...own, ...known, ...mine.templates].map(({ slot }) => slot));
  for (const { slot } of own) if (!slots.has(slot)) take(slot, ++last);
  return slots;
}

/** Kept beside the templates, so that the next file finds the same places. */
function withSlots(type: AnkiType, slots: readonly Slot[]): AnkiType {
  const templates = type.templates.map((each, ord) => ({
    ...each,
    raw: withMark(each.raw, { slot: slots[ord] }),
  }));
  if (!('json' in type.raw)) return { ...type, templates };
  const tmpls = templates.map(({ raw }) => ('json' in raw ? raw.json : {}));
  return { ...type, templates, raw: { json: { ...type.raw.json, tmpls } } };
}
