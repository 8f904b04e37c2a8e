import type { TakeBack } from '../../../domain/import/take-back.ts';
import type { NoteId } from '../../../kernel/ids.ts';
import { noteBack } from '../../../log/kinds/imports/notes-back.ts';
import { rowHash } from '../../../log/kinds/imports/rows-back.ts';
import { broughtTypes } from '../../../log/kinds/imports/brought-rows.ts';
import { cardsBefore, logsOf, notesBefore } from './before-import.ts';
import { broughtNow } from './brought-now.ts';
import { decksToGo, presetsToGo, sectionsToUnlist } from './decks-to-go.ts';
import type { HereNow, ImportMade } from './import-made.ts';
import { takeBackCounts, type TakeBackCounts } from './take-back-counts.ts';

/** What becomes of notes that the import brought and that the person has worked on since. */
export type WorkedOn = 'keep' | 'take';

/** What is taken back; its files are found last, because all notes are looked through for them. */
export interface TakeBackPlan {
  readonly body: Omit<TakeBack, 'media'>;
  readonly counts: TakeBackCounts;
}

/** Decides what goes, what is as it was before, and what stays because of what was done since. */
export function planTakeBack(made: ImportMade, now: HereNow, workedOn: WorkedOn): TakeBackPlan {
  const { file, before, added } = made;
  const incoming = new Map(file.notes.map((note) => [note.id, note]));
  const brought = broughtNow(made, now, incoming);
  const kept = workedOn === 'keep' ? brought.workedOn : new Set<NoteId>();
  const going = brought.ids.filter((id) => !kept.has(id));
  const goes = new Set(going);
  const notes = notesBefore(made, incoming);
  const after = notes.flatMap((back) => {
    const own = now.notes.get(back.before.id);
    return own ? [{ own, back, note: noteBack(own, back, own.editedAtMillis) }] : [];
  });
  const staying = [
    ...brought.ids.flatMap((id) => (goes.has(id) ? [] : (now.notes.get(id) ?? []))),
    ...after.map(({ note }) => note),
  ];
  const cards = cardsBefore(made, now);
  const logs = logsOf(made, now, goes, cards);
  const deckIds = decksToGo(made, now, staying);
  const known = new Map([...before.noteTypes]);
  const types = broughtTypes(file.types, known).changes.filter(
    ({ key }) => before.noteTypes.has(key) || added.noteTypes.has(key),
  );
  const body: TakeBackPlan['body'] = {
    importId: made.id,
    fileName: file.fileName,
    noteIds: going,
    ...logs,
    notes,
    cards,
    types: types.map(({ key: id, after: type }) => ({
      id,
      ...has('before', before.noteTypes.get(id)),
      brought: rowHash(type),
    })),
    presetIds: presetsToGo(made, now, deckIds),
    presets: [...before.presets].map(([id, preset]) => ({
      id,
      ...has('before', preset.foreign),
      brought: rowHash(file.presets.find((each) => each.id === id)?.foreign),
    })),
    deckIds,
    decks: [...before.decks.values()].map((deck) => {
      const theirs = file.decks.find(({ id }) => id === deck.id)?.foreign;
      return {
        id: deck.id,
        unlisted: sectionsToUnlist(deck, made, now, staying),
        ...(theirs && {
          foreign: { ...has('before', deck.foreign), brought: rowHash(theirs) },
        }),
      };
    }),
    graves: [...before.graves.keys()].filter(
      (id) => goes.has(id.slice('note:'.length) as NoteId) || id.startsWith('deck:'),
    ),
    ...(file.settings?.foreign && {
      settings: {
        ...has('before', before.settings.get('study')?.foreign),
        brought: rowHash(file.settings.foreign),
        ...(before.settings.has('study') ? {} : { isNew: true }),
      },
    }),
  };
  return { body, counts: takeBackCounts(body, after, brought, now) };
}

function has<Name extends string, Value>(
  name: Name,
  value: Value | undefined,
): { readonly [N in Name]?: Value } {
  return (value === undefined ? {} : { [name]: value }) as { readonly [N in Name]?: Value };
}
