import type { Guard } from '../browser/guard';
import type { Listen, Stop } from '../browser/listen';
import type { Said } from '../runVisit';
import type { FieldFailure, FieldStep } from '../types';
import { controlKey, labelOf } from './controlKey';

type Control = HTMLInputElement;

/** One press of "send" makes the browser report each field on its own; together they are one attempt. */
const ATTEMPT_MS = 50;
/** Shops' own checks answer after a moment, their servers after a while. */
const ANSWERS_MS = [300, 1200, 2800];
/** Refused by the browser after that, it was asked by a script, not by the shopper: some shops ask at each key. */
const CAUSED_MS = 1000;
/** How long a shop may take to answer a form that was sent. Judgement: card payments are answered within some seconds. */
const SENDING_MS = 10_000;
/** Who has not typed for this long has paused. */
const TYPING_MS = 1500;
const CONTROL = 'input,select,textarea';
const MARKED = '[aria-invalid=true]';
/** Secrets and cards are left alone altogether, as is what the shop marks. */
const PRIVATE = '[data-waver-ignore],[type=password],[autocomplete*=cc-],[autocomplete=one-time-code]';
/** Where nobody fills in a form: buttons, searches, quantities. */
const NO_ENTRY = '[type=submit],[type=button],[type=image],[type=search],[type=number],[type=range],[role=spinbutton]';
const BUTTON = 'button,[role=button],[type=submit],[type=button],[type=image],a,[onclick]';
/** Discount codes by their names in the shop's code, and by what they are called. */
const COUPON =
  /coupon|promo|voucher|discount|gift.?c|gutschein|rabatt|r[ée]duction|remise|cup[oóã]n|descuento|sconto|buono|desconto|cupom|korting|クーポン|割引|쿠폰|할인|优惠|優惠|折扣/i;

/** The first flag set, by the names that `ValidityState` itself has. */
const failure = ({ validity }: Control): FieldFailure => {
  for (const flag in validity)
    if (flag !== 'valid' && flag !== 'customError' && validity[flag as keyof ValidityState])
      return flag as FieldFailure;
  return 'custom';
};

const isCoupon = (control: Control) =>
  COUPON.test([control.name, control.id, control.placeholder, labelOf(control)].join()) || undefined;

/** Where the focus is, through shadow roots. */
const focused = () => {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at;
};

/** One of many alike: what a button does in there is about that one. */
const CARD = 'li,article,[class*="card" i],[class*="product" i]';

/**
 * The form that a button may send, or the nearest box with fields in it: many shops have no form. The whole page only
 * once a field was gone into, and for no "Add" in a list.
 */
const scopeOf = (button: Element, isFilling: boolean): ParentNode | null => {
  let box: Element | null = button.closest('form');
  for (let next = button.parentElement; !box && next; next = next.parentElement) {
    if (next.matches('main,[role=main],body') && (!isFilling || button.closest(CARD))) return null;
    if (next.querySelector(CONTROL)) box = next;
  }
  return box ?? (button.getRootNode() as Document);
};

/** Does it send the form, as far as can be told? Else it is the last one, and does not open or switch something. */
const isSend = (button: Element, scope: ParentNode): boolean => {
  if (button.matches('[type=submit],[type=image]')) return true;
  if (button.matches('[aria-expanded],[aria-controls],[aria-haspopup],[aria-pressed],[role=tab],[role=switch]'))
    return false;
  if (button.matches('button:not([type])')) return true;
  return [...scope.querySelectorAll(BUTTON)].pop() === button;
};

/**
 * Watches the form fields: which the shopper goes into, writes in, changes and leaves, and which are refused: by the
 * browser (`invalid`), by the shop's own checks (`aria-invalid` after an attempt) and by the server (`aria-invalid` in a
 * fresh page). Each field counts once an attempt. `looked` is told when to look for what the page shows in other ways:
 * `nth` −1 when the shopper goes in, then counting up while an answer may still come; `sent`: to an attempt to send the
 * form, and not to a change of one field or another button in it. Values are not read.
 */
