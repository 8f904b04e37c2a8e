/** Whether a person who presses a key there writes with it. */
export function isTyping(target: EventTarget | null): target is HTMLElement {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) {
    return !['button', 'checkbox', 'radio', 'range', 'submit'].includes(target.type);
  }
  return target.isContentEditable || target.matches('textarea, select');
}
