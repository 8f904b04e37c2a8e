import type { ReactNode } from 'react';
import { t } from '../../../../kernel/texts.ts';
import type { RowItem } from './toolbar-items.ts';

/** A small 2 from its upper left corner. */
const TWO = 'M0 1.4C.3-.6 3.6-.4 3.4 1.5 3.2 3 .6 3.8.2 5.6h3.6';

/** The signs on the toolbar's buttons. Letters say what they do where a letter can. */
export const GLYPHS: Readonly<Record<RowItem | 'more', ReactNode>> = {
  bold: <b>{t`B`}</b>,
  italic: <i>{t`I`}</i>,
  underline: <u>{t`U`}</u>,
  subscript: (
    <Drawing>
      <path d="m3.5 4.5 8 10M11.5 4.5l-8 10" />
      <path d={TWO} strokeWidth="1.3" transform="translate(13.2 12)" />
    </Drawing>
  ),
  superscript: (
    <Drawing>
      <path d="m3.5 6 8 10M11.5 6l-8 10" />
      <path d={TWO} strokeWidth="1.3" transform="translate(13.2 2.5)" />
    </Drawing>
  ),
  cloze: <span className="rich-glyph-cloze">[…]</span>,
  colours: <span className="rich-glyph-colour">{t`A`}</span>,
  bullets: (
    <Drawing>
      <path d="M8 5h9M8 10h9M8 15h9" />
      <path d="M3.5 5h.01M3.5 10h.01M3.5 15h.01" strokeWidth="2.6" />
    </Drawing>
  ),
  numbers: (
    <Drawing>
      <path d="M9 5h8M9 10h8M9 15h8" />
      <path
        d="M2.8 3.6 4.2 3v4M2.6 12.9c.2-.9 2.2-1 2.2.3 0 .9-2.2 1.7-2.2 3h2.4"
        strokeWidth="1.2"
      />
    </Drawing>
  ),
  maths: (
    <Drawing>
      <path d="m2.5 11.5 1.5-1 2.5 5.5 3-12h8" />
      <path d="m11.5 9 5 7M16.5 9l-5 7" />
    </Drawing>
  ),
  attach: (
    <Drawing>
      <rect x="2.5" y="4" width="15" height="12" rx="2" />
      <path d="m3 14 4-4 3 3 3.2-3.2L17 13.5" />
      <path d="M7 7.6h.01" strokeWidth="2.4" />
    </Drawing>
  ),
  more: (
    <Drawing>
      <path d="M4.5 10h.01M10 10h.01M15.5 10h.01" strokeWidth="2.8" />
    </Drawing>
  ),
};

function Drawing({ children }: { readonly children: ReactNode }) {
  return (
    <svg
      viewBox="0 0 20 20"
      width="20"
      height="20"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {children}
    </svg>
  );
}
