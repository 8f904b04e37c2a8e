import { ok, type Result } from '../../src/kernel/problem.ts';
import { serve, type Watch } from '../../src/engine/rpc.ts';

/** A worker that answers, fails, takes its time and dies, as asked. */
let heard: unknown[] = [];

const tell = serve(globalThis as never, {
  hear: (event) => {
    heard = [...heard, event];
    if (event === 'tell back') tell({ back: true });
  },
  answer: (name, asked, watch) => ANSWERS[name as keyof typeof ANSWERS](asked as never, watch),
});

const ANSWERS = {
  echo: async (asked: unknown): Promise<Result<unknown>> => ok(asked),
  heard: async (): Promise<Result<unknown>> => ok(heard),
  after: async (millis: number): Promise<Result<unknown>> => {
    await new Promise((resolve) => setTimeout(resolve, millis));
    return ok(millis);
  },
  fail: async (): Promise<Result<unknown>> => {
    throw new RangeError('too far');
  },
  unsendable: async (): Promise<Result<unknown>> => ok(() => 'a function cannot be sent'),
  steps: async (steps: number, watch: Watch): Promise<Result<unknown>> => {
    for (let step = 1; step <= steps; step++) {
      if (!(await watch(step, steps))) return ok({ stoppedAt: step });
    }
    return ok({ done: steps });
  },
  'slow steps': async (steps: number, watch: Watch): Promise<Result<unknown>> => {
    for (let step = 1; step <= steps; step++) {
      if (!(await watch(step, steps))) return ok({ stoppedAt: step });
      await new Promise((resolve) => setTimeout(resolve, 60));
    }
    return ok({ done: steps });
  },
  together: async (reports: number, watch: Watch): Promise<Result<unknown>> => {
    const all = Array.from({ length: reports }, (_, at) => watch(at + 1, reports, `part ${at}`));
    return ok(await Promise.all(all));
  },
  never: (): Promise<Result<unknown>> => new Promise(() => {}),
  close: (): Promise<Result<unknown>> => {
    globalThis.close();
    return new Promise(() => {});
  },
  crash: (): Promise<Result<unknown>> => {
    setTimeout(() => {
      throw new Error('nobody caught this');
    });
    return new Promise(() => {});
  },
};
