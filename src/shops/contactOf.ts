import { cleanText } from '../core/cleanText';
import type { ShopFacts } from '../types';
import { type LdNode, nodesOf, textOf } from './jsonLd';
import { agreed } from './shopNodes';

/** Without what would add a header to the message, or end the link. RFC 5321: 254 characters at most. */
const EMAIL = /^(?=.{3,254}$)[^\s@?&:;<>()"',[\]\\]+@[^\s@?&:;<>()"',[\]\\]+\.[^\s@?&:;<>()"',[\]\\]+$/;
const PHONE = /^\+?[\d ()./-]{5,30}$/;
/** E.164 has fifteen digits at most; fewer than five reach no shop. */
const DIGITS = /^(\D*\d){5,15}\D*$/;
/** Whom a shopper may ask. The press office will not help with an order. */
const FOR_SHOPPERS = /^$|customer|support|service|sales|order|help/i;

const isPhone = (text: string): boolean => PHONE.test(text) && DIGITS.test(text);
const isEmail = (text: string): boolean => EMAIL.test(text);

/** The first phone number and the first e-mail address among these. */
export const contactIn = (texts: readonly unknown[]): ShopFacts['contact'] => {
  const plain = texts.map((text) => cleanText(textOf(text)).replace(/^(tel|mailto):/i, ''));
  const phone = plain.find(isPhone);
  const email = plain.find(isEmail);
  return phone || email ? { ...(phone && { phone }), ...(email && { email }) } : undefined;
};

/** How to reach the shop, by its own node; none where branches each have their own. https://schema.org/contactPoint */
export const contactOf = (shops: readonly LdNode[]): ShopFacts['contact'] =>
  agreed(
    shops.flatMap((shop) => {
      const points = nodesOf(shop.contactPoint).filter((point) => FOR_SHOPPERS.test(textOf(point.contactType)));
      return contactIn([...points, shop].flatMap(({ telephone, email }) => [telephone, email].flat())) ?? [];
    }),
  );
