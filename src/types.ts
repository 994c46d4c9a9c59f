/**
 * The nouns of Waver, one type each, and the public interfaces. Types only.
 * Instants are milliseconds since 1970 (`at`, `…At`), calendar dates are ISO strings (`2026-11-24`), money is in major
 * units (`19.9`). Everything that crosses the frontier into `core/` is plain JSON: no elements, no functions, no typed text.
 */

export type PageKind =
  | 'home'
  | 'listing'
  | 'product'
  | 'cart'
  | 'checkout'
  | 'thank-you'
  | 'shipping'
  | 'returns'
  | 'payment'
  | 'size-guide'
  | 'reviews'
  | 'contact'
  | 'about'
  | 'account'
  | 'other';

/** What a page, or a section of a page, is about: the shop's terms, or what makes it trustworthy. */
export type Topic = 'shipping' | 'returns' | 'payment' | 'size-guide' | 'reviews' | 'contact' | 'about';

/** Why a shopper hesitates. */
export type Intent = 'price' | 'delivery' | 'effort' | 'fit' | 'returns' | 'payment' | 'trust';

export interface Cart {
  /** Number of pieces, quantities added up. */
  readonly count: number;
  /** What the shopper would pay for them, in major units. */
  readonly total?: number;
  /** ISO 4217. */
  readonly currency?: string;
  /** Ids of what is in it, where the shop tells them. */
  readonly items?: readonly string[];
  /** How sure the reader is, 0 to 1. Absent: the shop said so itself. */
  readonly confidence?: number;
  /** Who said it. Totals of two sources are not compared: one may be with tax and shipping, the other without. */
  readonly source?: CartSource;
}

/** In order of trust: the page's text, the data layer, the shop system, the shop itself. */
export type CartSource = 'page' | 'data-layer' | 'platform' | 'shop';

/** A field that was refused: which, and by what. */
export interface Refusal {
  /** `name`, else `id`, else what the field is called. */
  readonly key: string;
  /** A field for a discount code. */
  readonly coupon?: boolean;
  /** The first constraint that fails: a `ValidityState` flag, or `custom` for what only the shop can know. */
  readonly fails: FieldFailure;
}

/** A form field as its own markup describes it, for the popup that stands beside it. Never its value. */
export interface Field extends Refusal {
  /** The text of its label, at most 80 characters. */
  readonly label?: string;
  /** `type` attribute, `select` or `textarea`. */
  readonly input: string;
  /** Last token of `autocomplete`, e.g. `postal-code`. */
  readonly autocomplete?: string;
  readonly placeholder?: string;
  /** `title`: where authors explain a `pattern`. */
  readonly hint?: string;
  readonly pattern?: string;
  readonly min?: string;
  readonly max?: string;
  readonly step?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
}

export type FieldFailure =
  | 'valueMissing'
  | 'typeMismatch'
  | 'patternMismatch'
  | 'tooShort'
  | 'tooLong'
  | 'rangeUnderflow'
  | 'rangeOverflow'
  | 'stepMismatch'
  | 'badInput'
  | 'custom';

/** Days and hours the shop delivers by. The terms of one destination; times are wall-clock times in `timeZone`. */
export interface DeliveryTerms {
  /** Business days until the parcel is handed over: `[least, most]`. */
  readonly handling: readonly [number, number];
  /** Carrier days on the way: `[least, most]`. */
  readonly transit: readonly [number, number];
  /** Order before this time to be accepted today, `HH:MM`. Absent: unknown, and the latest date allows for it. */
  readonly cutoff?: string;
  /** IANA name. */
  readonly timeZone: string;
  /** Weekdays the warehouse works, 0 = Sunday … 6 = Saturday. */
  readonly handlingDays: readonly number[];
  /** Weekdays the carrier delivers. */
  readonly transitDays: readonly number[];
  /** ISO dates on which neither works. */
  readonly holidays: readonly string[];
  /** ISO 3166-1 country (or region) the terms hold for, when the shop says so. */
  readonly destination?: string;
  readonly source: 'options' | 'schema.org';
}

/** Computed by `core/delivery.ts`; an estimate by the shop's own terms. */
export interface DeliveryWindow {
  /** ISO calendar dates at the destination. */
  readonly earliest: string;
  readonly latest: string;
  /** The day in the shop's zone on which the parcel is handed over at the latest. */
  readonly sentBy?: string;
  /** The instant until which an order still meets these dates: the next cutoff, or the shop's midnight. */
  readonly orderBefore: number;
  /** True when `orderBefore` is the shop's own cutoff and worth stating. */
  readonly cutoff: boolean;
  readonly timeZone: string;
  readonly destination?: string;
}

/** Why a popup may not open just now. Gone as soon as the page says so. */
export type Busy = 'typing' | 'hidden' | 'dialog' | 'paying' | 'popup-open';

// ------------------------------------------------------------------------------------------------ signal

