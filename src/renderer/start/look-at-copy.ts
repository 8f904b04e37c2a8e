import type { Deps } from '../../engine/deps.ts';
import { type CopyLook, openLook } from '../../engine/look/open-look.ts';
import libraryWorker from '../../engine/workers/library-worker.ts?worker&url';
import lookWorker from '../../engine/workers/look-worker.ts?worker&url';
import planWorker from '../../engine/workers/plan-worker.ts?worker&url';
import writeWorker from '../../engine/workers/write-worker.ts?worker&url';
import type { Result } from '../../kernel/problem.ts';
import type { Watch } from '../../kernel/watch.ts';
import type { DiskRoom } from '../../store/place/room.ts';
import { started } from './started.ts';

/** Opens a copy to be looked at, where the disk has room for it once more. */
export async function lookAtCopy(
  { room, ...deps }: Pick<Deps, 'clock' | 'newId' | 'platform'> & { readonly room: DiskRoom },
  asked: Parameters<typeof openLook>[1],
  watch: Watch,
): Promise<Result<CopyLook>> {
  const problem = await room.problem();
  if (problem) return { ok: false, problem };
  const workers = {
    build: () => started(lookWorker),
    library: () => started(libraryWorker),
    planner: () => started(planWorker),
    writer: () => started(writeWorker),
  };
  return openLook(deps, asked, workers, watch);
}
