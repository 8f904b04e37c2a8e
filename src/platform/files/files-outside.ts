/** Hands `content` to the browser's downloads. */
export function download(name: string, content: Blob): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The download has its own hold on the data by the next turn; a minute is generous.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** Lets the person choose a file; `accept`: as an input has it. null: nothing was chosen. */
export function chooseFile(accept: string): Promise<File | null> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = accept;
    input.hidden = true;
    const finish = (file: File | null) => {
      input.remove();
      resolve(file);
    };
    input.addEventListener('change', () => finish(input.files?.[0] ?? null));
    input.addEventListener('cancel', () => finish(null));
    // Chromium may collect an input that is not in the document before its dialog is closed.
    document.body.append(input);
    input.click();
  });
}
