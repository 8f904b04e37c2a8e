import { ok, type Result } from '../../kernel/problem.ts';
import type { Change } from '../../domain/collection/rows.ts';
import { t } from '../../kernel/texts.ts';
import { onChanges } from '../../store/announce.ts';
import { openBeside, tellFollowers } from '../../store/log/beside.ts';
import { type FileToImport, ImportWork } from '../import/import-work.ts';
import type { ImportChoices } from '../import/import-look.ts';
import type { TakeBackAsked } from '../import/take-back/take-back.ts';
import { type Port, serve } from '../rpc.ts';
import type { Envelope } from './connect.ts';
import type { FromImporter, ToImporter } from '../import/connect-importer.ts';

/**
 * The entry of the worker that reads files of other programs, compares them with what is here and
 * writes them, on its own connection to the database. It alone loads SQLite.
 */
let opening: Promise<Result<ImportWork>> | undefined;

/** Of more rows the page is told that all may be others: it reads quicker than it is told. */
const MOST_TOLD = 2000;
const TOLD_AT_ONCE = 200;

const tell = serve(globalThis as unknown as Port, {
  async answer(name, envelope, watch) {
    const opened = await opening;
    if (!opened?.ok) return opened ?? NOT_OPEN;
    const work = opened.value;
    const { asked, now } = envelope as Envelope;
    if (name === 'read') return work.read(asked as FileToImport, now, watch);
    if (name === 'look') return work.look(asked as ImportChoices, watch);
    if (name === 'list') return work.list(watch);
    if (name === 'look-at-take-back') return work.lookAtTakeBack(asked as TakeBackAsked, watch);
    if (name === 'take-back') return work.takeBack(asked as TakeBackAsked, now, watch);
    return work.run(asked as ImportChoices, now, watch);
  },
  hear(event) {
    const told = event as ToImporter;
    if (told.kind === 'forget') {
      void opening?.then((opened) => opened.ok && opened.value.forget());
      return;
    }
    opening = openBeside(told.place).then((opened) => {
      if (!opened.ok) return opened;
      onChanges(opened.value, tellChanges);
      return ok(new ImportWork(opened.value));
    });
  },
});

const NOT_OPEN: Result<never> = {
  ok: false,
  problem: {
    what: t`The collection is not open.`,
    kept: t`Nothing was changed.`,
    todo: t`Load this page again.`,
  },
};

function tellChanges(changes: readonly Change[] | undefined): void {
  tellFollowers();
  if (!changes || changes.length > MOST_TOLD) {
    tell({ changes: undefined } satisfies FromImporter);
    return;
  }
  for (let from = 0; from < changes.length; from += TOLD_AT_ONCE) {
    const some = changes.slice(from, from + TOLD_AT_ONCE);
    tell({
      changes: some.map((change) => ({ ...change, before: undefined })),
    } satisfies FromImporter);
  }
}