/** What just happened. The frontier between the page and the core: a visit is a list of these. */
export type Signal = { readonly at: number } & (
  | {
      readonly type: 'page';
      readonly view: string;
      readonly path: string;
      readonly kind: PageKind;
    }
  /** One second of visible, attentive time. `topics`: marked sections in view. */
  | { readonly type: 'tick'; readonly topics?: readonly Topic[] }
  | { readonly type: 'cart'; readonly cart: Cart }
  | { readonly type: 'purchase'; readonly order: string; readonly value?: number; readonly currency?: string }
  /** The shopper went into a form field, wrote its first character, changed what stands in it, or left it. */
  | { readonly type: 'field'; readonly key: string; readonly did: FieldStep; readonly coupon?: boolean }
  /** A form was sent. */
  | { readonly type: 'submit' }
  /** A field was refused once more: one signal per field and attempt. */
  | { readonly type: 'field-invalid'; readonly field: Refusal }
  /** The shop says that the payment failed. */
  | { readonly type: 'payment-failed' }
  /** A click by hand, in CSS pixels of the viewport. `effect`: the page answered at once. */
  | { readonly type: 'click'; readonly x: number; readonly y: number; readonly effect: boolean }
  /** A click on something that looks as if it would do something, and nothing happened. */
  | { readonly type: 'dead-click' }
  /** A product's name, number or price was copied. Which one, never the text. */
  | { readonly type: 'copy'; readonly what: 'name' | 'number' | 'price' }
  /** The mouse left through the top edge, as on its way to the tab bar; or a finger flung the page down to its top. */
  | { readonly type: 'exit'; readonly by?: 'touch' }
  /** This tab went out of view, and came back. */
  | { readonly type: 'hidden' }
  | { readonly type: 'visible' }
  /** One of the Core Web Vitals of this page, worse than before: ms, ms, score. */
  | { readonly type: 'vital'; readonly name: 'INP' | 'LCP' | 'CLS'; readonly value: number }
  /** When an order placed now would arrive, by the terms on the page; null: nobody can say. */
  | { readonly type: 'terms'; readonly delivery: DeliveryWindow | null }
  | {
      readonly type: 'preference';
      readonly key: string;
      readonly value: AnswerValue | null;
      readonly question?: string;
      readonly purpose?: string;
      /** It answers what was asked in a popup, and what comes of it is no interruption. */
      readonly invites?: true;
    }
  /** Told by the shop: `waver.moment(name, detail)`. */
  | { readonly type: 'custom'; readonly name: string; readonly detail?: MomentDetail }
  /** What other tabs and earlier visits did: this visit as they know it, popups shown, offers made, answers given. */
  | {
      readonly type: 'shared';
      readonly visit?: Visit;
      readonly history?: readonly Shown[];
      readonly offers?: Offers;
      readonly preferences?: Readonly<Record<string, AnswerValue>>;
    }
  /** A chance to act, with all that may stand in the way. `force` is a campaign the shop asked for by `show()`. */
  | {
      readonly type: 'decide';
      readonly busy: Busy | null;
      readonly canKeep: boolean;
      readonly clock?: Clock;
      readonly force?: string;
      /** The model that judges, by its name. */
      readonly model?: string;
      /** Where chance starts from: a whole number below 2^32, drawn where the frontier is. */
      readonly seed?: number;
      /** What the shop's options and this page state; delivery is told by `terms`. */
      readonly facts?: ShopFacts;
      /** Campaigns which the shop's own tools hold back just now. */
      readonly capped?: readonly string[];
      readonly device?: Device;
      /** The shopper's languages, the first preferred. */
      readonly locales?: readonly string[];
      /** What the shop says of this shopper or page: `data-tag-…`, `identify`, `learn`. */
      readonly tags?: Readonly<Record<string, string>>;
    }
  | {
      readonly type: 'outcome';
      readonly outcome: PopupOutcome;
      readonly campaign: string;
      readonly intent: Intent | null;
    }
  | { readonly type: 'ready'; readonly version: string }
  /** Who is signed in; null: nobody any more. */
  | { readonly type: 'identity'; readonly person: string | null }
  /** The visit is over: nothing was seen of the shopper for the time a visit may rest. */
  | { readonly type: 'leave' }
);

// ------------------------------------------------------------------------------------------------ moment

/** The built-in ones stand in `core/moments/index.ts`; a shop adds its own. */
export type MomentKind = string;

export type FieldStep = 'enter' | 'edit' | 'change' | 'leave';

export interface MomentDetail {
  readonly topic?: Topic;
  readonly field?: string;
  /** How sure and how strong, 0 to 1. */
  readonly strength?: number;
  /** Why the shopper hesitates, where the shop knows: custom moments only. */
  readonly intent?: Intent;
}

/** A micro-moment worth noticing. */
export interface Moment extends MomentDetail {
  readonly id: string;
  readonly at: number;
  readonly kind: MomentKind;
  readonly strength: number;
  /** Attentive seconds since the last moment of this kind and topic. */
  readonly seconds?: number;
  /** How often it has happened. */
  readonly count?: number;
}

// ------------------------------------------------------------------------------------------------ evidence, score

/** Named features with their units in `core/evidence.ts`. A feature that is absent is unknown, never zero. */
export type Evidence = Readonly<Record<string, number | string | undefined>>;

/** The time in the shop's zone (the browser's, if the shop names none), worked out where the frontier is. */
export interface Clock {
  /** 0 to 23. */
  readonly hour: number;
  /** `mon` … `sun` */
  readonly weekday?: string;
  /** 1 on Saturday and Sunday. */
  readonly weekend: 0 | 1;
  /** `jan` … `dec` */
  readonly month: string;
  /** 0 to 1: a day for giving is near. */
  readonly 'special-day'?: number;
}

/** One feature's part of a score: exact, in log-odds, against the average visit where the model states one. */
export interface Reason {
  readonly feature: string;
  readonly value: number | string | null;
  readonly weight: number;
}

/**
 * One additive model: `logit = slope · (intercept + Σ table(feature) + Σ pair(feature, feature) + Σ tree) + offset`. A
 * table is piecewise constant: `weights[i]` holds below `edges[i]`, the last weight above all edges. A `levels` table is
 * for words. `missing` holds where the feature is absent.
 */
export interface Scorecard {
  readonly intercept: number;
  readonly tables: Readonly<Record<string, ScorecardTable>>;
  readonly pairs?: readonly PairTable[];
  /** What three features say together. */
  readonly trees?: readonly Tree[];
  /** Absent: 1 and 0. */
  readonly calibration?: { readonly slope: number; readonly offset: number };
  /** What each feature adds in the average visit, before calibration: what reasons are told against. Absent: 0. */
  readonly average?: Readonly<Record<string, number>>;
}

