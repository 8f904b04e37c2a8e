import { type DeviceId, operationIdOf } from '../../../kernel/ids.ts';
import { ok, type Result } from '../../../kernel/problem.ts';
import { sha256Of } from '../../../kernel/sha256.ts';
import { t } from '../../../kernel/texts.ts';
import type { Watch } from '../../../kernel/watch.ts';
import type { CopiesPlace } from '../../../platform/copies/copies-place.ts';
import type { ChosenFolder } from '../../../platform/folder/chosen-folder.ts';
import type { JournalFile, JournalFiles } from '../../../platform/journal/journal-files.ts';
import type { StoredBody } from '../../../store/log/payloads.ts';
import { receive } from '../../../store/log/receive.ts';
import { hasBlob, putBlob } from '../../../store/media/blobs.ts';
import type { RoundsDatabase } from '../../../store/schema.ts';
import { readInForce } from '../in-force.ts';
import type { Missing } from './missing.ts';
import { shippedAgain } from './shipped-again.ts';
import { bodyOf } from '../bodies.ts';
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
  const read = isFromCopies
    ? ok({ ...NO_JOURNAL, steps: new Map<string, KeptStep>() })
    : await stepsInJournal(files, from, isInForce, partOf(watch, missing, 0, JOURNAL_SHARE));
  if (!read.ok) return read;
  const { steps, doubted, unread } = read.value;
  const bodiless = await bringBodies(steps, files);
  const gaps = gapsIn(steps, missing, bodiless);
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
            here: new Set(isAll ? [] : await store.operations.toCollection().primaryKeys()),
          },
          partOf(watch, missing, JOURNAL_SHARE, READ_SHARE),
        )
      : [];
  const again = shippedText && (await shippedAgain(store, steps, shippedText, missing.to));
  if (again) steps.set(idOf(again.step), again.step);
  const span = spanOf(steps.values());
  const received = await receive(store, takenOut(steps), {
    partSize,
    watch: partOf(watch, missing, READ_SHARE, 1),
  });
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
    ...(isAll ? await lostMedia(store) : []),
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
const PART = 5000;

/** Of all the work, as measured: the journal read, copies read. */
const JOURNAL_SHARE = 0.05;
const READ_SHARE = 0.1;

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

/** A last line after a hole is not counted in the journal's end; a number beyond this is damage. */
const MOST_BEYOND = 10_000;

/** Ids of steps that were done, because later ones were, and are not there. */
function gapsIn(
  steps: ReadonlyMap<string, KeptStep>,
  { from, to }: Missing,
  bodiless: ReadonlyMap<string, string>,
): string[] {
  const gaps: string[] = [];
  const ends = new Map(to);
  for (const step of steps.values()) {
    const [deviceId, counter] = [deviceOf(step), counterOf(step)];
    const end = ends.get(deviceId);
    if (end === undefined || counter < end || counter > end + MOST_BEYOND) continue;
    ends.set(deviceId, counter + 1);
  }
  for (const [deviceId, end] of ends) {
    for (let counter = from.get(deviceId) ?? end; counter < end; counter++) {
      const id = operationIdOf(deviceId, counter);
      if (!steps.has(id) && !bodiless.has(id)) gaps.push(id);
    }
  }
  return gaps;
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

/** Steps by their ids, those that follow one another as one. */
function nameGaps(ids: readonly string[]): Lost[] {
  const why = t`nothing that is left has it`;
  const spans: { first: string; last: string }[] = [];
  for (const id of ids) {
    const span = spans.at(-1);
    const isNext =
      span?.last.slice(0, -10) === id.slice(0, -10) &&
      Number(span.last.slice(-10)) + 1 === Number(id.slice(-10));
    if (span && isNext) span.last = id;
    else spans.push({ first: id, last: id });
  }
  return spans.map(({ first, last }) =>
    first === last
      ? { name: t`step ${first}`, why }
      : { name: t`steps ${first} to ${last.slice(-10)}`, why },
  );
}

async function lostMedia(store: RoundsDatabase): Promise<Lost[]> {
  const lost: Lost[] = [];
  for (const { id, sha256 } of await store.media.toArray()) {
    if (!(await hasBlob(store, sha256))) lost.push({ name: id, why: t`its content is gone` });
  }
  return lost;
}

function spanOf(steps: Iterable<KeptStep>) {
  let [fromMillis, toMillis] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { atMillis } of steps) {
    fromMillis = Math.min(fromMillis, Number(atMillis));
    toMillis = Math.max(toMillis, Number(atMillis));
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

async function putBackMedia(
  store: RoundsDatabase,
  files: JournalFiles,
  listed: readonly JournalFile[],
): Promise<number> {
  const kept = new Set(listed.map(({ path }) => path));
  let media = 0;
  for (const sha256 of new Set((await store.media.toArray()).map((file) => file.sha256))) {
    if (!kept.has(`media/${sha256}`) || (await hasBlob(store, sha256))) continue;
    const read = await files.read(`media/${sha256}`, 0);
    if (!read.ok || (await sha256Of(read.value as Uint8Array<ArrayBuffer>)) !== sha256) continue;
    const put = await putBlob(store, read.value.slice().buffer as ArrayBuffer);
    if (put.ok) media++;
  }
  return media;
}
