import { t, thousands } from '../../../kernel/texts.ts';

const UNITS: readonly ((size: string) => string)[] = [
  (size) => t`${size} bytes`,
  (size) => t`${size} kB`,
  (size) => t`${size} MB`,
  (size) => t`${size} GB`,
];

/** '1 byte', '340 kB', '1.2 MB', '3 GB': as file managers say it, 1,024 to the next unit. */
export function size(bytes: number): string {
  if (bytes === 1) return t`1 byte`;
  let value = bytes;
  let unit = 0;
  while (value >= 999.5 && unit < UNITS.length - 1) {
    value /= 1024;
    unit += 1;
  }
  const shown = value < 10 && unit > 0 ? Math.round(value * 10) / 10 : Math.round(value);
  return UNITS[unit]?.(thousands(shown)) ?? '';
}
