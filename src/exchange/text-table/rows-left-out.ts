import { plural } from '../../kernel/texts.ts';

/** '2 rows make no card and are left out (lines 3, 9).' */
export function rowsLeftOut(lines: readonly number[], one: string, many: string): string {
  const shown = `${lines.slice(0, 5).join(', ')}${lines.length > 5 ? ', …' : ''}`;
  return plural(
    lines.length,
    '1 row {one} and is left out (line {shown}).',
    '# rows {many} and are left out (lines {shown}).',
    { one, shown, many },
  );
}
