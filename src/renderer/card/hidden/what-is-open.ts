/** What a person opened in the card in `root`: gives how to open the same in what stands there later. */
export function whatIsOpen(root: HTMLElement): () => void {
  const words = ({ textContent }: Element) => textContent ?? '';
  const opened = [...root.querySelectorAll('details[open] > summary')].map(words);
  return () => {
    for (const summary of opened.length > 0 ? root.querySelectorAll('details > summary') : []) {
      const at = opened.indexOf(words(summary));
      if (at < 0) continue;
      opened.splice(at, 1);
      summary.parentElement?.setAttribute('open', '');
    }
  };
}
