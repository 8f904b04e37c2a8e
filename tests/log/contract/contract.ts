import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type {
  CardId,
  DeckId,
  DeviceId,
  NoteId,
  NoteTypeId,
  OperationId,
} from '../../../src/kernel/ids.ts';
import { historyIdOf } from '../../../src/domain/collection/card.ts';
import { packedLog } from '../../../src/domain/import/packed-log.ts';
import type { Grade } from '../../../src/domain/memory/schedule.ts';
import { DEFAULT_WEIGHTS } from '../../../src/domain/memory/weights.ts';
import { findHard } from '../../../src/domain/regrade/find-hard.ts';
import type { Operation, OperationBody } from '../../../src/log/operation.ts';
import { replayOperations } from '../../../src/log/replay/replay-all.ts';
import { historyHash, stateHash, takenBackRows } from '../../../src/log/replay/state-hash.ts';
import { aCard, inReview, NOW, TODAY } from '../../support/collection.ts';
import { anyLog, stamped } from './any-log.ts';

/** All that a log comes to, as a person could tell. */
export interface Meaning {
  /** Notes, cards, decks, options … */
  readonly state: string;
  /** Answers, and which of them count. */
  readonly history: string;
  readonly refused: readonly string[];
  readonly deferred: readonly string[];
}

/** Whatever keeps a log: it is handed operations, in some order, and says what they come to. */
export interface LogKeeper {
  take(operations: readonly unknown[]): Promise<void>;
  meaning(): Promise<Meaning>;
  close(): void;
}

/** What the plain replay of the whole log says: the measure for every keeper. */
export function meaningOf(operations: readonly unknown[]): Meaning {
  const replayed = replayOperations(operations);
  return {
    state: stateHash(replayed),
    history: historyHash(
      replayed.reviews.values(),
      takenBackRows(replayed.undone, (id) => replayed.reviews.get(id)),
    ),
    refused: replayed.refused.map(({ id }) => id).sort(),
    deferred: replayed.deferred.map(({ operation }) => operation.id).sort(),
  };
}

const A = 'device-a' as DeviceId;
const B = 'device-b' as DeviceId;
const DECK = 'd1' as DeckId;
const ONE = 'd1:one/1' as CardId;

const created: OperationBody = {
  kind: 'create-deck',
  deckId: DECK,
  name: 'One',
  presetId: 'default',
};
const renamed: OperationBody = { kind: 'rename-decks', names: [{ deckId: DECK, name: 'Other' }] };
const added: OperationBody = {
  kind: 'add-notes',
  notes: ['one', 'two'].map((name) => ({
    id: `d1:${name}` as NoteId,
    deckId: DECK,
    noteTypeId: 'cloze' as NoteTypeId,
    fields: { text: '{{c1::one}} {{c2::two}}' },
    sections: ['Even'],
  })),
};
const answered = (cardId: CardId, repsBefore = 0): OperationBody => ({
  kind: 'answer',
  cardId,
  grade: 3,
  durationMillis: 4000,
  repsBefore,
});
const swapped: OperationBody = {
  kind: 'change-type',
  noteIds: ['d1:one' as NoteId],
  noteTypeId: 'cloze' as NoteTypeId,
  fields: { text: 'text' } as never,
  slots: { 1: 2, 2: 1 },
};

/** A log of bodies by devices; an undo or a redo names the place of its target in the list. */
function logOf(
  ...steps: readonly (OperationBody | readonly [DeviceId, OperationBody | Turn] | Turn)[]
): Operation[] {
  const counters = new Map<DeviceId, number>();
  const log: Operation[] = [];
  for (const step of steps) {
    const [deviceId, body] = Array.isArray(step) ? step : [A, step as OperationBody | Turn];
    const counter = counters.get(deviceId) ?? 0;
    counters.set(deviceId, counter + 1);
    const plain =
      'of' in body
        ? ({ kind: body.turn, target: log[body.of]?.id ?? `${A}:0000000099` } as never)
        : body;
    log.push(stamped(plain, deviceId, counter, NOW + log.length * 60_000));
  }
  return log;
}
interface Turn {
  readonly turn: 'undo' | 'redo';
  readonly of: number;
}
const undo = (of: number): Turn => ({ turn: 'undo', of });
const redo = (of: number): Turn => ({ turn: 'redo', of });
const places = (log: readonly Operation[], ids: readonly string[]) =>
  log.flatMap(({ id }, place) => (ids.includes(id) ? [place] : []));

