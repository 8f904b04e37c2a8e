import type { Editor } from '@tiptap/core';
import { NodeSelection } from '@tiptap/pm/state';
import { t } from '../../../kernel/texts.ts';
import { insertCloze } from './cloze/insert-cloze.ts';
import { lastColour } from './colour/colours.ts';
import type { ClozeNumber, RichHost } from './host.ts';
import { setColour } from './colour/set-colour.ts';

/** Something a person can do to the text: by key, on the toolbar, or in its menu. */
export interface RichAction {
  readonly name: string;
  /** As chordOf writes them; the first is the one that is shown. */
  readonly keys?: readonly string[];
  /** Whether what is selected has it already. Absent for what is done rather than switched. */
  readonly isOn?: (editor: Editor) => boolean;
  /** Whether it makes sense here; always where absent. */
  readonly canRun?: (editor: Editor, host: RichHost) => boolean;
  /** Gives false where there was nothing to do, and the key is left alone. */
  readonly run: (editor: Editor, host: RichHost) => boolean;
}

const ALL = {
  bold: format(t`Bold`, 'bold', 'mod+b'),
  italic: format(t`Italic`, 'italic', 'mod+i'),
  underline: format(t`Underline`, 'underline', 'mod+u'),
  subscript: format(t`Subscript`, 'subscript', 'mod+=', 'mod+,'),
  superscript: format(t`Superscript`, 'superscript', 'mod+shift+=', 'mod+.'),
  strike: format(t`Strike through`, 'strike', 'mod+shift+s'),
  code: format(t`Code`, 'code', 'mod+e'),
  cloze: {
    name: t`Hide as a new deletion`,
    keys: ['mod+shift+c'],
    canRun: (_editor, host) => host.canCloze(),
    run: (editor, host) => cloze(editor, host, 'next'),
  },
  'cloze-same': {
    name: t`Hide on the same card`,
    keys: ['mod+alt+shift+c'],
    canRun: (_editor, host) => host.canCloze(),
    run: (editor, host) => cloze(editor, host, 'same'),
  },
  colour: {
    name: t`Last colour`,
    keys: ['f7'],
    run: (editor) => setColour(editor, lastColour()),
  },
  bullets: list(t`Bullet list`, 'bulletList', 'mod+shift+8'),
  numbers: list(t`Numbered list`, 'orderedList', 'mod+shift+7'),
  indent: {
    name: t`Indent the item`,
    keys: ['mod+]'],
    canRun: (editor) => editor.isActive('listItem'),
    run: (editor) => editor.commands.sinkListItem('listItem'),
  },
  outdent: {
    name: t`Outdent the item`,
    keys: ['mod+['],
    canRun: (editor) => editor.isActive('listItem'),
    run: (editor) => editor.commands.liftListItem('listItem'),
  },
  maths: asking(t`Formula`, 'maths', 'mod+m'),
  'display-maths': asking(t`Formula on its own line`, 'display-maths', 'mod+shift+m'),
  link: asking(t`Link`, 'link'),
  picture: {
    name: t`Describe the picture`,
    canRun: (editor) => selectedName(editor) === 'image',
    run: (_editor, host) => ask(host, 'picture'),
  },
  heading: {
    name: t`Heading`,
    isOn: (editor) => editor.isActive('heading'),
    run: (editor) => editor.commands.toggleNode('heading', 'paragraph', { level: 3 }),
  },
  quote: {
    name: t`Quotation`,
    isOn: (editor) => editor.isActive('blockquote'),
    run: (editor) => editor.commands.toggleWrap('blockquote'),
  },
  pre: {
    name: t`Block of code`,
    isOn: (editor) => editor.isActive('codeBlock'),
    run: (editor) => editor.commands.toggleNode('codeBlock', 'paragraph'),
  },
  rule: {
    name: t`Dividing line`,
    run: (editor) => editor.commands.insertContent({ type: 'horizontalRule' }),
  },
  table: {
    name: t`Table`,
    canRun: (editor) => !inTable(editor),
    run: (editor) => editor.commands.insertTable({ rows: 3, cols: 2, withHeaderRow: true }),
  },
  'row-after': inTableOnly(t`Add a row below`, (editor) => editor.commands.addRowAfter()),
  'column-after': inTableOnly(t`Add a column after`, (editor) => editor.commands.addColumnAfter()),
  'delete-row': inTableOnly(t`Delete the row`, (editor) => editor.commands.deleteRow()),
  'delete-column': inTableOnly(t`Delete the column`, (editor) => editor.commands.deleteColumn()),
  'delete-table': inTableOnly(t`Delete the table`, (editor) => editor.commands.deleteTable()),
  clear: { name: t`Clear formatting`, keys: ['mod+r'], run: clearFormatting },
  source: {
    name: 'HTML source',
    keys: ['mod+shift+x'],
    run: (_editor, host) => {
      host.toggleSource();
      return true;
    },
  },
} as const satisfies Readonly<Record<string, RichAction>>;

export type RichActionName = keyof typeof ALL;
export const RICH_ACTIONS: Readonly<Record<RichActionName, RichAction>> = ALL;

/** Hides what is selected: under the next number, or under the highest there is. */
export function cloze(editor: Editor, host: RichHost, which: ClozeNumber): boolean {
  if (!host.canCloze()) {
    host.say(t`Deletions work in cloze notes. Choose the type Cloze first.`);
    return true;
  }
  const isDone = editor.commands.command(({ tr }) => insertCloze(tr, clozeNumber(host, which)));
  if (!isDone) host.say(t`Choose the words to hide first.`);
  return true;
}

/** The number for a deletion: from 1. */
export function clozeNumber(host: RichHost, which: ClozeNumber): number {
  const next = host.nextClozeNumber();
  return which === 'next' ? next : Math.max(1, next - 1);
}

function format(name: string, mark: string, ...keys: readonly string[]): RichAction {
  return {
    name,
    keys,
    isOn: (editor) => editor.isActive(mark),
    run: (editor) => editor.commands.toggleMark(mark),
  };
}

function list(name: string, type: string, key: string): RichAction {
  return {
    name,
    keys: [key],
    isOn: (editor) => editor.isActive(type),
    run: (editor) => editor.commands.toggleList(type, 'listItem'),
  };
}

function asking(
  name: string,
  question: 'maths' | 'display-maths' | 'link',
  key?: string,
): RichAction {
  return {
    name,
    ...(key === undefined ? {} : { keys: [key] }),
    run: (_editor, host) => ask(host, question),
  };
}

function ask(host: RichHost, question: Parameters<RichHost['ask']>[0]): boolean {
  host.ask(question);
  return true;
}

function inTableOnly(name: string, run: (editor: Editor) => boolean): RichAction {
  return { name, canRun: inTable, run };
}

export function inTable(editor: Editor): boolean {
  return editor.isActive('table');
}

/** The name of the one thing that is selected as a whole: 'image', 'maths'…; '' for text. */
export function selectedName(editor: Editor): string {
  const { selection } = editor.state;
  return selection instanceof NodeSelection ? selection.node.type.name : '';
}

function clearFormatting(editor: Editor): boolean {
  return editor.commands.command(({ tr }) => {
    for (const { $from, $to } of tr.selection.ranges) tr.removeMark($from.pos, $to.pos);
    tr.setStoredMarks([]);
    return true;
  });
}
