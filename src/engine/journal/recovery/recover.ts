import type { DeviceId } from '../../../kernel/ids.ts';
import { ok, type Result } from '../../../kernel/problem.ts';
import { t } from '../../../kernel/texts.ts';
import type { Watch } from '../../../kernel/watch.ts';
import type { CopiesPlace } from '../../../platform/copies/copies-place.ts';
import type { ChosenFolder } from '../../../platform/folder/chosen-folder.ts';
import type { JournalFiles } from '../../../platform/journal/journal-files.ts';
import type { StoredBody } from '../../../store/log/payloads.ts';
import { receive, type Received } from '../../../store/log/receive.ts';
import { receiveInOrder } from '../../../store/log/receive-in-order.ts';
import type { RoundsDatabase } from '../../../store/schema.ts';
import { readInForce } from '../in-force.ts';
import { gapsIn, nameGaps } from './gaps.ts';
import type { Missing } from './missing.ts';
import { shippedAgain } from './shipped-again.ts';
import { soundJournal } from './sound-journal.ts';
import { bodyOf } from '../bodies.ts';
import { putBackMedia, withoutContent } from '../media-back.ts';
import { stepsInFolder } from './steps-in-folder.ts';
import { type LookedInto, stepsInCopies } from './steps-in-copies.ts';
import {
  counterOf,
  deviceOf,
  idOf,
  type JournalSteps,
  type Lost,
  type KeptStep,
  stepsInJournal,
  type UnreadPart,
} from '../steps-in-journal.ts';
import { namedWithoutEffect } from './without-effect.ts';

/** What came of putting back what was missing. */
export interface Recovered {
  /** Steps that are in the database again. */
  readonly operations: number;
  /** The time of the first and the last of them, where there are any. */
  readonly fromMillis?: number;
  readonly toMillis?: number;
  /** Contents of pictures and sounds that are there again. */
  readonly media: number;
  /** How many of them only the journal in the folder of the person's own had. */
  readonly fromFolder: number;
  /** Copies that were looked into for what the journal does not have, the newest first. */
  readonly copies: readonly LookedInto[];
  /** What could not be put back, each with its name and the reason. */
  readonly lost: readonly Lost[];
  /** The deck of Rounds, whose step is lost, was loaded anew before what is about its cards. */
  readonly loadedAgain?: string;
}

const NO_JOURNAL: JournalSteps = {
  steps: new Map(),
  doubted: new Set(),
  mended: new Set(),
  unread: [],
};

/** Where else steps may be, for what the journal has lost. */
export interface Elsewhere {
  readonly place?: CopiesPlace | undefined;
  /** Of the person's own, with the journal in it. */
  readonly folder?: ChosenFolder | undefined;
  /** Of the deck that comes with Rounds, for where the step that brought it is lost. */
  readonly shippedText?: string | undefined;
}

/**
 * Puts what the journal has and the database lacks into the database, and works the collection out.
 * What of it the journal has lost is taken from the folder of the person's own, and then from the
 * newest copies that can be read. Nothing that is there is changed or deleted, in any of them; what
 * could not be read is named.
 */
export async function recover(
  store: RoundsDatabase,
  ownFiles: JournalFiles,
  missing: Missing,
  watch: Watch = () => true,
  { place, folder, shippedText, partSize = PART }: Elsewhere & { readonly partSize?: number } = {},
): Promise<Result<Recovered>> {
  const { from, isAll, isFromCopies = false, isFromFolder = false } = missing;
  const files = isFromFolder && folder ? folder.journal : ownFiles;
  const limits = await readInForce(files);
  if (!limits.ok && !isFromCopies) return limits;
  const inForce = limits.ok ? limits.value : new Map<DeviceId, number>();
  const isInForce = (step: KeptStep): boolean =>
    counterOf(step) < (inForce.get(deviceOf(step)) ?? Number.POSITIVE_INFINITY);
  const inOrder =
    isFromCopies || isFromFolder
      ? undefined
      : await putBackInOrder(store, files, missing, { isInForce, partSize, watch });
  const [began, ended] = inOrder ? [WRITTEN_SHARE, 1] : [JOURNAL_SHARE, READ_SHARE];
  const read =
    isFromCopies || inOrder
      ? ok({ ...NO_JOURNAL, steps: new Map<string, KeptStep>() })
      : await stepsInJournal(files, from, isInForce, partOf(watch, missing, 0, JOURNAL_SHARE));
  if (!read.ok) return read;
  const { steps, doubted, unread } = read.value;
  const bodiless = await bringBodies(steps, files);
  const gaps = inOrder ? [] : gapsIn(steps, missing, bodiless);
  const wanted = new Set([...gaps, ...bodiless.keys(), ...doubted]);
  const found =
    folder && !isFromFolder && !isFromCopies && wanted.size > 0
      ? await stepsInFolder(folder, steps, wanted, isInForce)
      : 0;
  const takesAll = isAll || isFromCopies;
  const copies =
    place && (takesAll || wanted.size > 0)
      ? await stepsInCopies(
          store,
          place,
          steps,
          {
            wanted,
            takesAll: ({ why }) => takesAll && (isFromCopies || why !== 'loaded'),
            isInForce,
            here: new Set(
              isAll && !inOrder ? [] : await store.operations.toCollection().primaryKeys(),
            ),
          },
          partOf(watch, missing, began, ended),
        )
      : [];
  const again =
    !inOrder && shippedText && (await shippedAgain(store, steps, shippedText, missing.to));
  if (again) steps.set(idOf(again.step), again.step);
  const span = spanOf(timesOf(steps.values(), inOrder?.span));
  const others = await receive(store, takenOut(steps), {
    partSize,
    watch: partOf(watch, missing, ended, 1),
  });
  const received = inOrder ? together(inOrder.received, others) : others;
  const keptMedia = await files.list('media');
  let media = keptMedia.ok ? await putBackMedia(store, files, keptMedia.value) : 0;
  if (folder && !isFromFolder && isAll) {
    const outside = await folder.journal.list('media');
    if (outside.ok) media += await putBackMedia(store, folder.journal, outside.value);
  }
  const lost = [
    ...unread.flatMap((each) =>
      isMadeGood(each, wanted, copies, found > 0) ? [] : [{ name: each.name, why: each.why }],
    ),
    ...nameGaps(gaps.filter((id) => wanted.has(id))),
    ...[...bodiless].flatMap(([id, why]) => (wanted.has(id) ? [{ name: t`step ${id}`, why }] : [])),
    ...received.rejected.map(({ id, why }) => ({ name: t`step ${id}`, why })),
    ...(keptMedia.ok ? [] : [{ name: 'media', why: keptMedia.problem.what }]),
    ...(isAll ? await withoutContent(store) : []),
  ];
  // Where nothing is lost, what has no effect had none before.
  if (lost.length > 0) {
    const decks = new Map(
      (await store.decks.toArray()).map(({ id, name }) => [id as string, name]),
    );
    lost.push(...(await namedWithoutEffect(store, received.refused, decks)));
  }
  const came = {
    operations: received.taken - (again ? 1 : 0),
    ...span,
    media,
    fromFolder: isFromFolder ? received.taken - (again ? 1 : 0) : found,
    copies,
    lost,
  };
  return ok(again ? { ...came, loadedAgain: again.deck } : came);
}

