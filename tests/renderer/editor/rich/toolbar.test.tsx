import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { select, showField } from './field.tsx';

const tools = () => [...document.querySelectorAll<HTMLElement>('.rich-tool')];
const names = () => tools().map((tool) => tool.getAttribute('aria-label'));
const focusedName = () => document.activeElement?.getAttribute('aria-label');

async function shown(value: string, width = 900, options = {}) {
  await page.viewport(width, 700);
  const field = await showField(value, options);
  field.handle().focus();
  await expect.element(field.screen.getByRole('button', { name: 'Bold' })).toBeVisible();
  return field;
}

test('[EDITOR-18] each button has a name, its key in the title, and says its key and its state', async () => {
  await shown('<b>x</b>');
  for (const tool of tools()) {
    expect(tool.getAttribute('aria-label')).toBeTruthy();
    expect(tool.title).toContain(tool.getAttribute('aria-label') ?? '?');
  }
  const bold = page.getByRole('button', { name: 'Bold' });
  await expect.element(bold).toHaveAttribute('aria-pressed', 'true');
  await expect.element(bold).toHaveAttribute('aria-keyshortcuts', 'Control+B');
  await expect.element(bold).toHaveAttribute('title', 'Bold (Ctrl+B)');
});

test('[EDITOR-18] the toolbar is one stop for Tab; arrows, Home and End go along it', async () => {
  await shown('x');
  await userEvent.tab({ shift: true });
  expect(focusedName()).toBe('Bold');
  await userEvent.keyboard('{ArrowRight}{ArrowRight}');
  expect(focusedName()).toBe('Underline');
  await userEvent.keyboard('{ArrowLeft}');
  expect(focusedName()).toBe('Italic');
  await userEvent.keyboard('{End}');
  expect(focusedName()).toBe('More');
  await userEvent.keyboard('{ArrowRight}');
  expect(focusedName()).toBe('Bold');
  expect(tools().filter((tool) => tool.tabIndex === 0)).toHaveLength(1);
});

test('[EDITOR-18] a button acts on the text and gives the focus back; Escape gives it back too', async () => {
  const field = await shown('word');
  await userEvent.keyboard('{Control>}a{/Control}');
  await userEvent.click(page.getByRole('button', { name: 'Bold' }));
  expect(field.html()).toBe('<b>word</b>');
  expect(document.activeElement).toBe(field.text);
  await userEvent.tab({ shift: true });
  await userEvent.keyboard('{ArrowRight}{Enter}');
  expect(field.html()).toBe('<b><i>word</i></b>');
  expect(document.activeElement).toBe(field.text);
  await userEvent.tab({ shift: true });
  await userEvent.keyboard('{Escape}');
  expect(document.activeElement).toBe(field.text);
});

test('[EDITOR-18] the menu is gone through by arrows and letters, and closed by Escape', async () => {
  const field = await shown('word');
  await userEvent.keyboard('{Control>}a{/Control}');
  await userEvent.tab({ shift: true });
  await userEvent.keyboard('{End}{Enter}');
  await expect.element(page.getByRole('menu', { name: 'More' })).toBeVisible();
  await userEvent.keyboard('{Escape}');
  await expect.element(page.getByRole('menu', { name: 'More' })).not.toBeInTheDocument();
  expect(focusedName()).toBe('More');
  await userEvent.keyboard('{Enter}q');
  expect(document.activeElement?.textContent).toBe('Quotation');
  await userEvent.keyboard('{Enter}');
  expect(field.html()).toBe('<blockquote>word</blockquote>');
  expect(document.activeElement).toBe(field.text);
});

test('[EDITOR-18] what makes no sense here is not offered: deletions, tables, the source', async () => {
  const field = await shown('x', 900, { clozeEnabled: false });
  expect(names()).not.toContain('Hide as a new deletion');
  await userEvent.click(page.getByRole('button', { name: 'More' }));
  await expect.element(page.getByRole('menuitem', { name: 'Table' })).toBeVisible();
  expect(document.body.textContent).not.toContain('Add a row below');
  await userEvent.click(page.getByRole('menuitem', { name: 'Table' }));
  expect(field.html()).toContain('<table>');
  await userEvent.click(page.getByRole('button', { name: 'More' }));
  await userEvent.click(page.getByRole('menuitem', { name: 'Add a row below' }));
  expect(field.html().match(/<tr>/g)).toHaveLength(4);
});

test('[EDITOR-18] the button attaches files where the cursor is', async () => {
  const field = await shown('a', 900, { onPasteFile: async ({ name }: File) => name });
  const input = document.querySelector<HTMLInputElement>('input[type=file]');
  await userEvent.upload(
    input as HTMLInputElement,
    new File(['x'], 'a.png', { type: 'image/png' }),
  );
  await expect.poll(field.html).toBe('a<img src="a.png">');
});

