import "server-only";
import { type LookupOptions, lookup } from "node:dns";
import { type IncomingMessage, request as requestPlain } from "node:http";
import { request as requestTls } from "node:https";
import type { LookupFunction } from "node:net";
import { isPublicAddress } from "./public-address";

/** The name resolved to an address that is not of the public internet. */
export class AddressRefused extends Error {}

export type GetOptions = {
  signal: AbortSignal /** For the stand-in of tests, which is on this machine. */;
  isLocal: boolean;
};

/**
 * One GET, without following anything. The address is checked in the very lookup the connection is made by, so that a name
 * that answers differently the second time (rebinding) gains nothing.
 */
export function guardedGet(url: URL, { signal, isLocal }: GetOptions): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const request = (isLocal ? requestPlain : requestTls)(
      url,
      {
        signal,
        // A connection of another request was checked then, not now.
        agent: false,
        ...(!isLocal && { lookup: publicLookup }),
        headers: { accept: "text/csv", "accept-encoding": "identity", "user-agent": "order-change-requests" },
      },
      resolve,
    );
    request.once("error", reject);
    request.end();
  });
}

/** Every address of a name has to be public: one that is not is enough to refuse all of them. */
const publicLookup: LookupFunction = (hostname, options, callback) => {
  const all: LookupOptions & { all: true } = { ...options, all: true };
  lookup(hostname, all, (error, addresses) => {
    if (error) return callback(error, "", 4);
    const [first] = addresses;
    if (!first || !addresses.every(({ address }) => isPublicAddress(address)))
      return callback(new AddressRefused(`${hostname} is not on the public internet.`), "", 4);
    if (options.all) return callback(null, addresses);
    callback(null, first.address, first.family);
  });
};
