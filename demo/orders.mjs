import { randomInt } from 'node:crypto';

// Without letters that are read wrongly from a screen.
const alphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

const newId = () => `HB-${Array.from({ length: 6 }, () => alphabet[randomInt(alphabet.length)]).join('')}`;

/** Orders live as long as the process. Names, addresses and card numbers are not kept at all. */
export const createOrders = () => {
  const orders = new Map();
  return {
    place: (order) => {
      const id = newId();
      orders.set(id, { ...order, id, told: false });
      return id;
    },
    find: (id) => orders.get(id),
    /** True once: a reload of the thank-you page is not a second purchase. */
    tellOnce: (order) => {
      const first = !order.told;
      order.told = true;
      return first;
    },
  };
};
