import { type Customer, customers, type Product, products } from "./catalog.ts";
import type { Random } from "./random.ts";

/** A word of the source system, the stage it means here (null: nobody mapped it yet) and how many orders carry it. */
export type StatusShare = { word: string; stage: string | null; orders: number };

export type BookLine = { number: number; product: Product; ordered: number; picked: number; shipped: number };

export type BookOrder = {
  number: string;
  customer: Customer;
  customerPo: string;
  status: StatusShare;
  shipDate: string;
  shipMethod: string;
  salesRep: string;
  lines: BookLine[];
};

/** Working day of the warehouse relative to when the order ships, by what has happened to it. */
const SHIPS_IN: Record<string, [number, number]> = {
  shipped: [-12, -1],
  closed: [-30, -10],
  cancelled: [-8, 10],
  packed: [0, 1],
  picked: [0, 2],
  picking: [0, 3],
  partially_shipped: [-3, 4],
};

/** The first one is what most orders go by. */
const SHIP_METHODS = [
  "UPS Ground",
  "UPS Ground",
  "FedEx Ground",
  "UPS Ground",
  "LTL freight",
  "UPS 2nd Day Air",
  "Customer pickup",
];

const SALES_REPS: [string, ...string[]] = ["Dana Whitfield", "Luis Ortega", "Mei Tanaka", "Tom Brandt"];

/** A believable order book; the same every time, only the dates move along with `today` (YYYY-MM-DD). */
export function makeOrderBook(shares: StatusShare[], firstNumber: number, today: string, random: Random): BookOrder[] {
  const statuses = shuffle(
    shares.flatMap((status) => Array.from({ length: status.orders }, () => status)),
    random,
  );
  return statuses.map((status, index) => {
    const customer = random.pick(customers);
    const [least, most] = SHIPS_IN[status.stage ?? ""] ?? [1, 28];
    return {
      number: `SO-${firstNumber + index}`,
      customer,
      customerPo: `${customer.prefix}${random.between(10_000, 99_999)}`,
      status,
      shipDate: addDays(today, random.between(least, most)),
      shipMethod: SHIP_METHODS[index % SHIP_METHODS.length] ?? "UPS Ground",
      salesRep: random.pick(SALES_REPS),
      lines: makeLines(status.stage, random),
    };
  });
}

function makeLines(stage: string | null, random: Random): BookLine[] {
  const count = Math.min(random.between(1, 12), random.between(1, 12));
  const chosen = shuffle([...products], random).slice(0, count);
  return chosen.map((product, index) => {
    const ordered = product.pack * random.between(1, product.price.length > 5 ? 4 : 12);
    return { number: (index + 1) * 10, product, ordered, ...progress(stage, ordered, index, random) };
  });
}

/** How far the floor got with a line: all of it, part of it or nothing, as its order's stage allows. */
function progress(
  stage: string | null,
  ordered: number,
  index: number,
  random: Random,
): { picked: number; shipped: number } {
  if (stage === "shipped" || stage === "closed") return { picked: ordered, shipped: ordered };
  if (stage === "picked" || stage === "packed") return { picked: ordered, shipped: 0 };
  const share = index === 0 ? 1 : random.pick([0, 0, 0.5, 1] as const);
  const picked = Math.floor(ordered * (index === 0 && ordered > 1 ? 0.5 : share));
  if (stage === "picking") return { picked, shipped: 0 };
  if (stage === "partially_shipped")
    return { picked: Math.max(picked, index === 0 ? ordered : 0), shipped: index === 0 ? ordered : 0 };
  return { picked: 0, shipped: 0 };
}

function shuffle<T>(items: T[], random: Random): T[] {
  for (let last = items.length - 1; last > 0; last -= 1) {
    const other = random.between(0, last);
    [items[last], items[other]] = [items[other] as T, items[last] as T];
  }
  return items;
}

function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
