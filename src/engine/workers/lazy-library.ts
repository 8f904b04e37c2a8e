import type { Library } from '../../domain/library/library.ts';

/** A library that begins to read the collection when it is first asked: study never waits for it. */
export function lazyLibrary(create: () => Library): Library {
  let made: Library | undefined;
  const library = (): Library => {
    made ??= create();
    return made;
  };
  return {
    find: (request) => library().find(request),
    rows: (token, from, to) => library().rows(token, from, to),
    ids: (token) => library().ids(token),
    counts: () => library().counts(),
    searchCounts: () => library().searchCounts(),
    vocabulary: () => library().vocabulary(),
    duplicates: (similarity) => library().duplicates(similarity),
    nearest: (text, except) => library().nearest(text, except),
    changed: (changes) => made?.changed(changes),
    reset: () => made?.reset(),
    onChange: (listener) => library().onChange(listener),
    close: () => made?.close(),
  };
}