export type ScorecardTable =
  | { readonly edges: readonly number[]; readonly weights: readonly number[]; readonly missing?: number }
  | { readonly levels: Readonly<Record<string, number>>; readonly missing?: number };

/** What two features say together: a row for each bin of the first, a column for each of the second, missing the last. */
export interface PairTable {
  readonly features: readonly [string, string];
  readonly sides: readonly [PairSide, PairSide];
  readonly weights: readonly (readonly number[])[];
}

export type PairSide = { readonly edges: readonly number[] } | { readonly levels: readonly string[] };

/**
 * A question: `below` holds where the feature is below the edge, else `above`. An edge of null is above every number: it
 * asks whether there is one. What is missing, or a word, goes above; with a 1 at the end, below. Each side is a leaf, in
 * log-odds, or the next question: three in a row at most.
 */
export type Tree = readonly [feature: string, edge: number | null, below: Branch, above: Branch, missingBelow?: 1];

export type Branch = number | Tree;

/** What `data-model` loads and the lab writes. */
export interface Model {
  readonly v: 1;
  readonly trained: boolean;
  readonly name: string;
  readonly churn: Scorecard;
  /** How far off churn may be where no data say; absent: not known. */
  readonly uncertainty?: Uncertainty;
  /** Absent: the prior's. */
  readonly intents?: Readonly<Record<Intent, Scorecard>>;
  /** What is known of how much each campaign does; absent: what all of them start from. */
  readonly uplift?: Uplift;
  /** How it was trained and how well it does; for people. */
  readonly card?: unknown;
}

/**
 * By campaign, then by intent or `any`: a Beta distribution `[alpha, beta]` of the share of shoppers about to leave for
 * this intent who buy because they saw it.
 */
export type Uplift = Readonly<Record<string, Readonly<Partial<Record<Intent | 'any', readonly [number, number]>>>>>;

/** Standard deviations in log-odds: of the intercept, and of every other part as a share of itself. */
export interface Uncertainty {
  readonly intercept: number;
  readonly share: number;
}

export interface Score {
  /** Probability that the visit ends without a purchase. */
  readonly churn: number;
  /** The likeliest reason, or null when the evidence does not single one out. */
  readonly intent: Intent | null;
  readonly intents: Readonly<Record<Intent, number>>;
  /** What moved churn against the average visit, or against the intercept alone; exact, the strongest first. */
  readonly because: readonly Reason[];
  /** What speaks for the intent, likewise; empty when it is null. */
  readonly intentBecause: readonly Reason[];
  /** What it was scored by. */
  readonly evidence: Evidence;
}

// ------------------------------------------------------------------------------------------------ campaign, decision

export type PopupKind =
  | 'delivery-promise'
  | 'offer'
  | 'form-help'
  | 'question'
  | 'fit-help'
  | 'returns-promise'
  | 'payment-help'
  | 'trust'
  | 'preference-invitation'
  | 'save-for-later'
  | 'free-shipping'
  | 'alternatives'
  /** The shop's own words alone. */
  | 'notice';

export type Device = 'phone' | 'tablet' | 'desktop';

/**
 * Where a popup stands: a card in the corner, on a phone a sheet at the bottom; a bar along the bottom; or a dialog in the
 * centre, which is modal and therefore kept for what the shopper asked for. Else a corner.
 */
export type Place = 'corner' | 'bar' | 'dialog';

/** Ready looks. Without one a popup takes after the page: dark on a dark page, else light. */
export type Theme = 'paper' | 'ink' | 'outline';

/** The scenario a shop configures: for this intent, under these conditions, this popup. Units as in the shop's own terms. */
export interface Campaign {
  /** kebab-case; of a ready one: what is set here is changed in it. */
  readonly id: string;
  readonly popup: PopupKind;
  /** Absent: a corner. */
  readonly place?: Place;
  /** Any of these; null: for when no intent stands out. */
  readonly intent: Intent | readonly Intent[] | null;
  readonly question?: string;
  /** Moments of this visit of which one must have been noticed. Absent: any will do. */
  readonly triggers?: readonly MomentKind[];
  /** All of these must hold. */
  readonly when?: Conditions;
  /** ms between the decision and the popup; the conditions must still hold then, on the same page. */
  readonly delay?: number;
  /** Words in the place of the ready ones, by language (BCP 47). */
  readonly copy?: Readonly<Record<string, CampaignCopy>>;
  readonly incentive?: Incentive;
  readonly limits?: Limits;
  /** Higher goes first; equals are chosen among by what they are worth. Absent: 0. */
  readonly priority?: number;
  readonly experiment?: Experiment;
}

/** Ranges are `[least, most]`, both included, null: open. */
export type Range = readonly [least: number | null, most: number | null];

export interface Conditions {
  readonly pages?: readonly PageKind[];
  /** Paths as in `data-pages-…`: `/sale*`. */
  readonly paths?: readonly string[];
  /** Total, in major units. */
  readonly cartTotal?: Range;
  readonly cartCount?: Range;
  /** Item ids of which one must be in the cart. */
  readonly products?: readonly string[];
  readonly churn?: Range;
  /** How far the intent leads the next one, in probability. */
  readonly margin?: number;
  /** The shopper's answers, each one of these. */
  readonly preferences?: Readonly<Record<string, readonly (string | number)[]>>;
  readonly visitor?: 'new' | 'returning';
  /** Orders known of this shopper. */
  readonly orders?: Range;
  /** What is expected of this shopper in a year, in major units. */
  readonly expected?: Range;
  readonly devices?: readonly Device[];
  /** Languages of the popup; `de` is also `de-AT`. */
  readonly locales?: readonly string[];
  /** Hours of the day in the shop's zone, `[9, 17]` is from 9:00 to 17:59; `[22, 5]` runs over midnight. */
  readonly hours?: readonly [number, number];
  /** `mon` … `sun` */
  readonly weekdays?: readonly string[];
  /** ISO instants. */
  readonly from?: string;
  readonly until?: string;
  /** What the shop says in `data-tag-…`, each one of these. */
  readonly tags?: Readonly<Record<string, readonly string[]>>;
}

