import { expect, test } from 'vitest';
import { decodedText } from '../../../src/exchange/incoming/text-file.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);

test('[ANKI-11] lines end with a line feed, or in the manner of old Macs', () => {
  expect(decodedText(utf8('q\ta\rr\tb\r')).text).toBe('q\ta\nr\tb\n');
  expect(decodedText(utf8('q\ta\r\nr\tb')).text).toBe('q\ta\r\nr\tb');
  expect(decodedText(utf8('q\ta\rb\n')).text).toBe('q\ta\rb\n');
  // Excel of a Mac, with two lines in a cell.
  expect(decodedText(utf8('"q\nr";a\rs;b\r')).text).toBe('"q\nr";a\ns;b\n');
});

test('[ANKI-11] UTF-16 is told by its mark; letters that are none of UTF-8 are those of Windows', () => {
  const utf16 = (isBigEndian: boolean) => {
    const bytes = new Uint8Array(6);
    const view = new DataView(bytes.buffer);
    for (const [at, code] of [0xfeff, 0xe4, 0x41].entries()) {
      view.setUint16(at * 2, code, !isBigEndian);
    }
    return bytes;
  };
  expect(decodedText(utf16(true))).toEqual({ text: 'äA' });
  expect(decodedText(utf16(false))).toEqual({ text: 'äA' });
  expect(decodedText(utf8('\ufeffä'))).toEqual({ text: 'ä' });
  const latin = decodedText(new Uint8Array([0xe4, 9, 0xdf]));
  expect(latin.text).toBe('ä\tß');
  expect(latin.problem).toMatch(/not in UTF-8/);
});
