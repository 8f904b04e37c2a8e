import { expect, test, vi } from 'vitest';
import { externalAddress } from '../../src/platform/external-address.ts';
import { decodeTextFile, tooLarge } from '../../src/platform/text-file.ts';
import { trustedScriptUrl } from '../../src/platform/trusted-script.ts';
import { createWebPlatform } from '../../src/platform/web.ts';

test('asking for durable storage answers yes or no, and never rejects', async () => {
  expect(typeof (await createWebPlatform().keepStorage())).toBe('boolean');
});

test('[SHELL-17] the web shell has no native menu', () => {
  const stop = createWebPlatform().onCommand(() => expect.unreachable());
  expect(stop()).toBeUndefined();
});

/** Asks for a file and gives the page's own input what the system's dialog would. */
async function choose(file: File | null) {
  const answer = createWebPlatform().openTextFile();
  const input = document.querySelector<HTMLInputElement>('input[type=file]');
  if (input === null) throw new Error('No file was asked for.');
  if (file === null) {
    input.dispatchEvent(new Event('cancel'));
  } else {
    const chosen = new DataTransfer();
    chosen.items.add(file);
    input.files = chosen.files;
    input.dispatchEvent(new Event('change'));
  }
  const value = await answer;
  expect(document.querySelector('input[type=file]')).toBeNull();
  return value;
}

test('[SHELL-12] in the browser too a chosen file is read, and choosing nothing is no problem', async () => {
  expect(await choose(new File(['# α4'], 'deck.md'))).toEqual({
    ok: true,
    value: { name: 'deck.md', text: '# α4' },
  });
  expect(await choose(null)).toEqual({ ok: true, value: null });
  const large = new File([new Uint8Array(10 * 1024 * 1024 + 1)], 'large.md');
  expect(await choose(large)).toMatchObject({ ok: false });
});

test('[SHELL-13] in the browser saving is a download of the whole text under its name', async () => {
  const links: HTMLAnchorElement[] = [];
  const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
    this: HTMLAnchorElement,
  ) {
    links.push(this);
  });
  expect(await createWebPlatform().saveTextFile('deck.md', 'α4β1')).toEqual({
    ok: true,
    value: true,
  });
  click.mockRestore();
  const [link] = links;
  expect(link?.download).toBe('deck.md');
  expect(await (await fetch(link?.href ?? '')).text()).toBe('α4β1');
});

test('[SHELL-12] text is read strictly as UTF-8, without its byte order mark', () => {
  const bytes = new TextEncoder().encode('\uFEFFα4β1');
  expect(decodeTextFile('a.md', bytes)).toEqual({
    ok: true,
    value: { name: 'a.md', text: 'α4β1' },
  });
  expect(decodeTextFile('a.md', new Uint8Array([0xc3, 0x28]))).toMatchObject({ ok: false });
});

test('[SHELL-12] a file may have 10 MB and no byte more', () => {
  expect(tooLarge('a.md', 10 * 1024 * 1024)).toBeUndefined();
  expect(tooLarge('a.md', 10 * 1024 * 1024 + 1)).toMatchObject({ ok: false });
});

test('[SHELL-8] only plain https addresses lead outside', () => {
  expect(externalAddress('https://doi.org/10.1159/000109933')).toBe(
    'https://doi.org/10.1159/000109933',
  );
  for (const address of ['http://a.test', 'javascript:1', 'https://u:p@a.test/', 'file:///x', '']) {
    expect([address, externalAddress(address)]).toEqual([address, undefined]);
  }
});

test('[SHELL-7] a script’s address is trusted only when it is of this origin', () => {
  expect(String(trustedScriptUrl('./worker.js'))).toBe('./worker.js');
  for (const address of ['https://example.org/x.js', 'data:text/javascript,1', '//example.org/x']) {
    expect(() => trustedScriptUrl(address)).toThrow(/another origin/);
  }
});
