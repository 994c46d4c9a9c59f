import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { own } from '../../../src/core/own';
import { questions } from '../../../src/core/questions';
import type { QuestionWords } from '../../../src/types';
import { en } from '../../../widgets/copy/en';
import { loadWords } from '../../../widgets/copy/loadWords';
import type { Forms } from '../../../widgets/counted';
import { fill, say } from '../../../widgets/fill';
import { copies } from './copies';

const CATEGORIES = ['zero', 'one', 'two', 'few', 'many', 'other'];
const isForms = (value: object): value is Forms =>
  'other' in value && Object.keys(value).every((key) => CATEGORIES.includes(key));

const flat = (copy: object, path = ''): [string, string | Forms][] =>
  Object.entries(copy).flatMap(([key, value]) =>
    typeof value === 'string' || isForms(value)
      ? [[`${path}${key}`, value] as [string, string | Forms]]
      : flat(value, `${path}${key}.`),
  );
/** Every string, a noun's plural forms each for itself. */
const strings = (copy: object): [string, string][] =>
  flat(copy).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[key, value] as [string, string]]
      : Object.entries(value).map(([category, form]) => [`${key}.${category}`, form] as [string, string]),
  );
const forms = (copy: object) =>
  flat(copy).flatMap(([key, value]) => (typeof value === 'string' ? [] : [[key, value] as const]));
const facts = (template: string) => (template.match(/\{\w+\}/g) ?? []).sort();

/** What English itself is held to, and every other language against it. */
const english = flat(copies.en);

/** Words of hurry, and of shops that press. */
const HURRY: Readonly<Record<keyof typeof copies, RegExp>> = {
  en: /hurry|last chance|don.t miss|only \S+ left|act now/i,
  de: /schnell|nur noch|letzte chance|beeilen|verpass|sofort|jetzt zugreifen/i,
  fr: /\bvite\b|dernière chance|plus que|dépêchez|profitez|(manquez|ratez) pas|immédiat/i,
  es: /\bprisa|última|no se (lo )?pierda|solo qued|aproveche|corra\b|inmediat/i,
  it: /affrett|ultim[ao]|non (si )?perd|approfitt|subito|solo oggi|sbrig/i,
  pt: /\bcorra\b|última|não perca|aproveite|só rest|pressa|imediat/i,
  nl: /haast|laatste kans|mis (het|dit|deze)|profiteer|wees er snel|op=op|onmiddellijk/i,
  ja: /お早め|今すぐ|お急ぎ|見逃|残りわずか|ラストチャンス|今だけ/,
  ko: /서두르|마지막 기회|놓치지|지금 바로|마감 임박|오늘만/,
  'zh-Hans': /抢购|最后|赶快|赶紧|立即|马上|仅剩|错过|限时/,
  'zh-Hant': /搶購|最後|趕快|趕緊|立即|馬上|僅剩|錯過|限時/,
  ar: /أسرع|سارع|فرصة|لا تفو|فورًا|اليوم فقط/,
  he: /מהרו|הזדמנות אחרונה|תחמיצו|תפספסו|רק היום|מיד עכשיו/,
};

/** The same word in both languages. */
const SAME: Readonly<Record<string, readonly string[]>> = {
  de: ['fields.name', 'questions.style.options.modern', 'questions.style.options.elegant'],
  fr: ['step'],
  nl: ['questions.style.options.modern', 'questions.style.options.elegant'],
};

