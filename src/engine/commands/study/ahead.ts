import { siblingDays } from '../../../domain/balance/sibling-days.ts';
import type { Card } from '../../../domain/collection/card.ts';
import { historyIdOf } from '../../../domain/collection/card.ts';
import type { StudySettings } from '../../../domain/collection/deck.ts';
import type { Grade } from '../../../domain/memory/schedule.ts';
import { buildQueue, type PassedOver } from '../../../domain/study/queue/build.ts';
import { KeptRanges } from '../../../domain/study/queue/kept-ranges.ts';
import { momentOf } from '../../../domain/study/queue/queue.ts';
import { rangesAfter } from '../../../domain/study/queue/ranges-after.ts';
import type { SessionTotal } from '../../../domain/study/session-total.ts';
import { type Progress, sourceOf } from '../../../domain/study/source.ts';
import { type CardId, noteIdOf } from '../../../kernel/ids.ts';
import { ok, type Result } from '../../../kernel/problem.ts';
import type { ClockReading } from '../../../kernel/study-day.ts';
import { effectsOf } from '../../../log/effects.ts';
import { type Applied, stamp, tablesOfOperations } from '../../../store/apply.ts';
import { foresee, type Foreseen } from '../../../store/device/foreseen.ts';
import { readSessionOnScreen, rememberNextCard, scopeOf } from '../../../store/device/session.ts';
import { readSessionTotal } from '../../../store/device/session-total.ts';
import { readDevice, writesOf } from '../../../store/device/writes.ts';
import { StoredRanges } from '../../../store/ranges.ts';
import { withoutKeys } from '../../../store/reach.ts';
import { transactionAtHand } from '../../../store/reads/requests.ts';
import { type CardInFull, readInFull } from '../../../store/reads/card-info.ts';
import { readStudySettings } from '../../../store/reads/settings.ts';
import type { CardRow, DeviceRow, SessionRow } from '../../../store/schema.ts';
import { type Deps, intentOf } from '../../deps.ts';
import { inWords } from '../../in-words.ts';
import { answerBody } from './answer.ts';
import { type Standing, standingOf } from './standing.ts';
import { cardNext, finishedNext, LOOK_AHEAD, type Next, nextInStudy } from './study.ts';

/** What is known of the next card before the card at hand is graded (REVIEW-12). */
export interface Ahead {
  /** What the grades lead to, Good's first, each once: to be drawn before it is asked for. */
  readonly candidates: readonly CardInFull[];
  /** What an answer reads; where it comes next of all writes, it need not. */
  readonly foreseen: Foreseen;
  readonly session: SessionRow;
  readonly settings: StudySettings;
  readonly total: SessionTotal;
  /** What the next queue is read from. */
  readonly ranges: KeptRanges;
  readonly passOver: PassedOver | undefined;
}

/** Good is the grade given most. */
const BY_LIKELIHOOD: readonly Grade[] = [3, 1, 4, 2];

/**
 * Makes ready what follows an answer to `card`, for each grade, while its answer is looked at: in
 * one read of the database, which writes nothing. undefined where it can only be asked afterwards.
 */
export function prepareNext(
  deps: Deps,
  card: Card,
  passOver?: PassedOver,
): Promise<Result<Ahead | undefined>> {
  const { store } = deps;
  const now = deps.clock();
  const tables = [...tablesOfOperations(store), 'sessions'];
  return inWords(async () =>
    ok(
      await store.transaction('r', tables, async (): Promise<Ahead | undefined> => {
        const transaction = transactionAtHand();
        const device = await readDevice(store);
        const standing = await readStanding(deps, transaction, device, now);
        if (!standing) return undefined;
        const { session, settings, total, ranges, counts } = standing;
        const moment = momentOf(now, settings);
        const [presets, decks] = await Promise.all([ranges.presets(), ranges.decks()]);
        const cards = await ranges.cardsOfNotes(new Set([noteIdOf(card.id)]));
        const known = { settings, presets, decks, counts, cards };
        const foreseen = await foresee(store, device, card.id, moment.today, known);
        const { rows } = foreseen;
        const source = sourceOf(scopeOf(session), withAnswer(total, historyIdOf(card)));
        const nextCards = new Map<CardId, Card>();
        for (const grade of BY_LIKELIHOOD) {
          const intent = intentOf({ clock: () => now }, answerBody(card, grade, 0));
          const effects = effectsOf(stamp(intent, device, settings.rolloverHour), rows);
          if (!effects.ok) return undefined;
          const step = { review: undefined, ...effects.value, cards: rows.cards };
          const after = rangesAfter(ranges, step);
          const { cards } = await buildQueue(source, after, moment, LOOK_AHEAD, passOver);
          const [first] = cards;
          if (first && !nextCards.has(first.id)) nextCards.set(first.id, first);
        }
        const candidates = await readInFull(transaction, [...nextCards.values()], {
          decks,
          presets,
          settings,
        });
        // What the days of the next card are chosen by.
        const notes = new Set(candidates.map(({ note }) => note.id));
        await Promise.all([ranges.dueByDay(), ranges.cardsOfNotes(notes)]);
        ranges.close();
        return { candidates, foreseen, session, settings, total, ranges, passOver };
      }),
    ),
  );
}

