import { LIBRARY } from '../queries/library.ts';
import type { ToLibrary } from './connect.ts';
import { LibraryService } from './library/library-service.ts';
import { serveQueries } from './serve-queries.ts';

/** The entry of the worker that holds the library's index. */
const library = new LibraryService(() => tell('changed'));

const tell = serveQueries<ToLibrary, keyof typeof LIBRARY>({
  answer: (name, asked, given) => LIBRARY[name]({ library, ...given }, asked as never),
  hear(event) {
    if (event.kind === 'open') {
      library.mayKeep = event.mayKeep ?? true;
      library.open(event.place);
    } else if (event.kind === 'may-keep') library.mayKeep = event.mayKeep;
    else if (event.kind === 'changed') library.change(event.changes);
    else library.reset();
  },
});
