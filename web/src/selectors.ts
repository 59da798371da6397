// Selectors of the W3C that name words by the page's elements. The core knows texts only: their words are looked up here, and told it as
// a quotation with its position.

import type { TextRange } from './messages.ts';
import { byCss, isInside, type PageText } from './page-text.ts';
import { CodePoints, decoded, findDirective, findQuote, quoteOf } from './text-places.ts';

type Json = Record<string, unknown>;
/** Words of the article, and the node that they are the words of, if it is one. [n, n] is a place between words. */
interface Place {
  range: TextRange;
  node?: Node;
}

const ofThePage = /"(?:oa:)?(?:Range|XPath|Css|Fragment)Selector"/;
/** Longer expressions and files are not tried. */
const longestExpression = 2000;
const longestFile = 32 << 20;

/**
 * A claims file in which targets without a quotation got one, and a position, where their other selectors name words of the page. All else
 * stays, as does a target whose selectors find nothing. Never throws; what is no such file comes back as it is.
 */
export function resolveSelectors(json: string, page: PageText): string {
  if (json.length > longestFile || !ofThePage.test(json)) return json;
  try {
    const root: unknown = parse(json);
    const resolver = new Resolver(page);
    let found = 0;
    for (const annotation of annotationsOf(root)) if (resolver.complete(annotation)) found++;
    return found > 0 ? JSON.stringify(root) : json;
  } catch {
    // The core says what is wrong with a file, and where.
    return json;
  }
}

/** Numbers stay as they are written, where the browser can do that: a file's unknown members are to survive. */
function parse(json: string): unknown {
  const { rawJSON } = JSON as { rawJSON?: (source: string) => unknown };
  if (!rawJSON) return JSON.parse(json);
  const exactly = (_: string, value: unknown, context?: { source?: string }): unknown =>
    typeof value === 'number' && context?.source && context.source !== String(value) ? rawJSON(context.source) : value;
  return JSON.parse(json, exactly);
}

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : value === undefined ? [] : [value]);
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const hasType = (value: Json, type: string): boolean => listOf(value.type ?? value['@type']).some((own) => own === type || own === `oa:${type}`);

/** As src/model/codec_read.cpp finds them. */
function annotationsOf(root: unknown): unknown[] {
  if (Array.isArray(root)) return root;
  if (!isObject(root)) return [];
  for (const key of ['items', 'rows', '@graph']) if (Array.isArray(root[key])) return root[key] as unknown[];
  if (isObject(root.first) && Array.isArray(root.first.items)) return root.first.items;
  return [root];
}

/** A Choice or List that says no more than its items: the core reads them in its place. */
const plainItems = (selector: Json): unknown[] | undefined =>
  (hasType(selector, 'Choice') || hasType(selector, 'List')) && Object.keys(selector).length === 2 && Array.isArray(selector.items) ? selector.items : undefined;

function has(selector: unknown, test: (selector: Json) => boolean): boolean {
  if (Array.isArray(selector)) return selector.some((one) => has(one, test));
  return isObject(selector) && (plainItems(selector)?.some((one) => has(one, test)) ?? test(selector));
}
const isQuote = (selector: Json): boolean => hasType(selector, 'TextQuoteSelector') && textOf(selector.exact) !== '';
const isPosition = (selector: Json): boolean => hasType(selector, 'TextPositionSelector');

class Resolver {
  private readonly points: CodePoints;
  private readonly known = new Map<string, Place | undefined>();

  constructor(private readonly page: PageText) {
    this.points = new CodePoints(page.text);
  }

  /** Adds to an annotation's target what its selectors find; whether there was something. */
  complete(annotation: unknown): boolean {
    if (!isObject(annotation)) return false;
    const targets = listOf(annotation.target).filter(isObject);
    // Of several targets the core takes the first that names words.
    if (targets.some(({ selector }) => has(selector, isQuote)) || (targets.length > 1 && targets.some(({ selector }) => has(selector, isPosition)))) return false;
    for (const target of targets) {
      const place = this.first(listOf(target.selector), { range: [0, this.page.text.length], node: this.page.root });
      const range = place && !this.isBeyond(place) && this.trimmed(place.range);
      if (!range) continue;
      const start = this.points.before(range[0]);
      target.selector = [
        { type: 'TextQuoteSelector', ...quoteOf(this.page.text, range) },
        { type: 'TextPositionSelector', start, end: this.points.before(range[1]) },
        ...listOf(target.selector),
      ];
      return true;
    }
    return false;
  }

  /** Whether it is an element that holds more than the article: as words of the article that says nothing. */
  private isBeyond({ node }: Place): boolean {
    return node !== undefined && node !== this.page.root && node.contains(this.page.root);
  }
  private trimmed([begin, end]: TextRange): TextRange | undefined {
    const words = this.page.text.slice(begin, end);
    const from = begin + words.length - words.trimStart().length;
    const to = begin + words.trimEnd().length;
    return to > from ? [from, to] : undefined;
  }

  /** The place of the first selector that has one. */
  private first(selectors: unknown[], within: Place, depth = 0): Place | undefined {
    for (const selector of selectors) {
      const place = isObject(selector) ? this.place(selector, within, depth) : undefined;
      if (place) return place;
    }
    return undefined;
  }

  private place(selector: Json, within: Place, depth: number): Place | undefined {
    if (depth > 32) return undefined;
    const place = this.unrefined(selector, within, depth);
    if (!place || selector.refinedBy === undefined) return place;
    return this.first(listOf(selector.refinedBy), place, depth + 1);
  }

