import { failed, ok, type Result } from '../../kernel/problem.ts';
import { t } from '../../kernel/texts.ts';
import { parseSearch } from '../search/parse-query.ts';
import type { Overlay } from './overlay.ts';

/** Whether the search of an exam can be read; asked before it is saved. */
export function checkedSearch(overlay: Overlay): Result<Overlay> {
  if (overlay.kind !== 'exam') return ok(overlay);
  const read = parseSearch(overlay.cards.search);
  if (read.ok) return ok(overlay);
  return failed(read.problem.what, t`Nothing was saved.`, read.problem.todo);
}
