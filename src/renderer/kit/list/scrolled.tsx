import type { ReactNode } from 'react';

/** A list that scrolls by itself and holds nothing that takes the focus: a stop for Tab, with a name. */
export function Scrolled(props: {
  readonly name: string;
  readonly className: string;
  readonly children: ReactNode;
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it is scrolled by keyboard in every browser
    <section className={props.className} tabIndex={0} aria-label={props.name}>
      {props.children}
    </section>
  );
}