/** Templates over what is known: `{preferences.size}`, `{cart.total}`. What is not known keeps the popup back. */
export interface CampaignCopy {
  readonly title?: string;
  readonly body?: string;
  /** The button's words, and where it leads. */
  readonly action?: string;
  readonly link?: string;
  readonly dismiss?: string;
}

export interface Limits {
  /** Showings in one visit. Absent: 1. */
  readonly perVisit?: number;
  /** ms; absent: `data-cooldown`. */
  readonly cooldown?: number;
  /** Showings in all, as far back as they are remembered. */
  readonly total?: number;
}

/** What is offered until a deadline that is set once, and claimed from the shop. */
export interface Incentive {
  readonly kind: 'points' | 'code' | 'free-shipping' | 'gift';
  /** Of points; of two the more, the likelier the shopper leaves. */
  readonly amount?: number | readonly [least: number, most: number];
  /** ms from the first showing. */
  readonly lasts: number;
  /** Address of the claim; `''`: the callback `claim` of the options. */
  readonly claim: string;
  /** What one of it costs the shop, in major units of the cart's currency. */
  readonly costEach?: number;
  /** Share of the cart's total that may be spent on it: what the shop's margin leaves. */
  readonly marginFloor?: number;
  /** Offers to one shopper: in any 24 hours, and in all. */
  readonly perDay?: number;
  readonly perShopper?: number;
}

/** Variants of one campaign, drawn by the visitor's id; shares add up to 1. */
export interface Experiment {
  readonly id: string;
  readonly variants: readonly (Pick<Campaign, 'copy' | 'incentive' | 'delay'> & {
    readonly id: string;
    readonly share: number;
  })[];
}

/** What the shop states of itself, in its options or its page's structured data. Popups promise nothing beyond. */
export interface ShopFacts {
  /** `free`: who sends back pays nothing; absent: not known. */
  readonly returns?: { readonly days: number; readonly free?: boolean };
  /** As the shop names them: `PayPal`, `Visa`. */
  readonly payments?: readonly string[];
  /** What buyers gave, and how many. `of`: the product it is about; absent: the shop. */
  readonly rating?: { readonly value: number; readonly best: number; readonly count: number; readonly of?: string };
  readonly contact?: { readonly phone?: string; readonly email?: string };
  /** Cart total from which shipping is free, in major units. */
  readonly freeShippingOver?: number;
  /** Addresses in the shop. */
  readonly sizeGuide?: string;
  readonly saveCart?: string;
  readonly alternatives?: readonly Alternative[];
}

/** A product that may take the place of a dearer one. */
export interface Alternative {
  readonly name: string;
  readonly url: string;
  /** In major units of the cart's currency. */
  readonly price: number;
  readonly picture?: string;
}

/** The facts a popup states. Templates fill from these and from nothing else. */
export type PopupContent =
  | { readonly popup: 'delivery-promise'; readonly window: DeliveryWindow }
  | { readonly popup: 'offer'; readonly kind: Incentive['kind']; readonly amount: number; readonly endsAt: number }
  | { readonly popup: 'form-help'; readonly field: Refusal }
  | { readonly popup: 'question'; readonly question: string }
  /** `size`: the shopper's own. `guide`: its address. */
  | { readonly popup: 'fit-help'; readonly size?: string; readonly guide?: string; readonly days?: number }
  | { readonly popup: 'returns-promise'; readonly days: number; readonly free?: boolean }
  | { readonly popup: 'payment-help'; readonly payments: readonly string[] }
  | { readonly popup: 'trust'; readonly rating?: ShopFacts['rating']; readonly contact?: ShopFacts['contact'] }
  /** `count`: answers that are kept. */
  | { readonly popup: 'preference-invitation'; readonly count: number }
  | { readonly popup: 'save-for-later'; readonly url: string }
  /** `missing`: what is left until shipping is free; 0: it is. In major units. */
  | { readonly popup: 'free-shipping'; readonly over: number; readonly missing: number; readonly currency: string }
  | {
      readonly popup: 'alternatives';
      readonly budget: number;
      readonly currency?: string;
      readonly products: readonly Alternative[];
    }
  | { readonly popup: 'notice' };

/** Why nothing is shown. `Busy` and `page` pass by themselves: the chance stays and is tried again. */
export type Hold =
  | Busy
  | 'page'
  | 'purchased'
  | 'below-threshold'
  | 'no-campaign'
  /** None of the moments it waits for was noticed, or one of its conditions does not hold. */
  | 'conditions'
  /** It is due, and waits for the time the shop has set. */
  | 'delay'
  /** The shop's own tools hold it back. */
  | 'capped'
  /** Nothing that could be shown is worth the shopper's attention. */
  | 'not-worth-it'
  /** What may be given to this shopper is given, or the cart is too small for it. */
  | 'incentive-budget'
  /** The device's clock has been moved: a deadline cannot be told from it. */
  | 'clock'
  /** The campaign lacks what it would state: no delivery terms, no incentive, an offer that has passed. */
  | 'no-facts'
  /** A deadline that could not be kept over a reload is not promised. */
  | 'no-storage'
  /** By the shopper, in the preference centre. */
  | 'muted'
  | 'cooldown'
  | 'visit-budget'
  | 'holdout';

interface DecisionBase {
  readonly campaign: string | null;
  readonly intent: Intent | null;
  readonly churn: number;
  readonly arm: 'treatment' | 'holdout';
  /** Probability of this very choice, given the evidence. */
  readonly propensity: number;
  readonly because: readonly Reason[];
  /** The campaign's experiment and this visitor's variant of it. */
  readonly experiment?: string;
  readonly variant?: string;
}

