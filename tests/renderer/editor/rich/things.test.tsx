import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { select, showField } from './field.tsx';
import { waitFor } from '../../../support/wait-for.ts';

const PIXEL = 'data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=';

test('[EDITOR-6] a picture is drawn from the media store by its name', async () => {
  const asked: string[] = [];
  const field = await showField(
    '<img src="a b.png" alt="An axial slice"> <img src="my%20name.png">',
    {
      mediaUrl: async (name) => {
        asked.push(name);
        return PIXEL;
      },
    },
  );
  await expect.element(field.screen.getByAltText('An axial slice')).toBeInTheDocument();
  expect(asked).toEqual(['a b.png', 'my name.png']);
});

test('[EDITOR-6] a missing picture is named', async () => {
  const field = await showField('<img src="gone.png">');
  await expect.element(field.screen.getByText('Missing picture gone.png')).toBeVisible();
});

test('[EDITOR-6] an address of the web is named and never loaded', async () => {
  const address = `${location.origin}/should-not-load.png`;
  const field = await showField(`<img src="${address}"><img src="//x.invalid/a.png">`, {
    mediaUrl: async () => {
      throw new Error('asked for');
    },
  });
  await expect.element(field.screen.getByText(/not loaded: http/)).toBeVisible();
  expect(field.text.querySelector('img[src]')).toBeNull();
  const loaded = performance.getEntriesByType('resource').map(({ name }) => name);
  expect(loaded).not.toContain(address);
});

test('[EDITOR-6] Enter on a picture describes it and sets its width', async () => {
  const field = await showField('<img src="a.png" class="k" height="9">', {
    mediaUrl: async () => PIXEL,
  });
  field.handle().focus();
  field.tiptap().commands.setNodeSelection(1);
  await userEvent.keyboard('{Enter}');
  await userEvent.fill(page.getByLabelText('What it shows'), 'Axial MRI');
  await userEvent.fill(page.getByLabelText(/Width/), '240');
  await userEvent.keyboard('{Enter}');
  expect(field.html()).toBe('<img src="a.png" class="k" alt="Axial MRI" width="240">');
  await expect.element(field.screen.getByRole('dialog')).not.toBeInTheDocument();
  expect(document.activeElement).toBe(field.text);
});

test('[EDITOR-7] formulas are drawn, and unreadable TeX stays as it is written', async () => {
  const field = await showField('a \\(x^2\\) b \\[\\frac{1}{2}\\] c \\(\\wrong{\\)');
  await waitFor(() => expect(field.text.querySelectorAll('.katex')).toHaveLength(2));
  const readWrong = () => field.text.querySelector<HTMLElement>('.rich-maths-wrong');
  // What cannot be read is found out outside the page's thread, after the others are drawn.
  await waitFor(() => expect(readWrong()?.textContent).toBe('\\wrong{'));
  expect(readWrong()?.title).toMatch(/^Not a formula yet: ./);
});

test('[EDITOR-7] a formula that is not drawn is named under the field, until it is mended', async () => {
  const field = await showField('a \\(\\frac{\\) b');
  const note = field.screen.getByText(/^The formula .* is not drawn: ./);
  await expect.element(note).toBeVisible();
  expect(note.element().querySelector('code')?.textContent).toBe('\\frac{');
  field.set('a \\(x\\) b');
  await waitFor(() => expect(note.query()).toBeNull());
});

test('[EDITOR-7] of many that are not drawn a few are named, and the others counted: one is one', async () => {
  const field = await showField('\\(\\frac{\\) '.repeat(5));
  const others = (words: string) => field.screen.getByText(words, { exact: true });
  await expect.element(others('1 more formula is not drawn.')).toBeVisible();
  field.set('\\(\\frac{\\) '.repeat(6));
  await expect.element(others('2 more formulas are not drawn.')).toBeVisible();
});

test('[EDITOR-7] a formula that is too long or too deep, and those beyond what a field draws, are named', async () => {
  const deep = `\\(${'\\frac{1}{'.repeat(40)}x${'}'.repeat(40)}\\)`;
  const long = `\\(${'x+'.repeat(3000)}x\\)`;
  const field = await showField(`${deep} ${long}`);
  await expect.element(field.screen.getByText(/nests deeper than is drawn/)).toBeVisible();
  await expect.element(field.screen.getByText(/longer than is drawn/)).toBeVisible();
  field.set(`\\(${'x+'.repeat(400)}x\\) `.repeat(30));
  await expect
    .element(field.screen.getByText(/more formulas than are drawn/).first())
    .toBeVisible();
  expect(field.text.querySelectorAll('.katex').length).toBeGreaterThan(0);
});