/** Where the session on screen stands: as it was kept after the last answer, or read anew. */
async function readStanding(
  { store }: Deps,
  transaction: IDBTransaction,
  device: DeviceRow,
  now: ClockReading,
): Promise<Omit<Standing, 'writes' | 'step'> | undefined> {
  const kept = standingOf.get(store);
  standingOf.delete(store);
  if (kept?.writes === writesOf(device) && isOfToday(kept, now)) {
    const { ranges, step } = kept;
    const stored = new StoredRanges(transaction);
    return { ...kept, ranges: await ranges.after(step, rangesAfter(ranges, step), stored) };
  }
  const session = await readSessionOnScreen(store, now);
  if (!session || session.cramId !== undefined) return undefined;
  const [total, settings] = await Promise.all([
    readSessionTotal(store, session),
    readStudySettings(store),
  ]);
  return {
    session,
    settings,
    total,
    ranges: new KeptRanges(new StoredRanges(transaction)),
  };
}

function isOfToday({ session, settings }: Standing, now: ClockReading): boolean {
  return momentOf(now, settings).today === session.studyDay;
}

/**
 * The next card after `answer`, which is on disk: out of what was made ready, without a read, where
 * that still holds; asked anew otherwise. Both come to the same.
 */
export async function nextAfter(
  deps: Deps,
  answer: Applied,
  ahead: Ahead | undefined,
  passOver?: PassedOver,
): Promise<Result<Next>> {
  const next = ahead && (await nextAhead(deps, ahead, answer));
  if (!next) return nextInStudy(deps, undefined, passOver);
  if (next.kind === 'card') remember(deps, next.showing.card.id);
  return ok(next);
}

/** Where the session stands is worth remembering, not worth failing for. */
function remember({ store }: Deps, cardId: CardId): void {
  try {
    rememberNextCard(store, cardId);
  } catch {
    // The database was closed: the next command says so.
  }
}

async function nextAhead(
  { store, clock }: Deps,
  { candidates, foreseen, session, settings, total, ranges, passOver }: Ahead,
  { writes, changes, review, counts }: Applied,
): Promise<Next | undefined> {
  const moment = momentOf(clock(), settings);
  if (writes !== foreseen.writes || moment.today !== session.studyDay || !review) return undefined;
  total.add(review);
  const source = sourceOf(scopeOf(session), total);
  const step = { changes, review, cards: foreseen.rows.cards };
  const after = rangesAfter(ranges, step);
  const queue = await buildQueue(source, after, moment, LOOK_AHEAD, passOver);
  const [due, cardsOfNote] = await Promise.all([
    after.dueByDay(),
    after.cardsOfNotes(new Set(queue.cards.slice(0, 1).map(({ id }) => noteIdOf(id)))),
  ]);
  if (ranges.isBeyond) return undefined;
  standingOf.set(store, { writes, session, settings, total, ranges, step, counts });
  const [first] = queue.cards;
  if (!first) return finishedNext(session, total, queue);
  const showing = candidates.find(({ card }) => card.id === first.id);
  if (!showing) return undefined;
  const note = changes.find(
    ({ table, key }) => table === 'notes' && key === showing.note.id,
  )?.after;
  return cardNext(session, total, queue, {
    ...showing,
    card: withoutKeys(first as CardRow),
    note: (note as CardInFull['note'] | undefined) ?? showing.note,
    daysAhead: { due, siblings: siblingDays(cardsOfNote, first.id) },
  });
}

/** `progress` with an answer more; its time does not decide which card is next but at the very end. */
function withAnswer({ answered, spentMillis }: Progress, historyId: CardId): Progress {
  return { answered: new Set([...answered, historyId]), spentMillis };
}
