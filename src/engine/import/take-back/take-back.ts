import type { OperationId } from '../../../kernel/ids.ts';
import { ok, type Result } from '../../../kernel/problem.ts';
import type { ClockReading } from '../../../kernel/study-day.ts';
import { t } from '../../../kernel/texts.ts';
import { inPhase, type Watch } from '../../../kernel/watch.ts';
import type { OperationBody } from '../../../log/operation.ts';
import { apply } from '../../../store/apply.ts';
import type { RoundsDatabase } from '../../../store/schema.ts';
import { goOn } from '../store-media.ts';
import { mediaToGo } from './media-to-go.ts';
import { planTakeBack, type WorkedOn } from './plan-take-back.ts';
import type { TakeBackCounts } from './take-back-counts.ts';
import { readHereNow, readImportMade } from './read-made.ts';

export type { WorkedOn };

/** Which import is taken back, and what becomes of what the person has worked on since. */
export interface TakeBackAsked {
  readonly id: OperationId;
  readonly workedOn: WorkedOn;
}

/** What taking an import back would do; `media`: files of its that nothing else names. */
export interface TakeBackLook extends TakeBackCounts {
  readonly media: number;
}

/** Says what taking it back would do; nothing is written (ANKI-54). */
export async function lookAtTakeBack(
  db: RoundsDatabase,
  asked: TakeBackAsked,
  watch: Watch,
): Promise<Result<TakeBackLook>> {
  const decided = await decide(db, asked, watch);
  if (!decided.ok) return decided;
  const { body, counts } = decided.value;
  return ok({ ...counts, media: body.media.length });
}

/** Takes it back, as one step (ANKI-53). */
export async function takeBack(
  db: RoundsDatabase,
  asked: TakeBackAsked,
  now: ClockReading,
  watch: Watch,
): Promise<Result<TakeBackLook>> {
  const decided = await decide(db, asked, watch);
  if (!decided.ok) return decided;
  const { body, counts } = decided.value;
  const writing = inPhase(watch, t`Taking it back`);
  const done = await apply(db, { body, ...now, origin: 'person' }, writing);
  return done.ok ? ok({ ...counts, media: body.media.length }) : done;
}

async function decide(db: RoundsDatabase, { id, workedOn }: TakeBackAsked, watch: Watch) {
  await goOn(watch, 0, 0, t`Reading what it brought`);
  const made = await readImportMade(db, id);
  if (!made.ok) return made;
  const plan = planTakeBack(made.value, await readHereNow(db, made.value), workedOn);
  const looking = inPhase(watch, t`Looking for files that nothing else needs`);
  const media = await mediaToGo(db, made.value, plan, looking);
  const body: Extract<OperationBody, { kind: 'take-back-import' }> = {
    kind: 'take-back-import',
    ...plan.body,
    media,
  };
  return ok({ body, counts: plan.counts });
}
