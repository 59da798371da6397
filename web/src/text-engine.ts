// Measures and rasterises the panel's runs of text with the browser's own text engine, in the page's typefaces.

import type { RunBitmap } from './core.ts';

/** CSS font families of the panel and of quotes. */
export interface Typefaces {
  panel: string;
  quote: string;
  /** Space between letters and between words beside their own, in sizes of the type. */
  letters: number;
  words: number;
}

type Context = OffscreenCanvasRenderingContext2D | CanvasRenderingContext2D;

export class TextEngine {
  /** Whether the browser has a canvas for it. Without one, nothing else may be asked for. */
  readonly works: boolean;
  private readonly context: Context;
  // Of most words: reading pixels back takes longer the larger all of it is.
  private width = 128;
  private height = 32;
  /** What is set: setting it takes as long as measuring a word. */
  private font = '';

  constructor(private typefaces: Typefaces) {
    const canvas =
      typeof OffscreenCanvas === 'function'
        ? new OffscreenCanvas(this.width, this.height)
        : Object.assign(document.createElement('canvas'), { width: this.width, height: this.height });
    this.context = canvas.getContext('2d', { willReadFrequently: true }) as Context;
    this.works = this.context !== null;
  }

  /** Returns whether anything changed. */
  use(typefaces: Typefaces): boolean {
    const same = JSON.stringify(typefaces) === JSON.stringify(this.typefaces);
    this.typefaces = typefaces;
    return !same;
  }
  /** Fonts have come: what was set is to be looked up anew. */
  forget(): void {
    this.font = '';
  }

  metrics(face: number, size: number): [number, number] {
    this.setFont(face, size);
    const m = this.context.measureText('Hgpö');
    return [Math.round(m.fontBoundingBoxAscent ?? size * 0.95), Math.round(m.fontBoundingBoxDescent ?? size * 0.25)];
  }

  advance(face: number, size: number, text: string): number {
    this.setFont(face, size);
    return this.context.measureText(text).width;
  }

  raster(face: number, size: number, text: string, phase: number): RunBitmap {
    this.setFont(face, size);
    const m = this.context.measureText(text);
    const left = Math.floor(-m.actualBoundingBoxLeft) - 1;
    const top = -Math.ceil(m.actualBoundingBoxAscent) - 1;
    // Some engines report too little on mixed directions: the advance is a lower bound.
    const width = Math.min(4096, Math.ceil(Math.max(m.actualBoundingBoxRight, m.width)) - left + 3);
    const height = Math.min(1024, Math.ceil(m.actualBoundingBoxDescent) - top + 1);
    if (width <= 0 || height <= 0 || text.trim() === '') return { advance: m.width, left: 0, top: 0, width: 0, height: 0, pixels: new Uint8Array(0), coloured: false };
    this.grow(width, height);
    this.setFont(face, size);
    this.context.clearRect(0, 0, width, height);
    this.context.fillText(text, phase - left, -top);
    const all = this.context.getImageData(0, 0, width, height).data;
    const alpha = new Uint8Array(width * height);
    let colours = 0;
    for (let i = 0; i < all.length; i += 4) {
      colours |= all[i]! | all[i + 1]! | all[i + 2]!;
      alpha[i / 4] = all[i + 3]!;
      if ((all[i]! & all[i + 1]! & all[i + 2]!) > 250) all[i] = 250; // white would be drawn in ink
    }
    // Some browsers hide who they are behind a little noise.
    const coloured = colours > 63;
    return { advance: m.width, left, top, width, height, pixels: coloured ? new Uint8Array(all.buffer) : alpha, coloured };
  }

  private setFont(face: number, size: number): void {
    const now = `${face} ${size}`;
    if (now === this.font) return;
    this.font = now;
    const family = face === 3 ? this.typefaces.quote : this.typefaces.panel;
    this.context.font = `${face === 2 ? 'italic ' : ''}${face === 1 ? '600 ' : ''}${size}px ${family}`;
    this.context.letterSpacing = `${this.typefaces.letters * size}px`;
    this.context.wordSpacing = `${this.typefaces.words * size}px`;
    this.context.textBaseline = 'alphabetic';
    // In Chromium one that is off screen has the document's.
    this.context.direction = 'ltr';
    this.context.textAlign = 'left';
    this.context.fillStyle = '#000';
  }
  private grow(width: number, height: number): void {
    if (width <= this.width && height <= this.height) return;
    this.width = this.context.canvas.width = Math.max(this.width, width);
    this.height = this.context.canvas.height = Math.max(this.height, height);
    this.font = ''; // gone with its size
  }
}

/** The words of a run in a script that has no spaces; without a dictionary, its characters. */
export const words = (run: string): string[] =>
  'Segmenter' in Intl ? Array.from(new Intl.Segmenter([], { granularity: 'word' }).segment(run), ({ segment }) => segment) : (run.match(/\P{M}\p{M}*/gu) ?? []);
