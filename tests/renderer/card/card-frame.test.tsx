import { expect, test } from 'vitest';
import { showCard } from './show-card.tsx';

test('probe', async () => {
  const card = await showCard('<b>Hi</b> \\(x^2\\) <table><tr><td>1</table>');
  console.log(card.root.innerHTML, card.frame.offsetHeight);
});
