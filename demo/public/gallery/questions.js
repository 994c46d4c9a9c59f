/** Questions of the gallery: those that come ready, as the popups name them, and some in the shop's own words. */

const options = (values) => values.split(' ').map((value) => ({ value }));

const ready = {
  priority: { kind: 'one', options: options('price delivery fit returns effort'), purpose: 'personalise-popups' },
  hesitation: {
    kind: 'one',
    options: options('price delivery fit returns trust effort payment other just-looking'),
    purpose: 'personalise-popups',
    next: { delivery: 'delivery-by' },
  },
  style: {
    kind: 'several',
    options: options('classic modern minimal sporty elegant playful'),
    purpose: 'personalise-products',
  },
  budget: { kind: 'number', min: 5, max: 5000, unit: 'EUR', purpose: 'personalise-products' },
  'delivery-by': { kind: 'date', purpose: 'plan-delivery' },
  size: { kind: 'size', purpose: 'suggest-size' },
  contact: { kind: 'one', options: options('email phone chat none'), purpose: 'choose-contact' },
};

const own = {
  recommend: {
    kind: 'scale',
    min: 0,
    max: 10,
    purpose: 'improve-the-shop',
    sharedWith: ['Halfbarrow', 'Garden Post'],
    words: {
      en: {
        ask: 'How likely are you to recommend Halfbarrow?',
        benefit: 'So that we learn what to mend.',
        least: 'not at all',
        most: 'very',
      },
    },
  },
  pot: {
    kind: 'one',
    options: [
      { value: 'clay', picture: '/public/gallery/clay.svg' },
      { value: 'glazed', picture: '/public/gallery/glazed.svg' },
      { value: 'zinc', picture: '/public/gallery/zinc.svg' },
    ],
    purpose: 'personalise-products',
    words: {
      en: {
        ask: 'Which pots do you like best?',
        benefit: 'So that you see more of them.',
        options: { clay: 'Plain terracotta', glazed: 'Glazed', zinc: 'Zinc' },
      },
    },
  },
};

export const questions = Object.fromEntries(
  Object.entries({ ...ready, ...own }).map(([key, question]) => [
    key,
    { key, keepDays: 90, sharedWith: [], ...question },
  ]),
);

/** What the popups would have kept. `flaw`: tried and refused, as simply as the gallery needs it. */
export const check = (key, raw) => {
  const { kind, min, max } = questions[key];
  if (!raw.length) return { wrong: 'empty' };
  if (kind !== 'number' && kind !== 'scale') return { value: raw };
  const number = Number(raw);
  if (Number.isNaN(number)) return { wrong: 'not-a-number' };
  return number < min ? { wrong: 'too-low' } : number > max ? { wrong: 'too-high' } : { value: number };
};

const DAY = 86_400_000;

/** Three answers as they would be kept. */
export const answers = (now) => {
  const given = (key, value, question, wording, benefit, more) => ({
    key,
    value,
    question,
    wording,
    benefit,
    locale: 'en',
    purpose: questions[key].purpose,
    givenAt: now - 12 * DAY,
    expiresAt: now + 78 * DAY,
    consent: 'answer',
    sharedWith: [],
    history: [],
    ...more,
  });
  return [
    given(
      'priority',
      'delivery',
      'What matters most for this order?',
      'Fast delivery',
      'So that the shop can show you what helps with it.',
      { history: [{ value: 'price', givenAt: now - 40 * DAY }] },
    ),
    given(
      'style',
      ['classic', 'minimal'],
      'Which styles do you like?',
      'Classic, Minimal',
      'So that the shop can show you more of them.',
    ),
    given(
      'recommend',
      9,
      'How likely are you to recommend Halfbarrow?',
      '9 (0 = not at all – 10 = very)',
      'So that we learn what to mend.',
      { sharedWith: ['Halfbarrow', 'Garden Post'] },
    ),
  ];
};
