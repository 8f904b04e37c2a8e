import type { ActionName } from '../rich-actions.ts';

/** What stands in the row, most wanted first: what does not fit goes into More. */
export const ROW = [
  'bold',
  'italic',
  'underline',
  'subscript',
  'superscript',
  'cloze',
  'colours',
  'bullets',
  'numbers',
  'maths',
  'attach',
] as const satisfies readonly (ActionName | 'colours' | 'attach')[];
export type RowItem = (typeof ROW)[number];

/** What stands in More only. */
export const MORE: readonly ActionName[] = [
  'cloze-same',
  'strike',
  'code',
  'link',
  'heading',
  'quote',
  'pre',
  'rule',
  'display-maths',
  'indent',
  'outdent',
  'table',
  'row-after',
  'column-after',
  'delete-row',
  'delete-column',
  'delete-table',
  'picture',
  'clear',
  'source',
];

/** Chords for aria-keyshortcuts: 'Control+Shift+C'; undefined for none. */
export function spokenChords(chords: readonly string[] = []): string | undefined {
  return chords.length === 0 ? undefined : chords.map(spokenChord).join(' ');
}

function spokenChord(chord: string): string {
  return chord
    .split('+')
    .map((part) => (part === 'mod' ? 'Control' : `${part[0]?.toUpperCase()}${part.slice(1)}`))
    .join('+');
}