/** Show this campaign, or hold and say why. */
export type Decision = DecisionBase & ({ readonly show: true } | { readonly show: false; readonly hold: Hold });

/** What the popup is given. */
export interface Showing {
  readonly campaign: string;
  readonly intent: Intent | null;
  readonly content: PopupContent;
  readonly because: readonly Reason[];
  /** The shop's own words in the popup's language, filled with what is known. */
  readonly copy?: CampaignCopy;
  /** The language of these words: what stands beside them shall be in it too, where there is such. */
  readonly locale?: string;
  /** Where its incentive is claimed; absent: where the tag's points are. */
  readonly claim?: string;
  readonly place?: Place;
  /** The shopper asked for it, or the shop did by `show`. */
  readonly asked?: true;
}

/** `failed`: decided, but the popup could not be put on the page; costs no attention. */
export type PopupOutcome = 'shown' | 'accepted' | 'dismissed' | 'answered' | 'expired' | 'failed';
export type Outcome = PopupOutcome | 'withheld' | 'purchased' | 'churned';

/** How a popup of the shop's own ended. `false`: it has none for this, and Waver shows its own. Nothing: it does not say. */
export type OwnOutcome = 'accepted' | 'dismissed' | 'answered' | 'expired' | false | undefined;

/** One popup of the past, kept so that budgets hold over reloads, tabs and visits. */
export interface Shown {
  readonly campaign: string;
  readonly intent: Intent | null;
  readonly visit: string;
  readonly at: number;
  readonly outcome: PopupOutcome | 'withheld';
  /** The shopper asked for it, by answering a question: not an interruption, so no budget is spent. */
  readonly invited?: boolean;
  /** Of the campaign's experiment. */
  readonly variant?: string;
}

/** Deadlines by campaign. Set once, when first shown; never moved. */
export type Offers = Readonly<Record<string, Offer>>;

export interface Offer {
  /** Also the idempotency key of its claim. */
  readonly id: string;
  readonly points: number;
  /** Absent: points. */
  readonly kind?: Incentive['kind'];
  readonly endsAt: number;
  readonly state: 'open' | 'claimed' | 'refused';
  /** When it was first shown, and when the clock was last looked at: it has been moved if that lies ahead. */
  readonly startsAt?: number;
  readonly seenAt?: number;
}

// ------------------------------------------------------------------------------------------------ preference

/** A word, several words, a number, or a calendar date such as `2026-12-24`. */
export type AnswerValue = string | number | readonly string[];

/** `one` and `several`: of the options. `scale`: a whole number from min to max. `size`: a free word such as `42` or `M`. */
export type QuestionKind = 'one' | 'several' | 'scale' | 'number' | 'date' | 'size';

/** A question as data. The ready ones stand in `core/questions.ts`; a shop adds its own. */
export interface Question {
  /** kebab-case. */
  readonly key: string;
  readonly kind: QuestionKind;
  readonly options?: readonly QuestionOption[];
  /** Bounds of `scale` and `number`. */
  readonly min?: number;
  readonly max?: number;
  /** Of a `number`: an ISO 4217 currency, or a CLDR unit such as `centimeter`. */
  readonly unit?: string;
  /** What the answer is for, kebab-case: `personalise-popups`. */
  readonly purpose: string;
  /** How long the answer holds. */
  readonly keepDays: number;
  /** Who it may be shared with, as the shopper reads it. */
  readonly sharedWith?: readonly string[];
  /** Which question follows, by the value given; `*`: any other. */
  readonly next?: Readonly<Record<string, string>>;
  /** What it says, by language (BCP 47). The ready ones have their words in the popups' own copy. */
  readonly words?: Readonly<Record<string, QuestionWords>>;
}

export interface QuestionOption {
  readonly value: string;
  /** Address of a small picture. */
  readonly picture?: string;
}

export interface QuestionWords {
  readonly ask: string;
  /** What the shopper gets for the answer. */
  readonly benefit?: string;
  /** By value. */
  readonly options?: Readonly<Record<string, string>>;
  /** What the ends of a scale mean. */
  readonly least?: string;
  readonly most?: string;
}

/** What is told when a question is answered: the value, and the words as they stood on the screen. */
export interface Answer {
  readonly key: string;
  readonly value: AnswerValue;
  readonly question: string;
  readonly wording: string;
  readonly benefit: string;
  readonly locale: string;
}

/** Tries what was typed or chosen: the value as it is kept, or why it is none. */
export type CheckAnswer = (
  key: string,
  raw: unknown,
) => { readonly value: AnswerValue } | { readonly wrong: AnswerFlaw };

export type AnswerFlaw =
  | 'empty'
  /** Neither a word nor a number nor a list of words. */
  | 'no-answer'
  | 'unknown-option'
  | 'not-a-number'
  | 'not-a-date'
  | 'not-a-size'
  | 'too-low'
  | 'too-high'
  | 'past'
  | 'too-long';

/** A zero-party answer: what the shopper said, when, to which words, for what. */
export interface Preference {
  readonly key: string;
  readonly value: AnswerValue;
  /** The question and the answer as they stood on the screen. */
  readonly question: string;
  readonly wording: string;
  /** What was promised for the answer. */
  readonly benefit: string;
  readonly locale: string;
  readonly purpose: string;
  readonly givenAt: number;
  readonly expiresAt: number;
  readonly consent: 'answer' | 'granted';
  /** Who it may be shared with, as the shopper read it. */
  readonly sharedWith: readonly string[];
  /** Who it was shared with, and when it last was. */
  readonly shared?: readonly { readonly with: string; readonly at: number }[];
  /** Earlier answers to it, the latest last; at most ten. */
  readonly history: readonly { readonly value: AnswerValue; readonly givenAt: number }[];
}

// ------------------------------------------------------------------------------------------------ visit, rules, tape