/** What is answered under a clock a year ahead, and then counted as of the day after. */
function aheadOf(
  ...later: readonly (OperationBody | readonly [DeviceId, OperationBody | Turn] | Turn)[]
) {
  const log = logOf(created, added, answered(ONE), answered(ONE, 1), ...later);
  return log.map((operation, place): Operation => {
    const isAhead = place === 2 || place === 3;
    if (!isAhead) return operation;
    const { atMillis, studyDay } = operation;
    return { ...operation, atMillis: atMillis + 365 * 86_400_000, studyDay: studyDay + 365 };
  });
}
const aheadReviews = [...replayOperations(aheadOf()).reviews.values()];
const redated: OperationBody = {
  kind: 'redate',
  cardIds: [ONE],
  answered: [{ cardId: ONE, before: { state: 'new', reps: 0, lapses: 0 }, grades: [3, 3] }],
  reviews: aheadReviews,
};

/** A card in review, answered Hard and Good on later days; `later` comes after. */
function hardOf(
  ...later: readonly (OperationBody | readonly [DeviceId, OperationBody | Turn] | Turn)[]
) {
  const graded = (grade: Grade, repsBefore: number) => ({ ...answered(ONE, repsBefore), grade });
  const answers = ([4, 3, 2, 3] as const).map(graded);
  const log = logOf(created, added, ...answers, ...later);
  // Ten days between two steps, so that each answer is a review of a day of its own.
  return log.map((operation, place): Operation => {
    const later = place * 10;
    return {
      ...operation,
      atMillis: operation.atMillis + later * 86_400_000,
      logicalMillis: operation.logicalMillis + later * 86_400_000,
      studyDay: operation.studyDay + later,
    };
  });
}

/** Every first review of a day that was graded Hard counts as Again, as the collection stands after `log`. */
function regradeAfter(log: readonly Operation[], movesDates = false): OperationBody {
  const { cards, reviews, undone, pastLogs } = replayOperations(log);
  const regrades = [...cards.values()].flatMap((card) => {
    const own = [...reviews.values()].filter(
      ({ cardId, operationId }) => cardId === historyIdOf(card) && !undone.has(operationId),
    );
    const answers = { card, reviews: own, hasCrammed: false, log: pastLogs.get(historyIdOf(card)) };
    const meant = { span: { from: 0, to: 1e6 }, which: 'all' } as const;
    return findHard(answers, meant, { weights: DEFAULT_WEIGHTS }).regrade ?? [];
  });
  if (regrades.length === 0) throw new Error('nothing here was graded Hard');
  const pastLogIds = [...pastLogs.keys()] as CardId[];
  return { kind: 'regrade', cards: regrades, pastLogIds, movesDates };
}
const regrade = regradeAfter(hardOf());

/** What was answered elsewhere: new, Hard, and Hard again. */
const elsewhere: Extract<OperationBody, { kind: 'take-over' }> = {
  kind: 'take-over',
  rows: [
    { table: 'cards', row: aCard(ONE, { deckId: DECK, schedule: inReview(TODAY + 4) }) },
    {
      table: 'pastLogs',
      row: {
        id: ONE,
        deckId: DECK,
        utcOffsetMinutes: 0,
        rolloverHour: 4,
        packed: packedLog(
          [26, 16, 6].map((ago, index) => ({
            atMillis: NOW - ago * 86_400_000,
            grade: index === 0 ? 3 : 2,
            interval: 10,
            lastInterval: index === 0 ? 0 : 10,
            factor: 2500,
            durationMillis: 5000,
            type: index === 0 ? 0 : 1,
          })),
        ),
      },
    },
  ],
  gone: [],
};
const TWO = 'd1:two/1' as CardId;
const elsewhereToTwo = JSON.parse(JSON.stringify(elsewhere).replaceAll(ONE, TWO)) as OperationBody;
const regradeOfBoth = regradeAfter(hardOf(elsewhereToTwo));
const regradeElsewhere = regradeAfter(logOf(created, added, elsewhere), true);

const loaded: OperationBody = {
  kind: 'load-deck',
  deckId: DECK,
  name: 'One',
  source: '',
  drafts: [
    {
      id: 'd1:one' as NoteId,
      content: { type: 'cloze', text: '{{c1::one}}' },
      extra: '',
      sections: [],
      source: '',
    },
  ],
  archive: [],
  keep: [],
  restore: [],
};
const elsewhereInDeck = aCard(ONE, { deckId: 'd2' as DeckId, schedule: inReview(TODAY + 4) });

/** [log, which of its places are refused, or deferred] */
const CASES: Readonly<
  Record<string, readonly [Operation[], readonly number[], (readonly number[])?]>
