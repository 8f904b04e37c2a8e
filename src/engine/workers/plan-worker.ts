import type { FromPlanWorker, ToPlanWorker } from './messages.ts';
import { PlanService } from './plan-service.ts';

/** The entry of the worker that plans exams and days. */
let service: PlanService | undefined;
/** One plan after the other: two at once would only wait for each other. */
let turn: Promise<unknown> = Promise.resolve();

addEventListener('message', ({ data }: MessageEvent<ToPlanWorker>) => {
  if (data.kind === 'open') {
    service = new PlanService(data.database);
    return;
  }
  turn = turn.then(async () => {
    if (!service) return;
    const answer: FromPlanWorker = { number: data.number, answer: await answerOf(service, data) };
    postMessage(answer);
  });
});

function answerOf(plans: PlanService, call: Exclude<ToPlanWorker, { kind: 'open' }>) {
  switch (call.name) {
    case 'outlook':
      return plans.outlook(call.asked, call.now);
    case 'point':
      return plans.point(call.asked, call.now);
    case 'day':
      return plans.day(call.asked, call.now);
    case 'workload':
      return plans.workload(call.asked, call.now);
  }
}
