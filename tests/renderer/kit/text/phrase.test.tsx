import { expect, test } from 'vitest';
import { render } from 'vitest-browser-react';
import { begin, END, phrase } from '../../../../src/renderer/kit/text/phrase.ts';

test('[WORDS-4] words with elements in them are one text, each element around its own words', async () => {
  const name = <q>Heart</q>;
  const { container } = await render(
    <p>
      {phrase`Read ${begin(<a href="#help" />)}the ${begin(<b />)}help${END} of ${name}${END} first, ${2} times${false}.`}
    </p>,
  );
  expect(container.innerHTML).toBe(
    '<p>Read <a href="#help">the <b>help</b> of <q>Heart</q></a> first, 2 times.</p>',
  );
});