> = {
  'an empty log': [[], []],
  'answers dated ahead count on the day they were counted to': [aheadOf(redated), []],
  'counted to another day, taken back and done again': [
    aheadOf(redated, undo(4), redo(4), answered(ONE, 2)),
    [],
  ],
  'counted to another day and taken back': [aheadOf(redated, undo(4), undo(3)), []],
  'only what still counts is counted to another day': [
    aheadOf(undo(3), [B, { ...redated, answered: [] }], [B, redated]),
    [],
  ],
  'answers that there are not are counted nowhere': [
    aheadOf({
      ...redated,
      answered: [],
      reviews: aheadReviews.map((each) => ({
        ...each,
        operationId: `${B}:0000000077` as OperationId,
      })),
    }),
    [],
  ],
  'grades that are corrected count as Again': [hardOf(regrade), []],
  'corrected, taken back and done again, and answered on': [
    hardOf(regrade, undo(6), redo(6), answered(ONE, 4)),
    [],
  ],
  'corrected and taken back': [hardOf(regrade, undo(6), undo(5)), []],
  'corrected twice, with the dates the second time': [
    hardOf([B, regrade], regradeAfter(hardOf(), true)),
    [7],
  ],
  'a card that was answered meanwhile is left alone, and its answers': [
    hardOf([B, answered(ONE, 4)], regrade),
    [7],
  ],
  'of two cards one was answered meanwhile: the other is corrected, and taken back': [
    hardOf(elsewhereToTwo, [B, answered(ONE, 4)], regradeOfBoth, undo(8)),
    [],
  ],
  'answers from elsewhere that are corrected': [
    logOf(created, added, elsewhere, regradeElsewhere),
    [],
  ],
  'answers from elsewhere that are corrected, taken back and done again': [
    logOf(created, added, elsewhere, regradeElsewhere, undo(3), redo(3), undo(3)),
    [],
  ],
  'a deck that was renamed stays when its making is undone': [
    logOf(created, renamed, undo(0)),
    [2],
  ],
  'undone in the other order both go': [logOf(created, renamed, undo(1), undo(0)), []],
  'a deck with notes of another device in it stays': [logOf(created, [B, added], undo(0)), [2]],
  'a deck that is deleted here stays with what another device put into it': [
    logOf(created, [B, added], { kind: 'delete-decks', deckIds: [DECK], noteIds: [] }, undo(2)),
    [],
  ],
  'or that moves along, and comes back': [
    logOf(
      created,
      { kind: 'create-deck', deckId: 'd2' as DeckId, name: 'Two', presetId: 'default' },
      [B, added],
      ...[{ kind: 'delete-decks', deckIds: [DECK], noteIds: [], moveTo: 'd2' as DeckId } as const],
      undo(3),
      redo(3),
    ),
    [],
  ],
  'steps of another device that saw nothing of it do not stand in the way': [
    logOf(created, added, answered(ONE), [B, answered('d1:two/1' as CardId)], undo(2)),
    [],
  ],
  'steps of another device that saw it do': [
    logOf(created, added, answered(ONE), [B, answered('d1:one/2' as CardId)], undo(2)),
    [4],
  ],
  'an undo twice': [logOf(created, renamed, undo(1), undo(1)), [3]],
  'an undo of an undo': [logOf(created, renamed, undo(1), undo(2)), [3]],
  'an undo of nothing': [logOf(created, undo(7)), [1]],
  'redone, and undone again': [logOf(created, renamed, undo(1), redo(1), undo(1)), []],
  'two undone and redone, the last first': [
    logOf(created, added, renamed, undo(2), undo(1), redo(1), redo(2)),
    [],
  ],
  'redone in the wrong order': [logOf(created, added, renamed, undo(2), undo(1), redo(2)), [5]],
  'a redo after something new': [
    logOf(created, added, answered(ONE), undo(2), renamed, redo(2)),
    [5],
  ],
  'a redo of what another device took back': [logOf(created, renamed, undo(1), [B, redo(1)]), [3]],
  'an answer redone counts again, as the same answer': [
    logOf(created, added, answered(ONE), undo(2), redo(2), answered(ONE, 1)),
    [],
  ],
  'an answer undone after its card changed places': [
    logOf(created, added, swapped, answered(ONE), undo(3)),
    [],
  ],
  'the first of two answers to one showing counts': [
    logOf(created, added, answered(ONE), [B, answered(ONE)]),
    [3],
  ],
  'a section renamed where a deck lists it without a note': [
    logOf(
      created,
      added,
      { kind: 'create-deck', deckId: 'd2' as DeckId, name: 'Two', presetId: 'default' },
      { kind: 'move-notes', noteIds: ['d1:one'] as NoteId[], deckId: 'd2' as DeckId },
      { kind: 'delete-notes', noteIds: ['d1:two'] as NoteId[] },
      { kind: 'rename-section', noteIds: ['d1:one'] as NoteId[], from: 'Even', to: 'Odd' },
    ),
    [],
  ],
  'a step dated after one that its device numbered later': [
    (() => {
      const log = logOf(created, added, renamed, answered(ONE));
      const [first, second, third, fourth] = log;
      if (!first || !second || !third || !fourth) throw new Error('a short log');
      const { atMillis, logicalMillis } = fourth;
      const late = { ...third, atMillis: atMillis + 1, logicalMillis: logicalMillis + 1 };
      return [first, second, fourth, late];
    })(),
    [3],
  ],
  'a deck file read again finds a card that lies in another deck than its note': [
    logOf(
      loaded,
      answered(ONE),
      { kind: 'take-over', rows: [{ table: 'cards', row: elsewhereInDeck }], gone: [] },
      loaded,
    ),
    [],
  ],
  'a history taken over stands in the way of what brought its note': [
    logOf(created, added, [B, { ...elsewhere, rows: elsewhere.rows.slice(1) }], undo(1)),
    [3],
  ],
  'a history that was here before its note came again stays when that is taken back': [
    logOf(
      created,
      added,
      elsewhere,
      { kind: 'delete-notes', noteIds: ['d1:one', 'd1:two'] as NoteId[] },
      added,
      undo(4),
      undo(3),
    ),
    [],
  ],
  'a card without a note stays when the note that it got is taken back': [
    logOf(
      created,
      {
        kind: 'take-over',
        rows: ['d1:one/1', 'd1:one/2'].map((id) => ({
          table: 'cards',
          row: aCard(id, { deckId: DECK, schedule: inReview(TODAY + 4) }),
        })),
        gone: [],
      },
      {
        kind: 'add-notes',
        notes: [
          {
            id: 'd1:one' as NoteId,
            deckId: DECK,
            noteTypeId: 'cloze' as NoteTypeId,
            fields: { text: '{{c1::one}}' } as never,
            sections: [],
          },
        ],
      },
      undo(2),
    ),
    [],
  ],
  'a kind of the future, and an undo of it': [
    (() => {
      const log = logOf(created, added, renamed, undo(2), answered(ONE));
      const [, , future, , last] = log;
      if (!future || !last) throw new Error('a short log');
      const strange = { ...future, body: { kind: 'fold-deck', deckId: DECK } } as never;
      return [...log.slice(0, 2), strange, ...log.slice(3)];
    })(),
    [],
    [2, 3],
  ],
  'a version of the future': [
    logOf(created, renamed).map((each, at) => (at === 1 ? { ...each, version: 99 } : each)),
    [],
    [1],
  ],
  'a body of version 1 is read as it was meant': [
    logOf(created, added).map((each, at) => (at === 1 ? { ...each, version: 1 } : each)),
    [],
  ],
};

