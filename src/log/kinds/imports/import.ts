import { DEFAULT_STUDY_SETTINGS } from '../../../domain/collection/deck.ts';
import type { Change, Rows } from '../../../domain/collection/rows.ts';
import { noteTypeOf } from '../../../domain/content/stock.ts';
import type { Incoming } from '../../../domain/import/incoming.ts';
import { noteIdOf } from '../../../kernel/ids.ts';
import { named } from '../../../kernel/named.ts';
import { failed, ok, type Result } from '../../../kernel/problem.ts';
import { t } from '../../../kernel/texts.ts';
import { defineKind } from '../../kind.ts';
import { incoming } from './incoming-shape.ts';
import { broughtNotes } from './brought-notes.ts';
import { broughtLogs } from './brought-logs.ts';
import { broughtDecks, broughtPresets, broughtTypes } from './brought-rows.ts';

/**
 * All that a file brings, in one step (ANKI-21). What is not here is added; notes that are here are
 * merged field by field, cards that are here go where the file has them, histories become one.
 */
export const importKind = defineKind({
  name: 'import',
  version: 1,
  shape: incoming,
  word: t`import`,
  about: ({ fileName }) => ({ name: fileName }),
  reach: (body) => ({
    noteIds: [
      ...new Set([
        ...body.notes.map(({ id }) => id),
        ...body.cards.map(({ id }) => noteIdOf(id)),
        ...body.pastLogs.map(({ id }) => noteIdOf(id)),
      ]),
    ],
    notesOfTypes: body.types.map(({ id }) => id),
    deckIds: [
      ...new Set([...body.decks.map(({ id }) => id), ...body.notes.map(({ deckId }) => deckId)]),
    ],
    mediaNames: body.media.map(({ id }) => id),
    pastLogIds: body.pastLogs.map(({ id }) => id),
  }),
  effects(body, stamp, rows) {
    const types = broughtTypes(body.types, rows.noteTypes);
    const decks = broughtDecks(body.decks, rows);
    const problem = problemOf(body, { ...rows, noteTypes: types.all, decks: decks.all });
    if (problem) return problem;
    const notes = broughtNotes(
      body,
      stamp,
      { ...rows, noteTypes: types.all, decks: decks.all },
      types,
    );
    const changes: Change[] = [
      ...types.changes,
      ...broughtPresets(body.presets, rows.presets),
      ...decks.withSections(notes.sections),
      ...broughtSettings(body, rows),
      ...broughtMedia(body, rows),
      ...notes.changes,
      ...broughtLogs(body, rows, notes.changes),
    ];
    return ok({ changes });
  },
  brings: ({ notes }) => notes.map(({ id }) => id),
});

/** Reasons to take nothing at all; whoever decides what comes keeps clear of them. */
function problemOf(body: Incoming, rows: Rows): Result<never> | undefined {
  for (const { id, sha256 } of body.media) {
    const before = rows.media.get(id);
    if (before && before.sha256 !== sha256) {
      return failed(
        t`There is another file named “${named(id)}” by now.`,
        t`Nothing was imported.`,
        t`Import the file again.`,
      );
    }
  }
  for (const { id, noteTypeId, deckId } of body.notes) {
    if (noteTypeOf(noteTypeId, rows.noteTypes) && rows.decks.has(deckId) && !id.includes('/')) {
      continue;
    }
    return failed(
      t`The deck or the note type of some notes is no longer there.`,
      t`Nothing was imported.`,
      t`Import the file again.`,
    );
  }
  return undefined;
}

function broughtSettings({ settings }: Incoming, rows: Rows): Change[] {
  if (!settings?.foreign) return [];
  const before = rows.settings.get('study');
  const after = { ...(before ?? DEFAULT_STUDY_SETTINGS), foreign: settings.foreign };
  return [{ table: 'settings', key: 'study', before, after }];
}

function broughtMedia({ media }: Incoming, rows: Rows): Change[] {
  const files = new Map(media.map((file) => [file.id as string, file]));
  return [...files].flatMap(([key, after]): Change[] =>
    rows.media.has(key) ? [] : [{ table: 'media', key, before: undefined, after }],
  );
}