/** One shopper's session over all its tabs and pages, as plain JSON. */
export interface Visit {
  readonly id: string;
  readonly visitor: string;
  /** The latest signal. */
  readonly at: number;
  /** This page view: part of every record's id, so that tabs never collide. */
  readonly view: string;
  /** Records told in this page view. */
  readonly told: number;
  readonly path: string;
  readonly kind: PageKind;
  readonly topic?: Topic;
  /** Furthest step reached: 0 looking, 1 cart page, 2 checkout. */
  readonly stage: number;
  readonly cart: Cart | null;
  /** When the cart was last told: of two tabs the later one knows better. */
  readonly cartAt: number;
  readonly moments: readonly Moment[];
  /** What each moment's detector remembers, by its name. */
  readonly detectors: Readonly<Record<string, unknown>>;
  /** The last field that failed, for the popup that helps with it. */
  readonly field?: Refusal | null;
  readonly delivery?: DeliveryWindow | null;
  readonly preferences: Readonly<Record<string, AnswerValue>>;
  readonly history: readonly Shown[];
  readonly offers: Offers;
  /** Something happened that may deserve an answer, and none was given yet. */
  readonly chance?: Chance | null;
  /** What was chosen and waits for its delay, on this page only. */
  readonly waits?: Waits;
  readonly ended?: 'converted' | 'churned' | null;
  /** Latest orders of this visitor: a reloaded thank-you page counts once, and a shopper's worth is known. */
  readonly orders: readonly Order[];
  /** What was foretold of this visit and of earlier ones, to be held against how they ended. */
  readonly forecasts: readonly Forecast[];
  /** When the visit before this one was left. Absent: there was none, or it is not known. */
  readonly before?: number;
}

export interface Order {
  readonly order: string;
  readonly visit: string;
  readonly at: number;
  readonly value?: number;
  /** ISO 4217. */
  readonly currency?: string;
}

/** The first score of a visit. */
export interface Forecast {
  readonly visit: string;
  readonly at: number;
  /** By the model of this name, in log-odds as it gave them, before they were corrected for this device. */
  readonly model: string;
  readonly logit: number;
}

/** What the shopper's own orders say, by the terms of the trade: recency, frequency, monetary value. */
export interface ShopperValue {
  /** Orders known. */
  readonly orders: number;
  /** Days since the last one. */
  readonly days: number;
  /** Mean value of an order, in major units of `currency`; absent where no order states one. */
  readonly average?: number;
  /** Expected to be spent in the next 365 days, likewise. */
  readonly expected?: number;
  readonly currency?: string;
}

export interface Waits {
  readonly campaign: string;
  readonly path: string;
  readonly until: number;
  readonly propensity: number;
}

export interface Chance {
  /** By the shopper, who answered a question. */
  readonly invited?: boolean;
  /** The hold that was told last: each is told once. */
  readonly held?: Hold;
}

/** All that the core needs to know of the options. */
export interface Rules {
  readonly threshold: number;
  readonly holdout: number;
  readonly maxPerVisit: number;
  /** ms */
  readonly cooldown: number;
  /** 0: none. */
  readonly points: number;
  /** ms */
  readonly pointsLasts: number;
  readonly moments: MomentRules;
}

/** The threshold of each moment by its kind, 0: off. Units, defaults and their origin stand in `core/moments/`. */
export type MomentRules = Readonly<Record<string, number>>;

/** A visit to replay: same rules, same start, same signals, same model, same records. */
export interface Tape {
  readonly v: 1;
  readonly rules: Rules;
  readonly start: Visit;
  readonly signals: readonly Signal[];
  /** Absent: the prior. */
  readonly model?: Model;
  /** Absent: the ready ones. */
  readonly campaigns?: readonly Campaign[];
}

// ------------------------------------------------------------------------------------------------ records

export interface RecordBase {
  readonly v: 1;
  /** Unique: what comes twice is the same record. */
  readonly id: string;
  /** Milliseconds since 1970, by the shopper's clock. */
  readonly at: number;
  /** Random; a new one once a shopper signs out. */
  readonly visitor: string;
  /** Random, over all tabs and pages of a visit. */
  readonly visit: string;
  /** Path without query. */
  readonly page: string;
}

export interface OutcomeRecord {
  readonly campaign: string | null;
  readonly intent: Intent | null;
  readonly outcome: Outcome;
  readonly arm: 'treatment' | 'holdout';
}

/** Everything Waver tells: to `on`, to destinations, and on `window` as `waver:<type>`. */
export interface Bodies {
  moment: Omit<Moment, 'id' | 'at'>;
  score: Score;
  decision: Decision;
  outcome: OutcomeRecord;
  /** Once a visit: from here on the variants may differ for this visitor. */
  experiment: { readonly experiment: string; readonly variant: string; readonly campaign: string };
  preference: {
    readonly key: string;
    readonly value: AnswerValue | null;
    readonly question?: string;
    readonly purpose?: string;
  };
  purchase: { readonly order: string; readonly value?: number; readonly currency?: string };
  /** This visitor is this person: SHA-256 of the shop's own id. null: signed out. */
  identity: { readonly person: string | null };
  ready: { readonly version: string };
}

export type RecordType = keyof Bodies;
export type WaverRecord<T extends RecordType = RecordType> = {
  [K in T]: RecordBase & { readonly type: K } & Bodies[K];
}[T];

// ------------------------------------------------------------------------------------------------ widgets

/** What the popup chunk exports. The only thing the tag knows of it. */
export interface Widgets {
  /**
   * Puts the popup on the page, once all it needs is loaded. Calls `end` exactly once, unless it is closed from outside;
   * rejects, and leaves nothing, where it cannot be shown.
   */
  openPopup(showing: Showing, door: PopupDoor): Promise<Popup>;
  /** What the shopper told, to see, take along and have forgotten. */
  openPreferences(preferences: readonly Preference[], door: PreferencesDoor): Promise<Popup>;
}

