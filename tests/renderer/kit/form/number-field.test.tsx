import { useState } from 'react';
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { NumberField } from '../../../../src/renderer/kit/form/fields.tsx';

function NewCards() {
  const [value, setValue] = useState(20);
  return (
    <>
      <NumberField name="New cards a day" value={value} onChange={setValue} />
      <output>{value}</output>
      <button type="button" onClick={() => setValue(30)}>
        Back
      </button>
    </>
  );
}

test('[OPTIONS-10] a number stays as it is written, until another one comes from elsewhere', async () => {
  await render(<NewCards />);
  const field = page.getByRole('textbox', { name: 'New cards a day' });
  await expect.element(field).toHaveValue('20');
  for (const [written, value] of [
    ['0.5', '0.5'],
    ['-1', '-1'],
    ['7,5', '7.5'],
    ['1e9', 'NaN'],
    ['abc', 'NaN'],
    ['007', '7'],
  ] as const) {
    await field.clear();
    await userEvent.type(field, written);
    await expect.element(field).toHaveValue(written);
    await expect.element(page.getByRole('status')).toHaveTextContent(value);
  }
  await page.getByRole('button', { name: 'Back' }).click();
  await expect.element(field).toHaveValue('30');
});
