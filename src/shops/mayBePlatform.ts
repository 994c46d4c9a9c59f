/** What shop systems leave in the page: globals of their scripts, and marks in their markup. */
const GLOBALS = [
  'Shopify',
  'prestashop',
  'BCData',
  'stencilBootstrap',
  'hyva',
  'eccube',
  'wc_add_to_cart_params',
  'wc_cart_fragments_params',
  'wcSettings',
];
const MARKS =
  'body[class*=woocommerce],body[class*=is-ctl-],[data-mage-init],script[type="text/x-magento-init"],' +
  'meta[name=eccube-csrf-token],.ec-headerRole__cart,[data-cart-preview]';

/** Is it worth loading the readers of the shop systems we know? They look closer. */
export const mayBePlatform = (): boolean =>
  GLOBALS.some((name) => name in window) || document.querySelector(MARKS) !== null;