  private unrefined(selector: Json, within: Place, depth: number): Place | undefined {
    const is = (type: string): boolean => hasType(selector, type);
    if (is('Choice') || is('List')) return this.first(listOf(selector.items), within, depth + 1);
    if (is('RangeSelector')) return this.between(selector, within, depth);
    if (is('TextQuoteSelector')) {
      const range = findQuote(this.page.text, within.range, { exact: textOf(selector.exact), prefix: textOf(selector.prefix), suffix: textOf(selector.suffix) });
      return range && { range };
    }
    if (is('TextPositionSelector')) return this.atPosition(selector, within);
    const value = textOf(selector.value);
    if (value === '' || value.length > longestExpression) return undefined;
    if (is('FragmentSelector')) return this.fragment(value, textOf(selector.conformsTo), within);
    if (is('CssSelector')) return this.once(`css ${value}`, within, () => byStyle(value, this.page.root, within.node));
    if (is('XPathSelector')) return this.once(`path ${value}`, within, () => byPath(value, this.page.root, within.node));
    return undefined;
  }

  /** From the beginning of one selector to the beginning of another. */
  private between(selector: Json, within: Place, depth: number): Place | undefined {
    const start = this.first(listOf(selector.startSelector), within, depth + 1);
    const end = this.first(listOf(selector.endSelector), within, depth + 1);
    return start && end && end.range[0] > start.range[0] ? { range: [start.range[0], end.range[0]] } : undefined;
  }

  private atPosition({ start, end }: Json, { range }: Place): Place | undefined {
    if (!isCount(start) || !isCount(end) || end < start) return undefined;
    const from = this.points.after(range[0], start);
    const to = this.points.after(range[0], end);
    return from !== undefined && to !== undefined && to <= range[1] ? { range: [from, to] } : undefined;
  }

  private fragment(value: string, conformsTo: string, within: Place): Place | undefined {
    const [id = '', directive] = value.replace(/^#/, '').split(':~:');
    if (directive !== undefined) {
      const words = directive.split('&').find((one) => one.startsWith('text='));
      const range = words && findDirective(this.page.text, within.range, words);
      return range ? { range } : undefined;
    }
    if (conformsTo && !/rfc3236|text-?fragment/i.test(conformsTo)) return undefined;
    return this.once(`# ${id}`, within, () => [document.getElementById(id) ?? document.getElementById(decoded(id))]);
  }

  /** The first of these nodes that lies within the place, with words or between words of the article. */
  private once(key: string, within: Place, find: () => Iterable<Node | null>): Place | undefined {
    const isWhole = within.node === this.page.root;
    if (isWhole && this.known.has(key)) return this.known.get(key);
    let place: Place | undefined;
    for (const node of find()) {
      // What holds the whole article may be where a refinement begins.
      if (!node || !(isInside(node, within.node ?? this.page.root) || (isWhole && node.contains(this.page.root)))) continue;
      const [begin, end] = this.page.rangeOf(node);
      if (begin < within.range[0] || end > within.range[1]) continue;
      place = { range: [begin, end], node };
      break;
    }
    if (isWhole) this.known.set(key, place);
    return place;
  }
}

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;

// ---- elements by expressions of others, which may be anything

function* byStyle(selector: string, root: Element, within: Node = root): Generator<Node | null> {
  // It looks at the tree again and again, from every element.
  if (/:has\(/i.test(selector)) return;
  if (within instanceof Element) yield byCss(within, selector);
  yield byCss(document, selector);
}

/** Whether an expression is a path as annotators write them. Others may visit the tree once for each of its nodes, or for each pair. */
function isPlainPath(path: string): boolean {
  const bare = path.replace(/"[^"]*"|'[^']*'/g, '""');
  const predicates = bare.match(/\[[^\]]*\]?/g) ?? [];
  const isWide = (part: string): boolean => /\/\/|\.\.|(?:descendant|following|preceding|ancestor)[\w-]*\s*::/.test(part);
  if (predicates.some((one) => one.slice(1).includes('[') || one.includes('*') || isWide(one))) return false;
  const times = (step: RegExp): number => bare.match(step)?.length ?? 0;
  return times(/\/\/|(?:descendant|ancestor)[\w-]*\s*::/g) <= 4 && times(/(?:following|preceding)[\w-]*\s*::/g) <= 1;
}

/** Relative to the element, then to the document: annotators leave out the part of the path that leads to what they annotate. */
function* byPath(path: string, root: Element, within: Node = root): Generator<Node | null> {
  if (!isPlainPath(path)) return;
  const fromElement = path.startsWith('/') ? `.${path}` : path;
  // On pages of XHTML a plain name is that of no element.
  const inNamespace = (one: string): string => (document.contentType === 'text/html' ? one : one.replace(/(^|\/)(?=[a-z][\w.-]*(?:\[|\/|$))/gi, '$1html:'));
  const attempts: [path: string, from: Node][] = [[path, document], [fromElement, within], [fromElement, root], [fromElement, document.body]];
  for (const [one, from] of attempts) for (const form of new Set([one, inNamespace(one)])) yield* evaluate(form, from);
}

function* evaluate(path: string, from: Node): Generator<Node> {
  const prefixes: XPathNSResolver = (prefix) => (/^(h|x|x?html)$/.test(prefix ?? '') ? 'http://www.w3.org/1999/xhtml' : document.documentElement.lookupNamespaceURI(prefix));
  let found: XPathResult;
  try {
    found = document.evaluate(path, from, prefixes, XPathResult.ORDERED_NODE_SNAPSHOT_TYPE);
  } catch {
    return;
  }
  for (let i = 0; i < found.snapshotLength; i++) yield found.snapshotItem(i)!;
}
