import { Stopped, STOPPED_READING } from '../../exchange/collection-file/bad-file.ts';
import { ok, type Result } from '../../kernel/problem.ts';
import { openBeside } from '../../store/log/beside.ts';
import type { RoundsDatabase } from '../../store/schema.ts';
import { readingProblem } from '../../store/storage-problem.ts';
import type { ExportAsked } from './export-asked.ts';
import { makeExport } from './make-export.ts';
import { type Port, serve } from '../rpc.ts';
import type { ToWriter } from '../workers/connect.ts';

/**
 * The entry of the worker that makes files for other programs. It reads alone, on its own connection
 * to the database, and ends with the file: what SQLite took of the memory goes with it.
 */
let opening: Promise<Result<RoundsDatabase>> | undefined;

serve(globalThis as unknown as Port, {
  async answer(_name, asked, watch) {
    const opened = await opening;
    if (!opened?.ok) return opened ?? STOPPED_READING;
    try {
      return ok(await makeExport(opened.value, asked as ExportAsked, watch));
    } catch (error) {
      return error instanceof Stopped ? STOPPED_READING : readingProblem(error);
    }
  },
  hear(event) {
    opening = openBeside((event as ToWriter).place);
  },
});
