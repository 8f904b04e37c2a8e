import { failed, ok, type Result } from '../kernel/problem.ts';
import { effectsOfAnswer } from './answer.ts';
import {
  eachCard,
  effectsOfForget,
  effectsOfRedate,
  effectsOfRelease,
  effectsOfReschedule,
  effectsOfSetDue,
} from './cards.ts';
import { effectsOfCramAnswer, effectsOfSettleCram } from './cram.ts';
import {
  effectsOfCreateDeck,
  effectsOfDeckPreset,
  effectsOfDeleteDecks,
  effectsOfDeletePreset,
  effectsOfMove,
  effectsOfRenameDecks,
} from './decks.ts';
import {
  effectsOfAddMedia,
  effectsOfDeleteMedia,
  effectsOfDeleteSearch,
  effectsOfRenameMedia,
  effectsOfSaveSearch,
} from './files.ts';
import { effectsOfLoad } from './load-deck.ts';
import { effectsOfChangeType, effectsOfDeleteType, effectsOfSetType } from './note-types.ts';
import {
  effectsOfAdd,
  effectsOfArchive,
  effectsOfDelete,
  effectsOfEdit,
  effectsOfMark,
  effectsOfRenameSection,
  effectsOfTag,
} from './notes.ts';
import type { Operation } from './operation.ts';
import { effectsOfDeleteOverlay, effectsOfSetOverlay } from './overlays.ts';
import type { Effects, Rows } from '../domain/collection/rows.ts';

/** What `operation` does to `rows`: a pure function, so that a replay of the log equals the past. */
export function effectsOf(operation: Operation, rows: Rows): Result<Effects> {
  const { body } = operation;
  switch (body.kind) {
    case 'answer':
      return effectsOfAnswer(operation, body, rows);
    case 'load-deck':
      return effectsOfLoad(operation, body, rows);
    case 'add-notes':
      return effectsOfAdd(operation, body, rows);
    case 'edit-notes':
      return effectsOfEdit(operation, body.edits, rows);
    case 'mark':
      return effectsOfMark(body, rows);
    case 'tag':
      return effectsOfTag(operation, body, rows);
    case 'rename-section':
      return effectsOfRenameSection(body, rows);
    case 'move-notes':
      return effectsOfMove(body, rows);
    case 'archive':
      return effectsOfArchive(body, rows);
    case 'delete-notes':
      return effectsOfDelete(body.noteIds, rows);
    case 'change-type':
      return effectsOfChangeType(operation, body, rows);
    case 'set-note-type':
      return effectsOfSetType(body, rows);
    case 'delete-note-type':
      return effectsOfDeleteType(body, rows);
    case 'create-deck':
      return effectsOfCreateDeck(body, rows);
    case 'rename-decks':
      return effectsOfRenameDecks(body, rows);
    case 'delete-decks':
      return effectsOfDeleteDecks(body, rows);
    case 'set-deck-preset':
      return effectsOfDeckPreset(body, rows);
    case 'suspend':
      return eachCard(body.cardIds, rows, (card) => ({ ...card, suspended: body.suspended }));
    case 'bury':
      return eachCard(body.cardIds, rows, (card) => ({ ...card, buriedUntil: body.until }));
    case 'flag':
      return eachCard(body.cardIds, rows, (card) => ({ ...card, flag: body.flag }));
    case 'release':
      return effectsOfRelease(operation, body, rows);
    case 'set-due':
      return effectsOfSetDue(operation, body, rows);
    case 'reschedule':
      return effectsOfReschedule(operation, body.cardIds, rows);
    case 'forget':
      return effectsOfForget(body.cardIds, rows);
    case 'redate':
      return effectsOfRedate(operation, body.cardIds, rows);
    case 'set-preset':
      return ok({
        changes: [
          {
            table: 'presets',
            key: body.preset.id,
            before: rows.presets.get(body.preset.id),
            after: body.preset,
          },
        ],
      });
    case 'set-study':
      return ok({
        changes: [
          {
            table: 'settings',
            key: 'study',
            before: rows.settings.get('study'),
            after: body.settings,
          },
        ],
      });
    case 'delete-preset':
      return effectsOfDeletePreset(body, rows);
    case 'add-media':
      return effectsOfAddMedia(body, rows);
    case 'delete-media':
      return effectsOfDeleteMedia(body, rows);
    case 'rename-media':
      return effectsOfRenameMedia(operation, body, rows);
    case 'save-search':
      return effectsOfSaveSearch(body, rows);
    case 'delete-search':
      return effectsOfDeleteSearch(body, rows);
    case 'set-overlay':
      return effectsOfSetOverlay(body, rows);
    case 'delete-overlay':
      return effectsOfDeleteOverlay(body, rows);
    case 'cram-answer':
      return effectsOfCramAnswer(operation, body, rows);
    case 'settle-cram':
      return effectsOfSettleCram(body, rows);
    case 'undo':
      return failed(
        'An undo was asked for without the operation it takes back.',
        'Nothing was changed.',
        'Start Rounds again; if it happens again, this is a defect worth reporting.',
      );
  }
}
