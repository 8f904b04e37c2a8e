import { failed, ok, type Result } from '../../../kernel/problem.ts';
import { t } from '../../../kernel/texts.ts';
import type { DatabasePlace } from '../../../store/place/place.ts';
import { deletePutAsideAt } from '../../../store/place/put-aside.ts';
import type { Deps } from '../../deps.ts';
import { inWords } from '../../in-words.ts';

/** Deletes for good a database that stands aside; never the one in use. */
export function deletePutAside({ store }: Deps, place: DatabasePlace): Promise<Result<true>> {
  return inWords(async () => {
    const isDeleted = await deletePutAsideAt(place, store.place);
    return isDeleted
      ? ok(true)
      : failed(
          t`There is no such database beside the one in use.`,
          t`Nothing was deleted.`,
          t`Open Settings once more.`,
        );
  });
}
