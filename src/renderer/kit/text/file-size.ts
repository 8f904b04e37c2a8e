const UNITS = ['bytes', 'kB', 'MB', 'GB'] as const;

/** '1 byte', '340 kB', '1.2 MB', '3 GB': as file managers say it, 1,024 to the next unit. */
export function size(bytes: number): string {
  if (bytes === 1) return '1 byte';
  let value = bytes;
  let unit = 0;
  while (value >= 999.5 && unit < UNITS.length - 1) {
    value /= 1024;
    unit += 1;
  }
  const shown = value < 10 && unit > 0 ? value.toFixed(1).replace('.0', '') : Math.round(value);
  return `${shown.toLocaleString('en')} ${UNITS[unit]}`;
}
