import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { problemsInLightAndDark } from '../../../support/accessible.ts';
import { showField } from './field.tsx';
import { waitFor } from '../../../support/wait-for.ts';

afterEach(() => {
  delete document.documentElement.dataset.theme;
});

const EVERYTHING = `<h2>Natalizumab</h2>{{c1::binds::verb}} <b>α4</b> <i>β1</i> <u>u</u> <code>x</code>
<span style="color: yellow;">yellow</span> <span style="color: black;">black</span>
<span style="color: white; background-color: navy;">both</span> <font color="#0f0">green</font>
<mark>marked</mark> <a href="https://example.org/">link</a>
<ul><li>one</li></ul><blockquote>said</blockquote><pre>code</pre><table><tbody><tr><th>h</th><td>d</td></tr></tbody></table>
\\(x^2\\) \\(\\wrong{\\) [sound:a.mp3] <img src="gone.png"> <audio src="a.mp3"></audio> {{c2::open <iframe></iframe>`;

/** The page around the field is not here. */
const problems = () =>
  problemsInLightAndDark(document, [
    'page-has-heading-one',
    'landmark-one-main',
    'region',
    'heading-order',
  ]);

test.each([1000, 400])(
  '[EDITOR-29] axe-core finds nothing, light and dark, at %i px',
  async (width) => {
    await page.viewport(width, 800);
    const field = await showField(EVERYTHING, { hint: 'What to ask' });
    await waitFor(() => expect(field.text.querySelector('.katex')).not.toBeNull());
    field.handle().focus();
    await expect.element(field.screen.getByText('Missing picture gone.png')).toBeVisible();
    expect(await problems()).toEqual([]);
    expect(document.documentElement.scrollWidth).toBe(width);
    await userEvent.click(page.getByRole('button', { name: 'More' }));
    expect(await problems()).toEqual([]);
    await userEvent.keyboard('{Escape}');
    field.handle().focus();
    await userEvent.keyboard('{Control>}m{/Control}');
    expect(await problems()).toEqual([]);
    await userEvent.keyboard('{Escape}');
    field.handle().toggleSource();
    await expect.element(page.getByText('Back to the text')).toBeVisible();
    expect(await problems()).toEqual([]);
  },
);

test('[EDITOR-29] an empty field shows its hint and says it, and a label’s click leads into it', async () => {
  const field = await showField('', { hint: 'What to ask' });
  expect(await problems()).toEqual([]);
  await expect.element(page.getByRole('textbox', { name: 'Front' })).toBeVisible();
  expect(field.text.getAttribute('aria-placeholder')).toBe('What to ask');
  await userEvent.click(page.getByText('Front', { exact: true }));
  expect(document.activeElement).toBe(field.text);
  await userEvent.keyboard('x');
  expect(field.text.hasAttribute('aria-placeholder')).toBe(false);
});

test('[EDITOR-29] every control is at least 24 pixels wide and high', async () => {
  await page.viewport(400, 800);
  const field = await showField('<iframe></iframe>');
  field.handle().focus();
  await userEvent.click(page.getByRole('button', { name: 'More' }));
  const controls = [...document.querySelectorAll('button')].filter((button) =>
    button.checkVisibility(),
  );
  expect(controls.length).toBeGreaterThan(15);
  for (const control of controls) {
    const { width, height } = control.getBoundingClientRect();
    expect(Math.min(width, height), control.outerHTML).toBeGreaterThanOrEqual(24);
  }
});

test('[EDITOR-21] a field’s colours can be read on light and on dark paper', async () => {
  const field = await showField(
    '<span style="color: yellow;">a</span><span style="color: black;">b</span>',
  );
  const lightness = () =>
    [...field.text.querySelectorAll<HTMLElement>('.own-colour')].map((element) => {
      const [, value] = /oklch\(([\d.]+)/.exec(getComputedStyle(element).color) ?? [];
      return Number(value);
    });
  document.documentElement.dataset.theme = 'light';
  expect(Math.max(...lightness())).toBeLessThan(0.56);
  document.documentElement.dataset.theme = 'dark';
  expect(Math.min(...lightness())).toBeGreaterThan(0.7);
});

test('[EDITOR-29] right-to-left fields are so, as text and as source', async () => {
  const field = await showField('שלום', { isRightToLeft: true });
  expect(getComputedStyle(field.text).direction).toBe('rtl');
  field.handle().toggleSource();
  await expect.element(page.getByRole('textbox')).toHaveAttribute('dir', 'rtl');
});
