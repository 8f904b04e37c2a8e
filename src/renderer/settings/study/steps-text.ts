import { MINUTES_PER_DAY } from '../../../kernel/time.ts';

const MINUTES = { s: 1 / 60, m: 1, h: 60, d: MINUTES_PER_DAY } as const;

/** Steps as people write them: '1m 10m 1h'. '' for none. */
export function stepsText(minutes: readonly number[]): string {
  return minutes
    .map((step) => {
      const days = step / MINUTES_PER_DAY;
      if (days >= 1 && Number.isInteger(days)) return `${days}d`;
      if (step >= 60 && step % 60 === 0) return `${step / 60}h`;
      return step < 1 ? `${Math.round(step * 60)}s` : `${step}m`;
    })
    .join(' ');
}

/**
 * The reverse, in minutes; a number without a unit is minutes. undefined where it cannot be read, or in
 * two ways: “1,5h” is an hour and a half to some, and never a minute and five hours.
 */
export function stepsFrom(text: string): readonly number[] | undefined {
  if (/\d,\d/.test(text)) return undefined;
  const steps: number[] = [];
  for (const word of text
    .trim()
    .split(/[\s,]+/)
    .filter(Boolean)) {
    const match = /^(\d+(?:\.\d+)?)([smhd]?)$/.exec(word);
    if (!match) return undefined;
    const unit = (match[2] || 'm') as keyof typeof MINUTES;
    steps.push(Number(match[1]) * MINUTES[unit]);
  }
  return steps;
}
