import type { TakeBack } from '../../../domain/import/take-back.ts';
import { noteIdOf } from '../../../kernel/ids.ts';
import { failed, ok, type Result } from '../../../kernel/problem.ts';
import { t } from '../../../kernel/texts.ts';
import { defineKind } from '../../kind.ts';
import { cardsBack, logsBack } from './cards-back.ts';
import { notesBack } from './notes-back.ts';
import { changesBetween, copied } from './rows-after.ts';
import { decksBack, presetsBack, restBack, typesBack, typesGone } from './rows-back.ts';
import { takenBack } from './take-back-shape.ts';

/**
 * Takes an import back past other steps (ANKI-53): what it brought goes, and what it changed is as it
 * was before, wherever nobody has changed it since. Where nothing was done since, everything is. A deck
 * that another device put a note into meanwhile stays; in version 1 that note was left without one.
 */
export const takeBackImportKind = defineKind({
  name: 'take-back-import',
  version: 2,
  shape: takenBack,
  word: t`taking back an import`,
  about: ({ fileName }) => ({ name: fileName }),
  reach: (body) => ({
    noteIds: noteIdsOf(body),
    ...(body.seesNamedAlone ? {} : { notesOfDecks: body.deckIds }),
    notesOfTypes: body.types.map(({ id }) => id as never),
    deckIds: [
      ...new Set([
        ...body.deckIds,
        ...body.decks.map(({ id }) => id),
        ...body.notes.map(({ before }) => before.deckId),
      ]),
    ],
    mediaNames: body.media.map(({ id }) => id),
    pastLogIds: [
      ...new Set([
        ...body.logIds,
        ...body.lines.map(({ id }) => id),
        ...body.cards.flatMap(({ lines }) => (lines ? [lines.id] : [])),
      ]),
    ],
  }),
  effects(body, { atMillis }, rows) {
    const after = copied(rows);
    const asBefore = typesBack(body, after);
    notesBack(body, atMillis, asBefore, after);
    cardsBack(body, after);
    logsBack(body, after);
    typesGone(body, after);
    decksBack(body, rows, after);
    presetsBack(body, after);
    restBack(body, rows, after);
    const changes = changesBetween(rows, after);
    return changes.length > 0 ? ok({ changes }) : nothingLeft();
  },
  upgrade: { 1: (fields: object) => ({ ...fields, seesNamedAlone: true }) },
});

function noteIdsOf({ noteIds, notes, cards }: TakeBack) {
  const others = [...notes.map(({ before }) => before.id), ...cards.map(({ id }) => noteIdOf(id))];
  return [...new Set([...noteIds, ...others])];
}

function nothingLeft(): Result<never> {
  return failed(
    t`Nothing of that import is left.`,
    t`Nothing was changed.`,
    t`There is nothing more to be done.`,
  );
}