export const watchFields = (
  guard: Guard,
  listen: Listen,
  feed: (said: Said) => void,
  looked: (nth: number, isLast: boolean, sent: boolean) => void,
) => {
  const known = new Map<string, Element>();
  const batch = new Map<string, Control>();
  /** The attempt in which a field was last counted. */
  const counted = new Map<string, number>();
  /** Marked already when the attempt began: at first they may be left over from the one before. */
  let left: readonly Element[] = [];
  const roots = new WeakSet<Node>();
  const stops: Stop[] = [];
  let attempts = 0;
  let attemptAt = 0;
  let answers: ReturnType<typeof setTimeout>[] = [];
  let sentAt = Number.NEGATIVE_INFINITY;
  let typedAt = Number.NEGATIVE_INFINITY;
  let composing = false;
  let current: Element | undefined;
  let edited = false;
  let filling = false;

  /** This one is refused, as far as can be seen. */
  const refuse = (control: Element, key = controlKey(control)) => {
    if (!key || counted.get(key) === attempts || control.closest(PRIVATE)) return;
    if (!batch.size)
      setTimeout(
        guard(() => {
          for (const [name, one] of batch) {
            known.set(name, one);
            feed({ type: 'field-invalid', field: { key: name, fails: failure(one), coupon: isCoupon(one) } });
          }
          batch.clear();
        }),
        ATTEMPT_MS,
      );
    // That is its answer.
    sentAt = Number.NEGATIVE_INFINITY;
    counted.set(key, attempts);
    batch.set(key, control as Control);
  };
  /** Fields marked as wrong in here. What stands there from before is a refusal again only if something was sent. */
  const look = (scope: ParentNode = document, nth = 0, isLast = true, sent = true, own?: Element) => {
    for (const control of scope.querySelectorAll(MARKED))
      if (control.matches(CONTROL) && ((nth && (sent || control === own)) || !left.includes(control))) refuse(control);
    looked(nth, isLast, sent);
  };
  /** A form was sent, or something in it pressed; or one field, `own`, has changed. */
  const attempt = (scope: ParentNode | null, sent: boolean, own?: Element) => {
    // One field is checked sooner than a whole form, and often.
    const times = own ? ANSWERS_MS.slice(0, 2) : ANSWERS_MS;
    attempts++;
    attemptAt = performance.now();
    if (sent) sentAt = attemptAt;
    left = scope ? [...scope.querySelectorAll(MARKED)] : [];
    answers.forEach(clearTimeout);
    answers = times.map((ms, i) =>
      setTimeout(
        guard(() => scope && look(scope, i, i === times.length - 1, sent, own)),
        ms,
      ),
    );
  };
  const say = (control: Element, did: FieldStep) => {
    const key = controlKey(control);
    if (key) feed({ type: 'field', key, did, coupon: isCoupon(control as Control) });
  };
  const handle = (event: Event) => {
    const { type, isTrusted } = event;
    const target = (event.composedPath()[0] ?? focused()) as Control;
    if (type === 'compositionend') composing = false;
    if (!target?.closest) return;
    const isControl = target.matches(CONTROL);
    if (type === 'invalid') return void (performance.now() - attemptAt < CAUSED_MS && refuse(target));
    if (type === 'submit') {
      feed({ type });
      return attempt(target, true);
    }
    if (type === 'click') {
      const button = target.closest(BUTTON);
      const scope = button && scopeOf(button, filling);
      if (!scope) return;
      const sent = isSend(button, scope);
      // Of a form that is sent by script nobody hears otherwise.
      if (sent) feed({ type: 'submit' });
      return attempt(scope, sent);
    }
    if (type === 'keydown' && isControl && (event as KeyboardEvent).key === 'Enter')
      attempt(scopeOf(target, true), true);
    if (type === 'compositionstart') composing = true;
    else if (/^(input|keydown)$/.test(type) && (isControl || target.isContentEditable)) typedAt = performance.now();
    if (!isControl || target.closest(PRIVATE) || target.matches(NO_ENTRY)) return;
    if (type === 'focusin') {
      // Events of forms do not come out of a shadow root, nor does the focus that stays in there.
      for (let root = target.getRootNode() as ShadowRoot; root.host; root = root.host.getRootNode() as ShadowRoot) {
        if (roots.has(root)) continue;
        roots.add(root);
        stops.push(listen(root, 'invalid submit change focusin focusout', handle));
      }
      // Still in it: only the window was left. And a script may put the focus anywhere.
      if (target === current || navigator.userActivation?.isActive === false) return;
      current = target;
      filling = true;
      edited = false;
      looked(-1, false, false);
      say(target, 'enter');
    } else if (type === 'focusout') {
      if (target !== current || focused() === target) return;
      current = undefined;
      say(target, 'leave');
    } else if (type === 'compositionstart' || (type === 'input' && (event as InputEvent).inputType)) {
      // What is filled in by the browser or a password manager has no `inputType`, or another one.
      if (edited || (event as InputEvent).inputType === 'insertReplacementText') return;
      edited = true;
      say(target, 'edit');
    } else if (type === 'change') {
      const isChoice = target.matches('select,[type=radio],[type=checkbox]');
      if (isChoice ? isTrusted : edited) say(target, 'change');
      edited = false;
      attempt(target.parentNode, false, target);
    }
  };
  stops.push(
    listen(
      document,
      'invalid submit change click keydown input focusin focusout compositionstart compositionend',
      handle,
    ),
  );
  return {
    /** The control behind a key, for the popup to stand beside. */
    find: (key: string) => known.get(key),
    /** A form was sent, and no answer was seen yet. */
    isSending: () => performance.now() - sentAt < SENDING_MS,
    isTyping: () => composing || performance.now() - typedAt < TYPING_MS,
    look,
    refuse,
    /** For the event that came before this was here. */
    handle,
    stop() {
      answers.forEach(clearTimeout);
      for (const stop of stops) stop();
    },
  };
};
