import type { Store } from './browser/store';
import type { Warn } from './browser/warn';
import { MUTED } from './core/attention';
import { checkAnswer } from './core/checkAnswer';
import { checkQuestion } from './core/checkQuestion';
import { isKey } from './core/isKey';
import { knownLocale } from './core/knownLocale';
import { mergePreferences } from './core/mergePreferences';
import { nextQuestion } from './core/nextQuestion';
import { own } from './core/own';
import { questions as ready } from './core/questions';
import { readAnswer } from './core/readAnswer';
import { readExport } from './core/readExport';
import { readPreference } from './core/readPreference';
import type { Said } from './runVisit';
import type { Answer, AnswerValue, AskDoor, CheckAnswer, Preference, Question, Visit } from './types';

export interface AnswersParts {
  readonly store: Store;
  readonly warn: Warn;
  readonly feed: (said: Said) => void;
  readonly locales: () => readonly string[];
  readonly visit: () => Visit;
  /** The shop's own questions, as it wrote them. */
  readonly own: unknown;
}

/** Of answers to questions nobody has described. Judgement: tastes change, and an answer should not outlive its use. */
const KEEP_DAYS = 180;
const PURPOSE = 'personalise-popups';
const DAY_MS = 864e5;

type Known = Readonly<Record<string, Preference>>;
/** Answers by key; null: it is forgotten. */
type Changes = Readonly<Record<string, Kept | null>>;
type Kept = Omit<Preference, 'consent'>;

/** The ready questions and the shop's own, which may replace a ready one; what is wrong with one is said, and it is left out. */
const readQuestions = (given: unknown, warn: Warn): Readonly<Record<string, Question>> => {
  const all: Record<string, Question> = { ...ready };
  if (given !== undefined && !Array.isArray(given)) warn('questions: expected a list; the ready ones hold');
  const list: unknown[] = Array.isArray(given) ? given : [];
  const keys = [...Object.keys(ready), ...list.map((one) => `${Object(one).key}`)];
  for (const [at, one] of list.entries()) {
    const checked = checkQuestion(one, keys);
    if ('question' in checked) all[checked.question.key] = checked.question;
    else for (const flaw of checked.flaws) warn(`questions[${at}].${flaw}; this question is left out`);
  }
  return all;
};

/** To a question nobody has described: whatever can be an answer. */
const anyAnswer = (raw: unknown): ReturnType<CheckAnswer> => {
  const value = readAnswer(raw);
  return value === undefined ? { wrong: 'no-answer' } : { value };
};

/** What belongs to an answer that is kept; what is not said follows from its question. */
interface Keeping {
  /** As it stood on the screen. */
  readonly words?: Partial<Answer>;
  readonly purpose?: string;
  readonly expiresAt?: number;
  readonly invites?: true;
}

