const facts = JSON.parse(document.getElementById('spa-facts').textContent);

export const { products, currency, deliveryFee, freeFrom } = facts;
export const waverOptions = facts.waver;

const cookie = () => /(?:^|; )basket=([^;]*)/.exec(document.cookie)?.[1] ?? '';

const cents = (amount) => Math.round(amount * 100);

export const money = (amount) => new Intl.NumberFormat('en-US', { style: 'currency', currency }).format(amount);

/** The same cookie as in the rest of the shop, read anew each time: another tab may have changed it. */
export const readCart = () => {
  const entries = decodeURIComponent(cookie())
    .split(',')
    .map((part) => part.split(':'));
  const items = products.flatMap((product) => {
    const quantity = Number(entries.find(([id]) => id === product.id)?.[1] ?? 0);
    return quantity > 0 ? [{ ...product, quantity }] : [];
  });
  const total = items.reduce((sum, { price, quantity }) => sum + cents(price) * quantity, 0) / 100;
  return { items, total, count: items.reduce((sum, { quantity }) => sum + quantity, 0) };
};

export const shippingOf = ({ total }) => (total >= freeFrom ? 0 : deliveryFee);

export const setQuantity = (id, quantity) => {
  const entries = new Map(
    decodeURIComponent(cookie())
      .split(',')
      .filter(Boolean)
      .map((part) => part.split(':')),
  );
  if (quantity > 0) entries.set(id, String(quantity));
  else entries.delete(id);
  const text = encodeURIComponent([...entries].map((entry) => entry.join(':')).join(','));
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser yet
  document.cookie = `basket=${text}; path=/; SameSite=Lax; max-age=2592000`;
};

export const emptyCart = () => {
  for (const { id } of products) setQuantity(id, 0);
};
