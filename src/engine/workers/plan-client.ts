import type { ExamPlanner } from '../../domain/exam/exam-planner.ts';
import { failed, type Result } from '../../kernel/problem.ts';
import type { ClockReading } from '../../kernel/study-day.ts';
import type { FromPlanWorker, PlanCallName, PlanCalls, ToPlanWorker } from './messages.ts';

/**
 * The planner as `worker`, running plan-worker.ts, works it out for the database `databaseName`,
 * which must be open already. `clock` is read with every request.
 */
export function createPlanner(
  worker: Worker,
  clock: () => ClockReading,
  databaseName = 'rounds',
): ExamPlanner {
  const waiting = new Map<number, (answer: never) => void>();
  let calls = 0;
  let isBroken = false;

  const send = (message: ToPlanWorker): void => worker.postMessage(message);

  function call<Name extends PlanCallName>(
    name: Name,
    asked: PlanCalls[Name]['asked'],
  ): Promise<PlanCalls[Name]['answer']> {
    return new Promise((resolve) => {
      if (isBroken) {
        resolve(stopped());
        return;
      }
      const number = calls++;
      waiting.set(number, resolve);
      send({ kind: 'call', number, name, asked, now: clock() } as ToPlanWorker);
    });
  }

  function fail(): void {
    isBroken = true;
    for (const answered of waiting.values()) answered(stopped() as never);
    waiting.clear();
  }

  worker.addEventListener('error', fail);
  worker.addEventListener('messageerror', fail);
  worker.addEventListener('message', ({ data }: MessageEvent<FromPlanWorker>) => {
    waiting.get(data.number)?.(data.answer as never);
    waiting.delete(data.number);
  });
  send({ kind: 'open', database: databaseName });

  return {
    outlook: (request) => call('outlook', request),
    point: (request) => call('point', request),
    day: (request) => call('day', request),
    workload: (overlay) => call('workload', overlay),
    close: () => {
      worker.terminate();
      fail();
    },
  };
}

/** A planner whose worker is started when it is first asked: study never waits for it. */
export function lazyPlanner(create: () => ExamPlanner): ExamPlanner {
  let made: ExamPlanner | undefined;
  const planner = (): ExamPlanner => {
    made ??= create();
    return made;
  };
  return {
    outlook: (request) => planner().outlook(request),
    point: (request) => planner().point(request),
    day: (request) => planner().day(request),
    workload: (overlay) => planner().workload(overlay),
    close: () => made?.close(),
  };
}

function stopped(): Result<never> {
  return failed(
    'The planner has stopped working.',
    'Your cards and exams are as they were, and the ordinary reviews are there.',
    'Load this page again.',
  );
}
