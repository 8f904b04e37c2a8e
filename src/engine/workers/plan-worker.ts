import type { Result } from '../../kernel/problem.ts';
import { PLANNER } from '../queries/planner.ts';
import type { ToPlanner } from './connect.ts';
import { PlanService } from './plan-service.ts';
import { serveQueries } from './serve-queries.ts';

/** The entry of the worker that plans exams and days. */
let planner = new PlanService();
/** One plan after the other: two at once would only wait for each other. */
let turn: Promise<unknown> = Promise.resolve();

serveQueries<ToPlanner, keyof typeof PLANNER>({
  answer(name, asked, given) {
    const answer = turn.then((): Promise<Result<unknown>> => {
      return PLANNER[name]({ planner, ...given }, asked as never);
    });
    turn = answer.catch(() => {});
    return answer;
  },
  hear: ({ place }) => {
    planner = new PlanService(place);
  },
});
