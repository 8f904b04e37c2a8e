import type { ComponentProps } from 'react';
import './typed-answer.css';

/** The field under a question that asks for typing; disabled where the card is only looked at. */
export function TypedAnswerField(props: ComponentProps<'input'>) {
  return (
    <input
      className="typed-answer-field"
      aria-label="Your answer"
      placeholder="Type the answer"
      autoComplete="off"
      autoCapitalize="off"
      spellCheck={false}
      {...props}
    />
  );
}