test('[EDITOR-7] a deletion inside a formula is drawn as a box, not as wrong TeX', async () => {
  const field = await showField('\\(a + {{c1::b}}\\)');
  await waitFor(() => expect(field.text.querySelector('.katex')).not.toBeNull());
  expect(field.text.querySelector('.rich-maths-wrong')).toBeNull();
});

test('[EDITOR-7] Enter opens a formula; the change stays text in the field, signs and all', async () => {
  const field = await showField('so [$]x^2[/$] is');
  field.handle().focus();
  field.tiptap().commands.setNodeSelection(4);
  await userEvent.keyboard('{Enter}');
  const tex = page.getByLabelText('TeX', { exact: true });
  await expect.element(tex).toHaveValue('x^2');
  await userEvent.fill(tex, 'x^3');
  await waitFor(() => expect(document.querySelector('.rich-preview .katex')).not.toBeNull());
  await userEvent.keyboard('{Enter}');
  expect(field.html()).toBe('so [$]x^3[/$] is');
  await userEvent.keyboard('!');
  expect(field.html()).toBe('so [$]x^3[/$]! is');
});

test('[EDITOR-7] a double click opens a formula; saved empty, it is gone', async () => {
  const field = await showField('a \\(x\\)');
  await waitFor(() => expect(field.text.querySelector('.katex')).not.toBeNull());
  await userEvent.dblClick(field.text.querySelector('.rich-maths') as HTMLElement);
  await userEvent.fill(page.getByLabelText('TeX', { exact: true }), '');
  await userEvent.keyboard('{Enter}');
  expect(field.html()).toBe('a ');
});

test('[EDITOR-9] Ctrl+M and Ctrl+Shift+M make formulas, of what is selected if anything is', async () => {
  const field = await showField('x^2');
  field.handle().focus();
  select(field, 1, 4);
  await userEvent.keyboard('{Control>}m{/Control}');
  await expect.element(page.getByLabelText('TeX', { exact: true })).toHaveValue('x^2');
  await userEvent.keyboard('{Enter}');
  expect(field.html()).toBe('\\(x^2\\)');
  await userEvent.keyboard('{Control>}{Shift>}m{/Shift}{/Control}');
  await userEvent.fill(page.getByLabelText('TeX', { exact: true }), 'y');
  await userEvent.keyboard('{Enter}');
  expect(field.html()).toBe('\\(x^2\\)\\[y\\]');
});

test('[EDITOR-9] Escape leaves all as it was', async () => {
  const field = await showField('a');
  field.handle().focus();
  await userEvent.keyboard('{Control>}m{/Control}');
  await userEvent.fill(page.getByLabelText('TeX', { exact: true }), 'y');
  await userEvent.keyboard('{Escape}');
  await expect.element(field.screen.getByRole('dialog')).not.toBeInTheDocument();
  expect(field.changes).toEqual([]);
  expect(document.activeElement).toBe(field.text);
});

test('[EDITOR-9] what is typed between the signs becomes a formula', async () => {
  const field = await showField('');
  field.handle().focus();
  await userEvent.keyboard('so \\(x^2\\) and \\[[y\\].');
  expect(field.html()).toBe('so \\(x^2\\) and \\[y\\].');
  expect(field.text.querySelectorAll('.rich-maths')).toHaveLength(2);
});

test('[EDITOR-8] sounds and films are named in the text and kept as they are', async () => {
  const html = 'hear [sound:a b.mp3] see [sound:film.mp4]';
  const field = await showField(html);
  await expect.element(field.screen.getByText('Sound a b.mp3')).toBeVisible();
  await expect.element(field.screen.getByText('Video film.mp4')).toBeVisible();
  field.handle().focus();
  await userEvent.keyboard('.');
  expect(field.html()).toBe(`${html}.`);
  await userEvent.keyboard('{Backspace}{Backspace}');
  expect(field.html()).toBe('hear [sound:a b.mp3] see ');
});

test('[EDITOR-13] the link dialog links words, and only to addresses', async () => {
  const field = await showField('words');
  field.handle().focus();
  await userEvent.keyboard('{Control>}a{/Control}');
  await userEvent.click(field.screen.getByRole('button', { name: 'More' }));
  await userEvent.click(field.screen.getByRole('menuitem', { name: 'Link' }));
  const address = page.getByLabelText('Address');
  await userEvent.fill(address, 'javascript:alert(1)');
  await userEvent.keyboard('{Enter}');
  expect(field.changes).toEqual([]);
  await userEvent.fill(address, 'https://example.org/');
  await userEvent.keyboard('{Enter}');
  expect(field.html()).toBe('<a href="https://example.org/">words</a>');
  expect(field.text.querySelector('a')).toBeNull();
});
