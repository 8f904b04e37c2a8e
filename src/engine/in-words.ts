import type { Result } from '../kernel/problem.ts';
import { readingProblem } from '../store/storage-problem.ts';

/** What `work` comes to. An operation never rejects: what a read throws is a problem in words (STORE-6). */
export async function inWords<Value>(work: () => Promise<Result<Value>>): Promise<Result<Value>> {
  try {
    return await work();
  } catch (error) {
    return readingProblem(error);
  }
}