describe.each(Object.entries(copies))('%s', (name, copy) => {
  test('says all that English says, with the same facts', () => {
    const said = (all: [string, string | Forms][]) =>
      Object.fromEntries(all.map(([key, value]) => [key, typeof value === 'string' ? facts(value) : 'forms']));
    expect(said(flat(copy))).toEqual(said(english));
  });

  test('has a form for every number, and none for numbers it does not know', () => {
    const { pluralCategories } = new Intl.PluralRules(name).resolvedOptions();
    // In Romance languages `many` is for millions: a point or a day is said as before.
    const may = /fr|es|it|pt/.test(name) ? ['many'] : [];
    for (const [key, said] of forms(copy)) {
      const given = Object.keys(said).filter((category) => !may.includes(category));
      expect(given.sort(), key).toEqual(pluralCategories.filter((category) => !may.includes(category)).sort());
    }
  });

  test('tells the number in every form but those that are a number in words', () => {
    const inWords = /ar|he/.test(name) ? ['one', 'two'] : [];
    for (const [key, said] of forms(copy))
      for (const [category, form] of Object.entries(said)) {
        if (inWords.includes(category)) expect([[], ['{n}']], `${key}.${category}`).toContainEqual(facts(form));
        else expect(facts(form), `${key}.${category}`).toEqual(['{n}']);
      }
  });

  test('is calm: no shouting, no hurry, nothing empty', () => {
    expect(Object.keys(HURRY).sort()).toEqual(Object.keys(copies).sort());
    for (const [key, value] of strings(copy)) {
      expect(value, key).not.toMatch(/[!！¡]/);
      expect(value, key).not.toMatch(HURRY[name as keyof typeof copies]);
      if (key !== 'joint') expect(value.trim(), key).not.toBe('');
    }
  });

  test('is not left in English', () => {
    // What has no letters beside its facts is no words.
    const isWords = (value: string) => /\p{L}/u.test(value.replace(/\{\w+\}/g, ''));
    const same = strings(copy).filter(
      ([key, value]) => isWords(value) && strings(copies.en).some(([k, v]) => k === key && v === value),
    );
    // The nouns of other languages may be spelt as in English: minute, seconde, points.
    const told = same.map(([key]) => key).filter((key) => !/^(units|offerPoints)\./.test(key));
    expect(told).toEqual(name === 'en' ? expect.anything() : (SAME[name] ?? []));
  });

  test('has the marks of print: no typewriter quotes, no space that should be none', () => {
    for (const [key, value] of strings(copy)) {
      expect(value, key).not.toMatch(/["'`]|\.\.\.|[^\S ] | [^\S ]| {2}/);
      if (key !== 'joint' && key !== 'dash' && key !== 'comma') expect(value, key).toBe(value.trim());
    }
  });
});

describe('the marks of', () => {
  const all = (language: keyof typeof copies) => strings(copies[language]);

  test('French: a narrow or a wide space that does not break before and inside', () => {
    for (const [key, value] of all('fr')) {
      expect(value.replace(/https:/, ''), key).not.toMatch(/[^\u00a0][:»]|[^\u202f][;?]|«[^\u00a0]/);
      expect(value, key).not.toMatch(/[“”]/);
    }
  });

  test('Spanish: a question begins as it ends', () => {
    for (const [key, value] of all('es')) expect(value.split('¿').length, key).toBe(value.split('?').length);
  });

  test.each(['zh-Hans', 'zh-Hant', 'ja'] as const)('%s: full width', (language) => {
    for (const [key, value] of all(language)) expect(value.replace(/https:/, ''), key).not.toMatch(/[,;:?()]/);
  });

  test('Arabic: its own comma and question mark', () => {
    for (const [key, value] of all('ar')) expect(value, key).not.toMatch(/[,;?]/);
  });

  test('the two scripts of Chinese: none in the other', () => {
    const text = (language: keyof typeof copies) =>
      all(language)
        .map(([, value]) => value)
        .join('');
    expect(text('zh-Hans')).not.toMatch(/[這個們買賣會為還沒購裝訂單車網頁運費顯關]/);
    expect(text('zh-Hant')).not.toMatch(/[这个们买卖会为还没购装订单车网页运费显关]/);
  });
});

describe('the ready questions', () => {
  const said: Readonly<Record<string, QuestionWords>> = copies.en.questions;

  test.each(Object.values(questions))(
    '$key: asked, promised and every option named',
    ({ key, options = [], purpose }) => {
      const { ask, benefit, options: labels = {} } = own(said, key) ?? { ask: '' };
      expect(ask).not.toBe('');
      expect(benefit).toMatch(/^So that/);
      for (const { value } of options) expect(own({ ...copies.en.options, ...labels }, value), value).toBeTruthy();
      expect(own<string>(copies.en.purposes, purpose), purpose).toBeTruthy();
    },
  );

  test('no words for questions that are not there', () => {
    expect(Object.keys(said).sort()).toEqual(Object.keys(questions).sort());
  });
});

describe('the locale', () => {
  test.each<[string[], string, keyof typeof copies]>([
    [['de-CH', 'en'], 'de-CH', 'de'],
    [['DE-at'], 'DE-at', 'de'],
    [['fr-FR', 'ja', 'en'], 'fr-FR', 'fr'],
    [['fr-CA'], 'fr-CA', 'fr'],
    [['es'], 'es', 'es'],
    [['es-419'], 'es-419', 'es'],
    [['es-MX', 'en'], 'es-MX', 'es'],
    [['it-CH'], 'it-CH', 'it'],
    [['pt'], 'pt', 'pt'],
    [['pt-BR'], 'pt-BR', 'pt'],
    [['pt_PT'], 'pt-PT', 'pt'],
    [['nl-BE'], 'nl-BE', 'nl'],
    [['ja-JP'], 'ja-JP', 'ja'],
    [['ko-KR'], 'ko-KR', 'ko'],
    [['zh'], 'zh', 'zh-Hans'],
    [['zh-CN'], 'zh-CN', 'zh-Hans'],
    [['zh-SG'], 'zh-SG', 'zh-Hans'],
    [['zh-Hans-HK'], 'zh-Hans-HK', 'zh-Hans'],
    [['zh-Hans-TW'], 'zh-Hans-TW', 'zh-Hans'],
    [['zh-TW'], 'zh-TW', 'zh-Hant'],
    [['zh_HK'], 'zh-HK', 'zh-Hant'],
    [['zh-mo'], 'zh-mo', 'zh-Hant'],
    [['zh-Hant'], 'zh-Hant', 'zh-Hant'],
    [['zh-Hant-TW'], 'zh-Hant-TW', 'zh-Hant'],
    [['ar-EG', 'en'], 'ar-EG', 'ar'],
    [['he-IL'], 'he-IL', 'he'],
    [['iw'], 'he', 'he'],
    [['iw-IL'], 'he-IL', 'he'],
    [['sv-SE', 'nl'], 'nl', 'nl'],
    [['sv-SE', 'en-GB', 'de'], 'en-GB', 'en'],
    [['sv'], 'en', 'en'],
    [['yue-HK', 'fil'], 'en', 'en'],
    [['en_US.UTF-8'], 'en-US', 'en'],
    [['de-1996'], 'de', 'de'],
    [['english', 'x', '', 'constructor', '__proto__'], 'en', 'en'],
    [[], 'en', 'en'],
  ])('%j → %s', async (locales, expected, language) => {
    const { locale, copy } = await loadWords(locales);
    expect(locale).toBe(expected);
    expect(copies[language]).toMatchObject(copy);
    expect(copy.close).toBe(copies[language].close);
    expect(copy.prefsTitle).toBeUndefined();
    const asking = await loadWords(locales, true);
    expect(asking.locale).toBe(expected);
    // What English asks comes with what asks it.
    expect({ ...copies.en, ...asking.copy }).toEqual(copies[language]);
    expect(() => new Intl.DateTimeFormat(locale)).not.toThrow();
  });
});

describe('what is loaded', () => {
  /** By locale, the file its words stand in. */
  const FILES: Readonly<Record<string, string>> = {
    'de-AT': 'de',
    fr: 'fr',
    'es-AR': 'es',
    it: 'it',
    'pt-PT': 'pt',
    nl: 'nl',
    ja: 'ja',
    ko: 'ko',
    'zh-CN': 'zhHans',
    'zh-HK': 'zhHant',
    'ar-EG': 'ar',
    iw: 'he',
  };
  const parts = Object.values(FILES).flatMap((file) => [file, `${file}Ask`]);
  let asked: string[] = [];
  let failing = '';
  beforeEach(() => {
    asked = [];
    failing = '';
    vi.resetModules();
    for (const part of parts)
      vi.doMock(`../../../widgets/copy/${part}`, (load) => {
        asked.push(part);
        if (part === failing) throw new Error('offline');
        return load();
      });
  });
  // Not after each: queued together, an undoing may come after the doing of the next test.
  afterAll(() => {
    for (const part of parts) vi.doUnmock(`../../../widgets/copy/${part}`);
  });
  const load = async (locale: string, asks?: boolean) =>
    (await import('../../../widgets/copy/loadWords')).loadWords([locale, 'de', 'ja'], asks);

  test('every language there is', () => {
    expect(Object.keys(FILES)).toHaveLength(Object.keys(copies).length - 1);
  });

  test.each(Object.entries(FILES))('for %s: %s alone, and what asks where something is asked', async (locale, file) => {
    await load(locale);
    expect(asked).toEqual([file]);
    await load(locale, true);
    expect([...asked].sort()).toEqual([file, `${file}Ask`]);
  });

  test.each(Object.entries(FILES))('%s where a half of %s cannot be loaded: all in English', async (locale, file) => {
    failing = `${file}Ask`;
    expect(await load(locale, true)).toEqual({ copy: en, locale: 'en' });
    failing = file;
    vi.resetModules();
    expect(await load(locale)).toEqual({ copy: en, locale: 'en' });
  });

  test('nothing for English, nor for a language without words', async () => {
    await load('en-AU', true);
    expect(asked).toEqual([]);
    await load('sv');
    expect(asked).toEqual(['de']);
  });
});

test('a fact is put in whole, even one that looks like a template', () => {
  expect(say('A {x} b {y}.', { x: '{y}', y: 1 })).toBe('A {y} b 1.');
  expect(fill('{x}', { x: '<b>' })).toContain('<b>');
});
