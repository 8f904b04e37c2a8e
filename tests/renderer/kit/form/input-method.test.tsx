import { useState } from 'react';
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { TagsField } from '../../../../src/renderer/kit/form/tags-field.tsx';

function Tags() {
  const [tags, setTags] = useState<readonly string[]>([]);
  return <TagsField tags={tags} known={[]} onTags={setTags} />;
}

test('[KEYS-6] Enter that ends a composition takes no tag, with either sign of it', async () => {
  await render(<Tags />);
  const field = page.getByRole('combobox', { name: 'Tags' });
  await field.fill('神経');
  const press = (sign: KeyboardEventInit) =>
    field
      .element()
      .dispatchEvent(
        new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true, ...sign }),
      );
  const taken = page.getByRole('button', { name: 'Take off the tag 神経' });
  for (const sign of [{ isComposing: true }, { keyCode: 229 }]) {
    press(sign);
    await expect.element(taken).not.toBeInTheDocument();
    await expect.element(field).toHaveValue('神経');
  }
  press({});
  await expect.element(taken).toBeVisible();
});
