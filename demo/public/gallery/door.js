import { NOW } from './facts.js';
import { answers, check, questions } from './questions.js';

/** The shop of the gallery answers at once, or never, as the state wants it. */
const reply = (state) => async () => {
  if (state.reply === 'never') throw new Error('The shop of the gallery cannot be reached.');
  return state.reply === 'later' ? new Promise(() => {}) : state.reply;
};

/** All that a popup may do to this world: it is only told. */
export const doorOf = (state, { locale, theme, accent }, anchor, tellLine) => {
  const tell =
    (what) =>
    (...said) =>
      tellLine([what, ...said].join(' '));
  const shared = {
    locales: [locale, 'en'],
    accent: accent || undefined,
    theme: theme === 'auto' ? undefined : theme,
    closed: tell('closed'),
    ask: {
      questions,
      known: {},
      check,
      answer: ({ key, value }) => tell('answer')(`${key}=${value}`),
      next: (key, value) => questions[key].next?.[value],
    },
  };
  const kept = state.kept === undefined ? [] : answers(NOW).slice(0, state.kept);
  return state.content
    ? {
        ...shared,
        now: () => NOW,
        anchor,
        end: tell('end'),
        openPreferences: tell('openPreferences'),
        claim: {
          url: '',
          callback: reply(state),
          offer: { id: 'gallery', points: 500, endsAt: state.content.endsAt, state: 'open' },
          answered: tell('claim'),
        },
      }
    : {
        ...shared,
        kept,
        mutedUntil: 0,
        forget: tell('forget'),
        erase: tell('erase'),
        mute: tell('mute'),
        read: async () => ({ taken: 2, refused: ['answers[2].expiresAt: this answer has expired'] }),
        json: async () => JSON.stringify(answers(NOW).slice(0, 2)),
      };
};
