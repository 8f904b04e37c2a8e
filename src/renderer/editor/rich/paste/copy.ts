import { Extension } from '@tiptap/core';
import type { DOMSerializer, Fragment } from '@tiptap/pm/model';
import { Plugin } from '@tiptap/pm/state';
import { keepFirstLineEnds, writeBlocks } from '../html/write/write.ts';
import { writeInline } from '../html/write/write-inline.ts';
import { OWN_MARK } from './read-clipboard.ts';

/** What is copied is what a field holds, in one element, marked as a field's own. */
export const copy = Extension.create({
  name: 'richCopy',
  addProseMirrorPlugins: () => [
    new Plugin({
      // Of a serializer, the view's clipboard uses this one method.
      props: { clipboardSerializer: { serializeFragment: serialize } as unknown as DOMSerializer },
    }),
  ],
});

function serialize(content: Fragment): DocumentFragment {
  const inert = document.implementation.createHTMLDocument('');
  const isLine = content.childCount === 1 && content.firstChild?.type.name === 'paragraph';
  const isInline = content.firstChild?.isInline === true;
  const holder = inert.createElement(isLine || isInline ? 'span' : 'div');
  holder.setAttribute(OWN_MARK, '');
  if (isInline) writeInline(content, holder);
  else if (isLine && content.firstChild) writeInline(content.firstChild.content, holder);
  else writeBlocks(content, holder);
  keepFirstLineEnds(holder);
  const fragment = inert.createDocumentFragment();
  fragment.append(holder);
  return fragment;
}