test('[EDITOR-19] at 400 pixels one row is left, and the rest is in More', async () => {
  const field = await shown('word', 400);
  const row = document.querySelector('.rich-toolbar') as HTMLElement;
  expect(row.getBoundingClientRect().height).toBeLessThan(48);
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(400);
  await expect.poll(names).toContain('Bullet list');
  expect(names()).not.toContain('Formula');
  await userEvent.click(page.getByRole('button', { name: 'More' }));
  const menu = page.getByRole('menu', { name: 'More' }).element().getBoundingClientRect();
  expect(menu.left).toBeGreaterThanOrEqual(0);
  expect(menu.right).toBeLessThanOrEqual(400);
  expect(menu.bottom).toBeLessThanOrEqual(700);
  await userEvent.click(page.getByRole('menuitem', { name: 'Formula', exact: true }));
  await userEvent.fill(page.getByLabelText('TeX', { exact: true }), 'x');
  await userEvent.keyboard('{Enter}');
  expect(field.html()).toBe('word\\(x\\)');
});

test('[EDITOR-20] the source is the very HTML; edited there, it is shown when one comes back', async () => {
  const html = "<P CLASS='x'>a<!--c--></P>";
  const field = await shown(html);
  await userEvent.keyboard('{Control>}{Shift>}x{/Shift}{/Control}');
  const area = field.screen.getByRole('textbox');
  await expect.element(area).toHaveValue(html);
  await expect.element(area).toHaveFocus();
  await userEvent.keyboard('{Control>}{Shift>}x{/Shift}{/Control}');
  expect(field.changes).toEqual([]);
  expect(document.activeElement).toBe(field.text);
  await userEvent.keyboard('{Control>}{Shift>}x{/Shift}{/Control}');
  await userEvent.fill(area, '<b>new</b> <script>1</script>');
  expect(field.html()).toBe('<b>new</b> <script>1</script>');
  await userEvent.click(field.screen.getByRole('button', { name: 'Back to the text' }));
  expect(field.text.querySelector('b')?.textContent).toBe('new');
  expect(field.html()).toBe('<b>new</b> <script>1</script>');
});

test('[EDITOR-20] a field of plain text can begin as its source', async () => {
  const field = await showField('<b>x</b>', { isSourceFirst: true, autoFocus: true });
  const area = field.screen.getByRole('textbox');
  await expect.element(area).toHaveValue('<b>x</b>');
  await expect.element(area).toHaveFocus();
  field.handle().toggleSource();
  await expect.poll(() => field.text.querySelector('b')?.textContent).toBe('x');
  expect(field.changes).toEqual([]);
});

test('[EDITOR-20] in the source, the toolbar offers the way back and nothing that would do nothing', async () => {
  const field = await shown('x');
  field.handle().toggleSource();
  const bold = page.getByRole('button', { name: 'Bold' });
  await expect.element(bold).toHaveAttribute('aria-disabled', 'true');
  await userEvent.click(page.getByRole('button', { name: 'More' }));
  await userEvent.click(page.getByRole('menuitemcheckbox', { name: /HTML source/ }));
  await expect.element(bold).toHaveAttribute('aria-disabled', 'false');
  expect(field.changes).toEqual([]);
});

test('[EDITOR-21] F8 chooses a colour, F7 sets the last one again, None takes it away', async () => {
  const field = await shown('one two');
  select(field, 1, 4);
  await userEvent.keyboard('{F8}');
  await userEvent.keyboard('g{Enter}');
  expect(field.html()).toBe('<span style="color: rgb(47, 138, 76);">one</span> two');
  select(field, 5, 8);
  await userEvent.keyboard('{F7}');
  expect(field.html()).toBe(
    '<span style="color: rgb(47, 138, 76);">one</span> <span style="color: rgb(47, 138, 76);">two</span>',
  );
  await userEvent.keyboard('{F8}n{Enter}');
  expect(field.html()).toBe('<span style="color: rgb(47, 138, 76);">one</span> two');
});

test('[EDITOR-21] a background and a text colour keep out of each other’s way', async () => {
  const field = await shown('one');
  await userEvent.keyboard('{Control>}a{/Control}');
  await userEvent.keyboard('{F7}');
  await userEvent.click(page.getByRole('button', { name: /^Colour/ }));
  await userEvent.click(page.getByRole('menuitem', { name: 'Yellow' }));
  expect(field.html()).toMatch(
    /^<span style="color: rgb\([\d, ]+\); background-color: rgba\(255, 208, 0, 0\.35\);">one<\/span>$/,
  );
});
