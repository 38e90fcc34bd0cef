import { businessCentral } from "./business-central";
import { cin7 } from "./cin7";
import { dynamics365 } from "./dynamics-365";
import { erpnext } from "./erpnext";
import { fishbowl } from "./fishbowl";
import { netsuite } from "./netsuite";
import { odoo } from "./odoo";
import type { Preset } from "./preset";
import { quickbooksDesktop } from "./quickbooks-desktop";
import { sap } from "./sap";
import { shopify } from "./shopify";
import { zoho } from "./zoho";

export const PRESETS: readonly Preset[] = [
  businessCentral,
  cin7,
  dynamics365,
  erpnext,
  fishbowl,
  netsuite,
  odoo,
  quickbooksDesktop,
  sap,
  shopify,
  zoho,
];

export function presetOf(id: string | null | undefined): Preset | null {
  return PRESETS.find((preset) => preset.id === id) ?? null;
}
