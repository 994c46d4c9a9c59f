import { states } from './states.mjs';
import { discount } from './terms.mjs';

/** What a browser checks by itself is described once, for the markup and for the check on the server. */
export const fields = {
  email: { label: 'Email', type: 'email', autocomplete: 'email', required: true, say: 'Enter an email address.' },
  phone: {
    label: 'Phone',
    type: 'tel',
    autocomplete: 'tel',
    pattern: '[0-9+\\(\\) .\\-]{7,20}',
    title: 'Digits, spaces and + ( ) - . only, at least seven characters',
    say: 'Enter a phone number with at least seven digits, or leave it empty.',
    hint: 'Optional. The carrier calls only if they cannot find the door.',
  },
  name: { label: 'Full name', autocomplete: 'name', required: true, say: 'Enter the name on the door.' },
  street: {
    label: 'Street and number',
    autocomplete: 'address-line1',
    required: true,
    say: 'Enter street and number.',
  },
  apartment: { label: 'Apartment, floor', autocomplete: 'address-line2', hint: 'Optional.' },
  city: { label: 'City', autocomplete: 'address-level2', required: true, say: 'Enter the city.' },
  state: { label: 'State', autocomplete: 'address-level1', required: true, options: states, say: 'Choose the state.' },
  postal: {
    label: 'ZIP code',
    autocomplete: 'postal-code',
    inputmode: 'numeric',
    required: true,
    pattern: '[0-9]{5}',
    title: 'Five digits, for example 04101',
    say: 'Enter the ZIP code as five digits, for example 04101.',
  },
  card: {
    label: 'Card number (demo data)',
    autocomplete: 'cc-number',
    inputmode: 'numeric',
    hint: 'Demo: do not type a real card. 4242 4242 4242 4242 will do; nothing is charged or kept.',
  },
  code: { label: 'Discount code', autocomplete: 'off', hint: `Optional. In this demo ${discount.code} takes 10% off.` },
};

const isMissing = (field, value) => field.required && value === '';
const isWrong = (field, value) =>
  value !== '' &&
  ((field.pattern && !new RegExp(`^(?:${field.pattern})$`, 'v').test(value)) ||
    (field.type === 'email' && !/^[^\s@]+@[^\s@]+$/.test(value)) ||
    (field.options && !Object.hasOwn(field.options, value)));

/** The checksum every card number carries in its last digit (Luhn): all that can be known of it without a bank. */
const isCardNumber = (text) => {
  const digits = text.replace(/[ -]/g, '');
  if (!/^\d{12,19}$/.test(digits)) return false;
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const doubled = Number(digit) * (index % 2 ? 2 : 1);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0;
};

export const readForm = (body) => {
  const entries = Object.keys(fields).map((name) => [
    name,
    String(body[name] ?? '')
      .trim()
      .slice(0, 200),
  ]);
  return { ...Object.fromEntries(entries), payment: body.payment === 'transfer' ? 'transfer' : 'card' };
};

/** Errors by field name; empty when the order can be placed. */
export const checkForm = (form) => {
  const errors = {};
  for (const [name, field] of Object.entries(fields)) {
    if (isMissing(field, form[name]) || isWrong(field, form[name])) errors[name] = field.say;
  }
  if (form.payment === 'card' && !isCardNumber(form.card)) {
    errors.card = 'This card number does not add up. Check the digits, or use 4242 4242 4242 4242.';
  }
  if (form.code && form.code.toUpperCase() !== discount.code) {
    errors.code = `The code “${form.code}” is not known. Correct it or leave the field empty.`;
  }
  return errors;
};
