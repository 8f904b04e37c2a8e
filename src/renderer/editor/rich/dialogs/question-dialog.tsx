import type { Editor } from '@tiptap/core';
import { NodeSelection } from '@tiptap/pm/state';
import type { KeyboardEvent } from 'react';
import type { Question } from '../host.ts';
import type { Attributes } from '../html/kinds.ts';
import { isDisplayed, type MathsSigns } from '../html/tokens.ts';
import { LinkDialog } from './link-dialog.tsx';
import { MathsDialog } from '../maths/maths-dialog.tsx';
import { PictureDialog } from './picture-dialog.tsx';

/** The small dialog for what is selected. Its keys are its own: none reaches the field's form. */
export function QuestionDialog(props: {
  readonly question: Question;
  readonly editor: Editor;
  readonly onClose: () => void;
}) {
  const { question, editor, onClose } = props;
  const { selection, doc } = editor.state;
  const node = selection instanceof NodeSelection ? selection.node : undefined;
  const words = doc.textBetween(selection.from, selection.to, ' ');
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only keeps keys from what is around
    <div onKeyDown={(event: KeyboardEvent) => event.stopPropagation()}>
      {question === 'link' && (
        <LinkDialog
          href={(editor.getAttributes('link').attributes as Attributes | undefined)?.href ?? ''}
          hasWords={!selection.empty || editor.isActive('link')}
          onSave={(href) => setLink(editor, href)}
          onClose={onClose}
        />
      )}
      {question === 'picture' && node?.type.name === 'image' && (
        <PictureDialog
          attributes={node.attrs.attributes as Attributes}
          onSave={(attributes) => editor.commands.updateAttributes('image', { attributes })}
          onClose={onClose}
        />
      )}
      {(question === 'maths' || question === 'display-maths') && (
        <MathsDialog
          tex={node?.type.name === 'maths' ? node.attrs.tex : node ? '' : words}
          isDisplay={
            node?.type.name === 'maths'
              ? isDisplayed(node.attrs.signs)
              : question === 'display-maths'
          }
          isNew={node?.type.name !== 'maths'}
          onSave={(tex, isDisplay) => setMaths(editor, tex, isDisplay)}
          onClose={onClose}
        />
      )}
    </div>
  );
}

/** Puts a formula in the place of what is selected; none where there is no TeX. */
function setMaths(editor: Editor, tex: string, isDisplay: boolean): void {
  editor.commands.command(({ tr, state }) => {
    if (tex === '') {
      tr.deleteSelection();
      return true;
    }
    const { selection } = state;
    const old = selection instanceof NodeSelection ? selection.node : undefined;
    const before = old?.type.name === 'maths' ? (old.attrs.signs as MathsSigns) : undefined;
    const isAsBefore = before !== undefined && isDisplayed(before) === isDisplay;
    const signs: MathsSigns = isAsBefore ? before : isDisplay ? 'display' : 'inline';
    const node = state.schema.nodes.maths?.create({ tex, signs }, null, old?.marks);
    if (node) tr.replaceSelectionWith(node, old === undefined).scrollIntoView();
    return true;
  });
}

/** Links the words that are selected, or those of the link the cursor is in; '' unlinks them. */
function setLink(editor: Editor, href: string): void {
  const chain = editor.chain().extendMarkRange('link');
  if (href === '') chain.unsetMark('link').run();
  else chain.setMark('link', { attributes: { href } }).run();
}