/** Steps written in one transaction: killed after it, the next start goes on with those that are missing yet. */
const PART = 2000;

/** Of all the work, as measured: the journal read, copies read; of a sound one, what it has written. */
const JOURNAL_SHARE = 0.05;
const READ_SHARE = 0.1;
const WRITTEN_SHARE = 0.95;

interface Order {
  readonly isInForce: (step: KeptStep) => boolean;
  readonly partSize: number;
  readonly watch: Watch;
}

/** Of a journal that is whole each step is read, written and let go of; undefined: it is not. */
async function putBackInOrder(
  store: RoundsDatabase,
  files: JournalFiles,
  missing: Missing,
  { isInForce, partSize, watch }: Order,
): Promise<{ readonly received: Received; readonly span: readonly number[] } | undefined> {
  const look = partOf(watch, missing, 0, JOURNAL_SHARE);
  const sound = await soundJournal(files, missing, isInForce, look);
  if (!sound) return undefined;
  const write = partOf(watch, missing, JOURNAL_SHARE, WRITTEN_SHARE);
  const received = await receiveInOrder(store, sound, { partSize, watch: write });
  return received && { received, span: [sound.fromMillis, sound.toMillis] };
}

function together(one: Received, other: Received): Received {
  return {
    taken: one.taken + other.taken,
    repeated: one.repeated + other.repeated,
    refused: [...one.refused, ...other.refused],
    deferred: [...one.deferred, ...other.deferred],
    rejected: [...one.rejected, ...other.rejected],
  };
}

/** What is heard of a part of the work, as steps of all that are missing: one bar that only grows. */
function partOf(watch: Watch, { operations }: Missing, from: number, to: number): Watch {
  // Of a copy it is not known how many steps it has.
  if (operations === 0) return watch;
  return (done, total) => {
    const share = from + (to - from) * (total > 0 ? done / total : 0);
    return watch(Math.round(share * operations), operations);
  };
}

/** Puts large bodies into their steps; steps whose body is lost are taken out, and said why. */
async function bringBodies(
  steps: Map<string, KeptStep>,
  files: JournalFiles,
): Promise<ReadonlyMap<string, string>> {
  const bodiless = new Map<string, string>();
  for (const [id, step] of steps) {
    const body = await bodyOf(step.body as StoredBody, files);
    if (body.ok) {
      if (body.value !== step.body) steps.set(id, { ...step, body: body.value });
    } else {
      steps.delete(id);
      bodiless.set(id, body.problem.what);
    }
  }
  return bodiless;
}

/** Whether all that a damaged line or file may have held is there, from elsewhere in the journal or from copies. */
function isMadeGood(
  { deviceId, isFollowed }: UnreadPart,
  wanted: ReadonlySet<string>,
  copies: readonly LookedInto[],
  isInFolder: boolean,
): boolean {
  const hasRead = isInFolder || copies.some(({ unread }) => unread === undefined);
  return (isFollowed || hasRead) && ![...wanted].some((id) => id.startsWith(`${deviceId}:`));
}

function* timesOf(steps: Iterable<KeptStep>, more: readonly number[] = []): Generator<number> {
  yield* more;
  for (const { atMillis } of steps) yield Number(atMillis);
}

function spanOf(times: Iterable<number>) {
  let [fromMillis, toMillis] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const atMillis of times) {
    fromMillis = Math.min(fromMillis, atMillis);
    toMillis = Math.max(toMillis, atMillis);
  }
  return fromMillis <= toMillis ? { fromMillis, toMillis } : {};
}

/** Each step once, which is held here no longer: whoever takes it lets go of it when it is written. */
function* takenOut(steps: Map<string, KeptStep>): Generator<KeptStep> {
  for (const [id, step] of steps) {
    steps.delete(id);
    yield step;
  }
}
