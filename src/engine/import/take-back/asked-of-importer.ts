import type { Result } from '../../../kernel/problem.ts';
import { withImporter } from '../importer-of.ts';
import type { ListedImport } from './list-imports.ts';
import type { TakeBackAsked, TakeBackLook } from './take-back.ts';
import type { Asked } from '../../queries/context.ts';

/** Every import that was made, newest first; the whole log is looked through (ANKI-52). */
export function importsMade(deps: Asked): Promise<Result<readonly ListedImport[]>> {
  return withImporter(deps, (importer) => importer.list(deps.watch));
}

/** What taking an import back would do (ANKI-54). */
export function previewTakeBack(deps: Asked, asked: TakeBackAsked): Promise<Result<TakeBackLook>> {
  return withImporter(deps, (importer) => importer.lookAtTakeBack(asked, deps.watch));
}
