// What a page says in one of its languages. No DOM.

type Entry = string | Partial<Record<Intl.LDMLPluralRule, string>>;
/** Words by their keys, by languages; English has all keys. */
export type Tables = Record<string, Record<string, Entry>>;
export type Say = (key: string, fills?: Record<string, string | number>) => string;

/** The first of the wished languages that is there: "uk-UA" gets "uk". English where none is. */
export const pickLanguage = (wishes: readonly (string | null | undefined)[], languages: readonly string[]): string =>
  wishes.flatMap((tag) => (tag ? [tag, tag.replace(/[-_].*/, '').toLowerCase()] : [])).find((tag) => languages.includes(tag)) ?? 'en';

export class Words {
  constructor(
    private readonly tables: Tables,
    public lang = 'en',
  ) {}

  get languages(): string[] {
    return Object.keys(this.tables);
  }
  /** The same words in a language. */
  in(lang: string): Words {
    return new Words(this.tables, lang);
  }
  /** `fills` go into the places of the same name; `n` chooses the form. */
  readonly say: Say = (key, fills = {}) => this.parts(key, fills).join('');

  /** The same in parts, where a place is filled with something else than text. */
  parts<Fill>(key: string, fills: Record<string, Fill | string | number>): (Fill | string)[] {
    const of = (fill: Fill | string | number | undefined): Fill | string => (typeof fill === 'number' ? this.number(fill) : (fill ?? ''));
    return this.text(key, Number(fills['n'] ?? 0)).split(/\{(\w+)\}/).map((part, n) => (n % 2 ? of(fills[part]) : part)).filter((part) => part !== '');
  }

  number(value: number, options: Intl.NumberFormatOptions = { maximumFractionDigits: 2 }): string {
    return new Intl.NumberFormat(this.lang, options).format(value);
  }
  /** A time of the file format: day and hour as the language writes them; anything else as it is. */
  time(saved: string): string {
    const at = new Date(saved);
    return /^\d{4}-\d\d-\d\dT/.test(saved) && !Number.isNaN(at.getTime()) ? new Intl.DateTimeFormat(this.lang, { dateStyle: 'medium', timeStyle: 'short' }).format(at) : saved;
  }
  /** "A, B and C", with what is listed among the joints. */
  list<Item>(items: readonly Item[]): (Item | string)[] {
    const joints = new Intl.ListFormat(this.lang).formatToParts(items.map((_, n) => String(n)));
    return joints.map(({ type, value }) => (type === 'element' ? items[Number(value)]! : value));
  }

  /** What stands under keys that begin so, by the rest of the key; its places are not filled. */
  under(begin: string): Record<string, Entry> {
    const all = Object.entries({ ...this.tables['en'], ...this.tables[this.lang] });
    return Object.fromEntries(all.filter(([key]) => key.startsWith(begin)).map(([key, entry]) => [key.slice(begin.length), entry]));
  }
  has(key: string): boolean {
    return key in this.tables['en']!;
  }

  private text(key: string, n: number): string {
    const entry = this.tables[this.lang]?.[key] ?? this.tables['en']?.[key] ?? key;
    if (typeof entry === 'string') return entry;
    // A form that whole numbers do not have is not in the file.
    return entry[new Intl.PluralRules(this.lang).select(n)] ?? Object.values(entry).at(-1)!;
  }
}
