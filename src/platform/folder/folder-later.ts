import { failed } from '../../kernel/problem.ts';
import { t } from '../../kernel/texts.ts';
import type { ChosenFolder } from './chosen-folder.ts';

type Ask = (...given: unknown[]) => Promise<unknown>;

/** A folder whose code comes with the first thing that is asked of it: no start waits for it. */
export function folderLater(load: () => Promise<ChosenFolder>): ChosenFolder {
  let folder: Promise<ChosenFolder> | undefined;
  const asked =
    (name: string, isOfJournal = false) =>
    async (...given: unknown[]) => {
      try {
        folder ??= load();
        const own = await folder;
        const asks = (isOfJournal ? own.journal : own) as unknown as Record<string, Ask>;
        return await asks[name]?.(...given);
      } catch {
        folder = undefined;
        return failed(
          t`A part of the program could not be loaded.`,
          t`Nothing was changed.`,
          t`Load this page again.`,
        );
      }
    };
  const names = [
    'known',
    'choose',
    'allow',
    'forget',
    'list',
    'put',
    'read',
    'open',
    'remove',
  ] as const;
  const orders = ['list', 'read', 'append', 'put'] as const;
  const journal = Object.fromEntries(orders.map((name) => [name, asked(name, true)]));
  const own = Object.fromEntries(names.map((name) => [name, asked(name)]));
  return { ...own, journal } as unknown as ChosenFolder;
}