export interface Popup {
  /** Takes it off the page without an outcome. */
  close(): void;
  /** Says the same in another language. */
  setLocales?(locales: readonly string[]): void;
}

/** All that a popup may do to the world. */
export interface PopupDoor {
  /** BCP 47, the first is preferred. */
  readonly locales: readonly string[];
  readonly accent?: string;
  readonly theme?: Theme;
  readonly nonce?: string;
  /** The element to stand beside, for help with a field. */
  readonly anchor?: Element;
  readonly now: () => number;
  /** It is off the page: once, however it was closed. */
  closed?(): void;
  /** How it ended; it may stay on the page to say so. */
  end(outcome: 'accepted' | 'dismissed' | 'expired' | 'answered'): void;
  readonly ask: AskDoor;
  /** Where the shop is asked for what was offered, and who is told its answer. */
  readonly claim: ClaimDoor;
  /** Opens the preference centre, where this popup may lead there. */
  openPreferences?(): void;
}

/** What the shop is asked for; by its address as JSON, with `points`, the amount where the kind is points, else 0. */
export interface Claim {
  /** The same for every try: grant once. */
  readonly offer: string;
  readonly campaign: string;
  readonly kind: Incentive['kind'];
  readonly amount: number;
  readonly endsAt: number;
}

/** What the shop says. `code`: the one to enter; needed with the kind `code`. */
export interface ClaimReply {
  readonly status: Exclude<ClaimAnswer, 'unreachable'>;
  readonly code?: string;
}

export interface ClaimDoor {
  /** Empty: `callback` is asked. */
  readonly url: string;
  readonly callback?: (claim: Claim) => Promise<ClaimReply | ClaimReply['status']>;
  readonly offer: Offer | undefined;
  answered(answer: ClaimAnswer): void;
}

/** What a question needs, in a popup and in the preference centre. */
export interface AskDoor {
  /** All there are, by key. */
  readonly questions: Readonly<Record<string, Question>>;
  /** What was answered already, to begin with and to go on from. */
  readonly known: Readonly<Record<string, AnswerValue>>;
  readonly check: CheckAnswer;
  /** Keeps it at once: of several questions in a row each stands for itself. */
  answer(answer: Answer): void;
  /** The question that follows this answer and has no answer yet. */
  next(key: string, value: AnswerValue): string | undefined;
}

/** All that the preference centre may do to the world. */
export interface PreferencesDoor extends Pick<PopupDoor, 'locales' | 'accent' | 'theme' | 'nonce' | 'ask'> {
  forget(key: string): void;
  /** Resolves when nothing is left. */
  erase(): Promise<void>;
  /** Takes in what `json` gave, on this device or another: how many answers came in, and what was left out and why. */
  read(text: string): Promise<{ readonly taken: number; readonly refused: readonly string[] }>;
  /** Until when popups are silenced by the shopper; 0: they are not. */
  readonly mutedUntil: number;
  mute(until: number): void;
  /** Everything kept, as JSON text to take along. */
  json(): Promise<string>;
  /** It is off the page: once, however it was closed. */
  closed(): void;
}

export type ClaimAnswer = 'granted' | 'refused' | 'expired' | 'already-used' | 'unreachable';

// ------------------------------------------------------------------------------------------------ the public face

/** Options by name; the tag writes them in kebab-case behind `data-`. What cannot be read warns, and its default holds. */
export interface WaverOptions
  extends Partial<Record<'pagesHome' | 'pagesListing' | 'pagesProduct' | 'pagesCart' | 'pagesCheckout', string>>,
    Partial<
      Record<
        | 'pagesThankYou'
        | 'pagesShipping'
        | 'pagesReturns'
        | 'pagesPayment'
        | 'pagesSizeGuide'
        | 'pagesReviews'
        | 'pagesContact'
        | 'pagesAbout'
        | 'pagesAccount',
        string
      >
    > {
  /** Who says what may be kept: `auto` asks a consent tool found on the page. */
  consent?: 'granted' | 'required' | 'auto';
  locale?: string;
  /** Churn from which on to act, 0 to 1. Default 0.6. */
  threshold?: number;
  /** Share of visitors who see nothing, for comparison. Default 0.1. */
  holdout?: number;
  maxPerVisit?: number;
  /** `7d`: how long a campaign that was answered or dismissed stays away. */
  cooldown?: string;
  points?: number;
  /** `20m`: how long the points are held for the shopper, from the first showing. */
  pointsLasts?: string;
  /** Where the points are claimed: `POST { offer, campaign, kind, amount, points, endsAt }` → `{ status }`. */
  pointsClaim?: string;
  /** `0-1`: business days until the parcel leaves. */
  deliveryHandling?: string;
  /** `1-2`: carrier days. */
  deliveryTransit?: string;
  /** `15:00`, in the shop's time zone. */
  deliveryCutoff?: string;
  /** `Europe/Berlin` */
  deliveryTimezone?: string;
  /** `mo-fr` */
  deliveryDays?: string;
  /** `2026-12-25,2026-12-26` */
  deliveryHolidays?: string;
  /** Thresholds of the moments by their kind, or `off`; in the tag `policy-dwell=8 rage-click=off`. Units: docs/MOMENTS.md. */
  moments?: string | Readonly<Record<string, number | 'off'>>;
  /** The shop's own questions, beside the ready ones or in their place: in code or `data-config`. */
  questions?: readonly Question[];
  /** The shop's own campaigns, and changes to the ready ones: in code or `data-config`. Times as durations, `20m`. */
  campaigns?: readonly unknown[];
  /** Gives what an incentive with an empty `claim` promises: code only. */
  claim?: ClaimDoor['callback'];
  /** Asked before each popup, so that a CRM's own caps hold: code only. */
  mayShow?: (campaign: string) => boolean;
  /** Days in which a purchase can be sent back. */
  returnsDays?: number;
  /** Cart total from which shipping is free, in major units. */
  freeShippingOver?: number;
  /** Sending back costs nothing. */
  shopReturnsFree?: boolean;
  /** `Visa, PayPal` */
  shopPaymentMethods?: string;
  /** Telephone and e-mail address, separated by a comma. */
  shopContact?: string;
  /** Addresses in the shop: where sizes are explained, where a cart can be kept for later, and a JSON list of products. */
  shopSizeGuide?: string;
  shopSaveCart?: string;
  shopAlternatives?: string;
  /** Public key by which links that say who follows them are signed: docs/IDENTITY.md. */
  shopLinkKey?: string;
  /** `tagVip: 'yes'` is what campaigns call `tags.vip`. */
  [tag: `tag${Capitalize<string>}`]: string | undefined;
  /** Address of a trained model, JSON. Without one, and until it is there, the prior scores. */
  model?: string;
  /** Names of tools on the page, or what `waver/destinations` makes: docs/DESTINATIONS.md. */
  destinations?: string | readonly unknown[];
  /** Where records are posted: an address, or an object with one: docs/WEBHOOK.md. */
  webhook?: string | Readonly<Record<string, unknown>>;
  accent?: string;
  /** Look of the popups: `paper`, `ink` or `outline`. */
  theme?: string;
  /**
   * The shop's own popup, in the place of Waver's: a function that is given what there is to show (code only), or the name
   * of a custom element; docs/POPUPS.md.
   */
  popup?: ((showing: Showing, signal: AbortSignal) => OwnOutcome | Promise<OwnOutcome>) | string;
  debug?: boolean;
}

