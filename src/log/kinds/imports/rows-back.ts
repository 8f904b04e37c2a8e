import { DEFAULT_STUDY_SETTINGS } from '../../../domain/collection/deck.ts';
import type { Foreign } from '../../../domain/collection/foreign.ts';
import type { Rows } from '../../../domain/collection/rows.ts';
import type { NoteType } from '../../../domain/content/note-type.ts';
import { noteTypeOf } from '../../../domain/content/stock.ts';
import type { ForeignBack, TakeBack } from '../../../domain/import/take-back.ts';
import { keyOfName } from '../../../domain/text/same-name.ts';
import { canonical, textHash } from '../../../kernel/canonical.ts';
import type { NoteTypeId } from '../../../kernel/ids.ts';
import type { RowsAfter } from './rows-after.ts';

/** By which it is told whether a row is as an import left it. */
export function rowHash(row: unknown): string {
  return textHash(canonical(row));
}

/** Types that the import changed, as before again; those alone are returned. */
export function typesBack({ types }: Pick<TakeBack, 'types'>, after: RowsAfter): NoteType[] {
  return types.flatMap(({ id, before, brought }) => {
    const now = after.noteTypes.get(id);
    const stock = noteTypeOf(id as NoteTypeId, new Map());
    if (!now || rowHash(now) !== brought || !(before ?? stock)) return [];
    if (before) after.noteTypes.set(id, before);
    else after.noteTypes.delete(id);
    return [before ?? (stock as NoteType)];
  });
}

/** Types that the import brought, that are as it brought them, and that no note is of any more. */
export function typesGone({ types }: Pick<TakeBack, 'types'>, after: RowsAfter): void {
  const used = new Set<string>();
  for (const { noteTypeId } of after.notes.values()) used.add(noteTypeId);
  for (const { id, before, brought } of types) {
    const now = after.noteTypes.get(id);
    if (!before && now && !used.has(id) && rowHash(now) === brought) after.noteTypes.delete(id);
  }
}

/** Decks that it brought go; of the others the sections that came with it, where no note has them. */
export function decksBack(
  { deckIds, decks, notes }: Pick<TakeBack, 'deckIds' | 'decks' | 'notes'>,
  rows: Rows,
  after: RowsAfter,
): void {
  const used = new Set<string>();
  for (const { deckId } of after.notes.values()) used.add(deckId);
  for (const id of deckIds) if (!used.has(id)) after.decks.delete(id);
  for (const { id, unlisted, foreign } of decks) {
    const now = after.decks.get(id);
    if (!now) continue;
    const gone = new Set(unlisted);
    const sections = now.sections.filter((section) => !gone.has(section));
    after.decks.set(id, foreignBack({ ...now, sections }, foreign));
  }
  // What notes say again must be listed again.
  for (const { before } of notes) {
    const note = after.notes.get(before.id);
    const deck = note && after.decks.get(note.deckId);
    if (!note || !deck || note === rows.notes.get(before.id)) continue;
    const listed = new Set(deck.sections.map(keyOfName));
    const missing = note.sections.filter((each) => !listed.has(keyOfName(each)));
    if (missing.length === 0) continue;
    after.decks.set(deck.id, { ...deck, sections: [...deck.sections, ...missing] });
  }
}

/** Options that it brought go; what the file said of others is as before. */
export function presetsBack(
  { presetIds, presets }: Pick<TakeBack, 'presetIds' | 'presets'>,
  after: RowsAfter,
): void {
  for (const id of presetIds) after.presets.delete(id);
  for (const back of presets) {
    const now = after.presets.get(back.id);
    if (now) after.presets.set(back.id, foreignBack(now, back));
  }
}

/** Files, what had been deleted, and what the file said of its whole collection. */
export function restBack(
  { media, graves, settings }: Pick<TakeBack, 'media' | 'graves' | 'settings'>,
  rows: Rows,
  after: RowsAfter,
): void {
  for (const { id, sha256 } of media) {
    if (after.media.get(id)?.sha256 === sha256) after.media.delete(id);
  }
  for (const id of graves) {
    const isBack =
      after.notes.has(id.slice('note:'.length)) || after.decks.has(id.slice('deck:'.length));
    if (!isBack) after.graves.set(id, { id });
  }
  const now = rows.settings.get('study');
  if (!settings || !now) return;
  const own = foreignBack(now, settings);
  if (settings.isNew && canonical(own) === canonical(DEFAULT_STUDY_SETTINGS)) {
    after.settings.delete('study');
  } else after.settings.set('study', own);
}

function foreignBack<Row extends { readonly foreign?: Foreign }>(
  row: Row,
  back: ForeignBack | undefined,
): Row {
  if (!back || row.foreign === undefined || rowHash(row.foreign) !== back.brought) return row;
  const { foreign: _brought, ...rest } = row;
  return { ...rest, ...(back.before && { foreign: back.before }) } as Row;
}
