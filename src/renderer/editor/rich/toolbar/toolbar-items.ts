import type { RichActionName } from '../rich-actions.ts';

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
] as const satisfies readonly (RichActionName | 'colours' | 'attach')[];
export type RowItem = (typeof ROW)[number];

/** What stands in More only. */
export const MORE: readonly RichActionName[] = [
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
