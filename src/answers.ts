import type { Store } from './browser/store';
import type { Warn } from './browser/warn';
import { MUTED } from './core/attention';
import { checkAnswer } from './core/checkAnswer';
import { checkQuestion } from './core/checkQuestion';
import { MOST_PAST, mergePreferences } from './core/mergePreferences';
import { nextQuestion } from './core/nextQuestion';
import { own } from './core/own';
import { questions as ready } from './core/questions';
import { readAnswer } from './core/readAnswer';
import { readExport } from './core/readExport';
import { readPreferences } from './readKept';
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

  /** Those that still hold, as they are written today: earlier versions promised and remembered less. */
  const valid = (kept: unknown): Preference[] =>
    Object.values(readPreferences(kept, warn))
      .filter(({ expiresAt }) => expiresAt > Date.now())
      .map((one) => ({ ...one, benefit: one.benefit ?? '', history: one.history ?? [] }));
  /** What cannot be read stays where it is, out of use: another version, or somebody with patience, may know what it was. */
  const brokenOf = (kept: unknown) => {
    const sound = readPreferences(kept, warn);
    return Object.fromEntries(Object.entries(Object(kept)).filter(([key]) => !own(sound, key)));
  };
  const every = async () => valid(await store.read('preferences'));
  const all = async () => (await every()).filter(({ key }) => key !== MUTED);
  const byKey = (list: readonly Preference[]) => Object.fromEntries(list.map((one) => [one.key, one]));
  const check: AskDoor['check'] = (key, raw) => {
    const question = own(questions, key);
    const { cart } = visit();
    return question
      ? checkAnswer(question, raw, {
          locale: locales()[0] ?? 'en',
          today: new Date(Date.now() - new Date().getTimezoneOffset() * 60_000).toISOString().slice(0, 10),
          currency: cart?.currency,
        })
      : anyAnswer(raw);
  };

  const consented = () => (store.lasting() ? 'granted' : 'answer');
  /** Until when an answer holds. */
  const endOf = (key: string, value: AnswerValue, givenAt: number) => {
    const { kind, keepDays = KEEP_DAYS } = own(questions, key) ?? {};
    const longest = givenAt + keepDays * DAY_MS;
    // A day that is over is no answer any more.
    return kind === 'date' ? Math.min(longest, Date.parse(`${value}`) + DAY_MS) : longest;
  };

  /** Keeps one answer, or none any more; told to the visit when it is kept. */
  const keep = async (
    key: string,
    value: AnswerValue | null,
    { words = {}, purpose = own(questions, key)?.purpose ?? PURPOSE, expiresAt, invites }: Keeping = {},
  ) => {
    const givenAt = Date.now();
    const { sharedWith = [] } = own(questions, key) ?? {};
    await store.update('preferences', (kept) => {
      const known = byKey(valid(kept));
      const before = own(known, key);
      const { [key]: _, ...others } = known;
      const rest = { ...brokenOf(kept), ...others };
      if (value === null) return rest;
      const earlier = before
        ? [...before.history, { value: before.value, givenAt: before.givenAt }].slice(-MOST_PAST)
        : [];
      const preference: Preference = {
        key,
        value,
        question: words.question ?? key,
        wording: words.wording ?? `${value}`,
        benefit: words.benefit ?? '',
        locale: words.locale ?? locales()[0] ?? 'en',
        purpose,
        givenAt,
        expiresAt: expiresAt ?? endOf(key, value, givenAt),
        consent: consented(),
        sharedWith,
        ...(before?.shared && { shared: before.shared }),
        history: earlier,
      };
      return { ...rest, [key]: preference };
    });
    feed({ type: 'preference', key, value, question: words.question ?? key, purpose, invites });
  };

  const set = async (key: string, raw: unknown) => {
    if (raw === null) return keep(key, null);
    const checked = check(key, raw);
    if ('value' in checked) await keep(key, checked.value);
    else warn(`waver.preferences.set("${key}", ${JSON.stringify(raw)}): ${checked.wrong}; nothing happens`);
  };

  /** Takes in what `export` gave, here or on another device. */
  const read = async (text: string) => {
    const { preferences, refused } = readExport(`${text}`, Date.now());
    const reasons = [...refused];
    const came: Record<string, Preference> = {};
    for (const one of Object.values(preferences)) {
      const { key, givenAt, expiresAt } = one;
      const checked = check(key, one.value);
      const reason = key === MUTED ? 'not taken from a file' : 'wrong' in checked ? checked.wrong : undefined;
      if (reason) reasons.push(`${key}: ${reason}`);
      else
        came[key] = {
          ...one,
          sharedWith: one.sharedWith.filter((name) => own(questions, key)?.sharedWith?.includes(name)),
          consent: consented(),
          expiresAt: Math.min(expiresAt, endOf(key, one.value, givenAt)),
        };
    }
    await store.update('preferences', (kept) => ({
      ...brokenOf(kept),
      ...mergePreferences(byKey(valid(kept)), came, Date.now()),
    }));
    const now = byKey(await every());
    const taken = Object.keys(came).filter((key) => now[key]);
    for (const key of taken) {
      const { value, question, purpose } = now[key] as Preference;
      feed({ type: 'preference', key, value, question, purpose });
    }
    return { taken: taken.length, refused: reasons };
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
      answer: (answer) => void keep(answer.key, answer.value, { words: answer, invites }),
      next: (key, value) => nextQuestion(questions, key, value, visit().preferences),
    }),
  };
};

export type Answers = ReturnType<typeof createAnswers>;
