// Files to and from the reader.

export function download(name: string, data: BlobPart, type = 'application/ld+json'): void {
  const url = URL.createObjectURL(new Blob([data], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** Lets the reader choose a claims file; `done` is called unless they change their mind. */
export function chooseFile(done: (file: File) => void): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = '.json,application/json,application/ld+json';
  input.addEventListener('change', () => input.files?.[0] && done(input.files[0]), { once: true });
  input.click();
}

/** A file that is dropped on an element. */
export function takeDrops(element: HTMLElement, take: (file: File) => void): void {
  element.addEventListener('dragover', (event) => event.preventDefault());
  element.addEventListener('drop', (event) => {
    const file = event.dataTransfer?.files[0];
    if (!file) return;
    event.preventDefault();
    take(file);
  });
}
