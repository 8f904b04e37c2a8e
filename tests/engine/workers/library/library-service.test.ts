import { expect, test } from 'vitest';
import type { FindRequest } from '../../../../src/domain/library/library.ts';
import { LIBRARY } from '../../../../src/engine/queries/library.ts';
import { LibraryService } from '../../../../src/engine/workers/library/library-service.ts';
import { testDeps } from '../../../support/deps.ts';

const REQUEST: FindRequest = {
  text: '',
  mode: 'notes',
  sort: { column: 'added', descending: false },
};

test('[SEARCH-27] a search that works too long is given up, and says so', async () => {
  const deps = await testDeps();
  await deps.store.notes.bulkAdd(
    Array.from({ length: 2500 }, (_, at) => ({
      id: `n${at}`,
      deckId: 'd',
      noteTypeId: 'basic',
      fields: { front: `text ${at}` },
      sections: [],
      tags: [],
      addedAtMillis: 0,
    })) as never[],
  );
  const find = (service: LibraryService, text: string) => {
    const context = { library: service, now: deps.clock(), watch: () => true };
    return LIBRARY.find(context, { ...REQUEST, text });
  };
  const service = new LibraryService(() => {});
  service.open(deps.store.place);
  expect(await find(service, 're:9$')).toMatchObject({ value: { total: 250 } });
  // Any work at all is too much for this one.
  const strict = new LibraryService(() => {}, -1);
  strict.open(deps.store.place);
  expect(await find(strict, 're:9$')).toMatchObject({
    ok: false,
    problem: { what: 'This search takes too long.' },
  });
  deps.close();
});
