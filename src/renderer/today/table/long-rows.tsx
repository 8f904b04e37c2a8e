import { Fragment, type ReactNode, useRef, useState } from 'react';
import { useRowsInView } from '../../kit/list/rows-in-view.ts';
import { usePixels } from '../../kit/hooks/use-pixels.ts';
import type { StudyNode } from './study-rows.ts';

/** The rows of a long table that are in view; rows of empty space stand for the others. */
export function LongRows(props: {
  readonly nodes: readonly StudyNode[];
  readonly children: (node: StudyNode) => ReactNode;
}) {
  const { nodes } = props;
  const body = useRef<HTMLTableSectionElement>(null);
  const [focused, setFocused] = useState<string>();
  const { rows, after, measure } = useRowsInView({
    count: nodes.length,
    rowHeight: usePixels(2.8),
    list: body,
    focused: nodes.findIndex(({ id }) => id === focused),
  });
  return (
    <tbody
      ref={body}
      // Not forgotten on blur: Tab leaves a row's button before it comes to the row's link.
      onFocus={({ target }) => setFocused(target.closest('tr')?.dataset.id)}
    >
      {rows.map(({ place, gap }) => {
        const node = nodes[place];
        return (
          node && (
            <Fragment key={node.id}>
              <Gap height={gap} />
              <tr
                ref={measure}
                data-index={place}
                data-id={node.id}
                // The head is the first.
                aria-rowindex={place + 2}
                className={node.isDeck ? 'deck-line' : 'section-line'}
              >
                {props.children(node)}
              </tr>
            </Fragment>
          )
        );
      })}
      <Gap height={after} />
    </tbody>
  );
}

function Gap({ height }: { readonly height: number }) {
  if (height === 0) return null;
  // biome-ignore lint/a11y/noAriaHiddenOnFocusable: an empty row takes no focus
  return <tr aria-hidden="true" className="study-gap" style={{ height }} />;
}