/**
 * By purpose: `functional`, answers and popups kept on the device; `analytics`, measuring; `marketing`, handing on to
 * others. A purpose that is not named is left to the page's consent tools.
 */
export type ConsentState =
  | 'granted'
  | 'denied'
  | { readonly functional: boolean; readonly analytics?: boolean; readonly marketing?: boolean };

/** `email` and `phone` are hashed before they leave the device, and never kept. */
export interface Traits {
  readonly email?: string;
  /** With its country: `+49 30 123456`. */
  readonly phone?: string;
  readonly preferences?: Readonly<Record<string, AnswerValue>>;
  readonly capped?: readonly string[];
  readonly [name: string]: unknown;
}

export interface Explanation {
  readonly score: Score;
  readonly evidence: Evidence;
  readonly moments: readonly Moment[];
  readonly cart: Cart | null;
  readonly decision: Decision | null;
  /** What scored: the prior, or the model that was loaded. */
  readonly model: { readonly name: string; readonly trained: boolean };
  /** Slope and offset by which the model was found to be off on this device: 1 and 0 where nothing speaks against it. */
  readonly drift: { readonly slope: number; readonly offset: number };
  /** Where churn lies with 95 in 100, by the model's own account of its uncertainty; null: it gives none. */
  readonly range: readonly [least: number, most: number] | null;
  /** null: no order of this shopper is known. */
  readonly shopper: ShopperValue | null;
  /** The smallest change of one feature with which churn were below the threshold; null: it is, or no one change does. */
  readonly counterfactual: Counterfactual | null;
}

export interface Counterfactual {
  readonly feature: string;
  /** The nearest value that would do. */
  readonly value: number | string;
  /** What churn would be then. */
  readonly churn: number;
}

/** The same through both doors. Calls made before Waver has started are kept and run then. */
export interface Waver {
  readonly version: string;
  /** The queue of the script tag: after loading, runs at once. */
  push(...calls: ((waver: Waver) => void)[]): void;
  /** The cart as it is now. `items`: a number of pieces, or a list; by their `id` conditions know products. */
  cart(cart: {
    items: number | readonly { id?: string | number; quantity?: number }[];
    total?: number;
    currency?: string;
  }): void;
  purchase(order: { id: string | number; value?: number; currency?: string; items?: unknown }): void;
  /** Another page of a single-page shop, or a better word for this one. */
  page(kind: PageKind): void;
  moment(name: string, detail?: MomentDetail): void;
  signal(signal: Record<string, unknown> & { type: string }): void;
  consent(state: ConsentState): void;
  /**
   * Who is signed in, by the shop's own id; null: nobody any more. Each shopper of a device has answers and a history of
   * their own. What the shop knows of them counts at once: `preferences` as if they had been told here, `capped` campaigns
   * are not shown, and every other trait is a tag that conditions may name.
   */
  identify(id: string | number | null, traits?: Traits): void;
  readonly preferences: {
    all(): Promise<readonly Preference[]>;
    get(key: string): Promise<Preference | undefined>;
    set(key: string, value: AnswerValue | null): Promise<void>;
    /** Asks now, unless the answer is known. */
    ask(key: string): void;
    /** The shopper's own view of what is kept. */
    open(): void;
    /** All of it as JSON text. */
    export(): Promise<string>;
    /** Takes in what `export` gave, of two answers the later one. What was left out is said with its reason. */
    import(text: string): Promise<{ readonly taken: number; readonly refused: readonly string[] }>;
    /** Leaves nothing behind, in any storage. */
    erase(): Promise<void>;
  };
  /** null until something was noticed, or asked for by `show`, `preferences` or `debug`. */
  score(): Score | null;
  /** Score, evidence, moments and what would be decided now. null as `score()` is. */
  explain(): Explanation | null;
  /** Shows a campaign now, whatever its conditions; without its facts it stays silent. */
  show(campaign: string): void;
  hide(): void;
  can(campaign: string): { eligible: boolean; reason: Hold | 'nothing-noticed' | null };
  on<T extends RecordType>(type: T, listener: (record: WaverRecord<T>) => void): () => void;
  /** This page view so far, to replay anywhere. null before Waver has started. */
  record(): Tape | null;
  setLocale(locale: string): void;
  /** Leaves no listener, timer or element behind. */
  stop(): void;
}
