import type { Damage } from '../../engine/damage.ts';
import { createEngine, type Engine } from '../../engine/engine.ts';
import exportWorker from '../../engine/export/export-worker.ts?worker&url';
import { keptFolder } from '../../engine/journal/folder/kept-folder.ts';
import type { ReadOnlyReason } from '../../engine/read-only.ts';
import { connectLibrary, connectPlanner, connectWriter } from '../../engine/workers/connect.ts';
import importWorker from '../../engine/workers/import-worker.ts?worker&url';
import libraryWorker from '../../engine/workers/library-worker.ts?worker&url';
import planWorker from '../../engine/workers/plan-worker.ts?worker&url';
import writeWorker from '../../engine/workers/write-worker.ts?worker&url';
import type { RoundsDatabase } from '../../store/schema.ts';
import type { Parts } from './parts.ts';
import { started } from './started.ts';
import { puttingBack } from './under-way.tsx';

/** The engine over `store`, with the workers of this page, each started when it is first needed. */
export function engineOfPage(
  { journal, copies, platform, clock, newId }: Parts,
  state: {
    readonly store: RoundsDatabase;
    readonly readOnly: ReadOnlyReason;
    readonly damage: Damage;
  },
): Engine {
  const { store, readOnly } = state;
  const { folder } = platform;
  const nowMillis = () => clock().atMillis;
  const folderJournal = folder && keptFolder({ store, folder, journal, nowMillis });
  return createEngine({
    ...{ ...state, clock, newId, platform },
    ...(folderJournal && { folderJournal }),
    putBack: async (missing, watch) =>
      (await puttingBack()).putBack({ store, journal, copies, folder }, missing, watch),
    library: connectLibrary({ store, clock, readOnly, start: () => started(libraryWorker) }),
    planner: connectPlanner({ store, clock, start: () => started(planWorker) }),
    writer: connectWriter({ store, start: () => started(writeWorker) }),
    startImporter: () => started(importWorker),
    startExporter: () => started(exportWorker),
  });
}
