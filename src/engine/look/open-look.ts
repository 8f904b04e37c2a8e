import { ofOwnCopy } from '../../exchange/collection-file/bad-file.ts';
import { ok, type Result } from '../../kernel/problem.ts';
import { t } from '../../kernel/texts.ts';
import type { Watch } from '../../kernel/watch.ts';
import { deleteLook, holdLook, lookPlace, openToRead } from '../../store/place/look-place.ts';
import type { Deps } from '../deps.ts';
import { createEngine, type Engine } from '../engine.ts';
import { connect, type Port } from '../rpc.ts';
import { connectLibrary, connectPlanner, connectWriter } from '../workers/connect.ts';
import type { LookAsked } from '../workers/look-worker.ts';
import { readOnly } from './read-only.ts';

/** A copy that is open to be looked at. */
export interface CopyLook {
  /** Answers questions, and refuses every verb. */
  readonly engine: Engine;
  /** Takes away what was built for it. */
  close(): Promise<void>;
}

/** Starts the workers that a look needs. */
export interface LookWorkers {
  readonly build: () => Port;
  readonly library: () => Port;
  readonly planner: () => Port;
  readonly writer: () => Port;
}

/** Opens the collection of a file beside the person's own, only to be read (COPY-19). */
export async function openLook(
  { clock, newId, platform }: Pick<Deps, 'clock' | 'newId' | 'platform'>,
  { content, isOwnCopy }: { readonly content: Blob; readonly isOwnCopy: boolean },
  workers: LookWorkers,
  watch: Watch,
): Promise<Result<CopyLook>> {
  const building = connect({
    start: workers.build,
    name: t`Opening the copy`,
    kept: t`Your cards and the copy are as they were.`,
    greeting: undefined,
    hear: () => {},
  });
  const place = lookPlace(newId());
  const letGo = holdLook(place);
  const asked: LookAsked = { place, content };
  const built = (await building.call('look', asked, watch)) as Result<true>;
  building.close();
  const opened = built.ok ? await openToRead(place) : built;
  if (!opened.ok) {
    await deleteLook(place);
    letGo();
    return isOwnCopy && !built.ok ? { ok: false, problem: ofOwnCopy(built.problem) } : opened;
  }
  const store = opened.value;
  const library = connectLibrary({ store, clock, start: workers.library });
  const planner = connectPlanner({ store, clock, start: workers.planner });
  const writer = connectWriter({ store, start: workers.writer });
  const engine = createEngine({ store, clock, newId, platform, library, planner, writer });
  return ok({
    engine: readOnly(engine),
    async close() {
      for (const each of [library, planner, writer]) each.close();
      store.close();
      await deleteLook(place);
      letGo();
    },
  });
}
