import { writtenNumber } from '../kit/text/written-number.ts';

/** A share of the points, 0 to 1, from '87', '87 %', '43/50', '43 of 50' or '43,5 / 50'. */
export function markFrom(text: string): number | undefined {
  const match =
    /^(\d{1,6}(?:[.,]\d{1,6})?)\s*(?:%|(?:\/|of|out of)\s*(\d{1,6}(?:[.,]\d{1,6})?))?$/i.exec(
      text.trim(),
    );
  if (!match) return undefined;
  const achieved = writtenNumber(match[1] ?? '');
  const possible = match[2] === undefined ? 100 : writtenNumber(match[2]);
  return possible > 0 && achieved <= possible ? achieved / possible : undefined;
}
