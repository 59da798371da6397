// What a reader made: kept in this browser, shared by a link. What goes wrong is told in the panel, by keys of the interface words.

import type { Command } from './messages.ts';
import { sharedLayer, shareLink } from './share.ts';
import { loadLayer, saveLast, saveLayer } from './storage.ts';

export class Keeper {
  private saving = Promise.resolve();
  private told = false;
  /** Has the browser keep a layer that is not kept yet, should the page go. */
  private last: { address: string; goes(): void } | undefined;

  constructor(private readonly send: (command: Command) => void) {}

  /** What was made before on the article of an address, and what a link to this page brought. */
  async load(address: string): Promise<void> {
    await this.restore(address);
    await this.receive();
  }

  /** Brings back what was made on the article of an address. */
  async restore(address: string): Promise<void> {
    try {
      await this.saving;
      const text = await loadLayer(address);
      if (text) this.send({ verb: 'load-layer', text });
    } catch {
      // Told when there is something to lose.
    }
  }

  private async receive(): Promise<void> {
    try {
      const text = await sharedLayer(location.hash);
      if (text) this.send({ verb: 'import-claims', text, value: document.title });
    } catch {
      this.send({ verb: 'notify', value: 'notice.shared-broken', flag: true });
    }
  }

  /** One save after the other, so that the last is what stays. */
  save(address: string, hash: string, layer: string): void {
    const goes = (): void => saveLast(address, hash, layer);
    if (this.last?.address === address) removeEventListener('pagehide', this.last.goes);
    this.last = { address, goes };
    addEventListener('pagehide', goes);
    this.saving = this.saving
      .then(() => saveLayer(address, hash, layer))
      .then(() => removeEventListener('pagehide', goes))
      .catch(() => {
        if (this.told) return;
        this.told = true;
        this.send({ verb: 'notify', value: 'notice.not-kept', flag: true });
      });
  }

  /** Copies a link; `made` is told it. */
  async share(layer: string, fragment: string, made: (link: string) => void): Promise<void> {
    const link = await shareLink(location.href, layer, fragment);
    if (!link) return this.send({ verb: 'notify', value: 'notice.share-too-large', flag: true });
    made(link);
    try {
      await navigator.clipboard.writeText(link);
      this.send({ verb: 'notify', value: 'notice.shared' });
    } catch {
      this.send({ verb: 'notify', value: 'notice.shared-by-hand', text: link });
    }
  }
}
