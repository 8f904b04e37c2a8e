import type { Result } from '../../kernel/problem.ts';
import type { InWorker } from '../queries/context.ts';
import { type Port, serve } from '../rpc.ts';
import type { Envelope } from './connect.ts';

/** Answers this worker's queries, and hears its events. Returns how to tell the page something. */
export function serveQueries<Event, Name extends string>(server: {
  answer(name: Name, asked: unknown, given: InWorker): Promise<Result<unknown>>;
  hear(event: Event): void;
}): (event: unknown) => void {
  return serve(globalThis as unknown as Port, {
    answer(name, envelope, watch) {
      const { now, asked } = envelope as Envelope;
      return server.answer(name as Name, asked, { now, watch });
    },
    hear: (event) => server.hear(event as Event),
  });
}
