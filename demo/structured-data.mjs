import { currency, decimal } from './money.mjs';
import { cutoffWithOffset, delivery, deliveryFee, returns } from './terms.mjs';

const days = (unit, [minValue, maxValue]) => ({ '@type': 'QuantitativeValue', minValue, maxValue, unitCode: unit });
const amount = (cents) => ({ '@type': 'MonetaryAmount', value: decimal(cents), currency });
const destination = { '@type': 'DefinedRegion', addressCountry: delivery.country };
const businessDays = {
  '@type': 'OpeningHoursSpecification',
  dayOfWeek: delivery.days.map((day) => `https://schema.org/${day}`),
};

const shippingDetails = (subtotal) => ({
  '@type': 'OfferShippingDetails',
  shippingRate: amount(deliveryFee(subtotal)),
  shippingDestination: destination,
  deliveryTime: {
    '@type': 'ShippingDeliveryTime',
    handlingTime: days('DAY', delivery.handling),
    transitTime: days('DAY', delivery.transit),
    cutoffTime: cutoffWithOffset(),
    businessDays,
  },
});

const returnPolicy = {
  '@type': 'MerchantReturnPolicy',
  applicableCountry: delivery.country,
  returnPolicyCategory: 'https://schema.org/MerchantReturnFiniteReturnWindow',
  merchantReturnDays: returns.days,
  returnMethod: 'https://schema.org/ReturnByMail',
  returnFees: 'https://schema.org/FreeReturn',
};

const offer = (product, origin, subtotal) => ({
  '@type': 'Offer',
  url: `${origin}/product/${product.id}`,
  price: decimal(product.price),
  priceCurrency: currency,
  availability: 'https://schema.org/InStock',
  itemCondition: 'https://schema.org/NewCondition',
  shippingDetails: shippingDetails(subtotal),
  hasMerchantReturnPolicy: returnPolicy,
});

const productNode = (product, origin, subtotal) => ({
  '@type': 'Product',
  '@id': `${origin}/product/${product.id}`,
  name: product.name,
  description: product.line,
  sku: product.id,
  category: product.category,
  offers: offer(product, origin, subtotal),
});

const store = (origin) => ({
  '@type': 'OnlineStore',
  '@id': `${origin}/#shop`,
  name: 'Halfbarrow',
  url: `${origin}/`,
  hasMerchantReturnPolicy: returnPolicy,
  hasShippingService: {
    '@type': 'ShippingService',
    name: 'Parcel to the door',
    fulfillmentType: 'https://schema.org/FulfillmentTypeDelivery',
    handlingTime: {
      '@type': 'ServicePeriod',
      duration: days('DAY', delivery.handling),
      cutoffTime: cutoffWithOffset(),
      businessDays,
    },
    shippingConditions: [
      {
        '@type': 'ShippingConditions',
        shippingDestination: destination,
        orderValue: { '@type': 'MonetaryAmount', maxValue: decimal(delivery.freeFrom - 1), currency },
        shippingRate: amount(delivery.fee),
        transitTime: { '@type': 'ServicePeriod', duration: days('DAY', delivery.transit), businessDays },
      },
      {
        '@type': 'ShippingConditions',
        shippingDestination: destination,
        orderValue: { '@type': 'MonetaryAmount', minValue: decimal(delivery.freeFrom), currency },
        shippingRate: amount(0),
        transitTime: { '@type': 'ServicePeriod', duration: days('DAY', delivery.transit), businessDays },
      },
    ],
  },
});

export const productData = (product, origin) => ({
  '@context': 'https://schema.org',
  ...productNode(product, origin, product.price),
});

/** For the pages where delivery is decided on: the shop's own terms, and what holds for this very cart. */
export const termsData = (origin, cart) => ({
  '@context': 'https://schema.org',
  '@graph': [
    store(origin),
    { '@id': `${origin}/#delivery`, ...shippingDetails(cart?.subtotal ?? 0) },
    ...(cart?.lines.length ? [itemList(cart, origin)] : []),
  ],
});

const itemList = (cart, origin) => ({
  '@type': 'ItemList',
  name: 'Cart',
  itemListElement: cart.lines.map(({ product }, index) => ({
    '@type': 'ListItem',
    position: index + 1,
    item: productNode(product, origin, cart.subtotal),
  })),
});