/** The shopper's answers, a chunk of its own: asked, tried, kept with all that belongs to them, told to the visit, taken along. */
export const createAnswers = ({ store, warn, feed, locales, visit, own: given }: AnswersParts) => {
  const questions = readQuestions(given, warn);

  /**
   * What is kept, tried as if it came from a file. What cannot be read stays where it is, out of use: another version, or
   * somebody with patience, may know what it was.
   */
  const sort = (kept: unknown) => {
    const at = Date.now();
    const known: Record<string, Preference> = {};
    const broken: [string, unknown][] = [];
    let ended = 0;
    for (const [name, raw] of Object.entries<Preference | undefined>(Object(kept))) {
      if (raw?.expiresAt && raw.expiresAt <= at) ended++;
      else {
        const one = readPreference(raw, `preferences.${name}`, at, (why) => warn(`IndexedDB waver/${why}; unused`));
        if (one) known[one.key] = one;
        else broken.push([name, raw]);
      }
    }
    return { known, broken, ended };
  };
  const consented = () => (store.lasting() ? 'granted' : 'answer');
  /** What was said while it could only be remembered, by visitor. */
  let late: Readonly<Record<string, Changes>> = {};
  /** Changes what is kept, by what holds of it. What has ended goes with the same write. */
  const change = async (make: (known: Known) => Changes) => {
    let written: Promise<void> | undefined;
    written = store.update('preferences', (kept) => {
      const { known, broken } = sort(kept);
      // Of two answers the later one holds, the other is remembered.
      const merge = (key: string, one: Kept | null) =>
        one && { ...mergePreferences({ [key]: one as Preference }, known, 0)[key], consent: consented() };
      const changes = Object.fromEntries(Object.entries(make(known)).map(([key, one]) => [key, merge(key, one)]));
      // At once, so in memory only: a database takes its time.
      if (!written) late = { [visit().visitor]: { ...late[visit().visitor], ...(changes as Changes) } };
      return Object.fromEntries([...broken, ...Object.entries({ ...known, ...changes }).filter(([, one]) => one)]);
    });
    await written;
  };
  const every = async () => {
    const { known, ended } = sort(await store.read('preferences'));
    if (ended) await change(() => ({}));
    return known;
  };
  const all = async () => Object.values(await every()).filter(({ key }) => key !== MUTED);
  const locale = (said = locales()[0] ?? 'en') => knownLocale(said.replace(/_/g, '-'));
  const check: AskDoor['check'] = (key, raw) => {
    const question = own(questions, key);
    const { cart } = visit();
    return question
      ? checkAnswer(question, raw, {
          locale: locale(),
          today: new Date(Date.now() - new Date().getTimezoneOffset() * 60_000).toISOString().slice(0, 10),
          currency: cart?.currency,
        })
      : anyAnswer(raw);
  };

  /** Until when an answer holds. */
  const endOf = (key: string, value: AnswerValue, givenAt: number) => {
    const { kind, keepDays = KEEP_DAYS } = own(questions, key) ?? {};
    const longest = givenAt + keepDays * DAY_MS;
    // A day that is over where the shopper is, is no answer any more.
    return kind === 'date' ? Math.min(longest, Date.parse(`${value}T24:00`)) : longest;
  };

  /** Keeps one answer, or none any more; told to the visit when it is kept. */
  const keep = async (
    key: string,
    value: AnswerValue | null,
    { words = {}, purpose = own(questions, key)?.purpose ?? PURPOSE, expiresAt, invites }: Keeping = {},
  ) => {
    const now = Date.now();
    await change((known) => {
      const before = own(known, key);
      // Of another device, whose clock is ahead: what is said here and now is still the later word.
      const givenAt = Math.max(now, before?.givenAt ?? 0);
      const said: Kept | null =
        value === null
          ? value
          : {
              key,
              value,
              question: words.question ?? key,
              wording: words.wording ?? `${value}`,
              benefit: words.benefit ?? '',
              locale: locale(words.locale),
              purpose,
              givenAt,
              expiresAt: expiresAt ?? endOf(key, value, givenAt),
              // Who read the question knows who may be told; what the shop sets, nobody has read.
              sharedWith: (words.question ? own(questions, key) : before)?.sharedWith ?? [],
              history: [],
            };
      return { [key]: said };
    });
    feed({ type: 'preference', key, value, question: words.question ?? key, purpose, invites });
  };

  const set = async (key: string, raw: unknown) => {
    if (raw === null) return keep(key, null);
    const checked = isKey(key) ? check(key, raw) : { wrong: 'expected a kebab-case name' };
    if ('value' in checked) await keep(key, checked.value);
    else warn(`waver.preferences.set("${key}", ${JSON.stringify(raw)}): ${checked.wrong}; nothing happens`);
  };

  /** Takes in what `export` gave, here or on another device. */
  const read = async (text: string) => {
    const { preferences, refused } = readExport(`${text}`, Date.now());
    const came: Record<string, Kept> = {};
    for (const one of Object.values(preferences)) {
      const { key, givenAt, expiresAt } = one;
      const checked = key === MUTED ? { wrong: 'not taken from a file' } : check(key, one.value);
      if ('value' in checked)
        came[key] = {
          ...one,
          value: checked.value,
          sharedWith: one.sharedWith.filter((name) => own(questions, key)?.sharedWith?.includes(name)),
          expiresAt: Math.min(expiresAt, endOf(key, checked.value, givenAt)),
        };
      else refused.push(`${key}: ${checked.wrong}`);
    }
    await change(() => came);
    const taken = Object.values(await every()).filter(({ key }) => own(came, key));
    for (const { key, value, question, purpose } of taken) feed({ type: 'preference', key, value, question, purpose });
    return { taken: taken.length, refused };
  };

  every();
  const { allow } = store;
  store.allow = async (level) => {
    const before = await allow(level);
    const mine = late[visit().visitor];
    // Refused, it is not written after a later yes either.
    if (level) late = {};
    if (level > 0 && mine) await change(() => mine);
    return before;
  };

  return {
    all,
    get: async (key: string) => (await all()).find((preference) => preference.key === key),
    export: async () => JSON.stringify(await all(), null, 2),
    set,
    import: read,
    /** Is there a question of this name? */
    knows: (key: string) => !!own(questions, key),
    /** The question itself, or the first after it without an answer; undefined: all are answered. */
    open(key: string) {
      const known = visit().preferences;
      const value = own(known, key);
      return value === undefined ? key : nextQuestion(questions, key, value, known);
    },
    /** Popups rest until then; 0: no more. */
    async mute(until: number) {
      await keep(MUTED, until > Date.now() ? until : null, { purpose: PURPOSE, expiresAt: until });
    },
    /** `invites`: what is answered may bring the next popup at once. */
    ask: (invites?: true): AskDoor => ({
      questions,
      known: visit().preferences,
      check,
      answer: (answer) =>
        keep(answer.key, answer.value, { words: answer, invites }).catch((error) => warn('own error', error)),
      next: (key, value) => nextQuestion(questions, key, value, visit().preferences),
    }),
  };
};

export type Answers = ReturnType<typeof createAnswers>;
