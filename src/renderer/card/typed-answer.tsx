import type { ComponentProps } from 'react';
import { t } from '../../kernel/texts.ts';
import './typed-answer.css';

/** The field under a question that asks for typing; disabled where the card is only looked at. */
export function TypedAnswerField(props: ComponentProps<'input'>) {
  return (
    <input
      className="typed-answer-field"
      aria-label={t`Your answer`}
      placeholder={t`Type the answer`}
      autoComplete="off"
      autoCapitalize="off"
      spellCheck={false}
      {...props}
    />
  );
}
