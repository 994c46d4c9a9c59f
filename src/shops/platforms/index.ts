import { bigCommerce } from './bigCommerce';
import { ecCube } from './ecCube';
import { magento } from './magento';
import type { Platform } from './platform';
import { prestaShop } from './prestaShop';
import { shopify } from './shopify';
import { shopware } from './shopware';
import { wooCommerce } from './wooCommerce';

/** The shop systems we can read. Magento comes last: it may be known by what an earlier shop left in storage. */
export const platforms: readonly Platform[] = [
  shopify,
  prestaShop,
  shopware,
  wooCommerce,
  ecCube,
  bigCommerce,
  magento,
];
