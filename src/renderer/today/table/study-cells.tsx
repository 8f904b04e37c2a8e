import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { Scope } from '../../../engine/commands/study/study.ts';
import { t, thousands } from '../../../kernel/texts.ts';
import { shortMinutes } from '../../kit/text/format.ts';
import { named } from '../../../kernel/named.ts';
import { begin, END, phrase } from '../../kit/text/phrase.ts';
import { turnRow } from './open-rows.ts';
import type { StudyNode } from './study-rows.ts';

export function TableHead(props: {
  readonly isPlanned: boolean;
  /** Whether a row has anything under it. */
  readonly isNeeded: boolean;
}): ReactNode {
  return (
    <>
      {props.isPlanned ? (
        <caption className="soft small">{t`What your ordinary dates ask for today`}</caption>
      ) : (
        <caption className="hidden-text">{t`What is due today, by deck and section`}</caption>
      )}
      {props.isNeeded && (
        <thead>
          <tr className="soft small">
            <th scope="col">{t`Deck and section`}</th>
            <th scope="col">{t`Due`}</th>
            <th scope="col">{t`New`}</th>
            <th scope="col">{t`Time`}</th>
            {/* Its links come where a row is pointed at: a word over nothing would be noise. */}
            <th scope="col" className="exam-cell">
              <span className="hidden-text">{t`Exam`}</span>
            </th>
          </tr>
        </thead>
      )}
    </>
  );
}

export function Cells(props: {
  readonly node: StudyNode;
  readonly label: string;
  /** Given where what is below can be folded. */
  readonly twist?: ReactNode;
  readonly onStudy: (scope: Scope) => void;
}) {
  const { node, label } = props;
  const { left, minutes } = node.line;
  const due = left.review + left.learning;
  return (
    <>
      <th scope="row" style={{ paddingInlineStart: `${node.depth * 16}px` }}>
        {props.twist}
        {due + left.new > 0 ? (
          <button type="button" className="study-link" onClick={() => props.onStudy(node.scope)}>
            <span className="hidden-text">{t`Study `}</span>
            {named(label)}
          </button>
        ) : (
          <span className="study-link soft">{named(label)}</span>
        )}
      </th>
      <td className="number">{due > 0 ? thousands(due) : '–'}</td>
      <td className="number">{left.new > 0 ? thousands(left.new) : '–'}</td>
      <td className="number">{shortMinutes(minutes)}</td>
      <td className="exam-cell">
        <Link href={node.examHref} className="small">
          {phrase`Plan${begin(<span className="hidden-text" />)} an exam about ${named(label)}${END}`}
        </Link>
      </td>
    </>
  );
}

/** One line for the rows with nothing today, which opens them (TODAY-11). */
export function FoldCell({ node, isOpen }: { readonly node: StudyNode; readonly isOpen: boolean }) {
  return (
    <th scope="row" colSpan={5} style={{ paddingInlineStart: `${node.depth * 16}px` }}>
      <button
        type="button"
        className="study-link study-fold soft small"
        aria-expanded={isOpen}
        onClick={() => turnRow(node.id, !isOpen)}
      >
        {node.label}
      </button>
    </th>
  );
}

export function rowsShown(
  nodes: readonly StudyNode[],
  isOpen: (node: StudyNode) => boolean,
): readonly StudyNode[] {
  return nodes.flatMap((node) =>
    isOpen(node) ? [node, ...rowsShown(node.children, isOpen)] : [node],
  );
}
