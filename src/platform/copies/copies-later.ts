import { failed } from '../../kernel/problem.ts';
import { t } from '../../kernel/texts.ts';
import type { CopiesPlace } from './copies-place.ts';

/** Copies whose code comes with the first thing that is asked of them: no start waits for it. */
export function copiesLater(load: () => Promise<CopiesPlace>): CopiesPlace {
  let place: Promise<CopiesPlace> | undefined;
  const ask = async <Value>(
    asked: (own: CopiesPlace) => Promise<Value>,
    otherwise: Value,
  ): Promise<Value> => {
    place ??= load();
    const own = await place.catch(() => undefined);
    if (own) return asked(own);
    // The next one tries again.
    place = undefined;
    return otherwise;
  };
  return {
    list: () => ask((own) => own.list(), NOT_LOADED),
    put: (...given) => ask((own) => own.put(...given), NOT_LOADED),
    open: (name) => ask((own) => own.open(name), NOT_LOADED),
    remove: (name) => ask((own) => own.remove(name), NOT_LOADED),
    save: (...given) => ask((own) => own.save(...given), NOT_LOADED),
    choose: () => ask((own) => own.choose(), null),
  };
}

const NOT_LOADED = failed(
  t`A part of the program could not be loaded.`,
  t`Nothing was changed.`,
  t`Load this page again.`,
);
