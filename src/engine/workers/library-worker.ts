import { LibraryService } from './library-service.ts';
import type { FromWorker, ToWorker } from './messages.ts';

/** The entry of the worker that holds the library's index. */
const service = new LibraryService(() => send({ kind: 'changed' }));

addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  switch (data.kind) {
    case 'open':
      return service.open(data.database);
    case 'changed':
      return service.change(data.changes);
    case 'reset':
      return service.reset();
    case 'call':
      void service.answer(data).then((answer) => {
        send({ kind: 'answer', number: data.number, answer });
      });
  }
});

function send(message: FromWorker): void {
  postMessage(message);
}
