import { PROGRAM } from '../../../exchange/collection-file/program.ts';
import {
  outsideNameOf,
  parseCopyName,
  parseOutsideName,
} from '../../../exchange/copies/copy-name.ts';
import { copiesToRemove } from '../../../exchange/copies/thinning.ts';
import { notNow, ok, type Problem, type Result } from '../../../kernel/problem.ts';
import { t } from '../../../kernel/texts.ts';
import { MILLIS_PER_MINUTE } from '../../../kernel/time.ts';
import type { ChosenFolder } from '../../../platform/folder/chosen-folder.ts';
import { rememberOutside } from '../../../store/copies/days-not-saved.ts';
import { readStudyDay } from '../../../store/reads/settings.ts';
import type { Deps } from '../../deps.ts';
import type { CollectionSnapshot } from '../../copies/snapshot.ts';

/**
 * The copy `name` once more in the folder that the person chose, with all its pictures and sounds, so
 * that it is whole on any other computer (COPY-15). undefined: none is chosen. What came of it is
 * remembered, because an automatic copy has nobody to tell.
 */
export async function copyOutside(
  deps: Deps,
  name: string,
  { content, manifest }: CollectionSnapshot,
): Promise<Result<true> | undefined> {
  const { folder } = deps.platform;
  if (!folder) return undefined;
  const known = await folder.known();
  if (!known.ok) return known;
  if (!known.value) return undefined;
  const done = known.value.mayUse
    ? await writeOutside(deps, folder, name, manifest.beside.length > 0 ? undefined : content)
    : askAgain(known.value.name);
  await remember(deps, done.ok ? undefined : done.problem);
  return done;
}

async function writeOutside(
  deps: Deps,
  folder: ChosenFolder,
  name: string,
  content: Blob | undefined,
): Promise<Result<true>> {
  // First of all: another disk in the place of the right one is not written to.
  const listed = await folder.list();
  if (!listed.ok) return listed;
  const whole = content
    ? ok({ content })
    : await deps.writer.snapshot({ program: PROGRAM, withMedia: true });
  if (!whole.ok) return whole;
  const { atMillis, utcOffsetMinutes } = deps.clock();
  const date = new Date(atMillis + utcOffsetMinutes * MILLIS_PER_MINUTE).toISOString();
  const own = outsideNameOf(name, date.slice(0, 10));
  const put = await folder.put(own, whole.value.content, (written) =>
    deps.writer.readBack(written),
  );
  if (!put.ok) return put;
  // What follows may be the merge of one that would go.
  if (parseCopyName(name)?.why === 'before') return ok(true);
  const ours = listed.value.filter(({ isOurs }) => isOurs).map((file) => file.name);
  const copies = [...ours, own].flatMap((each) => parseOutsideName(each) ?? []);
  for (const old of copiesToRemove(copies, atMillis)) await folder.remove(old.name);
  return ok(true);
}

/** A saved file and a copy outside are the same to the reminder: the collection is elsewhere, too. */
async function remember(deps: Deps, problem: Problem | undefined): Promise<void> {
  const { atMillis } = deps.clock();
  const studyDay = await readStudyDay(deps.store, deps.clock());
  await deps.store.device
    .where('id')
    .equals('device')
    .modify((device) => {
      device.outside = { atMillis, ...(problem && { problem }) };
    });
  if (!problem) await rememberOutside(deps.store, studyDay);
}

function askAgain(name: string): Result<never> {
  return notNow(
    t`No copy in “${name}”: the browser asks again before Rounds may write there.`,
    t`Your cards, the copies on this computer and what is in the folder are as they were.`,
    t`Choose “Allow again” in Settings, under “A folder of your own”.`,
  );
}
