import { type ReactNode, useId } from 'react';

/** A part of the exam page under its own heading. */
export function Block(props: {
  readonly title: string;
  readonly className?: string;
  readonly children: ReactNode;
}) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={`exam-block ${props.className ?? ''}`}>
      <h2 id={id}>{props.title}</h2>
      {props.children}
    </section>
  );
}