/** The suite that every keeper of a log passes: the database, a snapshot gone on from, a journal. */
export function contract(name: string, open: () => Promise<LogKeeper>, numRuns: number): void {
  async function meaning(parts: readonly (readonly unknown[])[]): Promise<Meaning> {
    const keeper = await open();
    try {
      for (const part of parts) await keeper.take(part);
      return await keeper.meaning();
    } finally {
      keeper.close();
    }
  }

  describe(`${name} keeps the contract of the log`, () => {
    test.each(Object.entries(CASES))(
      '[LOG-13] %s',
      async (_name, [log, refused, deferred = []]) => {
        const expected = meaningOf(log);
        expect(places(log, expected.refused)).toEqual(refused);
        expect(places(log, expected.deferred)).toEqual(deferred);
        expect(await meaning([log])).toEqual(expected);
        expect(await meaning(log.map((each) => [each]))).toEqual(expected);
      },
    );

    test('[LOG-13] whatever log comes, and in whatever order, it means what its replay says', async () => {
      await fc.assert(
        fc.asyncProperty(
          anyLog(),
          fc.nat(5),
          fc.infiniteStream(fc.nat(1000)),
          async (log, cut, order) => {
            const expected = meaningOf(log);
            expect(await meaning(log.map((each) => [each]))).toEqual(expected);
            const mixed = log
              .map((each) => ({ each, at: order.next().value ?? 0 }))
              .sort((one, other) => one.at - other.at)
              .map(({ each }) => each);
            const place = Math.floor((mixed.length * cut) / 5);
            expect(await meaning([mixed.slice(0, place), mixed.slice(place)])).toEqual(expected);
          },
        ),
        { numRuns },
      );
    });
  });
}
