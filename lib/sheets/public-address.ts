import "server-only";
import { BlockList, isIPv4, isIPv6 } from "node:net";

/** Everything that is somebody's own network, this machine, or nobody's: what a server must not be talked into calling. */
const closed = new BlockList();
for (const [network, bits] of [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 3],
] as const)
  closed.addSubnet(network, bits, "ipv4");

/** In IPv6 only 2000::/3 is the public internet, and of that not what is documentation or carries an IPv4 address inside. */
const open = new BlockList();
open.addSubnet("2000::", 3, "ipv6");
const closedInside = new BlockList();
for (const [network, bits] of [
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["3fff::", 20],
] as const)
  closedInside.addSubnet(network, bits, "ipv6");

const nat64 = new BlockList();
nat64.addSubnet("64:ff9b::", 96, "ipv6");
const mapped = new BlockList();
mapped.addSubnet("::ffff:0:0", 96, "ipv6");

/** True for an address of the public internet; of one that holds an IPv4 address the inner one decides. */
export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) return !closed.check(address, "ipv4");
  if (!isIPv6(address) || address.includes("%")) return false;
  if (nat64.check(address, "ipv6") || mapped.check(address, "ipv6")) return isPublicAddress(innerAddress(address));
  return open.check(address, "ipv6") && !closedInside.check(address, "ipv6");
}

/** The last 32 bits, however they are written: "::ffff:10.0.0.1" and "::ffff:a00:1" are the same. */
function innerAddress(address: string): string {
  const dotted = /(\d+\.\d+\.\d+\.\d+)$/.exec(address)?.[1];
  if (dotted) return dotted;
  const groups = new URL(`http://[${address}]`).hostname.slice(1, -1).split("::");
  const tail = (groups.at(-1) ?? "").split(":").filter(Boolean);
  const [high = "0", low = "0"] = ["0", "0", ...tail].slice(-2);
  const bits = Number.parseInt(high, 16) * 65_536 + Number.parseInt(low, 16);
  return [24, 16, 8, 0].map((shift) => Math.floor(bits / 2 ** shift) % 256).join(".");
}
