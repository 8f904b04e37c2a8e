import type { WindowPart, Windows } from '../../platform/windows/windows.ts';
import { StartProblem } from '../kit/page/start-problem.tsx';
import { QUICK_START_MILLIS, show } from './screen.tsx';
import { ALREADY_OPEN } from './start-words.ts';

/** Another window writes: until this one may open what is open there, or has its turn. */
export async function untilOpenElsewhere(windows: Windows): Promise<WindowPart> {
  const told = setTimeout(() => show(<StartProblem problem={ALREADY_OPEN} />), QUICK_START_MILLIS);
  const until = await windows.untilReady();
  const isOurs = until === 'ours' || (windows.wroteBefore && (await windows.wish()) === 'ours');
  clearTimeout(told);
  return isOurs ? 'writes' : 'follows';
}
