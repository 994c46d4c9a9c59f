import { cleanText } from '../core/cleanText';
import { own } from '../core/own';
import { type LdNode, termOf, textOf } from './jsonLd';

/** GoodRelations' terms that are names in every language: http://purl.org/goodrelations/v1#PaymentMethod */
const NAMES: Readonly<Record<string, string>> = {
  AmericanExpress: 'American Express',
  DinersClub: 'Diners Club',
  Discover: 'Discover',
  JCB: 'JCB',
  MasterCard: 'Mastercard',
  PayPal: 'PayPal',
  VISA: 'Visa',
};
const MOST = 12;
const MOST_CHARS = 40;

const nameOf = (text: string): string => {
  const plain = cleanText(text);
  const name = own(NAMES, termOf(plain)) ?? (/^\w+:/.test(plain) ? '' : plain);
  return name.length > MOST_CHARS ? '' : name;
};

/** Names in a list, or in a text with commas; each once. */
export const paymentsIn = (value: unknown): readonly string[] =>
  [
    ...new Set(
      [value]
        .flat()
        .flatMap((one) => textOf(one).split(','))
        .map(nameOf),
    ),
  ]
    .filter(Boolean)
    .slice(0, MOST);

/** Ways to pay that hold for all the page offers. https://schema.org/acceptedPaymentMethod */
export const paymentsOf = (nodes: readonly LdNode[]): readonly string[] => {
  const [first = [], ...others] = nodes
    .filter((node) => node.acceptedPaymentMethod)
    .map((node) => paymentsIn(node.acceptedPaymentMethod));
  return first.filter((name) => others.every((names) => names.includes(name)));
};
