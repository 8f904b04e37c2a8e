import { type CopyReason, copyNameOf, parseCopyName } from '../../../exchange/copies/copy-name.ts';
import { copiesToRemove } from '../../../exchange/copies/thinning.ts';
import { PROGRAM } from '../../../exchange/collection-file/program.ts';
import type { Manifest } from '../../../exchange/collection-file/manifest.ts';
import { failed, ok, type Result } from '../../../kernel/problem.ts';
import { t } from '../../../kernel/texts.ts';
import { MILLIS_PER_MINUTE } from '../../../kernel/time.ts';
import type { Watch } from '../../../kernel/watch.ts';
import type { CopiesPlace } from '../../../platform/copies/copies-place.ts';
import { rememberOutside } from '../../../store/copies/days-not-saved.ts';
import { readStudyDay } from '../../../store/reads/settings.ts';
import type { Deps } from '../../deps.ts';
import { inWords } from '../../in-words.ts';
import { copyOutside } from './copy-outside.ts';

/** A copy that was made, and read back. */
export interface MadeCopy {
  readonly name: string;
  readonly manifest: Manifest;
  /** What came of it in the folder that the person chose; absent: none is chosen. */
  readonly outside?: Result<true>;
}

/** Keeps a copy of the collection as it is, beside the journal (COPY-5). */
export function makeCopy(
  deps: Deps,
  why: Exclude<CopyReason, 'loaded'>,
  watch?: Watch,
): Promise<Result<MadeCopy>> {
  return inWords(async () => {
    const place = copiesPlaceOf(deps);
    if (!place.ok) return place;
    const made = await deps.writer.snapshot({ program: PROGRAM, withMedia: false }, watch);
    if (!made.ok) return made;
    const { content, manifest } = made.value;
    const kept = await keepCopy(deps, place.value, content, why);
    // Where this computer takes none, the folder still may.
    const name = kept.ok ? kept.value : copyNameOf({ ...(await dayOf(deps)), why });
    const outside = await copyOutside(deps, name, made.value);
    return kept.ok ? ok({ name, manifest, ...(outside && { outside }) }) : kept;
  });
}

async function dayOf(deps: Deps): Promise<{ atMillis: number; studyDay: number }> {
  const now = deps.clock();
  return { atMillis: now.atMillis, studyDay: await readStudyDay(deps.store, now) };
}

/** The day's own copy, where there is none yet and something was answered (COPY-6). true: made now. */
export function makeDailyCopy(deps: Deps): Promise<Result<boolean>> {
  return inWords(async () => {
    const studyDay = await readStudyDay(deps.store, deps.clock());
    const place = copiesPlaceOf(deps);
    if (!place.ok) return ok(false);
    const listed = await place.value.list();
    if (!listed.ok) return listed;
    const isThere = listed.value.some((name) => {
      const copy = parseCopyName(name);
      return copy?.studyDay === studyDay && copy.why === 'day';
    });
    if (isThere) return ok(false);
    const made = await makeCopy(deps, 'day');
    return made.ok ? ok(true) : made;
  });
}

/** Saves the whole collection, media too, in a place of the person's own. false: they chose not to. */
export function saveCollection(deps: Deps, watch?: Watch): Promise<Result<boolean>> {
  return inWords(async () => {
    const place = copiesPlaceOf(deps);
    if (!place.ok) return place;
    const made = await deps.writer.snapshot({ program: PROGRAM, withMedia: true }, watch);
    if (!made.ok) return made;
    const { content } = made.value;
    const checked = await deps.writer.readBack(content);
    if (!checked.ok) return checked;
    const studyDay = await readStudyDay(deps.store, deps.clock());
    const { atMillis, utcOffsetMinutes } = deps.clock();
    const date = new Date(atMillis + utcOffsetMinutes * MILLIS_PER_MINUTE).toISOString();
    const saved = await place.value.save(t`Rounds ${date.slice(0, 10)}.rounds`, content);
    if (saved.ok && saved.value) {
      await rememberOutside(deps.store, studyDay);
    }
    return saved;
  });
}

/**
 * Keeps `content` under a name of its own once it has been read back, and thins the others; not before
 * something is done, which may be to restore one of those that would go (COPY-7).
 */
export async function keepCopy(
  deps: Deps,
  place: CopiesPlace,
  content: Blob,
  why: CopyReason,
): Promise<Result<string>> {
  const listed = await place.list();
  if (!listed.ok) return listed;
  const now = deps.clock();
  const studyDay = await readStudyDay(deps.store, now);
  let { atMillis } = now;
  // A clock that stands still or was set back takes no copy's name from it.
  const named = () => copyNameOf({ atMillis, studyDay, why });
  while (listed.value.includes(named())) atMillis++;
  const name = named();
  const put = await place.put(name, content, (written) => deps.writer.readBack(written));
  if (!put.ok) return put;
  if (why === 'before') return ok(name);
  const copies = [...listed.value, name].flatMap((each) => parseCopyName(each) ?? []);
  for (const { name: old } of copiesToRemove(copies, now.atMillis)) await place.remove(old);
  return ok(name);
}

export function copiesPlaceOf({ platform }: Pick<Deps, 'platform'>): Result<CopiesPlace> {
  if (platform.copies) return ok(platform.copies);
  return failed(
    t`This browser has no place where Rounds can keep copies.`,
    t`Your cards are as they were.`,
    t`Open Rounds in Chrome, Edge or its desktop program.`,
  );
}
