import { ofOwnCopy } from '../../../exchange/collection-file/bad-file.ts';
import { ok, type Result } from '../../../kernel/problem.ts';
import type { Watch } from '../../../kernel/watch.ts';
import { announceChanges } from '../../../store/announce.ts';
import { readNotSaved, rememberFile } from '../../../store/copies/days-not-saved.ts';
import { secondCopyOf } from '../../../store/place/second-copy.ts';
import { readStudyDay } from '../../../store/reads/settings.ts';
import { beginReplacing, finishReplacing, type Replaced } from '../../copies/replace.ts';
import type { TakenIn } from '../../copies/take-in.ts';
import type { Deps } from '../../deps.ts';
import { inWords } from '../../in-words.ts';
import { leaveBehind } from '../../journal/leave-behind.ts';
import { keepCopy, makeCopy, copiesPlaceOf } from './copies.ts';

/**
 * Replaces the collection by one of its copies; the present is kept as a copy first (COPY-9). The
 * page is to be loaded anew afterwards: everything on it is of the collection of before.
 */
export function restoreCopy(deps: Deps, name: string, watch?: Watch): Promise<Result<Replaced>> {
  return inWords(async () => {
    const { store, platform, newId } = deps;
    const place = copiesPlaceOf(deps);
    if (!place.ok) return place;
    const content = await place.value.open(name);
    if (!content.ok) return content;
    const whole = await deps.writer.readBack(content.value);
    if (!whole.ok) return { ok: false, problem: ofOwnCopy(whole.problem) };
    const present = await makeCopy(deps, 'before', watch);
    if (!present.ok) return present;
    await beginReplacing({ store }, name, present.value.name);
    const keeper = secondCopyOf(store);
    const parts = { store, copies: place.value, journal: platform.journal, keeper, newId };
    // Once it is begun it is not stopped any more.
    const done = await finishReplacing(parts, async (looked, total) => {
      await watch?.(looked, total);
      return true;
    });
    announceChanges(store, undefined);
    return done ?? ok({ is: 'replaced', mediaLost: 0 });
  });
}

/** Replaces the collection by a file of the person's, which is kept among the copies first. */
export function replaceByFile(deps: Deps, content: Blob, watch?: Watch): Promise<Result<Replaced>> {
  return inWords(async () => {
    const place = copiesPlaceOf(deps);
    if (!place.ok) return place;
    const kept = await keepCopy(deps, place.value, content, 'loaded');
    if (!kept.ok) return kept;
    const replaced = await restoreCopy(deps, kept.value, watch);
    if (replaced.ok && replaced.value.is === 'replaced') await rememberFileNow(deps);
    return replaced;
  });
}

/**
 * Adds the steps of a file to those that are here, by device and number (COPY-11). The present is kept
 * as a copy first.
 */
export function mergeFile(deps: Deps, content: Blob, watch?: Watch): Promise<Result<TakenIn>> {
  return inWords(async () => {
    const { store, platform } = deps;
    const present = await makeCopy(deps, 'before', watch);
    if (!present.ok) return present;
    const { days } = await readNotSaved(store, await readStudyDay(store, deps.clock()));
    const merged = await deps.writer.merge(content, watch);
    if (!merged.ok) return merged;
    // All that was studied is outside then: the usual way onto a new computer.
    if (days === 0) await rememberFileNow(deps);
    await secondCopyOf(store)?.catchUp();
    if (platform.journal) await leaveBehind(store, platform.journal);
    announceChanges(store, undefined);
    return merged;
  });
}

async function rememberFileNow(deps: Deps): Promise<void> {
  await rememberFile(deps.store, await readStudyDay(deps.store, deps.clock()));
}
