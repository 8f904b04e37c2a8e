import { failed } from '../../kernel/problem.ts';
import type { ChosenFolder } from './chosen-folder.ts';

/** A folder whose code comes with the first thing that is asked of it: no start waits for it. */
export function folderLater(load: () => Promise<ChosenFolder>): ChosenFolder {
  let folder: Promise<ChosenFolder> | undefined;
  const asked =
    (name: keyof ChosenFolder) =>
    async (...given: unknown[]) => {
      try {
        folder ??= load();
        const ask = (await folder)[name] as (...given: unknown[]) => Promise<unknown>;
        return await ask(...given);
      } catch {
        folder = undefined;
        return failed(
          'A part of the program could not be loaded.',
          'Nothing was changed.',
          'Load this page again.',
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
  return Object.fromEntries(names.map((name) => [name, asked(name)])) as unknown as ChosenFolder;
}
